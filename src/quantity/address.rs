//! Numbers that tell where somebody is reached: houses of a street, postcodes, telephone numbers.

use super::exclude::Excluded;
use super::labels::{chain_end, counts_nothing};
use crate::language::{Class, ReadText};
use crate::text::{Token, lowered};

/// Tokens of a telephone number in front of one of its groups: "tel. (511) 215-7800".
const GROUPS: usize = 9;

/// Tokens of an address between one of its numbers and the telephone number behind it, or the word for letters in front.
const ADDRESS: usize = 30;

/// "phone 8123456", "tel. (511) 215-7800", "Fax: +44 20 7946 0000".
pub(super) fn telephone(read: &ReadText, i: usize, begin: usize, _: usize) -> Option<Excluded> {
    if !is_plain(read, i) || !ends_name(read, i + 1) {
        return None;
    }
    if is_dialled(read, i) {
        return Some(("registration", i + 1));
    }
    let joins =
        |t: usize| read.word_is(t, Class::DIGITS) || matches!(read.str(t), "(" | ")" | "-" | "–" | "+" | "/" | "." | ":" | "no" | "No");
    let front = (begin.max(i.saturating_sub(GROUPS))..i).rev().find(|t| !joins(*t))?;
    // "by phone 24 of them": a number to dial has more digits, or more groups.
    let long = read.str(i).len() > 3 || front + 1 < i || read.word_is(i + 1, Class::DIGITS) || read.is_mark(i + 1, '-');
    (long && is_telephone(read, front)).then(|| ("registration", chain_end(read, i)))
}

/// "066 718 3500": groups of digits of which the first begins with a nought.
fn is_dialled(read: &ReadText, i: usize) -> bool {
    let group = |t: usize| read.word_is(t, Class::DIGITS) && is_plain(read, t) && (3..=4).contains(&read.str(t).len());
    let nought = |t: usize| read.word_is(t, Class::DIGITS) && read.str(t).starts_with('0') && (2..=5).contains(&read.str(t).len());
    (i.saturating_sub(2)..=i).any(|first| nought(first) && group(first + 1) && group(first + 2))
}

fn is_telephone(read: &ReadText, at: usize) -> bool {
    lowered(read.str(at), |word| matches!(word, "tel" | "telephone" | "phone" | "fax" | "mobile" | "hotline" | "telefax"))
}

/// "12 High Street", "Regensburger Strasse 104, 90478 Nuremberg", "House 12, Road 27, Dhaka 1209 (phone 8123456)": beside a street, or where
/// letters and calls are asked for.
pub(super) fn address(read: &ReadText, i: usize, begin: usize, end: usize) -> Option<Excluded> {
    if !is_plain(read, i) || read.str(i).len() > 6 {
        return None;
    }
    let capital = |t: usize| read.is_word(t) && read.tokens.get(t).is_some_and(|t| t.capital);
    // "12 High Street", "27/29 Long Acre Road"
    let street = (i + 2..i + 5).take_while(|t| capital(*t) && capital(*t - 1)).any(|t| is_street(read, t) && counts_nothing(read, t + 1));
    if street && read.str(i).len() <= 4 {
        return Some(("address", i + 1));
    }
    // "Jl. Merdeka Kav. 38, Jakarta": the stop of an abbreviation may have ended the sentence.
    let Some(front) = i.checked_sub(1).filter(|t| *t >= begin) else {
        return (ends_name(read, i + 1) && in_contact(read, i, begin, end)).then_some(("address", i + 1));
    };
    let named = capital(front) && !read.word_is(front, Class::MONTH | Class::STOP) || read.is_mark(front, ',') || read.is_mark(front, '.');
    let ends = ends_name(read, i + 1) || capital(i + 1);
    (named && ends && (is_street(read, front) || in_contact(read, i, begin, end))).then(|| ("address", chain_end(read, i)))
}

fn is_plain(read: &ReadText, i: usize) -> bool {
    read.str(i).bytes().all(|b| b.is_ascii_digit())
}

/// Whether a mark or another number stands there, so that nothing is counted.
fn ends_name(read: &ReadText, at: usize) -> bool {
    !read.is_word(at) && !read.phrase_is(at, Class::UNIT) || read.word_is(at, Class::AND | Class::PREPOSITION)
}

fn is_street(read: &ReadText, at: usize) -> bool {
    let capital = read.tokens.get(at).is_some_and(|t| t.capital);
    let street = |word: &str| {
        matches!(
            word,
            "street"
                | "st"
                | "road"
                | "rd"
                | "avenue"
                | "ave"
                | "lane"
                | "boulevard"
                | "drive"
                | "strasse"
                | "straße"
                | "kav"
                | "close"
                | "terrace"
        )
    };
    capital && (lowered(read.str(at), street) || matches!(read.str(at), s if s.ends_with("strasse") || s.ends_with("straße")))
}

/// Whether a telephone number or a mailbox stands behind in the sentence, or a word in front asks for letters.
fn in_contact(read: &ReadText, i: usize, begin: usize, end: usize) -> bool {
    let dialled = |t: usize| {
        let number = if read.is_mark(t + 1, '.') || read.is_mark(t + 1, ':') { t + 2 } else { t + 1 };
        let opens = read.word_is(number, Class::DIGITS) || read.is_mark(number, '(') || read.is_mark(number, '+');
        is_telephone(read, t) && opens
            || matches!(read.str(t), "@" | "www")
            || lowered(read.str(t), |word| matches!(word, "email" | "mailbox"))
    };
    let asked = |t: usize| {
        lowered(read.str(t), |word| matches!(word, "contact" | "enquiries" | "inquiries" | "address" | "postal" | "correspondence"))
            && (read.is_mark(t + 1, ':') || t == begin)
    };
    (i + 1..end.min(i + ADDRESS)).any(dialled) || (begin.max(i.saturating_sub(ADDRESS))..i).any(asked)
}

/// The token after the last group of a telephone number that goes on behind blanks: "0911 179-0", "01632 960 417".
pub(super) fn spaced_groups_end(read: &ReadText, i: usize) -> usize {
    let group = |t: usize| read.tokens.get(t).is_some_and(|t: &Token| t.is_digits() && t.spaced && matches!(t.span.len(), 2..=8));
    let mut end = chain_end(read, i);
    while group(end) && end < i + GROUPS {
        end = chain_end(read, end);
    }
    end
}

/// "35° 10′ N", "12°E": a place on the globe.
pub(super) fn position(read: &ReadText, i: usize, _: usize, end: usize) -> Option<Excluded> {
    let degree = |t: usize| read.is_mark(t, '°') || read.is_mark(t, 'º');
    let point = |t: usize| matches!(read.str(t), "N" | "S" | "E" | "W" | "north" | "south" | "east" | "west" | "longitude" | "latitude");
    if !degree(i + 1) || read.phrase_is(i + 1, Class::UNIT) || !(read.word_is(i + 2, Class::DIGITS) || point(i + 2)) {
        return None;
    }
    let part = |t: usize| read.word_is(t, Class::DIGITS) || point(t) || matches!(read.str(t), "'" | "’" | "′" | "\"" | "″" | "”");
    Some(("position", (i + 2..end).find(|t| !part(*t)).unwrap_or(end)))
}
