//! Itemised in the next sentence: totals of one sentence and the parts that another lists, column by column.
//!
//! From figures without a link to each other, to findings "sum". Agreement of one column shows that the sentence itemises the
//! other; then the second column has to agree too.

use super::brief::{Brief, Trait};
use super::cue::Cue;
use super::draft::Draft;
use super::judge::Judged;
use super::links::MOST_LINKS;
use super::page::Page;
use super::rough::may_equal;
use super::sum::{judge_sum, off_by, written};
use super::{rules, slip};
use crate::analysis::{Kind, Unit, Verdict};
use crate::wording::audit as say;
use rust_decimal::Decimal;
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
    let mut near = Vec::with_capacity(2 * WINDOW);
    for id in 0..page.quantities.len() {
        out.extend(reached(page, id).or_else(|| pair_nearby(page, id, &mut near)));
    }
}

/// A total and the figures of its kind in the next sentence.
struct Column {
    total: usize,
    members: Vec<usize>,
    judged: Judged,
}

fn check_sentences(page: &Page, first: &Range<usize>, second: &Range<usize>, out: &mut Vec<Draft>) {
    let may_be = |(_, q): &(usize, &Brief)| q.kind == Kind::Level && !q.is(Trait::PER);
    if page.briefs(second.clone()).filter(may_be).nth(1).is_none() {
        return;
    }
    let members: Vec<usize> = page.briefs(second.clone()).filter(may_be).map(|(id, _)| id).collect();
    let totals = page.briefs(first.clone()).filter(may_be).filter(|(_, q)| !q.is(Trait::RELATIVE)).map(|(id, _)| id);
    let columns: Vec<Column> = totals.filter_map(|total| column(page, total, second, &members)).collect();
    let Some(sure) = columns
        .iter()
        .find(|c| c.judged.computed.point == c.judged.stated.point && c.judged.stated.bounds().is_some() && digits(page, c.total) >= 3)
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

/// Digits of a figure as printed: a total of many meets no sum by chance.
fn digits(page: &Page, id: usize) -> usize {
    page.get(id).map_or(0, |q| q.text.bytes().filter(u8::is_ascii_digit).count())
}

/// The figures of a sentence, levels all of them, that may be the parts of a total.
fn column(page: &Page, total: usize, sentence: &Range<usize>, levels: &[usize]) -> Option<Column> {
    let unit = page.brief(total).unit;
    let free = |id: usize| !page.is(id, Trait::PART) || page.get(id).is_some_and(|q| q.of.is_some_and(|t| t as usize == total));
    let alike = |id: &usize| page.brief(*id).unit == unit && free(*id) && (unit != Unit::Count || page.noun(*id) == page.noun(total));
    if levels.iter().copied().filter(alike).nth(1).is_none() || !page.parts(total).iter().all(|p| sentence.contains(p)) {
        return None;
    }
    let members: Vec<usize> = levels.iter().copied().filter(alike).collect();
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

/// Two figures nearby that come to a third of four digits or more: no chance, so one is the sum of the others. `near` is room for them.
fn pair_nearby(page: &Page, total: usize, near: &mut Vec<usize>) -> Option<Draft> {
    let whole = page.brief(total);
    // "5.7 million" has four digits only where its millions are written out.
    if !whole.is(Trait::LONG)
        || digits(page, total) < 4
        || whole.is(Trait::RELATIVE)
        || whole.is(Trait::PER)
        || !page.parts(total).is_empty()
    {
        return None;
    }
    let around = page.around(total, 2, 2);
    let window = around.start.max(total.saturating_sub(WINDOW))..around.end.min(total + WINDOW);
    let alike = |(id, q): &(usize, &Brief)| {
        *id != total
            && q.unit == whole.unit
            && q.is(Trait::AMOUNT | Trait::ONE)
            && !q.is(Trait::PER)
            && q.precision == whole.precision
            && (0.0..=whole.rough).contains(&q.rough)
    };
    near.clear();
    near.extend(page.briefs(window).filter(alike).map(|(id, _)| id));
    let value = |id: usize| page.get(id).and_then(|q| q.amount.one());
    let sum = value(total).filter(|_| near.len() > 1)?;
    let is_less = |id: usize| value(id).is_some_and(|v| v < sum && v.is_sign_positive());
    for (at, id) in near.iter().copied().enumerate() {
        let other = |o: &usize| may_equal(page.brief(*o).rough + page.brief(id).rough, whole.rough);
        // The last of several equal ones, as a reader goes back.
        let exact = |o: &usize| is_less(*o) && is_less(id) && value(*o).zip(value(id)).is_some_and(|(a, b)| a == sum - b);
        let Some(other) = near.iter().take(at).rev().copied().filter(other).find(exact) else { continue };
        let members = vec![other, id];
        let judged = judge_sum(page, total, &members).filter(|j| j.computed.point == j.stated.point)?;
        let calculation = written(page, total, &members, judged.computed.point);
        let draft = Draft::judged(&rules::SUM, judged, vec![total, other, id], page.say(&say::TWO_NEARBY, &[]));
        return Some(draft.calculation(calculation));
    }
    None
}

/// Figures to look at on each side.
const WINDOW: usize = 16;

/// "11 were identified. Before that, 16 had it. So far, the number reached 27": agreement only.
fn reached(page: &Page, total: usize) -> Option<Draft> {
    if !page.said_before(total).contains(Cue::REACHED) {
        return None;
    }
    let whole =
        page.get(total).filter(|q| q.kind == Kind::Level && q.of.is_none() && page.parts(total).is_empty() && q.unit != Unit::Percent)?;
    let alike = |id: &usize| {
        page.get(*id).is_some_and(|q| q.unit == whole.unit && q.topic == whole.topic && q.precision == whole.precision)
            && (whole.unit != Unit::Count || page.noun(*id) == page.noun(total))
    };
    let before: Vec<usize> = (page.around(total, 2, 0).start..total).filter(alike).collect();
    let members = before.get(before.len().checked_sub(2)?..)?.to_vec();
    let judged = judge_sum(page, total, &members).filter(|j| j.verdict == Verdict::Consistent && j.computed.point == j.stated.point)?;
    Some(draft(page, &Column { total, members, judged }))
}
