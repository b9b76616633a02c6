//! Marks of footnotes that print has let down to the line: "under the scheme.75 To", "the portal (KRP)76 was", "of the area84 and".

use crate::language::{Class, ReadText};
use crate::text::Token;

/// Fewest marks in a row that tell notes from numbers that have lost their blank.
const FEWEST: usize = 3;

/// How far a mark may be from the one before it: some stand where they cannot be told.
const STEP: usize = 3;

/// Notes have numbers below this one.
const HIGHEST: usize = 1000;

/// The tokens of a section that are marks of footnotes, in order.
#[derive(Debug, Default)]
pub(super) struct Notes(Vec<usize>);

impl Notes {
    /// Finds the longest row of glued numbers that goes up by one, or by little more.
    pub(super) fn of(read: &ReadText) -> Self {
        let marks = glued_numbers(read);
        if marks.len() < FEWEST {
            return Self::default();
        }
        // By number: the longest row that ends with it, as its length and its last mark; by mark: the one before it in its row.
        let mut rows: Vec<(usize, Option<usize>)> = vec![(0, None); HIGHEST + STEP];
        let mut before: Vec<Option<usize>> = Vec::with_capacity(marks.len());
        for (at, (_, number)) in marks.iter().enumerate() {
            let ahead = rows.get(number.saturating_sub(STEP)..*number).and_then(|rows| rows.iter().max_by_key(|row| row.0));
            let (length, last) = ahead.copied().unwrap_or_default();
            before.push(last);
            if let Some(row) = rows.get_mut(*number).filter(|row| row.0 <= length) {
                *row = (length + 1, Some(at));
            }
        }
        let (length, mut last) = rows.into_iter().max_by_key(|row| row.0).unwrap_or_default();
        let mut tokens = Vec::new();
        while let Some(at) = last.filter(|_| length >= FEWEST) {
            tokens.extend(marks.get(at).map(|(token, _)| *token));
            last = before.get(at).copied().flatten();
        }
        tokens.reverse();
        Self(tokens)
    }

    /// Whether the number at token `i` is a mark.
    pub(super) fn contains(&self, i: usize) -> bool {
        self.0.binary_search(&i).is_ok()
    }
}

/// Whole numbers glued to a word, a bracket or a mark in front of them and to nothing behind them, each with its value.
fn glued_numbers(read: &ReadText) -> Vec<(usize, usize)> {
    let mut marks = Vec::new();
    let mut next = 0;
    while let Some(at) = read.find_word(next..read.tokens.len(), Class::DIGITS) {
        next = at + 1;
        let (Some(token), Some(front)) = (read.tokens.get(at), at.checked_sub(1).and_then(|f| read.tokens.get(f))) else { continue };
        if token.spaced || !(front.is_word() || matches!(front.mark(), Some('.' | ',' | ';' | ':' | ')' | ']' | '”' | '’' | '"'))) {
            continue;
        }
        let apart = read.tokens.get(at + 1).is_none_or(|t| t.spaced || !t.is_word()) && !read.phrase_is(at + 1, Class::UNIT | Class::SCALE);
        let decimal = front.mark().is_some() && at > 1 && read.tokens.get(at - 2).is_some_and(Token::is_digits);
        let number = read.str(at).parse::<usize>().ok().filter(|n| (1..HIGHEST).contains(n) && apart && !decimal);
        marks.extend(number.map(|number| (at, number)));
    }
    marks
}
