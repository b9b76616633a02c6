//! Where the words around a figure are cut: at marks, over brackets that name kinds of place, at joints of lists and words of comparison.

use super::Context;
use crate::language::Class;
use std::ops::Range;

/// Tokens between a word of comparison and its figure.
const REFERENCE: usize = 3;

/// Tokens of a bracket that names kinds of place, at most.
const KINDS: usize = 10;

impl Context<'_> {
    /// The last mark of a sort in a range.
    pub(super) fn last_mark(&self, mut range: Range<usize>, mark: char) -> Option<usize> {
        range.rfind(|t| self.read.is_mark(*t, mark))
    }

    /// The head of a range, over brackets that name other kinds of place.
    pub(super) fn clause_behind(&self, after: Range<usize>) -> Range<usize> {
        let mut from = after.start;
        while let Some(cut) = self.read.find_word(from..after.end, Class::CLAUSE_END) {
            let Some(close) = self.kinds_bracket(cut).filter(|close| *close < after.end) else { return after.start..cut };
            from = close + 1;
        }
        after
    }

    /// The end of a bracket that opens at token `open` and names other kinds of place: "11 counties (cities, districts) of the delta".
    pub fn kinds_bracket(&self, open: usize) -> Option<usize> {
        let inside = |t: &usize| self.read.word_is(*t, Class::PLACE) || self.read.is_mark(*t, ',');
        let close = Some(open).filter(|t| self.read.is_mark(*t, '(')).and_then(|t| (t + 1..t + KINDS).find(|t| !inside(t)))?;
        (close > open + 1 && self.read.is_mark(close, ')')).then_some(close)
    }

    /// Whether tokens between two figures make them members of one list.
    pub(super) fn joins_list(&self, gap: &Range<usize>) -> bool {
        let joint = self.read.find_word(gap.clone(), Class::AND | Class::CLAUSE_END);
        joint.is_some()
            && gap.clone().all(|t| {
                self.read.word_is(t, Class::AND | Class::OVER | Class::UNDER | Class::ABOUT | Class::DETERMINER)
                    || self.read.is_mark(t, ',')
                    || matches!(self.read.str(t), "than" | "least")
            })
    }

    /// Whether a word of comparison stands right in front of the figure that follows `before`.
    pub(super) fn compares(&self, before: &Range<usize>) -> bool {
        let near = before.end.saturating_sub(REFERENCE).max(before.start)..before.end;
        self.read.find(near, Class::THAN).is_some_and(|t| !self.read.phrase_is(t, Class::OVER | Class::UNDER))
    }

    /// Whether words in front of a figure speak of the difference of two sums.
    pub(super) fn tells_balance(&self, mut near: Range<usize>) -> bool {
        near.any(|t| {
            let word = self.read.str(t);
            matches!(word, "deficit" | "surplus" | "shortfall" | "excess" | "loss" | "profit" | "deficiency")
        })
    }
}
