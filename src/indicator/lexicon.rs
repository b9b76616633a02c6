//! The catalogue's vocabulary: from words and phrases to concepts, looked up once per distinct word of the report.
//!
//! A data file has one concept a line, `name: phrase | phrase | ...`, lower case. A word that ends in `*` stands for every word that
//! begins so. Hyphens count as blanks. A text is read into [`Item`]s, each with the concepts of the phrases that begin at it.

use crate::text::{Span, TokenKind, lex};
use rustc_hash::FxHashMap;
use std::ops::{BitOr, BitOrAssign};

/// A set of concepts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Concepts(u128);

impl Concepts {
    /// Whether the sets share a concept.
    pub(super) fn intersects(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    fn bit(number: usize) -> Self {
        Self(1_u128.checked_shl(number as u32).unwrap_or(0))
    }
}

impl BitOr for Concepts {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOrAssign for Concepts {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

/// One word, number or mark of a sentence.
#[derive(Debug, Clone, Copy)]
pub(super) struct Item {
    /// Where it stands in the report.
    pub(super) span: Span,
    /// What it is.
    pub(super) kind: TokenKind,
    /// Concepts of all phrases that begin here.
    pub(super) concepts: Concepts,
}

/// Words and phrases with their concepts.
pub(super) struct Lexicon {
    names: Vec<&'static str>,
    exact: FxHashMap<&'static str, u16>,
    stems: FxHashMap<&'static str, u16>,
    /// By the number of the first word.
    phrases: Vec<Vec<Phrase>>,
}

struct Phrase {
    rest: Box<[u16]>,
    concepts: Concepts,
}

/// Stems are at least this long, so that a look-up tries few.
const SHORTEST_STEM: usize = 3;

impl Lexicon {
    /// Reads the concepts of a data file.
    pub(super) fn load(data: &'static str) -> Self {
        let mut lexicon = Self { names: Vec::new(), exact: FxHashMap::default(), stems: FxHashMap::default(), phrases: Vec::new() };
        for (name, phrases) in data.lines().filter(|l| !l.starts_with('#')).filter_map(|l| l.split_once(": ")) {
            let concepts = Concepts::bit(lexicon.number(name.trim()));
            for phrase in phrases.split('|') {
                lexicon.add(phrase, concepts);
            }
        }
        lexicon
    }

    /// The concept of that name; empty for an unknown one.
    pub(super) fn concept(&self, name: &str) -> Concepts {
        self.names.iter().position(|n| *n == name).map(Concepts::bit).unwrap_or_default()
    }

    fn number(&mut self, name: &'static str) -> usize {
        self.names.iter().position(|n| *n == name).unwrap_or_else(|| {
            self.names.push(name);
            self.names.len() - 1
        })
    }

    fn add(&mut self, phrase: &'static str, concepts: Concepts) {
        let words: Vec<u16> = phrase.split([' ', '-']).map(str::trim).filter(|w| !w.is_empty()).map(|w| self.intern(w)).collect();
        let Some((first, rest)) = words.split_first() else { return };
        if let Some(phrases) = self.phrases.get_mut(usize::from(*first)) {
            phrases.push(Phrase { rest: rest.into(), concepts });
        }
    }

    fn intern(&mut self, word: &'static str) -> u16 {
        let next = self.phrases.len() as u16;
        let known = match word.strip_suffix('*') {
            Some(stem) => *self.stems.entry(stem).or_insert(next),
            None => *self.exact.entry(word).or_insert(next),
        };
        if known == next {
            self.phrases.push(Vec::new());
        }
        known
    }

    /// Numbers of the word itself and of the stems it begins with.
    fn numbers(&self, word: &str) -> Vec<u16> {
        let lower = word.to_lowercase();
        let stems = (SHORTEST_STEM..=lower.len()).filter_map(|n| self.stems.get(lower.get(..n)?));
        self.exact.get(lower.as_str()).into_iter().chain(stems).copied().collect()
    }
}

/// Reads sentences with a lexicon and remembers every distinct word.
pub(super) struct Reader<'t> {
    lexicon: &'t Lexicon,
    known: FxHashMap<&'t str, u32>,
    /// Lexicon numbers of each distinct word.
    words: Vec<Box<[u16]>>,
}

impl<'t> Reader<'t> {
    /// A reader that knows no word yet.
    pub(super) fn new(lexicon: &'t Lexicon) -> Self {
        Self { lexicon, known: FxHashMap::default(), words: Vec::new() }
    }

    /// Items of `text[within]`, hyphens left out; spans are offsets into `text`.
    pub(super) fn read(&mut self, text: &'t str, within: Span, items: &mut Vec<Item>) {
        items.clear();
        let mut words = Vec::new();
        for token in lex(text, within).into_iter().filter(|t| !t.is('-')) {
            words.push(if token.is_word() { Some(self.word(token.span.of(text))) } else { None });
            items.push(Item { span: token.span, kind: token.kind, concepts: Concepts::default() });
        }
        for (at, item) in items.iter_mut().enumerate() {
            item.concepts = self.concepts_at(words.get(at..).unwrap_or_default());
        }
    }

    /// Concepts of all phrases in a short text of its own.
    pub(super) fn concepts_of(&mut self, text: &'t str) -> Concepts {
        let mut items = Vec::new();
        self.read(text, Span::new(0, text.len()), &mut items);
        items.iter().fold(Concepts::default(), |all, i| all | i.concepts)
    }

    fn word(&mut self, printed: &'t str) -> u32 {
        if let Some(known) = self.known.get(printed) {
            return *known;
        }
        let number = self.words.len() as u32;
        self.words.push(self.lexicon.numbers(printed).into());
        self.known.insert(printed, number);
        number
    }

    fn numbers(&self, word: Option<u32>) -> &[u16] {
        word.and_then(|w| self.words.get(w as usize)).map_or(&[], AsRef::as_ref)
    }

    fn concepts_at(&self, words: &[Option<u32>]) -> Concepts {
        let mut all = Concepts::default();
        let Some((first, rest)) = words.split_first() else { return all };
        for number in self.numbers(*first) {
            for phrase in self.lexicon.phrases.get(usize::from(*number)).into_iter().flatten() {
                let follows = phrase.rest.len() <= rest.len() && phrase.rest.iter().zip(rest).all(|(p, w)| self.numbers(*w).contains(p));
                if follows {
                    all |= phrase.concepts;
                }
            }
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stems_and_phrases_are_found() {
        let lexicon = Lexicon::load("move: relocat* | resettle*\npoor: poor | anti-poverty funds\n");
        let text = "Relocation of the poor with anti-poverty funds.";
        let mut reader = Reader::new(&lexicon);
        let mut items = Vec::new();
        reader.read(text, Span::new(0, text.len()), &mut items);
        let found: Vec<bool> = items.iter().map(|i| i.concepts.intersects(lexicon.concept("poor"))).collect();
        assert_eq!(found, [false, false, false, true, false, true, false, false, false]);
        assert!(items[0].concepts.intersects(lexicon.concept("move")));
        assert_eq!(lexicon.concept("absent"), Concepts::default());
    }
}
