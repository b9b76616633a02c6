//! Whether a year stands right behind the figure that it dates, with nothing but an adverbial between.

use super::Context;
use super::told_year::Told;
use crate::language::Class;

/// Whether the year told stands right behind a figure, whose unit and noun end at token `start`: what dates it is an adverbial.
pub(super) fn is_right_behind(context: &Context, told: &Told, start: usize) -> bool {
    let read = context.read;
    // "the 900 counted a year before"
    let counted = usize::from(matches!(read.str(start), "counted" | "recorded" | "registered" | "reported" | "achieved" | "reached"));
    // "61 per 1,000 a year earlier"
    // "(0.2%) per year between 1990 and 2000"
    let time = |t: usize| matches!(read.str(t), "year" | "annum" | "month" | "week" | "day");
    let rated = || read.word_is(start + 1, Class::DIGITS) || time(start + 1);
    let rate = if read.str(start) == "per" && rated() { 2 } else { 0 };
    let at = start + counted + rate;
    // "between 2000 and 2010" right behind.
    let spans = || read.word_is(at, Class::BETWEEN | Class::FROM) && told.since.is_some() && told.at <= at + 4;
    told.at < adverbial_end(context, at) + 2 || spans()
}

/// Where "at the end of" ends, if it begins at token `t`: at its last word but one.
fn adverbial_end(context: &Context, t: usize) -> usize {
    let read = context.read;
    let idle = |j: &usize| {
        matches!(
            read.str(*j),
            "at" | "by"
                | "as"
                | "in"
                | "of"
                | "the"
                | "end"
                | "beginning"
                | "close"
                | "FY"
                | "Q"
                | "H"
                | "fiscal"
                | "financial"
                | "year"
                | "for"
                | "during"
                | "quarter"
                | "half"
                | "semester"
                | "sem"
                | "season"
                | "same"
                | "corresponding"
                | "comparable"
                | "period"
                | "month"
                | "months"
        ) || read.str(*j) == "on" && read.word_is(*j + 2, Class::MONTH)
            || read.word_is(*j, Class::DIGITS) && read.word_is(*j + 1, Class::MONTH) && !context.is_figure(*j)
            || read.word_is(*j, Class::ORDINAL)
            || read.word_is(*j, Class::MONTH)
            || read.is_mark(*j, '-') && !read.tokens.get(*j).is_some_and(|token| token.spaced)
            || read.word_is(*j, Class::DIGITS) && read.str(*j).len() == 1 && !context.is_figure(*j)
    };
    t + (t..t + 8).take_while(idle).count().saturating_sub(1)
}
