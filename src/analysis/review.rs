//! What the reader has said of the analysis: marks on figures, cells and findings, and what became of each correction.

use serde::{Deserialize, Serialize};

/// How a figure stands after the reader has looked at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Reviewed {
    /// The reader agrees with what was read.
    Accepted,
    /// The reader changed something.
    Corrected,
    /// The reader added the figure.
    Added,
}

/// What the reader says of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Answer {
    /// The program misread the text: the finding says nothing about the report.
    Misread,
    /// The disagreement is known and has its reason.
    Explained,
    /// The text says so, and the figures disagree.
    Confirmed,
}

impl Answer {
    /// In words, as files say it.
    pub fn words(self) -> &'static str {
        match self {
            Self::Misread => "misread by the program",
            Self::Explained => "known and explained",
            Self::Confirmed => "confirmed in the text",
        }
    }
}

/// An answer with the reader's note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answered {
    /// What the reader says.
    pub answer: Answer,
    /// In the reader's own words; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// What became of one correction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// Number of the correction in the reader's journal.
    pub entry: u32,
    /// Id of the figure that it is about, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quantity: Option<u32>,
    /// Why it could not be applied; absent where it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lost: Option<Lost>,
}

/// Why a correction could not be applied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lost {
    /// The passage is no longer in the text, or no longer tells itself from another.
    Passage,
    /// The passage is there, but no figure is read in it.
    Figure,
    /// No finding of this rule is about these figures.
    Finding,
    /// The report has no such indicator.
    Indicator,
}
