//! One figure of the report, with everything that is read of it.

use super::{Amount, Reviewed, Unit};
use crate::text::Span;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// What sort of statement a figure makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A stated amount.
    #[default]
    Level,
    /// An absolute increase or decrease.
    Change,
    /// A relative change, in per cent.
    Growth,
    /// A part of a whole, in per cent.
    Share,
    /// The difference to a reference other than an earlier value (an average, a plan).
    Gap,
    /// Planned or required, not achieved.
    Target,
    /// An amount per unit of something.
    Average,
    /// How two amounts stand to each other.
    Ratio,
}

/// How the text hedges a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Modifier {
    /// About, some, around.
    About,
    /// More than, over, at least.
    Over,
    /// Nearly, less than, up to.
    Under,
}

/// Whether a figure speaks for the whole region of its section.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scope {
    /// The whole region.
    #[default]
    Region,
    /// Some counties, one city, one project.
    Part,
}

/// What is odd about the figure as printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Problem {
    /// The digits are not a number, or grouped as no number is.
    Malformed,
    /// A scale word (million) seems to be missing.
    MissingScale,
    /// The value cannot be meant as it stands.
    Implausible,
}

/// One figure: where it stands, what it says, and how it belongs to others.
///
/// Offsets are UTF-8 bytes into `Document::text`. Ids are indices into `Analysis::quantities`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Quantity {
    /// Index of this quantity in the analysis.
    pub id: u32,
    /// Index of its section.
    pub section: u32,
    /// Index of its topic.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<u32>,
    /// The sentence it stands in.
    pub sentence: Span,
    /// First byte of the printed figure.
    pub start: u32,
    /// Byte after the printed figure with its unit.
    pub end: u32,
    /// The figure as printed.
    pub text: String,
    /// Magnitude in base units.
    #[serde(flatten)]
    pub amount: Amount,
    /// Unit of measure.
    pub unit: Unit,
    /// What is counted, where the unit is a count.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub noun: Option<String>,
    /// The denominator of a rate, singular ("person", "household", "village").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub per: Option<String>,
    /// The hedge in front of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub modifier: Option<Modifier>,
    /// Decimal exponent of the last printed digit, in base units: 847 million has 6, 10.1 has -1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub precision: Option<i32>,
    /// What is measured, in the text's own words.
    pub what: String,
    /// Sort of statement.
    pub kind: Kind,
    /// Year the value refers to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<i32>,
    /// Whole region or part of it.
    pub scope: Scope,
    /// The total that this figure is a stated part of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<u32>,
    /// The rule that linked `of`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of_rule: Option<Cow<'static, str>>,
    /// The quantity that this change, growth, share, gap or average qualifies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<u32>,
    /// The rule that linked `base`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base_rule: Option<Cow<'static, str>>,
    /// Indicator that the figure states, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indicator: Option<String>,
    /// What is odd about it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub problems: Vec<Problem>,
    /// Probability that value and unit are read right, 0 to 1, calibrated on the annotated sections.
    pub confidence: f32,
    /// What the reader has said of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review: Option<Reviewed>,
}

impl Quantity {
    /// Where the printed figure stands.
    pub fn span(&self) -> Span {
        Span { start: self.start, end: self.end }
    }
}
