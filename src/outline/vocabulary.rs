//! The titles that a report uses: learned from the headings whose form leaves no doubt, used where it does.

use super::words;
use crate::text::lowered;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::ops::Bound;

/// Titles of one report with how often each stands, by key.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    counts: BTreeMap<String, u32>,
    /// Lead-ins closed by a full stop; only recurrence tells that they are titles.
    lead_ins: FxHashMap<String, u32>,
}

/// A title counts as known when two sections or more have it.
const RECURS: u32 = 2;
/// A lead-in closed by a full stop needs more.
const LEAD_IN_RECURS: u32 = 3;

impl Vocabulary {
    /// Learns one title, from one place.
    pub(super) fn learn(&mut self, title: &str) {
        let mut key = String::with_capacity(title.len());
        for word in title.split_whitespace() {
            Self::extend_key(&mut key, word);
        }
        if !key.is_empty() {
            *self.counts.entry(key).or_default() += 1;
        }
    }

    /// Learns words that are closed by a full stop at the start of a paragraph.
    pub(super) fn learn_lead_in(&mut self, words: &str) {
        *self.lead_ins.entry(words.to_lowercase()).or_default() += 1;
    }

    /// Whether these words are closed by a full stop at the start of several paragraphs.
    pub(super) fn is_lead_in(&self, words: &str) -> bool {
        self.lead_ins.get(&words.to_lowercase()).is_some_and(|count| *count >= LEAD_IN_RECURS)
    }

    /// Adds a word to the key of a title.
    pub(super) fn extend_key(key: &mut String, word: &str) {
        if !key.is_empty() {
            key.push(' ');
        }
        lowered(words::trimmed(word), |bare| key.push_str(bare));
    }

    /// Whether a title of the report begins with these words.
    pub(super) fn is_prefix(&self, key: &str) -> bool {
        // A blank comes before all that a word is made of: the titles that go on with these words are the next ones.
        let next = self.counts.range::<str, _>((Bound::Included(key), Bound::Unbounded)).next();
        next.and_then(|(title, _)| title.strip_prefix(key)).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    }

    /// Whether these words are a title that recurs.
    pub(super) fn is_title(&self, key: &str) -> bool {
        self.counts.get(key).is_some_and(|count| *count >= RECURS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_known_when_it_recurs() {
        let mut vocabulary = Vocabulary::default();
        vocabulary.learn("Rain Plan");
        assert!(!vocabulary.is_title("rain plan"));
        vocabulary.learn("Rain Plan:");
        assert!(vocabulary.is_title("rain plan") && vocabulary.is_prefix("rain") && !vocabulary.is_title("rain"));
    }

    #[test]
    fn what_a_title_begins_with_ends_at_a_word() {
        let mut vocabulary = Vocabulary::default();
        vocabulary.learn("Rain-fed Farming");
        vocabulary.learn("Rain Plan");
        assert!(vocabulary.is_prefix("rain") && vocabulary.is_prefix("rain plan") && vocabulary.is_prefix("rain-fed"));
        assert!(!vocabulary.is_prefix("rai") && !vocabulary.is_prefix("rain p") && !vocabulary.is_prefix("rain-fed farming schools"));
    }

    #[test]
    fn lead_ins_need_three() {
        let mut vocabulary = Vocabulary::default();
        for _ in 0..2 {
            vocabulary.learn_lead_in("Water supply");
        }
        assert!(!vocabulary.is_lead_in("Water supply"));
        vocabulary.learn_lead_in("Water Supply");
        assert!(vocabulary.is_lead_in("water supply"));
    }
}
