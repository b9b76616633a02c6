//! What a word of a description can be to the name of an indicator.

use crate::language::{Class, ReadText};
use crate::outline::is_area_word;
use crate::text::lowered;
use bitflags::bitflags;

/// Names that say nothing of the persons or households that they count: those of any sort do not make one indicator.
pub(super) const BARE: [&str; 7] = ["people", "person", "persons", "individuals", "residents", "households", "families"];

bitflags! {
    /// The parts that a word can play.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
    pub(super) struct Sort: u8 {
        /// A phrase may begin or end with it.
        const CONTENT = 1 << 0;
        /// A sort of area, which alone names nothing: "region", "district".
        const AREA = 1 << 1;
        /// Leads from the things to what is said of them: "in (the region)", "headed (by women)".
        const LEADS = 1 << 2;
        /// Persons, or things in the plural: a noun without doubt.
        const NOUN = 1 << 3;
        /// Stands for what another figure counts: "(310 of) them".
        const PRONOUN = 1 << 4;
        /// A hyphen joins it to the word in front: "(full-)time".
        const JOINED = 1 << 5;
    }
}

impl Sort {
    /// What a word is wherever it stands and whatever its case: a sort of area, a pronoun.
    pub(super) fn of_word(word: &str) -> Self {
        let mut sort = Self::empty();
        sort.set(Self::AREA, lowered(word, is_area_word));
        sort.set(Self::PRONOUN, lowered(word, |word| matches!(word, "them" | "these" | "those" | "whom" | "which")));
        sort
    }

    /// The same and what it is at its place; whether it has content there is known.
    pub(super) fn at(mut self, read: &ReadText, at: usize, content: bool) -> Self {
        let word = read.str(at);
        let participle = || word.ends_with("ed") && (read.word_is(at, Class::VERB) || read.word_is(at + 1, Class::PREPOSITION));
        let plural = || word.ends_with('s') && !word.ends_with("ss");
        self.set(Self::CONTENT, content && !self.contains(Self::PRONOUN));
        self.set(Self::AREA, content && self.contains(Self::AREA));
        self.set(Self::LEADS, read.word_is(at, Class::PREPOSITION) || participle());
        self.set(Self::NOUN, read.word_is(at, Class::PEOPLE | Class::HOUSEHOLDS | Class::NOUN) || plural());
        self.set(Self::JOINED, at > 0 && read.joins(at - 1));
        self
    }
}

/// Whether words say of money that it was spent, and not on what: "the district spent", "total expenditure". The word to print for it.
pub(super) fn is_plain_spending<'a>(sorts: &[Sort], printed: &[&'a str]) -> Option<&'a str> {
    let noun = |word: &str| lowered(word, |word| matches!(word, "expenditure" | "expenditures" | "spending" | "outlay" | "outlays"));
    let mut words = sorts.iter().zip(printed).filter(|(sort, _)| (Sort::CONTENT | Sort::AREA) & **sort == Sort::CONTENT);
    match (words.next(), words.next()) {
        (None, _) => printed.last().filter(|word| lowered(word, |word| word == "spent")).map(|_| "expenditure"),
        (Some((_, word)), None) => Some(*word).filter(|word| noun(word)),
        _ => None,
    }
}

/// Whether words name a stretch of time that is measured ("life expectancy", "waiting time"), not one that something took.
pub(super) fn tells_duration(what: &str) -> bool {
    const HEADS: [&str; 14] = [
        "expectancy",
        "time",
        "times",
        "stay",
        "wait",
        "waits",
        "age",
        "duration",
        "length",
        "delay",
        "continuity",
        "lifespan",
        "schooling",
        "tenure",
    ];
    what.split(' ').any(|word| lowered(word, |word| HEADS.contains(&word)))
}

/// Whether a word, as far as its ending tells, says what things are like: "public", "paved", "severe".
pub(super) fn is_adjective(word: &str) -> bool {
    const ENDINGS: [&str; 9] = ["al", "ic", "ive", "ous", "ble", "ary", "ate", "ern", "ed"];
    let plain =
        |word: &str| matches!(word, "severe" | "mild" | "urban" | "new" | "old" | "large" | "small" | "open" | "solar" | "major" | "minor");
    lowered(word, |word| plain(word) || word.len() > 4 && ENDINGS.iter().any(|ending| word.ends_with(ending)))
}
