//! Gaps: how far a figure lies above or below a reference (an average, another place, a plan) rather than an earlier value of its own.

use super::Context;
use super::yardstick::{is_plan, is_yardstick};
use crate::analysis::Unit;
use crate::language::Class;
use crate::quantity::Mention;
use std::ops::Range;

/// Tokens between a word of beyond and its figure.
const REACH: usize = 9;

/// Above or below an average or another region, not an earlier value.
pub(super) fn gap(context: &Context, i: usize) -> bool {
    let read = context.read;
    let front = context.near(i);
    // "0.7 points above the average and 0.3 points lower than in 2019": what stands right behind the figure in front is said of that.
    let taken =
        |at: usize| context.previous(i).is_some() && at <= context.gap(i).start && context.lead(i).is_none_or(|t| read.str(t) != "by");
    behind_reference(context, context.head(context.said_behind(i)))
        || stands_above(context, i)
        || context.is_led_by(i, Class::GAP | Class::THAN)
            && read.find(front.clone(), Class::GAP | Class::THAN).is_some_and(|at| !taken(at) && !moves_on(context, at + 1..front.end))
            && says_reference(context, front)
            // "against a regional average of 39.8%" states the average itself.
            && !context.lead(i).is_some_and(|t| matches!(read.str(t), "of" | "at" | "was" | "is"))
}

/// "Ald was 10% above the mean, Brenn 20% above, Fenn 5% or less below the mean": what the sentence holds all of them against is left out, or a bound
/// stands in front.
fn stands_above(context: &Context, i: usize) -> bool {
    let read = context.read;
    let end = context.end(i);
    let bound = matches!(read.str(end), "or") && matches!(read.str(end + 1), "less" | "more" | "so");
    let at = if bound { end + 2 } else { end };
    if !matches!(read.str(at), "above" | "below") {
        return false;
    }
    let sentence = context.sentence(i);
    let ends = !read.is_word(at + 1) || read.word_is(at + 1, Class::AND);
    if bound { says_reference(context, at + 1..sentence.end.min(at + REACH)) } else { ends && says_reference(context, sentence) }
}

/// "two points above the average and reducing the poor by 1.5 million": another verb of change stands behind the comparison.
fn moves_on(context: &Context, range: Range<usize>) -> bool {
    let read = context.read;
    let moves = |t: usize| read.word_is(t, Class::RISE) && (read.str(t).ends_with("ing") || read.str(t).ends_with("ed"));
    range.clone().any(|t| moves(t) && t > range.start && read.word_is(t - 1, Class::AND))
}

/// "4.4 points above the average", "40% less than in the Northern Region", "3 per cent above the normal"; not "up 5%, as against the average
/// of 4%", where two values stand beside each other.
fn behind_reference(context: &Context, behind: Range<usize>) -> bool {
    let read = context.read;
    let start = behind.start;
    // "118 euros under the national average"
    if matches!(read.str(start), "under" | "over")
        && matches!(read.str(start + 1), "the" | "its")
        && says_reference(context, behind.clone())
    {
        return true;
    }
    let compares = read.phrase_is(start, Class::GAP | Class::COMPARED | Class::THAN) || is_comparative(read.str(start));
    let beside = matches!(read.str(start), "as" | "against" | "compared" | "versus" | "from" | "on" | "over" | "year");
    // "6,406 feet above the sea", "40 m below ground": how high or deep a place is.
    let height = || (start + 1..behind.end.min(start + 5)).any(|t| matches!(read.str(t), "sea" | "ground" | "datum" | "Sea"));
    if !compares || beside || height() {
        return false;
    }
    let above = matches!(read.str(start), "above" | "below");
    // "15 per cent above those of the private sector"; not "above that of 2019".
    let others = || {
        let those = matches!(read.str(start + 1), "those" | "that") && read.str(start + 2) == "of";
        those && read.find_word(behind.clone(), Class::YEAR).is_none() && read.find(behind.clone(), Class::LAST_YEAR).is_none()
    };
    // "18% above the market price"
    let priced = || {
        let price = |t: usize| matches!(read.str(t), "price" | "prices" | "cost" | "costs");
        let time = read.find_word(behind.clone(), Class::YEAR).is_some() || read.find(behind.clone(), Class::LAST_YEAR).is_some();
        !time && (start + 1..behind.end.min(start + 5)).any(price)
    };
    above && (others() || priced())
        || says_reference(context, behind.clone())
        || above && says_norm(context, behind.clone())
        || names_other_place(context, behind)
}

/// "higher", "smaller", "more", "less".
pub(super) fn is_comparative(word: &str) -> bool {
    matches!(word, "more" | "less" | "fewer" | "worse" | "better")
        || matches!(
            word,
            "higher"
                | "lower"
                | "larger"
                | "smaller"
                | "bigger"
                | "greater"
                | "faster"
                | "slower"
                | "longer"
                | "shorter"
                | "cheaper"
                | "weaker"
                | "stronger"
        )
}

/// "a quarter more than the £3.08 million agreed", "more than the 20,000 planned": whether figure `i` is the plan that is compared with.
pub(super) fn is_agreed(context: &Context, i: usize) -> bool {
    let read = context.read;
    let gap = context.gap(i);
    gap.len() <= 5 && gap.clone().any(|t| read.str(t) == "than") && is_plan(read.str(context.after(i).start))
}

/// "higher by 1.1 million than the ten-year average", "lower by 4.6 per cent from the first estimate", "less by 60 than last year": the comparative
/// in front of "by", and whether the figure is held against something else than an earlier value.
pub(super) fn compared_by(context: &Context, i: usize) -> Option<(usize, bool)> {
    let read = context.read;
    let by = context.lead(i).filter(|t| *t > context.before(i).start && read.str(*t) == "by" && is_comparative(read.str(*t - 1)))?;
    let start = context.said_behind(i).start;
    // Behind other figures, too: "than the last five years' average".
    let end = context.sentence(i).end;
    let behind = start..read.find_word(start..end, Class::CLAUSE_END).unwrap_or(end).min(start + COMPARED);
    let time = read.find_word(behind.clone(), Class::YEAR).is_some() || read.find(behind.clone(), Class::LAST_YEAR).is_some();
    let than = !behind.is_empty() && (read.word_is(start, Class::FROM) || read.phrase_is(start, Class::THAN | Class::COMPARED));
    let reference =
        says_reference(context, behind.clone()) || !time && says_norm(context, behind.clone()) || names_other_place(context, behind);
    Some((by - 1, than && reference))
}

/// Tokens behind a figure that may say what it is held against.
const COMPARED: usize = 14;

fn says_reference(context: &Context, mut range: Range<usize>) -> bool {
    range.any(|t| {
        // "below the 2019 level", "above the level of the year before", "below last year's level"
        let last = |t: usize| context.read.word_is(t, Class::YEAR) || context.read.phrase_is(t, Class::LAST_YEAR);
        let of_year = || matches!(context.read.str(t + 1), "of" | "in" | "for") && (last(t + 2) || last(t + 3));
        let owned = || t > 3 && context.read.str(t - 1) == "s" && (t.saturating_sub(OWNER)..t - 2).any(last);
        let earlier = context.read.str(t) == "level" && t > 0 && (context.read.word_is(t - 1, Class::YEAR) || of_year() || owned());
        !earlier
            && matches!(
                context.read.str(t),
                "average"
                    | "level"
                    | "mean"
                    | "median"
                    | "estimate"
                    | "estimates"
                    | "forecast"
                    | "budget"
                    | "projection"
                    | "expectations"
                    | "expectation"
            )
    })
}

/// Tokens of "the previous year's".
const OWNER: usize = 5;

/// What a figure may lie above or below.
fn says_norm(context: &Context, mut range: Range<usize>) -> bool {
    range.any(|t| {
        matches!(
            context.read.str(t),
            "normal"
                | "record"
                | "norm"
                | "standard"
                | "rate"
                | "figure"
                | "peak"
                | "threshold"
                | "trend"
                | "benchmark"
                | "minimum"
                | "line"
                | "capacity"
                | "target"
                | "plan"
                | "limit"
                | "ceiling"
                | "quota"
                | "floor"
                | "cap"
                | "maximum"
                | "requirement"
                | "requirements"
                | "allocation"
        )
    })
}

/// "than in the Northern Region", "faster than that of the province": a place behind a comparison, and no year or month.
fn names_other_place(context: &Context, range: Range<usize>) -> bool {
    let read = context.read;
    let Some(than) = range.clone().take(5).find(|t| read.str(*t) == "than") else { return false };
    let behind = than + 1..range.end.min(than + 7);
    let place = behind.clone().any(|t| {
        read.word_is(t, Class::WHOLE | Class::PLACE)
            || matches!(read.str(t), "national" | "nation" | "country" | "state" | "regional" | "world")
            || matches!(
                read.str(t),
                "capital" | "elsewhere" | "neighbouring" | "neighboring" | "comparable" | "men" | "women" | "boys" | "girls"
            )
            || read.tokens.get(t).is_some_and(|k| k.is_word() && k.capital && k.span.len() > 2)
                && !read.word_is(t, Class::MONTH | Class::YEAR_CUE)
    });
    let time = read.find_word(behind.clone(), Class::YEAR).or_else(|| read.find(behind, Class::LAST_YEAR)).is_some();
    place && !time
}

/// "demand will exceed capacity by 12,400", "fell short of the need by 3%", "a shortfall of 12%", "gaps of 11–32 per cent".
pub(super) fn exceeds_by(context: &Context, i: usize, unit: Unit) -> bool {
    let read = context.read;
    let Some(lead) = context.lead(i) else { return false };
    let near = context.near(i);
    let mut front = near.end.saturating_sub(REACH).max(near.start)..lead;
    match read.str(lead) {
        "by" if exceeds_last_year(context, i) => false,
        "by" => front.any(|t| {
            matches!(read.str(t), "exceed" | "exceeds" | "exceeded" | "exceeding" | "outstrip" | "outstrips" | "outstripped" | "surpassed")
                || read.str(t) == "short" && read.str(t + 1) == "of"
        }),
        // What is short by itself, with nothing that it lacks to, is an amount.
        "of" => {
            let short =
                lead > near.start && matches!(read.str(lead - 1), "gap" | "gaps" | "shortfall" | "shortfalls" | "shortage" | "shortages");
            short && (unit.is_relative() || context.previous(i).is_some() || !has_facing(context, i))
        }
        _ => false,
    }
}

/// "exceeding the previous year's level by 4.5%": more than before.
pub(super) fn exceeds_last_year(context: &Context, i: usize) -> bool {
    let read = context.read;
    let near = context.near(i);
    let exceeds = |t: usize| matches!(read.str(t), "exceeding" | "exceeded" | "surpassing" | "surpassed" | "beating" | "topping");
    let verb = near.clone().find(|t| exceeds(*t));
    context.lead(i).is_some_and(|t| read.str(t) == "by")
        && verb.is_some_and(|verb| read.find(verb..near.end.min(verb + LAST), Class::LAST_YEAR).is_some())
}

/// Tokens from "exceeding" to "the previous year".
const LAST: usize = 4;

/// "is facing a funding shortfall of 120 million".
fn has_facing(context: &Context, i: usize) -> bool {
    context.near(i).any(|t| matches!(context.read.str(t), "facing" | "face" | "faces" | "faced"))
}

/// "2,940 hours against 12,150, a deficit of 9,210": what is called a difference and is that of two figures in front of it.
pub(super) fn is_difference(context: &Context, mentions: &[Mention], i: usize) -> bool {
    let read = context.read;
    let named = |t: usize| matches!(read.str(t), "deficit" | "surplus" | "excess" | "shortfall" | "gap");
    let led = context.lead(i).is_some_and(|t| t > 0 && read.str(t) == "of" && named(t - 1));
    let Some(this) = mentions.get(i).filter(|_| led) else { return false };
    let Some(amount) = this.amount.one() else { return false };
    let beside = context.previous(i).filter(|second| context.is_reference(*second)).and_then(|second| context.previous(second));
    let like = |j: usize| mentions.get(j).filter(|m| m.unit == this.unit)?.amount.one();
    let Some((first, second)) = beside.and_then(|first| like(first).zip(like(first + 1))) else { return false };
    (first - second).abs() == amount
}

/// Tokens between an amount beyond a yardstick and the yardstick's figure.
const YARDSTICK: usize = 7;

/// Tokens between the figure of a plan and "by".
const BY: usize = 6;

/// "exceeded", "overtook": goes beyond what follows.
fn surpasses(word: &str) -> bool {
    matches!(word, "exceed" | "exceeds" | "exceeded" | "exceeding" | "surpass" | "surpasses" | "surpassed" | "surpassing" | "outstripped")
        || matches!(word, "overtook" | "missed" | "missing" | "undershot" | "overshot" | "beat" | "beating")
}

/// Over or under a plan.
pub(super) fn beyond_plan(context: &Context, i: usize) -> bool {
    let read = context.read;
    let clause = context.near(i);
    let joined = context.lead(i).is_some_and(|t| read.str(t) == "by");
    // "overfulfilled the plan of 3,000 houses by 7%": the plan's own figure stands between.
    let beyond = Class::BEYOND_PLAN;
    let apart = |previous: usize| {
        let front = context.near(previous);
        let verb = front.clone().find(|t| surpasses(read.str(*t)) || read.phrase_is(*t, beyond));
        verb.is_some_and(|verb| read.find(verb..front.end, Class::SCHEDULE | beyond).is_some())
    };
    if joined && context.near(i).len() <= BY && context.previous(i).is_some_and(apart) {
        return true;
    }
    // "undershot the plan by 4 percent".
    let verb = || clause.clone().find(|t| surpasses(read.str(*t)));
    if joined && context.is_led_by(i, Class::SCHEDULE) && verb().is_some_and(|t| read.find(t..clause.end, Class::SCHEDULE).is_some()) {
        return true;
    }
    let by = joined && context.is_led_by(i, Class::OVER | Class::BEYOND_PLAN);
    let exceeds = |clause: Range<usize>| {
        let over = read.find(clause.clone(), Class::OVER | Class::BEYOND_PLAN);
        over.is_some_and(|at| read.find(at..clause.end, Class::SCHEDULE).is_some())
    };
    let led =
        |clause: Range<usize>| read.find(clause.end.saturating_sub(REACH).max(clause.start)..clause.end, Class::BEYOND_PLAN).is_some();
    falls_short(context, i) || is_held_behind(context, i) || by && (exceeds(clause.clone()) || led(clause))
}

/// "20 per cent more than the plan", "9.3% short of the 236 million programmed": whether figure `i` is held against a plan right behind it.
fn is_held_behind(context: &Context, i: usize) -> bool {
    let read = context.read;
    let after = context.after(i);
    let comparative = is_comparative(read.str(after.start));
    let compares = comparative || read.phrase_is(after.start, Class::COMPARED | Class::OVER | Class::BEYOND_PLAN | Class::GAP);
    // "9.3% short of the 236 million programmed", "£2 million over the limit of £10 million".
    let beyond = comparative || read.phrase_is(after.start, Class::GAP) || matches!(read.str(after.start), "over" | "under");
    if !compares && !beyond {
        return false;
    }
    let than_schedule = compares
        && (after.start..after.end.min(after.start + 6)).any(|t| read.word_is(t, Class::SCHEDULE) || read.phrase_is(t, Class::SCHEDULE));
    let than_agreed = beyond
        && context.next(i).is_some_and(|next| {
            let gap = context.gap(next);
            let near = gap.len() <= YARDSTICK && read.find_word(gap, Class::CLAUSE_END | Class::AUXILIARY).is_none();
            is_agreed(context, next) || near && is_yardstick(context, next, Unit::Count)
        });
    // "20 fewer than planned", "5% less than had been expected".
    let than_hoped = comparative && read.str(after.start + 1) == "than" && {
        let said = if matches!(read.str(after.start + 2), "had" | "was" | "were") { after.start + 3 } else { after.start + 2 };
        let said = if read.str(said) == "been" { said + 1 } else { said };
        let closes = !read.is_word(said + 1) || read.word_is(said + 1, Class::AND | Class::PREPOSITION);
        closes
            && (is_plan(read.str(said))
                || matches!(read.str(said), "expected" | "anticipated" | "estimated" | "hoped" | "intended" | "required"))
    };
    than_schedule || than_agreed || than_hoped || read.phrase_is(after.start, Class::BEYOND_PLAN)
}

/// "built 143 homes, 17 short of its target", "2.4% short of the 3,370 aimed for": what is missing; not "17 short courses".
fn falls_short(context: &Context, i: usize) -> bool {
    let read = context.read;
    let short = context.end(i);
    let of = short + 2 + usize::from(read.word_is(short + 2, Class::DETERMINER));
    let figure = || context.next(i).is_some_and(|n| context.before(n).end == of);
    let goal = |t: usize| {
        read.word_is(t, Class::SCHEDULE)
            || matches!(
                read.str(t),
                "target" | "goal" | "quota" | "need" | "requirement" | "forecast" | "budget" | "establishment" | "strength"
            )
    };
    read.str(short) == "short" && read.str(short + 1) == "of" && ((short + 2..short + GOAL).any(goal) || figure())
}

/// Tokens from "short" to the goal that was missed.
const GOAL: usize = 6;
