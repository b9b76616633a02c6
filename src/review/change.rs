//! One correction: what the reader changes, and where.

use super::Anchor;
use crate::analysis::{Amount, Answered, Kind, Modifier, Scope, Unit};
use serde::{Deserialize, Serialize};

/// One property of a figure, with its new value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// Magnitude in base units, and the decimal exponent of its last digit (see `Quantity::precision`).
    Value {
        /// The magnitude.
        amount: Amount,
        /// Exponent of the last digit that counts.
        precision: Option<i32>,
    },
    /// Unit of measure.
    Unit(Unit),
    /// What is counted; empty for nothing.
    Noun(String),
    /// The denominator of a rate; empty for none.
    Per(String),
    /// What is measured.
    What(String),
    /// Sort of statement.
    Kind(Kind),
    /// Year that the value refers to.
    Year(Option<i32>),
    /// Whole region or part of it.
    Scope(Scope),
    /// The hedge.
    Modifier(Option<Modifier>),
    /// The indicator that it states, by id.
    Indicator(Option<String>),
    /// The total that it is a part of.
    PartOf(Option<Anchor>),
    /// The figure that it qualifies.
    Qualifies(Option<Anchor>),
}

impl Field {
    fn indicator(&mut self) -> Option<&mut String> {
        if let Self::Indicator(Some(id)) = self { Some(id) } else { None }
    }
}

/// What is corrected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// A figure was read otherwise than the text has it.
    Correct {
        /// The figure.
        at: Anchor,
        /// What is new.
        fields: Vec<Field>,
    },
    /// A figure was read as the text has it.
    Accept {
        /// The figure.
        at: Anchor,
    },
    /// What was read as a figure is none.
    Reject {
        /// The supposed figure.
        at: Anchor,
    },
    /// A figure that was not read.
    Add {
        /// Its words.
        at: Anchor,
        /// What it says; what is missing has its default.
        fields: Vec<Field>,
    },
    /// Another figure fills a cell of the table, or none does.
    Choose {
        /// Heading of the section.
        section: Anchor,
        /// Id of the indicator.
        indicator: String,
        /// The figure; `None` for "not stated".
        figure: Option<Anchor>,
    },
    /// A section speaks of another region.
    Region {
        /// Heading of the section.
        section: Anchor,
        /// Name of the region.
        name: String,
    },
    /// The reader's answer to a finding.
    Answer {
        /// Id of the rule.
        rule: String,
        /// The figures that it is about, the questioned one first.
        figures: Vec<Anchor>,
        /// What the reader says; `None` takes an earlier answer back.
        answer: Option<Answered>,
    },
}

impl Change {
    /// The figure that a correction is about, if it is about one.
    pub fn figure(&self) -> Option<&Anchor> {
        match self {
            Self::Correct { at, .. } | Self::Accept { at } | Self::Reject { at } | Self::Add { at, .. } => Some(at),
            Self::Choose { figure, .. } => figure.as_ref(),
            Self::Answer { figures, .. } => figures.first(),
            Self::Region { .. } => None,
        }
    }

    /// The figure and properties that a correction sets.
    pub fn fields(&self) -> impl Iterator<Item = (&Anchor, &Field)> {
        let set = match self {
            Self::Correct { at, fields } | Self::Add { at, fields } => Some((at, fields)),
            _ => None,
        };
        set.into_iter().flat_map(|(at, fields)| fields.iter().map(move |field| (at, field)))
    }

    /// Ids of the indicators that it names.
    pub(super) fn indicators(&mut self) -> Vec<&mut String> {
        match self {
            Self::Correct { fields, .. } | Self::Add { fields, .. } => fields.iter_mut().filter_map(Field::indicator).collect(),
            Self::Choose { indicator, .. } => vec![indicator],
            _ => Vec::new(),
        }
    }
}

/// A correction in the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Number, unique in its journal.
    pub id: u32,
    /// When it was made, ISO 8601 with the reader's offset.
    pub when: String,
    /// Name of the region that it is about, for the list.
    pub region: String,
    /// The correction.
    pub change: Change,
    /// The properties as they were before, for the list.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub before: Vec<Field>,
}
