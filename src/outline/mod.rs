//! From text to its outline: regional sections, topics, contributor lines and furniture.
//!
//! Structure first, cheaply, from the form of lines; what stands inside a paragraph is the business of the stations after this one.

mod contents;
mod credit;
mod furniture;
pub mod gazetteer;
mod heading;
mod line;
mod proper;
mod region;
mod run_on;
mod topic;
mod unknown;
mod vocabulary;
mod words;

use crate::analysis::{Region, RegionKind, Section, Topic};
use crate::text::Span;
use line::{Line, is_prose};
use region::Opening;
use std::ops::Range;
use topic::TopicHeading;

/// Sections, topics and furniture of one report, in the order of the text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Outline {
    /// Regional sections; never empty: a report without regions is one section.
    pub sections: Vec<Section>,
    /// Topics; each lies inside one section.
    pub topics: Vec<Topic>,
    /// Parts that belong to no section (site header, footer), and page furniture inside sections.
    pub furniture: Vec<Span>,
}

/// Splits a report into regional sections and their topics. Linear in the length of the text; never fails.
///
/// ```
/// let text = "Kenya\nOverview\nCases fell by 3% in 2012.\n\nUganda\nOverview\nCases rose by 2% in 2012.\n";
/// let outline = provenance::outline::outline(text);
/// let names: Vec<_> = outline.sections.iter().map(|section| section.region.name.as_str()).collect();
/// assert_eq!(names, ["Kenya", "Uganda"]);
/// assert_eq!(outline.topics.len(), 2);
/// ```
pub fn outline(text: &str) -> Outline {
    let mut lines = line::lines(text);
    let furniture = take_furniture(text, &mut lines);
    let openings = region::openings(text, &lines);
    let mut outline = Outline { furniture, ..Outline::default() };
    let parts = parts(text, &lines, openings, &mut outline.furniture);
    let bodies: Vec<Range<usize>> = parts.iter().map(Part::body).collect();
    let headings = topic::topic_headings(text, &lines, &bodies);
    for (part, headings) in parts.iter().zip(headings) {
        add_section(text, &lines, part, &headings, &mut outline);
    }
    outline.furniture.sort_unstable();
    outline
}

/// Blanks furniture lines, so that the passes after it do not see them, and gives their spans.
fn take_furniture(text: &str, lines: &mut [Line]) -> Vec<Span> {
    let flags = furniture::furniture(text, lines);
    let mut spans = Vec::new();
    for (line, _) in lines.iter_mut().zip(flags).filter(|(_, furniture)| *furniture) {
        spans.push(line.span);
        line.span = Span { start: line.span.start, end: line.span.start };
    }
    spans
}

/// A section to be, by lines.
struct Part {
    region: Region,
    heading: Span,
    /// All of its lines, the heading's first.
    lines: Range<usize>,
    /// Whether the first line is the heading.
    headed: bool,
}

impl Part {
    fn body(&self) -> Range<usize> {
        self.lines.start + usize::from(self.headed)..self.lines.end
    }
}

/// The parts of a report by its openings; what stands before the first is furniture unless it states figures.
fn parts(text: &str, lines: &[Line], openings: Vec<Opening>, furniture: &mut Vec<Span>) -> Vec<Part> {
    let Some(first) = openings.first().map(|opening| opening.line) else {
        return vec![whole(text, lines, 0..lines.len())];
    };
    let mut parts = Vec::new();
    if states_figures(text, lines.get(..first).unwrap_or_default()) {
        parts.push(whole(text, lines, 0..first));
    } else {
        furniture.extend(lines.iter().take(first).filter(|line| !line.is_blank()).map(|line| line.span));
    }
    let ends: Vec<usize> = openings.iter().skip(1).map(|next| next.line).chain([lines.len()]).collect();
    for (opening, end) in openings.into_iter().zip(ends) {
        parts.push(Part { region: opening.region, heading: opening.title, lines: opening.line..end, headed: true });
    }
    parts
}

/// A part that speaks for no region in particular, named after its title.
fn whole(text: &str, lines: &[Line], range: Range<usize>) -> Part {
    let title = title_line(text, lines, range.clone());
    let start = title.map_or(range.start, |(line, _)| line);
    let name = title.map_or("Whole report", |(_, title)| title.of(text)).to_owned();
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
    let heading_at = |at: usize| {
        let next = lines.get(at + 1).map_or("", |line| line.of(text));
        heading::heading(text, lines.get(at)?.span, next)
    };
    let mut filled = range.filter(|at| lines.get(*at).is_some_and(|line| !line.is_blank()));
    let first = filled.next()?;
    let title = heading_at(first).filter(|title| !words::is_general_title(title.title.of(text)))?;
    let next = filled.next()?;
    let above_heading = lines.get(next).is_some_and(|line| !is_prose(line.of(text)));
    let alone = above_heading || !filled.filter_map(heading_at).any(|other| other.mark == title.mark && !other.page_number);
    alone.then_some((first, title.title))
}

/// Whether running text states a number other than a year.
fn states_figures(text: &str, lines: &[Line]) -> bool {
    let is_figure = |word: &str| {
        let digits = words::bare(word);
        words::is_numeric(word) && !(digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_digit()))
    };
    lines.iter().map(|line| line.of(text)).filter(|line| is_prose(line)).any(|line| line.split_whitespace().any(is_figure))
}

fn add_section(text: &str, lines: &[Line], part: &Part, headings: &[TopicHeading], outline: &mut Outline) {
    let id = outline.sections.len() as u32;
    let credit = credit::credit(text, lines, part.body());
    let topics_end = content_end(lines, part.lines.start..credit.as_ref().map_or(part.lines.end, |(_, first)| *first));
    let end = content_end(lines, part.lines.clone());
    let start = lines.get(part.lines.start).map_or(0, |line| line.span.start);
    let credit = credit.map(|(credit, _)| credit);
    outline.sections.push(Section { id, region: part.region.clone(), heading: part.heading, start, end: end.max(start), credit });
    let trimmed = |end: u32| text.get(..end as usize).map_or(end, |before| before.trim_end().len() as u32);
    let nexts = headings.iter().skip(1).map(|next| trimmed(next.start)).chain([topics_end]);
    for (heading, next) in headings.iter().zip(nexts) {
        outline.topics.push(Topic {
            id: outline.topics.len() as u32,
            section: id,
            title: heading.title.of(text).split_whitespace().collect::<Vec<_>>().join(" "),
            programme: None,
            heading: heading.title,
            start: heading.start,
            end: next.max(heading.title.end),
        });
    }
}

/// The byte after the last line with content.
fn content_end(lines: &[Line], range: Range<usize>) -> u32 {
    lines.get(range).unwrap_or_default().iter().rev().find(|line| !line.is_blank()).map_or(0, |line| line.span.end)
}
