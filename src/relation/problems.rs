//! What is odd about a figure as printed, told from its unit: people and things are counted in whole numbers.

use crate::analysis::{Kind, Problem, Unit};
use crate::quantity::Mention;

/// Digits behind the point that look like a group of thousands ("62.100 people").
const GROUP: i32 = -3;

/// Flags counts with a fraction: a point where a comma was meant, or, of persons and households, a missing scale word.
pub(super) fn flag_problems(mentions: &mut [Mention]) {
    for m in mentions {
        let counted = m.unit.is_some_and(Unit::is_counted) && m.per.is_none() && m.kind != Kind::Average && !m.scaled && !m.in_words;
        let fraction = m.precision.is_some_and(|p| p < 0);
        if counted && fraction && m.problems.is_empty() {
            let living = m.unit != Some(Unit::Count);
            m.problems.extend(match m.precision {
                Some(GROUP) => Some(Problem::Malformed),
                _ if living => Some(Problem::MissingScale),
                _ => None,
            });
        }
    }
}
