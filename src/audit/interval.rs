//! What a printed figure stands for: not a point but the range of its last digit, with exact decimals.
//!
//! From a quantity, to the rules. "10.1%" is 10.05 to 10.15, "847 million" is 846.5 to 847.5 million, "over 600" has no upper end.

use crate::analysis::{Bounds, Kind, Modifier, Number, Quantity, Unit, without_zeros};
use rust_decimal::Decimal;

/// A closed range of values around a point; an end that is `None` is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Interval {
    /// Lowest value; `None` if nothing bounds it.
    pub(super) low: Option<Decimal>,
    /// The value as printed or computed.
    pub(super) point: Decimal,
    /// Highest value; `None` if nothing bounds it.
    pub(super) high: Option<Decimal>,
}

const HALF: Decimal = Decimal::from_parts(5, 0, 0, false, 1);

/// Trailing zeros beyond a million million say nothing about rounding.
const LARGEST_GRAIN: i32 = 12;

/// "About" allows a twentieth of the value to both sides.
const ABOUT: Decimal = Decimal::from_parts(20, 0, 0, false, 0);

/// How the last printed digit came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum LastDigit {
    /// Rounded to the nearest: half a unit to both sides.
    #[default]
    Rounded,
    /// Rounded or cut off: half a unit below, a whole one above.
    RoundedOrCut,
}

impl Interval {
    /// Exactly one value.
    pub(super) fn exact(point: Decimal) -> Self {
        Self { low: Some(point), point, high: Some(point) }
    }

    /// The range that a quantity stands for as printed; `None` where it could not be read. A count without scale word is exact.
    pub(super) fn printed(quantity: &Quantity, last: LastDigit) -> Option<Self> {
        Self::of_grain(quantity, printed_grain(quantity)?, quantity.modifier, last)
    }

    /// The same, as if neither "about" nor "more than" stood with it.
    pub(super) fn without_hedge(quantity: &Quantity, last: LastDigit) -> Option<Self> {
        Self::of_grain(quantity, printed_grain(quantity)?, None, last)
    }

    /// The wider range of a round number: its trailing zeros taken as rounded ("61,000" is 60,500 to 61,500).
    pub(super) fn round_number(quantity: &Quantity, last: LastDigit) -> Option<Self> {
        let grain = round_grain(quantity)?;
        let grain = if is_counted(quantity) && grain == Decimal::ONE { Decimal::ZERO } else { grain };
        Self::of_grain(quantity, grain, quantity.modifier, last)
    }

    fn of_grain(quantity: &Quantity, grain: Decimal, modifier: Option<Modifier>, last: LastDigit) -> Option<Self> {
        let (low, high) = quantity.amount.bounds()?;
        let point = quantity.amount.middle()?;
        if grain.is_zero() && modifier.is_none() {
            return Some(Self { low: Some(low), point, high: Some(high) });
        }
        let half = grain * HALF;
        let above = if last == LastDigit::Rounded { half } else { grain };
        let (below, above) = match modifier {
            Some(Modifier::About) => (half.max(point.abs() / ABOUT), above.max(point.abs() / ABOUT)),
            _ => (half, above),
        };
        let printed = Self { low: Some(low - below), point, high: Some(high + above) };
        Some(match modifier {
            Some(Modifier::Over) => Self { high: None, ..printed },
            Some(Modifier::Under) => Self { low: None, ..printed },
            _ => printed,
        })
    }

    /// The sum; open where one of the two is.
    pub(super) fn plus(self, other: Self) -> Option<Self> {
        Some(Self {
            low: both(self.low, other.low, Decimal::checked_add),
            point: self.point.checked_add(other.point)?,
            high: both(self.high, other.high, Decimal::checked_add),
        })
    }

    /// The difference.
    pub(super) fn minus(self, other: Self) -> Option<Self> {
        Some(Self {
            low: both(self.low, other.high, Decimal::checked_sub),
            point: self.point.checked_sub(other.point)?,
            high: both(self.high, other.low, Decimal::checked_sub),
        })
    }

    /// The product of two ranges of positive values.
    pub(super) fn times(self, other: Self) -> Option<Self> {
        Some(Self {
            low: both(self.low, other.low, Decimal::checked_mul),
            point: self.point.checked_mul(other.point)?,
            high: both(self.high, other.high, Decimal::checked_mul),
        })
    }

    /// The quotient of two ranges of positive values; `None` where the divisor is not positive throughout.
    pub(super) fn over(self, other: Self) -> Option<Self> {
        if other.point <= Decimal::ZERO || other.low.is_some_and(|l| l <= Decimal::ZERO) {
            return None;
        }
        Some(Self {
            low: both(self.low, other.high, Decimal::checked_div),
            point: self.point.checked_div(other.point)?,
            high: both(self.high, other.low, Decimal::checked_div),
        })
    }

    /// A hundred times as much: a ratio as a percentage.
    pub(super) fn percent(self) -> Option<Self> {
        self.times(Self::exact(Decimal::ONE_HUNDRED))
    }

    /// Whether the two ranges have a value in common.
    pub(super) fn meets(self, other: Self) -> bool {
        let below = |a: Option<Decimal>, b: Option<Decimal>| matches!((a, b), (Some(a), Some(b)) if a < b);
        !below(self.high, other.low) && !below(other.high, self.low)
    }

    /// Whether every value of this range is larger than every value of the other.
    pub(super) fn exceeds(self, other: Self) -> bool {
        matches!((self.low, other.high), (Some(low), Some(high)) if low > high)
    }

    /// Both ends, where neither is open.
    pub(super) fn bounds(self) -> Option<Bounds> {
        Some(Bounds { low: Number(self.low?.normalize()), high: Number(self.high?.normalize()) })
    }
}

/// What one in the last printed digit is worth; nothing where all are counted.
pub(super) fn printed_grain(quantity: &Quantity) -> Option<Decimal> {
    if is_fraction_in_words(quantity) {
        return quantity.amount.middle().map(|v| v.abs() / FRACTION);
    }
    if is_counted(quantity) { Some(Decimal::ZERO) } else { power_of_ten(quantity.precision.unwrap_or(0)) }
}

/// "A quarter" is told of what comes within a tenth of it.
const FRACTION: Decimal = Decimal::from_parts(5, 0, 0, false, 0);

/// "Almost a third", "two-fifths": a share by a fraction in words is a round one.
fn is_fraction_in_words(quantity: &Quantity) -> bool {
    quantity.unit == Unit::Percent
        && !quantity.text.bytes().any(|b| b.is_ascii_digit() || b == b'%')
        && !["cent", "hundred"].iter().any(|word| quantity.text.to_ascii_lowercase().contains(word))
}

/// Whether a figure is a count to the last unit, printed without a scale word. An average of counts is none: it is rounded like any quotient.
fn is_counted(quantity: &Quantity) -> bool {
    let is_mean = quantity.kind == Kind::Average || quantity.per.is_some();
    quantity.unit.is_counted() && quantity.precision == Some(0) && quantity.modifier.is_none() && !is_mean
}

/// The unit of the last digit that is no trailing zero: 100 for "8,800".
pub(super) fn round_grain(quantity: &Quantity) -> Option<Decimal> {
    let (low, _) = quantity.amount.bounds()?;
    let printed = quantity.precision.unwrap_or(0);
    power_of_ten(last_digit(low).map_or(printed, |last| printed.max(last.min(LARGEST_GRAIN))))
}

/// The exponent of the last digit that is no zero; nothing of zero.
fn last_digit(value: Decimal) -> Option<i32> {
    let (digits, zeros) = without_zeros(value.mantissa().unsigned_abs());
    (digits != 0).then_some(zeros - i32::try_from(value.scale()).ok()?)
}

fn both(a: Option<Decimal>, b: Option<Decimal>, op: impl Fn(Decimal, Decimal) -> Option<Decimal>) -> Option<Decimal> {
    op(a?, b?)
}

/// Ten to the power of `exponent`; `None` outside what decimals hold.
pub(super) fn power_of_ten(exponent: i32) -> Option<Decimal> {
    match exponent {
        ..0 => Decimal::try_new(1, exponent.unsigned_abs()).ok(),
        0..=18 => Some(Decimal::from(10_u64.pow(exponent.unsigned_abs()))),
        _ => Decimal::try_from_i128_with_scale(10_i128.checked_pow(exponent.unsigned_abs())?, 0).ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyze::{Options, analyze};
    use crate::ingest::SourceText;

    /// Ends of the range of the first figure of a text.
    fn range(text: &str, last: LastDigit) -> (Option<String>, Option<String>) {
        let source = SourceText { name: "a.txt".into(), text: text.into(), ..SourceText::default() };
        let analysis = analyze(&source, &Options::default(), &mut |_| {});
        let interval = Interval::printed(&analysis.quantities[0], last).unwrap();
        (interval.low.map(|v| v.normalize().to_string()), interval.high.map(|v| v.normalize().to_string()))
    }

    fn ends(low: &str, high: &str) -> (Option<String>, Option<String>) {
        (Some(low.to_owned()), Some(high.to_owned()))
    }

    #[test]
    fn a_printed_figure_is_the_range_of_its_last_digit() {
        assert_eq!(range("Cases rose by 10.1%.", LastDigit::Rounded), ends("10.05", "10.15"));
        assert_eq!(range("The fund paid 847 million yuan.", LastDigit::Rounded), ends("846500000", "847500000"));
        assert_eq!(range("The fund paid 573.80 million yuan.", LastDigit::Rounded), ends("573795000", "573805000"));
        assert_eq!(range("The plan names 3,277 villages.", LastDigit::Rounded), ends("3277", "3277"));
    }

    #[test]
    fn hedges_and_cut_off_digits_widen_it() {
        assert_eq!(range("More than 600 articles were printed.", LastDigit::Rounded).1, None);
        assert_eq!(range("Nearly 600 articles were printed.", LastDigit::Rounded).0, None);
        assert_eq!(range("Cases rose by 10.1%.", LastDigit::RoundedOrCut), ends("10.05", "10.2"));
    }

    #[test]
    fn arithmetic_keeps_both_ends() {
        let of = |low: i64, point: i64, high: i64| Interval { low: Some(low.into()), point: point.into(), high: Some(high.into()) };
        assert_eq!(of(1, 2, 3).plus(of(10, 20, 30)), Some(of(11, 22, 33)));
        assert_eq!(of(10, 20, 30).minus(of(1, 2, 3)), Some(of(7, 18, 29)));
        assert_eq!(of(10, 20, 30).over(of(1, 2, 5)), Some(of(2, 10, 30)));
        assert_eq!(of(1, 2, 3).over(of(-1, 0, 1)), None);
        assert!(of(1, 2, 3).meets(of(3, 4, 5)) && !of(1, 2, 3).meets(of(4, 5, 6)) && of(4, 5, 6).exceeds(of(1, 2, 3)));
    }
}
