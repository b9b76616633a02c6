//! Slips that would explain a disagreement exactly: proposed as a possibility, never made.
//!
//! From a stated figure and the range that others imply for it, to a phrase.

use super::interval::{Interval, power_of_ten};
use super::show;
use crate::analysis::Quantity;
use rust_decimal::Decimal;

/// A slip of digits or scale in the printed figure that would make it fit.
pub(super) fn of_digits(quantity: &Quantity, computed: Interval) -> Option<String> {
    of_factor(quantity, computed).or_else(|| of_places(quantity, computed, FEWEST_DIGITS))
}

/// A figure of two digits can be turned into most others by changing one of them.
const FEWEST_DIGITS: usize = 3;

/// A power of ten too many or too few.
pub(super) fn of_factor(quantity: &Quantity, computed: Interval) -> Option<String> {
    let grain = power_of_ten(quantity.precision.unwrap_or(0))?;
    factor(quantity.amount.one()?, grain, computed).map(|w| format!("{w} would fit"))
}

/// Two neighbouring digits in each other's place, even of a short number.
pub(super) fn of_order(quantity: &Quantity, other: Decimal) -> Option<String> {
    let grain = power_of_ten(quantity.precision.unwrap_or(0))?;
    let digits = significant(quantity.amount.one()?, grain, 2)?;
    transposed(&digits, grain)
        .find(|c| *c == other)
        .map(|c| format!("two digits may have changed places: {} would fit", show::like(c, quantity)))
}

fn of_places(quantity: &Quantity, computed: Interval, fewest: usize) -> Option<String> {
    let value = quantity.amount.one()?;
    let grain = power_of_ten(quantity.precision.unwrap_or(0))?;
    let fits = |candidate: Decimal| {
        let half = grain / Decimal::TWO;
        computed.meets(Interval { low: Some(candidate - half), point: candidate, high: Some(candidate + half) })
    };
    let digits = significant(value, grain, fewest)?;
    let order = transposed(&digits, grain)
        .find(|c| fits(*c))
        .map(|c| format!("two digits may have changed places: {} would fit", show::like(c, quantity)));
    order.or_else(|| {
        replaced(&digits, grain).find(|c| fits(*c)).map(|c| format!("one digit may differ: {} would fit", show::like(c, quantity)))
    })
}

/// "ten times as much", where the figure is off by a power of ten.
fn factor(value: Decimal, grain: Decimal, computed: Interval) -> Option<&'static str> {
    const FACTORS: [(i32, &str); 6] = [
        (1, "ten times as much"),
        (-1, "a tenth of it"),
        (3, "a thousand times as much"),
        (-3, "a thousandth of it"),
        (6, "a million times as much (a missing \u{201c}million\u{201d})"),
        (4, "ten thousand times as much"),
    ];
    FACTORS.iter().find_map(|(exponent, words)| {
        let scale = power_of_ten(*exponent)?;
        let (point, half) = (value.checked_mul(scale)?, grain.checked_mul(scale)? / Decimal::TWO);
        let close = (computed.point - point).abs() * Decimal::from(20) <= point.abs();
        (close && computed.meets(Interval { low: Some(point - half), point, high: Some(point + half) })).then_some(*words)
    })
}

/// The printed digits, if there are enough.
fn significant(value: Decimal, grain: Decimal, fewest: usize) -> Option<Vec<u8>> {
    let digits = (value / grain).trunc().normalize().to_string();
    let digits: Vec<u8> = digits.bytes().filter(u8::is_ascii_digit).map(|b| b - b'0').collect();
    (digits.len() >= fewest).then_some(digits)
}

fn transposed(digits: &[u8], grain: Decimal) -> impl Iterator<Item = Decimal> {
    (1..digits.len()).filter_map(move |i| {
        let mut other = digits.to_vec();
        other.swap(i - 1, i);
        number(&other, grain).filter(|_| other != digits)
    })
}

fn replaced(digits: &[u8], grain: Decimal) -> impl Iterator<Item = Decimal> {
    (0..digits.len() * 10).filter_map(move |n| {
        let mut other = digits.to_vec();
        *other.get_mut(n / 10)? = u8::try_from(n % 10).ok()?;
        number(&other, grain).filter(|_| other != digits)
    })
}

fn number(digits: &[u8], grain: Decimal) -> Option<Decimal> {
    let mut value = Decimal::ZERO;
    for digit in digits {
        value = value.checked_mul(Decimal::TEN)?.checked_add(Decimal::from(*digit))?;
    }
    value.checked_mul(grain)
}

/// "without X", where a sum fits its total once one member is left out.
pub(super) fn one_left_out(parts: &[(Decimal, String)], sum: Decimal, total: Interval) -> Option<String> {
    parts.iter().find(|(value, _)| total.meets(Interval::exact(sum - value))).map(|(_, words)| format!("the total fits without {words}"))
}
