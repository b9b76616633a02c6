//! A printed figure and a region, told in a language.

use super::{ChineseScale, Language, chinese_things, chinese_unit, denominator};
use crate::analysis::{Amount, Analysis, Quantity, Region, RegionKind, Unit};
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

/// What a section is called: its region's name; what stands before the first region is no region, whatever title heads it, and a report
/// without regions is one whole.
pub fn section_name(analysis: &Analysis, section: u32, language: Language) -> &str {
    let Some(found) = analysis.sections.get(section as usize) else { return "" };
    match found.region.kind {
        RegionKind::Whole if section == 0 && analysis.is_general(section) => super::page::LEAD.of(language),
        RegionKind::Whole if section == 0 => super::page::WHOLE.of(language),
        _ => region_name(&found.region, language),
    }
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
