//! Parts that only arithmetic tells, whatever stands between them: "invested 3.6 million, 45 percent of it (1.62 million) in training. The other 1.98
//! million covered services", "landings were 38,600 tonnes; with 17,450 tonnes from ponds, production stood at 56,050 tonnes".
//!
//! From figures that follow each other in a few sentences, to the figure right before them or right behind them that they come to. It comes last: only
//! totals whose parts are not all found are asked, and only runs that begin or end beside them.

use super::Context;
use super::beside::is_beside;
use super::sums::{comes_to, like_noun, said_behind, sum};
use crate::analysis::{Kind, Unit};
use crate::language::Class;
use crate::quantity::Mention;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

/// Links figures to the totals beside them that they come to.
pub(super) fn link_agreed_sums(context: &Context, mentions: &mut [Mention]) {
    let Amounts { groups, order } = Amounts::of(context, mentions);
    let mut parts = Parts::of(mentions);
    let mut candidates: Vec<(usize, f64)> = Vec::new();
    for (group, place) in order {
        let amounts = groups.get(group).map(Vec::as_slice).unwrap_or_default();
        let Some(whole) = amounts.get(place).filter(|whole| whole.total && !parts.fill(mentions, whole.at)) else { continue };
        let total = whole.at;
        let one_of = |part: &Amount| {
            let other = || mentions.get(part.at)?.of.filter(|(other, _)| *other != total && parts.fill(mentions, *other));
            (part.could_be_of(whole) && other().is_none()).then_some((part.at, part.value))
        };
        let near = |part: &&Amount| part.sentence.abs_diff(whole.sentence) <= SENTENCES;
        candidates.clear();
        let behind = amounts.iter().skip(place + 1).take_while(|part| part.at < total + REACH);
        candidates.extend(behind.take_while(near).filter_map(one_of));
        let found = run(context, mentions, (total, whole.value), &candidates);
        let found = found.or_else(|| opened_run(context, mentions, (total, whole.value), &candidates));
        let found = found.or_else(|| told_at_once(context, mentions, (total, whole.value), &candidates)).or_else(|| {
            candidates.clear();
            let before = amounts.iter().take(place).rev().take_while(|part| part.at + REACH >= total);
            candidates.extend(before.take_while(near).filter_map(one_of));
            run(context, mentions, (total, whole.value), &candidates)
        });
        let linked = found.is_some();
        for part in found.into_iter().flatten() {
            let planned = parts_of_plan(mentions, part) && !whole.planned;
            if let Some(m) = mentions.get_mut(part).filter(|m| m.of.is_none_or(|(of, _)| of != total)) {
                m.of = Some((total, "agreed_sum"));
                if planned {
                    m.kind = Kind::Level;
                }
            }
        }
        if linked || parts.has(total) {
            parts.refresh(mentions, total);
        }
    }
}

/// Sentences on each side of a total, and figures of each, in which its parts are looked for.
const SENTENCES: usize = 2;
const REACH: usize = 16;
/// Parts of one total.
const MOST: usize = 8;

/// What is asked of a figure again and again: asked once.
struct Amount {
    at: usize,
    value: f64,
    sentence: usize,
    planned: bool,
    /// Whether it could be a total.
    total: bool,
}

impl Amount {
    /// Whether it could be a part of a total of its group: it is smaller, and no plan where that is none.
    fn could_be_of(&self, total: &Self) -> bool {
        self.value < total.value && (total.planned || !self.planned)
    }
}

/// The figures that state an amount by themselves, and neither only to be compared with nor as a balance.
struct Amounts {
    /// Those of one topic that are measured alike together, in the order of the text.
    groups: Vec<Vec<Amount>>,
    /// The group of each, and its place there, in the order of the text.
    order: Vec<(usize, usize)>,
}

impl Amounts {
    fn of(context: &Context, mentions: &[Mention]) -> Self {
        let mut all = Self { groups: Vec::new(), order: Vec::with_capacity(mentions.len()) };
        let mut keys = Vec::new();
        for (at, m) in mentions.iter().enumerate().filter(|(_, m)| m.stands_alone()) {
            let Some(unit) = m.unit.filter(|u| !u.is_time() && !u.is_relative()) else { continue };
            if context.leads_from(at) || context.is_balance(at) || is_beside(context, at) {
                continue;
            }
            let Some(value) = m.amount.one().and_then(|v| v.to_f64()).filter(|v| *v > 0.0) else { continue };
            // All that is counted is measured alike. "3 lakh a house, in three tranches": what all of them are per.
            let measure = if unit.is_counted() { Unit::Count } else { unit };
            let key = (context.topic(at), measure, m.per.as_deref());
            // The topic that is spoken of stands last.
            let group = keys.iter().rposition(|known| *known == key).unwrap_or_else(|| {
                keys.push(key);
                all.groups.push(Vec::new());
                keys.len() - 1
            });
            if let Some(amounts) = all.groups.get_mut(group) {
                all.order.push((group, amounts.len()));
                let planned = m.kind == Kind::Target && !parts_of_plan(mentions, at);
                amounts.push(Amount { at, value, sentence: m.sentence, planned, total: !m.in_words });
            }
        }
        all
    }
}

/// "9.9 billion was lent against a target of 9.4 billion. Half of it, 4.9 billion, ...": whether a figure is planned only as part of a plan.
fn parts_of_plan(mentions: &[Mention], part: usize) -> bool {
    let part = mentions.get(part).filter(|m| m.kind == Kind::Target);
    let whole = part.and_then(|m| m.of).and_then(|(whole, _)| mentions.get(whole));
    whole.is_some_and(|whole| whole.kind == Kind::Target)
}

/// The parts that each total has, as their sum.
struct Parts {
    sums: Vec<(Decimal, u32)>,
}

impl Parts {
    fn of(mentions: &[Mention]) -> Self {
        let mut parts = Self { sums: vec![(Decimal::ZERO, 0); mentions.len()] };
        for m in mentions {
            if let Some((total, _)) = m.of {
                parts.add(total, m);
            }
        }
        parts
    }

    fn add(&mut self, total: usize, part: &Mention) {
        if let Some((sum, count)) = self.sums.get_mut(total) {
            *sum = part.amount.one().and_then(|v| sum.checked_add(v)).unwrap_or(*sum);
            *count += 1;
        }
    }

    /// Whether a total has any.
    fn has(&self, total: usize) -> bool {
        self.sums.get(total).is_some_and(|(_, count)| *count > 0)
    }

    /// Counts the parts of one total anew.
    fn refresh(&mut self, mentions: &[Mention], total: usize) {
        if let Some(sum) = self.sums.get_mut(total) {
            *sum = (Decimal::ZERO, 0);
        }
        let near = total.saturating_sub(REACH)..mentions.len().min(total + REACH);
        for m in near.filter_map(|j| mentions.get(j)).filter(|m| m.of.is_some_and(|(t, _)| t == total)) {
            self.add(total, m);
        }
    }

    /// Whether the parts that a total has come to it: "2 billion, of which 1.2 was given and 0.8 lent; 0.6 went to roads and 1.4 to wells" is
    /// divided twice.
    fn fill(&self, mentions: &[Mention], total: usize) -> bool {
        // Most have none.
        let Some((sum, _)) = self.sums.get(total).filter(|(_, count)| *count > 1) else { return false };
        value(mentions, total).is_some_and(|whole| *sum == whole || *sum == whole * Decimal::TWO)
    }
}

/// The first candidates that together come to the total, without those that are parts of others, or with them where they were linked for want of better.
fn run(context: &Context, mentions: &[Mention], (total, about): (usize, f64), candidates: &[(usize, f64)]) -> Option<Vec<usize>> {
    let all: f64 = candidates.iter().map(|(_, value)| value).sum();
    if candidates.len() < 2 || all < about * (1.0 - CLOSE) {
        return None;
    }
    let known = |t: usize| candidates.iter().any(|(j, _)| *j == t);
    let nested = |j: usize| mentions.get(j).and_then(|m| m.of).is_some_and(|(t, _)| t != total && known(t));
    let all = || first_run(mentions, (total, about), candidates);
    let found = if candidates.iter().any(|(j, _)| nested(*j)) {
        let outer: Vec<(usize, f64)> = candidates.iter().copied().filter(|(j, _)| !nested(*j)).collect();
        first_run(mentions, (total, about), &outer).or_else(all)
    } else {
        all()
    };
    // "from 404 euros a month by 5 euros to 409".
    let rate = mentions.get(total).is_some_and(|m| m.per.is_some());
    found.filter(|parts| (!rate || parts.len() > 2) && is_certain(context, mentions, total, parts))
}

/// "1.6 billion was spent; the year before it was 1.4 billion. Of this, 1.1 billion went on wages and 0.5 billion on the rest": the parts of a statement that
/// opens with a word of parts, which come to more than what they were linked to, and to the total exactly.
fn opened_run(context: &Context, mentions: &[Mention], total: (usize, f64), candidates: &[(usize, f64)]) -> Option<Vec<usize>> {
    let opens = |j: usize| context.in_sentence(j).start == j && context.read.phrase_is(context.sentence(j).start, Class::PARTS);
    let first = candidates.iter().position(|(j, _)| opens(*j))?;
    let found = first_run(mentions, total, candidates.get(first..)?)?;
    let linked = found.first().and_then(|j| mentions.get(*j)?.of).map(|(of, _)| of).filter(|of| *of != total.0)?;
    let exceeded = value(mentions, linked) < Some(sum(mentions, &found));
    exceeded.then_some(found)
}

/// "Acceptances stood at 6,020, an increase of 630 on the 5,390 of the year before. By quarter they were 1,380, 1,460, 1,510 and 1,670": three or more
/// with which one sentence begins come to the total, whatever stands between.
fn told_at_once(context: &Context, mentions: &[Mention], total: (usize, f64), candidates: &[(usize, f64)]) -> Option<Vec<usize>> {
    let sentence = |j: usize| mentions.get(j).map(|m| m.sentence);
    let own = sentence(total.0);
    let told = candidates
        .chunk_by(|a, b| sentence(a.0) == sentence(b.0))
        .filter(|one| one.len() > 2 && one.first().and_then(|(j, _)| sentence(*j)) != own);
    told.filter_map(|one| run(context, mentions, total, one)).find(|parts| parts.len() > 2)
}

/// The first candidates that together come to the total.
fn first_run(mentions: &[Mention], (total, about): (usize, f64), candidates: &[(usize, f64)]) -> Option<Vec<usize>> {
    let mut so_far = 0.0;
    for (place, (_, part)) in candidates.iter().take(MOST).enumerate() {
        so_far += part;
        if so_far > about * (1.0 + CLOSE) {
            return None;
        }
        if so_far >= about * (1.0 - CLOSE) {
            let parts: Vec<usize> = candidates.iter().take(place + 1).map(|(j, _)| *j).collect();
            return (parts.len() > 1 && Some(sum(mentions, &parts)) == value(mentions, total)).then_some(parts);
        }
    }
    None
}

/// Sums of doubles may be off by so much; then they are added exactly.
const CLOSE: f64 = 1e-9;

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

/// Tokens behind a total that say it is split.
const SPLIT: usize = 5;

/// "together provided 1.8 million", "bringing the figures to 685", "in all": whether words tell that a figure sums up.
fn is_said(context: &Context, total: usize) -> bool {
    let near = context.near(total);
    let word = |t: usize| matches!(context.read.str(t), "together" | "combined" | "altogether" | "bringing" | "overall");
    // "the other 94 are split between".
    let behind = context.end(total)..context.after(total).end.min(context.end(total) + SPLIT);
    let split = |t: usize| matches!(context.read.str(t), "split" | "divided" | "shared");
    said_behind(context, total)
        || comes_to(context, total)
        || behind.into_iter().any(split)
        || context.read.find(near.clone(), Class::TOTAL).is_some()
        || near.clone().any(word)
}

fn value(mentions: &[Mention], j: usize) -> Option<Decimal> {
    mentions.get(j)?.amount.one()
}
