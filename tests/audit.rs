//! The audit against case tables, the reports in `tests/fixtures`, and the command line.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test fails by panicking and prints what it measured"
)]

use provenance::analysis::{Analysis, Answer, Answered, Finding, Verdict};
use provenance::analyze::{Options, analyze};
use provenance::audit::{Settings, against_earlier, is_earlier, rules};
use provenance::export::{AuditRun, EarlierRun, audit_csv, audit_html, audit_json};
use provenance::ingest::SourceText;
use provenance::measured::{PRECISION, measured};
use provenance::wording::Language;
use rust_decimal::Decimal;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

/// The year of the reports that the cases are taken to be from.
const YEAR: i32 = 2020;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cases {
    case: Vec<Case>,
    silent: Vec<Silent>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    why: String,
    text: String,
    rule: String,
    verdict: Verdict,
    figures: Vec<String>,
    /// Lowest and highest value that the other figures imply.
    implied: Option<(i64, i64)>,
    /// Words of the possible slip.
    slip: Option<String>,
    #[serde(default)]
    story: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Silent {
    why: String,
    text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Misprints {
    case: Vec<Misprint>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Misprint {
    /// With one figure printed right and wrong: "{right|wrong}".
    text: String,
    rule: String,
}

impl Misprint {
    /// The text as it should be, as it is misprinted, and the misprinted figure.
    fn printed(&self) -> (String, String, &str) {
        let (before, rest) = self.text.split_once('{').unwrap();
        let (both, behind) = rest.split_once('}').unwrap();
        let (right, wrong) = both.split_once('|').unwrap();
        (format!("{before}{right}{behind}"), format!("{before}{wrong}{behind}"), wrong)
    }
}

fn read(text: &str, options: &Options) -> Analysis {
    analyze(&SourceText { name: "case.txt".to_owned(), text: text.to_owned(), ..SourceText::default() }, options, &mut |_| {})
}

fn options() -> Options {
    Options { year: Some(YEAR), ..Options::default() }
}

fn figures(analysis: &Analysis, finding: &Finding) -> Vec<String> {
    finding.quantities.iter().map(|id| analysis.quantities[*id as usize].text.clone()).collect()
}

fn told(analysis: &Analysis) -> String {
    let line =
        |f: &Finding| format!("  {} {:?} {:?}: {} ({}) {:?}", f.rule, f.verdict, figures(analysis, f), f.note, f.calculation, f.slip);
    analysis.findings.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn cases() -> Cases {
    toml::from_str(include_str!("cases/audit.toml")).unwrap()
}

#[test]
fn each_case_gives_its_finding() {
    let mut missed = Vec::new();
    for case in cases().case {
        let analysis = read(&case.text, &options());
        let found =
            analysis.findings.iter().find(|f| f.rule == case.rule && f.verdict == case.verdict && figures(&analysis, f) == case.figures);
        let implied = |f: &Finding| {
            case.implied.is_none_or(|(low, high)| {
                f.computed.is_some_and(|c| c.low.0.round() == Decimal::from(low) && c.high.0.round() == Decimal::from(high))
            })
        };
        let slip = |f: &Finding| case.slip.as_ref().is_none_or(|words| f.slip.as_ref().is_some_and(|s| s.contains(words)));
        if !found.is_some_and(|f| implied(f) && slip(f) && f.changes_story == case.story) {
            missed.push(format!("{}: {}\n{}", case.why, case.text, told(&analysis)));
        }
    }
    assert!(missed.is_empty(), "{} cases:\n{}", missed.len(), missed.join("\n\n"));
}

#[test]
fn a_misprint_is_found_and_the_right_figure_is_not_questioned() {
    let cases: Misprints = toml::from_str(include_str!("cases/misprints.toml")).unwrap();
    let mut missed = Vec::new();
    for case in &cases.case {
        let (right, wrong, figure) = case.printed();
        let (right, wrong) = (read(&right, &options()), read(&wrong, &options()));
        let number = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        let found = wrong.findings.iter().any(|f| {
            f.verdict == Verdict::Inconsistent && f.rule == case.rule && figures(&wrong, f).iter().any(|q| number(q) == number(figure))
        });
        let accused = right.findings.iter().any(|f| f.verdict == Verdict::Inconsistent);
        if !found || accused {
            missed.push(format!("{}\n{}\n{}", case.text, told(&right), told(&wrong)));
        }
    }
    assert!(missed.is_empty(), "{} cases:\n{}", missed.len(), missed.join("\n\n"));
}

#[test]
fn a_case_that_adds_up_has_no_disagreement_besides() {
    for case in cases().case.iter().filter(|c| c.verdict != Verdict::Inconsistent) {
        let analysis = read(&case.text, &options());
        assert!(analysis.findings.iter().all(|f| f.verdict != Verdict::Inconsistent), "{}: {}\n{}", case.why, case.text, told(&analysis));
    }
}

#[test]
fn silence_on_text_that_adds_up() {
    for case in cases().silent {
        let analysis = read(&case.text, &options());
        assert!(analysis.findings.iter().all(|f| f.verdict != Verdict::Inconsistent), "{}: {}\n{}", case.why, case.text, told(&analysis));
    }
}

#[test]
fn every_finding_is_told_in_full_and_without_blame() {
    for case in cases().case {
        let analysis = read(&case.text, &options());
        for finding in &analysis.findings {
            assert!(rules::rule(&finding.rule).is_some(), "{} is no rule", finding.rule);
            assert!(finding.note.ends_with('.') && !finding.quantities.is_empty(), "{finding:?}");
            let lower = finding.note.to_lowercase();
            assert!(!lower.contains("error") && !lower.contains("wrong"), "{}", finding.note);
        }
    }
}

fn notes(text: &str) -> Vec<(String, String)> {
    read(text, &options()).findings.into_iter().map(|f| (f.rule.into_owned(), f.note)).collect()
}

#[test]
fn what_a_share_lacks_is_said_the_amount_or_the_whole() {
    let amount = [
        "The clinic has 4,300 nurses, 71% of them women.",
        "Of the 4,300 nurses, 71 per cent work at night.",
        "The port spent 3.51 million euros, of which 82% went on dredging, 11% on cranes.",
        "Attendances numbered 81,500; 76.2% were seen within four hours.",
        "The police carried out 61,800 breath tests, with 2.6 per cent positive.",
        "Officers performed 22,100 breath tests (1.9 per cent positive).",
    ];
    for text in amount {
        let told = notes(text);
        assert!(
            !told.is_empty() && told.iter().all(|(_, note)| note == "The amount that this share stands for is not stated."),
            "{told:?}"
        );
    }
    for text in ["The herd has 3,240 sheep, or 59 per cent of the herd of the country.", "They mended 2,400 nets, 88% of those found."] {
        assert!(notes(text).iter().all(|(_, note)| note.starts_with("The whole that")), "{text}");
    }
}

#[test]
fn a_percentage_of_a_few_things_is_compared_once() {
    let rules: Vec<String> = notes("23 boats were mended, 18% of the 128 in the harbour.").into_iter().map(|(rule, _)| rule).collect();
    assert_eq!(rules, ["part", "share"]);
    let alone = notes("By spring 24% of the 150 boats were mended.");
    assert!(alone.contains(&("whole_number".to_owned(), "36 of 150 boats would make this percentage.".to_owned())), "{alone:?}");
}

#[test]
fn a_quotient_has_the_sign_that_it_has() {
    let calculation = |text: &str| read(text, &options()).findings.into_iter().find(|f| f.rule == "growth").unwrap().calculation;
    assert_eq!(calculation("Landings rose from 903 to 1.012, an increase of 12.1 percent."), "1.012 / 903 \u{2212} 1 = \u{2212}99.89%");
    assert_eq!(calculation("Landings fell from 812 to 745, a decrease of 9.9 percent."), "745 / 812 \u{2212} 1 = \u{2212}8.25%");
    assert_eq!(calculation("Landings rose from 640 to 672, an increase of 5 percent."), "672 / 640 \u{2212} 1 = 5%");
}

#[test]
fn cut_off_digits_are_a_setting() {
    let text = "The office spent 150 million yuan, of which 100 million yuan was for roads, accounting for 66.6% of the total.";
    let verdict = |truncation| {
        let analysis = read(text, &Options { audit: Settings { truncation }, ..options() });
        analysis.findings.iter().find(|f| f.rule == "share").unwrap().verdict
    };
    assert_eq!(verdict(false), Verdict::Rounding);
    let text = "The office trained 301 people, of whom 201 were women, accounting for 66.7% of the total.";
    let verdict = |truncation| {
        let analysis = read(text, &Options { audit: Settings { truncation }, ..options() });
        analysis.findings.iter().find(|f| f.rule == "share").unwrap().verdict
    };
    assert_eq!((verdict(false), verdict(true)), (Verdict::Inconsistent, Verdict::Rounding));
}

/// What a fixture's `expected.toml` says about relations.
#[derive(Deserialize)]
struct Fixture {
    #[serde(default)]
    holds: Vec<Relation>,
    #[serde(default)]
    disagrees: Vec<Relation>,
}

#[derive(Deserialize)]
struct Relation {
    section: String,
    #[serde(default)]
    quotes: Vec<String>,
    quote: Option<String>,
    indicator: Option<String>,
}

fn fixture(name: &str) -> (Analysis, Fixture) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name);
    let text = std::fs::read_to_string(folder.join("report.txt")).unwrap();
    let expected = toml::from_str(&std::fs::read_to_string(folder.join("expected.toml")).unwrap()).unwrap();
    (read(&text, &Options::default()), expected)
}

/// Whether a finding has at least two figures in the quotes of a relation.
fn is_about(analysis: &Analysis, finding: &Finding, relation: &Relation) -> bool {
    let section = &analysis.sections[finding.section as usize];
    let named = section.region.code.as_deref() == Some(&relation.section)
        || section.region.name == relation.section
        || relation.section.contains(&section.region.name);
    let text = analysis.document.text.get(section.start as usize..section.end as usize).unwrap();
    let spans: Vec<(u32, u32)> = relation
        .quotes
        .iter()
        .filter_map(|q| text.find(q.as_str()).map(|at| (section.start + at as u32, section.start + (at + q.len()) as u32)))
        .collect();
    let inside = |id: &&u32| spans.iter().any(|(from, to)| (*from..*to).contains(&analysis.quantities[**id as usize].start));
    named && finding.quantities.iter().filter(inside).count() >= 2
}

#[test]
fn what_was_planted_in_the_fixtures_is_found_and_nothing_else() {
    for name in ["health-by-country", "agriculture-by-indian-state", "schools-by-district"] {
        let (analysis, expected) = fixture(name);
        let disagreeing: Vec<&Finding> = analysis.findings.iter().filter(|f| f.verdict == Verdict::Inconsistent).collect();
        for relation in &expected.disagrees {
            assert!(
                disagreeing.iter().any(|f| is_about(&analysis, f, relation)),
                "{name} {}: {:?}\n{}",
                relation.section,
                relation.quotes,
                told(&analysis)
            );
        }
        for finding in &disagreeing {
            assert!(
                expected.disagrees.iter().any(|r| is_about(&analysis, finding, r)),
                "{name}: {} {:?}",
                finding.note,
                figures(&analysis, finding)
            );
        }
        let agreeing = expected
            .holds
            .iter()
            .filter(|r| analysis.findings.iter().any(|f| f.verdict == Verdict::Consistent && is_about(&analysis, f, r)))
            .count();
        println!("{name}: {agreeing} of {} planted agreements found", expected.holds.len());
        assert!(agreeing * 10 >= expected.holds.len() * 7, "{name}: {agreeing} of {}\n{}", expected.holds.len(), told(&analysis));
    }
}

#[test]
fn a_later_report_is_held_against_the_earlier_one() {
    let sample = include_str!("../static/samples/digest-2012.txt");
    let earlier = read(sample, &Options { year: Some(2012), ..Options::default() });
    let (_, expected) = fixture("yearbook-2013");
    let text = include_str!("fixtures/yearbook-2013/report.txt");
    let current = read(text, &Options { year: Some(2013), ..Options::default() });
    let findings = against_earlier(&current, &earlier, Settings::default(), Language::English, 0);
    let about = |f: &Finding, r: &Relation| {
        let section = &current.sections[f.section as usize];
        let quote = r.quote.as_deref().unwrap();
        let at = text.find(quote).unwrap() as u32;
        section.region.code.as_deref() == Some(&r.section)
            && f.quantities.iter().any(|id| (at..at + quote.len() as u32).contains(&current.quantities[*id as usize].start))
    };
    let tell = || findings.iter().map(|f| format!("{:?} {:?} {}", f.verdict, figures(&current, f), f.note)).collect::<Vec<_>>().join("\n");
    for relation in &expected.disagrees {
        assert!(
            findings.iter().any(|f| f.verdict == Verdict::Inconsistent && about(f, relation)),
            "{:?} {:?}\n{}",
            relation.indicator,
            relation.quote,
            tell()
        );
    }
    for finding in findings.iter().filter(|f| f.verdict == Verdict::Inconsistent) {
        assert!(expected.disagrees.iter().any(|r| about(finding, r)), "{}\n{}", finding.note, tell());
    }
    let mut verdicts: BTreeMap<Verdict, usize> = BTreeMap::new();
    for finding in &findings {
        *verdicts.entry(finding.verdict).or_default() += 1;
    }
    assert!(verdicts.get(&Verdict::Consistent).copied().unwrap_or(0) >= 5, "{}", tell());
}

#[test]
fn the_exit_status_says_whether_something_disagrees() {
    let run = |name: &str, text: &str| {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        std::fs::write(&path, text).unwrap();
        let out = Command::new(env!("CARGO_BIN_EXE_provenance")).args(["audit", "--format", "csv"]).arg(&path).output().unwrap();
        (out.status.code(), String::from_utf8(out.stdout).unwrap())
    };
    let (status, csv) =
        run("agrees.txt", "The office spent 70 million yuan, of which 40 million yuan was for roads and 30 million yuan was for wells.");
    assert_eq!(status, Some(0), "{csv}");
    assert!(csv.contains("adds up"), "{csv}");
    let (status, csv) =
        run("disagrees.txt", "The office spent 74 million yuan, of which 40 million yuan was for roads and 30 million yuan was for wells.");
    assert_eq!(status, Some(3), "{csv}");
    assert!(csv.contains("does not add up"), "{csv}");
}

#[test]
fn the_files_of_an_audit_say_what_it_was_made_of_and_with() {
    let text = "The office spent 74 million yuan, of which 40 million yuan was for <roads> and 30 million yuan was for wells.";
    let settings = Settings { truncation: true };
    let analysis = read(text, &Options { audit: settings, ..options() });
    let run = AuditRun { analysis: &analysis, settings, date: "2026-11-24", earlier: None, language: Language::English };
    let (csv, json, html) = (audit_csv(&run, |_| true), audit_json(&run).unwrap(), audit_html(&run, "A report & its <title>"));
    let precision = &measured().of(PRECISION).unwrap().eight;
    for file in [&csv, &json, &html] {
        let version = env!("CARGO_PKG_VERSION");
        for part in ["case.txt", version, "2026-11-24", "rounded or cut off", "40 million yuan", rules::SUM.definition, precision.as_str()]
        {
            assert!(file.contains(part), "{part} is missing in\n{file}");
        }
    }
    let data: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(data["counts"]["all"]["inconsistent"], 1);
    assert_eq!(data["counts"]["by_rule"][0]["rule"], "sum");
    let finding = &data["findings"][0];
    assert_eq!((finding["verdict"].as_str(), finding["sentences"][0].as_str()), (Some("inconsistent"), Some(text)));
    assert_eq!(finding["difference"], 1_500_000, "73.5 to 75 million is printed, 69 to 72 implied, digits cut off or not");
    assert!(data["cannot_see"].as_array().is_some_and(|spots| spots.len() == rules::BLIND_SPOTS.len()));
    assert!(html.contains("<mark>74 million yuan</mark>, of which <mark>40 million yuan</mark> was for &lt;roads&gt;"), "{html}");
    assert!(html.contains("prefers-color-scheme:dark") && html.contains("@media print"));
    for outside in ["<script", "src=", "http", "<link", "url("] {
        assert!(!html.contains(outside), "{outside}");
    }
    assert!(rules::BLIND_SPOTS.iter().all(|(title, _)| html.contains(title)));
}

#[test]
fn the_page_of_an_audit_has_the_answers_of_the_reader() {
    let text = "The office spent 74 million yuan, of which 40 million yuan was for roads and 30 million yuan was for wells.";
    let mut analysis = read(text, &options());
    let mut page = |answer: Answer| {
        analysis.findings[0].answer = Some(Answered { answer, note: "The <rest> was saved".to_owned() });
        let run =
            AuditRun { analysis: &analysis, settings: Settings::default(), date: "2026-11-24", earlier: None, language: Language::English };
        audit_html(&run, "A report")
    };
    let explained = page(Answer::Explained);
    assert!(explained.contains("The reader says: known and explained: The &lt;rest&gt; was saved"), "{explained}");
    assert!(explained.contains("<h2>Does not add up (1)</h2>"));
    let misread = page(Answer::Misread);
    assert!(misread.contains("<h2>Misread, says the reader (1)</h2>") && !misread.contains("<h2>Does not add up"), "{misread}");
}

#[test]
fn a_finding_against_the_earlier_report_leads_to_both_sentences() {
    let with_uganda = |kenya: &str| format!("Poverty in Kenya\n\nOverview\n{kenya}\n\nPoverty in Uganda\n\nOverview\nMuch was done.");
    let earlier = read(&with_uganda("In 2019 the fiscal anti-poverty funds reached 50.0 million yuan."), &Options::default());
    let current = "In 2020 the fiscal anti-poverty funds reached 60.0 million yuan, up 30.0% over 2019.";
    let current = read(&with_uganda(current), &options());
    assert!(is_earlier(&earlier, &current) && !is_earlier(&current, &earlier));
    let findings = against_earlier(&current, &earlier, Settings::default(), Language::English, 7);
    let [finding] = findings.as_slice() else { panic!("{findings:?}") };
    assert_eq!((finding.id, finding.verdict), (7, Verdict::Inconsistent));
    let run = EarlierRun { analysis: &earlier, findings: &findings };
    let run =
        AuditRun { analysis: &current, settings: Settings::default(), date: "2026-11-24", earlier: Some(run), language: Language::English };
    let html = audit_html(&run, "Kenya");
    assert!(html.contains("<h2>Against the report for 2019 (1)</h2>"), "{html}");
    assert!(html.contains("<mark>30.0%</mark>") && html.contains("<mark>50.0 million yuan</mark>"), "{html}");
    assert!(audit_csv(&run, |f| f.id == 7).contains("reached 50.0 million yuan."));
    let data: serde_json::Value = serde_json::from_str(&audit_json(&run).unwrap()).unwrap();
    assert_eq!(data["earlier"]["findings"][0]["former"]["printed"], "50.0 million yuan");
}
