//! Numbers that date: days, months and years, periods and fiscal years, times of day.

use super::exclude::Excluded;
use super::labels::chain_end;
use crate::language::{Class, ReadText, is_year};
use crate::text::{Token, end_of_span, lowered, short_year};

/// The year that token `i` prints, if it is four digits in range.
pub(super) fn year_value(read: &ReadText, i: usize) -> Option<i32> {
    read.word_is(i, Class::YEAR).then(|| read.str(i).parse().ok()).flatten()
}

/// "March 18, 2012", "18 March", "February 29 to March 1", "2012/3/18".
pub(super) fn date(read: &ReadText, i: usize, begin: usize, end: usize) -> Option<Excluded> {
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
    // "Sept. 1"
    let short = first > begin + 1 && read.is_mark(first - 1, '.') && month(first - 2) && read.str(first - 2).len() <= 4;
    // A line broken behind the month may have parted them.
    if short || first > 0 && month(first - 1) || month(i + 1) && !read.word_is(i + 1, Class::UNIT) {
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
pub(super) fn numeric_date(read: &ReadText, i: usize, _: usize, _: usize) -> Option<Excluded> {
    let mut dotted = read.str(i).split('.');
    if read.str(i).bytes().filter(|b| *b == b'.').count() == 2
        && let (Some(a), Some(b), Some(c)) = (dotted.next(), dotted.next(), dotted.next())
    {
        let day_first = a.len() <= 2 && b.len() <= 2 && is_year(c) || is_short_date(a, b, c);
        return (day_first || is_year(a) && b.len() <= 2 && c.len() <= 2).then_some(("date", i + 1));
    }
    if super::ratio::stroke_part(read, i).is_some() {
        return None;
    }
    let end = chain_end(read, i);
    let has_year = || read.find_word(i..end, Class::YEAR).is_some();
    let short = || is_short_date(read.str(i), read.str(i + 2), read.str(i + 4));
    // "0.3/10 000" is a rate.
    let whole = |t: usize| read.str(t).len() <= 4 && read.str(t).bytes().all(|b| b.is_ascii_digit());
    let pair =
        || end == i + 3 && read.is_mark(i + 1, '/') && read.str(end) != "of" && (whole(i) && whole(i + 2) || read.word_is(i, Class::YEAR));
    // "179/229 communes": so many of so many.
    let so_many = || {
        let of = |t: usize| read.str(t).parse::<u32>().ok();
        let part = of(i).zip(of(i + 2)).is_some_and(|(part, whole)| part <= whole) && !read.word_is(i, Class::YEAR) && !has_year();
        part && end == i + 3 && super::noun::noun_after(read, end, end + 4).is_some_and(|(noun, _)| super::noun::is_plural(read, noun.head))
    };
    (end >= i + 5 && has_year() || end == i + 5 && short() || pair() && !so_many()).then_some(("date", end))
}

/// "30.6.38", "31/12/98": day, month and the last two digits of the year.
fn is_short_date(day: &str, month: &str, year: &str) -> bool {
    let within = |s: &str, last: u8| s.len() <= 2 && s.parse::<u8>().is_ok_and(|n| (1..=last).contains(&n));
    year.len() == 2 && (within(day, 31) && within(month, 12) || within(day, 12) && within(month, 31))
}

/// The year of a date in three groups of digits that begins at token `i`: "30.6.38", "31/12/1998". Two digits are of the hundred years that
/// end soon after `about`.
pub fn date_year(read: &ReadText, i: usize, about: i32) -> Option<i32> {
    let dotted = read.str(i).bytes().filter(|b| *b == b'.').count() == 2;
    let (_, end) = numeric_date(read, i, 0, 0).filter(|(_, end)| dotted || *end >= i + 5)?;
    let last = read.str(end.checked_sub(1)?).rsplit('.').next()?;
    let digits: i32 = if is_year(last) { return last.parse().ok() } else { last.parse().ok()? };
    let year = about - about.rem_euclid(100) + digits;
    Some(if year > about + 10 { year - 100 } else { year })
}

/// "at 14:30", "9:00 to 17:30": hours and minutes, told from a ratio by full minutes and what stands in front.
pub(super) fn clock_time(read: &ReadText, i: usize, begin: usize, _: usize) -> Option<Excluded> {
    // "9", "9.30"
    let hour = || {
        let (hour, minutes) = read.str(i).split_once('.').unwrap_or((read.str(i), "00"));
        hour.parse::<u8>().is_ok_and(|h| h <= 12) && minutes.len() == 2 && minutes.parse::<u8>().is_ok_and(|m| m < 60)
    };
    let half = |j: usize| {
        matches!(read.str(j), "am" | "pm" | "AM" | "PM")
            || matches!(read.str(j), "a" | "p") && read.is_mark(j + 1, '.') && read.str(j + 2) == "m"
    };
    if half(i + 1) && hour() {
        return Some(("clock_time", if read.is_mark(i + 2, '.') { i + 4 } else { i + 2 }));
    }
    // "at 12h30"
    let glued = |t: usize| read.tokens.get(t).is_some_and(|t| !t.spaced);
    let minutes = read.word_is(i + 2, Class::DIGITS) && read.str(i + 2).len() == 2;
    if read.str(i + 1) == "h" && glued(i + 1) && glued(i + 2) && minutes && hour() {
        return Some(("clock_time", i + 3));
    }
    // "the 9 o'clock news"
    if read.str(i + 1) == "o" && read.str(i + 3) == "clock" {
        return Some(("clock_time", i + 4));
    }
    // "open 9.00-17.30"
    let of_day = |t: usize| {
        let (hour, minutes) = read.str(t).split_once('.').unwrap_or_default();
        hour.parse::<u8>().is_ok_and(|hour| hour <= 24) && matches!(minutes, "00" | "15" | "30" | "45")
    };
    if matches!(read.str(i + 1), "-" | "–" | "to") && of_day(i) && of_day(i + 2) && !read.phrase_is(i + 3, Class::UNIT | Class::SCALE) {
        return Some(("clock_time", i + 3));
    }
    if !read.is_mark(i + 1, ':') {
        return None;
    }
    let minutes = read.str(i + 2);
    let time = minutes.len() == 2 && read.str(i).parse::<u8>().is_ok_and(|h| h <= 24) && minutes.parse::<u8>().is_ok_and(|m| m < 60);
    let led =
        i > begin && matches!(read.str(i - 1), "at" | "from" | "until" | "till" | "to" | "by" | "between" | "and" | "before" | "after");
    let named = matches!(read.str(i + 3), "am" | "pm" | "a" | "p" | "hours" | "h" | "o")
        || i > begin
            && matches!(read.str(i - 1), "the" | "The")
            && matches!(read.str(i + 3), "train" | "bus" | "ferry" | "flight" | "service" | "news");
    (time && (led || named || minutes == "00")).then_some(("clock_time", i + 3))
}

/// "2011-2020", "2012–13", "FY26", "AY 2024-25": spans of years, and fiscal years by two digits.
pub(super) fn period(read: &ReadText, i: usize, _: usize, _: usize) -> Option<Excluded> {
    let short_month =
        || year_value(read, i).is_some() && is_joint(read, i + 1) && digits_of_year(read, i + 2).is_some_and(|d| d.len() == 2);
    let told = years_at(read, i).filter(|told| told.after > i + 1 || told.fiscal);
    told.map(|told| told.after).or_else(|| short_month().then_some(i + 3)).map(|after| ("period", after))
}

/// A year as printed, or a span of years.
#[derive(Debug, Clone, Copy)]
pub struct ToldYears {
    /// The first, or only one.
    pub first: i32,
    /// The last, or only one.
    pub last: i32,
    /// Token after it.
    pub after: usize,
    /// Whether a word for a fiscal year stands in front.
    pub fiscal: bool,
}

impl ToldYears {
    /// The year that it dates: of two years in a row, which make one fiscal, crop or school year, the one in which that ends.
    pub fn dates(&self) -> Option<i32> {
        (self.last - self.first <= 1).then_some(self.last)
    }
}

/// "2012", "2011-2020", "2024/25", "FY 2025", "FY26", "FY 25-26": the years that the digits at token `i` tell.
pub fn years_at(read: &ReadText, i: usize) -> Option<ToldYears> {
    let fiscal = i > 0 && is_fiscal(read, i - 1);
    let first = match year_value(read, i) {
        Some(year) => year,
        None if fiscal => short_year(digits_of_year(read, i)?)?,
        None => return None,
    };
    let end = is_joint(read, i + 1).then(|| end_of_span(first, digits_of_year(read, i + 2)?)).flatten();
    Some(ToldYears { first, last: end.unwrap_or(first), after: if end.is_some() { i + 3 } else { i + 1 }, fiscal })
}

/// "in 202324", "over 20232024": two years in a row whose hyphen print has lost, behind a word that a year may follow.
pub(super) fn run_together(read: &ReadText, i: usize, begin: usize, _: usize) -> Option<Excluded> {
    let digits = read.str(i);
    let (first, second) = digits.split_at_checked(4).filter(|_| matches!(digits.len(), 6 | 8))?;
    let next = is_year(first).then(|| end_of_span(first.parse().ok()?, second)).flatten()?;
    let in_row = first.parse::<i32>().is_ok_and(|first| next == first + 1);
    let led = i > begin && (read.word_is(i - 1, Class::YEAR_CUE | Class::PREPOSITION) || is_fiscal(read, i - 1)) || i == begin;
    let counted = read.phrase_is(i + 1, Class::UNIT | Class::SCALE)
        || super::noun::noun_after(read, i + 1, i + 5).is_some_and(|(noun, _)| super::noun::is_plural(read, noun.head));
    (in_row && led && !counted).then_some(("period", i + 1))
}

/// Words, in capitals, for years that are no calendar years: fiscal, half and quarter of a fiscal, academic, marketing year.
fn is_fiscal(read: &ReadText, i: usize) -> bool {
    let word = if read.is_mark(i, '\'') || read.is_mark(i, '’') { i.saturating_sub(1) } else { i };
    matches!(read.str(word), "FY" | "FYE" | "HFY" | "QFY" | "AY" | "MY" | "SY")
}

fn is_joint(read: &ReadText, i: usize) -> bool {
    matches!(read.str(i), "-" | "–" | "—" | "/" | "~" | "－")
}

/// The two or four digits of a year at token `i`. The mark of a footnote may be glued to them behind a full stop: "in FY 25.7 The",
/// "until 2021-22.14".
fn digits_of_year<'t>(read: &ReadText<'t>, i: usize) -> Option<&'t str> {
    let digits = read.tokens.get(i).filter(|t| t.is_digits()).map(|t| t.span.of(read.text))?;
    match digits.split_once('.') {
        None => Some(digits),
        Some((year, note)) => {
            let plain = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
            let sentence_ends = read.tokens.get(i + 1).is_none_or(|t| t.capital || t.span.is_empty());
            (year.len() == 2 && plain(year) && plain(note) && note.len() <= 3 && sentence_ends).then_some(year)
        }
    }
}

/// A year, unless what follows counts it ("2012 households") and nothing in front makes it a year.
pub(super) fn year(read: &ReadText, i: usize, begin: usize, end: usize) -> Option<Excluded> {
    year_value(read, i)?;
    if read.str(i + 1) == "s" && !read.tokens.get(i + 1).is_some_and(|t| t.spaced) {
        return Some(("year", i + 2));
    }
    if read.phrase_is(i + 1, Class::UNIT | Class::SCALE) && !read.str(i + 1).eq_ignore_ascii_case("year") {
        return None;
    }
    // "prosecutions rose from 2100 to 3800": one of two values.
    let value = |t: usize| read.tokens.get(t).is_some_and(Token::is_digits) && read.str(t).len() == 4 && !read.word_is(t, Class::YEAR);
    let from = i > begin && read.word_is(i - 1, Class::FROM) && read.word_is(i + 1, Class::TO) && value(i + 2);
    if from && (begin.max(i.saturating_sub(8))..i).any(|t| read.word_is(t, Class::RISE)) {
        return None;
    }
    // "above 2019 levels", "the revised 1950 revenue estimates"
    if is_attribute(read, i + 1) {
        return Some(("year", i + 1));
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
            || matches!(read.str(i - 1), "quarter" | "half" | "semester" | "trimester")
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

/// Whether what begins at token `at` is of a year rather than counted: within three words stands something that is not counted in thousands.
fn is_attribute(read: &ReadText, at: usize) -> bool {
    let of_year = |word: &str| {
        matches!(
            word,
            "level"
                | "levels"
                | "revenue"
                | "revenues"
                | "budget"
                | "budgets"
                | "estimates"
                | "results"
                | "sales"
                | "earnings"
                | "expenditure"
                | "census"
                | "average"
                | "season"
                | "forecast"
                | "forecasts"
                | "prices"
                | "output"
                | "exports"
                | "imports"
                | "profits"
                | "receipts"
                | "spending"
                | "harvest"
                | "baseline"
        ) || matches!(word, "receipts" | "income" | "funds" | "turnover" | "deficit" | "surplus" | "production" | "survey")
    };
    let mut phrase = (at..at + 3).take_while(|t| read.is_word(*t) && !read.word_is(*t, Class::STOP));
    phrase.any(|t| lowered(read.str(t), of_year))
}

/// Whether a plural noun follows within three words, with no comma: a year is followed by a clause of its own instead.
fn directly_counted(read: &ReadText, i: usize, end: usize) -> bool {
    let Some((noun, after)) = super::noun::noun_after(read, i, end) else { return false };
    let verb_follows_soon = read.word_is(after, Class::VERB | Class::AUXILIARY)
        && noun.head - noun.first < 2
        && !read.word_is(noun.head, Class::PLACE | Class::PEOPLE | Class::HOUSEHOLDS);
    noun.head - noun.first <= 3 && !verb_follows_soon
}
