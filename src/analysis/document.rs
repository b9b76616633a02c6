//! The analysis as a whole, the document it was made from, and the document's outline.

use super::{Cell, Finding, Flow, Indicator, Outcome, Quantity};
use crate::text::Span;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// Everything that was read in one report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Analysis {
    /// Always [`super::SCHEMA`].
    pub schema: Cow<'static, str>,
    /// The program that made it.
    pub generator: Generator,
    /// The report.
    pub document: Document,
    /// Regional sections in the order of the text; a report without regions is one section.
    pub sections: Vec<Section>,
    /// Topics in the order of the text.
    pub topics: Vec<Topic>,
    /// Every figure, in the order of the text.
    pub quantities: Vec<Quantity>,
    /// The table region x indicator: at most one cell for a pair and year.
    pub cells: Vec<Cell>,
    /// The indicators that the cells name.
    pub indicators: Vec<Indicator>,
    /// What the audit found.
    pub findings: Vec<Finding>,
    /// Numbers that are no quantities (dates, document numbers, plan names), with the rule that says so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exclusions: Vec<Exclusion>,
    /// Site headers, footers and the like: parts of the text that belong to no section.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub furniture: Vec<Span>,
    /// What the text says went from one region to another.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub flows: Vec<Flow>,
    /// What became of each of the reader's corrections.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub review: Vec<Outcome>,
}

impl Default for Analysis {
    /// The analysis of nothing.
    fn default() -> Self {
        Self {
            schema: super::SCHEMA.into(),
            generator: Generator::default(),
            document: Document::default(),
            sections: Vec::new(),
            topics: Vec::new(),
            quantities: Vec::new(),
            cells: Vec::new(),
            indicators: Vec::new(),
            findings: Vec::new(),
            exclusions: Vec::new(),
            furniture: Vec::new(),
            flows: Vec::new(),
            review: Vec::new(),
        }
    }
}

impl Analysis {
    /// Whether a section speaks of the report as a whole beside others that speak for a region each: a front or closing part, which is no
    /// region to be counted or compared. A report without regions is one such section, and none beside others.
    pub fn is_general(&self, section: u32) -> bool {
        let whole = |section: &Section| section.region.kind == RegionKind::Whole;
        self.sections.get(section as usize).is_some_and(whole) && !self.sections.iter().all(whole)
    }

    /// Whether any section speaks for a region.
    pub fn has_regions(&self) -> bool {
        self.sections.iter().any(|section| section.region.kind != RegionKind::Whole)
    }

    /// How many sections speak for a region each; in a report without regions, how many sections it has.
    pub fn regions(&self) -> usize {
        self.sections.iter().filter(|section| !self.is_general(section.id)).count()
    }
}

/// Name and version of the program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Generator {
    /// Always "provenance".
    pub name: Cow<'static, str>,
    /// Version of this crate.
    pub version: Cow<'static, str>,
}

impl Default for Generator {
    fn default() -> Self {
        Self { name: "provenance".into(), version: env!("CARGO_PKG_VERSION").into() }
    }
}

/// The report itself.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Document {
    /// File name, without folders.
    pub name: String,
    /// Media type as recognised ("text/plain").
    pub media_type: String,
    /// Encoding the bytes were decoded from ("utf-8").
    pub encoding: String,
    /// Language of the text, a BCP 47 tag ("en").
    pub language: String,
    /// Size of the file in bytes.
    pub bytes: u64,
    /// SHA-256 of the file, lower-case hex.
    pub sha256: String,
    /// The year that the report is about, if it can be told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<i32>,
    /// The decoded text that all offsets point into.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
}

/// One region's part of the report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Index in the analysis.
    pub id: u32,
    /// The reference area.
    pub region: Region,
    /// Where its heading stands; empty for a report without regions.
    pub heading: Span,
    /// First byte, heading included.
    pub start: u32,
    /// Byte after the last.
    pub end: u32,
    /// Who wrote it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credit: Option<Credit>,
}

impl Section {
    /// What is read of it: all behind its heading.
    pub fn prose(&self) -> Span {
        Span { start: self.heading.end.max(self.start), end: self.end }
    }

    /// Whether the heading is the subject of the first sentence, which then begins with the section: "Marsh District reported", "Kenya's exports",
    /// "In Marsh District, 300".
    pub fn opens_sentence(&self, text: &str) -> bool {
        let behind = text.get(self.heading.end as usize..).unwrap_or_default();
        let front = text.get(self.start as usize..self.heading.start as usize).unwrap_or_default();
        let says = behind.strip_prefix(' ').is_some_and(|behind| behind.starts_with(char::is_lowercase));
        let owns = behind.starts_with("'s ") || behind.starts_with("’s ");
        let does = self.heading.start == self.start && (says || owns);
        !self.heading.is_empty() && (does || front == "In " && behind.starts_with(", "))
    }
}

/// A reference area.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Region {
    /// Standard English name without its kind ("Hebei", "Inner Mongolia"); the heading's words where unknown.
    pub name: String,
    /// Sort of area.
    pub kind: RegionKind,
    /// ISO 3166-1 or 3166-2 code; absent where unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// The name in the local script, where the gazetteer has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub local_name: Option<String>,
}

/// Sorts of reference area.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RegionKind {
    /// Province.
    Province,
    /// Autonomous region.
    AutonomousRegion,
    /// Municipality under the central government.
    Municipality,
    /// Special administrative region.
    SpecialRegion,
    /// The Xinjiang Production and Construction Corps.
    Corps,
    /// Country or territory.
    Country,
    /// State of a federation.
    State,
    /// District, county or another area known only by its heading.
    District,
    /// The whole report, where it has no regions.
    Whole,
}

/// The contributor line at the end of a section.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Credit {
    /// Persons named.
    pub people: Vec<String>,
    /// Office named.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub office: String,
    /// First byte of the line.
    pub start: u32,
    /// Byte after it.
    pub end: u32,
}

/// A run of paragraphs under one topic heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Topic {
    /// Index in the analysis.
    pub id: u32,
    /// Index of its section.
    pub section: u32,
    /// The heading's words.
    pub title: String,
    /// The programme that the topic belongs to, by id ("relocation"); absent where the title maps to none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub programme: Option<String>,
    /// Where the heading stands.
    pub heading: Span,
    /// First byte, heading included.
    pub start: u32,
    /// Byte after the last.
    pub end: u32,
}

/// A number in the text that is no quantity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exclusion {
    /// First byte.
    pub start: u32,
    /// Byte after the last.
    pub end: u32,
    /// Name of the rule (`date`, `document_number`, `plan_name`, `ordinal` ...).
    pub rule: Cow<'static, str>,
}
