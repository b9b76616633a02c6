//! What the reader takes along by the clipboard: texts, and links to places. A word in the live region says whether it worked.

use super::browser;
use super::state::AppState;

/// Copies a text.
pub(super) fn copy(state: AppState, text: String) {
    let copied = state.strings().shell.copied;
    copy_and_say(state, text, copied);
}

/// Copies the link to a place, by its fragment. The address of a page on a disk means nothing elsewhere: what it is good for there is said.
pub(super) fn copy_link(state: AppState, fragment: &str) {
    let shell = &state.strings().shell;
    let location = browser::window().map(|window| window.location());
    let is_on_disk = location.as_ref().and_then(|at| at.protocol().ok()).is_some_and(|protocol| protocol == "file:");
    let page = location.and_then(|at| at.href().ok()).unwrap_or_default();
    let link = format!("{}{fragment}", page.split('#').next().unwrap_or_default());
    copy_and_say(state, link, if is_on_disk { shell.copied_on_disk } else { shell.copied });
}

fn copy_and_say(state: AppState, text: String, done: &'static str) {
    leptos::task::spawn_local(async move {
        let failed = state.strings().shell.copy_failed;
        state.announce(if browser::copy_text(&text).await { done } else { failed });
    });
}
