//! Filter, headline indicator, order and layout of the cards.

use super::order::Choice;
use crate::app::components::{FilterBox, Pick};
use crate::app::display::indicator_label;
use crate::app::report::Report;
use crate::app::state::{Step, use_app};
use leptos::prelude::*;
use std::sync::Arc;

#[component]
pub(super) fn Controls(report: Arc<Report>, chosen: Memo<Choice>) -> impl IntoView {
    let state = use_app();
    let t = &state.strings().overview;
    let headlines: Vec<(String, String)> = report
        .analysis
        .indicators
        .iter()
        .filter(|indicator| report.stated_by(&indicator.id) > 0)
        .map(|indicator| (indicator.id.clone(), indicator_label(indicator, state.strings())))
        .collect();
    let orders = [("", t.order_report), ("value", t.order_value), ("findings", t.order_findings), ("name", t.order_name)]
        .map(|(id, words)| (id.to_owned(), words.to_owned()))
        .to_vec();
    let has_headlines = !headlines.is_empty();
    let set = move |name: &'static str| Callback::new(move |value: String| state.set_param(name, Some(&value), Step::Replace));
    let layout = state.param("as");
    let pressed = move |list: bool| move || if (layout.get().as_deref() == Some("list")) == list { "true" } else { "false" };
    view! {
        <div class="bar">
            <FilterBox label=t.filter value=Signal::derive(move || chosen.with(|c| c.query.clone())) on_input=set("q") />
            {has_headlines
                .then(|| {
                    view! {
                        <Pick
                            label=t.headline
                            options=headlines
                            value=Signal::derive(move || chosen.with(|c| c.headline.clone().unwrap_or_default()))
                            on_change=set("head")
                        />
                    }
                })}
            <Pick label=t.order options=orders value=Signal::derive(move || chosen.with(|c| c.order.clone())) on_change=set("order") />
            {has_headlines
                .then(|| {
                    view! {
                        <label class="chk">
                            <input
                                type="checkbox"
                                prop:checked=move || chosen.with(|c| c.only_stated)
                                on:change=move |event| {
                                    let on = event_target_checked(&event);
                                    state.set_param("only", on.then_some("stated"), Step::Replace);
                                }
                            />
                            {t.only_stated}
                        </label>
                    }
                })} <span class="end seg" role="group" aria-label=t.layout>
                <button type="button" aria-pressed=pressed(false) on:click=move |_| state.set_param("as", None, Step::Replace)>
                    {t.cards}
                </button>
                <button type="button" aria-pressed=pressed(true) on:click=move |_| state.set_param("as", Some("list"), Step::Replace)>
                    {t.list}
                </button>
            </span>
        </div>
    }
}
