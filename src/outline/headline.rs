//! Headings that say behind a region's name what happened there: "Kenya: cholera returns to the coast", "Argentina – beef exports grow".

use super::called::region;
use super::heading::heading_at;
use super::line::{Line, is_prose};
use super::region::{Opening, PATTERN};
use super::{gazetteer, topic};
use std::collections::HashSet;

/// Fewer words behind the mark may be another name ("Italy: Upper Vale").
const LEAST_WORDS: usize = 3;

/// The openings, if at least three known regions have a heading of the kind right over running text, and each has one alone.
pub(super) fn headlines(text: &str, lines: &[Line]) -> Option<Vec<Opening>> {
    let mut names = HashSet::new();
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let Some(name) = name_of(line.of(text)).filter(|_| leads(text, lines, at)) else { continue };
        let Some(heading) = heading_at(text, lines, at) else { continue };
        if !names.insert(name.to_lowercase()) {
            return None;
        }
        found.push(Opening { line: at, title: heading.title, mark: heading.mark, region: region(name) });
    }
    (found.len() >= PATTERN).then_some(found)
}

/// The known region in front of the mark that a headline follows.
fn name_of(line: &str) -> Option<&str> {
    let title = line.trim_start_matches(['#', '*', ' ']);
    let (name, headline) =
        [": ", " – ", " — ", " - "].iter().filter_map(|mark| title.split_once(mark)).min_by_key(|(name, _)| name.len())?;
    let said = headline.split_whitespace().nth(LEAST_WORDS - 1).is_some() && !topic::is_value(title);
    (said && gazetteer::leading_region(name) == Some(name.len())).then_some(name)
}

/// Whether running text stands right below a line.
fn leads(text: &str, lines: &[Line], at: usize) -> bool {
    let below = lines.get(at + 1..).unwrap_or_default().iter().find(|line| !line.is_blank());
    below.is_some_and(|below| is_prose(below.of(text)))
}
