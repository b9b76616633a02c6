//! The shares of one whole together: they come to 100% or less.
//!
//! From the shares of the parts of a total, or of one sentence, to findings "shares".

use super::brief::Trait;
use super::draft::Draft;
use super::interval::Interval;
use super::judge::Judged;
use super::page::Page;
use super::rules;
use super::{part, show, words};
use crate::analysis::{Kind, Unit, Verdict};
use crate::wording::audit as say;
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// Checks the shares of every total, and every list of shares in a sentence.
pub(super) fn check(page: &Page, out: &mut Vec<Draft>) {
    let mut seen: BTreeSet<Vec<usize>> = BTreeSet::new();
    for total in 0..page.quantities.len() {
        for list in page.lists(total) {
            let shares = of_parts(page, list);
            if shares.len() > 1 && seen.insert(shares.clone()) {
                out.extend(together(page, &shares));
            }
        }
    }
    for sentence in page.sentences.iter().filter(|sentence| sentence.len() > 2) {
        let shares = listed(page, sentence.clone());
        if shares.len() > 2 && seen.insert(shares.clone()) {
            out.extend(together(page, &shares));
        }
    }
}

fn is_share(page: &Page, id: usize) -> bool {
    let q = page.brief(id);
    q.kind == Kind::Share && q.unit == Unit::Percent
}

/// A share that does not fit the total need not be said again where all shares together do not.
pub(super) fn without_repetition(drafts: &mut Vec<Draft>) {
    let together: BTreeSet<usize> = drafts
        .iter()
        .filter(|d| d.rule() == &rules::SHARES && d.verdict() == Verdict::Inconsistent)
        .flat_map(|d| d.quantities().iter().copied())
        .collect();
    drafts.retain(|d| {
        d.rule() != &rules::SHARE || d.verdict() != Verdict::Inconsistent || d.quantities().first().is_none_or(|q| !together.contains(q))
    });
}

/// The shares that the parts of a total are said to take, and those that are parts themselves.
fn of_parts(page: &Page, parts: &[usize]) -> Vec<usize> {
    let beside = |part: &usize| page.qualifiers(*part).iter().copied().find(|q| is_share(page, *q));
    let direct = |part: &usize| page.is(*part, Trait::PERCENT);
    let mut shares: Vec<usize> = parts.iter().filter_map(|p| if direct(p) { Some(*p) } else { beside(p) }).collect();
    shares.sort_unstable();
    shares
}

/// Shares of a sentence that follow each other as one list, each with a part of its own: "respectively accounting for 3%, 7% and 2%".
fn listed(page: &Page, sentence: std::ops::Range<usize>) -> Vec<usize> {
    let paired = |id: &usize| is_share(page, *id) && page.get(*id).is_some_and(|q| q.base_rule.as_deref() == Some("respectively"));
    let shares: Vec<usize> = sentence.filter(paired).collect();
    if shares.is_empty() {
        return shares;
    }
    let bases: BTreeSet<Option<u32>> = shares.iter().map(|s| page.get(*s).and_then(|q| q.base)).collect();
    let units: BTreeSet<Option<Unit>> = bases.iter().map(|b| b.and_then(|b| page.get(b as usize)).map(|q| q.unit)).collect();
    if bases.len() == shares.len() && units.len() == 1 { shares } else { Vec::new() }
}

fn together(page: &Page, shares: &[usize]) -> Option<Draft> {
    if shares.len() < 2 {
        return None;
    }
    let mut all = Interval::exact(Decimal::ZERO);
    for share in shares {
        all = all.plus(page.printed(*share)?)?;
    }
    let parts = shares.iter().filter_map(|s| page.get(*s)?.base).map(|b| b as usize);
    let ids: Vec<usize> = shares.iter().copied().chain(parts).collect();
    let whole = Interval::exact(Decimal::ONE_HUNDRED);
    let numbers: Vec<_> = shares.iter().map(|s| page.told(*s)).collect();
    let calculation = format!("{} = {}", numbers.join(" + "), show::percent(all.point));
    let exact = all.point == Decimal::ONE_HUNDRED;
    // "A has 39% of the cases and, together with B, 85% of them": one share holds the other.
    let said = shares.first().zip(shares.last()).map_or("", |(first, last)| page.between(*first, *last));
    let nested = || words::has_any(said, &["together with", "along with", "combined with"]);
    let overlap = || {
        let parts: Vec<usize> = shares.iter().filter_map(|s| page.get(*s)?.base).map(|part| part as usize).collect();
        let total = parts.first().and_then(|part| page.get(*part)?.of);
        let of_one = parts.iter().all(|part| page.get(*part).is_some_and(|q| q.of == total));
        total.is_some_and(|total| of_one && part::overlap(page, total as usize, &parts))
    };
    let (verdict, note) = if all.exceeds(whole) {
        if nested() || overlap() || part::may_be_both(page, &ids) {
            return None;
        }
        (Verdict::Inconsistent, page.say(&say::SHARES_OVER, &[("sum", &show::percent(all.point))]))
    } else if all.meets(whole) && shares.len() > 2 {
        (if exact { Verdict::Consistent } else { Verdict::Rounding }, page.say(&say::SHARES_FIT, &[]))
    } else {
        return None;
    };
    Some(Draft::judged(&rules::SHARES, Judged { verdict, stated: whole, computed: all }, ids, note).calculation(calculation))
}
