//! The total or the count that an average divides: "2.33 billion yuan for 552 villages, 4.22 million yuan per village".

use super::Context;
use crate::analysis::Unit;
use crate::language::Class;
use crate::quantity::Mention;
use rust_decimal::Decimal;

/// Whether two amounts could be a total and its average: one unit and noun, or two units of mass.
fn same_dimension(total: &Mention, average: &Mention) -> bool {
    let mass = |m: &Mention| matches!(m.unit, Some(Unit::Kilogram | Unit::Tonne));
    let counted = total.unit.is_some_and(Unit::is_counted);
    mass(total) && mass(average) || total.unit == average.unit && (!counted || total.head.is_some() && total.head == average.head)
}

/// "A total of 2.33 billion yuan was invested, 4.22 million yuan per village": the total of the same unit; else the count of what the
/// average is per ("68,000 loans were issued, averagely 8352 yuan per loan").
pub(super) fn average_base(context: &Context, mentions: &[Mention], i: usize) -> Option<(usize, &'static str)> {
    let this = mentions.get(i)?;
    // An incidence per 1,000 people divides no amount of the text.
    let per = this.per.as_deref().filter(|p| !p.starts_with(|c: char| c.is_ascii_digit()))?;
    // "at the rate of S/. 2.84 per US dollar": what money costs.
    let money = Unit::from_code(per).is_some_and(Unit::is_currency) || matches!(per, "dollar" | "euro" | "pound" | "yen" | "franc");
    // "3.76 tonnes per hectare against 3.50": what another year's is of is not told.
    if context.names_income(i)
        || money
        || context.is_reference(i) && context.previous(i).is_some_and(|p| mentions.get(p).is_some_and(|m| m.per == this.per))
    {
        return None;
    }
    let verb = context.read.find(context.tail(context.gap(i)), Class::VERB);
    let led_by_verb = verb.is_some_and(|t| !matches!(context.read.str(t), "averaging" | "averaged"));
    let first = context.in_sentence(i).start;
    let from = first.checked_sub(1).map_or(first, |before| context.in_sentence(before).start);
    let total = |j: &usize| {
        mentions.get(*j).is_some_and(|m| {
            m.per.is_none()
                && m.stands_alone()
                && (!context.is_reference(*j) || context.restates(i) && context.previous(i) == Some(*j))
                && same_dimension(m, this)
                && m.amount.bounds() > this.amount.bounds()
        })
    };
    if led_by_verb && this.unit.is_some_and(Unit::is_currency) {
        return None;
    }
    if let Some(total) = divided(context, mentions, i) {
        return Some((total, "average_of_total"));
    }
    if let Some(count) = divided_together(mentions, first..i, this, per) {
        return Some((count, "average_over_count"));
    }
    if let Some(total) = told_with_count(context, mentions, i, per) {
        return Some((total, "average_of_total"));
    }
    let averaged = context.read.find(context.before(i).start..context.after(i).end.min(context.end(i) + 4), Class::ON_AVERAGE).is_some();
    if this.unit.is_some_and(Unit::is_counted) && !averaged || this.of.is_some() {
        return None;
    }
    // "3 billion was paid, the average allowance was 329": more than a million to one are no total and its mean, unless they divide.
    let of_reach = |j: &usize| {
        let most = this.amount.middle().and_then(|v| v.checked_mul(Decimal::from(MOST)));
        mentions.get(*j).and_then(|m| m.amount.middle()).zip(most).is_none_or(|(total, most)| total <= most)
            || context.restates(i)
            || apposed_mean(context, i)
    };
    let statement = context.statement(i);
    let each = context.read.str(context.after(i).start) == "each";
    // "The largest holds 1.5 million; the other three hold 0.7 million each": no total of those.
    let together = |j: &usize| !each || mentions.get(*j).is_some_and(|m| m.first >= statement);
    if let Some(total) = (from..i).rev().find(|j| total(j) && *j >= first).filter(of_reach).filter(together) {
        return Some((total, "average_of_total"));
    }
    let fits = averaged || this.unit.is_some_and(Unit::is_currency) && this.modifier.is_none();
    let counts = |m: &Mention| m.per.is_none() && (each || m.first >= statement) && m.head.as_deref() == Some(per);
    let count = (first..i).rev().filter(|_| fits).find(|j| mentions.get(*j).is_some_and(counts));
    // "74 schools, 19 of them in the west, at an average cost of 86 million each": of all.
    let aside = |c: usize| mentions.get(c)?.of.filter(|_| matches!(context.read.str(context.end(c) + 1), "them" | "these" | "which"));
    let whole = |c: usize| aside(c).map(|(total, _)| total).filter(|total| *total >= first && mentions.get(*total).is_some_and(counts));
    count.map(|c| (whole(c).unwrap_or(c), "average_over_count"))
}

/// "8,316 teachers in 32 schools (260 per school)", "7,366 vessels in 40 berths, or 184 per berth": the total in front of the count, whatever the three
/// make.
fn told_with_count(context: &Context, mentions: &[Mention], i: usize, per: &str) -> Option<usize> {
    let read = context.read;
    let this = mentions.get(i).filter(|m| context.restates(i) && m.noun.is_none() && m.unit.is_some_and(Unit::is_counted))?;
    let count = context.previous(i).filter(|c| mentions.get(*c).is_some_and(|m| m.stands_alone() && counts_thing(m, per)))?;
    let total = context.previous(count)?;
    let whole = mentions.get(total).filter(|m| m.stands_alone() && m.per.is_none() && m.unit.is_some_and(Unit::is_counted))?;
    let placed = context.gap(count).len() <= MEAN && context.lead(count).is_some_and(|t| read.word_is(t, Class::PREPOSITION));
    (placed
        && whole.amount.bounds() > this.amount.bounds()
        && this.head.as_deref().is_none_or(|head| head == per || this.head == whole.head))
    .then_some(total)
}

/// "Deposits reached 41.6 billion, an average of 27,500 per inhabitant": what the total in front of the comma comes to for each.
fn apposed_mean(context: &Context, i: usize) -> bool {
    let near = context.near(i);
    let comma = near.start > context.before(i).start && context.read.is_mark(near.start - 1, ',');
    comma && near.len() <= MEAN && near.clone().any(|t| context.read.phrase_is(t, Class::ON_AVERAGE))
}

/// Tokens of "or an average of".
const MEAN: usize = 4;

/// How many a total is divided by, at most, where the text does not say it.
const MOST: i64 = 1_000_000;

/// How far back, in figures, a total and a count are looked for that divide to an average.
const DIVIDED_REACH: usize = 16;

/// Tokens between an average and the count behind it.
const BEHIND: usize = 8;

/// "A total of 1.57 billion for 28,000 households, ..., averagely 56,000 per household": the total that a count of the text divides to the
/// average.
fn divided(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let this = mentions.get(i).filter(|m| !m.in_words)?;
    let (average, per) = (this.amount.one()?, this.per.as_deref()?);
    let first = context.in_sentence(i).start;
    let from = first.checked_sub(1).map_or(first, |before| context.in_sentence(before).start);
    // "1,500 yuan per person for the 710 people".
    let behind = context.next(i).filter(|next| context.gap(*next).len() <= BEHIND);
    let counts: Vec<Decimal> = (from.saturating_sub(DIVIDED_REACH)..i)
        .chain(behind)
        .filter_map(|j| mentions.get(j).filter(|m| counts_thing(m, per))?.amount.one())
        .filter(|count| *count > Decimal::ONE)
        .collect();
    let divides = |total: Decimal| {
        let stated = counts.iter().filter_map(|count| average.checked_mul(*count));
        stated.into_iter().any(|product| (product - total).abs() * Decimal::from(50) <= total.abs())
    };
    // "150,000 in each of 400 villages, totalling 60 million".
    let behind = (i + 1..context.in_sentence(i).end).take(2).filter(|j| context.says_total(*j));
    (from..i).rev().chain(behind).find(|j| {
        mentions.get(*j).is_some_and(|m| {
            m.per.is_none()
                && m.stands_alone()
                && same_dimension(m, this)
                && in_unit_of(m, this).is_some_and(|total| total > average && divides(total))
        })
    })
}

/// "110 million was given and 19 million integrated for 69,000 households, 1,870 per household": where two totals together divide to the
/// average, it speaks of the count.
fn divided_together(mentions: &[Mention], sentence: std::ops::Range<usize>, average: &Mention, per: &str) -> Option<usize> {
    let count = sentence.clone().rev().find(|j| mentions.get(*j).is_some_and(|m| counts_thing(m, per)))?;
    let total = |j: &usize| mentions.get(*j).filter(|m| m.per.is_none() && m.stands_alone() && m.unit == average.unit)?.amount.one();
    let totals: Vec<Decimal> = sentence.filter_map(|j| total(&j)).collect();
    let product = average.amount.one()?.checked_mul(mentions.get(count)?.amount.one()?)?;
    let near = |sum: Decimal| (sum - product).abs() * Decimal::from(50) <= product.abs();
    let together = totals.windows(2).any(|pair| pair.iter().copied().reduce(|a, b| a.checked_add(b).unwrap_or(a)).is_some_and(near));
    together.then_some(count)
}

/// Whether a figure counts the things that a denominator names.
pub(super) fn counts_thing(m: &Mention, per: &str) -> bool {
    let measured = match m.unit {
        Some(Unit::Hectare) => matches!(per, "hectare" | "ha"),
        Some(Unit::Acre) => per == "acre",
        Some(Unit::Mile) => per == "mile",
        Some(Unit::Mu) => per == "mu",
        Some(Unit::Kilometre) => matches!(per, "kilometre" | "kilometer" | "km"),
        _ => false,
    };
    measured
        || m.head.as_deref() == Some(per)
        || per == "household" && m.unit == Some(Unit::Households)
        || per == "person" && m.unit == Some(Unit::People)
}

/// The amount of a total in the unit of its average, where both are masses.
fn in_unit_of(total: &Mention, average: &Mention) -> Option<Decimal> {
    let amount = total.amount.one()?;
    match (total.unit, average.unit) {
        (Some(Unit::Tonne), Some(Unit::Kilogram)) => amount.checked_mul(Decimal::ONE_THOUSAND),
        (Some(Unit::Kilogram), Some(Unit::Tonne)) => amount.checked_div(Decimal::ONE_THOUSAND),
        _ => Some(amount),
    }
}
