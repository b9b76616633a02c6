//! A document as a package: an archive of XML parts that refer to each other.

use super::ReadError;
use super::archive::{self, Broken, Entry};
use super::xml::{self, Element, Space, Visitor};
use std::cell::Cell;
use std::collections::BTreeMap;

/// All parts that are read of one document, unpacked: far more than a report has, and less than the page's memory.
const MOST_UNPACKED: usize = 256 << 20;

/// A document's archive, and its parts by name.
pub(super) struct Package<'a> {
    bytes: &'a [u8],
    entries: BTreeMap<String, Entry>,
    /// How much may still be unpacked.
    left: Cell<usize>,
}

impl<'a> Package<'a> {
    /// Opens an archive.
    ///
    /// # Errors
    /// When it was cut off.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, ReadError> {
        let entries = archive::entries(bytes).ok_or(ReadError::Damaged)?;
        let entries = entries.into_iter().map(|entry| (entry.name.to_lowercase(), entry)).collect();
        Ok(Self { bytes, entries, left: Cell::new(MOST_UNPACKED) })
    }

    /// A part; `None` where there is none of the name.
    ///
    /// # Errors
    /// When it is damaged, or too long to be a report's.
    pub(super) fn part(&self, name: &str) -> Result<Option<Vec<u8>>, ReadError> {
        let Some(entry) = self.entries.get(&name.to_lowercase()) else { return Ok(None) };
        let part = entry.unpack(self.bytes, self.left.get()).map_err(|broken| match broken {
            Broken::Damaged => ReadError::Damaged,
            Broken::TooLong => ReadError::Bloated,
        })?;
        self.left.set(self.left.get().saturating_sub(part.len()));
        Ok(Some(part))
    }

    /// Reads a part, if it is there.
    ///
    /// # Errors
    /// As [`Self::part`], and when it is no XML.
    pub(super) fn visit(&self, name: &str, visitor: &mut impl Visitor) -> Result<(), ReadError> {
        self.part(name)?.map_or(Ok(()), |part| xml::visit(&part, visitor))
    }

    /// What a part refers to: names of other parts by the last word of the relation's type ("styles"). An empty name stands for the package.
    ///
    /// # Errors
    /// As [`Self::visit`].
    pub(super) fn relations(&self, of: &str) -> Result<BTreeMap<String, String>, ReadError> {
        let (folder, file) = of.rsplit_once('/').unwrap_or(("", of));
        let mut relations = Relations { folder, found: BTreeMap::new() };
        self.visit(&join(folder, &format!("_rels/{file}.rels")), &mut relations)?;
        Ok(relations.found)
    }
}

/// A name relative to a folder of the package.
fn join(folder: &str, name: &str) -> String {
    if let Some(absolute) = name.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in name.split('/') {
        match part {
            ".." => {
                parts.pop();
            }
            "" | "." => {}
            part => parts.push(part),
        }
    }
    parts.join("/")
}

struct Relations<'a> {
    folder: &'a str,
    found: BTreeMap<String, String>,
}

impl Visitor for Relations<'_> {
    fn start(&mut self, element: &Element) {
        if let ("Relationship", Some(kind), Some(target)) = (element.name, element.attribute("Type"), element.attribute("Target")) {
            let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
            self.found.entry(kind).or_insert_with(|| join(self.folder, &target));
        }
    }

    fn end(&mut self, _: Space, _: &str) {}

    fn text(&mut self, _: &str) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_relative_to_the_folder_of_the_part() {
        for (folder, name, wanted) in [
            ("word", "styles.xml", "word/styles.xml"),
            ("word", "/word/a.xml", "word/a.xml"),
            ("a/b", "../../c.xml", "c.xml"),
            ("", "./x", "x"),
        ] {
            assert_eq!(join(folder, name), wanted);
        }
    }
}
