//! A Frictionless data package: tables of everything that was read, with a description of every column, in one ZIP archive.

use super::csv::Csv;
use super::stamp::stamp;
use super::tidy::{FIELDS, tidy_rows};
use super::zip::zip;
use crate::analysis::{Amount, Analysis, Cell, Finding};
use crate::wording::{Language, section_name};
use rust_decimal::Decimal;
use serde_json::{Value, json};

/// Name, sort and meaning of a column.
pub(super) type Field = (&'static str, &'static str, &'static str);

const CELLS: [Field; 9] = [
    ("region", "string", "Name of the region"),
    ("indicator", "string", "Id of the indicator; see indicators.csv"),
    ("year", "year", "Year that the value refers to"),
    ("value", "number", "Value in base units; empty for a range and for what cannot be read"),
    ("low", "number", "Lower end of a range, in base units"),
    ("high", "number", "Upper end of a range, in base units"),
    ("unit", "string", "Unit by its code"),
    ("figure", "integer", "Id of the chosen figure; see figures.csv"),
    ("reason", "string", "Why this figure was chosen"),
];

const INDICATORS: [Field; 6] = [
    ("id", "string", "Id"),
    ("label", "string", "Short name"),
    ("definition", "string", "What it means and how it is found"),
    ("unit", "string", "Unit of its values by its code"),
    ("programme", "string", "Programme it is listed under"),
    ("origin", "string", "catalogue, discovered or user"),
];

const FINDINGS: [Field; 7] = [
    ("id", "integer", "Id"),
    ("region", "string", "Name of the region"),
    ("rule", "string", "Kind of check"),
    ("verdict", "string", "consistent, rounding, inconsistent or unchecked"),
    ("figures", "string", "Ids of the figures that take part, the questioned one first"),
    ("note", "string", "The finding in one sentence"),
    ("calculation", "string", "The calculation in figures"),
];

/// The archive: datapackage.json, figures.csv, cells.csv, indicators.csv, findings.csv. `created` is the date, "2026-11-24".
pub fn data_package(analysis: &Analysis, created: &str) -> Vec<u8> {
    let tables = [
        ("figures", FIELDS.as_slice(), tidy_rows(analysis)),
        ("cells", CELLS.as_slice(), analysis.cells.iter().map(|cell| cell_row(analysis, cell)).collect()),
        ("indicators", INDICATORS.as_slice(), indicator_rows(analysis)),
        ("findings", FINDINGS.as_slice(), analysis.findings.iter().map(|finding| finding_row(analysis, finding)).collect()),
    ];
    let resources: Vec<Value> = tables.iter().map(|(name, fields, _)| resource(name, fields)).collect();
    let mut files: Vec<(String, String)> = vec![("datapackage.json".to_owned(), descriptor(analysis, created, &resources))];
    for (name, fields, rows) in tables {
        let heads: Vec<&str> = fields.iter().map(|(name, ..)| *name).collect();
        let mut csv = Csv::new(&heads);
        for row in rows {
            csv.row(&row);
        }
        files.push((format!("{name}.csv"), csv.finish_plain()));
    }
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, content)| (name.as_str(), content.as_bytes())).collect();
    zip(&files)
}

fn descriptor(analysis: &Analysis, created: &str, resources: &[Value]) -> String {
    let [report, hash, year, tool] = stamp(analysis);
    let description = format!("Every figure that {tool} read in {report} (SHA-256 {hash}), with the sentence it stands in.");
    let descriptor = json!({
        "profile": "tabular-data-package",
        "name": "report-figures",
        "title": format!("Figures of {report}"),
        "description": description,
        "created": created,
        "sources": [{"title": report, "sha256": hash, "year": year}],
        "resources": resources,
    });
    // Printing a value that was just built cannot fail.
    serde_json::to_string_pretty(&descriptor).unwrap_or_default()
}

fn resource(name: &str, fields: &[Field]) -> Value {
    let fields: Vec<Value> =
        fields.iter().map(|(name, sort, meaning)| json!({"name": name, "type": sort, "description": meaning})).collect();
    json!({
        "name": name,
        "path": format!("{name}.csv"),
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": fields, "missingValues": [""]},
    })
}

fn region(analysis: &Analysis, section: u32) -> String {
    section_name(analysis, section, Language::English).to_owned()
}

fn cell_row(analysis: &Analysis, cell: &Cell) -> Vec<String> {
    let number = |value: Option<Decimal>| value.map_or_else(String::new, |v| v.normalize().to_string());
    let (low, high) = match cell.amount {
        Amount::Range(low, high) => (Some(low), Some(high)),
        Amount::One(_) | Amount::Unread => (None, None),
    };
    vec![
        region(analysis, cell.section),
        cell.indicator.clone(),
        cell.year.map_or_else(String::new, |year| year.to_string()),
        number(cell.amount.one()),
        number(low),
        number(high),
        cell.unit.code().to_owned(),
        cell.quantity.to_string(),
        cell.reason.clone(),
    ]
}

fn indicator_rows(analysis: &Analysis) -> Vec<Vec<String>> {
    let row = |i: &crate::analysis::Indicator| {
        vec![
            i.id.clone(),
            i.label.clone(),
            i.definition.clone(),
            i.unit.code().to_owned(),
            i.programme.clone(),
            super::tidy::word(&i.origin),
        ]
    };
    analysis.indicators.iter().map(row).collect()
}

fn finding_row(analysis: &Analysis, finding: &Finding) -> Vec<String> {
    let figures: Vec<String> = finding.quantities.iter().map(u32::to_string).collect();
    vec![
        finding.id.to_string(),
        region(analysis, finding.section),
        finding.rule.to_string(),
        super::tidy::word(&finding.verdict),
        figures.join(" "),
        finding.note.clone(),
        finding.calculation.clone(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::example;

    #[test]
    fn every_column_of_every_table_is_described() {
        let analysis = example::funds();
        let archive = data_package(&analysis, "2026-11-24");
        let text = String::from_utf8_lossy(&archive);
        let end = text.find("PK\u{3}\u{4}").and_then(|_| text.find("figures.csvid,")).unwrap();
        let start = text.find('{').unwrap();
        let stop = text[..end].rfind('}').unwrap() + 1;
        let descriptor: Value = serde_json::from_str(&text[start..stop]).unwrap();
        assert_eq!(descriptor["created"], "2026-11-24");
        let resources = descriptor["resources"].as_array().unwrap();
        assert_eq!(resources.len(), 4);
        for resource in resources {
            let names: Vec<&str> = resource["schema"]["fields"].as_array().unwrap().iter().map(|f| f["name"].as_str().unwrap()).collect();
            let head = format!("{}{}\r\n", resource["path"].as_str().unwrap(), names.join(","));
            assert!(text.contains(&head), "{head}");
        }
    }

    #[test]
    fn cells_name_their_figure() {
        let analysis = example::funds();
        let row = cell_row(&analysis, &analysis.cells[0]);
        assert_eq!(row, ["Hebei", "fund.fiscal", "2012", "1117000000", "", "", "CNY", "0", "the only one"]);
    }
}
