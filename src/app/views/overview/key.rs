//! What a report on one region, or on none, shows in the place of map and cards: its key figures.

use crate::app::components::{FigureLink, VerdictSign};
use crate::app::corrections::own_values;
use crate::app::display::{Headline, KeyFigure, headline, headline_of, is_said, key_figures, section_name};
use crate::app::report::Report;
use crate::app::route::View;
use crate::app::state::use_app;
use leptos::prelude::*;
use std::sync::Arc;

/// Rows of three.
const SHOWN: usize = 9;

#[component]
pub(super) fn KeyFigures(report: Arc<Report>) -> impl IntoView {
    let state = use_app();
    let t = state.strings();
    let section = report.regions().next().map(|section| section.id)?;
    let keys = key_figures(&report, SHOWN, t);
    let why = (!report.analysis.has_regions()).then_some(t.overview.no_regions);
    let none = keys.is_empty().then(|| view! { <p class="none">{t.overview.no_key_figures}</p> });
    let items = keys.into_iter().map(|key| view! { <Key report=report.clone() key /> }).collect_view();
    let href = state.href(View::Region(report.region_key(section).to_owned()));
    Some(view! {
        <section class="key" aria-labelledby="key-h">
            <div class="head">
                <h2 id="key-h">{t.overview.key_figures}</h2>
                <span class="note">{why}</span>
            </div>
            <ul class="heads">{items}</ul>
            {none}
            <p class="note">
                <a class="lk" href=href>
                    {section_name(&report, section, t)}
                </a>
                {t.overview.key_more}
                " "
                <a class="lk" href=state.href(View::Data)>
                    {t.shell.all_figures}
                </a>
            </p>
        </section>
    })
}

#[component]
fn Key(report: Arc<Report>, key: KeyFigure) -> impl IntoView {
    let state = use_app();
    let t = state.strings();
    let quantity = report.quantity(key.quantity)?;
    let is_own = own_values(state, &report).contains(&key.quantity);
    let cell = report.cell_of(key.quantity);
    let figure = cell.and_then(|cell| headline_of(&report, cell, is_own, t.language)).unwrap_or_else(|| headline(quantity));
    let Headline { number, rest, below } = figure;
    // "Inhabitants" is not said twice.
    let unit = if is_said(&key.label, &below) { rest.clone() } else { below };
    let full = [&key.label, t.marks.colon, &number, " ", &rest].concat().trim_end().to_owned();
    let parts = (key.parts > 1).then(|| t.overview.key_parts.of(key.parts));
    let verdict = report.verdict_of(key.quantity).map(|verdict| view! { <VerdictSign verdict /> });
    let language = report.written_in();
    // The names of indicators are the page's words.
    let spoken = cell.is_none().then(|| language.clone());
    Some(view! {
        <li>
            <span class="what" lang=spoken>
                {key.label}
            </span>
            <FigureLink report=report.clone() id=key.quantity class="val" label=full>
                {number}
            </FigureLink>
            <span class="unit" lang=language>
                {unit}
            </span>
            <span class="pos">{parts} {verdict}</span>
        </li>
    })
}
