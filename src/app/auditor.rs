//! Audits beyond the reading itself: again with other settings, and against the report of the year before.
//!
//! From the place, which says how last digits are taken, and the open reports, to reports that are read again and to further findings. The work
//! is a worker's, so that the page stays answerable.

use super::analyzer::Analyzer;
use super::client::Ending;
use super::intake::Intake;
use super::report::Report;
use super::route::{CUT, DIGITS, Location};
use super::state::{AppState, Step};
use crate::analysis::{Analysis, Finding};
use crate::audit::{Settings, is_earlier};
use leptos::prelude::*;
use std::sync::Arc;

/// What was found against an earlier report.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Against {
    pub(super) earlier: Arc<Report>,
    pub(super) findings: Vec<Finding>,
}

/// Sets how last digits are taken.
pub(super) fn set(state: AppState, settings: Settings) {
    state.set_param(DIGITS, settings.truncation.then_some(CUT), Step::Push);
}

/// Whether the open report was audited otherwise than the place asks; tracked.
pub(super) fn is_behind(state: AppState) -> bool {
    let wanted = state.location.with(Location::audit_settings);
    state.report.with(|report| report.as_ref().is_some_and(|report| report.audited != wanted))
}

/// Has the open report read again whenever the place asks for other settings than it was audited with, or the reader for another language
/// than it speaks.
pub(super) fn watch(state: AppState) {
    let wanted = Memo::new(move |_| (state.location.with(Location::audit_settings), state.language.get()));
    Effect::new(move |_| {
        let wanted = wanted.get();
        if let Some(report) = state.report.get().filter(|report| (report.audited, report.language) != wanted) {
            state.read_again(&report.file_key());
        }
    });
}

/// Sets the place back to the settings that the open report was audited with, where others could not be had.
pub(super) fn put_back(state: AppState) {
    if let Some(report) = state.report.get_untracked() {
        state.set_param(DIGITS, report.audited.truncation.then_some(CUT), Step::Replace);
    }
}

/// The open report that this one can be held against: the latest of those before it that speak of the same regions.
pub(super) fn earlier_of(state: AppState, report: &Report) -> Option<Arc<Report>> {
    state.reports.with_untracked(|all| {
        let earlier = all.iter().filter(|other| is_earlier(&other.analysis, &report.analysis));
        earlier.max_by_key(|other| other.analysis.document.year).cloned()
    })
}

/// Holds a report against an earlier one and puts what was found into `to`.
pub(super) fn hold_against(intake: &Intake, report: &Arc<Report>, earlier: Arc<Report>, to: WriteSignal<Option<Arc<Against>>>) {
    let (Some(current), Some(former)) = (intake.order_of(&report.file_key()), intake.order_of(&earlier.file_key())) else { return };
    let first_id = report.analysis.findings.len() as u32;
    let on_end = Box::new(move |result: Result<Analysis, Ending>| {
        let Ok(Analysis { mut findings, .. }) = result else { return };
        // Numbered behind the report's own.
        for (finding, id) in findings.iter_mut().zip(first_id..) {
            finding.id = id;
        }
        // The view may be gone by now.
        let _ = to.try_set(Some(Arc::new(Against { earlier, findings })));
    });
    Analyzer::default().hold_against(current, former, on_end);
}
