//! The root of the page: the shared state, what the whole window hears, and the view that the place names.

use super::auditor;
use super::browser;
use super::components::{
    AddFigure, Banners, DocumentLine, EVIDENCE, EvidencePanel, FILE_INPUT, Footer, HelpDialog, Masthead, SEARCH_FIELD, SelectionOffer,
    Sprite, focus_field,
};
use super::corrections;
use super::intake::{Intake, IntakeHandle, use_intake};
use super::report::Report;
use super::route::{Location, View};
use super::selection;
use super::state::{AppState, Reading, Step, Theme};
use super::strings::fill;
use super::views;
use leptos::ev;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsCast as _;

/// Renders the page into the document's body.
pub fn mount() {
    console_error_panic_hook::set_once();
    leptos::mount::mount_to_body(Root);
}

#[component]
fn Root() -> impl IntoView {
    let hash = browser::window().and_then(|w| w.location().hash().ok()).unwrap_or_default();
    let state = AppState::new(Location::parse(&hash));
    provide_context(state);
    let intake = Intake::new(state);
    provide_context::<IntakeHandle>(StoredValue::new_local(intake.clone()));
    listen(state, &intake);
    corrections::windows::listen(state);
    follow_stale(state, &intake);
    follow_settings(state);
    auditor::watch(state);
    intake.restore();
    move || {
        let _ = state.language.get();
        view! { <Page /> }
    }
}

/// What waits to be read again goes to the intake.
fn follow_stale(state: AppState, intake: &Intake) {
    let intake = StoredValue::new_local(intake.clone());
    Effect::new(move |_| {
        if state.stale.with(Vec::is_empty) {
            return;
        }
        for key in state.stale.try_update(std::mem::take).unwrap_or_default() {
            intake.with_value(|i| i.read_again(&key));
        }
    });
}

/// Theme and language reach the document's root element.
fn follow_settings(state: AppState) {
    let root = || browser::document().and_then(|d| d.document_element());
    Effect::new(move |_| {
        let theme = state.theme.get();
        let Some(root) = root() else { return };
        let _ = match theme {
            Theme::System => root.remove_attribute("data-theme"),
            Theme::Light => root.set_attribute("data-theme", "light"),
            Theme::Dark => root.set_attribute("data-theme", "dark"),
        };
    });
    Effect::new(move |_| {
        let tag = state.language.get().tag();
        if let Some(root) = root() {
            let _ = root.set_attribute("lang", tag);
        }
    });
}

/// What the whole window hears: the address, files dropped anywhere, pasted text, shortcuts.
fn listen(state: AppState, intake: &Intake) {
    let _ = window_event_listener(ev::hashchange, move |_| state.follow_address());
    let _ = window_event_listener(ev::popstate, move |_| state.follow_address());
    // Without this the browser would open a file that misses the zone, and leave the page.
    let _ = window_event_listener(ev::dragover, |event| event.prevent_default());
    let drop_intake = StoredValue::new_local(intake.clone());
    let _ = window_event_listener(ev::drop, move |event| {
        event.prevent_default();
        drop_intake.with_value(|i| i.transfer(event.data_transfer()));
    });
    let _ = window_event_listener(ev::paste, move |event| {
        let at_start = state.location.with_untracked(|here| here.view == View::Start);
        if at_start && !browser::is_typing() && drop_intake.with_value(|i| i.transfer(event.clipboard_data())) {
            event.prevent_default();
        }
    });
    let _ = window_event_listener(ev::keydown, move |event| on_key(state, &event));
    let _ = window_event_listener(ev::click, move |event| on_click(state, &event));
}

fn on_key(state: AppState, event: &ev::KeyboardEvent) {
    if event.key().eq_ignore_ascii_case("z") && (event.ctrl_key() || event.meta_key()) && !event.alt_key() && !browser::is_typing() {
        event.prevent_default();
        if event.shift_key() {
            corrections::redo(state);
        } else {
            corrections::undo(state);
        }
        return;
    }
    if event.default_prevented() || event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    if event.key() == "Escape" && !browser::in_dialog() {
        if state.figure.with_untracked(Option::is_some) {
            selection::close(state);
        } else if !browser::has_typed() {
            views::compare::close_picker(state);
        }
        return;
    }
    if browser::is_typing() || !state.single_keys.get_untracked() || browser::in_dialog() {
        return;
    }
    match event.key().as_str() {
        "/" => {
            event.prevent_default();
            open_search();
        }
        "?" => state.help_open.set(true),
        "j" | "J" => selection::step(state, 1),
        "k" | "K" => selection::step(state, -1),
        _ => {}
    }
}

/// Puts the focus into the search field, opening it first where it stands behind a button.
fn open_search() {
    let hidden = browser::by_id(SEARCH_FIELD).is_some_and(|field| field.offset_parent().is_none());
    match browser::select_all(".search > button").into_iter().next().and_then(|button| button.dyn_into::<web_sys::HtmlElement>().ok()) {
        Some(button) if hidden => button.click(),
        _ => focus_field(),
    }
}

/// A plain click on a figure selects it in the view that is open; with a modifier, or by a middle click, its link opens as links do.
fn on_click(state: AppState, event: &ev::MouseEvent) {
    if event.default_prevented() || event.button() != 0 || event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key() {
        return;
    }
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let figure = target.and_then(|element| element.closest("a[data-fig]").ok().flatten());
    let is_text = figure.as_ref().is_some_and(|element| element.closest(".text, .ev").ok().flatten().is_some());
    if let Some(id) = figure.as_ref().and_then(|element| element.get_attribute("data-fig")?.parse().ok()) {
        event.prevent_default();
        // Inside the panel one follows relatives: the way back stays the first link.
        if figure.as_ref().is_some_and(|element| element.closest(".ev").ok().flatten().is_none()) {
            state.opener.set_value(figure.and_then(|element| element.dyn_into().ok()));
        }
        state.stays.set_value(!is_text && state.figure.get_untracked() != Some(id));
        state.select(Some(id), Step::Push);
        // No button was pressed and none counted: the link was followed by a key, which goes on in the panel.
        if event.detail() == 0 {
            browser::focus_soon(EVIDENCE.to_owned());
        }
    }
}

/// What decides which view is rendered: a change of anything else leaves it standing.
#[derive(Clone, PartialEq)]
struct Shown {
    view: View,
    /// The very report, not one that equals it.
    report: Option<usize>,
}

#[component]
fn Page() -> impl IntoView {
    let state = super::state::use_app();
    let t = state.strings();
    let intake = StoredValue::new_local(use_intake());
    let shown = Memo::new(move |_| Shown {
        view: state.location.with(|here| here.view.clone()),
        report: state.report.get().map(|report| Arc::as_ptr(&report) as usize),
    });
    selection::watch(state, move || shown.track());
    follow_view(state, shown);
    let before = StoredValue::new(None);
    let has_evidence = move || state.figure.get().is_some() && state.location.with(|here| here.view.needs_report());
    let skip = |event: ev::MouseEvent| {
        // The fragment belongs to the view: moving the focus is all that the link does.
        event.prevent_default();
        if let Some(main) = browser::by_id("main") {
            browser::focus(&main);
        }
    };
    view! {
        <a class="skip" href="#main" on:click=skip>
            {t.shell.skip}
        </a>
        <Sprite />
        <Masthead />
        <DocumentLine />
        <Banners />
        <div class="wrap stage" class:has-ev=has_evidence>
            <main id="main" tabindex="-1">
                {move || {
                    let view = shown.get().view;
                    begin(state, before, &view);
                    render(state, &view)
                }}
            </main>
            <EvidencePanel />
        </div>
        <Footer />
        <HelpDialog />
        <AddFigure />
        <SelectionOffer />
        <input
            id=FILE_INPUT
            class="vh"
            type="file"
            multiple
            tabindex="-1"
            aria-hidden="true"
            accept=ACCEPTED
            on:change=move |event| {
                let input: web_sys::HtmlInputElement = event_target(&event);
                intake.with_value(|i| i.files(input.files()));
                input.set_value("");
            }
        />
        <LiveRegion />
    }
}

/// The view of the place. A view that needs a report waits for it at the start view, which says what is missing.
fn render(state: AppState, view: &View) -> AnyView {
    let report: Option<Arc<Report>> = state.report.get_untracked();
    match (view, report) {
        (View::About, report) => view! { <views::About report /> }.into_any(),
        (View::Start, _) | (_, None) => view! { <views::Start /> }.into_any(),
        (View::Overview, Some(report)) => view! { <views::Overview report /> }.into_any(),
        (View::Region(key), Some(report)) => view! { <views::Region report key=key.clone() /> }.into_any(),
        (View::Compare, Some(report)) => view! { <views::Compare report /> }.into_any(),
        (View::Charts, Some(report)) => view! { <views::Charts report /> }.into_any(),
        (View::Report, Some(report)) => view! { <views::ReportText report /> }.into_any(),
        (View::Audit, Some(report)) => view! { <views::Audit report /> }.into_any(),
        (View::Data, Some(report)) => view! { <views::Data report /> }.into_any(),
        (View::Unknown(name), Some(report)) => {
            let title = fill(state.strings().shell.missing_view, &[("name", name)]);
            view! { <views::Missing report title /> }.into_any()
        }
        (View::Corrections, Some(report)) => view! { <views::Corrections report /> }.into_any(),
    }
}

/// A new view begins at its top, unless the reader comes back to it, with the focus at its start, so that a screen reader goes on there. Done while the view before still
/// stands: the browser would else have to lay out the new one twice. A dialog belongs to the view that it was opened on.
fn begin(state: AppState, before: StoredValue<Option<View>>, now: &View) {
    let moved = before.with_value(|before| before.as_ref().is_some_and(|before| before != now));
    before.set_value(Some(now.clone()));
    if !moved {
        return;
    }
    state.help_open.set(false);
    state.adding.set(None);
    if let Some(window) = browser::window().filter(|_| !state.places.is_back()) {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
    if let Some(main) = browser::by_id("main") {
        browser::focus_in_place(&main);
    }
}

/// The name of the view stands in the title.
fn follow_view(state: AppState, shown: Memo<Shown>) {
    Effect::new(move |_| {
        let now = shown.get();
        let t = &state.strings().shell;
        let name = match &now.view {
            View::Start | View::Unknown(_) => None,
            View::Overview => Some(t.overview.to_owned()),
            View::Region(key) => {
                let report = state.report.get_untracked();
                report.and_then(|r| r.section_by_key(key).map(|section| super::display::section_name(&r, section.id, state.strings())))
            }
            View::Compare => Some(t.compare.to_owned()),
            View::Charts => Some(t.charts.to_owned()),
            View::Report => Some(t.report.to_owned()),
            View::Audit => Some(t.audit.to_owned()),
            View::Data => Some(t.data.to_owned()),
            View::Corrections => Some(state.strings().corrections.title.to_owned()),
            View::About => Some(t.about.to_owned()),
        };
        if let Some(document) = browser::document() {
            document.set_title(&name.map_or_else(|| "Provenance".to_owned(), |name| format!("{name} - Provenance")));
        }
    });
}

/// Least time that a message stays in sight, in milliseconds, and what a long one takes to be read, for each of its bytes.
const MESSAGE_TIME: u32 = 4_000;
const READING_TIME: u32 = 80;

/// What the file dialog offers: endings for the systems that go by them, media types for the others.
const ACCEPTED: &str = ".txt,.text,.md,.markdown,.html,.htm,.docx,.odt,.pdf,.json,text/*,application/json,\
    application/vnd.openxmlformats-officedocument.wordprocessingml.document,application/vnd.oasis.opendocument.text,application/pdf";

/// The one polite live region; what it says is also shown for a moment.
#[component]
fn LiveRegion() -> impl IntoView {
    let state = super::state::use_app();
    let said = RwSignal::new(0_u32);
    Effect::new(move |_| {
        let length = state.message.with(String::len);
        if length == 0 {
            return;
        }
        let turn = said.try_update_untracked(|n| {
            *n += 1;
            *n
        });
        gloo_timers::callback::Timeout::new(MESSAGE_TIME.max(READING_TIME * length as u32), move || {
            if turn.is_some() && said.try_get_untracked() == turn {
                state.message.set(String::new());
            }
        })
        .forget();
    });
    // Progress is said at its start only: one sentence a section would drown everything else.
    let busy = Memo::new(move |_| match state.reading.get() {
        Reading::Busy { name, .. } => Some(name),
        Reading::Idle | Reading::Failed(_) => None,
    });
    let reading = move || busy.get().map(|name| fill(state.strings().start.reading_starts, &[("name", &name)]));
    view! {
        <p class="toast" role="status" aria-live="polite">
            {move || state.message.get()}
        </p>
        <p class="vh" role="status">
            {reading}
        </p>
        <p class="vh" role="status">
            {move || state.whisper.get()}
        </p>
    }
}
