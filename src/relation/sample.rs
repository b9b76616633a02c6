//! Shares of those who were asked or looked at: "In a study of 422 prisoners, it was found that 71% were freed", "19 percent of the total sample".

use super::Context;
use crate::analysis::Unit;
use crate::language::Class;
use crate::quantity::Mention;

/// "In a study of 422 prisoners, it was found that 71% were freed": those who were asked or looked at.
pub(super) fn told_of_sample(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let first = context.in_sentence(i).start;
    let asked = mentions.get(first).is_some_and(|m| m.stands_alone() && m.unit.is_some_and(Unit::is_counted));
    let own = context.read.str(context.after(i).start) == "of" && !of_sample(context, context.after(i).start);
    (first < i && asked && !own && opens_sample(context, first)).then_some(first)
}

/// "In a study of", "Among a sample of", "A survey of".
fn opens_sample(context: &Context, first: usize) -> bool {
    let read = context.read;
    let start = context.sentence(first).start;
    let of = context.lead(first).filter(|t| *t > start && *t < start + SAMPLE && matches!(read.str(*t), "of" | "among" | "covering"));
    of.is_some_and(|t| names_sample(read.str(t - 1)))
}

/// Tokens that open a sentence about a sample.
const SAMPLE: usize = 7;

fn names_sample(word: &str) -> bool {
    matches!(word, "study" | "survey" | "sample" | "poll" | "census" | "review" | "cohort" | "panel")
}

/// "of the total", "of the total sample", "of those surveyed", "of respondents".
fn of_sample(context: &Context, of: usize) -> bool {
    let read = context.read;
    let said = |t: usize| {
        names_sample(read.str(t))
            || matches!(read.str(t), "total" | "respondents" | "surveyed" | "sampled" | "interviewed" | "questioned" | "studied")
    };
    let mut words = of + 1..of + 4;
    let closed = |t: usize| !read.is_word(t) || read.word_is(t, Class::STOP | Class::VERB | Class::AUXILIARY | Class::TOTAL_NOUN);
    read.str(of) == "of" && words.any(|t| said(t) && (closed(t + 1) || said(t + 1)))
}

/// "19 percent of the total sample", some sentences behind "In a study of 422 prisoners": those of the sample.
pub(super) fn sample_before(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let after = context.after(i).start;
    if !of_sample(context, after) {
        return None;
    }
    let topic = context.topic_start(i);
    let mut at = context.in_sentence(i).start;
    for _ in 0..SAMPLE_REACH {
        let first = context.in_sentence(at.checked_sub(1)?).start;
        let counted = mentions.get(first).is_some_and(|m| m.stands_alone() && m.unit.is_some_and(Unit::is_counted));
        if counted && opens_sample(context, first) && context.topic_start(first) == topic {
            return Some(first);
        }
        at = first;
    }
    None
}

/// Sentences with figures to look back for a sample.
const SAMPLE_REACH: usize = 6;
