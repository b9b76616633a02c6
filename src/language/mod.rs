//! The seam between rules and a language: vocabularies as data, compiled in, and looked up token by token.
//!
//! A [`Pack`] turns words and phrases into [`Class`]es with a payload (a unit, a scale, a number). Rules speak of classes only, so
//! that a second language is new data files and, where its grammar asks for it, a few rules.

mod acronyms;
mod class;
mod english;
mod load;
mod numbering;
mod own_units;
mod reading;
mod transcript;

pub use class::{Class, Entry};
pub use load::{Pack, plural, singular};
pub use numbering::Numbering;
pub use own_units::OwnUnit;
pub use reading::Readings;
pub use transcript::{Transcript, Word};

use crate::text::{NumberFormat, Span, Token, TokenKind, lex};
use std::ops::Range;
use std::rc::Rc;

/// Tokens of a stretch of text with their readings, index by index.
pub struct ReadText<'t> {
    /// The whole report.
    pub text: &'t str,
    /// Tokens in order.
    pub tokens: Vec<Token>,
    /// The printed text of each token: rules ask for words far more often than there are any.
    words: Vec<&'t str>,
    /// One reading a token.
    readings: Readings,
    /// One number a token, the same for the same word of a report; none where words were not numbered.
    pub numbers: Vec<u32>,
    /// The vocabulary used.
    pub pack: &'static Pack,
    /// How the report prints its numbers.
    pub format: NumberFormat,
    /// Units that the report shortens in its own way.
    own_units: Rc<[OwnUnit]>,
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
        Self { text, tokens, words, readings, numbers: Vec::new(), pack, format: NumberFormat::default(), own_units: Rc::default() }
    }

    /// Lexes `text[within]`, numbers the words and looks up those that are new.
    pub fn numbered(text: &'t str, within: Span, numbering: &mut Numbering) -> Self {
        let tokens = lex(text, within);
        let (numbers, mut readings) = numbering.read(text, &tokens);
        let words = words_of(text, &tokens);
        for at in stops_of_titles(&tokens, &words) {
            readings.keep_open(at);
        }
        Self { text, tokens, words, readings, numbers, pack: numbering.pack(), format: numbering.format, own_units: numbering.own_units() }
    }

    /// The printed text of token `i`; empty past the end.
    #[inline]
    pub fn str(&self, i: usize) -> &'t str {
        self.words.get(i).copied().unwrap_or_default()
    }

    /// Whether the word at `i` has one of the classes.
    #[inline]
    pub fn word_is(&self, i: usize, class: Class) -> bool {
        self.readings.word(i).intersects(class)
    }

    /// Whether the vocabulary says nothing of the word at `i`.
    #[inline]
    pub fn is_unknown(&self, i: usize) -> bool {
        self.readings.word(i).is_empty()
    }

    /// Whether the longest phrase that begins at `i` has one of the classes.
    #[inline]
    pub fn phrase_is(&self, i: usize, class: Class) -> bool {
        self.readings.phrase(i).intersects(class)
    }

    /// The entry of the longest phrase at `i`, if it has one of the classes.
    pub fn entry(&self, i: usize, class: Class) -> Option<(&'static Entry, usize)> {
        self.phrase_is(i, class).then(|| Some((self.pack.entry(self.readings.entry(i))?, self.phrase_len(i)))).flatten()
    }

    /// The tokens that the longest phrase at `i` covers; at least 1.
    #[inline]
    pub fn phrase_len(&self, i: usize) -> usize {
        self.readings.phrase_len(i)
    }

    /// The unit that the report shortens to the word at `i`.
    pub fn own_unit(&self, i: usize) -> Option<&OwnUnit> {
        self.own_units.iter().find(|own| own.is(self.str(i)))
    }

    /// Whether token `i` is the punctuation mark.
    #[inline]
    pub fn is_mark(&self, i: usize, mark: char) -> bool {
        self.tokens.get(i).is_some_and(|t| t.is(mark))
    }

    /// Whether token `i` is a hyphen between two words, with no blanks around it.
    pub fn joins(&self, i: usize) -> bool {
        let glued = |i: usize| self.tokens.get(i).is_some_and(|t| !t.spaced);
        (self.is_mark(i, '-') || self.is_mark(i, '\u{2011}')) && glued(i) && self.is_word(i + 1) && glued(i + 1)
    }

    /// Whether token `i` is a word, known or not.
    #[inline]
    pub fn is_word(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(Token::is_word)
    }

    /// Whether a paragraph ends at token `i`, or the text in front of it.
    #[inline]
    pub fn is_break(&self, i: usize) -> bool {
        self.tokens.get(i).is_none_or(|token| token.kind == TokenKind::Break)
    }

    /// First index in `range` at which a phrase of the class begins.
    pub fn find(&self, range: Range<usize>, class: Class) -> Option<usize> {
        self.readings.phrases_in(&range).iter().position(|c| c.intersects(class)).map(|at| range.start + at)
    }

    /// Last index in `range` at which a phrase of the class begins.
    pub fn find_last(&self, range: Range<usize>, class: Class) -> Option<usize> {
        self.readings.phrases_in(&range).iter().rposition(|c| c.intersects(class)).map(|at| range.start + at)
    }

    /// First index in `range` whose word has one of the classes.
    pub fn find_word(&self, range: Range<usize>, class: Class) -> Option<usize> {
        self.readings.words_in(&range).iter().position(|c| c.intersects(class)).map(|at| range.start + at)
    }

    /// Last index in `range` whose word has one of the classes.
    pub fn find_last_word(&self, range: Range<usize>, class: Class) -> Option<usize> {
        self.readings.words_in(&range).iter().rposition(|c| c.intersects(class)).map(|at| range.start + at)
    }

    /// First index in `range` whose word has a class of `words`, or at which a phrase of a class of `phrases` begins.
    pub fn find_either(&self, range: Range<usize>, words: Class, phrases: Class) -> Option<usize> {
        let both = self.readings.words_in(&range).iter().zip(self.readings.phrases_in(&range));
        let either = |(word, phrase): (&Class, &Class)| !((*word & words) | (*phrase & phrases)).is_empty();
        both.map(either).position(|found| found).map(|at| range.start + at)
    }

    /// The classes of all words and phrases that begin in a range.
    pub fn classes(&self, range: Range<usize>) -> Class {
        let all = |classes: &[Class]| classes.iter().fold(Class::empty(), |all, c| all | *c);
        all(self.readings.words_in(&range)) | all(self.readings.phrases_in(&range))
    }
}

/// "St. Louis", "Dr. Marsh": full stops that end no clause, since they belong to what stands in front of a name.
fn stops_of_titles(tokens: &[Token], words: &[&str]) -> impl Iterator<Item = usize> {
    let title =
        |word: &&str| matches!(*word, "St" | "Ste" | "Ft" | "Mt" | "Dr" | "Mr" | "Mrs" | "Ms" | "Prof" | "Gen" | "Hon" | "Rev" | "Sr");
    let stop = move |at: &usize| {
        let [front, stop, name] = tokens.get(*at - 1..*at + 2).unwrap_or_default() else { return false };
        stop.is('.') && !stop.spaced && name.is_word() && name.capital && front.capital && words.get(*at - 1).is_some_and(title)
    };
    (1..tokens.len()).filter(stop)
}

fn words_of<'t>(text: &'t str, tokens: &[Token]) -> Vec<&'t str> {
    tokens.iter().map(|t| t.span.of(text)).collect()
}
