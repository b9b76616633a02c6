//! Parts that are told by their sort alone: "of which 1,148 container ships, 2,061 ferries", "38 failures, 11 due to lead".

use super::Context;
use super::parts::{List, fits, larger_count};
use crate::analysis::Unit;
use crate::language::Class;
use crate::quantity::Mention;

/// "There were 38 failures, 11 due to lead": some of those right in front, by what made them.
pub(super) fn part_by_cause(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let read = context.read;
    let behind = context.end(i);
    let cause = matches!((read.str(behind), read.str(behind + 1)), ("due", "to") | ("because", "of") | ("caused" | "attributed", _));
    let comma = context.gap(i).len() == 1 && read.is_mark(context.gap(i).start, ',');
    let this = mentions.get(i).filter(|m| cause && comma && m.stands_alone() && m.noun.is_none())?;
    let whole = |m: &Mention| m.stands_alone() && m.noun.is_some() && m.per.is_none() && fits(m, this) && larger_count(m, this);
    context.previous(i).filter(|p| mentions.get(*p).is_some_and(whole))
}

/// "5,312 calls, of which 1,148 container ships, 2,061 ferries and 417 cruise calls": kinds of them, one bare name after the other.
pub(super) fn names_kind(context: &Context, mentions: &[Mention], list: &List, i: usize) -> bool {
    let read = context.read;
    let (Some(total), Some(part)) = (mentions.get(list.total), mentions.get(i)) else { return false };
    let counts = |m: &Mention| m.unit == Some(Unit::Count) && m.noun.is_some() && m.per.is_none() && !m.in_words;
    let opened = list.rule == "of_which" && list.first_part == list.total + 1 && counts(total) && counts(part) && larger_count(total, part);
    let behind = context.after(i).start;
    let closes = |t: usize| !read.is_word(t) || read.word_is(t, Class::AND);
    let listed = i == list.first_part && context.unhedged(i) == context.before(i).end || context.gap(i).len() == 1;
    opened
        && listed
        && closes(behind)
        && context.next(i).is_none_or(|n| context.gap(n).len() == 1)
        && context.in_sentence(i).end > list.first_part + 1
}
