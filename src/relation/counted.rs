//! Nouns that tell what is counted, and in which unit.

use super::Context;
use super::lend::Lent;
use super::persons::in_compound;
use crate::analysis::Unit;
use crate::language::{Class, ReadText, singular};
use crate::quantity::is_arrival;
use crate::text::lowered;

/// Whether token `t` is a noun in the plural, or names persons or households, that figures may count.
pub(super) fn names_counted(context: &Context, t: usize) -> bool {
    let read = context.read;
    let plural = looks_plural(read.str(t))
        && !matches!(read.str(t), "figures" | "numbers" | "levels" | "totals" | "exceeds" | "reaches" | "means" | "averages" | "medians")
        && !tells_time(read, t);
    // "Family violence callouts averaged 31": no families.
    let attribute = || {
        lowered(read.str(t), |word| matches!(word, "family" | "household"))
            && looks_plural(read.str(t + 2))
            && !read.word_is(t + 2, Class::STOP)
    };
    // "female cattle", "male birds": of what sort.
    let sex = || lowered(read.str(t), |word| matches!(word, "female" | "male" | "adult" | "native")) && names_animals(read, t + 1);
    if read.word_is(t, Class::PEOPLE) && sex() {
        return false;
    }
    // "Labour Party: 258 seats"
    if matches!(read.str(t + 1), "Party" | "Parties") {
        return false;
    }
    if is_herd(read.str(t)) {
        return !read.is_word(t + 1) || read.word_is(t + 1, Class::STOP);
    }
    read.word_is(t, Class::PEOPLE | Class::HOUSEHOLDS) && (plural || !in_compound(context, t) && !attribute())
        || plural && !read.word_is(t, Class::STOP) && !ends_name(context, t)
}

/// "risen for three years and stood at 6,020": no years.
fn tells_time(read: &ReadText, t: usize) -> bool {
    read.entry(t, Class::UNIT).is_some_and(|(entry, _)| entry.unit.is_some_and(Unit::is_time))
}

/// The unit that the noun at token `head` counts in.
pub(super) fn named(context: &Context, head: usize) -> Lent {
    let read = context.read;
    // "The number of miles in operation".
    let measure = read.entry(head, Class::UNIT).and_then(|(entry, _)| entry.unit).filter(|u| !u.is_relative() && !u.is_time());
    if let Some(unit) = measure.filter(|u| !u.is_currency() && !u.is_counted()) {
        return Lent::unit(unit);
    }
    if let Some(animals) = population_of(read, head) {
        return Lent { unit: Unit::Count, head: Some(singular(read.str(animals))), power: 0 };
    }
    let unit = if read.word_is(head, Class::HOUSEHOLDS) {
        Unit::Households
    } else if read.word_is(head, Class::PEOPLE) || is_arrival(read, head) || tells_of_lives(read, head) {
        Unit::People
    } else {
        Unit::Count
    };
    let noun = if tells_of_lives(read, head) { "life".to_owned() } else { singular(read.str(head)) };
    Lent { unit, head: Some(noun), power: 0 }
}

/// "the poultry population", "the population of cows": what is counted where the word at token `head` names a population of no persons.
fn population_of(read: &ReadText, head: usize) -> Option<usize> {
    if !lowered(read.str(head), |word| matches!(word, "population" | "populations")) {
        return None;
    }
    let of = read.str(head + 1) == "of";
    let behind = (head + 2..head + 4).find(|t| of && names_animals(read, *t));
    behind.or_else(|| head.checked_sub(1).filter(|t| names_animals(read, *t)))
}

/// Whether the word at token `t` names animals, or vehicles, of which populations are told, too.
fn names_animals(read: &ReadText, t: usize) -> bool {
    let kind = |word: &str| {
        is_herd(word)
            || matches!(
                word,
                "animal" | "livestock" | "bird" | "goat" | "lamb" | "pig" | "hog" | "cow" | "bull" | "calf" | "calve" | "buffalo"
            )
            || matches!(word, "camel" | "horse" | "donkey" | "mule" | "yak" | "bovine" | "chicken" | "hen" | "duck" | "fish" | "salmon")
            || matches!(word, "wildlife" | "elephant" | "tiger" | "lion" | "leopard" | "rhino" | "bear" | "wolf" | "whale" | "seal" | "dog")
            || matches!(word, "vehicle" | "insect" | "mosquito" | "turtle" | "reindeer")
    };
    read.is_word(t) && lowered(read.str(t), |word| kind(word) || word.strip_suffix('s').is_some_and(kind) || word == "buffaloes")
}

/// Animals whose name has no ending of many.
pub(super) fn is_herd(word: &str) -> bool {
    lowered(word, |word| matches!(word, "sheep" | "cattle" | "poultry" | "swine" | "deer"))
}

/// "Lives lost were 1,985".
fn tells_of_lives(read: &ReadText, t: usize) -> bool {
    lowered(read.str(t), |word| word == "lives") && matches!(read.str(t + 1), "lost" | "saved" | "claimed")
}

/// Whether a word has the ending of many.
pub(super) fn looks_plural(word: &str) -> bool {
    word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us")
}

/// "The Western Hills had 188,900 employed": the last word of a name of several, which is not counted.
fn ends_name(context: &Context, t: usize) -> bool {
    let capital = |t: usize| context.read.tokens.get(t).is_some_and(|k| k.is_word() && k.capital);
    t > 1 && capital(t) && capital(t - 1) && !context.read.word_is(t - 1, Class::STOP | Class::DETERMINER | Class::PREPOSITION)
}
