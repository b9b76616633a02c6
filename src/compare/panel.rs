//! One indicator over several reports: regions by years, with the change between them, beside the growth that the later report states.

use super::{ColumnRequest, Entry, Row, Scale, Table, build_table};
use crate::analysis::{Analysis, Kind, Region, Unit, Verdict};
use crate::wording::Language;
use rust_decimal::Decimal;

/// Regions by reports, the earliest report first.
#[derive(Debug, Clone, PartialEq)]
pub struct Panel {
    /// Id of the indicator.
    pub indicator: String,
    /// Its short name.
    pub label: String,
    /// How all values are written.
    pub scale: Scale,
    /// Unit and scale in words.
    pub unit_words: String,
    /// Whether the values are per cent: they differ by percentage points, and a per cent of a per cent misleads.
    pub is_percent: bool,
    /// The reports, as indices into the analyses that were given, with their year.
    pub reports: Vec<(usize, Option<i32>)>,
    /// Regions that at least one report has, in the order of the latest report.
    pub rows: Vec<PanelRow>,
}

/// One region.
#[derive(Debug, Clone, PartialEq)]
pub struct PanelRow {
    /// Name to show.
    pub name: String,
    /// One for each report: none where it does not state the indicator for the region.
    pub values: Vec<Option<Entry>>,
    /// Section of the region in each report; none where the report has no section on it.
    pub sections: Vec<Option<u32>>,
    /// Change from the first report to the last; none unless both state it comparably, and of two years.
    pub change: Option<PanelChange>,
}

/// From the first to the last year.
#[derive(Debug, Clone, PartialEq)]
pub struct PanelChange {
    /// Later value less the earlier, in base units.
    pub difference: Decimal,
    /// The same in per cent of the earlier; none where that is zero.
    pub growth: Option<Decimal>,
    /// The growth in per cent that the later report states, with the quantity's id.
    pub stated: Option<(Decimal, u32)>,
    /// Whether stated and computed growth go together.
    pub verdict: Verdict,
}

/// Why reports cannot be set side by side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PanelError {
    /// Fewer than two reports.
    TooFew,
    /// The same file twice.
    SameFile,
    /// No region of one occurs in another: they are reports of different kinds.
    NoSharedRegion,
    /// The reports share regions, but not this indicator.
    NoSharedIndicator,
}

/// Sets one indicator of several reports side by side.
///
/// # Errors
/// See [`PanelError`]: reports of different kinds never mix silently.
pub fn panel(analyses: &[&Analysis], indicator: &str, scale: Option<Scale>, language: Language) -> Result<Panel, PanelError> {
    let mut order: Vec<usize> = (0..analyses.len()).collect();
    order.sort_by_key(|index| analyses.get(*index).and_then(|a| a.document.year));
    let ordered: Vec<&Analysis> = order.iter().filter_map(|index| analyses.get(*index).copied()).collect();
    let ([first, .., last], Some(latest)) = (ordered.as_slice(), ordered.last()) else { return Err(PanelError::TooFew) };
    if first.document.sha256 == last.document.sha256 {
        return Err(PanelError::SameFile);
    }
    let requested = |scale| [ColumnRequest { indicator: indicator.to_owned(), scale }];
    let scale = scale.or_else(|| build_table(latest, &requested(None)).columns.first().map(|c| c.scale));
    let tables: Vec<Table> =
        ordered.iter().map(|analysis| build_table(analysis, &requested(scale)).in_language(analysis, language)).collect();
    let rows = matched_rows(&ordered, &tables);
    if !rows.iter().any(|row| row.sections.iter().flatten().count() > 1) {
        return Err(PanelError::NoSharedRegion);
    }
    let (Some(column), true) =
        (tables.last().and_then(|t| t.columns.first()), tables.iter().all(|t| t.rows.iter().any(|r| entry(r).is_some())))
    else {
        return Err(PanelError::NoSharedIndicator);
    };
    Ok(Panel {
        indicator: column.indicator.clone(),
        label: column.label.clone(),
        scale: column.scale,
        unit_words: column.unit_words.clone(),
        is_percent: column.unit == Unit::Percent,
        reports: order.iter().copied().zip(ordered.iter().map(|a| a.document.year)).collect(),
        rows,
    })
}

fn entry(row: &Row) -> Option<&Entry> {
    row.entries.first()?.as_ref()
}

/// Rows of all tables put together by region: the latest table's rows first, then what only earlier ones have. What stands before and behind
/// the regions is none.
fn matched_rows(analyses: &[&Analysis], tables: &[Table]) -> Vec<PanelRow> {
    let mut regions: Vec<&Row> = Vec::new();
    for row in tables.iter().rev().flat_map(|table| &table.rows).filter(|row| !row.general) {
        if !regions.iter().any(|known| same_region(&known.region, &row.region)) {
            regions.push(row);
        }
    }
    regions
        .into_iter()
        .map(|known| {
            let rows: Vec<Option<&Row>> =
                tables.iter().map(|t| t.rows.iter().find(|row| same_region(&row.region, &known.region))).collect();
            let values: Vec<Option<Entry>> = rows.iter().map(|row| row.and_then(entry).cloned()).collect();
            let change = change(analyses, &values);
            PanelRow { name: known.name.clone(), sections: rows.iter().map(|row| row.map(|r| r.section)).collect(), values, change }
        })
        .collect()
}

/// Regions are the same by code, or by name and kind where one of them has no code.
fn same_region(a: &Region, b: &Region) -> bool {
    match (&a.code, &b.code) {
        (Some(a), Some(b)) => a == b,
        _ => a.kind == b.kind && a.name.eq_ignore_ascii_case(&b.name),
    }
}

fn change(analyses: &[&Analysis], values: &[Option<Entry>]) -> Option<PanelChange> {
    let (before, after) = (values.first()?.as_ref()?, values.last()?.as_ref()?);
    let (earlier, later) = (before.counts?, after.counts?);
    let of_other_years = [before, after].iter().any(|entry| entry.other_year().is_some());
    if of_other_years && year_of(analyses.first(), before) == year_of(analyses.last(), after) {
        return None;
    }
    let growth = (!earlier.is_zero()).then(|| (later - earlier) / earlier.abs() * Decimal::ONE_HUNDRED);
    let stated = analyses.last().and_then(|analysis| stated_growth(analysis, after.quantity));
    // A stated growth speaks of the years of the reports.
    let verdict = match (growth, &stated) {
        _ if of_other_years => Verdict::Unchecked,
        (Some(growth), Some((stated, precision, _))) => agreement(growth, growth_range(before, earlier, after, later), *stated, *precision),
        _ => Verdict::Unchecked,
    };
    Some(PanelChange { difference: later - earlier, growth, stated: stated.map(|(value, _, id)| (value, id)), verdict })
}

/// The year that a value is of.
fn year_of(analysis: Option<&&Analysis>, entry: &Entry) -> Option<i32> {
    entry.other_year().or(analysis?.document.year)
}

/// The growth that qualifies a quantity: value in per cent, exponent of its last printed digit, id.
fn stated_growth(analysis: &Analysis, base: u32) -> Option<(Decimal, i32, u32)> {
    let growth = analysis.quantities.iter().find(|q| q.kind == Kind::Growth && q.base == Some(base))?;
    let value = growth.amount.one()?;
    Some((value, growth.precision.unwrap_or_else(|| -(value.scale() as i32)), growth.id))
}

/// Lowest and highest growth that the printed digits of both values allow.
fn growth_range(before: &Entry, earlier: Decimal, after: &Entry, later: Decimal) -> Option<(Decimal, Decimal)> {
    let (low, high) = around(earlier, before.precision);
    let (later_low, later_high) = around(later, after.precision);
    let growth = |to: Decimal, from: Decimal| (to / from - Decimal::ONE) * Decimal::ONE_HUNDRED;
    (low > Decimal::ZERO).then(|| (growth(later_low, high), growth(later_high, low)))
}

/// The values that a printed number may stand for: half a unit of its last digit to either side.
fn around(value: Decimal, precision: Option<i32>) -> (Decimal, Decimal) {
    let exponent = precision.unwrap_or_else(|| -(value.scale() as i32)).clamp(-12, 18);
    let unit = if exponent < 0 { Decimal::new(1, exponent.unsigned_abs()) } else { Decimal::from(10_i64.pow(exponent as u32)) };
    let half = unit / Decimal::TWO;
    (value - half, value + half)
}

fn agreement(computed: Decimal, range: Option<(Decimal, Decimal)>, stated: Decimal, precision: i32) -> Verdict {
    if computed.round_dp((-precision).clamp(0, 12) as u32) == stated {
        return Verdict::Consistent;
    }
    let (stated_low, stated_high) = around(stated, Some(precision));
    match range {
        Some((low, high)) if low <= stated_high && stated_low <= high => Verdict::Rounding,
        Some(_) => Verdict::Inconsistent,
        None => Verdict::Unchecked,
    }
}

#[cfg(test)]
mod tests {
    use super::super::example::{self, Stated, money};
    use super::*;
    use crate::analysis::{Amount, RegionKind, Unit};

    fn report_of(year: i32, regions: &[(&str, &[Stated])]) -> Analysis {
        let mut analysis = example::report(year, regions);
        analysis.document.sha256 = format!("hash of {year}");
        analysis
    }

    fn with_growth(mut analysis: Analysis, base: usize, percent: &str) -> Analysis {
        let mut growth = analysis.quantities[base].clone();
        growth.id = analysis.quantities.len() as u32;
        growth.kind = Kind::Growth;
        growth.unit = Unit::Percent;
        growth.amount = Amount::One(percent.parse().unwrap());
        growth.precision = Some(-1);
        growth.base = Some(base as u32);
        analysis.quantities.push(growth);
        analysis
    }

    fn two_years(earlier: &str, later: &str, stated: &str) -> PanelChange {
        let before = report_of(2011, &[("Hebei", &[Stated { year: 2011, ..money("fund.fiscal", earlier, 6) }])]);
        let after = with_growth(report_of(2012, &[("Hebei", &[money("fund.fiscal", later, 6)])]), 0, stated);
        panel(&[&after, &before], "fund.fiscal", None, Language::English).unwrap().rows[0].change.clone().unwrap()
    }

    #[test]
    fn growth_is_computed_and_set_beside_the_stated_one() {
        let exact = two_years("1000000000", "1101000000", "10.1");
        assert_eq!((exact.difference, exact.growth), (101_000_000.into(), Some("10.1".parse().unwrap())));
        assert_eq!(exact.verdict, Verdict::Consistent);
        assert_eq!(two_years("12000000", "14000000", "12.0").verdict, Verdict::Rounding);
        assert_eq!(two_years("1000000000", "1101000000", "20.1").verdict, Verdict::Inconsistent);
        assert_eq!(two_years("0", "1101000000", "20.1").verdict, Verdict::Unchecked);
    }

    #[test]
    fn two_figures_of_one_year_are_no_change_and_one_of_another_year_is_not_held_against_the_stated_growth() {
        let of = |year| [Stated { year, ..money("fund.fiscal", "1000000000", 6) }];
        let rows = |before: i32, after: i32| {
            let later = with_growth(report_of(2013, &[("Hebei", &of(after))]), 0, "20.1");
            panel(&[&report_of(2012, &[("Hebei", &of(before))]), &later], "fund.fiscal", None, Language::English).unwrap().rows
        };
        assert_eq!(rows(2012, 2013)[0].change.as_ref().unwrap().verdict, Verdict::Inconsistent);
        assert_eq!(rows(2011, 2013)[0].change.as_ref().unwrap().verdict, Verdict::Unchecked);
        assert_eq!(rows(2011, 2011)[0].change, None);
    }

    #[test]
    fn years_stand_in_order_and_regions_are_matched() {
        let before = report_of(2011, &[("Jilin", &[money("fund.fiscal", "5000000", 6)]), ("Hebei", &[money("fund.fiscal", "1000000", 6)])]);
        let after = report_of(2012, &[("Hebei", &[money("fund.fiscal", "2000000", 6)]), ("Tibet", &[])]);
        let panel = panel(&[&after, &before], "fund.fiscal", None, Language::English).unwrap();
        assert_eq!(panel.reports, [(1, Some(2011)), (0, Some(2012))]);
        let names: Vec<&str> = panel.rows.iter().map(|row| row.name.as_str()).collect();
        assert_eq!(names, ["Hebei", "Tibet", "Jilin"]);
        assert_eq!(panel.rows[0].sections, [Some(1), Some(0)]);
        assert_eq!((panel.rows[1].values.as_slice(), panel.rows[1].change.is_none()), ([None, None].as_slice(), true));
        assert_eq!(panel.rows[2].sections, [Some(0), None]);
    }

    #[test]
    fn what_stands_behind_the_regions_is_none_of_them() {
        let of = |year: i32| {
            report_of(year, &[("Hebei", &[money("fund.fiscal", "1000000", 6)]), ("Outlook", &[money("fund.fiscal", "7000000", 6)])])
        };
        let (before, mut after) = (of(2011), of(2012));
        after.sections[1].region.kind = RegionKind::Whole;
        after.sections[1].region.code = None;
        let panel = panel(&[&before, &after], "fund.fiscal", None, Language::English).unwrap();
        assert_eq!(panel.rows[0].name, "Hebei");
        assert!(panel.rows.iter().all(|row| row.sections[1] != Some(1)));
    }

    #[test]
    fn reports_that_do_not_go_together_are_refused() {
        let one = report_of(2012, &[("Hebei", &[money("fund.fiscal", "1000000", 6)])]);
        let other_kind = report_of(2013, &[("Kenya", &[money("fund.fiscal", "1000000", 6)])]);
        let silent = report_of(2014, &[("Hebei", &[])]);
        let refusal = |analyses: &[&Analysis]| panel(analyses, "fund.fiscal", None, Language::English).unwrap_err();
        assert_eq!(refusal(&[&one]), PanelError::TooFew);
        assert_eq!(refusal(&[&one, &one]), PanelError::SameFile);
        assert_eq!(refusal(&[&one, &other_kind]), PanelError::NoSharedRegion);
        assert_eq!(refusal(&[&one, &silent]), PanelError::NoSharedIndicator);
    }
}
