//! The content of a page, run for its text: only what moves or shows characters is followed.

use super::font::{Face, Fonts};
use super::glyph::{Placed, Way};
use super::matrix::Matrix;
use super::state::{Marked, State};
use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction as Op;
use hayro_syntax::object::{Dict, Name, Number, Object, Stream, String as PdfString};
use hayro_syntax::page::{Page, Resources};
use std::rc::Rc;

/// How deep drawings may hold drawings; a file may hold one that holds itself.
const DEEPEST: usize = 12;
/// How much a page may do before it is cut off: drawings that repeat drawings grow without end.
const MOST_STEPS: usize = 4_000_000;

/// What was found on a page.
#[derive(Default)]
pub(super) struct Found {
    pub(super) glyphs: Vec<Placed>,
    /// Codes whose font does not say what characters they are.
    pub(super) unknown: usize,
    /// Pictures shown.
    pub(super) pictures: usize,
}

/// Reads the text of a page.
pub(super) fn read<'a>(page: &Page<'a>, fonts: &mut Fonts<'a>) -> Found {
    let (width, height) = page.render_dimensions();
    let mut reader = Reader {
        fonts,
        found: Found::default(),
        state: State::new(Matrix::from_f64(page.initial_transform(true).as_coeffs())),
        saved: vec![],
        marked: vec![],
        steps: 0,
        width,
        height,
    };
    reader.run(page.typed_operations(), page.resources(), 0);
    reader.found
}

struct Reader<'f, 'a> {
    fonts: &'f mut Fonts<'a>,
    found: Found,
    state: State<'a>,
    saved: Vec<State<'a>>,
    marked: Vec<Marked>,
    steps: usize,
    width: f32,
    height: f32,
}

impl<'a> Reader<'_, 'a> {
    fn run(&mut self, mut operations: TypedIter, resources: &Resources<'a>, depth: usize) {
        while let Some(operation) = operations.next() {
            self.steps += 1;
            if self.steps > MOST_STEPS {
                return;
            }
            self.step(&operation, resources, depth);
        }
    }

    fn step(&mut self, operation: &Op, resources: &Resources<'a>, depth: usize) {
        match operation {
            Op::SaveState(_) if self.saved.len() < 512 => self.saved.push(self.state.clone()),
            Op::RestoreState(_) => self.state = self.saved.pop().unwrap_or_else(|| self.state.clone()),
            Op::Transform(t) => self.state.concat(numbers([t.0, t.1, t.2, t.3, t.4, t.5])),
            Op::XObject(name) => self.draw(name.0, resources, depth),
            Op::InlineImage(_) => self.found.pictures += 1,
            Op::BeginMarkedContent(mark) => self.begin_mark(mark.0, None),
            Op::BeginMarkedContentWithProperties(mark) => {
                let dict = match mark.1 {
                    Object::Dict(dict) => Some(dict.clone()),
                    Object::Name(name) => resources.properties.get::<Dict>(name.clone()),
                    _ => None,
                };
                self.begin_mark(mark.0, dict.as_ref());
            }
            Op::EndMarkedContent(_) => self.end_mark(),
            _ => self.text_step(operation, resources),
        }
    }

    fn text_step(&mut self, operation: &Op, resources: &Resources<'a>) {
        let state = &mut self.state;
        match operation {
            Op::BeginText(_) => state.set_line(Matrix::IDENTITY),
            Op::CharacterSpacing(n) => state.character_space = n.0.as_f32(),
            Op::WordSpacing(n) => state.word_space = n.0.as_f32(),
            Op::HorizontalScaling(n) => state.stretch = n.0.as_f32() / 100.0,
            Op::TextLeading(n) => state.leading = n.0.as_f32(),
            Op::TextRise(n) => state.rise = n.0.as_f32(),
            Op::TextFont(font) => {
                state.size = font.1.as_f32();
                state.face = resources.get_font(font.0).and_then(|dict| self.fonts.face(&dict));
            }
            Op::NextLine(t) => state.next_line(t.0.as_f32(), t.1.as_f32()),
            Op::NextLineAndSetLeading(t) => {
                state.leading = -t.1.as_f32();
                state.next_line(t.0.as_f32(), t.1.as_f32());
            }
            Op::SetTextMatrix(t) => state.set_line(numbers([t.0, t.1, t.2, t.3, t.4, t.5])),
            Op::NextLineUsingLeading(_) => state.next_line(0.0, -state.leading),
            Op::ShowText(text) => self.show(text.0),
            Op::NextLineAndShowText(text) => {
                state.next_line(0.0, -state.leading);
                self.show(text.0);
            }
            Op::ShowTextWithParameters(text) => {
                state.word_space = text.0.as_f32();
                state.character_space = text.1.as_f32();
                state.next_line(0.0, -state.leading);
                self.show(text.2);
            }
            Op::ShowTexts(parts) => {
                for part in parts.0.iter::<Object>() {
                    match part {
                        Object::Number(by) => self.state.adjust(by.as_f32()),
                        Object::String(text) => self.show(&text),
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }

    fn show(&mut self, text: &PdfString) {
        let Some(face) = self.state.face.clone() else {
            self.found.unknown += text.as_bytes().len();
            return;
        };
        let bytes = text.as_bytes();
        let mut at = 0;
        while let Some((code, length)) = face.next_code(bytes, at) {
            at += length;
            self.steps += 1;
            self.show_code(&face, code, length);
        }
    }

    fn show_code(&mut self, face: &Rc<Face<'a>>, number: u32, length: usize) {
        let code = face.code(number);
        let from = self.state.origin();
        let space = if number == 32 && length == 1 { self.state.word_space } else { 0.0 };
        self.state.advance(code.advance, space, face.is_horizontal());
        let to = self.state.origin();
        if code.text.is_empty() {
            self.found.unknown += 1;
            return;
        }
        let size = self.state.seen_size();
        let (dx, dy) = self.state.run_direction(face.is_horizontal());
        let Some(way) = Way::of(dx, dy).filter(|_| size.is_finite() && size > 0.5 && self.is_on_page(from)) else { return };
        let is_pagination = self.marked.iter().any(|mark| matches!(mark, Marked::Pagination));
        let count = code.text.chars().count() as f32;
        for (nth, c) in code.text.chars().enumerate() {
            let part = |share: f32| (from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share);
            let (from, to) = (part(nth as f32 / count), part((nth as f32 + 1.0) / count));
            self.found.glyphs.push(Placed { c, from, to, size, is_bold: face.is_bold, way, is_pagination });
        }
    }

    fn is_on_page(&self, (x, y): (f32, f32)) -> bool {
        (-2.0..=self.width + 2.0).contains(&x) && (-2.0..=self.height + 2.0).contains(&y)
    }

    fn draw(&mut self, name: &Name, resources: &Resources<'a>, depth: usize) {
        let Some(stream) = resources.get_x_object(name) else { return };
        match stream.dict().get::<Name>("Subtype").as_ref().map(Name::as_str) {
            Some("Image") => self.found.pictures += 1,
            Some("Form") if depth < DEEPEST => self.draw_form(&stream, resources, depth),
            _ => {}
        }
    }

    fn draw_form(&mut self, form: &Stream<'a>, resources: &Resources<'a>, depth: usize) {
        let Ok(content) = form.decoded_data() else { return };
        let dict = form.dict();
        let own = dict.get::<Dict<'a>>("Resources").map(Resources::new);
        let outside = self.state.clone();
        let saved = std::mem::take(&mut self.saved);
        if let Some(matrix) = dict.get::<[f32; 6]>("Matrix") {
            self.state.concat(Matrix::new(matrix));
        }
        self.run(TypedIter::new(content.as_ref()), own.as_ref().unwrap_or(resources), depth + 1);
        self.saved = saved;
        self.state = outside;
    }

    fn begin_mark(&mut self, tag: &Name, dict: Option<&Dict>) {
        self.marked.push(Marked::of(tag, dict, self.found.glyphs.len()));
    }

    fn end_mark(&mut self) {
        if let Some(Marked::Instead { text, from }) = self.marked.pop() {
            super::state::put_instead(&mut self.found.glyphs, from, &text);
        }
    }
}

fn numbers(numbers: [Number; 6]) -> Matrix {
    Matrix::new(numbers.map(|number| number.as_f32()))
}
