//! The head of the noun phrase that a denominator is: "per poor family", "each newly founded school", "per holding".

use crate::language::{Class, ReadText};

/// Tokens of the phrase.
const PHRASE: usize = 6;

/// The head of the phrase that begins at token `first`, in front of token `end`.
pub(super) fn noun_head(read: &ReadText, first: usize, end: usize) -> Option<usize> {
    let mut head = None;
    for at in first..end.min(first + PHRASE) {
        // "per in-patient"
        let prefix = at == first && read.is_mark(at + 1, '-') && read.is_word(at + 2) && !read.tokens.get(at + 1).is_some_and(|t| t.spaced);
        if read.is_mark(at, '-') || prefix && read.word_is(at, Class::STOP) || at == first && read.str(at) == "newly" {
            continue;
        }
        // Denominators are singular: "each pond costs", "every hectare yields" go on with a verb.
        let word = read.str(at);
        let plural = word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") && word.len() > 3;
        // "28 units per hectare average density": what is told, not what it is per.
        // "each pupil cost 4,100 euros"
        let verb = word == "cost" || word.ends_with("ed");
        // "4.9 tonnes per manshift underground": where it was.
        let place = matches!(word, "underground" | "overall" | "offshore" | "onshore" | "ashore" | "opencast" | "worldwide" | "nationwide");
        let past = head.is_some() && (verb || place || plural || read.phrase_is(at, Class::ON_AVERAGE));
        // "each transferred person", "each newly founded school": a participle in front of its noun.
        let noun = |t: usize| t < end && read.word_is(t, Class::PEOPLE | Class::HOUSEHOLDS | Class::PLACE | Class::NOUN);
        let attribute = head.is_none()
            && (word.ends_with("ed")
                && (noun(at + 1)
                    || read.str(first - 1) == "per" && read.is_word(at + 1) && !read.word_is(at + 1, Class::STOP)
                    || at + 1 < end && read.word_is(at + 1, Class::UNIT))
                || (at > first || matches!(word, "qualified" | "trained" | "registered" | "insured" | "employed"))
                    && read.is_word(at + 1)
                    && !read.word_is(at + 1, Class::STOP));
        // "1.6 workers per holding", "40 kWh per building": a verb elsewhere.
        let named = at == first && read.str(first - 1) == "per" && word.ends_with("ing") && read.word_is(at, Class::VERB);
        let attribute = attribute || named;
        // "The 418 clerks each handled 1,490 claims": what each did.
        let did = at == first && verb && matches!(read.str(first - 1), "each" | "Each") && word.len() > 5 && !read.is_word(at + 1);
        if past || did || !read.is_word(at) || read.word_is(at, Class::STOP) && !attribute {
            break;
        }
        head = Some(at);
        // "28 homes per hectare average density": a unit of measure is the denominator, whatever it goes with.
        if read.word_is(at, Class::UNIT) && !read.word_is(at + 1, Class::UNIT) && !read.is_mark(at + 1, '-') && at == first {
            break;
        }
        if ends_denominator(read, at) {
            break;
        }
    }
    head
}

/// Whether the place or people at token `at` are the denominator, whatever follows: not "per man-shift", "per poor family".
fn ends_denominator(read: &ReadText, at: usize) -> bool {
    read.word_is(at, Class::PLACE | Class::PEOPLE | Class::HOUSEHOLDS)
        && !read.word_is(at + 1, Class::PEOPLE | Class::HOUSEHOLDS | Class::PLACE)
        && !matches!(read.str(at), "poor" | "needy")
        && !read.joins(at + 1)
}
