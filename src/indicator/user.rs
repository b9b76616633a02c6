//! Indicators that the reader defines: a name, a unit, words that must and must not occur, a topic.
//!
//! From definitions and the analysis to cells, and to and from the small JSON file that definitions are kept in.

use super::choose::{Candidate, Seat, choose};
use crate::analysis::{Aggregation, Analysis, Cell, Indicator, Kind, Origin, Quantity, Scope, Unit};
use crate::wording::{Language, chinese_unit, table as say};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// Name of the file format; the number after the slash rises when a field changes its meaning.
const FORMAT: &str = "provenance.indicators";
const VERSION: u32 = 2;

/// A definition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserIndicator {
    /// Stable id, unique among the definitions ("user.3").
    pub id: String,
    /// Name for a column head.
    pub label: String,
    /// Unit that a figure must have.
    pub unit: Unit,
    /// Words or phrases that must all occur in the figure's clause or description. A `*` at the end stands for any ending.
    pub must: Vec<String>,
    /// Words or phrases of which none may occur there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub must_not: Vec<String>,
    /// Words that must occur in the topic's title, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<String>,
    /// The two indicators that it is derived from, where it catches no figures of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quotient: Option<Quotient>,
}

/// One indicator by another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quotient {
    /// Id of the indicator that is divided.
    pub numerator: String,
    /// Id of the one that it is divided by.
    pub denominator: String,
    /// Whether the first is a part of the second, so that the value is a share in per cent.
    pub share: bool,
}

/// What a definition catches in a report.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Preview {
    /// Ids of the figures, in the order of the text.
    pub quantities: Vec<u32>,
    /// Sections that have one.
    pub sections: usize,
    /// How much of the report that is.
    pub reach: Reach,
}

/// How much of a report a definition catches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Reach {
    /// No figure: its column stays empty.
    #[default]
    Nothing,
    /// Some figures of its unit.
    Some,
    /// Every figure of its unit, more than one a section: it tells nothing apart and fills no cell.
    Everything,
}

/// Why a file of definitions cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DefinitionError {
    /// The file is no JSON, or a field is missing or of another kind.
    Broken(String),
    /// The file is JSON of another sort.
    OtherFile,
    /// The file was written by a later version of this program.
    Newer(u32),
    /// Two definitions have this id.
    Twice(String),
}

impl fmt::Display for DefinitionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Broken(detail) => write!(f, "This file of indicator definitions cannot be read: {detail}."),
            Self::OtherFile => {
                write!(f, "This file holds no indicator definitions. Choose a file that was exported from the list of indicators.")
            }
            Self::Newer(version) => write!(
                f,
                "This file of indicator definitions has version {version}; this program reads version {VERSION}. Use a newer edition of the program."
            ),
            Self::Twice(id) => write!(f, "This file defines the indicator “{id}” twice."),
        }
    }
}

impl std::error::Error for DefinitionError {}

#[derive(Serialize, Deserialize)]
struct File {
    schema: String,
    indicators: Vec<UserIndicator>,
}

/// The file that holds these definitions.
pub fn export_definitions(definitions: &[UserIndicator]) -> String {
    let file = File { schema: format!("{FORMAT}/{VERSION}"), indicators: definitions.to_vec() };
    serde_json::to_string_pretty(&file).unwrap_or_default()
}

/// Reads a file of definitions.
///
/// # Errors
/// When the file is broken, of another sort, of a later version, or defines an id twice.
pub fn import_definitions(file: &str) -> Result<Vec<UserIndicator>, DefinitionError> {
    let value: serde_json::Value = serde_json::from_str(file).map_err(|e| DefinitionError::Broken(e.to_string()))?;
    let schema = value.get("schema").and_then(serde_json::Value::as_str).ok_or(DefinitionError::OtherFile)?;
    let version = schema.strip_prefix(FORMAT).and_then(|v| v.strip_prefix('/')).ok_or(DefinitionError::OtherFile)?;
    match version.parse::<u32>() {
        // Version 1 had no derived ones; the rest is the same.
        Ok(1..=VERSION) => {}
        Ok(newer) if newer > VERSION => return Err(DefinitionError::Newer(newer)),
        _ => return Err(DefinitionError::Broken(format!("“{version}” is no version"))),
    }
    let file: File = serde_json::from_value(value).map_err(|e| DefinitionError::Broken(e.to_string()))?;
    let mut ids = BTreeSet::new();
    match file.indicators.iter().find(|d| !ids.insert(d.id.as_str())) {
        Some(twice) => Err(DefinitionError::Twice(twice.id.clone())),
        None => Ok(file.indicators),
    }
}

/// Which figures of an analysis a definition catches. `text` is the report.
pub fn preview(text: &str, analysis: &Analysis, definition: &UserIndicator) -> Preview {
    let of_unit = analysis.quantities.iter().filter(|q| q.unit == definition.unit);
    let caught: Vec<&Quantity> = of_unit.clone().filter(|q| catches(text, analysis, definition, q)).collect();
    let sections = caught.iter().map(|q| q.section).collect::<BTreeSet<_>>().len();
    let reach = if caught.is_empty() {
        Reach::Nothing
    } else if caught.len() == of_unit.count() && caught.len() > sections {
        Reach::Everything
    } else {
        Reach::Some
    };
    Preview { quantities: caught.iter().map(|q| q.id).collect(), sections, reach }
}

/// The cells and the column head of a definition.
pub(super) fn apply(text: &str, analysis: &Analysis, definition: &UserIndicator, language: Language) -> (Indicator, Vec<Cell>) {
    let preview = preview(text, analysis, definition);
    let mut by_section: BTreeMap<u32, Vec<Candidate>> = BTreeMap::new();
    if preview.reach == Reach::Some {
        for quantity in preview.quantities.iter().filter_map(|id| analysis.quantities.get(*id as usize)) {
            by_section.entry(quantity.section).or_default().push(Candidate { quantity: quantity.id, weight: standing(analysis, quantity) });
        }
    }
    let seat = |section| Seat { section, indicator: &definition.id, larger: false, language };
    let cells = by_section.into_iter().filter_map(|(section, candidates)| choose(analysis, seat(section), candidates)).collect();
    (head(definition, &preview, language), cells)
}

fn head(definition: &UserIndicator, preview: &Preview, language: Language) -> Indicator {
    let unit = match language {
        Language::English => definition.unit.code().to_owned(),
        Language::Chinese => chinese_unit(definition.unit, "", None, None),
    };
    let mut words = say::DEFINED.say(language, &[("unit", &unit), ("words", &quoted(&definition.must, language))]);
    if !definition.must_not.is_empty() {
        words += &say::DEFINED_WITHOUT.say(language, &[("words", &quoted(&definition.must_not, language))]);
    }
    if let Some(topic) = &definition.topic {
        words += &say::DEFINED_TOPIC.say(language, &[("topic", topic)]);
    }
    words += match preview.reach {
        Reach::Nothing => &say::FITS_NONE,
        Reach::Some => &say::FITS_SOME,
        Reach::Everything => &say::FITS_ALL,
    }
    .of(language);
    Indicator {
        id: definition.id.clone(),
        label: definition.label.clone(),
        definition: words,
        unit: definition.unit,
        origin: Origin::User,
        programme: String::new(),
        aggregation: if definition.unit.is_relative() { Aggregation::Mean } else { Aggregation::None },
        per: None,
    }
}

fn quoted(words: &[String], language: Language) -> String {
    words.iter().map(|w| format!("“{w}”")).collect::<Vec<_>>().join(say::WORDS_COMMA.of(language))
}

/// How well a figure can speak for its section.
fn standing(analysis: &Analysis, quantity: &Quantity) -> i32 {
    let part = if quantity.scope == Scope::Part { 3 } else { 0 };
    let year = if quantity.year.is_some() && quantity.year != analysis.document.year { 4 } else { 0 };
    let kind = match quantity.kind {
        Kind::Level | Kind::Average | Kind::Share | Kind::Ratio => 0,
        Kind::Target => 2,
        Kind::Change | Kind::Growth | Kind::Gap => {
            if quantity.unit.is_relative() {
                0
            } else {
                3
            }
        }
    };
    -part - year - kind - i32::from(quantity.of.is_some())
}

fn catches(text: &str, analysis: &Analysis, definition: &UserIndicator, quantity: &Quantity) -> bool {
    let topic = quantity.topic.and_then(|t| analysis.topics.get(t as usize)).map_or("", |t| t.title.as_str());
    if definition.topic.as_deref().is_some_and(|wanted| !occurs(&topic.to_lowercase(), wanted)) {
        return false;
    }
    let words = format!("{} | {}", clause(text, quantity), quantity.what).to_lowercase();
    definition.must.iter().all(|w| occurs(&words, w)) && !definition.must_not.iter().any(|w| occurs(&words, w))
}

/// The sentence between the marks around a figure; marks between digits belong to numbers.
fn clause<'t>(text: &'t str, quantity: &Quantity) -> &'t str {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let ends = |at: usize| {
        bytes.get(at).is_some_and(|b| matches!(b, b',' | b';' | b':' | b'(' | b')')) && !(digit(at + 1) && at > 0 && digit(at - 1))
    };
    let start = (quantity.sentence.start as usize..quantity.start as usize)
        .rev()
        .find(|at| ends(*at))
        .map_or(quantity.sentence.start as usize, |at| at + 1);
    let end = (quantity.end as usize..quantity.sentence.end as usize).find(|at| ends(*at)).unwrap_or(quantity.sentence.end as usize);
    text.get(start..end).unwrap_or_default()
}

/// Whether a word or phrase occurs in lower-case words, as whole words; with a `*` any ending is good.
fn occurs(words: &str, wanted: &str) -> bool {
    let wanted = wanted.trim().to_lowercase();
    let (stem, open) = wanted.strip_suffix('*').map_or((wanted.as_str(), false), |stem| (stem, true));
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    !stem.is_empty()
        && words.match_indices(stem).any(|(at, _)| {
            let before = words.get(..at).and_then(|w| w.chars().next_back());
            let after = words.get(at + stem.len()..).and_then(|w| w.chars().next());
            !letter(before) && (open || !letter(after))
        })
}
