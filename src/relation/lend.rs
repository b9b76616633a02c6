//! Units and nouns that the text leaves out: "160 enterprises passed, 23 were disqualified", "a population of 7.95 million",
//! "an increase of 725 over 2011".

use super::Context;
use super::counted::{is_herd, looks_plural, named, names_counted};
use super::denominators::standard;
use super::division::from_divided_total;
use super::label::leads_to_figure;
use super::lend_bracket::from_bracket;
use super::lend_list::{from_amount_of_list, from_first_of_list, from_money_before, from_next, from_parallel};
use super::lend_money::{from_money_beside, from_money_gapped, from_money_of_parts, from_price, measure_alike};
use super::lend_persons::{from_elsewhere, from_later_noun, from_rest, of_denominator, tell_divided};
use super::lend_predicate::{acts_as_persons, from_changed, from_employer, from_person_subject, from_result, moves_of_number};
use super::lend_total::{
    from_divided, from_divided_in_front, from_far_subject, from_partitive, from_share_beside, from_sum_in_front, from_total_behind,
    name_of_measure, percentage,
};
use super::named::of_pronoun;
use super::named_places::from_places;
use super::persons::{are_objects, of_persons, tell_persons, tells_done_to_persons, tells_persons};
use super::points::are_points;
use super::rate::of_one_size;
use crate::analysis::Unit;
use crate::language::Class;
use crate::quantity::{Mention, UnitSource};
use crate::text::lowered;
use rust_decimal::Decimal;

/// Gives every figure without a unit the unit of what it speaks of; what finds none is a plain count.
pub(super) fn lend_units(context: &Context, mentions: &mut [Mention]) {
    for i in 0..mentions.len() {
        if are_points(context, mentions, i)
            && let Some(m) = mentions.get_mut(i)
        {
            (m.unit, m.noun, m.head, m.unit_source) = (Some(Unit::PercentagePoint), None, None, UnitSource::Lent);
        }
        if mentions.get(i).is_none_or(|m| m.unit.is_some()) {
            tell_persons(context, mentions, i);
            tell_divided(context, mentions, i);
            measure_alike(context, mentions, i);
            continue;
        }
        let lent = from_total_behind(context, mentions, i)
            .or_else(|| from_divided_total(context, mentions, i))
            .or_else(|| from_divided(context, mentions, i))
            .or_else(|| from_divided_in_front(context, mentions, i))
            .or_else(|| from_sum_in_front(context, mentions, i))
            .or_else(|| from_share_beside(context, mentions, i))
            .or_else(|| from_next(context, mentions, i))
            .or_else(|| from_later_noun(context, mentions, i))
            .or_else(|| from_rest(context, mentions, i))
            .or_else(|| from_employer(context, mentions, i))
            .or_else(|| from_result(context, mentions, i))
            .or_else(|| from_amount_of_list(context, mentions, i))
            .or_else(|| from_money_of_parts(context, mentions, i))
            .or_else(|| from_money_beside(context, mentions, i))
            .or_else(|| from_money_gapped(context, mentions, i))
            .or_else(|| from_price(context, mentions, i))
            .or_else(|| of_denominator(context, mentions, i))
            .or_else(|| super::rate_beside::from_rate_beside(context, mentions, i))
            .or_else(|| super::rate_again::from_grown(context, mentions, i))
            .or_else(|| named_ratio(context, i).filter(|_| !is_incidence(context, mentions, i)))
            .or_else(|| percentage(context, mentions, i))
            .or_else(|| name_of_measure(context, context.near(i)))
            .or_else(|| from_changed(context, i))
            .or_else(|| from_later_value(context, mentions, i))
            .or_else(|| from_first_of_list(context, mentions, i))
            .or_else(|| from_parallel(context, mentions, i))
            .or_else(|| from_persons_in_places(context, mentions, i))
            .or_else(|| from_front(context, i))
            // "elementary classes average 21.3, middle school classes 24.8": no classes.
            .or_else(|| from_label(context, i, mentions.get(i).is_some_and(|m| !m.scaled && m.precision.is_some_and(|p| p < 0))))
            .or_else(|| from_places(context, mentions, i))
            .or_else(|| from_bracket(context, mentions, i))
            .or_else(|| from_elsewhere(context, mentions, i))
            .or_else(|| from_person_subject(context, mentions, i))
            .or_else(|| from_subject(context, i).filter(|_| !continues(context, i)))
            .or_else(|| from_far_subject(context, i))
            .or_else(|| super::list_heads::from_head(context, mentions, i))
            .or_else(|| from_behind(context, i))
            .or_else(|| from_partitive(context, mentions, i))
            .or_else(|| from_money_before(context, mentions, i))
            .or_else(|| from_figure(context, mentions, i))
            // "rose by 1.8 per cent to 1.5 million", "by 1.8 per cent from 1.4 million": the level that the subject reaches or had.
            .or_else(|| from_subject(context, i).filter(|_| context.read.word_is(context.gap(i).start, Class::TO | Class::FROM)));
        let named = lent.as_ref().is_some_and(|lent| lent.unit != Unit::Count || lent.head.is_some());
        let lent = if !named && (are_objects(context, i) || acts_as_persons(context, i)) { Some(of_persons()) } else { lent };
        let Some(mention) = mentions.get_mut(i) else { continue };
        mention.unit_source = if lent.is_some() { UnitSource::Lent } else { UnitSource::Assumed };
        let lent = lent.unwrap_or(Lent::unit(Unit::Count));
        let lent = if lent.unit == Unit::Count && tells_done_to_persons(context, i) { of_persons() } else { lent };
        mention.take_unit(lent.unit, lent.power);
        mention.head = lent.head;
        tell_persons(context, mentions, i);
    }
}

/// What a figure is lent.
#[derive(Debug, Clone)]
pub(super) struct Lent {
    pub(super) unit: Unit,
    /// The counted noun.
    pub(super) head: Option<String>,
    /// Power of ten of the printed unit: "from 19.8 to 21.4 quintals".
    pub(super) power: i32,
}

impl Lent {
    /// What another figure has.
    pub(super) fn of(lender: &Mention) -> Option<Self> {
        Some(Self { unit: lender.unit?, head: lender.head.clone(), power: lender.unit_power })
    }

    pub(super) fn unit(unit: Unit) -> Self {
        Self { unit, head: None, power: 0 }
    }
}

/// "The ratio of matching to pilot funds was 44.4".
fn named_ratio(context: &Context, i: usize) -> Option<Lent> {
    let said = context.sentence(i).start..context.before(i).end;
    let joined = context.read.word_is(said.end.checked_sub(1)?, Class::AUXILIARY | Class::PREPOSITION | Class::VERB);
    let ratio = |t: &usize| lowered(context.read.str(*t), |word| matches!(word, "ratio" | "multiple" | "index" | "coefficient"));
    // "While the sex ratio has not changed, boys have an edge of 6,813": a statement of its own between.
    let states = |t: usize| context.read.word_is(t, Class::AUXILIARY | Class::RISE);
    let closed = |at: usize| {
        let comma = (at..said.end).rev().find(|t| context.read.is_mark(*t, ','));
        comma.is_some_and(|comma| (at..comma).any(states) && (comma..said.end - 1).any(states))
    };
    let named = said.clone().rev().find(ratio).filter(|_| joined)?;
    (!closed(named)).then_some(Lent::unit(Unit::Ratio))
}

/// "The ratio is put at 146 per 100,000 live births, as against 189 in 2012": so many of so many, and no multiple.
fn is_incidence(context: &Context, mentions: &[Mention], i: usize) -> bool {
    let rate = |j: usize| mentions.get(j).is_some_and(|m| m.per.as_deref().is_some_and(|per| per.starts_with('1') && per.contains("00")));
    rate(i) || context.is_reference(i) && context.previous(i).is_some_and(rate)
}

/// The unit in which the word for what is measured counts: "planted acreage totaled 135,000".
pub(super) fn measure(word: &str) -> Option<Unit> {
    if !word.ends_with("age") {
        return None;
    }
    match word.to_ascii_lowercase().as_str() {
        "acreage" => Some(Unit::Acre),
        "hectarage" => Some(Unit::Hectare),
        "mileage" => Some(Unit::Mile),
        "tonnage" => Some(Unit::Tonne),
        _ => None,
    }
}

/// "The number of pilot villages reached 1,161", "a population of 7.95 million", "participants exceeded 2,000".
fn from_front(context: &Context, i: usize) -> Option<Lent> {
    let read = context.read;
    // "1,352 schools, and of these 1,295 were": the figure in front has the noun.
    if context.previous(i).is_some() && context.opened_by(i, Class::PARTS) {
        return None;
    }
    let before = context.before(i);
    let clause = context.tail(before.clone());
    let leads = before.end.checked_sub(1).filter(|_| !before.is_empty())?;
    let exceeded = matches!(read.str(leads), "exceeded" | "topped" | "surpassed" | "passed");
    let hedged = if exceeded { leads } else { context.lead(i).filter(|t| *t >= clause.start)? };
    let lead_word = read.str(hedged.min(leads));
    let leading = exceeded
        || leads_to_figure(lead_word)
        || matches!(lead_word, "total" | "totals" | "totalling" | "totaling" | "number" | "numbers" | "numbering" | "numbered")
        || matches!(lead_word, "aggregate" | "aggregates" | "aggregated" | "aggregating" | "averaged" | "stood" | "exceed")
        || matches!(lead_word, "only" | "between")
        // "foundations added 640 million": they are not counted.
        || matches!(lead_word, "add" | "adds" | "added") && !context.read.phrase_is(context.end(i) - 1, Class::SCALE)
        || read.word_is(hedged, Class::AUXILIARY)
        || moves_of_number(context, clause.start..hedged);
    if !leading || read.find(clause.clone(), Class::INCOME).is_some() {
        return None;
    }
    // "the settlements number 227": a verb, not what is counted.
    let counted = (clause.start..hedged.max(clause.start))
        .find(|t| lowered(read.str(*t), |word| matches!(word, "number" | "numbers" | "count" | "population" | "populations")));
    let from = counted.unwrap_or(clause.start);
    // "The number waiting for treatment fell from": persons, whom a participle tells.
    if let Some(t) = counted.filter(|t| read.str(*t) == "number" && tells_persons(read.str(t + 1))) {
        return Some(of_persons()).filter(|_| t + 1 < hedged);
    }
    let rate = read.find(from..hedged, Class::PER).unwrap_or(hedged);
    let head = (from..rate).find(|t| names_counted(context, *t))?;
    Some(named(context, head))
}

/// "larcenies 8,437 and motor vehicle thefts 1,042", "Fraud cases opened: 1,245": the noun stands right in front, with no joint or a colon.
fn from_label(context: &Context, i: usize, is_fraction: bool) -> Option<Lent> {
    let read = context.read;
    let before = context.before(i);
    let last = before.clone().next_back()?;
    if is_fraction {
        return None;
    }
    let ends = !read.is_word(context.after(i).start) || read.word_is(context.after(i).start, Class::AND | Class::PREPOSITION);
    if read.is_mark(last, ':') {
        // "Schools: 58,700 enrolled"
        if tells_persons(read.str(context.end(i))) {
            return Some(of_persons());
        }
        let label = context.tail(before.start..last);
        // "Complaints against officers: 402": what stands in front of the preposition.
        let of = label.clone().find(|t| read.word_is(*t, Class::PREPOSITION)).unwrap_or(label.end);
        if let Some(head) = (label.start..of).rev().find(|t| names_counted(context, *t)).filter(|_| of < label.end) {
            return Some(named(context, head));
        }
        return label.clone().rev().find(|t| names_counted(context, *t)).map(|t| named(context, t));
    }
    let listed = read.find(context.sentence(i).start..before.start, Class::PARTS | Class::ALL_PARTS).is_some();
    (ends && !listed && names_counted(context, last)).then(|| named(context, last))
}

/// "Enrolment in the 16,684 schools was 8,098,177": the persons of the subject, over the places where they are.
fn from_persons_in_places(context: &Context, mentions: &[Mention], i: usize) -> Option<Lent> {
    let read = context.read;
    let places = context.previous(i).filter(|p| mentions.get(*p).is_some_and(|m| m.unit == Some(Unit::Count) && m.noun.is_some()))?;
    let lead = context.lead(places).filter(|t| matches!(read.str(*t), "in" | "at" | "across" | "within" | "to"))?;
    let gap = context.gap(i);
    let last = gap.end.checked_sub(1)?;
    let comes_to = matches!(read.str(last), "totalled" | "totaled" | "numbered" | "reached" | "exceeded");
    let states = (comes_to || read.word_is(last, Class::AUXILIARY | Class::VERB)) && gap.len() <= 2;
    let subject = context.clause_before(places).start.max(context.before(places).start)..lead;
    let persons = (subject.start..subject.end).rev().find(|t| read.word_is(*t, Class::PEOPLE) && states)?;
    Some(named(context, persons))
}

/// "4,080 and 3,060": nothing but a joint behind another figure.
fn continues(context: &Context, i: usize) -> bool {
    context.previous(i).is_some() && context.gap(i).len() == 1
}

/// "Robberies fell by a quarter, from 4,080 to 3,060": only a joint in its clause, so that the subject of the sentence is counted.
fn from_subject(context: &Context, i: usize) -> Option<Lent> {
    let read = context.read;
    let clause = context.near(i);
    // "increased by 17% year-on-year to 18.2 million"
    let yearly = read.str(clause.start) == "year" && matches!(read.str(clause.start + 1), "-" | "‑" | "on" | "over");
    let to = clause.clone().find(|t| yearly && read.word_is(*t, Class::TO)).unwrap_or(clause.start);
    let bare = clause.end - to <= 4
        && (to..clause.end).all(|t| {
            matches!(read.str(t), "from" | "to" | "by" | "stood" | "at" | "numbered" | "aggregate" | "totalled" | "totaled")
                || read.word_is(t, Class::DETERMINER | Class::OVER | Class::UNDER | Class::ABOUT | Class::AUXILIARY)
        });
    let start = context.statement(i);
    // "Arrivals rose by 3% while nights spent went up by 7% to 1.3 million": the nearest subject.
    let start = (start..clause.start.max(start)).rev().find(|t| matches!(read.str(*t), "while" | "whereas")).map_or(start, |t| t + 1);
    let verb =
        read.find(start..clause.start.max(start), Class::VERB | Class::AUXILIARY | Class::RISE).filter(|_| bare && !clause.is_empty())?;
    let subject = context.tail(start..verb);
    let rate = read.find(subject.clone(), Class::PER).unwrap_or(verb);
    // "Sheep on summer pastures declined by 8% to 96,000": where they are is not counted.
    let place = (subject.start + 1..rate).find(|t| matches!(read.str(*t), "on" | "in" | "at" | "to"));
    let rate = place.filter(|t| (subject.start..*t).any(|n| names_counted(context, n) || is_herd(read.str(n)))).unwrap_or(rate);
    if let Some(herd) = (subject.start..rate).rev().find(|t| is_herd(read.str(*t))) {
        return Some(named(context, herd));
    }
    (subject.start..rate).rev().find(|t| names_counted(context, *t)).map(|t| named(context, t))
}

/// "widened to 19.1 months from 18.4", "3.9 children, down from 4.2": the value in front has the unit.
fn from_later_value(context: &Context, mentions: &[Mention], i: usize) -> Option<Lent> {
    let from = context.leads_from(i);
    // "from 221,800 at the end of 2011 to 109,000".
    let closes =
        context.lead(i).is_some_and(|t| context.read.word_is(t, Class::TO)) && context.previous(i).is_some_and(|p| context.leads_from(p));
    // "two and a half hours instead of four"
    let gap = context.gap(i);
    let replaced =
        (gap.start..gap.end).any(|t| matches!((context.read.str(t), context.read.str(t + 1)), ("instead", "of") | ("rather", "than")));
    // "averaged 74 days, against 81 in 2019"
    let alike = |before: &Mention| {
        let mut lent = mentions.get(i).cloned();
        // "18.6 quintals against 17.9": in the unit as it is printed.
        if let Some(m) = lent.as_mut() {
            m.take_unit(before.unit.unwrap_or(Unit::Count), before.unit_power);
        }
        lent.is_some_and(|m| of_one_size(&m, before)) && !before.unit.is_some_and(Unit::is_currency)
    };
    let compared = context.is_reference(i) && context.previous(i).and_then(|p| mentions.get(p)).is_some_and(alike);
    // "287 days with good air, 19 more than in 2019", "5.9 million tonnes, 0.4 million less than before", "but still 2 million above the mean"
    let behind = context.after(i).start;
    let scaled = mentions.get(i).is_some_and(|m| m.scaled);
    let measured = |u: Unit| u.is_time() || !u.is_counted() && !u.is_relative() && !u.is_currency();
    let timed = |p: usize| mentions.get(p).is_some_and(|m| m.unit.is_some_and(measured) && (m.scaled == scaled));
    let more = matches!(context.read.str(behind), "more" | "fewer" | "less") && context.read.str(behind + 1) == "than";
    let apart = matches!(context.read.str(behind), "above" | "below") && context.read.word_is(behind + 1, Class::DETERMINER);
    let more = (more && context.near(i).is_empty() || apart && scaled && gap.len() <= 6) && context.previous(i).is_some_and(timed);
    // "shrank by 1.1 million tonnes to 18.7 million": what the step led to.
    // "grew by 9 per cent in twelve months to 53,800": not how long it took.
    let step = |p: usize, u: Unit| !u.is_relative() && (!u.is_time() || context.lead(p).is_some_and(|t| context.read.str(t) == "by"));
    let amount = |p: usize| mentions.get(p).is_some_and(|m| m.scaled == scaled && m.per.is_none() && m.unit.is_some_and(|u| step(p, u)));
    let stepped = context.joint(i).len() == 1
        && context.read.word_is(gap.start, Class::TO)
        && context.previous(i).is_some_and(|p| {
            amount(p) && (context.is_led_by(p, Class::RISE) || context.lead(p).is_some_and(|t| context.read.str(t) == "raised"))
        });
    let before = mentions.get(context.previous(i).filter(|_| from || closes || replaced || compared || more || stepped)?)?;
    let this = mentions.get(i)?;
    let near = gap.len() <= if closes { 7 } else { 6 } && this.noun.is_none() && (!this.scaled || before.scaled && before.unit_power == 0);
    // "from 12 per cent to 8"
    let pair = closes && context.joint(i).len() == 1;
    let fraction = || mentions.get(i).and_then(|m| m.precision).is_some_and(|p| p < 0);
    // "The percentage with power rose from 41 in 2010 to 58".
    let told = || closes && before.unit_source == UnitSource::Lent;
    let unit = before.unit.filter(|u| !u.is_relative() || pair || fraction() || told());
    unit.filter(|_| near).and_then(|_| Lent::of(before))
}

/// "a reduction of 26,000 in the number of poor people".
fn from_behind(context: &Context, i: usize) -> Option<Lent> {
    let read = context.read;
    let behind = context.behind(i);
    let number = (behind.start..behind.end.min(behind.start + 4)).find(|t| matches!(read.str(*t), "number" | "population"))?;
    let head =
        (number..behind.end.min(number + 8)).find(|t| read.word_is(*t, Class::PEOPLE | Class::HOUSEHOLDS) || looks_plural(read.str(*t)))?;
    Some(named(context, head))
}

/// "in 15 districts", "located in 15 states": a count of places behind a preposition.
pub(super) fn is_location(context: &Context, mentions: &[Mention], i: usize) -> bool {
    let place = mentions.get(i).and_then(|m| m.noun).is_some_and(|n| context.read.word_is(n.head, Class::PLACE | Class::WHOLE));
    context.lead(i).is_some_and(|t| {
        let located = t > 0 && matches!(context.read.str(t - 1), "located" | "situated" | "based" | "spread" | "living" | "distributed");
        (place || located) && matches!(context.read.str(t), "in" | "at" | "across" | "from" | "throughout" | "over" | "within")
    })
}

/// "48,600 persons (9,720 families) were displaced; 31,200 are in camps": whether figure `at` stands in a bracket behind a count of something else, which
/// it only says again, and figure `i` outside it.
pub(super) fn in_bracket(context: &Context, mentions: &[Mention], at: usize, i: usize) -> bool {
    let read = context.read;
    let open = context.before(at).end.checked_sub(1).filter(|t| read.is_mark(*t, '('));
    let close = context.after(at).start;
    let alone = open.is_some() && read.is_mark(close, ')') && context.before(i).end > close;
    let counted = |m: &&Mention| m.unit.is_some_and(Unit::is_counted) && m.head.is_some() && m.per.is_none();
    alone
        && context
            .previous(at)
            .and_then(|p| mentions.get(p))
            .is_some_and(|m| counted(&m) && mentions.get(at).is_some_and(|a| a.head != m.head))
}

/// From the nearest figure before it in the sentence that has a unit of its own; from the last figure of the sentence before where the
/// figure opens its sentence and a verb follows ("28 were built").
fn from_figure(context: &Context, mentions: &[Mention], i: usize) -> Option<Lent> {
    let mut at = i;
    let changes = context.read.find(context.near(i), Class::RISE).is_some();
    // "16,842 chiefs of five levels, of whom 9,876 ...": parts are fewer than their total.
    let part = context.opened_by(i, Class::PARTS) || context.read.phrase_is(context.sentence(i).start, Class::PARTS);
    let fewer = |m: &Mention| part && m.amount.bounds() < mentions.get(i).and_then(|m| m.amount.bounds());
    // "36,223 miles of line, of which 7,788 are new".
    let of_which = |unit: Unit| part && !unit.is_time() && !unit.is_currency();
    let mut small = None;
    while let Some(previous) = context.previous(at) {
        at = previous;
        let candidate = mentions.get(at)?;
        // "given to 463 families, 50 per family": no families.
        let per = mentions.get(i).and_then(|m| m.per.as_deref());
        let divisor = per.is_some_and(|per| candidate.head.as_deref().is_some_and(|head| head == per || standard(head) == per));
        // "28 banks in 15 states, of which 12 ...": the places say where.
        // "reached 31,050 pupils in 74 schools, 2,260 fewer than": so many fewer of what is spoken of.
        let fewer_of_subject = matches!(context.read.str(context.after(i).start), "fewer" | "more" | "less")
            && context.previous(at).is_some_and(|p| mentions.get(p).is_some_and(|m| m.unit.is_some_and(Unit::is_counted)))
            && context.gap(at).len() == 1
            && context.lead(at).is_some_and(|t| matches!(context.read.str(t), "in" | "at" | "from" | "across" | "on" | "with"));
        let located = is_location(context, mentions, at) && context.previous(at).is_some() || fewer_of_subject;
        // "With sentences under 6 months the number fell to 439": no months.
        let dwarfs = |months: &Mention| {
            let value = |m: &Mention| m.amount.middle();
            let most = value(months).and_then(|v| v.checked_mul(Decimal::TEN));
            months.unit.is_some_and(Unit::is_time) && mentions.get(i).and_then(value) > most
        };
        if !divisor
            && !located
            && !in_bracket(context, mentions, at, i)
            && !dwarfs(candidate)
            && candidate.unit.is_some_and(|u| !u.is_relative() && (changes || u.is_counted() || of_which(u)))
        {
            if !fewer(candidate) {
                return Lent::of(candidate);
            }
            // "eight public and 70 aided schools, of which 74": of both together.
            small = small.or_else(|| Lent::of(candidate));
        }
    }
    if small.is_some() {
        return small;
    }
    let after = context.after(i).start;
    let stands_alone =
        context.read.phrase_is(after, Class::AUXILIARY | Class::VERB | Class::PRONOUN) || of_pronoun(context, after) && !changes;
    // "Of those still waiting, 9,236 (7.8 per cent) had ...": what the sentence before tells.
    if context.in_sentence(i).start == i && context.read.phrase_is(context.sentence(i).start, Class::PARTS) {
        let whole = |m: &&Mention| m.unit.is_some_and(Unit::is_counted) && m.per.is_none() && !fewer(m);
        let total = mentions.get(context.in_sentence(i.checked_sub(1)?))?.iter().find(whole);
        return total.and_then(Lent::of);
    }
    let candidate = mentions.get(at.checked_sub(1)?)?;
    if stands_alone && candidate.unit.is_some_and(Unit::is_counted) { Lent::of(candidate) } else { None }
}
