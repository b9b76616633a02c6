//! Words: how a text is split into them, and the cues that the rules look for.
//!
//! From text around a quantity, to the rules. All English that the audit knows stands here.

use crate::text::{WordKey, lowered};
use std::borrow::Cow;

/// Splits into words; a hyphen between letters belongs to the word.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        while !rest.is_empty() {
            let gap = run(rest, false);
            let word = rest.get(gap..).map_or("", |r| r.get(..run(r, true)).unwrap_or_default());
            rest = rest.get(gap + word.len()..).unwrap_or_default();
            // Few words have a hyphen at an end.
            let word = if matches!(word.as_bytes(), [b'-', ..] | [.., b'-']) { word.trim_matches('-') } else { word };
            if !word.is_empty() {
                return Some(word);
            }
        }
        None
    })
}

/// What bytes are to words, looked up since all text around figures is asked for it.
static SORTS: [Byte; 256] = sorts();

/// What a byte is to words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Byte {
    /// ASCII between words.
    Between,
    Letter,
    Hyphen,
    /// Of a character that is not of ASCII.
    Other,
}

const fn sorts() -> [Byte; 256] {
    let mut sorts = [Byte::Between; 256];
    let mut rest = sorts.as_mut_slice();
    let mut byte = 0_u8;
    while let Some((sort, behind)) = rest.split_first_mut() {
        *sort = match byte {
            b'-' => Byte::Hyphen,
            128.. => Byte::Other,
            _ if byte.is_ascii_alphanumeric() => Byte::Letter,
            _ => Byte::Between,
        };
        byte = byte.wrapping_add(1);
        rest = behind;
    }
    sorts
}

fn sort(byte: u8) -> Byte {
    SORTS.get(usize::from(byte)).copied().unwrap_or(Byte::Other)
}

/// Bytes at the start of a text that are all of words, or all between them.
fn run(text: &str, of_words: bool) -> usize {
    let goes_on = |b: &u8| match sort(*b) {
        Byte::Between => !of_words,
        Byte::Letter | Byte::Hyphen => of_words,
        Byte::Other => false,
    };
    let ascii = text.as_bytes().iter().position(|b| !goes_on(b)).unwrap_or(text.len());
    if text.as_bytes().get(ascii).is_none_or(u8::is_ascii) {
        return ascii;
    }
    text.char_indices().find(|(_, c)| in_word(*c) != of_words).map_or(text.len(), |(at, _)| at)
}

/// The words of a text from its end on.
pub(super) fn backwards(text: &str) -> impl Iterator<Item = &str> {
    text.rsplit(|c: char| !in_word(c)).map(|w| w.trim_matches('-')).filter(|w| !w.is_empty())
}

/// The text up to the first of some ASCII marks.
pub(super) fn up_to<'t>(text: &'t str, marks: &[u8]) -> &'t str {
    text.bytes().position(|b| marks.contains(&b)).and_then(|at| text.get(..at)).unwrap_or(text)
}

/// The text behind the last of some ASCII marks.
pub(super) fn behind<'t>(text: &'t str, marks: &[u8]) -> &'t str {
    text.bytes().rposition(|b| marks.contains(&b)).and_then(|at| text.get(at + 1..)).unwrap_or(text)
}

/// The last word of a text.
pub(super) fn last_word(text: &str) -> Option<&str> {
    backwards(text).next()
}

fn in_word(c: char) -> bool {
    c == '-' || is_letter(c)
}

fn is_letter(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() } else { c.is_alphanumeric() }
}

/// A word in lower case and singular, to compare with others.
pub(super) fn plain(word: &str) -> WordKey {
    lowered(word, |lower| WordKey::whole(&singular(lower)))
}

/// The singular of a regular plural.
pub(super) fn singular(word: &str) -> Cow<'_, str> {
    // As bytes, since all nouns are asked for and most end otherwise.
    let cut = match word.as_bytes() {
        [_, _, _, .., b'i', b'e', b's'] => return Cow::Owned(format!("{}y", word.strip_suffix("ies").unwrap_or(word))),
        [.., b's', b's', b'e', b's'] | [.., b's' | b'c', b'h', b'e', b's'] | [.., b'x', b'e', b's'] => 2,
        [.., b's' | b'u', b's'] => 0,
        [_, _, _, .., b's'] => 1,
        _ => 0,
    };
    Cow::Borrowed(word.get(..word.len() - cut).unwrap_or(word))
}

/// Words that scale a figure, as they are printed with it.
pub(super) const SCALES: &[&str] = &["thousand", "million", "millions", "billion", "trillion", "lakh", "crore", "bn", "mn"];

/// Whether a word is in a list, whatever its case.
pub(super) fn is_one_of(word: &str, list: &[&str]) -> bool {
    list.iter().any(|one| one.eq_ignore_ascii_case(word))
}

/// Whether `text` holds one of the phrases as whole words, whatever the case.
pub(super) fn has_any(text: &str, phrases: &[&str]) -> bool {
    let firsts = phrases.iter().filter_map(|p| p.bytes().next()).fold(0, |all, first| all | letter(first));
    beginnings(text, firsts).any(|at| {
        let first = text.as_bytes().get(at).copied().map(letter);
        let begins = |p: &&&str| p.bytes().next().map(letter) == first;
        phrases.iter().filter(begins).any(|p| stands_at(text, at, p))
    })
}

/// Byte offset of a phrase as whole words, whatever the case.
pub(super) fn find_word(text: &str, phrase: &str) -> Option<usize> {
    beginnings(text, letter(phrase.bytes().next()?)).find(|at| stands_at(text, *at, phrase))
}

/// Bytes that may begin a word, with one of some first letters.
fn beginnings(text: &str, firsts: u32) -> impl Iterator<Item = usize> {
    let mut inside = false;
    text.bytes().enumerate().filter_map(move |(at, b)| {
        let begins = !inside & (letter(b) & firsts != 0);
        inside = sort(b) == Byte::Letter;
        begins.then_some(at)
    })
}

/// A bit for a letter, one for both its cases; other bytes may share it.
fn letter(byte: u8) -> u32 {
    // Letters have the seventh bit; what has not, digits above all, shares one place.
    1 << if byte & 64 == 0 { 31 } else { byte & 31 }
}

/// Whether a phrase stands at a byte of a text, neither end inside a word.
fn stands_at(text: &str, at: usize, phrase: &str) -> bool {
    let end = at + phrase.len();
    text.as_bytes().get(at..end).is_some_and(|printed| printed.eq_ignore_ascii_case(phrase.as_bytes()))
        && !text.get(..at).and_then(|s| s.chars().next_back()).is_some_and(is_letter)
        && !text.get(end..).and_then(|s| s.chars().next()).is_some_and(is_letter)
}

/// A fall rather than a rise.
pub(super) const FALL: &[&str] = &[
    "minus",
    "a loss of",
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
    "cut",
    "shrank",
    "shrunk",
    "contracted",
    "slumped",
    "plunged",
    "slipped",
    "tumbled",
    "narrowed",
    "declines",
    "declining",
    "falling",
    "dropping",
    "lowered",
    "downward",
    "downwards",
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

/// Words that lead to a cause.
pub(super) const CAUSES: &[&str] = &[
    "due to",
    "owing to",
    "thanks to",
    "because of",
    "as a result of",
    "on the strength of",
    "attributable to",
    "driven by",
    "driven mainly by",
    "driven primarily by",
    "driven largely by",
    "led by",
    "boosted by",
    "fuelled by",
    "fueled by",
    "caused by",
    "offset by",
    "explained by",
    "underpinned by",
    "spurred by",
    "lifted by",
    "prompted by",
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
pub(super) const GENERAL_TOPIC: &[&str] = &["overview", "general", "situation", "introduction", "summary"];

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

/// In front of those whom a programme reaches.
pub(super) const COVERED: &[&str] = &["covering", "covered", "benefiting", "benefited", "involving", "involved"];

/// In front of those whom it teaches.
pub(super) const TAUGHT: &[&str] = &["trained", "training", "trainings for", "training for"];

/// Words of a share.
pub(super) const SHARE: &[&str] = &["accounting", "accounted", "share"];

/// What is to be reached.
pub(super) const AIMS: &[&str] = &["objectives", "goals", "targets", "is to", "are to"];

/// An income is no total divided among people.
pub(super) const INCOME: &[&str] = &["income", "incomes", "earnings", "wage", "wages", "salary", "salaries"];

/// Words that open a list of names.
pub(super) const NAMES: &[&str] = &["namely", "viz", "i.e.", "including"];

/// More than was planned.
pub(super) const BEYOND: &[&str] = &["overfulfilling", "exceeding", "beyond the plan", "more than planned"];
