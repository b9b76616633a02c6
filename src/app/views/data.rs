//! All figures of the report as a table: facets with counts, search, order, and files of what is shown and of everything.

mod facets;
mod table;

use self::facets::Facets;
use self::table::FigureTable;
use crate::app::components::FilterBox;
use crate::app::report::Report;
use crate::app::route::{Location, View};
use crate::app::save::{CSV, JSON, ZIP, save, save_bytes, today};
use crate::app::state::{AppState, Step, use_app};
use crate::app::strings::{fill, grouped};
use crate::compare::{Facet, FacetIndex, FigureFilter, FigureOrder};
use crate::export::{data_package, json, tidy_csv};
use leptos::prelude::*;
use std::sync::Arc;

/// Name of the parameter that holds the words sought.
const WORDS: &str = "q";
/// Name of the parameter that holds the order; a minus before it turns it round.
const ORDER: &str = "sort";
/// Parts the values of a facet in an address; no value holds it.
const PARTING: &str = "|";

const ORDERS: [(FigureOrder, &str); 5] = [
    (FigureOrder::Text, "no"),
    (FigureOrder::Region, "region"),
    (FigureOrder::Value, "value"),
    (FigureOrder::Kind, "kind"),
    (FigureOrder::Year, "year"),
];

/// The figures of one report.
#[component]
pub fn Data(report: Arc<Report>) -> impl IntoView {
    let state = use_app();
    let t = &state.strings().data;
    let index = StoredValue::new(FacetIndex::new(&report.analysis));
    let filter = Memo::new(move |_| state.location.with(filter_at));
    let for_rows = report.clone();
    let rows = Memo::new(move |_| filter.with(|filter| index.with_value(|index| index.figures(&for_rows.analysis, filter))));
    let all = report.analysis.quantities.len();
    let lead = fill(t.lead, &[("figures", &state.strings().words.figures.of(all))]);
    let count = move || {
        let n = rows.with(Vec::len);
        let template = if n == all { t.rows_all } else { t.rows };
        fill(template, &[("n", &grouped(n)), ("of", &grouped(all))])
    };
    let words = Signal::derive(move || filter.with(|f| f.words.clone()));
    let any = move || filter.with(|f| !f.words.is_empty() || !f.chosen.is_empty());
    view! {
        <div class="page-title">
            <div>
                <h1>{t.title}</h1>
                <p>{lead}</p>
            </div>
        </div>
        <div class="data">
            <Facets report=report.clone() index filter />
            <div>
                <div class="bar slim">
                    <FilterBox
                        label=t.search
                        value=words
                        on_input=Callback::new(move |words: String| state.set_param(WORDS, Some(&words), Step::Replace))
                    />
                    <span class="data__count" role="status">
                        {count}
                    </span>
                    {move || {
                        any().then(|| view! {
                            <button class="tbtn" type="button" on:click=move |_| clear(state)>
                                {t.clear}
                            </button>
                        })
                    }}
                </div>
                <FigureTable report=report.clone() rows filter />
                <Files report rows />
            </div>
        </div>
    }
}

/// Source at the left, files at the right.
#[component]
fn Files(report: Arc<Report>, rows: Memo<Vec<u32>>) -> impl IntoView {
    let state = use_app();
    let t = &state.strings().data;
    let all = report.analysis.quantities.len();
    let title = report.title();
    let report = StoredValue::new(report);
    let save_shown = move |_| {
        let report = report.get_value();
        let csv = rows.with_untracked(|rows| tidy_csv(&report.analysis, rows.iter().copied()));
        save(state, &report, ("figures-shown", "csv"), CSV, &csv);
    };
    let save_all = move |_| {
        let report = report.get_value();
        let csv = tidy_csv(&report.analysis, 0..all as u32);
        save(state, &report, ("figures", "csv"), CSV, &csv);
    };
    let save_package = move |_| {
        let report = report.get_value();
        let bytes = data_package(&report.analysis, &today());
        save_bytes(state, &report, ("datapackage", "zip"), ZIP, &bytes);
    };
    let save_json = move |_| {
        let report = report.get_value();
        if let Ok(text) = json(&report.analysis, true) {
            save(state, &report, ("analysis", "json"), JSON, &text);
        }
    };
    view! {
        <div class="src">
            <span>{fill(t.source, &[("title", &title)])}</span>
            <span class="end">
                <button class="tbtn" type="button" on:click=save_shown>
                    {move || t.csv_shown.of(rows.with(Vec::len))}
                </button>
                <button class="tbtn" type="button" on:click=save_all>
                    {t.csv_all.of(all)}
                </button>
                <button class="tbtn" type="button" on:click=save_package>
                    {t.package}
                </button>
                <button class="tbtn" type="button" on:click=save_json>
                    {t.json}
                </button>
            </span>
        </div>
    }
}

/// The address of the figures that have one of a facet's values.
pub(super) fn figures_href(state: AppState, facet: Facet, values: &[String]) -> String {
    let to = state.location.with_untracked(|here| here.to(View::Data));
    to.with_param(facet.id(), Some(&values.join(PARTING))).format()
}

/// What the address asks for.
fn filter_at(here: &Location) -> FigureFilter {
    let mut filter = FigureFilter { words: here.param(WORDS).unwrap_or_default().to_owned(), ..FigureFilter::default() };
    for facet in Facet::ALL {
        if let Some(values) = here.param(facet.id()) {
            filter.chosen.insert(facet, values.split(PARTING).map(str::to_owned).collect());
        }
    }
    let asked = here.param(ORDER).unwrap_or_default();
    let (name, reversed) = asked.strip_prefix('-').map_or((asked, false), |name| (name, true));
    if let Some((order, _)) = ORDERS.iter().find(|(_, id)| *id == name) {
        filter.order = *order;
        filter.reversed = reversed;
    }
    filter
}

/// Chooses a value of a facet, or takes it back.
fn toggle(state: AppState, facet: Facet, value: &str) {
    let mut filter = state.location.with_untracked(filter_at);
    let values = filter.chosen.entry(facet).or_default();
    match values.iter().position(|known| known == value) {
        Some(place) => {
            values.remove(place);
        }
        None => values.push(value.to_owned()),
    }
    state.set_param(facet.id(), Some(&values.join(PARTING)), Step::Push);
}

/// Takes back all facets and words.
fn clear(state: AppState) {
    let names = Facet::ALL.map(Facet::id).into_iter().chain([WORDS]);
    let here = state.location.get_untracked();
    state.go(names.fold(here, |place, name| place.with_param(name, None)), Step::Push);
}

/// Orders by a column; turns the order round where that is the order already.
fn order_by(state: AppState, order: FigureOrder) {
    let filter = state.location.with_untracked(filter_at);
    let id = ORDERS.iter().find(|(known, _)| *known == order).map_or("", |(_, id)| id);
    let reversed = filter.order == order && !filter.reversed;
    let value = match (order, reversed) {
        (FigureOrder::Text, false) => String::new(),
        (_, false) => id.to_owned(),
        (_, true) => format!("-{id}"),
    };
    state.set_param(ORDER, Some(&value), Step::Push);
}
