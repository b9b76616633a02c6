//! Averages that arithmetic gives to a total: "approved 317 loans worth $58.3 million, averaging $184,000", "removed 41,870 head at 1,150 each, for an
//! outlay of 48.2 million", "68 of the 61,240 mothers died, that is 111 per 100,000".
//!
//! From averages that have found nothing, or only the count that they are per, to the total that a count of the text divides to them.

use super::Context;
use super::sums::{half_unit, rounding};
use crate::analysis::{Kind, Unit};
use crate::quantity::Mention;
use rust_decimal::Decimal;

/// Links averages to the total that a count beside it divides to them.
pub(super) fn link_agreed_averages(context: &Context, mentions: &mut [Mention]) {
    for i in 0..mentions.len() {
        let total = mentions.get(i).filter(|m| is_open(m)).and_then(|_| divided(context, mentions, i));
        if let (Some(total), Some(m)) = (total, mentions.get_mut(i)) {
            m.base = Some((total, "agreed_average"));
        }
    }
}

/// Whether an average has not found its total yet.
fn is_open(m: &Mention) -> bool {
    let base = m.base.is_none_or(|(_, rule)| rule == "average_over_count" || rule == "rate_of");
    let money = m.unit.is_some_and(Unit::is_currency) && m.of.is_none();
    m.kind == Kind::Average && base && !m.in_words && (money || m.per.is_some())
}

/// Figures on each side that are looked at.
const REACH: usize = 8;

/// The nearest total that a count of its sentence or the one before divides to figure `i`.
fn divided(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    if context.names_income(i) {
        return None;
    }
    let this = mentions.get(i)?;
    let sentence = context.in_sentence(i);
    let before = sentence.start.checked_sub(1).map_or(sentence.start, |p| context.in_sentence(p).start);
    let near = || (before.max(i.saturating_sub(REACH))..i).rev().chain(i + 1..sentence.end.min(i + REACH));
    let plain = |j: &usize| mentions.get(*j).is_some_and(|m| m.stands_alone() && m.per.is_none() && m.amount.one().is_some());
    let total = |j: &usize| mentions.get(*j).is_some_and(|m| m.kind != Kind::Average && same_dimension(m, this));
    let by = multiple(this);
    let times = times_a_year(this);
    near().filter(plain).filter(total).find(|t| {
        let mut counts = near().filter(plain).filter(|c| c != t);
        let divided =
            |c: usize, by: Decimal| mentions.get(*t).zip(mentions.get(c)).is_some_and(|(t, c)| counts_things(c) && divides(t, c, this, by));
        let yearly = || times.and_then(|times| by.checked_div(times));
        counts.any(|c| divided(c, by) || yearly().is_some_and(|by| divided(c, by)))
            || times.zip(mentions.get(*t)).is_some_and(|(times, t)| is_time_alone(this) && divides_by(t, times, this))
    })
}

/// "48,700 visits, roughly 133 a day": whether a number of times a year divides the total of a year to the average.
fn divides_by(total: &Mention, times: Decimal, average: &Mention) -> bool {
    let (Some(all), Some(each)) = (total.amount.one(), average.amount.one()) else { return false };
    let slack = grain(average).max(each / ROUND);
    let fine = rounding(total) * Decimal::from(20) <= all && grain(average) * Decimal::from(20) <= each;
    fine && all.checked_div(times).is_some_and(|told| (told - each).abs() <= slack)
}

/// "1,050 pesos per family a month": how often a year has the time that an average is per.
fn times_a_year(average: &Mention) -> Option<Decimal> {
    let word = average.per.as_deref()?.rsplit(' ').next()?;
    let times: i64 = match word {
        "month" => 12,
        "day" => 365,
        "week" => 52,
        "quarter" => 4,
        _ => return None,
    };
    Some(Decimal::from(times))
}

/// Whether an average is per a time and per nothing else.
fn is_time_alone(average: &Mention) -> bool {
    average.per.as_deref().is_some_and(|per| !per.contains(' '))
}

/// How many things a rate is of: a thousand in "per 1,000 people".
fn multiple(average: &Mention) -> Decimal {
    let number =
        average.per.as_deref().and_then(|per| per.split_whitespace().next()).filter(|n| n.starts_with(|c: char| c.is_ascii_digit()));
    number.and_then(|n| n.replace(',', "").parse().ok()).unwrap_or(Decimal::ONE)
}

/// Whether a total and an average are measured alike: in one unit, both in mass, both counts, or person-days and days.
fn same_dimension(total: &Mention, average: &Mention) -> bool {
    let mass = |m: &Mention| matches!(m.unit, Some(Unit::Kilogram | Unit::Tonne));
    let counted = |m: &Mention| m.unit.is_some_and(Unit::is_counted);
    let days = average.unit == Some(Unit::Day) && total.head.as_deref().is_some_and(|head| head.ends_with("-day"));
    total.unit == average.unit || mass(total) && mass(average) || counted(total) && counted(average) || days
}

/// Whether an amount may be divided by a figure: it counts, or measures land or length.
fn counts_things(m: &Mention) -> bool {
    m.unit.is_some_and(|unit| unit.is_counted() || unit.is_extent())
}

/// Whether total and count give the average of so many, within the rounding of all three.
fn divides(total: &Mention, count: &Mention, average: &Mention, by: Decimal) -> bool {
    let scale = match (total.unit, average.unit) {
        (Some(Unit::Tonne), Some(Unit::Kilogram)) => by.checked_mul(Decimal::ONE_THOUSAND),
        (Some(Unit::Kilogram), Some(Unit::Tonne)) => by.checked_div(Decimal::ONE_THOUSAND),
        _ => Some(by),
    };
    let (Some(all), Some(number), Some(each), Some(scale)) = (total.amount.one(), count.amount.one(), average.amount.one(), scale) else {
        return false;
    };
    if number <= Decimal::ONE || each <= Decimal::ZERO {
        return false;
    }
    let divided = |all: Decimal, number: Decimal| all.checked_mul(scale).and_then(|all| all.checked_div(number));
    let (low, high) = (divided(all - rounding(total), number + rounding(count)), divided(all + rounding(total), number - rounding(count)));
    let (Some(low), Some(high)) = (low, high) else { return false };
    // "about 74,000": a round average is near enough.
    let slack = grain(average).max(each / ROUND);
    let fine = (high - low) * Decimal::TEN <= high && grain(average) * Decimal::TEN <= each;
    fine && each >= low - slack && each <= high + slack
}

/// Half of the last digit of an average: unlike a count, a printed one is rounded.
fn grain(average: &Mention) -> Decimal {
    average.precision.filter(|p| *p <= 0).map_or(rounding(average), half_unit)
}

/// A printed average may be rounded by one part in so many.
const ROUND: Decimal = Decimal::from_parts(200, 0, 0, false, 0);
