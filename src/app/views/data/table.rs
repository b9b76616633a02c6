//! The table of figures, so many rows at a time that the page stays quick; the browser's own find sees all rows that are there.

use super::order_by;
use crate::analysis::{Problem, Quantity, Scope, Verdict};
use crate::app::components::VerdictSign;
use crate::app::display::{kind_word, problem_word, ranges, section_name, unit_label};
use crate::app::portions::Portions;
use crate::app::report::Report;
use crate::app::route::View;
use crate::app::state::{AppState, use_app};
use crate::app::strings::{Strings, fill, grouped};
use crate::compare::{FigureFilter, FigureOrder, Scale, modifier_sign, plain_figure};
use leptos::prelude::*;
use std::sync::Arc;

/// Rows of one part of the table; the first is there at once.
const STEP: usize = 40;
/// Parts that follow it by themselves, and each time the reader asks for more.
const FEW: usize = 5;

/// The columns by their classes, which give them their widths.
const COLUMNS: [&str; 8] = ["no", "region", "printed", "value", "unit", "what", "kind", "year"];

/// The figures of `rows`.
#[component]
pub(super) fn FigureTable(report: Arc<Report>, rows: Memo<Vec<u32>>, filter: Memo<FigureFilter>) -> impl IntoView {
    let state = use_app();
    let t = &state.strings().data;
    // Another selection begins at its top, with portions of its own.
    let parts = Memo::new(move |before: Option<&Portions>| {
        rows.track();
        // Who comes back finds as many as he left.
        let left = if before.is_none() { state.places.shown() } else { 0 };
        Portions::new(1, FEW.max(left))
    });
    Effect::new(move |_| state.places.note_shown(parts.get().wanted()));
    // Counts the selections, so that parts of one are never taken for parts of another.
    let selection = Memo::new(move |before: Option<&u32>| {
        rows.track();
        before.map_or(0, |n| n + 1)
    });
    let shown = move || {
        let there = rows.with(Vec::len).div_ceil(STEP).min(parts.get().made());
        (0..there).map(move |part| (selection.get(), part)).collect::<Vec<_>>()
    };
    let part = move |(_, part): (u32, usize)| {
        let ids: Vec<u32> = rows.with_untracked(|rows| rows.iter().skip(part * STEP).take(STEP).copied().collect());
        ids.iter().filter_map(|id| report.quantity(*id)).map(|quantity| row(state, &report, quantity)).collect_view()
    };
    let rest = move || {
        let (all, there) = (rows.with(Vec::len), parts.get().wanted() * STEP);
        (all > there).then(|| {
            let next = (FEW * STEP).min(all - there);
            view! {
                <p class="only-print">{fill(t.on_paper, &[("n", &grouped(there)), ("of", &grouped(all))])}</p>
                <p class="data__more">
                    <button class="btn small" type="button" on:click=move |_| parts.get_untracked().want(untrack(|| parts.get().wanted()) + FEW)>
                        {fill(t.show_more, &[("n", &grouped(next))])}
                    </button>
                    <button class="btn small" type="button" on:click=move |_| parts.get_untracked().want(all.div_ceil(STEP))>
                        {fill(t.show_all, &[("n", &grouped(all))])}
                    </button>
                </p>
            }
        })
    };
    let nothing = move || rows.with(Vec::is_empty).then(|| view! { <p class="empty-rows">{t.no_match}</p> });
    view! {
        <div class="scroller" tabindex="0" role="region" aria-label=t.table>
            <table class="ft">
                <caption class="vh">{t.caption}</caption>
                <colgroup>{COLUMNS.map(|class| view! { <col class=class /> })}</colgroup>
                <thead>
                    <tr>
                        <Sorted filter order=FigureOrder::Text label=t.number />
                        <Sorted filter order=FigureOrder::Region label=t.region />
                        <th scope="col">{t.printed}</th>
                        <Sorted filter order=FigureOrder::Value label=t.value />
                        <th scope="col">{t.unit}</th>
                        <th scope="col">{t.what}</th>
                        <Sorted filter order=FigureOrder::Kind label=t.kind />
                        <Sorted filter order=FigureOrder::Year label=t.year />
                    </tr>
                </thead>
                <tbody>
                    <For each=shown key=|part| *part children=part />
                </tbody>
            </table>
        </div>
        {nothing}
        {rest}
    }
}

#[component]
fn Sorted(filter: Memo<FigureFilter>, order: FigureOrder, label: &'static str) -> impl IntoView {
    let state = use_app();
    let sorted = move || filter.with(|f| (f.order == order).then_some(if f.reversed { "descending" } else { "ascending" }));
    let numeric = matches!(order, FigureOrder::Value);
    view! {
        <th scope="col" class:num=numeric aria-sort=sorted>
            <button type="button" on:click=move |_| order_by(state, order)>
                {label}
                <span class="so"></span>
            </button>
        </th>
    }
}

fn row(state: AppState, report: &Arc<Report>, q: &Quantity) -> impl IntoView + use<> {
    let t = state.strings();
    let region = section_name(report, q.section, t);
    let href = state.href(View::Region(report.region_key(q.section).to_owned()));
    let oddities = q.problems.iter().map(|problem| problem_word(*problem, t)).collect::<Vec<_>>().join(t.marks.list);
    let odd = (!oddities.is_empty()).then(|| view! { <small class="problem">{oddities}</small> });
    let questioned = report.is_questioned(q.id).then(|| view! { <VerdictSign verdict=Verdict::Inconsistent /> });
    let part = (q.scope == Scope::Part).then(|| view! { <small>{t.data.part}</small> });
    view! {
        <tr>
            <td class="no">{q.id + 1}</td>
            <th scope="row">
                <a href=href>{region}</a>
            </th>
            <td class="printed">
                <a href=state.figure_href(report, q.id) data-fig=q.id>
                    {q.text.clone()}
                </a>
                {questioned}
            </td>
            <td class="num">{value(q, t)}</td>
            <td>{unit_label(q.unit, Scale::One, q.noun.as_deref(), q.per.as_deref(), t.language)}</td>
            <td class="what"><span lang=report.written_in()>{q.what.clone()}</span> " " {part} " " {odd}</td>
            <td>{kind_word(q.kind, t)}</td>
            <td>{q.year}</td>
        </tr>
    }
}

/// The value in base units with its hedge, or that it cannot be read.
fn value(q: &Quantity, t: &Strings) -> String {
    let readable = !q.problems.contains(&Problem::Malformed);
    let number = plain_figure(q.amount, q.precision, Scale::One).filter(|_| readable);
    number.map_or_else(
        || t.words.unread.to_owned(),
        |number| format!("{}{}", q.modifier.map_or("", modifier_sign), ranges(&number, t.language)),
    )
}
