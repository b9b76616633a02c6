//! From the figures of a report to its table: programmes of topics, the indicator that each figure states, one cell a region and
//! indicator.
//!
//! The catalogue of the poverty-alleviation family ([`catalogue`], data in `data/`) applies to reports of that family: the words
//! around each figure become concepts ([`lexicon`], [`items`], [`evidence`]), rules weigh them ([`rule`], [`classify`]), and each cell
//! takes its best figure ([`choose`]). In any report, phrases that recur become indicators ([`discover`]), where the
//! catalogue does not apply also figures around which the same is said ([`regroup`], [`likeness`]), and the reader may define
//! more ([`user`]). [`derived`] sets two indicators against each other, [`quotient`] makes columns of that.

mod catalogue;
mod choose;
mod classify;
mod common;
pub mod derived;
mod discover;
mod evidence;
mod hold;
mod items;
mod lexicon;
mod likeness;
mod naming;
mod phrase;
mod phrase_tree;
mod programme;
mod quotient;
mod regroup;
mod rule;
mod tell;
mod user;
mod word;

pub(crate) use common::most_common;
pub use programme::{Programme, programme_of, programmes};
pub use quotient::add_quotients;
pub use tell::{Teller, Told};
pub use user::{DefinitionError, Preview, Quotient, Reach, UserIndicator, export_definitions, import_definitions, preview};

use crate::analysis::{Analysis, Indicator};
use crate::wording::Language;
use choose::{Seat, choose};
use discover::{discover, name_shares, number_twins};
use regroup::regroup;

/// The indicators of the catalogue, in its order, with names and definitions in a language.
pub fn catalogue_indicators(language: Language) -> impl Iterator<Item = &'static Indicator> {
    catalogue::catalogue().entries.iter().map(move |e| e.said(language))
}

/// Adds the indicators that the reader has defined. A figure that states an indicator already keeps it.
fn add_defined(text: &str, analysis: &mut Analysis, definitions: &[UserIndicator], language: Language) {
    for definition in definitions.iter().filter(|definition| definition.quotient.is_none()) {
        let (indicator, cells) = user::apply(text, analysis, definition, language);
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
///
/// Where the catalogue does not apply, what is said around figures counts as well.
fn add_discovered(text: &str, analysis: &mut Analysis, has_catalogue: bool, language: Language) {
    let mut found = discover(text, analysis, language);
    if !has_catalogue {
        found = regroup(text, analysis, found, language);
    }
    number_twins(&mut found);
    name_shares(&mut found);
    for discovery in found {
        let id = discovery.indicator.id.clone();
        for (section, candidates) in discovery.candidates {
            for candidate in &candidates {
                if let Some(quantity) = analysis.quantities.get_mut(candidate.quantity as usize) {
                    quantity.indicator = Some(id.clone());
                }
            }
            let mut cell = choose(analysis, Seat { section, indicator: &id, larger: false, language }, candidates);
            // "22,700 on the list" among patients: counts are counts.
            if let Some(cell) = cell.as_mut().filter(|cell| cell.unit.is_counted() && discovery.indicator.unit.is_counted()) {
                cell.unit = discovery.indicator.unit;
            }
            analysis.cells.extend(cell);
        }
        analysis.indicators.push(discovery.indicator);
    }
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
        add_defined(
            "The text of the report.",
            &mut analysis,
            &[definition("user.1", "measured"), definition("user.2", "elsewhere")],
            Language::English,
        );
        let cells = |id: &str| analysis.cells.iter().filter(|cell| cell.indicator == id).count();
        assert_eq!((cells("a"), cells("user.1"), cells("user.2")), (2, 2, 0));
        assert_eq!(analysis.indicators.len(), 3);
        assert_eq!(analysis.quantities[0].indicator.as_deref(), Some("a"));
    }
}
