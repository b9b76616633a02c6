//! The cell: of all figures of a section that state an indicator, the one that stands for it, with the reason in words.

use crate::analysis::{Amount, Analysis, Cell, Kind, Quantity, Scope};
use rust_decimal::Decimal;
use std::cmp::Reverse;

/// A figure that may fill a cell.
#[derive(Debug, Clone, Copy)]
pub(super) struct Candidate {
    /// Id of the quantity.
    pub(super) quantity: u32,
    /// How well it states the indicator.
    pub(super) weight: i32,
}

/// Fills one cell from its candidates, if there are any. `larger` breaks ties in favour of the larger figure.
pub(super) fn choose(analysis: &Analysis, section: u32, indicator: &str, larger: bool, mut candidates: Vec<Candidate>) -> Option<Cell> {
    let quantity = |c: &Candidate| analysis.quantities.get(c.quantity as usize);
    candidates.retain(|c| quantity(c).is_some_and(|q| q.amount != Amount::Unread || !q.problems.is_empty()));
    candidates.sort_by_key(|c| {
        let size = quantity(c).and_then(|q| q.amount.middle()).filter(|_| larger).unwrap_or(Decimal::ZERO);
        (Reverse(c.weight), Reverse(size), c.quantity)
    });
    let chosen = candidates.first().and_then(quantity)?;
    Some(Cell {
        section,
        indicator: indicator.to_owned(),
        year: chosen.year,
        amount: chosen.amount,
        unit: chosen.unit,
        quantity: chosen.id,
        alternatives: candidates.iter().skip(1).map(|c| c.quantity).collect(),
        reason: reason(analysis, chosen, candidates.len()),
    })
}

/// "stated in the topic on funds; speaks for the whole region; report year".
fn reason(analysis: &Analysis, chosen: &Quantity, candidates: usize) -> String {
    let topic = chosen.topic.and_then(|t| analysis.topics.get(t as usize));
    let mut clauses = vec![topic.map_or_else(|| "stated outside any topic".to_owned(), |t| format!("stated in the topic “{}”", t.title))];
    clauses.push(if chosen.scope == Scope::Region { "speaks for the whole region" } else { "speaks for a part of the region" }.to_owned());
    match (chosen.year, analysis.document.year) {
        (Some(said), Some(report)) if said == report => clauses.push("report year".to_owned()),
        (Some(said), _) => clauses.push(format!("refers to {said}")),
        (None, _) => {}
    }
    match chosen.kind {
        Kind::Target => clauses.push("a plan, not a result".to_owned()),
        Kind::Change => clauses.push("stated as a change".to_owned()),
        _ => {}
    }
    if candidates > 1 {
        clauses.push(format!("chosen from {candidates} figures"));
    }
    clauses.join("; ")
}
