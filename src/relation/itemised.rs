//! Parts in the items of a list below their total: "The port handled 112 vessels as follows:", and on lines of their own "- tankers: 35", "- ferries:
//! 77". Each item is a sentence of its own.
//!
//! From the sentence that a colon ends, and the first figure of each item behind it, to links from these to a figure of that sentence. Where words
//! say that parts follow ("of which:"), they are parts as long as they leave the total room; where only the colon does, they come to it, or nearly.

use super::Context;
use super::beside::is_beside;
use super::misprint::is_misprint;
use super::partitive::{first_word, is_item_mark};
use super::sums::{like_noun, link_as, rounds_to, sum};
use crate::analysis::{Kind, Unit};
use crate::language::Class;
use crate::quantity::Mention;
use std::ops::Range;

/// Links the items of lists to the totals above them.
pub(super) fn link_items(context: &Context, mentions: &mut [Mention]) {
    let mut i = 0;
    while i < mentions.len() {
        let sentence = context.in_sentence(i);
        if let Some(above) = i.checked_sub(1).filter(|_| opens_item(context, i))
            && ends_with_colon(context, above, i)
        {
            let items = items_from(context, mentions, i);
            if let Some((total, rule)) = total_of(context, mentions, context.in_sentence(above), &items) {
                link_as(mentions, items.iter(), total, rule);
            }
        }
        i = sentence.end.max(i + 1);
    }
}

/// Whether figure `i` is the first of a sentence that the mark or the number of an item opens.
fn opens_item(context: &Context, i: usize) -> bool {
    let read = context.read;
    let start = context.sentence(i).start;
    let digits = |t: usize| read.tokens.get(t).is_some_and(crate::text::Token::is_digits);
    // "1. 313 were closed" are two sentences, "1) 313 were closed" is one.
    let numbered = start > 1 && read.is_mark(start - 1, '.') && digits(start - 2) && (start == 2 || read.is_break(start - 3));
    let bracketed = read.is_mark(start + 1, ')') || read.is_mark(start, '(') && read.is_mark(start + 2, ')');
    let marked = first_word(context, start) > start || start > 0 && is_item_mark(read, start - 1);
    context.previous(i).is_none() && (marked || numbered || bracketed)
}

/// Whether a colon stands in front of the sentence of figure `i`, in the sentence of figure `above` or a short one behind it: "The parts are as follows:".
fn ends_with_colon(context: &Context, above: usize, i: usize) -> bool {
    let read = context.read;
    let from = context.end(above);
    let mut start = context.sentence(i).start;
    // The number of the first item, and the break in front of it.
    while start > from
        && (read.is_break(start - 1)
            || read.is_mark(start - 1, '.')
            || is_item_mark(read, start - 1)
            || read.tokens.get(start - 1).is_some_and(crate::text::Token::is_digits))
    {
        start -= 1;
    }
    start > from && read.is_mark(start - 1, ':') && start <= context.sentence(above).end + INTRODUCED
}

/// Tokens of a sentence that only introduces the items.
const INTRODUCED: usize = 12;

/// The first figure of each item, as long as one stands right behind the other; all of one sentence that are marked in it: "(a) 313 were closed; (b) 84".
fn items_from(context: &Context, mentions: &[Mention], first: usize) -> Vec<usize> {
    let read = context.read;
    let mut items = Vec::new();
    let (mut i, mut expected) = (first, context.sentence(first).start);
    while i < mentions.len() && items.len() < LONGEST && opens_item(context, i) && context.sentence(i).start <= expected + APART {
        items.push(i);
        let sentence = context.in_sentence(i);
        let marked = |j: usize| {
            let gap = context.gap(j);
            gap.clone().any(|t| {
                read.is_mark(t, ')')
                    && gap.contains(&(t - 1))
                    && read.str(t - 1).len() <= MARK
                    && (read.is_mark(t - 2, '(') || context.ends_clause(t - 2))
            })
        };
        items.extend((i + 1..sentence.end).filter(|j| marked(*j)));
        (i, expected) = (sentence.end, context.sentence(i).end);
    }
    items
}

/// Tokens between two items: a break, and a number with its full stop.
const APART: usize = 3;

/// Letters of "iii".
const MARK: usize = 4;

/// Items of a list that a reader would add up.
const LONGEST: usize = 32;

/// The figure above a list that its items are parts of, and the name of the rule.
fn total_of(context: &Context, mentions: &[Mention], head: Range<usize>, items: &[usize]) -> Option<(usize, &'static str)> {
    let first = mentions.get(*items.first()?)?;
    let fits = |t: usize| {
        let whole = mentions.get(t).filter(|m| m.stands_alone() && m.per.is_none() && m.amount.one().is_some() && !is_beside(context, t));
        whole.is_some_and(|whole| items.iter().all(|j| could_be_part(context, mentions, whole, *j)))
    };
    let total = head.rev().find(|t| fits(*t)).filter(|_| items.len() > 1 && !first.unit.is_some_and(Unit::is_time))?;
    let whole = mentions.get(total)?.amount.one()?;
    let sum = sum(mentions, items);
    let exact = whole == sum || rounds_to(mentions, total, items);
    let behind = context.end(total)..context.sentence(*items.first()?).start;
    let read = context.read;
    let opener = read.find(behind, Class::PARTS | Class::ALL_PARTS);
    let open = opener.is_some_and(|t| read.str(t).starts_with("incl"));
    let alike = || items.iter().all(|j| mentions.get(*j).zip(mentions.get(total)).is_some_and(|(m, t)| like_noun(t, m)));
    let near = (whole - sum).abs() * rust_decimal::Decimal::TEN <= whole && alike() || is_misprint(whole, sum);
    match opener {
        Some(_) if open => (sum <= whole).then_some((total, "including")),
        Some(_) => (sum <= whole || near).then_some((total, "item")),
        None => (exact || near).then_some((total, "item")),
    }
}

/// Whether an item could be a part of a total by its unit and size.
fn could_be_part(context: &Context, mentions: &[Mention], whole: &Mention, j: usize) -> bool {
    let like = |m: &Mention| m.unit == whole.unit || m.unit.zip(whole.unit).is_some_and(|(a, b)| a.is_counted() && b.is_counted());
    let amount = |m: &Mention| m.stands_alone() && m.per == whole.per && m.amount.one().is_some() && m.of.is_none();
    mentions.get(j).is_some_and(|m| {
        amount(m) && like(m) && m.amount.bounds() < whole.amount.bounds() && (m.kind == Kind::Target) == (whole.kind == Kind::Target)
    }) && !is_beside(context, j)
}
