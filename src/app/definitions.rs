//! The indicators that the reader has defined: kept as a setting of this browser, applied whenever a report is read.
//!
//! A definition is never changed, only added or taken away, so that its id stands for what it says.

use super::browser;
use super::state::AppState;
use crate::indicator::{UserIndicator, export_definitions, import_definitions};
use leptos::prelude::*;
use std::collections::BTreeMap;

const DEFINITIONS: &str = "provenance.indicators";

/// The definitions as kept; none where nothing was kept or it cannot be read.
pub(super) fn kept() -> Vec<UserIndicator> {
    browser::setting(DEFINITIONS).and_then(|file| import_definitions(&file).ok()).unwrap_or_default()
}

/// Keeps definitions, and has every open report read again with them.
pub(super) fn set(state: AppState, definitions: &[UserIndicator]) {
    browser::keep_setting(DEFINITIONS, &export_definitions(definitions));
    for key in state.reports.with_untracked(|all| all.iter().map(|report| report.file_key()).collect::<Vec<_>>()) {
        state.read_again(&key);
    }
}

/// Takes over the definitions of a file that are not known here; returns the id that each has here.
pub(super) fn adopt(state: AppState, theirs: &[UserIndicator]) -> BTreeMap<String, String> {
    let mut all = kept();
    let before = all.len();
    let mut ids = BTreeMap::new();
    for definition in theirs {
        let same = all.iter().find(|known| UserIndicator { id: definition.id.clone(), ..(*known).clone() } == *definition);
        let id = same.map_or_else(|| next_id(&all), |known| known.id.clone());
        if same.is_none() {
            all.push(UserIndicator { id: id.clone(), ..definition.clone() });
        }
        ids.insert(definition.id.clone(), id);
    }
    if all.len() > before {
        set(state, &all);
    }
    ids
}

/// An id that no definition has.
pub(super) fn next_id(definitions: &[UserIndicator]) -> String {
    let number = |definition: &UserIndicator| definition.id.strip_prefix("user.")?.parse::<u32>().ok();
    format!("user.{}", definitions.iter().filter_map(number).max().unwrap_or_default() + 1)
}
