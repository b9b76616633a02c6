//! What a row is called: of all that describes its figures, the few words that say most of what all say.

use super::rows::Row;
use super::words::Said;
use crate::analysis::Quantity;
use rustc_hash::FxHashSet;

/// A name has no more words.
const LONGEST: usize = 5;

/// The words of the descriptions that name a row best, and no other row yet.
pub(in crate::indicator) fn label(said: &Said, row: &Row, taken: &FxHashSet<String>) -> String {
    let length = row.said.length().max(f32::MIN_POSITIVE);
    let weight = |word: &str| said.number(word).map_or(0.0, |stem| row.said.weight(stem) / length);
    let mut best = (0.0_f32, String::new());
    for figure in row.cells.values() {
        for text in descriptions(figure) {
            let words: Vec<&str> = text.split_whitespace().collect();
            let weights: Vec<f32> = words.iter().map(|word| weight(word.trim_matches(|c: char| !c.is_alphanumeric()))).collect();
            for (from, to) in stretches(words.len()) {
                let Some(stretch) = weights.get(from..to) else { continue };
                let ends = [stretch.first(), stretch.last()].iter().all(|weight| weight.is_some_and(|weight| *weight > 0.0));
                let content = stretch.iter().filter(|weight| **weight > 0.0).count();
                let score = stretch.iter().sum::<f32>() / (content as f32).sqrt();
                if !ends || score <= best.0 + CLOSE {
                    continue;
                }
                let name = words.get(from..to).unwrap_or_default().join(" ");
                let name = name.trim_matches(|c: char| !c.is_alphanumeric());
                if !taken.contains(&name.to_lowercase()) {
                    best = (score, name.to_owned());
                }
            }
        }
    }
    best.1
}

/// A name is better only by more than this.
const CLOSE: f32 = 0.001;

/// What a figure is said to measure, and what it counts.
fn descriptions(figure: &Quantity) -> impl Iterator<Item = &str> {
    [Some(figure.what.as_str()), figure.noun.as_deref()].into_iter().flatten()
}

/// All stretches of so many words that are short enough.
fn stretches(words: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..words).flat_map(move |from| (from + 1..=words.min(from + LONGEST)).map(move |to| (from, to)))
}
