//! Two to six pinned regions side by side: every indicator that one of them states, by programme, with the rank among all regions.

use super::cell::stated;
use super::model::{Model, localised_table};
use super::notes::{letters, notes_of};
use super::picker::group_name;
use super::scroller::Scroller;
use crate::app::display::rank_words;
use crate::app::report::Report;
use crate::app::route::View;
use crate::app::state::use_app;
use crate::compare::{Arrangement, ColumnRequest, Group, IndicatorChoice, Shown, Table, arrange, groups, indicator_choices};
use leptos::prelude::*;
use std::sync::Arc;

/// Most regions that have room beside each other.
pub(super) const MOST: usize = 6;

/// The pinned regions as columns, the indicators as rows.
#[component]
pub(super) fn Beside(report: Arc<Report>, model: Model) -> impl IntoView {
    let state = use_app();
    let t = state.strings();
    let choices = indicator_choices(&report.analysis);
    let requests: Vec<ColumnRequest> = choices.iter().map(|choice| ColumnRequest::usual(choice.id.clone())).collect();
    let table = localised_table(&report, &requests, t.language);
    // Ranks are among all regions, whatever is pinned or filtered.
    let all = arrange(&table, &Arrangement::default());
    move || {
        let pinned: Vec<usize> = model.shown.with(|shown| shown.pinned.iter().copied().take(MOST).collect());
        let of_these = Shown::only(pinned.clone());
        let letters = letters(&table, &of_these);
        let heads = pinned
            .iter()
            .filter_map(|index| {
                let row = table.rows.get(*index)?;
                let href = state.href(View::Region(report.region_key(row.section).to_owned()));
                Some(view! {
                    <th scope="col">
                        <a class="lk" href=href>
                            {row.name.clone()}
                        </a>
                    </th>
                })
            })
            .collect_view();
        let bodies = groups(&choices)
            .into_iter()
            .filter_map(|group| group_rows(state, &report, (&table, &all), &choices, &group, (&pinned, &letters)))
            .collect_view();
        view! {
            <Scroller label=t.compare.beside model>
                <table class="ct ct--beside">
                    <caption class="vh">{t.compare.beside_caption}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{t.compare.indicator}</th>
                            <th scope="col">{t.data.unit}</th>
                            {heads}
                        </tr>
                    </thead>
                    {bodies}
                </table>
            </Scroller>
            {notes_of(&table, &of_these, &letters, t)}
        }
    }
}

/// The rows of one group under its name; none where none of the regions states one of its indicators.
fn group_rows(
    state: crate::app::state::AppState,
    report: &Report,
    (table, all): (&Table, &Shown),
    choices: &[IndicatorChoice],
    group: &Group,
    (pinned, letters): (&[usize], &super::notes::Letters),
) -> Option<impl IntoView + use<>> {
    let t = state.strings();
    let is_stated =
        |index: usize| pinned.iter().any(|row| table.rows.get(*row).is_some_and(|row| matches!(row.entries.get(index), Some(Some(_)))));
    let rows: Vec<_> = table
        .columns
        .iter()
        .enumerate()
        .filter(|(index, column)| choices.iter().any(|c| c.id == column.indicator && c.group == *group) && is_stated(*index))
        .map(|(index, column)| {
            let cells = pinned
                .iter()
                .filter_map(|row| table.rows.get(*row))
                .map(|row| match row.entries.get(index) {
                    Some(Some(entry)) => {
                        // A value that does not count keeps the empty place of its rank, so that numbers stand below each other.
                        let rank = entry.counts.and_then(|value| all.rank(index, value)).map(|rank| rank_words(rank, t));
                        stated(state, report, entry, "d3".to_owned(), letters.of(entry), Some(rank.unwrap_or_default()))
                    }
                    _ => view! { <td class="ns">{t.words.not_stated}</td> }.into_any(),
                })
                .collect_view();
            view! {
                <tr>
                    <th scope="row" title=column.definition.clone()>
                        {column.label.clone()}
                    </th>
                    <td class="unit">{column.unit_words.clone()}</td>
                    {cells}
                </tr>
            }
        })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <tbody>
                <tr class="group">
                    <th scope="rowgroup" colspan=pinned.len() + 2>
                        {group_name(group, t)}
                    </th>
                </tr>
                {rows}
            </tbody>
        }
    })
}
