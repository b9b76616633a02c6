//! What most of several values are: the unit of a row or column.

use std::collections::BTreeMap;

/// The value that occurs most often; the smallest of those that occur equally often.
pub(crate) fn most_common<T: Ord>(values: impl Iterator<Item = T>) -> Option<T> {
    let mut counts: BTreeMap<T, usize> = BTreeMap::new();
    for value in values {
        *counts.entry(value).or_default() += 1;
    }
    counts.into_iter().rev().max_by_key(|(_, n)| *n).map(|(value, _)| value)
}
