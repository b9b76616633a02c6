//! In which order sections say the same things: sections written after one plan do so alike, and where a figure stands tells what it is.

use super::group::{grows, size};
use super::rows::Row;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// So many figures on either side tell where a figure stands, ...
const REACH: usize = 4;
/// ... each less than the one before it by so much.
const LESS: f32 = 0.8;
/// So many figures tell how large a region is.
const ENOUGH: usize = 3;
/// More figures of a section are not looked at.
const MOST: usize = 80;

/// The placed figures of all sections in their order, and how often one row comes before another.
#[derive(Default)]
pub(super) struct Order {
    /// By section: figures by their ids, each with the number of its row.
    sections: BTreeMap<u32, Vec<(u32, usize)>>,
    /// How often the first row comes before the second.
    before: FxHashMap<(usize, usize), u32>,
    /// How much larger what a section states is than what others do, in binary digits: regions are large and small.
    sizes: BTreeMap<u32, f64>,
}

impl Order {
    /// Reads the order of the figures of rows, which are known by their numbers.
    pub(super) fn of<'r, 'a: 'r>(rows: impl Iterator<Item = &'r Row<'a>> + Clone) -> Self {
        let sizes = sizes(rows.clone());
        let mut sections: BTreeMap<u32, Vec<(u32, usize)>> = BTreeMap::new();
        for row in rows.filter(|row| row.cells.len() > 1) {
            for (section, figure) in &row.cells {
                sections.entry(*section).or_default().push((figure.id, row.number));
            }
        }
        let mut before: FxHashMap<(usize, usize), u32> = FxHashMap::default();
        for placed in sections.values_mut() {
            placed.sort_unstable();
            placed.truncate(MOST);
            for (at, (_, first)) in placed.iter().enumerate() {
                for (_, second) in placed.iter().skip(at + 1) {
                    *before.entry((*first, *second)).or_default() += 1;
                }
            }
        }
        Self { sections, before, sizes }
    }

    /// How much larger what a section states is than what others do, in binary digits.
    pub(super) fn size(&self, section: u32) -> f64 {
        self.sizes.get(&section).copied().unwrap_or_default()
    }

    /// How well a figure stands where its row stands in other sections: one where all around it agree, minus one where none does, nought where
    /// nothing is known.
    pub(super) fn agrees(&self, section: u32, figure: u32, row: usize) -> f32 {
        let Some(placed) = self.sections.get(&section) else { return 0.0 };
        // What the section itself says of the row is no evidence.
        let own = placed.iter().find(|(_, number)| *number == row).map(|(id, _)| *id);
        let at = placed.partition_point(|(id, _)| *id < figure);
        let is_other = |(id, number): &&(u32, usize)| *id != figure && *number != row;
        let front = placed.get(..at).unwrap_or_default().iter().rev().filter(is_other).take(REACH);
        let behind = placed.get(at..).unwrap_or_default().iter().filter(is_other).take(REACH);
        let (front, behind) = (self.side(front, row, own, true), self.side(behind, row, own, false));
        let known = front.1 + behind.1;
        if known > 0.0 { (front.0 + behind.0) / known } else { 0.0 }
    }

    /// How far the figures on one side of a figure agree, and how much they are worth together.
    fn side<'p>(&self, placed: impl Iterator<Item = &'p (u32, usize)>, row: usize, own: Option<u32>, in_front: bool) -> (f32, f32) {
        let count = |first: usize, second: usize, less: bool| {
            self.before.get(&(first, second)).copied().unwrap_or_default().saturating_sub(u32::from(less)) as f32
        };
        let (mut sum, mut worth, mut weight) = (0.0, 0.0, 1.0);
        for (id, other) in placed {
            let is_before = count(*other, row, own.is_some_and(|own| *id < own));
            let is_behind = count(row, *other, own.is_some_and(|own| *id > own));
            let all = is_before + is_behind;
            if all > 0.0 {
                let way = if in_front { is_before - is_behind } else { is_behind - is_before };
                sum += weight * way / (all + 1.0);
                worth += weight;
            }
            weight *= LESS;
        }
        (sum, worth)
    }
}

/// How much larger the figures of each section are than their rows: the middle one of them.
fn sizes<'r, 'a: 'r>(rows: impl Iterator<Item = &'r Row<'a>>) -> BTreeMap<u32, f64> {
    let mut apart: BTreeMap<u32, Vec<f64>> = BTreeMap::new();
    for row in rows.filter(|row| row.cells.len() > 2) {
        let Some(mean) = row.mean_size() else { continue };
        for (section, figure) in row.cells.iter().filter(|(_, figure)| grows(figure)) {
            apart.entry(*section).or_default().extend(size(figure.amount).map(|size| size - mean));
        }
    }
    let middle = |mut apart: Vec<f64>| {
        apart.sort_by(f64::total_cmp);
        apart.get(apart.len() / 2).copied().filter(|_| apart.len() >= ENOUGH)
    };
    apart.into_iter().filter_map(|(section, apart)| Some((section, middle(apart)?))).collect()
}
