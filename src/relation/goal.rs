//! Goals: from the words in front of a figure to whether it tells a target rather than a result.

use super::Context;
use super::gap::is_agreed;
use crate::language::Class;

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
        let at = read.find_last(near.end.saturating_sub(GOAL_REACH).max(near.start)..near.end, Class::SCHEDULE);
        // "The target for 2030 is 40 tonnes".
        let dated = |at: usize| read.str(at + 1) == "for" && read.word_is(at + 2, Class::YEAR) && matches!(read.str(at + 3), "is" | "was");
        at.is_some_and(|at| matches!(read.str(at + 1), "of" | "is") || dated(at)) || assigned()
    };
    context.is_led_by(i, Class::SCHEDULE) && of()
        || surpassed(context, i)
        || brackets_goal(context, i)
        || context.tells_plan(i)
        || is_agreed(context, i)
        || is_listed_goal(context, i)
}

/// "surpassing the target of 27.5 billion", "above the 30,000-tonne target": a target that a result is set against.
fn surpassed(context: &Context, i: usize) -> bool {
    let read = context.read;
    let goal = |t: usize| matches!(read.str(t), "target" | "goal" | "quota" | "objective");
    let before = context.before(i);
    let Some(last) = before.clone().next_back() else { return false };
    let named = read.str(last) == "of" && before.len() > 1 && goal(last - 1);
    let behind = context.after(i).start;
    let owned = read.word_is(last, Class::DETERMINER) && !matches!(read.str(last), "a" | "an" | "any" | "some");
    named || owned && goal(behind) && !read.is_mark(behind + 1, '-')
}

/// "below the 2030 target (no more than 40 tonnes)": the target itself in a bracket behind its word.
fn brackets_goal(context: &Context, i: usize) -> bool {
    let open = context.lead(i).filter(|t| context.read.is_mark(*t, '('));
    open.is_some_and(|t| t > 0 && matches!(context.read.str(t - 1), "target" | "goal" | "quota" | "objective"))
}

/// A verb that lays a task upon somebody.
fn is_given(word: &str) -> bool {
    matches!(word, "assigned" | "set" | "defined" | "fixed" | "gave" | "given" | "assigns" | "sets" | "received" | "adopted")
}

/// Tokens from the word of task to its figure.
const TASK_REACH: usize = 9;

/// Tokens from the word of plan to its figure.
const GOAL_REACH: usize = 4;

/// "Objectives of the programme: To build 40 wells and plant 300 mu": what stands behind the colon is still to be done.
fn is_listed_goal(context: &Context, i: usize) -> bool {
    let read = context.read;
    let (start, end) = (context.sentence(i).start, context.before(i).end);
    let Some(colon) = (start..end).rev().take(GOAL_LIST).find(|t| read.is_mark(*t, ':')) else { return false };
    let goals = |t: usize| {
        matches!(read.str(t), "goals" | "objectives" | "targets" | "tasks" | "aims" | "Objectives" | "Goals" | "Targets" | "Tasks")
    };
    matches!(read.str(colon + 1), "To" | "to") && (colon.saturating_sub(GOAL_LIST).max(start)..colon).any(goals) && !context.is_done(i)
}

/// Tokens on either side of the colon that are looked at.
const GOAL_LIST: usize = 100;
