//! A part of the report's text, cut into plain words and figures, so that each figure can be marked.

use crate::analysis::Quantity;
use crate::app::report::Report;
use crate::text::Span;

/// Plain words or one figure.
#[derive(Debug, Clone, PartialEq)]
pub enum Piece<'a> {
    /// Words between figures, exactly as in the text.
    Plain(&'a str),
    /// A printed figure.
    Figure(&'a Quantity, &'a str),
}

/// Cuts `span`. The pieces put together are the text of the span; a figure that overlaps an earlier one stays plain.
pub fn pieces(report: &Report, span: Span) -> Vec<Piece<'_>> {
    let quantities = &report.analysis.quantities;
    let first = quantities.partition_point(|quantity| quantity.start < span.start);
    let mut out = Vec::new();
    let mut at = span.start;
    for quantity in quantities.iter().skip(first).take_while(|quantity| quantity.start < span.end) {
        if quantity.start < at || quantity.end > span.end || quantity.end <= quantity.start {
            continue;
        }
        plain(report, Span { start: at, end: quantity.start }, &mut out);
        out.push(Piece::Figure(quantity, report.text(quantity.span())));
        at = quantity.end;
    }
    plain(report, Span { start: at, end: span.end }, &mut out);
    out
}

fn plain<'a>(report: &'a Report, span: Span, out: &mut Vec<Piece<'a>>) {
    let words = report.text(span);
    if !words.is_empty() {
        out.push(Piece::Plain(words));
    }
}

/// The lines of a span that hold more than white space, without their line ends and outer blanks.
pub fn paragraphs(report: &Report, span: Span) -> Vec<Span> {
    let mut out = Vec::new();
    let mut start = span.start as usize;
    for line in report.text(span).split_inclusive('\n') {
        let lead = line.len() - line.trim_start().len();
        let words = line.trim();
        if !words.is_empty() {
            out.push(Span::new(start + lead, start + lead + words.len()));
        }
        start += line.len();
    }
    out
}

/// The marks that close a heading on its line: the colon of "Western Province:", the stop and asterisks of "**Finance.**".
const CLOSING_MARKS: [char; 8] = [':', '：', '】', '.', '*', '_', '#', ' '];

/// What stands behind a heading, without the marks that close it.
pub fn behind_heading(report: &Report, span: Span) -> Span {
    let rest = report.text(span).trim_start_matches(CLOSING_MARKS);
    Span { start: span.end - rest.len() as u32, end: span.end }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::report::tests::liaoning;

    #[test]
    fn pieces_put_together_are_the_text() {
        let report = liaoning();
        let span = Span::new(0, report.analysis.document.text.len());
        let cut = pieces(&report, span);
        let joined: String = cut
            .iter()
            .map(|piece| match piece {
                Piece::Plain(words) | Piece::Figure(_, words) => *words,
            })
            .collect();
        assert_eq!(joined, report.analysis.document.text);
        let figures: Vec<&str> =
            cut.iter().filter_map(|piece| if let Piece::Figure(_, words) = piece { Some(*words) } else { None }).collect();
        assert_eq!(figures, ["573.80 million yuan", "40.69 million yuan", "252.3 million yuan", "20 million yuan"]);
    }

    #[test]
    fn a_figure_across_the_border_stays_plain() {
        let report = liaoning();
        let figure = report.quantity(0).unwrap();
        let cut = pieces(&report, Span { start: figure.start + 2, end: figure.end + 3 });
        assert!(matches!(cut.as_slice(), [Piece::Plain(_)]), "{cut:?}");
    }

    #[test]
    fn paragraphs_are_lines_with_words() {
        let report = liaoning();
        let all = paragraphs(&report, Span::new(0, report.analysis.document.text.len()));
        let texts: Vec<&str> = all.iter().map(|span| report.text(*span)).collect();
        assert_eq!(texts.len(), 3);
        assert_eq!(texts.first(), Some(&"Liaoning Province"));
        assert!(texts.iter().all(|text| text.trim() == *text));
    }
    #[test]
    fn marks_that_close_a_heading_are_no_text() {
        let text = "Western Province:\n- 12 sites open\n\n**Finance.** The cost was 5 million.\n";
        let mut analysis = liaoning().analysis.clone();
        analysis.document.text = text.to_owned();
        let report = Report::new(analysis, false);
        let behind = |heading: &str| {
            let start = text.find(heading).unwrap() + heading.len();
            report.text(behind_heading(&report, Span::new(start, text.len()))).split('\n').next().unwrap().to_owned()
        };
        assert_eq!(behind("Western Province"), "");
        assert_eq!(behind("Finance"), "The cost was 5 million.");
    }
}
