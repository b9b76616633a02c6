//! Figures that are said to be out of others: "412,000 of the 515,000 people", "31 of Ghana's 34 districts".

use super::Context;
use super::yardstick::is_plan;
use crate::language::Class;
use std::ops::Range;

/// Tokens between a part and its total in "ten of the country's 50 buses".
const PARTITIVE: usize = 5;

impl Context<'_> {
    /// "412,000 of the 515,000 people": the figure behind figure `i` that it is said to be out of.
    pub fn partitive_total(&self, i: usize) -> Option<usize> {
        let after = self.after(i);
        // "eight out of 12 regions"
        let out = usize::from(self.read.str(after.start) == "out");
        let next = self.next(i).filter(|_| self.read.str(after.start + out) == "of" && after.len() <= PARTITIVE)?;
        let definite = after.len() == 1 + out
            || self.read.word_is(after.start + 1, Class::DETERMINER)
            || matches!(self.read.str(after.start + 1), "all" | "which")
            || self.names_owner(after.clone());
        // "of the country's 50 buses", "of the planned 80 wells".
        let parts = |t: usize| {
            !self.read.is_word(t) && !matches!(self.read.str(t), "'" | "’")
                || self.read.word_is(t, Class::VERB | Class::AUXILIARY) && !is_plan(self.read.str(t))
        };
        let plain = !after.clone().any(parts);
        (definite && plain).then_some(next)
    }

    /// "of Ghana's": behind "of" stands a name in the genitive.
    fn names_owner(&self, phrase: Range<usize>) -> bool {
        let last = phrase.end.saturating_sub(1);
        self.read.str(last) == "s" && self.read.tokens.get(phrase.start + 1).is_some_and(|t| t.capital)
    }
}
