//! The whole analysis as JSON.

use crate::analysis::Analysis;

/// The analysis in the schema that it names, indented; with the report's text only when `with_text`.
///
/// # Errors
/// None that plain data can cause; the type is the serialiser's.
pub fn json(analysis: &Analysis, with_text: bool) -> serde_json::Result<String> {
    if with_text {
        return serde_json::to_string_pretty(analysis);
    }
    let mut analysis = analysis.clone();
    analysis.document.text.clear();
    serde_json::to_string_pretty(&analysis)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::example;

    #[test]
    fn the_file_reads_back_with_or_without_the_text() {
        let analysis = example::funds();
        let back: Analysis = serde_json::from_str(&json(&analysis, true).unwrap()).unwrap();
        assert_eq!(back, analysis);
        let bare = json(&analysis, false).unwrap();
        assert!(!bare.contains(&analysis.document.text) && bare.contains(&analysis.document.sha256));
    }
}
