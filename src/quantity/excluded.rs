//! The digits of a section that are no quantities, rule by rule: what a rule needs of the processor's caches stays there for all its numbers.

use super::exclude::{BEHIND_SCALE, Excluded, RULES, Rule, counts_by_scale};
use crate::language::{Class, ReadText};
use crate::text::Sentence;

/// Digits at token `at` of a sentence from token `begin` to token `end`.
struct Candidate {
    at: usize,
    begin: usize,
    end: usize,
}

/// The digits of a section that are no quantities, by their tokens, in order.
#[derive(Debug, Default)]
pub(super) struct ExcludedDigits(Vec<(usize, Excluded)>);

impl ExcludedDigits {
    /// Holds every rule against all digits of these sentences but those that are `known` to be none. The first rule that holds counts.
    pub(super) fn of(read: &ReadText, sentences: &[Sentence], known: impl Fn(usize) -> bool) -> Self {
        let candidates = sentences.iter().flat_map(|sentence| digits(read, sentence)).filter(|c| !known(c.at));
        let (scaled, plain) = candidates.partition(|c| counts_by_scale(read, c.at));
        let mut excluded = Vec::new();
        hold(read, &BEHIND_SCALE, scaled, &mut excluded);
        hold(read, &RULES, plain, &mut excluded);
        excluded.sort_unstable_by_key(|(at, _)| *at);
        Self(excluded)
    }

    /// Why the digits at token `i` are none, and the token behind what is none.
    pub(super) fn at(&self, i: usize) -> Option<Excluded> {
        let found = self.0.binary_search_by_key(&i, |(at, _)| *at).ok()?;
        self.0.get(found).map(|(_, excluded)| *excluded)
    }
}

fn digits(read: &ReadText, sentence: &Sentence) -> impl Iterator<Item = Candidate> {
    let (begin, end) = (sentence.first, sentence.last);
    let mut next = begin;
    std::iter::from_fn(move || {
        let at = read.find_word(next..end, Class::DIGITS)?;
        next = at + 1;
        Some(Candidate { at, begin, end })
    })
}

fn hold(read: &ReadText, rules: &[Rule], mut open: Vec<Candidate>, excluded: &mut Vec<(usize, Excluded)>) {
    for rule in rules {
        open.retain(|c| match rule(read, c.at, c.begin, c.end) {
            Some(found) => {
                excluded.push((c.at, found));
                false
            }
            None => true,
        });
    }
}
