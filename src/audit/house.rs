//! Houses of one phrase: their floor area ("8031 houses of 685,000 square meters") and the households that they are for.
//!
//! From neighbouring figures, to findings `house_size`.

use super::brief::Trait;
use super::draft::Draft;
use super::interval::Interval;
use super::judge::{Judged, Reading};
use super::page::Page;
use super::repeat::pair;
use super::{rules, show, words};
use crate::analysis::{Kind, Unit, Verdict};
use crate::wording::audit as say;
use rust_decimal::Decimal;

/// Square metres that a house may have.
const SMALLEST: Decimal = Decimal::from_parts(8, 0, 0, false, 0);
const LARGEST: Decimal = Decimal::from_parts(600, 0, 0, false, 0);

/// What people live in.
const HOUSES: &[&str] = &["house", "home", "dwelling", "apartment", "flat", "housing"];

/// Figures between houses and the households they are for.
const REACH: usize = 4;

/// Checks every count of houses with the area and the households beside it.
pub(super) fn check(page: &Page, out: &mut Vec<Draft>) {
    for id in (0..page.quantities.len()).filter(|id| counts_houses(page, *id)) {
        let near = page.in_sentence(id);
        let area =
            [id.checked_sub(1), id.checked_add(1)].into_iter().flatten().filter(|a| near.contains(a)).find_map(|a| area(page, id, a));
        out.extend(area);
        out.extend((id + 1..near.end.min(id + REACH)).find_map(|households| one_each(page, id, households)));
    }
}

fn counts_houses(page: &Page, id: usize) -> bool {
    let q = page.brief(id);
    let counted = q.unit == Unit::Count && q.is_without(Trait::PER) && matches!(q.kind, Kind::Level | Kind::Target);
    counted && page.noun(id).is_some_and(|noun| HOUSES.contains(&noun))
}

fn area(page: &Page, houses: usize, area: usize) -> Option<Draft> {
    let q = page.get(area).filter(|q| q.unit == Unit::SquareMetre && q.per.is_none() && matches!(q.kind, Kind::Level | Kind::Target))?;
    let between = page.between(houses.min(area), houses.max(area));
    let joined = words::words(between).count() <= 8 && !between.contains([';', '.']);
    if !joined || !words::has_any(between, &["of", "with", "area", "totaling", "covering", "for"]) {
        return None;
    }
    let relation = |read: Reading| {
        let size = read(area)?.over(read(houses)?)?;
        Some((Interval { low: Some(SMALLEST), point: size.point.clamp(SMALLEST, LARGEST), high: Some(LARGEST) }, size))
    };
    let mut judged = Judged::new(page, area, &relation)?;
    if judged.verdict == Verdict::Rounding {
        judged.verdict = Verdict::Consistent;
    }
    let size = show::grouped(judged.computed.point, 2);
    let note = page.say(if judged.agrees() { &say::HOUSE_FITS } else { &say::HOUSE_OFF }, &[("size", &size)]);
    let calculation = format!("{} / {} = {size}", page.show.figure(q), page.told(houses));
    Some(Draft::judged(&rules::HOUSE, judged, vec![area, houses], note).calculation(calculation))
}

/// "5397 houses ..., covering 5400 households": a house for each, one of the two rounded. Other numbers may well be meant.
fn one_each(page: &Page, houses: usize, households: usize) -> Option<Draft> {
    page.get(households).filter(|q| q.unit == Unit::Households && q.per.is_none() && q.kind == Kind::Level)?;
    let between = page.between(houses, households);
    if !words::has_any(between, &["covering", "for", "benefiting"]) || between.contains([';', '.']) && !between.contains("per house") {
        return None;
    }
    let mut judged = Judged::new(page, households, &|read: Reading| Some((read(households)?, read(houses)?)))?;
    if !judged.agrees() {
        return None;
    }
    judged.verdict = Verdict::Consistent;
    let calculation = pair(page, page.get(houses)?, page.get(households)?);
    Some(Draft::judged(&rules::HOUSE, judged, vec![households, houses], page.say(&say::HOUSE_EACH, &[])).calculation(calculation))
}
