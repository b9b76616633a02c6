//! Denominators within an abbreviation: "75 mph", "42,000 bpd", "£850 pcm", "4% p.a.".

use crate::language::ReadText;

/// What the abbreviation that ends in front of token `after` or begins there divides by, and the token behind it.
pub(super) fn per_short(read: &ReadText, after: usize) -> Option<(&'static str, usize)> {
    if let Some(per) = after.checked_sub(1).and_then(|unit| of_unit(read.str(unit))) {
        return Some((per, after));
    }
    if let Some(per) = of_unit(read.str(after)).or_else(|| behind_money(read.str(after))) {
        return Some((per, after + 1));
    }
    // "p.a.", "p.w.": the full stop behind the letter may end the sentence.
    let letter = read.str(after) == "p" && read.is_mark(after + 1, '.') && !read.tokens.get(after + 2).is_some_and(|t| t.spaced);
    let time = match read.str(after + 2) {
        "a" => "year",
        "m" => "month",
        "w" => "week",
        "d" => "day",
        "h" => "hour",
        _ => return None,
    };
    letter.then_some((time, after + 3))
}

/// Speeds, flows and outputs in one word.
fn of_unit(word: &str) -> Option<&'static str> {
    Some(match word {
        "mph" | "kph" | "kmh" | "kmph" => "hour",
        "bpd" | "tpd" | "bopd" | "boepd" => "day",
        "tpa" | "Mtpa" | "mtpa" => "year",
        "mpg" => "gallon",
        "lps" | "cusecs" | "cumecs" | "Mbps" | "Gbps" | "kbps" => "second",
        "lpcd" => "person per day",
        _ => return None,
    })
}

/// Times of rents and rates in one word.
fn behind_money(word: &str) -> Option<&'static str> {
    Some(match word {
        "pcm" => "month",
        "pw" => "week",
        "pa" => "year",
        _ => return None,
    })
}
