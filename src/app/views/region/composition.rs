//! What the region's sums of money are made of, as the text takes them apart: a bar in parts and the parts as a list.

use crate::analysis::{Quantity, Verdict};
use crate::app::components::{FigureLink, VerdictBadge};
use crate::app::display::{Division, derived, divisions, indicator_label, is_source, part_names, printed_share, share_of};
use crate::app::report::Report;
use crate::app::state::use_app;
use crate::app::strings::{Strings, fill};
use leptos::prelude::*;
use rust_decimal::Decimal;
use std::sync::Arc;

/// How many totals are shown.
const SHOWN: usize = 2;
/// Parts beyond the palette are drawn like the seventh.
const COLOURS: usize = 7;

/// A total with its parts, largest first.
#[derive(Clone)]
struct Divided {
    total: Quantity,
    parts: Vec<Quantity>,
    rest: Option<Decimal>,
    verdict: Option<Verdict>,
}

/// The totals in money that the section takes apart into two parts or more: those of indicators first, then the largest.
fn divided(report: &Report, section: u32) -> Vec<Divided> {
    let mut found: Vec<Divided> =
        report.quantities_in(section).filter(|q| q.unit.is_currency()).flat_map(|total| take_apart(report, total)).collect();
    found.sort_by(|a, b| {
        let weight = |d: &Divided| (d.total.indicator.is_some(), d.total.amount.middle());
        weight(b).cmp(&weight(a))
    });
    found.truncate(SHOWN);
    found
}

fn take_apart(report: &Report, total: &Quantity) -> Vec<Divided> {
    let of_money = |division: Division| {
        let verdict = division.verdict(report, total.id);
        let parts = division.parts.iter().filter_map(|id| report.quantity(*id));
        let mut parts: Vec<Quantity> = parts.filter(|part| part.unit == total.unit && part.amount.middle().is_some()).cloned().collect();
        parts.sort_by_key(|part| std::cmp::Reverse(part.amount.middle()));
        (parts.len() > 1).then(|| Divided { total: total.clone(), parts, rest: division.rest, verdict })
    };
    divisions(report, total).into_iter().filter_map(of_money).collect()
}

/// Where the shares come from: computed, and which of them the report itself prints.
fn shares_note(report: &Report, whole: &Divided, names: &[String], t: &Strings) -> String {
    let printed = |(part, name): (&Quantity, &String)| {
        let share = printed_share(report, whole.total.id, part.id)?;
        Some(fill(t.region.share_of_part, &[("share", &share.text), ("what", name)]))
    };
    let printed: Vec<String> = whole.parts.iter().zip(names).filter_map(printed).collect();
    if printed.is_empty() {
        t.region.shares_computed.to_owned()
    } else {
        fill(t.region.shares_printed, &[("shares", &printed.join(t.marks.list))])
    }
}

#[component]
pub(super) fn Composition(report: Arc<Report>, section: u32) -> impl IntoView {
    let t = use_app().strings();
    let all = divided(&report, section);
    (!all.is_empty()).then(|| {
        let figures = all.into_iter().map(|whole| view! { <Bar report=report.clone() whole /> }).collect_view();
        view! {
            <section class="comp-grid" aria-label=t.region.composition>
                {figures}
            </section>
        }
    })
}

#[component]
fn Bar(report: Arc<Report>, whole: Divided) -> impl IntoView {
    let t = use_app().strings();
    let names = part_names(&whole.total.what, &whole.parts.iter().map(|part| part.what.clone()).collect::<Vec<_>>());
    let shares = shares_note(&report, &whole, &names, t);
    let Divided { total, parts, rest, verdict } = whole;
    // The indicator's name where the total states one: what precedes a figure in its sentence does not always name it.
    let indicator =
        total.indicator.as_deref().and_then(|id| report.indicator(id)).map(|indicator| indicator_label(indicator, t).to_lowercase());
    let what = indicator.unwrap_or_else(|| total.what.clone());
    let title = if parts.iter().all(is_source) { t.region.money_from.to_owned() } else { fill(t.region.parts_of, &[("what", &what)]) };
    let colour = |index: usize| format!("var(--cat-{})", index.min(COLOURS - 1) + 1);
    let bar = parts
        .iter()
        .enumerate()
        .map(|(index, part)| {
            let style = format!("--w:{};--bg:{}", part.amount.middle().unwrap_or_default(), colour(index));
            let label = [&t.marks.quoted(&part.what), t.marks.colon, &part.text].concat();
            let href = use_app().figure_href(&report, part.id);
            view! { <a href=href data-fig=part.id style=style aria-label=label.clone() title=label></a> }
        })
        .collect_view();
    let rows = parts
        .iter()
        .zip(names)
        .enumerate()
        .map(|(index, (part, name))| {
            let share = share_of(part, &total);
            let text = part.text.clone();
            view! {
                <li>
                    <i style=format!("--bg:{}", colour(index))></i>
                    <span lang=report.written_in() title=part.what.clone()>{name}</span>
                    <FigureLink report=report.clone() id=part.id class="printed">
                        {text}
                    </FigureLink>
                    <span class="r num">{share}</span>
                </li>
            }
        })
        .collect_view();
    let rest_bar = rest.map(|rest| view! { <i class="rest" style=format!("--w:{rest}")></i> });
    let rest_row = rest.map(|rest| {
        let part = Quantity { amount: crate::analysis::Amount::One(rest), ..total.clone() };
        view! {
            <li>
                <i class="rest"></i>
                <span>{t.region.not_itemised}</span>
                <span class="num">{derived(rest, total.unit, t.language)}</span>
                <span class="r num">{share_of(&part, &total)}</span>
            </li>
        }
    });
    let open = (verdict == Some(Verdict::Unchecked)).then(|| view! { {t.region.list_is_open} " " });
    let badge = verdict.map(|verdict| view! { <VerdictBadge verdict /> });
    view! {
        <figure class="comp">
            <figcaption>
                <h2>{title}</h2>
                <p class="tot">
                    <FigureLink report=report.clone() id=total.id class="printed">
                        {total.text.clone()}
                    </FigureLink>
                    {badge}
                </p>
            </figcaption>
            <div class="cbar">{bar} {rest_bar}</div>
            <ul class="parts">{rows} {rest_row}</ul>
            <p class="label">{open} {shares}</p>
        </figure>
    }
}
