//! What opens a list of parts: the words between two figures ("of which", "comprising", a bracket), the sentence before ("This sum
//! includes"), or the total that the sentence begins with ("Of the 50 buses").

use super::Context;
use super::brackets::{follows_by, opens_bracket};
use super::most_of_it::{largest_of_it, most_of_it, of_the_total};
use super::named::of_pronoun;
use super::partitive::{first_word, is_whole_population};
use super::parts::{List, at_least, find_total, fits};
use super::sums::said_behind;
use crate::analysis::Unit;
use crate::language::Class;
use crate::quantity::Mention;
use crate::text::Token;

/// How a list of parts is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Opener {
    /// Whether it goes on over clauses of its own.
    pub(super) of_which: bool,
    /// The rule that the link of its parts carries.
    pub(super) rule: &'static str,
}

/// Reads the tokens between two figures: brackets, openers, and the ends of lists.
pub(super) fn walk_gap(context: &Context, mentions: &[Mention], i: usize, lists: &mut Vec<List>, depth: &mut usize) -> Option<Opener> {
    let read = context.read;
    let gap = context.before(i);
    let mut opener = None;
    // Bracket depth at which it was opened: what closes inside leaves it open ("which included the Facility Fund (FFF) of 24 million").
    let mut opened_at = 0;
    let mut opened_end = 0;
    // Where no mark of a clause end stands between, the words are those in front of the figure.
    let plain = context.near(i).start == gap.start && !context.is_led_by(i, Class::PARTS | Class::ALL_PARTS);
    let mut next = if plain { gap.end } else { gap.start };
    while let Some(t) = read.find_either(next..gap.end, Class::CLAUSE_END, Class::PARTS | Class::ALL_PARTS) {
        next = t + 1;
        let mark = read.tokens.get(t).and_then(Token::mark);
        if matches!(mark, Some('(' | '（')) {
            *depth += 1;
        } else if matches!(mark, Some(')' | '）')) {
            lists.retain(|l| l.depth < *depth || *depth == 0);
            if opened_at >= *depth {
                opener = None;
            }
            *depth = depth.saturating_sub(1);
        } else if matches!(mark, Some(';' | '；')) {
            let statement = (t..gap.end).any(|v| read.word_is(v, Class::VERB | Class::AUXILIARY))
                || read.word_is(context.after(i).start, Class::AUXILIARY);
            lists.retain(|l| l.of_which || !statement);
            opener = None;
        } else if let Some((entry, len)) = read.entry(t, Class::PARTS | Class::ALL_PARTS) {
            next = t + len;
            // "the six crimes of which it was convicted": a clause about what stands in front.
            let clause = matches!(read.str(next), "it" | "he" | "she" | "they" | "we" | "I" | "you")
                // "74 per km2, the national figure being 102"
                || read.str(t) == "being" && t > 1 && matches!(read.str(t - 2), "its" | "their" | "whose")
                || read.str(t) == "being" && t > 0 && matches!(read.str(t - 1), "figure" | "average" | "rate" | "level" | "norm" | "mean" | "target" | "value");
            if !clause
                && !(t..gap.end).any(|behind| follows_by(context, behind))
                && !said_behind(context, i)
                && !is_clause_of_noun(context, gap.start, t)
                && !is_spoken_of(context, mentions, i, t..next)
                && !is_whole_behind(context, mentions, i, t..next)
            {
                opener = Some(opened(context, t..next, entry.classes.contains(Class::ALL_PARTS)));
                opened_at = *depth;
                opened_end = next;
            }
        } else if mark == Some(',') && opener.is_some_and(|o: Opener| !o.of_which) && read.is_word(t - 1) && t != opened_end {
            // "including A Town, B Town and others, and built 5 wells": a list of names, not of figures.
            opener = None;
        }
    }
    if opener.is_none() && (of_the_total(context, i) || most_of_it(context, mentions, i).is_some()) {
        opener = Some(Opener { of_which: true, rule: "of_which" });
    }
    // "of which more than half (4,698) were foreign".
    let share = |p: usize| mentions.get(p).is_some_and(|m| m.unit == Some(Unit::Percent)) && context.restates(i);
    if opener.is_none() && context.previous(i).is_some_and(|p| share(p) && context.read.find(context.near(p), Class::PARTS).is_some()) {
        opener = Some(Opener { of_which: true, rule: "of_which" });
    }
    if opener.is_none() && largest_of_it(context, i) {
        opener = Some(Opener { of_which: true, rule: "including" });
    }
    opener = opener.filter(|_| !is_whole_population(context, i));
    if opener.is_none() && is_some_of_them(context, mentions, i) {
        opener = Some(Opener { of_which: false, rule: "including" });
    }
    if opener.is_none() && is_being(context, mentions, i) {
        opener = Some(Opener { of_which: false, rule: "including" });
    }
    if opener.is_none() && opens_bracket(context, mentions, i, *depth) {
        opener = Some(Opener { of_which: false, rule: "bracket" });
    }
    if opener.is_none() && !lists.is_empty() && starts_statement(context, i) {
        // "Of the 40 tons sold, rice made 12 tons".
        let starts = |l: &List| l.rule == "among" && l.first_part == i;
        lists.retain(|l| l.of_which && (starts(l) || in_statements(context, l.first_part, i)));
    }
    opener
}

/// "Of this, farms yielded 20 million; forests yielded 5 million": members that are statements of their own, one behind the other over semicolons.
fn in_statements(context: &Context, first: usize, i: usize) -> bool {
    let clause = context.tail(context.gap(i));
    let apart = clause.start > context.gap(i).start && context.read.is_mark(clause.start - 1, ';');
    apart && context.read.find_word(context.near(first), Class::VERB).is_some()
}

/// The list that a phrase opens: a closed one ("namely"), one that is told whole as a rule ("of which"), or an open one ("including").
fn opened(context: &Context, phrase: std::ops::Range<usize>, all: bool) -> Opener {
    let word = |t: usize| context.read.str(t).to_ascii_lowercase();
    let open = phrase.clone().any(|t| word(t).starts_with("incl") || word(t).starts_with("encompass"));
    let rule = match (open, all) {
        (true, _) => "including",
        (false, true) => "namely",
        (false, false) if word(phrase.start).starts_with("among") => "among_them",
        (false, false) => "of_which",
    };
    // "which included", "These included": a clause of its own.
    let clause = open && phrase.len() > 1 && matches!(word(phrase.start).as_str(), "which" | "these" | "this");
    Opener { of_which: clause || matches!(rule, "of_which" | "among_them"), rule }
}

/// "the wharfs, the total length of which amounts to 5,000 feet": a clause about what the words in front name, and no list.
fn is_clause_of_noun(context: &Context, from: usize, of: usize) -> bool {
    let read = context.read;
    let start = context.tail(from..of).start;
    read.str(of) == "of" && matches!(read.str(of + 1), "which" | "whom") && start < of && read.word_is(start, Class::DETERMINER)
}

/// "4,000 of whom came from A, 2,700 from B": the words belong to the figure in front of them and open no list behind it.
fn is_spoken_of(context: &Context, mentions: &[Mention], i: usize, phrase: std::ops::Range<usize>) -> bool {
    let linked = |p: usize| mentions.get(p).is_some_and(|m| m.of.is_some());
    let near = |p: usize| context.after(p).start == phrase.start && of_pronoun(context, phrase.start) && linked(p);
    context.previous(i).is_some_and(near) && context.before_hedges(phrase.end..context.before(i).end) > phrase.end
}

/// "The deaths stood at 45, with 12 confirmed so far", "8,120 arrived, with 3,110 from Fenn", "with Fenn accounting for 3,110": some of those that were
/// counted right in front, by what was done to them, where they are, or whose they are.
fn is_some_of_them(context: &Context, mentions: &[Mention], i: usize) -> bool {
    let read = context.read;
    let gap = context.gap(i);
    let with = read.is_mark(gap.start, ',');
    let Some((this, whole)) = mentions.get(i).zip(context.previous(i).filter(|_| with).and_then(|p| mentions.get(p))) else { return false };
    let smaller = this.per.is_none() && fits(whole, this) && this.amount.bounds() < whole.amount.bounds() && whole.stands_alone();
    if !smaller || whole.unit.is_some_and(Unit::is_time) {
        return false;
    }
    if is_given_by(context, gap.clone()) {
        return true;
    }
    let end = context.end(i);
    let done = read.str(end);
    // "340 deaths, 120 in Fenn alone".
    let alone = || (end + 1..context.behind(i).end).take(GIVEN).any(|t| read.str(t) == "alone");
    if gap.len() == 1 && this.noun.is_none() && matches!(done, "from" | "in" | "at" | "on" | "by") && alone() {
        return true;
    }
    let placed = matches!(done, "from" | "in" | "at" | "on" | "under")
        && !read.word_is(end + 1, Class::YEAR)
        && !read.phrase_is(end + 1, Class::LAST_YEAR);
    // "spent 48.6 million, with 17 million going to roads"
    if gap.len() == 2 && read.str(gap.start + 1) == "with" && whole.unit == this.unit && whole.unit.is_some_and(Unit::is_currency) {
        return matches!(done, "going" | "spent" | "allocated" | "allotted" | "earmarked" | "devoted" | "used" | "disbursed" | "coming");
    }
    gap.len() == 2
        && read.str(gap.start + 1) == "with"
        && whole.unit.is_some_and(Unit::is_counted)
        && whole.unit == this.unit
        && this.noun.is_none()
        && (placed || done.ends_with("ed") || matches!(done, "dead" | "missing" | "found" | "lost" | "still"))
}

/// "18,400 patients were admitted, 4,600 being children": some of those that were counted right in front, by what they are.
fn is_being(context: &Context, mentions: &[Mention], i: usize) -> bool {
    let read = context.read;
    let end = context.end(i);
    if read.str(end) != "being" || read.word_is(end + 1, Class::DETERMINER) || !read.is_word(end + 1) {
        return false;
    }
    let comma = context.lead(i).is_some_and(|t| read.is_mark(t, ',') && context.gap(i).contains(&t));
    let pair = mentions.get(i).zip(context.previous(i).and_then(|p| mentions.get(p))).filter(|_| comma);
    pair.is_some_and(|(this, whole)| {
        let counted = this.noun.is_none() && whole.stands_alone() && whole.unit.is_some_and(Unit::is_counted);
        counted && fits(whole, this) && this.amount.bounds() < whole.amount.bounds()
    })
}

/// ", with Fenn accounting for", ", to which hotels contributed": words between a whole and a part of it that name whose the part is.
fn is_given_by(context: &Context, gap: std::ops::Range<usize>) -> bool {
    let read = context.read;
    let end = context.before_hedges(gap.clone());
    let Some(verb) = end.checked_sub(1).map(|t| if read.str(t) == "for" { t - 1 } else { t }).filter(|t| *t > gap.start + 2) else {
        return false;
    };
    let gives = |word: &str| {
        matches!(
            word,
            "accounting" | "contributing" | "providing" | "supplying" | "receiving" | "taking" | "hosting" | "recording" | "reporting"
        )
    };
    let with = read.str(gap.start + 1) == "with" && gives(read.str(verb));
    let which =
        read.str(gap.start + 1) == "to" && read.str(gap.start + 2) == "which" && matches!(read.str(verb), "contributed" | "added" | "gave");
    (with || which) && gap.len() <= GIVEN && !(gap.start + 1..verb).any(|t| context.ends_clause(t))
}

/// Tokens between a whole and a part that is named by its giver.
const GIVEN: usize = 10;

/// "13 out of these 20 samples": the figure behind is the whole.
fn is_whole_behind(context: &Context, mentions: &[Mention], i: usize, phrase: std::ops::Range<usize>) -> bool {
    let read = context.read;
    let Some(p) = context.previous(i) else { return false };
    let after = context.after(p).start;
    let near = after == phrase.start || after + 1 == phrase.start && read.str(after) == "out";
    let definite = matches!(read.str(phrase.end - 1), "these" | "those" | "this") && context.before(i).end == phrase.end;
    near && definite
        && mentions
            .get(i)
            .zip(mentions.get(p))
            .is_some_and(|(whole, part)| whole.noun.is_some() && whole.amount.bounds() > part.amount.bounds())
}

/// Whether a new statement of its own leads to the figure: a finite verb behind the last comma or "and" ("..., and organized 34
/// trainings"). Members of a list have none in front of their number.
fn starts_statement(context: &Context, i: usize) -> bool {
    let read = context.read;
    let gap = context.gap(i);
    let clause = context.tail(gap.clone());
    let and = clause.clone().rev().find(|t| read.word_is(*t, Class::AND) && *t > clause.start);
    let from = and.map_or(clause.start, |t| t + 1);
    let has_mark = clause.start > gap.start || and.is_some();
    has_mark
        && (from..gap.end).any(|t| {
            if !read.word_is(t, Class::VERB) {
                return false;
            }
            // "practical training for 68,000 people": a noun, unless it opens the clause.
            let compound = || matches!(read.str(t), "use" | "work" | "works" | "need" | "needs") && !read.word_is(t - 1, Class::STOP);
            // "domestic water use 0.88 billion cubic metres".
            let noun = t > from && (read.str(t).ends_with("ing") || compound());
            !noun && !read.phrase_is(t, Class::RISE | Class::PARTS | Class::ALL_PARTS | Class::OVER | Class::SHARE)
        })
}

/// "... 120 schools. Of these, 80 are primary schools", "... $50 million. This sum includes $30 million": an opener that begins its
/// sentence points into the one before.
pub(super) fn total_in_sentence_before(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let first = context.in_sentence(i).start;
    // "Three quarters of that amount (9.1 million)": a share may open the sentence.
    let opened = first == i || most_of_it(context, mentions, i).is_some();
    let before = first.checked_sub(1).filter(|_| opened)?;
    let start = first_word(context, context.sentence(i).start);
    let read = context.read;
    // "It was thought that, of this total, 130 million would come from abroad".
    let pointed = |t: usize| {
        let end = read.entry(t, Class::PARTS).map_or(t, |(_, len)| t + len);
        read.str(t) == "of" && t > 0 && read.is_mark(t - 1, ',') && read.is_mark(end, ',')
    };
    let said = || read.find(context.before(i), Class::PARTS).is_some_and(pointed);
    let most = || most_of_it(context, mentions, i).is_some();
    let opens = read.phrase_is(start, Class::PARTS)
        || takes_up(context, start)
        || of_the_total(context, i)
        || said()
        || most()
        || largest_of_it(context, i);
    let near = context.follows_on(before, i) || points_far_back(context, mentions, before, i);
    let total = find_total(context, mentions, context.in_sentence(before), i, true).filter(|_| opens && near)?;
    // "Of this amount, 347 million was spent. Of this amount, 347 million went to ...": the part is told again.
    let again = mentions.get(total).filter(|t| mentions.get(i).is_some_and(|m| m.amount == t.amount)).and_then(|t| t.of);
    let total = again.map_or(total, |(whole, _)| whole);
    at_least(mentions, total, i).then_some(total)
}

/// "18,400 patients were admitted. Work was hampered by rain. Of these, 4,600 were children": a sentence without figures stands between, of one topic.
fn points_far_back(context: &Context, mentions: &[Mention], before: usize, i: usize) -> bool {
    let of = matches!(context.read.str(first_word(context, context.sentence(i).start)), "Of" | "Out");
    let sentence = |j: usize| mentions.get(j).map_or(0, |m| m.sentence);
    of && sentence(i) <= sentence(before) + FAR && context.topic(before) == context.topic(i)
}

/// Sentences back to the total that "of these" points to.
const FAR: usize = 2;

/// "and the expenditure, including 21,806 for renewals, was 519,914": the total stands behind what it includes.
pub(super) fn subject_behind(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let read = context.read;
    let next = context.next(i)?;
    let (this, total) = (mentions.get(i)?, mentions.get(next)?);
    let states = context.lead(next).is_some_and(|t| read.word_is(t, Class::AUXILIARY) && read.is_mark(t - 1, ','));
    let opener = read.find(context.before(i), Class::PARTS)?;
    let own = opener > 0 && read.is_mark(opener - 1, ',') && context.tail(context.before(i).start..opener - 1).len() > 1;
    let joined = context.previous(i).is_none() || read.find_word(context.before(i).start..opener, Class::AND).is_some();
    (states && own && joined && fits(total, this) && total.amount.bounds() > this.amount.bounds()).then_some(next)
}

/// "This sum comprises", "It includes", "The total is made up of": the sentence begins with what the one before told.
fn takes_up(context: &Context, start: usize) -> bool {
    let read = context.read;
    let pronoun = matches!(read.str(start), "This" | "That" | "These" | "Those" | "It" | "They" | "The" | "Such");
    let Some(t) = (start + 1..start + TAKEN_UP).find(|t| read.phrase_is(*t, Class::PARTS | Class::ALL_PARTS)) else { return false };
    let subject = start + 1..t;
    let noun = |t: usize| {
        matches!(
            read.str(t),
            "sum"
                | "amount"
                | "total"
                | "figure"
                | "number"
                | "money"
                | "funds"
                | "value"
                | "budget"
                | "allocation"
                | "spending"
                | "expenditure"
                | "revenue"
                | "balance"
                | "funding"
                | "grant"
                | "loan"
                | "debt"
                | "income"
                | "cost"
                | "investment"
        )
    };
    let named = subject.clone().any(noun);
    let idle = |t: usize| noun(t) || read.word_is(t, Class::AUXILIARY | Class::TOTAL_NOUN | Class::TOTAL) || read.str(t) == "mainly";
    pronoun && (subject.clone().all(idle) && (named || read.str(start) != "The"))
}

/// Tokens of the subject and verb of such a sentence.
const TAKEN_UP: usize = 5;
