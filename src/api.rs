//! The JavaScript API: the same core as the page's, for programs.
//!
//! From bytes or a string to the analysis as plain JavaScript objects, field by field as `docs/json.md` describes, with offsets in UTF-16
//! code units so that `text.slice(start, end)` gives the printed figure.

use crate::analysis::{Analysis, to_utf16};
use crate::analyze::{Options, analyze as analyze_source};
use crate::ingest::{SourceText, read_with};
use serde::Serialize as _;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("api.d.ts");

/// Reads a report from the bytes of a file.
///
/// `name` is the file's name; `year` the year that the report is about, read from the text where it is absent.
///
/// # Errors
/// Throws an `Error` with a sentence for the user when the bytes are no text that can be read.
#[wasm_bindgen(js_name = analyze, skip_typescript)]
pub fn analyze(bytes: &[u8], name: &str, year: Option<i32>) -> Result<JsValue, JsError> {
    let source = read_with(name, bytes, &crate::web::decode).map_err(|error| JsError::new(&error.to_string()))?;
    to_js(&source, year)
}

/// Reads a report from a string.
///
/// # Errors
/// Throws an `Error` with a sentence for the user when there is no text.
#[wasm_bindgen(js_name = analyzeText, skip_typescript)]
pub fn analyze_text(text: &str, name: &str, year: Option<i32>) -> Result<JsValue, JsError> {
    analyze(text.as_bytes(), name, year)
}

fn to_js(source: &SourceText, year: Option<i32>) -> Result<JsValue, JsError> {
    let options = Options { year, ..Options::default() };
    let analysis: Analysis = to_utf16(analyze_source(source, &options, &mut |_| {}), &source.text);
    Ok(analysis.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}
