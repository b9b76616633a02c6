//! What sort of statement a figure makes, told by the cues around it.

use super::Context;
use super::change::changes;
use super::each::denominator_apart;
use super::gap::{beyond_plan, exceeds_by, gap, is_comparative};
use super::goal::{is_goal, is_listed_goal};
use super::mean::{averaged, mean_goes_on, time_of_income};
use super::planned::{is_past, is_to_come, planned, planned_by_document};
use super::rate::ends_span;
use super::yardstick::is_yardstick;
use crate::analysis::{Kind, Unit};
use crate::language::Class;
use crate::quantity::{Mention, further, is_time, rate_of_clause};

/// Tells the kind of every figure, in order: a member of a list takes the kind of the member before it.
pub(super) fn tell_kinds(context: &Context, mentions: &mut [Mention]) {
    for i in 0..mentions.len() {
        let Some(unit) = mentions.get(i).and_then(|m| m.unit) else { continue };
        if let Some(thing) = thing_in_front(context, mentions, i) {
            if let Some(m) = mentions.get_mut(i) {
                m.per = Some(thing);
            }
        } else if mentions.get(i).is_some_and(|m| m.per.is_none()) {
            let apart = || if unit.is_relative() { None } else { denominator_apart(context, mentions, i) };
            let per = rate_in_front(context, mentions, i).or_else(apart);
            if let Some(m) = mentions.get_mut(i) {
                m.per = per;
            }
        }
        let inherited = growth_beside_change(context, mentions, i)
            .or_else(|| inherited_kind(context, mentions, i))
            .or_else(|| share_of_plan(context, mentions, i))
            .or_else(|| mean_goes_on(context, mentions, i))
            .or_else(|| if unit == Unit::Percent { signed(context, i).or_else(|| growth_of_target(context, mentions, i)) } else { None })
            .or_else(|| elliptical(context, mentions, i));
        let per = mentions.get(i).is_some_and(|m| m.per.is_some());
        let kind = inherited.unwrap_or_else(|| own_kind(context, i, unit, per));
        if let Some(m) = mentions.get_mut(i) {
            m.kind = kind;
        }
    }
}

/// "per household project funds of 2000 yuan every year": a rate keeps the thing, not the time.
fn thing_in_front(context: &Context, mentions: &[Mention], i: usize) -> Option<String> {
    let timed = mentions.get(i)?.per.as_deref().is_some_and(is_time);
    // Not the denominator of the figure in front: "for 25 days per household at 100 a day".
    let near = context.near(i).start.max(context.gap(i).start)..context.near(i).end;
    timed.then(|| rate_of_clause(context.read, near.start, near.end)).flatten().filter(|per| !is_time(per))
}

/// "an increase of 300 ships, or 7.1%": the change again, as a growth. "up 3.1%, compared with 2.8% in 2019": another growth.
fn growth_beside_change(context: &Context, mentions: &[Mention], i: usize) -> Option<Kind> {
    let before = mentions.get(context.previous(i)?)?.kind;
    let percent = mentions.get(i)?.unit == Some(Unit::Percent);
    // "lower than the estimate by 1.3 per cent or 8.1 billion".
    if before == Kind::Gap && context.restates(i) {
        return Some(Kind::Gap);
    }
    let change = matches!(before, Kind::Change | Kind::Growth) && percent;
    // "rose by 34 per cent (149 hectares)": the same step as an amount.
    if before == Kind::Growth && !percent && context.restates(i) && context.gap(i).len() == 1 {
        return Some(Kind::Change);
    }
    // "fell by 9.1 per cent, and the rate went back from 8.2 to 7.5": a statement of its own.
    let own = context.leads_from(i) && context.read.find_word(context.gap(i), Class::AND).is_some();
    let reference = before == Kind::Growth && !own && (context.stands_after(i) || context.is_reference(i) || former(context, i));
    // "gaps of 11 per cent in green fodder, 23 per cent in dry fodder".
    let again = || {
        let within = |j: usize| context.read.str(context.after(j).start) == "in";
        let plain = context.read.find(context.gap(i), Class::VERB | Class::AUXILIARY | Class::RISE | Class::COMPARED).is_none();
        within(i) && plain && context.previous(i).is_some_and(within)
    };
    if before == Kind::Gap && percent && again() {
        return Some(Kind::Gap);
    }
    // "14% lower than in 2007, and 24% lower per person".
    let alike = percent && matches!(before, Kind::Growth | Kind::Gap) && is_comparative(context.read.str(context.after(i).start));
    // "rose by 34 per cent (149 hectares) and 36 per cent (177 hectares), respectively".
    let gap = context.gap(i);
    let paired = gap.len() == 2 && context.read.is_mark(gap.start, ')') && context.read.word_is(gap.start + 1, Class::AND);
    let first = || context.previous(i).and_then(|p| mentions.get(context.previous(p)?)).is_some_and(|m| m.kind == Kind::Growth);
    if before == Kind::Change && percent && paired && first() {
        return Some(Kind::Growth);
    }
    if before == Kind::Growth && percent && goes_on_in_brackets(context, i) {
        return Some(Kind::Growth);
    }
    // "fell by 30 million (about a third of the reserves)".
    let of_whole = context.read.str(context.after(i).start) == "of";
    (change && (context.restates(i) && !of_whole || reference)).then_some(Kind::Growth).or_else(|| alike.then_some(before))
}

/// "199 million, of which 15% will be devoted to farms, 5% to power and 10% to mills": the others are shares as the first is.
fn share_of_plan(context: &Context, mentions: &[Mention], i: usize) -> Option<Kind> {
    let share = |m: &Mention| m.unit == Some(Unit::Percent) && m.kind == Kind::Share;
    let percent = mentions.get(i)?.unit == Some(Unit::Percent);
    let gap = context.gap(i);
    let plain = || {
        let tail = context.tail(gap.start..gap.end);
        !context.read.classes(tail).intersects(Class::VERB | Class::AUXILIARY | Class::RISE | Class::PLAN) && !cue_behind(context, i)
    };
    let opened = || (context.in_sentence(i).start..i).any(|j| context.opened_by(j, Class::PARTS) && mentions.get(j).is_some_and(share));
    // A misprinted number may stand between.
    let before = (context.in_sentence(i).start..i).rev().filter_map(|j| mentions.get(j)).find(|m| m.unit == Some(Unit::Percent));
    let goes_on = percent && before.is_some_and(share) && opened() && plain();
    goes_on.then_some(Kind::Share)
}

/// "decreases in textiles and leather (44 per cent), food and tobacco (14 per cent) and wood (12 per cent)": a name and its bracket go on a list of
/// such.
fn goes_on_in_brackets(context: &Context, i: usize) -> bool {
    let read = context.read;
    let gap = context.gap(i);
    let bracket = |j: usize| context.before(j).next_back().is_some_and(|t| read.is_mark(t, '('));
    let listed = gap.len() > 2
        && gap.len() <= OBJECT
        && read.is_mark(gap.start, ')')
        && (read.is_mark(gap.start + 1, ',') || read.word_is(gap.start + 1, Class::AND));
    let own = Class::VERB | Class::AUXILIARY | Class::RISE | Class::SHARE | Class::PARTS;
    listed && bracket(i) && context.previous(i).is_some_and(bracket) && !read.classes(gap).intersects(own)
}

/// "shall pay at least 2 million a year with a yearly growth of 5%": what belongs to a target is a target.
pub(super) fn growth_of_target(context: &Context, mentions: &[Mention], i: usize) -> Option<Kind> {
    let read = context.read;
    let target = context.previous(i).and_then(|p| mentions.get(p)).is_some_and(|p| p.kind == Kind::Target);
    let gap = context.gap(i);
    let attached = target
        && gap.clone().any(|t| read.str(t) == "with")
        && read.find(gap.clone(), Class::RISE).is_some()
        && read.find_word(gap, Class::CLAUSE_END | Class::AUXILIARY).is_none();
    attached.then_some(Kind::Target)
}

/// "rose by 4%, more than the previous month's 1.3%": the rate of another time.
fn former(context: &Context, i: usize) -> bool {
    let read = context.read;
    let before = context.before(i);
    let owned = before.len() > 3 && read.str(before.end - 1) == "s" && matches!(read.str(before.end - 2), "'" | "’");
    owned
        && matches!(read.str(before.end - 3), "month" | "quarter" | "year" | "week" | "period" | "decade" | "season")
        && read.find_word(before, Class::THAN | Class::FROM).is_some()
}

/// "deposits grew by 1.2 billion to 16.1 billion, and loans by 0.9 billion to 10.9 billion", "assets rose 7% to 840 million, loans 9% to 610
/// million": a clause that leaves its verb out has that of the clause before it.
fn elliptical(context: &Context, mentions: &[Mention], i: usize) -> Option<Kind> {
    let read = context.read;
    let by = |j: usize| context.lead(j).is_some_and(|t| read.str(t) == "by");
    let reaches = |j: usize| context.next(j).is_some_and(|n| context.gap(n).len() <= 2 && read.word_is(context.gap(n).start, Class::TO));
    if let Some(kind) = increased_too(context, mentions, i) {
        return Some(kind);
    }
    if !by(i) && !reaches(i) {
        return None;
    }
    let gap = context.gap(i);
    let joined = gap.clone().any(|t| context.ends_clause(t) || read.word_is(t, Class::AND));
    let own = context.tail(gap.clone());
    if !joined || read.find(own, Class::VERB | Class::AUXILIARY | Class::RISE | Class::SHARE | Class::PARTS).is_some() {
        return None;
    }
    let this = mentions.get(i)?;
    let like = |j: &usize| {
        mentions.get(*j).is_some_and(|m| {
            m.unit == this.unit && matches!(m.kind, Kind::Change | Kind::Growth) && (by(*j) && by(i) || reaches(*j) && reaches(i))
        })
    };
    (context.in_sentence(i).start..i).rev().take(ELLIPSIS).find(like).and_then(|j| mentions.get(j)).map(|m| m.kind)
}

/// "increased arable land of 300 mu, cash crops of 120 mu and forest of 90 mu", "added 12 clinics in the north and nine clinics in the south":
/// one verb of increase and several objects.
fn increased_too(context: &Context, mentions: &[Mention], i: usize) -> Option<Kind> {
    let read = context.read;
    let (p, this) = (context.previous(i)?, mentions.get(i)?);
    let before = mentions.get(p).filter(|m| m.kind == Kind::Change && m.unit == this.unit)?;
    let near = context.near(p);
    let verb = read.find_last(near.clone(), Class::RISE).is_some_and(|t| read.str(t).ends_with("ed") || read.str(t).ends_with("ing"))
        || near.len() <= OBJECT && increased_too(context, mentions, p).is_some();
    let gap = context.gap(i);
    let own = Class::VERB | Class::AUXILIARY | Class::RISE | Class::SHARE | Class::PARTS | Class::TOTAL;
    if !verb || gap.len() > OBJECT || read.classes(gap.clone()).intersects(own) {
        return None;
    }
    let of = |j: usize| context.lead(j).is_some_and(|t| read.str(t) == "of");
    let opens = context.ends_clause(gap.start) || read.word_is(gap.start, Class::AND);
    let named = |m: &Mention| m.noun.map(|n| read.str(n.head));
    let joined = context.lead(i).is_some_and(|t| read.word_is(t, Class::AND)) && named(before).is_some() && named(before) == named(this);
    (of(p) && of(i) && opens || joined).then_some(Kind::Change)
}

/// Tokens between two objects of a verb of increase.
const OBJECT: usize = 16;

/// Figures that may stand between a clause and the one that leaves its verb out.
const ELLIPSIS: usize = 4;

/// "11.2 million tonnes (-11.8%)", "(+2.4%)": a percentage with a sign, in a bracket of its own.
fn signed(context: &Context, i: usize) -> Option<Kind> {
    let read = context.read;
    let before = context.before(i);
    let last = before.clone().next_back()?;
    let sign = |t: usize| matches!(read.str(t), "+" | "-" | "−" | "–" | "minus" | "plus");
    let first = last + 1;
    let bracket = read.is_mark(last, '(') && sign(first) || sign(last) && last > before.start && read.is_mark(last - 1, '(');
    // "(-2.1% reported)": a word may say of what sort.
    let closes = |t: usize| read.is_mark(t, ')');
    (bracket && (closes(context.end(i)) || closes(context.end(i) + 1))).then_some(Kind::Growth)
}

/// "up 19.5% and 23.3%", "by 76,500 households and 318,000 people": the second is of the kind of the first.
fn inherited_kind(context: &Context, mentions: &[Mention], i: usize) -> Option<Kind> {
    // "expected to receive 387 million as shares; 30 million in arrears; ...": a plan that goes on over semicolons.
    let before = context.before(i);
    let joint = before.clone().rev().find(|t| !context.read.word_is(*t, Class::AND));
    let goes_on = joint.is_some_and(|t| context.read.is_mark(t, ';'));
    if goes_on
        && context
            .previous(i)
            .and_then(|p| mentions.get(p))
            .zip(mentions.get(i))
            .is_some_and(|(p, m)| p.kind == Kind::Target && p.unit == m.unit)
    {
        return (!context.is_done(i)).then_some(Kind::Target);
    }
    if !context.continues_list(i) || cue_behind(context, i) {
        return None;
    }
    let (previous, this) = (mentions.get(i.checked_sub(1)?)?, mentions.get(i)?);
    let alike = previous.unit.is_some_and(Unit::is_relative) == this.unit.is_some_and(Unit::is_relative)
        && previous.unit.is_some_and(Unit::is_currency) == this.unit.is_some_and(Unit::is_currency);
    let passes_on = match previous.kind {
        Kind::Growth | Kind::Share | Kind::Gap => previous.unit == this.unit,
        Kind::Change => {
            (context.read.find(context.sentence(i), Class::RESPECTIVELY).is_some() || !context.gap(i).any(|t| context.ends_clause(t)))
                && !context.read.word_is(context.after(i).start, Class::AUXILIARY | Class::VERB)
        }
        Kind::Target => !context.is_done(i),
        _ => false,
    };
    (alike && passes_on).then_some(previous.kind)
}

fn cue_behind(context: &Context, i: usize) -> bool {
    let after = context.after(i);
    context.read.phrase_is(after.start, Class::COMPARED | Class::BEYOND_PLAN | Class::RISE | Class::GAP)
}

fn own_kind(context: &Context, i: usize, unit: Unit, per: bool) -> Kind {
    if unit == Unit::Ratio {
        return if is_listed_goal(context, i) { Kind::Target } else { Kind::Ratio };
    }
    if beyond_plan(context, i) || exceeds_by(context, i) {
        return Kind::Gap;
    }
    let changes = changes(context, i, unit);
    if !unit.is_relative() && is_goal(context, i) || unit != Unit::PercentagePoint && is_yardstick(context, i, unit) {
        return Kind::Target;
    }
    match unit {
        Unit::PercentagePoint => {
            if changes && !gap(context, i) {
                Kind::Change
            } else {
                Kind::Gap
            }
        }
        Unit::Percent if gap(context, i) => Kind::Gap,
        Unit::Percent if changes && (is_to_come(context, i) || is_goal(context, i)) => Kind::Target,
        Unit::Percent if changes => Kind::Growth,
        // "199 million, of which 15% will be devoted to farms": a share of what is planned.
        Unit::Percent if context.opened_by(i, Class::PARTS) => Kind::Share,
        Unit::Percent => {
            if !share_said(context, i) && planned(context, i, || is_goal(context, i)) {
                Kind::Target
            } else {
                Kind::Share
            }
        }
        _ if (changes || !unit.is_counted() && sets_against(context, i)) && gap(context, i) => Kind::Gap,
        // "is targeted to build 515 more houses".
        _ if changes && (is_to_come(context, i) || !per && further(context.read, context.end(i)) && planned(context, i, || false)) => {
            Kind::Target
        }
        _ if changes => Kind::Change,
        _ if planned(context, i, || false) || planned_by_document(context, i) => Kind::Target,
        _ if per || averaged(context, i, unit) => Kind::Average,
        _ => Kind::Level,
    }
}

/// "higher than the estimate by 16 million", "0.3 million below the forecast": an amount that says how far.
fn sets_against(context: &Context, i: usize) -> bool {
    let read = context.read;
    context.lead(i).is_some_and(|t| read.str(t) == "by") || matches!(read.str(context.said_behind(i).start), "above" | "below")
}

/// "accounting for" right in front: a share, whatever it is a share of.
fn share_said(context: &Context, i: usize) -> bool {
    let said = || context.read.find(context.near(i), Class::SHARE).is_some();
    context.is_led_by(i, Class::SHARE) && said() || context.restates(i)
}

/// "per capita", "averagely each village" in front of a figure: only in its own clause, and only for amounts that can be rates.
fn rate_in_front(context: &Context, mentions: &[Mention], i: usize) -> Option<String> {
    let mention = mentions.get(i)?;
    let unit = mention.unit?;
    let cue = context.is_led_by(i, Class::PER | Class::PER_CAPITA | Class::INCOME) || context.is_followed_by(i, Class::PER);
    if !cue || unit.is_relative() || unit.is_time() && !matches!(unit, Unit::Hour | Unit::Day) {
        return None;
    }
    let read = context.read;
    // "the national standard of 2,300 yuan": a line is what it is, whatever else the clause speaks of.
    let line = |t: usize| t > 0 && read.str(t) == "of" && matches!(read.str(t - 1), "line" | "standard" | "threshold");
    if unit.is_currency() && context.lead(i).is_some_and(line) {
        return None;
    }
    let clause = context.clause_before(i);
    if unit.is_counted() {
        let lead = clause.clone().rev().find(|t| !read.word_is(*t, Class::OVER | Class::UNDER | Class::ABOUT | Class::THAN))?;
        let near = context.near(i);
        let subject = || read.find(near.clone(), Class::PER).is_some_and(|at| opens_predicate(context, near.start..at, near.end));
        let adverbial = (!read.word_is(lead, Class::PREPOSITION) || subject()) && read.find(near.clone(), Class::PER_CAPITA).is_none();
        let in_front = (adverbial && !context.rate_is_taken(i)).then(|| rate_of_clause(read, near.start, near.end)).flatten();
        return in_front.or_else(|| each_behind(context, i, true));
    }
    // "for 23 days at eight in the evening, every evening": how long, whatever happened each time.
    let lasts = unit.is_time() && context.lead(i).is_some_and(|t| read.str(t) == "for");
    let given = || if lasts { None } else { each_behind(context, i, false) };
    rate_of_clause(read, clause.start, clause.end)
        .filter(|_| !context.rate_is_taken(i))
        .filter(|_| read.find(clause.clone(), Class::PER).is_none_or(|at| at >= context.before(i).start || given().is_none()))
        .or_else(given)
        .or_else(|| if spans_to_rate(context, mentions, i) { None } else { income_in_front(context, mention, clause) })
}

/// "raised from 41 to 45 per day": the later value has the denominator of both.
fn spans_to_rate(context: &Context, mentions: &[Mention], i: usize) -> bool {
    context.leads_from(i) && context.next(i).is_some_and(|n| ends_span(context, n) && mentions.get(n).is_some_and(|m| m.per.is_some()))
}

/// "that each village is equipped with": what stands in front of the denominator leads to a subject, whose predicate follows.
fn opens_predicate(context: &Context, front: std::ops::Range<usize>, end: usize) -> bool {
    let read = context.read;
    let opens = front.is_empty() || read.str(front.end - 1) == "that";
    opens && read.find(front.end..end, Class::AUXILIARY).is_some()
}

/// "25,000 yuan for house building of each immigrant household", "two leaders to contact each county": a denominator later in the clause.
/// Of a count it is one only where the verb between is an infinitive or "for" leads to it.
fn each_behind(context: &Context, i: usize, counted: bool) -> Option<String> {
    let read = context.read;
    let behind = context.behind(i);
    let near = behind.start..behind.end.min(behind.start + EACH_REACH);
    let at = read.find(near.clone(), Class::PER)?;
    let infinitive = read.word_is(near.start, Class::TO) && at <= near.start + 2;
    // "15 million yuan was issued to each county", "is allowed to be increased per year for each county".
    let passive = read.find(near.start..at, Class::AUXILIARY).is_some() && read.find(near.start..at, Class::AND).is_none();
    let given = passive
        && !read.word_is(at - 1, Class::AUXILIARY)
        && (matches!(read.str(at), "to" | "for")
            || matches!(read.str(at - 1), "to" | "for" | "in")
            || (read.str(at) == "of" || read.str(at - 1) == "of") && (near.start..at).any(|t| read.str(t) == "for"));
    let plain = (near.start..at).all(|t| !(read.word_is(t, Class::AUXILIARY) || read.word_is(t, Class::VERB) && is_past(read.str(t))));
    let fits = given || infinitive || if counted { at == near.start } else { plain };
    fits.then(|| rate_of_clause(read, at, behind.end.min(at + EACH_REACH))).flatten()
}

/// Tokens between an amount and the denominator that follows it.
const EACH_REACH: usize = 14;

/// An income as small as one person's is a person's, or a household's where the text says so.
fn income_in_front(context: &Context, mention: &Mention, clause: std::ops::Range<usize>) -> Option<String> {
    let small = mention.unit.is_some_and(Unit::is_currency)
        && !mention.scaled
        && mention.amount.middle().is_some_and(|v| v < LARGEST_INCOME.into());
    let at = context.read.find_last(clause.clone(), Class::INCOME).filter(|_| small)?;
    // "the collective income of villages", "the poverty line was raised": nobody's own income.
    let common = |t: usize| matches!(context.read.str(t), "collective" | "line" | "threshold" | "standard");
    if clause.clone().any(common) {
        return None;
    }
    // "the daily wage of labourers": so much a day.
    if let Some(time) = time_of_income(context, clause.clone(), at) {
        return Some(time);
    }
    // "gross earnings", "customs earnings": a firm's or a government's.
    let gross = at > clause.start && is_common_income(context.read.str(at - 1)) || context.read.str(at + 1) == "from";
    if gross && context.read.str(at) == "earnings" {
        return None;
    }
    let household = (clause.start..at).any(|t| context.read.word_is(t, Class::HOUSEHOLDS));
    Some(if household { "household" } else { "person" }.to_owned())
}

/// Whose earnings these are: not a person's.
fn is_common_income(word: &str) -> bool {
    matches!(word, "gross" | "export" | "total" | "operating" | "foreign" | "exchange" | "tourism" | "working" | "retained" | "net")
}

/// No yearly income of one person in a report is as large as this, in units of any currency that reports use.
const LARGEST_INCOME: i64 = 200_000;
