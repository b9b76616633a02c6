//! Shares of persons and parts that another share tells of: what became of those who were treated, and another part whose number is not told.

use super::Context;
use super::beside::is_beside;
use crate::analysis::Unit;
use crate::language::Class;
use crate::quantity::Mention;

/// "Theft (8,730 offences) accounted for 40% of the total and burglary for 17%": another part of the whole behind "of" is named, whose number is not told.
pub(super) fn names_other_part(context: &Context, i: usize, sibling: &Mention) -> bool {
    let read = context.read;
    let of_whole = read.str(sibling.last) == "of" && sibling.base.is_some_and(|(_, rule)| rule == "nearest_before");
    let gap = context.gap(i);
    let joint = gap.clone().rev().find(|t| read.word_is(*t, Class::AND) || read.is_mark(*t, ','));
    let lead = context.lead(i).filter(|t| matches!(read.str(*t), "for" | "at" | "with"));
    of_whole && joint.zip(lead).is_some_and(|(joint, lead)| joint + 1 < lead && (joint + 1..lead).all(|t| read.is_word(t)))
}

/// "11,740 children were admitted; 83.6% recovered, 2.1% died and 9.8% left": what became of the persons of the statement in front.
pub(super) fn what_became_of(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let read = context.read;
    let behind = context.after(i).start;
    let did =
        read.word_is(behind, Class::VERB | Class::AUXILIARY) || read.str(behind).ends_with("ed") && !read.word_is(behind, Class::RISE);
    let previous = context.previous(i).filter(|_| did)?;
    let before = mentions.get(previous)?;
    if let Some((cohort, "cohort")) = before.base {
        let joined = context.lead(i).is_some_and(|t| read.is_mark(t, ',') || read.word_is(t, Class::AND));
        return joined.then_some(cohort);
    }
    let opens = context.unhedged(i) == context.statement(i) && context.statement(i) > context.sentence(i).start;
    // The first that is counted there: "340 patients were seen in 12 clinics; 81% recovered".
    let first = context.in_sentence(i).find(|j| mentions.get(*j).is_some_and(|m| m.unit.is_some_and(Unit::is_counted)))?;
    let persons = mentions.get(first).is_some_and(|m| m.unit == Some(Unit::People) && m.stands_alone() && m.per.is_none());
    (opens && persons && first < i && context.end(first) < context.statement(i) && !is_beside(context, first)).then_some(first)
}
