//! Numbers spelled out: "five", "twenty-one", "two hundred and six", "a dozen".

use crate::language::{Class, ReadText};
use rust_decimal::Decimal;

/// Reads a spelled-out number at token `i`: its value and the token after it. Scale words of three zeros and more are not taken, as they
/// follow digits too; "hundred" is, unless it belongs to such a scale ("hundred million").
pub(super) fn scan_words(read: &ReadText, i: usize) -> Option<(Decimal, usize)> {
    let (mut total, mut at) = scan_below_hundred(read, i)?;
    if is_hundred(read, at) {
        total *= Decimal::ONE_HUNDRED;
        at += 1;
        let joined = if read.word_is(at, Class::AND) { at + 1 } else { at };
        if let Some((rest, after)) = scan_below_hundred(read, joined) {
            total += rest;
            at = after;
        }
    }
    Some((total, at))
}

fn is_hundred(read: &ReadText, i: usize) -> bool {
    read.entry(i, Class::SCALE).is_some_and(|(entry, _)| entry.power == 2)
}

fn scan_below_hundred(read: &ReadText, i: usize) -> Option<(Decimal, usize)> {
    let (entry, len) = read.entry(i, Class::NUMBER_WORD)?;
    let value = entry.value?;
    let after = i + len;
    let tens = value >= Decimal::from(20) && value < Decimal::ONE_HUNDRED;
    let unit_at = if read.is_mark(after, '-') { after + 1 } else { after };
    if tens
        && let Some((unit, unit_len)) = read.entry(unit_at, Class::NUMBER_WORD)
        && let Some(ones) = unit.value.filter(|v| *v < Decimal::TEN)
    {
        return Some((value + ones, unit_at + unit_len));
    }
    Some((value, after))
}
