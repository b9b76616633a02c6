//! What a finding quotes: the sentences that its figures stand in, the rows of one table together below its heads.

use super::blocks::{Block, row_of_table};
use crate::app::report::Report;
use crate::text::Span;

/// A sentence, or rows of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Quoted {
    /// The sentence; of rows the first.
    pub sentence: Span,
    /// The section that it stands in.
    pub section: u32,
    /// The rows, where they are such.
    pub rows: Option<Block>,
}

/// The sentences of figures, in their order, each once.
pub fn quotes(report: &Report, figures: &[u32]) -> Vec<Quoted> {
    let mut out: Vec<Quoted> = Vec::new();
    let mut seen: Vec<Span> = Vec::new();
    for quantity in figures.iter().filter_map(|id| report.quantity(*id)) {
        if seen.contains(&quantity.sentence) {
            continue;
        }
        seen.push(quantity.sentence);
        let rows = row_of_table(report, quantity.sentence);
        if rows.as_ref().is_none_or(|rows| !out.iter_mut().filter_map(|quoted| quoted.rows.as_mut()).any(|above| join(above, rows))) {
            out.push(Quoted { sentence: quantity.sentence, section: quantity.section, rows });
        }
    }
    out
}

/// Puts rows below others of the same table, which has the same heads.
fn join(above: &mut Block, below: &Block) -> bool {
    match (above, below) {
        (Block::Table(above), Block::Table(below)) if above.heads == below.heads && !below.heads.is_empty() => {
            above.rows.extend(below.rows.iter().filter(|row| !above.rows.contains(row)).cloned().collect::<Vec<_>>());
            true
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Quantity;
    use crate::app::report::tests::{liaoning, quantity};

    #[test]
    fn rows_of_one_table_stand_below_its_heads_together() {
        let text = "It has 17 wells.\n\n| Place | Wells |\n|---|---|\n| Marsh | 12 |\n| Fenn | 5 |\n\nAfter.\n";
        let mut analysis = liaoning().analysis.clone();
        analysis.document.text = text.to_owned();
        let place = |words: &str| Span::new(text.find(words).unwrap(), text.find(words).unwrap() + words.len());
        let figure = |id: u32, digits: &str, sentence: &str| {
            let (at, sentence) = (place(digits), place(sentence));
            Quantity { id, start: at.start, end: at.end, sentence, text: digits.to_owned(), ..quantity() }
        };
        analysis.quantities = vec![figure(0, "17", "It has 17 wells."), figure(1, "12", "| Marsh | 12 |"), figure(2, "5", "| Fenn | 5 |")];
        let found = quotes(&Report::new(analysis, false), &[0, 1, 2, 1]);
        let rows = |quoted: &Quoted| match &quoted.rows {
            Some(Block::Table(grid)) => grid.rows.len(),
            _ => 0,
        };
        assert_eq!(found.iter().map(rows).collect::<Vec<_>>(), [0, 2]);
    }
}
