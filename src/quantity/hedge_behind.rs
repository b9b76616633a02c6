//! Hedges printed behind a figure: "600-odd", "50 or so", "twelve months or longer", "30 days at most", "410 tonnes (approx.)".

use crate::analysis::{Modifier, Unit};
use crate::language::{Class, ReadText};

/// A hedge, and the token after it.
type Behind = (Modifier, usize);

/// A hedge printed behind its number, with what is counted still to come: "600-odd", "300-plus", "100+", "50 or so", "100 or more".
pub(super) fn hedge_after(read: &ReadText, last: usize) -> Option<Behind> {
    if let Some(behind) = plus(read, last) {
        return Some(behind);
    }
    let hyphen = usize::from(read.is_mark(last, '-'));
    if read.str(last + hyphen).eq_ignore_ascii_case("odd") {
        return Some((Modifier::Over, last + hyphen + 1));
    }
    if hyphen == 1 && read.str(last + 1).eq_ignore_ascii_case("plus") && read.is_word(last + 2) {
        return Some((Modifier::Over, last + 2));
    }
    if read.str(last) == "or" && matches!(read.str(last + 1), "so" | "more" | "less" | "fewer" | "thereabouts") {
        return alternative(read, last);
    }
    // "250 and more employees", "60 plus patients": no more than a joint where nothing is known to be counted behind it.
    let open = alternative(read, last).or_else(|| (read.str(last) == "plus").then_some((Modifier::Over, last + 1)));
    let known = Class::PEOPLE | Class::HOUSEHOLDS | Class::PLACE;
    open.filter(|(_, next)| read.word_is(*next, known) || read.phrase_is(*next, Class::UNIT) && read.is_word(*next))
}

/// "100+", "40%+": a plus sign glued to what stands in front of it.
fn plus(read: &ReadText, at: usize) -> Option<Behind> {
    (read.is_mark(at, '+') && !read.tokens.get(at)?.spaced).then_some((Modifier::Over, at + 1))
}

/// "or so", "and over", "or even more": a hedge that goes on from a figure by "or" or "and".
fn alternative(read: &ReadText, at: usize) -> Option<Behind> {
    if !matches!(read.str(at), "or" | "and") {
        return None;
    }
    let word = if read.str(at + 1) == "even" { at + 2 } else { at + 1 };
    let hedge = match read.str(word) {
        "so" | "thereabouts" if read.str(at) == "or" && word == at + 1 => Modifier::About,
        "longer" | "over" | "above" | "upwards" | "upward" | "more" | "greater" | "larger" | "older" | "better" | "higher" | "beyond" => {
            Modifier::Over
        }
        "shorter" | "under" | "below" | "less" | "fewer" | "smaller" | "younger" | "lower" => Modifier::Under,
        _ => return None,
    };
    Some((hedge, word + 1))
}

/// A hedge behind the unit or noun of a figure: "twelve months or longer", "5 hectares or more", "30 years and over", "two years at most",
/// "410 tonnes (estimated)". Ages are no amounts, and "or more" may be of what is said next.
pub(super) fn hedge_behind_unit(read: &ReadText, last: usize, unit: Option<Unit>) -> Option<Modifier> {
    // "12 schools and more are planned" goes on; "3 hectares and more were leased" does not.
    if read.str(last) == "and" && unit.is_none_or(Unit::is_counted) {
        return None;
    }
    if let Some((hedge, _)) = plus(read, last) {
        return Some(hedge);
    }
    if read.is_mark(last, '(') {
        return bracketed(read, last + 1);
    }
    let (hedge, next) = said_behind(read, last, unit)?;
    // "5 kilometres and more roads", "30 hours and over 40 men", "at least €30": a noun or figure of its own follows. "Aged 65 and over 4 per cent" has
    // only the age.
    let goes_on = Class::AUXILIARY | Class::PREPOSITION | Class::VERB | Class::AND;
    let figure = read.word_is(next, Class::DIGITS | Class::PREFIX_UNIT);
    let age = unit == Some(Unit::Year) && matches!(read.str(last), "or" | "and");
    let ends = if read.is_word(next) { read.word_is(next, goes_on) } else { !figure || age };
    ends.then_some(hedge)
}

fn said_behind(read: &ReadText, at: usize, unit: Option<Unit>) -> Option<Behind> {
    let word = |ahead: usize| read.str(at + ahead);
    match word(0) {
        "at" => {
            let article = usize::from(matches!(word(1), "the" | "a"));
            let very = usize::from(word(1 + article) == "very");
            let hedge = match word(1 + article + very) {
                "least" | "minimum" => Modifier::Over,
                "most" | "maximum" => Modifier::Under,
                _ => return None,
            };
            Some((hedge, at + 2 + article + very))
        }
        "more" if word(1) == "or" && word(2) == "less" => Some((Modifier::About, at + 3)),
        "give" if word(1) == "or" && word(2) == "take" => Some((Modifier::About, at + 3)),
        "if" if word(1) == "not" && word(2) == "more" => Some((Modifier::Over, at + 3)),
        "approximately" | "roughly" => Some((Modifier::About, at + 1)),
        "approx" => Some((Modifier::About, behind_stop(read, at + 1))),
        // "30 days minimum"; "the 30 euros minimum fee" has a noun to come, and so has "the 18-week maximum" itself.
        "minimum" | "maximum" if read.is_mark(at.wrapping_sub(2), '-') => None,
        "minimum" => Some((Modifier::Over, at + 1)),
        "maximum" => Some((Modifier::Under, at + 1)),
        "min" => Some((Modifier::Over, behind_stop(read, at + 1))),
        "max" => Some((Modifier::Under, behind_stop(read, at + 1))),
        // "plots of 3 hectares upwards"; "revised by 3% upwards" says where to.
        "upwards" if !unit.is_some_and(Unit::is_relative) => Some((Modifier::Over, at + 1)),
        // "40 hours plus."; "40 euros plus tax" adds something.
        "plus" if [',', '.', ';', ')'].iter().any(|mark| read.is_mark(at + 1, *mark)) => Some((Modifier::Over, at + 1)),
        // "50 counties and more than 30 towns" goes on.
        _ => alternative(read, at).filter(|(_, next)| !matches!(read.str(*next), "than" | "of")),
    }
}

/// The token behind the full stop of an abbreviation that ends in front of token `at`, where one stands there and the sentence goes on.
fn behind_stop(read: &ReadText, at: usize) -> usize {
    at + usize::from(read.is_mark(at, '.') && read.is_word(at + 1))
}

/// "410 tonnes (approx.)", "$3 million (estimate)", "30 days (maximum)": a hedge alone in its bracket, which opens in front of token `at`.
fn bracketed(read: &ReadText, at: usize) -> Option<Modifier> {
    let about = matches!(read.str(at), "estimated" | "estimate" | "est" | "approx" | "approximate" | "approximately" | "about" | "roughly");
    // "150 officials (or above)" tells of their rank.
    if read.str(at) == "or" && !matches!(read.str(at + 1), "more" | "less" | "fewer") {
        return None;
    }
    let (hedge, end) = if about { (Modifier::About, at + 1) } else { said_behind(read, at, None)? };
    let stop = usize::from(read.is_mark(end, '.'));
    read.is_mark(end + stop, ')').then_some(hedge)
}
