//! The words of one report by number: a word that comes again is looked up in the vocabulary no second time.

use super::acronyms::find_acronyms;
use super::{Pack, Readings};
use crate::text::{NumberFormat, Span, Token, WordKey};
use rustc_hash::{FxBuildHasher, FxHashMap};

/// Numbers for the distinct words and marks of a report, from 1, in the order in which they first stand.
#[derive(Clone)]
pub struct Numbering {
    pack: &'static Pack,
    known: FxHashMap<WordKey, Word>,
    next: u32,
    /// How the report prints its numbers; the English way unless it is told.
    pub format: NumberFormat,
}

/// A distinct word.
#[derive(Clone, Copy)]
struct Word {
    number: u32,
    /// Its number in the vocabulary.
    vocabulary: u16,
}

/// A long report has about so many.
const DISTINCT_WORDS: usize = 6000;

impl Numbering {
    /// Numbers for words of a language.
    pub fn new(pack: &'static Pack) -> Self {
        Self { pack, known: FxHashMap::with_capacity_and_hasher(DISTINCT_WORDS, FxBuildHasher), next: 1, format: NumberFormat::default() }
    }

    /// Numbers for the words of a report whose acronyms for persons are read as the nouns that they stand for.
    pub fn of_report(pack: &'static Pack, text: &str) -> Self {
        let mut numbering = Self::new(pack);
        find_acronyms(text, pack, |acronym, noun| {
            let vocabulary = pack.number(WordKey::new(noun));
            for key in [WordKey::new(acronym), WordKey::new(&format!("{acronym}s"))].into_iter().flatten() {
                if pack.is_unknown(key) {
                    let number = numbering.next;
                    numbering.known.entry(key).or_insert(Word { number, vocabulary });
                    numbering.next += 1;
                }
            }
        });
        numbering
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
    pub fn read(&mut self, text: &str, tokens: &[Token]) -> (Vec<u32>, Readings) {
        let mut vocabulary = Vec::with_capacity(tokens.len());
        let word = |token: &Token| {
            let other = token.is_digits() || token.span.is_empty();
            let (number, known) = if other { (0, Pack::number_of_other(text, token)) } else { self.word(text, token.span) };
            vocabulary.push(known);
            number
        };
        let numbers = tokens.iter().map(word).collect();
        let readings = self.pack.readings(&vocabulary);
        (numbers, readings)
    }

    /// The number of a word or mark.
    pub fn number(&mut self, text: &str, span: Span) -> u32 {
        self.word(text, span).0
    }

    #[inline]
    fn word(&mut self, text: &str, span: Span) -> (u32, u16) {
        let key = WordKey::of(text, span);
        let known = key.and_then(|key| self.known.get(&key)).copied();
        let word = known.unwrap_or_else(|| self.new_word(key));
        (word.number, word.vocabulary)
    }

    #[cold]
    fn new_word(&mut self, key: Option<WordKey>) -> Word {
        let word = Word { number: self.next, vocabulary: self.pack.number(key) };
        self.next += 1;
        // Words so long that they have no key are rare enough to have a number each time.
        self.known.extend(key.map(|key| (key, word)));
        word
    }
}
