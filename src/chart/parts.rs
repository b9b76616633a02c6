//! What a total is made of in each region.
//!
//! The parts are those that the report itself counts to the total ("of which"), by indicator.

use super::ChartWords;
use crate::analysis::{Analysis, Cell};
use crate::compare::{Column, ColumnRequest, Entry, Row, Scale, Table, build_table};
use rust_decimal::Decimal;

/// More parts than colours are not drawn.
const PARTS: usize = 7;

/// A total with its parts, over the regions that state them.
#[derive(Debug, Clone, PartialEq)]
pub struct CompositionData {
    /// Name of the total with the year.
    pub title: String,
    /// Unit and scale in words.
    pub unit_words: String,
    /// Names of the parts, in the order they are stacked.
    pub parts: Vec<String>,
    /// Regions with at least one part.
    pub wholes: Vec<Whole>,
    /// Regions that state the total only.
    pub undivided: Vec<String>,
    /// Regions that state neither.
    pub not_stated: Vec<String>,
    pub(super) scale: Scale,
    pub(super) words: &'static ChartWords,
}

/// One region.
#[derive(Debug, Clone, PartialEq)]
pub struct Whole {
    /// Its section.
    pub section: u32,
    /// Its name.
    pub name: String,
    /// Whether the reader has pinned it.
    pub pinned: bool,
    /// The stated total, in base units, with its quantity and its text in the scale.
    pub total: Option<Part>,
    /// One for each of [`CompositionData::parts`].
    pub parts: Vec<Option<Part>>,
}

/// One stated amount.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// Value in base units.
    pub value: Decimal,
    /// Value in the scale, as text.
    pub text: String,
    /// Its quantity.
    pub quantity: u32,
}

impl Whole {
    pub(super) fn sum(&self) -> Decimal {
        self.parts.iter().flatten().map(|part| part.value).sum()
    }

    /// What the bar stands for: the stated total, or the sum of the parts where that is larger or no total is stated.
    pub(super) fn length(&self) -> Decimal {
        self.total.as_ref().map_or(Decimal::ZERO, |total| total.value).max(self.sum())
    }

    /// What the parts leave of the stated total.
    pub(super) fn rest(&self) -> Option<Decimal> {
        let rest = self.total.as_ref()?.value - self.sum();
        (rest > Decimal::ZERO).then_some(rest)
    }
}

/// Ids of the indicators that can be taken apart, with the ids of their parts: those of which at least two others are stated parts in at
/// least two regions, or in the only one. The one that most regions take apart comes first.
pub fn wholes(analysis: &Analysis) -> Vec<(String, Vec<String>)> {
    let mut found: Vec<(String, Vec<String>, usize)> = Vec::new();
    for indicator in &analysis.indicators {
        let parts = parts_of(analysis, &indicator.id);
        let divided = parts.iter().map(|(_, regions)| *regions).max().unwrap_or_default();
        if parts.len() > 1 && divided >= analysis.sections.len().min(2) {
            found.push((indicator.id.clone(), parts.into_iter().map(|(id, _)| id).collect(), divided));
        }
    }
    found.sort_by_key(|(.., divided)| std::cmp::Reverse(*divided));
    found.into_iter().map(|(id, parts, _)| (id, parts)).collect()
}

/// Indicators whose chosen quantities are stated parts of the chosen quantity of `total`, with the number of regions where they are, in the
/// analysis' order of indicators.
fn parts_of(analysis: &Analysis, total: &str) -> Vec<(String, usize)> {
    let totals: Vec<&Cell> = analysis.cells.iter().filter(|cell| cell.indicator == total).collect();
    let is_part = |cell: &Cell| {
        let of = analysis.quantities.get(cell.quantity as usize).and_then(|q| q.of);
        cell.indicator != total && of.is_some_and(|of| totals.iter().any(|t| t.section == cell.section && t.quantity == of))
    };
    let count = |id: &str| analysis.cells.iter().filter(|cell| cell.indicator == id && is_part(cell)).count();
    analysis.indicators.iter().map(|i| (i.id.clone(), count(&i.id))).filter(|(_, n)| *n > 0).take(PARTS).collect()
}

/// The composition of one indicator; `parts` as [`wholes`] gives them. None where the analysis does not know the indicator.
pub fn composition_data(
    analysis: &Analysis,
    total: &str,
    parts: &[String],
    pins: &[u32],
    words: &'static ChartWords,
) -> Option<CompositionData> {
    let scale = build_table(analysis, &[ColumnRequest::usual(total)]).columns.first()?.scale;
    let request = |id: &str| ColumnRequest { indicator: id.to_owned(), scale: Some(scale) };
    let requests: Vec<ColumnRequest> = std::iter::once(total).chain(parts.iter().map(String::as_str)).map(request).collect();
    let table = build_table(analysis, &requests);
    let column = table.columns.first()?;
    let mut data = CompositionData {
        title: super::data::title(&column.label, table.year, words),
        unit_words: column.unit_words.clone(),
        parts: table.columns.iter().skip(1).map(|c| c.label.clone()).collect(),
        wholes: Vec::new(),
        undivided: Vec::new(),
        not_stated: Vec::new(),
        scale,
        words,
    };
    for row in &table.rows {
        let whole = whole(row, &table, pins.contains(&row.section));
        match (whole.parts.iter().any(Option::is_some), &whole.total) {
            (true, _) => data.wholes.push(whole),
            (false, Some(_)) => data.undivided.push(row.name.clone()),
            (false, None) => data.not_stated.push(row.name.clone()),
        }
    }
    Some(data)
}

fn whole(row: &Row, table: &Table, pinned: bool) -> Whole {
    let unit = table.columns.first().map(|c| c.unit);
    let part = |(entry, column): (&Option<Entry>, &Column)| {
        let entry = entry.as_ref().filter(|_| Some(column.unit) == unit)?;
        let value = entry.counts.filter(|value| !value.is_sign_negative())?;
        Some(Part { value, text: entry.text.clone(), quantity: entry.quantity })
    };
    let mut parts: Vec<Option<Part>> = row.entries.iter().zip(&table.columns).map(part).collect();
    let total = if parts.is_empty() { None } else { parts.remove(0) };
    Whole { section: row.section, name: row.name.clone(), pinned, total, parts }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::compare::example;

    /// The example report, with the parts of each region linked to its total.
    fn report() -> Analysis {
        let mut analysis = example::funds();
        for (part, total) in [(1, 0), (2, 0), (4, 3), (5, 3), (6, 3), (8, 7)] {
            analysis.quantities[part].of = Some(total);
        }
        analysis
    }

    pub(crate) fn data() -> CompositionData {
        let analysis = report();
        let (total, parts) = wholes(&analysis).remove(0);
        composition_data(&analysis, &total, &parts, &[1], &super::super::words::EN).unwrap()
    }

    #[test]
    fn the_report_itself_says_what_can_be_taken_apart() {
        let parts = ["fund.central", "fund.provincial", "fund.local"].map(str::to_owned).to_vec();
        assert_eq!(wholes(&report()), [("fund.fiscal".to_owned(), parts)]);
        assert!(wholes(&example::funds()).is_empty(), "without links there is nothing to take apart");
    }

    #[test]
    fn regions_are_divided_undivided_or_silent() {
        let data = data();
        let names: Vec<&str> = data.wholes.iter().map(|w| w.name.as_str()).collect();
        assert_eq!(names, ["Hebei", "Liaoning", "Shanxi"]);
        assert_eq!(
            (data.undivided.as_slice(), data.not_stated.as_slice()),
            (["Shaanxi", "Sichuan"].map(str::to_owned).as_slice(), ["Jilin".to_owned()].as_slice())
        );
        assert_eq!(data.wholes[1].rest(), None, "40.69 + 252.3 + 280.81 = 573.80");
        assert_eq!(data.wholes[2].rest(), Some(511_000_000.into()));
    }
}
