//! The figures that a report on one region, or on none, opens with: there is no other to compare them with, so that they are those that the
//! report itself makes most of.

use super::{headline_six, indicator_label};
use crate::analysis::{Kind, Quantity, Scope};
use crate::app::report::Report;
use crate::app::strings::Strings;
use crate::chart::capitalised;

/// A figure with its name.
#[derive(Debug, Clone, PartialEq)]
pub struct KeyFigure {
    /// Its id.
    pub quantity: u32,
    /// What it measures.
    pub label: String,
    /// How many parts of it the report states.
    pub parts: usize,
}

/// A longer name is half a sentence.
const LONGEST_NAME: usize = 48;

/// At most `number` figures: those of the table, then totals that the report takes apart, then what else it names and dates as itself, in the
/// order of the text, and what it says of a part of the region last.
pub fn key_figures(report: &Report, number: usize, t: &Strings) -> Vec<KeyFigure> {
    let Some(section) = report.regions().next() else { return Vec::new() };
    let parts = |id: u32| report.parts_of(id).count();
    let mut out: Vec<KeyFigure> = headline_six(report)
        .into_iter()
        .filter_map(|indicator| Some((report.cell(section.id, &indicator.id)?.quantity, indicator_label(indicator, t))))
        .map(|(quantity, label)| KeyFigure { quantity, label, parts: parts(quantity) })
        .collect();
    let mut others: Vec<(&Quantity, usize)> = report
        .quantities_in(section.id)
        .filter(|figure| speaks_for_itself(report, figure))
        .map(|figure| (figure, parts(figure.id)))
        .collect();
    others.sort_by_key(|(figure, parts)| (*parts < 2, figure.scope == Scope::Part));
    for (figure, parts) in others {
        let label = capitalised(&figure.what);
        let known = out.iter().any(|other| other.quantity == figure.id || other.label.eq_ignore_ascii_case(&label));
        if !known && is_name(&label) {
            out.push(KeyFigure { quantity: figure.id, label, parts });
        }
    }
    out.truncate(number);
    out
}

/// Whether a figure says how much there is, of the report's own year, and is neither a part of another nor odd.
fn speaks_for_itself(report: &Report, figure: &Quantity) -> bool {
    let year = report.analysis.document.year;
    figure.kind == Kind::Level
        && !figure.unit.is_relative()
        && figure.of.is_none()
        && figure.base.is_none()
        && figure.problems.is_empty()
        && (figure.year.is_none() || year.is_none() || figure.year == year)
}

fn is_name(label: &str) -> bool {
    !label.is_empty() && label.len() <= LONGEST_NAME && !label.bytes().any(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Problem, Unit};
    use crate::app::report::tests::{liaoning, quantity};
    use crate::app::strings::Language;

    #[test]
    fn totals_lead_and_parts_of_them_are_left_out() {
        let mut analysis = liaoning().analysis.clone();
        let figure = |id: u32, what: &str| Quantity { id, what: what.to_owned(), unit: Unit::People, year: Some(2012), ..quantity() };
        analysis.cells.clear();
        analysis.indicators.clear();
        analysis.quantities = vec![
            figure(0, "residents"),
            Quantity { year: Some(2011), ..figure(1, "visitors") },
            figure(2, "district spent"),
            Quantity { of: Some(2), ..figure(3, "on schools") },
            Quantity { of: Some(2), ..figure(4, "on roads") },
            Quantity { scope: Scope::Part, ..figure(5, "beds") },
            Quantity { problems: vec![Problem::Malformed], ..figure(6, "wells") },
            Quantity { unit: Unit::Percent, ..figure(7, "unemployment") },
            figure(8, "Residents"),
            figure(9, ""),
            figure(10, "boats landed 14 tonnes of fish"),
            figure(11, "flats"),
        ];
        let report = Report::new(analysis, false);
        let found = key_figures(&report, 9, Language::English.strings());
        let shown: Vec<(&str, usize)> = found.iter().map(|key| (key.label.as_str(), key.parts)).collect();
        assert_eq!(shown, [("District spent", 2), ("Residents", 0), ("Flats", 0), ("Beds", 0)]);
        assert_eq!(key_figures(&report, 1, Language::English.strings()).len(), 1);
    }
}
