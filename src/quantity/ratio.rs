//! Ratios and fractions in digits: "2.49:1", "3/4 of the households".

use super::number::printed_at;
use super::unit::unit_before;
use crate::analysis::{Amount, Unit};
use crate::language::{Class, ReadText};
use crate::text::Token;
use rust_decimal::Decimal;

/// A number made of two.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pair {
    /// Its value; unread for weights of three and more parts.
    pub(super) amount: Amount,
    /// Ratio, or per cent for a fraction of something.
    pub(super) unit: Unit,
    /// Token after it.
    pub(super) after: usize,
}

/// The ratio or fraction that begins at token `at`.
pub(super) fn scan_pair(read: &ReadText, at: usize) -> Option<Pair> {
    colon_ratio(read, at)
        .or_else(|| stroke_fraction(read, at))
        .or_else(|| so_many_to_one(read, at))
        .or_else(|| one_to_so_many(read, at))
        .or_else(|| of_every(read, at))
}

/// "$1 out of every $9", "Rs 1 in every Rs 4": a sum of each larger sum of the same money.
fn of_every(read: &ReadText, at: usize) -> Option<Pair> {
    let joint = if read.str(at + 1) == "out" && read.str(at + 2) == "of" { at + 2 } else { at + 1 };
    if !matches!(read.str(joint), "of" | "in") || !matches!(read.str(joint + 1), "every" | "each") {
        return None;
    }
    let second = (joint + 2..joint + 6).find(|t| read.word_is(*t, Class::DIGITS))?;
    let ((money, _), (of, first)) = (unit_before(read, at)?, unit_before(read, second)?);
    let (part, whole) = (digits(read, at)?, digits(read, second)?);
    let value = part.checked_div(whole).filter(|_| money == of && money.is_currency() && first == joint + 2 && part < whole)?;
    let plain = !read.phrase_is(second + 1, Class::SCALE);
    plain.then_some(Pair { amount: Amount::One(value.round_dp(6)), unit: Unit::Ratio, after: second + 1 })
}

/// "38 to 1", "30 to one": a ratio, but not "from 38 to 1".
fn so_many_to_one(read: &ReadText, at: usize) -> Option<Pair> {
    if !read.word_is(at + 1, Class::TO) || !matches!(read.str(at + 2), "1" | "one") {
        return None;
    }
    let counts = read.is_word(at + 3) && !read.word_is(at + 3, Class::STOP);
    let from = at > 0 && (read.word_is(at - 1, Class::FROM | Class::RISE) || read.str(at - 1) == "by");
    let value = digits(read, at).filter(|value| !counts && !from && *value > Decimal::ONE)?;
    Some(Pair { amount: Amount::One(value), unit: Unit::Ratio, after: at + 3 })
}

/// "The officer-to-inmate ratio is 1 to 6.2; the standard is 1 to 5": where a ratio is spoken of.
fn one_to_so_many(read: &ReadText, at: usize) -> Option<Pair> {
    if read.str(at) != "1" || read.str(at + 1) != "to" {
        return None;
    }
    let said =
        (at.saturating_sub(SAID)..at).rev().take_while(|t| !read.is_mark(*t, '.')).any(|t| matches!(read.str(t), "ratio" | "ratios"));
    let many = digits(read, at + 2).filter(|many| said && *many > Decimal::ONE)?;
    let value = Decimal::ONE.checked_div(many)?.round_dp(6);
    Some(Pair { amount: Amount::One(value), unit: Unit::Ratio, after: at + 3 })
}

/// Tokens in front of such a ratio in which it is called one.
const SAID: usize = 14;

fn is_colon(read: &ReadText, at: usize) -> bool {
    matches!(read.tokens.get(at).and_then(Token::mark), Some(':' | '：' | '∶'))
}

fn digits(read: &ReadText, at: usize) -> Option<Decimal> {
    read.tokens.get(at).filter(|t| t.is_digits() && t.span.len() <= 6)?;
    printed_at(read, at).value
}

/// "2.49:1"; three and more parts are weights without one value.
fn colon_ratio(read: &ReadText, at: usize) -> Option<Pair> {
    if !is_colon(read, at + 1) {
        return None;
    }
    let (first, second) = (digits(read, at)?, digits(read, at + 2)?);
    // "The total was 3,846: 1,500 for the hall": a colon that only the second stands off from leads to a list.
    let spaced = |t: usize| read.tokens.get(t).is_some_and(|token| token.spaced);
    let large = || first >= Decimal::ONE_HUNDRED && second >= Decimal::TEN;
    if !spaced(at + 1) && spaced(at + 2) && large() {
        return None;
    }
    let mut after = at + 3;
    while is_colon(read, after) && digits(read, after + 1).is_some() {
        after += 2;
    }
    let value = first.checked_div(second).filter(|_| after == at + 3);
    Some(Pair { amount: value.map_or(Amount::Unread, Amount::One), unit: Unit::Ratio, after })
}

/// "1/2 million", "4 1/2 per cent": a proper fraction in digits, where a scale or a unit follows.
pub(super) fn stroke_part(read: &ReadText, at: usize) -> Option<Decimal> {
    let glued = |t: usize| read.tokens.get(t).is_some_and(|token| !token.spaced);
    if !read.is_mark(at + 1, '/') || !glued(at + 1) || !glued(at + 2) || !read.tokens.get(at)?.spaced {
        return None;
    }
    let (part, whole) = (read.str(at).parse::<u8>().ok()?, read.str(at + 2).parse::<u8>().ok()?);
    let proper = part < whole && matches!(whole, 2..=6 | 8 | 10 | 12 | 16 | 32);
    let measured = read.phrase_is(at + 3, Class::SCALE | Class::UNIT);
    (proper && measured).then(|| Decimal::from(part).checked_div(Decimal::from(whole))).flatten().map(|value| value.round_dp(6))
}

/// "3/4 of": a proper fraction of something, as per cent.
fn stroke_fraction(read: &ReadText, at: usize) -> Option<Pair> {
    if !read.is_mark(at + 1, '/') || read.str(at + 3) != "of" {
        return None;
    }
    let (part, whole) = (digits(read, at)?, digits(read, at + 2)?);
    let percent = (part * Decimal::ONE_HUNDRED).checked_div(whole).filter(|_| part < whole)?;
    Some(Pair { amount: Amount::One(percent), unit: Unit::Percent, after: at + 3 })
}
