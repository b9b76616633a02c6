//! Proper names that figures are told of: who does it, whose it is, where it is.
//!
//! "Marsh recorded 89%", "Fenn (98%)", "Pell 26,000, Fenn 31,000", "Denmark’s surplus rose to 5 billion": a name that is not the region's own
//! tells a part of it. Names are words with a capital that the vocabulary does not know; where a sentence begins, every word has one, so that
//! a single word there has to be printed as a name elsewhere. A country is a name where it is not the one that the section is about.

use super::Context;
use super::each::is_plural;
use super::opening_places::is_side;
use super::places::{AREA_NAME, is_body, is_capital, makes_up};
use super::subject::is_office;
use crate::analysis::Unit;
use crate::language::{Class, ReadText};
use crate::outline::gazetteer::leading_region;
use crate::text::Token;
use std::cell::OnceCell;
use std::ops::Range;

/// Tokens between a bracket and the figure in it: a sign, a currency, a hedge.
const LEAD: usize = 4;

/// Tokens in front of a list in which the names are looked for that its members are told of.
const NAMES: usize = 40;

/// A name that a section prints so often, and more than any other, is what it is about.
const OFTEN: u32 = 6;

/// What a section prints as names, found out when it is asked for.
#[derive(Debug, Default)]
pub(super) struct Names {
    printed: OnceCell<Prints>,
    home: OnceCell<Option<Unit>>,
}

/// How a section prints each of its words, by their number.
#[derive(Debug, Default)]
struct Prints {
    words: Vec<Print>,
    /// So often is the name that it is about.
    most: u32,
}

/// How often a word is printed with a capital that no beginning of a sentence explains.
#[derive(Debug, Clone, Copy, Default)]
struct Print {
    times: u32,
    /// Whether it is printed without one, too.
    common: bool,
    /// Whether something is said to be in it or from it.
    place: bool,
}

impl Names {
    fn prints(&self, read: &ReadText) -> &Prints {
        self.printed.get_or_init(|| Prints::of(read))
    }

    /// Whether the section prints the word at token `t` as a name, and never without a capital.
    pub(super) fn is_name(&self, read: &ReadText, t: usize) -> bool {
        self.prints(read).name(read, t).is_some()
    }

    /// Whether it says elsewhere that something is in it, or from it.
    pub(super) fn is_place(&self, read: &ReadText, t: usize) -> bool {
        self.prints(read).name(read, t).is_some_and(|name| name.place)
    }

    /// Whether it is the name that the section is about.
    pub(super) fn is_main(&self, read: &ReadText, t: usize) -> bool {
        let prints = self.prints(read);
        prints.name(read, t).is_some_and(|name| name.times >= prints.most)
    }

    /// Whether the country named at token `t` is another than the one that the section is about.
    fn is_foreign(&self, read: &ReadText, t: usize) -> bool {
        let nation = read.entry(t, Class::NATION).and_then(|(entry, _)| entry.unit);
        nation.is_some() && nation != *self.home.get_or_init(|| nation_of(read))
    }
}

impl Prints {
    /// Looks through a section once.
    fn of(read: &ReadText) -> Self {
        let distinct = read.numbers.iter().fold(0, |last, number| *number.max(&last)) as usize + 1;
        let mut words = vec![Print::default(); distinct];
        let inside = |at: usize| at.checked_sub(1).and_then(|before| read.tokens.get(before)).is_some_and(goes_on);
        let mut often = Vec::new();
        for (at, (token, number)) in read.tokens.iter().zip(&read.numbers).enumerate() {
            let Some(word) = words.get_mut(*number as usize) else { continue };
            if !token.capital {
                word.common |= token.is_word();
            } else if inside(at) {
                word.times += 1;
                word.place |= leads_to_place(read.str(at - 1));
                if word.times == OFTEN {
                    often.push(*number as usize);
                }
            }
        }
        let often = often.into_iter().filter_map(|number| words.get(number)).filter(|word| !word.common);
        let most = often.map(|word| word.times).max().unwrap_or(OFTEN);
        Self { words, most }
    }

    /// How the word at token `t` is printed, where it is a name.
    fn name(&self, read: &ReadText, t: usize) -> Option<Print> {
        let word = *self.words.get(*read.numbers.get(t)? as usize)?;
        (word.times > 0 && !word.common).then_some(word)
    }
}

/// Whether a sentence goes on behind a token, so that a capital is the word's own.
fn goes_on(token: &Token) -> bool {
    token.is_word() || token.is_digits() || matches!(token.mark(), Some(',' | '(' | ')' | '-' | '–' | '\'' | '’' | '/' | '&'))
}

/// A word in front of the place that something is in or from.
fn leads_to_place(word: &str) -> bool {
    matches!(word, "in" | "from" | "at" | "near" | "across" | "within" | "throughout" | "outside" | "around")
}

/// The country that more than half of the places name that name any.
fn nation_of(read: &ReadText) -> Option<Unit> {
    let mut counts: Vec<(Unit, usize)> = Vec::new();
    let (mut next, mut all) = (0, 0);
    while let Some(at) = read.find(next..read.tokens.len(), Class::NATION) {
        next = at + 1;
        let Some(unit) = read.entry(at, Class::NATION).and_then(|(entry, _)| entry.unit) else { continue };
        all += 1;
        match counts.iter_mut().find(|(known, _)| *known == unit) {
            Some((_, times)) => *times += 1,
            None => counts.push((unit, 1)),
        }
    }
    counts.into_iter().find(|(_, times)| times * 2 > all).map(|(unit, _)| unit)
}

/// A word with a capital that is neither known to the vocabulary, nor an abbreviation, nor the name of the section's own region; or a
/// country that the section is not about.
pub(super) fn is_proper(context: &Context, t: usize) -> bool {
    if !is_capital(context, t) || !(context.read.is_unknown(t) || context.read.word_is(t, Class::NATION)) {
        return false;
    }
    let classes = context.read.classes(t..t + 1);
    if !(classes.is_empty() || classes == Class::NATION) || context.is_of_home(t) {
        return false;
    }
    let word = context.read.str(t);
    // "FIFs": the plural of an abbreviation.
    let singular = word.strip_suffix('s').unwrap_or(word);
    let small = || singular.chars().skip(1).any(char::is_lowercase);
    classes.is_empty() && small() || classes == Class::NATION && context.names.is_foreign(context.read, t)
}

/// What a range may name: asked once for a sentence, since most name nothing and need not be asked for the name of each figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Named {
    /// No word with a capital that is not in the vocabulary (no list has the sides of a region), and no country.
    Nothing,
    /// Nothing but the section's own region.
    Home,
    /// Others, too, the first and the last of them at these tokens.
    Others { first: usize, last: usize },
}

impl Named {
    pub(super) fn within(context: &Context, range: Range<usize>) -> Self {
        let read = context.read;
        let tokens = read.tokens.get(range.clone()).unwrap_or_default();
        let unknown = |t: usize| read.is_unknown(t) || read.word_is(t, Class::NATION);
        let mut names = tokens.iter().zip(range).filter(|(token, t)| token.capital && unknown(*t)).peekable();
        if names.peek().is_none() {
            return Self::Nothing;
        }
        let mut others = names.map(|(_, t)| t).filter(|t| !context.is_of_home(*t));
        let Some(first) = others.next() else { return Self::Home };
        Self::Others { first, last: others.next_back().unwrap_or(first) }
    }

    /// Whether others may be named in front of token `t`.
    pub(super) fn has_before(self, t: usize) -> bool {
        matches!(self, Self::Others { first, .. } if first < t)
    }

    /// Whether others may be named from token `t` on.
    pub(super) fn has_from(self, t: usize) -> bool {
        matches!(self, Self::Others { last, .. } if last >= t)
    }
}

/// Whether the name of a country, or of a state or province that every report is read with, begins at token `t`.
pub(super) fn is_known_place(context: &Context, t: usize) -> bool {
    let read = context.read;
    let text = read.tokens.get(t).and_then(|token| read.text.get(token.span.start as usize..));
    is_capital(context, t) && text.and_then(leading_region).is_some()
}

/// "Marsh (98%)", "Fenn at 178%", "Marsh (-28%) and Fenn (both EUR 30)", "Pell City at 66%": a proper name that figure `j` is told of; in lists without
/// a bracket, too ("Pell 26,000, Fenn 31,000", "Pell — 26,000", "Pell, 26,000; Fenn, 31,000").
pub(super) fn is_told_of_name(context: &Context, j: usize) -> bool {
    let read = context.read;
    let idle =
        |t: &usize| matches!(read.str(*t), "-" | "−" | "+" | "both" | "each") || read.word_is(*t, Class::UNIT | Class::ABOUT | Class::OVER);
    let before = context.before(j);
    let Some(lead) = before.clone().rev().take(LEAD).find(|t| !idle(t)) else { return false };
    let bracket = read.is_mark(lead, '(') || read.str(lead) == "at";
    let joint = bracket || matches!(read.str(lead), "—" | "–" | ":" | ",");
    let Some(last) = (if joint { lead.checked_sub(1) } else { Some(lead) }).filter(|last| before.contains(last)) else { return false };
    // "Upper Fenn (UF) at 3 million": the short form of the name.
    let short = last > 3 && read.is_mark(last, ')') && read.is_mark(last - 2, '(') && is_capital(context, last - 1);
    let last = if short { last - 3 } else { last };
    // "Targeting at 400 poor people": a participle with the capital of its sentence.
    if last == context.sentence(j).start && read.str(last).ends_with("ing") {
        return false;
    }
    let behind = matches!(read.str(last), "each" | "both" | "all") || is_capital(context, last) && read.word_is(last, Class::PLACE);
    let name = if behind { last.saturating_sub(1) } else { last };
    // "the Kenya Relief Fund (3 million)": that of a place.
    let long = || bracket && name > 1 && is_capital(context, name - 1) && names_whose(context, name);
    // "North (70), East (64) and South Ald (51)" in the section on Ald: a side of it.
    let side = || {
        bracket
            && name > before.start
            && context.is_of_home(name)
            && is_capital(context, name - 1)
            && is_side(read.str(name - 1))
            && !context.is_of_home(name - 1)
    };
    (is_proper(context, name) && !is_office(read.str(name)) || long() || side())
        && (bracket || is_item(context, j, name, if joint { read.str(lead) } else { "" }))
}

/// Whether a name of capitals and small words that ends at token `last` has that of a place in it: "the Pell Transition and Recovery Support Program".
fn names_whose(context: &Context, last: usize) -> bool {
    let read = context.read;
    let inside = |t: &usize| is_capital(context, *t) || matches!(read.str(*t), "and" | "of" | "the" | "for");
    let mut name = (last.saturating_sub(2 * AREA_NAME)..=last).rev().take_while(inside);
    let place = |t: usize| read.word_is(t, Class::NATION) || context.names.is_place(read, t) || is_known_place(context, t);
    name.any(|t| is_proper(context, t) && place(t))
}

/// Whether the name that ends at token `last` is the member of a list, told of with what follows: behind a mark, "were", a line break or the
/// figure before, "and" behind another one; with a comma for its `joint` to the figure, only behind a stronger mark.
fn is_item(context: &Context, j: usize, last: usize, joint: &str) -> bool {
    let read = context.read;
    let before = context.before(j);
    let comma = joint == ",";
    let inside = |t: usize| is_capital(context, t) || matches!(read.str(t), "-" | "/" | "'" | "’" | "s");
    let first = (before.start..=last).rev().take_while(|t| inside(*t)).last().unwrap_or(last);
    let Some(lead) = first.checked_sub(1).filter(|t| before.contains(t)) else {
        // "Following two years" begins a sentence.
        // "Breakdowns: 4.4 per 100,000 km"
        let things = joint == ":" && first == last && is_plural(context, last) && !is_known_place(context, last);
        if things && !read.word_is(last, Class::NATION) && !context.names.is_name(read, last) {
            return false;
        }
        return !comma && (first < last || !joint.is_empty() || read.word_is(first, Class::NATION) || context.names.is_name(read, first));
    };
    match read.tokens.get(lead).and_then(Token::mark) {
        Some(';' | ':' | '—') => true,
        Some(',') => !comma,
        Some(_) => false,
        None if read.word_is(lead, Class::AND) => !comma && context.previous(j).is_some_and(|p| is_told_of_name(context, p)),
        None => !comma && matches!(read.str(lead), "were" | "was" | "are" | "is"),
    }
}

/// "Upper Fenn recorded 89%", "In 2020, Marsh raised 3 million": a proper name that does what figure `j` tells. One word at the beginning of a
/// sentence has its capital from there.
pub(super) fn is_done_by_name(context: &Context, j: usize) -> bool {
    let read = context.read;
    let clause = context.clause_before(j).start;
    // "India reported the highest number (589,000 cases)"
    let bracket = clause > 0 && read.is_mark(clause - 1, '(') && read.word_is(context.sentence(j).start, Class::NATION);
    let first = if bracket { context.sentence(j).start } else { clause };
    if !is_proper(context, first) {
        return false;
    }
    let end = (first..first + AREA_NAME).find(|i| !is_capital(context, *i)).unwrap_or(first);
    let opens = first == context.sentence(j).start;
    // "Kenya reported 23,000 new cases" in a section on several countries.
    let known = read.word_is(first, Class::NATION);
    end - first > usize::from(opens && !known)
        && (read.word_is(end, Class::VERB | Class::AUXILIARY) || known && read.str(end) == "reported")
        && (first..end).all(|i| is_proper(context, i) || read.word_is(i, Class::PLACE))
}

/// "with Marsh reporting the highest rate of 57%", "for Marsh, its surplus was 5 billion", "in the case of Pell, 12 firms": a proper name that an absolute
/// phrase or an opening is about.
pub(super) fn is_told_with_name(context: &Context, j: usize) -> bool {
    let read = context.read;
    let clause = context.clause_before(j);
    let name_ends = |first: usize| (first..first + AREA_NAME).find(|t| !is_capital(context, *t)).unwrap_or(first);
    let led = |t: usize| read.word_is(t, Class::PREPOSITION);
    let with = clause.clone().rev().find(|t| led(*t) && matches!(read.str(*t), "with" | "With"));
    let doing = with.filter(|t| is_proper(context, t + 1)).map(|t| name_ends(t + 1));
    if doing.is_some_and(|t| t < context.before(j).end && read.str(t).ends_with("ing")) {
        return true;
    }
    // "followed by Marsh with 12", "the capital is Marsh, which has 12"
    let near = context.near(j);
    let follows = near.clone().find(|t| led(*t) && read.str(*t) == "by" && *t > 0 && read.str(*t - 1) == "followed").map(|t| t + 1);
    let follows = follows.map(|t| t + usize::from(read.str(t) == "the"));
    let goes_on = |t: usize| t > 0 && is_proper(context, t) && matches!(read.str(name_ends(t)), "with" | "at" | "on");
    // "which had planned 12" says who, and not where.
    let has = |t: usize| {
        matches!(read.str(t), "has" | "had" | "have" | "recorded" | "reported" | "saw") && !read.word_is(t + 1, Class::VERB | Class::PLAN)
    };
    let which = matches!(read.str(near.start), "where" | "whose") || read.str(near.start) == "which" && has(near.start + 1);
    let apart = near.start.checked_sub(2).filter(|t| which && read.is_mark(t + 1, ','));
    // "is made up of the districts of Marsh and Fenn, where 310,000 persons live"
    let all = |t: usize| (context.sentence(j).start..t).any(|at| read.str(at + 1) == "of" && makes_up(read, at));
    if follows.is_some_and(goes_on) || apart.is_some_and(|t| is_proper(context, t) && !is_body(read.str(t)) && !all(t)) {
        return true;
    }
    let start = context.sentence(j).start;
    let first = match read.str(start) {
        "For" => start + 1,
        "As" if read.str(start + 1) == "for" => start + 2,
        "In" if read.str(start + 1) == "the" && read.str(start + 2) == "case" => start + 4,
        _ => return false,
    };
    let first = if read.str(first) == "the" { first + 1 } else { first };
    let end = name_ends(first);
    end > first && (first..end).all(|t| is_proper(context, t)) && read.is_mark(end, ',')
}

/// "Marsh, Upper Fenn and Pell had the lowest rates at 68%, 67% and 66%, respectively": figure `j` is told of one of some names.
pub(super) fn is_told_of_names(context: &Context, j: usize) -> bool {
    if !context.is_said(j, Class::RESPECTIVELY) {
        return false;
    }
    let read = context.read;
    let after = context.after(context.last_of_list(j));
    if !(after.start..after.end.min(after.start + 2)).any(|t| read.str(t) == "respectively") {
        return false;
    }
    let before = context.before(context.first_of_list(j));
    let joined = |t: usize| read.is_mark(t + 1, ',') || read.word_is(t + 1, Class::AND);
    let few = context.last_of_list(j) == context.first_of_list(j) + 1;
    let pair = |t: usize| !few || is_capital(context, t + 2) || read.str(t + 2) == "the" && is_capital(context, t + 3);
    let mut names =
        (before.end.saturating_sub(NAMES).max(before.start)..before.end).filter(|t| is_proper(context, *t) && joined(*t) && pair(*t));
    names.nth(usize::from(!few)).is_some()
}
