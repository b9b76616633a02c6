//! Which rows of a table are shown, in which order, and what their statistics are.

use super::{Rank, Row, Statistics, Table, fifth_bounds, rank_of, statistics};
use rust_decimal::Decimal;
use std::cmp::Ordering;

/// What the rows are ordered by.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum SortBy {
    /// Their order in the report.
    #[default]
    Report,
    /// The region's name.
    Name,
    /// The values of the column of this indicator.
    Indicator(String),
}

/// Which way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Direction {
    /// Lowest or first letter first.
    Ascending,
    /// Highest or last letter first.
    #[default]
    Descending,
}

/// What the reader has set.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Arrangement {
    /// Order.
    pub sort: SortBy,
    /// Its direction; the report's own order has none.
    pub direction: Direction,
    /// Sections that come first, whatever the order.
    pub pins: Vec<u32>,
    /// Part of the name of the regions to show; all when empty.
    pub filter: String,
    /// Only regions that state at least this many of the columns.
    pub least_stated: usize,
}

/// Rows to show, as indices into [`Table::rows`], with the statistics of exactly these.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Shown {
    /// Pinned rows.
    pub pinned: Vec<usize>,
    /// The others.
    pub rest: Vec<usize>,
    /// One for each column.
    pub statistics: Vec<Statistics>,
    /// Values that count, one list a column.
    values: Vec<Vec<Decimal>>,
    /// Bounds of the fifths, one for each column.
    fifths: Vec<Option<[Decimal; 4]>>,
}

impl Shown {
    /// These rows alone, without statistics.
    pub fn only(rows: Vec<usize>) -> Self {
        Self { pinned: rows, ..Self::default() }
    }

    /// Number of rows shown.
    pub fn len(&self) -> usize {
        self.pinned.len() + self.rest.len()
    }

    /// Whether no row is shown.
    pub fn is_empty(&self) -> bool {
        self.pinned.is_empty() && self.rest.is_empty()
    }

    /// All rows shown, pinned first.
    pub fn rows<'t>(&'t self, table: &'t Table) -> impl Iterator<Item = &'t Row> {
        self.pinned.iter().chain(&self.rest).filter_map(|index| table.rows.get(*index))
    }

    /// The rows shown that are regions.
    pub fn regions<'t>(&'t self, table: &'t Table) -> impl Iterator<Item = &'t Row> {
        self.rows(table).filter(|row| !row.general)
    }

    /// The fifth of the shown rows that a value of a column falls into, 1 for the lowest; none with fewer than five values.
    pub fn fifth(&self, column: usize, value: Decimal) -> Option<u8> {
        let bounds = self.fifths.get(column)?.as_ref()?;
        Some(1 + bounds.iter().filter(|bound| **bound <= value).count() as u8)
    }

    /// Whether any column is shaded: with four regions, none is.
    pub fn is_shaded(&self) -> bool {
        self.fifths.iter().any(Option::is_some)
    }

    /// The rank of a value of a column among the shown rows.
    pub fn rank(&self, column: usize, value: Decimal) -> Option<Rank> {
        self.values.get(column).map(|values| rank_of(value, values))
    }
}

/// Orders and filters the rows of a table and computes the statistics of what is left.
pub fn arrange(table: &Table, wanted: &Arrangement) -> Shown {
    let needle = wanted.filter.trim().to_lowercase();
    let mut order: Vec<usize> = (0..table.rows.len()).collect();
    order.retain(|index| table.rows.get(*index).is_some_and(|row| matches(row, &needle) && stated(row) >= wanted.least_stated));
    let column = match &wanted.sort {
        SortBy::Indicator(id) => table.columns.iter().position(|c| c.indicator == *id),
        SortBy::Report | SortBy::Name => None,
    };
    // Sorting is stable: equal rows keep the report's order.
    order.sort_by(|a, b| match (table.rows.get(*a), table.rows.get(*b)) {
        (Some(a), Some(b)) => compare(a, b, wanted, column),
        _ => Ordering::Equal,
    });
    let is_pinned = |index: &usize| table.rows.get(*index).is_some_and(|row| wanted.pins.contains(&row.section));
    let (pinned, rest): (Vec<usize>, Vec<usize>) = order.into_iter().partition(is_pinned);
    let mut shown = Shown { pinned, rest, ..Shown::default() };
    let regions = shown.regions(table).count();
    for (index, column) in table.columns.iter().enumerate() {
        let values: Vec<Decimal> = shown.rows(table).filter_map(|row| row.entries.get(index)?.as_ref()?.counts).collect();
        shown.statistics.push(statistics(&values, regions, column.summable));
        shown.fifths.push(fifth_bounds(&values));
        shown.values.push(values);
    }
    shown
}

fn matches(row: &Row, needle: &str) -> bool {
    let has = |text: &str| text.to_lowercase().contains(needle);
    needle.is_empty() || has(&row.name) || has(&row.region.name) || row.region.local_name.as_deref().is_some_and(has)
}

fn stated(row: &Row) -> usize {
    row.entries.iter().flatten().count()
}

fn compare(a: &Row, b: &Row, wanted: &Arrangement, column: Option<usize>) -> Ordering {
    let directed = |order: Ordering| if wanted.direction == Direction::Descending { order.reverse() } else { order };
    match (&wanted.sort, column) {
        (SortBy::Name, _) => directed(a.name.cmp(&b.name)),
        (SortBy::Indicator(_), Some(column)) => {
            // What is not stated comes last in both directions, and what is of no region behind its like of regions.
            let value = |row: &Row| row.entries.get(column)?.as_ref().map(|e| e.counts.or_else(|| e.amount.middle()));
            match (value(a), value(b)) {
                (Some(_), Some(_)) if a.general != b.general => a.general.cmp(&b.general),
                (Some(a), Some(b)) => directed(a.cmp(&b)),
                (one, other) => other.is_some().cmp(&one.is_some()).then(a.general.cmp(&b.general)),
            }
        }
        _ => Ordering::Equal,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{ColumnRequest, Mark, build_table, example, indicator_choices};
    use super::*;
    use crate::analysis::RegionKind;

    fn names(wanted: &Arrangement) -> (Vec<String>, Shown) {
        let table = build_table(&example::funds(), &[ColumnRequest::usual("fund.fiscal"), ColumnRequest::usual("fund.central")]);
        let shown = arrange(&table, wanted);
        (shown.rows(&table).map(|row| row.name.clone()).collect(), shown)
    }

    #[test]
    fn what_is_not_stated_comes_last_in_both_directions() {
        let by_funds = SortBy::Indicator("fund.fiscal".to_owned());
        let down = Arrangement { sort: by_funds.clone(), ..Arrangement::default() };
        assert_eq!(names(&down).0, ["Sichuan", "Shaanxi", "Shanxi", "Hebei", "Liaoning", "Jilin"]);
        let up = Arrangement { sort: by_funds, direction: Direction::Ascending, ..Arrangement::default() };
        assert_eq!(names(&up).0, ["Liaoning", "Hebei", "Shanxi", "Shaanxi", "Sichuan", "Jilin"]);
    }

    #[test]
    fn pinned_rows_come_first_in_the_order_of_the_sort() {
        let wanted = Arrangement { sort: SortBy::Name, direction: Direction::Ascending, pins: vec![5, 1], ..Arrangement::default() };
        let (names, shown) = names(&wanted);
        assert_eq!(names, ["Liaoning", "Sichuan", "Hebei", "Jilin", "Shaanxi", "Shanxi"]);
        assert_eq!(shown.pinned, [1, 5]);
    }

    #[test]
    fn statistics_and_fifths_are_of_the_rows_shown() {
        let (_, all) = names(&Arrangement::default());
        assert_eq!((all.statistics[0].stated, all.statistics[0].of), (5, 6));
        assert_eq!(all.statistics[0].sum, Some(10_985_800_000_i64.into()));
        assert_eq!((all.fifth(0, 573_800_000.into()), all.fifth(0, 5_299_000_000_i64.into())), (Some(1), Some(5)));
        assert_eq!(all.rank(0, 2_450_000_000_i64.into()), Some(Rank { place: 2, of: 5 }));
        let (names, some) = names(&Arrangement { filter: " SHA".to_owned(), ..Arrangement::default() });
        assert_eq!(names, ["Shanxi", "Shaanxi"]);
        assert_eq!((some.statistics[0].stated, some.fifth(0, 573_800_000.into())), (2, None));
        assert!(all.is_shaded() && !some.is_shaded());
    }

    #[test]
    fn what_is_of_the_whole_report_counts_among_no_regions() {
        let mut analysis = example::funds();
        let largest = analysis.sections.iter().position(|section| section.region.name == "Sichuan").unwrap();
        analysis.sections[largest].region.kind = RegionKind::Whole;
        let table = build_table(&analysis, &[ColumnRequest::usual("fund.fiscal")]);
        let down = Arrangement { sort: SortBy::Indicator("fund.fiscal".to_owned()), ..Arrangement::default() };
        let shown = arrange(&table, &down);
        let names: Vec<&str> = shown.rows(&table).map(|row| row.name.as_str()).collect();
        assert_eq!(names, ["Shaanxi", "Shanxi", "Hebei", "Liaoning", "Sichuan", "Jilin"]);
        assert_eq!((shown.statistics[0].stated, shown.statistics[0].of), (4, 5));
        assert_eq!(shown.rank(0, 2_450_000_000_i64.into()), Some(Rank { place: 1, of: 4 }));
        let sichuan = table.rows[largest].entries[0].as_ref().unwrap();
        assert!(sichuan.marks.contains(&Mark::WholeReport) && sichuan.counts.is_none());
        let choices = indicator_choices(&analysis);
        let funds = choices.iter().find(|choice| choice.id == "fund.fiscal").unwrap();
        assert_eq!((funds.stated, funds.of), (4, 5));
    }

    #[test]
    fn rows_can_be_filtered_by_how_much_they_state() {
        let (names, _) = names(&Arrangement { least_stated: 2, ..Arrangement::default() });
        assert_eq!(names, ["Hebei", "Liaoning", "Shanxi"]);
    }
}
