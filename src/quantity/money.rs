//! Money by letters and by countries: "N$4m", "R15 billion", "TRY 4.5 million", "300 Kenyan shillings".

use super::unit::UnitBehind;
use crate::analysis::Unit;
use crate::language::{Class, ReadText};

/// "R$", "HK$", "AUD$": capital letters right in front of a dollar sign tell whose dollar it is; "E£" is the pound of Egypt.
pub(super) fn lettered(read: &ReadText, sign: usize) -> Option<(Unit, usize)> {
    let at = sign.checked_sub(1)?;
    if !read.tokens.get(at)?.capital || read.tokens.get(sign)?.spaced || !in_capitals(read, at) {
        return None;
    }
    if read.str(sign) == "£" {
        return (read.str(at) == "E").then_some((Unit::Currency(*b"EGP"), at));
    }
    let code = Class::LETTER_UNIT | if read.str(at).len() == 3 { Class::PREFIX_UNIT | Class::MONEY } else { Class::empty() };
    let (entry, _) = read.entry(at, code).filter(|_| read.str(sign) == "$")?;
    Some((entry.unit?, at))
}

/// "£P.2,259,000", "£E45", "$HK 3 million", "£Stg. 400": capital letters between a sign and its amount tell whose money it is. A pound of a
/// country that has none today is the one of Britain, at which such pounds were held.
pub(super) fn sign_with_letters(read: &ReadText, i: usize) -> Option<(Unit, usize)> {
    let stop = i.checked_sub(1).filter(|t| read.is_mark(*t, '.')).unwrap_or(i);
    let letters = stop.checked_sub(1)?;
    let sign = letters.checked_sub(1).filter(|_| read.tokens.get(letters).is_some_and(|t| t.capital && !t.spaced && t.span.len() <= 3))?;
    let glued = read.tokens.get(i)?.is_digits() && (stop == i || !read.tokens.get(stop)?.spaced);
    let (entry, _) = read.entry(sign, Class::PREFIX_UNIT).filter(|_| glued && read.tokens.get(sign).is_some_and(|t| !t.is_word()))?;
    let word = read.str(letters);
    let unit = match (read.str(sign), word) {
        ("£", "E") => Unit::Currency(*b"EGP"),
        ("£", "L") => Unit::Currency(*b"LBP"),
        ("£", "S") => Unit::Currency(*b"SYP"),
        ("£", "A") => Unit::Currency(*b"AUD"),
        ("£", "T") => Unit::Currency(*b"TRY"),
        ("$", "US" | "U") => Unit::Currency(*b"USD"),
        ("$", "HK") => Unit::Currency(*b"HKD"),
        ("£" | "$", "NZ") => Unit::Currency(*b"NZD"),
        ("$", "Can") => Unit::Currency(*b"CAD"),
        ("$", _) => read.entry(letters, Class::LETTER_UNIT)?.0.unit?,
        _ => entry.unit?,
    };
    Some((unit, sign))
}

/// "500 million Kenyan shillings": a country in front of a name of money that its own shares with others', or of one that it alone has ("40 Japanese yen").
pub(super) fn of_nation(read: &ReadText, i: usize) -> Option<UnitBehind> {
    let (nation, len) = read.entry(i, Class::NATION)?;
    let (name, more) = read.entry(i + len, Class::MONEY | Class::UNIT)?;
    let shared = name.classes.contains(Class::MONEY) && nation.value == name.value;
    let own = name.unit.filter(|unit| unit.is_currency() && name.classes.contains(Class::UNIT) && !name.classes.contains(Class::MONEY));
    let unit = if shared { nation.unit } else { own }?;
    Some(UnitBehind { unit, power: 0, after: i + len + more })
}

/// A code that spells another word, and the letter of the rand, in front of a number that can only be money.
pub(super) fn code_before(read: &ReadText, i: usize) -> Option<(Unit, usize)> {
    let at = i.checked_sub(1)?;
    if !is_letters_of_money(read, i) {
        return named_before(read, i);
    }
    let (entry, _) = read.entry(at, Class::MONEY)?;
    // The rand is told by its letter alone, others where their country is named.
    let unit = if read.str(at) == "R" { Some(RAND) } else { entry.unit.filter(|_| read.str(at).len() > 1) };
    Some((unit?, at))
}

const RAND: Unit = Unit::Currency(*b"ZAR");

/// "Birr 4.5 billion", "Taka 450 crore": a name of money with its capital in front of its amount.
fn named_before(read: &ReadText, i: usize) -> Option<(Unit, usize)> {
    let at = i.checked_sub(1)?;
    let capital = read.tokens.get(at)?.capital && read.tokens.get(i)?.spaced;
    let (entry, _) = read.entry(at, Class::UNIT).filter(|_| capital)?;
    let unit = entry.unit.filter(|unit| unit.is_currency())?;
    // "Birr 41 per day"; "Won 3 medals", "Euro 6 engines" are no money.
    let plain = || {
        !matches!(read.str(at), "Won" | "Euro" | "Dong" | "Lei" | "Leu" | "Lev") && !read.is_word(i + 1)
            || read.phrase_is(i + 1, Class::PER)
            || read.word_is(i + 1, Class::TO | Class::AND | Class::PREPOSITION)
    };
    (is_amount(read, i, false) || plain()).then_some((unit, at))
}

/// Whether the letters right in front of the number at token `i` stand for money: in capitals, and the number is grouped or scaled, or paid
/// each month, or opens a range to such a number ("between R0 and R3 500").
pub(super) fn is_letters_of_money(read: &ReadText, i: usize) -> bool {
    let Some(at) = i.checked_sub(1).filter(|at| read.word_is(*at, Class::MONEY) && is_short_for_money(read, *at)) else { return false };
    let letter = read.str(at).len() == 1;
    let second = (letter && read.str(i + 2) == read.str(at)).then_some(i + 3);
    [Some(i), second].into_iter().flatten().any(|number| is_amount(read, number, letter))
}

/// "15 billion", "3 500", "1,2", "350 a month".
fn is_amount(read: &ReadText, i: usize, letter: bool) -> bool {
    let Some(number) = read.tokens.get(i).filter(|t| t.is_digits()) else { return false };
    let grouped = number.span.of(read.text).bytes().any(|b| !b.is_ascii_digit());
    let each = letter && (matches!(read.str(i + 1), "a" | "per" | "each") || read.is_mark(i + 1, '/'));
    let scaled = || read.phrase_is(i + 1, Class::SCALE) || matches!(read.str(i + 1), "m" | "bn" | "mn" | "tn");
    grouped || each || scaled()
}

/// "TRY", and the plurals that have only one capital: "Bs", "Gs", "Lps".
fn is_short_for_money(read: &ReadText, at: usize) -> bool {
    in_capitals(read, at) || matches!(read.str(at), "Bs" | "Gs" | "Lps")
}

fn in_capitals(read: &ReadText, at: usize) -> bool {
    read.str(at).bytes().all(|b| b.is_ascii_uppercase())
}
