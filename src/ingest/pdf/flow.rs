//! From pages to one run of text: paragraphs go on over the ends of columns and pages, footnotes stand behind what they belong to.

use super::column::Block;
use super::frame::Frames;
use super::join::Words;
use super::paragraph::{self, Paragraph};
use super::table::{self, Stretch};
use super::{note, word::Row};

/// A part of the report.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Piece {
    Paragraph(Paragraph),
    /// A footnote or a caption: text that the run of the report goes on behind.
    Note(Paragraph),
    Table(Vec<Vec<String>>),
}

impl Piece {
    pub(super) fn paragraph(&self) -> Option<&Paragraph> {
        match self {
            Self::Paragraph(paragraph) => Some(paragraph),
            Self::Note(_) | Self::Table(_) => None,
        }
    }
}

/// The parts of a report in the order of reading. `body` is the size of its text.
pub(super) fn pieces(blocks: Vec<Block>, body: f32, words: &Words) -> Vec<Piece> {
    let frames = Frames::of(&blocks);
    let mut flow = Flow { pieces: vec![], words, indents: frames.indents };
    for block in blocks {
        let slot = block.slot;
        let (text, notes) = note::part(block.rows, body);
        let mut first = true;
        for stretch in table::stretches(text, words) {
            match stretch {
                Stretch::Table(rows) => flow.pieces.push(Piece::Table(rows)),
                Stretch::Prose(rows) => {
                    for paragraph in paragraph::paragraphs(&rows, frames.frame(&rows, slot), words) {
                        flow.add(paragraph, first);
                        first = false;
                    }
                }
            }
            first = false;
        }
        for rows in note::each(&notes) {
            flow.pieces.extend(note_text(rows, frames.frame(rows, slot), words));
        }
    }
    flow.pieces
}

fn note_text(rows: &[Row], frame: super::paragraph::Frame, words: &Words) -> Option<Piece> {
    paragraph::whole(rows, frame, words).map(Piece::Note)
}

struct Flow<'w> {
    pieces: Vec<Piece>,
    words: &'w Words,
    /// Whether the report indents the first lines of its paragraphs.
    indents: bool,
}

impl Flow<'_> {
    /// Adds a paragraph; the first of a column or page may go on with the last one before.
    fn add(&mut self, paragraph: Paragraph, first: bool) {
        let is_behind_table = matches!(self.pieces.iter().rev().find(|piece| !matches!(piece, Piece::Note(_))), Some(Piece::Table(_)));
        let last = self.pieces.iter_mut().rev().find_map(|piece| match piece {
            Piece::Paragraph(last) => Some(last),
            Piece::Note(_) | Piece::Table(_) => None,
        });
        if first && is_caption(&paragraph.text) {
            self.pieces.push(Piece::Note(paragraph));
            return;
        }
        match last {
            Some(last) if (first || is_behind_table) && goes_on(last, &paragraph, self.indents && !is_behind_table) => {
                self.words.append(&mut last.text, &paragraph.text);
                last.lines += paragraph.lines;
                last.room = paragraph.room;
            }
            _ => self.pieces.push(Piece::Paragraph(paragraph)),
        }
    }
}

/// Whether a text stands at a table or picture, not in the run of the report.
fn is_caption(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let label = words.next().unwrap_or_default();
    matches!(label, "Table" | "Figure" | "Fig." | "Chart" | "Box" | "Map")
        && words.next().is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit()))
}

/// Whether a paragraph goes on with another at the beginning of the next column or page. `indents` says that the report indents
/// the first lines of its paragraphs, so that a line without goes on.
fn goes_on(last: &Paragraph, next: &Paragraph, indents: bool) -> bool {
    let alike = (last.size - next.size).abs() < 0.06 * last.size && last.is_bold == next.is_bold;
    let begins_lower = next.text.chars().next().is_some_and(char::is_lowercase);
    let marked = next.text.split_whitespace().next().is_some_and(paragraph::is_bullet);
    if !alike || marked || (next.is_indented && !begins_lower) {
        return false;
    }
    let is_full = last.room < next.first_word;
    if !is_closed(&last.text) {
        return begins_lower || is_full;
    }
    indents && is_full
}

/// Whether a text ends as sentences do, or stands in brackets as a whole.
fn is_closed(text: &str) -> bool {
    if text.starts_with(['(', '（']) && text.ends_with([')', '）']) {
        return true;
    }
    let text = text.trim_end_matches(|c: char| {
        matches!(c, '"' | '\'' | '”' | '’' | ')' | ']' | '）' | '»') || ('⁰'..='⁹').contains(&c) || "¹²³".contains(c)
    });
    text.ends_with(['.', '!', '?', ':', ';', '。', '！', '？', '：', '；'])
}
