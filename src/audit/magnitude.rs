//! One indicator over the regions: a value a hundred times and more away from all others, that a scale word more or less would bring among them.
//!
//! From the cells of the whole analysis, to findings `magnitude`. Regions differ a lot; only what stands apart from every other is said.

use super::draft::Draft;
use super::interval::Interval;
use super::judge::Judged;
use super::page::Page;
use super::{rules, show, words};
use crate::analysis::{Cell, Quantity, Unit, Verdict};
use crate::wording::audit as say;
use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

/// So many regions must state an indicator before one of them can stand apart.
const FEWEST: usize = 8;

/// From this factor on a value stands apart from the median of the others.
const FROM_MEDIAN: Decimal = Decimal::from_parts(100, 0, 0, false, 0);

/// And from this on from every other region's value.
const FROM_NEAREST: Decimal = Decimal::from_parts(20, 0, 0, false, 0);

/// A value lies among the others if it is so many times beyond the outermost of them at most.
const WITHIN: Decimal = Decimal::from_parts(3, 0, 0, false, 0);

/// What a missing or doubled scale word multiplies by: thousand, ten thousand, million.
const SCALES: [i64; 3] = [1_000, 10_000, 1_000_000];

/// Indicator, unit and year: what the values of a column have in common.
type Column<'a> = (&'a str, Unit, Option<i32>);

/// Compares the regions' values, indicator by indicator.
pub(super) fn check(page: &Page, cells: &[Cell], out: &mut Vec<Draft>) {
    let mut columns: FxHashMap<Column, Vec<(usize, Decimal)>> = FxHashMap::default();
    for cell in cells {
        if let Some(value) = cell.amount.one().filter(|v| *v > Decimal::ZERO) {
            columns.entry((cell.indicator.as_str(), cell.unit, cell.year)).or_default().push((cell.quantity as usize, value));
        }
    }
    let mut found: Vec<(usize, Draft)> = Vec::new();
    for mut column in columns.into_values().filter(|column| column.len() >= FEWEST) {
        column.sort_by_key(|(_, value)| *value);
        let (Some(((lowest, least), others)), Some(((highest, most), rest))) = (column.split_first(), column.split_last()) else {
            continue;
        };
        found.extend(apart(page, *lowest, *least, others).map(|draft| (*lowest, draft)));
        found.extend(apart(page, *highest, *most, rest).map(|draft| (*highest, draft)));
    }
    found.sort_by_key(|(id, _)| *id);
    out.extend(found.into_iter().map(|(_, draft)| draft));
}

/// Whether the lowest or highest value stands apart from the others, which are sorted.
fn apart(page: &Page, id: usize, value: Decimal, others: &[(usize, Decimal)]) -> Option<Draft> {
    let ((_, low), (_, high)) = (others.first()?, others.last()?);
    let (_, median) = others.get(others.len() / 2)?;
    let too_large = value > *high;
    let (factor, nearest) = if too_large { (value / median, value / high) } else { (median / value, low / value) };
    if factor < FROM_MEDIAN || nearest < FROM_NEAREST {
        return None;
    }
    let rescaled = |scale: &i64| if too_large { value / Decimal::from(*scale) } else { value * Decimal::from(*scale) };
    if !scale_in_doubt(page.get(id)?, too_large) {
        return None;
    }
    let scale = SCALES.iter().find(|scale| (low / WITHIN..=high * WITHIN).contains(&rescaled(scale)))?;
    let stated = page.printed(id)?;
    let judged =
        Judged { verdict: Verdict::Inconsistent, stated, computed: Interval { low: Some(*low), point: *median, high: Some(*high) } };
    let q = page.get(id)?;
    let show = page.show;
    let (note, slip) = if too_large { (&say::TOO_LARGE, &say::SCALE_LESS) } else { (&say::TOO_SMALL, &say::SCALE_MORE) };
    let values = [("value", &*show.figure(q)), ("times", &show::grouped(factor, 0)), ("others", &others.len().to_string())];
    let note = page.say(note, &values);
    let slip = page.say(slip, &[("value", &show.in_full(rescaled(scale), q))]);
    let calculation = page.say(
        &say::THE_OTHERS,
        &[("low", &show.in_full(*low, q)), ("high", &show.in_full(*high, q)), ("median", &show.in_full(*median, q))],
    );
    Some(Draft::judged(&rules::MAGNITUDE, judged, vec![id], note).calculation(calculation).slip(Some(slip)))
}

/// Whether a scale word could be missing or one too many: of a count in full digits none is.
fn scale_in_doubt(q: &Quantity, too_large: bool) -> bool {
    let scaled = words::has_any(&q.text, words::SCALES);
    let in_full = q.text.contains(',');
    if too_large { scaled || q.unit.is_currency() } else { !in_full && (q.unit.is_currency() || q.text.contains('.')) }
}
