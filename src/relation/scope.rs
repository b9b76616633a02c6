//! Whether a figure speaks for the whole region or for a part of it.
//!
//! A text keeps speaking of the same area until it names another. The rule follows that area, sentence by sentence, within a topic: a
//! named county, a handful of places, a zone that is a part by its nature leads into a part; the region's own name or government leads
//! back. A part of a total and a change of a level have the area of what they belong to.

use super::Context;
use crate::analysis::{Amount, Scope, Unit};
use crate::language::Class;
use crate::quantity::Mention;
use rust_decimal::Decimal;
use std::ops::Range;

/// So many places at the most are a handful: some of the region's, not all of them.
const HANDFUL: i64 = 6;

/// Tells the scope of every figure.
pub(super) fn tell_scopes(context: &Context, mentions: &mut [Mention]) {
    let areas = Areas::new(context);
    let mut area = Scope::Region;
    let mut topic_opened = None;
    let mut i = 0;
    while i < mentions.len() {
        let figures = context.in_sentence(i);
        let topic = context.topic_start(i);
        if topic != topic_opened {
            topic_opened.clone_from(&topic);
            area = topic.map_or(Scope::Region, |heading| area_of_topic(context, &areas, mentions, i, heading));
        }
        let carried = if speaks_on(context, i) { area_before(context, &areas, i).unwrap_or(area) } else { area };
        for j in figures.clone() {
            let said = area_of_clause(context, &areas, mentions, figures.start, j);
            let own = scope_of(context, mentions, j, said.unwrap_or(carried));
            if let Some(m) = mentions.get_mut(j) {
                m.scope = own;
            }
        }
        i = figures.end.max(i + 1);
    }
}

/// Whether the sentence of figure `i` opens with a pronoun, or with what follows from the sentence before it.
fn speaks_on(context: &Context, i: usize) -> bool {
    let read = context.read;
    let start = context.sentence(i).start;
    matches!(read.str(start), "It" | "They" | "Its" | "Their" | "There" | "Here")
        || matches!(read.str(start), "The" | "This") && read.word_is(start + 1, Class::COUNTY)
        || read.str(start) == "As" && read.str(start + 2) == "result"
}

/// Tokens of the sentence before that are looked at for its area.
const BEFORE: usize = 60;

/// The area that the sentence in front of that of figure `i` speaks of last, whether it has figures or not.
fn area_before(context: &Context, areas: &Areas, i: usize) -> Option<Scope> {
    let read = context.read;
    let end = context.sentence(i).start;
    let heading = context.topic_start(i).map_or(0, |h| h.end);
    let from = end.saturating_sub(BEFORE).max(heading);
    let closes = |t: &usize| read.is_mark(*t, '.') && read.tokens.get(t + 1).is_some_and(|k| k.capital);
    let start = (from..end.saturating_sub(1)).rev().find(closes).map_or(from, |t| t + 1);
    areas.within(start..end).iter().find_map(|area| area.scope(start))
}

/// A heading that names a part of the region opens a topic about that part; so does one of a pilot whose text names a few counties.
fn area_of_topic(context: &Context, areas: &Areas, mentions: &[Mention], i: usize, heading: Range<usize>) -> Scope {
    let names_part = areas.within(heading.clone()).iter().any(|area| area.scope(heading.start) == Some(Scope::Part));
    let pilot = heading.clone().any(|t| context.read.word_is(t, Class::PILOT));
    let few =
        || (i..mentions.len()).take_while(|j| context.topic_start(*j).as_ref() == Some(&heading)).any(|j| is_handful(context, mentions, j));
    if names_part || pilot && few() { Scope::Part } else { Scope::Region }
}

/// The area that the words before a figure in its sentence, or behind it in its clause, lead into.
fn area_of_clause(context: &Context, areas: &Areas, mentions: &[Mention], first: usize, j: usize) -> Option<Scope> {
    let start = context.sentence(j).start;
    let statement = context.statement(j);
    let behind = areas.within(context.behind(j)).iter().any(|area| area.scope(start) == Some(Scope::Part));
    if behind || comes_from_place(context, j) || goes_to_some(context, mentions, j) {
        return Some(Scope::Part);
    }
    let front = || areas.within(statement..context.before(j).end).iter().rev().find_map(|area| area.scope(start));
    let some_places = || {
        (first..j).rev().any(|k| mentions.get(k).is_some_and(|m| m.first >= statement) && speaks_of_some(context, mentions, first, k, j))
    };
    front().or_else(|| some_places().then_some(Scope::Part))
}

/// "10 million yuan to four counties", "251,100 in five counties", "9 million yuan to 14 pilot counties": right behind the figure stands for
/// which of the region's places it is.
fn goes_to_some(context: &Context, mentions: &[Mention], j: usize) -> bool {
    let read = context.read;
    let Some(next) = context.next(j).filter(|k| counts_places(context, mentions, *k) && context.gap(*k).len() <= 5) else { return false };
    let led = context.lead(next).is_some_and(|t| matches!(read.str(t), "in" | "to" | "for" | "from"));
    let alone = mentions.get(j).is_some_and(Mention::stands_alone);
    let noun = mentions.get(next).and_then(|m| m.noun);
    let county = noun.is_some_and(|n| read.word_is(n.head, Class::COUNTY));
    let pilot = noun.is_some_and(|n| (n.first..n.head).any(|t| read.word_is(t, Class::PILOT)));
    let part = mentions.get(j).is_some_and(|m| m.of.is_some());
    let counted = mentions.get(j).is_some_and(|m| m.unit == Some(Unit::Count));
    alone && led && county && (part || !counted && (is_handful(context, mentions, next) || pilot))
}

/// Whether the place count `k` says that what follows happened in some of the region's places: a handful, a stated part of the places,
/// or the subject of its sentence ("The 23 key counties achieved ..."). The income of all key counties stands for the region's.
fn speaks_of_some(context: &Context, mentions: &[Mention], first: usize, k: usize, j: usize) -> bool {
    let Some(m) = mentions.get(k).filter(|_| counts_places(context, mentions, k)) else { return false };
    let opens =
        k == first && m.first <= context.sentence(k).start + SUBJECT && context.read.find(context.before(k), Class::PREPOSITION).is_none();
    let subject = opens && context.read.phrase_is(verb_behind(context, k), Class::VERB);
    let led = context.before(k).next_back().is_some_and(|t| context.ends_clause(t)) || context.opened_by(k, Class::PARTS);
    let acts = led && context.read.phrase_is(context.after(k).start, Class::VERB);
    is_handful(context, mentions, k) || !context.names_income(j) && (m.of.is_some() || subject || acts)
}

/// A subject stands this near to the beginning of its sentence, in tokens.
const SUBJECT: usize = 3;

/// The token behind a place count and its "for ..." attribute, where the verb of its sentence may stand.
fn verb_behind(context: &Context, k: usize) -> usize {
    let after = context.after(k);
    context.read.find(after.start..after.end.min(after.start + 9), Class::VERB | Class::AUXILIARY).unwrap_or(after.end)
}

/// "22,400 households were from Shaanbei": a proper name that is where they come from.
fn comes_from_place(context: &Context, j: usize) -> bool {
    let read = context.read;
    let clause = context.behind(j);
    let from = clause.clone().find(|t| read.word_is(*t, Class::FROM) && *t > clause.start && read.word_is(*t - 1, Class::AUXILIARY));
    from.is_some_and(|t| read.tokens.get(t + 1).is_some_and(|k| k.is_word() && k.capital))
}

/// The areas that a section's text names, in order.
struct Areas(Vec<Area>);

/// What the phrase at a token says of an area.
#[derive(Clone, Copy)]
struct Area {
    at: usize,
    /// A part by its nature.
    part: bool,
    /// A proper name whose last word stands in front of the token.
    named: bool,
    /// The region as a whole.
    whole: bool,
}

impl Area {
    /// The area that is named by what stands from token `start` on.
    fn scope(self, start: usize) -> Option<Scope> {
        if self.part || self.named && self.at > start {
            return Some(Scope::Part);
        }
        self.whole.then_some(Scope::Region)
    }
}

impl Areas {
    fn new(context: &Context) -> Self {
        let read = context.read;
        let mut areas = Vec::new();
        let mut next = 0;
        while let Some(at) = read.find_either(next..read.tokens.len(), Class::PLACE, Class::PARTIAL | Class::WHOLE) {
            next = at + 1;
            let (part, whole) = (read.phrase_is(at, Class::PARTIAL), read.phrase_is(at, Class::WHOLE));
            let named = read.word_is(at, Class::PLACE) && names_place(context, at);
            if part || whole || named {
                areas.push(Area { at, part, named, whole });
            }
        }
        Self(areas)
    }

    fn within(&self, range: Range<usize>) -> &[Area] {
        let first = self.0.partition_point(|area| area.at < range.start);
        let behind = self.0.get(first..).unwrap_or_default();
        behind.get(..behind.partition_point(|area| area.at < range.end)).unwrap_or_default()
    }
}

/// "Laishui County", "Kulun Banner": a proper name with its kind behind it. Villages and areas are left out: their names are titles of
/// programmes as often ("Entire Village Advancement").
fn names_place(context: &Context, t: usize) -> bool {
    let read = context.read;
    // All of these are of the class of places.
    let kind = matches!(
        read.str(t),
        "County" | "City" | "Prefecture" | "District" | "Banner" | "League" | "Township" | "Town" | "Mandal" | "Taluk" | "Parish"
    );
    let name = t.checked_sub(1).filter(|name| kind && read.tokens.get(*name).is_some_and(|k| k.capital));
    name.is_some_and(|name| !read.word_is(name, Class::STOP | Class::PLACE | Class::WHOLE))
}

fn counts_places(context: &Context, mentions: &[Mention], j: usize) -> bool {
    mentions.get(j).and_then(|m| m.noun).is_some_and(|n| context.read.word_is(n.head, Class::PLACE))
}

/// "four counties", "three prefectures": a few of the places that the region has many of.
fn is_handful(context: &Context, mentions: &[Mention], j: usize) -> bool {
    let Some(m) = mentions.get(j) else { return false };
    let few = matches!(m.amount, Amount::One(v) | Amount::Range(_, v) if v <= Decimal::from(HANDFUL));
    few && m.noun.is_some_and(|n| context.read.word_is(n.head, Class::COUNTY))
}

/// "the five key cities", "the province's five counties": all that there are of them.
fn is_definite(context: &Context, j: usize) -> bool {
    let read = context.read;
    let within =
        context.after(j).clone().take(6).any(|t| matches!(read.str(t), "of" | "in")) && !read.word_is(context.after(j).start, Class::VERB);
    !within && context.before(j).next_back().is_some_and(|t| matches!(read.str(t), "the" | "The" | "s" | "its" | "their" | "all" | "these"))
}

fn scope_of(context: &Context, mentions: &[Mention], j: usize, area: Scope) -> Scope {
    let Some(m) = mentions.get(j) else { return area };
    let owner = m.of.or(m.base).map(|(owner, _)| owner).filter(|owner| *owner < j).and_then(|owner| mentions.get(owner));
    if let Some(owner) = owner {
        return if m.of.is_some() && goes_to_some(context, mentions, j) { Scope::Part } else { owner.scope };
    }
    if is_handful(context, mentions, j) && !is_definite(context, j) { Scope::Part } else { area }
}
