//! Units that a list has from the words in front of its colon: "the populations were: Jerusalem 126,000, Haifa 100,000", "the main areas are as
//! follows: the plain, 570,000; the valley, 120,000".

use super::Context;
use super::counted::{named, names_counted};
use super::lend::Lent;
use crate::analysis::Unit;
use crate::language::Class;
use crate::quantity::Mention;
use crate::text::lowered;
use std::ops::Range;

/// Tokens of the name in front of a figure of such a list.
const NAME: usize = 8;

/// The unit of figure `i`, which stands behind its name in a list that a colon opens.
pub(super) fn from_head(context: &Context, mentions: &[Mention], i: usize) -> Option<Lent> {
    if let Some(above) = from_line_above(context, mentions, i) {
        return Some(above);
    }
    let read = context.read;
    let start = context.sentence(i).start;
    if !is_labelled(context, i) {
        return None;
    }
    let colon = (start..context.before(i).end).rev().find(|t| read.is_mark(*t, ':'))?;
    let head = context.tail(start..colon);
    if let Some(noun) = head.clone().rev().find(|t| names_counted(context, *t) && read.word_is(*t, Class::PEOPLE | Class::HOUSEHOLDS)) {
        return Some(named(context, noun));
    }
    // What was measured last, if that is what the list is said to be of.
    let last = (0..i).rev().take(LAST).filter_map(|j| mentions.get(j)?.unit).find(|unit| names_measure(context, &head, *unit))?;
    Some(Lent { unit: last, head: None, power: 0 })
}

/// "Ald - 7991 people" and on the next line "Brenn - 2423": lines of a name and its number count what the one above counts.
fn from_line_above(context: &Context, mentions: &[Mention], i: usize) -> Option<Lent> {
    let above = i.checked_sub(1).filter(|_| context.previous(i).is_none()).map(|j| context.in_sentence(j).start)?;
    let counted =
        mentions.get(above).filter(|m| names_line(context, above) && names_line(context, i) && m.unit.is_some_and(Unit::is_counted))?;
    Lent::of(counted)
}

/// Whether figure `i` opens its line behind nothing but a name and a dash or colon.
fn names_line(context: &Context, i: usize) -> bool {
    let read = context.read;
    let before = context.sentence(i).start..context.before(i).end;
    let Some(dash) = before.clone().next_back().filter(|t| matches!(read.str(*t), "—" | "–" | "-" | ":")) else { return false };
    (1..=NAME).contains(&(dash - before.start))
        && context.read.tokens.get(before.start).is_some_and(|t| t.capital)
        && !read.classes(before.start..dash).intersects(Class::VERB | Class::AUXILIARY)
}

/// Figures before a list within which what it measures was told.
const LAST: usize = 12;

/// Whether nothing but a name stands between the figure and the mark or figure before it.
fn is_labelled(context: &Context, i: usize) -> bool {
    let read = context.read;
    let before = context.before(i);
    let comma = before.clone().next_back().is_some_and(|t| read.is_mark(t, ','));
    let name = context.tail(before.start..before.end - usize::from(comma));
    let joined = name.is_empty() || name.clone().all(|t| read.word_is(t, Class::AND));
    name.len() <= NAME
        && (joined && context.previous(i).is_some() || name.clone().any(|t| read.is_word(t)))
        && !read.classes(name).intersects(Class::VERB | Class::AUXILIARY)
}

/// Whether the words in front of the colon name what `unit` measures.
fn names_measure(context: &Context, head: &Range<usize>, unit: Unit) -> bool {
    let says = |test: fn(&str) -> bool| head.clone().any(|t| lowered(context.read.str(t), test));
    match unit {
        Unit::Mu | Unit::Hectare | Unit::Acre | Unit::SquareMile | Unit::SquareKilometre | Unit::Dunam | Unit::Feddan | Unit::Rai => {
            says(|word| matches!(word, "area" | "areas" | "land" | "lands" | "acreage" | "holdings" | "extent" | "tracts"))
        }
        Unit::Tonne | Unit::Kilogram | Unit::Bushel | Unit::Barrel => {
            says(|word| matches!(word, "quantities" | "tonnage" | "output" | "production" | "crops" | "yields" | "weights" | "shipments"))
        }
        Unit::Currency(_) => says(|word| {
            matches!(
                word,
                "amounts" | "sums" | "expenditure" | "expenditures" | "revenue" | "revenues" | "values" | "costs" | "grants" | "receipts"
            )
        }),
        _ => false,
    }
}
