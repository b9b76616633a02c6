//! Numbers of registration: of telephones, contracts, codes and names that have digits in them.

use super::address::spaced_groups_end;
use super::exclude::Excluded;
use super::labels::{chain_end, counts_nothing};
use super::misread::letters_inside;
use super::money::{is_letters_of_money, sign_with_letters};
use super::noun::is_plural;
use crate::language::{Class, ReadText};

/// Digits in a row, without a separator, that are a telephone or registration number rather than an amount.
const REGISTRATION_DIGITS: usize = 11;

/// Telephone, postal and registration numbers: long digit runs without separators, runs joined by hyphens, a plus in front.
pub(super) fn registration(read: &ReadText, i: usize, _: usize, _: usize) -> Option<Excluded> {
    let text = read.str(i);
    let long = text.len() >= REGISTRATION_DIGITS && text.bytes().all(|b| b.is_ascii_digit());
    let chained = chain_end(read, i);
    if chained >= i + 5 {
        return Some(("registration", chained));
    }
    let zero_led = text.len() > 3 && text.starts_with('0') && !text.contains('.') && text.as_bytes().get(1) != Some(&b',');
    let code = i > 0 && glued_to_code(read, i);
    let measured = read.phrase_is(i + 1, Class::UNIT | Class::SCALE);
    // "employment rose (+5,300)": a step with its sign.
    let step = || i > 1 && read.is_mark(i - 2, '(') && read.is_mark(i + 1, ')') && text.contains([',', '.']);
    let dialled = i > 0 && read.is_mark(i - 1, '+') && !read.tokens.get(i).is_some_and(|t| t.spaced) && !measured && !step();
    if zero_led || dialled {
        return Some(("registration", spaced_groups_end(read, i)));
    }
    // "Vibrio cholerae 01": a name; "p=0.018", "P < .05": how sure a result is.
    let name = text.len() > 1 && text.starts_with('0') && text.bytes().all(|b| b.is_ascii_digit()) && !measured;
    if name || is_probability(read, i) {
        return Some((if name { "registration" } else { "confidence" }, i + 1));
    }
    (long || code).then_some(("registration", if code { chained } else { i + 1 }))
}

/// "p=0.018", "(P < .05)".
fn is_probability(read: &ReadText, i: usize) -> bool {
    i > 1
        && matches!(read.str(i - 1), "=" | "<" | ">" | "≤")
        && matches!(read.str(i - 2), "p" | "P")
        && matches!(read.str(i).split_once('.'), Some(("" | "0", _)))
}

/// "H1N1", "PM2.5", "G20": digits glued to capitals are a name; glued to a lower-case word they are run-on print.
fn glued_to_code(read: &ReadText, i: usize) -> bool {
    let (Some(token), Some(before)) = (read.tokens.get(i), read.tokens.get(i - 1)) else { return false };
    let word = before.span.of(read.text);
    // "H.B. 4", "R.A. 9003": a law by its initials.
    let initial =
        |at: usize| i > 3 && read.is_mark(at + 1, '.') && read.str(at).len() == 1 && read.tokens.get(at).is_some_and(|t| t.capital);
    if i > 3 && initial(i - 2) && initial(i - 4) && !matches!(read.str(i - 4), "U" | "E" | "D") && counts_nothing(read, i + 1) {
        return true;
    }
    // "Penta-3 coverage", "Sentinel-2 saw": a name of its own, of which something is said.
    let numbered_name = || {
        let name = i.checked_sub(2).filter(|_| before.is('-') && !before.spaced && !token.spaced && token.span.len() <= 2);
        let proper = |t: usize| {
            let token = read.tokens.get(t);
            token.is_some_and(|t| t.is_word() && t.capital && t.span.len() > 3) && read.is_unknown(t)
        };
        let said = || {
            read.word_is(i + 1, Class::VERB | Class::AUXILIARY | Class::RATE) || read.is_word(i + 1) && !read.word_is(i + 1, Class::STOP)
        };
        let counts = || read.phrase_is(i + 1, Class::UNIT | Class::SCALE) || is_plural(read, i + 1) || is_plural(read, i + 2);
        name.is_some_and(proper) && said() && !counts()
    };
    if numbered_name() {
        return true;
    }
    let after = read.tokens.get(i + 1).is_some_and(|t| t.is_word() && !t.spaced && t.capital);
    let hyphened_name = before.is('-')
        && !before.spaced
        && !token.spaced
        && i > 1
        && read.is_word(i - 2)
        && (read.str(i - 2).chars().all(char::is_uppercase) || read.word_is(i - 2, Class::LABEL));
    // "loan 2841/OC-PE": the number of a contract, with the letters of its kind.
    let lettered = read.is_mark(i + 1, '/')
        && [i + 1, i + 2].iter().all(|t| read.tokens.get(*t).is_some_and(|t| !t.spaced))
        && read.is_word(i + 2)
        && read.str(i + 2).len() <= 4
        && read.str(i + 2).chars().all(char::is_uppercase)
        && !read.phrase_is(i + 2, Class::UNIT);
    hyphened_name
        || lettered
        || !token.spaced
            && before.is_word()
            && word.chars().all(char::is_uppercase)
            && !read.word_is(i - 1, Class::PREFIX_UNIT)
            && sign_with_letters(read, i).is_none()
            && !is_letters_of_money(read, i)
        || after
            && read.str(i + 1) != "L"
            && !read.phrase_is(i + 1, Class::SCALE | Class::UNIT | Class::NOUN | Class::PEOPLE)
            && token.span.len() < 3
            && letters_inside(read, i).is_none()
}
