//! The head of the comparison table: a sort button and the unit in each column.

use super::model::Model;
use super::sort;
use crate::app::state::use_app;
use crate::compare::{Column, Direction, SortBy};
use leptos::prelude::*;

/// The row of column heads.
#[component]
pub(super) fn Head(model: Model) -> impl IntoView {
    let state = use_app();
    let t = &state.strings().compare;
    let by_name = move || aria_sort(model, &SortBy::Name);
    let columns =
        move || model.table.with(|table| table.columns.iter().cloned().map(|column| view! { <ColumnHead model column /> }).collect_view());
    view! {
        <thead>
            <tr>
                <th scope="col" aria-sort=by_name>
                    <button type="button" on:click=move |_| sort(state, model, SortBy::Name)>
                        {t.region}
                        <span class="so"></span>
                    </button>
                </th>
                {columns}
            </tr>
        </thead>
    }
}

#[component]
fn ColumnHead(model: Model, column: Column) -> impl IntoView {
    let state = use_app();
    let by = SortBy::Indicator(column.indicator);
    let current = by.clone();
    view! {
        <th scope="col" aria-sort=move || aria_sort(model, &current)>
            <button type="button" title=column.definition on:click=move |_| sort(state, model, by.clone())>
                {column.label}
                <span class="u">{column.unit_words} <span class="so"></span></span>
            </button>
        </th>
    }
}

/// The order of the column, on the sorted one only.
fn aria_sort(model: Model, by: &SortBy) -> Option<&'static str> {
    let is_current = model.sort.with(|sort| sort == by);
    let ascending = model.query.with(|q| q.direction) == Direction::Ascending;
    is_current.then_some(if ascending { "ascending" } else { "descending" })
}
