//! The comparison table: regions by chosen indicators, with statistics, notes and two charts of it. All of its state is in the address.

mod beside;
mod body;
mod cell;
mod define;
mod derive;
mod head;
mod notes;
mod picker;
mod said;
mod scroller;
pub(super) mod side;

pub(super) mod model;

use self::beside::Beside;
use self::body::{Body, Foot};
use self::head::Head;
use self::model::{Model, change_query, chart_href, set_query};
use self::notes::Notes;
use self::picker::Picker;
use self::said::{caption, say_changes};
use self::scroller::Scroller;
use self::side::{Side, sorted_column};
use crate::app::browser;
use crate::app::components::{FilterBox, NoIndicator, Pick};
use crate::app::report::Report;
use crate::app::route::{PICKER, View};
use crate::app::save::{CSV, HTML, JSON, XLSX, save, save_bytes};
use crate::app::share;
use crate::app::state::{AppState, Step, use_app};
use crate::app::strings::fill;
use crate::compare::{Arrangement, ColumnRequest, Query, Row, Shown, SortBy, arrange, build_table, indicator_choices};
use crate::export::{clipboard_table, html_report, json, wide_csv, xlsx};
use leptos::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Id of the button that opens and closes the choice of columns.
const CHOOSE: &str = "choose-columns";
/// The parameter that says that the pinned regions stand side by side.
const BESIDE: &str = "beside";

/// Closes the choice of columns, if it is open, and gives the focus back to its button.
pub fn close_picker(state: AppState) {
    let is_open = state.location.with_untracked(|here| here.view == View::Compare && here.param(PICKER).is_some());
    if is_open {
        state.set_param(PICKER, None, Step::Replace);
        if let Some(button) = browser::by_id(CHOOSE) {
            browser::focus(&button);
        }
    }
}

/// The comparison of one report's regions.
#[component]
pub fn Compare(report: Arc<Report>) -> impl IntoView {
    let state = use_app();
    let t = &state.strings().compare;
    let choices = indicator_choices(&report.analysis);
    if choices.is_empty() {
        return view! { <NoIndicator title=t.title why=t.no_indicators /> }.into_any();
    }
    let model = Model::new(state, &report);
    say_changes(&report, model);
    let picking = state.param(PICKER);
    let asked = state.param(BESIDE);
    let is_beside = Memo::new(move |_| asked.get().is_some() && model.shown.with(|shown| shown.pinned.len() > 1));
    let number = state.strings().words.indicators.of(choices.len());
    let lead = move || fill(t.lead, &[("n", &model.table.with(|table| table.columns.len()).to_string()), ("of", &number)]);
    let to_copy = report.clone();
    view! {
        <div class="page-title">
            <div>
                <h1>{t.title}</h1>
                <p>{lead}</p>
            </div>
            <div class="bar">
                <YearsLink model />
                <BesideButton model is_beside />
                <button
                    class="btn small"
                    type="button"
                    aria-expanded=move || if picking.get().is_some() { "true" } else { "false" }
                    aria-controls="picker"
                    id=CHOOSE
                    on:click=move |_| state.set_param(PICKER, picking.get_untracked().is_none().then_some("open"), Step::Replace)
                >
                    {t.choose}
                </button>
                <button class="btn small" type="button" on:click=move |_| copy_table(state, &to_copy, model)>
                    {t.copy}
                </button>
            </div>
        </div>
        {
            let report = report.clone();
            move || picking.get().map(|_| view! { <Picker report=report.clone() choices=choices.clone() model /> })
        }
        {move || {
            let report = report.clone();
            if is_beside.get() {
                view! { <Beside report model /> }.into_any()
            } else {
                view! { <Everything report model /> }.into_any()
            }
        }}
    }
    .into_any()
}

/// The table of all regions with its controls, and the charts of it.
#[component]
fn Everything(report: Arc<Report>, model: Model) -> impl IntoView {
    // Of no row there is nothing to draw.
    let has_rows = Memo::new(move |_| !model.shown.with(Shown::is_empty));
    let for_side = report.clone();
    view! {
        <div class="compare">
            <div>
                <Controls model />
                <TableOf report=report.clone() model />
                <Notes model />
                <Files report model has_rows />
            </div>
            {move || has_rows.get().then(|| view! { <Side report=for_side.clone() model /> })}
        </div>
    }
}

/// The way to the sorted column in the other open reports, year beside year, where there are any.
#[component]
fn YearsLink(model: Model) -> impl IntoView {
    let state = use_app();
    let href = move || {
        let column = model.table.with(|table| {
            let index = model.sort.with(|sort| sorted_column(table, sort));
            table.columns.get(index).map(|column| column.indicator.clone()).unwrap_or_default()
        });
        chart_href(state, &model.query.get(), "change", &[("ind", &column)])
    };
    move || {
        (state.reports.with(Vec::len) > 1).then(|| {
            view! {
                <a class="btn small" href=href>
                    {state.strings().compare.years}
                </a>
            }
        })
    }
}

/// The way to the pinned regions side by side, where at least two are pinned, and back.
#[component]
fn BesideButton(model: Model, is_beside: Memo<bool>) -> impl IntoView {
    let state = use_app();
    let t = &state.strings().compare;
    let pinned = move || model.shown.with(|shown| shown.pinned.len());
    let toggle = move |_| state.set_param(BESIDE, (!is_beside.get_untracked()).then_some("pins"), Step::Push);
    let words = move || if is_beside.get() { t.back.to_owned() } else { t.beside_n.of(pinned().min(beside::MOST)) };
    move || {
        (pinned() > 1).then(|| {
            view! {
                <button class="btn small" type="button" on:click=toggle>
                    {words}
                </button>
            }
        })
    }
}

/// Filter, least number of columns stated, shading and its key.
#[component]
fn Controls(model: Model) -> impl IntoView {
    let state = use_app();
    let t = &state.strings().compare;
    let filter = Signal::derive(move || model.query.with(|q| q.filter.clone()));
    let least = Signal::derive(move || model.query.with(|q| q.least_stated).to_string());
    let columns = model.table.with_untracked(|table| table.columns.len());
    let mut options = vec![("0".to_owned(), t.least_any.to_owned())];
    options.extend((1..=columns).map(|n| (n.to_string(), t.least_n.of(n))));
    let high = move || if model.shown.with(Shown::len) == model.table.with(|table| table.rows.len()) { t.high_all } else { t.high_shown };
    let heat = move || model.query.with(|q| q.heat);
    // What cannot be shaded with all rows never can; the key stands only while there is something to read by it.
    let can_shade = Memo::new(move |_| model.table.with(|table| arrange(table, &Arrangement::default()).is_shaded()));
    let is_shaded = move || heat() && model.shown.with(Shown::is_shaded);
    view! {
        <div class="bar slim">
            <FilterBox
                label=t.filter
                value=filter
                on_input=Callback::new(move |words: String| change_query(state, Step::Replace, |q| q.filter = words))
            />
            <Pick
                label=t.least
                options
                value=least
                on_change=Callback::new(move |n: String| change_query(state, Step::Push, |q| q.least_stated = n.parse().unwrap_or_default()))
            />
            {move || {
                can_shade.get().then(|| view! {
                    <label class="chk">
                        <input type="checkbox" prop:checked=heat on:change=move |event| change_query(state, Step::Push, |q| q.heat = event_target_checked(&event)) />
                        {t.shade}
                    </label>
                })
            }}
            {move || {
                is_shaded().then(|| view! {
                    <span class="end heatkey">
                        <span>{t.low}</span>
                        <span aria-hidden="true">
                            <i class="h1"></i>
                            <i class="h2"></i>
                            <i class="h3"></i>
                            <i class="h4"></i>
                            <i class="h5"></i>
                        </span>
                        <span>{high}</span>
                    </span>
                })
            }}
        </div>
    }
}

/// The table itself, scrolling inside itself where it is wider than its place.
#[component]
fn TableOf(report: Arc<Report>, model: Model) -> impl IntoView {
    let state = use_app();
    let t = &state.strings().compare;
    let for_caption = report.clone();
    let clear = move |_| {
        change_query(state, Step::Push, |q| {
            q.filter.clear();
            q.least_stated = 0;
        });
    };
    view! {
        <Scroller label=t.table model>
            <table class="ct">
                <caption class="vh">{move || caption(state, &for_caption, model)}</caption>
                <Head model />
                <Body report=report.clone() model />
                <Foot model />
            </table>
        </Scroller>
        {move || {
            model.shown.with(Shown::is_empty).then(|| view! {
                <p class="empty-rows">
                    {t.no_match} " "
                    <button class="tbtn" type="button" on:click=clear>
                        {t.clear}
                    </button>
                </p>
            })
        }}
    }
}

/// Source at the left, files at the right: what is shown, if any, and everything.
#[component]
fn Files(report: Arc<Report>, model: Model, has_rows: Memo<bool>) -> impl IntoView {
    let state = use_app();
    let t = &state.strings().compare;
    let (rows, all) = (move || model.shown.with(Shown::len), report.analysis.regions());
    let source = {
        let report = report.clone();
        move || {
            let shown = model.shown.get();
            let n = model.table.with(|table| {
                let entries = shown.rows(table).flat_map(|row| row.entries.iter().flatten());
                entries.filter_map(|entry| report.quantity(entry.quantity)).map(|q| q.sentence.start).collect::<BTreeSet<u32>>().len()
            });
            t.source.of(n).replace("{title}", &report.title())
        }
    };
    let report = StoredValue::new(report);
    let save_shown = move |_| {
        let report = report.get_value();
        let csv =
            model.shown.with_untracked(|shown| model.table.with_untracked(|table| wide_csv(&report.analysis, table, shown.rows(table))));
        save(state, &report, ("compare", "csv"), CSV, &csv);
    };
    let save_book = move |_| {
        let report = report.get_value();
        let bytes = model.shown.with_untracked(|shown| {
            model.table.with_untracked(|table| {
                let rows: Vec<&Row> = shown.rows(table).collect();
                xlsx(&report.analysis, table, &rows, state.strings().words.not_stated)
            })
        });
        save_bytes(state, &report, ("compare", "xlsx"), XLSX, &bytes);
    };
    let save_page = move |_| {
        let report = report.get_value();
        let language = state.strings().language;
        let page = model.shown.with_untracked(|shown| {
            model.table.with_untracked(|table| html_report(&report.analysis, table, shown, &report.title(), language))
        });
        save(state, &report, ("compare", "html"), HTML, &page);
    };
    let save_all = move |_| {
        let report = report.get_value();
        let every: Vec<ColumnRequest> =
            indicator_choices(&report.analysis).into_iter().map(|choice| ColumnRequest::usual(choice.id)).collect();
        let table = build_table(&report.analysis, &every);
        save(state, &report, ("all-indicators", "csv"), CSV, &wide_csv(&report.analysis, &table, &table.rows));
    };
    let save_json = move |_| {
        let report = report.get_value();
        if let Ok(text) = json(&report.analysis, true) {
            save(state, &report, ("analysis", "json"), JSON, &text);
        }
    };
    view! {
        <div class="src">
            <span>{move || has_rows.get().then(&source)}</span>
            <span class="end">
                {move || {
                    has_rows.get().then(|| view! {
                        <button class="tbtn" type="button" on:click=save_shown>
                            {move || t.csv_shown.of(rows())}
                        </button>
                        <button class="tbtn" type="button" on:click=save_book>
                            {move || t.xlsx_shown.of(rows())}
                        </button>
                        <button class="tbtn" type="button" on:click=save_page>
                            {move || t.html_shown.of(rows())}
                        </button>
                    })
                }}
                <button class="tbtn" type="button" on:click=save_all>
                    {t.csv_all.of(all)}
                </button>
                <button class="tbtn" type="button" on:click=save_json>
                    {t.json}
                </button>
            </span>
        </div>
    }
}

fn copy_table(state: AppState, report: &Report, model: Model) {
    let text = model.shown.with_untracked(|shown| {
        model.table.with_untracked(|table| {
            let rows: Vec<&Row> = shown.rows(table).collect();
            clipboard_table(table, &rows, &report.title(), state.strings().words.not_stated)
        })
    });
    share::copy(state, text);
}

/// Sorts by a column head.
fn sort(state: AppState, model: Model, by: SortBy) {
    let mut query: Query = model.query.get_untracked();
    query.sort_by(by, &model.sort.get_untracked());
    set_query(state, &query, Step::Push);
}
