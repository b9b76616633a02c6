//! The total that an opener of a list ("of which", "including", a bracket) points back to.
//!
//! From the figures before the first part, to the one that it is a part of: the one in front of its bracket, the one that "of this" means,
//! the nearest that it fits.

use super::Context;
use super::named::is_yardstick;
use crate::analysis::Unit;
use crate::language::Class;
use crate::quantity::Mention;
use std::ops::Range;

/// The brackets of a sentence that have figures in them.
#[derive(Default)]
pub(super) struct Brackets {
    /// First figure of the bracket that is open.
    open: Option<usize>,
    /// Figures of closed ones, in order.
    closed: Vec<usize>,
}

impl Brackets {
    /// Goes on to figure `i`, whose gap leads from one depth to another.
    pub(super) fn go_to(&mut self, i: usize, from: usize, to: usize) {
        if to < from
            && to == 0
            && let Some(first) = self.open.take()
        {
            self.closed.extend(first..i);
        }
        if to > 0 && self.open.is_none() {
            self.open = Some(i);
        }
    }
}

/// The total that an opener before figure `i`, the end of `among`, points back to.
pub(super) fn total_of(context: &Context, mentions: &[Mention], brackets: &Brackets, among: Range<usize>, of_which: bool) -> Option<usize> {
    let i = among.end;
    aside_of(context, mentions, i)
        .or_else(|| meant_by_this(context, mentions, i))
        .or_else(|| outside_brackets(mentions, brackets, among.clone(), i, of_which))
        .or_else(|| find_total(mentions, among, i, of_which))
        .or_else(|| total_in_sentence_before(context, mentions, i))
}

/// "15 million (11 of it from A, 4 from B) was spent, including 7 million for wells": what follows the brackets belongs to what is in
/// front of them.
fn outside_brackets(mentions: &[Mention], brackets: &Brackets, among: Range<usize>, i: usize, of_which: bool) -> Option<usize> {
    let mut front = among.rev().filter(|j| !brackets.closed.is_empty() && brackets.closed.binary_search(j).is_err());
    front.find(|j| at_least(mentions, *j, i) && find_total(mentions, *j..*j + 1, i, of_which).is_some())
}

/// "4 million (including 3 million for wells)": the figure right in front of the bracket that an opener stands in, however large.
fn aside_of(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let before = context.previous(i).filter(|j| context.read.is_mark(context.after(*j).start, '('))?;
    let (total, part) = (mentions.get(before)?, mentions.get(i)?);
    (total.stands_alone() && fits(total, part) && context.gap(i).len() <= ASIDE).then_some(before)
}

/// "Received 31 million against a budget of 45 million. Of this amount, 12 million": what was received, not what was planned.
fn meant_by_this(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let read = context.read;
    let points = |t: usize| read.str(t).eq_ignore_ascii_case("of") && matches!(read.str(t + 1), "this" | "that" | "these" | "it" | "them");
    let gap = context.gap(i);
    if !(gap.start..gap.end.min(gap.start + OPENS)).any(points) {
        return None;
    }
    let figures = context.in_sentence(i);
    let before = if figures.start < i { figures.start..i } else { context.in_sentence(figures.start.checked_sub(1)?) };
    if !before.clone().any(|j| is_yardstick(context, j)) {
        return None;
    }
    let mut results = before.rev().filter(|j| !is_yardstick(context, *j));
    results
        .find(|j| at_least(mentions, *j, i) && mentions.get(*j).zip(mentions.get(i)).is_some_and(|(t, p)| t.stands_alone() && fits(t, p)))
}

/// The total that an opener before figure `i` points back to, `among` the figures before it.
fn find_total(mentions: &[Mention], among: Range<usize>, i: usize, of_which: bool) -> Option<usize> {
    let this = mentions.get(i)?;
    let counts = this.unit == Some(Unit::Count);
    let adjacent = |j: usize| {
        counts && j + 1 == i && mentions.get(j).is_some_and(|t| t.unit == Some(Unit::Count) && t.amount.bounds() > this.amount.bounds())
    };
    let fitting = |j: &usize| {
        mentions.get(*j).is_some_and(|t| {
            t.stands_alone() && (fits(t, this) || adjacent(*j) || !of_which && (generic(t, this) || *j + 1 == i && members(t, this)))
        })
    };
    let large_enough = |j: &usize| at_least(mentions, *j, i);
    among.clone().rev().filter(fitting).find(large_enough).or_else(|| among.rev().find(fitting))
}

/// Whether the total counts undertakings of any kind, of which the part is one by its own noun.
pub(super) fn generic(total: &Mention, part: &Mention) -> bool {
    total.generic && total.unit == Some(Unit::Count) && part.unit == Some(Unit::Count) && part.amount.bounds() < total.amount.bounds()
}

/// "5,200 members (including 1,100 poor households)": members of a society may be families.
pub(super) fn members(total: &Mention, part: &Mention) -> bool {
    let counts = total.unit == Some(Unit::People) && part.unit == Some(Unit::Households) && total.per.is_none();
    counts && total.head.as_deref() == Some("member") && larger_count(total, part)
}

/// Whether a figure is smaller than the total that it would be a part of.
pub(super) fn larger_count(total: &Mention, part: &Mention) -> bool {
    part.amount.bounds() < total.amount.bounds()
}

/// "... 120 schools. Of these, 80 are primary schools": an opener that begins its sentence points into the one before.
fn total_in_sentence_before(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let first = context.in_sentence(i).start;
    let before = first.checked_sub(1).filter(|_| first == i)?;
    let opens = context.read.phrase_is(context.sentence(i).start, Class::PARTS);
    let near = context.sentence(i).start <= context.sentence(before).end + 1;
    let total = find_total(mentions, context.in_sentence(before), i, true).filter(|_| opens && near)?;
    if !at_least(mentions, total, i) {
        return None;
    }
    // "Of this amount, 347 million was ... Of this amount, 347 million (74%) was": told again, and a part of what it was a part of.
    let (whole, part) = (mentions.get(total)?, mentions.get(i)?);
    let again = whole.amount.one().is_some_and(|v| part.amount.one() == Some(v)).then_some(whole.of).flatten();
    Some(again.map_or(total, |(of, _)| of))
}

/// Whether a total is no smaller than its part, as far as both are read.
pub(super) fn at_least(mentions: &[Mention], total: usize, part: usize) -> bool {
    let value = |j: usize| mentions.get(j).and_then(|m| m.amount.bounds()).map(|b| b.1);
    value(total).is_none() || value(total) >= value(part)
}

/// Whether `part` can be a part of `total`: the same unit, and the same counted noun where both have one.
pub(super) fn fits(total: &Mention, part: &Mention) -> bool {
    let (Some(whole), Some(unit)) = (total.unit, part.unit) else { return false };
    if total.per != part.per && total.per.is_none() {
        return false;
    }
    match (whole, unit) {
        (Unit::Count, Unit::Count) => same_noun(total, part),
        (Unit::PersonTimes, Unit::People) | (Unit::People, Unit::PersonTimes) => true,
        _ => whole == unit,
    }
}

fn same_noun(total: &Mention, part: &Mention) -> bool {
    match (&total.head, &part.head) {
        (Some(a), Some(b)) => a == b,
        _ => true,
    }
}

/// Tokens from a figure, or from the beginning of a sentence, to the words that point back.
const OPENS: usize = 4;

/// Tokens between a figure and the one in the bracket behind it.
const ASIDE: usize = 4;
