//! What the region's sums of money are made of, as the text takes them apart: a bar in parts and the parts as a list.

use crate::analysis::{Finding, Quantity};
use crate::app::components::{FigureLink, VerdictBadge};
use crate::app::display::{derived, indicator_label, share_of};
use crate::app::report::Report;
use crate::app::state::use_app;
use crate::app::strings::fill;
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
    /// What the parts leave of the total, where they stay clearly below it.
    rest: Option<Decimal>,
    check: Option<Finding>,
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

/// The parts of a total; where some say whose money it is and others what it was for, the two sorts apart.
fn take_apart(report: &Report, total: &Quantity) -> Vec<Divided> {
    let parts = report.parts_of(total.id).filter(|part| part.unit == total.unit && part.amount.middle().is_some()).cloned();
    let (sources, uses): (Vec<Quantity>, Vec<Quantity>) = parts.partition(is_source);
    [sources, uses].into_iter().filter_map(|parts| divide(report, total, parts)).collect()
}

fn divide(report: &Report, total: &Quantity, mut parts: Vec<Quantity>) -> Option<Divided> {
    let whole = total.amount.middle()?;
    if parts.len() < 2 {
        return None;
    }
    parts.sort_by_key(|part| std::cmp::Reverse(part.amount.middle()));
    let sum: Decimal = parts.iter().filter_map(|part| part.amount.middle()).sum();
    // Less than half a per cent is rounding, not silence.
    let rest = Some(whole - sum).filter(|rest| *rest > whole / Decimal::from(200));
    let of_these = |finding: &&Finding| {
        let others: Vec<&u32> = finding.quantities.iter().filter(|id| **id != total.id).collect();
        others.len() > 1 && others.iter().all(|id| parts.iter().any(|part| part.id == **id))
    };
    let check = report.findings_about(total.id).find(of_these).cloned();
    Some(Divided { total: total.clone(), parts, rest, check })
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
    let Divided { total, parts, rest, check } = whole;
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
        .enumerate()
        .map(|(index, part)| {
            let share = share_of(part, &total);
            let text = part.text.clone();
            view! {
                <li>
                    <i style=format!("--bg:{}", colour(index))></i>
                    <span lang=report.written_in()>{part.what.clone()}</span>
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
    let badge = check.map(|finding| view! { <VerdictBadge verdict=finding.verdict /> });
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
            <p class="label">{t.region.shares_computed}</p>
        </figure>
    }
}

/// Whether a part is a level of government, so that it says where the money came from.
fn is_source(part: &Quantity) -> bool {
    const SOURCES: [&str; 3] = ["fund.central", "fund.provincial", "fund.local"];
    part.indicator.as_deref().is_some_and(|id| SOURCES.contains(&id))
}
