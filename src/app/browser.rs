//! The few things of the browser that more than one module needs, each in one place: storage, clipboard, focus, scrolling, downloads.

use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Document, Element, HtmlElement, Storage, Window};

/// The window. The page cannot run without one; `None` only in a worker.
pub fn window() -> Option<Window> {
    web_sys::window()
}

/// The document.
pub fn document() -> Option<Document> {
    window()?.document()
}

/// Storage that outlives the tab, for settings only. `None` where the reader blocks it.
pub fn local_storage() -> Option<Storage> {
    window()?.local_storage().ok().flatten()
}

/// Storage of this tab, gone when it closes.
pub fn session_storage() -> Option<Storage> {
    window()?.session_storage().ok().flatten()
}

/// A setting, if it was ever set.
pub fn setting(name: &str) -> Option<String> {
    local_storage()?.get_item(name).ok().flatten()
}

/// Keeps a setting; where storage is blocked it holds for this visit only.
pub fn keep_setting(name: &str, value: &str) {
    if let Some(storage) = local_storage() {
        let _ = storage.set_item(name, value);
    }
}

/// Whether a media query matches now.
pub fn media_matches(query: &str) -> bool {
    window().and_then(|w| w.match_media(query).ok().flatten()).is_some_and(|list| list.matches())
}

/// The element of an id.
pub fn by_id(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Moves the focus to an element; one that cannot hold it is made to (not reachable by Tab).
pub fn focus(element: &HtmlElement) {
    if element.tab_index() < 0 && !element.has_attribute("tabindex") {
        let _ = element.set_attribute("tabindex", "-1");
    }
    let _ = element.focus();
}

/// Whether the focus is nowhere, since what had it is gone.
pub fn is_focus_lost() -> bool {
    document().and_then(|d| d.active_element()).is_none_or(|active| active.tag_name() == "BODY")
}

/// Gives the focus back to an element, where the page was drawn anew around it.
pub fn refocus(id: &str) {
    if let Some(element) = by_id(id).filter(|_| is_focus_lost()) {
        focus_in_place(&element);
    }
}

/// Moves the focus to an element where it stands, in sight or not.
pub fn focus_in_place(element: &HtmlElement) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// Frames that an element may be late, where its list comes in portions.
pub const LATE: u32 = 30;

/// Moves the focus to an element that is about to be drawn.
pub fn focus_soon(id: String) {
    focus_within(id, LATE);
}

fn focus_within(id: String, frames: u32) {
    after_render(move || match by_id(&id) {
        Some(element) => focus(&element),
        None if frames > 0 => focus_within(id, frames - 1),
        None => {}
    });
}

/// All elements that a selector matches, in document order.
pub fn select_all(selector: &str) -> Vec<Element> {
    let Some(found) = document().and_then(|d| d.query_selector_all(selector).ok()) else { return Vec::new() };
    (0..found.length()).filter_map(|i| found.item(i)?.dyn_into().ok()).collect()
}

/// Whether keys typed now go into a text field or a choice, so that single-key shortcuts must keep still.
pub fn is_typing() -> bool {
    let Some(active) = document().and_then(|d| d.active_element()) else { return false };
    matches!(active.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
        || active.get_attribute("contenteditable").is_some_and(|value| value != "false")
}

/// Whether there are words in the text field in focus: Escape takes those back first, or would lose them.
pub fn has_typed() -> bool {
    let Some(active) = document().and_then(|d| d.active_element()) else { return false };
    active.dyn_ref::<web_sys::HtmlInputElement>().is_some_and(|field| field.type_() != "checkbox" && !field.value().is_empty())
        || active.dyn_ref::<web_sys::HtmlTextAreaElement>().is_some_and(|field| !field.value().is_empty())
}

/// Whether a dialog stands over the page and takes the keys. The document is asked, because a dialog that Escape closed tells so
/// a moment later, and a key pressed in between is meant for the page.
pub fn in_dialog() -> bool {
    document().and_then(|d| d.query_selector("dialog[open]").ok().flatten()).is_some()
}

/// Copies a text to the clipboard; whether the browser allowed it.
pub async fn copy_text(text: &str) -> bool {
    let Some(window) = window() else { return false };
    let clipboard = window.navigator().clipboard();
    // Absent on plain http, where `write_text` would throw.
    if JsValue::from(clipboard.clone()).is_undefined() {
        return false;
    }
    wasm_bindgen_futures::JsFuture::from(clipboard.write_text(text)).await.is_ok()
}

/// Hands the reader a file of text. Nothing leaves the machine: the address is a blob of this page.
///
/// # Errors
/// Where the browser refuses to make the blob or its address.
pub fn save_file(name: &str, media_type: &str, content: &str) -> Result<(), JsValue> {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = js_sys::Array::of1(&JsValue::from_str(content));
    let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let url = web_sys::Url::create_object_url_with_blob(&blob)?;
    let document = document().ok_or(JsValue::NULL)?;
    let link: web_sys::HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    web_sys::Url::revoke_object_url(&url)
}

/// This moment, ISO 8601 in UTC.
pub fn now() -> String {
    js_sys::Date::new_0().to_iso_string().into()
}

/// A moment (ISO 8601) in the reader's time zone, to the minute: "2026-11-24 10:48". As it is where it is none.
pub fn local_minute(moment: &str) -> String {
    let date = js_sys::Date::new(&JsValue::from_str(moment));
    if date.get_time().is_nan() {
        return moment.to_owned();
    }
    let (year, month, day) = (date.get_full_year(), date.get_month() + 1, date.get_date());
    format!("{year:04}-{month:02}-{day:02} {:02}:{:02}", date.get_hours(), date.get_minutes())
}

/// The bytes of a base64 string; `None` where it is none.
pub fn from_base64(text: &str) -> Option<Vec<u8>> {
    let letters = window()?.atob(text).ok()?;
    letters.chars().map(|letter| u8::try_from(u32::from(letter)).ok()).collect()
}

/// Bytes as a base64 string.
pub fn to_base64(bytes: &[u8]) -> Option<String> {
    let letters: String = bytes.iter().map(|byte| char::from(*byte)).collect();
    window()?.btoa(&letters).ok()
}

/// Lets the browser answer the reader before the program goes on.
pub async fn turn() {
    gloo_timers::future::sleep(std::time::Duration::ZERO).await;
}

/// Runs `f` after the browser has laid out what was just rendered.
pub fn after_render(f: impl FnOnce() + 'static) {
    leptos::prelude::request_animation_frame(f);
}
