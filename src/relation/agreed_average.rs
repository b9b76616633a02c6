//! Averages that arithmetic gives to a total: "approved 317 loans worth $58.3 million, averaging $184,000", "removed 41,870 head at 1,150 each, for an
//! outlay of 48.2 million", "68 of the 61,240 mothers died, that is 111 per 100,000".
//!
//! From averages that have found nothing, or only the count that they are per, to the total that a count of the text divides to them.

use super::Context;
use super::average::counts_thing;
use super::denominators::standard;
use super::sums::{half_unit, rounding};
use crate::analysis::{Kind, Unit};
use crate::quantity::Mention;
use rust_decimal::Decimal;

/// Links averages to the total that a count beside it divides to them.
pub(super) fn link_agreed_averages(context: &Context, mentions: &mut [Mention]) {
    for i in 0..mentions.len() {
        let total = mentions.get(i).filter(|m| is_open(m)).and_then(|_| divided(context, mentions, i));
        if let (Some(total), Some(m)) = (total, mentions.get_mut(i).filter(|m| m.base.is_none_or(|(base, _)| Some(base) != total))) {
            m.base = Some((total, "agreed_average"));
        }
        hand_denominator(context, mentions, i);
        hand_measure(mentions, i);
    }
}

/// "2.4 million was paid to 12,000 families, an average payment of 200": so much for each of those whose number divides the total.
fn hand_denominator(context: &Context, mentions: &mut [Mention], i: usize) {
    let Some(this) = mentions.get(i).filter(|m| m.kind == Kind::Average && m.per.is_none() && m.unit.is_some_and(Unit::is_currency)) else {
        return;
    };
    let Some(total) = this.base.and_then(|(total, _)| mentions.get(total)).filter(|t| could_be_total(t, this)) else { return };
    let sentence = context.in_sentence(i);
    let before = sentence.start.checked_sub(1).map_or(sentence.start, |p| context.in_sentence(p).start);
    let divisor = |c: &&Mention| {
        c.head.is_some() && c.unit.is_some_and(Unit::is_counted) && counts_things(c, this) && divides(total, c, this, Decimal::ONE)
    };
    let per = mentions.get(before..sentence.end).and_then(|near| near.iter().find(divisor)).and_then(|c| c.head.as_deref()).map(standard);
    if let (Some(per), Some(m)) = (per, mentions.get_mut(i)) {
        m.per = Some(per);
    }
}

/// "8,316 teachers in 32 schools (260 per school)": what a bare number tells of each is what its total counts.
fn hand_measure(mentions: &mut [Mention], i: usize) {
    let Some(this) = mentions.get(i).filter(|m| m.kind == Kind::Average && m.noun.is_none() && m.unit == Some(Unit::Count)) else { return };
    if this.head.is_some() && this.head != this.per {
        return;
    }
    let counted = |t: &&Mention| t.unit.is_some_and(Unit::is_counted);
    let total = this.base.and_then(|(total, _)| mentions.get(total)).filter(counted).map(|t| (t.unit, t.head.clone()));
    if let (Some((unit, head)), Some(m)) = (total, mentions.get_mut(i)) {
        (m.unit, m.head) = (unit, head);
    }
}

/// Whether an average has not found its total yet.
fn is_open(m: &Mention) -> bool {
    let base = m.base.is_none_or(|(_, rule)| matches!(rule, "average_over_count" | "rate_of" | "average_of_total"));
    let money = m.unit.is_some_and(Unit::is_currency) && m.of.is_none();
    let average = m.kind == Kind::Average || m.kind == Kind::Target && m.per.is_some();
    average && base && (money || m.per.is_some())
}

/// Figures on each side that are looked at.
const REACH: usize = 8;

/// Sentences in front in which the total of an average stands whose denominator is counted beside it.
const SENTENCES: usize = 3;

/// The nearest total that a count of its sentence or the one before divides to figure `i`; further off where that count is of what it is per.
fn divided(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    if context.names_income(i) {
        return None;
    }
    let this = mentions.get(i)?;
    let sentence = context.in_sentence(i);
    let before = sentence.start.checked_sub(1).map_or(sentence.start, |p| context.in_sentence(p).start);
    let near = || (before.max(i.saturating_sub(REACH))..i).rev().chain(i + 1..sentence.end.min(i + REACH));
    let total = |j: &usize| mentions.get(*j).is_some_and(|m| could_be_total(m, this));
    let by = multiple(this);
    let times = times_a_year(this);
    let counts: Vec<usize> = near().filter(|c| mentions.get(*c).is_some_and(|c| counts_things(c, this))).collect();
    let found = near().filter(total).find(|t| {
        let mut counts = counts.iter().copied().filter(|c| c != t);
        let divided = |c: usize, by: Decimal| mentions.get(*t).zip(mentions.get(c)).is_some_and(|(t, c)| divides(t, c, this, by));
        let yearly = || times.and_then(|times| by.checked_div(times));
        counts.any(|c| divided(c, by) || yearly().is_some_and(|by| divided(c, by)))
            || times.zip(mentions.get(*t)).is_some_and(|(times, t)| is_time_alone(this) && divides_by(t, times, this))
    });
    found.or_else(|| shared_out(mentions, near(), this)).or_else(|| {
        let per = this.per.as_deref().filter(|_| this.unit.is_some_and(|u| u.is_currency() || u.is_counted()))?;
        let counts = |c: usize| mentions.get(c).filter(|m| m.amount.one().is_some() && counts_thing(m, per));
        let count = near().find_map(counts)?;
        let reach = |j: &usize| mentions.get(*j).is_some_and(|m| m.sentence.abs_diff(this.sentence) <= SENTENCES);
        let far = (i.saturating_sub(REACH)..before).rev().chain(sentence.end..mentions.len().min(i + REACH)).filter(reach);
        let alike = |t: &usize| context.topic(*t) == context.topic(i);
        far.filter(total).filter(alike).find(|t| mentions.get(*t).is_some_and(|t| divides(t, count, this, by)))
    })
}

/// "each province has 15 million, and chose ten schools, each with 1.5 million": the total and the count that are per one thing.
fn shared_out(mentions: &[Mention], mut near: impl Iterator<Item = usize> + Clone, this: &Mention) -> Option<usize> {
    let per = this.per.as_deref()?;
    let could = |m: &Mention| m.per.is_some() && m.per != this.per && m.amount.one().is_some() && !is_time_alone(m);
    let count = near.clone().find_map(|c| mentions.get(c).filter(|m| could(m) && counts_thing(m, per)))?;
    let total = |m: &Mention| m.per == count.per && same_dimension(m, this) && divides(m, count, this, Decimal::ONE);
    near.find(|t| mentions.get(*t).is_some_and(total))
}

/// Whether an amount could be the total of an average: of its kind of unit, and per nothing, or per a time where the average is per a thing.
fn could_be_total(m: &Mention, average: &Mention) -> bool {
    let daily = |m: &Mention| m.per.is_some() && is_time_alone(m);
    let of_a_time = daily(m) && average.per.is_some() && !daily(average);
    let amount = m.stands_alone() && m.per.is_none() && m.kind != Kind::Average || of_a_time;
    (amount || m.kind == Kind::Change) && m.amount.one().is_some() && same_dimension(m, average)
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

/// Whether a figure is per a time and per nothing else.
fn is_time_alone(average: &Mention) -> bool {
    times_a_year(average).is_some() && average.per.as_deref().is_some_and(|per| !per.contains(' '))
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
    // "142,140 inpatient days", "3.84 million person-days".
    let days = average.unit == Some(Unit::Day) && total.head.as_deref().is_some_and(|head| head == "day" || head.ends_with("-day"));
    total.unit == average.unit || mass(total) && mass(average) || counted(total) && counted(average) || days
}

/// Whether an amount may be divided by a figure: it counts, or measures land or length, or the time that the average is per.
fn counts_things(m: &Mention, average: &Mention) -> bool {
    let hours = m.unit == Some(Unit::Hour) && average.per.as_deref() == Some("hour");
    let plain = m.stands_alone() && m.per.is_none() && m.amount.one().is_some();
    plain && (hours || m.unit.is_some_and(|unit| unit.is_counted() || unit.is_extent()))
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
    // "4,592 jobs, or four each"; "three governors, one county each" divide nothing.
    if average.in_words {
        let hedged = if average.modifier.is_some() { all / HEDGED } else { Decimal::ZERO };
        let told = all.checked_mul(scale).zip(number.checked_mul(each)).map(|(all, told)| (all - told).abs());
        return each > Decimal::ONE && told.is_some_and(|miss| miss <= hedged);
    }
    // An average more than a quarter off is none, whatever is rounded: seen without a division.
    let far = || {
        let (all, told) = (all.checked_mul(scale)?, number.checked_mul(each)?);
        Some((all - told).abs().checked_mul(Decimal::from(4))? > told)
    };
    if far() == Some(true) {
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

/// "nearly three for every house" may miss its total by one part in so many.
const HEDGED: Decimal = Decimal::from_parts(20, 0, 0, false, 0);

/// A printed average may be rounded by one part in so many.
const ROUND: Decimal = Decimal::from_parts(200, 0, 0, false, 0);
