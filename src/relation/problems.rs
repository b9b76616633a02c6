//! What is odd about a figure as printed, told from its unit: people and things are counted in whole numbers.

use crate::analysis::{Kind, Problem, Unit};
use crate::language::ReadText;
use crate::quantity::Mention;
use rust_decimal::Decimal;

/// Digits behind the point that look like a group of thousands ("62.100 people").
const GROUP: i32 = -3;

/// Takes the flag from numbers with a decimal comma where the section prints fractions so again and again.
pub(super) fn allow_decimal_commas(read: &ReadText, mentions: &mut [Mention]) {
    let printed = |m: &Mention| (m.first..m.last).map(|t| read.str(t)).find(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    let comma = |m: &Mention| m.problems == [Problem::Malformed] && printed(m).is_some_and(has_decimal_comma);
    let commas = mentions.iter().filter(|m| comma(m)).count();
    if commas < HABIT {
        return;
    }
    for m in mentions.iter_mut().filter(|m| comma(m)) {
        m.problems.clear();
    }
}

/// Numbers with a decimal comma that make a habit.
const HABIT: usize = 2;

/// "98,4", "1,25", "402.350,00".
fn has_decimal_comma(word: &str) -> bool {
    word.rsplit_once(',').is_some_and(|(front, fraction)| (1..=2).contains(&fraction.len()) && !front.contains(','))
}

/// "the average household size fell from 4.62 persons to 4.18": a mean of few, by the word for it or for its size.
fn tells_size(read: &ReadText, m: &Mention) -> bool {
    let few = m.amount.bounds().is_some_and(|(_, high)| high < Decimal::from(FEW)) && m.precision.is_some_and(|p| p > GROUP);
    let front = (m.first.saturating_sub(SIZE)..m.first).rev().take_while(|t| !read.is_mark(*t, '.') && !read.is_mark(*t, ';'));
    few && front.into_iter().any(|t| matches!(read.str(t), "average" | "mean" | "median" | "size" | "Average" | "fertility"))
}

/// "one phone for every 1.8 people": what something is divided by is rounded like any average.
fn is_denominator(read: &ReadText, m: &Mention) -> bool {
    m.first.checked_sub(1).is_some_and(|t| matches!(read.str(t), "every" | "each" | "per"))
}

/// Persons of a household, pupils of a class: fewer than these.
const FEW: i64 = 100;

/// Tokens from the word for a mean to the second of its values.
const SIZE: usize = 16;

/// Flags counts with a fraction: a point where a comma was meant, or, of persons and households, a missing scale word.
pub(super) fn flag_problems(read: &ReadText, mentions: &mut [Mention]) {
    for m in mentions {
        if m.precision.is_some_and(|p| p < 0) && m.kind == Kind::Level && m.unit.is_some_and(Unit::is_counted) && tells_size(read, m) {
            m.kind = Kind::Average;
        }
        let counted = m.unit.is_some_and(Unit::is_counted) && m.per.is_none() && m.kind != Kind::Average && !m.scaled && !m.in_words;
        let fraction = m.precision.is_some_and(|p| p < 0);
        if counted && fraction && m.problems.is_empty() && !is_denominator(read, m) {
            let living = m.unit != Some(Unit::Count);
            // A group of thousands does not begin with a zero: "an index of 0.155".
            let group = m.amount.bounds().is_some_and(|(low, _)| low >= Decimal::ONE);
            m.problems.extend(match m.precision {
                Some(GROUP) if group => Some(Problem::Malformed),
                _ if living => Some(Problem::MissingScale),
                _ => None,
            });
        }
    }
}
