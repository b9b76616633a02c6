//! Measures told in two units: "38 feet, 6 inches", "16 days 15 hours", "3' 6\"", "5 lb 4 oz"; and squares and cubes by a digit: "36 m2".

use super::unit::{UnitBehind, unit_after};
use super::words::scan_words;
use crate::analysis::{Amount, Unit};
use crate::language::{Class, ReadText};
use crate::text::Token;
use rust_decimal::Decimal;

/// What stands behind the larger unit.
pub(super) struct Smaller {
    /// In the larger unit.
    pub(super) part: Decimal,
    /// Decimal exponent of the smaller unit, rounded up.
    pub(super) precision: i32,
    /// Token after it.
    pub(super) after: usize,
}

impl Smaller {
    /// Adds the part to an amount, in a range to its upper end.
    pub(super) fn added(&self, amount: Amount) -> Amount {
        let sum = |value: Decimal| value.checked_add(self.part).map(|sum| sum.round_dp(8).normalize());
        match amount {
            Amount::One(value) => sum(value).map_or(amount, Amount::One),
            Amount::Range(low, high) => sum(high).map_or(amount, |high| Amount::Range(low, high)),
            Amount::Unread => amount,
        }
    }
}

/// The rest of a measure in `unit` that ends in front of token `at`: fewer of the next smaller unit than make one of it.
pub(super) fn smaller_behind(read: &ReadText, unit: Unit, at: usize) -> Option<Smaller> {
    // Most units have no smaller one.
    if unit != Unit::Minute {
        steps(unit).next()?;
    }
    let digits_behind = read.tokens.get(at + 1).is_some_and(Token::is_digits);
    // "38 feet, 6 inches", "3 hrs. 45 mins."
    let comma = read.is_mark(at, ',') && unit == Unit::Foot || read.is_mark(at, '.') && digits_behind;
    let number = if comma || read.word_is(at, Class::AND) && read.str(at) == "and" { at + 1 } else { at };
    let digits = read.tokens.get(number).is_some_and(Token::is_digits);
    let (value, end) = if digits { (read.str(number).parse().ok()?, number + 1) } else { scan_words(read, number)? };
    // "5 ft 4 in.", which is a preposition elsewhere.
    let inches = unit == Unit::Foot && read.str(end) == "in" && !read.is_word(end + 1);
    // "6 min 40 s", "3 minutes 20 seconds"
    let seconds = unit == Unit::Minute && matches!(read.str(end), "s" | "sec" | "secs" | "seconds");
    let sixty = Decimal::from(60);
    if seconds {
        let part = (value < sixty).then(|| value.checked_div(sixty)).flatten()?;
        return Some(Smaller { part, precision: -2, after: end + 1 });
    }
    let behind = if inches { None } else { Some(unit_after(read, end).filter(|behind| behind.after == end + 1 && behind.power == 0)?) };
    let (_, many, precision) = steps(unit).find(|(smaller, ..)| behind.is_none_or(|behind| behind.unit == *smaller))?;
    let many = Decimal::from(many);
    (value < many).then(|| value.checked_div(many)).flatten().map(|part| Smaller { part, precision, after: end + 1 })
}

/// Smaller units with how many make one, and the exponent of one of them.
fn steps(unit: Unit) -> impl Iterator<Item = (Unit, i64, i32)> {
    let smaller: &'static [(Unit, i64, i32)] = match unit {
        Unit::Foot => &[(Unit::Inch, 12, -1)],
        Unit::Yard => &[(Unit::Foot, 3, 0)],
        Unit::Year => &[(Unit::Month, 12, -1)],
        Unit::Week => &[(Unit::Day, 7, -1)],
        Unit::Day => &[(Unit::Hour, 24, -1)],
        Unit::Hour => &[(Unit::Minute, 60, -2)],
        Unit::Pound => &[(Unit::Ounce, 16, -1)],
        Unit::Tonne => &[(Unit::Hundredweight, 20, -1), (Unit::Kilogram, 1000, -3)],
        Unit::Hundredweight => &[(Unit::Pound, 112, -2)],
        Unit::Kilometre => &[(Unit::Metre, 1000, -3)],
        _ => &[],
    };
    smaller.iter().copied()
}

/// "£12 5s. 4d.", "1s. 6d. a day", "5s.": shillings and pence, with what they are of a pound; behind pounds, or by themselves at the number
/// of the shillings.
pub(super) fn shillings(read: &ReadText, at: usize) -> Option<Smaller> {
    // "6d. a yard"
    if let Some((pence, after)) = coin(read, at, "d").filter(|(_, after)| read.is_mark(after - 1, '.')) {
        return Some(Smaller { part: pence.checked_div(Decimal::from(240))?, precision: -3, after });
    }
    let (shillings, behind) = coin(read, at, "s")?;
    let pence = coin(read, behind, "d");
    let after = pence.map_or(behind, |(_, after)| after);
    let part = shillings.checked_div(Decimal::from(20))?;
    let pence = pence.and_then(|(pence, _)| pence.checked_div(Decimal::from(240))).unwrap_or_default();
    Some(Smaller { part: part.checked_add(pence)?, precision: -2, after })
}

/// So many of the coin that is told by a letter, a full stop behind it or the next coin.
fn coin(read: &ReadText, at: usize, letter: &str) -> Option<(Decimal, usize)> {
    let number = read.tokens.get(at).filter(|t| t.is_digits() && t.span.len() <= 3).map(|_| read.str(at))?;
    let stop = usize::from(read.is_mark(at + 2, '.'));
    let told = || stop == 1 || letter == "d" || read.str(at + 3) == "d" || read.is_mark(at + 2, ',');
    // "6 min 40 s,": seconds.
    let parted = letter == "s" && stop == 0 && read.tokens.get(at + 1).is_some_and(|t| t.spaced);
    if read.str(at + 1) != letter || !told() || parted {
        return None;
    }
    Some((number.parse().ok()?, at + 2 + stop))
}

/// Feet and inches by their signs behind the feet: `3' 6"`, "5′ 11″".
pub(super) fn feet_and_inches(read: &ReadText, at: usize) -> Option<Smaller> {
    let sign = |t: usize, signs: [char; 3]| read.tokens.get(t).and_then(Token::mark).is_some_and(|mark| signs.contains(&mark));
    if !sign(at, ['\'', '’', '′']) || !sign(at + 2, ['"', '”', '″']) {
        return None;
    }
    let inches: Decimal = read.str(at + 1).parse().ok().filter(|inches: &Decimal| *inches < Decimal::from(12))?;
    Some(Smaller { part: inches.checked_div(Decimal::from(12))?, precision: -1, after: at + 3 })
}

/// "36 m2", "1,240 km2", "15 m3": a unit of length whose power is glued to it at token `at`.
pub(super) fn powered(read: &ReadText, behind: UnitBehind, at: usize) -> Option<UnitBehind> {
    if !is_power(read, at) {
        return None;
    }
    let (unit, power) = match (behind.unit, behind.power, read.str(at)) {
        (Unit::Metre, 0, "2") => (Unit::SquareMetre, 0),
        (Unit::Metre, 0, _) => (Unit::CubicMetre, 0),
        (Unit::Metre, -2, "2") => (Unit::SquareMetre, -4),
        (Unit::Metre, -2, _) => (Unit::CubicMetre, -6),
        (Unit::Kilometre, 0, "2") => (Unit::SquareKilometre, 0),
        (Unit::Kilometre, 0, _) => (Unit::CubicMetre, 9),
        (Unit::Foot, 0, "2") => (Unit::SquareFoot, 0),
        (Unit::Foot, 0, _) => (Unit::CubicFoot, 0),
        (Unit::Mile, 0, "2") => (Unit::SquareMile, 0),
        _ => return None,
    };
    Some(UnitBehind { unit, power, after: at + 1 })
}

/// Whether the digit at token `at` is the power of the unit of length that it is glued to.
pub(super) fn is_power(read: &ReadText, at: usize) -> bool {
    at > 0
        && matches!(read.str(at), "2" | "3")
        && read.tokens.get(at).is_some_and(|t| !t.spaced)
        && matches!(read.str(at - 1), "m" | "km" | "cm" | "ft" | "mi" | "Km" | "KM" | "M")
}
