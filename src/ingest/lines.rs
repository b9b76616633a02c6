//! The text of a page or document as it grows: breaks, blanks and marks are owed until the next character, so that none stands at the end of a
//! line and no two breaks add up. Raised characters wait, too, until it is known what follows them.

use super::raised::{Raised, raised};
use std::mem;

/// What parts two words of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
enum Gap {
    #[default]
    None,
    Blank,
    #[cfg(feature = "documents")]
    Tab,
}

/// A text under way.
#[derive(Default)]
pub(super) struct Lines {
    text: String,
    /// Line breaks owed before the next character: 0, 1 (new line) or 2 (blank line).
    breaks: usize,
    /// What is owed before the next character on the line.
    gap: Gap,
    /// Mark owed at the beginning of the next line ("## ", "- ") or between two cells.
    mark: String,
    /// Raised characters whose end is not yet seen.
    raised: String,
    /// A note's mark stood here: figures on both sides of it are two.
    apart: bool,
}

/// Stands between two cells of a row.
pub(super) const BETWEEN_CELLS: &str = " | ";

impl Lines {
    /// The next character begins a line, with a blank line in front where `breaks` is 2.
    pub(super) fn part(&mut self, breaks: usize) {
        self.settle(None);
        self.breaks = self.breaks.max(breaks);
    }

    /// The next line begins with a mark; with none where it is empty.
    pub(super) fn mark(&mut self, mark: &str) {
        self.settle(None);
        mark.clone_into(&mut self.mark);
    }

    /// Cells end here, so many columns; empty ones between others keep their places.
    pub(super) fn end_cell(&mut self, columns: usize) {
        self.settle(None);
        if !self.mark.starts_with(BETWEEN_CELLS) {
            self.mark.clear();
        }
        self.mark.extend(std::iter::repeat_n(BETWEEN_CELLS, columns));
    }

    /// The mark of a heading: as in Markdown.
    pub(super) fn heading(&mut self, level: usize) {
        self.mark = "######".get(..level).unwrap_or("######").to_owned() + " ";
    }

    /// A blank parts the next character from the last.
    pub(super) fn blank(&mut self) {
        self.settle(None);
        self.owe_blank();
    }

    fn owe_blank(&mut self) {
        self.gap = self.gap.max(Gap::Blank);
    }

    /// A tab does.
    #[cfg(feature = "documents")]
    pub(super) fn tab(&mut self) {
        self.settle(None);
        self.gap = Gap::Tab;
    }

    /// A character that is no blank.
    pub(super) fn push(&mut self, c: char) {
        self.settle(Some(c));
        self.write(c);
    }

    fn write(&mut self, c: char) {
        if mem::take(&mut self.apart) && c.is_ascii_digit() && self.before().ends_with(|last: char| last.is_ascii_digit()) {
            self.owe_blank();
        }
        self.pay();
        self.text.push(c);
    }

    /// Raised characters: an exponent, the ending of an ordinal number, or the mark of a note.
    pub(super) fn raise(&mut self, text: &str) {
        self.raised.push_str(text);
    }

    /// A note is referred to here without a character for it.
    #[cfg(feature = "documents")]
    pub(super) fn refer(&mut self) {
        self.settle(None);
        self.apart = true;
    }

    /// Writes the raised characters that wait, as what they are between those in front of them and the next.
    fn settle(&mut self, next: Option<char>) {
        if self.raised.is_empty() {
            return;
        }
        let text = mem::take(&mut self.raised);
        match raised(&text, self.before(), next) {
            Raised::Written(written) => {
                for c in written.chars() {
                    if c == ' ' { self.owe_blank() } else { self.write(c) }
                }
            }
            Raised::NoteMark => self.apart = true,
        }
    }

    /// A line break inside text that keeps its own.
    pub(super) fn keep_break(&mut self) {
        self.settle(None);
        self.text.push('\n');
    }

    /// Lines that are finished.
    #[cfg(feature = "documents")]
    pub(super) fn block(&mut self, lines: &str) {
        self.settle(None);
        self.pay();
        self.text.push_str(lines);
    }

    /// Whether the next character begins a line.
    #[cfg(feature = "documents")]
    pub(super) fn begins(&self) -> bool {
        self.breaks > 0
    }

    /// What stands in front of the next character on its line; nothing where that begins a word.
    fn before(&self) -> &str {
        let goes_on = self.breaks == 0 && self.gap == Gap::None && self.mark.is_empty();
        if goes_on { &self.text } else { "" }
    }

    /// Writes the breaks, blank and mark owed before a character.
    fn pay(&mut self) {
        let at_start = self.text.is_empty() || self.text.ends_with('\n');
        if self.breaks > 0 && !self.text.is_empty() {
            let have = self.text.bytes().rev().take_while(|byte| *byte == b'\n').count();
            self.text.extend(std::iter::repeat_n('\n', self.breaks.saturating_sub(have)));
        } else if !at_start && self.mark.is_empty() {
            match self.gap {
                Gap::None => {}
                Gap::Blank => self.text.push(' '),
                #[cfg(feature = "documents")]
                Gap::Tab => self.text.push('\t'),
            }
        }
        // A cell separator belongs between two cells only.
        if self.breaks == 0 || !self.mark.starts_with(BETWEEN_CELLS) {
            self.text.push_str(&self.mark);
        }
        self.breaks = 0;
        self.gap = Gap::None;
        self.mark.clear();
    }

    /// The text, its last line closed.
    pub(super) fn finish(mut self) -> String {
        self.settle(None);
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
        self.text
    }
}
