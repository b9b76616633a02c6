//! What sort of statement a figure makes, told by the cues around it.

use super::Context;
use super::aims::is_start;
use super::brackets::follows_leader;
use super::change::is_finite;
use super::gap::{is_comparative, is_difference};
use super::mean::mean_goes_on;
use super::mean_again::mean_again;
use super::own_kind::{is_capacity, own_kinds};
use super::step_rate::rate_of_step;
use super::subordinate::is_in_contrast;
use crate::analysis::{Kind, Unit};
use crate::language::Class;
use crate::quantity::Mention;

/// Tells the kind of every figure, in order: a member of a list takes the kind of the member before it.
pub(super) fn tell_kinds(context: &Context, mentions: &mut [Mention]) {
    let own = own_kinds(context, mentions);
    for (i, own) in own.into_iter().enumerate() {
        let Some(unit) = mentions.get(i).and_then(|m| m.unit) else { continue };
        let previous = context.previous(i);
        let kind = previous
            .and_then(|previous| told_beside(context, mentions, previous, i))
            .or_else(|| mean_again(context, mentions, i))
            .or_else(|| signed(context, i, unit))
            .or_else(|| previous.and_then(|previous| goes_on(context, mentions, previous, i)))
            .unwrap_or(own);
        let per = || mentions.get(i).is_some_and(|m| m.per.is_some()) && !is_capacity(context, mentions, i);
        let start = kind == Kind::Target && is_start(context, mentions, i);
        let kind = if !start {
            kind
        } else if unit == Unit::Percent {
            Kind::Share
        } else if per() {
            Kind::Average
        } else {
            Kind::Level
        };
        if let Some(m) = mentions.get_mut(i) {
            m.kind = kind;
        }
    }
}

/// What the figure in front of figure `i` tells of its kind.
fn told_beside(context: &Context, mentions: &[Mention], previous: usize, i: usize) -> Option<Kind> {
    let percent = mentions.get(i)?.unit == Some(Unit::Percent);
    let before = mentions.get(previous)?.kind;
    let step = if matches!(before, Kind::Gap | Kind::Change | Kind::Growth) { growth_beside_change(context, mentions, i) } else { None };
    step.or_else(|| inherited_kind(context, mentions, previous, i))
        .or_else(|| if percent { share_of_plan(context, mentions, i).or_else(|| rate_of_step(context, mentions, i)) } else { None })
        .or_else(|| is_difference(context, mentions, i).then_some(Kind::Gap))
        .or_else(|| mean_goes_on(context, mentions, i))
}

/// What is left out of the clause of figure `i` and told in one before.
fn goes_on(context: &Context, mentions: &[Mention], previous: usize, i: usize) -> Option<Kind> {
    let this = mentions.get(i)?;
    let target = this.unit == Some(Unit::Percent) && mentions.get(previous)?.kind == Kind::Target;
    let grown = if target { growth_of_target(context, mentions, i) } else { None };
    let step = |j: usize| mentions.get(j).is_some_and(|m| matches!(m.kind, Kind::Change | Kind::Growth));
    let moved = || (context.in_sentence(i).start..i).rev().take(ELLIPSIS).any(step);
    grown.or_else(|| if moved() { elliptical(context, mentions, i) } else { None })
}

/// "an increase of 300 ships, or 7.1%": the change again, as a growth. "up 3.1%, compared with 2.8% in 2019": another growth.
fn growth_beside_change(context: &Context, mentions: &[Mention], i: usize) -> Option<Kind> {
    let before = mentions.get(context.previous(i)?)?.kind;
    let percent = mentions.get(i)?.unit == Some(Unit::Percent);
    // "lower than the estimate by 1.3 per cent or 8.1 billion".
    // "a gap of 5.9 million, or 29% of requirements": a share of what is named.
    let of_named = percent && context.read.str(context.after(i).start) == "of";
    if before == Kind::Gap && context.restates(i) && !of_named {
        return Some(Kind::Gap);
    }
    if matches!(before, Kind::Change | Kind::Growth) && follows_in_rank(context, mentions, i) {
        return Some(before);
    }
    let change = matches!(before, Kind::Change | Kind::Growth) && percent;
    // "rose by 34 per cent (149 hectares)", "by 34 per cent, or 149 hectares": the same step as an amount.
    let unit_before = || context.previous(i).and_then(|p| mentions.get(p)?.unit);
    // "the rate fell by 0.3 percentage points, or 8,000 persons"
    let points = || {
        before == Kind::Change
            && unit_before() == Some(Unit::PercentagePoint)
            && mentions.get(i).is_some_and(|m| m.unit.is_some_and(Unit::is_counted))
    };
    if (before == Kind::Growth && !percent || points()) && context.restates(i) && context.gap(i).len() <= 2 {
        return Some(Kind::Change);
    }
    // "fell by 9.1 per cent, and the rate went back from 8.2 to 7.5": a statement of its own.
    let own = context.leads_from(i)
        && (context.read.find_word(context.gap(i), Class::AND).is_some()
            || context.gap(i).any(|t| context.read.is_mark(t, ';'))
            || context.previous(i).is_some_and(|p| is_in_contrast(context, p, i)));
    let reference = before == Kind::Growth && !own && (context.stands_after(i) || context.is_reference(i) || former(context, i));
    // "gaps of 11 per cent in green fodder, 23 per cent in dry fodder".
    let again = || {
        let within = |j: usize| context.read.str(context.after(j).start) == "in";
        let plain = context.read.find(context.gap(i), Class::VERB | Class::AUXILIARY | Class::RISE | Class::COMPARED).is_none();
        within(i) && plain && context.previous(i).is_some_and(within)
    };
    if before == Kind::Gap && percent && again() {
        return Some(Kind::Gap);
    }
    // "14% lower than in 2007, and 24% lower per person".
    // "4.9% above the level of 2019 in money but 6.3% below it in volume".
    let behind = context.after(i).start;
    let off_it = matches!(context.read.str(behind), "below" | "above") && matches!(context.read.str(behind + 1), "it" | "that" | "them");
    let alike = percent && matches!(before, Kind::Growth | Kind::Gap) && (off_it || is_comparative(context.read.str(behind)));
    // "rose by 34 per cent (149 hectares) and 36 per cent (177 hectares), respectively".
    let gap = context.gap(i);
    let paired = gap.len() == 2 && context.read.is_mark(gap.start, ')') && context.read.word_is(gap.start + 1, Class::AND);
    let first = || context.previous(i).and_then(|p| mentions.get(context.previous(p)?)).is_some_and(|m| m.kind == Kind::Growth);
    if before == Kind::Change && percent && paired && first() {
        return Some(Kind::Growth);
    }
    let same_unit = || unit_before() == mentions.get(i).and_then(|m| m.unit);
    if matches!(before, Kind::Growth | Kind::Change) && goes_on_in_brackets(context, i) && same_unit() {
        return Some(before);
    }
    // "fell by 30 million (about a third of the reserves)".
    let of_whole = context.read.str(context.after(i).start) == "of";
    (change && (context.restates(i) && !of_whole || reference)).then_some(Kind::Growth).or_else(|| alike.then_some(before))
}

/// "the sharpest fall with 33 percent, followed by Marsh at 19 percent and Pell at 12 percent": what is told of the next in rank.
fn follows_in_rank(context: &Context, mentions: &[Mention], i: usize) -> bool {
    let read = context.read;
    let unit = |j: usize| mentions.get(j).and_then(|m| m.unit);
    let gap = context.gap(i);
    let Some(previous) = context.previous(i).filter(|p| unit(*p) == unit(i) && gap.len() <= OBJECT) else { return false };
    let joined = || gap.clone().any(|t| read.word_is(t, Class::AND) || read.is_mark(t, ','));
    let plain = !read.classes(gap.clone()).intersects(Class::AUXILIARY | Class::RISE | Class::SHARE | Class::PARTS | Class::THAN);
    let named = context.lead(i).is_some_and(|t| matches!(read.str(t), "with" | "at" | "on" | "("));
    named && plain && (follows_leader(context, i) || follows_leader(context, previous) && joined())
}

/// "199 million, of which 15% will be devoted to farms, 5% to power and 10% to mills": the others are shares as the first is.
fn share_of_plan(context: &Context, mentions: &[Mention], i: usize) -> Option<Kind> {
    let share = |m: &Mention| m.unit == Some(Unit::Percent) && m.kind == Kind::Share;
    let percent = mentions.get(i)?.unit == Some(Unit::Percent);
    let gap = context.gap(i);
    let plain = || {
        let tail = context.tail(gap.start..gap.end);
        !context.read.classes(tail).intersects(Class::VERB | Class::AUXILIARY | Class::RISE | Class::PLAN) && !cue_behind(context, i)
    };
    let opened = || (context.in_sentence(i).start..i).any(|j| context.opened_by(j, Class::PARTS) && mentions.get(j).is_some_and(share));
    // A misprinted number may stand between.
    let before = (context.in_sentence(i).start..i).rev().filter_map(|j| mentions.get(j)).find(|m| m.unit == Some(Unit::Percent));
    let goes_on = percent && before.is_some_and(share) && opened() && plain();
    goes_on.then_some(Kind::Share)
}

/// "decreases in textiles and leather (44 per cent), food and tobacco (14 per cent) and wood (12 per cent)": a name and its bracket go on a list of
/// such.
fn goes_on_in_brackets(context: &Context, i: usize) -> bool {
    let read = context.read;
    let gap = context.gap(i);
    let bracket = |j: usize| context.before(j).next_back().is_some_and(|t| read.is_mark(t, '('));
    let listed = gap.len() > 2
        && gap.len() <= OBJECT
        && read.is_mark(gap.start, ')')
        && (read.is_mark(gap.start + 1, ',') || read.word_is(gap.start + 1, Class::AND));
    let own = Class::VERB | Class::AUXILIARY | Class::RISE | Class::SHARE | Class::PARTS;
    listed && bracket(i) && context.previous(i).is_some_and(bracket) && !read.classes(gap).intersects(own)
}

/// "shall pay at least 2 million a year with a yearly growth of 5%": what belongs to a target is a target.
pub(super) fn growth_of_target(context: &Context, mentions: &[Mention], i: usize) -> Option<Kind> {
    let read = context.read;
    let target = context.previous(i).and_then(|p| mentions.get(p)).is_some_and(|p| p.kind == Kind::Target);
    let gap = context.gap(i);
    let attached = target
        && gap.clone().any(|t| read.str(t) == "with")
        && read.find(gap.clone(), Class::RISE).is_some()
        && read.find_word(gap, Class::CLAUSE_END | Class::AUXILIARY).is_none();
    attached.then_some(Kind::Target)
}

/// "rose by 4%, more than the previous month's 1.3%": the rate of another time.
fn former(context: &Context, i: usize) -> bool {
    let read = context.read;
    let before = context.before(i);
    let owned = before.len() > 3 && read.str(before.end - 1) == "s" && matches!(read.str(before.end - 2), "'" | "’");
    owned
        && matches!(read.str(before.end - 3), "month" | "quarter" | "year" | "week" | "period" | "decade" | "season")
        && read.find_word(before, Class::THAN | Class::FROM).is_some()
}

/// "deposits grew by 1.2 billion to 16.1 billion, and loans by 0.9 billion to 10.9 billion", "assets rose 7% to 840 million, loans 9% to 610
/// million": a clause that leaves its verb out has that of the clause before it.
fn elliptical(context: &Context, mentions: &[Mention], i: usize) -> Option<Kind> {
    let read = context.read;
    let by = |j: usize| context.lead(j).is_some_and(|t| read.str(t) == "by");
    let reaches = |j: usize| context.next(j).is_some_and(|n| context.gap(n).len() <= 2 && read.word_is(context.gap(n).start, Class::TO));
    if let Some(kind) =
        increased_too(context, mentions, i).or_else(|| in_parallel(context, mentions, i)).or_else(|| gapped(context, mentions, i))
    {
        return Some(kind);
    }
    // "Income rose by 18% to 7,450, and the share of the poor halved from 34% to 17%": a statement of its own.
    if !by(i) && !reaches(i) || context.leads_from(i) {
        return None;
    }
    let gap = context.gap(i);
    let joined = gap.clone().any(|t| context.ends_clause(t) || read.word_is(t, Class::AND));
    let own = context.tail(gap.clone());
    if !joined || read.find(own, Class::VERB | Class::AUXILIARY | Class::RISE | Class::SHARE | Class::PARTS).is_some() {
        return None;
    }
    let this = mentions.get(i)?;
    let like = |j: &usize| {
        mentions.get(*j).is_some_and(|m| {
            m.unit == this.unit && matches!(m.kind, Kind::Change | Kind::Growth) && (by(*j) && by(i) || reaches(*j) && reaches(i))
        })
    };
    (context.in_sentence(i).start..i).rev().take(ELLIPSIS).find(like).and_then(|j| mentions.get(j)).map(|m| m.kind)
}

/// "rose 7% in the north and 5% in the south", "fell 2% for flats and 3% for houses": the same preposition behind both, and one verb in front.
fn in_parallel(context: &Context, mentions: &[Mention], i: usize) -> Option<Kind> {
    let read = context.read;
    let (p, this) = (context.previous(i)?, mentions.get(i)?);
    let before = mentions.get(p).filter(|m| matches!(m.kind, Kind::Change | Kind::Growth) && m.unit == this.unit)?;
    let (gap, behind) = (context.gap(i), context.after(i).start);
    let joined = gap.clone().next_back().is_some_and(|t| read.word_is(t, Class::AND) || read.is_mark(t, ','));
    let preposition = read.word_is(behind, Class::PREPOSITION) && !matches!(read.str(behind), "of" | "to" | "above" | "below" | "than");
    let own = Class::VERB | Class::AUXILIARY | Class::RISE | Class::SHARE | Class::PARTS | Class::PLAN;
    let same = preposition && read.str(context.after(p).start) == read.str(behind);
    (joined && same && gap.len() <= OBJECT && !read.classes(gap).intersects(own)).then_some(before.kind)
}

/// "Output rose 9.4 per cent and construction 21.3 per cent", "rents fell 2%, wages 3%": nothing but the name of what else moved.
fn gapped(context: &Context, mentions: &[Mention], i: usize) -> Option<Kind> {
    let read = context.read;
    let (p, this) = (context.previous(i)?, mentions.get(i)?);
    mentions.get(p).filter(|m| m.kind == Kind::Growth && m.unit == Some(Unit::Percent) && this.unit == m.unit)?;
    let label = context.tail(context.gap(i));
    let label = label.start + usize::from(read.word_is(label.start, Class::AND))..label.end;
    let joint = label.start.checked_sub(1).filter(|t| *t >= context.gap(i).start)?;
    let joined = joint == context.gap(i).start || joint == context.gap(i).start + 1 && read.is_mark(joint - 1, ',');
    let other = Class::STOP | Class::VERB | Class::AUXILIARY | Class::PREPOSITION | Class::RISE | Class::RATE | Class::SHARE | Class::PLAN;
    // "investment in fixed assets", "lending to firms"
    let joint = |t: usize| t > label.start && t + 1 < label.end && matches!(read.str(t), "in" | "of" | "to" | "for");
    let named = (1..=NAMED).contains(&label.len()) && label.clone().all(|t| read.is_word(t) && (!read.word_is(t, other) || joint(t)));
    let behind = context.after(i).start;
    let closes = !read.is_word(behind) || read.word_is(behind, Class::AND);
    // The first moves by its verb: "rose 9.4 per cent", "by 9.4 per cent".
    let moved = context.lead(p).is_some_and(|t| read.word_is(t, Class::RISE) && is_finite(read.str(t)) || read.str(t) == "by");
    (joined && named && closes && moved).then_some(Kind::Growth)
}

/// Words that name what else moved.
const NAMED: usize = 4;

/// "increased arable land of 300 mu, cash crops of 120 mu and forest of 90 mu", "added 12 clinics in the north and nine clinics in the south":
/// one verb of increase and several objects.
fn increased_too(context: &Context, mentions: &[Mention], i: usize) -> Option<Kind> {
    let read = context.read;
    let (p, this) = (context.previous(i)?, mentions.get(i)?);
    let before = mentions.get(p).filter(|m| m.kind == Kind::Change && m.unit == this.unit)?;
    let near = context.near(p);
    let verb = read.find_last(near.clone(), Class::RISE).is_some_and(|t| read.str(t).ends_with("ed") || read.str(t).ends_with("ing"))
        || near.len() <= OBJECT && increased_too(context, mentions, p).is_some();
    let gap = context.gap(i);
    let own = Class::VERB | Class::AUXILIARY | Class::RISE | Class::SHARE | Class::PARTS | Class::TOTAL;
    if !verb || gap.len() > OBJECT || read.classes(gap.clone()).intersects(own) {
        return None;
    }
    let of = |j: usize| context.lead(j).is_some_and(|t| read.str(t) == "of");
    let opens = context.ends_clause(gap.start) || read.word_is(gap.start, Class::AND);
    let named = |m: &Mention| m.noun.map(|n| read.str(n.head));
    let joined = context.lead(i).is_some_and(|t| read.word_is(t, Class::AND)) && named(before).is_some() && named(before) == named(this);
    (of(p) && of(i) && opens || joined).then_some(Kind::Change)
}

/// Tokens between two objects of a verb of increase.
const OBJECT: usize = 16;

/// Figures that may stand between a clause and the one that leaves its verb out.
const ELLIPSIS: usize = 4;

/// "11.2 million tonnes (-11.8%)", "(+2.4%)": a percentage with a sign, in a bracket of its own; "employment grew (+4,200)": a number behind a
/// word of rise or fall.
fn signed(context: &Context, i: usize, unit: Unit) -> Option<Kind> {
    let read = context.read;
    let before = context.before(i);
    let last = before.clone().next_back()?;
    let sign = |t: usize| matches!(read.str(t), "+" | "-" | "−" | "–" | "minus" | "plus");
    let first = last + 1;
    let bracket = read.is_mark(last, '(') && sign(first) || sign(last) && last > before.start && read.is_mark(last - 1, '(');
    // "(-2.1% reported)": a word may say of what sort.
    let closes = |t: usize| read.is_mark(t, ')');
    let end = context.end(i);
    if unit == Unit::Percent {
        return (bracket && (closes(end) || closes(end + 1))).then_some(Kind::Growth);
    }
    let step = bracket && (closes(end) || read.word_is(end, Class::TO));
    (step && read.find(context.statement(i)..last, Class::RISE).is_some()).then_some(Kind::Change)
}

/// "up 19.5% and 23.3%", "by 76,500 households and 318,000 people": the second is of the kind of the first.
fn inherited_kind(context: &Context, mentions: &[Mention], previous: usize, i: usize) -> Option<Kind> {
    let (previous, this) = (mentions.get(previous)?, mentions.get(i)?);
    // "expected to receive 387 million as shares; 30 million in arrears; ...": a plan that goes on over semicolons.
    let goes_on = || {
        let joint = context.before(i).rev().find(|t| !context.read.word_is(*t, Class::AND));
        joint.is_some_and(|t| context.read.is_mark(t, ';'))
    };
    // "(plan: 40%); 15% left": what a closed bracket tells does not go on.
    let closed = || context.read.is_mark(context.gap(i).start, ')');
    if previous.kind == Kind::Target && previous.unit == this.unit && goes_on() && !closed() {
        return (!context.is_done(i)).then_some(Kind::Target);
    }
    if !context.continues_list(i) || cue_behind(context, i) {
        return None;
    }
    let alike = previous.unit.is_some_and(Unit::is_relative) == this.unit.is_some_and(Unit::is_relative)
        && previous.unit.is_some_and(Unit::is_currency) == this.unit.is_some_and(Unit::is_currency);
    let passes_on = match previous.kind {
        Kind::Growth | Kind::Share | Kind::Gap => previous.unit == this.unit,
        Kind::Change => {
            (context.read.find(context.sentence(i), Class::RESPECTIVELY).is_some() || !context.gap(i).any(|t| context.ends_clause(t)))
                && !context.read.word_is(context.after(i).start, Class::AUXILIARY | Class::VERB)
        }
        Kind::Target => !context.is_done(i),
        _ => false,
    };
    (alike && passes_on).then_some(previous.kind)
}

fn cue_behind(context: &Context, i: usize) -> bool {
    let after = context.after(i);
    context.read.phrase_is(after.start, Class::COMPARED | Class::BEYOND_PLAN | Class::RISE | Class::GAP)
}
