//! Numbers and ranges in floating point, near enough to tell most of them apart at a tenth of the cost of exact decimals.
//!
//! From exact values, to the rules that try many pairs: what cannot agree is passed over, everything else is judged exactly.

use super::interval::Interval;
use rust_decimal::Decimal;
use std::cmp::Ordering;

/// A number as the machine counts, to fifteen digits.
pub(super) fn rough(value: Decimal) -> f64 {
    let parts = value.unpack();
    let low = u64::from(parts.mid) << 32 | u64::from(parts.lo);
    let whole = if parts.hi == 0 { low as f64 } else { f64::from(parts.hi) * TWO_TO_64 + low as f64 };
    let value = whole / POWERS.get(parts.scale as usize).copied().unwrap_or(f64::NAN);
    if parts.negative { -value } else { value }
}

/// What the highest part of a decimal counts.
const TWO_TO_64: f64 = 18_446_744_073_709_551_616.0;

/// The powers of ten that a decimal is divided by.
const POWERS: [f64; 29] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22, 1e23,
    1e24, 1e25, 1e26, 1e27, 1e28,
];

/// How far two numbers that are one may lie apart once they are rough, in relation to the larger: a thousand times what rounding does.
const ROUGHLY: f64 = 1e-12;

/// Whether two rough numbers may be one.
pub(super) fn may_equal(a: f64, b: f64) -> bool {
    // Numbers that are none may be anything.
    a.is_nan() || b.is_nan() || (a - b).abs() <= ROUGHLY * a.abs().max(b.abs())
}

/// The order of two numbers, told by their rough values where these suffice: exact comparison costs ten times as much.
pub(super) fn order(a: (f64, Decimal), b: (f64, Decimal)) -> Ordering {
    match a.0.partial_cmp(&b.0) {
        Some(order) if !may_equal(a.0, b.0) => order,
        _ if a.1.unpack() == b.1.unpack() => Ordering::Equal,
        _ => a.1.cmp(&b.1),
    }
}

/// A range in floating point. No pair that could agree is told apart by it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rough {
    low: f64,
    point: f64,
    high: f64,
}

/// How far apart two rough numbers must lie to be told apart: in relation to the larger, and for numbers that division left next to nothing of.
const TOLERANCE: (f64, f64) = (1e-9, 1e-18);

/// How far two round figures may lie apart and still agree, in relation to the first: a bit more than [`super::judge`] allows.
const CLOSE: f64 = 0.0051;

impl From<Interval> for Rough {
    fn from(exact: Interval) -> Self {
        Self { low: exact.low.map_or(f64::NEG_INFINITY, rough), point: rough(exact.point), high: exact.high.map_or(f64::INFINITY, rough) }
    }
}

impl Rough {
    /// What nothing is known of.
    pub(super) const UNKNOWN: Self = Self { low: f64::NAN, point: f64::NAN, high: f64::NAN };

    /// A number with so much to each side.
    pub(super) fn around(point: f64, half: f64) -> Self {
        Self { low: point - half, point, high: point + half }
    }

    /// The quotient, open where [`Interval::over`] is.
    pub(super) fn over(self, other: Self) -> Self {
        let low = if self.low.is_finite() && other.high.is_finite() { self.low / other.high } else { f64::NEG_INFINITY };
        let high = if self.high.is_finite() && other.low.is_finite() { self.high / other.low } else { f64::INFINITY };
        Self { low, point: self.point / other.point, high }
    }

    /// So many times as much.
    pub(super) fn times(self, factor: f64) -> Self {
        Self { low: self.low * factor, point: self.point * factor, high: self.high * factor }
    }

    /// Whether two ranges may have a value in common.
    pub(super) fn may_meet(self, other: Self) -> bool {
        !below(self.high, other.low) && !below(other.high, self.low)
    }

    /// Whether a stated range may agree with a computed one, if only as round numbers.
    pub(super) fn may_agree(self, computed: Self) -> bool {
        self.may_meet(computed) || (self.point - computed.point).abs() <= CLOSE * self.point.abs()
    }
}

/// Whether one number is certainly less than another.
fn below(a: f64, b: f64) -> bool {
    b - a > TOLERANCE.0 * a.abs().max(b.abs()) + TOLERANCE.1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(low: Option<i64>, point: i64, high: Option<i64>) -> Interval {
        Interval { low: low.map(Decimal::from), point: point.into(), high: high.map(Decimal::from) }
    }

    #[test]
    fn ranges_that_meet_exactly_may_meet() {
        let third = of(Some(1), 1, Some(1)).over(of(Some(3), 3, Some(3))).unwrap();
        assert!(Rough::from(third).may_meet(Rough::from(of(Some(1), 1, Some(1))).over(of(Some(3), 3, Some(3)).into())));
        let open = Rough::from(of(Some(10), 20, None));
        assert!(open.may_meet(of(Some(500), 500, Some(500)).into()) && !open.may_meet(of(Some(1), 2, Some(3)).into()));
        // A divisor without an upper end leaves the quotient without a lower one.
        assert!(Rough::from(of(Some(1), 1, Some(1))).may_meet(Rough::from(of(Some(60), 60, Some(60))).over(open)));
        assert!(Rough::UNKNOWN.may_meet(open) && Rough::UNKNOWN.may_agree(open));
    }

    #[test]
    fn round_numbers_may_agree_beside_each_other() {
        let exact = |value: i64| Rough::from(Interval::exact(value.into()));
        assert!(exact(1000).may_agree(exact(1005)) && !exact(1000).may_agree(exact(1010)));
    }

    #[test]
    fn order_is_that_of_the_exact_numbers() {
        let of = |text: &str| text.parse::<Decimal>().map(|value| (rough(value), value)).unwrap();
        let sorted = ["-3", "0.1", "0.10000000000000000001", "9007199254740993", "9007199254740994"].map(of);
        assert!(sorted.windows(2).all(|pair| order(pair[0], pair[1]) == Ordering::Less));
        assert_eq!(order(of("0.10"), of("0.1")), Ordering::Equal);
    }
}
