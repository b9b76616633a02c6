//! Figures of a clause that opens its sentence and is set against the rest: "While costs rose by 3.1 per cent, 12 of the 40 wells failed".
//!
//! From two figures of a sentence to whether the first stands in such a clause and the second behind it.

use super::Context;
use crate::language::ReadText;
use std::ops::Range;

/// Whether figure `at` stands in an opening clause of contrast, and figure `i` in what follows with a subject of its own.
pub(super) fn is_in_contrast(context: &Context, at: usize, i: usize) -> bool {
    let read = context.read;
    let start = context.sentence(i).start;
    if !opens_contrast(read.str(start)) {
        return false;
    }
    let comma = (context.end(at)..context.before(i).end).find(|t| read.is_mark(*t, ','));
    let first = !(start..context.end(at)).any(|t| read.is_mark(t, ','));
    // "While 400 homes were built, this was 10 per cent fewer": taken up again.
    let again = |t: usize| matches!(read.str(t + 1), "this" | "that" | "it" | "they" | "these" | "those" | "its" | "their");
    first && comma.is_some_and(|t| !again(t))
}

/// "While costs rose by 3.1 per cent, 25 per cent of": whether nothing but the comma that closes such a clause stands between two figures of the sentence that
/// begins at token `start`.
pub(super) fn closes_contrast(read: &ReadText, start: usize, gap: &Range<usize>) -> bool {
    gap.len() == 1 && opens_contrast(read.str(start)) && !(start..gap.start).any(|t| read.is_mark(t, ','))
}

fn opens_contrast(word: &str) -> bool {
    matches!(word, "While" | "Whereas" | "Although" | "Though" | "Whilst")
}
