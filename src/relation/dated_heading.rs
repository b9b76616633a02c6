//! The years that the headings of a section tell.

use super::Context;
use crate::language::Class;
use crate::quantity::years_at;
use crate::text::{lowered, month_number};

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
            let month = heading.clone().find(|t| read.word_is(*t, Class::MONTH)).and_then(|t| month_number(read.str(t)));
            // A heading has its line for itself.
            let alone = read.tokens.get(heading.end).is_none_or(|t| t.span.is_empty());
            let year = heading.clone().rev().filter(|_| alone).find_map(|t| years_at(read, t)).and_then(|years| years.dates());
            let planned = |t: usize| read.phrase_is(t, Class::PLAN) || read.word_is(t, Class::SCHEDULE) || lowered(read.str(t), is_outlook);
            let written = || month.is_some() || year.is_some_and(|year| year <= report) || !heading.clone().any(planned);
            // "Results" below "Floods in the Vale, 4 October 2006".
            let above = dated.last().filter(|above| year.is_none() && above.month.is_some());
            let (told, of) = above.map_or((year, month), |above| (above.year, above.month));
            let written = told.is_some() && written();
            dated.push(Dated { start: heading.start, year: told, month: of, written });
        }
        Self(dated)
    }

    /// Whether one of them names a month.
    pub(super) fn are_dated(&self) -> bool {
        self.0.iter().any(|heading| heading.month.is_some())
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
    pub(super) fn month(&self, t: usize) -> Option<(i32, usize)> {
        let heading = self.above(t)?;
        heading.year.zip(heading.month)
    }

    /// The year in which what stands at a token is written: what "last year" is reckoned from.
    pub(super) fn written(&self, t: usize) -> Option<i32> {
        self.above(t).filter(|heading| heading.written)?.year
    }
}

fn is_outlook(word: &str) -> bool {
    matches!(word, "for" | "outlook" | "forecast" | "forecasts" | "estimate" | "estimates" | "projections" | "budget" | "towards")
}
