//! Parts that the text does not call parts, told by arithmetic: the figures of a statement add up exactly to a figure beside them.
//!
//! "covering 5400 households. The centralized relocation covered 3,300 households, scattered relocation 1,600 and others 500"; "£12.4
//! million: £7.9 million and £4.5 million"; "60 million and 30 million, a total of 90 million". What adds up by chance is kept out: totals
//! have enough significant digits for the number of their parts, unless two such lists run side by side. What is told over several
//! sentences is a matter of [`super::spread`].

use super::Context;
use super::beside::is_passed;
use crate::analysis::{Unit, significant_digits};
use crate::language::Class;
use crate::quantity::Mention;
use rust_decimal::Decimal;
use std::ops::Range;

/// How far before its parts a total may stand, in figures.
const REACH: usize = 12;

/// Links the figures of each sentence to a total that they add up to exactly.
pub(super) fn link_exact_sums(context: &Context, possible: &[bool], mentions: &mut [Mention]) {
    let mut i = 0;
    while i < mentions.len() {
        let sentence = context.in_sentence(i);
        if sentence.len() > 1 {
            link_sentence(context, possible, mentions, sentence.clone());
        }
        i = sentence.end.max(i + 1);
    }
}

fn link_sentence(context: &Context, possible: &[bool], mentions: &mut [Mention], sentence: Range<usize>) {
    let groups = groups(context, possible, mentions, sentence.clone());
    let sums: Vec<Option<Sum>> = groups.iter().map(|group| total_of(context, mentions, group)).collect();
    for (group, sum) in groups.iter().zip(&sums) {
        let Some(sum) = sum else { continue };
        let beside = sums.iter().flatten().any(|other| other.total.abs_diff(sum.total) == 1);
        if sum.certain || beside {
            link(mentions, group.iter().filter(|j| **j != sum.total), sum.total);
        }
    }
    let certain = |at: usize| sums.get(at).and_then(Option::as_ref).filter(|sum| sum.certain);
    for (at, group) in groups.iter().enumerate().filter(|(at, _)| sums.get(*at).is_some_and(Option::is_none)) {
        let column = (0..groups.len()).filter(|other| *other != at).find_map(|other| {
            let (column, sum) = (groups.get(other)?, certain(other)?);
            column_beside(mentions, group, column, sum.total)
        });
        if let Some(total) = column {
            link(mentions, group.iter(), total);
        }
    }
    if groups.iter().all(|group| group.iter().all(|j| mentions.get(*j).is_some_and(|m| m.of.is_none()))) {
        link_mixed(context, possible, mentions, sentence);
    }
}

/// A total that a group adds up to.
struct Sum {
    total: usize,
    /// Whether its digits rule chance out.
    certain: bool,
}

/// Which figures could be a part of a total that no word names, as long as they are none. What is left of one figure when another is taken from it is none: revenue
/// is no part of the expenditure that a deficit makes it up to.
pub(super) fn possible_parts(context: &Context, mentions: &[Mention]) -> Vec<bool> {
    let fits = |m: &Mention| m.stands_alone() && m.per.is_none() && m.unit.is_some_and(|u| !u.is_time()) && m.amount.one().is_some();
    mentions.iter().enumerate().map(|(j, m)| fits(m) && !context.is_balance(j) && !is_passed(context, j)).collect()
}

/// Whether one of the `possible` parts is none yet.
pub(super) fn could_be_part(possible: &[bool], mentions: &[Mention], j: usize) -> bool {
    possible.get(j).is_some_and(|possible| *possible) && mentions.get(j).is_some_and(|m| m.of.is_none())
}

/// Figures of one sentence that could be parts of one total: same unit and noun, not parts yet; two or more.
fn groups(context: &Context, possible: &[bool], mentions: &[Mention], sentence: Range<usize>) -> Vec<Vec<usize>> {
    let key = |j: &usize| mentions.get(*j).map(|m| (m.unit, m.head.as_deref()));
    let could_be = |j: &usize| could_be_part(possible, mentions, *j) && !begins_change(context, *j, &sentence);
    let mut members: Vec<usize> = sentence.clone().filter(could_be).collect();
    if members.len() < 2 {
        return Vec::new();
    }
    if members.iter().skip(1).all(|j| members.first().is_some_and(|first| key(j) == key(first))) {
        return vec![members];
    }
    // Stable: the members of a group stay in the order of the text.
    members.sort_by(|a, b| key(a).cmp(&key(b)));
    members.chunk_by(|a, b| key(a) == key(b)).filter(|g| g.len() >= 2).map(<[usize]>::to_vec).collect()
}

/// "From 4.4 million to 3.9 million, 500,000 fewer" adds up and is no list.
fn begins_change(context: &Context, j: usize, sentence: &Range<usize>) -> bool {
    let led_by = |j: usize, word: &str| context.lead(j).is_some_and(|t| context.read.str(t) == word);
    led_by(j, "from") && sentence.contains(&(j + 1)) && led_by(j + 1, "to")
}

/// "2,648 persons were trained: first 582 secretaries, second 912 clerks ...": persons by their several names, all of the sentence.
fn link_mixed(context: &Context, possible: &[bool], mentions: &mut [Mention], sentence: Range<usize>) {
    let persons = |j: &usize| {
        let person = |m: &Mention| m.unit == Some(Unit::People) || m.unit == Some(Unit::Count) && m.noun.is_none();
        mentions.get(*j).is_some_and(|m| person(m) && !m.in_words)
            && could_be_part(possible, mentions, *j)
            && !begins_change(context, *j, &sentence)
    };
    let group: Vec<usize> = sentence.clone().filter(persons).collect();
    if group.len() > 2
        && let Some(sum) =
            before_group(context, mentions, &group).or_else(|| at_an_end(context, mentions, &group)).filter(|sum| sum.certain)
    {
        let parts = || group.iter().filter(|j| **j != sum.total);
        link(mentions, parts(), sum.total);
        // "Deaths numbered 734: 412 men and 322 women" are deaths.
        let lent = |j: usize| mentions.get(j).zip(mentions.get(sum.total)).is_some_and(|(m, t)| m.noun.is_some() && m.head == t.head);
        if (sentence.start..sum.total).any(lent) {
            make_persons(mentions, parts(), sum.total);
        }
    }
}

/// "The enrolment in the 812 schools stood at 96,400 (50,200 boys and 46,200 girls)": what persons make up are persons.
pub(super) fn make_persons<'j>(mentions: &mut [Mention], mut parts: impl Iterator<Item = &'j usize>, total: usize) {
    let persons = parts.all(|j| mentions.get(*j).is_some_and(|m| m.unit == Some(Unit::People)));
    if let Some(m) = mentions.get_mut(total).filter(|m| persons && m.noun.is_none() && m.unit == Some(Unit::Count)) {
        (m.unit, m.head) = (Some(Unit::People), None);
    }
}

fn total_of(context: &Context, mentions: &[Mention], group: &[usize]) -> Option<Sum> {
    at_an_end(context, mentions, group).or_else(|| before_group(context, mentions, group))
}

/// The first figure of the group is the sum of the rest, or the last is and is said to be a total.
fn at_an_end(context: &Context, mentions: &[Mention], group: &[usize]) -> Option<Sum> {
    let adds_up = |total: &usize, parts: &[usize]| parts.len() >= 2 && value(mentions, *total) == Some(sum(mentions, parts));
    if let Some((total, parts)) = group.split_first().filter(|(total, parts)| adds_up(total, parts)) {
        let printed = group.iter().all(|j| mentions.get(*j).is_some_and(|m| !m.in_words));
        let finest = parts.iter().map(|j| digits(mentions, *j)).max().unwrap_or_default();
        let certain = certain(mentions, *total, parts.len()) || finest > 2 || parts.len() > 2 && printed;
        return Some(Sum { total: *total, certain });
    }
    let (total, parts) = group.split_last().filter(|(_, parts)| parts.len() >= 2)?;
    let near = context.near(*total);
    let in_all = near.len() >= 2 && context.read.str(near.end - 1) == "all" && context.read.str(near.end - 2) == "in";
    let in_all = in_all || said_behind(context, *total);
    let said = in_all || context.read.find(near, Class::TOTAL).is_some() || comes_to(context, *total);
    // A list that its own sentence sums up is one even where the text has slipped.
    let nearly = |whole: Decimal| (whole - sum(mentions, parts)).abs() * NEARLY <= whole;
    let fits = if in_all && parts.len() > 2 { value(mentions, *total).is_some_and(nearly) } else { adds_up(total, parts) };
    (said && fits).then_some(Sum { total: *total, certain: true })
}

/// "making 148.5 km in all", "66 acres altogether": what stands behind a figure says that it sums up.
pub(super) fn said_behind(context: &Context, total: usize) -> bool {
    let word = |t: usize| context.read.str(t);
    let said = |at: usize| {
        matches!((word(at), word(at + 1)), ("in", "all" | "total") | ("all", "told")) || matches!(word(at), "altogether" | "together")
    };
    // "or 8,605 items in total".
    said(context.end(total)) || said(context.after(total).start)
}

/// "..., taking coverage to 135,750", ", making 40": what the figures before lead to.
pub(super) fn comes_to(context: &Context, total: usize) -> bool {
    let read = context.read;
    let gap = context.gap(total);
    let opens = |t: usize| read.is_mark(t, ',') || read.word_is(t, Class::AND);
    // "making together 212,400".
    let together = |t: usize| usize::from(matches!(read.str(t), "together" | "altogether"));
    let Some(lead) = context.lead(total).and_then(|t| t.checked_sub(together(t))) else { return false };
    let verb = if read.word_is(lead, Class::TO) { (gap.start..lead).rev().find(|t| opens(*t)).map(|t| t + 1) } else { Some(lead) };
    let said = |t: usize| {
        let leads = if t == lead { matches!(read.str(t), "making" | "giving") } else { matches!(read.str(t), "taking" | "bringing") };
        leads && t > gap.start && opens(t - 1)
    };
    verb.is_some_and(said)
}

/// One part in so many of a total may be missing from what its sentence sums up.
const NEARLY: Decimal = Decimal::from_parts(50, 0, 0, false, 0);

/// The nearest figure before the group that its members add up to, by themselves or with the parts it has already.
fn before_group(context: &Context, mentions: &[Mention], group: &[usize]) -> Option<Sum> {
    let first = *group.first()?;
    let member = mentions.get(first)?;
    let sum = sum(mentions, group);
    let comparable = |j: &usize| {
        mentions.get(*j).is_some_and(|t| t.stands_alone() && t.per.is_none() && same_measure(t, member) && like_noun(t, member))
    };
    let near = first.saturating_sub(REACH)..first;
    let divided = near.clone().any(|j| mentions.get(j).is_some_and(|m| m.of.is_some()));
    let known_parts = |total: usize| -> Vec<usize> {
        (total + 1..first).filter(|j| mentions.get(*j).and_then(|m| m.of).is_some_and(|(t, _)| t == total)).collect()
    };
    near.rev().filter(comparable).find_map(|total| {
        let whole = value(mentions, total)?;
        let parts = if divided { known_parts(total) } else { Vec::new() };
        if whole != sum && (parts.is_empty() || whole != self::sum(mentions, &parts) + sum) && !rounds_to(mentions, total, group) {
            return None;
        }
        let alike = group.iter().all(|j| mentions.get(*j).is_some_and(|m| m.head == member.head || m.head.is_none()));
        let fewest = if alike && group.len() + parts.len() > 2 { 2 } else { 3 };
        let finest = group.iter().map(|j| digits(mentions, *j)).max().unwrap_or_default();
        Some(Sum { total, certain: digits(mentions, total).max(finest) >= fewest || told_again(context, mentions, total, group) })
    })
}

/// "2 billion was raised. 600 million went to roads and 1.4 billion to wells": what the next sentence has of one measure comes to the only such
/// figure of the sentence before, or to one that has been divided once before, whatever its digits.
fn told_again(context: &Context, mentions: &[Mention], total: usize, group: &[usize]) -> bool {
    let (Some(first), Some(last)) = (group.first(), group.last()) else { return false };
    let (this, before) = (context.in_sentence(*first), context.in_sentence(total));
    let next = before.end == this.start && context.follows_on(total, *first);
    let like = |j: usize| mentions.get(j).zip(mentions.get(total)).is_some_and(|(m, t)| m.stands_alone() && same_measure(t, m));
    let all = this.clone().filter(|j| like(*j)).eq(group.iter().copied());
    let divided = before.clone().filter(|j| mentions.get(*j).and_then(|m| m.of).is_some_and(|(t, _)| t == total)).count() > 1;
    let only = before.filter(|j| like(*j)).eq([total]);
    let finest = group.iter().map(|j| digits(mentions, *j)).max().unwrap_or_default();
    next && all && (divided || only) && *last < this.end && finest > 1
}

/// Whether the members come to the total but for the rounding of each, and its digits rule chance out.
pub(super) fn rounds_to(mentions: &[Mention], total: usize, group: &[usize]) -> bool {
    let Some(whole) = mentions.get(total) else { return false };
    let Some(value) = whole.amount.one().filter(|value| significant_digits(*value) >= FINE) else { return false };
    let coarsest = group.iter().filter_map(|j| mentions.get(*j)).chain([whole]).filter_map(rounded_at).max();
    let Some(coarsest) = coarsest else { return false };
    let slack = half_unit(coarsest).checked_mul(Decimal::from(group.len())).unwrap_or_default();
    slack * FINEST <= value && (value - sum(mentions, group)).abs() <= slack
}

/// Significant digits of a total that parts may miss by their rounding.
const FINE: u32 = 4;

/// The rounding of all parts is a smaller part of the total than one in so many.
const FINEST: Decimal = Decimal::ONE_THOUSAND;

/// "3,300 households and 13,700 people, 1,600 households and 7,400 people": where one column adds up, the other beside it is of what stands
/// beside its total, whether it adds up or not.
fn column_beside(mentions: &[Mention], group: &[usize], column: &[usize], total: usize) -> Option<usize> {
    let shift = |a: &usize, b: &usize| i64::try_from(*a).ok()?.checked_sub(i64::try_from(*b).ok()?);
    let by = shift(group.first()?, column.first()?).filter(|by| by.abs() == 1)?;
    let parallel = group.len() == column.len() && group.iter().zip(column).all(|(a, b)| shift(a, b) == Some(by));
    let whole = usize::try_from(i64::try_from(total).ok()? + by).ok()?;
    let (t, first) = (mentions.get(whole)?, mentions.get(*group.first()?)?);
    let fits = t.stands_alone() && t.per.is_none() && same_measure(t, first) && like_noun(t, first);
    let near = t.amount.one().is_some_and(|v| (v - sum(mentions, group)).abs() * Decimal::TEN <= v);
    (parallel && group.len() > 1 && fits && near).then_some(whole)
}

/// Whether a total and a part are measured alike: persons may be counted by their times.
pub(super) fn same_measure(total: &Mention, part: &Mention) -> bool {
    // "512 rural, 131 urban": an adjective names no other thing.
    let unnamed = || part.head.is_none() && part.unit == Some(Unit::Count);
    total.unit == part.unit
        || match total.unit {
            Some(Unit::PersonTimes | Unit::People) => part.unit == Some(Unit::People) || unnamed(),
            Some(Unit::Households) => unnamed(),
            _ => false,
        }
}

/// Whether two figures count, and one of them does not say what: "a figure that has grown to 47,564,296".
pub(super) fn counted_alike(a: &Mention, b: &Mention) -> bool {
    let unnamed = |m: &Mention| m.unit == Some(Unit::Count) && m.head.is_none() && m.noun.is_none();
    let counted = |m: &Mention| m.unit.is_some_and(Unit::is_counted);
    counted(a) && counted(b) && (unnamed(a) || unnamed(b))
}

/// Whether two figures count the same things, or one of them does not say what.
pub(super) fn like_noun(total: &Mention, part: &Mention) -> bool {
    total.head.is_none() || part.head.is_none() || part.unit == Some(Unit::People) || total.head == part.head
}

fn value(mentions: &[Mention], j: usize) -> Option<Decimal> {
    mentions.get(j)?.amount.one()
}

pub(super) fn sum(mentions: &[Mention], parts: &[usize]) -> Decimal {
    parts.iter().filter_map(|j| value(mentions, *j)).fold(Decimal::ZERO, |a, b| a.checked_add(b).unwrap_or(a))
}

/// Three significant digits rule chance out for two parts, two digits for three and more.
fn certain(mentions: &[Mention], total: usize, parts: usize) -> bool {
    digits(mentions, total) >= if parts > 2 { 2 } else { 3 }
}

fn digits(mentions: &[Mention], j: usize) -> u32 {
    value(mentions, j).map_or(0, significant_digits)
}

pub(super) fn link<'j>(mentions: &mut [Mention], parts: impl Iterator<Item = &'j usize>, total: usize) {
    link_as(mentions, parts, total, "exact_sum");
}

/// The same by the name of another rule.
pub(super) fn link_as<'j>(mentions: &mut [Mention], parts: impl Iterator<Item = &'j usize>, total: usize, rule: &'static str) {
    for j in parts {
        if let Some(m) = mentions.get_mut(*j) {
            m.of = Some((total, rule));
        }
    }
}

/// How far a figure may be from what was counted: half of its last digit, of decimals or with a scale word. One in full is taken as it stands.
pub(super) fn rounding(m: &Mention) -> Decimal {
    rounded_at(m).map_or(Decimal::ZERO, half_unit)
}

/// The place of the last digit of a figure that is rounded.
fn rounded_at(m: &Mention) -> Option<i32> {
    m.precision.filter(|precision| m.scaled || *precision < 0)
}

/// Half of the last digit's unit.
pub(super) fn half_unit(precision: i32) -> Decimal {
    if precision > 0 {
        Decimal::from(5 * 10_u64.pow(precision.unsigned_abs().min(18) - 1))
    } else {
        Decimal::new(5, precision.unsigned_abs().saturating_add(1).min(28))
    }
}
