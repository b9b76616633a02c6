//! The figures of one unit and the rows that they make, section by section: the likest pair first, by words, size and order.

use super::order::Order;
use super::rows::{HEAVY, LIKE_OF_FEW, Row, by_section};
use super::words::{Said, log2};
use crate::analysis::{Amount, Kind, Quantity, Scope};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;

/// How alike a figure and a row have to be where each region has hardly another figure of the unit.
const LIKE_IF_ALONE: f32 = 0.08;
/// Figures a section has of a unit, on average, up to which the only one of a section is what others state in that unit, ...
const SINGLE: f32 = 1.5;
/// ... rather in the row of most sections, by so much at the most.
const FILLED: f32 = 0.1;
/// Less alike by so much if one is a part of a total and the other is none.
const PART: f32 = 0.08;
/// ... if a figure may be meant for a part of the region or for a coming year.
const DOUBT: f32 = 0.1;
/// ... and for every power of ten beyond the first that lies between the values, up to the second: what the words leave no doubt of is a slip.
const FAR: f32 = 0.3;
const FARTHEST: f32 = 0.4;
/// Binary digits of a power of ten.
const TEN: f64 = 3.32;
/// Binary digits of numbers up to a dozen, and of a thousand: such a number stands in no row of values more than a thousand times as large.
const SMALL: f64 = 3.6;
const THOUSAND: f64 = 10.0;
/// What it is worth that a figure stands where the row stands in other sections, in cosines, ...
const ORDERED: f32 = 0.2;
/// ... which is worth nothing where the words are less alike, ...
const UNLIKE: f32 = 0.05;
/// ... and what it is worth when all else has its row; less likeness is enough then, by so much, where the order agrees so far.
const ORDERED_AT_LAST: f32 = 0.3;
const LESS_AT_LAST: f32 = 0.05;
const AGREES: f32 = 0.4;
/// A figure stays in a known row that has it with so little likeness.
const STAYS: f32 = 0.15;
/// Rows of so many sections are joined whose figures stand in different sections, ...
const JOINED: usize = 2;
/// ... if they are less alike than a figure has to be by no more than this.
const LESS_OF_ROWS: f32 = 0.1;
/// A report's total is no more than so many times what its regions state.
const MOST_OF_ALL: f64 = 20.0;
/// A row of one figure is forgotten so many sections later.
const FORGOTTEN: usize = 8;
/// Fewer rows are all looked at.
const FEW: usize = 8;

/// The figures of one key, with the rows that they make.
pub(super) struct Group<'a, 's> {
    said: &'s Said<'s>,
    /// How alike figures have to be.
    like: f32,
    /// Whether no section has more than two of them.
    sparse: bool,
    /// Whether most sections have one.
    single: bool,
    sections: BTreeMap<u32, Vec<&'a Quantity>>,
    pub(super) rows: Vec<Row<'a>>,
}

impl<'a, 's> Group<'a, 's> {
    pub(super) fn new(said: &'s Said<'s>, like: f32, sections: BTreeMap<u32, Vec<&'a Quantity>>, rows: Vec<Row<'a>>) -> Self {
        let sparse = like < LIKE_OF_FEW && sections.values().all(|figures| figures.len() <= 2);
        let all: usize = sections.values().map(Vec::len).sum();
        let single = like < LIKE_OF_FEW && all as f32 <= sections.len() as f32 * SINGLE;
        Self { said, like, sparse, single, sections, rows }
    }

    /// Goes through all sections; rows that begin get the next numbers.
    pub(super) fn turn(&mut self, numbers: &mut usize, order: Option<&Order>) {
        let sections: Vec<u32> = self.sections.keys().copied().collect();
        for (at, section) in sections.iter().enumerate() {
            self.place(*section, numbers, order);
            let old = at.checked_sub(FORGOTTEN).and_then(|old| sections.get(old)).copied();
            self.rows.retain(|row| row.cells.len() > 1 || row.seed.is_some() || row.cells.keys().next().copied() > old || old.is_none());
        }
        self.rows.sort_by_key(|row| std::cmp::Reverse(row.cells.len()));
        if let Some(order) = order {
            self.join(order);
        }
    }

    /// Gives the figures of a section their rows.
    fn place(&mut self, section: u32, numbers: &mut usize, order: Option<&Order>) {
        let said = self.said;
        self.loosen(section, order);
        let own = |row: &Row| row.cells.get(&section).map(|figure| figure.id);
        let fixed: FxHashSet<u32> = self.rows.iter().filter(|row| row.anchored).filter_map(own).collect();
        // What stands alone in its row is there until it finds a better one.
        let alone: FxHashMap<u32, usize> =
            self.rows.iter().filter(|row| !row.anchored && row.cells.len() == 1).filter_map(|row| Some((own(row)?, row.number))).collect();
        for row in self.rows.iter_mut().filter(|row| !row.anchored && row.cells.len() > 1) {
            row.remove(said, section);
        }
        let mut figures = self.sections.get(&section).cloned().unwrap_or_default();
        figures.retain(|figure| !fixed.contains(&figure.id));
        let placed = self.assign(&figures, |figure, row| {
            if row.cells.contains_key(&section) {
                return None;
            }
            let score = self.score(figure, row, order)?;
            let alone = self.sparse && figures.len() == 1 && self.rows.len() <= 2;
            let only = self.single && figures.len() == 1 && order.is_some() && !figure.unit.is_counted();
            let least = if only {
                0.0
            } else if alone {
                LIKE_IF_ALONE
            } else {
                self.like
            };
            let filled = row.cells.len() as f32 / self.sections.len() as f32;
            (score >= least).then_some(score + if only { FILLED * filled } else { 0.0 })
        });
        let mut left: FxHashSet<usize> = FxHashSet::default();
        for (figure, row) in placed {
            let home = alone.get(&figure.id);
            match row.and_then(|row| self.rows.get_mut(row)) {
                Some(row) => {
                    row.insert(said, section, figure);
                    left.extend(home);
                }
                None if home.is_some() => {}
                None => {
                    self.rows.push(Row::new(*numbers, said, BTreeMap::from([(section, figure)])));
                    *numbers += 1;
                }
            }
        }
        self.rows.retain(|row| !row.cells.is_empty() && !left.contains(&row.number));
    }

    /// Takes figures out of known rows where neither words nor order speak for them.
    fn loosen(&mut self, section: u32, order: Option<&Order>) {
        let Some(order) = order else { return };
        let mut rows = std::mem::take(&mut self.rows);
        for row in rows.iter_mut().filter(|row| row.anchored && row.cells.len() > 2) {
            let Some(figure) = row.cells.get(&section).copied() else { continue };
            row.remove(self.said, section);
            if self.score(figure, row, Some(order)).is_some_and(|score| score >= STAYS) {
                row.insert(self.said, section, figure);
            }
        }
        self.rows = rows;
    }

    /// How well a figure is one of a row.
    fn score(&self, figure: &Quantity, row: &Row, order: Option<&Order>) -> Option<f32> {
        let score = likeness(self.said, figure, row, order)?;
        let Some(order) = order.filter(|_| score >= UNLIKE) else { return Some(score) };
        Some(score + ORDERED * order.agrees(figure.section, figure.id, row.number))
    }

    /// Gives rows of most sections the figures that are left in others, where the order leaves little doubt.
    pub(super) fn fill(&mut self, order: &Order, least: usize) {
        let sections: Vec<u32> = self.sections.keys().copied().collect();
        for section in sections {
            let settled = |row: &&Row| row.cells.len() >= least && row.cells.contains_key(&section);
            let placed: FxHashSet<u32> = self.rows.iter().filter(settled).filter_map(|row| row.cells.get(&section)).map(|f| f.id).collect();
            let mut figures = self.sections.get(&section).cloned().unwrap_or_default();
            figures.retain(|figure| !placed.contains(&figure.id));
            let pairs = self.assign(&figures, |figure, row| {
                if row.cells.len() < least || row.cells.contains_key(&section) {
                    return None;
                }
                let like = likeness(self.said, figure, row, Some(order))?;
                let agrees = order.agrees(section, figure.id, row.number);
                let score = like + ORDERED_AT_LAST * agrees;
                (agrees >= AGREES && like >= 0.0 && score >= self.like - LESS_AT_LAST).then_some(score)
            });
            for (figure, row) in pairs {
                if let Some(row) = row.and_then(|row| self.rows.get_mut(row)) {
                    row.insert(self.said, section, figure);
                }
            }
        }
    }

    /// Makes one row of two whose figures stand in different sections and are alike: the same thing in two wordings.
    fn join(&mut self, order: &Order) {
        let mut at = self.rows.len();
        while let Some(last) = at.checked_sub(1) {
            at = last;
            let Some(row) = self.rows.get(at).filter(|row| !row.anchored && row.cells.len() >= JOINED) else { continue };
            let apart = |other: &Row| row.cells.keys().all(|section| !other.cells.contains_key(section));
            let like = |other: &Row| {
                let scores = row.cells.values().filter_map(|figure| self.score(figure, other, Some(order)));
                scores.sum::<f32>() / row.cells.len() as f32
            };
            let larger = self.rows.get(..at).unwrap_or_default().iter().enumerate().filter(|(_, other)| apart(other));
            let best = larger.map(|(number, other)| (like(other), number)).max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
            let Some((_, into)) = best.filter(|(like, _)| *like >= self.like - LESS_OF_ROWS) else { continue };
            let cells = self.rows.remove(at).cells;
            if let Some(into) = self.rows.get_mut(into) {
                for (section, figure) in cells {
                    into.insert(self.said, section, figure);
                }
            }
        }
    }

    /// The row of each figure by the number of the row: the likest pair first, each figure and each row once.
    fn assign(&self, figures: &[&'a Quantity], score: impl Fn(&Quantity, &Row) -> Option<f32>) -> Vec<(&'a Quantity, Option<usize>)> {
        let index = self.index();
        let mut pairs: Vec<(f32, usize, usize)> = Vec::new();
        for (at, figure) in figures.iter().enumerate() {
            for number in self.near(&index, figure) {
                let like = self.rows.get(number).and_then(|row| score(figure, row));
                pairs.extend(like.map(|like| (like, at, number)));
            }
        }
        pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
        let (mut of_figure, mut taken) = (vec![None; figures.len()], FxHashSet::default());
        for (_, at, number) in pairs {
            if let Some(row) = of_figure.get_mut(at).filter(|row| row.is_none() && !taken.contains(&number)) {
                *row = Some(number);
                taken.insert(number);
            }
        }
        figures.iter().copied().zip(of_figure).collect()
    }

    /// Which rows each stem weighs much in; nothing where there are so few that all are looked at.
    fn index(&self) -> FxHashMap<u32, Vec<usize>> {
        let mut index: FxHashMap<u32, Vec<usize>> = FxHashMap::default();
        for (number, row) in self.rows.iter().enumerate().filter(|_| self.rows.len() > FEW) {
            for stem in &row.heavy {
                index.entry(*stem).or_default().push(number);
            }
        }
        index
    }

    /// The rows that a figure is held against.
    fn near(&self, index: &FxHashMap<u32, Vec<usize>>, figure: &Quantity) -> Vec<usize> {
        if self.rows.len() <= FEW {
            return (0..self.rows.len()).collect();
        }
        let stems = self.said.of(figure).map(|vector| vector.heaviest(HEAVY.0)).unwrap_or_default();
        let mut rows: Vec<usize> = stems.iter().filter_map(|stem| index.get(stem)).flatten().copied().collect();
        rows.sort_unstable();
        rows.dedup();
        rows
    }

    /// Adds what is said of all regions together, which begins no row.
    pub(super) fn add_general(&mut self, figures: &[&'a Quantity]) {
        for (section, figures) in by_section(figures.to_vec()) {
            let alike = |figure: &Quantity, row: &Row| {
                cosine(self.said, figure, row).filter(|score| *score >= self.like && may_be_total(figure, row))
            };
            for (figure, row) in self.assign(&figures, alike) {
                if let Some(row) = row.and_then(|row| self.rows.get_mut(row)) {
                    row.cells.insert(section, figure);
                }
            }
        }
    }
}

/// Whether an amount may be that of all regions of a row: no less than the largest, and not many times all of them.
fn may_be_total(figure: &Quantity, row: &Row) -> bool {
    let values = || row.cells.values().filter_map(|cell| cell.amount.as_f64());
    let (largest, all) = (values().fold(0.0, f64::max), values().sum::<f64>());
    !grows(figure) || figure.amount.as_f64().is_some_and(|own| own >= largest && own <= all * MOST_OF_ALL)
}

/// The cosine of the vectors of a figure and a row.
fn cosine(said: &Said, figure: &Quantity, row: &Row) -> Option<f32> {
    said.of(figure).filter(|_| row.length > 0.0).map(|own| own.dot(&row.said) / row.length)
}

/// The same, less where the values lie far apart and where parts stand among totals.
fn likeness(said: &Said, figure: &Quantity, row: &Row, order: Option<&Order>) -> Option<f32> {
    let mut score = cosine(said, figure, row)?;
    if figure.of.is_some() != (row.parts * 2 > row.cells.len()) {
        score -= PART;
    }
    // What may be meant for a part of the region, or for a coming year.
    if figure.scope == Scope::Part || figure.kind == Kind::Target {
        score -= DOUBT;
    }
    if let Some((own, mean)) = size(figure.amount).zip(row.mean_size()).filter(|_| !figure.unit.is_relative()) {
        let usual = order.filter(|_| grows(figure)).map_or(0.0, |order| order.size(figure.section));
        // "Its two departments" are none of 84,000 patients, whatever is said around them.
        if own < SMALL && mean - own > THOUSAND {
            return None;
        }
        let apart = (own - mean).abs().min((own - usual - mean).abs()) / TEN - 1.0;
        score -= (FAR * apart.max(0.0) as f32).min(FARTHEST);
    }
    Some(score)
}

/// Whether an amount is the larger the larger a region is.
pub(super) fn grows(figure: &Quantity) -> bool {
    !figure.unit.is_relative() && !figure.unit.is_time() && figure.per.is_none() && figure.kind != Kind::Average
}

/// Binary digits of a value above nought.
pub(super) fn size(amount: Amount) -> Option<f64> {
    amount.as_f64().filter(|value| *value > 0.0).map(log2)
}
