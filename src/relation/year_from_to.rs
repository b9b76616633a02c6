//! From an earlier value to a later one: which of two figures is which, and the years that neither has beside it.

use super::Context;
use super::beside::is_dated_bracket;
use super::told_year::Years;
use crate::analysis::Unit;
use crate::language::Class;
use crate::quantity::Mention;
use crate::text::month_number;
use rust_decimal::prelude::ToPrimitive;
use std::ops::Range;

/// "rose to 7.6% in February from 6.7% in January", "from 45 tons at the end of June to 60 at the end of September": two months or quarters of one
/// year, unless the earlier one is later in the year: how many years that one is off.
pub(super) fn within_one_year(context: &Context, mentions: &[Mention], i: usize) -> Option<i32> {
    let part = |j: usize| part_of_year(context, context.behind(again_in_brackets(context, j).unwrap_or(j)));
    let later = part(later_than(context, mentions, i)?)?;
    let earlier = part(i).filter(|earlier| earlier.0 == later.0)?;
    Some(if earlier.1 > later.1 { -1 } else { 0 })
}

/// The later value of a from-to or to-from whose earlier one is figure `i`.
pub(super) fn later_than(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let closes = context.previous(i).filter(|_| closes_to_from(context, mentions, i));
    closes.or_else(|| context.next(again_in_brackets(context, i).unwrap_or(i)))
}

/// The month or quarter that stands first behind a figure, after what divides the year.
fn part_of_year(context: &Context, behind: Range<usize>) -> Option<(usize, usize)> {
    let read = context.read;
    let end = behind.end.min(behind.start + PART);
    let at = (behind.start..end).find(|t| read.word_is(*t, Class::MONTH | Class::ORDINAL) || read.str(*t) == "Q")?;
    if read.word_is(at, Class::MONTH) {
        return Some((12, month_number(read.str(at))?));
    }
    let number = if read.str(at) == "Q" { read.str(at + 1) } else { read.str(at) };
    let number = match number {
        "first" | "1" => 1,
        "second" | "2" => 2,
        "third" | "3" => 3,
        "fourth" | "last" | "4" => 4,
        _ => return None,
    };
    let quarter = read.str(at) == "Q" || matches!(read.str(at + 1), "quarter" | "half");
    quarter.then_some((4, number))
}

/// Tokens behind a figure up to the name of its month: "at the end of June".
const PART: usize = 6;

/// "In May, the price was raised from 148 to 171", "was revised from 148 to 171": a step that is not from year to year.
pub(super) fn revised(context: &Context, i: usize) -> bool {
    let read = context.read;
    let Some(verb) = context.lead(i).and_then(|t| (t.saturating_sub(REVISED)..t).rev().find(|j| read.str(*j).ends_with("ed"))) else {
        return false;
    };
    let sentence = context.sentence(i).start;
    let month = || {
        let at = read.find_word(sentence..verb, Class::MONTH);
        at.is_some_and(|t| !read.word_is(t + 1, Class::YEAR)) && read.find(sentence..verb, Class::LAST_YEAR).is_none()
    };
    match read.str(verb) {
        "revised" | "amended" | "renegotiated" | "adjusted" | "corrected" => true,
        "raised" | "lifted" | "lowered" | "reset" | "trimmed" => month(),
        _ => false,
    }
}

/// Tokens between a verb and its "from".
const REVISED: usize = 4;

/// "rose between June and December, from 3.8 to 11.2 percent": within the year.
pub(super) fn between_months(context: &Context, i: usize) -> bool {
    let read = context.read;
    let Some(from) = context.lead(i) else { return false };
    let last = from.saturating_sub(if from > 0 && read.is_mark(from - 1, ',') { 2 } else { 1 });
    let month = |t: usize| read.word_is(t, Class::MONTH);
    last > 1 && month(last) && read.word_is(last - 1, Class::AND | Class::TO) && month(last - 2)
}

/// Tokens between the figures of "from 300 pounds a head in 2007 to 450".
const FROM_TO: usize = 12;

/// "from 45% to 22%": the first value is the earlier one.
pub(super) fn opens_from_to(context: &Context, mentions: &[Mention], i: usize) -> bool {
    if !context.leads_from(i) {
        return false;
    }
    let read = context.read;
    let before = context.before(i);
    // "ranged from 28% in one town to 61% in another" tells no earlier value.
    let ranges = before.len() > 1
        && matches!(
            read.str(before.end - 2),
            "ranged" | "ranging" | "ranges" | "range" | "varied" | "varying" | "varies" | "vary" | "ran" | "run" | "runs" | "anywhere"
        );
    let Some(next) = context.next(again_in_brackets(context, i).unwrap_or(i)).filter(|_| !ranges) else { return false };
    let gap = context.before(next);
    // "from 6,500 to fewer than 400"
    let to = gap.len() <= FROM_TO && context.lead(next).is_some_and(|t| gap.contains(&t) && read.word_is(t, Class::TO));
    let changed = |t: usize| {
        matches!(read.str(t), "raise" | "lift" | "lower" | "bring" | "expand" | "extend")
            || matches!(
                read.str(t),
                "improved" | "worsened" | "halved" | "doubled" | "went" | "moved" | "changed" | "lengthened" | "shortened"
            )
    };
    let moves = read.find(context.sentence(i).start..before.end, Class::RISE | Class::VERB).is_some()
        || before.clone().any(changed)
        || read.find(context.after(next), Class::RISE).is_some();
    to && moves && mentions.get(next).is_some_and(|n| n.unit == mentions.get(i).and_then(|m| m.unit))
}

/// "rose to 10,840 tonnes from 9,920 tonnes": the second value is the earlier one.
pub(super) fn closes_to_from(context: &Context, mentions: &[Mention], i: usize) -> bool {
    let read = context.read;
    let from = context.leads_from(i);
    let Some(previous) = context.previous(i).filter(|_| from) else { return false };
    let to = context.lead(previous).is_some_and(|t| read.word_is(t, Class::TO));
    let moves = read.find(context.before(previous), Class::RISE | Class::VERB).is_some();
    to && moves && context.gap(i).len() <= 5 && mentions.get(previous).map(|m| m.unit) == mentions.get(i).map(|m| m.unit)
}

/// The figure that says figure `i` again in a bracket right behind it: "36 per cent (1.04 billion)".
pub(super) fn again_in_brackets(context: &Context, i: usize) -> Option<usize> {
    // "71 million (60 million in 2019)" tells another year's.
    let again = |next: &usize| context.restates(*next) && !is_dated_bracket(context, *next);
    context.next(i).filter(|next| again(next) && context.before_hedges(context.gap(*next)) == context.gap(*next).start + 1)
}

/// The figure in front that figure `i` says again in a bracket of its own, which tells nothing else.
pub(super) fn said_in_brackets(context: &Context, i: usize) -> Option<usize> {
    let closed = context.read.is_mark(context.after(i).start, ')');
    context.previous(i).filter(|previous| closed && again_in_brackets(context, *previous) == Some(i))
}

/// "from 45% (9 million) to 22%": the figure from which what figure `i` closes began.
pub(super) fn opened_at(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let previous = context.previous(i).filter(|_| context.lead(i).is_some_and(|t| context.read.word_is(t, Class::TO)))?;
    let first = said_in_brackets(context, previous).unwrap_or(previous);
    opens_from_to(context, mentions, first).then_some(first)
}

/// The span of years of a from-to that tells none of its own: that of its sentence ("from 22 to 21 per cent during the same period"), or the
/// one that the paragraph has just told ("from 6 in 2015 to 9 in 2019. Imports went from 5 to 7").
pub(super) fn span_of(context: &Context, years: &Years, i: usize) -> Option<(i32, i32)> {
    let sentence = context.sentence(i);
    let (front, from) = years.around(context.before(i).end);
    let behind = from.iter().take_while(|told| told.at < sentence.end).find(|told| !told.owns());
    let told = match behind {
        Some(told) => told,
        None => front
            .last()
            .filter(|told| told.at + PARAGRAPH > sentence.start && !(told.at..sentence.start).any(|t| context.read.is_break(t)))?,
    };
    told.since.map(|first| (first, told.year))
}

/// "from 12 to 15 in 2018": the year before that of what figure `i` led to.
pub(super) fn closed_in(context: &Context, years: &Years, mentions: &[Mention], i: usize, report: i32) -> Option<i32> {
    let next = context.next(again_in_brackets(context, i).unwrap_or(i)).filter(|next| opened_at(context, mentions, *next).is_some())?;
    let behind = context.behind(next);
    let (_, from) = years.around(behind.start);
    let told = from.iter().find(|told| !told.owns()).filter(|told| told.at < behind.end.min(behind.start + CLOSED_IN) && told.printed)?;
    (told.year < report).then_some(told.year - 1)
}

/// Tokens behind the later value up to its year.
const CLOSED_IN: usize = 4;

/// "fell from 80 to 60 percent over the past 20 years": how long a from-to took.
pub(super) fn lasted(context: &Context, mentions: &[Mention], i: usize) -> Option<i32> {
    let read = context.read;
    let time = |j: &usize| mentions.get(*j).is_some_and(|m| m.unit == Some(Unit::Year));
    // "over the five years to 2010"
    let until = |j: usize| read.word_is(context.after(j).start, Class::TO) && read.word_is(context.after(j).start + 1, Class::YEAR);
    let past = |j: &usize| {
        until(*j) || context.before(*j).next_back().is_some_and(|t| matches!(read.str(t), "past" | "last" | "previous" | "preceding"))
    };
    let j = context.in_sentence(i).find(|j| time(j) && past(j))?;
    mentions.get(j)?.amount.one().and_then(|value| value.to_i32()).filter(|n| (2..=60).contains(n))
}

/// Tokens within which a paragraph still speaks of a span of years that it told.
const PARAGRAPH: usize = 120;

/// "fell between 2018 and 2022, from 4,080", "from 41 to 37 between 2018 and 2022": the first year of the span that the sentence names.
pub(super) fn began_in_span(context: &Context, i: usize) -> Option<i32> {
    let read = context.read;
    let span = context.sentence(i).start..context.before(i).end;
    let year = |t: usize| read.word_is(t, Class::YEAR) && !context.is_figure(t);
    // "from 41 to 37 deaths per 1,000 births between 2012 and 2017"
    let later = || {
        let behind = context.behind(context.next(again_in_brackets(context, i).unwrap_or(i))?);
        behind.into_iter().find(|t| read.str(*t) == "between" && year(t + 1) && read.str(t + 2) == "and" && year(t + 3))
    };
    if let Some(between) = later() {
        return read.str(between + 1).parse().ok();
    }
    let first = span.rev().find(|t| year(*t) && year(t + 2) && (read.str(t + 1) == "and" || read.word_is(t + 1, Class::TO)))?;
    read.str(first).parse().ok()
}
