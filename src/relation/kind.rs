//! What sort of statement a figure makes, told by the cues around it.

use super::Context;
use super::each::denominator_apart;
use super::gap::{beyond_plan, gap, is_comparative};
use super::goal::is_goal;
use crate::analysis::{Kind, Unit};
use crate::language::Class;
use crate::quantity::{Mention, further, is_time, rate_of_clause};
use crate::text::lowered;

/// Tokens between a word of rise or fall and its figure ("an average annual increase of about 12%").
const REACH: usize = 9;

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
        let inherited = growth_beside_change(context, mentions, i).or_else(|| inherited_kind(context, mentions, i));
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
    let near = context.near(i);
    timed.then(|| rate_of_clause(context.read, near.start, near.end)).flatten().filter(|per| !is_time(per))
}

/// "an increase of 300 ships, or 7.1%": the change again, as a growth.
fn growth_beside_change(context: &Context, mentions: &[Mention], i: usize) -> Option<Kind> {
    let before = mentions.get(context.previous(i)?)?.kind;
    let change = matches!(before, Kind::Change | Kind::Growth) && mentions.get(i)?.unit == Some(Unit::Percent);
    let reference = before == Kind::Growth && context.stands_after(i);
    (change && (context.restates(i) || reference)).then_some(Kind::Growth)
}

/// "up 19.5% and 23.3%", "by 76,500 households and 318,000 people": the second is of the kind of the first.
fn inherited_kind(context: &Context, mentions: &[Mention], i: usize) -> Option<Kind> {
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
        return Kind::Ratio;
    }
    if beyond_plan(context, i) {
        return Kind::Gap;
    }
    let changes = changes(context, i, unit);
    if !unit.is_relative() && is_goal(context, i) {
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
        Unit::Percent if changes => Kind::Growth,
        Unit::Percent => {
            if !share_said(context, i) && planned(context, i, || is_goal(context, i)) {
                Kind::Target
            } else {
                Kind::Share
            }
        }
        _ if changes => Kind::Change,
        _ if planned(context, i, || false) => Kind::Target,
        _ if per || averaged(context, i) => Kind::Average,
        _ => Kind::Level,
    }
}

/// "Average class size was 26.8 pupils", "an average stay of 42 days", "within 72 days on average": a mean, whatever it is per.
fn averaged(context: &Context, i: usize) -> bool {
    let read = context.read;
    let mean = || {
        let at = context.is_led_by(i, Class::ON_AVERAGE).then(|| read.find(context.near(i), Class::ON_AVERAGE)).flatten();
        at.is_some_and(|t| !read.word_is(t + 1, Class::PREPOSITION) || read.str(t + 1) == "of")
    };
    let states = || {
        context.lead(i).is_some_and(|t| {
            matches!(read.str(t), "of" | "was" | "were" | "is" | "at" | "averaged" | "averages") || read.phrase_is(t, Class::ON_AVERAGE)
        })
    };
    let after = context.after(i);
    mean() && states() || read.phrase_is(after.start, Class::ON_AVERAGE) && read.str(after.start) == "on"
}

/// A rise or fall leads to the figure, or a comparison with an earlier value follows it.
fn changes(context: &Context, i: usize, unit: Unit) -> bool {
    let read = context.read;
    let clause = context.near(i);
    let near = clause.start.max(clause.end.saturating_sub(REACH))..clause.end;
    if further(read, context.end(i)) {
        return true;
    }
    let in_front = || read.find_last(near.clone(), Class::RISE).is_some_and(|at| rise_leads(context, at, near.end));
    context.is_led_by(i, Class::RISE) && in_front()
        || follows(context, i)
        || by_apart(context, i)
        || unit.is_relative() && rises_itself(context, i)
}

/// "declined even faster, by 58.7%", "fell for the third year, by 640": the joint stands in a clause of its own.
fn by_apart(context: &Context, i: usize) -> bool {
    let clause = context.near(i);
    if context.read.str(clause.start) != "by" || clause.len() > 4 || context.read.find(clause.clone(), Class::VERB).is_some() {
        return false;
    }
    let front = context.tail(context.before(i).start..clause.start.saturating_sub(1));
    context.read.find(front, Class::RISE).is_some()
}

/// "Growth slowed to 0.6%", "inflation averaged 11.4%": the subject is a rate of change by itself.
fn rises_itself(context: &Context, i: usize) -> bool {
    let read = context.read;
    let clause = context.clause_before(i);
    let states = context
        .lead(i)
        .is_some_and(|t| read.word_is(t, Class::TO | Class::FROM | Class::VERB | Class::AUXILIARY) || matches!(read.str(t), "at" | "of"));
    let names_rate = |t: &usize| ["growth", "inflation"].iter().any(|rate| read.str(*t).eq_ignore_ascii_case(rate));
    let subject = clause.take(4).filter(|_| states).find(names_rate);
    subject.is_some_and(|t| !read.word_is(t + 1, Class::PREPOSITION) || read.str(t + 1) == "in")
}

/// Between the word of rise and the figure stands nothing, or the joint is "by", "of", "reached".
fn rise_leads(context: &Context, at: usize, end: usize) -> bool {
    let read = context.read;
    let behind = at + read.readings.get(at).map_or(1, |r| usize::from(r.len));
    if read.find(behind..end, Class::SHARE | Class::FROM | Class::PARTS | Class::SCHEDULE).is_some() {
        return false;
    }
    if matches!(read.str(at), "up" | "down") && at > 0 && read.word_is(at - 1, Class::VERB) && read.str(behind) != "by" {
        return false;
    }
    let unhedged = context.before_hedges(behind..end);
    let joint = (behind..unhedged).rev().find(|t| {
        !read.word_is(*t, Class::ABOUT | Class::OVER | Class::UNDER | Class::THAN | Class::DETERMINER)
            && !matches!(read.str(*t), "least" | "average" | "total")
    });
    match joint {
        None => true,
        Some(t) if read.str(t) == "to" => false,
        Some(t) if read.str(t) == "by" => true,
        // "grew at an annual average of 7.4 percent".
        Some(t) if read.str(t) == "of" && read.str(behind) == "at" => true,
        // "the income growth of 9,364 households": they do not grow in number.
        Some(t) if read.str(t) == "of" && read.word_is(at, Class::INCOME) && counts_persons(context, end) => false,
        Some(t) if read.str(t) == "of" && at > 0 && read.word_is(at - 1, Class::INCOME) && counts_persons(context, end) => false,
        // "the growth rate of the income of 80 towns": the towns do not grow.
        Some(t) if read.str(t) == "of" && (behind..t).any(|of| read.str(of) == "of") && counts_places(context, end) => false,
        Some(t) => {
            let noun = lowered(read.str(behind - 1), |word| {
                matches!(
                    word,
                    "growth"
                        | "increase"
                        | "decrease"
                        | "decline"
                        | "reduction"
                        | "rise"
                        | "fall"
                        | "drop"
                        | "increment"
                        | "gain"
                        | "loss"
                        | "surge"
                )
            }) || read.str(at).eq_ignore_ascii_case("newly");
            (noun || read.str(t) == "of" && measured(context, end))
                && (matches!(
                    read.str(t),
                    "of" | "reached"
                        | "was"
                        | "at"
                        | "reaching"
                        | "is"
                        | "were"
                        | "rate"
                        | "amounted"
                        | "amounting"
                        | "averaged"
                        | "reaches"
                        | "hit"
                ))
                && (end - behind <= 2 || !matches!(read.str(t), "of") || read.str(t) == "of" && short_joint(context, behind, t))
        }
    }
}

/// Whether the figure at token `at` counts places.
fn counts_places(context: &Context, at: usize) -> bool {
    counts(context, at, Class::PLACE)
}

/// Whether the figure at token `at` counts persons or households.
fn counts_persons(context: &Context, at: usize) -> bool {
    counts(context, at, Class::PEOPLE | Class::HOUSEHOLDS)
}

fn counts(context: &Context, at: usize, class: Class) -> bool {
    let mut words = at + 1..at + 8;
    words.find(|t| context.read.word_is(*t, class | Class::STOP)).is_some_and(|t| context.read.word_is(t, class))
}

/// Whether the figure at token `at` measures land, length or weight: "increased arable land of 31,800 mu" is a rise of that much.
fn measured(context: &Context, at: usize) -> bool {
    let unit = (at + 1..at + 4).find_map(|t| context.read.entry(t, Class::UNIT)).and_then(|(entry, _)| entry.unit);
    unit.is_some_and(|u| !u.is_currency() && !u.is_relative() && !u.is_time() && !u.is_counted())
}

/// "growth rate of", "increase in income of": the words between are few and hold no other noun with a figure of its own.
fn short_joint(context: &Context, from: usize, of: usize) -> bool {
    of - from <= 4 && context.read.find(from..of, Class::VERB).is_none()
}

/// "805 yuan more than that of 2011", "15% higher than last year", "a 12% increase".
fn follows(context: &Context, i: usize) -> bool {
    let read = context.read;
    let after = context.after(i);
    let start = after.start;
    if start >= after.end {
        return false;
    }
    if read.phrase_is(start, Class::COMPARED) && !read.word_is(start, Class::OVER) {
        return true;
    }
    let than = (start + 1..after.end.min(start + 4)).find(|t| read.str(*t) == "than");
    // "From 4.4 to 3.9 million, which is 500,000 fewer"; what is "brought 5 million more" is a sum of its own.
    let closes = read.str(start) != "more" && (start + 1 == after.end || context.ends_clause(start + 1) || read.is_mark(start + 1, '.'));
    if is_comparative(read.str(start)) && (than.is_some() || closes) {
        return true;
    }
    let over_year = read.word_is(start, Class::OVER) && read.word_is(start + 1, Class::YEAR);
    let noun = matches!(read.str(start), "increase" | "growth" | "rise" | "decrease" | "decline" | "drop" | "reduction" | "fall");
    over_year || noun && read.str(start + 1) != "rate" && matches!(read.str(start.saturating_sub(1)), "%" | "percent" | "cent")
}

/// "accounting for" right in front: a share, whatever it is a share of.
fn share_said(context: &Context, i: usize) -> bool {
    let said = || context.read.find(context.near(i), Class::SHARE).is_some();
    context.is_led_by(i, Class::SHARE) && said() || context.restates(i)
}

/// A plan governs the clause: "will reach", "the planned investment was", "By 2015, ..."; or the figure is a `goal`.
fn planned(context: &Context, i: usize, goal: impl FnOnce() -> bool) -> bool {
    let read = context.read;
    let sentence = context.sentence(i);
    let first = context.before(i).end;
    let cue =
        read.find_last(context.statement(i).max(first.saturating_sub(40))..first, Class::PLAN).filter(|at| !is_yardstick(context, *at));
    let governed = cue.is_some_and(|at| {
        let behind = at + read.readings.get(at).map_or(1, |r| usize::from(r.len)) + 1;
        !is_quoted(context, i, at)
            && !(behind..first).any(|v| read.word_is(v, Class::VERB) && is_past(read.str(v)))
            && !read.tokens.get(at).is_some_and(|t| t.capital && at > sentence.start)
    });
    let after = context.behind(i);
    // "Against a target of 12,400 houses, 11,873 were completed": a fact of its own.
    if context.is_done(i) && read.find(context.near(i), Class::PLAN).is_none() {
        return false;
    }
    let behind = read.find(after.start..after.end.min(after.start + 12), Class::PLAN);
    // "80% of the planned amount": held against a plan.
    let against = |t: usize| read.str(after.start) == "of" && t <= after.start + 2;
    let behind = behind.is_some_and(|t| read.str(t) != "requirement" && !against(t) && !is_met(context, t) && !is_quoted(context, i, t));
    governed || behind || goal()
}

/// "116% of the planned amount, of which": a plan that a share is of plans nothing more.
fn is_yardstick(context: &Context, at: usize) -> bool {
    let read = context.read;
    let planned = matches!(read.str(at), "planned" | "scheduled" | "required");
    planned && at > 3 && read.str(at - 1) == "the" && read.str(at - 2) == "of" && context.is_figure(at - 3)
}

/// "995 villages achieved the goal of clean water": a plan that is fulfilled.
fn is_met(context: &Context, plan: usize) -> bool {
    let read = context.read;
    let verb = plan.saturating_sub(if read.word_is(plan - usize::from(plan > 0), Class::DETERMINER) { 2 } else { 1 });
    matches!(read.str(verb), "achieved" | "met" | "reached" | "fulfilled" | "realized" | "realised" | "attained" | "accomplished")
}

/// Whether the word at a token stands in quotation marks: a name ("planning for households"), which plans nothing.
fn is_quoted(context: &Context, i: usize, at: usize) -> bool {
    let read = context.read;
    let from = context.statement(i).max(at.saturating_sub(QUOTED));
    (from..at).filter(|t| read.word_is(*t, Class::QUOTE)).count() % 2 == 1
}

/// Tokens in front of a word that are looked at for quotation marks.
const QUOTED: usize = 60;

fn is_past(word: &str) -> bool {
    word.ends_with("ed")
        || matches!(word, "built" | "rose" | "fell" | "grew" | "held" | "put" | "spent" | "won" | "made" | "took" | "sent" | "gave")
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
    let clause = context.clause_before(i);
    if unit.is_counted() {
        let lead = clause.clone().rev().find(|t| !read.word_is(*t, Class::OVER | Class::UNDER | Class::ABOUT | Class::THAN))?;
        let near = context.near(i);
        let subject = || read.find(near.clone(), Class::PER).is_some_and(|at| opens_predicate(context, near.start..at, near.end));
        let adverbial = (!read.word_is(lead, Class::PREPOSITION) || subject()) && read.find(near.clone(), Class::PER_CAPITA).is_none();
        let in_front = adverbial.then(|| rate_of_clause(read, near.start, near.end)).flatten();
        return in_front.or_else(|| each_behind(context, i, true));
    }
    let given = || each_behind(context, i, false);
    rate_of_clause(read, clause.start, clause.end)
        .filter(|_| !context.rate_is_taken(i))
        .filter(|_| read.find(clause.clone(), Class::PER).is_none_or(|at| at >= context.before(i).start || given().is_none()))
        .or_else(given)
        .or_else(|| income_in_front(context, mention, clause))
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
    let household = (clause.start..at).any(|t| context.read.word_is(t, Class::HOUSEHOLDS));
    Some(if household { "household" } else { "person" }.to_owned())
}

/// No yearly income of one person in a report is as large as this, in units of any currency that reports use.
const LARGEST_INCOME: i64 = 200_000;
