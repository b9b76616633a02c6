//! Wholes that a share tells: "14.0 million, which is 92 per cent of all workers (15.3 million)", "from 36 percent ($1.04 billion) of total grants to
//! 62 percent ($1.58 billion)", "Chad had the largest portion (51 percent, $0.65 billion) of grants, followed by Mali ($0.2 billion)".
//!
//! From shares of something named, to the figure of that whole in a bracket behind them or in a sentence before, and to the parts that stand beside.

use super::Context;
use super::agreed_share::{IN_WORDS, agrees};
use super::beside::is_beside;
use super::named::same_word;
use super::parts::fits;
use super::taken_up::{speaks_of_it, subject_before};
use crate::analysis::{Kind, Unit};
use crate::language::Class;
use crate::quantity::Mention;
use rust_decimal::Decimal;
use std::ops::Range;

/// Links shares to the part that they speak of, and the part to its whole.
pub(super) fn link_wholes(context: &Context, mentions: &mut [Mention]) {
    let mut found = false;
    for i in 0..mentions.len() {
        if !mentions.get(i).is_some_and(|m| m.unit == Some(Unit::Percent) && m.kind == Kind::Share) {
            continue;
        }
        let link = whole_in_bracket(context, i).map(|whole| of_bracket(context, mentions, i, whole));
        let link = link.or_else(|| of_named(context, mentions, i)).or_else(|| of_taken_up(context, mentions, i));
        let Some((base, part)) = link else { continue };
        if let (Some(base), Some(m)) = (base, mentions.get_mut(i)) {
            m.base = Some(base);
        }
        if let Some((part, whole)) = part
            && let Some(m) = mentions.get_mut(part).filter(|m| m.of.is_none())
        {
            m.of = Some((whole, "share_of_total"));
            found = true;
        }
    }
    if found {
        link_followers(context, mentions);
    }
}

/// The base that a share gets, and the part of a whole that it tells.
type Found = (Option<(usize, &'static str)>, Option<(usize, usize)>);

/// "92 per cent of total active workers (15.3 million)": the figure in the bracket behind the name of the whole.
pub(super) fn whole_in_bracket(context: &Context, share: usize) -> Option<usize> {
    let read = context.read;
    let next = context.next(share)?;
    let gap = context.gap(next);
    let open = gap.end.checked_sub(1).filter(|t| read.is_mark(*t, '('))?;
    let named = read.str(gap.start) == "of" && (2..=NAME).contains(&(open - gap.start));
    let plain = named && read.find_word(gap.start..open, Class::CLAUSE_END | Class::AUXILIARY | Class::FROM).is_none();
    (plain && read.is_mark(context.after(next).start, ')')).then_some(next)
}

/// Tokens of a whole's name.
const NAME: usize = 14;

/// What a share speaks of whose whole stands in the bracket behind it: the figure in front that makes it, or the whole.
fn of_bracket(context: &Context, mentions: &[Mention], i: usize, whole: usize) -> Found {
    let amount = |m: &Mention| m.stands_alone() && m.per.is_none() && !m.unit.is_some_and(|u| u.is_relative() || u.is_time());
    if !mentions.get(whole).is_some_and(amount) {
        return (None, None);
    }
    let like = |p: &usize| mentions.get(*p).zip(mentions.get(whole)).is_some_and(|(p, w)| alike(p, w));
    let near = mentions.get(i).and_then(|m| m.base).map(|(base, _)| base).filter(|base| *base < i && like(base));
    let front = (context.in_sentence(i).start..i).rev().filter(like);
    let part = near.into_iter().chain(front).find(|p| agrees(mentions, *p, whole, i, false));
    match part {
        Some(part) => (Some((part, "agreed_share")), Some((part, whole))),
        None if near.is_some() => (None, None),
        None => (Some((whole, "share_of")), None),
    }
}

fn alike(part: &Mention, whole: &Mention) -> bool {
    part.unit == whole.unit || part.unit.is_some_and(Unit::is_counted) && whole.unit.is_some_and(Unit::is_counted)
}

/// A share that its amount says again ("36 percent ($1.04 billion) of total grants"): the whole in front that the name and the arithmetic tell.
fn of_named(context: &Context, mentions: &[Mention], i: usize) -> Option<Found> {
    let (amount, said) = said_again(context, mentions, i)?;
    let part = mentions.get(amount).filter(|m| m.of.is_none() && m.stands_alone())?;
    let name = name_of_whole(context, i, amount)?;
    let topic = context.topic(i);
    let whole = |j: &usize| {
        mentions.get(*j).is_some_and(|w| w.stands_alone() && w.per.is_none() && fits(w, part))
            && agrees(mentions, amount, *j, i, true)
            && context.topic(*j) == topic
            && is_named(context, *j, &name)
    };
    let whole = (i.saturating_sub(REACH)..context.in_sentence(i).start.max(i.saturating_sub(REACH))).rev().find(whole);
    Some((said, whole.map(|whole| (amount, whole))))
}

/// "73,151 firms are registered. This represents nearly half of the 152,139 firms supported": what the pronoun stands for is the part.
fn of_taken_up(context: &Context, mentions: &[Mention], i: usize) -> Option<Found> {
    let (whole, _) = mentions.get(i)?.base.filter(|(_, rule)| *rule == "share_of")?;
    if context.in_sentence(i).start != i || !speaks_of_it(context, context.sentence(i).start) {
        return None;
    }
    let part = subject_before(context, mentions, i)?;
    let (p, w) = (mentions.get(part)?, mentions.get(whole)?);
    let percent = p.amount.one()?.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(w.amount.one()?)?;
    let stated = mentions.get(i)?;
    let near = stated.in_words && (percent - stated.amount.one()?).abs() <= IN_WORDS;
    let fits = alike(p, w) && (near || agrees(mentions, part, whole, i, false));
    fits.then_some((Some((part, "taken_up")), Some((part, whole))))
}

/// Figures in front that may be a whole.
const REACH: usize = 12;

/// The amount of a share, "36 percent ($1.04 billion)" or "(36 percent, $1.04 billion)", and the base that is not told yet.
fn said_again(context: &Context, mentions: &[Mention], i: usize) -> Option<(usize, Option<(usize, &'static str)>)> {
    let read = context.read;
    if let Some((amount, "said_again")) = mentions.get(i)?.base {
        return Some((amount, None));
    }
    let next = context.next(i).filter(|n| mentions.get(*n).is_some_and(Mention::stands_alone))?;
    let gap = context.gap(next);
    let opened = context.before(i).next_back().is_some_and(|t| read.is_mark(t, '('));
    let one = opened && gap.len() == 1 && (read.is_mark(gap.start, ',') || read.is_mark(gap.start, ';') || read.str(gap.start) == "or");
    (one && read.is_mark(context.after(next).start, ')')).then_some((next, Some((next, "said_again"))))
}

/// The name behind "of" that follows a share and its amount, or the one of the share before it in the sentence.
fn name_of_whole(context: &Context, share: usize, amount: usize) -> Option<Range<usize>> {
    let read = context.read;
    let behind = |amount: usize| {
        let after = context.after(amount);
        let start = after.start + usize::from(read.is_mark(after.start, ')'));
        let end = read.find_word(start..after.end, Class::CLAUSE_END | Class::AUXILIARY | Class::TO).unwrap_or(after.end);
        (read.str(start) == "of" && end > start + 1).then(|| start + 1..end.min(start + NAME))
    };
    let before = || (context.in_sentence(share).start..share).rev().find_map(behind);
    behind(amount).or_else(before)
}

/// Whether most words of a name stand in the sentence of a figure.
pub(super) fn is_named(context: &Context, j: usize, name: &Range<usize>) -> bool {
    let read = context.read;
    let tells = |t: &usize| read.is_word(*t) && !read.word_is(*t, Class::STOP | Class::TOTAL | Class::YEAR | Class::DETERMINER);
    let said = |t: usize| context.sentence(j).any(|w| same_word(read.str(w), read.str(t)));
    let (known, all) = name.clone().filter(tells).fold((0, 0), |(known, all), t| (known + usize::from(said(t)), all + 1));
    known > 0 && known * 2 >= all
}

/// "..., followed by Sudan ($119 million), Yemen ($100 million) and Mali ($79 million)": what stands in the brackets behind the first is part of
/// the same whole, as long as there is room in it.
fn link_followers(context: &Context, mentions: &mut [Mention]) {
    for first in 0..mentions.len() {
        let Some((whole, "share_of_total")) = mentions.get(first).and_then(|m| m.of) else { continue };
        let value = |j: usize| mentions.get(j).and_then(|m| m.amount.one());
        let (Some(total), Some(mut sum)) = (value(whole), value(first)) else { continue };
        let mut members = Vec::new();
        for j in first + 1..context.in_sentence(first).end {
            let (Some(m), Some(lead)) = (mentions.get(j), mentions.get(first)) else { break };
            let followed = !members.is_empty() || follows(context, j);
            let room = m.amount.one().and_then(|v| sum.checked_add(v)).filter(|sum: &Decimal| *sum <= total);
            let alone = context.before(j).next_back().is_some_and(|t| context.read.is_mark(t, '('));
            let (true, Some(next)) = (followed && alone && m.of.is_none() && m.unit == lead.unit && m.stands_alone(), room) else { break };
            sum = next;
            members.push(j);
        }
        for j in members {
            if let Some(m) = mentions.get_mut(j).filter(|_| !is_beside(context, j)) {
                m.of = Some((whole, "share_of_total"));
            }
        }
    }
}

/// Whether "followed by" leads to a figure.
fn follows(context: &Context, i: usize) -> bool {
    super::brackets::follows_leader(context, i)
}
