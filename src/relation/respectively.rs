//! "respectively": two lists paired member by member ("A and B respectively, up x% and y%"), and a subject for each figure of a list ("A and B rose by
//! x% and y% respectively").

use super::Context;
use super::description::Description;
use super::phrase::trim;
use crate::analysis::{Kind, Unit};
use crate::language::Class;
use crate::quantity::Mention;
use std::ops::Range;

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
fn qualifying_run(context: &Context, mentions: &[Mention], i: usize) -> Range<usize> {
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

/// "rose by 12% and 7% to 45 million and 31 million respectively": as many levels stand right behind the steps that led to them.
fn reached_in_turn(context: &Context, mentions: &[Mention], run: &Range<usize>) -> bool {
    let (first, last) = (run.end, run.end + run.len() - 1);
    let unit = mentions.get(first).and_then(|m| m.unit);
    let level = |j: usize| mentions.get(j).is_some_and(|m| m.stands_alone() && m.kind == Kind::Level && m.unit == unit);
    let leads = context.lead(first).is_some_and(|t| context.read.word_is(t, Class::TO)) && context.gap(first).len() <= BEHIND;
    let listed = || (first + 1..=last).all(|j| context.continues_list(j)) && (first..=last).all(level);
    let more = || context.next(last).is_some_and(|n| context.continues_list(n));
    leads && context.in_sentence(run.start).contains(&last) && listed() && !more()
}

fn pair(context: &Context, mentions: &mut [Mention], run: Range<usize>) {
    let figures = context.in_sentence(run.start);
    if reached_in_turn(context, mentions, &run) {
        for member in run.clone() {
            if let Some(m) = mentions.get_mut(member) {
                m.base = Some((member + run.len(), "respectively"));
            }
        }
        return;
    }
    let points = mentions.get(run.start).and_then(|m| m.unit) == Some(Unit::PercentagePoint);
    // "doses at 6, 10 and 14 weeks: 91%, 88% and 83% had theirs": when it was, and no wholes.
    let when = |m: &Mention| m.unit.is_some_and(Unit::is_time) && mentions.get(run.start).is_some_and(|q| q.kind == Kind::Share);
    let speaks = |m: &Mention| if points { m.unit == Some(Unit::Percent) } else { m.stands_alone() && !when(m) };
    let alone: Vec<usize> =
        (figures.start..run.start).filter(|j| mentions.get(*j).is_some_and(speaks) && !context.is_reference(*j)).collect();
    let said = context.read.find(context.sentence(run.start), Class::RESPECTIVELY).is_some();
    // "rose from 248 to 343 and from 294 to 334, or by 38% and 14%": of what was reached.
    let reached: Vec<usize> = alone.iter().copied().filter(|j| !context.leads_from(*j)).collect();
    let alone = if reached.len() >= run.len() { reached } else { alone };
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

/// Subjects of which each figure of a list has one: "wheat and barley output fell by 4% and 11% respectively".
#[derive(Debug, Default)]
pub(super) struct Shared {
    figures: Range<usize>,
    /// The words in front that all share, each member, and what all share behind.
    front: Range<usize>,
    members: Vec<Range<usize>>,
    behind: Range<usize>,
}

impl Shared {
    /// The member of figure `i`, where its list has one for each.
    pub(super) fn share_out(&mut self, context: &Context, i: usize, own: Description) -> Description {
        let listed = |j: usize| context.continues_list(j) && context.in_sentence(i).contains(&j);
        if !self.figures.contains(&i) {
            if listed(i) || !listed(i + 1) || own.thing.is_empty() || context.read.find(context.sentence(i), Class::RESPECTIVELY).is_none()
            {
                return own;
            }
            let end = (i + 1..context.in_sentence(i).end).find(|j| !listed(*j)).unwrap_or(context.in_sentence(i).end);
            *self = Self::of(context, own.thing.clone(), i..end).unwrap_or_default();
        }
        let Some(member) = i.checked_sub(self.figures.start).and_then(|at| self.members.get(at)) else { return own };
        let (front, behind) = (&self.front, &self.behind);
        if !front.is_empty() && front.end < member.start {
            return Description { thing: front.clone(), item: Some((member.clone(), behind.clone())), ..Description::default() };
        }
        let whole = if front.is_empty() { member.start } else { front.start }..member.end;
        if behind.start == member.end {
            return Description::of(whole.start..behind.end);
        }
        Description { thing: whole, said: behind.clone(), ..Description::default() }
    }

    fn of(context: &Context, thing: Range<usize>, figures: Range<usize>) -> Option<Self> {
        let read = context.read;
        let and = read.find_last_word(thing.clone(), Class::AND)?;
        // "loans of state banks, private banks and credit unions": what stands in front of the last comma, too.
        let parts = |t: &usize| {
            read.word_is(*t, Class::VERB | Class::AUXILIARY)
                || context.is_figure(*t)
                || read.word_is(*t, Class::CLAUSE_END) && !read.is_mark(*t, ',')
        };
        let from = context.statement(figures.start);
        let whole = if figures.len() > 2 { (from..thing.start).rev().find(parts).map_or(from, |t| t + 1) } else { thing.start };
        let thing = trim(context, whole..thing.end);
        let joint = |t: &usize| read.is_mark(*t, ',') || read.word_is(*t, Class::AND);
        let mut members: Vec<Range<usize>> = Vec::with_capacity(figures.len());
        let mut start = thing.start;
        for t in thing.clone().filter(joint).chain([thing.end]) {
            if t > start {
                members.push(trim(context, start..t));
            }
            start = t + 1;
        }
        // "food and mineral fuels, lubricants and related materials"
        let first = read.find_word(thing.clone(), Class::AND)?;
        if members.len() > figures.len() && figures.len() == 2 && first < and {
            members = vec![trim(context, thing.start..first), trim(context, first + 1..thing.end)];
        }
        if members.len() != figures.len() || members.iter().any(Range::is_empty) {
            return None;
        }
        let (opening, closing) = (members.first()?.clone(), members.last()?.clone());
        let front = read.find_last_word(opening.clone(), Class::PREPOSITION).map_or(0..0, |t| opening.start..t + 1);
        if let Some(opening) = members.first_mut() {
            opening.start = front.end.max(opening.start);
        }
        // "Wheat and barley output", "Gross and net reserves", not "cars and heavy trucks".
        let word = read.str(opening.start);
        let bare = |t: usize| read.tokens.get(t).is_some_and(|token| !token.capital) || t == context.sentence(figures.start).start;
        let plural = word.ends_with('s') && !word.ends_with("ss") && !matches!(read.str(opening.end), "'" | "’");
        let spaced = |t: usize| read.tokens.get(t).is_some_and(|token| token.spaced);
        let one = |range: &Range<usize>| (range.start + 1..range.end).find(|t| spaced(*t)).unwrap_or(range.end);
        let plain = read.find_word(closing.clone(), Class::AND | Class::CLAUSE_END).is_none();
        let short = plain && one(&opening) == opening.end && !plural && bare(opening.start) && !read.word_is(opening.start, Class::RISE);
        // "births and deaths in hospitals"
        let told = read.find_word(closing.clone(), Class::PREPOSITION).filter(|t| *t > closing.start).unwrap_or(closing.end);
        let behind = if short { one(&closing) } else { told }..closing.end;
        if let Some(closing) = members.last_mut() {
            closing.end = behind.start;
        }
        Some(Self { figures, front, members, behind })
    }
}
