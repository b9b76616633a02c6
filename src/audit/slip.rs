//! Slips that would explain a disagreement exactly: proposed as a possibility, never made.
//!
//! From a stated figure and the range that others imply for it, to a phrase.

use super::interval::{Interval, power_of_ten};
use super::rough::{Rough, rough};
use super::show::Show;
use crate::analysis::Quantity;
use crate::wording::{Sentence, audit as say};
use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive as _;

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
    let printed = Digits::of(quantity, 2)?;
    let swapped = printed.transposed().filter_map(|whole| printed.value(whole)).find(|c| *c == other);
    swapped.map(|c| show.say(&say::DIGITS_SWAPPED, &[("value", &show.like(c, quantity))]))
}

/// One digit of the printed figure that would make it fit, or two neighbours in each other's place: of a number of at least so many digits.
pub(super) fn of_one_digit(show: Show, quantity: &Quantity, computed: Interval, fewest: usize) -> Option<String> {
    of_places(show, quantity, computed, fewest)
}

fn of_places(show: Show, quantity: &Quantity, computed: Interval, fewest: usize) -> Option<String> {
    let printed = Digits::of(quantity, fewest)?;
    let (grain, range) = (rough(printed.grain), Rough::from(computed));
    let fits = |whole: u128| {
        // Nearly all candidates are far off.
        let candidate = printed.value(whole).filter(|_| range.may_meet(Rough::around(whole as f64 * grain, grain / 2.0)))?;
        let half = printed.grain / Decimal::TWO;
        let range = Interval { low: Some(candidate - half), point: candidate, high: Some(candidate + half) };
        computed.meets(range).then_some(candidate)
    };
    let would_fit = |sentence, candidate| show.say(sentence, &[("value", &show.like(candidate, quantity))]);
    let order = printed.transposed().find_map(fits).map(|c| would_fit(&say::DIGITS_SWAPPED, c));
    order.or_else(|| printed.replaced().find_map(fits).map(|c| would_fit(&say::DIGIT_DIFFERS, c)))
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
    let ratio = rough(computed.point) / rough(value);
    let may_be_close = |exponent: i32| ratio.is_nan() || (ratio / 10_f64.powi(exponent) - 1.0).abs() <= A_TWENTIETH;
    FACTORS.iter().filter(|(exponent, _)| may_be_close(*exponent)).find_map(|(exponent, words)| {
        let scale = power_of_ten(*exponent)?;
        let (point, half) = (value.checked_mul(scale)?, grain.checked_mul(scale)? / Decimal::TWO);
        let close = (computed.point - point).abs() * Decimal::from(20) <= point.abs();
        (close && computed.meets(Interval { low: Some(point - half), point, high: Some(point + half) })).then_some(*words)
    })
}

/// How far a value may be from ten times another in a rough look: a bit more than a twentieth.
const A_TWENTIETH: f64 = 0.0501;

/// The digits of a printed number, its last one worth `grain`.
struct Digits {
    whole: u128,
    grain: Decimal,
    /// Each digit with what a one in its place is worth, from the front.
    places: Vec<(u8, u128)>,
}

impl Digits {
    /// The digits that are printed, if there are enough.
    fn of(quantity: &Quantity, fewest: usize) -> Option<Self> {
        let value = quantity.amount.one()?;
        let grain = power_of_ten(quantity.precision.unwrap_or(0))?;
        let whole = (value / grain).trunc().normalize().mantissa().unsigned_abs();
        let mut places = Vec::new();
        let (mut rest, mut worth) = (whole, 1);
        while rest > 0 {
            places.push((u8::try_from(rest % 10).ok()?, worth));
            (rest, worth) = (rest / 10, worth * 10);
        }
        places.reverse();
        (places.len() >= fewest).then_some(Self { whole, grain, places })
    }

    /// The value of other digits in the same places; `None` beyond what decimals hold.
    fn value(&self, whole: u128) -> Option<Decimal> {
        Decimal::from_u128(whole)?.checked_mul(self.grain)
    }

    /// Two different neighbours in each other's place.
    fn transposed(&self) -> impl Iterator<Item = u128> {
        let pairs = self.places.iter().zip(self.places.iter().skip(1)).filter(|((a, _), (b, _))| a != b);
        pairs.map(|((a, left), (b, right))| {
            let (a, b) = (u128::from(*a), u128::from(*b));
            self.whole + (b * left + a * right) - (a * left + b * right)
        })
    }

    /// Another digit in one place.
    fn replaced(&self) -> impl Iterator<Item = u128> {
        self.places.iter().flat_map(move |(digit, worth)| {
            (0..10)
                .filter(move |other| other != digit)
                .map(move |other| self.whole + u128::from(other) * worth - u128::from(*digit) * worth)
        })
    }
}

/// "without X", where a sum fits its total once one member is left out.
pub(super) fn one_left_out(show: Show, parts: &[(Decimal, &Quantity)], sum: Decimal, total: Interval) -> Option<String> {
    let (_, part) = parts.iter().find(|(value, _)| total.meets(Interval::exact(sum - value)))?;
    Some(show.say(&say::WITHOUT, &[("part", &show.figure(part))]))
}
