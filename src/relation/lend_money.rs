//! Units that large bare numbers have from one in front: "5 million euros, of which Ald 1.9 million", "4.2 million euros to 310 farmers and 1.1
//! million to 42 mills", "14 million euros, 2 million over budget", "4.2 million tonnes of coal and 1.1 million of coke".

use super::Context;
use super::lend::Lent;
use super::rate::of_one_size;
use crate::analysis::Unit;
use crate::language::Class;
use crate::quantity::{Mention, UnitSource};

/// Tokens between a list and its next member.
const NEAR: usize = 6;

/// Figures back to the amount that the money of figure `i` stands beside.
const BESIDE: usize = 3;

/// "5 million, of which Ald 1.9 million, Brenn 1.1 million and others 2 million": parts of money with nothing but names in front.
pub(super) fn from_money_of_parts(context: &Context, mentions: &[Mention], i: usize) -> Option<Lent> {
    let read = context.read;
    let bare = |m: &Mention| m.scaled && m.noun.is_none() && m.per.is_none();
    let previous = context.previous(i)?;
    mentions.get(i).filter(|m| bare(m))?;
    let total = mentions.get(previous).filter(|m| m.scaled && m.unit.is_some_and(Unit::is_currency))?;
    let near = context.near(i);
    let opened = read.find(context.gap(i), Class::PARTS | Class::ALL_PARTS).is_some() || context.gap(i).any(|t| read.is_mark(t, ':'));
    let goes_on = total.unit_source == UnitSource::Lent && context.gap(i).len() <= NEAR;
    let named = near.len() <= NEAR + 3 && !read.classes(near).intersects(Class::VERB | Class::AUXILIARY);
    let closes = !read.is_word(context.after(i).start) || read.word_is(context.after(i).start, Class::AND);
    (named && closes && (opened || goes_on)).then(|| Lent::unit(total.unit.unwrap_or(Unit::Count)))
}

/// "Salaries took 2.1 billion euros, drugs 640 million and works 420 million": the verb and the money are said once, and each amount stands right behind
/// what it goes to.
pub(super) fn from_money_gapped(context: &Context, mentions: &[Mention], i: usize) -> Option<Lent> {
    let read = context.read;
    mentions.get(i).filter(|m| m.scaled && m.noun.is_none() && m.per.is_none())?;
    // "The state gave 210 million euros, half of what was agreed, and the towns 95 million": over a share.
    let previous = context.previous(i)?;
    let share = mentions.get(previous).is_some_and(|m| m.unit == Some(Unit::Percent));
    let previous = if share { context.previous(previous)? } else { previous };
    let before = mentions.get(previous).filter(|m| m.scaled && m.per.is_none())?;
    let money = before.unit.filter(|u| u.is_currency())?;
    let gap = context.gap(i);
    let label = context.tail(gap.clone());
    let joint = label.start.checked_sub(1).filter(|t| *t >= gap.start || read.word_is(label.start, Class::AND));
    let label = if read.word_is(label.start, Class::AND) { label.start + 1..label.end } else { label };
    let label = if read.str(label.start) == "the" && label.len() > 1 { label.start + 1..label.end } else { label };
    // "building works": no verb where the name goes on.
    let attribute = |t: usize| t + 1 < label.end && read.str(t).ends_with("ing");
    let other = Class::STOP | Class::VERB | Class::DETERMINER | Class::PEOPLE | Class::HOUSEHOLDS;
    let name = |t: usize| read.is_word(t) && (!read.word_is(t, other) || attribute(t));
    let named = joint.is_some() && (1..=NEAR).contains(&label.len()) && label.clone().all(|t| name(t) || read.word_is(t, Class::AND));
    let behind = context.after(i).start;
    let closes = !read.is_word(behind) || read.word_is(behind, Class::AND);
    (named && closes && gap.len() <= GAPPED).then(|| Lent::unit(money))
}

/// Tokens from an amount to the next whose verb is left out.
const GAPPED: usize = 10;

/// "4.2 million euros to 310 farmers and 1.1 million to 42 mills", "14 million euros, 2 million over budget": money that goes where the other
/// went, or is over and above it.
pub(super) fn from_money_beside(context: &Context, mentions: &[Mention], i: usize) -> Option<Lent> {
    let read = context.read;
    mentions.get(i).filter(|m| m.scaled && m.noun.is_none() && m.per.is_none())?;
    let money =
        |j: usize| mentions.get(j)?.unit.filter(|u| u.is_currency() && mentions.get(j).is_some_and(|m| m.scaled && m.per.is_none()));
    let behind = context.after(i).start;
    let off = matches!(read.str(behind), "over" | "under" | "above" | "below" | "more" | "less");
    // "147 million euros, 3 million of which was for schools"
    let of_which = read.str(behind) == "of" && matches!(read.str(behind + 1), "which" | "it" | "this");
    if (off || of_which) && context.near(i).is_empty() {
        return context.previous(i).and_then(money).map(Lent::unit);
    }
    let joined = context.gap(i).next_back().is_some_and(|t| read.word_is(t, Class::AND) || read.is_mark(t, ','));
    let goes = matches!(read.str(behind), "to" | "for" | "from");
    let alike = |j: &usize| read.str(context.after(*j).start) == read.str(behind);
    let mut before = (context.in_sentence(i).start..i).rev().take(BESIDE);
    before.find(|j| joined && goes && alike(j) && money(*j).is_some()).and_then(money).map(Lent::unit)
}

/// "Diesel sold at 0.92 dollars a litre, petrol at 1.04 and gas at 1.31 dollars a kilogram": the price of the next thing.
pub(super) fn from_price(context: &Context, mentions: &[Mention], i: usize) -> Option<Lent> {
    let read = context.read;
    let this = mentions.get(i).filter(|m| !m.scaled && m.noun.is_none() && m.per.is_none())?;
    let previous = context.previous(i)?;
    let price = mentions.get(previous).filter(|m| !m.scaled && of_one_size(m, this) && m.precision == this.precision)?;
    let money = price.unit.filter(|u| u.is_currency())?;
    let at = context.lead(i).filter(|t| matches!(read.str(*t), "at" | "for"))?;
    let same = context.lead(previous).is_some_and(|t| read.str(t) == read.str(at));
    let gap = context.gap(i);
    let joined = read.is_mark(gap.start, ',') || read.word_is(gap.start, Class::AND);
    let named = gap.start + 1 < at && (gap.start + 1..at).all(|t| read.is_word(t) && !read.word_is(t, Class::STOP | Class::VERB));
    (same && joined && named && gap.len() <= NEAR).then(|| Lent::unit(money))
}

/// "4.2 million tonnes of coal and 1.1 million of coke": what is counted by "of" is measured as the other.
pub(super) fn measure_alike(context: &Context, mentions: &mut [Mention], i: usize) {
    let read = context.read;
    let of = |j: usize| read.str(context.end(j)) == "of";
    let counted = |m: &Mention| m.scaled && m.unit == Some(Unit::Count) && m.unit_source == UnitSource::Noun && m.per.is_none();
    if !(mentions.get(i).is_some_and(counted) && of(i)) {
        return;
    }
    let measured =
        |m: &&Mention| m.scaled && m.unit_source == UnitSource::Printed && m.unit.is_some_and(|u| !u.is_counted() && !u.is_relative());
    let previous = context.previous(i).filter(|p| of(*p)).and_then(|p| mentions.get(p)).filter(measured);
    let joined = context.gap(i).next_back().is_some_and(|t| read.word_is(t, Class::AND) || read.is_mark(t, ','));
    let Some((unit, power)) = previous.filter(|_| joined).and_then(|m| Some((m.unit?, m.unit_power))) else { return };
    if let Some(m) = mentions.get_mut(i) {
        m.take_unit(unit, power);
        (m.noun, m.head, m.unit_source) = (None, None, UnitSource::Lent);
    }
}
