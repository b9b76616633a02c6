//! The time that an adjective of the subject says a figure is per: "a daily output of 5 tonnes", "The monthly wage rose from 85 to 110", "Daily cases
//! peaked at 61", "average annual output of 45 tons".

use super::Context;
use super::each::is_plural;
use super::mean::{is_mean, states};
use crate::analysis::Unit;
use crate::language::Class;
use crate::quantity::Mention;
use std::ops::Range;

/// "The daily wage of labourers moved up from 85 to 110", "average daily traffic rose from 478 to 612 vehicles", "the weekly rate rose by $3.70": the
/// time that the subject names, of what its verb leads to.
pub(super) fn time_of_subject(context: &Context, mentions: &[Mention], i: usize) -> Option<String> {
    let read = context.read;
    // "Weekly hours averaged 39.4"
    let timed = |unit: Unit| unit.is_time() && unit != Unit::Hour;
    let unit = mentions.get(i)?.unit.filter(|u| !u.is_relative() && !timed(*u))?;
    let lead = context.lead(i)?;
    if !(read.word_is(lead, Class::FROM | Class::TO)
        || matches!(read.str(lead), "by" | "at" | "was" | "averaged" | "averages" | "is" | "were"))
    {
        return None;
    }
    // "The monthly meeting was attended by 41 people": of no rate.
    if read.str(lead) == "by" && !context.is_led_by(i, Class::RISE) {
        return None;
    }
    // ", and the average daily rate went from 102 to 111".
    let clause = context.clause_before(i).start;
    // "Monthly pay averaged 4,300, while the hourly rate rose from 23.50": the nearer subject.
    let own = clause + usize::from(read.word_is(clause, Class::AND) || matches!(read.str(clause), "while" | "whereas"));
    let start = context.statement(i);
    let time = || time_between(context, start, lead);
    let time = if own > start { time_between(context, own, lead).or_else(time) } else { time() };
    time.filter(|time| unit != Unit::Hour || time != "hour")
}

/// "The average amount of annual transfers during 2014-18 was 7.4 million", "average annual output of 45 tons": a mean of years.
pub(super) fn annual_mean(context: &Context, mentions: &[Mention], i: usize) -> Option<String> {
    let read = context.read;
    mentions.get(i).filter(|m| m.unit.is_some_and(|u| !u.is_relative() && !u.is_time()))?;
    if !context.is_led_by(i, Class::ON_AVERAGE) || context.is_led_by(i, Class::INCOME) {
        return None;
    }
    let lead = context.lead(i).filter(|t| states(read.str(*t)))?;
    let front = context.near(i).start.max(lead.saturating_sub(SUBJECT))..lead;
    let mean = front.clone().find(|t| is_mean(read.str(*t)))?;
    // "The annual average was 61 cases"
    let from = mean.saturating_sub(1).max(front.start);
    let annual = (from..lead).any(|t| matches!(read.str(t), "annual" | "yearly"));
    (annual && !(mean..lead).any(|t| context.is_figure(t))).then(|| "year".to_owned())
}

/// The time that the subject of the verb between two tokens names.
fn time_between(context: &Context, start: usize, lead: usize) -> Option<String> {
    let read = context.read;
    // "Hourly pay rose": a noun behind the adjective, which is a verb elsewhere.
    let named = (start..lead).take(SUBJECT).find(|t| time_of(read.str(*t)).is_some())?;
    let from = if read.str(named + 1) == "pay" { named + 2 } else { start };
    let verb = read.find(from..lead + 1, Class::VERB | Class::AUXILIARY | Class::RISE);
    let verb = verb.or_else(|| (start..lead).find(|t| matches!(read.str(*t), "range" | "ranging" | "peaked" | "vary" | "varied")))?;
    // "was paid to 31,400 families" leads to no value.
    if read.word_is(lead, Class::TO) && !read.classes(start..lead).intersects(Class::RISE | Class::FROM) {
        return None;
    }
    let subject = start..verb;
    if subject.len() > SUBJECT {
        return None;
    }
    let time = subject.clone().find_map(|t| Some((t, time_of(read.str(t))?)))?;
    // One subject and one verb: the figures between belong to it, too.
    let one = !subject.clone().any(|t| context.ends_clause(t) || context.is_figure(t));
    let rest = verb + 1..lead;
    let moved = rest.clone().all(|t| !(read.word_is(t, Class::AND | Class::AUXILIARY) || read.is_mark(t, ';') || read.is_mark(t, ':')));
    (one && moved && time.0 + 1 < verb && !counts_stock(context, time.0 + 1..verb)).then(|| time.1.to_owned())
}

/// "the average daily population was 7,100": who is there on every day, and no number a day.
pub(super) fn counts_stock(context: &Context, mut named: Range<usize>) -> bool {
    named.any(|t| matches!(context.read.str(t), "population" | "attendance" | "occupancy" | "strength" | "balance" | "balances" | "stock"))
}

/// Tokens of a subject.
const SUBJECT: usize = 14;

/// The time that an adjective names.
pub(super) fn time_of(word: &str) -> Option<&'static str> {
    Some(match word {
        "daily" | "Daily" => "day",
        "weekly" | "Weekly" => "week",
        "monthly" | "Monthly" => "month",
        "hourly" | "Hourly" => "hour",
        "nightly" | "Nightly" => "night",
        "fortnightly" | "Fortnightly" => "fortnight",
        "quarterly" | "Quarterly" => "quarter",
        _ => return None,
    })
}

/// Whether "day's" stands right in front of the income at a token.
fn read_day(context: &Context, income: usize) -> bool {
    let read = context.read;
    read.str(income - 1) == "s" && matches!(read.str(income - 2), "'" | "’") && read.str(income - 3) == "day"
}

/// The time of an income: "daily wage", "weekly wage rates".
pub(super) fn time_of_income(context: &Context, clause: Range<usize>, income: usize) -> Option<String> {
    // "a day's wage"
    if income > clause.start + 2 && read_day(context, income) {
        return Some("day".to_owned());
    }
    let from = income.saturating_sub(2).max(clause.start);
    (from..income).rev().find_map(|t| time_of(context.read.str(t))).map(str::to_owned)
}

/// "a daily output of 5 tonnes", "her weekly wage was $6": the time by its adjective.
pub(super) fn time_in_front(context: &Context, mentions: &[Mention], i: usize) -> Option<String> {
    let read = context.read;
    // "The daily mean temperature was 21 degrees"
    mentions.get(i).filter(|m| !matches!(m.unit, Some(Unit::Celsius | Unit::Fahrenheit)))?;
    if let Some(time) = mentions.get(i).and_then(|m| time_of_noun(context, m)) {
        return Some(time);
    }
    let near = context.near(i);
    let lead = context.lead(i).filter(|t| states(read.str(*t)) || matches!(read.str(*t), "exceeded"))?;
    let (at, per) = (lead.saturating_sub(TIMED).max(near.start)..lead).rev().find_map(|t| Some((t, time_of(read.str(t))?)))?;
    // "Daily allowances of 1.60 euros"
    let small = mentions.get(i).is_some_and(|m| !m.scaled && m.unit.is_some_and(Unit::is_currency));
    // "Daily deaths reached 61", but "weekly meetings of 12 members"
    let said = !matches!(read.str(lead), "of" | "at" | "is" | "are");
    let word = |t: usize| !read.word_is(t, Class::STOP | Class::VERB) || read.str(t) == "pay";
    let plain = (at + 1..lead).all(|t| read.is_word(t) && word(t) && (small || said || !is_plural(context, t)));
    (plain && at + 1 < lead && !counts_stock(context, at + 1..lead) && !is_event(read.str(lead - 1))).then(|| per.to_owned())
}

/// "four daily flights", "12 weekly sailings": so many in each, where what is counted is done again and again.
fn time_of_noun(context: &Context, this: &Mention) -> Option<String> {
    let read = context.read;
    let noun = this.noun.filter(|noun| noun.head > this.last && noun.head <= this.last + TIMED)?;
    let done = |word: &str| {
        matches!(
            word,
            "flights" | "crossings" | "departures" | "sailings" | "trips" | "trains" | "meals" | "calls" | "visits" | "deliveries"
        ) || matches!(
            word,
            "shipments" | "lessons" | "prayers" | "doses" | "feeds" | "runs" | "services" | "arrivals" | "landings" | "rounds"
        )
    };
    let time = (this.last..noun.head).find_map(|t| time_of(read.str(t)))?;
    done(read.str(noun.head)).then(|| time.to_owned())
}

/// "the monthly survey of 1,200 firms": what comes so often, and has a size of its own.
fn is_event(word: &str) -> bool {
    let one = word.strip_suffix('s').unwrap_or(word);
    matches!(one, "survey" | "meeting" | "report" | "bulletin" | "session" | "conference" | "magazine" | "paper" | "newsletter" | "market")
        || matches!(one, "journal" | "newspaper" | "review" | "census" | "fair" | "sample" | "panel" | "service" | "train" | "visit")
}

/// Tokens between an adjective of time and the word that leads to its figure.
const TIMED: usize = 4;
