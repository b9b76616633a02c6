//! What a result is set against, told as a thing rather than by a verb of plan: "the 24,000 planned", "of the budgeted 300 million", "the limit of
//! 50 per cent", "(standard: 95 per cent)".

use super::Context;
use crate::analysis::Unit;
use crate::language::Class;

/// Whether figure `i` is such a yardstick.
pub(super) fn is_yardstick(context: &Context, i: usize, unit: Unit) -> bool {
    // Points are a distance, unless a label says what they are.
    let bound = || planned_behind(context, i) || planned_in_front(context, i) || of_bound(context, i, unit) || bound_behind(context, i);
    unit != Unit::PercentagePoint && bound() || labelled(context, i)
}

/// "the US$236 million programmed", "the 40% agreed for 2017", "the 136,000 children targeted"; not "the 40 towns planned a fair".
fn planned_behind(context: &Context, i: usize) -> bool {
    let read = context.read;
    let after = context.after(i).start;
    // Most words are none, and no word of grammar is.
    if !read.is_word(after) || read.word_is(after, Class::PREPOSITION | Class::AND | Class::AUXILIARY) {
        return false;
    }
    if !is_plan(read.str(after)) && !matches!(read.str(after), "requested" | "sought") {
        return false;
    }
    let first = context.unhedged(i);
    let definite = (first..context.before(i).end).any(|t| matches!(read.str(t), "the" | "The" | "its" | "their"));
    // "the 300 people scheduled to appear": persons to whom it will happen, and a verb with its object.
    let closes = |t: usize| {
        !read.is_word(t)
            || read.word_is(t, Class::AND | Class::AUXILIARY)
            || read.word_is(t, Class::PREPOSITION) && !read.word_is(t, Class::TO)
    };
    definite && closes(after + 1)
}

/// "the planned 1,140", "of the budgeted US$ 20 million", "out of an approved 5 million".
fn planned_in_front(context: &Context, i: usize) -> bool {
    let read = context.read;
    let end = context.before(i).end;
    let approved = |word: &str| matches!(word, "approved" | "requested" | "proposed" | "intended");
    end > 1 && read.word_is(end - 2, Class::DETERMINER) && (is_plan(read.str(end - 1)) || approved(read.str(end - 1)))
}

/// A participle that makes a thing planned.
pub(super) fn is_plan(word: &str) -> bool {
    matches!(word, "agreed" | "planned" | "budgeted" | "targeted" | "scheduled" | "foreseen" | "projected" | "programmed" | "envisaged")
        || matches!(word, "stipulated" | "prescribed" | "targetted" | "forecast")
}

/// "a ceiling of 21 million", "the standard is 500": a bound by itself. "against the budget of 40 million", "94% of the approved estimate of
/// 12 million": what is only a sum elsewhere is a yardstick where a result is held against it.
fn of_bound(context: &Context, i: usize, unit: Unit) -> bool {
    let read = context.read;
    let Some(lead) = context.lead(i).filter(|t| *t > context.before(i).start && matches!(read.str(*t), "of" | "is" | "was")) else {
        return false;
    };
    let noun = read.str(lead - 1);
    // A "limit" of money is often what one has to spend.
    if is_ceiling(noun) && (noun != "limit" || !unit.is_currency())
        || is_norm(noun) && !unit.is_currency()
        || noun == "benchmark" && unit.is_relative()
    {
        return true;
    }
    read.str(lead) == "of" && (is_bound(noun) || is_sum(noun)) && is_held_against(context, i, lead - 1)
}

/// "the 18-week maximum", "the 30 per cent ceiling", "compared to 70 per cent national target": the bound stands behind its figure.
fn bound_behind(context: &Context, i: usize) -> bool {
    let read = context.read;
    let behind = context.after(i).start;
    let owned = context.before(i).next_back().is_some_and(|t| matches!(read.str(t), "the" | "its" | "their" | "The"));
    if !owned && !context.is_reference(i) {
        return false;
    }
    // "the 66 million allowable annual cut"
    if owned && matches!(read.str(behind), "allowable" | "permitted" | "permissible") && read.is_word(behind + 1) {
        return !read.word_is(behind + 1, Class::STOP);
    }
    let bound = |t: usize| is_bound(read.str(t)) || read.str(t) == "deadline";
    let plain = |t: usize| read.is_word(t) && !read.word_is(t, Class::STOP);
    let Some(noun) = (behind..behind + BOUND).find(|t| bound(*t) || !plain(*t)).filter(|t| bound(*t)) else { return false };
    noun == behind && !read.is_mark(noun + 1, '-') || noun > behind && !plain(noun + 1) && !read.is_mark(noun + 1, '-')
}

/// Tokens behind a figure that may name its bound ("emergency threshold").
const BOUND: usize = 4;

/// Tokens from the opening of a bracket with a label to its figure: a hedge of three words and a joint.
const LABEL: usize = 7;

/// "(standard: 95 per cent)", "(planned 300)", "(limit of 40 hours)".
fn labelled(context: &Context, i: usize) -> bool {
    let read = context.read;
    let before = context.before(i);
    let mut end = context.unhedged(i);
    if end > before.start + 2 && (read.is_mark(end - 1, ':') || matches!(read.str(end - 1), "of" | "is" | "was")) {
        end -= 1;
    }
    let named = |word: &str| is_plan(word) || is_bound(word) || is_sum(word);
    end > before.start + 1 && end - 2 >= before.end.saturating_sub(LABEL) && read.is_mark(end - 2, '(') && named(read.str(end - 1))
}

/// Whether a result is held against the noun at token `noun`: "exceeding the approved estimate", "94% of the budget".
fn is_held_against(context: &Context, i: usize, noun: usize) -> bool {
    let read = context.read;
    let from = noun.saturating_sub(ADJECTIVES).max(context.before(i).start);
    // "against a budget of 40 million": a sum like any other, before it is known.
    let article = |t: usize| matches!(read.str(t), "the" | "its" | "their") || matches!(read.str(t), "a" | "an") && !is_sum(read.str(noun));
    let Some(article) = (from..noun).rev().find(|t| article(*t)) else { return false };
    let plain = (article + 1..noun).all(|t| read.is_word(t) && !read.word_is(t, Class::PREPOSITION | Class::AUXILIARY));
    let Some(lead) = article.checked_sub(1).filter(|_| plain) else { return false };
    let share = || read.str(lead) == "of" && context.previous(i).is_some_and(|p| context.after(p).start == lead);
    let held = |word: &str| {
        matches!(
            word,
            "against" | "below" | "above" | "under" | "over" | "within" | "than" | "beyond" | "versus" | "exceeding" | "exceeded"
        ) || matches!(word, "exceeds" | "surpassing" | "surpassed" | "meeting" | "met" | "meets")
    };
    held(read.str(lead)) || read.str(lead) == "of" && lead > 0 && read.str(lead - 1) == "short" || share()
}

/// Tokens between an article and its noun.
const ADJECTIVES: usize = 5;

/// What bounds a result, by its noun: "a target of 95", "the norm of 80 litres".
pub(super) fn is_bound(word: &str) -> bool {
    is_ceiling(word) || is_norm(word)
}

/// What a result lies above or below: a bound, or the mean of all.
pub(super) fn is_bound_or_mean(word: &str) -> bool {
    is_bound(word) || matches!(word, "average" | "mean" | "median")
}

/// What is never reached but by leave: always a bound.
fn is_ceiling(word: &str) -> bool {
    matches!(word, "ceiling" | "limit" | "quota" | "cap" | "target" | "goal")
}

/// What things should be like. A "standard" in money is paid: it is what it is.
fn is_norm(word: &str) -> bool {
    matches!(word, "standard" | "norm" | "threshold" | "requirement" | "minimum" | "maximum")
}

/// Sums that a result may be held against.
fn is_sum(word: &str) -> bool {
    matches!(word, "budget" | "estimate" | "allocation" | "provision" | "appropriation" | "forecast" | "projection" | "plan")
}
