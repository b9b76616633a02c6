//! What can be compared: the indicators of an analysis by programme, with their coverage, and ready-made selections of them.

use super::{Scale, unit_words};
use crate::analysis::{Analysis, Origin};
use std::collections::{BTreeMap, BTreeSet};

/// One indicator that can become a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndicatorChoice {
    /// Id.
    pub id: String,
    /// Short name.
    pub label: String,
    /// What it means.
    pub definition: String,
    /// Unit in words.
    pub unit_words: String,
    /// Programme it is listed under, in words; "Found in this report" and "Defined by you" for those of no programme.
    pub group: String,
    /// Where it comes from.
    pub origin: Origin,
    /// Sections that state it.
    pub stated: usize,
    /// Sections in all.
    pub of: usize,
}

/// A selection of indicators with a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preset {
    /// Name to show.
    pub label: String,
    /// Ids of its indicators.
    pub indicators: Vec<String>,
}

/// Number of columns that a table opens with.
const COLUMNS: usize = 7;
/// Columns of one programme among them.
const OF_ONE_GROUP: usize = 3;

/// All indicators that at least one section states, in the analysis' order.
pub fn indicator_choices(analysis: &Analysis) -> Vec<IndicatorChoice> {
    let mut sections: BTreeMap<&str, BTreeSet<u32>> = BTreeMap::new();
    let mut nouns: BTreeMap<&str, &str> = BTreeMap::new();
    for cell in &analysis.cells {
        sections.entry(&cell.indicator).or_default().insert(cell.section);
        if let Some(noun) = analysis.quantities.get(cell.quantity as usize).and_then(|q| q.noun.as_deref()) {
            nouns.entry(&cell.indicator).or_insert(noun);
        }
    }
    let choice = |indicator: &crate::analysis::Indicator| {
        let stated = sections.get(indicator.id.as_str())?.len();
        Some(IndicatorChoice {
            id: indicator.id.clone(),
            label: indicator.label.clone(),
            definition: indicator.definition.clone(),
            unit_words: unit_words(indicator.unit, Scale::One, nouns.get(indicator.id.as_str()).copied(), None),
            group: group(&indicator.programme, indicator.origin),
            origin: indicator.origin,
            stated,
            of: analysis.sections.len(),
        })
    };
    analysis.indicators.iter().filter_map(choice).collect()
}

fn group(programme: &str, origin: Origin) -> String {
    let words = programme.replace(['_', '-'], " ");
    let mut letters = words.chars();
    match (letters.next(), origin) {
        (Some(first), _) => first.to_uppercase().chain(letters).collect(),
        (None, Origin::Catalogue) => "Other".to_owned(),
        (None, Origin::Discovered) => "Found in this report".to_owned(),
        (None, Origin::User) => "Defined by you".to_owned(),
    }
}

/// The columns that a table opens with: those that most regions state, no more than three of one programme, in the analysis' order.
pub fn default_columns(choices: &[IndicatorChoice]) -> Vec<String> {
    let mut by_coverage: Vec<usize> = (0..choices.len()).collect();
    by_coverage.sort_by_key(|index| choices.get(*index).map(|c| std::cmp::Reverse(c.stated)));
    let mut taken: BTreeMap<&str, usize> = BTreeMap::new();
    let mut chosen = Vec::new();
    for index in by_coverage {
        let Some(choice) = choices.get(index) else { continue };
        let of_group = taken.entry(&choice.group).or_default();
        if *of_group < OF_ONE_GROUP && chosen.len() < COLUMNS {
            *of_group += 1;
            chosen.push(index);
        }
    }
    chosen.sort_unstable();
    chosen.into_iter().filter_map(|index| choices.get(index).map(|c| c.id.clone())).collect()
}

/// Ready-made selections: the one that a table opens with, and one for each programme of two or more indicators.
pub fn presets(choices: &[IndicatorChoice]) -> Vec<Preset> {
    let mut presets = vec![Preset { label: "Stated most often".to_owned(), indicators: default_columns(choices) }];
    let mut groups: Vec<&str> = Vec::new();
    for choice in choices {
        if !groups.contains(&choice.group.as_str()) {
            groups.push(&choice.group);
        }
    }
    for group in groups {
        let indicators: Vec<String> = choices.iter().filter(|c| c.group == group).map(|c| c.id.clone()).collect();
        if indicators.len() > 1 {
            presets.push(Preset { label: group.to_owned(), indicators });
        }
    }
    presets
}

#[cfg(test)]
mod tests {
    use super::super::example;
    use super::*;

    #[test]
    fn choices_carry_their_coverage() {
        let choices = indicator_choices(&example::funds());
        let read: Vec<(&str, usize, usize)> = choices.iter().map(|c| (c.id.as_str(), c.stated, c.of)).collect();
        let expected =
            [("fund.fiscal", 5, 6), ("fund.central", 3, 6), ("fund.provincial", 2, 6), ("fund.local", 1, 6), ("poverty.reduced", 1, 6)];
        assert_eq!(read, expected);
        assert_eq!(choices[0].group, "Fund");
    }

    #[test]
    fn a_table_opens_with_few_columns_of_each_programme() {
        let choices = indicator_choices(&example::funds());
        assert_eq!(default_columns(&choices), ["fund.fiscal", "fund.central", "fund.provincial", "poverty.reduced"]);
    }

    #[test]
    fn presets_are_programmes_of_two_or_more() {
        let labels: Vec<String> = presets(&indicator_choices(&example::funds())).into_iter().map(|p| p.label).collect();
        assert_eq!(labels, ["Stated most often", "Fund"]);
    }
}
