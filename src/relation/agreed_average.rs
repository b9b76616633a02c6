//! Averages that arithmetic gives to a total: "approved 317 loans worth $58.3 million, averaging $184,000", "removed 41,870 head at 1,150 each, for an
//! outlay of 48.2 million".
//!
//! From averages that have found nothing, to the total that a count of the text divides to them.

use super::Context;
use super::sums::rounding;
use crate::analysis::{Kind, Unit};
use crate::quantity::Mention;
use rust_decimal::Decimal;

/// Links averages to the total that a count beside it divides to them.
pub(super) fn link_agreed_averages(context: &Context, mentions: &mut [Mention]) {
    for i in 0..mentions.len() {
        let open = |m: &Mention| {
            m.kind == Kind::Average && m.base.is_none() && m.of.is_none() && !m.in_words && m.unit.is_some_and(Unit::is_currency)
        };
        let total = mentions.get(i).filter(|m| open(m)).and_then(|_| divided(context, mentions, i));
        if let (Some(total), Some(m)) = (total, mentions.get_mut(i)) {
            m.base = Some((total, "agreed_average"));
        }
    }
}

/// Figures on each side that are looked at.
const REACH: usize = 8;

/// The nearest total that a count of its sentence or the one before divides to figure `i`.
fn divided(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    if context.names_income(i) {
        return None;
    }
    let this = mentions.get(i)?;
    let sentence = context.in_sentence(i);
    let before = sentence.start.checked_sub(1).map_or(sentence.start, |p| context.in_sentence(p).start);
    let near = || (before.max(i.saturating_sub(REACH))..i).rev().chain(i + 1..sentence.end.min(i + REACH));
    let plain = |j: &usize| mentions.get(*j).is_some_and(|m| m.stands_alone() && m.per.is_none() && m.amount.one().is_some());
    let total = |j: &usize| mentions.get(*j).is_some_and(|m| m.unit == this.unit && m.kind != Kind::Average);
    near().filter(plain).filter(total).find(|t| {
        let mut counts = near().filter(plain).filter(|c| c != t);
        counts.any(|c| mentions.get(*t).zip(mentions.get(c)).is_some_and(|(t, c)| counts_things(c) && divides(t, c, this)))
    })
}

/// Whether an amount may be divided by a figure: it counts, or measures land or length.
fn counts_things(m: &Mention) -> bool {
    m.unit.is_some_and(|unit| unit.is_counted() || unit.is_extent())
}

/// Whether total and count give the average, within the rounding of all three.
fn divides(total: &Mention, count: &Mention, average: &Mention) -> bool {
    let (Some(all), Some(number), Some(each)) = (total.amount.one(), count.amount.one(), average.amount.one()) else { return false };
    if number <= Decimal::ONE || each <= Decimal::ZERO {
        return false;
    }
    let divided = |all: Decimal, number: Decimal| all.checked_div(number);
    let (low, high) = (divided(all - rounding(total), number + rounding(count)), divided(all + rounding(total), number - rounding(count)));
    let (Some(low), Some(high)) = (low, high) else { return false };
    // "about 74,000": a round average is near enough.
    let slack = rounding(average).max(each / ROUND);
    let fine = (high - low) * Decimal::TEN <= high && rounding(average) * Decimal::TEN <= each;
    fine && each >= low - slack && each <= high + slack
}

/// A printed average may be rounded by one part in so many.
const ROUND: Decimal = Decimal::from_parts(200, 0, 0, false, 0);
