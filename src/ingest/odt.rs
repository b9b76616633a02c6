//! From an `OpenDocument` text to the text that a reader of it sees: without deleted passages, comments, headers and footers; notes behind the
//! paragraph that refers to them.

use super::ReadError;
use super::flow::{Flow, Kind};
use super::package::Package;
use super::xml::{self, Element, Space, Visitor};
use std::collections::BTreeMap;

/// Elements whose content is no text of the document.
const SKIPPED: &[&str] = &[
    "tracked-changes",
    "annotation",
    "note-citation",
    "ruby-text",
    "forms",
    "sequence-decls",
    "variable-decls",
    "user-field-decls",
    "title",
    "desc",
    "math",
    "object",
    "script",
    "hidden-text",
];

/// The readable text of a document.
///
/// # Errors
/// When the file is damaged or encrypted, or its parts are longer than any report's.
pub(super) fn to_text(bytes: &[u8]) -> Result<String, ReadError> {
    let package = Package::open(bytes)?;
    let mut manifest = Manifest::default();
    package.visit("META-INF/manifest.xml", &mut manifest)?;
    if manifest.encrypted {
        return Err(ReadError::Locked);
    }
    let mut walk = Walk::default();
    package.visit("styles.xml", &mut StylesOf(&mut walk))?;
    let content = package.part("content.xml")?.ok_or(ReadError::Damaged)?;
    xml::visit(&content, &mut walk)?;
    Ok(walk.flow.finish())
}

/// The list of the package's parts, which says whether they are encrypted.
#[derive(Default)]
struct Manifest {
    encrypted: bool,
}

impl Visitor for Manifest {
    fn start(&mut self, element: &Element) {
        self.encrypted |= element.name == "encryption-data";
    }

    fn end(&mut self, _: Space, _: &str) {}

    fn text(&mut self, _: &str) {}
}

/// Forms of characters that change what is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Raised,
    Hidden,
}

#[derive(Default)]
struct Walk {
    flow: Flow,
    /// Forms by the names of their styles.
    forms: BTreeMap<String, Form>,
    /// The style that is being read.
    style: Option<String>,
    /// The forms of the open spans and paragraphs.
    open: Vec<Option<Form>>,
    /// Depth of the open elements, and of the outermost one that is left out.
    depth: usize,
    skipped: Option<usize>,
    lists: usize,
    /// Open paragraphs and headings: characters between them are none of the text.
    paragraphs: usize,
}

/// Only the styles of a part.
struct StylesOf<'a>(&'a mut Walk);

impl Visitor for StylesOf<'_> {
    fn start(&mut self, element: &Element) {
        self.0.style(element);
    }

    fn end(&mut self, _: Space, _: &str) {}

    fn text(&mut self, _: &str) {}
}

impl Walk {
    fn style(&mut self, element: &Element) {
        match element.name {
            "style" => self.style = element.attribute("name"),
            "text-properties" => {
                let form = if element.attribute("display").as_deref() == Some("none") {
                    Some(Form::Hidden)
                } else {
                    element.attribute("text-position").filter(|place| is_raised(place)).map(|_| Form::Raised)
                };
                self.forms.extend(self.style.clone().zip(form));
            }
            _ => {}
        }
    }

    fn form(&self, element: &Element) -> Option<Form> {
        self.forms.get(&element.attribute("style-name")?).copied()
    }

    fn begin(&mut self, element: &Element, kind: Kind) {
        self.paragraphs += 1;
        self.open.push(self.form(element));
        self.flow.begin(kind);
    }

    fn element(&mut self, element: &Element) {
        match element.name {
            "h" => {
                let level = element.attribute("outline-level").and_then(|level| level.parse().ok()).unwrap_or(1);
                self.begin(element, Kind::Heading(level));
            }
            "p" => self.begin(element, if self.lists > 0 { Kind::Item("- ".to_owned()) } else { Kind::Body }),
            "span" => self.open.push(self.form(element)),
            "list" => self.lists += 1,
            "table" => self.flow.begin_table(),
            "table-cell" => {
                self.flow.open_cell();
                let columns = element.attribute("number-columns-spanned").or_else(|| element.attribute("number-columns-repeated"));
                self.flow.widen_cell(columns);
            }
            "text-box" => self.flow.open_aside(),
            "note-body" => {
                self.flow.note("");
                self.flow.open_aside();
            }
            "s" => self.flow.text(" "),
            "tab" => self.flow.tab(),
            "line-break" => self.flow.line_break(),
            "section" if element.attribute("display").as_deref() == Some("none") => self.skipped = Some(self.depth),
            name if SKIPPED.contains(&name) => self.skipped = Some(self.depth),
            _ => self.style(element),
        }
    }
}

impl Visitor for Walk {
    fn start(&mut self, element: &Element) {
        self.depth += 1;
        if self.skipped.is_none() {
            self.element(element);
        }
    }

    fn end(&mut self, _: Space, name: &str) {
        let depth = self.depth;
        self.depth = depth.saturating_sub(1);
        if let Some(skipped) = self.skipped {
            if depth <= skipped {
                self.skipped = None;
            }
            return;
        }
        match name {
            "h" | "p" => {
                self.paragraphs = self.paragraphs.saturating_sub(1);
                self.open.pop();
                self.flow.end(false);
            }
            "span" => {
                self.open.pop();
            }
            "list" => self.lists = self.lists.saturating_sub(1),
            "table-cell" => self.flow.close_cell(),
            "table-row" => self.flow.end_row(),
            "text-box" | "note-body" => self.flow.close_aside(),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.skipped.is_some() || self.paragraphs == 0 || self.open.contains(&Some(Form::Hidden)) {
            return;
        }
        if self.open.iter().rev().find_map(|form| *form) == Some(Form::Raised) {
            self.flow.raise(text);
        } else {
            self.flow.text(text);
        }
    }
}

/// Whether a place on the line ("super 58%", "33% 58%") is above it.
fn is_raised(place: &str) -> bool {
    let first = place.split_whitespace().next().unwrap_or_default();
    first == "super" || first.strip_suffix('%').and_then(|part| part.parse::<f32>().ok()).is_some_and(|part| part > 0.0)
}

#[cfg(test)]
mod tests;
