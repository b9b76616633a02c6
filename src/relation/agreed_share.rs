//! Shares that arithmetic gives to a part: "36,900 of the 41,600 girls completed the course (88.7 per cent)", "cancelled 5,412 visits, 0.8 per
//! cent of the 676,500 arranged", "uptake was 74.9 per cent, which means that 322,000 of the 430,000 were protected".
//!
//! From shares that have found nothing, or only the whole behind them, to the part that part and whole agree on with the printed share.

use super::Context;
use super::beside::is_beside;
use super::named::is_yardstick;
use super::sums::{counted_alike, half_unit, like_noun, rounding};
use crate::analysis::{Kind, Unit, significant_digits};
use crate::language::Class;
use crate::quantity::Mention;
use rust_decimal::Decimal;

/// Links shares to the part of which they tell what it makes of its whole.
pub(super) fn link_agreed_shares(context: &Context, mentions: &mut [Mention]) {
    for i in 0..mentions.len() {
        let Some(this) = mentions.get(i).filter(|m| m.kind == Kind::Share && m.unit == Some(Unit::Percent)) else { continue };
        let part = match this.base {
            None => part_of_total(context, mentions, i)
                .or_else(|| part_of_any(context, mentions, i))
                .or_else(|| told_before(context, mentions, i)),
            Some((whole, "share_of")) => part_in_front(context, mentions, i, whole),
            // "4,716 were handed out of 4,950 planned (95.3 per cent)": what was done of it.
            Some((whole, _)) if whole + 1 == i && mentions.get(whole).is_some_and(|m| m.kind == Kind::Target) => {
                part_in_front(context, mentions, i, whole)
            }
            Some(_) => None,
        };
        let far = far_whole(context, mentions, i);
        let part = part.or(far.filter(|_| this.base.is_none()).map(|(part, _)| part));
        let between = named_between(context, mentions, i);
        if let (Some(part), Some(m)) = (part.or(between.map(|(part, _)| part)), mentions.get_mut(i)) {
            m.base = Some((part, "agreed_share"));
        }
        // "182 kilometres, 55 per cent of the 330 kilometres planned": a stretch of it.
        if let Some((part, whole)) = between
            .or_else(|| extent_told(context, mentions, i))
            .or_else(|| whole_told(context, mentions, i))
            .or_else(|| count_told(context, mentions, i))
            .or(far)
            && let Some(m) = mentions.get_mut(part).filter(|m| m.of.is_none())
        {
            m.of = Some((whole, "share_of_total"));
        }
    }
}

/// Whether one figure is smaller than another, as a part is than its whole.
fn is_less(mentions: &[Mention], part: usize, whole: usize) -> bool {
    let bounds = |j: usize| mentions.get(j).and_then(|m| m.amount.bounds());
    bounds(part) < bounds(whole)
}

/// Tokens behind a whole in which its own year stands.
const DATED: usize = 9;

/// Figures in front of a share and behind it that are tried as its part.
const REACH: usize = 6;
const BEHIND: usize = 2;
/// Figures on each side that are tried as its whole.
const NEAR: usize = 12;

/// The figures of its sentence that a share may speak of, the nearest in front first.
fn parts(context: &Context, i: usize) -> impl Iterator<Item = usize> + use<> {
    let sentence = context.in_sentence(i);
    let front = (sentence.start.max(i.saturating_sub(REACH))..i).rev();
    front.chain(i + 1..sentence.end.min(i + 1 + BEHIND))
}

/// A part by its link to its total.
fn part_of_total(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    parts(context, i).find(|p| {
        let whole = mentions.get(*p).and_then(|m| m.of).map(|(whole, _)| whole);
        whole.is_some_and(|whole| agrees(mentions, *p, whole, i, false))
    })
}

/// A share with decimals fits no two figures of a sentence by chance.
fn part_of_any(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let fine = mentions.get(i)?.precision.is_some_and(|p| p < 0);
    let sentence = context.in_sentence(i);
    let near = sentence.start.max(i.saturating_sub(NEAR))..sentence.end.min(i + NEAR);
    let whole = |p: usize| near.clone().any(|w| w != p && like(mentions, p, w) && agrees(mentions, p, w, i, true));
    parts(context, i).find(|p| fine && whole(*p))
}

/// "of which water gave 13,910 MW. Water thus made up 87.9 per cent", "attended 489,600 families. The goal had been 500,000, so that compliance was 97.9%":
/// the part of a share with decimals in a sentence before, by its link or by a goal beside the share.
fn told_before(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let share = mentions.get(i).filter(|m| m.precision.is_some_and(|p| p < 0))?;
    let sentence = context.in_sentence(i);
    let topic = context.topic(i);
    let near = |j: &usize| mentions.get(*j).is_some_and(|m| m.sentence + SENTENCES >= share.sentence) && context.topic(*j) == topic;
    let before = (sentence.start.saturating_sub(NEAR)..sentence.start).rev().take_while(near);
    let goals: Vec<usize> =
        sentence.filter(|j| mentions.get(*j).is_some_and(|m| m.kind == Kind::Target) || is_yardstick(context, *j)).collect();
    before.filter(|p| mentions.get(*p).is_some_and(Mention::stands_alone) && !is_beside(context, *p)).find(|part| {
        let whole = mentions.get(*part).and_then(|m| m.of).map(|(whole, _)| whole);
        whole.is_some_and(|whole| agrees(mentions, *part, whole, i, true))
            || goals.iter().any(|goal| like(mentions, *part, *goal) && makes(mentions, *part, *goal, i, true))
    })
}

/// Sentences back to a part that only arithmetic tells.
const SENTENCES: usize = 2;

/// "The region sold 129,640 tons. Marsh came first with a 24.8 per cent share (32,170 tons)": the figure beside a share of three digits, and the
/// one in a sentence before that the two agree on.
fn far_whole(context: &Context, mentions: &[Mention], i: usize) -> Option<(usize, usize)> {
    let share = mentions.get(i).filter(|m| m.precision.is_some_and(|p| p < 0) && m.amount.one() >= Some(Decimal::TEN))?;
    let sentence = context.in_sentence(i);
    let beside = i.checked_sub(1).into_iter().chain([i + 1]).filter(|p| sentence.contains(p));
    let open =
        |p: &usize| share.base.is_none_or(|(base, _)| base == *p) && mentions.get(*p).is_some_and(|m| m.of.is_none() && m.stands_alone());
    let topic = context.topic(i);
    beside.filter(open).find_map(|part| {
        let this = mentions.get(part).filter(|m| !is_beside(context, part) && m.amount.one().is_some_and(|v| significant_digits(v) > 2))?;
        let whole = |w: &usize| {
            let alike = |m: &Mention| m.stands_alone() && (m.unit == this.unit && like_noun(m, this) || counted_alike(m, this));
            mentions.get(*w).is_some_and(alike) && agrees(mentions, part, *w, i, true) && !is_beside(context, *w)
        };
        let whole = (sentence.start.saturating_sub(NEAR)..sentence.start).rev().find(whole)?;
        (context.topic(whole) == topic).then_some((part, whole))
    })
}

/// "5,412 visits, 0.8 per cent of the 676,500 arranged": the part in front, where the share found its whole behind it.
fn part_in_front(context: &Context, mentions: &[Mention], i: usize, whole: usize) -> Option<usize> {
    parts(context, i).take_while(|p| *p < i).find(|p| like(mentions, *p, whole) && agrees(mentions, *p, whole, i, true))
}

/// "turnover was 214.6 million, with exports contributing 151.2 million, or 70.5%": the one amount of the sentence that the share makes the whole.
fn whole_told(context: &Context, mentions: &[Mention], i: usize) -> Option<(usize, usize)> {
    let (part, _) = mentions.get(i)?.base.filter(|(p, _)| *p + 1 == i && context.restates(i))?;
    let this = mentions.get(part).filter(|m| m.of.is_none() && m.stands_alone() && m.per.is_none())?;
    let like = |w: &usize| {
        let alike = |m: &Mention| m.stands_alone() && m.per.is_none() && m.unit == this.unit && m.head == this.head;
        mentions.get(*w).is_some_and(alike) && !is_yardstick(context, *w)
    };
    let mut wholes = (context.in_sentence(i).start.max(part.saturating_sub(NEAR))..part).filter(like);
    let whole = wholes.next().filter(|w| mentions.get(*w).is_some_and(|m| m.of.is_none()))?;
    let only = wholes.all(|w| mentions.get(w).is_some_and(|m| m.of.is_some_and(|(total, _)| total == whole)));
    (only && agrees(mentions, part, whole, i, true)).then_some((part, whole))
}

/// "industry used 17.3 million tons, nearly three quarters of the final use of 23.6 million": a part, the share in words that it makes, and the whole by its name.
fn named_between(context: &Context, mentions: &[Mention], i: usize) -> Option<(usize, usize)> {
    let read = context.read;
    let (part, whole) = (context.previous(i)?, context.next(i)?);
    let (p, w) = (mentions.get(part).filter(|m| m.of.is_none())?, mentions.get(whole)?);
    let gap = context.gap(whole);
    let front = context.gap(i);
    let joined = (front.end.saturating_sub(JOINT).max(front.start)..front.end).any(|t| read.is_mark(t, ',') || read.is_mark(t, '('));
    let named = read.str(context.after(i).start) == "of" && read.str(gap.end.checked_sub(1)?) == "of" && gap.len() <= NAMED;
    let plain = !gap.clone().any(|t| !read.is_word(t) && !matches!(read.str(t), "'" | "’") || read.word_is(t, Class::AUXILIARY));
    let amounts = p.unit == w.unit && p.stands_alone() && w.stands_alone() && p.per.is_none() && w.per.is_none();
    let stated = mentions.get(i).filter(|m| m.in_words)?.amount.one()?;
    let share = p.amount.one()?.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(w.amount.one()?)?;
    (joined && named && plain && amounts && (share - stated).abs() <= IN_WORDS).then_some((part, whole))
}

/// Tokens between a part and its share, and between the share and the whole that is named.
const JOINT: usize = 5;
const NAMED: usize = 9;
/// Points by which a share in words may miss.
pub(super) const IN_WORDS: Decimal = Decimal::from_parts(4, 0, 0, false, 0);

/// The land or length that a share speaks of, and the one behind it that it is a share of.
fn extent_told(context: &Context, mentions: &[Mention], i: usize) -> Option<(usize, usize)> {
    let (part, _) = mentions.get(i)?.base?;
    let whole = context.next(i).filter(|_| context.read.str(context.after(i).start) == "of")?;
    (part < i && is_extent_of(mentions, part, whole) && agrees(mentions, part, whole, i, false)).then_some((part, whole))
}

/// "7,950 holiday homes, or 10.5% of the 75,600 dwellings", "695,733 applications were decided and protection granted in 433,920 cases, a rate of 62.4 per
/// cent": the count that a share speaks of, and the one that its words lead to, or that a share of three digits fits in its sentence.
fn count_told(context: &Context, mentions: &[Mention], i: usize) -> Option<(usize, usize)> {
    let share = mentions.get(i)?;
    let (part, _) = share.base.filter(|(part, _)| *part < i)?;
    let counted = |j: usize| mentions.get(j).is_some_and(|m| m.stands_alone() && m.per.is_none() && m.unit.is_some_and(Unit::is_counted));
    if !counted(part) || mentions.get(part).is_some_and(|m| m.of.is_some()) {
        return None;
    }
    // "1,120 (22.4%) of the 5,000 hamlets".
    let behind = context.after(i).start + usize::from(context.read.is_mark(context.after(i).start, ')'));
    let of = context.read.str(behind) == "of";
    let named = context.next(i).filter(|w| of && !(behind..context.gap(*w).end).any(|t| context.ends_clause(t)));
    let fine = share.precision.is_some_and(|p| p < 0) && share.amount.one() >= Some(Decimal::TEN);
    let sentence = context.in_sentence(i);
    let unit = |j: usize| mentions.get(j).and_then(|m| m.unit);
    // "organized courses for 21,000, helped 19,000 find jobs, a rate of 90.5%": so few digits may fit by chance.
    let exact = |j: usize| mentions.get(j).and_then(|m| m.amount.one()).is_some_and(|value| significant_digits(value) > 2);
    let alike = |w: &usize| unit(*w) == unit(part) && exact(*w) && exact(part);
    let near = (sentence.start.max(i.saturating_sub(NEAR))..sentence.end.min(i + NEAR)).filter(|w| fine && !of && alike(w));
    let whole = |w: &usize| {
        let goal = mentions.get(*w).is_some_and(|m| m.kind == Kind::Target) || is_beside(context, *w);
        // "65% of the 1,060,000 carried in 2010": another year's number.
        let behind = context.end(*w)..context.after(*w).end.min(context.end(*w) + DATED);
        let goal = goal || context.read.find_word(behind, Class::YEAR).is_some();
        *w != part && counted(*w) && !goal && agrees(mentions, part, *w, i, true)
    };
    named.into_iter().chain(near).find(whole).map(|whole| (part, whole))
}

/// Whether two figures measure land or length in one unit.
fn is_extent_of(mentions: &[Mention], part: usize, whole: usize) -> bool {
    let unit = |j: usize| mentions.get(j).and_then(|m| m.unit);
    unit(whole).is_some_and(Unit::is_extent) && unit(part) == unit(whole)
}

/// Whether two figures are measured alike, as a part and its whole are.
fn like(mentions: &[Mention], part: usize, whole: usize) -> bool {
    mentions
        .get(part)
        .zip(mentions.get(whole))
        .is_some_and(|(p, w)| p.unit == w.unit || p.unit.is_some_and(Unit::is_counted) && w.unit.is_some_and(Unit::is_counted))
}

/// Whether a part makes the printed share of a whole, within the rounding of all three. Of two that nothing else links, figures so rough that
/// much agrees with them confirm nothing.
pub(super) fn agrees(mentions: &[Mention], part: usize, whole: usize, share: usize, fine: bool) -> bool {
    is_less(mentions, part, whole) && makes(mentions, part, whole, share, fine)
}

/// The same of a result that may be more than what it is set against.
fn makes(mentions: &[Mention], part: usize, whole: usize, share: usize, fine: bool) -> bool {
    let figure = |j: usize| mentions.get(j).filter(|m| m.per.is_none() && !m.unit.is_some_and(|u| u.is_relative() || u.is_time()));
    let (Some(p), Some(w), Some(s)) = (figure(part), figure(whole), mentions.get(share)) else { return false };
    let (Some(value), Some(of), Some(stated)) = (p.amount.one(), w.amount.one(), s.amount.one()) else { return false };
    let percent = |a: Decimal, b: Decimal| a.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(b);
    let (Some(low), Some(high)) = (percent(value - rounding(p), of + rounding(w)), percent(value + rounding(p), of - rounding(w))) else {
        return false;
    };
    let slack = s.precision.map_or(Decimal::ZERO, half_unit);
    let fine = !fine || (high - low) * Decimal::TEN <= high.max(Decimal::TEN);
    fine && stated >= low - slack && stated <= high + slack
}
