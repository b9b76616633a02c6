//! Cues: what the words around a figure say of it, as sets, so that a rule asks in one step.
//!
//! From the lists of `words`, to the sets that `gaps` works out once for all words between two figures.

use super::words;
use crate::text::{Span, WordKey, lex};
use bitflags::bitflags;
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

bitflags! {
    /// What words can say. Each flag stands for one list of `words`.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
    pub(super) struct Cue: u32 {
        const FALL = 1 << 0;
        const RISE = 1 << 1;
        const OTHER_MONEY = 1 << 2;
        const GOAL = 1 << 3;
        const UNCHANGED = 1 << 4;
        const CUMULATIVE = 1 << 5;
        const REACHED = 1 << 6;
        const BEYOND = 1 << 7;
        const SHARE = 1 << 8;
        const EACH = 1 << 9;
        const COVERED = 1 << 10;
        const TAUGHT = 1 << 11;
        const AIMS = 1 << 12;
        const INCOME = 1 << 13;
        const NAMES = 1 << 14;
        const FROM = 1 << 15;
        const BEYOND_PLAN = 1 << 16;
        const RATE = 1 << 17;
        const GOES_ON = 1 << 18;
    }
}

/// Each cue with its words.
const LISTS: &[(Cue, &[&str])] = &[
    (Cue::FALL, words::FALL),
    (Cue::RISE, words::RISE),
    (Cue::OTHER_MONEY, words::OTHER_MONEY),
    (Cue::GOAL, words::GOAL),
    (Cue::UNCHANGED, words::UNCHANGED),
    (Cue::CUMULATIVE, words::CUMULATIVE),
    (Cue::REACHED, words::REACHED),
    (Cue::BEYOND, words::BEYOND),
    (Cue::SHARE, words::SHARE),
    (Cue::EACH, &["each"]),
    (Cue::COVERED, words::COVERED),
    (Cue::TAUGHT, words::TAUGHT),
    (Cue::AIMS, words::AIMS),
    (Cue::INCOME, words::INCOME),
    (Cue::NAMES, words::NAMES),
    (Cue::FROM, &["from"]),
    (Cue::BEYOND_PLAN, &["beyond the plan"]),
    (Cue::RATE, &["rate"]),
    (Cue::GOES_ON, &["trend", "continued"]),
];

/// What begins with one word.
#[derive(Debug, Default)]
pub(super) struct Opening {
    /// What the word says by itself.
    pub(super) alone: Cue,
    /// The words that go on a phrase, with what the phrase says.
    pub(super) longer: Vec<(Box<[WordKey]>, Cue)>,
}

/// What the cues know of a word.
pub(super) fn opening(word: WordKey) -> Option<&'static Opening> {
    static OPENINGS: OnceLock<FxHashMap<WordKey, Opening>> = OnceLock::new();
    OPENINGS.get_or_init(openings).get(&word)
}

fn openings() -> FxHashMap<WordKey, Opening> {
    let mut all: FxHashMap<WordKey, Opening> = FxHashMap::default();
    for (cue, phrase) in LISTS.iter().flat_map(|(cue, phrases)| phrases.iter().map(|phrase| (*cue, *phrase))) {
        let keys: Vec<WordKey> = lex(phrase, Span::new(0, phrase.len())).iter().map(|t| WordKey::whole(t.span.of(phrase))).collect();
        let Some((first, rest)) = keys.split_first() else { continue };
        let opening = all.entry(*first).or_default();
        if rest.is_empty() {
            opening.alone |= cue;
        } else {
            opening.longer.push((rest.into(), cue));
        }
    }
    all
}
