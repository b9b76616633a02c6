//! Denominators of means that the plural in front tells: "Families had on average 6.3 members", "Gifts averaged $61"; and of what is so much of as
//! many as the figure before: "of every £100, £38 goes on repairs, £27 on interest".

use super::Context;
use super::denominators::standard;
use super::each::is_plural;
use crate::analysis::Unit;
use crate::language::{Class, singular};
use crate::quantity::{Mention, printed};
use crate::text::lowered;

/// Tokens of a subject.
const SUBJECT: usize = 7;

/// "Families had on average 6.3 members", "Herders own 14 goats on average": each of the plural that is the subject.
pub(super) fn had_on_average(context: &Context, mentions: &[Mention], i: usize) -> Option<String> {
    let read = context.read;
    mentions.get(i).filter(|m| m.unit.is_some_and(|u| !u.is_relative() && !u.is_time()))?;
    let clause = context.near(i);
    let end = context.unhedged(i);
    let in_front = end >= clause.start + 3 && read.str(end - 2) == "on" && read.str(end - 1) == "average";
    let behind = || read.str(context.after(i).start) == "on" && read.str(context.after(i).start + 1) == "average";
    let verb = if in_front { end - 3 } else { end.checked_sub(1).filter(|_| behind())? };
    let has = matches!(read.str(verb), "had" | "have" | "own" | "owned" | "keep" | "kept" | "employ" | "employed" | "cultivate" | "farm");
    let owner = verb.checked_sub(1).filter(|t| has && *t >= clause.start && *t < clause.start + SUBJECT)?;
    let plain = (clause.start..owner).all(|t| read.is_word(t) && !read.word_is(t, Class::PREPOSITION | Class::AUXILIARY | Class::VERB));
    let many = is_plural(context, owner) || read.word_is(owner, Class::PEOPLE | Class::HOUSEHOLDS) && read.str(owner).ends_with('s');
    (plain && many).then(|| standard(&singular(&read.str(owner).to_lowercase())))
}

/// "Gifts averaged $61", "and fines averaging 385 dollars": one of those that stand right in front, where they are sums of money.
pub(super) fn plural_that_averages(context: &Context, i: usize) -> Option<String> {
    let read = context.read;
    let verb = context.lead(i).filter(|t| matches!(read.str(*t), "averaged" | "averaging" | "average"))?;
    let noun = verb.checked_sub(1).filter(|t| *t >= context.near(i).start && !context.is_figure(*t))?;
    let sum = |word: &str| {
        matches!(word, "gifts" | "grants" | "loans" | "fines" | "claims" | "donations" | "awards" | "bills" | "orders" | "contracts")
            || matches!(word, "scholarships" | "transfers" | "remittances" | "deposits" | "payouts" | "bequests" | "invoices")
    };
    lowered(read.str(noun), sum).then(|| singular(&read.str(noun).to_lowercase()))
}

/// "of every £100, £38 goes on repairs, £27 on interest": the next of the same hundred.
pub(super) fn of_as_many(context: &Context, mentions: &[Mention], i: usize, previous: usize) -> Option<String> {
    let read = context.read;
    let (this, before) = (mentions.get(i)?, mentions.get(previous)?);
    let every = mentions.get(context.in_sentence(i).start).filter(|m| m.first > 1 && matches!(read.str(m.first - 1), "every" | "each"))?;
    let money = this.unit == before.unit && this.unit == every.unit && this.unit.is_some_and(Unit::is_currency);
    let per = before.per.as_ref().filter(|per| money && **per == printed(read, every.first..every.after_noun))?;
    context.gap(i).any(|t| read.is_mark(t, ',') || read.word_is(t, Class::AND)).then(|| per.clone())
}
