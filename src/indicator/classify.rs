//! Which indicator of the catalogue a figure states: from its evidence to an indicator with a weight.

use super::catalogue::{Catalogue, Cues, Entry};
use super::evidence::Evidence;
use super::rule::{Facts, Surroundings};
use crate::analysis::{Aggregation, Kind, Problem, Quantity, Scope};
use rust_decimal::Decimal;

/// A figure states an indicator from this weight on.
const ENOUGH: i32 = 4;

/// What a word of planning in its clause takes from a figure's weight.
const PLANNED: i32 = 8;
/// What speaking for a part of the region takes.
const PARTIAL: i32 = 6;
/// What "in the whole province" adds.
const EXPRESSLY_WHOLE: i32 = 2;
/// What speaking of another year takes, where the indicator is of this one.
const OTHER_YEAR: i32 = 4;
/// What summing up several years takes, where the indicator is of this one.
const SEVERAL_YEARS: i32 = 7;
/// Less money than this is no total of a region but an amount for somebody.
const SMALLEST_TOTAL: Decimal = Decimal::from_parts(50_000, 0, 0, false, 0);

/// The best indicator of a figure, by its number in the catalogue, with its weight. `facts` are those of its topic and region, `year`
/// is that of the report.
pub(super) fn classify(
    catalogue: &Catalogue,
    quantity: &Quantity,
    evidence: &Evidence,
    facts: Facts,
    year: Option<i32>,
) -> Option<(usize, i32)> {
    let of_unit = catalogue.by_unit.get(&quantity.unit)?;
    let doubtful = quantity.problems.iter().any(|p| matches!(p, Problem::MissingScale | Problem::Implausible));
    let broken = quantity.unit.is_counted() && quantity.amount.one().is_some_and(|v| !v.is_integer());
    if doubtful || broken {
        return None;
    }
    let trifling = quantity.unit.is_currency() && quantity.amount.middle().is_some_and(|v| v < SMALLEST_TOTAL);
    let part = if quantity.of.is_some() { Facts::PART } else { Facts::WHOLE };
    let per_person = Facts::PER_PERSON.when(quantity.per.as_deref() == Some("person"));
    let facts = facts | part | per_person | Facts::HAS_PARTS.when(evidence.has_parts) | Facts::END.when(evidence.end);
    // Many figures may state no entry whatever their words are.
    let mut words: Option<Surroundings> = None;
    let mut best: Option<(usize, i32)> = None;
    for (number, entry) in of_unit.iter().filter_map(|number| Some((*number, catalogue.entries.get(*number)?))) {
        if !facts.intersects(entry.one_of) || !admits(entry, quantity, trifling) {
            continue;
        }
        let words = words.get_or_insert_with(|| Surroundings::of(evidence));
        let Some(heaviest) = entry.rules.iter().find(|rule| rule.holds(facts, words)) else { continue };
        let on_topic = facts.intersects(entry.programme);
        let weight = heaviest.weight + i32::from(on_topic) + adjustment(entry, quantity, evidence, year, &catalogue.cues);
        if weight >= ENOUGH && best.is_none_or(|(_, known)| weight > known) {
            best = Some((number, weight));
        }
    }
    best
}

/// Whether an entry of the figure's unit is of its kind; a `trifling` amount is no sum of a region.
fn admits(entry: &Entry, quantity: &Quantity, trifling: bool) -> bool {
    entry.kinds.contains(quantity.kind)
        && (quantity.per.is_none() || entry.kinds.contains(Kind::Average))
        && !(trifling && entry.indicator.aggregation == Aggregation::Sum)
}

/// What the circumstances add to or take from the weight of the words.
fn adjustment(entry: &Entry, quantity: &Quantity, evidence: &Evidence, year: Option<i32>, cues: &Cues) -> i32 {
    let mut weight = 0;
    if quantity.unit.is_currency() {
        weight += i32::from(evidence.before.intersects(cues.sum)) + i32::from(evidence.has_parts);
    }
    if quantity.scope == Scope::Part {
        weight -= PARTIAL;
    }
    if evidence.after.intersects(cues.whole_region) {
        weight += EXPRESSLY_WHOLE;
    }
    let several = evidence.several_years || evidence.front.intersects(cues.past_years) || evidence.after.intersects(cues.in_years);
    if several && !entry.stock {
        weight -= SEVERAL_YEARS;
    }
    if quantity.kind == Kind::Target {
        weight -= 2;
    } else if (evidence.before | evidence.clause).intersects(cues.plan) && !evidence.before.intersects(cues.actual) {
        weight -= PLANNED;
    }
    if let (Some(said), Some(report)) = (quantity.year, year)
        && said != report
    {
        weight -= if entry.stock { 1 } else { OTHER_YEAR };
    }
    if !quantity.text.contains(|c: char| c.is_ascii_digit()) {
        // Prose spells numbers up to ten in any case.
        weight -= if quantity.amount.middle().is_some_and(|v| v <= Decimal::TEN) { 1 } else { 3 };
    }
    weight
}
