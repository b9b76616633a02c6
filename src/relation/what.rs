//! What a figure measures, in the text's own words: "financial anti-poverty funds from the central government".
//!
//! The measured thing stands behind the figure ("5 million yuan of training funds", "397 cadres"), in front of it ("the mutual funds
//! amounted to 5 million yuan") or with its total, of which only the difference is said ("40 million yuan was from the province").

use super::Context;
use super::aside::{attributed, behind_aside, behind_brackets};
use super::description::{Description, words};
use super::done_apart::done_apart;
use super::gap::compared_by;
use super::graded::graded;
use super::idle::{is_idle, names_sum, only_states, statement_start, without_predicate, without_stating};
use super::in_front::{
    compared_over, compared_with, estimated, goes_on, is_done, leading_verb, of_several, tells_measure, told_in_front, yardstick_words,
};
use super::label::{before_colon, counted_noun, label_in_front};
use super::listed::{Item, List, item_of_list};
use super::phrase::{breaks_off, is_activity, noun_phrase, trim, trim_end};
use super::respectively::Shared;
use super::subject::tells;
use super::what_changed::{accounted, averaged, changed_behind, moves, qualified, qualifies, stepped, told_change};
use crate::analysis::{Kind, Unit};
use crate::language::Class;
use crate::quantity::Mention;
use std::ops::Range;

/// A description has at most this many words.
pub(super) const LONGEST: usize = 12;
/// Brackets behind a figure have at most this many tokens.
pub(super) const LONGEST_BRACKETS: usize = 80;

/// Describes every figure; parts take the words of their total along, qualifying figures those of their base.
pub(super) fn describe(context: &Context, mentions: &mut [Mention]) {
    let mut things: Vec<Range<usize>> = Vec::with_capacity(mentions.len());
    let mut subjects: Vec<Range<usize>> = Vec::with_capacity(mentions.len());
    let (mut list, mut shared) = (List::default(), Shared::default());
    for i in 0..mentions.len() {
        let own = completed(context, mentions, i, (&things, &subjects), &mut list);
        let own = shared.share_out(context, i, own);
        things.push(if own.acts { 0..0 } else { own.thing.clone() });
        // "Irrigation serves 61% of the area": what the share is of is said with it, the subject tells what it measures.
        // "translating into a response rate of 36%".
        let share = || mentions.get(i).is_some_and(|m| m.kind == Kind::Share);
        let rate = || own.thing.len() > 1 && context.read.word_is(own.thing.end - 1, Class::RATE) && own.said.is_empty() && share();
        let told = |rule: &str| !own.thing.is_empty() && !own.lent && (matches!(rule, "named" | "pronoun") || rate());
        let base = mentions.get(i).filter(|m| qualifies(m)).and_then(|m| m.base);
        let of_base = base.and_then(|(base, _)| subjects.get(base)).filter(|_| own.thing.is_empty() || own.lent);
        let listed = own.item.as_ref().map(|(_, item)| item);
        subjects.push(of_base.or(listed).unwrap_or(&own.thing).clone());
        // "45 percent of it (1.62 million) went to training": of what the part behind is of.
        let whole = |base: usize| mentions.get(base).and_then(|m| m.of).map(|(whole, _)| whole).filter(|whole| base > i && *whole < i);
        let base = base.filter(|(_, rule)| !told(rule)).and_then(|(base, _)| mentions.get(whole(base).unwrap_or(base)));
        let what = match base.map(|b| b.what.as_str()).filter(|w| !w.is_empty()) {
            Some(base) => qualified(context, mentions, i, base),
            None => averaged(mentions, i, told_change(context, mentions, i, words(context, mentions, i, &own))),
        };
        if let Some(m) = mentions.get_mut(i) {
            m.what = what;
        }
    }
}

/// The things that parts of earlier figures take along, and what the earlier figures speak of.
type Earlier<'a> = (&'a [Range<usize>], &'a [Range<usize>]);

/// The description of figure `i`: its own, or where that tells nothing, what its total, the figures before it or its sentence tell.
fn completed(context: &Context, mentions: &[Mention], i: usize, (things, subjects): Earlier, list: &mut List) -> Description {
    let mut own = own_description(context, mentions, i);
    let Some(this) = mentions.get(i) else { return own };
    // No words begin inside a figure: "billion compared".
    while own.thing.start < own.thing.end && context.is_figure(own.thing.start) {
        own.thing = trim(context, own.thing.start + 1..own.thing.end);
    }
    let counts = counted_noun(context, this, i).is_some();
    let open = !counts && !this.unit.is_some_and(Unit::is_time);
    // "Afar (671 households), Amhara (420 households)"
    let named = |item: &Item| context.read.tokens.get(item.name.start).is_some_and(|t| t.capital);
    if counts
        && own.said.is_empty()
        && let Some(item) = item_of_list(context, mentions, list, i).filter(named)
    {
        own.item = Some((own.thing.end..own.thing.end, item.name));
        return own;
    }
    // "moisture was 6% very short, 19% short and 75% adequate"
    if let Some((first, grade)) = graded(context, mentions, i) {
        let thing = if first == i { Some(&own.thing) } else { subjects.get(first) };
        let thing = thing.filter(|thing| thing.end <= grade.start).cloned().unwrap_or_default();
        return Description { thing, said: grade, lent: first < i, ..Description::default() };
    }
    if open && let Some(told) = done_apart(context, mentions, i, things) {
        return told;
    }
    // "rose to 1.08 billion compared to 561 million", "coverage was 43 per cent against a target of 70": the measure of the figure in front.
    if open
        && let Some(measure) =
            compared_with(context, mentions, i).and_then(|first| subjects.get(first)).filter(|m| tells_measure(context, m))
    {
        let own = yardstick_words(context, &own.thing, i);
        return Description { thing: measure.clone(), said: own, lent: true, ..Description::default() };
    }
    // "widened by 412 million compared to 2019, reaching 2,104 million": the level has the subject of its step.
    let step = context
        .previous(i)
        .filter(|p| mentions.get(*p).is_some_and(|m| m.base.is_some_and(|(level, rule)| level == i && rule == "reached_value")));
    if let Some(subject) = step.and_then(|p| subjects.get(p)).filter(|m| open && tells_measure(context, m)) {
        return Description::lent(subject.clone());
    }
    // "planted 420,000 mu of walnuts, raising the total to 2.2 million mu": the total of those.
    let raising = |t: usize| matches!(context.read.str(t), "raising" | "bringing" | "taking" | "lifting" | "pushing");
    if own.said.is_empty()
        && own.thing.len() == 1
        && raising(own.thing.start)
        && let Some(subject) =
            context.previous(i).filter(|p| mentions.get(*p).is_some_and(|m| m.unit == this.unit)).and_then(|p| subjects.get(p))
    {
        return Description::lent(subject.clone());
    }
    // "84 million, equivalent to 2.18 per tonne": nothing of its own.
    if own.said.is_empty() && own.thing.len() == 1 && matches!(context.read.str(own.thing.start), "equivalent" | "equal") {
        own.thing = own.thing.end..own.thing.end;
    }
    let tells_nothing = |own: &Description| {
        let said = if own.thing.is_empty() { own.said.clone() } else { own.thing.clone() };
        own.item.is_none() && (said.is_empty() || open && is_idle(context, said))
    };
    // "rose by 5% to 5 million yuan": the words of the figure before, rather than those of a total.
    let mut bare = tells_nothing(&own);
    if bare && let Some(measure) = compared_over(context, mentions, i).and_then(|first| subjects.get(first)).filter(|m| !m.is_empty()) {
        return Description::lent(measure.clone());
    }
    if bare && context.previous(i).is_some() && goes_on(context, i) {
        own = told_in_front(context, subjects, i).map_or(own, Description::lent);
        bare = tells_nothing(&own);
    }
    let without_thing = own.thing.is_empty();
    if open && own.thing.is_empty() && own.said.is_empty() {
        own = item_of_list(context, mentions, list, i).map_or(own, Description::listed);
        // "9 million was spent: roads (4 million), schools (5 million)": with what the total is of.
        let total = this.of.and_then(|(total, _)| things.get(total)).filter(|total| own.item.is_none() && !total.is_empty());
        if let Some(total) = total.filter(|_| !own.thing.is_empty()) {
            own.item = Some((total.end..total.end, std::mem::replace(&mut own.thing, total.clone())));
        }
    }
    if own.thing.is_empty()
        && let Some(total) = this.of.and_then(|(total, _)| things.get(total))
    {
        own.thing = total.clone();
    }
    let bare = if without_thing { tells_nothing(&own) } else { bare };
    if bare {
        own = of_several(context, mentions, i).or_else(|| told_in_front(context, subjects, i)).map_or(own, Description::lent);
    }
    // "and 5% in the south"
    if own.thing.is_empty() && !own.said.is_empty() && moves(this) && context.read.word_is(own.said.start, Class::PREPOSITION) {
        own.thing = context.previous(i).and_then(|before| subjects.get(before)).cloned().unwrap_or_default();
    }
    // "reserves were sufficient to cover"
    if own.acts && !counts {
        let thing = without_predicate(context, own.thing.clone(), None);
        if thing != own.thing {
            own = Description { thing, acts: true, ..Description::default() };
        }
    }
    // "maize recorded a 24% increase"
    if own.acts && own.said.len() == 1 && only_states(context.read.str(own.said.start)) {
        own.said = 0..0;
    }
    if !counts && own.said.is_empty() {
        own.thing = trim_end(context, without_stating(context, own.thing.clone()));
        if own.item.is_none() && !own.acts {
            let before = context.previous(i).and_then(|before| subjects.get(before));
            own.thing = without_predicate(context, own.thing, before);
        }
    }
    if !counts && own.said.is_empty() && own.thing.is_empty() && own.item.is_none() {
        own.thing = before_colon(context, i);
    }
    own
}

fn own_description(context: &Context, mentions: &[Mention], i: usize) -> Description {
    let Some(this) = mentions.get(i) else { return Description::default() };
    let behind = context.head(this.last..context.after(i).end.max(this.last));
    let behind = if behind.is_empty() { behind_brackets(context, this.last, i).unwrap_or(behind) } else { behind };
    let behind = behind.start..behind.end.min(next_label(context, mentions, i).unwrap_or(behind.end)).max(behind.start);
    if let Some(noun) = counted_noun(context, this, i) {
        return counted(context, noun.first..noun.head + 1, behind, i);
    }
    let behind = behind.start.max(this.after_noun).min(behind.end)..behind.end;
    let relative = this.unit.is_some_and(Unit::is_relative);
    // "reserves were equivalent to 4.1 months of imports"
    let covers = this.unit.is_some_and(Unit::is_time)
        && context.lead(i).is_some_and(|t| matches!(context.read.str(t), "to" | "cover" | "covers" | "covered"));
    let behind = if covers && context.read.str(behind.start) == "of" { behind.end..behind.end } else { behind };
    if !relative && context.read.str(behind.start) == "of" {
        let thing = noun_phrase(context, behind.start + 1..behind.end);
        // "39.7 million tonnes of the past five years" tells when.
        if !thing.is_empty() && (context.read.classes(thing.clone()).intersects(Class::RISE) || !is_idle(context, thing.clone())) {
            let said = statement(context, thing.end..behind.end);
            return Description { thing, said, ..Description::default() };
        }
    }
    let changed = if moves(this) { changed_behind(context, i) } else { 0..0 };
    if !changed.is_empty() {
        return Description::of(changed);
    }
    let step = if this.kind == Kind::Change { stepped(context, i) } else { 0..0 };
    if !step.is_empty() {
        let thing = without_stating(context, noun_phrase(context, trim(context, step)));
        return Description::of(thing);
    }
    if let Some(thing) = attributed(context, this, i) {
        return Description::of(thing);
    }
    if relative && let Some(share) = accounted(context, &behind, i) {
        return share;
    }
    if let Some(thing) = estimated(context, i) {
        return Description::of(thing);
    }
    let labelled = label_in_front(context, i);
    if !labelled.is_empty() {
        // "a sum of 12 million was set aside for wells": what for is said behind.
        let generic = labelled.len() == 1 && this.unit.is_some_and(Unit::is_currency) && names_sum(context.read.str(labelled.start));
        let told = generic && context.read.word_is(behind.start, Class::AUXILIARY | Class::PREPOSITION);
        let said = if told { statement(context, behind) } else { 0..0 };
        return Description { thing: labelled, said, ..Description::default() };
    }
    if relative && context.read.str(behind.start) == "of" {
        return share_of(context, behind, i);
    }
    // "two in five women had": the noun of a fraction in words.
    if relative && this.in_words && context.read.is_word(behind.start) && !context.read.word_is(behind.start, Class::STOP) {
        return Description { thing: noun_phrase(context, behind), ..Description::default() };
    }
    let said = statement(context, behind.clone());
    // "lower by 3.2 percent from the previous estimate" tells what it is held against.
    let against = qualifies(this) && compared_by(context, i).is_some();
    // "rose 7% in the north and 5% in the south": what rose, and where.
    let where_moved = moves(this) && context.read.word_is(said.start, Class::PREPOSITION) && !said.is_empty();
    let place = if where_moved && !is_idle(context, said.clone()) { said.clone() } else { 0..0 };
    let verbs = Class::VERB | Class::AUXILIARY | Class::RISE;
    if where_moved && context.previous(i).is_some() && !context.read.classes(context.gap(i)).intersects(verbs) {
        return Description { said: place, ..Description::default() };
    }
    if !said.is_empty() && !against && !where_moved {
        return predicate(context, said, i);
    }
    // "3.3 tons per hectare last year and 3.7": the denominator of the figure before tells nothing of this one.
    let near = context.near(i);
    let rate = context.previous(i).and_then(|before| mentions.get(before)).is_some_and(|m| m.per.is_some());
    // "had 1,040 beds and spent": what the figure in front counts is told by then.
    let gap = context.gap(i).start;
    let spent =
        gap > near.start && context.read.word_is(gap, Class::AND) && matches!(context.read.str(gap + 1), "spent" | "spends" | "spend");
    let told = rate || spent;
    let start = if told { near.start.max(gap).min(near.end) } else { near.start };
    let clause = start..near.end;
    let verb = clause.clone().rev().find(|t| context.read.word_is(*t, Class::VERB) && !is_activity(context, *t));
    let thing = trim(context, verb.map_or(clause.start, |v| v + 1)..clause.end);
    // "Exports grew an equally impressive 5%"
    let manner = relative && verb.is_some_and(|v| context.read.word_is(v, Class::RISE) && matches!(context.read.str(v + 1), "a" | "an"));
    if !thing.is_empty() && !manner {
        let thing = if where_moved { without_stating(context, thing) } else { thing };
        return Description { thing, said: place, ..Description::default() };
    }
    // "Poor counties earned 4,841 yuan": nothing but who did what.
    let subject = trim(context, statement_start(context, clause.start..verb.unwrap_or(clause.start))..verb.unwrap_or(clause.start));
    // "The number of people living on less than 2 dollars fell by 135,000": behind another figure, what the sentence is about.
    let whole = context.clause_before(i);
    if subject.is_empty() && moves(this) && whole.start < clause.start {
        return Description { thing: noun_phrase(context, whole), ..Description::default() };
    }
    if where_moved {
        return Description { thing: without_stating(context, subject), said: place, ..Description::default() };
    }
    // "We invested 73 million", "and sold 312 GWh": nothing but what was done.
    let alone = |v: &usize| {
        let word = context.read.str(*v);
        (is_done(word) || matches!(word, "sold" | "bought" | "lent" | "caught"))
            && !only_states(word)
            && word != "planned"
            && !context.read.word_is(*v, Class::RISE | Class::AUXILIARY)
    };
    if subject.is_empty()
        && mentions.get(i).is_some_and(|m| m.unit.is_some_and(|u| !u.is_counted() && !u.is_time() && !u.is_relative()))
        && let Some(done) = verb.filter(alone)
    {
        return Description { thing: done..done + 1, acts: true, ..Description::default() };
    }
    let said = verb.filter(|v| *v >= subject.end && !subject.is_empty()).map_or(0..0, |v| v..v + 1);
    Description { thing: subject, said, acts: true, ..Description::default() }
}

/// "training for 3,000 person-times in poor areas and lessons for 1,200 people": where the label of the next figure begins, which counts
/// persons, too, and is led to by the same word.
fn next_label(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let next = context.next(i)?;
    let lead = |j: usize| context.lead(j).map(|t| context.read.str(t)).filter(|word| matches!(*word, "for" | "of" | "to"));
    let counts = |j: usize| mentions.get(j).is_some_and(|m| m.unit.is_some_and(Unit::is_counted));
    let behind = context.behind(i);
    if !counts(i) || !counts(next) || behind.end != context.after(i).end || lead(i)? != lead(next)? {
        return None;
    }
    let and = context.read.find(behind, Class::AND)?;
    (context.lead(next)? > and + 1).then_some(and)
}

/// "Irrigation served 61.5% of the area": whose share it is, if that is said in front of it, and of what.
fn share_of(context: &Context, behind: Range<usize>, i: usize) -> Description {
    let whole = noun_phrase(context, behind.start + 1..behind.end);
    // Behind another share the words in front are what that one is of.
    let own = context.previous(i).is_none() || context.read.find(context.gap(i), Class::VERB | Class::AUXILIARY).is_some();
    // "The survey found that about 15% of girls could read": who says so is not what it measures.
    let lead = context.lead(i).map(|t| if context.read.str(t) == "that" && t > 0 { t - 1 } else { t });
    let reported = lead.is_some_and(|t| tells(context.read.str(t)));
    let thing = if own && !reported { trim(context, context.near(i)) } else { behind.start..behind.start };
    if thing.is_empty() {
        Description { thing: whole, ..Description::default() }
    } else {
        Description { thing, said: behind.start..whole.end.max(behind.start), ..Description::default() }
    }
}

/// "397 cadres": with what is said of them behind it, or else the verb that leads to it ("cadres dispatched").
fn counted(context: &Context, thing: Range<usize>, behind: Range<usize>, i: usize) -> Description {
    let thing = trim(context, thing);
    let said = statement(context, thing.end.max(behind.start)..behind.end);
    if !said.is_empty() {
        return Description { thing, said, ..Description::default() };
    }
    let said = statement(context, behind_aside(context, i));
    if !said.is_empty() {
        return Description { thing, said, ..Description::default() };
    }
    Description { thing, said: leading_verb(context, i).filter(|v| v.len() == 1).unwrap_or_default(), ..Description::default() }
}

/// What is said of a thing behind it: "(was) invested in industrial poverty alleviation", "from the central government".
pub(super) fn statement(context: &Context, range: Range<usize>) -> Range<usize> {
    let read = context.read;
    let mut start = range.start;
    while start < range.end
        && (read.word_is(start, Class::AUXILIARY)
            || matches!(read.str(start), "actually" | "mainly" | "directly" | "all" | "that" | "which"))
    {
        start += 1;
    }
    let leads = read.word_is(start, Class::VERB | Class::PREPOSITION) || start > range.start;
    if !leads || start >= range.end {
        return start..start;
    }
    let end = (start + 1..range.end).find(|t| breaks_off(context, *t)).unwrap_or(range.end);
    let said = trim_end(context, start..end);
    let active = start == range.start && said.len() == 1;
    // At the end of a clause, where no figure follows, a word that may be a verb is a noun: "was put in relief work".
    let closes = end == range.end && !context.is_figure(end) && !read.word_is(end, Class::ABOUT | Class::OVER | Class::UNDER);
    let next_verb = said.len() > 1 && read.word_is(said.end - 1, Class::VERB);
    if !active && !next_verb {
        return said;
    }
    let rest = trim_end(context, said.start..said.end.saturating_sub(1).max(said.start));
    let noun = closes && !rest.is_empty();
    if active || !noun { rest } else { said }
}

/// A statement without a thing of its own: a noun alone is the thing ("was financial anti-poverty funds"); the rest stays a statement,
/// with the verb in front of the figure where the statement has none ("invested 5 million yuan in training").
fn predicate(context: &Context, said: Range<usize>, i: usize) -> Description {
    let read = context.read;
    if !read.word_is(said.start, Class::VERB | Class::PREPOSITION) {
        let thing = noun_phrase(context, said.clone());
        let rest = statement(context, thing.end..said.end);
        return Description { thing, said: rest, ..Description::default() };
    }
    if (read.word_is(said.start, Class::PREPOSITION) || read.str(said.start) == "to")
        && let Some(verb) = leading_verb(context, i)
    {
        // "Attendance averaged 88% for girls", "The price of teff averaged 3,150 birr in January": what did so.
        if verb.len() == 1 && only_states(read.str(verb.start)) {
            let clause = context.near(i);
            let thing = trim(context, statement_start(context, clause.start..verb.start)..verb.start);
            let said = if is_idle(context, said.clone()) { 0..0 } else { said };
            return Description { thing, said, ..Description::default() };
        }
        // "put in 4 million in the hills"
        let end = if read.str(verb.end - 1) == read.str(said.start) { verb.end - 1 } else { verb.end };
        return Description { thing: verb.start..end, said, ..Description::default() };
    }
    Description { said, ..Description::default() }
}
