//! Denominators said once for a statement: at its head ("Per hectare, maize gave 2.1 t and wheat 1.8 t", "Each of the ships carried 400 t"), in its
//! label ("Pupils per teacher: 41"), or in the subject of a superlative ("Spending per pupil was highest in Ald ($4,100)").

use super::Context;
use super::each::is_plural;
use super::rate::of_one_size;
use crate::analysis::Unit;
use crate::language::{Class, singular};
use crate::quantity::{Mention, is_time, rate_of_clause};
use crate::text::lowered;
use std::ops::Range;

/// Tokens of such an opening.
const OPENING: usize = 8;

/// Tokens of a subject or label.
const SUBJECT: usize = 12;

/// The denominator of figure `i` that its statement says once.
pub(super) fn rate_of_statement(context: &Context, mentions: &[Mention], i: usize) -> Option<String> {
    let unit = mentions.get(i)?.unit.filter(|u| !u.is_relative() && !u.is_time())?;
    rate_of_opening(context, mentions, i)
        .or_else(|| one_for_so_many(context, mentions, i))
        .or_else(|| each_of_those(context, i))
        .or_else(|| rate_of_label(context, i))
        .or_else(|| if unit == Unit::Celsius { None } else { rate_of_superlative(context, i) })
}

/// "Per hectare, costs were $410 for seed and $180 for labour", "For every tree felled, two are planted", "Every month, 1,400 passports are issued".
pub(super) fn rate_of_opening(context: &Context, mentions: &[Mention], i: usize) -> Option<String> {
    let read = context.read;
    let start = context.statement(i);
    let opening = start..start + OPENING;
    let each = |t: usize| lowered(read.str(t), |word| matches!(word, "each" | "every"));
    let (thing, every) = match read.str(start) {
        "Per" | "per" => (true, true),
        "For" | "for" | "In" | "Of" => (true, each(start + 1)),
        "Out" => (true, read.str(start + 1) == "of" && each(start + 2)),
        _ => (false, each(start)),
    };
    let comma = opening.clone().find(|t| context.ends_clause(*t)).filter(|t| every && read.is_mark(*t, ','))?;
    let front = mentions.get(context.in_sentence(i).start..=i)?;
    let first = front.iter().find(|m| m.first >= comma).filter(|_| front.iter().all(|m| m.first < start || m.first >= comma))?;
    let this = mentions.get(i)?;
    let alike = std::ptr::eq(first, this) || context.continues_list(i) || first.unit == this.unit && of_one_size(first, this);
    // "Per hectare yields fell, and 412 tonnes were imported": a statement of its own.
    let own = read.find(start..comma, Class::AUXILIARY | Class::RISE).is_some_and(|t| !read.str(t).ends_with("ed"));
    // "Each year since 2010, output has risen, and in 2019 it was 412": another clause lies between.
    let apart = std::ptr::eq(first, this) && context.clause_before(i).start != comma + 1;
    if !alike || own || apart || context.says_total(i) {
        return None;
    }
    let per = rate_of_clause(read, start, comma)?;
    // "Each school, like the others, has two wells": no time, and told elsewhere.
    (thing || is_time(&per)).then_some(per)
}

/// "30 doctors, one for every 34,000 people", "1.9 million nets, one per 1.8 people": how many one of those in front is for.
fn one_for_so_many(context: &Context, mentions: &[Mention], i: usize) -> Option<String> {
    let read = context.read;
    mentions.get(i).filter(|m| m.unit.is_some_and(Unit::is_counted))?;
    let end = context.unhedged(i);
    let led = |words: &[&str]| {
        let from = end.checked_sub(words.len()).filter(|from| *from > context.sentence(i).start)?;
        words.iter().enumerate().all(|(n, word)| read.str(from + n) == *word).then_some(from)
    };
    let one = led(&["one", "for", "every"]).or_else(|| led(&["one", "for", "each"])).or_else(|| led(&["one", "to", "every"]));
    let one = one.or_else(|| led(&["one", "per"])).filter(|one| read.is_mark(one - 1, ',') || read.is_mark(one - 1, '('))?;
    let front = mentions.get(context.in_sentence(i).start..i)?.iter().rev().find(|m| m.first < one)?;
    let those = front.head.as_deref().filter(|_| front.per.is_none() && front.unit.is_some_and(Unit::is_counted));
    those.filter(|head| mentions.get(i).is_some_and(|m| m.head.as_deref() != Some(head))).map(str::to_owned)
}

/// "Each of the ships carried 400 tonnes", "Every one of the mines has a school".
fn each_of_those(context: &Context, i: usize) -> Option<String> {
    let read = context.read;
    let near = context.near(i);
    let start = near.start;
    let each = lowered(read.str(start), |word| word == "each");
    let every = lowered(read.str(start), |word| word == "every") && read.str(start + 1) == "one";
    let of = start + 1 + usize::from(every);
    if !(each || every) || read.str(of) != "of" || !read.word_is(of + 1, Class::DETERMINER) {
        return None;
    }
    let verb = (of + 2..near.end.min(of + OPENING)).find(|t| read.word_is(*t, Class::VERB | Class::AUXILIARY | Class::PREPOSITION))?;
    let noun = verb - 1;
    (noun > of + 1 && is_plural(context, noun)).then(|| singular(&read.str(noun).to_lowercase()))
}

/// "Pupils per teacher: 41", "Books per pupil: 1.2 in 2018".
fn rate_of_label(context: &Context, i: usize) -> Option<String> {
    let read = context.read;
    let colon = context.lead(i).filter(|t| read.is_mark(*t, ':'))?;
    let start = context.statement(i).max(colon.saturating_sub(SUBJECT));
    let start = (start..colon).rev().find(|t| context.ends_clause(*t)).map_or(start, |t| t + 1);
    plain_rate(context, start..colon)
}

/// "Rates per 1,000 residents were highest in Ald (41.2), Brenn (38.1)", "Spending per pupil is lowest in Carse, at $3,100", "At $4,100,
/// spending per pupil was the highest".
fn rate_of_superlative(context: &Context, i: usize) -> Option<String> {
    let read = context.read;
    let start = context.statement(i);
    let lead = context.lead(i)?;
    if read.str(start) == "At" && lead == start && read.is_mark(context.after(i).start, ',') {
        let from = context.after(i).start + 1;
        let verb = (from..from + SUBJECT).find(|t| read.word_is(*t, Class::AUXILIARY))?;
        return plain_rate(context, from..verb);
    }
    let bracket = read.is_mark(lead, '(') && read.is_mark(context.after(i).start, ')');
    let at = matches!(read.str(lead), "at" | "with") && lead > 0 && (read.is_mark(lead - 1, ',') || read.is_mark(lead - 1, '('));
    if !bracket && !at {
        return None;
    }
    let verb = (start..lead.min(start + SUBJECT)).find(|t| read.word_is(*t, Class::AUXILIARY))?;
    let extreme = |t: usize| {
        lowered(read.str(t), |word| {
            matches!(word, "highest" | "lowest" | "largest" | "smallest" | "greatest" | "best" | "worst" | "higher" | "lower")
        })
    };
    if (verb..verb + 3).any(extreme) { plain_rate(context, start..verb) } else { None }
}

/// The denominator in a range that holds no figure and no verb.
fn plain_rate(context: &Context, range: Range<usize>) -> Option<String> {
    let read = context.read;
    let plain = !range.clone().any(|t| context.is_figure(t)) && read.find_word(range.clone(), Class::AUXILIARY).is_none();
    let said = read.classes(range.clone()).intersects(Class::PER | Class::PER_CAPITA);
    if plain && said && range.len() <= SUBJECT { rate_of_clause(read, range.start, range.end) } else { None }
}
