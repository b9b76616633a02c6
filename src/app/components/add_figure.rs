//! A figure that was missed: offered when words of the text are selected, or asked for by a button; its words, and then the form.

use super::correct::FigureForm;
use super::modal::Modal;
use crate::analysis::Quantity;
use crate::app::browser;
use crate::app::corrections::{anchor, make};
use crate::app::report::Report;
use crate::app::state::{Adding, AppState, use_app};
use crate::app::strings::Strings;
use crate::review::{Change, Field, typed_value};
use crate::text::Span;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;

/// Longest selection that is taken for a figure, in characters.
const LONGEST: usize = 80;

/// A button while words of the running text are selected.
#[component]
pub fn SelectionOffer() -> impl IntoView {
    let state = use_app();
    let selected = RwSignal::new(None::<Adding>);
    let changed = Closure::<dyn FnMut()>::new(move || {
        let now = selection();
        if selected.try_with_untracked(|before| *before != now) == Some(true) {
            selected.set(now);
        }
    });
    // The event does not reach the window. The part lives as long as the language of the page: the listener goes with it.
    if let Some(document) = browser::document() {
        document.set_onselectionchange(Some(changed.as_ref().unchecked_ref()));
    }
    // The words are gone with their view, and the browser does not always say so.
    Effect::new(move |_| {
        state.location.with(|here| here.view.clone());
        selected.set(None);
    });
    let kept = StoredValue::new_local(changed);
    on_cleanup(move || kept.dispose());
    move || {
        let adding = selected.get()?;
        let label = format!("{}: \u{201c}{}\u{201d}", state.strings().corrections.add, adding.words);
        Some(view! {
            <button
                class="offer btn primary"
                type="button"
                // Before the press takes the selection away.
                on:pointerdown=move |event| event.prevent_default()
                on:click=move |_| state.adding.set(Some(adding.clone()))
            >
                {label}
            </button>
        })
    }
}

/// The selected words, if they lie in one paragraph of the running text, with their place in the report.
fn selection() -> Option<Adding> {
    let selection = browser::window()?.get_selection().ok().flatten()?;
    let range = selection.get_range_at(0).ok().filter(|range| !range.collapsed())?;
    let words = String::from(range.to_string());
    let element = range.start_container().ok()?.parent_element()?;
    let paragraph = element.closest(".text [data-start]").ok().flatten()?;
    let start: u32 = paragraph.get_attribute("data-start")?.parse().ok()?;
    let lead = browser::document()?.create_range().ok()?;
    lead.set_start(&paragraph, 0).ok()?;
    lead.set_end(&range.start_container().ok()?, range.start_offset().ok()?).ok()?;
    let before = String::from(lead.to_string());
    let trimmed = words.trim();
    let is_one = (1..=LONGEST).contains(&trimmed.chars().count()) && !trimmed.contains('\n');
    let skipped = words.len() - words.trim_start().len();
    is_one.then(|| Adding { words: trimmed.to_owned(), at: Some(start + (before.len() + skipped) as u32) })
}

/// The dialog; open while `AppState::adding` holds anything.
#[component]
pub fn AddFigure() -> impl IntoView {
    let state = use_app();
    let t = state.strings();
    let open = Signal::derive(move || state.adding.with(Option::is_some));
    let close = Callback::new(move |()| state.adding.set(None));
    view! {
        <Modal id="add-h" title=t.corrections.add_title open on_close=close>
            {move || {
                let adding = state.adding.get()?;
                let report = state.report.get_untracked()?;
                Some(view! { <Words report adding /> })
            }}
        </Modal>
    }
}

/// The words, looked up while one types, and the form once they are found.
#[component]
fn Words(report: Arc<Report>, adding: Adding) -> impl IntoView {
    let state = use_app();
    let t = state.strings();
    let words = RwSignal::new(adding.words.clone());
    let found = {
        let report = report.clone();
        Memo::new(move |_| {
            let typed = words.with(|words| words.trim().to_owned());
            // The place holds for the words that were selected, not for others.
            place(&report, &Adding { at: adding.at.filter(|_| typed == adding.words), words: typed })
        })
    };
    view! {
        <label class="field field--wide">
            <span>{t.corrections.add_words}</span>
            <input
                type="text"
                autocomplete="off"
                prop:value=words
                on:input=move |event| words.set(event_target_value(&event))
            />
        </label>
        {move || match found.get() {
            Place::None => view! { <p class="notes">{t.corrections.add_words_hint}</p> }.into_any(),
            Place::Missing => view! { <p class="bad" role="status">{t.corrections.add_missing}</p> }.into_any(),
            Place::Twice => view! { <p class="bad" role="status">{t.corrections.add_twice}</p> }.into_any(),
            Place::Here(span) => form(state, report.clone(), span, t),
        }}
    }
}

/// Where words stand in the text.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Place {
    /// There are no words yet.
    None,
    Missing,
    Twice,
    Here(Span),
}

fn place(report: &Report, adding: &Adding) -> Place {
    let text = report.analysis.document.text.as_str();
    let words = adding.words.as_str();
    if words.is_empty() {
        return Place::None;
    }
    let span = |at: usize| Span::new(at, at + words.len());
    if let Some(at) = adding.at.map(|at| at as usize).filter(|at| text.get(*at..).is_some_and(|rest| rest.starts_with(words))) {
        return Place::Here(span(at));
    }
    let mut places = text.match_indices(words);
    match (places.next(), places.next()) {
        (None, _) => Place::Missing,
        (Some((at, _)), None) => Place::Here(span(at)),
        (Some(_), Some(_)) => Place::Twice,
    }
}

fn form(state: AppState, report: Arc<Report>, span: Span, t: &'static Strings) -> AnyView {
    let known = report.figure_at(span.start).and_then(|id| report.quantity(id)).cloned();
    let section = report.analysis.sections.iter().find(|s| s.start <= span.start && span.start < s.end).map_or(0, |s| s.id);
    let typed = typed_value(report.text(span));
    let quantity = known.clone().unwrap_or_else(|| Quantity {
        section,
        start: span.start,
        end: span.end,
        year: report.analysis.document.year,
        amount: typed.map(|typed| typed.amount).unwrap_or_default(),
        precision: typed.map(|typed| typed.precision),
        ..Quantity::default()
    });
    let read = Field::Value { amount: quantity.amount, precision: quantity.precision };
    let is_unread = quantity.amount.bounds().is_none();
    let for_keep = report.clone();
    let is_new = known.is_none();
    let keep = Callback::new(move |changes: Vec<(Field, Field)>| {
        let (mut fields, before): (Vec<Field>, Vec<Field>) = changes.into_iter().unzip();
        let has_value = fields.iter().any(|field| matches!(field, Field::Value { .. }));
        if is_new && !has_value {
            if is_unread {
                state.announce(t.corrections.value_bad);
                return;
            }
            fields.insert(0, read.clone());
        }
        state.adding.set(None);
        let change = Change::Add { at: anchor(&for_keep, span), fields };
        make(state, &for_keep, section, change, if is_new { Vec::new() } else { before });
    });
    let note = known.map(|_| view! { <p class="notes">{t.corrections.add_known}</p> });
    let place = crate::app::display::section_name(&report, section, t);
    view! {
        <p class="notes">{place}</p>
        {note}
        <FigureForm report quantity on_keep=keep on_cancel=Callback::new(move |()| state.adding.set(None)) />
    }
    .into_any()
}
