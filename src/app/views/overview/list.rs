//! The regions as a table, one row each: the cards for those who run their eye down a column.

use crate::analysis::Verdict;
use crate::app::components::{FigureLink, Strip};
use crate::app::display::{Shown, card_rows, cell_value, indicator_label, rank_words, section_name, strip_marks};
use crate::app::report::Report;
use crate::app::route::View;
use crate::app::state::use_app;
use crate::app::strings::grouped;
use leptos::prelude::*;
use std::sync::Arc;

#[component]
pub(super) fn RegionList(report: Arc<Report>, headline: Option<String>, sections: Vec<u32>) -> impl IntoView {
    let t = use_app().strings();
    let columns: Vec<(String, String)> = headline
        .as_deref()
        .and_then(|id| report.indicator(id))
        .into_iter()
        .chain(card_rows(&report, headline.as_deref()))
        .map(|indicator| (indicator.id.clone(), indicator_label(indicator, t)))
        .collect();
    let heads = columns.iter().map(|(_, label)| view! { <th scope="col" class="r">{label.clone()}</th> }).collect_view();
    let rows = sections
        .into_iter()
        .map(|section| view! { <Row report=report.clone() section headline=headline.clone() columns=columns.clone() /> })
        .collect_view();
    view! {
        <div class="wide">
            <table class="dt list">
                <thead>
                    <tr>
                        <th scope="col">{t.overview.region}</th>
                        {heads}
                        <th scope="col" class="st">
                            {t.region.among}
                        </th>
                        <th scope="col" class="r">
                            {t.region.rank}
                        </th>
                        <th scope="col" class="r">
                            {t.words.do_not_add_up}
                        </th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

#[component]
fn Row(report: Arc<Report>, section: u32, headline: Option<String>, columns: Vec<(String, String)>) -> impl IntoView {
    let state = use_app();
    let t = state.strings();
    let href = state.href(View::Region(report.region_key(section).to_owned()));
    let standing = headline.as_deref().map(|id| report.standing(section, id));
    let rank = standing.as_ref().and_then(|standing| standing.rank).map(|rank| rank_words(rank, t));
    let strip = standing.as_ref().map(|standing| view! { <Strip marks=strip_marks(standing) /> });
    let cells = columns
        .into_iter()
        .map(|(id, _)| match report.cell(section, &id) {
            None => view! { <td class="r ns">{t.words.not_stated}</td> }.into_any(),
            Some(cell) => {
                let Shown { number, unit } = cell_value(&report, cell, t.language)
                    .unwrap_or_else(|| Shown { number: t.words.unread.to_owned(), unit: String::new() });
                view! {
                    <td class="r num nowrap">
                        <FigureLink report=report.clone() id=cell.quantity>
                            {number}
                            " "
                            <small class="muted">{unit}</small>
                        </FigureLink>
                    </td>
                }
                .into_any()
            }
        })
        .collect_view();
    let bad = report.tally_in(section).count(Verdict::Inconsistent);
    view! {
        <tr>
            <th scope="row">
                <a href=href>{section_name(&report, section, t)}</a>
            </th>
            {cells}
            <td class="st">{strip}</td>
            <td class="r num nowrap">{rank}</td>
            <td class="r num">{grouped(bad)}</td>
        </tr>
    }
}
