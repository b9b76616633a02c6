//! Verdicts of the audit: the badge, the bare sign, and the bar with its four counts.

use super::Icon;
use crate::analysis::{Finding, Verdict};
use crate::app::display::{verdict_class, verdict_count_word, verdict_icon, verdict_word};
use crate::app::report::Tally;
use crate::app::state::use_app;
use crate::app::strings::grouped;
use leptos::prelude::*;

/// The order in which counts stand.
pub(super) const ORDER: [Verdict; 4] = [Verdict::Consistent, Verdict::Rounding, Verdict::Unchecked, Verdict::Inconsistent];

/// A sign, then words.
#[component]
pub fn VerdictBadge(verdict: Verdict) -> impl IntoView {
    let words = verdict_word(verdict, use_app().strings());
    view! {
        <span class=format!("v {}", verdict_class(verdict))>
            <Icon name=verdict_icon(verdict) />
            <span class="w">{words}</span>
        </span>
    }
}

/// A sign alone, its words for assistive technology; only where a key says what it means.
#[component]
pub fn VerdictSign(verdict: Verdict) -> impl IntoView {
    let words = verdict_word(verdict, use_app().strings());
    view! {
        <span class=format!("v {}", verdict_class(verdict)) title=words>
            <Icon name=verdict_icon(verdict) />
            <span class="vh">{words}</span>
        </span>
    }
}

/// A bar in four parts and its key; each count leads to those findings in the audit.
#[component]
pub fn VerdictCounts(
    tally: Tally,
    /// Where a count leads, by verdict.
    href: Callback<Verdict, String>,
) -> impl IntoView {
    let t = use_app().strings();
    let bars = ORDER.map(|verdict| {
        let n = tally.count(verdict);
        (n > 0).then(|| view! { <i class=verdict_class(verdict) style=format!("flex:{n}")></i> })
    });
    let keys = ORDER.map(|verdict| {
        let n = tally.count(verdict);
        view! {
            <a class=verdict_class(verdict) href=href.run(verdict)>
                <span class="n">
                    <Icon name=verdict_icon(verdict) />
                    <b>{grouped(n)}</b>
                </span>
                <span>{verdict_count_word(verdict, n, t)}</span>
            </a>
        }
    });
    view! {
        <div class="verdicts">
            <div class="vsplit" aria-hidden="true">
                {bars.collect_view()}
            </div>
            <div class="vkey">{keys.collect_view()}</div>
        </div>
    }
}

/// The head of a finding in a list: its verdict, whether it changes the story, its rule.
#[component]
pub fn FindingHead(finding: Finding) -> impl IntoView {
    let t = use_app().strings();
    view! {
        <div class="vd">
            <VerdictBadge verdict=finding.verdict />
            {finding.changes_story.then(|| view! { <span class="story">{t.words.changes_story}</span> })}
            <span class="label">{t.words.rule(&finding.rule)}</span>
        </div>
    }
}
