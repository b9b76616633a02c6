//! Shares that tell how much of a plan was done: "spent 486 million against an estimate of 512 million, giving a utilisation of 95 percent",
//! "reached 1.9 million persons, 93 per cent of the target of 2.1 million".
//!
//! From the words for a rate of achievement, or a goal behind the share, to the result in front. That part and plan need not agree: where they do not, one of
//! them has slipped.

use super::Context;
use super::base::Link;
use super::beside::is_beside;
use super::named::is_yardstick;
use crate::analysis::{Kind, Unit};
use crate::language::Class;
use crate::quantity::Mention;

/// The result that a share of achievement speaks of.
pub(super) fn achieved(context: &Context, mentions: &[Mention], i: usize) -> Link {
    let result = set_against_goal(context, mentions, i).or_else(|| named_rate(context, mentions, i))?;
    Some((result, "set_against_plan"))
}

/// ", 93 per cent of the target of 2.1 million": behind the result, with the goal behind it.
fn set_against_goal(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let read = context.read;
    let (result, goal) = (context.previous(i)?, context.next(i)?);
    let planned = mentions.get(goal).is_some_and(|m| m.kind == Kind::Target) || is_yardstick(context, goal);
    let of = read.str(context.after(i).start) == "of" && !context.gap(goal).any(|t| context.ends_clause(t));
    let comma = context.unhedged(i).checked_sub(1).is_some_and(|t| t == context.gap(i).start && read.is_mark(t, ','));
    let alike = mentions.get(result).zip(mentions.get(goal)).is_some_and(|(a, b)| a.unit == b.unit && a.stands_alone());
    (planned && of && comma && alike).then_some(result)
}

/// "giving a utilisation of 97 percent", "(realization rate: 94.5%)", "an achievement of 82 per cent": the nearest result in front.
fn named_rate(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let read = context.read;
    let near = context.before(i);
    let named = (near.end.saturating_sub(NAME).max(near.start)..near.end).find(|t| is_achievement(read.str(*t)))?;
    let other = Class::FROM | Class::THAN | Class::RISE | Class::VERB | Class::PARTS;
    let own = read.classes(named..near.end).intersects(other) || read.str(context.after(i).start) == "of";
    let first = context.in_sentence(i).start;
    let result = |j: &usize| {
        let amount = |m: &Mention| m.stands_alone() && m.kind == Kind::Level && m.per.is_none() && !m.unit.is_some_and(Unit::is_time);
        mentions.get(*j).is_some_and(amount) && !is_beside(context, *j) && !is_yardstick(context, *j)
    };
    (first..i).rev().take(REACH).find(result).filter(|_| !own)
}

/// Tokens between the name of a rate and its figure, the name included ("realization rate:").
const NAME: usize = 4;
/// Figures in front that are tried as the result.
const REACH: usize = 3;

fn is_achievement(word: &str) -> bool {
    matches!(word, "achievement" | "utilisation" | "utilization" | "realisation" | "realization" | "absorption" | "execution")
        || matches!(word, "compliance" | "fulfilment" | "fulfillment" | "attainment" | "implementation")
}
