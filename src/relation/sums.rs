//! Parts that the text does not call parts, told by arithmetic: the figures of a statement add up exactly to a figure beside them.
//!
//! "covering 5400 households. The centralized relocation covered 3,300 households, scattered relocation 1,600 and others 500"; "£12.4
//! million: £7.9 million and £4.5 million"; "60 million and 30 million, a total of 90 million". What adds up by chance is kept out: totals
//! have enough significant digits for the number of their parts, unless two such lists run side by side.

use super::Context;
use crate::analysis::significant_digits;
use crate::language::Class;
use crate::quantity::Mention;
use rust_decimal::Decimal;
use std::ops::Range;

/// How far before its parts a total may stand, in figures.
const REACH: usize = 12;

/// Links the figures of each sentence to a total that they add up to exactly.
pub(super) fn link_exact_sums(context: &Context, mentions: &mut [Mention]) {
    let mut i = 0;
    while i < mentions.len() {
        let sentence = context.in_sentence(i);
        let groups = if sentence.len() > 1 { groups(context, mentions, sentence.clone()) } else { Vec::new() };
        let totals: Vec<Option<Sum>> = groups.iter().map(|group| total_of(context, mentions, group)).collect();
        for (group, sum) in groups.iter().zip(&totals) {
            let Some(sum) = sum else { continue };
            let beside = totals.iter().flatten().any(|other| other.total.abs_diff(sum.total) == 1);
            if sum.certain || beside {
                link(mentions, group.iter().filter(|j| **j != sum.total), sum.total);
            }
        }
        i = sentence.end.max(i + 1);
    }
}

/// A total that a group adds up to.
struct Sum {
    total: usize,
    /// Whether its digits rule chance out.
    certain: bool,
}

/// Figures of one sentence that could be parts of one total: same unit and noun, not parts yet; two or more.
fn groups(context: &Context, mentions: &[Mention], sentence: Range<usize>) -> Vec<Vec<usize>> {
    let key = |j: &usize| mentions.get(*j).map(|m| (m.unit, m.head.as_deref()));
    let led_by = |j: usize, word: &str| context.lead(j).is_some_and(|t| context.read.str(t) == word);
    // "From 4.4 million to 3.9 million, 500,000 fewer" adds up and is no list.
    let begins_change = |j: usize| led_by(j, "from") && sentence.contains(&(j + 1)) && led_by(j + 1, "to");
    let could_be = |j: &usize| {
        let m = mentions.get(*j).filter(|m| m.stands_alone() && m.of.is_none() && m.per.is_none());
        m.is_some_and(|m| m.unit.is_some() && m.amount.one().is_some() && !begins_change(*j))
    };
    let mut members: Vec<usize> = sentence.clone().filter(could_be).collect();
    // Stable: the members of a group stay in the order of the text.
    members.sort_by(|a, b| key(a).cmp(&key(b)));
    members.chunk_by(|a, b| key(a) == key(b)).filter(|g| g.len() >= 2).map(<[usize]>::to_vec).collect()
}

fn total_of(context: &Context, mentions: &[Mention], group: &[usize]) -> Option<Sum> {
    at_an_end(context, mentions, group).or_else(|| before_group(mentions, group))
}

/// The first figure of the group is the sum of the rest, or the last is and is said to be a total.
fn at_an_end(context: &Context, mentions: &[Mention], group: &[usize]) -> Option<Sum> {
    let adds_up = |total: &usize, parts: &[usize]| parts.len() >= 2 && value(mentions, *total) == Some(sum(mentions, parts));
    if let Some((total, parts)) = group.split_first().filter(|(total, parts)| adds_up(total, parts)) {
        return Some(Sum { total: *total, certain: certain(mentions, *total, parts.len()) });
    }
    let (total, _) = group.split_last().filter(|(total, parts)| adds_up(total, parts))?;
    let near = context.near(*total);
    let in_all = near.len() == 2 && context.read.str(near.start) == "in" && context.read.str(near.start + 1) == "all";
    let said = in_all || context.read.find(near, Class::TOTAL).is_some();
    said.then_some(Sum { total: *total, certain: true })
}

/// The nearest figure before the group that its members add up to, by themselves or with the parts it has already.
fn before_group(mentions: &[Mention], group: &[usize]) -> Option<Sum> {
    let first = *group.first()?;
    let member = mentions.get(first)?;
    let sum = sum(mentions, group);
    let comparable =
        |j: &usize| mentions.get(*j).is_some_and(|t| t.stands_alone() && t.per.is_none() && t.unit == member.unit && like_noun(t, member));
    let known_parts = |total: usize| -> Vec<usize> {
        (total + 1..first).filter(|j| mentions.get(*j).and_then(|m| m.of).is_some_and(|(t, _)| t == total)).collect()
    };
    (first.saturating_sub(REACH)..first).rev().filter(comparable).find_map(|total| {
        let parts = known_parts(total);
        let whole = value(mentions, total)?;
        let adds_up = whole == sum || !parts.is_empty() && whole == self::sum(mentions, &parts) + sum;
        adds_up.then(|| Sum { total, certain: certain(mentions, total, group.len() + parts.len()) })
    })
}

fn like_noun(total: &Mention, part: &Mention) -> bool {
    total.head == part.head || total.head.is_none() || part.head.is_none()
}

fn value(mentions: &[Mention], j: usize) -> Option<Decimal> {
    mentions.get(j)?.amount.one()
}

fn sum(mentions: &[Mention], parts: &[usize]) -> Decimal {
    parts.iter().filter_map(|j| value(mentions, *j)).fold(Decimal::ZERO, |a, b| a.checked_add(b).unwrap_or(a))
}

/// Three significant digits rule chance out for two parts, two digits for three and more.
fn certain(mentions: &[Mention], total: usize, parts: usize) -> bool {
    let fewest = if parts > 2 { 2 } else { 3 };
    value(mentions, total).is_some_and(|v| significant_digits(v) >= fewest)
}

fn link<'j>(mentions: &mut [Mention], parts: impl Iterator<Item = &'j usize>, total: usize) {
    for j in parts {
        if let Some(m) = mentions.get_mut(*j) {
            m.of = Some((total, "exact_sum"));
        }
    }
}
