//! The command line program as a user runs it.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

const REPORT: &str = "Kenya\nOverview\nCases fell by 3% in 2012.\n\nUganda\nOverview\nCases rose by 2% to 500 in 2012.\n";

fn provenance(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_provenance"));
    command.args(arguments);
    command
}

fn run(arguments: &[&str]) -> Output {
    provenance(arguments).output().unwrap()
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

/// A file in the target folder, under a name of this test's own.
fn file(name: &str, bytes: &[u8]) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, bytes).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn one_file_gives_one_object() {
    let path = file("one.txt", REPORT.as_bytes());
    let output = run(&["analyze", &path]);
    assert_eq!(output.status.code(), Some(0));
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(json["schema"], "provenance.analysis/1");
    assert_eq!(json["document"]["name"], "one.txt");
    assert_eq!(json["document"]["text"], REPORT);
    let regions: Vec<_> = json["sections"].as_array().unwrap().iter().map(|section| &section["region"]["code"]).collect();
    assert_eq!(regions, ["KE", "UG"]);
    assert!(stderr(&output).is_empty());
}

#[test]
fn the_text_is_left_out_on_request() {
    let path = file("no-text.txt", REPORT.as_bytes());
    let json: serde_json::Value = serde_json::from_slice(&run(&["analyze", "--no-text", &path]).stdout).unwrap();
    assert!(json["document"].get("text").is_none());
    assert_eq!(json["document"]["bytes"], REPORT.len());
}

#[test]
fn several_files_give_an_array_and_an_unread_one_status_1() {
    let good = file("good.txt", REPORT.as_bytes());
    let pdf = file("report.pdf", b"%PDF-1.7 ...");
    let output = run(&["analyze", &good, &pdf, "no-such-file.txt"]);
    assert_eq!(output.status.code(), Some(1));
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(json.as_array().map(Vec::len), Some(1));
    assert!(stderr(&output).contains("report.pdf: The document is cut off or damaged"), "{}", stderr(&output));
    assert!(stderr(&output).contains("no-such-file.txt: there is no such file"));
}

#[test]
fn nothing_readable_prints_nothing() {
    let empty = file("empty.txt", b"");
    let output = run(&["analyze", &empty]);
    assert_eq!((output.status.code(), stdout(&output)), (Some(1), ""));
    assert!(stderr(&output).contains("The file is empty"));
}

#[test]
fn usage_mistakes_are_status_2() {
    for arguments in [&[][..], &["analyze"], &["analyze", "--format", "xml", "a"], &["frobnicate", "a"]] {
        let output = run(arguments);
        assert_eq!((output.status.code(), stdout(&output)), (Some(2), ""), "{arguments:?}");
        assert!(stderr(&output).contains("--help"));
    }
    let help = run(&["--help"]);
    assert_eq!(help.status.code(), Some(0));
    assert!(stdout(&help).contains("provenance COMMAND FILE..."));
}

#[test]
fn standard_input_is_read_for_a_dash() {
    let mut child = provenance(&["analyze", "-", "--no-text"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(REPORT.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((json["document"]["name"].as_str(), json["sections"][1]["region"]["name"].as_str()), (Some("stdin"), Some("Uganda")));
}

#[test]
fn csv_has_one_header_and_a_row_for_each_figure_of_all_files() {
    let first = file("first.txt", REPORT.as_bytes());
    let second = file("second.txt", REPORT.as_bytes());
    let figures = |path: &str| {
        let json: serde_json::Value = serde_json::from_slice(&run(&["analyze", path]).stdout).unwrap();
        json["quantities"].as_array().map_or(0, Vec::len)
    };
    let output = run(&["analyze", &first, &second, "--format", "csv"]);
    let mut reader = csv::ReaderBuilder::new().from_reader(output.stdout.as_slice());
    assert_eq!(reader.headers().unwrap().get(0), Some("id"), "the header begins without a byte-order mark");
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), figures(&first) + figures(&second));
    assert!(rows.iter().all(|row| row.iter().any(|cell| cell.contains("in 2012"))), "each row has its sentence");
}

#[test]
fn the_listing_names_regions_topics_and_figures() {
    let path = file("listing.txt", REPORT.as_bytes());
    let output = run(&["analyze", &path, "--format=table"]);
    for part in ["2 sections", "Kenya (KE)", "Overview", "3%"] {
        assert!(stdout(&output).contains(part), "{part} is missing:\n{}", stdout(&output));
    }
}

#[test]
fn a_closed_pipe_is_no_failure() {
    let many: Vec<String> = (0..60).map(|_| file("piped.txt", REPORT.repeat(40).as_bytes())).collect();
    let arguments: Vec<&str> = ["analyze"].into_iter().chain(many.iter().map(String::as_str)).collect();
    let mut child = provenance(&arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), stderr(&output)), (Some(0), ""));
}

#[test]
fn the_other_commands_print_their_part_of_the_sample() {
    let sample = concat!(env!("CARGO_MANIFEST_DIR"), "/static/samples/digest-2012.txt");
    let json: serde_json::Value = serde_json::from_slice(&run(&["analyze", sample]).stdout).unwrap();

    let findings: serde_json::Value = serde_json::from_slice(&run(&["audit", sample, "--format", "json"]).stdout).unwrap();
    let ids =
        |findings: &serde_json::Value| findings["findings"].as_array().map(|all| all.iter().map(|f| f["note"].clone()).collect::<Vec<_>>());
    assert_eq!(findings["schema"], "provenance.audit/1");
    assert_eq!(ids(&findings), ids(&json));
    let audit = run(&["audit", sample]);
    assert!(stdout(&audit).contains("does not add up") || stdout(&audit).contains("do not add up"), "{}", stdout(&audit));

    let indicators: serde_json::Value = serde_json::from_slice(&run(&["indicators", sample, "--format", "json"]).stdout).unwrap();
    assert_eq!(indicators, json["indicators"]);
    assert!(stdout(&run(&["indicators", sample])).contains(" of 29"));

    let wide = run(&["table", sample]);
    let mut reader = csv::ReaderBuilder::new().from_reader(wide.stdout.as_slice());
    assert_eq!(reader.headers().unwrap().get(0), Some("region"));
    let regions: Vec<String> = reader.records().map(|row| row.unwrap()[0].to_owned()).collect();
    assert_eq!((regions.len(), regions[0].as_str()), (29, "Hebei"));
    assert!(stdout(&run(&["table", sample, "--format", "table"])).contains("stated by"));
}

#[test]
fn the_audit_is_a_page_and_holds_a_report_against_the_earlier_one() {
    let sample = concat!(env!("CARGO_MANIFEST_DIR"), "/static/samples/digest-2012.txt");
    let later = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/yearbook-2013/report.txt");
    let page = run(&["audit", later, "--earlier", sample, "--format", "html"]);
    assert_eq!((page.status.code(), stderr(&page)), (Some(3), ""));
    assert!(stdout(&page).starts_with("<!doctype html>") && stdout(&page).contains("Against the report for 2012"));
    assert!(stdout(&run(&["audit", later, "--earlier", sample])).contains("against digest-2012.txt"));
    let alone = run(&["audit", sample, "--earlier", later]);
    assert!(stderr(&alone).contains("is no earlier report"), "{}", stderr(&alone));
    assert!(stdout(&run(&["audit", sample, "--truncation", "--format", "json"])).contains("rounded or cut off"));
}

#[test]
fn a_project_file_corrects_what_was_read() {
    let sample = concat!(env!("CARGO_MANIFEST_DIR"), "/static/samples/digest-2012.txt");
    let plain: serde_json::Value = serde_json::from_slice(&run(&["analyze", sample]).stdout).unwrap();
    let figure = &plain["quantities"][0];
    let text = plain["document"]["text"].as_str().unwrap();
    let (start, end) = (figure["start"].as_u64().unwrap() as usize, figure["end"].as_u64().unwrap() as usize);
    let at = serde_json::json!({ "exact": &text[start..end], "prefix": &text[start - 20..start], "suffix": &text[end..end + 20], "start": start });
    let step = |id: u32, at: serde_json::Value| {
        let change = serde_json::json!({ "correct": { "at": at, "fields": [{ "year": 1999 }] } });
        serde_json::json!({ "make": { "id": id, "when": "", "region": "", "change": change } })
    };
    let lost = serde_json::json!({ "exact": "no such words", "start": 0 });
    let project = serde_json::json!({
        "schema": "provenance.project/1", "generator": { "name": "provenance", "version": "0" }, "written": "",
        "report": { "name": "digest.txt", "sha256": "0" },
        "journal": { "steps": [step(0, at), step(1, lost)], "position": 2 },
    });
    let file = std::env::temp_dir().join(format!("provenance-project-{}.json", std::process::id()));
    std::fs::write(&file, project.to_string()).unwrap();
    let corrected = run(&["analyze", sample, "--project", file.to_str().unwrap()]);
    let json: serde_json::Value = serde_json::from_slice(&corrected.stdout).unwrap();
    assert_eq!(
        (&json["quantities"][0]["year"], &json["quantities"][0]["review"]),
        (&serde_json::json!(1999), &serde_json::json!("corrected"))
    );
    assert!(stderr(&corrected).contains("1 of 2 corrections could not be placed"), "{}", stderr(&corrected));
    std::fs::write(&file, "{").unwrap();
    assert_eq!(run(&["analyze", sample, "--project", file.to_str().unwrap()]).status.code(), Some(1));
    std::fs::remove_file(&file).unwrap();
}
