//! Figures spoken of again by their name: "Expenditure reached 63.5 million. Counties paid 9.3 million of it", "58% of the deaths", "the
//! provincial funds increased by 122%". From the words around a figure to the earlier figure that they name.

use super::Context;
use super::beside::is_beside;
use super::counted::looks_plural;
use super::spent::goes_on_to;
use crate::analysis::{Kind, Unit};
use crate::language::{Class, singular};
use crate::quantity::{Mention, UnitSource, is_time};
use std::ops::Range;

/// How far back a figure is spoken of by its name, in figures.
const REACH: usize = 20;
/// Words of the neighbourhood of a figure that can name it, in front and behind.
const NEAR: usize = 14;
/// The longest name, in tokens.
const LONGEST: usize = 9;

/// Whether "of it", "of them", "of this sum" stands at token `at`.
pub(super) fn of_pronoun(context: &Context, at: usize) -> bool {
    let read = context.read;
    // "17 million thereof on roads"
    if read.str(at) == "thereof" {
        return true;
    }
    if read.str(at) != "of" {
        return false;
    }
    let pronoun = matches!(read.str(at + 1), "this" | "that" | "these" | "those");
    let certain = matches!(read.str(at + 1), "it" | "them" | "whom" | "which");
    let bare = !read.is_word(at + 2)
        || read.word_is(at + 2, Class::STOP) && !matches!(read.str(at + 2), "who" | "that" | "which" | "in" | "with" | "of")
        // "with 81 per cent of these in the south"
        || read.str(at + 2) == "in" && matches!(read.str(at + 1), "these" | "those")
        || matches!(
            read.str(at + 2),
            "sum" | "amount" | "total" | "money" | "number" | "area" | "land" | "length" | "quantity" | "volume" | "stock" | "distance"
        );
    certain || pronoun && bare
}

/// The figure that "of it" behind figure `i` stands for: the nearest that `fits`, in its sentence or the two before.
pub(super) fn antecedent(context: &Context, mentions: &[Mention], i: usize, fits: impl Fn(&Mention) -> bool) -> Option<usize> {
    let sentence = mentions.get(i)?.sentence;
    // "spending equals 1.4% of output, a fifth of it public": of what is told in hundredths.
    let share = |p: usize| mentions.get(p).is_some_and(|m| m.unit == Some(Unit::Percent));
    let only = context.previous(i).filter(|p| share(*p) && context.previous(*p).is_none() && context.read.str(context.end(*p)) == "of");
    if only.is_some() && mentions.get(i).is_some_and(|m| m.unit == Some(Unit::Percent)) {
        return None;
    }
    let near = |j: &usize| mentions.get(*j).is_some_and(|m| m.sentence + 2 >= sentence);
    let topic = context.topic(i);
    let found = (i.saturating_sub(REACH)..i)
        .rev()
        .take_while(near)
        .filter(|j| {
            !is_yardstick(context, *j)
                && !is_beside(context, *j)
                && !says_where(context, mentions, *j)
                && !tells_size(context, mentions, *j)
        })
        .find(|j| mentions.get(*j).is_some_and(|m| m.stands_alone() && m.per.is_none() && fits(m)) && context.topic(*j) == topic)?;
    // "12,908 pupils attended 58 schools. Half of them ...": persons who do something are spoken of, not what they do it with.
    let counted = |j: usize| mentions.get(j).filter(|m| m.unit == Some(Unit::Count) && m.sentence < sentence);
    let subject = context.in_sentence(found).start;
    let persons = mentions.get(subject).is_some_and(|m| m.unit == Some(Unit::People) && m.stands_alone() && m.of.is_none() && fits(m));
    Some(if counted(found).is_some() && persons { subject } else { found })
}

/// "boats under 10 m", "farms over 100 ha": how large those are that are spoken of.
pub(super) fn tells_size(context: &Context, mentions: &[Mention], j: usize) -> bool {
    let read = context.read;
    let Some(m) = mentions.get(j) else { return false };
    let measured = m.unit.is_some_and(|u| !u.is_counted() && !u.is_relative() && !u.is_currency()) && m.unit_source == UnitSource::Printed;
    let Some(hedge) = m.first.checked_sub(1).filter(|t| measured && m.modifier.is_some() && *t > context.sentence(j).start) else {
        return false;
    };
    matches!(read.str(hedge), "under" | "over" | "above" | "below") && looks_plural(read.str(hedge - 1))
}

/// "Received 31 million against a budget of 45 million": what a result is held against, which "of this" does not mean.
pub(super) fn is_yardstick(context: &Context, j: usize) -> bool {
    let read = context.read;
    let near = context.near(j);
    let mut front = near.end.saturating_sub(YARDSTICK).max(near.start)..near.end;
    // "were given the task to visit 1,400 farms": what is done is no plan to hold a result against.
    let does = |t: usize| read.is_word(t) && !read.word_is(t, Class::STOP | Class::MONTH);
    let task = |t: usize| read.word_is(t + 1, Class::TO) && does(t + 2) || read.str(t + 1) == "of" && read.str(t + 2).ends_with("ing");
    let held = |t: usize| read.word_is(t, Class::SCHEDULE) && !task(t) || matches!(read.str(t), "planned" | "budgeted" | "against");
    context.is_reference(j) || front.any(held)
}

/// Tokens in front of a figure that are looked at for a plan.
const YARDSTICK: usize = 5;

/// "1,200 households in 40 villages": a count of places behind one of persons says where they are.
fn says_where(context: &Context, mentions: &[Mention], j: usize) -> bool {
    let place = |m: &Mention| m.noun.is_some_and(|n| context.read.word_is(n.head, Class::PLACE));
    let persons = |p: usize| mentions.get(p).is_some_and(|m| matches!(m.unit, Some(Unit::People | Unit::Households)));
    let lead = || context.lead(j).is_some_and(|t| matches!(context.read.str(t), "in" | "of" | "from" | "across"));
    // "48,317 enrolments were registered in 131 districts".
    let done = |p: usize| mentions.get(p).is_some_and(|m| m.stands_alone() && m.noun.is_some() && !place(m)) && is_done_there(context, j);
    let near = |p: usize| persons(p) && context.gap(j).len() <= 2 || done(p);
    mentions.get(j).is_some_and(place) && context.previous(j).is_some_and(near) && lead()
}

/// Whether nothing but what is done stands between a figure and the place behind it.
fn is_done_there(context: &Context, j: usize) -> bool {
    let read = context.read;
    let gap = context.gap(j);
    let end = context.lead(j).unwrap_or(gap.end).max(gap.start);
    gap.len() <= DONE
        && read.word_is(gap.start, Class::AUXILIARY)
        && (gap.start..end).all(|t| read.word_is(t, Class::AUXILIARY | Class::VERB))
}

/// Tokens between a figure and the place where it was done.
const DONE: usize = 5;

/// Links shares and growths that no rule of their sentence has linked to the figure that they name.
pub(super) fn link_named(context: &Context, mentions: &mut [Mention]) {
    for i in 0..mentions.len() {
        let Some(this) = mentions.get(i).filter(|m| m.base.is_none() && m.of.is_none() && m.unit == Some(Unit::Percent)) else { continue };
        let link = match this.kind {
            Kind::Share => pronoun_base(context, mentions, i)
                .or_else(|| said_before(context, mentions, i))
                .or_else(|| whole_by_name(context, mentions, i))
                .or_else(|| sibling_base(context, mentions, i)),
            Kind::Growth => subject_by_name(context, mentions, i),
            _ => None,
        };
        if let Some(m) = mentions.get_mut(i) {
            m.base = link;
        }
    }
}

type Link = Option<(usize, &'static str)>;

/// "Teaching took 71% of it".
fn pronoun_base(context: &Context, mentions: &[Mention], i: usize) -> Link {
    let at = context.after(i).start;
    let persons = context.read.str(at + 1) == "whom";
    // "Enrolment was 84,300, 51 per cent of whom": a number that names nothing may be of persons, too.
    let fits = |m: &Mention| !persons || m.unit == Some(Unit::People) || m.unit == Some(Unit::Count) && m.head.is_none();
    if !of_pronoun(context, at) {
        return None;
    }
    // "11,300 vehicles a day, 23% of them trucks", "88,000 m3 a day, 61% of which was billed".
    let timed = |m: &Mention| m.per.as_deref().is_some_and(is_time) && m.kind == Kind::Average && !m.unit.is_some_and(Unit::is_currency);
    let beside = context.previous(i).filter(|p| context.end(*p) < context.before(i).end && mentions.get(*p).is_some_and(timed));
    if let Some(rate) = beside.filter(|_| context.lead(i).is_some_and(|t| context.read.is_mark(t, ',')) && context.near(i).is_empty()) {
        return Some((rate, "pronoun"));
    }
    let near = antecedent(context, mentions, i, fits)?;
    // "Farms average 1.2 hectares; 62% of them are smaller": of no mean. "Some 5,400 jobs were lost in nine months, half of them": of no time.
    let other = |m: &Mention| m.kind == Kind::Average || context.read.str(at + 1) == "them" && m.unit.is_some_and(Unit::is_time);
    // "Firms reported a use of 83 per cent; 44 per cent of them planned": not of the money that another sentence tells.
    let apart =
        |m: &Mention| near < context.in_sentence(i).start && context.in_sentence(i).start < i && m.unit.is_some_and(Unit::is_currency);
    if context.read.str(at + 1) == "them" && mentions.get(near).is_some_and(apart) {
        return None;
    }
    if mentions.get(near).is_some_and(other) {
        let counted =
            |j: &usize| mentions.get(*j).is_some_and(|m| m.stands_alone() && m.per.is_none() && m.unit.is_some_and(Unit::is_counted));
        return (context.in_sentence(i).start..near).rev().find(counted).map(|whole| (whole, "pronoun"));
    }
    let whole = mentions.get(near).and_then(|m| m.of).map_or(near, |(total, _)| total);
    Some((whole, "pronoun"))
}

/// "..., buildings 12% and transport 6%": goes on with the base of the share before.
fn sibling_base(context: &Context, mentions: &[Mention], i: usize) -> Link {
    let before = mentions.get(context.previous(i)?).filter(|m| m.kind == Kind::Share)?;
    let goes_on = context.read.find(context.gap(i), Class::VERB | Class::AUXILIARY).is_none() || goes_on_to(context, mentions, i);
    // "19 per cent of the total sample were freed and only 23 per cent were fined": of the same.
    let sample = before.base.filter(|(_, rule)| *rule == "sample" && context.read.str(context.after(i).start) != "of");
    sample
        .or(before.base)
        .filter(|(_, rule)| sample.is_some() || goes_on && matches!(*rule, "pronoun" | "named" | "with_sibling"))
        .map(|(base, _)| (base, "with_sibling"))
}

/// "58% of the deaths", "38.6% of the area under foodgrains".
fn whole_by_name(context: &Context, mentions: &[Mention], i: usize) -> Link {
    let read = context.read;
    let after = context.after(i);
    if read.str(after.start) != "of" {
        return None;
    }
    if !matches!(read.str(after.start + 1), "the" | "these" | "this" | "those" | "its" | "all") {
        return None;
    }
    let name = phrase(context, after.start + 1..after.end);
    find_named(context, mentions, i, name).map(|j| (later_of_two(context, mentions, j), "named"))
}

/// "Exports rose from 28 million to 41 million. ... 70% of these exports": what they have come to.
fn later_of_two(context: &Context, mentions: &[Mention], former: usize) -> usize {
    let to = |n: usize| context.lead(n).is_some_and(|t| context.read.word_is(t, Class::TO));
    let alike = |n: usize| mentions.get(n).map(|m| m.unit) == mentions.get(former).map(|m| m.unit);
    context.next(former).filter(|n| context.leads_from(former) && to(*n) && alike(*n)).unwrap_or(former)
}

/// "The provincial funds increased by 122%": the subject of the sentence.
fn subject_by_name(context: &Context, mentions: &[Mention], i: usize) -> Link {
    let sentence = context.sentence(i);
    let opens = context.in_sentence(i).start == i && context.clause_before(i).start == sentence.start;
    if !opens || !matches!(context.read.str(sentence.start), "The" | "This" | "These" | "Its" | "Their") {
        return None;
    }
    let name = phrase(context, sentence.start..context.before(i).end);
    find_named(context, mentions, i, name).map(|j| (j, "named"))
}

/// "... brought in wages of 3.6 billion. Wages brought in accounted for 30% of the income": the subject in the words of the sentence before.
fn said_before(context: &Context, mentions: &[Mention], i: usize) -> Link {
    let sentence = context.sentence(i);
    let opens = context.in_sentence(i).start == i && context.clause_before(i).start == sentence.start;
    let name =
        if opens && context.is_led_by(i, Class::SHARE) { phrase(context, sentence.start..context.before(i).end) } else { return None };
    let found = find_named(context, mentions, i, name)?;
    (mentions.get(found)?.sentence + 1 == mentions.get(i)?.sentence).then_some((found, "named"))
}

/// The noun phrase at the beginning of a range, as the tokens of its content words.
fn phrase(context: &Context, range: Range<usize>) -> Vec<usize> {
    let read = context.read;
    let ends = |t: usize| read.word_is(t, Class::VERB | Class::AUXILIARY | Class::RISE) || !read.is_word(t) && !read.is_mark(t, '-');
    let inner =
        |t: usize| read.word_is(t, Class::STOP) && !read.word_is(t, Class::DETERMINER) && !matches!(read.str(t), "of" | "under" | "such");
    range
        .clone()
        .take(LONGEST)
        .take_while(|t| !ends(*t) && !inner(*t))
        .filter(|t| read.is_word(*t) && !read.word_is(*t, Class::STOP | Class::TOTAL))
        .collect()
}

/// The nearest earlier figure whose noun or neighbourhood says every word of the name.
fn find_named(context: &Context, mentions: &[Mention], i: usize, name: Vec<usize>) -> Option<usize> {
    let read = context.read;
    let head = singular(read.str(*name.last()?));
    let topic = context.topic(i);
    let alone = |j: usize| {
        mentions.get(j).filter(|m| m.stands_alone() && m.per.is_none() && m.kind != Kind::Target && !m.unit.is_some_and(Unit::is_time))
    };
    (i.saturating_sub(REACH)..i).rev().take_while(|j| context.topic(*j) == topic).find(|j| {
        let Some(m) = alone(*j) else { return false };
        let counted = m.unit.is_some_and(Unit::is_counted);
        let fits = if counted {
            m.head.as_deref().is_some_and(|own| is_kind_of(own, &head))
        } else {
            name.len() > 1 || is_led_by_name(context, *j, &head)
        };
        if !fits {
            return false;
        }
        let mut said = neighbourhood(context, *j);
        // "the provincial relief funds": one part of "5.9 billion of relief funds, of which 436 million was provincial".
        if let Some((total, _)) = m.of
            && name.iter().any(|t| said.iter().any(|w| same_word(read.str(*w), read.str(*t))))
        {
            said.extend(neighbourhood(context, total));
        }
        name.iter().all(|t| said.iter().any(|w| is_kind_of(read.str(*w), read.str(*t))))
    })
}

/// "An appropriation of 142.6 million": whether nothing but "of" stands between a name and the figure.
fn is_led_by_name(context: &Context, j: usize, name: &str) -> bool {
    let of = context.lead(j).filter(|t| *t > context.near(j).start && context.read.str(*t) == "of");
    of.is_some_and(|of| same_word(context.read.str(of - 1), name))
}

/// Whether two words are the same, in the plural or not.
pub(super) fn same_word(a: &str, b: &str) -> bool {
    // No plural changes the first letter.
    let first = |word: &str| word.chars().next().into_iter().flat_map(char::to_lowercase).next();
    first(a) == first(b) && (a.eq_ignore_ascii_case(b) || a.len().abs_diff(b.len()) <= 2 && singular(a) == singular(b))
}

/// Whether a word is another, or a compound of it: "wildfires" are fires.
fn is_kind_of(word: &str, other: &str) -> bool {
    same_word(word, other) || word.len() >= other.len() + COMPOUND && other.len() > COMPOUND && word.ends_with(other)
}

/// Letters that a compound has in front, and its head at least.
const COMPOUND: usize = 3;

/// Words in the clause of a figure, in front of it and behind it.
fn neighbourhood(context: &Context, j: usize) -> Vec<usize> {
    let front = context.near(j);
    let behind = context.head(context.end(j)..context.after(j).end.max(context.end(j)));
    let front = front.start.max(front.end.saturating_sub(NEAR))..front.end;
    front.chain(behind.take(NEAR)).filter(|t| context.read.is_word(*t)).collect()
}
