//! Rates in brackets that arithmetic or words tell for the rate of the step in front of them: "rose by 41,300 to 642,900 (6.9 per cent)", "rose from
//! 6,000 to 7,500 (25%)"; and steps that are told again.

use super::Context;
use super::misprint::is_misprinted_rate;
use crate::analysis::{Kind, Unit};
use crate::language::Class;
use crate::quantity::Mention;
use rust_decimal::Decimal;

/// The kind of figure `i`, if it says again as a rate what the figures in front of it tell as a step.
pub(super) fn rate_of_step(context: &Context, mentions: &[Mention], i: usize) -> Option<Kind> {
    let told = || is_from_to(context, mentions, i) || moves_again(context, mentions, i);
    (later_of_step(context, mentions, i).is_some() || told()).then_some(Kind::Growth)
}

/// "rose from 6,000 to 7,500 (20.5%)": alone in the bracket behind a rise that is told from level to level, of which it is the rate but for a misprint.
/// What is further off may be a share of something else.
pub(super) fn is_from_to(context: &Context, mentions: &[Mention], i: usize) -> bool {
    let read = context.read;
    // "to 7,500 in 2020 (25%)".
    let gap = context.gap(i);
    let bracket = is_bracketed(context, i) && (gap.start..gap.end - 1).all(|t| read.word_is(t, Class::PREPOSITION | Class::YEAR));
    let Some((from, to)) = context.previous(i).filter(|_| bracket).and_then(|to| Some((context.previous(to)?, to))) else { return false };
    let Some((former, reached)) = mentions.get(from).zip(mentions.get(to)).filter(|(a, b)| a.unit == b.unit && b.stands_alone()) else {
        return false;
    };
    // "fell by 1,278 to 6,241 (17%)".
    let step = former.kind == Kind::Change;
    let leads = (step || context.leads_from(from)) && context.lead(to).is_some_and(|t| read.word_is(t, Class::TO));
    let said = || read.find(context.sentence(i).start..context.before(from).end, Class::RISE);
    if !leads || context.gap(to).len() > STEP || said().is_none() {
        return false;
    }
    let rates = rates(former, reached, step).unwrap_or_default();
    let stated = mentions.get(i).and_then(|m| m.amount.one());
    stated.is_some_and(|stated| rates.iter().any(|rate| rate.round_dp(stated.scale()) == stated || is_misprinted_rate(stated, *rate)))
}

/// The rates that two figures may make: of a rise and of a fall where the first is the step itself.
fn rates(former: &Mention, reached: &Mention, step: bool) -> Option<Vec<Decimal>> {
    let (a, b) = (former.amount.one()?, reached.amount.one()?);
    let of = |step: Decimal, former: Decimal| (step * Decimal::ONE_HUNDRED).checked_div(former).map(|rate| rate.abs());
    let both = if step { [of(a, b - a), of(a, b + a)] } else { [of(b - a, a), None] };
    Some(both.into_iter().flatten().collect())
}

/// "men were 397, 24% more than in 2019; women were 296, 21% more": compared again, with nothing behind it.
fn moves_again(context: &Context, mentions: &[Mention], i: usize) -> bool {
    let read = context.read;
    let at = context.end(i);
    let compared = matches!(read.str(at), "more" | "less" | "fewer" | "higher" | "lower") && !read.is_word(at + 1);
    let comma = context.gap(i).len() <= 2 && context.gap(i).any(|t| read.is_mark(t, ','));
    let before = |j: usize| mentions.get(j).is_some_and(|m| m.kind == Kind::Growth && m.unit == Some(Unit::Percent));
    let near = context.near(i);
    let which = read.str(near.start) == "which" && read.word_is(near.start + 1, Class::AUXILIARY) && near.len() <= STEP;
    compared && which || compared && comma && (context.in_sentence(i).start..i).any(before)
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
