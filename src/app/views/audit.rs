//! The audit: what was checked by rule, how to read a finding, the findings with their sentences, and what cannot be seen.

mod earlier;
mod files;
mod finding;
mod how;
mod list;
mod rules;

use self::earlier::AgainstEarlier;
use self::files::Files;
use self::how::HowToRead;
use self::list::Findings;
use self::rules::Rules;
use crate::app::report::Report;
use crate::app::route::View;
use crate::app::state::use_app;
use crate::app::strings::fill;
use crate::measured::{PRECISION, RECALL, measured};
use leptos::prelude::*;
use std::sync::Arc;

/// The audit of one report.
#[component]
pub fn Audit(report: Arc<Report>) -> impl IntoView {
    let t = use_app().strings();
    let dek = fill(
        t.audit.dek,
        &[
            ("checks", &t.words.checks.of(report.analysis.findings.len())),
            ("figures", &t.words.figures.of(report.analysis.quantities.len())),
        ],
    );
    let (against, set_against) = signal(None);
    let body = if report.analysis.findings.is_empty() {
        view! { <p class="none">{t.audit.no_checks}</p> }.into_any()
    } else {
        view! {
            <div class="audit-top">
                <Rules report=report.clone() />
                <HowToRead report=report.clone() />
            </div>
            <AgainstEarlier report=report.clone() against set_against />
            <Findings report=report.clone() against />
        }
        .into_any()
    };
    view! {
        <div class="page-title">
            <div>
                <h1>{t.audit.title}</h1>
                <p>{dek}</p>
                <MeasuredLine />
            </div>
            <Files report against />
        </div>
        {body}
        <BlindSpots />
    }
}

/// Precision and recall as measured, in one quiet line.
#[component]
pub(in crate::app::views) fn MeasuredLine() -> impl IntoView {
    let state = use_app();
    let t = &state.strings().audit;
    let (precision, recall) = measured().of(PRECISION).zip(measured().of(RECALL))?;
    let words = fill(
        t.measured,
        &[
            ("precision", &precision.eight),
            ("recall", &recall.eight),
            ("precision_unseen", &precision.unseen),
            ("recall_unseen", &recall.unseen),
            ("precision_other", precision.on_other_kinds()),
            ("recall_other", recall.on_other_kinds()),
        ],
    );
    Some(view! {
        <p class="muted measured">
            {words} " "
            <a class="lk" href=state.href(View::About)>
                {t.measured_link}
            </a>
        </p>
    })
}

#[component]
fn BlindSpots() -> impl IntoView {
    let t = &use_app().strings().audit;
    let chapters = t
        .blind_chapters
        .iter()
        .map(|(title, text)| {
            view! {
                <div>
                    <h3>{*title}</h3>
                    <p>{*text}</p>
                </div>
            }
        })
        .collect_view();
    view! {
        <section class="blind-spots" aria-labelledby="blind-h">
            <div class="head">
                <h2 id="blind-h">{t.blind}</h2>
            </div>
            <div class="blind">{chapters}</div>
        </section>
    }
}
