//! What a total is made of in each region.
//!
//! The parts are those that the report itself counts to the total ("of which"), or that make it up exactly.

use super::ChartWords;
use crate::analysis::{Analysis, Cell, Quantity};
use crate::compare::{Column, ColumnRequest, Entry, Row, Scale, Table, build_table};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

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
    /// What is stated, but not counted to the total by the report: "Qinghai: City and county funds 37.56".
    pub apart: Vec<String>,
    /// Regions that state neither.
    pub not_stated: Vec<String>,
    /// Regions in all.
    pub of: usize,
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
    /// Amounts that would be parts by their name, but are not counted to the total by the report.
    pub(super) apart: Vec<Option<Part>>,
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
    /// Its year, where that is not the report's.
    pub other_year: Option<i32>,
    /// Whether the audit found that it does not add up.
    pub questioned: bool,
}

impl Whole {
    /// Whether the parts are more than the stated total, beyond what rounding can do.
    pub(super) fn is_beyond_total(&self) -> bool {
        self.total.as_ref().is_some_and(|total| self.sum() > total.value && !adds_up(self.sum(), total.value))
    }

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

/// Ids of the indicators that can be taken apart, with the ids of their parts, the one that most regions take apart first.
///
/// A total can be taken apart in more than one way (by source and by use): parts belong together when some region states them as parts of
/// the total in one sentence. Of several ways the one with the most stated parts is taken.
pub fn wholes(analysis: &Analysis) -> Vec<(String, Vec<String>)> {
    let mut found: Vec<(String, Vec<String>, usize)> = Vec::new();
    for indicator in &analysis.indicators {
        let parts = stated_parts(analysis, &indicator.id);
        let ways = together(&parts);
        let best = ways.into_iter().map(|way| (parts.iter().filter(|p| way.contains(&p.indicator)).count(), way)).max();
        if let Some((stated, way)) = best.filter(|(_, way)| way.len() > 1) {
            let ordered = analysis.indicators.iter().filter(|i| way.contains(&i.id.as_str())).map(|i| i.id.clone());
            found.push((indicator.id.clone(), ordered.take(PARTS).collect(), stated));
        }
    }
    found.sort_by_key(|(.., stated)| std::cmp::Reverse(*stated));
    found.into_iter().map(|(id, parts, _)| (id, parts)).collect()
}

/// An indicator's quantity that a region counts to a total.
struct StatedPart<'a> {
    indicator: &'a str,
    /// Section, and start of the sentence.
    place: (u32, u32),
}

/// All cells whose quantities are stated parts of the chosen quantity of `total` in the same section.
fn stated_parts<'a>(analysis: &'a Analysis, total: &str) -> Vec<StatedPart<'a>> {
    let totals: Vec<&Cell> = analysis.cells.iter().filter(|cell| cell.indicator == total).collect();
    let part = |cell: &'a Cell| {
        let total = totals.iter().find(|t| t.section == cell.section && cell.indicator != t.indicator)?;
        let part = as_part(analysis, cell, total)?;
        Some(StatedPart { indicator: &cell.indicator, place: (cell.section, part.sentence.start) })
    };
    analysis.cells.iter().filter_map(part).collect()
}

/// The mention of a cell's value that is a stated part of a total: the chosen one, or another of the same amount.
fn as_part<'a>(analysis: &'a Analysis, cell: &Cell, total: &Cell) -> Option<&'a Quantity> {
    let mentions = std::iter::once(&cell.quantity).chain(&cell.alternatives).filter_map(|id| analysis.quantities.get(*id as usize));
    let mut same = mentions.filter(|mention| mention.id == cell.quantity || (mention.unit == cell.unit && mention.amount == cell.amount));
    same.find(|mention| is_part(analysis, mention, total))
}

/// Whether a quantity is a stated part of the chosen total, or of another mention of the same.
fn is_part(analysis: &Analysis, quantity: &Quantity, total: &Cell) -> bool {
    let Some(of) = quantity.of else { return false };
    let same = |mention: &Quantity| mention.section == total.section && mention.unit == total.unit && mention.amount == total.amount;
    of == total.quantity || analysis.quantities.get(of as usize).is_some_and(same)
}

/// Parts that some region states together, as sets of indicators.
fn together<'a>(parts: &[StatedPart<'a>]) -> Vec<BTreeSet<&'a str>> {
    let mut by_place: BTreeMap<(u32, u32), BTreeSet<&str>> = BTreeMap::new();
    for part in parts {
        by_place.entry(part.place).or_default().insert(part.indicator);
    }
    let mut ways: Vec<BTreeSet<&str>> = Vec::new();
    for members in by_place.into_values() {
        let (touching, mut apart): (Vec<_>, Vec<_>) = ways.into_iter().partition(|way| !way.is_disjoint(&members));
        apart.push(touching.into_iter().fold(members, |all, way| all.union(&way).copied().collect()));
        ways = apart;
    }
    ways
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
    let table = build_table(analysis, &requests).in_language(analysis, words.language);
    let column = table.columns.first()?;
    let mut data = CompositionData {
        title: super::data::title(&column.label, table.year, words),
        unit_words: column.unit_words.clone(),
        parts: table.columns.iter().skip(1).map(|c| c.label.clone()).collect(),
        wholes: Vec::new(),
        undivided: Vec::new(),
        apart: Vec::new(),
        not_stated: Vec::new(),
        of: analysis.regions(),
        scale,
        words,
    };
    for row in table.rows.iter().filter(|row| !row.general) {
        let whole = whole(analysis, row, &table, pins.contains(&row.section));
        let named = whole.apart.iter().zip(&data.parts).filter_map(|(part, name)| Some((part.as_ref()?, name)));
        let said =
            named.map(|(part, name)| ChartWords::say(words.named, &[("what", &row.name), ("name", &format!("{name} {}", part.text))]));
        data.apart.extend(said.collect::<Vec<_>>());
        match (whole.parts.iter().flatten().count(), &whole.total) {
            (1.., _) => data.wholes.push(whole),
            (0, Some(_)) if whole.apart.iter().flatten().count() > 0 => {}
            (0, Some(_)) => data.undivided.push(row.name.clone()),
            (0, None) => data.not_stated.push(row.name.clone()),
        }
    }
    Some(data)
}

fn whole(analysis: &Analysis, row: &Row, table: &Table, pinned: bool) -> Whole {
    let unit = table.columns.first().map(|c| c.unit);
    let part = |(entry, column): (&Option<Entry>, &Column)| {
        let entry = entry.as_ref().filter(|_| Some(column.unit) == unit)?;
        let value = entry.counts.filter(|value| !value.is_sign_negative())?;
        let (other_year, questioned) = (entry.other_year(), entry.is_questioned());
        Some(Part { value, text: entry.text.clone(), quantity: entry.quantity, other_year, questioned })
    };
    let mut parts: Vec<Option<Part>> = row.entries.iter().zip(&table.columns).map(part).collect();
    let total = if parts.is_empty() { None } else { parts.remove(0) };
    let mut whole = Whole { section: row.section, name: row.name.clone(), pinned, total, parts, apart: Vec::new() };
    if let Some(total) = whole.total.as_ref().filter(|total| !adds_up(whole.sum(), total.value)) {
        // Only what the report itself counts to the total is a part of it.
        let cell = |part: &Part| analysis.cells.iter().find(|cell| cell.section == row.section && cell.quantity == part.quantity);
        let total = cell(total);
        let counted = |part: &Part| cell(part).zip(total).is_some_and(|(part, total)| as_part(analysis, part, total).is_some());
        let (parts, apart) =
            whole.parts.into_iter().map(|part| if part.as_ref().is_some_and(counted) { (part, None) } else { (None, part) }).unzip();
        (whole.parts, whole.apart) = (parts, apart);
    }
    whole
}

/// Whether parts make up the total, but for what rounding can do.
fn adds_up(sum: Decimal, total: Decimal) -> bool {
    (sum - total).abs() * Decimal::from(200) <= total
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

    #[test]
    fn sources_and_uses_of_one_total_are_not_mixed() {
        let mut analysis = report();
        let mut used = analysis.quantities[6].clone();
        used.id = analysis.quantities.len() as u32;
        used.sentence = crate::text::Span::new(30, 40);
        analysis.cells.push(Cell { indicator: "relocation.funds".to_owned(), quantity: used.id, ..analysis.cells[6].clone() });
        analysis.indicators.push(crate::analysis::Indicator { id: "relocation.funds".to_owned(), ..analysis.indicators[0].clone() });
        analysis.quantities.push(used);
        let (_, parts) = wholes(&analysis).remove(0);
        assert_eq!(parts, ["fund.central", "fund.provincial", "fund.local"]);
    }

    #[test]
    fn a_value_that_is_not_counted_to_the_total_is_no_part() {
        let mut analysis = report();
        analysis.quantities[8].of = None;
        let (total, parts) = wholes(&analysis).remove(0);
        let data = composition_data(&analysis, &total, &parts, &[], &super::super::words::EN).unwrap();
        assert_eq!(data.apart, ["Shanxi: fund.central 1,035"]);
        assert!(!data.undivided.contains(&"Shanxi".to_owned()), "it states more than the total");
    }

    #[test]
    fn a_part_may_be_counted_to_the_total_in_another_mention() {
        let mut analysis = report();
        let mut again = analysis.quantities[8].clone();
        again.id = analysis.quantities.len() as u32;
        analysis.quantities[8].of = None;
        analysis.cells.iter_mut().find(|cell| cell.quantity == 8).unwrap().alternatives = vec![again.id];
        analysis.quantities.push(again);
        let (total, parts) = wholes(&analysis).remove(0);
        let data = composition_data(&analysis, &total, &parts, &[], &super::super::words::EN).unwrap();
        assert!(data.wholes.iter().any(|whole| whole.name == "Shanxi") && data.apart.is_empty());
    }

    #[test]
    fn a_general_section_is_no_region_of_the_count() {
        let mut analysis = report();
        analysis.sections[2].region.kind = crate::analysis::RegionKind::Whole;
        let (total, parts) = wholes(&analysis).remove(0);
        assert_eq!(composition_data(&analysis, &total, &parts, &[], &super::super::words::EN).unwrap().of, 5);
    }

    #[test]
    fn one_part_without_a_total_is_stated() {
        let mut analysis = report();
        analysis.cells.retain(|cell| cell.quantity != 7);
        let (total, parts) = wholes(&analysis).remove(0);
        let data = composition_data(&analysis, &total, &parts, &[], &super::super::words::EN).unwrap();
        assert!(data.wholes.iter().any(|whole| whole.name == "Shanxi" && whole.total.is_none()));
        assert!(!data.not_stated.contains(&"Shanxi".to_owned()));
    }
}
