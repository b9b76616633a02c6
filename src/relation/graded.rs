//! Shares of one thing by grade, one behind the other: "Topsoil moisture was 6% very short, 19% short, 66% adequate and 9% surplus".
//!
//! Each has its grade behind it; the thing stands in front of the first.

use super::Context;
use crate::analysis::{Kind, Unit};
use crate::language::Class;
use crate::quantity::Mention;
use std::ops::Range;

/// Words of a grade ("fair to good").
const LONGEST: usize = 3;

/// The first share of the row that figure `i` stands in, and the grade behind figure `i`.
pub(super) fn graded(context: &Context, mentions: &[Mention], i: usize) -> Option<(usize, Range<usize>)> {
    let own = grade(context, mentions, i)?;
    let goes_on = |from: usize, to: usize| {
        grade(context, mentions, from).is_some_and(|grade| {
            let joint = grade.end..context.before(to).end;
            joint.len() <= 2 && joint.into_iter().all(|t| !context.read.is_word(t) || context.read.word_is(t, Class::AND))
        })
    };
    let mut first = i;
    while let Some(before) = context.previous(first).filter(|before| goes_on(*before, first)) {
        first = before;
    }
    let followed = || context.next(i).is_some_and(|next| grade(context, mentions, next).is_some() && goes_on(i, next));
    (first < i || followed()).then_some((first, own))
}

/// One to three words behind a percentage, with nothing else up to a comma, "and" or the end of its sentence.
fn grade(context: &Context, mentions: &[Mention], i: usize) -> Option<Range<usize>> {
    let read = context.read;
    mentions.get(i).filter(|m| m.unit == Some(Unit::Percent) && m.kind == Kind::Share && m.base.is_none())?;
    let start = context.end(i);
    let inner = |t: usize| read.is_word(t) && !read.word_is(t, Class::VERB | Class::AUXILIARY | Class::AND | Class::RISE | Class::PLAN);
    let end = (start..=start + LONGEST).find(|t| !inner(*t))?;
    let closes = read.word_is(end, Class::AND | Class::CLAUSE_END) || end >= context.sentence(i).end;
    let named = |t: usize| !read.word_is(t, Class::STOP | Class::PREPOSITION);
    (end > start && closes && named(start) && named(end - 1)).then_some(start..end)
}
