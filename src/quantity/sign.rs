//! Minus signs in front of numbers, and in brackets of their own.

use crate::language::{Class, ReadText};
use crate::text::Token;

/// A minus sign stands right in front, behind a blank: "growth was -2.4%".
pub(super) fn is_negative(read: &ReadText, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    if read.is_mark(before, ')') {
        return signed_from(read, at) < before;
    }
    // "(–9.1 per cent)", "by –1 percent": a dash behind a bracket or a little word opens no range.
    let little = |t: usize| read.is_mark(t, '(') || read.word_is(t, Class::PREPOSITION | Class::AUXILIARY);
    let dash = read.is_mark(before, '–') && before > 0 && little(before - 1);
    if !dash && !matches!(read.tokens.get(before).and_then(Token::mark), Some('-' | '−')) {
        return false;
    }
    let opens = read.tokens.get(before).is_some_and(|t| t.spaced)
        || read.is_mark(before.wrapping_sub(1), '(')
        || read.tokens.get(before.wrapping_sub(1)).is_some_and(|t| !t.is_word())
            && read.word_is(before.wrapping_sub(1), Class::PREFIX_UNIT);
    // "15 per cent -17 million": a dash between two figures.
    let closes = |t: usize| read.word_is(t, Class::DIGITS | Class::UNIT | Class::SCALE) && !read.word_is(t, Class::PREFIX_UNIT);
    let dash = before > 0 && (closes(before - 1) || read.str(before - 1) == "cent");
    opens && !dash && read.tokens.get(at).is_some_and(|t| !t.spaced) && !tells_fall_again(read, before)
}

/// The token at which a negative number begins, its sign with it: "(-) 2.4%" has the sign in a bracket of its own.
pub(super) fn signed_from(read: &ReadText, at: usize) -> usize {
    let dash = |t: usize| matches!(read.tokens.get(t).and_then(Token::mark), Some('-' | '−' | '–'));
    let bracket = at > 2 && read.is_mark(at - 1, ')') && dash(at - 2) && read.is_mark(at - 3, '(');
    if bracket { at - 3 } else { at.saturating_sub(1) }
}

/// "the largest decreases were in Greece (-28 %)": in brackets behind a word of fall, the sign in front of token `sign` says it again.
fn tells_fall_again(read: &ReadText, sign: usize) -> bool {
    let bracketed = read.is_mark(sign.wrapping_sub(1), '(');
    let start = (sign.saturating_sub(FALL)..sign)
        .rev()
        .find(|t| read.is_mark(*t, '.') || read.is_mark(*t, ';'))
        .map_or(sign.saturating_sub(FALL), |t| t + 1);
    // "the number of jobs went down (-6,900)"
    let right_before =
        || bracketed && (sign.saturating_sub(3)..sign - 1).any(|t| read.entry(t, Class::FALL).is_some_and(|(_, len)| t + len == sign - 1));
    right_before()
        || bracketed
            && (start..sign)
                .any(|t| matches!(read.str(t), "decrease" | "decreases" | "reductions" | "declines" | "drops" | "falls" | "losses"))
}

/// Tokens from a word of fall to the last of the figures that it lists.
const FALL: usize = 40;
