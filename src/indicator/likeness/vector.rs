//! Sparse vectors over stems. Only sums, products and square roots, which are the same on every machine.

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

    /// The sum of some vectors.
    pub(super) fn sum<'a>(vectors: impl Iterator<Item = &'a Self>) -> Self {
        let mut all: Vec<(u32, f32)> = vectors.flat_map(|vector| vector.0.iter().copied()).collect();
        all.sort_by_key(|(stem, _)| *stem);
        all.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            if same {
                kept.1 += next.1;
            }
            same
        });
        Self(all)
    }

    /// Their product.
    pub(super) fn dot(&self, other: &Self) -> f32 {
        let (mut a, mut b) = (self.0.iter().peekable(), other.0.iter().peekable());
        let mut sum = 0.0;
        while let (Some((left, x)), Some((right, y))) = (a.peek(), b.peek()) {
            match left.cmp(right) {
                std::cmp::Ordering::Less => _ = a.next(),
                std::cmp::Ordering::Greater => _ = b.next(),
                std::cmp::Ordering::Equal => {
                    sum += x * y;
                    a.next();
                    b.next();
                }
            }
        }
        sum
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
