//! The catalogue's vocabulary: from words and phrases to concepts, looked up once per distinct word of the report.
//!
//! A data file has one concept a line, `name: phrase | phrase | ...`, lower case. A word that ends in `*` stands for every word that
//! begins so. Hyphens count as blanks.

use crate::text::{SOFT_HYPHEN, lowered};
use rustc_hash::{FxBuildHasher, FxHashMap};
use std::ops::{BitOr, BitOrAssign};

/// A set of concepts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Concepts(u128);

impl Concepts {
    /// Whether the sets share a concept.
    #[inline]
    pub(super) fn intersects(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether all concepts of another set are in this one.
    #[inline]
    pub(super) fn contains(self, others: Self) -> bool {
        self.0 & others.0 == others.0
    }

    /// Whether there is just one concept.
    pub(super) fn is_one(self) -> bool {
        self.0.is_power_of_two()
    }

    fn bit(number: usize) -> Self {
        Self(1_u128.checked_shl(number as u32).unwrap_or(0))
    }
}

impl BitOr for Concepts {
    type Output = Self;
    #[inline]
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOrAssign for Concepts {
    #[inline]
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

/// Words and phrases with their concepts.
pub(super) struct Lexicon {
    /// Numbers of the concepts, by name.
    names: FxHashMap<&'static str, usize>,
    exact: FxHashMap<&'static str, u16>,
    /// By their first bytes.
    stems: FxHashMap<Beginning, Vec<(&'static str, u16)>>,
    /// By the number of the first word.
    begun: Vec<Begun>,
}

/// The phrases that begin with a word.
#[derive(Default)]
struct Begun {
    /// Concepts of the word alone.
    alone: Concepts,
    /// Bits of the second words.
    seconds: u64,
    phrases: Vec<Phrase>,
}

/// The first bytes of a word; a stem has no fewer.
type Beginning = u16;

fn beginning(word: &str) -> Beginning {
    word.as_bytes().first_chunk().copied().map(u16::from_le_bytes).unwrap_or_default()
}

/// A phrase of several words, without the first, and its concepts.
struct Phrase {
    second: u16,
    rest: Box<[u16]>,
    concepts: Concepts,
}

/// What the lexicon knows of a word.
#[derive(Default)]
pub(super) struct Word {
    /// Lexicon numbers of the word itself and of the stems it begins with.
    numbers: Box<[u16]>,
    /// Concepts of the word by itself.
    pub(super) alone: Concepts,
    /// Bits of these numbers.
    pub(super) own: u64,
    /// Bits of the second words of phrases that begin with it.
    pub(super) seconds: u64,
}

impl Word {
    /// Whether the lexicon does not know the word.
    pub(super) fn is_unknown(&self) -> bool {
        self.numbers.is_empty()
    }

    fn is(&self, number: u16) -> bool {
        self.own & bit(number) != 0 && self.numbers.contains(&number)
    }
}

/// The phrases that begin with two words.
pub(super) struct Pair {
    /// Concepts of those of no third word.
    pub(super) concepts: Concepts,
    /// The others, and bits of their third words: most words that follow are none of them.
    longer: Box<[&'static Phrase]>,
    thirds: u64,
}

impl Pair {
    /// Concepts of the phrases that go on with the words behind the two.
    pub(super) fn going_on<'a>(&self, behind: impl Iterator<Item = &'a Word> + Clone) -> Concepts {
        if behind.clone().next().is_none_or(|third| third.own & self.thirds == 0) {
            return Concepts::default();
        }
        let goes_on = |phrase: &&&Phrase| {
            let mut words = behind.clone();
            phrase.rest.iter().all(|number| words.next().is_some_and(|word| word.is(*number)))
        };
        self.longer.iter().filter(goes_on).fold(Concepts::default(), |all, phrase| all | phrase.concepts)
    }
}

/// A lexicon has about so many words.
const WORDS: usize = 1000;

/// The bit of a number; numbers may share it.
fn bit(number: u16) -> u64 {
    1 << (number & 63)
}

impl Lexicon {
    /// Reads the concepts of a data file.
    pub(super) fn load(data: &'static str) -> Self {
        let mut lexicon = Self {
            names: FxHashMap::default(),
            exact: FxHashMap::with_capacity_and_hasher(WORDS, FxBuildHasher),
            stems: FxHashMap::default(),
            begun: Vec::with_capacity(WORDS),
        };
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
        self.names.get(name).copied().map(Concepts::bit).unwrap_or_default()
    }

    fn number(&mut self, name: &'static str) -> usize {
        let next = self.names.len();
        *self.names.entry(name).or_insert(next)
    }

    fn add(&mut self, phrase: &'static str, concepts: Concepts) {
        let mut words = phrase.split([' ', '-']).map(str::trim).filter(|w| !w.is_empty()).map(|w| self.intern(w));
        let Some(first) = words.next() else { return };
        let (second, rest) = (words.next(), words.collect());
        let Some(begun) = self.begun.get_mut(usize::from(first)) else { return };
        match second {
            Some(second) => {
                begun.seconds |= bit(second);
                begun.phrases.push(Phrase { second, rest, concepts });
            }
            None => begun.alone |= concepts,
        }
    }

    fn intern(&mut self, word: &'static str) -> u16 {
        let next = self.begun.len() as u16;
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
            self.begun.push(Begun::default());
        }
        known
    }

    /// What is known of a word: its phrases and those of the stems that it begins with.
    pub(super) fn word(&self, printed: &str) -> Word {
        if !printed.is_ascii() && printed.contains(SOFT_HYPHEN) {
            return self.word(&printed.replace(SOFT_HYPHEN, ""));
        }
        let numbers = lowered(printed, |lower| self.numbers(lower));
        let mut word = Word::default();
        for number in &numbers {
            word.own |= bit(*number);
            if let Some(begun) = self.begun.get(usize::from(*number)) {
                word.alone |= begun.alone;
                word.seconds |= begun.seconds;
            }
        }
        Word { numbers, ..word }
    }

    /// The phrases that begin with two words.
    pub(super) fn pair(&'static self, first: &Word, second: &Word) -> Pair {
        let phrases = first.numbers.iter().filter_map(|n| self.begun.get(usize::from(*n))).flat_map(|begun| &begun.phrases);
        let (exact, longer): (Vec<_>, Vec<_>) = phrases.filter(|p| second.is(p.second)).partition(|p| p.rest.is_empty());
        let thirds = longer.iter().filter_map(|p| p.rest.first()).fold(0, |all, third| all | bit(*third));
        Pair { concepts: exact.iter().fold(Concepts::default(), |all, p| all | p.concepts), longer: longer.into(), thirds }
    }

    /// The numbers of a word in lower case and of the stems that it begins with.
    fn numbers(&self, lower: &str) -> Box<[u16]> {
        let alike = self.stems.get(&beginning(lower)).map_or(&[][..], Vec::as_slice);
        let stems = alike.iter().filter(|(stem, _)| lower.starts_with(stem)).map(|(_, number)| number);
        self.exact.get(lower).into_iter().chain(stems).copied().collect()
    }
}
