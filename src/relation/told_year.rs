//! The years that a section's text tells: in digits, and by their distance from the report's.

use super::Context;
use super::dated_heading::Headings;
use super::year_cue::{attributive, cue_of_year, dated};
use crate::language::{Class, ReadText};
use crate::quantity::years_at;
use crate::text::{NEPALI_YEARS, is_nepali_year, lowered, month_number, title_date};
use rust_decimal::prelude::ToPrimitive;

/// The years that a section's text tells, in order.
pub(super) struct Years {
    told: Vec<Told>,
    /// Where the text goes on to a later year than the report's, and to which.
    moves: Vec<(usize, i32)>,
}

/// What a year that is told dates.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Dates {
    /// What is said around it.
    Statement,
    /// The noun behind it: "The 2018 budget was".
    Noun,
    /// The figure behind it and no other: "last year's 4.9%", "the 2018 output of 45 tons".
    Figure,
}

impl Told {
    /// Whether it dates the figure behind it and no other.
    pub(super) fn owns(&self) -> bool {
        self.dates == Dates::Figure
    }
}

/// A year at a token.
#[derive(Clone, Copy)]
pub(super) struct Told {
    pub(super) at: usize,
    pub(super) year: i32,
    /// Printed in digits, not told by its distance from the report's.
    pub(super) printed: bool,
    /// Only the end of the time for something: "by 2030", "from 2018 to 2030".
    pub(super) deadline: bool,
    /// What it dates.
    pub(super) dates: Dates,
    /// The first year, where it is the last of a span: "between 2014 and 2018", "in 2014-18"; and of "the same period" as that.
    pub(super) since: Option<i32>,
}

impl Years {
    /// Whether some tokens tell a year.
    pub(super) fn tell_in(&self, tokens: &std::ops::Range<usize>) -> bool {
        let next = self.told.partition_point(|told| told.at < tokens.start);
        self.told.get(next).is_some_and(|told| told.at < tokens.end)
    }

    pub(super) fn new(context: &Context, headings: &Headings, report: i32) -> Self {
        let read = context.read;
        let mut years = Vec::new();
        let mut moves: Vec<(usize, i32)> = Vec::new();
        let mut next = 0;
        // Months without a year are the last ones before the day of the report.
        let day = title_date(read.text).filter(|(year, _, _)| *year == report).map(|(year, month, _)| (year, month));
        let words = if day.is_some() || headings.are_dated() { Class::DIGITS | Class::MONTH } else { Class::DIGITS };
        while let Some(at) = read.find_either(next..read.tokens.len(), words, Class::LAST_YEAR | Class::NEXT_YEAR) {
            next = at + 1;
            let printed = read.word_is(at, Class::DIGITS);
            if printed && context.is_figure(at) {
                continue;
            }
            if let Some(told) = same_period(context, at, &years) {
                years.push(told);
                continue;
            }
            let year = if printed {
                dated(context, at, report)
            } else if read.word_is(at, Class::MONTH) {
                headings.month(at).or(day).and_then(|day| year_of_month(read, at, day))
            } else {
                told_year(context, at, headings.written(at).unwrap_or_else(|| now(&moves, report)), &years)
            };
            let noun = if printed { attributive(context, at, year) } else { None };
            let dates = match noun {
                Some((_, dates)) => dates,
                None if !printed && owned(context, at).is_some() => Dates::Figure,
                None => Dates::Statement,
            };
            let deadline =
                || at > 0 && matches!(read.str(cue_of_year(read, at - 1, true)), "by" | "until" | "till" | "before" | "to" | "and");
            let since = |year: i32, years: &[Told]| if printed { began_in(context, at, year, years.last()) } else { None };
            let year = year.or(noun.map(|(year, _)| year)).map(|year| year + if printed { calendar(read, at) } else { 0 });
            let told = year.map(|year| Told { at, year, printed, deadline: deadline(), dates, since: since(year, &years) });
            if told.is_some_and(|told| printed && goes_on(context, &told, now(&moves, report))) {
                moves.extend(year.map(|year| (at, year)));
            }
            years.extend(told);
        }
        Self { told: years, moves }
    }

    /// The year that the text speaks of at token `t` where it tells none: the report's, or a later one that it has gone on to.
    pub(super) fn now(&self, t: usize, report: i32) -> i32 {
        let passed = self.moves.partition_point(|(at, _)| *at < t);
        now(self.moves.get(..passed).unwrap_or_default(), report)
    }

    /// The years in front of a token, and those from it on.
    pub(super) fn around(&self, t: usize) -> (&[Told], &[Told]) {
        self.told.split_at(self.told.partition_point(|told| told.at < t))
    }
}

/// The year that the last move leads to.
fn now(moves: &[(usize, i32)], report: i32) -> i32 {
    moves.last().map_or(report, |(_, year)| *year)
}

/// "2011 E.F.Y.", "2075 BS": what a year of another calendar lacks to that in which it ends.
fn calendar(read: &ReadText, t: usize) -> i32 {
    let years = years_at(read, t);
    let after = years.map_or(t + 1, |years| years.after);
    let dotted = |letters: &[&str]| {
        letters.iter().enumerate().all(|(n, letter)| read.str(after + 2 * n) == *letter && read.is_mark(after + 2 * n + 1, '.'))
    };
    match read.str(after) {
        "EFY" | "EC" => ETHIOPIAN,
        "E" if dotted(&["E", "F", "Y"]) || dotted(&["E", "C"]) => ETHIOPIAN,
        "BS" => NEPALI,
        "B" if dotted(&["B", "S"]) => NEPALI,
        // "FY 2074/75", "end of Asar 2075"
        _ if years.is_some_and(|years| years.last > years.first && is_nepali_year(years.last)) => NEPALI,
        _ if t > 0 && is_nepali_month(read.str(t - 1)) => NEPALI,
        _ => 0,
    }
}

/// Months of Nepal in its own spellings.
fn is_nepali_month(word: &str) -> bool {
    matches!(
        word,
        "Baisakh" | "Baishakh" | "Jestha" | "Asar" | "Ashadh" | "Shrawan" | "Saun" | "Bhadra" | "Asoj" | "Ashwin" | "Kartik" | "Mangsir"
    ) || matches!(word, "Poush" | "Push" | "Magh" | "Falgun" | "Phagun" | "Chait" | "Chaitra")
}

const ETHIOPIAN: i32 = 8;
const NEPALI: i32 = -NEPALI_YEARS;

/// Whether the text goes on to the year told: the next one or the one behind that, of which a fact is told and no plan.
fn goes_on(context: &Context, told: &Told, now: i32) -> bool {
    let read = context.read;
    let (first, last) = (now + 1, now + 2);
    if !(first..=last).contains(&told.year) || told.deadline || told.dates != Dates::Statement {
        return false;
    }
    let stop = |t: &usize| read.is_mark(*t, '.') || read.is_break(*t);
    let start = (told.at.saturating_sub(STATEMENT)..told.at).rev().find(stop).map_or(told.at.saturating_sub(STATEMENT), |t| t + 1);
    let end = (told.at..told.at + STATEMENT).find(stop).unwrap_or(told.at + STATEMENT);
    let outlook = |t: usize| {
        lowered(read.str(t), |w| {
            matches!(
                w,
                "forecast"
                    | "forecasts"
                    | "outlook"
                    | "budget"
                    | "estimate"
                    | "estimated"
                    | "target"
                    | "targets"
                    | "would"
                    | "could"
                    | "may"
                    | "can"
                    | "proposed"
                    | "approved"
                    | "if"
            )
        })
    };
    let fact = (start..end).any(|t| {
        read.is_word(t) && read.str(t).ends_with("ed")
            || matches!(read.str(t), "was" | "were" | "grew" | "rose" | "fell" | "had" | "sold" | "built")
    });
    // The text keeps to it.
    let later = told.at + 1..read.tokens.len();
    let (old, new) = later
        .filter(|t| read.word_is(*t, Class::YEAR))
        .filter_map(|t| years_at(read, t)?.dates())
        .fold((0, 0), |(old, new), year| (old + usize::from(year == now), new + usize::from(year == told.year)));
    fact && !read.classes(start..end).intersects(Class::PLAN | Class::SCHEDULE) && !(start..end).any(outlook) && new > old && new >= KEEPS
}

/// Times that a year must be told again for the text to have gone on to it.
const KEEPS: usize = 3;

/// Tokens on either side of a year within which its statement is looked at.
const STATEMENT: usize = 40;

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
    // "down from 1,360 five years before."; "in the five years before the flood" is no such phrase.
    if matches!(read.str(t), "ago" | "earlier" | "previously" | "later") || read.str(t) == "before" && !read.is_word(t + len - 1) {
        return years_ago(read, t, report, years);
    }
    // "against 8,150 during the previous one": a season or a year that has been named.
    if read.str(t + len - 1) == "one"
        && !(t.saturating_sub(SPAN)..t).any(|j| matches!(read.str(j), "season" | "year" | "campaign" | "harvest"))
    {
        return None;
    }
    let previous = (t..t + len).any(|j| matches!(read.str(j), "previous" | "preceding" | "prior" | "before" | "earlier" | "previously"));
    // "4.1 million in 2018, rising to 4.4 million the following year"
    let following = (t..t + len).any(|j| matches!(read.str(j), "following" | "after"));
    let told = years.last().filter(|told| (previous || following) && !(told.at..t).any(|j| read.is_mark(j, '.') || read.is_mark(j, ';')));
    if entry.value.is_some() {
        return told.map(|told| if begins_year(read, told.at) { told.year - 1 } else { told.year });
    }
    let distance = if entry.classes.contains(Class::NEXT_YEAR) { 1 } else { -1 };
    if owned(context, t).is_some() {
        return Some(told.map_or(report, |told| told.year) + distance);
    }
    let before = t.checked_sub(1).map(|b| if read.str(b) == "the" { b.saturating_sub(1) } else { b });
    // "over the same month last year"
    let same = |b: usize| b > 2 && matches!(read.str(b - 1), "same" | "corresponding" | "comparable") && read.str(b - 2) == "the";
    let before = before.map(|b| if same(b) { b - 3 } else { b });
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

/// "five years ago", "ten years earlier": from the report's year, or from the one told in front.
fn years_ago(read: &ReadText, t: usize, report: i32, years: &[Told]) -> Option<i32> {
    let unit = t.checked_sub(2)?;
    let each = match read.str(unit + 1) {
        "year" | "years" => 1,
        "decade" | "decades" => 10,
        _ => return None,
    };
    let count = match read.entry(unit, Class::NUMBER_WORD) {
        Some((entry, _)) => entry.value?.to_i32()?,
        None if matches!(read.str(unit), "a" | "A") && (each > 1 || read.str(t) == "later") => 1,
        None => read.str(unit).parse().ok().filter(|n| (2..=99).contains(n))?,
    };
    let compared = unit > 0 && read.word_is(unit - 1, Class::THAN);
    let told = years.last().filter(|told| read.str(t) != "ago" && told.at + SPAN > t && !(told.at..t).any(|j| read.is_mark(j, '.')));
    let distance = if read.str(t) == "later" { -each * count } else { each * count };
    // "a year later": than the year that was told.
    (!compared && (told.is_some() || distance > 0)).then(|| told.map_or(report, |told| told.year) - distance)
}

/// "For 2010 it grew by 2%, lower than the previous year's 4.9%", "from last year's output of 45 tons": the figure that a year told at token `t` owns.
fn owned(context: &Context, t: usize) -> Option<usize> {
    let (_, len) = context.read.entry(t, Class::LAST_YEAR | Class::NEXT_YEAR)?;
    possessed(context, t + len)
}

/// The figure that the possessive at token `t` leads to.
pub(super) fn possessed(context: &Context, t: usize) -> Option<usize> {
    let read = context.read;
    let owner = matches!(read.str(t), "’" | "'") && read.str(t + 1) == "s";
    if owner { figure_of(context, t + 2, ADJECTIVES) } else { None }
}

/// The figure behind the nouns that begin at token `t`: "volume of production of 45 tons", and a `few` words without "of": "record 45 tons".
pub(super) fn figure_of(context: &Context, t: usize, few: usize) -> Option<usize> {
    let read = context.read;
    let figure = (t..t + OWNED).find(|j| context.is_figure(*j) || !read.is_word(*j)).filter(|j| context.is_figure(*j))?;
    let words = t..context.before_hedges(t..figure).max(t);
    let noun = |j: usize| {
        !read.word_is(j, Class::VERB | Class::AUXILIARY | Class::AND) && (read.str(j) == "of" || !read.word_is(j, Class::PREPOSITION))
    };
    let of = words.len() > 1 && read.str(words.end - 1) == "of";
    (words.clone().all(noun) && (of || words.len() < few)).then_some(figure)
}

/// Tokens between a year and the figure that is its own.
const OWNED: usize = 7;

/// Words between a possessive and its figure, and one.
const ADJECTIVES: usize = 3;

/// "in 2014-18", "between 2014 and 2018", "from 45 in 2014 to 60 in 2018": the first year of the span that ends with `year` at token `t`.
fn began_in(context: &Context, t: usize, year: i32, before: Option<&Told>) -> Option<i32> {
    let read = context.read;
    if let Some(years) = years_at(read, t).filter(|years| years.last > years.first + 1) {
        return Some(years.first);
    }
    let before = before.filter(|told| told.printed && told.year < year && told.at + SPAN > t)?;
    let from = read.find_last_word(before.at.saturating_sub(SPAN)..before.at, Class::FROM | Class::BETWEEN)?;
    // "between 2006 and 2012, and another 85 km by 2014": that span has its end.
    let closed = read.word_is(from + 1, Class::YEAR)
        && from + 1 != before.at
        && read.find_last_word(before.at..t, Class::FROM | Class::BETWEEN).is_none();
    let joint = if read.word_is(from, Class::FROM) { Class::TO } else { Class::AND };
    let one = !(from..t).any(|j| read.is_mark(j, '.') || read.is_mark(j, ';') || read.is_break(j));
    (one && !closed && read.find_word(before.at..t, joint).is_some()).then_some(before.year)
}

/// Tokens between the ends of a span of years.
const SPAN: usize = 20;

/// "during the same period", "over that period" behind a span of years: its last year.
fn same_period(context: &Context, t: usize, years: &[Told]) -> Option<Told> {
    let read = context.read;
    let (_, len) = read.entry(t, Class::NEXT_YEAR).filter(|(entry, len)| *len > 1 && entry.value.is_some_and(|v| !v.is_zero()))?;
    // "over the same period of last year" looks back.
    let next = t + len;
    let looks_back = read.word_is(next, Class::PREPOSITION | Class::DETERMINER | Class::YEAR)
        || read.phrase_is(next, Class::LAST_YEAR | Class::NEXT_YEAR)
        || matches!(read.str(next), "last" | "as" | "a");
    let span = years.iter().rev().take(RECENT).find(|told| told.since.is_some()).filter(|_| !looks_back)?;
    Some(Told { at: t, deadline: false, dates: Dates::Statement, ..*span })
}

/// Years told between a span and what is said of the same.
const RECENT: usize = 4;
