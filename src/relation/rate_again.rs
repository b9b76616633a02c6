//! Denominators of figures that tell a rate again: of another time ("826 in the second quarter"), what it rose from or by ("up 4% on 685", "by 118
//! to 1,096 a month"), how far off it is ("2.7 million below the ceiling of 62.9 million").

use super::Context;
use super::lend::Lent;
use super::rate::of_one_size;
use super::yardstick::is_bound_or_mean;
use crate::analysis::{Kind, Unit};
use crate::language::Class;
use crate::quantity::{Mention, UnitSource, is_time};
use crate::text::lowered;

/// Tokens between two figures of one rate.
const NEAR: usize = 8;

/// Figures between two that tell one rate, at most.
const FIGURES: usize = 3;

/// The rate that figure `i` tells again.
pub(super) fn told_again<'m>(context: &Context, mentions: &'m [Mention], i: usize) -> Option<&'m Mention> {
    let this = mentions.get(i).filter(|m| !m.unit.is_some_and(Unit::is_relative))?;
    if this.kind == Kind::Change
        && let Some(level) = level_behind(context, mentions, i)
    {
        return Some(level);
    }
    let before = (context.in_sentence(i).start..i).rev().take(FIGURES);
    let alike = |j: usize| mentions.get(j).filter(|m| m.unit == this.unit && m.per.is_some());
    let rate = before.clone().find_map(alike)?;
    let near = before.clone().filter_map(alike).find(|rate| of_one_size(rate, this));
    // "the use was 94 MWh (population 250 230), compared with 36 MWh": the last figure of its unit.
    let last = before.filter_map(|j| mentions.get(j)).find(|m| m.unit == this.unit);
    let measured = this.unit.is_some_and(|u| !u.is_counted() && !u.is_currency());
    let held = last.filter(|m| context.is_reference(i) && measured && m.per.is_some() && of_one_size(m, this));
    let beside = context.previous(i).and_then(alike).filter(|rate| of_one_size(rate, this));
    let listed = || this.unit_source == UnitSource::Lent && names_next(context, i);
    let again = beside.filter(|rate| stands_alike(context, i) || averages(context, rate, i) || listed() || elsewhere(context, this, i));
    let base = || {
        near.filter(|_| {
            grown_on(context, mentions, i)
                || is_yardstick(context, i)
                || is_multiplied(context, mentions, i)
                || halves(context, mentions, i)
        })
    };
    let off = || Some(rate).filter(|rate| rate.kind == Kind::Average && is_off(context, i) && smaller(this, rate));
    // "dropped to 1.6 tonnes per hectare, from 2.2 tonnes the season before"
    let former = || beside.filter(|_| context.leads_from(i) && context.gap(i).len() <= 2);
    again.or(held).or_else(former).or_else(base).or_else(off)
}

fn smaller(a: &Mention, b: &Mention) -> bool {
    a.amount.middle().zip(b.amount.middle()).is_some_and(|(a, b)| a < b)
}

/// "$812 a week in the first quarter, $826 in the second and $839 in the third": the same preposition leads to when or where each was.
fn stands_alike(context: &Context, i: usize) -> bool {
    let read = context.read;
    let gap = context.gap(i);
    let joint = gap.clone().next_back().is_some_and(|t| read.is_mark(t, ',') || read.word_is(t, Class::AND));
    let lead = context.after(i).start;
    let alike = matches!(read.str(lead), "in" | "at" | "for" | "on" | "from") && read.str(gap.start) == read.str(lead);
    joint && alike && gap.len() <= NEAR && !read.classes(gap).intersects(Class::VERB | Class::AUXILIARY)
}

/// "2.1 applicants per post; in construction, 0.8": another place in front, without a verb.
fn elsewhere(context: &Context, this: &Mention, i: usize) -> bool {
    let read = context.read;
    let gap = context.gap(i);
    let joined = read.is_mark(gap.start, ';') || read.is_mark(gap.start, ',') || read.word_is(gap.start, Class::AND);
    // "spent 236 dollars a day; nationals spent 41 dollars"
    let verb = context.lead(i).filter(|t| joined && gap.contains(t) && read.word_is(*t, Class::VERB));
    let again = verb.zip(context.previous(i).and_then(|p| context.lead(p)));
    if again.is_some_and(|(verb, before)| read.str(verb) == read.str(before)) {
        return gap.len() <= NEAR;
    }
    let place = joined && matches!(read.str(gap.start + 1), "in" | "at" | "for" | "on") && gap.len() <= NEAR;
    this.unit_source == UnitSource::Lent && place && !read.classes(gap).intersects(Class::VERB | Class::AUXILIARY | Class::RISE)
}

/// "maize 3.1 tonnes per hectare, beans 0.9 and rice 4.2": nothing but a name between.
fn names_next(context: &Context, i: usize) -> bool {
    let read = context.read;
    let gap = context.gap(i);
    let joint = read.is_mark(gap.start, ',') || read.word_is(gap.start, Class::AND);
    // "part-timers 22.4"
    let one = gap.len() == 2 || gap.len() == 4 && read.is_mark(gap.start + 2, '-');
    joint && one && read.is_word(gap.start + 1) && !read.word_is(gap.start + 1, Class::STOP)
}

/// "$839 in the third quarter, averaging $837": the mean of rates of a time.
fn averages(context: &Context, rate: &Mention, i: usize) -> bool {
    let averaging = context.lead(i).is_some_and(|t| context.read.str(t) == "averaging");
    averaging && rate.per.as_deref().is_some_and(is_time)
}

/// "rose to 347, up 11.4% on 306 last year": the unit of the level that a bare figure has grown to.
pub(super) fn from_grown(context: &Context, mentions: &[Mention], i: usize) -> Option<Lent> {
    mentions.get(i).filter(|m| m.noun.is_none() && !m.in_words && grown_on(context, mentions, i))?;
    let level = context.previous(context.previous(i)?).and_then(|l| mentions.get(l))?;
    let counted = level.unit == Some(Unit::Count) && level.per.is_none();
    if counted { Lent::of(level) } else { None }
}

/// "£725 a month, up 4% on £685": what the rate has grown from.
fn grown_on(context: &Context, mentions: &[Mention], i: usize) -> bool {
    let read = context.read;
    let percent = context.previous(i).filter(|p| mentions.get(*p).is_some_and(|m| m.unit == Some(Unit::Percent)));
    let moved = percent.is_some_and(|p| context.is_led_by(p, Class::RISE) && read.find_last(context.near(p), Class::RISE).is_some());
    moved && context.gap(i).len() <= 2 && context.lead(i).is_some_and(|t| matches!(read.str(t), "on" | "from"))
}

/// "below the ceiling of 62.9 million", "more than the national average of 476": what the rate is held against.
fn is_yardstick(context: &Context, i: usize) -> bool {
    let read = context.read;
    let held =
        |t: usize| matches!(read.str(t), "below" | "above" | "than" | "against" | "over" | "under" | "exceeding" | "compared" | "opposed");
    let lead = context.lead(i).filter(|t| *t > 0);
    // "the norm is 25"
    if lead.is_some_and(|t| matches!(read.str(t), "is" | "was") && lowered(read.str(t - 1), is_bound_or_mean)) {
        return true;
    }
    // "17 litres per person per day (standard: 20 litres)"
    let planned = |word: &str| {
        is_bound_or_mean(word) || matches!(word, "plan" | "planned" | "previously" | "recommended" | "rate" | "figure" | "level")
    };
    if lead.is_some_and(|t| read.is_mark(t, ':') && context.gap(i).len() <= BRACKET && lowered(read.str(t - 1), planned)) {
        return read.is_mark(context.gap(i).start, '(');
    }
    // "below the five-year means of 7.8, 6.4 and 3.5": the last of them, too.
    let first = context.first_of_list(i);
    let of = context.lead(first).filter(|t| *t > 0 && read.str(*t) == "of");
    let mean = |t: usize| lowered(read.str(t).strip_suffix('s').unwrap_or(read.str(t)), is_bound_or_mean);
    let near = context.clause_before(first);
    of.is_some_and(|of| mean(of - 1) && near.rev().take(NEAR).any(held))
}

/// "38 litres per head, less than half the norm of 80": what a fraction is of.
fn halves(context: &Context, mentions: &[Mention], i: usize) -> bool {
    let gap = context.gap(i);
    let fraction = context.previous(i).and_then(|p| mentions.get(p)).is_some_and(|m| m.in_words && m.unit.is_some_and(Unit::is_relative));
    let of = context.lead(i).filter(|t| *t > gap.start && context.read.str(*t) == "of");
    // "45 kg per hectare, half the recommended 90 kg"
    let direct = gap.len() <= 2 && !gap.clone().any(|t| context.ends_clause(t) || context.read.word_is(t, Class::PREPOSITION));
    fraction && (direct || gap.len() <= NEAR && of.is_some_and(|of| is_bound_or_mean(context.read.str(of - 1))))
}

/// "71 pounds an hour, twice the 35 pounds of others", "six times the network price of 14 pesos": what a multiple in front is taken of.
fn is_multiplied(context: &Context, mentions: &[Mention], i: usize) -> bool {
    let multiple = context.previous(i).and_then(|p| mentions.get(p)).is_some_and(|m| m.unit == Some(Unit::Ratio));
    multiple && context.gap(i).len() <= BRACKET && !context.read.classes(context.gap(i)).intersects(Class::VERB | Class::AUXILIARY)
}

/// Tokens of a bracket that names a yardstick: "(national standard: ".
const BRACKET: usize = 5;

/// "2.7 million below", "113 more than", "8.85 higher than": how far off figure `i` says that the rate is.
fn is_off(context: &Context, i: usize) -> bool {
    let read = context.read;
    let behind = context.after(i).start;
    let compared = matches!(read.str(behind), "more" | "less" | "higher" | "lower" | "fewer") && read.str(behind + 1) == "than";
    compared || matches!(read.str(behind), "below" | "above")
}

/// "climbed by €118, or 12.1%, to €1,096 a month": the rate that the step led to.
fn level_behind<'m>(context: &Context, mentions: &'m [Mention], i: usize) -> Option<&'m Mention> {
    let this = mentions.get(i)?;
    let behind = i + 1..context.in_sentence(i).end.min(i + FIGURES);
    let level = behind.into_iter().find(|j| mentions.get(*j).is_some_and(|m| !m.unit.is_some_and(Unit::is_relative)))?;
    let to = context.lead(level).is_some_and(|t| context.read.word_is(t, Class::TO));
    let rate = mentions.get(level).filter(|m| to && m.unit == this.unit && m.per.is_some())?;
    smaller(this, rate).then_some(rate)
}

/// "Starting pay was $16.50 and final pay $31.25 an hour": hands the denominator of the second to the first of one name.
pub(super) fn hand_to_namesake(context: &Context, mentions: &mut [Mention], i: usize) {
    let read = context.read;
    let Some(rate) = mentions.get(i).filter(|m| m.kind == Kind::Average) else { return };
    let Some(per) = rate.per.clone().filter(|per| is_time(per) || per == "hour") else { return };
    let Some(first) = context.previous(i) else { return };
    let gap = context.gap(i);
    let joined = gap.len() <= NEAR && read.word_is(gap.start, Class::AND);
    // The noun may be a verb elsewhere: "pay".
    let noun = gap.clone().next_back().filter(|t| joined && read.is_word(*t) && *t > gap.start);
    let plain = |noun: &usize| !read.classes(gap.start..*noun).intersects(Class::VERB | Class::AUXILIARY | Class::CLAUSE_END);
    let noun = noun.filter(|t| plain(t) && !read.word_is(*t, Class::PREPOSITION | Class::DETERMINER | Class::AUXILIARY));
    // "paid a physician 640 dollars and a nurse 290 dollars a month"
    let article = |noun: usize| gap.len() == 3 && matches!(read.str(noun - 1), "a" | "an");
    let again = noun.is_some_and(|noun| article(noun) || context.near(first).any(|t| read.str(t) == read.str(noun)));
    let fits = mentions.get(first).is_some_and(|m| m.unit == rate.unit && m.per.is_none() && of_one_size(m, rate));
    if let Some(first) = mentions.get_mut(first).filter(|m| again && fits && m.kind == Kind::Level) {
        (first.per, first.kind) = (Some(per), Kind::Average);
    }
}
