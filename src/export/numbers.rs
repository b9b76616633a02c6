//! The numbers of a chart.

use super::csv::Csv;
use super::stamp::{STAMP_HEADS, stamp};
use crate::analysis::Analysis;
use crate::chart::{NumberCell, Numbers};

/// One row a region; for each number the sentence that it was read from, empty for a computed one. Numbers are written as the chart shows
/// them, without the commas.
pub fn numbers_csv(analysis: &Analysis, numbers: &Numbers) -> String {
    let mut heads: Vec<String> = numbers.head.iter().take(1).cloned().collect();
    for head in numbers.head.iter().skip(1) {
        heads.extend([head.clone(), format!("{head}: sentence")]);
    }
    heads.extend(STAMP_HEADS.map(str::to_owned));
    let stamp = stamp(analysis);
    let mut csv = Csv::new(&heads);
    for row in &numbers.rows {
        let mut fields = vec![row.name.clone()];
        for cell in &row.cells {
            fields.extend([cell.text.replace(',', ""), sentence(analysis, cell)]);
        }
        fields.extend(stamp.iter().cloned());
        csv.row(&fields);
    }
    csv.finish()
}

fn sentence(analysis: &Analysis, cell: &NumberCell) -> String {
    let quantity = cell.quantity.and_then(|id| analysis.quantities.get(id as usize));
    quantity.map_or_else(String::new, |q| q.sentence.of(&analysis.document.text).trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::NumberRow;
    use crate::compare::example;

    #[test]
    fn each_number_has_its_sentence_and_a_computed_one_has_none() {
        let numbers = Numbers {
            head: vec!["Region".to_owned(), "Funds".to_owned(), "Rest".to_owned()],
            rows: vec![NumberRow { name: "Hebei".to_owned(), cells: vec![NumberCell::read("1,117", 0), NumberCell::computed("5")] }],
        };
        let csv = numbers_csv(&example::funds(), &numbers);
        let row = csv.lines().nth(1).unwrap();
        assert!(row.starts_with("Hebei,1117,The text of the report.,5,,report.txt,5ba58ca7cea9,2012,provenance "), "{row}");
    }
}
