//! What a mean is per, where its noun stands in front or is a stretch of years: "a ten-year average of 2.8 million hectares", "40 fires averaging
//! 2.8 hectares", "paid to 31,400 families at an average of 118", "a per capita use of 1.2 visits".

use super::Context;
use super::division::divided_by;
use crate::analysis::{Kind, Unit};
use crate::language::{Class, singular};
use crate::quantity::{Mention, UnitSource, is_time};

/// Tokens between the words of a mean and its figure.
const NEAR: usize = 6;

/// The denominator of mean `i`, if such words tell it.
pub(super) fn mean_of(context: &Context, mentions: &[Mention], i: usize) -> Option<String> {
    let this = mentions.get(i).filter(|m| m.unit.is_some_and(|u| !u.is_relative()))?;
    divided_mean(context, mentions, i)
        .or_else(|| of_those_in_front(context, mentions, i))
        .or_else(|| stayed_on_average(context, mentions, i))
        .or_else(|| of_one_person(context, this, i))
        .or_else(|| price_of_measure(context, this, i))
        .or_else(|| price_of_thing(context, mentions, i))
        .or_else(|| served_by_one(context, this, i))
}

/// Tells the means of years: they are compared with and divide nothing, so that they come when all is linked.
pub(super) fn tell_means_of_years(context: &Context, mentions: &mut [Mention]) {
    for i in 0..mentions.len() {
        let Some(m) = mentions.get_mut(i).filter(|m| m.per.is_none() && of_years(context, m, i)) else { continue };
        m.per = Some("year".to_owned());
        if m.kind == Kind::Level {
            m.kind = Kind::Average;
        }
    }
}

/// "a ten-year average of 2.8 million", "the average of the previous ten years (155,900)": so much in each of them.
fn of_years(context: &Context, this: &Mention, i: usize) -> bool {
    let read = context.read;
    let Some(lead) = context.lead(i) else { return false };
    let adds_up = this.unit.is_some_and(|u| !u.is_relative() && !u.is_time() && u != Unit::Celsius);
    let mean = |t: usize| matches!(read.str(t), "average" | "mean");
    let named = read.str(lead) == "of" && lead > 3 && mean(lead - 1) && read.str(lead - 2) == "year" && read.is_mark(lead - 3, '-');
    // "an annual average of 44.5 million"
    let annual = read.str(lead) == "of" && lead > 1 && mean(lead - 1) && matches!(read.str(lead - 2), "annual" | "yearly");
    let named = named || annual && !this.unit.is_some_and(Unit::is_time);
    let behind = || {
        let years = read.is_mark(lead, '(') && lead > 0 && read.str(lead - 1) == "years";
        let front = lead.saturating_sub(NEAR).max(context.sentence(i).start)..lead;
        years && front.clone().any(|t| mean(t) && read.str(t + 1) == "of") && read.is_mark(context.after(i).start, ')')
    };
    adds_up && (named || behind())
}

/// "40 fires averaging 2.8 hectares", "paid to 31,400 families at an average of 118": each of those that were counted right in front.
fn of_those_in_front(context: &Context, mentions: &[Mention], i: usize) -> Option<String> {
    let read = context.read;
    let gap = context.gap(i);
    if !matches!(read.str(gap.start), "averaging" | "at" | "with") {
        return None;
    }
    let counted = |m: &&Mention| m.noun.is_some() && m.unit.is_some_and(Unit::is_counted) && m.per.is_none();
    let those = context.previous(i).and_then(|p| mentions.get(p)).filter(counted)?;
    let words = gap.start..context.before_hedges(gap);
    let averaging = words.len() == 1 && read.str(words.start) == "averaging";
    let at = |t: usize| matches!(read.str(t), "at" | "with") && matches!(read.str(t + 1), "an" | "a") && read.str(t + 2) == "average";
    let given = words.len() == 4 && at(words.start) && read.str(words.start + 3) == "of";
    let ends = read.str(context.after(i).start) != "each";
    if ends && (averaging || given) { those.head.clone() } else { None }
}

/// "30,900 patients, who stayed 4.6 days on average": a clause about those who are counted.
fn stayed_on_average(context: &Context, mentions: &[Mention], i: usize) -> Option<String> {
    let read = context.read;
    let after = context.after(i).start;
    if read.str(after) != "on" || !read.phrase_is(after, Class::ON_AVERAGE) {
        return None;
    }
    let gap = context.gap(i);
    let said = gap.len() <= NEAR && gap.clone().any(|t| matches!(read.str(t), "who" | "which"));
    let counted = |m: &&Mention| m.noun.is_some() && m.unit.is_some_and(Unit::is_counted) && m.per.is_none();
    context.previous(i).and_then(|p| mentions.get(p)).filter(counted).filter(|_| said)?.head.clone()
}

/// "a per capita use of 1.2 visits": what is not whole is counted for each, not there in all.
fn of_one_person(context: &Context, this: &Mention, i: usize) -> Option<String> {
    let read = context.read;
    let broken = this.unit == Some(Unit::Count) && !this.scaled && this.amount.one().is_some_and(|v| v.scale() > 0 && !v.fract().is_zero());
    if !broken {
        return None;
    }
    let near = context.near(i);
    let of = context.lead(i).filter(|t| *t + 1 == this.first && near.contains(t) && matches!(read.str(*t), "of" | "was" | "at" | "is"))?;
    let capita = read.find_last(near.start.max(of.saturating_sub(NEAR))..of, Class::PER_CAPITA)?;
    (!(capita + 1..of).any(|t| context.is_figure(t))).then(|| "person".to_owned())
}

/// "A ton of maize fetched $210": what one measure of something costs.
fn price_of_measure(context: &Context, this: &Mention, i: usize) -> Option<String> {
    let read = context.read;
    if !this.unit.is_some_and(Unit::is_currency) {
        return None;
    }
    let clause = context.clause_before(i);
    let measured = |unit: Unit| !unit.is_relative() && !unit.is_counted() && !unit.is_time() && !unit.is_currency();
    let unit_at = |start: usize| {
        let one = matches!(read.str(start), "A" | "a" | "One" | "one") && read.str(start + 2) == "of";
        read.entry(start + 1, Class::UNIT).filter(|(e, len)| one && *len == 1 && e.unit.is_some_and(measured))
    };
    // "a kilogram of butter costs 31.40 and a litre of milk 3.62": the verb is said once.
    let gap = context.gap(i);
    let own = gap.start + 1;
    let listed = context.previous(i).is_some() && (read.is_mark(gap.start, ',') || read.word_is(gap.start, Class::AND));
    if listed && this.unit_source == UnitSource::Lent && gap.len() <= NEAR && unit_at(own).is_some() {
        return Some(singular(read.str(own + 1)));
    }
    let unit = unit_at(clause.start);
    let verb = context.lead(i).filter(|t| unit.is_some() && clause.contains(t) && *t <= clause.start + NEAR)?;
    let costs = matches!(read.str(verb), "fetched" | "cost" | "costs" | "earned" | "brought" | "fetches" | "at" | "for" | "was" | "is");
    let plain = (clause.start..verb).all(|t| !context.is_figure(t));
    (costs && plain).then(|| singular(read.str(clause.start + 1)))
}

/// "A consultation costs 7 dollars", "a 20-litre can sells for 5 cents": what one thing of a kind costs.
fn price_of_thing(context: &Context, mentions: &[Mention], i: usize) -> Option<String> {
    let read = context.read;
    let this = mentions.get(i)?;
    if this.scaled || !this.unit.is_some_and(Unit::is_currency) {
        return None;
    }
    let before = context.previous(i).and_then(|p| mentions.get(p)).filter(|m| m.unit == this.unit);
    let priced = before.is_some_and(|m| m.per.as_deref().is_some_and(|per| !is_time(per)));
    if let Some(thing) = listed_thing(context, this, i).filter(|_| priced) {
        return Some(thing);
    }
    let clause = context.clause_before(i);
    // "and a meal costs 6"
    let clause = clause.start + usize::from(read.word_is(clause.start, Class::AND))..clause.end;
    let verb = context.unhedged(i).checked_sub(1)?;
    let verb = if matches!(read.str(verb), "for" | "at") { verb.checked_sub(1)? } else { verb };
    let costs = matches!(read.str(verb), "cost" | "costs" | "sells" | "sold" | "fetches" | "fetched");
    let last = verb.checked_sub(1).filter(|t| costs && *t > clause.start && *t <= clause.start + NEAR && read.is_word(*t))?;
    // "A loaf of bread cost 4.85", "a bed in a hostel costs 24"
    let of = (clause.start + 2..last).find(|t| matches!(read.str(*t), "of" | "in" | "on" | "at" | "for"));
    let thing = of.map_or(last, |of| of - 1);
    let article = matches!(read.str(clause.start), "A" | "a" | "An" | "an");
    let article_in = |t: usize| of.is_some_and(|of| t == of + 1) && matches!(read.str(t), "a" | "an" | "the");
    let plain = (clause.start + 1..verb)
        .all(|t| Some(t) == of || article_in(t) || !read.word_is(t, Class::STOP | Class::AND | Class::AUXILIARY) && !context.is_figure(t));
    (article && plain && (!read.str(thing).ends_with('s') || read.str(thing).ends_with("ss"))).then(|| singular(read.str(thing)))
}

/// "a bed in a hostel costs €24 and a pitch on a campsite €31": the verb is said once.
fn listed_thing(context: &Context, this: &Mention, i: usize) -> Option<String> {
    let read = context.read;
    let gap = context.gap(i);
    let joined = read.is_mark(gap.start, ',') || read.word_is(gap.start, Class::AND);
    let article = gap.start + 1;
    let label = article + 1..context.unhedged(i);
    let front = context.clause_before(context.previous(i)?);
    let first = front.start + usize::from(read.word_is(front.start, Class::AND));
    let alike = |t: usize| matches!(read.str(t), "A" | "a" | "An" | "an");
    let listed = joined && alike(article) && alike(first) && (1..=NEAR).contains(&label.len()) && !this.scaled;
    let last = label.clone().find(|t| read.word_is(*t, Class::PREPOSITION)).unwrap_or(label.end).checked_sub(1)?;
    let plain = label.clone().all(|t| read.is_word(t) && !read.word_is(t, Class::VERB | Class::AUXILIARY | Class::AND));
    (listed && plain && last > article).then(|| singular(read.str(last)))
}

/// "a physician serves 21,400 people", "one extension officer covered 1,340 farms": what one of a kind has to do with.
fn served_by_one(context: &Context, this: &Mention, i: usize) -> Option<String> {
    let read = context.read;
    let counted = this.unit.is_some_and(Unit::is_counted) && !this.in_words && this.amount.one().is_some_and(|n| n > SERVED.into());
    let behind = context.unhedged(i).checked_sub(1).filter(|_| counted)?;
    let verb = if read.str(behind) == "after" { behind.checked_sub(1)? } else { behind };
    let serves = match read.str(verb) {
        "serves" | "served" | "covers" | "covered" | "attends" | "attended" | "supervises" | "supervised" => verb == behind,
        "looks" | "looked" => verb != behind,
        _ => false,
    };
    let near = context.clause_before(i);
    let from =
        (near.start..verb).rev().take(NEAR).find(|t| matches!(read.str(*t), "A" | "a" | "An" | "an" | "One" | "one")).filter(|_| serves)?;
    let plain = from + 1 < verb && (from + 1..verb).all(|t| read.is_word(t) && !read.word_is(t, Class::STOP) && !context.is_figure(t));
    let one = !read.str(verb - 1).ends_with('s') && !read.tokens.get(verb - 1).is_some_and(|t| t.capital);
    (plain && one).then(|| singular(read.str(verb - 1)))
}

/// One school may serve three villages; that one of a kind serves so many is said of them all.
const SERVED: i64 = 20;

/// "The 14 mills have 2,310 workers, an average of 165": what divides a total of the sentence to the mean.
fn divided_mean(context: &Context, mentions: &[Mention], i: usize) -> Option<String> {
    let read = context.read;
    let of = context.lead(i)?;
    let mean = read.str(of) == "averaging" || read.str(of) == "of" && of > 0 && matches!(read.str(of - 1), "average" | "mean");
    if mean { divided_by(context, mentions, i) } else { None }
}
