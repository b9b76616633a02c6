//! Two levels beside each other: how far they lie apart ("589, which is 113 more than the average of 476"), and how many times one is the other
//! ("47,900, almost double the 24,600 of 2015").
//!
//! From gaps and ratios and the figures beside them, to findings "growth". Agreement only: what a gap is held against is often another figure.

use super::brief::Trait;
use super::draft::Draft;
use super::interval::Interval;
use super::judge::{Judged, Reading};
use super::page::Page;
use super::rules;
use crate::analysis::{Kind, Unit, Verdict};
use crate::wording::audit as say;
use rust_decimal::Decimal;

/// A gap or step between its level and another level beside it.
pub(super) fn gap_of_two(page: &Page, id: usize) -> Option<Draft> {
    let q = page.get(id).filter(|q| matches!(q.kind, Kind::Gap | Kind::Change))?;
    let points = q.unit == Unit::PercentagePoint;
    let level = |i: usize| {
        page.get(i).is_some_and(|l| if points { l.unit == Unit::Percent } else { l.unit == q.unit && page.is(i, Trait::AMOUNT) })
    };
    let base = q.base.map(|b| b as usize).filter(|b| level(*b))?;
    let (own, sentence) = (page.sentence_of(id), page.in_sentence(id));
    let near = [id + 1, id + 2].into_iter().chain(id.checked_sub(1));
    let other = near.filter(|o| sentence.contains(o) && *o != base && level(*o) && page.sentence_of(*o) == own);
    let judged = |other: usize| {
        let relation = |read: Reading| {
            let (a, b) = (read(base)?, read(other)?);
            Some((read(id)?, if a.point < b.point { b.minus(a)? } else { a.minus(b)? }))
        };
        Judged::new(page, id, &relation).filter(|j| j.verdict == Verdict::Consistent && j.agrees_closely())
    };
    let (other, judged) = other.into_iter().find_map(|o| Some((o, judged(o)?)))?;
    let (larger, smaller) = if page.printed(base)?.point < page.printed(other)?.point { (other, base) } else { (base, other) };
    let value = page.show.like(judged.computed.point.abs(), q);
    let calculation = format!("{} \u{2212} {} = {value}", page.told(larger), page.told(smaller));
    let note = page.say(&say::CHANGE_FITS, &[]);
    Some(Draft::judged(&rules::GROWTH, judged, vec![id, base, other], note).calculation(calculation))
}

/// "almost double the 24,600 of 2015", "a good three times as many": one level so many times the other, near enough for words.
pub(super) fn multiple(page: &Page, id: usize) -> Option<Draft> {
    let q = page.get(id).filter(|q| q.kind == Kind::Ratio)?;
    let times = q.amount.one().filter(|times| *times >= Decimal::ONE)?;
    let base = q.base.map(|b| b as usize).filter(|b| page.is(*b, Trait::ONE))?;
    let unit = page.get(base)?.unit;
    let sentence = page.in_sentence(id);
    let near = [Some(id + 1), id.checked_sub(1), id.checked_sub(2)].into_iter().flatten();
    let alike = |o: &usize| sentence.contains(o) && *o != base && page.get(*o).is_some_and(|l| l.unit == unit && l.kind != Kind::Growth);
    let fits = |o: usize| {
        let (a, b) = (page.printed(base)?, page.printed(o)?);
        let (larger, smaller) = if a.point < b.point { (b, a) } else { (a, b) };
        let made = larger.over(smaller)?;
        let near = (made.point - times).abs().checked_div(times)? <= IN_WORDS;
        near.then_some((if a.point < b.point { (o, base) } else { (base, o) }, made))
    };
    let ((larger, smaller), made) = near.filter(alike).find_map(fits)?;
    let slack = times.checked_mul(IN_WORDS)?;
    let stated = Interval { low: times.checked_sub(slack), point: times, high: times.checked_add(slack) };
    let judged = Judged { verdict: Verdict::Consistent, stated, computed: made };
    let calculation = format!("{} / {} = {}", page.told(larger), page.told(smaller), made.point.round_dp(2).normalize());
    Some(
        Draft::judged(
            &rules::GROWTH,
            judged,
            vec![id, base, if larger == base { smaller } else { larger }],
            page.say(&say::RATE_FITS, &[]),
        )
        .calculation(calculation),
    )
}

/// By how much a number of times in words may miss.
const IN_WORDS: Decimal = Decimal::from_parts(1, 0, 0, false, 1);
