//! Whether a figure speaks for the whole region or for a part of it.
//!
//! A text keeps speaking of the same area until it names another. The rule follows that area, sentence by sentence, within a topic: a
//! named county, a handful of places, a zone that is a part by its nature leads into a part; the region's own name or government leads
//! back ([`super::area`]). A part of a total and a change of a level have the area of what they belong to.

use super::Context;
use super::area::{Mark, Way, marks, named};
use super::introduced::{area_of_introduced, goes_to_name, is_set_off_in_place};
use super::opening_places::{comes_to_whole, counts_those_of_name, is_side, leads_the_others, opens_with_some};
use super::places::{counts_counties, counts_places, is_definite, is_handful, is_trial_count, names_place};
use super::told::{Named, is_done_by_name, is_told_of_name, is_told_of_names, is_told_with_name};
use super::works::measures_one;
use crate::analysis::{Scope, Unit};
use crate::language::Class;
use crate::quantity::Mention;
use std::ops::Range;

/// Tells the scope of every figure.
pub(super) fn tell_scopes(context: &Context, mentions: &mut [Mention]) {
    let mut topic_area = Scope::Region;
    let mut topic_opened = 0;
    // What the sentence before speaks of at its end, if it stands right in front of this one.
    let mut spoken_of: Option<Scope> = None;
    let mut i = 0;
    while i < mentions.len() {
        let figures = context.in_sentence(i);
        let topic = context.topic(i);
        if topic != topic_opened {
            topic_opened = topic;
            topic_area = context.topic_start(i).map_or(Scope::Region, |heading| area_of_topic(context, mentions, i, heading));
            spoken_of = None;
        }
        let carried = if speaks_on(context, i) {
            area_before(context, i).unwrap_or(topic_area)
        } else if let Some(there) = area_of_introduced(context, mentions, i) {
            there
        } else if goes_on(context, mentions, i) {
            spoken_of.or_else(|| area_before(context, i)).unwrap_or(topic_area)
        } else {
            topic_area
        };
        let told = Told::new(context, mentions, figures.clone());
        for j in figures.clone() {
            let said = area_of_clause(context, mentions, &told, topic_area, j);
            let count = told.counties && counts_counties(context, mentions, j) && is_told_of_count(context, j);
            let own = if count { topic_area } else { scope_of(context, mentions, &told, j, said, carried) };
            if let Some(m) = mentions.get_mut(j) {
                m.scope = own;
            }
        }
        let (end, start) = (context.sentence(i).end, context.sentence(figures.end).start);
        let adjacent = start <= end + 1 && !(end.saturating_sub(1)..start).any(|t| context.read.is_break(t));
        let last = told.marks.iter().rev().find(|m| m.until == usize::MAX && matches!(m.way, Way::Named | Way::Handful));
        spoken_of = adjacent.then(|| last.map_or(carried, |m| m.scope));
        i = figures.end.max(i + 1);
    }
}

/// What a sentence tells of areas, found out once for all its figures.
struct Told {
    marks: Vec<Mark>,
    /// Whether it may name another place than the region, and where.
    names: Named,
    /// Whether a figure counts places of which a region has some dozens.
    counties: bool,
}

impl Told {
    fn new(context: &Context, mentions: &[Mention], figures: Range<usize>) -> Self {
        let sentence = context.sentence(figures.start);
        // What is set off by the comma in front of the sentence belongs to it.
        let names = Named::within(context, sentence.start.saturating_sub(2)..sentence.end);
        let counties = figures.clone().any(|k| counts_counties(context, mentions, k));
        Self { marks: marks(context, mentions, figures, names), names, counties }
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

/// "45.5 million was issued", "A total of 860 million was planned", "The project covered", "By then, the total investment was": no subject
/// that could be anywhere else, so that the sentence goes on about the area of the one before it.
fn goes_on(context: &Context, mentions: &[Mention], i: usize) -> bool {
    let read = context.read;
    if counts_places(context, mentions, i) {
        return false;
    }
    let before = context.before(i);
    let idle =
        |t: usize| read.word_is(t, Class::TOTAL | Class::DETERMINER | Class::OVER | Class::ABOUT) || matches!(read.str(t), "of" | "total");
    if before.len() <= 3 && before.clone().all(idle) {
        return true;
    }
    let sentence = context.sentence(i);
    let dated = matches!(read.str(sentence.start), "As" | "By" | "At" | "After");
    let comma = before.clone().find(|t| dated && read.is_mark(*t, ','));
    let subject = comma.map_or(sentence.start, |t| t + 1);
    let thing =
        |t: usize| matches!(read.str(t), "project" | "projects" | "programme" | "program" | "scheme" | "investment" | "cost" | "funds");
    // "The harvest area also increased"
    let also = || (subject + 2..subject + 6).any(|t| read.str(t) == "also");
    matches!(read.str(subject), "The" | "the" | "This" | "These") && (thing(subject + 1) || thing(subject + 2) || also())
}

/// Tokens of the sentence before that are looked at for its area.
const BEFORE: usize = 60;

/// The area that the sentence in front of that of figure `i` speaks of, whether it has figures or not.
fn area_before(context: &Context, i: usize) -> Option<Scope> {
    let read = context.read;
    let end = context.sentence(i).start;
    let heading = context.topic_start(i).map_or(0, |h| h.end);
    let from = end.saturating_sub(BEFORE).max(heading);
    let closes = |t: &usize| read.is_mark(*t, '.') && read.tokens.get(t + 1).is_some_and(|k| k.capital);
    let start = (from..end.saturating_sub(1)).rev().find(closes).map_or(from, |t| t + 1);
    named(context, start..end, Named::within(context, start..end)).find(|m| m.way != Way::Located).map(|m| m.scope)
}

/// A heading that names a part of the region opens a topic about that part; so does one of a pilot whose text counts a few counties and
/// never many.
fn area_of_topic(context: &Context, mentions: &[Mention], i: usize, heading: Range<usize>) -> Scope {
    let mut areas = named(context, heading.clone(), Named::within(context, heading.clone()));
    let names_part = areas.any(|m| m.scope == Scope::Part && m.way != Way::Located);
    let pilot = || context.read.find_word(heading.clone(), Class::PILOT).is_some();
    let few = || {
        let figures = (i..mentions.len()).take_while(|j| context.topic(*j) == context.topic(i));
        let few = |j: usize| is_handful(context, mentions, j) || is_trial_count(context, mentions, j);
        let counted = figures.filter(|j| counts_counties(context, mentions, *j));
        let mut handfuls = counted.filter(|j| few(*j) || !is_definite(context, *j)).map(few).peekable();
        handfuls.peek().is_some() && handfuls.all(|few| few)
    };
    if names_part || names_unit(context, &heading) || pilot() && few() { Scope::Part } else { Scope::Region }
}

/// "North Sea Segment", "Marsh Division": a heading that names a part of a company.
fn names_unit(context: &Context, heading: &Range<usize>) -> bool {
    let read = context.read;
    let unit = |word: &str| matches!(word, "Segment" | "Segments" | "SEGMENT" | "Division" | "DIVISION" | "Subsidiary" | "Branch");
    heading.len() > 1 && heading.clone().any(|t| t > heading.start && unit(read.str(t)) && !context.is_of_home(t - 1))
}

/// The area that the words before a figure in its sentence, or behind it in its clause, lead into.
fn area_of_clause(context: &Context, mentions: &[Mention], told: &Told, topic: Scope, j: usize) -> Option<Scope> {
    let marks = &told.marks;
    let figure = context.before(j).end;
    let named = || {
        told.names.has_before(figure)
            && (is_told_of_name(context, j)
                || is_told_of_names(context, j)
                || is_told_with_name(context, j)
                || leads_the_others(context, j)
                || counts_those_of_name(context, j))
            || told.names.has_from(figure) && (is_set_off_in_place(context, j) || goes_to_name(context, j) || leads_the_others(context, j))
    };
    if placed_behind(context, mentions, marks, j)
        || is_on_side(context, j)
        || named()
        || comes_from_place(context, j)
        || measures_one(context, mentions.get(j).and_then(|m| m.unit), j)
        || told.counties && (goes_to_some(context, mentions, j) || goes_to_places_of_some(context, mentions, j))
    {
        return Some(Scope::Part);
    }
    let clause = context.behind(j);
    if comes_to_whole(context, j) || marks.iter().any(|m| m.scope == Scope::Region && m.way == Way::Named && clause.contains(&m.at)) {
        return Some(Scope::Region);
    }
    if told.names.has_before(figure) && is_done_by_name(context, j) {
        return Some(Scope::Part);
    }
    let applies = |m: &&Mark| match m.way {
        _ if m.at >= figure || m.until <= figure => false,
        Way::Named | Way::Located | Way::Handful | Way::Once => true,
        Way::Acting => topic == Scope::Region,
        Way::Places | Way::Doers => !context.names_income(j) && !counts_places(context, mentions, j),
    };
    // Who gives leads back to the region only where no place is named at all.
    let placed = marks.iter().rev().filter(applies).find(|m| m.way != Way::Acting);
    placed.or_else(|| marks.iter().rev().find(applies)).map(|m| m.scope)
}

/// "20 labourers of Marsh, Hill and Lake County", "10 million for the works in ten villages of Marsh County": places named right behind.
fn placed_behind(context: &Context, mentions: &[Mention], marks: &[Mark], j: usize) -> bool {
    if !marks.iter().any(|m| m.scope == Scope::Part && m.way != Way::Handful) {
        return false;
    }
    let after = context.after(j);
    let capital = |t: usize| context.read.tokens.get(t).is_some_and(|k| k.capital);
    let listed = |t: usize| context.read.is_mark(t, ',') && t > after.start && capital(t - 1) && capital(t + 1);
    let mut inside = after.start;
    let ends = |t: &usize| {
        if let Some(close) = context.kinds_bracket(*t) {
            inside = close + 1;
        }
        *t >= inside && context.ends_clause(*t) && !listed(*t)
    };
    let end = after.clone().find(ends).unwrap_or(after.end);
    if marks.iter().any(|m| m.scope == Scope::Part && (after.start..end).contains(&m.at)) {
        return true;
    }
    let within = |n: &usize| context.lead(*n).is_some_and(|t| matches!(context.read.str(t), "in" | "of" | "to" | "for"));
    let next = context.next(j).filter(|n| end == after.end && counts_places(context, mentions, *n) && context.gap(*n).len() <= NEXT_PLACES);
    next.filter(within).is_some_and(|n| {
        let clause = context.behind(n);
        clause.clone().any(|t| names_place(context, t, clause.start))
    })
}

/// "23 in the south and 9 in the north", "the other 391 elsewhere": a side of the region right behind the figure, or what is left of it.
fn is_on_side(context: &Context, j: usize) -> bool {
    let read = context.read;
    let at = context.after(j).start;
    let closes = |t: usize| !read.is_word(t) || read.word_is(t, Class::AND);
    let side = read.str(at) == "in" && read.str(at + 1) == "the" && is_side(read.str(at + 2)) && closes(at + 3);
    let elsewhere = read.str(at) == "elsewhere" && closes(at + 1) && !context.is_reference(j);
    side && !context.is_of_home(at + 2) || elsewhere
}

/// "12 in the Tall Hills", "320 miles in Marsh": a proper name behind the figure, in its clause, is where it is.
fn is_located(context: &Context, marks: &[Mark], j: usize) -> bool {
    let clause = context.behind(j);
    marks.iter().any(|m| m.way == Way::Located && clause.contains(&m.at))
}

/// Tokens from a figure to the count of places that it is for.
const NEXT_PLACES: usize = 16;

/// "10 million yuan to four counties", "251,100 in five counties", "9 million yuan to 14 pilot counties", "1020 projects were implemented in three
/// prefectures": right behind the figure stands for which of the region's places it is.
fn goes_to_some(context: &Context, mentions: &[Mention], j: usize) -> bool {
    let read = context.read;
    let Some(next) = context.next(j).filter(|k| counts_counties(context, mentions, *k)) else { return false };
    let Some(m) = mentions.get(j).filter(|m| m.stands_alone()) else { return false };
    let Some(lead) = context.lead(next) else { return false };
    let few = is_handful(context, mentions, next) || is_trial_count(context, mentions, next);
    let covering = read.str(lead) == "covering";
    // "ten villages in three counties".
    let more = mentions.get(next).is_some_and(|n| n.amount.bounds() <= m.amount.bounds());
    if few
        && more
        && counts_places(context, mentions, j)
        && m.of.is_none()
        && matches!(read.str(lead), "in" | "of")
        && is_plain(context, context.gap(next))
    {
        return true;
    }
    if m.unit == Some(Unit::Count) && m.of.is_none() {
        let passive = lead > 1 && read.word_is(lead - 1, Class::VERB) && read.word_is(lead - 2, Class::AUXILIARY);
        return few && passive && read.str(lead) == "in";
    }
    let near = context.gap(next).len() <= 5 && matches!(read.str(lead), "in" | "to" | "for" | "from");
    near && (m.of.is_some() || few) || covering && few
}

/// "0.5 million to reward ten villages in three counties": an amount for places that are themselves in a few.
fn goes_to_places_of_some(context: &Context, mentions: &[Mention], j: usize) -> bool {
    let smaller = |k: &usize| counts_places(context, mentions, *k) && !counts_counties(context, mentions, *k);
    let Some(next) = context.next(j).filter(smaller) else { return false };
    let gap = context.gap(next);
    mentions.get(j).is_some_and(|m| m.of.is_none() && m.unit.is_some_and(Unit::is_currency))
        && gap.len() <= NEXT_PLACES
        && context.read.find_word(gap, Class::CLAUSE_END | Class::AND | Class::AUXILIARY).is_none()
        && goes_to_some(context, mentions, next)
}

/// Whether nothing but words without a verb stands in a range.
fn is_plain(context: &Context, range: Range<usize>) -> bool {
    range.len() <= NEXT_PLACES
        && !range.into_iter().any(|t| !context.read.is_word(t) || context.read.word_is(t, Class::VERB | Class::AUXILIARY))
}

/// "22,400 households and 88,000 people were from Shaanbei": a proper name that is where they come from.
fn comes_from_place(context: &Context, j: usize) -> bool {
    let read = context.read;
    let paired = context.next(j).filter(|n| context.gap(*n).len() == 1 && context.continues_list(*n));
    let last = paired.unwrap_or(j);
    if !context.is_followed_by(last, Class::FROM) {
        return false;
    }
    let clause = context.behind(last);
    let from = clause.clone().find(|t| read.word_is(*t, Class::FROM) && *t > clause.start && read.word_is(*t - 1, Class::AUXILIARY));
    from.is_some_and(|t| read.tokens.get(t + 1).is_some_and(|k| k.is_word() && k.capital) && !context.is_of_region(t + 1))
}

/// The scope of a figure by what it belongs to, or else by the area that is said, or carried on from the sentences before.
fn scope_of(context: &Context, mentions: &[Mention], told: &Told, j: usize, said: Option<Scope>, carried: Scope) -> Scope {
    let area = said.unwrap_or(carried);
    let Some(m) = mentions.get(j) else { return area };
    // "Kos — 1,185 (816; 1,223)": what a bracket adds to the figure in front of it.
    let gap = context.gap(j);
    let bracket = !gap.is_empty() && gap.len() <= 2 && context.read.is_mark(gap.end - 1, '(');
    if bracket || in_same_bracket(context, j) {
        let front = context.previous(j).and_then(|p| mentions.get(p));
        if front.is_some_and(|front| front.scope == Scope::Part) {
            return Scope::Part;
        }
    }
    let link = m.of.or(m.base).map(|(owner, _)| owner).filter(|owner| *owner < j);
    if let Some((at, owner)) = link.and_then(|at| Some((at, mentions.get(at)?))) {
        let by_some = || told.marks.iter().any(|k| k.way == Way::Doers && k.at > owner.first && k.at < m.first && k.until > m.first);
        let figure = context.before(j).end;
        let named = || {
            told.names.has_from(figure) && is_set_off_in_place(context, j)
                || told.names.has_before(figure) && (is_told_of_name(context, j) || is_told_with_name(context, j))
        };
        let apart = m.of.is_some() && (by_some() || told.counties && goes_to_some(context, mentions, j))
            || is_located(context, &told.marks, j)
            || is_on_side(context, j)
            || comes_from_place(context, j)
            || named()
            || said == Some(Scope::Part) && !context.in_sentence(j).contains(&at);
        return if apart { Scope::Part } else { owner.scope };
    }
    if counts_places(context, mentions, j) && opens_with_some(context, j) {
        return Scope::Part;
    }
    let some = told.counties && (is_handful(context, mentions, j) || is_trial_count(context, mentions, j));
    if some && !is_definite(context, j) { Scope::Part } else { area }
}

/// Whether only a mark parts figure `j` from another one in the same bracket.
fn in_same_bracket(context: &Context, j: usize) -> bool {
    let read = context.read;
    let gap = context.gap(j);
    let joined = gap.len() == 1 && (read.is_mark(gap.start, ';') || read.is_mark(gap.start, ','));
    joined && context.previous(j).is_some_and(|p| read.is_mark(context.gap(p).start, '('))
}

/// "Only four districts have a hospital", "A total of five counties (A, B and C) shook off poverty": how many of its places there are that do so
/// is said of the region.
fn is_told_of_count(context: &Context, j: usize) -> bool {
    let read = context.read;
    let idle = |t: usize| {
        read.word_is(t, Class::TOTAL | Class::DETERMINER | Class::OVER | Class::ABOUT | Class::AND)
            || matches!(read.str(t), "of" | "total" | "Only" | "only" | "just" | "while" | "whereas")
    };
    let after = context.after(j).start;
    let close = match read.str(after) {
        "(" => ")",
        dash @ ("-" | "–" | "—") => dash,
        _ => "",
    };
    let closed = |t: &usize| !close.is_empty() && read.str(*t) == close;
    let behind = (after + 1..after + BRACKET).find(closed).map_or(after, |t| t + 1);
    context.clause_before(j).all(idle) && read.word_is(behind, Class::VERB | Class::AUXILIARY | Class::FALL | Class::RISE)
}

/// Tokens of a bracket with the names of some places.
const BRACKET: usize = 24;
