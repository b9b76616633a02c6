//! Noun phrases: where one ends, and what at its ends says nothing.

use super::Context;
use crate::language::Class;
use crate::text::lowered;
use std::ops::Range;

/// Tokens of a thing that is measured.
const LONGEST_THING: usize = 10;

/// Where a description breaks off: a new statement, a date.
pub(super) fn breaks_off(context: &Context, t: usize) -> bool {
    let read = context.read;
    read.word_is(t, Class::AUXILIARY)
        || read.word_is(t, Class::AND)
            && (read.word_is(t + 1, Class::VERB | Class::DETERMINER | Class::AUXILIARY | Class::PREFIX_UNIT)
                || read.str(t + 1).ends_with("ly") && read.word_is(t + 2, Class::VERB)
                || read.tokens.get(t + 1).is_none_or(|k| !k.is_word()))
        || read.str(t) == "to"
            && !read.word_is(t + 1, Class::DETERMINER | Class::PREPOSITION | Class::STOP)
            && read.is_word(t + 1)
            && t > 0
            && read.word_is(t - 1, Class::NOUN | Class::PEOPLE)
        || read.tokens.get(t).is_some_and(crate::text::Token::is_digits)
}

/// The noun phrase at the beginning of a range, prepositional phrases without a verb included.
pub(super) fn noun_phrase(context: &Context, range: Range<usize>) -> Range<usize> {
    let read = context.read;
    let ends = |t: &usize| {
        read.word_is(*t, Class::AUXILIARY)
            || read.word_is(*t, Class::VERB) && *t > range.start
            // "CO2 stored": the digits are glued to a name.
            || read.tokens.get(*t).is_some_and(|k| k.is_digits() && (k.spaced || *t == range.start))
            || breaks_off(context, *t)
    };
    let end = range.clone().find(ends).unwrap_or(range.end).min(range.start + LONGEST_THING);
    trim(context, range.start..end)
}

/// Leaves out function words at both ends.
pub(super) fn trim(context: &Context, range: Range<usize>) -> Range<usize> {
    let read = context.read;
    let idle = |t: &usize| {
        !read.is_word(*t)
            || read.word_is(*t, Class::STOP | Class::TOTAL)
                && !read.word_is(*t, Class::VERB)
                && !read.phrase_is(*t, Class::PER_CAPITA)
                && !opens_compound(context, *t)
            || ["total", "of"].iter().any(|idle| read.str(*t).eq_ignore_ascii_case(idle))
    };
    let start = range.clone().find(|t| !idle(t)).unwrap_or(range.end);
    trim_end(context, start..range.end.max(start))
}

/// "operating profit", "training expenses": the name of an activity in front of what is measured, though its form is that of a verb.
pub(super) fn is_activity(context: &Context, t: usize) -> bool {
    let read = context.read;
    read.is_word(t + 1) && !read.word_is(t + 1, Class::STOP) && names_activity(read.str(t))
}

/// Whether the form of a verb is the name of an activity in front of a noun: "operating (profit)".
pub(crate) fn names_activity(word: &str) -> bool {
    let name = |word: &str| {
        matches!(
            word,
            "operating" | "training" | "running" | "housing" | "teaching" | "nursing" | "working" | "lending" | "living" | "building"
        ) || matches!(word, "fishing" | "mining" | "farming" | "trading" | "funding" | "financing" | "outstanding" | "existing")
    };
    word.ends_with("ing") && lowered(word, name)
}

/// "e-books", "in-service teachers", "all-weather roads": a function word that opens a compound.
fn opens_compound(context: &Context, t: usize) -> bool {
    context.read.joins(t + 1) && !(t > 0 && context.read.joins(t - 1))
}

/// Leaves out function words at the end.
pub(super) fn trim_end(context: &Context, range: Range<usize>) -> Range<usize> {
    let read = context.read;
    let idle = |t: usize| {
        let joint = Class::PREPOSITION | Class::AND | Class::DETERMINER | Class::AUXILIARY | Class::ABOUT | Class::OVER | Class::UNDER;
        let particle = || t == range.start + 1 && read.str(t) == "in" && read.str(range.start) == "put";
        !read.is_word(t) && !read.is_mark(t, ')')
            || read.word_is(t, joint) && !particle()
            || matches!(read.str(t), "which" | "who" | "whose" | "where" | "while" | "whereas")
            // "14,300 tonnes of fish worth 41 million", but "net worth".
            || read.str(t) == "worth" && t > range.start && read.str(t - 1) != "net"
    };
    let mut end = range.clone().rev().find(|t| !idle(*t)).map_or(range.start, |t| t + 1);
    // "available seats (during the first) quarter"
    let half = end > range.start + 3 && read.word_is(end - 1, Class::ORDINAL) && read.str(end - 2) == "the";
    if half && read.word_is(end - 3, Class::PREPOSITION) {
        return trim_end(context, range.start..end - 3);
    }
    // "oats the remaining 5 million"
    if end > range.start + 2 && matches!(read.str(end - 1), "remaining" | "rest") && read.str(end - 2) == "the" {
        return trim_end(context, range.start..end - 2);
    }
    if read.is_mark(end, '-') && read.is_word(end + 1) && end > range.start {
        end = trim_end(context, range.start..end - 1).end;
    }
    range.start..end
}
