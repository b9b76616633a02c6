//! The audit as a table: one row a check, and in every row what the audit was made of and with.

use super::super::csv::Csv;
use super::super::stamp::{STAMP_HEADS, stamp};
use super::super::tidy::word;
use super::{AuditRun, definition, figures, gap, one_line};
use crate::analysis::{Bounds, Finding, Quantity};
use crate::measured::{PRECISION, RECALL, measured};

const HEADS: [&str; 24] = [
    "id",
    "region",
    "rule",
    "check",
    "verdict",
    "changes_the_story",
    "printed",
    "stated_low",
    "stated_high",
    "implied_low",
    "implied_high",
    "difference",
    "note",
    "calculation",
    "possible_slip",
    "figures",
    "start",
    "end",
    "sentence",
    "earlier_printed",
    "earlier_sentence",
    "definition",
    "answer",
    "answer_note",
];

/// Heads of the columns that say how the audit was made and how well it was measured to work.
const MADE_HEADS: [&str; 4] = ["digits_taken_as", "audited_on", "measured_precision", "measured_recall"];

/// One row for each of the checks that `wanted` admits, the questioned figure's place and sentence included; values are in base units.
pub fn audit_csv(run: &AuditRun, wanted: impl Fn(&Finding) -> bool) -> String {
    let heads: Vec<&str> = HEADS.into_iter().chain(STAMP_HEADS).chain(MADE_HEADS).collect();
    let mut csv = Csv::new(&heads);
    for finding in run.findings().filter(|finding| wanted(finding)) {
        let fields: Vec<String> = fields(run, finding).into_iter().chain(stamp(run.analysis)).chain(made(run)).collect();
        csv.row(&fields);
    }
    csv.finish()
}

fn fields(run: &AuditRun, finding: &Finding) -> [String; 24] {
    let figures = figures(run.analysis, finding);
    let asked = figures.first().copied();
    let printed: Vec<&str> = figures.iter().map(|q| q.text.as_str()).collect();
    let ids: Vec<String> = finding.quantities.iter().map(u32::to_string).collect();
    let place = |of: fn(&Quantity) -> u32| asked.map_or_else(String::new, |q| of(q).to_string());
    let (stated_low, stated_high) = ends(finding.stated);
    let (implied_low, implied_high) = ends(finding.computed);
    let former = run.former(finding);
    let (label, definition) = definition(finding);
    [
        finding.id.to_string(),
        run.region(finding).to_owned(),
        finding.rule.to_string(),
        label.to_owned(),
        finding.verdict.words().to_owned(),
        if finding.changes_story { "yes".to_owned() } else { String::new() },
        printed.join("; "),
        stated_low,
        stated_high,
        implied_low,
        implied_high,
        gap(finding).map_or_else(String::new, |gap| gap.to_string()),
        finding.note.clone(),
        finding.calculation.clone(),
        finding.slip.clone().unwrap_or_default(),
        ids.join(" "),
        place(|q| q.start),
        place(|q| q.end),
        asked.map_or_else(String::new, |q| one_line(q.sentence.of(&run.analysis.document.text))),
        former.map_or_else(String::new, |(_, q)| q.text.clone()),
        former.map_or_else(String::new, |(earlier, q)| one_line(q.sentence.of(&earlier.document.text))),
        definition.to_owned(),
        finding.answer.as_ref().map(|answered| word(&answered.answer)).unwrap_or_default(),
        finding.answer.as_ref().map(|answered| answered.note.clone()).unwrap_or_default(),
    ]
}

fn made(run: &AuditRun) -> [String; 4] {
    let measure = |id: &str| measured().of(id).map_or_else(String::new, |measure| measure.eight.clone());
    [run.settings.digits().to_owned(), run.date.to_owned(), measure(PRECISION), measure(RECALL)]
}

fn ends(bounds: Option<Bounds>) -> (String, String) {
    bounds.map_or_else(Default::default, |b| (b.low.0.normalize().to_string(), b.high.0.normalize().to_string()))
}
