//! The comparison as a workbook: the table, the source of each value, all figures' provenance in words, and where it comes from.

use super::sheet::{Cell, Sheet, workbook};
use super::stamp::{STAMP_HEADS, stamp};
use super::wide::{entry_value, notes};
use crate::analysis::Analysis;
use crate::compare::{Row, Table};

/// A workbook of three sheets: "Comparison" with numbers in the scale that the heads name, "Sources" with one row a value (as printed, year,
/// what is special, reason, sentence), and "Report" with the file's name, hash and the program's version.
pub fn xlsx(analysis: &Analysis, table: &Table, rows: &[&Row], not_stated: &str) -> Vec<u8> {
    workbook(&[comparison(table, rows, not_stated), sources(analysis, table, rows), report(analysis)])
}

fn comparison(table: &Table, rows: &[&Row], not_stated: &str) -> Sheet {
    let mut head = vec![Cell::text("Region")];
    head.extend(table.columns.iter().map(|column| Cell::text(format!("{}, {}", column.label, column.unit_words))));
    let mut lines = vec![head];
    for row in rows {
        let mut cells = vec![Cell::text(&row.name)];
        for (entry, column) in row.entries.iter().zip(&table.columns) {
            cells.push(match entry {
                None => Cell::text(not_stated),
                Some(entry) => entry_value(entry, column.scale).map_or_else(|| Cell::text(&entry.text), Cell::Number),
            });
        }
        lines.push(cells);
    }
    Sheet { name: "Comparison", widths: vec![20, 16], rows: lines }
}

fn sources(analysis: &Analysis, table: &Table, rows: &[&Row]) -> Sheet {
    const HEADS: [&str; 9] = ["Region", "Indicator", "Value", "Unit", "As printed", "Year", "Notes", "Chosen because", "Sentence"];
    let mut lines = vec![HEADS.map(Cell::text).to_vec()];
    for row in rows {
        for (entry, column) in row.entries.iter().zip(&table.columns) {
            let Some(entry) = entry else { continue };
            let sentence = analysis.quantities.get(entry.quantity as usize).map(|q| q.sentence.of(&analysis.document.text).trim());
            lines.push(vec![
                Cell::text(&row.name),
                Cell::text(&column.label),
                entry_value(entry, column.scale).map_or(Cell::Empty, Cell::Number),
                Cell::text(&column.unit_words),
                Cell::text(&entry.printed),
                entry.year.map_or(Cell::Empty, |year| Cell::Number(year.to_string())),
                Cell::text(notes(entry, crate::wording::Language::English)),
                Cell::text(&entry.reason),
                Cell::text(sentence.unwrap_or_default()),
            ]);
        }
    }
    Sheet { name: "Sources", widths: vec![20, 30, 14, 16, 24, 8, 24, 40, 120], rows: lines }
}

fn report(analysis: &Analysis) -> Sheet {
    let mut lines = vec![vec![Cell::text("About"), Cell::text("Value")]];
    lines.extend(STAMP_HEADS.into_iter().zip(stamp(analysis)).map(|(head, value)| vec![Cell::text(head), Cell::text(value)]));
    Sheet { name: "Report", widths: vec![20, 70], rows: lines }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::{ColumnRequest, build_table, example};

    #[test]
    fn values_are_numbers_gaps_are_words_and_each_value_has_its_source() {
        let analysis = example::funds();
        let table = build_table(&analysis, &[ColumnRequest::usual("fund.fiscal"), ColumnRequest::usual("fund.central")]);
        let rows: Vec<&Row> = table.rows.iter().collect();
        let sheet = comparison(&table, &rows, "not stated");
        assert_eq!(sheet.rows[0][1], Cell::text("fund.fiscal, million yuan"));
        assert_eq!(sheet.rows[2], [Cell::text("Liaoning"), Cell::Number("573.80".to_owned()), Cell::Number("40.69".to_owned())]);
        assert_eq!(sheet.rows[3][1], Cell::text("not stated"));
        let sources = sources(&analysis, &table, &rows);
        assert_eq!(sources.rows.len(), 1 + 5 + 3);
        assert_eq!(sources.rows[1][8], Cell::text("The text of the report."));
        assert!(report(&analysis).rows.iter().any(|row| row[1] == Cell::text("5ba58ca7cea9")));
    }
}
