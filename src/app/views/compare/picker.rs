//! Choosing the columns of the table: ready-made selections, all indicators by group with their coverage, order and units of the chosen.

use super::define::Define;
use super::model::{Model, change_query};
use crate::analysis::Origin;
use crate::app::components::{FilterBox, Pick};
use crate::app::display::unit_label;
use crate::app::report::Report;
use crate::app::state::{AppState, Step, use_app};
use crate::app::strings::{Strings, fill};
use crate::compare::{Column, ColumnRequest, Group, IndicatorChoice, Scale, groups, presets};
use leptos::prelude::*;
use std::sync::Arc;

/// The panel; it stays open while columns change below it.
#[component]
pub(super) fn Picker(report: Arc<Report>, choices: Vec<IndicatorChoice>, model: Model) -> impl IntoView {
    let state = use_app();
    let strings = state.strings();
    let t = &strings.compare;
    let words = RwSignal::new(String::new());
    let least = RwSignal::new(0_usize);
    let regions = report.analysis.regions();
    let mut steps = vec![("0".to_owned(), t.coverage_any.to_owned())];
    steps
        .extend([2, regions / 4, regions / 2, regions * 3 / 4].into_iter().filter(|n| *n > 1).map(|n| (n.to_string(), t.coverage_n.of(n))));
    steps.dedup();
    let ready = presets(&choices)
        .into_iter()
        .map(|preset| {
            let label = preset.group.as_ref().map_or_else(|| t.preset_opening.to_owned(), |group| group_name(group, strings));
            let columns: Vec<ColumnRequest> = preset.indicators.into_iter().map(ColumnRequest::usual).collect();
            let choose = move |_| {
                let columns = columns.clone();
                change_query(state, Step::Push, |query| {
                    query.columns = columns;
                    query.sort = None;
                });
            };
            view! {
                <button class="btn small" type="button" on:click=choose>
                    {label}
                </button>
            }
        })
        .collect_view();
    let listed = StoredValue::new(choices);
    let lists = move || {
        let (needle, least) = (words.get().to_lowercase(), least.get());
        let found: Vec<IndicatorChoice> = listed.with_value(|choices| {
            let fits = |c: &&IndicatorChoice| {
                c.stated >= least
                    && (needle.is_empty() || c.label.to_lowercase().contains(&needle) || c.id.to_lowercase().contains(&needle))
            };
            choices.iter().filter(fits).cloned().collect()
        });
        if found.is_empty() {
            return view! { <p class="notes">{t.none_found}</p> }.into_any();
        }
        groups(&found)
            .into_iter()
            .map(|group| {
                let members: Vec<IndicatorChoice> = found.iter().filter(|c| c.group == group).cloned().collect();
                view! { <GroupList name=group_name(&group, strings) members model /> }
            })
            .collect_view()
            .into_any()
    };
    view! {
        <section class="picker" id="picker" aria-label=t.picker>
            <div class="picker__main">
                <div class="bar">
                    <FilterBox label=t.search value=words on_input=Callback::new(move |text| words.set(text)) />
                    <Pick
                        label=t.coverage
                        options=steps
                        value=Signal::derive(move || least.get().to_string())
                        on_change=Callback::new(move |n: String| least.set(n.parse().unwrap_or_default()))
                    />
                </div>
                <div class="bar picker__ready" role="group" aria-label=t.presets>
                    <span>{t.presets}</span>
                    {ready}
                </div>
                <div class="picker__list">
                    <div class="picker__groups">{lists}</div>
                </div>
                <Define report />
            </div>
            <div class="picker__chosen">
                <h2>{t.columns}</h2>
                <Chosen model />
                <button class="btn small" type="button" on:click=move |_| state.set_param(super::PICKER, None, Step::Replace)>
                    {t.done}
                </button>
            </div>
        </section>
    }
}

/// The name of a group of indicators.
pub(super) fn group_name(group: &Group, t: &Strings) -> String {
    match group {
        Group::Programme(id) => t.words.programme(id),
        Group::Origin(Origin::Catalogue) => t.words.other_programme.to_owned(),
        Group::Origin(Origin::Discovered) => t.compare.found_here.to_owned(),
        Group::Origin(Origin::User) => t.compare.by_you.to_owned(),
    }
}

#[component]
fn GroupList(name: String, members: Vec<IndicatorChoice>, model: Model) -> impl IntoView {
    let state = use_app();
    let t = &state.strings().compare;
    let boxes = members
        .into_iter()
        .map(|choice| {
            let id = choice.id.clone();
            let checked = move || model.table.with(|table| table.columns.iter().any(|c| c.indicator == id));
            let id = choice.id;
            let toggle = move |_| toggle_column(state, model, &id);
            let coverage = fill(t.of, &[("of", &choice.of.to_string())]);
            view! {
                <label class="chk" title=choice.definition>
                    <input type="checkbox" prop:checked=checked on:change=toggle />
                    <span>{choice.label}</span>
                    <small>{unit_label(choice.unit, Scale::One, choice.noun.as_deref(), None, state.strings().language)}</small>
                    <span class="n">{choice.stated} " " {coverage}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset>
            <legend>{name}</legend>
            {boxes}
        </fieldset>
    }
}

/// The columns as they are shown, as requests.
fn requests(model: Model) -> Vec<ColumnRequest> {
    let asked = model.query.with_untracked(|q| q.columns.clone());
    if !asked.is_empty() {
        return asked;
    }
    model.table.with_untracked(|table| table.columns.iter().map(|c| ColumnRequest::usual(c.indicator.clone())).collect())
}

fn set_columns(state: AppState, columns: Vec<ColumnRequest>) {
    change_query(state, Step::Push, |query| query.columns = columns);
}

/// Adds an indicator at the end, or takes it out; the last one stays, for a table needs a column.
fn toggle_column(state: AppState, model: Model, id: &str) {
    let mut columns = requests(model);
    match columns.iter().position(|c| c.indicator == id) {
        Some(_) if columns.len() == 1 => {}
        Some(index) => {
            columns.remove(index);
        }
        None => columns.push(ColumnRequest::usual(id)),
    }
    set_columns(state, columns);
}

fn move_column(state: AppState, model: Model, id: &str, to_left: bool) {
    let mut columns = requests(model);
    let Some(index) = columns.iter().position(|c| c.indicator == id) else { return };
    let other = if to_left { index.checked_sub(1) } else { Some(index + 1).filter(|next| *next < columns.len()) };
    if let Some(other) = other {
        columns.swap(index, other);
        set_columns(state, columns);
    }
}

fn scale_column(state: AppState, model: Model, id: &str, scale: Option<Scale>) {
    let mut columns = requests(model);
    if let Some(column) = columns.iter_mut().find(|c| c.indicator == id) {
        column.scale = scale;
        set_columns(state, columns);
    }
}

/// The chosen columns with their unit, order, and a way out.
#[component]
fn Chosen(model: Model) -> impl IntoView {
    let columns = move || model.table.with(|table| table.columns.clone());
    view! {
        <ol class="chosen">
            <For each=columns key=|column| (column.indicator.clone(), column.scale) let:column>
                <ChosenColumn column model />
            </For>
        </ol>
    }
}

#[component]
fn ChosenColumn(column: Column, model: Model) -> impl IntoView {
    let state = use_app();
    let strings = state.strings();
    let t = &strings.compare;
    let named = |template: &str| fill(template, &[("label", &column.label)]);
    let (left, right, out, unit) = (named(t.to_left), named(t.to_right), named(t.remove), named(t.scale));
    let scales: Vec<(String, String)> = Scale::choices(column.unit)
        .iter()
        .map(|scale| {
            let words = unit_label(column.unit, *scale, column.noun.as_deref(), column.per.as_deref(), strings.language);
            (scale.id().to_owned(), words)
        })
        .collect();
    let several = scales.len() > 1;
    let id = StoredValue::new(column.indicator);
    let value = column.scale.id().to_owned();
    let on_scale = move |scale: String| id.with_value(|id| scale_column(state, model, id, Scale::from_id(&scale)));
    view! {
        <li>
            <span class="chosen__label">{column.label}</span>
            {if several {
                let options = scales
                    .into_iter()
                    .map(|(scale, words)| {
                        let selected = scale == value;
                        view! {
                            <option value=scale selected=selected>
                                {words}
                            </option>
                        }
                    })
                    .collect_view();
                view! {
                    <label class="pick">
                        <span class="vh">{unit}</span>
                        <select on:change=move |event| on_scale(event_target_value(&event))>{options}</select>
                    </label>
                }
                    .into_any()
            } else {
                view! { <small>{column.unit_words}</small> }.into_any()
            }}
            <span class="chosen__acts">
                <button class="ibtn" type="button" aria-label=left.clone() title=left on:click=move |_| id.with_value(|id| move_column(state, model, id, true))>
                    "\u{2190}"
                </button>
                <button class="ibtn" type="button" aria-label=right.clone() title=right on:click=move |_| id.with_value(|id| move_column(state, model, id, false))>
                    "\u{2192}"
                </button>
                <button class="ibtn" type="button" aria-label=out.clone() title=out on:click=move |_| id.with_value(|id| toggle_column(state, model, id))>
                    "\u{d7}"
                </button>
            </span>
        </li>
    }
}
