//! Denominators of what is so much of as many as the figure before: "of every £100, £38 goes on repairs, £27 on interest".

use super::Context;
use crate::analysis::Unit;
use crate::language::Class;
use crate::quantity::{Mention, printed};

/// "of every £100, £38 goes on repairs, £27 on interest": the next of the same hundred.
pub(super) fn of_as_many(context: &Context, mentions: &[Mention], i: usize, previous: usize) -> Option<String> {
    let read = context.read;
    let (this, before) = (mentions.get(i)?, mentions.get(previous)?);
    let every = mentions.get(context.in_sentence(i).start).filter(|m| m.first > 1 && matches!(read.str(m.first - 1), "every" | "each"))?;
    let money = this.unit == before.unit && this.unit == every.unit && this.unit.is_some_and(Unit::is_currency);
    let per = before.per.as_ref().filter(|per| money && **per == printed(read, every.first..every.after_noun))?;
    context.gap(i).any(|t| read.is_mark(t, ',') || read.word_is(t, Class::AND)).then(|| per.clone())
}
