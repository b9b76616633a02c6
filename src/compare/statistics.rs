//! Statistics of one column, over the values that count in it, and the fifths that shade it.

use rust_decimal::Decimal;

/// What the foot of a column says. Every field but the counts is absent where nothing counts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Statistics {
    /// Regions with a value that counts.
    pub stated: usize,
    /// Regions in all.
    pub of: usize,
    /// Sum, where adding the values makes sense.
    pub sum: Option<Decimal>,
    /// Middle value; the mean of the two middle ones where their number is even.
    pub median: Option<Decimal>,
    /// Highest value.
    pub highest: Option<Decimal>,
    /// Lowest value.
    pub lowest: Option<Decimal>,
}

/// Statistics of `values`, of a column with `of` rows; the sum only where `summable`.
pub fn statistics(values: &[Decimal], of: usize, summable: bool) -> Statistics {
    let mut sorted = values.to_vec();
    sorted.sort_unstable();
    Statistics {
        stated: sorted.len(),
        of,
        sum: (summable && !sorted.is_empty()).then(|| sorted.iter().sum()),
        median: median(&sorted),
        highest: sorted.last().copied(),
        lowest: sorted.first().copied(),
    }
}

fn median(sorted: &[Decimal]) -> Option<Decimal> {
    let upper = sorted.get(sorted.len() / 2).copied()?;
    if sorted.len() % 2 == 1 {
        return Some(upper);
    }
    let lower = sorted.get(sorted.len() / 2 - 1).copied()?;
    Some((lower + upper) / Decimal::TWO)
}

/// The four values that part a column into fifths of equal number, ascending; none where fewer than five values count.
///
/// A value belongs to the fifth 1 + (number of bounds that are not above it); equal values always share one.
pub fn fifth_bounds(values: &[Decimal]) -> Option<[Decimal; 4]> {
    if values.len() < 5 {
        return None;
    }
    let mut sorted = values.to_vec();
    sorted.sort_unstable();
    let at = |part: usize| sorted.get(sorted.len() * part / 5).copied();
    Some([at(1)?, at(2)?, at(3)?, at(4)?])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimals(values: &[i64]) -> Vec<Decimal> {
        values.iter().map(|v| Decimal::from(*v)).collect()
    }

    #[test]
    fn an_odd_and_an_even_number_of_values() {
        let odd = statistics(&decimals(&[9, 1, 5]), 4, true);
        assert_eq!((odd.stated, odd.of, odd.sum, odd.median), (3, 4, Some(15.into()), Some(5.into())));
        assert_eq!((odd.highest, odd.lowest), (Some(9.into()), Some(1.into())));
        let even = statistics(&decimals(&[4, 1, 3, 2]), 4, false);
        assert_eq!((even.sum, even.median), (None, Some(Decimal::new(25, 1))));
    }

    #[test]
    fn nothing_stated_is_no_zero() {
        let none = statistics(&[], 29, true);
        assert_eq!(none, Statistics { of: 29, ..Statistics::default() });
    }

    #[test]
    fn fifths_hold_equal_numbers() {
        let values = decimals(&[10, 1, 9, 2, 8, 3, 7, 4, 6, 5]);
        assert_eq!(fifth_bounds(&values).map(|b| b.to_vec()), Some(decimals(&[3, 5, 7, 9])));
        assert_eq!(fifth_bounds(&decimals(&[1, 2, 3, 4])), None);
    }
}
