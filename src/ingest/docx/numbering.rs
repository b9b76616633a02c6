//! The numbers of lists, which Word keeps apart from the text: a reader sees "1. Kenya" where the document says "Kenya".

use crate::ingest::xml::{Element, Space, Visitor};
use std::collections::BTreeMap;

/// Levels of a list.
const LEVELS: usize = 9;

/// One level of a definition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Level {
    first: u32,
    /// Whether its items have numbers, not bullets or nothing.
    numbered: bool,
}

/// Where counting is.
#[derive(Default)]
struct Count {
    levels: [Option<u32>; LEVELS],
}

/// All lists of a document, and how far each was counted.
#[derive(Default)]
pub(super) struct Numbering {
    /// Levels of the definitions, by definition and level.
    levels: BTreeMap<(String, usize), Level>,
    /// Definitions of the lists. Several lists may count on in one definition.
    lists: BTreeMap<String, String>,
    /// First numbers of lists that begin anew.
    restarts: BTreeMap<String, BTreeMap<usize, u32>>,
    counts: BTreeMap<String, Count>,
    /// What is being read: a definition or a list, and a level of it.
    definition: Option<String>,
    list: Option<String>,
    level: usize,
}

impl Numbering {
    /// The mark of the next item of a list: its number, or a dash.
    pub(super) fn next(&mut self, list: &str, level: usize) -> String {
        let number = self.number(list, level);
        number.map_or_else(|| "- ".to_owned(), |number| format!("{number}. "))
    }

    fn number(&mut self, list: &str, at: usize) -> Option<u32> {
        let definition = self.lists.get(list)?;
        let level = self.levels.get(&(definition.clone(), at)).copied()?;
        let count = self.counts.entry(definition.clone()).or_default();
        let restart = self.restarts.get_mut(list).and_then(|levels| levels.remove(&at));
        let slot = count.levels.get_mut(at)?;
        let number = match (restart, *slot) {
            (Some(first), _) => first,
            (None, Some(counted)) => counted.saturating_add(1),
            (None, None) => level.first,
        };
        *slot = Some(number);
        // Below an item, counting begins anew.
        count.levels.iter_mut().skip(at + 1).for_each(|below| *below = None);
        level.numbered.then_some(number)
    }

    fn change(&mut self, change: impl FnOnce(&mut Level)) {
        if let Some(definition) = self.definition.clone().filter(|_| self.list.is_none()) {
            change(self.levels.entry((definition, self.level)).or_insert(Level { first: 1, numbered: true }));
        }
    }
}

impl Visitor for Numbering {
    fn start(&mut self, element: &Element) {
        if element.space != Space::Word {
            return;
        }
        let number = || element.value().and_then(|value| value.parse::<u32>().ok());
        match element.name {
            "abstractNum" => self.definition = element.attribute("abstractNumId"),
            "num" => self.list = element.attribute("numId"),
            "lvl" | "lvlOverride" => {
                self.level = element.attribute("ilvl").and_then(|level| level.parse().ok()).unwrap_or_default();
                self.change(|_| {});
            }
            "start" => self.change(|level| level.first = number().unwrap_or(1)),
            "numFmt" => self.change(|level| level.numbered = !matches!(element.value().as_deref(), Some("bullet" | "none"))),
            "abstractNumId" => self.lists.extend(self.list.clone().zip(element.value())),
            "startOverride" => {
                if let (Some(list), Some(first)) = (self.list.clone(), number()) {
                    self.restarts.entry(list).or_default().insert(self.level, first);
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, space: Space, name: &str) {
        match (space, name) {
            (Space::Word, "abstractNum") => self.definition = None,
            (Space::Word, "num") => self.list = None,
            _ => {}
        }
    }

    fn text(&mut self, _: &str) {}
}
