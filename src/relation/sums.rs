//! Parts that the text does not call parts, told by arithmetic: the figures of a statement add up exactly to a figure right before it
//! ("covering 5400 households. The centralized relocation covered 3,300 households, scattered relocation 1,600 and others 500").

use super::Context;
use crate::analysis::Unit;
use crate::quantity::Mention;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// How far before its parts a total may stand, in figures.
const REACH: usize = 12;

/// Totals have at least this many significant digits, so that small numbers do not add up by chance.
const FEWEST_DIGITS: u32 = 3;

/// Links the figures of a sentence to a total before them that they add up to exactly.
pub(super) fn link_exact_sums(context: &Context, mentions: &mut [Mention]) {
    let mut i = 0;
    while i < mentions.len() {
        let sentence = context.in_sentence(i);
        for group in groups(mentions, sentence.clone()) {
            if let Some((total, parts)) = led_by_total(mentions, &group) {
                link(mentions, parts, total);
            } else if let Some(total) = total_of(mentions, &group) {
                link(mentions, &group, total);
            }
        }
        i = sentence.end.max(i + 1);
    }
}

/// Figures of one sentence that could be parts of one total: same unit and noun, not parts yet; two or more.
fn groups(mentions: &[Mention], sentence: std::ops::Range<usize>) -> Vec<Vec<usize>> {
    let mut by_thing: BTreeMap<(Unit, Option<&str>), Vec<usize>> = BTreeMap::new();
    for j in sentence {
        let Some(m) = mentions.get(j).filter(|m| m.stands_alone() && m.of.is_none() && m.per.is_none()) else { continue };
        if let (Some(unit), Some(_)) = (m.unit, m.amount.one()) {
            by_thing.entry((unit, m.head.as_deref())).or_default().push(j);
        }
    }
    by_thing.into_values().filter(|g| g.len() >= 2).collect()
}

/// "£12.4 million: £7.9 million on secondary and £4.5 million on primary schools": the first figure of the sentence is the sum of the rest.
fn led_by_total<'g>(mentions: &[Mention], group: &'g [usize]) -> Option<(usize, &'g [usize])> {
    let (total, parts) = group.split_first().filter(|(_, parts)| parts.len() >= 2)?;
    let value = mentions.get(*total)?.amount.one().filter(|v| digits(*v) >= FEWEST_DIGITS)?;
    (sum(mentions, parts) == value).then_some((*total, parts))
}

fn sum(mentions: &[Mention], parts: &[usize]) -> Decimal {
    parts.iter().filter_map(|j| mentions.get(*j)?.amount.one()).fold(Decimal::ZERO, |a, b| a.checked_add(b).unwrap_or(a))
}

/// The nearest figure before the group that its members add up to.
fn total_of(mentions: &[Mention], group: &[usize]) -> Option<usize> {
    let first = *group.first()?;
    let sum = sum(mentions, group);
    let member = mentions.get(first)?;
    let candidates = (first.saturating_sub(REACH)..first).rev();
    candidates
        .filter(|j| {
            mentions.get(*j).is_some_and(|t| {
                t.stands_alone()
                    && t.per.is_none()
                    && t.unit == member.unit
                    && (t.head == member.head || t.head.is_none() || member.head.is_none())
            })
        })
        .find(|j| mentions.get(*j).and_then(|t| t.amount.one()).is_some_and(|v| v == sum && digits(v) >= FEWEST_DIGITS))
}

/// Significant digits of a number.
fn digits(value: Decimal) -> u32 {
    let mantissa = value.normalize().mantissa().unsigned_abs();
    let trimmed = mantissa.to_string();
    trimmed.trim_end_matches('0').len() as u32
}

fn link(mentions: &mut [Mention], group: &[usize], total: usize) {
    for j in group {
        if let Some(m) = mentions.get_mut(*j) {
            m.of = Some((total, "exact_sum"));
        }
    }
}
