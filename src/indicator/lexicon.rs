//! The catalogue's vocabulary: from words and phrases to concepts, looked up once per distinct word of the report.
//!
//! A data file has one concept a line, `name: phrase | phrase | ...`, lower case. A word that ends in `*` stands for every word that
//! begins so. Hyphens count as blanks. A text is read into [`Item`]s, each with the concepts of the phrases that begin at it.

use crate::language::{Numbering, ReadText};
use crate::text::{Span, Token, TokenKind, lex_into};
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
    /// By their first byte.
    stems: FxHashMap<u8, Vec<(&'static str, u16)>>,
    /// By the number of the first word.
    phrases: Vec<Vec<Phrase>>,
}

struct Phrase {
    rest: Box<[u16]>,
    concepts: Concepts,
}

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
            Some(stem) => {
                let alike = self.stems.entry(stem.bytes().next().unwrap_or_default()).or_default();
                let known = alike.iter().find(|(other, _)| *other == stem).map(|(_, number)| *number);
                known.unwrap_or_else(|| {
                    alike.push((stem, next));
                    next
                })
            }
            None => *self.exact.entry(word).or_insert(next),
        };
        if known == next {
            self.phrases.push(Vec::new());
        }
        known
    }

    /// What is known of a word: its phrases and those of the stems that it begins with.
    fn word(&self, printed: &str) -> Word {
        let lower = printed.to_lowercase().replace('\u{ad}', "");
        let alike = lower.bytes().next().and_then(|first| self.stems.get(&first)).map_or(&[][..], Vec::as_slice);
        let stems = alike.iter().filter(|(stem, _)| lower.starts_with(stem)).map(|(_, number)| number);
        let numbers: Box<[u16]> = self.exact.get(lower.as_str()).into_iter().chain(stems).copied().collect();
        let phrases = || numbers.iter().filter_map(|n| self.phrases.get(usize::from(*n))).flatten();
        let alone = phrases().filter(|p| p.rest.is_empty()).fold(Concepts::default(), |all, p| all | p.concepts);
        let seconds = phrases().filter_map(|p| p.rest.first()).fold(0, |all, second| all | bit(*second));
        Word { own: numbers.iter().fold(0, |all, n| all | bit(*n)), seconds, alone, numbers }
    }
}

/// A distinct word of the report.
struct Word {
    /// Lexicon numbers of the word itself and of the stems it begins with.
    numbers: Box<[u16]>,
    /// Concepts of the word by itself.
    alone: Concepts,
    /// Bits of these numbers.
    own: u64,
    /// Bits of the second words of phrases that begin with it.
    seconds: u64,
}

/// The bit of a number; numbers may share it.
fn bit(number: u16) -> u64 {
    1 << (number & 63)
}

/// A word in the text that is read.
#[derive(Debug, Clone, Copy, Default)]
struct Place {
    /// The word's number in the report; 0 for what is no word.
    number: usize,
    /// See [`Word`].
    own: u64,
    seconds: u64,
}

/// Reads sentences with a lexicon and remembers every distinct word.
pub(super) struct Reader {
    lexicon: &'static Lexicon,
    /// By the word's number in the report.
    words: Vec<Option<Word>>,
    /// The words of the text that is read; blank for other tokens.
    row: Vec<Place>,
    tokens: Vec<Token>,
}

impl Reader {
    /// A reader that knows no word yet.
    pub(super) fn new(lexicon: &'static Lexicon) -> Self {
        Self { lexicon, words: Vec::new(), row: Vec::new(), tokens: Vec::new() }
    }

    /// Items of the tokens of numbered text that begin in a stretch, hyphens left out.
    pub(super) fn read(&mut self, read: &ReadText, within: Span, items: &mut Vec<Item>) {
        items.clear();
        self.row.clear();
        let first = read.tokens.partition_point(|t| t.span.start < within.start);
        let tokens = read.tokens.iter().zip(&read.numbers).skip(first).take_while(|(t, _)| t.span.start < within.end);
        for (token, number) in tokens.filter(|(t, _)| !t.is('-')) {
            let number = if token.is_word() { *number as usize } else { 0 };
            let concepts = self.append(number, token.span.of(read.text));
            items.push(Item { span: token.span, kind: token.kind, concepts });
        }
        for (at, item) in items.iter_mut().enumerate() {
            item.concepts |= self.opened(at);
        }
    }

    /// Concepts of all phrases in a short text of its own.
    pub(super) fn concepts_of(&mut self, text: &str, numbering: &mut Numbering) -> Concepts {
        let mut all = Concepts::default();
        let mut tokens = std::mem::take(&mut self.tokens);
        lex_into(text, Span::new(0, text.len()), &mut tokens);
        self.row.clear();
        for token in tokens.iter().filter(|t| !t.is('-')) {
            let number = if token.is_word() { numbering.number(text, token.span) as usize } else { 0 };
            all |= self.append(number, token.span.of(text));
        }
        self.tokens = tokens;
        (0..self.row.len()).fold(all, |all, at| all | self.opened(at))
    }

    /// Adds a word to the row; its concepts by itself, none for number 0.
    fn append(&mut self, number: usize, printed: &str) -> Concepts {
        if self.words.len() <= number {
            self.words.resize_with(number + 1, || None);
        }
        let lexicon = self.lexicon;
        let word = self.words.get_mut(number).filter(|_| number > 0).map(|word| word.get_or_insert_with(|| lexicon.word(printed)));
        self.row.push(word.as_ref().map_or(Place::default(), |word| Place { number, own: word.own, seconds: word.seconds }));
        word.map_or(Concepts::default(), |word| word.alone)
    }

    fn numbers(&self, place: &Place) -> &[u16] {
        self.words.get(place.number).and_then(Option::as_ref).map_or(&[], |word| &word.numbers)
    }

    /// Concepts of the phrases of several words that begin at a place of the row.
    fn opened(&self, at: usize) -> Concepts {
        let mut all = Concepts::default();
        let Some([first, rest @ ..]) = self.row.get(at..) else { return all };
        if rest.first().is_none_or(|second| second.own & first.seconds == 0) {
            return all;
        }
        for phrase in self.numbers(first).iter().filter_map(|n| self.lexicon.phrases.get(usize::from(*n))).flatten() {
            let fits = phrase.rest.iter().zip(rest).all(|(p, place)| self.numbers(place).contains(p));
            if fits && (1..=rest.len()).contains(&phrase.rest.len()) {
                all |= phrase.concepts;
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
        let lexicon = Box::leak(Box::new(Lexicon::load("move: relocat* | resettle*\npoor: poor | anti-poverty funds\n")));
        let text = "Relocation of the poor with anti-poverty funds.";
        let mut reader = Reader::new(lexicon);
        let mut items = Vec::new();
        let all = Span::new(0, text.len());
        let read = ReadText::numbered(text, all, &mut Numbering::new(crate::language::english()));
        reader.read(&read, all, &mut items);
        let found: Vec<bool> = items.iter().map(|i| i.concepts.intersects(lexicon.concept("poor"))).collect();
        assert_eq!(found, [false, false, false, true, false, true, false, false, false]);
        assert!(items[0].concepts.intersects(lexicon.concept("move")));
        assert_eq!(lexicon.concept("absent"), Concepts::default());
    }
}
