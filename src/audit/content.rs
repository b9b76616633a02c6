//! The content of a clause: a set of stems to compare with that of another.
//!
//! From text around a quantity, to the rules that ask whether two figures speak of one thing.

use super::words::{singular, words};
use crate::text::{WordKey, lowered};
use rustc_hash::{FxHashMap, FxHasher};
use std::hash::{Hash as _, Hasher as _};
use std::ops::BitOr;
use std::sync::OnceLock;

/// Words that say nothing about what is measured: function words, verbs of spending and doing, the words of amounts.
const EMPTY: &str = "\
    a about account accounted accounting accounts achieved actually added allocate allocated also among amount amounted an \
    and annual are arrange arranged as at autonomous be been billion built by carried carry completed conducted constructed \
    cover covered covering covers crore distributed during each end far for from full further granted had has have held \
    identified implement implementation implemented implementing in included including increased invest invested investment \
    is issue issued it its kinds lakh launched made million more namely new newly of on organized other out over provided \
    province provincewide put reach reached received receiving region regional respectively set so successfully such support \
    supported supporting than that the their these they this thousand to total totaled totally type up used various was we \
    were which whole whom with year years yuan";

/// Different words for one thing.
const SAME: &[(&str, &str)] = &[
    ("impoverished", "poor"),
    ("needy", "poor"),
    ("poverty-stricken", "poor"),
    ("anti-poverty", "antipoverty"),
    ("poverty-relief", "antipoverty"),
    ("families", "household"),
    ("family", "household"),
    ("population", "people"),
    ("person", "people"),
    ("persons", "people"),
    ("resident", "people"),
    ("residents", "people"),
    ("capital", "fund"),
];

/// What tells a word from others: its first letters in lower case, of the singular, packed into a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub(super) struct Stem(u64);

/// Spreads stems that differ in a letter over all bits: two to the 64 by the golden ratio.
const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;

/// Longer words are told apart by their first letters ("relocation", "relocated").
const STEM: usize = 7;

/// From this length on, a plural ends behind the letters of the stem.
const LONG: usize = STEM + 3;

impl Stem {
    /// The stem of a word in lower case.
    fn new(lower: &str) -> Self {
        let whole = singular(lower);
        let end = whole.char_indices().nth(STEM).map_or(whole.len(), |(at, _)| at);
        let letters = whole.get(..end).unwrap_or_default();
        if letters.len() > STEM {
            let mut hasher = FxHasher::default();
            letters.hash(&mut hasher);
            return Self(hasher.finish() | 1 << 63);
        }
        Self::packed(letters.bytes())
    }

    /// One bit of 64, the same for the same stem.
    fn bit(self) -> u64 {
        1 << (self.0.wrapping_mul(SPREAD) >> 58)
    }

    fn packed(letters: impl DoubleEndedIterator<Item = u8>) -> Self {
        Self(letters.rev().fold(0, |packed, b| packed << 8 | u64::from(b)))
    }
}

/// The common form of a word; `None` for an empty word.
pub(super) fn reduce(word: &str) -> Option<Stem> {
    reduce_known(word, WordKey::new(word))
}

/// The same, for a word whose key is known.
pub(super) fn reduce_known(word: &str, key: Option<WordKey>) -> Option<Stem> {
    if let Some(known) = key.and_then(|key| known().get(&key)) {
        return *known;
    }
    // Most words are no plurals, or so long that the plural ends behind the letters of the stem.
    if word.len() > 1 && word.is_ascii() && (word.len() >= LONG || !word.ends_with(['s', 'S'])) {
        return Some(Stem::packed(word.bytes().take(STEM).map(|b| b.to_ascii_lowercase())));
    }
    lowered(word, |lower| lower.chars().nth(1).is_some().then(|| Stem::new(lower)))
}

/// Empty words, and the stems of those that have another common form.
fn known() -> &'static FxHashMap<WordKey, Option<Stem>> {
    static KNOWN: OnceLock<FxHashMap<WordKey, Option<Stem>>> = OnceLock::new();
    KNOWN.get_or_init(|| {
        let same = SAME.iter().map(|(word, common)| (*word, Some(Stem::new(common))));
        let words = EMPTY.split_whitespace().map(|word| (word, None)).chain(same);
        words.filter_map(|(word, stem)| Some((WordKey::new(word)?, stem))).collect()
    })
}

/// A shadow of a set of stems: equal sets have equal shadows, different ones mostly not. That of a union is the union of the shadows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(super) struct Shadow(u64);

impl FromIterator<Stem> for Shadow {
    fn from_iter<I: IntoIterator<Item = Stem>>(stems: I) -> Self {
        stems.into_iter().fold(Self::default(), |all, stem| all | Self::of(stem))
    }
}

impl Shadow {
    /// That of one stem.
    pub(super) fn of(stem: Stem) -> Self {
        Self(stem.bit())
    }

    /// Without the bits of another shadow. Sets that differ only in words of the other have equal shadows then.
    pub(super) fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }
}

impl BitOr for Shadow {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// A set of stems, in order.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub(super) struct Content(Vec<Stem>);

impl Content {
    /// Nothing yet, with room for so many words.
    pub(super) fn with_room(words: usize) -> Self {
        Self(Vec::with_capacity(words))
    }

    /// The content words of a text without numbers, empty words, and the words of `without`.
    pub(super) fn of(text: &str, without: &Self) -> Self {
        let mut content = Self::default();
        content.add(text, without);
        content
    }

    /// Some words.
    pub(super) fn of_words(words: &[&str]) -> Self {
        let mut content = Self::default();
        content.extend(words.iter().filter_map(|word| reduce(word)));
        content
    }

    /// Adds the content words of a text.
    pub(super) fn add(&mut self, text: &str, without: &Self) {
        let stems = words(text).filter(|w| !w.starts_with(|c: char| c.is_ascii_digit())).filter_map(reduce);
        self.extend(stems.filter(|stem| !without.contains(*stem)));
    }

    /// Whether there is no word.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether a stem is among the words.
    pub(super) fn contains(&self, stem: Stem) -> bool {
        self.0.binary_search(&stem).is_ok()
    }

    /// How many words two sets share.
    pub(super) fn common(&self, other: &Self) -> usize {
        self.0.iter().filter(|stem| other.contains(**stem)).count()
    }

    /// Whether all words are among those of another set.
    pub(super) fn is_subset(&self, other: &Self) -> bool {
        self.0.iter().all(|stem| other.contains(*stem))
    }

    /// How many words two sets share apart from those of the names, and how many the larger of the two has then.
    pub(super) fn common_apart_from(&self, other: &Self, names: [&Self; 2]) -> (usize, usize) {
        let apart = |stem: &&Stem| !names.iter().any(|name| name.contains(**stem));
        let own = self.0.iter().filter(apart);
        let theirs = other.0.iter().filter(apart).count();
        (own.clone().filter(|stem| other.contains(**stem)).count(), own.count().max(theirs))
    }

    /// The words in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = Stem> {
        self.0.iter().copied()
    }

    /// Leaves out some words.
    #[must_use]
    pub(super) fn without(mut self, words: &Self) -> Self {
        self.0.retain(|stem| !words.contains(*stem));
        self
    }
}

impl Extend<Stem> for Content {
    fn extend<I: IntoIterator<Item = Stem>>(&mut self, stems: I) {
        self.0.extend(stems);
        self.0.sort_unstable();
        self.0.dedup();
    }
}
