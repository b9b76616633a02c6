//! Search across a report: regions, topics, figures and sentences that hold the words typed.

use super::indicator_label;
use crate::analysis::{Indicator, Quantity, Section, Topic};
use crate::app::report::Report;
use crate::app::strings::Strings;
use crate::text::Span;

/// How many hits of one sort are shown.
const SHOWN: usize = 6;

/// Hits of one sort: the first few, and how many there are.
#[derive(Debug, Clone, PartialEq)]
pub struct Found<T> {
    /// The first hits.
    pub hits: Vec<T>,
    /// All hits.
    pub total: usize,
}

/// What a search found.
#[derive(Debug, Clone, PartialEq)]
pub struct Results<'a> {
    /// Regions by their names.
    pub regions: Found<&'a Section>,
    /// Indicators by their names.
    pub indicators: Found<&'a Indicator>,
    /// Topics by their titles.
    pub topics: Found<&'a Topic>,
    /// Figures by their printed form or what they measure.
    pub figures: Found<&'a Quantity>,
    /// Places of the words in the text.
    pub words: Found<Span>,
}

impl Results<'_> {
    /// All hits.
    pub fn total(&self) -> usize {
        self.regions.total + self.indicators.total + self.topics.total + self.figures.total + self.words.total
    }
}

fn take<T>(hits: impl Iterator<Item = T>) -> Found<T> {
    let mut found = Found { hits: Vec::new(), total: 0 };
    for hit in hits {
        found.total += 1;
        if found.hits.len() < SHOWN {
            found.hits.push(hit);
        }
    }
    found
}

/// Looks for `query`, upper and lower case alike; `None` for a query without words. Digits are found with or without their commas.
pub fn search<'a>(report: &'a Report, query: &str, t: &Strings) -> Option<Results<'a>> {
    let query = query.trim().to_lowercase();
    if query.is_empty() {
        return None;
    }
    let holds = |text: &str| contains(text, &query);
    let local = |section: &Section| section.region.local_name.as_deref().is_some_and(holds);
    let bare = query.replace(',', "");
    let digits = bare.starts_with(|c: char| c.is_ascii_digit());
    let figure = |quantity: &Quantity| {
        holds(&quantity.text) || holds(&quantity.what) || (digits && contains(&quantity.text.replace(',', ""), &bare))
    };
    let analysis = &report.analysis;
    Some(Results {
        regions: take(report.regions().filter(|section| holds(&section.region.name) || local(section))),
        indicators: take(analysis.indicators.iter().filter(|i| report.stated_by(&i.id) > 0 && holds(&indicator_label(i, t)))),
        topics: take(analysis.topics.iter().filter(|topic| holds(&topic.title))),
        figures: take(analysis.quantities.iter().filter(|quantity| figure(quantity))),
        words: take(places(&analysis.document.text, &query).into_iter()),
    })
}

fn contains(text: &str, query: &str) -> bool {
    text.to_lowercase().contains(query)
}

/// Where `query` (lower case) stands in `text`, without overlaps. Offsets hold for `text` itself: only ASCII letters are folded, which keeps
/// the length of every character.
pub fn places(text: &str, query: &str) -> Vec<Span> {
    if query.is_empty() {
        return Vec::new();
    }
    let folded = text.to_ascii_lowercase();
    let query = query.to_ascii_lowercase();
    folded.match_indices(&query).map(|(start, hit)| Span::new(start, start + hit.len())).collect()
}

/// The words around a place, cut at blanks, with the place itself in the middle: before, hit, after.
pub fn around(text: &str, place: Span, letters: usize) -> (String, String, String) {
    let range = place.range();
    let before: Vec<char> = text.get(..range.start).unwrap_or_default().chars().rev().take(letters).take_while(|c| *c != '\n').collect();
    let after: String = text.get(range.end..).unwrap_or_default().chars().take(letters).take_while(|c| *c != '\n').collect();
    (before.into_iter().rev().collect(), place.of(text).to_owned(), after)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::report::tests::liaoning;
    use crate::app::strings::Language;
    use crate::compare::example::funds;

    #[test]
    fn every_sort_is_found() {
        let report = liaoning();
        let search = |words| search(&report, words, Language::English.strings());
        let found = search("LIAONING").unwrap();
        assert_eq!((found.regions.total, found.words.total), (1, 1));
        assert_eq!(search("573.80").map(|r| r.figures.total), Some(1));
        assert_eq!(search("million").map(|r| (r.figures.total, r.words.total)), Some((4, 4)));
        assert_eq!(search("  "), None);
        assert_eq!(search("absent").map(|r| r.total()), Some(0));
    }

    #[test]
    fn indicators_are_found_by_their_names_in_either_language() {
        let report = Report::new(funds(), false);
        let (known, shown) = (report.indicator("fund.central").unwrap(), Language::Chinese.strings());
        let name = indicator_label(known, shown);
        let found = search(&report, &name, shown).unwrap();
        assert_eq!(found.indicators.hits, [known]);
        assert_eq!(search(&report, &name, Language::English.strings()).map(|found| found.indicators.total), Some(0));
    }

    #[test]
    fn offsets_hold_for_text_with_letters_that_change_length_when_folded() {
        let text = "İstanbul pays, PAYS";
        let texts: Vec<&str> = places(text, "pays").iter().map(|span| span.of(text)).collect();
        assert_eq!(texts, ["pays", "PAYS"]);
    }

    #[test]
    fn the_words_around_stop_at_the_line() {
        let text = "one\ntwo three four\nfive";
        let place = places(text, "three").first().copied().unwrap();
        assert_eq!(around(text, place, 20), ("two ".to_owned(), "three".to_owned(), " four".to_owned()));
        assert_eq!(around(text, place, 2), ("o ".to_owned(), "three".to_owned(), " f".to_owned()));
    }
}
