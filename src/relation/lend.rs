//! Units and nouns that the text leaves out: "160 enterprises passed, 23 were disqualified", "a population of 7.95 million",
//! "an increase of 725 over 2011".

use super::Context;
use super::named::of_pronoun;
use super::rate::pairs;
use super::remainder::is_rest;
use crate::analysis::Unit;
use crate::language::{Class, singular};
use crate::quantity::{Mention, UnitSource};
use crate::text::lowered;
use rust_decimal::Decimal;

/// Gives every figure without a unit the unit of what it speaks of; what finds none is a plain count.
pub(super) fn lend_units(context: &Context, mentions: &mut [Mention]) {
    for i in 0..mentions.len() {
        if are_points(context, mentions, i)
            && let Some(m) = mentions.get_mut(i)
        {
            (m.unit, m.noun, m.head, m.unit_source) = (Some(Unit::PercentagePoint), None, None, UnitSource::Lent);
        }
        if mentions.get(i).is_none_or(|m| m.unit.is_some()) {
            continue;
        }
        let power = power_of_next(context, mentions, i);
        let lent = from_total_behind(context, mentions, i)
            .or_else(|| from_next(context, mentions, i))
            .or_else(|| from_money_of_list(context, mentions, i))
            .or_else(|| named_ratio(context, i))
            .or_else(|| from_name_of_measure(context, i))
            .or_else(|| from_changed(context, i))
            .or_else(|| from_later_value(context, mentions, i))
            .or_else(|| from_pair(context, mentions, i))
            .or_else(|| from_first_of_list(context, mentions, i))
            .or_else(|| from_front(context, i))
            .or_else(|| from_label(context, i))
            .or_else(|| from_subject(context, i))
            .or_else(|| super::list_heads::from_head(context, mentions, i))
            .or_else(|| from_behind(context, i))
            .or_else(|| from_partitive(context, i))
            .or_else(|| from_figure(context, mentions, i));
        let Some(mention) = mentions.get_mut(i) else { continue };
        mention.unit_source = if lent.is_some() { UnitSource::Lent } else { UnitSource::Assumed };
        let (unit, head) = lent.unwrap_or((Unit::Count, None));
        if let Some(power) = power.filter(|_| unit == Unit::Kilogram) {
            mention.scale(power);
        }
        mention.unit = Some(unit);
        mention.head = head;
    }
}

/// "73.4%, up 1.2 points on the year": points of the percentage beside them.
fn are_points(context: &Context, mentions: &[Mention], i: usize) -> bool {
    let relative =
        |j: Option<usize>| j.and_then(|j| mentions.get(j)?.unit).is_some_and(|u| matches!(u, Unit::Percent | Unit::PercentagePoint));
    let points = mentions.get(i).is_some_and(|m| m.head.as_deref() == Some("point") && m.per.is_none());
    points && (relative(context.previous(i)) || relative(context.next(i)))
}

pub(super) type Lent = (Unit, Option<String>);

/// "412,000 of the 515,000 people": the total behind has the noun.
fn from_total_behind(context: &Context, mentions: &[Mention], i: usize) -> Option<Lent> {
    let total = mentions.get(context.partitive_total(i)?)?;
    // "148 out of 760 km": what is told of one measure.
    let out = context.read.str(context.after(i).start) == "out";
    Some((total.unit.filter(|u| u.is_counted() || out && !u.is_relative())?, total.head.clone()))
}

/// "Of the members, 340 are women": the noun stands in the phrase that opens the sentence.
fn from_partitive(context: &Context, i: usize) -> Option<Lent> {
    let read = context.read;
    let start = context.sentence(i).start;
    let opens = matches!(read.str(start), "Of" | "Among") && read.word_is(start + 1, Class::DETERMINER);
    let phrase = start + 2..context.before(i).end.min(start + 12);
    let close = context.before(i).next_back().is_some_and(|t| read.is_mark(t, ','));
    let head =
        phrase.filter(|_| opens && close).find(|t| read.word_is(*t, Class::PEOPLE | Class::HOUSEHOLDS) || looks_plural(read.str(*t)))?;
    Some(named(context, head))
}

/// "6.3 and 4.3 percentage points", "from 30 to 40 hectares": the unit is printed once, with the last of the list.
fn from_next(context: &Context, mentions: &[Mention], i: usize) -> Option<Lent> {
    let next = context.next(i)?;
    let from_to = (context.leads_from(i) || context.before(i).next_back().is_some_and(|t| context.read.str(t) == "by"))
        && context.gap(next).len() == 1
        && context.read.word_is(context.gap(next).start, Class::TO);
    let named = mentions.get(i)?.noun.is_some() || mentions.get(i)?.per.is_some();
    if !from_to && !context.continues_list(next) || named {
        return None;
    }
    let lender = mentions.get(next)?;
    // "27,500, or 56.9%": the share says the count again and lends it nothing.
    if context.restates(next) && lender.unit.is_some_and(Unit::is_relative) {
        return None;
    }
    // "reached 13.3 million and 100% of them", "against 4,210 and 43%": so large a number is no percentage.
    let large = mentions.get(i)?.scaled || mentions.get(i)?.amount.middle().is_some_and(|v| v >= Decimal::ONE_THOUSAND);
    if large && lender.unit.is_some_and(Unit::is_relative) {
        return None;
    }
    match lender.unit {
        Some(unit) => Some((unit, lender.head.clone())),
        None => from_next(context, mentions, next),
    }
}

/// "from 19.8 to 21.4 quintals": the power of ten that goes with the unit printed behind.
fn power_of_next(context: &Context, mentions: &[Mention], i: usize) -> Option<i32> {
    from_next(context, mentions, i)?;
    let next = context.next(i)?;
    let unit = context.read.entry(context.end(next).checked_sub(1)?, Class::UNIT);
    unit.map(|(entry, _)| entry.power).filter(|power| *power != 0)
}

/// "21.5 million euros, including 14.1 million for salaries and 2.9 million to clinics": the currency is printed once.
fn from_money_of_list(context: &Context, mentions: &[Mention], i: usize) -> Option<Lent> {
    let read = context.read;
    // "The pool held 975 million rupees. Of this, 640 million was lent."
    let taken_up = read.phrase_is(context.sentence(i).start, Class::PARTS);
    let before = context.previous(i).or_else(|| i.checked_sub(1).filter(|_| taken_up))?;
    let (this, before) = (mentions.get(i)?, mentions.get(before)?);
    let money = before.unit.filter(|u| u.is_currency() && before.scaled && before.per.is_none())?;
    let listed = context.before(i).next_back().is_some_and(|t| context.ends_clause(t) || read.word_is(t, Class::AND | Class::PARTS))
        || context.lead(i).is_some_and(|t| t > 0 && is_rest(read.str(t)) || read.str(t) == "of" && is_rest(read.str(t - 1)));
    let spent = matches!(
        read.str(context.after(i).start),
        "for" | "to" | "in" | "on" | "from" | "was" | "went" | "came" | "were" | "stayed" | "remained"
    );
    (this.scaled && this.noun.is_none() && listed && spent).then_some((money, None))
}

/// "The ratio of matching to pilot funds was 44.4".
fn named_ratio(context: &Context, i: usize) -> Option<Lent> {
    let said = context.sentence(i).start..context.before(i).end;
    let joined = context.read.word_is(said.end.checked_sub(1)?, Class::AUXILIARY | Class::PREPOSITION | Class::VERB);
    let ratio = |t: usize| lowered(context.read.str(t), |word| matches!(word, "ratio" | "multiple" | "index" | "coefficient"));
    (joined && said.clone().any(ratio)).then_some((Unit::Ratio, None))
}

/// "Planted acreage totaled 135,000": the word for what is measured names the unit.
fn from_name_of_measure(context: &Context, i: usize) -> Option<Lent> {
    let unit = |t: usize| match context.read.str(t).to_ascii_lowercase().as_str() {
        "acreage" => Some(Unit::Acre),
        "hectarage" => Some(Unit::Hectare),
        "mileage" => Some(Unit::Mile),
        "tonnage" => Some(Unit::Tonne),
        _ => None,
    };
    let names = |t: &usize| context.read.str(*t).ends_with("age") && unit(*t).is_some();
    context.near(i).rev().find(names).and_then(|t| Some((unit(t)?, None)))
}

/// "The number of pilot villages reached 1,161", "a population of 7.95 million", "participants exceeded 2,000".
fn from_front(context: &Context, i: usize) -> Option<Lent> {
    let read = context.read;
    // "1,352 schools, and of these 1,295 were": the figure in front has the noun.
    if context.previous(i).is_some() && context.opened_by(i, Class::PARTS) {
        return None;
    }
    let before = context.before(i);
    let clause = context.tail(before.clone());
    let leads = before.end.checked_sub(1).filter(|_| !before.is_empty())?;
    let exceeded = matches!(read.str(leads), "exceeded" | "topped" | "surpassed");
    let hedged = if exceeded { leads } else { context.lead(i).filter(|t| *t >= clause.start)? };
    let lead_word = read.str(hedged.min(leads));
    let leading = exceeded
        || matches!(
            lead_word,
            "of" | "to"
                | "from"
                | "reached"
                | "was"
                | "were"
                | "is"
                | "are"
                | "at"
                | "totaled"
                | "totalled"
                | "total"
                | "totals"
                | "totalling"
                | "totaling"
                | "number"
                | "numbers"
                | "numbering"
                | "aggregate"
                | "aggregates"
                | "aggregated"
                | "aggregating"
                | "exceeded"
                | "by"
                | "hit"
                | "stood"
                | "numbered"
                | "averaged"
                | "exceed"
                | "only"
        )
        || read.word_is(hedged, Class::AUXILIARY);
    if !leading || read.find(clause.clone(), Class::INCOME).is_some() {
        return None;
    }
    // "the settlements number 227": a verb, not what is counted.
    let counted = (clause.start..hedged.max(clause.start))
        .find(|t| lowered(read.str(*t), |word| matches!(word, "number" | "numbers" | "count" | "population")));
    let from = counted.unwrap_or(clause.start);
    let rate = read.find(from..hedged, Class::PER).unwrap_or(hedged);
    let head = (from..rate).find(|t| names_counted(context, *t))?;
    Some(named(context, head))
}

pub(super) fn names_counted(context: &Context, t: usize) -> bool {
    let read = context.read;
    read.word_is(t, Class::PEOPLE | Class::HOUSEHOLDS) || looks_plural(read.str(t)) && !read.word_is(t, Class::STOP)
}

/// "larcenies 8,437 and motor vehicle thefts 1,042", "Fraud cases opened: 1,245": the noun stands right in front, with no joint or a colon.
fn from_label(context: &Context, i: usize) -> Option<Lent> {
    let read = context.read;
    let before = context.before(i);
    let last = before.clone().next_back()?;
    let ends = !read.is_word(context.after(i).start) || read.word_is(context.after(i).start, Class::AND | Class::PREPOSITION);
    if read.is_mark(last, ':') {
        let label = context.tail(before.start..last);
        return label.clone().rev().find(|t| names_counted(context, *t)).map(|t| named(context, t));
    }
    let listed = read.find(context.sentence(i).start..before.start, Class::PARTS | Class::ALL_PARTS).is_some();
    (ends && !listed && names_counted(context, last)).then(|| named(context, last))
}

/// "Robberies fell by a quarter, from 4,080 to 3,060": only a joint in its clause, so that the subject of the sentence is counted.
fn from_subject(context: &Context, i: usize) -> Option<Lent> {
    let read = context.read;
    let clause = context.near(i);
    let bare = clause.len() <= 4
        && clause.clone().all(|t| {
            matches!(read.str(t), "from" | "to" | "by" | "stood" | "at" | "numbered" | "aggregate" | "totalled" | "totaled")
                || read.word_is(t, Class::DETERMINER | Class::OVER | Class::UNDER | Class::ABOUT | Class::AUXILIARY)
        });
    let start = context.sentence(i).start;
    let verb = read.find(start..clause.start, Class::VERB | Class::AUXILIARY | Class::RISE).filter(|_| bare && !clause.is_empty())?;
    let subject = context.tail(start..verb);
    let rate = read.find(subject.clone(), Class::PER).unwrap_or(verb);
    let continues = context.previous(i).is_some() && context.gap(i).len() == 1;
    (subject.start..rate).rev().filter(|_| !continues).find(|t| names_counted(context, *t)).map(|t| named(context, t))
}

/// "The poor population in the five cities was reduced by 19,100": behind another figure stands only what happened to the subject.
fn from_changed(context: &Context, i: usize) -> Option<Lent> {
    let read = context.read;
    let clause = context.gap(i);
    let verb = read.find(clause.clone(), Class::RISE).filter(|_| context.previous(i).is_some() && context.near(i).start <= clause.start)?;
    let said = (read.find(clause.clone(), Class::AUXILIARY).unwrap_or(verb)..clause.end)
        .all(|t| t == verb || read.word_is(t, Class::AUXILIARY | Class::RISE | Class::TO | Class::FROM) || read.str(t) == "by");
    let start = context.clause_before(i).start;
    let compound = |t: usize| t > start && read.is_mark(t - 1, '-');
    let names = |t: &usize| read.phrase_is(*t, Class::INCOME | Class::RATE) && !compound(*t) || names_counted(context, *t);
    let subject = (start..verb).find(names).filter(|_| said)?;
    let head = (subject..verb).take_while(|t| names_counted(context, *t)).last()?;
    Some(named(context, head))
}

/// "widened to 19.1 months from 18.4", "3.9 children, down from 4.2": the value in front has the unit.
fn from_later_value(context: &Context, mentions: &[Mention], i: usize) -> Option<Lent> {
    let from = context.leads_from(i);
    // "from 221,800 at the end of 2011 to 109,000".
    let closes =
        context.lead(i).is_some_and(|t| context.read.word_is(t, Class::TO)) && context.previous(i).is_some_and(|p| context.leads_from(p));
    let before = mentions.get(context.previous(i).filter(|_| from || closes)?)?;
    let near = context.gap(i).len() <= if closes { 7 } else { 5 } && mentions.get(i)?.noun.is_none() && !mentions.get(i)?.scaled;
    let unit = before.unit.filter(|u| !u.is_relative() || mentions.get(i).and_then(|m| m.precision).is_some_and(|p| p < 0));
    unit.filter(|_| near).map(|unit| (unit, before.head.clone()))
}

/// "17.6 hours a day in Ald and 11.2 in Brenn", "78.9 litres (2019: 61.4)": the unit is printed with the first of two places or years.
fn from_pair(context: &Context, mentions: &[Mention], i: usize) -> Option<Lent> {
    let before = mentions.get(context.previous(i).filter(|_| mentions.get(i).is_some_and(|m| m.noun.is_none()))?)?;
    let measured = before.unit.filter(|u| !u.is_counted() && !u.is_currency() && !u.is_relative())?;
    pairs(context, i).then(|| (measured, before.head.clone()))
}

/// "2.1 percentage points to growth, industry 0.9 and agriculture 0.4": a list whose unit is printed once, with the first member.
fn from_first_of_list(context: &Context, mentions: &[Mention], i: usize) -> Option<Lent> {
    let read = context.read;
    let before = mentions.get(context.previous(i)?)?;
    let gap = context.gap(i);
    let joined = gap.clone().any(|t| context.ends_clause(t) || read.word_is(t, Class::AND));
    let plain = gap
        .clone()
        .skip_while(|t| !context.ends_clause(*t) && !read.word_is(*t, Class::AND))
        .all(|t| !read.word_is(t, Class::VERB | Class::AUXILIARY));
    let tail = context.tail(gap.clone());
    let name = (1..=4).contains(&tail.len()) && tail.clone().any(|t| read.is_word(t) && !read.word_is(t, Class::STOP));
    let fraction = mentions.get(i)?.precision.is_some_and(|p| p < 0);
    let unit = before.unit.filter(|u| u.is_relative())?;
    (joined && plain && name && fraction).then_some((unit, None))
}

/// "a reduction of 26,000 in the number of poor people".
fn from_behind(context: &Context, i: usize) -> Option<Lent> {
    let read = context.read;
    let behind = context.behind(i);
    let number = (behind.start..behind.end.min(behind.start + 4)).find(|t| matches!(read.str(*t), "number" | "population"))?;
    let head =
        (number..behind.end.min(number + 8)).find(|t| read.word_is(*t, Class::PEOPLE | Class::HOUSEHOLDS) || looks_plural(read.str(*t)))?;
    Some(named(context, head))
}

/// The unit that the noun at token `head` counts in.
pub(super) fn named(context: &Context, head: usize) -> Lent {
    let read = context.read;
    // "The number of miles in operation".
    let measure = read.entry(head, Class::UNIT).and_then(|(entry, _)| entry.unit).filter(|u| !u.is_relative() && !u.is_time());
    if let Some(unit) = measure.filter(|u| !u.is_currency() && !u.is_counted()) {
        return (unit, None);
    }
    let unit = if read.word_is(head, Class::HOUSEHOLDS) {
        Unit::Households
    } else if read.word_is(head, Class::PEOPLE) {
        Unit::People
    } else {
        Unit::Count
    };
    (unit, Some(singular(read.str(head))))
}

/// "in 15 districts", "located in 15 states": a count of places behind a preposition.
pub(super) fn is_location(context: &Context, mentions: &[Mention], i: usize) -> bool {
    let place = mentions.get(i).and_then(|m| m.noun).is_some_and(|n| context.read.word_is(n.head, Class::PLACE | Class::WHOLE));
    context.lead(i).is_some_and(|t| {
        let located = t > 0 && matches!(context.read.str(t - 1), "located" | "situated" | "based" | "spread" | "living" | "distributed");
        (place || located) && matches!(context.read.str(t), "in" | "at" | "across" | "from" | "throughout" | "over" | "within")
    })
}

fn looks_plural(word: &str) -> bool {
    word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us")
}

/// From the nearest figure before it in the sentence that has a unit of its own; from the last figure of the sentence before where the
/// figure opens its sentence and a verb follows ("28 were built").
fn from_figure(context: &Context, mentions: &[Mention], i: usize) -> Option<Lent> {
    let mut at = i;
    let changes = context.read.find(context.near(i), Class::RISE).is_some();
    // "16,842 chiefs of five levels, of whom 9,876 ...": parts are fewer than their total.
    let part = context.opened_by(i, Class::PARTS) || context.read.phrase_is(context.sentence(i).start, Class::PARTS);
    let fewer = |m: &Mention| part && m.amount.bounds() < mentions.get(i).and_then(|m| m.amount.bounds());
    // "36,223 miles of line, of which 7,788 are new".
    let of_which = |unit: Unit| part && !unit.is_time() && !unit.is_currency();
    let mut small = None;
    while let Some(previous) = context.previous(at) {
        at = previous;
        let candidate = mentions.get(at)?;
        let divisor = mentions.get(i).and_then(|m| m.per.as_deref()).is_some_and(|per| candidate.head.as_deref() == Some(per));
        // "28 banks in 15 states, of which 12 ...": the places say where.
        let located = is_location(context, mentions, at) && context.previous(at).is_some();
        if !divisor && !located && candidate.unit.is_some_and(|u| !u.is_relative() && (changes || u.is_counted() || of_which(u))) {
            if !fewer(candidate) {
                return Some((candidate.unit?, candidate.head.clone()));
            }
            // "eight public and 70 aided schools, of which 74": of both together.
            small = small.or_else(|| candidate.unit.map(|unit| (unit, candidate.head.clone())));
        }
    }
    if small.is_some() {
        return small;
    }
    let after = context.after(i).start;
    let stands_alone =
        context.read.phrase_is(after, Class::AUXILIARY | Class::VERB | Class::PRONOUN) || of_pronoun(context, after) && !changes;
    // "Of those still waiting, 9,236 (7.8 per cent) had ...": what the sentence before tells.
    if context.in_sentence(i).start == i && context.read.phrase_is(context.sentence(i).start, Class::PARTS) {
        let whole = |m: &&Mention| m.unit.is_some_and(Unit::is_counted) && m.per.is_none() && !fewer(m);
        let total = mentions.get(context.in_sentence(i.checked_sub(1)?))?.iter().find(whole);
        return total.map(|m| (m.unit.unwrap_or(Unit::Count), m.head.clone()));
    }
    let candidate = mentions.get(at.checked_sub(1)?)?;
    (stands_alone && candidate.unit.is_some_and(Unit::is_counted)).then(|| (candidate.unit.unwrap_or(Unit::Count), candidate.head.clone()))
}
