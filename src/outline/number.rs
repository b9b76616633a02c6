//! Where numbered regions end: "5. Financing" and "4.3 The coast" end a region "4.2.7".

use super::heading::{Mark, heading_at};
use super::line::Line;
use super::region::Opening;
use crate::text::lowered;

/// The lines and numbers of regions that are all numbered to the same depth, two parts or more; empty for others.
pub(super) struct Numbers {
    depth: u8,
    regions: Vec<(usize, Vec<u32>)>,
}

impl Numbers {
    pub(super) fn of(text: &str, lines: &[Line], openings: &[Opening]) -> Self {
        let depth = match openings.first().map(|opening| opening.mark) {
            Some(Mark::Number(depth)) if depth > 1 => depth,
            _ => 0,
        };
        let same = depth > 0 && openings.iter().all(|opening| opening.mark == Mark::Number(depth));
        let regions =
            if same { openings.iter().map(|opening| (opening.line, number(text, lines, opening.line))).collect() } else { Vec::new() };
        Self { depth, regions }
    }

    /// Whether no regions are numbered so.
    pub(super) fn is_empty(&self) -> bool {
        self.regions.is_empty()
    }

    /// Whether the heading at a line has a number that follows that of the region above it, to the same depth or less.
    pub(super) fn end_at(&self, text: &str, lines: &[Line], at: usize) -> bool {
        let Some(above) = self.regions.partition_point(|(line, _)| *line < at).checked_sub(1).and_then(|i| self.regions.get(i)) else {
            return false;
        };
        let heading = heading_at(text, lines, at);
        matches!(heading.map(|heading| heading.mark), Some(Mark::Number(depth)) if depth <= self.depth) && number(text, lines, at) > above.1
    }
}

/// The parts of the number that a line begins with, letters by their place ("B.1", "Chapter 4:"); empty for Roman numbers.
pub(super) fn number(text: &str, lines: &[Line], at: usize) -> Vec<u32> {
    let mut words = lines.get(at).map_or("", |line| line.of(text)).split_whitespace();
    let first = words.next().unwrap_or_default();
    let kind = lowered(first, |first| matches!(first, "chapter" | "section" | "part" | "annex" | "appendix"));
    let number = if kind { words.next().unwrap_or_default() } else { first };
    let letter = |part: &str| {
        Some(part).filter(|part| part.len() == 1)?.bytes().next().filter(u8::is_ascii_uppercase).map(|b| u32::from(b - b'A') + 1)
    };
    let number = number.trim_matches(|c: char| !c.is_ascii_alphanumeric());
    number.split('.').map_while(|part| part.parse().ok().or_else(|| letter(part))).collect()
}
