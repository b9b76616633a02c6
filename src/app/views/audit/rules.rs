//! The counts by rule and verdict; each rule leads to its findings.

use super::list::show_findings;
use crate::analysis::{Finding, Verdict};
use crate::app::components::Icon;
use crate::app::display::{verdict_class, verdict_count_word, verdict_icon, verdict_id};
use crate::app::report::{Report, Tally};
use crate::app::route::View;
use crate::app::state::{AppState, use_app};
use crate::app::strings::{Strings, grouped};
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The columns.
const COLUMNS: [Verdict; 4] = [Verdict::Consistent, Verdict::Rounding, Verdict::Unchecked, Verdict::Inconsistent];

#[component]
pub(super) fn Rules(report: Arc<Report>) -> impl IntoView {
    let state = use_app();
    let t = state.strings();
    let mut by_rule: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
    for finding in &report.analysis.findings {
        by_rule.entry(&finding.rule).or_default().push(finding);
    }
    let mut rules: Vec<(&str, Tally)> = by_rule.into_iter().map(|(rule, findings)| (rule, Tally::of(findings))).collect();
    rules.sort_by_key(|(_, tally)| std::cmp::Reverse(tally.total()));
    let definitions =
        rules.iter().map(|(rule, _)| view! { <dt>{t.words.rule(rule)}</dt> <dd>{t.audit.definition(rule)}</dd> }).collect_view();
    let rows = rules
        .into_iter()
        .map(|(rule, tally)| {
            let to = findings_href(state, Some(rule), None);
            view! {
                <tr>
                    <th scope="row">
                        <a class="rn" href=to on:click=to_findings>
                            {t.words.rule(rule)}
                        </a>
                    </th>
                    {counts(state, Some(rule), tally)}
                </tr>
            }
        })
        .collect_view();
    let total = report.tally();
    let bars = COLUMNS
        .map(|verdict| {
            let n = total.count(verdict);
            (n > 0).then(|| view! { <i class=verdict_class(verdict) style=format!("flex:{n}")></i> })
        })
        .collect_view();
    view! {
        <section class="rules" aria-labelledby="rules-h">
            <h2 id="rules-h" class="vh">
                {t.audit.counts}
            </h2>
            <div class="vsplit" aria-hidden="true">
                {bars}
            </div>
            <table class="dt">
                <thead>
                    <tr>
                        <th scope="col">{t.audit.rule}</th>
                        {COLUMNS.map(|verdict| head(verdict, t)).collect_view()}
                        <th scope="col" class="r">
                            {t.audit.checks}
                        </th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
                <tfoot>
                    <tr>
                        <th scope="row">{t.audit.all_checks}</th>
                        {counts(state, None, total)}
                    </tr>
                </tfoot>
            </table>
            <details class="rule-definitions">
                <summary>{t.audit.rules}</summary>
                <dl>{definitions}</dl>
            </details>
        </section>
    }
}

fn head(verdict: Verdict, t: &Strings) -> AnyView {
    let words = if verdict == Verdict::Rounding { t.audit.within_rounding } else { verdict_count_word(verdict, 0, t) };
    view! {
        <th scope="col" class="r">
            <span class=format!("v {}", verdict_class(verdict))>
                <Icon name=verdict_icon(verdict) />
                <span class="w">{words}</span>
            </span>
        </th>
    }
    .into_any()
}

/// The counts of a rule, or of all; each leads to its findings.
fn counts(state: AppState, rule: Option<&str>, tally: Tally) -> Vec<AnyView> {
    let cell = |n: usize, verdict: Option<Verdict>| {
        let class = match (n, verdict) {
            (0, _) => "n num zero",
            (_, Some(Verdict::Inconsistent)) => "n num no",
            _ => "n num",
        };
        let number = if n == 0 {
            grouped(n).into_any()
        } else {
            let to = findings_href(state, rule, verdict);
            view! {
                <a href=to on:click=to_findings>
                    {grouped(n)}
                </a>
            }
            .into_any()
        };
        view! { <td class=class>{number}</td> }.into_any()
    };
    let verdicts = COLUMNS.map(|verdict| cell(tally.count(verdict), Some(verdict)));
    verdicts.into_iter().chain([cell(tally.total(), None)]).collect()
}

fn findings_href(state: AppState, rule: Option<&str>, verdict: Option<Verdict>) -> String {
    let to = state.location.with_untracked(|here| here.to(View::Audit));
    to.with_param("rule", rule).with_param("verdict", verdict.map(verdict_id)).format()
}

/// The findings stand below the table: what was asked for comes in sight, also where its address is the present one.
fn to_findings(_: leptos::ev::MouseEvent) {
    show_findings();
}
