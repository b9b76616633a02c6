//! The words of one report by number: a word that comes again is looked up in the vocabulary no second time.

use super::acronyms::{acronym_at, brackets};
use super::own_units::{OwnUnit, own_unit_at};
use super::{Pack, Readings};
use crate::text::{NumberFormat, Span, Token, WordKey};
use rustc_hash::{FxBuildHasher, FxHashMap};
use std::rc::Rc;

/// Numbers for the distinct words and marks of a report, from 1, in the order in which they first stand.
#[derive(Clone)]
pub struct Numbering {
    pack: &'static Pack,
    known: FxHashMap<WordKey, Word>,
    /// The last word of each of some places: most words of a text are some hundreds that come again and again.
    recent: Vec<(WordKey, Word)>,
    next: u32,
    /// How the report prints its numbers; the English way unless it is told.
    pub format: NumberFormat,
    own_units: Rc<[OwnUnit]>,
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

/// Two to the power of this is how many words are kept at hand.
const RECENT: u32 = 11;

const NO_WORD: Word = Word { number: 0, vocabulary: 0 };

impl Numbering {
    /// Numbers for words of a language.
    pub fn new(pack: &'static Pack) -> Self {
        let known = FxHashMap::with_capacity_and_hasher(DISTINCT_WORDS, FxBuildHasher);
        Self {
            pack,
            known,
            recent: vec![(WordKey::NONE, NO_WORD); 1 << RECENT],
            next: 1,
            format: NumberFormat::default(),
            own_units: Rc::default(),
        }
    }

    /// Numbers for the words of a report whose acronyms for persons and units are read as what they stand for.
    pub fn of_report(pack: &'static Pack, text: &str) -> Self {
        let mut numbering = Self::new(pack);
        let mut units: Vec<OwnUnit> = Vec::new();
        for open in brackets(text) {
            if let Some((acronym, noun)) = acronym_at(text, open, pack) {
                numbering.learn(acronym, noun);
            } else {
                units.extend(own_unit_at(text, open, pack));
            }
        }
        numbering.own_units = units.into();
        numbering
    }

    /// Reads an acronym and its plural as the noun, unless the vocabulary knows them.
    fn learn(&mut self, acronym: &str, noun: &str) {
        let vocabulary = self.pack.number(WordKey::new(noun));
        for key in [WordKey::new(acronym), WordKey::new(&format!("{acronym}s"))].into_iter().flatten() {
            if self.pack.is_unknown(key) {
                self.known.entry(key).or_insert(Word { number: self.next, vocabulary });
                self.next += 1;
            }
        }
    }

    /// The vocabulary that words are looked up in.
    pub fn pack(&self) -> &'static Pack {
        self.pack
    }

    /// Units that the report shortens in its own way.
    pub(super) fn own_units(&self) -> Rc<[OwnUnit]> {
        Rc::clone(&self.own_units)
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
        let word = match WordKey::of(text, span) {
            Some(key) => self.known_word(key),
            // Words so long that they have no key are rare enough to have a number each time.
            None => self.new_word(None),
        };
        (word.number, word.vocabulary)
    }

    #[inline]
    fn known_word(&mut self, key: WordKey) -> Word {
        let place = key.place(RECENT);
        if let Some((_, word)) = self.recent.get(place).filter(|(recent, _)| *recent == key) {
            return *word;
        }
        let word = self.known.get(&key).copied().unwrap_or_else(|| self.new_word(Some(key)));
        if let Some(recent) = self.recent.get_mut(place) {
            *recent = (key, word);
        }
        word
    }

    #[cold]
    fn new_word(&mut self, key: Option<WordKey>) -> Word {
        let word = Word { number: self.next, vocabulary: self.pack.number(key) };
        self.next += 1;
        self.known.extend(key.map(|key| (key, word)));
        word
    }
}
