//! Several things done to one: "48,600 houses were destroyed and 121,300 damaged", "4,100 km, of which 1,350 km were paved, 2,100 km gravel and 650 km
//! earth". The thing stands once, with the first of them; each has behind it what is said of it alone.

use super::Context;
use super::description::Description;
use super::listed::Item;
use crate::analysis::Unit;
use crate::language::Class;
use crate::quantity::Mention;
use crate::text::lowered;
use std::ops::Range;

/// Tokens from one figure of such a row to the next.
const NEAR: usize = 8;

/// Words of what is said of one figure ("provincial money").
const LONGEST: usize = 2;

/// The description of figure `i` where it goes on with what is told of the figure in front of it, or is a part of a thing to which something is
/// done; `things` are what the earlier figures measure.
pub(super) fn done_apart(context: &Context, mentions: &[Mention], i: usize, things: &[Range<usize>]) -> Option<Description> {
    let read = context.read;
    let this = mentions.get(i).filter(|m| !m.unit.is_some_and(Unit::is_relative))?;
    let be = context.end(i);
    let passive = matches!(read.str(be), "was" | "were" | "is" | "are");
    // "claims of 8 million were paid" have a name of their own.
    if passive && context.lead(i).is_some_and(|t| read.str(t) == "of") {
        return None;
    }
    let own = said_alone(context, if passive { be + 1 } else { be }, context.sentence(i).end)?;
    let whole = this.of.and_then(|(whole, _)| things.get(whole)).filter(|thing| !thing.is_empty());
    let thing = if passive { whole.filter(|_| is_participle(context, own.start)) } else { whole.or(row(context, mentions, i, things)) };
    let thing = thing.filter(|thing| thing.end <= own.start)?.clone();
    // "Of them 12 were closed": a pronoun says nothing, nor does a verb.
    if read.word_is(thing.end - 1, Class::PRONOUN | Class::STOP) {
        return Some(Description::lent(own));
    }
    if is_participle(context, own.start) {
        return Some(Description { thing, said: own, lent: true, ..Description::default() });
    }
    Some(Description::listed(Item { joint: thing.end..thing.end, measure: thing, name: own }))
}

/// What the figure in front of figure `i` measures, where both are told in one row.
fn row<'t>(context: &Context, mentions: &[Mention], i: usize, things: &'t [Range<usize>]) -> Option<&'t Range<usize>> {
    let previous = context.previous(i)?;
    let (this, before) = (mentions.get(i)?, mentions.get(previous)?);
    let alike = this.unit == before.unit && this.head == before.head && this.per == before.per;
    things.get(previous).filter(|thing| alike && !thing.is_empty() && goes_on(context, previous, i))
}

/// One or two words from token `start` on, with nothing else up to a comma, "and" or the end of the sentence.
fn said_alone(context: &Context, start: usize, sentence: usize) -> Option<Range<usize>> {
    let read = context.read;
    let other = Class::PREPOSITION | Class::AUXILIARY | Class::AND | Class::RISE | Class::FALL | Class::UNIT | Class::TOTAL | Class::PLAN;
    let says = |t: usize| {
        let plain = !read.word_is(t, other | Class::DETERMINER | Class::ABOUT | Class::OVER | Class::UNDER) && !is_adverb(read.str(t));
        read.is_word(t) && plain && (!read.word_is(t, Class::STOP) || is_participle(context, t))
    };
    let end = (start..=start + LONGEST).find(|t| !says(*t)).filter(|end| *end > start)?;
    let closes = end >= sentence || read.word_is(end, Class::CLAUSE_END) || read.word_is(end, Class::AND);
    // "some 600 million improved production" acts on something.
    let acts = end > start + 1 && is_participle(context, start);
    (closes && !acts).then_some(start..end)
}

/// Whether figure `i` goes on, behind a comma or "and", with what is said of the figure before it: a verb or words of its own.
fn goes_on(context: &Context, previous: usize, i: usize) -> bool {
    let read = context.read;
    let gap = context.gap(i);
    let end = context.before_hedges(gap.clone());
    let joint = end.checked_sub(1).filter(|t| *t >= gap.start && (read.word_is(*t, Class::AND) || read.is_mark(*t, ',')));
    joint.is_some_and(|joint| {
        gap.len() <= NEAR
            && read.find_word(gap.start..joint, Class::CLAUSE_END).is_none_or(|t| t + 1 == joint)
            && (said_alone(context, context.end(previous), joint).is_some() || (gap.start..joint).any(|t| is_participle(context, t)))
    })
}

fn is_participle(context: &Context, t: usize) -> bool {
    let word = context.read.str(t);
    context.read.is_word(t)
        && (word.ends_with("ed") || context.read.word_is(t, Class::VERB) && !word.ends_with('s') && !word.ends_with("ing"))
}

/// Words that say when or how, not what.
fn is_adverb(word: &str) -> bool {
    lowered(word, |word| {
        matches!(
            word,
            "more" | "fewer" | "less" | "higher" | "lower" | "each" | "apiece" | "respectively" | "alone" | "only" | "today" | "now"
        ) || matches!(
            word,
            "ago" | "earlier" | "later" | "so" | "too" | "also" | "again" | "together" | "overall" | "altogether" | "short" | "long"
        ) || word.ends_with("ly")
    })
}
