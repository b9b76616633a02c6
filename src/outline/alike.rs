//! Sections that state the same kinds of figures: what tells regions with bare names ("Amberley", "Birchwood") from chapters of subjects.
//!
//! "Amberley had 37 schools with 7,662 pupils" and "Birchwood had 83 schools with 6,682 pupils" count the same things; chapters on health
//! and on roads do not. How much of it must be the same depends on how the sections speak of their names.

use super::line::Line;
use super::region::PATTERN;
use super::words;
use bitflags::bitflags;
use std::collections::{BTreeMap, BTreeSet};

/// Words between a number and a word that it counts, or that says what it is.
const NEAR: usize = 4;

/// Words beside any number: they tell nothing of what is counted.
const GENERAL: &[&str] = &[
    "was", "were", "are", "is", "had", "has", "have", "been", "that", "which", "who", "whom", "not", "all", "than", "more", "less", "over",
    "under", "per", "cent", "percent", "million", "billion", "thousand", "hundred", "lakh", "crore", "year", "years", "total", "new",
    "other", "against", "compared", "after", "before", "during", "each", "both", "some", "about", "only", "also", "another", "this",
    "these", "its", "their", "them", "there", "one", "two", "three", "four", "five", "six", "most", "many", "every", "while", "when",
    "where", "since",
];

bitflags! {
    /// How a section speaks of its name.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
    struct Manner: u8 {
        /// A word of the name stands in it with a capital.
        const NAMED = 1 << 0;
        /// It does so as names of places do: in mid-sentence, as owner, or before the verb of a deed ("Amberley had", "Amberley built").
        const PLACED = 1 << 1;
        /// It does so as subjects do, which rise and fall themselves ("Burglary fell") and tell of what sort a thing is ("Maize yields").
        const MEASURED = 1 << 2;
        /// It speaks of a man or woman.
        const PERSON = 1 << 3;
    }
}

/// What a section says: the words beside its figures, and how it speaks of its name.
#[derive(Debug, Default)]
pub(super) struct Said {
    beside: BTreeSet<String>,
    manner: Manner,
}

impl Said {
    /// Reads the lines of a section that is headed by `name`.
    pub(super) fn read(text: &str, lines: &[Line], name: &str) -> Self {
        let parts: Vec<String> = name_parts(name).collect();
        let mut said = Self::default();
        for line in lines.iter().map(|line| line.of(text)).filter(|line| !line.is_empty()) {
            let words: Vec<&str> = line.split_whitespace().collect();
            said.add_figures(&words);
            said.add_names(&words, &parts);
        }
        said
    }

    pub(super) fn states_figures(&self) -> bool {
        !self.beside.is_empty()
    }

    fn add_figures(&mut self, words: &[&str]) {
        for at in (0..words.len()).filter(|at| words.get(*at).is_some_and(|word| words::is_numeric(word))) {
            let ends = |at: usize| words.get(at).is_some_and(|word| word.ends_with(['.', ';']));
            for word in at + 1..=at + NEAR {
                if ends(word - 1) || words.get(word).is_none_or(|word| words::is_numeric(word)) {
                    break;
                }
                self.add_beside(words, word);
            }
            for word in (at.saturating_sub(NEAR)..at).rev() {
                if ends(word) || words.get(word).is_none_or(|word| words::is_numeric(word)) {
                    break;
                }
                self.add_beside(words, word);
            }
        }
    }

    /// Small words, and those that a line, list item or cell begins with.
    fn add_beside(&mut self, words: &[&str], at: usize) {
        let Some(word) = words.get(at) else { return };
        let opens = || at.checked_sub(1).and_then(|at| words.get(at)).is_none_or(|mark| !mark.contains(char::is_alphanumeric));
        let bare = words::trimmed(word);
        if bare.len() > 2 && (bare.starts_with(char::is_lowercase) || opens()) && bare.starts_with(char::is_alphabetic) {
            let bare = bare.to_lowercase();
            if !words::is_small(&bare) && !GENERAL.contains(&bare.as_str()) && !is_change(&bare) {
                self.beside.insert(bare);
            }
        }
    }

    fn add_names(&mut self, words: &[&str], parts: &[String]) {
        let person = words.iter().any(|word| matches!(words::trimmed(word), "He" | "She" | "he" | "she"));
        if person {
            self.manner |= Manner::PERSON;
        }
        for (at, word) in words.iter().enumerate().filter(|(_, word)| words::is_capital(word)) {
            let bare = words::bare(word);
            let own = bare.strip_suffix("'s").or_else(|| bare.strip_suffix("’s"));
            let is_name = |word: &str| word.split(['-', '/']).any(|word| parts.iter().any(|part| part == word));
            if !is_name(own.unwrap_or(&bare)) {
                continue;
            }
            self.manner |= Manner::NAMED;
            let before = at.checked_sub(1).and_then(|at| words.get(at));
            let inside =
                before.is_some_and(|before| !before.ends_with(['.', '!', '?', ':', ';']) && before.contains(char::is_alphanumeric));
            let next_word = words.get(at + 1).copied().unwrap_or_default();
            let next = Some(next_word).filter(|next| !word.ends_with(',') && next.starts_with(char::is_lowercase)).map(words::bare);
            let next = next.as_deref().filter(|next| !words::is_small(next) && !GENERAL.contains(next));
            let changes = next.is_some_and(is_change);
            let does = next.is_some_and(words::is_verb_like) || matches!(words::bare(next_word).as_str(), "had" | "has" | "have");
            if inside || own.is_some() || (does && !changes) {
                self.manner |= Manner::PLACED;
            }
            if changes || (next.is_some() && !does) {
                self.manner |= Manner::MEASURED;
            }
        }
    }

    fn is(&self, manner: Manner) -> bool {
        self.manner.contains(manner)
    }

    fn is_subject(&self) -> bool {
        self.is(Manner::PERSON) || (self.is(Manner::MEASURED) && !self.is(Manner::PLACED))
    }
}

/// Words of a name that the text may call the place by: "Trentino-Alto Adige/Südtirol" has four.
fn name_parts(name: &str) -> impl Iterator<Item = String> {
    let words = name.split(|c: char| c.is_whitespace() || matches!(c, '-' | '/')).filter(|word| words::is_content(word));
    words.map(words::bare).filter(|word| word.chars().count() > 2)
}

/// Verbs of what is measured: places do not rise and fall.
fn is_change(verb: &str) -> bool {
    matches!(verb, "fell" | "rose" | "grew" | "shrank" | "cost" | "costs" | "doubled" | "halved" | "averaged" | "totalled" | "totaled")
        || ["increased", "decreased", "declined", "dropped", "remained", "stood", "accounted", "amounted"].contains(&verb)
}

/// Whether sections that are headed by names state so much of the same that the names must be of places.
pub(super) fn are_alike(sections: &[&Said]) -> bool {
    let count = sections.len();
    if count < PATTERN {
        return false;
    }
    let shared = shared(sections);
    let part_told = |words: &BTreeSet<&str>| sections.iter().map(|said| told(said, words)).sum::<f64>() / count as f64;
    let told = part_told(&shared);
    let named = sections.iter().filter(|said| said.is(Manner::NAMED)).count();
    let placed = sections.iter().filter(|said| said.is(Manner::PLACED)).count();
    if sections.iter().filter(|said| said.is_subject()).count() * 3 >= count {
        return false;
    }
    let many = count > PATTERN;
    // Chapters of subjects share next to nothing; the more sections there are, the less of what they say must be the same.
    let common = words_of(sections, count.div_ceil(2));
    let some = many && ((shared.len() >= 5 && told >= 0.14) || (common.len() >= 6 && part_told(&common) >= 0.2));
    let unnamed = some || (shared.len() >= 4 && told >= 0.6) || (many && shared.len() >= 2 && told >= 0.5);
    let alike = (shared.len() >= 3 && told >= 0.35 && named * 2 >= count) || unnamed;
    alike || (shared.len() >= 2 && told >= 0.1 && placed * 3 >= count * 2)
}

/// The words that stand beside figures in two of three sections.
fn shared<'a>(sections: &[&'a Said]) -> BTreeSet<&'a str> {
    words_of(sections, (sections.len() * 2).div_ceil(3).max(2))
}

/// The words that stand beside figures in at least so many sections.
fn words_of<'a>(sections: &[&'a Said], least: usize) -> BTreeSet<&'a str> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for word in sections.iter().flat_map(|said| &said.beside) {
        *counts.entry(word).or_default() += 1;
    }
    counts.into_iter().filter(|(_, count)| *count >= least).map(|(word, _)| word).collect()
}

/// Which part of a section's words are of those.
fn told(said: &Said, shared: &BTreeSet<&str>) -> f64 {
    let own = said.beside.iter().filter(|word| shared.contains(word.as_str())).count();
    own as f64 / said.beside.len().max(1) as f64
}

/// Whether a section speaks of its name as of a place and states some of what the others do.
pub(super) fn is_like(said: &Said, others: &[Said]) -> bool {
    let shared = shared(&others.iter().collect::<Vec<_>>());
    let same = said.beside.iter().filter(|word| shared.contains(word.as_str())).count();
    said.is(Manner::PLACED) && same >= 2 && told(said, &shared) >= 0.1
}

/// Whether a section states several of the things that most of the others do.
pub(super) fn says_the_same(said: &Said, others: &[&Said]) -> bool {
    let shared = shared(others);
    said.beside.iter().filter(|word| shared.contains(word.as_str())).count() >= 3 && told(said, &shared) >= 0.1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outline::line::lines;

    fn said(name: &str, text: &str) -> Said {
        Said::read(text, &lines(text), name)
    }

    fn alike(sections: [(&str, &str); 3]) -> bool {
        let said = sections.map(|(name, text)| said(name, text));
        are_alike(&said.iter().collect::<Vec<_>>())
    }

    #[test]
    fn sections_on_places_count_the_same_things() {
        let clinics = [
            ("Amberley", "Amberley had 4 clinics with 30 beds."),
            ("Birchwood", "In Birchwood 9 clinics had 80 beds in all."),
            ("Castleton", "Castleton's 6 clinics kept 55 beds open."),
        ];
        assert!(alike(clinics));
        let others = [
            ("Amberley", "Amberley had 4 clinics."),
            ("Birchwood", "Birchwood built 9 bridges."),
            ("Castleton", "Castleton planted 55 hectares."),
        ];
        assert!(!alike(others), "nothing is counted twice");
    }

    #[test]
    fn what_is_measured_and_who_are_no_places() {
        let crimes = [
            ("Burglary", "Burglary fell to 40 offences and 12 arrests."),
            ("Robbery", "Robbery rose to 30 offences and 9 arrests."),
            ("Fraud", "Fraud grew to 90 offences and 3 arrests."),
        ];
        assert!(!alike(crimes));
        let people = [
            ("Jane Porter", "She taught 400 pupils in 12 schools."),
            ("Mark Oden", "He taught 300 pupils in 2 schools."),
            ("Lena Holt", "Lena Holt taught 90 pupils in 3 schools."),
        ];
        assert!(!alike(people));
    }
}
