//! The years that a section's text tells: in digits, and by their distance from the report's.

use super::Context;
use super::dated_heading::Headings;
use crate::language::{Class, ReadText};
use crate::quantity::{date_year, years_at};
use crate::text::{lowered, month_number, title_date};

/// The years that a section's text tells, in order.
pub(super) struct Years(Vec<Told>);

/// A year at a token.
#[derive(Clone, Copy)]
pub(super) struct Told {
    pub(super) at: usize,
    pub(super) year: i32,
    /// Printed in digits, not told by its distance from the report's.
    pub(super) printed: bool,
    /// Only the end of the time for something: "by 2030", "from 2018 to 2030".
    pub(super) deadline: bool,
    /// In front of a noun: "The 2018 budget was".
    pub(super) attributive: bool,
}

impl Years {
    pub(super) fn new(context: &Context, headings: &Headings, report: i32) -> Self {
        let read = context.read;
        let mut years = Vec::new();
        let mut next = 0;
        // Months without a year are the last ones before the day of the report.
        let day = title_date(read.text).filter(|(year, _, _)| *year == report).map(|(year, month, _)| (year, month));
        let words = if day.is_some() || headings.are_dated() { Class::DIGITS | Class::MONTH } else { Class::DIGITS };
        while let Some(at) = read.find_either(next..read.tokens.len(), words, Class::LAST_YEAR | Class::NEXT_YEAR) {
            next = at + 1;
            let printed = read.word_is(at, Class::DIGITS);
            let year = if printed {
                dated(context, at, report)
            } else if read.word_is(at, Class::MONTH) {
                headings.month(at).or(day).and_then(|day| year_of_month(read, at, day))
            } else {
                told_year(context, at, headings.written(at).unwrap_or(report), &years)
            };
            let noun = if printed && year.is_none() { attributive(context, at) } else { None };
            let deadline =
                || at > 0 && matches!(read.str(cue_of_year(read, at - 1, true)), "by" | "until" | "till" | "before" | "to" | "and");
            years.extend(year.or(noun).map(|year| Told { at, year, printed, deadline: deadline(), attributive: noun.is_some() }));
        }
        Self(years)
    }

    /// The years in front of a token, and those from it on.
    pub(super) fn around(&self, t: usize) -> (&[Told], &[Told]) {
        self.0.split_at(self.0.partition_point(|told| told.at < t))
    }
}

/// Whether the month or quarter told with the year at token `t` is the first of it: "in January 2006", "for the first quarter of 2006".
fn begins_year(read: &ReadText, t: usize) -> bool {
    (t.saturating_sub(4)..=t).any(|j| matches!(read.str(j), "January" | "Jan" | "first" | "Q1"))
}

/// "in December", where the report is of a day in March: the last December before it. A year behind the month tells it.
fn year_of_month(read: &ReadText, t: usize, (report, last): (i32, usize)) -> Option<i32> {
    let month = month_number(read.str(t)).filter(|_| read.tokens.get(t).is_some_and(|token| token.capital))?;
    let led = t > 0
        && matches!(
            read.str(t - 1),
            "in" | "In" | "the" | "than" | "from" | "during" | "During" | "for" | "since" | "by" | "of" | "to" | "until" | "at" | "end"
        );
    let year_follows = (t + 1..t + 5)
        .take_while(|j| read.word_is(*j, Class::DIGITS) || read.is_mark(*j, ',') || read.str(*j) == "th")
        .any(|j| read.word_is(j, Class::YEAR));
    (led && !year_follows).then_some(if month > last { report - 1 } else { report })
}

/// "Last year the mill ...", "in the previous year", "next year": a year told by its distance, where nothing is compared with it.
fn told_year(context: &Context, t: usize, report: i32, years: &[Told]) -> Option<i32> {
    let read = context.read;
    let (entry, len) = read.entry(t, Class::LAST_YEAR | Class::NEXT_YEAR)?;
    if entry.value.is_some_and(|distance| distance.is_zero()) {
        return Some(report);
    }
    let previous = (t..t + len).any(|j| matches!(read.str(j), "previous" | "preceding" | "prior" | "before" | "earlier" | "previously"));
    let told = years.last().filter(|told| previous && !(told.at..t).any(|j| read.is_mark(j, '.') || read.is_mark(j, ';')));
    if entry.value.is_some() {
        return told.map(|told| if begins_year(read, told.at) { told.year - 1 } else { told.year });
    }
    let distance = if entry.classes.contains(Class::NEXT_YEAR) { 1 } else { -1 };
    // "For 2010 it grew by 2%, lower than the previous year's 4.9%"
    let owner = matches!(read.str(t + len), "’" | "'") && read.str(t + len + 1) == "s" && context.is_figure(t + len + 2);
    if owner {
        return Some(told.map_or(report, |told| told.year) + distance);
    }
    let before = t.checked_sub(1).map(|b| if read.str(b) == "the" { b.saturating_sub(1) } else { b });
    let compared = before.is_some_and(|b| {
        read.word_is(b, Class::THAN | Class::OVER | Class::FROM)
            || matches!(read.str(b), "with" | "to" | "on" | "as" | "since" | "against" | "below" | "above" | "under")
            || matches!(read.str(b), "of" | "in")
                && b > 0
                && (read.word_is(b - 1, Class::THAN)
                    || matches!(read.str(b - 1), "that" | "those" | "period" | "end" | "half" | "figure" | "level" | "value" | "total"))
    });
    (!compared).then(|| told.map_or(report, |told| told.year) + distance)
}

/// A year at token `t` that dates a statement, rather than naming a reference ("over 2011") or a period's end.
fn dated(context: &Context, t: usize, report: i32) -> Option<i32> {
    let read = context.read;
    if context.is_figure(t) {
        return None;
    }
    // "at 30.6.38"
    if let Some(year) = date_year(read, t, report) {
        return t.checked_sub(1).filter(|b| lowered(read.str(*b), |word| matches!(word, "at" | "on" | "by" | "of" | "in"))).and(Some(year));
    }
    let years = years_at(read, t)?;
    if is_subject(read, t, years.after) {
        return years.dates();
    }
    let before = cue_of_year(read, t.checked_sub(1)?, years.last > years.first);
    let named = before + 1 < t;
    // "between October 2018 and October 2019", "from March 2018 to May 2019": the first of two.
    let month = usize::from(before > 0 && read.word_is(before, Class::MONTH));
    let opens = read.word_is(before - month, Class::FROM | Class::BETWEEN);
    let over = read.str(before) == "over" && !rises_over(context, before, years.after);
    let reference = opens && years.last <= years.first + 1
        || read.word_is(before, Class::THAN | Class::OVER) && !over
        || matches!(read.str(before), "of" | "in")
            && before > 2
            && (read.word_is(before - 1, Class::THAN) || matches!(read.str(before - 1), "that" | "figure" | "as"));
    let behind_dash = matches!(read.str(before), "-" | "–" | "—");
    // "end-2018", "mid-2018"
    let last_of_year = behind_dash && before > 0 && matches!(read.str(before - 1), "end" | "mid" | "early" | "late");
    let of = read.str(before) == "of"
        && before > 0
        && (read.word_is(before - 1, Class::MONTH)
            || matches!(
                read.str(before - 1),
                "end" | "beginning" | "start" | "year" | "spring" | "summer" | "season" | "half" | "quarter" | "close" | "months"
            ));
    // "In the same period of 2018, it was 16.7 percent": no comparison.
    let same = read.str(before) == "of"
        && before > 3
        && read.str(before - 1) == "period"
        && matches!(read.str(before - 4), "in" | "In")
        && !(before > 4 && read.word_is(before - 5, Class::THAN));
    let of = of || same;
    // "from 2010 to 2015", "in 2018 and 2019", "between 2014-15 and 2025-26": the later year dates.
    let later = (read.word_is(before, Class::TO) || read.str(before) == "and") && before > 1 && ends_year(read, before - 1);
    // "November 18th, 1931"
    let ordinal = read.is_mark(before, ',')
        && before > 3
        && !read.is_mark(before - 1, ',')
        && read.find_word(before - 3..before, Class::MONTH).is_some();
    if let Some(year) = end_of_years(read, before + 1, (years.first, years.last), report) {
        return Some(year);
    }
    let cue = of
        || over
        || ordinal
        || later
        || named
        || years.last > years.first && matches!(read.str(years.after), "season" | "budget" | "crop" | "harvest" | "campaign")
        || lowered(read.str(before), |word| matches!(word, "in" | "by" | "during" | "year" | "for" | "until" | "fy"))
        || read.is_mark(years.after, ':') && opens_bracket(read, t)
        || last_of_year
        || read.str(before) == "of" && before > 0 && context.is_figure(before - 1)
        || read.is_mark(before, ',') && before > 1 && read.word_is(before - 2, Class::MONTH)
        || read.word_is(before, Class::MONTH);
    if reference || behind_dash && !last_of_year || !cue {
        return None;
    }
    years.dates()
}

/// "fell by 9.9% between 2010-2019", "(2.1%, 2000-2009)": what went on in a span of years that is over is of the last of them.
fn end_of_years(read: &ReadText, t: usize, (first, last): (i32, i32), report: i32) -> Option<i32> {
    let cue = t.checked_sub(1)?;
    let led = read.word_is(cue, Class::BETWEEN | Class::FROM | Class::OVER) || matches!(read.str(cue), "during" | "," | "in");
    (last > first + 1 && last <= report && led).then_some(last)
}

/// "2020 saw exports of 5 million", "But 2007 may see a surplus of 5.3 billion": a year that opens its sentence and has the verb.
fn is_subject(read: &ReadText, t: usize, after: usize) -> bool {
    let opens = t == 0
        || read.tokens.get(t - 1).is_some_and(|token| token.is('.') || token.span.is_empty())
        || matches!(read.str(t - 1), "But" | "And" | "While" | "but" | "while" | "year" | "Year");
    let verb = matches!(read.str(after), "saw" | "sees" | "brought" | "marked" | "witnessed" | "ended" | "closed" | "began" | "started");
    opens && (verb || read.word_is(after, Class::AUXILIARY))
}

/// "rose by 4% over 2010", "an increase over 2010": a year that something is compared with; "38 a barrel over 2010" goes on in it.
pub(super) fn rises_over(context: &Context, over: usize, after: usize) -> bool {
    let read = context.read;
    let clause = context.tail(over.saturating_sub(OVER)..over);
    let rise = |t: usize| read.phrase_is(t, Class::RISE) && read.str(t + 1) != "rate";
    let Some(first) = clause.clone().find(|t| rise(*t)) else {
        return context.tail(clause).any(|t| matches!(read.str(t), "more" | "higher" | "above"));
    };
    // "fell by 10 per cent over 2010 compared to 2009"
    let compared = read.phrase_is(after, Class::COMPARED) || read.word_is(after, Class::FROM);
    !compared && (first + 2 >= over || (first..over).any(|t| context.is_figure(t)))
}

/// Tokens in front of "over" within which a rise is looked for.
const OVER: usize = 16;

/// "The 2018 budget", "this 2018/19 season's", "the country’s 2021 census": a year in front of the noun that it dates, where nothing is compared
/// with that.
fn attributive(context: &Context, t: usize) -> Option<i32> {
    let read = context.read;
    if context.is_figure(t) {
        return None;
    }
    let article =
        t.checked_sub(1).filter(|a| lowered(read.str(*a), |word| matches!(word, "the" | "this" | "its" | "their" | "our" | "s")))?;
    let years = years_at(read, t)?;
    let lead = article.checked_sub(1);
    let compared = lead.is_some_and(|l| {
        read.word_is(l, Class::THAN | Class::OVER | Class::FROM | Class::UNDER)
            || matches!(read.str(l), "with" | "to" | "on" | "as" | "since" | "against" | "after" | "before" | "below")
    });
    let noun = read.is_word(years.after) && !read.word_is(years.after, Class::STOP | Class::VERB | Class::AUXILIARY);
    if compared || !noun { None } else { years.dates() }
}

/// "(2023: 45)", "(H1 2023: 45)", "(Q3 FY 2023: 45)": whether a bracket opens a few tokens before token `t`.
fn opens_bracket(read: &ReadText, t: usize) -> bool {
    (t.saturating_sub(4)..t).any(|j| read.is_mark(j, '(') || read.is_mark(j, ';'))
}

/// The token that leads to a year: in front of "FY", "the fiscal year", "the" before a `span` of years, which end at token `t`.
fn cue_of_year(read: &ReadText, t: usize, span: bool) -> usize {
    let mut at = t;
    let names_year = |at: usize| {
        lowered(read.str(at), |word| matches!(word, "fy" | "fye" | "ay" | "my" | "sy" | "year" | "fiscal" | "financial" | "school"))
    };
    while at > 0 && (names_year(at) || read.str(at) == "the" && (at < t || span)) {
        at -= 1;
    }
    at
}

/// Whether a year, or a span of years, ends at token `t`.
fn ends_year(read: &ReadText, t: usize) -> bool {
    (t.saturating_sub(2)..=t).any(|first| years_at(read, first).is_some_and(|years| years.after == t + 1))
}
