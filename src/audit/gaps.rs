//! The words between figures: what stands in front of each figure of a sentence and behind the last one, read once.
//!
//! From the transcript of a report and its figures, to gaps with their cues and to content words.

use super::content::{Content, Shadow, Stem, reduce_known};
use super::cue::{Cue, Opening, opening};
use crate::analysis::Quantity;
use crate::language::{Transcript, Word};
use crate::text::WordKey;
use std::ops::{Range, RangeInclusive};

/// The words between two figures, or a figure and an end of its sentence.
#[derive(Debug, Clone, Default)]
struct Gap {
    words: Range<usize>,
    cues: Cue,
    /// The shadow of the words that go on the clause of the figure in front: up to the first mark that ends it.
    head: Shadow,
    /// The shadow of those that lead to the figure behind: behind the last mark that begins its clause.
    tail: Shadow,
}

/// Whether a mark begins the clause of a figure behind it.
fn begins(mark: u8) -> bool {
    matches!(mark, b',' | b';' | b'(')
}

/// Whether a mark ends the clause of a figure in front of it.
fn ends(mark: u8) -> bool {
    matches!(mark, b',' | b';' | b'.' | b')' | b'(')
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
        let words = self.words;
        let mut gap = Gap::default();
        let mut goes_on = true;
        let mut end = first;
        for word in words.get(first..).unwrap_or_default().iter().take_while(|w| w.span.start < offset) {
            end += 1;
            if word.mark > 0 {
                goes_on &= !ends(word.mark);
                if begins(word.mark) {
                    gap.tail = Shadow::default();
                }
            } else if let Some(fact) = self.facts.get_mut(word.number as usize).filter(|_| word.number > 0) {
                let Fact { stem, opening } = *fact.get_or_insert_with(|| Fact::of(self.text, word));
                if let Some(stem) = stem {
                    let shadow = Shadow::of(stem);
                    gap.tail = gap.tail | shadow;
                    if goes_on {
                        gap.head = gap.head | shadow;
                    }
                }
                if let Some(opening) = opening {
                    gap.cues |= opening.alone | self.phrases(opening, end, offset);
                }
            }
        }
        gap.words = first..end;
        self.list.push(gap);
        end
    }

    /// What the phrases say that go on with word `next`, up to an offset.
    fn phrases(&self, opening: &Opening, next: usize, offset: u32) -> Cue {
        let rest = self.words.get(next..).unwrap_or_default();
        let key = |word: &Word| WordKey::of(self.text, word.span).filter(|_| word.span.start < offset);
        // Most words that may begin a phrase begin none: the second word tells.
        let Some(second) = opening.longer.first().and(rest.first()).and_then(key) else { return Cue::empty() };
        let goes_on = |phrase: &[WordKey]| phrase.len() <= rest.len() && phrase.iter().zip(rest).skip(1).all(|(k, w)| key(w) == Some(*k));
        let stands = |phrase: &[WordKey]| phrase.first() == Some(&second) && goes_on(phrase);
        opening.longer.iter().filter(|(phrase, _)| stands(phrase)).fold(Cue::empty(), |all, (_, cue)| all | *cue)
    }

    /// What the words of gap `number` say.
    pub(super) fn cues(&self, number: usize) -> Cue {
        self.list.get(number).map_or(Cue::empty(), |gap| gap.cues)
    }

    /// The numbers of words are below this one.
    pub(super) fn distinct_words(&self) -> usize {
        self.facts.len()
    }

    /// The words of gap `number`.
    pub(super) fn words(&self, number: usize) -> &'p [Word] {
        self.list.get(number).and_then(|gap| self.words.get(gap.words.clone())).unwrap_or_default()
    }

    /// The words of some gaps and of the figures between them.
    pub(super) fn stretch(&self, numbers: RangeInclusive<usize>) -> &'p [Word] {
        let (first, last) = (self.list.get(*numbers.start()), self.list.get(*numbers.end()));
        first.zip(last).and_then(|(first, last)| self.words.get(first.words.start..last.words.end)).unwrap_or_default()
    }

    /// The content words of two stretches, without those of a name.
    pub(super) fn content(&self, stretches: [&[Word]; 2], name: &Content) -> Content {
        let mut content = Content::with_room(stretches.iter().map(|words| words.len()).sum());
        content.extend(self.stems(stretches, name));
        content
    }

    /// The shadow of the words between the marks around the figure that stands between gap `number` and the next.
    pub(super) fn shadow(&self, number: usize) -> Shadow {
        let (before, after) = (self.list.get(number), self.list.get(number + 1));
        before.map(|gap| gap.tail).unwrap_or_default() | after.map(|gap| gap.head).unwrap_or_default()
    }

    /// The words between the marks around that figure.
    pub(super) fn clause(&self, number: usize) -> [&'p [Word]; 2] {
        [behind_beginning(self.words(number)), up_to_end(self.words(number + 1))]
    }

    fn stems<'w>(&'w self, stretches: [&'w [Word]; 2], name: &'w Content) -> impl Iterator<Item = Stem> {
        let stem = |word: &Word| self.facts.get(word.number as usize)?.as_ref()?.stem.filter(|stem| !name.contains(*stem));
        stretches.into_iter().flatten().filter_map(stem)
    }
}

impl Fact {
    /// What is known of a word at its first place.
    #[cold]
    fn of(text: &str, word: &Word) -> Self {
        let key = WordKey::of(text, word.span);
        let stem = if word.is_letters { reduce_known(word.span.of(text), key) } else { None };
        Self { stem, opening: key.and_then(opening) }
    }
}

/// Words up to the first mark that ends a clause.
pub(super) fn up_to_end(words: &[Word]) -> &[Word] {
    let end = words.iter().position(|w| ends(w.mark)).unwrap_or(words.len());
    words.get(..end).unwrap_or_default()
}

/// Words behind the last mark that begins a clause.
pub(super) fn behind_beginning(words: &[Word]) -> &[Word] {
    let start = words.iter().rposition(|w| begins(w.mark)).map_or(0, |at| at + 1);
    words.get(start..).unwrap_or_default()
}
