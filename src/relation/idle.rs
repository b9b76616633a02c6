//! Words that name no thing: times, adverbs, joints and short brackets. What stands between two figures and is nothing but these lets the
//! second be told by the words of the first ("sales rose by 5.1% (adjusted) to 891.7 million").

use super::Context;
use super::cut::is_period;
use crate::language::Class;
use crate::text::lowered;
use std::ops::Range;

/// Whether a range holds a word that can name what a figure measures: none that tells nothing, and no verb by itself.
pub(super) fn names_thing(context: &Context, range: Range<usize>) -> bool {
    let read = context.read;
    let verb = |t: usize| {
        let bare = read.str(t).ends_with("ed") || read.str(t).ends_with("ing");
        read.word_is(t, Class::VERB) || bare && !read.word_is(t, Class::NOUN) || matches!(read.str(t), "which" | "that" | "them" | "it")
    };
    let figure = |t: usize| context.is_figure(t) || read.word_is(t, Class::DIGITS);
    range.clone().any(|t| !tells_nothing(context, t) && !verb(t) && !figure(t)) && !is_idle(context, range)
}

/// Tokens of a bracket that only comments on a figure.
const REMARK: usize = 4;

/// Whether a range holds no word that could name what a figure measures.
pub(super) fn is_idle(context: &Context, range: Range<usize>) -> bool {
    let read = context.read;
    let mut t = range.start;
    while t < range.end {
        let close = read.is_mark(t, '(').then(|| (t + 1..range.end.min(t + 2 + REMARK)).find(|c| read.is_mark(*c, ')'))).flatten();
        match close {
            Some(close) => t = close + 1,
            // "as well as".
            None if read.word_is(t, Class::STOP) && read.phrase_is(t, Class::AND) => t += read.phrase_len(t),
            None if tells_nothing(context, t) => t += 1,
            None => return false,
        }
    }
    true
}

/// Whether a token names no thing.
pub(super) fn tells_nothing(context: &Context, t: usize) -> bool {
    let read = context.read;
    if !read.is_word(t) {
        return !read.is_mark(t, ';') && !read.is_mark(t, '.');
    }
    let joint = Class::STOP | Class::PREPOSITION | Class::AND | Class::OR | Class::TO | Class::FROM | Class::RISE | Class::FALL;
    let hedge = Class::ABOUT | Class::OVER | Class::UNDER | Class::TOTAL | Class::THAN | Class::COMPARED | Class::ON_AVERAGE;
    let time = Class::MONTH | Class::LAST_YEAR | Class::NEXT_YEAR | Class::YEAR_CUE | Class::ORDINAL;
    let verb = read.word_is(t, Class::VERB) && !read.word_is(t, Class::RISE);
    !verb && read.word_is(t, joint | hedge | time | Class::DETERMINER)
        || is_time_or_manner(read.str(t))
        || matches!(read.str(t), "annual" | "annualised" | "annualized" | "terms" | "basis")
}

/// "year", "Q1", "fiscal", "slightly".
fn is_time_or_manner(word: &str) -> bool {
    let tells_time =
        matches!(word, "FY" | "Q" | "H" | "S" | "s" | "fiscal" | "financial" | "last" | "this" | "previous" | "same" | "past" | "time")
            || matches!(word, "end" | "beginning" | "start" | "close" | "prior" | "preceding");
    let manner =
        ["instead", "apart", "still", "also", "again", "too", "then", "thus", "therefore", "however", "meanwhile", "here", "there"];
    let tells_time = tells_time || manner.iter().any(|one| word.eq_ignore_ascii_case(one));
    let period = |word: &str| is_period(word) || matches!(word, "half" | "day");
    lowered(word, |word| period(word) || word.strip_suffix('s').is_some_and(period)) || tells_time || word.ends_with("ly") && word.len() > 4
}

/// Where the last statement of a range begins: behind "and" right behind another figure, or behind a word that opens one ("while",
/// "noted that"). "income of 58 poor counties" is one.
pub(super) fn statement_start(context: &Context, range: Range<usize>) -> usize {
    let read = context.read;
    let figure = range.clone().rev().find(|t| context.is_figure(*t)).unwrap_or(range.end);
    let opens = |t: usize| {
        let word = read.str(t);
        matches!(word, "while" | "whereas" | "whilst" | "although" | "though" | "where" | "While" | "Although" | "Whereas")
            || word == "that" && t > range.start && (read.word_is(t - 1, Class::VERB) || read.str(t - 1).ends_with("ed"))
            || t == figure + 1 && read.word_is(t, Class::AND)
    };
    range.clone().rev().find(|t| *t + 1 < range.end && opens(*t)).map_or(range.start, |t| t + 1)
}

/// Verbs that only state a thing, and say nothing of it.
pub(super) fn only_states(word: &str) -> bool {
    matches!(
        word,
        "posted"
            | "attained"
            | "registered"
            | "recorded"
            | "came"
            | "saw"
            | "experienced"
            | "witnessed"
            | "showed"
            | "reported"
            | "noted"
            | "achieved"
            | "logged"
            | "comprised"
            | "constituted"
            | "represented"
            | "enjoyed"
            | "suffered"
            | "reach"
            | "increased"
            | "decreased"
            | "declined"
            | "numbered"
            | "averaged"
            | "totalled"
            | "totaled"
            | "amounted"
            | "edged"
            | "slipped"
            | "hit"
            | "stood"
    )
}

/// What is left of a range without the verb at its end that only states ("corn recorded", "the average yield posted") and without adverbs.
pub(super) fn without_stating(context: &Context, range: Range<usize>) -> Range<usize> {
    let read = context.read;
    let idle = |t: usize| {
        let word = read.str(t);
        only_states(word)
            || matches!(word, "even" | "now" | "in" | "already")
            || is_time_or_manner(word) && !read.word_is(t, Class::NOUN)
            || read.word_is(t, Class::DETERMINER)
    };
    let mut end = range.end;
    while end > range.start + 1 && idle(end - 1) {
        end -= 1;
    }
    range.start..end
}
