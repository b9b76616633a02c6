//! Where the words around a figure are cut: at marks, over brackets that name kinds of place, at joints of lists and words of comparison.

use super::Context;
use crate::language::Class;
use crate::text::Token;
use std::ops::Range;

/// Tokens between a word of comparison and its figure.
const REFERENCE: usize = 3;

/// Tokens between a joint and its figure that may name a time: "the 2019 volume of production of".
const OWNER: usize = 10;

/// Tokens of a bracket that names kinds of place, at most.
const KINDS: usize = 10;

impl Context<'_> {
    /// The last mark of a sort in a range, one of those that end clauses.
    pub(super) fn last_mark(&self, range: Range<usize>, mark: char) -> Option<usize> {
        let mut end = range.end;
        while let Some(t) = self.read.find_last_word(range.start..end, Class::CLAUSE_END) {
            if self.read.is_mark(t, mark) {
                return Some(t);
            }
            end = t;
        }
        None
    }

    /// The last mark in a range that ends a clause and belongs to no figure, the last semicolon and the last colon.
    pub(super) fn last_marks(&self, range: Range<usize>) -> [Option<usize>; 3] {
        let (mut last, mut semicolon, mut colon) = (None, None, None);
        let mut end = range.end;
        while let Some(t) = self.read.find_last_word(range.start..end, Class::CLAUSE_END) {
            last = last.or_else(|| Some(t).filter(|t| !self.is_figure(*t)));
            match self.read.tokens.get(t).and_then(Token::mark) {
                Some(';') => semicolon = semicolon.or(Some(t)),
                Some(':') => colon = colon.or(Some(t)),
                _ => {}
            }
            end = t;
        }
        [last, semicolon, colon]
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

    /// The first figure of the list that figure `i` stands in; itself where it stands in none.
    pub(super) fn first_of_list(&self, i: usize) -> usize {
        (0..=i).rev().find(|j| !self.continues_list(*j)).unwrap_or(i)
    }

    /// The last figure of that list.
    pub(super) fn last_of_list(&self, i: usize) -> usize {
        let mut last = i;
        while let Some(next) = self.next(last).filter(|next| self.continues_list(*next)) {
            last = next;
        }
        last
    }

    /// Whether tokens between two figures make them members of one list.
    pub(super) fn joins_list(&self, gap: &Range<usize>) -> bool {
        let joint = self.read.find_word(gap.clone(), Class::AND | Class::CLAUSE_END);
        joint.is_some()
            && gap.clone().all(|t| {
                // "17 per cent, above the 15 per cent threshold".
                let beyond = self.read.word_is(t, Class::OVER | Class::UNDER) && self.read.str(t + 1) == "the";
                !beyond && self.read.word_is(t, Class::AND | Class::OVER | Class::UNDER | Class::ABOUT | Class::DETERMINER)
                    || self.read.is_mark(t, ',')
                    || matches!(self.read.str(t), "than" | "least")
            })
    }

    /// The end of a range without the hedges and articles that close it, and without the time that its figure belongs to: "from last year's",
    /// "to this season's", "from the 2019 volume of production of" end with their joint.
    /// `end` is that without hedges and articles.
    pub(super) fn before_owner(&self, before: &Range<usize>, end: usize) -> usize {
        let read = self.read;
        let Some(last) = end.checked_sub(1).filter(|t| *t > before.start) else { return end };
        let apostrophe = |t: usize| matches!(read.str(t), "'" | "’");
        let from = end.saturating_sub(OWNER).max(before.start);
        if read.str(last) == "s" && apostrophe(last - 1) || apostrophe(last) && read.str(last - 1).ends_with('s') {
            let owner = if apostrophe(last) { last } else { last - 1 };
            let names = |t: &usize| read.word_is(*t, Class::DETERMINER | Class::YEAR | Class::MONTH) || dates(read.str(*t));
            let first = (from..owner).rev().take_while(names).last();
            return first
                .filter(|first| (*first..owner).any(|t| read.word_is(t, Class::YEAR | Class::MONTH) || is_period(read.str(t))))
                .unwrap_or(end);
        }
        if read.str(last) != "of" || read.word_is(last - 1, Class::YEAR) {
            return end;
        }
        // "from the 2019 volume of production of": no verb and no mark between, and a year among the words.
        let joint =
            read.find_last_word(from..last, Class::FROM | Class::TO | Class::AND | Class::VERB | Class::AUXILIARY | Class::CLAUSE_END);
        // "answered to the 2011 form with a share of": of something else.
        let joint = joint.filter(|t| read.word_is(*t, Class::FROM | Class::TO) && !(*t..last).any(|w| read.str(w) == "with"));
        let dated = |t: &usize| read.find_word(*t..last, Class::YEAR).is_some() || read.find(*t..last, Class::LAST_YEAR).is_some();
        joint.filter(dated).map_or(end, |t| t + 1)
    }

    /// Whether a word of comparison stands at the end of what leads to a figure, whose owner is left out.
    pub(super) fn compares(&self, lead: Range<usize>) -> bool {
        let near = lead.end.saturating_sub(REFERENCE).max(lead.start)..lead.end.max(lead.start);
        // "a budget of 11.2 million, against which 9.46 million was spent": it is the budget that is compared with.
        let compared = |t: usize| self.read.str(t + self.read.phrase_len(t)) != "which";
        self.read.find(near, Class::THAN).is_some_and(|t| !self.read.phrase_is(t, Class::OVER | Class::UNDER) && compared(t))
    }

    /// Whether words in front of a figure speak of the difference of two sums.
    pub(super) fn tells_balance(&self, mut near: Range<usize>) -> bool {
        near.any(|t| {
            let word = self.read.str(t);
            // None of them is a word of grammar, as every second word is.
            !self.read.word_is(t, Class::STOP | Class::DETERMINER)
                && matches!(word, "deficit" | "surplus" | "shortfall" | "excess" | "loss" | "profit" | "deficiency")
        })
    }
}

/// A word that tells which of several periods is meant.
fn dates(word: &str) -> bool {
    is_period(word)
        || matches!(word, "last" | "previous" | "preceding" | "prior" | "this" | "current" | "same" | "earlier" | "ago" | "before" | "past")
}

/// A period that reports speak of.
pub(super) fn is_period(word: &str) -> bool {
    matches!(word, "year" | "years" | "quarter" | "month" | "week" | "season" | "semester" | "period" | "decade" | "cycle" | "FY")
}
