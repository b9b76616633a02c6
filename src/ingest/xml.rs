//! XML as documents are written in: from a part of a package to its elements and texts, one after another.

use super::ReadError;
use super::encoding;
use quick_xml::NsReader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::ResolveResult;

/// What a reader of a format is told, in the order of the document.
pub(super) trait Visitor {
    /// An element begins.
    fn start(&mut self, element: &Element);
    /// It ends.
    fn end(&mut self, space: Space, name: &str);
    /// Characters, references resolved.
    fn text(&mut self, text: &str);
}

/// The namespaces that matter: names are told apart by them, since several have an element `t`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Space {
    /// Text of Word's documents.
    Word,
    /// Formulas in them.
    Math,
    /// The same content in several forms.
    Choice,
    /// Any other, all of the `OpenDocument` ones among them.
    Other,
}

impl Space {
    fn of(resolved: &ResolveResult) -> Self {
        let ResolveResult::Bound(namespace) = resolved else { return Self::Other };
        let name = namespace.into_inner();
        if name.ends_with("/wordprocessingml/2006/main") || name.ends_with("/wordprocessingml/main") {
            Self::Word
        } else if name.ends_with("/officeDocument/2006/math") || name.ends_with("/officeDocument/math") {
            Self::Math
        } else if name.ends_with("/markup-compatibility/2006") {
            Self::Choice
        } else {
            Self::Other
        }
    }
}

/// An element at its beginning.
pub(super) struct Element<'a> {
    pub(super) space: Space,
    /// Its name without prefix.
    pub(super) name: &'a str,
    start: &'a BytesStart<'a>,
}

impl Element<'_> {
    /// The attribute of a name, whatever its prefix.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let found = self.start.attributes().filter_map(Result::ok).find(|attribute| attribute.key.local_name().into_inner() == name)?;
        Some(found.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
    }

    /// The attribute that most elements of Word have their value in.
    pub(super) fn value(&self) -> Option<String> {
        self.attribute("val")
    }

    /// Whether an element that switches something on does so.
    pub(super) fn is_on(&self) -> bool {
        !matches!(self.value().as_deref(), Some("0" | "false" | "off"))
    }
}

/// Reads a part of a package.
///
/// # Errors
/// When it is no XML.
pub(super) fn visit(part: &[u8], visitor: &mut impl Visitor) -> Result<(), ReadError> {
    // XML without a declared encoding is one of the two that are decoded here; so are nearly all others.
    let decoded = encoding::decode(part, &encoding::built_in).map_err(|_| ReadError::Damaged)?;
    let mut reader = NsReader::from_str(&decoded.text);
    reader.config_mut().check_end_names = false;
    loop {
        let event = reader.read_event().map_err(|_| ReadError::Damaged)?;
        match &event {
            Event::Start(tag) | Event::Empty(tag) => {
                let (resolved, name) = reader.resolver().resolve_element(tag.name());
                let (space, name) = (Space::of(&resolved), name.into_inner());
                visitor.start(&Element { space, name, start: tag });
                if matches!(event, Event::Empty(_)) {
                    visitor.end(space, name);
                }
            }
            Event::End(tag) => {
                let (resolved, name) = reader.resolver().resolve_element(tag.name());
                visitor.end(Space::of(&resolved), name.into_inner());
            }
            Event::Text(text) => visitor.text(&text.xml10_content()),
            Event::CData(text) => visitor.text(text),
            Event::GeneralRef(reference) => {
                if let Ok(Some(c)) = reference.resolve_char_ref() {
                    visitor.text(c.encode_utf8(&mut [0; 4]));
                } else if let Some(known) = quick_xml::escape::resolve_predefined_entity(reference) {
                    visitor.text(known);
                }
            }
            Event::Eof => return Ok(()),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
}
