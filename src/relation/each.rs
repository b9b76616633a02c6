//! Denominators that stand apart from their figure: "the two counties each received 5 million", "trains 300 teachers in all schools every
//! year", "invested 10 million respectively for A City and B City", "projects covering at least 100 households".

use super::Context;
use super::closing::{closing_adverb, closing_time};
use super::denominators::{each_of_whom, standard};
use super::division::divided_by;
use super::generic::one_of_kind;
use super::lend::is_location;
use super::mean::told_in_front;

use super::mean_of::mean_of;
use super::mean_time::time_in_front;
use super::places::names_place;
use crate::analysis::{Modifier, Unit};
use crate::language::{Class, singular};
use crate::quantity::{Mention, does_each, is_time};
use crate::text::lowered;
use rust_decimal::Decimal;
use std::ops::Range;

/// How far behind a figure the members of its list of receivers are looked for, in tokens.
const RECEIVERS: usize = 24;

/// The denominator of figure `i` that no phrase beside it names. Rules that read "each", "every" or "per" are only asked where its sentence
/// says one of them.
pub(super) fn denominator_apart(context: &Context, mentions: &[Mention], i: usize, says_each: bool) -> Option<String> {
    let counted = || {
        each_of_counted(context, mentions, i)
            .or_else(|| each_of_subject(context, mentions, i))
            .or_else(|| each_of_whom(context, mentions, i))
    };
    asked_if(says_each, || counted().or_else(|| floating_each(context, mentions, i)))
        .or_else(|| all_reach(context, mentions, i))
        .or_else(|| for_one(context, mentions, i))
        .or_else(|| goes_on_for_each(context, mentions, i))
        .or_else(|| asked_if(says_each, || closing_time(context, i)).or_else(|| closing_adverb(context, i)))
        .or_else(|| each_receiver(context, mentions, i))
        .or_else(|| threshold(context, mentions, i))
        .or_else(|| limit(context, mentions, i))
        .or_else(|| exact_product(context, mentions, i))
        .or_else(|| asked_if(says_each, || each_with(context, mentions, i).or_else(|| bracket_of_each(context, mentions, i))))
        .or_else(|| time_in_front(context, mentions, i))
        .or_else(|| asked_if(says_each, || each_time(context, mentions, i)))
        .or_else(|| told_in_front(context, mentions, i, says_each))
        .or_else(|| mean_of(context, mentions, i))
        .or_else(|| one_of_kind(context, mentions, i))
}

pub(super) fn asked_if(said: bool, rule: impl FnOnce() -> Option<String>) -> Option<String> {
    if said { rule() } else { None }
}

/// Whether "each", "every", "per" or the like stands in the sentence of figure `i`, or in the words right beside it.
pub(super) fn says_each(context: &Context, i: usize) -> bool {
    let sentence = context.sentence(i);
    context.read.classes(sentence.start.saturating_sub(2)..sentence.end + 3).intersects(Class::PER)
}

/// "mills each with 60 looms", "wards, each of 30 beds": what the plural in front is, singular.
fn each_with(context: &Context, mentions: &[Mention], i: usize) -> Option<String> {
    let read = context.read;
    mentions.get(i).filter(|m| m.unit.is_some_and(|u| !u.is_relative()))?;
    let lead = context.lead(i)?;
    let has = matches!(
        read.str(lead),
        "with" | "of" | "having" | "containing" | "holding" | "carrying" | "employing" | "covering" | "seating" | "serving" | "worth"
    );
    let direct = lead.checked_sub(1).filter(|t| has && read.str(*t) == "each");
    // "70 units, each with a floor area of 36 m2".
    let apart = || {
        let near = context.near(i);
        let each = near.clone().find(|t| read.str(*t) == "each").filter(|_| matches!(read.str(lead), "of" | "is" | "was" | "at"))?;
        let plain = each + 2 < lead && (each + 2..lead).all(|t| !read.word_is(t, Class::VERB | Class::AUXILIARY | Class::PREPOSITION));
        (matches!(read.str(each + 1), "with" | "having") && plain).then_some(each)
    };
    let each = direct.or_else(apart)?;
    let noun = each.checked_sub(1).map(|t| if read.is_mark(t, ',') { t.saturating_sub(1) } else { t })?;
    // "Twelve ships were built, each of 4,000 tonnes"
    let counted = || {
        let those = context.previous(i).and_then(|p| mentions.get(p)).filter(|_| read.is_mark(each - 1, ','))?;
        those.head.clone().filter(|_| those.unit.is_some_and(Unit::is_counted) && those.per.is_none())
    };
    if is_plural(context, noun) { Some(singular(read.str(noun))) } else { counted() }
}

/// "three teachers for each village (one for crops, one for trade and one for infants)": each member of the bracket is for each.
fn bracket_of_each(context: &Context, mentions: &[Mention], i: usize) -> Option<String> {
    let read = context.read;
    let counted = |m: &Mention| m.in_words && m.unit.is_some_and(Unit::is_counted);
    mentions.get(i).filter(|m| counted(m))?;
    let gap = context.before(i);
    let open = gap.end.checked_sub(1).filter(|t| read.is_mark(*t, '('))?;
    let noun = (open.saturating_sub(2)..open).rev().find(|t| read.is_word(*t))?;
    let per = noun.checked_sub(1).filter(|t| read.word_is(*t, Class::PER) && *t >= gap.start)?;
    read.word_is(per, Class::PER).then(|| singular(read.str(noun)))
}

/// "200 cases were reported in each of the past three weeks", "15 to 71 cases reported each week over the same period": the time that each is.
fn each_time(context: &Context, mentions: &[Mention], i: usize) -> Option<String> {
    let read = context.read;
    mentions.get(i).filter(|m| m.unit.is_some_and(|u| !u.is_relative() && !u.is_time()))?;
    let start = context.after(i).start;
    let participle = read.str(start).ends_with("ed") && matches!(read.str(start + 1), "each" | "every") && is_time(read.str(start + 2));
    if participle {
        return Some(read.str(start + 2).to_owned());
    }
    let time = context.next(i)?;
    let unit = mentions.get(time)?.unit.filter(|u| u.is_time())?;
    let before = context.before(time);
    let gone =
        |t: &usize| matches!(read.str(*t), "past" | "last" | "first" | "previous" | "preceding" | "next" | "the" | "these" | "those");
    let of = before.clone().rev().find(|t| !gone(t)).filter(|t| read.str(*t) == "of" && *t > before.start)?;
    matches!(read.str(of - 1), "each" | "every").then(|| unit.code().to_owned())
}

/// "250,000 was given to each of the 230 committees": the count behind names what each is.
fn each_of_counted(context: &Context, mentions: &[Mention], i: usize) -> Option<String> {
    let read = context.read;
    let after = context.after(i);
    let next = mentions.get(context.next(i)?)?;
    let said = context.lead(i + 1).is_some_and(|t| read.str(t) == "of")
        && read.find(after.end.saturating_sub(4).max(after.start)..after.end, Class::PER).is_some_and(|t| !context.ends_clause(t - 1));
    next.head.as_deref().filter(|_| said).map(standard)
}

/// "Each of the 38 counties received 2 million": the count in front names what each is.
fn each_of_subject(context: &Context, mentions: &[Mention], i: usize) -> Option<String> {
    let read = context.read;
    let previous = context.previous(i)?;
    let counted = mentions.get(previous).filter(|m| m.unit.is_some_and(Unit::is_counted))?;
    let lead = context.lead(previous).filter(|t| *t > 0 && read.str(*t) == "of")?;
    // "Every one of the 12 ships carried 400 tonnes"
    let one = read.str(lead - 1) == "one" && lead > 1 && read.str(lead - 2).eq_ignore_ascii_case("every");
    let each = one || read.str(lead - 1).eq_ignore_ascii_case("each");
    let gap = context.gap(i);
    let told = |t: usize| read.word_is(t, Class::VERB | Class::AUXILIARY) || read.str(t).ends_with("ed");
    let verb = gap.clone().any(told) && read.find_word(gap, Class::CLAUSE_END).is_none();
    counted.head.clone().filter(|_| each && verb)
}

/// "three deputies were to each oversee one area", "two counties received 5 million yuan each": the thing is the subject.
pub(super) fn floating_each(context: &Context, mentions: &[Mention], i: usize) -> Option<String> {
    let read = context.read;
    let is_each = |t: usize| read.word_is(t, Class::PER) && lowered(read.str(t), |word| matches!(word, "each" | "apiece"));
    let clause = context.clause_before(i);
    let led = context.is_led_by(i, Class::PER);
    let in_front = clause.clone().rev().filter(|_| led).find(|t| is_each(*t)).filter(|t| {
        // "were to each oversee", but not "went to each small area".
        let to = |t: usize| read.word_is(t, Class::TO) && t > clause.start && !read.word_is(t - 1, Class::VERB);
        let led = *t > clause.start && (read.word_is(*t - 1, Class::AUXILIARY) || to(*t - 1));
        // "each disposed of 207 cases"; not "each trained person".
        let did = read.str(*t + 1).ends_with("ed") && (context.is_figure(*t + 2) || read.word_is(*t + 2, Class::PREPOSITION));
        let verb = read.word_is(*t + 1, Class::VERB) || led || did || does_each(read, *t);
        // "48,000 each went to 6,150 families": said of the figure in front.
        let own = context
            .previous(i)
            .is_some_and(|p| context.after(p).start == *t && mentions.get(p).is_some_and(|m| !m.unit.is_some_and(Unit::is_counted)));
        verb && !own && read.str(*t + 1) != "of" && !read.word_is(*t + 1, Class::PLACE | Class::PEOPLE | Class::HOUSEHOLDS)
    });
    // "two in each", "6,100 inhabitants for each"
    let behind = context.after(i).start;
    let behind = behind + usize::from(matches!(read.str(behind), "in" | "for" | "to") && read.str(behind + 1) == "each");
    let closing = is_each(behind)
        && (!read.is_word(behind + 1)
            || read.word_is(behind + 1, Class::PREPOSITION | Class::AND | Class::AUXILIARY)
            || read.word_is(behind + 1, Class::VERB) && mentions.get(i).is_some_and(|m| m.noun.is_none()));
    // "spread over three years at 2.3 million each": the years.
    let years = || {
        let span =
            mentions.get(context.previous(i)?).filter(|m| m.unit.is_some_and(Unit::is_time) && m.amount.one() > Some(Decimal::ONE))?;
        let at = context.lead(i).is_some_and(|t| matches!(read.str(t), "at" | "of" | "with"));
        span.unit.filter(|_| at && context.gap(i).len() <= 3).map(|u| u.code().to_owned())
    };
    if closing && let Some(time) = years() {
        return Some(time);
    }
    if closing && let Some(thing) = divided_by(context, mentions, i) {
        return Some(thing);
    }
    let until = in_front.or(closing.then_some(context.before(i).start))?;
    // "4,600 jobs, or four each" is not per job.
    let own = mentions.get(i).and_then(|m| m.head.as_deref());
    let counted = |j: usize| {
        let other = |m: &&Mention| m.first < until && m.head.is_some() && m.unit.is_some_and(Unit::is_counted);
        mentions.get(j).filter(other).filter(|m| own.is_none() || m.head.as_deref() != own)
    };
    let money = mentions.get(i).is_some_and(|m| m.unit.is_some_and(Unit::is_currency));
    // "6,000 pupils in five districts received 150 euros each": the places say where.
    // "2.1 million households with 3.1 cattle and 2.6 sheep each": the members of its own list have it, too.
    // "passed 20 per cent on to 48 villages, about 21,700 dollars each"
    let alike = |j: usize| mentions.get(j).map(|m| m.unit) == mentions.get(i).map(|m| m.unit);
    let list = if context.previous(i).is_some_and(alike) || !money { context.first_of_list(i) } else { i };
    let before = || context.in_sentence(i).take_while(|j| *j < list);
    let elsewhere = |j: &usize| !is_location(context, mentions, *j);
    // "stayed 6.3 nights; day visitors spent 48 euros each": the statement has a subject of its own.
    let statement = context.statement(i);
    if closing
        && money
        && context.previous(i).is_some_and(|p| context.end(p) <= statement)
        && context.lead(i).is_none_or(|t| !matches!(read.str(t), "cost" | "costs"))
        && let Some(own) = plural_in(context, statement..context.before(i).end)
    {
        return Some(standard(&own));
    }
    let figure = before().filter(elsewhere).filter_map(counted).last().or_else(|| before().filter_map(counted).last());
    figure
        .and_then(|m| m.head.clone())
        .or_else(|| plural_in(context, clause.start..until))
        .or_else(|| listed_places(context, clause.start..until))
        .or_else(|| if closing { each_counted_elsewhere(context, mentions, i) } else { None })
}

/// "A grant of 5,000 each was approved for 23 households", "Replacing the other three costs 180,000 apiece", "Poor families are paid 2,000
/// each": those that are counted behind, that were counted before, or whom the subject names.
fn each_counted_elsewhere(context: &Context, mentions: &[Mention], i: usize) -> Option<String> {
    let read = context.read;
    let head = |j: usize| mentions.get(j).filter(|m| m.unit.is_some_and(Unit::is_counted) && m.per.is_none()).and_then(|m| m.head.clone());
    let behind = context.next(i).filter(|n| {
        let gap = context.gap(*n);
        let lead = context.lead(*n).filter(|t| gap.contains(t));
        gap.len() <= RECEIVED && lead.is_some_and(|t| matches!(read.str(t), "for" | "to" | "among" | "from"))
    });
    // "the other three": more of what was counted last.
    let others = || {
        let few = context.previous(i)?;
        let said = context.before(few).next_back().is_some_and(|t| matches!(read.str(t), "other" | "remaining"));
        (few.saturating_sub(OTHERS)..few).rev().filter(|_| said && head(few).is_none()).find_map(head)
    };
    let this = mentions.get(i)?;
    // "shared by four, which leaves 3 m2 each"; "5,000 each and other costs of 3,000"
    let own = this.unit.is_some_and(|u| !u.is_relative()) && !matches!(read.str(context.clause_before(i).start), "which" | "that");
    let subject = || if own { plural_in(context, context.clause_before(i).start..context.before(i).end) } else { None };
    let subject = || subject().map(|one| standard(&one)).filter(|one| this.head.as_deref() != Some(one));
    behind.and_then(head).map(|head| standard(&head)).or_else(others).or_else(subject)
}

/// Tokens between an amount that each is given and the count of those.
const RECEIVED: usize = 6;

/// Figures in front of "the other three" among which those are that it belongs to.
const OTHERS: usize = 6;

/// "Redhill County and Elm County each obtained 2 million": what the places of a subject are, singular.
fn listed_places(context: &Context, range: Range<usize>) -> Option<String> {
    let verb = context.read.find(range.clone(), Class::VERB | Class::AUXILIARY).unwrap_or(range.end);
    let mut names = (range.start + 1..verb).filter(|t| names_place(context, *t, range.start));
    let first = names.next()?;
    names.next().map(|_| singular(&context.read.str(first).to_lowercase()))
}

/// "each village is equipped with one teacher, linked with one expert and supported by one firm": participles of one subject.
fn goes_on_for_each(context: &Context, mentions: &[Mention], i: usize) -> Option<String> {
    let read = context.read;
    let counted = |m: &&Mention| m.unit.is_some_and(Unit::is_counted);
    mentions.get(i).filter(counted)?;
    let per = mentions.get(context.previous(i)?).filter(counted)?.per.clone().filter(|per| !is_time(per))?;
    let gap = context.gap(i);
    let start = (gap.start..gap.end).rev().find(|t| context.ends_clause(*t) || read.word_is(*t, Class::AND))? + 1;
    let participle = read.word_is(start, Class::VERB) && read.str(start).ends_with("ed") || matches!(read.str(start), "driven" | "given");
    (participle && read.word_is(start + 1, Class::PREPOSITION) && gap.end <= start + 3).then_some(per)
}

/// "1,200 yuan was paid when one person found work": what one of them brings.
fn for_one(context: &Context, mentions: &[Mention], i: usize) -> Option<String> {
    let read = context.read;
    mentions.get(i).filter(|m| m.unit.is_some_and(Unit::is_currency) && context.is_followed_by(i, Class::AUXILIARY))?;
    let behind = context.end(i)..context.sentence(i).end.min(context.end(i) + FOR_ONE);
    let at = behind.clone().find(|t| matches!(read.str(*t), "when" | "if" | "once" | "whenever"))?;
    let given = (behind.start..at).any(|t| read.word_is(t, Class::AUXILIARY)) && matches!(read.str(at + 1), "one" | "a" | "an");
    let noun = (at + 2..behind.end).take(3).find(|t| read.word_is(*t, Class::PEOPLE | Class::HOUSEHOLDS | Class::PLACE));
    noun.filter(|_| given).map(|t| singular(read.str(t)))
}

/// Tokens from an amount to the one that brings it.
const FOR_ONE: usize = 9;

/// "The income of the 340 villages all exceeded 30,000 yuan": what every one of those has that were counted in front.
fn all_reach(context: &Context, mentions: &[Mention], i: usize) -> Option<String> {
    let read = context.read;
    let this = mentions.get(i).filter(|m| m.unit.is_some_and(Unit::is_currency))?;
    let near = context.near(i);
    let verb = near.clone().rev().find(|t| read.word_is(*t, Class::VERB | Class::OVER) && *t > near.start)?;
    let all = read.str(verb - 1) == "all" && this.first <= verb + 3;
    let counted = mentions.get(context.previous(i)?).filter(|m| all && m.unit.is_some_and(Unit::is_counted))?;
    counted.head.clone()
}

/// "invested 10 million respectively for A City, B City and C City": one amount for several receivers is for each of them.
fn each_receiver(context: &Context, mentions: &[Mention], i: usize) -> Option<String> {
    let read = context.read;
    if !context.is_followed_by(i, Class::RESPECTIVELY) {
        return None;
    }
    let clause = context.clause_before(i);
    let unit = mentions.get(i)?.unit;
    let paired = context.in_sentence(i).take_while(|j| *j < i).filter_map(|j| mentions.get(j));
    if paired.filter(|m| m.first >= clause.start).any(|m| m.unit == unit) {
        return None;
    }
    let after = context.after(i);
    let alone = !context.continues_list(i) && context.next(i).is_none_or(|n| !context.continues_list(n));
    let said = read.find(context.behind(i), Class::RESPECTIVELY).filter(|_| alone)?;
    if !matches!(read.str(said + 1), "for" | "to" | "in") {
        return None;
    }
    let list = said + 2..after.end.min(said + RECEIVERS);
    // "Xing'an League": what is glued to its apostrophe goes on a name.
    let goes_on = |t: usize| matches!(read.str(t - 1), "'" | "’") && read.tokens.get(t).is_some_and(|k| !k.spaced);
    let named = |t: &usize| read.tokens.get(*t).is_some_and(|k| k.capital || !k.is_word()) || read.word_is(*t, Class::AND) || goes_on(*t);
    let places: Vec<usize> = list.take_while(named).filter(|t| read.word_is(*t, Class::PLACE)).collect();
    (places.len() > 1).then(|| places.last().map(|t| singular(read.str(*t)))).flatten()
}

/// "projects covering at least 100 households", "towns with a population of more than 3,000": what each of them has at the least.
fn threshold(context: &Context, mentions: &[Mention], i: usize) -> Option<String> {
    let read = context.read;
    let this = mentions.get(i).filter(|m| matches!(m.modifier, Some(Modifier::Over | Modifier::Under)))?;
    let clause = context.clause_before(i);
    let lead = context.lead(i).filter(|t| *t >= clause.start)?;
    let least = (lead + 1..this.first).any(|t| matches!(read.str(t), "least" | "less" | "fewer" | "most" | "minimum" | "maximum"));
    if least && read.word_is(lead, Class::VERB | Class::PREPOSITION) && !read.word_is(lead, Class::AUXILIARY) {
        let owner = owner_of(context, clause.start..lead)?;
        let participle = read.str(lead).ends_with("ing") || matches!(read.str(lead), "with");
        return participle.then(|| singular(read.str(owner)));
    }
    let population = read.str(lead) == "of" && (clause.start..lead).any(|t| read.str(t) == "population");
    let has = (clause.start..lead).rev().find(|t| matches!(read.str(*t), "have" | "having" | "with"))?;
    let end = has.checked_sub(1).filter(|t| read.str(*t) == "still").unwrap_or(has);
    let owner = owner_of(context, clause.start..end).filter(|_| population)?;
    read.word_is(owner, Class::PLACE).then(|| singular(read.str(owner)))
}

/// "projects supported by funds of more than one million", "firms with sales of less than 5 million": what an uncounted plural has each.
fn limit(context: &Context, mentions: &[Mention], i: usize) -> Option<String> {
    let read = context.read;
    mentions.get(i).filter(|m| m.modifier == Some(Modifier::Over) && m.unit.is_some_and(Unit::is_currency))?;
    let near = context.near(i);
    let of = context.lead(i).filter(|t| read.str(*t) == "of" && near.contains(t))?;
    let with = (near.start..of).rev().find(|t| matches!(read.str(*t), "with" | "by"))?;
    let participle = read.str(with) == "by" && read.word_is(with - 1, Class::VERB) && !read.word_is(with.checked_sub(2)?, Class::AUXILIARY);
    let owner =
        owner_of(context, near.start..if participle { with - 1 } else { with }).filter(|_| participle || read.str(with) == "with")?;
    let total = read.find(with..of, Class::TOTAL).is_some();
    let counted = (owner.saturating_sub(COUNTED)..owner).any(|t| context.is_figure(t));
    (!total && !counted).then(|| singular(read.str(owner)))
}

/// Tokens between a number and the noun that it counts.
const COUNTED: usize = 6;

/// "one million each went to 100 projects" in other words: "a grant of one million to 100 projects and 100 million in all".
fn exact_product(context: &Context, mentions: &[Mention], i: usize) -> Option<String> {
    let this = mentions.get(i).filter(|m| m.unit.is_some_and(Unit::is_currency))?;
    let total = mentions.get(context.next(i)?).filter(|m| m.unit == this.unit && context.says_total(i + 1))?;
    let (amount, total) = (this.amount.one()?, total.amount.one()?);
    let counts = context.in_sentence(i).take_while(|j| *j < i).filter_map(|j| mentions.get(j));
    let mut counts = counts.filter(|m| m.head.is_some() && m.unit.is_some_and(Unit::is_counted) && m.modifier.is_none());
    let divides = |m: &&Mention| m.amount.one().is_some_and(|n| n > Decimal::ONE && amount.checked_mul(n) == Some(total));
    counts.find(divides).and_then(|m| m.head.clone())
}

/// The plural noun that ends a range.
fn owner_of(context: &Context, range: Range<usize>) -> Option<usize> {
    let last = range.end.checked_sub(1).filter(|t| *t >= range.start)?;
    is_plural(context, last).then_some(last)
}

/// The last plural noun in front of the first verb of a range, singular.
fn plural_in(context: &Context, range: Range<usize>) -> Option<String> {
    let verb = context.read.find(range.clone(), Class::VERB | Class::AUXILIARY).unwrap_or(range.end);
    (range.start..verb).rev().find(|t| is_plural(context, *t)).map(|t| singular(context.read.str(t)))
}

/// Whether a word looks like a plural noun.
pub(super) fn is_plural(context: &Context, t: usize) -> bool {
    let word = context.read.str(t);
    // "A head receives 40 more": a verb.
    if matches!(word, "receives" | "gets" | "earns" | "costs" | "pays" | "needs" | "serves" | "takes" | "uses" | "spends" | "gives") {
        return false;
    }
    let plural = word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us");
    plural && !context.read.word_is(t, Class::STOP)
}
