//! One region as a card. The whole card leads to the region; the diamond's count is a link of its own above it.

use crate::analysis::Verdict;
use crate::app::components::{CellValue, Icon, Strip};
use crate::app::corrections::own_values;
use crate::app::display::{
    headline_of, indicator_label, other_name, rank_words, section_name, strip_marks, verdict_class, verdict_count_word, verdict_icon,
};
use crate::app::report::Report;
use crate::app::route::View;
use crate::app::state::{AppState, use_app};
use crate::app::strings::grouped;
use leptos::prelude::*;
use std::sync::Arc;

const VERDICTS: [Verdict; 4] = [Verdict::Consistent, Verdict::Rounding, Verdict::Unchecked, Verdict::Inconsistent];

#[component]
pub(super) fn Card(
    report: Arc<Report>,
    section: u32,
    headline: Option<String>,
    /// Ids of the indicators below the headline.
    rows: Vec<String>,
) -> impl IntoView {
    let state = use_app();
    let t = state.strings();
    let region = report.section(section)?.region.clone();
    let href = state.href(View::Region(report.region_key(section).to_owned()));
    let local = other_name(&region, t).map(|(name, lang)| view! { <span class="zh" lang=lang>{name}</span> });
    let rows = rows
        .iter()
        .filter_map(|id| report.indicator(id))
        .map(|indicator| {
            view! {
                <div>
                    <dt>{indicator_label(indicator, t)}</dt>
                    <CellValue report=report.clone() section indicator=indicator.id.clone() />
                </div>
            }
        })
        .collect_view();
    Some(view! {
        <li class="card">
            <header>
                <h3>
                    <a href=href>{section_name(&report, section, t)}</a>
                </h3>
                {local}
                <span class="cnt">{t.words.figures.of(report.figure_count(section))}</span>
            </header>
            {headline.and_then(|id| top(&report, section, &id))}
            <dl>{rows}</dl>
            <Tally report=report.clone() section />
        </li>
    })
}

/// The headline figure, its label and rank, and the strip.
fn top(report: &Arc<Report>, section: u32, id: &str) -> Option<AnyView> {
    let state = use_app();
    let t = state.strings();
    let indicator = report.indicator(id)?;
    let standing = report.standing(section, id);
    let cell = report.cell(section, id);
    let is_own = cell.is_some_and(|cell| own_values(state, report).contains(&cell.quantity));
    let stated = cell.and_then(|cell| headline_of(report, cell, is_own, t.language));
    let figure = match stated {
        Some(cut) => {
            let rest = (!cut.rest.is_empty()).then(|| view! { " " <small lang=report.written_in()>{cut.rest.clone()}</small> });
            view! {
                <p class="big">
                    {cut.number}
                    {rest}
                </p>
            }
            .into_any()
        }
        None => view! { <p class="big ns">{t.words.not_stated}</p> }.into_any(),
    };
    let rank = standing.rank.map(|rank| view! { <span>{rank_words(rank, t)}</span> });
    Some(
        view! {
            {figure}
            <p class="label">
                <span>{indicator_label(indicator, t)}</span>
                {rank}
            </p>
            <Strip marks=strip_marks(&standing) />
        }
        .into_any(),
    )
}

/// The checks in four fixed columns, zero included.
#[component]
fn Tally(report: Arc<Report>, section: u32) -> impl IntoView {
    let state = use_app();
    let tally = report.tally_in(section);
    let counts = VERDICTS.map(|verdict| count(state, &report, section, verdict, tally.count(verdict))).collect_view();
    view! {
        <p class="checks">
            <span class="lab">{state.strings().words.checks.of(tally.total())}</span>
            {counts}
        </p>
    }
}

fn count(state: AppState, report: &Report, section: u32, verdict: Verdict, n: usize) -> AnyView {
    let class = format!("v {}{}", verdict_class(verdict), if n == 0 { " zero" } else { "" });
    let words = verdict_count_word(verdict, n, state.strings());
    let content = view! {
        <Icon name=verdict_icon(verdict) />
        {grouped(n)}
        <span class="vh">" " {words}</span>
    };
    if verdict != Verdict::Inconsistent || n == 0 {
        return view! { <span class=class title=words>{content}</span> }.into_any();
    }
    let to = state.location.with_untracked(|here| here.to(View::Audit)).with_param("region", Some(report.region_key(section)));
    view! { <a class=class href=to.format() title=words>{content}</a> }.into_any()
}
