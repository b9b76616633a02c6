//! What a mean is per, where its noun stands in front or is a stretch of years: "a ten-year average of 2.8 million hectares", "40 fires averaging
//! 2.8 hectares", "paid to 31,400 families at an average of 118", "a per capita use of 1.2 visits".

use super::Context;
use crate::analysis::{Kind, Unit};
use crate::language::Class;
use crate::quantity::Mention;

/// Tokens between the words of a mean and its figure.
const NEAR: usize = 6;

/// The denominator of mean `i`, if such words tell it.
pub(super) fn mean_of(context: &Context, mentions: &[Mention], i: usize) -> Option<String> {
    let this = mentions.get(i).filter(|m| m.unit.is_some_and(|u| !u.is_relative()))?;
    of_those_in_front(context, mentions, i).or_else(|| stayed_on_average(context, mentions, i)).or_else(|| of_one_person(context, this, i))
}

/// Tells the means of years: they are compared with and divide nothing, so that they come when all is linked.
pub(super) fn tell_means_of_years(context: &Context, mentions: &mut [Mention]) {
    for i in 0..mentions.len() {
        let Some(m) = mentions.get_mut(i).filter(|m| m.per.is_none() && of_years(context, m, i)) else { continue };
        m.per = Some("year".to_owned());
        if m.kind == Kind::Level {
            m.kind = Kind::Average;
        }
    }
}

/// "a ten-year average of 2.8 million", "the average of the previous ten years (155,900)": so much in each of them.
fn of_years(context: &Context, this: &Mention, i: usize) -> bool {
    let read = context.read;
    let Some(lead) = context.lead(i) else { return false };
    let adds_up = this.unit.is_some_and(|u| !u.is_relative() && !u.is_time() && u != Unit::Celsius);
    let mean = |t: usize| matches!(read.str(t), "average" | "mean");
    let named = read.str(lead) == "of" && lead > 3 && mean(lead - 1) && read.str(lead - 2) == "year" && read.is_mark(lead - 3, '-');
    let behind = || {
        let years = read.is_mark(lead, '(') && lead > 0 && read.str(lead - 1) == "years";
        let front = lead.saturating_sub(NEAR).max(context.sentence(i).start)..lead;
        years && front.clone().any(|t| mean(t) && read.str(t + 1) == "of") && read.is_mark(context.after(i).start, ')')
    };
    adds_up && (named || behind())
}

/// "40 fires averaging 2.8 hectares", "paid to 31,400 families at an average of 118": each of those that were counted right in front.
fn of_those_in_front(context: &Context, mentions: &[Mention], i: usize) -> Option<String> {
    let read = context.read;
    let gap = context.gap(i);
    let end = context.before_hedges(gap.clone());
    let words = gap.start..end;
    let averaging = words.len() == 1 && read.str(words.start) == "averaging";
    let at = |t: usize| matches!(read.str(t), "at" | "with") && matches!(read.str(t + 1), "an" | "a") && read.str(t + 2) == "average";
    let given = words.len() == 4 && at(words.start) && read.str(words.start + 3) == "of";
    let counted = |m: &&Mention| m.noun.is_some() && m.unit.is_some_and(Unit::is_counted) && m.per.is_none();
    let ends = read.str(context.after(i).start) != "each";
    context.previous(i).and_then(|p| mentions.get(p)).filter(counted).filter(|_| ends && (averaging || given))?.head.clone()
}

/// "30,900 patients, who stayed 4.6 days on average": a clause about those who are counted.
fn stayed_on_average(context: &Context, mentions: &[Mention], i: usize) -> Option<String> {
    let read = context.read;
    let after = context.after(i).start;
    let gap = context.gap(i);
    let clause = gap.len() <= NEAR && gap.clone().any(|t| matches!(read.str(t), "who" | "which"));
    let counted = |m: &&Mention| m.noun.is_some() && m.unit.is_some_and(Unit::is_counted) && m.per.is_none();
    let said = clause && read.str(after) == "on" && read.phrase_is(after, Class::ON_AVERAGE);
    context.previous(i).and_then(|p| mentions.get(p)).filter(counted).filter(|_| said)?.head.clone()
}

/// "a per capita use of 1.2 visits": what is not whole is counted for each, not there in all.
fn of_one_person(context: &Context, this: &Mention, i: usize) -> Option<String> {
    let read = context.read;
    let broken = this.unit == Some(Unit::Count) && !this.scaled && this.amount.one().is_some_and(|v| !v.fract().is_zero());
    let near = context.near(i);
    let of = context
        .lead(i)
        .filter(|t| broken && *t + 1 == this.first && near.contains(t) && matches!(read.str(*t), "of" | "was" | "at" | "is"))?;
    let capita = read.find_last(near.start.max(of.saturating_sub(NEAR))..of, Class::PER_CAPITA)?;
    (!(capita + 1..of).any(|t| context.is_figure(t))).then(|| "person".to_owned())
}
