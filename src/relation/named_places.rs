//! Lists that name the places of a count: "New cases came from three districts, namely Ald (47), Brenn (12) and Dorn (5)". The brackets count cases;
//! each district is one.

use super::Context;
use super::counted::{named, names_counted};
use super::lend::{Lent, is_location};
use super::places::is_capital;
use crate::analysis::Unit;
use crate::language::Class;
use crate::quantity::Mention;
use rust_decimal::Decimal;

/// Places that a list names, at most.
const MOST: usize = 60;

/// Tokens between the number of places and the first that is named.
const NAMELY: usize = 6;

/// Figures in a bracket.
const IN_BRACKET: usize = 4;

/// Tokens of a name with the joint in front of it.
const NAME: usize = 6;

/// The number of places, all of which a list names, that holds the bracketed figure `i`.
pub(super) fn all_named(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let mut first = open_behind_name(context, i)?;
    for _ in 0..MOST {
        let Some(before) = context.previous(first).filter(|before| goes_on(context, first, *before)) else { break };
        first = opening(context, before)?;
    }
    let places = context.previous(first)?;
    let m = mentions.get(places).filter(|m| m.unit == Some(Unit::Count) && m.per.is_none())?;
    let place =
        m.noun.is_some_and(|noun| context.read.word_is(noun.head, Class::PLACE | Class::WHOLE)) || is_location(context, mentions, places);
    let number = m.amount.one().filter(|_| place && context.gap(first).len() <= NAMELY)?;
    let (mut names, mut sum, mut last) = (1_usize, mentions.get(first)?.amount.one()?, first);
    while let Some(next) = context.next(last).filter(|_| names < MOST) {
        if let Some(open) = open_behind_name(context, next).filter(|open| *open == next && goes_on(context, next, last)) {
            names += 1;
            sum = sum.checked_add(mentions.get(open)?.amount.one()?)?;
        } else if context.read.is_mark(context.gap(next).start, ')') {
            break;
        }
        last = next;
    }
    (Decimal::from(names) == number && sum != number).then_some(places)
}

/// What the bracketed figure `i` counts in such a list: the same as the figure that opens the bracket of the place before, or what the sentence
/// names in front of the number of places.
pub(super) fn from_places(context: &Context, mentions: &[Mention], i: usize) -> Option<Lent> {
    let read = context.read;
    open_behind_name(context, i).filter(|open| *open == i && read.is_mark(context.after(i).start, ')'))?;
    let before = context.previous(i)?;
    if goes_on(context, i, before) {
        // "Ald (137 cases and 2 deaths), Brenn (33)"
        let head = opening(context, before)?;
        return mentions.get(head).filter(|m| m.unit.is_some_and(Unit::is_counted) && m.head.is_some()).and_then(Lent::of);
    }
    let places = all_named(context, mentions, i)?;
    let start = context.statement(places);
    if context.previous(places).is_some_and(|p| p >= context.in_sentence(i).start) {
        return None;
    }
    (start..context.lead(places)?).rev().find(|t| names_counted(context, *t)).map(|t| named(context, t))
}

/// The figure itself where its bracket opens right behind a name, with nothing but names in front of it.
fn open_behind_name(context: &Context, i: usize) -> Option<usize> {
    let open = context.lead(i).filter(|t| context.read.is_mark(*t, '('))?;
    let name = (context.sentence(i).start + 1..open).rev().take(NAME).take_while(|t| context.read.is_word(*t));
    name.into_iter().any(|t| is_capital(context, t)).then_some(i)
}

/// The figure that opens the bracket in which figure `i` stands.
fn opening(context: &Context, mut i: usize) -> Option<usize> {
    for _ in 0..IN_BRACKET {
        if let Some(open) = open_behind_name(context, i) {
            return Some(open);
        }
        i = context.previous(i).filter(|_| !context.gap(i).any(|t| context.read.is_mark(t, ')')))?;
    }
    None
}

/// Whether the bracket of the figure in front is closed and only a name leads to figure `i`.
fn goes_on(context: &Context, i: usize, before: usize) -> bool {
    let gap = context.gap(i);
    let read = context.read;
    gap.len() <= NAME + 2
        && (read.is_mark(gap.start, ')'))
        && opening(context, before).is_some()
        && !read.classes(gap).intersects(Class::VERB | Class::AUXILIARY)
}
