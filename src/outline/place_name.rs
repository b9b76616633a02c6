//! Which names the running text says things are in: "in the North East", "across Brackenmoor".
//!
//! Programmes and offices are proper names too, but nothing is in them.

use super::line::{Line, is_prose};
use super::words;
use std::collections::HashSet;

/// A name has no more words.
const MOST_WORDS: usize = 6;

/// Titles that stand behind a preposition of place.
#[derive(Debug, Default)]
pub(super) struct Places {
    named: HashSet<String>,
}

impl Places {
    /// Reads the running text once.
    pub(super) fn read<'a>(text: &str, lines: &[Line], titles: impl Iterator<Item = &'a str>) -> Self {
        let titles: HashSet<String> = titles.map(name_key).collect();
        let mut places = Self::default();
        for line in lines.iter().map(|line| line.of(text)).filter(|line| is_prose(line)) {
            let words: Vec<&str> = line.split_whitespace().collect();
            for at in (0..words.len()).filter(|at| words.get(*at).is_some_and(|word| words::is_locative(word))) {
                places.add(&titles, words.get(at + 1..).unwrap_or_default());
            }
        }
        places
    }

    /// Adds the longest title that the words begin with.
    fn add(&mut self, titles: &HashSet<String>, words: &[&str]) {
        let words =
            if words.first().is_some_and(|word| word.eq_ignore_ascii_case("the")) { words.get(1..).unwrap_or_default() } else { words };
        if !words.first().is_some_and(|word| words::is_capital(word)) {
            return;
        }
        let mut name = String::new();
        let mut longest = None;
        for word in words.iter().take(MOST_WORDS) {
            let bare = words::bare(word);
            let own = bare.strip_suffix("'s").or_else(|| bare.strip_suffix("’s")).unwrap_or(&bare);
            if !name.is_empty() {
                name.push(' ');
            }
            name.push_str(&own.replace('-', " "));
            if titles.contains(&name) {
                longest = Some(name.clone());
            }
            if own.len() < word.len() && word.ends_with(|c: char| !c.is_alphanumeric()) {
                break;
            }
        }
        self.named.extend(longest);
    }

    pub(super) fn holds(&self, title: &str) -> bool {
        self.named.contains(&name_key(title))
    }
}

/// What of a title the text would repeat: without what brackets explain ("Negri Sembilan (Nine States)").
pub(super) fn name_key(title: &str) -> String {
    key(title.split(" (").next().unwrap_or(title))
}

/// A title as it is compared: lower case, without "the" in front, hyphens as blanks.
pub(super) fn key(title: &str) -> String {
    let bare = title.split_whitespace().map(words::bare).collect::<Vec<_>>().join(" ").replace('-', " ");
    bare.strip_prefix("the ").map(str::to_owned).unwrap_or(bare)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outline::line::lines;

    #[test]
    fn places_are_what_things_are_in() {
        let text = "In the Upper Vale, 12 schools were built under the Rain Plan, and more across Saltmarsh's villages of the vale.\n";
        let titles = ["Upper Vale", "Vale", "Rain Plan", "Saltmarsh", "THE UPPER-VALE"];
        let places = Places::read(text, &lines(text), titles.into_iter());
        assert!(places.holds("Upper Vale") && places.holds("SALTMARSH") && places.holds("The Upper-Vale"));
        assert!(!places.holds("Rain Plan") && !places.holds("Vale"));
    }
}
