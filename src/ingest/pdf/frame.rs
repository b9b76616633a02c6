//! The columns that text is set in: their edges and the usual distance of lines, from all pages together.

use super::column::Block;
use super::paragraph::Frame;
use super::word::Row;
use rustc_hash::FxHashMap;

/// A page narrower than this part of the usual is set by itself.
const SAME_WIDTH: f32 = 0.85;
/// So many rows of a block say themselves how wide it is.
const ENOUGH_ROWS: usize = 4;
/// One row of so many is the first of a paragraph, where first lines are set in.
const OF_ROWS: usize = 30;
/// The distance of lines where nothing tells, in parts of their size.
const LEADING: f32 = 1.2;

/// What all blocks of a report have in common.
pub(super) struct Frames {
    /// The width of blocks by their slot.
    widths: FxHashMap<u32, f32>,
    leading: f32,
    /// Whether the report indents the first lines of its paragraphs.
    pub(super) indents: bool,
}

impl Frames {
    pub(super) fn of(blocks: &[Block]) -> Self {
        let mut widths: FxHashMap<u32, Vec<f32>> = FxHashMap::default();
        for block in blocks {
            let left = left(&block.rows);
            widths.entry(block.slot).or_default().extend(block.rows.iter().map(|row| row.right() - left));
        }
        let widths = widths.into_iter().map(|(slot, mut widths)| (slot, share(&mut widths, 98))).collect();
        let mut frames = Self { widths, leading: LEADING, indents: indents(blocks) };
        let mut steps: Vec<f32> = blocks.iter().flat_map(|block| frames.steps(&block.rows, block.slot)).collect();
        if !steps.is_empty() {
            frames.leading = share(&mut steps, 50);
        }
        frames
    }

    /// The frame of neighbouring rows in a slot.
    pub(super) fn frame(&self, rows: &[Row], slot: u32) -> Frame {
        let left = left(rows);
        let own = rows.iter().map(|row| row.right() - left).fold(0.0, f32::max);
        let usual = self.widths.get(&slot).copied().unwrap_or(own);
        let by_itself = own < SAME_WIDTH * usual && rows.len() >= ENOUGH_ROWS;
        let width = if by_itself || own > usual { own } else { usual };
        let mut steps = self.steps(rows, slot);
        let leading = if steps.len() >= 2 * ENOUGH_ROWS { share(&mut steps, 50) } else { self.leading };
        Frame { left, right: left + width, leading, indents: self.indents }
    }

    /// The distances of lines within paragraphs: below rows that go to the end of the column.
    fn steps(&self, rows: &[Row], slot: u32) -> Vec<f32> {
        let full = SAME_WIDTH * self.widths.get(&slot).copied().unwrap_or_default();
        let left = left(rows);
        let step = |pair: &[Row]| match pair {
            [above, below] if above.right() - left >= full && (above.size() - below.size()).abs() < 0.05 * above.size() => {
                Some((below.base() - above.base()) / above.size()).filter(|step| (0.8..3.0).contains(step))
            }
            _ => None,
        };
        rows.windows(2).filter_map(step).collect()
    }
}

/// Whether so many rows are set in from the left, with the next one back at it, that these must be the first lines of paragraphs.
fn indents(blocks: &[Block]) -> bool {
    let rows: usize = blocks.iter().map(|block| block.rows.len()).sum();
    let set_in = |block: &Block| {
        let left = left(&block.rows);
        let is_set_in = |row: &Row| (0.7..5.0).contains(&((row.left() - left) / row.size()));
        block.rows.windows(2).filter(|pair| matches!(pair, [a, b] if is_set_in(a) && !is_set_in(b))).count()
    };
    blocks.iter().map(set_in).sum::<usize>() * OF_ROWS > rows
}

fn left(rows: &[Row]) -> f32 {
    rows.iter().map(Row::left).fold(f32::MAX, f32::min)
}

/// The value that so many of a hundred are not above.
fn share(values: &mut [f32], hundredths: usize) -> f32 {
    values.sort_by(f32::total_cmp);
    values.get((values.len().saturating_sub(1)) * hundredths / 100).copied().unwrap_or_default()
}
