//! A printed figure and a region, told in a language.

use super::{ChineseScale, Language, chinese_things, chinese_unit, denominator};
use crate::analysis::{Amount, Quantity, Region, Unit};
use std::borrow::Cow;

/// A printed figure: as it stands in English; in Chinese its value with its unit, or the print in quotation marks where it has none.
pub fn figure(q: &Quantity, language: Language) -> Cow<'_, str> {
    match language {
        Language::English => Cow::Borrowed(&q.text),
        Language::Chinese => Cow::Owned(chinese_figure(q)),
    }
}

/// The name of a region: in Chinese the local one, where the gazetteer has it.
pub fn region_name(region: &Region, language: Language) -> &str {
    let local = region.local_name.as_deref().filter(|_| language == Language::Chinese);
    local.unwrap_or(&region.name)
}

fn chinese_figure(q: &Quantity) -> String {
    let scale = |value| ChineseScale::of(value, q.precision);
    match q.amount {
        Amount::Unread => format!("\u{201c}{}\u{201d}", q.text),
        Amount::One(value) => scale(value).amount(value, &unit_of_figure(q)),
        Amount::Range(low, high) => format!("{} 至 {}", scale(high).number(low), scale(high).amount(high, &unit_of_figure(q))),
    }
}

/// The unit of a figure in Chinese: what is counted has its measure word, words without Chinese stand in quotation marks.
pub fn unit_of_figure(q: &Quantity) -> String {
    let per = q.per.as_deref().map(|per| denominator(per, Language::Chinese));
    match (q.unit, &q.noun) {
        (Unit::Count, Some(noun)) => chinese_things(noun),
        _ => chinese_unit(q.unit, "", None, per.as_deref()),
    }
}
