//! People and person-times: the times that people are served cannot be fewer than the people, and one number under both names is odd.
//!
//! From figures of a sentence, or of one claim in two places of a section, to findings `person_times`.

use super::brief::Trait;
use super::content::Content;
use super::draft::Draft;
use super::judge::{Judged, Reading};
use super::page::Page;
use super::repeat::pair;
use super::{rules, words};
use crate::analysis::{Kind, Unit, Verdict, significant_digits};
use crate::wording::audit as say;
use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

/// A number needs so many digits before its zeros to be known again.
const FEWEST_DIGITS: u32 = 3;
/// Two numbers that stand together in two places need fewer.
const FEWEST_OF_TWO: u32 = 2;

/// Checks neighbours of a sentence, then equal numbers of a section.
pub(super) fn check(page: &Page, out: &mut Vec<Draft>) {
    let mut people: FxHashMap<(u32, Decimal), usize> = FxHashMap::default();
    let mut twice: Vec<(usize, usize)> = Vec::new();
    for id in page.with(Trait::PERSONS).filter(|id| is_served(page, *id)) {
        let Some(q) = page.get(id) else { continue };
        out.extend(id.checked_sub(1).and_then(|before| neighbours(page, before, id)));
        let Some(value) = q.amount.one().map(|v| v.normalize()).filter(|v| significant_digits(*v) >= FEWEST_OF_TWO) else { continue };
        match people.get(&(q.section, value)).copied() {
            Some(other) => twice.extend(both_names(page, other, id).then_some((other, id))),
            None => {
                people.insert((q.section, value), id);
            }
        }
    }
    tell(page, &twice, out);
}

/// Says of numbers that stand once as people and once as person-times whether two of them are exchanged, or else that they do.
fn tell(page: &Page, twice: &[(usize, usize)], out: &mut Vec<Draft>) {
    let mut exchanged = false;
    for (at, pair) in twice.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|b| twice.get(b)).filter(|before| !exchanged && are_exchanged(page, **before, *pair));
        if let Some(before) = before {
            // What was said of the first of them alone is said of both now.
            out.pop_if(|draft| draft.quantities() == [before.1, before.0]);
            out.push(exchange(page, *before, *pair));
            exchanged = true;
            continue;
        }
        exchanged = false;
        let known = page.get(pair.0).and_then(|q| q.amount.one()).is_some_and(|v| significant_digits(v) >= FEWEST_DIGITS);
        out.extend(known.then(|| same_number(page, pair.0, pair.1)));
    }
}

/// "33,000 people and 140,500 person-times" in one place and "33,000 person-times and 140,500 people" in another.
fn are_exchanged(page: &Page, a: (usize, usize), b: (usize, usize)) -> bool {
    let together = |x: usize, y: usize| page.sentence_of(x) == page.sentence_of(y) && page.brief(x).unit != page.brief(y).unit;
    together(a.0, b.0) && together(a.1, b.1)
}

fn exchange(page: &Page, a: (usize, usize), b: (usize, usize)) -> Draft {
    let told = |(x, y): (usize, usize)| page.get(x).zip(page.get(y)).map(|(x, y)| pair(page, x, y)).unwrap_or_default();
    let calculation = page.say(&say::TWO_PAIRS, &[("first", &told(a)), ("second", &told(b))]);
    let note = page.say(&say::EXCHANGED, &[]);
    Draft::new(&rules::TIMES, Verdict::Inconsistent, vec![a.0, b.0, a.1, b.1], note).calculation(calculation)
}

fn is_served(page: &Page, id: usize) -> bool {
    let q = page.brief(id);
    q.is(Trait::PERSONS) && q.is_without(Trait::PER) && q.kind == Kind::Level
}

/// "trained 3,000 people (4,500 person-times)".
fn neighbours(page: &Page, first: usize, second: usize) -> Option<Draft> {
    let (a, b) = (page.get(first).filter(|_| is_served(page, first))?, page.get(second)?);
    let (people, times) = match (a.unit, b.unit) {
        (Unit::People, Unit::PersonTimes) => (first, second),
        (Unit::PersonTimes, Unit::People) => (second, first),
        _ => return None,
    };
    let between = page.between(first, second);
    let told_again = between.contains('(') || people == first && words::has_any(between, &["for", "or"]);
    if a.sentence != b.sentence || !told_again || words::words(between).count() > 4 || words::has_any(between, &["and"]) {
        return None;
    }
    let (counted, served) = (page.printed(people)?, page.printed(times)?);
    let fits = !counted.exceeds(served);
    let relation = |read: Reading| Some((read(times)?, read(people)?));
    let judged = Judged { verdict: if fits { Verdict::Consistent } else { Verdict::Inconsistent }, ..Judged::new(page, times, &relation)? };
    let (note, calculation) = if fits { (&say::TIMES_FIT, &say::AT_MOST) } else { (&say::TIMES_OFF, &say::MORE_THAN) };
    let values = [("people", &*page.told(people)), ("times", &*page.told(times))];
    let draft = Draft::judged(&rules::TIMES, judged, vec![times, people], page.say(note, &values));
    Some(draft.calculation(page.say(calculation, &values)))
}

/// Whether one number counts people in one place and person-times in another, in words that both share.
fn both_names(page: &Page, first: usize, second: usize) -> bool {
    let common = || page.clause(first).clone().without(&Content::of_words(&["people"])).common(page.clause(second));
    page.brief(first).unit != page.brief(second).unit && page.sentence_of(first) != page.sentence_of(second) && common() > 0
}

/// The same number as people in one place and as person-times in another: each would have come once.
fn same_number(page: &Page, first: usize, second: usize) -> Draft {
    let calculation = page.get(first).zip(page.get(second)).map(|(a, b)| pair(page, a, b)).unwrap_or_default();
    let note = page.say(&say::PEOPLE_AND_TIMES, &[]);
    Draft::new(&rules::TIMES, Verdict::Unchecked, vec![second, first], note).calculation(calculation)
}
