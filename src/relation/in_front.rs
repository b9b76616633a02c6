//! What a figure measures that has nothing beside it to tell: the words in front of its bracket, those of the figure before it that it goes
//! on from, the name in front of a comma, or the subject of its clause or sentence.

use super::Context;
use super::beside::{is_of_year, names_yardstick};
use super::idle::{is_idle, names_thing, statement_start, tells_nothing};
use super::phrase::{noun_phrase, trim};
use super::what::statement;
use crate::analysis::{Kind, Unit};
use crate::language::Class;
use crate::quantity::Mention;
use std::ops::Range;

/// "The harvest was put by a mission at 320,000 tons", "Incidence, or the share of the poor, was estimated at 23.7 per cent", "A survey estimated
/// timber output from the north at 56,000": what was estimated.
pub(super) fn estimated(context: &Context, i: usize) -> Option<Range<usize>> {
    let read = context.read;
    let lead = context.lead(i).filter(|t| read.str(*t) == "at" || read.str(*t) == "be" && *t > 0 && read.word_is(t - 1, Class::TO))?;
    let from = context.statement(i).max(lead.saturating_sub(ESTIMATE));
    let verb = (from..lead).rev().find(|t| is_estimate(read.str(*t)))?;
    if (verb..lead).any(|t| context.is_figure(t) || read.is_mark(t, ';')) {
        return None;
    }
    let adverb = |t: usize| tells_nothing(context, t) && read.is_word(t) && !read.word_is(t, Class::AUXILIARY | Class::PREPOSITION);
    let passive = (from..verb).rev().find(|t| !adverb(*t)).filter(|t| read.word_is(*t, Class::AUXILIARY));
    let Some(auxiliary) = passive else {
        if matches!(read.str(verb), "forecast" | "set") {
            return None;
        }
        return Some(noun_phrase(context, verb + 1..lead)).filter(|thing| names_thing(context, thing.clone()));
    };
    let end = (from..auxiliary).rev().find(|t| !read.word_is(*t, Class::AUXILIARY)).map_or(from, |t| t + 1);
    // What is said of the subject between commas is passed over.
    let closed = end > from && (context.ends_clause(end - 1) || read.is_mark(end - 1, '—') || read.is_mark(end - 1, '–'));
    let opens = |t: &usize| context.ends_clause(*t) || read.is_mark(*t, '—') || read.is_mark(*t, '–');
    let end = if closed { (from..end - 1).rev().find(opens)? } else { end };
    let start = (from..end).rev().find(|t| opens(t) || context.is_figure(*t)).map_or(from, |t| t + 1);
    let thing = trim(context, start..end);
    Some(thing).filter(|thing| thing.len() <= SUBJECT && names_thing(context, thing.clone()))
}

/// Tokens from a subject to the figure that it is estimated at, and of the subject.
const ESTIMATE: usize = 50;
const SUBJECT: usize = 14;

/// Verbs of estimates, and of what stays as it is ("Brackenmoor kept exports at 4 million tons").
fn is_estimate(word: &str) -> bool {
    matches!(
        word,
        "estimated"
            | "put"
            | "set"
            | "valued"
            | "assessed"
            | "pegged"
            | "placed"
            | "projected"
            | "forecast"
            | "reckoned"
            | "calculated"
            | "maintained"
            | "kept"
            | "retained"
    )
}

/// Whether figure `i` goes on from the one before it: "by 5% to 5 million", "5 million (5%".
pub(super) fn goes_on(context: &Context, i: usize) -> bool {
    let gap = context.gap(i);
    let joint = gap.clone().any(|t| context.read.word_is(t, Class::TO | Class::FROM) || context.read.is_mark(t, '('));
    context.previous(i).is_some() && joint && is_idle(context, gap)
}

/// The figure in front of `i` that `i` is compared with, and that tells what both measure: "rose to 1.08 billion compared to 561 million",
/// "was 588 million (prior year 341 million)", "8,051 million by end August from 6,610 million", "43 per cent against a target of 70".
pub(super) fn compared_with(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let (first, this) = (context.previous(i)?, mentions.get(i)?);
    // "amounted to 458 million, up by 38% as well as from 415 million in July": a rate of the first stands between.
    let rated = mentions.get(first).filter(|m| m.unit != this.unit && context.leads_from(i)).and_then(|m| m.base).map(|(level, _)| level);
    let first = rated.filter(|level| *level < first).unwrap_or(first);
    mentions.get(first).filter(|m| m.unit == this.unit && m.per == this.per)?;
    let gap = context.gap(i);
    let cue = context.read.find(gap.clone(), Class::THAN | Class::COMPARED | Class::GAP | Class::OVER | Class::UNDER);
    // "well below the"; not "over 17 million".
    let definite = |t: usize| {
        let owner = t + context.read.phrase_len(t);
        let the = |t: usize| matches!(context.read.str(t), "the" | "its" | "their");
        the(owner) || the(owner - 1) || !context.read.phrase_is(t, Class::OVER | Class::UNDER)
    };
    let cue = cue.filter(|t| definite(*t));
    // "from 6.1% for the first half to 3.4% for the first nine months".
    let pair = context.leads_from(first) && context.lead(i).is_some_and(|t| context.read.word_is(t, Class::TO));
    let compares = || pair || cue.is_some() || context.stands_after(i) || context.leads_from(i) || is_of_year(context, i);
    // "was 3.1 per cent, well below the", "fell short of the".
    let manner = |t: usize| t > gap.start && matches!(context.read.str(t - 1), "well" | "far" | "just");
    let front = cue.map_or(gap.end, |t| if manner(t) { t - 1 } else { t });
    let behind = cue.map_or(gap.end, |t| t + context.read.phrase_len(t)).min(gap.end)..gap.end;
    let idle = || {
        (is_idle(context, gap.start..front) || says_of_first(context, i, pair, gap.start..front))
            && (is_idle(context, behind.clone()) || cue.is_some() && held_against(context, behind.clone()))
    };
    (compares() && idle()).then_some(first)
}

/// The figure that `i`, which tells nothing by itself, is held against over what is said of the first: "29 per cent lived in towns, against 22 per cent in
/// 2001", "were seen within four hours compared with 88%", "felled 862,000 m³, 94% of the cut, after 905,000 m³ in 2012".
pub(super) fn compared_over(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let read = context.read;
    let this = mentions.get(i)?;
    // "Fuel worth 612,000 dollars was issued without vouchers in 2014 (388,000 in 2013)"
    if is_of_year(context, i) && !is_gap(this) {
        return context.previous(i).filter(|p| mentions.get(*p).is_some_and(|m| m.unit == this.unit && m.per == this.per && !is_gap(m)));
    }
    if !context.is_reference(i) && !context.stands_after(i) {
        return None;
    }
    let previous = context.previous(i)?;
    let like = |j: &usize| mentions.get(*j).is_some_and(|m| m.unit == this.unit && m.per == this.per && !is_gap(m));
    let said_between =
        |j: usize| mentions.get(j).is_some_and(|m| m.unit.is_some_and(Unit::is_time) || m.base.is_some_and(|(b, _)| b + 1 == j));
    let first = Some(previous).filter(like).or_else(|| previous.checked_sub(1).filter(|j| said_between(previous) && like(j)))?;
    let gap = context.gap(i);
    let cue = context.lead(i).filter(|t| gap.contains(t))?;
    let joints = Class::AND | Class::CLAUSE_END;
    let from = if first == previous { gap.start } else { context.end(previous) };
    let comma = |t: usize| read.is_mark(t, ',') && t + COMPARISON >= cue;
    let one_clause = (from..cue).all(|t| !read.word_is(t, joints) || comma(t));
    (context.in_sentence(i).contains(&first) && one_clause).then_some(first)
}

/// Tokens from the comma in front of a comparison to the word that leads to its figure: ", as compared with".
const COMPARISON: usize = 4;

fn is_gap(m: &Mention) -> bool {
    matches!(m.kind, Kind::Gap | Kind::Change)
}

/// Whether words can tell what is measured: "Stunting", but not "representing".
pub(super) fn tells_measure(context: &Context, words: &Range<usize>) -> bool {
    let named = |t: usize| context.read.str(t).starts_with(char::is_uppercase);
    !words.is_empty() && (words.len() > 1 && !is_idle(context, words.clone()) || named(words.start) || names_thing(context, words.clone()))
}

/// The words for what a result is compared with, which are said of its measure: "target", "national average".
pub(super) fn yardstick_words(context: &Context, own: &Range<usize>, i: usize) -> Range<usize> {
    let read = context.read;
    let yardstick =
        |words: &Range<usize>| words.end.checked_sub(1).filter(|_| words.len() <= YARDSTICK).is_some_and(|t| names_yardstick(context, t));
    let behind = context.after(i);
    let behind = behind.start
        ..(behind.start..behind.end.min(behind.start + YARDSTICK))
            .rev()
            .find(|t| names_yardstick(context, *t))
            .map_or(behind.start, |t| t + 1);
    let plain = behind.clone().all(|t| read.is_word(t) && !read.word_is(t, Class::STOP));
    if plain && !behind.is_empty() {
        return behind;
    }
    // "88 per cent for girls against 91 per cent for boys".
    let of_other = context.read.word_is(context.gap(i).start, Class::PREPOSITION) && !is_idle(context, context.gap(i));
    let told = || if of_other { statement(context, context.behind(i)) } else { 0..0 };
    Some(own.clone()).filter(|own| own.start >= context.gap(i).start && yardstick(own)).unwrap_or_else(told)
}

/// Tokens of the name of such a yardstick.
const YARDSTICK: usize = 4;

/// "88 per cent for girls against": what the figure in front is told of, where the comparison leads right to the other.
fn says_of_first(context: &Context, i: usize, pair: bool, front: Range<usize>) -> bool {
    let read = context.read;
    let other = Class::VERB | Class::AUXILIARY | Class::AND | Class::CLAUSE_END | Class::RISE;
    (pair || context.is_reference(i)) && read.word_is(front.start, Class::PREPOSITION) && !read.classes(front).intersects(other)
}

/// "against a national target of": nothing but what a result is held against.
fn held_against(context: &Context, gap: Range<usize>) -> bool {
    let Some(noun) = gap.end.checked_sub(2).filter(|t| *t >= gap.start && context.read.str(t + 1) == "of") else { return false };
    let article = (gap.start..noun).rev().take(ADJECTIVES).find(|t| context.read.word_is(*t, Class::DETERMINER));
    names_yardstick(context, noun) && article.is_none_or(|t| is_idle(context, gap.start..t))
}

/// Tokens between an article and the yardstick's noun.
const ADJECTIVES: usize = 4;

/// "At 12%, unemployment was high": what the sentence goes on with.
pub(super) fn behind_at(context: &Context, i: usize) -> Range<usize> {
    let read = context.read;
    let after = context.after(i).start;
    let at = context.before(i).len() == 1 && read.str(context.before(i).start) == "At" && read.is_mark(after, ',');
    if at { noun_phrase(context, context.head(after + 1..context.sentence(i).end)) } else { 0..0 }
}

/// What is told in front of figure `i`; `subjects` are those of the figures before it.
pub(super) fn told_in_front(context: &Context, subjects: &[Range<usize>], i: usize) -> Option<Range<usize>> {
    let named = |range: &Range<usize>| names_thing(context, range.clone());
    let clause = context.clause_before(i);
    let before = || context.previous(i).filter(|_| is_idle(context, context.gap(i))).and_then(|before| subjects.get(before)).cloned();
    let subject = || noun_phrase(context, statement_start(context, clause.clone())..clause.end);
    Some(in_front_of_bracket(context, i))
        .filter(named)
        .or_else(|| Some(behind_at(context, i)).filter(|words| !words.is_empty()))
        .or_else(|| before().filter(named))
        .or_else(|| Some(in_front_of_comma(context, i)).filter(named))
        .or_else(|| Some(subject()).filter(named))
        .or_else(|| Some(subject_of_sentence(context, i)).filter(named))
}

/// "the Climate Investment Funds (1.08 billion)": the noun phrase in front of the bracket that opens right before figure `i`.
fn in_front_of_bracket(context: &Context, i: usize) -> Range<usize> {
    let read = context.read;
    let before = context.before(i);
    let last = before.clone().rev().find(|t| !tells_nothing(context, *t) || read.is_mark(*t, '('));
    last.filter(|t| read.is_mark(*t, '(')).map_or(0..0, |open| phrase_up_to(context, before.start, open))
}

/// "London, at 22,516 pounds", "the North West, from 91.2 to 87.8", "the ratio, which increased by": the noun phrase in front of the comma
/// that the clause of figure `i` begins behind.
fn in_front_of_comma(context: &Context, i: usize) -> Range<usize> {
    let read = context.read;
    let start = context.clause_before(i).start;
    let joins = matches!(read.str(start), "at" | "from" | "with" | "which" | "who");
    let comma = start.checked_sub(1).filter(|t| joins && read.is_mark(*t, ','));
    let from = context.before(i).start.max(context.sentence(i).start);
    comma.filter(|comma| *comma > from).map_or(0..0, |comma| phrase_up_to(context, from, comma))
}

/// The noun phrase that ends at a token, from `from` on.
fn phrase_up_to(context: &Context, from: usize, end: usize) -> Range<usize> {
    let read = context.read;
    let breaks = |t: &usize| {
        let past = read.str(*t).ends_with("ed") && !read.word_is(*t, Class::NOUN);
        let joint = Class::VERB | Class::AUXILIARY | Class::AND | Class::RISE;
        context.ends_clause(*t) || context.is_figure(*t) || past || read.word_is(*t, joint)
    };
    let start = (from..end).rev().find(breaks).map_or(from, |t| t + 1);
    trim(context, start..end)
}

/// "Adjusted profit, one-time costs left out, decreased by 52%", "The balance at the 31st March, 1951 amounted to": what the sentence begins
/// with, where the clause of its first figure names nothing.
fn subject_of_sentence(context: &Context, i: usize) -> Range<usize> {
    let read = context.read;
    let clause = context.clause_before(i);
    let start = context.sentence(i).start;
    if start >= clause.start || context.previous(i).is_some() {
        return 0..0;
    }
    // "In the same year, ..."
    let comma = (start..clause.start).find(|t| read.word_is(*t, Class::CLAUSE_END));
    let opens = read.word_is(start, Class::PREPOSITION);
    let from = comma.filter(|_| opens).map_or(start, |t| t + 1);
    let to = (from..clause.start).find(|t| read.word_is(*t, Class::CLAUSE_END)).unwrap_or(clause.start);
    noun_phrase(context, from..to)
}

/// "ten of the 14 primary care trusts": what the figure right behind counts.
pub(super) fn of_several(context: &Context, mentions: &[Mention], i: usize) -> Option<Range<usize>> {
    let after = context.after(i);
    let next = context.next(i).and_then(|next| mentions.get(next))?;
    let noun = next.noun.filter(|_| context.read.str(after.start) == "of" && after.len() <= 2)?;
    Some(noun.first..noun.head + 1)
}

/// Whether a word tells what was done with something: "invested", "spent".
pub(super) fn is_done(word: &str) -> bool {
    word.ends_with("ed") || word == "spent"
}

/// The verb right in front of the figure, "a total of" and hedges between: "dispatched a total of 397", "put in 5 million".
pub(super) fn leading_verb(context: &Context, i: usize) -> Option<Range<usize>> {
    let read = context.read;
    let before = context.near(i);
    let skipped = |t: &usize| {
        read.word_is(*t, Class::ABOUT | Class::OVER | Class::UNDER | Class::DETERMINER | Class::THAN)
            || matches!(read.str(*t), "total" | "of" | "by" | "to")
    };
    let at = before.rev().find(|t| !skipped(t))?;
    let put_in = at > 0 && read.str(at) == "in" && read.str(at - 1) == "put";
    let first = at - usize::from(put_in);
    (put_in || read.word_is(at, Class::VERB) && is_done(read.str(at))).then_some(first..at + 1)
}
