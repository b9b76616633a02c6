//! What a rise or fall led to, where it stands behind its rate or step, and where the statement begins that it is said in.

use super::Context;
use super::base::Link;
use super::beside::is_beside;
use super::change::{is_finite, names_change};
use super::idle::is_idle;
use super::subject::end_of_name;
use super::told::is_proper;
use crate::analysis::Unit;
use crate::language::Class;
use crate::quantity::Mention;

/// Tokens between a rate and the former level.
const FROM_TO: usize = 4;

/// Tokens of the bracket of an aside.
const ASIDE: usize = 6;

/// "rose 9% to 610 million": nothing but "to" between a rise and what it came to.
pub(super) fn reached_directly(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    // "by 168 million, or 4.1%, to 4.3 billion": what is said again stands between.
    let again = context.next(i).filter(|n| context.restates(*n) && mentions.get(*n).is_some_and(|m| m.unit == Some(Unit::Percent)));
    let next = context.next(again.unwrap_or(i))?;
    let gap = context.gap(next);
    let gap = without_aside(context, without_noun(context, without_aside(context, gap)));
    let read = context.read;
    let reached = mentions.get(next).filter(|m| m.stands_alone())?;
    // "by 1,310 tons (9.6% increase) at 14,860 tons"; "at 20 outlets" says where.
    let at = read.str(gap.start) == "at" && !reached.unit.is_some_and(Unit::is_counted);
    let leads = read.word_is(gap.start, Class::TO) || at;
    (leads && context.before_hedges(gap.start + 1..gap.end) == gap.start + 1 && !context.is_reference(next)).then_some(next)
}

/// "a drop of a tenth in the number of prisoners to 1,522", "a 6% increase in Fenn (up to 1.7 million)": the noun of a rise, what rises behind "in", and
/// what it came to. "a rise of 4% in visits to 300 museums" leads nowhere.
pub(super) fn reached_by_noun(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let read = context.read;
    let next = context.next(i)?;
    let gap = context.gap(next);
    let start = gap.start + usize::from(names_change(context, gap.start));
    let lead = context.lead(next).filter(|t| *t > start + 1 && gap.contains(t))?;
    // "an increase of 2,400 in admissions, to 18,400"
    let end = lead - usize::from(read.is_mark(lead - 1, ','));
    let noun = start > gap.start || context.near(i).rev().take(BEFORE).any(|t| names_change(context, t));
    // "(up to" is read as a hedge.
    let bracket = read.is_mark(lead, '(') && matches!(read.str(lead + 1), "up" | "down") && read.str(lead + 2) == "to";
    let leads = bracket || read.word_is(lead, Class::TO);
    let plain = !(start..end).any(|t| context.ends_clause(t) || read.word_is(t, Class::VERB | Class::AUXILIARY | Class::AND | Class::FROM));
    // "an increase of 1.2 points in the unemployment rate, to 6.4 per cent"
    let points = |m: &Mention| m.unit == Some(Unit::Percent) && mentions.get(i).is_some_and(|m| m.unit == Some(Unit::PercentagePoint));
    let reached = mentions.get(next).filter(|m| (m.stands_alone() || points(m)) && !m.unit.is_some_and(Unit::is_time))?;
    let level = bracket || reached.noun.is_none() || !reached.unit.is_some_and(Unit::is_counted);
    (noun && leads && plain && level && read.str(start) == "in" && gap.len() <= OVER_NOUN).then_some(next)
}

/// Tokens between a rate and what it came to, over the name of what rises.
const OVER_NOUN: usize = 16;
/// Tokens in front of a rate in which the noun of its rise stands ("a drop of nearly").
const BEFORE: usize = 5;

/// "by 2.4 per cent year-on-year to 812,400 tonnes", "by 6.3% compared to the same month last year to 41,300": nothing but times in front of "to".
pub(super) fn reached_in_time(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let read = context.read;
    // "by 9.3 per cent in twelve months to 53,800"
    let timed = |n: usize| mentions.get(n).is_some_and(|m| m.unit.is_some_and(Unit::is_time)) && is_idle(context, context.gap(n));
    let time = context.next(i).filter(|n| timed(*n));
    let next = context.next(time.unwrap_or(i))?;
    let gap = context.gap(next);
    let first = gap.start + usize::from(time.is_none());
    let to = context.lead(next).filter(|t| *t >= first && read.word_is(*t, Class::TO))?;
    let compares = matches!(read.str(to - 1), "compared" | "up" | "due" | "according" | "respect" | "regard") || context.is_reference(next);
    let alone = mentions.get(next).is_some_and(Mention::stands_alone);
    (alone && !compares && gap.len() <= IN_TIME && is_idle(context, gap.start..to)).then_some(next)
}

/// Tokens of a time between a rate and what it came to.
const IN_TIME: usize = 16;

/// "freight (12,410 tons) went up by": the figure in the bracket behind the subject of the verb that follows the bracket.
pub(super) fn bracketed_subject(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let read = context.read;
    let gap = context.gap(i);
    let figure = context.previous(i).filter(|p| read.is_mark(gap.start, ')') && in_bracket(context, *p) && !is_beside(context, *p))?;
    let verb = read.find(gap.clone(), Class::RISE)?;
    let plain = gap.len() <= REACHED
        && read.find_word(gap.start + 1..gap.end, Class::CLAUSE_END | Class::AND).is_none()
        && is_idle(context, gap.start + 1..verb);
    (plain && mentions.get(figure).is_some_and(Mention::stands_alone)).then_some(figure)
}

/// "17 million more than that of 2019 (60 million), up 28%": a figure alone in a closed bracket is said in passing.
pub(super) fn in_bracket(context: &Context, i: usize) -> bool {
    let before = context.before(i);
    before.end > before.start && context.read.is_mark(before.end - 1, '(') && context.read.is_mark(context.after(i).start, ')')
}

/// "29.8% increase at": the words behind the noun of a rise.
fn without_noun(context: &Context, gap: std::ops::Range<usize>) -> std::ops::Range<usize> {
    if gap.len() > 1 && names_change(context, gap.start) { gap.start + 1..gap.end } else { gap }
}

/// "increased by 6.2% year on year and reached 1.4 million": the same subject goes on.
pub(super) fn reached_and(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let read = context.read;
    // "fell by 200,000 tons, or 0.8 percent, to end the year at".
    let again = context.next(i).filter(|n| context.restates(*n) && mentions.get(*n).is_some_and(|m| m.unit == Some(Unit::Percent)));
    let next = context.next(again.unwrap_or(i));
    let next = next.filter(|n| context.gap(*n).len() <= REACHED && mentions.get(*n).is_some_and(Mention::stands_alone))?;
    let lead = context.lead(next)?;
    let verb = if read.word_is(lead, Class::TO) || read.str(lead) == "at" { lead.checked_sub(1)? } else { lead };
    let time = |t: usize| matches!(read.str(t), "year" | "month" | "quarter" | "season" | "period" | "week" | "day");
    let verb = if time(verb) && read.word_is(verb - 1, Class::DETERMINER) { verb.checked_sub(2)? } else { verb };
    let reaches = matches!(
        read.str(verb),
        "reached"
            | "reaching"
            | "reach"
            | "stand"
            | "total"
            | "totaled"
            | "totalled"
            | "totaling"
            | "totalling"
            | "hit"
            | "hitting"
            | "stood"
            | "amounted"
            | "came"
            | "end"
            | "ended"
            | "ending"
            | "close"
            | "closed"
            | "closing"
            | "finish"
            | "finished"
            | "stands"
            | "reaches"
            | "totals"
    );
    // "and now stands at", ", having reached"
    let joint = verb.checked_sub(if matches!(read.str(verb - 1), "now" | "thus" | "so" | "then" | "having") { 2 } else { 1 });
    let joint = joint.filter(|t| reaches && *t >= context.gap(next).start)?;
    (read.word_is(joint, Class::AND | Class::TO) || read.is_mark(joint, ',')).then_some(next)
}

/// Tokens between a rate and what its subject reached.
const REACHED: usize = 8;

/// "by over 15 per cent, from 101,024 a year earlier to 85,296": the later of two levels behind a rate.
pub(super) fn reached_from(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let read = context.read;
    // "by 7.4 points between June and December, from 3.8 to 11.2": in a clause of its own.
    let apart = |n: usize| {
        let gap = context.gap(n);
        // "40% more, thanks to prices (up from 26,000 to 41,000)": what a bracket tells is of its own.
        let bracket = gap.clone().any(|t| read.is_mark(t, '('));
        let comma = !bracket && context.near(n).start > gap.start && context.near(n).len() <= FROM_TO;
        // "(30%) and deaths from 12 to 15": of another subject.
        let other = read.is_mark(gap.start, ')') && read.word_is(gap.start + 1, Class::AND);
        comma && !other && gap.len() <= APART && read.find_word(gap, Class::VERB | Class::AUXILIARY).is_none()
    };
    let near = |n: usize| {
        let gap = context.gap(n);
        // "wages fell by 4 per cent and prices rose from 120 to 131": another statement.
        // "injuries by 16 per cent and deaths from 21 to 12": of another subject.
        let own = || read.find_word(gap.clone(), Class::VERB | Class::AND).is_some();
        context.lead(n).is_some_and(|t| t < gap.start + FROM_TO) && !own()
    };
    // "by 2,400 (15 per cent), from 16,000 in 2019 to 18,400"
    let again = context.next(i).filter(|n| context.restates(*n) && mentions.get(*n).is_some_and(|m| m.unit == Some(Unit::Percent)));
    let from = context.next(again.unwrap_or(i)).filter(|n| context.leads_from(*n) && (near(*n) || apart(*n)))?;
    if mentions.get(from).is_some_and(is_range_of_shares) {
        return Some(from);
    }
    // "up 17% from 1,559; trainees rose to 4,358": what another reached.
    let other = |n: usize| context.statement(n) > context.statement(from) || read.find_word(context.gap(n), Class::VERB).is_some();
    let to = context.next(from).filter(|n| context.lead(*n).is_some_and(|t| read.word_is(t, Class::TO)) && !other(*n))?;
    let (former, reached) = (mentions.get(from)?, mentions.get(to)?);
    // "by 7.4 points, from 3.8 per cent to 11.2 per cent".
    let points = mentions.get(i).is_some_and(|m| m.unit == Some(Unit::PercentagePoint));
    let level = |m: &Mention| m.stands_alone() || points && m.unit == Some(Unit::Percent);
    (level(former) && level(reached) && former.unit == reached.unit).then_some(to)
}

/// Tokens between a rate and a former level in a clause of its own.
const APART: usize = 14;

/// "from 3.8 to 11.2 percent", read as one figure.
fn is_range_of_shares(m: &Mention) -> bool {
    m.unit == Some(Unit::Percent) && m.amount.one().is_none()
}

/// "increased by 113 million compared with the end of the year before (31 March) to 6,167 million".
pub(super) fn reached_later(context: &Context, mentions: &[Mention], i: usize) -> Link {
    let read = context.read;
    let by = context.lead(i).is_some_and(|t| read.str(t) == "by");
    let next = context.next(i).filter(|n| {
        by && context.lead(*n).is_some_and(|t| read.word_is(t, Class::TO) && !read.word_is(t - 1, Class::THAN | Class::PREPOSITION))
    })?;
    let (this, reached) = (mentions.get(i)?, mentions.get(next)?);
    let plain = read.find_word(context.gap(next), Class::VERB | Class::AUXILIARY | Class::AND).is_none();
    (plain && reached.stands_alone() && reached.unit == this.unit && reached.head == this.head).then_some((next, "reached_value"))
}

/// "were 15 per cent higher than in 2019, at 18,400", "1.2 points above the average, at 6.4 per cent": what the whole statement before the comma says.
pub(super) fn told_at_end(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let read = context.read;
    let next = context.next(i)?;
    let gap = context.gap(next);
    let comma = context.lead(next).filter(|t| gap.len() <= AT_END && read.str(*t) == "at" && *t > gap.start)? - 1;
    let (this, reached) = (mentions.get(i)?, mentions.get(next)?);
    let points = this.unit == Some(Unit::PercentagePoint) && reached.unit == Some(Unit::Percent);
    let level = reached.stands_alone() && (!reached.unit.is_some_and(Unit::is_counted) || reached.noun.is_none()) && reached.per.is_none();
    let breaks = |t: usize| context.ends_clause(t) || read.word_is(t, Class::VERB | Class::AND);
    let alike = this.unit.is_some_and(Unit::is_relative) || this.unit == reached.unit;
    // "for 2.1 billion, 4 per cent higher, at 20 cents a kilo"
    (read.is_mark(comma, ',') && (points || level && alike) && !(gap.start..comma).any(breaks)).then_some(next)
}

/// Tokens between a comparison and what stands at the end of its sentence.
const AT_END: usize = 14;

/// "5.1% (ca) to", "4.1%, to": the words behind a short bracket or a mark.
fn without_aside(context: &Context, gap: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let read = context.read;
    let closed =
        if read.is_mark(gap.start, '(') { (gap.start..gap.end.min(gap.start + ASIDE)).find(|t| read.is_mark(*t, ')')) } else { None };
    let start = closed.map_or(gap.start, |t| t + 1);
    let marked = read.is_mark(start, ',') || read.is_mark(start, ')');
    (if marked { start + 1 } else { start }).min(gap.end)..gap.end
}

/// Where the statement begins whose own subject rises: "..., and prosecutions increased by 18%" says nothing of the figures before it.
pub(super) fn own_clause(context: &Context, i: usize) -> usize {
    let read = context.read;
    let gap = context.gap(i);
    if let Some(named) = named_subject(context, gap.clone()) {
        return named;
    }
    // "..., while the increase in fees was": the rise itself is the subject.
    let is_subject =
        |t: usize| names_change(context, t) && t > gap.start + 1 && read.word_is(t - 1, Class::DETERMINER) && read.str(t - 2) == "while";
    let Some(verb) = read.find_last(gap.clone(), Class::RISE).filter(|t| is_finite(read.str(*t)) || is_subject(*t)) else { return 0 };
    let joint = (gap.start..verb)
        .rev()
        .find(|t| read.word_is(*t, Class::AND) || matches!(read.str(*t), "while" | "whereas") || read.is_mark(*t, ';'));
    let Some(joint) = joint else { return 0 };
    let own = |t: usize| read.is_word(t) && !read.word_is(t, Class::STOP | Class::RISE);
    let named = (joint + 1..verb).any(own) && !(joint + 1..verb).any(|t| matches!(read.str(t), "which" | "it" | "they" | "that" | "this"));
    if named || is_subject(verb) { joint } else { 0 }
}

/// "dropped to 355, injuries by 16 per cent": a mark or "and", a noun and "by" lead to figure `i`, whose verb is left out.
pub(super) fn has_own_subject(context: &Context, i: usize) -> bool {
    let (read, gap) = (context.read, context.gap(i));
    let by = context.lead(i).filter(|t| gap.contains(t) && read.str(*t) == "by");
    // "in 2019, during which time movements were up 2.1%"
    let time = gap.clone().find(|t| read.str(*t) == "which" && *t > gap.start && read.str(*t - 1) == "during");
    if time.is_some_and(|t| read.find_word(t..gap.end, Class::AUXILIARY).is_some()) {
        return true;
    }
    let joined = read.is_mark(gap.start, ',') || read.word_is(gap.start, Class::AND) && read.str(gap.start) != "or";
    joined
        && by.is_some_and(|by| by == gap.start + 2 && read.str(by - 1).ends_with('s') && !read.word_is(by - 1, Class::STOP | Class::RISE))
}

/// "from 66,196 to 64,514, Marsh saw the biggest fall, of 11%": the mark in front of a proper name that has a verb of its own.
fn named_subject(context: &Context, gap: std::ops::Range<usize>) -> Option<usize> {
    let read = context.read;
    let mark = read.find_word(gap.clone(), Class::CLAUSE_END)?;
    let first = mark + 1 + usize::from(read.str(mark + 1) == "the");
    let verb = end_of_name(context, first, gap.end);
    (verb > first && is_proper(context, first) && read.word_is(verb, Class::VERB)).then_some(first)
}

/// "the largest falls in Aston (-25%) and Burley (-20%)": the bracket speaks of what its name names.
pub(super) fn named_bracket(context: &Context, i: usize) -> bool {
    let read = context.read;
    let before = context.before(i);
    // A minus may stand between.
    let signed = before.end.checked_sub(1).is_some_and(|t| t > before.start && (read.is_mark(t, '-') || read.is_mark(t, '−')));
    let open = before.end.checked_sub(if signed { 2 } else { 1 }).filter(|t| *t > before.start && read.is_mark(*t, '('));
    open.is_some_and(|t| {
        read.tokens.get(t - 1).is_some_and(|k| k.is_word() && k.capital) && !read.word_is(t - 1, Class::MONTH | Class::UNIT)
    })
}

/// "775 more pupils: the schools counted 20,075 pupils", "Nine clinics were newly added. There are now 31 clinics in all": the level of the
/// same thing stands behind, in a clause of its own.
pub(super) fn told_behind(context: &Context, mentions: &[Mention], i: usize) -> Link {
    let this = mentions.get(i).filter(|m| m.head.is_some())?;
    let same = |m: &Mention| m.stands_alone() && m.unit == this.unit && m.head == this.head && m.amount.bounds() > this.amount.bounds();
    // "two counties for roads and 11 counties for wells": of one verb.
    let own = |j: usize| !context.lead(j).is_some_and(|t| context.read.word_is(t, Class::AND));
    let sentence = context.in_sentence(i);
    let here = (i + 1..sentence.end).find(|j| mentions.get(*j).is_some_and(same) && own(*j));
    let next = || {
        let first = sentence.end;
        let near = context.follows_on(i, first);
        (near && context.says_total(first) && mentions.get(first).is_some_and(same)).then_some(first)
    };
    here.or_else(next).map(|j| (j, "told_behind"))
}

/// "fell to 75 million from 97 million, a decrease of 22 million": what it fell from, behind what it fell to.
pub(super) fn is_former(context: &Context, at: usize) -> bool {
    let to = |p: usize| context.lead(p).is_some_and(|t| context.read.word_is(t, Class::TO));
    context.leads_from(at) && context.gap(at).len() <= FROM_TO && context.previous(at).is_some_and(to)
}

/// "528 vessels in 2020 and 420 in 2019, an increase of 26 per cent": what rises is the later of two.
pub(super) fn later_of_two(context: &Context, mentions: &[Mention], at: usize) -> usize {
    let read = context.read;
    let year = |j: usize| {
        let behind = context.after(j);
        let t = (behind.start..behind.end.min(behind.start + DATED)).find(|t| read.word_is(*t, Class::YEAR))?;
        read.str(t).parse::<u16>().ok()
    };
    let later = context.previous(at).filter(|p| {
        let alike =
            mentions.get(*p).zip(mentions.get(at)).is_some_and(|(a, b)| a.unit == b.unit && a.stands_alone() && !is_beside(context, *p));
        alike && year(*p).zip(year(at)).is_some_and(|(first, second)| first > second)
    });
    later.unwrap_or(at)
}

/// Tokens between a figure and its year.
const DATED: usize = 6;
