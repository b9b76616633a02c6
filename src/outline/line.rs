//! The lines of a report: from text to trimmed lines, and what a line looks like as a whole.

use super::words;
use crate::text::{Span, count, find_between, is_full, wrap_width};

/// One line without its surrounding blanks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Line {
    /// The line without blanks at either end; empty for a blank line.
    pub(super) span: Span,
    /// Bytes of the blanks in front of it.
    indent: u32,
}

impl Line {
    pub(super) fn is_blank(self) -> bool {
        self.span.is_empty()
    }

    pub(super) fn of(self, text: &str) -> &str {
        self.span.of(text)
    }

    /// Its words with the blanks in front of them.
    fn indented(self, text: &str) -> &str {
        Span { start: self.span.start - self.indent, ..self.span }.of(text)
    }
}

/// The only control character between line feed and carriage return that ends no line.
const VERTICAL_TAB: u8 = 0x0b;

/// Lines of `text`, parted by line feeds, carriage returns (alone or before a line feed) and form feeds.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let (mut start, mut next) = (0, 0);
    while let Some(at) = find_between(bytes, next, b'\n', b'\r') {
        next = at + 1;
        let ends = match bytes.get(at) {
            Some(b'\r') => bytes.get(next) != Some(&b'\n'),
            mark => mark != Some(&VERTICAL_TAB),
        };
        if ends {
            found.push(line(text, start, at));
            start = next;
        }
    }
    found.push(line(text, start, text.len()));
    found
}

fn line(text: &str, start: usize, end: usize) -> Line {
    let whole = text.get(start..end).unwrap_or_default();
    let blank = |c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}' | '\u{2060}');
    let begun = whole.trim_start_matches(blank);
    let from = start + (whole.len() - begun.len());
    Line { span: Span::new(from, from + begun.trim_end_matches(blank).len()), indent: (from - start) as u32 }
}

/// Characters of one or several lines, whatever the lines end with: CRLF counts as LF does.
pub(super) fn length(words: &str) -> usize {
    // Bytes that go on a character are none of their own.
    count(words.as_bytes(), |b| b & 0xc0 != 0x80 && b != b'\r')
}

/// Words as they read, whatever line ends and blanks part them in the text.
pub(super) fn one_line(words: &str) -> String {
    let mut line = String::with_capacity(words.len());
    for word in words.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// Whether a line reads as running text: a sentence or a good part of one.
pub(super) fn is_prose(line: &str) -> bool {
    let (mut words, mut lower) = (0, 0);
    for word in line.split_whitespace() {
        words += 1;
        lower += usize::from(word.starts_with(char::is_lowercase));
        if words >= 12 && lower >= 2 {
            return true;
        }
    }
    let closed = is_closed(line);
    let latin = lower >= 2 && ((words >= 8 && lower * 2 > words) || (closed && words >= 3));
    // Chinese has no blanks between words: its full stop tells a sentence.
    latin || (closed && line.contains(['，', '。', '、']))
}

/// Whether a line ends a sentence.
fn is_closed(line: &str) -> bool {
    line.trim_end_matches(['"', '”', '’', ')']).ends_with(['.', '!', '?', ':', '。', '：'])
}

/// Joins the lines of paragraphs that were broken to fit a page or a terminal: afterwards a line is a paragraph, a heading or blank.
pub(super) fn join_wrapped(text: &str, lines: &[Line]) -> Vec<Line> {
    let width = wrap_width(lines.iter().map(|line| line.indented(text)));
    let mut joined: Vec<Line> = Vec::with_capacity(lines.len());
    let none = Line { span: Span::new(0, 0), indent: 0 };
    for (at, line) in lines.iter().enumerate() {
        let near = |at: Option<usize>| at.and_then(|at| lines.get(at)).unwrap_or(&none);
        let (above, below) = (near(at.checked_sub(1)), near(at.checked_add(1)));
        match joined.last_mut() {
            Some(last) if continues(text, [*above, *line, *below], width) => last.span = last.span.cover(line.span),
            _ => joined.push(*line),
        }
    }
    joined
}

/// Bytes of some lines, whichever way they end.
pub(super) fn printed_len(lines: &str) -> usize {
    lines.len() - lines.matches('\r').count()
}

/// Longer lines were not broken by anybody.
const MOST_WRAPPED: usize = 200;

/// Whether the second of three lines goes on with the paragraph of the first.
fn continues(text: &str, lines: [Line; 3], width: Option<usize>) -> bool {
    let [above, line, below] = lines.map(|line| line.of(text));
    let [printed_above, printed, _] = lines.map(|line| line.indented(text));
    if above.is_empty() || line.is_empty() || is_marked(line) {
        return false;
    }
    let closed = is_closed(above);
    if (line.starts_with(char::is_lowercase) && !closed) || is_unfinished(above) {
        return !is_marked(above) || is_list_item(above);
    }
    if is_marked(above) {
        return false;
    }
    let Some(width) = width else {
        return !closed && is_prose(above) && length(above) <= MOST_WRAPPED;
    };
    // A line that has room for the next word was ended on purpose.
    let may_be_heading = closed && !is_full(printed, below, width) && !is_closed(line) && !is_prose(line);
    is_full(printed_above, line, width) && !may_be_heading
}

/// Whether a line of running text ends in a word that asks for more ("with the help of the").
fn is_unfinished(line: &str) -> bool {
    let last = line.split_whitespace().next_back().unwrap_or_default();
    last.starts_with(char::is_lowercase) && words::is_small(last) && is_prose(line)
}

/// Headings, list items and table rows of Markdown stand on lines of their own, and so do contributors in brackets.
fn is_marked(line: &str) -> bool {
    line.starts_with(['#', '|', '=', '(']) || line.starts_with("---") || is_list_item(line)
}

fn is_list_item(line: &str) -> bool {
    line.starts_with(['•', '·', '*']) && !line.starts_with("**") || ["- ", "– "].iter().any(|mark| line.starts_with(mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        lines(text).into_iter().map(|line| line.of(text)).collect()
    }

    #[test]
    fn every_sort_of_line_end_parts_lines() {
        assert_eq!(split("a\nb\r\n c \rd\u{c}e"), ["a", "b", "c", "d", "e"]);
        assert_eq!(split(""), [""]);
        assert_eq!(split("\u{3000}\u{a0}Hebei\u{200b}\n"), ["Hebei", ""]);
    }

    fn joined(text: &str) -> Vec<String> {
        let lines = join_wrapped(text, &lines(text));
        lines.iter().filter(|line| !line.is_blank()).map(|line| line.of(text).replace('\n', "/")).collect()
    }

    #[test]
    fn lines_that_were_broken_are_joined() {
        let text = "Kenya\nThe programme was carried out with the help of the ministry and of partners in\nUganda\nand elsewhere.\nRwanda\nNothing.";
        let paragraph = "The programme was carried out with the help of the ministry and of partners in/Uganda/and elsewhere.";
        assert_eq!(joined(text), ["Kenya", paragraph, "Rwanda", "Nothing."]);
    }

    #[test]
    fn the_width_tells_where_a_line_was_ended_on_purpose() {
        let paragraph = "The town of Brackenmoor laid new pipes in every\nstreet in 2012 and paid for them with the help of\nthe county. It also built a school with 12 rooms.\n";
        let text = format!("{paragraph}Roads and Bridges\n{paragraph}Overview In 2012\n{paragraph}{paragraph}");
        let lines = joined(&text);
        assert!(lines.contains(&"Roads and Bridges".to_owned()), "{lines:?}");
        assert!(lines.iter().any(|line| line.starts_with("The town of Brackenmoor laid new pipes in every/street")), "{lines:?}");
    }

    #[test]
    fn marked_lines_stay_by_themselves() {
        let text = "The programme was carried out with the help of the ministry and of partners in\n- Uganda\n- Rwanda\n";
        assert_eq!(joined(text).len(), 3);
    }

    #[test]
    fn prose_is_told_from_headings_and_tables() {
        assert!(is_prose("No cases were reported."));
        assert!(is_prose("In 2012 the province put in a total of 1.5 billion yuan, of which"));
        assert!(!is_prose("Poverty Alleviation and Development in Hebei Province"));
        assert!(!is_prose("Kenya 12.5 13.1 14.9"));
    }
}
