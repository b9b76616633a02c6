//! The names of denominators: one word for what means the same, symbols as they are printed, two denominators as one.

use crate::language::{ReadText, singular};

/// Two denominators as one, the thing in front of the time.
pub fn both(per: &str, second: &str) -> String {
    match (is_span(per), is_span(second)) {
        (true, true) => per.to_owned(),
        (false, true) if second == "year" => per.to_owned(),
        (true, false) if per == "year" => second.to_owned(),
        (true, false) => format!("{second} per {per}"),
        (false, _) => format!("{per} per {second}"),
    }
}

/// Whether a denominator is a stretch of time that rates are told by.
pub(super) fn is_span(per: &str) -> bool {
    is_time(per) || matches!(per, "hour" | "quarter" | "night" | "season" | "shift")
}

/// "per vehicle-kilometre", "per bed-day": a measure that only counts together with what goes it or lies through it.
pub(super) fn compound(read: &ReadText, first: usize, at: usize) -> Option<String> {
    let glued = at >= first + 2 && read.is_mark(at - 1, '-') && (at - 1..=at).all(|t| !read.tokens.get(t).is_some_and(|k| k.spaced));
    let one = denominator(read.str(at));
    let measure = glued && (is_span(&one) || matches!(&*one, "kilometre" | "kilometer" | "km" | "mile"));
    measure.then(|| format!("{}-{one}", read.str(at - 2).to_lowercase()))
}

/// "`MWh`", "TEU", "FTE": letters that are written large within a word; "YEAR" stands in a line of capitals.
fn is_symbol(word: &str) -> bool {
    let large = |c: char| c.is_ascii_uppercase();
    let within = word.len() <= SYMBOL && word.chars().skip(1).any(large) && word.starts_with(|c: char| c.is_ascii_alphabetic());
    within
        && (word.contains(|c: char| c.is_ascii_lowercase())
            || !matches!(word, "YEAR" | "MONTH" | "WEEK" | "DAY" | "HOUR" | "HEAD" | "UNIT" | "TON" | "HA" | "KM" | "KG" | "CAP"))
}

/// Letters of such a symbol, at most.
const SYMBOL: usize = 5;

/// The standard word for a denominator: persons and households by one name each.
pub(super) fn denominator(word: &str) -> String {
    if matches!(word, "s" | "sec" | "secs") {
        return "second".to_owned();
    }
    if matches!(word, "h" | "hr" | "hrs") {
        return "hour".to_owned();
    }
    if matches!(word, "MT" | "Mt" | "mt" | "t") {
        return "tonne".to_owned();
    }
    if is_symbol(word) {
        return word.strip_suffix('s').unwrap_or(word).to_owned();
    }
    let one = singular(word);
    match one.as_str() {
        "head" | "cap" | "capita" | "capital" | "individual" => "person".to_owned(),
        "family" => "household".to_owned(),
        "annum" => "year".to_owned(),
        "d" | "diem" => "day".to_owned(),
        "ha" => "hectare".to_owned(),
        _ => one,
    }
}

/// Whether a denominator is a stretch of time.
pub fn is_time(per: &str) -> bool {
    matches!(per, "year" | "month" | "week" | "day")
}
