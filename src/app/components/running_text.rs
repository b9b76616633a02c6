//! Running text of a report with its figures marked, by topic, and the legend that counts and filters the kinds.

use super::blocks::Blocks;
use super::{FigureLink, Icon, VerdictSign};
use crate::analysis::{Section, Verdict};
use crate::app::display::{KindGroup, behind_heading, blocks, paragraphs};
use crate::app::report::Report;
use crate::app::selection::hidden_kinds;
use crate::app::state::{Adding, AppState, Step, use_app};
use crate::app::strings::grouped;
use crate::table::{Table, printed_tables};
use crate::text::Span;
use leptos::prelude::*;
use std::sync::Arc;

/// Digits that stand for a kind in the legend.
fn example(group: KindGroup) -> &'static str {
    match group {
        KindGroup::Level | KindGroup::Target => "123",
        KindGroup::Change => "+12",
        KindGroup::Share => "12%",
        KindGroup::Average => "12.3",
    }
}

/// Kinds with their counts; pressing one hides or shows its marks.
#[component]
pub fn KindLegend(
    report: Arc<Report>,
    /// The section counted; the whole report without one.
    section: Option<u32>,
) -> impl IntoView {
    let state = use_app();
    let t = state.strings();
    let count = |group: KindGroup| {
        report.analysis.quantities.iter().filter(|q| section.is_none_or(|id| q.section == id) && KindGroup::of(q.kind) == group).count()
    };
    let buttons = KindGroup::ALL
        .map(|group| {
            let shown = move || state.location.with(|here| !hidden_kinds(here.param("hide")).contains(group.id()));
            view! {
                <button
                    class="kb"
                    type="button"
                    aria-pressed=move || if shown() { "true" } else { "false" }
                    on:click=move |_| toggle(state, group)
                >
                    <span class=group.class()>{example(group)}</span>
                    {group.word(t)}
                    " "
                    <span class="n">{grouped(count(group))}</span>
                </button>
            }
        })
        .collect_view();
    view! {
        <div class="kinds" role="group" aria-label=t.region.kinds>
            <span class="label" aria-hidden="true">
                {t.region.kinds}
            </span>
            {buttons}
            <span class="kb key">
                <span class="flag">
                    <Icon name="#v-no" />
                </span>
                {t.words.no_sum}
            </span>
            <button class="tbtn" type="button" on:click=move |_| state.adding.set(Some(Adding::default()))>
                {t.corrections.add}
            </button>
        </div>
    }
}

fn toggle(state: AppState, group: KindGroup) {
    let mut hidden = state.location.with_untracked(|here| hidden_kinds(here.param("hide")));
    if !hidden.remove(group.id()) {
        hidden.insert(group.id().to_owned());
    }
    let value = hidden.into_iter().collect::<Vec<_>>().join(",");
    state.set_param("hide", Some(&value), Step::Replace);
}

/// Class names that hide the marks of the kinds that the address hides.
pub fn hiding_classes(state: AppState) -> String {
    let hidden = state.location.with(|here| hidden_kinds(here.param("hide")));
    let mut classes = String::from("text");
    for group in KindGroup::ALL.into_iter().filter(|group| hidden.contains(group.id())) {
        classes.push_str(" hide-");
        classes.push_str(group.id());
    }
    classes
}

/// Id of a topic's element, to scroll to.
pub fn topic_anchor(topic: u32) -> String {
    format!("topic-{topic}")
}

/// A part of a section: a topic, or what stands before, between or after the topics.
struct Part {
    topic: Option<u32>,
    title: String,
    span: Span,
}

fn parts(report: &Report, section: u32) -> Vec<Part> {
    let Some(own) = report.section(section) else { return Vec::new() };
    let mut out: Vec<Part> = Vec::new();
    let heading_end = own.heading.end.max(own.start);
    let behind = || behind_heading(report, Span { start: heading_end, end: own.end.max(heading_end) }).start;
    let mut at = if own.opens_sentence(&report.analysis.document.text) { own.start } else { behind() };
    let rows: Vec<Span> = printed_tables(&report.analysis.document.text, own.prose()).iter().flat_map(Table::lines).collect();
    for topic in report.topics_in(section) {
        // The label of a row that reads like a heading parts no table.
        if rows.iter().any(|row| row.contains(topic.heading)) {
            match out.last_mut() {
                Some(last) => last.span.end = topic.end,
                None => out.push(Part { topic: None, title: String::new(), span: Span { start: at, end: topic.end } }),
            }
            at = at.max(topic.end);
            continue;
        }
        if topic.start > at {
            out.push(Part { topic: None, title: String::new(), span: Span { start: at, end: topic.start } });
        }
        let body = behind_heading(report, Span { start: topic.heading.end.max(topic.start), end: topic.end });
        out.push(Part { topic: Some(topic.id), title: topic.title.clone(), span: body });
        at = at.max(topic.end);
    }
    if own.end > at {
        out.push(Part { topic: None, title: String::new(), span: Span { start: at, end: own.end } });
    }
    out
}

/// All topics of a section, each with its figures marked.
#[component]
pub fn SectionText(
    report: Arc<Report>,
    section: u32,
    /// Words to mark besides the figures.
    #[prop(optional, into)]
    query: String,
) -> impl IntoView {
    let t = use_app().strings();
    let prose = report.section(section).map(Section::prose).unwrap_or_default();
    parts(&report, section)
        .into_iter()
        .enumerate()
        .filter_map(|(index, part)| {
            let lines = paragraphs(&report, part.span);
            let figures = report.quantities_in(section).filter(|q| part.span.contains(q.span())).count();
            if lines.is_empty() && part.topic.is_none() {
                return None;
            }
            let credit = report.section(section).and_then(|s| s.credit.as_ref());
            if part.topic.is_none() && credit.is_some_and(|c| lines.iter().all(|line| line.start >= c.start && line.end <= c.end)) {
                let words = lines.into_iter().map(|span| view! { <p class="tail">{report.text(span).to_owned()}</p> }).collect_view();
                return Some(view! { <div class="topic credit"><div>{words}</div></div> }.into_any());
            }
            let count = if figures == 0 { t.region.no_figures.to_owned() } else { t.words.figures.of(figures) };
            // What a section opens with stands below its own heading.
            let title = match part.topic {
                Some(_) => part.title,
                None if index == 0 => String::new(),
                None => t.region.no_heading.to_owned(),
            };
            let class = if lines.is_empty() { "topic bare" } else { "topic" };
            let blocks = blocks(&report, prose, part.span);
            let notes = margin_notes(&report, section, part.span);
            Some(
                view! {
                    <section class=class id=part.topic.map(topic_anchor)>
                        <h3 class:muted=part.topic.is_none()>{title} <small>{count}</small></h3>
                        <div>
                            <Blocks report=report.clone() blocks query=query.clone() />
                        </div>
                        {notes}
                    </section>
                }
                .into_any(),
            )
        })
        .collect_view()
}

/// What the checks say of the figures in a part: beside it, where there is room. Only those that do not add up, or only within rounding.
fn margin_notes(report: &Arc<Report>, section: u32, span: Span) -> Option<AnyView> {
    let questioned = |finding: &crate::analysis::Finding| finding.quantities.first().and_then(|id| report.quantity(*id)).cloned();
    let notes: Vec<AnyView> = report
        .findings_in(section)
        .filter(|finding| matches!(finding.verdict, Verdict::Inconsistent | Verdict::Rounding) && !finding.is_dismissed())
        .filter_map(|finding| questioned(finding).filter(|q| span.contains(q.span())).map(|q| (finding, q)))
        .map(|(finding, quantity)| {
            let note = finding.note.clone();
            view! {
                <li>
                    <VerdictSign verdict=finding.verdict />
                    <FigureLink report=report.clone() id=quantity.id>
                        {note}
                    </FigureLink>
                </li>
            }
            .into_any()
        })
        .collect();
    (!notes.is_empty()).then(|| view! { <ul class="margin">{notes}</ul> }.into_any())
}
