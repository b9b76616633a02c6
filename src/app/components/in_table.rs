//! What the selected figure is to the comparison table: the cell it states, where the region stands, and which figure the cell takes.

use super::{FigureLink, Icon, Strip};
use crate::analysis::{Cell, Quantity};
use crate::app::corrections::{figure_anchor, make, section_anchor};
use crate::app::display::{indicator_label, rank_words, strip_marks};
use crate::app::report::Report;
use crate::app::state::use_app;
use crate::app::strings::{Strings, fill};
use crate::compare::other_figures;
use crate::review::Change;
use leptos::prelude::*;
use std::sync::Arc;

/// The cell that the figure states, why it was chosen, and where the region stands.
#[component]
pub(super) fn InTable(report: Arc<Report>, quantity: Quantity) -> impl IntoView {
    let t = use_app().strings();
    let indicator = quantity.indicator.as_ref().and_then(|id| report.indicator(id))?.clone();
    let cell = report.cell_of(quantity.id).or_else(|| report.cell(quantity.section, &indicator.id)).cloned();
    let words = words(&report, &quantity, cell.as_ref(), t);
    let by_reader = cell.as_ref().is_some_and(|cell| cell.chosen_by.is_some());
    let standing = report.standing(quantity.section, &indicator.id);
    let rank = standing.rank.map(|rank| rank_words(rank, t));
    let marks = strip_marks(&standing);
    Some(view! {
        <section class="in-table">
            <h3>{t.evidence.in_table} <span>{indicator_label(&indicator, t)}</span></h3>
            <p class="note" class:reviewed=by_reader>
                {by_reader.then(|| view! { <Icon name="#i-pen" /> })}
                {words}
            </p>
            <Strip marks />
            <p class="label">{rank}</p>
            <Choices report quantity indicator=indicator.id cell />
        </section>
    })
}

/// Why the figure is in the cell, or which other one is.
fn words(report: &Report, quantity: &Quantity, cell: Option<&Cell>, t: &Strings) -> String {
    let Some(cell) = cell else { return t.evidence.names_indicator.to_owned() };
    if cell.quantity == quantity.id {
        return match cell.chosen_by {
            Some(_) => t.corrections.chosen.to_owned(),
            None => fill(t.evidence.chosen, &[("reason", &cell.reason)]),
        };
    }
    let text = report.quantity(cell.quantity).map(|q| q.text.clone()).unwrap_or_default();
    let template = if cell.chosen_by.is_some() { t.corrections.chosen_other } else { t.evidence.alternative };
    fill(template, &[("text", &text)])
}

/// This figure for the cell, one of the others that state the indicator, or none.
#[component]
fn Choices(report: Arc<Report>, quantity: Quantity, indicator: String, cell: Option<Cell>) -> impl IntoView {
    let state = use_app();
    let t = &state.strings().corrections;
    let section = quantity.section;
    let choose = {
        let report = report.clone();
        Callback::new(move |id: Option<u32>| {
            let figure = id.and_then(|id| figure_anchor(&report, id));
            if let Some(section_at) = section_anchor(&report, section) {
                let change = Change::Choose { section: section_at, indicator: indicator.clone(), figure };
                make(state, &report, section, change, Vec::new());
            }
        })
    };
    let (own, chosen) = (quantity.id, cell.as_ref().map(|cell| cell.quantity));
    let alternatives = cell.map(|cell| other_figures(&report.analysis, &cell)).unwrap_or_default();
    let others: Vec<Quantity> = alternatives.iter().filter(|id| **id != own).filter_map(|id| report.quantity(*id)).cloned().collect();
    let heading = (!others.is_empty()).then(|| view! { <p class="label">{t.others}</p> });
    let rows = others
        .into_iter()
        .map(|other| {
            let id = other.id;
            view! {
                <li>
                    <span lang=report.written_in()>{other.what.clone()}</span>
                    <FigureLink report=report.clone() id class="printed">
                        {other.text.clone()}
                    </FigureLink>
                    <button class="tbtn" type="button" on:click=move |_| choose.run(Some(id))>
                        {t.use_this}
                    </button>
                </li>
            }
        })
        .collect_view();
    let use_own = (chosen != Some(own)).then(|| {
        view! {
            <button class="btn small" type="button" on:click=move |_| choose.run(Some(own))>
                {t.use_own}
            </button>
        }
    });
    let use_none = chosen.is_some().then(|| {
        view! {
            <button class="btn small" type="button" on:click=move |_| choose.run(None)>
                {t.use_none}
            </button>
        }
    });
    view! {
        {heading}
        <ul class="of others">{rows}</ul>
        <p class="row">{use_own} {use_none}</p>
    }
}
