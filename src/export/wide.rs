//! The wide table: one row a region, for each indicator its value, what was printed, the year and the sentence.

use super::csv::Csv;
use super::stamp::{STAMP_HEADS, stamp};
use crate::analysis::{Analysis, Unit};
use crate::compare::{Entry, Mark, Row, Scale, Table, figure};

/// A comparison table; `rows` are the rows to write, in their order. Numbers are in the scale of the column, which its head names, without
/// commas. A region that does not state an indicator has empty fields there.
pub fn wide_csv<'t>(analysis: &Analysis, table: &Table, rows: impl IntoIterator<Item = &'t Row>) -> String {
    let mut heads = vec!["region".to_owned(), "region_code".to_owned()];
    for column in &table.columns {
        heads.push(format!("{} ({})", column.label, column.unit_words));
        heads.extend(["as printed", "year", "notes", "sentence"].map(|what| format!("{}, {what}", column.label)));
    }
    heads.extend(STAMP_HEADS.map(str::to_owned));
    let stamp = stamp(analysis);
    let mut csv = Csv::new(&heads);
    for row in rows {
        let mut fields = vec![row.name.clone(), row.region.code.clone().unwrap_or_default()];
        for (entry, column) in row.entries.iter().zip(&table.columns) {
            match entry {
                Some(entry) => fields.extend(stated(analysis, entry, column.scale)),
                None => fields.extend([const { String::new() }; 5]),
            }
        }
        fields.extend(stamp.iter().cloned());
        csv.row(&fields);
    }
    csv.finish()
}

fn stated(analysis: &Analysis, entry: &Entry, scale: Scale) -> [String; 5] {
    let sentence = analysis.quantities.get(entry.quantity as usize).map(|q| q.sentence.of(&analysis.document.text).trim());
    [
        entry_value(entry, scale).unwrap_or_default(),
        entry.printed.clone(),
        entry.year.map_or_else(String::new, |year| year.to_string()),
        notes(entry),
        sentence.unwrap_or_default().to_owned(),
    ]
}

/// The number of a cell in the column's scale, with its printed digits; none for a range, for what cannot be read, and for a foreign unit.
pub(super) fn entry_value(entry: &Entry, scale: Scale) -> Option<String> {
    let foreign = entry.marks.iter().any(|mark| matches!(mark, Mark::OtherUnit(_)));
    let value = entry.amount.one().filter(|_| !foreign && !entry.is_unread())?;
    Some(figure(value, entry.precision, scale).text().replace(',', "").replace('\u{2212}', "-"))
}

/// What is special about a cell, in words.
pub(super) fn notes(entry: &Entry) -> String {
    entry.marks.iter().map(note).collect::<Vec<_>>().join("; ")
}

/// A mark in words.
fn note(mark: &Mark) -> String {
    let unit = |unit: &Unit| unit.code().to_owned();
    match mark {
        Mark::Hedge(crate::analysis::Modifier::About) => "about".to_owned(),
        Mark::Hedge(crate::analysis::Modifier::Over) => "over".to_owned(),
        Mark::Hedge(crate::analysis::Modifier::Under) => "under".to_owned(),
        Mark::OtherYear(year) => format!("of {year}"),
        Mark::Part => "part of the region".to_owned(),
        Mark::Target => "target".to_owned(),
        Mark::Range => "range".to_owned(),
        Mark::Odd(crate::analysis::Problem::Malformed) => "malformed as printed".to_owned(),
        Mark::Odd(crate::analysis::Problem::MissingScale) => "scale word seems to be missing".to_owned(),
        Mark::Odd(crate::analysis::Problem::Implausible) => "implausible as it stands".to_owned(),
        Mark::OtherUnit(other) => format!("in {}", unit(other)),
        Mark::Converted(other) => format!("converted from {}", unit(other)),
        Mark::Alternatives(1) => "1 other figure states it".to_owned(),
        Mark::Alternatives(n) => format!("{n} other figures state it"),
        Mark::DoesNotAddUp => "does not add up".to_owned(),
        Mark::Computed => "computed from two figures".to_owned(),
        Mark::Corrected => "corrected or chosen by the reader".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Modifier, Problem};
    use crate::compare::example::{self, Stated, money};
    use crate::compare::{ColumnRequest, build_table};

    fn lines(csv: &str) -> Vec<Vec<String>> {
        csv.trim_start_matches('\u{feff}').lines().map(|line| line.split(',').map(str::to_owned).collect()).collect()
    }

    #[test]
    fn values_are_in_the_scale_of_the_head_and_missing_ones_empty() {
        let over = Stated { modifier: Some(Modifier::Over), text: "over 2.3 billion yuan", ..money("fund.fiscal", "2300000000", 8) };
        let odd = Stated { problems: vec![Problem::Malformed], text: "62.100", ..money("fund.fiscal", "62.1", 0) };
        let analysis = example::report(2012, &[("Chongqing", &[over]), ("Zhejiang", &[odd]), ("Jilin", &[])]);
        let table = build_table(&analysis, &[ColumnRequest::usual("fund.fiscal")]);
        let lines = lines(&wide_csv(&analysis, &table, table.rows.iter().rev()));
        assert_eq!(lines[0][2], "fund.fiscal (million yuan)");
        assert_eq!(lines[1][..4], ["Jilin", "", "", ""].map(str::to_owned));
        assert_eq!(lines[2][2..6], ["", "62.100", "2012", "malformed as printed"].map(str::to_owned));
        assert_eq!(lines[3][2..7], ["2300", "over 2.3 billion yuan", "2012", "over", "The text of the report."].map(str::to_owned));
        assert_eq!(lines[3][8], "5ba58ca7cea9");
    }
}
