//! Regions told by the bodies that serve them: "Eastvale Health Board", "Northmoor Health Board".

use super::heading::Mark;
use super::region::Opening;
use super::unknown::{Search, Title};
use super::words;
use std::collections::BTreeMap;

/// Bodies of which each has a place of its own.
const BODIES: [&str; 8] = ["board", "authority", "trust", "council", "diocese", "constabulary", "utility", "hospital"];

impl Search<'_> {
    /// The places whose bodies head the sections of a report, if they are proper names.
    pub(super) fn bodies(&self) -> Vec<Opening> {
        let mut groups: BTreeMap<(Mark, String), Vec<&Title>> = BTreeMap::new();
        for title in &self.unique {
            let last = title.words.split_whitespace().skip(1).last().map(words::bare);
            if let Some(body) = last.filter(|word| BODIES.contains(&word.as_str())) {
                groups.entry((title.mark(), body)).or_default().push(title);
            }
        }
        let places = groups.into_values().map(|group| places_in_front(&group));
        places.filter(|places| self.mostly_proper(places)).max_by_key(Vec::len).unwrap_or_default()
    }
}

/// The names in front of the words in which all titles end.
fn places_in_front(titles: &[&Title]) -> Vec<Opening> {
    let ends = |title: &Title, end: &str| title.words.len() > end.len() && title.words.ends_with(end);
    let Some(first) = titles.first() else { return Vec::new() };
    let starts = first.words.match_indices(' ').map(|(at, _)| first.words.get(at..).unwrap_or_default());
    let end = starts.into_iter().find(|end| titles.iter().all(|title| ends(title, end))).unwrap_or_default();
    titles.iter().filter_map(|title| title.named_in_front(end)).collect()
}

/// Whether a word, in small letters, is one for a body that serves a place.
pub(super) fn is_body_word(word: &str) -> bool {
    BODIES.contains(&word)
}
