//! The phrases that name what a figure measures, as stems to compare: from `Quantity::what` to its content words.

use super::word::{Sort, is_plain_spending};
use crate::analysis::{Kind, Quantity};
use crate::language::{Class, Numbering, ReadText, english, singular};
use crate::relation::names_activity;
use crate::text::Span;
use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};
use std::ops::Range;

/// A phrase has at most this many words.
const LONGEST: usize = 5;

/// The word that begins the description of a share.
const SHARE: &str = "share";

/// What all plain words for money that is spent are compared as.
const SPENDING: &str = "expenditure";

/// Whether a rise or fall says of what it is: "growth of exports", "decrease of employment".
pub(super) fn tells_move(quantity: &Quantity) -> bool {
    let says = |word: &str| quantity.what.starts_with(word);
    matches!(quantity.kind, Kind::Growth | Kind::Change) && ["growth of ", "increase of ", "decrease of "].into_iter().any(says)
}

/// Numbers of stems, in the order in which they first occur.
#[derive(Default)]
struct Stems<'a> {
    numbers: FxHashMap<String, u32>,
    /// Words as printed, so that each is made singular once.
    known: FxHashMap<&'a str, u32>,
    /// By the number of a word of the descriptions: that of its stem, and what the word is wherever it stands.
    words: Vec<Option<(u32, Sort)>>,
}

impl<'a> Stems<'a> {
    fn number(&mut self, word: &'a str) -> u32 {
        if let Some(known) = self.known.get(word) {
            return *known;
        }
        let number = self.number_of_new(word);
        self.known.insert(word, number);
        number
    }

    fn number_of_new(&mut self, word: &str) -> u32 {
        let next = self.numbers.len() as u32;
        *self.numbers.entry(singular(word)).or_insert(next)
    }

    /// The same of a word of the descriptions, whose number is known, with what it is.
    fn read(&mut self, word: &str, number: u32) -> (u32, Sort) {
        let at = number as usize;
        if let Some(Some(known)) = self.words.get(at) {
            return *known;
        }
        let read = (self.number_of_new(word), Sort::of_word(word));
        if self.words.len() <= at {
            self.words.resize(at + 1, None);
        }
        if let Some(new) = self.words.get_mut(at) {
            *new = Some(read);
        }
        read
    }
}

/// The distinct descriptions of some figures in one text, a paragraph each: a text is read in less time than as many descriptions one by one.
pub(super) struct Paragraphs<'a> {
    text: String,
    /// What is described so, and where it stands in the text.
    spans: Vec<(&'a str, Span)>,
}

impl<'a> Paragraphs<'a> {
    /// Writes the descriptions down.
    pub(super) fn of(descriptions: impl Iterator<Item = &'a str>) -> Self {
        let mut known = FxHashSet::default();
        let mut all = Self { text: String::new(), spans: Vec::new() };
        for what in descriptions.filter(|what| known.insert(*what)) {
            let start = all.text.len();
            all.text.push_str(what);
            all.spans.push((what, Span::new(start, all.text.len())));
            all.text.push_str("\n\n");
        }
        all
    }
}

/// The words of the descriptions of figures, one after the other.
pub(super) struct Descriptions<'a> {
    stems: Stems<'a>,
    numbers: Vec<u32>,
    printed: Vec<&'a str>,
    sorts: Vec<Sort>,
    known: FxHashMap<&'a str, Range<usize>>,
}

/// Where the words of one figure stand among all.
#[derive(Debug, Clone)]
pub(super) struct Stretch {
    words: Range<usize>,
    /// Whether every phrase has to end with the last word, the head of a counted noun; the words in front of it have content.
    headed: bool,
    /// Whether every phrase has to begin with the first word: what rises is apart from what falls, and both from shares.
    moves: bool,
}

impl<'a> Descriptions<'a> {
    /// Reads all descriptions.
    pub(super) fn new(paragraphs: &'a Paragraphs) -> Self {
        let known = FxHashMap::with_capacity_and_hasher(paragraphs.spans.len(), FxBuildHasher);
        let mut all = Self { stems: Stems::default(), numbers: Vec::new(), printed: Vec::new(), sorts: Vec::new(), known };
        let read = ReadText::numbered(&paragraphs.text, Span::new(0, paragraphs.text.len()), &mut Numbering::new(english()));
        let mut end = 0;
        let next = |from: usize, offset: u32| {
            from + read.tokens.get(from..).unwrap_or_default().iter().take_while(|t| t.span.start < offset).count()
        };
        for (what, span) in &paragraphs.spans {
            let start = next(end, span.start);
            end = next(start, span.end);
            let words = all.add_words(&read, start..end);
            all.known.insert(what, words);
        }
        all
    }

    /// Reads the description of a figure; of a counted thing its noun with the words in front of it. `None` if there is nothing to name.
    pub(super) fn read(&mut self, quantity: &'a Quantity) -> Option<Stretch> {
        let what = quantity.what.as_str();
        let moves = tells_move(quantity);
        let words = self.known.get(what).cloned().unwrap_or_default();
        let has_content = self.sorts_of(&words).iter().any(|sort| sort.contains(Sort::CONTENT));
        if quantity.unit.is_currency()
            && !moves
            && let Some(word) = is_plain_spending(self.sorts_of(&words), self.printed.get(words.clone()).unwrap_or_default())
        {
            return Some(self.alone(SPENDING, word));
        }
        if let Some(noun) = quantity.noun.as_deref().filter(|_| quantity.unit.is_counted()) {
            let stem = self.stems.number(noun);
            let named = self.numbers.get(words.clone()).unwrap_or_default().contains(&stem);
            // "Of these, 986 were working": what is said of things that another figure names.
            return Some(if named || !has_content { self.up_to(noun, words) } else { Stretch { words, headed: false, moves } });
        }
        has_content.then_some(Stretch { words, headed: false, moves })
    }

    /// Adds the words of a description, which consists of some tokens.
    fn add_words(&mut self, read: &ReadText<'a>, tokens: Range<usize>) -> Range<usize> {
        let start = self.numbers.len();
        for at in tokens.clone().filter(|at| read.is_word(*at)) {
            let printed = read.str(at);
            let per_capita = read.phrase_is(at, Class::PER_CAPITA);
            // "road completed against the yearly target": what it is held against is another figure.
            if read.word_is(at, Class::PER) && !per_capita || printed == "against" {
                break;
            }
            // "share of households": of what, not that it is one; a letter alone is no word, but in "e-books".
            let stop = Class::STOP | Class::TOTAL | Class::ABOUT | Class::OVER | Class::UNDER | Class::MONTH;
            let idle = read.word_is(at, stop) && !(at + 1 < tokens.end && names_activity(printed))
                || at == tokens.start && printed == SHARE
                || printed.len() == 1 && !read.joins(at + 1);
            let (number, sort) = self.stems.read(printed, read.numbers.get(at).copied().unwrap_or_default());
            self.add(number, printed, sort.at(read, at, !idle || per_capita));
        }
        start..self.numbers.len()
    }

    fn add(&mut self, number: u32, printed: &'a str, sort: Sort) {
        self.numbers.push(number);
        self.printed.push(printed);
        self.sorts.push(sort);
    }

    fn sorts_of(&self, words: &Range<usize>) -> &[Sort] {
        self.sorts.get(words.clone()).unwrap_or_default()
    }

    /// A word that stands for a whole description: the word that is compared, and how it is printed.
    fn alone(&mut self, word: &'a str, printed: &'a str) -> Stretch {
        let (at, stem) = (self.numbers.len(), self.stems.number(word));
        self.add(stem, printed, Sort::CONTENT);
        Stretch { words: at..at + 1, headed: true, moves: false }
    }

    /// The noun and the content words in front of it; the noun alone where it is not among the words.
    fn up_to(&mut self, noun: &'a str, words: Range<usize>) -> Stretch {
        let stem = self.stems.number(noun);
        let numbers = self.numbers.get(words.clone()).unwrap_or_default();
        let Some(head) = numbers.iter().position(|s| *s == stem).map(|at| words.start + at) else {
            return self.alone(noun, noun);
        };
        let is_content = |sort: &&Sort| sort.contains(Sort::CONTENT);
        let content = self.sorts_of(&(words.start..head)).iter().rev().take_while(is_content).count();
        let content = if self.sorts.get(head).as_ref().is_some_and(is_content) { content } else { 0 };
        Stretch { words: head - content..head + 1, headed: true, moves: false }
    }

    /// The words of a stretch.
    pub(super) fn words(&self, stretch: Stretch) -> Words<'_> {
        let Stretch { words, headed, moves } = stretch;
        Words {
            stems: self.numbers.get(words.clone()).unwrap_or_default(),
            printed: self.printed.get(words.clone()).unwrap_or_default(),
            sorts: self.sorts_of(&words),
            headed,
            moves,
        }
    }
}

/// The words of one figure's description that phrases may consist of.
#[derive(Debug, Clone, Copy)]
pub(super) struct Words<'a> {
    stems: &'a [u32],
    printed: &'a [&'a str],
    sorts: &'a [Sort],
    headed: bool,
    moves: bool,
}

impl<'a> Words<'a> {
    /// All phrases as ranges of words.
    pub(super) fn phrases(self) -> impl Iterator<Item = Range<usize>> + 'a {
        let n = self.stems.len();
        let is_content = move |at: usize| self.headed || self.sorts.get(at).is_some_and(|s| s.contains(Sort::CONTENT));
        // "growth of" by itself names nothing.
        let (starts, move_words) = if self.moves { (0..n.min(1), 2) } else { (0..n, 0) };
        let longest = LONGEST + move_words;
        // "increase of financial" is not yet what rises: the phrase goes on to the end of its noun.
        let is_whole = move |to: usize| (!self.moves || !is_content(to)) && !self.is_joined(to);
        starts.filter(move |from| is_content(*from) && !self.is_joined(*from)).flat_map(move |from| {
            let ends = if self.headed { n..n + 1 } else { from + 1 + move_words..n.min(from + longest) + 1 };
            ends.filter(move |to| *to - from <= longest && is_content(*to - 1) && is_whole(*to) && self.names(from..*to))
                .map(move |to| from..to)
        })
    }

    /// Whether a word goes on the compound that the word in front begins.
    fn is_joined(self, at: usize) -> bool {
        at > 0 && self.sorts.get(at).is_some_and(|sort| sort.contains(Sort::JOINED))
    }

    /// Whether a phrase is more than the word for the region's own sort, as in "district spent"; "(240) in the region" tells of which things
    /// it speaks.
    fn names(self, phrase: Range<usize>) -> bool {
        let area = phrase.len() == 1 && self.sorts.get(phrase.start).is_some_and(|sort| sort.contains(Sort::AREA));
        !area || self.headed || self.sorts.first().is_some_and(|sort| sort.contains(Sort::LEADS))
    }

    /// How many of the words with content are among some stems, and how many there are.
    pub(super) fn content_in(self, among: &[u32]) -> (usize, usize) {
        let content = || self.stems.iter().zip(self.sorts).filter(|(_, sort)| sort.contains(Sort::CONTENT));
        (content().filter(|(stem, _)| among.contains(stem)).count(), content().count())
    }

    /// Whether the word behind a phrase belongs to its noun.
    pub(super) fn goes_on(self, end: usize) -> bool {
        self.sorts.get(end).is_some_and(|sort| sort.contains(Sort::CONTENT))
    }

    /// What the words are, one by one.
    pub(super) fn sorts(self) -> &'a [Sort] {
        self.sorts
    }

    /// The words as printed.
    pub(super) fn all_printed(self) -> &'a [&'a str] {
        self.printed
    }

    /// Whether they describe a share of something.
    pub(super) fn tell_share(self) -> bool {
        self.printed.first() == Some(&SHARE)
    }

    /// The stems of all words.
    pub(super) fn all(self) -> &'a [u32] {
        self.stems
    }

    /// The stems of a phrase.
    pub(super) fn stems(self, phrase: Range<usize>) -> &'a [u32] {
        self.stems.get(phrase).unwrap_or_default()
    }

    /// A phrase as printed.
    pub(super) fn printed(self, phrase: Range<usize>) -> String {
        let mut printed = String::new();
        for (at, word) in phrase.clone().zip(self.printed.get(phrase.clone()).unwrap_or_default()) {
            if at > phrase.start {
                printed.push(if self.is_joined(at) { '-' } else { ' ' });
            }
            printed.push_str(word);
        }
        printed
    }
}
