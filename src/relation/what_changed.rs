//! How a change, share or gap says what it is of: "growth of financial anti-poverty funds".

use super::Context;
use super::change::names_change;
use super::description::Description;
use super::gap::compared_by;
use super::idle::is_idle;
use super::in_front::is_done;
use super::named::same_word;
use super::phrase::{noun_phrase, trim};
use crate::analysis::{Kind, Unit};
use crate::language::Class;
use crate::quantity::Mention;
use std::ops::Range;

/// Tokens of the bracket between a figure and the word for its change.
const LONGEST_REMARK: usize = 12;

/// Whether a figure tells something of another one.
pub(super) fn qualifies(mention: &Mention) -> bool {
    matches!(mention.kind, Kind::Growth | Kind::Change | Kind::Share | Kind::Gap)
}

/// Whether a figure tells a rise or fall.
pub(super) fn moves(mention: &Mention) -> bool {
    matches!(mention.kind, Kind::Growth | Kind::Change)
}

/// "growth of sales in the region": a change that is said of a subject and not of another figure.
pub(super) fn told_change(context: &Context, mentions: &[Mention], i: usize, what: String) -> String {
    let changes = mentions.get(i).is_some_and(|m| matches!(m.kind, Kind::Growth | Kind::Change) && m.noun.is_none());
    let says = |word: &str| CHANGES.iter().any(|change| word.get(..change.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(change)));
    if !changes || what.is_empty() || what.split(' ').any(says) { what } else { qualified(context, mentions, i, &what) }
}

/// What words that tell a change begin with.
const CHANGES: [&str; 14] = [
    "growth",
    "increas",
    "decreas",
    "declin",
    "fall",
    "drop",
    "rise",
    "reduc",
    "change",
    "gain",
    "loss",
    "improve",
    "contraction",
    "inflation",
];

/// The first token behind figure `i` and the bracket that may follow it: "468 hectares (3.6%) decline".
fn behind_remark(context: &Context, i: usize) -> usize {
    let after = context.after(i).start;
    let bracket = context.read.is_mark(after, '(');
    let close = (after..after + LONGEST_REMARK).find(|t| context.read.is_mark(*t, ')')).filter(|_| bracket);
    let inside = context.read.is_mark(after, ')').then_some(after);
    close.or(inside).map_or(after, |close| close + 1)
}

/// "a 16% increase in the output of dairies": what a change that is named behind its figure is a change of.
pub(super) fn changed_behind(context: &Context, i: usize) -> Range<usize> {
    let read = context.read;
    let change = behind_remark(context, i);
    let named = read.word_is(change, Class::RISE) && matches!(read.str(change + 1), "in" | "of");
    if named { noun_phrase(context, context.head(change + 2..context.sentence(i).end)) } else { fallen_behind(context, i) }
}

/// "while the number of vacancies fell (-2,150)", "the growth in the labour force (+60,000)": the words that a step in a bracket, with a sign,
/// is said behind.
pub(super) fn stepped(context: &Context, i: usize) -> Range<usize> {
    let read = context.read;
    let signed = context.before(i).next_back().filter(|t| matches!(read.str(*t), "+" | "-" | "−" | "–"));
    let Some(open) = signed.and_then(|t| t.checked_sub(1)).filter(|t| read.is_mark(*t, '(')) else { return 0..0 };
    let from = context.statement(i);
    let front = (from..open).rev().find(|t| context.is_figure(*t) || context.ends_clause(*t) || read.word_is(*t, Class::THAN));
    front.map_or(from, |t| t + 1)..open
}

/// "outweighed by decreases of 30 million and 12 million in machinery and transport equipment": what is named behind the figures.
pub(super) fn fallen_behind(context: &Context, i: usize) -> Range<usize> {
    let read = context.read;
    let first = context.first_of_list(i);
    let led = context.lead(first).is_some_and(|t| t > 0 && read.str(t) == "of" && names_change(context, t - 1));
    if !led {
        return 0..0;
    }
    let at = context.after(context.last_of_list(i)).start;
    let plain = read.str(at) == "in"
        && read.phrase_len(at) == 1
        && !matches!(read.str(at + 1), "line" | "addition" | "contrast" | "response" | "order");
    let thing = if plain { coordinated(context, at + 1..context.sentence(i).end) } else { 0..0 };
    // "in 2019", "in two decades", "in the north", "in real terms", "in value".
    let idle = thing.is_empty()
        || context.is_figure(thing.start)
        || is_idle(context, thing.clone())
        || read.tokens.get(thing.start).is_some_and(|t| t.capital);
    let manner = matches!(read.str(thing.end.saturating_sub(1)), "terms" | "value" | "volume" | "quantity" | "total" | "size" | "length");
    if idle || manner { 0..0 } else { thing }
}

/// "54,000 members with a capital of 669 million, a rise of 3.2% in the number of members and an increase of 29.6% in the capital": the figure of the
/// sentence in front that counts or is told by the last word of what rises.
pub(super) fn named_behind(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let read = context.read;
    let thing = fallen_behind(context, i);
    let word = thing.clone().rev().find(|t| read.is_word(*t) && !read.word_is(*t, Class::STOP))?;
    let amount = |m: &Mention| m.stands_alone() && !m.unit.is_some_and(Unit::is_time);
    let front = || (context.in_sentence(i).start..i).rev().filter(|j| mentions.get(*j).is_some_and(amount));
    let says = |mut words: Range<usize>| words.any(|t| same_word(read.str(t), read.str(word)));
    let counted = |j: &usize| says(mentions.get(*j).and_then(|m| m.noun).map_or(0..0, |n| n.first..n.head + 1));
    front().find(counted).or_else(|| front().find(|j| says(context.near(*j))))
}

/// "fell from 18.0% to 14.5%, that is by 3.5 percentage points": a step without a word of its own goes the way of the two levels in front.
fn steps_down(context: &Context, mentions: &[Mention], i: usize, clause: &Range<usize>) -> bool {
    let levels = || {
        let (to, by) = (context.previous(i)?, context.lead(i)?);
        let from = context.previous(to).filter(|from| context.leads_from(*from) && context.read.str(by) == "by")?;
        Some(mentions.get(to)?.amount.bounds()? < mentions.get(from)?.amount.bounds()?)
    };
    context.read.find(clause.clone(), Class::RISE).is_none() && levels().unwrap_or(false)
}

/// The noun phrase at the beginning of a range, with all its members: "fuels, lubricants and related materials".
fn coordinated(context: &Context, range: Range<usize>) -> Range<usize> {
    let read = context.read;
    let listed =
        |t: usize| read.is_mark(t, ',') && read.find_word(t + 1..range.end.min(t + MEMBER), Class::AND).is_some_and(|and| and > t + 1);
    let ends = |t: &usize| {
        read.word_is(*t, Class::AUXILIARY | Class::DIGITS | Class::RESPECTIVELY)
            || read.word_is(*t, Class::CLAUSE_END) && !listed(*t)
            || matches!(read.str(*t), "while" | "whereas" | "which" | "that" | "when")
            || read.word_is(*t, Class::AND) && (t + 1..t + 4).any(|w| names_change(context, w))
            || read.word_is(*t, Class::PREPOSITION) && read.str(*t) != "of" && *t > range.start
    };
    let end = range.clone().find(ends).unwrap_or(range.end);
    trim(context, range.start..end)
}

/// Tokens of a member of a list, its "and" included.
const MEMBER: usize = 5;

/// "fell 2% for flats and 3% for houses": a step without a word of its own goes the way of the one in front.
fn falls_too(context: &Context, mentions: &[Mention], i: usize, clause: &Range<usize>) -> bool {
    let own = Class::RISE | Class::VERB | Class::AUXILIARY;
    let before = context.previous(i).and_then(|before| mentions.get(before));
    let same = before.zip(mentions.get(i)).is_some_and(|(before, this)| before.kind == this.kind && before.unit == this.unit);
    same && before.is_some_and(|m| m.what.starts_with("decrease of "))
        && !context.read.classes(clause.clone()).intersects(own)
        && !context.read.classes(context.gap(i)).intersects(own)
}

/// Whether the change that figure `i` tells is a fall.
fn falls(context: &Context, mentions: &[Mention], i: usize) -> bool {
    // "dropped by 3.9% and 9.9%"
    let clause = context.near(context.first_of_list(i));
    let behind = behind_remark(context, context.last_of_list(i));
    let turn = behind + usize::from(context.read.is_mark(behind, ','));
    let behind = if context.read.word_is(turn, Class::RESPECTIVELY) { turn + 1 } else { behind };
    let less = |t: usize| matches!(context.read.str(t), "fewer" | "less" | "lower" | "below" | "smaller");
    less(behind)
        || compared_by(context, i).is_some_and(|(t, _)| less(t))
        || context.read.phrase_is(behind, Class::FALL)
        || context.read.find(stepped(context, i), Class::FALL).is_some()
        || falls_too(context, mentions, i, &clause)
        || context.read.find(clause.clone(), Class::FALL).is_some()
        || steps_down(context, mentions, i, &clause)
}

/// "growth of financial anti-poverty funds".
pub(super) fn qualified(context: &Context, mentions: &[Mention], i: usize, base: &str) -> String {
    let relation = match mentions.get(i).map(|m| m.kind) {
        Some(Kind::Growth | Kind::Change) if falls(context, mentions, i) => "decrease of",
        Some(Kind::Growth) => "growth of",
        Some(Kind::Change) => "increase of",
        Some(Kind::Share) => "share of",
        _ => "difference in",
    };
    // "a rise of 812 yuan or 17%": the growth of what the other is an increase of.
    let changed = ["growth of ", "increase of ", "decrease of "].iter().find_map(|change| base.strip_prefix(change));
    let base = changed.filter(|_| relation.ends_with(" of") && relation != "share of").unwrap_or(base);
    let what = if base.starts_with(relation) {
        base.to_owned()
    } else {
        [relation, if only_does(base) { " what was " } else { " " }, base].concat()
    };
    let attribute = if relation == "share of" { attribute(context, i) } else { 0..0 };
    if attribute.is_empty() {
        return what;
    }
    let words: Vec<&str> = attribute.map(|t| context.read.str(t)).collect();
    format!("{what}: {}", words.join(" "))
}

/// "invested 2 billion in 450 villages, 4.4 million per village": an average without words of its own, or with nothing but its count, is
/// told by what it is the average of.
pub(super) fn averaged(mentions: &[Mention], i: usize, what: String) -> String {
    let Some(this) = mentions.get(i).filter(|m| m.kind == Kind::Average) else { return what };
    let total = this.base.and_then(|(base, _)| mentions.get(base)).filter(|total| total.unit == this.unit);
    let total = total.map_or("", |total| total.what.as_str());
    let Some(per) = this.per.as_deref().filter(|_| !total.is_empty()) else { return what };
    let counts = |words: &str| words.rsplit(' ').next().is_some_and(|last| last.starts_with(per));
    let told = !what.is_empty() && (!counts(&what) || what.split(' ').any(|word| matches!(word, "per" | "each" | "every")));
    if !counts(total) && !told {
        return format!("{total} per {per}");
    }
    if what.is_empty() { total.to_owned() } else { what }
}

/// Whether a description has no noun in front of its participle: "invested in four counties", "put in".
fn only_does(what: &str) -> bool {
    let mut words = what.split(' ');
    let done = words.next().is_some_and(|word| is_done(word) || matches!(word, "put" | "sold" | "bought" | "lent" | "caught"));
    done && words.next().is_none_or(|word| matches!(word, "in" | "into" | "for" | "to" | "by" | "from" | "on" | "under" | "out"))
}

/// "teachers (82% female)": the words behind a share in its bracket.
fn attribute(context: &Context, i: usize) -> Range<usize> {
    let read = context.read;
    let before = context.before(i);
    let open = context.unhedged(i).checked_sub(1).filter(|t| *t >= before.start && read.is_mark(*t, '('));
    let start = context.end(i);
    let close = open.and_then(|_| (start..start + ATTRIBUTE).find(|t| !read.is_word(*t)));
    let plain = |close: &usize| {
        read.is_mark(*close, ')')
            && (start..*close).all(|t| !read.word_is(t, Class::PREPOSITION | Class::AUXILIARY | Class::COMPARED | Class::RISE))
    };
    close.filter(plain).map_or(0..0, |close| start..close)
}

/// Tokens from such a share to the end of its bracket.
const ATTRIBUTE: usize = 5;

/// "Nigeria accounted for 31% of the cases": of the cases, and whose share it is.
pub(super) fn accounted(context: &Context, behind: &Range<usize>, i: usize) -> Option<Description> {
    let read = context.read;
    let near = context.near(i);
    let led = context.is_led_by(i, Class::SHARE) && read.str(behind.start) == "of";
    let says = read.find_last(near.clone(), Class::SHARE).filter(|t| led && is_finite_share(read.str(*t)))?;
    let whole = noun_phrase(context, behind.start + 1..behind.end);
    let subject = trim(context, near.start..says);
    let named = read.tokens.get(subject.start).is_some_and(|t| t.capital) && !subject.is_empty();
    let item = named.then_some((subject.end..subject.end, subject));
    (!whole.is_empty()).then_some(Description { thing: whole, item, ..Description::default() })
}

/// "accounted for", "make up": a verb that says whose share it is, not which amount it is a share of.
pub(super) fn is_finite_share(word: &str) -> bool {
    matches!(word, "accounted" | "account" | "accounts" | "made" | "make" | "makes" | "represented" | "represent" | "represents")
}
