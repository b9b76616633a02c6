//! How the values of one column are written: the scale (yuan, million yuan; mu, hectare) and the digits.
//!
//! From magnitudes in base units with the exponent of their last printed digit, to text. The printed digits are kept: 1.10314 billion yuan
//! reads 1,103.14 in million yuan, never 1,103.1 and never 1,103.140.

use crate::analysis::{Amount, Bounds, Unit};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

/// A true minus sign, as the numbers of a table need it.
const MINUS: char = '\u{2212}';

/// What the base unit of a column is multiplied by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Scale {
    /// The base unit itself.
    #[default]
    One,
    /// Thousands.
    Thousand,
    /// Millions.
    Million,
    /// Billions (10^9).
    Billion,
    /// Hectares for a column in mu: one hectare is 15 mu.
    Hectare,
}

const ALL: [Scale; 5] = [Scale::One, Scale::Thousand, Scale::Million, Scale::Billion, Scale::Hectare];

impl Scale {
    /// The word that stands for the scale in links and settings.
    pub fn id(self) -> &'static str {
        match self {
            Self::One => "one",
            Self::Thousand => "thousand",
            Self::Million => "million",
            Self::Billion => "billion",
            Self::Hectare => "ha",
        }
    }

    /// The scale of an [`Scale::id`].
    pub fn from_id(id: &str) -> Option<Self> {
        ALL.into_iter().find(|scale| scale.id() == id)
    }

    /// The scales that a column of this unit can be shown in, smallest first.
    pub fn choices(unit: Unit) -> &'static [Self] {
        match unit {
            Unit::Mu => &[Self::One, Self::Thousand, Self::Million, Self::Hectare],
            _ if unit.is_relative() || unit.is_time() => &[Self::One],
            _ => &[Self::One, Self::Thousand, Self::Million, Self::Billion],
        }
    }

    /// The scale that a column opens with: large sums of money in millions (in billions where even the typical one has twelve digits),
    /// all else in full.
    pub fn usual(unit: Unit, typical: Option<Decimal>) -> Self {
        let typical = typical.unwrap_or_default().abs();
        if !unit.is_currency() || typical < Decimal::from(100_000) {
            Self::One
        } else if typical < Decimal::from(1_000_000_000_000_i64) {
            Self::Million
        } else {
            Self::Billion
        }
    }

    /// Power of ten of the scale; hectares have none.
    fn exponent(self) -> u32 {
        match self {
            Self::One | Self::Hectare => 0,
            Self::Thousand => 3,
            Self::Million => 6,
            Self::Billion => 9,
        }
    }

    /// A value in base units, expressed in this scale. Exact, except for hectares.
    pub fn apply(self, value: Decimal) -> Decimal {
        match self {
            Self::Hectare => value / Decimal::from(15),
            _ => value * Decimal::new(1, self.exponent()),
        }
    }

    /// Digits after the point that the printed figure has in this scale.
    fn decimals(self, value: Decimal, precision: Option<i32>) -> u32 {
        if self == Self::Hectare {
            // Fifteen mu make a hectare: one digit more than was printed in mu says as much as the report says.
            return precision.map_or(1, |p| (1 - p).clamp(0, 3) as u32);
        }
        match precision {
            Some(p) => (self.exponent() as i32 - p).clamp(0, 12) as u32,
            None => decimals_of(self.apply(value).normalize()),
        }
    }

    /// [`Scale::apply`] as floating point, for positions on a chart only.
    pub fn position(self, value: Decimal) -> Option<f64> {
        self.apply(value).to_f64()
    }
}

/// Decimals of a value that nobody printed: all it has, unless a quotient gave it more than any reader wants.
fn decimals_of(value: Decimal) -> u32 {
    let shorter = if value.abs() < Decimal::TEN { value.round_sf(DIGITS_OF_QUOTIENT) } else { Some(value.round_dp(2)) };
    let shown = shorter.filter(|_| value.scale() > MOST_DECIMALS).unwrap_or(value);
    shown.normalize().scale().min(12)
}

/// What has more decimals has no end: sums and medians of printed figures have fewer.
const MOST_DECIMALS: u32 = 6;
/// Digits that tell a small quotient.
const DIGITS_OF_QUOTIENT: u32 = 3;

/// A number in two parts, so that decimals can hang in a width of their own.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Figure {
    /// Sign and grouped digits before the point: "1,103".
    pub whole: String,
    /// The point and the digits after it, ".14"; empty for an integer.
    pub fraction: String,
}

impl Figure {
    /// Both parts together.
    pub fn text(&self) -> String {
        format!("{}{}", self.whole, self.fraction)
    }
}

/// One value in a scale, with the digits that were printed (`precision` is the exponent of the last one, in base units).
pub fn figure(value: Decimal, precision: Option<i32>, scale: Scale) -> Figure {
    let decimals = scale.decimals(value, precision);
    let mut scaled = scale.apply(value).round_dp(decimals);
    scaled.rescale(decimals);
    let digits = scaled.abs().to_string();
    let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
    let mut text = if scaled.is_sign_negative() && !scaled.is_zero() { MINUS.to_string() } else { String::new() };
    text.push_str(&grouped(whole));
    Figure { whole: text, fraction: if fraction.is_empty() { String::new() } else { format!(".{fraction}") } }
}

/// The two ends of a range of values, written in the scale that fits the unit, with as many digits as part them.
pub fn bounds_words(bounds: &Bounds, unit: Unit) -> (String, String) {
    let (low, high) = (bounds.low.0, bounds.high.0);
    let scale = Scale::usual(unit, Some(high));
    let mut text = (String::new(), String::new());
    // Rounded, because an implied end can have endless digits; finer where rounding would hide a difference.
    for decimals in 2..=6_i32 {
        let exponent = scale.exponent() as i32;
        let write = |value: Decimal| trimmed(&figure(value, Some(exponent - decimals), scale).text());
        text = (write(low), write(high));
        if text.0 != text.1 || low == high {
            break;
        }
    }
    text
}

fn trimmed(number: &str) -> String {
    if number.contains('.') { number.trim_end_matches('0').trim_end_matches('.').to_owned() } else { number.to_owned() }
}

/// A magnitude in a scale, in words where it is a range ("300 to 500"); `None` where it cannot be read.
pub fn plain_figure(amount: Amount, precision: Option<i32>, scale: Scale) -> Option<String> {
    let (low, high) = amount.bounds()?;
    let first = figure(low, precision, scale).text();
    Some(if low == high { first } else { format!("{first} to {}", figure(high, precision, scale).text()) })
}

/// Digits in groups of three, parted by commas.
fn grouped(digits: &str) -> String {
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Number;

    fn text(value: &str, precision: Option<i32>, scale: Scale) -> String {
        figure(value.parse().unwrap(), precision, scale).text()
    }

    #[test]
    fn bounds_show_the_digits_that_part_them() {
        let bounds = |low: &str, high: &str| Bounds { low: Number(low.parse().unwrap()), high: Number(high.parse().unwrap()) };
        let words = |low, high, unit| bounds_words(&bounds(low, high), unit);
        assert_eq!(words("573795000", "573805000", Unit::CNY), ("573.795".to_owned(), "573.805".to_owned()));
        assert_eq!(words("33.3412", "33.4101", Unit::Percent), ("33.34".to_owned(), "33.41".to_owned()));
        assert_eq!(words("10.0001", "10.0002", Unit::Percent), ("10.0001".to_owned(), "10.0002".to_owned()));
    }

    #[test]
    fn printed_digits_are_kept_in_every_scale() {
        assert_eq!(text("573800000", Some(4), Scale::Million), "573.80");
        assert_eq!(text("1103140000", Some(4), Scale::Million), "1,103.14");
        assert_eq!(text("5299000000", Some(6), Scale::Million), "5,299");
        assert_eq!(text("21300000000", Some(8), Scale::Million), "21,300");
        assert_eq!(text("21300000000", Some(8), Scale::Billion), "21.3");
        assert_eq!(text("11022", Some(0), Scale::One), "11,022");
        assert_eq!(text("4841.36", Some(-2), Scale::One), "4,841.36");
        assert_eq!(text("15.0", Some(-1), Scale::One), "15.0");
    }

    #[test]
    fn without_a_precision_the_number_is_written_as_short_as_it_is() {
        assert_eq!(text("1410500000", None, Scale::Million), "1,410.5");
        assert_eq!(text("10.10", None, Scale::One), "10.1");
        assert_eq!(text("1410500123", None, Scale::Million), "1,410.500123");
    }

    #[test]
    fn a_quotient_without_end_is_cut() {
        assert_eq!(text("0.491803278688524590163934", None, Scale::One), "0.492");
        assert_eq!(text("0.0000385445584", None, Scale::One), "0.0000385");
        assert_eq!(text("4893.333333333333", None, Scale::One), "4,893.33");
    }

    #[test]
    fn negative_numbers_have_a_true_minus_and_zero_has_none() {
        assert_eq!(text("-3.50", Some(-2), Scale::One), "\u{2212}3.50");
        assert_eq!(text("-0.0", Some(-1), Scale::One), "0.0");
    }

    #[test]
    fn mu_become_hectares_by_fifteen() {
        assert_eq!(text("150", Some(0), Scale::Hectare), "10.0");
        assert_eq!(text("640000", Some(4), Scale::Hectare), "42,667");
    }

    #[test]
    fn a_range_is_written_with_to() {
        let range = Amount::Range(Decimal::from(300_000_000), Decimal::from(500_000_000));
        assert_eq!(plain_figure(range, Some(8), Scale::Million).as_deref(), Some("300 to 500"));
        assert_eq!(plain_figure(Amount::Unread, None, Scale::One), None);
    }

    #[test]
    fn money_opens_in_millions_only_where_it_is_large() {
        assert_eq!(Scale::usual(Unit::CNY, Some(Decimal::from(1_410_000_000))), Scale::Million);
        assert_eq!(Scale::usual(Unit::CNY, Some(Decimal::from(4893))), Scale::One);
        assert_eq!(Scale::usual(Unit::CNY, Some(Decimal::from(2_000_000_000_000_i64))), Scale::Billion);
        assert_eq!(Scale::usual(Unit::People, Some(Decimal::from(2_100_000))), Scale::One);
        assert_eq!(Scale::usual(Unit::CNY, None), Scale::One);
    }

    #[test]
    fn ids_go_both_ways() {
        for scale in ALL {
            assert_eq!(Scale::from_id(scale.id()), Some(scale));
        }
        assert_eq!(Scale::from_id("dozen"), None);
    }
}
