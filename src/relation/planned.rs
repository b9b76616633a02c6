//! Plans: whether what the words around a figure say is still to be done ("will reach", "the planned investment was", "by 2015 each shall").

use super::Context;
use crate::language::Class;

/// A plan governs the clause: "will reach", "the planned investment was", "By 2015, ..."; or the figure is a `goal`.
pub(super) fn planned(context: &Context, i: usize, goal: impl FnOnce() -> bool) -> bool {
    let read = context.read;
    let sentence = context.sentence(i);
    let first = context.before(i).end;
    let front = context.statement(i).max(first.saturating_sub(40))..first;
    // Asked of the whole sentence before it is looked for: few figures have a plan in front.
    let cue = if context.is_said(i, Class::PLAN) { read.find_last(front, Class::PLAN) } else { None };
    // "1,100 hectares less than planned, at a cost of": what something is held against.
    let held = |at: usize| at > 0 && read.word_is(at - 1, Class::THAN) && at < context.near(i).start;
    let cue = cue.filter(|at| !is_attribute(context, i, *at) && !held(*at));
    let governed = cue.is_some_and(|at| {
        let behind = at + read.phrase_len(at) + 1;
        !is_quoted(context, i, at)
            && !has_its_figure(context, i, at)
            && !(behind..first).any(|v| is_told(context, v, first))
            && !read.tokens.get(at).is_some_and(|t| t.capital && at > sentence.start)
    });
    let after = context.behind(i);
    let behind = || read.find(after.start..after.end.min(after.start + 12), Class::PLAN);
    let behind = if context.is_followed_by(i, Class::PLAN) { behind() } else { None };
    // "80% of the planned amount", "12 km were laid against the target of 15 km": held against a plan.
    let against = |t: usize| {
        if (after.start..t).any(|w| read.str(w) == "against") {
            return true;
        }
        let of = if read.str(after.start) == "out" { after.start + 1 } else { after.start };
        read.str(of) == "of" && t <= of + 2
    };
    // "remained at 404 a month and will rise", "was 5 million in 2005 and this year's is targeted": the plan is another's. "23 percent were
    // required to post bonds": who does it now.
    let another = |and: usize, t: usize| {
        read.word_is(and, Class::AND) && (and + 1 == t || read.word_is(and + 1, Class::DETERMINER) || read.word_is(and - 1, Class::YEAR))
    };
    let other = |t: usize| {
        let behind = t + read.phrase_len(t);
        // "the 20 million committed to the valley", "the 40 towns planned a fair".
        let object = || read.word_is(behind, Class::DETERMINER) && matches!(read.str(t), "planned" | "committed" | "pledged");
        // "half as many as planned", "12 km were built as planned"
        (after.start..t).any(|and| another(and, t))
            || t > after.start && read.str(t - 1) == "as"
            || matches!(read.str(t), "requirement")
            || read.str(t) == "required" && read.str(t + 1) == "to"
            || object()
    };
    // "50 per cent are trained against a target of 80": what is only held against it.
    let held = |t: usize| matches!(read.str(t), "target" | "goal") && read.find(after.start..t, Class::THAN | Class::COMPARED).is_some();
    let behind = || behind.is_some_and(|t| !other(t) && !against(t) && !held(t) && !is_met(context, t) && !is_quoted(context, i, t));
    // "Against a target of 12,400 houses, 11,873 were completed": a fact of its own.
    let fact = || context.is_done(i) && read.find(context.near(i), Class::PLAN).is_none();
    (governed || behind() || goal()) && !fact()
}

/// "against a target of 88%, and the stay shortened from 5.4 to 5.1 days": the figure of the plan at token `at` has come, and another statement with it.
fn has_its_figure(context: &Context, i: usize, at: usize) -> bool {
    let read = context.read;
    let of = at + read.phrase_len(at);
    let Some(figure) = (of..of + HEDGED).find(|t| context.is_figure(*t)).filter(|_| read.str(of - 1) == "of") else { return false };
    let own = context.clause_before(i);
    let joined = figure < own.start && read.word_is(own.start, Class::AND) && read.classes(own).intersects(Class::RISE | Class::AUXILIARY);
    joined || is_result(context, figure, context.before(i).end)
}

/// "Against a target of 6,000 hectares, the service planted 5,400", "set itself a target of 6,000 and planted 5,400": a verb of its own tells what was done.
fn is_result(context: &Context, figure: usize, end: usize) -> bool {
    let read = context.read;
    let Some(joint) = (figure..end).find(|t| read.is_mark(*t, ',') || read.is_mark(*t, ';') || read.word_is(*t, Class::AND)) else {
        return false;
    };
    let done = |t: usize| {
        let future = matches!(read.str(t - 1), "be" | "being" | "to") || read.word_is(t - 1, Class::DETERMINER);
        is_past(read.str(t)) && !future && !read.phrase_is(t, Class::PLAN | Class::SCHEDULE | Class::PARTS)
    };
    let mut clause = joint + 1..end;
    clause.any(|t| done(t) || matches!(read.str(t), "was" | "were") && t + 1 == end)
}

/// Tokens of a hedge in front of the figure of a plan.
const HEDGED: usize = 3;

/// "116% of the planned amount, of which", "61% of the 140 places planned, serving 7,310", "the $23 million committed to the island since": a
/// plan that belongs to a thing plans nothing more.
fn is_attribute(context: &Context, i: usize, at: usize) -> bool {
    let read = context.read;
    let front = || {
        let of = at > 4 && read.str(at - 1) == "the" && read.str(at - 2) == "of";
        // "34.5 km out of the planned 77 km", "71 of the planned 80 wells (89%)".
        let out = if of && read.str(at - 3) == "out" { at - 4 } else { at.saturating_sub(3) };
        of && context.is_figure(out) || context.is_figure(at + 1) && at + 1 < context.before(i).start
    };
    if matches!(read.str(at), "planned" | "scheduled" | "required") && front() {
        return true;
    }
    if !is_past(read.str(at)) {
        return false;
    }
    let mut j = i;
    while let Some(previous) = context.previous(j) {
        j = previous;
        if context.after(j).start == at {
            // "the 140 places planned": a participle, and no verb of theirs.
            let definite = (context.unhedged(j)..context.before(j).end).any(|t| read.str(t) == "the");
            // "118 houses against 154 planned, at a cost of 9 million".
            let aside = read.is_mark(at + 1, ',') && context.is_reference(j);
            return aside
                || definite && !read.word_is(at + 1, Class::TO)
                || read.str(at + 1) == "to" && read.word_is(at + 2, Class::DETERMINER);
        }
    }
    false
}

/// "995 villages achieved the goal of clean water", "trained 40 midwives to meet the target of one for each clinic": a plan that is fulfilled.
fn is_met(context: &Context, plan: usize) -> bool {
    let read = context.read;
    let verb = plan.saturating_sub(if read.word_is(plan - usize::from(plan > 0), Class::DETERMINER) { 2 } else { 1 });
    matches!(read.str(verb), "achieved" | "met" | "reached" | "fulfilled" | "realized" | "realised" | "attained" | "accomplished")
        || matches!(read.str(verb), "achieve" | "meet" | "reach" | "fulfil" | "fulfill" | "realize" | "realise" | "attain")
}

/// Whether the word at a token stands in quotation marks: a name ("planning for households"), which plans nothing. What is quoted together
/// with the figure is a speech.
fn is_quoted(context: &Context, i: usize, at: usize) -> bool {
    let read = context.read;
    let from = context.statement(i).max(at.saturating_sub(QUOTED));
    let quote = |t: &usize| read.word_is(*t, Class::QUOTE);
    let speech = || at < context.before(i).end && !(at..context.before(i).end).any(|t| quote(&t));
    (from..at).filter(quote).count() % 2 == 1 && !speech()
}

/// A verb that tells what was done; not the participle of "is expected to be raised", in the clause that leads to token `end`.
fn is_told(context: &Context, v: usize, end: usize) -> bool {
    let read = context.read;
    let passive = || v > 0 && matches!(read.str(v - 1), "be" | "been" | "being") && read.find_word(v..end, Class::CLAUSE_END).is_none();
    // "to bring the irrigated area to 5,000 ha": a participle in front of its noun.
    let attribute = || v > 0 && read.word_is(v - 1, Class::DETERMINER) && read.is_word(v + 1) && !read.word_is(v + 1, Class::STOP);
    // "works have commenced on 54 sites", "45 sites have been identified"; not "has been planned", "is to have been built".
    let has = |t: usize| matches!(read.str(t), "has" | "have") && !(t > 0 && read.word_is(t - 1, Class::TO));
    let perfect = || {
        let auxiliary = v.checked_sub(if v > 1 && read.str(v - 1) == "been" { 2 } else { 1 });
        auxiliary.is_some_and(has)
            && !read.phrase_is(v, Class::PLAN)
            && !matches!(read.str(v), "projected" | "budgeted" | "earmarked" | "programmed")
    };
    // "had planned to mend 60 and managed 51"
    let managed = || read.str(v) == "managed" && context.is_figure(v + 1);
    is_past(read.str(v)) && (managed() || read.word_is(v, Class::VERB) && !passive() && !attribute() || perfect())
}

/// "must increase by no less than 10%", "the growth rate is forecast to be 3 per cent", "aiming to add 14,000 places": a rise or fall that is
/// still to come.
pub(super) fn is_to_come(context: &Context, i: usize) -> bool {
    // "growth of 3% is forecast for 2021"
    let behind = context.after(i).start;
    let foretold = matches!(context.read.str(behind + 1), "forecast" | "projected" | "expected" | "planned" | "targeted" | "envisaged");
    if foretold && matches!(context.read.str(behind), "is" | "are") {
        return true;
    }
    if !context.is_led_by(i, Class::PLAN) {
        return false;
    }
    let read = context.read;
    let near = context.near(i);
    let Some(cue) = read.find(near.clone(), Class::PLAN).filter(|at| !is_quoted(context, i, *at)) else { return false };
    let led = read.find_last(near.clone(), Class::RISE).is_some_and(|rise| rise > cue);
    let stated = || context.lead(i).is_some_and(|t| t > cue && matches!(read.str(t), "be" | "reach" | "average" | "to" | "at"));
    // "higher than projected, and than the trend growth of 2.8%": set against another.
    let compared = context.lead(i).is_some_and(|lead| read.find_word(cue + 1..lead, Class::THAN).is_some());
    let told = |v: usize| is_told(context, v, near.end) && !read.phrase_is(v, Class::RISE | Class::PLAN);
    (led || stated()) && !compared && !(cue + 1..near.end).any(told)
}

/// "The plan proposed the construction of 800 wells in six valleys", "the Strategy sets out 40 measures": a document of plan says it.
pub(super) fn planned_by_document(context: &Context, i: usize) -> bool {
    let read = context.read;
    let end = context.before(i).end;
    let from = context.statement(i).max(end.saturating_sub(DOCUMENT));
    // The verbs that lay something down end in these letters, most words do not.
    let could = |t: usize| matches!(read.str(t).as_bytes().last(), Some(b'd' | b's' | b'w'));
    let verb = (from..end).rev().find(|t| read.word_is(*t, Class::VERB | Class::AUXILIARY) || could(*t) && lays_down(read.str(*t)));
    let Some(verb) = verb.filter(|t| lays_down(read.str(*t))) else { return false };
    let subject = (from..verb).rev().find(|t| read.is_word(*t));
    subject.is_some_and(|t| verb - t <= 2 && is_document(read.str(t)))
}

/// Tokens in front of a figure in which a document of plan is looked for.
const DOCUMENT: usize = 24;

fn is_document(word: &str) -> bool {
    matches!(word, "plan" | "planning" | "outline" | "strategy" | "blueprint" | "roadmap" | "programme" | "program" | "scheme")
        || matches!(word, "Plan" | "Planning" | "Outline" | "Strategy" | "Blueprint" | "Roadmap" | "Programme" | "Program" | "Scheme")
}

fn lays_down(word: &str) -> bool {
    matches!(word, "developed" | "proposed" | "proposes" | "determined" | "determines" | "envisages" | "envisaged" | "foresees" | "foresaw")
        || matches!(word, "specifies" | "specified" | "outlines" | "outlined" | "calls" | "called" | "sets" | "stipulates" | "stipulated")
}

/// Tokens in front of a word that are looked at for quotation marks.
const QUOTED: usize = 60;

pub(super) fn is_past(word: &str) -> bool {
    word.ends_with("ed")
        || matches!(word, "built" | "rose" | "fell" | "grew" | "held" | "put" | "spent" | "won" | "made" | "took" | "sent" | "gave")
}
