//! Wholes that open what their parts are told in: "Of the 50 buses, 12 ...", "- Out of 40 wells, 12 ...", "According to the report, of the 40 wells, 12 ...", "From the
//! 48 million available, 17 million ...".
//!
//! From the first words of a sentence, an item, a statement or the clause behind an introduction, to whether the figure behind them is such a whole.

use super::Context;
use super::beside::is_beside;
use super::partitive::{first_word, is_set_off};
use super::parts::fits;
use super::subordinate::is_in_contrast;
use crate::analysis::Unit;
use crate::language::Class;
use crate::quantity::Mention;

/// "Among the 1.2969 billion yuan of production funds, A was ... and B was ...": the sentence opens with its total. "Of their debts 1.6
/// billion was due" does not: that is a part already.
pub(super) fn among_total(context: &Context, mentions: &[Mention], i: usize) -> bool {
    let read = context.read;
    // Its parts follow.
    if context.next(i).is_none() {
        return false;
    }
    if opens_in_clause(context, mentions, i) {
        return true;
    }
    let start = opening_word(context, i);
    let alone = context.previous(i).is_none_or(|p| context.end(p) <= start);
    let opens = alone && ["among", "of", "amongst", "out"].iter().any(|word| word.eq_ignore_ascii_case(read.str(start)));
    let opens = opens || taken_from(context, mentions, i);
    // "Of the total area of the island, 48,700 acres, some 15,300 acres are waste".
    if opens && is_set_off(context, mentions, i) {
        return true;
    }
    // "Of the houses finished, 38,250 were of wood": a part, behind the comma.
    let inside = context.near(i).start <= start.max(context.before(i).start);
    // "class 12, 345 pupils; of the 68, 120 hectares were new"
    let bounds = |j: usize| mentions.get(j).and_then(|m| m.amount.bounds());
    let behind = start > context.sentence(i).start && context.next(i).is_some_and(|n| bounds(n) >= bounds(i));
    opens
        && inside
        && !behind
        && context.before(i).end - start <= 8
        && mentions.get(i).is_some_and(Mention::stands_alone)
        && !read.word_is(context.after(i).start, Class::AUXILIARY)
        && !is_beside(context, i)
}

/// "From the 48.6 million available, 17 million was allotted to roads", "Within total spending of 48.6 million, roads took 17 million".
fn taken_from(context: &Context, mentions: &[Mention], i: usize) -> bool {
    let read = context.read;
    let money = |j: usize| mentions.get(j).filter(|m| m.unit.is_some_and(Unit::is_currency) && m.per.is_none());
    let start = opening_word(context, i);
    let alone = context.previous(i).is_none_or(|p| context.end(p) <= start);
    if !alone || !matches!(read.str(start), "From" | "Within" | "from" | "within") || money(i).is_none() {
        return false;
    }
    let whole = read.word_is(start + 1, Class::DETERMINER | Class::TOTAL_NOUN);
    // "From the 48 million of 2019, spending fell to 40 million"
    let moves = |n: usize| {
        read.classes(context.gap(n)).intersects(Class::RISE | Class::FALL | Class::TO) && !read.word_is(context.gap(n).start, Class::VERB)
    };
    whole && context.next(i).is_some_and(|n| money(n).is_some() && !moves(n))
}

/// "Since then, of 19.4 million households, 11.0 million have got a tap": the total opens a clause, and a smaller figure of the same things
/// follows at once.
fn opens_in_clause(context: &Context, mentions: &[Mention], i: usize) -> bool {
    let read = context.read;
    let near = context.near(i);
    // "It is noted that out of 18,400 patients, as many as 4,600 were children"
    let noted = behind_that(context, i);
    let from = noted.unwrap_or(near.start);
    let of = if read.str(from) == "out" { from + 1 } else { from };
    let opens = matches!(read.str(of), "of" | "among") && of > 0 && context.before_hedges(of + 1..near.end) == of + 1;
    let begins = noted.is_some() || read.is_mark(near.start.saturating_sub(1), ',');
    let (Some(next), true) = (context.next(i), opens && begins) else { return false };
    let (Some(whole), Some(part)) = (mentions.get(i), mentions.get(next)) else { return false };
    let gap = context.gap(next);
    let end = context.before_hedges(gap.clone());
    let behind_name =
        || noted.is_some() && end > gap.start && read.is_mark(end - 1, ',') && !(gap.start..end - 1).any(|t| context.ends_clause(t));
    let at_once = read.is_mark(gap.start, ',') && end <= gap.start + 2 || behind_name();
    at_once
        && whole.stands_alone()
        && part.stands_alone()
        && fits(whole, part)
        && part.amount.bounds() < whole.amount.bounds()
        && read.find_word(context.behind(next), Class::VERB | Class::AUXILIARY).is_some()
}

/// Where the words begin that may name the total of what follows: the first word of a statement, or of the clause behind its introduction
/// ("According to the report, of the 40 wells, 12 ...", "Prices rose by 3 per cent; of the 40 wells, 12 ...").
pub(super) fn opening_word(context: &Context, i: usize) -> usize {
    let read = context.read;
    let start = first_word(context, context.statement(i));
    let near = context.near(i).start;
    let leads = |t: usize| matches!(read.str(t), "of" | "out" | "among" | "amongst" | "from" | "within");
    // "It should be noted that of the 40 wells, 12 failed"
    let noted = behind_that(context, i).filter(|t| leads(*t));
    let apart = || context.previous(i).is_none_or(|p| context.end(p) <= start || is_in_contrast(context, p, i));
    let introduced = near > start && read.is_mark(near - 1, ',') && leads(near) && apart();
    noted.unwrap_or(if introduced { near } else { start })
}

/// "It should be noted that of the 40 wells": the token behind such a "that" in front of figure `i`.
pub(super) fn behind_that(context: &Context, i: usize) -> Option<usize> {
    let read = context.read;
    let that = context.near(i).take(NOTED).find(|t| read.str(*t) == "that").filter(|t| *t > 0)?;
    let said = read.str(that - 1);
    (said.ends_with("ed") || matches!(said, "note" | "notes" | "fact" | "show" | "shows" | "found" | "said" | "means")).then_some(that + 1)
}

/// Tokens of "It should be noted that".
const NOTED: usize = 7;
