//! What the checks found in this region: those that do not add up, then those that do only within rounding.

use crate::analysis::{Finding, Verdict};
use crate::app::components::{FigureLink, FindingHead};
use crate::app::report::Report;
use crate::app::route::View;
use crate::app::state::use_app;
use leptos::prelude::*;
use std::sync::Arc;

#[component]
pub(super) fn Findings(report: Arc<Report>, section: u32) -> impl IntoView {
    let state = use_app();
    let t = state.strings();
    let mut shown: Vec<Finding> = report
        .findings_in(section)
        .filter(|f| matches!(f.verdict, Verdict::Inconsistent | Verdict::Rounding) && !f.is_dismissed())
        .cloned()
        .collect();
    shown.sort_by_key(|finding| (finding.verdict != Verdict::Inconsistent, !finding.changes_story));
    if shown.is_empty() {
        return None;
    }
    let all = state.location.with_untracked(|here| here.to(View::Audit)).with_param("region", Some(report.region_key(section))).format();
    let rows = shown.into_iter().map(|finding| view! { <Row report=report.clone() finding /> }).collect_view();
    Some(view! {
        <section class="found" aria-labelledby="found-h">
            <div class="head">
                <h2 id="found-h">{t.region.findings}</h2>
                <span class="note only-screen">{t.region.findings_note}</span>
                <a class="lk end" href=all>
                    {t.region.all_findings}
                </a>
            </div>
            <ul>{rows}</ul>
        </section>
    })
}

#[component]
fn Row(report: Arc<Report>, finding: Finding) -> impl IntoView {
    let figures = finding
        .quantities
        .iter()
        .filter_map(|id| report.quantity(*id))
        .map(|q| {
            let text = q.text.clone();
            view! {
                <FigureLink report=report.clone() id=q.id class="printed lk">
                    {text}
                </FigureLink>
                " "
            }
        })
        .collect_view();
    view! {
        <li>
            <FindingHead finding=finding.clone() />
            <div>
                <p class="printed note">{finding.note.clone()}</p>
                <p class="figs">{figures}</p>
            </div>
            <p class="calc num">{finding.calculation.clone()}</p>
        </li>
    }
}
