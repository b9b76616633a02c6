//! The indicators that the reader has defined: kept as a setting of this browser, applied to every open report.
//!
//! A definition is never changed, only added or taken away, so that its id stands for what it says.

use super::browser;
use super::report::Report;
use super::state::AppState;
use crate::analysis::Origin;
use crate::indicator::{UserIndicator, export_definitions, import_definitions, redefine};
use leptos::prelude::*;
use std::sync::Arc;

const DEFINITIONS: &str = "provenance.indicators";

/// The definitions as kept; none where nothing was kept or it cannot be read.
pub(super) fn kept() -> Vec<UserIndicator> {
    browser::setting(DEFINITIONS).and_then(|file| import_definitions(&file).ok()).unwrap_or_default()
}

/// Keeps definitions and brings every open report up to them.
pub(super) fn set(state: AppState, definitions: &[UserIndicator]) {
    browser::keep_setting(DEFINITIONS, &export_definitions(definitions));
    apply(state, definitions);
}

/// Brings every report that is open, and every one that opens while the calling view stands, up to the kept definitions.
pub(super) fn follow(state: AppState) {
    Effect::new(move |_| {
        state.reports.track();
        apply(state, &kept());
    });
}

/// An id that no definition has.
pub(super) fn next_id(definitions: &[UserIndicator]) -> String {
    let number = |definition: &UserIndicator| definition.id.strip_prefix("user.")?.parse::<u32>().ok();
    format!("user.{}", definitions.iter().filter_map(number).max().unwrap_or_default() + 1)
}

fn apply(state: AppState, definitions: &[UserIndicator]) {
    let is_behind = |report: &Report| {
        let known = report.analysis.indicators.iter().filter(|indicator| indicator.origin == Origin::User);
        !known.map(|indicator| &indicator.id).eq(definitions.iter().map(|definition| &definition.id))
    };
    if !state.reports.with_untracked(|all| all.iter().any(|report| is_behind(report))) {
        return;
    }
    state.reports.update(|all| {
        for report in all.iter_mut().filter(|report| is_behind(report)) {
            let mut analysis = report.analysis.clone();
            redefine(&mut analysis, definitions);
            *report = Arc::new(Report::new(analysis, report.is_sample));
        }
    });
}
