//! The year that a report is about.

use std::collections::BTreeMap;

/// Bytes at the beginning of a report that hold its title.
const TITLE: usize = 160;
/// How much more a year counts in the title, and where it opens a sentence, than one behind "in".
const IN_TITLE: usize = 3;
const OPENS: usize = 2;

/// The year that the text names most often after "in", as in "In 2012, ..."; the title and sentence openings count more, and years that are
/// compared with ("than in 2011", "from 4.2 in 2011") not at all. `None` where it names none.
pub fn report_year(text: &str) -> Option<i32> {
    let mut counts: BTreeMap<i32, usize> = BTreeMap::new();
    for (at, _) in text.match_indices("n ") {
        let Some(year) = year_at(text, at + 2) else { continue };
        let opens = text.get(at.saturating_sub(1)..at) == Some("I");
        let before = text.get(..at).unwrap_or_default();
        if !is_compared(before) {
            *counts.entry(year).or_default() += if opens { OPENS } else { 1 };
        }
    }
    for year in title_years(text) {
        // The year of print (a yearbook of 2013 about 2012) loses against the year that the text speaks of.
        *counts.entry(year).or_default() += IN_TITLE;
    }
    counts.into_iter().max_by_key(|(year, n)| (*n, *year)).map(|(year, _)| year)
}

/// The year printed at byte `at`, if four digits stand there alone.
fn year_at(text: &str, at: usize) -> Option<i32> {
    let year = text.get(at..at + 4).filter(|y| y.bytes().all(|b| b.is_ascii_digit()))?;
    let alone = !text.as_bytes().get(at + 4).is_some_and(u8::is_ascii_digit);
    year.parse().ok().filter(|y| alone && (1900..=2100).contains(y))
}

/// Whether the words in front of "in" compare: "than in", "that of", "compared with 45".
fn is_compared(before: &str) -> bool {
    let words = before.trim_end_matches(['i', 'I']).trim_end();
    let tail = words.char_indices().rev().nth(TAIL).map_or(words, |(at, _)| words.get(at..).unwrap_or_default());
    tail.ends_with("than")
        || tail.ends_with("that")
        || [" from ", " against ", " compared with ", " compared to ", " versus "].iter().any(|w| tail.contains(w))
}

/// Characters in front of "in" within which a comparison is looked for.
const TAIL: usize = 22;

/// Years in the first lines of the text, each once.
fn title_years(text: &str) -> Vec<i32> {
    let mut end = TITLE.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let title = text.get(..end).unwrap_or_default();
    let mut years: Vec<i32> = (0..end)
        .filter(|at| {
            title.is_char_boundary(*at) && !at.checked_sub(1).and_then(|b| title.as_bytes().get(b)).is_some_and(u8::is_ascii_digit)
        })
        .filter_map(|at| year_at(title, at))
        .collect();
    years.dedup();
    years.truncate(1);
    years
}
