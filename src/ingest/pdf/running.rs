//! Page headers, footers, running titles and page numbers: what stands at the same place on many pages is no text of the report.
//!
//! The same place and form alone do not make a header: one country a page, each with the same headings and a table of the same length,
//! puts "Total | 1,240" and "Total | 870" at one place, too. A header says the same on all its pages but for the page's number, stands
//! outside of the text and apart from it, and is no row of a table.

use super::table;
use super::word::Row;
use rustc_hash::{FxHashMap, FxHashSet};

/// So many rows at each edge of a page may belong to its header or footer.
const EDGE: usize = 3;
/// Rows at the edges of two pages stand at the same place within so many points.
const SAME_PLACE: f32 = 4.0;
/// A header stands apart from the text by so much of its size.
const APART: f32 = 1.7;
/// Rows of a table follow each other at one distance, or no more than so many times of it.
const SAME_STEP: f32 = 1.3;

/// A row near an edge of its page.
struct Edge {
    page: usize,
    row: usize,
    is_top: bool,
    base: f32,
    /// Its words, each number a `#`.
    form: String,
    /// Its numbers.
    numbers: Vec<i64>,
    /// Those that it begins and ends with.
    ends: Vec<i64>,
    /// Whether it stands apart from the next row inside.
    is_apart: bool,
    /// Whether it is a row of the table that stands inside.
    is_cells: bool,
}

impl Edge {
    /// The first of some rows of a page, from the edge inwards.
    fn of(page: usize, is_top: bool, rows: &[(usize, &Row)], body: f32) -> Option<Self> {
        let (at, row) = *rows.first()?;
        let (inner, next) = (rows.get(1).map(|(_, row)| *row), rows.get(2).map(|(_, row)| *row));
        let distance = |a: &Row, b: &Row| (a.base() - b.base()).abs();
        // A header is farther from a table than its rows are from each other.
        let is_near = |inner: &Row| next.is_none_or(|next| distance(row, inner) < SAME_STEP * distance(inner, next));
        let text = row.text();
        Some(Self {
            page,
            row: at,
            is_top,
            base: row.base(),
            form: form(&text),
            numbers: all_numbers(&text),
            ends: numbers(&text),
            is_apart: inner.is_none_or(|inner| distance(inner, row) > APART * body),
            is_cells: inner.is_some_and(|inner| is_near(inner) && table::is_row_beside(row, inner)),
        })
    }
}

/// A row by its page and its place on it.
type Place = (usize, usize);

/// Takes headers and footers out of pages, each with its rows from top to bottom. `body` is the size of the report's text.
pub(super) fn without_running(mut pages: Vec<Vec<Row>>, body: f32) -> Vec<Vec<Row>> {
    let mut found = FxHashSet::default();
    let left = |found: &FxHashSet<Place>| edges(&pages, found, body);
    found.extend(repeated(&left(&found), pages.len()));
    found.extend(counted(&left(&found)));
    found.extend(lone(&left(&found), &pages));
    found.extend(changing(&left(&found), &pages, body));
    // A title may stand inside of one that changes.
    found.extend(repeated(&left(&found), pages.len()));
    for (number, page) in pages.iter_mut().enumerate() {
        let mut at = 0;
        page.retain(|_| {
            at += 1;
            !found.contains(&(number, at - 1))
        });
    }
    pages
}

/// The rows at the edges of all pages, from the outermost inwards, those already found left out.
fn edges(pages: &[Vec<Row>], found: &FxHashSet<Place>, body: f32) -> Vec<Edge> {
    let mut edges = vec![];
    for (page, rows) in pages.iter().enumerate() {
        let mut left: Vec<(usize, &Row)> = rows.iter().enumerate().filter(|(row, _)| !found.contains(&(page, *row))).collect();
        for is_top in [true, false] {
            edges.extend((0..EDGE).filter_map(|from| Edge::of(page, is_top, left.get(from..)?, body)));
            left.reverse();
        }
    }
    edges
}

/// Rows that say the same at the same place on several pages, a quarter of them, or three, at least two: outside of the text and apart from it.
fn repeated(edges: &[Edge], pages: usize) -> Vec<Place> {
    let needed = (pages / 4).clamp(2, 3);
    let mut alike: FxHashMap<(bool, &str), Vec<&Edge>> = FxHashMap::default();
    for edge in edges.iter().filter(|edge| !edge.is_cells) {
        alike.entry((edge.is_top, edge.form.as_str())).or_default().push(edge);
    }
    let groups = alike.into_values().flat_map(places).map(same).filter(|group| page_count(group) >= needed);
    let groups: Vec<Vec<&Edge>> = groups.collect();
    let candidates: FxHashSet<Place> = groups.iter().flatten().map(|edge| (edge.page, edge.row)).collect();
    let outer = outer(edges, &candidates);
    let is_margin = |group: &Vec<&Edge>| {
        let apart = group.iter().filter(|edge| outer.get(&(edge.page, edge.row)) == Some(&true)).count();
        // A header that most pages have may be tight above the text.
        (2 * apart >= group.len() || pages > 3 && 2 * group.len() >= pages) && 2 * text_at(group, edges, &candidates) <= group.len()
    };
    let groups = groups.into_iter().filter(is_margin);
    let found = groups.map(|group| group.into_iter().map(|edge| (edge.page, edge.row)).filter(|place| outer.contains_key(place)).collect());
    found.filter(|group: &Vec<Place>| group.len() >= needed).flatten().collect()
}

/// The candidates that have nothing but candidates outside of them, and whether they stand apart from the text inside: there is a gap
/// below them or below the next candidates.
fn outer(edges: &[Edge], candidates: &FxHashSet<Place>) -> FxHashMap<Place, bool> {
    let mut outer = FxHashMap::default();
    for edges in edges.chunk_by(|a, b| (a.page, a.is_top) == (b.page, b.is_top)) {
        let mut run: Vec<&Edge> = edges.iter().take_while(|edge| candidates.contains(&(edge.page, edge.row))).collect();
        let mut is_apart = false;
        while let Some(edge) = run.pop() {
            is_apart |= edge.is_apart;
            outer.insert((edge.page, edge.row), is_apart);
        }
    }
    outer
}

/// On how many pages text stands where a group does, or farther out: what is no candidate and goes on below without a gap.
fn text_at(group: &[&Edge], edges: &[Edge], candidates: &FxHashSet<Place>) -> usize {
    let Some(first) = group.first() else { return 0 };
    let reaches = |edge: &&Edge| {
        let inwards = if edge.is_top { edge.base - first.base } else { first.base - edge.base };
        edge.is_top == first.is_top && inwards <= SAME_PLACE && !edge.is_apart && !candidates.contains(&(edge.page, edge.row))
    };
    page_count(&edges.iter().filter(reaches).collect::<Vec<_>>())
}

/// Those of some rows of one form that say the same as another: each number is the same there, or differs as the pages do.
fn same(group: Vec<&Edge>) -> Vec<&Edge> {
    let mut counts: FxHashMap<(usize, bool, i64), usize> = FxHashMap::default();
    let each = |edge: &Edge| {
        let page = edge.page as i64;
        edge.numbers.iter().enumerate().map(move |(at, number)| [(at, false, *number), (at, true, number - page)]).collect::<Vec<_>>()
    };
    for key in group.iter().flat_map(|edge| each(edge)).flatten() {
        *counts.entry(key).or_default() += 1;
    }
    let is_shared = |keys: &[(usize, bool, i64); 2]| keys.iter().any(|key| counts.get(key).is_some_and(|count| *count > 1));
    group.into_iter().filter(|edge| each(edge).iter().all(is_shared)).collect()
}

/// Outermost rows that begin or end with a number which grows by one from page to page: page numbers, with or without a title.
fn counted(edges: &[Edge]) -> Vec<Place> {
    let mut shifts: FxHashMap<i64, Vec<&Edge>> = FxHashMap::default();
    let mut seen = FxHashSet::default();
    for edge in edges.iter().filter(|edge| seen.insert((edge.page, edge.is_top)) && !edge.is_cells) {
        for number in &edge.ends {
            shifts.entry(number - edge.page as i64).or_default().push(edge);
        }
    }
    // The last page's number may be the only one at its place; one page alone says nothing.
    let best = shifts.into_values().max_by_key(Vec::len).filter(|group| share_a_place(group));
    best.into_iter().flatten().map(|edge| (edge.page, edge.row)).collect()
}

/// Last rows of pages that are nothing but the page's number, apart from the text: the only ones of their place.
fn lone(edges: &[Edge], pages: &[Vec<Row>]) -> Vec<Place> {
    let is_last = |edge: &&Edge| pages.get(edge.page).is_some_and(|rows| rows.len() > 1 && edge.row + 1 == rows.len());
    let is_number = |edge: &&Edge| edge.ends == [edge.page as i64 + 1] && matches!(edge.form.as_str(), "#" | "- # -" | "– # –");
    edges.iter().filter(is_last).filter(is_number).filter(|edge| edge.is_apart).map(|edge| (edge.page, edge.row)).collect()
}

/// Whether rows of two pages stand at one place.
fn share_a_place(rows: &[&Edge]) -> bool {
    places(rows.to_vec()).iter().any(|place| page_count(place) >= 2)
}

fn page_count(rows: &[&Edge]) -> usize {
    rows.iter().map(|edge| edge.page).collect::<FxHashSet<_>>().len()
}

/// Rows at one place of the page each.
fn places(mut edges: Vec<&Edge>) -> Vec<Vec<&Edge>> {
    edges.sort_by(|a, b| a.base.total_cmp(&b.base));
    let mut places: Vec<Vec<&Edge>> = vec![];
    for edge in edges {
        match places.last_mut() {
            Some(place) if place.last().is_some_and(|last| edge.base - last.base <= SAME_PLACE) => place.push(edge),
            _ => places.push(vec![edge]),
        }
    }
    places
}

/// Outermost rows that stand at one place on most pages, apart from the text: running titles that change with the chapter.
fn changing(edges: &[Edge], pages: &[Vec<Row>], body: f32) -> Vec<Place> {
    let mut found = vec![];
    for is_top in [true, false] {
        let mut seen = FxHashSet::default();
        let outermost: Vec<&Edge> = edges.iter().filter(|edge| edge.is_top == is_top && seen.insert(edge.page)).collect();
        for place in places(outermost) {
            let apart: Vec<&Edge> = place.iter().filter(|edge| edge.is_apart && !edge.is_cells).copied().collect();
            if place.len() < 4 || 10 * apart.len() < 6 * pages.len() {
                continue;
            }
            let mut alike: FxHashMap<&str, Vec<&Edge>> = FxHashMap::default();
            for edge in &apart {
                alike.entry(edge.form.as_str()).or_default().push(edge);
            }
            found.extend(alike.into_values().map(same).filter(|group| group.len() > 1).flatten().map(|edge| (edge.page, edge.row)));
            let is_small = |edge: &Edge| row(pages, edge).is_some_and(|row| row.size() < 0.95 * body);
            found.extend(apart.iter().filter(|edge| is_small(edge)).map(|edge| (edge.page, edge.row)));
        }
    }
    found
}

fn row<'p>(pages: &'p [Vec<Row>], edge: &Edge) -> Option<&'p Row> {
    pages.get(edge.page)?.get(edge.row)
}

/// All numbers of a row, Roman ones included.
fn all_numbers(text: &str) -> Vec<i64> {
    let digits = |word: &str| word.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty()).map(decimal).collect();
    text.split_whitespace().flat_map(|word| if is_roman(word) { vec![roman(word)] } else { digits(word) }).collect()
}

fn decimal(run: &str) -> i64 {
    run.bytes().fold(0_i64, |number, digit| number.wrapping_mul(10).wrapping_add(i64::from(digit) - i64::from(b'0')))
}

fn is_roman(word: &str) -> bool {
    word.len() < 8 && word.bytes().all(|byte| b"ivxlIVXL".contains(&byte))
}

fn roman(word: &str) -> i64 {
    let value = |byte: u8| match byte.to_ascii_lowercase() {
        b'i' => 1,
        b'v' => 5,
        b'x' => 10,
        _ => 50,
    };
    let add = |(sum, last): (i64, i64), value: i64| if value < last { (sum - value, last) } else { (sum + value, value) };
    word.bytes().rev().map(value).fold((0, 0), add).0
}

/// The numbers that a row begins and ends with.
fn numbers(text: &str) -> Vec<i64> {
    let words = || text.split(|c: char| c.is_whitespace() || c == '-' || c == '–').filter(|word| !word.is_empty());
    let mut numbers: Vec<i64> = [words().next(), words().next_back()].into_iter().flatten().filter_map(|word| word.parse().ok()).collect();
    numbers.dedup();
    numbers
}

/// The form of a row: its numbers, Roman ones of page numbers included, stand for any.
fn form(text: &str) -> String {
    let words: Vec<String> = text.split_whitespace().map(|word| if is_roman(word) { "#".to_owned() } else { numbers_out(word) }).collect();
    words.join(" ").to_lowercase()
}

fn numbers_out(word: &str) -> String {
    let mut out = String::new();
    for c in word.chars() {
        match c {
            '0'..='9' if out.ends_with('#') => {}
            '0'..='9' => out.push('#'),
            c => out.push(c),
        }
    }
    out
}
