//! Long lists come in portions, one a frame: the first is in sight while the others are made, and no frame waits for all of them. What is
//! there stays, so that the browser's own find and the keyboard reach every row.

use super::browser;
use leptos::prelude::*;

/// How much of a list is there, and how much shall be. Copy; lives as long as the view that made it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Portions {
    made: RwSignal<usize>,
    wanted: RwSignal<usize>,
    growing: StoredValue<bool>,
    step: usize,
}

impl Portions {
    /// The first portion is there at once, the others up to `wanted` follow. `step` is the size of each.
    pub(super) fn new(step: usize, wanted: usize) -> Self {
        let portions = Self { made: RwSignal::new(step), wanted: RwSignal::new(wanted), growing: StoredValue::new(false), step };
        portions.grow();
        portions
    }

    /// How many there are; tracked.
    pub(super) fn made(self) -> usize {
        self.made.get()
    }

    /// Whether all that is wanted is there; tracked.
    pub(super) fn is_whole(self) -> bool {
        self.made.get() >= self.wanted.get()
    }

    /// How many there will be without being asked for more; tracked.
    pub(super) fn wanted(self) -> usize {
        self.wanted.get()
    }

    /// As many as this, in the end.
    pub(super) fn want(self, wanted: usize) {
        self.wanted.set(wanted);
        self.grow();
    }

    fn grow(self) {
        if self.growing.get_value() || self.made.get_untracked() >= self.wanted.get_untracked() {
            return;
        }
        self.growing.set_value(true);
        browser::after_render(move || {
            // The view may have been left meanwhile.
            if self.growing.try_set_value(false).is_none() && self.made.try_update(|n| *n += self.step).is_some() {
                self.grow();
            }
        });
    }
}
