//! Where a thing is that was spoken of before ("A mill was built in Fenn. ... The mill spins 40 tons."), and what commas set off ("the rest,
//! 12 ha, in Fenn").

use super::Context;
use super::places::names_locality;
use super::told::is_proper;
use super::works::acts;
use crate::analysis::Scope;
use crate::language::Class;
use crate::quantity::Mention;

/// Tokens of a subject.
const SUBJECT: usize = 7;

/// Tokens in front of a sentence in which the thing may have been introduced.
const BEFORE: usize = 90;

/// Tokens from the article or number to the thing that it introduces.
const ARTICLE: usize = 5;

/// Figures in front of a sentence of which one tells where the thing is.
const FIGURES: usize = 8;

/// "A store was built in Fenn for 3 million. The 500-ton store employs 35": the area of what the subject of figure `i` was when it was
/// introduced by an article or a number, if that is a part of the region.
pub(super) fn area_of_introduced(context: &Context, mentions: &[Mention], i: usize) -> Option<Scope> {
    let read = context.read;
    let start = context.sentence(i).start;
    if read.str(start) != "The" {
        return None;
    }
    let acting = |t: usize| read.word_is(t, Class::VERB | Class::AUXILIARY) || acts(context, t) || matches!(read.str(t), "lie" | "stand");
    let verb = (start + 2..start + SUBJECT).find(|t| acting(*t))?;
    let noun = verb - 1;
    let plain = (start + 1..verb).all(|t| !read.word_is(t, Class::PREPOSITION | Class::AND | Class::CLAUSE_END));
    // "The number": what may be told of anything.
    let thing = read.is_word(noun) && !read.word_is(noun, Class::STOP | Class::TOTAL | Class::INCOME | Class::PEOPLE | Class::HOUSEHOLDS);
    if !plain || !thing || read.tokens.get(noun).is_some_and(|k| k.capital) {
        return None;
    }
    let from = start.saturating_sub(BEFORE).max(context.topic_start(i).map_or(0, |heading| heading.end));
    let at = (from..start).rev().find(|t| read.str(*t) == read.str(noun))?;
    let front = || (at.saturating_sub(ARTICLE).max(from)..at).rev();
    let leads =
        |t: usize| context.is_figure(t) || matches!(read.str(t), "a" | "A" | "an" | "An" | "the" | "The" | "this" | "its" | "their");
    front().find(|t| leads(*t)).filter(|t| context.is_figure(*t) || matches!(read.str(*t), "a" | "A" | "an" | "An"))?;
    let there = (i.saturating_sub(FIGURES)..i).rev().find(|j| context.sentence(*j).contains(&at))?;
    mentions.get(there).map(|m| m.scope).filter(|scope| *scope == Scope::Part)
}

/// "Half a million people visited Lake Fenn": what people go to is a place.
pub(super) fn goes_to_name(context: &Context, j: usize) -> bool {
    let verb = context.after(j).start;
    matches!(context.read.str(verb), "visited" | "toured") && is_proper(context, verb + 1)
}

/// "the rest, 12 ha, in Fenn and Marsh": commas around the figure, and a proper name where it is.
pub(super) fn is_set_off_in_place(context: &Context, j: usize) -> bool {
    let read = context.read;
    let (before, after) = (context.before(j), context.after(j).start);
    if !read.is_mark(after, ',') {
        return false;
    }
    let lead = context.unhedged(j);
    lead > before.start && read.is_mark(lead - 1, ',') && names_locality(context, after + 1)
}
