//! Acronyms that a report introduces for persons and households: "community health workers (CHWs)" lets "400 CHWs" count persons.

use super::{Class, Pack};
use crate::text::find_between;

/// Bytes of the longest name that an acronym stands for.
const LONGEST_NAME: usize = 120;

/// Words of the longest name.
const MOST_WORDS: usize = 12;

/// Letters of an acronym.
const LETTERS: std::ops::RangeInclusive<usize> = 2..=8;

/// Where brackets are opened in a text.
pub(super) fn brackets(text: &str) -> impl Iterator<Item = usize> {
    let next = |from: usize| find_between(text.as_bytes(), from, b'(', b'(');
    std::iter::successors(next(0), move |open| next(open + 1))
}

/// The text in front of a bracket, as far as a name may reach back.
pub(super) fn in_front(text: &str, open: usize, longest: usize) -> Option<&str> {
    let start = (open.saturating_sub(longest)..open).find(|at| text.is_char_boundary(*at))?;
    text.get(start..open)
}

/// The acronym that a bracket introduces, without a plural s, with the noun for persons or households that it stands for.
pub(super) fn acronym_at<'t>(text: &'t str, open: usize, pack: &Pack) -> Option<(&'t str, &'t str)> {
    let acronym = text.get(open + 1..).and_then(capitals_of)?;
    Some((acronym, noun_of(in_front(text, open, LONGEST_NAME)?, acronym, pack)?))
}

/// The capitals that stand alone in a bracket, but for a plural s.
fn capitals_of(bracket: &str) -> Option<&str> {
    let capitals = bracket.bytes().take_while(u8::is_ascii_uppercase).count();
    let rest = bracket.get(capitals..)?;
    let closed = rest.strip_prefix('s').unwrap_or(rest).starts_with(')');
    bracket.get(..capitals).filter(|_| closed && LETTERS.contains(&capitals))
}

/// The noun of the name that ends `before` and has the letters of the acronym for its initials, where it counts persons or households.
fn noun_of<'t>(before: &'t str, acronym: &str, pack: &Pack) -> Option<&'t str> {
    let mut words: Vec<&str> = Vec::with_capacity(MOST_WORDS);
    let mut letters = acronym;
    for word in before.rsplit(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(MOST_WORDS) {
        words.push(word);
        let initial = word.chars().next()?.to_ascii_uppercase();
        if let Some(fewer) = letters.strip_suffix(word).or_else(|| letters.strip_suffix(initial)) {
            letters = fewer;
        } else if acronym.starts_with(initial) {
            // "Barefoot Technicians (BFT)"
            letters = "";
        } else if word.len() > SMALL {
            return None;
        }
        if letters.is_empty() {
            break;
        }
    }
    words.reverse();
    let ends = words.iter().position(|word| pack.classes_of(word).intersects(Class::PREPOSITION));
    let (name, tail) = words.split_at_checked(ends.unwrap_or(words.len()))?;
    let persons = |word: &&&str| pack.classes_of(word).intersects(Class::PEOPLE | Class::HOUSEHOLDS);
    // "people living with HIV": of the words in front of a preposition any, else the last.
    let noun = if tail.is_empty() { name.last().filter(persons) } else { name.iter().rev().find(persons) };
    noun.copied().filter(|_| letters.is_empty())
}

/// Words of so many letters may have none in the acronym.
const SMALL: usize = 4;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::english;

    #[test]
    fn an_acronym_stands_for_the_noun_of_its_name() {
        for (text, found) in [
            ("health-care workers (HCWs)", Some(("HCW", "workers"))),
            ("Barefoot Technicians (BFT)", Some(("BFT", "Technicians"))),
            ("for pregnant and lactating women (PLW)", Some(("PLW", "women"))),
            ("Persons with Disabilities (PWDs)", Some(("PWD", "Persons"))),
            ("people living with HIV (PLHIV)", Some(("PLHIV", "people"))),
            ("female-headed households (FHHs)", Some(("FHH", "households"))),
            ("farmer producer organisations (FPOs)", None),
            ("the workers of the Central Bank (CB)", None),
            ("of the workers (ILO)", None),
        ] {
            assert_eq!(brackets(text).find_map(|open| acronym_at(text, open, english())), found, "{text}");
        }
    }
}
