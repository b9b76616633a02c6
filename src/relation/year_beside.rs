//! Years that a figure has from the figure beside it: one that it says again, qualifies or is a part of, and lists of years beside lists of figures.

use super::Context;
use super::told::is_proper;
use super::told_year::Years;
use crate::analysis::{Kind, Unit};
use crate::language::Class;
use crate::quantity::{Mention, years_at};

/// The year of the figure that this one says again ("by 5.8% (5.1-6.3%) or 2.2 million"), is a share or change of ("4,600 in 2010, accounting
/// for 14%", "to 126 in 2010, an increase of 30%") or a part of, in the same sentence.
pub(super) fn year_beside(context: &Context, mentions: &[Mention], i: usize) -> Option<i32> {
    let this = mentions.get(i)?;
    let previous = context.previous(i)?;
    let year_of = |j: usize| mentions.get(j).and_then(|m| m.year);
    if context.restates(i) && !context.is_reference(i) {
        return mentions.get(previous)?.year;
    }
    let base = this.base.map(|(base, _)| base).filter(|base| *base <= previous && context.in_sentence(i).contains(base));
    // ", an increase of", ", up"
    let near = context.near(i);
    let appositive = || {
        let opens = near.start > context.before(i).start && context.read.phrase_is(near.start, Class::DETERMINER | Class::RISE);
        opens && near.len() <= APPOSITIVE && context.read.find_word(context.gap(i), Class::AUXILIARY).is_none()
    };
    let qualifies = match this.kind {
        // "4.2 million people in 1.3 million homes in 2016, a rate of 14%"
        Kind::Share => base == Some(previous) || base.is_some_and(|base| year_of(base).is_some() && year_of(base) == year_of(previous)),
        Kind::Growth | Kind::Change => appositive(),
        _ => false,
    };
    // "a road of 90 km will be built in 2017, for which 45 million has been budgeted"
    let for_it = || context.gap(i).any(|t| context.read.str(t) == "which" && matches!(context.read.str(t - 1), "for" | "towards" | "to"));
    // "to add 400 works by 2025, giving water to 7 million people"
    let doing = || {
        let led = context.tail(context.gap(i)).start;
        let joint = context.gap(i).contains(&led) && (context.ends_clause(led.saturating_sub(1)) || context.read.word_is(led, Class::AND));
        let word = if context.read.word_is(led, Class::AND) { led + 1 } else { led };
        joint && context.read.str(word).ends_with("ing")
    };
    // "to open two centres by 2021, at 640,000 each"
    let price = || near.start > context.before(i).start && context.lead(i) == Some(near.start) && context.read.str(near.start) == "at";
    if this.kind == Kind::Target && (for_it() || doing() || price()) {
        return mentions.get(previous).filter(|before| before.kind == Kind::Target)?.year;
    }
    let total = this.of.map(|(total, _)| total).filter(|total| context.in_sentence(i).contains(total) && *total < i);
    mentions.get(base.filter(|_| qualifies).or(total)?)?.year
}

/// "built 40 schools and 12 clinics in 2015", "put 247 million into 196 schools in 70 towns between 1998 and 2000", "40 schools and 12 clinics were
/// built in 2015": the year that closes a clause is that of its other figures too.
pub(super) fn closing_year(context: &Context, years: &Years, mentions: &[Mention], i: usize) -> Option<i32> {
    let read = context.read;
    mentions.get(i).filter(|m| m.kind != Kind::Target)?;
    // Nothing is told behind most figures.
    let (_, from) = years.around(context.after(context.next(i)?).start);
    from.first().filter(|told| told.at < context.sentence(i).end)?;
    // "1.5 million of the rent of 4.5 million in 2011" is of no year yet.
    if read.str(context.after(i).start) == "of" && read.word_is(context.after(i).start + 1, Class::DETERMINER) {
        return None;
    }
    let other = Class::COMPARED | Class::GAP | Class::THAN | Class::FROM | Class::AUXILIARY | Class::PARTS | Class::ALL_PARTS;
    // "to build 196 schools", "in building 196 schools"
    let clause = |t: usize| matches!(read.str(t), "that" | "which" | "who" | "where" | "when" | "while" | "since" | "but");
    let verb = |t: usize| clause(t) || read.word_is(t, Class::VERB) && !(t > 0 && read.word_is(t - 1, Class::PREPOSITION | Class::TO));
    // "24% of cases (21% in 2016)", "was 725 a month, up 4% on 685 in 2016": the year is that of the bracket, or of what is compared with.
    let bracketed =
        |next: usize| read.is_mark(context.gap(next).end.saturating_sub(1), '(') && !read.is_mark(context.after(next).start, ')');
    let compared = |next: usize| {
        let rate = next.checked_sub(1).and_then(|p| mentions.get(p)).is_some_and(|m| matches!(m.kind, Kind::Growth | Kind::Change));
        rate && context.gap(next).len() == 1 && matches!(read.str(context.gap(next).start), "on" | "over")
    };
    let goes_on = |next: &usize| {
        if bracketed(*next) || compared(*next) {
            return false;
        }
        let gap = context.gap(*next);
        // "4.2 million people in 1.3 million homes in 2016, a rate of 14%": the clause is closed by then.
        if read.find_word(gap.clone(), Class::YEAR).is_some() {
            return false;
        }
        let mark = |t: usize| context.ends_clause(t) && !read.is_mark(t, ',') && !read.is_mark(t, '(') && !read.is_mark(t, ')');
        !read.classes(gap.clone()).intersects(other) && !gap.into_iter().any(|t| verb(t) || mark(t)) && !context.is_reference(*next)
    };
    let mut last = i;
    while let Some(next) = context.next(last).filter(goes_on) {
        last = next;
    }
    let behind = context.behind(last);
    if last == i || matches!(read.str(behind.start), "of" | "above" | "below") || mentions.get(last).is_some_and(|m| m.of.is_some()) {
        return None;
    }
    // "40 tons were a rise of 1% on the record in 2007": the year of the record.
    let step = mentions.get(last).is_some_and(|m| matches!(m.kind, Kind::Growth | Kind::Change));
    let against = |t: usize| matches!(read.str(t), "on" | "from" | "over") && read.word_is(t + 1, Class::DETERMINER);
    if step && (against(behind.start) || against(behind.start + 1)) {
        return None;
    }
    let (_, from) = years.around(behind.start);
    let told = from.iter().find(|told| !told.owns()).filter(|told| told.at < behind.end.min(behind.start + CLOSES) && told.printed)?;
    let said = read.classes(behind.start..told.at);
    let compared = said.intersects(Class::COMPARED | Class::THAN | Class::RISE | Class::GAP);
    // "has 40 schools and 12 clinics were built in 2015": a statement of its own.
    let own = said.intersects(Class::VERB | Class::AUXILIARY) && read.classes(context.near(i)).intersects(Class::VERB | Class::AUXILIARY);
    (!compared && !own).then_some(told.year)
}

/// Tokens between the last figure of a clause and the year that closes it.
const CLOSES: usize = 9;

/// "Enrolment (2015): 4,120", "The population (1921), 35,800,", "Under the tenth plan (2001-2005), 34 dams": the year in a bracket that closes in front
/// of the figure, at token `joint` or the mark behind it. A proper name has no year, but a work of its own.
pub(super) fn behind_its_year(context: &Context, i: usize, joint: usize) -> Option<i32> {
    let read = context.read;
    let mark = matches!(read.str(joint), "," | ":" | "-" | "–" | "—");
    let close = joint.checked_sub(usize::from(mark)).filter(|t| *t > 2 && read.is_mark(*t, ')'))?;
    let open = (close.saturating_sub(SPAN)..close).rev().find(|t| read.is_mark(*t, '('))?;
    let author = open > context.statement(i) + 1 && is_proper(context, open - 1);
    let named = open > 0 && read.is_word(open - 1) && !author;
    years_at(read, open + 1).filter(|years| named && years.after == close).map(|years| years.last)
}

/// Tokens of a span of years in a bracket.
const SPAN: usize = 6;

/// Tokens of ", an increase of more than".
const APPOSITIVE: usize = 7;

/// "rates in 2017, 2018 and 2019 were 41, 46 and 47 per cent", "18, 24 and 23 per cent in 2018, 2019 and 2020 respectively": the year at the same
/// place in a list of as many, for lists of three and more.
pub(super) fn year_of_list(context: &Context, i: usize) -> Option<i32> {
    let read = context.read;
    let (first, last) = (context.first_of_list(i), context.last_of_list(i));
    let (place, number) = (i - first, last + 1 - first);
    if number < 3 {
        return None;
    }
    let behind = context.behind(last);
    let behind = behind.start..behind.end.min(behind.start + BEHIND);
    let front = context.sentence(first).start..context.before(first).end;
    let begins = |t: &usize| read.word_is(*t, Class::YEAR) && !context.is_figure(*t) && listed_year(context, *t, 1).is_some();
    let start = behind.into_iter().find(begins).or_else(|| front.into_iter().find(begins))?;
    let year = listed_year(context, start, place)?;
    (listed_year(context, start, number - 1).is_some() && listed_year(context, start, number).is_none()).then_some(year)
}

/// The year at a place of the list of years that begins at token `t`.
fn listed_year(context: &Context, t: usize, place: usize) -> Option<i32> {
    let read = context.read;
    let mut at = t;
    for _ in 0..place {
        let comma = read.is_mark(at + 1, ',');
        let joint = if comma && read.word_is(at + 2, Class::AND) { 3 } else { 2 };
        if !comma && !read.word_is(at + 1, Class::AND) {
            return None;
        }
        at += joint;
    }
    read.word_is(at, Class::YEAR).then(|| years_at(read, at)).flatten().map(|years| years.first)
}

/// "surpluses of 49.9 and 48.7 billion in 2006 and 2007", "for 2006 and 2007 at 7.3 and 5.3%": the year at the same place in a list of as many.
pub(super) fn year_of_pair(context: &Context, mentions: &[Mention], i: usize) -> Option<i32> {
    let read = context.read;
    let second = context.continues_list(i) && is_pair(context, i);
    let first = if second { i.checked_sub(1)? } else { i };
    let last = context.next(first).filter(|next| context.continues_list(*next) && is_pair(context, *next))?;
    if context.next(last).is_some_and(|next| context.continues_list(next)) || context.continues_list(first) {
        return None;
    }
    let behind = context.behind(last);
    // "exceeded only in 2017 and 2018 (1.21 million and 1.35 million)"
    let bracket = || {
        let open = context.unhedged(first).checked_sub(1).filter(|t| read.is_mark(*t, '('))?;
        two_years(context, open.checked_sub(YEARS)?)
    };
    let years = behind.take(BEHIND).find_map(|t| two_years(context, t)).or_else(bracket);
    let years = years.or_else(|| years_of_sentence(context, mentions, first))?;
    Some(if second { years.1 } else { years.0 })
}

/// Tokens of "2006 and 2007".
const YEARS: usize = 3;

/// Tokens in front of the two years behind a pair of figures.
const BEHIND: usize = 6;

/// Whether "and" alone joins figure `i` to the one before.
fn is_pair(context: &Context, i: usize) -> bool {
    context.gap(i).any(|t| context.read.word_is(t, Class::AND))
}

/// Two years in front of the figures of a sentence that come in pairs, or at the end of the sentence before where "these two years" says so.
fn years_of_sentence(context: &Context, mentions: &[Mention], first: usize) -> Option<(i32, i32)> {
    let read = context.read;
    let sentence = context.sentence(first);
    // "for these two years, at 7.3 and 5.3%"
    let time = |j: &usize| mentions.get(*j).and_then(|m| m.unit).is_some_and(Unit::is_time);
    let start = context.in_sentence(first).find(|j| !time(j))?;
    let front = sentence.start..context.before(start).end;
    let pairs = || (start..context.in_sentence(first).end).skip(1).step_by(2).all(|j| context.continues_list(j) && is_pair(context, j));
    let again = |t: usize| read.str(t) == "these" && matches!(read.str(t + 1), "two" | "years");
    let before = || front.start.saturating_sub(SENTENCE)..front.start;
    let found = if context.is_said(first, Class::YEAR) { front.clone().rev().find_map(|t| two_years(context, t)) } else { None };
    let told_before = || if front.clone().any(again) { before().rev().find_map(|t| two_years(context, t)) } else { None };
    found.or_else(told_before).filter(|_| pairs())
}

/// Tokens of the sentence before in which the two years may stand.
const SENTENCE: usize = 40;

/// "2006 and 2007" at token `t`.
fn two_years(context: &Context, t: usize) -> Option<(i32, i32)> {
    let read = context.read;
    if !read.word_is(t, Class::YEAR) || !read.word_is(t + 1, Class::AND) || context.is_figure(t) {
        return None;
    }
    let (first, second) = (years_at(read, t)?, years_at(read, t + 2)?);
    let between = t > 0 && read.word_is(t - 1, Class::BETWEEN);
    (!between && first.after == t + 1 && first.first < second.first).then_some((first.first, second.first))
}

/// "Of these 45 cases, 12 died", "This represents an increase of 8%": what goes on with the figures of the sentence before has their year.
pub(super) fn goes_on(context: &Context, mentions: &[Mention], i: usize) -> Option<i32> {
    let read = context.read;
    let start = context.sentence(i).start;
    let opens = match read.str(start) {
        "Of" | "Among" => matches!(read.str(start + 1), "these" | "those" | "them" | "whom" | "which"),
        "This" | "These" | "That" => {
            read.word_is(start + 1, Class::AUXILIARY | Class::SHARE)
                || matches!(
                    read.str(start + 1),
                    "compares" | "means" | "represents" | "amounts" | "brought" | "brings" | "figure" | "total" | "amount" | "sum"
                )
        }
        _ => false,
    };
    let last = context.in_sentence(i).start.checked_sub(1).filter(|_| opens)?;
    let one = !(context.end(last)..start).any(|t| read.is_break(t));
    mentions.get(last).filter(|_| one)?.year
}

/// "as many as in 2020 (11)", "up from 2019's (11)", "from the 2019 level of 11", "from 2019 of 11", "that at the end of 2019, namely 11": a figure right
/// behind its year.
pub(super) fn bracketed_year(context: &Context, i: usize, joint: usize) -> Option<i32> {
    let read = context.read;
    // Most words lead to no such figure.
    if read.is_word(joint) && !matches!(read.str(joint), "of" | "namely") {
        return None;
    }
    if let Some(year) = behind_its_year(context, i, joint) {
        return Some(year);
    }
    if read.str(joint) == "namely" && joint > 1 && read.is_mark(joint - 1, ',') && read.word_is(joint - 2, Class::YEAR) {
        return read.str(joint - 2).parse().ok();
    }
    let (bracket, of) = (read.is_mark(joint, '('), read.str(joint) == "of");
    if !bracket && !of {
        return None;
    }
    let possessive = joint > 2 && read.str(joint - 1) == "s" && !read.is_word(joint - 2);
    let named = matches!(read.str(joint.wrapping_sub(1)), "level" | "figure" | "total" | "value");
    // "twice the amount of 2011/12 (2.42 million)"
    let season = joint.checked_sub(3).filter(|_| bracket).and_then(|t| years_at(read, t));
    if let Some(years) = season.filter(|years| years.after == joint && years.last > years.first) {
        return years.dates();
    }
    let year = joint
        .checked_sub(if possessive {
            3
        } else if of && named {
            2
        } else {
            1
        })
        .filter(|t| read.word_is(*t, Class::YEAR))?;
    let from = |t: usize| {
        t > 0 && (read.word_is(t - 1, Class::FROM | Class::THAN) || read.str(t - 1) == "the" || matches!(read.str(t - 1), "in" | "to"))
    };
    (bracket || from(year)).then(|| read.str(year).parse().ok())?
}
