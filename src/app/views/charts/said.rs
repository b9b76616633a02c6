//! What is said under a chart, on the page and in its saved picture.

use crate::app::report::Report;
use crate::app::strings::{Strings, fill};
use crate::chart::{ChartSpec, Numbers};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Regions that do not state it, and how marks are to be read.
pub(super) fn notes(spec: &ChartSpec, t: &Strings) -> Vec<String> {
    let missing = (!spec.missing.is_empty()).then(|| {
        fill(spec.missing_words, &[("n", &spec.missing.len().to_string())]) + &t.marks.bracketed(&spec.missing.join(t.marks.list))
    });
    missing.into_iter().chain(spec.notes.iter().cloned()).collect()
}

/// Where the numbers come from: one line a report.
pub(super) fn sources(reports: &[Arc<Report>], numbers: &Numbers, t: &Strings) -> Vec<String> {
    let line =
        |(index, report): (usize, &Arc<Report>)| t.charts.source.of(sentences(report, index, numbers)).replace("{title}", &report.title());
    reports.iter().enumerate().map(line).collect()
}

/// Which files exactly, one line a report, and which program.
pub(super) fn files(reports: &[Arc<Report>], t: &Strings) -> Vec<String> {
    let line = |report: &Arc<Report>| {
        let document = &report.analysis.document;
        let sha: String = document.sha256.chars().take(12).collect();
        fill(t.charts.file, &[("name", &document.name), ("sha", &sha)])
    };
    reports.iter().map(line).chain([fill(t.charts.drawn, &[("version", crate::protocol::version())])]).collect()
}

/// How many different sentences of a report the numbers come from.
fn sentences(report: &Report, index: usize, numbers: &Numbers) -> usize {
    let cells = numbers.rows.iter().flat_map(|row| &row.cells).filter(|cell| cell.report == index);
    let quantities = cells.filter_map(|cell| report.quantity(cell.quantity?));
    quantities.map(|quantity| quantity.sentence.start).collect::<BTreeSet<u32>>().len()
}
