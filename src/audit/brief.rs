//! Figures in brief: what the rules ask first of a figure, in a few bytes, so that a rule passes over most figures without a look at them.
//!
//! From the finished figures, to the rules.

use super::rough::rough;
use crate::analysis::{Kind, Quantity, Unit};
use bitflags::bitflags;
use rust_decimal::Decimal;

bitflags! {
    /// What holds of a figure.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
    pub(super) struct Trait: u16 {
        /// It states an amount of its own.
        const AMOUNT = 1 << 0;
        /// It is one number, not a range.
        const ONE = 1 << 1;
        const MONEY = 1 << 2;
        const COUNTED = 1 << 3;
        const RELATIVE = 1 << 4;
        const PERCENT = 1 << 5;
        /// It has a denominator.
        const PER = 1 << 6;
        /// It is part of a total.
        const PART = 1 << 7;
        /// It counts people, or times that people are served.
        const PERSONS = 1 << 8;
        /// It is one number of four digits or more: few meet it by chance.
        const LONG = 1 << 9;
        /// It is hedged: "about", "more than".
        const HEDGED = 1 << 10;
    }
}

/// A figure in brief.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Brief {
    pub(super) unit: Unit,
    pub(super) kind: Kind,
    pub(super) traits: Trait,
    pub(super) topic: Option<u32>,
    /// The decimal exponent of the last printed digit.
    pub(super) precision: Option<i32>,
    /// The value, near enough to tell most numbers apart; no number where it is not one.
    pub(super) rough: f64,
}

impl Brief {
    /// What the rules ask of a figure.
    pub(super) fn of(q: &Quantity) -> Self {
        let one = q.amount.one();
        let mut traits = Trait::empty();
        traits.set(Trait::AMOUNT, !q.unit.is_relative() && matches!(q.kind, Kind::Level | Kind::Target | Kind::Average));
        traits.set(Trait::ONE, one.is_some());
        traits.set(Trait::LONG, one.is_some_and(is_long));
        traits.set(Trait::MONEY, q.unit.is_currency());
        traits.set(Trait::COUNTED, q.unit.is_counted());
        traits.set(Trait::RELATIVE, q.unit.is_relative());
        traits.set(Trait::PERCENT, q.unit == Unit::Percent);
        traits.set(Trait::PER, q.per.is_some());
        traits.set(Trait::PART, q.of.is_some());
        traits.set(Trait::HEDGED, q.modifier.is_some());
        traits.set(Trait::PERSONS, matches!(q.unit, Unit::People | Unit::PersonTimes));
        Self { unit: q.unit, kind: q.kind, traits, topic: q.topic, precision: q.precision, rough: one.map_or(f64::NAN, rough) }
    }

    /// Whether all of some traits hold.
    pub(super) fn is(&self, traits: Trait) -> bool {
        self.traits.contains(traits)
    }

    /// Whether none of some traits holds.
    pub(super) fn is_without(&self, traits: Trait) -> bool {
        !self.traits.intersects(traits)
    }
}

/// Whether a number has four digits or more without the zeros that end its fraction.
fn is_long(value: Decimal) -> bool {
    let digits = |value: Decimal| value.mantissa().unsigned_abs() >= 1000;
    digits(value) && (value.scale() == 0 || digits(value.normalize()))
}
