//! Sparse vectors over stems. Only sums, products and square roots, which are the same on every machine.

/// Weights below this are what rounding leaves of a difference.
const NOTHING: f32 = 0.000_01;

/// Stems by number, in order, each with its weight.
#[derive(Debug, Clone, Default)]
pub(super) struct Vector(Vec<(u32, f32)>);

impl Vector {
    /// A vector of length one, from stems with their weights; of a stem that comes several times the largest counts.
    pub(super) fn unit(mut weights: Vec<(u32, f32)>) -> Self {
        weights.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
        weights.dedup_by_key(|(stem, _)| *stem);
        let mut vector = Self(weights);
        let length = vector.length();
        if length > 0.0 {
            vector.0.iter_mut().for_each(|(_, weight)| *weight /= length);
        }
        vector
    }

    /// Adds a vector so many times; what comes to nothing is left out.
    pub(super) fn add(&mut self, other: &Self, times: f32) {
        let mut sum = Vec::with_capacity(self.0.len() + other.0.len());
        let (mut own, mut added) = (self.0.iter().copied().peekable(), other.0.iter().copied().peekable());
        loop {
            let next = match (own.peek(), added.peek()) {
                (Some(a), Some(b)) if a.0 == b.0 => Some((a.0, a.1 + b.1 * times)),
                (Some(a), Some(b)) if a.0 > b.0 => Some((b.0, b.1 * times)),
                (Some(a), _) => Some(*a),
                (None, Some(b)) => Some((b.0, b.1 * times)),
                (None, None) => None,
            };
            let Some((stem, weight)) = next else { break };
            own.next_if(|own| own.0 == stem);
            added.next_if(|added| added.0 == stem);
            if weight.abs() > NOTHING {
                sum.push((stem, weight));
            }
        }
        self.0 = sum;
    }

    /// The product with a vector of many more stems.
    pub(super) fn dot(&self, many: &Self) -> f32 {
        self.0.iter().map(|(stem, weight)| weight * many.weight(*stem)).sum()
    }

    /// How long it is.
    pub(super) fn length(&self) -> f32 {
        self.0.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt()
    }

    /// How much weight a stem has.
    pub(super) fn weight(&self, stem: u32) -> f32 {
        self.0.binary_search_by_key(&stem, |(stem, _)| *stem).ok().and_then(|at| self.0.get(at)).map_or(0.0, |(_, weight)| *weight)
    }

    /// The stems that weigh most.
    pub(super) fn heaviest(&self, count: usize) -> Vec<u32> {
        let mut all = self.0.clone();
        all.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        all.into_iter().take(count).map(|(stem, _)| stem).collect()
    }
}
