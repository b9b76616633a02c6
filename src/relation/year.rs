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
    let sentence = context.sentence(i);
    let front = (sentence.start..context.before(i).end).rev();
    let year_in_front = front.filter_map(|t| dated(context, t)).next();
    let behind = context.head(context.after(i));
    let year_behind = (behind.start..behind.end.min(behind.start + 8)).find_map(|t| dated(context, t));
    let year = year_in_front.or(year_behind)?;
    let report = report_year?;
    match this.kind {
        Kind::Target => (year >= report).then_some(year),
        _ if year > report => None,
        _ => Some(year),
    }
}

/// A year at token `t` that dates a statement, rather than naming a reference ("over 2011") or a period's end.
fn dated(context: &Context, t: usize) -> Option<i32> {
    let read = context.read;
    if !is_year(read.str(t)) {
        return None;
    }
    let before = t.checked_sub(1)?;
    let reference = read.word_is(before, Class::THAN | Class::OVER | Class::FROM) || matches!(read.str(before), "of" | "in") && before > 2 && (read.word_is(before - 1, Class::THAN) || matches!(read.str(before - 1), "that" | "figure"));
    let period = matches!(read.str(t + 1), "-" | "–" | "—") || matches!(read.str(before), "-" | "–" | "—");
    let of = read.str(before) == "of" && before > 0 && (read.word_is(before - 1, Class::MONTH) || matches!(read.str(before - 1), "end" | "beginning" | "start" | "year" | "spring" | "half" | "quarter" | "close" | "months"));
    let cue = of || matches!(read.str(before).to_ascii_lowercase().as_str(), "in" | "by" | "during" | "year" | "for" | "until" | "since") || read.word_is(before, Class::MONTH);
    if reference || period || !cue {
        return None;
    }
    read.str(t).parse().ok()
}
