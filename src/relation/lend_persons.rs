//! Persons and households that words elsewhere tell: "Refugees, 131,000 in all, fell", "the goal had been 500", "the figure fell to 92,000",
//! "the remaining 3,720", "saw the caseload fall from 1,180 in 2019 to 1,150 families".

use super::Context;
use super::lend::{Lent, named};
use super::lend_total::names_persons;
use super::rate::of_one_size;
use super::remainder::is_rest;
use crate::analysis::Unit;
use crate::language::Class;
use crate::quantity::Mention;
use crate::text::lowered;

/// Figures back to the one that counts the same persons.
const BEFORE: usize = 8;

/// Tokens between the subject and its figure.
const NEAR: usize = 6;

/// The persons or households that bare figure `i` counts, where neither a noun nor a figure beside it tells.
pub(super) fn from_elsewhere(context: &Context, mentions: &[Mention], i: usize) -> Option<Lent> {
    from_apposition(context, i)
        .or_else(|| behind_apposition(context, mentions, i))
        .or_else(|| from_aged(context, mentions, i))
        .or_else(|| from_earlier_year(context, mentions, i))
        .or_else(|| from_same_count(context, mentions, i))
}

fn counts_persons(m: &Mention) -> bool {
    m.unit.is_some_and(|unit| matches!(unit, Unit::People | Unit::Households)) && m.per.is_none()
}

/// "The remaining 3,720", "the remainder, 674,830, in towns": the persons of the part in front of it.
pub(super) fn from_rest(context: &Context, mentions: &[Mention], i: usize) -> Option<Lent> {
    let read = context.read;
    let lead = context.lead(i)?;
    let rest = if read.is_mark(lead, ',') { lead.checked_sub(1)? } else { lead };
    mentions.get(i).filter(|m| m.noun.is_none() && m.per.is_none() && is_rest(read.str(rest)))?;
    let parts = (context.in_sentence(i).start..i).rev().filter_map(|j| mentions.get(j));
    let part = parts.filter(|m| !m.unit.is_some_and(Unit::is_relative)).find(|m| m.of.is_none() && !m.in_words)?;
    Some(part).filter(|m| counts_persons(m)).and_then(Lent::of)
}

/// "from 1,180 in 2019 to 1,150 families": the noun stands with the later value.
pub(super) fn from_later_noun(context: &Context, mentions: &[Mention], i: usize) -> Option<Lent> {
    let read = context.read;
    let next = context.next(i).filter(|_| context.leads_from(i))?;
    let later = mentions.get(next).filter(|m| m.noun.is_some() && counts_persons(m))?;
    let this = mentions.get(i).filter(|m| m.noun.is_none() && of_one_size(m, later))?;
    let gap = context.gap(next);
    let to = context.lead(next).is_some_and(|t| read.word_is(t, Class::TO) && gap.contains(&t));
    let plain = gap.len() <= NEAR && !read.classes(gap).intersects(Class::VERB | Class::AUXILIARY | Class::CLAUSE_END);
    (to && plain && this.scaled == later.scaled).then(|| Lent::of(later)).flatten()
}

/// "Refugees, 131,000 in all, fell", "The registered population, 137,300, was": a subject, and its number between commas.
fn from_apposition(context: &Context, i: usize) -> Option<Lent> {
    let noun = apposed(context, i)?;
    Some(named(context, noun))
}

/// The noun that the number between commas at figure `i` counts.
fn apposed(context: &Context, i: usize) -> Option<usize> {
    let read = context.read;
    let lead = context.lead(i)?;
    let comma = if read.str(lead) == "at" { lead.checked_sub(1)? } else { lead };
    if !read.is_mark(comma, ',') || !closes_apposition(context, i) {
        return None;
    }
    let subject = context.tail(context.before(i).start.max(comma.saturating_sub(NEAR))..comma);
    let noun = subject.clone().next_back()?;
    let plain = !read.classes(subject.clone()).intersects(Class::PREPOSITION | Class::VERB | Class::AUXILIARY);
    (plain && names_persons(context, noun)).then_some(noun)
}

/// Whether a comma stands behind figure `i`, or "in all,".
fn closes_apposition(context: &Context, i: usize) -> bool {
    let read = context.read;
    let behind = context.after(i).start;
    let whole = matches!((read.str(behind), read.str(behind + 1)), ("in", "all" | "total") | ("all", "told"));
    read.is_mark(if whole { behind + 2 } else { behind }, ',')
}

/// "Refugees, 131,000 in all, fell below 140,000", "arrivals, at 59,870, were down by 15,200": what happened to the subject behind its number.
fn behind_apposition(context: &Context, mentions: &[Mention], i: usize) -> Option<Lent> {
    let read = context.read;
    let previous = context.previous(i)?;
    let near = context.near(i);
    let moved = near.len() <= NEAR && near.start > 0 && read.is_mark(near.start - 1, ',') && read.classes(near).intersects(Class::RISE);
    let subject = mentions.get(previous).filter(|m| moved && counts_persons(m) && m.noun.is_none())?;
    apposed(context, previous).and_then(|_| Lent::of(subject))
}

/// "Persons aged 65 and over number 551,000", "the population aged 6 to 14 was 1,200": the persons in front of their age.
fn from_aged(context: &Context, mentions: &[Mention], i: usize) -> Option<Lent> {
    let read = context.read;
    let age = context.previous(i)?;
    let years = mentions.get(age).filter(|m| m.unit == Some(Unit::Year))?;
    let aged = years.first.checked_sub(1).filter(|t| lowered(read.str(*t), |word| matches!(word, "aged" | "age" | "ages")))?;
    let persons = aged.checked_sub(1).filter(|t| *t >= context.sentence(i).start && names_persons(context, *t))?;
    let gap = context.gap(i);
    let behind = if matches!(read.str(gap.start), "and" | "or") { gap.start + 2 } else { gap.start };
    let states = |t: usize| {
        read.word_is(t, Class::VERB | Class::AUXILIARY | Class::TO | Class::RISE | Class::ABOUT | Class::OVER | Class::UNDER)
            || matches!(read.str(t), "number" | "numbered" | "at" | "by" | "from")
    };
    (gap.len() <= NEAR && behind < gap.end && (behind..gap.end).all(states)).then(|| named(context, persons))
}

/// "smaller than at the close of 2014 (142,100)", "(2016: 1.24 million)": the persons of another year, in a bracket.
fn from_earlier_year(context: &Context, mentions: &[Mention], i: usize) -> Option<Lent> {
    let read = context.read;
    let this = mentions.get(i).filter(|m| m.noun.is_none())?;
    let open = context.lead(i)?;
    let behind_year = read.is_mark(open, '(') && open > 0 && read.word_is(open - 1, Class::YEAR);
    if !(behind_year || super::rate::of_other_year(context, i)) || !read.is_mark(context.after(i).start, ')') {
        return None;
    }
    let counts = (context.in_sentence(i).start..i).rev().filter_map(|j| mentions.get(j));
    let before = counts.filter(|m| !m.unit.is_some_and(Unit::is_relative)).find(|m| of_one_size(m, this))?;
    Some(before).filter(|m| counts_persons(m)).and_then(Lent::of)
}

/// "The goal had been 500,000", "the figure had fallen to 92,000", "The fund served 839,512": what was planned, counted again or done for those
/// whom the figures before count.
fn from_same_count(context: &Context, mentions: &[Mention], i: usize) -> Option<Lent> {
    let this = mentions.get(i).filter(|m| m.noun.is_none() && !m.in_words)?;
    if !(names_plan(context, i) || names_count_again(context, i) || serves(context, i)) {
        return None;
    }
    let before = (i.saturating_sub(BEFORE)..i).rev().filter_map(|j| mentions.get(j));
    let counted = |m: &&Mention| m.unit.is_some_and(Unit::is_counted) && of_one_size(m, this);
    let near = |m: &&Mention| this.sentence <= m.sentence + 2;
    before.take_while(near).find(counted).filter(|m| counts_persons(m)).and_then(Lent::of)
}

/// "The goal had been 500,000", "Partners had planned for 8,000".
fn names_plan(context: &Context, i: usize) -> bool {
    let read = context.read;
    let near = context.near(i);
    let plan = |word: &str| matches!(word, "goal" | "target" | "quota" | "planned" | "plan" | "aim" | "aimed");
    let ends = !read.is_word(context.after(i).start) || read.word_is(context.after(i).start, Class::PREPOSITION | Class::AND);
    ends && near.len() <= NEAR && near.clone().any(|t| lowered(read.str(t), plan))
}

/// "By the end of the year the figure had fallen to 92,000", "the number stood at 412".
fn names_count_again(context: &Context, i: usize) -> bool {
    let read = context.read;
    let near = context.near(i);
    let says = |t: usize| read.word_is(t, Class::AUXILIARY | Class::RISE | Class::VERB);
    let count = near.clone().find(|t| matches!(read.str(*t), "figure" | "number" | "total") && says(*t + 1));
    let moved = count.is_some_and(|t| t > 0 && read.word_is(t - 1, Class::DETERMINER) && near.end <= t + NEAR);
    moved && context.lead(i).is_some_and(|t| read.word_is(t, Class::TO | Class::AUXILIARY) || read.str(t) == "at")
}

/// "The fund served 839,512, or 67.7% of those registered": a verb of what is done for persons, and no noun behind.
fn serves(context: &Context, i: usize) -> bool {
    let read = context.read;
    let verb = context.lead(i).filter(|t| *t > context.sentence(i).start);
    let served = verb.is_some_and(|t| matches!(read.str(t), "served" | "benefited" | "benefitted" | "reached" | "supported" | "helped"));
    served && !read.is_word(context.after(i).start)
}
