//! Denominators that an article tells: "$1.15 million a bridge", "612 units with 30 workers a unit", "120 to a tap", "$8,140 a quarter".

use super::Mention;
use super::noun::is_plural;
use super::per_name::denominator;
use crate::analysis::Unit;
use crate::language::{Class, ReadText, singular};
use crate::text::{Sentence, lowered};
use std::ops::Range;

/// Tokens in front of an amount that may call it a price.
const PRICE: usize = 5;

/// Tokens in front of a figure in which the things are counted that it is per.
const COUNTED: usize = 30;

/// What an article behind the figure says that it is per, and the token behind that.
/// `before` is the figure before it.
pub(super) fn per_article(read: &ReadText, sentence: &Sentence, m: &Mention, before: Option<&Mention>) -> Option<(String, usize)> {
    let money = m.unit.is_some_and(Unit::is_currency);
    // "paid 4 million a month before it closed"
    if matches!(read.str(m.after_noun + 2), "before" | "after" | "earlier" | "later" | "ago") {
        return None;
    }
    let front = m.first.saturating_sub(PRICE).max(sentence.first)..m.first;
    // "$2 a car and $5 a truck"
    let again = before.is_some_and(|b| b.sentence == m.sentence && b.per.is_some() && b.unit == m.unit && m.first <= b.after_noun + 2);
    let small = || !m.scaled && thing_closes(read, m.after_noun);
    let priced = || priced_thing(read, front, m.after_noun, again || small()).or_else(|| quarter(read, m.after_noun));
    if money && let Some(found) = priced() {
        return Some(found);
    }
    if m.unit.is_some_and(Unit::is_relative) {
        return None;
    }
    counted_thing(read, sentence, m)
        .or_else(|| fraction_of_thing(read, m))
        .or_else(|| averaged_thing(read, sentence, m))
        .or_else(|| to_one_thing(read, sentence, m))
}

/// "an average of $1.15 million a bridge", "sold at £40 a pair": what a price is of, by its article. `front` are the tokens that lead to it.
fn priced_thing(read: &ReadText, front: Range<usize>, at: usize, listed: bool) -> Option<(String, usize)> {
    let article =
        matches!(read.str(at), "a" | "an") && read.is_word(at + 1) && !read.word_is(at + 1, Class::STOP | Class::RISE | Class::TOTAL);
    let small = read.tokens.get(at + 1).is_some_and(|t| !t.capital);
    let closes = !read.is_word(at + 2) || read.word_is(at + 2, Class::AND | Class::AUXILIARY | Class::PREPOSITION);
    if !article || !small || !closes {
        return None;
    }
    let price = |t: usize| {
        matches!(
            read.str(t),
            "at" | "cost"
                | "costs"
                | "costing"
                | "price"
                | "priced"
                | "from"
                | "for"
                | "worth"
                | "fetched"
                | "paid"
                | "pay"
                | "pays"
                | "paying"
                | "fee"
        ) || lowered(read.str(t), |word| {
            matches!(
                word,
                "toll" | "tolls" | "fare" | "fares" | "charge" | "charges" | "fees" | "tariff" | "tariffs" | "levy" | "rent" | "rents"
            )
        })
    };
    // "445,200 dollars, i.e. 1,400 a house", ", or 1,400 a house": the same money, for each of them.
    let again = |t: usize| read.str(t) == "or" || read.str(t) == "e" && t > 1 && read.str(t - 2) == "i";
    (listed || front.into_iter().any(|t| price(t) || again(t) || read.word_is(t, Class::ON_AVERAGE | Class::INCOME)))
        .then(|| (denominator(read.str(at + 1)), at + 2))
}

/// "a minimum of 50 cents a trip", "spent 340 dollars a visitor": the thing ends its phrase, so that a small amount can only be for each.
fn thing_closes(read: &ReadText, at: usize) -> bool {
    let behind = at + 2;
    !read.is_word(behind)
        || read.word_is(behind, Class::AUXILIARY)
        || matches!(read.str(behind), "and" | "or" | "in" | "for" | "on" | "at" | "to" | "against" | "than")
}

/// "earned $8,140 a quarter", "rooms at $140 a night", but "paid $300 a quarter of the way".
fn quarter(read: &ReadText, at: usize) -> Option<(String, usize)> {
    let closes = read.str(at + 2) != "of" && (!read.is_word(at + 2) || read.word_is(at + 2, Class::STOP));
    let time = matches!(read.str(at + 1), "quarter" | "night" | "shift" | "term" | "season");
    (read.str(at) == "a" && time && closes).then(|| (read.str(at + 1).to_owned(), at + 2))
}

/// "Crew numbered 4,210, 2.9 a boat": a fraction without a noun can only be for each of what closes the clause.
fn fraction_of_thing(read: &ReadText, m: &Mention) -> Option<(String, usize)> {
    let at = m.after_noun;
    let bare = m.unit.is_none() && !m.scaled && m.precision.is_some_and(|p| p < 0) && read.str(at) == "a";
    let noun = read.is_word(at + 1) && !read.word_is(at + 1, Class::STOP | Class::RISE | Class::SCALE) && !is_plural(read, at + 1);
    (bare && noun && !read.is_word(at + 2) && !read.is_mark(at + 2, '-')).then(|| (denominator(read.str(at + 1)), at + 2))
}

/// "Attendance averaged 4,100 a match", "an average of 31 calls a shift": what closes the clause of a mean.
fn averaged_thing(read: &ReadText, sentence: &Sentence, m: &Mention) -> Option<(String, usize)> {
    let front = m.first.saturating_sub(PRICE).max(sentence.first)..m.first;
    let at = m.after_noun;
    let noun = read.is_word(at + 1) && !read.word_is(at + 1, Class::STOP | Class::RISE | Class::SCALE) && !is_plural(read, at + 1);
    let closes = !read.is_word(at + 2) || read.word_is(at + 2, Class::AND | Class::PREPOSITION);
    let then = matches!(read.str(at + 2), "before" | "earlier" | "ago" | "after" | "later");
    let article = matches!(read.str(at), "a" | "an") && noun && closes && !then && !read.is_mark(at + 2, '-');
    // "takes 40 cars a trip"
    let occasion = || {
        matches!(read.str(at + 1), "trip" | "match" | "game" | "sailing" | "flight" | "class" | "lesson" | "session" | "voyage" | "visit")
            || matches!(
                read.str(at + 1),
                "meal" | "ride" | "round" | "haul" | "show" | "performance" | "crossing" | "shipment" | "delivery"
            )
    };
    let counted = m.noun.is_some() && occasion();
    (article && (counted || read.classes(front).intersects(Class::ON_AVERAGE))).then(|| (denominator(read.str(at + 1)), at + 2))
}

/// "There are 45 pupils to a teacher", "with four beds to a room": one of those that they share.
fn to_one_thing(read: &ReadText, sentence: &Sentence, m: &Mention) -> Option<(String, usize)> {
    let to = m.after_noun;
    if !read.word_is(to, Class::TO) || !matches!(read.str(to + 1), "a" | "an" | "each" | "every") || m.noun.is_none() {
        return None;
    }
    let front = m.first.saturating_sub(PRICE).max(sentence.first)..m.first;
    let has =
        front.clone().any(|t| matches!(read.str(t), "are" | "were" | "was" | "is" | "with" | "has" | "have" | "had" | "averaged" | "or"));
    let closes = read.str(to + 3) != "of" && (!read.is_word(to + 3) || read.word_is(to + 3, Class::AND | Class::PREPOSITION));
    let noun = read.is_word(to + 2) && !read.word_is(to + 2, Class::STOP) && !is_plural(read, to + 2);
    let moved = front.into_iter().any(|t| read.word_is(t, Class::VERB) && !read.word_is(t, Class::AUXILIARY));
    (has && closes && noun && !moved).then(|| (denominator(read.str(to + 2)), to + 3))
}

/// "612 units employed 18,360 persons, 30 a unit", "17,760 people drew from 148 taps, 120 to a tap": one of those that were counted in front.
fn counted_thing(read: &ReadText, sentence: &Sentence, m: &Mention) -> Option<(String, usize)> {
    let to = read.word_is(m.after_noun, Class::TO) && m.noun.is_none();
    let at = m.after_noun + usize::from(to);
    if !matches!(read.str(at), "a" | "an") || !read.is_word(at + 1) || read.word_is(at + 1, Class::STOP) {
        return None;
    }
    let closes = !read.is_word(at + 2) || read.word_is(at + 2, Class::AND | Class::AUXILIARY);
    let noun = read.str(at + 1).to_lowercase();
    let counted = |t: usize| is_plural(read, t) && singular(read.str(t)) == noun;
    let front = || m.first.saturating_sub(COUNTED).max(sentence.first)..m.first;
    (closes && front().any(counted)).then(|| (denominator(read.str(at + 1)), at + 2))
}
