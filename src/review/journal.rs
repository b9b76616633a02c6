//! The journal: every step that the reader has taken, and how far back he has gone. Steps are only ever added behind the position, so that
//! undo and redo lose nothing until a new step is taken.

use super::{Change, Entry};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One step, which undo takes back as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// A correction was made.
    Make(Box<Entry>),
    /// An earlier correction was taken back, by number.
    TakeBack(u32),
    /// The corrections of a file were added.
    Import {
        /// Name of the file.
        name: String,
        /// Its corrections.
        entries: Vec<Entry>,
    },
}

/// All steps of a project.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Journal {
    steps: Vec<Step>,
    /// How many of the steps are in force.
    position: usize,
}

impl Journal {
    /// All steps, those that were undone at the end.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// How many steps are in force.
    pub fn position(&self) -> usize {
        self.position.min(self.steps.len())
    }

    /// The steps in force.
    fn done(&self) -> &[Step] {
        self.steps.get(..self.position()).unwrap_or_default()
    }

    /// The corrections in force, in the order in which they were made.
    pub fn entries(&self) -> Vec<&Entry> {
        let mut entries: Vec<&Entry> = Vec::new();
        for step in self.done() {
            match step {
                Step::Make(entry) => entries.push(entry),
                Step::TakeBack(id) => entries.retain(|entry| entry.id != *id),
                Step::Import { entries: added, .. } => entries.extend(added),
            }
        }
        entries
    }

    /// Whether nothing was ever done.
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// Makes a correction; returns its number.
    pub fn make(&mut self, when: String, region: String, change: Change, before: Vec<super::Field>) -> u32 {
        let id = self.next_id();
        self.push(Step::Make(Box::new(Entry { id, when, region, change, before })));
        id
    }

    /// Takes an earlier correction back; nothing where it is not in force.
    pub fn take_back(&mut self, id: u32) -> bool {
        let known = self.entries().iter().any(|entry| entry.id == id);
        if known {
            self.push(Step::TakeBack(id));
        }
        known
    }

    /// Adds the corrections of another journal that are not in force here, under numbers of their own; returns how many.
    pub fn import(&mut self, name: String, other: &Self) -> usize {
        let known = self.entries();
        let mut id = self.next_id();
        let mut entries: Vec<Entry> = Vec::new();
        for entry in other.entries() {
            if !known.iter().any(|k| k.change == entry.change) {
                entries.push(Entry { id, ..entry.clone() });
                id += 1;
            }
        }
        let n = entries.len();
        if n > 0 {
            self.push(Step::Import { name, entries });
        }
        n
    }

    /// This journal with what was done in another copy of it since both were `before`: two windows of one report. Where only one of the two has
    /// gone on, that one counts as it is, with what it has undone; else the other's corrections stay, and ours come on top as new steps.
    #[must_use]
    pub fn merged(&self, before: &Self, other: &Self) -> Self {
        if other == before || other == self {
            return self.clone();
        }
        let mut merged = other.clone();
        if self == before {
            return merged;
        }
        // By what they say: numbers are given twice.
        let has = |entries: &[&Entry], one: &Entry| entries.iter().any(|entry| entry.change == one.change);
        let (was, is) = (before.entries(), self.entries());
        for gone in was.iter().filter(|entry| !has(&is, entry)) {
            let there = merged.entries().into_iter().find(|entry| entry.change == gone.change).map(|entry| entry.id);
            if let Some(id) = there {
                merged.take_back(id);
            }
        }
        for made in is.iter().filter(|entry| !has(&was, entry)) {
            if !has(&merged.entries(), made) {
                let id = merged.next_id();
                merged.push(Step::Make(Box::new(Entry { id, ..(*made).clone() })));
            }
        }
        merged
    }

    /// Takes the last step back. Whether there was one.
    pub fn undo(&mut self) -> bool {
        let can = self.can_undo();
        self.position = self.position() - usize::from(can);
        can
    }

    /// Takes the next step again. Whether there was one.
    pub fn redo(&mut self) -> bool {
        let can = self.can_redo();
        self.position = self.position() + usize::from(can);
        can
    }

    /// Whether a step is in force.
    pub fn can_undo(&self) -> bool {
        self.position() > 0
    }

    /// Whether a step was undone.
    pub fn can_redo(&self) -> bool {
        self.position() < self.steps.len()
    }

    /// Gives every indicator that a correction names its id here.
    pub(super) fn rename_indicators(&mut self, ids: &BTreeMap<String, String>) {
        for step in &mut self.steps {
            let entries = match step {
                Step::Make(entry) => std::slice::from_mut(entry.as_mut()),
                Step::Import { entries, .. } => entries.as_mut_slice(),
                Step::TakeBack(_) => &mut [],
            };
            for id in entries.iter_mut().flat_map(|entry| entry.change.indicators()) {
                if let Some(ours) = ids.get(id) {
                    id.clone_from(ours);
                }
            }
        }
    }

    fn push(&mut self, step: Step) {
        self.steps.truncate(self.position());
        self.steps.push(step);
        self.position = self.steps.len();
    }

    fn next_id(&self) -> u32 {
        let numbers = self.steps.iter().flat_map(|step| match step {
            Step::Make(entry) => std::slice::from_ref(entry.as_ref()),
            Step::Import { entries, .. } => entries.as_slice(),
            Step::TakeBack(_) => &[],
        });
        numbers.map(|entry| entry.id).max().map_or(0, |id| id + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::super::Anchor;
    use super::*;

    fn accept(start: u32) -> Change {
        Change::Accept { at: Anchor { exact: "12".to_owned(), prefix: String::new(), suffix: String::new(), start } }
    }

    fn made(journal: &mut Journal, start: u32) -> u32 {
        journal.make("2026-11-24T10:00:00+00:00".to_owned(), "Hebei".to_owned(), accept(start), Vec::new())
    }

    fn ids(journal: &Journal) -> Vec<u32> {
        journal.entries().iter().map(|entry| entry.id).collect()
    }

    #[test]
    fn undo_and_redo_go_back_and_forth() {
        let mut journal = Journal::default();
        assert!(!journal.undo() && !journal.redo());
        made(&mut journal, 1);
        made(&mut journal, 2);
        assert!(journal.undo());
        assert_eq!(ids(&journal), [0]);
        assert!(journal.redo() && !journal.redo());
        assert_eq!(ids(&journal), [0, 1]);
    }

    #[test]
    fn a_new_step_ends_what_was_undone() {
        let mut journal = Journal::default();
        made(&mut journal, 1);
        journal.undo();
        made(&mut journal, 2);
        assert!(!journal.can_redo());
        assert_eq!(journal.steps().len(), 1);
    }

    #[test]
    fn taking_one_back_is_a_step_like_any() {
        let mut journal = Journal::default();
        made(&mut journal, 1);
        made(&mut journal, 2);
        assert!(journal.take_back(0) && !journal.take_back(0) && !journal.take_back(9));
        assert_eq!(ids(&journal), [1]);
        journal.undo();
        assert_eq!(ids(&journal), [0, 1]);
    }

    #[test]
    fn importing_twice_adds_once() {
        let mut other = Journal::default();
        made(&mut other, 1);
        made(&mut other, 7);
        let mut journal = Journal::default();
        made(&mut journal, 1);
        assert_eq!(journal.import("theirs.json".to_owned(), &other), 1);
        assert_eq!(journal.import("theirs.json".to_owned(), &other), 0);
        assert_eq!(ids(&journal), [0, 1]);
        assert!(journal.undo());
        assert_eq!(ids(&journal), [0]);
    }

    #[test]
    fn what_two_windows_correct_is_kept_of_both() {
        let at = |journal: &Journal| {
            let starts = journal.entries().into_iter().filter_map(|entry| match &entry.change {
                Change::Accept { at } => Some(at.start),
                _ => None,
            });
            starts.collect::<Vec<u32>>()
        };
        let mut before = Journal::default();
        made(&mut before, 1);
        let (mut here, mut there) = (before.clone(), before.clone());
        assert_eq!(here.merged(&before, &there), here);
        made(&mut there, 2);
        assert_eq!(here.merged(&before, &there), there, "the other window alone has gone on");
        made(&mut here, 3);
        let merged = here.merged(&before, &there);
        assert_eq!((at(&merged), ids(&merged)), (vec![1, 2, 3], vec![0, 1, 2]), "numbers are not given twice");
        assert_eq!(at(&merged.merged(&here, &here)), [1, 2, 3]);
        here.undo();
        here.undo();
        assert_eq!(at(&here.merged(&before, &there)), [2], "what was undone here is taken back there");
        assert!(there.undo() && there.can_redo());
        assert_eq!(before.merged(&before, &there), there, "with what can be done again");
    }

    #[test]
    fn a_journal_survives_its_file() {
        let mut journal = Journal::default();
        made(&mut journal, 1);
        made(&mut journal, 2);
        journal.undo();
        let file = serde_json::to_string(&journal).unwrap();
        assert_eq!(serde_json::from_str::<Journal>(&file).unwrap(), journal);
    }
}
