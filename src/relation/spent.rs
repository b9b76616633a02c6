//! Shares of money that are told by what was done with it, and shares that go on with those in front: "the budget was 10.4 million, and 59.5% had been
//! spent", "of which 51% are girls, 12% are boarders", "37% was funded, leaving a gap of 63%".

use super::Context;
use super::base::{Link, nearest_before};
use super::beside::names_yardstick;
use crate::analysis::{Kind, Unit};
use crate::language::Class;
use crate::quantity::Mention;
use rust_decimal::Decimal;

/// "the adjusted budget was 10.4 million and it had spent 59.5%", "88% had been spent as at December": of the money told in front.
pub(super) fn spent(context: &Context, mentions: &[Mention], i: usize) -> Link {
    let read = context.read;
    let behind = context.after(i).start;
    let passive = read.word_is(behind, Class::AUXILIARY) && (behind + 1..behind + 3).any(|t| is_spent(read.str(t)));
    let active = || context.lead(i).is_some_and(|t| is_spent(read.str(t)));
    let ends = || !read.is_word(behind) || read.word_is(behind, Class::PREPOSITION | Class::AND) && read.str(behind) != "of";
    // "was financed to 52 per cent from taxes", "donors provided 78 per cent"
    let to = || {
        let clause = context.near(i);
        context.lead(i).is_some_and(|t| read.str(t) == "to" && t > clause.start && is_spent(read.str(t - 1)))
    };
    let gave = || context.lead(i).is_some_and(|t| matches!(read.str(t), "provided" | "contributed" | "bore" | "gave"));
    let money = |m: &Mention| m.unit.is_some_and(Unit::is_currency) && m.per.is_none();
    if !(passive || (active() || to() || gave()) && ends()) {
        return None;
    }
    // "1.18 million was spent, 94 per cent of the budget of 1.26 million; donors gave 78 per cent": of what was spent.
    let done = |m: &Mention| money(m) && m.kind != Kind::Target;
    if gave() { nearest_before(context, mentions, i, done) } else { nearest_before(context, mentions, i, money) }
}

/// What is done with money that was set aside.
fn is_spent(word: &str) -> bool {
    matches!(word, "spent" | "disbursed" | "released" | "used" | "utilised" | "utilized" | "funded" | "absorbed" | "executed" | "paid")
        || matches!(
            word,
            "drawn"
                | "met"
                | "financed"
                | "committed"
                | "covered"
                | "received"
                | "mobilised"
                | "mobilized"
                | "secured"
                | "raised"
                | "collected"
        )
}

/// "Enrolment is 48,715, of which 51.3% are girls, 12.2% are boarders and 3% orphans": shares behind "of which", each with a verb, as long as they do
/// not come to more than the whole.
pub(super) fn goes_on_of_which(context: &Context, mentions: &[Mention], i: usize) -> bool {
    let read = context.read;
    let Some(previous) = context.previous(i) else { return false };
    // "37% was funded, leaving a gap of 63%"
    let both = mentions.get(previous).zip(mentions.get(i)).and_then(|(a, b)| a.amount.one()?.checked_add(b.amount.one()?));
    if both == Some(Decimal::ONE_HUNDRED) && read.str(context.after(i).start) != "of" {
        return true;
    }
    let joined = context.lead(i).is_some_and(|t| read.is_mark(t, ',') || read.word_is(t, Class::AND));
    let other = Class::RISE | Class::COMPARED | Class::THAN | Class::FROM | Class::PARTS;
    if !joined || read.classes(context.gap(i)).intersects(other) {
        return false;
    }
    let Some((base, rule)) = mentions.get(previous).and_then(|m| m.base) else { return false };
    let shares =
        (context.in_sentence(i).start..=i).filter_map(|j| mentions.get(j).filter(|m| j == i || m.base.is_some_and(|(b, _)| b == base)));
    let sum = shares.filter(|m| m.unit == Some(Unit::Percent)).try_fold(Decimal::ZERO, |sum, m| sum.checked_add(m.amount.middle()?));
    (rule == "with_sibling" || context.opened_by(previous, Class::PARTS)) && sum.is_some_and(|sum| sum <= Decimal::ONE_HUNDRED)
}

/// "46% was spent on works, 29% on training and 25% on staff": the same preposition behind both, and together no more than all.
pub(super) fn goes_on_to(context: &Context, mentions: &[Mention], i: usize) -> bool {
    let read = context.read;
    let behind = context.after(i).start;
    let preposition = matches!(read.str(behind), "on" | "for" | "to" | "from" | "by");
    let joined = context.lead(i).is_some_and(|t| read.is_mark(t, ',') || read.word_is(t, Class::AND));
    let alike = preposition && joined && context.gap(i).any(|t| read.str(t) == read.str(behind));
    let shares = (context.in_sentence(i).start..=i)
        .filter_map(|j| mentions.get(j))
        .filter(|m| m.unit == Some(Unit::Percent) && m.kind == Kind::Share);
    let sum = || shares.rev().take(PURPOSES).try_fold(Decimal::ZERO, |sum, m| sum.checked_add(m.amount.middle()?));
    alike && sum().is_some_and(|sum| sum <= Decimal::ONE_HUNDRED)
}

/// Shares of one sum that are added up, at most.
const PURPOSES: usize = 2;

/// "an absorption rate of 80%, when 447 million was spent against a budget of 563 million": the result that stands behind, with what it is
/// set against.
pub(super) fn spent_of_budget(context: &Context, mentions: &[Mention], i: usize) -> Link {
    let read = context.read;
    let end = context.end(i);
    let rate = context.is_led_by(i, Class::RATE) || (end..end + 3).any(|t| read.word_is(t, Class::RATE));
    let against = |b: &usize| {
        let gap = context.gap(*b);
        read.str(gap.start) == "against"
            && gap.clone().any(|t| names_yardstick(context, t))
            && mentions.get(*b).is_some_and(|m| m.stands_alone() || m.kind == Kind::Target)
    };
    let budget = (i + 2..context.in_sentence(i).end).find(|b| rate && against(b))?;
    // "a rate of 78%, down from 80% when ...": the last share in front of it is meant.
    let share = |j: &usize| mentions.get(*j).is_some_and(|m| m.unit == Some(Unit::Percent));
    if (i + 1..budget).any(|j| share(&j)) {
        return None;
    }
    mentions.get(budget - 1).filter(|m| m.stands_alone()).map(|_| (budget - 1, "set_against_plan"))
}
