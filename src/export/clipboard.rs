//! A comparison table for pasting into a spreadsheet.

use crate::compare::{Row, Table};

/// Rows as lines, cells parted by tabs, numbers as they are shown but without commas; a last line says where they come from.
pub fn clipboard_table(table: &Table, rows: &[&Row], source: &str, not_stated: &str) -> String {
    let mut lines = vec![String::new()];
    if let Some(head) = lines.first_mut() {
        for column in &table.columns {
            head.push('\t');
            head.push_str(&plain(&format!("{} ({})", column.label, column.unit_words)));
        }
    }
    for row in rows {
        let mut line = plain(&row.name);
        for entry in &row.entries {
            line.push('\t');
            match entry {
                Some(entry) => line.push_str(&plain(&entry.text.replace(',', ""))),
                None => line.push_str(not_stated),
            }
        }
        lines.push(line);
    }
    lines.push(plain(source));
    lines.join("\n")
}

/// Text on one line of one cell, which no spreadsheet takes for a formula.
fn plain(text: &str) -> String {
    let text = text.replace(['\t', '\n', '\r'], " ");
    if text.starts_with(['=', '+', '-', '@']) && text.parse::<f64>().is_err() { format!("'{text}") } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::{ColumnRequest, build_table, example};

    #[test]
    fn numbers_paste_as_numbers_and_gaps_are_written_out() {
        let analysis = example::funds();
        let table = build_table(&analysis, &[ColumnRequest::usual("fund.fiscal")]);
        let rows: Vec<&Row> = table.rows.iter().collect();
        let text = clipboard_table(&table, &rows, "=Report", "not stated");
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[..4], ["\tfund.fiscal (million yuan)", "Hebei\t1117", "Liaoning\t573.80", "Jilin\tnot stated"]);
        assert_eq!(lines.last(), Some(&"'=Report"));
    }
}
