//! Which figures stand in one row: those whose words are most alike, one a region.
//!
//! Sections are gone through in turn, twice: the figures of one are held against the rows that the others make, the likest pair first; what is like
//! none begins a row. In the second turn every figure has met all rows.

use super::vector::Vector;
use super::words::{Said, log2};
use crate::analysis::{Amount, Analysis, Kind, Quantity, RegionKind, Unit};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;

/// How alike a figure and a row have to be: the cosine of their vectors.
const LIKE: f32 = 0.25;
/// ... of shares, which are said of anything in the same words.
const LIKE_OF_SHARES: f32 = 0.3;
/// ... where each region has hardly another figure of the unit.
const LIKE_IF_ALONE: f32 = 0.08;
/// Less alike by so much if one is a part of a total and the other is none.
const PART: f32 = 0.08;
/// ... and for every power of ten beyond the first that lies between the values, up to the second: what the words leave no doubt of is a slip.
const FAR: f32 = 0.3;
const FARTHEST: f32 = 0.4;
/// Two or three regions make a row only where figures are this much alike.
const LIKE_OF_FEW: f32 = 0.4;
/// Binary digits of a power of ten.
const TEN: f64 = 3.32;
/// How often all sections are gone through.
const TURNS: usize = 2;
/// Figures of one unit in one section that are looked at.
const MOST: usize = 150;
/// A report's total is no more than so many times what its regions state.
const MOST_OF_ALL: f64 = 20.0;
/// A row of one figure is forgotten so many sections later.
const FORGOTTEN: usize = 8;
/// So many of the stems that weigh most in a figure and in a row have to be shared.
const HEAVY: (usize, usize) = (4, 8);
/// Cells from which on what weighs most in a row is looked at seldom.
const SETTLED: usize = 16;
/// Fewer rows are all looked at.
const FEW: usize = 8;

/// What may be compared: a unit, all counts alike, with its denominator; movement apart.
type Key<'a> = (Unit, Option<&'a str>, bool);

/// Figures of several sections that state the same.
pub(in crate::indicator) struct Row<'a> {
    /// The figure of each section.
    pub(in crate::indicator) cells: BTreeMap<u32, &'a Quantity>,
    /// In how many regions; the other cells are of the report as a whole.
    pub(in crate::indicator) regions: usize,
    /// What is said of all of them.
    pub(super) said: Vector,
    /// How long that vector is.
    pub(super) length: f32,
    heavy: Vec<u32>,
    /// How many of its figures are parts of totals.
    parts: usize,
    /// The sum of the binary digits of its values, and of how many.
    sizes: (f64, u32),
    /// The number of the row that it began as, if any.
    pub(in crate::indicator) seed: Option<usize>,
    /// Whether the cells that it began with stay.
    anchored: bool,
}

/// A row that is known before.
pub(in crate::indicator) struct Seed<'a> {
    /// The figure of each section.
    pub(in crate::indicator) cells: BTreeMap<u32, &'a Quantity>,
    /// Whether these stay: nothing else in their sections has the row's name.
    pub(in crate::indicator) anchored: bool,
}

impl<'a> Row<'a> {
    fn new(said: &Said, cells: BTreeMap<u32, &'a Quantity>) -> Self {
        let mut row = Self {
            cells: BTreeMap::new(),
            regions: 0,
            said: Vector::default(),
            length: 0.0,
            heavy: Vec::new(),
            parts: 0,
            sizes: (0.0, 0),
            seed: None,
            anchored: false,
        };
        for (section, figure) in cells {
            row.insert(said, section, figure);
        }
        row
    }

    fn insert(&mut self, said: &Said, section: u32, figure: &'a Quantity) {
        self.cells.insert(section, figure);
        self.note(said, figure, true);
    }

    fn remove(&mut self, said: &Said, section: u32) {
        if let Some(figure) = self.cells.remove(&section) {
            self.note(said, figure, false);
        }
    }

    /// Keeps the sums over all cells, so that none has to be gone through again.
    fn note(&mut self, said: &Said, figure: &Quantity, added: bool) {
        let times = if added { 1.0 } else { -1.0 };
        if let Some(vector) = said.of(figure) {
            self.said.add(vector, times);
        }
        let part = usize::from(figure.of.is_some());
        self.parts = if added { self.parts + part } else { self.parts.saturating_sub(part) };
        if let Some(size) = size(figure.amount) {
            let count = if added { self.sizes.1 + 1 } else { self.sizes.1.saturating_sub(1) };
            self.sizes = (self.sizes.0 + size * f64::from(times), count);
        }
        self.length = self.said.length();
        // What weighs most in a long row changes seldom.
        if self.cells.len() < SETTLED || self.cells.len().is_multiple_of(SETTLED) {
            self.heavy = self.said.heaviest(HEAVY.1);
        }
    }
}

/// The rows of at least so many regions that the figures make, beginning with those that are known; in the order of their first figures.
pub(in crate::indicator) fn rows<'a>(
    analysis: &'a Analysis,
    said: &Said,
    figures: &[&'a Quantity],
    seeds: &[Seed<'a>],
    least: usize,
) -> Vec<Row<'a>> {
    let is_region = |section: u32| analysis.sections.get(section as usize).is_some_and(|s| s.region.kind != RegionKind::Whole);
    let regions = analysis.sections.iter().filter(|s| s.region.kind != RegionKind::Whole).count();
    let constants = constants(figures, regions);
    let mut groups: BTreeMap<Key, Vec<&'a Quantity>> = BTreeMap::new();
    for figure in figures.iter().copied().filter(|figure| !constants.contains(&(figure.unit, figure.amount.bounds()))) {
        groups.entry(key(figure)).or_default().push(figure);
    }
    let mut found = Vec::new();
    for (key, figures) in groups {
        let (own, general): (Vec<&Quantity>, Vec<&Quantity>) = figures.into_iter().partition(|figure| is_region(figure.section));
        let mut group = Group::new(said, like(key, regions), by_section(own), known_of(said, seeds, key));
        (0..TURNS).for_each(|_| group.turn());
        group.rows.retain(|row| (row.anchored || row.cells.len() >= least) && differs(row));
        for row in &mut group.rows {
            row.regions = row.cells.keys().filter(|section| is_region(**section)).count();
        }
        group.add_general(&general);
        found.append(&mut group.rows);
    }
    found.sort_by_key(|row| row.cells.values().map(|figure| figure.id).min());
    found
}

/// Figures by their sections, no more of one than are looked at.
fn by_section(figures: Vec<&Quantity>) -> BTreeMap<u32, Vec<&Quantity>> {
    let mut sections: BTreeMap<u32, Vec<&Quantity>> = BTreeMap::new();
    for figure in figures {
        let own = sections.entry(figure.section).or_default();
        if own.len() < MOST {
            own.push(figure);
        }
    }
    sections
}

/// The rows of a key that are known before.
fn known_of<'a>(said: &Said, seeds: &[Seed<'a>], key: Key) -> Vec<Row<'a>> {
    let of_key = |seed: &Seed| seed.cells.values().next().is_some_and(|figure| self::key(figure) == key);
    let row =
        |(number, seed): (usize, &Seed<'a>)| Row { seed: Some(number), anchored: seed.anchored, ..Row::new(said, seed.cells.clone()) };
    seeds.iter().enumerate().filter(|(_, seed)| of_key(seed)).map(row).collect()
}

/// How alike figures of a key have to be in a report of so many regions.
fn like(key: Key, regions: usize) -> f32 {
    if regions <= 3 {
        LIKE_OF_FEW
    } else if key.0.is_relative() {
        LIKE_OF_SHARES
    } else {
        LIKE
    }
}

fn key(figure: &Quantity) -> Key<'_> {
    let unit = if figure.unit.is_counted() { Unit::Count } else { figure.unit };
    (unit, figure.per.as_deref(), matches!(figure.kind, Kind::Growth | Kind::Change))
}

/// Values of a unit that most of several regions state alike: rules and limits ("within four hours"), no findings.
fn constants(figures: &[&Quantity], regions: usize) -> FxHashSet<(Unit, Option<(rust_decimal::Decimal, rust_decimal::Decimal)>)> {
    let mut sections: FxHashMap<_, FxHashSet<u32>> = FxHashMap::default();
    for figure in figures {
        sections.entry((figure.unit, figure.amount.bounds())).or_default().insert(figure.section);
    }
    sections.into_iter().filter(|(_, sections)| regions > 2 && sections.len() * 2 > regions).map(|(value, _)| value).collect()
}

fn differs(row: &Row) -> bool {
    let mut amounts = row.cells.values().map(|figure| figure.amount);
    let first = amounts.next();
    amounts.any(|amount| Some(amount) != first)
}

/// The figures of one key, with the rows that they make.
struct Group<'a, 's> {
    said: &'s Said<'s>,
    /// How alike figures have to be.
    like: f32,
    /// Whether no section has more than two of them.
    sparse: bool,
    sections: BTreeMap<u32, Vec<&'a Quantity>>,
    rows: Vec<Row<'a>>,
}

impl<'a, 's> Group<'a, 's> {
    fn new(said: &'s Said<'s>, like: f32, sections: BTreeMap<u32, Vec<&'a Quantity>>, rows: Vec<Row<'a>>) -> Self {
        let sparse = like < LIKE_OF_FEW && sections.values().all(|figures| figures.len() <= 2);
        Self { said, like, sparse, sections, rows }
    }

    /// Goes through all sections.
    fn turn(&mut self) {
        let sections: Vec<u32> = self.sections.keys().copied().collect();
        for (at, section) in sections.iter().enumerate() {
            self.place(*section);
            let old = at.checked_sub(FORGOTTEN).and_then(|old| sections.get(old)).copied();
            self.rows.retain(|row| row.cells.len() > 1 || row.seed.is_some() || row.cells.keys().next().copied() > old || old.is_none());
        }
        self.rows.sort_by_key(|row| std::cmp::Reverse(row.cells.len()));
    }

    /// Gives the figures of a section their rows.
    fn place(&mut self, section: u32) {
        let said = self.said;
        let fixed: FxHashSet<u32> =
            self.rows.iter().filter(|row| row.anchored).filter_map(|row| row.cells.get(&section)).map(|f| f.id).collect();
        for row in &mut self.rows {
            if !row.anchored {
                row.remove(said, section);
            }
        }
        self.rows.retain(|row| !row.cells.is_empty());
        let mut figures = self.sections.get(&section).cloned().unwrap_or_default();
        figures.retain(|figure| !fixed.contains(&figure.id));
        let placed = self.assign(&figures, |figure, row| {
            if row.cells.contains_key(&section) {
                return None;
            }
            let score = likeness(said, figure, row)?;
            let alone = self.sparse && figures.len() == 1 && self.rows.len() <= 2;
            (score >= if alone { LIKE_IF_ALONE } else { self.like }).then_some(score)
        });
        for (figure, row) in placed {
            match row.and_then(|row| self.rows.get_mut(row)) {
                Some(row) => row.insert(said, section, figure),
                None => self.rows.push(Row::new(said, BTreeMap::from([(section, figure)]))),
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
    fn add_general(&mut self, figures: &[&'a Quantity]) {
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
    let adds = !figure.unit.is_relative() && !figure.unit.is_time() && figure.per.is_none();
    !adds || figure.amount.as_f64().is_some_and(|own| own >= largest && own <= all * MOST_OF_ALL)
}

/// The cosine of the vectors of a figure and a row.
fn cosine(said: &Said, figure: &Quantity, row: &Row) -> Option<f32> {
    said.of(figure).filter(|_| row.length > 0.0).map(|own| own.dot(&row.said) / row.length)
}

/// The same, less where the values lie far apart and where parts stand among totals.
fn likeness(said: &Said, figure: &Quantity, row: &Row) -> Option<f32> {
    let mut score = cosine(said, figure, row)?;
    if figure.of.is_some() != (row.parts * 2 > row.cells.len()) {
        score -= PART;
    }
    let (sum, count) = row.sizes;
    if let Some(own) = size(figure.amount).filter(|_| count > 0 && !figure.unit.is_relative()) {
        let apart = (own - sum / f64::from(count)).abs() / TEN - 1.0;
        score -= (FAR * apart.max(0.0) as f32).min(FARTHEST);
    }
    Some(score)
}

/// Binary digits of a value above nought.
fn size(amount: Amount) -> Option<f64> {
    amount.as_f64().filter(|value| *value > 0.0).map(log2)
}
