//! Alternatives side by side: "For key counties, A gave 1000 and B and C each 500; for others, A gave 500, B 1000 and C 500", all of
//! one amount in the sentence before.
//!
//! From the stretches of a sentence between semicolons, to findings "sum". Agreement only.

use super::brief::Trait;
use super::draft::Draft;
use super::page::Page;
use super::{rules, words};
use crate::analysis::{Kind, Verdict};
use crate::wording::audit as say;
use rust_decimal::Decimal;
use std::ops::Range;

/// Checks every sentence against the last amount of the one before.
pub(super) fn check(page: &Page, out: &mut Vec<Draft>) {
    for pair in page.sentences.windows(2) {
        let [first, second] = pair else { continue };
        let topic = |r: &Range<usize>| page.get(r.start).map(|q| (q.section, q.topic));
        if topic(first) == topic(second) && first.end > first.start {
            check_segments(page, first.end - 1, second, out);
        }
    }
}

fn check_segments(page: &Page, total: usize, sentence: &Range<usize>, out: &mut Vec<Draft>) {
    if !page.is(total, Trait::MONEY) {
        return;
    }
    let segments = segments(page, sentence);
    for segment in segments.iter().filter(|_| segments.len() > 1) {
        out.extend(adds_up(page, total, segment.clone()));
    }
}

/// Figures between semicolons.
fn segments(page: &Page, sentence: &Range<usize>) -> Vec<Range<usize>> {
    let mut segments = Vec::new();
    let mut start = sentence.start;
    for id in sentence.start + 1..sentence.end {
        if page.before(id).contains(';') {
            segments.push(start..id);
            start = id;
        }
    }
    segments.push(start..sentence.end);
    segments
}

fn adds_up(page: &Page, total: usize, segment: Range<usize>) -> Option<Draft> {
    let whole = page.get(total).filter(|q| q.unit.is_currency() && matches!(q.kind, Kind::Level | Kind::Average))?;
    let members: Vec<usize> =
        segment.filter(|id| page.get(*id).is_some_and(|q| q.unit == whole.unit && matches!(q.kind, Kind::Level | Kind::Average))).collect();
    let mut sum = Decimal::ZERO;
    let mut written = Vec::new();
    for member in &members {
        let value = page.get(*member)?.amount.one()?;
        for _ in 0..givers(page, *member) {
            sum += value;
            written.push(page.show.number_like(value, whole));
        }
    }
    let fits = members.len() > 1 && whole.amount.one() == Some(sum);
    let ids = std::iter::once(total).chain(members).collect();
    let calculation = format!("{} = {}", written.join(" + "), page.show.sum(sum, whole));
    fits.then(|| Draft::new(&rules::SUM, Verdict::Consistent, ids, page.say(&say::CASE_FITS, &[])).calculation(calculation))
}

/// "The city and county government each put in 500": two give it.
fn givers(page: &Page, id: usize) -> usize {
    let clause = words::behind(page.before(id), b",;");
    let tail: Vec<&str> = words::words(clause).collect();
    let each = tail.iter().rev().take(3).any(|w| w.eq_ignore_ascii_case("each"));
    if each && words::has_any(clause, &["and"]) { 2 } else { 1 }
}
