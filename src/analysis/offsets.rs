//! Offsets of an analysis in another unit: JavaScript counts a string in UTF-16 code units, the analysis in UTF-8 bytes.

use super::Analysis;

/// The analysis with every offset counted in UTF-16 code units of `text`, which is the text it was made from.
pub fn to_utf16(mut analysis: Analysis, text: &str) -> Analysis {
    if text.is_ascii() {
        return analysis;
    }
    let table = utf16_table(text);
    let map = |offset: u32| table.get(offset as usize).copied().unwrap_or(offset);
    for section in &mut analysis.sections {
        shift(&map, &mut section.start, &mut section.end);
        shift(&map, &mut section.heading.start, &mut section.heading.end);
        if let Some(credit) = &mut section.credit {
            shift(&map, &mut credit.start, &mut credit.end);
        }
    }
    for topic in &mut analysis.topics {
        shift(&map, &mut topic.start, &mut topic.end);
        shift(&map, &mut topic.heading.start, &mut topic.heading.end);
    }
    for quantity in &mut analysis.quantities {
        shift(&map, &mut quantity.start, &mut quantity.end);
        shift(&map, &mut quantity.sentence.start, &mut quantity.sentence.end);
    }
    for exclusion in &mut analysis.exclusions {
        shift(&map, &mut exclusion.start, &mut exclusion.end);
    }
    for span in &mut analysis.furniture {
        shift(&map, &mut span.start, &mut span.end);
    }
    analysis
}

fn shift(map: &dyn Fn(u32) -> u32, start: &mut u32, end: &mut u32) {
    *start = map(*start);
    *end = map(*end);
}

/// For every byte offset of `text`, its end included, the number of UTF-16 code units before it.
fn utf16_table(text: &str) -> Vec<u32> {
    let mut table = Vec::with_capacity(text.len() + 1);
    let mut units = 0;
    for c in text.chars() {
        table.extend(std::iter::repeat_n(units, c.len_utf8()));
        units += c.len_utf16() as u32;
    }
    table.push(units);
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyze::{Options, analyze};
    use crate::ingest::SourceText;

    #[test]
    fn a_figure_is_found_again_by_utf16_offsets() {
        let text = "“Plan” – 𝒳 paid 5 million yuan, “more” than 3 villages got.";
        let source = SourceText { text: text.to_owned(), ..SourceText::default() };
        let analysis = to_utf16(analyze(&source, &Options::default(), &mut |_| {}), text);
        let units: Vec<u16> = text.encode_utf16().collect();
        let printed: Vec<String> =
            analysis.quantities.iter().map(|q| String::from_utf16(&units[q.start as usize..q.end as usize]).unwrap()).collect();
        assert_eq!(printed, ["5 million yuan", "3"]);
    }
}
