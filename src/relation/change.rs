//! Rises and falls: whether a figure tells by how much something changed, from the words in front of it and behind it.

use super::Context;
use super::change_behind::{follows, follows_list, rises_by_name};
use super::driver::names_cause;
use super::gap::is_comparative;
use super::listed::adds_to_change;
use super::moved_so::{is_raised, set_off};
use super::moving_rate::{moves_change, rises_itself};
use super::partitive::is_item_mark;
use crate::analysis::Unit;
use crate::language::Class;
use crate::quantity::further;
use crate::text::{Token, lowered};

/// Tokens between a word of rise or fall and its figure ("an average annual increase of about 12%").
const REACH: usize = 9;

/// The same where "by" leads to the figure: "reduced the number of people on the list at the end of the quarter by".
const OBJECT: usize = 22;

/// A rise or fall leads to the figure, or a comparison with an earlier value follows it.
pub(super) fn changes(context: &Context, i: usize, unit: Unit) -> bool {
    let read = context.read;
    // "in one school in six more than 60": the hedge of the next figure.
    let end = context.end(i);
    let hedge = || matches!(read.str(end), "more" | "less" | "fewer") && read.str(end + 1) == "than";
    if closes_list(context, i) || unit == Unit::Percent && context.next(i).is_some_and(|n| context.before(n).end == end + 2) && hedge() {
        return false;
    }
    if further(read, context.end(i)) && !opens_list(context, i) {
        return true;
    }
    let in_front = || {
        let clause = context.near(i);
        // "by" leads from the verb to its step, however long the object is.
        let by = context.lead(i).is_some_and(|t| read.str(t) == "by");
        let near = clause.start.max(clause.end.saturating_sub(if by { OBJECT } else { REACH }))..clause.end;
        read.find_last(near.clone(), Class::RISE).is_some_and(|at| rise_leads(context, at, near.end, unit))
    };
    bracketed(context, i)
        || context.is_led_by(i, Class::RISE) && (in_front() || rise_is_subject(context, i))
        || follows(context, i)
        || is_raised(context, i)
        || by_apart(context, i)
        || context.is_followed_by(i, Class::AUXILIARY) && newly_added(context, i)
        || extra_over(context, i)
        || unit.is_relative()
            && (rises_itself(context, i)
                || moves_change(context, i)
                || told_of_name(context, i)
                || improved(context, i)
                || set_off(context, i)
                || follows_list(context, i))
        || !unit.is_relative() && (drives(context, i) || gives_rise(context, i) || adds_to_change(context, i) || rises_by_name(context, i))
}

/// "3,870, an extra 410 students over the previous intake".
fn extra_over(context: &Context, i: usize) -> bool {
    let read = context.read;
    let lead = context.unhedged(i).checked_sub(1).filter(|t| *t > 0);
    let extra = lead.is_some_and(|t| matches!(read.str(t), "extra" | "additional" | "further") && matches!(read.str(t - 1), "an" | "a"));
    let behind = context.after(i);
    extra
        && (behind.start..behind.end.min(behind.start + 2))
            .any(|t| matches!(read.str(t), "over" | "on" | "than" | "compared") && read.word_is(t + 1, Class::DETERMINER))
}

/// "13,490 persons, including 5,180 refugees, 3,520 returnees and an additional 4,790 hosts": one more member of a list of parts.
fn closes_list(context: &Context, i: usize) -> bool {
    let read = context.read;
    let gap = context.gap(i);
    let further = gap.clone().next_back().is_some_and(|t| matches!(read.str(t), "additional" | "further"));
    further
        && gap.clone().any(|t| read.word_is(t, Class::AND))
        && read.find_word(gap, Class::CLAUSE_END).is_none()
        && (context.in_sentence(i).start..i).any(|j| context.opened_by(j, Class::PARTS | Class::ALL_PARTS))
}

/// Tokens from "including" to the first of the names.
const NAMED: usize = 7;

/// "10,240 works, namely 6,115 additional bedrooms": one kind of works, in a list that is told in full. "i.e. 30 additional nurses" says again
/// what has changed.
fn opens_list(context: &Context, i: usize) -> bool {
    let read = context.read;
    let before = context.before(i);
    let Some(t) = read.find_last(before.clone(), Class::ALL_PARTS) else { return false };
    let right_before = read.entry(t, Class::ALL_PARTS).is_some_and(|(_, len)| t + len == before.end);
    right_before && !matches!(read.str(t), "i" | "that" | "being")
}

/// Tokens between a word of rise or fall and the names that it is told of.
const HEAD: usize = 60;

/// "declines in four valleys: Fenn (17 per cent), Marle 5 per cent", "the largest fall was in Pell (26%), followed by Fenn (18%)", "increases in
/// the price of bread (4%)": a rate behind a name or in a bracket, under a word of rise or fall.
pub(super) fn told_of_name(context: &Context, i: usize) -> bool {
    let read = context.read;
    let before = context.before(i);
    let Some(last) = before.clone().next_back() else { return false };
    let bracket = read.is_mark(last, '(');
    let Some(name) = (if bracket { last.checked_sub(1) } else { Some(last) }).filter(|t| read.is_word(*t)) else { return false };
    let from = context.statement(i).max(name.saturating_sub(HEAD));
    let Some(head) = read.find_last(from..name, Class::RISE) else { return false };
    let named = read.tokens.get(name).is_some_and(|t| t.capital) && !read.word_is(name, Class::STOP | Class::MONTH);
    // "an increase in the prices of greens, including cabbages (14 per cent)"
    let such = (head..name).rev().find(|t| read.is_mark(*t, ',') && matches!(read.str(t + 1), "including" | "notably" | "especially"));
    let ends = such.filter(|t| name - t <= NAMED).unwrap_or(name);
    let clause = || {
        bracket && names_change(context, head) && read.find_word(head..ends, Class::VERB | Class::AUXILIARY | Class::CLAUSE_END).is_none()
    };
    // "The sectors that recorded decreases in output were textiles and leather (44 per cent)": several rose or fell, and are named.
    let several = || {
        // "The groups which increased were food (0.4 per cent)".
        let which = || matches!(read.str(head - 1), "which" | "that") && read.str(head).ends_with("ed");
        let plural = names_change(context, head) && read.str(head).ends_with('s')
            || head > from && which()
            || read.str(head + 1) == "levels" && read.str(head).ends_with("ed");
        // "Increases were registered in cocoa (8 per cent)".
        let noted = |t: usize| matches!(read.str(t), "registered" | "recorded" | "noted" | "observed" | "reported" | "seen");
        let named = read.find_last_word(head..name, Class::AUXILIARY).is_none_or(|t| read.str(t) == "were")
            && read.find(head + 1..name, Class::VERB).is_none_or(|t| noted(t) && read.find(t + 1..name, Class::VERB).is_none());
        bracket && plural && named && (head..name).all(|t| !context.is_figure(t))
    };
    (named || clause() || several()) && read.find(head + 1..ends, Class::SHARE | Class::RATE | Class::PARTS | Class::PLAN).is_none()
}

/// "the index improved 11 per cent": only rates improve by so much; "grew an equally impressive 5.4 per cent", "rose by a modest 2%".
fn improved(context: &Context, i: usize) -> bool {
    let read = context.read;
    let before = context.before(i);
    let Some(last) = before.clone().next_back() else { return false };
    // "lost 3 percent of its forests"; "lost 12 percent of the votes" is a share.
    let after = context.after(i).start;
    let own = || read.str(after) != "of" || matches!(read.str(after + 1), "its" | "their" | "his" | "her");
    // "raised exports of the towns by 17%"
    let raised = |t: usize| {
        matches!(read.str(t), "raised" | "lifted" | "boosted" | "pushed" | "lowered" | "raising" | "lifting" | "boosting" | "lowering")
    };
    // "had raised wages, by 5% on average"
    let near = if context.near(i).len() == 1 { context.before(i) } else { context.near(i) };
    if context.lead(i).is_some_and(|t| read.str(t) == "by") && (near.end.saturating_sub(OBJECT).max(near.start)..near.end).any(raised) {
        return true;
    }
    let moved = matches!(read.str(last), "improved" | "worsened" | "deteriorated" | "improving" | "worsening" | "advanced" | "firmed");
    if moved || matches!(read.str(last), "lost" | "shed") && own() {
        return true;
    }
    let Some(article) = (last.saturating_sub(MANNER).max(before.start)..last).rev().find(|t| matches!(read.str(*t), "a" | "an")) else {
        return false;
    };
    let manner = |t: usize| read.is_word(t) && !read.word_is(t, Class::PREPOSITION | Class::RISE | Class::RATE | Class::AND);
    let lead =
        (before.start..article).next_back().filter(|t| read.str(*t) != "by").or(article.checked_sub(2).filter(|t| *t >= before.start));
    (article + 1..=last).all(manner) && lead.is_some_and(|t| read.word_is(t, Class::RISE) && is_finite(read.str(t)))
}

/// A verb of rise or fall in the past, which is no noun.
pub(super) fn is_finite(word: &str) -> bool {
    matches!(word, "grew" | "rose" | "fell" | "shrank" | "slid") || word.ends_with("ed")
}

/// Tokens from an article to the last of the words that tell how a rise was.
const MANNER: usize = 3;

/// "This increase was caused by: • $80 million of higher prices", "the fall reflects $3 million of rents and $2 million of fees": what a rise or
/// fall is made of.
fn drives(context: &Context, i: usize) -> bool {
    let read = context.read;
    let before = context.before(i);
    // Behind a mark: the colon itself, or what parts the items.
    let behind_mark = before.end.checked_sub(1).and_then(|t| read.tokens.get(t)).is_some_and(|t| t.mark().is_some());
    if !behind_mark {
        return false;
    }
    // Items of a list are sentences of their own.
    let start = context.sentence(i).start;
    let item = is_item_mark(read, start) || start > 0 && is_item_mark(read, start - 1);
    let from = if item { 0 } else { start };
    let list = from.max(before.end.saturating_sub(DRIVERS));
    let mark = |token: &Token| token.is(':') || token.is('.');
    let colon = read.tokens.get(list..before.end).and_then(|tokens| tokens.iter().rposition(mark));
    let Some(colon) = colon.map(|at| list + at) else { return false };
    let head = colon.saturating_sub(CAUSE).max(from)..colon;
    head.clone().any(|t| names_cause(read.str(t))) && head.into_iter().any(|t| names_change(context, t))
}

/// "rose by 21 per cent, driven by an increase in orders from Ald ($95 million), Brenn ($42 million)": what each of the names in front of brackets
/// adds to a rise or fall that is the cause of another.
fn gives_rise(context: &Context, i: usize) -> bool {
    let read = context.read;
    let before = context.before(i);
    let bracket = before.end.checked_sub(1).filter(|t| read.is_mark(*t, '(') && read.is_mark(context.after(i).start, ')'));
    let Some(bracket) = bracket.filter(|t| *t > before.start && (read.is_word(t - 1) || read.is_mark(t - 1, ')'))) else { return false };
    let front = context.statement(i).max(bracket.saturating_sub(DRIVERS))..bracket;
    let Some(rise) = front.clone().rev().find(|t| names_change(context, *t)) else { return false };
    let cause = |t: usize| names_cause(read.str(t));
    let source = (rise + 1..bracket).any(|t| matches!(read.str(t), "from" | "by" | "of" | "to" | "under"));
    source && (rise.saturating_sub(LED)..rise).any(cause) && read.find_word(rise..bracket, Class::AUXILIARY | Class::THAN).is_none()
}

/// Tokens from a word of cause to the noun of rise or fall: "due primarily to a further sharp increase".
const LED: usize = 7;

/// Tokens of a list of causes, and of what leads to it.
const DRIVERS: usize = 90;
const CAUSE: usize = 16;

/// "the highest increase (11.5 million)": right behind the noun of rise, in a bracket.
fn bracketed(context: &Context, i: usize) -> bool {
    let before = context.before(i);
    // "rates also up (1.25 per cent)".
    let moved = |t: usize| {
        matches!(context.read.str(t), "up" | "down") && !context.read.word_is(t - 1, Class::VERB) && !context.read.is_mark(t - 1, '-')
    };
    before.len() > 2 && context.read.is_mark(before.end - 1, '(') && (names_change(context, before.end - 2) || moved(before.end - 2))
}

/// "The increase in circulation during the year ending on that day was 21 million": however long the subject is.
fn rise_is_subject(context: &Context, i: usize) -> bool {
    let read = context.read;
    let near = context.near(i);
    // "..., while the increases in the two hill districts were".
    let joined = near.start > context.sentence(i).start && (read.word_is(near.start, Class::AND) || read.str(near.start) == "while");
    let near = near.start + usize::from(joined)..near.end;
    let article = matches!(read.str(near.start), "The" | "Its" | "Their" | "This") || joined && read.word_is(near.start, Class::DETERMINER);
    let opens = article && (joined || near.start == context.sentence(i).start);
    let noun = names_change(context, near.start + 1) || names_change(context, near.start + 2);
    let states = context
        .lead(i)
        .is_some_and(|t| matches!(read.str(t), "was" | "is" | "were" | "reached") || read.str(t) == "to" && read.str(t - 1) == "amounted");
    opens && noun && states && read.find_word(near.start + 2..near.end, Class::AUXILIARY).is_none_or(|t| context.lead(i) == Some(t))
}

/// "Nine clinics were newly added": what is said of a count behind it.
fn newly_added(context: &Context, i: usize) -> bool {
    let read = context.read;
    let behind = context.behind(i);
    let passive = read.find_word(behind.start..behind.end.min(behind.start + PASSIVE), Class::AUXILIARY);
    passive.is_some_and(|t| read.str(t + 1) == "newly" && matches!(read.str(t + 2), "increased" | "added" | "created" | "established"))
}

/// Tokens between a count and the verb behind it.
const PASSIVE: usize = 5;

/// "declined even faster, by 58.7%", "fell from 1,240 to 1,116, or by 10%": the joint stands in a clause of its own.
fn by_apart(context: &Context, i: usize) -> bool {
    let read = context.read;
    if context.lead(i).is_none_or(|t| read.str(t) != "by") {
        return false;
    }
    let clause = context.near(i);
    // "a fifth more than in 2018, were shared by 211 owners": who does it.
    let passive = || context.read.find_word(clause.clone(), Class::AUXILIARY).is_some_and(|t| context.read.str(t + 1) != "by");
    if clause.len() > 6 || context.read.find(clause.clone(), Class::VERB).is_some() || passive() {
        return false;
    }
    // "fell from 4.4 to 3.9 million, by 11.4%": other figures may stand in the clause of the verb.
    // "moved up from 85 to 110, i.e. by 29.4 percent".
    let comma = usize::from(clause.start > 6 && read.is_mark(clause.start - 1, ',') && read.is_mark(clause.start - 2, '.'));
    let start = clause.start - comma;
    let that_is = read.is_mark(start.saturating_sub(1), '.') && start > 5 && read.str(start - 2) == "e";
    let joint = if that_is { start - 5 } else { start.saturating_sub(1) };
    let front = context.tail(context.sentence(i).start..joint);
    let or = read.str(clause.start) == "or" && clause.len() <= 3;
    // "This was lower than the 32,850 tons of 2019, or by 12.7 per cent".
    let compared = || (context.statement(i)..clause.start).any(|t| is_comparative(read.str(t)) && read.str(t + 1) == "than");
    read.find(front, Class::RISE).is_some() || compared() || or && read.find(context.clause_before(i), Class::RISE).is_some()
}

/// Between the word of rise and the figure stands nothing, or the joint is "by", "of", "reached".
fn rise_leads(context: &Context, at: usize, end: usize, unit: Unit) -> bool {
    let read = context.read;
    let behind = at + read.phrase_len(at);
    // "decreased from 2018 by 1.4 percent": "by" leads to the step, whatever it is set against.
    let by = context.before_hedges(behind..end).checked_sub(1).is_some_and(|t| t > behind && read.str(t) == "by");
    let from = if by { Class::empty() } else { Class::FROM };
    if read.find(behind..end, from | Class::SHARE | Class::PARTS | Class::SCHEDULE).is_some() {
        return false;
    }
    if matches!(read.str(at), "up" | "down")
        && at > 0
        && read.str(behind) != "by"
        // "with herd numbers up 2% to 1.6 million": a noun.
        && (read.word_is(at - 1, Class::VERB) && !(unit.is_relative() && read.str(at - 1).ends_with('s')) || unit.is_counted() && particle(context, at))
    {
        return false;
    }
    // "cut the road for a total of 23 days": how long it was so.
    if unit.is_time() && (behind..end).any(|t| read.str(t) == "for") {
        return false;
    }
    // "a loss of 214 million": what was lost, and no smaller sum than before.
    if unit.is_currency() && read.str(at) == "loss" {
        return false;
    }
    let unhedged = context.before_hedges(behind..end);
    // "fell below 140,000", "climbed past 5 per cent": what is reached.
    if matches!(read.str(behind), "below" | "past" | "above" | "beyond" | "under") {
        return false;
    }
    // "rise to a height of 8,000 feet": what is reached.
    if read.word_is(behind, Class::TO) && read.str(unhedged - 1) == "of" {
        return false;
    }
    let joint = (behind..unhedged).rev().find(|t| {
        !read.word_is(*t, Class::ABOUT | Class::OVER | Class::UNDER | Class::THAN | Class::DETERMINER)
            && !matches!(read.str(*t), "least" | "average" | "total" | "net" | "further" | "only" | "just" | "mere" | "merely" | "still")
    });
    match joint {
        None => true,
        // "The increase over the preceding year amounted to 84,731".
        Some(t) if read.str(t) == "to" => t > behind && matches!(read.str(t - 1), "amounted" | "came") && names_change(context, behind - 1),
        Some(t) if read.str(t) == "by" => true,
        // "grew at an annual average of 7.4 percent".
        Some(t) if read.str(t) == "of" && read.str(behind) == "at" => true,
        // "the sharpest drop with 33.2 percent".
        Some(t) if read.str(t) == "with" && t == behind && unit.is_relative() => names_change(context, behind - 1),
        // "growing at an average 7 per cent".
        Some(t) if read.str(t) == "at" && t == behind && unit.is_relative() => true,
        // "the income growth of 9,364 households": they do not grow in number.
        Some(t) if read.str(t) == "of" && read.word_is(at, Class::INCOME) && counts_persons(context, end) => false,
        Some(t) if read.str(t) == "of" && at > 0 && read.word_is(at - 1, Class::INCOME) && counts_persons(context, end) => false,
        // "the growth rate of the income of 80 towns": the towns do not grow.
        Some(t) if read.str(t) == "of" && (behind..t).any(|of| read.str(of) == "of") && counts_places(context, end) => false,
        Some(t) => {
            // "the increases were 6.3 and 4.3 points larger than": several are compared, not told.
            let several = read.str(behind - 1).ends_with('s') && read.str(t) != "of";
            // "an estimate based on the increase is": what the rise only explains.
            let states = read.word_is(t, Class::AUXILIARY) || matches!(read.str(t), "reached" | "amounted" | "averaged" | "hit");
            let explains = states && explains(context, behind - 1);
            // "a 29.8% increase at 43,607 tons": the noun has its figure in front.
            let told = read.str(t) == "at" && (context.is_figure(at.saturating_sub(1)) || read.is_mark(at.saturating_sub(1), '%'));
            let noun = names_change(context, behind - 1) && !several && !explains && !told || read.str(at).eq_ignore_ascii_case("newly");
            (noun || read.str(t) == "of" && (measures(unit) || unit.is_currency() && is_increased(context, at)))
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

/// "link up 254 exchanges": a word in front of "up" that is no auxiliary and no plural is a verb of its own.
fn particle(context: &Context, up: usize) -> bool {
    let read = context.read;
    let word = read.str(up - 1);
    let named = word.ends_with('s') || word.starts_with(|c: char| c.is_uppercase());
    read.is_word(up - 1) && !read.word_is(up - 1, Class::AUXILIARY | Class::AND) && !context.is_figure(up - 1) && !named
}

/// Whether the noun of change at token `t` stands behind a preposition in a subject that is none itself: "an estimate based on the increase
/// was", not "the rate of increase was".
fn explains(context: &Context, t: usize) -> bool {
    let read = context.read;
    let Some(p) =
        (t.saturating_sub(EXPLAINS)..t).rev().take_while(|w| !context.ends_clause(*w)).find(|w| read.word_is(*w, Class::PREPOSITION))
    else {
        return false;
    };
    let measures = |w: &str| matches!(w, "rate" | "amount" | "pace" | "level" | "size" | "extent" | "value" | "number" | "total" | "sum");
    let subject = p > 0 && read.is_word(p - 1) && !read.word_is(p - 1, Class::STOP) && !measures(read.str(p - 1));
    subject && !context.ends_clause(p - 1)
}

/// Tokens between a preposition and the noun of change that it leads to.
const EXPLAINS: usize = 4;

/// A noun for a rise or fall.
pub(super) fn names_change(context: &Context, t: usize) -> bool {
    // "the drop-out rate", "the cut-off date"
    let compound = || context.read.is_mark(t + 1, '-') && matches!(context.read.str(t + 2), "out" | "outs" | "off");
    let named = lowered(context.read.str(t), |word| {
        let word = word.strip_suffix('s').filter(|one| one.ends_with(['e', 'h', 'n', 'p', 'l'])).unwrap_or(word);
        matches!(word, "growth" | "increase" | "decrease" | "decline" | "reduction" | "rise" | "fall" | "drop" | "increment")
            || matches!(word, "gain" | "loss" | "surge" | "cut" | "jump" | "addition" | "improvement" | "contraction" | "decrement")
            || matches!(word, "dip" | "slump" | "plunge" | "shrinkage" | "downturn" | "upturn" | "uptick" | "upsurge" | "hike")
    });
    named && !compound()
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

/// Whether a unit is one of land, length or weight: "increased arable land of 31,800 mu" is a rise of that much.
fn measures(unit: Unit) -> bool {
    !unit.is_currency() && !unit.is_relative() && !unit.is_time() && !unit.is_counted()
}

/// "increased relief funds of 45 million": so much more than before; not "the increased budget of 40 million".
fn is_increased(context: &Context, at: usize) -> bool {
    let read = context.read;
    let attribute = || at > 0 && matches!(read.str(at - 1), "the" | "The" | "a" | "an" | "An" | "its" | "their" | "this");
    lowered(read.str(at), |word| word == "newly" || matches!(word, "increased" | "increasing") && !attribute())
}

/// "growth rate of", "increase in income of": the words between are few and hold no other noun with a figure of its own.
fn short_joint(context: &Context, from: usize, of: usize) -> bool {
    of - from <= SHORT && context.read.find(from..of, Class::VERB).is_none()
}

/// Tokens between a word of rise and "of".
const SHORT: usize = 6;
