//! Audits of reports that are open already: again with other settings, or against the report of the year before.
//!
//! From the place (which says how last digits are taken) and the open reports, to reports with other findings. Packing is sliced and the work
//! is a worker's, so that the page stays answerable.

use super::analyzer::{Analyzer, Ending};
use super::browser;
use super::report::Report;
use super::route::{CUT, DIGITS};
use super::state::{AppState, Step};
use crate::analysis::{Analysis, Finding};
use crate::audit::{Settings, is_earlier};
use crate::parcel::Packing;
use leptos::prelude::*;
use std::sync::Arc;

/// How long the page packs at a stretch, in milliseconds.
const SLICE: f64 = 12.0;

/// What was found against an earlier report.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Against {
    pub(super) earlier: Arc<Report>,
    pub(super) findings: Vec<Finding>,
}

/// The audits under way; provided as a context.
#[derive(Clone, Copy)]
pub(super) struct Auditor {
    state: AppState,
    again: StoredValue<Analyzer, LocalStorage>,
    against: StoredValue<Analyzer, LocalStorage>,
    /// Whether a report is being audited again.
    pub(super) busy: RwSignal<bool>,
    /// Id of the control that set it going, to give the focus back to.
    asked_by: StoredValue<Option<&'static str>>,
}

/// The auditor, from the context that the root provides.
pub(super) fn use_auditor() -> Auditor {
    use_context().unwrap_or_else(|| Auditor::new(super::state::use_app()))
}

impl Auditor {
    pub(super) fn new(state: AppState) -> Self {
        Self {
            state,
            again: StoredValue::new_local(Analyzer::default()),
            against: StoredValue::new_local(Analyzer::default()),
            busy: RwSignal::new(false),
            asked_by: StoredValue::new(None),
        }
    }

    /// Sets how last digits are taken; `control` is the id of the element that was used.
    pub(super) fn set(self, settings: Settings, control: &'static str) {
        self.asked_by.set_value(Some(control));
        self.state.set_param(DIGITS, settings.truncation.then_some(CUT), Step::Push);
    }

    /// Audits the open report again whenever the place asks for other settings than it was audited with.
    pub(super) fn watch(self) {
        let state = self.state;
        let wanted = Memo::new(move |_| state.location.with(super::route::Location::audit_settings));
        Effect::new(move |_| {
            let wanted = wanted.get();
            let Some(report) = state.report.get() else { return };
            self.again.with_value(Analyzer::cancel);
            let outdated = report.audited != wanted;
            self.busy.set(outdated);
            if outdated {
                self.audit_again(report, wanted);
            }
        });
    }

    fn audit_again(self, report: Arc<Report>, wanted: Settings) {
        wasm_bindgen_futures::spawn_local(async move {
            let parcel = packed(&report).await;
            // Another setting or another report meanwhile.
            let is_current = self.state.report.with_untracked(|open| open.as_ref().is_some_and(|open| Arc::ptr_eq(open, &report)));
            if !is_current || self.state.location.with_untracked(super::route::Location::audit_settings) != wanted {
                return;
            }
            let on_end = Box::new(move |result| self.audited(&report, wanted, result));
            self.again.with_value(|again| again.audit(&parcel, wanted, on_end));
        });
    }

    fn audited(self, report: &Report, wanted: Settings, result: Result<Analysis, Ending>) {
        self.busy.set(false);
        let state = self.state;
        let Ok(analysis) = result else {
            state.announce(state.strings().audit.not_again);
            state.set_param(DIGITS, report.audited.truncation.then_some(CUT), Step::Replace);
            return;
        };
        state.open(report.with_findings(analysis.findings, wanted), None);
        state.announce(state.strings().audit.audited_again);
        if let Some(control) = self.asked_by.try_update_value(Option::take).flatten() {
            browser::after_render(move || {
                if let Some(element) = browser::by_id(control) {
                    browser::focus(&element);
                }
            });
        }
    }

    /// The open report that this one can be held against: the latest of those before it that speak of the same regions.
    pub(super) fn earlier_of(self, report: &Report) -> Option<Arc<Report>> {
        self.state.reports.with_untracked(|all| {
            let earlier = all.iter().filter(|other| is_earlier(&other.analysis, &report.analysis));
            earlier.max_by_key(|other| other.analysis.document.year).cloned()
        })
    }

    /// Holds a report against an earlier one and puts what was found into `to`.
    pub(super) fn hold_against(self, report: Arc<Report>, earlier: Arc<Report>, to: WriteSignal<Option<Arc<Against>>>) {
        let settings = report.audited;
        wasm_bindgen_futures::spawn_local(async move {
            let current = packed(&report).await;
            let former = packed(&earlier).await;
            let on_end = Box::new(move |result: Result<Analysis, Ending>| {
                let Ok(Analysis { mut findings, .. }) = result else { return };
                // Numbered behind the report's own.
                for (finding, id) in findings.iter_mut().zip(report.analysis.findings.len() as u32..) {
                    finding.id = id;
                }
                // The view may be gone by now.
                let _ = to.try_set(Some(Arc::new(Against { earlier, findings })));
            });
            self.against.with_value(|against| against.hold_against(current, &former, settings, on_end));
        });
    }
}

/// A report packed for an audit, a little at a time.
async fn packed(report: &Report) -> Vec<u8> {
    let mut packing = Packing::for_audit(&report.analysis);
    loop {
        let end = js_sys::Date::now() + SLICE;
        while js_sys::Date::now() < end {
            if !packing.step() {
                return packing.finish();
            }
        }
        gloo_timers::future::sleep(std::time::Duration::ZERO).await;
    }
}
