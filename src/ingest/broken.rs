//! Words that plain text breaks at the ends of its lines become whole: "mainten-" and "ance" are read as "maintenance".
//!
//! Offsets of the analysis are those of the file, so nothing behind a word may move. A soft hyphen has two bytes, as the hyphen and the
//! blank in front of the word have, and the line break moves to where that blank was, as if the word had not found room on its line.

use crate::text::{SOFT_HYPHEN, WordKey};
use rustc_hash::FxHashSet;
use std::ops::Range;

/// Marks at the end of a line that only a broken word has; scanned text has the sign of negation for the hyphen.
const SURE: [char; 2] = [SOFT_HYPHEN, '¬'];
/// Second parts that are no words, so that no compound has them ("mainten-ance", "settle-ment").
const ENDINGS: &[&str] = &[
    "able", "ally", "ance", "ances", "ated", "ating", "ation", "ations", "cial", "ence", "ences", "ers", "ible", "ical", "ing", "ings",
    "ised", "ities", "ity", "ized", "ly", "ment", "ments", "mental", "ness", "ries", "sion", "sions", "tary", "tial", "ties", "tion",
    "tional", "tions", "tive", "tory", "ture", "tures",
];
/// First and second parts of compounds, whatever else the text has, and words before which a hyphen is left hanging.
const FIRSTS: &[&str] = &[
    "all", "anti", "co", "cross", "ex", "full", "half", "high", "ill", "inter", "long", "low", "mid", "multi", "near", "newly", "non",
    "off", "on", "over", "part", "post", "pre", "self", "semi", "short", "single", "so", "sub", "two", "three", "under", "up", "vice",
    "well",
];
const SECONDS: &[&str] = &[
    "aided", "and", "as", "based", "bearing", "being", "born", "borne", "bound", "built", "called", "capita", "date", "depth", "down",
    "driven", "fed", "free", "funded", "general", "grown", "house", "in", "income", "kind", "known", "led", "level", "like", "made",
    "makers", "making", "off", "old", "only", "operated", "or", "oriented", "out", "owned", "paid", "profit", "prone", "related", "rich",
    "risk", "run", "scale", "service", "site", "size", "stricken", "term", "time", "to", "trained", "up", "wide", "work", "year",
    "yielding",
];

/// Words that words begin with, too ("in-crease", "for-mation").
const SMALL: &[&str] = &["an", "as", "at", "be", "for", "in", "or", "per", "to"];

/// A word that goes on behind the end of its line.
struct Break<'t> {
    /// Where what stands between blanks begins ("(re-mainten-").
    from: usize,
    /// The hyphen, and the end of the line behind it with the blanks in front of the next word.
    mark: Range<usize>,
    next: usize,
    first: &'t str,
    second: &'t str,
}

/// The text with its broken words whole, as long as before. Nothing changes where all lines end in whole words.
pub(super) fn joined(text: String) -> String {
    let breaks: Vec<Break> = text.match_indices('\n').filter_map(|(end, _)| at_line(&text, end)).collect();
    if breaks.is_empty() {
        return text;
    }
    let words = Words::of(&text, &breaks);
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for broken in breaks.iter().filter(|broken| words.is_one(broken)) {
        if let Some(whole) = whole(&text, broken, done) {
            out.push_str(&whole);
            done = broken.next;
        }
    }
    out.push_str(text.get(done..).unwrap_or_default());
    out
}

/// The broken word at the end of a line, if there is one: small letters on both sides of the mark.
fn at_line(text: &str, end: usize) -> Option<Break<'_>> {
    let line = text.get(..end)?.trim_end_matches(['\r', ' ', '\t']);
    let head = line.strip_suffix('-').or_else(|| line.strip_suffix(SURE))?;
    let rest = text.get(end + 1..)?;
    let below = rest.trim_start_matches([' ', '\t']);
    let (first, second) = (last_word(head), first_word(below));
    let is_broken = first.len() > 1 && second.len() > 1 && head.ends_with(char::is_lowercase) && second.starts_with(char::is_lowercase);
    is_broken.then(|| Break {
        from: head
            .rfind(char::is_whitespace)
            .map_or(0, |at| at + head.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8)),
        mark: head.len()..line.len(),
        next: text.len() - below.len(),
        first,
        second,
    })
}

fn last_word(text: &str) -> &str {
    text.get(text.trim_end_matches(char::is_alphabetic).len()..).unwrap_or_default()
}

fn first_word(text: &str) -> &str {
    text.get(..text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len())).unwrap_or_default()
}

/// The text from `done` up to the second part of a word, with the line broken in front of the word; none where that does not fit.
fn whole(text: &str, broken: &Break, done: usize) -> Option<String> {
    let (head, gap) = (text.get(broken.from..broken.mark.start)?, text.get(broken.mark.end..broken.next)?);
    let before = text.get(done..broken.from)?;
    // Of two bytes, the mark leaves the blank to stand at the line's end.
    let kept = if broken.mark.len() == SOFT_HYPHEN.len_utf8() { before } else { before.strip_suffix(' ').unwrap_or(before) };
    let has_words = !kept.trim_end_matches([' ', '\t']).ends_with(['\n', '\r']) && !kept.trim().is_empty();
    if has_words && before.ends_with(' ') {
        return Some(format!("{kept}{gap}{head}{SOFT_HYPHEN}"));
    }
    (broken.mark.len() + gap.len() == SOFT_HYPHEN.len_utf8()).then(|| format!("{before}{head}{SOFT_HYPHEN}"))
}

/// The words that the lines of a text have unbroken.
struct Words {
    whole: FxHashSet<WordKey>,
    /// Whether the text breaks words at all: some can be nothing else.
    breaks: bool,
}

impl Words {
    fn of(text: &str, breaks: &[Break]) -> Self {
        let mut words = Self { whole: FxHashSet::default(), breaks: false };
        let mut is_broken = false;
        for line in text.lines() {
            let mut tokens = line.split_whitespace().skip(usize::from(is_broken)).peekable();
            is_broken = line.trim_end().ends_with(['-', '¬', SOFT_HYPHEN]);
            while let Some(token) = tokens.next().filter(|_| !is_broken || tokens.peek().is_some()) {
                let token = token.trim_matches(|c: char| !c.is_alphanumeric());
                words.whole.insert(WordKey::whole(token));
                words.whole.extend(token.split('-').map(WordKey::whole));
            }
        }
        words.breaks = breaks.iter().any(|broken| words.is_surely_one(broken));
        words
    }

    fn has(&self, word: &str) -> bool {
        self.whole.contains(&WordKey::whole(word))
    }

    /// Whether the word stands elsewhere in one, or its second part is none.
    fn is_surely_one(&self, broken: &Break) -> bool {
        let Break { first, second, .. } = broken;
        self.has(&format!("{first}{second}")) || ENDINGS.contains(second) && !FIRSTS.contains(first)
    }

    /// Whether the parts are one word, not a compound that has its hyphen anyway.
    fn is_one(&self, broken: &Break) -> bool {
        let Break { first, second, mark, .. } = broken;
        if mark.len() == SOFT_HYPHEN.len_utf8() {
            return true;
        }
        // "in-crease", not "drought-resistant": the text has no such second word, and the first only where it is a small one.
        let is_part = || !FIRSTS.contains(first) && !SECONDS.contains(second) && !self.has(second);
        let is_begun = || SMALL.contains(first) || !self.has(first);
        !self.has(&format!("{first}-{second}")) && (self.is_surely_one(broken) || self.breaks && is_part() && is_begun())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text with soft hyphens shown, of the same length as before.
    fn read(text: &str) -> String {
        let whole = joined(text.to_owned());
        assert_eq!(whole.len(), text.len(), "{whole:?}");
        whole.replace(SOFT_HYPHEN, "~")
    }

    #[test]
    fn broken_words_are_whole_and_nothing_behind_them_moves() {
        let text = "It spent £31 on mainten-\nance, or 12 a mile.\n";
        assert_eq!(read(text), "It spent £31 on\nmainten~ance, or 12 a mile.\n");
        assert_eq!(joined(text.to_owned()).find("ance, or 12"), text.find("ance, or 12"));
        assert_eq!(read("It spent 31 on mainten- \nance"), "It spent 31 on \nmainten~ance");
        assert_eq!(read("It spent 31 on mainten-\r\n  ance of roads."), "It spent 31 on\r\n  mainten~ance of roads.");
        assert_eq!(read("on grav¬\nelled roads and\non mainten\u{ad}\nance"), "on \ngrav~elled roads and\non \nmainten~ance");
    }

    #[test]
    fn a_word_is_one_where_the_text_has_it_or_its_end_is_none() {
        assert_eq!(read("The revenue was 5. All reve-\nnue was spent."), "The revenue was 5. All\nreve~nue was spent.");
        assert_eq!(read("by an in-\ncrease of 5 on settle-\nment"), "by an\nin~crease of 5 on\nsettle~ment");
        assert_eq!(read("a settle-\nment\nof 12"), "a\nsettle~ment\nof 12");
        assert_eq!(read("settle-\nment"), "settle~ment");
    }

    #[test]
    fn compounds_keep_their_hyphen() {
        for text in [
            "a settle-\nment that is well-\nknown for short-\nand long-\nterm plans",
            "on settle-\nment and a tax-\nexempt tax",
            "A drought-\nresistant kind.",
            "In poverty-stricken towns, the poverty-\nstricken and the poor.",
            "The settle-\nment of house owners and holders: the house-\nholders.",
            "the settle-\nment of the Sino-\nAmerican firm in 2011-\n12 ---\nand e-\nmail",
        ] {
            let kept = read(text);
            assert_eq!(kept.replacen("\nsettle~ment", " settle-\nment", 1), text);
        }
    }

    #[test]
    fn a_word_alone_on_its_line_leaves_no_blank_line() {
        assert_eq!(read("Roads\n  mainten-\n  ance of 12"), "Roads\n  mainten-\n  ance of 12");
    }
}
