//! Persons whom no noun tells: "12,345, of whom 4,567 were women", "some 12,000 were evacuated", "the number waiting for treatment".

use super::Context;
use super::lend::Lent;
use crate::analysis::Unit;
use crate::language::Class;
use crate::quantity::Mention;
use crate::text::lowered;

/// Makes persons of a count that a pronoun for persons follows.
pub(super) fn tell_persons(context: &Context, mentions: &mut [Mention], i: usize) {
    let counted = mentions.get(i).is_some_and(|m| m.unit == Some(Unit::Count));
    if counted
        && is_followed_by_whom(context, mentions, i)
        && let Some(m) = mentions.get_mut(i)
    {
        m.unit = Some(Unit::People);
        if m.noun.is_none() {
            m.head = Some("person".to_owned());
        }
    }
}

/// "12,345, of whom 4,567 were women", "312 hands who worked": a pronoun for persons right behind makes persons of any noun, but for places.
pub(super) fn is_followed_by_whom(context: &Context, mentions: &[Mention], i: usize) -> bool {
    let read = context.read;
    let Some(m) = mentions.get(i) else { return false };
    let at = if read.is_mark(m.after_noun, ',') || read.is_mark(m.after_noun, '(') { m.after_noun + 1 } else { m.after_noun };
    let body = |word: &str| {
        matches!(
            word,
            "nations"
                | "companies"
                | "businesses"
                | "firms"
                | "powers"
                | "governments"
                | "banks"
                | "institutions"
                | "organizations"
                | "organisations"
                | "associations"
                | "societies"
                | "schools"
                | "parties"
                | "employers"
        )
    };
    let whom = matches!(read.str(at), "who" | "whom") && !m.noun.is_some_and(|noun| lowered(read.str(noun.head), body))
        || matches!(read.str(at), "of" | "among" | "all" | "most") && (at + 1..at + 3).any(|t| read.str(t) == "whom");
    whom && m.per.is_none() && !m.noun.is_some_and(|noun| read.word_is(noun.head, Class::PLACE | Class::WHOLE))
}

/// "some 12,000 were evacuated", "34 have been arrested": what is done to persons alone.
pub(super) fn tells_done_to_persons(context: &Context, i: usize) -> bool {
    let read = context.read;
    let at = context.after(i).start;
    let verb = if read.str(at + 1) == "been" { at + 2 } else { at + 1 };
    read.word_is(at, Class::AUXILIARY) && is_done_only_to_persons(read.str(verb)) || counts_victims(context, at)
}

/// "86 confirmed dead and 26 reported missing", "5 feared drowned".
fn counts_victims(context: &Context, at: usize) -> bool {
    let read = context.read;
    let told = matches!(read.str(at), "confirmed" | "reported" | "listed" | "presumed" | "feared" | "declared" | "pronounced");
    told && (matches!(read.str(at + 1), "dead" | "missing") || is_done_only_to_persons(read.str(at + 1)))
}

/// "WFP assisted 2,954 in Ald", "floods displaced 3,400", "some 1,200 were trained": what is mostly done to persons, where no noun follows and
/// no other figure lends one.
pub(super) fn are_objects(context: &Context, i: usize) -> bool {
    let read = context.read;
    let at = context.after(i).start;
    let verb = participle(context, at);
    let ends = || !read.is_word(at) || read.word_is(at, Class::PREPOSITION | Class::AND) && read.str(at) != "of";
    let active = context.lead(i).filter(|t| *t > context.sentence(i).start && ends());
    active.is_some_and(|t| is_done_to_persons(read.str(t))) || read.word_is(at, Class::AUXILIARY) && is_done_to_persons(read.str(verb))
}

/// The participle behind the auxiliary at token `at`, without "re-": "600 were re-employed".
fn participle(context: &Context, at: usize) -> usize {
    let read = context.read;
    let verb = if read.str(at + 1) == "been" { at + 2 } else { at + 1 };
    if read.str(verb) == "re" && read.is_mark(verb + 1, '-') { verb + 2 } else { verb }
}

/// Participles of what is mostly done to persons.
pub(super) fn is_done_to_persons(word: &str) -> bool {
    is_done_only_to_persons(word)
        || matches!(
            word,
            "assisted" | "trained" | "retrained" | "vaccinated" | "immunised" | "immunized" | "hired" | "employed" | "dismissed"
        )
        || matches!(word, "fed" | "enrolled" | "infected" | "interviewed" | "resettled" | "repatriated" | "sentenced")
}

/// Participles of what is done to nothing else.
fn is_done_only_to_persons(word: &str) -> bool {
    matches!(word, "evacuated" | "displaced" | "killed" | "injured" | "wounded" | "arrested" | "rescued" | "detained" | "deported")
        || matches!(word, "convicted" | "hospitalised" | "hospitalized" | "drowned" | "orphaned" | "recruited" | "imprisoned")
        || matches!(word, "naturalised" | "naturalized")
}

/// Persons of whom nothing else is said.
pub(super) fn of_persons() -> Lent {
    Lent { unit: Unit::People, head: Some("person".to_owned()), power: 0 }
}

/// Participles that only persons have.
pub(super) fn tells_persons(word: &str) -> bool {
    matches!(
        word,
        "waiting"
            | "employed"
            | "unemployed"
            | "enrolled"
            | "attending"
            | "killed"
            | "injured"
            | "wounded"
            | "living"
            | "working"
            | "seeking"
            | "enlisted"
    )
}

/// "infant mortality", "population density", "staff costs": a word for persons in front of what is told of them.
pub(super) fn in_compound(context: &Context, t: usize) -> bool {
    matches!(
        context.read.str(t + 1),
        "mortality"
            | "density"
            | "growth"
            | "rate"
            | "rates"
            | "costs"
            | "cost"
            | "fees"
            | "charges"
            | "productivity"
            | "expectancy"
            | "index"
            | "size"
            | "sizes"
    )
}

/// "Enrolment fell to 14,286, 318 students fewer", "the workforce grew to 412, nine people more": a word for them all, and one for each.
pub(super) fn counts_same_persons(a: &Mention, b: &Mention) -> bool {
    let all = |m: &Mention| {
        let word =
            |head: &str| matches!(head, "enrolment" | "enrollment" | "membership" | "workforce" | "headcount" | "attendance" | "staff");
        m.head.as_deref().is_some_and(word)
    };
    a.unit == Some(Unit::People) && b.unit == a.unit && (all(a) || all(b))
}
