//! The tidy table: one row a figure.

use super::csv::Csv;
use super::package::Field;
use super::stamp::{STAMP_HEADS, stamp};
use crate::analysis::{Amount, Analysis, Quantity};
use crate::wording::{Language, section_name};
use rust_decimal::Decimal;
use serde::Serialize;

/// The columns, with what they hold.
pub(super) const FIELDS: [Field; 29] = [
    ("id", "integer", "Id of the figure, in the order of the text"),
    ("region", "string", "Name of the region"),
    ("region_code", "string", "ISO 3166 code of the region"),
    ("region_kind", "string", "Sort of region"),
    ("topic", "string", "Title of the topic"),
    ("indicator", "string", "Id of the indicator that the figure states"),
    ("indicator_label", "string", "Name of the indicator"),
    ("what", "string", "What is measured, in the text's own words"),
    ("printed", "string", "The figure as printed"),
    ("value", "number", "Value in base units; empty for a range and for what cannot be read"),
    ("low", "number", "Lower end of a range, in base units"),
    ("high", "number", "Upper end of a range, in base units"),
    ("unit", "string", "Unit by its code"),
    ("noun", "string", "What is counted, where the unit is a count"),
    ("per", "string", "Denominator of a rate"),
    ("modifier", "string", "about, over or under"),
    ("precision", "integer", "Exponent of the last printed digit, in base units"),
    ("kind", "string", "level, change, growth, share, gap, target, average or ratio"),
    ("year", "year", "Year that the value refers to"),
    ("scope", "string", "region or part"),
    ("part_of", "integer", "Id of the total that the figure is a stated part of"),
    ("qualifies", "integer", "Id of the figure that a change, growth, share or average qualifies"),
    ("problems", "string", "malformed, missing_scale, implausible"),
    ("confidence", "number", "Probability that value and unit are read right"),
    ("sentence", "string", "The sentence it stands in"),
    ("start", "integer", "First byte of the printed figure in the report's text"),
    ("end", "integer", "Byte after it"),
    ("finding", "string", "Gravest verdict of the checks that question the figure"),
    ("review", "string", "What the reader did: accepted, corrected, added"),
];

/// The figures of `ids`, in that order, one row each. `value` is in base units (yuan, not million yuan); `part_of` and `qualifies` are ids;
/// `start` and `end` are byte offsets into the report's text; `finding` is the gravest verdict of the checks that question the figure.
pub fn tidy_csv(analysis: &Analysis, ids: impl IntoIterator<Item = u32>) -> String {
    let heads: Vec<&str> = FIELDS.into_iter().map(|(name, ..)| name).chain(STAMP_HEADS).collect();
    let stamp = stamp(analysis);
    let mut csv = Csv::new(&heads);
    for quantity in ids.into_iter().filter_map(|id| analysis.quantities.get(id as usize)) {
        let mut fields = row(analysis, quantity);
        fields.extend(stamp.iter().cloned());
        csv.row(&fields);
    }
    csv.finish()
}

/// All figures as rows under [`FIELDS`].
pub(super) fn tidy_rows(analysis: &Analysis) -> Vec<Vec<String>> {
    analysis.quantities.iter().map(|quantity| row(analysis, quantity)).collect()
}

fn row(analysis: &Analysis, q: &Quantity) -> Vec<String> {
    let region = analysis.sections.get(q.section as usize).map(|section| &section.region);
    let topic = q.topic.and_then(|id| analysis.topics.get(id as usize));
    let indicator = q.indicator.as_deref();
    let label = indicator.and_then(|id| analysis.indicators.iter().find(|i| i.id == id));
    let (value, low, high) = match q.amount {
        Amount::Unread => (None, None, None),
        Amount::One(value) => (Some(value), None, None),
        Amount::Range(low, high) => (None, Some(low), Some(high)),
    };
    let number = |value: Option<Decimal>| value.map_or_else(String::new, |v| v.normalize().to_string());
    let id = |id: Option<u32>| id.map_or_else(String::new, |id| id.to_string());
    let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
    vec![
        q.id.to_string(),
        section_name(analysis, q.section, Language::English).to_owned(),
        text(region.and_then(|r| r.code.as_deref())),
        region.map_or_else(String::new, |r| word(&r.kind)),
        text(topic.map(|t| t.title.as_str())),
        text(indicator),
        text(label.map(|i| i.label.as_str())),
        q.what.clone(),
        q.text.clone(),
        number(value),
        number(low),
        number(high),
        q.unit.code().to_owned(),
        text(q.noun.as_deref()),
        text(q.per.as_deref()),
        q.modifier.map_or_else(String::new, |m| word(&m)),
        q.precision.map_or_else(String::new, |p| p.to_string()),
        word(&q.kind),
        q.year.map_or_else(String::new, |y| y.to_string()),
        word(&q.scope),
        id(q.of),
        id(q.base),
        q.problems.iter().map(word).collect::<Vec<_>>().join(" "),
        format!("{:.2}", q.confidence),
        q.sentence.of(&analysis.document.text).trim().to_owned(),
        q.start.to_string(),
        q.end.to_string(),
        gravest(analysis, q.id),
        q.review.as_ref().map(word).unwrap_or_default(),
    ]
}

/// The word that stands for an enum's value in the JSON.
pub(super) fn word<T: Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}

/// The gravest verdict of the checks that question a figure; empty where none does.
pub(super) fn gravest(analysis: &Analysis, quantity: u32) -> String {
    let about = analysis.findings.iter().filter(|f| f.quantities.first() == Some(&quantity) && !f.is_dismissed());
    // Verdicts are declared from the lightest; what cannot be checked weighs least.
    let weight = |verdict: &crate::analysis::Verdict| match verdict {
        crate::analysis::Verdict::Unchecked => 0,
        crate::analysis::Verdict::Consistent => 1,
        crate::analysis::Verdict::Rounding => 2,
        crate::analysis::Verdict::Inconsistent => 3,
    };
    about.map(|finding| &finding.verdict).max_by_key(|v| weight(v)).map_or_else(String::new, word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Modifier;
    use crate::compare::example::{self, Stated, money};

    /// Fields of a row by their heads.
    fn records(csv: &str) -> Vec<std::collections::BTreeMap<String, String>> {
        let mut lines = csv.trim_start_matches('\u{feff}').lines().map(|line| line.split(',').map(str::to_owned).collect::<Vec<_>>());
        let heads = lines.next().unwrap();
        lines.map(|fields| heads.iter().cloned().zip(fields).collect()).collect()
    }

    #[test]
    fn one_row_a_figure_with_its_sentence_unit_year_and_stamp() {
        let range = Stated { amount: Amount::Range(3000.into(), 5000.into()), modifier: Some(Modifier::About), ..money("income", "0", 0) };
        let analysis = example::report(2012, &[("Hebei", &[money("fund.fiscal", "1117000000", 6), range])]);
        let rows = records(&tidy_csv(&analysis, [1, 0, 99]));
        assert_eq!(rows.len(), 2, "an unknown id gives no row");
        let (range, fund) = (&rows[0], &rows[1]);
        assert_eq!((range["low"].as_str(), range["high"].as_str(), range["value"].as_str()), ("3000", "5000", ""));
        assert_eq!(range["modifier"], "about");
        assert_eq!((fund["value"].as_str(), fund["unit"].as_str(), fund["year"].as_str()), ("1117000000", "CNY", "2012"));
        assert_eq!((fund["region"].as_str(), fund["region_kind"].as_str(), fund["kind"].as_str()), ("Hebei", "province", "level"));
        assert_eq!(fund["sentence"], "The text of the report.");
        assert_eq!(fund["report_sha256"], "5ba58ca7cea9");
        assert!(fund["tool"].starts_with("provenance "));
    }
}
