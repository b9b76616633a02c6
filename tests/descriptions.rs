//! What a figure measures, case by case: `tests/cases/what.toml`.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use provenance::analyze::{Options, analyze};
use provenance::ingest::{SourceText, read};
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    why: String,
    text: String,
    what: Vec<String>,
}

fn described(text: &str) -> Vec<String> {
    let source = SourceText { name: "case.txt".into(), media_type: "text/plain".into(), text: text.to_owned(), ..SourceText::default() };
    let analysis = analyze(&source, &Options { year: Some(2020), ..Options::default() }, &mut |_| ());
    analysis.quantities.into_iter().map(|q| q.what).collect()
}

#[test]
fn every_figure_says_what_it_measures() {
    let table = std::fs::read_to_string(format!("{}/tests/cases/what.toml", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let cases = toml::from_str::<BTreeMap<String, Vec<Case>>>(&table).unwrap().remove("case").unwrap();
    let wrong: Vec<String> = cases
        .iter()
        .map(|case| (case, described(&case.text)))
        .filter(|(case, found)| *found != case.what)
        .map(|(case, found)| format!("{}\n  because {}\n  found {found:?}", case.text, case.why))
        .collect();
    assert!(wrong.is_empty(), "{} of {} cases do not hold\n\n{}\n", wrong.len(), cases.len(), wrong.join("\n\n"));
}

#[test]
fn words_broken_at_the_end_of_a_line_are_read_and_named_whole() {
    let text = "In 1912 the province had 705 miles of grav-\nelled road, and spent 21,855 pounds on mainten-\nance. The number of settle-\nments was 40.\n";
    let analysis = analyze(&read("province.txt", text.as_bytes()).unwrap(), &Options::default(), &mut |_| ());
    let named = |printed: &str| analysis.quantities.iter().find(|q| q.text.starts_with(printed)).unwrap();
    assert_eq!(named("705").what, "gravelled road");
    assert_eq!(named("21,855").what, "spent on maintenance");
    assert_eq!(named("40").what, "number of settlements");
    // Offsets are those of the file.
    let figure = named("21,855");
    assert_eq!(text.get(figure.start as usize..figure.end as usize), Some(figure.text.as_str()));
}
