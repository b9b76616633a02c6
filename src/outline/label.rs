//! Headings that say in front of a region's name what or whose it is: "Region: Oromia", "Italia: Friuli", "Austria – Tyrol".

use super::area_words::AREA_WORDS;
use super::words;

const MOST_WORDS: usize = 4;

/// The label of a heading and the name behind it, if both begin like names.
pub(super) fn labelled(title: &str) -> Option<(&str, &str)> {
    let marks = [": ", " – ", " — ", " - ", " / "];
    let (label, name) = marks.iter().filter_map(|mark| title.split_once(mark)).min_by_key(|(label, _)| label.len())?;
    let (label, name) = (label.trim(), name.trim());
    let begins = words::is_capital(label) && words::is_capital(name) && !words::is_document(label);
    (begins && label.split_whitespace().nth(MOST_WORDS).is_none()).then_some((label, name))
}

/// Whether a label says that the name of an area follows: "Region", "Name of district", "Country".
pub(super) fn is_area(label: &str) -> bool {
    label.split_whitespace().next_back().map(words::bare).is_some_and(|last| last == "country" || AREA_WORDS.contains(&last.as_str()))
}

/// A heading without what it counts behind the name: "Oromia (population 37.2 million)", "Oromia, population 37.2 million".
pub(super) fn without_count(title: &str) -> &str {
    let counts = |tail: &str| tail.contains(|c: char| c.is_ascii_digit()) && tail.split_whitespace().count() <= 6;
    if let Some((name, tail)) = title.strip_suffix(')').and_then(|open| open.rsplit_once('(')) {
        return if counts(tail) { name.trim_end() } else { title };
    }
    let small = |tail: &str| tail.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit());
    let cut = [", ", ": ", " – ", " — ", " - "].iter().filter_map(|mark| title.split_once(mark)).min_by_key(|(name, _)| name.len());
    // "Prices fall, 21 June 2007" is told by its date.
    cut.filter(|(_, tail)| small(tail) && counts(tail) && words::without_date(title).is_none()).map_or(title, |(name, _)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_stand_in_front_of_names() {
        assert_eq!(labelled("Region: Amberley"), Some(("Region", "Amberley")));
        assert_eq!(labelled("Pellandia – Upper Vale"), Some(("Pellandia", "Upper Vale")));
        assert_eq!(labelled("Amberley: a year of growth"), None);
        assert_eq!(labelled("Amberley"), None);
        assert!(is_area("Region") && is_area("Country") && !is_area("Pellandia"));
    }

    #[test]
    fn counts_behind_a_name_come_off() {
        assert_eq!(without_count("Amberley (population 37.2 million)"), "Amberley");
        assert_eq!(without_count("Amberley, population 37,200"), "Amberley");
        assert_eq!(without_count("Upper Pell (Nine Villages)"), "Upper Pell (Nine Villages)");
        assert_eq!(without_count("Prices fall, 21 June 2007"), "Prices fall, 21 June 2007");
    }
}
