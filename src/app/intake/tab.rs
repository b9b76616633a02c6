//! Which kept reports are open in this tab, so that a reload opens them again.

use super::super::browser;

/// Name under which the tab remembers it.
const OPEN: &str = "provenance.open";

/// Keys of the reports that are open in this tab.
pub(super) fn open() -> Vec<String> {
    let kept = browser::session_storage().and_then(|storage| storage.get_item(OPEN).ok().flatten());
    kept.unwrap_or_default().split_whitespace().map(str::to_owned).collect()
}

/// Changes which they are.
pub(super) fn remember(change: impl FnOnce(&mut Vec<String>)) {
    let Some(storage) = browser::session_storage() else { return };
    let mut open = open();
    change(&mut open);
    open.sort();
    open.dedup();
    let _ = storage.set_item(OPEN, &open.join(" "));
}
