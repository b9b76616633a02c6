//! The report itself: outline, the whole text with every figure marked, and the legend that filters.

use crate::app::browser;
use crate::app::components::{Blocks, KindLegend, SectionText, hiding_classes};
use crate::app::display::{blocks, places, section_name};
use crate::app::portions::Portions;
use crate::app::report::Report;
use crate::app::route::View;
use crate::app::state::{AppState, use_app};
use crate::app::strings::grouped;
use crate::text::Span;
use leptos::prelude::*;
use std::sync::Arc;
use web_sys::Element;

/// The whole text of one report.
#[component]
pub fn ReportText(report: Arc<Report>) -> impl IntoView {
    let state = use_app();
    let t = state.strings();
    let query = state.param("q");
    let language = report.analysis.document.language.clone();
    let found = {
        let report = report.clone();
        move || query.get().map(|words| t.region.matches.of(places(&report.analysis.document.text, &words).len()))
    };
    let body = {
        let report = report.clone();
        move || view! { <Sections report=report.clone() query=query.get().unwrap_or_default() /> }
    };
    let quoted = move || query.get().map(|words| format!("\u{201c}{words}\u{201d}: "));
    view! {
        <div class="page-title">
            <div>
                <h1 lang=report.written_in()>{report.title()}</h1>
                <p class="only-screen">
                    {t.region.report_title} ". " {t.region.report_note} " " <kbd>"J"</kbd> " " <kbd>"K"</kbd> " " {t.region.text_note_end}
                </p>
                <p class="muted">{quoted} {found}</p>
            </div>
        </div>
        <KindLegend report=report.clone() section=None />
        <div class="whole">
            <Outline report />
            <div class=move || hiding_classes(state) lang=language>
                {body}
            </div>
        </div>
    }
}

fn anchor(section: u32) -> String {
    format!("section-{section}")
}

/// The sections, to go to.
#[component]
fn Outline(report: Arc<Report>) -> impl IntoView {
    let t = use_app().strings();
    let items = report
        .analysis
        .sections
        .iter()
        .map(|section| {
            let id = section.id;
            view! {
                <li>
                    <button type="button" on:click=move |_| go_to(&anchor(id))>
                        <span>{section_name(&report, id, t)}</span>
                        <span class="n">{grouped(report.figure_count(id))}</span>
                    </button>
                </li>
            }
        })
        .collect_view();
    view! {
        <nav class="outline" aria-labelledby="outline-h">
            <h2 id="outline-h">{t.region.outline}</h2>
            <ol>{items}</ol>
        </nav>
    }
}

fn go_to(id: &str) {
    if let Some(element) = browser::by_id(id) {
        element.scroll_into_view();
        browser::focus(&element);
    }
}

/// What stands before the first section, then the sections, a few at a time: the first are in sight while the others are still made.
#[component]
fn Sections(report: Arc<Report>, query: String) -> impl IntoView {
    let state = use_app();
    let total = report.analysis.sections.len();
    let portions = Portions::new(1, total);
    // Once all are there, the selection and a search's place are shown.
    Effect::new(move |_| {
        if portions.is_whole() {
            browser::after_render(move || {
                state.rendered.update(|n| *n += 1);
                browser::after_render(move || show_place(state));
            });
        }
    });
    let lead = lead(&report, &query);
    let render = {
        let report = report.clone();
        move |index: usize| view! { <OneSection report=report.clone() index query=query.clone() /> }
    };
    view! {
        {lead}
        <For each=move || 0..portions.made().min(total) key=|index| *index children=render />
    }
}

/// Scrolls to the first mark of the search at or after the place that the address names.
fn show_place(state: AppState) {
    let asked = state.location.with_untracked(|here| here.param("q").is_some() && here.figure.is_none());
    if !asked || state.places.is_back() {
        return;
    }
    let at: u32 = state.location.with_untracked(|here| here.param("at").and_then(|at| at.parse().ok())).unwrap_or_default();
    let marks = browser::select_all(".text mark");
    let place = |mark: &Element| mark.get_attribute("data-at").and_then(|place| place.parse::<u32>().ok());
    let asked = marks.iter().find(|mark| place(mark).is_some_and(|place| place >= at));
    if let Some(mark) = asked.or(marks.last()) {
        mark.scroll_into_view();
    }
}

/// What stands before the first section: nothing is read there, and no figure can be added.
fn lead(report: &Arc<Report>, query: &str) -> Option<impl IntoView + use<>> {
    let lead = Span { start: 0, end: report.analysis.sections.first()?.start };
    let blocks = blocks(report, lead, lead);
    (!blocks.is_empty()).then(|| {
        view! {
            <div class="whole__lead">
                <Blocks report=report.clone() blocks query is_lead=true />
            </div>
        }
    })
}

#[component]
fn OneSection(report: Arc<Report>, index: usize, query: String) -> impl IntoView {
    let state = use_app();
    let section = report.analysis.sections.get(index)?.clone();
    let href = state.href(View::Region(report.region_key(section.id).to_owned()));
    Some(view! {
        <section class="whole__section" id=anchor(section.id)>
            <h2>
                <a href=href>{section_name(&report, section.id, state.strings())}</a>
            </h2>
            <SectionText report section=section.id query />
        </section>
    })
}
