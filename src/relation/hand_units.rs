//! Units that bare parts have from the total they are linked to: "There were 55,260 households. This was made up of 21,480 in flats and 33,780 in
//! houses." And the other way: "The camps shelter 24,000, including 9,000 children."

use crate::analysis::Unit;
use crate::quantity::{Mention, UnitSource};

/// Makes persons or households of the parts of a count of them that have no noun of their own.
pub(super) fn hand_to_parts(mentions: &mut [Mention]) {
    for i in 0..mentions.len() {
        let bare = |m: &&Mention| m.unit == Some(Unit::Count) && m.head.is_none() && m.per.is_none();
        let Some(total) = mentions.get(i).filter(bare).and_then(|m| m.of).and_then(|(total, _)| mentions.get(total)) else { continue };
        let (unit, head) = (total.unit, total.head.clone());
        if let Some(part) = mentions.get_mut(i).filter(|_| matches!(unit, Some(Unit::People | Unit::Households))) {
            (part.unit, part.head) = (unit, head);
        }
    }
}

/// Makes persons of a bare total whose part counts them.
pub(super) fn hand_to_totals(mentions: &mut [Mention]) {
    for i in 0..mentions.len() {
        let persons = |m: &&Mention| m.unit == Some(Unit::People) && m.noun.is_some();
        let Some((total, _)) = mentions.get(i).filter(persons).and_then(|m| m.of) else { continue };
        let bare = |m: &&mut Mention| m.unit == Some(Unit::Count) && m.unit_source == UnitSource::Assumed && m.noun.is_none();
        if let Some(total) = mentions.get_mut(total).filter(bare) {
            (total.unit, total.head) = (Some(Unit::People), Some("person".to_owned()));
        }
    }
}
