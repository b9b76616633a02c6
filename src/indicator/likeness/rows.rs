//! Which figures stand in one row: those whose words are most alike, one a region.
//!
//! Sections are gone through in turn, several times: the figures of one are held against the rows that the others make, the likest pair first; what is like
//! none begins a row. In the second turn every figure has met all rows. Later turns ask the order of what sections say ([`super::order`]), too.

use super::group::{Group, size};
use super::order::Order;
use super::vector::Vector;
use super::words::Said;
use crate::analysis::{Analysis, Kind, Quantity, RegionKind, Unit};
use crate::language::singular;
use rust_decimal::Decimal;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;

/// How alike a figure and a row have to be: the cosine of their vectors.
const LIKE: f32 = 0.25;
/// ... of shares, which are said of anything in the same words; a new row of them has to be as alike in all, whatever the order says.
const LIKE_OF_SHARES: f32 = 0.3;
/// Two or three regions make a row only where figures are this much alike.
pub(super) const LIKE_OF_FEW: f32 = 0.4;
/// How often all sections are gone through by words alone, ...
const TURNS: usize = 2;
/// ... and then by words and by the order of what sections say.
const ORDERED_TURNS: usize = 3;
/// Figures of one unit in one section that are looked at.
const MOST: usize = 150;
/// So many of the stems that weigh most in a figure and in a row have to be shared.
pub(super) const HEAVY: (usize, usize) = (4, 8);
/// Cells from which on what weighs most in a row is looked at seldom.
const SETTLED: usize = 16;

/// Names of money that the units of figures do not have where no country is named.
const MONEY: [&str; 18] = [
    "franc", "crown", "mark", "peso", "pound", "dinar", "shilling", "rupee", "krone", "krona", "lira", "real", "rial", "riyal", "thaler",
    "florin", "ducat", "guilder",
];

/// What may be compared: a unit, all counts alike, with its denominator; movement apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key<'a> {
    pub(super) unit: Unit,
    per: Option<&'a str>,
    moves: bool,
    /// Money whose name the units do not have: "francs" of nobody says which country.
    money: bool,
}

/// Figures of several sections that state the same.
pub(in crate::indicator) struct Row<'a> {
    /// Tells rows apart while figures move between them.
    pub(super) number: usize,
    /// The figure of each section.
    pub(in crate::indicator) cells: BTreeMap<u32, &'a Quantity>,
    /// In how many regions; the other cells are of the report as a whole.
    pub(in crate::indicator) regions: usize,
    /// What is said of all of them.
    pub(super) said: Vector,
    /// How long that vector is.
    pub(super) length: f32,
    pub(super) heavy: Vec<u32>,
    /// How many of its figures are parts of totals.
    pub(super) parts: usize,
    /// The sum of the binary digits of its values, and of how many.
    pub(super) sizes: (f64, u32),
    /// The number of the row that it began as, if any.
    pub(in crate::indicator) seed: Option<usize>,
    /// Whether the cells that it began with stay.
    pub(super) anchored: bool,
}

/// A row that is known before.
pub(in crate::indicator) struct Seed<'a> {
    /// The figure of each section.
    pub(in crate::indicator) cells: BTreeMap<u32, &'a Quantity>,
    /// Whether these stay: nothing else in their sections has the row's name.
    pub(in crate::indicator) anchored: bool,
}

impl<'a> Row<'a> {
    pub(super) fn new(number: usize, said: &Said, cells: BTreeMap<u32, &'a Quantity>) -> Self {
        let mut row = Self {
            number,
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

    pub(super) fn insert(&mut self, said: &Said, section: u32, figure: &'a Quantity) {
        self.cells.insert(section, figure);
        self.note(said, figure, true);
    }

    pub(super) fn remove(&mut self, said: &Said, section: u32) {
        if let Some(figure) = self.cells.remove(&section) {
            self.note(said, figure, false);
        }
    }

    /// The mean of the binary digits of its values.
    pub(super) fn mean_size(&self) -> Option<f64> {
        (self.sizes.1 > 0).then(|| self.sizes.0 / f64::from(self.sizes.1))
    }

    /// How alike its figures are, as the mean over all pairs: their vectors have the length one, so the square of their sum holds each pair twice.
    fn mean_likeness(&self) -> f32 {
        let count = self.cells.len() as f32;
        (self.length * self.length - count) / (count * (count - 1.0)).max(1.0)
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
    for figure in figures.iter().copied().filter(|figure| !constants.contains(&value(figure))) {
        groups.entry(key(figure)).or_default().push(figure);
    }
    let mut numbers = seeds.len();
    let mut of_all = Vec::new();
    let mut all: Vec<(Key, Group)> = Vec::new();
    for (key, figures) in groups {
        let (own, general): (Vec<&Quantity>, Vec<&Quantity>) = figures.into_iter().partition(|figure| is_region(figure.section));
        let mut group = Group::new(said, like(key, regions), by_section(own), known_of(said, seeds, key));
        (0..TURNS).for_each(|_| group.turn(&mut numbers, None));
        all.push((key, group));
        of_all.push(general);
    }
    for _ in 0..ORDERED_TURNS {
        let order = Order::of(all.iter().flat_map(|(_, group)| &group.rows));
        for (_, group) in &mut all {
            group.turn(&mut numbers, Some(&order));
        }
    }
    let order = Order::of(all.iter().flat_map(|(_, group)| &group.rows));
    for (_, group) in &mut all {
        group.fill(&order, least);
    }
    let mut found = Vec::new();
    for ((key, mut group), general) in all.into_iter().zip(of_all) {
        let coheres = |row: &Row| !key.unit.is_relative() || row.seed.is_some() || row.mean_likeness() >= LIKE_OF_SHARES;
        group.rows.retain(|row| (row.anchored || row.cells.len() >= least && coheres(row)) && differs(row));
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
pub(super) fn by_section(figures: Vec<&Quantity>) -> BTreeMap<u32, Vec<&Quantity>> {
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
    let row = |(number, seed): (usize, &Seed<'a>)| Row {
        seed: Some(number),
        anchored: seed.anchored,
        ..Row::new(number, said, seed.cells.clone())
    };
    seeds.iter().enumerate().filter(|(_, seed)| of_key(seed)).map(row).collect()
}

/// How alike figures of a key have to be in a report of so many regions.
fn like(key: Key, regions: usize) -> f32 {
    if regions <= 3 {
        LIKE_OF_FEW
    } else if key.unit.is_relative() {
        LIKE_OF_SHARES
    } else {
        LIKE
    }
}

fn key(figure: &Quantity) -> Key<'_> {
    let unit = if figure.unit.is_counted() { Unit::Count } else { figure.unit };
    let money = unit == Unit::Count && figure.noun.as_deref().is_some_and(is_money);
    // "£41,300 for each prisoner", "£58,900 per head", "an average cost of £36,750"; "23.4 hours a day", "20 hours out of 24"
    let paid = (money || unit.is_currency()) && (figure.per.is_some() || figure.kind == Kind::Average);
    let per = if paid { Some("each") } else { figure.per.as_deref().filter(|_| !unit.is_time()) };
    Key { unit, per, moves: matches!(figure.kind, Kind::Growth | Kind::Change), money }
}

/// Names of money that several countries have, and invented ones.
pub(super) fn is_money(noun: &str) -> bool {
    MONEY.contains(&singular(noun).as_str())
}

/// Values that most of several regions state alike: rules and limits ("within four hours"), no findings; of counted things those of one name.
fn constants<'a>(figures: &[&'a Quantity], regions: usize) -> FxHashSet<Value<'a>> {
    let mut sections: FxHashMap<Value, FxHashSet<u32>> = FxHashMap::default();
    for figure in figures {
        sections.entry(value(figure)).or_default().insert(figure.section);
    }
    sections.into_iter().filter(|(_, sections)| regions > 2 && sections.len() * 2 > regions).map(|(value, _)| value).collect()
}

/// A unit, what is counted, and the value.
type Value<'a> = (Unit, Option<&'a str>, Option<(Decimal, Decimal)>);

fn value(figure: &Quantity) -> Value<'_> {
    (figure.unit, figure.noun.as_deref().filter(|_| figure.unit.is_counted()), figure.amount.bounds())
}

fn differs(row: &Row) -> bool {
    let mut amounts = row.cells.values().map(|figure| figure.amount);
    let first = amounts.next();
    amounts.any(|amount| Some(amount) != first)
}
