//! Which indicator of the catalogue a figure states: from its evidence to an indicator with a weight.

use super::catalogue::{Catalogue, Entry, Place, Rule, Term, Test};
use super::evidence::Evidence;
use super::lexicon::Concepts;
use crate::analysis::{Kind, Quantity, Scope};

/// A figure states an indicator from this weight on.
const ENOUGH: i32 = 5;

/// What is known of a figure beside its words.
pub(super) struct Setting<'a> {
    /// Programme of its topic.
    pub(super) programme: Option<&'a str>,
    /// Whether its region is a municipality under the central government.
    pub(super) municipality: bool,
    /// The report's year.
    pub(super) year: Option<i32>,
}

/// The best indicator of a figure, by its number in the catalogue, with its weight.
pub(super) fn classify(catalogue: &Catalogue, quantity: &Quantity, evidence: &Evidence, setting: &Setting) -> Option<(usize, i32)> {
    let sum = catalogue.lexicon.concept("sum");
    let mut best: Option<(usize, i32)> = None;
    for (number, entry) in catalogue.entries.iter().enumerate().filter(|(_, e)| admits(e, quantity)) {
        let weight = entry.rules.iter().filter(|r| holds(r, quantity, evidence, setting)).map(|r| r.weight).max();
        let Some(weight) = weight else { continue };
        let weight = weight + adjustment(entry, quantity, evidence, setting, sum);
        if weight >= ENOUGH && best.is_none_or(|(_, known)| weight > known) {
            best = Some((number, weight));
        }
    }
    best
}

fn admits(entry: &Entry, quantity: &Quantity) -> bool {
    let rate = quantity.per.is_some() && !entry.kinds.contains(&Kind::Average);
    entry.units.contains(&quantity.unit) && entry.kinds.contains(&quantity.kind) && !rate
}

/// What the circumstances add to or take from the weight of the words.
fn adjustment(entry: &Entry, quantity: &Quantity, evidence: &Evidence, setting: &Setting, sum: Concepts) -> i32 {
    let own_topic = i32::from(setting.programme == Some(entry.indicator.programme.as_str()));
    let total = i32::from(evidence.before.intersects(sum));
    let part = if quantity.scope == Scope::Part { -3 } else { 0 };
    let other_year = match (quantity.year, setting.year) {
        (Some(said), Some(report)) if said != report => if entry.stock { -1 } else { -4 },
        _ => 0,
    };
    own_topic + total + part + other_year
}

fn holds(rule: &Rule, quantity: &Quantity, evidence: &Evidence, setting: &Setting) -> bool {
    rule.terms.iter().all(|term| term.negated != satisfied(term, quantity, evidence, setting))
}

fn satisfied(term: &Term, quantity: &Quantity, evidence: &Evidence, setting: &Setting) -> bool {
    match &term.test {
        Test::Words(places) => places.iter().any(|(place, concepts)| words_at(*place, evidence).intersects(*concepts)),
        Test::Programme(programmes) => programmes.contains(&setting.programme),
        Test::Part => quantity.of.is_some(),
        Test::Whole => quantity.of.is_none(),
        Test::HasParts => evidence.has_parts,
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
        Place::Sentence => evidence.sentence,
        Place::Total => evidence.total,
        Place::Parts => evidence.parts,
        Place::Base => evidence.base,
    }
}

