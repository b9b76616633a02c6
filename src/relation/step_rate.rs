//! Rates in brackets that arithmetic tells for the rate of the step in front of them: "rose by 41,300 to 642,900 (6.9 per cent)", "rose from 6,000 to
//! 7,500 (25%)".

use super::Context;
use crate::analysis::{Kind, Unit};
use crate::language::Class;
use crate::quantity::Mention;
use rust_decimal::Decimal;

/// The kind of figure `i`, if it says again as a rate what the figures in front of it tell as a step.
pub(super) fn rate_of_step(context: &Context, mentions: &[Mention], i: usize) -> Option<Kind> {
    later_of_step(context, mentions, i).map(|_| Kind::Growth)
}

/// The figure that the step led to whose rate figure `i` tells in a bracket: the step itself where no level is told behind it.
pub(super) fn later_of_step(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let this = mentions.get(i).filter(|m| m.unit == Some(Unit::Percent) && (context.restates(i) || is_bracketed(context, i)))?;
    let second = context.previous(i)?;
    let first = context.previous(second)?;
    let (one, other) = (mentions.get(first)?, mentions.get(second)?);
    let rate = Rate::of(this)?;
    let (a, b) = (one.amount.one()?, other.amount.one()?);
    let leads_to = |j: usize| context.lead(j).is_some_and(|t| context.read.word_is(t, Class::TO));
    if one.kind == Kind::Change {
        let reached = leads_to(second) && (rate.is(a, b - a) || rate.is(a, b + a));
        return if reached { Some(second) } else { (stands_on(context, second) && rate.is(a, b)).then_some(first) };
    }
    if one.unit != other.unit || this.unit == one.unit {
        return None;
    }
    // "2.1 billion, up 212 million on the year before (11.2%)"
    if other.kind == Kind::Change {
        return (rate.is(b, a - b) || rate.is(b, a + b)).then_some(second);
    }
    if context.leads_from(first) && leads_to(second) && rate.is(b - a, a) {
        return Some(second);
    }
    (context.leads_from(second) && leads_to(first) && rate.is(a - b, b)).then_some(first)
}

/// "on the previous year (11.2 per cent)", "from 19.10 in 2018 (4.0 percent)": alone in a bracket.
fn is_bracketed(context: &Context, i: usize) -> bool {
    let gap = context.gap(i);
    gap.len() <= STEP && gap.end > gap.start && context.read.is_mark(gap.end - 1, '(') && context.read.is_mark(context.after(i).start, ')')
}

/// "410 over the previous intake of 3,460": whether figure `j` is what a step is told from.
fn stands_on(context: &Context, j: usize) -> bool {
    let gap = context.gap(j);
    gap.len() <= STEP && gap.into_iter().any(|t| matches!(context.read.str(t), "over" | "on" | "above" | "below" | "than"))
}

/// Tokens between a step and what it is told from.
const STEP: usize = 7;

/// A rate as it is printed, without its sign.
struct Rate {
    value: Decimal,
    /// How far the exact rate may lie from the printed one.
    tolerance: Decimal,
}

impl Rate {
    fn of(m: &Mention) -> Option<Self> {
        let value = m.amount.one()?.abs();
        Some(Self { value, tolerance: Decimal::new(6, value.scale().min(DIGITS) + 1) })
    }

    /// Whether the rate is that of a step from `former`.
    fn is(&self, step: Decimal, former: Decimal) -> bool {
        let exact = (step * Decimal::ONE_HUNDRED).checked_div(former);
        exact.is_some_and(|exact| (exact.abs() - self.value).abs() <= self.tolerance)
    }
}

/// Decimals of a printed rate at most.
const DIGITS: u32 = 3;
