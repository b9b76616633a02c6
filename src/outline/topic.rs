//! Topics of a regional section: from its lines to headings, on lines of their own or run into the paragraph.

use super::heading::{Heading, Mark, heading_at};
use super::line::{Line, is_prose, printed_len};
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
    let forms: Vec<Vec<Form>> = sections.iter().map(|section| forms(text, lines, section.clone())).collect();
    for (section, forms) in sections.iter().zip(&forms) {
        for title in forms.iter().filter_map(|form| form.title) {
            vocabulary.learn(title.of(text));
        }
        for line in lines.get(section.clone()).unwrap_or_default() {
            if let Some(words) = run_on::closed_lead_in(line.of(text)) {
                vocabulary.learn_lead_in(words);
            }
        }
    }
    let title =
        |form: Form| form.title.or_else(|| Some(form.line).filter(|_| form.plain).and_then(|line| known_title(text, line, &vocabulary)));
    let heading = |form: Form| Some(TopicHeading { start: form.line.span.start, title: title(form)? });
    forms.into_iter().map(|forms| forms.into_iter().filter_map(heading).collect()).collect()
}

/// What the form of a line tells.
#[derive(Debug, Clone, Copy)]
struct Form {
    line: Line,
    title: Option<Span>,
    /// Whether its form tells nothing: only the titles of the rest of the report can.
    plain: bool,
}

/// The lines of a section that are not blank.
fn forms(text: &str, lines: &[Line], section: std::ops::Range<usize>) -> Vec<Form> {
    let form = |at: usize| {
        let line = lines.get(at).filter(|line| !line.is_blank()).copied()?;
        let below = lines.get(at + 1..section.end).unwrap_or_default();
        if let Some(title) = heading_at(text, lines, at).and_then(|found| own_line(text, lines, at, found, below)) {
            return Some(Form { line, title: Some(title), plain: false });
        }
        let (opened, start) = opened(text, line);
        let marked = start > line.span.start as usize;
        let len = run_on::title_len(opened, marked);
        let title = len.filter(|len| *len < opened.len()).map(|len| Span::new(start, start + len));
        Some(Form { line, title, plain: len.is_none() })
    };
    section.clone().filter_map(form).collect()
}

/// A heading with the line to itself, and text below it.
fn own_line(text: &str, lines: &[Line], at: usize, found: Heading, below: &[Line]) -> Option<Span> {
    if found.page_number || is_list_item(text, lines, at, found.mark) || is_value(found.title.of(text)) {
        return None;
    }
    if !matches!(found.mark, Mark::Plain | Mark::Capitals) {
        return Some(found.title);
    }
    let title = found.title.of(text);
    let mut text_below = below.iter().filter(|line| !line.is_blank()).map(|line| line.of(text));
    let next = text_below.next().unwrap_or_default();
    let leads = is_prose(next) || (text_below.next().is_some_and(is_prose) && printed_len(next) < 80);
    let bare = words::without_date(title);
    let short = |words: &str| words.split_whitespace().count() <= 10 && !words.contains(',');
    let case = found.title_case || is_prose(next) && (short(title) || bare.is_some_and(short));
    (leads && case && !words::is_numeric(title) && !is_caption(title)).then_some(found.title)
}

/// Whether a numbered line has another of its rank right above or below it: a list of steps or members, no headings.
fn is_list_item(text: &str, lines: &[Line], at: usize, mark: Mark) -> bool {
    let is_item = |at: Option<usize>| at.and_then(|at| heading_at(text, lines, at)).is_some_and(|found| found.mark == mark);
    matches!(mark, Mark::Number(_)) && (is_item(at.checked_sub(1)) || is_item(at.checked_add(1)))
}

/// "Defence expenditures: 9.1% (1984)", "Expenditure: N16.9 billion", "Premium = Rate × Wages": a title does not say how much.
pub(super) fn is_value(title: &str) -> bool {
    title.contains('=') || title.split_once(": ").is_some_and(|(_, value)| words::begins_with_figure(value))
}

/// "Table 3. Funds by source" names a table, not a topic.
fn is_caption(title: &str) -> bool {
    let mut words = title.split_whitespace();
    let kind = words.next().map(words::bare).unwrap_or_default();
    ["table", "figure", "box", "map", "chart", "source", "note"].contains(&kind.as_str()) && words.next().is_some_and(words::is_numeric)
}

/// A paragraph without the marks that open its title, and where that begins.
fn opened(text: &str, line: Line) -> (&str, usize) {
    let paragraph = line.of(text);
    let opened = paragraph.trim_start_matches('【');
    let opened = opened.strip_prefix("**").unwrap_or(opened);
    (opened, line.span.start as usize + paragraph.len() - opened.len())
}

/// A title that the report uses elsewhere, run into the paragraph.
fn known_title(text: &str, line: Line, vocabulary: &Vocabulary) -> Option<Span> {
    let (opened, start) = opened(text, line);
    run_on::known_title_len(opened, vocabulary).filter(|len| *len < opened.len()).map(|len| Span::new(start, start + len))
}
