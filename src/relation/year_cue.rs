//! Which of the years printed in a text date a statement, a noun or a figure, by the words in front and behind.

use super::Context;
use super::told_year::{Dates, figure_of, possessed};
use crate::language::{Class, ReadText};
use crate::quantity::{date_year, years_at};
use crate::text::lowered;

/// A year at token `t` that dates a statement, rather than naming a reference ("over 2011") or a period's end.
pub(super) fn dated(context: &Context, t: usize, report: i32) -> Option<i32> {
    let read = context.read;
    if context.is_figure(t) {
        return None;
    }
    // "at 30.6.38"
    if let Some(year) = date_year(read, t, report) {
        return t.checked_sub(1).filter(|b| lowered(read.str(*b), |word| matches!(word, "at" | "on" | "by" | "of" | "in"))).and(Some(year));
    }
    let years = years_at(read, t)?;
    if is_decade(read, t) {
        let led = |b: usize| lowered(read.str(b), |word| matches!(word, "in" | "during" | "until" | "till"));
        return years.dates().filter(|_| t > 1 && read.str(t - 1) == "the" && led(t - 2));
    }
    if is_subject(read, t, years.after) {
        return years.dates();
    }
    let before = cue_of_year(read, t.checked_sub(1)?, years.last > years.first);
    let named = before + 1 < t;
    // "between October 2018 and October 2019", "from March 2018 to May 2019": the first of two.
    let month = usize::from(before > 0 && read.word_is(before, Class::MONTH));
    let opens = read.word_is(before - month, Class::FROM | Class::BETWEEN);
    let as_of = read.str(before) == "of" && before > 0 && lowered(read.str(before - 1), |word| word == "as");
    let over = read.str(before) == "over" && !rises_over(context, before, years.after);
    let reference = opens && years.last <= years.first + 1
        || read.word_is(before, Class::THAN | Class::OVER) && !over
        || matches!(read.str(before), "of" | "in")
            && before > 2
            && !as_of
            && (read.word_is(before - 1, Class::THAN) || matches!(read.str(before - 1), "that" | "figure" | "as"));
    let behind_dash = matches!(read.str(before), "-" | "–" | "—");
    // "end-2018", "mid-2018"
    let last_of_year = behind_dash && before > 0 && matches!(read.str(before - 1), "end" | "mid" | "early" | "late");
    let part = || before > 0 && is_part_of_year(read, over_short_name(read, before - 1));
    // "In the same period of 2018, it was 16.7 percent": no comparison.
    let same = || {
        before > 3
            && read.str(before - 1) == "period"
            && matches!(read.str(before - 4), "in" | "In")
            && !(before > 4 && read.word_is(before - 5, Class::THAN))
    };
    // "the census of 2011", "lost in the flood of 2013"
    let event = || before > 1 && is_event(read, before - 1);
    let of = || read.str(before) == "of" && (as_of || same() || part() || event());
    // "in the five years to 2012"
    let stretch = read.word_is(before, Class::TO) && before > 0 && matches!(read.str(before - 1), "years" | "year" | "months" | "decade");
    // "from 2010 to 2015", "in 2018 and 2019", "between 2014-15 and 2025-26": the later year dates.
    let later = (read.word_is(before, Class::TO) || read.str(before) == "and") && before > 1 && ends_year(read, before - 1);
    // "November 18th, 1931"
    let ordinal = read.is_mark(before, ',')
        && before > 3
        && !read.is_mark(before - 1, ',')
        && read.find_word(before - 3..before, Class::MONTH).is_some();
    if let Some(year) = end_of_years(read, before + 1, (years.first, years.last), report) {
        return Some(year);
    }
    let cue = lowered(read.str(before), |word| matches!(word, "in" | "by" | "during" | "year" | "for" | "until" | "till" | "fy"))
        || of()
        || over
        || ordinal
        || later
        || stretch
        || named
        // "2013: 38 ships; 2014: 41 ships"
        || read.is_mark(years.after, ':') && opens_statement(read, t)
        || years.last > years.first && matches!(read.str(years.after), "season" | "budget" | "crop" | "harvest" | "campaign")
        || read.is_mark(years.after, ':') && opens_bracket(read, t)
        || last_of_year
        // "in Q1 2020", "by end 2020"
        || is_part_of_year(read, before)
        || read.str(before) == "of" && before > 0 && context.is_figure(before - 1)
        || read.is_mark(before, ',') && before > 1 && read.word_is(before - 2, Class::MONTH)
        || read.word_is(before, Class::MONTH);
    // "Compared to FY2017", "relative to fiscal 2017".
    let beside =
        named && !later && matches!(read.str(before), "to" | "with" | "against" | "on" | "versus" | "since" | "below" | "above" | "vs");
    if reference || beside || opens_comparison(read, t) || behind_dash && !last_of_year || !cue || since_began(context, before) {
        return None;
    }
    years.dates()
}

/// Whether token `t` names what happens or is counted once, and nothing is compared with it: "the census of", but "since the flood of".
fn is_event(read: &ReadText, t: usize) -> bool {
    let event = lowered(read.str(t), |word| {
        let one = word.strip_suffix('s').unwrap_or(word);
        matches!(one, "census" | "censu" | "survey" | "harvest" | "crop" | "campaign" | "election" | "flood" | "drought" | "earthquake")
            || matches!(one, "count" | "inventory" | "storm" | "cyclone" | "hurricane" | "referendum" | "famine" | "fire" | "strike")
    });
    let article = t.checked_sub(1).map_or(t, |a| if read.word_is(a, Class::DETERMINER) { a } else { t });
    let lead = article.checked_sub(1);
    let compared = |l: usize| {
        read.word_is(l, Class::THAN | Class::OVER | Class::FROM)
            || lowered(read.str(l), |word| {
                matches!(word, "since" | "after" | "before" | "until" | "following" | "on" | "with" | "to" | "as" | "below" | "above")
            })
    };
    // "three times as many as in the earthquake of 2005"
    let held = |l: usize| read.str(l) == "in" && l > 0 && (read.str(l - 1) == "as" || read.word_is(l - 1, Class::THAN));
    event && !lead.is_some_and(|l| compared(l) || held(l))
}

/// Whether token `t` begins a statement.
fn opens_statement(read: &ReadText, t: usize) -> bool {
    t.checked_sub(1).is_none_or(|front| read.is_mark(front, '.') || read.is_mark(front, ';') || read.is_break(front))
}

/// "Compared to the census in 2002, the herd grew": what the sentence is held against, up to its comma.
fn opens_comparison(read: &ReadText, t: usize) -> bool {
    let start = (t.saturating_sub(COMPARISON)..t).rev().take_while(|j| read.is_word(*j)).last();
    start.is_some_and(|start| matches!(read.str(start), "Compared" | "Relative") && matches!(read.str(start + 1), "to" | "with"))
        && years_at(read, t).is_some_and(|years| read.is_mark(years.after, ','))
}

/// Tokens from the comparison that opens a sentence to its year.
const COMPARISON: usize = 10;

/// "the 1960s"
fn is_decade(read: &ReadText, t: usize) -> bool {
    read.str(t + 1) == "s" && read.tokens.get(t + 1).is_some_and(|token| !token.spaced)
}

/// Whether token `t` names a part of a year: "quarter", "January", the digit of "Q1".
fn is_part_of_year(read: &ReadText, t: usize) -> bool {
    read.word_is(t, Class::MONTH)
        || lowered(read.str(t), |word| {
            matches!(
                word,
                "end"
                    | "beginning"
                    | "start"
                    | "year"
                    | "spring"
                    | "summer"
                    | "autumn"
                    | "winter"
                    | "season"
                    | "half"
                    | "quarter"
                    | "close"
                    | "months"
                    | "month"
                    | "semester"
                    | "sem"
                    | "trimester"
                    | "term"
                    | "weeks"
                    | "quarters"
                    | "middle"
                    | "course"
                    | "early"
                    | "late"
            )
        })
        || t > 0 && read.word_is(t, Class::DIGITS) && matches!(read.str(t - 1), "Q" | "H" | "week" | "Week" | "quarter" | "month")
}

/// The token in front of the short name in brackets that ends at token `t`: "the first quarter (Q1)".
fn over_short_name(read: &ReadText, t: usize) -> usize {
    let open = (t.saturating_sub(3)..t).rev().find(|j| read.is_mark(*j, '(')).filter(|_| read.is_mark(t, ')'));
    open.and_then(|open| open.checked_sub(1)).unwrap_or(t)
}

/// "Since its inception in April 2021, the scheme has", "since 15 March 2017", "since the end of June 2012": the year that leads at token `t` is
/// that from which on something is told.
fn since_began(context: &Context, t: usize) -> bool {
    let read = context.read;
    let clause = context.tail(t.saturating_sub(SINCE)..t);
    let since = clause.clone().find(|j| read.str(*j).eq_ignore_ascii_case("since"));
    let of_date = |j: usize| {
        read.word_is(j, Class::MONTH | Class::DIGITS | Class::ORDINAL | Class::DETERMINER)
            || matches!(read.str(j), "of" | "end" | "beginning" | "start" | "early" | "late" | "mid" | "st" | "nd" | "rd" | "th" | "-")
    };
    since.is_some_and(|since| (since + 1..t).any(|j| began(read.str(j))) || (since + 1..=t).all(of_date))
}

/// Tokens between "since" and the year in which a thing began.
const SINCE: usize = 12;

/// A word for the beginning of a thing.
pub(super) fn began(word: &str) -> bool {
    matches!(
        word,
        "inception"
            | "launch"
            | "start"
            | "introduction"
            | "establishment"
            | "foundation"
            | "founding"
            | "creation"
            | "opening"
            | "adoption"
            | "beginning"
            | "outbreak"
            | "peak"
            | "onset"
            | "independence"
            | "rollout"
            | "commencement"
            | "began"
            | "started"
            | "commenced"
            | "built"
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
}

/// "fell by 9.9% between 2010-2019", "(2.1%, 2000-2009)": what went on in a span of years that is over is of the last of them.
fn end_of_years(read: &ReadText, t: usize, (first, last): (i32, i32), report: i32) -> Option<i32> {
    let cue = t.checked_sub(1)?;
    let led = read.word_is(cue, Class::BETWEEN | Class::FROM | Class::OVER)
        || lowered(read.str(cue), |word| matches!(word, "during" | "," | "in"));
    (last > first + 1 && last <= report && led).then_some(last)
}

/// "2020 saw exports of 5 million", "But 2007 may see a surplus of 5.3 billion": a year that opens its sentence and has the verb.
fn is_subject(read: &ReadText, t: usize, after: usize) -> bool {
    let opens = t == 0
        || read.tokens.get(t - 1).is_some_and(|token| token.is('.') || token.span.is_empty())
        || matches!(read.str(t - 1), "But" | "And" | "While" | "but" | "while" | "year" | "Year");
    let verb = matches!(read.str(after), "saw" | "sees" | "brought" | "marked" | "witnessed" | "ended" | "closed" | "began" | "started");
    opens && (verb || read.word_is(after, Class::AUXILIARY))
}

/// "rose by 4% over 2010", "an increase over 2010": a year that something is compared with; "38 a barrel over 2010" goes on in it.
pub(super) fn rises_over(context: &Context, over: usize, after: usize) -> bool {
    let read = context.read;
    let clause = context.tail(over.saturating_sub(OVER)..over);
    let rise = |t: usize| read.phrase_is(t, Class::RISE) && read.str(t + 1) != "rate";
    let Some(first) = clause.clone().find(|t| rise(*t)) else {
        return context.tail(clause).any(|t| matches!(read.str(t), "more" | "higher" | "above"));
    };
    // "fell by 10 per cent over 2010 compared to 2009"
    let compared = read.phrase_is(after, Class::COMPARED) || read.word_is(after, Class::FROM);
    !compared && (first + 2 >= over || (first..over).any(|t| context.is_figure(t)))
}

/// Tokens in front of "over" within which a rise is looked for.
const OVER: usize = 16;

/// "The 2018 budget", "this 2018/19 season's", "the country’s 2021 census": a year in front of the noun that it dates, where nothing is compared
/// with that.
pub(super) fn attributive(context: &Context, t: usize, told: Option<i32>) -> Option<(i32, Dates)> {
    let read = context.read;
    if told.is_some() || context.is_figure(t) || is_decade(read, t) {
        return None;
    }
    let years = years_at(read, t)?;
    if possessed(context, years.after).is_some() {
        return years.dates().map(|year| (year, Dates::Figure));
    }
    let study = |t: usize| {
        let word = read.str(t).strip_suffix('s').unwrap_or(read.str(t));
        matches!(word, "survey" | "censu" | "study" | "poll" | "audit" | "count" | "inventory" | "assessment" | "sample")
    };
    let article = t.checked_sub(1).filter(|a| {
        lowered(read.str(*a), |word| {
            // "A 2013 survey found"
            matches!(word, "the" | "this" | "its" | "their" | "our" | "s") || matches!(word, "a" | "an") && study(years.after)
        })
    })?;
    if figure_of(context, years.after, 0).is_some() {
        return years.dates().map(|year| (year, Dates::Figure));
    }
    // "The 2020/21 quota was": a season that is on, and no plan for a year to come.
    // "numbered 7,950 at the 2016 census", "in the 2018 budget".
    let when = article > 0 && matches!(read.str(article - 1), "at" | "in" | "during");
    let season = if years.last > years.first || when { Dates::Statement } else { Dates::Noun };
    let lead = article.checked_sub(1);
    // "According to the 2011 census"
    let according = article > 1 && study(years.after) && lowered(read.str(article - 2), |word| word == "according");
    let compared = lead.filter(|_| !according).is_some_and(|l| {
        read.word_is(l, Class::THAN | Class::OVER | Class::FROM | Class::UNDER)
            || matches!(read.str(l), "with" | "to" | "on" | "as" | "since" | "against" | "after" | "before" | "below")
    });
    // "double the 2018 crop", "2.4 times the 2015 figure (2,615)"
    if lead.is_some_and(|l| matches!(read.str(l), "double" | "twice" | "triple" | "treble" | "half" | "times")) {
        let noun = years.after + usize::from(read.is_word(years.after));
        let bracketed = read.is_mark(noun, '(') && context.is_figure(noun + 1);
        return years.dates().filter(|_| bracketed).map(|year| (year, Dates::Figure));
    }
    let noun = read.is_word(years.after) && !read.word_is(years.after, Class::STOP | Class::VERB | Class::AUXILIARY);
    if compared || !noun { None } else { years.dates().map(|year| (year, season)) }
}

/// "(2023: 45)", "(H1 2023: 45)", "(Q3 FY 2023: 45)": whether a bracket opens a few tokens before token `t`.
fn opens_bracket(read: &ReadText, t: usize) -> bool {
    (t.saturating_sub(4)..t).any(|j| read.is_mark(j, '(') || read.is_mark(j, ';'))
}

/// The token that leads to a year: in front of "FY", "the fiscal year", "the" before a `span` of years, which end at token `t`.
pub(super) fn cue_of_year(read: &ReadText, t: usize, span: bool) -> usize {
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
