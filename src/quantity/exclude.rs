//! Numbers that are no quantities: dates, years, periods, document numbers, ordinals, labels, slogans, idioms, telephone numbers.
//!
//! Every exclusion names its rule, so that the page can say why a number was left out.

use crate::language::{Class, ReadText, is_year};
use crate::text::{Token, TokenKind};

/// Digits in a row, without a separator, that are a telephone or registration number rather than an amount.
const REGISTRATION_DIGITS: usize = 11;

/// A rule: the name, and the token after the excluded number.
pub(super) type Excluded = (&'static str, usize);

/// A rule reads token `i` of a sentence from token `begin` to token `end`.
type Rule = fn(read: &ReadText, i: usize, begin: usize, end: usize) -> Option<Excluded>;

/// Whether the digits at token `i` are no quantity. `end` is the end of the sentence.
pub(super) fn excluded_digits(read: &ReadText, i: usize, begin: usize, end: usize) -> Option<Excluded> {
    if compound(read, i + 1) {
        return Some(("compound", i + 2));
    }
    let rules: [Rule; 14] = [
        denominator,
        confidence_level,
        age_limit,
        web_address,
        list_number,
        document_number,
        label,
        ordinal,
        date,
        numeric_date,
        clock_time,
        period,
        year,
        registration,
    ];
    rules.iter().find_map(|rule| rule(read, i, begin, end))
}

/// Whether the number word at token `i` (up to `after`) counts nothing.
pub(super) fn excluded_words(read: &ReadText, i: usize, after: usize, begin: usize) -> Option<Excluded> {
    if let Some(excluded) = named_plan(read, i) {
        return Some(excluded);
    }
    // "under-five mortality": a number word behind a hyphen belongs to a name.
    let named = i > begin + 1 && read.is_mark(i - 1, '-') && read.is_word(i - 2) && !read.tokens.get(i).is_some_and(|t| t.spaced);
    if named && !read.word_is(i - 2, Class::NUMBER_WORD) {
        return Some(("compound", after));
    }
    if idiom_covers(read, i, begin) {
        return Some(("idiom", after));
    }
    if i > begin && label_in_front(read, i) {
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

/// "four-party", "12-member": a number inside a compound adjective that names no unit.
fn compound(read: &ReadText, after: usize) -> bool {
    if !read.is_mark(after, '-') || read.phrase_is(after, Class::UNIT) {
        return false;
    }
    let glued = |j: usize| read.tokens.get(j).is_some_and(|t| !t.spaced);
    let measure = read.phrase_is(after + 1, Class::UNIT | Class::SCALE | Class::NUMBER_WORD) || read.word_is(after + 1, Class::TO);
    glued(after) && glued(after + 1) && read.is_word(after + 1) && !measure && !read.str(after + 1).eq_ignore_ascii_case("odd")
}

fn idiom_covers(read: &ReadText, i: usize, begin: usize) -> bool {
    (begin.max(i.saturating_sub(3))..=i).any(|at| read.entry(at, Class::IDIOM).is_some_and(|(_, len)| at + len > i))
}

/// The year that token `i` prints, if it is four digits in range.
pub(super) fn year_value(read: &ReadText, i: usize) -> Option<i32> {
    read.word_is(i, Class::YEAR).then(|| read.str(i).parse().ok()).flatten()
}

/// "per 100,000 inhabitants": a power of ten that a rate is told by.
fn denominator(read: &ReadText, i: usize, begin: usize, _: usize) -> Option<Excluded> {
    let digits = read.str(i);
    let round = digits.starts_with('1') && digits.len() > 2 && digits.bytes().skip(1).all(|b| matches!(b, b'0' | b','));
    (round && i > begin && matches!(read.str(i - 1), "per" | "Per")).then_some(("denominator", i + 1))
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
    if from_on && i > begin && read.word_is(i - 1, Class::PEOPLE) {
        return Some(("age", i + 3));
    }
    let limit = i > begin + 1 && matches!(read.str(i - 1), "under" | "over" | "above" | "below");
    if !limit {
        return None;
    }
    let persons = read.word_is(i - 2, Class::PEOPLE);
    let small = read.str(i).len() <= 2;
    let counted = read.is_word(i + 1) && !read.word_is(i + 1, Class::STOP) && !read.word_is(i + 1, Class::VERB);
    let measured = read.phrase_is(i + 1, Class::UNIT | Class::SCALE) || read.is_mark(i + 1, '-');
    (persons && small && !measured && !counted).then_some(("age", i + 1))
}

/// A number inside the address of a page or of a mailbox.
fn web_address(read: &ReadText, i: usize, begin: usize, _: usize) -> Option<Excluded> {
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

/// "[2012] 3", "(2011) No. 15", "No.20124".
fn document_number(read: &ReadText, i: usize, _: usize, _: usize) -> Option<Excluded> {
    let open = |j: usize| read.is_mark(j, '[') || read.is_mark(j, '〔') || read.is_mark(j, '﹝');
    let close = |j: usize| read.is_mark(j, ']') || read.is_mark(j, '〕') || read.is_mark(j, '﹞');
    if i > 0 && open(i - 1) && close(i + 1) {
        let number = (i + 2..i + 6).find(|j| read.tokens.get(*j).is_some_and(Token::is_digits));
        return Some(("document_number", number.map_or(i + 1, |j| j + 1)));
    }
    (i > 0 && close(i - 1)).then_some(("document_number", i + 1))
}

/// "16th", "2nd", "12th Five-Year Plan".
fn ordinal(read: &ReadText, i: usize, _: usize, _: usize) -> Option<Excluded> {
    let suffix = read.tokens.get(i + 1).is_some_and(|t| !t.spaced) && matches!(read.str(i + 1), "st" | "nd" | "rd" | "th" | "ST" | "TH");
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

/// "March 18, 2012", "18 March", "February 29 to March 1", "2012/3/18".
fn date(read: &ReadText, i: usize, begin: usize, end: usize) -> Option<Excluded> {
    let small = read.str(i).parse::<u8>().is_ok_and(|d| (1..=31).contains(&d));
    if !small {
        return None;
    }
    let month = |j: usize| read.word_is(j, Class::MONTH) && read.tokens.get(j).is_some_and(|t| t.capital);
    let mut first = i;
    // "July 21 to 22", "September 12, 13 and 14": go back over days to the month in front.
    while first >= begin + 2 && is_day(read, first - 2) && joins_days(read, first - 1) {
        first -= 2;
    }
    if first > begin && month(first - 1) || month(i + 1) && !read.word_is(i + 1, Class::UNIT) {
        return Some(("date", i + 1));
    }
    let joined_to_month = i + 3 < end && joins_days(read, i + 1) && is_day(read, i + 2) && month(i + 3);
    joined_to_month.then_some(("date", i + 1))
}

fn is_day(read: &ReadText, i: usize) -> bool {
    read.tokens.get(i).is_some_and(Token::is_digits) && read.str(i).parse::<u8>().is_ok_and(|d| (1..=31).contains(&d))
}

fn joins_days(read: &ReadText, i: usize) -> bool {
    matches!(read.str(i), "to" | "and" | "-" | "–" | "—" | ",")
}

/// "31/03/2020", "31.03.2020", "2020-03-31": three groups, one of them a year.
fn numeric_date(read: &ReadText, i: usize, _: usize, _: usize) -> Option<Excluded> {
    let mut dotted = read.str(i).split('.');
    if read.str(i).bytes().filter(|b| *b == b'.').count() == 2
        && let (Some(a), Some(b), Some(c)) = (dotted.next(), dotted.next(), dotted.next())
    {
        let day_first = a.len() <= 2 && b.len() <= 2 && is_year(c);
        return (day_first || is_year(a) && b.len() <= 2 && c.len() <= 2).then_some(("date", i + 1));
    }
    let end = chain_end(read, i);
    let has_year = || read.find_word(i..end, Class::YEAR).is_some();
    (end >= i + 5 && has_year() || end == i + 3 && read.is_mark(i + 1, '/') && read.str(end) != "of").then_some(("date", end))
}

/// "at 14:30", "9:00 to 17:30": hours and minutes, told from a ratio by full minutes and what stands in front.
fn clock_time(read: &ReadText, i: usize, begin: usize, _: usize) -> Option<Excluded> {
    let hour = || read.str(i).parse::<u8>().is_ok_and(|h| h <= 12);
    let half = |j: usize| {
        matches!(read.str(j), "am" | "pm" | "AM" | "PM")
            || matches!(read.str(j), "a" | "p") && read.is_mark(j + 1, '.') && read.str(j + 2) == "m"
    };
    if half(i + 1) && hour() {
        return Some(("clock_time", if read.is_mark(i + 2, '.') { i + 4 } else { i + 2 }));
    }
    if !read.is_mark(i + 1, ':') {
        return None;
    }
    let minutes = read.str(i + 2);
    let time = minutes.len() == 2 && read.str(i).parse::<u8>().is_ok_and(|h| h <= 24) && minutes.parse::<u8>().is_ok_and(|m| m < 60);
    let led =
        i > begin && matches!(read.str(i - 1), "at" | "from" | "until" | "till" | "to" | "by" | "between" | "and" | "before" | "after");
    let named = matches!(read.str(i + 3), "am" | "pm" | "a" | "p" | "hours" | "h" | "o");
    (time && (led || named || minutes == "00")).then_some(("clock_time", i + 3))
}

/// "1. Repair of roads", "(2) training": the number of an item, at the beginning of a paragraph or alone in brackets.
fn list_number(read: &ReadText, i: usize, begin: usize, _: usize) -> Option<Excluded> {
    if read.str(i).len() > 2 {
        return None;
    }
    let alone = i > 0 && read.is_mark(i - 1, '(') && read.is_mark(i + 1, ')');
    // "Section 27(2)": glued to the number of a section.
    let glued = alone && i > 1 && read.tokens.get(i - 2).is_some_and(Token::is_digits) && !read.tokens.get(i - 1).is_some_and(|t| t.spaced);
    if glued && i > 2 && read.word_is(i - 3, Class::LABEL) {
        return Some(("label", i + 1));
    }
    let bracketed = alone
        && (i <= begin + 1
            || !read.is_word(i - 2) && !read.tokens.get(i - 2).is_some_and(Token::is_digits)
            || read.is_word(i + 2) && read.word_is(i - 2, Class::STOP));
    let opens = i == begin && (i == 0 || read.tokens.get(i - 1).is_none_or(|t| t.kind == TokenKind::Break));
    let pointed = opens && (read.is_mark(i + 1, '.') || read.is_mark(i + 1, ')')) && !read.tokens.get(i + 1).is_some_and(|t| t.spaced);
    (bracketed || pointed).then_some(("list_number", i + 1))
}

/// "2011-2020", "2012–13", "from 2010 to 2012", "2011 and 2012".
fn period(read: &ReadText, i: usize, _: usize, _: usize) -> Option<Excluded> {
    year_value(read, i)?;
    let dash = matches!(read.str(i + 1), "-" | "–" | "—" | "/" | "~" | "－");
    let short_year = read.str(i + 2).len() == 2 && read.tokens.get(i + 2).is_some_and(Token::is_digits);
    (dash && (year_value(read, i + 2).is_some() || short_year)).then_some(("period", i + 3))
}

/// A year, unless what follows counts it ("2012 households") and nothing in front makes it a year.
fn year(read: &ReadText, i: usize, begin: usize, end: usize) -> Option<Excluded> {
    year_value(read, i)?;
    if read.str(i + 1) == "s" && !read.tokens.get(i + 1).is_some_and(|t| t.spaced) {
        return Some(("year", i + 2));
    }
    if read.phrase_is(i + 1, Class::UNIT | Class::SCALE) && !read.str(i + 1).eq_ignore_ascii_case("year") {
        return None;
    }
    let prices = |j: usize| matches!(read.str(j), "price" | "prices");
    let at = i > begin && matches!(read.str(i - 1), "at" | "At") && (i + 1..i + 4).any(prices);
    if at || matches!(read.str(i + 1), "constant" | "comparable") && prices(i + 2) {
        return Some(("year", i + 1));
    }
    let part = (i.saturating_sub(3)..i).any(|at| read.entry(at, Class::PARTS).is_some_and(|(_, len)| at + len == i))
        && read.word_is(i + 1, Class::AUXILIARY);
    if part {
        return None;
    }
    let in_front = i > begin
        && (read.word_is(i - 1, Class::YEAR_CUE)
            || read.word_is(i - 1, Class::MONTH)
            || read.is_mark(i - 1, '(') && !read.is_word(i + 1)
            || read.is_mark(i - 1, ',') && i > begin + 1 && (read.word_is(i - 2, Class::MONTH) || is_day(read, i - 2)));
    let counts = super::noun::noun_after(read, i + 1, end)
        .is_some_and(|(noun, _)| super::noun::is_plural(read, noun.head) && !read.tokens.get(noun.first).is_some_and(|t| t.capital));
    let opens_sentence = i == begin;
    if counts && !in_front && !opens_sentence {
        return None;
    }
    // "established in 2063 villages": a preposition that leads into a counted place, not into a year.
    let place_follows = counts
        && in_front
        && matches!(read.str(i - 1), "in" | "of" | "for" | "to" | "from" | "and" | "over" | "than" | "between")
        && directly_counted(read, i + 1, end);
    (!place_follows).then_some(("year", i + 1))
}

/// Whether a plural noun follows within three words, with no comma: a year is followed by a clause of its own instead.
fn directly_counted(read: &ReadText, i: usize, end: usize) -> bool {
    let Some((noun, after)) = super::noun::noun_after(read, i, end) else { return false };
    let verb_follows_soon = read.word_is(after, Class::VERB | Class::AUXILIARY)
        && noun.head - noun.first < 2
        && !read.word_is(noun.head, Class::PLACE | Class::PEOPLE | Class::HOUSEHOLDS);
    noun.head - noun.first <= 3 && !verb_follows_soon
}

/// "No. 3", "Phase 2", "Highway 318", "Order No. 2019-117".
fn label(read: &ReadText, i: usize, begin: usize, _: usize) -> Option<Excluded> {
    (i > begin && label_in_front(read, i)).then(|| ("label", chain_end(read, i)))
}

/// The token after digits that are joined to those at `i` by hyphens or strokes without blanks ("04/21", "18-46-0").
fn chain_end(read: &ReadText, i: usize) -> usize {
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

fn label_in_front(read: &ReadText, i: usize) -> bool {
    let before = if read.is_mark(i - 1, '.') && i > 1 { i - 2 } else { i - 1 };
    if !read.word_is(before, Class::LABEL) {
        return false;
    }
    let word = read.str(before);
    let years_of_school = matches!(word, "Grade" | "Year" | "Form" | "grade" | "grades" | "Grades" | "Years" | "Class");
    if years_of_school && before + 1 == i && read.str(i).parse::<u8>().is_ok_and(|n| n <= LAST_SCHOOL_YEAR) {
        return true;
    }
    if matches!(word, "page" | "pages" | "tel" | "fax" | "fig" | "art") {
        return true;
    }
    let number_sign = matches!(word, "No" | "Nos" | "NO" | "no") && read.is_mark(i - 1, '.') || matches!(word, "No" | "Nos");
    let capital = read.tokens.get(before).is_some_and(|t| t.capital) && before + 1 == i;
    number_sign || capital && !read.phrase_is(i + 1, Class::UNIT | Class::SCALE) && !counts_known_thing(read, i + 1)
}

/// Schools have no more years than this.
const LAST_SCHOOL_YEAR: u8 = 13;

/// Whether persons, households or places are counted right behind ("Grade 3 students" is not told from "Phase 30 villages" otherwise).
fn counts_known_thing(read: &ReadText, i: usize) -> bool {
    super::noun::noun_after(read, i, i + 5).is_some_and(|(n, _)| read.word_is(n.head, Class::PEOPLE | Class::HOUSEHOLDS | Class::PLACE))
}

/// Telephone, postal and registration numbers: long digit runs without separators, runs joined by hyphens, a plus in front.
fn registration(read: &ReadText, i: usize, _: usize, _: usize) -> Option<Excluded> {
    let text = read.str(i);
    let long = text.len() >= REGISTRATION_DIGITS && text.bytes().all(|b| b.is_ascii_digit());
    let chained = chain_end(read, i);
    if chained >= i + 5 {
        return Some(("registration", chained));
    }
    let zero_led = text.len() > 3 && text.starts_with('0') && !text.contains('.');
    let code = i > 0 && glued_to_code(read, i);
    let measured = read.phrase_is(i + 1, Class::UNIT | Class::SCALE);
    let dialled = i > 0 && read.is_mark(i - 1, '+') && !read.tokens.get(i).is_some_and(|t| t.spaced) && !measured;
    if zero_led || dialled {
        return Some(("registration", spaced_groups_end(read, i)));
    }
    (long || code).then_some(("registration", i + 1))
}

/// The end of the groups of a telephone number that begins with a zero ("01632 960 417").
fn spaced_groups_end(read: &ReadText, i: usize) -> usize {
    let group = |j: usize| read.tokens.get(j).is_some_and(|t| t.is_digits() && t.spaced && matches!(t.span.len(), 2..=4));
    let end = chain_end(read, i);
    end + (end..end + 4).take_while(|j| group(*j)).count()
}

/// "H1N1", "PM2.5", "G20": digits glued to capitals are a name; glued to a lower-case word they are run-on print.
fn glued_to_code(read: &ReadText, i: usize) -> bool {
    let (Some(token), Some(before)) = (read.tokens.get(i), read.tokens.get(i - 1)) else { return false };
    let word = before.span.of(read.text);
    let after = read.tokens.get(i + 1).is_some_and(|t| t.is_word() && !t.spaced && t.capital);
    let hyphened_name = before.is('-')
        && !before.spaced
        && !token.spaced
        && i > 1
        && read.is_word(i - 2)
        && read.str(i - 2).chars().all(char::is_uppercase);
    hyphened_name
        || !token.spaced && before.is_word() && (word.chars().all(char::is_uppercase) && !read.word_is(i - 1, Class::PREFIX_UNIT))
        || after && !read.phrase_is(i + 1, Class::SCALE | Class::UNIT) && token.span.len() < 3
}
