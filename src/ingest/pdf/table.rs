//! Tables: neighbouring rows whose cells stand below each other.

use super::join::Words;
use super::word::{Row, Word};

/// A gap of so much of the size may part cells.
const CELL_GAP: f32 = 1.2;
/// Rows nearer than so much of the size are no lines of one text.
const LEVEL: f32 = 0.85;
/// Gaps of spread prose differ by no more than so much of the size.
const SPREAD: f32 = 0.2;
/// How exactly cells stand below each other, in parts of the size.
const ALIGNED: f32 = 0.6;
/// A line nearer to a row than so much of the usual distance of rows belongs to it.
const WITHIN: f32 = 0.8;
/// Rows farther apart than so much of the size are no rows of one table.
const ROW_GAP: f32 = 3.5;

/// A cell: where it stands and its words.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Cell {
    left: f32,
    right: f32,
    pub(super) text: String,
}

/// What a stretch of rows is.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Stretch {
    Prose(Vec<Row>),
    Table(Vec<Vec<String>>),
}

/// Whether two neighbouring rows are rows of one table.
pub(super) fn is_row_beside(row: &Row, other: &Row) -> bool {
    let size = row.size().max(other.size());
    let (upper, lower) = (cells(row), cells(other));
    upper.len() > 1 && lower.len() > 1 && (row.base() - other.base()).abs() <= ROW_GAP * size && aligned(&upper, &lower, size) >= 2
}

/// Parts rows into prose and tables.
pub(super) fn stretches(rows: Vec<Row>, words: &Words) -> Vec<Stretch> {
    let rows = levelled(rows);
    let cells: Vec<Vec<Cell>> = rows.iter().map(cells).collect();
    let in_table = in_tables(&rows, &cells);
    let mut stretches = vec![];
    let mut table: Vec<(Row, Vec<Cell>)> = vec![];
    let mut prose: Vec<Row> = vec![];
    for ((row, cells), inside) in rows.into_iter().zip(cells).zip(in_table) {
        if inside {
            flush_prose(&mut prose, &mut stretches);
            table.push((row, cells));
        } else {
            flush_table(&mut table, &mut stretches, words);
            prose.push(row);
        }
    }
    flush_table(&mut table, &mut stretches, words);
    flush_prose(&mut prose, &mut stretches);
    stretches
}

/// Puts rows together whose baselines are nearer than lines of text can be and that stand beside each other: cells of one line beside
/// cells of two, all centred.
fn levelled(rows: Vec<Row>) -> Vec<Row> {
    let mut levelled: Vec<Row> = vec![];
    for row in rows {
        let beside = |above: &Row| {
            let size = row.size().min(above.size());
            let apart = |a: &Word, b: &Word| a.left > b.right + CELL_GAP * size || b.left > a.right + CELL_GAP * size;
            row.base() - above.base() < LEVEL * size && row.words.iter().all(|word| above.words.iter().all(|other| apart(word, other)))
        };
        match levelled.last_mut() {
            Some(above) if beside(above) => {
                above.words.extend(row.words);
                above.words.sort_by(|a, b| a.left.total_cmp(&b.left));
            }
            _ => levelled.push(row),
        }
    }
    levelled
}

fn flush_prose(prose: &mut Vec<Row>, stretches: &mut Vec<Stretch>) {
    if !prose.is_empty() {
        stretches.push(Stretch::Prose(std::mem::take(prose)));
    }
}

fn flush_table(table: &mut Vec<(Row, Vec<Cell>)>, stretches: &mut Vec<Stretch>, words: &Words) {
    if !table.is_empty() {
        stretches.push(Stretch::Table(merged(std::mem::take(table), words)));
    }
}

/// Whether a row is prose spread to the width of its column: gaps of words are alike all along.
fn is_spread(row: &Row) -> bool {
    let gaps: Vec<f32> = row.words.windows(2).filter_map(|pair| Some(pair.get(1)?.left - pair.first()?.right)).collect();
    let (narrow, wide) = gaps.iter().fold((f32::MAX, f32::MIN), |(narrow, wide), gap| (narrow.min(*gap), wide.max(*gap)));
    let lettered = row.words.iter().filter(|word| word.text.starts_with(char::is_alphabetic)).count();
    gaps.len() > 1 && wide - narrow < SPREAD * row.size() && 2 * lettered > row.words.len()
}

/// The cells of a row: its words, parted at wide gaps.
fn cells(row: &Row) -> Vec<Cell> {
    if is_spread(row) {
        return vec![Cell { left: row.left(), right: row.right(), text: row.text() }];
    }
    let mut groups: Vec<Vec<Word>> = vec![];
    for word in &row.words {
        match groups.last_mut() {
            Some(group) if group.last().is_some_and(|last| word.left - last.right < CELL_GAP * last.size.max(word.size)) => {
                group.push(word.clone());
            }
            _ => groups.push(vec![word.clone()]),
        }
    }
    groups.into_iter().filter_map(Row::of).map(|row| Cell { left: row.left(), right: row.right(), text: row.text() }).collect()
}

/// Which rows belong to tables: those of several cells beside such a row with cells at the same places, and short rows of one cell
/// between them that go on with a cell.
fn in_tables(rows: &[Row], cells: &[Vec<Cell>]) -> Vec<bool> {
    let mut inside = vec![false; rows.len()];
    let several: Vec<usize> = (0..rows.len()).filter(|at| cells.get(*at).is_some_and(|cells| cells.len() > 1)).collect();
    for pair in several.windows(2) {
        let [above, below] = *pair else { continue };
        let (Some(row), Some(next)) = (rows.get(above), rows.get(below)) else { continue };
        let size = row.size().max(next.size());
        let near = next.base() - row.base() <= ROW_GAP * size * (below - above) as f32 && below - above <= 4;
        let between = cells.get(above + 1..below).unwrap_or_default();
        let (Some(upper), Some(lower)) = (cells.get(above), cells.get(below)) else { continue };
        let width = upper.last().map_or(0.0, |last| last.right) - upper.first().map_or(0.0, |first| first.left);
        let narrow = between.iter().flatten().all(|cell| cell.right - cell.left < 0.6 * width);
        if near && narrow && aligned(upper, lower, size) >= 2 {
            inside.get_mut(above..=below).into_iter().flatten().for_each(|mark| *mark = true);
        }
    }
    inside
}

/// How many cells of two rows stand below each other: by their left ends, right ends or middles.
fn aligned(upper: &[Cell], lower: &[Cell], size: f32) -> usize {
    let near = |a: f32, b: f32| (a - b).abs() <= ALIGNED * size;
    let below = |a: &Cell, b: &Cell| near(a.left, b.left) || near(a.right, b.right) || near(a.left + a.right, b.left + b.right);
    upper.iter().filter(|a| lower.iter().any(|b| below(a, b))).count()
}

/// The rows of a table; one that goes on with cells above (its first cell is missing and it stands close) is put into these.
fn merged(rows: Vec<(Row, Vec<Cell>)>, words: &Words) -> Vec<Vec<String>> {
    let left = rows.iter().map(|(row, _)| row.left()).fold(f32::MAX, f32::min);
    let leading = rows.windows(2).filter_map(|pair| Some(pair.get(1)?.0.base() - pair.first()?.0.base())).fold(f32::MAX, f32::min);
    let usual = row_step(&rows);
    let mut table: Vec<Entry> = vec![];
    for (row, cells) in rows {
        let goes_on = |upper: &Entry| {
            let within = row.base() - upper.base < WITHIN * usual;
            let close = row.base() - upper.last <= 1.15 * leading && leading < 1.6 * row.size() && row.left() > left + row.size();
            (within || close) && cells.len() < upper.cells.len() && aligned(&cells, &upper.cells, row.size()) == cells.len()
        };
        match table.last_mut() {
            Some(upper) if goes_on(upper) => {
                upper.last = row.base();
                for cell in &cells {
                    go_on(&mut upper.cells, cell, row.size(), words);
                }
            }
            _ => table.push(Entry { base: row.base(), last: row.base(), cells }),
        }
    }
    table.into_iter().map(|entry| entry.cells.into_iter().map(|cell| cell.text).collect()).collect()
}

/// A row of a table: the baseline that it begins on, that of its last line, and its cells.
struct Entry {
    base: f32,
    last: f32,
    cells: Vec<Cell>,
}

/// The usual distance of rows of several cells.
fn row_step(rows: &[(Row, Vec<Cell>)]) -> f32 {
    let full: Vec<f32> = rows.iter().filter(|(_, cells)| cells.len() > 1).map(|(row, _)| row.base()).collect();
    let mut steps: Vec<f32> = full.windows(2).filter_map(|pair| Some(pair.get(1)? - pair.first()?)).collect();
    steps.sort_by(f32::total_cmp);
    steps.get(steps.len() / 2).copied().unwrap_or_default()
}

fn go_on(upper: &mut [Cell], cell: &Cell, size: f32, words: &Words) {
    if let Some(above) = upper.iter_mut().find(|above| aligned(&[(*above).clone()], std::slice::from_ref(cell), size) == 1) {
        words.append(&mut above.text, &cell.text);
    }
}
