//! Levels that arithmetic gives to a multiple: "781,600 ha, about five times the average of ten years (155,900 ha)", "more than doubled its sites, from 16
//! to 34", "places more than doubled: 146 pupils, compared with 64".
//!
//! From a multiple, to the level that is so many times another of its sentence, where that other one is only compared with.

use super::Context;
use super::beside::is_beside;
use super::sums::like_noun;
use crate::analysis::{Kind, Modifier, Unit};
use crate::quantity::Mention;
use rust_decimal::Decimal;

/// Figures on each side that may be the levels of a multiple.
const REACH: usize = 6;

/// Links multiples to the level that they make of a former one.
pub(super) fn link_agreed_multiples(context: &Context, mentions: &mut [Mention]) {
    for i in 0..mentions.len() {
        let open = mentions.get(i).is_some_and(|m| m.kind == Kind::Ratio && m.unit == Some(Unit::Ratio));
        let level = if open { multiplied(context, mentions, i) } else { None };
        if let (Some((level, former)), Some(m)) = (level, mentions.get_mut(i)) {
            m.base = Some((level, "agreed_multiple"));
            // What is only compared with is no part.
            if let Some(m) = mentions.get_mut(former).filter(|m| m.of.is_some_and(|(whole, _)| whole == level)) {
                m.of = None;
            }
        }
    }
}

/// The nearest level that is so many times one that the sentence only compares with, and that one.
fn multiplied(context: &Context, mentions: &[Mention], i: usize) -> Option<(usize, usize)> {
    let sentence = context.in_sentence(i);
    let near = || (sentence.start.max(i.saturating_sub(REACH))..i).rev().chain(i + 1..sentence.end.min(i + 1 + REACH));
    let former = |j: usize| is_beside(context, j) || context.leads_from(j) || mentions.get(j).is_some_and(|m| m.kind == Kind::Average);
    let formers: Vec<usize> = near().filter(|j| former(*j)).collect();
    let this = mentions.get(i)?;
    near().filter(|level| !former(*level)).find_map(|level| {
        let makes = |former: &&usize| mentions.get(**former).zip(mentions.get(level)).is_some_and(|(f, l)| is_multiple(f, l, this));
        formers.iter().find(makes).map(|former| (level, *former))
    })
}

/// Whether one level is so many times another, as exactly as the multiple is meant.
fn is_multiple(former: &Mention, level: &Mention, multiple: &Mention) -> bool {
    let amount = |m: &Mention| m.stands_alone() && !m.unit.is_some_and(Unit::is_time);
    let alike = former.unit == level.unit && like_noun(former, level) && amount(former) && amount(level);
    let (Some(from), Some(to), Some(stated)) = (former.amount.one(), level.amount.one(), multiple.amount.one()) else { return false };
    let Some(times) = to.checked_div(from).filter(|_| alike && stated > Decimal::ONE) else { return false };
    let slack = stated * ROUGH;
    let (under, over) = match multiple.modifier {
        Some(Modifier::Over) => (Decimal::ZERO, slack * Decimal::TWO),
        Some(Modifier::Under) => (slack * Decimal::TWO, Decimal::ZERO),
        _ => (slack, slack),
    };
    times >= stated - under && times <= stated + over
}

/// A multiple may be rounded by one part in so many; one that says "more than" by twice as much.
const ROUGH: Decimal = Decimal::from_parts(8, 0, 0, false, 2);
