//! From text to its outline: regional sections, topics, contributor lines and furniture.
//!
//! Structure first, cheaply, from the form of lines; what stands inside a paragraph is the business of the stations after this one.

mod alike;
mod announced;
mod area_words;
mod bodies;
mod called;
mod closing;
mod contents;
mod counted;
mod credit;
mod furniture;
pub mod gazetteer;
mod heading;
mod headline;
mod label;
mod lead;
mod line;
mod name;
mod number;
mod opened;
mod part;
mod place_name;
mod proper;
mod rank;
mod region;
mod run_on;
mod siblings;
mod subject;
mod topic;
mod unknown;
mod vocabulary;
mod words;
mod worldwide;

use crate::analysis::{Section, Topic};
use crate::text::Span;
pub(crate) use area_words::is_area_word;
use line::Line;
use part::Part;
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
    let mut lines = line::join_wrapped(text, &lines);
    let openings = region::openings(text, &lines);
    let mut outline = Outline { furniture, ..Outline::default() };
    let openings = take_running_heads(text, &mut lines, openings, &mut outline.furniture);
    let parts = part::parts(text, &lines, openings, &mut outline.furniture);
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

/// A section's heading repeated at the head of a page, under the page number, opens nothing.
fn take_running_heads(text: &str, lines: &mut [Line], openings: Vec<Opening>, furniture: &mut Vec<Span>) -> Vec<Opening> {
    let mut kept: Vec<Opening> = Vec::with_capacity(openings.len());
    let mut heads = Vec::new();
    for opening in openings {
        let above = furniture.partition_point(|span| span.end <= opening.title.start);
        let gap = above.checked_sub(1).and_then(|at| text.get(furniture.get(at)?.end as usize..opening.title.start as usize));
        let repeats = kept.last().is_some_and(|last| last.title.of(text) == opening.title.of(text));
        let line = lines.get_mut(opening.line).filter(|_| repeats && gap.is_some_and(|gap| gap.trim().is_empty()));
        if let Some(line) = line {
            heads.push(line.span);
            line.span = Span { start: line.span.start, end: line.span.start };
        } else {
            kept.push(opening);
        }
    }
    furniture.extend(heads);
    kept
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
            title: line::one_line(heading.title.of(text)),
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
