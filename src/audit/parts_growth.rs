//! Growth of parts: the increases of all parts against that of their total, to findings `parts_growth`.

use super::cue::Cue;
use super::draft::Draft;
use super::growth::{falls, is_goal};
use super::interval::Interval;
use super::judge::{Judged, Reading};
use super::page::Page;
use super::rules;
use crate::analysis::{Kind, Quantity, Unit, Verdict};
use crate::wording::audit as say;
use rust_decimal::Decimal;

/// The increases of all parts against that of their total.
pub(super) fn check(page: &Page, total: usize, out: &mut Vec<Draft>) {
    let Some(whole) = page.get(total).filter(|_| !page.parts(total).is_empty() && page.is_amount(total)) else { return };
    let Some(change) = stated_change(page, total) else { return };
    let mut sum = Interval::exact(Decimal::ZERO);
    let mut involved = vec![change, total];
    let Some(list) = page.lists(total).find(|list| list.len() > 1) else { return };
    let alike = |p: &usize| page.is_amount(*p) && page.get(*p).map(|q| q.unit) == Some(whole.unit);
    let parts: Vec<usize> = list.iter().copied().filter(alike).collect();
    if parts.len() < 2 {
        return;
    }
    let mut complete = parts.len() == list.len();
    for part in parts {
        let Some((step, sources)) = step_of(page, part) else {
            complete = false;
            continue;
        };
        let Some(next) = sum.plus(step) else { return };
        sum = next;
        involved.extend(sources);
    }
    let relation = |read: Reading| Some((read(change)?, sum));
    let Some(judged) = Judged::new(page, change, &relation) else { return };
    let Some(model) = page.get(change) else { return };
    if !complete {
        out.extend(some_parts(page, judged, sum, involved, model));
        return;
    }
    let note = match judged.verdict {
        Verdict::Consistent | Verdict::Rounding => page.say(&say::INCREASES_FIT, &[]),
        _ => {
            let computed = page.show.like(judged.computed.point, model);
            page.say(&say::INCREASES_OFF, &[("sum", &computed), ("stated", &page.show.figure(model))])
        }
    };
    let calculation = page.say(&say::INCREASES, &[("sum", &page.show.like(sum.point, model))]);
    out.push(Draft::judged(&rules::PARTS_GROWTH, judged, involved, note).calculation(calculation));
}

/// The increases of some parts stay within that of the total; what others grew is not said.
fn some_parts(page: &Page, judged: Judged, sum: Interval, involved: Vec<usize>, model: &Quantity) -> Option<Draft> {
    let several = involved.len() > 3 && judged.computed.point <= judged.stated.point;
    let judged = Judged { verdict: Verdict::Consistent, ..judged };
    let calculation = page.say(&say::INCREASES, &[("sum", &page.show.like(sum.point, model))]);
    let draft = || Draft::judged(&rules::PARTS_GROWTH, judged, involved, page.say(&say::INCREASES_WITHIN, &[]));
    several.then(|| draft().calculation(calculation))
}

fn stated_change(page: &Page, level: usize) -> Option<usize> {
    let unit = page.get(level)?.unit;
    page.qualifiers(level)
        .iter()
        .copied()
        .find(|c| page.get(*c).is_some_and(|q| q.kind == Kind::Change && q.unit == unit) && !falls(page, *c) && !is_goal(page, *c))
}

/// How much a part grew, with the figures that say so.
fn step_of(page: &Page, part: usize) -> Option<(Interval, Vec<usize>)> {
    if let Some(change) = stated_change(page, part) {
        return Some((page.printed(change)?, vec![change]));
    }
    let rate = page
        .qualifiers(part)
        .iter()
        .copied()
        .find(|r| page.get(*r).is_some_and(|q| q.kind == Kind::Growth && q.unit == Unit::Percent) && !falls(page, *r));
    if let Some(rate) = rate {
        let level = page.printed(part)?;
        let factor = page.printed(rate)?.over(Interval::exact(Decimal::ONE_HUNDRED))?.plus(Interval::exact(Decimal::ONE))?;
        return Some((level.minus(level.over(factor)?)?, vec![part, rate]));
    }
    page.said_after(part).contains(Cue::UNCHANGED).then(|| (Interval::exact(Decimal::ZERO), vec![part]))
}
