//! Denominators of rates: "2000 yuan per person", "7.5 million yuan for each county", "per capita net income of 4893 yuan".

use super::per_name::{both, compound, denominator, is_span, is_time};
use super::per_noun::noun_head;
use crate::analysis::Unit;
use crate::language::{Class, ReadText};
use crate::text::lowered;

/// The denominator that follows a figure: `after` is the token after its unit, `end` the end of the sentence.
pub(super) fn per_after(read: &ReadText, after: usize, end: usize) -> Option<(String, usize)> {
    let (per, after) = one_per_after(read, after, end)?;
    Some(with_second(read, per, after, end))
}

/// "1.5 litres per person, per day", "1,042 per person and month", "3,572 per person per trip": a second denominator behind the first. A year is
/// what reports speak of and is left out.
fn with_second(read: &ReadText, per: String, after: usize, end: usize) -> (String, usize) {
    let behind = behind_material(read, after, end);
    let at = behind + usize::from(read.is_mark(behind, ',') && read.str(behind + 1) == "per");
    let named = |t: usize| denominator(read.str(t));
    let second = if at + 1 >= end {
        None
    } else if read.str(at) == "and" || read.is_mark(at, '/') || matches!(read.str(at), "a" | "an") {
        Some((named(at + 1), at + 2)).filter(|(second, _)| is_span(second))
    } else if read.phrase_is(at, Class::PER) && !read.word_is(at, Class::PREPOSITION) || read.str(at) == "per" {
        let from = at + read.phrase_len(at);
        if read.tokens.get(from).is_some_and(crate::text::Token::is_digits) { None } else { denominator_phrase(read, from, end) }
    } else {
        None
    };
    match second.filter(|(second, _)| *second != per) {
        Some((second, after)) => (both(&per, &second), after),
        None => (per, after),
    }
}

/// "per kilometre of main per day": the token behind what the first denominator is of, where a second one follows.
fn behind_material(read: &ReadText, after: usize, end: usize) -> usize {
    if read.str(after) != "of" {
        return after;
    }
    let per = (after + 2..end.min(after + 5)).find(|t| read.str(*t) == "per");
    per.filter(|per| (after + 1..*per).all(|t| read.is_word(t) && !read.word_is(t, Class::STOP))).unwrap_or(after)
}

/// What stands behind a stroke: "t/ha", "per 10,000" as "/10,000 population", "cents/kWh".
fn behind_stroke(read: &ReadText, at: usize, end: usize) -> Option<(String, usize)> {
    if let Some(round) = round_number(read, at + 1) {
        // "0.83/10,000 population".
        // "7.2 l/100 km", "41/1,000 live births"
        let named = round.1 == at + 2
            && (read.word_is(at + 2, Class::PEOPLE | Class::HOUSEHOLDS | Class::UNIT) || matches!(read.str(at + 2), "live" | "births"));
        return denominator_phrase(read, at + 1, end).filter(|_| named).or(Some(round));
    }
    // "3.2 g/t of silver"
    if read.str(at + 1) == "t" {
        return Some((denominator("t"), at + 2));
    }
    // "9.8 cents/kWh", which the lexer parts.
    if let Some((_, len)) = read.entry(at + 1, Class::UNIT).filter(|(_, len)| *len > 1) {
        return Some((printed(read, at + 1..at + 1 + len), at + 1 + len));
    }
    // "20 States/UTs": two names of what is counted.
    let word = read.str(at + 1);
    let plural = word.len() > 2 && word.ends_with('s') && !word.ends_with("ss") && !read.word_is(at + 1, Class::UNIT);
    (read.is_word(at + 1) && !plural).then(|| with_power(read, denominator(read.str(at + 1)), at + 2))
}

fn one_per_after(read: &ReadText, after: usize, end: usize) -> Option<(String, usize)> {
    // "8.4 t/ha": the unit's own phrase ends with the denominator.
    if after > 2 && matches!(read.str(after - 1), "ha" | "d") && read.is_mark(after - 2, '/') {
        return Some((denominator(read.str(after - 1)), after));
    }
    if let Some((per, after)) = super::material::divided(read, after) {
        return Some((per.to_owned(), after));
    }
    if let Some((per, after)) = super::per_short::per_short(read, after) {
        return Some((per.to_owned(), after));
    }
    let mut at = behind_bracket(read, after, end);
    // "1.5 litres of water per person": what is measured stands between.
    if read.str(at) == "of"
        && let Some(per) = (at + 2..end.min(at + 4)).find(|t| divides(read, *t))
        && (at + 1..per).all(|t| read.is_word(t) && (!read.word_is(t, Class::STOP) || t == at + 1 && matches!(read.str(t), "a" | "an")))
    {
        at = per;
    }
    if read.phrase_is(at, Class::ON_AVERAGE) {
        at += read.phrase_len(at);
    }
    if read.is_mark(at, '/') {
        return behind_stroke(read, at, end);
    }
    if matches!(read.str(at), "a" | "an") && !matches!(read.str(at + 2), "earlier" | "ago" | "before" | "later" | "after" | "previously") {
        if read.str(at + 1) == "head" {
            return Some((of_heads(read, at, 2).to_owned(), at + 2));
        }
        let time = matches!(
            read.str(at + 1),
            "year"
                | "month"
                | "day"
                | "week"
                | "hour"
                | "person"
                | "household"
                | "tonne"
                | "ton"
                | "kilo"
                | "kg"
                | "litre"
                | "liter"
                | "barrel"
                | "pound"
                | "hectare"
                | "acre"
                | "pupil"
                | "student"
                | "patient"
        );
        // "12.5 cents a km", "80 dollars a cubic metre", "14 cents a kilowatt-hour": a measure that closes the phrase.
        let measured = |u: Unit| !u.is_relative() && !u.is_counted() && !u.is_currency();
        let measure = read.entry(at + 1, Class::UNIT).filter(|(e, _)| e.unit.is_some_and(measured)).map(|(_, len)| len);
        let behind = at + 1 + measure.unwrap_or(1);
        let joined = read.is_mark(behind, '-') && !read.tokens.get(behind).is_some_and(|t| t.spaced);
        let closes = !joined
            && (!read.is_word(behind) || read.word_is(behind, Class::AND | Class::AUXILIARY) || read.word_is(behind, Class::PREPOSITION));
        // "paid $300 a quarter of the way through the year"
        let part = read.str(at + 1) == "quarter" && read.str(at + 2) == "of";
        // "14.2 cents a kWh", which the lexer parts.
        if !time && read.str(at + 1) == "k" && matches!(read.str(at + 2), "Wh" | "W") && !read.tokens.get(at + 2).is_some_and(|t| t.spaced)
        {
            return Some((printed(read, at + 1..at + 3), at + 3));
        }
        if closes && measure.is_some_and(|len| len > 1) {
            return denominator_phrase(read, at + 1, end);
        }
        let second = read.str(at + 1) == "second" && closes && after > 0 && read.word_is(after - 1, Class::UNIT);
        return (time || second || measure.is_some() && closes && !part).then(|| (denominator(read.str(at + 1)), at + 2));
    }
    // "96 pupils share a classroom"
    if matches!(read.str(at), "share" | "shared" | "sharing") && matches!(read.str(at + 1), "a" | "an" | "one" | "each") {
        return denominator_phrase(read, at + 2, end).filter(|_| at == after && super::noun::is_plural(read, at - 1));
    }
    if let Some(found) = by_measure(read, at, end) {
        return Some(found);
    }
    // "2.4 times monthly income": of what is had each month.
    let income = read.word_is(at + 1, Class::INCOME) && at > 0 && read.str(at - 1) == "times";
    if let Some(time) = time_adverb(read.str(at)).filter(|_| !income) {
        return Some((time.to_owned(), at + 1));
    }
    if read.str(at) == "quarterly" && !read.is_word(at + 1) {
        return Some(("quarter".to_owned(), at + 1));
    }
    // "38 out of every 1,000": so many of each thousand.
    let out = read.str(at) == "out" && read.str(at + 1) == "of" && read.word_is(at + 2, Class::PER);
    // "4.3 of every 100 miners", "12 in every 1,000 births"
    let digits = |t: usize| read.tokens.get(t).is_some_and(crate::text::Token::is_digits);
    let every = matches!(read.str(at), "of" | "in") && matches!(read.str(at + 1), "every" | "each") && digits(at + 2);
    // "in every" is one phrase.
    let at = if out { at + 2 } else { at + usize::from(every && !read.phrase_is(at, Class::PER)) };
    let (_, len) = read.entry(at, Class::PER | Class::PER_CAPITA)?;
    if read.phrase_is(at, Class::PER_CAPITA) {
        return Some((of_heads(read, at, len).to_owned(), at + len));
    }
    denominator_phrase(read, at + len, end)
}

/// "per person", "a month": what leads from the thing measured to the denominator; "5 litres of milk per capita" is told by its own phrase.
fn divides(read: &ReadText, t: usize) -> bool {
    match read.str(t) {
        "per" => !matches!(read.str(t + 1), "capita" | "capital"),
        // "1 hour of exercise daily"
        word if time_adverb(word).is_some() => true,
        "a" => is_time(read.str(t + 1)) && !matches!(read.str(t + 2), "earlier" | "ago" | "before" | "later" | "after"),
        _ => false,
    }
}

/// "12 cents the pound", "30 bushels to the acre", "412 persons to the square mile": a measure with its article that closes the phrase.
fn by_measure(read: &ReadText, at: usize, end: usize) -> Option<(String, usize)> {
    let the = if read.str(at) == "to" { at + 1 } else { at };
    if the >= end || read.str(the) != "the" {
        return None;
    }
    let measured = |unit: Unit| !unit.is_relative() && !unit.is_counted() && !unit.is_time() && !unit.is_currency();
    // "58 pesos to the dollar", "fell to 61 to the euro"
    let money = |unit: Unit| unit.is_currency() && the > at;
    let unit = read.entry(the + 1, Class::UNIT).filter(|(entry, _)| entry.unit.is_some_and(|u| measured(u) || money(u)));
    let measure = unit.is_some() || matches!(read.str(the + 1), "pound" | "kilo" | "dozen") && the == at;
    let next = the + 1 + unit.map_or(1, |(_, len)| len);
    let closes = !read.is_word(next) || read.word_is(next, Class::AND | Class::AUXILIARY | Class::PREPOSITION);
    // "the tons that were landed": one of it.
    let one = !read.str(next - 1).ends_with('s');
    if measure && closes && one { denominator_phrase(read, the + 1, end) } else { None }
}

/// What "per capita" or "a head" speaks of: "a goat costs 1,610 a head" of no persons.
fn of_heads(read: &ReadText, at: usize, len: usize) -> &'static str {
    let animal = |t: usize| {
        lowered(read.str(t), |word| {
            let one = word.strip_suffix('s').unwrap_or(word);
            matches!(
                one,
                "animal" | "livestock" | "cattle" | "goat" | "sheep" | "cow" | "bull" | "camel" | "pig" | "hog" | "lamb" | "steer"
            ) || matches!(one, "heifer" | "calf" | "calve" | "ox" | "oxen" | "horse" | "donkey" | "mule" | "buffalo" | "buffaloe" | "yak")
        })
    };
    let heads = read.str(at + len - 1) == "head";
    if heads && (at.saturating_sub(HEADS)..at).rev().take_while(|t| !read.is_mark(*t, '.')).any(animal) { "head" } else { "person" }
}

/// Tokens in front of "a head" in which the animals may be named.
const HEADS: usize = 16;

/// "0.3/10 000/day", "45/100,000": a power of ten that a rate is told by, and a time behind it.
fn round_number(read: &ReadText, at: usize) -> Option<(String, usize)> {
    let digits = read.tokens.get(at).filter(|t| t.is_digits()).map(|_| read.str(at))?;
    let round = digits.starts_with('1') && digits.len() > 2 && digits.bytes().skip(1).all(|b| b == b'0' || !b.is_ascii_digit());
    let time = (read.is_mark(at + 1, '/') || read.str(at + 1) == "per").then(|| denominator(read.str(at + 2))).filter(|time| is_time(time));
    let end = if time.is_some() { at + 3 } else { at + 1 };
    round.then(|| (time.map_or_else(|| digits.to_owned(), |time| format!("{digits} per {time}")), end))
}

/// "23 million a year" said in one word: "23 million annually".
pub(crate) fn time_adverb(word: &str) -> Option<&'static str> {
    Some(match word {
        "annually" | "yearly" => "year",
        "monthly" => "month",
        "weekly" => "week",
        "daily" => "day",
        "hourly" => "hour",
        _ => return None,
    })
}

/// A short remark in brackets may stand between an amount and its denominator ("1 million yuan (covered by budget) per year").
fn behind_bracket(read: &ReadText, at: usize, end: usize) -> usize {
    if !read.is_mark(at, '(') {
        return at;
    }
    // "184 (per 100,000 live births)"
    if read.str(at + 1) == "per" {
        return at + 1;
    }
    let close = (at + 1..end.min(at + 7)).find(|j| read.is_mark(*j, ')'));
    close.filter(|c| read.phrase_is(c + 1, Class::PER)).map_or(at, |c| c + 1)
}

/// The noun phrase after "per" or "each": its head, or a number with its noun ("per 1,000 population").
fn denominator_phrase(read: &ReadText, first: usize, end: usize) -> Option<(String, usize)> {
    if read.tokens.get(first).is_some_and(crate::text::Token::is_digits) {
        if let Some(round) = round_number(read, first).filter(|(_, end)| *end > first + 1) {
            return Some(round);
        }
        let mut last = first + 1;
        let of = |at: usize| read.str(at) == "of" || read.str(at - 1) == "of" && read.word_is(at, Class::DETERMINER);
        let goes_on = |at: usize| {
            !read.word_is(at, Class::STOP)
                || of(at)
                || is_done(read, at, first + 1)
                || at == first + 1
                    && (read.str(at) == "live" || read.str(at).ends_with("ed") && read.word_is(at + 1, Class::PEOPLE | Class::HOUSEHOLDS))
        };
        // "per 90-kg bag"
        if read.is_mark(last, '-') && read.word_is(last + 1, Class::UNIT) {
            last += 2;
        }
        // "per 1,000 tonne-kilometres"
        if read.is_word(last)
            && read.is_mark(last + 1, '-')
            && super::noun::is_plural(read, last + 2)
            && !read.tokens.get(last + 1).is_some_and(|t| t.spaced)
        {
            last += 2;
        }
        while last < end && read.is_word(last) && goes_on(last) && last - first < 5 {
            last += 1;
        }
        // "per 100 million vehicle-kilometres"
        if last > first + 1
            && read.is_mark(last, '-')
            && super::noun::is_plural(read, last + 1)
            && !read.tokens.get(last).is_some_and(|t| t.spaced)
        {
            last += 2;
        }
        // "per 1,000 m³"
        let power = super::composite::is_power(read, last) || read.is_mark(last, '³') || read.is_mark(last, '²');
        last += usize::from(power);
        let text = printed(read, first..last);
        let round = read.str(first).len() > 2 && read.str(first).ends_with("00") && first < end;
        return (last > first + 1 || round).then_some((text, last));
    }
    // "for every one of its 4,000 openings": one of those that are counted behind.
    if read.str(first) == "one" && read.str(first + 1) == "of" {
        let things = (first + 2..end.min(first + 7)).find(|t| super::noun::is_plural(read, *t) && !read.word_is(*t, Class::STOP));
        return things.map(|t| (denominator(read.str(t)), first + 1));
    }
    // "per thousand inhabitants", "per thousand board feet".
    if matches!(read.str(first), "hundred" | "thousand" | "lakh" | "million" | "billion") {
        let noun = (first + 1..end.min(first + 4))
            .take_while(|t| read.is_word(*t) && (!read.word_is(*t, Class::STOP) || read.str(*t) == "live" || is_done(read, *t, first + 1)))
            .last();
        let last = noun.unwrap_or(first);
        // "per million vehicle-kilometres"
        let joined = read.is_mark(last + 1, '-') && (super::noun::is_plural(read, last + 2) || read.word_is(last + 2, Class::UNIT));
        let last = if joined && noun.is_some() && !read.tokens.get(last + 1).is_some_and(|t| t.spaced) { last + 2 } else { last };
        return Some((printed(read, first..last + 1), last + 1));
    }
    // "for every two people": a number in words has its noun with it.
    if read.word_is(first, Class::NUMBER_WORD)
        && read.str(first) != "one"
        && first + 1 < end
        && read.is_word(first + 1)
        && !read.word_is(first + 1, Class::STOP)
    {
        return Some((printed(read, first..first + 2), first + 2));
    }
    // "per square metre", "per sq. km": a unit of several words by its code.
    if let Some((entry, len)) = read.entry(first, Class::UNIT).filter(|(_, len)| *len > 1)
        && let Some(unit) = entry.unit.filter(|u| !u.is_counted() && !u.is_relative())
    {
        // "per US dollar": money by its name.
        if unit.is_currency() && read.is_word(first) {
            return Some((printed(read, first..first + len), first + len));
        }
        return Some((unit.code().to_owned(), first + len));
    }
    // "per kW", which the lexer parts.
    let parted = read.is_word(first) && read.is_word(first + 1) && read.tokens.get(first + 1).is_some_and(|t| !t.spaced && t.capital);
    if parted {
        return Some((printed(read, first..first + 2), first + 2));
    }
    let head = noun_head(read, first, end);
    head.map(|at| match compound(read, first, at) {
        Some(whole) => (whole, at + 1),
        None => with_power(read, denominator(read.str(at)), at + 1),
    })
}

/// A denominator, and the token after it; "m2" is printed as two tokens.
fn with_power(read: &ReadText, per: String, after: usize) -> (String, usize) {
    if super::composite::is_power(read, after) { (format!("{per}{}", read.str(after)), after + 1) } else { (per, after) }
}

/// "per million hours worked", "per 1,000 km flown": a participle that closes what is counted from token `noun` on.
fn is_done(read: &ReadText, at: usize, noun: usize) -> bool {
    let done =
        matches!(read.str(at), "worked" | "flown" | "travelled" | "traveled" | "driven" | "landed" | "sold" | "sown" | "insured" | "born");
    done && at > noun && (!read.is_word(at + 1) || read.word_is(at + 1, Class::AND | Class::AUXILIARY | Class::PREPOSITION))
}

/// Words as printed: "100 kWh" is one blank, though the lexer parts it.
pub(crate) fn printed(read: &ReadText, words: std::ops::Range<usize>) -> String {
    let mut text = String::new();
    for at in words.clone() {
        if at > words.start && read.tokens.get(at).is_some_and(|t| t.spaced) {
            text.push(' ');
        }
        text.push_str(read.str(at));
    }
    text
}

/// The denominator named in front of a figure in its clause: "per capita net income of", "averagely each village", "per household
/// income"; the nearest, and a thing rather than a time ("per county per year"). `from` is where the clause begins, `first` the figure.
pub fn rate_of_clause(read: &ReadText, from: usize, first: usize) -> Option<String> {
    let at = read.find_last(from..first, Class::PER_CAPITA | Class::PER)?;
    let nearest = rate_at(read, from, at, first);
    // "the total per person per trip was": two denominators in a row.
    let row = at >= from + 2 && read.str(at) == "per" && read.str(at - 2) == "per" && !read.word_is(at - 1, Class::STOP);
    if let Some(second) = nearest.as_deref().filter(|_| row) {
        return Some(both(&denominator(read.str(at - 1)), second));
    }
    if nearest.as_deref().is_none_or(is_time) { rate_of_clause(read, from, at).or(nearest) } else { nearest }
}

/// The denominator that the word at token `at` leads to.
fn rate_at(read: &ReadText, from: usize, at: usize, first: usize) -> Option<String> {
    // "were to each visit": a verb follows, not what each is.
    let infinitive = if read.word_is(at, Class::TO) { at } else { at.saturating_sub(1) };
    if infinitive > from && read.word_is(infinitive, Class::TO) && read.word_is(infinitive - 1, Class::AUXILIARY) {
        return None;
    }
    let (entry, len) = read.entry(at, Class::PER_CAPITA | Class::PER)?;
    if entry.classes.contains(Class::PER_CAPITA) {
        return Some("person".to_owned());
    }
    if does_each(read, at) {
        return None;
    }
    let (noun, _) = denominator_phrase(read, at + len, first)?;
    Some(noun)
}

/// "4,000 parcels, each feeding five people": "each" at token `at` is the subject of a participle, which leads to a number or an object of its own.
pub(crate) fn does_each(read: &ReadText, at: usize) -> bool {
    let does = at > 0 && read.str(at) == "each" && read.is_mark(at - 1, ',') && read.str(at + 1).ends_with("ing");
    let object = Class::NUMBER_WORD | Class::DETERMINER | Class::DIGITS | Class::ABOUT | Class::OVER | Class::UNDER | Class::PREFIX_UNIT;
    // "each looking after 1,300 hectares"
    let object_at = at + 2 + usize::from(read.word_is(at + 2, Class::PREPOSITION) || read.str(at + 2) == "after");
    does && [at + 2, object_at].into_iter().any(|t| read.word_is(t, object) || read.phrase_is(t, object))
}
