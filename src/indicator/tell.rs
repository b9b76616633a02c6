//! The catalogue's part of the table: notes which figure states which indicator while sections are read, and fills the cells at the end.

use super::catalogue::{Catalogue, catalogue};
use super::choose::{Candidate, Seat, choose};
use super::classify::classify;
use super::evidence::Gatherer;
use super::hold::{Candidates, hold_against_totals};
use super::programme::{Programme, programmes_of};
use super::rule::Facts;
use super::{add_defined, add_discovered};
use crate::analysis::{Analysis, Quantity, RegionKind, Section, Topic};
use crate::analyze::Options;
use crate::language::{Numbering, ReadText};
use crate::wording::Language;
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;

/// A section that has been read, with its topics and figures.
#[derive(Clone, Copy)]
pub struct Told<'a> {
    /// The section.
    pub section: &'a Section,
    /// Its topics.
    pub topics: &'a [Topic],
    /// Its tokens, their words numbered.
    pub read: &'a ReadText<'a>,
    /// Its figures.
    pub figures: &'a [Quantity],
}

/// Notes what figures state while a report is read, and fills its table at the end.
pub struct Teller {
    /// Nothing, where the catalogue does not apply.
    notes: Option<Notes>,
}

/// What the catalogue says of the figures so far.
struct Notes {
    catalogue: &'static Catalogue,
    gatherer: Gatherer,
    year: Option<i32>,
    /// The programme of each topic.
    programmes: Vec<Option<&'static Programme>>,
    /// The titles so far: most recur from section to section.
    titles: FxHashMap<Box<str>, Named>,
    stated: Vec<Stated>,
}

/// The programmes that a title names.
#[derive(Clone, Copy)]
struct Named {
    first: Option<&'static Programme>,
    facts: Facts,
}

/// A figure that states an indicator.
struct Stated {
    section: u32,
    /// Number of the indicator in the catalogue.
    indicator: usize,
    candidate: Candidate,
}

impl Teller {
    /// A teller for a report of that year with these sections.
    pub fn new(text: &str, sections: &[Section], year: Option<i32>) -> Self {
        let notes = || {
            let catalogue = catalogue();
            Notes {
                catalogue,
                gatherer: Gatherer::new(&catalogue.lexicon),
                year,
                programmes: Vec::new(),
                titles: FxHashMap::default(),
                stated: Vec::new(),
            }
        };
        Self { notes: is_of_family(text, sections).then(notes) }
    }

    /// Notes what the figures of a section state. Sections come in their order; their words are numbered by `numbering`.
    pub fn read(&mut self, of: &Told, numbering: &mut Numbering) {
        if let Some(notes) = &mut self.notes {
            notes.read(of, numbering);
        }
    }

    /// Fills `topics.programme`, `quantities.indicator`, `cells` and `indicators` of an analysis. `text` is the report.
    pub fn tell(self, text: &str, analysis: &mut Analysis, options: &Options) {
        let has_catalogue = self.notes.is_some();
        if let Some(notes) = self.notes {
            notes.fill(analysis, options.language);
        }
        add_discovered(text, analysis, has_catalogue, options.language);
        add_defined(text, analysis, &options.user_indicators, options.language);
    }
}

impl Notes {
    fn read(&mut self, of: &Told, numbering: &mut Numbering) {
        let named: Vec<Named> = of.topics.iter().map(|t| self.named(&t.title)).collect();
        self.programmes.extend(named.iter().map(|named| named.first));
        let topics: Vec<Facts> = named.iter().map(|named| named.facts).collect();
        let first = of.topics.first().map_or(0, |t| t.id);
        let of_topic = |topic: u32| topics.get(topic.checked_sub(first)? as usize).copied();
        let of_region = Facts::MUNICIPALITY.when(of.section.region.kind == RegionKind::Municipality);
        let evidence = self.gatherer.read(of, numbering);
        for (quantity, evidence) in of.figures.iter().zip(evidence) {
            let of_topic = quantity.topic.map_or(Facts::NO_TOPIC, |topic| of_topic(topic).unwrap_or_default());
            if let Some((indicator, weight)) = classify(self.catalogue, quantity, evidence, of_region | of_topic, self.year) {
                let candidate = Candidate { quantity: quantity.id, weight };
                self.stated.push(Stated { section: quantity.section, indicator, candidate });
            }
        }
    }

    fn named(&mut self, title: &str) -> Named {
        if let Some(known) = self.titles.get(title) {
            return *known;
        }
        let programmes = programmes_of(title);
        let named = Named { first: programmes.first().copied(), facts: Facts::programmes(&programmes) };
        self.titles.insert(title.into(), named);
        named
    }

    fn fill(self, analysis: &mut Analysis, language: Language) {
        for (topic, programme) in analysis.topics.iter_mut().zip(&self.programmes) {
            topic.programme = programme.map(|p| p.id.to_owned());
        }
        let entry = |number: usize| self.catalogue.entries.get(number);
        let mut candidates = Candidates::new();
        for stated in self.stated {
            if let Some(quantity) = analysis.quantities.get_mut(stated.candidate.quantity as usize) {
                quantity.indicator = entry(stated.indicator).map(|e| e.indicator.id.clone());
            }
            candidates.entry((stated.section, stated.indicator)).or_default().push(stated.candidate);
        }
        hold_against_totals(analysis, self.catalogue, &mut candidates);
        let mut stated = BTreeSet::new();
        for ((section, number), list) in candidates {
            let Some(entry) = entry(number) else { continue };
            let cell = choose(analysis, Seat { section, indicator: &entry.indicator.id, larger: entry.larger, language }, list);
            stated.extend(cell.as_ref().map(|_| number));
            analysis.cells.extend(cell);
        }
        analysis.indicators.extend(stated.into_iter().filter_map(entry).map(|e| e.said(language).clone()));
    }
}

/// Whether the report is one on poverty alleviation: at least half of its sections speak of poverty more than once.
fn is_of_family(text: &str, sections: &[Section]) -> bool {
    let speaks = |s: &&Section| text.get(s.start as usize..s.end as usize).is_some_and(|part| part.matches("overty").nth(1).is_some());
    sections.iter().filter(speaks).count() * 2 >= sections.len()
}
