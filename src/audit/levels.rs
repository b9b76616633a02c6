//! Places within places: "60 villages, covering five counties and 26 districts". A village lies in one county, so that there cannot be more
//! counties than villages.
//!
//! From the counts of a sentence, to findings `levels`.

use super::brief::Trait;
use super::draft::Draft;
use super::page::Page;
use super::{rules, words};
use crate::analysis::{Kind, Unit, Verdict};
use crate::wording::audit as say;
use rust_decimal::Decimal;

/// Sorts of places, the smaller before the larger; the sorts of one level may be counted together.
const LEVELS: &[&[&str]] =
    &[&["village", "hamlet"], &["town", "township"], &["county", "district", "city"], &["prefecture"], &["province", "state"]];

/// Words that say where the counted places lie.
const LIES_IN: &[&str] = &["covering", "in", "of", "across", "from"];

/// Checks every count of places with those behind it that it lies in.
pub(super) fn check(page: &Page, out: &mut Vec<Draft>) {
    for id in 0..page.quantities.len() {
        out.extend(check_count(page, id));
    }
}

fn check_count(page: &Page, id: usize) -> Option<Draft> {
    let end = page.in_sentence(id).end;
    let first = id + 1;
    if first >= end || page.brief(first).unit != Unit::Count {
        return None;
    }
    let level = level(page, id)?;
    let larger = self::level(page, first).filter(|l| *l > level)?;
    let between = page.between(id, first);
    if words::words(between).count() > 8 || !words::has_any(between, LIES_IN) || between.contains([';', '.']) {
        return None;
    }
    let joined = |next: &usize| {
        let between = page.between(*next - 1, *next);
        self::level(page, *next) == Some(larger) && words::has_any(between, &["and"]) && !between.contains([';', '.'])
    };
    let places: Vec<usize> = std::iter::once(first).chain((first + 1..end).take_while(joined)).collect();
    let sum: Decimal = places.iter().filter_map(|p| page.get(*p)?.amount.one()).sum();
    let count = page.get(id)?.amount.one()?;
    if sum <= count {
        return None;
    }
    let noun = |id: usize| page.get(id).and_then(|q| q.noun.as_deref()).unwrap_or("places");
    let (some, larger) = (page.show.said_of(page.get(id)?, noun(id)), page.show.things(&sum.to_string(), noun(first)));
    let note = page.say(&say::LEVELS_OFF, &[("places", &some), ("larger", &larger)]);
    let calculation = format!("{} > {}", places.iter().map(|p| page.told(*p)).collect::<Vec<_>>().join(" + "), page.told(id));
    let ids = std::iter::once(id).chain(places).collect();
    Some(Draft::new(&rules::LEVELS, Verdict::Inconsistent, ids, note).calculation(calculation))
}

/// The level of the places that a figure counts, exactly and in full.
fn level(page: &Page, id: usize) -> Option<usize> {
    let q = page.brief(id);
    let counted = q.unit == Unit::Count && q.kind == Kind::Level && q.is_without(Trait::PER | Trait::HEDGED);
    let noun = page.noun(id).filter(|_| counted)?;
    LEVELS.iter().position(|nouns| nouns.contains(&noun))
}
