//! Brackets behind a figure that tell no part of it: "NOK 1.31 billion (NOK 1.24 billion)", "deaths 12,640 (11.2)", "one sack (= 90 kg)".

use super::Context;
use super::rate::of_one_size;
use crate::analysis::Unit;
use crate::language::Class;
use crate::quantity::{Mention, UnitSource};

/// Figures back to the one that stands in a bracket behind its name.
const FIGURES: usize = 3;

/// Whether figure `i`, in front of which a bracket opens, tells something else than a part of the figure in front of it.
pub(super) fn tells_otherwise(context: &Context, mentions: &[Mention], i: usize) -> bool {
    // "3.4 sacks per feddan (one sack = 90 kg)": what the word means.
    let defined = context.read.is_mark(context.after(i).start, '=');
    defined
        || is_former(context, mentions, i)
        || is_rate(context, mentions, i)
        || is_other_side(context, mentions, i)
        || has_own_name(context, mentions, i)
}

/// "Revenue was NOK 1.31 billion (NOK 1.24 billion)": what it was the year before.
fn is_former(context: &Context, mentions: &[Mention], i: usize) -> bool {
    let printed = |j: usize| mentions.get(j).filter(|m| m.unit_source == UnitSource::Printed).and_then(|m| m.unit);
    let alone = context.gap(i).len() == 1 && context.read.is_mark(context.end(i), ')');
    // "1.12 per 100 million vehicle miles (1.21)"
    let rate = |m: &Mention| mentions.get(i).is_some_and(|this| m.per.is_some() && m.unit == this.unit && m.precision == this.precision);
    let rated = || context.previous(i).and_then(|p| mentions.get(p)).is_some_and(rate);
    alone && (printed(i).is_some_and(|own| context.previous(i).and_then(printed) == Some(own)) || rated())
}

/// "deaths 12,640 (11.2)": nobody counts tenths, so that it is a rate of the number in front.
fn is_rate(context: &Context, mentions: &[Mention], i: usize) -> bool {
    let counted = |j: usize| mentions.get(j).filter(|m| m.unit.is_some_and(Unit::is_counted) && !m.scaled).and_then(|m| m.precision);
    counted(i).is_some_and(|p| p < 0) && context.previous(i).and_then(counted).is_some_and(|p| p >= 0)
}

/// "half the density of the country (122)": what the fraction is of.
fn is_other_side(context: &Context, mentions: &[Mention], i: usize) -> bool {
    let gap = context.before(i);
    let half = context.previous(i).and_then(|p| mentions.get(p)).filter(|m| m.in_words && m.unit == Some(Unit::Percent));
    half.is_some() && gap.len() > 3 && context.read.is_mark(context.end(i), ')') && context.read.str(gap.start) == "the"
}

/// "Burglary (2,914) fell by 8%, vehicle theft (1,733) grew": each behind its own name.
fn has_own_name(context: &Context, mentions: &[Mention], i: usize) -> bool {
    let read = context.read;
    let gap = context.before(i);
    let alone = |j: usize| context.before(j).next_back().is_some_and(|t| read.is_mark(t, '(')) && read.is_mark(context.after(j).start, ')');
    if gap.len() < 3 || !read.is_word(gap.end - 2) || !alone(i) {
        return false;
    }
    let unit = mentions.get(i).and_then(|m| m.unit);
    let alike = |j: usize| mentions.get(j).is_some_and(|m| m.of.is_none() && m.unit == unit);
    let other = (context.in_sentence(i).start..i).rev().take(FIGURES).find(|j| alone(*j) && alike(*j));
    let named = |j: usize| read.is_word(context.before(j).end.saturating_sub(2));
    let moved = |j: usize| j + 1 < i || read.classes(gap.clone()).intersects(Class::RISE);
    other.is_some_and(|j| named(j) && moved(j))
}

/// "Births numbered 9,870 (8.8 per 1,000) and deaths 12,640 (11.2)", "highest in Ald (41.2 per 1,000), Brenn (38.1) and Carse (36.0)": the rate that
/// an earlier bracket tells of another thing or place.
pub(super) fn rate_of_bracket<'m>(context: &Context, mentions: &'m [Mention], i: usize) -> Option<&'m Mention> {
    let read = context.read;
    let lone = |j: usize| context.before(j).next_back().is_some_and(|t| read.is_mark(t, '('));
    let this = mentions.get(i).filter(|_| lone(i) && read.is_mark(context.after(i).start, ')'))?;
    let many = |m: &Mention| m.per.as_deref().is_some_and(|per| per.starts_with('1') && per.contains("00"));
    let gap = context.gap(i);
    // ", Brenn (38.1)", "per 1,000, higher than in Ald (38.1)"
    let named = gap.len() <= NAME && read.classes(gap.clone()).intersects(Class::AND | Class::CLAUSE_END);
    let held = |j: usize| j + 1 == i && read.classes(gap.clone()).intersects(Class::THAN | Class::COMPARED | Class::GAP);
    let alike = |j: usize, m: &Mention| {
        m.unit == this.unit && m.precision == this.precision && of_one_size(m, this) && (lone(j) && named || held(j))
    };
    let rate = |j: &usize| {
        mentions.get(*j).is_some_and(|m| lone(*j) && many(m) && is_rate(context, mentions, i) || m.per.is_some() && alike(*j, m))
    };
    (context.in_sentence(i).start..i).rev().take(FIGURES).find(rate).and_then(|j| mentions.get(j))
}

/// Tokens from a bracket over "and" and a name to the next bracket.
const NAME: usize = 6;
