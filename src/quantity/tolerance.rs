//! How sure a number is, and units printed behind that: "59±6.6 t", "12 (+/- 3) kg", "17% ± 2%", "2.2 (1.9-2.4) million tonnes".

use super::exclude::Excluded;
use super::unit::{UnitBehind, scale_at, unit_after};
use crate::language::{Class, ReadText};
use crate::text::Token;

/// Tokens of a bracket that tells the spread of the number in front of it.
const SPREAD: usize = 8;

/// The token after a tolerance at token `at`, or `at` where none stands there.
pub(super) fn behind_tolerance(read: &ReadText, at: usize) -> usize {
    let open = usize::from(read.is_mark(at, '('));
    let Some(number) = behind_sign(read, at + open).filter(|t| is_digits(read, *t)) else { return at };
    let closed = open == 0 || read.is_mark(number + 1, ')');
    if closed { number + 1 + open } else { at }
}

/// "17% ± 2%", "4 million (± 0.3 million)": a number behind a sign of tolerance tells how sure the one before is; "within ±5%" is one itself.
pub(super) fn tolerance(read: &ReadText, i: usize, begin: usize, _: usize) -> Option<Excluded> {
    let sign = [1, 3].into_iter().find(|len| i >= begin + len && behind_sign(read, i - len) == Some(i)).map(|len| i - len)?;
    let before = if sign > begin && read.is_mark(sign - 1, '(') { sign - 1 } else { sign };
    let measured = before > begin
        && (read.word_is(before - 1, Class::DIGITS | Class::SCALE | Class::UNIT)
            || read.is_mark(before - 1, '%')
            || read.str(before - 1) == "cent");
    let after = scale_at(read, i + 1).map_or(i + 1, |(_, end)| end);
    measured.then(|| ("tolerance", unit_after(read, after).map_or(after, |unit| unit.after)))
}

/// The token behind "±" or "+/-" at token `at`.
fn behind_sign(read: &ReadText, at: usize) -> Option<usize> {
    if read.is_mark(at, '±') {
        return Some(at + 1);
    }
    let minus = || read.is_mark(at + 2, '-') || read.is_mark(at + 2, '−') || read.is_mark(at + 2, '–');
    (read.is_mark(at, '+') && read.is_mark(at + 1, '/') && minus()).then_some(at + 3)
}

/// The scale and unit of the number from token `at` to token `after` that stand behind a bracket with its spread: of the number in front of
/// the bracket ("2.2 (1.9-2.4) million tonnes"), and of those in it.
pub(super) fn unit_behind_spread(read: &ReadText, at: usize, after: usize) -> Option<UnitBehind> {
    let close = if read.is_mark(after, '(') {
        let spread = |t: usize| is_digits(read, t) || matches!(read.str(t), "CI" | "UI" | "range");
        (spread(after + 1) || spread(after + 3)).then(|| (after + 2..after + SPREAD).find(|t| read.is_mark(*t, ')')))?
    } else if !read.is_mark(after, ')') {
        None
    } else {
        let open = (at.saturating_sub(SPREAD)..at).rev().find(|t| read.is_mark(*t, '(') || read.is_mark(*t, ')'));
        open.filter(|t| *t > 0 && read.is_mark(*t, '(') && is_digits(read, *t - 1)).map(|_| after)
    }?;
    let scale = scale_at(read, close + 1);
    let unit = unit_after(read, scale.map_or(close + 1, |(_, end)| end)).filter(|unit| !unit.unit.is_time())?;
    Some(UnitBehind { unit: unit.unit, power: unit.power + scale.map_or(0, |(power, _)| power), after })
}

fn is_digits(read: &ReadText, at: usize) -> bool {
    read.tokens.get(at).is_some_and(Token::is_digits)
}
