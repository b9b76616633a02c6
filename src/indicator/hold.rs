//! Cells held against each other: funds of one government are no larger than those of all governments together. Where they are, one of the
//! two figures was taken for what it is not, and the one that states its indicator worse is left out.

use super::catalogue::Catalogue;
use super::choose::{Candidate, order};
use crate::analysis::{Analysis, Quantity};
use rust_decimal::Decimal;
use rustc_hash::FxHashSet;
use std::collections::BTreeMap;

/// Figures that may fill a cell, by section and number of the indicator.
pub(super) type Candidates = BTreeMap<(u32, usize), Vec<Candidate>>;

/// A part may be larger than its total by so much of it, as both are rounded: one in a hundred.
const SLACK: Decimal = Decimal::from_parts(101, 0, 0, false, 2);

/// Leaves out figures until no part is larger than its total.
pub(super) fn hold_against_totals(analysis: &Analysis, catalogue: &Catalogue, candidates: &mut Candidates) {
    let cells: Vec<(u32, usize)> = candidates.keys().copied().collect();
    let divided: FxHashSet<u32> = analysis.quantities.iter().filter_map(|q| q.of).collect();
    for (section, part) in cells {
        let Some(total) = catalogue.entries.get(part).and_then(|entry| catalogue.number(entry.within?)) else { continue };
        for number in [part, total] {
            let larger = catalogue.entries.get(number).is_some_and(|entry| entry.larger);
            candidates.entry((section, number)).and_modify(|list| order(analysis, larger, list));
        }
        while let Some(worse) = worse_of(analysis, candidates, &divided, (section, part), (section, total)) {
            if let Some(list) = candidates.get_mut(&worse) {
                list.remove(0);
            }
        }
    }
}

/// Of two cells whose figures cannot both be right, the one whose figure says less plainly what it is. `divided` are the figures that have parts.
fn worse_of(
    analysis: &Analysis,
    candidates: &Candidates,
    divided: &FxHashSet<u32>,
    part: (u32, usize),
    total: (u32, usize),
) -> Option<(u32, usize)> {
    let best = |cell: (u32, usize)| candidates.get(&cell).and_then(|list| list.first());
    let quantity = |c: &Candidate| analysis.quantities.get(c.quantity as usize);
    let (one, all) = (best(part)?, best(total)?);
    if !exceeds(quantity(one)?, quantity(all)?) {
        return None;
    }
    // A total that the text divides is one: what exceeds it was given beside it.
    Some(if one.weight < all.weight || divided.contains(&all.quantity) { part } else { total })
}

/// Whether a figure is larger than another of the same year and unit.
fn exceeds(part: &Quantity, total: &Quantity) -> bool {
    let alike = part.unit == total.unit && part.year == total.year;
    let limit = total.amount.one().and_then(|all| all.checked_mul(SLACK));
    alike && part.amount.one().zip(limit).is_some_and(|(part, limit)| part > limit)
}
