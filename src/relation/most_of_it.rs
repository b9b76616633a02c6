//! Some of what the sentence before told, by a word for how much: "Of the total, 87 million ...", "Most of this, 9.1 million, came from the bank", "The
//! majority (418) were girls".
//!
//! From the words that open the sentence of a figure, to whether they open a list of parts.

use super::Context;
use super::named::of_pronoun;
use crate::analysis::Unit;
use crate::language::Class;
use crate::quantity::Mention;

/// "... 239 million bushels. Of the total, 87 million are stored on farms": what the sentence before told, by a word for totals.
pub(super) fn of_the_total(context: &Context, i: usize) -> bool {
    let read = context.read;
    let start = context.sentence(i).start;
    let named = |t: usize| matches!(read.str(t), "total" | "amount" | "sum" | "number" | "figure" | "money");
    let comma = || read.is_mark(start + 3, ',') || context.before(i).end == start + 3;
    context.previous(i).is_none()
        && matches!(read.str(start), "Of" | "Among")
        && read.word_is(start + 1, Class::DETERMINER)
        && named(start + 2)
        && comma()
}

/// "... 12.4 million. Most of this, 9.1 million, came from the bank", "Three quarters of that amount (9.1 million)": where "of" leads back to what
/// the sentence before told, and the figure says how much it is.
pub(super) fn most_of_it(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let read = context.read;
    let percent = |share: usize| mentions.get(share).is_some_and(|m| m.unit == Some(Unit::Percent));
    if context.previous(i).is_some_and(|share| !percent(share)) {
        return None;
    }
    let before = context.before(i);
    let of = before.clone().take(QUANTITY).find(|t| of_pronoun(context, *t))?;
    let end = context.unhedged(i);
    let mark = end.checked_sub(1).filter(|t| *t > of && (read.is_mark(*t, ',') || read.is_mark(*t, '(')))?;
    let opens = match context.previous(i) {
        None => of > before.start,
        Some(share) => of == before.start && context.previous(share).is_none(),
    };
    (opens && mark - of <= QUANTITY).then_some(of)
}

/// "... 92 million. The largest share, 66 million, went to roads", "... 612 pupils. The majority (418) were girls": some of what the sentence before
/// told, by a word for how much of it.
pub(super) fn largest_of_it(context: &Context, i: usize) -> bool {
    let read = context.read;
    let start = context.sentence(i).start;
    let opens = context.previous(i).is_none() && matches!(read.str(start), "The" | "Most" | "A" | "Almost" | "Nearly");
    let Some(end) = context.unhedged(i).checked_sub(1).filter(|t| opens && matches!(read.str(*t), "," | "(")) else { return false };
    let sort = |t: usize| matches!(read.str(t), "majority" | "bulk" | "Most" | "most" | "share" | "part" | "portion" | "half");
    let which = |t: usize| {
        matches!(
            read.str(t),
            "largest" | "greater" | "greatest" | "biggest" | "larger" | "major" | "main" | "vast" | "great" | "overwhelming" | "large"
        )
    };
    let most = (start..end).find(|t| sort(*t)).filter(|t| *t < start + QUANTITY);
    let named = |at: usize| {
        matches!(read.str(at), "majority" | "bulk" | "Most" | "most")
            || at > start && (which(at - 1) || read.str(at - 1) == "s" && at > start + 2 && read.str(at - 3) == "lion")
    };
    most.is_some_and(|at| named(at) && (at + 1 == end || of_pronoun(context, at + 1) && end - at <= QUANTITY))
}

/// Tokens of "the greater part", and of "of that amount".
const QUANTITY: usize = 4;
