//! Fractions: "2½", "4 1/2 per cent", "half a million", "two in five", and the point that a dash stands for.

use super::ratio::stroke_part;
use super::unit::unit_after;
use super::words::{and_fraction, scan_words};
use crate::analysis::Unit;
use crate::language::{Class, ReadText};
use crate::text::lowered;
use rust_decimal::Decimal;

/// The fraction behind a whole number in digits: "2½", "4 1/2 per cent", "2 and a half million".
pub(super) fn part_behind(read: &ReadText, at: usize) -> Option<(Decimal, u32, usize)> {
    if let Some((part, places)) = fraction_sign(read, at).filter(|_| read.tokens.get(at).is_some_and(|t| !t.spaced)) {
        return Some((part, places, at + 1));
    }
    if let Some((part, after)) = and_fraction(read, at) {
        return Some((part, 2, after));
    }
    stroke_part(read, at).map(|part| (part, 2, at + 3))
}

/// "half a million", "half an acre", "three quarters of a million": a fraction of one of what follows.
pub(super) fn fraction_of_one(read: &ReadText, at: usize) -> Option<(Decimal, usize)> {
    let (entry, len) = read.entry(at, Class::FRACTION).filter(|(entry, _)| entry.unit == Some(Unit::Percent))?;
    let of = read.str(at + len) == "of";
    let one = at + len + usize::from(of);
    // "one-half year", "three-quarter mile": the unit itself behind a fraction in two words.
    let own = |unit: Unit| !unit.is_relative() && !unit.is_counted();
    if !of && len > 1 && read.entry(one, Class::UNIT).is_some_and(|(unit, _)| unit.unit.is_some_and(own)) {
        return Some((entry.value?.checked_div(Decimal::ONE_HUNDRED)?, one));
    }
    // "a half million", "a quarter million"
    if !of && read.str(one).len() > 2 && read.entry(one, Class::SCALE).is_some_and(|(scale, _)| scale.power > 2) {
        return Some((entry.value?.checked_div(Decimal::ONE_HUNDRED)?, one));
    }
    let article = matches!(read.str(one), "a" | "an") && (of || read.str(at).eq_ignore_ascii_case("half"));
    let part = entry.value.filter(|_| article)?.checked_div(Decimal::ONE_HUNDRED)?;
    // "a million" is a number word of its own.
    if let Some((whole, len)) = read.entry(one, Class::NUMBER_WORD).filter(|(_, len)| *len > 1) {
        return Some((part.checked_mul(whole.value?)?, one + len));
    }
    let measured = read.phrase_is(one + 1, Class::SCALE | Class::UNIT) && read.str(one + 1).len() > 1;
    measured.then_some((part, one + 1))
}

/// "two in five women", "nine out of ten parents", "nine of every ten fires", "one out of every eight cases": a proper fraction, as per cent.
pub(super) fn so_many_in(read: &ReadText, at: usize) -> Option<(Decimal, usize)> {
    let (part, behind) = scan_words(read, at)?;
    // "one member in six had not paid": what is divided may stand between, where nothing is counted behind.
    let persons = read.word_is(behind, Class::PEOPLE | Class::HOUSEHOLDS);
    let other = Class::STOP | Class::PREPOSITION | Class::VERB | Class::UNIT | Class::SCALE | Class::NUMBER_WORD | Class::AUXILIARY;
    // "one school in six", "one dollar in ten"
    let money = matches!(read.str(behind), "dollar" | "euro" | "pound" | "rupee" | "franc" | "peso") && read.str(behind + 1) == "in";
    let one = part == Decimal::ONE && (money || !read.word_is(behind, other)) && !super::noun::is_plural(read, behind);
    let named = read.is_word(behind) && read.str(behind + 1) == "in" && (persons || one);
    let after = if named { behind + 1 } else { behind };
    let joint = if read.str(after) == "out" && read.str(after + 1) == "of" {
        after + 2
    } else if read.str(after) == "in" || read.str(after) == "of" && read.str(after + 1) == "every" {
        after + 1
    } else {
        return None;
    };
    let whole_at = if read.str(joint) == "every" { joint + 1 } else { joint };
    let (whole, end) = scan_words(read, whole_at).or_else(|| whole_in_digits(read, part, whole_at))?;
    let goes_on = || read.word_is(end, Class::AUXILIARY | Class::VERB | Class::PREPOSITION | Class::AND) || is_verb_of_one(read.str(end));
    let goes_on = || goes_on() || matches!(read.str(end), "under" | "over" | "more" | "less" | "fewer" | "only") && part == Decimal::ONE;
    if named && read.is_word(end) && !goes_on() {
        return None;
    }
    // "one departure in forty", "one in a thousand", and no smaller part
    let most = if part == Decimal::ONE { 1000 } else { 20 };
    let small = part < whole && whole <= Decimal::from(most);
    // "one in three villages" is a share, "two in three counties with 40 people" is too; a year or a place behind "in" is not read here.
    small.then(|| part.checked_mul(Decimal::ONE_HUNDRED).and_then(|p| p.checked_div(whole))).flatten().map(|percent| (percent, end))
}

/// "one in 12 shops", "two in every 10 jobs": the whole in digits, where no places are counted by it, in which so many may be.
fn whole_in_digits(read: &ReadText, part: Decimal, at: usize) -> Option<(Decimal, usize)> {
    let whole = read.str(at).replace(',', "").parse::<u16>().ok().filter(|whole| (2..=1000).contains(whole))?;
    let every = read.str(at - 1) == "every";
    let round = matches!(whole, 4 | 5 | 10 | 20) || part == Decimal::ONE;
    let of = super::noun::is_plural(read, at + 1) && !read.word_is(at + 1, Class::STOP | Class::PLACE | Class::UNIT)
        || read.word_is(at + 1, Class::PEOPLE | Class::HOUSEHOLDS | Class::AUXILIARY)
        || read.is_word(at + 1) && !read.word_is(at + 1, Class::STOP) && super::noun::is_plural(read, at + 2)
        || of_them(read, at + 1);
    (every || round && of).then_some((Decimal::from(whole), at + 1))
}

/// "of the tenants", "of those asked": the whole behind so many in so many.
fn of_them(read: &ReadText, at: usize) -> bool {
    read.str(at) == "of" && read.word_is(at + 1, Class::DETERMINER)
}

/// Verbs behind "one household in four", which plural nouns might look like.
fn is_verb_of_one(word: &str) -> bool {
    matches!(word, "lives" | "owns" | "rents" | "uses" | "depends" | "relies" | "needs" | "lacks" | "receives" | "gets" | "earns" | "works")
        || matches!(
            word,
            "walks"
                | "travels"
                | "leaves"
                | "repeats"
                | "attends"
                | "passes"
                | "fails"
                | "votes"
                | "speaks"
                | "reads"
                | "remains"
                | "draws"
        )
        || matches!(
            word,
            "says" | "said" | "reports" | "spends" | "pays" | "suffers" | "still" | "now" | "knows" | "goes" | "keeps" | "takes"
        )
}

/// "1 in 8 bins", "9 out of 10 parents": the same in digits, where what is meant follows.
pub(super) fn one_in(read: &ReadText, at: usize) -> Option<(Decimal, usize)> {
    if !matches!(read.str(at + 1), "in" | "out") {
        return None;
    }
    let most = if read.str(at) == "1" { 1000 } else { 20 };
    let small = |t: usize| read.str(t).parse::<u16>().ok().filter(|n| (1..=most).contains(n));
    let part = small(at)?;
    let joint = if read.str(at + 1) == "out" && read.str(at + 2) == "of" { at + 3 } else { at + 2 };
    let whole = small(joint).filter(|whole| part < *whole && (joint == at + 3 || read.str(at + 1) == "in"))?;
    let named = super::noun::is_plural(read, joint + 1) && !read.word_is(joint + 1, Class::STOP)
        || of_them(read, joint + 1)
        || (part == 1 && whole > 1 || matches!(whole, 5 | 10)) && read.word_is(joint + 1, Class::AUXILIARY);
    // "8 in 10 farmers"
    let persons = matches!(whole, 4 | 5 | 10 | 20) && read.word_is(joint + 1, Class::PEOPLE | Class::HOUSEHOLDS);
    // "3 in 4 births" at the beginning of a sentence, where nothing in front is counted.
    let opens = matches!(whole, 3 | 4 | 5 | 10) && (at == 0 || read.is_mark(at - 1, '.') || read.is_break(at - 1));
    // "by 2021 it was 1 in 7."
    let stated = part == 1 && whole > 1 && at > 0 && read.word_is(at - 1, Class::AUXILIARY) && !read.is_word(joint + 1);
    let percent = Decimal::from(part).checked_mul(Decimal::ONE_HUNDRED)?.checked_div(Decimal::from(whole))?;
    (stated || named && (part == 1 || joint == at + 3 || persons || opens)).then_some((percent, joint + 1))
}

/// "a third round": an article and an ordinal in front of a noun, no fraction.
pub(super) fn article_before_ordinal(read: &ReadText, at: usize, after: usize) -> bool {
    matches!(read.str(at), "a" | "an" | "A" | "An") && read.is_word(after) && !read.word_is(after, Class::STOP)
}

/// "an hour and a half", "two miles and a quarter": a fraction at token `i` that goes on from a whole unit.
pub(super) fn behind_whole_unit(read: &ReadText, i: usize, begin: usize) -> bool {
    let before = i.saturating_sub(1);
    let and = if read.str(before) == "a" { before.saturating_sub(1) } else { before };
    let unit = and.checked_sub(1).filter(|t| *t > begin && read.str(and) == "and" && read.phrase_is(i, Class::FRACTION));
    let whole = |t: usize| {
        let measured =
            read.entry(t, Class::UNIT).and_then(|(entry, _)| entry.unit).is_some_and(|unit| !unit.is_counted() && !unit.is_relative());
        measured && (lowered(read.str(t - 1), |word| matches!(word, "a" | "an")) || read.word_is(t - 1, Class::NUMBER_WORD | Class::DIGITS))
    };
    unit.is_some_and(whole)
}

/// The value of a fraction printed as one character, and its decimal places.
pub(super) fn fraction_sign(read: &ReadText, at: usize) -> Option<(Decimal, u32)> {
    let thirds = |n: i64| Decimal::from(n).checked_div(Decimal::from(3)).map(|value| (value, 0));
    let (hundredths, places) = match read.tokens.get(at)?.mark()? {
        '⅓' => return thirds(1),
        '⅔' => return thirds(2),
        '½' => (50, 1),
        '¼' => (25, 2),
        '¾' => (75, 2),
        '⅕' => (20, 1),
        '⅖' => (40, 1),
        '⅗' => (60, 1),
        '⅘' => (80, 1),
        _ => return None,
    };
    Some((Decimal::new(hundredths, 2).normalize(), places))
}

/// "28-2%", "5-3 per cent": the raised point of old print, scanned as a dash; a range would not go down.
pub(super) fn dash_for_point(read: &ReadText, at: usize) -> Option<(Decimal, u32)> {
    let glued = |t: usize| read.tokens.get(t).is_some_and(|token| !token.spaced);
    // "18-14 inches": what is measured.
    let measures =
        |unit: Unit| unit == Unit::Percent || !unit.is_counted() && !unit.is_relative() && !unit.is_currency() && !unit.is_time();
    let percent = || unit_after(read, at + 3).is_some_and(|behind| measures(behind.unit));
    let whole = |t: usize| read.tokens.get(t).filter(|token| token.is_digits()).and_then(|_| read.str(t).parse::<u8>().ok());
    if !read.is_mark(at + 1, '-') || !glued(at + 1) || !glued(at + 2) || at > 0 && read.word_is(at - 1, Class::FROM | Class::BETWEEN) {
        return None;
    }
    let (units, tenths) = (whole(at)?, whole(at + 2)?);
    let places = u32::try_from(read.str(at + 2).len()).ok().filter(|_| units > tenths && percent())?;
    Some((Decimal::from(units) + Decimal::new(i64::from(tenths), places), places))
}
