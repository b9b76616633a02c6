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
use rust_decimal::Decimal;

/// The result that a share of achievement speaks of.
pub(super) fn achieved(context: &Context, mentions: &[Mention], i: usize) -> Link {
    let result = set_against_goal(context, mentions, i)
        .or_else(|| behind_goal(context, mentions, i))
        .or_else(|| named_rate(context, mentions, i))?;
    Some((result, "set_against_plan"))
}

/// "planned 50 million, issued 66 million for five villages, overfulfilling the task by 32%", "completing 120% of the plan": the result is
/// the figure that compares with the plan as the per cent say, or else the whole of what was listed.
pub(super) fn set_against_plan(context: &Context, mentions: &[Mention], i: usize) -> Link {
    let this = mentions.get(i).filter(|m| m.unit == Some(Unit::Percent))?;
    let percent = this.amount.one()?;
    let of_plan = if this.kind == Kind::Gap { percent.checked_add(Decimal::ONE_HUNDRED)? } else { percent };
    let figures = context.in_sentence(i).start..i;
    // "90% of the planned 1,140": the plan behind.
    let of_plan_behind = |next: usize| {
        let of = context.read.str(context.after(i).start) == "of" && context.after(i).len() <= OF_PLAN;
        of && mentions.get(next).is_some_and(|m| m.kind == Kind::Target)
    };
    let told = context.next(i).filter(|next| context.tells_plan(*next) || of_plan_behind(*next));
    let plans = figures.clone().chain(told).filter_map(|j| mentions.get(j).filter(|m| m.kind == Kind::Target));
    let near = |result: Decimal, plan: Decimal| {
        result.checked_mul(Decimal::ONE_HUNDRED).and_then(|r| r.checked_div(plan)).is_some_and(|r| (r - of_plan).abs() <= Decimal::ONE)
    };
    for plan in plans {
        let result = figures.clone().rev().find(|j| {
            mentions.get(*j).is_some_and(|m| {
                m.stands_alone()
                    && m.kind != Kind::Target
                    && m.unit == plan.unit
                    && m.amount.one().zip(plan.amount.one()).is_some_and(|(result, plan)| near(result, plan))
            })
        });
        if let Some(result) = result {
            return Some((result, "set_against_plan"));
        }
    }
    None
}

/// Tokens from a share to the figure of the plan that it is of.
const OF_PLAN: usize = 8;

/// ", 93 per cent of the target of 2.1 million": behind the result, with the goal behind it.
fn set_against_goal(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let read = context.read;
    let (result, goal) = (context.previous(i)?, context.next(i)?);
    let planned = mentions.get(goal).is_some_and(|m| m.kind == Kind::Target) || is_yardstick(context, goal);
    let of = read.str(context.after(i).start) == "of" && !context.gap(goal).any(|t| context.ends_clause(t));
    // ", meeting 93 per cent of its target of".
    let gap = context.gap(i);
    let reaches = |t: usize| {
        matches!(read.str(t), "meeting" | "achieving" | "reaching" | "fulfilling" | "attaining" | "completing" | "realising" | "realizing")
            || matches!(read.str(t), "or" | "which" | "is" | "was" | "only" | "just" | "representing" | "equal" | "to" | "covering")
    };
    let mark = gap.clone().take(NAME).find(|t| context.ends_clause(*t)).filter(|t| read.is_mark(*t, ','));
    let named = |mark: usize| read.find_word(gap.start..mark, Class::VERB | Class::AUXILIARY).is_none();
    let comma = mark.is_some_and(|mark| named(mark) && (mark + 1..context.unhedged(i)).all(reaches) && gap.end - mark <= NAME);
    let alike = mentions.get(result).zip(mentions.get(goal)).is_some_and(|(a, b)| a.unit == b.unit && a.stands_alone());
    (planned && of && comma && alike).then_some(result)
}

/// "heard 6,401 cases against a target of 8,641 (74 per cent)": alone in the bracket behind the goal, of what is set against it.
fn behind_goal(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let read = context.read;
    let gap = context.gap(i);
    let bracket = gap.len() == 1 && read.is_mark(gap.start, '(') && read.is_mark(context.after(i).start, ')');
    let goal = context.previous(i).filter(|_| bracket)?;
    let result = context.previous(goal)?;
    let against = context.gap(goal).any(|t| read.str(t) == "against" || read.str(t) == "versus");
    let planned = mentions.get(goal).is_some_and(|m| m.kind == Kind::Target) || is_yardstick(context, goal);
    let alike =
        mentions.get(result).zip(mentions.get(goal)).is_some_and(|(a, b)| a.unit == b.unit && a.stands_alone() && a.kind == Kind::Level);
    (against && planned && alike).then_some(result)
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
