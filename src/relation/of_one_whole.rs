//! Shares that make up a whole together: "9,870 children were admitted. The cure rate was 78.4%; 14.9% defaulted, 4.6% did not respond and 2.1% died".
//!
//! From percentages of one sentence that come to a hundred and have found nothing, to what their sentence or the one before speaks of.

use super::Context;
use super::beside::is_beside;
use super::taken_up::subject_before;
use crate::analysis::{Kind, Unit};
use crate::language::Class;
use crate::quantity::Mention;
use rust_decimal::Decimal;

/// Links the shares of each sentence that come to a hundred.
pub(super) fn link_shares_of_one(context: &Context, mentions: &mut [Mention]) {
    let mut i = 0;
    while i < mentions.len() {
        let sentence = context.in_sentence(i);
        // "78.4% (standard: at least 75%)": said in passing.
        let aside = |j: usize| context.before(j).any(|t| context.read.is_mark(t, '(')) && context.read.is_mark(context.after(j).start, ')');
        let share = |j: &usize| mentions.get(*j).is_some_and(|m| m.unit == Some(Unit::Percent) && m.kind == Kind::Share) && !aside(*j);
        let shares: Vec<usize> = sentence.clone().filter(share).collect();
        if let Some(whole) = comes_to_all(context, mentions, &shares) {
            for j in shares {
                if let Some(m) = mentions.get_mut(j).filter(|m| m.base.is_none()) {
                    m.base = Some((whole, "of_one_whole"));
                }
            }
        }
        i = sentence.end.max(i + 1);
    }
}

/// Shares of one sentence; one with more is a table.
const MOST: usize = 8;

/// What shares are of that come to a hundred and of which most have found nothing.
fn comes_to_all(context: &Context, mentions: &[Mention], shares: &[usize]) -> Option<usize> {
    let first = *shares.first()?;
    let open = shares.iter().filter(|j| mentions.get(**j).is_some_and(|m| m.base.is_none())).count();
    // "Roads took 41% of it, schools 37%, wells 12% and offices 10%": what the others are of.
    let mut bases = shares.iter().filter_map(|j| mentions.get(*j)?.base).map(|(whole, _)| whole);
    let known = bases.next().filter(|whole| open > 0 && bases.all(|other| other == *whole));
    let few = open * 2 <= shares.len() && known.is_none();
    if shares.len() < 2 || shares.len() > MOST || few || shares.iter().any(|j| is_beside(context, *j)) {
        return None;
    }
    let sum = shares.iter().filter_map(|j| mentions.get(*j)?.amount.one()).fold(Decimal::ZERO, |a, b| a.checked_add(b).unwrap_or(a));
    let slack = if shares.len() > 2 { ROUNDED } else { Decimal::ZERO };
    if (sum - Decimal::ONE_HUNDRED).abs() > slack {
        return None;
    }
    if known.is_some() {
        return known;
    }
    let level = |j: &usize| {
        // "Receipts were 92 million. Taxes accounted for 73% and fees for 27%": only what makes up a sum is a share of it.
        let unit = |u: Unit| u.is_counted() || !u.is_time() && !u.is_relative() && context.is_led_by(first, Class::SHARE);
        let amount = |m: &Mention| m.stands_alone() && m.per.is_none() && !m.in_words && m.unit.is_some_and(unit);
        mentions.get(*j).is_some_and(amount) && !is_beside(context, *j)
    };
    (context.in_sentence(first).start..first).find(level).or_else(|| subject_before(context, mentions, first).filter(level))
}

/// Points by which rounded shares may miss a hundred.
const ROUNDED: Decimal = Decimal::from_parts(1, 0, 0, false, 1);
