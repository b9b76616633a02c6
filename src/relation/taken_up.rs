//! Figures of the sentence before, taken up by a pronoun or by what happened to them: "This represented an increase of 4 per cent from 451
//! million", "This gives a rate of 78 per cent", "The increase over the preceding year was 84,731".

use super::Context;
use super::base::is_location_of;
use super::beside::is_beside;
use super::change::{is_finite, names_change};
use super::gap::compared_by;
use super::most_of_it::of_the_total;
use super::named::same_word;
use crate::analysis::{Kind, Unit};
use crate::language::Class;
use crate::quantity::Mention;
use rust_decimal::Decimal;
use std::ops::Range;

/// How far back a level is looked for that a stated rate and former level lead to, in figures.
const REACH: usize = 10;
/// Tokens of the subject of a sentence that speaks of a rise.
const SUBJECT: usize = 5;

/// Links qualifying figures that open their sentence and have found nothing in it.
pub(super) fn link_taken_up(context: &Context, mentions: &mut [Mention]) {
    for i in 0..mentions.len() {
        let open = mentions.get(i).is_some_and(|m| m.base.is_none_or(|(_, rule)| rule == "growth_of_change") && is_qualifying(m));
        let base = if open { taken_up(context, mentions, i) } else { None };
        if let (Some(base), Some(m)) = (base, mentions.get_mut(i)) {
            m.base = Some((base, "taken_up"));
        }
    }
}

fn is_qualifying(m: &Mention) -> bool {
    matches!(m.kind, Kind::Growth | Kind::Change | Kind::Share | Kind::Gap)
}

fn taken_up(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let figures = context.in_sentence(i);
    if figures.start != i {
        // "an increase of 5 million, or 4 per cent": said again of the same.
        let first = mentions.get(figures.start).filter(|_| figures.start + 1 == i && context.restates(i))?;
        return first.base.filter(|(_, rule)| *rule == "taken_up").map(|(base, _)| base);
    }
    let start = context.sentence(i).start;
    let kind = mentions.get(i)?.kind;
    if let Some(money) = share_of_the_money(context, mentions, i) {
        return Some(money);
    }
    // "This is due to prices, while fees were 16 million higher": the clause behind the comma speaks of something else.
    let however = |t: usize| matches!((context.read.str(t - 1), context.read.str(t + 1)), ("however", _) | (_, "however"));
    if (start + 1..context.before(i).end).any(|t| context.ends_clause(t) && !however(t)) {
        return None;
    }
    let rises = || matches!(kind, Kind::Change | Kind::Growth) && speaks_of_rise(context, start) && is_told_before(context, i);
    if !(speaks_of_it(context, start) || rises() || is_compared_again(context, i)) {
        return None;
    }
    part_before(context, mentions, i).or_else(|| level_reached(context, mentions, i)).or_else(|| subject_before(context, mentions, i))
}

/// "... 535 patients, of whom 244 were discharged. This represents 46 per cent of the total": a share of all is that of the one part told last.
fn part_before(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let read = context.read;
    mentions.get(i).filter(|m| m.kind == Kind::Share && m.unit == Some(Unit::Percent))?;
    let after = context.after(i);
    let all = |t: usize| matches!(read.str(t), "total" | "them" | "all" | "these" | "whole") || read.word_is(t, Class::TOTAL_NOUN);
    let of_all = after.len() <= 1 || read.str(after.start) == "of" && (all(after.start + 1) || all(after.start + 2));
    let before = context.in_sentence(i.checked_sub(1).filter(|_| of_all)?);
    let near = context.follows_on(before.start, i);
    let mut parts = before.filter(|j| near && mentions.get(*j).is_some_and(|m| m.stands_alone() && m.of.is_some()));
    parts.next().filter(|_| parts.next().is_none())
}

/// "Half the money came from fees", "Two thirds of the sum went to schools": of the last money of the sentence before.
fn share_of_the_money(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let read = context.read;
    mentions.get(i).filter(|m| m.kind == Kind::Share)?;
    let behind = context.end(i);
    let the = behind + usize::from(read.str(behind) == "of");
    let named =
        matches!(read.str(the), "the" | "that" | "this") && matches!(read.str(the + 1), "money" | "sum" | "amount" | "funds" | "cash");
    let opens = context.before_hedges(context.before(i)) == context.sentence(i).start;
    // "The court heard 821 cases. 59 per cent of the total were settled": of the only figure there.
    let total = matches!(read.str(the), "the" | "that" | "this") && read.str(the + 1) == "total";
    // "Grazing accounted for 59 per cent of the total"
    let before = context.in_sentence(i.checked_sub(1).filter(|_| (named && opens) || total)?);
    if total {
        let only = |j: &usize| mentions.get(*j).is_some_and(|m| m.stands_alone() && m.per.is_none() && !m.unit.is_some_and(Unit::is_time));
        return Some(before.start).filter(|j| before.len() == 1 && only(j));
    }
    let money = |m: &Mention| m.unit.is_some_and(Unit::is_currency) && m.stands_alone() && m.per.is_none() && m.of.is_none();
    before.rev().find(|j| mentions.get(*j).is_some_and(money))
}

/// "12,500 burglaries were recorded. Of these, 25% took place at night": of all that the sentence before counts.
pub(super) fn of_these(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let read = context.read;
    let start = context.sentence(i).start;
    let of = start + usize::from(read.str(start) == "Out");
    let opens = matches!(read.str(of), "of" | "Of") && matches!(read.str(of + 1), "these" | "those" | "them" | "this");
    let of = opens && context.in_sentence(i).start == i && context.before(i).len() <= OPENING;
    if of || read.str(start) == "Of" && of_the_total(context, i) { subject_before(context, mentions, i) } else { None }
}

/// Tokens of "Out of this number, about".
const OPENING: usize = 7;

/// "The crop is, however, lower by 3 per cent from the first estimate": what the sentence before speaks of, by its name.
fn is_compared_again(context: &Context, i: usize) -> bool {
    let read = context.read;
    let start = context.sentence(i).start;
    let Some((at, _)) = compared_by(context, i).filter(|_| matches!(read.str(start), "The" | "Its" | "This" | "Their")) else {
        return false;
    };
    let Some(verb) = read.find_word(start + 1..at.min(start + SUBJECT), Class::AUXILIARY).filter(|verb| *verb > start + 1) else {
        return false;
    };
    let Some(before) = i.checked_sub(1).map(|before| context.sentence(before)) else { return false };
    before.into_iter().any(|t| same_word(read.str(t), read.str(verb - 1)))
}

/// "This represented", "It was", "This figure marks", "That is".
pub(super) fn speaks_of_it(context: &Context, start: usize) -> bool {
    let read = context.read;
    let noun = |t: usize| {
        matches!(
            read.str(t),
            "sum" | "amount" | "figure" | "total" | "number" | "level" | "result" | "value" | "spending" | "expenditure" | "performance"
        )
    };
    let verb = if noun(start + 1) { start + 2 } else { start + 1 };
    // "It rose by 4 per cent from 12,600".
    // "They were 8 percent above the plan": of what the plan was, perhaps.
    let says = read.word_is(verb, Class::AUXILIARY) && read.str(start) != "They"
        || read.word_is(verb, Class::RISE) && is_finite(read.str(verb))
        || matches!(
            read.str(verb),
            "represented"
                | "represents"
                | "marked"
                | "marks"
                | "constituted"
                | "constitutes"
                | "translated"
                | "translates"
                | "equates"
                | "equated"
                | "reflects"
                | "reflected"
                | "meant"
                | "means"
                | "amounted"
                | "amounts"
                | "accounted"
                | "accounts"
                | "corresponds"
                | "corresponded"
                | "equals"
                | "resulted"
                | "gives"
                | "gave"
                | "implies"
                | "implied"
                | "compares"
                | "yields"
                | "yielded"
        );
    matches!(read.str(start), "This" | "That" | "It" | "These" | "They" | "Such") && says
}

/// "The increase in immigration over the preceding year amounted to": the rise itself is the subject.
fn speaks_of_rise(context: &Context, start: usize) -> bool {
    let read = context.read;
    let Some(t) = (start + 1..start + SUBJECT).find(|t| names_change(context, *t)) else { return false };
    let plain = (start + 1..t).all(|w| read.is_word(w) && !read.word_is(w, Class::STOP));
    matches!(read.str(start), "The" | "This" | "Its" | "Their") && plain
}

/// "The increase in immigration", "The growth of exports": what rises by its name is what the sentence before speaks of.
fn is_told_before(context: &Context, i: usize) -> bool {
    let read = context.read;
    let start = context.sentence(i).start;
    let front = start + 1..context.before(i).end;
    let Some(of) = front.clone().find(|t| matches!(read.str(*t), "of" | "in")) else { return true };
    let verb = read.find_word(of..front.end, Class::VERB | Class::AUXILIARY).unwrap_or(front.end);
    let names = |t: &usize| read.is_word(*t) && !read.word_is(*t, Class::STOP | Class::YEAR | Class::MONTH) && read.str(*t).len() >= STEM;
    let mut subject = (of + 1..verb.min(of + SUBJECT)).filter(names).peekable();
    let Some(before) = i.checked_sub(1).map(|before| context.sentence(before)) else { return false };
    let stem = |t: usize| read.str(t).get(..STEM);
    let told = |t: usize| before.clone().any(|w| stem(w).zip(stem(t)).is_some_and(|(a, b)| a.eq_ignore_ascii_case(b)));
    subject.peek().is_none() || subject.any(told)
}

/// Letters that two words of one thing share ("immigration", "immigrants").
const STEM: usize = 5;

/// "This represented an increase of 4 per cent from 451.21 million": the level that the former one leads to.
fn level_reached(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let rate = mentions.get(i).filter(|m| m.kind == Kind::Growth && m.unit == Some(Unit::Percent))?;
    let former = context.next(i).filter(|n| is_beside(context, *n)).and_then(|n| mentions.get(n)).filter(|m| m.stands_alone())?;
    let (stated, from) = (rate.amount.one()?, former.amount.one()?);
    let fits = |m: &Mention| {
        let change = m.amount.one().and_then(|v| v.checked_sub(from)?.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(from));
        change.is_some_and(|c| (c.abs() - stated.abs()).abs() <= Decimal::ONE)
    };
    let like = |j: &usize| mentions.get(*j).is_some_and(|m| m.stands_alone() && m.unit == former.unit && m.per == former.per && fits(m));
    (i.saturating_sub(REACH)..i).rev().find(like)
}

/// What the sentence before speaks of: its first level that is no part, or the total of its parts.
pub(super) fn subject_before(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let this = mentions.get(i)?;
    let before = context.in_sentence(i.checked_sub(1)?);
    if !context.follows_on(before.start, i) {
        return None;
    }
    let like = |m: &Mention| match (m.unit, this.unit) {
        (Some(a), Some(b)) if !b.is_relative() => {
            a == b && (m.head == this.head || m.head.is_none() || this.head.is_none())
                || a.is_counted() && this.head.is_none() && b.is_counted()
        }
        (Some(a), _) => !a.is_time() && !a.is_relative(),
        _ => false,
    };
    let level = |j: &usize| {
        mentions.get(*j).is_some_and(|m| m.stands_alone() && m.kind != Kind::Target && like(m))
            && !is_beside(context, *j)
            && !is_location_of(context, mentions, *j)
    };
    let rate = |j: &usize| mentions.get(*j).is_some_and(|m| m.per.is_some());
    let levels = |range: Range<usize>| range.filter(level).filter(|j| !rate(j));
    let whole = levels(before.clone()).find(|j| mentions.get(*j).is_some_and(|m| m.of.is_none()));
    let total = || levels(before.clone()).find_map(|j| mentions.get(j)?.of).map(|(total, _)| total);
    // "The yield per hectare was 2.8 tons. This was 2 per cent higher": where nothing but rates is told.
    let only_rate = || before.clone().filter(level).find(rate).filter(|_| this.unit.is_some_and(Unit::is_relative));
    whole.or_else(total).or_else(only_rate)
}
