//! The catalogue's vocabulary: from words and phrases to concepts, looked up once per distinct word of the report.
//!
//! A data file has one concept a line, `name: phrase | phrase | ...`, lower case. A word that ends in `*` stands for every word that
//! begins so. Hyphens count as blanks. A text is read into [`Item`]s, each with the concepts of the phrases that begin at it.

use crate::language::{Numbering, ReadText};
use crate::text::{SOFT_HYPHEN, Span, Token, TokenKind, lex_into, lowered};
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
    /// By their first bytes.
    stems: FxHashMap<Beginning, Vec<(&'static str, u16)>>,
    /// By the number of the first word.
    phrases: Vec<Vec<Phrase>>,
}

/// The first bytes of a word; a stem has no fewer.
type Beginning = [u8; 2];

fn beginning(word: &str) -> Beginning {
    word.as_bytes().first_chunk().copied().unwrap_or_default()
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
                let alike = self.stems.entry(beginning(stem)).or_default();
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
        if printed.contains(SOFT_HYPHEN) {
            return self.word(&printed.replace(SOFT_HYPHEN, ""));
        }
        let numbers = lowered(printed, |lower| self.numbers(lower));
        let phrases = || numbers.iter().filter_map(|n| self.phrases.get(usize::from(*n))).flatten();
        let alone = phrases().filter(|p| p.rest.is_empty()).fold(Concepts::default(), |all, p| all | p.concepts);
        let seconds = phrases().filter_map(|p| p.rest.first()).fold(0, |all, second| all | bit(*second));
        Word { own: numbers.iter().fold(0, |all, n| all | bit(*n)), seconds, alone, numbers }
    }

    /// The numbers of a word in lower case and of the stems that it begins with.
    fn numbers(&self, lower: &str) -> Box<[u16]> {
        let alike = self.stems.get(&beginning(lower)).map_or(&[][..], Vec::as_slice);
        let stems = alike.iter().filter(|(stem, _)| lower.starts_with(stem)).map(|(_, number)| number);
        self.exact.get(lower).into_iter().chain(stems).copied().collect()
    }
}

/// A distinct word of the report that the lexicon knows.
#[derive(Default)]
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

/// Index of a word of a report among those that the lexicon knows; most words are none of them.
type Known = u16;

/// What is unknown to the lexicon.
const UNKNOWN: Known = 0;

/// A word that was not looked up yet.
const NEW: Known = Known::MAX;

/// Reads sentences with a lexicon and remembers every distinct word.
pub(super) struct Reader {
    lexicon: &'static Lexicon,
    /// By the word's number in the report.
    indices: Vec<Known>,
    /// The first stands for all that are unknown.
    known: Vec<Word>,
    /// The words of the text that is read.
    row: Vec<Known>,
    tokens: Vec<Token>,
    /// Short texts that were read before, and their concepts.
    texts: FxHashMap<Box<str>, Concepts>,
}

impl Reader {
    /// A reader that knows no word yet.
    pub(super) fn new(lexicon: &'static Lexicon) -> Self {
        let (indices, known) = (Vec::new(), vec![Word::default()]);
        Self { lexicon, indices, known, row: Vec::new(), tokens: Vec::new(), texts: FxHashMap::default() }
    }

    /// Items of the tokens of numbered text that begin in a stretch, hyphens left out.
    pub(super) fn read(&mut self, read: &ReadText, within: Span, items: &mut Vec<Item>) {
        items.clear();
        self.row.clear();
        let first = read.tokens.partition_point(|t| t.span.start < within.start);
        let (tokens, numbers) = (read.tokens.get(first..).unwrap_or_default(), read.numbers.get(first..).unwrap_or_default());
        let inside = tokens.partition_point(|t| t.span.start < within.end);
        let tokens = tokens.get(..inside).unwrap_or_default().iter().zip(numbers);
        items.reserve(inside);
        self.row.reserve(inside);
        for (token, number) in tokens.filter(|(t, _)| !t.is('-')) {
            let number = if token.is_word() { *number as usize } else { 0 };
            let concepts = self.append(number, read.text, token.span);
            items.push(Item { span: token.span, kind: token.kind, concepts });
        }
        self.open(|at, concepts| {
            if let Some(item) = items.get_mut(at) {
                item.concepts |= concepts;
            }
        });
    }

    /// Concepts of all phrases in a short text of its own.
    pub(super) fn concepts_of(&mut self, text: &str, numbering: &mut Numbering) -> Concepts {
        if let Some(known) = self.texts.get(text) {
            return *known;
        }
        let concepts = self.concepts_of_new(text, numbering);
        self.texts.insert(text.into(), concepts);
        concepts
    }

    fn concepts_of_new(&mut self, text: &str, numbering: &mut Numbering) -> Concepts {
        let mut all = Concepts::default();
        let mut tokens = std::mem::take(&mut self.tokens);
        lex_into(text, Span::new(0, text.len()), &mut tokens);
        self.row.clear();
        for token in tokens.iter().filter(|t| !t.is('-')) {
            let number = if token.is_word() { numbering.number(text, token.span) as usize } else { 0 };
            all |= self.append(number, text, token.span);
        }
        self.tokens = tokens;
        self.open(|_, concepts| all |= concepts);
        all
    }

    /// Adds a word to the row; its concepts by itself, none for number 0.
    fn append(&mut self, number: usize, text: &str, span: Span) -> Concepts {
        let index = if number > 0 { self.index(number, text, span) } else { UNKNOWN };
        self.row.push(index);
        if index == UNKNOWN { Concepts::default() } else { self.word(index).map(|word| word.alone).unwrap_or_default() }
    }

    fn index(&mut self, number: usize, text: &str, span: Span) -> Known {
        match self.indices.get(number) {
            Some(index) if *index != NEW => *index,
            _ => self.look_up(number, span.of(text)),
        }
    }

    /// Looks a word up for the first time.
    fn look_up(&mut self, number: usize, printed: &str) -> Known {
        if self.indices.len() <= number {
            self.indices.resize(number + 1, NEW);
        }
        let word = self.lexicon.word(printed);
        let mut index = UNKNOWN;
        if !word.numbers.is_empty() && self.known.len() < usize::from(NEW) {
            index = self.known.len() as Known;
            self.known.push(word);
        }
        if let Some(known) = self.indices.get_mut(number) {
            *known = index;
        }
        index
    }

    fn word(&self, index: Known) -> Option<&Word> {
        self.known.get(usize::from(index))
    }

    /// Tells where in the row phrases of several words begin, with their concepts.
    fn open(&self, mut tell: impl FnMut(usize, Concepts)) {
        for (at, pair) in self.row.windows(2).enumerate() {
            let [first, second] = pair else { continue };
            if *first != UNKNOWN
                && *second != UNKNOWN
                && let (Some(first), Some(second)) = (self.word(*first), self.word(*second))
                && second.own & first.seconds != 0
            {
                tell(at, self.opened(first, second, self.row.get(at + 2..).unwrap_or_default()));
            }
        }
    }

    /// Concepts of the phrases that begin with two words and go on with the row behind them.
    fn opened(&self, first: &Word, second: &Word, rest: &[Known]) -> Concepts {
        let mut all = Concepts::default();
        for phrase in first.numbers.iter().filter_map(|n| self.lexicon.phrases.get(usize::from(*n))).flatten() {
            let Some((next, others)) = phrase.rest.split_first() else { continue };
            let goes_on = |(p, index): (&u16, &Known)| self.word(*index).is_some_and(|word| word.numbers.contains(p));
            let begins = second.own & bit(*next) != 0 && second.numbers.contains(next);
            if begins && others.len() <= rest.len() && others.iter().zip(rest).all(goes_on) {
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
