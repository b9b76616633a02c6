//! What raised characters are: an exponent ("km²"), the ending of an ordinal number ("19th"), or the mark of a note, which must not join the
//! figure in front of it.

/// What becomes of raised characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Raised {
    /// They are part of the text, written so.
    Written(String),
    /// They refer to a note: no part of the text.
    NoteMark,
}

/// Units of length, whose second and third powers are areas and volumes.
const LENGTHS: &[&str] = &["km", "hm", "dm", "cm", "mm", "ft", "in", "yd", "mi", "mile", "miles", "metre", "metres", "meter", "meters"];
const SMALL: &[char] = &['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

/// What raised characters are between what stands in front of them on the line and the next character.
pub(super) fn raised(text: &str, before: &str, next: Option<char>) -> Raised {
    let mark = text.trim();
    let exponent = mark.trim_start_matches(['-', '−', '–', '+']);
    let is_number = !exponent.is_empty() && exponent.chars().all(|c| c.is_ascii_digit());
    if is_number && has_power(before, mark, next) {
        return Raised::Written(small(mark));
    }
    if is_note_mark(mark) { Raised::NoteMark } else { Raised::Written(text.to_owned()) }
}

/// Whether what stands in front is raised to a power: a length, a variable of one letter, a power of ten, or anything to a negative one.
fn has_power(before: &str, mark: &str, next: Option<char>) -> bool {
    let rest = before.trim_end_matches(char::is_alphabetic);
    let word = before.get(rest.len()..).unwrap_or_default();
    if mark.starts_with(|c: char| !c.is_ascii_digit()) {
        return !before.is_empty();
    }
    if matches!(mark, "2" | "3") && !next.is_some_and(char::is_alphanumeric) {
        return (word.len() == 1 && !rest.ends_with(['.', '’', '\''])) || LENGTHS.contains(&word.to_lowercase().as_str());
    }
    before.strip_suffix("10").is_some_and(|rest| rest.trim_end().ends_with(['×', 'x', '·', '*']))
}

/// Whether characters refer to a note: signs, and numbers and letters one by one ("2", "a, b", "[12]", "iv").
fn is_note_mark(mark: &str) -> bool {
    mark.split(|c: char| !c.is_alphanumeric()).all(|part| {
        let letters = part.chars().count();
        let roman = part.chars().all(|c| matches!(c, 'i' | 'v' | 'x'));
        let number = letters <= 3 && part.chars().all(|c| c.is_ascii_digit());
        letters <= 1 || number || (roman && letters <= 5)
    }) && !mark.contains(['™', '®', '©', '°', 'º', 'ª', '′', '″'])
}

fn small(number: &str) -> String {
    let digit = |c: char| c.to_digit(10).and_then(|digit| SMALL.get(digit as usize)).copied();
    number.chars().map(|c| digit(c).unwrap_or(if c == '+' { '⁺' } else { '⁻' })).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn powers_are_written() {
        let written = |text, before| match raised(text, before, None) {
            Raised::Written(text) => text,
            Raised::NoteMark => "a note".to_owned(),
        };
        for (text, before, wanted) in [
            ("2", "an area of 35 km", "²"),
            ("3", "12 m", "³"),
            ("2", "5 Miles", "²"),
            ("2", "5 Moles", "a note"),
            ("-1", "4 t ha", "⁻¹"),
            ("6", "2 × 10", "⁶"),
            ("6", "in 10", "a note"),
            ("th", "the 19", "th"),
            ("®", "Seedwell", "®"),
            ("see below", "35%", "see below"),
        ] {
            assert_eq!(written(text, before), wanted, "{text} behind {before}");
        }
    }

    #[test]
    fn marks_of_notes_are_none_of_the_text() {
        for (text, before) in [
            ("2", "35%"),
            ("12", "1,234"),
            ("a", "1,234"),
            ("a, b", "573"),
            ("[3]", "fell"),
            ("*", "40"),
            ("iv", "40"),
            ("3", "Kenya"),
            ("2", ""),
        ] {
            assert_eq!(raised(text, before, None), Raised::NoteMark, "{text} behind {before}");
        }
    }
}
