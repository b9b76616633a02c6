//! What was read, in counts and a few sentences without conclusions.

use crate::analysis::{Quantity, Verdict};
use crate::app::components::{FigureLink, VerdictCounts, VerdictSign, rich};
use crate::app::corrections::own_values;
use crate::app::display::{ahead, default_headline, headline_of, indicator_label, section_name, verdict_id};
use crate::app::report::Report;
use crate::app::route::View;
use crate::app::state::{AppState, use_app};
use crate::app::strings::{Counted, Language, Strings, fill, grouped};
use crate::app::views::audit::MeasuredLine;
use crate::app::views::compare::model::{query_now, table_href};
use crate::app::views::data::figures_href;
use crate::compare::{Facet, oddities};
use leptos::prelude::*;
use std::sync::Arc;

#[component]
pub(super) fn Lede(report: Arc<Report>) -> impl IntoView {
    let state = use_app();
    let t = state.strings();
    let counts = |name: &str| {
        let (n, words): (usize, Counted) = match name {
            "sections" => (report.analysis.regions(), t.overview.sum_sections),
            "figures" => (report.analysis.quantities.len(), t.overview.sum_figures),
            "checks" => (report.analysis.findings.len(), t.overview.sum_checks),
            _ => return None,
        };
        Some(view! { <b>{grouped(n)}</b> {words.of(n)} }.into_any())
    };
    let sum = rich(t.overview.sum, counts);
    let to_audit = Callback::new(move |verdict: Verdict| {
        state.location.with_untracked(|here| here.to(View::Audit)).with_param("verdict", Some(verdict_id(verdict))).format()
    });
    let checked = !report.analysis.findings.is_empty();
    // What comes first does so among several.
    let first = [most_stated, highest, checked_most].map(|say| (report.analysis.regions() > 1).then(|| say(state, &report)).flatten());
    let sentences = first.into_iter().chain([odd(state, &report)]);
    view! {
        <div>
                <h1 lang=report.written_in()>{report.title()}</h1>
                <p class="sum">{sum}</p>
                {checked.then(|| view! {
                    <VerdictCounts tally=report.tally() href=to_audit />
                    <MeasuredLine />
                })}
                <ul class="stand">{sentences.flatten().map(|words| view! { <li>{words}</li> }).collect_view()}</ul>
        </div>
    }
}

fn strong(words: impl Into<String>) -> AnyView {
    view! { <b>{words.into()}</b> }.into_any()
}

fn link(to: String, words: String) -> AnyView {
    view! {
        <a class="lk" href=to>
            {words}
        </a>
    }
    .into_any()
}

fn most_stated(state: AppState, report: &Arc<Report>) -> Option<Vec<AnyView>> {
    let t = state.strings();
    let of = report.analysis.regions();
    // The first of those that share the place.
    let stated = report.analysis.indicators.iter().map(|i| (report.stated_by(&i.id), i));
    let (n, indicator) = stated.rev().max_by_key(|(n, _)| *n).filter(|(n, _)| *n > 0)?;
    let to = table_href(state, report, &query_now(state), &indicator.id);
    Some(rich(t.overview.most_stated, |name| match name {
        "label" => Some(strong(indicator_label(indicator, t))),
        "link" => Some(link(to.clone(), fill(t.words.n_of, &[("n", &grouped(n)), ("of", &grouped(of))]))),
        _ => None,
    }))
}

fn highest(state: AppState, report: &Arc<Report>) -> Option<Vec<AnyView>> {
    let t = state.strings();
    let funds = ["fund.fiscal", "fund.total"].into_iter().find(|id| report.stated_by(id) > 1).and_then(|id| report.indicator(id));
    let indicator = funds.or_else(|| default_headline(report))?;
    let (_, best) = ahead(report.column(&indicator.id).map(|cell| (cell.amount.middle(), cell)))?;
    let quantity = report.quantity(best.quantity)?;
    let is_own = own_values(state, report).contains(&quantity.id);
    let shown = if is_own { headline_of(report, best, true, t.language) } else { None };
    let printed = shown.map_or_else(|| quantity.text.clone(), |own| [&own.number, " ", &own.rest].concat());
    let region = section_name(report, best.section, t);
    let of = report.analysis.regions();
    let silent = of - report.stated_by(&indicator.id);
    let mut words = rich(t.overview.highest, |name| match name {
        "region" => Some(strong(spaced(&region, t))),
        "label" => Some(indicator_label(indicator, t).to_lowercase().into_any()),
        // What is said first of all bears the sign of its check, as in the text.
        "link" => {
            let sign = report.is_questioned(quantity.id).then(|| view! { " " <VerdictSign verdict=Verdict::Inconsistent /> });
            Some(view! { {figure(report, quantity.id, printed.clone())} {sign} }.into_any())
        }
        _ => None,
    });
    if silent > 0 {
        words.push(format!(" {}", fill(&t.overview.silent.of(silent), &[("of", &grouped(of))])).into_any());
    }
    Some(words)
}

/// A name amid Chinese words: one in Latin letters has blanks around it.
fn spaced(name: &str, t: &Strings) -> String {
    let latin = t.language == Language::Chinese && name.starts_with(|c: char| c.is_ascii());
    if latin { format!(" {name} ") } else { name.to_owned() }
}

fn figure(report: &Arc<Report>, id: u32, text: String) -> AnyView {
    view! {
        <FigureLink report=report.clone() id class="lk">
            {text}
        </FigureLink>
    }
    .into_any()
}

fn checked_most(state: AppState, report: &Arc<Report>) -> Option<Vec<AnyView>> {
    let t = state.strings();
    let checked = report.regions().map(|section| (report.tally_in(section.id).total(), section));
    let (_, section) = ahead(checked)?;
    let tally = report.tally_in(section.id);
    // Of checks that could not be made there is nothing to say.
    if tally.total() == tally.unchecked {
        return None;
    }
    let to = state.location.with_untracked(|here| here.to(View::Audit)).with_param("region", Some(report.region_key(section.id))).format();
    Some(rich(t.overview.checked_most, |name| match name {
        "region" => Some(strong(spaced(&section_name(report, section.id, t), t))),
        "link" => Some(link(to.clone(), t.overview.checked_relations.of(tally.total()))),
        "figures" => Some(t.words.figures.of(report.figure_count(section.id)).into_any()),
        "bad" if tally.inconsistent == 0 && tally.unchecked == 0 => Some(t.overview.checked_all.into_any()),
        "bad" if tally.inconsistent == 0 => Some(t.overview.checked_fine.of(tally.total() - tally.unchecked).into_any()),
        "bad" => Some(t.overview.checked_bad.of(tally.inconsistent).into_any()),
        _ => None,
    }))
}

fn odd(state: AppState, report: &Arc<Report>) -> Option<Vec<AnyView>> {
    let t = &state.strings().overview;
    let odd: Vec<&Quantity> = report.analysis.quantities.iter().filter(|q| !q.problems.is_empty()).collect();
    let example = *odd.first()?;
    let to = figures_href(state, Facet::Problem, &oddities(&report.analysis));
    Some(rich(t.odd, |name| match name {
        "link" => Some(link(to.clone(), t.odd_figures.of(odd.len()))),
        "example" => {
            Some(rich(t.odd_example, |name| (name == "text").then(|| figure(report, example.id, example.text.clone()))).into_any())
        }
        _ => None,
    }))
}
