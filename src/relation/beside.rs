//! Figures that only stand beside another to be compared with it: a former value ("up from 35 million"), a plan or limit ("surpassing the
//! target of 27.5 million", "exceeding its capacity of 900"), what is set apart ("excluding 3 million of fees").
//!
//! Such a figure is no part of the total that its sentence speaks of, and what follows speaks of the figure in front of it.

use super::Context;
use super::named::same_word;
use super::what_changed::is_finite_share;
use crate::analysis::{Kind, Unit};
use crate::language::Class;
use crate::quantity::Mention;

/// Tokens between a word of comparison and the figure that it compares with.
const REACH: usize = 9;

/// Whether figure `i` stands only for comparison.
pub(super) fn is_beside(context: &Context, i: usize) -> bool {
    context.noted.beside(i)
}

/// The same, worked out.
pub(super) fn stands_beside(context: &Context, i: usize) -> bool {
    let read = context.read;
    if context.is_reference(i) || context.lead(i).is_some_and(|t| read.word_is(t, Class::FROM) && follows_rise(context, t)) {
        return true;
    }
    is_of_year(context, i)
        || is_former(context, i)
        || is_passed(context, i)
        || sets_apart(context, i)
        || compared(context, i)
        || draws_line(context, i)
}

/// "residents below the poverty line of 2,500 yuan", "farms at an altitude of 800 metres": what a group of them is told by.
pub(super) fn draws_line(context: &Context, i: usize) -> bool {
    let read = context.read;
    let near = context.near(i);
    let Some(noun) = context.lead(i).filter(|t| *t > near.start && read.str(*t) == "of").map(|t| t - 1) else { return false };
    let line = matches!(read.str(noun), "line" | "threshold" | "standard" | "altitude" | "elevation" | "limit" | "ceiling" | "age");
    let mut front = noun.saturating_sub(LINE).max(near.start)..noun;
    line && front.any(|t| matches!(read.str(t), "below" | "above" | "under" | "over" | "within" | "at" | "beyond" | "beneath"))
}

/// Tokens between a preposition and the line that it leads to ("below the national poverty line").
const LINE: usize = 5;

/// "fell below 140,000", "climbed past 5 million", "remained above 90%": a mark that is only passed or kept, and no amount of anything.
pub(super) fn is_passed(context: &Context, i: usize) -> bool {
    let read = context.read;
    let Some((verb, mark)) = context.before(i).next_back().and_then(|mark| Some((mark.checked_sub(1)?, mark))) else { return false };
    let moves = || read.word_is(verb, Class::RISE | Class::VERB) || matches!(read.str(verb), "stayed" | "kept" | "dipped" | "went");
    matches!(read.str(mark), "below" | "past" | "above" | "beyond" | "under") && moves()
}

/// "up from", "an increase of 4% from": what stands in front of "from" tells a rise or fall, or is a figure's own comparison.
fn follows_rise(context: &Context, from: usize) -> bool {
    let read = context.read;
    let start = context.tail(from.saturating_sub(4)..from).start;
    read.find(start..from, Class::RISE).is_some()
        || from > 0 && (context.is_figure(from - 1) && read.is_mark(from - 1, '%') || matches!(read.str(from - 1), "percent" | "cent"))
}

/// "17 million more than in 2011 (60 million)": in a bracket behind its year. "588 million (prior year 341 million)": behind it in the bracket.
pub(super) fn is_of_year(context: &Context, i: usize) -> bool {
    let (read, before) = (context.read, context.before(i));
    // No bracket and no colon stands in front.
    if context.near(i).start == before.start {
        return false;
    }
    let label = before.end.saturating_sub(LABEL).max(before.start)..before.end;
    // What stands in the bracket leads to the figure.
    let led = context.is_led_by(i, Class::LAST_YEAR);
    let open = if led { context.last_mark(label, '(') } else { None };
    if let Some(open) = open.filter(|t| t + 1 < before.end) {
        let year = read.entry(open + 1, Class::LAST_YEAR).map(|(_, len)| open + 1 + len);
        if year == Some(before.end) {
            return true;
        }
    }
    let Some(joint) = before.end.checked_sub(1) else { return false };
    if read.is_mark(joint, '(') {
        // "2012 (2.4 million)", "2011/12 (2.4 million)".
        let split = before.len() > 3 && read.is_mark(joint - 2, '/') && read.word_is(joint - 3, Class::YEAR);
        let year = before.len() > 1 && read.word_is(joint - 1, Class::YEAR) || split;
        return year || is_dated_bracket(context, i) || is_of_time_before(context, i);
    }
    // "4.1 million (2018: 3.9 million)", "EUR 56 million (previous year: EUR 50 million)".
    let from = joint.saturating_sub(LABEL).max(before.start);
    let open = if read.is_mark(joint, ':') { (from..joint).rev().find(|t| read.is_mark(*t, '(')) } else { None };
    open.is_some_and(|open| {
        read.find_word(open + 1..joint, Class::YEAR).is_some() || read.find(open + 1..joint, Class::LAST_YEAR).is_some()
    })
}

/// "290 million above the previous year (1.64 billion)", "the average of the previous ten years (155,900 ha)": alone in a bracket behind the time before.
fn is_of_time_before(context: &Context, i: usize) -> bool {
    let read = context.read;
    let before = context.before(i);
    let Some(open) = before.end.checked_sub(1).filter(|t| *t > before.start && read.is_mark(*t, '(')) else { return false };
    let behind = |t: usize| read.entry(t, Class::LAST_YEAR).is_some_and(|(_, len)| t + len == open);
    let span = || {
        let years = matches!(read.str(open - 1), "years" | "months" | "seasons" | "quarters");
        years && (open.saturating_sub(SPAN)..open).any(|t| matches!(read.str(t), "previous" | "preceding" | "last" | "past"))
    };
    read.is_mark(context.after(i).start, ')') && ((open.saturating_sub(LABEL).max(before.start)..open).any(behind) || span())
}

/// Tokens of a span of time in front of its bracket ("the previous ten years").
const SPAN: usize = 4;

/// "410 more than the previous intake of 3,460", "an extra 410 over the former level of 3,460".
fn is_former(context: &Context, i: usize) -> bool {
    let read = context.read;
    let near = context.near(i);
    let Some(of) = context.lead(i).filter(|t| *t > near.start && read.str(*t) == "of") else { return false };
    let former = |t: &usize| matches!(read.str(*t), "previous" | "preceding" | "former" | "prior");
    let at = (of.saturating_sub(SPAN).max(near.start)..of).rev().find(former);
    let over = |t: usize| read.phrase_is(t, Class::THAN | Class::OVER | Class::FROM) || matches!(read.str(t), "on" | "to");
    at.is_some_and(|at| (at.saturating_sub(2).max(near.start)..at).any(over))
}

/// "71 million (60 million in 2019)", "(3.9 million the previous year)": a bracket with a figure and its own year behind it.
pub(super) fn is_dated_bracket(context: &Context, i: usize) -> bool {
    let read = context.read;
    if !context.before(i).next_back().is_some_and(|t| read.is_mark(t, '(')) {
        return false;
    }
    let after = context.after(i);
    // "6,890 (6,642 in the year before, an increase of 248)"
    let close = || (after.start..after.end.min(after.start + LABEL)).find(|t| read.is_mark(*t, ')') || read.is_mark(*t, ','));
    close().is_some_and(|close| {
        let year = (after.start..close).find(|t| read.word_is(*t, Class::YEAR) || read.phrase_is(*t, Class::LAST_YEAR));
        let leads = |t: usize| read.word_is(t, Class::PREPOSITION | Class::DETERMINER);
        year.is_some_and(|year| (after.start..year).all(leads) && year + read.phrase_len(year) >= close)
    })
}

/// Tokens of a year in a bracket in front of its colon ("2010/11", "the year before").
const LABEL: usize = 6;

/// ", after withdrawals of 300 million", ", excluding 3 million of fees": the clause says what is not in the figures before it.
fn sets_apart(context: &Context, i: usize) -> bool {
    let read = context.read;
    let start = context.near(i).start;
    let opens = start > context.before(i).start && start < context.before(i).end && read.is_mark(start - 1, ',');
    opens
        && (matches!(
            read.str(start),
            "after" | "before" | "despite" | "following" | "excluding" | "without" | "besides" | "except" | "unlike" | "beyond"
        ) || matches!((read.str(start), read.str(start + 1)), ("not", "including" | "counting") | ("apart", "from") | ("net", "of")))
}

/// "compared with revenue of 21 million", "above the budget of 27.5 million", "more than the 250 million pledged".
fn compared(context: &Context, i: usize) -> bool {
    let read = context.read;
    let cues = Class::THAN | Class::COMPARED | Class::GAP | Class::OVER | Class::UNDER | Class::BEYOND_PLAN;
    if !context.is_led_by(i, cues) {
        return false;
    }
    let near = context.near(i);
    let near = near.end.saturating_sub(REACH).max(near.start)..near.end;
    let Some(t) = read.find_last(near.clone(), cues) else { return false };
    // "Under the Credit Plan 9.9 billion was lent": by what programme.
    if read.str(t) == "Under" && t == context.sentence(i).start {
        return false;
    }
    let behind = t + read.phrase_len(t);
    // "paid under the old scheme and 4 million ...": the comparison has ended. "A budget of 11 million, against which 9 million was spent".
    if read.find_word(t..near.end, Class::AND).is_some() || read.str(behind) == "which" {
        return false;
    }
    // "more than the", "compared with", "against"; not "over last year", which compares by itself.
    let open = matches!(read.str(behind - 1), "than" | "the" | "with" | "to" | "of" | "against" | "versus");
    // "lower than the 32,850 tons of 2019": a phrase for gaps takes in the article.
    let than = || behind > 1 && read.word_is(behind - 2, Class::THAN);
    if open && (read.phrase_is(t, Class::THAN | Class::COMPARED) || than()) && !read.phrase_is(t, Class::OVER | Class::UNDER) {
        return true;
    }
    // "7% above last year's 9.2 million"
    let owned = near.end > behind + 1 && read.str(near.end - 1) == "s" && matches!(read.str(near.end - 2), "'" | "’");
    if owned && read.phrase_is(behind, Class::LAST_YEAR) {
        return true;
    }
    let definite =
        behind < near.end && (behind..near.end).all(|d| read.word_is(d, Class::DETERMINER) && !matches!(read.str(d), "a" | "some"));
    // "3% above the 24 million of 2021": the phrase takes in the article.
    let taken_in = behind == near.end && behind > t + 1 && read.str(behind - 1) == "the";
    definite || taken_in || (t..near.end).any(|d| names_yardstick(context, d))
}

/// A word for what a result is measured against.
pub(super) fn names_yardstick(context: &Context, t: usize) -> bool {
    context.read.word_is(t, Class::SCHEDULE)
        || matches!(
            context.read.str(t),
            "budget"
                | "capacity"
                | "forecast"
                | "estimate"
                | "ceiling"
                | "limit"
                | "cap"
                | "benchmark"
                | "threshold"
                | "average"
                | "norm"
                | "record"
                | "peak"
                | "allocation"
                | "projection"
                | "baseline"
                | "minimum"
                | "maximum"
                | "requirement"
        )
}

/// "Twenty-nine countries accounted for 96% of the cases", "eight districts recorded decreases of more than 25%", "nine counties where the
/// population grew by 10%": figure `at` counts who has the share or step that figure `i` tells, which is not of their number.
pub(super) fn counts_bearers(context: &Context, mentions: &[Mention], at: usize, i: usize) -> bool {
    let read = context.read;
    let (Some(bearers), Some(this)) = (mentions.get(at), mentions.get(i)) else { return false };
    let place = bearers.noun.is_some_and(|n| read.word_is(n.head, Class::PLACE));
    // "one of the top four causes - speed accounted for 66.7% of deaths".
    let few = bearers.in_words && this.kind == Kind::Share;
    let Some(head) = bearers.head.as_deref().filter(|head| bearers.unit.is_some_and(Unit::is_counted) && (place || is_bearer(head) || few))
    else {
        return false;
    };
    let between = bearers.after_noun..context.before(i).end.max(bearers.after_noun);
    if this.kind == Kind::Share {
        let says = read.find_last(between.clone(), Class::SHARE);
        let says = says.filter(|t| context.is_led_by(i, Class::SHARE) && is_finite_share(read.str(*t)));
        let of = context.after(i).start;
        let own = || (of..of + WHOLE).take_while(|t| read.is_word(*t)).any(|t| same_word(read.str(t), head));
        return says.is_some() && read.str(of) == "of" && !own();
    }
    let ends = |t: usize| read.word_is(t, Class::VERB | Class::AUXILIARY | Class::RISE | Class::CLAUSE_END) && !read.is_mark(t, ',');
    let verb = between.clone().find(|t| ends(*t));
    let has = |t: usize| {
        matches!(read.str(t), "recorded" | "reported" | "saw" | "had" | "have" | "showed" | "registered" | "experienced" | "posted")
    };
    let relative = matches!(read.str(between.start), "where" | "whose" | "with");
    relative || verb.is_some_and(|t| has(t) && !(between.start..t).any(|c| read.is_mark(c, ',')))
}

/// Tokens behind "of" that name the whole of a share.
const WHOLE: usize = 8;

/// Words for those that have shares and steps, other than places.
fn is_bearer(head: &str) -> bool {
    matches!(
        head,
        "economy" | "company" | "firm" | "bank" | "sector" | "industry" | "group" | "branch" | "market" | "category" | "product" | "item"
    ) || matches!(head, "crop" | "donor" | "supplier" | "enterprise" | "partner" | "component" | "division" | "segment" | "producer")
}
