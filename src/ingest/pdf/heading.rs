//! Headings: short paragraphs in larger or bolder type than the text, ranked by their type.

use super::flow::Piece;
use super::paragraph::{Paragraph, has_leader};

/// A heading is at least so much larger than the text.
const LARGER: f32 = 1.1;
/// Headings are no longer than so many characters and lines.
const LONGEST: usize = 160;
const MOST_LINES: usize = 4;
/// Ranks of headings that are printed.
const RANKS: usize = 6;

/// The type of a heading: its size in half points, and whether it is bold.
type Kind = (u32, bool);

/// The ranks of a document's headings.
pub(super) struct Headings {
    body: f32,
    is_body_bold: bool,
    /// The kinds found, the largest first.
    kinds: Vec<Kind>,
}

impl Headings {
    pub(super) fn of(pieces: &[Piece], body: f32) -> Self {
        let paragraphs = || pieces.iter().filter_map(Piece::paragraph);
        let count = |bold: bool| paragraphs().filter(|p| p.is_bold == bold).map(|p| p.text.len()).sum::<usize>();
        let mut headings = Self { body, is_body_bold: count(true) > count(false), kinds: vec![] };
        let mut kinds: Vec<Kind> = paragraphs().filter(|paragraph| headings.is_heading(paragraph)).map(kind).collect();
        kinds.sort_unstable_by(|a, b| b.cmp(a));
        kinds.dedup_by(|a, b| a.1 == b.1 && a.0.abs_diff(b.0) <= 1);
        headings.kinds = kinds;
        headings
    }

    /// The rank of a paragraph as a heading, from 1; none where it is text.
    pub(super) fn rank(&self, paragraph: &Paragraph) -> Option<usize> {
        let (size, bold) = Some(kind(paragraph)).filter(|_| self.is_heading(paragraph))?;
        let at = self.kinds.iter().position(|known| known.1 == bold && known.0.abs_diff(size) <= 1)?;
        Some((at + 1).min(RANKS))
    }

    fn is_heading(&self, paragraph: &Paragraph) -> bool {
        let text = paragraph.text.as_str();
        if has_leader(text) {
            return false;
        }
        let short = text.chars().count() <= LONGEST && paragraph.lines <= MOST_LINES && text.chars().any(char::is_alphabetic);
        let larger = paragraph.size >= LARGER * self.body;
        let bolder = paragraph.is_bold && !self.is_body_bold && paragraph.size >= 0.95 * self.body && !text.ends_with(['.', ',', ';']);
        short && (larger || bolder)
    }
}

fn kind(paragraph: &Paragraph) -> Kind {
    ((2.0 * paragraph.size).round().clamp(0.0, 10_000.0) as u32, paragraph.is_bold)
}
