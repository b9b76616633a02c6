//! A figure outside the running text: a link to its evidence.

use crate::app::display::{Shown, indicator_label, labelled_value};
use crate::app::report::Report;
use crate::app::state::use_app;
use leptos::prelude::*;
use std::sync::Arc;

/// A link that opens a figure's evidence in the view that is open; followed into a new tab it opens the region's text.
///
/// The root hears clicks on `data-fig` for the whole page, so that thousands of figures need no listener of their own.
#[component]
pub fn FigureLink(
    report: Arc<Report>,
    /// Id of the figure.
    id: u32,
    /// Class names.
    #[prop(optional, into)]
    class: String,
    /// Accessible name, where the content alone does not say what the figure is.
    #[prop(optional, into)]
    label: Option<String>,
    children: Children,
) -> impl IntoView {
    let href = use_app().figure_href(&report, id);
    view! {
        <a class=class href=href data-fig=id aria-label=label>
            {children()}
        </a>
    }
}

/// The value of a cell in its column's unit, or "not stated", as a description in a list.
#[component]
pub fn CellValue(report: Arc<Report>, section: u32, indicator: String) -> impl IntoView {
    let state = use_app();
    let t = state.strings();
    let Some(cell) = report.cell(section, &indicator) else {
        return view! { <dd class="ns">{t.words.not_stated}</dd> }.into_any();
    };
    let label = report.indicator(&indicator).map(|indicator| indicator_label(indicator, t)).unwrap_or_default();
    match labelled_value(&report, cell, &label, t.language) {
        Some(Shown { number, unit }) => view! {
            <dd>
                {number} {if unit.starts_with('%') { "" } else { " " }} <small>{unit}</small>
            </dd>
        }
        .into_any(),
        None => view! { <dd class="ns">{t.words.unread}</dd> }.into_any(),
    }
}
