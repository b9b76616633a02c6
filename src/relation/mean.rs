//! Denominators of means and wages that a word in front of the figure tells: "averaging $184,000 a loan" without its last words, "the average loan
//! size was", "a daily wage of", "for every 1,000 employees there were 3.1", "one net for two people".

use super::Context;
use super::each::asked_if;
use super::mean_each::of_as_many;
use super::mean_one::mean_one;
use super::mean_time::{annual_mean, time_of_subject};
use super::rate::of_one_size;
use crate::analysis::{Kind, Unit};
use crate::language::Class;
use crate::quantity::{Mention, UnitSource, printed};
use rust_decimal::Decimal;

/// The denominator of figure `i` that the words of a mean or a ratio tell. `says_each` as in [`super::each::denominator_apart`].
pub(super) fn told_in_front(context: &Context, mentions: &[Mention], i: usize, says_each: bool) -> Option<String> {
    asked_if(says_each, || every_one(context, mentions, i))
        .or_else(|| price_of_one(context, mentions, i))
        .or_else(|| mean_one(context, mentions, i))
        .or_else(|| averaged_subject(context, mentions, i))
        .or_else(|| asked_if(says_each, || of_so_many(context, mentions, i)))
        .or_else(|| one_for(context, mentions, i))
        .or_else(|| time_of_subject(context, mentions, i))
        .or_else(|| annual_mean(context, mentions, i))
}

/// "Average class size was 26.8 pupils", "an average stay of 42 days", "within 72 days on average": a mean, whatever it is per.
pub(super) fn averaged(context: &Context, i: usize, unit: Unit) -> bool {
    let read = context.read;
    let mean = || {
        let at = context.is_led_by(i, Class::ON_AVERAGE).then(|| read.find(context.near(i), Class::ON_AVERAGE)).flatten();
        at.is_some_and(|t| {
            !read.word_is(t + 1, Class::PREPOSITION) || read.str(t + 1) == "of" || read.phrase_is(t + 1, Class::ABOUT | Class::OVER)
        })
    };
    let said = || {
        context.lead(i).is_some_and(|t| {
            matches!(read.str(t), "of" | "was" | "were" | "is" | "at" | "averaged" | "averages")
                || read.phrase_is(t, Class::ON_AVERAGE)
                || read.str(t) == "average" && t > 0 && read.str(t - 1) == "on"
                || read.word_is(t, Class::TO)
                    && t > 0
                    && matches!(read.str(t - 1), "came" | "amounted" | "close" | "amounts" | "comes" | "worked")
        })
    };
    let after = context.after(i);
    // "On average, each of the 12,000 families received 200"
    if context.lead(i).is_some_and(|t| t > 0 && read.str(t) == "of" && matches!(read.str(t - 1), "each" | "Each" | "every")) {
        return false;
    }
    mean() && said()
        || read.phrase_is(after.start, Class::ON_AVERAGE) && read.str(after.start) == "on"
        || !unit.is_counted() && !unit.is_relative() && !unit.is_time() && (labelled_mean(context, i) || mean_is_subject(context, i))
        || unit.is_counted() && after.start == context.end(i) && vital_rate(context, i)
}

/// "the average depth is 33 feet, and in the channels 30 feet": a mean that goes on for another place.
pub(super) fn mean_goes_on(context: &Context, mentions: &[Mention], i: usize) -> Option<Kind> {
    let read = context.read;
    let (this, before) = (mentions.get(i)?, mentions.get(context.previous(i)?)?);
    if before.kind != Kind::Average {
        return None;
    }
    // "The median was 9.4 months in the district courts and 14.1 in the high court"
    let timed = |u: Unit| u.is_time() && this.unit_source != UnitSource::Lent;
    let measured = this.unit.is_some_and(|u| !u.is_relative() && !u.is_counted() && !timed(u)) && this.unit == before.unit;
    let mean = before.per.is_none() && this.per.is_none() && of_one_size(this, before);
    if !measured || !mean || context.says_total(i) {
        return None;
    }
    let gap = context.gap(i);
    let joined = gap.clone().any(|t| read.is_mark(t, ',') || read.word_is(t, Class::AND));
    let place = gap.clone().any(|t| matches!(read.str(t), "in" | "off" | "at" | "for" | "on"));
    let own = Class::VERB | Class::AUXILIARY | Class::RISE | Class::PARTS | Class::PLAN | Class::THAN;
    let plain = gap.len() <= LABEL && !read.classes(gap).intersects(own) && !context.is_followed_by(i, Class::COMPARED | Class::GAP);
    (joined && place && plain).then_some(Kind::Average)
}

/// "Average rainfall for ten years 18 inches", "mean maximum, 78° F.": a label of a mean in front, without a verb.
fn labelled_mean(context: &Context, i: usize) -> bool {
    let read = context.read;
    // "Average rainfall for ten years 18 inches": the years belong to the label.
    let years = context.previous(i).filter(|_| context.gap(i).is_empty());
    let before = years.map_or(context.before(i), |years| context.before(years).start..context.before(i).end);
    let end = before.clone().next_back().map_or(before.end, |t| if read.is_mark(t, ',') || read.is_mark(t, ':') { t } else { before.end });
    let label = context.tail(before.start..end);
    let plain = label.clone().all(|t| !read.word_is(t, Class::VERB | Class::AUXILIARY | Class::AND | Class::RISE));
    is_mean(read.str(label.start))
        && label.len() > 1
        && label.len() <= LABEL
        && plain
        && (label.end < before.end || !read.word_is(label.end - 1, Class::PREPOSITION))
}

/// Tokens of the label of a mean.
const LABEL: usize = 10;

/// Tokens of a subject.
const SUBJECT: usize = 14;

/// "The mean temperature, as recorded at Ald, for the last ten years is 66° F.": asides stand between the subject and its verb.
fn mean_is_subject(context: &Context, i: usize) -> bool {
    let read = context.read;
    let start = context.statement(i);
    let subject = start + usize::from(read.word_is(start, Class::DETERMINER));
    let Some(lead) = context.lead(i).filter(|t| matches!(read.str(*t), "is" | "was" | "were" | "are")) else { return false };
    let front = subject..lead;
    is_mean(read.str(subject)) && front.len() <= SUBJECT * 2 && read.find_word(front, Class::AUXILIARY | Class::AND).is_none()
}

/// "a birth rate of 33.7", "the infant mortality rate was 117": so many of a thousand that is not named.
fn vital_rate(context: &Context, i: usize) -> bool {
    let read = context.read;
    let near = context.near(i);
    let lead = context.lead(i).filter(|t| near.contains(t) && matches!(read.str(*t), "of" | "was" | "is" | "at"));
    let rate = near.clone().find(|t| read.str(*t) == "rate" && *t > near.start);
    lead.zip(rate).is_some_and(|(lead, rate)| {
        rate < lead
            && matches!(read.str(rate - 1), "birth" | "death" | "mortality" | "fertility" | "marriage" | "crime" | "accident" | "suicide")
    })
}

/// "The mean cost of an action was", "the unit price of a house averaged": what each one costs.
fn price_of_one(context: &Context, mentions: &[Mention], i: usize) -> Option<String> {
    let read = context.read;
    mentions.get(i).filter(|m| m.unit.is_some_and(Unit::is_currency))?;
    let near = context.near(i);
    if let Some(person) = personal(context, i) {
        return Some(person);
    }
    let lead = context.lead(i).filter(|t| near.contains(t) && states(read.str(*t)) || read.word_is(*t, Class::FROM | Class::TO))?;
    let size = near.clone().take_while(|t| *t < lead).find(|t| matches!(read.str(*t), "price" | "cost" | "rent" | "value" | "fare"))?;
    let noun = size.checked_sub(1).filter(|t| *t >= near.start)?;
    if read.str(noun).eq_ignore_ascii_case("unit") && matches!(read.str(size), "price" | "cost") {
        return Some("unit".to_owned());
    }
    // "The mean cost of an action was close to 81,000 pesos".
    let one = read.str(size + 1) == "of" && matches!(read.str(size + 2), "a" | "an" | "each" | "one");
    let plain = || size + 3 < lead && (size + 3..lead).all(|t| read.is_word(t) && !read.word_is(t, Class::PREPOSITION));
    if !one || !is_mean(read.str(noun)) || !plain() {
        return None;
    }
    let last = (size + 3..lead).take_while(|t| !read.word_is(*t, Class::AUXILIARY | Class::VERB | Class::RISE)).last();
    last.map(|t| read.str(t).to_lowercase())
}

/// "the average monthly pension was 464 yuan": what persons are paid.
fn personal(context: &Context, i: usize) -> Option<String> {
    let read = context.read;
    if !context.is_led_by(i, Class::ON_AVERAGE) {
        return None;
    }
    let near = context.near(i);
    let mean = near.clone().find(|t| is_mean(read.str(*t)))?;
    let paid =
        (mean + 1..near.end.min(mean + 4)).find(|t| matches!(read.str(*t), "allowance" | "pension" | "benefit" | "bonus" | "stipend"))?;
    let last = near.end.checked_sub(1).map(|t| if read.str(t) == "respectively" { t - 1 } else { t })?;
    let states = paid < last && states(read.str(context.before_hedges(near.start..last + 1).saturating_sub(1)));
    (states && (mean + 1..paid).all(|t| !read.word_is(t, Class::STOP))).then(|| "person".to_owned())
}

pub(super) fn is_mean(word: &str) -> bool {
    matches!(word, "average" | "Average" | "mean" | "Mean" | "median" | "Median" | "typical")
}

pub(super) fn states(word: &str) -> bool {
    matches!(word, "was" | "is" | "were" | "are" | "of" | "at" | "averaged" | "averages" | "reached" | "stood" | "came")
}

/// "317 loans worth 58 million, averaging 184,000", "the borrowers thus owed 7,494 on average": each of those that were counted in front.
fn averaged_subject(context: &Context, mentions: &[Mention], i: usize) -> Option<String> {
    let read = context.read;
    let this = mentions.get(i).filter(|m| m.unit.is_some_and(Unit::is_currency))?;
    let after = context.after(i).start;
    let averaging = context
        .lead(i)
        .is_some_and(|t| read.str(t) == "averaging" || t > 0 && read.str(t) == "of" && read.str(t - 1) == "average" && closed(context, i));
    let behind = read.phrase_is(after, Class::ON_AVERAGE) && read.str(after) == "on";
    // "paid 2.3 million to 1,187 people, on average 1,940"
    let in_front =
        context.gap(i).len() <= 4 && context.lead(i).is_some_and(|t| t > 0 && read.str(t) == "average" && read.str(t - 1) == "on");
    if !averaging && !behind && !in_front {
        return None;
    }
    let counted = |j: usize| {
        let m = mentions.get(j).filter(|m| m.unit.is_some_and(Unit::is_counted) && m.per.is_none())?;
        Some((m.amount.one().filter(|n| *n > Decimal::ONE)?, m.head.clone()?))
    };
    let sentence = context.in_sentence(i).start..i;
    let average = this.amount.one()?;
    let totals = || (sentence.start..i).filter_map(|j| mentions.get(j).filter(|m| m.unit == this.unit)?.amount.one());
    // The count that divides a total of the sentence to the average; else the nearest one.
    let divides = |count: Decimal| {
        let product = average.checked_mul(count);
        product.is_some_and(|product| totals().any(|total| (product - total).abs() * Decimal::from(20) <= total.abs()))
    };
    let exact = (sentence.start..i).rev().filter_map(counted).find(|(count, _)| divides(*count));
    exact.or_else(|| (sentence.start..i).rev().find_map(counted).filter(|_| behind || totals().next().is_none())).map(|(_, head)| head)
}

/// "For every dollar invested in the north, only one cent was invested in the south": the first figure behind the comma.
fn every_one(context: &Context, mentions: &[Mention], i: usize) -> Option<String> {
    let read = context.read;
    mentions.get(i).filter(|m| m.unit.is_some_and(|u| !u.is_relative() && !u.is_time()))?;
    let near = context.near(i);
    let comma = near.start.checked_sub(1).filter(|t| near.len() <= EVERY && read.is_mark(*t, ','))?;
    let front = context.before(i).start..comma;
    // "Per 100,000 population, 412 crimes were recorded"
    let opens = front.start == context.sentence(i).start || context.ends_clause(front.start.saturating_sub(1));
    let plain = (front.start + 2..front.end).all(|t| read.is_word(t)) && front.len() <= EVERY + 1;
    if read.str(front.start).eq_ignore_ascii_case("per") && read.word_is(front.start + 1, Class::DIGITS) && opens && plain {
        return Some(printed(read, front.start + 1..front.end));
    }
    let every = read.find(front.clone(), Class::PER).map(|t| if matches!(read.str(t), "every" | "each") { t } else { t + 1 });
    let every = every.filter(|t| matches!(read.str(*t), "every" | "each") && *t > 0 && matches!(read.str(*t - 1), "For" | "for"))?;
    let opens = every <= context.sentence(i).start + 1 || every > 1 && context.ends_clause(every - 2);
    let noun = every + 1;
    let plain = read.is_word(noun) && !read.word_is(noun, Class::STOP);
    let one_clause = read.find_word(noun..front.end, Class::AUXILIARY).is_none();
    (opens && plain && one_clause).then(|| read.str(noun).to_lowercase())
}

/// Tokens from the comma behind "for every one" to what it has.
const EVERY: usize = 4;

/// Whether a comma stands in front of the mean: "64 bridges, an average of $1.15 million".
fn closed(context: &Context, i: usize) -> bool {
    let near = context.near(i);
    near.len() <= 4 && near.start > 0 && context.read.is_mark(near.start - 1, ',')
}

/// "For every 1,000 employees there were 3.1 from abroad", "of every 100 pupils 38 walk": the number in front is what the figure is out of.
fn of_so_many(context: &Context, mentions: &[Mention], i: usize) -> Option<String> {
    let read = context.read;
    let previous = context.previous(i)?;
    if let Some(per) = of_as_many(context, mentions, i, previous) {
        return Some(per);
    }
    let every = context.before(previous).next_back().filter(|t| matches!(read.str(*t), "every" | "each"))?;
    let opens =
        every.checked_sub(1).is_some_and(|t| matches!(read.str(t), "For" | "for" | "Of" | "of" | "to" | "To" | "In" | "in" | "Among"));
    let gap = context.gap(i);
    // "Of every 1,000 children born, 47 died", "of every £100 received in rent, £38 goes on repairs"
    let comma = gap.start + usize::from(gap.len() > 1 && read.is_mark(gap.start + 1, ','));
    let closing = gap.end.checked_sub(1).filter(|t| *t > gap.start && read.is_mark(*t, ','));
    let rest = match closing {
        _ if read.is_mark(comma, ',') => comma + 1..gap.end,
        Some(closing) => gap.start..closing,
        None => gap.clone(),
    };
    let opens = opens && every <= context.near(previous).start + 1;
    // "For every 100 girls, 112 boys attend"
    let hundred = closing.is_some() || read.is_mark(comma, ',');
    let plain = gap.len() <= OUT_OF && read.find_word(rest, Class::AND | Class::CLAUSE_END).is_none();
    let (this, of) = (mentions.get(i)?, mentions.get(previous)?);
    let counts = |m: &Mention| m.unit.is_some_and(Unit::is_counted);
    let smaller = of.amount.one().zip(this.amount.one()).is_some_and(|(whole, part)| part < whole) || hundred && of_one_size(of, this);
    let money = of.unit == this.unit && of.unit.is_some_and(Unit::is_currency);
    (opens && plain && smaller && (money || counts(this) && counts(of))).then(|| printed(read, of.first..of.after_noun))
}

/// Tokens between the number that a figure is out of and the figure.
const OUT_OF: usize = 6;

/// "one net for every two people", "which means one teacher for about 121 pupils": the number behind is what one goes to.
fn one_for(context: &Context, mentions: &[Mention], i: usize) -> Option<String> {
    let read = context.read;
    mentions.get(i).filter(|m| m.in_words && m.amount.one() == Some(Decimal::ONE) && m.unit.is_some_and(Unit::is_counted))?;
    let next = context.next(i)?;
    let of = mentions.get(next).filter(|m| m.unit.is_some_and(Unit::is_counted) && m.after_noun > m.last)?;
    let gap = context.gap(next);
    let end = context.before_hedges(gap.clone()).max(gap.start);
    let every = end > gap.start && matches!(read.str(end - 1), "every" | "each");
    let lead = if every { end.checked_sub(2)? } else { end.checked_sub(1)? };
    let leads = lead >= gap.start && matches!(read.str(lead), "for" | "to" | "per");
    let ratio = || context.near(i).any(|t| read.str(t) == "ratio");
    let means = context.lead(i).is_some_and(|t| match read.str(t) {
        "means" | "being" | "averaging" | "equals" | "of" | "or" | "to" | ":" | "(" => true,
        // "The valley has one doctor for 31,000 people"
        "has" | "have" => of.amount.middle().is_some_and(|n| n >= Decimal::ONE_HUNDRED),
        "is" | "was" => {
            let there = matches!(read.str(t.saturating_sub(1)), "There" | "there") && of.unit == Some(Unit::People);
            ratio() || t > 0 && read.str(t - 1) == "which" || there && of.amount.one() > Some(Decimal::ONE)
        }
        // "one doctor to 18,600 people and one midwife to 5,200 women"
        "and" | "," => {
            let pair = i.checked_sub(2).filter(|p| *p >= context.in_sentence(i).start).and_then(|p| mentions.get(p));
            pair.is_some_and(|p| p.in_words && p.per.is_some() && p.amount.one() == Some(Decimal::ONE))
        }
        _ => false,
    });
    (leads && gap.len() <= GOES_TO && (every || means && gap.len() <= 3)).then(|| printed(read, of.first..of.after_noun))
}

/// Tokens between "one" and the number that it goes to.
const GOES_TO: usize = 10;
