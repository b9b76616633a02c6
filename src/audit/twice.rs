//! One thing told twice: in the same words of two sentences, with digits that changed places, or in two places of one list.
//!
//! From the words in front of each figure, from its digits, and from the labels of a list, to findings "repeat". Clauses that have the same
//! content words are the matter of `conflict`; here the words need not be all the same, since something else shows that the thing is.

use super::alike::alike;
use super::brief::Trait;
use super::conflict::{differ, differing};
use super::draft::Draft;
use super::page::Page;
use super::{rules, slip};
use crate::analysis::{Kind, Scope, Unit, Verdict};
use crate::language::Word;
use crate::wording::audit as say;
use rust_decimal::Decimal;
use rustc_hash::FxHashMap;
use std::collections::hash_map::Entry;
use std::hash::Hash;
use std::ops::Range;

/// Looks for things that are told twice with different values, section by section.
pub(super) fn check(page: &Page, out: &mut Vec<Draft>) {
    for section in page.sections() {
        pairs(page, section.clone(), words_in_front, |a, b| same_words(page, a, b), out);
        pairs(page, section.clone(), digits, |a, b| swapped(page, a, b), out);
    }
    for sentence in page.sentences.iter().filter(|sentence| sentence.len() >= SHORTEST_LIST) {
        out.extend(twice_in_list(page, sentence.clone()));
    }
}

/// Figures with one key to compare a later one with, at most.
const COMPARED: usize = 4;

/// Compares the figures of a section that have a key in common.
fn pairs<K: Eq + Hash>(
    page: &Page,
    section: Range<usize>,
    key: impl Fn(&Page, usize) -> Option<K>,
    tells: impl Fn(usize, usize) -> bool,
    out: &mut Vec<Draft>,
) {
    let stated = page.briefs(section).filter(|(_, q)| q.is(Trait::AMOUNT | Trait::ONE) && q.kind == Kind::Level);
    let mut known: FxHashMap<K, (usize, Vec<usize>)> = FxHashMap::default();
    for id in alike(stated.filter_map(|(id, _)| Some((key(page, id)?, id)))) {
        let Some(key) = key(page, id) else { continue };
        let (first, later) = match known.entry(key) {
            Entry::Occupied(earlier) => earlier.into_mut(),
            Entry::Vacant(new) => {
                new.insert((id, Vec::new()));
                continue;
            }
        };
        if let Some(other) = [*first].iter().chain(&*later).copied().find(|other| tells(*other, id)) {
            out.extend(differing(page, other, id));
        }
        if later.len() + 1 < COMPARED {
            later.push(id);
        }
    }
}

/// Words in front of two figures that have to be the same.
const FRONT: usize = 5;

/// Content words among them.
const CONTENT: usize = 3;

/// The words right in front of a figure.
fn last_words<'p>(page: &Page<'p>, id: usize) -> Option<&'p [Word]> {
    let before = page.words_before(id);
    before.get(before.len().checked_sub(FRONT)?..)
}

/// The same by their numbers.
fn words_in_front(page: &Page, id: usize) -> Option<(Unit, [u32; FRONT])> {
    let last = last_words(page, id)?;
    let mut key = [0; FRONT];
    for (place, word) in key.iter_mut().zip(last) {
        *place = word.number;
    }
    last.iter().all(|w| w.mark == 0 && w.number != 0).then_some((page.brief(id).unit, key))
}

/// Whether they say what the figure is.
fn tell(page: &Page, id: usize) -> bool {
    last_words(page, id).is_some_and(|last| page.content(last, id).len() >= CONTENT)
}

/// "completed the ecological relocation of 120,000 people" and, in another paragraph, of 220,000.
fn same_words(page: &Page, a: usize, b: usize) -> bool {
    let (Some(x), Some(y)) = (page.get(a), page.get(b)) else { return false };
    let alike = x.year == y.year && x.noun == y.noun && x.topic != y.topic && x.of.is_none() && y.of.is_none();
    alike && x.scope == Scope::Region && y.scope == Scope::Region && tell(page, b) && differ(page, a, b) && page.clause(a) != page.clause(b)
}

/// Digits that a number needs, so that no chance makes another of them.
const LONG: usize = 4;

/// How often a figure has each digit, and what its last one is worth: the same for numbers whose digits have changed places.
fn digits(page: &Page, id: usize) -> Option<(Unit, u64, u32)> {
    if !page.is(id, Trait::LONG) {
        return None;
    }
    let value = page.get(id)?.amount.one()?.normalize();
    let (mut counts, mut significant) = (0, 0);
    for digit in digits_of(value.mantissa().unsigned_abs()) {
        significant += usize::from(significant > 0 || digit > 0);
        counts += 1_u64 << (6 * digit);
    }
    let unit = page.brief(id).unit;
    (significant >= LONG).then_some((if unit == Unit::PersonTimes { Unit::People } else { unit }, counts, value.scale()))
}

/// The digits of a number, the last first.
fn digits_of(mut rest: u128) -> impl Iterator<Item = u8> {
    std::iter::from_fn(move || {
        // Most numbers fit half the width, which divides many times as fast.
        let (next, digit) = u64::try_from(rest).map_or_else(|_| (rest / 10, rest % 10), |short| ((short / 10).into(), (short % 10).into()));
        (rest > 0).then_some(())?;
        rest = next;
        u8::try_from(digit).ok()
    })
}

/// Content words that clauses share which tell one thing.
const SHARED: usize = 4;

/// "657,400 people were covered by the rural living allowance" and "the rural living allowance covered 675,400 people".
fn swapped(page: &Page, a: usize, b: usize) -> bool {
    let (Some(x), Some(y)) = (page.get(a), page.get(b)) else { return false };
    let value = y.amount.one().unwrap_or(Decimal::ZERO);
    let alike = x.year == y.year && page.noun(a) == page.noun(b) && page.sentence_of(a) != page.sentence_of(b);
    alike
        && x.amount.one() != y.amount.one()
        && page.clause(a).common(page.clause(b)) >= SHARED
        && slip::of_order(page.show, x, value).is_some()
}

/// Members of a list that is looked at.
const SHORTEST_LIST: usize = 3;

/// "introduced 3,337 projects, 862 projects and 1,347 talents", "Hill (17%), Marsh (5%), Hill (2%)".
fn twice_in_list(page: &Page, sentence: Range<usize>) -> Option<Draft> {
    let mut known: Vec<(Unit, Vec<u32>, usize)> = Vec::new();
    let mut twice = None;
    for id in sentence {
        let member = if known.is_empty() { None } else { label(page, id, true) };
        if member.is_none() && twice.is_some() {
            break;
        }
        let Some(label) = member.or_else(|| {
            known.clear();
            label(page, id, false)
        }) else {
            continue;
        };
        let unit = page.brief(id).unit;
        match known.iter().find(|(of, words, _)| *of == unit && *words == label) {
            Some((_, _, first)) if twice.is_none() => twice = Some((*first, id)),
            None if known.len() < LONGEST_LIST => known.push((unit, label, id)),
            // A series of one thing, or a list without end.
            _ => return None,
        }
    }
    let (first, second) = twice.filter(|_| known.len() >= SHORTEST_LIST - 1)?;
    let (one, other) = (page.get(first)?, page.get(second)?);
    // "905 officers and 30,578 men, and 594 officers and 15,388 men": a list of pairs.
    let named = page.words_after(second).first().is_some_and(|w| w.mark == b')');
    let paired = !named && (first + 1 != second || page.words_before(second).last().is_none_or(|w| w.mark != b','));
    if paired || one.amount.one() == other.amount.one() || one.year != other.year || one.per != other.per {
        return None;
    }
    let note = page.say(&say::TWICE_IN_LIST, &[("one", &page.told(first)), ("other", &page.told(second))]);
    Some(Draft::new(&rules::REPEAT, Verdict::Inconsistent, vec![second, first], note))
}

/// Members that a list has at most.
const LONGEST_LIST: usize = 24;

/// Words of a label at most.
const LABEL: usize = 4;

/// What a member of a list is told of: its noun, if it has nothing else ("862 projects,"), or the name in front of its bracket ("Marsh (5%)").
/// A later member stands right behind the one before it.
fn label(page: &Page, id: usize, later: bool) -> Option<Vec<u32>> {
    let (before, after) = (page.words_before(id), page.words_after(id));
    let joint = |w: &&Word| matches!(w.mark, b',' | b';') || w.span.of(page.text) == "and";
    if before.last().is_some_and(|w| w.mark == b'(') && after.first().is_some_and(|w| w.mark == b')') {
        let inside = before.get(..before.len() - 1)?;
        let name: Vec<u32> = inside.iter().rev().take_while(|w| w.capital || w.mark == b'-').map(|w| w.number).collect();
        let between = inside.len() - name.len().min(inside.len());
        let plain = !later || inside.iter().take(between).all(|w| w.mark == b')' || joint(&w));
        return (plain && !name.is_empty() && name.len() <= LABEL).then_some(name);
    }
    page.get(id).filter(|q| q.unit.is_counted() && q.kind == Kind::Level)?.noun.as_deref()?;
    let len = after.iter().take(LABEL + 1).take_while(|w| w.mark == 0 && !joint(w)).count();
    let own = after.get(..len).filter(|own| (1..=LABEL).contains(&own.len()))?;
    let last = || !page.in_sentence(id).contains(&(id + 1));
    let closed = after.get(len).map_or_else(last, |w| joint(&w) || w.mark == b'.');
    let follows = !later || before.last().is_some_and(|w| joint(&w));
    (closed && follows).then(|| own.iter().map(|w| w.number).collect())
}
