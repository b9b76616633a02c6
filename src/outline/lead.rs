//! Regions that open their paragraph instead of standing above it: "Ashanti Region: In 2019 ...", "BAVARIA.—The harvest ...".

use super::area_words::AREA_WORDS;
use super::called::region;
use super::gazetteer;
use super::heading::Mark;
use super::line::{Line, is_prose};
use super::proper::Prints;
use super::region::Opening;
use super::words;
use crate::text::Span;
use std::collections::{HashMap, HashSet};

/// A name and its mark end within so many bytes.
const WINDOW: usize = 80;
const MOST_WORDS: usize = 6;
/// ... before a full stop.
const MOST_CLOSED: usize = 4;

/// An opening for each paragraph that begins with a region; none where a name recurs, as those of speakers do, or where most paragraphs
/// begin otherwise.
pub(super) fn leads(text: &str, lines: &[Line], is_proper: impl Fn(&str) -> bool) -> Vec<Opening> {
    let (found, paragraphs) = opening_paragraphs(text, lines, |paragraph| lead(paragraph).filter(|name| is_region(name, &is_proper)));
    let mut names = HashSet::new();
    let distinct = found.iter().all(|opening| names.insert(opening.region.name.to_lowercase()));
    if distinct && found.len() * 3 >= paragraphs { found } else { Vec::new() }
}

/// The same for names that nothing tells but their place: "Corfu. The island ...", "(1) Ajmer: Enrolment ...". What recurs is a topic, what the
/// text uses as words is none either; what they head has to be alike.
pub(super) fn unknown_leads(text: &str, lines: &[Line], may_name: impl Fn(&str) -> bool) -> Vec<Opening> {
    let (mut found, paragraphs) = opening_paragraphs(text, lines, |paragraph| {
        let opened = without_number(paragraph);
        lead(opened).or_else(|| closed_lead(opened)).filter(|name| may_name(name))
    });
    let mut counts: HashMap<String, usize> = HashMap::new();
    for opening in &found {
        *counts.entry(opening.region.name.clone()).or_default() += 1;
    }
    let prints = Prints::read(text, lines, counts.keys().map(String::as_str));
    found.retain(|opening| counts.get(&opening.region.name) == Some(&1) && !prints.is_all_common(&opening.region.name));
    if found.len() * 4 >= paragraphs { found } else { Vec::new() }
}

/// The paragraphs that begin with a name, and how many there are from the first of them on.
fn opening_paragraphs<'t>(text: &'t str, lines: &[Line], name: impl Fn(&'t str) -> Option<&'t str>) -> (Vec<Opening>, usize) {
    let mut found: Vec<Opening> = Vec::new();
    let mut paragraphs = 0;
    for (at, line) in lines.iter().enumerate() {
        let paragraph = line.of(text);
        let name = name(paragraph);
        paragraphs += usize::from(!found.is_empty() && is_prose(paragraph));
        let Some(name) = name else { continue };
        let start = line.span.start as usize + (name.as_ptr() as usize).saturating_sub(paragraph.as_ptr() as usize);
        let title = Span::new(start, start + name.len());
        found.push(Opening { line: at, title, mark: Mark::Plain, region: region(name) });
    }
    (found, paragraphs)
}

/// Without the number or mark of a list in front: "(1) ", "2. ", "- ".
fn without_number(paragraph: &str) -> &str {
    let Some((mark, rest)) = paragraph.split_once(' ') else { return paragraph };
    let number = mark.trim_matches(['(', ')', '.']);
    let counted = mark.len() > number.len() && number.len() < 3 && !number.is_empty() && number.chars().all(char::is_alphanumeric);
    let listed = matches!(mark, "-" | "–" | "•" | "*");
    if counted || listed { rest.trim_start() } else { paragraph }
}

/// The short name in front of a full stop that a sentence follows.
fn closed_lead(opened: &str) -> Option<&str> {
    let (name, rest) = opened.split_once(". ")?;
    let name = name.trim_matches('*');
    let short = name.len() < WINDOW && name.split_whitespace().nth(MOST_CLOSED).is_none();
    let last = name.split_whitespace().next_back()?;
    let abbreviated = words::is_abbreviation(last) || last.chars().count() < 3;
    let titled = words::is_capital(name) && words::is_title_case(name.split_whitespace());
    (short && titled && !abbreviated && is_prose(rest)).then_some(name)
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
