//! Names of files: report, view, date.

/// "local-poverty-alleviation-2012_compare_2026-11-24.csv": letters, digits, points and hyphens only, at most 80 characters of the report.
pub fn file_name(report: &str, view: &str, date: &str, ending: &str) -> String {
    let stem = match report.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() && (1..=8).contains(&ending.len()) => stem,
        _ => report,
    };
    let parts: Vec<String> = [stem, view, date].into_iter().map(plain).filter(|part| !part.is_empty()).collect();
    format!("{}.{ending}", if parts.is_empty() { "report".to_owned() } else { parts.join("_") })
}

fn plain(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars().take(80) {
        if c.is_alphanumeric() || c == '.' {
            out.extend(c.to_lowercase());
        } else if !out.ends_with('-') {
            out.push('-');
        }
    }
    out.trim_matches(['-', '.']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_made_of_report_view_and_date() {
        assert_eq!(file_name("Local report (2012).txt", "compare", "2026-11-24", "csv"), "local-report-2012_compare_2026-11-24.csv");
        assert_eq!(file_name("扶贫.docx", "data", "", "json"), "扶贫_data.json");
        assert_eq!(file_name("../../etc/passwd", "data", "", "csv"), "etc-passwd_data.csv");
        assert_eq!(file_name("", "", "", "csv"), "report.csv");
    }
}
