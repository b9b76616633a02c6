//! The year that a report is about.

use super::find_between;
use std::collections::BTreeMap;

/// A first line longer than this is no title.
const TITLE: usize = 120;
/// How much more a year counts in the title, and where it opens a sentence, than one behind "in".
const IN_TITLE: usize = 3;
const OPENS: usize = 2;

/// The year that the text names most often after "in", as in "In 2012, ..."; the title and sentence openings count more, and years that are
/// compared with ("than in 2011", "from 4.2 in 2011") not at all. `None` where it names none.
pub fn report_year(text: &str) -> Option<i32> {
    let mut counts: BTreeMap<i32, usize> = BTreeMap::new();
    // Digits are rarer than the word.
    let mut next = 0;
    while let Some(at) = find_between(text.as_bytes(), next, b'1', b'2') {
        next = at + 1;
        let Some(before) = text.get(..at).and_then(|before| before.strip_suffix("n ")) else { continue };
        let Some(year) = year_at(text, at) else { continue };
        if !is_compared(before) {
            *counts.entry(year).or_default() += if before.ends_with('I') { OPENS } else { 1 };
        }
    }
    if let Some(year) = title_year(text) {
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
    tail.ends_with(" than")
        || tail.ends_with(" that")
        || [" from ", " against ", " compared with ", " compared to ", " versus "].iter().any(|w| tail.contains(w))
}

/// Characters in front of "in" within which a comparison is looked for.
const TAIL: usize = 30;

/// The first year in the title, if the first line is one.
fn title_year(text: &str) -> Option<i32> {
    let title = text.lines().map(str::trim).find(|line| !line.is_empty())?;
    let title = Some(title).filter(|line| line.len() <= TITLE && !line.ends_with(['.', ';', ',']))?;
    let digit_before = |at: usize| at.checked_sub(1).and_then(|b| title.as_bytes().get(b)).is_some_and(u8::is_ascii_digit);
    (0..title.len()).filter(|at| title.is_char_boundary(*at) && !digit_before(*at)).find_map(|at| year_at(title, at))
}
