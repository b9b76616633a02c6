//! Numbers that are names: of documents and laws, behind labels, of editions.

use super::exclude::Excluded;
use crate::language::{Class, ReadText};
use crate::text::{Token, is_roman, lowered};
use rust_decimal::prelude::ToPrimitive;

/// Schools have no more years than this.
const LAST_SCHOOL_YEAR: u8 = 13;

/// "[2012] 3", "(2011) No. 15", "No.20124".
pub(super) fn document_number(read: &ReadText, i: usize, _: usize, _: usize) -> Option<Excluded> {
    let open = |j: usize| read.is_mark(j, '[') || read.is_mark(j, '〔') || read.is_mark(j, '﹝');
    let close = |j: usize| read.is_mark(j, ']') || read.is_mark(j, '〕') || read.is_mark(j, '﹞');
    if i > 0 && open(i - 1) && close(i + 1) {
        // "[12] counted 450": the mark of a note.
        if !read.word_is(i, Class::YEAR) {
            return Some(("footnote", i + 1));
        }
        let number = (i + 2..i + 6).find(|j| read.tokens.get(*j).is_some_and(Token::is_digits));
        return Some(("document_number", number.map_or(i + 1, |j| j + 1)));
    }
    (i > 0 && close(i - 1)).then_some(("document_number", i + 1))
}

/// "Ordinances Nos. 1 of 1932 and 24 of 1937": laws by number and year.
pub(super) fn law_number(read: &ReadText, i: usize, begin: usize, _: usize) -> Option<Excluded> {
    // "the Climate Act (SFS 2017:720)": the year and the number in it.
    let glued = |t: usize| read.tokens.get(t).is_some_and(|t| !t.spaced);
    let numbered =
        read.word_is(i, Class::YEAR) && read.is_mark(i + 1, ':') && glued(i + 1) && glued(i + 2) && read.word_is(i + 2, Class::DIGITS);
    if numbered && counts_nothing(read, i + 3) {
        return Some(("document_number", i + 3));
    }
    let dated = read.str(i + 1) == "of" && read.word_is(i + 2, Class::YEAR) && read.str(i).len() <= 3;
    let listed = || i > begin + 1 && (read.word_is(i - 1, Class::AND) || read.is_mark(i - 1, ',')) && read.word_is(i - 2, Class::YEAR);
    let named = || i > begin && read.word_is(i - 1, Class::LABEL) && read.tokens.get(i - 1).is_some_and(|t| t.capital);
    (dated && (listed() || named())).then_some(("document_number", i + 3))
}

/// "No. 3", "Phase 2", "Highway 318", "Order No. 2019-117".
pub(super) fn label(read: &ReadText, i: usize, begin: usize, _: usize) -> Option<Excluded> {
    // "Figures 2.1 and 2.2", "weeks 14–16", "rounds 3 to 5"
    let mut first = i;
    while first > begin + 2
        && (read.word_is(first - 1, Class::AND | Class::TO) || matches!(read.tokens.get(first - 1).and_then(Token::mark), Some(',' | '–')))
        && read.tokens.get(first - 2).is_some_and(Token::is_digits)
    {
        first -= 2;
    }
    // "Nos. 3 and 4"
    let name = first.saturating_sub(if read.is_mark(first.saturating_sub(1), '.') { 2 } else { 1 });
    let many = first == i || (read.str(name).ends_with('s') || read.str(name) == "pp") && counts_nothing(read, i + 1);
    (first > begin && many && label_in_front(read, first)).then(|| ("label", chain_end(read, i)))
}

/// "the Clean Cities Mission 2.0", "Industry 4.0": which edition of the thing whose name stands in front. In a list of values stand others.
pub(super) fn edition(read: &ReadText, i: usize, begin: usize, end: usize) -> Option<Excluded> {
    let number = read.str(i);
    let named = number.len() == 3
        && number.ends_with(".0")
        && i > begin
        && read.is_word(i - 1)
        && read.tokens.get(i - 1).is_some_and(|t| t.capital)
        && !read.word_is(i - 1, Class::STOP | Class::MONTH | Class::PREFIX_UNIT);
    let measured = || read.phrase_is(i + 1, Class::UNIT | Class::SCALE | Class::RATE);
    let value = |t: usize| read.word_is(t, Class::DIGITS) && read.str(t).contains('.') && read.tokens.get(t - 1).is_some_and(|t| t.capital);
    let beside = || ((begin + 1).max(i.saturating_sub(LIST))..end.min(i + LIST)).any(|t| t != i && value(t));
    (named && !measured() && !beside()).then_some(("label", i + 1))
}

/// Tokens from a value of a list to the next.
const LIST: usize = 6;

/// "in Fenn (12), Marsh 1 (9) and Marsh 2 (7)": which of several places of one name, in a list of names with figures in brackets.
pub(super) fn numbered_name(read: &ReadText, i: usize, begin: usize, end: usize) -> Option<Excluded> {
    let bracket = |open: usize| read.is_mark(open, '(') && read.is_mark(open + 2, ')') && read.word_is(open + 1, Class::DIGITS);
    if !bracket(i + 1) || i <= begin + 1 || read.str(i).len() > 2 {
        return None;
    }
    let name = |t: usize| read.tokens.get(t).is_some_and(|t| t.is_word() && t.capital);
    let joined = read.word_is(i - 2, Class::AND | Class::PREPOSITION) || read.is_mark(i - 2, ',');
    let beside = || (begin.max(i.saturating_sub(BRACKETS))..end.min(i + BRACKETS)).any(|t| t != i && name(t) && bracket(t + 1));
    (name(i - 1) && joined && beside()).then_some(("label", i + 1))
}

/// Tokens to another name of such a list with its bracket.
const BRACKETS: usize = 12;

/// Whether neither a unit nor a word that may be counted follows.
pub(super) fn counts_nothing(read: &ReadText, i: usize) -> bool {
    !read.is_word(i) && !read.phrase_is(i, Class::UNIT) || read.word_is(i, Class::STOP)
}

/// The token after digits that are joined to those at `i` by hyphens or strokes without blanks ("04/21", "18-46-0").
pub(super) fn chain_end(read: &ReadText, i: usize) -> usize {
    let glued = |j: usize| read.tokens.get(j).is_some_and(|t| !t.spaced);
    let mut end = i + 1;
    while (read.is_mark(end, '-') || read.is_mark(end, '/'))
        && glued(end)
        && glued(end + 1)
        && read.tokens.get(end + 1).is_some_and(Token::is_digits)
    {
        end += 2;
    }
    end
}

pub(super) fn label_in_front(read: &ReadText, i: usize) -> bool {
    // "N° 005"
    if i > 1 && (read.is_mark(i - 1, '°') || read.is_mark(i - 1, 'º')) && matches!(read.str(i - 2), "N" | "n" | "No" | "no") {
        return true;
    }
    // "§ 14", "#7"
    if read.is_mark(i - 1, '§') || read.is_mark(i - 1, '#') && !read.tokens.get(i).is_some_and(|t| t.spaced) {
        return true;
    }
    if is_of_part(read, i) {
        return true;
    }
    if is_school_year(read, i) {
        return true;
    }
    let before = if read.is_mark(i - 1, '.') && i > 1 { i - 2 } else { i - 1 };
    // "p. 45"
    if read.str(before) == "p" && before + 1 < i && counts_nothing(read, chain_end(read, i)) {
        return true;
    }
    if !read.word_is(before, Class::LABEL) {
        return false;
    }
    let word = read.str(before);
    let years_of_school = matches!(word, "Grade" | "Year" | "Form" | "grade" | "grades" | "Grades" | "Years" | "Class");
    let school_year = |t: usize| read.str(t).parse::<u8>().is_ok_and(|n| n <= LAST_SCHOOL_YEAR);
    if years_of_school && before + 1 == i && school_year(i) {
        return true;
    }
    // "pupils in years 7 to 11"
    let spans = || read.word_is(i + 1, Class::TO | Class::AND) && school_year(i + 2) && counts_nothing(read, i + 3);
    if word == "years" && before > 0 && matches!(read.str(before - 1), "in" | "of") && school_year(i) && spans() {
        return true;
    }
    if matches!(word, "page" | "pages" | "tel" | "fax" | "fig" | "art") {
        return true;
    }
    // "Art. 7", "paras 12-15", "pp. 45-47", "(ext. 12)"
    let named = Numbered::by(read, before);
    if named == Some(Numbered::Short) && word != "P" && counts_nothing(read, chain_end(read, i)) {
        return true;
    }
    let number_sign = matches!(word, "No" | "Nos" | "NO" | "no") && read.is_mark(i - 1, '.') || matches!(word, "No" | "Nos");
    if number_sign || before + 1 < i {
        return number_sign;
    }
    let capital = read.tokens.get(before).is_some_and(|t| t.capital);
    match named {
        Some(Numbered::Thing) => capital && is_thing(read, before, i),
        Some(Numbered::Several) => opens_pair(read, i),
        Some(Numbered::Text) if refers(read, before, i) || is_named_part(read, before, i) => true,
        Some(Numbered::Step | Numbered::Time) if is_step(read, before, i, named == Some(Numbered::Time)) => true,
        Some(Numbered::Time) => false,
        Some(Numbered::Step) if !is_small(read.str(i)) => false,
        _ if !capital => word == "number" && before > 0 && is_numbered(read.str(before - 1)) && counts_nothing(read, i + 1),
        _ => {
            !read.phrase_is(i + 1, Class::UNIT | Class::SCALE)
                && !counts_known_thing(read, i + 1)
                && !is_by_law(read, before, i)
                && !has_name_already(read, before, i)
        }
    }
}

/// "at Terminal 2", "(Case 447)": a thing by its number, which counts nothing. A name of several words may end in the word, and things be counted
/// in that place ("In the Northern Region 12 were shut").
fn is_thing(read: &ReadText, name: usize, i: usize) -> bool {
    let named = |t: usize| read.tokens.get(t).is_some_and(|t| t.capital) && read.is_word(t) || read.word_is(t, Class::DETERMINER);
    let alone = name.checked_sub(1).is_none_or(|t| !named(t)) || read.str(name) == "War";
    let number = read.str(i);
    let lists = read.is_mark(i + 1, ',') && read.is_word(i + 2) && read.word_is(i + 3, Class::DIGITS);
    alone && number.len() <= 5 && !number.contains([',', '%']) && counts_nothing(read, chain_end(read, i)) && !lists
}

/// "Units 3 and 4 were", "bands 5 to 7": two numbers in order, of which neither counts.
fn opens_pair(read: &ReadText, i: usize) -> bool {
    let joined = read.word_is(i + 1, Class::AND | Class::TO) || read.is_mark(i + 1, '–') || read.is_mark(i + 1, '-');
    let small = |t: usize| read.str(t).parse::<u16>().ok();
    let rises = || small(i).zip(small(i + 2)).is_some_and(|(first, second)| first < second && second < 1000);
    joined && rises() && counts_nothing(read, i + 3) && !read.phrase_is(i + 3, Class::UNIT | Class::SCALE)
}

/// "case number 12", "bus number 7": what goes by numbers.
fn is_numbered(word: &str) -> bool {
    matches!(
        word,
        "case" | "bus" | "page" | "room" | "licence" | "license" | "serial" | "registration" | "grant" | "phone" | "telephone" | "flight"
    ) || matches!(word, "house" | "file" | "reference" | "contract" | "project" | "account" | "lot" | "ticket" | "train" | "tram" | "route")
        || matches!(word, "ward" | "fax" | "identification" | "docket" | "document" | "passport" | "at" | "decree" | "bill" | "law")
}

/// "Under the Act 14 fines were issued": by a law or programme that needs no number, so many things.
fn is_by_law(read: &ReadText, name: usize, i: usize) -> bool {
    let law =
        |word: &str| matches!(word, "Act" | "Programme" | "Program" | "Campaign" | "Order" | "Decree" | "Agenda" | "Operation" | "Project");
    let the = name > 0 && matches!(read.str(name - 1), "the" | "this" | "The" | "This");
    the && law(read.str(name)) && super::noun::is_plural(read, i + 1) && !read.word_is(i + 1, Class::STOP)
}

/// "In Borrow District 98 primary schools ...": what has a name has no number, and things follow; "Fire Zone 4 was closed" has one.
fn has_name_already(read: &ReadText, before: usize, i: usize) -> bool {
    let name =
        |t: usize| read.tokens.get(t).is_some_and(|t| t.is_word() && t.capital) && !read.word_is(t, Class::STOP | Class::PREPOSITION);
    let place =
        read.word_is(before, Class::PLACE | Class::COUNTY) || matches!(read.str(before), "District" | "County" | "Region" | "Province");
    let thing = |t: usize| read.is_word(t) && !read.word_is(t, Class::STOP | Class::AUXILIARY | Class::VERB | Class::PREPOSITION);
    place && before.checked_sub(1).is_some_and(name) && thing(i + 1) && thing(i + 2)
}

/// "enter SHS 2,", "pupils of JHS 1 numbered": a year of a kind of school, or a step of a scheme, by its initials; no amount of money in their
/// currency, and nothing is counted.
fn is_school_year(read: &ReadText, i: usize) -> bool {
    let initials = read.str(i - 1);
    let acronym = (2..=5).contains(&initials.len()) && initials.bytes().all(|b| b.is_ascii_uppercase());
    let led = || i > 1 && read.word_is(i - 2, Class::PREPOSITION | Class::VERB);
    acronym
        && read.str(i).len() == 1
        && led()
        && counts_nothing(read, i + 1)
        && !read.word_is(i - 1, Class::UNIT | Class::PREFIX_UNIT | Class::YEAR_CUE | Class::NOUN | Class::PEOPLE | Class::HOUSEHOLDS)
        && super::unit::unit_before(read, i).is_none()
        && !read.phrase_is(i + 1, Class::UNIT | Class::SCALE)
}

/// Whether a step can have this number: "phase 12", "component 1.2", "version 4.2.1".
fn is_small(number: &str) -> bool {
    number.len() <= 3 || number.bytes().filter(|b| *b == b'.').count() > 1
}

/// What a word gives numbers to: the payload of labels in the vocabulary.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Numbered {
    /// A part of a text: "see table 4".
    Text,
    /// A kind or step of something: "in phase 2".
    Step,
    /// A stretch of time: "in week 40".
    Time,
    /// A part of a text by an abbreviation: "Art. 7".
    Short,
    /// One of many things: "at Terminal 2".
    Thing,
    /// Several of them: "Units 3 and 4".
    Several,
}

impl Numbered {
    fn by(read: &ReadText, at: usize) -> Option<Self> {
        let (entry, _) = read.entry(at, Class::LABEL).filter(|(_, len)| *len == 1)?;
        let kind = entry.value?.to_u8()?;
        [Self::Text, Self::Step, Self::Time, Self::Short, Self::Thing, Self::Several].get(usize::from(kind.checked_sub(1)?)).copied()
    }
}

/// "under section 12", "see table 4", "(figures 3 and 4)", "chart 3a": the number at token `i` behind the name of a part of a text is small and
/// counts nothing. Behind a plural it is led up to, so that no stock is meant ("tables 45, chairs 120").
fn refers(read: &ReadText, name: usize, i: usize) -> bool {
    let many = read.str(name).ends_with('s');
    let led = || {
        let lead = name.checked_sub(1);
        lead.is_none_or(|t| {
            read.is_mark(t, '(')
                || read.word_is(t, Class::PREPOSITION | Class::AND | Class::DETERMINER | Class::TO)
                || lowered(read.str(t), |word| matches!(word, "see" | "cf" | "also"))
        })
    };
    // "Of the proposals 12 were accepted"
    let of_them = || name > 1 && read.str(name - 1) == "the" && lowered(read.str(name - 2), |word| word == "of");
    let parts = || many && of_them() && read.word_is(i + 1, Class::AUXILIARY | Class::VERB);
    read.str(i).len() <= 4 && counts_nothing(read, behind_letter(read, i)) && (!many || led()) && !parts()
}

/// "nil-grant section 106 agreements", "an article 12 notice": one part of a law by its number, in front of what it is said of. "In each section 12
/// workers" counts.
fn is_named_part(read: &ReadText, name: usize, i: usize) -> bool {
    let part = matches!(read.str(name), "section" | "article" | "clause" | "paragraph");
    let counts = read.phrase_is(i + 1, Class::UNIT | Class::SCALE) || counts_known_thing(read, i + 1);
    let pointed = name > 0 && matches!(read.str(name - 1), "each" | "every" | "per" | "this" | "that" | "the" | "one" | "whole");
    part && !pointed && !counts && read.str(i).len() <= 4
}

/// The token behind the number at token `i` and the letter glued to it: "figure 4a", "Chart 4.b".
fn behind_letter(read: &ReadText, i: usize) -> usize {
    let letter = |t: usize| read.tokens.get(t).is_some_and(|t| t.is_word() && !t.spaced && t.span.len() == 1);
    let pointed = read.is_mark(i + 1, '.') && letter(i + 2);
    i + 1 + if letter(i + 1) { 1 } else { usize::from(pointed) * 2 }
}

/// "a type 36 house", "in phase 2", "strategic outcome 3 reached": a kind, step or stretch of time by its number, where nothing is counted.
fn is_step(read: &ReadText, name: usize, i: usize, time: bool) -> bool {
    let lead = name.checked_sub(1);
    let word = lead.map_or("", |t| read.str(t));
    let each = |word: &str| {
        matches!(
            word,
            "per" | "each" | "every" | "this" | "that" | "last" | "past" | "previous" | "next" | "same" | "one" | "another" | "any"
        )
    };
    // "during epidemiological week 40", "in EPI week 12"
    let of_calendar =
        |word: &str| matches!(word, "epidemiological" | "epi" | "epidemic" | "calendar" | "iso" | "surveillance" | "reporting" | "mmwr");
    // "during the week 40", "between week 1 and week 26"
    let again = |t: usize| {
        read.word_is(t, Class::AND | Class::TO) && t > 1 && read.word_is(t - 1, Class::DIGITS) && read.str(t - 2) == read.str(name)
    };
    let points_there = |t: usize| {
        read.word_is(t, Class::PREPOSITION | Class::TO | Class::FROM)
            || time && read.str(t) == "the" && t > 0 && read.word_is(t - 1, Class::PREPOSITION)
            || again(t)
    };
    let preposition = lead.is_some_and(points_there) && !matches!(word, "per" | "a");
    let calendar = time && (lowered(word, of_calendar) || lead.is_some() && read.tokens.get(name).is_some_and(|t| t.capital));
    let fits = if time { read.str(i).len() < 3 } else { is_small(read.str(i)) };
    if !fits || lowered(word, each) || time && !(preposition || calendar || lead.is_none_or(|t| read.word_is(t, Class::CLAUSE_END))) {
        return false;
    }
    // "in phase 12 were built" counts, "wave 3 reached 3,200 people" does not.
    let counting = || {
        read.phrase_is(i + 1, Class::UNIT | Class::SCALE)
            || preposition && read.str(name) != "class" && read.word_is(i + 1, Class::AUXILIARY | Class::VERB)
            || super::noun::noun_after(read, i + 1, i + 6).is_some_and(|(noun, _)| super::noun::is_plural(read, noun.head))
    };
    calendar || !counting()
}

/// "Chart XII.6", "box B.3", "Annex II-4": a number glued to the number or letter of a part, in capitals, and counting nothing. A Roman number
/// needs no name in front of it ("see VI.11").
fn is_of_part(read: &ReadText, i: usize) -> bool {
    let glued = |t: usize| read.tokens.get(t).is_some_and(|t| !t.spaced);
    let joined = i > 1 && (read.is_mark(i - 1, '.') || read.is_mark(i - 1, '-')) && glued(i) && glued(i - 1) && read.is_word(i - 2);
    let roman = joined && is_roman(read.str(i - 2));
    let lettered = || joined && read.str(i - 2).len() == 1 && read.tokens.get(i - 2).is_some_and(|t| t.capital);
    if !roman && !lettered() {
        return false;
    }
    let name = i.checked_sub(3).filter(|t| read.word_is(*t, Class::LABEL));
    let counting = || super::noun::noun_after(read, i + 1, i + 6).is_some_and(|(noun, _)| super::noun::is_plural(read, noun.head));
    name.is_some_and(|name| Numbered::by(read, name) == Some(Numbered::Text))
        || (name.is_some() || roman && read.is_mark(i - 1, '.')) && !counting()
}

/// Whether persons, households or places are counted right behind ("Grade 3 students" is not told from "Phase 30 villages" otherwise).
fn counts_known_thing(read: &ReadText, i: usize) -> bool {
    super::noun::noun_after(read, i, i + 5).is_some_and(|(n, _)| read.word_is(n.head, Class::PEOPLE | Class::HOUSEHOLDS | Class::PLACE))
}
