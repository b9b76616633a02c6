//! Tables that the program makes of invented reports, against those that a person made of them by hand (`tests/tables`).
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]
#![allow(clippy::print_stdout, reason = "what is missing is read from the output")]

use provenance::analysis::Analysis;
use provenance::analyze::{Options, analyze};
use provenance::ingest::read as read_file;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

/// A table made by hand.
#[derive(Deserialize)]
struct Wanted {
    /// File name of the report.
    report: String,
    /// The regions in their order.
    regions: Vec<String>,
    row: Vec<WantedRow>,
}

#[derive(Deserialize)]
struct WantedRow {
    label: String,
    /// By region, the figure as printed.
    values: BTreeMap<String, String>,
}

/// What was reached so far, in thousandths.
#[derive(Deserialize)]
struct Floor {
    cells_precision: u32,
    cells_f1: u32,
    regions_missed: usize,
}

/// Cells held against each other.
#[derive(Default)]
struct Count {
    right: u32,
    wrong: u32,
    missing: u32,
    regions_missed: Vec<String>,
    told: Vec<String>,
}

impl Count {
    fn precision(&self) -> u32 {
        1000 * self.right / (self.right + self.wrong).max(1)
    }

    fn f1(&self) -> u32 {
        2000 * self.right / (2 * self.right + self.wrong + self.missing).max(1)
    }
}

fn read(path: &Path) -> Analysis {
    let bytes = std::fs::read(path).unwrap();
    let name = path.file_name().unwrap().to_str().unwrap();
    analyze(&read_file(name, &bytes).unwrap(), &Options::default(), &mut |_| ())
}

/// Letters and digits in small print: "KARELL DISTRICT" is the "Karell District" of the table.
fn plain(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && *c != ',')
        .flat_map(char::to_lowercase)
        .collect::<String>()
        .trim_end_matches('.')
        .to_owned()
}

fn is_same(one: &str, other: &str) -> bool {
    let (one, other) = (plain(one), plain(other));
    one.starts_with(&other) || other.starts_with(&one)
}

fn is_region(found: &str, wanted: &str) -> bool {
    let letters = |name: &str| name.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect::<String>();
    let (found, wanted) = (letters(found), letters(wanted));
    found.contains(&wanted) || wanted.contains(&found)
}

/// The rows of an analysis: label, and the printed figure of each section.
fn rows(analysis: &Analysis) -> Vec<(String, BTreeMap<u32, String>)> {
    let cells = |id: &str| {
        let of = analysis.cells.iter().filter(|cell| cell.indicator == id);
        of.map(|cell| (cell.section, analysis.quantities[cell.quantity as usize].text.clone())).collect()
    };
    analysis.indicators.iter().map(|indicator| (indicator.label.clone(), cells(&indicator.id))).collect()
}

fn compare(path: &Path, count: &mut Count) {
    let wanted: Wanted = toml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let analysis = read(&path.with_file_name(&wanted.report));
    let section = |region: &str| analysis.sections.iter().find(|section| is_region(&section.region.name, region)).map(|section| section.id);
    let places: Vec<Option<u32>> = wanted.regions.iter().map(|region| section(region)).collect();
    let missed =
        wanted.regions.iter().zip(&places).filter(|(_, place)| place.is_none()).map(|(region, _)| format!("{region} ({})", wanted.report));
    count.regions_missed.extend(missed);
    let found = rows(&analysis);
    let mut used = Vec::new();
    for row in &wanted.row {
        // Right and wrong cells of a row that was found.
        let held = |cells: &BTreeMap<u32, String>| {
            let (mut right, mut wrong) = (0, 0);
            for (region, place) in wanted.regions.iter().zip(&places) {
                let stated = place.and_then(|place| cells.get(&place));
                match (stated, row.values.get(region)) {
                    (Some(stated), Some(value)) if is_same(stated, value) => right += 1,
                    (Some(_), _) => wrong += 1,
                    (None, _) => {}
                }
            }
            (right, wrong)
        };
        let candidates = found.iter().enumerate().filter(|(at, _)| !used.contains(at)).map(|(at, (_, cells))| (held(cells), at));
        let best = candidates.max_by_key(|((right, wrong), at)| (*right, std::cmp::Reverse(*wrong), std::cmp::Reverse(*at)));
        let stated = row.values.len() as u32;
        let Some(((right, wrong), at)) = best.filter(|((right, _), _)| *right >= 2 || right * 2 > stated) else {
            count.missing += stated;
            count.told.push(format!("{}: {} is missing", wanted.report, row.label));
            continue;
        };
        used.push(at);
        count.right += right;
        count.wrong += wrong;
        count.missing += stated - right;
        count.told.push(format!("{}: {} as “{}”, {right} right, {wrong} wrong of {stated}", wanted.report, row.label, found[at].0));
    }
}

fn counted(set: &str) -> Count {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tables").join(set);
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    files.sort();
    assert!(!files.is_empty(), "no tables in {set}");
    let mut count = Count::default();
    for path in &files {
        compare(path, &mut count);
    }
    count
}

#[test]
fn tables_hold_their_floors() {
    let floors: BTreeMap<String, Floor> = serde_json::from_str(include_str!("tables/floors.json")).unwrap();
    for (set, floor) in floors {
        let count = counted(&set);
        let Count { right, wrong, missing, .. } = count;
        let told = format!(
            "{set}: {right} cells right, {wrong} wrong, {missing} missing: precision {}, F1 {} in thousandths; {} regions missed",
            count.precision(),
            count.f1(),
            count.regions_missed.len()
        );
        println!("{told}");
        // Errors of reports that nobody is to look at are not printed.
        if set == "looked" {
            println!("{}\nmissed: {:?}", count.told.join("\n"), count.regions_missed);
        }
        assert!(count.precision() >= floor.cells_precision && count.f1() >= floor.cells_f1, "{told}");
        assert!(count.regions_missed.len() <= floor.regions_missed, "{told}");
    }
}
