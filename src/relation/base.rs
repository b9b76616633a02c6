//! The figure that a change, growth, share, gap or average qualifies.

use super::Context;
use crate::analysis::{Kind, Unit};
use crate::language::Class;
use crate::quantity::Mention;

/// Links every qualifying figure that "respectively" has not paired.
pub(super) fn link_bases(context: &Context, mentions: &mut [Mention]) {
    for i in 0..mentions.len() {
        let Some(this) = mentions.get(i) else { continue };
        if this.base.is_some() {
            continue;
        }
        let base = match this.kind {
            Kind::Growth | Kind::Gap => nearest_before(context, mentions, i, |_| true).or_else(|| nearest_behind(context, mentions, i)),
            Kind::Change => change_base(context, mentions, i),
            Kind::Share => share_base(context, mentions, i),
            Kind::Average => average_base(context, mentions, i),
            Kind::Ratio => nearest_before(context, mentions, i, |_| true),
            Kind::Level | Kind::Target => None,
        };
        if let Some(this) = mentions.get_mut(i) {
            this.base = base;
        }
    }
}

type Link = Option<(usize, &'static str)>;

fn nearest_before(context: &Context, mentions: &[Mention], i: usize, fits: impl Fn(&Mention) -> bool) -> Link {
    let mut at = i;
    while let Some(previous) = context.previous(at) {
        at = previous;
        if mentions.get(at).is_some_and(|m| m.stands_alone() && fits(m)) {
            return Some((at, "nearest_before"));
        }
    }
    None
}

/// "increased by 20% to 300 million yuan".
fn nearest_behind(context: &Context, mentions: &[Mention], i: usize) -> Link {
    let next = context.next(i)?;
    let leads = context.gap(next).any(|t| context.read.word_is(t, Class::TO) || context.read.str(t) == "reaching");
    (leads && context.gap(next).len() <= 4 && mentions.get(next)?.stands_alone()).then_some((next, "reached_value"))
}

/// A change speaks of a figure of its own unit.
fn change_base(context: &Context, mentions: &[Mention], i: usize) -> Link {
    let unit = mentions.get(i)?.unit;
    nearest_before(context, mentions, i, |m| m.unit == unit || unit == Some(Unit::PercentagePoint)).or_else(|| nearest_behind(context, mentions, i))
}

/// "accounting for 57% of the total" speaks of the part in front of it.
fn share_base(context: &Context, mentions: &[Mention], i: usize) -> Link {
    let clause = context.tail(context.before(i));
    let cue = context.read.find(clause, Class::SHARE | Class::RATE | Class::BEYOND_PLAN).is_some() || context.continues_list(i);
    cue.then(|| nearest_before(context, mentions, i, |_| true)).flatten()
}

/// "A total of 2.33 billion yuan was invested, 4.22 million yuan per village": the total of the same unit right before.
fn average_base(context: &Context, mentions: &[Mention], i: usize) -> Link {
    let this = mentions.get(i)?;
    let previous = context.previous(i)?;
    let total = mentions.get(previous)?;
    let short_gap = context.gap(i).len() <= 16;
    (short_gap && total.unit == this.unit && total.per.is_none() && total.stands_alone()).then_some((previous, "average_of_total"))
}
