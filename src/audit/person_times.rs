//! People and person-times: the times that people are served cannot be fewer than the people, and one number under both names is odd.
//!
//! From figures of a sentence, or of one claim in two places of a section, to findings `person_times`.

use super::content::Content;
use super::draft::Draft;
use super::judge::{Judged, Reading};
use super::page::Page;
use super::repeat::pair;
use super::{rules, words};
use crate::analysis::{Kind, Quantity, Unit, Verdict};
use crate::wording::audit as say;
use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

/// A number needs so many digits before its zeros to be known again.
const FEWEST_DIGITS: usize = 3;

/// Checks neighbours of a sentence, then equal numbers of a section.
pub(super) fn check(page: &Page, out: &mut Vec<Draft>) {
    let mut people: FxHashMap<(u32, Decimal), usize> = FxHashMap::default();
    for id in 0..page.quantities.len() {
        let Some(q) = page.get(id).filter(|q| is_served(q)) else { continue };
        out.extend(id.checked_sub(1).and_then(|before| neighbours(page, before, id)));
        let Some(value) = q.amount.one().map(|v| v.normalize()).filter(|v| digits(*v) >= FEWEST_DIGITS) else { continue };
        match people.get(&(q.section, value)).copied() {
            Some(other) => out.extend(same_number(page, other, id)),
            None => {
                people.insert((q.section, value), id);
            }
        }
    }
}

fn is_served(q: &Quantity) -> bool {
    matches!(q.unit, Unit::People | Unit::PersonTimes) && q.per.is_none() && q.kind == Kind::Level
}

/// Digits without trailing zeros.
fn digits(value: Decimal) -> usize {
    value.trunc().to_string().trim_end_matches('0').len()
}

/// "trained 3,000 people (4,500 person-times)".
fn neighbours(page: &Page, first: usize, second: usize) -> Option<Draft> {
    let (a, b) = (page.get(first).filter(|q| is_served(q))?, page.get(second)?);
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

/// The same number as people in one place and as person-times in another: each would have come once.
fn same_number(page: &Page, first: usize, second: usize) -> Option<Draft> {
    let (a, b) = (page.get(first)?, page.get(second)?);
    let common = page.clause(first).clone().without(&Content::of_words(&["people"])).common(page.clause(second));
    if a.unit == b.unit || page.sentence_of(first) == page.sentence_of(second) || common == 0 {
        return None;
    }
    let note = page.say(&say::PEOPLE_AND_TIMES, &[]);
    Some(Draft::new(&rules::TIMES, Verdict::Unchecked, vec![second, first], note).calculation(pair(page, a, b)))
}
