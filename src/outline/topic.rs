//! Topics of a regional section: from its lines to headings, on lines of their own or run into the paragraph.

use super::heading::{Mark, heading};
use super::line::{Line, is_prose};
use super::vocabulary::Vocabulary;
use super::{run_on, words};
use crate::text::Span;

/// A topic heading: its title and the byte at which its line begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TopicHeading {
    pub(super) start: u32,
    pub(super) title: Span,
}

/// Headings of the topics in each of the given line ranges (one a section), in order.
pub(super) fn topic_headings(text: &str, lines: &[Line], sections: &[std::ops::Range<usize>]) -> Vec<Vec<TopicHeading>> {
    let mut vocabulary = Vocabulary::default();
    for section in sections {
        for found in section_headings(text, lines, section.clone(), None) {
            vocabulary.learn(found.title.of(text));
        }
        for line in lines.get(section.clone()).unwrap_or_default() {
            if let Some(words) = run_on::closed_lead_in(line.of(text)) {
                vocabulary.learn_lead_in(words);
            }
        }
    }
    sections.iter().map(|section| section_headings(text, lines, section.clone(), Some(&vocabulary))).collect()
}

fn section_headings(text: &str, lines: &[Line], section: std::ops::Range<usize>, vocabulary: Option<&Vocabulary>) -> Vec<TopicHeading> {
    let mut found = Vec::new();
    for at in section.clone() {
        let Some(line) = lines.get(at).filter(|line| !line.is_blank()) else { continue };
        let below = lines.get(at + 1..section.end).unwrap_or_default();
        let title = own_line(text, *line, below).or_else(|| run_on_title(text, *line, vocabulary));
        found.extend(title.map(|title| TopicHeading { start: line.span.start, title }));
    }
    found
}

/// A heading with the line to itself, and text below it.
fn own_line(text: &str, line: Line, below: &[Line]) -> Option<Span> {
    let next_line = below.first().map_or("", |below| below.of(text));
    let found = heading(text, line.span, next_line)?;
    if found.page_number {
        return None;
    }
    if !matches!(found.mark, Mark::Plain | Mark::Capitals) {
        return Some(found.title);
    }
    let title = found.title.of(text);
    let mut text_below = below.iter().filter(|line| !line.is_blank()).map(|line| line.of(text));
    let next = text_below.next().unwrap_or_default();
    let leads = is_prose(next) || (text_below.next().is_some_and(is_prose) && next.len() < 80);
    let case = found.title_case || (title.split_whitespace().count() <= 10 && is_prose(next) && !title.contains(','));
    (leads && case && !words::is_numeric(title) && !is_caption(title)).then_some(found.title)
}

/// "Table 3. Funds by source" names a table, not a topic.
fn is_caption(title: &str) -> bool {
    let mut words = title.split_whitespace();
    let kind = words.next().map(words::bare).unwrap_or_default();
    ["table", "figure", "box", "map", "chart", "source", "note"].contains(&kind.as_str()) && words.next().is_some_and(words::is_numeric)
}

fn run_on_title(text: &str, line: Line, vocabulary: Option<&Vocabulary>) -> Option<Span> {
    let paragraph = line.of(text);
    let opened = paragraph.trim_start_matches('【');
    let opened = opened.strip_prefix("**").unwrap_or(opened);
    let start = line.span.start as usize + paragraph.len() - opened.len();
    run_on::title_len(opened, vocabulary).filter(|len| *len < opened.len()).map(|len| Span::new(start, start + len))
}
