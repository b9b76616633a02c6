//! The table region x indicator of one report: from its cells to rows and columns that can be shown, drawn and exported.

use super::convert::factor;
use super::mark::{Mark, marks};
use super::name::{row_name, short_name};
use super::others::other_figures;
use super::{Figure, Scale, figure, plain_figure, statistics, things, unit_label, unit_words};
use crate::analysis::{Aggregation, Amount, Analysis, Cell, Indicator, Modifier, Problem, Quantity, Region, RegionKind, Unit, Verdict};
use crate::indicator::most_common;
use crate::wording::{Language, section_name};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// A column as asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnRequest {
    /// Id of the indicator.
    pub indicator: String,
    /// Scale of its values; the usual one when absent.
    pub scale: Option<Scale>,
}

impl ColumnRequest {
    /// A column in its usual scale.
    pub fn usual(indicator: impl Into<String>) -> Self {
        Self { indicator: indicator.into(), scale: None }
    }
}

/// Regions by indicators.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// Columns in the order asked for; unknown indicators are left out.
    pub columns: Vec<Column>,
    /// One row a section, in the order of the report.
    pub rows: Vec<Row>,
    /// The report's year; a value of another year is marked.
    pub year: Option<i32>,
}

/// One indicator.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Id of the indicator.
    pub indicator: String,
    /// Its short name.
    pub label: String,
    /// What it means.
    pub definition: String,
    /// Unit of its values: the one that most regions state.
    pub unit: Unit,
    /// How the values are written.
    pub scale: Scale,
    /// What is counted, where the unit is a count.
    pub noun: Option<String>,
    /// Denominator, where the values are rates.
    pub per: Option<String>,
    /// Unit and scale in words, with what is counted and the denominator.
    pub unit_words: String,
    /// Most digits after the point in any value.
    pub decimals: u32,
    /// Whether more than half of the values have that many.
    pub is_even: bool,
    /// Whether the values of several regions may be added.
    pub summable: bool,
}

impl Column {
    /// A value that was computed from several (sum, median), with as many digits as were printed; a median between two whole numbers with one.
    pub fn computed(&self, value: Decimal) -> Figure {
        let scaled = self.scale.apply(value).round_dp(self.decimals.max(1)).normalize();
        // In a column of tenths the median is "25.0", not "25".
        let digits = i32::try_from(self.decimals).ok().filter(|digits| self.is_even && *digits > 0).map(|decimals| -decimals);
        figure(scaled, digits, Scale::One)
    }
}

/// One section of the report.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Index of the section.
    pub section: u32,
    /// Name to show: the region's, with the section's number where the region occurs twice.
    pub name: String,
    /// The region.
    pub region: Region,
    /// Whether it speaks of the report as a whole, so that its values count among no regions.
    pub general: bool,
    /// One for each column; none where the region does not state it.
    pub entries: Vec<Option<Entry>>,
}

/// A stated value.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Id of the chosen quantity.
    pub quantity: u32,
    /// Ids of the other figures of the indicator, without its own parts.
    pub alternatives: Vec<u32>,
    /// Why this one was chosen.
    pub reason: String,
    /// Magnitude in the column's unit.
    pub amount: Amount,
    /// Exponent of the last printed digit.
    pub precision: Option<i32>,
    /// The figure as printed in the report; both figures where the value is derived from two.
    pub printed: String,
    /// Year that it refers to.
    pub year: Option<i32>,
    /// What a reader has to know of it.
    pub marks: Vec<Mark>,
    /// The value that ranks, statistics and shading use; none where it is left out of them.
    pub counts: Option<Decimal>,
    /// The number in the column's scale, in two parts; none for a range and for what cannot be read. A value in a unit of its own
    /// ([`Mark::OtherUnit`]) is written in that unit.
    pub figure: Option<Figure>,
    /// The number or range in the column's scale; as printed where it cannot be read.
    pub text: String,
}

impl Entry {
    /// The same as that of the whole report, which counts among no regions.
    fn of_whole_report(mut self) -> Self {
        self.marks.push(Mark::WholeReport);
        Self { counts: None, ..self }
    }

    /// Whether the figure cannot be read as printed.
    pub fn is_unread(&self) -> bool {
        self.amount == Amount::Unread || self.marks.contains(&Mark::Odd(Problem::Malformed))
    }

    /// Whether the audit found that it does not add up.
    pub fn is_questioned(&self) -> bool {
        self.marks.contains(&Mark::DoesNotAddUp)
    }

    /// Its year, where that is not the report's.
    pub fn other_year(&self) -> Option<i32> {
        self.marks.iter().find_map(|mark| if let Mark::OtherYear(year) = mark { Some(*year) } else { None })
    }

    /// The hedge in front of the figure.
    pub fn hedge(&self) -> Option<Modifier> {
        self.marks.iter().find_map(|mark| if let Mark::Hedge(modifier) = mark { Some(*modifier) } else { None })
    }
}

impl Table {
    /// The table with names of regions and units in a language.
    #[must_use]
    pub fn in_language(mut self, analysis: &Analysis, language: Language) -> Self {
        for column in &mut self.columns {
            // What nothing names is called a count: a head and a sentence about the column need a word for it.
            let words = unit_label(column.unit, column.scale, column.noun.as_deref(), column.per.as_deref(), language);
            if !words.is_empty() {
                column.unit_words = words;
            }
        }
        for row in &mut self.rows {
            row.name = match row.region.kind {
                RegionKind::Whole => section_name(analysis, row.section, language).to_owned(),
                _ => row_name(&row.name, &row.region, language),
            };
        }
        self
    }
}

/// Builds the table of the requested columns. Linear in cells and findings.
pub fn build_table(analysis: &Analysis, columns: &[ColumnRequest]) -> Table {
    let chosen = chosen_cells(analysis);
    let questioned: Vec<u32> = analysis
        .findings
        .iter()
        .filter(|f| f.verdict == Verdict::Inconsistent && !f.is_dismissed())
        .filter_map(|f| f.quantities.first().copied())
        .collect();
    let mut table = Table { year: analysis.document.year, rows: rows(analysis), ..Table::default() };
    for request in columns {
        let Some(indicator) = analysis.indicators.iter().find(|i| i.id == request.indicator) else { continue };
        let cells: Vec<Option<(&Cell, &Quantity)>> = table
            .rows
            .iter()
            .map(|row| {
                let cell = *chosen.get(&(row.section, indicator.id.as_str()))?;
                Some((cell, analysis.quantities.get(cell.quantity as usize)?))
            })
            .collect();
        let column = column(indicator, request.scale, &cells);
        for (row, cell) in table.rows.iter_mut().zip(&cells) {
            let entry = cell.map(|(cell, quantity)| {
                let cell = Cell { alternatives: other_figures(analysis, cell), ..cell.clone() };
                Entry { printed: printed(analysis, &cell, quantity), ..entry(&cell, quantity, &column, table.year, &questioned) }
            });
            row.entries.push(entry.map(|entry| if row.general { entry.of_whole_report() } else { entry }));
        }
        let decimals = table.rows.iter().filter_map(|row| row.entries.last()?.as_ref()?.figure.as_ref());
        let decimals: Vec<u32> = decimals.map(|f| f.fraction.len().saturating_sub(1) as u32).collect();
        let most = decimals.iter().copied().max().unwrap_or_default();
        let is_even = decimals.iter().filter(|digits| **digits == most).count() * 2 > decimals.len();
        table.columns.push(Column { decimals: most, is_even, ..column });
    }
    // A front or closing part is no region that owes a value.
    table.rows.retain(|row| !row.general || row.entries.iter().any(Option::is_some));
    table
}

/// One cell for each section and indicator: the report's own year before others, a later one before an earlier.
fn chosen_cells(analysis: &Analysis) -> BTreeMap<(u32, &str), &Cell> {
    let mut chosen: BTreeMap<(u32, &str), &Cell> = BTreeMap::new();
    let preference = |cell: &Cell| (cell.year == analysis.document.year, cell.year);
    for cell in &analysis.cells {
        let slot = chosen.entry((cell.section, cell.indicator.as_str())).or_insert(cell);
        if preference(cell) > preference(slot) {
            *slot = cell;
        }
    }
    chosen
}

fn rows(analysis: &Analysis) -> Vec<Row> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for section in &analysis.sections {
        *seen.entry(short_name(&section.region)).or_default() += 1;
    }
    let name = |region: &Region, id: u32| {
        let name = short_name(region);
        if seen.get(&name).is_some_and(|times| *times > 1) { format!("{name} (section {})", id + 1) } else { name }
    };
    analysis
        .sections
        .iter()
        .map(|s| Row {
            section: s.id,
            name: if s.region.kind == RegionKind::Whole {
                section_name(analysis, s.id, Language::English).to_owned()
            } else {
                name(&s.region, s.id)
            },
            region: s.region.clone(),
            general: analysis.is_general(s.id),
            entries: Vec::new(),
        })
        .collect()
}

fn column(indicator: &Indicator, scale: Option<Scale>, cells: &[Option<(&Cell, &Quantity)>]) -> Column {
    let stated = || cells.iter().flatten();
    let unit = most_common(stated().map(|(cell, _)| cell.unit)).unwrap_or(indicator.unit);
    let values: Vec<Decimal> = stated().filter(|(c, _)| c.unit == unit).filter_map(|(c, _)| c.amount.middle()).collect();
    let typical = statistics(&values, values.len(), false).median;
    let scale = scale.filter(|s| Scale::choices(unit).contains(s)).unwrap_or_else(|| Scale::usual(unit, typical));
    let noun = most_common(stated().filter_map(|(_, q)| things(q)));
    let own = || most_common(stated().map(|(_, q)| q.per.as_deref())).flatten();
    let per = indicator.per.as_deref().or_else(own);
    Column {
        indicator: indicator.id.clone(),
        label: indicator.label.clone(),
        definition: indicator.definition.clone(),
        unit,
        scale,
        unit_words: unit_words(unit, scale, noun.as_deref(), per),
        noun,
        per: per.map(str::to_owned),
        decimals: 0,
        is_even: false,
        summable: indicator.aggregation == Aggregation::Sum,
    }
}

fn entry(cell: &Cell, quantity: &Quantity, column: &Column, year: Option<i32>, questioned: &[u32]) -> Entry {
    let factor = factor(cell.unit, column.unit);
    let converted = factor.filter(|_| cell.unit != column.unit);
    let amount = converted.map_or(cell.amount, |f| times(cell.amount, f));
    let precision = quantity.precision.filter(|_| converted.is_none() && cell.divided_by.is_none());
    let marks = marks(cell, quantity, column, year, questioned);
    let left_out = |mark: &Mark| matches!(mark, Mark::Part | Mark::Target | Mark::Range | Mark::Odd(_) | Mark::OtherUnit(_));
    let counts = amount.one().filter(|_| !marks.iter().any(left_out));
    let unreadable = cell.amount == Amount::Unread || quantity.problems.contains(&Problem::Malformed);
    // A value in a foreign unit is written in the same scale; its mark names the unit.
    let scale = if factor.is_none() && column.scale == Scale::Hectare { Scale::One } else { column.scale };
    let in_scale = plain_figure(amount, precision, scale).filter(|_| !unreadable);
    Entry {
        quantity: cell.quantity,
        alternatives: cell.alternatives.clone(),
        reason: cell.reason.clone(),
        amount,
        precision,
        printed: String::new(),
        year: cell.year,
        counts,
        figure: amount.one().filter(|_| in_scale.is_some()).map(|value| figure(value, precision, scale)),
        text: in_scale.unwrap_or_else(|| quantity.text.clone()),
        marks,
    }
}

/// The figure as printed, or both that a derived value is made from.
fn printed(analysis: &Analysis, cell: &Cell, quantity: &Quantity) -> String {
    let divisor = cell.divided_by.and_then(|id| analysis.quantities.get(id as usize));
    divisor.map_or_else(|| quantity.text.clone(), |divisor| format!("{} / {}", quantity.text, divisor.text))
}

fn times(amount: Amount, factor: Decimal) -> Amount {
    match amount {
        Amount::Unread => Amount::Unread,
        Amount::One(value) => Amount::One((value * factor).round_dp(2)),
        Amount::Range(low, high) => Amount::Range((low * factor).round_dp(2), (high * factor).round_dp(2)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::example::{self, Stated};
    use super::*;
    use crate::analysis::{Kind, Scope};

    fn only(stated: Stated) -> Entry {
        let analysis = example::report(2012, &[("Hebei", &[stated]), ("Shanxi", &[example::money("fund.fiscal", "1546000000", 6)])]);
        build_table(&analysis, &[ColumnRequest::usual("fund.fiscal")]).rows[0].entries[0].clone().unwrap()
    }

    #[test]
    fn parts_of_a_figure_are_no_other_figures_of_its_indicator() {
        let people = |text| Stated { text, ..example::people("relocation.people", text) };
        let mut analysis = example::report(2012, &[("Hebei", &[people("22500"), people("13700"), people("7400"), people("6800")])]);
        (analysis.quantities[1].of, analysis.quantities[2].of) = (Some(0), Some(1));
        analysis.cells[0].alternatives = vec![1, 2, 3];
        analysis.cells.truncate(1);
        let table = build_table(&analysis, &[ColumnRequest::usual("relocation.people")]);
        let entry = table.rows[0].entries[0].clone().unwrap();
        assert_eq!(entry.alternatives, [3]);
        assert!(entry.marks.contains(&Mark::Alternatives(1)));
    }

    #[test]
    fn in_chinese_regions_have_their_local_name_as_short_as_people_say_it() {
        let region =
            |local: Option<&str>, kind| Region { name: "Hebei".to_owned(), kind, code: None, local_name: local.map(str::to_owned) };
        let row = |name: &str, local: Option<&str>, kind| row_name(name, &region(local, kind), Language::Chinese);
        assert_eq!(row("Hebei (section 7)", Some("河北"), RegionKind::Province), "河北（第 7 节）");
        assert_eq!(row("Hebei", None, RegionKind::Province), "Hebei");
        assert_eq!(row("Xinjiang Corps", Some("新疆生产建设兵团"), RegionKind::Corps), "新疆兵团");
        let table = build_table(&example::funds(), &[ColumnRequest::usual("fund.fiscal")]);
        let units = |table: Table| table.columns[0].unit_words.clone();
        assert_eq!(
            (units(table.clone().in_language(&example::funds(), Language::English)), units(table.clone())),
            ("million yuan".to_owned(), "million yuan".to_owned())
        );
        assert_eq!(units(table.clone().in_language(&example::funds(), Language::Chinese)), "百万元");
        let mut unnamed = table;
        (unnamed.columns[0].unit, unnamed.columns[0].unit_words) = (Unit::Count, "count".to_owned());
        unnamed.columns[0].scale = Scale::One;
        assert_eq!(units(unnamed.in_language(&example::funds(), Language::English)), "count");
    }

    #[test]
    fn values_are_written_in_the_columns_scale_and_missing_ones_stay_missing() {
        let analysis = example::funds();
        let table = build_table(&analysis, &[ColumnRequest::usual("fund.fiscal"), ColumnRequest::usual("no.such")]);
        assert_eq!(table.columns.len(), 1);
        assert_eq!((table.columns[0].unit_words.as_str(), table.columns[0].decimals), ("million yuan", 2));
        let texts: Vec<Option<&str>> = table.rows.iter().map(|row| row.entries[0].as_ref().map(|e| e.text.as_str())).collect();
        assert_eq!(texts, [Some("1,117"), Some("573.80"), None, Some("1,546"), Some("2,450"), Some("5,299")]);
    }

    #[test]
    fn a_requested_scale_is_used_only_where_the_unit_has_it() {
        let analysis = example::funds();
        let asked = |scale| ColumnRequest { indicator: "fund.fiscal".to_owned(), scale: Some(scale) };
        assert_eq!(build_table(&analysis, &[asked(Scale::Billion)]).rows[1].entries[0].as_ref().unwrap().text, "0.57380");
        assert_eq!(build_table(&analysis, &[asked(Scale::Hectare)]).columns[0].scale, Scale::Million);
    }

    #[test]
    fn what_is_not_comparable_is_marked_and_not_counted() {
        let base = || example::money("fund.fiscal", "573800000", 4);
        let part = only(Stated { scope: Scope::Part, ..base() });
        assert_eq!((part.marks, part.counts), (vec![Mark::Part], None));
        let target = only(Stated { kind: Kind::Target, ..base() });
        assert_eq!((target.marks, target.counts), (vec![Mark::Target], None));
        let dollars = only(Stated { unit: Unit::Currency(*b"USD"), ..base() });
        assert!(dollars.marks.contains(&Mark::OtherUnit(Unit::Currency(*b"USD"))) && dollars.counts.is_none());
        assert_eq!(dollars.text, "573.80");
        let odd = only(Stated { problems: vec![Problem::Malformed], amount: Amount::Unread, text: "2.33,082 billion yuan", ..base() });
        assert!(odd.is_unread() && odd.counts.is_none() && odd.figure.is_none());
        assert_eq!(odd.text, "2.33,082 billion yuan");
    }

    #[test]
    fn hedges_and_other_years_are_marked_and_counted() {
        let stated = Stated { modifier: Some(Modifier::Over), year: 2011, ..example::money("fund.fiscal", "573800000", 4) };
        let entry = only(stated);
        assert_eq!(entry.marks, [Mark::Hedge(Modifier::Over), Mark::OtherYear(2011)]);
        assert_eq!((entry.hedge(), entry.counts), (Some(Modifier::Over), Some(573_800_000.into())));
    }

    #[test]
    fn the_reports_own_year_is_chosen_before_others() {
        let old = Stated { year: 2013, ..example::money("fund.fiscal", "1000000", 6) };
        let own = example::money("fund.fiscal", "2000000", 6);
        let analysis = example::report(2012, &[("Hebei", &[old, own])]);
        let table = build_table(&analysis, &[ColumnRequest::usual("fund.fiscal")]);
        assert_eq!(table.rows[0].entries[0].as_ref().unwrap().text, "2");
    }

    #[test]
    fn statistics_keep_the_digits_that_most_values_have() {
        let tenths = |value| example::money("fund.fiscal", value, 5);
        let analysis = example::report(2012, &[("Hebei", &[tenths("26000000")]), ("Jilin", &[tenths("24500000")])]);
        let table = build_table(&analysis, &[ColumnRequest::usual("fund.fiscal")]);
        assert_eq!(table.columns[0].computed(Decimal::from(26_000_000)).text(), "26.0");
        let mixed = build_table(&example::funds(), &[ColumnRequest::usual("fund.fiscal")]);
        assert_eq!(mixed.columns[0].computed(Decimal::from(1_546_000_000)).text(), "1,546");
    }

    #[test]
    fn areas_in_other_units_are_converted_and_say_so() {
        let mu = |value| Stated { unit: Unit::Mu, ..example::money("land", value, 0) };
        let hectares = Stated { unit: Unit::Hectare, ..example::money("land", "10", 0) };
        let analysis = example::report(2012, &[("Hebei", &[mu("300")]), ("Jilin", &[mu("450")]), ("Tibet", &[hectares])]);
        let table = build_table(&analysis, &[ColumnRequest::usual("land")]);
        let tibet = table.rows[2].entries[0].clone().unwrap();
        assert_eq!((tibet.text.as_str(), tibet.marks), ("150", vec![Mark::Converted(Unit::Hectare)]));
    }

    #[test]
    fn a_region_that_occurs_twice_is_told_apart() {
        let analysis = example::report(2012, &[("Hebei", &[]), ("Jilin", &[]), ("Hebei", &[])]);
        let names: Vec<String> = build_table(&analysis, &[]).rows.into_iter().map(|row| row.name).collect();
        assert_eq!(names, ["Hebei (section 1)", "Jilin", "Hebei (section 3)"]);
    }
}
