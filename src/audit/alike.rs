//! Figures that have a key in common: most have one of their own, and are passed over before anything is kept of them.
//!
//! From figures with their keys, to those that are worth a closer look.

use rustc_hash::FxBuildHasher;
use std::hash::{BuildHasher as _, Hash};

/// The ids whose key another one has, in order; a few others, whose keys happen to have the same hash.
pub(super) fn alike<K: Hash>(keys: impl Iterator<Item = (K, usize)>) -> Vec<usize> {
    let mut hashes: Vec<(u64, usize)> = keys.map(|(key, id)| (FxBuildHasher.hash_one(key), id)).collect();
    hashes.sort_unstable();
    let mut ids: Vec<usize> = hashes.chunk_by(|a, b| a.0 == b.0).filter(|same| same.len() > 1).flatten().map(|(_, id)| *id).collect();
    ids.sort_unstable();
    ids
}
