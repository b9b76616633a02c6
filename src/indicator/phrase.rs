//! The phrases that name what a figure measures, as stems to compare: from `Quantity::what` to its content words.

use crate::analysis::Quantity;
use crate::language::{Class, ReadText, english, singular};
use crate::text::Span;
use rustc_hash::FxHashMap;

/// A phrase has at most this many words.
const LONGEST: usize = 5;

/// Numbers of stems, in the order in which they first occur.
#[derive(Default)]
pub(super) struct Stems<'a> {
    numbers: FxHashMap<String, u32>,
    /// Words as printed, so that each is made singular once.
    known: FxHashMap<&'a str, u32>,
}

impl<'a> Stems<'a> {
    fn number(&mut self, word: &'a str) -> u32 {
        if let Some(known) = self.known.get(word) {
            return *known;
        }
        let next = self.numbers.len() as u32;
        let number = *self.numbers.entry(singular(word)).or_insert(next);
        self.known.insert(word, number);
        number
    }
}

/// The words of one figure's description that phrases may consist of.
#[derive(Debug, Clone, Default)]
pub(super) struct Words<'a> {
    printed: Vec<&'a str>,
    stems: Vec<u32>,
    /// Whether a phrase may begin or end with the word.
    content: Vec<bool>,
    /// Whether every phrase has to end with the last word: the head of a counted noun.
    headed: bool,
}

impl<'a> Words<'a> {
    /// Reads the description of a figure; of a counted thing its noun with the words in front of it.
    pub(super) fn of(quantity: &'a Quantity, stems: &mut Stems<'a>) -> Self {
        let what = quantity.what.as_str();
        let read = ReadText::new(what, Span::new(0, what.len()), english());
        let room = read.tokens.len();
        let mut words =
            Self { printed: Vec::with_capacity(room), stems: Vec::with_capacity(room), content: Vec::with_capacity(room), headed: false };
        for at in (0..read.tokens.len()).filter(|at| read.is_word(*at)) {
            if read.word_is(at, Class::PER) && !read.phrase_is(at, Class::PER_CAPITA) {
                break;
            }
            let idle = read.word_is(at, Class::STOP | Class::TOTAL | Class::ABOUT | Class::OVER | Class::UNDER | Class::MONTH);
            words.printed.push(read.str(at));
            words.stems.push(stems.number(read.str(at)));
            words.content.push(!idle || read.phrase_is(at, Class::PER_CAPITA));
        }
        match quantity.noun.as_deref().filter(|_| quantity.unit.is_counted()) {
            Some(noun) => words.up_to(noun, stems),
            None => words,
        }
    }

    /// The noun and the content words in front of it.
    fn up_to(mut self, noun: &'a str, stems: &mut Stems<'a>) -> Self {
        let stem = stems.number(noun);
        let end = self.stems.iter().position(|s| *s == stem).map_or(0, |at| at + 1);
        if end == 0 {
            return Self { printed: vec![noun], stems: vec![stem], content: vec![true], headed: true };
        }
        let start = (0..end).rev().find(|at| !self.content.get(*at).is_some_and(|c| *c)).map_or(0, |at| at + 1).min(end - 1);
        self.printed = self.printed.drain(start..end).collect();
        self.stems = self.stems.drain(start..end).collect();
        self.content = vec![true; self.stems.len()];
        self.headed = true;
        self
    }

    /// Whether there is nothing to name.
    pub(super) fn is_empty(&self) -> bool {
        !self.content.contains(&true)
    }

    /// All phrases as ranges of words.
    pub(super) fn phrases(&self) -> impl Iterator<Item = std::ops::Range<usize>> + '_ {
        let n = self.stems.len();
        let is_content = |at: usize| self.content.get(at).is_some_and(|c| *c);
        (0..n).filter(move |from| is_content(*from)).flat_map(move |from| {
            let ends = if self.headed { n..n + 1 } else { from + 1..n.min(from + LONGEST) + 1 };
            ends.filter(move |to| *to - from <= LONGEST && is_content(*to - 1)).map(move |to| from..to)
        })
    }

    /// The stems of a phrase.
    pub(super) fn stems(&self, phrase: std::ops::Range<usize>) -> &[u32] {
        self.stems.get(phrase).unwrap_or_default()
    }

    /// A phrase as printed.
    pub(super) fn printed(&self, phrase: std::ops::Range<usize>) -> String {
        self.printed.get(phrase).unwrap_or_default().join(" ")
    }
}
