//! The words between figures: what stands in front of each figure of a sentence and behind the last one, read once.
//!
//! From the transcript of a report and its figures, to gaps with their cues and to content words.

use super::content::{Content, Shadow, Stem, reduce_known};
use super::cue::{Cue, Opening, opening};
use crate::analysis::Quantity;
use crate::language::{Transcript, Word};
use crate::text::WordKey;
use std::ops::Range;

/// The words between two figures, or a figure and an end of its sentence.
#[derive(Debug, Clone, Default)]
struct Gap {
    words: Range<usize>,
    cues: Cue,
}

/// What is known of a distinct word.
#[derive(Debug, Clone, Copy, Default)]
struct Fact {
    stem: Option<Stem>,
    opening: Option<&'static Opening>,
}

/// The gaps of all sentences with figures.
pub(super) struct Gaps<'p> {
    text: &'p str,
    words: &'p [Word],
    /// By the number of the word.
    facts: Vec<Option<Fact>>,
    /// Those of the first sentence, then those of the next: one more than it has figures.
    list: Vec<Gap>,
}

impl<'p> Gaps<'p> {
    /// Reads the words of the sentences, given as ranges of figures.
    pub(super) fn new(text: &'p str, transcript: &'p Transcript, sentences: &[Range<usize>], quantities: &[Quantity]) -> Self {
        let mut all = Self { text, words: transcript.words(), facts: vec![None; transcript.distinct()], list: Vec::new() };
        all.list.reserve(quantities.len() + sentences.len());
        let mut at = 0;
        for figures in sentences.iter().filter_map(|s| quantities.get(s.clone())) {
            let Some(sentence) = figures.first().map(|q| q.sentence) else { continue };
            at = all.from(at, sentence.start);
            for figure in figures {
                let end = all.gap(at, figure.start);
                at = all.from(end, figure.end);
            }
            at = all.gap(at, sentence.end);
        }
        all
    }

    /// The first word from `at` on that begins at or behind an offset.
    fn from(&self, at: usize, offset: u32) -> usize {
        at + self.words.get(at..).unwrap_or_default().iter().take_while(|w| w.span.start < offset).count()
    }

    /// Adds the gap from word `first` up to an offset; gives the word behind it.
    fn gap(&mut self, first: usize, offset: u32) -> usize {
        let end = self.from(first, offset);
        let mut cues = Cue::empty();
        for at in first..end {
            if let Some(opening) = self.fact(at).and_then(|fact| fact.opening) {
                cues |= opening.alone | self.phrases(opening, at + 1..end);
            }
        }
        self.list.push(Gap { words: first..end, cues });
        end
    }

    fn fact(&mut self, at: usize) -> Option<Fact> {
        let word = self.words.get(at).filter(|w| w.number > 0)?;
        let fact = self.facts.get_mut(word.number as usize)?;
        Some(*fact.get_or_insert_with(|| {
            let printed = word.span.of(self.text);
            let key = WordKey::new(printed);
            Fact { stem: if word.is_letters { reduce_known(printed, key) } else { None }, opening: key.and_then(opening) }
        }))
    }

    /// What the phrases say that go on with some words.
    fn phrases(&self, opening: &Opening, rest: Range<usize>) -> Cue {
        let rest = self.words.get(rest).unwrap_or_default();
        let key = |word: &Word| WordKey::whole(word.span.of(self.text));
        let stands = |phrase: &[WordKey]| phrase.len() <= rest.len() && phrase.iter().zip(rest).all(|(k, word)| *k == key(word));
        opening.longer.iter().filter(|(phrase, _)| stands(phrase)).fold(Cue::empty(), |all, (_, cue)| all | *cue)
    }

    /// What the words of gap `number` say.
    pub(super) fn cues(&self, number: usize) -> Cue {
        self.list.get(number).map_or(Cue::empty(), |gap| gap.cues)
    }

    /// The words of gap `number`.
    pub(super) fn words(&self, number: usize) -> &'p [Word] {
        self.list.get(number).and_then(|gap| self.words.get(gap.words.clone())).unwrap_or_default()
    }

    /// The content words of two stretches, without those of a name.
    pub(super) fn content(&self, stretches: [&[Word]; 2], name: &Content) -> Content {
        let mut content = Content::with_room(stretches.iter().map(|words| words.len()).sum());
        content.extend(self.stems(stretches, name));
        content
    }

    /// The shadow of [`Self::content`].
    pub(super) fn shadow(&self, stretches: [&[Word]; 2], name: &Content) -> Shadow {
        self.stems(stretches, name).collect()
    }

    fn stems<'w>(&'w self, stretches: [&'w [Word]; 2], name: &'w Content) -> impl Iterator<Item = Stem> {
        let stem = |word: &Word| self.facts.get(word.number as usize)?.as_ref()?.stem.filter(|stem| !name.contains(*stem));
        stretches.into_iter().flatten().filter_map(stem)
    }
}

/// Words up to the first of some marks.
pub(super) fn up_to<'w>(words: &'w [Word], marks: &[u8]) -> &'w [Word] {
    let end = words.iter().position(|w| w.mark > 0 && marks.contains(&w.mark)).unwrap_or(words.len());
    words.get(..end).unwrap_or_default()
}

/// Words behind the last of some marks.
pub(super) fn behind<'w>(words: &'w [Word], marks: &[u8]) -> &'w [Word] {
    let start = words.iter().rposition(|w| w.mark > 0 && marks.contains(&w.mark)).map_or(0, |at| at + 1);
    words.get(start..).unwrap_or_default()
}
