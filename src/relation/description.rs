//! The words that describe a figure, as ranges of the text, and how they are printed.

use super::Context;
use super::in_front::is_done;
use super::listed::Item;
use super::phrase::trim_end;
use super::what::LONGEST;
use crate::analysis::Unit;
use crate::language::Class;
use crate::quantity::Mention;
use crate::text::{Span, Token};
use std::ops::Range;

/// How a figure is described: the thing it measures and what is said of it, as token ranges.
#[derive(Debug, Clone, Default)]
pub(super) struct Description {
    pub(super) thing: Range<usize>,
    pub(super) said: Range<usize>,
    /// Whether the thing is who acts, not what is measured: no part takes it along.
    pub(super) acts: bool,
    /// Whether the thing is told by words that are not the figure's own.
    pub(super) lent: bool,
    /// Of a list: the words that lead from the thing to an item of it, and the item.
    pub(super) item: Option<(Range<usize>, Range<usize>)>,
}

impl Description {
    /// Of a thing and nothing else.
    pub(super) fn of(thing: Range<usize>) -> Self {
        Self { thing, ..Self::default() }
    }

    /// Of a thing that other words tell.
    pub(super) fn lent(thing: Range<usize>) -> Self {
        Self { thing, lent: true, ..Self::default() }
    }

    /// Of an item of a list.
    pub(super) fn listed(item: Item) -> Self {
        if item.measure.is_empty() {
            return Self::lent(item.name);
        }
        if item.measure.end == item.joint.start && item.joint.end == item.name.start {
            return Self::lent(item.measure.start..item.name.end);
        }
        Self { thing: item.measure, item: Some((item.joint, item.name)), lent: true, ..Self::default() }
    }
}

/// "funds (to support) the poor areas", "subsidies (to encourage) 5 million in loans": without an infinitive whose object is cut off.
/// "used to begin" stays: a lone "used" would say less.
fn without_purpose(context: &Context, range: Range<usize>) -> Range<usize> {
    let read = context.read;
    let Some(to) = range.end.checked_sub(2).filter(|t| *t > range.start && read.str(*t) == "to") else { return range };
    let object = context.is_figure(range.end)
        || read.word_is(range.end, Class::DETERMINER)
        || read.is_word(range.end) && !read.word_is(range.end, Class::STOP | Class::AUXILIARY | Class::AND);
    let verb = !read.word_is(to + 1, Class::NOUN | Class::PEOPLE | Class::PLACE) && !read.tokens.get(to + 1).is_some_and(|t| t.capital);
    let joint = matches!(read.str(to - 1), "due" | "owing" | "according" | "thanks" | "up" | "ability" | "right" | "access");
    let order = if to > range.start + 2 && read.str(to - 2) == "in" && read.str(to - 1) == "order" { to - 2 } else { to };
    let enough = order > range.start + 1;
    if object && verb && enough && !joint { trim_end(context, range.start..order) } else { range }
}

/// What a description goes on with behind the figure that cuts it off: "to buy (240,000) books", "for the construction of (69) projects".
struct Object {
    /// The end of the words in front.
    end: usize,
    /// The word that leads to the figure, if any.
    joint: Range<usize>,
    /// What the figure counts.
    noun: Range<usize>,
}

/// The object of the words of figure `i`'s description that another figure cuts off.
fn object(context: &Context, mentions: &[Mention], i: usize, cut: &Range<usize>) -> Option<Object> {
    let read = context.read;
    // "supported more (than 20) clinics"
    let more = read.str(cut.end) == "than" && cut.len() > 1;
    let end = if more { trim_end(context, cut.start..cut.end - 1).end } else { cut.end };
    let joint = end..end + usize::from(matches!(read.str(end), "of" | "in" | "to" | "for" | "by"));
    let hedge =
        |t: &usize| read.word_is(*t, Class::ABOUT | Class::OVER | Class::UNDER | Class::DETERMINER | Class::THAN) || read.str(*t) == "more";
    let first = (joint.end..joint.end + HEDGES).find(|t| !hedge(t)).filter(|t| context.is_figure(*t))?;
    let next = context.next(i).and_then(|next| mentions.get(next)).filter(|next| next.first == first)?;
    let noun = next.noun.filter(|_| !next.unit.is_some_and(Unit::is_time))?;
    let last = end.checked_sub(1).filter(|last| *last > 0)?;
    let word = read.str(last);
    let infinitive = joint.is_empty() && last > 1 && read.str(last - 1) == "to" && !read.word_is(last - 2, Class::AND);
    let put_in = word == "in" && read.str(last - 1) == "put";
    let done = read.str(end) != "of" && !joint.is_empty() && is_done(word) || put_in;
    let deed = || read.word_is(last - 1, Class::DETERMINER) || ["ion", "ing", "ment", "ance", "al"].iter().any(|e| word.ends_with(e));
    let doing = read.str(end) == "of" && deed();
    (infinitive || done || doing).then_some(Object { end, joint, noun: noun.first..noun.head + 1 })
}

/// Words of a hedge that may stand between a statement and the figure that cuts it off.
const HEDGES: usize = 4;

/// The words of a description of figure `i`.
pub(super) fn words(context: &Context, mentions: &[Mention], i: usize, description: &Description) -> String {
    let printed = |range: &Range<usize>| {
        let tokens = context.read.tokens.get(range.clone()).unwrap_or_default();
        tokens.first().zip(tokens.last()).map_or(0, |(first, last)| last.span.end.saturating_sub(first.span.start) as usize)
    };
    let mut what = String::with_capacity(printed(&description.thing) + 1 + printed(&description.said).min(USUAL_STATEMENT));
    let last = if description.said.is_empty() { &description.thing } else { &description.said };
    let own = description.item.is_none() && !last.is_empty() && mentions.get(i).is_some_and(|m| m.last <= last.start);
    let object = if own { object(context, mentions, i, last) } else { None };
    let complete = |range: Range<usize>| match &object {
        Some(object) => range.start..range.end.min(object.end),
        None => without_purpose(context, range),
    };
    let thing = if description.said.is_empty() { complete(description.thing.clone()) } else { description.thing.clone() };
    print(context, &thing, &mut what);
    if let Some((joint, item)) = &description.item {
        if joint.is_empty() && !what.is_empty() {
            what.push(':');
        }
        print(context, joint, &mut what);
        print(context, item, &mut what);
    }
    let said = &description.said;
    let mut room = said.start;
    if !said.is_empty() {
        let thing = 1 + what.bytes().filter(|b| *b == b' ').count();
        room += LONGEST.saturating_sub(thing);
        print(context, &complete(trim_end(context, said.start..said.end.min(room))), &mut what);
    }
    if let Some(object) = object.filter(|_| said.end <= room) {
        print(context, &object.joint, &mut what);
        print(context, &object.noun, &mut what);
    }
    what
}

/// Bytes of a statement that are made room for from the start.
const USUAL_STATEMENT: usize = 80;

/// Adds the tokens as printed, white space made single.
fn print(context: &Context, range: &Range<usize>, line: &mut String) {
    let (text, tokens) = (context.read.text, context.read.tokens.get(range.clone()).unwrap_or_default());
    let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return };
    let span = Span { start: first.span.start, end: last.span.end };
    if !line.is_empty() {
        line.push(' ');
    }
    let begun = line.len();
    if is_one_line(text, tokens) {
        line.push_str(span.of(text));
        return;
    }
    for word in span.of(text).split_whitespace() {
        if line.len() > begun {
            line.push(' ');
        }
        line.push_str(word);
    }
}

/// Whether tokens are parted by nothing but single blanks; most are. Digits may have white space inside.
fn is_one_line(text: &str, tokens: &[Token]) -> bool {
    let joined = |pair: &[Token]| {
        let [a, b] = pair else { return false };
        let gap = text.as_bytes().get(a.span.end as usize..b.span.start as usize);
        gap.is_some_and(|gap| matches!(gap, [] | [b' ']))
    };
    tokens.windows(2).all(joined) && tokens.iter().all(|t| !t.is_digits() || !t.span.of(text).contains(char::is_whitespace))
}
