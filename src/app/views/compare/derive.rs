//! One indicator by another as a column of its own: chosen from the report's indicators, with a count of what it gives.

use super::define::add_column;
use crate::app::definitions::{kept, next_id, set};
use crate::app::display::indicator_label;
use crate::app::report::Report;
use crate::app::state::use_app;
use crate::app::strings::fill;
use crate::indicator::derived::{per_unit, share};
use crate::indicator::{Quotient, UserIndicator};
use leptos::prelude::*;
use std::sync::Arc;

/// The form, folded until it is asked for.
#[component]
pub(super) fn Derive(report: Arc<Report>) -> impl IntoView {
    let state = use_app();
    let strings = state.strings();
    let t = &strings.define;
    let options: Vec<(String, String)> =
        report.analysis.indicators.iter().map(|indicator| (indicator.id.clone(), indicator_label(indicator, strings))).collect();
    let id_at = |place: usize| options.get(place).map(|(id, _)| id.clone()).unwrap_or_default();
    let (numerator, denominator) = (RwSignal::new(id_at(0)), RwSignal::new(id_at(1)));
    let as_share = RwSignal::new(false);
    let label = {
        let options = options.clone();
        move |id: &str| options.iter().find(|(known, _)| known == id).map(|(_, label)| label.clone()).unwrap_or_default()
    };
    let unit_of = {
        let report = report.clone();
        move |id: &str| report.indicator(id).map(|indicator| indicator.unit).unwrap_or_default()
    };
    let regions = Memo::new(move |_| {
        let (above, below) = (numerator.get(), denominator.get());
        let derive = if as_share.get() { share } else { per_unit };
        if above == below { 0 } else { derive(&report.analysis.cells, &above, &below).len() }
    });
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (above, below, share) = (numerator.get_untracked(), denominator.get_untracked(), as_share.get_untracked());
        let mut definitions = kept();
        let id = next_id(&definitions);
        let template = if share { t.derived_share } else { t.derived_name };
        definitions.push(UserIndicator {
            id: id.clone(),
            label: fill(template, &[("numerator", &label(&above)), ("denominator", &label(&below))]),
            unit: unit_of(&above),
            must: Vec::new(),
            must_not: Vec::new(),
            topic: None,
            quotient: Some(Quotient { numerator: above, denominator: below, share }),
        });
        add_column(state, &id);
        set(state, &definitions);
    };
    let pick = move |name: &'static str, words: &'static str, value: RwSignal<String>| {
        let chosen = value.get_untracked();
        let options = options
            .iter()
            .map(|(id, label)| {
                view! {
                    <option value=id.clone() selected={*id == chosen}>
                        {label.clone()}
                    </option>
                }
            })
            .collect_view();
        view! {
            <label class="field">
                <span>{words}</span>
                <select name=name on:change=move |event| value.set(event_target_value(&event))>{options}</select>
            </label>
        }
    };
    let said = move || if regions.get() == 0 { t.derives_none.to_owned() } else { t.derives.of(regions.get()) };
    view! {
        <details class="define">
            <summary>{t.derive_title}</summary>
            <form on:submit=add>
                <p class="notes">{t.derive_lead}</p>
                {pick("numerator", t.numerator, numerator)}
                {pick("denominator", t.denominator, denominator)}
                <label class="field">
                    <span>{t.how}</span>
                    <select name="how" on:change=move |event| as_share.set(event_target_value(&event) == "share")>
                        <option value="per">{t.divided_by}</option>
                        <option value="share">{t.share_of}</option>
                    </select>
                </label>
                <p class="define__caught" role="status">
                    {said}
                </p>
                <button class="btn small primary" type="submit" disabled=move || regions.get() == 0>
                    {t.add}
                </button>
            </form>
        </details>
    }
}
