//! Wholes that only arithmetic tells: "Marsh, at 195,800 ha, contributed one quarter", "Of these, 946 completed, and four out of five of them, 757 in
//! all, were at work", "spent 267.5 million, 35 per cent of it (93.6 million) on nurseries".
//!
//! From a share and the part that it speaks of, to the nearest figure before them that the part makes the printed share of. Every share has a whole; the
//! one that fits is it, also where the part was linked to one that does not fit.

use super::Context;
use super::agreed_share::agrees;
use super::beside::is_beside;
use super::named::{is_yardstick, of_pronoun};
use super::sums::{counted_alike, half_unit, like_noun, rounding, same_measure};
use super::wholes::is_named;
use crate::analysis::{Kind, Unit};
use crate::language::Class;
use crate::quantity::Mention;
use rust_decimal::Decimal;
use std::ops::Range;

/// Links the parts that shares speak of to the wholes that fit both.
pub(super) fn link_agreed_wholes(context: &Context, mentions: &mut [Mention]) {
    for i in 0..mentions.len() {
        if let Some(result) = reaches_plan(context, mentions, i) {
            if let Some(m) = mentions.get_mut(i) {
                (m.kind, m.base) = (Kind::Share, Some((result, "agreed_result")));
            }
            continue;
        }
        if !mentions.get(i).is_some_and(|m| m.unit == Some(Unit::Percent) && m.kind == Kind::Share && m.amount.one().is_some()) {
            continue;
        }
        let result = result_of(context, mentions, i);
        if let (Some(result), Some(m)) = (result, mentions.get_mut(i)) {
            m.base = Some((result, "agreed_result"));
        }
        if tells_other(context, i) {
            continue;
        }
        let Some((part, whole)) =
            parts(context, mentions, i).into_iter().flatten().find_map(|p| Some((p, whole(context, mentions, p, i)?)))
        else {
            continue;
        };
        // "40% of the 5,600 teachers, or 2,240": of the whole behind it.
        if let Some(m) =
            mentions.get_mut(i).filter(|m| m.base.is_none_or(|(base, rule)| base != part && (base, rule) != (whole, "share_of")))
        {
            m.base = Some((part, "agreed_whole"));
        }
        let told = |total: usize| shares_of(mentions, part).any(|s| makes(mentions, part, total, s));
        let open = mentions.get(part).is_some_and(|m| m.of.is_none_or(|(total, _)| total != whole && !told(total)));
        if let Some(m) = mentions.get_mut(part).filter(|_| open) {
            m.of = Some((whole, "agreed_whole"));
        }
    }
}

/// "Of the 117 towns 82 were reached, i.e. 70.1%", "9,870 was lent against a goal of 9,400 (105 per cent)", "7,450 were served. 8,000 had been planned for, so that 93
/// per cent was met": the result that the share makes of the figure that it was linked to, or that stands beside it.
fn result_of(context: &Context, mentions: &[Mention], share: usize) -> Option<usize> {
    let (base, rule) = mentions.get(share)?.base?;
    let of_base = mentions.get(base).filter(|m| m.stands_alone() && m.per.is_none() && !m.in_words)?;
    let sentence = context.in_sentence(share);
    let from = sentence.start.checked_sub(1).map_or(sentence.start, |before| context.in_sentence(before).start);
    let topic = context.topic(share);
    let result = |j: &usize| {
        let alike = |m: &Mention| m.unit == of_base.unit && like_noun(of_base, m) || counted_alike(m, of_base);
        mentions.get(*j).is_some_and(|m| alike(m) && m.stands_alone() && m.per.is_none() && m.kind != Kind::Target)
            && *j != base
            && !is_beside(context, *j)
            && context.topic(*j) == topic
            && comes_to(mentions, *j, base, share)
    };
    let end = if rule == "share_of" { share } else { sentence.end };
    let found = (from.max(share.saturating_sub(REACH))..end).rev().find(result)?;
    // The base is the result where it makes the share of something itself.
    let told = (from..sentence.end).any(|w| w != base && w != share && comes_to(mentions, base, w, share));
    (!told).then_some(found)
}

/// "12,560 starts, 97% of the Mayor's target of 12,950": a percentage that was taken for a goal, of what was reached, where it makes that of the figure behind it.
fn reaches_plan(context: &Context, mentions: &[Mention], share: usize) -> Option<usize> {
    mentions.get(share).filter(|m| m.unit == Some(Unit::Percent) && m.kind == Kind::Target)?;
    let result = context.previous(share)?;
    let plan = context.next(share).filter(|n| context.read.str(context.after(share).start) == "of" && context.gap(*n).len() <= NAMED)?;
    let done = mentions.get(result).is_some_and(|m| m.stands_alone() && m.per.is_none() && m.kind != Kind::Target);
    (done && comes_to(mentions, result, plan, share)).then_some(result)
}

/// Tokens between a share and the plan that is named behind it.
const NAMED: usize = 8;

/// Whether one amount is so many per cent of another, also more than all of it.
fn comes_to(mentions: &[Mention], part: usize, whole: usize, share: usize) -> bool {
    let figure = |j: usize| mentions.get(j).filter(|m| m.stands_alone() && !m.unit.is_some_and(Unit::is_time));
    let (Some(p), Some(w), Some(s)) = (figure(part), figure(whole), mentions.get(share).filter(|m| !m.in_words)) else { return false };
    if p.unit != w.unit {
        return false;
    }
    let (Some(value), Some(of), Some(stated)) = (p.amount.one(), w.amount.one(), s.amount.one()) else { return false };
    let slack = s.precision.map_or(Decimal::ZERO, half_unit);
    // A share more than a tenth and its own rounding off is none, whatever else is rounded: seen without a division.
    let far = || {
        let (tenth, told) = (value.checked_mul(Decimal::TEN)?, stated.checked_mul(of)?);
        Some((tenth.checked_mul(Decimal::TEN)? - told).abs() > tenth + slack.checked_mul(of)?)
    };
    if value > Decimal::ZERO && of > Decimal::ZERO && far() == Some(true) {
        return false;
    }
    let percent = |a: Decimal, b: Decimal| a.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(b);
    let (Some(low), Some(high)) = (percent(value - rounding(p), of + rounding(w)), percent(value + rounding(p), of - rounding(w))) else {
        return false;
    };
    (high - low) * FINE <= high && stated >= low - slack && stated <= high + slack
}

/// Amounts so rough that they leave one part in so many of a share open confirm nothing.
const FINE: Decimal = Decimal::from_parts(25, 0, 0, false, 0);

/// "a transfer rate of 91%", "the deposit ratio being 45 per cent", "equivalent to 31 percent of the loans": of things that are no parts of each other.
fn tells_other(context: &Context, i: usize) -> bool {
    let read = context.read;
    let named = |t: usize| read.word_is(t, Class::RATE) || matches!(read.str(t), "ratio" | "equivalent" | "equal" | "corresponding");
    context.near(i).any(named)
}

/// The figures that a share may speak of: the one that says it again behind, the one that it is linked to, the one right in front of it.
fn parts(context: &Context, mentions: &[Mention], i: usize) -> [Option<usize>; 3] {
    let base = mentions.get(i).and_then(|m| m.base);
    let linked = base.map(|(base, _)| base).filter(|base| base.abs_diff(i) == 1 && context.in_sentence(i).contains(base));
    let beside = || base.is_none() && context.gap(i).len() <= FRONT && !context.gap(i).any(|t| is_other(context, t));
    let front = context.previous(i).filter(|_| context.restates(i) || beside());
    [said_again(context, i), linked, front]
}

/// Tokens between a part and the share that it "contributed".
const FRONT: usize = 3;

/// Whether a word leads to another whole or away from the part.
fn is_other(context: &Context, t: usize) -> bool {
    context.read.word_is(t, Class::AND | Class::THAN | Class::FROM | Class::TO)
}

/// "35 per cent of it (93.6 million)", "Half of them, 4,935,", "one in six jobs, or 19,480,", "four out of five graduates – 757 in all –".
fn said_again(context: &Context, i: usize) -> Option<usize> {
    let read = context.read;
    let next = context.next(i)?;
    let gap = context.gap(next);
    if context.restates(next) {
        return Some(next);
    }
    let pronoun = read.str(gap.start) == "of" && of_pronoun(context, gap.start) && gap.len() == 3;
    let joint = gap.end.checked_sub(1)?;
    let opens = read.is_mark(joint, '(') || read.is_mark(joint, ',') || read.is_mark(joint, '–') || read.is_mark(joint, '—');
    let close = context.after(next).start;
    let closes = !read.is_word(close) || matches!((read.str(close), read.str(close + 1)), ("in", "all" | "total"));
    (pronoun && opens && closes).then_some(next)
}

/// Figures and sentences back to a whole.
const REACH: usize = 16;
const SENTENCES: usize = 3;

/// The nearest figure that a part makes the printed share of: its own total before any other.
fn whole(context: &Context, mentions: &[Mention], part: usize, share: usize) -> Option<usize> {
    let this =
        mentions.get(part).filter(|m| m.stands_alone() && m.per.is_none() && !is_beside(context, part) && !context.is_balance(part))?;
    if this.unit.is_none_or(Unit::is_time) || context.restates(part) && part < share {
        return None;
    }
    let topic = context.topic(part);
    // "400 ships (5 per cent of the fleet)": a round share may be of something that is not told.
    let named = name_of_whole(context, share).filter(|_| mentions.get(share).is_some_and(|m| m.precision.is_some_and(|p| p >= 0)));
    let fits = |w: &usize| {
        let alike = |m: &Mention| {
            let like = same_measure(m, this) && like_noun(m, this) || counted_alike(m, this);
            like && m.stands_alone() && m.per.is_none() && this.sentence.saturating_sub(m.sentence) <= SENTENCES
        };
        mentions.get(*w).is_some_and(alike)
            && makes(mentions, part, *w, share)
            && context.topic(*w) == topic
            && !is_yardstick(context, *w)
            && named.as_ref().is_none_or(|name| is_named(context, *w, name))
    };
    let own = this.of.map(|(total, _)| total).filter(|w| makes(mentions, part, *w, share));
    let first = part.min(share);
    own.or_else(|| (first.saturating_sub(REACH)..first).rev().find(fits))
}

/// The words behind "of" that name the whole of a share, unless it is "it" or a total.
fn name_of_whole(context: &Context, share: usize) -> Option<Range<usize>> {
    let read = context.read;
    let after = context.after(share);
    if read.str(after.start) != "of" || of_pronoun(context, after.start) {
        return None;
    }
    let end = read.find_word(after.start + 1..after.end, Class::CLAUSE_END | Class::AUXILIARY | Class::VERB | Class::PREPOSITION);
    let name = after.start + 1..end.unwrap_or(after.end);
    let total = name.clone().any(|t| read.word_is(t, Class::TOTAL | Class::TOTAL_NOUN) || matches!(read.str(t), "all" | "these" | "those"));
    (!total && !name.is_empty()).then_some(name)
}

/// The shares near a figure that speak of it.
fn shares_of(mentions: &[Mention], part: usize) -> impl Iterator<Item = usize> {
    let near = part.saturating_sub(SHARES)..mentions.len().min(part + SHARES + 1);
    near.filter(move |s| mentions.get(*s).is_some_and(|m| m.kind == Kind::Share && m.base.is_some_and(|(base, _)| base == part)))
}

/// Figures on each side of a part among which its shares stand.
const SHARES: usize = 4;

/// Whether a part makes the share of a whole: a printed one to its last digit, one in words nearly.
fn makes(mentions: &[Mention], part: usize, whole: usize, share: usize) -> bool {
    let Some(stated) = mentions.get(share) else { return false };
    if !stated.in_words {
        return agrees(mentions, part, whole, share, true);
    }
    let value = |j: usize| mentions.get(j).filter(|m| rounding(m) * Decimal::TEN <= m.amount.one().unwrap_or_default())?.amount.one();
    let (Some(p), Some(w), Some(s)) = (value(part), value(whole), stated.amount.one()) else { return false };
    let told = p.checked_mul(Decimal::ONE_HUNDRED).and_then(|p| p.checked_div(w));
    p < w && told.is_some_and(|told| (told - s).abs() * IN_WORDS <= s)
}

/// A share in words may miss by one part in so many: "just over half" of 51.5 per cent.
const IN_WORDS: Decimal = Decimal::from_parts(16, 0, 0, false, 0);
