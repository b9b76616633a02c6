//! A thousand made-up reports, half of them with one planted slip: what the audit finds, rule by rule.
//!
//! `cargo test --test synthetic_audit -- --nocapture` prints the table that `docs/audit-synthetic.md` keeps.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test fails by panicking and prints what it measured"
)]

mod synthetic;

use provenance::analysis::{Analysis, Finding, Verdict};
use provenance::analyze::{Options, analyze};
use provenance::ingest::SourceText;
use provenance::measured::{MadeUp, measured};
use std::collections::BTreeMap;
use synthetic::{RELATIONS, Relation, report};

const REPORTS: u64 = 1000;

/// What happened to the slips of one relation.
#[derive(Default)]
struct Tally {
    planted: usize,
    found: usize,
    /// With a possible slip proposed.
    explained: usize,
    /// Statements without slip that were questioned.
    false_alarms: usize,
}

fn read(text: &str) -> Analysis {
    let source = SourceText { name: "made-up.txt".to_owned(), text: text.to_owned(), ..SourceText::default() };
    analyze(&source, &Options { year: Some(2020), ..Options::default() }, &mut |_| {})
}

fn relation_of(rule: &str) -> Relation {
    match rule {
        "sum" => Relation::Sum,
        "part" => Relation::Part,
        "share" => Relation::Share,
        "growth" => Relation::Increase,
        "average" => Relation::Average,
        "household_size" => Relation::Household,
        "list" => Relation::List,
        "malformed" => Relation::Malformed,
        "scale" => Relation::Scale,
        "whole_number" => Relation::WholeNumber,
        "house_size" => Relation::House,
        "direction" => Relation::Direction,
        "person_times" => Relation::PersonTimes,
        "outcome" => Relation::Outcome,
        "fulfilment" => Relation::Fulfilment,
        "levels" => Relation::Levels,
        "two_sections" => Relation::TwoSections,
        "magnitude" => Relation::Magnitude,
        _ => Relation::Repeat,
    }
}

#[test]
fn planted_slips_are_found_and_the_rest_is_silent() {
    let mut tallies: BTreeMap<Relation, Tally> = RELATIONS.into_iter().map(|r| (r, Tally::default())).collect();
    let mut surprises = Vec::new();
    for seed in 0..REPORTS {
        let report = report(seed);
        let analysis = read(&report.text);
        let disagreeing: Vec<&Finding> = analysis.findings.iter().filter(|f| f.verdict == Verdict::Inconsistent).collect();
        let inside = |f: &Finding, place: &std::ops::Range<usize>| {
            f.quantities.iter().any(|q| place.contains(&(analysis.quantities[*q as usize].start as usize)))
        };
        if let Some((relation, place)) = &report.planted {
            let tally = tallies.get_mut(relation).unwrap();
            let hits: Vec<&&Finding> = disagreeing.iter().filter(|f| inside(f, place)).collect();
            tally.planted += 1;
            tally.found += usize::from(!hits.is_empty());
            tally.explained += usize::from(hits.iter().any(|f| f.slip.is_some()));
            if hits.is_empty() {
                surprises.push(format!("missed {relation:?}: {}", &report.text[place.clone()]));
            }
        }
        for finding in disagreeing.iter().filter(|f| report.planted.as_ref().is_none_or(|(_, place)| !inside(f, place))) {
            tallies.get_mut(&relation_of(&finding.rule)).unwrap().false_alarms += 1;
            surprises.push(format!("questioned: {} | {}", finding.note, finding.calculation));
        }
    }
    print_table(&tallies);
    if std::env::var_os("SURPRISES").is_some() {
        println!("{}", surprises.join("\n"));
    }
    for (relation, tally) in &tallies {
        let recall = tally.found as f64 / tally.planted as f64;
        assert!(tally.planted > 12 && recall >= 0.75, "{relation:?}: {} of {}", tally.found, tally.planted);
    }
    let false_alarms: usize = tallies.values().map(|t| t.false_alarms).sum();
    let found: usize = tallies.values().map(|t| t.found).sum();
    let planted = tallies.values().map(|t| t.planted).sum();
    let counted = MadeUp { reports: REPORTS, planted, found, false_alarms };
    assert_eq!(counted, measured().made_up, "src/measured.json and docs/audit-synthetic.md tell other numbers");
    assert!(false_alarms * 50 <= found, "{false_alarms} false alarms beside {found} found\n{}", surprises.join("\n"));
}

fn print_table(tallies: &BTreeMap<Relation, Tally>) {
    println!("| relation | planted | found | recall | slip proposed | false alarms | precision |\n|---|---|---|---|---|---|---|");
    let row = |name: &str, t: &Tally| {
        let precision = t.found as f64 / (t.found + t.false_alarms) as f64;
        println!(
            "| {name} | {} | {} | {:.2} | {} | {} | {precision:.2} |",
            t.planted,
            t.found,
            t.found as f64 / t.planted as f64,
            t.explained,
            t.false_alarms
        );
    };
    for (relation, tally) in tallies {
        row(&format!("{relation:?}"), tally);
    }
    let all = tallies.values().fold(Tally::default(), |a, t| Tally {
        planted: a.planted + t.planted,
        found: a.found + t.found,
        explained: a.explained + t.explained,
        false_alarms: a.false_alarms + t.false_alarms,
    });
    row("all", &all);
}

#[test]
fn the_same_seed_makes_the_same_report() {
    assert_eq!(report(41).text, report(41).text);
    assert!(report(40).planted.is_none() && report(41).planted.is_some());
}
