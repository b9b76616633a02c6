//! What the reader corrects: each step goes into the report's journal, is kept, and has the report read again with it.

pub(super) mod windows;

use super::browser;
use super::display;
use super::report::Report;
use super::state::AppState;
use super::store::{self, Kept};
use crate::review::{Anchor, Change, Field, Journal};
use crate::text::Span;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The journal of the open report; tracked.
pub(super) fn journal(state: AppState) -> Journal {
    let key = state.report.get().map(|report| report.file_key()).unwrap_or_default();
    state.journals.with(|all| all.get(&key).cloned().unwrap_or_default())
}

/// The figures of a report whose amount the reader has given.
pub(super) fn own_values(state: AppState, report: &Report) -> BTreeSet<u32> {
    display::own_values(&untrack(|| journal(state)), report)
}

/// The anchor of a passage of a report.
pub(super) fn anchor(report: &Report, span: Span) -> Anchor {
    Anchor::of(&report.analysis.document.text, span)
}

/// The anchor of a figure.
pub(super) fn figure_anchor(report: &Report, id: u32) -> Option<Anchor> {
    report.quantity(id).map(|quantity| anchor(report, quantity.span()))
}

/// The anchor of a section: its heading.
pub(super) fn section_anchor(report: &Report, id: u32) -> Option<Anchor> {
    report.section(id).map(|section| anchor(report, section.heading))
}

/// Makes a correction that concerns a section. `before` are the corrected properties as they were.
pub(super) fn make(state: AppState, report: &Report, section: u32, change: Change, before: Vec<Field>) {
    let region = report.section(section).map(|section| section.region.name.clone()).unwrap_or_default();
    step(state, report, |journal| {
        journal.make(browser::now(), region, change, before);
        true
    });
    state.announce(state.strings().corrections.kept);
}

/// Takes the last step back.
pub(super) fn undo(state: AppState) {
    let Some(report) = state.report.get_untracked() else { return };
    let words = &state.strings().corrections;
    state.announce(if step(state, &report, Journal::undo) { words.undone } else { words.nothing_to_undo });
}

/// Takes the step again that was taken back last.
pub(super) fn redo(state: AppState) {
    let Some(report) = state.report.get_untracked() else { return };
    let words = &state.strings().corrections;
    state.announce(if step(state, &report, Journal::redo) { words.redone } else { words.nothing_to_redo });
}

/// Takes one correction back, by its number.
pub(super) fn take_back(state: AppState, report: &Report, id: u32) {
    if step(state, report, |journal| journal.take_back(id)) {
        state.announce(state.strings().corrections.undone);
    }
}

/// Changes the journal of a report; where that changed anything, it is kept, and the report is read again.
pub(super) fn step(state: AppState, report: &Report, change: impl FnOnce(&mut Journal) -> bool) -> bool {
    let key = report.file_key();
    let changed = state.journals.try_update(|all| change(all.entry(key.clone()).or_default())).unwrap_or_default();
    if changed {
        keep(state, report);
        state.read_again(&key);
    }
    changed
}

/// Keeps what is known of a report, its journal with it; says so where the browser does not. What another window of the report has corrected
/// meanwhile is kept, too, and comes in here.
pub(super) fn keep(state: AppState, report: &Report) {
    let key = report.file_key();
    let kept = Kept {
        key: key.clone(),
        name: report.analysis.document.name.clone(),
        title: report.title(),
        opened: browser::now(),
        sections: report.analysis.regions(),
        figures: report.analysis.quantities.len(),
        journal: state.journals.with_untracked(|all| all.get(&key).cloned().unwrap_or_default()),
    };
    let before = in_store(state, &key, Some(kept.journal.clone())).unwrap_or_default();
    leptos::task::spawn_local(async move {
        let Ok(journal) = store::keep_project(&kept, &before).await else {
            in_store(state, &key, Some(before));
            state.announce(state.strings().corrections.not_kept);
            return;
        };
        if journal != before {
            windows::tell(state, &key);
        }
        take_over(state, &key, &kept.journal, journal);
        list_kept(state).await;
    });
}

/// Sets the journal of a report as the store is known to have it, and gives the one known so far.
pub(super) fn in_store(state: AppState, key: &str, journal: Option<Journal>) -> Option<Journal> {
    let change = |windows: &mut windows::Windows| match journal {
        Some(journal) => windows.stored.insert(key.to_owned(), journal),
        None => windows.stored.remove(key),
    };
    state.windows.try_update_value(change).flatten()
}

/// Goes on with the journal that the store has, unless the reader has taken a step since it was `ours`: keeping that one brings both together.
fn take_over(state: AppState, key: &str, ours: &Journal, theirs: Journal) {
    if theirs == *ours || state.journals.with_untracked(|all| all.get(key).cloned().unwrap_or_default()) != *ours {
        return;
    }
    in_store(state, key, Some(theirs.clone()));
    state.journals.update(|all| {
        all.insert(key.to_owned(), theirs);
    });
    if state.reports.with_untracked(|all| all.iter().any(|report| report.file_key() == key)) {
        state.read_again(key);
        state.announce(state.strings().corrections.elsewhere);
    }
}

/// Brings the list of kept reports up to date.
pub(super) async fn list_kept(state: AppState) {
    state.kept.set(store::projects().await.unwrap_or_default());
}
