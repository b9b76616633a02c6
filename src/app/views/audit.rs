//! The audit: what was checked by rule, how to read a finding, the findings with their sentences, and what cannot be seen.

mod finding;
mod list;
mod rules;

use self::list::Findings;
use self::rules::Rules;
use crate::analysis::Verdict;
use crate::app::components::VerdictBadge;
use crate::app::report::Report;
use crate::app::save::{CSV, save};
use crate::app::state::use_app;
use crate::app::strings::fill;
use crate::export::findings_csv;
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
    let body = if report.analysis.findings.is_empty() {
        view! { <p class="none">{t.audit.no_checks}</p> }.into_any()
    } else {
        view! {
            <div class="audit-top">
                <Rules report=report.clone() />
                <HowToRead report=report.clone() />
            </div>
            <Findings report=report.clone() />
        }
        .into_any()
    };
    view! {
        <div class="page-title">
            <div>
                <h1>{t.audit.title}</h1>
                <p>{dek}</p>
            </div>
            <Export report />
        </div>
        {body}
        <BlindSpots />
    }
}

#[component]
fn Export(report: Arc<Report>) -> impl IntoView {
    let state = use_app();
    let export = move |_| {
        let all = report.analysis.findings.iter().map(|finding| finding.id);
        save(state, &report, ("audit", "csv"), CSV, &findings_csv(&report.analysis, all));
    };
    view! {
        <button class="btn small" type="button" on:click=export>
            {state.strings().audit.export}
        </button>
    }
}

#[component]
fn HowToRead(report: Arc<Report>) -> impl IntoView {
    let t = use_app().strings();
    let explained = |verdict: Verdict| match verdict {
        Verdict::Consistent => t.audit.how_consistent,
        Verdict::Rounding => t.audit.how_rounding,
        Verdict::Unchecked => t.audit.how_unchecked,
        Verdict::Inconsistent => t.audit.how_inconsistent,
    };
    let rows = [Verdict::Consistent, Verdict::Rounding, Verdict::Unchecked, Verdict::Inconsistent]
        .map(|verdict| {
            view! {
                <dt>
                    <VerdictBadge verdict />
                </dt>
                <dd>{explained(verdict)}</dd>
            }
        })
        .collect_view();
    let document = &report.analysis.document;
    let sha: String = document.sha256.chars().take(12).collect();
    let settings = fill(t.audit.settings, &[("version", crate::protocol::version()), ("name", &document.name), ("sha", &sha)]);
    view! {
        <section class="how" aria-labelledby="how-h">
            <h2 id="how-h">{t.audit.how}</h2>
            <p>{t.audit.how_text}</p>
            <dl>{rows}</dl>
            <p>{t.audit.misread}</p>
            <p class="muted settings">{settings}</p>
        </section>
    }
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
