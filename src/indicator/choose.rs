//! The cell: of all figures of a section that state an indicator, the one that stands for it, with the reason in words.

use crate::analysis::{Amount, Analysis, Cell, Kind, Quantity, Scope};
use crate::wording::{Language, table as say};
use rust_decimal::Decimal;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// A figure that may fill a cell.
#[derive(Debug, Clone, Copy)]
pub(super) struct Candidate {
    /// Id of the quantity.
    pub(super) quantity: u32,
    /// How well it states the indicator.
    pub(super) weight: i32,
}

/// A cell to be filled.
#[derive(Debug, Clone, Copy)]
pub(super) struct Seat<'a> {
    /// Id of the section.
    pub(super) section: u32,
    /// Id of the indicator.
    pub(super) indicator: &'a str,
    /// Whether the indicator is a total: of equal evidence the larger figure is meant, and components without their total fill no cell.
    pub(super) larger: bool,
    /// The language of the reason.
    pub(super) language: Language,
}

/// Puts the best candidates first, the `larger` of equals where the indicator is a total, and leaves out those that could not be read.
pub(super) fn order(analysis: &Analysis, larger: bool, candidates: &mut Vec<Candidate>) {
    let quantity = |c: &Candidate| analysis.quantities.get(c.quantity as usize);
    candidates.retain(|c| quantity(c).is_some_and(|q| q.amount != Amount::Unread || !q.problems.is_empty()));
    candidates.sort_by_key(|c| {
        let size = quantity(c).and_then(|q| q.amount.middle()).filter(|_| larger).unwrap_or(Decimal::ZERO);
        (Reverse(c.weight), Reverse(size), c.quantity)
    });
}

/// Fills one cell from its candidates, if there are any.
pub(super) fn choose(analysis: &Analysis, seat: Seat, mut candidates: Vec<Candidate>) -> Option<Cell> {
    let Seat { section, indicator, larger, language } = seat;
    order(analysis, larger, &mut candidates);
    let quantity = |c: &Candidate| analysis.quantities.get(c.quantity as usize);
    if larger && only_components(analysis, &candidates) {
        return None;
    }
    let chosen = candidates.first().and_then(quantity)?;
    Some(Cell {
        section,
        indicator: indicator.to_owned(),
        year: chosen.year,
        amount: chosen.amount,
        unit: chosen.unit,
        quantity: chosen.id,
        alternatives: candidates.iter().skip(1).map(|c| c.quantity).collect(),
        reason: reason(analysis, chosen, candidates.len(), language),
        chosen_by: None,
        divided_by: None,
    })
}

/// Whether sums of money side by side with equal evidence are components of a total that is not stated: the largest of them is less
/// than half of all, those for parts of the region included.
fn only_components(analysis: &Analysis, candidates: &[Candidate]) -> bool {
    let Some(best) = candidates.first() else { return false };
    let quantity = |c: &Candidate| analysis.quantities.get(c.quantity as usize);
    let for_part = |c: &Candidate| quantity(c).is_some_and(|q| q.scope == Scope::Part && q.of.is_none());
    let equals = candidates.iter().filter(|c| c.weight == best.weight || for_part(c)).filter_map(quantity);
    let amounts: BTreeSet<Decimal> = equals.filter(|q| q.unit.is_currency()).filter_map(|q| q.amount.middle()).collect();
    let all = amounts.iter().try_fold(Decimal::ZERO, |all, a| all.checked_add(*a));
    let twice = amounts.last().and_then(|largest| largest.checked_mul(Decimal::TWO));
    amounts.len() > 1 && twice.zip(all).is_some_and(|(twice, all)| twice < all)
}

/// Bytes that most reasons take.
const USUAL_REASON: usize = 128;

/// "stated in the topic on funds; speaks for the whole region; report year".
fn reason(analysis: &Analysis, chosen: &Quantity, candidates: usize, language: Language) -> String {
    let mut reason = String::with_capacity(USUAL_REASON);
    let mut add = |clause: &str| {
        if !reason.is_empty() {
            reason.push_str(say::CLAUSES.of(language));
        }
        reason.push_str(clause);
    };
    match chosen.topic.and_then(|t| analysis.topics.get(t as usize)) {
        Some(topic) => add(&say::IN_TOPIC.say(language, &[("title", &topic.title)])),
        None => add(say::OUTSIDE_TOPICS.of(language)),
    }
    add(if chosen.scope == Scope::Region { &say::FOR_THE_REGION } else { &say::FOR_A_PART }.of(language));
    match (chosen.year, analysis.document.year) {
        (Some(said), Some(report)) if said == report => add(say::REPORT_YEAR.of(language)),
        (Some(said), _) => add(&say::OF_YEAR.say(language, &[("year", &said.to_string())])),
        (None, _) => {}
    }
    match chosen.kind {
        Kind::Target => add(say::A_PLAN.of(language)),
        Kind::Change => add(say::A_CHANGE.of(language)),
        _ => {}
    }
    if candidates > 1 {
        add(&say::CHOSEN_FROM.say(language, &[("n", &candidates.to_string())]));
    }
    reason
}
