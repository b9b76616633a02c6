//! Headings that are counted without a stop or by small letters: "1 Oromia", "(a) Oromia", "ii) Oromia".
//!
//! "3 Sisters" may be a name and "(a) ..." a clause: only lines that count on from each other, with text between them, are such headings.

use super::heading::{Heading, Mark, heading_of};
use super::line::{Line, length};
use super::region::PATTERN;
use crate::text::Span;

const LONGEST: usize = 80;

/// A line with its count.
struct Counted {
    line: usize,
    count: u32,
    heading: Heading,
}

/// The counted headings of a report, by line.
pub(super) fn counted(text: &str, lines: &[Line]) -> Vec<(usize, Heading)> {
    let found: Vec<Counted> = (0..lines.len()).filter_map(|at| counted_at(text, lines, at)).collect();
    let follows = |pair: &[Counted]| matches!(pair, [above, below] if below.count == above.count + 1 && below.line > above.line + 1);
    let mut kept = Vec::new();
    let mut first = 0;
    for at in 1..=found.len() {
        if found.get(at - 1..=at).is_some_and(follows) {
            continue;
        }
        if at - first >= PATTERN {
            kept.extend(found.get(first..at).unwrap_or_default().iter().map(|counted| (counted.line, counted.heading)));
        }
        first = at;
    }
    kept
}

fn counted_at(text: &str, lines: &[Line], at: usize) -> Option<Counted> {
    let line = lines.get(at).filter(|line| !line.is_blank() && line.span.len() <= LONGEST * 4)?;
    let words = line.of(text);
    let (number, name) = words.split_once(char::is_whitespace)?;
    let name = name.trim_start();
    let count = count(number).filter(|_| name.starts_with(char::is_uppercase) && length(name) <= LONGEST)?;
    let start = line.span.end as usize - name.len();
    let heading = heading_of(text, Span::new(start, start + name.len())).filter(|found| found.title_case && !found.page_number)?;
    Some(Counted { line: at, count, heading: Heading { mark: Mark::Number(1), ..heading } })
}

/// "1", "(a)", "b)", "(iv)"; one letter counts as such, "i" too.
fn count(number: &str) -> Option<u32> {
    if number.len() <= 2 && number.bytes().all(|b| b.is_ascii_digit()) {
        return number.parse().ok();
    }
    let inner = number.strip_suffix(')')?;
    let inner = inner.strip_prefix('(').unwrap_or(inner);
    let roman = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"].iter().position(|roman| *roman == inner);
    let letter = || Some(inner).filter(|letter| letter.len() == 1)?.bytes().next().filter(u8::is_ascii_lowercase).map(|b| b - b'a');
    roman.map(|at| at as u32 + 1).or_else(|| letter().map(|at| u32::from(at) + 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outline::line::lines;

    fn titles(text: &str) -> Vec<&str> {
        counted(text, &lines(text)).iter().map(|(_, heading)| heading.title.of(text)).collect()
    }

    #[test]
    fn headings_count_on_from_each_other() {
        let list = |numbers: [&str; 3]| {
            format!("{} Amberley\nText.\n\n{} Birch Vale\nText.\n\n{} Castleton\nText.\n", numbers[0], numbers[1], numbers[2])
        };
        for numbers in [["1", "2", "3"], ["(a)", "(b)", "(c)"], ["i)", "ii)", "iii)"]] {
            assert_eq!(titles(&list(numbers)), ["Amberley", "Birch Vale", "Castleton"], "{numbers:?}");
        }
        assert!(titles(&list(["1", "3", "7"])).is_empty());
        assert!(titles("1 Amberley\n2 Birchwood\n3 Castleton\n").is_empty(), "a list");
    }
}
