//! Averages right behind their total: "566.2 million, i.e. 585 per visitor", "7,222,950 stays, an average of 6.3 nights per visitor".
//!
//! From averages that nothing has judged, to findings "average".

use super::super::average::{Pair, disagreement, judge};
use super::super::brief::Trait;
use super::super::content::{Stem, reduce};
use super::super::draft::Draft;
use super::super::page::Page;
use super::super::words;
use super::{digits, in_front, is_exact, only_near_miss};
use crate::analysis::Kind;
use rustc_hash::FxHashSet;

/// Checks every average that is still open.
pub(super) fn check(page: &Page, judged: &FxHashSet<usize>, out: &mut Vec<Draft>) {
    for id in page.with(Trait::ONE).filter(|id| !judged.contains(id) && is_exact(page, *id)) {
        let kind = page.brief(id).kind;
        // Letters in a row are found faster than a word.
        let says = |before: &str| before.contains("verage") && words::has_any(before, &["average"]);
        let named = || kind == Kind::Level && !page.is(id, Trait::PER) && says(page.before(id));
        if digits(page, id) > 1 && (kind == Kind::Average || named()) {
            out.extend(check_average(page, id));
        }
    }
}

/// Sentences back to a count.
const FAR: usize = 8;

fn check_average(page: &Page, id: usize) -> Option<Draft> {
    let stem = of_what(page, id)?;
    let totals = totals(page, id);
    let topic = page.brief(id).topic;
    let count = |c: &usize| {
        let q = page.brief(*c);
        !totals.contains(c)
            && q.topic == topic
            && q.is(Trait::COUNTED)
            && q.kind == Kind::Level
            && q.is_without(Trait::PER)
            && is_exact(page, *c)
            && digits(page, *c) > 2
            && page.get(*c).zip(page.get(id)).is_some_and(|(count, each)| count.year == each.year)
            && is_called(page, *c, stem)
    };
    let counts: Vec<usize> = page.around(id, FAR, 0).filter(count).collect();
    let beside = counts.iter().any(|c| page.sentence_of(*c) == page.sentence_of(id));
    let fewest = if totals.len() == 1 && (beside || counts.len() == 1) { 2 } else { 3 };
    let pair = |total: usize| counts.iter().map(move |count| Pair { total, count: *count, tied: true, many: 1 });
    let pairs = totals.iter().copied().flat_map(pair);
    let (pair, judged, _) = only_near_miss(page, id, pairs.filter_map(|pair| Some((pair, judge(page, id, pair)?))), fewest)?;
    disagreement(page, id, pair, judged)
}

/// What an average is for each of: its denominator, or what "average" stands in front of ("the average fire covered 15.9 ha").
fn of_what(page: &Page, id: usize) -> Option<Stem> {
    let per = page.get(id)?.per.as_deref();
    if per.is_some_and(|per| per.starts_with(|c: char| c.is_ascii_digit())) {
        return None;
    }
    let average = || words::words(page.before(id)).skip_while(|word| !word.eq_ignore_ascii_case("average")).nth(1);
    per.or_else(average).and_then(reduce)
}

/// The amounts that an average may be taken of: the one that it says again, or extents of its unit in its sentence and those before. An average
/// wage or benefit is hardly the quotient of sums nearby.
fn totals(page: &Page, id: usize) -> Vec<usize> {
    if let Some(total) = in_front(page, id).filter(|total| is_apposed(page, *total, id)) {
        return vec![total];
    }
    let unit = page.brief(id).unit;
    let told = words::has_any(page.before(id), &["average", "averaged", "averaging"]);
    let whole = |t: &usize| {
        let q = page.brief(*t);
        q.unit == unit && q.kind == Kind::Level && q.is_without(Trait::PART | Trait::PER) && is_exact(page, *t) && digits(page, *t) > 2
    };
    page.around(id, NEAR, 0)
        .filter(|t| told && !unit.is_counted() && !unit.is_currency() && *t < id && page.topic(*t) == page.topic(id))
        .filter(whole)
        .collect()
}

/// Sentences back to a total.
const NEAR: usize = 2;

/// Whether an average says again what the total in front of it is for each.
fn is_apposed(page: &Page, total: usize, id: usize) -> bool {
    let between = page.between(total, id);
    let tail = words::behind(between, b",(");
    let told = words::has_any(tail, &["i.e.", "that is", "average", "averaging", "or", "equal to", "equivalent to"]);
    let q = page.brief(total);
    let amount = page.is_amount(total) && is_exact(page, total) && q.is_without(Trait::PER | Trait::RELATIVE);
    amount && told && words::words(tail).count() <= TAIL && between.contains([',', '(']) && !between.contains([';', ')'])
}

/// Words of "or an average of".
const TAIL: usize = 5;

/// Whether a figure counts what an average is for each of: by its noun, or by the words in front of it ("visitor arrivals came to 968,300").
fn is_called(page: &Page, id: usize, stem: Stem) -> bool {
    // "fewer fires than elsewhere (416)".
    let before = page.before(id).trim_end().trim_end_matches('(');
    page.noun_stem(id) == Some(stem) || words::words(words::behind(before, b",;(")).filter_map(reduce).any(|word| word == stem)
}
