//! Items of a list with their figures in brackets: "visitors from Spain (4,517), Portugal (3,862) and the Isle of Man (967)", "the increase in imports
//! was due to fuels (29 million) and semi-finished goods (8 million)". What is measured stands once, in front of the list or behind it.

use super::Context;
use super::change::names_change;
use super::driver::names_cause;
use super::idle::{is_idle, statement_start};
use super::phrase::{noun_phrase, trim};
use super::places::is_capital;
use crate::analysis::Unit;
use crate::language::Class;
use crate::quantity::Mention;
use crate::text::lowered;
use std::ops::Range;

/// Tokens of a list item, of what leads to it, and of the whole.
const LONGEST_ITEM: usize = 16;
/// Tokens between an auxiliary and the preposition in front of a list: "were recorded mainly in".
const PREDICATE: usize = 5;
/// Tokens of the name in front of ", and".
const NAME: usize = 6;
/// Figures of a list that are looked at for what is said behind it.
const MEMBERS: usize = 12;

/// An item, with what is measured of it: "visitors", "from", "the Isle of Man". Where no word leads to the item, a colon is printed.
#[derive(Debug, Clone, Default)]
pub(super) struct Item {
    pub(super) measure: Range<usize>,
    pub(super) joint: Range<usize>,
    pub(super) name: Range<usize>,
}

/// The item that the list began with whose figures were read last.
#[derive(Debug, Default)]
pub(super) struct List {
    last: usize,
    first: Item,
}

/// The item in front of the bracket that figure `i` fills; goes on with the list of the figure before it.
pub(super) fn item_of_list(context: &Context, mentions: &[Mention], list: &mut List, i: usize) -> Option<Item> {
    let open = bracket(context, i)?;
    let counted = |m: &Mention| m.unit.is_some_and(Unit::is_counted);
    let alike = |j: usize| mentions.get(i).zip(mentions.get(j)).is_some_and(|(a, b)| a.unit == b.unit || counted(a) && counted(b));
    let Some(start) = next_item(context, i, open) else {
        let first = first_item(context, i, open);
        *list = List { last: i, first: first.clone() };
        return Some(first).filter(|first| !first.name.is_empty());
    };
    let goes_on = i > 0 && list.last == i - 1 && context.previous(i) == Some(list.last) && alike(i - 1);
    if goes_on {
        list.last = i;
    }
    let read = context.read;
    let repeated = goes_on && list.first.joint.len() == 1 && read.str(start) == read.str(list.first.joint.start);
    let item = start + usize::from(repeated)..open;
    // "Exports to Spain (5 million), imports (7 million)"
    let other = item.len() == 1 && read.str(start) != "others" && is_proper(context, &list.first.name) && !is_proper(context, &item);
    let own = item.clone().any(|t| joins(context, t)) || other && read.word_is(list.first.joint.start, Class::TO | Class::FROM);
    let Item { measure, joint, .. } = if goes_on && !own { list.first.clone() } else { Item::default() };
    let item = if joint.is_empty() { bare(context, item) } else { item };
    Some(Item { measure, joint, name: item })
}

/// "The increase in imports was due to fuels (29 million) and goods (8 million)": whether figure `i` is what an item adds to a rise or fall.
pub(super) fn adds_to_change(context: &Context, i: usize) -> bool {
    let Some(open) = bracket(context, i) else { return false };
    if next_item(context, i, open).is_some() {
        return false;
    }
    let around = context.statement(i)..context.sentence(i).end;
    if !is_more(context, opening(context, around.start)) && context.read.find(around, Class::RISE).is_none() {
        return false;
    }
    let Item { measure, joint, name } = first_item(context, i, open);
    let read = context.read;
    let head = read.find_word(measure.clone(), Class::PREPOSITION).unwrap_or(measure.end);
    let changes = (measure.start..head).any(|t| names_change(context, t)) || is_more(context, measure.start);
    // "The increase in the budget of the fund (40 million)" may tell the budget.
    let several = joint.start != measure.end || next_in_list(context, i).is_some();
    changes && several && !name.is_empty()
}

/// The mark that opens the bracket which holds figure `i` and nothing else.
fn bracket(context: &Context, i: usize) -> Option<usize> {
    let read = context.read;
    if !read.is_mark(context.after(i).start, ')') {
        return None;
    }
    let before = context.before(i);
    let end = context.unhedged(i);
    let signed = end > before.start && matches!(read.str(end - 1), "+" | "-" | "−" | "–");
    let open = end.checked_sub(1 + usize::from(signed))?;
    (open > before.start && read.is_mark(open, '(') && (read.is_word(open - 1) || read.is_mark(open - 1, ')'))).then_some(open)
}

/// Where the item of figure `i` begins, if it goes on with a list: behind a closed bracket and a joint.
fn next_item(context: &Context, i: usize, open: usize) -> Option<usize> {
    let read = context.read;
    let gap = context.gap(i);
    context.previous(i).filter(|_| read.is_mark(gap.start, ')'))?;
    let mut at = gap.start + 1;
    while at < open {
        let joint =
            read.is_mark(at, ',') || read.is_mark(at, ';') || matches!(read.str(at), "followed" | "by" | "then" | "finally" | "lastly");
        at += match read.entry(at, Class::AND) {
            Some((_, len)) => len,
            None if joint => 1,
            None => break,
        };
    }
    let breaks = Class::AUXILIARY | Class::CLAUSE_END | Class::VERB;
    let item = at..open;
    let own = item.clone().any(|t| opens_clause(read.str(t)) || read.word_is(t, breaks) && !within_item(context, t, open));
    (at > gap.start + 1 && !item.is_empty() && item.len() <= LONGEST_ITEM && !own).then_some(at)
}

/// The figure that goes on with the list in which figure `i` stands.
fn next_in_list(context: &Context, i: usize) -> Option<usize> {
    let next = context.next(i)?;
    bracket(context, next).and_then(|open| next_item(context, next, open)).map(|_| next)
}

/// "while those from Spain": what begins a clause of its own.
fn opens_clause(word: &str) -> bool {
    matches!(word, "while" | "whereas" | "that" | "which" | "who" | "where" | "when" | "because" | "although" | "whose" | "with")
}

/// Whether a verb or comma at token `t` belongs to an item that ends at `open`: "miscellaneous manufactured articles", "mineral fuels, lubricants
/// and related materials".
fn within_item(context: &Context, t: usize, open: usize) -> bool {
    let read = context.read;
    if read.is_mark(t, ',') {
        let listed = |and: usize| and > t + 1 || (t.saturating_sub(NAME)..t).any(|c| read.is_mark(c, ','));
        return read.find_word(t + 1..open, Class::AND).is_some_and(listed) && !opens_clause(read.str(t + 1));
    }
    let attribute = read.word_is(t, Class::VERB)
        && (read.str(t).ends_with("ed") || read.str(t).ends_with("ing") || read.word_is(t, Class::NOUN))
        && read.is_word(t + 1)
        && !read.word_is(t + 1, Class::STOP);
    let subject = t > 0
        && read.is_word(t - 1)
        && (read.str(t - 1).ends_with('s')
            || read.word_is(t - 1, Class::AUXILIARY)
            || opens_clause(read.str(t - 1))
            || is_capital(context, t - 1));
    attribute && !subject
}

/// A noun phrase without its article.
fn bare(context: &Context, item: Range<usize>) -> Range<usize> {
    let idle = |t: &usize| !context.read.is_word(*t) || context.read.word_is(*t, Class::DETERMINER) || context.read.str(*t) == "of";
    item.clone().find(|t| !idle(t)).unwrap_or(item.end)..item.end
}

/// Whether an item is a name.
fn is_proper(context: &Context, item: &Range<usize>) -> bool {
    item.clone().next_back().is_some_and(|t| is_capital(context, t))
}

/// Whether token `t` is a preposition that leads to a list: none inside a name or a compound.
fn joins(context: &Context, t: usize) -> bool {
    let read = context.read;
    // "the Partnership for Education"
    let within_name =
        t > 1 && matches!(read.str(t), "for" | "on") && is_capital(context, t - 1) && is_capital(context, t + 1) && read.is_word(t - 2);
    let compound = within_name
        || read.is_mark(t + 1, '-')
        || t > 0 && (read.is_mark(t - 1, '-') || read.word_is(t - 1, Class::AND) && read.str(t) == "as");
    read.word_is(t, Class::PREPOSITION) && read.str(t) != "of" && !read.phrase_is(t, Class::AND) && read.str(t + 1) != "well" && !compound
}

/// The first item of a list, or the only one: the noun phrase in front of the bracket, with what leads to it.
fn first_item(context: &Context, i: usize, open: usize) -> Item {
    let read = context.read;
    let from = opening(context, context.before(i).start.max(context.statement(i)));
    let own = |t: &usize| {
        read.word_is(*t, Class::AUXILIARY)
            || joins(context, *t)
            || read.word_is(*t, Class::VERB | Class::CLAUSE_END) && !within_item(context, *t, open)
            || opens_clause(read.str(*t))
            || reflects(read.str(*t))
    };
    let anchor = (from..open).rev().find(own);
    let item = anchor.map_or(from, |t| t + 1)..open;
    // "the sector recorded the highest growth (46 per cent)": no item.
    let itself = open.checked_sub(1).is_some_and(|t| names_change(context, t));
    if itself || item.is_empty() || item.len() > LONGEST_ITEM || is_idle(context, item.clone()) {
        return Item::default();
    }
    let alone = Item { name: bare(context, item.clone()), ..Item::default() };
    let told = match anchor {
        Some(t) if read.word_is(t, Class::AUXILIARY) => Some((subject(context, from..t), t + 1..t + 1)),
        Some(t) if joins(context, t) => led_to(context, from, t),
        Some(t) if reflects(read.str(t)) => Some((subject(context, from..t), t + 1..t + 1)),
        Some(_) => None,
        None => told_behind(context, i).map(|measure| (measure, open..open)),
    };
    let Some((measure, joint)) = told.filter(|(measure, _)| speaks(context, measure)) else { return alone };
    let name = if joint.is_empty() { alone.name } else { item };
    Item { measure, joint, name }
}

/// Behind an opening phrase: "On the exports side, ...", "However, ...".
fn opening(context: &Context, from: usize) -> usize {
    let read = context.read;
    let comma = || (from..from + LONGEST_ITEM).find(|t| read.word_is(*t, Class::CLAUSE_END)).filter(|t| read.is_mark(*t, ','));
    // "Measured by weight, ..."
    let opens = |comma: &usize| {
        read.word_is(from, Class::PREPOSITION)
            || read.str(from).ends_with("ed")
            || read.str(from).ends_with("ing")
            || is_idle(context, from..*comma)
    };
    if is_capital(context, from) { comma().filter(opens).map_or(from, |t| t + 1) } else { from }
}

/// What the preposition at token `p` joins the items to, and the words that do: "visitors" "from", "refugees" "hosted in", "growth" (was strongest)
/// "in".
fn led_to(context: &Context, from: usize, p: usize) -> Option<(Range<usize>, Range<usize>)> {
    let read = context.read;
    let near = p.saturating_sub(PREDICATE).max(from)..p;
    let aux = read.find_last_word(near.clone(), Class::AUXILIARY);
    if parts(read.str(p.saturating_sub(1))) {
        return None;
    }
    let predicate =
        aux.filter(|a| read.find_word(a + 1..p, Class::PREPOSITION | Class::DETERMINER | Class::CLAUSE_END | Class::AND).is_none());
    if let Some(aux) = predicate {
        let verb = (aux + 1..p).rev().find(|t| read.word_is(*t, Class::VERB) && read.str(*t).ends_with("ed") && !notes(read.str(*t)));
        let joint = if (aux + 1..p).any(|t| names_cause(read.str(t))) { p..p } else { verb.unwrap_or(p)..p + 1 };
        return Some((subject(context, from..aux), joint));
    }
    // "those from Spain (491), Portugal (86)", "those arriving at Fenn (62)"
    let participle = p > from + 1 && (read.str(p - 1).ends_with("ing") || read.str(p - 1).ends_with("ed"));
    let those = p - usize::from(participle);
    if those > from && matches!(read.str(those - 1), "those" | "that") {
        return Some((antecedent(context, those - 1), those..p + 1));
    }
    // "due to a rise in orders from Fenn (4 million)"
    let caused = |t: usize| joins(context, t) && t > from && (names_cause(read.str(t - 1)) || read.str(t - 1) == "similar");
    let breaks = |t: &usize| {
        read.word_is(*t, Class::AUXILIARY | Class::CLAUSE_END)
            || read.word_is(*t, Class::VERB) && !within_item(context, *t, p)
            || opens_clause(read.str(*t))
            || caused(*t)
    };
    let verb = (from..p).rev().find(breaks);
    let measure = plain(context, trim(context, verb.map_or(from, |t| t + 1)..p));
    if measure.end == p && !measure.is_empty() {
        return Some((measure, p..p + 1));
    }
    let verb = verb.filter(|t| read.word_is(*t, Class::VERB) && p - t <= 2)?;
    let subject = subject(context, from..verb);
    // "The rise came from fuels (4 million)", "sales rose in Asia (4%)", "students enrolled in physics (120)".
    let joint = if subject.clone().any(|t| names_change(context, t)) {
        p..p
    } else if read.word_is(verb, Class::RISE) {
        p..p + 1
    } else {
        verb..p + 1
    };
    Some((subject, joint))
}

/// Whether a measure says what is measured, or that it rises or falls.
fn speaks(context: &Context, measure: &Range<usize>) -> bool {
    !measure.is_empty()
        && measure.len() <= LONGEST_ITEM
        && (!is_idle(context, measure.clone()) || measure.clone().any(|t| names_change(context, t)))
}

/// "The rise reflects higher wages (4 million)".
fn reflects(word: &str) -> bool {
    matches!(word, "reflects" | "reflected" | "reflecting" | "reflect")
}

/// "split between A and B", "followed by C": what leads to parts and next ones.
fn parts(word: &str) -> bool {
    matches!(word, "followed" | "split" | "divided" | "shared" | "led" | "headed" | "preceded" | "namely")
}

/// Verbs that say that something was seen, and no more.
fn notes(word: &str) -> bool {
    matches!(word, "recorded" | "registered" | "reported" | "noted" | "observed" | "experienced" | "achieved" | "concentrated" | "located")
}

/// What a clause is about, that begins with a range and goes on with an auxiliary.
fn subject(context: &Context, range: Range<usize>) -> Range<usize> {
    let start = statement_start(context, range.clone());
    // "Higher imports were recorded in ..."
    if is_more(context, start) {
        return start..context.head(start..range.end).end;
    }
    plain(context, trim(context, context.head(start..range.end)))
}

/// "Higher", "Lower" at the beginning of what rose or fell.
fn is_more(context: &Context, t: usize) -> bool {
    lowered(context.read.str(t), |word| matches!(word, "higher" | "lower" | "increased" | "reduced"))
}

/// "Visitors from Fenn fell, while those from ...": what the sentence speaks of up to its first preposition.
fn antecedent(context: &Context, t: usize) -> Range<usize> {
    let read = context.read;
    let start = (0..t).rev().take(SENTENCE).find(|at| read.is_mark(*at, '.')).map_or(t.saturating_sub(SENTENCE), |at| at + 1);
    let start = opening(context, start);
    let ends = |at: &usize| joins(context, *at) || read.word_is(*at, Class::VERB | Class::AUXILIARY | Class::CLAUSE_END);
    plain(context, trim(context, start..(start..t).find(ends).unwrap_or(start)))
}

/// Tokens of a sentence in front of a pronoun.
const SENTENCE: usize = 60;

/// "Fuels (18 million) and chemicals (15 million) accounted for the main increase in exports": what is said behind the list that begins with
/// figure `i`.
fn told_behind(context: &Context, i: usize) -> Option<Range<usize>> {
    let read = context.read;
    let mut last = i;
    for _ in 0..MEMBERS {
        let Some(next) = next_in_list(context, last) else { break };
        last = next;
    }
    let verb = context.after(last).start + 1;
    let (to, reach) = match read.str(verb) {
        "accounted" | "account" | "accounts" => ("for", 4),
        "contributed" | "contribute" => ("to", 4),
        "were" | "was" | "are" if read.str(verb + 1) == "responsible" => ("for", 3),
        _ => return None,
    };
    let object = (verb..verb + reach).find(|t| read.str(*t) == to)?;
    Some(plain(context, noun_phrase(context, context.head(object + 1..context.sentence(i).end))))
        .filter(|thing| last > i || !thing.is_empty())
}

/// A noun phrase without the superlative that it begins with: "the main increases in exports".
fn plain(context: &Context, range: Range<usize>) -> Range<usize> {
    let ranks = |word: &str| {
        matches!(
            word,
            "most"
                | "main"
                | "major"
                | "leading"
                | "principal"
                | "top"
                | "key"
                | "particularly"
                | "notable"
                | "significant"
                | "bulk"
                | "majority"
        ) || word.ends_with("est") && word.len() > 5 && !matches!(word, "forest" | "harvest" | "interest" | "arrest" | "request")
    };
    let read = context.read;
    let idle = |t: &usize| {
        read.word_is(*t, Class::DETERMINER) || read.str(*t) == "of" || lowered(read.str(*t), ranks) && !read.is_mark(t + 1, '-')
    };
    range.clone().find(|t| !idle(t)).unwrap_or(range.end)..range.end
}
