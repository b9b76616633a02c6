//! Totals behind their parts: "45.5 ha, 38 ha and 115 ha, altogether 198.5 ha", "1,912 kilometres of roads and another 846 kilometres of tracks, a combined
//! 2,758 kilometres".
//!
//! From totals that nothing has added, to findings "sum". What is no slip of a digit was not meant to be a sum.

use super::super::brief::Trait;
use super::super::draft::Draft;
use super::super::page::Page;
use super::super::sum::{does_not_add_up, judge_sum};
use super::super::words;
use super::{alike, is_exact, only_near_miss};
use crate::analysis::Kind;
use rustc_hash::FxHashSet;

/// Checks every total that says so and is still open.
pub(super) fn check(page: &Page, judged: &FxHashSet<usize>, out: &mut Vec<Draft>) {
    for total in page.with(Trait::AMOUNT | Trait::ONE).filter(|id| !judged.contains(id) && is_exact(page, *id)) {
        // Two parts at least stand in front of it.
        let behind_two = page.in_sentence(total).start + 2 <= total && (total - 2..total).all(|part| may_be_part(page, total, part));
        if behind_two && page.parts(total).is_empty() && page.brief(total).is_without(Trait::PER) && says_total(page, total) {
            out.extend(check_total(page, total));
        }
    }
}

/// Words that make a figure the total of those in front of it.
const TOGETHER: &[&str] =
    &["altogether", "combined", "together", "in all", "in total", "for a total of", "a total of", "in sum", "totalling", "totaling"];

/// Words between such a word and the total.
const LEAD: usize = 3;

fn says_total(page: &Page, total: usize) -> bool {
    let tail = words::behind(page.before(total), b",;(");
    let before = words::words(tail).nth(LEAD + 1).is_none() && words::has_any(tail, TOGETHER);
    let behind = words::up_to(page.after(total), b",;.");
    before
        || tail.trim().is_empty()
            && words::words(behind).take(4).count() <= LEAD
            && words::has_any(behind, &["in all", "in total", "altogether", "together", "between them"])
}

/// The figures right in front that follow each other as one list: where a digit of the total explains what they miss it by, they were meant.
fn check_total(page: &Page, total: usize) -> Option<Draft> {
    let sentence = page.in_sentence(total);
    let mut first = total;
    while let Some(before) =
        first.checked_sub(1).filter(|p| sentence.contains(p) && may_be_part(page, total, *p) && goes_on(page.between(*p, first)))
    {
        first = before;
    }
    let lists = (first..total.saturating_sub(1)).map(|first| (first, judge_sum(page, total, &(first..total).collect::<Vec<usize>>())));
    let lists = lists.filter_map(|(first, judged)| Some((first, judged?)));
    let (first, judged, slip) = only_near_miss(page, total, lists, DIGITS)?;
    Some(does_not_add_up(page, total, &(first..total).collect::<Vec<usize>>(), judged).slip(Some(slip)))
}

/// Whether a figure can be one of the parts, whatever the words say.
fn may_be_part(page: &Page, total: usize, part: usize) -> bool {
    let q = page.brief(part);
    alike(page, total, part) && is_exact(page, part) && q.kind == Kind::Level && q.is_without(Trait::PER) && !q.unit.is_time()
}

/// Fewest digits of a total.
const DIGITS: usize = 3;

/// Whether the words between two figures go on with a list.
fn goes_on(between: &str) -> bool {
    let apart = words::has_any(between, &["of which", "against", "from", "compared", "than", "while"]);
    !apart && !between.contains([';', '.', ':', '(']) && (between.contains(',') || words::has_any(between, &["and"]))
}
