//! Brackets in a list of parts: what one stands behind, and what stands in front of one that is closed.

use super::Context;
use super::lend::is_location;
use super::parts::{at_least, find_total, fits};
use crate::language::Class;
use crate::quantity::Mention;
use rust_decimal::Decimal;

/// The brackets of a sentence that have figures in them.
#[derive(Default)]
pub(super) struct Brackets {
    /// First figure of the bracket that is open.
    open: Option<usize>,
    /// Figures of closed ones, in order.
    closed: Vec<usize>,
}

impl Brackets {
    /// Goes on to figure `i`, whose gap leads from one depth to another.
    pub(super) fn go_to(&mut self, i: usize, from: usize, to: usize) {
        if to < from
            && to == 0
            && let Some(first) = self.open.take()
        {
            self.closed.extend(first..i);
        }
        if to > 0 && self.open.is_none() {
            self.open = Some(i);
        }
    }
}

/// "4 million (including 3 million for wells)": the figure right in front of the bracket that an opener stands in, however large.
pub(super) fn aside_of(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    // "51 cases in two provinces (49 in A and 2 in B)": the places say where.
    let located = |j: usize| is_location(context, mentions, j) && context.previous(j).is_some();
    let before = context.previous(i).filter(|j| !located(*j)).filter(|j| context.read.is_mark(context.after(*j).start, '('))?;
    let (total, part) = (mentions.get(before)?, mentions.get(i)?);
    (total.stands_alone() && fits(total, part) && context.gap(i).len() <= ASIDE).then_some(before)
}

/// "Pell made 67 tons (68 tons in 2012), Fenn 56 tons (57 tons)": the year of figure `i`, alone in the bracket right behind another, where an earlier
/// bracket of the sentence tells it for all.
pub(super) fn year_of_brackets(context: &Context, i: usize) -> Option<i32> {
    let read = context.read;
    let alone = |j: usize| context.gap(j).len() == 1 && read.is_mark(context.gap(j).start, '(');
    if !alone(i) || !read.is_mark(context.after(i).start, ')') {
        return None;
    }
    let dated = |j: usize| {
        let at = context.after(j).start;
        let year = at + usize::from(read.word_is(at, Class::PREPOSITION));
        (read.word_is(year, Class::YEAR) && read.is_mark(year + 1, ')')).then(|| read.str(year).parse().ok()).flatten()
    };
    (context.in_sentence(i).start..i).rev().take(DATED).filter(|j| alone(*j)).find_map(dated)
}

/// Figures back to the bracket that tells the year.
const DATED: usize = 16;

/// Tokens between a figure and the one in the bracket behind it.
const ASIDE: usize = 4;

/// "15 million (11 of it from A, 4 from B) was spent, including 7 million for wells": what follows the brackets belongs to what is in
/// front of them.
pub(super) fn outside_brackets(
    context: &Context,
    mentions: &[Mention],
    brackets: &Brackets,
    among: std::ops::Range<usize>,
    i: usize,
    of_which: bool,
) -> Option<usize> {
    let mut front = among.rev().filter(|j| !brackets.closed.is_empty() && brackets.closed.binary_search(j).is_err());
    front.find(|j| at_least(mentions, *j, i) && find_total(context, mentions, *j..*j + 1, i, of_which).is_some())
}

/// "2,423 (1,014; 2,122)", "2.2 (1.9 to 2.4)": what comes to more than the figure in front of the bracket, or lies around it, is no part.
pub(super) fn undo_brackets(context: &Context, mentions: &mut [Mention], figures: std::ops::Range<usize>) {
    let bracketed = |m: &Mention, total: usize| m.of == Some((total, "bracket"));
    if !figures.clone().filter_map(|j| mentions.get(j)?.of).any(|(_, rule)| rule == "bracket") {
        return;
    }
    for total in figures.clone() {
        let Some((low, high)) = mentions.get(total).and_then(|t| t.amount.bounds()) else { continue };
        let parts = || figures.clone().filter_map(|j| mentions.get(j)).filter(|m| bracketed(m, total));
        let sum = parts().filter_map(|m| m.amount.bounds()).fold(Decimal::ZERO, |sum, (part, _)| sum.checked_add(part).unwrap_or(sum));
        let around = parts().filter_map(|m| m.amount.bounds()).any(|(from, to)| from < low && to > high);
        // "split between the Regional Fund (9 million) and the Social Fund (29 million)": names in front of their brackets claim more. "3 million for a
        // clinic, roads (2 million), wells (4 million)": but not more than twice the total.
        let direct = context.gap(total + 1).len() <= 1 || parts().count() == 1;
        let most = high.checked_mul(if direct { EXCESS } else { Decimal::TWO });
        let exceeds = most.is_some_and(|most| sum > most);
        if exceeds || around {
            for part in figures.clone() {
                if let Some(m) = mentions.get_mut(part).filter(|m| bracketed(m, total)) {
                    m.of = None;
                }
            }
        }
    }
}

/// Bracketed figures that come to more than so many times what they stand behind are no parts of it.
const EXCESS: Decimal = Decimal::from_parts(11, 0, 0, false, 1);
