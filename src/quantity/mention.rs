//! A figure as it stands in its sentence, before it is related to others.

use super::magnitude::in_coded_unit;
use crate::analysis::{Amount, Kind, Modifier, Problem, Scope, Unit};
use crate::text::Span;

/// The counted noun of a figure, as token indices.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Noun {
    /// First token of the noun phrase after the number.
    pub first: usize,
    /// Its head.
    pub head: usize,
}

/// Where a figure's unit comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum UnitSource {
    /// A unit is printed with it.
    Printed,
    /// The noun it counts.
    Noun,
    /// Another figure or a noun elsewhere in the sentence.
    Lent,
    /// Nothing: it is taken for a count.
    #[default]
    Assumed,
}

/// One figure of a section. Links are indices into the section's list of mentions.
#[derive(Debug, Clone, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "independent facts of print, each asked by its own name")]
pub struct Mention {
    /// First token, a unit printed in front included.
    pub first: usize,
    /// Token after the number, its scale and its unit.
    pub last: usize,
    /// Token after the counted noun, or `last` where there is none.
    pub after_noun: usize,
    /// Index of its sentence among the section's sentences.
    pub sentence: usize,
    /// The printed figure with its unit.
    pub span: Span,
    /// Magnitude in base units.
    pub amount: Amount,
    /// Decimal exponent of the last printed digit in base units.
    pub precision: Option<i32>,
    /// Power of ten of the printed unit (a quintal is 10^2 kg), which the amount has in it.
    pub unit_power: i32,
    /// Its unit; `None` until the figure it belongs to lends it one.
    pub unit: Option<Unit>,
    /// Where the unit comes from.
    pub unit_source: UnitSource,
    /// Counted noun in the text.
    pub noun: Option<Noun>,
    /// Head of the noun, singular and lower case, to compare nouns with; lent by another figure where the text leaves it out.
    pub head: Option<String>,
    /// Whether the noun is one for undertakings of any kind.
    pub generic: bool,
    /// Denominator of a rate.
    pub per: Option<String>,
    /// Hedge in front.
    pub modifier: Option<Modifier>,
    /// Whether it is spelled out.
    pub in_words: bool,
    /// Whether a scale word was printed.
    pub scaled: bool,
    /// Whether it is joined to its unit by a hyphen ("three-year").
    pub hyphened: bool,
    /// What is odd about it.
    pub problems: Vec<Problem>,
    /// Sort of statement.
    pub kind: Kind,
    /// Year it refers to, where the text says so.
    pub year: Option<i32>,
    /// Whole region or part.
    pub scope: Scope,
    /// Total that it is a part of, with the rule that says so.
    pub of: Option<(usize, &'static str)>,
    /// Figure that it qualifies, with the rule that says so.
    pub base: Option<(usize, &'static str)>,
    /// What it measures, in the text's words.
    pub what: String,
}

impl Mention {
    /// Gives a bare number a unit that is ten to the `power` of the coded one.
    pub fn take_unit(&mut self, unit: Unit, power: i32) {
        self.unit = Some(unit);
        if power != 0 {
            self.unit_power = power;
            self.amount = in_coded_unit(self.amount, power);
            self.precision = self.precision.map(|precision| precision + power);
        }
    }

    /// Whether the figure states an amount of its own, not how another one changed or divides.
    pub fn stands_alone(&self) -> bool {
        !matches!(self.kind, Kind::Growth | Kind::Change | Kind::Share | Kind::Gap) && !self.unit.is_some_and(Unit::is_relative)
    }
}
