//! `provenance table`: the table of regions by indicators of each report.

use super::tidy::write_under_one_header;
use crate::analysis::Analysis;
use crate::compare::{ColumnRequest, Table, build_table, indicator_choices};
use crate::export::wide_csv;
use std::io::{self, Write};

/// Writes the wide tables. Reports with other columns begin a table of their own after an empty line.
pub(super) fn write_csv(analyses: &[Analysis], out: &mut dyn Write) -> io::Result<()> {
    let tables = analyses.iter().map(|analysis| {
        let table = all_columns(analysis);
        wide_csv(analysis, &table, &table.rows)
    });
    write_under_one_header(tables, out)
}

/// Writes each indicator with the regions that state it.
pub(super) fn write_listing(analyses: &[Analysis], out: &mut dyn Write) -> io::Result<()> {
    for analysis in analyses {
        let table = all_columns(analysis);
        writeln!(out, "{}: {} regions, {} indicators", analysis.document.name, table.rows.len(), table.columns.len())?;
        for (at, column) in table.columns.iter().enumerate() {
            let stated = table.rows.iter().filter_map(|row| Some((row, row.entries.get(at)?.as_ref()?)));
            writeln!(out, "\n{} ({}), stated by {} of {}", column.label, column.unit_words, stated.clone().count(), table.rows.len())?;
            for (row, entry) in stated {
                writeln!(out, "  {:<28} {:>14}  {}", row.name, entry.text, entry.printed)?;
            }
        }
    }
    Ok(())
}

fn all_columns(analysis: &Analysis) -> Table {
    let columns: Vec<ColumnRequest> = indicator_choices(analysis).into_iter().map(|choice| ColumnRequest::usual(choice.id)).collect();
    build_table(analysis, &columns)
}
