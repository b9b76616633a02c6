//! Amounts for each that nobody states: "subsidized 984 students with 1.476 million yuan" is 1,500 yuan for each of them.
//!
//! From an amount of money and the people or households beside it, to findings "average": where many digits divide into few, the two figures
//! fit. What does not divide so says nothing.

use super::brief::Trait;
use super::draft::Draft;
use super::page::Page;
use super::rules;
use crate::analysis::{Kind, Quantity, Unit, Verdict, significant_digits};
use crate::wording::audit as say;
use rust_decimal::Decimal;

/// Checks every amount of money with a number of people or households near it.
pub(super) fn check(page: &Page, out: &mut Vec<Draft>) {
    for id in page.with(Trait::MONEY).filter(|id| is_exact(page, *id)) {
        let Some(money) = page.get(id).filter(|q| digits(q) >= FEWEST_OF_MONEY) else { continue };
        let sentence = page.in_sentence(id);
        if sentence.clone().any(|i| page.brief(i).kind == Kind::Average) {
            continue;
        }
        let near = (id.saturating_sub(REACH)..id).rev().chain(id + 1..=id + REACH);
        out.extend(near.filter(|other| sentence.contains(other)).find_map(|count| check_pair(page, money, id, count)));
    }
}

/// Figures between the two, and one more.
const REACH: usize = 2;
/// Significant digits that an amount and a number need, so that no chance makes them divide.
const FEWEST_OF_MONEY: u32 = 4;
const FEWEST_OF_COUNT: u32 = 3;
/// Significant digits of what is given to each, at most.
const MOST_OF_EACH: u32 = 2;

fn is_exact(page: &Page, id: usize) -> bool {
    let q = page.brief(id);
    q.kind == Kind::Level && q.is(Trait::ONE) && q.is_without(Trait::PER | Trait::HEDGED | Trait::PART)
}

fn digits(q: &Quantity) -> u32 {
    q.amount.one().map_or(0, significant_digits)
}

fn check_pair(page: &Page, money: &Quantity, id: usize, count: usize) -> Option<Draft> {
    let persons = page.get(count).filter(|q| matches!(q.unit, Unit::People | Unit::Households) && is_exact(page, count))?;
    if persons.topic != money.topic || digits(persons) < FEWEST_OF_COUNT {
        return None;
    }
    let (whole, number) = (money.amount.one()?, persons.amount.one()?);
    let each = whole.checked_div(number)?;
    if each.checked_mul(number)? != whole || significant_digits(each) > MOST_OF_EACH || each < Decimal::ONE {
        return None;
    }
    let each = page.show.amount(each, money);
    let note = page.say(&say::ROUND_EACH, &[("each", &each)]);
    let calculation = format!("{} / {} = {each}", page.told(id), page.told(count));
    Some(Draft::new(&rules::AVERAGE, Verdict::Consistent, vec![id, count], note).calculation(calculation))
}
