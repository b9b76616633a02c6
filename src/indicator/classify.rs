//! Which indicator of the catalogue a figure states: from its evidence to an indicator with a weight.

use super::catalogue::{Catalogue, Cues, Entry, Place, Rule, Term, Test};
use super::evidence::Evidence;
use super::lexicon::Concepts;
use super::programme::Programme;
use crate::analysis::{Aggregation, Kind, Problem, Quantity, Scope, Unit};
use rust_decimal::Decimal;

/// A figure states an indicator from this weight on.
const ENOUGH: i32 = 4;

/// What a word of planning in its clause takes from a figure's weight.
const PLANNED: i32 = 8;
/// What speaking for a part of the region takes.
const PARTIAL: i32 = 6;
/// What speaking of another year takes, where the indicator is of this one.
const OTHER_YEAR: i32 = 4;
/// Less money than this is no total of a region but an amount for somebody.
const SMALLEST_TOTAL: Decimal = Decimal::from_parts(50_000, 0, 0, false, 0);

/// What is known of a figure beside its words.
pub(super) struct Setting<'a> {
    /// Whether it stands under a topic.
    pub(super) has_topic: bool,
    /// Programmes of its topic.
    pub(super) programmes: &'a [&'static Programme],
    /// Whether its region is a municipality under the central government.
    pub(super) municipality: bool,
    /// The report's year.
    pub(super) year: Option<i32>,
}

impl Setting<'_> {
    fn names(&self, programme: &str) -> bool {
        self.programmes.iter().any(|p| p.id == programme)
    }
}

/// The best indicator of a figure, by its number in the catalogue, with its weight.
pub(super) fn classify(catalogue: &Catalogue, quantity: &Quantity, evidence: &Evidence, setting: &Setting) -> Option<(usize, i32)> {
    let doubtful = quantity.problems.iter().any(|p| matches!(p, Problem::MissingScale | Problem::Implausible));
    let broken = quantity.unit.is_counted() && quantity.amount.one().is_some_and(|v| !v.is_integer());
    if doubtful || broken {
        return None;
    }
    let trifling = quantity.unit.is_currency() && quantity.amount.middle().is_some_and(|v| v < SMALLEST_TOTAL);
    let cues = &catalogue.cues;
    let anywhere = evidence.anywhere();
    let mut best: Option<(usize, i32)> = None;
    let of_unit = catalogue.by_unit.get(&quantity.unit).map_or(&[][..], Vec::as_slice);
    for (number, entry) in of_unit.iter().filter_map(|number| Some((*number, catalogue.entries.get(*number)?))) {
        if !admits(entry, quantity, trifling) {
            continue;
        }
        let may_hold = |r: &&Rule| r.needs.is_none_or(|needs| needs.intersects(anywhere));
        let heaviest = entry.rules.iter().filter(may_hold).find(|r| holds(r, quantity, evidence, setting));
        let Some(weight) = heaviest.map(|r| r.weight) else { continue };
        let weight = weight + adjustment(entry, quantity, evidence, setting, cues);
        if weight >= ENOUGH && best.is_none_or(|(_, known)| weight > known) {
            best = Some((number, weight));
        }
    }
    best
}

/// Whether an entry of the figure's unit is of its kind; a `trifling` amount is no sum of a region.
fn admits(entry: &Entry, quantity: &Quantity, trifling: bool) -> bool {
    entry.kinds.contains(&quantity.kind)
        && (quantity.per.is_none() || entry.kinds.contains(&Kind::Average))
        && !(trifling && entry.indicator.aggregation == Aggregation::Sum)
}

/// What the circumstances add to or take from the weight of the words.
fn adjustment(entry: &Entry, quantity: &Quantity, evidence: &Evidence, setting: &Setting, cues: &Cues) -> i32 {
    let mut weight = i32::from(setting.names(&entry.indicator.programme));
    if !quantity.unit.is_relative() && quantity.unit != Unit::Count {
        weight += i32::from(evidence.before.intersects(cues.sum)) + i32::from(evidence.has_parts);
    }
    if quantity.scope == Scope::Part {
        weight -= PARTIAL;
    }
    if evidence.several_years && !entry.stock {
        weight -= 3;
    }
    if quantity.kind == Kind::Target {
        weight -= 2;
    } else if (evidence.before | evidence.clause).intersects(cues.plan) && !evidence.before.intersects(cues.actual) {
        weight -= PLANNED;
    }
    if let (Some(said), Some(report)) = (quantity.year, setting.year)
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

fn holds(rule: &Rule, quantity: &Quantity, evidence: &Evidence, setting: &Setting) -> bool {
    rule.terms.iter().all(|term| term.negated != satisfied(term, quantity, evidence, setting))
}

fn satisfied(term: &Term, quantity: &Quantity, evidence: &Evidence, setting: &Setting) -> bool {
    match &term.test {
        Test::Words(places) => places.iter().any(|(place, concepts)| words_at(*place, evidence).intersects(*concepts)),
        Test::Programme(wanted) => wanted.iter().any(|w| w.map_or(!setting.has_topic, |w| setting.names(w))),
        Test::Part => quantity.of.is_some(),
        Test::Whole => quantity.of.is_none(),
        Test::HasParts => evidence.has_parts,
        Test::PerPerson => quantity.per.as_deref() == Some("person"),
        Test::Municipality => setting.municipality,
    }
}

fn words_at(place: Place, evidence: &Evidence) -> Concepts {
    match place {
        Place::Own => evidence.own(),
        Place::Before => evidence.before,
        Place::After => evidence.after,
        Place::Noun => evidence.noun,
        Place::Front => evidence.front,
        Place::Clause => evidence.clause,
        Place::Sentence => evidence.sentence,
        Place::What => evidence.what,
        Place::Title => evidence.title,
        Place::Total => evidence.total,
        Place::Parts => evidence.parts,
        Place::Base => evidence.base,
    }
}
