//! What is said around each figure, as a vector of stems: the words of its clause, of its description, of the figures that it belongs to.

use super::stem::stem;
use super::vector::Vector;
use crate::analysis::{Analysis, Quantity};
use rustc_hash::{FxHashMap, FxHashSet};

/// Weight of the words right beside a figure.
const BESIDE: f32 = 1.0;
/// ... of those further in front, up to the figure before.
const IN_FRONT: f32 = 0.7;
/// ... of those further behind, which may be said of the next one.
const BEHIND: f32 = 0.25;
/// ... of those in front of the figure before.
const EARLIER: f32 = 0.2;
/// ... of the description.
const WHAT: f32 = 1.2;
/// ... of the counted noun.
const NOUN: f32 = 0.8;
/// ... of the description of the total or base.
const RELATED: f32 = 0.3;

/// Bytes in front of a figure that are read.
const REACH: usize = 400;

/// The vectors of all figures, by their ids.
pub(in crate::indicator) struct Said<'a> {
    vectors: Vec<Vector>,
    /// The clause in front of each figure and the one behind it.
    clauses: Vec<[&'a str; 2]>,
    /// Numbers of stems, in the order in which they first come.
    numbers: FxHashMap<Box<str>, u32>,
}

impl<'a> Said<'a> {
    /// Reads what is said around every figure of a report.
    pub(in crate::indicator) fn read(text: &'a str, analysis: &'a Analysis) -> Self {
        let mut reader = Reader { text, analysis, numbers: FxHashMap::default(), known: FxHashMap::default(), names: FxHashSet::default() };
        let mut weights = Vec::with_capacity(analysis.quantities.len());
        let mut clauses = Vec::with_capacity(analysis.quantities.len());
        let mut section = None;
        for (at, figure) in analysis.quantities.iter().enumerate() {
            if section != Some(figure.section) {
                section = Some(figure.section);
                reader.enter(figure.section);
            }
            let around = reader.around(at, figure);
            clauses.push([around.near, around.beside]);
            weights.push(reader.figure(figure, &around));
        }
        let mut figures_with = vec![0_u32; reader.numbers.len()];
        for stem in weights.iter().flat_map(|weights| distinct(weights)) {
            if let Some(count) = figures_with.get_mut(stem as usize) {
                *count += 1;
            }
        }
        let all = weights.len() as u32;
        let rare: Vec<f32> = figures_with.into_iter().map(|with| rarity(all, with)).collect();
        let weigh = |(stem, weight): (u32, f32)| (stem, weight * rare.get(stem as usize).copied().unwrap_or_default());
        let vectors = weights.into_iter().map(|weights| Vector::unit(weights.into_iter().map(weigh).collect())).collect();
        Self { vectors, clauses, numbers: reader.numbers }
    }

    /// What is said around a figure.
    pub(super) fn of(&self, figure: &Quantity) -> Option<&Vector> {
        self.vectors.get(figure.id as usize)
    }

    /// The clause in front of a figure and the one behind it.
    pub(super) fn clauses(&self, figure: &Quantity) -> [&'a str; 2] {
        self.clauses.get(figure.id as usize).copied().unwrap_or_default()
    }

    /// The number of the stem of a word, where one of the figures has it.
    pub(super) fn number(&self, word: &str) -> Option<u32> {
        self.numbers.get(&stem(word)?).copied()
    }
}

/// The stems of some weights, each once.
fn distinct(weights: &[(u32, f32)]) -> impl Iterator<Item = u32> {
    let mut stems: Vec<u32> = weights.iter().map(|(stem, _)| *stem).collect();
    stems.sort_unstable();
    stems.dedup();
    stems.into_iter()
}

/// How much a stem tells that so many of all figures have.
fn rarity(all: u32, with: u32) -> f32 {
    let times = f64::from(all) / f64::from(with.max(1)) + 1.0;
    log2(times).sqrt() as f32
}

/// The binary logarithm, its fraction as a straight line: near enough, and the same on every machine.
pub(super) fn log2(value: f64) -> f64 {
    let bits = value.to_bits();
    let exponent = (bits >> 52 & 0x7ff) as f64 - 1023.0;
    exponent + (bits & ((1 << 52) - 1)) as f64 / (1_u64 << 52) as f64
}

/// The words of a sentence around a figure: in front of the figure before, then up to this one; behind it, up to the next.
struct Around<'a> {
    earlier: &'a str,
    far: &'a str,
    near: &'a str,
    beside: &'a str,
    on: &'a str,
}

struct Reader<'a> {
    text: &'a str,
    analysis: &'a Analysis,
    numbers: FxHashMap<Box<str>, u32>,
    /// Words as printed: most come again and again.
    known: FxHashMap<&'a str, Option<u32>>,
    /// Stems of the name of the section's region: they tell nothing inside it.
    names: FxHashSet<u32>,
}

impl<'a> Reader<'a> {
    fn enter(&mut self, section: u32) {
        let analysis = self.analysis;
        let name = analysis.sections.get(section as usize).map_or("", |section| section.region.name.as_str());
        self.names = words(name).filter_map(|word| self.number(word)).collect();
    }

    fn number(&mut self, word: &'a str) -> Option<u32> {
        if let Some(known) = self.known.get(word) {
            return *known;
        }
        let next = self.numbers.len() as u32;
        let number = stem(word).map(|stem| *self.numbers.entry(stem).or_insert(next));
        self.known.insert(word, number);
        number
    }

    fn add(&mut self, weights: &mut Vec<(u32, f32)>, text: &'a str, weight: f32) {
        for word in words(text) {
            // "the drop-out rate", "4% dropped out"
            let parts = word.split('-').filter(|part| part.len() < word.len());
            for word in parts.chain([word]) {
                if let Some(stem) = self.number(word).filter(|stem| !self.names.contains(stem)) {
                    weights.push((stem, weight));
                }
            }
        }
    }

    /// The words around a figure; figures come in the order of the text.
    fn around(&self, at: usize, figure: &Quantity) -> Around<'a> {
        let quantities = &self.analysis.quantities;
        let start = figure.start as usize;
        let sentence = figure.sentence.range();
        let begin = floor(self.text, sentence.start.max(start.saturating_sub(REACH)));
        let before = at.checked_sub(1).and_then(|before| quantities.get(before)).map_or(begin, |q| (q.end as usize).max(begin)).min(start);
        let next = quantities.get(at + 1).map_or(sentence.end, |q| (q.start as usize).min(sentence.end));
        let stretch = |from: usize, to: usize| self.text.get(from..to).unwrap_or_default();
        let (far, near) = last_part(stretch(before, start));
        let (beside, on) = first_part(stretch(figure.end as usize, next));
        Around { earlier: stretch(begin, before), far, near, beside, on }
    }

    fn figure(&mut self, figure: &'a Quantity, around: &Around<'a>) -> Vec<(u32, f32)> {
        let mut weights = Vec::new();
        let quantities = &self.analysis.quantities;
        self.add(&mut weights, around.earlier, EARLIER);
        self.add(&mut weights, around.far, IN_FRONT);
        self.add(&mut weights, around.near, BESIDE);
        self.add(&mut weights, around.beside, BESIDE);
        self.add(&mut weights, around.on, BEHIND);
        self.add(&mut weights, &figure.what, WHAT);
        self.add(&mut weights, figure.noun.as_deref().unwrap_or_default(), NOUN);
        for other in [figure.base, figure.of].into_iter().flatten().filter_map(|id| quantities.get(id as usize)) {
            self.add(&mut weights, &other.what, RELATED);
            self.add(&mut weights, other.noun.as_deref().unwrap_or_default(), RELATED);
        }
        weights
    }
}

/// The next boundary of a character at or below an offset.
fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default()
}

/// Words of letters, with apostrophes and hyphens inside.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_alphabetic() || matches!(c, '\'' | '’' | '-'))).filter(|word| word.starts_with(char::is_alphabetic))
}

/// Where each word of a text begins.
fn places(text: &str) -> impl Iterator<Item = (usize, &str)> {
    words(text).map(move |word| ((word.as_ptr() as usize).saturating_sub(text.as_ptr() as usize), word))
}

/// What stands in front of the last clause in front of a figure, and that clause.
fn last_part(front: &str) -> (&str, &str) {
    let mark = front.rfind([',', ')', ';', ':']).map(|at| at + 1);
    let joint = places(front).filter(|(_, word)| matches!(*word, "and" | "while")).last().map(|(at, word)| at + word.len());
    front.split_at_checked(mark.max(joint).unwrap_or_default()).unwrap_or(("", front))
}

/// The clause right behind a figure, and what follows: a comma, a bracket or one of these words begins something else.
fn first_part(behind: &str) -> (&str, &str) {
    let mark = behind.find([',', '(', ';', ':']);
    let joint = places(behind).find(|(_, word)| matches!(*word, "and" | "while" | "against" | "compared" | "from")).map(|(at, _)| at);
    let at = mark.into_iter().chain(joint).min().unwrap_or(behind.len());
    behind.split_at_checked(at).unwrap_or((behind, ""))
}
