//! The text of a report from its parts, in the form that web pages get: headings marked, cells with bars between them.

use super::flow::Piece;
use super::heading::Headings;
use super::paragraph::{Paragraph, is_bullet};

/// The text, ending with a line break; empty where there is nothing.
pub(super) fn text(pieces: &[Piece], body: f32) -> String {
    let headings = Headings::of(pieces, body);
    let mut text = String::new();
    for piece in pieces {
        if !text.is_empty() {
            text.push('\n');
        }
        match piece {
            Piece::Paragraph(paragraph) => add_paragraph(&mut text, paragraph, headings.rank(paragraph)),
            Piece::Note(note) => add_paragraph(&mut text, note, None),
            Piece::Table(rows) => {
                for row in rows {
                    text.push_str(&row.join(" | "));
                    text.push('\n');
                }
            }
        }
    }
    text
}

fn add_paragraph(text: &mut String, paragraph: &Paragraph, rank: Option<usize>) {
    let words = paragraph.text.trim_end_matches('\u{ad}');
    match words.split_once(' ') {
        Some((mark, item)) if is_bullet(mark) => {
            text.push_str("- ");
            text.push_str(item);
        }
        _ => {
            if let Some(rank) = rank {
                text.push_str(&"#".repeat(rank));
                text.push(' ');
            }
            text.push_str(words);
        }
    }
    text.push('\n');
}
