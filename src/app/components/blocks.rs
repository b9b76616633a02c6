//! The report's words laid out as they were: paragraphs, headings, lists and tables, every figure in them a mark.
//!
//! What bears `data-start` holds the text from that offset on, letter by letter, so that words which a reader selects have their place.

use super::{MarkedText, Marks};
use crate::app::display::{Block, Cell, Grid, Line};
use crate::app::report::Report;
use crate::text::Span;
use leptos::prelude::*;
use std::sync::Arc;

/// Some blocks of the text.
#[component]
pub fn Blocks(
    report: Arc<Report>,
    blocks: Vec<Block>,
    /// Words to mark besides the figures.
    #[prop(into)]
    query: String,
    /// Whether they stand before the first section.
    #[prop(optional)]
    is_lead: bool,
) -> impl IntoView {
    let print = Print { report, query, is_lead, is_quote: false, only: None };
    blocks.iter().map(|block| print.block(block)).collect_view()
}

/// A sentence as evidence: the row of a table stands below the heads of its columns.
#[component]
pub fn Quote(
    report: Arc<Report>,
    sentence: Span,
    /// The row of a table that it is.
    row: Option<Block>,
    /// The only figures that are marked; all of them without it.
    #[prop(optional)]
    only: Option<Vec<u32>>,
) -> impl IntoView {
    let print = Print { report, query: String::new(), is_lead: false, is_quote: true, only };
    row.map_or_else(|| print.words(sentence).into_any(), |row| print.block(&row))
}

/// What the blocks of a part share.
struct Print {
    report: Arc<Report>,
    query: String,
    is_lead: bool,
    /// Whether they are quoted outside of the running text.
    is_quote: bool,
    /// The only figures that are marked; all of them without it.
    only: Option<Vec<u32>>,
}

impl Print {
    fn block(&self, block: &Block) -> AnyView {
        match block {
            Block::Paragraph(words) => view! { <p data-start=self.start(*words)>{self.words(*words)}</p> }.into_any(),
            Block::Heading(words) if self.is_lead => view! { <h2>{self.words(*words)}</h2> }.into_any(),
            Block::Heading(words) => view! { <h4 data-start=self.start(*words)>{self.words(*words)}</h4> }.into_any(),
            Block::Bullets(items) => view! { <ul class="bullets">{self.items(items)}</ul> }.into_any(),
            // The numbers are those of the report.
            Block::Numbers(items) => view! { <ul class="numbers">{self.items(items)}</ul> }.into_any(),
            Block::Rule => view! { <hr /> }.into_any(),
            Block::Table(grid) => self.table(grid),
        }
    }

    fn start(&self, words: Span) -> Option<u32> {
        (!self.is_lead && !self.is_quote).then_some(words.start)
    }

    fn words(&self, span: Span) -> impl IntoView + use<> {
        let marks = if self.is_quote { Marks::Plain } else { Marks::WithFlags };
        let only = self.only.clone();
        view! { <MarkedText report=self.report.clone() span marks query=self.query.clone() nostrip:only=only /> }
    }

    fn items(&self, items: &[Span]) -> Vec<AnyView> {
        items.iter().map(|item| view! { <li data-start=self.start(*item)>{self.words(*item)}</li> }.into_any()).collect()
    }

    fn table(&self, grid: &Grid) -> AnyView {
        let heads = grid.heads.iter().map(|cells| {
            let cells = cells.iter().map(|cell| self.cell(*cell, grid, Some("col"))).collect_view();
            view! { <tr>{cells}</tr> }
        });
        let heads = heads.collect::<Vec<_>>();
        let rows = grid.rows.iter().map(|row| self.row(row, grid)).collect_view();
        view! {
            <div class="wide">
                <table class="dt set">
                    {(!heads.is_empty()).then(|| view! { <thead>{heads}</thead> })}
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
        .into_any()
    }

    fn row(&self, row: &Line, grid: &Grid) -> impl IntoView + use<> {
        let label = if row.is_group { "rowgroup" } else { "row" };
        let scope = |cell: &Cell| (cell.column == 0 && (row.is_group || cell.over == 1)).then_some(label);
        let cells = row.cells.iter().map(|cell| self.cell(*cell, grid, scope(cell))).collect_view();
        view! {
            <tr class:all=row.is_total class:group=row.is_group>
                {cells}
            </tr>
        }
    }

    /// A cell; with `scope` it is the heading of others.
    fn cell(&self, cell: Cell, grid: &Grid, scope: Option<&'static str>) -> AnyView {
        if cell.words.is_empty() {
            return view! { <td></td> }.into_any();
        }
        let figures = grid.figures.get(cell.column) == Some(&true);
        let over = (cell.over > 1).then_some(cell.over);
        let (start, words) = (self.start(cell.words), self.words(cell.words));
        match scope {
            Some(scope) => view! {
                <th class:r=figures scope=scope colspan=over data-start=start>
                    {words}
                </th>
            }
            .into_any(),
            None => view! {
                <td class:r=figures colspan=over data-start=start>
                    {words}
                </td>
            }
            .into_any(),
        }
    }
}
