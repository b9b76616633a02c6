//! A passage of the text that is found again when offsets have moved: the W3C Web Annotation Data Model's text quote selector (exact words
//! with what stands before and after) beside its text position selector.

use crate::text::Span;
use serde::{Deserialize, Serialize};

/// Characters kept on either side of the quote.
const CONTEXT: usize = 32;

/// Characters of context that must agree before a quote counts as found elsewhere.
const ENOUGH: usize = 12;

/// A passage, by place and by quote.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Anchor {
    /// The words themselves; empty for the text as a whole.
    pub exact: String,
    /// What stands before them.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub prefix: String,
    /// What stands behind them.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub suffix: String,
    /// First byte, when the anchor was made.
    pub start: u32,
}

impl Anchor {
    /// The anchor of a passage.
    pub fn of(text: &str, span: Span) -> Self {
        let before = text.get(..span.start as usize).unwrap_or_default();
        let after = text.get(span.end as usize..).unwrap_or_default();
        let from = before.char_indices().rev().nth(CONTEXT - 1).map_or(0, |(at, _)| at);
        let to = after.char_indices().nth(CONTEXT).map_or(after.len(), |(at, _)| at);
        Self {
            exact: span.of(text).to_owned(),
            prefix: before.get(from..).unwrap_or_default().to_owned(),
            suffix: after.get(..to).unwrap_or_default().to_owned(),
            start: span.start,
        }
    }

    /// Where the passage stands in a text: at its old place if words and context agree there, else where the context agrees best.
    /// `None` where the words are gone, or where two places agree equally well.
    pub fn find(&self, text: &str) -> Option<Span> {
        let here = self.start as usize;
        if self.exact.is_empty() {
            return (here == 0).then(Span::default);
        }
        let whole = self.prefix.chars().count() + self.suffix.chars().count();
        if self.stands_at(text, here) && self.agreement(text, here) == whole {
            return Some(self.span(here));
        }
        let mut places: Vec<(usize, usize)> = text
            .match_indices(&self.exact)
            .map(|(at, _)| (self.agreement(text, at), at))
            .filter(|(n, _)| *n >= ENOUGH.min(whole))
            .collect();
        places.sort_unstable_by_key(|(agreement, _)| std::cmp::Reverse(*agreement));
        match places.as_slice() {
            [(_, at)] => Some(self.span(*at)),
            [(best, at), (next, _), ..] if best > next => Some(self.span(*at)),
            _ => None,
        }
    }

    fn span(&self, at: usize) -> Span {
        Span::new(at, at + self.exact.len())
    }

    fn stands_at(&self, text: &str, at: usize) -> bool {
        text.get(at..).is_some_and(|rest| rest.starts_with(&self.exact))
    }

    /// How many characters of the context agree at a place, counted outwards from the quote.
    fn agreement(&self, text: &str, at: usize) -> usize {
        let before = text.get(..at).unwrap_or_default();
        let after = text.get(at + self.exact.len()..).unwrap_or_default();
        let in_front = self.prefix.chars().rev().zip(before.chars().rev()).take_while(|(a, b)| a == b).count();
        in_front + self.suffix.chars().zip(after.chars()).take_while(|(a, b)| a == b).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "In 2012 the county built 12 wells for 300 people, and the city built 12 wells for 900 people.";

    fn anchor(text: &str, words: &str, nth: usize) -> Anchor {
        let (at, _) = text.match_indices(words).nth(nth).unwrap();
        Anchor::of(text, Span::new(at, at + words.len()))
    }

    #[test]
    fn every_passage_is_found_in_its_own_text() {
        for (words, nth) in [("12 wells", 0), ("12 wells", 1), ("300", 0), ("In 2012", 0), ("people.", 0)] {
            let anchor = anchor(TEXT, words, nth);
            assert_eq!(anchor.find(TEXT).map(|span| span.start), Some(anchor.start), "{words}");
        }
    }

    #[test]
    fn a_passage_is_found_when_text_was_put_in_front() {
        let moved = format!("A new preface of 12 wells.\n\n{TEXT}");
        let shift = moved.len() - TEXT.len();
        for nth in 0..2 {
            let anchor = anchor(TEXT, "12 wells", nth);
            assert_eq!(anchor.find(&moved).map(|span| span.start as usize), Some(anchor.start as usize + shift), "occurrence {nth}");
        }
    }

    #[test]
    fn the_old_place_does_not_bind_other_words() {
        let swapped = TEXT.replace("the county", "the mayor!").replace("the city", "the county");
        let found = anchor(TEXT, "12 wells", 0).find(&swapped);
        assert_eq!(found.map(|span| span.of(&swapped)), Some("12 wells"));
    }

    #[test]
    fn what_is_gone_or_ambiguous_is_not_found() {
        let anchor = anchor(TEXT, "300", 0);
        assert_eq!(anchor.find(&TEXT.replace("300", "400")), None);
        assert_eq!(anchor.find(&format!("Twice: {TEXT} {TEXT}")), None);
        assert_eq!(anchor.find("300"), None);
    }

    #[test]
    fn characters_of_several_bytes_are_no_obstacle() {
        let text = "贫困人口减少了１２０万人，比上年减少三成。";
        let anchor = anchor(text, "１２０万人", 0);
        assert_eq!(anchor.find(text).map(|span| span.of(text)), Some("１２０万人"));
        assert_eq!(anchor.find(&format!("前言。{text}")).map(Span::len), Some("１２０万人".len()));
    }
}
