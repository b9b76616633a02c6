//! The numbers that page and files state about themselves are those of the documents and the scorer's floors.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use provenance::measured::measured;
use std::collections::BTreeMap;

/// The rows of the first table of a document, cell by cell, without emphasis.
fn table(document: &str) -> Vec<Vec<String>> {
    let rows = document.lines().skip_while(|line| !line.starts_with('|')).take_while(|line| line.starts_with('|'));
    rows.skip(2).map(|row| row.trim_matches('|').split('|').map(|cell| cell.trim().trim_matches('*').to_owned()).collect()).collect()
}

#[test]
fn the_accuracy_document_has_the_measured_numbers() {
    let told = table(include_str!("../docs/accuracy.md"));
    let measures = measured().measures.iter();
    let compiled: Vec<Vec<String>> =
        measures.map(|m| vec![m.name.clone(), m.asked.clone(), m.eight.clone(), m.unseen.clone(), m.on_other_kinds().to_owned()]).collect();
    assert_eq!(told, compiled);
    assert!(include_str!("../docs/accuracy.md").replace('\n', " ").contains(&format!("Last measured {}.", measured().date)));
}

#[test]
fn every_floor_of_the_scorer_is_a_measure_and_lies_at_most_at_it() {
    let floors: BTreeMap<String, f64> = serde_json::from_str(include_str!("accuracy-floors.json")).unwrap();
    for (id, floor) in &floors {
        let measure = measured().of(id).unwrap_or_else(|| panic!("{id} is not measured"));
        assert!(*floor <= measure.eight.parse().unwrap(), "{measure:?} below its floor {floor}");
    }
    let held: Vec<&String> = measured().measures.iter().map(|m| &m.id).filter(|id| !floors.contains_key(*id)).collect();
    assert!(held.is_empty(), "without a floor: {held:?}");
}

#[test]
fn the_table_of_made_up_reports_has_the_counted_sums() {
    let told = table(include_str!("../docs/audit-synthetic.md"));
    let all = told.last().unwrap();
    let counted = measured().made_up;
    assert_eq!([&all[1], &all[2], &all[5]], [&counted.planted.to_string(), &counted.found.to_string(), &counted.false_alarms.to_string()]);
}
