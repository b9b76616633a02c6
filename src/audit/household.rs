//! People and households of one phrase: "1109 households and 4547 people".
//!
//! From neighbouring figures, to findings `household_size`.

use super::draft::Draft;
use super::interval::Interval;
use super::judge::{Judged, Reading};
use super::page::Page;
use super::{rules, show, words};
use crate::analysis::{Kind, Unit, Verdict};
use crate::wording::{Sentence, audit as say};
use rust_decimal::Decimal;

/// Words of those who work for somebody.
const EMPLOY: &[&str] = &["employ", "employs", "employed", "employing", "staff", "workforce", "payroll"];

/// Members that a household may have.
const FEWEST: Decimal = Decimal::ONE;
const MOST: Decimal = Decimal::from_parts(12, 0, 0, false, 0);

/// Checks figures of households and people that stand side by side.
pub(super) fn check(page: &Page, out: &mut Vec<Draft>) {
    for id in 1..page.quantities.len() {
        out.extend(check_pair(page, id - 1, id));
    }
}

fn check_pair(page: &Page, first: usize, second: usize) -> Option<Draft> {
    let (households, people) = match (page.brief(first).unit, page.brief(second).unit) {
        (Unit::Households, Unit::People) => (first, second),
        (Unit::People, Unit::Households) => (second, first),
        _ => return None,
    };
    let (a, b) = (page.get(first)?, page.get(second)?);
    if a.sentence != b.sentence || a.kind != b.kind || !matches!(a.kind, Kind::Level | Kind::Change | Kind::Target) {
        return None;
    }
    let between = page.between(first, second);
    let joined =
        words::words(between).take(7).count() <= 6 && words::has_any(between, &["and", "of", "with"]) && !between.contains([',', ';', '.']);
    // "employs 5,120 people and serves 253,400 households": they live in others.
    let employed = || words::has_any(page.before(people), EMPLOY) || words::has_any(page.after(people), EMPLOY);
    if !joined || !names_everyone(page, people) || employed() {
        return None;
    }
    let relation = |read: Reading| {
        let size = read(people)?.over(read(households)?)?;
        Some((Interval { low: Some(FEWEST), point: size.point.clamp(FEWEST, MOST), high: Some(MOST) }, size))
    };
    let mut judged = Judged::new(page, people, &relation)?;
    if judged.verdict == Verdict::Rounding {
        judged.verdict = Verdict::Consistent;
    }
    let size = show::grouped(judged.computed.point, 2);
    let note = page.say(if judged.agrees() { &say::HOUSEHOLD_FITS } else { &say::HOUSEHOLD_OFF }, &[("size", &size)]);
    let slip = (judged.verdict == Verdict::Inconsistent).then(|| ten_times(judged.computed.point)).flatten();
    let slip = slip.map(|words| page.say(words, &[]));
    let calculation = format!("{} / {} = {size}", page.told(people), page.told(households));
    Some(Draft::judged(&rules::HOUSEHOLD, judged, vec![people, households], note).calculation(calculation).slip(slip))
}

/// A factor of ten that would make a household of usual size.
fn ten_times(size: Decimal) -> Option<&'static Sentence> {
    let usual = |s: Decimal| (Decimal::TWO..=Decimal::from(6)).contains(&s);
    if usual(size * Decimal::TEN) { Some(&say::FEWER_HOUSEHOLDS) } else { usual(size / Decimal::TEN).then_some(&say::MORE_HOUSEHOLDS) }
}

/// Whether the figure counts all members ("people"), not some ("students", "cadres").
fn names_everyone(page: &Page, id: usize) -> bool {
    page.noun(id).is_none_or(|n| matches!(n, "people" | "person" | "resident" | "population" | "inhabitant" | "member" | "farmer"))
}
