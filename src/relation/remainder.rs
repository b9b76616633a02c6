//! What is left of a total when its other parts are told: "1.5 million of the rent of 4.5 million was paid out, and the remaining 3 million
//! was kept".
//!
//! From a figure that "the remaining" or "the other" leads to, and a part of a total before it, to a link to that total.

use super::Context;
use super::partitive::is_bare;
use super::parts::fits;
use crate::analysis::{Kind, Unit};
use crate::language::Class;
use crate::quantity::Mention;

/// Links what remains of a total to it.
pub(super) fn link_remainders(context: &Context, mentions: &mut [Mention]) {
    for i in 0..mentions.len() {
        let total = mentions.get(i).filter(|m| m.of.is_none() && m.stands_alone()).and_then(|_| total_left(context, mentions, i));
        if let Some(m) = mentions.get_mut(i).filter(|_| total.is_some()) {
            m.of = total;
        }
    }
}

/// "80 per cent of the 2,150 households were reached, leaving 430 without power": the count of the same things that they are left of.
fn larger_alike(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let this = mentions.get(i).filter(|m| m.head.is_some())?;
    let whole = |m: &Mention| {
        m.stands_alone() && m.per.is_none() && m.unit == this.unit && m.head == this.head && m.amount.bounds() > this.amount.bounds()
    };
    let of = |j: usize| mentions.get(j).and_then(|m| m.of).map(|(total, _)| total);
    let near = (context.in_sentence(i).start..i).rev().find(|j| mentions.get(*j).is_some_and(whole))?;
    Some(of(near).unwrap_or(near))
}

/// "Of the 664 prisoners, 351 were released. Another 164 were moved": one more part of what the sentence before divided.
fn further(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let read = context.read;
    let start = context.sentence(i).start;
    let opens = match read.str(start) {
        "Another" => context.previous(i).is_none(),
        "A" => read.str(start + 1) == "further" && context.previous(i).is_none(),
        _ => false,
    };
    // "A further 14 were moved and 13 escaped".
    let again = || context.previous(i).and_then(|p| mentions.get(p)?.of).filter(|(_, rule)| *rule == "further").map(|(total, _)| total);
    if !opens {
        let goes_on = context.lead(i).is_some_and(|t| read.word_is(t, Class::AND) || read.is_mark(t, ','));
        let bare = mentions.get(i).is_some_and(|m| m.noun.is_none()) && read.word_is(context.end(i), Class::VERB | Class::AUXILIARY);
        return again().filter(|total| goes_on && bare && mentions.get(*total).zip(mentions.get(i)).is_some_and(|(t, m)| fits(t, m)));
    }
    let this = mentions.get(i).filter(|m| opens && m.noun.is_none() && m.kind != Kind::Target)?;
    let verb = context.end(i);
    let told = read.word_is(verb, Class::VERB | Class::AUXILIARY) || this.unit.is_some_and(|u| u.is_currency() || u.is_extent());
    let before = context.in_sentence(i.checked_sub(1).filter(|_| told)?);
    let near = context.follows_on(before.start, i);
    let (total, _) = mentions.get(before.end - 1).filter(|_| near)?.of.filter(|(_, rule)| *rule != "including" && *rule != "partitive")?;
    let whole = mentions.get(total).filter(|t| fits(t, this))?.amount.one()?;
    let parts = (total + 1..i).filter_map(|j| mentions.get(j)).filter(|m| m.of.is_some_and(|(of, _)| of == total));
    let known = parts.filter_map(|m| m.amount.one()).try_fold(this.amount.one()?, rust_decimal::Decimal::checked_add)?;
    (known <= whole).then_some(total)
}

/// A word for what is left.
pub(super) fn is_rest(word: &str) -> bool {
    matches!(word, "remaining" | "balance" | "rest" | "remainder" | "residue")
}

/// The total that figure `i` is what is left of, and the name of the rule.
fn total_left(context: &Context, mentions: &[Mention], i: usize) -> Option<(usize, &'static str)> {
    let read = context.read;
    if let Some(total) = further(context, mentions, i) {
        return Some((total, "further"));
    }
    let lead = context.lead(i)?;
    let rule = match read.str(lead) {
        "remaining" => "remainder",
        "other" if lead > 0 && matches!(read.str(lead - 1), "the" | "The") => "other",
        "leaving" => return larger_alike(context, mentions, i).map(|total| (total, "remainder")),
        // "the balance of 3 million", "a remainder of 40", "The rest (479) were repaired", "the remainder, 479, was kept".
        "of" | "(" | "," if lead > 1 && is_rest(read.str(lead - 1)) && read.word_is(lead - 2, Class::DETERMINER) => "remainder",
        _ => return None,
    };
    let sentence = context.in_sentence(i);
    let before = if sentence.start < i { sentence.start..i } else { context.in_sentence(sentence.start.checked_sub(1)?) };
    let this = mentions.get(i)?;
    // "The rest (479) were women": so many of the same.
    let like = |m: &Mention| fits(m, this) || is_bare(this) && m.unit.is_some_and(Unit::is_counted);
    let total_of = |j: usize| {
        let (total, _) = mentions.get(j).filter(|part| like(part))?.of?;
        let whole = mentions.get(total)?.amount.bounds()?;
        (total != i && like(mentions.get(total)?) && whole.1 >= this.amount.bounds()?.0).then_some(total)
    };
    // "bringing it to 179 of the 229 villages; 34 of them are certified. Of the remaining 50": what the parts leave.
    let value = |j: usize| mentions.get(j).and_then(|m| m.amount.one());
    let leaves = |total: &usize| {
        let rest = value(*total).zip(this.amount.one()).and_then(|(whole, rest)| whole.checked_sub(rest));
        let is_part = |j: &usize| mentions.get(*j).is_some_and(|m| m.of.is_some_and(|(of, _)| of == *total));
        rest.is_some() && before.clone().filter(is_part).any(|j| value(j) == rest)
    };
    let totals = || before.clone().rev().filter_map(total_of);
    totals().find(leaves).or_else(|| totals().next()).map(|total| (total, rule))
}
