//! Body and foot of the comparison table: pinned rows, the others, and the statistics of what is shown.

use super::cell::{decimals_class, heat_class, stated};
use super::model::{Model, change_query, chart_href};
use super::notes::{Letters, letters};
use crate::app::browser;
use crate::app::components::Icon;
use crate::app::portions::Portions;
use crate::app::report::Report;
use crate::app::route::View;
use crate::app::state::{Step, use_app};
use crate::app::strings::fill;
use crate::compare::{Column, Figure, Row, Shown, Statistics, Table};
use leptos::prelude::*;
use std::sync::Arc;

/// Cells made in one frame: a usual table comes at once, a wide one in portions of a few rows. The rows that are still to come hold their
/// place, so that nothing below them moves.
const AT_ONCE: usize = 240;

/// Pinned rows in a body of their own, then the others.
#[component]
pub(super) fn Body(report: Arc<Report>, model: Model) -> impl IntoView {
    move || {
        let heat = model.query.with(|q| q.heat);
        let (shown, table) = (model.shown.get(), model.table.get());
        let pinned = shown.pinned.clone();
        let rest = shown.rest.clone();
        let portions = Portions::new((AT_ONCE / table.columns.len().max(1)).max(1), pinned.len() + rest.len());
        let rows = Arc::new(Rows { report: report.clone(), letters: letters(&table, &shown), shown, table, heat });
        let part = move |indices: Vec<usize>, before: usize, is_pinned: bool| {
            let rows = rows.clone();
            let there = move || {
                let made = portions.made().saturating_sub(before);
                indices.iter().enumerate().map(|(place, index)| (*index, place < made)).collect::<Vec<_>>()
            };
            let row = move |(index, is_made)| if is_made { rows.view(index, is_pinned) } else { Some(rows.place_of_one()) };
            view! { <For each=there key=|row| *row children=row /> }
        };
        let before = pinned.len();
        view! {
            {(before > 0).then(|| view! { <tbody class="pins">{part(pinned, 0, true)}</tbody> })}
            <tbody>{part(rest, before, false)}</tbody>
        }
    }
}

/// What every row of the table is made from.
struct Rows {
    report: Arc<Report>,
    table: Table,
    shown: Shown,
    letters: Letters,
    heat: bool,
}

impl Rows {
    fn view(&self, index: usize, is_pinned: bool) -> Option<AnyView> {
        let row = self.table.rows.get(index)?;
        Some(row_view(&self.report, (&self.table, &self.shown), row, (is_pinned, self.heat), &self.letters).into_any())
    }

    /// A row that is still to come.
    fn place_of_one(&self) -> AnyView {
        let span = self.table.columns.len() + 1;
        view! { <tr aria-hidden="true"><td colspan=span>"\u{a0}"</td></tr> }.into_any()
    }
}

fn row_view(
    report: &Arc<Report>,
    (table, shown): (&Table, &Shown),
    row: &Row,
    (pinned, heat): (bool, bool),
    letters: &Letters,
) -> impl IntoView + use<> {
    let state = use_app();
    let t = state.strings();
    let cells = row
        .entries
        .iter()
        .zip(&table.columns)
        .enumerate()
        .map(|(index, (entry, column))| match entry {
            None => view! { <td class="ns">{t.words.not_stated}</td> }.into_any(),
            Some(entry) => {
                let fifth = entry.counts.filter(|_| heat).and_then(|value| shown.fifth(index, value));
                let class = format!("{} {}", heat_class(fifth), decimals_class(column.decimals));
                stated(state, report, entry, class, letters.of(entry), None)
            }
        })
        .collect_view();
    let key = report.region_key(row.section).to_owned();
    let href = state.href(View::Region(key.clone()));
    let label = fill(if pinned { t.compare.unpin } else { t.compare.pin }, &[("region", &row.name)]);
    let id = format!("pin-{}", row.section);
    let focus_id = id.clone();
    let toggle = move |_| {
        change_query(state, Step::Push, |query| query.toggle_pin(&key));
        // The row moves: the focus goes with it.
        browser::focus_soon(focus_id.clone());
    };
    view! {
        <tr>
            <th scope="row">
                <button class="pin" id=id type="button" aria-pressed=if pinned { "true" } else { "false" } aria-label=label on:click=toggle>
                    <Icon name=if pinned { "#i-pinned" } else { "#i-pin" } />
                </button>
                <a href=href>{row.name.clone()}</a>
            </th>
            {cells}
        </tr>
    }
}

/// Statistics of the rows shown, and the way to each column's chart.
#[component]
pub(super) fn Foot(model: Model) -> impl IntoView {
    let state = use_app();
    let t = &state.strings().compare;
    let has_rows = Memo::new(move |_| !model.shown.with(Shown::is_empty));
    move || {
        if !has_rows.get() {
            return None;
        }
        let statistics = model.shown.with(|shown| shown.statistics.clone());
        let columns = model.table.with(|table| table.columns.clone());
        let pairs: Vec<(Column, Statistics)> = columns.into_iter().zip(statistics).collect();
        let stated = pairs
            .iter()
            .map(|(column, s)| {
                let of = fill(t.of, &[("of", &s.of.to_string())]);
                view! {
                    <td class=decimals_class(column.decimals)>
                        {s.stated} " " <small>{of}</small>
                    </td>
                }
            })
            .collect_view();
        let sums = pairs
            .iter()
            .map(|(column, s)| match (column.summable, s.sum) {
                (false, _) => view! { <td class="ns">{t.no_sum}</td> }.into_any(),
                (true, sum) => number_cell(column, sum.map(|sum| column.computed(sum))),
            })
            .collect_view();
        let line = |value: fn(&Statistics) -> Option<rust_decimal::Decimal>| {
            pairs.iter().map(|(column, s)| number_cell(column, value(s).map(|v| column.computed(v)))).collect_view()
        };
        let query = model.query.get();
        let charts = pairs
            .iter()
            .map(|(column, _)| {
                let href = chart_href(state, &query, "ranking", &[("ind", &column.indicator)]);
                let label = fill(t.ranking_of, &[("label", &column.label)]);
                view! {
                    <td>
                        <a class="lk" href=href aria-label=label>
                            {t.ranking}
                        </a>
                    </td>
                }
            })
            .collect_view();
        Some(view! {
            <tfoot>
                <tr>
                    <th scope="row">{t.stated}</th>
                    {stated}
                </tr>
                <tr>
                    <th scope="row">{t.sum}</th>
                    {sums}
                </tr>
                <tr>
                    <th scope="row">{t.median}</th>
                    {line(|s| s.median)}
                </tr>
                <tr>
                    <th scope="row">{t.highest}</th>
                    {line(|s| s.highest)}
                </tr>
                <tr>
                    <th scope="row">{t.lowest}</th>
                    {line(|s| s.lowest)}
                </tr>
                <tr class="to-charts">
                    <th scope="row">{t.chart}</th>
                    {charts}
                </tr>
            </tfoot>
        })
    }
}

fn number_cell(column: &Column, figure: Option<Figure>) -> AnyView {
    match figure {
        Some(figure) => view! {
            <td class=decimals_class(column.decimals)>
                {figure.whole}
                <span class="fr">{figure.fraction}</span>
            </td>
        }
        .into_any(),
        None => view! { <td class="ns">"\u{2013}"</td> }.into_any(),
    }
}
