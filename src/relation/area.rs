//! Where a sentence names an area, and how far each name leads: the region itself, or a part of it.
//!
//! What the subject or an opening phrase names holds for the sentence ("In Marsh County, 43 nurses were trained, and 5 clinics built").
//! What is named behind the verb holds until the subject does something else ("sent 12 nurses to Marsh County and trained 900 more"),
//! and what a bracket names holds inside it.

use super::Context;
use super::opening_places::{is_all_of_home, opens_with_side, opens_with_some};
use super::places::{
    counts_counties, counts_places, is_definite, is_handful, is_one_place, is_partial, is_set_apart, is_trial, names_area,
    names_kind_first, names_locality, names_place,
};
use super::subject::{Opening, subject_name, subject_site};
use super::told::Named;
use super::works::names_work;
use crate::analysis::Scope;
use crate::language::{Class, ReadText};
use crate::quantity::Mention;
use crate::text::Token;
use std::ops::Range;

/// A subject stands this near to the beginning of its sentence, in tokens.
const SUBJECT: usize = 3;

/// "The output of the 12 counties": a subject of places stands this near to the beginning of its clause.
const OWNED: usize = 9;

/// Tokens of a name in front of the kind of region that it names.
const NAME: usize = 4;

/// A phrase that names an area.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mark {
    /// Its first token.
    pub(super) at: usize,
    /// Token at which it leads no further; the largest number where it leads on.
    pub(super) until: usize,
    /// The area.
    pub(super) scope: Scope,
    /// How it is named.
    pub(super) way: Way,
}

/// How a phrase names an area.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// By a name or by its kind.
    Named,
    /// The region as the one that acts or gives, which says little about where.
    Acting,
    /// For its own sentence only: the places of a trial without a name or a number, one who gives.
    Once,
    /// For its own clause: where something is, by a proper name alone ("in Marsh").
    Located,
    /// By a handful of places.
    Handful,
    /// By a count of many places, whose income stands for the region's.
    Places,
    /// By a count of places that do something ("of which 220 villages raised ...").
    Doers,
}

/// The areas named in a range that begins a sentence or a heading, and may hold such names.
pub(super) fn named(context: &Context, range: Range<usize>, names: Named) -> impl Iterator<Item = Mark> {
    let read = context.read;
    // A preposition leads to an area by its name only.
    let words = if names == Named::Nothing { Class::PLACE } else { Class::PLACE | Class::PREPOSITION };
    let start = range.start;
    let leads = move |at: &usize| {
        read.word_is(*at, words) | read.phrase_is(*at, Class::PARTIAL | Class::WHOLE)
            && (!read.word_is(*at, Class::PREPOSITION) || leads_to_capital(read, *at))
    };
    let area = move |at: usize| area_at(context, at, start, names).map(|(scope, way)| Mark { at, until: usize::MAX, scope, way });
    range.filter(leads).filter_map(area)
}

/// "in Marsh", "across the Hills", "of the 40 km Marsh road": only such a preposition may lead to a name.
fn leads_to_capital(read: &ReadText, at: usize) -> bool {
    let capital = |t: usize| read.tokens.get(t).is_some_and(|k| k.capital);
    let measured = || read.tokens.get(at + 2).is_some_and(Token::is_digits) && (at + 4..at + 7).any(capital);
    capital(at + 1) || read.str(at + 1) == "the" && (capital(at + 2) || read.str(at + 2) == "capital" && capital(at + 3) || measured())
}

/// The areas that the sentence of `figures`, which may hold such names, names in order.
pub(super) fn marks(context: &Context, mentions: &[Mention], figures: Range<usize>, names: Named) -> Vec<Mark> {
    let sentence = context.sentence(figures.start);
    let mut marks: Vec<Mark> = named(context, sentence.clone(), names).collect();
    if marks.len() > 1 {
        drop_outer(context, &mut marks);
    }
    for statement in statements(context.read, sentence.clone()) {
        let start = statement.start;
        let opening = Opening::of(context.read, &statement);
        let name = if names.has_from(start) { subject_name(context, &opening, statement.end) } else { None };
        let subject = name.or_else(|| subject_site(context, &opening, statement.end, names));
        let subject = subject.or_else(|| opens_with_side(context, start).then_some(start));
        marks.extend(subject.map(|at| Mark { at, until: usize::MAX, scope: Scope::Part, way: Way::Named }));
    }
    for k in figures.clone().filter(|k| counts_places(context, mentions, *k)) {
        let way = speaks_of_some(context, mentions, figures.start, k);
        let place = way.zip(mentions.get(k)).map(|(way, m)| Mark { at: m.first, until: usize::MAX, scope: Scope::Part, way });
        marks.extend(place);
    }
    if marks.iter().any(|m| m.scope == Scope::Part) {
        marks.sort_by_key(|m| m.at);
        close_marks(context, mentions, &mut marks, sentence, figures);
    }
    marks
}

/// What semicolons and "while" part in a sentence: each has a subject of its own.
fn statements(read: &ReadText, sentence: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let end = sentence.end;
    let mut next = Some(sentence.start);
    std::iter::from_fn(move || {
        let start = next.take()?;
        let word = |t: usize| match read.str(t) {
            ";" => true,
            "while" | "whereas" => t > start,
            "but" => t > start && read.is_mark(t - 1, ','),
            _ => false,
        };
        // Most words are no stops, or lead to a phrase or are verbs: one question, since either has no usual answer.
        let parts = |t: usize| read.word_is(t, PARTING) & !read.word_is(t, LEADING);
        let mark = (start..end).find(|t| parts(*t) && word(*t));
        next = mark.map(|t| t + 1);
        Some(start..mark.unwrap_or(end))
    })
}

/// Classes of what parts statements.
const PARTING: Class = Class::CLAUSE_END.union(Class::STOP);

/// Classes of stops that part none.
const LEADING: Class = Class::PREPOSITION.union(Class::AUXILIARY).union(Class::DETERMINER).union(Class::VERB);

/// "in Marsh County in Pell", "the trial in two towns for Pell": the region behind its part only says where the part is.
fn drop_outer(context: &Context, marks: &mut Vec<Mark>) {
    let mut part = None;
    marks.retain(|m| {
        if m.scope == Scope::Part {
            part = Some(m.at);
        }
        let near = |from: usize| m.at - from <= OUTER && !(from..m.at).any(|t| context.ends_clause(t));
        m.scope == Scope::Part || !part.is_some_and(near) || !context.read.word_is(m.at, Class::PREPOSITION)
    });
}

/// Tokens between a part and the region that it is said to lie in.
const OUTER: usize = 8;

/// Tells how far the marks of a sentence lead.
fn close_marks(context: &Context, mentions: &[Mention], marks: &mut [Mark], sentence: Range<usize>, figures: Range<usize>) {
    let read = context.read;
    let mut brackets: Vec<usize> = Vec::new();
    let mut title = None;
    let mut introduction = introduces(context, sentence.start);
    // How many marks are passed, stand in front of the first verb, and in front of the last semicolon.
    let (mut passed, mut subject, mut statement) = (0, None, 0);
    let mut figure = figures.start;
    for t in sentence {
        match read.tokens.get(t).and_then(Token::mark) {
            Some('(' | '（') => brackets.push(passed),
            Some(')' | '）') => close(marks, brackets.pop().unwrap_or(0)..passed, t),
            Some('“' | '”' | '"') => match title.take() {
                Some(from) => close(marks, from..passed, t),
                None => title = Some(passed),
            },
            Some(',') if introduction && brackets.is_empty() && title.is_none() => {
                close(marks, 0..passed, t);
                introduction = false;
            }
            Some(';' | '；') => {
                // "...; 217,700 people were trained": a statement that opens with a figure is about that.
                let from = if context.is_figure(t + 1) { 0 } else { subject.unwrap_or(passed) };
                close(marks, from..passed, t);
                if statement == 0 {
                    figure = figures.clone().find(|k| mentions.get(*k).is_some_and(|m| m.first > t)).unwrap_or(figures.end);
                }
                statement = passed;
            }
            None => match subject {
                Some(from) if coordinated(context, t) && finite(context, t) => close(marks, from..passed, t),
                None if finite(context, t) => subject = Some(passed),
                _ => {}
            },
            Some(_) => {}
        }
        while statement > 0 && mentions.get(figure).is_some_and(|m| figure < figures.end && m.first <= t) {
            let unmarked = || !marks.iter().skip(passed).take(2).any(|m| m.at == t);
            if counts_counties(context, mentions, figure) && unmarked() {
                drop_handfuls(marks, statement, t);
            }
            figure += 1;
        }
        while marks.get(passed).is_some_and(|m| m.at <= t) {
            passed += 1;
        }
    }
}

/// "Based on the trial in Marsh County, the government issued 3 million": what others have done or said leads nowhere.
fn introduces(context: &Context, start: usize) -> bool {
    let read = context.read;
    match read.str(start) {
        "Based" | "Drawing" | "According" | "Following" | "Given" => true,
        "In" => matches!(read.str(start + 1), "accordance" | "line" | "keeping" | "view" | "addition") || names_process(context, start),
        "On" => read.str(start + 1) == "the" && read.str(start + 2) == "basis",
        _ => false,
    }
}

/// "In the preparation process of the plans for the two poor areas", "In the course of the works in Marsh".
fn names_process(context: &Context, start: usize) -> bool {
    (start + 1..start + 5).any(|t| matches!(context.read.str(t), "process" | "course" | "preparation"))
}

/// Ends what leads on of some marks.
fn close(marks: &mut [Mark], range: Range<usize>, at: usize) {
    for mark in marks.iter_mut().take(range.end).skip(range.start).filter(|m| m.until == usize::MAX) {
        mark.until = at;
    }
}

/// "128 towns of five counties shook off poverty; the income of 50 counties was ...": other places are spoken of.
fn drop_handfuls(marks: &mut [Mark], statement: usize, at: usize) {
    for mark in marks.iter_mut().take(statement).filter(|m| m.way == Way::Handful && m.until == usize::MAX) {
        mark.until = at;
    }
}

/// A verb that says what the subject does. In front of "by" it rather says what was done to a thing.
fn finite(context: &Context, t: usize) -> bool {
    let read = context.read;
    if read.word_is(t, Class::AUXILIARY) {
        return true;
    }
    let governs = || read.str(t).ends_with("ed") && (read.word_is(t + 1, Class::DETERMINER) || context.is_figure(t + 1));
    let verb = if read.word_is(t, Class::VERB) { !read.str(t).ends_with("ing") } else { governs() };
    verb && read.str(t + 1) != "by"
}

/// ", organized 34 trainings", "and named ten", "and successively sent": the subject does something else.
fn coordinated(context: &Context, t: usize) -> bool {
    let read = context.read;
    let joins = |t: usize| read.word_is(t, Class::CLAUSE_END | Class::AND);
    // Most words stand behind no conjunction.
    let (right, over) = (t > 0 && joins(t - 1), t > 1 && joins(t - 2));
    if !(right | over) || read.word_is(t, Class::AUXILIARY) {
        return false;
    }
    let adverb = || {
        let word = read.str(t - 1);
        t > 1 && (word.ends_with("ly") || matches!(word, "further" | "also" | "then" | "again" | "thus"))
    };
    right && !adverb() || over && adverb()
}

/// What area the phrase at token `t` names, and how. `start` is where its sentence begins, which may hold the `names`.
fn area_at(context: &Context, t: usize, start: usize, names: Named) -> Option<(Scope, Way)> {
    if context.read.word_is(t, Class::PREPOSITION) {
        if names.has_from(t) && (names_locality(context, t) || names_work(context, t).is_some()) {
            return Some((Scope::Part, Way::Located));
        }
        if names != Named::Nothing && leads_home(context, t) {
            return Some((Scope::Region, Way::Named));
        }
    } else {
        if names_place(context, t, start) {
            // "Pell City held two meetings" in the section on Pell.
            let own = context.names_region(t - 1) || context.names_home(t);
            return Some(if own { (Scope::Region, Way::Acting) } else { (Scope::Part, Way::Named) });
        }
        if names.has_from(t) && names_kind_first(context, t) {
            return Some((Scope::Part, Way::Named));
        }
        if names_area(context, t) {
            return Some((Scope::Part, Way::Once));
        }
    }
    if is_partial(context, t) {
        let giver = !context.read.word_is(t, Class::PLACE);
        // "Six organs, namely the Ministry of Water and Hill Mines Ltd, were asked": one name of a list says little.
        let company = matches!(context.read.str(t), "Co" | "Ltd" | "Foundation");
        if company && context.read.find(start..t, Class::ALL_PARTS | Class::PARTS).is_some() {
            return None;
        }
        if names_group(context.read, t) {
            return Some((Scope::Part, Way::Located));
        }
        return Some((Scope::Part, if giver { Way::Once } else { Way::Named }));
    }
    if context.read.word_is(t, Class::PLACE) && (is_one_place(context, t) || is_trial(context, t) || is_set_apart(context, t, start)) {
        return Some((Scope::Part, Way::Once));
    }
    let way = |t: usize| if located(context, t) { Way::Named } else { Way::Acting };
    let whole = context.read.phrase_is(t, Class::WHOLE) && !is_rank(context.read, t, start);
    whole.then(|| (Scope::Region, way(t)))
}

/// "developing countries", "emerging markets": countries of one sort, of whom the next sentence need not speak.
fn names_group(read: &ReadText, t: usize) -> bool {
    let end = t + read.phrase_len(t);
    (t..end)
        .any(|t| matches!(read.str(t), "countries" | "Countries" | "economies" | "Economies" | "markets" | "states" | "States" | "regions"))
}

/// "the third largest grower of rice in the region": of what a rank is told, and not where something is.
fn is_rank(read: &ReadText, t: usize, start: usize) -> bool {
    let inside = t > start + 2 && (read.str(t - 1) == "in" || read.str(t - 1) == "the" && read.str(t - 2) == "in");
    let superlative =
        |t: usize| matches!(read.str(t), "largest" | "biggest" | "smallest" | "highest" | "lowest" | "poorest" | "richest" | "leading");
    let mut front = (start.max(t.saturating_sub(RANK))..t).rev().take_while(|t| !read.word_is(*t, Class::CLAUSE_END | Class::DIGITS));
    inside && front.any(superlative)
}

/// Tokens from a superlative to the place in which it is one.
const RANK: usize = 9;

/// "gave 4 million to Pell", "throughout Pell Province": the region by its own name, behind a preposition that says where.
fn leads_home(context: &Context, t: usize) -> bool {
    let read = context.read;
    let home = t + if read.str(t + 1) == "the" { 2 } else { 1 };
    let capital = |i: &usize| read.tokens.get(*i).is_some_and(|k| k.is_word() && k.capital);
    let end = || (home..home + NAME).take_while(capital).last();
    matches!(read.str(t), "to" | "in" | "In" | "for" | "throughout" | "across")
        && capital(&home)
        && read.classes(home..home + 1).is_empty()
        && context.is_of_home(home)
        && end().is_some_and(|last| {
            context.is_of_home(last) || read.word_is(last, Class::WHOLE) || matches!(read.str(last), "Province" | "State")
        })
}

/// "in the province", "the whole state", "of Pell Province", "the province's": where something is, not who does it.
fn located(context: &Context, t: usize) -> bool {
    let read = context.read;
    let end = t + read.phrase_len(t);
    let owner = matches!(read.str(end), "'" | "’") && read.str(end + 1) == "s";
    let whole = matches!(read.str(t), "whole" | "entire" | "in") || read.str(end - 1).ends_with("wide");
    let article = t > 0 && read.word_is(t - 1, Class::DETERMINER);
    let capital = |i: &usize| read.tokens.get(*i).is_some_and(|k| k.is_word() && k.capital);
    let name = if capital(&t) { (t.saturating_sub(NAME)..t).rev().take_while(capital).count() } else { usize::from(article) };
    owner || whole || t.checked_sub(name + 1).is_some_and(|p| read.word_is(p, Class::PREPOSITION))
}

/// How the place count `k` says, if it does, that what follows happened in some of the region's places: a handful, a stated part of
/// the places, or the subject of its sentence ("The 23 key counties achieved ...").
fn speaks_of_some(context: &Context, mentions: &[Mention], first: usize, k: usize) -> Option<Way> {
    let m = mentions.get(k).filter(|_| counts_places(context, mentions, k))?;
    if is_all_of_home(context, m, k) {
        return None;
    }
    if opens_with_some(context, k) {
        return Some(Way::Once);
    }
    if is_handful(context, mentions, k) {
        return Some(if is_definite(context, k) { Way::Places } else { Way::Handful });
    }
    let led = context.before(k).next_back().is_some_and(|t| context.ends_clause(t)) || context.opened_by(k, Class::PARTS);
    if led && context.read.phrase_is(context.after(k).start, Class::VERB) {
        return Some(Way::Doers);
    }
    let opens =
        k == first && m.first <= context.sentence(k).start + SUBJECT && context.read.find(context.before(k), Class::PREPOSITION).is_none();
    let verb = verb_behind(context, k);
    // "14 states have achieved"; what was done to some may go on with what was done elsewhere.
    let perfect = || matches!(context.read.str(verb), "have" | "had") && !context.read.word_is(verb + 1, Class::AUXILIARY);
    let subject = opens && (context.read.phrase_is(verb, Class::VERB) || perfect()) || k == first && is_told_of(context, k, verb);
    (m.of.is_some() || subject).then_some(Way::Places)
}

/// "In 2020, the four poor areas recorded an output of ...", "the population of the 300 villages was reduced": a state of the places, who need
/// not stand at the very beginning.
fn is_told_of(context: &Context, k: usize, verb: usize) -> bool {
    let read = context.read;
    let near = context.near(k);
    let state = matches!(read.str(verb), "recorded" | "reached" | "achieved" | "registered" | "had" | "saw" | "realized" | "realised");
    let alone = near.len() <= SUBJECT && read.find(near.clone(), Class::PREPOSITION).is_none();
    let belongs = |t: usize| read.str(t) == "of" && t > near.start && read.str(t - 1) != "that";
    let owner =
        || near.len() <= OWNED && context.lead(k).is_some_and(belongs) && read.find(near.clone(), Class::VERB | Class::AUXILIARY).is_none();
    let passive = || read.word_is(verb, Class::AUXILIARY) && read.word_is(verb + 1, Class::VERB | Class::RISE);
    // The income of the region's poor areas stands for the region's.
    is_definite(context, k)
        && !context.is_led_by(k, Class::INCOME)
        && (alone && state || owner() && (state || passive() || read.word_is(verb, Class::RISE)))
}

/// The token behind a place count and its "for ..." attribute, where the verb of its sentence may stand.
fn verb_behind(context: &Context, k: usize) -> usize {
    let after = context.after(k);
    context.read.find(after.start..after.end.min(after.start + 9), Class::VERB | Class::AUXILIARY).unwrap_or(after.end)
}

#[cfg(test)]
mod tests {
    use super::{LEADING, PARTING};
    use crate::language::{ReadText, english};
    use crate::text::Span;

    #[test]
    fn what_parts_statements_stops() {
        let words = "; while whereas but";
        let read = ReadText::new(words, Span::new(0, words.len()), english());
        assert!((0..read.tokens.len()).all(|t| read.word_is(t, PARTING) && !read.word_is(t, LEADING)));
    }
}
