//! Persons that a subject or predicate tells: "600 took part", "passenger numbers reached 3.4 million", "unemployment fell to 51,200", "one in
//! eight adults, or 41,000", "women made up 1,340".

use super::Context;
use super::counted::{named, names_counted};
use super::lend::Lent;
use super::lend_total::names_persons;
use super::persons::of_persons;
use super::yardstick::is_bound;
use crate::analysis::Unit;
use crate::language::Class;
use crate::quantity::{Mention, is_arrival};
use crate::text::lowered;
use rust_decimal::Decimal;
use std::ops::Range;

/// Tokens from a subject to its figure.
const SUBJECT: usize = 10;

/// The persons that the subject in front of bare figure `i` names.
pub(super) fn from_person_subject(context: &Context, mentions: &[Mention], i: usize) -> Option<Lent> {
    let this = mentions.get(i).filter(|m| m.noun.is_none() && m.per.is_none())?;
    from_numbers(context, i)
        .or_else(|| from_employment(context, this, i))
        .or_else(|| from_size(context, i))
        .or_else(|| from_share_again(context, mentions, i))
        .or_else(|| from_made_up(context, i))
}

/// "Passenger numbers rose from 3.4 million to 3.9 million": numbers of persons.
fn from_numbers(context: &Context, i: usize) -> Option<Lent> {
    let lead = context.lead(i).filter(|t| states(context, *t))?;
    let clause = context.clause_before(i);
    let persons = |t: &usize| context.read.str(*t) == "numbers" && is_arrival(context.read, *t);
    let subject = clause.start..clause.start.max(lead).min(clause.start + SUBJECT);
    subject.clone().find(persons).map(|_| of_persons())
}

/// "The mill employs 320 and the quarry 140".
pub(super) fn from_employer(context: &Context, mentions: &[Mention], i: usize) -> Option<Lent> {
    let read = context.read;
    mentions.get(i).filter(|m| m.noun.is_none() && m.per.is_none())?;
    let employs = context.lead(i).is_some_and(|t| matches!(read.str(t), "employs" | "employ" | "employing" | "recruits" | "hires"));
    employs.then(of_persons)
}

/// Whether a word leads from a subject to what it comes to.
fn states(context: &Context, t: usize) -> bool {
    let read = context.read;
    read.word_is(t, Class::TO | Class::FROM | Class::AUXILIARY | Class::OVER | Class::UNDER)
        || matches!(read.str(t), "by" | "at" | "of" | "reached" | "exceeded" | "totalled" | "totaled" | "averaged" | "stood" | "topped")
}

/// "Registered unemployment fell by 3,400 to 51,200": so large a number is no rate.
fn from_employment(context: &Context, this: &Mention, i: usize) -> Option<Lent> {
    let read = context.read;
    let lead = context.lead(i).filter(|t| states(context, *t))?;
    let large = this.scaled || this.amount.middle().is_some_and(|v| v >= Decimal::ONE_THOUSAND);
    let clause = context.clause_before(i);
    let employed = |word: &str| matches!(word, "unemployment" | "employment" | "joblessness");
    let noun = (clause.start..lead.min(clause.start + 4)).find(|t| lowered(read.str(*t), employed))?;
    // "Employment in Brackenmoor rose by 3,400", but "employment offices numbered" and "employment in the mills".
    let verb = read.word_is(behind_place(context, noun + 1), Class::RISE | Class::AUXILIARY | Class::VERB);
    (large && verb && clause.contains(&noun)).then(of_persons)
}

/// The token behind "in Upper Brackenmoor" or "in the province" at token `at`, if a place stands there.
fn behind_place(context: &Context, at: usize) -> usize {
    let read = context.read;
    let name = at + 1 + usize::from(read.word_is(at + 1, Class::DETERMINER));
    let capital = |t: usize| read.tokens.get(t).is_some_and(|token| token.is_word() && token.capital);
    let end = (name..name + PLACE).find(|t| !capital(*t)).unwrap_or(at);
    match read.str(at) {
        "in" if end > name => end,
        "in" if read.word_is(name, Class::PLACE | Class::WHOLE) => name + 1,
        _ => at,
    }
}

/// Words of a place's name.
const PLACE: usize = 5;

/// "The average household size is 4.2", "class sizes fell to 31".
fn from_size(context: &Context, i: usize) -> Option<Lent> {
    let read = context.read;
    let lead = context.lead(i).filter(|t| states(context, *t))?;
    let near = context.near(i);
    let size = near.clone().find(|t| matches!(read.str(*t), "size" | "sizes") && *t < lead)?;
    let group = size.checked_sub(1).filter(|t| near.contains(t))?;
    lowered(read.str(group), |word| matches!(word, "household" | "family" | "class")).then(of_persons)
}

/// "One in eight adults, or 41,000, cannot read": a share of persons, said again as their number.
fn from_share_again(context: &Context, mentions: &[Mention], i: usize) -> Option<Lent> {
    let read = context.read;
    let share = context.previous(i).and_then(|p| mentions.get(p)).filter(|m| m.unit == Some(Unit::Percent))?;
    let or = context.lead(i).filter(|t| matches!(read.str(*t), "or") && read.is_mark(*t - 1, ','))?;
    let phrase = share.last..or - 1;
    let plain = phrase.len() <= 5 && !read.classes(phrase.clone()).intersects(Class::VERB | Class::AUXILIARY | Class::CLAUSE_END);
    let noun = phrase.clone().next_back().filter(|t| plain && names_persons(context, *t))?;
    Some(named(context, noun))
}

/// "Women made up 1,340 of the trainees": the persons who are so many.
fn from_made_up(context: &Context, i: usize) -> Option<Lent> {
    let read = context.read;
    let near = context.near(i);
    let verb = near.clone().find(|t| matches!(read.str(*t), "made" | "make") && read.str(t + 1) == "up")?;
    let noun = verb.checked_sub(1).filter(|t| near.contains(t) && context.lead(i) == Some(verb + 1))?;
    names_persons(context, noun).then(|| named(context, noun))
}

/// "600 took part", "18,400 had found work", "1,200 are on the waiting list": what only persons do, where nothing else tells who they are.
pub(super) fn acts_as_persons(context: &Context, i: usize) -> bool {
    let read = context.read;
    let at = context.after(i).start;
    let verb = if matches!(read.str(at), "have" | "had" | "has") { at + 1 } else { at };
    let alone =
        matches!(read.str(verb), "graduated" | "volunteered" | "emigrated" | "retired" | "enlisted" | "perished" | "commute" | "commuted")
            || matches!(
                read.str(verb),
                "benefited" | "benefitted" | "participated" | "voted" | "fled" | "migrated" | "resigned" | "attended"
            );
    let done = |object: &str| match read.str(verb) {
        "took" | "taken" => object == "part",
        "found" => matches!(object, "work" | "jobs" | "employment" | "places"),
        "lost" => matches!(read.str(verb + 2), "jobs" | "lives" | "homes" | "life"),
        "received" => matches!(object, "training" | "treatment" | "pensions" | "degrees" | "counselling"),
        _ => false,
    };
    let state = read.word_is(at, Class::AUXILIARY) && is_state_of_persons(context, at + 1);
    // "The mine laid off 1,200".
    let laid_off = context.lead(i).is_some_and(|t| t > 0 && read.str(t) == "off" && read.str(t - 1) == "laid");
    alone || laid_off || done(read.str(verb + 1)) || state || are_some_of_them(context, i)
}

/// "Jobs were found for 1,870, nearly half of them women", "3,400 (1,900 of them children)": some of them are persons.
fn are_some_of_them(context: &Context, i: usize) -> bool {
    let read = context.read;
    let end = context.end(i);
    let mark = read.is_mark(end, ',') || read.is_mark(end, '(');
    let of = (end + 1..context.sentence(i).end.min(end + THEM)).find(|t| mark && read.str(*t) == "of" && read.str(t + 1) == "them");
    of.is_some_and(|of| names_persons(context, of + 2))
}

/// Tokens from a figure to what is said of some of them.
const THEM: usize = 7;

/// "on the waiting list", "out of work", "still looking for work", "in employment".
fn is_state_of_persons(context: &Context, at: usize) -> bool {
    let read = context.read;
    let at = if matches!(read.str(at), "still" | "now" | "already" | "currently") { at + 1 } else { at };
    match read.str(at) {
        "on" => read.str(at + 1) == "the" && read.str(at + 2) == "waiting",
        "out" => read.str(at + 2) == "work" || read.str(at + 2) == "school",
        "looking" => read.str(at + 1) == "for",
        "in" => matches!(read.str(at + 1), "employment" | "work" | "training" | "prison" | "hospital"),
        _ => false,
    }
}

/// "17.6 litres per person per day; the standard is 20": what a result is held against is measured as the result.
pub(super) fn from_result(context: &Context, mentions: &[Mention], i: usize) -> Option<Lent> {
    let read = context.read;
    // "all below the five-year means of 7.8, 6.4 and 3.5": the last has the word for all.
    let told = context.first_of_list(i);
    let near = context.near(told);
    let lead = context.lead(told).filter(|t| *t > near.start && near.len() <= YARDSTICK && matches!(read.str(*t), "is" | "was" | "of"))?;
    let held_off = || context.clause_before(told).any(|t| matches!(read.str(t), "below" | "above" | "with" | "than" | "against"));
    let mean = read.str(lead) == "of" && matches!(read.str(lead - 1), "mean" | "means" | "average" | "averages" | "norms");
    let named = is_bound(read.str(lead - 1)) || mean && held_off();
    let ends = !read.is_word(context.end(i)) || read.word_is(context.end(i), Class::PREPOSITION | Class::AND);
    // "38 litres a day, less than half the norm of 80"
    let held = read.str(lead) == "of";
    let amount = |m: &&Mention| m.unit.is_some_and(|unit| !unit.is_relative());
    let measured = |m: &&Mention| m.unit.is_some_and(|unit| !unit.is_counted() && !unit.is_currency());
    let mut before = (context.in_sentence(i).start..told).rev().filter_map(|j| mentions.get(j));
    let lasting = |m: &&Mention| mean && m.unit.is_some_and(Unit::is_time);
    let result = if held { before.find(|m| amount(m) && !lasting(m)).filter(measured)? } else { before.next()? };
    // "Response averaged 94 minutes, 11 minutes longer than before; the target is 60"
    let timed = || context.in_sentence(i).take_while(|j| *j < i).all(|j| mentions.get(j).is_some_and(|m| m.unit == result.unit));
    (named && ends && (held || near.start > context.gap(i).start) && (held || !result.unit.is_some_and(Unit::is_time) || timed()))
        .then(|| Lent::of(result))
        .flatten()
}

/// Tokens of "while the national standard is".
const YARDSTICK: usize = 6;

/// "The poor population in the five cities was reduced by 19,100": behind another figure stands only what happened to the subject.
pub(super) fn from_changed(context: &Context, i: usize) -> Option<Lent> {
    let read = context.read;
    let clause = context.gap(i);
    let verb = read.find(clause.clone(), Class::RISE).filter(|_| context.previous(i).is_some() && context.near(i).start <= clause.start)?;
    let said = (read.find(clause.clone(), Class::AUXILIARY).unwrap_or(verb)..clause.end)
        .all(|t| t == verb || read.word_is(t, Class::AUXILIARY | Class::RISE | Class::TO | Class::FROM) || read.str(t) == "by");
    // "Farmland fell to 67 million hectares and the number of farms decreased to 229,000": a subject of its own behind "and".
    let own =
        (clause.start..verb).rev().find(|t| read.word_is(*t, Class::AND)).filter(|and| (and + 1..verb).any(|t| names_counted(context, t)));
    let start = own.map_or(context.clause_before(i).start, |and| and + 1);
    let compound = |t: usize| t > start && read.is_mark(t - 1, '-');
    let names = |t: &usize| read.phrase_is(*t, Class::INCOME | Class::RATE) && !compound(*t) || names_counted(context, *t);
    let subject = (start..verb).find(names).filter(|_| said)?;
    let head = (subject..verb).take_while(|t| names_counted(context, *t)).last()?;
    Some(named(context, head))
}

/// "The number of refugees fell below", "hovered around", "was as high as": whatever verb stands behind the number of something, that is counted.
/// The verb stands at the end of these tokens.
pub(super) fn moves_of_number(context: &Context, said: Range<usize>) -> bool {
    let read = context.read;
    let verb = read.word_is(said.end, Class::VERB | Class::RISE)
        || matches!(read.str(said.end), "as" | "hovered" | "hovers" | "stayed" | "stays" | "went" | "climbed" | "approached" | "neared")
        || matches!(read.str(said.end), "crossed" | "nudged" | "close" | "past" | "record" | "broke" | "topped" | "short");
    let number = |t: usize| matches!(read.str(t), "number" | "numbers") && read.str(t + 1) == "of";
    verb && said.rev().any(number)
}
