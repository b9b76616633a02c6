//! The seam between rules and a language: vocabularies as data, compiled in, and looked up token by token.
//!
//! A [`Pack`] turns words and phrases into [`Class`]es with a payload (a unit, a scale, a number). Rules speak of classes only, so
//! that a second language is new data files and, where its grammar asks for it, a few rules.

mod acronyms;
mod class;
mod english;
mod load;
mod numbering;
mod transcript;

pub use class::{Class, Entry};
pub use load::{Pack, singular};
pub use numbering::Numbering;
pub use transcript::{Transcript, Word};

use crate::text::{NumberFormat, Span, Token, lex};
use std::ops::Range;

/// A token with the vocabulary entry of the longest phrase that begins at it.
#[derive(Debug, Clone, Copy)]
pub struct Reading {
    /// Classes of the word itself.
    pub word: Class,
    /// Classes of the longest phrase that begins here (the word alone included); none inside a phrase that began before.
    pub phrase: Class,
    /// Index into the pack's entries of that phrase; 0 for none.
    pub entry: u16,
    /// Tokens that the phrase covers; at least 1.
    pub len: u8,
}

/// Tokens of a stretch of text with their readings, index by index.
pub struct ReadText<'t> {
    /// The whole report.
    pub text: &'t str,
    /// Tokens in order.
    pub tokens: Vec<Token>,
    /// The printed text of each token: rules ask for words far more often than there are any.
    words: Vec<&'t str>,
    /// One reading a token.
    pub readings: Vec<Reading>,
    /// One number a token, the same for the same word of a report; none where words were not numbered.
    pub numbers: Vec<u32>,
    /// The vocabulary used.
    pub pack: &'static Pack,
    /// How the report prints its numbers.
    pub format: NumberFormat,
}

/// The pack for English reports.
pub fn english() -> &'static Pack {
    english::pack()
}

/// Whether a word prints a year that a report may speak of.
pub fn is_year(word: &str) -> bool {
    word.len() == 4 && word.parse().is_ok_and(|y| crate::text::YEARS.contains(&y))
}

impl<'t> ReadText<'t> {
    /// Lexes `text[within]` and looks every word up.
    pub fn new(text: &'t str, within: Span, pack: &'static Pack) -> Self {
        let tokens = lex(text, within);
        let readings = pack.read(text, &tokens);
        let words = words_of(text, &tokens);
        Self { text, tokens, words, readings, numbers: Vec::new(), pack, format: NumberFormat::default() }
    }

    /// Lexes `text[within]`, numbers the words and looks up those that are new.
    pub fn numbered(text: &'t str, within: Span, numbering: &mut Numbering) -> Self {
        let tokens = lex(text, within);
        let (numbers, readings) = numbering.read(text, &tokens);
        let words = words_of(text, &tokens);
        Self { text, tokens, words, readings, numbers, pack: numbering.pack(), format: numbering.format }
    }

    /// The printed text of token `i`; empty past the end.
    pub fn str(&self, i: usize) -> &'t str {
        self.words.get(i).copied().unwrap_or_default()
    }

    /// Whether the word at `i` has one of the classes.
    pub fn word_is(&self, i: usize, class: Class) -> bool {
        self.readings.get(i).is_some_and(|r| r.word.intersects(class))
    }

    /// Whether the longest phrase that begins at `i` has one of the classes.
    pub fn phrase_is(&self, i: usize, class: Class) -> bool {
        self.readings.get(i).is_some_and(|r| r.phrase.intersects(class))
    }

    /// The entry of the longest phrase at `i`, if it has one of the classes.
    pub fn entry(&self, i: usize, class: Class) -> Option<(&'static Entry, usize)> {
        let reading = self.readings.get(i).filter(|r| r.phrase.intersects(class))?;
        Some((self.pack.entry(reading.entry)?, usize::from(reading.len)))
    }

    /// Whether token `i` is the punctuation mark.
    pub fn is_mark(&self, i: usize, mark: char) -> bool {
        self.tokens.get(i).is_some_and(|t| t.is(mark))
    }

    /// Whether token `i` is a word, known or not.
    pub fn is_word(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(Token::is_word)
    }

    /// First index in `range` at which a phrase of the class begins.
    pub fn find(&self, range: Range<usize>, class: Class) -> Option<usize> {
        self.readings_in(&range).iter().position(|r| r.phrase.intersects(class)).map(|at| range.start + at)
    }

    /// Last index in `range` at which a phrase of the class begins.
    pub fn find_last(&self, range: Range<usize>, class: Class) -> Option<usize> {
        self.readings_in(&range).iter().rposition(|r| r.phrase.intersects(class)).map(|at| range.start + at)
    }

    /// First index in `range` whose word has one of the classes.
    pub fn find_word(&self, range: Range<usize>, class: Class) -> Option<usize> {
        self.readings_in(&range).iter().position(|r| r.word.intersects(class)).map(|at| range.start + at)
    }

    /// Last index in `range` whose word has one of the classes.
    pub fn find_last_word(&self, range: Range<usize>, class: Class) -> Option<usize> {
        self.readings_in(&range).iter().rposition(|r| r.word.intersects(class)).map(|at| range.start + at)
    }

    /// First index in `range` whose word has a class of `words`, or at which a phrase of a class of `phrases` begins.
    pub fn find_either(&self, range: Range<usize>, words: Class, phrases: Class) -> Option<usize> {
        let either = |r: &Reading| !((r.word & words) | (r.phrase & phrases)).is_empty();
        self.readings_in(&range).iter().position(either).map(|at| range.start + at)
    }

    /// The classes of all words and phrases that begin in a range.
    pub fn classes(&self, range: Range<usize>) -> Class {
        self.readings_in(&range).iter().fold(Class::empty(), |all, r| all | r.word | r.phrase)
    }

    /// Readings of those tokens of a range that there are.
    fn readings_in(&self, range: &Range<usize>) -> &[Reading] {
        self.readings.get(range.start..range.end.min(self.readings.len())).unwrap_or_default()
    }
}

fn words_of<'t>(text: &'t str, tokens: &[Token]) -> Vec<&'t str> {
    tokens.iter().map(|t| t.span.of(text)).collect()
}
