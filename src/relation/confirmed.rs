//! Bases that arithmetic confirms, where no word leads to them: "an overall growth of 8 per cent. Trade was 5,513 million then. It is 5,956
//! million now", "added 100 million, and the funds amounted to 190 million, up 111%".
//!
//! From rates and steps that have found nothing, to the level behind them that two printed figures agree on.

use super::Context;
use super::driver::is_driver;
use super::sums::half_unit;
use crate::analysis::{Amount, Kind, Unit};
use crate::language::Class;
use crate::quantity::Mention;
use rust_decimal::Decimal;

/// How far behind a rate its two levels may stand, in figures and in sentences.
const FIGURES: usize = 5;
const SENTENCES: usize = 2;

/// Links rates and steps without a base to the level that figures behind them agree on.
pub(super) fn link_confirmed(context: &Context, mentions: &mut [Mention]) {
    for i in 0..mentions.len() {
        let Some(this) = mentions.get(i).filter(|m| matches!(m.kind, Kind::Growth | Kind::Change)) else { continue };
        if this.base.is_some_and(|(_, rule)| rule != "growth_of_change") {
            continue;
        }
        let base = match this.kind {
            Kind::Growth if this.unit == Some(Unit::Percent) => levels_behind(context, mentions, i),
            Kind::Change if this.base.is_none() => level_of_step(context, mentions, i),
            _ => None,
        };
        if let (Some(base), Some(m)) = (base.filter(|_| !is_driver(context, i)), mentions.get_mut(i)) {
            m.base = Some((base, "confirmed"));
        }
    }
}

/// The later of two neighbouring levels behind a rate that rise or fall by it.
fn levels_behind(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let rate = mentions.get(i)?;
    let falls = tells_fall(context, i);
    let end = mentions.len().min(i + 1 + FIGURES);
    let near = |j: usize| mentions.get(j).is_some_and(|m| m.sentence <= rate.sentence + SENTENCES && m.stands_alone());
    let pair = (i + 1..end).filter(|j| near(*j)).find_map(|j| Some((j, (j + 1..end).find(|k| near(*k))?)))?;
    let (a, b) = (mentions.get(pair.0)?, mentions.get(pair.1)?);
    if a.unit != b.unit || a.per != b.per || a.head != b.head && a.head.is_some() && b.head.is_some() {
        return None;
    }
    let larger = if a.amount.bounds() > b.amount.bounds() { pair.0 } else { pair.1 };
    let smaller = if larger == pair.0 { pair.1 } else { pair.0 };
    let (later, former) = if falls { (smaller, larger) } else { (larger, smaller) };
    changes_by(mentions.get(former)?, mentions.get(later)?, rate).then_some(later)
}

/// Whether a rate is said to be of a fall.
fn tells_fall(context: &Context, i: usize) -> bool {
    let read = context.read;
    let fall = |range: std::ops::Range<usize>| read.find(range, Class::FALL).is_some();
    fall(context.near(i)) || fall(context.behind(i)) || context.before(i).next_back().is_some_and(|t| read.is_mark(t, '-'))
}

/// "added 100 million, and the funds amounted to 190 million, up 111%": the level behind a step that its own rate agrees with.
fn level_of_step(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let step = mentions.get(i)?;
    let level = context.next(i).filter(|n| mentions.get(*n).is_some_and(|m| m.stands_alone() && m.unit == step.unit))?;
    let rate = context.next(level).and_then(|n| mentions.get(n)).filter(|m| m.kind == Kind::Growth && m.unit == Some(Unit::Percent))?;
    let mut former = mentions.get(level)?.clone();
    let value = former.amount.one()?.checked_sub(step.amount.one()?)?;
    former.amount = Amount::One(value);
    (rate.base.is_some_and(|(base, _)| base == level) && changes_by(&former, mentions.get(level)?, rate)).then_some(level)
}

/// Whether one level leads to the other by a rate, within the rounding of all three.
fn changes_by(former: &Mention, later: &Mention, rate: &Mention) -> bool {
    let change = |from: Decimal, to: Decimal| to.checked_sub(from)?.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(from);
    let grain = |m: &Mention| m.precision.map_or(Decimal::ZERO, half_unit);
    let (Some(from), Some(to), Some(stated)) = (former.amount.one(), later.amount.one(), rate.amount.one()) else { return false };
    let ends = (change(from + grain(former), to - grain(later)), change(from - grain(former), to + grain(later)));
    let (Some(a), Some(b)) = ends else { return false };
    let (low, high) = (a.abs().min(b.abs()), a.abs().max(b.abs()));
    // A rate that half the rates there are would fit confirms nothing.
    let fine = (high - low) * Decimal::TEN <= high.max(Decimal::TEN);
    fine && stated.abs() >= low - grain(rate) && stated.abs() <= high + grain(rate)
}
