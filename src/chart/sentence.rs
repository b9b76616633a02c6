//! What a chart says in words: one sentence of plain facts, and notes on what is left out and how marks are to be read.

use super::{Certainty, ColumnData, Item};
use crate::compare::list;

/// A text with its first letter as a capital.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// "Million yuan. 18 of 29 regions state it, from 5,299 in Sichuan to 45 in Xinjiang Corps; the median is 1,410."
pub(super) fn spread(data: &ColumnData) -> String {
    let unit = capitalised(&data.unit_words);
    let ranked = data.ranked();
    let state = if ranked.len() == 1 { "states" } else { "state" };
    match (ranked.as_slice(), &data.median) {
        ([], _) => format!("{unit}. None of {} regions states it.", data.of),
        ([only], _) => format!("{unit}. One of {} regions {state} it: {}, {}.", data.of, only.name, only.text),
        ([first, .., last], Some((_, median))) => format!(
            "{unit}. {} of {} regions {state} it, from {} in {} to {} in {}; the median is {median}.",
            ranked.len(),
            data.of,
            first.text,
            first.name,
            last.text,
            last.name
        ),
        ([first, .., last], None) => {
            format!("{unit}. From {} in {} to {} in {}.", first.text, first.name, last.text, last.name)
        }
    }
}

/// How marks are to be read, as far as they occur, and what is stated but not drawn.
pub(super) fn notes(data: &ColumnData, hollow: &str, dashed: &str) -> Vec<String> {
    let mut notes = Vec::new();
    let named = |certainty: Certainty| {
        let names: Vec<&str> = data.items.iter().filter(|i| i.certainty == certainty).map(|i| i.name.as_str()).collect();
        (!names.is_empty()).then(|| list(&names))
    };
    if let Some(names) = named(Certainty::Approximate) {
        notes.push(format!("{hollow}: about, over, nearly or a range as the report puts it ({names})."));
    }
    if let Some(names) = named(Certainty::Partial) {
        notes.push(format!("{dashed}: speaks for a part of the region and is not ranked ({names})."));
    }
    notes.extend(other_years(&data.items));
    notes.extend(data.left_out.iter().map(|left| format!("Not drawn: {left}.")));
    notes
}

/// "Jiangxi gives 2011."
fn other_years(items: &[Item]) -> Vec<String> {
    let mut years: Vec<i32> = items.iter().filter_map(|item| item.other_year).collect();
    years.sort_unstable();
    years.dedup();
    years
        .into_iter()
        .map(|year| {
            let names: Vec<&str> = items.iter().filter(|i| i.other_year == Some(year)).map(|i| i.name.as_str()).collect();
            format!("{} {} {year}.", list(&names), if names.len() == 1 { "gives" } else { "give" })
        })
        .collect()
}

/// What a point says: value with unit, as printed where that differs, rank.
pub(super) fn value_words(item: &Item, data: &ColumnData, counted: usize) -> String {
    let mut words = format!("{} {}", item.text, data.unit_words);
    if !item.printed.is_empty() && item.printed != words {
        words.push_str(&format!(", printed \u{201c}{}\u{201d}", item.printed));
    }
    if let Some(place) = item.place {
        words.push_str(&format!(", {} of {counted}", crate::compare::ordinal(place)));
    }
    match item.certainty {
        Certainty::Exact => {}
        Certainty::Approximate => words.push_str(", approximate"),
        Certainty::Partial => words.push_str(", part of the region"),
    }
    if let Some(year) = item.other_year {
        words.push_str(&format!(", {year}"));
    }
    words
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
        (0..indicators.len()).filter_map(|index| super::super::column_data(&table, &shown, index)).collect()
    }

    #[test]
    fn the_sentence_says_how_many_and_the_extremes() {
        let data = &example_data(&["fund.fiscal"])[0];
        let expected = "Million yuan. 5 of 6 regions state it, from 5,299 in Sichuan to 573.80 in Liaoning; the median is 1,546.";
        assert_eq!(spread(data), expected);
        assert_eq!(spread(&example_data(&["fund.local"])[0]), "Million yuan. One of 6 regions states it: Liaoning, 280.81.");
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
