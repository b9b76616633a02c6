//! Another value of the rate in front, of another time or place: "2.6 tonnes per hectare, up from 2.1 in 2012", "(2.1 in 2018)", "; the national
//! average was 2.2", "0.4 below the average".

use super::Context;
use super::lend::Lent;
use super::rate::{of_one_size, pairs};
use crate::language::Class;
use crate::quantity::Mention;
use rust_decimal::Decimal;

/// Tokens between the two.
const BETWEEN: usize = 7;

/// Tokens from a bracket over a name to its colon.
const NAMED: usize = 5;

/// Tokens of a bracket that says when or where.
const BRACKET: usize = 7;

/// Whether figure `i` is such a value, whatever it is told in.
pub(super) fn is_value_beside(context: &Context, i: usize) -> bool {
    moved_from(context, i) || told_in_bracket(context, i) || is_mean_beside(context, i)
}

/// The unit of a bare figure beside a rate of something measured: "2.6 tonnes per hectare (2.1 in 2018)".
pub(super) fn from_rate_beside(context: &Context, mentions: &[Mention], i: usize) -> Option<Lent> {
    let this = mentions.get(i).filter(|m| m.noun.is_none() && !m.scaled && !m.in_words && m.per.is_none())?;
    let measured = |m: &&Mention| m.per.is_some() && m.unit.is_some_and(|u| !u.is_relative() && !u.is_counted());
    let rate = mentions.get(beside(context, i)?).filter(measured)?;
    let off = || is_off_mean(context, i) && smaller(this, rate);
    ((is_value_beside(context, i) || pairs(context, i)) && of_size(this, rate) || off()).then(|| Lent::of(rate)).flatten()
}

/// The figure in front that figure `i` may be another value of: in its sentence, or the last of the sentence before ("Yields were 2.6 tonnes per
/// hectare. The national average was 2.2.").
pub(super) fn beside(context: &Context, i: usize) -> Option<usize> {
    context.previous(i).or_else(|| {
        let opens = context.read.str(context.sentence(i).start) == "The" && is_mean_beside(context, i);
        let before = i.checked_sub(1).filter(|_| opens)?;
        let near = context.end(before) + BEFORE > context.sentence(i).start;
        let one = !(context.end(before)..context.sentence(i).start).any(|t| context.read.is_break(t));
        (near && one).then_some(before)
    })
}

/// Tokens from a rate to the end of its sentence.
const BEFORE: usize = 12;

/// Whether a bare number is about as large as a rate in the unit that it is printed in.
fn of_size(bare: &Mention, rate: &Mention) -> bool {
    let power = u32::try_from(-rate.unit_power).ok().filter(|power| *power < 10);
    if rate.unit_power == 0 {
        return of_one_size(bare, rate);
    }
    let printed = power.and_then(|power| rate.amount.middle()?.checked_mul(Decimal::from(10_u64.pow(power))));
    let within = |a: Decimal, b: Decimal| b.checked_mul(Decimal::TEN).is_some_and(|ten| a <= ten);
    printed.zip(bare.amount.middle()).is_some_and(|(rate, bare)| within(rate, bare) && within(bare, rate))
}

fn smaller(a: &Mention, b: &Mention) -> bool {
    b.unit_power == 0 && a.amount.middle().zip(b.amount.middle()).is_some_and(|(a, b)| a < b)
}

/// "2.6 tonnes per hectare, up from 2.1 tonnes in 2012".
fn moved_from(context: &Context, i: usize) -> bool {
    let gap = context.gap(i);
    let from = context.lead(i).is_some_and(|t| gap.contains(&t) && context.read.word_is(t, Class::FROM));
    let said = context.read.classes(gap.clone());
    from && gap.len() <= BETWEEN && said.intersects(Class::RISE) && !said.intersects(Class::AND)
}

/// "2.6 tonnes per hectare (2.1 in 2018)", "41 per 1,000 births (34 nationally)".
fn told_in_bracket(context: &Context, i: usize) -> bool {
    let read = context.read;
    let gap = context.gap(i);
    // "(England: 3.8)"
    let named = gap.len() > 2 && gap.len() <= NAMED && read.is_mark(gap.start, '(') && read.is_mark(gap.end - 1, ':');
    if named && read.is_mark(context.after(i).start, ')') && read.tokens.get(gap.start + 1).is_some_and(|t| t.capital) {
        return true;
    }
    let open = gap.len() == 1 && read.is_mark(gap.start, '(');
    let behind = context.after(i).start;
    let Some(close) = (behind..behind + BRACKET).find(|t| read.is_mark(*t, ')')).filter(|_| open) else { return false };
    let told = behind..close;
    let place = matches!(read.str(behind), "nationally" | "nationwide" | "elsewhere" | "statewide");
    let led = matches!(read.str(behind), "in" | "for") && told.len() > 1 && !told.clone().skip(1).any(|t| read.word_is(t, Class::TOTAL));
    place || led || read.find(told, Class::LAST_YEAR).is_some()
}

/// "; the national average was 2.2", ", the state average being 2.2".
fn is_mean_beside(context: &Context, i: usize) -> bool {
    let read = context.read;
    let gap = context.gap(i);
    let verb = context.lead(i).filter(|t| gap.contains(t) && matches!(read.str(*t), "was" | "is" | "being" | "of" | "at"));
    verb.is_some_and(|verb| verb > gap.start && is_mean(read.str(verb - 1))) && gap.len() <= BETWEEN + 1
}

/// "2.6 tonnes per hectare, 0.4 below the national average".
fn is_off_mean(context: &Context, i: usize) -> bool {
    let read = context.read;
    let behind = context.after(i).start;
    let off = matches!(read.str(behind), "above" | "below" | "under" | "over") || matches!(read.str(behind + 1), "than");
    let near = context.gap(i).len() <= 3;
    off && near && (behind + 1..behind + BRACKET).take_while(|t| !context.ends_clause(*t)).any(|t| is_mean(read.str(t)))
}

fn is_mean(word: &str) -> bool {
    matches!(word, "average" | "mean" | "median" | "norm")
}
