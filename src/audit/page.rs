//! The audit's view of a report: quantities by sentence and by total, and the text around each.
//!
//! From the finished analysis, to the rules.

use super::brief::{Brief, Trait};
use super::content::{Content, Shadow, Stem};
use super::cue::Cue;
use super::gaps::Gaps;
use super::interval::{Interval, LastDigit};
use super::links::Links;
use super::nouns::Nouns;
use super::rough::Rough;
use super::show::Show;
use super::words;
use crate::analysis::{Analysis, Quantity, Section, Topic};
use crate::language::{Transcript, Word};
use crate::text::Span;
use crate::wording::{Language, Sentence};
use std::borrow::Cow;
use std::cell::OnceCell;
use std::ops::Range;

/// A report laid out for checking. Quantities are addressed by their id, which is their index.
pub(super) struct Page<'a> {
    /// The text that all offsets point into.
    pub(super) text: &'a str,
    /// Every figure, in the order of the text.
    pub(super) quantities: &'a [Quantity],
    /// How the last printed digit is read.
    pub(super) last: LastDigit,
    /// How values and sentences are said.
    pub(super) show: Show,
    /// Figures of each sentence that has any.
    pub(super) sentences: Vec<Range<usize>>,
    /// Where each of these sentences stands, and each figure: in few bytes, since all rules ask for the text between figures.
    sentence_spans: Vec<Span>,
    spans: Vec<Span>,
    gaps: Gaps<'a>,
    topics: &'a [Topic],
    sentence_of: Vec<usize>,
    briefs: Vec<Brief>,
    parts: Links,
    qualifiers: Links,
    names: Vec<Content>,
    /// By topic, worked out once.
    titles: Vec<OnceCell<Content>>,
    /// What any topic may be called.
    any_title: Content,
    nouns: Nouns,
    clauses: Vec<OnceCell<Content>>,
    printed: Vec<Option<Interval>>,
    ranges: Vec<Rough>,
    nothing: Content,
    no_figure: Brief,
}

/// Content words of a region's name, as the gazetteer and as the heading have it.
fn name_words(text: &str, section: &Section) -> Content {
    let heading = section.heading.of(text);
    let named = heading.rsplit_once(" in ").map_or("", |(_, name)| name);
    let mut words = Content::of(&section.region.name, &Content::default());
    words.add(named, &Content::default());
    words
}

/// Content words of a topic's title without the region's name and what `any` topic may be called.
fn title_words(topic: &Topic, name: Option<&Content>, any: &Content) -> Content {
    Content::of(&topic.title, name.unwrap_or(any)).without(any)
}

impl<'a> Page<'a> {
    /// Lays out an analysis of a report with these words. Linear in the number of quantities and words.
    pub(super) fn new(text: &'a str, transcript: &'a Transcript, analysis: &'a Analysis, last: LastDigit, language: Language) -> Self {
        let quantities = analysis.quantities.as_slice();
        let mut sentences: Vec<Range<usize>> = Vec::new();
        let mut sentence_spans = Vec::new();
        let mut sentence_of = Vec::with_capacity(quantities.len());
        for (i, quantity) in quantities.iter().enumerate() {
            let same = i.checked_sub(1).and_then(|p| quantities.get(p)).is_some_and(|p| p.sentence == quantity.sentence);
            match sentences.last_mut() {
                Some(range) if same => range.end = i + 1,
                _ => {
                    sentences.push(i..i + 1);
                    sentence_spans.push(quantity.sentence);
                }
            }
            sentence_of.push(sentences.len() - 1);
        }
        let names: Vec<Content> = analysis.sections.iter().map(|s| name_words(text, s)).collect();
        let printed: Vec<Option<Interval>> = quantities.iter().map(|q| Interval::printed(q, last)).collect();
        Self {
            text,
            quantities,
            last,
            gaps: Gaps::new(text, transcript, &sentences, quantities),
            show: Show(language),
            sentences,
            sentence_spans,
            spans: quantities.iter().map(Quantity::span).collect(),
            topics: &analysis.topics,
            sentence_of,
            briefs: quantities.iter().map(Brief::of).collect(),
            parts: Links::of(quantities.iter().map(|q| q.of)),
            qualifiers: Links::of(quantities.iter().map(|q| q.base)),
            names,
            titles: vec![OnceCell::new(); analysis.topics.len()],
            any_title: Content::of_words(words::GENERAL_TOPIC),
            nouns: Nouns::of(quantities),
            ranges: printed.iter().map(|exact| exact.map_or(Rough::UNKNOWN, Rough::from)).collect(),
            printed,
            clauses: vec![OnceCell::new(); quantities.len()],
            nothing: Content::default(),
            no_figure: Brief::default(),
        }
    }

    /// A sentence with its values.
    pub(super) fn say(&self, sentence: &Sentence, values: &[(&str, &str)]) -> String {
        self.show.say(sentence, values)
    }

    /// A printed figure as it is told; nothing where there is none of that id.
    pub(super) fn told(&self, id: usize) -> Cow<'a, str> {
        self.get(id).map_or(Cow::Borrowed(""), |q| self.show.figure(q))
    }

    /// Figures of each section that has any. Rules that compare the figures of a section go section by section, so that what they keep
    /// in mind stays small.
    pub(super) fn sections(&self) -> impl Iterator<Item = Range<usize>> {
        let mut end = 0;
        self.quantities.chunk_by(|a, b| a.section == b.section).map(move |section| {
            let start = end;
            end += section.len();
            start..end
        })
    }

    /// A quantity by id.
    pub(super) fn get(&self, id: usize) -> Option<&'a Quantity> {
        self.quantities.get(id)
    }

    /// A quantity in brief; one without traits where there is none of that id.
    #[inline]
    pub(super) fn brief(&self, id: usize) -> &Brief {
        self.briefs.get(id).unwrap_or(&self.no_figure)
    }

    /// Whether a figure has all of some traits.
    pub(super) fn is(&self, id: usize, traits: Trait) -> bool {
        self.briefs.get(id).is_some_and(|brief| brief.is(traits))
    }

    /// Some figures in brief, with their ids.
    pub(super) fn briefs(&self, ids: Range<usize>) -> impl Iterator<Item = (usize, &Brief)> {
        let briefs = self.briefs.get(ids.start..ids.end.min(self.briefs.len())).unwrap_or_default();
        (ids.start..).take(briefs.len()).zip(briefs)
    }

    /// All figures that have some traits.
    pub(super) fn with(&self, traits: Trait) -> impl Iterator<Item = usize> {
        self.briefs.iter().enumerate().filter(move |(_, brief)| brief.is(traits)).map(|(id, _)| id)
    }

    /// The range it stands for as printed.
    pub(super) fn printed(&self, id: usize) -> Option<Interval> {
        *self.printed.get(id)?
    }

    /// The same in floating point.
    pub(super) fn range(&self, id: usize) -> Rough {
        self.ranges.get(id).copied().unwrap_or(Rough::UNKNOWN)
    }

    /// The range with trailing zeros taken as rounded.
    pub(super) fn rounded(&self, id: usize) -> Option<Interval> {
        Interval::round_number(self.get(id)?, self.last)
    }

    /// Figures said to be part of this one.
    pub(super) fn parts(&self, id: usize) -> &[usize] {
        self.parts.to(id)
    }

    /// The parts of a figure, list by list: those that one sentence gives, with what the next ones say is left ("The remaining 14 ..."), and the items below a
    /// total.
    pub(super) fn lists(&self, id: usize) -> impl Iterator<Item = &[usize]> {
        let rule = |b: usize| self.get(b).and_then(|q| q.of_rule.as_deref());
        let rest = move |b: usize| matches!(rule(b), Some("remainder" | "other" | "further" | "item"));
        self.parts(id).chunk_by(move |a, b| {
            let (before, this) = (self.sentence_of(*a), self.sentence_of(*b));
            before == this || before + 1 == this && rest(*b)
        })
    }

    /// Figures that qualify this one (change, growth, share, average).
    pub(super) fn qualifiers(&self, id: usize) -> &[usize] {
        self.qualifiers.to(id)
    }

    /// The number of the sentence of a figure, among those with figures.
    pub(super) fn sentence_of(&self, id: usize) -> usize {
        self.sentence_of.get(id).copied().unwrap_or(0)
    }

    /// Figures of the sentence of `id`; of an endless one, those near it.
    pub(super) fn in_sentence(&self, id: usize) -> Range<usize> {
        near(self.sentences.get(self.sentence_of(id)).cloned().unwrap_or(id..id), id)
    }

    /// Figures from `back` sentences before to `ahead` sentences after that of `id`, within its section.
    pub(super) fn around(&self, id: usize, back: usize, ahead: usize) -> Range<usize> {
        let at = self.sentence_of(id);
        let section = self.get(id).map(|q| q.section);
        let inside = |s: &usize| self.sentences.get(*s).and_then(|r| self.get(r.start)).map(|q| q.section) == section;
        let first = (at.saturating_sub(back)..=at).find(|s| inside(s)).unwrap_or(at);
        let last = (at..=at + ahead).rev().find(|s| inside(s)).unwrap_or(at);
        let start = self.sentences.get(first).map_or(id, |r| r.start);
        let end = self.sentences.get(last).map_or(id + 1, |r| r.end);
        near(start..end, id)
    }

    /// Text from the previous figure of the sentence, or the sentence's beginning, to this figure.
    pub(super) fn before(&self, id: usize) -> &'a str {
        let (Some(figure), sentence) = (self.spans.get(id), self.sentence_of(id)) else { return "" };
        let previous = id.checked_sub(1).filter(|p| self.sentence_of(*p) == sentence).and_then(|p| self.spans.get(p));
        let from = previous.map_or_else(|| self.sentence_spans.get(sentence).map_or(0, |s| s.start), |p| p.end);
        self.slice(from, figure.start)
    }

    /// Text behind this figure up to the next one of the sentence, or the sentence's end.
    pub(super) fn after(&self, id: usize) -> &'a str {
        let (Some(figure), sentence) = (self.spans.get(id), self.sentence_of(id)) else { return "" };
        let next = self.spans.get(id + 1).filter(|_| self.sentence_of(id + 1) == sentence);
        let to = next.map_or_else(|| self.sentence_spans.get(sentence).map_or(0, |s| s.end), |n| n.start);
        self.slice(figure.end, to)
    }

    /// The gap in front of a figure: the sentences before it have one more than they have figures.
    fn gap(&self, id: usize) -> usize {
        id + self.sentence_of(id)
    }

    /// What the words of [`Self::before`] say.
    pub(super) fn said_before(&self, id: usize) -> Cue {
        self.gaps.cues(self.gap(id))
    }

    /// What the words of [`Self::after`] say.
    pub(super) fn said_after(&self, id: usize) -> Cue {
        self.gaps.cues(self.gap(id) + 1)
    }

    /// What the words of its sentence in front of a figure say.
    pub(super) fn said_in_front(&self, id: usize) -> Cue {
        (self.in_sentence(id).start..=id).fold(Cue::empty(), |all, i| all | self.said_before(i))
    }

    /// What the words of its sentence say.
    pub(super) fn said_in_sentence(&self, id: usize) -> Cue {
        self.in_sentence(id).fold(Cue::empty(), |all, i| all | self.said_before(i) | self.said_after(i))
    }

    /// The words of [`Self::before`].
    pub(super) fn words_before(&self, id: usize) -> &'a [Word] {
        self.gaps.words(self.gap(id))
    }

    /// The words of [`Self::after`].
    pub(super) fn words_after(&self, id: usize) -> &'a [Word] {
        self.gaps.words(self.gap(id) + 1)
    }

    /// The words of [`Self::before`] as printed, without marks, the last first.
    pub(super) fn printed_before(&self, id: usize) -> impl Iterator<Item = &'a str> {
        let text = self.text;
        self.words_before(id).iter().rev().filter(|w| w.mark == 0).map(move |w| w.span.of(text))
    }

    /// Whether some words stand right in front of a figure, given from the last on, in lower case.
    pub(super) fn led_by(&self, id: usize, words: &[&str]) -> bool {
        let mut before = self.words_before(id).iter().rev();
        words.iter().all(|word| before.next().is_some_and(|w| w.span.of(self.text).eq_ignore_ascii_case(word)))
    }

    /// The numbers of the report's words are below this one.
    pub(super) fn distinct_words(&self) -> usize {
        self.gaps.distinct_words()
    }

    /// The words of the sentence of a figure, of other figures too.
    pub(super) fn words_of_sentence(&self, id: usize) -> &'a [Word] {
        let sentence = self.sentence_of(id);
        self.sentences.get(sentence).map_or(&[], |figures| self.gaps.stretch(figures.start + sentence..=figures.end + sentence))
    }

    /// The content words among some words of the section of a figure.
    pub(super) fn content(&self, words: &[Word], id: usize) -> Content {
        self.gaps.content([words, &[]], self.name(id))
    }

    /// The sentence of a figure; of an endless one, the text around the figure.
    pub(super) fn sentence(&self, id: usize) -> &'a str {
        self.get(id)
            .map_or("", |q| self.clip(q.sentence.start.max(q.start.saturating_sub(CLIP)), q.sentence.end.min(q.end.saturating_add(CLIP))))
    }

    /// The sentence up to a figure.
    pub(super) fn sentence_before(&self, id: usize) -> &'a str {
        self.get(id).map_or("", |q| self.clip(q.sentence.start.max(q.start.saturating_sub(CLIP)), q.start))
    }

    /// The sentence behind a figure.
    pub(super) fn sentence_behind(&self, id: usize) -> &'a str {
        self.get(id).map_or("", |q| self.clip(q.end, q.sentence.end.min(q.end.saturating_add(CLIP))))
    }

    /// What follows the sentence of a figure in its topic, some sentences of it.
    pub(super) fn rest_of_topic(&self, id: usize, end: u32) -> &'a str {
        self.get(id).map_or("", |q| self.clip(q.sentence.end, end.min(q.sentence.end.saturating_add(CLIP))))
    }

    /// Text between two offsets that need not lie between characters.
    fn clip(&self, from: u32, to: u32) -> &'a str {
        let from = (from as usize..self.text.len()).find(|at| self.text.is_char_boundary(*at)).unwrap_or(self.text.len());
        let to = (0..=(to as usize).min(self.text.len())).rev().find(|at| self.text.is_char_boundary(*at)).unwrap_or(0);
        self.text.get(from..to).unwrap_or("")
    }

    /// Text between the end of one figure and the start of a later one.
    pub(super) fn between(&self, first: usize, second: usize) -> &'a str {
        match (self.spans.get(first), self.spans.get(second)) {
            (Some(a), Some(b)) => self.slice(a.end, b.start),
            _ => "",
        }
    }

    /// Text of the report; empty if the offsets are out of order.
    pub(super) fn slice(&self, from: u32, to: u32) -> &'a str {
        self.text.get(from as usize..to as usize).unwrap_or("")
    }

    /// Content words of the region's name.
    pub(super) fn name(&self, id: usize) -> &Content {
        self.get(id).and_then(|q| self.names.get(q.section as usize)).unwrap_or(&self.nothing)
    }

    /// Content words of the clause that a figure stands in, worked out once.
    pub(super) fn clause(&self, id: usize) -> &Content {
        self.clauses.get(id).map_or(&self.nothing, |clause| clause.get_or_init(|| self.clause_words(id)))
    }

    fn clause_words(&self, id: usize) -> Content {
        self.gaps.content(self.gaps.clause(self.gap(id)), self.name(id))
    }

    /// The shadow of [`Self::clause`] with the words of the region's name, which costs less.
    pub(super) fn clause_shadow(&self, id: usize) -> Shadow {
        self.gaps.shadow(self.gap(id))
    }

    /// What sets the topic of a figure apart: content words of its title.
    pub(super) fn title(&self, id: usize) -> &Content {
        let title = self.topic(id).zip(self.brief(id).topic.and_then(|topic| self.titles.get(topic as usize)));
        title.map_or(&self.nothing, |(topic, title)| {
            title.get_or_init(|| title_words(topic, self.names.get(topic.section as usize), &self.any_title))
        })
    }

    /// The topic a figure stands under.
    pub(super) fn topic(&self, id: usize) -> Option<&'a Topic> {
        self.topics.get(self.brief(id).topic? as usize)
    }

    /// Whether the figure states an amount of its own.
    pub(super) fn is_amount(&self, id: usize) -> bool {
        self.is(id, Trait::AMOUNT)
    }

    /// The counted noun, singular and lower case.
    pub(super) fn noun(&self, id: usize) -> Option<&str> {
        self.nouns.singular(id)
    }

    /// The stem of the counted noun.
    pub(super) fn noun_stem(&self, id: usize) -> Option<Stem> {
        self.nouns.stem(id)
    }
}

/// Bytes of a sentence to look at on each side of a figure.
const CLIP: u32 = 1200;

/// A rule looks at so many figures on each side at most: what a reader would call near.
const REACH: usize = 48;

/// The part of a range that is near a figure.
fn near(range: Range<usize>, id: usize) -> Range<usize> {
    range.start.max(id.saturating_sub(REACH))..range.end.min(id + REACH)
}
