//! How derived numbers are written: grouped digits, the scale of the column, ranges with "to", and in Chinese with 万 and 亿.

use super::{is_said, unit_label};
use crate::analysis::{Amount, Bounds, Cell, Number, Quantity, Unit};
use crate::app::report::Report;
use crate::app::strings::{Language, Strings, fill};
use crate::compare::{Scale, bounds_words, figure, plain_figure, things};
use crate::wording::{ChineseScale, chinese_bounds};
use rust_decimal::Decimal;

/// A value with its unit, apart.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shown {
    /// The digits, with a hedge's sign in front.
    pub number: String,
    /// The unit in words.
    pub unit: String,
}

/// The chosen value of a cell in the column's usual unit, with the printed precision. `None` where the figure cannot be read.
pub fn cell_value(report: &Report, cell: &Cell, language: Language) -> Option<Shown> {
    let quantity = report.quantity(cell.quantity);
    let scale = Scale::usual(cell.unit, cell.amount.middle());
    let precision = quantity.filter(|_| cell.divided_by.is_none()).and_then(|q| q.precision);
    let number = plain_figure(cell.amount, precision, scale)?;
    let sign = quantity.and_then(|q| q.modifier).map_or("", crate::compare::modifier_sign);
    let (noun, own) = quantity.map_or((None, None), |q| (things(q), q.per.as_deref()));
    let per = report.indicator(&cell.indicator).and_then(|indicator| indicator.per.as_deref()).or(own);
    Some(Shown {
        number: format!("{sign}{}", ranges(&number, language)),
        unit: beside_number(cell.unit, scale, noun.as_deref(), per, language),
    })
}

/// The value of a cell beside the label of its indicator, which says what is counted: "Deaths 1,612", not "Deaths 1,612 deaths".
pub fn labelled_value(report: &Report, cell: &Cell, label: &str, language: Language) -> Option<Shown> {
    let shown = cell_value(report, cell, language)?;
    let unit = if cell.unit.is_counted() && is_said(label, &shown.unit) { String::new() } else { shown.unit };
    Some(Shown { unit, ..shown })
}

/// The unit beside a number; a ratio has none.
fn beside_number(unit: Unit, scale: Scale, noun: Option<&str>, per: Option<&str>, language: Language) -> String {
    if unit == Unit::Ratio { String::new() } else { unit_label(unit, scale, noun, per, language) }
}

/// A derived value (a median, a sum) in the usual unit, as one string.
pub fn derived(value: Decimal, unit: Unit, language: Language) -> String {
    let scale = Scale::usual(unit, Some(value));
    let number = figure(value, None, scale).text();
    joined(&number, &beside_number(unit, scale, None, None, language), unit)
}

/// A figure's magnitude in base units, written in full: "252,300,000 yuan"; in Chinese with 万 and 亿. `None` where it cannot be read.
pub fn amount_in_full(quantity: &Quantity, language: Language) -> Option<String> {
    let label = beside_number(quantity.unit, Scale::One, things(quantity).as_deref(), quantity.per.as_deref(), language);
    if let (Language::Chinese, Amount::One(value)) = (language, quantity.amount)
        && !quantity.unit.is_relative()
    {
        return Some(ChineseScale::of(value, quantity.precision).amount(value, &label));
    }
    let number = ranges(&plain_figure(quantity.amount, quantity.precision, Scale::One)?, language);
    Some(joined(&number, &label, quantity.unit))
}

/// The range that a printed number stands for: half a unit of its last digit to either side. `None` for counted things, which are printed in
/// full, for ranges, and where the precision is not known.
pub fn printed_range(quantity: &Quantity) -> Option<Bounds> {
    let value = quantity.amount.one()?;
    let exponent = quantity.precision?;
    if exponent == 0 && quantity.unit.is_counted() {
        return None;
    }
    let unit = if exponent >= 0 {
        Decimal::from(10_i64.checked_pow(exponent.unsigned_abs())?)
    } else {
        Decimal::try_new(1, exponent.unsigned_abs()).ok()?
    };
    let half = unit / Decimal::TWO;
    Some(Bounds { low: Number((value - half).normalize()), high: Number((value + half).normalize()) })
}

/// A range of values without its unit: "573.8 to 573.81 million", in Chinese with 万 and 亿. One value where both ends are the same.
pub fn range_words(bounds: &Bounds, unit: Unit, t: &Strings) -> String {
    if t.language == Language::Chinese {
        return chinese_bounds(bounds.low.0, bounds.high.0, "");
    }
    let (low, high) = bounds_words(bounds, unit);
    let words = if low == high { low } else { fill(t.words.range, &[("low", &low), ("high", &high)]) };
    let scale = match Scale::usual(unit, Some(bounds.high.0)) {
        Scale::Million => " million",
        Scale::Billion => " billion",
        Scale::One | Scale::Thousand | Scale::Hectare => "",
    };
    format!("{words}{scale}")
}

/// A part's share of its total, to one tenth of a per cent; `None` where either cannot be read, or where the part is ten times its total and
/// more, so that a share says nothing.
pub fn share_of(part: &Quantity, total: &Quantity) -> Option<String> {
    if part.unit != total.unit {
        return None;
    }
    let (part, total) = (part.amount.middle()?, total.amount.middle()?);
    if total.is_zero() || part.abs() >= total.abs() * Decimal::TEN {
        return None;
    }
    Some(format!("{}%", figure(part / total * Decimal::ONE_HUNDRED, Some(-1), Scale::One).text()))
}

fn joined(number: &str, unit: &str, kind: Unit) -> String {
    if unit.is_empty() {
        number.to_owned()
    } else if kind == Unit::Percent {
        format!("{number}{unit}")
    } else {
        format!("{number} {unit}")
    }
}

/// A range in the words of a language.
pub fn ranges(number: &str, language: Language) -> String {
    match language {
        Language::English => number.to_owned(),
        Language::Chinese => number.replace(" to ", " 至 "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::report::tests::quantity;

    fn yuan(value: &str, precision: i32) -> Quantity {
        Quantity { amount: Amount::One(value.parse().unwrap()), precision: Some(precision), unit: Unit::CNY, ..quantity() }
    }

    #[test]
    fn amounts_in_full_keep_the_printed_digits() {
        assert_eq!(amount_in_full(&yuan("252300000", 5), Language::English).as_deref(), Some("252,300,000 yuan"));
        assert_eq!(amount_in_full(&yuan("21300000000", 8), Language::Chinese).as_deref(), Some("213 亿元"));
        assert_eq!(amount_in_full(&yuan("2258", 0), Language::Chinese).as_deref(), Some("2,258 元"));
        let percent = Quantity { unit: Unit::Percent, ..yuan("10.10", -2) };
        assert_eq!(amount_in_full(&percent, Language::English).as_deref(), Some("10.10%"));
        assert_eq!(amount_in_full(&Quantity { amount: Amount::Unread, ..percent }, Language::English), None);
    }

    #[test]
    fn a_large_range_of_money_is_in_millions() {
        let bounds = Bounds { low: Number("573795000".parse().unwrap()), high: Number("573805000".parse().unwrap()) };
        let words = |unit, language: Language| range_words(&bounds, unit, language.strings());
        assert_eq!(words(Unit::CNY, Language::English), "573.795 to 573.805 million");
        assert_eq!(words(Unit::People, Language::English), "573,795,000 to 573,805,000");
        assert_eq!(words(Unit::CNY, Language::Chinese), "5.73795 至 5.73805 亿");
    }

    #[test]
    fn a_printed_number_stands_for_half_a_digit_to_either_side() {
        let range = |quantity: &Quantity| printed_range(quantity).map(|b| (b.low.0.to_string(), b.high.0.to_string()));
        assert_eq!(range(&yuan("252300000", 5)), Some(("252250000".to_owned(), "252350000".to_owned())));
        let percent = Quantity { unit: Unit::Percent, ..yuan("10.1", -1) };
        assert_eq!(range(&percent), Some(("10.05".to_owned(), "10.15".to_owned())));
        assert_eq!(range(&Quantity { unit: Unit::People, ..yuan("11022", 0) }), None);
    }

    #[test]
    fn shares_are_of_the_same_unit_only() {
        assert_eq!(share_of(&yuan("252300000", 5), &yuan("573800000", 4)).as_deref(), Some("44.0%"));
        assert_eq!(share_of(&Quantity { unit: Unit::People, ..yuan("1", 0) }, &yuan("2", 0)), None);
        assert_eq!(share_of(&yuan("1", 0), &yuan("0", 0)), None);
        assert_eq!(share_of(&yuan("1615", 0), &yuan("2", 0)), None);
    }
}
