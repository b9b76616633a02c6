//! All figures of a report under filters: facets with counts, search, order.
//!
//! From an analysis and what the reader has chosen to the ids of the figures to show. A facet's counts are of the figures that all *other*
//! facets let through, so that each of its values says how many rows it would give.

use crate::analysis::{Analysis, Quantity, Verdict};
use serde::Serialize;
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// What figures can be filtered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// Index of the section.
    Region,
    /// Kind of statement.
    Kind,
    /// Unit, by code.
    Unit,
    /// Programme of the topic where it has one, else its title.
    Topic,
    /// Indicator, by id.
    Indicator,
    /// Year.
    Year,
    /// Whole region or part.
    Scope,
    /// What is odd.
    Problem,
    /// The gravest verdict of the checks that it takes part in.
    Checks,
}

/// The value of a facet for figures that have none of its values.
pub const NONE: &str = "-";

impl Facet {
    /// All facets, in the order in which they are shown.
    pub const ALL: [Self; 9] =
        [Self::Region, Self::Kind, Self::Unit, Self::Topic, Self::Indicator, Self::Year, Self::Scope, Self::Problem, Self::Checks];

    /// Its name in addresses.
    pub fn id(self) -> &'static str {
        match self {
            Self::Region => "region",
            Self::Kind => "kind",
            Self::Unit => "unit",
            Self::Topic => "topic",
            Self::Indicator => "ind",
            Self::Year => "year",
            Self::Scope => "scope",
            Self::Problem => "odd",
            Self::Checks => "check",
        }
    }
}

/// What the figures are ordered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FigureOrder {
    /// Their order in the text.
    #[default]
    Text,
    /// Name of the region.
    Region,
    /// Value, within each unit.
    Value,
    /// Kind of statement.
    Kind,
    /// Year.
    Year,
}

/// What the reader has chosen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FigureFilter {
    /// For each facet the chosen values; a facet without an entry lets all through.
    pub chosen: BTreeMap<Facet, Vec<String>>,
    /// Words that the figure, what it measures, or its sentence must hold.
    pub words: String,
    /// Order.
    pub order: FigureOrder,
    /// Whether the order is turned round.
    pub reversed: bool,
}

/// The values of every facet of every figure, computed once a report.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FacetIndex {
    /// For each figure, its values by facet, in the order of [`Facet::ALL`]. Oddities can be several.
    values: Vec<[Vec<String>; 9]>,
    /// What words are sought in, in lower case.
    texts: Vec<String>,
}

impl FacetIndex {
    /// Indexes the figures of a report. Linear in figures and findings.
    pub fn new(analysis: &Analysis) -> Self {
        let verdicts = gravest_verdicts(analysis);
        let values = analysis.quantities.iter().map(|q| Facet::ALL.map(|facet| facet_values(analysis, q, facet, &verdicts))).collect();
        let texts = analysis
            .quantities
            .iter()
            .map(|q| format!("{} {} {}", q.text, q.what, q.sentence.of(&analysis.document.text)).to_lowercase())
            .collect();
        Self { values, texts }
    }

    fn passes(&self, index: usize, facet: Facet, filter: &FigureFilter) -> bool {
        let Some(chosen) = filter.chosen.get(&facet).filter(|chosen| !chosen.is_empty()) else { return true };
        self.of(index, facet).iter().any(|value| chosen.contains(value))
    }

    fn of(&self, index: usize, facet: Facet) -> &[String] {
        self.values.get(index).and_then(|all| all.get(facet as usize)).map(Vec::as_slice).unwrap_or_default()
    }

    /// Ids of the figures that pass, in the chosen order.
    pub fn figures(&self, analysis: &Analysis, filter: &FigureFilter) -> Vec<u32> {
        let needles: Vec<String> = filter.words.to_lowercase().split_whitespace().map(str::to_owned).collect();
        let mut found: Vec<&Quantity> = analysis
            .quantities
            .iter()
            .enumerate()
            .filter(|(index, _)| self.has_words(*index, &needles) && Facet::ALL.iter().all(|facet| self.passes(*index, *facet, filter)))
            .map(|(_, quantity)| quantity)
            .collect();
        // Sorting is stable: equal figures keep the order of the text.
        found.sort_by(|a, b| {
            let order = compare(analysis, a, b, filter.order);
            if filter.reversed { order.reverse() } else { order }
        });
        found.into_iter().map(|quantity| quantity.id).collect()
    }

    /// The values of a facet with the number of figures that each would show, the most frequent first.
    pub fn counts(&self, facet: Facet, filter: &FigureFilter) -> Vec<(String, usize)> {
        let needles: Vec<String> = filter.words.to_lowercase().split_whitespace().map(str::to_owned).collect();
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for index in 0..self.values.len() {
            let others = Facet::ALL.iter().filter(|other| **other != facet);
            if self.has_words(index, &needles) && others.into_iter().all(|other| self.passes(index, *other, filter)) {
                for value in self.of(index, facet) {
                    *counts.entry(value).or_default() += 1;
                }
            }
        }
        // A chosen value stays in sight, so that it can be taken back.
        for value in filter.chosen.get(&facet).into_iter().flatten() {
            counts.entry(value).or_default();
        }
        let mut counts: Vec<(String, usize)> = counts.into_iter().map(|(value, n)| (value.to_owned(), n)).collect();
        if facet == Facet::Region {
            counts.sort_by_key(|(value, _)| value.parse::<u32>().unwrap_or(u32::MAX));
        } else {
            counts.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
        }
        counts
    }

    fn has_words(&self, index: usize, needles: &[String]) -> bool {
        needles.is_empty() || self.texts.get(index).is_some_and(|text| needles.iter().all(|needle| text.contains(needle.as_str())))
    }
}

/// All oddities that figures of a report have: the values of [`Facet::Problem`] that let through every figure with one, and no other.
pub fn oddities(analysis: &Analysis) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for value in analysis.quantities.iter().flat_map(|q| &q.problems).map(word) {
        if !all.contains(&value) {
            all.push(value);
        }
    }
    all
}

fn compare(analysis: &Analysis, a: &Quantity, b: &Quantity, order: FigureOrder) -> Ordering {
    let region = |q: &Quantity| analysis.sections.get(q.section as usize).map(|section| section.region.name.as_str());
    match order {
        FigureOrder::Text => a.id.cmp(&b.id),
        FigureOrder::Region => region(a).cmp(&region(b)),
        FigureOrder::Value => (a.unit.code(), a.amount.middle()).cmp(&(b.unit.code(), b.amount.middle())),
        FigureOrder::Kind => a.kind.cmp(&b.kind),
        FigureOrder::Year => a.year.cmp(&b.year),
    }
}

fn gravest_verdicts(analysis: &Analysis) -> BTreeMap<u32, Verdict> {
    let weight = |verdict: Verdict| match verdict {
        Verdict::Unchecked => 0,
        Verdict::Consistent => 1,
        Verdict::Rounding => 2,
        Verdict::Inconsistent => 3,
    };
    let mut gravest: BTreeMap<u32, Verdict> = BTreeMap::new();
    for finding in &analysis.findings {
        for quantity in &finding.quantities {
            let known = gravest.entry(*quantity).or_insert(finding.verdict);
            if weight(finding.verdict) > weight(*known) {
                *known = finding.verdict;
            }
        }
    }
    gravest
}

fn facet_values(analysis: &Analysis, q: &Quantity, facet: Facet, verdicts: &BTreeMap<u32, Verdict>) -> Vec<String> {
    let none = || NONE.to_owned();
    let one = match facet {
        Facet::Region => q.section.to_string(),
        Facet::Kind => word(&q.kind),
        Facet::Unit => q.unit.code().to_owned(),
        Facet::Topic => {
            let topic = q.topic.and_then(|id| analysis.topics.get(id as usize));
            topic.map_or_else(none, |topic| topic.programme.clone().unwrap_or_else(|| topic.title.clone()))
        }
        Facet::Indicator => q.indicator.clone().unwrap_or_else(none),
        Facet::Year => q.year.map_or_else(none, |year| year.to_string()),
        Facet::Scope => word(&q.scope),
        Facet::Problem if q.problems.is_empty() => none(),
        Facet::Problem => return q.problems.iter().map(word).collect(),
        Facet::Checks => verdicts.get(&q.id).map_or_else(none, word),
    };
    vec![one]
}

/// The word that stands for an enum's value in the JSON.
fn word<T: Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        _ => NONE.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::example::{self, Stated, money, people};
    use super::*;
    use crate::analysis::{Kind, Problem};

    fn report() -> Analysis {
        let growth = Stated { kind: Kind::Growth, ..money("fund.growth", "10", 0) };
        let odd = Stated { problems: vec![Problem::Malformed, Problem::Implausible], ..people("poverty.reduced", "5") };
        example::report(
            2012,
            &[
                ("Hebei", &[money("fund.fiscal", "30", 0), growth]),
                ("Anhui", &[money("fund.fiscal", "20", 0), odd, Stated { year: 2011, ..people("poverty.reduced", "7") }]),
            ],
        )
    }

    fn with(facet: Facet, values: &[&str]) -> FigureFilter {
        let values = values.iter().map(|v| (*v).to_owned()).collect();
        FigureFilter { chosen: BTreeMap::from([(facet, values)]), ..FigureFilter::default() }
    }

    fn ids(filter: &FigureFilter) -> Vec<u32> {
        let analysis = report();
        FacetIndex::new(&analysis).figures(&analysis, filter)
    }

    #[test]
    fn values_of_one_facet_add_up_and_facets_narrow() {
        assert_eq!(ids(&FigureFilter::default()), [0, 1, 2, 3, 4]);
        assert_eq!(ids(&with(Facet::Kind, &["growth"])), [1]);
        assert_eq!(ids(&with(Facet::Unit, &["people", "CNY"])), [0, 1, 2, 3, 4]);
        let mut both = with(Facet::Region, &["1"]);
        both.chosen.insert(Facet::Unit, vec!["people".to_owned()]);
        assert_eq!(ids(&both), [3, 4]);
        assert_eq!(ids(&with(Facet::Problem, &["implausible"])), [3]);
        assert_eq!(ids(&with(Facet::Problem, &[NONE])), [0, 1, 2, 4]);
    }

    #[test]
    fn the_oddities_let_through_what_is_odd_and_nothing_else() {
        let mut analysis = report();
        analysis.quantities[0].problems = vec![Problem::Malformed];
        let filter = FigureFilter { chosen: BTreeMap::from([(Facet::Problem, oddities(&analysis))]), ..FigureFilter::default() };
        let odd: Vec<u32> = analysis.quantities.iter().filter(|q| !q.problems.is_empty()).map(|q| q.id).collect();
        assert_eq!((FacetIndex::new(&analysis).figures(&analysis, &filter), odd.len()), (odd, 2));
    }

    #[test]
    fn counts_are_of_what_the_other_facets_let_through() {
        let index = FacetIndex::new(&report());
        let filter = with(Facet::Region, &["1"]);
        assert_eq!(index.counts(Facet::Region, &filter), [("0".to_owned(), 2), ("1".to_owned(), 3)]);
        assert_eq!(index.counts(Facet::Unit, &filter), [("people".to_owned(), 2), ("CNY".to_owned(), 1)]);
        let gone = FigureFilter { words: "nowhere".to_owned(), ..filter };
        assert_eq!(index.counts(Facet::Region, &gone), [("1".to_owned(), 0)]);
    }

    #[test]
    fn all_words_must_occur() {
        let words = |words: &str| FigureFilter { words: words.to_owned(), ..FigureFilter::default() };
        assert_eq!(ids(&words("TEXT measured")).len(), 5);
        assert!(ids(&words("text nowhere")).is_empty());
    }

    #[test]
    fn figures_can_be_ordered() {
        let ordered = |order, reversed| FigureFilter { order, reversed, ..FigureFilter::default() };
        assert_eq!(ids(&ordered(FigureOrder::Region, false)), [2, 3, 4, 0, 1]);
        assert_eq!(ids(&ordered(FigureOrder::Value, false)), [1, 2, 0, 3, 4]);
        assert_eq!(ids(&ordered(FigureOrder::Text, true)), [4, 3, 2, 1, 0]);
        assert_eq!(ids(&ordered(FigureOrder::Year, false))[0], 4);
    }
}
