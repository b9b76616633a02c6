//! Hedges: "about", "more than", "nearly", directly in front of a figure.

use crate::analysis::{Modifier, Unit};
use crate::language::{Class, ReadText};

/// The longest hedge, in tokens, with an article or currency sign between it and its figure.
const REACH: usize = 6;

/// The hedge that ends right before token `first`.
///
/// At the beginning of a sentence, at token `begin`, "under", "above" and "below" lead to a place, not to a number.
/// "Over" in front of a duration leads to it ("over three years"), and so it does behind a verb of extent ("extends over 8,481 km²").
pub(super) fn hedge_before(read: &ReadText, begin: usize, first: usize, unit: Option<Unit>) -> Option<Modifier> {
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
                    || matches!(read.str(at - 1), "lasted" | "took" | "takes" | "last")));
        read.str(at) == "over" && (extent || lasting)
    };
    let place = |at: usize| {
        span(at)
            || at == begin && matches!(read.str(at), "Under" | "Above" | "Below")
            || at > begin
                && matches!(read.str(at), "above" | "below" | "under")
                && matches!(
                    read.str(at - 1),
                    "lies" | "lie" | "live" | "living" | "lived" | "located" | "situated" | "stands" | "built" | "works" | "fall" | "falls"
                )
    };
    let hedge = (first.saturating_sub(REACH)..first).find_map(|at| hedge_at(read, at, first).filter(|_| !place(at)));
    hedge.or_else(|| is_bound(read, begin, first, unit).then_some(Modifier::Under))
}

/// "Kept within 1.5%", "within 20 kilometers of the border": a bound; "within three years" and "within three counties" are when and where.
fn is_bound(read: &ReadText, begin: usize, first: usize, unit: Option<Unit>) -> bool {
    let measured = unit.is_some_and(|unit| unit.is_relative() || matches!(unit, Unit::Kilometre | Unit::Metre));
    measured && first > begin && read.str(first - 1).eq_ignore_ascii_case("within")
}

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
