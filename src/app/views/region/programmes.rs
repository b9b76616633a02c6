//! The region's indicators by programme: as printed, in one unit, with strip, rank and check.

use crate::analysis::{Cell, Indicator, Quantity, Scope};
use crate::app::components::{FigureLink, Strip, VerdictSign, rich};
use crate::app::display::{Shown, cell_value, headline, indicator_label, programmes, strip_marks};
use crate::app::report::Report;
use crate::app::state::{Step, use_app};
use crate::app::strings::{Strings, fill};
use crate::compare::ordinal;
use leptos::prelude::*;
use std::sync::Arc;

#[component]
pub(super) fn Programmes(report: Arc<Report>, section: u32) -> impl IntoView {
    let state = use_app();
    let t = state.strings();
    let total = report.analysis.indicators.len();
    if total == 0 {
        return ().into_any();
    }
    let stated = report.analysis.indicators.iter().filter(|i| report.cell(section, &i.id).is_some()).count();
    let missing = state.param("missing");
    let showing = move || missing.get().is_some();
    let toggle = move |_| {
        let shown = state.location.with_untracked(|here| here.param("missing").is_some());
        state.set_param("missing", (!shown).then_some("show"), Step::Replace);
    };
    let button = (stated < total).then(|| {
        view! {
            <button class="tbtn" type="button" aria-expanded=move || if showing() { "true" } else { "false" } on:click=toggle>
                {move || if showing() { t.region.hide_missing.to_owned() } else { t.region.show_missing.of(total - stated) }}
            </button>
        }
    });
    let title = if has_programmes(&report) { t.region.programmes } else { t.region.indicators };
    let body = move || groups(&report, section, showing());
    view! {
        <section class="prog" aria-labelledby="prog-h">
            <div class="head">
                <h2 id="prog-h">{title}</h2>
                <span class="note">{t.region.stated.of(stated)} " " {button}</span>
            </div>
            <table class="dt">
                <thead>
                    <tr>
                        <th scope="col">{t.region.indicator}</th>
                        <th scope="col">{t.region.as_printed}</th>
                        <th scope="col" class="r hide-s">
                            {t.region.in_one_unit}
                        </th>
                        <th scope="col" class="hide-s">
                            {t.region.unit}
                        </th>
                        <th scope="col" class="st">
                            {t.region.among}
                        </th>
                        <th scope="col" class="r hide-s">
                            {t.region.rank}
                        </th>
                        <th scope="col">{t.region.check}</th>
                    </tr>
                </thead>
                {body}
            </table>
        </section>
    }
    .into_any()
}

/// Whether any indicator belongs to a programme: in reports of other kinds none does.
fn has_programmes(report: &Report) -> bool {
    report.analysis.indicators.iter().any(|indicator| !indicator.programme.is_empty())
}

fn groups(report: &Arc<Report>, section: u32, with_missing: bool) -> Vec<AnyView> {
    let t = use_app().strings();
    let named = has_programmes(report);
    programmes(report)
        .into_iter()
        .filter_map(|(programme, indicators)| {
            let rows: Vec<AnyView> = indicators
                .into_iter()
                .filter_map(|indicator| match report.cell(section, &indicator.id) {
                    Some(cell) => Some(view! { <Stated report=report.clone() cell=cell.clone() indicator=indicator.clone() /> }.into_any()),
                    None if with_missing => Some(missing(report, section, indicator, t)),
                    None => None,
                })
                .collect();
            (!rows.is_empty()).then(|| {
                view! {
                    <tbody>
                        {named.then(|| view! {
                            <tr>
                                <th scope="rowgroup" colspan="7">
                                    {t.words.programme(programme)}
                                </th>
                            </tr>
                        })}
                        {rows}
                    </tbody>
                }
                .into_any()
            })
        })
        .collect()
}

#[component]
fn Stated(report: Arc<Report>, cell: Cell, indicator: Indicator) -> impl IntoView {
    let state = use_app();
    let t = state.strings();
    let quantity = report.quantity(cell.quantity)?.clone();
    let id = quantity.id;
    let standing = report.standing(cell.section, &indicator.id);
    let Shown { number, unit } =
        cell_value(&report, &cell, t.language).unwrap_or_else(|| Shown { number: t.words.unread.to_owned(), unit: String::new() });
    let rank = standing.rank.map(|rank| {
        rich(t.words.rank, |name| match name {
            "place" => Some(ordinal(rank.place).into_any()),
            "n" => Some(rank.place.to_string().into_any()),
            "of" => Some(rank.of.to_string().into_any()),
            _ => None,
        })
    });
    let check = report.verdict_of(id).map(|verdict| view! { <VerdictSign verdict /> });
    let note = note(&report, &cell, &quantity, t).map(|words| view! { " " <small class="muted">{words}</small> });
    Some(view! {
        <tr class:on=move || state.figure.get() == Some(id)>
            <th scope="row" title=indicator.definition.clone()>
                {indicator_label(&indicator, t)}
            </th>
            <td class="printed">
                <FigureLink report=report.clone() id>
                    {as_printed(&quantity)}
                </FigureLink>
                {note}
            </td>
            <td class="r num hide-s">{number}</td>
            <td class="hide-s muted">{unit}</td>
            <td class="st">
                <Strip marks=strip_marks(&standing) />
            </td>
            <td class="r num nowrap hide-s">{rank}</td>
            <td>{check}</td>
        </tr>
    })
}

/// The printed figure, with what it counts after it where the print alone does not say.
fn as_printed(quantity: &Quantity) -> AnyView {
    let cut = headline(quantity);
    let noun = cut.below.strip_prefix(&cut.rest).map(str::trim).filter(|noun| !noun.is_empty()).map(str::to_owned);
    view! {
        {quantity.text.clone()}
        {noun.map(|noun| view! { " " <small>{noun}</small> })}
    }
    .into_any()
}

/// What sets the figure apart from the others of its column: another year, a part of the region.
fn note(report: &Report, cell: &Cell, quantity: &Quantity, t: &Strings) -> Option<String> {
    let year = cell.year.filter(|year| Some(*year) != report.analysis.document.year);
    let year = year.map(|year| fill(t.region.year_differs, &[("year", &year.to_string())]));
    let part = (quantity.scope == Scope::Part).then(|| t.region.partial.to_owned());
    let words: Vec<String> = year.into_iter().chain(part).collect();
    (!words.is_empty()).then(|| words.join(t.marks.comma))
}

fn missing(report: &Report, section: u32, indicator: &Indicator, t: &Strings) -> AnyView {
    let standing = report.standing(section, &indicator.id);
    let stated = t.words.state_it.of(standing.values.len());
    view! {
        <tr class="missing">
            <th scope="row" title=indicator.definition.clone()>
                {indicator_label(indicator, t)}
            </th>
            <td class="ns">{t.words.not_stated}</td>
            <td class="hide-s"></td>
            <td class="hide-s"></td>
            <td class="st">
                <Strip marks=strip_marks(&standing) />
            </td>
            <td class="r ns nowrap hide-s">{stated}</td>
            <td></td>
        </tr>
    }
    .into_any()
}
