//! What the report says of the year before, against the report for that year: a group of its own, each finding beside both sentences.

use super::finding::{Quotes, Ranges, title};
use super::list::More;
use crate::analysis::{Finding, Quantity, Verdict};
use crate::app::auditor::{Against, earlier_of, hold_against};
use crate::app::components::FindingHead;
use crate::app::display::{section_name, verdict_count_word};
use crate::app::intake::use_intake;
use crate::app::report::{Report, Tally};
use crate::app::route::View;
use crate::app::state::use_app;
use crate::app::strings::{Strings, fill, grouped};
use crate::text::Span;
use leptos::prelude::*;
use std::sync::Arc;

/// Findings shown at first, unless more of them do not add up.
const AT_FIRST: usize = 4;

/// The group; nothing where no earlier report of the same regions is open.
#[component]
pub(super) fn AgainstEarlier(
    report: Arc<Report>,
    against: ReadSignal<Option<Arc<Against>>>,
    set_against: WriteSignal<Option<Arc<Against>>>,
) -> impl IntoView {
    let state = use_app();
    let t = state.strings();
    let earlier = earlier_of(state, &report)?;
    let year = earlier.analysis.document.year.map_or_else(String::new, |year| year.to_string());
    let wanted = (state.location.with_untracked(crate::app::route::Location::audit_settings), t.language);
    if (report.audited, report.language) == wanted {
        hold_against(&use_intake(), &report, earlier, set_against);
    }
    let title = fill(t.audit.against, &[("year", &year)]);
    let waiting = fill(t.audit.against_waiting, &[("year", &year)]);
    Some(view! {
        <section class="found-all" aria-labelledby="against-h">
            <div class="head">
                <h2 id="against-h">{title}</h2>
                <span class="note" role="status">
                    {move || against.get().map_or_else(|| waiting.clone(), |against| counted(&against.findings, t))}
                </span>
            </div>
            {move || against.get().map(|against| view! { <Held report=report.clone() against /> })}
        </section>
    })
}

/// "19 checks: 2 do not add up, 17 add up".
fn counted(findings: &[Finding], t: &Strings) -> String {
    let tally = Tally::of(findings);
    let parts = Verdict::BY_WEIGHT.into_iter().filter(|verdict| tally.count(*verdict) > 0);
    let told = |verdict, n| format!("{} {}", grouped(n), verdict_count_word(verdict, n, t));
    let parts: Vec<String> = parts.map(|verdict| told(verdict, tally.count(verdict))).collect();
    if parts.is_empty() {
        return t.words.checks.of(0);
    }
    fill(t.audit.against_counts, &[("checks", &t.words.checks.of(findings.len())), ("parts", &parts.join(t.marks.comma))])
}

#[component]
fn Held(report: Arc<Report>, against: Arc<Against>) -> impl IntoView {
    let t = use_app().strings();
    let name = against.earlier.analysis.document.name.clone();
    if against.findings.is_empty() {
        return view! { <p class="none">{fill(t.audit.against_none, &[("name", &name)])}</p> }.into_any();
    }
    let mut order: Vec<usize> = (0..against.findings.len()).collect();
    let weight = |index: &usize| against.findings.get(*index).and_then(|f| Verdict::BY_WEIGHT.iter().position(|v| *v == f.verdict));
    order.sort_by_key(weight);
    let total = order.len();
    let asking = against.findings.iter().filter(|finding| finding.verdict != Verdict::Consistent).count();
    let limit = RwSignal::new(asking.max(AT_FIRST));
    let visible = move || order.iter().take(limit.get()).copied().collect::<Vec<_>>();
    let left = move || total.saturating_sub(limit.get());
    view! {
        <p class="muted">{fill(t.audit.against_text, &[("name", &name)])}</p>
        <ol class="findings">
            <For each=visible key=|index| *index let:index>
                <HeldFinding report=report.clone() against=against.clone() index />
            </For>
        </ol>
        <More left=Signal::derive(left) limit />
    }
    .into_any()
}

#[component]
fn HeldFinding(report: Arc<Report>, against: Arc<Against>, index: usize) -> impl IntoView {
    let state = use_app();
    let t = state.strings();
    let finding = against.findings.get(index)?.clone();
    let questioned = finding.quantities.first().and_then(|id| report.quantity(*id)).cloned();
    let title = title(&report, &finding);
    let former = finding.earlier.and_then(|id| against.earlier.quantity(id)).cloned();
    let region = section_name(&report, finding.section, t);
    let href = state.href(View::Region(report.region_key(finding.section).to_owned()));
    Some(view! {
        <li>
            <FindingHead finding=finding.clone() />
            <div>
                <h3>{title}</h3>
                <Quotes report=report.clone() finding=finding.clone() />
                {former.map(|former| view! { <FormerSentence earlier=against.earlier.clone() former /> })}
                <p class="where">
                    <a class="lk" href=href>
                        {region}
                    </a>
                </p>
            </div>
            <Ranges finding questioned />
        </li>
    })
}

/// The sentence of the earlier report, its figure leading there.
#[component]
fn FormerSentence(earlier: Arc<Report>, former: Quantity) -> impl IntoView {
    let state = use_app();
    let t = state.strings();
    let before = Span { start: former.sentence.start, end: former.start };
    let after = Span { start: former.end, end: former.sentence.end };
    let words = |span: Span| earlier.text(span).to_owned();
    // A plain link, not a figure of the open report: it leads to the other report.
    let href = state.figure_href(&earlier, former.id);
    let document = &earlier.analysis.document;
    view! {
        <blockquote lang=document.language.clone()>
            {words(before)}
            <a class="lk" href=href>
                {former.text.clone()}
            </a>
            {words(after)}
            <cite>{fill(t.audit.in_report, &[("name", &document.name)])}</cite>
        </blockquote>
    }
}
