//! Brackets in a list of parts: what one stands behind, and what stands in front of one that is closed.

use super::Context;
use super::bracket_told::tells_otherwise;
use super::lend::is_location;
use super::parts::{at_least, find_total, fits};
use super::share_base::says_amount;
use super::wholes::whole_in_bracket;
use crate::analysis::Unit;
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

/// Whether a bracket opens right in front of figure `i` that tells parts of what stands before it: not the figure of a year ("as in 2020
/// (11)"), not a plan, not what is only compared with.
pub(super) fn opens_bracket(context: &Context, mentions: &[Mention], i: usize, depth: usize) -> bool {
    let read = context.read;
    let gap = context.before(i);
    if depth == 0 || gap.is_empty() || !read.is_mark(gap.end - 1, '(') {
        return false;
    }
    // "as in 2020 (11)", "from 2019's (3,379)".
    let owner = if gap.len() > 3 && read.str(gap.end - 2) == "s" { gap.end - 4 } else { gap.end.saturating_sub(2) };
    // "2.4 times the 2015 figure (2,615)"
    let figure_of_year = || gap.len() > 3 && read.word_is(owner - 1, Class::YEAR) && read.str(owner - 2) == "the";
    let of_year = gap.len() > 1 && (read.word_is(owner, Class::YEAR) || figure_of_year());
    let behind = context.after(i).start;
    let of_year = of_year || read.word_is(behind, Class::PREPOSITION) && read.word_is(behind + 1, Class::YEAR);
    let front = context.tail(gap.start..gap.end - 1);
    // "distributed over Pell (1,905 units), Fenn (1,326 units)".
    let shared = |t: usize| t > 0 && matches!(read.str(t - 1), "distributed" | "spread" | "divided" | "split" | "shared");
    let compares = read.find(front.clone(), Class::THAN | Class::GAP | Class::COMPARED).is_some_and(|t| !shared(t));
    // "rose by 34 per cent (149 hectares)", "34 per cent (20 million tonnes) of emissions": the same as an amount.
    let step = || context.previous(i).and_then(|p| mentions.get(p)?.unit).is_some_and(Unit::is_relative) && says_amount(context, i);
    // "456,000 votes, twice the number of his rival (240,500)": the other side of a comparison.
    let multiple = || context.previous(i).and_then(|p| mentions.get(p)?.unit) == Some(Unit::Ratio);
    // "40.7 crore (407 million)": the same in another scale.
    let again = || {
        let pair = context.previous(i).filter(|_| gap.len() == 1).and_then(|p| mentions.get(p)).zip(mentions.get(i));
        pair.is_some_and(|(before, this)| before.amount == this.amount && before.scaled && this.scaled && this.noun.is_none())
    };
    // "PHP 14.3 billion (USD 265 million)": the same in other money.
    let money = |j: usize| mentions.get(j).and_then(|m| m.unit).filter(|u| u.is_currency());
    let converted = || gap.len() == 1 && context.previous(i).and_then(money).is_some_and(|unit| money(i).is_some_and(|own| own != unit));
    // "a main line of 368 miles, with branches, Pell to Fenn (3 miles)": beside it.
    let beside = gap.clone().any(|t| read.is_mark(t, ',') && matches!(read.str(t + 1), "with" | "besides" | "plus"));
    // "92 per cent of all workers (15.3 million)": the whole.
    let whole = || {
        context
            .previous(i)
            .is_some_and(|p| mentions.get(p).is_some_and(|m| m.unit == Some(Unit::Percent)) && whole_in_bracket(context, p) == Some(i))
    };
    !of_year
        && !tells_otherwise(context, mentions, i)
        && !beside
        && !compares
        && !step()
        && !again()
        && year_of_brackets(context, i).is_none()
        && !multiple()
        && !converted()
        && !whole()
        && !context.tells_plan(i)
        && !follows_leader(context, i)
}

/// "A had the most with 63 million, followed by B (14 million) and C (12 million)": the others stand beside the first.
pub(super) fn follows_leader(context: &Context, i: usize) -> bool {
    context.before(i).any(|t| follows_by(context, t))
}

/// "followed by" at token `t`.
pub(super) fn follows_by(context: &Context, t: usize) -> bool {
    matches!(context.read.str(t), "followed" | "trailed") && context.read.str(t + 1) == "by"
}
