//! Ranks of regions by one value, and how alike two rankings are.

use rust_decimal::Decimal;

/// A place among the regions that state a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rank {
    /// 1 for the highest; equal values share the better place.
    pub place: usize,
    /// Regions that state it.
    pub of: usize,
}

/// The rank of `value` among `values`, highest first. `value` itself should be one of them.
pub fn rank_of(value: Decimal, values: &[Decimal]) -> Rank {
    Rank { place: 1 + values.iter().filter(|other| **other > value).count(), of: values.len() }
}

/// Of fewer regions a correlation says nothing: among ten, ranks without any relation still reach 0.6 one time in fifteen.
const FEWEST: usize = 10;

/// Spearman's rank correlation of pairs, with mean ranks for ties; none for few pairs or where one side never varies.
pub fn rank_correlation(pairs: &[(f64, f64)]) -> Option<f64> {
    if pairs.len() < FEWEST {
        return None;
    }
    let xs = mean_ranks(&pairs.iter().map(|p| p.0).collect::<Vec<_>>());
    let ys = mean_ranks(&pairs.iter().map(|p| p.1).collect::<Vec<_>>());
    let middle = (pairs.len() as f64 + 1.0) * 0.5;
    let (mut both, mut only_x, mut only_y) = (0.0, 0.0, 0.0);
    for (x, y) in xs.iter().zip(&ys) {
        both += (x - middle) * (y - middle);
        only_x += (x - middle).powi(2);
        only_y += (y - middle).powi(2);
    }
    let spread = (only_x * only_y).sqrt();
    (spread > 0.0).then(|| both / spread)
}

fn mean_ranks(values: &[f64]) -> Vec<f64> {
    values
        .iter()
        .map(|v| {
            let below = values.iter().filter(|other| *other < v).count() as f64;
            let equal = values.iter().filter(|other| other.total_cmp(v).is_eq()).count() as f64;
            below + (equal + 1.0) * 0.5
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_values_share_the_better_place() {
        let values: Vec<Decimal> = [5, 9, 5, 1].map(Decimal::from).to_vec();
        assert_eq!(rank_of(9.into(), &values), Rank { place: 1, of: 4 });
        assert_eq!(rank_of(5.into(), &values), Rank { place: 2, of: 4 });
        assert_eq!(rank_of(1.into(), &values), Rank { place: 4, of: 4 });
    }

    #[test]
    fn correlation_of_ranks_ignores_the_distances() {
        let rising: [(f64, f64); FEWEST] = std::array::from_fn(|n| (n as f64, (n as f64).exp()));
        assert!((rank_correlation(&rising).unwrap() - 1.0).abs() < 1e-9);
        let falling = rising.map(|(x, y)| (x, -y));
        assert!((rank_correlation(&falling).unwrap() + 1.0).abs() < 1e-9);
        assert_eq!(rank_correlation(&rising[1..]), None);
        assert_eq!(rank_correlation(&[(1.0, 2.0); FEWEST]), None);
    }
}
