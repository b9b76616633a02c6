//! Writes values as the report does: in the scale and with the unit of the printed figure they are compared with.
//!
//! From exact decimals, to notes and calculations.

use super::interval::power_of_ten;
use crate::analysis::{Quantity, Reviewed};
use rust_decimal::{Decimal, RoundingStrategy};

/// A value in the style of a printed figure: its scale word, unit and at most two more decimals.
pub(super) fn like(value: Decimal, model: &Quantity) -> String {
    let Some((prefix, decimals, suffix)) = take_apart(&model.text) else { return format!("{}{}", grouped(value, 2), unit_word(model)) };
    let scaled = power_of_ten(scale_of(model, decimals)).and_then(|p| value.checked_div(p)).unwrap_or(value);
    let digits = u32::try_from(decimals).unwrap_or(0) + 2;
    format!("{prefix}{}{suffix}", grouped(scaled, digits))
}

/// The unit of a figure in words ("one million yuan"), as printed; nothing where it counts things.
fn unit_word(model: &Quantity) -> String {
    let last = model.text.split_whitespace().next_back().filter(|_| !model.unit.is_counted());
    last.map_or_else(String::new, |word| format!(" {word}"))
}

/// The number alone in the scale of a printed figure, for the members of a calculation.
pub(super) fn number_like(value: Decimal, model: &Quantity) -> String {
    let Some((_, decimals, _)) = take_apart(&model.text) else { return grouped(value, 2) };
    let scaled = power_of_ten(scale_of(model, decimals)).and_then(|p| value.checked_div(p)).unwrap_or(value);
    grouped(scaled, 4)
}

/// The power of ten that the scale word of a printed figure stands for. Told by its last digit; where the reader gave the value, that digit
/// may stand before the printed one, and the value itself tells.
fn scale_of(model: &Quantity, decimals: i32) -> i32 {
    let by_digit = model.precision.unwrap_or(0) + decimals;
    if model.review != Some(Reviewed::Corrected) {
        return by_digit;
    }
    let digits: String = model.text.chars().filter(char::is_ascii_digit).collect();
    let printed = digits.parse::<Decimal>().ok().zip(model.amount.one());
    let tells = |scale: &i32| {
        printed.is_some_and(|(digits, value)| power_of_ten(scale - decimals).and_then(|p| digits.checked_mul(p)) == Some(value))
    };
    (0..=12).find(tells).unwrap_or(by_digit)
}

/// A percentage with two decimals.
pub(super) fn percent(value: Decimal) -> String {
    format!("{}%", grouped(value, 2))
}

/// A plain number with separated thousands and at most `digits` decimals, without trailing zeros.
pub(super) fn grouped(value: Decimal, digits: u32) -> String {
    let rounded = value.round_dp_with_strategy(digits, RoundingStrategy::MidpointAwayFromZero).normalize();
    let plain = rounded.abs().to_string();
    let (whole, fraction) = plain.split_once('.').map_or((plain.as_str(), None), |(w, f)| (w, Some(f)));
    let mut out = String::new();
    if rounded.is_sign_negative() && !rounded.is_zero() {
        out.push('-');
    }
    for (i, c) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

/// Prefix, number of printed decimals and suffix of a printed figure; `None` if it is spelled out or a range.
fn take_apart(text: &str) -> Option<(&str, i32, &str)> {
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let rest = text.get(start..)?;
    let len = rest.find(|c: char| !(c.is_ascii_digit() || matches!(c, ',' | '.' | ' ' | '\u{a0}'))).unwrap_or(rest.len());
    let number = rest.get(..len)?.trim_end_matches([' ', '\u{a0}', '.', ',']);
    let suffix = rest.get(number.len()..)?;
    if suffix.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let decimals = number.rsplit_once('.').map_or(0, |(_, d)| d.chars().filter(char::is_ascii_digit).count());
    Some((text.get(..start)?, i32::try_from(decimals).ok()?, suffix))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_separated_and_zeros_cut() {
        assert_eq!(grouped(Decimal::from(1_234_567), 2), "1,234,567");
        assert_eq!(grouped(Decimal::new(-12_345_600, 4), 3), "-1,234.56");
        assert_eq!(grouped(Decimal::new(999_999, 3), 2), "1,000");
        assert_eq!(percent(Decimal::new(57_116, 3)), "57.12%");
    }

    #[test]
    fn beside_a_figure_in_words_a_value_has_its_unit() {
        let model = |text: &str, unit| Quantity { text: text.to_owned(), unit, ..Quantity::default() };
        assert_eq!(like(Decimal::new(91_547, 2), &model("one million yuan", crate::analysis::Unit::CNY)), "915.47 yuan");
        assert_eq!(like(Decimal::from(5), &model("four", crate::analysis::Unit::Count)), "5");
    }

    #[test]
    fn figures_are_taken_apart() {
        assert_eq!(take_apart("573.80 million yuan"), Some(("", 2, " million yuan")));
        assert_eq!(take_apart("US$ 1.2 billion"), Some(("US$ ", 1, " billion")));
        assert_eq!(take_apart("four"), None);
    }
}
