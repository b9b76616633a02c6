//! Rises and falls told behind their figure: "15% higher than last year", "2.4 per cent up on", "a 12% increase", "four units were added".

use super::Context;
use super::change::names_change;
use super::gap::is_comparative;
use super::year_cue::rises_over;
use crate::language::Class;
use crate::text::Token;

/// "805 yuan more than that of 2011", "15% higher than last year", "a 12% increase", "a 33% real-terms reduction".
pub(super) fn follows(context: &Context, i: usize) -> bool {
    let read = context.read;
    let after = context.said_behind(i);
    // "12% and 4%, respectively, higher than"
    let turn = after.start + usize::from(read.is_mark(after.start, ','));
    let turn = read.word_is(turn, Class::RESPECTIVELY).then(|| turn + 1 + usize::from(read.is_mark(turn + 1, ',')));
    let start = turn.unwrap_or(after.start);
    if start >= after.end {
        return false;
    }
    // Nothing is compared right behind a mark.
    if context.ends_clause(start) {
        return noun_behind(context, i) || is_added(context, i);
    }
    // "41 and 38 million, respectively, compared with 50 and 36 million": levels beside levels.
    if turn.is_some() && read.str(start) == "compared" && !is_percent(context, i) {
        return false;
    }
    if read.phrase_is(start, Class::COMPARED) && !read.word_is(start, Class::OVER) {
        return !stands_beside(context, i);
    }
    let than = || (start + 1..after.end.min(start + 4)).any(|t| read.str(t) == "than");
    // "From 4.4 to 3.9 million, which is 500,000 fewer"; what is "brought 5 million more" is a sum of its own.
    let ends = || start + 1 == after.end || context.ends_clause(start + 1) || read.is_mark(start + 1, '.');
    // "12% higher at EUR 56 million".
    let level = || matches!(read.str(start + 1), "at") && context.next(i).is_some_and(|n| context.gap(n).len() == 2);
    // "17.9 percent higher compared with the 39,340 tons of 2019".
    let compared = || read.phrase_is(start + 1, Class::COMPARED) && !read.word_is(start + 1, Class::OVER);
    if is_comparative(read.str(start)) && (level() || than() || compared() || read.str(start) != "more" && ends()) {
        return true;
    }
    // "38 a barrel over 2004" goes on in the year, and is no change.
    let hedged = || context.next(i).is_some_and(|next| context.unhedged(next) == start + 1);
    if matches!(read.str(start), "up" | "down") && matches!(read.str(start + 1), "on" | "from" | "against" | "over" | "year") && !hedged() {
        return true;
    }
    // "Turnout was 65.1% up 4.0% on 2019": said of the next.
    if matches!(read.str(start), "up" | "down") && hedged() {
        return false;
    }
    // "some 17 percent down"
    if matches!(read.str(start), "up" | "down") && is_percent(context, i) && ends() {
        return true;
    }
    if former_behind(context, i, start) {
        return true;
    }
    let over_year = read.word_is(start, Class::OVER) && read.word_is(start + 1, Class::YEAR);
    let goes_on = || context.leads_from(i) || matches!(context.read.str(context.end(i)), "a" | "an" | "per" | "/");
    // "from an average of 38 over 2004 to more than 53 over 2005": two values.
    let span = |j: usize| {
        context.lead(j).is_some_and(|t| read.word_is(t, Class::TO)) && context.previous(j).is_some_and(|p| context.leads_from(p))
    };
    over_year
        && !span(i)
        && !(context.leads_from(i) && context.next(i).is_some_and(span))
        && (!goes_on() || rises_over(context, start, start + 2))
        || noun_behind(context, i)
        || is_added(context, i)
}

/// "12%, 9% and 4% lower than a year earlier": said behind the last of a list.
pub(super) fn follows_list(context: &Context, i: usize) -> bool {
    if !context.next(i).is_some_and(|next| context.continues_list(next)) {
        return false;
    }
    let last = context.last_of_list(i);
    let joined = context.gap(last).any(|t| context.read.word_is(t, Class::AND));
    joined && (i..=last).all(|j| is_percent(context, j)) && follows(context, last)
}

/// "12.8% above the 190 million of 2013", "5 million below the figure for 1951": what is compared with belongs to an earlier time.
fn former_behind(context: &Context, i: usize, start: usize) -> bool {
    let read = context.read;
    // "3.2% ahead of the 8.74 million of 2019".
    // "4,000 tons short of the previous harvest".
    let of = matches!(read.str(start), "ahead" | "short") && read.str(start + 1) == "of";
    let start = start + usize::from(of);
    if !of && !matches!(read.str(start), "above" | "below" | "over" | "under") {
        return false;
    }
    let end = context.sentence(i).end.min(start + FORMER);
    let definite = matches!(read.str(start + 1), "the" | "its" | "their" | "that" | "those");
    let of = |t: usize| {
        matches!(read.str(t), "of" | "for" | "in") && (read.word_is(t + 1, Class::YEAR) || read.phrase_is(t + 1, Class::LAST_YEAR))
            || read.str(t) == "on" && read.word_is(t + 2, Class::MONTH) && read.word_is(t + 3, Class::YEAR)
    };
    // "3 percent below the 2019 level"
    // "400 short of its 2017 result"
    let level = || matches!(read.str(start + 3), "level" | "figure" | "total" | "value" | "result" | "harvest" | "catch" | "output");
    definite && read.word_is(start + 2, Class::YEAR) && (is_percent(context, i) || level())
        || definite && (start + 2..end).take_while(|t| context.is_figure(*t) || !context.ends_clause(*t)).any(of)
        || definite
            && matches!(read.str(start + 2), "previous" | "preceding")
            && matches!(read.str(start + 3), "harvest" | "crop" | "catch")
        || (read.phrase_is(start + 1, Class::LAST_YEAR) || definite && read.phrase_is(start + 2, Class::LAST_YEAR))
            && read.str(start) != "over"
}

/// Tokens from "above" to the year of what is compared with.
const FORMER: usize = 10;

/// "Four units were added", "three clinics were newly added to the scheme"; not "the 20 clinics were increased to 30".
fn is_added(context: &Context, i: usize) -> bool {
    let read = context.read;
    let start = context.after(i).start;
    let named = matches!(read.tokens.get(start).and_then(Token::mark), Some('-' | '–' | '—'));
    if !named && !read.word_is(start, Class::AUXILIARY) {
        return false;
    }
    let auxiliary = context.after(i).take(if named { NAMES } else { 1 }).find(|t| matches!(read.str(*t), "was" | "were"));
    let Some(verb) = auxiliary.map(|t| if read.str(t + 1) == "newly" { t + 2 } else { t + 1 }) else { return false };
    matches!(read.str(verb), "added" | "increased") && read.str(verb + 1) != "by" && !context.is_figure(verb + 2)
}

/// Tokens that may name things between their number and its verb.
const NAMES: usize = 24;

/// "82% compared to 76% in 2015", "decreased by 0.2 points to 63.2% compared with the year before": a level beside an earlier one.
fn stands_beside(context: &Context, i: usize) -> bool {
    let read = context.read;
    let behind = context.said_behind(i);
    let compares = matches!(read.str(behind.start), "compared" | "as" | "against" | "versus");
    // "cost 88 million compared with 105 million": two values beside each other, of any unit.
    let at_once = |n: usize| context.lead(n).is_some_and(|t| t <= behind.start + 1) && behind.len() <= AT_ONCE;
    let other = || context.next(i).is_some_and(|n| context.is_reference(n) && (is_percent(context, n) || at_once(n)));
    // "Rail freight was 41 million tons compared with road freight of 118 million".
    let is = |t: usize| matches!(read.str(t), "was" | "were" | "is" | "are" | "totaled" | "totalled") && !is_percent(context, i);
    // "Trees planted reached 68 percent compared to the previous year at 11 percent": what is reached is no change.
    let states = |t: usize| is(t) || read.str(t) == "reached";
    let reached = || context.lead(i).is_some_and(|t| read.word_is(t, Class::TO) || states(t));
    compares && (reached() || other())
}

/// Tokens of a comparison with a figure right behind it ("compared with about").
const AT_ONCE: usize = 5;

fn is_percent(context: &Context, i: usize) -> bool {
    matches!(context.read.str(context.end(i).saturating_sub(1)), "%" | "percent" | "cent")
}

/// "a 12% increase", "a 33% real-terms reduction", "a 5 per cent annual rise".
fn noun_behind(context: &Context, i: usize) -> bool {
    let read = context.read;
    let start = context.after(i).start;
    // "a 10-percentage-point rise"
    let points = || matches!(read.str(context.end(i).saturating_sub(1)), "point" | "points" | "pp" | "bps");
    if !is_percent(context, i) && !points() {
        return step_behind(context, i);
    }
    let article = context.before(i).next_back().is_some_and(|t| matches!(read.str(t), "a" | "an" | "the" | "A" | "An"));
    let reach = if article { ADJECTIVES } else { COMPOUND };
    let Some(t) = (start..context.after(i).end.min(start + reach)).find(|t| names_change(context, *t)) else { return false };
    // "a trend of 4% or higher growth".
    let start = if read.str(start) == "or" && is_comparative(read.str(start + 1)) { start + 2 } else { start };
    let plain = (start..t).all(|a| read.is_mark(a, '-') || read.is_word(a) && !read.word_is(a, Class::STOP | Class::CLAUSE_END));
    plain && read.str(t + 1) != "rate"
}

/// "a 2,175-hectare (2.5%) reduction in", "(20,218 tons increase)", "a $4 million cut", "a 14,500 increase", "a two million case increase": the
/// noun right behind an amount or behind what is counted, that no other noun follows.
fn step_behind(context: &Context, i: usize) -> bool {
    let read = context.read;
    let before = context.before(i);
    let Some(front) = before.clone().next_back() else { return false };
    let bracket = read.is_mark(front, '(');
    let article = matches!(read.str(front), "a" | "an" | "the" | "this" | "A" | "An" | "The" | "This");
    if !bracket && !article {
        return false;
    }
    let end = context.end(i);
    let counted =
        || (end..end + COMPOUND).take_while(|t| read.is_word(*t) && !read.word_is(*t, Class::STOP)).find(|t| names_change(context, *t));
    let at = if article { counted() } else { None }.unwrap_or(context.said_behind(i).start);
    let noun = names_change(context, at) && read.str(at).starts_with(char::is_lowercase) && read.str(at) != "loss";
    let closed = !read.is_word(at + 1) || read.word_is(at + 1, Class::STOP | Class::PREPOSITION | Class::AUXILIARY | Class::VERB);
    noun && closed && (article || read.is_mark(at + 1, ')'))
}

/// The same without an article: "2% capacity increase".
const COMPOUND: usize = 3;

/// Tokens between a percentage and the noun of rise or fall that it belongs to.
const ADJECTIVES: usize = 5;

/// "the tracts with the largest increases being Marsh 257,000 acres and Pell 127,000 acres", "the decreases were: Marsh, 40 tons": amounts behind names
/// that several rises or falls are told of.
pub(super) fn rises_by_name(context: &Context, i: usize) -> bool {
    let read = context.read;
    let before = context.before(i);
    let comma = before.end.checked_sub(1).is_some_and(|t| t > before.start && read.is_mark(t, ','));
    let Some(name) = before.end.checked_sub(1 + usize::from(comma)).filter(|t| before.contains(t)) else { return false };
    let capital = read.tokens.get(name).is_some_and(|t| t.is_word() && t.capital) && !read.word_is(name, Class::STOP | Class::MONTH);
    if !capital {
        return false;
    }
    let from = context.statement(i).max(name.saturating_sub(RANKED));
    let Some(head) = read.find_last(from..name, Class::RISE) else { return false };
    let several = names_change(context, head) && read.str(head).ends_with('s');
    let states = |t: usize| matches!(read.str(t), "being" | "were" | "are" | ":");
    several && (head + 1..head + 8).any(|t| t < name && states(t)) && read.find_word(head + 1..name, Class::VERB).is_none()
}

/// Tokens from a word of rise to the last name that one is told of.
const RANKED: usize = 60;
