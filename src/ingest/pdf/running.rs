//! Page headers, footers, running titles and page numbers: what stands at the same place on many pages is no text of the report.

use super::word::Row;
use rustc_hash::{FxHashMap, FxHashSet};

/// So many rows at each edge of a page may belong to its header or footer.
const EDGE: usize = 3;
/// Rows at the edges of two pages stand at the same place within so many points.
const SAME_PLACE: f32 = 4.0;
/// A header that changes stands apart from the text by so much of its size.
const APART: f32 = 1.7;

/// A row near an edge of its page.
struct Edge {
    page: usize,
    row: usize,
    is_top: bool,
    base: f32,
    /// Its words, each number a `#`.
    form: String,
    /// The numbers that it begins and ends with.
    numbers: Vec<i64>,
}

/// Takes headers and footers out of pages, each with its rows from top to bottom. `body` is the size of the report's text.
pub(super) fn without_running(mut pages: Vec<Vec<Row>>, body: f32) -> Vec<Vec<Row>> {
    let mut found = repeated(&edges(&pages, &FxHashSet::default()), pages.len());
    found.extend(counted(&edges(&pages, &found)));
    found.extend(lone(&edges(&pages, &found), &pages, body));
    let changing = changing(&edges(&pages, &found), &pages, body);
    found.extend(changing);
    for (number, page) in pages.iter_mut().enumerate() {
        let mut at = 0;
        page.retain(|_| {
            at += 1;
            !found.contains(&(number, at - 1))
        });
    }
    pages
}

/// The rows at the edges of all pages, those already found left out.
fn edges(pages: &[Vec<Row>], found: &FxHashSet<(usize, usize)>) -> Vec<Edge> {
    let mut edges = vec![];
    for (page, rows) in pages.iter().enumerate() {
        let left: Vec<usize> = (0..rows.len()).filter(|row| !found.contains(&(page, *row))).collect();
        let top = left.iter().take(EDGE).map(|row| (*row, true));
        let bottom = left.iter().rev().take(EDGE).map(|row| (*row, false));
        for (row, is_top) in top.chain(bottom) {
            if let Some(words) = rows.get(row) {
                let text = words.text();
                edges.push(Edge { page, row, is_top, base: words.base(), form: form(&text), numbers: numbers(&text) });
            }
        }
    }
    edges
}

/// Rows that are alike at the same place on several pages: a quarter of them, or three, at least two.
fn repeated(edges: &[Edge], pages: usize) -> FxHashSet<(usize, usize)> {
    let needed = (pages / 4).clamp(2, 3);
    let mut alike: FxHashMap<(bool, &str), Vec<&Edge>> = FxHashMap::default();
    for edge in edges {
        alike.entry((edge.is_top, edge.form.as_str())).or_default().push(edge);
    }
    let groups = alike.into_values().flat_map(places);
    let enough = groups.filter(|group| page_count(group) >= needed);
    enough.flatten().map(|edge| (edge.page, edge.row)).collect()
}

/// Outermost rows that begin or end with a number which grows by one from page to page: page numbers, with or without a title.
fn counted(edges: &[Edge]) -> Vec<(usize, usize)> {
    let mut shifts: FxHashMap<i64, Vec<&Edge>> = FxHashMap::default();
    let mut seen = FxHashSet::default();
    for edge in edges.iter().filter(|edge| seen.insert((edge.page, edge.is_top))) {
        for number in &edge.numbers {
            shifts.entry(number - edge.page as i64).or_default().push(edge);
        }
    }
    // The last page's number may be the only one at its place; one page alone says nothing.
    let best = shifts.into_values().max_by_key(Vec::len).filter(|group| share_a_place(group));
    best.into_iter().flatten().map(|edge| (edge.page, edge.row)).collect()
}

/// Last rows of pages that are nothing but the page's number, apart from the text: the only ones of their place.
fn lone(edges: &[Edge], pages: &[Vec<Row>], body: f32) -> Vec<(usize, usize)> {
    let is_last = |edge: &&Edge| pages.get(edge.page).is_some_and(|rows| rows.len() > 1 && edge.row + 1 == rows.len());
    let is_number = |edge: &&Edge| edge.numbers == [edge.page as i64 + 1] && matches!(edge.form.as_str(), "#" | "- # -" | "– # –");
    edges
        .iter()
        .filter(is_last)
        .filter(is_number)
        .filter(|edge| stands_apart(pages, edge, body))
        .map(|edge| (edge.page, edge.row))
        .collect()
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
fn changing(edges: &[Edge], pages: &[Vec<Row>], body: f32) -> Vec<(usize, usize)> {
    let mut found = vec![];
    for is_top in [true, false] {
        let mut seen = FxHashSet::default();
        let outermost: Vec<&Edge> = edges.iter().filter(|edge| edge.is_top == is_top && seen.insert(edge.page)).collect();
        for place in places(outermost) {
            let apart: Vec<&&Edge> = place.iter().filter(|edge| stands_apart(pages, edge, body)).collect();
            if place.len() < 4 || 10 * apart.len() < 6 * pages.len() {
                continue;
            }
            let count = |form: &str| apart.iter().filter(|edge| edge.form == form).count();
            let is_small = |edge: &Edge| row(pages, edge).is_some_and(|row| row.size() < 0.95 * body);
            found.extend(apart.iter().filter(|edge| count(&edge.form) > 1 || is_small(edge)).map(|edge| (edge.page, edge.row)));
        }
    }
    found
}

fn row<'p>(pages: &'p [Vec<Row>], edge: &Edge) -> Option<&'p Row> {
    pages.get(edge.page)?.get(edge.row)
}

fn stands_apart(pages: &[Vec<Row>], edge: &Edge, body: f32) -> bool {
    let inner = if edge.is_top { edge.row.checked_add(1) } else { edge.row.checked_sub(1) };
    let inner = inner.and_then(|inner| pages.get(edge.page)?.get(inner));
    inner.is_none_or(|inner| (inner.base() - edge.base).abs() > APART * body)
}

fn numbers(text: &str) -> Vec<i64> {
    let words = || text.split(|c: char| c.is_whitespace() || c == '-' || c == '–').filter(|word| !word.is_empty());
    let mut numbers: Vec<i64> = [words().next(), words().next_back()].into_iter().flatten().filter_map(|word| word.parse().ok()).collect();
    numbers.dedup();
    numbers
}

/// The form of a row: its numbers, Roman ones of page numbers included, stand for any.
fn form(text: &str) -> String {
    let is_roman = |word: &str| word.len() < 8 && word.bytes().all(|byte| b"ivxlIVXL".contains(&byte));
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
