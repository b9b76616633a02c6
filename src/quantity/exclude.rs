//! Numbers that are no quantities: dates, years, periods, document numbers, ordinals, labels, slogans, idioms, telephone numbers.
//!
//! Every exclusion names its rule, so that the page can say why a number was left out.

use super::address::{address, position, telephone};
use super::by_name::{body_of, named_day, score};
use super::dates::{clock_time, date, numeric_date, period, run_together, year};
use super::fraction::{behind_whole_unit, fraction_of_one};
use super::labels::{counts_nothing, document_number, edition, label, label_in_front, law_number, numbered_name};
use super::list_numbers::{list_number, paragraph_number};
use super::material::power;
use super::registration::registration;
use super::tolerance::tolerance;
use super::unit::tells_points;
use crate::analysis::Unit;
use crate::language::{Class, ReadText};
use crate::text::{Token, lowered};

/// A rule: the name, and the token after the excluded number.
pub(super) type Excluded = (&'static str, usize);

/// A rule reads the digits at token `i` of a sentence from token `begin` to token `end`.
pub(super) type Rule = fn(read: &ReadText, i: usize, begin: usize, end: usize) -> Option<Excluded>;

/// What digits with a scale word behind them may be but quantities.
pub(super) const BEHIND_SCALE: [Rule; 4] = [inside_compound, tolerance, denominator, named_programme];

/// What other digits may be, the likelier reading first.
pub(super) const RULES: [Rule; 30] = [
    inside_compound,
    tolerance,
    power,
    denominator,
    confidence_level,
    age_limit,
    web_address,
    list_number,
    paragraph_number,
    law_number,
    reporting_period,
    document_number,
    label,
    edition,
    numbered_name,
    ordinal,
    date,
    numeric_date,
    clock_time,
    period,
    run_together,
    year,
    registration,
    telephone,
    address,
    position,
    best_of_all,
    score,
    body_of,
    named_day,
];

/// "5 million": digits with a scale word are a quantity, unless others are counted by it.
pub(super) fn counts_by_scale(read: &ReadText, i: usize) -> bool {
    read.phrase_is(i + 1, Class::SCALE) && read.str(i + 1).len() > 2
}

/// "the 2 Billion Trees program", "the 1 Million Homes Initiative": a number in the name of an undertaking, all in capitals.
fn named_programme(read: &ReadText, i: usize, begin: usize, _: usize) -> Option<Excluded> {
    let capital = |t: usize| read.tokens.get(t).is_some_and(|t| t.is_word() && t.capital);
    let undertaking = |word: &str| matches!(word, "program" | "programme" | "initiative" | "campaign" | "scheme" | "project" | "challenge");
    if i == begin || !capital(i + 1) || !capital(i + 2) {
        return None;
    }
    let end = (i + 3..i + 6).find(|t| !capital(*t) || lowered(read.str(*t), undertaking))?;
    lowered(read.str(end), undertaking).then_some(("name", i + 2))
}

/// "12-member", "the 5-year average", and the size of a family.
fn inside_compound(read: &ReadText, i: usize, begin: usize, _: usize) -> Option<Excluded> {
    if compound(read, i + 1) {
        return Some(("compound", i + 2));
    }
    if read.is_mark(i + 1, '-') && read.str(i + 2) == "year" && is_reference_level(read.str(i + 3)) {
        return Some(("compound", i + 4));
    }
    (i > begin + 1 && is_size_of_family(read, i, i + 1)).then_some(("compound", i + 1))
}

/// Whether the number word at token `i` (up to `after`) counts nothing.
pub(super) fn excluded_words(read: &ReadText, i: usize, after: usize, begin: usize) -> Option<Excluded> {
    if let Some(excluded) = named_plan(read, i) {
        return Some(excluded);
    }
    if i > begin + 1 && is_size_of_family(read, i, after) {
        return Some(("compound", after));
    }
    // "under-five mortality": a number word behind a hyphen belongs to a name.
    let named = i > begin + 1 && read.is_mark(i - 1, '-') && read.is_word(i - 2) && !read.tokens.get(i).is_some_and(|t| t.spaced);
    if named && !read.word_is(i - 2, Class::NUMBER_WORD) {
        return Some(("compound", after));
    }
    if i > begin && is_under_age(read, i, after) {
        return Some(("age", after));
    }
    // "half a loaf": no share, and nothing measured.
    let half_a = read.phrase_is(i, Class::FRACTION)
        && matches!(read.str(i), "half" | "Half")
        && matches!(read.str(i + 1), "a" | "an")
        && fraction_of_one(read, i).is_none();
    // "of that one investment": pointed at, not counted; "that one-fourth were ready" and "that one million came" are.
    let that_one = read.str(i) == "one" && after == i + 1 && i > begin && matches!(read.str(i - 1), "that" | "That");
    if half_a || that_one && !read.phrase_is(i, Class::FRACTION) || idiom_covers(read, i, begin) {
        return Some(("idiom", after));
    }
    // "the five-year average", "a ten-year low": what is compared with.
    if read.is_mark(after, '-') && read.str(after + 1) == "year" && is_reference_level(read.str(after + 2)) {
        return Some(("compound", after + 3));
    }
    if matched(read, i, after, begin) {
        return Some(("slogan", after));
    }
    // "the nine o'clock news"
    if read.str(after) == "o" && read.str(after + 2) == "clock" {
        return Some(("clock_time", after + 3));
    }
    // "a year and a half": no half of anything else.
    if behind_whole_unit(read, i, begin) {
        return Some(("idiom", after));
    }
    if let Some(after) = years_old(read, after) {
        return Some(("age", after));
    }
    if let Some(after) = period_behind(read, after) {
        return Some(("period", after));
    }
    // "In the district a dozen clinics closed": an article begins a noun phrase of its own.
    if i > begin && !matches!(read.str(i), "a" | "an" | "half") && label_in_front(read, i) {
        return Some(("label", after));
    }
    // "when one person is lifted out of poverty": any one, not one that was counted.
    if i > begin && matches!(read.str(i - 1), "when" | "if" | "whenever" | "per") && read.str(i).eq_ignore_ascii_case("one") {
        return Some(("idiom", after));
    }
    if compound(read, after) {
        return Some(("compound", after));
    }
    // "Three Gorges", "Five Guarantees": capitals inside a sentence make a name.
    let next = if read.is_mark(after, '-') { after + 2 } else { after };
    let inside_name = i > begin && read.tokens.get(i).is_some_and(|t| t.capital) && read.tokens.get(next).is_some_and(|t| t.capital);
    inside_name.then_some(("name", after))
}

/// "a family of five needs", "the line for a household of four": which family is meant. The number stands at tokens `i` to `after`.
fn is_size_of_family(read: &ReadText, i: usize, after: usize) -> bool {
    read.str(i - 1) == "of"
        && lowered(read.str(i - 2), |word| matches!(word, "family" | "household"))
        && !read.word_is(after, Class::PEOPLE | Class::SCALE)
        && !read.is_mark(after, '-')
}

/// "four-party", "12-member": a number inside a compound adjective that names no unit.
fn compound(read: &ReadText, after: usize) -> bool {
    if !read.is_mark(after, '-') || read.phrase_is(after, Class::UNIT) {
        return false;
    }
    let glued = |j: usize| read.tokens.get(j).is_some_and(|t| !t.spaced);
    let measure = read.phrase_is(after + 1, Class::UNIT | Class::SCALE | Class::NUMBER_WORD) || read.word_is(after + 1, Class::TO);
    glued(after)
        && glued(after + 1)
        && read.is_word(after + 1)
        && !measure
        && !tells_points(read, after)
        && !lowered(read.str(after + 1), |word| matches!(word, "odd" | "plus"))
}

/// "one thousand firms support one thousand villages", "a hundred doctors for a hundred wards": a round number in words twice in a statement,
/// each with a noun of its own. The number stands at tokens `i` to `after`.
fn matched(read: &ReadText, i: usize, after: usize, begin: usize) -> bool {
    let round = after == i + 2 && matches!(read.str(i + 1), "hundred" | "thousand" | "million");
    if !round || !matches!(read.str(i), "one" | "a" | "ten" | "One" | "A" | "Ten") {
        return false;
    }
    let same = |t: usize| read.str(t).eq_ignore_ascii_case(read.str(i)) && read.str(t + 1) == read.str(i + 1);
    let ends = |t: &usize| read.word_is(*t, Class::CLAUSE_END | Class::DIGITS);
    let named = |number: usize, end: usize| read.is_word(number + 2) && !read.word_is(number + 2, Class::STOP) && end > number + 3;
    let behind = (after..after + MATCHED).take_while(|t| !ends(t)).find(|t| same(*t));
    let front = (begin.max(i.saturating_sub(MATCHED))..i).rev().take_while(|t| !ends(t)).find(|t| same(*t));
    behind.is_some_and(|other| named(i, other)) || front.is_some_and(|other| named(other, i))
}

/// Tokens from one number of a slogan to the same again.
const MATCHED: usize = 9;

fn idiom_covers(read: &ReadText, i: usize, begin: usize) -> bool {
    (begin.max(i.saturating_sub(3))..=i).any(|at| read.entry(at, Class::IDIOM).is_some_and(|(_, len)| at + len > i))
}

/// "in the top 10", "the top five": a place in a row, where nothing is counted.
fn best_of_all(read: &ReadText, i: usize, begin: usize, _: usize) -> Option<Excluded> {
    let top = i > begin + 1 && matches!(read.str(i - 1), "top" | "Top") && read.word_is(i - 2, Class::DETERMINER);
    let measured = read.phrase_is(i + 1, Class::UNIT | Class::SCALE) || read.is_mark(i + 1, '-');
    (top && read.str(i).len() <= 3 && counts_nothing(read, i + 1) && !measured).then_some(("idiom", i + 1))
}

/// "per 100,000 inhabitants": a power of ten that a rate is told by.
fn denominator(read: &ReadText, i: usize, begin: usize, _: usize) -> Option<Excluded> {
    let digits = read.str(i);
    let round = digits.starts_with('1')
        && digits.len() > 2
        && digits.bytes().skip(1).all(|b| matches!(b, b'0' | b',') || b == b'.' && read.format.continental);
    // "38 out of every 1,000"; "once every 1,000 years" is how often.
    let timed = || read.entry(i + 1, Class::UNIT).is_some_and(|(entry, _)| entry.unit.is_some_and(Unit::is_time));
    // "the number of deaths for each 100,000 births"
    let each = || read.str(i - 1) == "each" && i > begin + 1 && matches!(read.str(i - 2), "for" | "For" | "in" | "In" | "of");
    let led = || matches!(read.str(i - 1), "per" | "Per") || (i > begin + 2 && read.str(i - 1) == "every" || each()) && !timed();
    (round && i > begin && led()).then_some(("denominator", i + 1))
}

/// "58 (95% CI: 51-66)", "95 per cent confidence interval": how sure a figure is, not how much.
fn confidence_level(read: &ReadText, i: usize, _: usize, _: usize) -> Option<Excluded> {
    let (_, len) = read.entry(i + 1, Class::UNIT)?;
    let behind = i + 1 + len;
    let said = matches!(read.str(behind), "CI" | "UI" | "CrI" | "confidence" | "uncertainty" | "credible");
    said.then_some(("confidence", behind))
}

/// "children under 5", "teachers over 50": who is meant, not how many.
fn age_limit(read: &ReadText, i: usize, begin: usize, _: usize) -> Option<Excluded> {
    // "residents 12 and older".
    let from_on = matches!(read.str(i + 1), "and" | "or") && matches!(read.str(i + 2), "older" | "over" | "above" | "younger" | "under");
    // "the over-65s", "in their 30s"; "a 45-year-old".
    let glued = read.tokens.get(i + 1).is_some_and(|t| !t.spaced);
    // "£450 11s. 4d.": the pence of an amount whose shillings stand in front.
    if glued && read.str(i + 1) == "d" && i > 2 && (read.str(i - 1) == "s" || read.is_mark(i - 1, '.') && read.str(i - 2) == "s") {
        return Some(("pence", i + 2));
    }
    if glued && read.str(i + 1) == "s" && read.str(i).len() == 2 {
        return Some(("age", i + 2));
    }
    if let Some(after) = years_old(read, i + 1) {
        return Some(("age", after));
    }
    if from_on && i > begin && read.word_is(i - 1, Class::PEOPLE) {
        return Some(("age", i + 3));
    }
    if i > begin && is_under_age(read, i, i + 1) {
        return Some(("age", i + 1));
    }
    let limit = i > begin + 1 && matches!(read.str(i - 1), "under" | "over" | "above" | "below");
    if !limit {
        return None;
    }
    let persons = read.word_is(i - 2, Class::PEOPLE) || are_persons(read, begin, i - 2);
    let small = read.str(i).len() <= 2;
    // "children under 15 account for 13.9%"
    let verb = matches!(
        read.str(i + 1),
        "account"
            | "accounted"
            | "make"
            | "made"
            | "form"
            | "formed"
            | "represent"
            | "constitute"
            | "comprise"
            | "comprised"
            | "fell"
            | "rose"
    );
    let counted = read.is_word(i + 1) && !read.word_is(i + 1, Class::STOP) && !read.word_is(i + 1, Class::VERB) && !verb;
    let measured = read.phrase_is(i + 1, Class::UNIT | Class::SCALE) || read.is_mark(i + 1, '-');
    (persons && small && !measured && !counted).then_some(("age", i + 1))
}

/// "those over 12", "of the suspects 22% under 21", "most patients were under 5": whether persons whom the sentence names stand at token `at`, in
/// front of their age.
fn are_persons(read: &ReadText, begin: usize, at: usize) -> bool {
    let said = begin..at;
    let share = || read.is_mark(at, '%') || matches!(read.str(at), "cent" | "percent");
    let named = || read.find_word(said.clone(), Class::PEOPLE).is_some() && read.find_word(said.clone(), Class::RATE).is_none();
    // "half of them under 30"
    let them = || at > begin && matches!((read.str(at - 1), read.str(at)), ("of", "them" | "whom")) && named();
    matches!(read.str(at), "those" | "anyone" | "everyone") || them() || (share() || matches!(read.str(at), "are" | "were")) && named()
}

/// "the under five mortality rate", "under 5 deaths": of which children, with the age at tokens `i` to `after`.
fn is_under_age(read: &ReadText, i: usize, after: usize) -> bool {
    lowered(read.str(i - 1), |word| matches!(word, "under" | "under-"))
        && matches!(
            read.str(after),
            "mortality" | "deaths" | "death" | "malnutrition" | "stunting" | "wasting" | "nutrition" | "clinic" | "clinics"
        )
}

/// The token behind "-year-old" at token `at`, where it tells a person's age: "a 45-year-old farmer", "twelve-year-olds"; a 40-year-old
/// plant has an age that is measured.
fn years_old(read: &ReadText, at: usize) -> Option<usize> {
    let old = read.is_mark(at, '-')
        && matches!(read.str(at + 1), "year" | "years" | "month" | "months")
        && read.is_mark(at + 2, '-')
        && matches!(read.str(at + 3), "old" | "olds");
    let person = || {
        let next = read.tokens.get(at + 4);
        read.str(at + 3) == "olds" || next.is_none_or(|t| !t.is_word() || t.capital) || read.word_is(at + 4, Class::PEOPLE | Class::STOP)
    };
    (old && person()).then_some(at + 4)
}

/// A number inside the address of a page or of a mailbox.
fn web_address(read: &ReadText, i: usize, begin: usize, _: usize) -> Option<Excluded> {
    if read.is_mark(i + 1, '@') && !read.tokens.get(i + 1).is_some_and(|t| t.spaced) {
        return Some(("web_address", i + 1));
    }
    let mut at = i;
    while at > begin && i - at < LONGEST_ADDRESS && read.tokens.get(at).is_some_and(|t| !t.spaced) {
        at -= 1;
        if matches!(read.str(at), "http" | "https" | "www" | "ftp" | "@") {
            return Some(("web_address", i + 1));
        }
    }
    None
}

/// Tokens of an address in front of a number in it.
const LONGEST_ADDRESS: usize = 40;

/// "16th", "2nd", "12th Five-Year Plan", "the 75 th year".
fn ordinal(read: &ReadText, i: usize, _: usize, _: usize) -> Option<Excluded> {
    let glued = read.tokens.get(i + 1).is_some_and(|t| !t.spaced);
    let suffix = match read.str(i + 1) {
        "st" | "ST" => glued,
        "nd" | "rd" | "th" | "TH" => glued || !read.str(i).contains(['.', ',']),
        _ => false,
    };
    if !suffix {
        return None;
    }
    let plan = read.word_is(i + 2, Class::NUMBER_WORD) && read.is_mark(i + 3, '-');
    Some(("ordinal", if plan { i + 3 } else { i + 2 }))
}

/// "Five-Year Plan", "'Four in One'".
fn named_plan(read: &ReadText, i: usize) -> Option<Excluded> {
    let at = i + 1;
    let year_plan = read.is_mark(at, '-') && read.str(at + 1).eq_ignore_ascii_case("year") && read.str(at + 2).eq_ignore_ascii_case("plan");
    let ordinal_in_front = i > 0 && (read.word_is(i - 1, Class::ORDINAL));
    (year_plan && (ordinal_in_front || read.tokens.get(i).is_some_and(|t| t.capital))).then_some(("plan_name", at + 3))
}

fn is_reference_level(word: &str) -> bool {
    matches!(word, "average" | "averages" | "mean" | "low" | "high" | "peak" | "trend" | "moving" | "rolling" | "baseline")
}

/// "the three months ended June 30", "12 months to 31 March": the stretch of time that a report is about.
fn reporting_period(read: &ReadText, i: usize, _: usize, _: usize) -> Option<Excluded> {
    period_behind(read, i + 1).map(|after| ("period", after))
}

/// The token behind the unit of time at token `at`, if the day follows on which the stretch ends.
fn period_behind(read: &ReadText, at: usize) -> Option<usize> {
    let unit = if read.is_mark(at, '-') { at + 1 } else { at };
    let time = |word: &str| matches!(word, "month" | "months" | "week" | "weeks" | "quarter" | "quarters" | "year" | "years" | "days");
    if !lowered(read.str(unit), time) {
        return None;
    }
    // "the first nine months of FY 2024-25", "the first three quarters of the year"
    let first = at > 1 && matches!(read.str(at - 2), "first" | "last" | "First");
    let year = if matches!(read.str(unit + 2), "the" | "this") { unit + 3 } else { unit + 2 };
    if first
        && read.str(unit + 1) == "of"
        && (read.word_is(year, Class::YEAR)
            || read.phrase_is(unit + 2, Class::LAST_YEAR)
            || matches!(read.str(year), "year" | "FY" | "fiscal" | "financial"))
    {
        return Some(unit + 1);
    }
    let unit = if read.str(unit + 1) == "period" { unit + 1 } else { unit };
    let joint = read.str(unit + 1);
    // "Five years ago"; "(27 days ago)" tells how long something has lasted.
    if joint == "ago" {
        let alone = at > 1 && read.is_mark(at - 2, '(') && read.is_mark(unit + 2, ')');
        return (!alone).then_some(unit + 2);
    }
    let named = lowered(joint, |word| matches!(word, "ended" | "ending"));
    let day = if read.str(unit + 2) == "on" { unit + 3 } else { unit + 2 };
    let dated = || {
        read.word_is(day, Class::MONTH) && read.tokens.get(day).is_some_and(|t| t.capital)
            || read.tokens.get(day).is_some_and(Token::is_digits) && (day + 1..day + 3).any(|month| read.word_is(month, Class::MONTH))
    };
    ((named || matches!(joint, "to" | "through")) && dated()).then_some(unit + 1)
}
