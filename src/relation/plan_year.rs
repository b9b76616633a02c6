//! The years of plans that have no date of their own: the end of their period, and their horizon.

use super::Context;
use crate::analysis::Unit;
use crate::language::Class;
use crate::quantity::Mention;
use rust_decimal::prelude::ToPrimitive;

/// "Under the road map (2017-22) the yield is to reach 35 quintals": a plan without a date of its own ends with its period.
pub(super) fn plan_end(context: &Context, i: usize) -> Option<i32> {
    let read = context.read;
    let front = context.sentence(i).start..context.before(i).end;
    let dash = |t: usize| matches!(read.str(t), "-" | "–" | "—");
    let first = front.rev().find(|t| read.word_is(*t, Class::YEAR) && dash(t + 1) && !context.is_figure(*t))?;
    let end = read.str(first + 2);
    let century = read.str(first).get(..2)?;
    if read.word_is(first + 2, Class::YEAR) { end.parse().ok() } else { format!("{century}{end}").parse().ok().filter(|_| end.len() == 2) }
}

/// "over the next decade", "in the coming five years", "will invest 100 million over five years": in how many years a plan is to be done.
pub(super) fn horizon(context: &Context, mentions: &[Mention], i: usize) -> Option<i32> {
    let read = context.read;
    let years = |j: &usize| mentions.get(*j).is_some_and(|m| m.unit == Some(Unit::Year));
    let coming = |t: usize| matches!(read.str(t), "next" | "coming");
    let led =
        |j: &usize| context.before(*j).next_back().is_some_and(|t| coming(t) || matches!(read.str(t), "over" | "within") && *j == i + 1);
    // "Within three years, 40 clinics will be built."
    let opens = |j: &usize| {
        *j < i && context.before(*j).start + 1 == context.before(*j).end && matches!(read.str(context.before(*j).start), "Within" | "Over")
    };
    if let Some(time) = context.in_sentence(i).filter(years).find(|j| led(j) || opens(j)) {
        return mentions.get(time)?.amount.one().and_then(|n| n.to_i32()).filter(|n| (1..=30).contains(n));
    }
    let decade = |t: usize| read.str(t) == "decade" && t > 0 && coming(t - 1);
    context.after(i).any(decade).then_some(10)
}
