//! The audit to take away: as a page, as a table, as data.

use crate::app::auditor::Against;
use crate::app::report::Report;
use crate::app::save::{CSV, HTML, JSON, save, today};
use crate::app::state::{AppState, use_app};
use crate::export::{AuditRun, EarlierRun, audit_csv, audit_html, audit_json};
use leptos::prelude::*;
use std::sync::Arc;

/// Calls `with` with the audit as it stands: today, and with what was found against an earlier report.
pub(super) fn with_run<T>(state: AppState, report: &Report, against: Option<&Against>, with: impl FnOnce(&AuditRun) -> T) -> T {
    let earlier = against.map(|against| EarlierRun { analysis: &against.earlier.analysis, findings: &against.findings });
    with(&AuditRun { analysis: &report.analysis, settings: report.audited, date: &today(), earlier, language: state.strings().language })
}

/// Three files of the whole audit.
#[component]
pub(super) fn Files(report: Arc<Report>, against: ReadSignal<Option<Arc<Against>>>) -> impl IntoView {
    let state = use_app();
    let t = &state.strings().audit;
    let report = StoredValue::new(report);
    let save_as = move |ending: &'static str, media_type: &'static str, content: &dyn Fn(&AuditRun, &Report) -> String| {
        let report = report.get_value();
        let content = with_run(state, &report, against.get_untracked().as_deref(), |run| content(run, &report));
        save(state, &report, ("audit", ending), media_type, &content);
    };
    let page = move |_| save_as("html", HTML, &|run, report| audit_html(run, &report.title()));
    let table = move |_| save_as("csv", CSV, &|run, _| audit_csv(run, |_| true));
    // Printing plain data cannot fail.
    let data = move |_| save_as("json", JSON, &|run, _| audit_json(run).unwrap_or_default());
    view! {
        <div class="audit-files" role="group" aria-label=t.export>
            <span>{t.export}</span>
            <button class="btn small" type="button" on:click=page>
                {t.export_page}
            </button>
            <button class="btn small" type="button" on:click=table>
                {t.export_csv}
            </button>
            <button class="btn small" type="button" on:click=data>
                {t.export_json}
            </button>
        </div>
    }
}
