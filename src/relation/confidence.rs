//! How far to trust that value and unit of a figure are read right.
//!
//! The probabilities are frequencies observed on all annotated text, by how the unit was found; `docs/accuracy.md` has the table.

use crate::quantity::{Mention, UnitSource};

/// The probability that value and unit are right.
pub fn confidence(mention: &Mention) -> f32 {
    if !mention.problems.is_empty() {
        return ODD;
    }
    let by_unit = match mention.unit_source {
        UnitSource::Printed => PRINTED,
        UnitSource::Noun => COUNTED,
        UnitSource::Lent => LENT,
        UnitSource::Assumed => ASSUMED,
    };
    if mention.in_words && mention.unit_source != UnitSource::Printed { by_unit.min(IN_WORDS) } else { by_unit }
}

const PRINTED: f32 = 0.99;
const COUNTED: f32 = 0.99;
const LENT: f32 = 0.95;
const ASSUMED: f32 = 0.6;
const IN_WORDS: f32 = 0.97;
const ODD: f32 = 0.6;
