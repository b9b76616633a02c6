//! Regions that open their paragraph instead of standing above it: "Ashanti Region: In 2019 ...", "BAVARIA.—The harvest ...".

use super::area_words::AREA_WORDS;
use super::called::region;
use super::gazetteer;
use super::heading::Mark;
use super::line::{Line, is_prose};
use super::region::Opening;
use super::words;
use crate::text::Span;
use std::collections::HashSet;

/// A name and its mark end within so many bytes.
const WINDOW: usize = 80;
const MOST_WORDS: usize = 6;

/// An opening for each paragraph that begins with a region; none where a name recurs, as those of speakers do, or where most paragraphs
/// begin otherwise.
pub(super) fn leads(text: &str, lines: &[Line], is_proper: impl Fn(&str) -> bool) -> Vec<Opening> {
    let mut found: Vec<Opening> = Vec::new();
    let mut names = HashSet::new();
    let mut paragraphs = 0;
    for (at, line) in lines.iter().enumerate() {
        let paragraph = line.of(text);
        let name = lead(paragraph).filter(|name| is_region(name, &is_proper));
        paragraphs += usize::from(!found.is_empty() && is_prose(paragraph));
        let Some(name) = name else { continue };
        if !names.insert(name.to_lowercase()) {
            return Vec::new();
        }
        let start = line.span.start as usize + (name.as_ptr() as usize).saturating_sub(paragraph.as_ptr() as usize);
        let title = Span::new(start, start + name.len());
        found.push(Opening { line: at, title, mark: Mark::Plain, region: region(name) });
    }
    if found.len() * 3 >= paragraphs { found } else { Vec::new() }
}

/// The words in front of a colon or dash that a sentence follows.
fn lead(paragraph: &str) -> Option<&str> {
    let opened = paragraph.trim_start_matches('*');
    let end = opened.char_indices().take_while(|(at, _)| *at < WINDOW).find(|(at, c)| {
        matches!(c, ':' | '：' | '—')
            || (matches!(c, '-' | '–') && opened.get(*at..).is_some_and(|rest| rest.starts_with("--") || rest.starts_with("– ")))
    });
    let (name, rest) = opened.split_at_checked(end?.0)?;
    let name = name.trim_end_matches(['.', '*', ' ', '-']);
    let rest = rest.trim_start_matches([':', '：', '—', '-', '–', '*', ' ']);
    let titled = words::is_capital(name) && words::is_title_case(name.split_whitespace());
    let short = name.split_whitespace().nth(MOST_WORDS).is_none();
    let sentence = rest.split_whitespace().next().is_some_and(|word| words::is_capital(word) || words::is_numeric(word)) && is_prose(rest);
    (titled && short && sentence).then_some(name)
}

/// Whether the words name a region by the gazetteer, by their kind word, or as a proper name in capitals.
fn is_region(name: &str, is_proper: impl Fn(&str) -> bool) -> bool {
    let known = || gazetteer::leading_region(name) == Some(name.len());
    let kind = || {
        let last = name.split_whitespace().skip(1).last().map(words::bare);
        last.is_some_and(|last| AREA_WORDS.contains(&last.as_str()))
    };
    kind() || known() || (!name.contains(char::is_lowercase) && name.len() > 3 && is_proper(name))
}
