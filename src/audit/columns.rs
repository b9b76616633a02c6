//! Itemised in the next sentence: totals of one sentence and the parts that another lists, column by column.
//!
//! From figures without a link to each other, to findings "sum". Agreement of one column shows that the sentence itemises the
//! other; then the second column has to agree too.

use super::cue::Cue;
use super::draft::Draft;
use super::judge::Judged;
use super::page::{MOST_LINKS, Page};
use super::sum::{judge_sum, off_by, written};
use super::{rules, slip};
use crate::analysis::{Kind, Unit, Verdict};
use crate::wording::audit as say;
use rust_decimal::Decimal;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Checks every sentence against the one before it.
pub(super) fn check(page: &Page, out: &mut Vec<Draft>) {
    for pair in page.sentences.windows(2) {
        let [first, second] = pair else { continue };
        let section = |r: &Range<usize>| page.get(r.start).map(|q| (q.section, q.topic));
        if section(first) == section(second) && first.len().max(second.len()) <= MOST_LINKS {
            check_sentences(page, first, second, out);
        }
    }
    for id in 0..page.quantities.len() {
        out.extend(reached(page, id).or_else(|| pair_nearby(page, id)));
    }
}

/// A total and the figures of its kind in the next sentence.
struct Column {
    total: usize,
    members: Vec<usize>,
    judged: Judged,
}

fn check_sentences(page: &Page, first: &Range<usize>, second: &Range<usize>, out: &mut Vec<Draft>) {
    let columns: Vec<Column> = first.clone().filter_map(|total| column(page, total, second)).collect();
    let Some(sure) = columns
        .iter()
        .find(|c| c.judged.computed.point == c.judged.stated.point && c.judged.stated.bounds().is_some() && is_long(page, c.total))
    else {
        return;
    };
    for column in columns.iter().filter(|c| {
        c.members.len() == sure.members.len()
            && c.total.abs_diff(sure.total) <= 1
            && (c.judged.agrees() || c.judged.relative().is_some_and(|r| r <= NEAR))
    }) {
        if page.parts(column.total).is_empty() {
            out.push(draft(page, column));
        }
    }
}

/// A column that misses by more was not meant to add up.
const NEAR: Decimal = Decimal::from_parts(25, 0, 0, false, 2);

/// A total with so many digits meets no sum by chance.
fn is_long(page: &Page, id: usize) -> bool {
    page.get(id).is_some_and(|q| q.text.chars().filter(char::is_ascii_digit).count() >= 3)
}

fn column(page: &Page, total: usize, sentence: &Range<usize>) -> Option<Column> {
    let whole = page.get(total).filter(|q| {
        q.kind == Kind::Level && q.per.is_none() && !q.unit.is_relative() && page.parts(total).iter().all(|p| sentence.contains(p))
    })?;
    let alike = |id: &usize| {
        page.get(*id)
            .is_some_and(|q| q.unit == whole.unit && q.kind == Kind::Level && q.per.is_none() && q.of.is_none_or(|t| t as usize == total))
            && (whole.unit != Unit::Count || page.noun(*id) == page.noun(total))
    };
    let members: Vec<usize> = sentence.clone().filter(alike).collect();
    if members.len() < 2 {
        return None;
    }
    let judged = judge_sum(page, total, &members)?;
    Some(Column { total, members, judged })
}

fn draft(page: &Page, column: &Column) -> Draft {
    let (total, judged) = (column.total, column.judged);
    let ids: Vec<usize> = std::iter::once(total).chain(column.members.iter().copied()).collect();
    let calculation = written(page, total, &column.members, judged.computed.point);
    let Some(whole) = page.get(total) else { return Draft::judged(&rules::SUM, judged, ids, "") };
    let (note, slip) = match judged.verdict {
        Verdict::Consistent => (page.say(&say::NEXT_FITS, &[]), None),
        Verdict::Rounding => (page.say(&say::NEXT_ROUNDED, &[]), None),
        _ => {
            let note = if judged.difference().is_sign_negative() { &say::NEXT_LESS } else { &say::NEXT_MORE };
            (off_by(page, note, whole, &judged), slip::of_digits(page.show, whole, judged.computed))
        }
    };
    Draft::judged(&rules::SUM, judged, ids, note).calculation(calculation).slip(slip)
}

/// Two figures nearby that come to a third of four digits or more: no chance, so one is the sum of the others.
fn pair_nearby(page: &Page, total: usize) -> Option<Draft> {
    let whole = page.get(total).filter(|q| !q.unit.is_relative() && q.per.is_none() && page.parts(total).is_empty())?;
    let value = whole.amount.one()?;
    if value.normalize().mantissa().unsigned_abs() < 1000 {
        return None;
    }
    let around = page.around(total, 2, 2);
    let window = around.start.max(total.saturating_sub(WINDOW))..around.end.min(total + WINDOW);
    let alike = |id: &usize| {
        *id != total
            && page.is_amount(*id)
            && page.get(*id).is_some_and(|q| {
                q.unit == whole.unit
                    && q.per.is_none()
                    && q.precision == whole.precision
                    && q.amount.one().is_some_and(|v| v < value && v.is_sign_positive())
            })
    };
    let mut seen: FxHashMap<Decimal, usize> = FxHashMap::default();
    for id in window.filter(alike) {
        let own = page.get(id)?.amount.one()?;
        if let Some(other) = seen.get(&(value - own).normalize()) {
            let members = vec![*other, id];
            let judged = judge_sum(page, total, &members).filter(|j| j.computed.point == j.stated.point)?;
            let calculation = written(page, total, &members, judged.computed.point);
            return Some(
                Draft::judged(&rules::SUM, judged, vec![total, *other, id], page.say(&say::TWO_NEARBY, &[])).calculation(calculation),
            );
        }
        seen.insert(own.normalize(), id);
    }
    None
}

/// Figures to look at on each side.
const WINDOW: usize = 16;

/// "11 were identified. Before that, 16 had it. So far, the number reached 27": agreement only.
fn reached(page: &Page, total: usize) -> Option<Draft> {
    let whole =
        page.get(total).filter(|q| q.kind == Kind::Level && q.of.is_none() && page.parts(total).is_empty() && q.unit != Unit::Percent)?;
    if !page.said_before(total).contains(Cue::REACHED) {
        return None;
    }
    let alike = |id: &usize| {
        page.get(*id).is_some_and(|q| q.unit == whole.unit && q.topic == whole.topic && q.precision == whole.precision)
            && (whole.unit != Unit::Count || page.noun(*id) == page.noun(total))
    };
    let before: Vec<usize> = (page.around(total, 2, 0).start..total).filter(alike).collect();
    let members = before.get(before.len().checked_sub(2)?..)?.to_vec();
    let judged = judge_sum(page, total, &members).filter(|j| j.verdict == Verdict::Consistent && j.computed.point == j.stated.point)?;
    Some(draft(page, &Column { total, members, judged }))
}
