//! What the build put beside the page: the workers' scripts, the sample, the page as one file. The page's head names each by its address, in a
//! `meta` element; in the page that is one file these are addresses of what is inside.

use super::browser;
use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, Response, Url};

/// Name of the sample.
pub(super) const SAMPLE: &str = "provenance-sample";
/// Name of the page as one file; that page itself has none.
pub(super) const SINGLE: &str = "provenance-single";

/// The element that names something of the build.
pub(super) fn named(name: &str) -> Option<Element> {
    browser::document()?.query_selector(&format!("meta[name='{name}']")).ok().flatten()
}

/// Its address, whatever address the page has now.
///
/// # Errors
/// Where the page does not name it.
pub(super) fn address(name: &str) -> Result<String, JsValue> {
    let address = named(name).and_then(|meta| meta.get_attribute("content")).ok_or(JsValue::NULL)?;
    let base = browser::document().ok_or(JsValue::NULL)?.base_uri()?.ok_or(JsValue::NULL)?;
    Ok(Url::new_with_base(&address, &base)?.href())
}

/// Its bytes.
///
/// # Errors
/// Where it does not arrive, in the browser's words.
pub(super) async fn fetch(name: &str) -> Result<Vec<u8>, JsValue> {
    let window = browser::window().ok_or(JsValue::NULL)?;
    let response: Response = JsFuture::from(window.fetch_with_str(&address(name)?)).await?.dyn_into()?;
    if !response.ok() {
        return Err(JsValue::from_str(&format!("status {}", response.status())));
    }
    let buffer: ArrayBuffer = JsFuture::from(response.array_buffer()?).await?.dyn_into()?;
    Ok(Uint8Array::new(&buffer).to_vec())
}
