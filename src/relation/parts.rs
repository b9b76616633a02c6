//! Parts and totals: "of which A, B and C", "including", "namely", brackets, several levels, lists over semicolons.
//!
//! A sentence is walked once with a stack of open lists. An opener ("of which") before a figure opens a list whose total is the nearest
//! figure before it that the new one can be a part of; brackets close the lists opened inside them; a new statement closes the rest.

use super::Context;
use super::named::{antecedent, of_pronoun};
use super::totals::{Brackets, at_least, fits, generic, larger_count, members, total_of};
use crate::analysis::{Kind, Unit};
use crate::language::Class;
use crate::quantity::Mention;
use crate::text::lowered;

/// An open list of parts.
#[derive(Debug, Clone, Copy)]
struct List {
    total: usize,
    /// First member: its totals stand before it.
    first_part: usize,
    /// Bracket depth at which it opened.
    depth: usize,
    /// "of which" lists go on over semicolons and clauses of their own ("B was ..., C was ..."); "including" lists do not.
    of_which: bool,
    rule: &'static str,
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
        let opener = walk_gap(context, i, &mut lists, &mut depth);
        brackets.go_to(i, outside, depth);
        let opener = opener.filter(|(_, rule)| *rule != "bracket" || !ranks(context, mentions, i));
        if let Some(total) = partitive(context, mentions, i)
            && let Some(part) = mentions.get_mut(i)
        {
            part.of = Some((total, "partitive"));
            continue;
        }
        if let Some((of_which, rule)) = opener
            && let Some(total) = total_of(context, mentions, &brackets, figures.start..i, of_which)
        {
            lists.push(List { total, first_part: i, depth, of_which, rule });
        }
        if opener.is_none() && among_total(context, mentions, i) {
            lists.push(List { total: i, first_part: i + 1, depth, of_which: true, rule: "among" });
            continue;
        }
        if opener.is_none()
            && lists.is_empty()
            && let Some(total) = named_again(context, mentions, i).or_else(|| part_of_it(context, mentions, i))
        {
            lists.push(List { total, first_part: i, depth, of_which: true, rule: "named_again" });
        }
        join_list(context, mentions, i, &mut lists);
    }
}

/// "573.80 million yuan of financial funds was invested ... 327.76 million yuan of the financial funds was used for": a part of what the
/// sentence before gave, named by the same words behind "of the".
fn named_again(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let read = context.read;
    let after = context.after(i);
    let definite = read.str(after.start) == "of" && matches!(read.str(after.start + 1), "the" | "these" | "this");
    let first = context.in_sentence(i).start;
    if !definite || first != i {
        return None;
    }
    let name = after.start + 2
        ..(after.start + 2..after.end)
            .find(|t| !read.is_word(*t) && !read.is_mark(*t, '-') || read.word_is(*t, Class::STOP))
            .unwrap_or(after.end);
    let before = context.in_sentence(first.checked_sub(1)?);
    let called = |j: &usize| {
        let words = context.after(*j);
        !name.is_empty() && name.clone().all(|t| words.clone().any(|w| read.str(w).eq_ignore_ascii_case(read.str(t))))
    };
    let this = mentions.get(i)?;
    before.filter(|j| mentions.get(*j).is_some_and(|t| t.stands_alone() && fits(t, this)) && at_least(mentions, *j, i)).find(called)
}

/// "ten of the 50 buses", "412,000 of the 515,000 people": the total stands behind.
fn partitive(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let next = context.partitive_total(i)?;
    let (this, total) = (mentions.get(i)?, mentions.get(next)?);
    let counted = this.unit.is_some_and(Unit::is_counted) && total.unit.is_some_and(Unit::is_counted);
    // "31 sets of 5,200 answers": what sets are made of, not what they are some of.
    let definite = context.after(i).len() > 1;
    let alike = definite || this.noun.is_none() || this.head == total.head;
    let fitting = if counted { this.unit == total.unit && alike } else { fits(total, this) };
    (fitting && this.stands_alone() && total.stands_alone() && total.amount.bounds() > this.amount.bounds()).then_some(next)
}

/// "63.5 million in all. Counties paid 9.3 million of it."
fn part_of_it(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let this = mentions.get(i).filter(|m| m.stands_alone())?;
    let whole = |m: &Mention| fits(m, this) && m.amount.bounds() > this.amount.bounds();
    of_pronoun(context, context.after(i).start).then(|| antecedent(context, mentions, i, whole)).flatten()
}

/// Makes figure `i` a part of the innermost open list that it fits.
fn join_list(context: &Context, mentions: &mut [Mention], i: usize, lists: &mut Vec<List>) {
    let Some(this) = mentions.get(i) else { return };
    if !this.stands_alone() && this.unit != Some(Unit::Percent) {
        return;
    }
    // "..., surpassing the 27 million target": a plan is no part of what was done.
    if context.read.word_is(context.after(i).start, Class::SCHEDULE) && this.unit != Some(Unit::Percent) {
        lists.retain(|l| i == l.first_part);
    }
    // A figure larger than the total ends its list: the sentence has gone on to something else.
    lists.retain(|l| i == l.first_part || !mentions.get(l.total).is_some_and(|t| fits(t, this) && larger(this, t)));
    let Some((at, total)) = (0..lists.len()).rev().find_map(|l| Some((l, total_in(context, mentions, lists.get(l)?, i)?))) else { return };
    if lists.get(at).is_some_and(|list| stands_beside(context, mentions, list, i)) {
        lists.truncate(at);
        return;
    }
    lists.truncate(at + 1);
    let planned = mentions.get(total).is_some_and(|t| t.kind == Kind::Target);
    // "4 million (including 3 million planned for wells)" says so itself.
    let said = lists.last().is_some_and(|l| l.rule == "including" && l.first_part == i && l.total + 1 == i && l.depth > 0);
    if this.kind == Kind::Target && !planned && !said {
        return;
    }
    if let (Some(list), Some(this)) = (lists.last(), mentions.get_mut(i)) {
        this.of = Some((total, list.rule));
        if planned && this.kind == Kind::Level && !context.is_done(i) {
            this.kind = Kind::Target;
        }
    }
}

/// "659 miles of cart roads, of which 531 miles are metalled, and 584 miles of paths": named as the total is, by something else of its own,
/// where the part before it is told by a verb. What stays within the total could be a part all the same.
fn stands_beside(context: &Context, mentions: &[Mention], list: &List, i: usize) -> bool {
    let read = context.read;
    let told = i > list.first_part && list.of_which && read.word_is(context.after(list.first_part).start, Class::AUXILIARY);
    let named = |j: usize| Some(context.after(j)).filter(|after| read.str(after.start) == "of").map(|after| after.start + 1);
    let Some((total, own)) = named(list.total).zip(named(i)).filter(|_| told && i == list.first_part + 1) else { return false };
    let value = |j: usize| mentions.get(j).and_then(|m| m.amount.one());
    let over = || Some(value(list.first_part)?.checked_add(value(i)?)? > value(list.total)?);
    let verb = read.find(context.behind(i), Class::AUXILIARY).is_some();
    !verb && !read.str(total).eq_ignore_ascii_case(read.str(own)) && over().unwrap_or(false)
}

/// The total of an open list that figure `i` fits: the list's own, or one that stands beside it ("5400 households and 22,500 people,
/// including 3,300 households and 13,700 people").
fn total_in(context: &Context, mentions: &[Mention], list: &List, i: usize) -> Option<usize> {
    let this = mentions.get(i)?;
    let located =
        i > list.first_part && context.lead(i).is_some_and(|t| matches!(context.read.str(t), "in" | "from" | "at" | "across" | "for"));
    let suits = |j: usize| {
        j != i && mentions.get(j).is_some_and(|t| fits(t, this) || j == list.total && !located && loosely_fits(t, this, list, i))
    };
    if suits(list.total) {
        return Some(list.total);
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
fn loosely_fits(total: &Mention, part: &Mention, list: &List, i: usize) -> bool {
    if list.first_part == i && list.total + 1 == i && members(total, part) {
        return true;
    }
    let counts = total.unit == Some(Unit::Count) && part.unit == Some(Unit::Count) && part.per.is_none();
    let adjacent = list.first_part == list.total + 1 && (i == list.first_part || part.head.is_some());
    !list.of_which && generic(total, part) || counts && adjacent && list.rule != "of_which" && part.amount.bounds() < total.amount.bounds()
}

/// Reads the tokens between two figures: brackets, openers, and the ends of lists.
fn walk_gap(context: &Context, i: usize, lists: &mut Vec<List>, depth: &mut usize) -> Option<(bool, &'static str)> {
    let read = context.read;
    let gap = context.before(i);
    let (mut opener, mut opened_at) = (None, *depth);
    let mut next = gap.start;
    while let Some(t) = read.find_either(next..gap.end, Class::CLAUSE_END, Class::PARTS | Class::ALL_PARTS) {
        next = t + 1;
        let mark = read.tokens.get(t).and_then(crate::text::Token::mark);
        if matches!(mark, Some('(' | '（')) {
            *depth += 1;
        } else if matches!(mark, Some(')' | '）')) {
            lists.retain(|l| l.depth < *depth || *depth == 0);
            *depth = depth.saturating_sub(1);
            // "which included the Relief Fund (RF) of 24 million": what closes is an aside of the opener's own.
            opener = opener.filter(|_| opened_at <= *depth);
        } else if matches!(mark, Some(';' | '；')) {
            let statement = (t..gap.end).any(|v| read.word_is(v, Class::VERB | Class::AUXILIARY))
                || read.word_is(context.after(i).start, Class::AUXILIARY);
            lists.retain(|l| l.of_which || !statement);
            opener = None;
        } else if let Some((entry, len)) = read.entry(t, Class::PARTS | Class::ALL_PARTS) {
            opened_at = *depth;
            let word = read.str(t).to_ascii_lowercase();
            let of_which = entry.classes.contains(Class::PARTS) && !word.starts_with("includ");
            opener = Some((
                of_which,
                if of_which && word.starts_with("among") {
                    "among_them"
                } else if of_which {
                    "of_which"
                } else if entry.classes.contains(Class::PARTS) {
                    "including"
                } else {
                    "namely"
                },
            ));
            next = t + len;
        } else if mark == Some(',')
            && opener.is_some_and(|(of_which, _)| !of_which)
            && read.is_word(t - 1)
            && !read.phrase_is(t - 1, Class::PARTS)
        {
            // "including A Town, B Town and others, and built 5 wells": a list of names, not of figures.
            opener = None;
        }
    }
    // "as in 2020 (11)" tells the figure of that year.
    let of_year = gap.len() > 1 && read.word_is(gap.end - 2, Class::YEAR);
    let behind = context.after(i).start;
    let of_year = of_year || read.word_is(behind, Class::PREPOSITION) && read.word_is(behind + 1, Class::YEAR);
    let opens_bracket = !of_year && *depth > 0 && gap.start < gap.end && read.is_mark(gap.end - 1, '(');
    if opens_bracket && opener.is_none() && !context.tells_plan(i) {
        opener = Some((false, "bracket"));
    }
    if opener.is_none() && starts_statement(context, i) {
        lists.clear();
    }
    opener
}

/// "63 million, followed by Marsh (13 million) and Hill (12 million)": the brackets tell of the names in front of them, which are ranked.
fn ranks(context: &Context, mentions: &[Mention], i: usize) -> bool {
    let read = context.read;
    let gap = context.gap(i);
    let name = gap.len() > 2 && read.tokens.get(gap.end - 2).is_some_and(|t| t.is_word() && t.capital);
    let first = || gap.clone().any(|t| matches!(read.str(t), "followed" | "then"));
    let bracketed =
        |j: usize| context.before(j).end > 0 && read.is_mark(context.before(j).end - 1, '(') && read.is_mark(context.after(j).start, ')');
    let next = || context.previous(i).is_some_and(|j| bracketed(j) && mentions.get(j).is_some_and(|m| m.of.is_none()));
    name && (first() || next())
}

/// Whether a new statement of its own leads to the figure: a finite verb behind the last comma or "and" ("..., and organized 34
/// trainings"). Members of a list have none in front of their number.
fn starts_statement(context: &Context, i: usize) -> bool {
    let read = context.read;
    let gap = context.gap(i);
    let clause = context.tail(gap.clone());
    let and = clause.clone().rev().find(|t| read.word_is(*t, Class::AND) && *t > clause.start);
    let from = and.map_or(clause.start, |t| t + 1);
    let has_mark = clause.start > gap.start || and.is_some();
    has_mark
        && (from..gap.end).any(|t| {
            // "practical training for 68,000 people": a noun, unless it opens the clause.
            let noun = t > from && read.str(t).ends_with("ing");
            read.word_is(t, Class::VERB)
                && !noun
                && !read.phrase_is(t, Class::RISE | Class::PARTS | Class::ALL_PARTS | Class::OVER | Class::SHARE)
        })
}

/// Whether a figure is larger than the total it would be a part of.
fn larger(part: &Mention, total: &Mention) -> bool {
    let bounds = part.amount.bounds().zip(total.amount.bounds());
    part.unit == total.unit && bounds.is_some_and(|((low, _), (_, high))| low > high)
}

/// "Among the 1.2969 billion yuan of production funds, A was ... and B was ...": the sentence opens with its total.
fn among_total(context: &Context, mentions: &[Mention], i: usize) -> bool {
    let read = context.read;
    let sentence = context.sentence(i);
    let opens =
        context.previous(i).is_none() && lowered(read.str(sentence.start), |word| matches!(word, "among" | "of" | "amongst" | "out"));
    opens && context.before(i).len() <= 8 && context.next(i).is_some() && mentions.get(i).is_some_and(Mention::stands_alone)
}
