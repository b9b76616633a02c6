//! Persons whose number stands in a bracket: "visitors from Pell (66,758), Fenn (86,180) and Ald (4,517)".

use super::Context;
use super::counted::{named, names_counted};
use super::lend::Lent;
use super::places::is_capital;
use crate::analysis::Unit;
use crate::language::Class;
use crate::quantity::Mention;

/// "of all active workers (15.3 million)", "visitors from Pell (66,758)": alone in a bracket behind the noun, or behind where persons come from;
/// "those from the United States (491,687), Fenn (86,180) and Pell (4,517)" goes on with those of the figure before.
pub(super) fn from_bracket(context: &Context, mentions: &[Mention], i: usize) -> Option<Lent> {
    let read = context.read;
    let open = context.lead(i).filter(|t| read.is_mark(*t, '(') && read.is_mark(context.after(i).start, ')'))?;
    // "Sick leave: 4.7% (5.9)": the same of another year.
    let previous = context.previous(i).and_then(|p| mentions.get(p));
    let same = |m: &&Mention| {
        // "1.12 per 100 million vehicle miles (1.21)": of as many.
        let measured = m.unit.is_some_and(|u| u == Unit::Percent || m.per.is_some() || !u.is_counted() && !u.is_relative());
        measured && !m.in_words && !m.scaled && m.precision.is_some_and(|p| p < 0)
    };
    if let Some(share) =
        previous.filter(same).filter(|m| context.gap(i).len() == 1 && m.precision == mentions.get(i).and_then(|m| m.precision))
    {
        return Lent::of(share);
    }
    let start = context.sentence(i).start;
    let last = open.checked_sub(1).filter(|t| *t >= start)?;
    let proper = is_capital(context, last) && last > start;
    if !proper {
        return names_counted(context, last).then(|| named(context, last));
    }
    let name = |t: &usize| is_capital(context, *t) && *t > start || matches!(read.str(*t), "the" | "of" | "from" | "in" | "and");
    let first = (open.saturating_sub(NAME).max(context.before(i).start)..open).rev().take_while(name).last()?;
    let counted = first.checked_sub(1).filter(|t| *t >= start)?;
    let from = matches!(read.str(first), "from" | "in" | "of");
    if from && read.word_is(counted, Class::PEOPLE | Class::HOUSEHOLDS) {
        return Some(named(context, counted));
    }
    let listed = || read.is_mark(context.gap(i).start, ')') && first <= context.gap(i).start + 2;
    let persons = |m: &&Mention| m.unit.is_some_and(|unit| matches!(unit, Unit::People | Unit::Households)) && m.head.is_some();
    let before = mentions.get(context.in_sentence(i).start..i)?.iter().rev().find(|m| m.unit.is_some_and(Unit::is_counted));
    before.filter(persons).filter(|_| from && read.str(counted) == "those" || listed()).and_then(Lent::of)
}

/// Tokens of a name in front of a bracket.
const NAME: usize = 8;
