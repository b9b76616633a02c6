//! Plans told by their year alone: "The 2021 budget provides 40 million", "in 2025 the line opens 12 stations", in a report of 2020.

use super::Context;
use super::aims::deadline;
use super::planned::is_past;
use super::told_year::{Dates, Told};
use crate::analysis::Kind;
use crate::quantity::Mention;
use std::ops::Range;

/// Makes targets of the amounts of later years than the report's that nothing tells as a fact, and of those that are to be reached by one.
pub(super) fn tell_plans_by_year(context: &Context, report_year: Option<i32>, mentions: &mut [Mention]) {
    let Some(report) = report_year else { return };
    for i in 0..mentions.len() {
        let Some(m) = mentions.get(i).filter(|m| m.kind == Kind::Level) else { continue };
        let later = m.year.filter(|year| *year > report && !tells_fact(context, i));
        let Some(year) = later.or_else(|| deadline(context, i).filter(|year| *year > report)) else { continue };
        if let Some(m) = mentions.get_mut(i) {
            (m.kind, m.year) = (Kind::Target, Some(year));
        }
    }
}

/// Whether a later year that is told dates figure `i`: one that dates a noun does where that is what is to come, and where no fact is told of it ("The
/// 2021 budget provides 40 million"; not "The 2021 budget was adopted by 40 members").
pub(super) fn tells_later(context: &Context, told: &Told, i: usize) -> bool {
    let read = context.read;
    let plan =
        |t: usize| matches!(read.str(t), "budget" | "Budget" | "plan" | "programme" | "program" | "estimates" | "forecast" | "outlook");
    told.dates != Dates::Noun
        || (told.at + 1..told.at + NOUN).any(plan)
            && told.at < context.before(i).end
            && told.at >= context.statement(i)
            && !tells_fact(context, i)
}

/// Tokens from a year to the noun that it dates.
const NOUN: usize = 4;

/// Tokens on either side of a figure that may say that it is a fact.
const REACH: usize = 30;

/// Whether the statement of figure `i` has a verb of the past, or one of what has been reached.
fn tells_fact(context: &Context, i: usize) -> bool {
    let read = context.read;
    let first = context.before(i).end;
    let mut around: Range<usize> = context.statement(i).max(first.saturating_sub(REACH))..context.sentence(i).end.min(first + REACH);
    around.any(|t| {
        let passive = t > 0 && matches!(read.str(t - 1), "be" | "been" | "being");
        let told = (is_past(read.str(t)) || is_irregular(read.str(t))) && !passive;
        told || matches!(read.str(t), "was" | "were" | "had" | "has" | "have" | "did")
    })
}

/// A verb of the past that no ending shows.
fn is_irregular(word: &str) -> bool {
    matches!(
        word,
        "paid" | "sold" | "brought" | "saw" | "came" | "went" | "left" | "met" | "bought" | "taught" | "kept" | "lost" | "drew" | "got"
    ) || matches!(word, "ran" | "began" | "became" | "stood" | "led" | "fed" | "found" | "sank" | "drove" | "wrote" | "bore" | "laid")
}
