//! What a rate of so many is the rate of: "5,940 homes (8.2 per 10,000 people)", "453,700 families, about 41 per thousand inhabitants", "the notification
//! rate to 146 per 100,000".
//!
//! The count that is told with it, whatever it is divided by: the population is seldom printed.

use super::Context;
use super::base::is_location_of;
use super::beside::is_beside;
use super::taken_up::subject_before;
use crate::analysis::Unit;
use crate::language::Class;
use crate::quantity::Mention;

/// Whether a figure is told of every so many: "per 1,000 births".
pub(super) fn is_incidence(m: &Mention) -> bool {
    m.per
        .as_deref()
        .is_some_and(|per| per.starts_with(|c: char| c.is_ascii_digit()) || per.starts_with("thousand") || per.starts_with("million"))
}

/// The count that a rate of so many says again, or that its sentence or the one before tells.
pub(super) fn counted_events(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    if let Some(member) = beside_sibling(context, mentions, i) {
        return Some(member);
    }
    let count = |j: &usize| is_count(context, mentions, *j);
    let nearest = || (context.in_sentence(i).start..i).rev().find(count);
    if context.restates(i) {
        return context.previous(i).filter(count).map(|p| first_of_pair(context, mentions, p, i));
    }
    if said_of_it(context, i) {
        return nearest();
    }
    let rate =
        context.is_led_by(i, Class::RATE) || context.near(i).any(|t| matches!(context.read.str(t), "incidence" | "prevalence" | "ratio"));
    if rate && context.previous(i).is_some() {
        return nearest();
    }
    let opens = context.in_sentence(i).start == i && is_unnamed_rate(context, i);
    subject_before(context, mentions, i).filter(|j| opens && count(j))
}

/// A plain count that nothing sets beside another.
fn is_count(context: &Context, mentions: &[Mention], j: usize) -> bool {
    let count = |m: &Mention| m.stands_alone() && m.per.is_none() && m.unit.is_some_and(Unit::is_counted);
    mentions.get(j).is_some_and(count) && !is_beside(context, j) && !is_location_of(context, mentions, j)
}

/// "453,700 families in the scheme, about 41 per thousand", "equivalent to 2.4 per 1,000".
fn said_of_it(context: &Context, i: usize) -> bool {
    let read = context.read;
    let gap = context.gap(i);
    let end = context.before_hedges(gap.clone());
    end > gap.start && read.is_mark(end - 1, ',') && gap.len() <= JOINT
        || context.near(i).any(|t| matches!(read.str(t), "equivalent" | "corresponds" | "corresponding"))
}

/// Tokens between a count and the rate that says it again.
const JOINT: usize = 8;

/// "88 and 71, or 4.6 and 2.9 per 10,000 respectively": the first of as many.
fn first_of_pair(context: &Context, mentions: &[Mention], last: usize, i: usize) -> usize {
    let pair = context.next(i).is_some_and(|next| context.continues_list(next) && mentions.get(next).is_some_and(is_incidence));
    let listed = context.continues_list(last).then(|| last.checked_sub(1)).flatten();
    listed.filter(|_| pair).unwrap_or(last)
}

/// The count behind that of the rate before in a list.
fn beside_sibling(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let before = i.checked_sub(1).filter(|_| context.continues_list(i)).and_then(|p| mentions.get(p)).filter(|m| is_incidence(m))?;
    let (base, _) = before.base?;
    Some(base + 1).filter(|next| *next + 1 < i && is_count(context, mentions, *next) && context.continues_list(*next))
}

/// "The rate, 1.9 per 1,000 households, was", "At 4.4 per 1,000 households the rate remains": the rate of what the sentence before tells.
fn is_unnamed_rate(context: &Context, i: usize) -> bool {
    let read = context.read;
    let front = context.before(i);
    let named = |t: usize| t > 0 && matches!(read.str(t), "rate" | "rates") && matches!(read.str(t - 1), "The" | "the" | "This" | "this");
    let rate = |mut range: std::ops::Range<usize>| range.any(named);
    front.len() <= NAME && (rate(front.clone()) || front.len() == 1 && read.str(front.start) == "At" && rate(context.behind(i)))
}

/// Tokens in front of an unnamed rate that opens its sentence.
const NAME: usize = 4;
