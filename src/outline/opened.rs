//! Regions that are the subject of their paragraph's first sentence: "Brackenmoor District reported 65 deaths ...", "In Saltmarsh County,
//! 300 houses ...".

use super::area_words::is_area_word;
use super::bodies::is_body_word;
use super::called::region;
use super::heading::Mark;
use super::line::{Line, is_prose};
use super::region::Opening;
use super::{gazetteer, words};
use crate::text::Span;
use std::collections::HashSet;

/// A name and its kind word have no more words.
const MOST_WORDS: usize = 7;

/// An opening for each paragraph that begins with a region of one kind; none where a name recurs, or where many paragraphs begin otherwise and
/// speak of other regions than the last one opened.
pub(super) fn opened(text: &str, lines: &[Line]) -> Vec<Opening> {
    let mut found: Vec<Opening> = Vec::new();
    let (mut names, mut kinds) = (HashSet::new(), HashSet::new());
    let (mut paragraphs, mut others) = (0, Vec::new());
    for (at, line) in lines.iter().enumerate() {
        let paragraph = line.of(text);
        if !is_prose(paragraph) {
            continue;
        }
        let name = opening_name(paragraph);
        paragraphs += usize::from(!found.is_empty() || name.is_some());
        let Some(name) = name else {
            others.extend(found.last().map(|opening| (opening.region.name.clone(), paragraph)));
            continue;
        };
        let kind = name.split_whitespace().skip(1).last().map(words::bare);
        kinds.insert(kind.filter(|kind| is_kind_word(kind)));
        if !names.insert(name.to_lowercase()) || kinds.len() > 1 {
            return Vec::new();
        }
        let start = line.span.start as usize + (name.as_ptr() as usize).saturating_sub(paragraph.as_ptr() as usize);
        let title = Span::new(start, start + name.len());
        found.push(Opening { line: at, title, mark: Mark::Plain, region: region(name) });
    }
    let keeps_to_its_own = || {
        let strays = |(own, paragraph): &&(String, &str)| {
            found.iter().any(|opening| opening.region.name != *own && paragraph.contains(opening.region.name.as_str()))
        };
        found.len() * 6 >= paragraphs && others.iter().filter(strays).count() * 6 <= found.len()
    };
    if found.len() * 3 >= paragraphs * 2 || keeps_to_its_own() { found } else { Vec::new() }
}

/// A sort of area, or of body that serves one.
fn is_kind_word(word: &str) -> bool {
    is_area_word(word) || is_body_word(word)
}

/// The name in capitals with its kind word, or of a known region, where a sentence goes on behind it: no "Brackenmoor District Council" and no
/// "District officials".
fn opening_name(paragraph: &str) -> Option<&str> {
    let placed = paragraph.strip_prefix("In ");
    let named = placed.unwrap_or(paragraph);
    let name = known_name(named).or_else(|| name_with_kind(named))?;
    let rest = named.get(name.len()..)?;
    // "Kenya's exports"
    let owns = || rest.starts_with("'s ") || rest.starts_with("’s ");
    // "Firth of Uvie Health Board (population 401,000) opened ..."
    let rest = rest.strip_prefix(" (").and_then(|inside| inside.split_once(')')).map_or(rest, |(_, behind)| behind);
    let does = || rest.starts_with(' ') && rest.split_whitespace().next().is_some_and(is_verb);
    let goes_on = if placed.is_some() { rest.starts_with(',') } else { owns() || does() };
    goes_on.then_some(name)
}

/// "Kenya", "New South Wales".
fn known_name(named: &str) -> Option<&str> {
    named.get(..gazetteer::leading_region(named)?)
}

/// "Upper Brackenmoor District".
fn name_with_kind(named: &str) -> Option<&str> {
    let mut end = 0;
    for (count, word) in named.split_inclusive(' ').take(MOST_WORDS + 1).enumerate() {
        let bare = word.trim_end_matches([' ', ',']);
        let bare = bare.strip_suffix("'s").or_else(|| bare.strip_suffix("’s")).unwrap_or(bare);
        if count > 0 && words::is_capital(word) && is_kind_word(&words::bare(bare)) {
            return named.get(..end + bare.len());
        }
        // "Firth of Uvie Health Board", but "The Board".
        let small = words::is_small(&words::bare(bare));
        if small && count == 0 {
            return None;
        }
        if !(words::is_capital(word) || small) || bare.len() + 1 < word.len() || bare.ends_with([':', '.', ';']) {
            return None;
        }
        end += word.len();
    }
    None
}

/// Whether a word can be what a place is said to do or be.
fn is_verb(word: &str) -> bool {
    let past = word.ends_with("ed") && word.starts_with(char::is_lowercase);
    past || matches!(
        word,
        "is" | "was"
            | "has"
            | "had"
            | "saw"
            | "lost"
            | "grew"
            | "fell"
            | "rose"
            | "held"
            | "led"
            | "also"
            | "accounts"
            | "reports"
            | "remains"
            | "continues"
            | "expects"
            | "serves"
            | "covers"
            | "runs"
            | "employs"
            | "lies"
            | "faces"
            | "provides"
            | "receives"
            | "stands"
            | "won"
            | "spent"
            | "began"
            | "counts"
            | "ranks"
    )
}
