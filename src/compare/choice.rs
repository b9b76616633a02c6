//! What can be compared: the indicators of an analysis by programme, with their coverage, and ready-made selections of them.

use super::things;
use crate::analysis::{Analysis, Origin, Unit};
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
    /// Its unit.
    pub unit: Unit,
    /// What is counted, where the unit is a count.
    pub noun: Option<String>,
    /// The group it is listed in.
    pub group: Group,
    /// Where it comes from.
    pub origin: Origin,
    /// Sections that state it.
    pub stated: usize,
    /// Sections in all.
    pub of: usize,
}

/// What indicators are listed by.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// A programme, by id.
    Programme(String),
    /// No programme; by where they come from.
    Origin(Origin),
}

/// A selection of indicators.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preset {
    /// The group that it is; none for what most regions state.
    pub group: Option<Group>,
    /// Ids of its indicators.
    pub indicators: Vec<String>,
}

/// Number of columns that a table opens with.
const COLUMNS: usize = 7;
/// Columns of one programme among them, where there are others.
const OF_ONE_GROUP: usize = 3;

/// All indicators that at least one section states, in the analysis' order.
pub fn indicator_choices(analysis: &Analysis) -> Vec<IndicatorChoice> {
    let mut sections: BTreeMap<&str, BTreeSet<u32>> = BTreeMap::new();
    let mut nouns: BTreeMap<&str, String> = BTreeMap::new();
    for cell in &analysis.cells {
        let stated = sections.entry(&cell.indicator).or_default();
        if !analysis.is_general(cell.section) {
            stated.insert(cell.section);
        }
        if let Some(noun) = analysis.quantities.get(cell.quantity as usize).and_then(things) {
            nouns.entry(&cell.indicator).or_insert(noun);
        }
    }
    let choice = |indicator: &crate::analysis::Indicator| {
        let stated = sections.get(indicator.id.as_str())?.len();
        Some(IndicatorChoice {
            id: indicator.id.clone(),
            label: indicator.label.clone(),
            definition: indicator.definition.clone(),
            unit: indicator.unit,
            noun: nouns.get(indicator.id.as_str()).cloned(),
            group: if indicator.programme.is_empty() {
                Group::Origin(indicator.origin)
            } else {
                Group::Programme(indicator.programme.clone())
            },
            origin: indicator.origin,
            stated,
            of: analysis.regions(),
        })
    };
    analysis.indicators.iter().filter_map(choice).collect()
}

/// The columns that a table opens with: of the `preferred` ones those that a fifth of the regions state, in their order, where these are at
/// least three; otherwise those that most regions state, no more than three of one programme where there are several, in the analysis' order.
pub fn default_columns(choices: &[IndicatorChoice], preferred: &[&str]) -> Vec<String> {
    let often = |id: &&&str| choices.iter().any(|c| c.id == **id && c.stated * 5 >= c.of);
    let preferred: Vec<String> = preferred.iter().filter(often).map(|id| (*id).to_owned()).collect();
    if preferred.len() >= 3 { preferred } else { most_stated(choices) }
}

fn most_stated(choices: &[IndicatorChoice]) -> Vec<String> {
    let mut by_coverage: Vec<usize> = (0..choices.len()).collect();
    by_coverage.sort_by_key(|index| choices.get(*index).map(|c| std::cmp::Reverse(c.stated)));
    let one_group = choices.windows(2).all(|pair| matches!(pair, [a, b] if a.group == b.group));
    let of_one_group = if one_group { COLUMNS } else { OF_ONE_GROUP };
    let mut taken: BTreeMap<&Group, usize> = BTreeMap::new();
    let mut chosen = Vec::new();
    for index in by_coverage {
        let Some(choice) = choices.get(index) else { continue };
        let of_group = taken.entry(&choice.group).or_default();
        if *of_group < of_one_group && chosen.len() < COLUMNS {
            *of_group += 1;
            chosen.push(index);
        }
    }
    chosen.sort_unstable();
    chosen.into_iter().filter_map(|index| choices.get(index).map(|c| c.id.clone())).collect()
}

/// The groups in which indicators are listed, in the order in which they first occur; those of no programme last.
pub fn groups(choices: &[IndicatorChoice]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for choice in choices {
        if !groups.contains(&choice.group) {
            groups.push(choice.group.clone());
        }
    }
    groups.sort_by_key(|group| matches!(group, Group::Origin(_)));
    groups
}

/// Ready-made selections: what most regions state, and one for each group of two or more indicators.
pub fn presets(choices: &[IndicatorChoice]) -> Vec<Preset> {
    let mut presets = vec![Preset { group: None, indicators: most_stated(choices) }];
    for group in groups(choices) {
        let indicators: Vec<String> = choices.iter().filter(|c| c.group == group).map(|c| c.id.clone()).collect();
        if indicators.len() > 1 {
            presets.push(Preset { group: Some(group), indicators });
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
        assert_eq!(choices[0].group, Group::Programme("fund".to_owned()));
    }

    #[test]
    fn a_table_opens_with_few_columns_of_each_programme() {
        let choices = indicator_choices(&example::funds());
        assert_eq!(default_columns(&choices, &[]), ["fund.fiscal", "fund.central", "fund.provincial", "poverty.reduced"]);
        let preferred = ["fund.central", "no.such", "fund.fiscal", "fund.provincial", "fund.local"];
        assert_eq!(default_columns(&choices, &preferred), ["fund.central", "fund.fiscal", "fund.provincial"]);
        assert_eq!(default_columns(&choices, &preferred[..2]).len(), 4, "two are too few");
    }

    #[test]
    fn a_table_of_one_group_opens_with_more_columns() {
        let mut choices = indicator_choices(&example::funds());
        for choice in &mut choices {
            choice.group = Group::Origin(Origin::Discovered);
        }
        assert_eq!(default_columns(&choices, &[]).len(), 5, "all that there are");
        let many: Vec<IndicatorChoice> = choices.iter().cycle().take(20).cloned().collect();
        assert_eq!(default_columns(&many, &[]).len(), COLUMNS);
    }

    #[test]
    fn presets_are_programmes_of_two_or_more() {
        let groups: Vec<Option<Group>> = presets(&indicator_choices(&example::funds())).into_iter().map(|p| p.group).collect();
        assert_eq!(groups, [None, Some(Group::Programme("fund".to_owned()))]);
    }

    #[test]
    fn indicators_of_no_programme_are_listed_last() {
        let mut analysis = example::funds();
        analysis.indicators[0].programme.clear();
        analysis.indicators[0].origin = Origin::Discovered;
        let groups = groups(&indicator_choices(&analysis));
        let programme = |id: &str| Group::Programme(id.to_owned());
        assert_eq!(groups, [programme("fund"), programme("poverty"), Group::Origin(Origin::Discovered)]);
    }
}
