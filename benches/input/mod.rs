//! What the benches read: the real report where it is at hand, else the sample over and over.

use provenance::ingest::{self, SourceText};

const REPORT: &str = "../shared/reports/local-poverty-alleviation-2012.txt";
const DIGEST: &str = include_str!("../../static/samples/digest-2012.txt");

/// The report that is measured, with a name for it.
pub(crate) fn report() -> (&'static str, SourceText) {
    match std::fs::read_to_string(REPORT) {
        Ok(text) => ("the 2012 report", source(&text)),
        Err(_) => ("the sample, twelve times", source(&DIGEST.repeat(12))),
    }
}

/// A text as the analysis takes it.
pub(crate) fn source(text: &str) -> SourceText {
    ingest::read("report.txt", text.as_bytes()).unwrap()
}
