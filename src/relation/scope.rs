//! Whether a figure speaks for the whole region or for a part of it.

use super::Context;
use crate::analysis::Scope;
use crate::language::Class;
use crate::quantity::Mention;

/// Tells the scope of every figure.
pub(super) fn tell_scopes(context: &Context, mentions: &mut [Mention]) {
    for i in 0..mentions.len() {
        let part = speaks_of_part(context, i);
        if let Some(m) = mentions.get_mut(i) {
            m.scope = if part { Scope::Part } else { Scope::Region };
        }
    }
}

/// A named place below the region, or a pilot or demonstration area, in the figure's clause.
fn speaks_of_part(context: &Context, i: usize) -> bool {
    let read = context.read;
    let clause = context.tail(context.before(i));
    let after = context.head(context.after(i));
    let range = clause.start..after.end;
    range.clone().any(|t| {
        read.word_is(t, Class::PLACE)
            && read.tokens.get(t).is_some_and(|k| k.capital)
            && t > range.start
            && read.tokens.get(t - 1).is_some_and(|k| k.capital && k.is_word())
    })
}
