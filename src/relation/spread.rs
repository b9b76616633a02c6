//! Parts that are told over several sentences, known by arithmetic: "Sales reached 4,219.6 million. ... Wholesale fell to 3,137.7 million. Direct
//! sales rose to 1,081.9 million", "87 million bushels are stored on farms. Off-farm stocks, at 152 million, ...".
//!
//! From figures of neighbouring sentences, to links to the total that the sentence before them or their topic begins with. Only totals with
//! digits enough are looked for, and all figures of one measure in those sentences are taken together, so that chance has no say.

use super::Context;
use super::beside::is_beside;
use super::sums::{could_be_part, counted_alike, like_noun, link, rounds_to, same_measure, sum};
use crate::analysis::{Unit, significant_digits};
use crate::quantity::Mention;
use rust_decimal::Decimal;
use std::ops::Range;

/// Sentences that the parts of one total are told in.
const SENTENCES: usize = 6;
/// How far before its parts the total may stand, in figures.
const REACH: usize = 24;
/// Significant digits of a total whose parts are told over sentences.
const FINE: u32 = 4;
/// Significant digits of a total that one more figure completes.
const COMPLETED: u32 = 3;

/// Links figures of neighbouring sentences to a total that they come to.
pub(super) fn link_spread_sums(context: &Context, possible: &[bool], mentions: &mut [Mention]) {
    let totals = fine_totals(mentions);
    let mut i = 0;
    while i < mentions.len() {
        let sentence = context.in_sentence(i);
        for first in sentence.clone() {
            if begins_run(possible, mentions, &sentence, first) {
                link_run(context, possible, mentions, &totals, first);
            }
            complete(context, possible, mentions, first);
        }
        link_divided(context, possible, mentions, &sentence);
        i = sentence.end.max(i + 1);
    }
}

/// Whether figure `first` could be a part, and the first of its measure in its sentence.
fn begins_run(possible: &[bool], mentions: &[Mention], sentence: &Range<usize>, first: usize) -> bool {
    let Some(this) = mentions.get(first).filter(|_| could_be_part(possible, mentions, first)) else { return false };
    let like = |j: usize| mentions.get(j).is_some_and(|m| same_sort(m, this)) && could_be_part(possible, mentions, j);
    !(sentence.start..first).any(like)
}

/// Whether two figures could be parts of one total.
fn same_sort(a: &Mention, b: &Mention) -> bool {
    a.unit == b.unit && like_noun(a, b) || counted_alike(a, b)
}

/// Links the run of figures that begins with `first`, over as many sentences as come to a total.
fn link_run(context: &Context, possible: &[bool], mentions: &mut [Mention], totals: &[usize], first: usize) {
    let Some(this) = mentions.get(first) else { return };
    let totals: Vec<usize> = totals_before(context, mentions, totals, first).collect();
    if totals.is_empty() {
        return;
    }
    let mut run: Vec<usize> = Vec::new();
    let mut sentence = context.in_sentence(first);
    let mut at = first;
    for _ in 0..SENTENCES {
        let like = |j: &usize| mentions.get(*j).is_some_and(|m| same_sort(m, this)) && could_be_part(possible, mentions, *j);
        let before = run.len();
        // "That is 18 per cent more than the 39,340 tons of 2019", "from 112 to 167 tons": a former level is no part.
        run.extend((at..sentence.end).filter(like).filter(|j| !is_beside(context, *j) && !context.leads_from(*j)));
        if run.len() == before && !(at..sentence.end).any(|j| like(&j)) {
            return;
        }
        if run.len() > 1.max(before)
            && let Some(total) = totals.iter().find(|total| comes_to(mentions, **total, &run))
        {
            link(mentions, run.iter(), *total);
            return;
        }
        let next = context.in_sentence(sentence.end);
        if next.is_empty() || !follows(context, sentence.start, next.start) {
            return;
        }
        (at, sentence) = (next.start, next);
    }
}

/// Whether the sentence of figure `b` stands right behind that of figure `a`.
fn follows(context: &Context, a: usize, b: usize) -> bool {
    context.follows_on(a, b)
}

/// Whether the figures come to a total of so many digits that no chance makes them.
fn is_exact(mentions: &[Mention], total: usize, run: &[usize]) -> bool {
    let whole = mentions.get(total).and_then(|t| t.amount.one());
    whole.is_some_and(|whole| whole == sum(mentions, run) && significant_digits(whole) > COMPLETED)
}

/// Figures of a sentence that divides something; an endless one is a table.
const LONGEST: usize = 48;

/// Words in front of a figure that name it as what is left of a total.
const REST: usize = 3;

/// "207,480 houses were finished, 9,816 units were under way, and the remaining 5,321 units had not been begun": all that a sentence divides, by
/// whatever noun, of a total before it.
fn link_divided(context: &Context, possible: &[bool], mentions: &mut [Mention], sentence: &Range<usize>) {
    if !(2..=LONGEST).contains(&sentence.len()) {
        return;
    }
    let free = |j: &usize| could_be_part(possible, mentions, *j) && !is_beside(context, *j);
    // "the remaining 570", "and all other heads 0.2 million".
    let rest =
        |j: usize| context.near(j).rev().take(REST).any(|t| matches!(context.read.str(t), "remaining" | "other" | "others" | "rest"));
    let Some(last) = sentence.clone().rev().find(|j| free(j) && rest(*j)) else { return };
    let unit = mentions.get(last).map(|m| m.unit);
    let parts: Vec<usize> = (sentence.start..=last).filter(free).filter(|j| mentions.get(*j).map(|m| m.unit) == unit).collect();
    // "the track of 55 km, of which 33 km is formed and the remaining 22 km is due".
    if let Some((first, others)) = parts.split_first()
        && others.len() > 1
        && mentions.get(*first).and_then(|m| m.amount.one()) == Some(sum(mentions, others))
    {
        link(mentions, others.iter(), *first);
        return;
    }
    let whole = |t: &usize| {
        let like = mentions.get(*t).is_some_and(|m| Some(m.unit) == unit && m.stands_alone() && m.per.is_none());
        like && context.topic(*t) == context.topic(last)
    };
    let before = || (sentence.start.saturating_sub(REACH)..sentence.start).rev().filter(whole);
    // "9.46 billion was spent. Housing took 7.98 billion, schools 0.62, roads 0.41 and all other heads 0.55": meant so where the text has slipped.
    let slipped = |t: &usize| parts.len() > 2 && follows(context, *t, last) && !is_beside(context, *t) && nearly(mentions, *t, &parts);
    let total = before().find(|t| is_exact(mentions, *t, &parts)).or_else(|| before().find(slipped));
    if let Some(total) = total.filter(|_| parts.len() > 1) {
        link(mentions, parts.iter(), total);
    }
}

/// Whether figures miss a total by so little that one of them is a slip.
fn nearly(mentions: &[Mention], total: usize, run: &[usize]) -> bool {
    let whole = mentions.get(total).and_then(|t| t.amount.one());
    whole.is_some_and(|whole| (whole - sum(mentions, run)).abs() * SLIP <= whole)
}

/// One part in so many.
const SLIP: Decimal = Decimal::from_parts(50, 0, 0, false, 0);

fn comes_to(mentions: &[Mention], total: usize, run: &[usize]) -> bool {
    mentions.get(total).and_then(|t| t.amount.one()).is_some_and(|whole| whole == sum(mentions, run)) || rounds_to(mentions, total, run)
}

/// The figures that have digits enough to be a total whose parts are told over sentences.
fn fine_totals(mentions: &[Mention]) -> Vec<usize> {
    // Most numbers have fewer digits, significant or not.
    let long = |v: Decimal| v.mantissa().unsigned_abs() >= 10_u128.pow(FINE - 1) && significant_digits(v) >= FINE;
    let fine = |m: &Mention| m.stands_alone() && m.per.is_none() && m.amount.one().is_some_and(long);
    mentions.iter().enumerate().filter(|(_, m)| fine(m)).map(|(t, _)| t).collect()
}

/// Those of the `totals` that figure `first` could be a part of: those of the sentence before, and the one its topic begins with.
fn totals_before<'m>(context: &Context, mentions: &'m [Mention], totals: &'m [usize], first: usize) -> impl Iterator<Item = usize> + 'm {
    let start = context.in_sentence(first).start;
    let near = start.checked_sub(1).map_or(start..start, |before| context.in_sentence(before));
    let topic = context.topic_start(first).map_or(0, |heading| heading.start);
    let this = mentions.get(first);
    let whole = move |j: &usize| {
        mentions.get(*j).zip(this).is_some_and(|(t, this)| {
            let alike = same_measure(t, this) && like_noun(t, this) || counted_alike(t, this);
            alike && t.amount.bounds() > this.amount.bounds()
        })
    };
    let front = totals.get(..totals.partition_point(|t| *t < start)).unwrap_or_default();
    let (far, near) = front.split_at(front.len() - front.iter().rev().take_while(|t| **t >= near.start).count());
    let far = far.iter().copied().skip(far.len() - far.iter().rev().take_while(|t| **t + REACH >= start).count());
    let headline = far.skip_while(move |j| mentions.get(*j).is_some_and(|m| m.first < topic)).find(whole);
    near.iter().copied().filter(whole).chain(headline)
}

/// "Of the total of 239 million, 87 million are stored on farms. Off-farm stocks are 152 million": one figure makes a list full whose
/// last part stands in its sentence or in the one before.
fn complete(context: &Context, possible: &[bool], mentions: &mut [Mention], i: usize) {
    let Some(this) = mentions.get(i).filter(|_| could_be_part(possible, mentions, i)) else { return };
    let sentence = context.in_sentence(i);
    let from = sentence.start.checked_sub(1).map_or(sentence.start, |before| context.in_sentence(before).start);
    let Some((total, last)) = (from..i).rev().find_map(|j| Some((mentions.get(j)?.of?.0, j))) else { return };
    let Some(whole) = mentions.get(total).filter(|_| total < i && follows(context, last, i)) else { return };
    // "75,138 badly, 33,075 moderately and 114,404 lightly damaged units" of 222,617 houses: called otherwise.
    let counted = |m: &Mention| m.unit.is_some_and(Unit::is_counted);
    let like_unit = || whole.unit == this.unit || counted(whole) && counted(this);
    let alike = same_measure(whole, this) && like_noun(whole, this);
    let fine = || whole.amount.one().is_some_and(|v| significant_digits(v) >= COMPLETED);
    let could_be = (alike || sentence.contains(&last) && like_unit()) && fine();
    if !could_be {
        return;
    }
    let of_total = |j: &usize| mentions.get(*j).and_then(|m| m.of).is_some_and(|(t, _)| t == total);
    let known: Vec<usize> = (total.min(from)..i).filter(of_total).collect();
    let with_this: Vec<usize> = known.iter().copied().chain([i]).collect();
    // What is smaller than the rounding of the others completes nothing.
    let matters = || !comes_to(mentions, total, &known);
    if (alike || is_exact(mentions, total, &with_this)) && comes_to(mentions, total, &with_this) && matters() {
        link(mentions, [i].iter(), total);
    }
}
