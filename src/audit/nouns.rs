//! The counted nouns of all figures, each distinct one in the singular once.
//!
//! From the figures, to the rules that ask whether two of them count one thing.

use super::content::{Stem, reduce};
use super::words::singular;
use crate::analysis::Quantity;
use crate::text::lowered;
use rustc_hash::FxHashMap;

/// A counted noun.
struct Noun {
    /// Singular, lower case.
    singular: Box<str>,
    stem: Option<Stem>,
}

impl Noun {
    fn new(printed: &str) -> Self {
        let singular: Box<str> = lowered(printed, |lower| singular(lower).into());
        Self { stem: reduce(&singular), singular }
    }
}

/// The nouns by figure.
pub(super) struct Nouns {
    distinct: Vec<Noun>,
    /// By figure: the number of its noun among the distinct ones.
    numbers: Vec<Option<usize>>,
}

impl Nouns {
    /// Reads the nouns of figures.
    pub(super) fn of(quantities: &[Quantity]) -> Self {
        let mut known: FxHashMap<&str, usize> = FxHashMap::default();
        let mut distinct = Vec::new();
        let mut numbers = Vec::with_capacity(quantities.len());
        for quantity in quantities {
            numbers.push(quantity.noun.as_deref().map(|printed| {
                *known.entry(printed).or_insert_with(|| {
                    distinct.push(Noun::new(printed));
                    distinct.len() - 1
                })
            }));
        }
        Self { distinct, numbers }
    }

    fn get(&self, id: usize) -> Option<&Noun> {
        self.distinct.get((*self.numbers.get(id)?)?)
    }

    /// The noun of a figure, singular and lower case.
    pub(super) fn singular(&self, id: usize) -> Option<&str> {
        self.get(id).map(|noun| &*noun.singular)
    }

    /// Its stem.
    pub(super) fn stem(&self, id: usize) -> Option<Stem> {
        self.get(id)?.stem
    }
}
