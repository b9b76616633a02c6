//! The text of a word processor's document as it grows: paragraphs, tables, notes and raised characters, in the form that [`super::html`] gives
//! those of a web page.
//!
//! What a document's format says is the business of its reader ([`super::docx`], [`super::odt`]); how it looks as text is decided here.

use super::lines::{BETWEEN_CELLS, Lines};
use std::mem;

/// What a paragraph is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    /// Running text.
    Body,
    /// A heading of a level, from 1.
    Heading(usize),
    /// An item of a list, with the mark in front of it.
    Item(String),
}

/// Boxes and cells inside each other that are kept apart; what is nested deeper runs into what is around it. Each level copies its text once.
const DEEPEST: usize = 16;

/// A cell longer than this is no cell of a table of figures: the table lays out running text.
const LONGEST_CELL: usize = 400;

/// No cell of a table of figures goes over more columns.
const MOST_COLUMNS: usize = 60;

/// A document's text under way.
#[derive(Default)]
pub(super) struct Flow {
    part: Part,
    /// Those around it, the outermost first.
    around: Vec<Part>,
    /// How many were opened beyond the deepest.
    beyond: usize,
}

/// A text of its own: the document, a box, a note, a cell.
#[derive(Default)]
struct Part {
    lines: Lines,
    /// What the paragraph is, or the last one was; nothing behind tables and boxes.
    kind: Option<Kind>,
    /// The end of the paragraph was deleted: the next goes on with it.
    joins: bool,
    /// Notes and boxes that stand behind the paragraph.
    owed: Vec<String>,
    /// Finished cells of the open row, each with the columns that it goes over.
    row: Vec<(String, usize)>,
    /// The further columns that the open cell goes over.
    further: usize,
    is_cell: bool,
}

impl Flow {
    /// A paragraph begins.
    pub(super) fn begin(&mut self, kind: Kind) {
        let part = &mut self.part;
        // Where nothing of the paragraph before is left, nothing is joined.
        if mem::take(&mut part.joins) && !part.lines.begins() {
            return;
        }
        part.pay_notes();
        let goes_on = matches!((&kind, &part.kind), (Kind::Item(_), Some(Kind::Item(_))));
        part.lines.part(if goes_on { 1 } else { 2 });
        match &kind {
            Kind::Body => part.lines.mark(""),
            Kind::Heading(level) => part.lines.heading(*level),
            Kind::Item(mark) => part.lines.mark(mark),
        }
        part.kind = Some(kind);
    }

    /// It ends; with `joins`, the next goes on in its line.
    pub(super) fn end(&mut self, joins: bool) {
        self.part.joins = joins;
    }

    /// Characters of the paragraph.
    pub(super) fn text(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                ' ' | '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' => self.part.lines.blank(),
                // Where a word may be parted, and marks without width.
                '\u{ad}' | '\u{200b}' | '\u{200c}' | '\u{2060}' | '\u{feff}' => {}
                '\u{2011}' => self.part.lines.push('-'),
                c if c.is_control() => {}
                c => self.part.lines.push(c),
            }
        }
    }

    /// Raised characters: an exponent, the ending of an ordinal number, or the mark of a note.
    pub(super) fn raise(&mut self, text: &str) {
        self.part.lines.raise(text);
    }

    /// A tab.
    pub(super) fn tab(&mut self) {
        self.part.lines.tab();
    }

    /// A line break inside a paragraph.
    pub(super) fn line_break(&mut self) {
        // The line of a heading is one.
        if matches!(self.part.kind, Some(Kind::Heading(_))) {
            self.part.lines.blank();
        } else {
            self.part.lines.part(1);
        }
    }

    /// A note is referred to here; its text stands behind the paragraph, so that it belongs to the same region.
    pub(super) fn note(&mut self, text: &str) {
        self.part.lines.refer();
        self.part.owe(text);
    }

    /// A box or a note begins inside a paragraph: a text of its own, which stands behind it.
    pub(super) fn open_aside(&mut self) {
        self.open(false);
    }

    /// It ends.
    pub(super) fn close_aside(&mut self) {
        if let Some(mut aside) = self.close() {
            aside.pay_notes();
            self.part.owe(&aside.lines.finish());
        }
    }

    /// A table begins.
    pub(super) fn begin_table(&mut self) {
        self.part.joins = false;
        self.part.pay_notes();
        self.part.lines.part(2);
        self.part.kind = None;
    }

    /// A cell begins.
    pub(super) fn open_cell(&mut self) {
        self.open(true);
    }

    /// It ends.
    pub(super) fn close_cell(&mut self) {
        if let Some(cell) = self.close() {
            self.part.owed.extend(cell.owed);
            self.part.row.push((cell.lines.finish(), 1 + cell.further));
        }
    }

    /// The open cell goes over so many columns.
    pub(super) fn widen_cell(&mut self, columns: Option<String>) {
        let columns = columns.and_then(|columns| columns.parse::<usize>().ok()).unwrap_or(1);
        self.part.further = columns.saturating_sub(1).min(MOST_COLUMNS);
    }

    /// A row ends: a line with its cells, or the cells one below the other where they hold running text.
    pub(super) fn end_row(&mut self) {
        let row = mem::take(&mut self.part.row);
        let cells: Vec<&str> = row.iter().map(|(cell, _)| cell.trim()).filter(|cell| !cell.is_empty()).collect();
        let lines = &mut self.part.lines;
        lines.mark("");
        let lays_out = |cell: &&str| (cell.len() > LONGEST_CELL || row.len() == 1) && cell.contains('\n');
        if cells.iter().any(lays_out) {
            for cell in cells {
                lines.part(2);
                lines.block(cell);
            }
            lines.part(2);
        } else if !cells.is_empty() {
            lines.part(1);
            lines.block(&row_of(&row));
        }
    }

    /// The whole text.
    pub(super) fn finish(mut self) -> String {
        while let Some(mut part) = self.close() {
            part.pay_notes();
            self.part.owe(&part.lines.finish());
        }
        self.part.pay_notes();
        self.part.lines.finish()
    }

    fn open(&mut self, is_cell: bool) {
        if self.around.len() < DEEPEST {
            let inner = Part { is_cell, ..Part::default() };
            self.around.push(mem::replace(&mut self.part, inner));
        } else {
            self.beyond += 1;
            self.part.lines.part(1);
        }
    }

    fn close(&mut self) -> Option<Part> {
        if self.beyond > 0 {
            self.beyond -= 1;
            return None;
        }
        let outer = self.around.pop()?;
        Some(mem::replace(&mut self.part, outer))
    }
}

impl Part {
    fn owe(&mut self, text: &str) {
        let text = text.trim();
        if !text.is_empty() {
            self.owed.push(text.to_owned());
        }
    }

    /// Writes the notes and boxes that stand behind the paragraph. Those of a cell stand behind its table.
    fn pay_notes(&mut self) {
        if self.is_cell {
            return;
        }
        for block in mem::take(&mut self.owed) {
            self.lines.mark("");
            self.lines.part(2);
            self.lines.block(&block);
            self.lines.part(2);
            self.kind = None;
        }
    }
}

/// A row in one line: an empty cell between others keeps its place, so that those behind it stay in their columns.
fn row_of(row: &[(String, usize)]) -> String {
    let (mut line, mut owed) = (String::new(), 0);
    for (cell, columns) in row {
        let cell = cell.trim();
        if !cell.is_empty() {
            let marks = if line.is_empty() { 0 } else { owed };
            line.extend(std::iter::repeat_n(BETWEEN_CELLS, marks));
            line.push_str(&one_line(cell));
            owed = 0;
        }
        owed += columns;
    }
    line
}

/// A cell in one line. Figures that stand one below the other must not become one.
fn one_line(cell: &str) -> String {
    let mut lines = cell.lines().map(str::trim).filter(|line| !line.is_empty());
    let mut joined = lines.next().unwrap_or_default().to_owned();
    for line in lines {
        let digits = joined.ends_with(|c: char| c.is_ascii_digit()) && line.starts_with(|c: char| c.is_ascii_digit());
        joined.push_str(if digits { "; " } else { " " });
        joined.push_str(line);
    }
    joined
}
