//! The lines of a report: from text to trimmed lines, and what a line looks like as a whole.

use crate::text::Span;

/// One line without its surrounding blanks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Line {
    /// The line without blanks at either end; empty for a blank line.
    pub(super) span: Span,
}

impl Line {
    pub(super) fn is_blank(self) -> bool {
        self.span.is_empty()
    }

    pub(super) fn of(self, text: &str) -> &str {
        self.span.of(text)
    }
}

/// Lines of `text`, parted by line feeds, carriage returns (alone or before a line feed) and form feeds.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices().filter(|(_, c)| matches!(c, '\n' | '\r' | '\u{c}')) {
        let crlf = c == '\r' && text.as_bytes().get(at + 1) == Some(&b'\n');
        if !crlf {
            found.push(line(text, start, at));
            start = at + 1;
        }
    }
    found.push(line(text, start, text.len()));
    found
}

fn line(text: &str, start: usize, end: usize) -> Line {
    let whole = text.get(start..end).unwrap_or_default();
    let blank = |c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}' | '\u{2060}');
    let from = start + (whole.len() - whole.trim_start_matches(blank).len());
    let to = from + whole.trim_matches(blank).len();
    Line { span: Span::new(from, to) }
}

/// Whether a line reads as running text: a sentence or a good part of one.
pub(super) fn is_prose(line: &str) -> bool {
    let words = line.split_whitespace().count();
    let lower = line.split_whitespace().filter(|word| word.starts_with(char::is_lowercase)).count();
    let closed = line.trim_end_matches(['"', '”', '’', ')']).ends_with(['.', '!', '?', '。']);
    let latin = lower >= 2 && (words >= 12 || (closed && words >= 3));
    // Chinese has no blanks between words: its full stop tells a sentence.
    latin || (closed && line.contains(['，', '。', '、']))
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

    #[test]
    fn prose_is_told_from_headings_and_tables() {
        assert!(is_prose("No cases were reported."));
        assert!(is_prose("In 2012 the province put in a total of 1.5 billion yuan, of which"));
        assert!(!is_prose("Poverty Alleviation and Development in Hebei Province"));
        assert!(!is_prose("Kenya 12.5 13.1 14.9"));
    }
}
