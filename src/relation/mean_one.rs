//! What a mean is per, where the word of the mean goes with its noun: "The average farm has 2.4 ha", "the average loan was $310", "Farms averaged
//! 2.4 ha", "Visitors spent $210 on average", "average class size is 31".

use super::Context;
use super::denominators::standard;
use super::division::divided_by;
use super::each::is_plural;
use super::mean_words::{acts, is_amount, is_sum, is_thing};
use crate::analysis::Unit;
use crate::language::{Class, singular};
use crate::quantity::Mention;
use crate::text::lowered;
use std::ops::Range;

/// Tokens of a subject, words behind its noun among them.
const SUBJECT: usize = 9;

/// Tokens from the word of the mean to its noun.
const NOUN: usize = 3;

/// One of those that the words of a mean name.
pub(super) fn mean_one(context: &Context, mentions: &[Mention], i: usize) -> Option<String> {
    let this = mentions.get(i)?;
    let unit = this.unit.filter(|u| !u.is_relative() && !matches!(u, Unit::Celsius | Unit::Fahrenheit))?;
    if let Some(group) = size_of_group(context, this, i) {
        return Some(group);
    }
    if let Some(sum) = sum_of_each(context, mentions, i) {
        return Some(sum);
    }
    let read = context.read;
    let behind = read.str(context.after(i).start) == "on" && read.phrase_is(context.after(i).start, Class::ON_AVERAGE);
    let opens = read.str(context.statement(i)) == "On" && read.phrase_is(context.statement(i), Class::ON_AVERAGE);
    let led = context.is_led_by(i, Class::ON_AVERAGE) || context.near(i).any(|t| read.str(t) == "typical");
    if !behind && !opens && !led {
        return None;
    }
    let said = Said { this, unit, behind, opens };
    let Some(noun) = averaging(context, &said, i).or_else(|| acting(context, &said, i)).or_else(|| mean_noun(context, &said, i)) else {
        // "The 12 schools have 492 pupils, 41 on average"
        return if behind { divided_by(context, mentions, i) } else { None };
    };
    // "Schools averaged 41 schools": of itself nothing is counted.
    let noun = standard(&singular(&read.str(noun).to_lowercase()));
    (this.head.as_deref() != Some(&*noun)).then_some(noun)
}

/// "grants of $500 to $2,000", "contracts were signed, with grants of between 35 and 400 dollars": a range of money is that of each of the sums, or
/// of those that were counted in front and have them.
fn sum_of_each(context: &Context, mentions: &[Mention], i: usize) -> Option<String> {
    let read = context.read;
    let this = mentions.get(i).filter(|m| m.unit.is_some_and(Unit::is_currency))?;
    // A single amount may be what all of them come to.
    if this.amount.one().is_some() {
        return None;
    }
    let near = context.near(i);
    let idle = |t: usize| matches!(read.str(t), "of" | "between" | "from" | "ranging" | "worth");
    let noun = near.clone().rev().find(|t| !idle(*t)).filter(|noun| *noun + 1 < near.end)?;
    if !is_plural(context, noun) || !lowered(read.str(noun), is_sum) {
        return None;
    }
    let led = noun.checked_sub(1).filter(|t| *t >= context.before(i).start);
    let had = led.is_some_and(|t| matches!(read.str(t), "with" | "received" | "got" | "given" | "receiving"));
    let counted = |m: &&Mention| m.head.is_some() && m.per.is_none() && m.unit.is_some_and(Unit::is_counted);
    let those = context.previous(i).and_then(|p| mentions.get(p)).filter(counted).filter(|_| had);
    those.and_then(|m| m.head.as_deref()).map(standard).or_else(|| Some(singular(&read.str(noun).to_lowercase())))
}

/// A figure and where "on average" is said of it.
struct Said<'m> {
    this: &'m Mention,
    unit: Unit,
    behind: bool,
    opens: bool,
}

impl Said<'_> {
    /// Whether figure and noun agree: "Farms averaged 2.4 ha", "the average loan is $310", "Classes averaged 31 pupils"; no time is had by things.
    fn fits(&self, context: &Context, noun: usize) -> bool {
        let bearer = is_bearer(context, noun);
        match self.unit {
            Unit::Currency(_) => bearer || lowered(context.read.str(noun), is_sum),
            unit if unit.is_counted() => self.this.noun.is_some() && !lowered(context.read.str(noun), is_amount),
            unit if unit.is_time() => false,
            _ => bearer || lowered(context.read.str(noun), is_thing),
        }
    }
}

/// Persons, households and places.
fn is_bearer(context: &Context, t: usize) -> bool {
    context.read.word_is(t, Class::PEOPLE | Class::HOUSEHOLDS | Class::PLACE)
}

/// Whether a word is a plural that can be a subject.
fn is_many(context: &Context, t: usize) -> bool {
    let irregular = |word: &str| matches!(word, "women" | "men" | "children" | "people" | "fishermen");
    is_plural(context, t) || lowered(context.read.str(t), irregular)
}

/// "Farms averaged 2.4 ha", "and fines averaging 385 dollars": the plural right in front.
fn averaging(context: &Context, said: &Said, i: usize) -> Option<usize> {
    let verb = context.lead(i).filter(|t| matches!(context.read.str(*t), "averaged" | "averaging" | "average"))?;
    let noun = verb.checked_sub(1).filter(|t| *t >= context.near(i).start && !context.is_figure(*t))?;
    (is_many(context, noun) && said.fits(context, noun)).then_some(noun)
}

/// "Families had on average 6.3 members", "Visitors spent an average of $210", "On average a judge heard 212 cases", "The average farm in the
/// valley has 2.4 ha": the subject of a verb that each of them does by itself.
fn acting(context: &Context, said: &Said, i: usize) -> Option<usize> {
    let read = context.read;
    let near = context.near(i);
    let end = context.unhedged(i);
    let ends = |words: &[&str]| {
        let from = end.checked_sub(words.len()).filter(|from| *from > near.start)?;
        words.iter().enumerate().all(|(n, word)| read.str(from + n) == *word).then_some(from)
    };
    let averaged = ends(&["on", "average"])
        .or_else(|| ends(&["an", "average", "of"]))
        .or_else(|| ends(&["an", "average"]))
        .or_else(|| ends(&["average", "of"]))
        .or_else(|| ends(&["average"]));
    let verb = averaged.unwrap_or(end).checked_sub(1).filter(|t| near.contains(t) && lowered(read.str(*t), acts))?;
    let start = if read.str(near.start) == "On" && read.phrase_is(near.start, Class::ON_AVERAGE) { near.start + 2 } else { near.start };
    let noun = subject(context, start..verb)?;
    let person = is_bearer(context, noun) && !read.word_is(noun, Class::PLACE);
    // "The counties spent 41 million on average": together, as likely.
    let large = said.unit.is_currency() && said.this.scaled && !person;
    let fits = if said.unit.is_time() { person } else { !large && !lowered(read.str(noun), is_amount) };
    let mean = (start..noun).any(|t| is_mean(read.str(t)));
    let one = matches!(read.str(start), "a" | "an" | "A" | "An") && (said.opens || said.behind || averaged.is_some());
    let many = is_many(context, noun) && (said.opens || said.behind || averaged.is_some());
    (fits && (mean || one || many)).then_some(noun)
}

/// The noun of a subject, in front of the first preposition that goes with it.
fn subject(context: &Context, front: Range<usize>) -> Option<usize> {
    let read = context.read;
    // "each", "typically"
    let end = front.end - usize::from(front.len() > 1 && matches!(read.str(front.end - 1), "each" | "typically" | "usually" | "now"));
    // "In an average year the county makes", "Above-average rain gave"
    let aside = read.word_is(front.start, Class::PREPOSITION) || front.clone().any(|t| read.is_mark(t, '-'));
    if aside || front.len() > SUBJECT || read.find_word(front.clone(), Class::AUXILIARY | Class::CLAUSE_END).is_some() {
        return None;
    }
    let preposition = (front.start + 1..end).find(|t| read.word_is(*t, Class::PREPOSITION));
    if preposition.is_some_and(|t| read.str(t) == "of") {
        return None;
    }
    let noun = preposition.unwrap_or(end).checked_sub(1).filter(|t| front.contains(t))?;
    (read.is_word(noun) && !read.word_is(noun, Class::PREPOSITION | Class::DETERMINER)).then_some(noun)
}

/// "The average loan was $310", "an average farm of 2.4 ha", "average grants of $310", "The average parcel grew from 1.4 to 3.5 ha".
fn mean_noun(context: &Context, said: &Said, i: usize) -> Option<usize> {
    let read = context.read;
    let lead = context.lead(i).filter(|t| states(read.str(*t)) || read.word_is(*t, Class::TO | Class::FROM))?;
    let moved = read.word_is(lead, Class::TO | Class::FROM);
    // "from 3.1 ha to 2.4 ha": the clause goes on over the first value.
    let goes_on = moved && context.previous(i).is_some_and(|p| context.leads_from(p));
    let front = if goes_on { context.clause_before(i).start } else { context.near(i).start }..lead;
    let mean = front.clone().rev().find(|t| is_mean(read.str(*t)))?;
    let noun = (mean + 1..lead.min(mean + 1 + NOUN)).take_while(|t| read.is_word(*t) && !ends_noun(context, *t)).last()?;
    // "The average loan in the valley was $310"
    let rest = noun + 1..lead;
    let place =
        rest.len() <= SUBJECT && matches!(read.str(rest.start), "in" | "at" | "for") && !rest.clone().any(|t| context.ends_clause(t));
    let verb = |t: usize| read.word_is(t, Class::AUXILIARY | Class::VERB | Class::RISE);
    let plain = rest.is_empty() || place || rest.clone().all(|t| verb(t) || read.word_is(t, Class::FROM) || context.is_figure(t));
    let told = plain && (!moved || rest.clone().any(verb));
    // "Average household consumption was 214 kWh"
    let amount = |t: usize| lowered(read.str(t), |word| is_amount(word) || matches!(word, "bill" | "bills"));
    let owner = noun > mean + 1 && amount(noun) && matches!(read.str(noun - 1), "household" | "family" | "farm");
    let own = owner && !said.unit.is_counted() && !said.unit.is_time();
    if told && own { Some(noun - 1) } else { (told && said.fits(context, noun)).then_some(noun) }
}

fn ends_noun(context: &Context, t: usize) -> bool {
    context.read.word_is(t, Class::STOP | Class::RISE | Class::VERB | Class::AUXILIARY | Class::PREPOSITION)
}

/// "The average household size is 4.2", "class sizes fell to 31", "the average size of a farm was 2.4 ha": what is in each.
fn size_of_group(context: &Context, this: &Mention, i: usize) -> Option<String> {
    let read = context.read;
    // "Mean farm size: 2.4 ha"
    let label = context.lead(i).filter(|t| read.is_mark(*t, ':'));
    let clause = label.map_or(context.clause_before(i), |colon| context.statement(i)..colon + 1);
    let clause = clause.end.saturating_sub(SUBJECT * 2).max(clause.start)..clause.end;
    let size = clause.clone().find(|t| matches!(read.str(*t), "size" | "sizes" | "Size"))?;
    let leads = |t: usize| {
        let averages = matches!(read.str(t), "averaged" | "averages") || read.is_mark(t, ':');
        averages || states(read.str(t)) || read.word_is(t, Class::TO | Class::FROM)
    };
    let lead = context.lead(i).filter(|t| *t > size && leads(*t))?;
    // Nothing but another value of it stands between.
    let other = |t: usize| read.is_mark(t, ';') || read.is_mark(t, '.') || read.word_is(t, Class::AND);
    if (size + 1..lead).any(other) {
        return None;
    }
    let of = read.str(size + 1) == "of" && size + 1 < lead;
    let group = if of {
        let first = size + 2 + usize::from(read.word_is(size + 2, Class::DETERMINER));
        let noun = |t: &usize| read.is_word(*t) && (!ends_noun(context, *t) || read.str(*t) == "holding");
        (first..lead.min(first + NOUN)).take_while(noun).last()?
    } else {
        size.checked_sub(1).filter(|t| clause.contains(t) && read.is_word(*t) && !read.word_is(*t, Class::STOP))?
    };
    let mean = clause.clone().any(|t| is_mean(read.str(t)) || matches!(read.str(t), "averaged" | "averages"));
    let name = singular(&read.str(group).to_lowercase());
    let known =
        matches!(name.as_str(), "household" | "family" | "class" | "farm" | "holding" | "plot" | "herd" | "flock" | "loan" | "parcel");
    let measured = match this.unit? {
        Unit::People | Unit::Count | Unit::Households => !this.scaled,
        Unit::Currency(_) => !of && mean,
        unit => matches!(unit, Unit::Hectare | Unit::Acre | Unit::SquareMetre | Unit::SquareFoot | Unit::Mu | Unit::Dunam | Unit::Feddan),
    };
    let none = matches!(name.as_str(), "sample" | "market" | "population" | "average" | "mean" | "median" | "total" | "same");
    (measured && !none && (known || mean)).then(|| standard(&name))
}

fn is_mean(word: &str) -> bool {
    lowered(word, |word| matches!(word, "average" | "mean" | "median" | "typical"))
}

fn states(word: &str) -> bool {
    matches!(word, "was" | "is" | "were" | "are" | "of" | "at" | "reached" | "exceeded" | "being")
}
