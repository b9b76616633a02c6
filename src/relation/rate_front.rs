//! Denominators that stand in front of their figure or later in its clause: "per capita", "averagely each village", "the daily wage was",
//! "25,000 yuan for house building of each household"; and incomes, which are a person's or a household's.

use super::Context;
use super::each::is_plural;
use super::mean_time::time_of_income;
use super::planned::is_past;
use super::rate::{ends_span, of_one_size};
use super::rate_aside::rate_aside;
use crate::analysis::Unit;
use crate::language::Class;
use crate::quantity::{Mention, is_time, rate_of_clause};
use crate::text::lowered;

/// "per capita", "averagely each village" in front of a figure: only in its own clause, and only for amounts that can be rates.
pub(super) fn rate_in_front(context: &Context, mentions: &[Mention], i: usize) -> Option<String> {
    let mention = mentions.get(i)?;
    let unit = mention.unit?;
    let cue =
        context.is_led_by(i, Class::PER | Class::PER_CAPITA | Class::INCOME) || context.is_followed_by(i, Class::PER | Class::PER_CAPITA);
    if let Some(per) = rate_aside(context, unit, i) {
        return Some(per);
    }
    if !cue || unit.is_relative() || unit.is_time() && !matches!(unit, Unit::Hour | Unit::Day) {
        return None;
    }
    let read = context.read;
    // "the national standard of 2,300 yuan": a line is what it is, whatever else the clause speaks of.
    let line = |t: usize| t > 0 && read.str(t) == "of" && matches!(read.str(t - 1), "line" | "standard" | "threshold");
    if unit.is_currency() && context.lead(i).is_some_and(line) {
        return None;
    }
    let clause = context.clause_before(i);
    if unit.is_counted() {
        let lead = clause
            .clone()
            .rev()
            .find(|t| !read.word_is(*t, Class::OVER | Class::UNDER | Class::ABOUT | Class::THAN | Class::DETERMINER | Class::BETWEEN))?;
        let near = context.near(i);
        let subject = || read.find(near.clone(), Class::PER).is_some_and(|at| opens_predicate(context, near.start..at, near.end));
        // "The number of pupils per qualified teacher went down from 92 to 87".
        let number = || {
            let stands = || {
                read.str(lead) == "at" && matches!(read.str(lead - 1), "stood" | "stands" | "remained" | "remains" | "was" | "were" | "is")
            };
            let at = read.find(near.clone(), Class::PER).filter(|_| read.word_is(lead, Class::FROM | Class::TO) || stands())?;
            // "Cases per 100,000 people rose to 212"
            let counted = || at > near.start && (is_plural(context, at - 1) || read.word_is(at - 1, Class::PEOPLE));
            let named = (near.start..at).any(|t| {
                lowered(read.str(t), |word| {
                    matches!(word, "number" | "ratio" | "incidence" | "prevalence" | "mortality" | "density" | "rate")
                })
            });
            ((named || counted()) && read.classes(at + 1..lead).intersects(Class::RISE | Class::VERB)).then_some(())
        };
        // "Every week an average of 8,000 cases": what leads to the figure only says that it is a mean or a sum.
        let summed = || read.str(lead) == "of" && matches!(read.str(lead - 1), "average" | "total" | "mean" | "maximum" | "minimum");
        let opens = || read.find(near.clone(), Class::PER).is_some_and(|at| at == near.start) && summed();
        // "Each officer looked after 31 men"
        let looks = || read.str(lead) == "after" && lead > near.start && matches!(read.str(lead - 1), "looked" | "looks" | "look");
        let adverbial = (!read.word_is(lead, Class::PREPOSITION) || looks() || subject() || opens() || number().is_some())
            && read.find(near.clone(), Class::PER_CAPITA).is_none();
        let in_front = (adverbial && !context.rate_is_taken(i)).then(|| rate_of_clause(read, near.start, near.end)).flatten();
        return in_front.or_else(|| each_behind(context, i, true));
    }
    // "for 23 days at eight in the evening, every evening": how long, whatever happened each time.
    let lasts = unit.is_time() && context.lead(i).is_some_and(|t| read.str(t) == "for");
    let given = || if lasts { None } else { each_behind(context, i, false) };
    // "The wage was 138 rupees a day against the notified rate of 157": so much a day, too.
    let held_against = context.previous(i).and_then(|p| mentions.get(p)).filter(|m| context.is_reference(i) && m.unit == mention.unit);
    // "Wages rose from 40 dollars a day to 45"
    let later = || context.previous(i).filter(|_| ends_span(context, i)).and_then(|p| mentions.get(p)).filter(|m| m.unit == mention.unit);
    let held_against = held_against.or_else(|| goes_on_for(context, mentions, i)).or_else(later);
    if let Some(per) = held_against.and_then(|m| m.per.clone()).filter(|per| is_time(per) || per.contains(" per ")) {
        return Some(per);
    }
    rate_of_clause(read, clause.start, clause.end)
        .filter(|_| !context.rate_is_taken(i))
        .filter(|_| read.find(clause.clone(), Class::PER).is_none_or(|at| at >= context.before(i).start || given().is_none()))
        .or_else(given)
        .or_else(|| if spans_to_rate(context, mentions, i) { None } else { income_in_front(context, mention, clause) })
}

/// "Gross wages averaged 1,126 a month, net wages 838": so much in the same time, without a verb of its own.
fn goes_on_for<'m>(context: &Context, mentions: &'m [Mention], i: usize) -> Option<&'m Mention> {
    let read = context.read;
    let this = mentions.get(i)?;
    let previous = mentions.get(context.previous(i)?).filter(|m| m.unit == this.unit && of_one_size(m, this))?;
    let gap = context.gap(i);
    // "was 187 euros; net of work income it was 171 euros"
    let it = context.lead(i).is_some_and(|t| matches!(read.str(t), "was" | "is") && t > 0 && read.str(t - 1) == "it");
    if it && previous.per.is_some() {
        return Some(previous);
    }
    // "8,640 a month underground and 6,120 on the surface"
    let joined = gap.clone().any(|t| read.is_mark(t, ',') || read.word_is(t, Class::AND));
    (joined && gap.len() <= GOES_ON && !read.classes(gap).intersects(Class::VERB | Class::AUXILIARY)).then_some(previous)
}

/// Tokens between such a wage and the next.
const GOES_ON: usize = 5;

/// "raised from 41 to 45 per day": the later value has the denominator of both.
fn spans_to_rate(context: &Context, mentions: &[Mention], i: usize) -> bool {
    let rated = |n: usize| mentions.get(n).is_some_and(|m| m.per.is_some());
    // "Wages rose by 5 dollars to 45 dollars a day"
    let by = || context.lead(i).is_some_and(|t| context.read.str(t) == "by");
    let to = |n: usize| context.gap(n).len() == 1 && context.read.word_is(context.gap(n).start, Class::TO);
    context.next(i).is_some_and(|n| rated(n) && (context.leads_from(i) && ends_span(context, n) || to(n) && by()))
}

/// "that each village is equipped with": what stands in front of the denominator leads to a subject, whose predicate follows.
fn opens_predicate(context: &Context, front: std::ops::Range<usize>, end: usize) -> bool {
    let read = context.read;
    let opens = front.is_empty() || read.str(front.end - 1) == "that";
    opens && read.find(front.end..end, Class::AUXILIARY).is_some()
}

/// "25,000 yuan for house building of each immigrant household", "two leaders to contact each county": a denominator later in the clause.
/// Of a count it is one only where the verb between is an infinitive or "for" leads to it.
fn each_behind(context: &Context, i: usize, counted: bool) -> Option<String> {
    let read = context.read;
    let behind = context.behind(i);
    let near = behind.start..behind.end.min(behind.start + EACH_REACH);
    let capita = || read.find(near.clone(), Class::PER_CAPITA).filter(|t| is_done_per(context, *t));
    let at = read.find(near.clone(), Class::PER).or_else(capita)?;
    let infinitive = read.word_is(near.start, Class::TO) && at <= near.start + 2;
    // "15 million yuan was issued to each county", "is allowed to be increased per year for each county".
    let passive = read.find(near.start..at, Class::AUXILIARY).is_some() && read.find(near.start..at, Class::AND).is_none();
    let given = passive
        && !read.word_is(at - 1, Class::AUXILIARY)
        && (is_done_per(context, at)
            || matches!(read.str(at), "to" | "for")
            || matches!(read.str(at - 1), "to" | "for" | "in")
            || (read.str(at) == "of" || read.str(at - 1) == "of") && (near.start..at).any(|t| read.str(t) == "for"));
    let plain = (near.start..at).all(|t| !(read.word_is(t, Class::AUXILIARY) || read.word_is(t, Class::VERB) && is_past(read.str(t))));
    let fits = given || infinitive || if counted { at == near.start } else { plain };
    fits.then(|| rate_of_clause(read, at, behind.end.min(at + EACH_REACH))).flatten()
}

/// "86 g of protein are consumed per person": a participle right in front of the denominator.
fn is_done_per(context: &Context, at: usize) -> bool {
    let read = context.read;
    let done = read.str(at - 1);
    read.str(at) == "per" && (read.word_is(at - 1, Class::VERB) || done.ends_with("ed") || matches!(done, "eaten" | "drunk" | "grown"))
}

/// Tokens between an amount and the denominator that follows it.
const EACH_REACH: usize = 14;

/// An income as small as one person's is a person's, or a household's where the text says so.
fn income_in_front(context: &Context, mention: &Mention, clause: std::ops::Range<usize>) -> Option<String> {
    let small = mention.unit.is_some_and(Unit::is_currency)
        && !mention.scaled
        && mention.amount.middle().is_some_and(|v| v < LARGEST_INCOME.into());
    let at = context.read.find_last(clause.clone(), Class::INCOME).filter(|_| small)?;
    // "the collective income of villages", "the poverty line was raised": nobody's own income.
    let common = |t: usize| matches!(context.read.str(t), "collective" | "line" | "threshold" | "standard");
    if clause.clone().any(common) {
        return None;
    }
    // "the daily wage of labourers": so much a day.
    if let Some(time) = time_of_income(context, clause.clone(), at) {
        return Some(time);
    }
    // "gross earnings", "customs earnings": a firm's or a government's.
    let gross = at > clause.start && is_common_income(context.read.str(at - 1)) || context.read.str(at + 1) == "from";
    if gross && context.read.str(at) == "earnings" {
        return None;
    }
    // "our income grew from 64,000 to 119,000": the writer's.
    let own = |t: usize| lowered(context.read.str(t), |word| matches!(word, "our" | "charitable" | "voluntary" | "investment"));
    if at > clause.start && own(at - 1) {
        return None;
    }
    // "the income for farm families was"
    let theirs = matches!(context.read.str(at + 1), "for" | "of" | "in" | "among");
    let for_homes = theirs && (at + 2..clause.end.min(at + 5)).any(|t| context.read.word_is(t, Class::HOUSEHOLDS));
    let household = for_homes || (clause.start..at).any(|t| context.read.word_is(t, Class::HOUSEHOLDS));
    Some(if household { "household" } else { "person" }.to_owned())
}

/// Whose earnings these are: not a person's.
fn is_common_income(word: &str) -> bool {
    matches!(word, "gross" | "export" | "total" | "operating" | "foreign" | "exchange" | "tourism" | "working" | "retained" | "net")
}

/// No yearly income of one person in a report is as large as this, in units of any currency that reports use.
const LARGEST_INCOME: i64 = 200_000;
