//! What the comparison shows, from the address: the query, the table, the rows, as signals that change only when they differ.

use crate::app::report::Report;
use crate::app::route::{Location, View};
use crate::app::state::{AppState, Step};
use crate::app::strings::Language;
use crate::compare::{Arrangement, ColumnRequest, Query, Shown, SortBy, Table, arrange, build_table, default_columns, indicator_choices};
use leptos::prelude::*;
use std::sync::Arc;

/// The comparison of one report. Copy.
#[derive(Clone, Copy)]
pub(in crate::app::views) struct Model {
    /// What the address asks for.
    pub query: Memo<Query>,
    /// The table of the chosen columns.
    pub table: Memo<Table>,
    /// What the rows are ordered by.
    pub sort: Memo<SortBy>,
    /// The rows that are shown, in their order.
    pub shown: Memo<Shown>,
}

impl Model {
    /// Follows the address for a report.
    pub fn new(state: AppState, report: &Arc<Report>) -> Self {
        let query = Memo::new(move |_| query_at(state));
        let opening: Vec<ColumnRequest> = opening_columns(report);
        let (for_table, for_pins) = (report.clone(), report.clone());
        let table = Memo::new(move |_| {
            let language = state.language.get();
            let asked = query.with(|q| localised_table(&for_table, &q.columns, language));
            // None is asked for, or a link to another report asks for what this one does not state.
            if asked.columns.is_empty() { localised_table(&for_table, &opening, language) } else { asked }
        });
        let sort = Memo::new(move |_| {
            let is_there = |by: &SortBy| match by {
                SortBy::Indicator(id) => table.with(|t| t.columns.iter().any(|c| c.indicator == *id)),
                _ => true,
            };
            let asked = query.with(|q| q.sort.clone()).filter(is_there);
            let first = || table.with(|t| t.columns.first().map(|c| SortBy::Indicator(c.indicator.clone())));
            asked.or_else(first).unwrap_or_default()
        });
        let shown = Memo::new(move |_| {
            let wanted = query.with(|q| Arrangement {
                sort: sort.get(),
                direction: q.direction,
                pins: pinned_sections(&for_pins, &q.pins),
                filter: q.filter.clone(),
                least_stated: q.least_stated,
            });
            table.with(|table| arrange(table, &wanted))
        });
        Self { query, table, sort, shown }
    }
}

/// Indicators of the catalogue that say most about a region, for the table to open with.
const PREFERRED: [&str; 7] =
    ["fund.fiscal", "fund.central", "fund.provincial", "poverty.reduced", "relocation.people", "village.count", "income.poor_areas"];

/// The columns that a table of the report opens with.
pub(in crate::app::views) fn opening_columns(report: &Report) -> Vec<ColumnRequest> {
    default_columns(&indicator_choices(&report.analysis), &PREFERRED).into_iter().map(ColumnRequest::usual).collect()
}

/// A table with its units in the language of the page.
pub(in crate::app::views) fn localised_table(report: &Report, columns: &[ColumnRequest], language: Language) -> Table {
    build_table(&report.analysis, columns).in_language(&report.analysis, language)
}

/// The sections that keys of regions name.
pub(in crate::app::views) fn pinned_sections(report: &Report, keys: &[String]) -> Vec<u32> {
    keys.iter().filter_map(|key| report.section_by_key(key).map(|section| section.id)).collect()
}

/// The query that the address holds, followed.
pub(in crate::app::views) fn query_at(state: AppState) -> Query {
    state.location.with(|here| Query::read(|name| here.param(name)))
}

/// The query that the address holds now, for handlers and for what is rendered once.
pub(in crate::app::views) fn query_now(state: AppState) -> Query {
    state.location.with_untracked(|here| Query::read(|name| here.param(name)))
}

/// Writes a query into the address.
pub(in crate::app::views) fn set_query(state: AppState, query: &Query, step: Step) {
    let here = state.location.get_untracked();
    state.go(with_query(here, query), step);
}

/// A place with the parameters of a query.
fn with_query(place: Location, query: &Query) -> Location {
    query.params().iter().fold(place, |place, (name, value)| place.with_param(name, Some(value)))
}

/// Changes the query.
pub(in crate::app::views) fn change_query(state: AppState, step: Step, change: impl FnOnce(&mut Query)) {
    let mut query = query_now(state);
    change(&mut query);
    set_query(state, &query, step);
}

/// The address of a chart of one indicator, keeping columns and pins for the way back.
pub(in crate::app::views) fn chart_href(state: AppState, query: &Query, kind: &str, params: &[(&str, &str)]) -> String {
    let place = with_query(state.location.with_untracked(|here| here.to(View::Charts)), query).with_param("kind", Some(kind));
    params.iter().fold(place, |place, (name, value)| place.with_param(name, Some(value))).format()
}

/// The address of the table, sorted by one indicator, which becomes a column if it is none.
pub(in crate::app::views) fn table_href(state: AppState, report: &Report, query: &Query, indicator: &str) -> String {
    let mut query = query.clone();
    let mut columns = if query.columns.is_empty() { opening_columns(report) } else { query.columns.clone() };
    if !columns.iter().any(|column| column.indicator == indicator) {
        columns.push(ColumnRequest::usual(indicator));
        query.columns = columns;
    }
    query.sort = Some(SortBy::Indicator(indicator.to_owned()));
    with_query(state.location.with_untracked(|here| here.to(View::Compare)), &query).format()
}
