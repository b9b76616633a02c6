//! Indicators that the reader derives from two others: one by another (funds per poor person), or one as a share of another.
//!
//! Stands behind the table, so that cells which the reader has chosen are what is divided. Each cell names both figures.

use super::derived::{Derived, DerivedUnit, per_unit, share};
use super::user::{Quotient, UserIndicator};
use crate::analysis::{Aggregation, Amount, Analysis, Cell, Indicator, Origin, Quantity, Unit};
use crate::language::singular;
use crate::wording::{Language, figure, table as say};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;
use std::collections::BTreeMap;

/// Adds the derived ones among the reader's definitions, with their cells.
pub fn add_quotients(analysis: &mut Analysis, definitions: &[UserIndicator], language: Language) {
    for definition in definitions {
        let Some(quotient) = &definition.quotient else { continue };
        let derive = if quotient.share { share } else { per_unit };
        let derived = derive(&analysis.cells, &quotient.numerator, &quotient.denominator);
        let cells: Vec<Cell> = derived.iter().filter_map(|one| cell(analysis, definition, one, language)).collect();
        analysis.indicators.push(head(analysis, definition, quotient, &derived, language));
        analysis.cells.extend(cells);
    }
}

fn head(analysis: &Analysis, definition: &UserIndicator, quotient: &Quotient, derived: &[Derived], language: Language) -> Indicator {
    let unit = derived.first().map_or(definition.unit, |one| unit_of(one.unit));
    let label = |id: &str| {
        let known = analysis.indicators.iter().find(|indicator| indicator.id == id);
        known.map_or_else(|| say::NOT_IN_REPORT.say(language, &[("id", id)]), |indicator| indicator.label.clone())
    };
    let (numerator, denominator) = (label(&quotient.numerator), label(&quotient.denominator));
    let words = if quotient.share { &say::DERIVED_SHARE } else { &say::DERIVED_QUOTIENT };
    Indicator {
        id: definition.id.clone(),
        label: definition.label.clone(),
        definition: words.say(language, &[("above", &numerator), ("below", &denominator)]),
        unit,
        origin: Origin::User,
        programme: String::new(),
        aggregation: Aggregation::None,
        per: derived.first().and_then(|one| denominator_word(analysis, one.unit, derived)),
    }
}

fn unit_of(unit: DerivedUnit) -> Unit {
    match unit {
        DerivedUnit::Ratio => Unit::Ratio,
        DerivedUnit::Percent => Unit::Percent,
        DerivedUnit::Per(unit, _) => unit,
    }
}

/// What each value is for: "person", "household", or the noun that most denominators count.
fn denominator_word(analysis: &Analysis, unit: DerivedUnit, derived: &[Derived]) -> Option<String> {
    let DerivedUnit::Per(_, unit) = unit else { return None };
    let own = match unit {
        Unit::People | Unit::PersonTimes => "person",
        Unit::Households | Unit::HouseholdTimes => "household",
        Unit::Count => {
            let mut nouns: BTreeMap<&str, usize> = BTreeMap::new();
            for noun in derived.iter().filter_map(|one| analysis.quantities.get(one.sources[1] as usize)?.noun.as_deref()) {
                *nouns.entry(noun).or_default() += 1;
            }
            return nouns.into_iter().max_by_key(|(_, n)| *n).map(|(noun, _)| singular(noun));
        }
        _ => unit.code(),
    };
    Some(own.to_owned())
}

fn cell(analysis: &Analysis, definition: &UserIndicator, derived: &Derived, language: Language) -> Option<Cell> {
    let source = |place: usize| analysis.quantities.get(*derived.sources.get(place)? as usize);
    let (above, below) = (source(0)?, source(1)?);
    let digits = significant(above).min(significant(below)).clamp(2, 6);
    let rounded = |value: Decimal| value.round_sf(digits).unwrap_or(value).normalize();
    let words = if derived.same_year { &say::COMPUTED } else { &say::COMPUTED_OTHER_YEARS };
    Some(Cell {
        section: derived.section,
        indicator: definition.id.clone(),
        year: above.year,
        amount: match derived.amount {
            Amount::Unread => Amount::Unread,
            Amount::One(value) => Amount::One(rounded(value)),
            Amount::Range(low, high) => Amount::Range(rounded(low), rounded(high)),
        },
        unit: unit_of(derived.unit),
        quantity: above.id,
        alternatives: Vec::new(),
        reason: words.say(language, &[("above", &figure(above, language)), ("below", &figure(below, language))]),
        chosen_by: None,
        divided_by: Some(below.id),
    })
}

/// How many digits of a printed number count.
fn significant(quantity: &Quantity) -> u32 {
    let digits = || {
        let exponent = quantity.precision?;
        let value = quantity.amount.middle()?.abs().to_f64()?;
        Some((value.log10().floor() as i32 - exponent + 1).max(1) as u32)
    };
    digits().unwrap_or(4)
}
