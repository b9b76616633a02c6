//! Hedges: "about", "more than", "nearly", directly in front of a figure.

use super::no_hedge::{is_near, leads_elsewhere};
use crate::analysis::{Modifier, Unit};
use crate::language::{Class, ReadText};
use crate::text::lowered;

/// The longest hedge, in tokens, with an article or currency sign between it and its figure.
const REACH: usize = 6;

/// A figure whose hedge is asked for.
#[derive(Clone, Copy)]
pub(super) struct Hedged {
    /// The first token of its sentence.
    pub(super) begin: usize,
    /// Its first token, a currency in front included.
    pub(super) first: usize,
    /// The token behind its number and unit.
    pub(super) after: usize,
    /// The unit printed with it.
    pub(super) unit: Option<Unit>,
}

/// The hedge that ends right before a figure; of two, the bound ("up to about 30" is at most 30).
pub(super) fn hedge_before(read: &ReadText, figure: Hedged) -> Option<Modifier> {
    let Hedged { begin, first, unit, .. } = figure;
    // "a good fifth": a fraction with its hedge in it.
    if matches!(read.str(first), "a" | "A") && read.str(first + 1) == "good" {
        return Some(Modifier::Over);
    }
    let near = skip_article(read, first);
    let plain = hedge_ending(read, near, figure).or_else(|| skip_more(read, near).and_then(|far| hedge_ending(read, far, figure)));
    let hedge = plain.map(|(hedge, at)| match hedge {
        Modifier::About => hedge_ending(read, at, figure).map_or(hedge, |(outer, _)| outer),
        _ => hedge,
    });
    hedge
        .or_else(|| abbreviated(read, near))
        .or_else(|| compared(read, near))
        .or_else(|| is_bound(read, begin, near, unit).then_some(Modifier::Under))
        .or_else(|| is_passed(read, figure, near))
        .or_else(|| is_near(read, near, unit))
}

/// The hedge that ends in front of token `end`, and where it begins.
fn hedge_ending(read: &ReadText, end: usize, figure: Hedged) -> Option<(Modifier, usize)> {
    (end.saturating_sub(REACH)..end).find_map(|at| {
        let hedge = hedge_at(read, at, end).filter(|_| !leads_elsewhere(read, at, figure))?;
        Some((hedge, at))
    })
}

/// "c. 1,350 graves", "(est. 400 tonnes)", "min. 30 days", "c£2m": hedges shortened to a letter or two. A minute behind digits is none.
fn abbreviated(read: &ReadText, first: usize) -> Option<Modifier> {
    let stop = first.checked_sub(1)?;
    let stopped = read.is_mark(stop, '.');
    let at = if stopped { stop.checked_sub(1)? } else { stop };
    let apart = read.tokens.get(at)?.spaced || at > 0 && read.is_mark(at - 1, '(');
    if !apart || at > 0 && read.word_is(at - 1, Class::DIGITS) {
        return None;
    }
    match read.str(at) {
        "c" if stopped || read.tokens.get(first).is_some_and(|t| !t.spaced) => Some(Modifier::About),
        "est" | "Est" | "appr" => Some(Modifier::About),
        "min" | "Min" => Some(Modifier::Over),
        "max" | "Max" => Some(Modifier::Under),
        _ => None,
    }
}

/// "rates higher than 10%", "holes deeper than 30 metres", "no longer than two weeks": a comparative whose figure is a limit. Behind a figure it tells
/// how far that goes ("4 points higher than 20%").
fn compared(read: &ReadText, first: usize) -> Option<Modifier> {
    let at = first.checked_sub(2).filter(|_| read.str(first - 1) == "than")?;
    let hedge = match read.str(at) {
        "higher" | "larger" | "bigger" | "better" | "longer" | "older" | "heavier" | "taller" | "deeper" | "wider" | "later" => {
            Modifier::Over
        }
        "lower" | "smaller" | "shorter" | "younger" | "lighter" | "shallower" | "narrower" | "cheaper" | "worse" => Modifier::Under,
        _ => return None,
    };
    let far = at > 0 && (read.word_is(at - 1, Class::UNIT | Class::DIGITS | Class::TIMES) || read.str(at - 1) == "cent");
    (!far).then_some(hedge)
}

/// "The population passed 380,000", "the number of wells neared 4 000", "costs crossed $40 million": what a count or level has gone beyond or come near.
fn is_passed(read: &ReadText, figure: Hedged, first: usize) -> Option<Modifier> {
    let level = |word: &str| {
        matches!(word, "population" | "number" | "total" | "membership" | "enrolment" | "enrollment" | "attendance" | "output" | "turnover")
            || matches!(
                word,
                "sales" | "exports" | "imports" | "revenue" | "debt" | "figure" | "count" | "toll" | "registrations" | "turnout"
            )
            || matches!(
                word,
                "cost" | "costs" | "spending" | "expenditure" | "budget" | "value" | "price" | "prices" | "income" | "investment"
            )
            || matches!(
                word,
                "rate" | "share" | "proportion" | "coverage" | "losses" | "deaths" | "arrivals" | "inflation" | "unemployment"
            )
    };
    let hedge = match first.checked_sub(1).map_or("", |t| read.str(t)) {
        "passed" | "topped" | "crossed" => Modifier::Over,
        "approached" | "approaches" | "neared" | "nears" => Modifier::Under,
        _ => return None,
    };
    (first.saturating_sub(LEVEL).max(figure.begin)..first).any(|t| lowered(read.str(t), level)).then_some(hedge)
}

/// Tokens from the name of a level to what it has gone beyond.
const LEVEL: usize = 7;

/// "Kept within 1.5%", "within 20 kilometers of the border", "were seen within four hours": a bound; "within three years" and "within three
/// counties" are when and where.
fn is_bound(read: &ReadText, begin: usize, first: usize, unit: Option<Unit>) -> bool {
    let length = |unit: Unit| matches!(unit, Unit::Kilometre | Unit::Metre | Unit::Mile | Unit::Foot | Unit::Yard);
    let measured = unit.is_some_and(|unit| unit.is_relative() || length(unit));
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

/// "nearly another 300", "almost a further 85", "perhaps as many as 300": the token where words that count on or stress begin in front of a figure.
fn skip_more(read: &ReadText, first: usize) -> Option<usize> {
    let word = |back: usize| first.checked_sub(back).map_or("", |t| read.str(t));
    match word(1) {
        "another" => Some(first - 1),
        "further" | "additional" | "extra" | "combined" | "full" | "whole" if matches!(word(2), "a" | "an") => Some(first - 2),
        "of" if word(2) == "total" && word(3) == "a" => Some(first - 3),
        "as" if matches!(word(2), "many" | "much" | "few" | "little") && word(3) == "as" => Some(first - 3),
        _ => None,
    }
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

/// The token at which the hedge in front of token `at` begins, or `at`: "between about 30 and 40".
pub(super) fn before_hedge(read: &ReadText, at: usize) -> usize {
    let hedge = Class::ABOUT | Class::OVER | Class::UNDER;
    (at.saturating_sub(4).max(1)..at).find(|t| read.entry(*t, hedge).is_some_and(|(_, len)| t + len == at)).unwrap_or(at)
}
