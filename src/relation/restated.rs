//! What says a figure again in another form, and what is said behind both.

use super::Context;
use crate::language::Class;
use std::ops::Range;

/// Tokens in front of ", or" that may name what is said again.
const OR_APART: usize = 8;

/// Tokens between a figure and the one that says it again, hedges included.
const LONGEST_JOINT: usize = 16;

/// Tokens in front of "i.e." without a comma, itself included.
const SHORT: usize = 7;

/// Tokens of "i.e.".
const THAT_IS: usize = 4;

impl Context<'_> {
    /// Whether figure `i` says the one before it again in another form: "8,949 pupils, or 23% of the total", "(17.0%)".
    pub fn restates(&self, i: usize) -> bool {
        self.noted.restates(i)
    }

    pub(super) fn find_restates(&self, i: usize) -> bool {
        let gap = self.gap(i);
        let first = self.previous(i).is_none();
        // What opens a sentence says something again behind "i.e." only.
        if gap.len() > LONGEST_JOINT || first && gap.len() < THAT_IS {
            return false;
        }
        // "2 million, or about 1 per cent".
        let end = self.unhedged(i);
        // A hedge that begins in front of the gap is none in it.
        let end = if end < gap.start { self.before_hedges(gap.clone()) } else { end };
        let gap = gap.start..end.max(gap.start);
        let Some(last) = gap.clone().next_back() else { return false };
        // "by 0.7 per cent (+126,000)".
        let signed = self.is_sign(last) && last > gap.start && self.read.is_mark(last - 1, '(');
        let last = last - usize::from(signed);
        // "211,000 hectares of Fenn Island, or 48 per cent".
        let apart = gap.len() <= OR_APART && self.read.str(last) == "or" && last > gap.start && self.read.is_mark(last - 1, ',');
        if !first && apart && self.read.find_word(gap.clone(), Class::VERB | Class::AUXILIARY).is_none() {
            return true;
        }
        // "or a staggering 29.8%".
        // "84.2 million, equivalent to 2.18 per tonne"; what closes a bracket speaks of the figure in front of that.
        let equals = gap.len() == 3
            && self.read.is_mark(gap.start, ',')
            && matches!((self.read.str(last - 1), self.read.str(last)), ("equivalent" | "equal", "to"));
        let or = equals
            || self.read.str(last) == "or"
            || last > gap.start + 1 && self.read.str(last - 2) == "or" && self.read.word_is(last - 1, Class::DETERMINER);
        // "fell by 835 — about 2% over the year".
        // "864 – 48.9% – were new".
        let spaced = |t: usize| self.read.tokens.get(t).is_some_and(|token| token.spaced);
        let dash = gap.len() == 1 && (self.read.is_mark(last, '—') || self.read.is_mark(last, '–') && spaced(last) && spaced(last + 1));
        let that_is = usize::from(self.read.is_mark(last, ','));
        let that_is = (gap.start + 1..=last).contains(&(last - that_is)) && self.ends_that_is(gap.start, last - that_is);
        !first && gap.len() <= 4 && (or || dash || that_is || self.read.is_mark(last, '('))
            || gap.len() >= THAT_IS && self.says_that_is(last) && (gap.len() <= SHORT || self.read.is_mark(last - THAT_IS, ','))
    }

    fn is_sign(&self, t: usize) -> bool {
        matches!(self.read.str(t), "+" | "-" | "−" | "–")
    }

    /// Whether ", that is" ends at token `last`, and begins at token `start`.
    fn ends_that_is(&self, start: usize, last: usize) -> bool {
        last == start + 2 && self.read.is_mark(start, ',') && self.read.str(start + 1) == "that" && self.read.str(last) == "is"
    }

    /// Whether "i.e." ends at token `last`.
    fn says_that_is(&self, last: usize) -> bool {
        last > 2 && self.read.is_mark(last, '.') && self.read.str(last - 1) == "e" && self.read.str(last - 3) == "i"
    }

    /// What is said behind figure `i`, also where it is said again first: "31.9 billion, or 5.6%, lower than", "6,511 (15.6%) more than".
    pub fn said_behind(&self, i: usize) -> Range<usize> {
        self.noted.said_behind(i)
    }

    pub(super) fn find_said_behind(&self, i: usize) -> Range<usize> {
        // "96 million, or 4% less than": a level of its own, unless a comma closes what is said again.
        let whole = |next: usize| !self.gap(next).any(|t| self.read.is_mark(t, ',')) || self.read.is_mark(self.after(next).start, ',');
        // "142 million (4.2 per cent above 2020)": what goes on in the bracket is said of the figure in it.
        let closed = |next: usize| {
            let opens = self.read.is_mark(self.gap(next).start, '(');
            let behind = self.after(next);
            !opens || (behind.start..behind.end.min(behind.start + 2)).any(|t| self.read.is_mark(t, ')'))
        };
        // "receipts of 16.6 billion or 0.5 billion more than in Fenn": another sum, and nothing that says the first again.
        let other = |next: usize| {
            let (last, behind) = (self.end(next) - 1, self.after(next).start);
            let compares =
                matches!(self.read.str(behind), "more" | "less" | "fewer" | "higher" | "lower") && self.read.str(behind + 1) == "than";
            compares && !self.read.is_mark(last, '%') && !matches!(self.read.str(last), "cent" | "percent" | "points")
        };
        let again = self.next(i).filter(|next| !other(*next)).filter(|next| {
            self.gap(*next).len() <= 2 && self.restates(*next) && !self.is_sign(self.gap(*next).end - 1) && whole(*next) && closed(*next)
        });
        let after = self.after(again.unwrap_or(i));
        let closed = self.read.is_mark(after.start, ')') || again.is_some() && self.read.is_mark(after.start, ',');
        let start = if closed { after.start + 1 } else { after.start };
        start.min(after.end)..after.end
    }
}
