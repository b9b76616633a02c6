//! The parts of the evidence panel below the sentence: relatives, checks, the cell, and how the figure was read.

use super::{FigureLink, FindingAnswer, IntervalScale, VerdictBadge, Which};
use crate::analysis::{Cell, Finding, Quantity};
use crate::app::corrections::own_values;
use crate::app::display::{
    Division, Shown, amount_in_full, cell_value, divisions, indicator_label, kind_word, part_names, range_words, share_of,
};
use crate::app::report::Report;
use crate::app::state::use_app;
use crate::app::strings::fill;
use leptos::prelude::*;
use std::sync::Arc;

/// The brackets of an "of which": the total first, its parts below, the selected one in accent. A part stands among those it is listed with;
/// a total that the report takes apart in several ways has a bracket for each.
#[component]
pub(super) fn OfWhich(report: Arc<Report>, quantity: Quantity) -> impl IntoView {
    let t = &use_app().strings().evidence;
    let total = quantity.of.or_else(|| report.parts_of(quantity.id).next().map(|_| quantity.id))?;
    let total = report.quantity(total)?.clone();
    let selected = quantity.id;
    let brackets = divisions(&report, &total)
        .into_iter()
        .filter(|division| selected == total.id || division.parts.contains(&selected))
        .map(|division| view! { <Bracket report=report.clone() total=total.clone() division selected /> })
        .collect_view();
    Some(view! {
        <section>
            <h3>{t.of_which} <span>{t.part_of}</span></h3>
            {brackets}
        </section>
    })
}

#[component]
fn Bracket(report: Arc<Report>, total: Quantity, division: Division, selected: u32) -> impl IntoView {
    let strings = use_app().strings();
    let t = &strings.evidence;
    // A share is of what counts: where that is the reader's value, it stands beside it.
    let own = own_values(use_app(), &report);
    let own_value = move |of: &Quantity| {
        let value = amount_in_full(of, strings.language).filter(|_| own.contains(&of.id))?;
        Some(view! { <small class="own">{fill(t.own_value, &[("value", &value)])}</small> })
    };
    let total_own = own_value(&total);
    let parts: Vec<Quantity> = division.parts.iter().filter_map(|id| report.quantity(*id)).cloned().collect();
    let full: Vec<String> =
        parts.iter().map(|part| if part.what.is_empty() { part.noun.clone().unwrap_or_default() } else { part.what.clone() }).collect();
    let rows = parts
        .into_iter()
        .zip(part_names(&total.what, &full))
        .zip(full)
        .map(|((part, name), full)| {
            let (share, own) = (share_of(&part, &total), own_value(&part));
            view! {
                <li class="part" class:on=part.id == selected>
                    <span><span lang=report.written_in() title=full>{name}</span> {own}</span>
                    <FigureLink report=report.clone() id=part.id class="printed">
                        {part.text.clone()}
                    </FigureLink>
                    <span class="r">{share}</span>
                </li>
            }
        })
        .collect_view();
    view! {
        <ul class="of">
            <li class:on=total.id == selected>
                <span><span lang=report.written_in()>{total.what.clone()}</span> {strings.marks.comma} {t.total} {total_own}</span>
                <FigureLink report=report.clone() id=total.id class="printed">
                    {total.text.clone()}
                </FigureLink>
                <span class="r">"100%"</span>
            </li>
            {rows}
        </ul>
    }
}

/// Figures that change or qualify this one, and the one that this qualifies.
#[component]
pub(super) fn Changes(report: Arc<Report>, quantity: Quantity) -> impl IntoView {
    let t = use_app().strings();
    let row = |other: &Quantity| {
        let text = other.text.clone();
        view! {
            <li>
                <span>
                    {kind_word(other.kind, t)} {t.marks.colon} <span lang=report.written_in()>{other.what.clone()}</span>
                </span>
                <FigureLink report=report.clone() id=other.id class="printed">
                    {text}
                </FigureLink>
                <span></span>
            </li>
        }
        .into_any()
    };
    let base = quantity.base.and_then(|id| report.quantity(id)).map(|base| {
        view! {
            <section>
                <h3>{t.evidence.qualifies}</h3>
                <ul class="of">{row(base)}</ul>
            </section>
        }
    });
    let changes: Vec<_> = report.qualifiers_of(quantity.id).map(row).collect();
    let changes = (!changes.is_empty()).then(|| {
        view! {
            <section>
                <h3>{t.evidence.changes_it} <span>{t.evidence.figures.of(changes.len())}</span></h3>
                <ul class="of">{changes}</ul>
            </section>
        }
    });
    view! {
        {base}
        {changes}
    }
}

/// Findings that the figure takes part in.
#[component]
pub(super) fn Checks(report: Arc<Report>, id: u32) -> impl IntoView {
    let t = use_app().strings();
    let own = own_values(use_app(), &report);
    let findings: Vec<Finding> = report.findings_about(id).cloned().collect();
    let n = findings.len();
    let rows = findings
        .into_iter()
        .map(|finding| {
            let asked = finding.quantities.first().copied();
            let unit = asked.and_then(|id| report.quantity(id)).map(|q| q.unit);
            let is_own = asked.is_some_and(|id| own.contains(&id));
            view! { <Check report=report.clone() finding unit is_own /> }
        })
        .collect_view();
    (n > 0).then(|| {
        view! {
            <section>
                <h3>{t.evidence.checks} <span>{t.words.checks.of(n)}</span></h3>
                {rows}
            </section>
        }
    })
}

#[component]
fn Check(report: Arc<Report>, finding: Finding, unit: Option<crate::analysis::Unit>, is_own: bool) -> impl IntoView {
    let t = use_app().strings();
    let implied = if finding.rule == "sum" { t.evidence.parts } else { t.evidence.implied };
    let ranges = finding.stated.zip(finding.computed).zip(unit).map(|((stated, computed), unit)| {
        let words = |bounds| range_words(bounds, unit, t);
        view! {
            <dl class="iv">
                <dt>{if is_own { t.evidence.yours } else { t.evidence.printed }}</dt>
                <dd class="num">{words(&stated)}</dd>
                <IntervalScale stated computed verdict=finding.verdict which=Which::Stated />
                <dt>{implied}</dt>
                <dd class="num">{words(&computed)}</dd>
                <IntervalScale stated computed verdict=finding.verdict which=Which::Computed />
            </dl>
        }
    });
    let slip = finding.slip.as_ref().map(|slip| view! { <p class="label">{fill(t.evidence.slip, &[("slip", slip)])}</p> });
    let calculation = (!finding.calculation.is_empty()).then(|| view! { <p class="label num">{finding.calculation.clone()}</p> });
    view! {
        <div class="check">
            <p class="verdict">
                <VerdictBadge verdict=finding.verdict />
                {finding.changes_story.then(|| view! { <span class="story">{t.words.changes_story}</span> })}
                <span class="rule">{t.words.rule(&finding.rule)}</span>
            </p>
            <p class="note">{finding.note.clone()}</p>
            {ranges}
            {calculation}
            {slip}
            <FindingAnswer report finding />
        </div>
    }
}

/// Derived values that the figure goes into, each with the other figure.
#[component]
pub(super) fn DerivedFrom(report: Arc<Report>, id: u32) -> impl IntoView {
    let state = use_app();
    let t = state.strings();
    let goes_in = |cell: &&Cell| cell.divided_by.is_some_and(|divisor| cell.quantity == id || divisor == id);
    let cells: Vec<Cell> = report.analysis.cells.iter().filter(goes_in).cloned().collect();
    let rows = cells
        .iter()
        .filter_map(|cell| {
            let indicator = report.indicator(&cell.indicator)?;
            let other = if cell.quantity == id { cell.divided_by? } else { cell.quantity };
            let text = report.quantity(other)?.text.clone();
            let Shown { number, unit } = cell_value(&report, cell, t.language)?;
            let words = format!("{}{}{number} {unit}", indicator_label(indicator, t), t.marks.colon);
            Some(view! {
                <li>
                    <span>{words}</span>
                    <FigureLink report=report.clone() id=other class="printed">
                        {text}
                    </FigureLink>
                    <span></span>
                </li>
            })
        })
        .collect_view();
    (!cells.is_empty()).then(|| {
        view! {
            <section>
                <h3>{t.evidence.goes_into}</h3>
                <ul class="of">{rows}</ul>
            </section>
        }
    })
}

/// How sure the reading is, and the rules that tied the figure to others.
#[component]
pub(super) fn HowRead(
    quantity: Quantity,
    /// Whether the reader has given the amount, so that it was not read.
    is_own: bool,
) -> impl IntoView {
    let t = use_app().strings();
    let percent = format!("{:.0}", f64::from(quantity.confidence) * 100.0);
    let confidence = (!is_own).then(|| view! { <p class="label">{fill(t.evidence.confidence, &[("percent", &percent)])}</p> });
    let is_empty = is_own && quantity.of_rule.is_none() && quantity.base_rule.is_none();
    let rules = [quantity.of_rule.clone(), quantity.base_rule.clone()]
        .into_iter()
        .flatten()
        .map(|rule| view! { <p class="label">{fill(t.evidence.rule, &[("rule", &t.words.link_rule(&rule))])}</p> })
        .collect_view();
    (!is_empty).then(|| {
        view! {
            <section>
                <h3>{t.evidence.how_read}</h3>
                {confidence}
                {rules}
            </section>
        }
    })
}
