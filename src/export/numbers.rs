//! The numbers of a chart.

use super::csv::Csv;
use super::stamp::{STAMP_HEADS, stamp};
use super::tidy::gravest;
use crate::analysis::Analysis;
use crate::chart::{NumberCell, Numbers};

/// One row a region; for each number the sentence that it was read from, and the gravest verdict of the checks that question it, both empty for a
/// computed one. Numbers are written as the chart shows
/// them, without the commas. Of several reports, each has its own columns of the stamp, with its number in their heads.
pub fn numbers_csv(analyses: &[&Analysis], numbers: &Numbers) -> String {
    let mut heads: Vec<String> = numbers.head.iter().take(1).cloned().collect();
    for head in numbers.head.iter().skip(1) {
        heads.extend([head.clone(), format!("{head}: sentence"), format!("{head}: finding")]);
    }
    let mut stamps = Vec::new();
    for (index, analysis) in analyses.iter().enumerate() {
        let number = if analyses.len() > 1 { format!("_{}", index + 1) } else { String::new() };
        heads.extend(STAMP_HEADS.map(|head| format!("{head}{number}")));
        stamps.extend(stamp(analysis));
    }
    let mut csv = Csv::new(&heads);
    for row in &numbers.rows {
        let mut fields = vec![row.name.clone()];
        for cell in &row.cells {
            let (sentence, finding) = source(analyses, cell).unwrap_or_default();
            fields.extend([cell.text.replace(',', ""), sentence, finding]);
        }
        fields.extend(stamps.iter().cloned());
        csv.row(&fields);
    }
    csv.finish()
}

/// The sentence of a cell's figure, and what the checks say of it.
fn source(reports: &[&Analysis], cell: &NumberCell) -> Option<(String, String)> {
    let analysis = reports.get(cell.report)?;
    let figure = analysis.quantities.get(cell.quantity? as usize)?;
    Some((figure.sentence.of(&analysis.document.text).trim().to_owned(), gravest(analysis, figure.id)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::NumberRow;
    use crate::compare::example;

    #[test]
    fn each_number_has_its_sentence_and_verdict_and_a_computed_one_has_none() {
        let numbers = Numbers {
            head: vec!["Region".to_owned(), "Funds".to_owned(), "Rest".to_owned()],
            rows: vec![NumberRow { name: "Hebei".to_owned(), cells: vec![NumberCell::read("1,117", 0), NumberCell::computed("5")] }],
        };
        let mut funds = example::funds();
        let row = |funds: &Analysis| numbers_csv(&[funds], &numbers).lines().nth(1).map(str::to_owned).unwrap();
        let trusted = row(&funds);
        assert!(trusted.starts_with("Hebei,1117,The text of the report.,,5,,,report.txt,5ba58ca7cea9,2012,provenance "), "{trusted}");
        let finding = r#"{"id": 0, "section": 0, "rule": "sum", "verdict": "inconsistent", "quantities": [0], "note": ""}"#;
        funds.findings.push(serde_json::from_str(finding).unwrap());
        let refuted = row(&funds);
        assert!(refuted.starts_with("Hebei,1117,The text of the report.,inconsistent,5,,,report.txt,"), "{refuted}");
    }

    #[test]
    fn of_two_reports_each_number_has_its_own_sentence_and_each_report_its_stamp() {
        let (mut earlier, later) = (example::funds(), example::funds());
        earlier.document.text = earlier.document.text.replace("The text", "An older text");
        earlier.document.year = Some(2011);
        earlier.quantities[0].sentence = crate::text::Span::new(0, earlier.document.text.len());
        let cells = vec![NumberCell::read("1,000", 0), NumberCell::read("1,117", 0).in_report(1)];
        let rows = vec![NumberRow { name: "Hebei".to_owned(), cells }];
        let csv = numbers_csv(&[&earlier, &later], &Numbers { head: ["Region", "2011", "2012"].map(str::to_owned).to_vec(), rows });
        let (head, row) = csv.lines().next().zip(csv.lines().nth(1)).unwrap();
        assert!(head.contains("report_1,report_sha256_1,report_year_1,tool_1,report_2,"), "{head}");
        assert!(row.starts_with("Hebei,1000,An older text"), "{row}");
        assert!(
            row.contains(",1117,The text of the report.,,report.txt,") && row.contains(",2011,provenance ") && row.contains(",2012,"),
            "{row}"
        );
    }
}
