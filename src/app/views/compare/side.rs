//! Two charts of the table: the ranking of the sorted column, and that column against another.

use super::super::charts::ChartFigure;
use super::model::{Model, chart_href};
use crate::app::components::Pick;
use crate::app::report::Report;
use crate::app::state::{Step, use_app};
use crate::app::strings::Language;
use crate::chart::{ChartWords, ColumnData, column_data, ranking, scatter};
use crate::compare::{SortBy, Table};
use leptos::prelude::*;
use std::sync::Arc;

/// Pixels from bar to bar: close, as the rows of a table beside it.
const PITCH: f64 = 19.0;

/// Rows of a short table.
const FEW: usize = 8;

/// The words of the charts in a language.
pub(in crate::app::views) fn chart_words(language: Language) -> &'static ChartWords {
    match language {
        Language::English => &crate::chart::EN,
        Language::Chinese => &crate::chart::ZH,
    }
}

/// Index of the column that the charts show: the sorted one, or the first.
pub(super) fn sorted_column(table: &Table, sort: &SortBy) -> usize {
    let by_indicator = |id: &String| table.columns.iter().position(|c| c.indicator == *id);
    if let SortBy::Indicator(id) = sort { by_indicator(id) } else { None }.unwrap_or_default()
}

/// The charts beside the table.
#[component]
pub(super) fn Side(report: Arc<Report>, model: Model) -> impl IntoView {
    let state = use_app();
    let t = &state.strings().compare;
    let words = chart_words(state.strings().language);
    let column = Memo::new(move |_| model.table.with(|table| model.sort.with(|sort| sorted_column(table, sort))));
    let data = move |index: usize| -> Option<ColumnData> {
        model.table.with(|table| model.shown.with(|shown| column_data(table, shown, index, words)))
    };
    // The other column of the scatter: what the address says, or the next one in the table.
    let against = Memo::new(move |_| {
        let asked = state.location.with(|here| here.param("against").map(str::to_owned));
        let first = column.get();
        model.table.with(|table| {
            let asked = asked.and_then(|id| table.columns.iter().position(|c| c.indicator == id)).filter(|index| *index != first);
            asked.or_else(|| (0..table.columns.len()).find(|index| *index != first && table.columns.len() > 1))
        })
    });
    let draw_ranking = Callback::new(move |width: f64| data(column.get()).map(|data| ranking(&data, width, PITCH)));
    // Beside a short table the charts are no higher than that. Not by the rows shown: nothing moves while the reader filters.
    let steepness = if report.analysis.sections.len() <= FEW { 0.55 } else { 0.9 };
    let draw_scatter = Callback::new(move |width: f64| {
        let (across, up) = (data(column.get())?, data(against.get()?)?);
        Some(scatter(&across, &up, width, (width * steepness).min(420.0)))
    });
    let id_of = move |index: usize| model.table.with(|table| table.columns.get(index).map(|c| c.indicator.clone()).unwrap_or_default());
    let to_ranking = move || chart_href(state, &model.query.get(), "ranking", &[("ind", &id_of(column.get()))]);
    let to_scatter = move || {
        let (x, y) = (id_of(column.get()), against.get().map(id_of).unwrap_or_default());
        chart_href(state, &model.query.get(), "scatter", &[("x", &x), ("y", &y)])
    };
    let options = move || {
        let first = column.get();
        model.table.with(|table| {
            let others = table.columns.iter().enumerate().filter(|(index, _)| *index != first);
            others.map(|(_, c)| (c.indicator.clone(), c.label.clone())).collect::<Vec<_>>()
        })
    };
    let chosen = Signal::derive(move || against.get().map(id_of).unwrap_or_default());
    let has_two = move || model.table.with(|table| table.columns.len() > 1);
    let for_scatter = report.clone();
    view! {
        <aside aria-label=t.charts>
            <ChartFigure reports=vec![report] draw=draw_ranking name="ranking">
                <a class="lk" href=to_ranking>
                    {t.open_charts}
                </a>
            </ChartFigure>
            {move || {
                has_two().then(|| view! {
                    <ChartFigure reports=vec![for_scatter.clone()] draw=draw_scatter name="scatter">
                        {move || view! {
                            <Pick
                                label=t.against
                                options=options()
                                value=chosen
                                on_change=Callback::new(move |id: String| state.set_param("against", Some(&id), Step::Push))
                            />
                        }}
                        <a class="lk" href=to_scatter>
                            {t.open_charts}
                        </a>
                    </ChartFigure>
                })
            }}
        </aside>
    }
}
