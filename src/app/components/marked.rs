//! The report's words with every figure marked by its kind. Text goes in as text nodes, never as HTML.

use super::Icon;
use crate::analysis::{Quantity, Reviewed};
use crate::app::display::{KindGroup, Piece, pieces, places};
use crate::app::report::Report;
use crate::app::state::{AppState, use_app};
use crate::text::Span;
use leptos::prelude::*;
use std::sync::Arc;

/// What else is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Marks {
    /// A diamond follows each figure that does not add up.
    #[default]
    WithFlags,
    /// Figures only.
    Plain,
}

/// A span of the text. The selected figure, its total and its siblings are marked by the page's selection, not here.
#[component]
pub fn MarkedText(
    report: Arc<Report>,
    span: Span,
    /// What else is marked.
    #[prop(optional)]
    marks: Marks,
    /// Words that a search looks for; marked between the figures.
    #[prop(optional, into)]
    query: String,
    /// The only figures that are marked; all of them without it.
    #[prop(optional, into)]
    only: Option<Vec<u32>>,
) -> impl IntoView {
    let state = use_app();
    let mut at = span.start as usize;
    pieces(&report, span)
        .into_iter()
        .map(|piece| {
            let (Piece::Plain(words) | Piece::Figure(_, words)) = piece;
            let start = at;
            at += words.len();
            match piece {
                Piece::Figure(quantity, words) if only.as_ref().is_none_or(|ids| ids.contains(&quantity.id)) => {
                    mark(state, &report, quantity, words.to_owned(), marks)
                }
                Piece::Plain(words) | Piece::Figure(_, words) => plain(words, start, &query),
            }
        })
        .collect_view()
}

/// Words that stand at an offset of the text; the hits of a search bear theirs.
fn plain(words: &str, start: usize, query: &str) -> AnyView {
    let hits = places(words, query);
    if hits.is_empty() {
        return words.to_owned().into_any();
    }
    let mut out = Vec::with_capacity(hits.len() * 2 + 1);
    let mut at = 0;
    for hit in hits {
        out.push(Span::new(at, hit.start as usize).of(words).to_owned().into_any());
        out.push(view! { <mark data-at=start + hit.start as usize>{hit.of(words).to_owned()}</mark> }.into_any());
        at = hit.end as usize;
    }
    out.push(Span::new(at, words.len()).of(words).to_owned().into_any());
    out.into_any()
}

fn mark(state: AppState, report: &Arc<Report>, quantity: &Quantity, words: String, marks: Marks) -> AnyView {
    let is_reviewed = matches!(quantity.review, Some(Reviewed::Corrected | Reviewed::Added));
    let class = format!("{}{}", KindGroup::of(quantity.kind).class(), if is_reviewed { " reviewed" } else { "" });
    let href = state.figure_href(report, quantity.id);
    let flag = (marks == Marks::WithFlags && report.is_questioned(quantity.id)).then(|| {
        let words = state.strings().region.questioned;
        view! {
            <span class="flag" role="img" aria-label=words title=words>
                <Icon name="#v-no" />
            </span>
        }
    });
    view! {
        <a class=class href=href data-fig=quantity.id>
            {words}
        </a>
        {flag}
    }
    .into_any()
}
