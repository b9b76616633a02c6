//! Loads a language pack from its data files and looks phrases up.
//!
//! A data file has one rule a line: `class [payload]: phrase | phrase | ...`. A `#` begins a comment. Phrases are lower case; their
//! words are separated by blanks, and a hyphen or other mark inside a phrase is a word of its own.

use super::reading::{Longest, Readings};
use super::{Class, Entry, is_year};
use crate::analysis::Unit;
use crate::text::{Span, Token, WordKey, lex};
use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

/// The vocabulary of one language, ready for look-up.
pub struct Pack {
    /// Word -> number of the word, behind the numbers that no word has.
    words: FxHashMap<WordKey, u16>,
    /// By word number: what begins with the word.
    openings: Vec<Opening>,
    /// By word number: a bit for the number of each second word of its phrases, since most words that follow are none of them.
    seconds: Vec<u64>,
    /// By word number: the phrases of several words that begin with it, longest first.
    phrases: Vec<Vec<Phrase>>,
    /// Entry 0 is empty.
    entries: Vec<Entry>,
}

/// What is known of a word at once.
#[derive(Default)]
struct Opening {
    /// Entry of the word alone; 0 for none.
    alone: u16,
    /// Classes of that entry.
    word: Class,
}

/// The numbers that no word has: of what is not in the vocabulary, of digits, and of digits that print a year.
const UNKNOWN: u16 = 0;
const DIGITS: u16 = 1;
const YEAR: u16 = 2;

struct Phrase {
    /// The second word, by which most phrases are told.
    second: u16,
    /// All but the first word.
    rest: Box<[u16]>,
    entry: u16,
    /// Classes of that entry.
    classes: Class,
}

/// The bit of a word's number; words may share it.
fn bit(number: u16) -> u64 {
    1 << (number & 63)
}

impl Pack {
    /// Builds a pack from the contents of its data files. Lines that cannot be read are left out; a test holds that there are none.
    pub fn load(files: &[&str]) -> Self {
        let plain = |word: Class| Opening { word, ..Opening::default() };
        let openings = [Class::empty(), Class::DIGITS, Class::DIGITS | Class::YEAR].map(plain);
        let phrases = openings.iter().map(|_| Vec::new()).collect();
        let seconds = openings.iter().map(|_| 0).collect();
        let mut pack = Self { words: FxHashMap::default(), openings: openings.into(), seconds, phrases, entries: vec![Entry::default()] };
        for line in files.iter().flat_map(|f| f.lines()) {
            if let Some((mut entry, phrases)) = parse_line(line) {
                let coded = line.contains(OWN_CODE);
                for phrase in phrases.split('|').map(str::trim).filter(|p| !p.is_empty()) {
                    if coded {
                        entry.unit = Unit::from_code(&phrase.to_ascii_uppercase());
                    }
                    pack.add(&entry, phrase);
                }
            }
        }
        let classes = |entry: u16| pack.entries.get(usize::from(entry)).map(|e| e.classes).unwrap_or_default();
        for (opening, phrases) in pack.openings.iter_mut().zip(&mut pack.phrases) {
            opening.word |= classes(opening.alone);
            for phrase in phrases.iter_mut() {
                phrase.classes = classes(phrase.entry);
            }
            phrases.sort_by_key(|p| std::cmp::Reverse(p.rest.len()));
        }
        pack
    }

    /// The entry of that number; `None` for 0.
    pub fn entry(&self, number: u16) -> Option<&Entry> {
        (number > 0).then(|| self.entries.get(usize::from(number))).flatten()
    }

    fn add(&mut self, entry: &Entry, phrase: &str) {
        let words = lex(phrase, Span::new(0, phrase.len()));
        let Some(numbers) = words.iter().map(|t| self.intern(t.span.of(phrase))).collect::<Option<Vec<u16>>>() else { return };
        let Some((first, rest)) = numbers.split_first() else { return };
        let next = self.entries.len() as u16;
        let first = usize::from(*first);
        let (Some(opening), Some(phrases)) = (self.openings.get_mut(first), self.phrases.get_mut(first)) else { return };
        let number = match rest.first() {
            None if opening.alone > 0 => opening.alone,
            None => {
                opening.alone = next;
                next
            }
            Some(second) => {
                if let Some(seconds) = self.seconds.get_mut(first) {
                    *seconds |= bit(*second);
                }
                let known = phrases.iter().find(|p| *p.rest == *rest).map(|p| p.entry);
                known.unwrap_or_else(|| {
                    phrases.push(Phrase { second: *second, rest: rest.into(), entry: next, classes: entry.classes });
                    next
                })
            }
        };
        if let Some(old) = self.entries.get_mut(usize::from(number)) {
            merge(old, entry);
        } else {
            let mut entry = entry.clone();
            entry.singular.get_or_insert_with(|| singular(phrase));
            self.entries.push(entry);
        }
    }

    /// The number of a word of a phrase; `None` for one that is too long to be looked up.
    fn intern(&mut self, word: &str) -> Option<u16> {
        let number = self.openings.len() as u16;
        let known = *self.words.entry(WordKey::new(word)?).or_insert(number);
        if known == number {
            self.openings.push(Opening::default());
            self.seconds.push(0);
            self.phrases.push(Vec::new());
        }
        Some(known)
    }

    /// The number of a word; that of the unknown for one that begins or goes on no phrase.
    pub(super) fn number(&self, key: Option<WordKey>) -> u16 {
        key.and_then(|key| self.words.get(&key)).copied().unwrap_or(UNKNOWN)
    }

    /// Whether no phrase of the vocabulary has the word.
    pub(super) fn is_unknown(&self, key: WordKey) -> bool {
        !self.words.contains_key(&key)
    }

    /// The classes of a word by itself.
    pub(super) fn classes_of(&self, word: &str) -> Class {
        self.openings.get(usize::from(self.number(WordKey::new(word)))).map_or(Class::empty(), |opening| opening.word)
    }

    /// The power of ten of a scale word.
    pub(super) fn power_of(&self, word: &str) -> Option<i32> {
        let opening = self.openings.get(usize::from(self.number(WordKey::new(word))))?;
        self.entry(opening.alone).filter(|entry| entry.classes.intersects(Class::SCALE)).map(|entry| entry.power)
    }

    /// The number of a token that is no word or mark.
    pub(super) fn number_of_other(text: &str, token: &Token) -> u16 {
        match (token.is_digits(), is_year(token.span.of(text))) {
            (false, _) => UNKNOWN,
            (true, false) => DIGITS,
            (true, true) => YEAR,
        }
    }

    /// Looks up every token, and from left to right the longest phrases; a word inside a phrase begins none of its own.
    pub fn read(&self, text: &str, tokens: &[Token]) -> Readings {
        let number = |t: &Token| if t.is_digits() { Self::number_of_other(text, t) } else { self.number(WordKey::of(text, t.span)) };
        self.readings(&tokens.iter().map(number).collect::<Vec<u16>>())
    }

    /// Readings of tokens by their numbers.
    pub(super) fn readings(&self, numbers: &[u16]) -> Readings {
        // Each word by itself; then, from left to right, the phrases, which are rare.
        let alone = numbers.iter().map(|number| self.openings.get(usize::from(*number)).map_or((Class::empty(), 0), |o| (o.word, o.alone)));
        let mut readings = Readings::of_words(alone);
        let mut from = 0;
        while let Some(at) = self.next_opening(numbers, from) {
            from = at + 1;
            let Some(phrase) = self.phrase(numbers.get(at..).unwrap_or_default()) else { continue };
            let longest = Longest { entry: phrase.entry, len: 1 + phrase.rest.len() as u8 };
            readings.begin_phrase(at, phrase.classes, longest);
            from = at + usize::from(longest.len);
        }
        readings
    }

    /// Where, from `from` on, the next word stands that a phrase begins with whose second word may be the one behind it.
    fn next_opening(&self, numbers: &[u16], from: usize) -> Option<usize> {
        let opens = |pair: &[u16]| {
            let [first, second] = pair else { return false };
            let seconds = self.seconds.get(usize::from(*first)).copied().unwrap_or(0);
            *second > 0 && seconds & bit(*second) != 0
        };
        numbers.get(from..)?.windows(2).position(opens).map(|at| from + at)
    }

    /// The longest phrase that begins with the first of these words.
    fn phrase(&self, numbers: &[u16]) -> Option<&Phrase> {
        let (first, rest) = numbers.split_first()?;
        let second = rest.first()?;
        self.phrases.get(usize::from(*first))?.iter().find(|p| p.second == *second && rest.starts_with(&p.rest))
    }
}

fn merge(old: &mut Entry, new: &Entry) {
    old.classes |= new.classes;
    old.unit = old.unit.or(new.unit);
    old.value = old.value.or(new.value);
    if old.power == 0 {
        old.power = new.power;
    }
}

/// The payload of words that are codes of units themselves.
const OWN_CODE: &str = "unit=code";

/// `class [payload]: phrases` -> entry and phrases; `None` for blank lines, comments and lines that cannot be read.
fn parse_line(line: &str) -> Option<(Entry, &str)> {
    let line = line.split('#').next()?;
    let (head, phrases) = line.split_once(": ")?;
    let mut entry = Entry::default();
    for part in head.split_whitespace() {
        if part == OWN_CODE {
            continue;
        }
        if let Some(unit) = part.strip_prefix("unit=") {
            entry.unit = Some(Unit::from_code(unit)?);
        } else if let Some(power) = part.strip_prefix("power=") {
            entry.power = power.parse().ok()?;
        } else if let Some(value) = part.strip_prefix("value=") {
            entry.value = Some(value.parse::<Decimal>().ok()?);
        } else if let Some(singular) = part.strip_prefix("singular=") {
            entry.singular = Some(singular.to_owned());
        } else {
            entry.classes |= Class::from_name(&part.to_ascii_uppercase())?;
        }
    }
    Some((entry, phrases))
}

/// The plural of an English noun in the singular; a noun that is plural already, or has no plural, stays.
pub fn plural(noun: &str) -> String {
    const SAME: [&str; 24] = [
        "people",
        "children",
        "staff",
        "personnel",
        "livestock",
        "cattle",
        "sheep",
        "fish",
        "aircraft",
        "equipment",
        "housing",
        "media",
        "data",
        "poultry",
        "head",
        "police",
        "youth",
        "mice",
        "geese",
        "workforce",
        "labour",
        "labor",
        "poor",
        "unemployed",
    ];
    let whole = |ending: &str, with: &str| noun.strip_suffix(ending).map(|stem| format!("{stem}{with}"));
    let consonant_y = || whole("y", "ies").filter(|_| !["ay", "ey", "oy", "uy"].iter().any(|vowel| noun.ends_with(vowel)));
    match noun {
        "person" => "people".to_owned(),
        "child" => "children".to_owned(),
        "life" => "lives".to_owned(),
        _ if SAME.contains(&noun)
            || noun.ends_with("men") && !noun.ends_with("imen")
            || !noun.ends_with(|c: char| c.is_ascii_lowercase()) =>
        {
            noun.to_owned()
        }
        _ if ["ss", "us", "sh", "ch", "x", "z"].iter().any(|ending| noun.ends_with(ending)) => format!("{noun}es"),
        _ if noun.ends_with('s') => noun.to_owned(),
        _ => whole("man", "men").filter(|_| noun != "human").or_else(consonant_y).unwrap_or_else(|| format!("{noun}s")),
    }
}

/// The singular of an English noun, well enough to name a denominator or to compare two nouns.
pub fn singular(noun: &str) -> String {
    let mut lower = noun.to_lowercase();
    let irregular = match lower.as_str() {
        "people" => "person",
        "children" => "child",
        "women" => "woman",
        "men" => "man",
        "buses" => "bus",
        "series" | "species" => return lower,
        _ => "",
    };
    if !irregular.is_empty() {
        return irregular.to_owned();
    }
    // As bytes, since thousands of nouns are asked for and most end otherwise.
    let (less, more) = match lower.as_bytes() {
        [_, _, .., b'i', b'e', b's'] => (3, "y"),
        // "midwives", "housewives"
        [.., b'w', b'i', b'v', b'e', b's'] => (3, "fe"),
        [_, _, _, .., b't' | b'l' | b'g', b'o', b'e', b's']
        | [.., b's', b's', b'e', b's']
        | [.., b's' | b'c', b'h', b'e', b's']
        | [.., b'x' | b'z', b'e', b's'] => (2, ""),
        [.., b's' | b'u' | b'i', b's'] => (0, ""),
        [.., b's'] => (1, ""),
        _ => (0, ""),
    };
    lower.truncate(lower.len() - less);
    lower.push_str(more);
    lower
}

/// Whether a line of a data file can be read.
#[cfg(test)]
pub(crate) fn is_rule(line: &str) -> bool {
    parse_line(line).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn longest_phrase_wins_and_classes_merge() {
        let pack = Pack::load(&["over: more than | over", "unit=% unit: per cent", "per: per", "stop: over"]);
        let text = "more than 5 per cent over";
        let tokens = lex(text, Span::new(0, text.len()));
        let readings = pack.read(text, &tokens);
        assert!(readings.phrase(0).contains(Class::OVER) && readings.phrase_len(0) == 2);
        assert!(readings.phrase(3) == Class::UNIT && readings.word(3) == Class::PER);
        assert!(readings.phrase(4).is_empty() && readings.phrase_len(4) == 1);
        assert_eq!(readings.phrase(5), Class::OVER | Class::STOP);
    }

    #[test]
    fn nouns_lose_their_plural() {
        for (many, one) in [("counties", "county"), ("people", "person"), ("villages", "village"), ("classes", "class"), ("buses", "bus")] {
            assert_eq!((singular(many).as_str(), plural(one).as_str(), plural(many).as_str()), (one, many, many));
        }
        for (one, many) in [("staff", "staff"), ("survey", "surveys"), ("fisherman", "fishermen"), ("human", "humans"), ("HIV", "HIV")] {
            assert_eq!(plural(one), many);
        }
    }
}
