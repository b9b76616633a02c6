//! The words of one report by number: a word that comes again is looked up in the vocabulary no second time.

use super::{Pack, Reading};
use crate::text::{Span, Token, WordKey};
use rustc_hash::FxHashMap;

/// Numbers for the distinct words and marks of a report, from 1, in the order in which they first stand.
#[derive(Clone)]
pub struct Numbering {
    pack: &'static Pack,
    known: FxHashMap<WordKey, Word>,
    next: u32,
}

/// A distinct word.
#[derive(Clone, Copy)]
struct Word {
    number: u32,
    /// Its number in the vocabulary.
    vocabulary: u16,
}

impl Numbering {
    /// Numbers for words of a language.
    pub fn new(pack: &'static Pack) -> Self {
        Self { pack, known: FxHashMap::default(), next: 1 }
    }

    /// The vocabulary that words are looked up in.
    pub fn pack(&self) -> &'static Pack {
        self.pack
    }

    /// Numbers given so far are below this one.
    pub fn count(&self) -> u32 {
        self.next
    }

    /// The numbers of tokens, 0 for digits and breaks, with their readings.
    pub fn read(&mut self, text: &str, tokens: &[Token]) -> (Vec<u32>, Vec<Reading>) {
        let mut numbers = Vec::with_capacity(tokens.len());
        let mut vocabulary = Vec::with_capacity(tokens.len());
        for token in tokens {
            let plain = token.is_digits() || token.span.is_empty();
            let (number, known) = if plain { (0, 0) } else { self.word(text, token.span) };
            numbers.push(number);
            vocabulary.push(known);
        }
        let readings = self.pack.readings(text, tokens, &vocabulary);
        (numbers, readings)
    }

    /// The number of a word or mark.
    pub fn number(&mut self, text: &str, span: Span) -> u32 {
        self.word(text, span).0
    }

    fn word(&mut self, text: &str, span: Span) -> (u32, u16) {
        let next = self.next;
        let Some(key) = WordKey::of(text, span) else {
            // Words this long are rare enough to have a number each time.
            self.next += 1;
            return (next, 0);
        };
        let word = *self.known.entry(key).or_insert_with(|| Word { number: next, vocabulary: self.pack.number(key) });
        self.next += u32::from(word.number == next);
        (word.number, word.vocabulary)
    }
}
