//! Figures that cannot be, whatever the others say: more than all of some people, and money that has lost its scale word on the way from one level to
//! another.
//!
//! From single percentages and from steps "from A to B", to findings "share" and "scale".

use super::draft::Draft;
use super::page::Page;
use super::{rules, words};
use crate::analysis::{Kind, Quantity, Unit, Verdict};
use crate::wording::audit as say;
use rust_decimal::Decimal;

/// Looks at every share of people and every amount of money that another one leads to.
pub(super) fn check(page: &Page, out: &mut Vec<Draft>) {
    for id in 0..page.quantities.len() {
        let brief = page.brief(id);
        if brief.unit == Unit::Percent && brief.kind == Kind::Share {
            out.extend(more_than_all(page, id));
        } else if brief.unit.is_currency() {
            out.extend(lost_scale(page, id));
        }
    }
}

/// "194.6 per cent of children", "repayment was reported at 989 percent".
fn more_than_all(page: &Page, id: usize) -> Option<Draft> {
    let q = page.get(id).filter(|q| q.amount.one().is_some_and(|v| v > Decimal::ONE_HUNDRED))?;
    let after = words::up_to(page.after(id), b",;.");
    let persons = || {
        let mut behind = words::words(after);
        behind.next() == Some("of") && behind.take(3).any(|word| words::is_one_of(word, PERSONS))
    };
    let stated = || q.amount.one().is_some_and(|v| v >= Decimal::from(FAR)) && words::has_any(page.before(id), RATES);
    // "150 per cent of the children planned", "120% of the population of 1990", "up to 110% of the number in 2019".
    let compared = || words::has_any(page.sentence(id), COMPARED);
    ((persons() || stated()) && !compared()).then(|| {
        let note = page.say(&say::MORE_THAN_ALL, &[("text", &q.text)]);
        Draft::new(&rules::SHARE, Verdict::Inconsistent, vec![id], note)
    })
}

/// What none can have more of than all: those that are asked, owe or are reached. Prisons and wards do hold more than they have places.
const RATES: &[&str] = &["repayment", "literacy", "attendance", "survival", "immunization", "immunisation", "vaccination"];

/// From this percentage on, a rate is no rate of what is due.
const FAR: i64 = 150;

const PERSONS: &[&str] =
    &["children", "patients", "pupils", "students", "women", "men", "girls", "boys", "households", "families", "inhabitants", "residents"];

const COMPARED: &[&str] = &[
    "target", "targets", "plan", "planned", "targeted", "quota", "capacity", "level", "levels", "average", "budget", "number", "figure",
    "compared", "relative", "increase", "rise", "growth", "goal", "estimate", "expected", "forecast",
];

/// "The estimate of Rs. 1,359 million has been revised to Rs. 3,200": the amount in front has a scale word, and this one less than a part in a
/// thousand of it.
fn lost_scale(page: &Page, id: usize) -> Option<Draft> {
    // Few words are so short: most need not be looked at.
    if page.words_before(id).iter().rfind(|word| word.mark == 0).is_none_or(|word| word.span.len() != "to".len()) {
        return None;
    }
    let mut before_it = page.printed_before(id);
    let to = before_it.next().is_some_and(|word| word.eq_ignore_ascii_case("to"));
    if !to || !before_it.take(2).any(|word| words::is_one_of(word, MOVED)) {
        return None;
    }
    let q = page.get(id).filter(|q| q.per.is_none() && !is_scaled(q))?;
    let former = (page.in_sentence(id).start..id).rev().find(|p| page.brief(*p).unit == q.unit)?;
    let before = page.get(former).filter(|p| p.unit == q.unit && p.per.is_none() && is_scaled(p))?;
    let (value, from) = (q.amount.one()?, before.amount.one()?);
    let small = value >= Decimal::ONE && value.checked_mul(Decimal::ONE_THOUSAND)? < from;
    let each = words::has_any(words::up_to(page.after(id), b",;."), &["per", "each", "a"]);
    (small && !each).then(|| {
        let note = page.say(&say::LOST_SCALE, &[("text", &q.text), ("former", &page.told(former))]);
        Draft::new(&rules::SCALE, Verdict::Inconsistent, vec![id, former], note)
    })
}

/// Whether a figure is printed with a scale word; an "m" behind money is one, and behind a length a metre.
fn is_scaled(q: &Quantity) -> bool {
    words::has_any(&q.text, words::SCALES) || q.unit.is_currency() && words::has_any(&q.text, &["m"])
}

const MOVED: &[&str] =
    &["revised", "raised", "increased", "reduced", "rose", "fell", "grown", "grew", "cut", "lowered", "amended", "changed", "adjusted"];
