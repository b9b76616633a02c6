//! Fonts: from a character code to its characters and its width.
//!
//! The font programs are read for the names and widths they give; nothing is drawn.

use super::stand_in;
use hayro_cmap::BfString;
use hayro_font::{CMapResolverFn, Font, FontCache, FontGlyph, FontResolverFn};
use hayro_syntax::object::{Array, Dict, Name, ObjectIdentifier};
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

/// What a font says of one code.
#[derive(Debug, Clone, Default)]
pub(super) struct Code {
    /// The characters that it stands for; empty where the font does not tell.
    pub(super) text: Rc<str>,
    /// How far it moves on, in thousandths of the font's size: to the right, or downwards (negative) in vertical writing.
    pub(super) advance: f32,
}

/// A font of the document as its text needs it.
pub(super) struct Face<'a> {
    font: Font<'a>,
    /// Whether its name or description says that it is bold.
    pub(super) is_bold: bool,
    /// Whether its codes are single bytes.
    is_simple: bool,
    codes: RefCell<FxHashMap<u32, Code>>,
}

impl<'a> Face<'a> {
    fn new(dict: &Dict<'a>, font: Font<'a>) -> Self {
        let is_simple = dict.get::<Name>("Subtype").is_none_or(|subtype| subtype.as_str() != "Type0");
        Self { font, is_bold: is_bold(dict), is_simple, codes: RefCell::default() }
    }

    pub(super) fn is_horizontal(&self) -> bool {
        self.font.is_horizontal()
    }

    /// The next code of a string and how many bytes it takes; none at its end.
    pub(super) fn next_code(&self, bytes: &[u8], at: usize) -> Option<(u32, usize)> {
        let first = *bytes.get(at)?;
        if self.is_simple {
            return Some((u32::from(first), 1));
        }
        let (code, length) = self.font.read_code(bytes, at);
        Some((code, length.max(1)))
    }

    pub(super) fn code(&self, code: u32) -> Code {
        if let Some(known) = self.codes.borrow().get(&code) {
            return known.clone();
        }
        let read = self.read(code);
        self.codes.borrow_mut().insert(code, read.clone());
        read
    }

    fn read(&self, code: u32) -> Code {
        let unicode = match self.font.glyph(self.font.map_code(code), code) {
            FontGlyph::Outline(glyph) => glyph.as_unicode(),
            FontGlyph::Type3(glyph) => glyph.as_unicode(),
        };
        let text = match unicode {
            Some(BfString::Char(c)) => c.to_string(),
            Some(BfString::String(text)) => text,
            // Fonts of single bytes that name nothing mostly follow ASCII.
            None if self.is_simple => plain(code).map(String::from).unwrap_or_default(),
            None => String::new(),
        };
        let advance = self.font.code_advance(code);
        Code { text: text.into(), advance: if self.is_horizontal() { advance.x as f32 } else { advance.y as f32 } }
    }
}

fn plain(code: u32) -> Option<char> {
    char::from_u32(code).filter(|c| matches!(c, ' '..='~'))
}

/// The fonts of one document, each read once.
pub(super) struct Fonts<'a> {
    cache: FontCache<'a>,
    programs: FontResolverFn,
    cmaps: CMapResolverFn,
    faces: FxHashMap<ObjectIdentifier, Option<Rc<Face<'a>>>>,
}

impl<'a> Fonts<'a> {
    pub(super) fn new() -> Self {
        let program = stand_in::program();
        Self {
            cache: FontCache::new(),
            programs: Arc::new(move |_| Some((program.clone(), 0))),
            // Predefined character maps would add a third to the program; fonts that name one mostly say their Unicode besides.
            cmaps: Arc::new(|_| None),
            faces: FxHashMap::default(),
        }
    }

    /// The font of a dictionary; none where it cannot be read.
    pub(super) fn face(&mut self, dict: &Dict<'a>) -> Option<Rc<Face<'a>>> {
        let id = dict.obj_id();
        if let Some(known) = id.and_then(|id| self.faces.get(&id)) {
            return known.clone();
        }
        let font = self.cache.font(dict, &self.programs, &self.cmaps);
        let face = font.map(|font| Rc::new(Face::new(dict, font)));
        if let Some(id) = id {
            self.faces.insert(id, face.clone());
        }
        face
    }
}

/// Parts of a font's name that say that it is bold; TeX's bold fonts and the URW fonts have names of their own.
const BOLD: &[&str] = &["bold", "black", "heavy", "demi", "cmbx", "sfbx", "-medi", "cmssbx"];

fn is_bold(dict: &Dict) -> bool {
    let name = dict.get::<Name>("BaseFont").map(|name| name.as_str().to_lowercase()).unwrap_or_default();
    let inner = dict.get::<Array>("DescendantFonts").and_then(|fonts| fonts.iter::<Dict>().next());
    let descriptor = inner.as_ref().unwrap_or(dict).get::<Dict>("FontDescriptor");
    let weight = descriptor.as_ref().and_then(|descriptor| descriptor.get::<f32>("FontWeight"));
    BOLD.iter().any(|part| name.contains(part)) || weight.is_some_and(|weight| weight >= 600.0)
}
