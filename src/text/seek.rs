//! Search in what is in order, from the last place on: who goes through a text finds the next place near by.

/// The first of some things in order that `is_before` does not hold of. The search begins at `from`, and is quick where the place is near
/// behind it.
pub(crate) fn first_from<T>(all: &[T], from: usize, is_before: impl Fn(&T) -> bool) -> usize {
    let begins = from.checked_sub(1).is_some_and(|last| all.get(last).is_some_and(&is_before));
    let (mut low, mut step) = (if begins { from } else { 0 }, 1);
    while all.get(low + step - 1).is_some_and(&is_before) {
        low += step;
        step *= 2;
    }
    let high = all.len().min(low + step - 1);
    low + all.get(low..high).unwrap_or_default().partition_point(is_before)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_is_found_from_every_other() {
        let all: Vec<usize> = (0..20).map(|n| n * 2).collect();
        for (from, sought) in (0..24).flat_map(|from| (0..44).map(move |sought| (from, sought))) {
            assert_eq!(first_from(&all, from, |n| *n < sought), all.partition_point(|n| *n < sought), "{sought} from {from}");
        }
        assert_eq!(first_from(&[], 3, |n: &usize| *n < 1), 0);
    }
}
