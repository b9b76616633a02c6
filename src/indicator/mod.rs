//! From the figures of a report to its table: programmes of topics, the indicator that each figure states, one cell a region and
//! indicator.
//!
//! The catalogue of the poverty-alleviation family ([`catalogue`], data in `data/`) applies to reports of that family: the words
//! around each figure become concepts ([`lexicon`], [`evidence`]), rules weigh them ([`classify`]), and each cell takes its best
//! figure ([`choose`]). In any report, phrases that recur become indicators ([`discover`]), and the reader may define more ([`user`]).
//! [`derived`] sets two indicators against each other, [`quotient`] makes columns of that.

mod catalogue;
mod choose;
mod classify;
pub mod derived;
mod discover;
mod evidence;
mod lexicon;
mod phrase;
mod programme;
mod quotient;
mod user;

use programme::programmes_of;
pub use programme::{Programme, programme_of, programmes};
pub use quotient::add_quotients;
pub use user::{DefinitionError, Preview, Quotient, Reach, UserIndicator, export_definitions, import_definitions, preview};

use crate::analysis::{Analysis, Indicator, RegionKind, Section};
use crate::analyze::Options;
use choose::{Candidate, choose};
use classify::{Setting, classify};
use discover::discover;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// The indicators of the catalogue, in its order.
pub fn catalogue_indicators() -> impl Iterator<Item = &'static Indicator> {
    catalogue::catalogue().entries.iter().map(|e| &e.indicator)
}

/// Fills `topics.programme`, `quantities.indicator`, `cells` and `indicators` of an analysis. `text` is the report.
pub fn tell(text: &str, analysis: &mut Analysis, options: &Options) {
    if is_of_family(text, &analysis.sections) {
        let programmes = name_programmes(analysis);
        fill_catalogue(text, analysis, &programmes);
    }
    add_discovered(text, analysis);
    add_defined(text, analysis, &options.user_indicators);
}

/// Adds the indicators that the reader has defined. A figure that states an indicator already keeps it.
fn add_defined(text: &str, analysis: &mut Analysis, definitions: &[UserIndicator]) {
    for definition in definitions.iter().filter(|definition| definition.quotient.is_none()) {
        let (indicator, cells) = user::apply(text, analysis, definition);
        for id in cells.iter().flat_map(|c| c.alternatives.iter().chain([&c.quantity])) {
            if let Some(quantity) = analysis.quantities.get_mut(*id as usize) {
                quantity.indicator.get_or_insert_with(|| definition.id.clone());
            }
        }
        analysis.cells.extend(cells);
        analysis.indicators.push(indicator);
    }
}

/// Adds the indicators that the report itself names by recurring phrases.
fn add_discovered(text: &str, analysis: &mut Analysis) {
    for discovery in discover(text, analysis) {
        let id = discovery.indicator.id.clone();
        for (section, candidates) in discovery.candidates {
            for candidate in &candidates {
                if let Some(quantity) = analysis.quantities.get_mut(candidate.quantity as usize) {
                    quantity.indicator = Some(id.clone());
                }
            }
            let cell = choose(analysis, section, &id, false, candidates);
            analysis.cells.extend(cell);
        }
        analysis.indicators.push(discovery.indicator);
    }
}

/// Whether the report is one on poverty alleviation: at least half of its sections speak of poverty more than once.
fn is_of_family(text: &str, sections: &[Section]) -> bool {
    let speaks = |s: &&Section| text.get(s.start as usize..s.end as usize).is_some_and(|part| part.matches("overty").nth(1).is_some());
    sections.iter().filter(speaks).count() * 2 >= sections.len()
}

/// The programmes of every topic, in the order of the topics; the first of each is noted in the analysis.
fn name_programmes(analysis: &mut Analysis) -> Vec<Vec<&'static Programme>> {
    let mut known: FxHashMap<&str, Vec<&'static Programme>> = FxHashMap::default();
    let named: Vec<_> = analysis.topics.iter().map(|t| known.entry(&t.title).or_insert_with(|| programmes_of(&t.title)).clone()).collect();
    for (topic, programmes) in analysis.topics.iter_mut().zip(&named) {
        topic.programme = programmes.first().map(|p| p.id.to_owned());
    }
    named
}

fn fill_catalogue(text: &str, analysis: &mut Analysis, programmes: &[Vec<&'static Programme>]) {
    let catalogue = catalogue::catalogue();
    let evidence = evidence::gather(text, analysis, &catalogue.lexicon);
    let mut candidates: BTreeMap<(u32, usize), Vec<Candidate>> = BTreeMap::new();
    let mut told = Vec::new();
    for (quantity, evidence) in analysis.quantities.iter().zip(&evidence) {
        let kind = analysis.sections.get(quantity.section as usize).map(|s| s.region.kind);
        let setting = Setting {
            has_topic: quantity.topic.is_some(),
            programmes: quantity.topic.and_then(|t| programmes.get(t as usize)).map_or(&[], Vec::as_slice),
            municipality: kind == Some(RegionKind::Municipality),
            year: analysis.document.year,
        };
        if let Some((number, weight)) = classify(catalogue, quantity, evidence, &setting) {
            candidates.entry((quantity.section, number)).or_default().push(Candidate { quantity: quantity.id, weight });
            told.push((quantity.id, number));
        }
    }
    for (id, number) in told {
        let indicator = catalogue.entries.get(number).map(|e| e.indicator.id.clone());
        if let Some(quantity) = analysis.quantities.get_mut(id as usize) {
            quantity.indicator = indicator;
        }
    }
    for ((section, number), candidates) in candidates {
        let Some(entry) = catalogue.entries.get(number) else { continue };
        let cell = choose(analysis, section, &entry.indicator.id, entry.larger, candidates);
        analysis.cells.extend(cell);
    }
    let stated = |id: &str| analysis.cells.iter().any(|c| c.indicator == id);
    let indicators = catalogue.entries.iter().map(|e| &e.indicator).filter(|i| stated(&i.id)).cloned().collect::<Vec<_>>();
    analysis.indicators.extend(indicators);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::example::{self, money};

    fn definition(id: &str, word: &str) -> UserIndicator {
        UserIndicator {
            id: id.to_owned(),
            label: "Measured".to_owned(),
            unit: crate::analysis::Unit::CNY,
            must: vec![word.to_owned()],
            must_not: Vec::new(),
            topic: None,
            quotient: None,
        }
    }

    #[test]
    fn a_figure_keeps_the_indicator_that_it_states() {
        let mut analysis = example::report(2012, &[("Hebei", &[money("a", "5", 0)]), ("Jilin", &[money("a", "7", 0)])]);
        add_defined("The text of the report.", &mut analysis, &[definition("user.1", "measured"), definition("user.2", "elsewhere")]);
        let cells = |id: &str| analysis.cells.iter().filter(|cell| cell.indicator == id).count();
        assert_eq!((cells("a"), cells("user.1"), cells("user.2")), (2, 2, 0));
        assert_eq!(analysis.indicators.len(), 3);
        assert_eq!(analysis.quantities[0].indicator.as_deref(), Some("a"));
    }
}
