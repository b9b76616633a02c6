//! Files handed to the reader, named after report, view and day, with a word in the live region.

use super::browser;
use super::report::Report;
use super::state::AppState;
use super::strings::fill;
use crate::export::file_name;

/// Today's date in the reader's time zone, "2026-11-24".
fn today() -> String {
    let now = js_sys::Date::new_0();
    format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}

/// The name of a file of this report, of a view, made today.
pub(super) fn dated_name(report: &Report, view: &str, ending: &str) -> String {
    file_name(&report.analysis.document.name, view, &today(), ending)
}

/// Saves a text file and says so.
pub(super) fn save(state: AppState, report: &Report, (view, ending): (&str, &str), media_type: &str, content: &str) {
    let name = dated_name(report, view, ending);
    let done = browser::save_file(&name, media_type, content).is_ok();
    say_saved(state, &name, done);
}

/// Says whether a file was saved.
pub(super) fn say_saved(state: AppState, name: &str, done: bool) {
    let words = &state.strings().charts;
    state.announce(if done { fill(words.saved, &[("name", name)]) } else { words.not_saved.to_owned() });
}

/// Media type of CSV.
pub(super) const CSV: &str = "text/csv;charset=utf-8";
/// Media type of JSON.
pub(super) const JSON: &str = "application/json";
/// Media type of SVG.
pub(super) const SVG: &str = "image/svg+xml";
