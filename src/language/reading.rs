//! What is read at each token of a stretch of text: the classes of its word, and the longest phrase that begins at it.
//!
//! Rules look for classes all the time and for the entries behind them rarely, so that classes are kept apart, one beside the other.

use super::Class;
use std::ops::Range;

/// The longest phrase that begins at a token.
#[derive(Debug, Clone, Copy)]
pub(super) struct Longest {
    /// Index into the pack's entries; 0 for none.
    pub(super) entry: u16,
    /// Tokens that the phrase covers; at least 1.
    pub(super) len: u8,
}

/// Of a word that begins no phrase.
pub(super) const NO_PHRASE: Longest = Longest { entry: 0, len: 1 };

/// One reading a token.
#[derive(Debug, Clone, Default)]
pub struct Readings {
    /// Classes of the words themselves.
    words: Vec<Class>,
    /// Classes of the longest phrase that begins at each token, the word alone included; none inside a phrase that began before.
    phrases: Vec<Class>,
    longest: Vec<Longest>,
}

impl Readings {
    /// Words that are read each by itself: their classes and entries.
    pub(super) fn of_words(words: impl ExactSizeIterator<Item = (Class, u16)>) -> Self {
        let mut longest = Vec::with_capacity(words.len());
        let classes = words.map(|(classes, entry)| {
            longest.push(Longest { entry, len: 1 });
            classes
        });
        let words: Vec<Class> = classes.collect();
        Self { phrases: words.clone(), words, longest }
    }

    /// Lets a phrase begin at a token; the words that it covers begin none.
    pub(super) fn begin_phrase(&mut self, at: usize, classes: Class, longest: Longest) {
        let covered = at..at + usize::from(longest.len);
        let (Some(phrases), Some(lengths)) = (self.phrases.get_mut(covered.clone()), self.longest.get_mut(covered)) else { return };
        phrases.fill(Class::empty());
        lengths.fill(NO_PHRASE);
        if let (Some(first), Some(length)) = (phrases.first_mut(), lengths.first_mut()) {
            (*first, *length) = (classes, longest);
        }
    }

    /// Lets the mark at a token end no clause.
    pub(super) fn keep_open(&mut self, at: usize) {
        if let (Some(word), Some(phrase)) = (self.words.get_mut(at), self.phrases.get_mut(at)) {
            word.remove(Class::CLAUSE_END);
            phrase.remove(Class::CLAUSE_END);
        }
    }

    /// How many tokens are read.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The classes of the word at token `i`; none past the end.
    #[inline]
    pub fn word(&self, i: usize) -> Class {
        self.words.get(i).copied().unwrap_or_default()
    }

    /// The classes of the longest phrase that begins at token `i`; none past the end.
    #[inline]
    pub fn phrase(&self, i: usize) -> Class {
        self.phrases.get(i).copied().unwrap_or_default()
    }

    /// The tokens that the longest phrase at `i` covers; at least 1.
    #[inline]
    pub fn phrase_len(&self, i: usize) -> usize {
        self.longest.get(i).map_or(1, |longest| usize::from(longest.len))
    }

    /// The number of its entry in the pack; 0 for none.
    pub fn entry(&self, i: usize) -> u16 {
        self.longest.get(i).map_or(0, |longest| longest.entry)
    }

    /// The words' classes of those tokens of a range that there are.
    pub(super) fn words_in(&self, range: &Range<usize>) -> &[Class] {
        within(&self.words, range)
    }

    /// The phrases' classes of those tokens of a range that there are.
    pub(super) fn phrases_in(&self, range: &Range<usize>) -> &[Class] {
        within(&self.phrases, range)
    }
}

fn within<'c>(classes: &'c [Class], range: &Range<usize>) -> &'c [Class] {
    classes.get(range.start..range.end.min(classes.len())).unwrap_or_default()
}
