//! One source in several totals: what the masses raised for single programmes against what they raised in all.
//!
//! From parts of different totals that have the same words, to findings "across".

use super::brief::Trait;
use super::conflict::source_words;
use super::content::Content;
use super::draft::Draft;
use super::interval::Interval;
use super::judge::Judged;
use super::links::MOST_LINKS;
use super::page::Page;
use super::rules;
use crate::analysis::Unit;
use crate::analysis::Verdict;
use crate::wording::audit as say;
use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

/// Section, unit and words of a part, as a key.
type Source = (u32, Unit, Content);

/// Collects parts by section, unit and words.
pub(super) fn check(page: &Page, out: &mut Vec<Draft>) {
    let mut sources: FxHashMap<Source, Vec<(usize, usize)>> = FxHashMap::default();
    let mut order = Vec::new();
    for id in page.with(Trait::AMOUNT | Trait::MONEY | Trait::PART).filter(|id| !page.is(*id, Trait::PER)) {
        let Some(q) = page.get(id) else { continue };
        let Some(total) = q.of.map(|t| t as usize).filter(|t| page.get(*t).is_some_and(|w| w.unit == q.unit && w.per.is_none())) else {
            continue;
        };
        let words = source_words(page, id);
        if words.is_empty() {
            continue;
        }
        let key = (q.section, q.unit, words);
        let group = sources.entry(key.clone()).or_default();
        if group.is_empty() {
            order.push(key);
        }
        group.push((id, total));
    }
    let largest = largest_totals(page);
    for key in order {
        out.extend(compare(page, &largest, &sources.remove(&key).unwrap_or_default()));
    }
}

/// The largest itemised total of each section and unit: what was given in all.
fn largest_totals(page: &Page) -> FxHashMap<(u32, Unit), usize> {
    let mut largest: FxHashMap<(u32, Unit), usize> = FxHashMap::default();
    let value = |id: usize| page.get(id).and_then(|q| q.amount.one()).unwrap_or_default();
    for total in (0..page.quantities.len()).filter(|t| page.parts(*t).len() > 1) {
        let Some(q) = page.get(total) else { continue };
        let known = largest.entry((q.section, q.unit)).or_insert(total);
        if value(total) > value(*known) {
            *known = total;
        }
    }
    largest
}

/// The part of the largest total must be able to hold those of the others.
fn compare(page: &Page, totals_of_sections: &FxHashMap<(u32, Unit), usize>, group: &[(usize, usize)]) -> Option<Draft> {
    let value = |id: usize| page.get(id).and_then(|q| q.amount.one()).unwrap_or_default();
    let (all, largest) = group.iter().copied().max_by_key(|(_, total)| value(*total))?;
    let of_all = page.get(largest).is_some_and(|q| totals_of_sections.get(&(q.section, q.unit)) == Some(&largest));
    let others: Vec<(usize, usize)> = group
        .iter()
        .copied()
        .filter(|(id, total)| *id != all && *total != largest && page.get(*total).map(|q| q.topic) != page.get(largest).map(|q| q.topic))
        .collect();
    let totals: Decimal = others.iter().map(|(_, total)| value(*total)).sum();
    if !of_all
        || group.len() > MOST_LINKS
        || others.is_empty()
        || totals >= value(largest)
        || others.iter().any(|(_, total)| *total > largest && group.iter().any(|(id, _)| id == total))
    {
        return None;
    }
    let mut sum = Interval::exact(Decimal::ZERO);
    for (id, _) in &others {
        sum = sum.plus(page.printed(*id)?)?;
    }
    let whole = page.printed(all)?;
    let model = page.get(all)?;
    let ids: Vec<usize> = std::iter::once(all).chain(others.iter().map(|(id, _)| *id)).collect();
    let numbers: Vec<String> = others.iter().map(|(id, _)| page.show.number_like(value(*id), model)).collect();
    let calculation = format!("{} = {}", numbers.join(" + "), page.show.sum(sum.point, model));
    let over = sum.exceeds(whole);
    let verdict = if over { Verdict::Inconsistent } else { Verdict::Consistent };
    let note = if over {
        page.say(&say::ACROSS_OVER, &[("sum", &page.show.sum(sum.point, model)), ("whole", &page.told(all))])
    } else {
        page.say(&say::ACROSS_WITHIN, &[])
    };
    Some(Draft::judged(&rules::ACROSS, Judged { verdict, stated: whole, computed: sum }, ids, note).calculation(calculation))
}
