//! The figure that a change, growth, share, gap or average qualifies.

use super::Context;
use super::achieved::set_against_plan;
use super::average::average_base;
use super::beside::{counts_bearers, draws_line, is_beside};
use super::change::told_of_name;
use super::change_behind::rises_by_name;
use super::driver::is_driver;
use super::gap::is_comparative;
use super::incidence::{counted_events, is_incidence};
use super::kind::growth_of_target;
use super::named::{is_yardstick, tells_size};
use super::persons::counts_same_persons;
use super::reached::{
    bracketed_subject, has_own_subject, in_bracket, is_former, later_of_two, named_bracket, own_clause, reached_and, reached_by_noun,
    reached_directly, reached_from, reached_in_time, reached_later, told_at_end, told_behind,
};
use super::share_base::{WHOLE_REACH, share_base};
use super::step_rate::is_from_to;
use super::subordinate::is_in_contrast;
use super::told::is_told_of_name;
use super::what_changed::{fallen_behind, named_behind};
use crate::analysis::{Kind, Unit};
use crate::language::Class;
use crate::quantity::Mention;
use rust_decimal::Decimal;

/// Links every qualifying figure that "respectively" has not paired.
pub(super) fn link_bases(context: &Context, mentions: &mut [Mention]) {
    for i in 0..mentions.len() {
        let Some(this) = mentions.get(i) else { continue };
        if this.base.is_some() {
            continue;
        }
        let base = match this.kind {
            // "declines in Fenn (17%) and Marle (5%)": of nothing that is printed.
            Kind::Growth if told_of_name(context, i) => None,
            Kind::Change if rises_by_name(context, i) => None,
            // "rose to 141 pesos, led by a 16.1 per cent increase in mills": of what the cause names.
            // "outweighed by a fall of 4 million in timber": of what is named behind it.
            Kind::Growth | Kind::Change if is_driver(context, i) || !fallen_behind(context, i).is_empty() => {
                let reached = reached_directly(context, mentions, i).or_else(|| reached_by_noun(context, mentions, i));
                let named = || if is_driver(context, i) { None } else { named_behind(context, mentions, i) };
                reached.map(|reached| (reached, "reached_value")).or_else(|| named().map(|named| (named, "named")))
            }
            Kind::Growth => growth_base(context, mentions, i).or_else(|| growth_of_change(context, mentions, i)),
            Kind::Gap => set_against_plan(context, mentions, i).or_else(|| gap_base(context, mentions, i)),
            Kind::Change => change_base(context, mentions, i),
            Kind::Share => planned_share(context, mentions, i).or_else(|| share_base(context, mentions, i)),
            Kind::Average if is_incidence(this) => counted_events(context, mentions, i).map(|events| (events, "rate_of")),
            Kind::Average => average_base(context, mentions, i),
            // "refills more than doubled to 9,640".
            // "the ratio between them narrowed from 2.11:1 to 2.09:1": of nothing but itself.
            Kind::Ratio if is_own_ratio(context, this, i) => None,
            Kind::Ratio => reached_directly(context, mentions, i)
                .map(|reached| (reached, "reached_value"))
                .or_else(|| nearest_before(context, mentions, i, |m| !counts_as_many(context, i) || m.unit.is_some_and(Unit::is_counted))),
            Kind::Target => i
                .checked_sub(1)
                .filter(|_| growth_of_target(context, mentions, i).is_some())
                .map(|of| (of, "nearest_before"))
                .or_else(|| planned_step(context, mentions, i)),
            Kind::Level => None,
        };
        if let Some(this) = mentions.get_mut(i) {
            this.base = base;
        }
    }
}

/// "52,000 bags of 50 kg each, twice as many as in 2018": of what is counted.
fn counts_as_many(context: &Context, i: usize) -> bool {
    context.read.str(context.end(i)) == "many"
}

/// "The teacher-pupil ratio was 1:29", "the ratio fell from 54 to 49": told for itself.
fn is_own_ratio(context: &Context, this: &Mention, i: usize) -> bool {
    let from_to = context.leads_from(i)
        || context.previous(i).is_some_and(|p| context.leads_from(p))
            && context.lead(i).is_some_and(|t| context.read.word_is(t, Class::TO));
    let ratio = (context.sentence(i).start..context.before(i).end).any(|t| context.read.str(t) == "ratio");
    ratio && (from_to || context.read.is_mark(this.first + 1, ':'))
}

/// "will increase by 5 million to 409 million": a step that is still to come, to what it leads to.
fn planned_step(context: &Context, mentions: &[Mention], i: usize) -> Link {
    let by = context.lead(i).is_some_and(|t| context.read.str(t) == "by") && context.is_led_by(i, Class::RISE);
    let unit = mentions.get(i)?.unit;
    let reached = reached_directly(context, mentions, i).filter(|n| by && mentions.get(*n).is_some_and(|m| m.unit == unit));
    reached.map(|n| (n, "reached_value"))
}

/// "a plan of 199 million, of which 15% will go to farms, 5% to power and 10% to mills": shares of what is planned.
fn planned_share(context: &Context, mentions: &[Mention], i: usize) -> Link {
    mentions.get(i).filter(|m| is_percent(m))?;
    let whole = |m: &Mention| m.stands_alone() && m.per.is_none() && !m.unit.is_some_and(Unit::is_time);
    let planned = |whole: &usize| mentions.get(*whole).is_some_and(|m| m.kind == Kind::Target);
    if context.opened_by(i, Class::PARTS) {
        return nearest_before(context, mentions, i, whole).map(|(whole, _)| (whole, "planned_share")).filter(|(whole, _)| planned(whole));
    }
    let sibling = (context.in_sentence(i).start..i).rev().find(|j| mentions.get(*j).is_some_and(is_percent))?;
    let goes_on = context.read.find_word(context.near(i), Class::VERB | Class::AUXILIARY).is_none();
    mentions.get(sibling)?.base.filter(|(_, rule)| goes_on && *rule == "planned_share")
}

pub(super) type Link = Option<(usize, &'static str)>;

pub(super) fn nearest_before(context: &Context, mentions: &[Mention], i: usize, fits: impl Fn(&Mention) -> bool) -> Link {
    // "3.17 million people in 783,000 households": in which they live.
    let homes = |m: &Mention| matches!(m.unit, Some(Unit::Count | Unit::Households));
    let located = |at: usize| mentions.get(at).is_some_and(homes) && is_place_of_subject(context, mentions, at);
    let (mut at, mut aside) = (i, None);
    while let Some(previous) = context.previous(at) {
        at = previous;
        let alone = mentions.get(at).is_some_and(|m| m.stands_alone() && !m.unit.is_some_and(Unit::is_time) && fits(m));
        // "214,000, against 209,000 in 2019; they make up 48 per cent": what is spoken of, and not what it is held against.
        let beside = || {
            is_former(context, at)
                || is_beside(context, at) && (at + 1 < i || draws_line(context, at) || context.statement(i) > context.end(at))
        };
        let other = || {
            counts_places(context, mentions, at)
                || tells_size(context, mentions, at)
                || located(at)
                || counts_bearers(context, mentions, at, i)
        };
        // "612 beds, or 2.9 per 1,000 inhabitants, of which 88% were used": the same again, and no number.
        let again = || mentions.get(at).is_some_and(|m| m.per.is_some()) && context.restates(at) && context.previous(at).is_some();
        if alone && !beside() && !other() && !again() && !is_in_contrast(context, at, i) {
            if !closed_off(context, at, i) {
                return Some((part_of_two(context, mentions, at), "nearest_before"));
            }
            aside = aside.or(Some(at));
        }
    }
    Some((part_of_two(context, mentions, aside?), "nearest_before"))
}

/// Whether figure `at` stands in a bracket that is closed in front of figure `i`: what it says is said in passing.
fn closed_off(context: &Context, at: usize, i: usize) -> bool {
    let is_mark = |t: usize, mark| context.read.is_mark(t, mark);
    (context.end(at)..context.before(i).end).find(|t| is_mark(*t, ')') || is_mark(*t, '(')).is_some_and(|t| is_mark(t, ')'))
}

/// "38 of the 150 seats, or 25 per cent": the part is spoken of, not the whole behind "of".
fn part_of_two(context: &Context, mentions: &[Mention], whole: usize) -> usize {
    let part = context.previous(whole).filter(|p| mentions.get(*p).is_some_and(|m| m.of == Some((whole, "partitive"))));
    part.unwrap_or(whole)
}

/// "increased by 20% to 300 million yuan".
fn nearest_behind(context: &Context, mentions: &[Mention], i: usize) -> Link {
    let next = context.next(i)?;
    // "12% higher at 56 million".
    let higher = |t: usize| context.read.str(t) == "at" && is_comparative(context.read.str(t - 1));
    let leads = context.gap(next).any(|t| context.read.word_is(t, Class::TO) || context.read.str(t) == "reaching" || t > 0 && higher(t))
        && !is_beside(context, next);
    let points = mentions.get(i)?.unit == Some(Unit::PercentagePoint) && mentions.get(next)?.unit == Some(Unit::Percent);
    (leads && context.gap(next).len() <= 4 && (points || mentions.get(next)?.stands_alone())).then_some((next, "reached_value"))
}

/// A growth speaks of the amount before it, not of the places that the amount was counted in ("in 53 counties rose by 15.57%").
fn growth_base(context: &Context, mentions: &[Mention], i: usize) -> Link {
    if let Some(one) = former_or_latter(context, mentions, i) {
        return Some((one, "former_latter"));
    }
    // "with a share of 36.1% (up 3.8%)": of the share.
    let share = context.previous(i).filter(|p| mentions.get(*p).is_some_and(|m| m.unit == Some(Unit::Percent) && m.kind == Kind::Share));
    let gap = context.gap(i);
    let told = gap.len() <= 2 && context.read.is_mark(gap.start, '(') && context.read.is_mark(context.after(i).start, ')');
    if let Some(share) = share.filter(|_| told && context.read.word_is(gap.end - 1, Class::RISE)) {
        return Some((share, "nearest_before"));
    }
    let bracketed = || context.previous(i).filter(|_| is_from_to(context, mentions, i));
    let reached = reached_directly(context, mentions, i).or_else(bracketed).or_else(|| reached_from(context, mentions, i));
    let reached = reached
        .or_else(|| reached_in_time(context, mentions, i))
        .or_else(|| reached_by_noun(context, mentions, i))
        .map(|reached| (reached, "reached_value"));
    let found = reached.or_else(|| bracketed_subject(context, mentions, i).map(|subject| (subject, "nearest_before")));
    if found.is_some() {
        return found;
    }
    // "with an increase of 79 million over 2019, up 9.5%": the rate of that rise.
    let change = context.previous(i).filter(|_| context.gap(i).len() <= WITH_CHANGE).and_then(|p| mentions.get(p));
    if let Some((level, _)) = change.filter(|m| m.kind == Kind::Change && m.unit.is_some_and(|u| !u.is_relative())).and_then(|m| m.base) {
        return Some((level, "nearest_before"));
    }
    // "pay rose by 187,000, while grants rose by 76,000 (+2.1%)": a step of its own clause that is of no level.
    let step = context.previous(i).filter(|p| context.restates(i) && own_clause(context, *p) > 0);
    if let Some(step) = step.filter(|p| mentions.get(*p).is_some_and(|m| m.kind == Kind::Change && m.base.is_none())) {
        return Some((step, "growth_of_change"));
    }
    // "In eight towns it rose: Pell 6%, Fenn 4%": the figure before is told of another name, or of none.
    if named_bracket(context, i) || is_told_of_name(context, i) {
        return None;
    }
    // "accidents dropped to 355, injuries by 16 per cent": of another subject, whose verb is left out.
    if context.previous(i).is_some() && has_own_subject(context, i) {
        return nearest_behind(context, mentions, i);
    }
    let from = own_clause(context, i);
    // "Four towns grew: Marsh rose by 1,750 hectares (4.9%)": of no towns.
    let step = context.previous(i).and_then(|p| mentions.get(p)).filter(|m| m.kind == Kind::Change && context.restates(i));
    let unlike =
        |m: &Mention| step.is_some_and(|s| s.unit != m.unit && !s.unit.zip(m.unit).is_some_and(|(a, b)| a.is_counted() && b.is_counted()));
    let mut at = i;
    while let Some(previous) = context.previous(at).filter(|p| context.end(*p) >= from) {
        at = previous;
        // "Overtime came to 23,600 hours, an increase of 14%": so many are worked, and no stretch of time.
        let worked = |m: &Mention| m.unit == Some(Unit::Hour) && m.amount.middle().is_some_and(|n| n >= Decimal::ONE_THOUSAND);
        let lasts = |m: &Mention| m.unit.is_some_and(Unit::is_time) && !worked(m);
        let alone = mentions.get(at).is_some_and(|m| m.stands_alone() && !lasts(m) && !unlike(m));
        let other = in_bracket(context, at)
            || is_helped_place(context, mentions, at)
            || says_for_whom(context, mentions, at)
            || counts_places(context, mentions, at)
            || is_place_of_subject(context, mentions, at)
            || is_beside(context, at)
            || is_former(context, at)
            || counts_bearers(context, mentions, at, i);
        if alone && !other && !is_whole_of_share(context, mentions, at) && !is_in_contrast(context, at, i) {
            let at = later_of_two(context, mentions, at);
            return Some((persons_of(context, mentions, outside_bracket(context, mentions, i, at)), "nearest_before"));
        }
    }
    let behind = || reached_and(context, mentions, i).or_else(|| told_at_end(context, mentions, i)).map(|n| (n, "reached_value"));
    nearest_behind(context, mentions, i).or_else(behind)
}

/// "96 per cent of the budgeted 19.2 million, and 4 per cent more than": the whole of a share is not what rises.
fn is_whole_of_share(context: &Context, mentions: &[Mention], whole: usize) -> bool {
    let share = context.previous(whole).filter(|p| mentions.get(*p).is_some_and(|m| m.unit == Some(Unit::Percent)));
    share.is_some_and(|p| context.read.str(context.after(p).start) == "of" && context.gap(whole).len() <= WHOLE_REACH)
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
    // "rose by 34 per cent (149 hectares)", "by 9.9 million (15.8 per cent)": the step, where no level is stated.
    let again = context.next(i).filter(|n| context.restates(*n) && mentions.get(*n).is_some_and(|m| m.kind == Kind::Change));
    if let Some(step) = again {
        return Some((step, "growth_of_change"));
    }
    let previous = context.previous(i)?;
    if mentions.get(previous)?.kind == Kind::Change && context.restates(i) {
        return Some((previous, "growth_of_change"));
    }
    // "increased by 6,700 posts, representing a growth of 3.7 per cent".
    if mentions.get(previous)?.kind == Kind::Change && context.read.find(context.near(i), Class::SHARE).is_some() {
        return Some((previous, "growth_of_change"));
    }
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

/// "a total of 25,800 for the three countries, 14 per cent fewer": what stands behind "for the" does not rise or fall.
fn says_for_whom(context: &Context, mentions: &[Mention], i: usize) -> bool {
    let read = context.read;
    let counted = mentions.get(i).is_some_and(|m| m.unit == Some(Unit::Count));
    let end = context.before(i).end;
    counted
        && end > 1
        && matches!(read.str(end - 1), "the" | "all")
        && matches!(read.str(end - 2), "for" | "in" | "across" | "among" | "over")
}

/// Tokens between a change and the rate of it.
const WITH_CHANGE: usize = 5;

/// "71 million to support 12 counties, up 41%": the places behind an amount say what it is for.
fn is_helped_place(context: &Context, mentions: &[Mention], i: usize) -> bool {
    let place = mentions.get(i).and_then(|m| m.noun).is_some_and(|n| context.read.word_is(n.head, Class::PLACE));
    let money =
        context.previous(i).and_then(|p| mentions.get(p)).is_some_and(|m| m.unit.is_some_and(Unit::is_currency) && m.stands_alone());
    let verb = context.lead(i).is_some_and(|t| context.read.word_is(t, Class::VERB) || t > 0 && context.read.str(t - 1) == "to");
    place && money && verb && !context.gap(i).any(|t| context.ends_clause(t))
}

/// A count of places behind a preposition says where, not what.
pub(super) fn is_location_of(context: &Context, mentions: &[Mention], i: usize) -> bool {
    counts_places(context, mentions, i)
}

fn counts_places(context: &Context, mentions: &[Mention], i: usize) -> bool {
    let read = context.read;
    let place = mentions.get(i).and_then(|m| m.noun).is_some_and(|n| read.word_is(n.head, Class::PLACE));
    let lead = context.before(i).rev().find(|t| !read.word_is(*t, Class::DETERMINER | Class::OVER | Class::ABOUT | Class::UNDER));
    place && lead.is_some_and(|t| read.word_is(t, Class::PREPOSITION))
}

/// A gap is set against the result before it: an amount, an absolute change, or for points a percentage.
fn gap_base(context: &Context, mentions: &[Mention], i: usize) -> Link {
    let points = mentions.get(i)?.unit == Some(Unit::PercentagePoint);
    let mut at = i;
    let mut reference = None;
    while let Some(previous) = context.previous(at) {
        at = previous;
        let candidate = mentions.get(at)?;
        let aside = context.in_sentence(i).start < at && closed_off(context, at, i) && !context.restates(i);
        if aside || draws_line(context, at) || is_in_contrast(context, at, i) {
            continue;
        }
        // "Costs rose by 3.1 per cent; the rate was 1.2 points above the average": of another statement.
        if points && candidate.kind == Kind::Growth && context.statement(i) > context.end(at) {
            break;
        }
        // "6,511 (15.6%) more than the average", "by 1.3 per cent or 8.1 billion": said again of the same figure.
        if candidate.kind == Kind::Gap && context.restates(i) {
            return candidate.base;
        }
        // "two months ahead of schedule": of no count.
        let time = |unit: Option<Unit>| unit.is_some_and(Unit::is_time);
        if time(mentions.get(i)?.unit) != time(candidate.unit) {
            continue;
        }
        let percent = candidate.unit == Some(Unit::Percent);
        if points && percent || !points && !candidate.unit.is_some_and(Unit::is_relative) {
            // "stood at 38% against the 52% scheduled, a lag of 14 points": not what the result is held against.
            // "7% above last year's 9.2 million and 12% above the average".
            // "64 million tonnes, 4.5 million more than in 2020 but 5.9 per cent short of 2019".
            let goes_on = || context.gap(i).any(|t| context.read.word_is(t, Class::AND));
            let more = matches!(context.read.str(context.after(at).start), "more" | "less" | "fewer") || goes_on();
            let step = more && candidate.kind == Kind::Change && context.previous(at).is_some();
            let held_against = step || is_beside(context, at) || context.leads_from(at) || points && is_yardstick(context, at);
            if !held_against {
                return Some((persons_of(context, mentions, at), "nearest_before"));
            }
            reference = reference.or(Some((at, "nearest_before")));
        }
    }
    reference.or_else(|| told_at_end(context, mentions, i).map(|n| (n, "reached_value")))
}

/// "50,229 people and 11,020 households were moved, 0.5% beyond the plan": the persons are spoken of, of two counts of the same.
fn persons_of(context: &Context, mentions: &[Mention], near: usize) -> usize {
    let unit = |j: usize| mentions.get(j).and_then(|m| m.unit);
    let joined = context.gap(near).len() <= 2 && context.lead(near).is_some_and(|t| context.read.word_is(t, Class::AND));
    let persons = context.previous(near).filter(|p| joined && unit(near) == Some(Unit::Households) && unit(*p) == Some(Unit::People));
    persons.unwrap_or(near)
}

/// A change speaks of a figure of its own unit and noun; the rise of an income that follows from spending has none.
fn change_base(context: &Context, mentions: &[Mention], i: usize) -> Link {
    let this = mentions.get(i)?;
    let income = |j: usize| context.names_income(j);
    let points = this.unit == Some(Unit::PercentagePoint);
    let incidence = |m: &Mention| m.per.as_deref().is_some_and(|p| p.starts_with(|c: char| c.is_ascii_digit()));
    let fits = |j: usize, m: &Mention| {
        incidence(this) == incidence(m)
            && (m.unit == this.unit && (m.head.is_none() || this.head.is_none() || m.head == this.head)
                || counts_same_persons(this, m)
                || points && !m.unit.is_some_and(|u| u.is_counted() || u.is_time()))
            && (!income(i) || income(j))
    };
    // "rose to 23%, while that of cars declined by 4 points to 33%": what it came to stands right behind; so in "went up 12 points to 86%".
    let steps = |t: usize| context.read.str(t) == "by" || context.read.word_is(t, Class::RISE);
    if points && context.lead(i).is_some_and(steps) && context.next(i).is_some_and(|n| context.gap(n).len() == 1) {
        let reached = nearest_behind(context, mentions, i);
        if reached.is_some() {
            return reached;
        }
    }
    if let Some(reached) = reached_directly(context, mentions, i).filter(|n| mentions.get(*n).is_some_and(|m| fits(*n, m))) {
        return Some((reached, "reached_value"));
    }
    let like = |n: &usize| mentions.get(*n).is_some_and(|m| m.unit == this.unit || points && m.unit == Some(Unit::Percent));
    let noun = || reached_by_noun(context, mentions, i);
    let reached = || reached_in_time(context, mentions, i).or_else(|| reached_and(context, mentions, i)).or_else(noun);
    let reached = reached_from(context, mentions, i).filter(like).or_else(|| reached().filter(like)).map(|n| (n, "reached_value"));
    let found = reached.or_else(|| bracketed_subject(context, mentions, i).filter(like).map(|n| (n, "nearest_before")));
    if found.is_some() {
        return found;
    }
    // "the increases in A and B were 10 tons and 6 tons": one says no more than the other.
    let listed = context.previous(i).filter(|p| {
        context.continues_list(i) && mentions.get(*p).is_some_and(|m| m.kind == Kind::Change && m.unit == this.unit && m.base.is_none())
    });
    let from = own_clause(context, listed.unwrap_or(i));
    let (mut at, mut aside) = (i, None);
    while let Some(previous) = context.previous(at).filter(|p| context.end(*p) >= from) {
        at = previous;
        // "narrowed to 2.9 per cent from 3.6, a fall of 0.7 points": of what it came to.
        let former = points && context.leads_from(at) && context.previous(at).is_some_and(|p| mentions.get(p).is_some_and(is_percent));
        if !is_beside(context, at)
            && !former
            && !is_former(context, at)
            && mentions.get(at).is_some_and(|m| m.stands_alone() && fits(at, m) || points && is_percent(m))
        {
            // "nine of the 16 seats, two fewer than"
            let near = if mentions.get(at).map(|m| m.amount.bounds()) > mentions.get(i).map(|m| m.amount.bounds()) {
                part_of_two(context, mentions, at)
            } else {
                at
            };
            if !closed_off(context, at, i) {
                return Some((risen(mentions, i, near), "nearest_before"));
            }
            aside = aside.or(Some(near));
        }
    }
    // "2,480 tonnes (target: 2,400 tonnes), 120 more": what a bracket says in passing is the last to have changed.
    if let Some(aside) = aside {
        return Some((risen(mentions, i, aside), "nearest_before"));
    }
    nearest_behind(context, mentions, i)
        .or_else(|| reached_later(context, mentions, i))
        .or_else(|| told_behind(context, mentions, i))
        .or_else(|| told_at_end(context, mentions, i).filter(like).map(|n| (n, "reached_value")))
}

fn is_percent(m: &Mention) -> bool {
    m.unit == Some(Unit::Percent)
}

/// "..., 48 million was for roads and 77 million for wells, an increase of 79 million": what rose by more than a part has is the total.
fn risen(mentions: &[Mention], i: usize, near: usize) -> usize {
    let value = |j: usize| mentions.get(j).and_then(|m| m.amount.one());
    let total = mentions.get(near).and_then(|m| m.of).map(|(total, _)| total);
    let unlike = |t: &usize| mentions.get(*t).map(|m| m.unit) == mentions.get(i).map(|m| m.unit) && value(i) <= value(*t);
    total.filter(unlike).filter(|_| value(i) > value(near)).unwrap_or(near)
}
