//! Units that a part has from its total, and a figure from the subject far in front: "of whom 9,876", "5,920 of the job-seekers",
//! "33 per cent (60,520)", "The population, troops included, in 1901 was 237,022".

use super::Context;
use super::counted::{named, names_counted};
use super::lend::{Lent, measure};
use super::persons::{in_compound, is_done_to_persons, of_persons};
use super::yardstick::is_bound_or_mean;
use crate::analysis::Unit;
use crate::language::Class;
use crate::quantity::{Mention, UnitSource};
use crate::text::lowered;
use rust_decimal::Decimal;
use std::ops::Range;

/// Tokens between "of the" and the noun of what is divided.
const NAME: usize = 4;

/// Figures that a list may have in front of the one asked.
const LIST: usize = 12;

/// "412,000 of the 515,000 people", "148 out of 760 km": the total behind has the unit.
pub(super) fn from_total_behind(context: &Context, mentions: &[Mention], i: usize) -> Option<Lent> {
    let total = mentions.get(context.partitive_total(i).or_else(|| behind_share(context, mentions, i))?)?;
    let this = mentions.get(i)?;
    // "three of the 20 million-yuan works" counts.
    let measured =
        |total: &Mention| total.unit.is_some_and(|u| !u.is_relative() && !u.is_currency()) && !this.in_words && fits(this, total);
    Some(total).filter(|total| total.unit.is_some_and(Unit::is_counted) || measured(total)).and_then(Lent::of)
}

/// "1,124 (22.5%) of the 5,000 villages": a share of the same total stands between, in brackets.
fn behind_share(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let read = context.read;
    let share = context.next(i).filter(|_| read.is_mark(context.after(i).start, '(') && context.after(i).len() == 1)?;
    mentions.get(share).filter(|m| m.unit == Some(Unit::Percent))?;
    let close = context.after(share).start;
    let of = read.is_mark(close, ')') && read.str(close + 1) == "of" && read.word_is(close + 2, Class::DETERMINER);
    context.next(share).filter(|total| of && context.gap(*total).len() <= NAME)
}

/// Whether a part may be in the unit of its total by its size.
fn fits(part: &Mention, total: &Mention) -> bool {
    let (Some(part), Some(total)) = (part.amount.middle(), total.amount.middle()) else { return false };
    part <= total && part.checked_mul(Decimal::ONE_THOUSAND).is_some_and(|many| many >= total)
}

/// "5,920 of the job-seekers", "31 of its members": the noun of what is divided stands behind.
/// "16,614 out- and 3,073 in-patients" too: the rest of a compound that a hyphen leaves open.
pub(super) fn from_divided(context: &Context, mentions: &[Mention], i: usize) -> Option<Lent> {
    let read = context.read;
    let after = context.after(i);
    if read.is_mark(after.start + 1, '-') && read.word_is(after.start + 2, Class::AND) && !read.tokens.get(after.start + 1)?.spaced {
        let second = context.next(i).and_then(|next| mentions.get(next)).filter(|m| m.first == after.start + 3)?;
        return Lent::of(second);
    }
    let noun = |t: usize| read.is_word(t) && !read.word_is(t, Class::STOP);
    // "6,310 of them came": those of the figure before.
    if read.str(after.start) == "of" && matches!(read.str(after.start + 1), "them" | "these" | "those" | "whom") && !noun(after.start + 2) {
        // "340 people in 14 districts, 120 of them": some of more.
        let this = mentions.get(i)?;
        let more = |m: &&Mention| m.unit.is_some_and(Unit::is_counted) && m.per.is_none() && m.amount.bounds() > this.amount.bounds();
        // "rose 8% to 5.2 million tonnes; ore accounted for 3.1 million of these"
        let amount = |m: &&Mention| m.unit.is_some_and(|u| !u.is_relative() && !u.is_time());
        let scaled = |m: &&Mention| m.scaled && this.scaled && m.per.is_none() && m.amount.bounds() > this.amount.bounds();
        let last = context.previous(i).and_then(|_| (context.in_sentence(i).start..i).rev().filter_map(|j| mentions.get(j)).find(amount));
        if let Some(whole) = last.filter(scaled).filter(|m| !m.unit.is_some_and(Unit::is_currency)) {
            return Lent::of(whole);
        }
        let before = (i.saturating_sub(LIST)..i).rev().filter_map(|j| mentions.get(j));
        return before.take_while(|m| this.sentence <= m.sentence + 1).find(more).and_then(Lent::of);
    }
    let definite = read.str(after.start) == "of" && read.word_is(after.start + 1, Class::DETERMINER);
    let phrase = after.start + 2..after.end.min(after.start + 2 + NAME);
    let mut words = phrase.take_while(|t| definite && read.is_word(*t) && !read.word_is(*t, Class::STOP) || read.is_mark(*t, '-'));
    // "two of our principal ports": the head of its phrase.
    let closes = |t: usize| !read.is_mark(t, '-') && (!read.is_word(t) || read.word_is(t, Class::STOP | Class::PREPOSITION));
    words.find(|t| names_persons(context, *t) && closes(*t + 1) && read.str(*t) != "objects").map(|t| named(context, t))
}

/// "16,842 chiefs of five levels, of whom 9,876 were", "36,223 miles of line, of which 7,788 are": the figure in front that counts persons,
/// or measures what the part may be of.
pub(super) fn from_divided_in_front(context: &Context, mentions: &[Mention], i: usize) -> Option<Lent> {
    let previous = context.previous(i).filter(|_| context.opened_by(i, Class::PARTS))?;
    let read = context.read;
    let this = mentions.get(i)?;
    let lead = context.before(i);
    let persons = (lead.end.saturating_sub(3).max(lead.start)..lead.end).any(|t| read.str(t) == "whom");
    let of_persons = |m: &&Mention| m.unit.is_some_and(|unit| matches!(unit.code(), "people" | "households"));
    if persons {
        return (context.in_sentence(i).start..i).rev().filter_map(|j| mentions.get(j)).find(of_persons).and_then(Lent::of);
    }
    let measured = |m: &&Mention| m.unit.is_some_and(|u| !u.is_relative() && !u.is_counted() && !u.is_time()) && fits(this, m);
    let bare = this.noun.is_none() && !read.word_is(context.after(i).start, Class::VERB) && grouped(context, this);
    mentions.get(previous).filter(|m| bare && measured(m)).and_then(Lent::of)
}

/// Whether a number is printed with a decimal point or in groups: no small count.
fn grouped(context: &Context, m: &Mention) -> bool {
    m.scaled || context.read.str(m.first).bytes().any(|b| !b.is_ascii_digit())
}

/// "Of the members, 340 are women"; "Of those still waiting, 9,236 had": the noun stands in the phrase that opens the sentence, or with
/// the last figure of the one before.
pub(super) fn from_partitive(context: &Context, mentions: &[Mention], i: usize) -> Option<Lent> {
    let read = context.read;
    let start = context.sentence(i).start;
    let opens = matches!(read.str(start), "Of" | "Among") && read.word_is(start + 1, Class::DETERMINER);
    if let Some(whole) = measured_whole(context, mentions, i) {
        return Lent::of(whole);
    }
    let close = context.lead(i).is_some_and(|t| read.is_mark(t, ','));
    if !opens || !close {
        return None;
    }
    let comma = context.read.find_word(start + 2..context.before(i).end, Class::CLAUSE_END).unwrap_or(start + 12);
    let mut phrase = start + 2..comma.min(start + 12);
    // "120 firms were at work. Of those projects in production, 65 were in Pell": called otherwise.
    let pointed = matches!(read.str(start + 1), "those" | "these");
    if let Some(whole) = only_count_before(context, mentions, i).filter(|_| pointed) {
        return Lent::of(whole);
    }
    if let Some(head) = phrase.find(|t| names_counted(context, *t)) {
        return Some(named(context, head));
    }
    // "Of those trained, 340 found work"
    if pointed && is_done_to_persons(read.str(start + 2)) {
        return Some(of_persons());
    }
    let before = (i.saturating_sub(LIST)..i).rev().filter(|j| *j < context.in_sentence(i).start);
    let counted = |m: &&Mention| m.unit.is_some_and(|unit| matches!(unit.code(), "people" | "households"));
    before.filter(|_| pointed).filter_map(|j| mentions.get(j)).find(counted).and_then(Lent::of)
}

/// "Of 940 kilometres of road cut, 610 had been reopened and another 200 were to follow": the measure that the sentence opens with.
fn measured_whole<'m>(context: &Context, mentions: &'m [Mention], i: usize) -> Option<&'m Mention> {
    let read = context.read;
    let first = context.in_sentence(i).start;
    let opens = read.str(context.sentence(i).start) == "Of" && context.unhedged(first) == context.sentence(i).start + 1;
    let whole = mentions.get(first).filter(|m| opens && first < i && m.per.is_none())?;
    let this = mentions.get(i).filter(|m| m.noun.is_none() && m.per.is_none() && m.amount.bounds() < whole.amount.bounds())?;
    let measured = whole.unit.is_some_and(|u| !u.is_counted() && !u.is_relative() && !u.is_time());
    let lead = context.before(i).next_back()?;
    let listed = read.is_mark(lead, ',') || read.word_is(lead, Class::AND) || matches!(read.str(lead), "another" | "further");
    let behind = context.after(i).start;
    let told = read.word_is(behind, Class::VERB | Class::AUXILIARY) || read.str(behind).ends_with("ed") || read.str(behind) == "burnt";
    (measured && listed && told && (this.scaled || !whole.scaled)).then_some(whole)
}

/// The one count of things in the sentence before that is larger than figure `i`.
fn only_count_before<'m>(context: &Context, mentions: &'m [Mention], i: usize) -> Option<&'m Mention> {
    let this = mentions.get(i)?;
    let before = mentions.get(context.in_sentence(context.in_sentence(i).start.checked_sub(1)?))?;
    let larger = |m: &&Mention| m.unit.is_some_and(Unit::is_counted) && m.per.is_none() && m.amount.bounds() > this.amount.bounds();
    let mut counts = before.iter().filter(larger);
    counts.next().filter(|_| counts.next().is_none())
}

/// "Persons under 25 made up 33 per cent (60,520)": the count of a share, in a bracket behind it, is of the subject.
pub(super) fn from_share_beside(context: &Context, mentions: &[Mention], i: usize) -> Option<Lent> {
    let read = context.read;
    let share = context.previous(i).filter(|p| mentions.get(*p).is_some_and(|m| m.unit.is_some_and(|u| u.code() == "%")))?;
    let gap = context.gap(i);
    let beside = gap.len() == 1 && read.is_mark(gap.start, '(') && read.is_mark(context.after(i).start, ')');
    let said = context.clause_before(share);
    said.clone().filter(|_| beside).find(|t| names_persons(context, *t)).map(|t| named(context, t))
}

/// "The population, excluding troops, in 1901 was 237,022", "The mileage open on the 31st March, 1938, was 500": behind an aside only the year
/// and a verb stand, and the subject opens the sentence.
pub(super) fn from_far_subject(context: &Context, i: usize) -> Option<Lent> {
    let read = context.read;
    let clause = context.near(i);
    let sentence = context.sentence(i);
    let idle = |t: usize| {
        read.word_is(
            t,
            Class::AUXILIARY | Class::YEAR | Class::YEAR_CUE | Class::MONTH | Class::DETERMINER | Class::ABOUT | Class::OVER | Class::UNDER,
        ) || matches!(read.str(t), "stood" | "at" | "reached" | "numbered" | "totalled" | "totaled")
    };
    let aside = clause.start > sentence.start + 1
        && (read.is_mark(clause.start - 1, ',') || read.is_mark(clause.start - 1, ')'))
        && (1..=6).contains(&clause.len());
    let said = aside && clause.clone().all(idle) && read.find_word(clause.clone(), Class::AUXILIARY | Class::VERB).is_some();
    let subject = context.head(sentence.start..clause.start);
    if !said || context.previous(i).is_some() || read.find_word(subject.clone(), Class::AUXILIARY).is_some() {
        return None;
    }
    name_of_measure(context, subject.clone())
        .or_else(|| subject.clone().find(|t| names_persons(context, *t)).map(|t| named(context, t)))
        .or_else(|| subject.clone().find(|t| names_counted(context, *t)).map(|t| named(context, t)))
}

/// Persons or households, and no compound of them ("population density").
pub(super) fn names_persons(context: &Context, t: usize) -> bool {
    let read = context.read;
    read.word_is(t, Class::PEOPLE | Class::HOUSEHOLDS) && !in_compound(context, t) && !matches!(read.str(t), "poor" | "needy" | "disabled")
}

/// "The total mileage of track", "the number of miles in operation": a name of what is measured, or a number of units.
pub(super) fn name_of_measure(context: &Context, subject: Range<usize>) -> Option<Lent> {
    let read = context.read;
    let number = subject.clone().find(|t| read.str(*t) == "number" && read.str(t + 1) == "of");
    let unit = number.and_then(|t| read.entry(t + 2, Class::UNIT)).and_then(|(entry, _)| entry.unit.map(|unit| (unit, entry.power)));
    if let Some((unit, power)) = unit.filter(|(unit, _)| !unit.is_counted() && !unit.is_relative()) {
        return Some(Lent { unit, head: None, power });
    }
    let hours = subject.clone().find(|t| is_working_time(context, *t)).map(|_| Unit::Hour);
    hours.or_else(|| subject.rev().find_map(|t| measure(read.str(t)))).map(Lent::unit)
}

/// "Weekly hours averaged 39.4", "hours worked fell to 1,512": the subject of a verb.
fn is_working_time(context: &Context, t: usize) -> bool {
    let read = context.read;
    let named =
        || t > 0 && lowered(read.str(t - 1), |word| matches!(word, "weekly" | "working" | "daily" | "monthly" | "annual" | "opening"));
    let told = read.word_is(t + 1, Class::AUXILIARY | Class::RISE) || matches!(read.str(t + 1), "averaged" | "average" | "stood");
    lowered(read.str(t), |word| word == "hours") && (read.str(t + 1) == "worked" || told && named())
}

/// "by 2000 the percentage had increased to 65", "the literacy rate was 61.2", "the contribution rates were 12.1 and 33.7": what is told in hundredths
/// without a word.
pub(super) fn percentage(context: &Context, mentions: &[Mention], i: usize) -> Option<Lent> {
    let read = context.read;
    let small =
        |m: &&Mention| !m.scaled && m.noun.is_none() && m.per.is_none() && m.amount.middle().is_some_and(|v| v <= Decimal::ONE_HUNDRED);
    let this = mentions.get(i).filter(small)?;
    let goes_on = |p: &Mention| p.unit == Some(Unit::Percent) && p.unit_source == UnitSource::Lent && p.precision == this.precision;
    if context.continues_list(i) && context.previous(i).and_then(|p| mentions.get(p)).is_some_and(goes_on) {
        return Some(Lent::unit(Unit::Percent));
    }
    // "94.1 per cent against a target of 95"
    let yardstick = |t: usize| read.str(t) == "of" && t > 0 && is_bound_or_mean(read.str(t - 1));
    let held = || context.previous(i).and_then(|p| mentions.get(p)).is_some_and(|p| p.unit == Some(Unit::Percent) && !p.in_words);
    let against = || context.gap(i).any(|t| matches!(read.str(t), "against" | "below" | "above" | "with" | "than" | "compared"));
    if against() && context.lead(i).is_some_and(yardstick) && !read.is_word(context.end(i)) && held() {
        return Some(Lent::unit(Unit::Percent));
    }
    let ends = !read.is_word(context.end(i)) || read.word_is(context.end(i), Class::STOP);
    if !ends || !context.is_led_by(i, Class::RATE) {
        return None;
    }
    let near = context.near(i);
    let lead = context.lead(i).filter(|t| near.contains(t))?;
    let states =
        read.word_is(lead, Class::AUXILIARY | Class::TO | Class::FROM) || matches!(read.str(lead), "at" | "of" | "reached" | "averaged");
    let rate = read.find_last(near.start..lead, Class::RATE).filter(|_| states)?;
    let of_rate = || rate > near.start && read.str(rate).starts_with("rate") && lowered(read.str(rate - 1), is_percentage);
    (matches!(read.str(rate), "percentage" | "percentages") || of_rate()).then_some(Lent::unit(Unit::Percent))
}

/// What has a rate in hundredths.
fn is_percentage(word: &str) -> bool {
    matches!(
        word,
        "literacy" | "illiteracy" | "enrolment" | "enrollment" | "attendance" | "employment" | "unemployment" | "participation" | "poverty"
    ) || matches!(
        word,
        "contribution" | "survival" | "completion" | "dropout" | "pass" | "vaccination" | "immunisation" | "immunization" | "coverage"
    ) || matches!(
        word,
        "occupancy" | "turnout" | "penetration" | "success" | "cure" | "detection" | "utilisation" | "utilization" | "repayment" | "growth"
    )
}

/// "6,310 came from the four main countries: Syria 4,020, Afghanistan 1,130": a list of names and numbers that adds up to a figure in front of its
/// colon counts what that one counts.
pub(super) fn from_sum_in_front(context: &Context, mentions: &[Mention], i: usize) -> Option<Lent> {
    let colon = context.colon(i)?;
    let figures = context.in_sentence(i);
    let first = figures.clone().find(|j| context.before(*j).end > colon)?;
    if first == figures.start || figures.end - first > LIST || figures.end - first < 2 {
        return None;
    }
    let bare = |j: usize| mentions.get(j).filter(|m| m.noun.is_none() && m.per.is_none()).and_then(|m| m.amount.one());
    let sum = (first..figures.end).try_fold(Decimal::ZERO, |sum, j| sum.checked_add(bare(j)?))?;
    let total = (figures.start..first).rev().filter_map(|j| mentions.get(j)).find(|m| m.amount.one() == Some(sum))?;
    Lent::of(total).filter(|lent| !lent.unit.is_relative())
}
