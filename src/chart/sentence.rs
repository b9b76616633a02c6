//! What a chart says in words: one sentence of plain facts, and notes on what is left out and how marks are to be read.

use super::{Certainty, ChartWords, ColumnData, Item};
use crate::compare::ordinal;
use std::collections::BTreeMap;

/// A text with its first letter as a capital.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// "Million yuan. 18 of 29 regions state it, from 5,299 in Sichuan to 45 in Xinjiang Corps; the median is 1,410."
pub(super) fn spread(data: &ColumnData) -> String {
    let words = data.words;
    let (unit, of) = (words.opening(&data.unit_words, &data.label), data.of.to_string());
    match data.ranked().as_slice() {
        [] => ChartWords::say(words.none_states, &[("unit", &unit), ("of", &of)]),
        [only] => ChartWords::say(words.one_states, &[("unit", &unit), ("of", &of), ("region", &only.name), ("value", &only.text)]),
        all @ [first, .., last] => {
            let median = data.median.as_ref().map_or("", |(_, text)| text);
            let values = [
                ("unit", unit.as_str()),
                ("n", &all.len().to_string()),
                ("of", &of),
                ("high", &first.text),
                ("highest", &first.name),
                ("low", &last.text),
                ("lowest", &last.name),
                ("median", median),
            ];
            ChartWords::say(if first.text == last.text { words.all_equal } else { words.many_state }, &values)
        }
    }
}

/// How marks are to be read, as far as they occur, and what is stated but not drawn.
pub(super) fn notes(data: &ColumnData, hollow: &str, dashed: &str) -> Vec<String> {
    let words = data.words;
    let note = |template: &str, mark: &str, certainty: Certainty| {
        let names: Vec<&str> = data.items.iter().filter(|i| i.certainty == certainty).map(|i| i.name.as_str()).collect();
        (!names.is_empty()).then(|| ChartWords::say(template, &[("mark", mark), ("regions", &words.list(&names))]))
    };
    let mut notes = Vec::new();
    notes.extend(note(words.approximate, hollow, Certainty::Approximate));
    notes.extend(note(words.partial, dashed, Certainty::Partial));
    notes.extend(questioned_note(data.items.iter().filter(|i| i.questioned).map(|i| i.name.clone()), words));
    notes.extend(other_years(&data.items.iter().filter_map(Item::other_year).collect::<Vec<_>>(), words));
    notes.extend(data.left_out.iter().map(|left| ChartWords::say(words.not_drawn, &[("what", left)])));
    notes
}

/// "Diamond with \u{2260}: does not add up, as read (Liaoning).", of those that bear the sign; each name is said once.
pub(super) fn questioned_note(bearers: impl Iterator<Item = String>, words: &ChartWords) -> Option<String> {
    let mut names: Vec<String> = Vec::new();
    for name in bearers {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    (!names.is_empty()).then(|| ChartWords::say(words.questioned_mark, &[("regions", &words.list(&names))]))
}

/// A value and, where it is so, that it does not add up.
pub(super) fn questioned_words(value: String, questioned: bool, words: &ChartWords) -> String {
    if questioned { [&value, words.between, words.value_questioned].concat() } else { value }
}

/// "Jiangxi gives 2011.", of regions with the years of their values.
pub(super) fn other_years(stated: &[(&str, i32)], words: &ChartWords) -> Vec<String> {
    let mut regions: BTreeMap<i32, Vec<&str>> = BTreeMap::new();
    for (region, year) in stated {
        let names = regions.entry(*year).or_default();
        if !names.contains(region) {
            names.push(region);
        }
    }
    let note = |(year, names): (&i32, &Vec<&str>)| {
        let template = if names.len() == 1 { words.one_other_year } else { words.many_other_year };
        ChartWords::say(template, &[("regions", &words.list(names)), ("year", &year.to_string())])
    };
    regions.iter().map(note).collect()
}

/// The same of one column among several: "Central government funds: Jiangxi gives 2011."
pub(super) fn column_years(column: &ColumnData, items: &[&Item]) -> Vec<String> {
    let stated: Vec<(&str, i32)> = items.iter().filter_map(|item| item.other_year()).collect();
    let named = |years: &String| ChartWords::say(column.words.named, &[("what", &column.label), ("name", years)]);
    other_years(&stated, column.words).iter().map(named).collect()
}

/// What a point says: value with unit, as printed where that differs, rank.
pub(super) fn value_words(item: &Item, data: &ColumnData, counted: usize) -> String {
    let words = data.words;
    let value = format!("{} {}", item.text, data.unit_words);
    let mut said = Vec::new();
    if !item.printed.is_empty() && item.printed != value {
        said.push(ChartWords::say(words.printed, &[("printed", &item.printed)]));
    }
    if let Some(place) = item.place {
        let values = [("place", ordinal(place)), ("n", place.to_string()), ("of", counted.to_string())];
        said.push(ChartWords::say(words.rank, &values.each_ref().map(|(name, value)| (*name, value.as_str()))));
    }
    match item.certainty {
        Certainty::Exact => {}
        Certainty::Approximate => said.push(words.value_approximate.to_owned()),
        Certainty::Partial => said.push(words.value_partial.to_owned()),
    }
    said.extend(item.questioned.then(|| words.value_questioned.to_owned()));
    said.extend(item.other_year.map(|year| year.to_string()));
    said.insert(0, value);
    said.join(words.between)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::compare::{Arrangement, ColumnRequest, arrange, build_table, example};

    /// The columns of the example report, with Liaoning pinned.
    pub(crate) fn example_data(indicators: &[&str]) -> Vec<ColumnData> {
        let requests: Vec<ColumnRequest> = indicators.iter().map(|id| ColumnRequest::usual(*id)).collect();
        let table = build_table(&example::funds(), &requests);
        let shown = arrange(&table, &Arrangement { pins: vec![1], ..Arrangement::default() });
        (0..indicators.len()).filter_map(|index| super::super::column_data(&table, &shown, index, &crate::chart::words::EN)).collect()
    }

    #[test]
    fn the_sentence_says_how_many_and_the_extremes() {
        let data = &example_data(&["fund.fiscal"])[0];
        let expected = "Million yuan. 5 of 6 regions state it, from 5,299 in Sichuan to 573.80 in Liaoning; the median is 1,546.";
        assert_eq!(spread(data), expected);
        assert_eq!(spread(&example_data(&["fund.local"])[0]), "Million yuan. One of 6 regions states it: Liaoning, 280.81.");
    }

    #[test]
    fn equal_values_are_said_once() {
        let mut data = example_data(&["fund.fiscal"])[0].clone();
        data.items.iter_mut().for_each(|item| item.text = "7".to_owned());
        assert_eq!(spread(&data), "Million yuan. 5 of 6 regions state it, all of them 7.");
    }

    #[test]
    fn nothing_stated_is_said() {
        let none = ColumnData { items: Vec::new(), median: None, ..example_data(&["fund.local"])[0].clone() };
        assert_eq!(spread(&none), "Million yuan. None of 6 regions states it.");
    }

    #[test]
    fn notes_name_the_regions() {
        let mut data = example_data(&["fund.fiscal"])[0].clone();
        data.items[1].certainty = Certainty::Approximate;
        data.items[0].certainty = Certainty::Partial;
        data.items[2].other_year = Some(2011);
        data.left_out = vec!["Zhejiang, \u{201c}62.100\u{201d}: malformed as printed".to_owned()];
        let notes = notes(&data, "Outlined", "Dashed");
        let expected = [
            "Outlined: about, over, nearly or a range as the report puts it (Hebei).",
            "Dashed: speaks for a part of the region and is not ranked (Liaoning).",
            "Shanxi gives 2011.",
            "Not drawn: Zhejiang, \u{201c}62.100\u{201d}: malformed as printed.",
        ];
        assert_eq!(notes, expected);
    }

    #[test]
    fn a_point_says_value_print_and_rank() {
        let data = &example_data(&["fund.fiscal"])[0];
        assert_eq!(value_words(&data.items[0], data, 5), "573.80 million yuan, printed \u{201c}as printed\u{201d}, 5th of 5");
    }
}
