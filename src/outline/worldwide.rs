//! Headings that name parts of a country which has no list of its own: "Bavaria", "Department of Cajamarca".
//!
//! Many such names are borne by places of several countries, and some are common words. A name counts only beside others of the same
//! country with the same words around them, and only where no other country fits as well.

use super::gazetteer::{self, Family, PlaceId};
use super::line::{Line, is_prose};
use super::region::{Candidate, Frame, PATTERN};
use std::collections::{BTreeMap, BTreeSet};

/// The names of one country in the headings of one frame.
type Groups = BTreeMap<(Frame, Family), BTreeSet<(usize, PlaceId)>>;

/// The headings with what they name in the country whose parts they name; `None` where there is no such country.
pub(super) fn of_one_country(text: &str, lines: &[Line], candidates: &[Candidate]) -> Option<Vec<Candidate>> {
    let found: Vec<Candidate> = candidates.iter().map(|candidate| worldwide(text, candidate)).collect();
    let mut groups = Groups::new();
    for candidate in &found {
        let Some(mention) = &candidate.mention else { continue };
        let frame = Frame::of(candidate.heading.title.of(text), mention.start..mention.end, candidate.heading.mark);
        for (place, id) in mention.places.iter().filter_map(|id| Some((gazetteer::place(*id)?, *id))) {
            groups.entry((frame.clone(), place.family)).or_default().insert((candidate.line, id));
        }
    }
    let size = |places: &BTreeSet<(usize, PlaceId)>| places.iter().map(|(_, id)| id).collect::<BTreeSet<_>>().len();
    let ((frame, family), places) = groups.iter().max_by_key(|(_, places)| size(places))?;
    let count = size(places);
    let rival = groups.iter().any(|((_, other), places)| other != family && size(places) >= count);
    let leads = |line: usize| {
        lines.get(line + 1..).unwrap_or_default().iter().find(|line| !line.is_blank()).is_some_and(|below| is_prose(below.of(text)))
    };
    // Two names make no frame of their own: they stand alone, each over its text.
    let pair = || count + 1 == PATTERN && frame.is_bare() && places.len() == count && places.iter().all(|(line, _)| leads(*line));
    (!rival && (count >= PATTERN || pair())).then(|| found.into_iter().map(|candidate| only(candidate, *family)).collect())
}

/// The heading with the only name that it has worldwide.
fn worldwide(text: &str, candidate: &Candidate) -> Candidate {
    let mut mentions = gazetteer::mentions_worldwide(candidate.heading.title.of(text));
    Candidate { mention: if mentions.len() == 1 { mentions.pop() } else { None }, ..candidate.clone() }
}

/// Without what it names elsewhere.
fn only(mut candidate: Candidate, family: Family) -> Candidate {
    candidate.mention = candidate.mention.take().and_then(|mut mention| {
        mention.places.retain(|id| gazetteer::place(*id).is_some_and(|place| place.family == family));
        (!mention.places.is_empty()).then_some(mention)
    });
    candidate
}
