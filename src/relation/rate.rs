//! Denominators that pass from a figure to those that speak of it: the rise of a per-capita income is per person too.

use super::Context;
use super::bracket_told::rate_of_bracket;
use super::brackets::follows_leader;
use super::rate_again::{hand_to_namesake, told_again};
use super::rate_beside::{beside, is_value_beside};
use super::year_from_to::said_in_brackets;
use crate::analysis::{Kind, Unit};
use crate::language::Class;
use crate::quantity::{Mention, UnitSource, is_time};
use rust_decimal::Decimal;

/// Hands the denominator of a rate to its changes, parts and list members, behind it and in front of it ("1 million yuan, 500,000 yuan and
/// 300,000 yuan for each town of the three grades").
pub(super) fn inherit_denominators(context: &Context, mentions: &mut [Mention]) {
    for i in (1..mentions.len()).rev() {
        hand_to_earlier_value(context, mentions, i);
        hand_to_namesake(context, mentions, i);
        // "Accidents numbered 27, or 14.2 per thousand employees": the count is none that the rate goes on from.
        let listed = context.continues_list(i) || goes_on_with_next(context, mentions, i);
        let next = mentions.get(i).filter(|m| m.kind == Kind::Average && listed && !context.restates(i));
        let Some((next, per)) = next.and_then(|n| Some((n, n.per.clone()?))) else { continue };
        let fits = mentions.get(i - 1).is_some_and(|b| {
            let share = goes_on_with_next(context, mentions, i) && !larger_by_far(b, next);
            let alike = b.unit == next.unit && (of_one_size(b, next) || share) || per.starts_with('1') && are_incidences(b, next);
            b.per.is_none() && matches!(b.kind, Kind::Level | Kind::Average) && alike
        });
        if let Some(before) = mentions.get_mut(i - 1).filter(|_| fits) {
            before.per = Some(per);
            before.kind = Kind::Average;
        }
    }
    for i in 0..mentions.len() {
        if let Some(per) = named_before(context, mentions, i)
            && let Some(m) = mentions.get_mut(i)
        {
            m.per = Some(per);
        }
        let Some(this) = mentions.get(i) else { continue };
        if this.per.is_some() || this.unit.is_some_and(crate::analysis::Unit::is_relative) {
            continue;
        }
        // A sentence without a rate hands on none, nor does a total or base that is none.
        let rated = |j: usize| mentions.get(j).is_some_and(|m| m.per.is_some());
        let linked = this.of.map(|(total, _)| total).into_iter().chain(this.base.map(|(base, _)| base));
        let told = context.in_sentence(i).chain(linked).chain(beside(context, i)).any(rated);
        let handed = if told { source_of_rate(context, mentions, i).and_then(|source| source.per.clone()) } else { None };
        let Some(per) = handed.or_else(|| given_to_persons(context, mentions, i)) else { continue };
        if let Some(this) = mentions.get_mut(i) {
            this.per = Some(per);
            if this.kind == Kind::Level {
                this.kind = Kind::Average;
            }
        }
    }
}

/// "112 kg of nitrogen, 24 kg of phosphate and 31 kg of potash per hectare": each is so much of another thing, and the last says per what.
fn goes_on_with_next(context: &Context, mentions: &[Mention], i: usize) -> bool {
    let read = context.read;
    let gap = context.gap(i);
    let joined = gap.end.checked_sub(1).is_some_and(|t| gap.contains(&t) && (read.is_mark(t, ',') || read.word_is(t, Class::AND)));
    let name = |t: usize| read.is_word(t) && !read.word_is(t, Class::STOP | Class::VERB | Class::AUXILIARY);
    let of = |j: usize| read.str(context.end(j)) == "of";
    let plain =
        (2..=SPAN).contains(&gap.len()) && (gap.start + 1..gap.end - 1).all(|t| name(t) || t + 2 == gap.end && read.is_mark(t, ','));
    let measured = |j: usize| {
        let amount = |m: &Mention| m.unit_source == UnitSource::Printed && !m.unit.is_some_and(|u| u.is_counted() || u.is_relative());
        mentions.get(j).is_some_and(amount)
    };
    context.previous(i).is_some_and(|p| joined && plain && of(p) && of(i) && measured(p) && measured(i))
}

/// The rate that figure `i` has its denominator from.
fn source_of_rate<'m>(context: &Context, mentions: &'m [Mention], i: usize) -> Option<&'m Mention> {
    let this = mentions.get(i)?;
    let from_total = this.of.map(|(total, _)| total);
    let beside = context.continues_list(i)
        || this.kind == Kind::Level
            && (this.unit_source == UnitSource::Lent && (tells_other_value(context, i) || pairs(context, i))
                || reaches(context, i)
                || of_other_year(context, i)
                || ends_span(context, i))
        || this.kind == Kind::Average && reaches(context, i);
    let from_list = (this.kind == Kind::Change || beside).then(|| context.previous(i)).flatten();
    let from_base = this.base.map(|(base, _)| base).filter(|_| this.kind == Kind::Change);
    if is_for_other_time(context, this.unit.is_some_and(Unit::is_counted), i) || is_stated_apart(context, this, i) {
        return None;
    }
    let source = from_total
        .or(from_base)
        .or(from_list)
        .and_then(|j| mentions.get(j))
        .filter(|s| s.unit == this.unit && (s.scaled || !this.scaled) && !larger_by_far(this, s))
        .or_else(|| like_sibling(context, mentions, i))
        .or_else(|| assigned_each(context, mentions, i))
        .or_else(|| given_to_each(context, mentions, i))
        .or_else(|| rate_again(context, mentions, i))
        .or_else(|| goes_on_from(context, mentions, i))
        .or_else(|| compared_rate(context, mentions, i))
        .or_else(|| rate_of_leader(context, mentions, i))
        .or_else(|| gapped_rate(context, mentions, i))
        .or_else(|| rate_of_bracket(context, mentions, i))
        .or_else(|| told_again(context, mentions, i));
    // "improved by 1.6 quintals, from 19.8 to 21.4 quintals per hectare".
    let to_come = || {
        let from = context.next(i).filter(|n| this.kind == Kind::Change && context.leads_from(*n))?;
        mentions.get(from).filter(|m| m.unit == this.unit && m.per.is_some())
    };
    // "one officer to 5.0 prisoners": who one is for says nothing of other figures.
    let one_for = |m: &&Mention| {
        m.in_words && m.amount.one() == Some(Decimal::ONE) && m.per.as_deref().is_some_and(|p| p.starts_with(|c: char| c.is_ascii_digit()))
    };
    source.or_else(to_come).filter(|source| !one_for(source))
}

/// "4,300 a year, or 12,900 for the three-year course": what the rate comes to in a time of its own.
fn is_for_other_time(context: &Context, counted: bool, i: usize) -> bool {
    let read = context.read;
    let behind = context.after(i).start;
    // "0.19 spills per million tonnes, 4 in all", but not "38 and 71 dollars per hectare, 109 dollars in all"
    if counted && read.str(behind) == "in" && matches!(read.str(behind + 1), "all" | "total") {
        return true;
    }
    let or = context.gap(i).clone().any(|t| read.str(t) == "or");
    let whole = matches!(read.str(behind + 1), "the" | "a") && context.next(i).is_some_and(|n| context.before(n).start <= behind + 2);
    or && read.str(behind) == "for" && (whole || matches!(read.str(behind + 2), "year" | "season" | "course" | "term" | "month" | "period"))
}

/// "2.1 doctors and 5.6 beds per 10,000 inhabitants", "4.7 nurses and 0.3 dentists": counts of different things, of which the first is about as
/// large as the second, or no whole number.
fn are_incidences(a: &Mention, b: &Mention) -> bool {
    let counted = |m: &Mention| m.unit.is_some_and(crate::analysis::Unit::is_counted) && !m.scaled;
    counted(a) && counted(b) && (of_one_size(a, b) || a.amount.one().is_some_and(|v| !v.fract().is_zero()))
}

/// "41 per 1,000 births, and 12 clinics were built": what is counted has a verb of its own behind "and".
fn is_stated_apart(context: &Context, this: &Mention, i: usize) -> bool {
    let verb = context.read.word_is(context.after(i).start, Class::AUXILIARY);
    verb && this.noun.is_some() && context.gap(i).any(|t| context.read.word_is(t, Class::AND))
}

/// "412 per 1,000 households, and 38 out of every 1,000": the thousand of the rate before it.
fn named_before(context: &Context, mentions: &[Mention], i: usize) -> Option<String> {
    let per = mentions.get(i)?.per.as_deref().filter(|per| per.starts_with('1') && per.ends_with("00"))?;
    let earlier = (context.in_sentence(i).start..i).rev().take(NEAR);
    let mut rates = earlier.filter_map(|j| mentions.get(j)?.per.as_deref());
    rates.find(|before| before.strip_prefix(per).is_some_and(|noun| noun.starts_with(' '))).map(str::to_owned)
}

/// Figures between two rates of one kind, at most.
const NEAR: usize = 3;

/// "from 1,071 to 203 deaths per 100,000 live births": both values are rates.
fn hand_to_earlier_value(context: &Context, mentions: &mut [Mention], i: usize) {
    // "will rise from 5 million to 8 million tonnes a year"
    let rated = |m: &Mention| m.kind == Kind::Average || m.kind == Kind::Target && m.per.is_some();
    let Some(later) = mentions.get(i).filter(|m| rated(m) && ends_span(context, i)) else { return };
    let Some((per, unit)) = later.per.clone().map(|per| (per, later.unit)) else { return };
    let one_size = mentions.get(i - 1).is_some_and(|earlier| of_one_size(earlier, later));
    let free = |m: &Mention| m.per.is_none() && m.unit == unit && matches!(m.kind, Kind::Level | Kind::Average);
    if let Some(earlier) = mentions.get_mut(i - 1).filter(|m| one_size && free(m)) {
        earlier.per = Some(per);
        earlier.kind = Kind::Average;
    }
}

/// "from $52.52 to $77.20", "from 821 kg in 2018 to 840 kg": whether figure `i` is the second of two values of one thing.
pub(super) fn ends_span(context: &Context, i: usize) -> bool {
    let read = context.read;
    if !context.lead(i).is_some_and(|t| read.word_is(t, Class::TO)) || !context.previous(i).is_some_and(|p| context.leads_from(p)) {
        return false;
    }
    let gap = context.gap(i);
    gap.len() <= SPAN && read.find_word(gap, Class::VERB | Class::AUXILIARY | Class::CLAUSE_END).is_none()
}

/// Tokens between two values of one thing ("in 2018 to more than").
const SPAN: usize = 6;

/// "3.9 children per woman, down from 4.2", "492.5 per 100,000, compared with 380.7", "it was 254": another value of the same rate.
fn tells_other_value(context: &Context, i: usize) -> bool {
    let read = context.read;
    let pronoun = context
        .lead(i)
        .is_some_and(|t| matches!(read.str(t), "was" | "were" | "is") && t > 0 && matches!(read.str(t - 1), "it" | "this" | "that"));
    // "74 inhabitants per km2, the national figure being 102"
    let being = context.lead(i).is_some_and(|t| {
        read.str(t) == "being" && t > 0 && matches!(read.str(t - 1), "figure" | "average" | "rate" | "mean" | "norm" | "level")
    });
    // "from 93 per 1,000 in 2010 to 58".
    let from = context.previous(i).is_some_and(|j| context.leads_from(j));
    let short = context.joint(i).len() == 1 || from && context.gap(i).len() <= 3;
    let to = short && context.lead(i).is_some_and(|t| read.word_is(t, Class::TO));
    pronoun || being || to || context.stands_after(i) || context.is_reference(i) || reaches(context, i)
}

/// "17.6 hours a day in Ald and 11.2 in Brenn": the same of another place.
pub(super) fn pairs(context: &Context, i: usize) -> bool {
    let read = context.read;
    let gap = context.gap(i);
    let Some(last) = gap.clone().next_back().filter(|_| gap.len() <= PAIR) else { return false };
    of_other_year(context, i)
        || read.word_is(last, Class::AND)
            && matches!(read.str(gap.start), "in" | "at" | "for" | "on" | "by" | "among" | "under" | "over")
            && read.str(context.after(i).start) == read.str(gap.start)
            && read.find_word(gap, Class::VERB | Class::AUXILIARY).is_none()
}

/// "78.9 megabits per second (2019: 61.4)": the same of another year.
pub(super) fn of_other_year(context: &Context, i: usize) -> bool {
    let read = context.read;
    let gap = context.gap(i);
    let colon = gap.clone().next_back().is_some_and(|t| read.is_mark(t, ':'));
    // "61.4 million in 2012 (2011: 58.9 million)"
    let open = gap.clone().rev().skip(1).take(BRACKET).find(|t| read.is_mark(*t, '('));
    colon && gap.len() <= PAIR && open.is_some_and(|open| (open..gap.end).any(|t| read.word_is(t, Class::YEAR)))
}

/// Tokens of a bracket that names another year.
const BRACKET: usize = 7;

/// Tokens between two figures of one thing in two places.
const PAIR: usize = 8;

/// "9.8 per 100,000 people, four times the rate of 2.2 in the cities": a rate beside a rate of the same sentence.
fn rate_again<'m>(context: &Context, mentions: &'m [Mention], i: usize) -> Option<&'m Mention> {
    let read = context.read;
    let this = mentions.get(i).filter(|m| m.kind == Kind::Level && m.unit_source != UnitSource::Printed)?;
    context.lead(i).filter(|t| *t > 0 && read.str(*t) == "of" && read.str(*t - 1) == "rate")?;
    let rate = |m: &&Mention| m.unit == this.unit && m.per.as_deref().is_some_and(|per| per.starts_with(|c: char| c.is_ascii_digit()));
    (context.in_sentence(i).start..i).rev().take(NEAR).filter_map(|j| mentions.get(j)).find(rate)
}

/// "remained at 404 a month and will increase by 5 to 409": what happens to the rate in front, and nothing else between.
fn goes_on_from<'m>(context: &Context, mentions: &'m [Mention], i: usize) -> Option<&'m Mention> {
    let read = context.read;
    let this = mentions.get(i).filter(|m| matches!(m.kind, Kind::Change | Kind::Target | Kind::Level))?;
    let previous = mentions.get(context.previous(i)?).filter(|m| m.per.is_some() && m.unit == this.unit)?;
    let gap = context.gap(i);
    let step = |t: usize| {
        read.word_is(t, Class::AND | Class::AUXILIARY | Class::RISE | Class::TO)
            || matches!(read.str(t), "by" | "from" | "to" | "then" | "which")
            || read.is_mark(t, ',')
    };
    let moves = read.classes(gap.clone()).intersects(Class::RISE) || context.joint(i).len() == 1 && read.word_is(gap.start, Class::TO);
    let to = context.lead(i).is_some_and(|t| matches!(read.str(t), "by" | "to"));
    let by = |j: usize| context.lead(j).is_some_and(|t| read.str(t) == "by");
    let alike = by(i) || of_one_size(this, previous) || context.previous(i).is_some_and(by);
    (moves && to && alike && gap.clone().all(step)).then_some(previous)
}

/// "rents averaged 152 a month as compared with 138 in 2019", "an average of JOD 118 a family (US$166)": the same rate of another time or place, or
/// in other money.
fn compared_rate<'m>(context: &Context, mentions: &'m [Mention], i: usize) -> Option<&'m Mention> {
    let this = mentions.get(i).filter(|m| matches!(m.kind, Kind::Level | Kind::Average))?;
    let previous = mentions.get(beside(context, i)?).filter(|m| m.kind == Kind::Average && m.per.is_some())?;
    let measured = |m: &Mention| m.unit.is_some_and(|u| !u.is_relative() && !u.is_time());
    let again = said_in_brackets(context, i).is_some() && previous.unit != this.unit && money(previous) && money(this);
    // "19.3 per million hours worked (22.1)": the same of the year before.
    let former = this.noun.is_none() && said_in_brackets(context, i).is_some() && context.gap(i).len() <= 2;
    let other = || context.is_reference(i) || former || is_value_beside(context, i);
    let reference = previous.unit == this.unit && of_one_size(previous, this) && other();
    (measured(this) && (again || reference)).then_some(previous)
}

/// "Fenn led with 4.99 tons per hectare, followed by Marle and Pell with 4.95 tons and 4.92 tons": the same rate of those that follow.
fn rate_of_leader<'m>(context: &Context, mentions: &'m [Mention], i: usize) -> Option<&'m Mention> {
    let this = mentions.get(i).filter(|m| m.kind == Kind::Level)?;
    let first = context.first_of_list(i);
    let leader = context.previous(first).and_then(|p| mentions.get(p)).filter(|m| m.kind == Kind::Average && m.unit == this.unit)?;
    (follows_leader(context, first) && of_one_size(leader, this)).then_some(leader)
}

/// "Sawlogs fetched 78 euros per m³, 3 euros more than in 2012, and pulpwood 31 euros": the same rate of what is named right in front, without a verb.
fn gapped_rate<'m>(context: &Context, mentions: &'m [Mention], i: usize) -> Option<&'m Mention> {
    let read = context.read;
    let this = mentions.get(i).filter(|m| m.kind == Kind::Level && !m.scaled)?;
    // "The murder rate was 4.1 per 100,000, robbery 61 and burglary 412": of as many, however many more.
    let counted = this.unit == Some(crate::analysis::Unit::Count) && this.noun.is_none() && this.head.is_none();
    let measured = this.unit.is_some_and(|u| !u.is_counted() && !u.is_relative() && !u.is_time());
    if !counted && !measured {
        return None;
    }
    let many = |m: &Mention| m.per.as_deref().is_some_and(|per| per.starts_with('1') && per.contains("00"));
    let behind = context.after(i).start;
    let label = context.tail(context.gap(i));
    let joined = label.start > context.gap(i).start || read.word_is(label.start, Class::AND);
    let label = label.start + usize::from(read.word_is(label.start, Class::AND))..label.end;
    let other = Class::STOP | Class::VERB | Class::AUXILIARY | Class::PREPOSITION | Class::RISE | Class::DETERMINER;
    let closes = !read.is_word(behind) || read.word_is(behind, Class::AND);
    let rated = |j: &usize| {
        let rate = |m: &Mention| m.unit == this.unit && m.per.is_some() && m.kind == Kind::Average && (!counted || many(m));
        mentions.get(*j).is_some_and(rate)
    };
    let at = (context.in_sentence(i).start..i).rev().take(NEAR).find(rated)?;
    // "A flat lets at 118 a week, a house at 136": of one of each.
    let led = |j: usize| context.lead(j).map(|t| read.str(t)).filter(|word| matches!(*word, "at" | "for"));
    // "A carpenter earns 45 a day, a mason 48 and a labourer 30"
    let opener = context.statement(i);
    let same = led(i).is_some() && led(i) == led(at) || led(i).is_none() && matches!(read.str(opener), "A" | "An");
    let alike = same && matches!(read.str(label.start), "a" | "an" | "one");
    let led_by = usize::from(led(i).is_some());
    let label = if alike { label.start + 1..label.end.saturating_sub(led_by).max(label.start + 1) } else { label };
    // "under-five 0.9"
    let joined_word = |t: usize| read.is_mark(t + 1, '-') || t > label.start && read.is_mark(t - 1, '-');
    let words = |t: usize| {
        read.is_word(t) && (!read.word_is(t, other) || counted && joined_word(t))
            || read.is_mark(t, '-')
            || alike && read.word_is(t, Class::NUMBER_WORD)
    };
    let costs = label.end.checked_sub(1).is_some_and(|t| matches!(read.str(t), "cost" | "costs" | "fetch" | "fetches"));
    let named = joined && !costs && (1..=NEAR + usize::from(alike)).contains(&label.len()) && label.clone().all(words);
    let rate = mentions.get(at)?;
    (named && closes && (counted || of_one_size(rate, this))).then_some(rate)
}

fn money(m: &Mention) -> bool {
    m.unit.is_some_and(crate::analysis::Unit::is_currency)
}

/// "increased by 716 yuan, reaching 6,000 yuan".
fn reaches(context: &Context, i: usize) -> bool {
    context.gap(i).len() <= 3
        && context.lead(i).is_some_and(|t| matches!(context.read.str(t), "reaching" | "reached" | "hitting" | "totaling"))
}

/// "1000 yuan for each household, while the city put in 500 yuan": beside a rate, an amount of its size is a rate of the same thing.
fn like_sibling<'m>(context: &Context, mentions: &'m [Mention], i: usize) -> Option<&'m Mention> {
    let this = mentions.get(i).filter(|m| m.unit.is_some_and(crate::analysis::Unit::is_currency) && m.kind != Kind::Change)?;
    if context.says_total(i) || context.read.phrase_is(context.after(i).start, Class::TOTAL) {
        return None;
    }
    let mut at = i;
    while let Some(previous) = context.previous(at) {
        at = previous;
        let sibling = mentions.get(at)?;
        if sibling.unit != this.unit || sibling.per.as_deref().is_some_and(is_time) {
            continue;
        }
        let rate = sibling.per.is_some() && sibling.kind != Kind::Change;
        return (rate && of_one_size(sibling, this)).then_some(sibling);
    }
    None
}

/// Whether neither amount is more than ten times the other.
pub(super) fn of_one_size(a: &Mention, b: &Mention) -> bool {
    let (Some(a), Some(b)) = (a.amount.middle(), b.amount.middle()) else { return false };
    let within = |x: Decimal, y: Decimal| x.checked_mul(Decimal::TEN).is_some_and(|ten| y <= ten);
    within(a, b) && within(b, a)
}

/// Whether an amount is more than a hundred times another: "9.5 million per village, and 1.84 billion in all".
fn larger_by_far(a: &Mention, b: &Mention) -> bool {
    let (Some(a), Some(b)) = (a.amount.middle(), b.amount.middle()) else { return false };
    b.checked_mul(Decimal::ONE_HUNDRED).is_some_and(|limit| a > limit)
}

/// "two leaders to contact each county, four units and one enterprise": small numbers in words that go on a list of what each one gets.
fn assigned_each<'m>(context: &Context, mentions: &'m [Mention], i: usize) -> Option<&'m Mention> {
    let this = mentions.get(i).filter(|m| m.in_words && m.kind == Kind::Level)?;
    let before = mentions.get(context.previous(i)?)?;
    let gap = context.gap(i);
    let goes_on = gap.clone().any(|t| context.ends_clause(t) || context.read.word_is(t, Class::AND))
        && context.read.find(gap, Class::VERB | Class::AUXILIARY).is_none();
    let counted = |m: &Mention| m.unit.is_some_and(crate::analysis::Unit::is_counted);
    (goes_on && before.head != this.head && before.in_words && before.per.is_some() && counted(before) && counted(this)).then_some(before)
}

/// "Each family got 50 kg of flour, 4 litres of oil and 2 kg of salt": the list of what each one has.
fn given_to_each<'m>(context: &Context, mentions: &'m [Mention], i: usize) -> Option<&'m Mention> {
    let read = context.read;
    let this = mentions.get(i).filter(|m| m.kind == Kind::Level)?;
    let before = mentions.get(context.previous(i)?).filter(|m| m.per.as_deref().is_some_and(|per| !is_time(per)))?;
    let start = context.statement(i);
    let each = matches!(read.str(start), "Each" | "Every")
        && before.per.as_deref().is_some_and(|per| !per.starts_with(|c: char| c.is_ascii_digit()));
    let gap = context.gap(i);
    let joined = gap.clone().next_back().is_some_and(|t| gap.contains(&t) && (read.is_mark(t, ',') || read.word_is(t, Class::AND)));
    let plain = gap.len() <= SPAN && !read.classes(gap.clone()).intersects(Class::VERB | Class::AUXILIARY | Class::TOTAL);
    let behind = context.after(i).start;
    let all = context.read.str(behind) == "in" && matches!(context.read.str(behind + 1), "all" | "total");
    let total = all || context.read.phrase_is(behind, Class::TOTAL) || this.unit == before.unit && larger_by_far(this, before);
    (each && joined && plain && !total && !this.unit.is_some_and(Unit::is_relative)).then_some(before)
}

/// "subsidised 5,000 students with 4,000 yuan": a small amount that goes with persons goes to each.
fn given_to_persons(context: &Context, mentions: &[Mention], i: usize) -> Option<String> {
    let this = mentions.get(i).filter(|m| m.unit.is_some_and(crate::analysis::Unit::is_currency) && !m.scaled && m.kind == Kind::Level)?;
    let before = mentions.get(context.previous(i)?)?;
    let with = context.gap(i).next_back().is_some_and(|t| context.read.str(t) == "with");
    let persons = before.unit == Some(crate::analysis::Unit::People);
    let small = this.amount.middle().is_some_and(|v| v < LARGEST_GIFT.into());
    (with && persons && small).then(|| "person".to_owned())
}

/// What one person is given in a scheme for many is less than this, in units of any currency that reports use.
const LARGEST_GIFT: i64 = 20_000;
