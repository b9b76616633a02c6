//! Derived indicators: one indicator by another (central funds per poor person) and shares, region by region, with both sources.

use crate::analysis::{Amount, Cell, Unit};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// The unit of a derived value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DerivedUnit {
    /// Both units are the same: how many times one is the other.
    Ratio,
    /// One is put as a share of the other.
    Percent,
    /// So much of the first unit for each of the second.
    Per(Unit, Unit),
}

/// A value derived from two cells of one section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Derived {
    /// Index of the section.
    pub section: u32,
    /// The value; a range where one of the sources is a range.
    pub amount: Amount,
    /// Its unit, which follows from those of the sources.
    pub unit: DerivedUnit,
    /// Ids of the quantities that it is made from, the numerator first.
    pub sources: [u32; 2],
    /// Whether both sources speak of one year.
    pub same_year: bool,
}

/// The first indicator for each of the second, in every section that states both.
///
/// Sections whose second figure is zero or cannot be read, or whose units are not those of the other sections, are left out.
pub fn per_unit(cells: &[Cell], numerator: &str, denominator: &str) -> Vec<Derived> {
    derive(cells, numerator, denominator, |a, b| {
        if a == b { Some((DerivedUnit::Ratio, Decimal::ONE)) } else { Some((DerivedUnit::Per(a, b), Decimal::ONE)) }
    })
}

/// The first indicator as a share of the second, in per cent. Sections that state the two in different units are left out: a part and
/// its whole have one unit.
pub fn share(cells: &[Cell], part: &str, whole: &str) -> Vec<Derived> {
    derive(cells, part, whole, |a, b| (a == b).then_some((DerivedUnit::Percent, Decimal::ONE_HUNDRED)))
}

type UnitRule = fn(Unit, Unit) -> Option<(DerivedUnit, Decimal)>;

/// Section by section; of several derived units only the most frequent stays, so that a column has one.
fn derive(cells: &[Cell], numerator: &str, denominator: &str, unit: UnitRule) -> Vec<Derived> {
    let (upper, lower) = (column(cells, numerator), column(cells, denominator));
    let pairs = upper.iter().filter_map(|(section, a)| Some((*section, *a, *lower.get(section)?)));
    let mut all: Vec<Derived> = pairs
        .filter_map(|(section, a, b)| {
            let (unit, factor) = unit(a.unit, b.unit)?;
            let amount = quotient(a.amount, b.amount, factor)?;
            Some(Derived { section, amount, unit, sources: [a.quantity, b.quantity], same_year: a.year == b.year })
        })
        .collect();
    let usual = usual_unit(&all);
    all.retain(|d| Some(d.unit) == usual);
    all
}

fn usual_unit(derived: &[Derived]) -> Option<DerivedUnit> {
    let mut counts: BTreeMap<DerivedUnit, usize> = BTreeMap::new();
    for one in derived {
        *counts.entry(one.unit).or_default() += 1;
    }
    counts.into_iter().rev().max_by_key(|(_, n)| *n).map(|(unit, _)| unit)
}

/// The cells of an indicator by section; the first of a section counts.
fn column<'a>(cells: &'a [Cell], indicator: &str) -> BTreeMap<u32, &'a Cell> {
    let mut column = BTreeMap::new();
    for cell in cells.iter().filter(|c| c.indicator == indicator) {
        column.entry(cell.section).or_insert(cell);
    }
    column
}

fn quotient(numerator: Amount, denominator: Amount, factor: Decimal) -> Option<Amount> {
    let ((a_low, a_high), (b_low, b_high)) = (numerator.bounds()?, denominator.bounds()?);
    let divided = |a: Decimal, b: Decimal| a.checked_mul(factor)?.checked_div(b);
    let (low, high) = (divided(a_low, b_high)?, divided(a_high, b_low)?);
    Some(if low == high { Amount::One(low) } else { Amount::Range(low.min(high), low.max(high)) })
}
