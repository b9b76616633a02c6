//! The facets beside the table: what figures can be filtered by, with the number that each value would show.

use super::toggle;
use crate::analysis::{Kind, Problem, Scope, Unit, Verdict};
use crate::app::display::{indicator_label, kind_word, problem_word, scope_word, section_name, unit_label, verdict_word};
use crate::app::report::Report;
use crate::app::state::{AppState, Step, use_app};
use crate::app::strings::{Strings, fill, grouped};
use crate::compare::{Facet, FacetIndex, FigureFilter, NONE, Scale};
use leptos::prelude::*;
use serde::de::DeserializeOwned;
use std::sync::Arc;

/// Values of a facet that are shown before "more".
const FEW: usize = 6;

/// All facets.
#[component]
pub(super) fn Facets(report: Arc<Report>, index: StoredValue<FacetIndex>, filter: Memo<FigureFilter>) -> impl IntoView {
    let t = &use_app().strings().data;
    let lists = Facet::ALL.into_iter().map(|facet| view! { <FacetList report=report.clone() facet index filter /> }).collect_view();
    // On a narrow page the facets fold away: the table is what the reader came for.
    view! {
        <details class="facets" open=!crate::app::browser::media_matches("(max-width: 1120px)")>
            <summary>{t.facets}</summary>
            {lists}
        </details>
    }
}

#[component]
fn FacetList(report: Arc<Report>, facet: Facet, index: StoredValue<FacetIndex>, filter: Memo<FigureFilter>) -> impl IntoView {
    let state = use_app();
    let strings = state.strings();
    let t = &strings.data;
    let name = facet_name(facet, strings);
    let all_shown = RwSignal::new(false);
    let counts = Memo::new(move |_| filter.with(|filter| index.with_value(|index| index.counts(facet, filter))));
    let chosen = move || filter.with(|f| f.chosen.get(&facet).cloned().unwrap_or_default());
    let values = move || {
        let counts = counts.get();
        let chosen = chosen();
        let few = !all_shown.get() && counts.len() > FEW + 1;
        let hidden = if few { counts.len() - FEW } else { 0 };
        let shown = counts.into_iter().enumerate().filter(|(place, (value, _))| !few || *place < FEW || chosen.contains(value));
        let boxes = shown
            .map(|(_, (value, n))| {
                let words = value_name(&report, facet, &value, strings);
                let checked = chosen.contains(&value);
                view! { <FacetValue state facet value words n checked /> }
            })
            .collect_view();
        let more = (hidden > 0).then(|| {
            view! {
                <button class="tbtn" type="button" on:click=move |_| all_shown.set(true)>
                    {t.more.of(hidden)}
                </button>
            }
        });
        let fewer = (all_shown.get()).then(|| {
            view! {
                <button class="tbtn" type="button" on:click=move |_| all_shown.set(false)>
                    {t.fewer}
                </button>
            }
        });
        view! {
            {boxes}
            {more}
            {fewer}
        }
    };
    let label = fill(t.clear_one, &[("facet", name)]);
    let clear = move || {
        let label = label.clone();
        (!chosen().is_empty()).then(|| {
            view! {
                <button class="tbtn" type="button" aria-label=label on:click=move |_| state.set_param(facet.id(), None, Step::Push)>
                    {t.all}
                </button>
            }
        })
    };
    view! {
        <fieldset class="facet">
            <legend>{name} " " {clear}</legend>
            {values}
        </fieldset>
    }
}

#[component]
fn FacetValue(state: AppState, facet: Facet, value: String, words: String, n: usize, checked: bool) -> impl IntoView {
    let id = format!("facet-{}-{value}", facet.id());
    let focus_id = id.clone();
    let change = move |_| {
        toggle(state, facet, &value);
        // The list is counted anew: the focus stays at the value.
        let id = focus_id.clone();
        crate::app::browser::after_render(move || {
            if let Some(field) = crate::app::browser::by_id(&id) {
                crate::app::browser::focus(&field);
            }
        });
    };
    view! {
        <label class="chk">
            <input type="checkbox" id=id prop:checked=checked on:change=change />
            <span>{words}</span>
            <span class="n">{grouped(n)}</span>
        </label>
    }
}

fn facet_name(facet: Facet, t: &Strings) -> &'static str {
    match facet {
        Facet::Region => t.data.facet_region,
        Facet::Kind => t.data.facet_kind,
        Facet::Unit => t.data.facet_unit,
        Facet::Topic => t.data.facet_topic,
        Facet::Indicator => t.data.facet_indicator,
        Facet::Year => t.data.facet_year,
        Facet::Scope => t.data.facet_scope,
        Facet::Problem => t.data.facet_problem,
        Facet::Checks => t.data.facet_checks,
    }
}

/// A value in words.
fn value_name(report: &Report, facet: Facet, value: &str, t: &Strings) -> String {
    if value == NONE {
        return match facet {
            Facet::Problem => t.data.no_problem,
            Facet::Indicator => t.data.no_indicator,
            Facet::Topic => t.data.no_topic,
            Facet::Year => t.data.no_year,
            Facet::Checks => t.data.not_checked,
            Facet::Region | Facet::Kind | Facet::Unit | Facet::Scope => t.data.none,
        }
        .to_owned();
    }
    let raw = || value.to_owned();
    match facet {
        Facet::Region => {
            let section = value.parse().ok().and_then(|id| report.section(id));
            section.map_or_else(raw, |section| section_name(report, section.id, t))
        }
        Facet::Kind => parsed::<Kind>(value).map_or_else(raw, |kind| kind_word(kind, t).to_owned()),
        Facet::Unit if value == Unit::Count.code() => t.data.counted.to_owned(),
        Facet::Unit => Unit::from_code(value).map_or_else(raw, |unit| unit_label(unit, Scale::One, None, None, t.language)),
        Facet::Topic if report.analysis.topics.iter().any(|topic| topic.programme.as_deref() == Some(value)) => t.words.programme(value),
        Facet::Topic | Facet::Year => raw(),
        Facet::Indicator => report.indicator(value).map_or_else(raw, |indicator| indicator_label(indicator, t)),
        Facet::Scope => parsed::<Scope>(value).map_or_else(raw, |scope| scope_word(scope, t).to_owned()),
        Facet::Problem => parsed::<Problem>(value).map_or_else(raw, |problem| problem_word(problem, t).to_owned()),
        Facet::Checks => parsed::<Verdict>(value).map_or_else(raw, |verdict| verdict_word(verdict, t).to_owned()),
    }
}

/// The domain value of its word in the JSON.
fn parsed<T: DeserializeOwned>(word: &str) -> Option<T> {
    serde_json::from_value(serde_json::Value::String(word.to_owned())).ok()
}
