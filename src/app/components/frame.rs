//! The frame around every view: masthead, line of the document, messages, footer.

use super::reading::open_chooser;
use super::{Icon, SearchBox};
use crate::app::browser;
use crate::app::corrections::{journal, undo};
use crate::app::display::section_name;
use crate::app::intake::use_intake;
use crate::app::report::Report;
use crate::app::route::{Location, View};
use crate::app::state::{AppState, Step, Theme, use_app};
use crate::app::strings::{Language, grouped};
use crate::review::Journal;
use leptos::html::Nav;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsCast as _;

/// Wordmark, tabs of the views, search, theme, language, help.
#[component]
pub fn Masthead() -> impl IntoView {
    let state = use_app();
    let t = &state.strings().shell;
    let home = move || state.location.with(|here| here.to(View::Start)).format();
    view! {
        <header class="mast">
            <div class="wrap">
                <a class="mark" href=home>
                    <Icon name="#i-mark" />
                    "Provenance"
                </a>
                {move || state.report.get().map(|report| view! { <Tabs report /> })}
                <div class="tools">
                    {move || state.report.get().map(|report| view! { <SearchBox report /> })}
                    <button class="ibtn ibtn--word" type="button" lang=other(state).tag() on:click=move |_| state.set_language(other(state))>
                        {t.switch_language}
                    </button>
                    <ThemeButton />
                    <button class="ibtn" type="button" aria-label=t.help title=t.help on:click=move |_| state.help_open.set(true)>
                        <Icon name="#i-help" />
                    </button>
                </div>
            </div>
        </header>
    }
}

fn other(state: AppState) -> Language {
    match state.language.get_untracked() {
        Language::English => Language::Chinese,
        Language::Chinese => Language::English,
    }
}

#[component]
fn ThemeButton() -> impl IntoView {
    let state = use_app();
    let t = &state.strings().shell;
    let words = move || match state.theme.get() {
        Theme::System => t.theme_system,
        Theme::Light => t.theme_light,
        Theme::Dark => t.theme_dark,
    };
    let icon = move || match state.theme.get() {
        Theme::System => "#i-theme",
        Theme::Light => "#i-light",
        Theme::Dark => "#i-dark",
    };
    view! {
        <button class="ibtn" type="button" aria-label=words title=words on:click=move |_| state.set_theme(state.theme.get_untracked().next())>
            <svg aria-hidden="true">
                <use href=icon></use>
            </svg>
        </button>
    }
}

#[component]
fn Tabs(report: Arc<Report>) -> impl IntoView {
    let state = use_app();
    let t = &state.strings().shell;
    let first = View::Region(report.region_key(report.regions().next().map_or(0, |section| section.id)).to_owned());
    let has_regions = report.analysis.has_regions();
    let of_regions = if has_regions { t.regions.to_owned() } else { section_name(&report, 0, state.strings()) };
    let regions = Some(report.analysis.regions()).filter(|_| has_regions);
    let checks = Some(report.analysis.findings.len()).filter(|n| *n > 0);
    let tabs = [
        (View::Overview, t.overview.to_owned(), None),
        (first, of_regions, regions),
        (View::Compare, t.compare.to_owned(), None),
        (View::Charts, t.charts.to_owned(), None),
        (View::Report, t.report.to_owned(), None),
        (View::Audit, t.audit.to_owned(), checks),
        (View::Data, t.data.to_owned(), None),
    ];
    let tabs = tabs
        .into_iter()
        .map(|(view, words, n)| {
            let segment = view.segment().to_owned();
            let current = move || state.location.with(|here| here.view.segment() == segment).then_some("page");
            view! {
                <a href=state.href(view) aria-current=current>
                    {words}
                    {n.map(|n| view! { " " <span class="n">{grouped(n)}</span> })}
                </a>
            }
        })
        .collect_view();
    // On a narrow page the tabs scroll: the one that is open is in sight.
    let bar = NodeRef::<Nav>::new();
    Effect::new(move |_| {
        state.location.track();
        browser::after_render(move || {
            let Some(bar) = bar.try_get_untracked().flatten() else { return };
            let current = bar.query_selector("[aria-current]").ok().flatten();
            let Some(current) = current.and_then(|tab| tab.dyn_into::<web_sys::HtmlElement>().ok()) else { return };
            bar.set_scroll_left(current.offset_left() - bar.offset_left() - (bar.client_width() - current.offset_width()) / 2);
        });
    });
    view! {
        <nav class="views" node_ref=bar aria-label=t.views>
            {tabs}
        </nav>
    }
}

/// Which report is open, what is known of its file, and the way to another one.
#[component]
pub fn DocumentLine() -> impl IntoView {
    let state = use_app();
    move || {
        let visible = state.location.with(|here| here.view != View::Start);
        state.report.get().filter(|_| visible).map(|report| view! { <Line report /> })
    }
}

#[component]
fn Line(report: Arc<Report>) -> impl IntoView {
    let state = use_app();
    let t = &state.strings().shell;
    let intake = StoredValue::new_local(use_intake());
    let document = &report.analysis.document;
    let size = format!("{}, {}", size_words(document.bytes), document.encoding.to_uppercase());
    let sha: String = document.sha256.chars().take(12).collect();
    let name = document.name.clone();
    let key = report.file_key();
    view! {
        <section class="wrap" aria-label=t.document>
            <div class="docline">
                {move || {
                    if state.reports.with(|all| all.len() > 1) {
                        view! {
                            <ReportPick current=key.clone() />
                            <b class="only-print">{name.clone()}</b>
                        }
                        .into_any()
                    } else {
                        view! { <b>{name.clone()}</b> }.into_any()
                    }
                }}
                <span class="enc">{size}</span>
                <span class="sha">"sha256 " {sha}</span>
                <span class="said">{t.read_here}</span>
                <span class="end">
                    <CorrectionsLink />
                    <button class="tbtn" type="button" on:click=|_| open_chooser()>
                        {t.open_another}
                        <span class="only-wide">{t.open_another_end}</span>
                    </button>
                    <button
                        class="tbtn"
                        type="button"
                        on:click=move |_| intake.with_value(|i| i.close(&report))
                    >
                        {t.close_report}
                        <span class="only-wide">{t.close_report_end}</span>
                    </button>
                </span>
            </div>
        </section>
    }
}

/// How much is corrected, the way to the list, and undo beside it.
#[component]
fn CorrectionsLink() -> impl IntoView {
    let state = use_app();
    let t = &state.strings().corrections;
    let steps = Memo::new(move |_| journal(state));
    let count = move || steps.with(|journal| journal.entries().len());
    let words = move || if count() == 0 { t.title.to_owned() } else { t.count.of(count()) };
    let undo_button = move || {
        steps.with(Journal::can_undo).then(|| {
            view! {
                <button class="tbtn" type="button" on:click=move |_| undo(state)>
                    {t.undo}
                </button>
            }
        })
    };
    view! {
        <a class="tbtn" href=state.href(View::Corrections)>
            {words}
        </a>
        {undo_button}
    }
}

/// The choice among several open reports.
#[component]
fn ReportPick(current: String) -> impl IntoView {
    let state = use_app();
    let options = state
        .reports
        .with_untracked(|all| all.iter().map(|report| (report.file_key(), report.analysis.document.name.clone())).collect::<Vec<_>>());
    let change = Callback::new(move |key: String| {
        let mut to = Location::of(View::Overview);
        to.file = Some(key);
        state.go(to, Step::Push);
    });
    view! { <super::Pick label=state.strings().shell.open_reports options value=Signal::stored(current) on_change=change /> }
}

pub(super) fn size_words(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} B"),
        1_000..1_000_000 => format!("{} kB", (bytes + 500) / 1_000),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000),
    }
}

/// Passing messages above the view: a new version, reading that goes on behind an open report.
#[component]
pub fn Banners() -> impl IntoView {
    let state = use_app();
    let t = &state.strings().shell;
    let update = RwSignal::new(is_set("data-update"));
    let listener = leptos::ev::Custom::<web_sys::Event>::new("provenance:update-ready");
    let handle = window_event_listener(listener, move |_| update.set(true));
    on_cleanup(move || handle.remove());
    let elsewhere = move || state.location.with(|here| here.view != View::Start) && state.report.with(Option::is_some);
    view! {
        <Show when=move || update.get()>
            <div class="wrap">
                <p class="banner" role="status">
                    <span>{t.update_ready}</span>
                    <button class="btn small primary" type="button" on:click=|_| apply_update()>
                        {t.reload}
                    </button>
                    <button class="tbtn" type="button" on:click=move |_| update.set(false)>
                        {t.dismiss}
                    </button>
                </p>
            </div>
        </Show>
        <super::misfit::MisfitBanner />
        <Show when=elsewhere>
            <div class="wrap banner-reading">
                <super::ReadingState />
            </div>
        </Show>
    }
}

fn is_set(attribute: &str) -> bool {
    browser::document().and_then(|d| d.document_element()).is_some_and(|root| root.has_attribute(attribute))
}

fn apply_update() {
    if let (Some(window), Ok(event)) = (browser::window(), web_sys::CustomEvent::new("provenance:apply-update")) {
        let _ = window.dispatch_event(&event);
    }
}

/// What the page promises, and the way to how it works.
#[component]
pub fn Footer() -> impl IntoView {
    let state = use_app();
    let t = &state.strings().shell;
    let offline = RwSignal::new(is_set("data-offline"));
    let listener = leptos::ev::Custom::<web_sys::Event>::new("provenance:offline-ready");
    let handle = window_event_listener(listener, move |_| offline.set(true));
    on_cleanup(move || handle.remove());
    let about = move || state.location.with(|here| here.to(View::About)).format();
    view! {
        <footer class="foot">
            <div class="wrap">
                <span>{t.foot_local}</span>
                <span>{t.foot_digits}</span>
                <span class="offline">{move || offline.get().then_some(t.offline_ready)}</span>
                <span>
                    <a class="lk" href=about>
                        {t.foot_how}
                    </a>
                </span>
                <span>
                    <super::TakeAlong />
                </span>
            </div>
        </footer>
    }
}
