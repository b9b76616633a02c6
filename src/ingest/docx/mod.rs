//! From a Word document to the text that a reader of it sees: with changes accepted, without headers and footers, notes behind the paragraph that
//! refers to them.

mod numbering;
mod styles;
mod symbols;
mod walk;

use self::numbering::Numbering;
use self::styles::Styles;
use self::walk::Walk;
use super::ReadError;
use super::package::Package;
use super::xml::{Element, Space, Visitor};
use std::collections::BTreeMap;

/// Texts of notes by their ids.
type Notes = BTreeMap<String, String>;

/// The readable text of a document.
///
/// # Errors
/// When the file is damaged, or its parts are longer than any report's.
pub(super) fn to_text(bytes: &[u8]) -> Result<String, ReadError> {
    let package = Package::open(bytes)?;
    let main = package.relations("")?.remove("officeDocument").unwrap_or_else(|| "word/document.xml".to_owned());
    let related = package.relations(&main)?;
    let part = |kind: &str| related.get(kind).map_or_else(|| format!("word/{kind}.xml"), Clone::clone);
    let mut styles = Styles::default();
    package.visit(&part("styles"), &mut styles)?;
    let footnotes = notes(&package, &part("footnotes"), &styles)?;
    let endnotes = notes(&package, &part("endnotes"), &styles)?;
    let mut numbering = Numbering::default();
    package.visit(&part("numbering"), &mut numbering)?;
    let mut walk = Walk::new(&styles, &footnotes, &endnotes, numbering);
    let document = package.part(&main)?.ok_or(ReadError::Damaged)?;
    super::xml::visit(&document, &mut walk)?;
    Ok(walk.finish())
}

/// The notes of a part, each as a text of its own.
fn notes(package: &Package, part: &str, styles: &Styles) -> Result<Notes, ReadError> {
    let none = Notes::new();
    let mut reader = NoteReader { styles, none: &none, open: None, notes: Notes::new() };
    package.visit(part, &mut reader)?;
    Ok(reader.notes)
}

struct NoteReader<'a> {
    styles: &'a Styles,
    none: &'a Notes,
    /// The note that is being read.
    open: Option<(String, Walk<'a>)>,
    notes: Notes,
}

fn is_note(space: Space, name: &str) -> bool {
    space == Space::Word && matches!(name, "footnote" | "endnote")
}

impl Visitor for NoteReader<'_> {
    fn start(&mut self, element: &Element) {
        if is_note(element.space, element.name) {
            // The lines between text and notes are notes, too; nothing refers to them.
            self.open = element.attribute("id").map(|id| (id, Walk::new(self.styles, self.none, self.none, Numbering::default())));
        } else if let Some((_, walk)) = &mut self.open {
            walk.start(element);
        }
    }

    fn end(&mut self, space: Space, name: &str) {
        if is_note(space, name) {
            self.notes.extend(self.open.take().map(|(id, walk)| (id, walk.finish())));
        } else if let Some((_, walk)) = &mut self.open {
            walk.end(space, name);
        }
    }

    fn text(&mut self, text: &str) {
        if let Some((_, walk)) = &mut self.open {
            walk.text(text);
        }
    }
}

#[cfg(test)]
mod tests;
