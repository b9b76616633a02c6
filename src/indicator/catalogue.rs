//! The catalogue: from its data file to indicators with the rules that recognise them.

use super::lexicon::{Concepts, Lexicon};
use super::rule::{Facts, Rule};
use crate::analysis::{Aggregation, Indicator, Kind, Origin, Unit};
use crate::wording::catalogue::{INDICATORS, PROGRAMMES};
use crate::wording::{Language, table as say};
use rustc_hash::FxHashMap;
use std::cmp::Reverse;
use std::sync::OnceLock;

/// One indicator of the catalogue.
pub(super) struct Entry {
    /// What the page shows of it; its first unit is the usual one.
    pub(super) indicator: Indicator,
    /// The same with name and definition in Chinese.
    chinese: Indicator,
    /// Units that a figure of it may have.
    pub(super) units: Vec<Unit>,
    /// Kinds of statement that may state it.
    pub(super) kinds: Kinds,
    /// Its programme, as a fact of the figures in topics on it.
    pub(super) programme: Facts,
    /// Of equal evidence, whether the larger figure is meant.
    pub(super) larger: bool,
    /// Whether a figure of an earlier year may stand for it.
    pub(super) stock: bool,
    /// Id of the indicator that it is a part of, if there is one.
    pub(super) within: Option<&'static str>,
    /// Facts of which one holds of every figure of it.
    pub(super) one_of: Facts,
    /// How it is recognised, by weight, the heaviest first.
    pub(super) rules: Vec<Rule>,
}

impl Entry {
    /// The indicator in a language.
    pub(super) fn said(&self, language: Language) -> &Indicator {
        match language {
            Language::English => &self.indicator,
            Language::Chinese => &self.chinese,
        }
    }
}

/// A set of kinds of statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Kinds(u16);

impl Kinds {
    fn of(kinds: impl IntoIterator<Item = Kind>) -> Self {
        Self(kinds.into_iter().fold(0, |all, kind| all | 1 << kind as u16))
    }

    /// Whether a kind is one of them.
    pub(super) fn contains(self, kind: Kind) -> bool {
        self.0 & 1 << kind as u16 != 0
    }
}

/// Concepts that speak for or against every indicator.
pub(super) struct Cues {
    pub(super) sum: Concepts,
    pub(super) plan: Concepts,
    pub(super) actual: Concepts,
    /// Words that sum several years up, in front of a figure and behind it.
    pub(super) past_years: Concepts,
    pub(super) in_years: Concepts,
    pub(super) whole_region: Concepts,
}

/// The catalogue with its vocabulary.
pub(super) struct Catalogue {
    pub(super) lexicon: Lexicon,
    pub(super) cues: Cues,
    pub(super) entries: Vec<Entry>,
    /// By unit: the entries that a figure of it may state, by their number.
    pub(super) by_unit: FxHashMap<Unit, Vec<usize>>,
}

impl Catalogue {
    /// The number of an indicator.
    pub(super) fn number(&self, id: &str) -> Option<usize> {
        self.entries.iter().position(|entry| entry.indicator.id == id)
    }
}

/// The catalogue, read on first use.
pub(super) fn catalogue() -> &'static Catalogue {
    static CATALOGUE: OnceLock<Catalogue> = OnceLock::new();
    CATALOGUE.get_or_init(|| {
        let lexicon = Lexicon::load(include_str!("data/concepts.txt"));
        let mut entries = read_entries(include_str!("data/catalogue.txt"), &lexicon);
        entries.iter_mut().for_each(translate);
        entries.iter_mut().for_each(say_how_found);
        let cues = Cues {
            sum: lexicon.concept("sum"),
            plan: lexicon.concept("target_word"),
            actual: lexicon.concept("actual"),
            past_years: lexicon.concept("past_years"),
            in_years: lexicon.concept("in_years"),
            whole_region: lexicon.concept("whole_region"),
        };
        let mut by_unit: FxHashMap<Unit, Vec<usize>> = FxHashMap::default();
        for (number, entry) in entries.iter_mut().enumerate() {
            entry.rules.sort_by_key(|rule| Reverse(rule.weight));
            entry.units.iter().for_each(|unit| by_unit.entry(*unit).or_default().push(number));
        }
        Catalogue { lexicon, cues, entries, by_unit }
    })
}

/// Name and definition in Chinese; a test holds that every indicator has them.
fn translate(entry: &mut Entry) {
    entry.chinese = entry.indicator.clone();
    if let Some((_, label, definition)) = INDICATORS.iter().find(|(id, ..)| *id == entry.indicator.id) {
        (entry.chinese.label, entry.chinese.definition) = ((*label).to_owned(), (*definition).to_owned());
    }
}

/// Adds to the definitions how figures of the indicator are found.
fn say_how_found(entry: &mut Entry) {
    let id = entry.indicator.programme.clone();
    let english = super::programme::programmes().iter().find(|p| p.id == id).map_or("", |p| p.label);
    let chinese = PROGRAMMES.iter().find(|(known, _)| *known == id).map_or("", |(_, name)| *name);
    for (language, programme) in [(Language::English, english), (Language::Chinese, chinese)] {
        let mut sentences = vec![say::HOW_FOUND.say(language, &[("programme", programme)])];
        if entry.larger {
            sentences.push(say::LARGEST.of(language).to_owned());
        }
        let definition = match language {
            Language::English => &mut entry.indicator.definition,
            Language::Chinese => &mut entry.chinese.definition,
        };
        for sentence in sentences {
            definition.push_str(say::BLANK.of(language));
            definition.push_str(&sentence);
        }
    }
}

type Names = Vec<(&'static str, &'static str)>;

fn read_entries(data: &'static str, lexicon: &Lexicon) -> Vec<Entry> {
    let mut names: Names = Vec::new();
    let mut entries: Vec<Entry> = Vec::new();
    for line in data.lines().map(str::trim).filter(|l| !l.is_empty() && !l.starts_with('#')) {
        if let Some(id) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
            entries.push(blank_entry(id));
        } else if let Some((key, value)) = line.split_once(':') {
            if let Some(name) = key.strip_prefix("let ") {
                names.push((name, value.trim()));
            } else if let Some(entry) = entries.last_mut() {
                set(entry, key, value.trim(), lexicon, &names);
            }
        }
    }
    entries
}

fn blank_entry(id: &str) -> Entry {
    let indicator = Indicator {
        id: id.to_owned(),
        label: String::new(),
        definition: String::new(),
        unit: Unit::Count,
        origin: Origin::Catalogue,
        programme: String::new(),
        aggregation: Aggregation::None,
        per: None,
    };
    Entry {
        chinese: indicator.clone(),
        indicator,
        units: Vec::new(),
        kinds: Kinds::of([Kind::Level]),
        programme: Facts::default(),
        larger: false,
        stock: false,
        within: None,
        one_of: Facts::default(),
        rules: Vec::new(),
    }
}

fn set(entry: &mut Entry, key: &str, value: &'static str, lexicon: &Lexicon, names: &Names) {
    match key {
        "label" => value.clone_into(&mut entry.indicator.label),
        "definition" => value.clone_into(&mut entry.indicator.definition),
        "programme" => {
            value.clone_into(&mut entry.indicator.programme);
            entry.programme = Facts::programme(value);
        }
        "unit" => {
            entry.units = value.split_whitespace().filter_map(Unit::from_code).collect();
            entry.indicator.unit = entry.units.first().copied().unwrap_or(Unit::Count);
        }
        "aggregate" => entry.indicator.aggregation = aggregation(value),
        "kinds" => entry.kinds = Kinds::of(value.split_whitespace().filter_map(kind)),
        "prefer" => entry.larger = value == "larger",
        "stock" => entry.stock = value == "yes",
        "within" => entry.within = Some(value),
        _ => {
            let rule = rule(key, value, lexicon, names);
            entry.one_of |= rule.as_ref().map(|rule| rule.one_of).unwrap_or_default();
            entry.rules.extend(rule);
        }
    }
}

fn aggregation(word: &str) -> Aggregation {
    match word {
        "sum" => Aggregation::Sum,
        "mean" => Aggregation::Mean,
        _ => Aggregation::None,
    }
}

fn kind(word: &str) -> Option<Kind> {
    Some(match word {
        "level" => Kind::Level,
        "change" => Kind::Change,
        "growth" => Kind::Growth,
        "share" => Kind::Share,
        "gap" => Kind::Gap,
        "target" => Kind::Target,
        "average" => Kind::Average,
        "ratio" => Kind::Ratio,
        _ => return None,
    })
}

/// `rule WEIGHT` and its terms; `None` for a line that cannot be read, of which a test holds that there is none.
fn rule(key: &str, value: &'static str, lexicon: &Lexicon, names: &Names) -> Option<Rule> {
    let weight = key.strip_prefix("rule ")?.trim().parse().ok()?;
    Rule::read(weight, value, &|name| {
        let group = names.iter().find(|(known, _)| *known == name).map_or(name, |(_, members)| members);
        group.split('|').fold(Concepts::default(), |all, n| all | lexicon.concept(n))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_catalogue_is_read() {
        let catalogue = catalogue();
        let printed = include_str!("data/catalogue.txt").lines().filter(|l| l.starts_with("rule ")).count();
        assert_eq!(catalogue.entries.iter().map(|e| e.rules.len()).sum::<usize>(), printed);
        assert_eq!(catalogue.entries.len(), 37);
        for entry in &catalogue.entries {
            let complete = !entry.indicator.label.is_empty() && !entry.indicator.definition.is_empty() && !entry.units.is_empty();
            assert!(complete && entry.kinds != Kinds::of([]) && !entry.rules.is_empty(), "{}", entry.indicator.id);
            let known = super::super::programme::PROGRAMMES.lines().any(|l| l.starts_with(&format!("{} |", entry.indicator.programme)));
            assert!(known, "programme of {}", entry.indicator.id);
            assert!(PROGRAMMES.iter().any(|(id, _)| *id == entry.indicator.programme), "programme of {} in Chinese", entry.indicator.id);
            let said = entry.said(Language::Chinese);
            assert!(
                said.label != entry.indicator.label && !said.definition.contains(|c: char| c.is_ascii_alphabetic()),
                "{}",
                entry.indicator.id
            );
        }
    }
}
