//! The state that a page's content changes as it runs: where the next character goes, and what the file says of marked passages.

use super::font::Face;
use super::glyph::Placed;
use super::matrix::Matrix;
use hayro_syntax::object::{Dict, Name, String as PdfString};
use std::rc::Rc;

/// The part of the graphics state that text needs.
#[derive(Clone)]
pub(super) struct State<'a> {
    page: Matrix,
    text: Matrix,
    line: Matrix,
    pub(super) face: Option<Rc<Face<'a>>>,
    pub(super) size: f32,
    pub(super) character_space: f32,
    pub(super) word_space: f32,
    /// Horizontal scaling; 1 where nothing is stretched.
    pub(super) stretch: f32,
    pub(super) leading: f32,
    pub(super) rise: f32,
}

impl State<'_> {
    pub(super) fn new(page: Matrix) -> Self {
        Self {
            page,
            text: Matrix::IDENTITY,
            line: Matrix::IDENTITY,
            face: None,
            size: 1.0,
            character_space: 0.0,
            word_space: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
        }
    }

    pub(super) fn concat(&mut self, matrix: Matrix) {
        self.page = matrix.then(self.page);
    }

    pub(super) fn set_line(&mut self, matrix: Matrix) {
        self.line = matrix;
        self.text = matrix;
    }

    pub(super) fn next_line(&mut self, x: f32, y: f32) {
        self.set_line(Matrix::shift(x, y).then(self.line));
    }

    /// Moves back by thousandths of the font's size, as between the strings of one array.
    pub(super) fn adjust(&mut self, by: f32) {
        let back = -by / 1000.0 * self.size;
        let horizontal = self.face.as_ref().is_none_or(|face| face.is_horizontal());
        self.text = if horizontal { Matrix::shift(back * self.stretch, 0.0) } else { Matrix::shift(0.0, back) }.then(self.text);
    }

    /// Moves on behind a character.
    pub(super) fn advance(&mut self, thousandths: f32, space: f32, horizontal: bool) {
        let by = thousandths / 1000.0 * self.size + self.character_space + space;
        self.text = if horizontal { Matrix::shift(by * self.stretch, 0.0) } else { Matrix::shift(0.0, by) }.then(self.text);
    }

    /// Where the next character begins on the page.
    pub(super) fn origin(&self) -> (f32, f32) {
        let (x, y) = self.text.point(0.0, self.rise);
        self.page.point(x, y)
    }

    /// The font's size as it is seen on the page.
    pub(super) fn seen_size(&self) -> f32 {
        let (x, y) = self.text.then(self.page).direction(0.0, self.size);
        x.hypot(y)
    }

    /// Where text runs to on the page.
    pub(super) fn run_direction(&self, horizontal: bool) -> (f32, f32) {
        let sign = if self.size < 0.0 { -1.0 } else { 1.0 };
        let (x, y) = if horizontal { (sign * self.stretch, 0.0) } else { (0.0, -sign) };
        self.text.then(self.page).direction(x, y)
    }
}

/// What a file says of a marked passage.
pub(super) enum Marked {
    /// Nothing that counts here.
    Plain,
    /// A page's header or footer.
    Pagination,
    /// Other characters stand for those shown, from this glyph on.
    Instead { text: String, from: usize },
}

impl Marked {
    pub(super) fn of(tag: &Name, dict: Option<&Dict>, glyphs: usize) -> Self {
        let named = |key: &str, value: &str| dict.and_then(|dict| dict.get::<Name>(key)).is_some_and(|name| name.as_str() == value);
        if tag.as_str() == "Artifact" && (named("Type", "Pagination") || named("Subtype", "Header") || named("Subtype", "Footer")) {
            return Self::Pagination;
        }
        match dict.and_then(|dict| dict.get::<PdfString>("ActualText")) {
            Some(text) => Self::Instead { text: text_string(text.as_bytes()), from: glyphs },
            None => Self::Plain,
        }
    }
}

/// A text of the file outside a page's content: UTF-16 or UTF-8 with its mark, else Latin.
fn text_string(bytes: &[u8]) -> String {
    if let Some(wide) = bytes.strip_prefix(b"\xfe\xff") {
        let units = wide.chunks_exact(2).map(|pair| pair.iter().fold(0, |unit, byte| unit << 8 | u16::from(*byte)));
        return char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
    }
    match bytes.strip_prefix(b"\xef\xbb\xbf") {
        Some(utf8) => String::from_utf8_lossy(utf8).into_owned(),
        None => bytes.iter().map(|byte| char::from(*byte)).collect(),
    }
}

/// Puts a text in the place of the glyphs from `from` on, where these stand on one line.
pub(super) fn put_instead(glyphs: &mut Vec<Placed>, from: usize, text: &str) {
    let Some((first, last)) = glyphs.get(from..).and_then(|shown| Some((*shown.first()?, *shown.last()?))) else { return };
    let (dx, dy) = (last.to.0 - first.from.0, last.to.1 - first.from.1);
    let on_one_line = super::glyph::Way::of(dx, dy) == Some(first.way);
    if text.is_empty() || !on_one_line {
        return;
    }
    glyphs.truncate(from);
    let count = text.chars().count() as f32;
    let place = |nth: usize| (first.from.0 + dx * nth as f32 / count, first.from.1 + dy * nth as f32 / count);
    glyphs.extend(text.chars().enumerate().map(|(nth, c)| Placed { c, from: place(nth), to: place(nth + 1), ..first }));
}
