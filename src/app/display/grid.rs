//! A table of the report as it is drawn: which words stand in which column, and over how many.

use crate::analysis::Quantity;
use crate::app::report::Report;
use crate::table::{Row, Table};
use crate::text::Span;

/// A table.
#[derive(Debug, Clone, PartialEq)]
pub struct Grid {
    /// The rows of its heading, from above.
    pub heads: Vec<Vec<Cell>>,
    /// Its other rows.
    pub rows: Vec<Line>,
    /// By column: whether it holds figures.
    pub figures: Vec<bool>,
}

/// A row below the heading.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// From the label on.
    pub cells: Vec<Cell>,
    /// Whether it is the heading of the rows that follow.
    pub is_group: bool,
    /// Whether it states what others come to.
    pub is_total: bool,
}

/// A cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    /// Its words; empty where nothing is printed.
    pub words: Span,
    /// Its column, the labels being the first.
    pub column: usize,
    /// How many columns it goes over.
    pub over: usize,
}

/// A cell longer than this is no figure.
const LONGEST_FIGURE: usize = 30;

/// A table with its place; none where a figure goes from one of its rows to the next, so that it could not be marked.
pub(super) fn grid(report: &Report, table: &Table) -> Option<(Span, Grid)> {
    let place = table.lines().reduce(Span::cover)?;
    let is_whole = |row: Span| figures_in(report, row).all(|figure| row.contains(figure));
    if !table.lines().all(is_whole) {
        return None;
    }
    let width = table.width();
    let line = |row: &Row| Line { cells: cells(report, row, width), is_group: row.is_group(), is_total: row.is_total() };
    let heads = table.heads().iter().map(|row| cells(report, row, width)).collect();
    let rows: Vec<Line> = table.rows().iter().map(line).collect();
    let figures = (0..width).map(|column| column > 0 && holds_figures(report, &rows, column)).collect();
    Some((place, Grid { heads, rows, figures }))
}

/// The figures that begin in a span, or reach into it.
fn figures_in(report: &Report, span: Span) -> impl Iterator<Item = Span> {
    let all = &report.analysis.quantities;
    let first = all.partition_point(|figure| figure.end <= span.start);
    all.iter().skip(first).map(Quantity::span).take_while(move |figure| figure.start < span.end)
}

/// The cells of a row; all of it as one where that is what it is, or where it cannot be told which words stand in which column.
fn cells(report: &Report, row: &Row, width: usize) -> Vec<Cell> {
    let whole = |words| vec![Cell { words, column: 0, over: width }];
    if row.is_group() {
        return whole(trimmed(report, row.span()));
    }
    let in_cells = |cells: &&[Span]| figures_in(report, row.span()).all(|figure| cells.iter().any(|cell| cell.contains(figure)));
    let Some(placed) = row.cells().filter(in_cells) else { return whole(trimmed(report, row.span())) };
    let mut out: Vec<Cell> = Vec::with_capacity(placed.len());
    for (column, words) in placed.iter().copied().enumerate() {
        match out.last_mut() {
            // What heads several columns is said once.
            Some(last) if column > 1 && last.words == words && !words.is_empty() => last.over += 1,
            _ => out.push(Cell { words, column, over: 1 }),
        }
    }
    out
}

/// A line without blanks, bars and tabs around it.
fn trimmed(report: &Report, line: Span) -> Span {
    let printed = report.text(line);
    let around = |c: char| c.is_whitespace() || c == '|';
    let start = line.start as usize + printed.len() - printed.trim_start_matches(around).len();
    Span::new(start, start + printed.trim_matches(around).len())
}

fn holds_figures(report: &Report, rows: &[Line], column: usize) -> bool {
    let in_column = rows.iter().flat_map(|row| &row.cells).filter(|cell| cell.column == column && !cell.words.is_empty());
    let (mut all, mut figures) = (0, 0);
    for cell in in_column {
        let printed = report.text(cell.words);
        all += 1;
        figures += usize::from(printed.len() <= LONGEST_FIGURE && printed.bytes().any(|b| b.is_ascii_digit()));
    }
    figures > 0 && figures * 2 >= all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::report::tests::{liaoning, quantity};
    use crate::table::printed_tables;

    fn drawn(text: &str, figures: &[&str]) -> (Report, Option<Grid>) {
        let mut analysis = liaoning().analysis.clone();
        analysis.document.text = text.to_owned();
        let of = |(id, words): (usize, &&str)| {
            let start = text.find(words).unwrap() as u32;
            Quantity { id: id as u32, start, end: start + words.len() as u32, ..quantity() }
        };
        analysis.quantities = figures.iter().enumerate().map(of).collect();
        let report = Report::new(analysis, false);
        let tables = printed_tables(text, Span::new(0, text.len()));
        let grid = tables.first().and_then(|table| grid(&report, table)).map(|(_, grid)| grid);
        (report, grid)
    }

    #[test]
    fn cells_keep_their_columns_and_heads_go_over_theirs() {
        let text = "Cases |  | Deaths\n2019 | 2020 | 2019 | 2020\nKenya | 5 | 6 | 1 | 2\nMali | 7 | 8 | 3 | 4\n";
        let (report, grid) = drawn(text, &["5", "6"]);
        let grid = grid.unwrap();
        let head: Vec<(&str, usize)> = grid.heads[0].iter().map(|cell| (report.text(cell.words), cell.over)).collect();
        assert_eq!(head, [("", 1), ("Cases", 2), ("Deaths", 2)]);
        assert_eq!(grid.figures, [false, true, true, true, true]);
        assert_eq!(grid.rows[0].cells.iter().map(|cell| report.text(cell.words)).collect::<Vec<_>>(), ["Kenya", "5", "6", "1", "2"]);
    }

    #[test]
    fn no_figure_is_cut_by_a_cell() {
        let text = "Place\tSum\tMills\nMarsh\t12\tmillion\nFenn\t3\t4\n";
        let (report, grid) = drawn(text, &["12\tmillion"]);
        let grid = grid.unwrap();
        assert_eq!(grid.rows[0].cells, [Cell { words: Span::new(16, 32), column: 0, over: 3 }]);
        assert_eq!(report.text(Span::new(16, 32)), "Marsh\t12\tmillion");
        assert!(drawn(text, &["million\nFenn"]).1.is_none());
    }
}
