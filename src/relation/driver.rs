//! Drivers: rises and falls that a sentence names as the cause of another: "grew from 7.66 to 10.03 million, mainly due to an increase of 2.93
//! million in grants". They are of something else than what their sentence speaks of.

use super::Context;
use super::change::names_change;
use crate::language::Class;

/// Whether figure `i` tells a rise or fall behind words of cause.
pub(super) fn is_driver(context: &Context, i: usize) -> bool {
    let read = context.read;
    let clause = context.clause_before(i);
    if context.previous(i).is_none() {
        return false;
    }
    let Some(behind_it) = clause.clone().find_map(|t| behind_cause(context, t)) else { return false };
    let noun = |t: usize| names_change(context, t) || read.word_is(t, Class::RISE);
    let behind = context.said_behind(i);
    (behind_it..clause.end).any(noun) || behind.clone().take(NOUN).any(|t| names_change(context, t))
}

/// Tokens behind a figure in which the noun of its rise or fall stands: "a 2.5 per cent real-terms reduction".
const NOUN: usize = 4;

/// The token behind words of cause that begin at token `t`.
fn behind_cause(context: &Context, t: usize) -> Option<usize> {
    let read = context.read;
    let joint = joint_of(read.str(t))?;
    let adverb = joint != "of" && read.str(t + 2) == joint && !read.word_is(t + 1, Class::STOP);
    (read.str(t + 1) == joint || adverb).then_some(t + 2)
}

/// Whether a word names a cause, wherever its joint stands: "due mainly to", "this reflects".
pub(super) fn names_cause(word: &str) -> bool {
    joint_of(word).is_some() || matches!(word, "reflects" | "reflected" | "reflecting" | "reflect")
}

/// The word that leads from a word of cause to what is one.
fn joint_of(word: &str) -> Option<&'static str> {
    match word {
        "due" | "owing" | "thanks" | "attributable" | "attributed" | "Thanks" | "Due" | "Owing" => Some("to"),
        "because" | "result" | "strength" => Some("of"),
        "driven" | "led" | "boosted" | "fuelled" | "fueled" | "caused" | "offset" | "explained" | "underpinned" | "buoyed" | "lifted"
        | "spurred" | "aided" | "pushed" | "counterbalanced" | "prompted" | "supported" => Some("by"),
        _ => None,
    }
}
