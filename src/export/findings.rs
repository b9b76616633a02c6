//! The audit as a table: one row a check.

use super::csv::Csv;
use super::stamp::{STAMP_HEADS, stamp};
use crate::analysis::{Analysis, Bounds, Finding, Quantity, Verdict};
use crate::audit::rules;

const HEADS: [&str; 20] = [
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
    "note",
    "calculation",
    "possible_slip",
    "figures",
    "start",
    "end",
    "sentence",
    "answer",
    "answer_note",
];

/// One row for each of the checks by id, the questioned figure's place and sentence included.
pub fn findings_csv(analysis: &Analysis, ids: impl IntoIterator<Item = u32>) -> String {
    let heads: Vec<&str> = HEADS.into_iter().chain(STAMP_HEADS).collect();
    let mut csv = Csv::new(&heads);
    for finding in ids.into_iter().filter_map(|id| analysis.findings.get(id as usize)) {
        let fields: Vec<String> = fields(analysis, finding).into_iter().chain(stamp(analysis)).collect();
        csv.row(&fields);
    }
    csv.finish()
}

fn fields(analysis: &Analysis, finding: &Finding) -> [String; 20] {
    let asked = finding.quantities.first().and_then(|id| analysis.quantities.get(*id as usize));
    let printed: Vec<&str> =
        finding.quantities.iter().filter_map(|id| analysis.quantities.get(*id as usize)).map(|q| q.text.as_str()).collect();
    let ids: Vec<String> = finding.quantities.iter().map(u32::to_string).collect();
    let place = |of: fn(&Quantity) -> u32| asked.map_or_else(String::new, |q| of(q).to_string());
    let (stated_low, stated_high) = ends(finding.stated);
    let (implied_low, implied_high) = ends(finding.computed);
    [
        finding.id.to_string(),
        analysis.sections.get(finding.section as usize).map_or_else(String::new, |s| s.region.name.clone()),
        finding.rule.to_string(),
        rules::rule(&finding.rule).map_or_else(String::new, |r| r.label.to_owned()),
        verdict(finding.verdict).to_owned(),
        if finding.changes_story { "yes".to_owned() } else { String::new() },
        printed.join("; "),
        stated_low,
        stated_high,
        implied_low,
        implied_high,
        finding.note.clone(),
        finding.calculation.clone(),
        finding.slip.clone().unwrap_or_default(),
        ids.join(" "),
        place(|q| q.start),
        place(|q| q.end),
        asked.map_or_else(String::new, |q| q.sentence.of(&analysis.document.text).split_whitespace().collect::<Vec<_>>().join(" ")),
        finding.answer.as_ref().map(|answered| super::tidy::word(&answered.answer)).unwrap_or_default(),
        finding.answer.as_ref().map(|answered| answered.note.clone()).unwrap_or_default(),
    ]
}

fn ends(bounds: Option<Bounds>) -> (String, String) {
    bounds.map_or_else(Default::default, |b| (b.low.0.normalize().to_string(), b.high.0.normalize().to_string()))
}

/// A verdict in words.
fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Consistent => "adds up",
        Verdict::Rounding => "adds up only within rounding",
        Verdict::Inconsistent => "does not add up",
        Verdict::Unchecked => "cannot be checked",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyze::{Options, analyze};
    use crate::ingest::SourceText;

    #[test]
    fn a_check_has_its_figures_and_its_sentence_in_one_row() {
        let text = "The office spent 50 million yuan, of which 30 million yuan was for roads and 15 million yuan was for wells.";
        let source = SourceText { name: "a.txt".into(), text: text.into(), ..SourceText::default() };
        let analysis = analyze(&source, &Options::default(), &mut |_| {});
        let csv = findings_csv(&analysis, 0..1);
        let row = csv.lines().nth(1).unwrap();
        assert!(row.contains("does not add up"), "{row}");
        assert!(row.contains("50 million yuan; 30 million yuan; 15 million yuan"), "{row}");
        assert!(row.contains(text), "{row}");
    }
}
