//! The picture of the overview: the headline indicator of the cards on a tile map, or, where the regions have none, as a ranking.

use super::order::Choice;
use crate::app::components::Pick;
use crate::app::display::indicator_label;
use crate::app::report::Report;
use crate::app::route::View;
use crate::app::state::{Step, use_app};
use crate::app::views::charts::ChartFigure;
use crate::app::views::compare::model::localised_table;
use crate::app::views::compare::side::chart_words;
use crate::chart::{column_data, has_tile_map, ranking, tile_map};
use crate::compare::{Arrangement, ColumnRequest, arrange};
use leptos::prelude::*;
use std::sync::Arc;

/// Pixels from bar to bar: each bar is a target of its own.
const PITCH: f64 = 24.0;

/// The map, or the ranking of a report on other regions than those there are tiles for; without indicators why there is neither.
#[component]
pub(super) fn Map(report: Arc<Report>, chosen: Memo<Choice>) -> impl IntoView {
    let state = use_app();
    let t = &state.strings().overview;
    let Some(headline) = chosen.with_untracked(|choice| choice.headline.clone()) else {
        let data = state.href(View::Data);
        let words = state.strings();
        return view! { <p class="map none">{words.charts.no_indicators} " " <a class="lk" href=data>{words.shell.all_figures}</a></p> }
            .into_any();
    };
    let has_map = has_tile_map(report.analysis.sections.iter().map(|section| &section.region));
    let for_draw = report.clone();
    let indicator = move || chosen.with(|choice| choice.headline.clone());
    let draw = Callback::new(move |width: f64| {
        let language = state.strings().language;
        let table = localised_table(&for_draw, &[ColumnRequest::usual(&indicator()?)], language);
        let data = column_data(&table, &arrange(&table, &Arrangement::default()), 0, chart_words(language))?;
        if !has_map {
            return Some(ranking(&data, width, PITCH));
        }
        let regions: Vec<_> = for_draw.analysis.sections.iter().map(|section| (section.id, &section.region)).collect();
        Some(tile_map(&data, &regions, width))
    });
    let options = report
        .analysis
        .indicators
        .iter()
        .filter(|indicator| report.stated_by(&indicator.id) > 0)
        .map(|indicator| (indicator.id.clone(), indicator_label(indicator, state.strings())))
        .collect::<Vec<_>>();
    let value = Signal::derive(move || indicator().unwrap_or_else(|| headline.clone()));
    let change = Callback::new(move |id: String| state.set_param("head", Some(&id), Step::Replace));
    view! {
        <div class="map">
            <ChartFigure reports=vec![report] draw name=if has_map { "map" } else { "ranking" }>
                <Pick label=if has_map { t.colour_by } else { t.headline } options value on_change=change />
            </ChartFigure>
        </div>
    }
    .into_any()
}
