//! How a change, share or gap says what it is of: "growth of financial anti-poverty funds".

use super::Context;
use super::gap::compared_by;
use super::what::noun_phrase;
use crate::analysis::Kind;
use crate::language::Class;
use crate::quantity::Mention;
use std::ops::Range;

/// Tokens of the bracket between a figure and the word for its change.
const LONGEST_REMARK: usize = 12;

/// Whether a figure tells something of another one.
pub(super) fn qualifies(mention: &Mention) -> bool {
    matches!(mention.kind, Kind::Growth | Kind::Change | Kind::Share | Kind::Gap)
}

/// "growth of sales in the region": a change that is said of a subject and not of another figure.
pub(super) fn told_change(context: &Context, mentions: &[Mention], i: usize, what: String) -> String {
    let changes = mentions.get(i).is_some_and(|m| matches!(m.kind, Kind::Growth | Kind::Change) && m.noun.is_none());
    let says = |word: &str| CHANGES.iter().any(|change| word.get(..change.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(change)));
    if !changes || what.is_empty() || what.split(' ').any(says) { what } else { qualified(context, mentions, i, &what) }
}

/// What words that tell a change begin with.
const CHANGES: [&str; 12] =
    ["growth", "increas", "decreas", "declin", "fall", "drop", "rise", "reduc", "change", "gain", "loss", "improve"];

/// The first token behind figure `i` and the bracket that may follow it: "468 hectares (3.6%) decline".
fn behind_remark(context: &Context, i: usize) -> usize {
    let after = context.after(i).start;
    let bracket = context.read.is_mark(after, '(');
    let close = (after..after + LONGEST_REMARK).find(|t| context.read.is_mark(*t, ')')).filter(|_| bracket);
    let inside = context.read.is_mark(after, ')').then_some(after);
    close.or(inside).map_or(after, |close| close + 1)
}

/// "a 16% increase in the output of dairies": what a change that is named behind its figure is a change of.
pub(super) fn changed_behind(context: &Context, i: usize) -> Range<usize> {
    let read = context.read;
    let change = behind_remark(context, i);
    let named = read.word_is(change, Class::RISE) && matches!(read.str(change + 1), "in" | "of");
    if named { noun_phrase(context, context.head(change + 2..context.sentence(i).end)) } else { 0..0 }
}

/// "growth of financial anti-poverty funds".
pub(super) fn qualified(context: &Context, mentions: &[Mention], i: usize, base: &str) -> String {
    let clause = context.near(i);
    let behind = behind_remark(context, i);
    let less = |t: usize| matches!(context.read.str(t), "fewer" | "less" | "lower" | "below" | "smaller");
    let fewer = less(behind) || compared_by(context, i).is_some_and(|(t, _)| less(t)) || context.read.phrase_is(behind, Class::FALL);
    let falls = fewer || context.read.find(clause, Class::FALL).is_some();
    let relation = match mentions.get(i).map(|m| m.kind) {
        Some(Kind::Growth) if !falls => "growth of",
        Some(Kind::Change) if !falls => "increase of",
        Some(Kind::Growth | Kind::Change) => "decrease of",
        Some(Kind::Share) => "share of",
        _ => "difference in",
    };
    // "a rise of 812 yuan or 17%": the growth of what the other is an increase of.
    let changed = ["growth of ", "increase of ", "decrease of "].iter().find_map(|change| base.strip_prefix(change));
    let base = changed.filter(|_| relation.ends_with(" of") && relation != "share of").unwrap_or(base);
    if base.starts_with(relation) { base.to_owned() } else { format!("{relation} {base}") }
}
