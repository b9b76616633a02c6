//! Units around a number: in front ("US$ 5", "Rs 1,234"), behind ("5 million yuan", "10.1%"), and hyphened ("three-year").

use crate::analysis::Unit;
use crate::language::{Class, Entry, ReadText};
use crate::text::lowered;

/// The power of ten of scale words at token `i`, and the token after them ("hundred million", "lakh crore", "million").
pub(super) fn scale_at(read: &ReadText, i: usize) -> Option<(i32, usize)> {
    if let Some(power) = letter_of_money(read, i) {
        return Some((power, i + 1));
    }
    let mut at = i;
    let mut power = 0;
    while let Some((entry, len)) = read.entry(at, Class::SCALE).or_else(|| hyphened_scale(read, at)) {
        if len == 1 && read.str(at).len() <= 2 && !short_scale_fits(read, at) {
            break;
        }
        power += entry.power;
        at += len;
        // "1.2m. tons"
        if len == 1
            && read.str(at - 1).len() <= 2
            && read.is_mark(at, '.')
            && (read.phrase_is(at + 1, Class::UNIT) || read.word_is(at + 1, Class::PEOPLE | Class::HOUSEHOLDS))
        {
            at += 1;
        }
        if at - i > 3 {
            break;
        }
    }
    (at > i).then_some((power, at))
}

/// "25-million-dollar": a hyphen and the scale word, as one phrase.
fn hyphened_scale(read: &ReadText, at: usize) -> Option<(&'static Entry, usize)> {
    let glued = |j: usize| read.tokens.get(j).is_some_and(|t| !t.spaced);
    let joined = read.is_mark(at, '-') && glued(at) && glued(at + 1) && read.str(at + 1).len() > 2;
    read.entry(at + 1, Class::SCALE).filter(|_| joined).map(|(entry, len)| (entry, len + 1))
}

/// "$7.57B", "€1.2T", "$12.3MM": letters that scale money only.
fn letter_of_money(read: &ReadText, at: usize) -> Option<i32> {
    let power = match read.str(at) {
        "B" | "b" => 9,
        "T" => 12,
        "MM" => 6,
        _ => return None,
    };
    let apart = !read.is_mark(at + 1, '-') && read.tokens.get(at + 1).is_none_or(|t| t.spaced || !t.is_digits());
    let amount = at >= 2 && apart && read.tokens.get(at - 1)?.is_digits();
    let money = amount && unit_before(read, at - 1).is_some_and(|(unit, _)| unit.is_currency());
    money.then_some(power)
}

/// "m", "bn", "k" scale a number only when they stand right behind it or a currency makes them plausible: "5m people", "$5 m"; a
/// bare "5 m" is metres.
fn short_scale_fits(read: &ReadText, at: usize) -> bool {
    let glued = read.tokens.get(at).is_some_and(|t| !t.spaced);
    let money = at >= 2 && (unit_before(read, at - 1).is_some() || read.word_is(at - 2, Class::MONEY));
    let one_letter = read.str(at).len() == 1;
    // "1.5m people", "4.5m tonnes": no metres.
    let counted = || {
        read.phrase_is(at + 1 + usize::from(read.is_mark(at + 1, '.')), Class::UNIT)
            || read.word_is(at + 1, Class::PEOPLE | Class::HOUSEHOLDS)
            // "3m Australian dollars", "3m pesos"
            || super::money::of_nation(read, at + 1).is_some()
            || read.word_is(at + 1, Class::MONEY) && read.str(at + 1).len() > 3
            || is_counted_in_millions(read, at)
    };
    // "3.2M users": no metres have a capital.
    let millions = || match read.str(at) {
        "m" => counted() || is_number_told(read, at) || goes_on_in_millions(read, at),
        "M" => counted() || super::noun::is_plural(read, at + 1),
        _ => false,
    };
    // "3.2 M subscribers", "450 K users": capitals for what is counted, behind a blank too.
    let apart = || matches!(read.str(at), "K" | "M") && (read.word_is(at + 1, Class::PEOPLE) || super::noun::is_plural(read, at + 1));
    if one_letter { money || glued && (matches!(read.str(at), "k" | "K") || millions()) || apart() } else { true }
}

/// "1.94m TEU", "4.5m journeys": no lengths of things that are named by their capitals, or that are made or had.
fn is_counted_in_millions(read: &ReadText, at: usize) -> bool {
    let word = read.str(at + 1);
    let capitals = word.len() > 2 && word.bytes().all(|b| b.is_ascii_uppercase());
    capitals
        || matches!(word, "journeys" | "trips" | "visits" | "calls" | "doses" | "copies" | "tests" | "jobs" | "deaths" | "births" | "cases")
        || matches!(
            word,
            "accounts" | "transactions" | "hours" | "homes" | "meals" | "bags" | "barrels" | "items" | "votes" | "connections"
        )
        || matches!(
            word,
            "vehicles" | "cars" | "tickets" | "books" | "downloads" | "prescriptions" | "appointments" | "vaccinations" | "vaccines"
        )
        || matches!(
            word,
            "properties" | "dwellings" | "devices" | "subscriptions" | "loans" | "claims" | "crimes" | "offences" | "letters" | "parcels"
        )
        || matches!(word, "cattle" | "sheep" | "pigs" | "birds" | "chickens" | "shares" | "policies" | "messages" | "records" | "documents")
}

/// "1.94m TEU, against 2.07m the year before": behind a number in millions, what it is held against.
fn goes_on_in_millions(read: &ReadText, at: usize) -> bool {
    let lead = at.checked_sub(2).filter(|t| matches!(read.str(*t), "against" | "from" | "to" | "than" | "and" | "(" | "with"));
    let Some(lead) = lead.filter(|_| !read.is_word(at + 1) || read.word_is(at + 1, Class::DETERMINER | Class::PREPOSITION)) else {
        return false;
    };
    let before = (lead.saturating_sub(MILLIONS)..lead).rev().take_while(|t| !read.is_mark(*t, '.')).find(|t| read.str(*t) == "m");
    before.is_some_and(|t| {
        read.tokens.get(t).is_some_and(|k| !k.spaced) && (read.word_is(t + 1, Class::PEOPLE) || is_counted_in_millions(read, t))
    })
}

/// Tokens from a number in millions to the one that it is held against.
const MILLIONS: usize = 12;

/// "The number of households in the north is 1.6m, up", "a population of 2.3m": a number of persons or things ends with the letter at token `at`.
fn is_number_told(read: &ReadText, at: usize) -> bool {
    let Some(lead) = at.checked_sub(2).filter(|_| !read.is_word(at + 1)) else { return false };
    let front = (lead.saturating_sub(NUMBER_TOLD)..lead).rev().take_while(|t| !read.word_is(*t, Class::CLAUSE_END | Class::DIGITS));
    read.word_is(lead, Class::AUXILIARY | Class::TO | Class::PREPOSITION | Class::VERB)
        && front.into_iter().any(|t| matches!(read.str(t), "number" | "population" | "Number" | "Population"))
}

/// Tokens from "the number of" to the number.
const NUMBER_TOLD: usize = 12;

/// A unit behind a number.
#[derive(Debug, Clone, Copy)]
pub(super) struct UnitBehind {
    pub(super) unit: Unit,
    /// Power of ten that turns the printed unit into the coded one (a quintal is 10^2 kg).
    pub(super) power: i32,
    /// Token after it.
    pub(super) after: usize,
}

/// Whether the letter at token `at`, with its full stop, stands for pounds behind a sum without their sign.
fn is_old_pound(read: &ReadText, at: usize) -> bool {
    let glued = read.tokens.get(at).is_some_and(|t| !t.spaced) && read.is_mark(at + 1, '.');
    let sum = || at > 0 && read.str(at - 1).contains(',') && !(at > 1 && read.is_mark(at - 2, '£'));
    glued && sum()
}

/// Whether a stroke at token `at` joins a letter to what it is divided by: "g/km", "t/MWh", but not "t/ha", which is a phrase of its own.
fn per_glued(read: &ReadText, at: usize) -> bool {
    let glued = |t: usize| read.tokens.get(t).is_some_and(|t| !t.spaced);
    let divisor = read.word_is(at + 1, Class::UNIT)
        || read.entry(at + 1, Class::UNIT).is_some()
        || matches!(read.str(at + 1), "d" | "head" | "t" | "l");
    read.is_mark(at, '/') && glued(at) && glued(at + 1) && divisor && read.str(at + 1) != "ha"
}

/// "a 12-point gap", "a 1.4-point rise in turnout": points of a percentage behind the hyphen at token `at`, where no index is spoken of.
pub(super) fn tells_points(read: &ReadText, at: usize) -> bool {
    let step = |word: &str| {
        matches!(word, "drop" | "fall" | "rise" | "increase" | "decrease" | "decline" | "gap" | "gain" | "lead" | "swing" | "jump" | "loss")
            || matches!(
                word,
                "difference" | "improvement" | "reduction" | "shortfall" | "advantage" | "margin" | "disparity" | "slide" | "dip"
            )
    };
    let points = read.is_mark(at, '-') && read.str(at + 1) == "point" && step(read.str(at + 2));
    let small = at > 0 && read.str(at - 1).split('.').next().is_some_and(|whole| whole.len() <= 2);
    let other =
        |t: usize| lowered(read.str(t), |word| matches!(word, "index" | "score" | "scores" | "ranking" | "scale" | "marks" | "rating"));
    points && small && !(at.saturating_sub(POINTS)..at + POINTS).any(other)
}

/// Tokens around points in which an index would be named.
const POINTS: usize = 12;

/// Whether a word is written small.
fn starts_low(word: &str) -> bool {
    word.starts_with(|c: char| c.is_lowercase())
}

/// The unit behind a number.
pub(super) fn unit_after(read: &ReadText, i: usize) -> Option<UnitBehind> {
    // "1.2 million MT" has its scale word.
    if let Some(own) = read.own_unit(i).filter(|_| i > 0 && !read.word_is(i - 1, Class::SCALE)) {
        return Some(UnitBehind { unit: own.unit, power: own.power, after: i + 1 });
    }
    if tells_points(read, i) {
        return Some(UnitBehind { unit: Unit::PercentagePoint, power: 0, after: i + 2 });
    }
    let phrase_with_hyphen = read.phrase_is(i, Class::UNIT);
    let at = if !phrase_with_hyphen && read.is_mark(i, '-') && !read.tokens.get(i).is_some_and(|t| t.spaced) { i + 1 } else { i };
    // "4.5 t;", "5l of milk": where a mark or a little word follows, and "t" is no letter of something else.
    let apart = !read.is_word(at + 1) && !read.is_mark(at + 1, '/') || read.word_is(at + 1, Class::STOP);
    let short = match read.str(at) {
        // "0.52 t/MWh", "118 g/km"
        "t" | "g" if at == i && per_glued(read, at + 1) => {
            let (unit, power) = if read.str(at) == "t" { (Unit::Tonne, 0) } else { (Unit::Kilogram, -3) };
            return Some(UnitBehind { unit, power, after: at + 1 });
        }
        "t" if read.tokens.get(at).is_some_and(|t| t.spaced) || i > 0 && read.str(i - 1).len() > 1 => Some((Unit::Tonne, 0)),
        // Old print has pounds by it: "64,535l.", "£21,806l."
        "l" if i == at && is_old_pound(read, at) => {
            return Some(UnitBehind { unit: Unit::Currency(*b"GBP"), power: 0, after: at + 1 });
        }
        "l" if read.is_word(at + 1) => Some((Unit::Litre, 0)),
        // "0.6 l/s"
        "l" if read.is_mark(at + 1, '/') => return Some(UnitBehind { unit: Unit::Litre, power: 0, after: at + 1 }),
        // "fares rose 12pc"; a PC is a thing.
        "pc" if i == at => return Some(UnitBehind { unit: Unit::Percent, power: 0, after: at + 1 }),
        "L" if i == at => Some((Unit::Litre, 0)),
        // The million units of electricity of Indian boards.
        "MU" | "MUs" => return Some(UnitBehind { unit: Unit::KilowattHour, power: 6, after: at + 1 }),
        // "4 h 30 min", "within 24h"
        "h" if at == i => Some((Unit::Hour, 0)),
        // "750 g salt"
        "g" if i == at && read.tokens.get(at).is_some_and(|t| t.spaced) && starts_low(read.str(at + 1)) => {
            return Some(UnitBehind { unit: Unit::Kilogram, power: -3, after: at + 1 });
        }
        "mg" => return Some(UnitBehind { unit: Unit::Kilogram, power: -6, after: at + 1 }),
        "µg" | "μg" | "ug" | "mcg" => return Some(UnitBehind { unit: Unit::Kilogram, power: -9, after: at + 1 }),
        // "31 q/ha": quintals.
        "q" if read.is_mark(at + 1, '/') && read.str(at + 2) == "ha" => {
            return Some(UnitBehind { unit: Unit::Kilogram, power: 2, after: at + 1 });
        }
        "g" if read.is_word(at + 1) => Some((Unit::Kilogram, -3)),
        _ => None,
    };
    if let Some((unit, power)) = short.filter(|_| apart) {
        return Some(UnitBehind { unit, power, after: at + 1 });
    }
    // "37,480 has.": hectares, where no clause goes on.
    let closes = || !read.is_word(at + 1) && !read.is_mark(at + 1, ',') || read.is_mark(at + 1, ',') && read.word_is(at + 2, Class::AND);
    if matches!(read.str(at), "has" | "Has" | "HAS") && at == i && (closes() || matches!(read.str(at + 1), "of" | "under")) {
        return Some(UnitBehind { unit: Unit::Hectare, power: 0, after: at + 1 });
    }
    let Some((entry, len)) = read.entry(at, Class::UNIT) else { return super::money::of_nation(read, at) };
    let unit = entry.unit?;
    let behind_scale = i > 1 && read.is_mark(i - 2, '-') && read.phrase_is(i - 1, Class::SCALE);
    if at > i && !hyphened_unit(unit) && !behind_scale {
        return None;
    }
    // "5 €2.33": a sign that stands in front of the next number belongs to that one.
    if entry.classes.contains(Class::PREFIX_UNIT) && read.tokens.get(at + len).is_some_and(crate::text::Token::is_digits) {
        return None;
    }
    // "7,402 day cases": so many of what is done by day.
    let many = i > 0 && at == i && read.tokens.get(i - 1).is_some_and(crate::text::Token::is_digits) && read.str(i - 1).len() > 2;
    if matches!(read.str(at), "day" | "night") && many && super::noun::is_plural(read, at + 1) && !read.word_is(at + 1, Class::STOP) {
        return None;
    }
    // "325 gram panchayats" counts.
    let counted = || super::noun::is_plural(read, at + len) && !read.word_is(at + len, Class::STOP);
    if read.str(at) == "gram" && counted() {
        return None;
    }
    // "70 billion won" is money, "9 won" is a victory.
    if read.str(at) == "won" && !(i > 0 && read.phrase_is(i - 1, Class::SCALE)) {
        return None;
    }
    // "times" after a number is a multiple only where something is compared ("1.9 times the figure of 2011") or where it is no whole number
    // ("8.9 times average earnings"), else a count of times.
    // "18 times a day"
    let timed = matches!(read.str(at + len), "a" | "per" | "each" | "every")
        && read.entry(at + len + 1, Class::UNIT).is_some_and(|(entry, _)| entry.unit.is_some_and(Unit::is_time));
    // "1.7 times per pump"
    if unit == Unit::Ratio && read.str(at) == "times" && (timed || read.str(at + len) == "per") {
        return None;
    }
    let compared = || matches!(read.str(at + len), "that" | "those" | "what" | "as" | "more" | "larger" | "higher");
    if unit == Unit::Ratio
        && read.str(at + len - 1) != "fold"
        && !compared()
        && !(i > 0 && read.str(i - 1).contains('.') && read.is_word(at + len))
        && !read.phrase_is(at + len, Class::DETERMINER | Class::PREPOSITION | Class::COMPARED | Class::THAN)
    {
        return None;
    }
    // "m" is a scale word elsewhere: its power is that of millions.
    let power = if entry.classes.contains(Class::SCALE) { 0 } else { entry.power };
    // "MT" is a metric ton, "Mt" a million of them; "ml" is a thousandth of a litre, "Ml" a million.
    let power = match read.str(at) {
        "Mt" | "Ml" | "ML" => 6,
        // "a fleet of 31,900 GT": gross tons of ships.
        "GT" if i > 0 && read.str(i - 1).len() > 2 && !read.str(i - 1).contains('.') => 0,
        _ => power,
    };
    if let Some(powered) = super::composite::powered(read, UnitBehind { unit, power, after: at + len }, at + len) {
        return Some(powered);
    }
    let after = if matches!(unit, Unit::Tonne | Unit::Kilogram) { super::material::behind_gas(read, at + len) } else { at + len };
    Some(UnitBehind { unit, power, after })
}

fn hyphened_unit(unit: Unit) -> bool {
    unit.is_time()
        || !unit.is_counted() && !unit.is_relative() && !unit.is_currency()
        || matches!(unit, Unit::Percent | Unit::PercentagePoint)
}

/// The unit printed right in front of token `i`, and the token where it begins.
pub(super) fn unit_before(read: &ReadText, i: usize) -> Option<(Unit, usize)> {
    // "€ -69.4 million"
    let i = if super::sign::is_negative(read, i) { super::sign::signed_from(read, i) } else { i };
    let sign = |at: usize| read.entry(at, Class::PREFIX_UNIT).filter(|(_, len)| at + len == i).map(|(entry, _)| (entry, at));
    let first = read.find(i.saturating_sub(4)..i, Class::PREFIX_UNIT);
    match first.and_then(|first| (first..i).find_map(sign)) {
        Some((entry, at)) => Some(super::money::lettered(read, at).unwrap_or((entry.unit?, at))),
        None => super::money::sign_with_letters(read, i).or_else(|| super::money::code_before(read, i)),
    }
}
