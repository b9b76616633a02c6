//! Links of figures turned round: which figures name one as their total, or as what they qualify.
//!
//! From the finished figures, to the rules that go from a total to its parts.

/// For each figure, those that are linked to it, in order. One list holds them all, so that a report takes two allocations.
pub(super) struct Links {
    /// By figure, where its own begin in `ids`; one more than there are figures.
    starts: Vec<usize>,
    ids: Vec<usize>,
}

/// Links to one figure beyond this number are left out: no reader follows them.
pub(super) const MOST_LINKS: usize = 64;

impl Links {
    /// Collects links, given by figure: the id of the one that it is linked to.
    pub(super) fn of(links: impl ExactSizeIterator<Item = Option<u32>> + Clone) -> Self {
        let figures = links.len();
        let mut starts = vec![0; figures + 1];
        for to in links.clone().flatten() {
            if let Some(number) = starts.get_mut(to as usize).filter(|_| (to as usize) < figures) {
                *number = (MOST_LINKS + 1).min(*number + 1);
            }
        }
        let mut all = 0;
        for start in &mut starts {
            all += std::mem::replace(start, all);
        }
        let mut ids = vec![0; all];
        let mut filled = starts.clone();
        for (id, to) in links.enumerate().filter_map(|(id, to)| Some((id, to? as usize))) {
            let end = starts.get(to + 1).copied().unwrap_or_default();
            if let Some(at) = filled.get_mut(to).filter(|at| **at < end) {
                if let Some(place) = ids.get_mut(*at) {
                    *place = id;
                }
                *at += 1;
            }
        }
        Self { starts, ids }
    }

    /// The figures that are linked to one.
    pub(super) fn to(&self, id: usize) -> &[usize] {
        match (self.starts.get(id), self.starts.get(id + 1)) {
            (Some(start), Some(end)) => self.ids.get(*start..*end).unwrap_or_default(),
            _ => &[],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_turned_round_in_order_and_no_more_than_a_reader_follows() {
        let links = Links::of([None, Some(3), Some(0), Some(9), Some(3)].into_iter());
        assert_eq!((links.to(0), links.to(3), links.to(4), links.to(9)), (&[2][..], &[1, 4][..], &[][..], &[][..]));
        let many = Links::of((0..200).map(|_| Some(7)));
        assert_eq!(many.to(7), (0..=MOST_LINKS).collect::<Vec<_>>());
        assert!(many.to(8).is_empty());
    }
}
