//! Which words of headings are proper names, by how the running text prints them.
//!
//! "Brackenmoor" stands with a capital in mid-sentence and never without; "Funding" and "Rain" do not.

use super::area_words::AREA_WORDS;
use super::line::{Line, is_prose};
use super::words;
use std::collections::HashMap;

/// How the running text prints the words of the headings.
#[derive(Debug, Default)]
pub(super) struct Prints {
    counts: HashMap<String, Print>,
}

#[derive(Debug, Default, Clone, Copy)]
struct Print {
    /// With a small first letter.
    small: u32,
    /// With a capital that no beginning of a sentence explains.
    capital: u32,
}

impl Prints {
    /// Reads the running text once, for the words of `titles`.
    pub(super) fn read<'a>(text: &str, lines: &[Line], titles: impl Iterator<Item = &'a str>) -> Self {
        let mut prints = Self::default();
        for word in titles.flat_map(str::split_whitespace) {
            prints.counts.entry(words::bare(word)).or_default();
        }
        for line in lines.iter().map(|line| line.of(text)).filter(|line| is_prose(line)) {
            prints.count(line);
        }
        prints
    }

    fn count(&mut self, line: &str) {
        let mut inside = false;
        for word in line.split_whitespace() {
            let capital = words::is_capital(word);
            let bare = words::bare(word);
            let name = bare.strip_suffix("'s").or_else(|| bare.strip_suffix("’s")).unwrap_or(&bare);
            if let Some(print) = self.counts.get_mut(name) {
                print.small += u32::from(!capital);
                print.capital += u32::from(capital && inside);
            }
            inside = !word.ends_with(['.', '!', '?', ':', '"', '”']);
        }
    }

    /// Whether the text prints words of a title small and none as names.
    pub(super) fn is_common(&self, title: &str) -> bool {
        let mut words = title.split_whitespace().filter(|word| words::is_content(word) && !words::is_compass(word)).map(words::bare);
        words.any(|word| !AREA_WORDS.contains(&word.as_str()) && self.counts.get(&word).is_some_and(|print| print.small > 0))
    }

    /// Whether the text prints every word of a title small, sorts of areas and sides apart: "Port Sahlani" has one that it does not.
    pub(super) fn is_all_common(&self, title: &str) -> bool {
        let apart = |word: &str| AREA_WORDS.contains(&word) || words::is_compass(word);
        let words = || title.split_whitespace().filter(|word| words::is_content(word)).map(words::bare).filter(|word| !apart(word));
        words().next().is_some() && words().all(|word| self.counts.get(&word).is_some_and(|print| print.small > 0))
    }

    /// Whether a title names a place rather than a subject: one of its words is a proper name, and kind words apart most are.
    pub(super) fn is_proper(&self, title: &str) -> bool {
        let mut proper = 0;
        let mut common = 0;
        let mut sides = 0;
        for word in title.split_whitespace().filter(|word| words::is_content(word)) {
            let bare = words::bare(word);
            let print = self.counts.get(&bare).copied().unwrap_or_default();
            if AREA_WORDS.contains(&bare.as_str()) {
                continue;
            }
            if words::is_compass(&bare) {
                sides += u32::from(print.capital > 0);
            } else if print.small == 0 && print.capital > 0 {
                proper += 1;
            } else if print.small > 0 {
                common += 1;
            }
        }
        (proper > 0 && proper >= common) || (sides > 0 && common == 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outline::line::lines;

    #[test]
    fn names_have_capitals_in_mid_sentence_and_subjects_do_not() {
        let text = "The schools of Brackenmoor and of Upper Fenwick had funding for the upper forms.\nFunding rose by 3% in the year.\n";
        let lines = lines(text);
        let prints =
            Prints::read(text, &lines, ["Brackenmoor", "Upper Fenwick", "Funding", "Brackenmoor District", "Saltmarsh"].into_iter());
        assert!(prints.is_proper("Brackenmoor"));
        assert!(prints.is_proper("Upper Fenwick"), "one proper name among two words");
        assert!(prints.is_proper("Brackenmoor District"), "kind words do not count");
        assert!(!prints.is_proper("Funding"));
        assert!(!prints.is_proper("Saltmarsh"), "never printed");
    }
}
