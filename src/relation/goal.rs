//! Goals: from the words in front of a figure to whether it tells a target rather than a result.

use super::Context;
use super::cut::is_period;
use super::gap::{is_agreed, is_comparative};
use super::planned::is_past;
use crate::analysis::Kind;
use crate::language::Class;
use crate::quantity::Mention;
use crate::text::lowered;

/// "a target of 600 yuan", "the planned task (30,000 people)".
pub(super) fn is_goal(context: &Context, i: usize) -> bool {
    let (read, near) = (context.read, context.near(i));
    // "the yearly task of transfer training of 800 people".
    let assigned = || {
        let task = near.clone().rev().take(TASK_REACH).find(|t| read.word_is(*t, Class::SCHEDULE) && read.str(t + 1) == "of");
        let given = |t: usize| near.clone().take_while(|v| *v < t).any(|v| is_given(read.str(v)));
        task.is_some_and(|t| given(t) && context.lead(i).is_some_and(|l| read.str(l) == "of"))
    };
    let of = || {
        let within = |reach: usize| read.find_last(near.end.saturating_sub(reach).max(near.start)..near.end, Class::SCHEDULE);
        let at = within(GOAL_REACH);
        // "The target for 2030 is 40 tonnes".
        let dated = |at: usize| read.str(at + 1) == "for" && read.word_is(at + 2, Class::YEAR) && matches!(read.str(at + 3), "is" | "was");
        // "the annual plan of 80,000 hectares": behind all words of the phrase.
        let last = |at: usize| at + read.entry(at, Class::SCHEDULE).map_or(1, |(_, len)| len) - 1;
        // "The goal had been 500,000", "the quota for the northern stock was 129 tons".
        let stated = |at: usize| {
            let lead = context.lead(i).unwrap_or_default();
            let verb = if read.str(lead) == "at" && matches!(read.str(lead - 1), "set" | "fixed" | "put") { lead - 1 } else { lead };
            let be = matches!(read.str(verb), "was" | "were" | "been" | "stood" | "set" | "fixed" | "put" | "is" | "are");
            let own = matches!(read.str(at + 1), "was" | "were" | "is" | "are" | "had" | "for" | "stood") && at + STATED > lead;
            be && own && lead > at && (at + 1..lead).all(|t| read.is_word(t) && !read.word_is(t, Class::AND | Class::RISE))
        };
        // "The target for the year was 25,000"
        let for_year = || {
            at.is_none()
                && within(STATED).map(last).is_some_and(|at| read.str(at + 1) == "for" && is_period(read.str(at + 3)) && stated(at))
        };
        at.map(last).is_some_and(|at| matches!(read.str(at + 1), "of" | "is") || dated(at) || stated(at)) || for_year() || assigned()
    };
    let leads = context.lead(i).map_or("", |t| read.str(t));
    context.is_led_by(i, Class::SCHEDULE) && of()
        || surpassed(context, i)
        || leads == "(" && (brackets_goal(context, i) || context.tells_plan(i)) && !is_held_against_next(context, i)
        || leads == ":" && labels_goal(context, i)
        || is_agreed(context, i)
        || is_listed_goal(context, i)
        || (leads == "of" || context.continues_list(i)) && foreseen(context, i)
        || matches!(leads, "at" | "of" | "was" | "were" | "is" | "are") && is_need(context, i)
        || is_set_apart(context, i)
        || is_revised(context, i)
        || is_estimate(context, i)
        // "took 47 days to be repaired": how long it was.
        || context.is_followed_by(i, Class::TO) && is_to_be_done(context, i) && !context.near(i).any(|t| matches!(read.str(t), "took" | "takes" | "take"))
}

/// Tokens between a plan and the figure that its verb states.
const STATED: usize = 9;

/// "internal revenue in 2019-20 is estimated at 41 million": a budget. What "was estimated" or costs so much is told.
fn is_estimate(context: &Context, i: usize) -> bool {
    let read = context.read;
    let Some(lead) = context.lead(i) else { return false };
    let verb = if read.str(lead) == "be" { lead.checked_sub(2) } else { lead.checked_sub(1) };
    let Some(verb) = verb.filter(|v| *v > 0 && read.str(*v) == "estimated" && matches!(read.str(v - 1), "is" | "are")) else {
        return false;
    };
    let subject = context.statement(i).max(verb.saturating_sub(NEED))..verb;
    let budgeted = |t: usize| {
        lowered(read.str(t), |word| {
            matches!(
                word,
                "revenue" | "revenues" | "expenditure" | "expenditures" | "receipts" | "borrowings" | "outlay" | "outlays" | "spending"
            )
        })
    };
    subject.into_iter().any(budgeted)
}

/// "Of 717 ha of farmland to be restored", "40 homes to be built in the valley": what is still to come.
fn is_to_be_done(context: &Context, i: usize) -> bool {
    let read = context.read;
    let behind = context.behind(i);
    let mut front = behind.start..behind.end.min(behind.start + TO_BE);
    let Some(to) = front.find(|t| read.str(*t) == "to" && read.str(t + 1) == "be") else { return false };
    // "40% of the land is to be irrigated"
    let end = if matches!(read.str(to - 1), "is" | "are") && to > behind.start { to - 1 } else { to };
    let plain = (behind.start..end).all(|t| read.is_word(t) && !read.word_is(t, Class::VERB | Class::AUXILIARY | Class::PLAN));
    plain && read.str(to + 2).ends_with("ed") && !read.word_is(to + 2, Class::RISE)
}

/// Tokens between a figure and what is to be done of it.
const TO_BE: usize = 5;

/// "the need for housing was determined at 11,788 units", "needs were 50 million": what is needed is still to come; not "people in need were". A
/// form of "be", "at" or "of" leads to it.
fn is_need(context: &Context, i: usize) -> bool {
    let read = context.read;
    let near = context.near(i);
    if !context.lead(i).is_some_and(|t| near.contains(&t)) {
        return false;
    }
    // Asides may stand between: "the need for homes (in both towns) was put at".
    let lead = near.end;
    let subject = context.statement(i).max(lead.saturating_sub(NEED))..lead;
    let need = subject.clone().find(|t| matches!(read.str(*t), "need" | "needs" | "requirements" | "Needs" | "Requirements"));
    need.is_some_and(|t| {
        let noun = t == near.start || t > 0 && (read.word_is(t - 1, Class::DETERMINER) || !read.word_is(t - 1, Class::STOP));
        let single =
            (t + 1..lead).all(|v| !context.is_figure(v) && !read.is_mark(v, ',')) && read.find_word(t + 1..lead, Class::AND).is_none();
        let behind = matches!(read.str(t + 1), "for" | "of" | "was" | "were" | "is" | "are" | "in");
        noun && single && behind && !(t > 0 && read.str(t - 1) == "in")
    })
}

/// Tokens from a need to its figure.
const NEED: usize = 16;

/// "6.9 million has been earmarked", "for which 45 million is budgeted": money that waits. What "was earmarked" is told of another time.
fn is_set_apart(context: &Context, i: usize) -> bool {
    let read = context.read;
    let at = context.after(i).start;
    if !read.word_is(at, Class::AUXILIARY) {
        return false;
    }
    let verb = match (read.str(at), read.str(at + 1)) {
        ("has" | "have", "been") => at + 2,
        ("is" | "are", _) => at + 1,
        _ => return false,
    };
    // "was proposed to", "is proposed by": who does so is told.
    let proposed = || matches!(read.str(verb), "proposed") && matches!(read.str(verb + 1), "over" | "for" | "in" | "from" | "under" | ".");
    matches!(read.str(verb), "earmarked" | "budgeted" | "reserved" | "programmed" | "pencilled" | "foreseen")
        || proposed()
        || read.str(verb) == "set" && matches!(read.str(verb + 1), "aside" | "apart")
}

/// "the programme has been revised upwards from 18 million to 23 million", "the original estimate of 1,359 million for her programme".
fn is_revised(context: &Context, i: usize) -> bool {
    let read = context.read;
    let Some(lead) = context.lead(i) else { return false };
    let clause = context.clause_before(i);
    let plan =
        |t: usize| read.word_is(t, Class::SCHEDULE) || matches!(read.str(t), "programme" | "program" | "budget" | "estimate" | "forecast");
    if read.str(lead) == "of" && lead > clause.start + 1 {
        return plan(lead - 1)
            && matches!(read.str(lead - 2), "original" | "revised" | "initial" | "approved" | "supplementary" | "budget");
    }
    if !read.word_is(lead, Class::FROM | Class::TO) || !context.is_led_by(i, Class::AUXILIARY) {
        return false;
    }
    let revised = clause.clone().find(|t| read.str(*t) == "revised");
    revised.is_some_and(|t| t > 0 && read.word_is(t - 1, Class::AUXILIARY) && t - clause.start <= REVISED && (clause.start..t).any(plan))
}

/// Tokens of the subject that is revised.
const REVISED: usize = 16;

/// What is part of a plan is planned: "11,788 homes are needed, of which 8,788 ..."; unless it is said to be done.
pub(super) fn hand_to_parts(context: &Context, mentions: &mut [Mention]) {
    for i in 0..mentions.len() {
        let part = mentions.get(i).filter(|m| m.kind == Kind::Level && m.per.is_none());
        let planned = part.and_then(|m| mentions.get(m.of?.0).filter(|t| t.kind == Kind::Target && t.unit == m.unit));
        // "72 of the 120 streets planned": what stands in front of its plan is done.
        if planned.is_none_or(|total| total.first > context.end(i)) || context.is_done(i) {
            continue;
        }
        let total = part.and_then(|m| m.of).map_or(i, |(total, _)| total);
        if context.gap(i).any(|t| is_told(context, t)) || is_spent(context, mentions, i, total) {
            continue;
        }
        if let Some(m) = mentions.get_mut(i) {
            m.kind = Kind::Target;
        }
    }
}

/// Whether the words right behind part `i` of `total` say that it is done: "60 million (62 per cent) had come in", "45 million, went to farms, 30 million
/// to mills" (one verb for both).
pub(super) fn is_spent(context: &Context, mentions: &[Mention], i: usize, total: usize) -> bool {
    let read = context.read;
    let behind = context.head(context.said_behind(i));
    let after = context.after(i).start;
    let went = read.is_mark(after, ',') && matches!(read.str(after + 1), "went" | "came");
    let same = |m: &Mention| m.kind == Kind::Level && m.of.is_some_and(|(whole, _)| whole == total);
    let listed = || context.previous(i).filter(|p| *p > total).and_then(|p| mentions.get(p)).is_some_and(same);
    went || listed() || (behind.start..behind.end.min(behind.start + DONE)).any(|t| is_told(context, t))
}

/// A word that tells of what has been done; "and 300 are built by others" is told of what is being done.
fn is_told(context: &Context, t: usize) -> bool {
    let read = context.read;
    let passive = t > 0 && matches!(read.str(t - 1), "is" | "are" | "be");
    read.word_is(t, Class::VERB) && is_past(read.str(t)) && !passive || matches!(read.str(t), "already" | "so" | "had" | "has" | "have")
}

/// Tokens behind a part that may say it is done.
const DONE: usize = 4;

/// "a proposed grant of 72 million", "expected surpluses of 50 million and 49 million", "the programmed ceiling of 21 million": the thing is
/// only planned; not "the proposed law cut taxes of 4 million".
fn foreseen(context: &Context, i: usize) -> bool {
    let read = context.read;
    let first = context.first_of_list(i);
    let Some(of) = context.lead(first).filter(|t| read.str(*t) == "of") else { return false };
    if is_comparative(read.str(context.after(i).start)) {
        return false;
    }
    let near = context.near(first);
    let plan = |t: &usize| {
        matches!(read.str(*t), "proposed" | "expected" | "anticipated" | "projected" | "programmed" | "budgeted" | "forecast" | "planned")
    };
    let Some(at) = (of.saturating_sub(FORESEEN).max(near.start)..of).rev().find(plan) else { return false };
    let attribute = at == near.start || !read.word_is(at - 1, Class::THAN) && read.str(at - 1) != "to";
    attribute && at + 1 < of && (at + 1..of).all(|t| read.is_word(t) && !read.word_is(t, Class::STOP | Class::RISE))
}

/// Tokens from "proposed" to "of".
const FORESEEN: usize = 4;

/// "surpassing the target of 27.5 billion", "above the 30,000-tonne target": a target that a result is set against.
fn surpassed(context: &Context, i: usize) -> bool {
    let read = context.read;
    let goal = |t: usize| matches!(read.str(t), "target" | "goal" | "quota" | "objective");
    let before = context.before(i);
    let Some(last) = before.clone().next_back() else { return false };
    let named = read.str(last) == "of" && before.len() > 1 && goal(last - 1);
    let behind = context.after(i).start;
    let owned = || read.word_is(last, Class::DETERMINER) && !matches!(read.str(last), "a" | "an" | "any" | "some");
    named || owned() && goal(behind) && !read.is_mark(behind + 1, '-') && !read.word_is(behind + 1, Class::NOUN | Class::PEOPLE)
}

/// "below the 2030 target (no more than 40 tonnes)": the target itself in a bracket behind its word.
fn brackets_goal(context: &Context, i: usize) -> bool {
    context.lead(i).is_some_and(|t| t > 0 && matches!(context.read.str(t - 1), "target" | "goal" | "quota" | "objective"))
}

/// "96% of target (24,000 against 25,000)": a result, which the next figure is the target of.
fn is_held_against_next(context: &Context, i: usize) -> bool {
    let held = |n: usize| context.gap(n).any(|t| matches!(context.read.str(t), "against" | "out"));
    context.next(i).is_some_and(held)
}

/// "Target: 25,000 children; achieved: 24,000", "(target: 25,000)".
fn labels_goal(context: &Context, i: usize) -> bool {
    let read = context.read;
    let colon = context.lead(i).filter(|t| *t > context.sentence(i).start && read.is_mark(*t, ':'));
    colon.is_some_and(|t| matches!(read.str(t - 1), "Target" | "target" | "Goal" | "goal" | "Planned" | "planned"))
}

/// A verb that lays a task upon somebody.
fn is_given(word: &str) -> bool {
    matches!(word, "assigned" | "set" | "defined" | "fixed" | "gave" | "given" | "assigns" | "sets" | "received" | "adopted")
}

/// Tokens from the word of task to its figure.
const TASK_REACH: usize = 9;

/// Tokens from the word of plan to its figure.
const GOAL_REACH: usize = 4;

/// "Objectives of the programme: To build 40 wells and plant 300 mu", "The goals were put forward: By 2030, double the income of 90%": what
/// stands behind the colon is still to be done.
pub(super) fn is_listed_goal(context: &Context, i: usize) -> bool {
    let read = context.read;
    let (start, end) = (context.sentence(i).start, context.before(i).end);
    let Some(colon) = context.colon(i).filter(|colon| end - colon <= GOAL_LIST) else { return false };
    let goals = |t: usize| {
        matches!(read.str(t), "goals" | "objectives" | "targets" | "tasks" | "aims" | "Objectives" | "Goals" | "Targets" | "Tasks")
    };
    let named = |reach: usize| (colon.saturating_sub(reach).max(start)..colon).any(goals);
    let verb = |t: usize| read.word_is(t, Class::VERB) && is_past(read.str(t)) && !matches!(read.str(t - 1), "be" | "been");
    // "met their targets: Fenn at 178%", "when 30% of the incomes reach it": told of what was reached, or of a condition.
    let met = || (colon.saturating_sub(MET).max(start)..colon).any(|t| is_reached(read.str(t)));
    let condition = || context.near(i).any(|t| matches!(read.str(t), "when" | "if" | "where" | "while" | "at"));
    let open = || named(NEAR_GOALS) && !met() && !condition() && !(colon + 1..end).any(|t| read.word_is(t, Class::AUXILIARY) || verb(t));
    (matches!(read.str(colon + 1), "To" | "to") && named(GOAL_LIST) || open()) && !context.is_done(i)
}

fn is_reached(word: &str) -> bool {
    matches!(
        word,
        "achieved" | "met" | "exceeded" | "surpassed" | "reached" | "fulfilled" | "attained" | "completed" | "missed" | "realized"
    )
}

/// Tokens in front of the colon in which the goals are said to be reached.
const MET: usize = 16;

/// Tokens in front of the colon in which goals are named where no infinitive follows.
const NEAR_GOALS: usize = 8;

/// Tokens on either side of the colon that are looked at.
const GOAL_LIST: usize = 100;
