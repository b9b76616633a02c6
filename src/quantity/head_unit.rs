//! Units that a heading gives for the figures under it: "($ million)", "(in thousands of tonnes)", "(per 1,000 live births)", "% of GDP".

use super::per::per_after;
use crate::analysis::Unit;
use crate::language::{Class, ReadText};
use std::ops::Range;

/// What a heading says of the unit of figures.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct HeadUnit {
    /// The unit, where more than a scale is said.
    pub(crate) unit: Option<Unit>,
    /// The power of ten that a printed 1 stands for in that unit.
    pub(crate) power: i32,
    /// Denominator.
    pub(crate) per: Option<String>,
    /// The tokens of the name of money.
    pub(crate) money: Range<usize>,
}

/// The unit that the tokens of a heading say, if they say nothing else.
pub(crate) fn head_unit(read: &ReadText, range: Range<usize>) -> Option<HeadUnit> {
    let mut said = HeadUnit::default();
    let mut at = range.start;
    let mut any = false;
    while at < range.end {
        let len = read.phrase_len(at).min(range.end - at);
        // "% of GDP", "% of households": what shares are of.
        if said.unit == Some(Unit::Percent) && read.str(at) == "of" {
            return Some(said);
        }
        if any && let Some((per, after)) = per_after(read, at, range.end).filter(|(_, after)| *after > at && *after <= range.end) {
            (said.per, at) = (Some(per), after);
        } else if !any && read.phrase_is(at, Class::PER) {
            let (per, after) = per_after(read, at, range.end)?;
            (said.per, at) = (Some(per), after);
        } else if matches!(read.str(at), "in" | "In" | "of" | "the" | "'" | "’" | ".") {
            at += 1;
            continue;
        } else if matches!(read.str(at), "000" | "000s" | "1,000" | "1000") && said.power == 0 {
            (said.power, at) = (3, at + 1);
        } else if let Some((entry, len)) =
            read.entry(at, Class::PREFIX_UNIT).filter(|(entry, _)| said.unit.is_none() && entry.unit.is_some())
        {
            (said.unit, said.money) = (entry.unit, at..at + len);
            at += len;
        } else if let Some(power) = scale(read, at, &said) {
            said.power += power;
            at += len;
        } else if said.unit.is_none() {
            // "(thousand head)", "('000 visitors)": a scale of what the heading counts.
            let Some((unit, power, len)) = unit(read, at) else { return (said.power != 0 && read.is_word(at)).then_some(said) };
            said.unit = Some(unit);
            said.power += power;
            at += len;
        } else if matches!(read.str(at), "points" | "point") && said.unit == Some(Unit::Percent) {
            (said.unit, at) = (Some(Unit::PercentagePoint), at + 1);
        } else {
            return None;
        }
        any = true;
    }
    any.then_some(said)
}

/// The power of a scale word at a token; a letter is one behind money only ("€ m").
fn scale(read: &ReadText, at: usize, said: &HeadUnit) -> Option<i32> {
    let money = said.unit.is_some_and(Unit::is_currency);
    let letter = |power| money.then_some(power);
    match read.str(at) {
        "m" | "M" => letter(6),
        "b" | "B" => letter(9),
        "k" | "K" => letter(3),
        _ => read.entry(at, Class::SCALE).map(|(entry, _)| entry.power),
    }
}

/// The unit at a token, its power of ten, and how many tokens it has.
fn unit(read: &ReadText, at: usize) -> Option<(Unit, i32, usize)> {
    let person = |at| read.word_is(at, Class::PEOPLE);
    match read.str(at) {
        "t" => return Some((Unit::Tonne, 0, 1)),
        "l" => return Some((Unit::Litre, 0, 1)),
        "number" | "Number" | "no" | "No" | "numbers" | "count" | "units" => return Some((Unit::Count, 0, 1)),
        _ => {}
    }
    if let Some(behind) = super::unit::unit_after(read, at) {
        return Some((behind.unit, behind.power, behind.after - at));
    }
    if read.word_is(at, Class::HOUSEHOLDS) {
        return Some((Unit::Households, 0, 1));
    }
    person(at).then_some((Unit::People, 0, 1))
}
