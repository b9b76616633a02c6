//! Levels that arithmetic gives to a rate or a step: "57,250 households were accepted, down 4% from 59,640, or 2.4 per 1,000", "998,000 people, exceeding the
//! planned figure of 965,000 by 3.4%", "added 33,400 jobs, a gain of 1.7 percent, bringing payrolls to 1,946,200".
//!
//! From growths, steps and gaps whose base no former level beside it leads to, to the level that one does lead to by what is printed.

use super::Context;
use super::beside::is_beside;
use super::named::is_yardstick;
use super::sums::{comes_to, half_unit, like_noun, rounding};
use crate::analysis::{Kind, Unit};
use crate::language::Class;
use crate::quantity::Mention;
use rust_decimal::Decimal;

/// Figures on each side that may be the levels of a rate.
const REACH: usize = 6;

/// Links rates and steps to the level that they lead to.
pub(super) fn link_agreed_growths(context: &Context, mentions: &mut [Mention]) {
    for i in 0..mentions.len() {
        if let Some(result) = beyond_goal(context, mentions, i) {
            if let Some(m) = mentions.get_mut(i) {
                (m.kind, m.base) = (Kind::Gap, Some((result, "agreed_growth")));
            }
            continue;
        }
        if !mentions.get(i).is_some_and(|m| matches!(m.kind, Kind::Growth | Kind::Change | Kind::Gap)) {
            continue;
        }
        if let Some((step, rate, level)) = brought_to(context, mentions, i) {
            for j in [step, rate] {
                if let Some(m) = mentions.get_mut(j) {
                    m.base = Some((level, "agreed_growth"));
                }
            }
            continue;
        }
        let level = later_level(context, mentions, i);
        if let (Some(level), Some(m)) = (level, mentions.get_mut(i)) {
            m.base = Some((level, "agreed_growth"));
        }
    }
}

/// "enrolled 12,750 people, surpassing by 6.3% the goal of 12,000": a percentage that was taken for a goal, and the result that is beyond the goal by it.
fn beyond_goal(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let rate = mentions.get(i).filter(|m| m.unit == Some(Unit::Percent) && m.kind == Kind::Target && !m.in_words)?;
    let goal = context.next(i).filter(|n| is_yardstick(context, *n) || mentions.get(*n).is_some_and(|m| m.kind == Kind::Target))?;
    let plan = mentions.get(goal)?;
    let result = |l: &usize| {
        mentions.get(*l).is_some_and(|l| l.stands_alone() && l.kind != Kind::Target && like(plan, l) && steps(plan, l, rate, FINE))
    };
    (context.in_sentence(i).start.max(i.saturating_sub(REACH))..i).rev().find(result)
}

/// The level that a former one of the sentence leads to, where the base that was found, if any, has no former one.
fn later_level(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let this = mentions.get(i).filter(|m| m.amount.one().is_some() && !m.in_words)?;
    let sentence = context.in_sentence(i);
    let near = sentence.start.max(i.saturating_sub(REACH))..sentence.end.min(i + REACH);
    let level = |j: &usize| *j != i && mentions.get(*j).is_some_and(Mention::stands_alone);
    let levels: Vec<usize> = near.filter(level).collect();
    let leads = |f: usize, l: usize, fine| {
        f != l && mentions.get(f).zip(mentions.get(l)).is_some_and(|(f, l)| like(f, l) && steps(f, l, this, fine))
    };
    let base = this.base.map(|(base, _)| base);
    let former = |f: usize| {
        is_beside(context, f)
            || opens_in_time_before(context, f)
            || context.leads_from(f)
            || is_yardstick(context, f)
            || mentions.get(f).is_some_and(|m| m.kind == Kind::Target)
    };
    let formers: Vec<usize> = levels.iter().copied().filter(|f| former(*f)).collect();
    if formers.is_empty() || base.is_some_and(|base| levels.iter().any(|f| leads(*f, base, FINE))) {
        return None;
    }
    // "1.28 million guests (2019: 1.24 million) and 312 million in revenue (2019: 294 million), up 3.2% and 6.1% respectively": what was found is a former
    // level, or has one of its own that does not fit.
    let unfit = base.is_some_and(|base| formers.iter().any(|f| *f == base || *f == base + 1));
    let fine = if unfit { ROUGH } else { FINE };
    let mut in_order = levels.iter().copied().filter(|l| *l < i).rev().chain(levels.iter().copied().filter(|l| *l > i));
    let found = |l: &usize| !formers.contains(l) && formers.iter().any(|f| leads(*f, *l, fine));
    if let Some(here) = in_order.find(found) {
        return Some(here);
    }
    // "13,910 came from water. It fell by 1,205 from 15,115 in 2017": the level stands in a sentence before.
    let before = sentence.start.checked_sub(1)?;
    let topic = context.topic(i);
    let near = |j: &usize| mentions.get(*j).is_some_and(|m| m.sentence + SENTENCES >= this.sentence) && context.topic(*j) == topic;
    let told = |l: &usize| level(l) && !former(*l) && formers.iter().any(|f| leads(*f, *l, EXACT));
    (before.saturating_sub(REACH)..=before).rev().take_while(near).find(told)
}

/// "34,510 houses are built. A year ago only 21,400 were": whether the sentence of a figure begins with the time before.
fn opens_in_time_before(context: &Context, f: usize) -> bool {
    let start = context.sentence(f).start;
    let said = start..context.before(f).end.min(start + OPENING);
    context.in_sentence(f).start == f && context.read.find(said, Class::LAST_YEAR).is_some()
}

/// Tokens that begin a sentence.
const OPENING: usize = 5;

/// Sentences back to a level whose former one and step are told behind it.
const SENTENCES: usize = 2;

/// Whether two levels are of one measure.
fn like(a: &Mention, b: &Mention) -> bool {
    // "207,480 houses are finished. Compared with 154,912 units a year ago".
    let stands_for = |m: &Mention| m.head.as_deref() == Some("unit");
    let named = like_noun(a, b) || stands_for(a) || stands_for(b);
    a.unit == b.unit && a.per == b.per && named && !a.unit.is_some_and(Unit::is_time)
}

/// Whether one level leads to the other by a printed rate or step, within the rounding of all three.
fn steps(former: &Mention, later: &Mention, step: &Mention, fine: Decimal) -> bool {
    let (Some(from), Some(to), Some(stated)) = (former.amount.one(), later.amount.one(), step.amount.one()) else { return false };
    if from <= Decimal::ZERO || stated <= Decimal::ZERO {
        return false;
    }
    let slack = rounding(former) + rounding(later);
    let moved = (to - from).abs();
    if step.unit == Some(Unit::Percent) {
        let percent = |moved: Decimal| moved.checked_mul(Decimal::ONE_HUNDRED).and_then(|m| m.checked_div(from));
        let grain = step.precision.map_or(Decimal::ZERO, half_unit);
        let (Some(low), Some(high)) = (percent(moved - slack), percent(moved + slack)) else { return false };
        return high - low <= stated / fine + grain && stated >= low - grain && stated <= high + grain;
    }
    let grain = rounding(step);
    step.unit == later.unit && like_noun(step, later) && slack + grain <= stated / fine && (moved - stated).abs() <= slack + grain
}

/// Levels so rough that they leave one part in so many of a step open confirm nothing: of two side by side, where what was found cannot be, and of two in
/// different sentences.
const FINE: Decimal = Decimal::from_parts(8, 0, 0, false, 0);
const ROUGH: Decimal = Decimal::TWO;
const EXACT: Decimal = Decimal::from_parts(25, 0, 0, false, 0);

/// "added 33,400 jobs, a gain of 1.7 percent, bringing payrolls to 1,946,200": a step, its rate, and what they bring it to.
fn brought_to(context: &Context, mentions: &[Mention], step: usize) -> Option<(usize, usize, usize)> {
    let change = mentions.get(step).filter(|m| m.kind == Kind::Change && !m.unit.is_some_and(Unit::is_relative))?;
    let rate = context.next(step).filter(|r| mentions.get(*r).is_some_and(|m| m.kind == Kind::Growth && m.unit == Some(Unit::Percent)))?;
    let level =
        context.next(rate).filter(|l| comes_to(context, *l) || context.lead(*l).is_some_and(|t| context.read.word_is(t, Class::TO)))?;
    let (later, rate_of) = (mentions.get(level).filter(|m| m.stands_alone())?, mentions.get(rate)?);
    let open = |m: &Mention| m.base.is_none_or(|(base, rule)| rule == "growth_of_change" || base == step || base == level);
    let counted = |m: &Mention| m.unit.is_some_and(Unit::is_counted);
    let alike = later.unit == change.unit || counted(later) && counted(change);
    let mut former = later.clone();
    former.amount = crate::analysis::Amount::One(later.amount.one()?.checked_sub(change.amount.one()?)?);
    (open(change) && open(rate_of) && alike && steps(&former, later, rate_of, FINE)).then_some((step, rate, level))
}
