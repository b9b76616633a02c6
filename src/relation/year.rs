//! The year that a figure refers to: said in its clause, in its sentence, or the report's.

use super::Context;
use crate::analysis::Kind;
use crate::language::{Class, is_year};
use crate::quantity::Mention;

/// Tells the year of every figure.
pub(super) fn tell_years(context: &Context, report_year: Option<i32>, mentions: &mut [Mention]) {
    for i in 0..mentions.len() {
        let said = said_year(context, mentions, i, report_year);
        if let Some(m) = mentions.get_mut(i) {
            m.year = said.or(report_year);
        }
    }
}

fn said_year(context: &Context, mentions: &[Mention], i: usize, report_year: Option<i32>) -> Option<i32> {
    let this = mentions.get(i)?;
    let report = report_year?;
    if opens_from_to(context, mentions, i)
        || context.is_reference(i) && this.stands_alone() && this.kind == Kind::Level && earlier(context, i)
    {
        return Some(report - 1);
    }
    let behind = context.head(context.after(i));
    let adjacent = (behind.start..behind.end.min(behind.start + 2)).find_map(|t| dated(context, t));
    let year_behind = (behind.start..behind.end.min(behind.start + 8)).find_map(|t| dated(context, t));
    let year = adjacent.or_else(|| year_in_front(context, i)).or(year_behind)?;
    match this.kind {
        Kind::Target => (year >= report).then_some(year),
        _ if year > report => None,
        _ => Some(year),
    }
}

/// Whether the comparison is with an earlier year, and not with another place or a plan.
fn earlier(context: &Context, i: usize) -> bool {
    let read = context.read;
    let range = context.before(i).end..context.sentence(i).end.min(context.before(i).end + 14);
    read.find(range.clone(), Class::LAST_YEAR).is_some() || range.clone().any(|t| is_year(read.str(t)) && !context.is_figure(t))
}

/// The nearest year in front that governs the figure: in its own clause, or at the beginning of a clause before it ("In 2011, ...").
fn year_in_front(context: &Context, i: usize) -> Option<i32> {
    let first = context.before(i).end;
    let own_clause = context.clause_before(i).start;
    let sentence = context.sentence(i).start;
    let governs = |t: usize| (t >= own_clause || opens_clause(context, sentence, t)) && !context.dates_figure(t);
    (sentence..first).rev().find_map(|t| dated(context, t).filter(|_| governs(t)))
}

/// Whether the clause of token `t` begins with the phrase that holds it: no verb and few words before it.
fn opens_clause(context: &Context, sentence: usize, t: usize) -> bool {
    let start = context.tail(sentence..t).start;
    t - start <= OPENING
        && context.read.find(start..t, Class::VERB | Class::AUXILIARY).is_none()
        && !(start..t).any(|j| context.is_figure(j))
}

/// Words of an adverbial that dates a clause: "As of the end of December".
const OPENING: usize = 7;

/// "from 45% to 22%": the first value is the earlier one.
fn opens_from_to(context: &Context, mentions: &[Mention], i: usize) -> bool {
    let read = context.read;
    let before = context.before(i);
    let from = before.end > before.start && read.word_is(before.end - 1, Class::FROM);
    let Some(next) = context.next(i).filter(|_| from) else { return false };
    let gap = context.before(next);
    let to = gap.end > gap.start && gap.len() <= 6 && read.word_is(gap.end - 1, Class::TO);
    let moves =
        read.find(context.clause_before(i), Class::RISE | Class::VERB).is_some() || read.find(context.after(next), Class::RISE).is_some();
    to && moves && mentions.get(next).is_some_and(|n| n.unit == mentions.get(i).and_then(|m| m.unit))
}

/// A year at token `t` that dates a statement, rather than naming a reference ("over 2011") or a period's end.
fn dated(context: &Context, t: usize) -> Option<i32> {
    let read = context.read;
    if !is_year(read.str(t)) || context.is_figure(t) {
        return None;
    }
    let before = t.checked_sub(1)?;
    let reference = read.word_is(before, Class::THAN | Class::OVER | Class::FROM)
        || matches!(read.str(before), "of" | "in")
            && before > 2
            && (read.word_is(before - 1, Class::THAN) || matches!(read.str(before - 1), "that" | "figure"));
    let period = matches!(read.str(t + 1), "-" | "–" | "—") || matches!(read.str(before), "-" | "–" | "—");
    let of = read.str(before) == "of"
        && before > 0
        && (read.word_is(before - 1, Class::MONTH)
            || matches!(read.str(before - 1), "end" | "beginning" | "start" | "year" | "spring" | "half" | "quarter" | "close" | "months"));
    let cue = of
        || matches!(read.str(before).to_ascii_lowercase().as_str(), "in" | "by" | "during" | "year" | "for" | "until" | "fy")
        || read.is_mark(before, ',') && before > 1 && read.word_is(before - 2, Class::MONTH)
        || read.word_is(before, Class::MONTH);
    if reference || period || !cue {
        return None;
    }
    read.str(t).parse().ok()
}
