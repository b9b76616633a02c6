//! Plan and result of one sentence: "planned to put in 50 million yuan and actually issued 66 million yuan, overfulfilling the task by 32%".
//!
//! From a percentage beside words of a plan, and the planned and the actual figure before it, to findings `fulfilment`.

use super::brief::Trait;
use super::cue::Cue;
use super::draft::Draft;
use super::interval::Interval;
use super::judge::{Judged, Reading};
use super::page::Page;
use super::{rules, show, words};
use crate::analysis::{Kind, Verdict};
use crate::wording::audit as say;
use rust_decimal::Decimal;

/// Checks every percentage beyond or of a plan.
pub(super) fn check(page: &Page, out: &mut Vec<Draft>) {
    for id in 0..page.quantities.len() {
        out.extend(check_one(page, id).or_else(|| exceeds_plan(page, id)));
    }
}

/// Figures before a result that may be its plan.
const REACH: usize = 8;

/// "The plan of training 3,000 nurses ...", later "3,220 nurses were trained, exceeding the target": the plan is stated, the rate is not.
fn exceeds_plan(page: &Page, id: usize) -> Option<Draft> {
    if !page.said_after(id).contains(Cue::BEYOND | Cue::GOAL) || !page.is_amount(id) {
        return None;
    }
    let q = page.get(id).filter(|q| q.kind == Kind::Level && q.per.is_none())?;
    let speaks_of_plan = || {
        let after = page.after(id);
        let said = words::find_word(after, "exceeding").and_then(|at| after.get(at..));
        said.is_some_and(|said| words::words(words::up_to(said, b",;.")).take(4).any(|w| words::GOAL.contains(&w)))
    };
    let is_plan = |p: &usize| {
        page.get(*p).is_some_and(|x| x.kind == Kind::Target && x.section == q.section && x.unit == q.unit && x.per.is_none())
            && page.clause(*p).common(page.clause(id)) > 0
    };
    let plan = (id.saturating_sub(REACH)..id).rev().find(|p| is_plan(p)).filter(|_| speaks_of_plan())?;
    let (planned, result) = (page.printed(plan)?, page.printed(id)?);
    if planned.exceeds(result) {
        return None;
    }
    let note = page.say(&say::PLAN_EXCEEDED, &[]);
    let calculation = format!("{} > {}", page.told(id), page.told(plan));
    Some(Draft::new(&rules::FULFILMENT, Verdict::Consistent, vec![id, plan], note).calculation(calculation))
}

fn check_one(page: &Page, id: usize) -> Option<Draft> {
    let (beyond, of_plan) = (page.said_before(id).contains(Cue::BEYOND), page.said_after(id).contains(Cue::GOAL));
    let q = page.get(id).filter(|_| (beyond || of_plan) && page.is(id, Trait::PERCENT))?;
    let (before, after) = (page.before(id), words::up_to(page.after(id), b",;."));
    let beyond = beyond && words::has_any(before, &["by"]);
    let of_plan = of_plan && words::has_any(after, words::GOAL) && words::has_any(after, &["of"]);
    if !beyond && !of_plan {
        return None;
    }
    let start = page.in_sentence(id).start;
    let plans =
        (start..id).rev().filter(|f| page.get(*f).is_some_and(|x| x.per.is_none() && x.kind == Kind::Target && !x.unit.is_relative()));
    let judged: Vec<Outcome> = plans.filter_map(|plan| judge(page, id, plan, beyond)).collect();
    // "planned 1,200 houses for 2020 and 1,500 for 2021": where several plans are told, the one that fits is meant, and which one is not
    // known if none does.
    let Outcome { plan, result, judged } =
        judged.iter().find(|o| o.judged.agrees()).or_else(|| judged.first().filter(|_| judged.len() == 1))?;
    let (plan, result) = (*plan, *result);
    let computed = show::percent(judged.computed.point);
    let (planned, actual) = (page.told(plan), page.told(result));
    let calculation =
        if beyond { format!("{actual} / {planned} \u{2212} 1 = {computed}") } else { format!("{actual} / {planned} = {computed}") };
    let note = match judged.verdict {
        Verdict::Inconsistent => page.say(&say::PLAN_OFF, &[("computed", &computed), ("stated", &page.show.figure(q))]),
        _ => page.say(&say::PLAN_FITS, &[]),
    };
    Some(Draft::judged(&rules::FULFILMENT, *judged, vec![id, result, plan], note).calculation(calculation))
}

/// A plan, its result, and how the percentage between them stands.
struct Outcome {
    plan: usize,
    result: usize,
    judged: Judged,
}

/// The last level behind a plan, in per cent of it, against the stated percentage.
fn judge(page: &Page, id: usize, plan: usize, beyond: bool) -> Option<Outcome> {
    let unit = page.get(plan)?.unit;
    let level = |f: &usize| page.get(*f).is_some_and(|x| x.per.is_none() && x.kind == Kind::Level && x.unit == unit);
    let result = (plan + 1..id).rev().find(level)?;
    let added = if beyond { Interval::exact(Decimal::ONE_HUNDRED) } else { Interval::exact(Decimal::ZERO) };
    let judged = Judged::new(page, id, &|read: Reading| Some((read(id)?, read(result)?.over(read(plan)?)?.percent()?.minus(added)?)))?;
    Some(Outcome { plan, result, judged })
}
