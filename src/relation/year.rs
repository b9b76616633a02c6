//! The year that a figure refers to: said in its clause, in its sentence, or the report's.

use super::Context;
use crate::analysis::Kind;
use crate::language::{Class, ReadText};
use crate::quantity::{Mention, years_at};
use crate::text::lowered;
use std::ops::Range;

/// Tells the year of every figure.
pub(super) fn tell_years(context: &Context, report_year: Option<i32>, mentions: &mut [Mention]) {
    let Some(report) = report_year else { return };
    let years = Years::new(context, report);
    let mut heading = None;
    for i in 0..mentions.len() {
        let said = said_year(context, &years, mentions, i, report)
            .or_else(|| year_of_base(context, mentions, i))
            .or_else(|| mentions.get(i.checked_sub(1).filter(|_| context.continues_list(i))?)?.year)
            .or_else(|| year_of_heading(context, i, &mut heading));
        if let Some(m) = mentions.get_mut(i) {
            m.year = said.or(report_year);
        }
    }
}

/// "4,600 in 2010, accounting for 14% of the total": a share without a year is of the year of what it says again.
fn year_of_base(context: &Context, mentions: &[Mention], i: usize) -> Option<i32> {
    let this = mentions.get(i).filter(|m| m.kind == Kind::Share)?;
    let base = this.base.map(|(base, _)| base).filter(|base| base + 1 == i && context.previous(i) == Some(*base))?;
    mentions.get(base)?.year
}

/// "Revised estimates for 2018-19": the year that the heading above a figure tells. `last` keeps the heading looked at last with its year.
fn year_of_heading(context: &Context, i: usize, last: &mut Option<(Range<usize>, Option<i32>)>) -> Option<i32> {
    let heading = context.topic_start(i)?;
    if let Some((_, year)) = last.as_ref().filter(|(of, _)| *of == heading) {
        return *year;
    }
    // A heading has its line for itself.
    let alone = context.read.tokens.get(heading.end).is_none_or(|t| t.span.is_empty());
    let year = heading.clone().rev().filter(|_| alone).find_map(|t| years_at(context.read, t)).and_then(|years| years.dates());
    *last = Some((heading, year));
    year
}

/// The years that a section's text tells, in order.
struct Years(Vec<Told>);

/// A year at a token.
#[derive(Clone, Copy)]
struct Told {
    at: usize,
    year: i32,
    /// Printed in digits, not told by its distance from the report's.
    printed: bool,
    /// Only the end of the time for something: "by 2030", "from 2018 to 2030".
    deadline: bool,
}

impl Years {
    fn new(context: &Context, report: i32) -> Self {
        let read = context.read;
        let mut years = Vec::new();
        let mut next = 0;
        while let Some(at) = read.find_either(next..read.tokens.len(), Class::DIGITS, Class::LAST_YEAR | Class::NEXT_YEAR) {
            next = at + 1;
            let printed = read.word_is(at, Class::DIGITS);
            let year = if printed { dated(context, at) } else { told_year(context, at, report) };
            let deadline =
                || at > 0 && matches!(read.str(cue_of_year(read, at - 1, true)), "by" | "until" | "till" | "before" | "to" | "and");
            years.extend(year.map(|year| Told { at, year, printed, deadline: deadline() }));
        }
        Self(years)
    }

    /// The years in front of a token, and those from it on.
    fn around(&self, t: usize) -> (&[Told], &[Told]) {
        self.0.split_at(self.0.partition_point(|told| told.at < t))
    }
}

fn said_year(context: &Context, years: &Years, mentions: &[Mention], i: usize, report: i32) -> Option<i32> {
    let this = mentions.get(i)?;
    let behind = context.behind(i);
    let (front, from) = years.around(context.before(i).end);
    let within =
        |range: Range<usize>| from.iter().skip_while(move |told| told.at < range.start).take_while(move |told| told.at < range.end);
    let own = within(behind.clone()).next().filter(|told| told.at < adverbial_end(context, behind.start) + 2);
    if let Some(year) = bracketed_year(context, i) {
        return Some(year);
    }
    if opens_from_to(context, mentions, i) || closes_to_from(context, mentions, i) {
        let printed = || within(behind.clone()).find(|told| told.printed).map(|told| told.year);
        return own.map(|told| told.year).or_else(|| began(context, i)).or_else(printed).or(Some(report - 1));
    }
    if context.is_reference(i) && this.stands_alone() && this.kind == Kind::Level && earlier(context, i) {
        return own.map(|told| told.year).or(Some(report - 1));
    }
    let near = || within(behind.start..behind.end.min(behind.start + NEAR));
    let year_behind = || near().find(|told| told.printed).or_else(|| near().next());
    let told = own.or_else(|| year_in_front(context, front, i)).or_else(year_behind);
    match told {
        Some(told) if this.kind == Kind::Target => (told.year >= report).then_some(told.year),
        // What is told of a later year is dated by it, what was done for a later year is not.
        Some(told) => (told.year <= report || told.printed && !told.deadline).then_some(told.year),
        None if this.kind == Kind::Target => plan_end(context, i).filter(|year| *year >= report),
        None => None,
    }
}

/// Where "at the end of" ends, if it begins at token `t`: at its last word but one.
fn adverbial_end(context: &Context, t: usize) -> usize {
    let read = context.read;
    let idle = |j: &usize| {
        matches!(
            read.str(*j),
            "at" | "by" | "as" | "in" | "of" | "the" | "end" | "beginning" | "close" | "FY" | "Q" | "H" | "fiscal" | "financial" | "year"
        ) || read.word_is(*j, Class::MONTH)
            || read.is_mark(*j, '-') && !read.tokens.get(*j).is_some_and(|token| token.spaced)
            || read.word_is(*j, Class::DIGITS) && read.str(*j).len() == 1 && !context.is_figure(*j)
    };
    t + (t..t + 6).take_while(idle).count().saturating_sub(1)
}

/// Whether the comparison is with an earlier year, and not with another place or a plan.
fn earlier(context: &Context, i: usize) -> bool {
    let read = context.read;
    let range = context.before(i).end..context.sentence(i).end.min(context.before(i).end + 14);
    read.find(range.clone(), Class::LAST_YEAR).is_some() || range.clone().any(|t| read.word_is(t, Class::YEAR) && !context.is_figure(t))
}

/// The nearest year in front that governs the figure: in its own clause, or at the beginning of a clause before it ("In 2011, ...").
fn year_in_front<'y>(context: &Context, front: &'y [Told], i: usize) -> Option<&'y Told> {
    let own_clause = context.clause_before(i).start;
    let sentence = context.sentence(i).start;
    let gap = context.gap(i);
    // "and for 1951, 14,700": nothing but the comma between the year and the figure.
    let leads = |t: usize| {
        gap.contains(&t) && context.read.is_mark(gap.end - 1, ',') && years_at(context.read, t).is_some_and(|y| y.after + 1 == gap.end)
    };
    // "it was 5 in 1951, when 14,700 had come".
    let when = own_clause > sentence && matches!(context.read.str(own_clause), "when" | "where");
    let before = |t: usize| when && t + 5 > own_clause;
    let figure = context.before(i).end;
    let opens = |t: usize| opens_clause(context, sentence, t) && !closed_bracket(context, t, figure);
    // "from 12% of output in 2018 to 9% of output in 2019": a year in front of "to" is that of the first.
    let leads_by = |j: usize, class: Class| context.lead(j).is_some_and(|t| context.read.word_is(t, class));
    let second = leads_by(i, Class::TO) && context.previous(i).is_some_and(|p| context.leads_from(p));
    let own = |t: usize| t >= own_clause && !founded(context, t, figure) && !(second && gap.contains(&t));
    let governs = |t: usize| (own(t) || t < own_clause && opens(t)) && !context.dates_figure(t) || leads(t) || before(t);
    front.iter().rev().take_while(|told| told.at >= sentence).find(|told| governs(told.at))
}

/// Whether token `t` stands in a bracket that is closed before token `end`.
fn closed_bracket(context: &Context, t: usize, end: usize) -> bool {
    let bracket = (t..end.min(t + BRACKET)).find(|j| context.read.is_mark(*j, '(') || context.read.is_mark(*j, ')'));
    bracket.is_some_and(|j| context.read.is_mark(j, ')'))
}

/// Tokens of a bracket that tells years.
const BRACKET: usize = 12;

/// "the portal was launched in 2018 and serves 45 banks": the year in which a thing began, where what it is or does follows.
fn founded(context: &Context, t: usize, end: usize) -> bool {
    let read = context.read;
    let began = |word: &str| {
        matches!(
            word,
            "built"
                | "founded"
                | "established"
                | "launched"
                | "opened"
                | "commissioned"
                | "constructed"
                | "introduced"
                | "created"
                | "formed"
                | "inaugurated"
                | "incorporated"
                | "adopted"
                | "enacted"
                | "born"
                | "rolled"
        )
    };
    let verb = t > 1 && read.str(t - 1) == "in" && (began(read.str(t - 2)) || t > 2 && began(read.str(t - 3)));
    let present = |j: usize| matches!(read.str(j), "has" | "have" | "is" | "are" | "now");
    let serves = || read.str(t + 2).ends_with('s') && !read.word_is(t + 2, Class::PEOPLE | Class::HOUSEHOLDS | Class::PLACE);
    verb && read.word_is(t + 1, Class::AND) && (serves() || (t + 2..end.min(t + 8)).any(present))
}

/// Tokens behind a figure within which its year may stand.
const NEAR: usize = 8;

/// "Last year the mill ...", "in the previous year", "next year": a year told by its distance, where nothing is compared with it.
fn told_year(context: &Context, t: usize, report: i32) -> Option<i32> {
    let read = context.read;
    let distance = match read.entry(t, Class::LAST_YEAR | Class::NEXT_YEAR)?.0.classes {
        c if c.contains(Class::NEXT_YEAR) => 1,
        _ => -1,
    };
    let before = t.checked_sub(1).map(|b| if read.str(b) == "the" { b.saturating_sub(1) } else { b });
    let compared = before.is_some_and(|b| {
        read.word_is(b, Class::THAN | Class::OVER | Class::FROM)
            || matches!(read.str(b), "with" | "to" | "on" | "as" | "since" | "against")
            || matches!(read.str(b), "of" | "in")
                && b > 0
                && (read.word_is(b - 1, Class::THAN)
                    || matches!(read.str(b - 1), "that" | "those" | "period" | "end" | "half" | "figure" | "level" | "value" | "total"))
    });
    (!compared).then_some(report + distance)
}

/// Whether the clause of token `t` begins with the phrase that holds it: no verb and few words before it.
fn opens_clause(context: &Context, sentence: usize, t: usize) -> bool {
    let start = context.tail(sentence..t).start;
    t - start <= OPENING
        && context.read.find(start..t, Class::VERB | Class::AUXILIARY).is_none()
        && !(start > sentence && is_participle(context.read.str(start)))
        && !(start..t).any(|j| context.is_figure(j))
}

/// "founded in 1995", "relating to FY 2023/24".
fn is_participle(word: &str) -> bool {
    word.ends_with("ed") || word.ends_with("ing") && !matches!(word, "during" | "beginning")
}

/// Words of an adverbial that dates a clause: "As of the end of December".
const OPENING: usize = 7;

/// Tokens between the figures of "from 300 pounds a head in 2007 to 450".
const FROM_TO: usize = 12;

/// "from 45% to 22%": the first value is the earlier one.
fn opens_from_to(context: &Context, mentions: &[Mention], i: usize) -> bool {
    let read = context.read;
    let before = context.before(i);
    let from = context.leads_from(i);
    // "ranged from 28% in one town to 61% in another" tells no earlier value.
    let ranges = before.len() > 1
        && matches!(read.str(before.end - 2), "ranged" | "ranging" | "ranges" | "range" | "varied" | "varying" | "varies" | "vary");
    let Some(next) = context.next(i).filter(|_| from && !ranges) else { return false };
    let gap = context.before(next);
    let to = gap.end > gap.start && gap.len() <= FROM_TO && read.word_is(gap.end - 1, Class::TO);
    let moves = read.find(context.sentence(i).start..before.end, Class::RISE | Class::VERB).is_some()
        || read.find(context.after(next), Class::RISE).is_some();
    to && moves && mentions.get(next).is_some_and(|n| n.unit == mentions.get(i).and_then(|m| m.unit))
}

/// "rose to 10,840 tonnes from 9,920 tonnes": the second value is the earlier one.
fn closes_to_from(context: &Context, mentions: &[Mention], i: usize) -> bool {
    let read = context.read;
    let from = context.leads_from(i);
    let Some(previous) = context.previous(i).filter(|_| from) else { return false };
    let to = context.lead(previous).is_some_and(|t| read.word_is(t, Class::TO));
    let moves = read.find(context.before(previous), Class::RISE | Class::VERB).is_some();
    to && moves && context.gap(i).len() <= 5 && mentions.get(previous).map(|m| m.unit) == mentions.get(i).map(|m| m.unit)
}

/// "Under the road map (2017-22) the yield is to reach 35 quintals": a plan without a date of its own ends with its period.
fn plan_end(context: &Context, i: usize) -> Option<i32> {
    let read = context.read;
    let front = context.sentence(i).start..context.before(i).end;
    let dash = |t: usize| matches!(read.str(t), "-" | "–" | "—");
    let first = front.rev().find(|t| read.word_is(*t, Class::YEAR) && dash(t + 1) && !context.is_figure(*t))?;
    let end = read.str(first + 2);
    let century = read.str(first).get(..2)?;
    if read.word_is(first + 2, Class::YEAR) { end.parse().ok() } else { format!("{century}{end}").parse().ok().filter(|_| end.len() == 2) }
}

/// "as many as in 2020 (11)", "up from 2019's (11)", "from the 2019 level of 11", "from 2019 of 11": a figure right behind its year.
fn bracketed_year(context: &Context, i: usize) -> Option<i32> {
    let read = context.read;
    let joint = context.lead(i)?;
    let (bracket, of) = (read.is_mark(joint, '('), read.str(joint) == "of");
    let possessive = joint > 2 && read.str(joint - 1) == "s" && !read.is_word(joint - 2);
    let named = matches!(read.str(joint.wrapping_sub(1)), "level" | "figure" | "total" | "value");
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
    (bracket || of && from(year)).then(|| read.str(year).parse().ok())?
}

/// "fell between 2018 and 2022, from 4,080": the first year of the span that the sentence names.
fn began(context: &Context, i: usize) -> Option<i32> {
    let read = context.read;
    let span = context.sentence(i).start..context.before(i).end;
    let year = |t: usize| read.word_is(t, Class::YEAR) && !context.is_figure(t);
    let first = span.rev().find(|t| year(*t) && year(t + 2) && (read.str(t + 1) == "and" || read.word_is(t + 1, Class::TO)))?;
    read.str(first).parse().ok()
}

/// A year at token `t` that dates a statement, rather than naming a reference ("over 2011") or a period's end.
fn dated(context: &Context, t: usize) -> Option<i32> {
    let read = context.read;
    if context.is_figure(t) {
        return None;
    }
    let years = years_at(read, t)?;
    let before = cue_of_year(read, t.checked_sub(1)?, years.last > years.first);
    let named = before + 1 < t;
    // "between October 2018 and October 2019", "from March 2018 to May 2019": the first of two.
    let month = usize::from(before > 0 && read.word_is(before, Class::MONTH));
    let opens = read.word_is(before - month, Class::FROM | Class::BETWEEN);
    let reference = opens
        || read.word_is(before, Class::THAN | Class::OVER)
        || matches!(read.str(before), "of" | "in")
            && before > 2
            && (read.word_is(before - 1, Class::THAN) || matches!(read.str(before - 1), "that" | "figure" | "as"));
    let behind_dash = matches!(read.str(before), "-" | "–" | "—");
    // "end-2018", "mid-2018"
    let last_of_year = behind_dash && before > 0 && matches!(read.str(before - 1), "end" | "mid" | "early" | "late");
    let of = read.str(before) == "of"
        && before > 0
        && (read.word_is(before - 1, Class::MONTH)
            || matches!(read.str(before - 1), "end" | "beginning" | "start" | "year" | "spring" | "half" | "quarter" | "close" | "months"));
    // "In the same period of 2018, it was 16.7 percent": no comparison.
    let same = read.str(before) == "of"
        && before > 3
        && read.str(before - 1) == "period"
        && matches!(read.str(before - 4), "in" | "In")
        && !(before > 4 && read.word_is(before - 5, Class::THAN));
    let of = of || same;
    // "from 2010 to 2015", "in 2018 and 2019", "between 2014-15 and 2025-26": the later year dates.
    let later = (read.word_is(before, Class::TO) || read.str(before) == "and") && before > 1 && ends_year(read, before - 1);
    let cue = of
        || later
        || named
        || years.last > years.first && matches!(read.str(years.after), "season" | "budget" | "crop" | "harvest" | "campaign")
        || lowered(read.str(before), |word| matches!(word, "in" | "by" | "during" | "year" | "for" | "until" | "fy"))
        || read.is_mark(years.after, ':') && opens_bracket(read, t)
        || last_of_year
        || read.str(before) == "of" && before > 0 && context.is_figure(before - 1)
        || read.is_mark(before, ',') && before > 1 && read.word_is(before - 2, Class::MONTH)
        || read.word_is(before, Class::MONTH);
    if reference || behind_dash && !last_of_year || !cue {
        return None;
    }
    years.dates()
}

/// "(2023: 45)", "(H1 2023: 45)", "(Q3 FY 2023: 45)": whether a bracket opens a few tokens before token `t`.
fn opens_bracket(read: &ReadText, t: usize) -> bool {
    (t.saturating_sub(4)..t).any(|j| read.is_mark(j, '(') || read.is_mark(j, ';'))
}

/// The token that leads to a year: in front of "FY", "the fiscal year", "the" before a `span` of years, which end at token `t`.
fn cue_of_year(read: &ReadText, t: usize, span: bool) -> usize {
    let mut at = t;
    let names_year = |at: usize| {
        lowered(read.str(at), |word| matches!(word, "fy" | "fye" | "ay" | "my" | "sy" | "year" | "fiscal" | "financial" | "school"))
    };
    while at > 0 && (names_year(at) || read.str(at) == "the" && (at < t || span)) {
        at -= 1;
    }
    at
}

/// Whether a year, or a span of years, ends at token `t`.
fn ends_year(read: &ReadText, t: usize) -> bool {
    (t.saturating_sub(2)..=t).any(|first| years_at(read, first).is_some_and(|years| years.after == t + 1))
}
