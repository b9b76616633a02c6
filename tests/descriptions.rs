//! What a figure measures, case by case: `tests/cases/what.toml`.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use provenance::analyze::{Options, analyze};
use provenance::ingest::SourceText;
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
