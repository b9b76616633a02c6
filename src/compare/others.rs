//! The other figures of an indicator in a region, which a reader may mean instead of the one that was chosen.

use crate::analysis::{Analysis, Cell};

/// The other figures of a cell's indicator: without what its own figure is made up of, which states nothing else.
pub fn other_figures(analysis: &Analysis, cell: &Cell) -> Vec<u32> {
    cell.alternatives.iter().copied().filter(|id| !is_within(analysis, *id, cell.quantity)).collect()
}

/// Whether a figure is a part of another, or of another mention of the same, or of one of its parts.
fn is_within(analysis: &Analysis, id: u32, total: u32) -> bool {
    let quantity = |id: u32| analysis.quantities.get(id as usize);
    let Some(whole) = quantity(total) else { return false };
    let above = std::iter::successors(quantity(id).and_then(|q| q.of), |of| quantity(*of)?.of);
    // No "of which" is nested deeper; a ring of links ends here, too.
    above.take(8).filter_map(quantity).any(|q| q.id == total || (q.section, q.unit, q.amount) == (whole.section, whole.unit, whole.amount))
}
