//! Averages: an amount per unit, the number of units, and the total.
//!
//! From figures with a denominator ("4.22 million yuan per village") and the figures around them, to findings "average".

use super::brief::{Brief, Trait};
use super::content::reduce;
use super::cue::Cue;
use super::draft::Draft;
use super::interval::{Interval, power_of_ten};
use super::judge::{Judged, Reading};
use super::page::Page;
use super::{rules, slip, words};
use crate::analysis::{Kind, Quantity, Unit, Verdict};
use crate::wording::audit as say;
use rust_decimal::Decimal;
use std::borrow::Cow;

/// Checks every amount per unit that has a total and a count nearby.
pub(super) fn check(page: &Page, out: &mut Vec<Draft>) {
    let may_be_each = |id: &usize| {
        let q = page.brief(*id);
        q.is(Trait::PER) || is_agreed(page, *id) || q.is(Trait::MONEY) && page.said_after(*id).contains(Cue::EACH)
    };
    for id in (0..page.quantities.len()).filter(may_be_each) {
        let Some(q) = page.get(id).filter(|q| q.amount.bounds().is_some()) else { continue };
        if let Some(per) = per_of(page, id, q).filter(|_| !is_part_of_rate(page, id, q)) {
            out.extend(check_average(page, id, q, per));
        }
    }
}

/// "317 loans worth $58.3 million, averaging $184,000": an average that names no denominator, of a total that a count divides to it.
fn is_agreed(page: &Page, id: usize) -> bool {
    page.brief(id).kind == Kind::Average && page.get(id).is_some_and(|q| q.base_rule.as_deref() == Some("agreed_average"))
}

/// Whether a figure without a denominator of its own is part of an amount per unit.
fn is_part_of_rate(page: &Page, id: usize, q: &Quantity) -> bool {
    let own = || words::has_any(words::up_to(page.after(id), b",;."), &["per", "each"]);
    q.of.and_then(|t| page.get(t as usize)).is_some_and(|t| per_of(page, t.id as usize, t).is_some()) && !own()
}

/// Total and count that an average may belong to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pair {
    pub(super) total: usize,
    pub(super) count: usize,
    pub(super) tied: bool,
    /// How many the average is for: "589 per 1,000 inhabitants".
    pub(super) many: i64,
}

/// What an amount is given or planned for: its denominator, or "of each household" behind a sum of money.
fn per_of<'q>(page: &Page, id: usize, q: &'q Quantity) -> Option<&'q str> {
    if q.kind == Kind::Average || q.kind == Kind::Target && q.per.is_some() {
        return q.per.as_deref().or_else(|| is_agreed(page, id).then_some(""));
    }
    if !q.unit.is_currency() || q.kind != Kind::Level || q.per.is_some() {
        return None;
    }
    if !page.said_after(id).contains(Cue::EACH) {
        return None;
    }
    let clause = words::up_to(page.after(id), b",;.");
    let each = words::find_word(clause, "each")?;
    let behind = clause.get(each + "each".len()..)?;
    words::words(behind).take(4).find_map(|word| words::UNITS.iter().find(|unit| unit.eq_ignore_ascii_case(word)).copied())
}

fn check_average(page: &Page, id: usize, q: &Quantity, per: &str) -> Option<Draft> {
    let pairs = pairs(page, id, q, per);
    let may_agree = |p: &&Pair| {
        // Tonnes are told in kilograms or the other way round: no look in passing tells those apart.
        page.brief(p.total).unit != q.unit || p.many > 1 || page.range(id).may_agree(page.range(p.total).over(page.range(p.count)))
    };
    let mut judged = pairs.iter().filter(may_agree).filter_map(|p| Some((*p, judge(page, id, *p)?)));
    if let Some((pair, j)) = judged.find(|(_, j)| j.agrees_closely()) {
        let note = if j.verdict == Verdict::Consistent { &say::AVERAGE_FITS } else { &say::AVERAGE_ROUNDED };
        return Some(draft(page, id, pair, j, page.say(note, &[])));
    }
    if let Some(draft) = of_two_sums(page, id, &pairs) {
        return Some(draft);
    }
    // "12.5 kg of cereals and 1.5 kg of pulses per person, 1,180 t in all": the total is of both.
    let beside = |other: usize| page.get(other).is_some_and(|o| o.kind == Kind::Average && o.unit == q.unit && o.per == q.per);
    if !q.unit.is_currency() && page.in_sentence(id).any(|other| other != id && beside(other)) && !pairs.iter().any(|p| p.total + 1 == id) {
        return None;
    }
    // "41 units, each with 10 volunteers" divides no number of nurses.
    let of_one_thing = |p: &&Pair| !q.unit.is_counted() || page.noun(id).zip(page.noun(p.total)).is_none_or(|(own, all)| own == all);
    let tied = pairs.iter().filter(|p| p.tied).filter(of_one_thing).filter_map(|p| Some((*p, judge(page, id, *p)?)));
    let (pair, j) = tied
        .filter(|(p, j)| is_near(j) || is_of_ten(j) && !is_part_elsewhere(page, id, p.total) || dwarfed(page, id, *p))
        .min_by_key(|(_, j)| j.relative())?;
    disagreement(page, id, pair, j)
}

/// The finding that an average is not what total and count make.
pub(super) fn disagreement(page: &Page, id: usize, pair: Pair, j: Judged) -> Option<Draft> {
    let q = page.get(id)?;
    let values = [
        ("total", &*page.told(pair.total)),
        ("count", &*page.get(pair.count).map_or(Cow::Borrowed(""), |count| page.show.counted(count))),
        ("each", &*page.show.amount(j.computed.point, q)),
        ("stated", &*page.told(id)),
    ];
    Some(draft(page, id, pair, j, page.say(&say::AVERAGE_OFF, &values)).slip(slip::of_digits(page.show, q, j.computed)))
}

/// "303 million of state funds and 697 million of loans went to 500 villages, 2 million per village": two sums side by side, together.
fn of_two_sums(page: &Page, id: usize, pairs: &[Pair]) -> Option<Draft> {
    let beside = |p: &&Pair| {
        let (a, b) = (page.brief(p.total), page.brief(p.total + 1));
        let alone = |i: usize| !page.is(i, Trait::PER) && !page.is(i, Trait::PART) && page.brief(i).kind == Kind::Level;
        a.unit == b.unit && alone(p.total) && alone(p.total + 1) && page.sentence_of(p.total) == page.sentence_of(p.total + 1)
    };
    let fitting = pairs.iter().filter(beside).filter(|p| p.count != p.total + 1).find_map(|p| {
        let sum = |read: Reading| read(p.total)?.plus(read(p.total + 1)?);
        let relation = |read: Reading| Some((read(id)?, sum(read)?.over(read(p.count)?)?));
        Judged::new(page, id, &relation).filter(Judged::agrees_closely).map(|judged| (*p, judged))
    });
    let (pair, judged) = fitting?;
    let value = page.get(id).map_or(String::new(), |q| page.show.like(judged.computed.point, q));
    let (one, other) = (page.told(pair.total), page.told(pair.total + 1));
    let calculation = format!("({one} + {other}) / {} = {value}", page.told(pair.count));
    let ids = vec![id, pair.total, pair.total + 1, pair.count];
    Some(Draft::judged(&rules::AVERAGE, judged, ids, page.say(&say::AVERAGE_FITS, &[])).calculation(calculation))
}

/// A near miss, which is a slip. What misses by more is more likely another relation.
fn is_near(judged: &Judged) -> bool {
    judged.relative().is_some_and(|r| r <= NEAR)
}

/// A miss by a power of ten.
fn is_of_ten(judged: &Judged) -> bool {
    let ratio = judged.computed.point.checked_div(judged.stated.point).unwrap_or_default();
    (-6..=6).filter(|e| *e != 0).filter_map(power_of_ten).any(|p| (ratio / p - Decimal::ONE).abs() <= NEAR_POWER)
}

/// "6 million in offices. Some 2,900 flats were renovated at 21,400 a flat": the last part of another sentence's list, which was hardly for
/// these; that it misses by a power of ten is chance. So is it with a sum that only a later sentence tells.
fn is_part_elsewhere(page: &Page, id: usize, total: usize) -> bool {
    page.sentence_of(total) != page.sentence_of(id) && (total > id || page.get(total).is_some_and(|t| t.of.is_some()))
}

/// "A total of 3 million" behind "one million for each village": less than ten of them, where hundreds are counted.
fn dwarfed(page: &Page, id: usize, pair: Pair) -> bool {
    if pair.total <= id || !page.led_by(pair.total, A_TOTAL_OF) {
        return false;
    }
    let (Some(total), Some(each), Some(count)) = (page.printed(pair.total), page.printed(id), page.printed(pair.count)) else {
        return false;
    };
    let less = matches!((total.high, each.low), (Some(t), Some(e)) if t < e * Decimal::TEN);
    less && count.point >= Decimal::ONE_HUNDRED
}

/// What announces a total, from the last word on.
pub(super) const A_TOTAL_OF: &[&str] = &["of", "total", "a"];

/// How far an average may miss and still be meant.
const NEAR: Decimal = Decimal::from_parts(3, 0, 0, false, 1);
/// The same beside a power of ten.
const NEAR_POWER: Decimal = Decimal::from_parts(5, 0, 0, false, 2);

/// The average that a total makes for each of a count, against the stated one.
pub(super) fn judge(page: &Page, id: usize, pair: Pair) -> Option<Judged> {
    let scale = Interval::exact(conversion(page.get(pair.total)?.unit, page.get(id)?.unit)?.checked_mul(pair.many.into())?);
    let relation = |read: Reading| Some((read(id)?, read(pair.total)?.times(scale)?.over(read(pair.count)?)?));
    Judged::new(page, id, &relation)
}

/// How many of one unit make one of another.
fn conversion(from: Unit, to: Unit) -> Option<Decimal> {
    let kilograms = |u: Unit| match u {
        Unit::Kilogram => Some(Decimal::ONE),
        Unit::Tonne => Some(Decimal::ONE_THOUSAND),
        _ => None,
    };
    if from == to {
        return Some(Decimal::ONE);
    }
    kilograms(from)?.checked_div(kilograms(to)?)
}

/// Totals of the average's unit and counts of its denominator, in this sentence and the ones beside it; nearest first.
fn pairs(page: &Page, id: usize, q: &Quantity, per: &str) -> Vec<Pair> {
    let around = page.around(id, FAR, 1);
    let (many, per) = split_number(per);
    // "one nurse for 420 people" tells no amount that could be made of others.
    if many > 1 && !q.text.contains(|c: char| c.is_ascii_digit()) {
        return Vec::new();
    }
    let (stem, units) = (reduce(per), counting_units(per));
    // What a rate per thousand is of may be told of another time or place: agreement only.
    let loose = many > 1 || is_measure(per);
    let fine = page.is(id, Trait::LONG);
    let topic = q.topic;
    let in_topic = |i: usize| page.brief(i).topic == topic;
    let agreed = is_agreed(page, id);
    let base = q.base.map(|b| b as usize);
    // "15 million for each province": the total of what each of its ten schools got.
    let shared_out = |total: usize| agreed && base == Some(total) && page.is(total, Trait::PER);
    let is_total = |(i, total): &(usize, &Brief)| {
        let whole = !total.is(Trait::PER) && total.kind != Kind::Average || shared_out(*i);
        whole
            && !total.is(Trait::RELATIVE)
            && !matches!(total.kind, Kind::Growth | Kind::Change | Kind::Share)
            && conversion(total.unit, q.unit).is_some()
    };
    let counts = |i: usize, unit: Unit| {
        agreed && (unit.is_counted() || unit.is_extent())
            || units.contains(&unit)
            || page.noun_stem(i).is_some_and(|noun| Some(noun) == stem)
    };
    // "2.9 beds per 1,000 inhabitants": of no number of patients.
    let of_others = |i: usize, unit: Unit| {
        many > 1 && unit == Unit::People && page.noun_stem(i) != stem && page.noun(i).is_some_and(|noun| !is_inhabitant(noun))
    };
    let is_count =
        |(i, q): &(usize, &Brief)| q.kind != Kind::Change && counts(*i, q.unit) && !beyond_plan(page, *i) && !of_others(*i, q.unit);
    let near = || page.briefs(around.clone()).filter(|(i, q)| *i != id && (fine || q.topic == topic));
    let totals = nearest_first(page, id, near().filter(is_total).map(|(i, _)| i));
    let numbers = if totals.is_empty() { Vec::new() } else { nearest_first(page, id, near().filter(is_count).map(|(i, _)| i)) };
    // An income is no total divided among people.
    let is_income = page.said_in_front(id).contains(Cue::INCOME);
    // "2.3 million people of the 3.1 million in need": which of two counts divides is not known.
    let several = numbers.iter().filter(|n| page.sentence_of(**n) == page.sentence_of(id)).count() > 1;
    let closest_number = base.filter(|b| numbers.contains(b)).or_else(|| numbers.first().copied());
    // "3.76 tonnes per hectare, against 3.50": another year's, whose total is not told.
    let is_compared_with = [&["against"][..], &["with", "compared"], &["to", "compared"]].iter().any(|cue| page.led_by(id, cue));
    let own = page.sentence_of(id);
    let mut pairs: Vec<Pair> = Vec::new();
    for total in totals.iter().copied().take(REACH) {
        let of_total = page.sentence_of(total);
        // A total of another sentence is tied only if no other amount stands nearer.
        // What a later sentence tells is spoken of there, unless it sums up.
        let later = of_total > own && !page.led_by(total, A_TOTAL_OF);
        let nearest = of_total == own || totals.first() == Some(&total) && !later;
        for count in numbers.iter().copied().take(REACH).filter(|c| *c != total) {
            let of_count = page.sentence_of(count);
            let beside = of_count == own && of_total.abs_diff(own) <= 1 || of_total == own && of_count.abs_diff(own) <= 1;
            let counted = Some(count) == closest_number && base.is_none_or(|b| b == count || b == total);
            let may_be_tied = nearest && counted && !is_income && in_topic(count) && in_topic(total);
            let other_year = || page.get(total).is_some_and(|t| t.year != q.year);
            let open = is_compared_with || other_year() || agreed || loose || several && base.is_none_or(|b| b != count);
            let tied = may_be_tied && !open && (beside || dwarfed(page, id, Pair { total, count, tied: false, many }));
            pairs.push(Pair { total, count, tied, many });
        }
    }
    pairs
}

/// Figures by their distance from another: the sentences between them, then the figures.
fn nearest_first(page: &Page, id: usize, figures: impl Iterator<Item = usize>) -> Vec<usize> {
    let own = page.sentence_of(id);
    let mut by_distance: Vec<(usize, usize, usize)> = figures.map(|i| (page.sentence_of(i).abs_diff(own), i.abs_diff(id), i)).collect();
    by_distance.sort_unstable();
    by_distance.into_iter().map(|(_, _, i)| i).collect()
}

/// Sentences to look back for a count or a total.
const FAR: usize = 8;
/// Totals and counts to try on each side.
const REACH: usize = 5;

/// Units whose figures count those of a denominator ("per person": people of any sort). Others are counted by their noun ("per village").
fn counting_units(per: &str) -> &'static [Unit] {
    match per {
        "person" | "capita" | "head" => &[Unit::People, Unit::PersonTimes],
        "people" | "inhabitant" | "inhabitants" | "population" | "resident" | "residents" | "persons" => &[Unit::People],
        "household" | "family" | "households" | "families" => &[Unit::Households],
        "kilometre" | "kilometer" | "km" => &[Unit::Kilometre],
        "mile" => &[Unit::Mile],
        "acre" => &[Unit::Acre],
        "hectare" => &[Unit::Hectare],
        "mu" => &[Unit::Mu],
        "year" => &[Unit::Year],
        _ => &[],
    }
}

/// Whether a noun is one for whoever lives somewhere.
fn is_inhabitant(noun: &str) -> bool {
    matches!(noun, "person" | "people" | "inhabitant" | "resident" | "individual" | "citizen" | "population" | "soul" | "head")
}

/// A denominator in which land or length is measured.
fn is_measure(per: &str) -> bool {
    matches!(per, "kilometre" | "kilometer" | "km" | "mile" | "acre")
}

/// "1,000 inhabitants": the number that leads a denominator, and what it counts.
fn split_number(per: &str) -> (i64, &str) {
    let digits = per.find(|c: char| !(c.is_ascii_digit() || matches!(c, ',' | ' ' | '.'))).unwrap_or(per.len());
    let (number, rest) = per.split_at(digits);
    let many = number.bytes().filter(u8::is_ascii_digit).take(NUMBER).fold(0_i64, |all, digit| all * 10 + i64::from(digit - b'0'));
    if many > 1 { (many, rest.trim_start()) } else { (1, per) }
}

/// Digits of such a number, at most.
const NUMBER: usize = 9;

/// "51,411 people, overfulfilling the plan by 2.8%": the amount was meant for the number planned.
fn beyond_plan(page: &Page, id: usize) -> bool {
    page.said_after(id).contains(Cue::BEYOND)
}

fn draft(page: &Page, id: usize, pair: Pair, judged: Judged, note: String) -> Draft {
    let value = page.get(id).map_or(String::new(), |q| page.show.like(judged.computed.point, q));
    let calculation = format!("{} / {} = {value}", page.told(pair.total), page.told(pair.count));
    Draft::judged(&rules::AVERAGE, judged, vec![id, pair.total, pair.count], note).calculation(calculation)
}
