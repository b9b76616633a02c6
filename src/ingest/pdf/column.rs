//! Columns: pages set in two or more are read column by column, with what runs across all of them in between.
//!
//! A gutter is a strip that the words of many neighbouring rows leave free and beside which prose stands on both sides. Tables leave
//! such strips, too, but their cells are short.

use super::word::{Row, Word};
use std::ops::Range;

/// Rows that are read one after the other, with the part of the page's width that they are set in.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Block {
    pub(super) rows: Vec<Row>,
    /// Which columns of which: 0 the whole page, 1 and 2 its halves, 3 and 4 those of the first half and so on.
    pub(super) slot: u32,
}

/// How often columns may hold columns.
const DEEPEST: u32 = 3;
/// So many rows on each side make columns.
const FEWEST_ROWS: usize = 4;
/// So many words a line on each side, on average, are prose.
const PROSE_WORDS: f32 = 2.6;
/// Prose fills so much of its column.
const PROSE_FILL: f32 = 0.5;
/// A gutter's least width, in parts of the text's size.
const GUTTER: f32 = 0.7;
/// What heads both columns is farther below their last lines than lines are from each other, so many times.
const COLUMN_END: f32 = 1.45;

/// The rows of a page in the order of reading.
pub(super) fn blocks(rows: Vec<Row>) -> Vec<Block> {
    let mut blocks = vec![];
    split(rows, 0, 0, &mut blocks);
    blocks
}

fn split(rows: Vec<Row>, slot: u32, depth: u32, blocks: &mut Vec<Block>) {
    let Some((gutter, bands)) = (depth < DEEPEST).then(|| gutter(&rows)).flatten() else {
        if !rows.is_empty() {
            blocks.push(Block { rows, slot });
        }
        return;
    };
    let mut rows = rows.into_iter().enumerate().peekable();
    for band in bands {
        let before: Vec<Row> = take_until(&mut rows, band.start);
        if !before.is_empty() {
            split(before, slot, DEEPEST, blocks);
        }
        let inside = take_until(&mut rows, band.end);
        let (left, right) = halves(inside, gutter);
        split(left, 2 * slot + 1, depth + 1, blocks);
        split(right, 2 * slot + 2, depth + 1, blocks);
    }
    let rest: Vec<Row> = rows.map(|(_, row)| row).collect();
    if !rest.is_empty() {
        split(rest, slot, DEEPEST, blocks);
    }
}

fn take_until(rows: &mut std::iter::Peekable<impl Iterator<Item = (usize, Row)>>, end: usize) -> Vec<Row> {
    let mut taken = vec![];
    while let Some((_, row)) = rows.next_if(|(at, _)| *at < end) {
        taken.push(row);
    }
    taken
}

fn halves(rows: Vec<Row>, at: f32) -> (Vec<Row>, Vec<Row>) {
    let (mut left, mut right) = (vec![], vec![]);
    for row in rows {
        let (before, after) = row.words.into_iter().partition(|word| f32::midpoint(word.left, word.right) < at);
        left.extend(Row::of(before));
        right.extend(Row::of(after));
    }
    (left, right)
}

/// The gutter of some rows with the ranges of rows that it divides; the one that divides most.
fn gutter(rows: &[Row]) -> Option<(f32, Vec<Range<usize>>)> {
    let judged = strips(rows).into_iter().map(|x| {
        let bands: Vec<_> = bands(rows, x).into_iter().filter(|band| is_columns(rows.get(band.clone()).unwrap_or_default(), x)).collect();
        (x, bands)
    });
    let covered = |bands: &[Range<usize>]| bands.iter().map(ExactSizeIterator::len).sum::<usize>();
    judged.filter(|(_, bands)| !bands.is_empty()).max_by_key(|(_, bands)| covered(bands))
}

/// Where gutters may be: the places that fewer rows cover than those on both sides.
fn strips(rows: &[Row]) -> Vec<f32> {
    let left = rows.iter().map(Row::left).fold(f32::MAX, f32::min);
    let right = rows.iter().map(Row::right).fold(f32::MIN, f32::max);
    // A page is some hundreds of points wide; a broken file may say anything.
    if rows.len() < FEWEST_ROWS || !(20.0..20_000.0).contains(&(right - left)) {
        return vec![];
    }
    let mut covered = vec![0_usize; (right - left) as usize + 2];
    for row in rows {
        for (from, to) in stretches(row) {
            let range = (from - left) as usize..=(to - left) as usize;
            covered.get_mut(range).into_iter().flatten().for_each(|count| *count += 1);
        }
    }
    let mut plateaus: Vec<(usize, Range<usize>)> = vec![];
    for (at, count) in covered.into_iter().enumerate() {
        match plateaus.last_mut() {
            Some((level, range)) if *level == count => range.end = at + 1,
            _ => plateaus.push((count, at..at + 1)),
        }
    }
    let is_valley = |three: &[(usize, Range<usize>)]| match three {
        [(before, _), (level, range), (after, _)] if level < before && level < after && level + FEWEST_ROWS <= rows.len() => {
            Some(left + (range.start + range.end) as f32 / 2.0)
        }
        _ => None,
    };
    plateaus.windows(3).filter_map(is_valley).collect()
}

/// The parts of a row that it covers, gaps too narrow for a gutter included.
fn stretches(row: &Row) -> Vec<(f32, f32)> {
    let mut stretches: Vec<(f32, f32)> = vec![];
    let mut last = f32::MAX;
    for word in &row.words {
        // A large heading beside text is not nearer to it for its size.
        match stretches.last_mut() {
            Some((_, to)) if word.left - *to < GUTTER * word.size.min(last) => *to = to.max(word.right),
            _ => stretches.push((word.left, word.right)),
        }
        last = word.size;
    }
    stretches
}

/// Ranges of rows that leave a place free.
fn bands(rows: &[Row], x: f32) -> Vec<Range<usize>> {
    let mut bands: Vec<Range<usize>> = vec![];
    let mut open: Option<usize> = None;
    for (at, row) in rows.iter().enumerate() {
        let across = covers(row, x) || heads_columns(rows, at, x);
        match (across, open) {
            (false, None) => open = Some(at),
            (true, Some(start)) => {
                bands.push(start..at);
                open = None;
            }
            _ => {}
        }
    }
    bands.extend(open.map(|start| start..rows.len()));
    bands
}

fn covers(row: &Row, x: f32) -> bool {
    stretches(row).iter().any(|(from, to)| (*from..*to).contains(&x))
}

/// Whether a row that ends left of the gutter heads both columns: the other side is free beside it and goes on below, and both columns end
/// above. A line beside the gap between two paragraphs of the other column heads nothing, however apart it stands.
fn heads_columns(rows: &[Row], at: usize, x: f32) -> bool {
    let Some(row) = rows.get(at).filter(|row| row.right() < x) else { return false };
    let free = 1.05 * row.size();
    let on_right = |other: &&Row| other.right() > x;
    let on_left = |other: &&Row| other.left() < x;
    let below = || rows.iter().skip(at + 1).take_while(|other| other.base() < row.base() + 8.0 * free);
    let above = || rows.iter().take(at).rev().take_while(|other| other.base() > row.base() - 8.0 * free);
    let beside = |other: &Row| (other.base() - row.base()).abs() < free;
    if above().find(on_right).is_some_and(beside) || below().find(on_right).is_none_or(beside) {
        return false;
    }
    if above().next().is_none_or(|other| covers(other, x)) {
        return true;
    }
    if !is_title(row, below().find(on_left), x) {
        return false;
    }
    let bases: Vec<f32> = below().filter(on_right).take(4).map(Row::base).collect();
    let steps = bases.windows(2).filter_map(|pair| Some(pair.get(1)? - pair.first()?)).filter(|step| *step > free);
    let near = COLUMN_END * steps.fold(1.5 * row.size(), f32::min);
    let ends = |other: Option<&Row>| other.is_none_or(|other| row.base() - other.base() > near);
    ends(above().find(on_left)) && ends(above().find(on_right))
}

/// Whether a row of the left column is set otherwise than the next one, or is much shorter than the column.
fn is_title(row: &Row, next: Option<&Row>, x: f32) -> bool {
    let is_other = |next: &Row| {
        (row.size() - next.size()).abs() > 0.05 * next.size() || row.is_bold() != next.words.first().is_some_and(|word| word.is_bold)
    };
    next.is_none_or(is_other) || row.right() - row.left() < 0.6 * (x - row.left())
}

/// Whether rows are columns of prose left and right of a place.
fn is_columns(rows: &[Row], x: f32) -> bool {
    let side = |on_left: bool| -> Vec<Vec<&Word>> {
        let here = |word: &&Word| (f32::midpoint(word.left, word.right) < x) == on_left;
        rows.iter().map(|row| row.words.iter().filter(here).collect::<Vec<_>>()).filter(|words| !words.is_empty()).collect()
    };
    is_prose(&side(true)) && is_prose(&side(false))
}

fn is_prose(lines: &[Vec<&Word>]) -> bool {
    if lines.len() < FEWEST_ROWS {
        return false;
    }
    let ends = |line: &Vec<&Word>| Some((line.first()?.left, line.last()?.right));
    let left = lines.iter().filter_map(ends).map(|(left, _)| left).fold(f32::MAX, f32::min);
    let right = lines.iter().filter_map(ends).map(|(_, right)| right).fold(f32::MIN, f32::max);
    let full = lines.iter().filter_map(ends).filter(|(from, to)| to - from >= PROSE_FILL * (right - left)).count();
    let characters = || lines.iter().flatten().flat_map(|word| word.text.chars());
    let letters = characters().filter(|c| c.is_alphabetic()).count();
    let digits = characters().filter(char::is_ascii_digit).count();
    // A line of Chinese is one long word.
    let words: usize =
        lines.iter().flatten().map(|word| 1 + word.text.chars().filter(|c| super::normal::is_unspaced(*c)).count() / 3).sum();
    2 * full >= lines.len() && letters > 3 * digits && words as f32 >= PROSE_WORDS * lines.len() as f32
}
