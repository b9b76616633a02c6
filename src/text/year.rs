//! The year that a report is about.

use std::collections::BTreeMap;

/// The year that the text names most often after "in", as in "In 2012, ..."; `None` where it names none.
pub fn report_year(text: &str) -> Option<i32> {
    let mut counts: BTreeMap<i32, usize> = BTreeMap::new();
    // Digits are rarer than the word.
    for (at, _) in text.match_indices('1').chain(text.match_indices('2')) {
        if !text.get(..at).is_some_and(|before| before.ends_with("n ")) {
            continue;
        }
        let year = text.get(at..at + 4).filter(|y| y.bytes().all(|b| b.is_ascii_digit())).and_then(|y| y.parse().ok());
        let alone = !text.as_bytes().get(at + 4).is_some_and(u8::is_ascii_digit);
        if let Some(year) = year.filter(|y| alone && (1900..=2100).contains(y)) {
            *counts.entry(year).or_default() += 1;
        }
    }
    counts.into_iter().max_by_key(|(_, n)| *n).map(|(year, _)| year)
}
