//! A figure as printed, or as the reader has corrected it, cut into the part that is set large and the part that is set small.

use super::{Shown, cell_value};
use crate::analysis::{Cell, Quantity, Unit};
use crate::app::report::Report;
use crate::app::strings::Language;
use crate::compare::things;

/// The figure in two parts; number and rest of a printed one, put together again with a space, are what the report prints.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Headline {
    /// The digits, or the word that stands for them: "573.80", "one".
    pub number: String,
    /// What follows: "million yuan", "million"; may be empty.
    pub rest: String,
    /// What stands beneath the number: the rest, or what is counted where nothing is printed after the digits.
    pub below: String,
}

/// The figure of a cell: as printed, or in its usual unit where the amount is the reader's own, since the print then says another one.
pub fn headline_of(report: &Report, cell: &Cell, is_own: bool, language: Language) -> Option<Headline> {
    let quantity = report.quantity(cell.quantity)?;
    let shown = if is_own { cell_value(report, cell, language) } else { None };
    Some(match shown {
        Some(Shown { number, unit }) => Headline { number, rest: unit.clone(), below: unit },
        None => headline(quantity),
    })
}

/// Cuts the printed figure at its first space after a digit that parts no thousands, or after the word of a number in words. Where the unit is a
/// count, its noun follows the rest.
pub fn headline(quantity: &Quantity) -> Headline {
    let text = quantity.text.trim();
    // A currency that stands in front belongs to the number: "KES 412.5" million.
    let digit = text.find(|c: char| c.is_ascii_digit()).unwrap_or_default();
    let (number, rest) = match text.char_indices().find(|(at, c)| *at > digit && c.is_whitespace() && !parts_thousands(text, *at)) {
        Some((at, _)) => text.split_at(at),
        None => (text, ""),
    };
    // "300 – 500 million yuan": a range is one number.
    let (number, rest) = if rest.trim_start().starts_with(['-', '\u{2013}', '\u{2014}']) { whole_range(text) } else { (number, rest) };
    let rest = rest.trim();
    Headline { number: number.to_owned(), rest: rest.to_owned(), below: unit_line(rest, quantity) }
}

/// Whether the blank at a byte stands between the thousands of one number: "5 320 million", "1 234 567".
fn parts_thousands(text: &str, blank: usize) -> bool {
    let (before, behind) = text.split_at_checked(blank).unwrap_or_default();
    let group = behind.trim_start().bytes().take_while(u8::is_ascii_digit).count();
    group == 3 && before.ends_with(|c: char| c.is_ascii_digit())
}

fn whole_range(text: &str) -> (&str, &str) {
    let last_digit = text.char_indices().rfind(|(_, c)| c.is_ascii_digit());
    last_digit.map_or((text, ""), |(at, _)| text.split_at_checked(at + 1).unwrap_or((text, "")))
}

/// The rest of a printed figure with what is counted, unless it says so.
fn unit_line(rest: &str, quantity: &Quantity) -> String {
    let noun = match quantity.unit {
        Unit::People | Unit::PersonTimes | Unit::Households | Unit::HouseholdTimes | Unit::Count => things(quantity),
        _ => None,
    };
    match noun.filter(|noun| !rest.contains(noun.as_str())) {
        Some(noun) if rest.is_empty() => noun,
        Some(noun) => format!("{rest} {noun}"),
        None => rest.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::report::tests::quantity;

    fn parts(text: &str) -> (String, String) {
        let cut = headline(&Quantity { text: text.to_owned(), ..quantity() });
        (cut.number, cut.rest)
    }

    #[test]
    fn the_printed_form_is_cut_and_never_changed() {
        assert_eq!(parts("573.80 million yuan"), ("573.80".to_owned(), "million yuan".to_owned()));
        assert_eq!(parts("one million"), ("one".to_owned(), "million".to_owned()));
        assert_eq!(parts("11022"), ("11022".to_owned(), String::new()));
        assert_eq!(parts("10.1%"), ("10.1%".to_owned(), String::new()));
        assert_eq!(parts("KES 412.5 million"), ("KES 412.5".to_owned(), "million".to_owned()));
        assert_eq!(parts("300 – 500 million yuan"), ("300 – 500".to_owned(), "million yuan".to_owned()));
    }

    #[test]
    fn blanks_between_thousands_stay_inside_the_number() {
        assert_eq!(parts("R5 320 million"), ("R5 320".to_owned(), "million".to_owned()));
        assert_eq!(parts("R 1 234 567"), ("R 1 234 567".to_owned(), String::new()));
        assert_eq!(parts("253\u{a0}400 households"), ("253\u{a0}400".to_owned(), "households".to_owned()));
        assert_eq!(parts("12\u{202f}345,6 m²"), ("12\u{202f}345,6".to_owned(), "m²".to_owned()));
    }

    #[test]
    fn what_is_counted_stands_below_bare_digits() {
        let people = |text: &str| Quantity { text: text.to_owned(), unit: Unit::People, noun: Some("residents".to_owned()), ..quantity() };
        let line = |text: &str| headline(&people(text)).below;
        assert_eq!(line("11022"), "residents");
        assert_eq!(line("1.28 million"), "million residents");
    }
}
