//! What is left of revenue and expenditure: "collected 2,610 million ... spent 2,745 million, a deficit of 135 million".
//!
//! From a deficit or surplus that nothing has judged, to findings "sum".

use super::super::brief::Trait;
use super::super::draft::Draft;
use super::super::judge::{Judged, Reading};
use super::super::page::Page;
use super::super::{rules, slip, words};
use super::{is_exact, only_near_miss};
use crate::analysis::Kind;
use crate::wording::audit as say;
use rustc_hash::FxHashSet;

/// Checks every balance of money that is still open.
pub(super) fn check(page: &Page, judged: &FxHashSet<usize>, out: &mut Vec<Draft>) {
    for id in page.with(Trait::MONEY | Trait::ONE).filter(|id| !judged.contains(id) && is_exact(page, *id)) {
        if page.printed_before(id).take(LEAD).any(|word| words::is_one_of(word, BALANCE)) {
            out.extend(check_balance(page, id));
        }
    }
}

const BALANCE: &[&str] = &["deficit", "surplus", "shortfall"];

/// Words from the name of a balance to its figure: "deficit for the year of".
const LEAD: usize = 5;

/// Sentences back to what it is the balance of.
const FAR: usize = 6;

const CAME_IN: &[&str] = &["revenue", "revenues", "income", "receipts", "proceeds", "collected", "earned", "took in", "received", "raised"];
const WENT_OUT: &[&str] = &["expenditure", "expenditures", "spending", "spent", "expenses", "costs", "outlays", "paid out", "outgoings"];

fn check_balance(page: &Page, id: usize) -> Option<Draft> {
    let own = page.get(id)?;
    let around = page.around(id, FAR, 0);
    let candidates = |told: &'static [&'static str]| {
        let fits = move |other: &usize| {
            let q = page.brief(*other);
            *other < id
                && q.unit == own.unit
                && q.topic == own.topic
                && q.kind == Kind::Level
                && q.is_without(Trait::PER | Trait::PART)
                && is_exact(page, *other)
                && page.get(*other).is_some_and(|q| q.year == own.year)
                && says(page, *other, told)
        };
        around.clone().filter(fits)
    };
    let income: Vec<usize> = candidates(CAME_IN).collect();
    let pairs = candidates(WENT_OUT).flat_map(|spent| income.iter().map(move |came| (*came, spent)).filter(|(a, b)| a != b));
    let judge = |(came, spent): (usize, usize)| {
        let relation = |read: Reading| {
            let (a, b) = (read(came)?, read(spent)?);
            Some((read(id)?, if a.point < b.point { b.minus(a)? } else { a.minus(b)? }))
        };
        Judged::new(page, id, &relation)
    };
    let pairs: Vec<((usize, usize), Judged)> = pairs.filter_map(|pair| Some((pair, judge(pair)?))).collect();
    // So few digits fit one of several pairs by chance.
    let fewest = if pairs.len() == 1 { 2 } else { 3 };
    let near = only_near_miss(page, id, pairs.iter().copied(), fewest).map(|(pair, judged, slip)| (pair, judged, Some(slip)));
    let ((came, spent), judged, slip) = near.or_else(|| of_a_level(page, id, &pairs))?;
    let change = page.show.amount(judged.computed.point, own);
    let (a, b) = (page.told(came), page.told(spent));
    let values = [("former", &*a), ("new", &*b), ("change", &*change), ("stated", &*page.told(id))];
    let (larger, smaller) = if page.brief(came).rough < page.brief(spent).rough { (&b, &a) } else { (&a, &b) };
    let calculation = format!("{larger} \u{2212} {smaller} = {}", page.show.like(judged.computed.point, own));
    let draft = Draft::judged(&rules::SUM, judged, vec![id, came, spent], page.say(&say::CHANGE_OFF, &values));
    Some(draft.calculation(calculation).slip(slip))
}

/// The one pair of which a changed digit of revenue or expenditure makes the balance.
fn of_a_level(page: &Page, id: usize, pairs: &[((usize, usize), Judged)]) -> Option<((usize, usize), Judged, Option<String>)> {
    if pairs.iter().any(|(_, judged)| judged.agrees()) {
        return None;
    }
    let slip = |level: usize, other: usize| {
        let (q, balance, other) = (page.get(level)?, page.printed(id)?, page.printed(other)?);
        let sums = [other.plus(balance), other.minus(balance)];
        sums.into_iter().flatten().find_map(|sum| slip::of_one_digit(page.show, q, sum, LEVEL))
    };
    let mut near = pairs.iter().filter_map(|((came, spent), judged)| {
        let slip = slip(*spent, *came).or_else(|| slip(*came, *spent))?;
        Some(((*came, *spent), *judged, Some(slip)))
    });
    near.next().filter(|_| near.next().is_none())
}

/// Digits of a level of which one may have been misprinted.
const LEVEL: usize = 4;

/// Whether the clause of a figure says one of some words.
fn says(page: &Page, id: usize, told: &[&str]) -> bool {
    let clause = [words::behind(page.before(id), b";,("), words::up_to(page.after(id), b",;.(")];
    // "spending on staff" is some of it.
    clause.iter().any(|text| words::has_any(text, told)) && !clause.iter().any(|text| words::has_any(text, &["on"]))
}
