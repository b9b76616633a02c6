//! Parts whose whole stands behind a verb of theirs: "4,600 children were among the 18,400 patients", "410 thefts and 320 assaults made up the 730
//! offences recorded".
//!
//! From the words in front of a definite figure to whether those in front of them, one or a list, are parts of it.

use super::Context;
use crate::language::Class;
use crate::quantity::Mention;

/// The figure behind the list of figure `i` that its members are said to be among, or to make up.
pub(super) fn among_behind(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let read = context.read;
    let last = context.last_of_list(i);
    let whole = context.next(last)?;
    let gap = context.gap(whole);
    let lead = context.lead(whole).filter(|t| gap.contains(t) && gap.len() <= REACH)?;
    let definite = (lead + 1..gap.end).any(|t| read.word_is(t, Class::DETERMINER) && !matches!(read.str(t), "a" | "an"));
    let among = matches!(read.str(lead), "among" | "amongst");
    // "bringing to 40 those who made up the 600": several that come to it.
    let made = || read.str(lead) == "up" && matches!(read.str(lead - 1), "made" | "make" | "making") && last > context.first_of_list(i);
    let plain = || !gap.clone().any(|t| context.ends_clause(t)) && read.find_word(gap.start..lead, Class::AND | Class::THAN).is_none();
    // "three districts are among the 14 poor areas": places that lie in them, and no part of their number.
    let place = |j: usize| mentions.get(j).and_then(|m| m.noun).is_some_and(|n| read.word_is(n.head, Class::PLACE));
    let lies = || place(i) && mentions.get(i).zip(mentions.get(whole)).is_some_and(|(a, b)| a.head != b.head);
    (definite && (among || made()) && plain() && !lies()).then_some(whole)
}

/// Tokens between a part and its whole.
const REACH: usize = 10;
