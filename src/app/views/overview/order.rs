//! Which regions are shown, and in what order.

use crate::app::report::Report;
use std::cmp::Reverse;

/// What the reader has chosen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Choice {
    /// Words that a region's name must hold.
    pub(super) query: String,
    /// The headline indicator.
    pub(super) headline: Option<String>,
    /// "value", "findings", "name"; anything else is the order of the report.
    pub(super) order: String,
    /// Whether only regions that state the headline indicator are shown.
    pub(super) only_stated: bool,
}

/// Ids of the regions' sections to show, in order. Regions that do not state the headline figure come last when ordered by it.
pub(super) fn shown_sections(report: &Report, choice: &Choice) -> Vec<u32> {
    let query = choice.query.trim().to_lowercase();
    let value = |section: u32| {
        let indicator = choice.headline.as_deref()?;
        report.cell(section, indicator).and_then(|cell| cell.amount.middle())
    };
    let states = |section: u32| choice.headline.as_deref().is_some_and(|id| report.cell(section, id).is_some());
    let mut shown: Vec<u32> = report
        .regions()
        .filter(|section| {
            let region = &section.region;
            query.is_empty()
                || region.name.to_lowercase().contains(&query)
                || region.local_name.as_ref().is_some_and(|name| name.contains(&query))
        })
        .map(|section| section.id)
        .filter(|id| !choice.only_stated || states(*id))
        .collect();
    match choice.order.as_str() {
        "value" => shown.sort_by_key(|id| Reverse(value(*id))),
        "findings" => shown.sort_by_key(|id| Reverse(report.tally_in(*id).inconsistent)),
        "name" => shown.sort_by_key(|id| report.section(*id).map(|section| section.region.name.clone())),
        _ => {}
    }
    shown
}
