//! The list of corrections: every step with its words, what could not be placed, undo and redo, and the project file.

use crate::analysis::Outcome;
use crate::app::browser;
use crate::app::components::{FigureLink, open_chooser};
use crate::app::corrections::{journal, redo, take_back, undo};
use crate::app::definitions;
use crate::app::display::{entry_words, lost_words, section_name};
use crate::app::intake::use_intake;
use crate::app::report::Report;
use crate::app::save::{JSON, save};
use crate::app::state::{AppState, use_app};
use crate::app::strings::{Strings, fill};
use crate::review::project::Project;
use crate::review::{Entry, Journal, Step};
use leptos::prelude::*;
use std::sync::Arc;

/// All steps of the open report.
#[component]
pub fn Corrections(report: Arc<Report>) -> impl IntoView {
    let state = use_app();
    let t = &state.strings().corrections;
    let steps = Memo::new(move |_| journal(state));
    let for_list = report.clone();
    view! {
        <section class="corrections">
            <div class="page-title">
                <div>
                    <h1>{t.title}</h1>
                    <p>{t.lead}</p>
                </div>
            </div>
            <p class="row">
                <button class="btn small" type="button" disabled=move || !steps.with(Journal::can_undo) on:click=move |_| undo(state)>
                    {t.undo}
                </button>
                <button class="btn small" type="button" disabled=move || !steps.with(Journal::can_redo) on:click=move |_| redo(state)>
                    {t.redo}
                </button>
                <span class="muted">{move || t.count.of(steps.with(|j| j.entries().len()))}</span>
            </p>
            <Lost report=report.clone() />
            {move || {
                let journal = steps.get();
                if journal.is_empty() {
                    view! { <p class="none">{t.none}</p> }.into_any()
                } else {
                    list(state, &for_list, &journal)
                }
            }}
            <Files report />
        </section>
    }
}

fn list(state: AppState, report: &Arc<Report>, journal: &Journal) -> AnyView {
    let in_force: Vec<u32> = journal.entries().iter().map(|entry| entry.id).collect();
    let position = journal.position();
    let rows: Vec<AnyView> = journal
        .steps()
        .iter()
        .enumerate()
        .rev()
        .map(|(place, step)| {
            let is_undone = place >= position;
            match step {
                Step::Make(entry) => row(state, report, entry, is_undone, in_force.contains(&entry.id)),
                Step::TakeBack(id) => plain(&taken_back(state, report, journal, *id), is_undone, state),
                Step::Import { name, entries } => {
                    let t = &state.strings().corrections;
                    let words = fill(t.did_import, &[("n", &t.count.of(entries.len())), ("name", name)]);
                    let inner: Vec<AnyView> =
                        entries.iter().map(|entry| row(state, report, entry, is_undone, in_force.contains(&entry.id))).collect();
                    view! {
                        {plain(&words, is_undone, state)}
                        {inner}
                    }
                    .into_any()
                }
            }
        })
        .collect();
    view! { <ol class="steps" reversed>{rows}</ol> }.into_any()
}

fn row(state: AppState, report: &Arc<Report>, entry: &Entry, is_undone: bool, in_force: bool) -> AnyView {
    let t = state.strings();
    let words = entry_words(entry, report, t);
    let outcome = report.analysis.review.iter().find(|outcome| outcome.entry == entry.id);
    let figure = outcome.and_then(|outcome| outcome.quantity);
    let lost = outcome.and_then(|outcome| outcome.lost).map(|lost| view! { <small class="bad">{lost_words(lost, t)}</small> });
    let title = match figure {
        Some(id) => view! { <FigureLink report=report.clone() id class="lk">{words}</FigureLink> }.into_any(),
        None => words.into_any(),
    };
    let id = entry.id;
    let for_click = report.clone();
    let off = is_undone || !in_force;
    view! {
        <li class:off=off>
            <span class="where">{place(report, &entry.region, t)}</span>
            <span class="did">{title} {lost}</span>
            <time datetime=entry.when.clone()>{browser::local_minute(&entry.when)}</time>
            {if off {
                view! { <span class="muted">{t.corrections.is_undone}</span> }.into_any()
            } else {
                view! {
                    <button class="tbtn" type="button" on:click=move |_| take_back(state, &for_click, id)>
                        {t.corrections.take_back}
                    </button>
                }
                .into_any()
            }}
        </li>
    }
    .into_any()
}

/// The name of a region in the language of the page, where the report still has it.
fn place(report: &Report, name: &str, t: &Strings) -> String {
    let section = report.analysis.sections.iter().find(|section| section.region.name == name);
    section.map_or_else(|| name.to_owned(), |section| section_name(report, section.id, t))
}

fn plain(words: &str, is_undone: bool, state: AppState) -> AnyView {
    let undone = is_undone.then_some(state.strings().corrections.is_undone);
    view! {
        <li class:off=is_undone>
            <span class="where"></span>
            <span class="did">{words.to_owned()}</span>
            <span></span>
            <span class="muted">{undone}</span>
        </li>
    }
    .into_any()
}

fn taken_back(state: AppState, report: &Report, journal: &Journal, id: u32) -> String {
    let t = state.strings();
    let entry = journal.steps().iter().find_map(|step| match step {
        Step::Make(entry) if entry.id == id => Some(entry.as_ref()),
        Step::Import { entries, .. } => entries.iter().find(|entry| entry.id == id),
        _ => None,
    });
    let what = entry.map_or_else(|| t.corrections.taken_back.to_owned(), |entry| entry_words(entry, report, t));
    fill(t.corrections.did_take_back, &[("what", &what)])
}

/// What could not be placed: told, never dropped.
#[component]
fn Lost(report: Arc<Report>) -> impl IntoView {
    let t = &use_app().strings().corrections;
    let n = report.analysis.review.iter().filter(|Outcome { lost, .. }| lost.is_some()).count();
    (n > 0).then(|| {
        view! {
            <div class="state" role="status">
                <h2>{t.lost.of(n)}</h2>
                <p>{t.lost_lead}</p>
            </div>
        }
    })
}

#[component]
fn Files(report: Arc<Report>) -> impl IntoView {
    let state = use_app();
    let t = &state.strings().corrections;
    let intake = StoredValue::new_local(use_intake());
    let whole = report.clone();
    let save_project = move |report: &Report, base64: Option<String>| {
        let project = Project::new(&report.analysis.document, browser::now(), journal(state), definitions::kept(), base64);
        let view = if project.report.base64.is_some() { "project" } else { "corrections" };
        save(state, report, (view, "json"), JSON, &project.to_json());
    };
    view! {
        <section class="project-file">
            <h2>{t.files}</h2>
            <p class="notes">{t.files_lead}</p>
            <p class="row">
                <button
                    class="btn small"
                    type="button"
                    on:click=move |_| {
                        let bytes = intake.with_value(|i| i.bytes_of(&whole.file_key()));
                        save_project(&whole, bytes.and_then(|bytes| browser::to_base64(&bytes)));
                    }
                >
                    {t.save_project}
                </button>
                <button class="btn small" type="button" on:click=move |_| untrack(|| save_project(&report, None))>
                    {t.save_corrections}
                </button>
                <button class="btn small" type="button" on:click=|_| open_chooser()>
                    {t.open_project}
                </button>
            </p>
        </section>
    }
}
