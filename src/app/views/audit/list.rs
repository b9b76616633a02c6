//! The findings: filters with counts, order, and as many as are asked for.

use super::files::with_run;
use super::finding::OneFinding;
use crate::analysis::Verdict;
use crate::app::auditor::Against;
use crate::app::browser;
use crate::app::components::{Pick, VerdictBadge};
use crate::app::display::{FindingChoice, FindingOrder, count_in_region, counts_by_rule, section_name, shown_findings, verdict_id};
use crate::app::report::Report;
use crate::app::save::{CSV, save};
use crate::app::state::{AppState, Step, use_app};
use crate::app::strings::{fill, grouped};
use crate::export::audit_csv;
use leptos::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Id of the list's heading.
const FINDINGS: &str = "findings-h";

/// Findings shown, and added each time.
const BATCH: usize = 20;

/// Findings drawn before the page answers again; the others of the first batch follow at once.
const AT_ONCE: usize = 6;

#[component]
pub(super) fn Findings(report: Arc<Report>, against: ReadSignal<Option<Arc<Against>>>) -> impl IntoView {
    let state = use_app();
    let t = state.strings();
    let choice = Memo::new(move |_| state.location.with(FindingChoice::read));
    let ids = {
        let report = report.clone();
        Memo::new(move |_| choice.with(|choice| shown_findings(&report, choice)))
    };
    // A link to one finding shows as many as it takes to see it.
    let asked = state.location.with_untracked(|here| here.param("finding").and_then(|id| id.parse::<u32>().ok()));
    let needed = asked.and_then(|id| ids.with_untracked(|ids| ids.iter().position(|known| *known == id))).unwrap_or_default();
    // Who comes back finds as many as he left.
    let first = (needed + 1).next_multiple_of(BATCH).max(state.places.shown());
    let limit = RwSignal::new(if needed < AT_ONCE { AT_ONCE } else { first });
    browser::after_render(move || {
        let _ = limit.try_update(|limit| *limit = first.max(*limit));
    });
    Effect::new(move |_| state.places.note_shown(limit.get()));
    let visible = move || ids.with(|ids| ids.iter().take(limit.get()).copied().collect::<Vec<_>>());
    let left = move || ids.with(Vec::len).saturating_sub(limit.get());
    // A link to some of the findings leads to them, past the table that counts all.
    if state.places.is_fresh() && asked.is_none() && choice.with_untracked(FindingChoice::is_narrowed) {
        show_findings();
    }
    show_asked(asked.filter(|_| !state.places.is_back()));
    let total = report.analysis.findings.len();
    let count = move || fill(t.audit.shown, &[("n", &grouped(ids.with(Vec::len))), ("of", &grouped(total))]);
    let for_rows = report.clone();
    view! {
        <section class="found-all" aria-labelledby=FINDINGS>
            <div class="head">
                <h2 id=FINDINGS>{t.audit.findings}</h2>
                <span class="note" role="status">
                    {count}
                </span>
                <ExportShown report=report.clone() ids against />
            </div>
            <Filters report choice />
            <ol class="findings">
                <For each=visible key=|id| *id let:id>
                    <OneFinding report=for_rows.clone() id />
                </For>
            </ol>
            <Show when=move || ids.with(Vec::is_empty)>
                <p class="none">
                    {t.audit.none} " "
                    <button class="tbtn" type="button" on:click=move |_| clear(state)>
                        {t.audit.clear}
                    </button>
                </p>
            </Show>
            <More left=Signal::derive(left) limit />
        </section>
    }
}

/// The button for the next findings of a list; nothing where all are shown.
#[component]
pub(super) fn More(left: Signal<usize>, limit: RwSignal<usize>) -> impl IntoView {
    let t = use_app().strings();
    // Paper has no button for the others.
    let printing = window_event_listener(leptos::ev::beforeprint, move |_| {
        let left = left.get_untracked();
        limit.update(|n| *n += left);
    });
    on_cleanup(move || printing.remove());
    view! {
        <Show when=move || left.get() != 0>
            <p class="more">
                <button class="btn" type="button" on:click=move |_| limit.update(|n| *n += BATCH)>
                    {move || t.audit.more.of(left.get().min(BATCH))}
                </button>
                <span class="note">{move || t.audit.on_paper.of(left.get() + limit.get())}</span>
            </p>
        </Show>
    }
}

/// Brings the list in sight, with the focus at its heading.
pub(super) fn show_findings() {
    browser::after_render(|| {
        if let Some(findings) = browser::by_id(FINDINGS) {
            findings.scroll_into_view();
            browser::focus(&findings);
        }
    });
}

fn show_asked(asked: Option<u32>) {
    let Some(id) = asked else { return };
    browser::after_render(move || {
        if let Some(element) = browser::by_id(&super::finding::anchor(id)) {
            element.scroll_into_view();
            browser::focus(&element);
        }
    });
}

fn clear(state: AppState) {
    let here = state.location.get_untracked();
    state.go(here.with_param("verdict", None).with_param("rule", None).with_param("region", None), Step::Replace);
}

#[component]
fn ExportShown(report: Arc<Report>, ids: Memo<Vec<u32>>, against: ReadSignal<Option<Arc<Against>>>) -> impl IntoView {
    let state = use_app();
    let export = move |_| {
        let shown: BTreeSet<u32> = ids.with_untracked(|ids| ids.iter().copied().collect());
        let csv = with_run(state, &report, against.get_untracked().as_deref(), |run| audit_csv(run, |finding| shown.contains(&finding.id)));
        save(state, &report, ("audit-shown", "csv"), CSV, &csv);
    };
    view! {
        <button class="tbtn end" type="button" on:click=export>
            {move || state.strings().audit.export_shown.of(ids.with(Vec::len))}
        </button>
    }
}

#[component]
fn Filters(report: Arc<Report>, choice: Memo<FindingChoice>) -> impl IntoView {
    let state = use_app();
    let t = state.strings();
    let chips = Verdict::BY_WEIGHT.map(|verdict| view! { <Chip report=report.clone() choice verdict /> }).collect_view();
    let by_rule = {
        let report = report.clone();
        Signal::derive(move || {
            let counts = choice.with(|choice| counts_by_rule(&report, choice));
            let rules = counts.into_iter().map(|(rule, n)| {
                let words = t.words.rule(&rule) + &t.marks.bracketed(&grouped(n));
                (rule, words)
            });
            std::iter::once((String::new(), t.audit.all_rules.to_owned())).chain(rules).collect::<Vec<_>>()
        })
    };
    let by_region = Signal::derive(move || {
        let regions = report.analysis.sections.iter().map(|section| {
            let n = choice.with(|choice| count_in_region(&report, choice, section.id));
            (report.region_key(section.id).to_owned(), section_name(&report, section.id, t) + &t.marks.bracketed(&grouped(n)))
        });
        std::iter::once((String::new(), t.audit.all_regions.to_owned())).chain(regions).collect::<Vec<_>>()
    });
    let orders =
        [(FindingOrder::Verdict, t.audit.by_verdict), (FindingOrder::Stake, t.audit.by_stake), (FindingOrder::Text, t.audit.by_text)];
    let orders = orders.map(|(order, words)| (order.id().to_owned(), words.to_owned())).to_vec();
    let set = move |name: &'static str| Callback::new(move |value: String| state.set_param(name, Some(&value), Step::Replace));
    let rule = Signal::derive(move || choice.with(|c| c.rule.clone().unwrap_or_default()));
    let region = Signal::derive(move || choice.with(|c| c.region.clone().unwrap_or_default()));
    let order = Signal::derive(move || choice.with(|c| c.order.id().to_owned()));
    view! {
        <div class="bar">
            <div class="chips" role="group" aria-label=t.audit.verdicts>
                {chips}
            </div>
            <Pick label=t.audit.rule options=by_rule value=rule on_change=set("rule") />
            <Pick label=t.audit.region options=by_region value=region on_change=set("region") />
            <span class="end">
                <Pick label=t.audit.order options=orders value=order on_change=set("order") />
            </span>
        </div>
    }
}

#[component]
fn Chip(report: Arc<Report>, choice: Memo<FindingChoice>, verdict: Verdict) -> impl IntoView {
    let state = use_app();
    let n = move || {
        choice.with(|choice| {
            report.analysis.findings.iter().filter(|finding| finding.verdict == verdict && choice.admits(&report, finding)).count()
        })
    };
    let pressed = move || if choice.with(|choice| choice.verdicts.contains(verdict_id(verdict))) { "true" } else { "false" };
    let toggle = move |_| state.set_param("verdict", Some(&choice.with_untracked(|choice| choice.toggled(verdict))), Step::Replace);
    view! {
        <button class="chip" type="button" aria-pressed=pressed on:click=toggle>
            <VerdictBadge verdict />
            <b>{move || grouped(n())}</b>
        </button>
    }
}
