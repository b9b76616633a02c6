//! Parts told by their shares: "16,434 fell poor by disasters, 115,730 by illness ..., respectively accounting for 4.54%, 31.99% ..." are
//! parts of the figure that the shares are shares of.

use super::Context;
use super::agreed_share::agrees;
use super::brackets::follows_leader;
use super::wholes::is_named;
use crate::analysis::{Kind, Unit, significant_digits};
use crate::language::Class;
use crate::quantity::Mention;
use rust_decimal::Decimal;
use std::ops::Range;

/// How far before its parts a total may stand, in figures.
const REACH: usize = 24;

/// Links figures whose stated shares imply a total that stands before them.
pub(super) fn link_implied_totals(context: &Context, mentions: &mut [Mention]) {
    let mut i = 0;
    while i < mentions.len() {
        let sentence = context.in_sentence(i);
        let parts = shared_parts(mentions, sentence.clone());
        link_shared_parts(mentions, parts, sentence.start);
        for part in sentence.clone() {
            link_share_of_total(context, mentions, part);
            link_part_behind(context, mentions, part);
        }
        link_followers(context, mentions, sentence.clone());
        i = sentence.end.max(i + 1);
    }
    link_lines(context, mentions);
}

/// Links parts whose shares imply one total.
fn link_shared_parts(mentions: &mut [Mention], parts: Vec<(usize, usize)>, first: usize) {
    let Some(total) = (parts.len() >= 2).then(|| implied_total(mentions, &parts, first)).flatten() else { return };
    for (part, _) in parts {
        if let Some(m) = mentions.get_mut(part).filter(|m| m.of.is_none()) {
            m.of = Some((total, "implied_by_shares"));
        }
    }
}

/// "The herd is 24.4 million: - Marsh: 10.7 million (44%) - Fenn: 4.4 million (18%)": parts and shares that sentences or lines tell one after the
/// other.
fn link_lines(context: &Context, mentions: &mut [Mention]) {
    let mut i = 0;
    while i < mentions.len() {
        let (start, mut parts, mut next) = (i, Vec::new(), context.in_sentence(i));
        while let [(part, share)] = shared_parts(mentions, next.clone())[..] {
            parts.push((part, share));
            i = next.end;
            next = context.in_sentence(i);
            if next.is_empty() || !context.follows_on(share, i) {
                break;
            }
        }
        if i == start {
            i = next.end.max(i + 1);
        }
        link_shared_parts(mentions, parts, start);
    }
}

/// Significant digits of a count that a fine share fits to no other by chance.
const FINE: u32 = 4;

/// "24,310 pupils ... Meals were taken by 4,133 pupils, or 17.0% of the total": the total is the nearest count of the same thing.
fn link_share_of_total(context: &Context, mentions: &mut [Mention], share: usize) {
    let read = context.read;
    // "821,100, or 98.1 per cent, of the confirmed cases".
    let after = context.after(share).start;
    let after = if read.is_mark(after, ',') && read.str(after + 1) == "of" { after + 1 } else { after };
    let of_total = read.str(after) == "of"
        && matches!(read.str(after + 1), "the" | "all" | "its" | "their")
        && (read.word_is(after + 1, Class::TOTAL_NOUN) || read.str(after + 1) == "all" || read.word_is(after + 2, Class::TOTAL_NOUN));
    // "35.7 million tons, or 12.2 percent of generation": so fine a share fits no other amount by chance.
    let apposed = || context.restates(share) || context.gap(share).len() == 1 && read.is_mark(context.gap(share).start, ',');
    let fine = read.str(after) == "of" && mentions.get(share).is_some_and(|m| m.precision.is_some_and(|p| p < 0)) && apposed();
    // "7,155 vessels, or 74 per cent of the planned 9,659": a result is no part of its plan.
    let told = mentions.get(share).filter(|m| m.kind == Kind::Share).and_then(|m| m.base).filter(|(_, rule)| *rule != "set_against_plan");
    if let Some((part, _)) = told.filter(|_| !of_total)
        && let Some(total) = whole_spoken_of(context, mentions, share, part, after)
        && let Some(m) = mentions.get_mut(part)
    {
        m.of = Some((total, "share_of_total"));
        return;
    }
    let Some((part, _)) = told.filter(|_| of_total || fine) else { return };
    if mentions.get(part).is_some_and(|m| m.unit.is_some_and(|u| !u.is_counted())) {
        link_amount_of_total(context, mentions, share, part);
        return;
    }
    if !of_total && mentions.get(part).is_some_and(|m| m.amount.one().is_some_and(|v| significant_digits(v) >= FINE)) {
        link_amount_of_total(context, mentions, share, part);
        return;
    }
    let Some(this) = mentions.get(part).filter(|m| of_total && m.of.is_none() && m.stands_alone() && m.head.is_some()) else { return };
    let whole = |m: &Mention| {
        m.stands_alone() && m.per.is_none() && m.unit == this.unit && m.head == this.head && m.amount.bounds() > this.amount.bounds()
    };
    let topic = context.topic(part);
    let total = (part.saturating_sub(REACH)..part).rev().find(|j| mentions.get(*j).is_some_and(whole) && context.topic(*j) == topic);
    if let (Some(total), Some(m)) = (total, mentions.get_mut(part)) {
        m.of = Some((total, "share_of_total"));
    }
}

/// "41,250 children were screened. 330 children, equivalent to 0.8 per cent of screened children, were ill": the count before that the words
/// behind "of" name, or that counts the same where none stand there, and that the share fits, its last digit rounded or cut off.
fn whole_spoken_of(context: &Context, mentions: &[Mention], share: usize, part: usize, of: usize) -> Option<usize> {
    let read = context.read;
    let counted = |m: &Mention| m.stands_alone() && m.per.is_none() && m.unit.is_some_and(Unit::is_counted);
    let this = mentions.get(part).filter(|m| counted(m) && m.of.is_none() && part + 1 == share)?;
    let (value, percent) = (this.amount.one()?, mentions.get(share)?.amount.one()?);
    let decimals = mentions.get(share)?.precision.unwrap_or_default();
    let grain = if decimals < 0 { Decimal::new(1, decimals.unsigned_abs().min(6)) } else { Decimal::ONE };
    let fits = |whole: Decimal| {
        let over = value.checked_mul(Decimal::ONE_HUNDRED).and_then(|v| v.checked_div(whole)).map(|computed| computed - percent);
        over.is_some_and(|over| over * Decimal::TWO >= -grain && over < grain)
    };
    let named = read.str(of) == "of";
    let name = of + 1..read.find_word(of + 1..context.sentence(share).end, Class::CLAUSE_END | Class::AUXILIARY).unwrap_or(of + 1);
    let topic = context.topic(part);
    let first = context.sentence(part).start;
    let like = |j: &usize| {
        mentions.get(*j).is_some_and(|m| counted(m) && m.of.is_none() && m.amount.one().is_some_and(|v| v > value && fits(v)))
            && (if named {
                is_named(context, *j, &name)
            } else {
                mentions.get(*j).is_some_and(|m| m.head == this.head && m.unit == this.unit)
            })
            && context.topic(*j) == topic
    };
    let said = named || context.is_led_by(share, Class::SHARE) && this.head.is_some() && context.before(part).start == first;
    (part.saturating_sub(REACH)..part).rev().filter(|_| said).find(like)
}

/// "40% of the 5,600 teachers, or 2,240, are untrained": the part said again behind the whole that the share is of.
fn link_part_behind(context: &Context, mentions: &mut [Mention], share: usize) {
    let Some((whole, percent)) = mentions
        .get(share)
        .filter(|m| m.kind == Kind::Share)
        .and_then(|m| Some((m.base.filter(|(_, rule)| *rule == "share_of")?.0, m.amount.one()?)))
    else {
        return;
    };
    let Some(part) = context.next(whole).filter(|part| *part > share && context.restates(*part)) else { return };
    let fits = |part: &Mention, whole: &Mention| {
        let computed = part.amount.one()?.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole.amount.one()?)?;
        let near = (computed - percent).abs() <= Decimal::ONE;
        (near && part.unit == whole.unit && part.stands_alone() && part.of.is_none()).then_some(())
    };
    if mentions.get(part).zip(mentions.get(whole)).and_then(|(part, whole)| fits(part, whole)).is_some()
        && let Some(m) = mentions.get_mut(part)
    {
        m.of = Some((whole, "share_of_total"));
    }
}

/// "63.5 billion, representing 51 per cent of the overall arrears": the nearest amount that the share makes the whole, to its last digit.
fn link_amount_of_total(context: &Context, mentions: &mut [Mention], share: usize, part: usize) {
    let Some((this, percent)) = mentions.get(part).filter(|m| m.of.is_none()).zip(mentions.get(share).and_then(|m| m.amount.one())) else {
        return;
    };
    // "a surplus of 186 million (0.7 per cent of the limit)": what is left of two sums is a part of neither.
    let Some(value) = this.amount.one().filter(|_| !context.is_balance(part)) else { return };
    let decimals = mentions.get(share).and_then(|m| m.precision).unwrap_or_default();
    let grain = if decimals < 0 { Decimal::new(1, decimals.unsigned_abs().min(6)) } else { Decimal::ONE };
    let agrees = |whole: Decimal| {
        let computed = value.checked_mul(Decimal::ONE_HUNDRED).and_then(|v| v.checked_div(whole));
        computed.is_some_and(|c| (c - percent).abs() * Decimal::TWO <= grain)
    };
    let topic = context.topic(part);
    let whole = |j: &usize| {
        mentions.get(*j).is_some_and(|m| {
            m.stands_alone() && m.per.is_none() && m.unit == this.unit && m.amount.one().is_some_and(|v| v > value && agrees(v))
        }) && context.topic(*j) == topic
    };
    // "51 per cent of the overall arrears of 124.5 million": the whole is named behind.
    let behind = context.next(share).filter(|n| context.gap(*n).len() <= NAMED && whole(n));
    let total = behind.or_else(|| (part.saturating_sub(REACH)..part).rev().find(whole));
    if let (Some(total), Some(m)) = (total, mentions.get_mut(part)) {
        m.of = Some((total, "share_of_total"));
    }
}

/// Tokens between a share and the whole named behind it.
const NAMED: usize = 7;

/// "A had 63 million, 51% of the total, followed by B (14 million) and C (12 million)": the others are parts of what the first is a part of.
fn link_followers(context: &Context, mentions: &mut [Mention], sentence: Range<usize>) {
    // Asked before the words are looked for: they follow somebody who has a part.
    if sentence.len() < 2 || !sentence.clone().any(|j| mentions.get(j).is_some_and(|m| m.of.is_some())) {
        return;
    }
    let Some(first) = sentence.clone().find(|j| follows_leader(context, *j)) else { return };
    let Some(unit) = mentions.get(first).map(|m| m.unit) else { return };
    let leader = (sentence.start..first).rev().find(|j| mentions.get(*j).is_some_and(|m| m.unit == unit && m.of.is_some()));
    let Some((total, _)) = leader.and_then(|j| mentions.get(j)?.of) else { return };
    let bracket = |j: usize| context.before(j).next_back().is_some_and(|t| context.read.is_mark(t, '('));
    for j in (first..sentence.end).take_while(|j| bracket(*j)) {
        if let Some(m) = mentions.get_mut(j).filter(|m| m.unit == unit && m.of.is_none() && m.stands_alone()) {
            m.of = Some((total, "share_of_total"));
        }
    }
}

/// Figures of a sentence that a share speaks of, with that share.
fn shared_parts(mentions: &[Mention], sentence: Range<usize>) -> Vec<(usize, usize)> {
    let share = |m: &Mention| m.kind == Kind::Share && m.unit == Some(Unit::Percent);
    let pairs = sentence.filter_map(|s| {
        let (part, _) = mentions.get(s).filter(|m| share(m))?.base?;
        let figure = mentions.get(part)?;
        (figure.of.is_none() && figure.stands_alone()).then_some((part, s))
    });
    pairs.collect()
}

/// The nearest figure before the first that most of the shares imply, to one per cent or to their last digit.
fn implied_total(mentions: &[Mention], parts: &[(usize, usize)], first: usize) -> Option<usize> {
    let unit = mentions.get(parts.first()?.0)?.unit;
    let value = |j: usize| mentions.get(j).and_then(|m| m.amount.one());
    let implies = |total: usize, part: usize, share: usize| {
        let near = |total: Decimal| {
            let whole = value(part)?.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(value(share)?)?;
            Some((total - whole).abs() * Decimal::ONE_HUNDRED <= total.abs())
        };
        value(total).and_then(near) == Some(true) || agrees(mentions, part, total, share, false)
    };
    (first.saturating_sub(REACH)..first).rev().find(|j| {
        mentions.get(*j).is_some_and(|m| m.unit == unit && m.stands_alone())
            && parts.iter().filter(|(part, share)| implies(*j, *part, *share)).count() * 2 > parts.len()
    })
}
