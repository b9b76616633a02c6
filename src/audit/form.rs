//! Form: digits that are no number, a scale word or unit that seems to be missing, a total named otherwise than its parts.
//!
//! From the problems that reading noted and the figures around, to findings "malformed" and "scale".

use super::draft::Draft;
use super::page::Page;
use super::{rules, show, words};
use crate::analysis::{Kind, Problem, Quantity, Unit, Verdict};
use crate::wording::audit as say;
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// Looks at every figure by itself.
pub(super) fn check(page: &Page, out: &mut Vec<Draft>) {
    for id in 0..page.quantities.len() {
        let Some(q) = page.get(id) else { continue };
        if let Some(word) = run_into(page, id, q) {
            let note = page.say(&say::RUNS_INTO, &[("text", &format!("{}{word}", q.text))]);
            out.push(Draft::new(&rules::MALFORMED, Verdict::Inconsistent, vec![id], note));
        } else if side_by_side(page, id) && !is_group(page, id) {
            let before = page.get(id - 1).map_or("", |p| p.text.as_str());
            let note = page.say(&say::SIDE_BY_SIDE, &[("text", &format!("{before} {}", q.text))]);
            let parts: Vec<usize> = page.parts(id).iter().chain(page.parts(id - 1)).copied().collect();
            let sum: Decimal = parts.iter().filter_map(|p| page.get(*p)?.amount.one()).sum();
            let calculation = page.say(&say::PARTS_COME_TO, &[("n", &parts.len().to_string()), ("sum", &show::grouped(sum, 0))]);
            let told = if parts.len() > 1 { calculation } else { String::new() };
            let ids = [id, id - 1].into_iter().chain(parts).collect();
            out.push(Draft::new(&rules::MALFORMED, Verdict::Inconsistent, ids, note).calculation(told));
        } else if q.problems.contains(&Problem::Malformed) {
            let note = page.say(&say::NO_NUMBER, &[("text", &q.text)]);
            out.push(Draft::new(&rules::MALFORMED, Verdict::Inconsistent, vec![id], note));
        } else if point_for_comma(q) {
            let note = page.say(&say::POINT, &[("text", &q.text)]);
            out.push(Draft::new(&rules::MALFORMED, Verdict::Inconsistent, vec![id], note));
        } else if is_more_than_a_country_has(page, id, q) {
            let money = id.checked_sub(1).filter(|p| page.in_sentence(id).contains(p) && page.brief(*p).unit.is_currency());
            let note = page.say(&say::TOO_MANY, &[("text", &page.told(id))]);
            out.push(Draft::new(&rules::SCALE, Verdict::Inconsistent, std::iter::once(id).chain(money).collect(), note));
        } else if is_fraction_of_a_thing(q) && !is_of_so_many(page, id) && !page.led_by(id, &["every"]) {
            out.push(missing_scale(page, id, q));
        } else if lacks_unit(page, id, q) {
            let base = q.base.map(|b| b as usize);
            let note = page.say(&say::NO_UNIT, &[("text", &q.text)]);
            out.push(Draft::new(&rules::SCALE, Verdict::Inconsistent, vec![id].into_iter().chain(base).collect(), note));
        }
        out.extend(other_noun(page, id, q));
    }
}

/// "2011waste transfer stations": a number that may be a year, with the word that it runs into.
fn run_into<'t>(page: &Page<'t>, id: usize, q: &Quantity) -> Option<&'t str> {
    if q.unit != Unit::Count || q.text.len() != 4 || !q.text.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let year = q.amount.one().is_some_and(|v| v >= Decimal::from(1900) && v <= Decimal::from(2100));
    let after = page.after(id);
    let word = after.split(|c: char| !c.is_alphabetic()).next().filter(|w| w.len() > 2)?;
    year.then_some(word)
}

/// "1607 2 village roads": two numbers with nothing but blanks between them, and what they count behind them. More of them in a row, two at the
/// end of their line, and those at the edge of a cell ("Clinics<tab>52 49<tab>-6%") are a table.
pub(super) fn side_by_side(page: &Page, id: usize) -> bool {
    let Some(previous) = id.checked_sub(1) else { return false };
    let digits = |of: usize| page.get(of).is_some_and(|q| q.text.bytes().all(|b| b.is_ascii_digit() || b == b','));
    let edge = || page.after(id).trim_start_matches(' ').starts_with(CELL) || page.before(previous).trim_end_matches(' ').ends_with(CELL);
    let table = || adjoins(page, id + 1) || adjoins(page, previous) || page.after(id).trim_start().is_empty() || edge();
    adjoins(page, id) && digits(previous) && digits(id) && !table()
}

/// What parts the cells of a row.
const CELL: [char; 2] = ['\t', '|'];

/// Whether nothing but blanks stands between a figure and the one before it in its line: a number behind a tab is a cell of its own.
fn adjoins(page: &Page, id: usize) -> bool {
    let previous = id.checked_sub(1).filter(|p| page.in_sentence(id).contains(p));
    let blank = |gap: &str| gap.trim_start().is_empty() && !gap.contains(['\t', '\n', '\r']);
    previous.is_some_and(|previous| page.words_before(id).is_empty() && blank(page.between(previous, id)))
}

/// "no more than 1 312 tonnes": three digits behind a blank are a group of thousands as often as a number of their own.
fn is_group(page: &Page, id: usize) -> bool {
    let digits = |of: usize| page.get(of).map_or(0, |q| q.text.len());
    id > 0 && digits(id) == 3 && (1..=3).contains(&digits(id - 1))
}

/// "31.800 copies": three digits behind the point of a count.
fn point_for_comma(q: &Quantity) -> bool {
    let thing = q.unit.is_counted() && q.noun.is_some() && q.per.is_none() && q.kind == Kind::Level;
    let plain = || q.text.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    let groups =
        || q.text.split_once('.').is_some_and(|(front, rest)| (1..=3).contains(&front.len()) && rest.len() == 3 && !rest.contains('.'));
    // Read as a fraction: in a report that parts thousands by points it is none.
    thing && q.precision == Some(-3) && plain() && groups()
}

/// "1.02683 billion poor households": more than any country has, where the world is not spoken of.
fn is_more_than_a_country_has(page: &Page, id: usize, q: &Quantity) -> bool {
    let many = q.unit == Unit::Households && q.amount.one().is_some_and(|v| v >= Decimal::from(HOUSEHOLDS));
    many && !words::has_any(page.sentence(id), &["world", "global", "globally", "worldwide", "countries"])
}

/// More households than the largest country had in 2020, by far.
const HOUSEHOLDS: u32 = 700_000_000;

/// "1.28 residents": nobody counts fractions of a person.
fn is_fraction_of_a_thing(q: &Quantity) -> bool {
    let fraction = q.amount.one().is_some_and(|v| !v.is_integer());
    let thing = matches!(q.unit, Unit::People | Unit::Households | Unit::PersonTimes | Unit::HouseholdTimes);
    fraction && thing && q.per.is_none() && matches!(q.kind, Kind::Level | Kind::Target | Kind::Change)
}

/// "For every 1,000 employees there were 3.1 ...": a frequency.
fn is_of_so_many(page: &Page, id: usize) -> bool {
    let start = page.in_sentence(id).start;
    // "2.1 applicants per post; in construction, 0.8": the rate before it goes on.
    let goes_on = |other: usize| {
        let alike =
            |rate: &Quantity| page.get(id).is_some_and(|q| rate.per.is_some() && rate.unit == q.unit && rate.precision == q.precision);
        page.get(other).is_some_and(alike)
    };
    // "a norm of one to 3.5"
    let is_one = |q: &Quantity| !q.text.contains(|c: char| c.is_ascii_digit()) && q.amount.one() == Some(Decimal::ONE);
    let mut front = page.printed_before(id);
    let for_one = front.next().is_some_and(|word| matches!(word, "to" | "for" | "per" | "every"));
    let mut one_in_front = || front.next() == Some("one") || id > start && page.get(id - 1).is_some_and(is_one);
    // "each was used by 2.3 prisoners"
    if for_one && one_in_front() || words::has_any(page.before(id), &["each", "averaging", "average"]) {
        return true;
    }
    (start..id)
        .any(|other| goes_on(other) || page.led_by(other, &["every"]) || page.led_by(other, &["per"]) || page.led_by(other, &["each"]))
}

/// The figure with the same digits and a scale word, if there is one, shows what is missing.
fn missing_scale(page: &Page, id: usize, q: &Quantity) -> Draft {
    let digits = |v: Decimal| v.normalize().mantissa();
    let value = q.amount.one().unwrap_or_default();
    let same = |o: &usize| {
        page.get(*o).is_some_and(|x| x.unit == q.unit && x.amount.one().is_some_and(|v| v > value && significant(v) == digits(value)))
    };
    let near = page.around(id, 12, 12);
    let other = near.filter(|o| *o != id).filter(same).min_by_key(|o| o.abs_diff(id));
    let noun = q.noun.as_deref().unwrap_or(say::THINGS.of(page.show.0));
    let note = page.say(&say::FRACTION, &[("noun", noun), ("text", &q.text)]);
    let slip = other.map(|o| page.say(&say::ELSEWHERE, &[("value", &page.told(o))]));
    Draft::new(&rules::SCALE, Verdict::Inconsistent, vec![id].into_iter().chain(other).collect(), note).slip(slip)
}

/// The digits of a number without trailing zeros.
fn significant(value: Decimal) -> i128 {
    let mut mantissa = value.normalize().mantissa();
    while mantissa != 0 && mantissa % 10 == 0 {
        mantissa /= 10;
    }
    mantissa
}

/// "4571 yuan, with an increase of 725": the unit is lent by the base.
fn lacks_unit(page: &Page, id: usize, q: &Quantity) -> bool {
    let bare = || q.unit.is_currency() && !q.text.is_empty() && q.text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b',' | b'.'));
    let word_behind = || page.after(id).trim_start().split(|c: char| !c.is_alphanumeric()).next().unwrap_or("").to_lowercase();
    // "3,905 zlotys, up 310 on the quarter before": nobody prints the unit again there.
    let step = || page.led_by(id, &["up"]) || page.led_by(id, &["down"]);
    q.kind == Kind::Change && q.base.is_some() && bare() && !step() && !matches!(word_behind().as_str(), "and" | "to" | "or" | "")
}

/// "2423 funds, including 450 conventional projects, 136 pilot projects": the total counts something else than all of its parts.
fn other_noun(page: &Page, id: usize, q: &Quantity) -> Option<Draft> {
    if page.parts(id).len() < 4 {
        return None;
    }
    let parts: Vec<usize> = page.parts(id).iter().copied().filter(|p| page.get(*p).is_some_and(|x| x.unit == Unit::Count)).collect();
    if parts.len() < 4 || q.unit != Unit::Count {
        return None;
    }
    let noun = page.noun(id)?;
    let of_parts: BTreeSet<&str> = parts.iter().filter_map(|p| page.noun(*p)).collect();
    let other = of_parts.iter().next().filter(|o| of_parts.len() == 1 && **o != noun)?;
    let sum: Decimal = parts.iter().filter_map(|p| page.get(*p)?.amount.one()).sum();
    let fits = q.amount.one() == Some(sum);
    fits.then(|| {
        let note = page.say(&say::OTHER_NOUN, &[("noun", noun), ("other", other)]);
        let calculation = page.say(&say::PARTS_COME_TO, &[("n", &parts.len().to_string()), ("sum", &show::grouped(sum, 0))]);
        Draft::new(&rules::MALFORMED, Verdict::Inconsistent, vec![id], note).calculation(calculation)
    })
}
