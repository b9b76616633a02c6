//! Parts and totals: "of which A, B and C", "including", "namely", brackets, several levels, lists over semicolons.
//!
//! A sentence is walked once with a stack of open lists. An opener ("of which") before a figure opens a list whose total is the nearest
//! figure before it that the new one can be a part of; brackets close the lists opened inside them; a new statement closes the rest.

use super::Context;
use super::among_total::among_total;
use super::beside::is_beside;
use super::brackets::{Brackets, aside_of, outside_brackets, undo_brackets};
use super::goal::is_spent;
use super::kinds_of::{names_kind, part_by_cause};
use super::lend::is_location;
use super::named::{antecedent, is_yardstick, of_pronoun};
use super::named_places::all_named;
use super::openers::{Opener, subject_behind, total_in_sentence_before, walk_gap};
use super::partitive::{bare_subject, beside_partitive, is_bare, is_named_part, partitive, such_again, whole_named};
use super::sums::half_unit;
use crate::analysis::{Kind, Unit};
use crate::language::Class;
use crate::quantity::Mention;
use rust_decimal::Decimal;

/// An open list of parts.
#[derive(Debug, Clone, Copy)]
pub(super) struct List {
    pub(super) total: usize,
    /// First member: its totals stand before it.
    pub(super) first_part: usize,
    /// Bracket depth at which it opened.
    pub(super) depth: usize,
    /// "of which" lists go on over semicolons and clauses of their own ("B was ..., C was ..."); "including" lists do not.
    pub(super) of_which: bool,
    pub(super) rule: &'static str,
    /// Whether its members come to the total: what is said next is said of something else.
    full: bool,
}

impl List {
    fn new(total: usize, first_part: usize, depth: usize, of_which: bool, rule: &'static str) -> Self {
        Self { total, first_part, depth, of_which, rule, full: false }
    }
}

/// Links every part to its total.
pub(super) fn link_parts(context: &Context, mentions: &mut [Mention]) {
    let mut i = 0;
    while i < mentions.len() {
        let sentence = context.in_sentence(i);
        link_sentence(context, sentence.clone(), mentions);
        i = sentence.end.max(i + 1);
    }
}

fn link_sentence(context: &Context, figures: std::ops::Range<usize>, mentions: &mut [Mention]) {
    let mut lists: Vec<List> = Vec::new();
    let mut depth = 0;
    let mut brackets = Brackets::default();
    for i in figures.clone() {
        let outside = depth;
        let opener = walk_gap(context, mentions, i, &mut lists, &mut depth);
        // "13 out of these 20 samples": the words that open a list lead to its total.
        let told = || context.previous(i).and_then(|p| mentions.get(p)).is_some_and(|m| m.of == Some((i, "partitive")));
        let opener = opener.filter(|_| !told() && !says_total_again(context, mentions, i));
        brackets.go_to(i, outside, depth);
        if context.next(i).is_some()
            && mentions.get(i).is_some_and(Mention::stands_alone)
            && let Some(total) = partitive(context, mentions, i)
            && let Some(part) = mentions.get_mut(i)
        {
            part.of = Some((total, "partitive"));
            continue;
        }
        // "against 72 of 1,000": the whole of what is compared is compared, too.
        let with_part = || {
            context.previous(i).is_some_and(|p| mentions.get(p).is_some_and(|m| m.of == Some((i, "partitive"))) && is_beside(context, p))
        };
        if is_beside(context, i) || with_part() {
            continue;
        }
        if opener.is_none() && stands_beside_total(context, &lists, i) {
            lists.clear();
        }
        if opener.is_some_and(|o| o.rule == "including")
            && let Some(total) = subject_behind(context, mentions, i)
            && let Some(part) = mentions.get_mut(i)
        {
            part.of = Some((total, "including"));
            continue;
        }
        let found = opener.and_then(|o| Some((o, opened_total(context, mentions, &brackets, figures.start, i, o)?)));
        // "in three districts, namely Ald (47), Brenn (12) and Dorn (5)": no districts.
        let found = found.filter(|(_, total)| all_named(context, mentions, i) != Some(*total));
        // "Of the people assisted, 250,000 received food": the whole is named in what opens the sentence.
        let unlike = found.is_none_or(|(_, t)| !mentions.get(t).zip(mentions.get(i)).is_some_and(|(total, this)| fits(total, this)));
        if unlike
            && let Some(total) = whole_named(context, mentions, i)
            && let Some(part) = mentions.get_mut(i)
        {
            part.of = Some((total, "of_which"));
            lists.push(List::new(total, i, depth, true, "of_which"));
            continue;
        }
        if let Some((opener, total)) = found {
            lists.push(List::new(total, i, depth, opener.of_which, opener.rule));
        }
        // "Of these 900 cases, 300 were closed", "Of a total 900 cases": what the words open is told behind them, where nothing in front is meant.
        if (opener.is_none() || lists.is_empty() && context.previous(i).is_none()) && among_total(context, mentions, i) {
            lists.push(List::new(i, i + 1, depth, true, "among"));
            continue;
        }
        lists.retain(|l| l.rule != "of_them" || goes_on_of_them(context, l.first_part, i));
        // "including 190 researchers, 64 of whom are women, and 122 others": a part of the part, and no more of the list.
        if opener.is_none()
            && !lists.is_empty()
            && let Some(total) = part_of_member(context, mentions, i)
            && let Some(part) = mentions.get_mut(i)
        {
            part.of = Some((total, "of_them"));
            continue;
        }
        if opener.is_none() && lists.is_empty() {
            let named = named_again(context, mentions, i).map(|total| (total, "named_again"));
            let of_it = || part_of_it(context, mentions, i).map(|total| (total, "of_them"));
            let such = || such_again(context, mentions, i).map(|total| (total, "named_again"));
            let bare = || bare_subject(context, mentions, i).map(|total| (total, "of_them"));
            let caused = || part_by_cause(context, mentions, i).map(|total| (total, "of_them"));
            let parallel = || beside_partitive(context, mentions, i);
            if let Some((total, rule)) = named.or_else(of_it).or_else(such).or_else(bare).or_else(caused).or_else(parallel) {
                lists.push(List::new(total, i, depth, true, rule));
            }
        }
        join_list(context, mentions, i, &mut lists);
    }
    undo_brackets(context, mentions, figures);
}

/// "900 cases were opened. Of these 900 cases, 300 ...": the sentence opens with the total itself.
fn says_total_again(context: &Context, mentions: &[Mention], i: usize) -> bool {
    let inside = context.near(i).start == context.before(i).start;
    let Some(this) = mentions.get(i).filter(|_| inside && among_total(context, mentions, i)) else { return false };
    let before = i.checked_sub(1).map(|before| context.in_sentence(before));
    let again = |t: &Mention| t.unit == this.unit && t.amount == this.amount && t.head == this.head;
    before.is_some_and(|mut figures| figures.any(|j| mentions.get(j).is_some_and(again)))
}

/// "4,000 of them came from A, 2,700 from B and 300 were born here" goes on; "320 were closed, 140 of them with costs, and 240 remained"
/// does not: what has a verb behind one that has none stands beside the whole.
fn goes_on_of_them(context: &Context, first: usize, i: usize) -> bool {
    let read = context.read;
    let verb = Class::VERB | Class::AUXILIARY;
    !read.word_is(context.end(i), verb) || read.find_word(context.behind(first), verb).is_some()
}

/// "659 miles of roads, of which 531 miles are metalled, and 584 miles of paths": behind a part with a verb, what is of another thing
/// as the total is of its own stands beside the total.
fn stands_beside_total(context: &Context, lists: &[List], i: usize) -> bool {
    let read = context.read;
    let Some(list) = lists.last().filter(|l| l.of_which && l.first_part + 1 == i) else { return false };
    let of = |j: usize| read.str(context.after(j).start) == "of";
    let verb = read.word_is(context.after(list.first_part).start, Class::AUXILIARY);
    let gap = context.gap(i);
    let joined = gap.len() > 2 && read.is_mark(gap.end - 2, ',') && read.word_is(gap.end - 1, Class::AND);
    verb && joined && of(list.total) && of(i)
}

/// The total of a list that opens in front of figure `i`. "A (9 million), B (4 million)": the second bracket tells a part of what the
/// first tells a part of.
fn opened_total(context: &Context, mentions: &[Mention], brackets: &Brackets, first: usize, i: usize, opener: Opener) -> Option<usize> {
    let gap = context.before(i);
    if opener.rule == "bracket" && gap.clone().any(|t| context.read.is_mark(t, ')')) {
        let this = mentions.get(i)?;
        let bracketed = |j: usize| context.before(j).next_back().is_some_and(|t| context.read.is_mark(t, '('));
        let in_bracket = |j: &usize| {
            mentions.get(*j).is_some_and(|m| m.unit == this.unit && m.of.is_some_and(|(_, rule)| rule == "bracket" || bracketed(*j)))
        };
        return (first..i).rev().find(in_bracket).and_then(|j| mentions.get(j)?.of).map(|(total, _)| total);
    }
    // "27 million dollars (2.4 million kg)": what stands right behind a figure is no part of one in another bracket.
    let closed = |p: usize| context.end(p) == context.gap(i).start && opener.rule == "bracket" && gap.len() == 1;
    if context.previous(i).is_some_and(|p| closed(p) && mentions.get(p).is_some_and(|m| !m.unit.is_some_and(Unit::is_counted))) {
        return aside_of(context, mentions, i);
    }
    aside_of(context, mentions, i)
        .or_else(|| outside_brackets(context, mentions, brackets, first..i, i, opener.of_which))
        .or_else(|| find_total(context, mentions, first..i, i, opener.of_which))
        .or_else(|| total_in_sentence_before(context, mentions, i))
}

/// "573.80 million yuan of financial funds was invested ... 327.76 million yuan of the financial funds was used for": a part of what the
/// sentence before gave, named by the same words behind "of the".
fn named_again(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let read = context.read;
    let after = context.after(i);
    let definite = read.str(after.start) == "of" && matches!(read.str(after.start + 1), "the" | "these" | "this");
    let first = context.in_sentence(i).start;
    // "..., expected to create 731 jobs; 118 of the jobs are in offices": behind a semicolon, too.
    let statement = first < i && context.unhedged(i) == context.statement(i);
    if !definite || first != i && !statement {
        return None;
    }
    let ends = |t: usize| !read.is_word(t) && !read.is_mark(t, '-') || read.word_is(t, Class::STOP | Class::VERB);
    // "71 of the contracts concerned livestock".
    let done = |t: usize| t > after.start + 2 && read.str(t).ends_with("ed");
    let name = after.start + 2..(after.start + 2..after.end).find(|t| ends(*t) || done(*t)).unwrap_or(after.end);
    let before = if statement { first..i } else { context.in_sentence(first.checked_sub(1)?) };
    let called = |j: &usize| {
        let words = context.end(*j)..context.after(*j).end;
        !name.is_empty() && name.clone().all(|t| words.clone().any(|w| read.str(w).eq_ignore_ascii_case(read.str(t))))
    };
    let this = mentions.get(i)?;
    before.filter(|j| mentions.get(*j).is_some_and(|t| t.stands_alone() && fits(t, this)) && at_least(mentions, *j, i)).find(called)
}

/// "63.5 million in all. Counties paid 9.3 million of it."
fn part_of_it(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let this = mentions.get(i).filter(|m| m.stands_alone())?;
    let whole = |m: &Mention| fits(m, this) && m.amount.bounds() > this.amount.bounds();
    // "1,777 (50.1 per cent) of whom were men".
    let share = context.next(i).filter(|n| context.restates(*n) && mentions.get(*n).is_some_and(|m| m.unit == Some(Unit::Percent)));
    let closed = share.map(|n| context.after(n).start).filter(|t| context.read.is_mark(*t, ')')).map(|t| t + 1);
    if !of_pronoun(context, context.after(i).start) && !closed.is_some_and(|t| of_pronoun(context, t)) {
        return None;
    }
    // "households in 32 districts, 14 of them badly hit": what stands right in front is meant, though it says where.
    let beside = context.previous(i).filter(|p| {
        let comma = context.gap(i).len() == 1 && context.read.is_mark(context.gap(i).start, ',');
        let counts = |m: &Mention| m.stands_alone() && m.noun.is_some() && m.unit == Some(Unit::Count);
        comma && mentions.get(*p).is_some_and(|m| counts(m) && m.amount.bounds() > this.amount.bounds())
    });
    let near = beside.or_else(|| antecedent(context, mentions, i, whole))?;
    // "179 of the 229 villages; 34 of them": of the part.
    let part = near.checked_sub(1).filter(|p| mentions.get(*p).is_some_and(|m| m.of == Some((near, "partitive")) && whole(m)));
    Some(part.unwrap_or(near))
}

/// The member of a list in front of figure `i` that "of whom" behind it means, where that is no such part itself.
fn part_of_member(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let member = part_of_it(context, mentions, i)?;
    let own = mentions.get(member)?.of.is_some_and(|(_, rule)| rule != "of_them");
    let alone = |j: usize| mentions.get(j).is_some_and(Mention::stands_alone);
    (own && context.in_sentence(i).contains(&member) && !(member + 1..i).any(alone)).then_some(member)
}

/// Makes figure `i` a part of the innermost open list that it fits.
fn join_list(context: &Context, mentions: &mut [Mention], i: usize, lists: &mut Vec<List>) {
    let Some(this) = mentions.get(i) else { return };
    if !this.stands_alone() && this.unit != Some(Unit::Percent) {
        return;
    }
    // A figure larger than the total ends its list: the sentence has gone on to something else.
    lists.retain(|l| i == l.first_part || !mentions.get(l.total).is_some_and(|t| fits(t, this) && larger(this, t)));
    let Some((at, total)) = (0..lists.len()).rev().find_map(|l| Some((l, total_in(context, mentions, lists.get(l)?, i)?))) else { return };
    lists.truncate(at + 1);
    let planned = mentions.get(total).is_some_and(|t| t.kind == Kind::Target);
    // "4 million (including 3 million planned for wells)" says so itself.
    let said = lists.last().is_some_and(|l| l.rule == "including" && l.first_part == i && l.total + 1 == i && l.depth > 0);
    // "The sector has 99 million. Out of this, 71 million is earmarked for pay": so does what opens the sentence.
    let taken_up = || lists.last().is_some_and(|l| l.rule == "of_which" && l.first_part == i && context.in_sentence(i).start == i);
    if this.kind == Kind::Target && !planned && !said && !taken_up() {
        return;
    }
    let spent = planned && is_spent(context, mentions, i, total);
    if let (Some(list), Some(this)) = (lists.last(), mentions.get_mut(i)) {
        this.of = Some((total, list.rule));
        if planned && this.kind == Kind::Level && !context.is_done(i) && !spent {
            this.kind = Kind::Target;
        }
    }
    if let Some(list) = lists.last_mut().filter(|l| l.total == total) {
        list.full = is_full(mentions, total, list.first_part..i + 1);
    }
}

/// Whether several of some figures are parts that come to the total, within the rounding of a figure with a scale word.
fn is_full(mentions: &[Mention], total: usize, members: std::ops::Range<usize>) -> bool {
    let Some(whole) = mentions.get(total) else { return false };
    let (mut sum, mut parts) = (Decimal::ZERO, 0_i64);
    for member in members.filter_map(|j| mentions.get(j)).filter(|m| m.of.is_some_and(|(t, _)| t == total)) {
        let Some(next) = member.amount.one().and_then(|v| sum.checked_add(v)) else { return false };
        (sum, parts) = (next, parts + 1);
    }
    let grain = whole.precision.filter(|_| whole.scaled).map_or(Decimal::ZERO, half_unit);
    let slack = grain.checked_mul(Decimal::from(parts)).unwrap_or_default();
    parts > 1 && whole.amount.one().is_some_and(|v| (v - sum).abs() <= slack)
}

/// The total of an open list that figure `i` fits: the list's own, or one that stands beside it ("5400 households and 22,500 people,
/// including 3,300 households and 13,700 people").
fn total_in(context: &Context, mentions: &[Mention], list: &List, i: usize) -> Option<usize> {
    let this = mentions.get(i)?;
    let located =
        i > list.first_part && context.lead(i).is_some_and(|t| matches!(context.read.str(t), "in" | "from" | "at" | "across" | "for"));
    // "40 million for roads, 30 million for wells and 3.5 million for bridges" goes on; "and net profit 3.2 million" does not.
    let goes_on = |t: usize| context.ends_clause(t) || context.read.word_is(t, Class::AND);
    let ended = list.full && !context.lead(i).is_some_and(goes_on);
    let suits = |j: usize| {
        j != i
            && !(ended && j == list.total)
            && mentions.get(j).is_some_and(|t| {
                fits(t, this) || j == list.total && !located && loosely_fits(t, this, list, (i, is_named_part(context, i)))
            })
            || j == list.total && names_kind(context, mentions, list, i)
    };
    if suits(list.total) {
        return Some(list.total);
    }
    if ended && mentions.get(list.total).is_some_and(|t| fits(t, this)) {
        return None;
    }
    let beside = (list.total + 1 < list.first_part).then_some(list.total + 1).into_iter().chain(list.total.checked_sub(1));
    let alone = |j: &usize| mentions.get(*j).is_some_and(|t| t.stands_alone() && t.per.is_none() && t.sentence == this.sentence);
    beside.filter(alone).find(|j| suits(*j)).or_else(|| interleaved(mentions, list, i).filter(alone))
}

/// "15 million for 122 firms, including 7.5 million for 47 firms": what the part is for is a part of what the total is for.
fn interleaved(mentions: &[Mention], list: &List, i: usize) -> Option<usize> {
    let this = mentions.get(i).filter(|m| m.head.is_some() && m.unit.is_some_and(Unit::is_counted) && i > list.first_part)?;
    let like = |t: &Mention| t.unit == this.unit && t.head == this.head && larger_count(t, this) && t.of.is_none();
    let between = list.total + 1..list.first_part.min(list.total + INTERLEAVED);
    between.rev().find(|j| mentions.get(*j).is_some_and(like))
}

/// Figures behind a total that are looked at for what it is for.
const INTERLEAVED: usize = 8;

/// "2423 undertakings, including 450 projects": the first member of a list right behind its total may name another noun.
fn loosely_fits(total: &Mention, part: &Mention, list: &List, (i, opened): (usize, bool)) -> bool {
    if list.first_part == i && list.total + 1 == i && members(total, part) {
        return true;
    }
    let whole = total.unit == Some(Unit::Count) || total.unit.is_some_and(Unit::is_counted) && is_bare(part);
    let counts = whole && part.unit == Some(Unit::Count) && part.per.is_none();
    let adjacent = list.first_part == list.total + 1 && (i == list.first_part || part.head.is_some());
    !list.of_which && generic(total, part)
        || counts && adjacent && (list.rule != "of_which" || is_bare(part) || opened) && part.amount.bounds() < total.amount.bounds()
}

/// The total that an opener before figure `i` points back to, `among` the figures before it: not one that another is only compared with,
/// and not the places that something is in, where there is another.
pub(super) fn find_total(
    context: &Context,
    mentions: &[Mention],
    among: std::ops::Range<usize>,
    i: usize,
    of_which: bool,
) -> Option<usize> {
    let this = mentions.get(i)?;
    let counts = this.unit == Some(Unit::Count);
    let adjacent = |j: usize| {
        let counted = |t: &Mention| t.unit == Some(Unit::Count) || t.unit.is_some_and(Unit::is_counted) && is_bare(this);
        counts && j + 1 == i && mentions.get(j).is_some_and(|t| counted(t) && t.amount.bounds() > this.amount.bounds())
    };
    let fitting = |j: &usize| {
        mentions.get(*j).is_some_and(|t| {
            t.stands_alone() && (fits(t, this) || adjacent(*j) || !of_which && (generic(t, this) || *j + 1 == i && members(t, this)))
        })
    };
    let large_enough = |j: &usize| at_least(mentions, *j, i);
    let adjacent_place = |j: usize| is_location(context, mentions, j) && this.noun.is_none();
    // "5.2 million was raised, 104% of the plan for the year (5 million). It was made up of": the plan is not what was raised.
    let plan = |j: usize| {
        let bracket = context.before(j).next_back().is_some_and(|t| context.read.is_mark(t, '('));
        let planned = || context.read.find(context.gap(j), Class::SCHEDULE | Class::PLAN).is_some();
        bracket && this.kind != Kind::Target && (mentions.get(j).is_some_and(|t| t.kind == Kind::Target) || planned())
    };
    let spoken_of = |j: &usize| !is_beside(context, *j) && !is_yardstick(context, *j) && !adjacent_place(*j) && !plan(*j);
    let found = among.clone().rev().filter(fitting).filter(spoken_of).find(large_enough);
    // "eight public and 70 aided schools, of which 74 were primary": the two together are meant.
    let coordinated = |j: &usize| context.lead(*j).is_some_and(|t| context.read.word_is(t, Class::AND)) && context.previous(*j).is_some();
    found
        .or_else(|| among.clone().rev().filter(fitting).find(large_enough))
        .or_else(|| among.rev().find(fitting).filter(|j| !coordinated(j) && !dwarfed(mentions, *j, i)))
}

/// Whether a figure is larger than its total by more than a misprint makes it.
fn dwarfed(mentions: &[Mention], total: usize, part: usize) -> bool {
    let bounds = |j: usize| mentions.get(j).and_then(|m| m.amount.bounds());
    bounds(total).zip(bounds(part)).is_some_and(|(t, p)| t.1.checked_mul(MISPRINT).is_some_and(|most| p.0 > most))
}

/// A misprint makes a total so many times smaller at most: a digit or a scale word is lost.
const MISPRINT: Decimal = Decimal::ONE_THOUSAND;

/// Whether the total counts undertakings of any kind, of which the part is one by its own noun.
fn generic(total: &Mention, part: &Mention) -> bool {
    total.generic
        && part.per.is_none()
        && total.unit == Some(Unit::Count)
        && part.unit == Some(Unit::Count)
        && part.amount.bounds() < total.amount.bounds()
}

/// "5,200 members (including 1,100 poor households)": members of a society may be families.
fn members(total: &Mention, part: &Mention) -> bool {
    let counts = total.unit == Some(Unit::People) && part.unit == Some(Unit::Households) && total.per.is_none();
    counts && total.head.as_deref() == Some("member") && larger_count(total, part)
}

pub(super) fn larger_count(total: &Mention, part: &Mention) -> bool {
    part.amount.bounds() < total.amount.bounds()
}

/// Whether a figure is larger than the total it would be a part of.
fn larger(part: &Mention, total: &Mention) -> bool {
    let bounds = part.amount.bounds().zip(total.amount.bounds());
    part.unit == total.unit && bounds.is_some_and(|((low, _), (_, high))| low > high)
}

pub(super) fn at_least(mentions: &[Mention], total: usize, part: usize) -> bool {
    let value = |j: usize| mentions.get(j).and_then(|m| m.amount.bounds()).map(|b| b.1);
    value(total).is_none() || value(total) >= value(part)
}

/// Whether `part` can be a part of `total`: the same unit, and the same counted noun where both have one.
pub(super) fn fits(total: &Mention, part: &Mention) -> bool {
    let (Some(whole), Some(unit)) = (total.unit, part.unit) else { return false };
    if total.per != part.per && total.per.is_none() {
        return false;
    }
    match (whole, unit) {
        (Unit::Count, Unit::Count) => same_noun(total, part),
        (Unit::PersonTimes, Unit::People) | (Unit::People, Unit::PersonTimes) => true,
        // "Membership fell to 4,812, of whom 1,707 were women": a number without a noun may count persons.
        (Unit::Count, Unit::People) => total.head.is_none() && total.noun.is_none() || befalls_persons(total),
        // "621,000 new arrivals ... of them 340,000 arrivals": one noun, whoever it is taken for.
        _ => whole == unit || whole.is_counted() && unit.is_counted() && total.head.is_some() && total.head == part.head,
    }
}

/// "48 deaths; of these 28 were drivers, 11 passengers": whether each of what is counted befalls one person.
fn befalls_persons(total: &Mention) -> bool {
    const EVENTS: [&str; 10] =
        ["death", "fatality", "casualty", "injury", "arrest", "conviction", "suicide", "homicide", "murder", "drowning"];
    total.head.as_deref().is_some_and(|head| EVENTS.contains(&head))
}

fn same_noun(total: &Mention, part: &Mention) -> bool {
    match (&total.head, &part.head) {
        (Some(a), Some(b)) => a == b,
        _ => true,
    }
}
