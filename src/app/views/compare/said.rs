//! What the table shows, in words: its caption, and what assistive technology hears when a control has changed it.

use super::model::Model;
use crate::app::display::regions_words;
use crate::app::report::Report;
use crate::app::state::{AppState, use_app};
use crate::app::strings::{fill, grouped};
use crate::chart::capitalised;
use crate::compare::{Direction, SortBy};
use leptos::prelude::*;
use std::sync::Arc;

/// "29 regions by 7 indicators, 2012, sorted by name; 0 regions pinned".
pub(super) fn caption(state: AppState, report: &Report, model: Model) -> String {
    let strings = state.strings();
    let year = report.analysis.document.year.map(|year| year.to_string()).unwrap_or_default();
    let values = [
        ("regions", regions_words(report, regions(model), strings)),
        ("indicators", columns_words(state, model)),
        ("year", year),
        ("order", order_words(state, model)),
        ("pinned", pinned_words(state, model)),
    ];
    fill(strings.compare.caption, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
}

/// Says what a control has changed: how many regions are shown, of which indicators, in which order, how many are pinned.
pub(super) fn say_changes(report: &Arc<Report>, model: Model) {
    let state = use_app();
    let strings = state.strings();
    let of = grouped(report.analysis.regions());
    Effect::new(move |before: Option<[String; 4]>| {
        let shown = fill(strings.overview.shown, &[("n", &grouped(regions(model))), ("of", &of)]);
        let now = [shown, columns_words(state, model), order_words(state, model), pinned_words(state, model)];
        let changed = before.iter().flat_map(|before| now.iter().zip(before)).filter(|(now, before)| now != before);
        let words: Vec<&str> = changed.map(|(now, _)| now.as_str()).collect();
        if !words.is_empty() {
            state.whisper(capitalised(&words.join(strings.marks.semicolon)));
        }
        now
    });
}

fn regions(model: Model) -> usize {
    model.shown.with(|shown| model.table.with(|table| shown.regions(table).count()))
}

fn columns_words(state: AppState, model: Model) -> String {
    state.strings().words.indicators.of(model.table.with(|table| table.columns.len()))
}

fn pinned_words(state: AppState, model: Model) -> String {
    state.strings().compare.pinned.of(model.shown.with(|shown| shown.pinned.len()))
}

fn order_words(state: AppState, model: Model) -> String {
    let t = &state.strings().compare;
    match model.sort.get() {
        SortBy::Report => t.sorted_report.to_owned(),
        SortBy::Name => t.sorted_name.to_owned(),
        SortBy::Indicator(id) => {
            let label = model.table.with(|table| table.columns.iter().find(|c| c.indicator == id).map(|c| c.label.clone()));
            let up = model.query.with(|q| q.direction) == Direction::Ascending;
            fill(if up { t.sorted_up } else { t.sorted_down }, &[("label", &label.unwrap_or_default())])
        }
    }
}
