//! One column of a comparison table as a chart needs it: values as positions, labels, and lists of what cannot be drawn.

use super::ChartWords;
use crate::analysis::{Problem, RegionKind};
use crate::compare::{Column, Entry, Mark, Row, Shown, Table, modifier_sign};
use rust_decimal::prelude::ToPrimitive as _;

/// How certain a drawn value is; told by the form of its mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Certainty {
    /// As stated.
    Exact,
    /// Hedged: about, over, nearly; or a range, drawn at its middle.
    Approximate,
    /// Speaks for a part of the region.
    Partial,
}

/// One region's value.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Section of the region.
    pub section: u32,
    /// Its name.
    pub name: String,
    /// ISO 3166 code, where known.
    pub code: Option<String>,
    /// Sort of region.
    pub kind: RegionKind,
    /// The quantity that states it.
    pub quantity: u32,
    /// Value in the column's scale.
    pub value: f64,
    /// Value as a label: with its hedge, in the column's scale.
    pub text: String,
    /// The figure as printed.
    pub printed: String,
    /// Its year, where that is not the report's.
    pub other_year: Option<i32>,
    /// Whether the reader has pinned the region.
    pub pinned: bool,
    /// How certain it is.
    pub certainty: Certainty,
    /// Whether the audit found that it does not add up.
    pub questioned: bool,
    /// Place among the regions whose values count; none for what does not count.
    pub place: Option<usize>,
}

impl Item {
    /// Its region and its year, where that is not the report's.
    pub(super) fn other_year(&self) -> Option<(&str, i32)> {
        Some((&self.name, self.other_year?))
    }
}

/// One column.
#[derive(Debug, Clone, PartialEq)]
pub struct ColumnData {
    /// Id of the indicator.
    pub indicator: String,
    /// Its short name.
    pub label: String,
    /// Name and year: "Government anti-poverty funds, 2012".
    pub title: String,
    /// Unit and scale in words.
    pub unit_words: String,
    /// Values that can be drawn, in the order of the rows.
    pub items: Vec<Item>,
    /// Regions that do not state it.
    pub not_stated: Vec<String>,
    /// Regions whose value is stated but not drawn, and why: "Zhejiang, “62.100”: malformed as printed".
    pub left_out: Vec<String>,
    /// Regions in all.
    pub of: usize,
    /// The words that the charts say.
    pub words: &'static ChartWords,
    /// Middle of the values that count, as position and label.
    pub median: Option<(f64, String)>,
}

impl ColumnData {
    /// The values that count, highest first.
    pub fn ranked(&self) -> Vec<&Item> {
        let mut items: Vec<&Item> = self.items.iter().filter(|item| item.place.is_some()).collect();
        items.sort_by(|a, b| b.value.total_cmp(&a.value));
        items
    }
}

/// The column at `index` over the rows that are shown; none where there is no such column.
pub fn column_data(table: &Table, shown: &Shown, index: usize, words: &'static ChartWords) -> Option<ColumnData> {
    let column = table.columns.get(index)?;
    let mut data = ColumnData {
        indicator: column.indicator.clone(),
        label: column.label.clone(),
        title: title(&column.label, table.year, words),
        unit_words: column.unit_words.clone(),
        items: Vec::new(),
        not_stated: Vec::new(),
        left_out: Vec::new(),
        of: shown.regions(table).count(),
        words,
        median: None,
    };
    for (position, row) in shown.rows(table).enumerate() {
        let pinned = position < shown.pinned.len();
        match row.entries.get(index).and_then(Option::as_ref) {
            None if row.general => {}
            None => data.not_stated.push(row.name.clone()),
            Some(entry) => {
                if let Some(reason) = reason_to_leave_out(entry, words) {
                    let values = [("region", row.name.as_str()), ("printed", &entry.printed), ("reason", reason)];
                    data.left_out.push(ChartWords::say(words.left_out, &values));
                } else {
                    let rank = entry.counts.and_then(|value| shown.rank(index, value));
                    data.items.extend(item(row, entry, column, pinned, rank.map(|r| r.place)));
                }
            }
        }
    }
    let median = shown.statistics.get(index).and_then(|s| s.median);
    data.median = median.and_then(|m| Some((column.scale.position(m)?, column.computed(m).text())));
    Some(data)
}

/// A label with the year that it speaks of.
pub(super) fn title(label: &str, year: Option<i32>, words: &ChartWords) -> String {
    year.map_or_else(|| label.to_owned(), |year| ChartWords::say(words.title_with_year, &[("label", label), ("year", &year.to_string())]))
}

pub(super) fn reason_to_leave_out(entry: &Entry, words: &ChartWords) -> Option<&'static str> {
    entry.marks.iter().find_map(|mark| match mark {
        Mark::Odd(Problem::Malformed) => Some(words.malformed),
        Mark::Odd(Problem::MissingScale) => Some(words.missing_scale),
        Mark::Odd(Problem::Implausible) => Some(words.implausible),
        Mark::OtherUnit(_) => Some(words.other_unit),
        Mark::Target => Some(words.target),
        Mark::WholeReport => Some(words.whole_report),
        _ => None,
    })
}

fn item(row: &Row, entry: &Entry, column: &Column, pinned: bool, place: Option<usize>) -> Option<Item> {
    let value = column.scale.apply(entry.amount.middle()?).to_f64()?;
    let certainty = if entry.marks.contains(&Mark::Part) {
        Certainty::Partial
    } else if entry.hedge().is_some() || entry.marks.contains(&Mark::Range) {
        Certainty::Approximate
    } else {
        Certainty::Exact
    };
    Some(Item {
        section: row.section,
        name: row.name.clone(),
        code: row.region.code.clone(),
        kind: row.region.kind,
        quantity: entry.quantity,
        value,
        text: format!("{}{}", entry.hedge().map_or("", modifier_sign), entry.text),
        printed: entry.printed.clone(),
        other_year: entry.other_year(),
        pinned,
        certainty,
        questioned: entry.is_questioned(),
        place,
    })
}

#[cfg(test)]
mod tests {
    use super::super::words::EN;
    use super::*;
    use crate::analysis::{Amount, Modifier, Scope};
    use crate::compare::example::{self, Stated, money};
    use crate::compare::{Arrangement, ColumnRequest, arrange, build_table};

    #[test]
    fn what_is_of_the_whole_report_is_listed_and_not_drawn() {
        let money = |value| money("fund.fiscal", value, 6);
        let mut analysis = example::report(2012, &[("All", &[money("90000000")]), ("Hebei", &[money("5000000")]), ("Jilin", &[])]);
        analysis.sections[0].region.kind = RegionKind::Whole;
        let table = build_table(&analysis, &[ColumnRequest::usual("fund.fiscal")]);
        let data = column_data(&table, &arrange(&table, &Arrangement::default()), 0, &EN).unwrap();
        assert_eq!((data.items.len(), data.items[0].name.as_str(), data.of), (1, "Hebei", 2));
        assert!(data.left_out[0].starts_with("Introduction") && data.left_out[0].ends_with(EN.whole_report), "{:?}", data.left_out);
        analysis.cells.retain(|cell| cell.section != 0);
        let table = build_table(&analysis, &[ColumnRequest::usual("fund.fiscal")]);
        let data = column_data(&table, &arrange(&table, &Arrangement::default()), 0, &EN).unwrap();
        assert_eq!(data.not_stated, ["Jilin"]);
    }

    #[test]
    fn each_region_is_drawn_or_listed_with_the_reason() {
        let over = Stated { modifier: Some(Modifier::Over), ..money("fund.fiscal", "2300000000", 8) };
        let part = Stated { scope: Scope::Part, ..money("fund.fiscal", "45000000", 6) };
        let odd = Stated { amount: Amount::Unread, problems: vec![Problem::Malformed], text: "62.100", ..money("fund.fiscal", "0", 0) };
        let old = Stated { year: 2011, ..money("fund.fiscal", "1428000000", 6) };
        let analysis =
            example::report(2012, &[("Chongqing", &[over]), ("Tibet", &[part]), ("Zhejiang", &[odd]), ("Jiangxi", &[old]), ("Jilin", &[])]);
        let table = build_table(&analysis, &[ColumnRequest::usual("fund.fiscal")]);
        let shown = arrange(&table, &Arrangement { pins: vec![3], ..Arrangement::default() });
        let data = column_data(&table, &shown, 0, &EN).unwrap();
        let drawn: Vec<(&str, &str, Certainty, Option<usize>, bool)> =
            data.items.iter().map(|i| (i.name.as_str(), i.text.as_str(), i.certainty, i.place, i.pinned)).collect();
        let expected = [
            ("Jiangxi", "1,428", Certainty::Exact, Some(2), true),
            ("Chongqing", ">2,300", Certainty::Approximate, Some(1), false),
            ("Tibet", "45", Certainty::Partial, None, false),
        ];
        assert_eq!(drawn, expected);
        assert_eq!(data.items[0].other_year, Some(2011));
        assert_eq!(data.not_stated, ["Jilin"]);
        assert_eq!(data.left_out, ["Zhejiang, \u{201c}62.100\u{201d}: malformed as printed"]);
        assert_eq!((data.of, data.median), (5, Some((1864.0, "1,864".to_owned()))));
        assert!(column_data(&table, &shown, 1, &EN).is_none());
    }
}
