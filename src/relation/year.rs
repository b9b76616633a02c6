//! The year that a figure refers to: said in its clause, in its sentence, or the report's.

use super::Context;
use super::brackets::year_of_brackets;
use super::dated_heading::Headings;
use super::plan_year::{horizon, plan_end};
use super::step_rate::later_of_step;
use super::to_come::tells_later;
use super::told_year::{Dates, Told, Years};
use super::year_apart::{census_year, dated_behind_aside, is_of_year_before};
use super::year_behind::is_right_behind;
use super::year_beside::{bracketed_year, closing_year, goes_on, year_beside, year_of_list, year_of_pair};
use super::year_cue::began;
use super::year_from_to::{
    again_in_brackets, began_in_span, between_months, closed_in, closes_to_from, lasted, later_than, opened_at, opens_from_to, revised,
    said_in_brackets, span_of, within_one_year,
};
use crate::analysis::{Kind, Unit};
use crate::language::Class;
use crate::quantity::{Mention, years_at};
use std::ops::Range;

/// Tells the year of every figure.
pub(super) fn tell_years(context: &Context, report_year: Option<i32>, mentions: &mut [Mention]) {
    let Some(report) = report_year else { return };
    let headings = Headings::new(context, report);
    let years = Years::new(context, &headings, report);
    for i in 0..mentions.len() {
        let figure = context.before(i).end;
        let now = years.now(figure, report);
        let said = year_of_total(context, &years, mentions, i)
            .or_else(|| year_of_taken_up(context, &years, mentions, i))
            .or_else(|| said_year(context, &years, mentions, i, headings.written(figure).unwrap_or(now)))
            .or_else(|| year_beside(context, mentions, i))
            .or_else(|| closing_year(context, &years, mentions, i).filter(|year| *year <= now))
            .or_else(|| leads_to_level(context, mentions, i).and_then(|next| said_year(context, &years, mentions, next, now)))
            .or_else(|| mentions.get(i.checked_sub(1).filter(|p| context.continues_list(i) && !moved_from(context, *p))?)?.year)
            .or_else(|| goes_on(context, mentions, i))
            .or_else(|| headings.year(figure));
        if let Some(m) = mentions.get_mut(i) {
            m.year = said.or(Some(now));
        }
    }
}

/// "48 deaths in 2018, down from 52 in 2017. Of these, 28 were drivers": parts told in a sentence without a year are of the year of their total, not
/// of the one told last.
fn year_of_total(context: &Context, years: &Years, mentions: &[Mention], i: usize) -> Option<i32> {
    let this = mentions.get(i)?;
    let (total, _) = this.of.filter(|(total, rule)| *total < i && *rule == "of_which")?;
    let total = mentions.get(total).filter(|total| total.sentence < this.sentence)?;
    total.year.filter(|_| !years.tell_in(&context.sentence(i)))
}

/// "came to 18,400, compared with 16,000 the year before. This represents an increase of 15 per cent": a rise is of the year of the level that it led to.
fn year_of_taken_up(context: &Context, years: &Years, mentions: &[Mention], i: usize) -> Option<i32> {
    let this = mentions.get(i)?;
    let (level, _) = this.base.filter(|(level, rule)| *level < i && *rule == "taken_up")?;
    mentions.get(level)?.year.filter(|_| !years.tell_in(&context.sentence(i)))
}

fn said_year(context: &Context, years: &Years, mentions: &[Mention], i: usize, report: i32) -> Option<i32> {
    let this = mentions.get(i)?;
    let behind = behind_names(context, mentions, i);
    let (front, from) = years.around(context.before(i).end);
    // "last year's 4.9%", "the 2018 output of 45 tons"
    if let Some(told) = front.last().filter(|told| told.owns() && told.at >= context.before(i).start) {
        return Some(told.year);
    }
    // The end of what leads to the figure, hedges left out.
    let before = context.before(i);
    let joint = context.unhedged(i).checked_sub(1).filter(|t| *t >= before.start);
    if let Some(year) = joint.and_then(|owner| possessive(context, front, i, owner, report)) {
        return Some(year);
    }
    if is_of_year_before(context, mentions, i, joint) {
        return Some(report - 1);
    }
    if let Some(year) = census_year(context, i).or_else(|| year_of_brackets(context, i)) {
        return Some(year);
    }
    // "to 19.86 from 19.10 in 2018 (4.0 percent)": of the later. "36 per cent (1.04 billion)"
    let later = if this.kind == Kind::Growth { later_of_step(context, mentions, i) } else { None };
    if let Some(whole) = later.or_else(|| said_in_brackets(context, i)) {
        return mentions.get(whole)?.year;
    }
    let within = |range: Range<usize>| {
        from.iter()
            .skip_while(move |told| told.at < range.start)
            .take_while(move |told| told.at < range.end)
            .filter(|told| told.dates == Dates::Statement)
    };
    // "17% more than the revenue of 2010": the year of what it is compared with.
    // "a rise of 6% over the first quarter of 2019"
    let moves = matches!(this.kind, Kind::Growth | Kind::Change);
    let held = |t: usize| matches!(context.read.str(t), "over" | "below" | "above" | "short") && !context.read.word_is(t + 1, Class::YEAR);
    // "a rise of 0.9 percent on the record in 2007", "a 6.85% increase from the second quarter of 2019"
    let against = |t: usize| matches!(context.read.str(t), "on" | "from") && context.read.word_is(t + 1, Class::DETERMINER);
    let over = |t: usize| moves && t <= behind.start + 1 && (held(t) || against(t));
    let than = |t: usize| matches!(context.read.str(t), "than" | "compared" | "comparison" | "versus" | "against") || over(t);
    let compared = |told: &&Told| (behind.start..told.at).any(than);
    // "twice the number in 2010"
    let definite = |t: usize| context.read.word_is(t, Class::DETERMINER);
    // "half what it had been in 2010"
    let what = || this.in_words && context.read.str(behind.start) == "what";
    let multiple = || this.kind == Kind::Ratio && (definite(behind.start) || definite(context.end(i).saturating_sub(1))) || what();
    let own = within(behind.clone()).next().filter(|told| is_right_behind(context, told, behind.start) && !compared(told));
    let listed = context.continues_list(i) || context.next(i).is_some_and(|next| context.continues_list(next));
    let listed_year = if listed { year_of_pair(context, mentions, i) } else { None }
        .or_else(|| bracketed_year(context, i, joint?))
        .or_else(|| if listed && context.is_said(i, Class::YEAR) { year_of_list(context, i) } else { None });
    if listed_year.is_some() {
        return listed_year;
    }
    if let Some(year) = joint.and_then(|open| told_before_bracket(context, front, i, open)) {
        return Some(year);
    }
    if own.is_none() && says_now(context, this.kind, i) {
        return Some(report);
    }
    let from_to = context.leads_from(i) && (opens_from_to(context, mentions, i) || closes_to_from(context, mentions, i));
    if from_to {
        let printed = || within(behind.clone()).find(|told| told.printed).map(|told| told.year);
        let same = || {
            let off = within_one_year(context, mentions, i).or_else(|| revised(context, i).then_some(0))?;
            let later = later_than(context, mentions, i)?;
            let told = if later < i { mentions.get(later)?.year } else { said_year(context, years, mentions, later, report) };
            Some(told.unwrap_or(report) + off)
        };
        // "to bring spending up from 40 million to 60 million": what it is now.
        let planned = || later_than(context, mentions, i).and_then(|j| mentions.get(j)).is_some_and(|m| m.kind == Kind::Target);
        let months = || (between_months(context, i) || this.kind != Kind::Target && planned()).then_some(report);
        let span = || span_of(context, years, i).map(|(first, _)| first);
        let told = own.map(|told| told.year).or_else(|| began_in_span(context, i)).or_else(printed).or_else(same).or_else(months);
        // "rose in 2014, rising from 2.31 to 2.34 million": the year before that of the later.
        let before =
            || later_than(context, mentions, i).filter(|j| *j == i + 1).and_then(|j| said_year(context, years, mentions, j, report));
        let step = || closed_in(context, years, mentions, i, report).or_else(|| before().map(|year| year - 1)).or(Some(report - 1));
        return told.or_else(span).or_else(|| lasted(context, mentions, i).map(|n| report - n)).or_else(step);
    }
    if own.is_none()
        && within(behind.clone()).next().is_none()
        && let Some((_, last)) = opened_at(context, mentions, i).and_then(|first| span_of(context, years, first))
    {
        return Some(last);
    }
    // "45 tons, up from 40 tons": the year before.
    if let Some(previous) = context.previous(i).filter(|_| moved_from(context, i)) {
        let year = || mentions.get(previous).and_then(|m| m.year).unwrap_or(report);
        // "down from 40 tons five years ago"
        let dated = own.or_else(|| within(behind.clone()).find(|told| told.printed || told.at <= behind.start + AGO));
        // "in July" is of the same year, "in the last census" of any.
        let mut near = behind.start..behind.end.min(behind.start + PART);
        let same = near.any(|t| context.read.word_is(t, Class::MONTH) || matches!(context.read.str(t), "last" | "previous"));
        return dated.map(|told| told.year).or_else(|| Some(if same { year() } else { year() - 1 }));
    }
    if context.is_reference(i) && this.stands_alone() && this.kind == Kind::Level && earlier(context, i) {
        // "compared with 78 that it had won in 2011"
        let dated = own.or_else(|| within(behind.clone()).find(|told| told.printed && !compared(told)));
        return dated.map(|told| told.year).or_else(|| year_of_reference(context, from, i, behind.end)).or(Some(report - 1));
    }
    let near = || within(behind.start..behind.end.min(behind.start + NEAR)).filter(|told| !compared(told) && !multiple());
    let year_behind = || near().find(|told| told.printed).or_else(|| near().next());
    let told = own.or_else(|| year_in_front(context, front, i)).or_else(year_behind);
    match told {
        Some(told) if this.kind == Kind::Target => (told.year >= report).then_some(told.year),
        // What is told of a later year is dated by it, what was done for a later year is not.
        Some(told) => (told.year <= report || told.printed && !told.deadline && tells_later(context, told, i)).then_some(told.year),
        None if this.kind == Kind::Target => plan_end(context, i)
            .or_else(|| dated_behind_aside(context, from, i))
            .filter(|year| *year >= report)
            .or_else(|| horizon(context, mentions, i).map(|n| report + n)),
        None if matches!(this.kind, Kind::Growth | Kind::Change) => span_in_front(context, front, i),
        None => None,
    }
}

/// "from 16 in 1969 to a current level of 400", "by 2030, against 18.5% now": a word for the present beside the figure.
fn says_now(context: &Context, kind: Kind, i: usize) -> bool {
    // Most words do not end in these letters.
    let ends = |word: &str| matches!(word.as_bytes().last(), Some(b't' | b'y'));
    let now = |word: &str| ends(word) && matches!(word, "current" | "present" | "currently" | "today");
    let at = context.read.str(context.after(i).start);
    at == "now" || at == "still" && kind != Kind::Target || now(at) || context.near(i).any(|t| now(context.read.str(t)))
}

/// "compared with 115 cases in week 6 (week ending 11 February 2018)", "compared with 504, 362 and 38 million in 2017": the year of what is compared
/// with, in a bracket that opens at token `open` or behind the last of a list.
fn year_of_reference(context: &Context, from: &[Told], i: usize, open: usize) -> Option<i32> {
    let read = context.read;
    let printed = |range: Range<usize>| from.iter().find(|told| range.contains(&told.at) && told.printed).map(|told| told.year);
    let close = (open..open + ASIDE).find(|t| read.is_mark(open, '(') && read.is_mark(*t, ')'));
    close.and_then(|close| printed(open..close)).or_else(|| {
        let last = context.next(i).filter(|next| context.continues_list(*next)).map(|_| context.last_of_list(i))?;
        let behind = context.behind(last).start;
        printed(behind..behind + 2)
    })
}

/// Tokens of a bracket that dates what stands in front.
const ASIDE: usize = 9;

/// "half what it had been a decade earlier (7,600 tons)": the time that is told right in front of the bracket around figure `i`, which would open at
/// token `open`.
fn told_before_bracket(context: &Context, front: &[Told], i: usize, open: usize) -> Option<i32> {
    let read = context.read;
    if !read.is_mark(open, '(') || !read.is_mark(context.after(i).start, ')') {
        return None;
    }
    let told = front.last().filter(|told| !told.printed && told.at + read.phrase_len(told.at).max(1) == open)?;
    Some(told.year)
}

/// Tokens of "five years" in front of "ago".
const AGO: usize = 2;

/// Tokens behind a former value that may date it.
const PART: usize = 6;

/// "up from", "down from" right in front.
fn moved_from(context: &Context, i: usize) -> bool {
    context.leads_from(i) && context.lead(i).is_some_and(|t| t > 0 && matches!(context.read.str(t - 1), "up" | "down"))
}

/// "grew by 3 million over last year's 40 million": what belongs to a year by its distance.
fn possessive(context: &Context, front: &[Told], i: usize, owner: usize, report: i32) -> Option<i32> {
    let read = context.read;
    if read.str(owner) != "s" || context.before(i).len() < 4 || !matches!(read.str(owner - 1), "’" | "'") {
        return None;
    }
    let end = owner.checked_sub(2)?;
    if !matches!(read.str(end), "year" | "season") {
        return None;
    }
    match read.str(end.checked_sub(1)?) {
        "last" => Some(report - 1),
        "previous" | "preceding" | "prior" => {
            Some(front.last().filter(|told| told.at >= context.sentence(i).start).map_or(report, |told| told.year) - 1)
        }
        "this" | "current" => Some(report),
        _ => None,
    }
}

/// "will rise by 5 dollars to 409 dollars on 1 January": the level that a change leads to.
fn leads_to_level(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let changes =
        mentions.get(i).is_some_and(|m| matches!(m.kind, Kind::Change | Kind::Growth | Kind::Target)) && context.is_led_by(i, Class::RISE);
    let next = context.next(i).filter(|next| changes && context.gap(*next).len() <= 2)?;
    context.lead(next).is_some_and(|t| context.read.word_is(t, Class::TO)).then_some(next)
}

/// What stands behind figure `i` in its clause, over an abbreviation in brackets: "97 per cent of the domestic product (GDP) in 2002".
fn behind_names(context: &Context, mentions: &[Mention], i: usize) -> Range<usize> {
    let read = context.read;
    if let Some(again) = again_in_brackets(context, i) {
        let after = context.after(again);
        return context.head((after.start + 1).min(after.end)..after.end);
    }
    if let Some(time) = time_behind(context, mentions, i) {
        return context.behind(time);
    }
    let behind = context.behind(i);
    let short = read.is_mark(behind.end, '(')
        && read.is_mark(behind.end + 2, ')')
        && read.str(behind.end + 1).bytes().all(|b| b.is_ascii_alphabetic());
    let after = context.after(i);
    if short && behind.end + 3 <= after.end { behind.start..context.head(behind.end + 3..after.end).end } else { behind }
}

/// "45 tons in the first eight months of 2019", "40 tons ten years earlier": the time behind figure `i` that its year belongs to.
fn time_behind(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let time = context.next(i).filter(|next| mentions.get(*next).and_then(|m| m.unit).is_some_and(Unit::is_time))?;
    let gap = context.gap(time);
    let idle = |t: usize| {
        matches!(context.read.str(t), "in" | "during" | "over" | "for" | "the" | "last" | "past" | "only" | "same")
            || context.read.word_is(t, Class::ORDINAL)
    };
    (gap.len() <= 4 && gap.clone().all(idle)).then_some(time)
}

/// Whether the comparison is with an earlier year, and not with another place or a plan.
fn earlier(context: &Context, i: usize) -> bool {
    let read = context.read;
    let range = context.before(i).end..context.sentence(i).end.min(context.before(i).end + 14);
    read.find(range.clone(), Class::LAST_YEAR).is_some() || range.clone().any(|t| read.word_is(t, Class::YEAR) && !context.is_figure(t))
}

/// The nearest year in front that governs the figure: in its own clause, or at the beginning of a clause before it ("In 2011, ...").
fn year_in_front<'y>(context: &Context, front: &'y [Told], i: usize) -> Option<&'y Told> {
    let sentence = context.sentence(i).start;
    front.last().filter(|told| told.at >= sentence)?;
    let own_clause = clause_with_date(context, sentence, context.clause_before(i).start);
    // "sales rose in 2014, rising from 2.31 to 2.34 million": a participle goes on with what the clause in front dates.
    let goes_on = own_clause > sentence + 1
        && context.read.word_is(own_clause, Class::RISE)
        && context.read.str(own_clause).ends_with("ing")
        && context.read.is_mark(own_clause - 1, ',');
    let own_clause = if goes_on { context.tail(sentence..own_clause - 1).start } else { own_clause };
    // "at the end of 1937 the populations were: Ald 126,000, Brenn 100,000"
    let heads = |t: usize| {
        let colon = (sentence..own_clause).rev().find(|t| context.read.is_mark(*t, ':') || context.read.is_mark(*t, ')'));
        colon.filter(|t| context.read.is_mark(*t, ':')).is_some_and(|colon| context.tail(sentence..colon).contains(&t))
    };
    let gap = context.gap(i);
    // "and for 1951, 14,700": nothing but the comma between the year and the figure.
    let leads = |t: usize| {
        gap.contains(&t) && context.read.is_mark(gap.end - 1, ',') && years_at(context.read, t).is_some_and(|y| y.after + 1 == gap.end)
    };
    // "it was 5 in 1951, when 14,700 had come".
    let before = |t: usize| own_clause > sentence && t + 5 > own_clause && matches!(context.read.str(own_clause), "when" | "where");
    let figure = context.before(i).end;
    let opens = |t: usize| opens_clause(context, sentence, t) && !closed_bracket(context, t, figure);
    // "from 12% of output in 2018 to 9% of output in 2019": a year in front of "to" is that of the first.
    let leads_by = |j: usize, class: Class| context.lead(j).is_some_and(|t| context.read.word_is(t, class));
    let second = || leads_by(i, Class::TO) && context.previous(i).is_some_and(|p| context.leads_from(p));
    let foreign = |t: usize| founded(context, t, figure) || context.before(i).contains(&t) && second();
    let in_reach = |t: usize| {
        if t >= own_clause {
            !foreign(t)
        } else {
            opens(t) || closes_subject(context, sentence, t) || context.colon(i).is_some() && heads(t)
        }
    };
    let governs = |t: usize| in_reach(t) && !context.dates_figure(t) || leads(t) || before(t);
    front.iter().rev().take_while(|told| told.at >= sentence).find(|told| !told.owns() && governs(told.at))
}

/// "The share below the line in 2005 was 42 per cent in Ald, 26 in Brenn, and 37 in all": the year in the subject of the sentence, right in front of its
/// verb, dates what the verb states.
fn closes_subject(context: &Context, sentence: usize, t: usize) -> bool {
    let read = context.read;
    let subject = sentence..t;
    let verb = years_at(read, t).is_some_and(|years| matches!(read.str(years.after), "was" | "were" | "stood"));
    let dated = t > sentence && matches!(read.str(t - 1), "in" | "for" | "during");
    verb && dated && !read.classes(subject.clone()).intersects(Class::AUXILIARY) && read.find_word(subject, Class::CLAUSE_END).is_none()
}

/// Where the clause begins that goes on at token `clause` behind the comma of a date: "taken by census on May 8, 1931, was 35,821".
fn clause_with_date(context: &Context, sentence: usize, clause: usize) -> usize {
    let read = context.read;
    let date = clause >= sentence + 4
        && read.is_mark(clause - 1, ',')
        && read.word_is(clause - 2, Class::YEAR)
        && (read.is_mark(clause - 3, ',') || read.word_is(clause - 3, Class::MONTH));
    let goes_on = date && read.word_is(clause, Class::AUXILIARY | Class::VERB);
    if goes_on { context.tail(sentence..clause - 3).start } else { clause }
}

/// Whether token `t` stands in a bracket that is closed before token `end`.
fn closed_bracket(context: &Context, t: usize, end: usize) -> bool {
    let mark = |j: &usize| context.ends_clause(*j) && (context.read.is_mark(*j, '(') || context.read.is_mark(*j, ')'));
    let bracket = (t..end.min(t + BRACKET)).find(mark);
    bracket.is_some_and(|j| context.read.is_mark(j, ')'))
}

/// Tokens of a bracket that tells years.
const BRACKET: usize = 12;

/// "the portal was launched in 2018 and serves 45 banks": the year in which a thing began, where what it is or does follows.
fn founded(context: &Context, t: usize, end: usize) -> bool {
    let read = context.read;
    let verb = t > 1 && read.str(t - 1) == "in" && (began(read.str(t - 2)) || t > 2 && began(read.str(t - 3)));
    let present = |j: usize| matches!(read.str(j), "has" | "have" | "is" | "are" | "now");
    let serves = || read.str(t + 2).ends_with('s') && !read.word_is(t + 2, Class::PEOPLE | Class::HOUSEHOLDS | Class::PLACE);
    // "A hospital opened in 2013 has 41 beds"
    let has = || t > 2 && t + 1 < end && present(t + 1) && !matches!(read.str(t - 3), "was" | "were" | "been");
    verb && (read.word_is(t + 1, Class::AND) && (serves() || (t + 2..end.min(t + 8)).any(present)) || has())
}

/// Tokens behind a figure within which its year may stand.
const NEAR: usize = 12;

/// Whether the clause of token `t` begins with the phrase that holds it: no verb and few words before it.
fn opens_clause(context: &Context, sentence: usize, t: usize) -> bool {
    // "There was great growth and at the end of 1937 the towns were": an adverbial behind "and" opens what follows.
    let start = context.tail(sentence..t).start;
    // "6.114 At the time of"
    let start = start
        + usize::from(
            start == sentence && context.read.word_is(start, Class::DIGITS) && context.read.is_word(start + 1) && !context.is_figure(start),
        );
    let joint = (start.max(t.saturating_sub(OPENING))..t).rev().find(|j| context.read.word_is(*j, Class::AND));
    let start = joint.filter(|j| context.read.word_is(*j + 1, Class::PREPOSITION)).map_or(start, |j| j + 1);
    // "After the flood of 28 September 2018, it was found that": what is said came later.
    if matches!(context.read.str(start), "After" | "Following") {
        return false;
    }
    let adverbial = matches!(context.read.str(start), "At" | "In" | "On" | "During" | "By" | "Until");
    t.saturating_sub(start) <= if adverbial { LONG_OPENING } else { OPENING }
        && context.read.find(start..t, Class::VERB | Class::AUXILIARY).is_none()
        && !(start > sentence && is_participle(context.read.str(start)))
        // "Five years earlier": the time is a figure, too.
        && !(start..t).any(|j| context.is_figure(j) && !(j + 3 > t && matches!(context.read.str(t), "earlier" | "ago" | "before" | "previously")))
}

/// "founded in 1995", "relating to FY 2023/24".
fn is_participle(word: &str) -> bool {
    word.ends_with("ed") || word.ends_with("ing") && !matches!(word, "during" | "beginning")
}

/// Words of an adverbial that dates a clause: "As of the end of December".
const OPENING: usize = 7;

/// And of one that a preposition begins: "At the time of the opening of the line in August 2018".
const LONG_OPENING: usize = 12;

/// "grew by 11.5% between 2009 and 2018, while spending increased by 10%": the end of the span of years that the sentence has told.
fn span_in_front(context: &Context, front: &[Told], i: usize) -> Option<i32> {
    let sentence = context.sentence(i).start;
    front.last().filter(|told| told.at >= sentence && told.since.is_some()).map(|told| told.year)
}
