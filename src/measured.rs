//! How well reading and audit were measured to work: the one place with these numbers, for the page, its files and the command line.
//!
//! `measured.json` is compiled in; the tests hold it against `docs/accuracy.md`, the floors of the scorer and the audit of the made-up
//! reports, so that none of them can drift from the others.

use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// Precision of the audit's "does not add up", by the scorer's name.
pub const PRECISION: &str = "audit.inconsistent.precision";
/// Recall of the audit's "does not add up".
pub const RECALL: &str = "audit.inconsistent.recall";
/// Recall of relations that add up.
pub const RECALL_CONSISTENT: &str = "audit.consistent.recall";

/// What was measured, and when.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Measured {
    /// The day, in words.
    pub date: String,
    /// The measures, in the order of the table.
    pub measures: Vec<Measure>,
    /// The audit on reports with planted slips.
    pub made_up: MadeUp,
}

/// One measure on the annotated sections, with the digits as measured; all are shares of 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measure {
    /// The scorer's name for it.
    pub id: String,
    /// What is measured, in words.
    pub name: String,
    /// What the project asks for.
    pub asked: String,
    /// On the eight sections whose errors were looked at.
    pub eight: String,
    /// On sections of the same report that were annotated before the program was run on them, and whose errors nobody has looked at.
    pub unseen: String,
    /// On texts of other countries, topics and years, real or written for the project, annotated and kept in the same way; none where they have nothing to
    /// measure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other_kinds: Option<String>,
}

/// The audit on made-up reports, half of them with one planted slip.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct MadeUp {
    /// Reports.
    pub reports: u64,
    /// Slips planted.
    pub planted: usize,
    /// Slips found.
    pub found: usize,
    /// Statements without slip that were questioned.
    pub false_alarms: usize,
}

impl Measure {
    /// The share on other kinds of text, or a dash.
    pub fn on_other_kinds(&self) -> &str {
        self.other_kinds.as_deref().unwrap_or("–")
    }
}

impl Measured {
    /// The measure of a name.
    pub fn of(&self, id: &str) -> Option<&Measure> {
        self.measures.iter().find(|measure| measure.id == id)
    }
}

/// What was measured of this version.
pub fn measured() -> &'static Measured {
    static MEASURED: LazyLock<Measured> = LazyLock::new(|| serde_json::from_str(include_str!("measured.json")).unwrap_or_default());
    &MEASURED
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_data_can_be_read_and_every_number_is_a_share() {
        assert_eq!(measured().made_up.reports, 1000);
        for measure in &measured().measures {
            for number in [&measure.asked, &measure.eight, &measure.unseen].into_iter().chain(&measure.other_kinds) {
                let share: f64 = number.parse().unwrap();
                assert!((0.0..=1.0).contains(&share), "{measure:?}");
            }
        }
        assert!([PRECISION, RECALL, RECALL_CONSISTENT].iter().all(|id| measured().of(id).is_some()));
    }
}
