//! `--format csv`: the rows of all files under one header, without the byte-order mark that a pipe has no use for.

use crate::analysis::Analysis;
use crate::export::tidy_csv;
use std::io::{self, Write};

/// Writes one row for each figure of all analyses.
pub(super) fn write(analyses: &[Analysis], out: &mut dyn Write) -> io::Result<()> {
    for (at, analysis) in analyses.iter().enumerate() {
        let csv = tidy_csv(analysis, (0..).take(analysis.quantities.len()));
        let csv = csv.trim_start_matches('\u{feff}');
        let rows = if at == 0 { csv } else { csv.split_once('\n').map_or("", |(_, rows)| rows) };
        out.write_all(rows.as_bytes())?;
    }
    Ok(())
}
