//! What a figure measures that has nothing beside it to tell: the words in front of its bracket, those of the figure before it that it goes
//! on from, the name in front of a comma, or the subject of its clause or sentence.

use super::Context;
use super::idle::{is_idle, names_thing, statement_start, tells_nothing};
use super::what::{noun_phrase, trim};
use crate::language::Class;
use std::ops::Range;

/// Whether figure `i` goes on from the one before it: "by 5% to 5 million", "5 million (5%".
pub(super) fn goes_on(context: &Context, i: usize) -> bool {
    let gap = context.gap(i);
    let joint = gap.clone().any(|t| context.read.word_is(t, Class::TO | Class::FROM) || context.read.is_mark(t, '('));
    context.previous(i).is_some() && joint && is_idle(context, gap)
}

/// What is told in front of figure `i`; `subjects` are those of the figures before it.
pub(super) fn told_in_front(context: &Context, subjects: &[Range<usize>], i: usize) -> Option<Range<usize>> {
    let named = |range: &Range<usize>| names_thing(context, range.clone());
    let clause = context.clause_before(i);
    let before = || context.previous(i).filter(|_| is_idle(context, context.gap(i))).and_then(|before| subjects.get(before)).cloned();
    let subject = || noun_phrase(context, statement_start(context, clause.clone())..clause.end);
    Some(in_front_of_bracket(context, i))
        .filter(named)
        .or_else(|| before().filter(named))
        .or_else(|| Some(in_front_of_comma(context, i)).filter(named))
        .or_else(|| Some(subject()).filter(named))
        .or_else(|| Some(subject_of_sentence(context, i)).filter(named))
}

/// "the Climate Investment Funds (1.08 billion)": the noun phrase in front of the bracket that opens right before figure `i`.
fn in_front_of_bracket(context: &Context, i: usize) -> Range<usize> {
    let read = context.read;
    let before = context.before(i);
    let last = before.clone().rev().find(|t| !tells_nothing(context, *t) || read.is_mark(*t, '('));
    last.filter(|t| read.is_mark(*t, '(')).map_or(0..0, |open| phrase_up_to(context, before.start, open))
}

/// "London, at 22,516 pounds", "the North West, from 91.2 to 87.8", "the ratio, which increased by": the noun phrase in front of the comma
/// that the clause of figure `i` begins behind.
fn in_front_of_comma(context: &Context, i: usize) -> Range<usize> {
    let read = context.read;
    let start = context.clause_before(i).start;
    let joins = matches!(read.str(start), "at" | "from" | "with" | "which" | "who");
    let comma = start.checked_sub(1).filter(|t| joins && read.is_mark(*t, ','));
    let from = context.before(i).start.max(context.sentence(i).start);
    comma.filter(|comma| *comma > from).map_or(0..0, |comma| phrase_up_to(context, from, comma))
}

/// The noun phrase that ends at a token, from `from` on.
fn phrase_up_to(context: &Context, from: usize, end: usize) -> Range<usize> {
    let read = context.read;
    let breaks = |t: &usize| {
        let past = read.str(*t).ends_with("ed") && !read.word_is(*t, Class::NOUN);
        let joint = Class::VERB | Class::AUXILIARY | Class::AND | Class::RISE;
        context.ends_clause(*t) || context.is_figure(*t) || past || read.word_is(*t, joint)
    };
    let start = (from..end).rev().find(breaks).map_or(from, |t| t + 1);
    trim(context, start..end)
}

/// "Adjusted profit, one-time costs left out, decreased by 52%", "The balance at the 31st March, 1951 amounted to": what the sentence begins
/// with, where the clause of its first figure names nothing.
fn subject_of_sentence(context: &Context, i: usize) -> Range<usize> {
    let read = context.read;
    let clause = context.clause_before(i);
    let start = context.sentence(i).start;
    if start >= clause.start || context.previous(i).is_some() {
        return 0..0;
    }
    // "In the same year, ..."
    let comma = (start..clause.start).find(|t| read.word_is(*t, Class::CLAUSE_END));
    let opens = read.word_is(start, Class::PREPOSITION);
    let from = comma.filter(|_| opens).map_or(start, |t| t + 1);
    let to = (from..clause.start).find(|t| read.word_is(*t, Class::CLAUSE_END)).unwrap_or(clause.start);
    noun_phrase(context, from..to)
}
