//! The rules of the catalogue: from lines of its data file to what has to hold of a figure, as sets that are compared at once.

use super::evidence::Evidence;
use super::lexicon::Concepts;
use super::programme::{Programme, programmes};
use std::ops::{BitOr, BitOrAssign};

/// What is known of a figure beside its words: the programmes of its topic, whether it has parts, and the like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Facts(u64);

impl Facts {
    /// It stands outside any topic.
    pub(super) const NO_TOPIC: Self = Self(1 << 63);
    /// It is a part of a total.
    pub(super) const PART: Self = Self(1 << 62);
    /// It is no part of a total.
    pub(super) const WHOLE: Self = Self(1 << 61);
    /// It has parts.
    pub(super) const HAS_PARTS: Self = Self(1 << 60);
    /// It is an amount per person.
    pub(super) const PER_PERSON: Self = Self(1 << 59);
    /// The section's region is a municipality under the central government.
    pub(super) const MUNICIPALITY: Self = Self(1 << 58);
    /// A change begins or ends with it.
    pub(super) const END: Self = Self(1 << 57);

    /// Its topic is on a programme; nothing for an unknown one.
    pub(super) fn programme(id: &str) -> Self {
        programmes().iter().position(|p| p.id == id).map(|number| Self(1 << number)).unwrap_or_default()
    }

    /// Its topic is on some programmes.
    pub(super) fn programmes(named: &[&Programme]) -> Self {
        named.iter().fold(Self::default(), |all, p| all | Self::programme(p.id))
    }

    /// All facts; of them some hold of any figure.
    const ALL: Self = Self(u64::MAX);

    /// These facts, if something holds.
    pub(super) fn when(self, holds: bool) -> Self {
        if holds { self } else { Self::default() }
    }

    /// Whether the sets share a fact.
    pub(super) fn intersects(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    fn contains(self, others: Self) -> bool {
        self.0 & others.0 == others.0
    }
}

impl BitOr for Facts {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOrAssign for Facts {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

/// Which words around a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Own,
    Before,
    After,
    Noun,
    Front,
    Clause,
    Sentence,
    What,
    Title,
    Total,
    Parts,
    Base,
}

/// The concepts around a figure, by [`Place`].
pub(super) struct Surroundings {
    places: [Concepts; 12],
    /// Those of all places.
    all: Concepts,
}

impl Surroundings {
    /// The concepts of some evidence.
    pub(super) fn of(of: &Evidence) -> Self {
        let places =
            [of.own(), of.before, of.after, of.noun, of.front, of.clause, of.sentence, of.what, of.title, of.total, of.parts, of.base];
        Self { places, all: places.iter().fold(Concepts::default(), |all, one| all | *one) }
    }

    /// Whether one of some concepts stands at its place.
    #[inline]
    fn have(&self, (place, concepts): &(Place, Concepts)) -> bool {
        self.places.get(*place as usize).is_some_and(|words| words.intersects(*concepts))
    }
}

/// A weight that holds when all terms hold.
#[derive(Debug, Default)]
pub(super) struct Rule {
    pub(super) weight: i32,
    /// Facts that have to hold, and that must not.
    required: Facts,
    excluded: Facts,
    /// Facts of which one has to hold; all facts, where the rule asks for none.
    pub(super) one_of: Facts,
    /// Concepts of which each has to stand somewhere around the figure: most rules fail for want of one.
    must: Concepts,
    /// Words that must not stand around the figure.
    unwanted: Vec<(Place, Concepts)>,
    /// Of the words of each, some have to: of those of one place, and of several.
    wanted: Vec<(Place, Concepts)>,
    wanted_somewhere: Vec<Vec<(Place, Concepts)>>,
}

impl Rule {
    /// Reads the terms of a rule, `concepts` being those of a name; `None` where one cannot be read.
    pub(super) fn read(weight: i32, terms: &str, concepts: &dyn Fn(&str) -> Concepts) -> Option<Self> {
        let mut rule = Self { weight, one_of: Facts::ALL, ..Self::default() };
        for term in terms.split_whitespace() {
            rule.add(term, concepts)?;
        }
        Some(rule)
    }

    fn add(&mut self, printed: &str, concepts: &dyn Fn(&str) -> Concepts) -> Option<()> {
        let (negated, term) = printed.strip_prefix('!').map_or((false, printed), |term| (true, term));
        if let Some(programmes) = term.strip_prefix("T=") {
            let named = programmes.split('|').map(programme).try_fold(Facts::default(), |all, one| Some(all | one?))?;
            match (negated, self.one_of == Facts::ALL) {
                (true, _) => self.excluded |= named,
                (false, true) => self.one_of = named,
                (false, false) => return None,
            }
        } else if let Some(state) = term.strip_prefix("is=") {
            *(if negated { &mut self.excluded } else { &mut self.required }) |= fact(state)?;
        } else {
            let mut by_place: Vec<(Place, Concepts)> = Vec::new();
            for word in term.split('|') {
                add_at_place(&mut by_place, words(word, concepts)?);
            }
            match by_place.as_slice() {
                _ if negated => by_place.into_iter().for_each(|words| add_at_place(&mut self.unwanted, words)),
                [(place, only)] => {
                    if only.is_one() {
                        self.must |= *only;
                    }
                    self.wanted.push((*place, *only));
                }
                _ => self.wanted_somewhere.push(by_place),
            }
        }
        Some(())
    }

    /// Whether it holds of a figure.
    #[inline]
    pub(super) fn holds(&self, facts: Facts, words: &Surroundings) -> bool {
        facts.intersects(self.one_of)
            && facts.contains(self.required)
            && !facts.intersects(self.excluded)
            && words.all.contains(self.must)
            && self.wanted.iter().all(|one| words.have(one))
            && self.wanted_somewhere.iter().all(|some| some.iter().any(|one| words.have(one)))
            && !self.unwanted.iter().any(|one| words.have(one))
    }
}

/// Adds concepts to those of their place, if there are any: one of a place is asked for in one look.
fn add_at_place(all: &mut Vec<(Place, Concepts)>, (place, concepts): (Place, Concepts)) {
    match all.iter_mut().find(|(known, _)| *known == place) {
        Some((_, known)) => *known |= concepts,
        None => all.push((place, concepts)),
    }
}

fn programme(id: &str) -> Option<Facts> {
    let fact = if id == "none" { Facts::NO_TOPIC } else { Facts::programme(id) };
    (fact != Facts::default()).then_some(fact)
}

fn fact(state: &str) -> Option<Facts> {
    Some(match state {
        "part" => Facts::PART,
        "whole" => Facts::WHOLE,
        "parts" => Facts::HAS_PARTS,
        "person" => Facts::PER_PERSON,
        "municipality" => Facts::MUNICIPALITY,
        "end" => Facts::END,
        _ => return None,
    })
}

fn words(printed: &str, concepts: &dyn Fn(&str) -> Concepts) -> Option<(Place, Concepts)> {
    let (place, name) = printed.split_once('=').unwrap_or(("", printed));
    let place = match place {
        "" => Place::Own,
        "b" => Place::Before,
        "a" => Place::After,
        "n" => Place::Noun,
        "f" => Place::Front,
        "k" => Place::Clause,
        "s" => Place::Sentence,
        "w" => Place::What,
        "h" => Place::Title,
        "t" => Place::Total,
        "c" => Place::Parts,
        "base" => Place::Base,
        _ => return None,
    };
    let concepts = concepts(name);
    (concepts != Concepts::default()).then_some((place, concepts))
}

#[cfg(test)]
mod tests {
    use super::super::lexicon::Lexicon;
    use super::*;

    #[test]
    fn facts_and_words_decide() {
        let lexicon = Lexicon::load("road: road\nbuilt: built\npipe: pipe\n");
        let concept = |name: &str| lexicon.concept(name);
        let rule = Rule::read(6, "road b=built|built !a=pipe T=relocation|none !is=part", &concept).unwrap();
        let road = Evidence { noun: concept("road"), before: concept("built"), ..Evidence::default() };
        let holds = |facts, evidence: Evidence| rule.holds(facts, &Surroundings::of(&evidence));
        assert!(holds(Facts::NO_TOPIC | Facts::WHOLE, road));
        assert!(!holds(Facts::NO_TOPIC | Facts::PART, road));
        assert!(!holds(Facts::WHOLE, road));
        assert!(!holds(Facts::NO_TOPIC, Evidence { after: concept("pipe"), ..road }));
        assert!(!holds(Facts::NO_TOPIC, Evidence { before: Concepts::default(), ..road }));
        for unreadable in ["road T=nowhere", "is=nothing", "x=road", "unknown", "T=none T=none"] {
            assert!(Rule::read(1, unreadable, &concept).is_none(), "{unreadable}");
        }
    }

    #[test]
    fn every_programme_has_a_fact_of_its_own() {
        let named: Vec<&Programme> = programmes().iter().collect();
        let all = Facts::programmes(&named);
        assert_eq!(all.0.count_ones() as usize, programmes().len());
        assert!(!all.intersects(
            Facts::NO_TOPIC | Facts::PART | Facts::WHOLE | Facts::HAS_PARTS | Facts::PER_PERSON | Facts::MUNICIPALITY | Facts::END
        ));
    }
}
