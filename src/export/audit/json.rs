//! The audit as data: schema `provenance.audit/1`.

use super::{AuditRun, definition, figures, gap, sentences};
use crate::analysis::{Analysis, Finding, Generator, Number, Tally};
use crate::audit::rules;
use crate::measured::{Measured, measured};
use serde::Serialize;

/// The name and number of the schema; a renamed field would raise the number.
const SCHEMA: &str = "provenance.audit/1";

#[derive(Serialize)]
struct File<'a> {
    schema: &'static str,
    program: &'a Generator,
    date: &'a str,
    report: Source<'a>,
    settings: Digits,
    counts: Counts,
    findings: Vec<Told<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    earlier: Option<Earlier<'a>>,
    cannot_see: Vec<Spot>,
    measured: &'static Measured,
}

#[derive(Serialize)]
struct Source<'a> {
    name: &'a str,
    sha256: &'a str,
    bytes: u64,
    year: Option<i32>,
}

#[derive(Serialize)]
struct Digits {
    digits: &'static str,
    how: &'static str,
}

#[derive(Serialize)]
struct Counts {
    all: Tally,
    by_rule: Vec<ByRule>,
}

#[derive(Serialize)]
struct ByRule {
    rule: &'static str,
    label: &'static str,
    definition: &'static str,
    #[serde(flatten)]
    tally: Tally,
}

#[derive(Serialize)]
struct Told<'a> {
    #[serde(flatten)]
    finding: &'a Finding,
    region: &'a str,
    label: &'static str,
    printed: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    difference: Option<Number>,
    sentences: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    former: Option<Former<'a>>,
}

#[derive(Serialize)]
struct Former<'a> {
    printed: &'a str,
    sentence: &'a str,
}

#[derive(Serialize)]
struct Earlier<'a> {
    report: Source<'a>,
    findings: Vec<Told<'a>>,
}

#[derive(Serialize)]
struct Spot {
    title: &'static str,
    text: &'static str,
}

/// The audit, indented.
///
/// # Errors
/// None that plain data can cause; the type is the serialiser's.
pub fn audit_json(run: &AuditRun) -> serde_json::Result<String> {
    let by_rule =
        run.by_rule().into_iter().map(|(rule, tally)| ByRule { rule: rule.id, label: rule.label, definition: rule.definition, tally });
    let file = File {
        schema: SCHEMA,
        program: &run.analysis.generator,
        date: run.date,
        report: source(run.analysis),
        settings: Digits { digits: run.settings.digits(), how: rules::how(run.settings, crate::wording::Language::English) },
        counts: Counts { all: Tally::of(run.findings()), by_rule: by_rule.collect() },
        findings: run.analysis.findings.iter().map(|finding| told(run, finding)).collect(),
        earlier: run.earlier.map(|earlier| Earlier {
            report: source(earlier.analysis),
            findings: earlier.findings.iter().map(|finding| told(run, finding)).collect(),
        }),
        cannot_see: rules::BLIND_SPOTS.iter().map(|(title, text)| Spot { title, text }).collect(),
        measured: measured(),
    };
    serde_json::to_string_pretty(&file)
}

fn source(analysis: &Analysis) -> Source<'_> {
    let document = &analysis.document;
    Source { name: &document.name, sha256: &document.sha256, bytes: document.bytes, year: document.year }
}

fn told<'a>(run: &AuditRun<'a>, finding: &'a Finding) -> Told<'a> {
    let figures = figures(run.analysis, finding);
    let text = &run.analysis.document.text;
    Told {
        finding,
        region: run.region(finding),
        label: definition(finding).0,
        printed: figures.iter().map(|q| q.text.as_str()).collect(),
        difference: gap(finding).map(Number),
        sentences: sentences(&figures).into_iter().map(|span| span.of(text).trim()).collect(),
        former: run.former(finding).map(|(earlier, q)| Former { printed: &q.text, sentence: q.sentence.of(&earlier.document.text).trim() }),
    }
}
