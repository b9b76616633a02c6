//! The surroundings of each figure, worked out once: its sentence, the figures before and after it, and the tokens between.

use crate::language::{Class, ReadText};
use crate::quantity::Mention;
use crate::text::Sentence;
use std::ops::Range;

/// Tokens between a word of comparison and its figure.
const REFERENCE: usize = 3;

/// Tokens around one figure.
#[derive(Debug, Clone)]
struct Place {
    first: usize,
    last: usize,
    after_noun: usize,
    sentence: usize,
}

/// A section's tokens, sentences and the places of its figures.
pub struct Context<'a> {
    /// The section's tokens with their readings.
    pub read: &'a ReadText<'a>,
    /// Its sentences.
    pub sentences: &'a [Sentence],
    places: Vec<Place>,
    /// Headings of topics as token ranges, in order.
    headings: Vec<Range<usize>>,
}

impl<'a> Context<'a> {
    /// Notes where the figures stand.
    pub fn new(read: &'a ReadText<'a>, sentences: &'a [Sentence], headings: Vec<Range<usize>>, mentions: &[Mention]) -> Self {
        let places =
            mentions.iter().map(|m| Place { first: m.first, last: m.last, after_noun: m.after_noun, sentence: m.sentence }).collect();
        Self { read, sentences, places, headings }
    }

    fn sentence_of(&self, i: usize) -> Option<&Sentence> {
        self.sentences.get(self.places.get(i)?.sentence)
    }

    /// The figure before `i` in its sentence.
    pub fn previous(&self, i: usize) -> Option<usize> {
        let before = i.checked_sub(1)?;
        (self.places.get(before)?.sentence == self.places.get(i)?.sentence).then_some(before)
    }

    /// The figure after `i` in its sentence.
    pub fn next(&self, i: usize) -> Option<usize> {
        (self.places.get(i + 1)?.sentence == self.places.get(i)?.sentence).then_some(i + 1)
    }

    /// Whether token `t` belongs to a figure.
    pub fn is_figure(&self, t: usize) -> bool {
        let at = self.places.partition_point(|p| p.last <= t);
        self.places.get(at).is_some_and(|p| p.first <= t)
    }

    /// The heading of the topic that figure `i` stands under, as tokens.
    pub fn topic_start(&self, i: usize) -> Option<Range<usize>> {
        let first = self.places.get(i)?.first;
        let at = self.headings.partition_point(|h| h.start <= first);
        self.headings.get(at.checked_sub(1)?).cloned()
    }

    /// Figures of the sentence of `i`, in order.
    pub fn in_sentence(&self, i: usize) -> Range<usize> {
        let Some(sentence) = self.places.get(i).map(|p| p.sentence) else { return i..i };
        let first = (0..i).rev().take_while(|j| self.places.get(*j).is_some_and(|p| p.sentence == sentence)).last().unwrap_or(i);
        let last = (i..self.places.len()).take_while(|j| self.places.get(*j).is_some_and(|p| p.sentence == sentence)).last().unwrap_or(i);
        first..last + 1
    }

    /// Tokens from the end of the previous figure (its unit; its noun is included), or of the sentence's beginning, to this figure.
    pub fn before(&self, i: usize) -> Range<usize> {
        let Some(place) = self.places.get(i) else { return 0..0 };
        let from = match self.previous(i).and_then(|p| self.places.get(p)) {
            Some(previous) => previous.last,
            None => self.sentence_of(i).map_or(place.first, |s| s.first),
        };
        from..place.first.max(from)
    }

    /// Tokens of the clause in front of this figure, other figures in it included.
    pub fn clause_before(&self, i: usize) -> Range<usize> {
        let first = self.before(i).end;
        self.tail(self.sentence(i).start.min(first)..first)
    }

    /// Tokens from the end of the previous figure's noun to this figure.
    pub fn gap(&self, i: usize) -> Range<usize> {
        let before = self.before(i);
        let from = self.previous(i).and_then(|p| self.places.get(p)).map_or(before.start, |p| p.after_noun);
        from.min(before.end)..before.end
    }

    /// Whether figure `i` is what another is compared with: "against 19,300", "compared with 11.2 million and 4,480 in 2018".
    pub fn is_reference(&self, i: usize) -> bool {
        let before = self.before(i);
        let near = before.end.saturating_sub(REFERENCE).max(before.start)..before.end;
        let compared = self.read.find(near.clone(), Class::THAN).is_some_and(|t| !self.read.phrase_is(t, Class::OVER | Class::UNDER));
        compared || self.continues_list(i) && i > 0 && self.is_reference(i - 1)
    }

    /// The token behind the unit of figure `i`.
    pub fn end(&self, i: usize) -> usize {
        self.places.get(i).map_or(0, |p| p.last)
    }

    /// Whether figure `i` says the one before it again in another form: "8,949 pupils, or 23% of the total", "(17.0%)".
    pub fn restates(&self, i: usize) -> bool {
        let gap = self.gap(i);
        let Some(last) = gap.clone().next_back() else { return false };
        self.previous(i).is_some() && gap.len() <= 4 && (self.read.str(last) == "or" || self.read.is_mark(last, '('))
    }

    /// Tokens behind this figure up to the next one, or to the end of the sentence.
    pub fn after(&self, i: usize) -> Range<usize> {
        let Some(place) = self.places.get(i) else { return 0..0 };
        let to = match self.next(i).and_then(|n| self.places.get(n)) {
            Some(next) => next.first,
            None => self.sentence_of(i).map_or(place.last, |s| s.last),
        };
        place.after_noun.min(to)..to
    }

    /// Tokens of the whole sentence of `i`.
    pub fn sentence(&self, i: usize) -> Range<usize> {
        self.sentence_of(i).map_or(0..0, |s| s.first..s.last)
    }

    /// The part of `range` behind its last mark of a clause end: comma, semicolon, colon, bracket.
    pub fn tail(&self, range: Range<usize>) -> Range<usize> {
        let cut = range.clone().rev().find(|t| self.ends_clause(*t));
        cut.map_or(range.start, |t| t + 1)..range.end
    }

    /// The part of `range` in front of its first mark of a clause end.
    pub fn head(&self, range: Range<usize>) -> Range<usize> {
        let cut = range.clone().find(|t| self.ends_clause(*t));
        range.start..cut.unwrap_or(range.end)
    }

    /// Whether token `t` is a mark that ends a clause.
    pub fn ends_clause(&self, t: usize) -> bool {
        matches!(
            self.read.tokens.get(t).and_then(crate::text::Token::mark),
            Some(',' | ';' | ':' | '，' | '；' | '：' | '(' | ')' | '（' | '）' | '、' | '.')
        )
    }

    /// Whether a phrase of the class stands right in front of figure `i`.
    pub fn opened_by(&self, i: usize, class: Class) -> bool {
        let before = self.before(i);
        (before.end.saturating_sub(4).max(before.start)..before.end)
            .any(|t| self.read.entry(t, class).is_some_and(|(_, len)| t + len == before.end))
    }

    /// Whether figures `i - 1` and `i` are members of one list: nothing but "and", commas and hedges between them.
    pub fn continues_list(&self, i: usize) -> bool {
        if self.previous(i).is_none() {
            return false;
        }
        let gap = self.gap(i);
        let joint = gap.clone().any(|t| self.read.word_is(t, Class::AND) || self.ends_clause(t));
        joint
            && gap.clone().all(|t| {
                self.read.word_is(t, Class::AND | Class::OVER | Class::UNDER | Class::ABOUT | Class::DETERMINER)
                    || self.read.is_mark(t, ',')
                    || matches!(self.read.str(t), "than" | "least")
            })
    }
}
