//! Golden analyses of whole reports: every section, figure, link and exclusion, every cell and finding, compared with `tests/golden/`.
//!
//! `UPDATE_GOLDEN=1 cargo test --test golden` rewrites the files and still fails, so that a run that passes has compared something.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use provenance::analysis::{Amount, Analysis, Kind, Quantity, Scope, Section};
use provenance::analyze::{Options, analyze};
use provenance::ingest;
use serde_json::{Map, Value, json};
use std::path::Path;

/// Differing lines that are shown.
const SHOWN: usize = 30;

fn read(report: &Path) -> Analysis {
    let bytes = std::fs::read(report).unwrap();
    let source = ingest::read("report.txt", &bytes).unwrap();
    analyze(&source, &Options::default(), &mut |_| ())
}

/// A figure as `[printed, amount and unit, what is measured, {the rest where it is not the common case}]`. A link says how many figures
/// back its target stands, so that a figure more or less changes one line only.
fn figure(analysis: &Analysis, quantity: &Quantity) -> String {
    let amount = match quantity.amount {
        Amount::Unread => "unread".to_owned(),
        Amount::One(value) => value.normalize().to_string(),
        Amount::Range(low, high) => format!("{}..{}", low.normalize(), high.normalize()),
    };
    let mut rest = Map::new();
    let mut note = |name: &str, value: Value, common: bool| {
        if !common {
            rest.insert(name.to_owned(), value);
        }
    };
    let link = |to: u32, rule: &Option<std::borrow::Cow<str>>| json!([i64::from(to) - i64::from(quantity.id), rule]);
    note("noun", json!(quantity.noun), quantity.noun.is_none());
    note("per", json!(quantity.per), quantity.per.is_none());
    note("modifier", json!(quantity.modifier), quantity.modifier.is_none());
    note("kind", json!(quantity.kind), quantity.kind == Kind::Level);
    note("year", json!(quantity.year), quantity.year == analysis.document.year);
    note("scope", json!(quantity.scope), quantity.scope == Scope::Region);
    note("problems", json!(quantity.problems), quantity.problems.is_empty());
    note("of", quantity.of.map_or(Value::Null, |of| link(of, &quantity.of_rule)), quantity.of.is_none());
    note("base", quantity.base.map_or(Value::Null, |base| link(base, &quantity.base_rule)), quantity.base.is_none());
    json!([quantity.text, format!("{amount} {}", quantity.unit.code()), quantity.what, rest]).to_string()
}

fn section(analysis: &Analysis, section: &Section) -> String {
    let text = &analysis.document.text;
    let printed = |id: u32| analysis.quantities[id as usize].text.as_str();
    let topics: Vec<&str> = analysis.topics.iter().filter(|t| t.section == section.id).map(|t| t.title.as_str()).collect();
    let excluded = analysis.exclusions.iter().filter(|e| (section.start..section.end).contains(&e.start));
    let figures = analysis.quantities.iter().filter(|q| q.section == section.id);
    let cells = analysis.cells.iter().filter(|c| c.section == section.id);
    let findings = analysis.findings.iter().filter(|f| f.section == section.id);
    let lists = [
        ("excluded", excluded.map(|e| json!([text[e.start as usize..e.end as usize], e.rule]).to_string()).collect::<Vec<_>>()),
        ("figures", figures.map(|q| figure(analysis, q)).collect()),
        ("cells", cells.map(|c| json!([c.indicator, c.year, printed(c.quantity)]).to_string()).collect()),
        (
            "findings",
            findings
                .map(|f| json!([f.rule, f.verdict, f.quantities.iter().map(|q| printed(*q)).collect::<Vec<_>>()]).to_string())
                .collect(),
        ),
    ];
    let lists: Vec<String> = lists.iter().map(|(name, lines)| format!("  \"{name}\": [\n   {}\n  ]", lines.join(",\n   "))).collect();
    format!(
        " {{\n  \"region\": {},\n  \"code\": {},\n  \"topics\": {},\n{}\n }}",
        json!(section.region.name),
        json!(section.region.code),
        json!(topics),
        lists.join(",\n")
    )
}

/// The analysis as JSON with one figure, exclusion, cell or finding a line.
fn projection(analysis: &Analysis) -> String {
    let sections: Vec<String> = analysis.sections.iter().map(|s| section(analysis, s)).collect();
    let json = format!("{{\n\"year\": {},\n\"sections\": [\n{}\n]\n}}\n", json!(analysis.document.year), sections.join(",\n"));
    assert!(serde_json::from_str::<Value>(&json).is_ok(), "the projection is JSON");
    json
}

/// Compares the analysis of a report with its golden file, or rewrites that file.
#[track_caller]
fn assert_golden(name: &str, report: &str) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let file = root.join("tests/golden").join(format!("{name}.json"));
    let now = projection(&read(&root.join(report)));
    let before = std::fs::read_to_string(&file).unwrap_or_default();
    if now == before {
        return;
    }
    let (old, new): (Vec<&str>, Vec<&str>) = (before.lines().collect(), now.lines().collect());
    let gone = old.iter().filter(|line| !new.contains(line)).map(|line| format!("-{line}"));
    let come = new.iter().filter(|line| !old.contains(line)).map(|line| format!("+{line}"));
    let lines: Vec<String> = gone.chain(come).collect();
    let shown = lines.iter().take(SHOWN).cloned().collect::<Vec<_>>().join("\n");
    let update = std::env::var_os("UPDATE_GOLDEN").is_some();
    if update {
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(&file, now).unwrap();
    }
    let hint = if update { "rewritten: read the difference, then run again" } else { "UPDATE_GOLDEN=1 rewrites it" };
    panic!("{name}: the analysis differs from its golden file in {} lines ({hint})\n{shown}", lines.len());
}

#[test]
fn the_sample_is_read_as_before() {
    assert_golden("digest-2012", "static/samples/digest-2012.txt");
}

#[test]
fn health_by_country_is_read_as_before() {
    assert_golden("health-by-country", "tests/fixtures/health-by-country/report.txt");
}

#[test]
fn agriculture_by_indian_state_is_read_as_before() {
    assert_golden("agriculture-by-indian-state", "tests/fixtures/agriculture-by-indian-state/report.txt");
}

#[test]
fn schools_by_district_are_read_as_before() {
    assert_golden("schools-by-district", "tests/fixtures/schools-by-district/report.txt");
}

#[test]
fn the_later_yearbook_is_read_as_before() {
    assert_golden("yearbook-2013", "tests/fixtures/yearbook-2013/report.txt");
}
