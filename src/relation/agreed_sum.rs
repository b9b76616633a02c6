//! Parts that only arithmetic tells, whatever stands between them: "invested 3.6 million, 45 percent of it (1.62 million) in training. The other 1.98
//! million covered services", "landings were 38,600 tonnes; with 17,450 tonnes from ponds, production stood at 56,050 tonnes".
//!
//! From figures that follow each other in a few sentences, to the figure right before them or right behind them that they come to. It comes last: only
//! totals whose parts are not all found are asked, and only runs that begin or end beside them.

use super::Context;
use super::beside::is_beside;
use super::sums::{comes_to, like_noun, said_behind};
use crate::analysis::{Kind, Unit};
use crate::language::Class;
use crate::quantity::Mention;
use rust_decimal::Decimal;

/// Links figures to the totals beside them that they come to.
pub(super) fn link_agreed_sums(context: &Context, mentions: &mut [Mention]) {
    for total in 0..mentions.len() {
        if !could_be_total(context, mentions, total) || is_full(mentions, total) {
            continue;
        }
        let Some(parts) = behind(context, mentions, total).or_else(|| in_front(context, mentions, total)) else { continue };
        for part in parts {
            if let Some(m) = mentions.get_mut(part).filter(|m| m.of.is_none_or(|(of, _)| of != total)) {
                m.of = Some((total, "agreed_sum"));
            }
        }
    }
}

/// Sentences on each side of a total, and figures of each, in which its parts are looked for.
const SENTENCES: usize = 2;
const REACH: usize = 16;
/// Parts of one total.
const MOST: usize = 8;

fn could_be_total(context: &Context, mentions: &[Mention], j: usize) -> bool {
    let amount =
        |m: &Mention| m.stands_alone() && m.per.is_none() && !m.in_words && m.unit.is_some_and(|u: Unit| !u.is_time() && !u.is_relative());
    mentions.get(j).is_some_and(amount) && !is_beside(context, j) && !context.is_balance(j)
}

/// Whether the parts that a total has already come to it, or are told as the one part that matters.
fn is_full(mentions: &[Mention], total: usize) -> bool {
    let near = total.saturating_sub(REACH)..mentions.len().min(total + REACH);
    let parts: Vec<usize> = near.filter(|j| mentions.get(*j).and_then(|m| m.of).is_some_and(|(t, _)| t == total)).collect();
    let (all, whole) = (sum(mentions, &parts), value(mentions, total).unwrap_or_default());
    // "2 billion, of which 1.2 was given and 0.8 lent; 0.6 went to roads and 1.4 to wells": divided twice.
    parts.len() > 1 && (all == whole || all == whole * Decimal::TWO)
}

/// Whether a figure could be one of the parts: measured as the total is, smaller, and no part of what is a part itself.
fn could_be_part(context: &Context, mentions: &[Mention], total: usize, j: usize) -> bool {
    let like = |m: &Mention, t: &Mention| m.unit == t.unit || m.unit.zip(t.unit).is_some_and(|(a, b)| a.is_counted() && b.is_counted());
    let smaller = |m: &Mention, t: &Mention| m.amount.one().zip(t.amount.one()).is_some_and(|(m, t)| m < t && m > Decimal::ZERO);
    let planned = |m: &Mention, t: &Mention| m.kind == Kind::Target && t.kind != Kind::Target;
    let fits = |m: &Mention, t: &Mention| like(m, t) && smaller(m, t) && m.stands_alone() && m.per.is_none() && !planned(m, t);
    let of_other = |m: &Mention| m.of.is_some_and(|(other, _)| other != total && is_full(mentions, other));
    mentions.get(j).zip(mentions.get(total)).is_some_and(|(m, t)| fits(m, t) && !of_other(m))
        && !is_beside(context, j)
        && !context.is_balance(j)
        && !context.leads_from(j)
}

/// Figures behind a total that come to it, from the first one on.
fn behind(context: &Context, mentions: &[Mention], total: usize) -> Option<Vec<usize>> {
    let sentence = mentions.get(total)?.sentence;
    let near = |j: &usize| mentions.get(*j).is_some_and(|m| m.sentence <= sentence + SENTENCES);
    let topic = context.topic_start(total);
    let candidates: Vec<usize> = (total + 1..mentions.len().min(total + REACH))
        .take_while(near)
        .filter(|j| could_be_part(context, mentions, total, *j) && context.topic_start(*j) == topic)
        .collect();
    run(context, mentions, total, &candidates)
}

/// Figures in front of a total that come to it, from the last one back.
fn in_front(context: &Context, mentions: &[Mention], total: usize) -> Option<Vec<usize>> {
    let sentence = mentions.get(total)?.sentence;
    let near = |j: &usize| mentions.get(*j).is_some_and(|m| m.sentence + SENTENCES > sentence);
    let topic = context.topic_start(total);
    let candidates: Vec<usize> = (total.saturating_sub(REACH)..total)
        .rev()
        .take_while(near)
        .filter(|j| could_be_part(context, mentions, total, *j) && context.topic_start(*j) == topic)
        .collect();
    run(context, mentions, total, &candidates)
}

/// The first candidates that together come to the total, without those that are parts of others, or with them where they were linked for want of better.
fn run(context: &Context, mentions: &[Mention], total: usize, candidates: &[usize]) -> Option<Vec<usize>> {
    let nested = |j: &usize| mentions.get(*j).and_then(|m| m.of).is_some_and(|(t, _)| t != total && candidates.contains(&t));
    let outer: Vec<usize> = candidates.iter().copied().filter(|j| !nested(j)).collect();
    let found =
        first_run(mentions, total, &outer).or_else(|| first_run(mentions, total, candidates).filter(|_| outer.len() < candidates.len()));
    found.filter(|parts| is_certain(context, mentions, total, parts))
}

/// The first candidates that together come to the total.
fn first_run(mentions: &[Mention], total: usize, candidates: &[usize]) -> Option<Vec<usize>> {
    let mut parts: Vec<usize> = Vec::new();
    let mut rest = value(mentions, total)?;
    for part in candidates.iter().copied() {
        rest = rest.checked_sub(value(mentions, part)?)?;
        parts.push(part);
        if rest <= Decimal::ZERO || parts.len() == MOST {
            break;
        }
    }
    (rest.is_zero() && parts.len() > 1).then_some(parts)
}

/// Whether the figures are fine enough that no chance makes the sum: so many steps of the finest digit lie in the total.
fn is_certain(context: &Context, mentions: &[Mention], total: usize, parts: &[usize]) -> bool {
    let steps = parts.iter().chain([&total]).map(|j| steps_in(mentions, total, *j)).max().flatten();
    let head = mentions.get(total).and_then(|m| m.head.as_deref());
    let alike = parts.iter().all(|j| mentions.get(*j).zip(mentions.get(total)).is_some_and(|(m, t)| like_noun(t, m)));
    let free = parts.iter().all(|j| mentions.get(*j).is_some_and(|m| m.of.is_none_or(|(t, _)| t == total)));
    // "160 offices and 4,714 bureaus sent a total of 4,874 clerks": those of whom there are as many are other ones.
    let named = |j: usize| mentions.get(j).is_some_and(|m| m.noun.is_some());
    if !alike && named(total) && parts.iter().all(|j| named(*j)) {
        return false;
    }
    let least = match () {
        () if is_said(context, total) && free => SAID,
        () if alike && (free || head.is_none()) => ALIKE,
        () => UNLIKE,
    };
    steps.is_some_and(|steps| steps >= Decimal::from(least))
}

/// How many times the unit of the last digit of figure `j` that is not nought goes into the total.
fn steps_in(mentions: &[Mention], total: usize, j: usize) -> Option<Decimal> {
    let digits = value(mentions, j)?.normalize();
    // Five zeros at the end of 600,000 are no digits of it.
    let mut unit = Decimal::new(1, digits.scale());
    while digits.scale() == 0 && (digits % (unit * Decimal::TEN)).is_zero() {
        unit *= Decimal::TEN;
    }
    value(mentions, total)?.checked_div(unit)
}

/// Steps in a total that its own words call one, in one of the same things, and in one of others.
const SAID: i64 = 50;
const ALIKE: i64 = 180;
const UNLIKE: i64 = 2_000;

/// "together provided 1.8 million", "bringing the figures to 685", "in all": whether words tell that a figure sums up.
fn is_said(context: &Context, total: usize) -> bool {
    let near = context.near(total);
    let word = |t: usize| matches!(context.read.str(t), "together" | "combined" | "altogether" | "bringing" | "overall");
    said_behind(context, total)
        || comes_to(context, total)
        || context.read.find(near.clone(), Class::TOTAL).is_some()
        || near.clone().any(word)
}

fn value(mentions: &[Mention], j: usize) -> Option<Decimal> {
    mentions.get(j)?.amount.one()
}

fn sum(mentions: &[Mention], parts: &[usize]) -> Decimal {
    super::sums::sum(mentions, parts)
}
