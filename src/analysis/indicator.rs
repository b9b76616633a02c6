//! Indicators, and the table of cells region x indicator x year.

use super::{Amount, Unit};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// Something that can be compared across regions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Indicator {
    /// Stable id: "fund.central", "discovered.bed-nets-distributed.count", "user.3".
    pub id: String,
    /// Short name for a column head.
    pub label: String,
    /// What it means and how it is found, one or two sentences.
    pub definition: String,
    /// Unit of its values.
    pub unit: Unit,
    /// Where it comes from.
    pub origin: Origin,
    /// Programme it is listed under, by id; empty for none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub programme: String,
    /// How values of several regions may be put together.
    #[serde(default)]
    pub aggregation: Aggregation,
    /// What each value is for, where the indicator is derived by division ("person").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub per: Option<String>,
}

/// Where an indicator comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Origin {
    /// The built-in catalogue.
    Catalogue,
    /// Found in the report: the same phrase and unit in several sections.
    Discovered,
    /// Defined by the reader.
    User,
}

/// How the values of several regions may be put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Aggregation {
    /// Adding them makes sense (persons, money).
    Sum,
    /// Only an average makes sense (a rate, an income).
    Mean,
    /// Neither.
    #[default]
    None,
}

/// One cell of the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// Index of the section.
    pub section: u32,
    /// Id of the indicator.
    pub indicator: String,
    /// Year the value refers to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<i32>,
    /// The chosen magnitude.
    #[serde(flatten)]
    pub amount: Amount,
    /// Its unit.
    pub unit: Unit,
    /// Id of the chosen quantity.
    pub quantity: u32,
    /// Ids of other quantities that state the same indicator, best first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub alternatives: Vec<u32>,
    /// Why this quantity was chosen, in words.
    pub reason: String,
    /// Who chose it, where not the program: "reader".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chosen_by: Option<Cow<'static, str>>,
    /// Id of the quantity that `quantity` was divided by, where the value is derived.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub divided_by: Option<u32>,
}
