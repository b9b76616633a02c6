//! One of a kind by its article: "the mean parcel grew to 3.53 ha", "the cost of the ration went from 2.10 to 2.65", "the price of a 50 kg sack
//! rose", "A house of 30 sq. m costs 7 lakh". What is measured is per parcel, ration, sack, house.

use super::Context;
use crate::analysis::Unit;
use crate::language::{Class, singular};
use crate::quantity::Mention;
use std::ops::Range;

/// Tokens in front of the noun in which its plural is counted.
const COUNTED: usize = 60;

/// Tokens between the verb and the figure, another figure with its time among them.
const REACHED: usize = 9;

/// Tokens of a measure in front of the noun: "a 50 kg cement sack".
const MEASURE: usize = 5;

/// The thing that figure `i` is the size or price of one of.
pub(super) fn one_of_kind(context: &Context, mentions: &[Mention], i: usize) -> Option<String> {
    let measured = |unit: Unit| !unit.is_relative() && !unit.is_counted() && !unit.is_time();
    let this = mentions.get(i).filter(|m| m.unit.is_some_and(measured))?;
    let clause = context.statement(i)..this.first;
    let money = this.unit.is_some_and(Unit::is_currency);
    let at_mean = || if money { at_mean_cost(context, mentions, i) } else { None };
    mean_thing(context, clause.clone())
        .or_else(|| if money { priced_thing(context, clause.clone()).or_else(|| costing_thing(context, i)) } else { None })
        .or_else(at_mean)
}

/// "41 wells were drilled at an average cost of 9,350 dollars", "sold 5,200 tonnes at a mean price of 310 dollars": what was counted in front.
fn at_mean_cost(context: &Context, mentions: &[Mention], i: usize) -> Option<String> {
    let read = context.read;
    let near = context.near(i);
    let of = context.lead(i).filter(|t| {
        *t > near.start && near.contains(t) && read.str(*t) == "of" && matches!(read.str(t - 1), "cost" | "price" | "rate" | "fee" | "rent")
    })?;
    let mean = (of.saturating_sub(MEAN_COST).max(near.start)..of).find(|t| matches!(read.str(*t), "average" | "mean" | "unit"))?;
    let at = (mean.saturating_sub(2).max(near.start)..mean).any(|t| matches!(read.str(t), "at" | "for"));
    let previous = mentions.get(context.previous(i)?).filter(|m| at && m.per.is_none())?;
    match previous.unit? {
        Unit::Tonne => Some("tonne".to_owned()),
        Unit::Hectare => Some("hectare".to_owned()),
        Unit::Kilometre => Some("kilometre".to_owned()),
        unit if unit.is_counted() => previous.head.clone(),
        _ => None,
    }
}

/// Tokens from "average" to "of" ("an average construction cost of").
const MEAN_COST: usize = 4;

/// "the number of parcels fell and the mean parcel grew to", where parcels were counted.
fn mean_thing(context: &Context, clause: Range<usize>) -> Option<String> {
    let read = context.read;
    let from = clause.end.saturating_sub(REACHED + 3).max(clause.start);
    let mean = (from..clause.end).rev().find(|t| matches!(read.str(*t), "mean" | "average" | "Average" | "Mean"))?;
    let noun = mean + 1;
    // "the average benefit": what it is of is another thing.
    if read.word_is(noun, Class::INCOME) || matches!(read.str(noun), "benefit" | "payment" | "price" | "cost" | "rent" | "fee" | "grant") {
        return None;
    }
    (moves(context, noun + 1, clause.end) && is_counted(context, noun)).then(|| read.str(noun).to_owned())
}

/// "the cost of the ration went from", where rations were counted; "the price of a 50 kg sack rose from".
fn priced_thing(context: &Context, clause: Range<usize>) -> Option<String> {
    let read = context.read;
    let from = clause.end.saturating_sub(REACHED + MEASURE + 3).max(clause.start);
    let of = (from..clause.end).rev().find(|t| {
        read.word_is(*t, Class::PREPOSITION) && read.str(*t) == "of" && *t > from && matches!(read.str(t - 1), "cost" | "price")
    })?;
    let last = (of + 2..of + 2 + MEASURE).find(|t| moves(context, t + 1, clause.end))?;
    // "the average price of a house in Brackenmoor is"
    let place = (of + 3..last).find(|t| matches!(read.str(*t), "in" | "at" | "on" | "near" | "of"));
    let noun = place.map_or(last, |place| place - 1);
    let word = read.is_word(noun) && !read.word_is(noun, Class::STOP);
    let one = match read.str(of + 1) {
        "the" => noun == of + 2 && is_counted(context, noun),
        "a" | "an" | "one" => true,
        _ => false,
    };
    (word && one).then(|| singular(read.str(noun)))
}

/// "A house of 28 to 32 sq. m costs Rs 7 lakh", "A ewe fetches $90": what one is said to cost at any time.
fn costing_thing(context: &Context, i: usize) -> Option<String> {
    let read = context.read;
    let start = context.statement(i);
    let verb = context.lead(i).filter(|t| matches!(read.str(*t), "costs" | "fetches" | "earns"))?;
    let one = matches!(read.str(start), "A" | "An" | "a" | "an") && verb > start + 1 && verb <= start + REACHED;
    let ends = verb == start + 2 || read.word_is(start + 2, Class::PREPOSITION);
    let noun = read.is_word(start + 1) && !read.word_is(start + 1, Class::STOP | Class::UNIT);
    (one && ends && noun).then(|| singular(read.str(start + 1)))
}

/// Whether a verb of movement or state stands at token `t`, and its figure near behind, in the same clause.
fn moves(context: &Context, t: usize, figure: usize) -> bool {
    let read = context.read;
    let verb = read.word_is(t, Class::AUXILIARY | Class::RISE | Class::FALL)
        || matches!(read.str(t), "went" | "came" | "reached" | "stood" | "grew" | "shrank" | "moved" | "stayed" | "remained");
    verb && t < figure && figure - t <= REACHED && !(t..figure).any(|at| context.ends_clause(at) || read.word_is(at, Class::AND))
}

/// Whether the plural of the noun at token `t` is counted in front of it: "19,600 parcels", "the number of parcels".
fn is_counted(context: &Context, t: usize) -> bool {
    let read = context.read;
    let noun = read.str(t);
    let plural = |at: usize| read.str(at).strip_suffix('s') == Some(noun);
    let number = |at: usize| {
        let front = at.saturating_sub(3)..at;
        front.clone().any(|f| context.is_figure(f)) || at > 1 && read.str(at - 1) == "of" && read.str(at - 2) == "number"
    };
    read.is_word(t) && (t.saturating_sub(COUNTED)..t).any(|at| plural(at) && number(at))
}
