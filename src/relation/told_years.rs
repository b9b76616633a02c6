//! The years that a section's text tells: printed ("in 2018", "FY 2024/25"), and by their distance ("last year", "this year").

use super::Context;
use crate::language::{Class, ReadText};
use crate::quantity::years_at;
use crate::text::lowered;

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
        let month = report_month(context, report);
        while let Some(at) = read.find_either(next..read.tokens.len(), Class::DIGITS | Class::MONTH, Class::LAST_YEAR | Class::NEXT_YEAR) {
            next = at + 1;
            if read.word_is(at, Class::MONTH) {
                let (year, now) = headings.month(at).or(month.map(|month| (report, month))).unzip();
                let year = now.filter(|_| is_bare_month(context, at)).zip(month_of(read.str(at))).zip(year);
                let year = year.map(|((now, of), year)| if of > now { year - 1 } else { year });
                years.extend(year.map(|year| Told { at, year, printed: false, deadline: false, attributive: false }));
                continue;
            }
            let printed = read.word_is(at, Class::DIGITS);
            let written = || headings.written(at).unwrap_or(report);
            let year = if printed { dated(context, at) } else { told_year(context, at, written()) };
            let named = if year.is_none() && printed { attributive(context, at) } else { None };
            let deadline =
                || at > 0 && matches!(read.str(cue_of_year(read, at - 1, true)), "by" | "until" | "till" | "before" | "to" | "and");
            years.extend(year.or(named).map(|year| Told { at, year, printed, deadline: deadline(), attributive: named.is_some() }));
        }
        Self(years)
    }

    /// The years in front of a token, and those from it on.
    pub(super) fn around(&self, t: usize) -> (&[Told], &[Told]) {
        self.0.split_at(self.0.partition_point(|told| told.at < t))
    }
}

/// "Last year the mill ...", "in the previous year", "next year": a year told by its distance, where nothing is compared with it.
fn told_year(context: &Context, t: usize, report: i32) -> Option<i32> {
    let read = context.read;
    let entry = read.entry(t, Class::LAST_YEAR | Class::NEXT_YEAR)?.0;
    if entry.value.is_some_and(|distance| distance.is_zero()) {
        return Some(report);
    }
    let distance = if entry.classes.contains(Class::NEXT_YEAR) { 1 } else { -1 };
    let before = t.checked_sub(1).map(|b| if read.str(b) == "the" { b.saturating_sub(1) } else { b });
    let compared = before.is_some_and(|b| {
        read.word_is(b, Class::THAN | Class::OVER | Class::FROM)
            || matches!(read.str(b), "with" | "to" | "on" | "as" | "since" | "against")
            || matches!(read.str(b), "of" | "in")
                && b > 0
                && (read.word_is(b - 1, Class::THAN)
                    || matches!(read.str(b - 1), "that" | "those" | "period" | "end" | "half" | "figure" | "level" | "value" | "total"))
    });
    (!compared).then_some(report + distance)
}

/// The years that the headings of a section tell: "Revised estimates for 2018-19", "Floods in the Vale, 4 October 2006".
pub(super) struct Headings(Vec<Dated>);

/// A heading from the token at which it begins.
struct Dated {
    start: usize,
    year: Option<i32>,
    /// The month that it names, of twelve.
    month: Option<usize>,
    /// Whether what stands under it is written in that year, and not only about it: plans, estimates and forecasts are not.
    written: bool,
}

impl Headings {
    pub(super) fn new(context: &Context, report: i32) -> Self {
        let read = context.read;
        let mut dated: Vec<Dated> = Vec::with_capacity(context.headings().len());
        for heading in context.headings() {
            let month = heading.clone().find(|t| read.word_is(*t, Class::MONTH)).and_then(|t| month_of(read.str(t)));
            // A heading has its line for itself.
            let alone = read.tokens.get(heading.end).is_none_or(|t| t.span.is_empty());
            let year = heading.clone().rev().filter(|_| alone).find_map(|t| years_at(read, t)).and_then(|years| years.dates());
            let planned = |t: usize| read.phrase_is(t, Class::PLAN) || read.word_is(t, Class::SCHEDULE) || lowered(read.str(t), is_outlook);
            let written = month.is_some() || year.is_some_and(|year| year <= report) || !heading.clone().any(planned);
            // "Results" below "Floods in the Vale, 4 October 2006".
            let above = dated.last().filter(|above| year.is_none() && above.month.is_some());
            let (year, month) = above.map_or((year, month), |above| (above.year, above.month));
            dated.push(Dated { start: heading.start, year, month, written });
        }
        Self(dated)
    }

    fn above(&self, t: usize) -> Option<&Dated> {
        let at = self.0.partition_point(|heading| heading.start <= t);
        self.0.get(at.checked_sub(1)?)
    }

    /// The year that the heading above a token tells.
    pub(super) fn year(&self, t: usize) -> Option<i32> {
        self.above(t)?.year
    }

    /// The month of the heading above a token, if it names one, with its year.
    fn month(&self, t: usize) -> Option<(i32, usize)> {
        let heading = self.above(t)?;
        heading.year.zip(heading.month)
    }

    /// The year in which what stands at a token is written: what "last year" is reckoned from.
    pub(super) fn written(&self, t: usize) -> Option<i32> {
        self.above(t).filter(|heading| heading.written)?.year
    }
}

/// The month that dates the report in its title, if the title has the report's year beside it: "held on 9 March 2006".
fn report_month(context: &Context, report: i32) -> Option<usize> {
    let home = &context.home;
    let year = home.iter().position(|word| word.parse() == Ok(report))?;
    home.get(year.saturating_sub(2)..year)?.iter().rev().find_map(|word| month_of(word))
}

/// The number of a month from its name or the beginning of it.
fn month_of(word: &str) -> Option<usize> {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let begins = |month: &str| word.get(..3).is_some_and(|first| first.eq_ignore_ascii_case(month));
    MONTHS.iter().position(|month| begins(month)).map(|at| at + 1)
}

/// "in December", "by early May", "on 20 September": a month without a year that says when.
fn is_bare_month(context: &Context, t: usize) -> bool {
    let read = context.read;
    let day = |i: usize| read.word_is(i, Class::DIGITS) && !context.is_figure(i);
    let part = |i: usize| matches!(read.str(i), "early" | "mid" | "late" | "the" | "-") || day(i);
    let cue = (t.saturating_sub(3)..t).rev().find(|i| !part(*i));
    let says = cue.is_some_and(|i| lowered(read.str(i), |word| matches!(word, "in" | "by" | "during" | "on" | "until")));
    says && !(t + 1..t + 4).take_while(|i| read.word_is(*i, Class::DIGITS) || read.is_mark(*i, ',')).any(|i| years_at(read, i).is_some())
}

fn is_outlook(word: &str) -> bool {
    matches!(word, "for" | "outlook" | "forecast" | "forecasts" | "estimate" | "estimates" | "projections" | "budget" | "towards")
}

/// A year at token `t` that dates a statement, rather than naming a reference ("over 2011") or a period's end.
fn dated(context: &Context, t: usize) -> Option<i32> {
    let read = context.read;
    if context.is_figure(t) {
        return None;
    }
    let years = years_at(read, t)?;
    let before = cue_of_year(read, t.checked_sub(1)?, years.last > years.first);
    let named = before + 1 < t;
    // "between October 2018 and October 2019", "from March 2018 to May 2019": the first of two.
    let month = usize::from(before > 0 && read.word_is(before, Class::MONTH));
    let opens = read.word_is(before - month, Class::FROM | Class::BETWEEN);
    let reference = opens
        || read.word_is(before, Class::THAN | Class::OVER)
        || matches!(read.str(before), "of" | "in")
            && before > 2
            && (read.word_is(before - 1, Class::THAN) || matches!(read.str(before - 1), "that" | "figure" | "as"));
    let behind_dash = matches!(read.str(before), "-" | "–" | "—");
    // "end-2018", "mid-2018"
    let last_of_year = behind_dash && before > 0 && matches!(read.str(before - 1), "end" | "mid" | "early" | "late");
    let of = read.str(before) == "of"
        && before > 0
        && (read.word_is(before - 1, Class::MONTH)
            || matches!(read.str(before - 1), "end" | "beginning" | "start" | "year" | "spring" | "half" | "quarter" | "close" | "months"));
    // "In the same period of 2018, it was 16.7 percent": no comparison.
    let same = read.str(before) == "of"
        && before > 3
        && read.str(before - 1) == "period"
        && matches!(read.str(before - 4), "in" | "In")
        && !(before > 4 && read.word_is(before - 5, Class::THAN));
    let of = of || same;
    // "from 2010 to 2015", "in 2018 and 2019", "between 2014-15 and 2025-26": the later year dates.
    let later = (read.word_is(before, Class::TO) || read.str(before) == "and") && before > 1 && ends_year(read, before - 1);
    let cue = of
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

/// "The 2018 budget", "this 2018/19 season's", "the country’s 2021 census": a year in front of the noun that it dates, where nothing is compared
/// with that.
fn attributive(context: &Context, t: usize) -> Option<i32> {
    let read = context.read;
    let years = years_at(read, t).filter(|_| !context.is_figure(t))?;
    let article =
        t.checked_sub(1).filter(|a| lowered(read.str(*a), |word| matches!(word, "the" | "this" | "its" | "their" | "our" | "s")))?;
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
