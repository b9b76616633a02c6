//! Exact conversion between units of the same sort, for a column whose regions state different ones.

use crate::analysis::Unit;
use rust_decimal::Decimal;

/// Sorts of unit that convert into each other.
#[derive(PartialEq)]
enum Sort {
    Area,
    Length,
    Mass,
}

/// What one `from` is in `to`; none where the two measure different things. Money is never converted: the report gives no rate.
pub(super) fn factor(from: Unit, to: Unit) -> Option<Decimal> {
    if from == to {
        return Some(Decimal::ONE);
    }
    let ((sort, size), (other, reference)) = (in_base(from)?, in_base(to)?);
    (sort == other).then(|| size / reference)
}

/// The unit in square metres, metres or kilograms.
fn in_base(unit: Unit) -> Option<(Sort, Decimal)> {
    Some(match unit {
        Unit::SquareMetre => (Sort::Area, Decimal::ONE),
        Unit::Mu => (Sort::Area, Decimal::from(2000) / Decimal::from(3)),
        Unit::Hectare => (Sort::Area, Decimal::from(10_000)),
        Unit::Acre => (Sort::Area, Decimal::new(40_468_564_224, 7)),
        Unit::SquareMile => (Sort::Area, Decimal::new(2_589_988_110_336, 6)),
        Unit::Dunam => (Sort::Area, Decimal::from(1000)),
        Unit::Feddan => (Sort::Area, Decimal::new(420_083, 2)),
        Unit::Rai => (Sort::Area, Decimal::from(1600)),
        Unit::SquareFoot => (Sort::Area, Decimal::new(9_290_304, 8)),
        Unit::SquareKilometre => (Sort::Area, Decimal::from(1_000_000)),
        Unit::Metre => (Sort::Length, Decimal::ONE),
        Unit::Kilometre => (Sort::Length, Decimal::from(1000)),
        Unit::Mile => (Sort::Length, Decimal::new(1_609_344, 3)),
        Unit::Foot => (Sort::Length, Decimal::new(3048, 4)),
        Unit::Yard => (Sort::Length, Decimal::new(9144, 4)),
        Unit::Inch => (Sort::Length, Decimal::new(254, 4)),
        Unit::Pound => (Sort::Mass, Decimal::new(45_359_237, 8)),
        Unit::Kilogram => (Sort::Mass, Decimal::ONE),
        Unit::Tonne => (Sort::Mass, Decimal::from(1000)),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn areas_lengths_and_masses_convert_and_nothing_else() {
        assert_eq!(factor(Unit::Hectare, Unit::Mu).map(|f| f.round_dp(6)), Some(15.into()));
        assert_eq!(factor(Unit::Kilometre, Unit::Metre), Some(1000.into()));
        assert_eq!(factor(Unit::Tonne, Unit::Metre), None);
        assert_eq!(factor(Unit::CNY, Unit::Currency(*b"USD")), None);
        assert_eq!(factor(Unit::People, Unit::PersonTimes), None);
        assert_eq!(factor(Unit::CNY, Unit::CNY), Some(1.into()));
    }
}
