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

/// "Diesel sold at 0.92 dollars a litre, petrol at 1.04 and gas at 1.31 dollars a kilogram", "15 lorries at 42,000 euros, 3 vans at 18,500", "a loaf cost
/// 4.85 zlotys, a litre of milk 3.62": the price of the next thing.
pub(super) fn from_price(context: &Context, mentions: &[Mention], i: usize) -> Option<Lent> {
    let read = context.read;
    let this = mentions.get(i).filter(|m| !m.scaled && m.noun.is_none() && m.per.is_none())?;
    // "3 vans at 18,500": over the number of what is bought.
    let counted = |m: &Mention| m.noun.is_some() && m.per.is_none() && m.unit.is_some_and(Unit::is_counted);
    let beside = context.previous(i)?;
    let over = mentions.get(beside).is_some_and(counted);
    let previous = if over { context.previous(beside)? } else { beside };
    let price = mentions.get(previous).filter(|m| !m.scaled && m.unit.is_some_and(Unit::is_currency))?;
    let lead = |j: usize| context.lead(j).filter(|t| matches!(read.str(*t), "at" | "for")).map(|t| read.str(t));
    let same = lead(i).is_some() && lead(previous) == lead(i);
    // In cents, too.
    let printed = price.precision.map(|p| p - price.unit_power) == this.precision;
    let alike = printed && of_one_size(price, this);
    let told = if over {
        same && joins(context, beside) && context.gap(beside).len() == 1 && context.gap(i).len() == 1
    } else {
        let coins = || this.precision.is_some_and(|p| p < 0) || alike && read.str(context.gap(i).start + 1) == "a";
        let whole = || coins() || one_of_each(context, mentions, previous);
        let closes = || !read.is_word(context.after(i).start) || read.word_is(context.after(i).start, Class::AND);
        joins(context, i) && names_price(context, i, same) && if same { alike } else { printed && whole() && closes() }
    };
    told.then(|| Lent { unit: price.unit.unwrap_or(Unit::Count), head: None, power: price.unit_power })
}

/// Whether a comma or "and" opens what stands in front of figure `i`.
fn joins(context: &Context, i: usize) -> bool {
    let start = context.gap(i).start;
    context.read.is_mark(start, ',') || context.read.word_is(start, Class::AND)
}

/// "a litre of milk 3.62", "petrol at 1.04": nothing but the thing and the word that is `led` by stands in front of its price.
fn names_price(context: &Context, i: usize, led: bool) -> bool {
    let read = context.read;
    let start = context.gap(i).start + 1;
    let start = start + usize::from(matches!(read.str(start), "a" | "an" | "one" | "the"));
    let label = start..context.unhedged(i).saturating_sub(usize::from(led)).max(start);
    let name = |t: usize| read.is_word(t) && (!read.word_is(t, Class::STOP | Class::VERB) || read.str(t) == "of" && t > start);
    (1..=NEAR).contains(&label.len()) && label.clone().all(name)
}

/// "A tonne of steel cost 640 euros": whether figure `i` is the price of one of something.
fn one_of_each(context: &Context, mentions: &[Mention], i: usize) -> bool {
    let read = context.read;
    let clause = context.clause_before(i);
    let start = clause.start + usize::from(read.word_is(clause.start, Class::AND));
    let cost = context.lead(i).is_some_and(|t| matches!(read.str(t), "cost" | "costs" | "fetched" | "fetches" | "costing" | "at" | "for"));
    let lent = || mentions.get(i).is_some_and(|m| m.unit_source == UnitSource::Lent);
    matches!(read.str(start), "A" | "a" | "An" | "an" | "One" | "one") && (cost || lent())
}

/// "of which 1.9 billion was machinery, 0.8 billion food and 0.5 billion timber": the verb is said once, and the names stand behind their amounts.
fn pays_alike(context: &Context, mentions: &[Mention], i: usize) -> Option<Unit> {
    let read = context.read;
    let counted = |m: &&Mention| m.scaled && m.unit == Some(Unit::Count) && m.unit_source == UnitSource::Noun && m.per.is_none();
    let this = mentions.get(i).filter(counted)?;
    let before = context.previous(i)?;
    let money = mentions.get(before).filter(|m| m.scaled && m.unit_source == UnitSource::Lent && of_one_size(m, this))?;
    let unit = money.unit.filter(|unit| unit.is_currency())?;
    let gap = context.gap(i);
    let joint = gap.end.checked_sub(1).filter(|t| gap.contains(t) && (read.is_mark(*t, ',') || read.word_is(*t, Class::AND)))?;
    let was = matches!(read.str(gap.start), "was" | "were" | "is" | "are") && gap.len() <= NEAR + 1 && joint > gap.start + 1;
    let plain = || !read.classes(gap.start + 1..joint).intersects(Class::VERB | Class::AUXILIARY | Class::PREPOSITION);
    let behind = context.after(i).start;
    let closes = !read.is_word(behind) || read.word_is(behind, Class::AND);
    // Behind one whose name stands between them.
    let listed = gap.len() == 1 && money.noun.is_none() && context.end(before) < gap.start;
    (closes && (was && plain() || listed)).then_some(unit)
}

/// "4.9 tonnes per shift underground, 17.3 opencast": a fraction with nothing but an adjective behind, right behind a measure.
fn adjective_behind(context: &Context, mentions: &[Mention], i: usize) -> Option<(Unit, i32)> {
    let read = context.read;
    let bare =
        |m: &&Mention| m.unit == Some(Unit::Count) && m.head.is_none() && m.noun.is_some_and(|n| n.first == n.head) && m.per.is_none();
    let this = mentions.get(i).filter(bare).filter(|m| !m.scaled && m.precision.is_some_and(|p| p < 0))?;
    let before = context.previous(i).and_then(|p| mentions.get(p)).filter(|m| m.precision == this.precision && of_one_size(m, this))?;
    let measured = before.unit.filter(|u| before.unit_source == UnitSource::Printed && !u.is_counted() && !u.is_relative())?;
    let gap = context.gap(i);
    let joint = gap.end.checked_sub(1).is_some_and(|t| gap.contains(&t) && (read.is_mark(t, ',') || read.word_is(t, Class::AND)));
    let closes = !read.is_word(context.after(i).start) || read.word_is(context.after(i).start, Class::AND);
    (joint && closes && gap.len() <= 2).then_some((measured, before.unit_power))
}

/// "4.2 million tonnes of coal and 1.1 million of coke": what is counted by "of" is measured as the other.
pub(super) fn measure_alike(context: &Context, mentions: &mut [Mention], i: usize) {
    if let Some(unit) = pays_alike(context, mentions, i) {
        if let Some(m) = mentions.get_mut(i) {
            (m.unit, m.noun, m.head, m.unit_source) = (Some(unit), None, None, UnitSource::Lent);
        }
        return;
    }
    let read = context.read;
    if let Some((unit, power)) = adjective_behind(context, mentions, i) {
        if let Some(m) = mentions.get_mut(i) {
            m.take_unit(unit, power);
            (m.noun, m.head, m.unit_source) = (None, None, UnitSource::Lent);
        }
        return;
    }
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
