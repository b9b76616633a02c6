//! What the core says in Chinese: over the case tables, the fixtures and the reports, no sentence has English outside quotation marks, and
//! nothing but sentences depends on the language.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stderr,
    clippy::needless_for_each,
    reason = "a test fails by panicking"
)]

use provenance::analysis::{Analysis, Origin};
use provenance::analyze::{Options, analyze};
use provenance::audit::{Settings, against_earlier, rules};
use provenance::export::{AuditRun, EarlierRun, audit_html};
use provenance::indicator::{Quotient, UserIndicator};
use provenance::ingest::SourceText;
use provenance::wording::Language;
use std::collections::BTreeSet;
use std::path::Path;

/// Kept outside the project; without it that part is skipped.
const REPORT: &str = "../shared/reports/local-poverty-alleviation-2012.txt";
const SAMPLE: &str = "static/samples/digest-2012.txt";

fn read(text: &str, options: &Options) -> Analysis {
    analyze(&SourceText { name: "case.txt".to_owned(), text: text.to_owned(), ..SourceText::default() }, options, &mut |_| {})
}

fn chinese() -> Options {
    Options { language: Language::Chinese, ..Options::default() }
}

/// Words in quotation marks are the report's own.
fn outside_quotes(words: &str) -> String {
    let mut out = String::new();
    let mut depth = 0_usize;
    for c in words.chars() {
        match c {
            '“' => depth += 1,
            '”' => depth = depth.saturating_sub(1),
            c if depth == 0 => out.push(c),
            _ => {}
        }
    }
    out
}

fn assert_chinese(words: &str) {
    let own = outside_quotes(words);
    assert!(!own.contains(|c: char| c.is_ascii_alphabetic()), "English in Chinese: {words}");
    assert!(!own.contains(['{', '}', ';', '?']) && !own.contains(", ") && !own.contains(". "), "marks of English in Chinese: {words}");
    let characters: Vec<char> = words.chars().collect();
    let wide = |c: char| matches!(c, '\u{3000}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}');
    assert!(!characters.windows(3).any(|w| wide(w[0]) && w[1] == ' ' && wide(w[2])), "a blank within Chinese: {words}");
}

/// Every text that the tests have: the cases of all tables, the fixtures, the sample, the report.
fn texts() -> Vec<String> {
    let mut texts: Vec<String> = vec![std::fs::read_to_string(SAMPLE).unwrap()];
    for table in ["audit", "indicators", "words", "numbers"] {
        let table = std::fs::read_to_string(format!("tests/cases/{table}.toml")).unwrap();
        collect_texts(&table.parse::<toml::Table>().unwrap().into(), &mut texts);
    }
    for folder in std::fs::read_dir("tests/fixtures").unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()) {
        for file in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            texts.extend(std::fs::read_to_string(file).ok());
        }
    }
    if Path::new(REPORT).exists() {
        texts.push(std::fs::read_to_string(REPORT).unwrap());
    } else {
        eprintln!("skipped: {REPORT} is not there");
    }
    texts
}

fn collect_texts(value: &toml::Value, texts: &mut Vec<String>) {
    match value {
        toml::Value::Table(table) => {
            texts.extend(table.get("text").and_then(toml::Value::as_str).map(str::to_owned));
            table.values().for_each(|value| collect_texts(value, texts));
        }
        toml::Value::Array(values) => values.iter().for_each(|value| collect_texts(value, texts)),
        _ => {}
    }
}

/// Empties all sentences of an analysis.
fn without_sentences(mut analysis: Analysis) -> Analysis {
    for finding in &mut analysis.findings {
        finding.note.clear();
        finding.calculation.clear();
        finding.slip = finding.slip.as_ref().map(|_| String::new());
    }
    analysis.cells.iter_mut().for_each(|cell| cell.reason.clear());
    for indicator in &mut analysis.indicators {
        indicator.definition.clear();
        if indicator.origin == Origin::Catalogue {
            indicator.label.clear();
        }
    }
    analysis
}

#[test]
fn every_sentence_is_chinese_and_nothing_else_depends_on_the_language() {
    let mut told = BTreeSet::new();
    for text in texts() {
        let (en, zh) = (read(&text, &Options::default()), read(&text, &chinese()));
        for (finding, english) in zh.findings.iter().zip(&en.findings) {
            assert!(finding.note != english.note && !finding.note.is_empty(), "{}", english.note);
            assert_eq!(finding.calculation.is_empty(), english.calculation.is_empty(), "{}", english.note);
            [&finding.note, &finding.calculation].into_iter().chain(&finding.slip).for_each(|words| assert_chinese(words));
            told.insert(finding.rule.to_string());
        }
        zh.cells.iter().for_each(|cell| assert_chinese(&cell.reason));
        zh.indicators.iter().for_each(|indicator| assert_chinese(&indicator.definition));
        assert_eq!(without_sentences(zh), without_sentences(en));
    }
    let untold: Vec<&str> = rules::RULES.iter().map(|rule| rule.id).filter(|id| !told.contains(*id) && *id != "earlier_report").collect();
    assert!(untold.is_empty(), "no finding of {untold:?} was looked at");
}

#[test]
fn what_the_reader_defines_is_told_in_chinese() {
    let text = std::fs::read_to_string(SAMPLE).unwrap();
    let own = |id: &str, must: &str, must_not: &[&str], topic: Option<&str>| UserIndicator {
        id: id.to_owned(),
        label: "农户".to_owned(),
        unit: provenance::analysis::Unit::Households,
        must: vec![must.to_owned()],
        must_not: must_not.iter().map(|word| (*word).to_owned()).collect(),
        topic: topic.map(str::to_owned),
        quotient: None,
    };
    let quotient = |id: &str, share, numerator: &str, denominator: &str| UserIndicator {
        quotient: Some(Quotient { numerator: numerator.to_owned(), denominator: denominator.to_owned(), share }),
        ..own(id, "", &[], None)
    };
    let user_indicators = vec![
        own("user.1", "households", &["people", "villages"], Some("Relocation")),
        own("user.2", "nothing of the kind", &[], None),
        quotient("user.3", false, "relocation.funds", "relocation.people"),
        quotient("user.4", true, "fund.central", "fund.fiscal"),
        quotient("user.5", true, "fund.central", "user.9"),
    ];
    let analysis = read(&text, &Options { user_indicators, ..chinese() });
    let definition = |id: &str| analysis.indicators.iter().find(|i| i.id == id).map(|i| i.definition.as_str()).unwrap();
    assert_eq!(definition("user.1"), "由读者定义：单位为户、带有词语“households”的数字，不含“people”、“villages”，限于“Relocation”主题。");
    assert_eq!(definition("user.2"), "由读者定义：单位为户、带有词语“nothing of the kind”的数字。本报告没有符合的数字。");
    assert_eq!(definition("user.3"), "由读者推算：移民搬迁资金除以移民搬迁人数，限于两者均给出的地区。");
    assert_eq!(definition("user.4"), "由读者推算：中央财政资金占财政扶贫资金的比例，限于两者均给出的地区。");
    assert_eq!(definition("user.5"), "由读者推算：中央财政资金占“user.9”（本报告未给出）的比例，限于两者均给出的地区。");
    let computed: Vec<_> = analysis.cells.iter().filter(|cell| cell.divided_by.is_some()).collect();
    assert!(!computed.is_empty());
    computed.iter().for_each(|cell| assert_chinese(&cell.reason));
}

/// A later edition of the sample, made by moving its years on: every growth is held against the values it grew from.
#[test]
fn the_page_of_the_audit_follows_the_language() {
    let text = std::fs::read_to_string(SAMPLE).unwrap();
    let later = text.replace("2012", "2013").replace("2011", "2012");
    let (earlier, current) = (read(&text, &chinese()), read(&later, &chinese()));
    let findings = against_earlier(&current, &earlier, Settings::default(), Language::Chinese, 1000);
    assert!(!findings.is_empty());
    findings.iter().flat_map(|f| [&f.note, &f.calculation]).for_each(|words| assert_chinese(words));
    let run = AuditRun {
        analysis: &current,
        settings: Settings::default(),
        date: "2026-11-24",
        earlier: Some(EarlierRun { analysis: &earlier, findings: &findings }),
        language: Language::Chinese,
    };
    let page = audit_html(&run, "一份报告");
    assert!(page.contains("<html lang=\"zh-Hans\">"));
    let english = visible(&page);
    assert!(english.is_empty(), "English on the Chinese page: {english:?}");
}

/// Runs of three Latin words and more outside style, quotations of the report and the facts of the file.
fn visible(page: &str) -> Vec<String> {
    let mut rest = page.split_once("</style>").unwrap().1.to_owned();
    for (open, close) in [("<blockquote", "</blockquote>"), ("<dl class=\"facts\"", "</dl>")] {
        while let Some(at) = rest.find(open) {
            let end = at + rest[at..].find(close).unwrap() + close.len();
            rest.replace_range(at..end, "");
        }
    }
    let mut words = String::new();
    let mut in_tag = false;
    for c in rest.chars() {
        match c {
            '<' => in_tag = true,
            '>' => (in_tag, words) = (false, words + "\n"),
            c if !in_tag => words.push(c),
            _ => {}
        }
    }
    let latin = |line: &&str| {
        outside_quotes(line).split(|c: char| !c.is_ascii_alphabetic() && c != ' ').any(|run| run.split_whitespace().count() >= 3)
    };
    words.lines().filter(latin).map(str::to_owned).collect()
}
