//! The largest of what a sentence before tells in all: "Contributions came to $54 million. The largest were those of Japan ($12 million), followed
//! by Norway ($9 million) and Canada ($7 million)".
//!
//! From a sentence that opens with a word for the largest, to links of the amounts in its brackets to the total that they have room in.

use super::Context;
use super::beside::is_beside;
use super::named::same_word;
use super::parts::fits;
use crate::analysis::Kind;
use crate::language::{Class, singular};
use crate::quantity::Mention;
use rust_decimal::Decimal;

/// Links the amounts of each such list to their total.
pub(super) fn link_leaders(context: &Context, mentions: &mut [Mention]) {
    let mut i = 0;
    while i < mentions.len() {
        let sentence = context.in_sentence(i);
        if sentence.len() > 1
            && let Some(head) = leader(context, i)
        {
            link_list(context, mentions, sentence.clone(), head);
        }
        i = sentence.end.max(i + 1);
    }
}

/// Tokens from the beginning of a sentence to its word for the largest.
const OPENS: usize = 5;

/// The word for the largest that a sentence opens with.
fn leader(context: &Context, i: usize) -> Option<usize> {
    let start = context.sentence(i).start;
    (start..start + OPENS).take_while(|t| !context.is_figure(*t)).find(|t| is_largest(context.read.str(*t)))
}

fn is_largest(word: &str) -> bool {
    matches!(
        word,
        "largest"
            | "Largest"
            | "highest"
            | "Highest"
            | "biggest"
            | "main"
            | "Main"
            | "top"
            | "Top"
            | "leading"
            | "Leading"
            | "major"
            | "Major"
            | "principal"
            | "Principal"
            | "key"
            | "Key"
            | "Chief"
            | "chief"
            | "greatest"
            | "foremost"
            | "bulk"
    )
}

fn link_list(context: &Context, mentions: &mut [Mention], sentence: std::ops::Range<usize>, largest: usize) {
    let read = context.read;
    let bracketed = |j: &usize| {
        let opened = context.before(*j).next_back().is_some_and(|t| read.is_mark(t, '('));
        opened && read.is_mark(context.after(*j).start, ')')
    };
    let members: Vec<usize> = sentence.clone().filter(bracketed).collect();
    let Some(first) = members.first().and_then(|j| mentions.get(*j)).cloned() else { return };
    let amount = |m: &Mention| {
        let measured = m.unit.is_some_and(|u| !u.is_relative() && !u.is_time()) && m.unit == first.unit;
        measured && m.of.is_none() && m.stands_alone() && m.kind == Kind::Level && m.per.is_none()
    };
    if members.len() < 2 || !members.iter().all(|j| mentions.get(*j).is_some_and(amount)) {
        return;
    }
    let sum = members.iter().try_fold(Decimal::ZERO, |sum, j| sum.checked_add(mentions.get(*j)?.amount.one()?));
    let Some(before) = sentence.start.checked_sub(1).map(|before| context.in_sentence(before)) else { return };
    let near = context.follows_on(before.start, sentence.start);
    let total = |j: &usize| {
        mentions.get(*j).is_some_and(|t| {
            let room = t.amount.one().zip(sum).is_some_and(|(total, sum)| sum <= total);
            room && fits(t, &first) && t.stands_alone() && t.kind == Kind::Level && t.per.is_none()
        }) && !is_beside(context, *j)
            && !context.leads_from(*j)
    };
    let Some(total) = before.rev().filter(|_| near).find(total).filter(|total| is_named(context, largest, *total)) else { return };
    for j in members {
        if let Some(m) = mentions.get_mut(j) {
            m.of = Some((total, "largest"));
        }
    }
}

/// Whether the largest are called as the total is, by nothing, or by what gives, gets or holds it.
fn is_named(context: &Context, largest: usize, total: usize) -> bool {
    let read = context.read;
    let end = largest + NAME;
    let mut name = (largest + 1..end)
        .take_while(|t| read.is_word(*t) && !context.is_figure(*t) && !read.word_is(*t, Class::AUXILIARY | Class::PREPOSITION))
        .filter(|t| !read.word_is(*t, Class::STOP))
        .peekable();
    let said = |t: usize| context.sentence(total).any(|w| same_word(read.str(w), read.str(t)));
    name.peek().is_none() || name.any(|t| gives_or_gets(read.str(t)) || said(t))
}

/// Tokens of what the largest are called.
const NAME: usize = 5;

fn gives_or_gets(word: &str) -> bool {
    matches!(
        singular(word).as_ref(),
        "donor"
            | "contributor"
            | "recipient"
            | "beneficiary"
            | "share"
            | "part"
            | "source"
            | "item"
            | "component"
            | "category"
            | "destination"
            | "amount"
            | "buyer"
            | "user"
            | "payer"
            | "producer"
            | "holder"
            | "portion"
            | "sum"
    )
}
