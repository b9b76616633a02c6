//! Figures whose value the reader corrected, written as corrected. The audit speaks of figures in their printed words; those of a corrected
//! figure tell another value than the one that is compared.

use super::value::{scale_word, typed_value};
use crate::analysis::{Analysis, Quantity, Reviewed};
use rust_decimal::Decimal;
use std::borrow::Cow;

/// The analysis as the audit is to speak of it: the same, with corrected values written in the place of the printed ones. Copied only where
/// there are any.
pub fn as_corrected(analysis: &Analysis) -> Cow<'_, Analysis> {
    let written: Vec<(usize, String)> =
        analysis.quantities.iter().enumerate().filter_map(|(place, quantity)| Some((place, corrected_words(quantity)?))).collect();
    if written.is_empty() {
        return Cow::Borrowed(analysis);
    }
    let mut told = analysis.clone();
    for (place, words) in written {
        if let Some(quantity) = told.quantities.get_mut(place) {
            quantity.text = words;
        }
    }
    Cow::Owned(told)
}

/// "673.8 million yuan" for "573.80 million yuan" whose value was corrected; `None` where the printed words tell the value.
fn corrected_words(quantity: &Quantity) -> Option<String> {
    let value = quantity.amount.one().filter(|_| quantity.review == Some(Reviewed::Corrected))?;
    let text = quantity.text.as_str();
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.');
    let (prefix, rest) = text.split_at(text.find(|c: char| c.is_ascii_digit())?);
    let (number, suffix) = rest.split_at(rest.find(|c| !is_part(c)).unwrap_or(rest.len()));
    let scale = suffix.split_whitespace().next().and_then(scale_word);
    let power = Decimal::from(10_u64.checked_pow(scale.unwrap_or_default())?);
    let printed = typed_value(number).and_then(|typed| typed.amount.one()).and_then(|printed| printed.checked_mul(power));
    if printed == Some(value) {
        return None;
    }
    let mut scaled = value.checked_div(power)?.normalize();
    let decimals = scale.unwrap_or_default() as i32 - quantity.precision.unwrap_or_default();
    scaled.rescale(scaled.scale().max(u32::try_from(decimals).unwrap_or_default()));
    Some(format!("{prefix}{scaled}{suffix}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Amount;

    fn corrected(text: &str, value: i64, precision: i32) -> Option<String> {
        corrected_words(&Quantity {
            text: text.to_owned(),
            amount: Amount::One(Decimal::from(value)),
            precision: Some(precision),
            review: Some(Reviewed::Corrected),
            ..Quantity::default()
        })
    }

    #[test]
    fn a_corrected_value_is_written_in_the_scale_of_the_printed_one() {
        assert_eq!(corrected("573.80 million yuan", 673_800_000, 5).as_deref(), Some("673.8 million yuan"));
        assert_eq!(corrected("573.8 million yuan", 673_800_000, 4).as_deref(), Some("673.80 million yuan"));
        assert_eq!(corrected("about 1.28", 1_280_000, 4).as_deref(), Some("about 1280000"));
        assert_eq!(corrected("US$ 3 million", 3_500_000, 5).as_deref(), Some("US$ 3.5 million"));
    }

    #[test]
    fn words_that_tell_the_value_stay() {
        assert_eq!(corrected("573.80 million yuan", 573_800_000, 4), None);
        assert_eq!(corrected("four", 4, 0), None);
    }
}
