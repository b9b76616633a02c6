//! The parts of a report, by lines: one for each regional heading, and what speaks for no region in particular.

use super::closing;
use super::heading::heading_at;
use super::line::{Line, is_prose, one_line};
use super::number::Numbers;
use super::region::{Frame, Opening, PATTERN};
use super::words;
use crate::analysis::{Region, RegionKind};
use crate::text::Span;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// A section to be, by lines.
pub(super) struct Part {
    pub(super) region: Region,
    pub(super) heading: Span,
    /// All of its lines, the heading's first.
    pub(super) lines: Range<usize>,
    /// Whether the first line is the heading.
    headed: bool,
}

impl Part {
    /// The lines below the heading.
    pub(super) fn body(&self) -> Range<usize> {
        self.lines.start + usize::from(self.headed)..self.lines.end
    }
}

/// The parts of a report by its openings. What stands before the first, and what a heading for all regions parts from the last, is a part
/// of its own if it states figures and furniture if not.
pub(super) fn parts(text: &str, lines: &[Line], openings: Vec<Opening>, furniture: &mut Vec<Span>) -> Vec<Part> {
    let Some(first) = openings.first().map(|opening| opening.line) else {
        let title = title_line(text, lines, 0..lines.len());
        return vec![whole(text, 0..lines.len(), title)];
    };
    let mut parts = Vec::new();
    add_common(text, lines, 0..first, title_line(text, lines, 0..first), &mut parts, furniture);
    let mut breaks = breaks(text, lines, &openings);
    let closing = if openings.len() >= PATTERN { closing::end_of_last(text, lines, &openings) } else { None };
    breaks.extend(closing.map(|(line, _)| line));
    let ends: Vec<usize> = openings.iter().skip(1).map(|next| next.line).chain([lines.len()]).collect();
    for (opening, end) in openings.into_iter().zip(ends) {
        let cut = breaks.range(opening.line..end).next().copied().unwrap_or(end);
        parts.push(Part { region: opening.region, heading: opening.title, lines: opening.line..cut, headed: true });
        let closing = closing.filter(|(line, _)| *line == cut).map(|(_, title)| title);
        let title = closing.or_else(|| heading_at(text, lines, cut).map(|heading| heading.title)).map(|title| (cut, title));
        add_common(text, lines, cut..end, title, &mut parts, furniture);
        // "Proposals for 2010" stays a topic, whose year is that of its figures.
        let dated = title.is_some_and(|(_, title)| title.of(text).contains(|c: char| c.is_ascii_digit()));
        if let Some(part) = parts.last_mut().filter(|part| dated && part.lines.start == cut) {
            (part.headed, part.heading) = (false, Span::default());
        }
    }
    parts
}

/// Adds lines that speak for no region in particular.
fn add_common(
    text: &str,
    lines: &[Line],
    range: Range<usize>,
    title: Option<(usize, Span)>,
    parts: &mut Vec<Part>,
    furniture: &mut Vec<Span>,
) {
    let own = lines.get(range.clone()).unwrap_or_default();
    if states_figures(text, own) {
        parts.push(whole(text, range, title));
    } else {
        furniture.extend(own.iter().filter(|line| !line.is_blank()).map(|line| line.span));
    }
}

/// Lines whose heading ends a region's section without opening another: of the regions' rank or above it ("# Asia", "## Conclusion").
/// Titles that recur are topics.
fn breaks(text: &str, lines: &[Line], openings: &[Opening]) -> BTreeSet<usize> {
    let [first, .., _] = openings else { return BTreeSet::new() };
    if openings.len() < PATTERN {
        return BTreeSet::new();
    }
    let level = openings.iter().map(|opening| Frame::level_of(opening.mark)).min().unwrap_or_default();
    let numbers = Numbers::of(text, lines, openings);
    // Without ranks and numbers no heading is known to end a region.
    if level == 0 && numbers.is_empty() {
        return BTreeSet::new();
    }
    let opened: BTreeSet<usize> = openings.iter().map(|opening| opening.line).collect();
    let mut titles: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for at in first.line..lines.len() {
        let Some(heading) = heading_at(text, lines, at).filter(|_| !opened.contains(&at)) else { continue };
        let own = Frame::level_of(heading.mark);
        let title = heading.title.of(text);
        let breaks = if level > 0 { (1..=level).contains(&own) } else { numbers.end_at(text, lines, at) };
        if breaks {
            titles.entry(title.to_lowercase()).or_default().push(at);
        }
    }
    let unique = titles.into_values().filter_map(|at| if let [only] = at.as_slice() { Some(*only) } else { None });
    unique.collect()
}

/// A part that speaks for no region in particular, named after its title (line and words).
fn whole(text: &str, range: Range<usize>, title: Option<(usize, Span)>) -> Part {
    let start = title.map_or(range.start, |(line, _)| line);
    let name = title.map_or_else(|| "Whole report".to_owned(), |(_, title)| one_line(title.of(text)));
    let heading = title.map(|(_, title)| title).unwrap_or_default();
    Part {
        region: Region { name, kind: RegionKind::Whole, code: None, local_name: None },
        heading,
        lines: start..range.end,
        headed: title.is_some(),
    }
}

/// The title of a report or of its front part: its first line, if that is a heading and not the first of several topics.
fn title_line(text: &str, lines: &[Line], range: Range<usize>) -> Option<(usize, Span)> {
    let mut filled = range.filter(|at| lines.get(*at).is_some_and(|line| !line.is_blank()));
    let first = filled.next()?;
    let title = heading_at(text, lines, first).filter(|title| !words::is_general_title(title.title.of(text)))?;
    let next = filled.next()?;
    let above_heading = lines.get(next).is_some_and(|line| !is_prose(line.of(text)));
    let alone =
        above_heading || !filled.filter_map(|at| heading_at(text, lines, at)).any(|other| other.mark == title.mark && !other.page_number);
    alone.then_some((first, title.title))
}

/// Whether running text states a number other than a year, or rows of a table do.
fn states_figures(text: &str, lines: &[Line]) -> bool {
    let is_figure = |word: &str| {
        let digits = words::bare(word);
        words::is_numeric(word) && !(digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_digit()))
    };
    let own = || lines.iter().map(|line| line.of(text));
    let rows = own().filter(|line| words::figures_in_row(line) > 1).nth(1).is_some();
    rows || own().filter(|line| is_prose(line)).any(|line| line.split_whitespace().any(is_figure))
}
