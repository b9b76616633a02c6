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
use rust_decimal::Decimal;
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

/// How often the checks are right and how much they find, as measured on reports like one that somebody brings, in one quiet line.
#[component]
pub(in crate::app::views) fn MeasuredLine() -> impl IntoView {
    let state = use_app();
    let t = &state.strings().audit;
    let share = |id| measured().of(id).and_then(|measure| percent(measure.on_other_kinds()));
    let (precision, recall) = share(PRECISION).zip(share(RECALL))?;
    let words = fill(t.measured, &[("precision", &precision), ("recall", &recall)]);
    Some(view! {
        <p class="muted measured">
            {words} " "
            <a class="lk" href=state.href(View::About)>
                {t.measured_link}
            </a>
        </p>
    })
}

/// "0.93" as "93%".
fn percent(share: &str) -> Option<String> {
    let share: Decimal = share.parse().ok()?;
    Some(format!("{}%", (share * Decimal::ONE_HUNDRED).normalize()))
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
