//! Where the last region of a report ends: "Summary", "Chapter 4: Outlook", "National total: 44,640 children", "In all, the four regions ...".

use super::announced::number_told;
use super::heading::{Mark, heading_at};
use super::line::{Line, is_prose};
use super::number::number;
use super::region::Opening;
use super::words;
use crate::text::Span;
use std::cell::LazyCell;
use std::collections::BTreeSet;

/// Words in front of the colon behind a total.
const MOST_WORDS: usize = 5;
/// Characters in which a paragraph shows that it is on all regions.
const LONGEST: usize = 80;

/// The line that ends the last region without being of a rank above it, with its title.
pub(super) fn end_of_last(text: &str, lines: &[Line], openings: &[Opening]) -> Option<(usize, Span)> {
    let (first, last) = (openings.first()?, openings.last()?);
    // What the regions have inside is looked at only where something may end the last.
    let above = LazyCell::new(|| Above::of(text, lines, openings));
    let same = openings.iter().all(|opening| opening.mark == last.mark);
    let ranked = same && matches!(last.mark, Mark::Plain | Mark::Capitals | Mark::Bold);
    let next = next_number(text, lines, openings);
    let mut counted = false;
    let closes = |at: usize| {
        // "Total  27,261  106,804" ends a table.
        if lines.get(at).is_some_and(|line| words::figures_in_row(line.of(text)) > 1) {
            return None;
        }
        let line = lines.get(at).map(|line| (line.span, line.of(text)));
        let annex = line.filter(|(_, line)| words::is_annex(line) && !is_prose(line));
        let Some(heading) = heading_at(text, lines, at).filter(|heading| !heading.page_number) else {
            // "Annex. Filings, pending cases and judges by circuit"
            let (span, line) = annex?;
            let marks = line.len() - line.trim_start_matches(['#', '*', ' ']).len();
            return Some((at, Span::new(span.start as usize + marks, span.end as usize)));
        };
        let title = heading.title.of(text);
        let first_number = heading.mark == Mark::Number(1) && !std::mem::replace(&mut counted, true);
        let follows = first_number && next.as_ref() == Some(&number(text, lines, at));
        let of_rank = || ranked && heading.mark == last.mark && heading.title_case && is_apart(lines, at) && leads(text, lines, at);
        let closes = follows || annex.is_some() || words::is_closing_title(title) || (of_rank() && !above.marks.contains(&heading.mark));
        (closes && !above.titles.contains(&title.to_lowercase())).then_some((at, heading.title))
    };
    let heading = (last.line + 1..lines.len()).find_map(closes);
    let end = heading.map_or(lines.len(), |(at, _)| at);
    let total = (last.line + 1..end).find_map(|at| Some((at, total_at(text, lines, at, openings.len())?)));
    let own_totals = || (first.line..last.line).any(|at| total_at(text, lines, at, openings.len()).is_some());
    total.filter(|_| !own_totals()).or(heading)
}

/// The headings inside the regions above the last.
struct Above {
    titles: BTreeSet<String>,
    marks: BTreeSet<Mark>,
}

impl Above {
    fn of(text: &str, lines: &[Line], openings: &[Opening]) -> Self {
        let mut above = Self { titles: BTreeSet::new(), marks: BTreeSet::new() };
        for pair in openings.windows(2) {
            let [region, next] = pair else { continue };
            for heading in (region.line + 1..next.line).filter_map(|at| heading_at(text, lines, at)) {
                above.titles.insert(heading.title.of(text).to_lowercase());
                above.marks.insert(heading.mark);
            }
        }
        above
    }
}

/// The number of the chapter behind the regions: that of the last region and one, or of the chapter that they stand in and one.
fn next_number(text: &str, lines: &[Line], openings: &[Opening]) -> Option<Vec<u32>> {
    let (first, last) = (openings.first()?, openings.last()?);
    let is_chapter = |at: usize| matches!(heading_at(text, lines, at).map(|heading| heading.mark), Some(Mark::Number(1)));
    let chapter = if last.mark == Mark::Number(1) { Some(last.line) } else { (0..first.line).rev().find(|at| is_chapter(*at)) };
    match number(text, lines, chapter?).as_slice() {
        [only] => Some(vec![only + 1]),
        _ => None,
    }
}

/// Whether a line stands apart from what is above it.
fn is_apart(lines: &[Line], at: usize) -> bool {
    at.checked_sub(1).and_then(|above| lines.get(above)).is_none_or(|above| above.is_blank())
}

/// Whether running text follows.
fn leads(text: &str, lines: &[Line], at: usize) -> bool {
    lines.get(at + 1..).unwrap_or_default().iter().find(|line| !line.is_blank()).is_some_and(|line| is_prose(line.of(text)))
}

/// The words that make a paragraph one on all regions together: "Total:", "All provinces:", "In all, the four regions".
fn total_at(text: &str, lines: &[Line], at: usize, regions: usize) -> Option<Span> {
    let line = lines.get(at).filter(|line| !line.is_blank() && is_apart(lines, at))?;
    let own = line.of(text);
    let own = own.char_indices().nth(LONGEST).and_then(|(end, _)| own.get(..end)).unwrap_or(own);
    let start = |words: &str| Span::new(line.span.start as usize, line.span.start as usize + words.len());
    if let Some((label, _)) = own.split_once(':') {
        let words: Vec<String> = label.split_whitespace().map(words::bare).collect();
        let is_total = |word: Option<&String>| word.is_some_and(|word| matches!(word.as_str(), "total" | "totals"));
        if words.len() <= MOST_WORDS && (is_total(words.first()) || is_total(words.last())) && own.starts_with(char::is_uppercase) {
            return Some(start(label));
        }
    }
    let (opener, rest) = own.split_once(", ")?;
    let opens = matches!(opener, "In all" | "In total" | "Altogether" | "Overall" | "All in all" | "Taken together" | "All told");
    (opens && number_told(rest) == Some(regions)).then(|| start(opener))
}
