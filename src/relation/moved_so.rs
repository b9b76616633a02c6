//! Steps by the place of their figure alone: set off by commas behind what moved, or right behind the verb of what was done to a forecast.

use super::Context;
use super::change::{is_finite, names_change};
use crate::language::Class;

/// "The largest reductions, over 50 per cent, were recorded in Ald": set off by commas behind a noun of rise or fall, or a verb.
pub(super) fn set_off(context: &Context, i: usize) -> bool {
    let read = context.read;
    let before = context.before(i);
    let comma = context.unhedged(i).checked_sub(1).filter(|t| *t > before.start && read.is_mark(*t, ','));
    let Some(comma) = comma.filter(|_| !read.is_word(context.after(i).start)) else { return false };
    names_change(context, comma - 1) && read.is_mark(context.after(i).start, ',') || moved_so(context, before.start, comma)
}

/// "Thefts increased the most, 6.7 per cent, in the towns", "Rents fell slightly, 0.2 per cent": how a thing moved, and by how much.
fn moved_so(context: &Context, start: usize, comma: usize) -> bool {
    let read = context.read;
    let verb = (start.max(comma.saturating_sub(SO))..comma).rev().find(|t| read.word_is(*t, Class::RISE) && is_finite(read.str(*t)));
    let so = |t: usize| matches!(read.str(t), "the" | "most" | "least" | "only" | "more") || read.str(t).ends_with("ly");
    verb.is_some_and(|verb| verb + 1 < comma && (verb + 1..comma).all(so))
}

/// Tokens of a verb and the words that tell how.
const SO: usize = 4;

/// "Supplies are raised 58 million bushels", "use is lowered 5 million tons to 200 million": a measure right behind what was done to a forecast. What
/// was raised in money, in persons or by hand has its verb behind it.
pub(super) fn is_raised(context: &Context, i: usize) -> bool {
    let read = context.read;
    let verb =
        context.lead(i).filter(|t| *t > context.near(i).start && matches!(read.str(*t), "raised" | "lowered" | "trimmed" | "boosted"));
    verb.is_some_and(|verb| read.word_is(verb - 1, Class::AUXILIARY) && context.unhedged(i) == verb + 1)
}
