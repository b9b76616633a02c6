//! Numbers spelled out: "five", "twenty-one", "two hundred and six", "a dozen".

use crate::analysis::Unit;
use crate::language::{Class, ReadText};
use rust_decimal::Decimal;

/// Reads a spelled-out number at token `i`: its value and the token after it. The last scale word of three zeros and more is not taken, as
/// it follows digits too ("two million"); one that more number words follow is ("three thousand five hundred").
pub(super) fn scan_words(read: &ReadText, i: usize) -> Option<(Decimal, usize)> {
    let (mut total, mut at) = scan_below_thousand(read, i)?;
    if let Some((part, after)) = and_fraction(read, at) {
        // "a million and a half"
        let whole = if total >= Decimal::ONE_THOUSAND { total } else { Decimal::ONE };
        return Some((total.checked_add(part.checked_mul(whole)?)?, after));
    }
    // "a thousand two hundred", "a million and twenty thousand"
    if total >= Decimal::ONE_THOUSAND {
        let joined = if read.word_is(at, Class::AND) { at + 1 } else { at };
        // "a thousand two-bedroom homes" counts a thousand.
        let rest = scan_words(read, joined).filter(|(rest, after)| *rest < total && !opens_compound(read, *after));
        return Some(rest.map_or((total, at), |(rest, after)| (total + rest, after)));
    }
    let mut last = total;
    while let Some((entry, len)) = read.entry(at, Class::SCALE).filter(|(e, _)| (3..=9).contains(&e.power)) {
        let joined = if read.word_is(at + len, Class::AND) { at + len + 1 } else { at + len };
        let scale = 10_i64.checked_pow(entry.power.unsigned_abs()).map(Decimal::from)?;
        let Some((rest, after)) = scan_below_thousand(read, joined) else {
            // "one million two hundred thousand": the last scale word is of the last group alone.
            if last < total {
                total = (total - last).checked_add(last.checked_mul(scale)?)?;
                at += len;
            }
            break;
        };
        if rest >= scale {
            break;
        }
        total = (total - last).checked_add(last.checked_mul(scale)?)?.checked_add(rest)?;
        last = rest;
        at = after;
    }
    Some((total, at))
}

/// "two and a half", "three and three-quarter million": a fraction behind a whole number; "of" or an article behind it makes it one of
/// something else ("two, and a third of the rest").
pub(super) fn and_fraction(read: &ReadText, at: usize) -> Option<(Decimal, usize)> {
    // "twelve-and-a-half"
    let hyphen = usize::from(read.is_mark(at, '-'));
    let (at, next) = (at + hyphen, at + 2 * hyphen + 1);
    let article = read.str(next) == "a" && read.str(next + 1 + hyphen) == "half";
    let first = if article { next + 1 + hyphen } else { next };
    let (entry, len) = read.entry(first, Class::FRACTION).filter(|(e, _)| read.word_is(at, Class::AND) && e.unit == Some(Unit::Percent))?;
    let after = first + len;
    let own = read.is_word(after) && read.str(after) != "of" && !read.word_is(after, Class::DETERMINER | Class::AUXILIARY);
    Some((entry.value?.checked_div(Decimal::ONE_HUNDRED)?, after)).filter(|_| own)
}

fn scan_below_thousand(read: &ReadText, i: usize) -> Option<(Decimal, usize)> {
    let (mut total, mut at) = scan_below_hundred(read, i)?;
    let article = total == Decimal::ONE_HUNDRED;
    if article || is_hundred(read, at) {
        if !article {
            total *= Decimal::ONE_HUNDRED;
            at += 1;
        }
        // "a hundred and twenty"
        let joined = if read.word_is(at, Class::AND) { at + 1 } else { at };
        // "two hundred two-storey homes"
        if let Some((rest, after)) = scan_below_hundred(read, joined).filter(|(_, after)| !opens_compound(read, *after)) {
            total += rest;
            at = after;
        }
    }
    Some((total, at))
}

/// Whether a number in words that ends in front of token `at` belongs to a compound: "two-storey".
fn opens_compound(read: &ReadText, at: usize) -> bool {
    read.is_mark(at, '-') && !read.tokens.get(at).is_some_and(|t| t.spaced) && read.is_word(at + 1) && !read.phrase_is(at + 1, Class::SCALE)
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
    if tens && let Some((ones, unit_len)) = below_ten(read, unit_at, unit_at > after) {
        return Some((value + ones, unit_at + unit_len));
    }
    Some((value, after))
}

/// The digit in words at token `i`, and its tokens. Behind a hyphen a phrase that begins with it means nothing else ("sixty-one of the 65").
fn below_ten(read: &ReadText, i: usize, joined: bool) -> Option<(Decimal, usize)> {
    if let Some((entry, len)) = read.entry(i, Class::NUMBER_WORD) {
        return entry.value.filter(|v| *v < Decimal::TEN).map(|value| (value, len));
    }
    (joined && read.str(i) == "one").then_some((Decimal::ONE, 1))
}
