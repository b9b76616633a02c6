//! Brackets in a list of parts: what one stands behind, and what stands in front of one that is closed.

use super::Context;
use super::parts::{at_least, find_total, fits};
use crate::quantity::Mention;

/// The brackets of a sentence that have figures in them.
#[derive(Default)]
pub(super) struct Brackets {
    /// First figure of the bracket that is open.
    open: Option<usize>,
    /// Figures of closed ones, in order.
    closed: Vec<usize>,
}

impl Brackets {
    /// Goes on to figure `i`, whose gap leads from one depth to another.
    pub(super) fn go_to(&mut self, i: usize, from: usize, to: usize) {
        if to < from
            && to == 0
            && let Some(first) = self.open.take()
        {
            self.closed.extend(first..i);
        }
        if to > 0 && self.open.is_none() {
            self.open = Some(i);
        }
    }
}

/// "4 million (including 3 million for wells)": the figure right in front of the bracket that an opener stands in, however large.
pub(super) fn aside_of(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let before = context.previous(i).filter(|j| context.read.is_mark(context.after(*j).start, '('))?;
    let (total, part) = (mentions.get(before)?, mentions.get(i)?);
    (total.stands_alone() && fits(total, part) && context.gap(i).len() <= ASIDE).then_some(before)
}

/// Tokens between a figure and the one in the bracket behind it.
const ASIDE: usize = 4;

/// "15 million (11 of it from A, 4 from B) was spent, including 7 million for wells": what follows the brackets belongs to what is in
/// front of them.
pub(super) fn outside_brackets(
    context: &Context,
    mentions: &[Mention],
    brackets: &Brackets,
    among: std::ops::Range<usize>,
    i: usize,
    of_which: bool,
) -> Option<usize> {
    let mut front = among.rev().filter(|j| !brackets.closed.is_empty() && brackets.closed.binary_search(j).is_err());
    front.find(|j| at_least(mentions, *j, i) && find_total(context, mentions, *j..*j + 1, i, of_which).is_some())
}
