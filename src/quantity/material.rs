//! What a mass is of where it is glued to the unit, and denominators told by exponents: `20 GtCO2eq`, "3 t CO2-eq/cap", `56 GtCO2eqyr-1`,
//! "8.4 kg ha−1".

use super::exclude::Excluded;
use crate::language::ReadText;

/// The token behind the name of a gas or element at token `at`, or `at`: "CO2", "CO₂-eq", "of CO2 equivalent", "CH4", "C".
pub(super) fn behind_gas(read: &ReadText, at: usize) -> usize {
    let first = if read.str(at) == "of" { at + 1 } else { at };
    // "t CO" is one phrase, and so the letters may have been passed.
    let letters = if at > 0 && is_gas(read.str(at - 1)) { at - 1 } else { first };
    if !is_gas(read.str(letters)) {
        return at;
    }
    let digit = letters + 1;
    if !glued(read, digit) || !matches!(read.str(digit), "2" | "₂" | "4" | "₄") {
        return at;
    }
    let mut after = digit + 1;
    // "N2O"
    if read.str(after) == "O" && glued(read, after) {
        after += 1;
    }
    let word = if read.is_mark(after, '-') { after + 1 } else { after };
    let equivalent = matches!(read.str(word), "e" | "eq" | "equivalent" | "equivalents" | "equiv");
    if equivalent { word + 1 } else { after }
}

fn is_gas(letters: &str) -> bool {
    matches!(letters, "CO" | "co" | "CH" | "N")
}

/// What a negative power behind a unit divides by, and the token after all such powers: "yr-1", "ha−1 yr−1", "eqyr-1".
pub(super) fn divided(read: &ReadText, at: usize) -> Option<(&'static str, usize)> {
    let divisor = divisor(read.str(at)).filter(|_| is_power(read, at + 1))?;
    let mut after = at + 3;
    while self::divisor(read.str(after)).is_some() && is_power(read, after + 1) {
        after += 3;
    }
    Some((divisor, after))
}

/// Whether "-1" is glued to the word in front of token `at`.
fn is_power(read: &ReadText, at: usize) -> bool {
    let minus = read.is_mark(at, '-') || read.is_mark(at, '−') || read.is_mark(at, '–') || read.is_mark(at, '⁻');
    minus && glued(read, at) && glued(read, at + 1) && matches!(read.str(at + 1), "1" | "2" | "3" | "¹" | "²" | "³")
}

fn divisor(word: &str) -> Option<&'static str> {
    Some(match word {
        "yr" | "y" | "a" | "year" | "eqyr" | "eyr" => "year",
        "d" | "day" => "day",
        "h" | "hr" => "hour",
        "s" => "second",
        "ha" => "hectare",
        "cap" | "capita" | "person" => "person",
        "km" => "kilometre",
        "m" => "metre",
        "l" | "L" => "litre",
        "kg" => "kilogram",
        "kWh" => "kWh",
        _ => return None,
    })
}

/// The digits of such a power are no figure.
pub(super) fn power(read: &ReadText, i: usize, begin: usize, _: usize) -> Option<Excluded> {
    if super::composite::is_power(read, i) {
        return Some(("power", i + 1));
    }
    let led = i > begin + 1 && is_power(read, i - 1) && divisor(read.str(i - 2)).is_some();
    led.then_some(("power", i + 1))
}

fn glued(read: &ReadText, at: usize) -> bool {
    read.tokens.get(at).is_some_and(|t| !t.spaced)
}
