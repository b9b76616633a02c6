//! The figure that a change, growth, share, gap or average qualifies.

use super::Context;
use super::average::average_base;
use super::named::of_pronoun;
use crate::analysis::{Kind, Unit};
use crate::language::Class;
use crate::quantity::Mention;
use crate::text::lowered;
use rust_decimal::Decimal;

/// Links every qualifying figure that "respectively" has not paired.
pub(super) fn link_bases(context: &Context, mentions: &mut [Mention]) {
    for i in 0..mentions.len() {
        let Some(this) = mentions.get(i) else { continue };
        if this.base.is_some() {
            continue;
        }
        let base = match this.kind {
            Kind::Growth => growth_base(context, mentions, i).or_else(|| growth_of_change(context, mentions, i)),
            Kind::Gap => set_against_plan(context, mentions, i).or_else(|| gap_base(context, mentions, i)),
            Kind::Change => change_base(context, mentions, i),
            Kind::Share => share_base(context, mentions, i),
            Kind::Average => average_base(context, mentions, i),
            Kind::Ratio => nearest_before(context, mentions, i, |_| true),
            Kind::Level | Kind::Target => None,
        };
        if let Some(this) = mentions.get_mut(i) {
            this.base = base;
        }
    }
}

type Link = Option<(usize, &'static str)>;

fn nearest_before(context: &Context, mentions: &[Mention], i: usize, fits: impl Fn(&Mention) -> bool) -> Link {
    let mut at = i;
    while let Some(previous) = context.previous(at) {
        at = previous;
        let alone = mentions.get(at).is_some_and(|m| m.stands_alone() && !m.unit.is_some_and(Unit::is_time) && fits(m));
        if alone && !counts_places(context, mentions, at) {
            return Some((at, "nearest_before"));
        }
    }
    None
}

/// "increased by 20% to 300 million yuan".
fn nearest_behind(context: &Context, mentions: &[Mention], i: usize) -> Link {
    let next = context.next(i)?;
    let leads = context.gap(next).any(|t| context.read.word_is(t, Class::TO) || context.read.str(t) == "reaching");
    let points = mentions.get(i)?.unit == Some(Unit::PercentagePoint) && mentions.get(next)?.unit == Some(Unit::Percent);
    (leads && context.gap(next).len() <= 4 && (points || mentions.get(next)?.stands_alone())).then_some((next, "reached_value"))
}

/// A growth speaks of the amount before it, not of the places that the amount was counted in ("in 53 counties rose by 15.57%").
fn growth_base(context: &Context, mentions: &[Mention], i: usize) -> Link {
    if let Some(one) = former_or_latter(context, mentions, i) {
        return Some((one, "former_latter"));
    }
    let mut at = i;
    while let Some(previous) = context.previous(at) {
        at = previous;
        let alone = mentions.get(at).is_some_and(|m| m.stands_alone() && !m.unit.is_some_and(Unit::is_time));
        if alone && !counts_places(context, mentions, at) && !is_place_of_subject(context, mentions, at) && !context.is_reference(at) {
            return Some((outside_bracket(context, mentions, i, at), "nearest_before"));
        }
    }
    nearest_behind(context, mentions, i)
}

/// "570 million was central and 107 million provincial money; the former grew by 15% and the latter by nearly 200%".
fn former_or_latter(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let said = context.before(i).rev().find_map(|t| match context.read.str(t) {
        "former" => Some(1),
        "latter" => Some(0),
        _ => None,
    })?;
    let mut alone = context.in_sentence(i).rev().filter(|j| *j < i && mentions.get(*j).is_some_and(Mention::stands_alone));
    alone.nth(said)
}

/// "income growth reached 812 yuan, up 17%": where no amount is stated, the growth speaks of its rise.
fn growth_of_change(context: &Context, mentions: &[Mention], i: usize) -> Link {
    let previous = context.previous(i)?;
    let amount = |m: &Mention| m.unit.is_some_and(|u| u.is_currency() || u.is_counted());
    let change = mentions.get(previous).is_some_and(|m| amount(m) && (m.kind == Kind::Change || m.unit.is_some_and(Unit::is_currency)));
    let up = context.read.phrase_is(context.gap(i).end.checked_sub(1)?, Class::RISE);
    (change && up).then_some((previous, "growth_of_change"))
}

/// "2.521 billion yuan (including 30 million yuan of lottery funds), up 24.6%": behind the bracket the total is spoken of again.
fn outside_bracket(context: &Context, mentions: &[Mention], i: usize, near: usize) -> usize {
    let closed = context.gap(i).any(|t| context.read.is_mark(t, ')') || context.read.is_mark(t, ';'));
    let total = mentions.get(near).and_then(|m| m.of).map(|(total, _)| total);
    total.filter(|_| closed).unwrap_or(near)
}

/// "48,215 pupils in 142 schools, an increase of 1.3%": the count behind "in" says where the one in front of it is.
fn is_place_of_subject(context: &Context, mentions: &[Mention], i: usize) -> bool {
    let alike = |m: &Mention| m.stands_alone() && m.unit.is_some_and(Unit::is_counted);
    let subject = context.previous(i).and_then(|p| mentions.get(p)).is_some_and(alike) && mentions.get(i).is_some_and(alike);
    let gap = context.gap(i);
    subject && gap.len() <= 2 && context.lead(i).is_some_and(|t| matches!(context.read.str(t), "in" | "at" | "from" | "across"))
}

/// A count of places behind a preposition says where, not what.
fn counts_places(context: &Context, mentions: &[Mention], i: usize) -> bool {
    let read = context.read;
    let place = mentions.get(i).and_then(|m| m.noun).is_some_and(|n| read.word_is(n.head, Class::PLACE));
    let lead = context.before(i).rev().find(|t| !read.word_is(*t, Class::DETERMINER | Class::OVER | Class::ABOUT | Class::UNDER));
    place && lead.is_some_and(|t| read.word_is(t, Class::PREPOSITION))
}

/// "planned 50 million, issued 66 million for five villages, overfulfilling the task by 32%", "completing 120% of the plan": the result is
/// the figure that compares with the plan as the per cent say, or else the whole of what was listed.
fn set_against_plan(context: &Context, mentions: &[Mention], i: usize) -> Link {
    let this = mentions.get(i).filter(|m| m.unit == Some(Unit::Percent))?;
    let percent = this.amount.one()?;
    let of_plan = if this.kind == Kind::Gap { percent.checked_add(Decimal::ONE_HUNDRED)? } else { percent };
    let figures = context.in_sentence(i).start..i;
    let told = context.next(i).filter(|next| context.tells_plan(*next));
    let plans = figures.clone().chain(told).filter_map(|j| mentions.get(j).filter(|m| m.kind == Kind::Target));
    let near = |result: Decimal, plan: Decimal| {
        result.checked_mul(Decimal::ONE_HUNDRED).and_then(|r| r.checked_div(plan)).is_some_and(|r| (r - of_plan).abs() <= Decimal::ONE)
    };
    for plan in plans {
        let result = figures.clone().rev().find(|j| {
            mentions.get(*j).is_some_and(|m| {
                m.stands_alone()
                    && m.kind != Kind::Target
                    && m.unit == plan.unit
                    && m.amount.one().zip(plan.amount.one()).is_some_and(|(result, plan)| near(result, plan))
            })
        });
        if let Some(result) = result {
            return Some((result, "set_against_plan"));
        }
    }
    None
}

/// A gap is set against the result before it: an amount, an absolute change, or for points a percentage.
fn gap_base(context: &Context, mentions: &[Mention], i: usize) -> Link {
    let points = mentions.get(i)?.unit == Some(Unit::PercentagePoint);
    let mut at = i;
    while let Some(previous) = context.previous(at) {
        at = previous;
        let candidate = mentions.get(at)?;
        let percent = candidate.unit == Some(Unit::Percent);
        if points && percent || !points && !candidate.unit.is_some_and(Unit::is_relative) {
            return Some((at, "nearest_before"));
        }
    }
    None
}

/// A change speaks of a figure of its own unit and noun; the rise of an income that follows from spending has none.
fn change_base(context: &Context, mentions: &[Mention], i: usize) -> Link {
    let this = mentions.get(i)?;
    let income = |j: usize| context.names_income(j);
    let points = this.unit == Some(Unit::PercentagePoint);
    let incidence = |m: &Mention| m.per.as_deref().is_some_and(|p| p.starts_with(|c: char| c.is_ascii_digit()));
    let fits = |j: usize, m: &Mention| {
        incidence(this) == incidence(m)
            && (m.unit == this.unit && (m.head.is_none() || this.head.is_none() || m.head == this.head) || points)
            && (!income(i) || income(j))
    };
    // "rose to 23%, while that of cars declined by 4 points to 33%": what it came to stands right behind.
    if points && context.lead(i).is_some_and(|t| context.read.str(t) == "by") && context.next(i).is_some_and(|n| context.gap(n).len() == 1)
    {
        let reached = nearest_behind(context, mentions, i);
        if reached.is_some() {
            return reached;
        }
    }
    let mut at = i;
    while let Some(previous) = context.previous(at) {
        at = previous;
        if mentions.get(at).is_some_and(|m| m.stands_alone() && fits(at, m) || points && m.unit == Some(Unit::Percent)) {
            return Some((at, "nearest_before"));
        }
    }
    nearest_behind(context, mentions, i).or_else(|| told_behind(context, mentions, i))
}

/// "775 more pupils: the schools counted 20,075 pupils": the level of the same thing stands behind.
fn told_behind(context: &Context, mentions: &[Mention], i: usize) -> Link {
    let this = mentions.get(i).filter(|m| m.head.is_some())?;
    let same = |m: &Mention| m.stands_alone() && m.unit == this.unit && m.head == this.head && m.amount.bounds() > this.amount.bounds();
    (i + 1..context.in_sentence(i).end).find(|j| mentions.get(*j).is_some_and(same)).map(|j| (j, "told_behind"))
}

/// "accounting for 57% of the total" speaks of the part in front of it; "the repayment rate reached 100%" of the whole of a list.
fn share_base(context: &Context, mentions: &[Mention], i: usize) -> Link {
    let read = context.read;
    let clause = context.near(i);
    let after = context.after(i);
    if read.find(after.start..after.end.min(after.start + PLAN_REACH), Class::SCHEDULE).is_some() {
        let near = || nearest_before(context, mentions, i, |_| true).map(|(near, rule)| (listed_whole(mentions, near), rule));
        return set_against_plan(context, mentions, i).or_else(near);
    }
    if context.opened_by(i, Class::PARTS)
        || read.find(clause.clone(), Class::SHARE | Class::BEYOND_PLAN).is_some()
        || matches!(read.str(clause.start), "completing" | "completed" | "reaching")
        || context.restates(i)
    {
        return nearest_before(context, mentions, i, |_| true);
    }
    if let Some(whole) = told_out_of(context, mentions, i) {
        return Some((whole, "out_of"));
    }
    if let Some(whole) = counted_behind(context, mentions, i) {
        return Some((whole, "share_of"));
    }
    // "earned 7,760 yuan, 73% of the average": said of the amount in front of it.
    let gap = context.gap(i);
    if gap.len() == 1 && read.is_mark(gap.start, ',') && read.str(after.start) == "of" && !of_pronoun(context, after.start) {
        let beside = context.previous(i).filter(|p| mentions.get(*p).is_some_and(|m| m.stands_alone() || m.kind == Kind::Average));
        if let Some(beside) = beside {
            return Some((beside, "beside"));
        }
    }
    let before = context.previous(i).and_then(|p| mentions.get(p));
    if let Some(sibling) = before.filter(|m| m.kind == Kind::Share && m.base.is_some())
        && read.find(context.gap(i), Class::VERB | Class::AUXILIARY).is_none()
    {
        return sibling.base.map(|(base, _)| (base, "with_sibling"));
    }
    rate_base(context, mentions, i)
}

/// "Of the total expenditure of 142.6 crore, 63% was on wages": the figure that the sentence begins with.
fn told_out_of(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let first = context.in_sentence(i).start;
    let opens = matches!(context.read.str(context.sentence(i).start), "Of" | "Out" | "Among");
    let own = context.read.str(context.after(i).start) == "of";
    (opens && !own && first < i && context.before(first).len() <= 8 && mentions.get(first)?.stands_alone()).then_some(first)
}

/// Tokens from a share to the plan that it is a share of: "of the annual training plan".
const PLAN_REACH: usize = 6;

/// The total of a list that ends with figure `last`, unless that is the one part that "of which" names: then the part is spoken of.
fn listed_whole(mentions: &[Mention], last: usize) -> usize {
    let Some((total, rule)) = mentions.get(last).and_then(|m| m.of) else { return last };
    let several = (total..last).any(|j| mentions.get(j).and_then(|m| m.of).is_some_and(|(t, _)| t == total));
    if several || rule == "including" { total } else { last }
}

/// The figure that a listed one is part of, or itself.
fn whole_of(mentions: &[Mention], part: usize) -> usize {
    mentions.get(part).and_then(|m| m.of).map_or(part, |(total, _)| total)
}

/// "the repayment rate reached 100%": the whole of what was listed before; repaid and collected is money.
fn rate_base(context: &Context, mentions: &[Mention], i: usize) -> Link {
    let read = context.read;
    let clause = context.near(i);
    let at = read.find(clause.clone(), Class::RATE)?;
    let price = at.checked_sub(1).is_some_and(|t| {
        lowered(read.str(t), |word| {
            matches!(
                word,
                "interest" | "fixed" | "policy" | "discount" | "tax" | "lending" | "exchange" | "growth" | "mortgage" | "inflation"
            )
        })
    });
    // "net coverage advanced from 79% to 90% of households" is a share of something else.
    let last = context.next(i).filter(|n| context.gap(*n).len() == 1 && read.word_is(context.gap(*n).start, Class::TO)).unwrap_or(i);
    let other = read.str(context.after(last).start) == "of";
    if price || other || read.find(clause.clone(), Class::LAST_YEAR).is_some() {
        return None;
    }
    let money = (clause.start..at).any(|t| {
        lowered(read.str(t), |word| {
            matches!(word, "repayment" | "recovery" | "collection" | "disbursement" | "utilization" | "utilisation")
        })
    });
    let fits = |m: &Mention| m.per.is_none() && (!money || m.unit.is_some_and(Unit::is_currency));
    let (near, _) = nearest_before(context, mentions, i, fits)?;
    // "... of whom 2.9 million live in the hills, where the rate was 22%": the part named last.
    let named_last = matches!(read.str(clause.start), "where" | "whose");
    Some((if named_last { near } else { whole_of(mentions, near) }, "rate_of"))
}

/// Tokens between a share and the count that it is a share of.
const WHOLE_REACH: usize = 8;

/// "79.6% of the 11 projects": the whole is the figure behind "of", in the same clause and with no verb between.
fn counted_behind(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let after = context.after(i);
    let next = context.next(i).filter(|_| context.read.str(after.start) == "of")?;
    let read = context.read;
    let breaks = |t: usize| {
        !read.is_word(t) && !read.is_mark(t, '-')
            || read.word_is(t, Class::VERB | Class::AUXILIARY | Class::TO)
            || matches!(read.str(t), "for" | "in" | "by")
    };
    let plain = after.len() <= WHOLE_REACH && !after.clone().any(breaks);
    (plain && mentions.get(next)?.stands_alone()).then_some(next)
}
