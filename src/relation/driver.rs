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
    let next = read.str(t + 1);
    let cause = match read.str(t) {
        "due" | "owing" | "thanks" | "attributable" | "Thanks" | "Due" | "Owing" => {
            next == "to" || read.str(t + 2) == "to" && !read.word_is(t + 1, Class::STOP)
        }
        "because" | "result" | "strength" => next == "of",
        "driven" | "led" | "boosted" | "fuelled" | "fueled" | "caused" | "offset" | "explained" | "underpinned" | "buoyed" | "lifted"
        | "spurred" | "aided" | "pushed" | "counterbalanced" | "prompted" => {
            next == "by" || read.str(t + 2) == "by" && !read.word_is(t + 1, Class::STOP)
        }
        _ => false,
    };
    cause.then_some(t + 2)
}
