//! Persons and households that words elsewhere tell: "Refugees, 131,000 in all, fell", "the goal had been 500", "the figure fell to 92,000",
//! "the remaining 3,720", "saw the caseload fall from 1,180 in 2019 to 1,150 families".

use super::Context;
use super::counted::named;
use super::lend::{Lent, in_bracket};
use super::lend_total::names_persons;
use super::persons::of_persons;
use super::rate::of_one_size;
use super::remainder::is_rest;
use crate::analysis::Unit;
use crate::language::Class;
use crate::quantity::{Mention, UnitSource, is_arrival};
use crate::text::lowered;

/// Figures back to the one that counts the same persons.
const BEFORE: usize = 8;

/// Tokens between the subject and its figure.
const NEAR: usize = 6;

/// The persons or households that bare figure `i` counts, where neither a noun nor a figure beside it tells.
pub(super) fn from_elsewhere(context: &Context, mentions: &[Mention], i: usize) -> Option<Lent> {
    from_dated_number(context, i)
        .or_else(|| from_apposition(context, i))
        .or_else(|| behind_apposition(context, mentions, i))
        .or_else(|| from_aged(context, mentions, i))
        .or_else(|| from_earlier_year(context, mentions, i))
        .or_else(|| from_same_count(context, mentions, i))
        .or_else(|| from_persons_of_share(context, mentions, i))
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

/// "the number of houses in 1911, 60,930": what is counted, with its year and a comma in front of the figure.
fn from_dated_number(context: &Context, i: usize) -> Option<Lent> {
    let read = context.read;
    let comma = context.lead(i).filter(|t| *t > NEAR && read.is_mark(*t, ',') && read.word_is(*t - 1, Class::YEAR))?;
    let front = (comma - NEAR).max(context.before(i).start)..comma - 1;
    let number = front.clone().find(|t| lowered(read.str(*t), |word| word == "number") && read.str(*t + 1) == "of")?;
    let noun = (number + 2..front.end).find(|t| super::counted::names_counted(context, *t))?;
    Some(named(context, noun))
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
    // "The registered population": a participle in front of its noun.
    let front = if noun > subject.start && read.str(noun - 1).ends_with("ed") { noun - 1 } else { noun };
    let plain = !read.classes(subject.start..front).intersects(Class::PREPOSITION | Class::VERB | Class::AUXILIARY);
    (plain && (names_persons(context, noun) || is_arrival(read, noun))).then_some(noun)
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
    let again = names_count_again(context, i);
    if !(again || names_plan(context, i) || serves(context, i)) {
        return None;
    }
    // "214,300 people (38,900 households) received food, 91% of the planned 235,000": not what only says it again.
    let aside = |j: usize| context.in_sentence(i).contains(&j) && in_bracket(context, mentions, j, i);
    let before = (i.saturating_sub(BEFORE)..i).rev().filter(|j| !aside(*j)).filter_map(|j| mentions.get(j));
    // A number that is told again may have fallen far.
    let counted =
        |m: &&Mention| m.unit.is_some_and(Unit::is_counted) && m.noun.is_some() && (again && counts_persons(m) || of_one_size(m, this));
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

/// "places were found for 5,975, about 28 per cent of those who applied": the share beside says that persons are counted.
fn from_persons_of_share(context: &Context, mentions: &[Mention], i: usize) -> Option<Lent> {
    let read = context.read;
    let share = context.next(i).filter(|next| context.gap(*next).len() <= 3 && read.is_mark(context.after(i).start, ','))?;
    mentions.get(share).filter(|m| m.unit == Some(Unit::Percent))?;
    let behind = context.end(share);
    let persons = read.str(behind) == "of" && matches!(read.str(behind + 1), "those" | "all") && read.str(behind + 2) == "who";
    persons.then(of_persons)
}

/// "1,240 per 1,000 households had a well": what is out of so many households with a verb behind is so many of them.
pub(super) fn of_denominator(context: &Context, mentions: &[Mention], i: usize) -> Option<Lent> {
    let read = context.read;
    let this = mentions
        .get(i)
        .filter(|m| m.noun.is_none() && m.per.as_deref().is_some_and(|per| per.starts_with(|c: char| c.is_ascii_digit())))?;
    let noun = this.after_noun.checked_sub(1).filter(|t| *t > this.last && read.word_is(*t, Class::PEOPLE | Class::HOUSEHOLDS))?;
    let told = read.word_is(this.after_noun, Class::VERB | Class::AUXILIARY) && context.lead(i).is_none_or(|t| context.ends_clause(t));
    told.then(|| named(context, noun))
}

/// "Of 1,000 children who enter grade 1, 612 reach grade 6 and 188 repeat": behind the number stands what they do, and the sentence begins with
/// those who do it.
fn whole_that_opens(context: &Context, mentions: &[Mention], i: usize) -> Option<Lent> {
    let read = context.read;
    let first = context.in_sentence(i).start;
    let opens = read.str(context.sentence(i).start) == "Of" && context.unhedged(first) == context.sentence(i).start + 1;
    let whole = mentions.get(first).filter(|m| opens && first < i && counts_persons(m) && m.noun.is_some())?;
    let lead = context.before(i).next_back().filter(|t| read.is_mark(*t, ',') || read.word_is(*t, Class::AND))?;
    let this = mentions.get(i).filter(|m| !m.in_words && m.amount.bounds() < whole.amount.bounds() && lead < m.first)?;
    // "612 primary" has its noun in front.
    let goes_on = read.is_word(this.last + 1) && !read.word_is(this.last + 1, Class::AND);
    if goes_on { Lent::of(whole) } else { None }
}

/// "214 young people: 131 out of school and 83 in school", "families divide into 512 rural and 98 urban": figures with nothing but an adjective
/// behind, in a list of those in front of it.
pub(super) fn tell_divided(context: &Context, mentions: &mut [Mention], i: usize) {
    let read = context.read;
    let adjective = |m: &Mention| m.unit == Some(Unit::Count) && m.head.is_none() && m.noun.is_some() && m.per.is_none();
    if !mentions.get(i).is_some_and(adjective) {
        return;
    }
    if let Some(whole) = whole_that_opens(context, mentions, i) {
        if let Some(m) = mentions.get_mut(i) {
            (m.unit, m.noun, m.head, m.unit_source) = (Some(whole.unit), None, whole.head, UnitSource::Lent);
        }
        return;
    }
    let previous = context.previous(i).and_then(|p| mentions.get(p));
    let listed = context.continues_list(i) && previous.is_some_and(|m| m.noun.is_some() && m.unit_source == UnitSource::Lent);
    let lent = if listed {
        previous.filter(|m| counts_persons(m)).and_then(Lent::of)
    } else if context.opened_by(i, Class::ALL_PARTS) {
        let clause = context.clause_before(i);
        clause.rev().find(|t| names_persons(context, *t)).map(|t| named(context, t))
    } else if context.lead(i).is_some_and(|t| read.is_mark(t, ':')) {
        let figures = (context.in_sentence(i).start..i).rev().filter_map(|j| mentions.get(j));
        figures.take(2).find(|m| m.unit != Some(Unit::Year)).filter(|m| counts_persons(m) && m.noun.is_some()).and_then(Lent::of)
    } else {
        None
    };
    if let Some((lent, m)) = lent.zip(mentions.get_mut(i)) {
        (m.unit, m.head, m.unit_source) = (Some(lent.unit), lent.head, UnitSource::Lent);
    }
}
