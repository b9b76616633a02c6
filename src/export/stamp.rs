//! What every row of every file carries: which report, which file exactly, which program.

use crate::analysis::Analysis;

/// Heads of the stamp's columns.
pub(super) const STAMP_HEADS: [&str; 4] = ["report", "report_sha256", "report_year", "tool"];

/// Fields of the stamp's columns.
pub(super) fn stamp(analysis: &Analysis) -> [String; 4] {
    let document = &analysis.document;
    [
        document.name.clone(),
        document.sha256.clone(),
        document.year.map_or_else(String::new, |year| year.to_string()),
        format!("{} {}", analysis.generator.name, analysis.generator.version),
    ]
}
