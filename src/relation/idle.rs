//! Words that name no thing: times, adverbs, joints and short brackets. What stands between two figures and is nothing but these lets the
//! second be told by the words of the first ("sales rose by 5.1% (adjusted) to 891.7 million").

use super::Context;
use super::cut::is_period;
use super::phrase::noun_phrase;
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
        || matches!(read.str(t), "annual" | "annualised" | "annualized" | "terms" | "basis" | "consecutive" | "successive" | "ahead")
}

/// "year", "Q1", "fiscal", "slightly".
fn is_time_or_manner(word: &str) -> bool {
    if word.len() > LONGEST {
        return word.ends_with("ly");
    }
    if word.len() > 4 && word.ends_with("ly") {
        return true;
    }
    let tells_time =
        matches!(word, "FY" | "Q" | "H" | "S" | "s" | "fiscal" | "financial" | "last" | "this" | "previous" | "same" | "past" | "time")
            || matches!(word, "end" | "beginning" | "start" | "close" | "prior" | "preceding");
    let manner = |word: &str| {
        matches!(
            word,
            "instead"
                | "apart"
                | "still"
                | "also"
                | "again"
                | "too"
                | "then"
                | "thus"
                | "therefore"
                | "however"
                | "meanwhile"
                | "here"
                | "there"
        )
    };
    let period = |word: &str| is_period(word) || matches!(word, "half" | "day");
    tells_time || lowered(word, |word| manner(word) || period(word.strip_suffix('s').unwrap_or(word)))
}

/// Letters of the longest word of manner or time ("semesters").
const LONGEST: usize = 9;

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
    ) || matches!(
        word,
        "rose"
            | "fell"
            | "grew"
            | "dropped"
            | "climbed"
            | "improved"
            | "worsened"
            | "shrank"
            | "jumped"
            | "surged"
            | "soared"
            | "slid"
            | "plunged"
            | "advanced"
            | "went"
            | "rising"
            | "falling"
            | "growing"
    )
}

/// What is left of a range without the verb at its end that only states ("corn recorded", "the average yield posted") and without adverbs.
pub(super) fn without_stating(context: &Context, range: Range<usize>) -> Range<usize> {
    let read = context.read;
    let idle = |t: usize| {
        let word = read.str(t);
        only_states(word)
            || matches!(word, "even" | "now" | "in" | "already")
            || read.word_is(t, Class::DETERMINER)
            || !read.word_is(t, Class::NOUN) && is_time_or_manner(word)
    };
    // "the average waiting time", but "this time", "at the same time".
    let duration = |t: usize| {
        let front = t.checked_sub(1).filter(|front| *front >= range.start && read.is_word(*front));
        let names =
            |f: usize| read.str(f).ends_with("ing") || !read.word_is(f, Class::STOP | Class::ORDINAL) && !is_time_or_manner(read.str(f));
        read.str(t) == "time" && front.is_some_and(names)
    };
    let idle = |t: usize| idle(t) && !duration(t);
    let mut end = range.end;
    // "visits represented a strong"
    if end > range.start + 3 && matches!(read.str(end - 2), "a" | "an") && only_states(read.str(end - 3)) {
        end -= 2;
    }
    while end > range.start + 1 && idle(end - 1) {
        end -= 1;
    }
    range.start..end
}

/// "The literacy rate (is still low at)", "rice output (is projected to reach)", "(coverage remains) low": what is left of a range without a predicate
/// at its end. Of nothing but a predicate the subject in front of it; behind a bracket that is `before`, what the figure in it measures.
pub(super) fn without_predicate(context: &Context, thing: Range<usize>, before: Option<&Range<usize>>) -> Range<usize> {
    let read = context.read;
    let Some(last) = thing.clone().next_back().filter(|t| is_predicate(context, *t)) else { return thing };
    let opens = |t: &usize| read.word_is(*t, Class::AUXILIARY) || states(read.str(*t)) || read.str(*t) == "at";
    let start = thing.clone().rev().take_while(|t| is_predicate(context, *t)).last().unwrap_or(last);
    if start > thing.start {
        let verb = (start..thing.end).find(opens);
        return verb.filter(|t| names_thing(context, thing.start..*t)).map_or(thing.clone(), |verb| thing.start..verb);
    }
    let front = (thing.start.saturating_sub(CLAUSE)..thing.start).rev();
    let parts = |t: &usize| context.ends_clause(*t) || context.is_figure(*t) || read.is_break(*t);
    let parted = front.clone().find(parts).map_or(thing.start.saturating_sub(CLAUSE), |t| t + 1);
    let end = (parted..thing.start).rev().find(|t| !is_predicate(context, *t)).map_or(parted, |t| t + 1);
    if end == parted {
        let bracket = parted.checked_sub(1).is_some_and(|t| read.is_mark(t, ')'));
        return before.filter(|before| bracket && !before.is_empty()).map_or(thing, Clone::clone);
    }
    let subject = noun_phrase(context, statement_start(context, parted..end)..end);
    let said = (end..thing.end).any(|t| read.word_is(t, Class::VERB | Class::AUXILIARY) || states(read.str(t)));
    if said && is_idle(context, subject.end..end) && !is_idle(context, subject.clone()) { subject } else { thing }
}

/// Tokens of a clause up to its predicate.
const CLAUSE: usize = 30;

/// Verbs that lead from a subject to a state.
fn states(word: &str) -> bool {
    matches!(
        word,
        "remains"
            | "remained"
            | "remain"
            | "stays"
            | "stayed"
            | "stands"
            | "stood"
            | "hit"
            | "keeps"
            | "kept"
            | "holds"
            | "held"
            | "became"
            | "becomes"
            | "touched"
    )
}

/// Whether a word can be part of a predicate that names nothing: "is projected to reach a new record", "still low at only".
fn is_predicate(context: &Context, t: usize) -> bool {
    let read = context.read;
    let word = read.str(t);
    let joint = Class::AUXILIARY | Class::DETERMINER | Class::ABOUT | Class::OVER | Class::UNDER | Class::RISE | Class::TO;
    let plain = || read.word_is(t, Class::NOUN | Class::PEOPLE) || read.tokens.get(t).is_some_and(|token| token.capital);
    let past = (word.ends_with("ed") || word.ends_with("ly")) && word.len() > 4;
    // "an all-time high"
    let compound = word == "time" && t > 0 && read.is_mark(t - 1, '-') || word == "all" && read.is_mark(t + 1, '-');
    compound
        || read.is_mark(t, '-')
        || read.word_is(t, joint)
        || past && !plain()
        || states(word)
        || is_state(word)
        || matches!(word, "at" | "to" | "be" | "by" | "also" | "again")
}

/// Adjectives and infinitives of such predicates.
fn is_state(word: &str) -> bool {
    let state = matches!(
        word,
        "low"
            | "high"
            | "flat"
            | "stable"
            | "steady"
            | "constant"
            | "record"
            | "upward"
            | "upwards"
            | "downward"
            | "downwards"
            | "equivalent"
            | "equal"
            | "sufficient"
            | "enough"
            | "robust"
            | "strong"
            | "weak"
            | "healthy"
            | "modest"
            | "sharp"
            | "sharper"
            | "slight"
            | "new"
            | "peak"
            | "historic"
            | "forecast"
            | "set"
            | "likely"
            | "able"
            | "still"
            | "only"
            | "just"
            | "little"
    );
    state
        || matches!(
            word,
            "even"
                | "critical"
                | "poor"
                | "broadly"
                | "close"
                | "climb"
                | "reach"
                | "hit"
                | "touch"
                | "exceed"
                | "grow"
                | "remain"
                | "lowest"
                | "highest"
                | "cover"
                | "due"
                | "now"
                | "below"
                | "above"
                | "around"
                | "than"
                | "more"
                | "less"
                | "very"
                | "quite"
        )
}

/// Words for any sum of money.
pub(super) fn names_sum(word: &str) -> bool {
    lowered(word, |word| matches!(word, "amount" | "sum" | "allocation" | "provision" | "outlay" | "investment" | "appropriation"))
}
