//! The search field of the masthead, with its hits below it.

use super::Icon;
use crate::app::browser;
use crate::app::display::{Results, around, indicator_label, search, section_name};
use crate::app::report::Report;
use crate::app::route::{Location, PICKER, View};
use crate::app::state::{AppState, Step, use_app};
use crate::app::strings::{fill, grouped};
use crate::compare::{ColumnRequest, Query, SortBy};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsCast as _;

/// Id of the field, which the `/` key focuses.
pub const SEARCH_FIELD: &str = "search-field";
const HITS: &str = "search-hits";
/// Letters shown on either side of a hit.
const AROUND: usize = 46;

/// A field; its hits are links, reached by the arrow keys.
#[component]
pub fn SearchBox(report: Arc<Report>) -> impl IntoView {
    let state = use_app();
    let t = &state.strings().shell;
    let query = RwSignal::new(String::new());
    let open = RwSignal::new(false);
    // Below 900 px the field stands behind a button.
    let shown = RwSignal::new(false);
    let close = move || {
        open.set(false);
        shown.set(false);
        query.set(String::new());
    };
    // A hit was followed: the list has done its work.
    Effect::new(move |before: Option<Location>| {
        let here = state.location.get();
        if before.is_some_and(|before| before != here) {
            close();
        }
        here
    });
    let on_key = move |event: KeyboardEvent| match event.key().as_str() {
        "Escape" if open.get_untracked() || shown.get_untracked() => {
            event.stop_propagation();
            // From a hit, which goes, back to the field; from the field, out of it.
            let in_field = browser::is_typing();
            close();
            match browser::by_id(SEARCH_FIELD) {
                Some(field) if in_field => drop(field.blur()),
                Some(_) => browser::after_render(focus_search),
                None => {}
            }
        }
        "ArrowDown" => move_focus(&event, 1),
        "ArrowUp" => move_focus(&event, -1),
        "Enter" => {
            let words = query.get_untracked();
            let typing = browser::is_typing();
            if typing && !words.trim().is_empty() {
                let to = state.location.with_untracked(|here| here.to(View::Report)).with_param("q", Some(words.trim()));
                state.go(to, Step::Push);
            }
        }
        _ => {}
    };
    let hits = {
        let report = report.clone();
        move || {
            let words = query.get();
            open.get().then(|| search(&report, &words, state.strings()).map(|found| results(state, &report, &found, &words))).flatten()
        }
    };
    view! {
        <search class="search" class:is-open=shown on:keydown=on_key>
            <button
                class="ibtn only-narrow"
                type="button"
                aria-label=t.search_label
                aria-expanded=move || if shown.get() { "true" } else { "false" }
                on:click=move |_| {
                    shown.update(|open| *open = !*open);
                    browser::after_render(focus_field);
                }
            >
                <Icon name="#i-find" />
            </button>
            <label class="find">
                <Icon name="#i-find" />
                <span class="vh">{t.search_label}</span>
                <input
                    id=SEARCH_FIELD
                    type="search"
                    autocomplete="off"
                    placeholder=t.search_placeholder
                    aria-controls=HITS
                    prop:value=query
                    on:input=move |event| {
                        query.set(event_target_value(&event));
                        open.set(true);
                    }
                    on:focus=move |_| open.set(true)
                />
                <kbd aria-hidden="true">"/"</kbd>
            </label>
            <div id=HITS class="hits-anchor">
                {hits}
            </div>
        </search>
        <Show when=move || open.get() && query.with(|q| !q.trim().is_empty())>
            <div class="hits-veil" on:click=move |_| close()></div>
        </Show>
    }
}

/// Puts the focus into the field, or on the button that it stands behind.
fn focus_search() {
    let is_hidden = browser::by_id(SEARCH_FIELD).is_none_or(|field| field.offset_parent().is_none());
    let button =
        browser::select_all(".search > button").into_iter().next().and_then(|button| button.dyn_into::<web_sys::HtmlElement>().ok());
    match button.filter(|_| is_hidden) {
        Some(button) => browser::focus(&button),
        None => focus_field(),
    }
}

/// Puts the focus into the field, if it is in sight.
pub fn focus_field() {
    if let Some(field) = browser::by_id(SEARCH_FIELD) {
        let _ = field.focus();
    }
}

/// Moves the focus among the field and the hits below it.
fn move_focus(event: &KeyboardEvent, by: isize) {
    let stops: Vec<_> = browser::select_all(&format!("#{SEARCH_FIELD}, #{HITS} a"));
    let active = browser::document().and_then(|d| d.active_element());
    let at = stops.iter().position(|stop| Some(stop) == active.as_ref()).unwrap_or(0);
    let next = at.saturating_add_signed(by).min(stops.len().saturating_sub(1));
    if let Some(stop) = stops.get(next).and_then(|stop| stop.dyn_ref::<web_sys::HtmlElement>()) {
        event.prevent_default();
        let _ = stop.focus();
    }
}

fn results(state: AppState, report: &Arc<Report>, found: &Results<'_>, words: &str) -> AnyView {
    let t = &state.strings().shell;
    if found.total() == 0 {
        return view! { <p class="hits" role="status">{fill(t.search_none, &[("q", words.trim())])}</p> }.into_any();
    }
    let place = |section: u32, figure: Option<u32>| {
        let key = report.region_key(section).to_owned();
        state
            .location
            .with_untracked(|here| here.to(View::Region(key)))
            .with_figure(figure.and_then(|id| report.quantity(id)).map(|q| q.start))
    };
    let everywhere = |view: View| state.location.with_untracked(|here| here.to(view)).with_param("q", Some(words.trim())).format();
    let name = |section: u32| section_name(report, section, state.strings());
    let regions =
        found.regions.hits.iter().map(|s| hit(place(s.id, None), section_name(report, s.id, state.strings()), String::new())).collect();
    let indicators = found
        .indicators
        .hits
        .iter()
        .map(|indicator| {
            let stated = [("n", &*grouped(report.stated_by(&indicator.id))), ("of", &grouped(report.analysis.regions()))];
            let table = Query {
                columns: vec![ColumnRequest::usual(&indicator.id)],
                sort: Some(SortBy::Indicator(indicator.id.clone())),
                ..Query::default()
            };
            let compare = state.location.with_untracked(|here| here.to(View::Compare));
            let to = table.params().iter().fold(compare, |to, (name, value)| to.with_param(name, Some(value)));
            hit(to, indicator_label(indicator, state.strings()), fill(state.strings().words.n_of, &stated))
        })
        .collect();
    let topics = found
        .topics
        .hits
        .iter()
        .map(|topic| {
            hit(place(topic.section, None).with_param("topic", Some(&topic.id.to_string())), topic.title.clone(), name(topic.section))
        })
        .collect();
    let figures = found
        .figures
        .hits
        .iter()
        .map(|q| {
            let comma = state.strings().marks.comma;
            let note = view! { <span lang=report.written_in()>{q.what.clone()}</span> {comma} {name(q.section)} };
            hit(place(q.section, Some(q.id)), q.text.clone(), note)
        })
        .collect();
    let text = &report.analysis.document.text;
    let sentences = found
        .words
        .hits
        .iter()
        .map(|span| {
            let (before, middle, after) = around(text, *span, AROUND);
            let to = state.location.with_untracked(|here| here.to(View::Report));
            let to = to.with_param("q", Some(words.trim())).with_param("at", Some(&span.start.to_string()));
            view! {
                <li>
                    <a href=to.format() class="printed">
                        "… " {before} <mark>{middle}</mark> {after} " …"
                    </a>
                </li>
            }
            .into_any()
        })
        .collect();
    let all_indicators = state.location.with_untracked(|here| here.to(View::Compare)).with_param(PICKER, Some("open")).format();
    view! {
        <div class="hits">
            <p class="vh" role="status">
                {t.search_count.of(found.total())}
            </p>
            {group(state, t.search_regions, regions, found.regions.total, everywhere(View::Overview))}
            {group(state, t.search_indicators, indicators, found.indicators.total, all_indicators)}
            {group(state, t.search_figures, figures, found.figures.total, everywhere(View::Data))}
            {group(state, t.search_topics, topics, found.topics.total, everywhere(View::Report))}
            {group(state, t.search_words, sentences, found.words.total, everywhere(View::Report))}
        </div>
    }
    .into_any()
}

fn hit(to: Location, words: String, note: impl IntoView) -> AnyView {
    view! {
        <li>
            <a href=to.format()>
                <span class="printed">{words}</span>
                " "
                <small>{note}</small>
            </a>
        </li>
    }
    .into_any()
}

/// The first hits of one sort, and the way to the others.
fn group(state: AppState, title: &'static str, hits: Vec<AnyView>, total: usize, rest: String) -> Option<AnyView> {
    let more = total.saturating_sub(hits.len());
    if hits.is_empty() {
        return None;
    }
    let more = (more > 0).then(|| {
        view! {
            <li>
                <a class="lk" href=rest>
                    {state.strings().shell.search_more.of(more)}
                </a>
            </li>
        }
    });
    Some(
        view! {
            <section>
                <h3>{title}</h3>
                <ul>{hits} {more}</ul>
            </section>
        }
        .into_any(),
    )
}
