//! Times that close the clause of a figure: "builds ten of the 50 clinics every year", "1.2 million m³ of water is saved annually".

use super::Context;
use crate::language::{Class, singular};
use crate::quantity::{is_time, time_adverb};

/// "builds ten of the 50 clinics every year": a time behind the whole clause, of what its verb leads to.
pub(super) fn closing_time(context: &Context, i: usize) -> Option<String> {
    let read = context.read;
    let after = context.after(i);
    let partitive = read.str(after.start) == "of" && read.word_is(after.start + 1, Class::DETERMINER) && after.len() <= 3;
    let lead = context.lead(i);
    // "On average, 45 ships call each month".
    let subject = lead.is_none_or(|t| context.ends_clause(t) || read.is_mark(t, '.') || read.word_is(t, Class::BETWEEN));
    if !partitive && !subject && !lead.is_some_and(|t| read.word_is(t, Class::VERB)) {
        return None;
    }
    let clause = context.behind(if partitive { context.next(i)? } else { i });
    let time = |word: &str| is_time(word) || matches!(word, "hour" | "night" | "season" | "quarter" | "fortnight");
    let at = clause.clone().find(|t| read.phrase_is(*t, Class::PER) && time(read.str(*t + 1)))?;
    (clause.end <= at + 2 || read.word_is(at + 2, Class::AND)).then(|| singular(read.str(at + 1)))
}

/// "1.2 million m³ of water is saved annually", "An average of 41 ships call daily": the time behind the whole clause in one word.
pub(super) fn closing_adverb(context: &Context, i: usize) -> Option<String> {
    let read = context.read;
    let clause = context.behind(i);
    let adverb = clause.clone().take(CLOSING).find(|t| time_adverb(read.str(*t)).is_some())?;
    let closes = !read.is_word(adverb + 1) || read.word_is(adverb + 1, Class::AND);
    let done = |t: usize| read.word_is(t, Class::VERB | Class::AUXILIARY) || read.str(t).ends_with("ed");
    let verb = (clause.start..adverb).any(done);
    // "The plan for 12 wells is checked annually"
    let own = context.lead(i).is_none_or(|t| {
        !read.word_is(t, Class::PREPOSITION)
            || read.phrase_is(t.saturating_sub(2), Class::ON_AVERAGE)
            || t > 0 && read.word_is(t - 1, Class::ON_AVERAGE)
    });
    // "The 41 wells are tested annually": all of them each time.
    let all = |t: usize| matches!(read.str(t), "the" | "The" | "all" | "All" | "these" | "These" | "its" | "their" | "both");
    let own = own && !context.before(i).rev().take(2).any(all);
    let opens = own && context.near(i).all(|t| !read.word_is(t, Class::VERB | Class::AUXILIARY));
    let of = read.str(clause.start) == "of" && read.find_word(clause.start + 1..adverb, Class::PREPOSITION | Class::AND).is_none();
    (closes && (verb && opens || of && !verb)).then(|| time_adverb(read.str(adverb)).map(str::to_owned)).flatten()
}

/// Tokens between a figure and the adverb that closes its clause.
const CLOSING: usize = 9;
