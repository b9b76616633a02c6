//! The value that a reader types: digits with separators, a scale word, a range. Wider reading of text is the business of `quantity`; here a
//! person writes on purpose, and what is not understood is asked again.

use crate::analysis::Amount;
use rust_decimal::Decimal;

/// Scale words and signs that a reader may type, with their exponents.
const SCALES: [(&str, u32); 14] = [
    ("thousand", 3),
    ("k", 3),
    ("million", 6),
    ("m", 6),
    ("mn", 6),
    ("billion", 9),
    ("bn", 9),
    ("trillion", 12),
    ("lakh", 5),
    ("crore", 7),
    ("百万", 6),
    ("万", 4),
    ("亿", 8),
    ("千", 3),
];

/// A typed value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Typed {
    /// Magnitude in base units.
    pub amount: Amount,
    /// Decimal exponent of the last digit, in base units.
    pub precision: i32,
}

/// Reads "1,280,000", "1.28 million", "3000-5000", "1.2 to 1.5 million", "-2.4". `None` where it is no value.
pub fn typed_value(words: &str) -> Option<Typed> {
    let words = words.trim().trim_end_matches('%').trim().replace('\u{2212}', "-");
    if let Some(one) = one(&words) {
        return Some(Typed { amount: Amount::One(one.value), precision: one.exponent });
    }
    let (low, high) = [" to ", "\u{2013}", "-"].iter().find_map(|dash| words.split_once(dash).filter(|(low, _)| !low.trim().is_empty()))?;
    let high_end = one(high)?;
    let low_end = one(low)?;
    // "1.2 to 1.5 million": the scale of the second end holds for both, unless the first has its own.
    let low_value = if low_end.scale == 0 { scaled(low_end.value, high_end.scale)?.normalize() } else { low_end.value };
    let exponent = if low_end.scale == 0 { low_end.exponent + high_end.scale as i32 } else { low_end.exponent };
    (low_value <= high_end.value)
        .then(|| Typed { amount: Amount::Range(low_value, high_end.value), precision: exponent.min(high_end.exponent) })
}

/// The exponent of a scale word.
pub(super) fn scale_word(word: &str) -> Option<u32> {
    let word = word.to_lowercase();
    SCALES.iter().find(|(known, _)| *known == word).map(|(_, exponent)| *exponent)
}

struct One {
    value: Decimal,
    exponent: i32,
    scale: u32,
}

fn one(words: &str) -> Option<One> {
    let words = words.trim();
    let digits_end = words.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')));
    let (digits, scale) = words.split_at(digits_end.unwrap_or(words.len()));
    let scale = scale.trim().to_lowercase();
    let scale = if scale.is_empty() { 0 } else { scale_word(&scale)? };
    let plain = ungrouped(digits.trim())?;
    let value: Decimal = plain.parse().ok()?;
    let exponent = scale as i32 - value.scale() as i32;
    Some(One { value: scaled(value, scale)?.normalize(), exponent, scale })
}

fn scaled(value: Decimal, exponent: u32) -> Option<Decimal> {
    value.checked_mul(Decimal::from(10_u64.checked_pow(exponent)?))
}

/// The digits without separators; `None` where the separators part no groups.
fn ungrouped(digits: &str) -> Option<String> {
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(whole, fraction)| (whole, Some(fraction)));
    let sign = whole.starts_with('-');
    let groups: Vec<&str> = whole.trim_start_matches('-').split([',', ' ', '\u{a0}', '\u{202f}', '\u{2009}']).collect();
    let grouped =
        groups.iter().skip(1).all(|group| matches!(group.len(), 2 | 3)) && groups.last().is_some_and(|g| groups.len() == 1 || g.len() == 3);
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if !grouped || !groups.iter().all(|group| all_digits(group)) || fraction.is_some_and(|f| !all_digits(f)) {
        return None;
    }
    let whole = groups.concat();
    let sign = if sign { "-" } else { "" };
    Some(fraction.map_or_else(|| format!("{sign}{whole}"), |fraction| format!("{sign}{whole}.{fraction}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &str) -> Option<(String, i32)> {
        let typed = typed_value(words)?;
        let (low, high) = typed.amount.bounds()?;
        Some((if low == high { low.to_string() } else { format!("{low}..{high}") }, typed.precision))
    }

    #[test]
    fn what_a_reader_may_type() {
        for (words, value, precision) in [
            ("1280000", "1280000", 0),
            ("1,280,000", "1280000", 0),
            ("1 280 000", "1280000", 0),
            ("12,34,567", "1234567", 0),
            ("1.28 million", "1280000", 4),
            ("1.280 million", "1280000", 3),
            ("213亿", "21300000000", 8),
            ("45%", "45", 0),
            ("-2.4", "-2.4", -1),
            ("\u{2212}2.4 %", "-2.4", -1),
            ("3000-5000", "3000..5000", 0),
            ("1.2 to 1.5 million", "1200000..1500000", 5),
            ("900 thousand to 1.5 million", "900000..1500000", 3),
        ] {
            assert_eq!(read(words), Some((value.to_owned(), precision)), "{words}");
        }
    }

    #[test]
    fn what_is_no_value_is_not_guessed() {
        for words in ["", "twelve", "12 dozen", "1,28", "1..2", "5-3", "2.33,082", ".", "-", "1e9", "99999999999999999999 trillion"] {
            assert_eq!(read(words), None, "{words}");
        }
    }
}
