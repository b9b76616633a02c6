//! Units that a report shortens in its own way: "106 million tonnes (MT)" lets "111 MT" be so many million tonnes.

use super::acronyms::in_front;
use super::{Class, Pack};
use crate::analysis::Unit;
use crate::text::{Span, lex};

/// Letters that stand for a scale word and a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnUnit {
    letters: Box<str>,
    /// The unit in its code.
    pub unit: Unit,
    /// The power of ten of scale and unit together.
    pub power: i32,
}

impl OwnUnit {
    /// Whether a word prints it.
    pub fn is(&self, word: &str) -> bool {
        *self.letters == *word
    }
}

/// Bytes in front of the bracket that hold the scale word and the unit.
const LONGEST_UNIT: usize = 48;

/// Words of a unit ("cubic metres").
const MOST_WORDS: usize = 3;

/// Letters in the bracket.
const LETTERS: std::ops::RangeInclusive<usize> = 2..=4;

/// The unit that a bracket shortens.
pub(super) fn own_unit_at(text: &str, open: usize, pack: &Pack) -> Option<OwnUnit> {
    let letters = text.get(open + 1..).and_then(letters_of)?;
    unit_of(in_front(text, open, LONGEST_UNIT)?, letters, pack)
}

/// The letters that stand alone in a bracket.
fn letters_of(bracket: &str) -> Option<&str> {
    let letters = bracket.bytes().take_while(u8::is_ascii_alphabetic).count();
    let closed = bracket.as_bytes().get(letters) == Some(&b')');
    bracket.get(..letters).filter(|_| closed && LETTERS.contains(&letters))
}

/// What the letters stand for, where the text in front ends in a scale word and a unit that begin with them.
fn unit_of(before: &str, letters: &str, pack: &Pack) -> Option<OwnUnit> {
    let mut initials = String::new();
    let mut words = before.trim_end().rmatch_indices(|c: char| c.is_whitespace()).map(|(at, _)| at + 1).take(MOST_WORDS + 1);
    let mut start = words.next()?;
    for next in words {
        initials.insert(0, before.get(start..)?.chars().next()?);
        let (scale, unit) = (before.get(next..start)?.trim(), before.get(start..)?.trim());
        if pack.classes_of(scale).intersects(Class::SCALE) {
            let tokens = lex(unit, Span::new(0, unit.len()));
            let readings = pack.read(unit, &tokens);
            let entry =
                pack.entry(readings.entry(0)).filter(|e| e.classes.intersects(Class::UNIT) && readings.phrase_len(0) == tokens.len())?;
            initials.insert(0, scale.chars().next()?);
            let power = pack.power_of(scale)? + entry.power;
            return entry.unit.filter(|_| initials.eq_ignore_ascii_case(letters)).map(|unit| OwnUnit {
                letters: letters.into(),
                unit,
                power,
            });
        }
        start = next;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::acronyms::brackets;
    use crate::language::english;

    #[test]
    fn letters_stand_for_the_scale_and_the_unit_whose_initials_they_are() {
        for (text, found) in [
            ("106.4 million tonnes (MT) of rice", Some(("MT", Unit::Tonne, 6))),
            ("sown on 12 lakh hectares (LH)", Some(("LH", Unit::Hectare, 5))),
            ("stored 3 billion cubic metres (BCM)", Some(("BCM", Unit::CubicMetre, 9))),
            ("5.2 million metric tons (MT)", None),
            ("12,000 tonnes (MT)", None),
            ("some million tonnes (of which 3 MT)", None),
            ("million people (MP)", None),
        ] {
            let own = brackets(text).find_map(|open| own_unit_at(text, open, english()));
            assert_eq!(own.as_ref().map(|own| (&*own.letters, own.unit, own.power)), found, "{text}");
        }
    }
}
