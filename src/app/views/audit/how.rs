//! How to read a finding: what a printed number stands for, with the setting for last digits, and what the verdicts mean.

use crate::analysis::Verdict;
use crate::app::auditor;
use crate::app::components::VerdictBadge;
use crate::app::report::Report;
use crate::app::state::use_app;
use crate::app::strings::fill;
use crate::audit::Settings;
use leptos::prelude::*;
use std::sync::Arc;

#[component]
pub(super) fn HowToRead(report: Arc<Report>) -> impl IntoView {
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
    let text = if report.audited.truncation { t.audit.digits_cut_text } else { t.audit.digits_rounded_text };
    view! {
        <section class="how" aria-labelledby="how-h">
            <h2 id="how-h">{t.audit.how}</h2>
            <LastDigits audited=report.audited />
            <p>{text}</p>
            <dl>
                {rows}
                <dt>
                    <span class="story">{t.words.changes_story}</span>
                </dt>
                <dd>{t.audit.how_story}</dd>
            </dl>
            <p>{t.audit.misread}</p>
            <p class="muted settings">{settings}</p>
        </section>
    }
}

/// Whether last digits are taken as rounded, or as rounded or cut off.
#[component]
fn LastDigits(audited: Settings) -> impl IntoView {
    let state = use_app();
    let t = &state.strings().audit;
    let choice = move |truncation: bool, id: &'static str, words: &'static str| {
        let pressed = if audited.truncation == truncation { "true" } else { "false" };
        view! {
            <button id=id type="button" aria-pressed=pressed on:click=move |_| auditor::set(state, Settings { truncation })>
                {words}
            </button>
        }
    };
    view! {
        <div class="digits" aria-busy=move || if auditor::is_behind(state) { "true" } else { "false" }>
            <span id="digits-l">{t.digits}</span>
            <span class="seg" role="group" aria-labelledby="digits-l">
                {choice(false, "digits-rounded", t.digits_rounded)}
                {choice(true, "digits-cut", t.digits_cut)}
            </span>
            <span class="muted" role="status">
                {move || auditor::is_behind(state).then_some(t.auditing)}
            </span>
        </div>
    }
}
