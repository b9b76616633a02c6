//! What the audit found: one checked relation between figures, with its verdict.

use super::{Answer, Answered, Number};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// The outcome of one check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// Adds up as printed.
    Consistent,
    /// Adds up only within the rounding of the printed digits.
    Rounding,
    /// Does not add up, as read.
    Inconsistent,
    /// Cannot be checked.
    Unchecked,
}

impl Verdict {
    /// All of them, those that ask for a look first.
    pub const BY_WEIGHT: [Self; 4] = [Self::Inconsistent, Self::Rounding, Self::Unchecked, Self::Consistent];

    /// In words, as files and the command line say it.
    pub fn words(self) -> &'static str {
        match self {
            Self::Consistent => "adds up",
            Self::Rounding => "adds up only within rounding",
            Self::Inconsistent => "does not add up",
            Self::Unchecked => "cannot be checked",
        }
    }
}

/// A closed interval of values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bounds {
    /// Lowest value.
    pub low: Number,
    /// Highest value.
    pub high: Number,
}

/// One checked relation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// Index in the analysis.
    pub id: u32,
    /// Index of the section.
    pub section: u32,
    /// Rule id ("sum", "share", "growth", "average", "repeat", "malformed" ...).
    pub rule: Cow<'static, str>,
    /// Outcome.
    pub verdict: Verdict,
    /// Ids of all quantities that take part, the questioned one first.
    pub quantities: Vec<u32>,
    /// The range that the questioned figure stands for, as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stated: Option<Bounds>,
    /// The range that the other figures imply for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub computed: Option<Bounds>,
    /// One plain sentence.
    pub note: String,
    /// The calculation in figures ("40.69 + 252.3 + 280.81 = 573.80").
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub calculation: String,
    /// A slip that would explain the numbers exactly, as a possibility.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slip: Option<String>,
    /// Whether sign or order of magnitude differ ("changes the story").
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub changes_story: bool,
    /// What the reader says of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<Answered>,
    /// Id of the figure of the earlier report that this one is held against; absent in a report's own audit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earlier: Option<u32>,
}

impl Finding {
    /// Whether the reader has said that it says nothing about the report.
    pub fn is_dismissed(&self) -> bool {
        self.answer.as_ref().is_some_and(|answered| answered.answer == Answer::Misread)
    }
}

/// Counts of findings by verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Tally {
    /// Add up.
    pub consistent: usize,
    /// Add up only within rounding.
    pub rounding: usize,
    /// Cannot be checked.
    pub unchecked: usize,
    /// Do not add up.
    pub inconsistent: usize,
}

impl Tally {
    /// Counts the verdicts of some findings; those that the reader calls misread count nowhere.
    pub fn of<'a>(findings: impl IntoIterator<Item = &'a Finding>) -> Self {
        let mut tally = Self::default();
        for finding in findings.into_iter().filter(|finding| !finding.is_dismissed()) {
            match finding.verdict {
                Verdict::Consistent => tally.consistent += 1,
                Verdict::Rounding => tally.rounding += 1,
                Verdict::Unchecked => tally.unchecked += 1,
                Verdict::Inconsistent => tally.inconsistent += 1,
            }
        }
        tally
    }

    /// The count of one verdict.
    pub fn count(self, verdict: Verdict) -> usize {
        match verdict {
            Verdict::Consistent => self.consistent,
            Verdict::Rounding => self.rounding,
            Verdict::Unchecked => self.unchecked,
            Verdict::Inconsistent => self.inconsistent,
        }
    }

    /// All findings.
    pub fn total(self) -> usize {
        self.consistent + self.rounding + self.unchecked + self.inconsistent
    }
}
