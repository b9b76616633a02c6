//! What a row is called: of all that is said of its figures, the few words that say most of what all say.

use super::rows::Row;
use super::words::{Said, words};
use crate::analysis::Quantity;
use crate::language::plural;
use rustc_hash::FxHashSet;

/// A name has no more words.
const LONGEST: usize = 5;
/// What the words beside a figure are worth as a name, against a description.
const BESIDE: f32 = 0.8;
/// ... and a verb without its noun.
const VERB: f32 = 0.75;
/// So many figures of a row are looked at for a name.
const NAMING: usize = 100;
/// A name is better only by more than this.
const CLOSE: f32 = 0.001;
/// A name that a phrase gave is kept if the best says no more than this times as much.
const KEPT: f32 = 1.3;

/// The name of a row: what it is called already, if that says most of it, or the best words that name no other row.
pub(in crate::indicator) fn label(said: &Said, row: &Row, known: Option<&str>, taken: &FxHashSet<String>) -> String {
    let namer = Namer::new(said, row);
    let mut best = (0.0_f32, String::new());
    for figure in row.cells.values().take(NAMING) {
        for (text, worth) in namer.texts(figure) {
            namer.best_of(&text, worth, taken, &mut best);
        }
    }
    let known = known.map(|known| (score(known.split(' ').map(|word| namer.weight(word))), known));
    known.filter(|(score, _)| best.0 <= score * KEPT).map_or(best.1, |(_, known)| known.to_owned())
}

struct Namer<'s, 'a> {
    said: &'s Said<'a>,
    row: &'s Row<'a>,
    length: f32,
}

impl<'s, 'a> Namer<'s, 'a> {
    fn new(said: &'s Said<'a>, row: &'s Row<'a>) -> Self {
        Self { said, row, length: row.length.max(f32::MIN_POSITIVE) }
    }

    /// How much a word says of the row.
    fn weight(&self, word: &str) -> f32 {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        self.said.number(word).map_or(0.0, |stem| self.row.said.weight(stem) / self.length)
    }

    /// What may name a figure, with its worth: its description, its noun with what was done to it, the words beside it.
    fn texts(&self, figure: &Quantity) -> Vec<(String, f32)> {
        let mut texts = vec![(figure.what.clone(), 1.0)];
        let clauses = self.said.clauses(figure);
        if let Some(noun) = figure.noun.as_deref() {
            let things = plural(noun);
            let done = clauses.iter().flat_map(|clause| words(clause)).filter(|word| word.ends_with("ed") && self.weight(word) > 0.0);
            texts.extend(done.map(|done| (format!("{things} {done}"), 1.0)));
            texts.push((things, 1.0));
        }
        texts.extend(clauses.map(|clause| (clause.trim().to_owned(), BESIDE)));
        texts
    }

    /// The best stretch of a text that is no other row's name.
    fn best_of(&self, text: &str, worth: f32, taken: &FxHashSet<String>, best: &mut (f32, String)) {
        let words: Vec<&str> = text.split_whitespace().collect();
        let weights: Vec<f32> = words.iter().map(|word| self.weight(word)).collect();
        for (from, to) in stretches(words.len()) {
            let Some(stretch) = weights.get(from..to) else { continue };
            if words.get(from..to).is_some_and(|words| words.iter().any(|word| is_clause_word(word))) {
                continue;
            }
            let ends = [stretch.first(), stretch.last()].iter().all(|weight| weight.is_some_and(|weight| *weight > 0.0));
            let verb = to - from == 1 && words.get(from).is_some_and(|word| is_verb(word));
            let score = score(stretch.iter().copied()) * worth * if verb { VERB } else { 1.0 };
            if !ends || score <= best.0 + CLOSE {
                continue;
            }
            let name = words.get(from..to).unwrap_or_default().join(" ");
            let name = name.trim_matches(|c: char| !c.is_alphanumeric());
            if !taken.contains(&name.to_lowercase()) && !name.contains([',', '(', ')', ';', ':']) {
                *best = (score, name.to_owned());
            }
        }
    }
}

/// How much several words say: more of them only where each adds to it.
fn score(weights: impl Iterator<Item = f32>) -> f32 {
    let (mut sum, mut content) = (0.0, 0.0_f32);
    for weight in weights.filter(|weight| *weight > 0.0) {
        (sum, content) = (sum + weight, content + 1.0);
    }
    sum / content.max(1.0).sqrt()
}

/// Words of whole sentences, which no name has.
fn is_clause_word(word: &str) -> bool {
    matches!(
        word,
        "is" | "are"
            | "was"
            | "were"
            | "be"
            | "been"
            | "has"
            | "have"
            | "had"
            | "who"
            | "whom"
            | "which"
            | "that"
            | "them"
            | "their"
            | "its"
            | "it"
            | "they"
            | "he"
            | "we"
            | "our"
    )
}

/// Whether a word by itself says that something is done.
fn is_verb(word: &str) -> bool {
    word.len() > 4 && (word.ends_with("ed") || word.ends_with("ing"))
        || matches!(word, "spent" | "spend" | "spends" | "burnt" | "held" | "sold" | "built")
}

/// All stretches of so many words that are short enough.
fn stretches(words: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..words).flat_map(move |from| (from + 1..=words.min(from + LONGEST)).map(move |to| (from, to)))
}
