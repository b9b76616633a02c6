//! Ranges in half the bytes: rules ask where figures stand all the time, and the places of a whole section should stay near.

use std::ops::Range;

/// A range of tokens or figures.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Stretch {
    pub(super) start: u32,
    pub(super) end: u32,
}

impl From<Range<usize>> for Stretch {
    fn from(range: Range<usize>) -> Self {
        Self { start: range.start as u32, end: range.end as u32 }
    }
}

impl Stretch {
    /// The range as rules take it.
    pub(super) fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}
