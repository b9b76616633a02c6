//! Rates that tell a rise or fall by themselves: "growth slowed to 0.6%", "inflation averaged 11.4%", "reduced the decline in output from 6.1% to
//! 3.4%", "At 4.2 per cent, the decline was the steepest".

use super::Context;
use super::change::names_change;
use crate::language::Class;

/// Tokens of the subject of such a clause.
const SUBJECT: usize = 10;

/// Tokens of the name of such a rate ("Hong Kong's economic growth").
const RATE_NAME: usize = 7;

/// "Growth slowed to 0.6%", "inflation averaged 11.4%": the subject is a rate of change by itself.
pub(super) fn rises_itself(context: &Context, i: usize) -> bool {
    let read = context.read;
    // "growth slowed in energy (from 2.3% to 1.0%)": the bracket goes on with the clause in front of it.
    let opens = |j: usize| context.lead(j).is_some_and(|t| t > 0 && read.word_is(t, Class::FROM) && read.is_mark(t - 1, '('));
    let inside = opens(i) || context.lead(i).is_some_and(|t| read.word_is(t, Class::TO)) && context.previous(i).is_some_and(opens);
    let statement = context.statement(i)..context.before(i).end;
    let slowed = |t: usize| matches!(read.str(t), "slowed" | "accelerated" | "eased" | "moderated" | "picked" | "quickened");
    if inside && statement.clone().any(slowed) {
        return statement.take(SUBJECT).any(|t| matches!(read.str(t), "growth" | "Growth" | "inflation" | "Inflation"));
    }
    let clause = context.clause_before(i);
    let states = context
        .lead(i)
        .is_some_and(|t| read.word_is(t, Class::TO | Class::FROM | Class::VERB | Class::AUXILIARY) || matches!(read.str(t), "at" | "of"));
    let names_rate = |t: &usize| ["growth", "inflation"].iter().any(|rate| read.str(*t).eq_ignore_ascii_case(rate));
    let subject = clause.take(RATE_NAME).filter(|_| states).find(names_rate);
    subject.is_some_and(|t| !read.word_is(t + 1, Class::PREPOSITION) || matches!(read.str(t + 1), "in" | "for" | "during"))
}

/// "reduced the decline in output from 6.1% for the first half to 3.4%", "the fall in exports deepened to 5.6%", "At 4.2 per cent, the decline was":
/// a rate of a rise or fall that is itself said to move, or to be so high.
pub(super) fn moves_change(context: &Context, i: usize) -> bool {
    let read = context.read;
    let (Some(lead), after) = (context.lead(i), context.after(i).start) else { return false };
    if read.str(lead) == "At" {
        let mut behind = after + 1..after + 1 + AT;
        let rate = |t: usize| names_change(context, t) || matches!(read.str(t), "inflation");
        return read.is_mark(after, ',') && behind.any(|t| rate(t) && read.word_is(t + 1, Class::AUXILIARY | Class::VERB));
    }
    if !read.word_is(lead, Class::TO | Class::FROM) || !context.is_led_by(i, Class::RISE) {
        return false;
    }
    let clause = context.clause_before(i);
    let moves = |t: usize| {
        let finite = read.str(t).ends_with("ed") || read.str(t).ends_with("ing");
        finite && read.word_is(t, Class::RISE)
            || matches!(read.str(t), "slowed" | "deepened" | "slowing" | "deepening" | "cooled" | "softened")
    };
    let Some(verb) = clause.clone().find(|t| moves(*t)) else { return false };
    let plain = |mut words: std::ops::Range<usize>| words.all(|t| read.is_word(t) && !read.word_is(t, Class::VERB | Class::AUXILIARY));
    // "reduced the cumulative decline": an article, and no more than two words to its noun.
    let object = (verb + 2..lead.min(verb + AT)).find(|t| names_change(context, *t));
    let object = object.is_some_and(|t| read.word_is(verb + 1, Class::DETERMINER) && plain(verb + 2..t) && read.str(t + 1) != "of");
    let subject = (clause.start..verb).find(|t| names_change(context, *t));
    object || subject.is_some_and(|t| t <= clause.start + AT && plain(t + 1..verb))
}

/// Tokens between an article or "At ...," and a noun of rise or fall.
const AT: usize = 5;
