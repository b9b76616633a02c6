//! Near misses: figures that words and place tie to each other, and that agree but for one digit.
//!
//! Many links are made by arithmetic that agrees, so a slip takes the link away and with it the check: "5,580 of 6,000 planned (90%)". These
//! rules come last and ask only of figures that no other rule has judged. Where the construction is certain ("from 149 to 158, up 8.0%") any
//! disagreement is said; where the words leave a choice ("738 operations (3.0%)" of one of several totals) only one that a changed digit, or two
//! that changed places, would explain for a single one of the choices, while none of them agrees.

mod average;
mod balance;
mod growth;
mod list;
mod share;
mod total_behind;

use super::brief::Trait;
use super::draft::Draft;
use super::judge::Judged;
use super::page::Page;
use super::{rules, slip, words};
use crate::analysis::Verdict;
use rustc_hash::FxHashSet;

/// Checks what is left, and takes back what was said to be impossible to check.
pub(super) fn check(page: &Page, out: &mut Vec<Draft>) {
    let known = |draft: &&Draft| !is_weak(draft) && draft.rule() != &rules::REPEAT;
    let mut judged: FxHashSet<usize> = out.iter().filter(known).filter_map(|draft| draft.quantities().first().copied()).collect();
    let mut found = Vec::new();
    for rule in [share::check, growth::check, list::check, total_behind::check, balance::check, average::check] {
        rule(page, &judged, &mut found);
        judged.extend(found.iter().filter_map(|draft: &Draft| draft.quantities().first().copied()));
    }
    let asked: FxHashSet<usize> = found.iter().filter_map(|draft| draft.quantities().first().copied()).collect();
    out.retain(|draft| !is_weak(draft) || draft.quantities().first().is_none_or(|first| !asked.contains(first)));
    out.extend(found);
}

/// Whether a finding says next to nothing of its figure: that it cannot be checked, or that a part is less than its total.
fn is_weak(draft: &Draft) -> bool {
    draft.verdict() == Verdict::Unchecked || draft.rule() == &rules::PART
}

/// The one choice that a changed digit of figure `id`, or two in each other's place, would make fit, with that slip; nothing where another choice
/// agrees as it stands, or several would fit.
fn only_near_miss<T: Copy>(
    page: &Page,
    id: usize,
    choices: impl Iterator<Item = (T, Judged)>,
    fewest: usize,
) -> Option<(T, Judged, String)> {
    let mut near: Option<(T, Judged, String)> = None;
    for (choice, judged) in choices {
        if judged.agrees() || judged.cut_off(page, id).is_some() {
            return None;
        }
        let Some(slip) = page.get(id).and_then(|q| slip::of_one_digit(page.show, q, judged.computed, fewest)) else { continue };
        // The same amount told twice is one choice.
        if near.as_ref().is_some_and(|(_, other, _)| other.computed.point != judged.computed.point) {
            return None;
        }
        near.get_or_insert((choice, judged, slip));
    }
    near
}

/// Whether a figure is one number that is not hedged.
fn is_exact(page: &Page, id: usize) -> bool {
    page.brief(id).is(Trait::ONE) && page.brief(id).is_without(Trait::HEDGED)
}

/// How many digits a figure is printed with.
fn digits(page: &Page, id: usize) -> usize {
    page.get(id).map_or(0, |q| q.text.bytes().filter(u8::is_ascii_digit).count())
}

/// Whether two figures are measured in one unit, or count things or persons.
fn alike(page: &Page, a: usize, b: usize) -> bool {
    let (x, y) = (page.brief(a), page.brief(b));
    x.unit == y.unit || x.is(Trait::COUNTED) && y.is(Trait::COUNTED)
}

/// The figure right in front of another in its sentence.
fn in_front(page: &Page, id: usize) -> Option<usize> {
    id.checked_sub(1).filter(|before| page.in_sentence(id).contains(before))
}

/// Whether the words of a text are these, whatever their case.
fn says(text: &str, said: &[&str]) -> bool {
    let mut words = words::words(text);
    said.iter().all(|one| words.next().is_some_and(|word| word.eq_ignore_ascii_case(one))) && words.next().is_none()
}
