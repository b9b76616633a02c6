//! Files handed to the reader, named after report, view and day, with a word in the live region.

use super::browser;
use super::report::Report;
use super::state::AppState;
use super::strings::fill;
use crate::export::file_name;
use wasm_bindgen::{JsCast as _, JsValue};

/// Saves a file of bytes and says so.
pub(super) fn save_bytes(state: AppState, report: &Report, (view, ending): (&str, &str), media_type: &str, content: &[u8]) {
    let name = dated_name(report, view, ending);
    let done = offer_bytes(&name, media_type, content).is_ok();
    say_saved(state, &name, done);
}

/// Hands the reader a file of bytes, from a blob of this page.
pub(super) fn offer_bytes(name: &str, media_type: &str, content: &[u8]) -> Result<(), JsValue> {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(content));
    offer_blob(name, &web_sys::Blob::new_with_u8_array_sequence_and_options(&parts, &options)?)
}

/// Hands the reader a blob as a file.
pub(super) fn offer_blob(name: &str, blob: &web_sys::Blob) -> Result<(), JsValue> {
    let url = web_sys::Url::create_object_url_with_blob(blob)?;
    let document = browser::document().ok_or(JsValue::NULL)?;
    let link: web_sys::HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    web_sys::Url::revoke_object_url(&url)
}

/// Today's date in the reader's time zone, "2026-11-24".
pub(super) fn today() -> String {
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
/// Media type of XLSX.
pub(super) const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// Media type of ZIP.
pub(super) const ZIP: &str = "application/zip";
/// Media type of HTML.
pub(super) const HTML: &str = "text/html;charset=utf-8";
/// Media type of JSON.
pub(super) const JSON: &str = "application/json";
/// Media type of SVG.
pub(super) const SVG: &str = "image/svg+xml";
