//! The kind of a figure by the words around it alone, whatever the figures beside it tell.

use super::Context;
use super::aims::is_aim;
use super::change::changes;
use super::gap::{beyond_plan, compared_by, exceeds_by, exceeds_last_year, gap};
use super::goal::{is_goal, is_listed_goal};
use super::mean::averaged;
use super::planned::{is_to_come, planned, planned_by_document};
use super::yardstick::is_yardstick;
use crate::analysis::{Kind, Unit};
use crate::language::Class;
use crate::quantity::{Mention, further, is_time};

/// What is known of a figure so far.
struct Own {
    unit: Unit,
    /// Whether it is a mean by its denominator.
    per: bool,
    changes: bool,
    kind: Option<Kind>,
}

/// Tells the kind of every figure that has a unit. Each question is asked of all figures that are left before the next one: the code of all
/// questions together is larger than what a processor keeps at hand.
pub(super) fn own_kinds(context: &Context, mentions: &[Mention]) -> Vec<Kind> {
    let unknown = |(i, m): (usize, &Mention)| {
        let per = m.per.is_some() && !is_capacity(context, mentions, i);
        // What has no unit has no kind to be told.
        Own { unit: m.unit.unwrap_or(Unit::Count), per, changes: false, kind: m.unit.is_none().then_some(m.kind) }
    };
    let mut figures: Vec<Own> = mentions.iter().enumerate().map(unknown).collect();
    for (i, own) in left(&mut figures) {
        own.kind = set_apart(context, i, own.unit);
    }
    for (i, own) in left(&mut figures) {
        own.changes = changes(context, i, own.unit) || own.unit.is_relative() && moves_by_noun(context, i);
    }
    for (i, own) in left(&mut figures).filter(|(_, own)| !own.unit.is_relative()) {
        own.kind = is_goal(context, i).then_some(Kind::Target);
    }
    for (i, own) in left(&mut figures) {
        own.kind = is_yardstick(context, i, own.unit).then_some(Kind::Target);
    }
    for (i, own) in left(&mut figures) {
        own.kind = moved(context, i, own);
    }
    for (i, own) in left(&mut figures) {
        own.kind = intended(context, i, own.unit).then_some(Kind::Target);
    }
    for (i, own) in left(&mut figures) {
        let mean = own.per || own.unit != Unit::Percent && averaged(context, i, own.unit);
        own.kind = Some(if own.unit == Unit::Percent {
            Kind::Share
        } else if mean {
            Kind::Average
        } else {
            Kind::Level
        });
    }
    figures.into_iter().map(|own| own.kind.unwrap_or(Kind::Level)).collect()
}

/// The figures whose kind is not told yet.
fn left(figures: &mut [Own]) -> impl Iterator<Item = (usize, &mut Own)> {
    figures.iter_mut().enumerate().filter(|(_, own)| own.kind.is_none())
}

/// Ratios, and what is held against something else.
fn set_apart(context: &Context, i: usize, unit: Unit) -> Option<Kind> {
    if unit == Unit::Ratio {
        return Some(if is_listed_goal(context, i) { Kind::Target } else { Kind::Ratio });
    }
    if unit == Unit::Percent && exceeds_last_year(context, i) {
        return Some(Kind::Growth);
    }
    if beyond_plan(context, i) || exceeds_by(context, i, unit) {
        return Some(Kind::Gap);
    }
    // "Firearms seized: 655, +12%"
    let plus = context.before(i).next_back().is_some_and(|t| context.read.is_mark(t, '+'));
    if plus && unit == Unit::Percent && context.previous(i).is_some() {
        return Some(Kind::Growth);
    }
    // "41 GWh, 6% short of forecasts"
    let end = context.end(i);
    if unit == Unit::Percent && context.read.str(end) == "short" && context.read.str(end + 1) == "of" {
        return Some(Kind::Gap);
    }
    if unit == Unit::Percent && is_of_plan(context, i) {
        return Some(Kind::Share);
    }
    if unit == Unit::Percent
        && let Some(kind) = beyond_level(context, i)
    {
        return Some(kind);
    }
    // "higher by 1.1 million than the average", "lower by 8% than last season".
    let (_, apart) = compared_by(context, i).filter(|_| !context.is_led_by(i, Class::PLAN))?;
    let changed = if unit == Unit::Percent { Kind::Growth } else { Kind::Change };
    Some(if apart { Kind::Gap } else { changed })
}

/// "38% above the 6.8 million hectares covered by this date last year", "27% in excess of the normal 719 mm", "5.9 per cent short of the 2019
/// figure": beyond another level, which is a growth where that is an earlier one.
fn beyond_level(context: &Context, i: usize) -> Option<Kind> {
    let read = context.read;
    let after = context.after(i);
    let the = match (read.str(after.start), read.str(after.start + 1)) {
        ("above" | "below", _) => after.start + 1,
        ("short", "of") => after.start + 2,
        ("in", "excess") => after.start + 3,
        _ => return None,
    };
    if !matches!(read.str(the), "the" | "its" | "their") {
        return None;
    }
    if read.word_is(the + 1, Class::YEAR) && matches!(read.str(the + 2), "figure" | "level" | "total" | "value" | "result") {
        return Some(if the == after.start + 2 { Kind::Gap } else { Kind::Growth });
    }
    let next = context.next(i).filter(|n| context.before(*n).end <= the + LEVEL && !context.near(*n).is_empty())?;
    let plain = (the..context.before(next).end).all(|t| read.is_word(t) && !read.word_is(t, Class::VERB | Class::AND));
    let behind = context.behind(next);
    let dated = read.find_word(behind.clone(), Class::YEAR).is_some() || read.find(behind, Class::LAST_YEAR).is_some();
    plain.then_some(if dated { Kind::Growth } else { Kind::Gap })
}

/// Tokens from an article to the level that is passed ("the normal", "the long-term mean of").
const LEVEL: usize = 6;

/// Gaps, steps and what else words of comparison and of parts tell.
fn moved(context: &Context, i: usize, own: &Own) -> Option<Kind> {
    let Own { unit, per, changes, .. } = *own;
    match unit {
        // "from 23.2% to 24.0% (or +0.8 percentage points)"
        Unit::PercentagePoint => {
            let signed = || context.before(i).next_back().is_some_and(|t| context.read.is_mark(t, '+'));
            Some(if (changes || signed()) && !gap(context, i) { Kind::Change } else { Kind::Gap })
        }
        Unit::Percent if gap(context, i) => Some(Kind::Gap),
        Unit::Percent if changes && (is_to_come(context, i) || is_goal(context, i)) => Some(Kind::Target),
        Unit::Percent if changes => Some(Kind::Growth),
        // "199 million, of which 15% will be devoted to farms": a share of what is planned.
        Unit::Percent => (context.opened_by(i, Class::PARTS) || share_said(context, i)).then_some(Kind::Share),
        _ if (changes || (!unit.is_counted() || is_bare(context, i)) && sets_against(context, i)) && gap(context, i) => Some(Kind::Gap),
        // "is targeted to build 515 more houses".
        _ if changes && (is_to_come(context, i) || !per && further(context.read, context.end(i)) && planned(context, i, || false)) => {
            Some(Kind::Target)
        }
        _ if changes => Some(Kind::Change),
        // "needs 1,540 homes by 2030, on average 385 a year": what a plan comes to for each.
        _ => ((per || unit.is_currency()) && shares_out(context, i)).then_some(Kind::Average),
    }
}

/// What is still to be done.
fn intended(context: &Context, i: usize, unit: Unit) -> bool {
    // "is forecast to fall to 2.4 million, down from 2.5 million last year"
    let moved = |t: usize| t > 0 && matches!(context.read.str(t - 1), "up" | "down");
    if context.leads_from(i) && context.lead(i).is_some_and(moved) {
        return false;
    }
    // "a third will be newcomers compared to 18% in 2005"
    if unit.is_relative() && context.is_reference(i) && tells_past(context, i) {
        return false;
    }
    if unit == Unit::Percent {
        return !is_opinion(context, i) && planned(context, i, || is_goal(context, i));
    }
    planned(context, i, || false) || planned_by_document(context, i) || is_aim(context, i)
}

/// "compared to 18% in 2005": nothing but a year behind a figure that another is held against, which no plan leads to.
fn tells_past(context: &Context, i: usize) -> bool {
    let read = context.read;
    let (gap, after) = (context.gap(i), context.after(i).start);
    let dated = read.str(after) == "in" && read.word_is(after + 1, Class::YEAR);
    let compared = gap.clone().rev().find(|t| matches!(read.str(*t), "compared" | "against" | "from")).filter(|_| dated);
    compared.is_some_and(|t| read.find(t..gap.end, Class::PLAN).is_none())
}

/// "38 per cent expected higher sales", "12 per cent of firms planned to hire": how many think so. What "10 per cent planned for 2021" tells is a plan.
fn is_opinion(context: &Context, i: usize) -> bool {
    let read = context.read;
    let after = context.after(i);
    let thinks =
        |t: usize| matches!(read.str(t), "expected" | "expect" | "anticipated" | "anticipate" | "planned" | "plan" | "intended" | "intend");
    // "44 per cent planned to hire, 46 per cent to keep their staff"
    if read.word_is(after.start, Class::TO) && context.lead(i).is_some_and(|t| read.is_mark(t, ',') || read.word_is(t, Class::AND)) {
        return context.previous(i).is_some_and(|p| is_opinion(context, p));
    }
    let of = if read.str(after.start) == "of" { OPINION } else { 0 };
    let Some(verb) = (after.start..after.end.min(after.start + of + 1)).find(|t| thinks(*t)) else { return false };
    let plain = (after.start..verb).all(|t| !read.word_is(t, Class::AUXILIARY | Class::CLAUSE_END | Class::VERB));
    let object = read.is_word(verb + 1) && !read.word_is(verb + 1, Class::PREPOSITION | Class::AND) || read.word_is(verb + 1, Class::TO);
    plain && object && verb > 0 && !read.word_is(verb - 1, Class::DETERMINER)
}

/// Tokens from a share to what those think that it counts ("of the firms surveyed expected").
const OPINION: usize = 5;

/// "a design capacity of 60 million litres per day": what a works can do in a time is a measure of it, and no mean.
pub(super) fn is_capacity(context: &Context, mentions: &[Mention], i: usize) -> bool {
    let read = context.read;
    let timed =
        || mentions.get(i).and_then(|m| m.per.as_deref()).is_some_and(|per| is_time(per) || matches!(per, "hour" | "minute" | "second"));
    context.lead(i).is_some_and(|t| t > 0 && read.str(t) == "of" && matches!(read.str(t - 1), "capacity" | "capacities")) && timed()
}

/// "93 per cent of the target was met", "97% of the Board's target of 12,950": how much of a plan was done.
fn is_of_plan(context: &Context, i: usize) -> bool {
    let read = context.read;
    let after = context.after(i).start;
    if read.str(after) != "of" {
        return false;
    }
    let plan = |t: usize| read.word_is(t, Class::SCHEDULE);
    let owned = || (after + 2..after + OWNER).find(|t| matches!(read.str(*t), "'" | "’")).is_some_and(|t| plan(t + 2) || plan(t + 3));
    read.word_is(after + 1, Class::DETERMINER) && (plan(after + 2) || plan(after + 3) || owned())
}

/// Tokens from "of" to the end of the name of whose plan it is.
const OWNER: usize = 6;

/// "an expansion of 2.5%", "a rebound of 4 per cent": a noun of movement and its rate. What "an expansion of 40 schools" tells is no step.
fn moves_by_noun(context: &Context, i: usize) -> bool {
    let read = context.read;
    let Some(of) = context.lead(i).filter(|t| *t > 0 && read.str(*t) == "of") else { return false };
    matches!(read.str(of - 1), "expansion" | "rebound" | "slide" | "retreat" | "deterioration")
}

/// "higher than the estimate by 16 million", "0.3 million below the forecast": an amount that says how far.
fn sets_against(context: &Context, i: usize) -> bool {
    let read = context.read;
    context.lead(i).is_some_and(|t| read.str(t) == "by") || matches!(read.str(context.said_behind(i).start), "above" | "below" | "under")
}

/// "..., on average 385 a year", "..., at an average cost of 41,200": told of the figure in front.
fn shares_out(context: &Context, i: usize) -> bool {
    let read = context.read;
    let near = context.near(i);
    let mean = || near.clone().any(|t| read.phrase_is(t, Class::ON_AVERAGE));
    let apart = near.start > context.gap(i).start && near.len() <= SHARED && context.previous(i).is_some();
    apart
        && context.is_led_by(i, Class::ON_AVERAGE)
        && mean()
        && !read.classes(near).intersects(Class::VERB | Class::AUXILIARY | Class::PLAN)
}

/// Tokens of such a clause in front of its figure.
const SHARED: usize = 8;

/// "was 0.5 below the average": a number without a noun.
fn is_bare(context: &Context, i: usize) -> bool {
    context.after(i).start == context.end(i)
}

/// "accounting for" right in front: a share, whatever it is a share of.
fn share_said(context: &Context, i: usize) -> bool {
    let said = || context.read.find(context.near(i), Class::SHARE).is_some();
    context.is_led_by(i, Class::SHARE) && said() || context.restates(i)
}
