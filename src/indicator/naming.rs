//! How a phrase is printed as the name of an indicator: with the things that it speaks of, where the report leaves them out.

use super::phrase::Words;
use super::word::{Sort, is_adjective};
use crate::analysis::{Analysis, Kind, Quantity, Unit};
use crate::language::{plural, singular};
use std::ops::Range;

/// More words than these in front of a phrase's end make no name.
const MOST_WORDS: usize = 6;

/// A phrase of a figure's words as a name: "public" of schools is "public schools", "headed by women" of households is "households headed by
/// women".
pub(super) fn printed(analysis: &Analysis, quantity: &Quantity, words: Words, phrase: Range<usize>) -> String {
    let plain = words.printed(phrase.clone());
    let sort = |at: usize| words.sorts().get(at).copied().unwrap_or_default();
    let behind_pronoun = phrase.start.checked_sub(1).is_some_and(|before| sort(before).contains(Sort::PRONOUN));
    // "72% of them hold a degree", "310 of them women"
    if behind_pronoun && !sort(phrase.start).contains(Sort::NOUN) {
        let whole = quantity.of.or(quantity.base).and_then(|id| analysis.quantities.get(id as usize));
        let Some((whole, things)) = whole.and_then(|whole| Some((whole, things(whole)?))) else { return plain };
        let who = if matches!(whole.unit, Unit::People | Unit::Households) { "who" } else { "that" };
        return format!("{things} {who} {plain}");
    }
    // "share of wells (repaired)"
    if quantity.kind == Kind::Share && phrase.end + 1 == words.all_printed().len() && sort(phrase.end).contains(Sort::LEADS) {
        return words.printed(phrase.start..phrase.end + 1);
    }
    let Some(noun) = quantity.noun.as_deref().filter(|_| quantity.unit.is_counted()) else { return plain };
    let said = words.all_printed().iter().any(|word| singular(word) == singular(noun));
    if !said && sort(0).contains(Sort::LEADS) && phrase.end <= MOST_WORDS {
        return format!("{} {}", plural(noun), words.printed(0..phrase.end));
    }
    let alone = words.all_printed().len() == 1 && !sort(0).contains(Sort::NOUN) && is_adjective(&plain);
    let owner = if said { quantity.of.and_then(|id| analysis.quantities.get(id as usize)).and_then(things) } else { Some(plural(noun)) };
    owner.filter(|_| alone).map_or_else(|| plain.clone(), |things| format!("{plain} {things}"))
}

/// What a figure counts, in the plural.
fn things(quantity: &Quantity) -> Option<String> {
    quantity.noun.as_deref().filter(|_| quantity.unit.is_counted()).map(plural)
}

/// In lower case but for short forms ("VIP latrines", "HIV tests", "SMEs") and names behind small words ("people in August").
pub(super) fn in_small_letters(printed: &str) -> String {
    let short = |word: &str| {
        let letters = word.strip_suffix('s').unwrap_or(word);
        letters.len() > 1 && letters.bytes().all(|b| b.is_ascii_uppercase())
    };
    let plain = printed.starts_with(char::is_lowercase);
    let mut behind_of = false;
    let mut set = |word: &str| {
        // "growth of Food prices": what rises may have begun a sentence.
        let name = plain && !behind_of;
        behind_of = word == "of";
        if short(word) || name { word.to_owned() } else { word.to_lowercase() }
    };
    printed.split(' ').map(&mut set).collect::<Vec<_>>().join(" ")
}

/// A label as part of an id.
pub(super) fn slug(label: &str) -> String {
    let words = label.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    words.collect::<Vec<_>>().join("-")
}

/// A unit as part of an id.
pub(super) fn unit_slug(unit: Unit) -> String {
    if unit == Unit::Percent { "percent".to_owned() } else { unit.code().to_lowercase() }
}

/// With a capital in front.
pub(super) fn capitalised(label: &str) -> String {
    let mut chars = label.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
