//! Drivers: rises and falls that a sentence names as the cause of another: "grew from 7.66 to 10.03 million, mainly due to an increase of 2.93
//! million in grants". They are of something else than what their sentence speaks of.

use super::Context;
use super::change::names_change;
use crate::language::Class;
use std::ops::Range;

/// Whether figure `i` tells a rise or fall behind words of cause.
pub(super) fn is_driver(context: &Context, i: usize) -> bool {
    let read = context.read;
    let clause = context.clause_before(i);
    if context.previous(i).is_none() {
        return false;
    }
    let Some(behind_it) = behind_cause(context, &clause) else { return false };
    let noun = |t: usize| names_change(context, t) || read.word_is(t, Class::RISE);
    let behind = context.said_behind(i);
    (behind_it..clause.end).any(noun) || behind.clone().take(NOUN).any(|t| names_change(context, t))
}

/// Tokens behind a figure in which the noun of its rise or fall stands: "a 2.5 per cent real-terms reduction".
const NOUN: usize = 4;

/// The token behind the first word of cause in a clause and the one behind it: its joint, or an adverb in front of that.
fn behind_cause(context: &Context, clause: &Range<usize>) -> Option<usize> {
    let read = context.read;
    let mut next = clause.start + 1;
    // Every joint is a preposition, and much rarer than the words that may be of cause.
    while let Some(joint) = read.find_word(next..clause.end + 2, Class::PREPOSITION) {
        let word = read.str(joint);
        let causes = |t: &usize| clause.contains(t) && joint_of(read.str(*t)) == Some(word);
        let adverb = || joint.checked_sub(2).filter(|_| word != "of" && !read.word_is(joint - 1, Class::STOP)).filter(causes);
        if matches!(word, "to" | "of" | "by")
            && let Some(cause) = adverb().or_else(|| Some(joint - 1).filter(causes))
        {
            return Some(cause + 2);
        }
        next = joint + 1;
    }
    None
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
