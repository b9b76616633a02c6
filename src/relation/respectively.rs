//! "respectively": two lists paired member by member ("A and B respectively, up x% and y%").

use super::Context;
use crate::analysis::{Kind, Unit};
use crate::language::Class;
use crate::quantity::Mention;

/// Pairs a run of qualifying figures (growth, change, share) with a run of as many figures before it.
pub(super) fn pair_lists(context: &Context, mentions: &mut [Mention]) {
    let mut i = 0;
    while i < mentions.len() {
        let run = qualifying_run(context, mentions, i);
        if run.len() > 1 {
            pair(context, mentions, run.clone());
        }
        i = run.end.max(i + 1);
    }
}

/// "80 million and 60 million, respectively including 30 million and 22 million of grants", "of which 30 million and 22 million respectively
/// was granted": each part belongs to its own total.
pub(super) fn pair_parts(context: &Context, mentions: &mut [Mention]) {
    let read = context.read;
    for i in 0..mentions.len() {
        let opened = mentions.get(i).is_some_and(|m| matches!(m.of, Some((_, "including" | "of_which"))));
        if !opened || read.find(context.gap(i), Class::PARTS).is_none() {
            continue;
        }
        let number = 1 + (i + 1..context.in_sentence(i).end).take_while(|j| context.continues_list(*j)).count();
        let behind = context.after(i + number - 1);
        let said = read
            .find(context.gap(i), Class::RESPECTIVELY)
            .or_else(|| read.find(behind.start..behind.end.min(behind.start + BEHIND), Class::RESPECTIVELY));
        if said.is_none() {
            continue;
        }
        let Some(first) = i.checked_sub(number).filter(|first| number > 1 && context.in_sentence(i).contains(first)) else { continue };
        let listed = (first + 1..i).all(|j| context.continues_list(j));
        let inside = |at: usize| {
            let (Some(total), Some(part)) = (mentions.get(first + at), mentions.get(i + at)) else { return false };
            total.unit == part.unit && total.stands_alone() && part.amount.bounds() <= total.amount.bounds()
        };
        if listed && (0..number).all(inside) {
            for at in 0..number {
                if let Some(part) = mentions.get_mut(i + at) {
                    part.of = Some((first + at, "respectively"));
                }
            }
        }
    }
}

/// Tokens between the last of the parts and "respectively" behind it.
const BEHIND: usize = 4;

/// Figures from `i` on that qualify others and follow each other as one list.
fn qualifying_run(context: &Context, mentions: &[Mention], i: usize) -> std::ops::Range<usize> {
    let qualifies = |j: usize| mentions.get(j).is_some_and(|m| matches!(m.kind, Kind::Growth | Kind::Change | Kind::Share | Kind::Gap));
    if !qualifies(i) {
        return i..i;
    }
    let unit = mentions.get(i).and_then(|m| m.unit);
    let mut end = i + 1;
    while end < mentions.len() && qualifies(end) && context.continues_list(end) && mentions.get(end).and_then(|m| m.unit) == unit {
        end += 1;
    }
    i..end
}

fn pair(context: &Context, mentions: &mut [Mention], run: std::ops::Range<usize>) {
    let figures = context.in_sentence(run.start);
    let points = mentions.get(run.start).and_then(|m| m.unit) == Some(Unit::PercentagePoint);
    let speaks = |m: &Mention| if points { m.unit == Some(Unit::Percent) } else { m.stands_alone() };
    let alone: Vec<usize> =
        (figures.start..run.start).filter(|j| mentions.get(*j).is_some_and(speaks) && !context.is_reference(*j)).collect();
    let said = context.read.find(context.sentence(run.start), Class::RESPECTIVELY).is_some();
    let Some(targets) = alone.len().checked_sub(run.len()).and_then(|from| alone.get(from..)) else { return };
    let one_unit = targets.iter().filter_map(|t| mentions.get(*t)?.unit).collect::<std::collections::BTreeSet<_>>().len() == 1;
    if !said && !one_unit {
        return;
    }
    let pairs: Vec<(usize, usize)> = run.zip(targets.iter().copied()).collect();
    for (member, target) in pairs {
        if let Some(m) = mentions.get_mut(member) {
            m.base = Some((target, "respectively"));
        }
    }
}
