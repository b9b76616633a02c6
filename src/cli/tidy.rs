//! `--format csv`: the rows of all files under one header, without the byte-order mark that a pipe has no use for.

use crate::analysis::Analysis;
use crate::export::tidy_csv;
use std::io::{self, Write};

/// Writes one row for each figure of all analyses.
pub(super) fn write(analyses: &[Analysis], out: &mut dyn Write) -> io::Result<()> {
    write_under_one_header(analyses.iter().map(|analysis| tidy_csv(analysis, (0..).take(analysis.quantities.len()))), out)
}

/// Writes CSV texts one after the other; a header like the one before is left out, another begins a new table after an empty line.
pub(super) fn write_under_one_header(tables: impl Iterator<Item = String>, out: &mut dyn Write) -> io::Result<()> {
    let mut last_header = String::new();
    for table in tables {
        let table = table.trim_start_matches('\u{feff}');
        let (header, rows) = table.split_once('\n').unwrap_or((table, ""));
        if header != last_header {
            if !last_header.is_empty() {
                out.write_all(b"\r\n")?;
            }
            writeln!(out, "{header}")?;
            header.clone_into(&mut last_header);
        }
        out.write_all(rows.as_bytes())?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_headers_are_written_once() {
        let tables = ["\u{feff}a,b\r\n1,2\r\n", "\u{feff}a,b\r\n3,4\r\n", "\u{feff}c\r\n5\r\n"].map(str::to_owned);
        let mut out = Vec::new();
        write_under_one_header(tables.into_iter(), &mut out).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "a,b\r\n1,2\r\n3,4\r\n\r\nc\r\n5\r\n");
    }
}
