//! The denominators of the figures that have none beside them, before anything is told by them.

use super::Context;
use super::each::{denominator_apart, floating_each, says_each};
use super::mean_time::{counts_stock, time_of};
use super::rate_front::rate_in_front;
use super::rate_opening::{rate_of_opening, rate_of_statement};
use crate::analysis::Unit;
use crate::language::Class;
use crate::quantity::{Mention, both, is_time, printed, rate_of_clause};

/// Tells what each figure is per, where the words around it do.
pub(super) fn tell_denominators(context: &Context, mentions: &mut [Mention]) {
    let mut each = false;
    for i in 0..mentions.len() {
        if context.previous(i).is_none() {
            each = says_each(context, i);
        }
        let Some(unit) = mentions.get(i).and_then(|m| m.unit) else { continue };
        if let Some(thing) = thing_in_front(context, mentions, i) {
            if let Some(m) = mentions.get_mut(i) {
                m.per = Some(thing);
            }
        } else if mentions.get(i).is_some_and(|m| m.per.is_none()) {
            let apart = || if unit.is_relative() { None } else { denominator_apart(context, mentions, i, each) };
            let once = || if each { rate_of_statement(context, mentions, i) } else { None };
            let per = rate_in_front(context, mentions, i).filter(|per| !is_itself(context, mentions, i, per));
            let per = per.or_else(apart).or_else(once).map(|per| with_time(context, i, per));
            if let Some(m) = mentions.get_mut(i) {
                m.per = per;
            }
        }
    }
}

/// "In every 100 households, 61 have a phone": the hundred is per nothing.
fn is_itself(context: &Context, mentions: &[Mention], i: usize, per: &str) -> bool {
    let figure = mentions.get(i).map(|m| printed(context.read, m.first..m.last));
    per.starts_with(|c: char| c.is_ascii_digit()) && figure.is_some_and(|figure| per.starts_with(&*figure))
}

/// "Daily water use per person was 112 litres": the time that an adjective of the subject tells.
fn with_time(context: &Context, i: usize, per: String) -> String {
    let read = context.read;
    let near = context.near(i);
    if is_time(&per)
        || per.contains(" per ")
        || per.starts_with(|c: char| c.is_ascii_digit())
        || !context.is_led_by(i, Class::PER | Class::PER_CAPITA)
    {
        return per;
    }
    let verb = read.find_word(near.clone(), Class::AUXILIARY | Class::RISE | Class::VERB).unwrap_or(near.end);
    let time = (near.start..verb).find_map(|t| Some((t, time_of(read.str(t))?)));
    let time = time.filter(|(t, _)| !counts_stock(context, t + 1..verb) && !(near.start..verb).any(|t| context.is_figure(t)));
    time.map_or(per.clone(), |(_, time)| both(&per, time))
}

/// "per capita use was 547 litres a day", "per household project funds of 2000 yuan every year": the thing in front of the time.
fn thing_in_front(context: &Context, mentions: &[Mention], i: usize) -> Option<String> {
    let time = mentions.get(i)?.per.as_deref().filter(|per| is_time(per) || matches!(*per, "shift" | "hour"))?;
    // Not the denominator of the figure in front: "for 25 days per household at 100 a day".
    let near = context.near(i).start.max(context.gap(i).start)..context.near(i).end;
    let told = rate_of_clause(context.read, near.start, near.end).filter(|per| !is_time(per));
    // "Each member works 40 hours a week": a time in a time needs no more.
    let hours = mentions.get(i)?.unit.is_some_and(Unit::is_time);
    let told = told.filter(|_| !hours).map(|thing| both(&thing, time)).or_else(|| each_beside_time(context, mentions, i));
    let opened = || rate_of_opening(context, mentions, i).filter(|per| !is_time(per)).map(|thing| both(&thing, time));
    told.or_else(|| told_for_other_time(context, mentions, i)).or_else(|| if context.is_said(i, Class::PER) { opened() } else { None })
}

/// "41 dollars per prisoner per day, of which 2 on food, or 15,000 a year": the same for another time.
fn told_for_other_time(context: &Context, mentions: &[Mention], i: usize) -> Option<String> {
    let read = context.read;
    let this = mentions.get(i)?;
    let or = context.before_hedges(context.before(i)).checked_sub(1).filter(|t| read.str(*t) == "or" && context.gap(i).contains(t))?;
    let earlier = (context.in_sentence(i).start..i).rev().filter_map(|j| mentions.get(j)).filter(|m| m.unit == this.unit);
    let per = earlier.take(BEFORE).find_map(|m| m.per.as_deref())?;
    let thing = per.split_once(" per ").map_or(per, |(thing, _)| thing);
    if is_time(thing) || thing.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let time = this.per.as_deref().filter(|time| *time != "year");
    (or == context.gap(i).start || read.is_mark(or - 1, ',')).then(|| time.map_or(thing.to_owned(), |time| format!("{thing} per {time}")))
}

/// Figures in front among which a rate may stand that is told for another time.
const BEFORE: usize = 3;

/// "12 a month each", "600 pensioners, each receiving 90 a month", "40 farms, each of which will get 300 a year": those who have it each time.
fn each_beside_time(context: &Context, mentions: &[Mention], i: usize) -> Option<String> {
    let read = context.read;
    let front = context.near(i).find(|t| read.str(*t) == "each");
    if let Some(front) = front.filter(|t| read.str(t + 1) == "of" && matches!(read.str(t + 2), "which" | "whom")) {
        let counted = |m: &&Mention| m.first < front && m.unit.is_some_and(Unit::is_counted) && m.per.is_none();
        return context.previous(i).and_then(|p| mentions.get(p)).filter(counted)?.head.as_deref().map(standard);
    }
    let receiving = front.is_some_and(|t| read.word_is(t + 1, Class::VERB));
    let told = receiving || read.str(context.after(i).start) == "each";
    if told { floating_each(context, mentions, i).map(|head| standard(&head)) } else { None }
}

/// "There were 23 nurses for 26,450 families, each of whom looked after 1,150 of them", "12 lorries, each of which carries 18 tonnes": those who
/// do it, of several counted in front the ones that the sentence begins with.
pub(super) fn each_of_whom(context: &Context, mentions: &[Mention], i: usize) -> Option<String> {
    let read = context.read;
    let each = context.near(i).start;
    let of = read.str(each) == "each" && read.str(each + 1) == "of";
    mentions.get(i).filter(|m| of && m.unit.is_some_and(|u| !u.is_relative()))?;
    let relative = match read.str(each + 2) {
        "whom" => true,
        "which" => false,
        _ => return None,
    };
    let own = mentions.get(i).and_then(|m| m.head.as_deref());
    let bears = |m: &&Mention| {
        let persons = matches!(m.unit, Some(Unit::People | Unit::Households));
        m.first < each
            && m.head.is_some()
            && m.head.as_deref() != own
            && m.per.is_none()
            && if relative { persons } else { m.unit.is_some_and(Unit::is_counted) }
    };
    let before = mentions.get(context.in_sentence(i).start..i)?;
    let head = if relative { before.iter().find(bears) } else { before.iter().rev().find(bears) };
    head.and_then(|m| m.head.as_deref()).map(standard)
}

/// One name for the denominators that mean the same.
pub(super) fn standard(head: &str) -> String {
    if head == "family" { "household" } else { head }.to_owned()
}
