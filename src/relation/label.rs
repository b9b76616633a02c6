//! The label in front of a figure: the noun phrase that a joint leads from to it ("the mutual funds amounted to").

use super::Context;
use super::change::names_change;
use super::gap::is_comparative;
use super::idle::statement_start;
use super::phrase::{is_activity, trim, trim_end};
use super::what::{LONGEST, LONGEST_BRACKETS};
use crate::language::Class;
use crate::quantity::{Mention, Noun};
use std::ops::Range;

/// "the mutual funds amounted to", "net coverage rose from 71% to", "mutual funds of", "per capita net income reached": the noun phrase
/// that a joint leads from to the figure.
pub(super) fn label_in_front(context: &Context, i: usize) -> Range<usize> {
    let read = context.read;
    let mut range = context.clause_before(i);
    range.start = before_listed(context, &range, i);
    // "purchases of 400 books and sales of 12": what the figure in front counts stands in no label.
    let gap = context.gap(i);
    let joined = gap.start > range.start && gap.start < range.end && read.word_is(gap.start, Class::AND);
    if joined && context.lead(i).is_some_and(|t| matches!(read.str(t), "of" | "to" | "at" | "for")) {
        range.start = gap.start + 1;
    }
    let end = range.end;
    let mut joint = false;
    while let Some(last) = range.end.checked_sub(1).filter(|l| *l >= range.start) {
        let word = read.str(last);
        let links = leads_to_figure(word) || matches!(word, "reaches" | "exceeds" | "up" | "than" | "worth" | "against");
        // "issue project loans of": a noun, but for the verbs that "of" goes with.
        let verbs = || {
            let noun = read.str(last + 1) == "of" && !matches!(word, "consisted" | "consists" | "consisting" | "composed" | "disposed");
            if noun { Class::empty() } else { Class::VERB | Class::AUXILIARY }
        };
        let moves = || {
            read.word_is(last, Class::RISE | verbs())
                || is_comparative(word)
                || matches!(word, "amounted" | "came" | "went" | "stood" | "climbed" | "equal" | "slowed" | "deepened")
        };
        let hedges = || read.word_is(last, Class::ABOUT | Class::OVER | Class::UNDER) || word == "total" || word == "a";
        let figure = || {
            // "the price per cubic metre climbed from"
            let divides = |t: usize| t > range.start && read.str(t - 1) == "per";
            read.word_is(last, Class::DIGITS | Class::SCALE)
                || read.word_is(last, Class::UNIT) && !divides(last) && !divides(last - usize::from(last > range.start))
                || read.is_mark(last, '%')
                || read.is_mark(last, '-')
                || context.is_figure(last)
        };
        let date = || word == "in" && read.tokens.get(last + 1).is_some_and(crate::text::Token::is_digits);
        // "economic growth moderated from": the rate itself moves.
        let rate =
            || names_change(context, last) && last > range.start && (read.word_is(last + 1, Class::RISE) || read.str(last + 1) == "slowed");
        if !(links || hedges() || joint && (moves() && !rate() || figure() || date())) {
            let told = joint && read.str(range.end) != "of";
            let verb = if told { mover_before(context, range.clone()) } else { None };
            let Some(verb) = verb else { break };
            range.end = verb;
            continue;
        }
        joint |= links;
        range.end = last;
    }
    if !joint || range.end == end {
        return 0..0;
    }
    if range.is_empty() {
        range = before_comma(context, range.start, i).unwrap_or_else(|| before_brackets(context, range.start, i));
        range.end = mover_before(context, range.clone()).filter(|_| read.str(end - 1) != "of").unwrap_or(range.end);
    }
    // "Operating expenses reached", "and operating profit"
    let attribute = |t: usize| t == range.start && read.str(t).ends_with("ing") && read.is_word(t + 1) || is_activity(context, t);
    // "Payments certified to the Commission amounted to": what was done to the subject, whose own verb has been passed.
    let passed = range.end;
    let subject_done = |t: usize| {
        read.word_is(passed, Class::AUXILIARY | Class::RISE | Class::VERB)
            && read.str(t).ends_with("ed")
            && t > range.start
            && t - range.start <= SUBJECT
            && read.word_is(t + 1, Class::PREPOSITION)
            && (range.start..t).all(|s| {
                read.is_word(s)
                    && !read.word_is(s, Class::STOP | Class::PREPOSITION | Class::VERB | Class::AUXILIARY | Class::RISE | Class::YEAR)
            })
    };
    // "malnutrition in the May survey"
    let month = |t: usize| t > range.start && read.str(t) == "May";
    let is_verb = |t: usize| {
        read.word_is(t, Class::VERB | Class::AUXILIARY) && !read.phrase_is(t, Class::NOUN) && !attribute(t) && !month(t) && !subject_done(t)
    };
    // "increased by 10,008 tons or a staggering": what stands behind another figure says it in other words.
    let again = range.clone().rev().find(|t| context.is_figure(*t)).map(|t| t + 1).filter(|t| context.read.word_is(*t, Class::OR));
    if again.is_some() {
        return 0..0;
    }
    let verb = range.clone().rev().find(|t| is_verb(*t) || *t > range.start && *t + 1 < range.end && is_infinitive(context, *t));
    // "an increase of 4% with long-term debt increasing by": a clause of its own.
    let rising = read.word_is(range.end, Class::RISE) && read.str(range.end).ends_with("ing");
    let with = if rising { range.clone().rev().find(|t| read.str(*t) == "with" && *t + 1 < range.end) } else { None };
    range.start = with.map_or(range.start, |t| t + 1);
    let verb = verb.filter(|v| *v >= range.start);
    let whole = statement_start(context, verb.map_or(range.start, |v| v + 1)..range.end)..range.end;
    let behind_figure = whole.start.max(context.before(i).start)..range.end;
    let near = if read.str(end - 1) == "of" { trim(context, behind_figure) } else { 0..0 };
    let label = if near.is_empty() { trim(context, whole) } else { near };
    let label = {
        let start = after_participle(context, &label);
        trim_end(context, start..label.end.min(start + LONGEST))
    };
    // "funds of no less than", "income of more than".
    let Some(more) = label.end.checked_sub(1).filter(|t| *t > label.start && is_comparative(read.str(*t)) && read.str(t + 1) == "than")
    else {
        return label;
    };
    let not = matches!(read.str(more - 1), "no" | "not" | "nowhere" | "never");
    trim_end(context, label.start..more - usize::from(not && more > label.start + 1))
}

/// "Funding: 4 million", "Median waiting time: 34 days": the words that stand with their colon in front of the figure and have no other one.
pub(super) fn before_colon(context: &Context, i: usize) -> Range<usize> {
    let read = context.read;
    let start = context.statement(i).max(context.before(i).start);
    let Some(colon) = context.lead(i).filter(|t| read.is_mark(*t, ':') && context.previous(i).is_none() && *t <= start + LABEL) else {
        return 0..0;
    };
    let start = (start..colon).find(|t| read.is_word(*t)).unwrap_or(colon);
    let plain = (start..colon).all(|t| read.is_word(t) && !read.word_is(t, Class::AUXILIARY | Class::MONTH));
    if plain { trim_end(context, start..colon) } else { 0..0 }
}

/// Tokens of such a label.
const LABEL: usize = 6;

/// Words of a subject in front of its participle ("Payments certified to").
const SUBJECT: usize = 4;

/// What leads from the words for something to its figure.
pub(super) fn leads_to_figure(word: &str) -> bool {
    matches!(
        word,
        "of" | "to" | "from" | "at" | "by" | "was" | "were" | "is" | "are" | "reached" | "exceeded" | "totaled" | "totalled" | "hit"
    )
}

/// "Losses in Pell, Fenn and Marle reached": where the clause begins that ends in a list, in front of its commas. Behind its first preposition
/// stand nothing but the members.
fn before_listed(context: &Context, clause: &Range<usize>, i: usize) -> usize {
    let read = context.read;
    let from = context.statement(i).max(context.before(i).start).max(clause.start.saturating_sub(LISTED));
    let comma = clause.start.checked_sub(1).filter(|t| *t > from && read.is_mark(*t, ','));
    // ", and net coverage rose": a clause of its own.
    if comma.is_none()
        || read.word_is(clause.start, Class::AND)
        || read.find_word(clause.start..clause.end.min(clause.start + MEMBER), Class::AND).is_none()
    {
        return clause.start;
    }
    let member = |t: &usize| read.is_mark(*t, ',') || read.is_word(*t) && !read.word_is(*t, Class::STOP);
    let first = (from..clause.start).rev().find(|t| !member(t));
    let Some(preposition) = first.filter(|t| *t > from && matches!(read.str(*t), "in" | "of" | "by" | "for" | "across" | "from")) else {
        return clause.start;
    };
    let parts = |t: &usize| context.ends_clause(*t) || context.is_figure(*t) || read.word_is(*t, Class::VERB | Class::AUXILIARY);
    (from..preposition).rev().find(parts).map_or(from, |t| t + 1).min(preposition - 1)
}

/// Tokens of such a list, and of its last members with their "and".
const LISTED: usize = 40;
const MEMBER: usize = 6;

/// "translating into a response rate of", "giving a total of": where the object of a participle begins behind its article.
fn after_participle(context: &Context, label: &Range<usize>) -> usize {
    let read = context.read;
    // "departments with a registration rate up to", "corresponds to an overall protection rate of".
    if label.end > 0 && read.word_is(label.end - 1, Class::RATE) {
        let leads = |t: usize| matches!(read.str(t), "with" | "to" | "in" | "into" | "equals");
        let article = |t: usize| matches!(read.str(t), "a" | "an") || read.str(t) == "the" && read.str(t - 1) == "with";
        if let Some(t) = (label.start + 1..label.end).rev().find(|t| article(*t) && leads(*t - 1)) {
            return t + 1;
        }
    }
    let joint = label.start + if matches!(read.str(label.start + 1), "into" | "in" | "to") { 2 } else { 1 };
    let object = read.str(label.start).ends_with("ing") && read.word_is(joint, Class::DETERMINER) && joint + 1 < label.end;
    if object { joint + 1 } else { label.start }
}

/// Tokens that may tell how something moved.
const MANNER: usize = 6;

/// "grew currency-adjusted (ca) by", "rose again in March to": the word for a rise or fall in front of words that only say how and when.
fn mover_before(context: &Context, range: Range<usize>) -> Option<usize> {
    let read = context.read;
    let near = range.end.saturating_sub(MANNER).max(range.start)..range.end;
    let irregular = |word: &str| matches!(word, "grew" | "rose" | "fell" | "sank" | "shrank" | "rising" | "falling" | "growing");
    let tells_move = |t: &usize| read.word_is(*t, Class::RISE) && (read.str(*t).ends_with("ed") || irregular(read.str(*t)));
    let verb = near.clone().rev().find(tells_move)?;
    let parted = (verb + 1..near.end).any(|t| read.is_mark(t, ',') || read.word_is(t, Class::AND | Class::VERB) || context.is_figure(t));
    // "reduced the share of idle land from": an object, which is the thing.
    (!parted && !read.word_is(verb + 1, Class::DETERMINER)).then_some(verb)
}

/// "funds to encourage bank loans": whether a verb that no vocabulary knows stands behind "to".
fn is_infinitive(context: &Context, t: usize) -> bool {
    let read = context.read;
    let other = Class::NOUN | Class::PEOPLE | Class::STOP | Class::PREPOSITION | Class::DETERMINER;
    read.str(t - 1) == "to"
        && read.is_word(t + 1)
        && !read.word_is(t, other)
        && read.str(t).starts_with(char::is_lowercase)
        && !read.str(t).ends_with('s')
}

/// "relief funds (those for work included) of 5 million yuan": the clause in front of the brackets that close before token `at`.
fn before_brackets(context: &Context, at: usize, i: usize) -> Range<usize> {
    let read = context.read;
    let Some(close) = at.checked_sub(1).filter(|t| read.is_mark(*t, ')')) else { return at..at };
    let from = context.before(i).start.max(close.saturating_sub(LONGEST_BRACKETS));
    let open = (from..close).rev().find(|t| read.is_mark(*t, '(') || read.is_mark(*t, ')')).filter(|t| read.is_mark(*t, '('));
    open.map_or(at..at, |open| context.tail(from..open))
}

/// "Operating profit, at 30 million euros, made up": the subject in front of the comma.
fn before_comma(context: &Context, at: usize, i: usize) -> Option<Range<usize>> {
    let read = context.read;
    let comma = at.checked_sub(1).filter(|t| read.is_mark(*t, ',') && read.str(at) == "at" && *t > context.before(i).start)?;
    let subject = context.tail(context.before(i).start..comma);
    let says = |t: usize| read.word_is(t, Class::VERB | Class::AUXILIARY | Class::RISE) && !is_activity(context, t);
    (!subject.clone().any(says) && read.is_mark(context.after(i).start, ',')).then_some(subject)
}

/// The noun that a figure counts; "8.3 billion francs" of a country that nobody names are money all the same, and "membership rose to 4,300
/// people" tells of membership.
pub(super) fn counted_noun(context: &Context, this: &Mention, i: usize) -> Option<Noun> {
    let read = context.read;
    let vague =
        |noun: &Noun| noun.first == noun.head && matches!(read.str(noun.head), "people" | "persons" | "individuals" | "items" | "units");
    this.noun.filter(|noun| !read.word_is(noun.head, Class::MONEY) && (!vague(noun) || !is_told_by_subject(context, i)))
}

/// "Loans fell (by 4%) to 3.6 million", "Ridership rose to": the subject is what rises or falls. "The union grew to 4,100 people" is one who has
/// so many.
fn is_told_by_subject(context: &Context, i: usize) -> bool {
    let read = context.read;
    if !context.lead(i).is_some_and(|t| read.word_is(t, Class::TO)) {
        return false;
    }
    // "rose by 3% to": the rate tells of the same subject.
    let rate = context.previous(i).filter(|_| context.gap(i).len() == 1);
    let subject = label_in_front(context, rate.unwrap_or(i));
    let named = || subject.start > 0 && read.word_is(subject.start - 1, Class::DETERMINER);
    subject.len() == 1 && read.word_is(subject.end, Class::RISE) && !read.word_is(subject.start, Class::PLACE) && !named()
}
