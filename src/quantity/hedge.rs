//! Hedges: "about", "more than", "nearly", directly in front of a figure.

use crate::analysis::{Modifier, Unit};
use crate::language::{Class, ReadText};
use crate::text::lowered;

/// The longest hedge, in tokens, with an article or currency sign between it and its figure.
const REACH: usize = 6;

/// The hedge that ends right before token `first`.
///
/// At the beginning of a sentence, at token `begin`, "under", "above" and "below" lead to a place, not to a number.
/// "Over" in front of a duration leads to it ("over three years"), and so it does behind a verb of extent ("extends over 8,481 km²").
pub(super) fn hedge_before(read: &ReadText, begin: usize, first: usize, unit: Option<Unit>) -> Option<Modifier> {
    // "a good fifth": a fraction with its hedge in it.
    if matches!(read.str(first), "a" | "A") && read.str(first + 1) == "good" {
        return Some(Modifier::Over);
    }
    let first = skip_article(read, first);
    let span = |at: usize| {
        let extent = at > begin
            && matches!(
                read.str(at - 1),
                "extends" | "extend" | "extended" | "extending" | "spread" | "stretches" | "spreads" | "distributed"
            );
        let lasting = unit.is_some_and(Unit::is_time)
            && !(at > begin
                && (read.word_is(at - 1, Class::PREPOSITION | Class::AUXILIARY)
                    || are_older(read, at)
                    || matches!(
                        read.str(at - 1),
                        "lasted"
                            | "took"
                            | "takes"
                            | "last"
                            | "waited"
                            | "waiting"
                            | "waits"
                            | "wait"
                            | "spent"
                            | "lasting"
                            | "taking"
                            | "served"
                            | "stayed"
                    )));
        read.str(at) == "over" && (extent || lasting)
    };
    // "aged 65 and over 4.4 percent": the end of the age.
    let age = |at: usize| {
        matches!(read.str(at), "over" | "above" | "under" | "below")
            && at > begin + 1
            && read.str(at - 1) == "and"
            && read.word_is(at - 2, Class::DIGITS)
    };
    let place = |at: usize| {
        span(at)
            || age(at)
            || read.str(at) == "over" && at > begin && covers(read, at, unit)
            // "families add up to 9,314", "numbers have gone up to 9,314": what they come to.
            || read.str(at) == "up"
                && at > begin
                && matches!(read.str(at - 1), "add" | "adds" | "added" | "adding" | "gone" | "shot" | "crept" | "brought" | "moved" | "scaled")
            || at == begin && matches!(read.str(at), "Under" | "Above" | "Below") && !read.phrase_is(first, Class::FRACTION)
            || at > begin
                && matches!(read.str(at), "above" | "below" | "under")
                && matches!(
                    read.str(at - 1),
                    "lies" | "lie" | "live" | "living" | "lived" | "located" | "situated" | "stands" | "built" | "works" | "fall" | "falls"
                )
    };
    let hedge = (first.saturating_sub(REACH)..first).find_map(|at| hedge_at(read, at, first).filter(|_| !place(at)));
    hedge
        .or_else(|| is_bound(read, begin, first, unit).then_some(Modifier::Under))
        .or_else(|| is_passed(read, begin, first).then_some(Modifier::Over))
}

/// "pensions for persons over 70 years": their age; "trained 400 persons over three years" says how long.
fn are_older(read: &ReadText, over: usize) -> bool {
    let counted = || (over.saturating_sub(AGED)..over).any(|t| read.word_is(t, Class::DIGITS | Class::NUMBER_WORD));
    read.word_is(over - 1, Class::PEOPLE) && read.word_is(over + 1, Class::DIGITS) && !counted()
}

/// Tokens in front of "over" in which the persons may be counted.
const AGED: usize = 5;

/// "Walls were restored over 34.5 km", "Crops over 18.7 lakh acres were lost": how far something reaches, behind a passive verb or right behind a
/// noun that has its verb to come.
fn covers(read: &ReadText, over: usize, unit: Option<Unit>) -> bool {
    let extent = unit.is_some_and(|u| {
        matches!(u, Unit::Kilometre | Unit::Mile | Unit::Hectare | Unit::Acre | Unit::Mu | Unit::SquareKilometre | Unit::SquareMile)
    });
    let before = over - 1;
    let participle = read.word_is(before, Class::VERB) || read.str(before).ends_with("ed");
    let passive = participle && before > 0 && read.word_is(before - 1, Class::AUXILIARY);
    let noun = || super::noun::is_plural(read, before) && !read.word_is(before, Class::STOP);
    let verb = || (over + 1..over + EXTENT).any(|t| matches!(read.str(t), "was" | "were"));
    extent && (passive || noun() && verb())
}

/// Tokens from "over" to the verb behind its measure.
const EXTENT: usize = 7;

/// "The population passed 380,000", "the number of wells passed 4 000": what a count or level has gone beyond.
fn is_passed(read: &ReadText, begin: usize, first: usize) -> bool {
    let level = |word: &str| {
        matches!(word, "population" | "number" | "total" | "membership" | "enrolment" | "enrollment" | "attendance" | "output" | "turnover")
            || matches!(word, "sales" | "exports" | "imports" | "revenue" | "debt" | "figure" | "count" | "toll" | "registrations")
    };
    let passed = first > begin && matches!(read.str(first - 1), "passed" | "topped");
    passed && (first.saturating_sub(LEVEL).max(begin)..first).any(|t| lowered(read.str(t), level))
}

/// Tokens from the name of a level to what it has gone beyond.
const LEVEL: usize = 7;

/// "Kept within 1.5%", "within 20 kilometers of the border", "were seen within four hours": a bound; "within three years" and "within three
/// counties" are when and where.
fn is_bound(read: &ReadText, begin: usize, first: usize, unit: Option<Unit>) -> bool {
    let measured = unit.is_some_and(|unit| unit.is_relative() || matches!(unit, Unit::Kilometre | Unit::Metre));
    let within = first > begin && read.str(first - 1).eq_ignore_ascii_case("within");
    // What is done each time, and how soon.
    let soon = || {
        let served = |word: &str| {
            matches!(
                word,
                "seen"
                    | "treated"
                    | "treatment"
                    | "answered"
                    | "processed"
                    | "admitted"
                    | "handled"
                    | "resolved"
                    | "discharged"
                    | "attended"
            )
        };
        unit.is_some_and(Unit::is_time)
            && unit != Some(Unit::Year)
            && (first.saturating_sub(SERVED).max(begin)..first).any(|t| lowered(read.str(t), served))
    };
    within && (measured || soon())
}

/// Tokens from a word for what is done to "within".
const SERVED: usize = 4;

/// "a" between a hedge and its figure ("nearly a million").
fn skip_article(read: &ReadText, first: usize) -> usize {
    let before = first.wrapping_sub(1);
    if matches!(read.str(before), "a" | "an") && first > 0 { before } else { first }
}

fn hedge_at(read: &ReadText, at: usize, end: usize) -> Option<Modifier> {
    let (entry, len) = read.entry(at, Class::ABOUT | Class::OVER | Class::UNDER)?;
    if at + len != end {
        return None;
    }
    let classes = entry.classes;
    if classes.contains(Class::OVER) {
        Some(Modifier::Over)
    } else if classes.contains(Class::UNDER) {
        Some(Modifier::Under)
    } else {
        Some(Modifier::About)
    }
}

/// A hedge behind the unit of a figure: "twelve months or longer", "5 hectares or more", "30 years and over", "two years at most". Ages are no
/// amounts, and "or more" may be of what is said next.
pub(super) fn hedge_behind_unit(read: &ReadText, last: usize) -> Option<(Modifier, usize)> {
    if read.str(last) == "at" {
        return match read.str(last + 1) {
            "least" => Some((Modifier::Over, last + 2)),
            "most" => Some((Modifier::Under, last + 2)),
            _ => None,
        };
    }
    let hedge = match read.str(last + 1) {
        _ if !matches!(read.str(last), "or" | "and") => return None,
        "longer" | "over" | "above" | "upwards" | "upward" | "more" | "greater" | "larger" | "older" => Modifier::Over,
        "shorter" | "under" | "below" | "less" | "fewer" | "smaller" | "younger" => Modifier::Under,
        _ => return None,
    };
    // "5 kilometres and more roads": a noun of its own follows.
    let ends = !read.is_word(last + 2) || read.word_is(last + 2, Class::AUXILIARY | Class::PREPOSITION | Class::VERB | Class::AND);
    ends.then_some((hedge, last + 2))
}

/// A hedge printed behind its number: "600-odd", "100+", "50 or so", "100 or more".
pub(super) fn hedge_after(read: &ReadText, last: usize) -> Option<(Modifier, usize)> {
    if read.is_mark(last, '+') && !read.tokens.get(last).is_some_and(|t| t.spaced) {
        return Some((Modifier::Over, last + 1));
    }
    if read.str(last) == "or" {
        let hedge = match read.str(last + 1) {
            "so" => Modifier::About,
            "more" => Modifier::Over,
            "less" | "fewer" => Modifier::Under,
            _ => return None,
        };
        return Some((hedge, last + 2));
    }
    let odd = read.is_mark(last, '-') && read.str(last + 1).eq_ignore_ascii_case("odd");
    if odd {
        return Some((Modifier::Over, last + 2));
    }
    read.str(last).eq_ignore_ascii_case("odd").then_some((Modifier::Over, last + 1))
}
