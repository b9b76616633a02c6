//! What is said behind a figure: the noun that it is an attribute of, what is told in passing, in a bracket or between commas, and what goes on behind that.

use super::Context;
use super::idle::{is_idle, names_thing};
use super::phrase::noun_phrase;
use super::what::LONGEST_BRACKETS;
use crate::language::Class;
use crate::quantity::Mention;
use std::ops::Range;

/// "a $120 million loan to the water board", "45 million dollars assistance was given", "14 million pesos worth of rice": what a measure tells of the
/// noun right behind it.
pub(super) fn attributed(context: &Context, this: &Mention, i: usize) -> Option<Range<usize>> {
    let read = context.read;
    let unit = this.unit.filter(|u| !u.is_counted() && !u.is_relative() && !u.is_time())?;
    // "Scholarships totalling 46 million were given", "Drugs worth an estimated 9.2 million were seized": what is worth so much.
    let near = context.near(i);
    let valued = context.lead(i).filter(|t| near.contains(t) && matches!(read.str(*t), "totalling" | "totaling" | "worth"));
    if let Some(front) = valued.filter(|t| *t > near.start) {
        let start =
            near.clone().rev().find(|t| *t < front && read.word_is(*t, Class::VERB | Class::AUXILIARY)).map_or(near.start, |t| t + 1);
        let thing = noun_phrase(context, start..front);
        if thing.end == front && names_thing(context, thing.clone()) {
            return Some(thing);
        }
    }
    let (at, end) = (this.after_noun, context.after(i).end);
    if read.str(at) == "worth" && read.str(at + 1) == "of" {
        return Some(noun_phrase(context, at + 2..end.max(at + 2))).filter(|thing| names_thing(context, thing.clone()));
    }
    let plain = |t: &usize| read.is_word(*t) && !read.word_is(*t, Class::STOP | Class::RISE) && !read.phrase_is(*t, Class::STOP);
    let behind = (at..end.min(at + ATTRIBUTED)).find(|t| !plain(t)).filter(|behind| *behind > at)?;
    let front = context.unhedged(i).max(context.before(i).start);
    let article = (front.saturating_sub(1)..this.first).any(|t| matches!(read.str(t), "a" | "an" | "A" | "An"));
    let said = unit.is_currency() && read.word_is(behind, Class::AUXILIARY);
    if !(article || said) || read.str(at).ends_with("ly") || is_idle(context, at..behind) || read.phrase_is(at, Class::PER_CAPITA) {
        return None;
    }
    Some(noun_phrase(context, at..end)).filter(|thing| thing.end >= behind)
}

/// Tokens of such a noun.
const ATTRIBUTED: usize = 7;

/// "1.1 billion (847 million of it grants) was public money": what is said of a figure goes on behind the brackets that stand at `at`.
pub(super) fn behind_brackets(context: &Context, at: usize, i: usize) -> Option<Range<usize>> {
    let read = context.read;
    if !read.is_mark(at, '(') {
        return None;
    }
    let sentence = context.sentence(i);
    let close = (at + 1..sentence.end.min(at + LONGEST_BRACKETS)).find(|t| read.is_mark(*t, ')') || read.is_mark(*t, '('))?;
    let goes_on = read.is_mark(close, ')') && (read.word_is(close + 1, Class::AUXILIARY) || read.str(close + 1) == "of");
    goes_on.then(|| context.head(close + 1..sentence.end))
}

/// "1,240 pupils, including 610 girls, were vaccinated", "310 wells (half of them private) and 12 springs were tested": the predicate behind what is
/// said of a figure in passing.
pub(super) fn behind_aside(context: &Context, i: usize) -> Range<usize> {
    let read = context.read;
    let end = context.sentence(i).end;
    let at = context.after(i).start;
    // "2,040 boys and 1,980 girls were vaccinated"
    if let Some(next) = context.next(i).filter(|next| context.continues_list(*next) && read.word_is(at, Class::AND)) {
        let behind = context.behind(next);
        let said = behind.clone().find(|t| !read.is_word(*t) || read.word_is(*t, Class::AUXILIARY));
        return said.filter(|t| read.word_is(*t, Class::AUXILIARY)).map_or(at..at, |t| t..behind.end);
    }
    let within = at + 1..end.min(at + LONGEST_ASIDE);
    let predicate = |t: usize| read.word_is(t, Class::AUXILIARY) || read.word_is(t, Class::VERB) && !read.str(t).ends_with("ing");
    let start = if read.is_mark(at, '(') {
        within.clone().find(|t| read.is_mark(*t, ')') || read.is_mark(*t, '(')).map(|t| t + 1).filter(|t| predicate(*t))
    } else if read.is_mark(at, ',') && says_in_passing(context, at + 1) {
        // "of whom 12 are girls, were": the verb behind the next comma; "including 12 girls were": the first there is.
        let whole = read.str(at + 1) == "including";
        let begins = |t: &usize| read.is_mark(t - 1, ',') && predicate(*t) || whole && read.word_is(*t, Class::AUXILIARY);
        let parted = |t: &usize| read.is_mark(*t, ';') || matches!(read.str(*t), "who" | "which" | "while" | "but");
        within.clone().skip(1).take_while(|t| !parted(t)).find(begins)
    } else {
        None
    };
    start.map_or(at..at, |start| context.head(start..end))
}

/// Tokens that are said of a figure in passing.
const LONGEST_ASIDE: usize = 40;

/// Whether an apposition begins at token `t`: "including", "equivalent to", "most of them", "12 of them".
fn says_in_passing(context: &Context, t: usize) -> bool {
    let read = context.read;
    read.phrase_is(t, Class::PARTS | Class::SHARE | Class::ABOUT | Class::OVER | Class::UNDER)
        || context.is_figure(t) && (t + 1..t + 4).any(|of| read.str(of) == "of" && matches!(read.str(of + 1), "them" | "whom" | "which"))
        || matches!(
            read.str(t),
            "or" | "equivalent"
                | "mostly"
                | "mainly"
                | "most"
                | "some"
                | "many"
                | "all"
                | "half"
                | "aged"
                | "among"
                | "from"
                | "predominantly"
                | "largely"
                | "both"
        )
}
