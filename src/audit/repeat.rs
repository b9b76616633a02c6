//! Repeats that agree: the same value said of the same thing in several places of a section.
//!
//! From all figures of a section by value, to findings "repeat". Disagreeing repeats are the matter of `conflict`.

use super::brief::{Brief, Trait};
use super::content::Stem;
use super::draft::Draft;
use super::interval::Interval;
use super::page::Page;
use super::rough::{may_equal, order};
use super::rules;
use crate::analysis::{Quantity, Unit, Verdict};
use crate::wording::audit as say;
use rust_decimal::Decimal;
use rustc_hash::{FxBuildHasher, FxHashMap};
use std::cmp::Ordering;
use std::ops::Range;

/// What figures of a section must have in common to be repeats: noun and unit.
type Sort = (Option<Stem>, Unit);

/// The value of a figure.
#[derive(Debug, Clone, Copy)]
struct Value {
    /// The number of its sort, in the order in which a section has them.
    sort: usize,
    rough: f64,
    exact: Decimal,
    id: usize,
}

impl Value {
    fn order(&self, other: &Self) -> Ordering {
        order((self.rough, self.exact), (other.rough, other.exact))
    }
}

/// Groups the figures of each section by unit and noun, then looks for equal and nearly equal values.
pub(super) fn check(page: &Page, out: &mut Vec<Draft>) {
    page.sections().for_each(|section| check_section(page, section, out));
    for sentence in page.sentences.iter().filter(|sentence| sentence.len() > 1) {
        one_to_one(page, sentence.clone(), out);
    }
}

/// Digits of a rate that is no chance.
const RATE_DIGITS: usize = 3;

/// Sorts that a section has, more or less.
const SORTS: usize = 50;

fn check_section(page: &Page, section: Range<usize>, out: &mut Vec<Draft>) {
    let mut sorts: FxHashMap<Sort, usize> = FxHashMap::with_capacity_and_hasher(SORTS, FxBuildHasher);
    let mut value = |id: usize| {
        let q = page.brief(id);
        let sort: Sort = (page.noun_stem(id).filter(|_| q.unit == Unit::Count), family(q.unit));
        let next = sorts.len();
        Value { sort: *sorts.entry(sort).or_insert(next), rough: q.rough, exact: value(page, id), id }
    };
    // "7.93%": a rate of so many digits is told twice of one thing.
    let rate = |id: usize| page.is(id, Trait::PERCENT | Trait::ONE) && page.get(id).is_some_and(|q| distinctive_digits(q) >= RATE_DIGITS);
    let told = |id: &usize| page.is(*id, Trait::AMOUNT | Trait::ONE) || rate(*id);
    let mut values: Vec<Value> = section.filter(told).map(&mut value).collect();
    values.sort_unstable_by(|a, b| a.sort.cmp(&b.sort).then_with(|| a.order(b)).then(a.id.cmp(&b.id)));
    for group in values.chunk_by(|a, b| a.sort == b.sort).filter(|group| group.len() > 1) {
        equal_values(page, group, out);
        nearly_equal_values(page, group, out);
    }
}

/// "554 organs were sent to 554 villages": two counts of different things that are equal.
fn one_to_one(page: &Page, sentence: Range<usize>, out: &mut Vec<Draft>) {
    let counts = |(_, q): &(usize, &Brief)| q.is(Trait::AMOUNT | Trait::ONE | Trait::COUNTED) && q.precision == Some(0);
    let digits = |id: usize| page.get(id).is_some_and(|q| distinctive_digits(q) >= 2);
    for (id, q) in page.briefs(sentence.clone()).filter(counts) {
        let mut equals = page.briefs(sentence.start..id).filter(counts).filter(|(_, other)| may_equal(q.rough, other.rough));
        let first = equals.find(|(other, _)| value(page, *other) == value(page, id) && digits(*other)).map(|(other, _)| other);
        if let Some(first) = first
            && page.noun(first) != page.noun(id)
            && digits(id)
        {
            let calculation = format!("{} = {}", page.told(first), page.told(id));
            out.push(
                Draft::new(&rules::REPEAT, Verdict::Consistent, vec![first, id], page.say(&say::ONE_TO_ONE, &[])).calculation(calculation),
            );
        }
    }
}

/// Units that may stand for each other in a repeat.
fn family(unit: Unit) -> Unit {
    if unit == Unit::PersonTimes { Unit::People } else { unit }
}

fn value(page: &Page, id: usize) -> Decimal {
    page.get(id).and_then(|q| q.amount.one()).unwrap_or_default()
}

/// Figures of one sort by their values.
fn equal_values(page: &Page, values: &[Value], out: &mut Vec<Draft>) {
    let mut sets: Vec<&[Value]> = values.chunk_by(|a, b| a.order(b).is_eq()).filter(|set| set.len() > 1).collect();
    sets.sort_unstable_by_key(|set| set.first().map(|value| value.id));
    for set in sets {
        let first_seen = set.first().map(|value| value.id).unwrap_or_default();
        let before = |i: usize| set.iter().take(i).rev().take(COMPARED).chain(set.first());
        let said_before = |(i, id): (usize, usize)| i == 0 || before(i).any(|other| said_of_the_same(page, id, other.id));
        let same: Vec<usize> = set.iter().map(|value| value.id).enumerate().filter(|pair| said_before(*pair)).map(|(_, id)| id).collect();
        if same.len() > 1 && same.iter().skip(1).any(|id| page.sentence_of(*id) != page.sentence_of(first_seen)) {
            let calculation = same.iter().map(|id| page.told(*id)).collect::<Vec<_>>().join(" = ");
            let note = page.say(&say::SAME_VALUE, &[]);
            out.push(Draft::new(&rules::REPEAT, Verdict::Consistent, same, note).calculation(calculation));
        }
    }
}

/// Earlier places of a value to compare a later one with.
const COMPARED: usize = 8;

/// Whether two equal figures speak of one thing: distinctive digits, or enough words in common.
fn said_of_the_same(page: &Page, a: usize, b: usize) -> bool {
    if page.sentence_of(a) == page.sentence_of(b) {
        return false;
    }
    let digits = page.get(a).map_or(0, distinctive_digits);
    digits >= 4 || page.clause(a).common(page.clause(b)) >= if digits >= 2 { 1 } else { 2 }
}

/// Digits without leading and trailing zeros.
fn distinctive_digits(q: &Quantity) -> usize {
    let digits = || q.text.bytes().filter(u8::is_ascii_digit);
    let zeros = digits().take_while(|d| *d == b'0').count();
    let behind = q.text.bytes().rev().filter(u8::is_ascii_digit).take_while(|d| *d == b'0').count();
    digits().count().saturating_sub(zeros + behind)
}

/// "847 million" and "847.07 million": one value printed to different digits.
fn nearly_equal_values(page: &Page, values: &[Value], out: &mut Vec<Draft>) {
    for pair in values.windows(2) {
        let [Value { id: a, .. }, Value { id: b, .. }] = pair else { continue };
        if !page.range(*a).may_meet(page.range(*b)) {
            continue;
        }
        let (Some(x), Some(y)) = (page.printed(*a), page.printed(*b)) else { continue };
        if x.point == y.point || !closed(x) || !closed(y) || !x.meets(y) {
            continue;
        }
        let digits = page.get(*a).map_or(0, distinctive_digits).min(page.get(*b).map_or(0, distinctive_digits));
        let apart = page.sentence_of(*a) != page.sentence_of(*b);
        if digits >= 3 && apart && page.clause(*a).common(page.clause(*b)) >= 2 {
            let (first, second) = (*a.min(b), *a.max(b));
            let other = |q| page.show.like(value(page, second), q);
            let calculation = page.get(first).map(|q| page.say(&say::PAIR, &[("one", &page.show.figure(q)), ("other", &other(q))]));
            let note = page.say(&say::MORE_DIGITS, &[]);
            let draft = Draft::new(&rules::REPEAT, Verdict::Consistent, vec![first, second], note);
            out.push(draft.calculation(calculation.unwrap_or_default()));
        }
    }
}

/// "3,300 and 3,330": two figures held against each other.
pub(super) fn pair(page: &Page, one: &Quantity, other: &Quantity) -> String {
    page.say(&say::PAIR, &[("one", &page.show.figure(one)), ("other", &page.show.figure(other))])
}

fn closed(interval: Interval) -> bool {
    interval.low.is_some() && interval.high.is_some()
}
