//! Digits for which a scanner has put letters: "66.S per cent", "l2 percent", "1,6O3".

use super::magnitude::Core;
use super::number::{Printed, scan_printed};
use crate::language::{Class, ReadText};

/// "66.S per cent", "l2 percent": a letter that a scanner has put for a digit, in front of a scale or a unit.
pub(super) fn misread(read: &ReadText, at: usize, printed: &Printed) -> Option<Core> {
    let glued = |t: usize| read.tokens.get(t).is_some_and(|token| !token.spaced);
    let measured = |t: usize| read.phrase_is(t, Class::SCALE | Class::UNIT);
    let core = |value, after| Core { value, decimals: 0, malformed: true, after, unit: None, in_words: false };
    let letter =
        read.is_mark(at + 1, '.') && glued(at + 1) && glued(at + 2) && matches!(read.str(at + 2), "S" | "O" | "o" | "l" | "I" | "B");
    if letter && measured(at + 3) {
        return Some(core(printed.value, at + 3));
    }
    if let Some(core) = letters_inside(read, at) {
        return Some(core);
    }
    (is_misread_one(read, at) && measured(at + 1)).then(|| core(format!("1{}", read.str(at)).parse().ok(), at + 1))
}

/// Whether a small l, a blank in front of it, is glued to the digits at token `at`.
pub(super) fn is_misread_one(read: &ReadText, at: usize) -> bool {
    let glued = read.tokens.get(at).is_some_and(|t| !t.spaced && t.span.len() <= 2);
    glued && at > 0 && read.str(at - 1) == "l" && read.tokens.get(at - 1).is_some_and(|t| t.spaced)
}

/// "1,6O3 kitchens", "4l6 km", "2,9l0": letters for a nought and a one between digits that nothing parts.
pub(super) fn letters_inside(read: &ReadText, at: usize) -> Option<Core> {
    let glued = |t: usize| read.tokens.get(t).is_some_and(|token| !token.spaced);
    let letters = |t: usize| {
        let word = read.str(t);
        glued(t) && (1..=2).contains(&word.len()) && word.bytes().all(|b| matches!(b, b'l' | b'I' | b'O' | b'o'))
    };
    let digits = |t: usize| glued(t) && read.word_is(t, Class::DIGITS);
    let mut end = at + 1;
    while letters(end) {
        let mark = end + 1;
        let parted = (read.is_mark(mark, ',') || read.is_mark(mark, '.')) && glued(mark) && digits(mark + 1);
        end = if digits(mark) {
            mark + 1
        } else if parted {
            mark + 2
        } else {
            break;
        };
    }
    let last = end.checked_sub(1).filter(|last| *last > at)?;
    let print = read.tokens.get(at)?.span.cover(read.tokens.get(last)?.span).of(read.text);
    let clean: String = print
        .chars()
        .map(|c| {
            if matches!(c, 'l' | 'I') {
                '1'
            } else if matches!(c, 'O' | 'o') {
                '0'
            } else {
                c
            }
        })
        .collect();
    let printed = scan_printed(&clean);
    let core = Core { value: printed.value, decimals: printed.decimals, malformed: true, after: end, unit: None, in_words: false };
    (!glued(end) || !read.is_word(end)).then_some(core)
}
