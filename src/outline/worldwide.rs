//! Headings that name parts of countries which have no list of their own: "Bavaria", "Department of Cajamarca".
//!
//! Many such names are borne by places of several countries, and some are common words. A name counts only beside others of the same
//! country with the same words around them, and only where no other country fits these headings as well.

use super::gazetteer::{self, Family, PlaceId};
use super::line::{Line, is_prose};
use super::region::{Candidate, Frame, PATTERN};
use std::collections::{BTreeMap, BTreeSet};

/// The headings of one frame that name places of one family, by line, each with the place.
type Group = BTreeMap<usize, PlaceId>;

/// The headings with what they name in the countries whose parts they name; `None` where there is no such country.
pub(super) fn named(text: &str, lines: &[Line], candidates: &[Candidate]) -> Option<Vec<Candidate>> {
    let found: Vec<Candidate> = candidates.iter().map(|candidate| worldwide(text, candidate)).collect();
    let mut groups: BTreeMap<(Frame, Family), Group> = BTreeMap::new();
    for candidate in &found {
        let Some(mention) = &candidate.mention else { continue };
        let frame = Frame::of(candidate.heading.title.of(text), mention.start..mention.end, candidate.heading.mark);
        for (place, id) in mention.places.iter().filter_map(|id| Some((gazetteer::place(*id)?, *id))) {
            groups.entry((frame.clone(), place.family)).or_default().insert(candidate.line, id);
        }
    }
    let told = |(frame, family): &(Frame, Family), group: &Group| {
        // Two names make no frame of their own: they stand alone, each over its text.
        let pair = || places(group) + 1 == PATTERN && frame.is_bare() && group.len() + 1 == PATTERN && leads_all(text, lines, group);
        let rival = || groups.iter().any(|((_, other), rival)| other != family && fits_as_well(rival, group));
        (places(group) >= PATTERN || pair()) && !rival()
    };
    let families: BTreeSet<Family> = groups.iter().filter(|(key, group)| told(key, group)).map(|((_, family), _)| *family).collect();
    let of_a_country = families.iter().any(|family| matches!(family, Family::PartsOf(_)));
    of_a_country.then(|| found.into_iter().map(|candidate| only(candidate, &families)).collect())
}

/// How many places a group names.
fn places(group: &Group) -> usize {
    group.values().collect::<BTreeSet<_>>().len()
}

/// Whether another country has all names that the headings of a group have in theirs.
fn fits_as_well(rival: &Group, group: &Group) -> bool {
    group.keys().all(|line| rival.contains_key(line)) && places(rival) >= places(group)
}

/// Whether each heading of a group stands right over running text.
fn leads_all(text: &str, lines: &[Line], group: &Group) -> bool {
    let below = |line: usize| lines.get(line + 1..).unwrap_or_default().iter().find(|line| !line.is_blank());
    group.keys().all(|line| below(*line).is_some_and(|below| is_prose(below.of(text))))
}

/// The heading with the only name that it has worldwide.
fn worldwide(text: &str, candidate: &Candidate) -> Candidate {
    let mut mentions = gazetteer::mentions_worldwide(candidate.heading.title.of(text));
    // "Bavaria (Bayern)" names one place twice.
    if let [first, second] = mentions.as_slice()
        && first.places.first().is_some_and(|place| second.places.contains(place))
    {
        mentions.truncate(1);
    }
    Candidate { mention: if mentions.len() == 1 { mentions.pop() } else { None }, ..candidate.clone() }
}

/// Without what it names in other families.
fn only(mut candidate: Candidate, families: &BTreeSet<Family>) -> Candidate {
    candidate.mention = candidate.mention.take().and_then(|mut mention| {
        mention.places.retain(|id| gazetteer::place(*id).is_some_and(|place| families.contains(&place.family)));
        (!mention.places.is_empty()).then_some(mention)
    });
    candidate
}
