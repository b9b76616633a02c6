//! Tables of contents and bare lists of regions: headings with nothing under them open no section.

use super::line::{Line, is_prose};
use super::region::Opening;
use super::topic::is_value;
use std::collections::BTreeMap;

/// Leaves out the headings of a table of contents, and of lists that merely name regions.
///
/// Two or more headings in a row without a sentence between them are a list. So is a single one whose region has its section elsewhere.
pub(super) fn without_contents(text: &str, lines: &[Line], openings: Vec<Opening>) -> Vec<Opening> {
    let empty = empty_ones(text, lines, &openings);
    let is_empty = |at: usize| empty.get(at).copied().unwrap_or(false);
    let mut last_full = BTreeMap::new();
    for (at, opening) in openings.iter().enumerate().filter(|(at, _)| !is_empty(*at)) {
        last_full.insert(opening.region.name.clone(), at);
    }
    let recurs =
        |at: usize, from: usize| openings.get(at).and_then(|opening| last_full.get(&opening.region.name)).is_some_and(|last| *last >= from);
    let dropped: Vec<bool> = (0..openings.len())
        .map(|at| {
            let listed = at > 0 && is_empty(at - 1);
            let lists = is_empty(at + 1);
            // The last line of a list has under it whatever follows the list.
            let last_of_list = listed && at > 1 && is_empty(at - 2) && recurs(at, at + 1);
            (is_empty(at) && (listed || lists || recurs(at, 0))) || last_of_list
        })
        .collect();
    openings.into_iter().zip(dropped).filter_map(|(opening, dropped)| (!dropped).then_some(opening)).collect()
}

/// For each opening, whether no sentence stands before the next.
fn empty_ones(text: &str, lines: &[Line], openings: &[Opening]) -> Vec<bool> {
    let ends = openings.iter().skip(1).map(|next| next.line).chain([lines.len()]);
    openings
        .iter()
        .zip(ends)
        .map(|(opening, end)| {
            // Items and rows with figures are what a section may consist of.
            let item = |line: &str| line.starts_with(['-', '•', '*', '|']) && line.contains(|c: char| c.is_ascii_digit());
            let says = |line: &str| is_prose(line) || is_value(line) || item(line);
            let below = lines.get(opening.line + 1..end).unwrap_or_default().iter().any(|line| says(line.of(text)));
            !below
                && !lines
                    .get(opening.line)
                    .is_some_and(|line| is_prose(text.get(opening.title.end as usize..line.span.end as usize).unwrap_or_default()))
        })
        .collect()
}
