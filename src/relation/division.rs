//! What an average is per, by arithmetic: "88 contracts with 41 employers cost $396,000, or $4,500 each" divides the sum by the contracts.

use super::Context;
use super::lend::Lent;
use crate::analysis::Unit;
use crate::quantity::Mention;
use rust_decimal::Decimal;

/// Figures before and behind an average in which its total and its count are looked for.
const REACH: usize = 6;

/// The noun of the count that divides a total of the sentence to average `i`, where one does.
pub(super) fn divided_by(context: &Context, mentions: &[Mention], i: usize) -> Option<String> {
    let (_, count) = division(context, mentions, i)?;
    mentions.get(count)?.head.clone()
}

/// The unit of a bare average, which its total has: "18 buses carried 1.2 million passengers, some 67,000 each", "40 aides cover 20 wards, two in
/// each".
pub(super) fn from_divided_total(context: &Context, mentions: &[Mention], i: usize) -> Option<Lent> {
    let read = context.read;
    let behind = context.after(i).start;
    let each = behind + usize::from(read.str(behind) == "in");
    mentions.get(i).filter(|m| m.noun.is_none() && matches!(read.str(each), "each" | "apiece"))?;
    let (total, _) = division(context, mentions, i)?;
    mentions.get(total).filter(|m| m.unit.is_some_and(Unit::is_counted)).and_then(Lent::of)
}

/// The total and the count that divide to average `i`.
fn division(context: &Context, mentions: &[Mention], i: usize) -> Option<(usize, usize)> {
    let this = mentions.get(i)?;
    let average = this.amount.one()?;
    let sentence = context.in_sentence(i);
    let near = sentence.start.max(i.saturating_sub(REACH))..sentence.end.min(i + REACH);
    let totals = || near.clone().filter(|j| *j != i).filter_map(|j| Some((j, mentions.get(j).filter(|m| is_total(m, this))?)));
    let total_of = |count: usize| {
        let m = mentions.get(count).filter(|m| m.head.is_some() && m.per.is_none() && m.unit.is_some_and(Unit::is_counted))?;
        let value = m.amount.one().filter(|n| *n > Decimal::ONE && !m.in_words)?;
        totals().find(|(total, m)| *total != count && is_product(m, value, average)).map(|(total, _)| (total, count))
    };
    near.clone().filter(|j| *j < i).find_map(total_of)
}

/// Whether a figure may be the total of an average: in its unit, and of the same things.
fn is_total(total: &Mention, average: &Mention) -> bool {
    let counted = average.unit.is_none_or(Unit::is_counted);
    let alike = if counted { average.noun.is_none() || average.head == total.head } else { total.unit == average.unit };
    alike && total.per.is_none() && total.unit.is_some_and(|u| !u.is_relative() && u.is_counted() == counted)
}

/// Whether a total is `count` times the average, as it is rounded.
fn is_product(total: &Mention, count: Decimal, average: Decimal) -> bool {
    let Some((product, total)) = average.checked_mul(count).zip(total.amount.one()) else { return false };
    (product - total).abs().checked_mul(Decimal::from(TOLERANCE)).is_some_and(|off| off <= total.abs())
}

/// An average is told to at least two digits: its product comes within a hundred and twentieth of the total.
const TOLERANCE: i64 = 120;
