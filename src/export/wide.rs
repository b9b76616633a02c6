//! The wide table: one row a region, for each indicator its value, what was printed, the year and the sentence.

use super::csv::Csv;
use super::stamp::{STAMP_HEADS, stamp};
use crate::analysis::{Analysis, Modifier, Problem, Unit};
use crate::compare::{Entry, Mark, Row, Scale, Table, figure};
use crate::wording::{Language, chinese_unit, comparison as say};

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
        notes(entry, Language::English),
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
pub(super) fn notes(entry: &Entry, language: Language) -> String {
    entry.marks.iter().map(|mark| note(mark, language)).collect::<Vec<_>>().join(say::BETWEEN.of(language))
}

/// A mark in words.
fn note(mark: &Mark, language: Language) -> String {
    let unit = |unit: &Unit| match language {
        Language::English => unit.code().to_owned(),
        Language::Chinese => chinese_unit(*unit, "", None, None),
    };
    let plain = match mark {
        Mark::Hedge(Modifier::About) => &say::ABOUT_IT,
        Mark::Hedge(Modifier::Over) => &say::OVER,
        Mark::Hedge(Modifier::Under) => &say::UNDER,
        Mark::Part => &say::PART,
        Mark::Target => &say::TARGET,
        Mark::WholeReport => &say::WHOLE_REPORT,
        Mark::Range => &say::RANGE,
        Mark::Odd(Problem::Malformed) => &say::MALFORMED,
        Mark::Odd(Problem::MissingScale) => &say::MISSING_SCALE,
        Mark::Odd(Problem::Implausible) => &say::IMPLAUSIBLE,
        Mark::Alternatives(1) => &say::ONE_OTHER,
        Mark::DoesNotAddUp => &say::QUESTIONED,
        Mark::Computed => &say::COMPUTED,
        Mark::Corrected => &say::CORRECTED,
        Mark::OtherYear(year) => return say::OF_YEAR.say(language, &[("year", &year.to_string())]),
        Mark::OtherUnit(other) => return say::OTHER_UNIT.say(language, &[("unit", &unit(other))]),
        Mark::Converted(other) => return say::CONVERTED.say(language, &[("unit", &unit(other))]),
        Mark::Alternatives(n) => return say::OTHERS.say(language, &[("n", &n.to_string())]),
    };
    plain.of(language).to_owned()
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
