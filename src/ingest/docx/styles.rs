//! The styles of a Word document: which of them are headings, items of lists, hidden or raised.

use crate::ingest::xml::{Element, Space, Visitor};
use std::collections::BTreeMap;

/// The levels that `w:outlineLvl` counts from 0; the next is running text.
const LEVELS: u8 = 9;
/// Styles that build on each other; a longer chain runs in a circle.
const LONGEST_CHAIN: usize = 16;

/// The list that a paragraph is an item of: its id, "0" for none, and its level.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct List {
    pub(super) id: Option<String>,
    pub(super) level: usize,
}

impl List {
    /// Takes in what `w:numPr` holds.
    pub(super) fn take(&mut self, element: &Element) {
        match element.name {
            "numId" => self.id = element.value(),
            "ilvl" => self.level = element.value().and_then(|level| level.parse().ok()).unwrap_or_default(),
            _ => {}
        }
    }
}

/// What one style says itself; what it leaves open, the style that it builds on says.
#[derive(Default)]
struct Style {
    based_on: Option<String>,
    /// Level of the headings of this style, from 1; 0 for running text.
    level: Option<usize>,
    list: Option<List>,
    hidden: Option<bool>,
    raised: Option<bool>,
}

/// All styles by their ids.
#[derive(Default)]
pub(super) struct Styles {
    styles: BTreeMap<String, Style>,
    /// The one that is being read.
    open: Option<(String, Style)>,
}

impl Styles {
    /// The level of the headings of a style, from 1; `None` for other paragraphs.
    pub(super) fn level(&self, id: &str) -> Option<usize> {
        // Without its definition, the id of a style built in tells.
        let level = self.ask(id, |style| style.level).or_else(|| heading(id).filter(|_| !self.styles.contains_key(id)));
        level.filter(|level| *level > 0)
    }

    /// The list that the paragraphs of a style are items of.
    pub(super) fn list(&self, id: &str) -> Option<List> {
        self.ask(id, |style| style.list.clone())
    }

    /// Whether the text of a style is hidden.
    pub(super) fn is_hidden(&self, id: &str) -> bool {
        self.ask(id, |style| style.hidden).unwrap_or_default()
    }

    /// Whether the characters of a style are raised.
    pub(super) fn is_raised(&self, id: &str) -> bool {
        self.ask(id, |style| style.raised).unwrap_or_default()
    }

    fn ask<T>(&self, id: &str, what: impl Fn(&Style) -> Option<T>) -> Option<T> {
        let first = self.styles.get(id);
        let chain = std::iter::successors(first, |style| self.styles.get(style.based_on.as_ref()?));
        chain.take(LONGEST_CHAIN).find_map(what)
    }
}

/// The level that the name of a style tells: "heading 1", in whatever language Word speaks ("标题 1" where another program wrote it).
fn heading(name: &str) -> Option<usize> {
    let name = name.to_lowercase();
    let level = name.strip_prefix("heading").or_else(|| name.strip_prefix("标题"))?.trim();
    level.parse().ok().filter(|level| (1..=usize::from(LEVELS)).contains(level))
}

/// The level of `w:outlineLvl`: from 1, and 0 for running text.
pub(super) fn outline_level(element: &Element) -> Option<usize> {
    let level: u8 = element.value()?.parse().ok()?;
    Some(if level < LEVELS { usize::from(level) + 1 } else { 0 })
}

impl Visitor for Styles {
    fn start(&mut self, element: &Element) {
        if element.space != Space::Word {
            return;
        }
        if element.name == "style" {
            self.open = element.attribute("styleId").map(|id| (id, Style::default()));
            return;
        }
        let Some((_, style)) = &mut self.open else { return };
        match element.name {
            // What the outline says comes first, wherever it stands.
            "name" => style.level = style.level.or_else(|| heading(&element.value()?)),
            "outlineLvl" => style.level = outline_level(element).or(style.level),
            "basedOn" => style.based_on = element.value(),
            "numId" | "ilvl" => style.list.get_or_insert_default().take(element),
            "vanish" => style.hidden = Some(element.is_on()),
            "vertAlign" => style.raised = Some(element.value().as_deref() == Some("superscript")),
            _ => {}
        }
    }

    fn end(&mut self, space: Space, name: &str) {
        if space == Space::Word && name == "style" {
            self.styles.extend(self.open.take());
        }
    }

    fn text(&mut self, _: &str) {}
}
