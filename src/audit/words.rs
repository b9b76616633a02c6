//! Words: the content of a clause as a set to compare, and the cues that the rules look for.
//!
//! From text around a quantity, to the rules. All English that the audit knows stands here.

use std::collections::BTreeSet;

/// Words that say nothing about what is measured: function words, verbs of spending and doing, the words of amounts.
const EMPTY: &[&str] = &[
    "a",
    "about",
    "account",
    "accounted",
    "accounting",
    "accounts",
    "achieved",
    "actually",
    "added",
    "allocate",
    "allocated",
    "also",
    "among",
    "amount",
    "amounted",
    "an",
    "and",
    "annual",
    "are",
    "arrange",
    "arranged",
    "as",
    "at",
    "autonomous",
    "be",
    "been",
    "billion",
    "built",
    "by",
    "carried",
    "carry",
    "completed",
    "conducted",
    "constructed",
    "cover",
    "covered",
    "covering",
    "covers",
    "crore",
    "distributed",
    "during",
    "each",
    "end",
    "far",
    "for",
    "from",
    "full",
    "further",
    "granted",
    "had",
    "has",
    "have",
    "held",
    "identified",
    "implement",
    "implementation",
    "implemented",
    "implementing",
    "in",
    "included",
    "including",
    "increased",
    "invest",
    "invested",
    "investment",
    "is",
    "issue",
    "issued",
    "it",
    "its",
    "kinds",
    "lakh",
    "launched",
    "made",
    "million",
    "more",
    "namely",
    "new",
    "newly",
    "of",
    "on",
    "organized",
    "other",
    "out",
    "over",
    "provided",
    "province",
    "provincewide",
    "put",
    "reach",
    "reached",
    "received",
    "receiving",
    "region",
    "regional",
    "respectively",
    "set",
    "so",
    "successfully",
    "such",
    "support",
    "supported",
    "supporting",
    "than",
    "that",
    "the",
    "their",
    "these",
    "they",
    "this",
    "thousand",
    "to",
    "total",
    "totaled",
    "totally",
    "type",
    "up",
    "used",
    "various",
    "was",
    "we",
    "were",
    "which",
    "whole",
    "whom",
    "with",
    "year",
    "years",
    "yuan",
];

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

/// Content words, reduced to a common form.
pub(super) type Content = BTreeSet<String>;

/// Splits into words; a hyphen between letters belongs to the word.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_alphanumeric() || c == '-')).map(|w| w.trim_matches('-')).filter(|w| !w.is_empty())
}

/// The content words of a text without numbers, empty words, and the words of `without`.
pub(super) fn content(text: &str, without: &Content) -> Content {
    words(text).filter(|w| !w.starts_with(|c: char| c.is_ascii_digit())).filter_map(reduce).filter(|w| !without.contains(w)).collect()
}

/// The common form of a word; `None` for an empty word.
pub(super) fn reduce(word: &str) -> Option<String> {
    let lower = word.to_lowercase();
    if EMPTY.contains(&lower.as_str()) || lower.chars().count() < 2 {
        return None;
    }
    let common = SAME.iter().find(|(from, _)| *from == lower).map_or(lower.as_str(), |(_, to)| to);
    let singular = singular(common);
    let stem: String = singular.chars().take(STEM).collect();
    Some(stem)
}

/// Longer words are told apart by their first letters ("relocation", "relocated").
const STEM: usize = 7;

/// The singular of a regular plural.
pub(super) fn singular(word: &str) -> String {
    if let Some(stem) = word.strip_suffix("ies").filter(|s| s.len() > 2) {
        return format!("{stem}y");
    }
    let sibilant = ["sses", "xes", "ches", "shes"].iter().any(|e| word.ends_with(e));
    let cut = if sibilant {
        word.strip_suffix("es")
    } else {
        word.strip_suffix('s').filter(|s| s.len() > 2 && !s.ends_with('s') && !s.ends_with('u'))
    };
    cut.unwrap_or(word).to_owned()
}

/// Whether `text` holds one of the phrases as whole words, whatever the case.
pub(super) fn has_any(text: &str, phrases: &[&str]) -> bool {
    let lower = text.to_lowercase();
    phrases.iter().any(|p| find_word(&lower, p).is_some())
}

/// Byte offset of a phrase as whole words in lower-case text.
pub(super) fn find_word(lower: &str, phrase: &str) -> Option<usize> {
    lower.match_indices(phrase).map(|(at, _)| at).find(|at| {
        let before = lower.get(..*at).and_then(|s| s.chars().next_back());
        let after = lower.get(at + phrase.len()..).and_then(|s| s.chars().next());
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

/// A fall rather than a rise.
pub(super) const FALL: &[&str] = &[
    "fall",
    "fell",
    "fallen",
    "decrease",
    "decreased",
    "decline",
    "declined",
    "drop",
    "dropped",
    "down",
    "fewer",
    "less",
    "lower",
    "reduced",
    "reduction",
    "decreasing",
];

/// A rise.
pub(super) const RISE: &[&str] = &[
    "up",
    "increase",
    "increased",
    "increasing",
    "rise",
    "rose",
    "risen",
    "growth",
    "grew",
    "more",
    "higher",
    "growing",
    "rising",
    "improved",
];

/// Money that the named money moves others to give, or another statement, not a part of it.
pub(super) const OTHER_MONEY: &[&str] = &[
    "to encourage",
    "encouraging",
    "to guide",
    "guiding",
    "which guided",
    "attracting",
    "to attract",
    "leveraging",
    "mobilizing",
    "while",
];

/// Words in front of a former level.
pub(super) const FORMER: &[&str] = &["from", "against", "than", "compared", "versus", "over"];

/// Words of a plan.
pub(super) const GOAL: &[&str] = &["target", "targets", "goal", "goals", "plan", "plans", "planned", "objective", "objectives", "task"];

/// No growth at all.
pub(super) const UNCHANGED: &[&str] = &["at the same level", "the same as", "unchanged", "on a par with"];

/// Words of topic titles that set no topic apart.
pub(super) const GENERAL_TOPIC: &[&str] = &["overvie", "general", "situati", "introdu", "summary"];

/// Levels of government and the like: adjectives that tell one group of things from another.
pub(super) const LEVELS: &[&str] =
    &["central", "national", "provincial", "state", "federal", "municipal", "local", "county", "prefectural"];

/// Words of a total over more than the year.
pub(super) const CUMULATIVE: &[&str] = &["so far", "accumulated", "accumulatively", "cumulative", "since", "up to now"];

/// Words in front of a total that earlier figures lead to.
pub(super) const REACHED: &[&str] = &["reached", "reaching", "in total", "total", "altogether", "amounted"];

/// First words of a phrase that sets time or place.
pub(super) const SETTING: &[&str] = &["in", "during", "by", "as", "for", "from", "at", "since", "among", "on"];

/// What an amount may be given for.
pub(super) const UNITS: &[&str] = &[
    "household",
    "family",
    "village",
    "person",
    "farmer",
    "student",
    "county",
    "project",
    "school",
    "pupil",
    "teacher",
    "house",
    "loan",
    "town",
];

/// Verbs of what has been done.
pub(super) const DONE: &[&str] =
    &["completed", "achieved", "invested", "issued", "distributed", "implemented", "reached", "built", "trained"];

/// Words of what is still to come.
pub(super) const AHEAD: &[&str] =
    &["will", "would", "plan", "plans", "planned", "expected", "target", "goal", "shall", "aims", "going to", "is to", "are to"];

/// Words in front of a count that says where or for whom, not how many ("5306 villages in 80 counties").
pub(super) const PLACING: &[&str] = &["in", "of", "from", "for", "covering", "across", "to", "by"];

/// More than was planned.
pub(super) const BEYOND: &[&str] = &["overfulfilling", "exceeding", "beyond the plan", "more than planned"];
