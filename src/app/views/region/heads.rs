//! The headline indicators of a region: each with its strip and rank.

use crate::app::components::{FigureLink, Strip};
use crate::app::corrections::own_values;
use crate::app::display::{headline_of, headline_six, indicator_label, rank_words, section_name, strip_marks};
use crate::app::report::Report;
use crate::app::state::use_app;
use crate::app::strings::fill;
use leptos::prelude::*;
use std::sync::Arc;

#[component]
pub(super) fn Heads(report: Arc<Report>, section: u32) -> impl IntoView {
    let t = use_app().strings();
    let region = section_name(&report, section, t);
    let six: Vec<(String, String)> = headline_six(&report).into_iter().map(|i| (i.id.clone(), indicator_label(i, t))).collect();
    if six.is_empty() {
        return view! { <p class="none">{t.overview.no_indicators}</p> }.into_any();
    }
    let items = six.into_iter().map(|(id, label)| view! { <Head report=report.clone() section id label /> }).collect_view();
    view! {
        <ul class="heads" aria-label=t.region.headline>
            {items}
        </ul>
        <p class="label heads-key">{fill(t.region.strip_key, &[("region", &region)])}</p>
    }
    .into_any()
}

#[component]
fn Head(report: Arc<Report>, section: u32, id: String, label: String) -> impl IntoView {
    let state = use_app();
    let t = state.strings();
    let standing = report.standing(section, &id);
    let marks = strip_marks(&standing);
    let cell = report.cell(section, &id);
    let is_own = cell.is_some_and(|cell| own_values(state, &report).contains(&cell.quantity));
    let stated = cell.and_then(|cell| Some((cell.quantity, headline_of(&report, cell, is_own, t.language)?)));
    let position = match standing.rank {
        Some(rank) => rank_words(rank, t),
        None => t.words.state_it.of(standing.values.len()),
    };
    let value = match stated {
        Some((id, figure)) => {
            let language = report.written_in();
            let said = [&label, t.marks.colon, &figure.number, " ", &figure.rest].concat().trim_end().to_owned();
            view! {
                <FigureLink report id class="val" label=said>
                    {figure.number}
                </FigureLink>
                <span class="unit" lang=language>{figure.below}</span>
            }
            .into_any()
        }
        None => view! {
            <span class="val ns">{t.words.not_stated}</span>
            <span class="unit"></span>
        }
        .into_any(),
    };
    view! {
        <li>
            <span class="what">{label}</span>
            {value}
            <Strip marks />
            <span class="pos">
                <span>{position}</span>
            </span>
        </li>
    }
}
