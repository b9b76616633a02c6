//! Words that tell a heading from a sentence: what stays small in a title, what opens a sentence, what heads recur in any report.

use crate::text::lowered;
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

const FILE: &str = include_str!("data/title-words.txt");

type Words = FxHashSet<&'static str>;

/// The lists of the data file, which says what each is.
#[derive(Default)]
struct Lists {
    small: Words,
    openers: Words,
    weak_openers: Words,
    never_first: Words,
    general_titles: Words,
    numbered: Words,
    verbs: Words,
    nouns_like_verbs: Words,
    labels: Words,
    closing_titles: Words,
    statement_words: Words,
}

static LISTS: LazyLock<Lists> = LazyLock::new(Lists::load);

impl Lists {
    fn load() -> Self {
        let mut lists = Self::default();
        let mut name = "";
        for line in FILE.lines().filter(|line| !line.starts_with('#')) {
            if let Some(list) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                name = list;
            } else if let Some(list) = lists.by_name(name) {
                list.extend(line.split(',').map(str::trim).filter(|word| !word.is_empty()));
            }
        }
        lists
    }

    fn by_name(&mut self, name: &str) -> Option<&mut Words> {
        Some(match name {
            "small" => &mut self.small,
            "openers" => &mut self.openers,
            "weak openers" => &mut self.weak_openers,
            "never first" => &mut self.never_first,
            "general titles" => &mut self.general_titles,
            "numbered" => &mut self.numbered,
            "irregular verbs" | "base verbs" => &mut self.verbs,
            "closing titles" => &mut self.closing_titles,
            "labels" => &mut self.labels,
            "statement words" => &mut self.statement_words,
            "nouns like verbs" => &mut self.nouns_like_verbs,
            _ => return None,
        })
    }
}

/// The word without quotes, brackets and trailing punctuation, lower case.
pub(super) fn bare(word: &str) -> String {
    trimmed(word).to_lowercase()
}

fn trimmed(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric() && c != '&' && c != '/' && c != '-' && c != '–')
}

/// Whether a list holds the bare word.
fn is_in(words: &Words, word: &str) -> bool {
    lowered(trimmed(word), |bare| words.contains(bare))
}

/// Whether a word stays small inside a title.
pub(super) fn is_small(word: &str) -> bool {
    is_in(&LISTS.small, word)
}

/// Whether a word begins with a capital, after opening quotes and brackets. Letters of scripts without case count as capitals.
pub(super) fn is_capital(word: &str) -> bool {
    word.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| c.is_alphabetic() && !c.is_lowercase())
}

/// Whether a word begins with a digit, after opening quotes, brackets and currency signs.
pub(super) fn is_numeric(word: &str) -> bool {
    word.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| c.is_ascii_digit())
}

/// Whether a word carries the weight of a title: not small, not a number, not a sign.
pub(super) fn is_content(word: &str) -> bool {
    word.contains(char::is_alphabetic) && !is_small(word)
}

/// Whether a capitalised word opens a sentence.
pub(super) fn is_opener(word: &str) -> bool {
    is_capital(word) && is_in(&LISTS.openers, word)
}

/// Whether a capitalised word opens a sentence, given the word after it.
pub(super) fn is_weak_opener(word: &str, next: &str) -> bool {
    is_capital(word) && is_in(&LISTS.weak_openers, word) && (word.ends_with(',') || !is_capital(next))
}

/// Whether a word cannot be the first of a title.
pub(super) fn never_first(word: &str) -> bool {
    is_in(&LISTS.never_first, word)
}

/// Whether a number after this word belongs to it.
pub(super) fn takes_number(word: &str) -> bool {
    is_in(&LISTS.numbered, word)
}

/// Whether a title is one that any report may have.
pub(super) fn is_general_title(title: &str) -> bool {
    is_in(&LISTS.general_titles, title)
}

/// Whether a title closes a report rather than a region's section.
pub(super) fn is_closing_title(title: &str) -> bool {
    is_in(&LISTS.closing_titles, title)
}

/// Whether words before a colon are a title: neither a label ("Source") nor part of a statement ("The results are").
pub(super) fn is_title_before_colon(words: &str) -> bool {
    let is_statement = |word: &str| is_numeric(word) || is_in(&LISTS.statement_words, word);
    !is_in(&LISTS.labels, words) && !words.split_whitespace().any(is_statement)
}

/// Whether a capitalised word looks like the verb of a sentence without subject ("Held", "Organized", "Taking", "Develop").
///
/// Only the word's form is judged: "Training" passes, so the caller looks at what follows.
pub(super) fn is_verb_like(word: &str) -> bool {
    lowered(trimmed(word), |word| {
        if word.contains('-') || LISTS.nouns_like_verbs.contains(word) {
            return false;
        }
        let regular = word.len() > 4 && (word.ends_with("ed") || word.ends_with("ing") || word.ends_with("ly"));
        regular || LISTS.verbs.contains(word)
    })
}

/// Whether the words read as a title: every word that carries weight has a capital (or is a number).
pub(super) fn is_title_case<'a>(words: impl IntoIterator<Item = &'a str>) -> bool {
    words.into_iter().all(|word| !is_content(word) || is_capital(word) || is_numeric(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_of_the_file_is_read() {
        let mut lists = Lists::load();
        for name in FILE.lines().filter_map(|line| line.strip_prefix('[')?.strip_suffix(']')) {
            assert!(lists.by_name(name).is_some_and(|words| words.len() > 5), "{name}");
        }
    }

    #[test]
    fn title_case_lets_small_words_be_small() {
        assert!(is_title_case("Poverty Alleviation by Science and Technology".split(' ')));
        assert!(is_title_case("\u{201c}Care Package\u{201d} Program".split(' ')));
        assert!(!is_title_case("Hebei Province achieved significant results".split(' ')));
    }

    #[test]
    fn openers_are_capitals_only() {
        assert!(is_opener("In"));
        assert!(is_opener("\u{201c}The"));
        assert!(!is_opener("in"));
        assert!(!is_opener("Rain"));
    }

    #[test]
    fn verbs_by_form_leave_compound_adjectives_alone() {
        assert!(is_verb_like("Organized"));
        assert!(is_verb_like("Held"));
        assert!(!is_verb_like("Poverty-stricken"));
        assert!(!is_verb_like("Foreign-funded"));
        assert!(!is_verb_like("Red"));
    }
}
