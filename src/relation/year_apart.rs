//! Years that a figure has by itself, whatever its sentence is dated with: a mean of several years, last year's value or a census in a bracket, a
//! plan's year behind an aside.

use super::Context;
use super::told_year::{Dates, Told};
use crate::analysis::{Kind, Unit};
use crate::quantity::{Mention, years_at};

/// Whether figure `i`, which token `joint` leads to, is a value of the year before or a mean of years that end with it.
pub(super) fn is_of_year_before(context: &Context, mentions: &[Mention], i: usize, joint: Option<usize>) -> bool {
    let planned = mentions.get(i).is_some_and(|m| m.kind == Kind::Target);
    joint.is_some_and(|open| is_last_years(context, mentions, i, open))
        || !planned && is_mean_of_years(context, i)
        || is_former_level(context, i)
        || is_of_year_at(context, i)
}

/// "reached 68 percent compared to the previous year at 11 percent": what the year before stood at.
fn is_of_year_at(context: &Context, i: usize) -> bool {
    let read = context.read;
    let Some(at) = context.lead(i).filter(|t| *t > 4 && read.str(*t) == "at" && read.str(*t - 1) == "year") else { return false };
    let article = usize::from(read.str(at - 3) == "the");
    matches!(read.str(at - 2), "previous" | "last" | "preceding" | "prior")
        && matches!(read.str(at - 3 - article), "to" | "with" | "against" | "than" | "versus")
}

/// Tokens in front of a mean in which the years are named that it is of.
const YEARS: usize = 9;

/// "below the five-year average of 249 hectares", "five times the average of the previous ten years (155 hectares)": whether figure `i` is a mean of
/// years that end with the one before; what is held against it is of this one.
pub(super) fn is_mean_of_years(context: &Context, i: usize) -> bool {
    let read = context.read;
    let Some(lead) = context.lead(i).filter(|t| *t > YEARS) else { return false };
    if read.str(lead) == "of" {
        let years = read.str(lead - 1) == "average" && matches!(read.str(lead - 2), "year") && read.is_mark(lead - 3, '-');
        return years && is_held_against(context, i, lead - 4);
    }
    let past = |t: usize| matches!(read.str(t), "previous" | "preceding" | "past" | "last" | "prior");
    let mut front = (lead - YEARS..lead).rev();
    let bracket = read.is_mark(lead, '(') && matches!(read.str(lead - 1), "years" | "seasons") && (past(lead - 2) || past(lead - 3));
    bracket && front.find(|t| matches!(read.str(*t), "average" | "mean")).is_some_and(|t| is_held_against(context, i, t))
}

/// "from the year-ago level of 22,842 tons", "over the previous year's record of 8,014": a level that is called that of the year before.
fn is_former_level(context: &Context, i: usize) -> bool {
    let read = context.read;
    let Some(of) = context.lead(i).filter(|t| *t > FORMER && read.str(*t) == "of" && context.before(i).contains(t)) else { return false };
    let level = |t: usize| {
        matches!(
            read.str(t),
            "level" | "record" | "output" | "figure" | "total" | "value" | "production" | "harvest" | "volume" | "count" | "peak"
        )
    };
    if !level(of - 1) {
        return false;
    }
    let year = |t: usize| matches!(read.str(t), "year" | "season");
    let ago = |t: usize| year(t) && matches!(read.str(t + 1), "-" | "‑") && read.str(t + 2) == "ago";
    let owned = |t: usize| {
        let last = t > 0 && matches!(read.str(t - 1), "previous" | "last" | "preceding" | "prior");
        year(t) && last && matches!(read.str(t + 1), "'" | "’") && read.str(t + 2) == "s"
    };
    (of - FORMER..of - 1).any(|t| ago(t) || owned(t))
}

/// Tokens of "year's same period record of".
const FORMER: usize = 7;

/// Whether a comparison leads to what is named at token `t`.
fn is_held_against(context: &Context, i: usize, t: usize) -> bool {
    let read = context.read;
    let front = t.saturating_sub(HELD)..t;
    let compares = |t: usize| matches!(read.str(t), "below" | "above" | "than" | "against" | "times" | "with" | "to" | "twice" | "half");
    context.is_reference(i) || front.into_iter().any(compares)
}

/// Tokens of "above its".
const HELD: usize = 3;

/// "290 million above the previous year (1.64 billion)": whether figure `i` is last year's value, in a bracket behind its name; a rate there is
/// that of the step. The bracket would stand at token `open`.
fn is_last_years(context: &Context, mentions: &[Mention], i: usize, open: usize) -> bool {
    let read = context.read;
    if !read.is_mark(open, '(') {
        return false;
    }
    let before = context.before(i);
    let level = mentions.get(i).is_some_and(|m| matches!(m.kind, Kind::Level | Kind::Average) && !m.unit.is_some_and(Unit::is_relative));
    let named = open >= before.start + 2 && {
        let year = matches!(read.str(open - 1), "year" | "season") || read.str(open - 1) == "before";
        let last = |t: usize| matches!(read.str(t), "previous" | "preceding" | "prior" | "last");
        // "the previous fiscal year", "the year before"
        year && (last(open - 2) || last(open.saturating_sub(3)) || read.str(open - 1) == "before" && read.str(open - 2) == "year")
    };
    level && named
}

/// "a population of 817,000 (Census 2011)", "(2011 census)", "41 ships (2014)": the year alone or of the census that a bracket right behind figure `i` names.
pub(super) fn census_year(context: &Context, i: usize) -> Option<i32> {
    let read = context.read;
    let open = context.after(i).start;
    if !read.is_mark(open, '(') {
        return None;
    }
    // "41 ships (2014) and 38 (2013)"
    if let Some(years) = years_at(read, open + 1).filter(|years| read.is_mark(years.after, ')')) {
        return years.dates();
    }
    if !read.is_mark(open + 3, ')') {
        return None;
    }
    let census = |t: usize| matches!(read.str(t), "census" | "Census" | "survey" | "Survey");
    let year = if census(open + 1) { open + 2 } else { open + 1 };
    (census(open + 1) || census(open + 2)).then(|| years_at(read, year)?.dates()).flatten()
}

/// "5 million, about a tenth of it, will be spent in 2021": the year of what is to come behind the aside that opens at figure `i`, among those told
/// `from` it on.
pub(super) fn dated_behind_aside(context: &Context, from: &[Told], i: usize) -> Option<i32> {
    let verb = verb_behind_aside(context, i)?;
    let told = from.iter().take_while(|told| told.at < verb + DATED).find(|told| told.at > verb && told.dates == Dates::Statement)?;
    (!(verb..told.at).any(|t| context.ends_clause(t))).then_some(told.year)
}

/// Tokens of "will be provided in the fiscal year 2021".
const DATED: usize = 9;

/// "5 million, about a tenth of it, will be spent": the verb of what is to come behind the aside that opens at figure `i`.
pub(super) fn verb_behind_aside(context: &Context, i: usize) -> Option<usize> {
    let read = context.read;
    let open = context.after(i).start;
    if !read.is_mark(open, ',') || context.near(i).len() > SUBJECT {
        return None;
    }
    let end = context.sentence(i).end.min(open + ASIDE);
    let close = (open + 1..end).find(|t| read.is_mark(*t, ',') || read.is_mark(*t, ';'))?;
    let verb = close + 1;
    (read.is_mark(close, ',') && matches!(read.str(verb), "will" | "shall") && read.str(verb + 1) == "be").then_some(verb)
}

/// Tokens in front of a figure that opens its clause.
const SUBJECT: usize = 2;

/// Tokens of an aside.
const ASIDE: usize = 12;
