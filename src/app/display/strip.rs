//! Positions on a strip: from zero to the highest region, one tick a region, and two ranges of a check on one scale.

use crate::analysis::Bounds;
use crate::app::report::Standing;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

/// Where the highest tick stands; a hair short of the end, so that its stroke is not cut.
const RIGHT: f64 = 99.0;

/// Marks of a strip, in per cent of its width.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct StripMarks {
    /// One for each region that states the figure.
    pub ticks: Vec<f64>,
    /// The median.
    pub median: Option<f64>,
    /// The region itself; absent where it does not state the figure.
    pub own: Option<f64>,
}

/// Puts the values of an indicator on a line from zero (or the lowest, where that is negative) to the highest.
pub fn strip_marks(standing: &Standing) -> StripMarks {
    let low = standing.values.first().copied().unwrap_or_default().min(Decimal::ZERO);
    let high = standing.values.last().copied().unwrap_or_default().max(Decimal::ZERO);
    let width = (high - low).to_f64().filter(|width| *width > 0.0);
    let place = |value: Decimal| width.and_then(|width| Some(tenth((value - low).to_f64()? / width * RIGHT)));
    StripMarks {
        ticks: standing.values.iter().filter_map(|value| place(*value)).collect(),
        median: standing.median.and_then(place),
        own: standing.own.and_then(place),
    }
}

fn tenth(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

/// The printed and the implied range of one check on a scale of 0 to 100.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct IntervalPair {
    /// Start and end of the printed range.
    pub stated: (f64, f64),
    /// Start and end of the implied range.
    pub computed: (f64, f64),
    /// The span between the ranges, where they do not meet.
    pub gap: Option<(f64, f64)>,
}

/// Ranges narrower than this share of the scale are drawn this wide, so that they can be seen.
const NARROWEST: f64 = 1.0;

/// Both ranges on one scale, a fifth of which is left free at either side.
pub fn interval_pair(stated: &Bounds, computed: &Bounds) -> Option<IntervalPair> {
    let ends = [stated.low.0, stated.high.0, computed.low.0, computed.high.0].map(|value| value.to_f64());
    let [Some(a), Some(b), Some(c), Some(d)] = ends else { return None };
    let (low, high) = (a.min(c), b.max(d));
    let width = if high > low { high - low } else { high.abs().max(1.0) };
    let place = |value: f64| tenth(20.0 + (value - low) / width * 60.0);
    let widened = |(start, end): (f64, f64)| {
        let missing = (NARROWEST - (end - start)).max(0.0) / 2.0;
        (start - missing, end + missing)
    };
    let stated = widened((place(a), place(b)));
    let computed = widened((place(c), place(d)));
    let gap = if b < c {
        Some((stated.1, computed.0))
    } else if d < a {
        Some((computed.1, stated.0))
    } else {
        None
    };
    Some(IntervalPair { stated, computed, gap })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Number;
    use crate::compare::Rank;

    #[test]
    fn the_strip_begins_at_zero() {
        let standing = Standing {
            values: [25, 50, 100].map(Decimal::from).to_vec(),
            median: Some(Decimal::from(50)),
            own: Some(Decimal::from(100)),
            rank: Some(Rank { place: 1, of: 3 }),
        };
        let marks = strip_marks(&standing);
        assert_eq!(marks, StripMarks { ticks: vec![24.8, 49.5, 99.0], median: Some(49.5), own: Some(99.0) });
        let silent = strip_marks(&Standing { own: None, rank: None, ..standing });
        assert_eq!(silent.own, None);
    }

    #[test]
    fn no_values_or_only_zeros_draw_nothing() {
        let none = Standing { values: vec![], median: None, own: None, rank: None };
        assert_eq!(strip_marks(&none), StripMarks::default());
        let zero = Standing { values: vec![Decimal::ZERO], median: Some(Decimal::ZERO), ..none };
        assert_eq!(strip_marks(&zero), StripMarks::default());
    }

    #[test]
    fn ranges_apart_have_a_gap_and_touching_ones_none() {
        let bounds = |low: i64, high: i64| Bounds { low: Number(low.into()), high: Number(high.into()) };
        let apart = interval_pair(&bounds(0, 10), &bounds(90, 100)).unwrap();
        assert_eq!((apart.stated, apart.computed, apart.gap), ((20.0, 26.0), (74.0, 80.0), Some((26.0, 74.0))));
        let below = interval_pair(&bounds(90, 100), &bounds(0, 10)).unwrap();
        assert_eq!(below.gap, Some((26.0, 74.0)));
        assert_eq!(interval_pair(&bounds(0, 10), &bounds(10, 100)).unwrap().gap, None);
        let point = interval_pair(&bounds(5, 5), &bounds(5, 5)).unwrap();
        assert!((point.stated.1 - point.stated.0 - NARROWEST).abs() < 1e-9);
    }
}
