//! Slips that would explain a disagreement exactly: proposed as a possibility, never made.
//!
//! From a stated figure and the range that others imply for it, to a phrase.

use super::interval::{Interval, power_of_ten};
use super::show::Show;
use crate::analysis::Quantity;
use crate::wording::{Sentence, audit as say};
use rust_decimal::Decimal;

/// A slip of digits or scale in the printed figure that would make it fit.
pub(super) fn of_digits(show: Show, quantity: &Quantity, computed: Interval) -> Option<String> {
    of_factor(show, quantity, computed).or_else(|| of_places(show, quantity, computed, FEWEST_DIGITS))
}

/// A figure of two digits can be turned into most others by changing one of them.
const FEWEST_DIGITS: usize = 3;

/// A power of ten too many or too few.
pub(super) fn of_factor(show: Show, quantity: &Quantity, computed: Interval) -> Option<String> {
    let grain = power_of_ten(quantity.precision.unwrap_or(0))?;
    factor(quantity.amount.one()?, grain, computed).map(|words| show.say(words, &[]))
}

/// Two neighbouring digits in each other's place, even of a short number.
pub(super) fn of_order(show: Show, quantity: &Quantity, other: Decimal) -> Option<String> {
    let grain = power_of_ten(quantity.precision.unwrap_or(0))?;
    let digits = significant(quantity.amount.one()?, grain, 2)?;
    transposed(&digits, grain).find(|c| *c == other).map(|c| show.say(&say::DIGITS_SWAPPED, &[("value", &show.like(c, quantity))]))
}

fn of_places(show: Show, quantity: &Quantity, computed: Interval, fewest: usize) -> Option<String> {
    let value = quantity.amount.one()?;
    let grain = power_of_ten(quantity.precision.unwrap_or(0))?;
    let fits = |candidate: Decimal| {
        let half = grain / Decimal::TWO;
        computed.meets(Interval { low: Some(candidate - half), point: candidate, high: Some(candidate + half) })
    };
    let digits = significant(value, grain, fewest)?;
    let would_fit = |sentence, candidate| show.say(sentence, &[("value", &show.like(candidate, quantity))]);
    let order = transposed(&digits, grain).find(|c| fits(*c)).map(|c| would_fit(&say::DIGITS_SWAPPED, c));
    order.or_else(|| replaced(&digits, grain).find(|c| fits(*c)).map(|c| would_fit(&say::DIGIT_DIFFERS, c)))
}

/// "ten times as much would fit", where the figure is off by a power of ten.
fn factor(value: Decimal, grain: Decimal, computed: Interval) -> Option<&'static Sentence> {
    static FACTORS: [(i32, &Sentence); 6] = [
        (1, &say::TEN_TIMES),
        (-1, &say::A_TENTH),
        (3, &say::A_THOUSAND_TIMES),
        (-3, &say::A_THOUSANDTH),
        (6, &say::A_MILLION_TIMES),
        (4, &say::TEN_THOUSAND_TIMES),
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
pub(super) fn one_left_out(show: Show, parts: &[(Decimal, &Quantity)], sum: Decimal, total: Interval) -> Option<String> {
    let (_, part) = parts.iter().find(|(value, _)| total.meets(Interval::exact(sum - value)))?;
    Some(show.say(&say::WITHOUT, &[("part", &show.figure(part))]))
}
