//! Days in words.

use super::Language;

const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/// A day, given as "2026-11-24" or "24 November 2026": so in English, and "2026 年 11 月 24 日" in Chinese. Anything else stays as it is.
pub fn date(day: &str, language: Language) -> String {
    let chinese = (language == Language::Chinese).then(|| parts(day)).flatten();
    chinese.map_or_else(|| day.to_owned(), |[year, month, day]| format!("{year} 年 {month} 月 {day} 日"))
}

fn parts(day: &str) -> Option<[u32; 3]> {
    let words: Vec<&str> = day.split(['-', ' ']).collect();
    let [first, second, third] = words.as_slice() else { return None };
    match MONTHS.iter().zip(1..).find(|(name, _)| *name == second) {
        Some((_, month)) => Some([third.parse().ok()?, month, first.parse().ok()?]),
        None => Some([first.parse().ok()?, second.parse().ok()?, third.parse().ok()?]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_in_both_languages() {
        assert_eq!(date("2026-01-05", Language::Chinese), "2026 年 1 月 5 日");
        assert_eq!(date("24 November 2026", Language::Chinese), "2026 年 11 月 24 日");
        assert_eq!(date("24 November 2026", Language::English), "24 November 2026");
        assert_eq!(date("some day", Language::Chinese), "some day");
    }
}
