//! Money and measures that arithmetic lends: "Support came to 9,351.5 million pesos. Food took 5,142.3 million and grants 3,684.9 million; the rest, 524.3
//! million, ...", "cost 824.6 million pesos: 45% (371.1 million) for books, ...".
//!
//! From the amounts of a sentence that are printed without a unit, to the unit of a total before them that all of them come to. Only the unit
//! is lent here; that they are parts is a matter of [`super::sums`].

use super::Context;
use super::sums::sum;
use crate::analysis::{Unit, significant_digits};
use crate::quantity::{Mention, UnitSource};
use std::ops::Range;

/// Significant digits of a total that several amounts do not come to by chance; one fewer will do within a sentence.
const FINE: u32 = 4;

/// Lends the unit of a total to the amounts that come to it.
pub(super) fn lend_unit_of_sums(context: &Context, mentions: &mut [Mention]) {
    let mut i = 0;
    while i < mentions.len() {
        let sentence = context.in_sentence(i);
        if sentence.clone().any(|j| mentions.get(j).is_some_and(is_bare))
            && let Some((unit, parts)) = unit_of(context, mentions, &sentence)
        {
            for part in parts {
                if let Some(m) = mentions.get_mut(part).filter(|m| is_bare(m)) {
                    (m.unit, m.noun, m.head, m.unit_source) = (Some(unit), None, None, UnitSource::Lent);
                }
            }
        }
        i = sentence.end.max(i + 1);
    }
}

/// An amount with a scale word that counts nothing by a noun of its own.
fn is_bare(m: &Mention) -> bool {
    m.unit == Some(Unit::Count) && m.unit_source != UnitSource::Noun && could_be_part(m)
}

fn could_be_part(m: &Mention) -> bool {
    m.scaled && m.stands_alone() && m.per.is_none() && m.amount.one().is_some()
}

/// The unit of a total in this sentence or the one before, and the amounts behind it that come to it.
fn unit_of(context: &Context, mentions: &[Mention], sentence: &Range<usize>) -> Option<(Unit, Vec<usize>)> {
    let from = sentence.start.checked_sub(1).map_or(sentence.start, |before| context.in_sentence(before).start);
    let topic = context.topic_start(sentence.start);
    (from..sentence.end).rev().filter(|t| context.topic_start(*t) == topic).find_map(|total| {
        let whole = mentions.get(total).filter(|m| m.stands_alone() && m.per.is_none())?;
        // "handled 41.2 million tonnes, 23.5 million at Ald and 17.7 million at Brenn"
        let measured = |u: &Unit| !u.is_counted() && !u.is_relative() && !u.is_time() && whole.unit_power == 0;
        let unit = whole.unit.filter(measured)?;
        let member = |j: &usize| mentions.get(*j).is_some_and(|m| is_bare(m) || m.unit == Some(unit) && could_be_part(m));
        let parts: Vec<usize> = (sentence.start.max(total + 1)..sentence.end).filter(member).collect();
        let fine = if sentence.contains(&total) { FINE - 1 } else { FINE };
        let exact = whole.amount.one().is_some_and(|v| v == sum(mentions, &parts) && significant_digits(v) >= fine);
        (exact && parts.len() > 1).then_some((unit, parts))
    })
}
