//! What is meant to be done, told by a verb or a deadline and not by a word of plan: "the county plans 40 wells", "to open 12 clinics by March 2021".

use super::Context;
use super::year_apart::verb_behind_aside;
use crate::analysis::Kind;
use crate::language::Class;
use crate::quantity::{Mention, years_at};

/// Whether figure `i` tells such an aim.
pub(super) fn is_aim(context: &Context, i: usize) -> bool {
    is_foretold(context, i) || verb_behind_aside(context, i).is_some()
}

/// "the district plans 15,480 homes", "and projects 1,200 jobs by 2027": the verb right in front. A plural noun stands behind an article or a
/// preposition of its own: "under its plans 40 wells were sunk".
fn is_foretold(context: &Context, i: usize) -> bool {
    let read = context.read;
    let Some(verb) = context.lead(i).filter(|t| *t > 1 && is_verb_of_aim(read.str(*t))) else { return false };
    let subject = verb - 1;
    // "It plans 30 more by 2025"
    if matches!(read.str(subject), "It" | "it" | "They" | "they" | "We" | "we" | "which" | "who") {
        return !context.is_done(i);
    }
    // "under the recovery plan 40 wells were sunk"
    if matches!(read.str(verb), "plan" | "intend") {
        return false;
    }
    let noun = read.is_word(subject)
        && !read.word_is(subject, Class::STOP)
        && !read.str(subject).ends_with('s')
        && !read.word_is(subject, Class::AND);
    let alone = noun && (read.word_is(subject - 1, Class::DETERMINER) || read.tokens.get(subject).is_some_and(|t| t.capital));
    let goes_on = || read.word_is(subject, Class::AND) && dated_by(context, i).is_some();
    (alone || goes_on()) && !context.is_done(i)
}

fn is_verb_of_aim(word: &str) -> bool {
    matches!(word, "plans" | "projects" | "forecasts" | "intends" | "plan" | "intend")
}

/// "provides 3 million to start 40 homes by March 2021": the year by which figure `i` is to be done; not "managed to start 40 homes by March".
pub(super) fn deadline(context: &Context, i: usize) -> Option<i32> {
    let read = context.read;
    let near = context.near(i);
    let to = context.lead(i).and_then(|verb| verb.checked_sub(1)).filter(|t| near.contains(t) && read.word_is(*t, Class::TO))?;
    let verb = read.str(to + 1);
    let infinitive = read.is_word(to + 1) && !verb.ends_with("ed") && !verb.ends_with("ing") && !read.word_is(to + 1, Class::STOP);
    let achieved = |word: &str| matches!(word, "managed" | "able" | "helped" | "continued" | "began" | "came" | "used" | "close");
    let done = to > 0 && (achieved(read.str(to - 1)) || read.word_is(to - 1, Class::RISE));
    if infinitive && !done { dated_by(context, i) } else { None }
}

/// "by 2027", "by March 2021" behind figure `i` in its clause.
fn dated_by(context: &Context, i: usize) -> Option<i32> {
    let read = context.read;
    let behind = context.behind(i);
    let by = (behind.start..behind.end.min(behind.start + DEADLINE)).find(|t| read.str(*t) == "by")?;
    let year = by + 1 + usize::from(read.word_is(by + 1, Class::MONTH));
    years_at(read, year)?.dates()
}

/// Tokens between a figure and its deadline.
const DEADLINE: usize = 6;

/// "to bring its spending up from 40 million to 60 million", "an 8 per cent increase on the 3 million invested": what a plan sets out from is there.
pub(super) fn is_start(context: &Context, mentions: &[Mention], i: usize) -> bool {
    let read = context.read;
    let Some(lead) = context.lead(i).filter(|t| *t > 0) else { return false };
    let unit = |j: usize| mentions.get(j).and_then(|m| m.unit);
    if context.leads_from(i) {
        let reached = context.next(i).filter(|next| {
            context.gap(*next).len() <= FROM_TO && unit(*next) == unit(i) && context.lead(*next).is_some_and(|t| read.word_is(t, Class::TO))
        });
        let revised = || context.clause_before(i).any(|t| read.str(t) == "revised");
        return reached.is_some() && !revised();
    }
    let growth =
        context.previous(i).and_then(|p| mentions.get(p)).is_some_and(|p| matches!(p.kind, Kind::Growth | Kind::Change | Kind::Target));
    growth && matches!(read.str(lead), "on" | "over") && read.word_is(lead - 1, Class::RISE) && context.gap(i).len() <= FROM_TO
}

/// Tokens between the two ends of a step.
const FROM_TO: usize = 5;
