//! What many rules ask of a figure: worked out once for all figures of a section, one question after the other.

use super::Context;
use super::beside::stands_beside;
use super::stretch::Stretch;
use crate::language::Class;
use crate::quantity::behind_level;
use std::ops::Range;

/// The answers, figure by figure.
#[derive(Default)]
pub(super) struct Noted {
    leads_from: Vec<bool>,
    restates: Vec<bool>,
    said_behind: Vec<Stretch>,
    beside: Vec<bool>,
}

impl Noted {
    /// See [`Context::leads_from`].
    pub(super) fn leads_from(&self, i: usize) -> bool {
        self.leads_from.get(i).is_some_and(|noted| *noted)
    }

    /// Whether the figure says the one in front of it again.
    pub(super) fn restates(&self, i: usize) -> bool {
        self.restates.get(i).is_some_and(|noted| *noted)
    }

    /// What is said behind the figure, over a bracket that says it again.
    pub(super) fn said_behind(&self, i: usize) -> Range<usize> {
        self.said_behind.get(i).map_or(0..0, |noted| noted.range())
    }

    /// Whether the figure stands only for comparison.
    pub(super) fn beside(&self, i: usize) -> bool {
        self.beside.get(i).is_some_and(|noted| *noted)
    }
}

impl Context<'_> {
    /// Notes the answers for all figures, whose places are known by now.
    pub(super) fn note(&mut self, figures: usize) {
        self.noted.leads_from = (0..figures).map(|i| self.find_leads_from(i)).collect();
        self.noted.restates = (0..figures).map(|i| self.find_restates(i)).collect();
        self.noted.said_behind = (0..figures).map(|i| self.find_said_behind(i).into()).collect();
        self.noted.beside = (0..figures).map(|i| stands_beside(self, i)).collect();
    }

    fn find_leads_from(&self, i: usize) -> bool {
        self.lead(i).is_some_and(|t| self.read.word_is(behind_level(self.read, t), Class::FROM))
    }
}
