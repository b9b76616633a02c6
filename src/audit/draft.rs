//! A finding in the making.
//!
//! From the rules, to the analysis: numbered and ordered there.

use super::judge::Judged;
use super::links::MOST_LINKS;
use super::page::Page;
use super::rules::Rule;
use crate::analysis::{Finding, Verdict};
use std::collections::BTreeSet;

/// A finding without number and section.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    rule: &'static Rule,
    verdict: Verdict,
    quantities: Vec<usize>,
    judged: Option<Judged>,
    note: String,
    calculation: String,
    slip: Option<String>,
    changes_story: bool,
    earlier: Option<u32>,
}

impl Draft {
    /// A finding about `quantities`, the questioned one first.
    pub(super) fn new(rule: &'static Rule, verdict: Verdict, quantities: Vec<usize>, note: impl Into<String>) -> Self {
        Self {
            rule,
            verdict,
            quantities,
            judged: None,
            note: note.into(),
            calculation: String::new(),
            slip: None,
            changes_story: false,
            earlier: None,
        }
    }

    /// A finding with the verdict of a comparison.
    pub(super) fn judged(rule: &'static Rule, judged: Judged, quantities: Vec<usize>, note: impl Into<String>) -> Self {
        Self { judged: Some(judged), changes_story: judged.changes_story(), ..Self::new(rule, judged.verdict, quantities, note) }
    }

    /// Adds the calculation in figures.
    #[must_use]
    pub(super) fn calculation(mut self, calculation: impl Into<String>) -> Self {
        self.calculation = calculation.into();
        self
    }

    /// Adds a possible slip.
    #[must_use]
    pub(super) fn slip(mut self, slip: Option<String>) -> Self {
        self.slip = slip;
        self
    }

    /// Says that the disagreement changes the story.
    #[must_use]
    pub(super) fn changing_the_story(mut self) -> Self {
        self.changes_story = true;
        self
    }

    /// Names the figure of the earlier report.
    #[must_use]
    pub(super) fn earlier(mut self, former: u32) -> Self {
        self.earlier = Some(former);
        self
    }

    /// How the figures stand.
    pub(super) fn verdict(&self) -> Verdict {
        self.verdict
    }

    /// Its rule.
    pub(super) fn rule(&self) -> &'static Rule {
        self.rule
    }

    /// All figures that take part.
    pub(super) fn quantities(&self) -> &[usize] {
        &self.quantities
    }

    /// The finding as the analysis holds it; `None` without a figure.
    pub(super) fn finish(self, page: &Page, id: u32) -> Option<Finding> {
        let asked = page.get(*self.quantities.first()?)?;
        let mut quantities: Vec<u32> = Vec::with_capacity(self.quantities.len());
        // A finding on a list without end has as many figures as the text: those are looked up, not searched for.
        let mut known = BTreeSet::new();
        for id in self.quantities.iter().filter_map(|q| page.get(*q)).map(|q| q.id) {
            let new = if self.quantities.len() > MOST_LINKS { known.insert(id) } else { !quantities.contains(&id) };
            quantities.extend(new.then_some(id));
        }
        Some(Finding {
            id,
            section: asked.section,
            rule: self.rule.id.into(),
            verdict: self.verdict,
            quantities,
            stated: self.judged.and_then(|j| j.stated.bounds()),
            computed: self.judged.and_then(|j| j.computed.bounds()),
            note: self.note,
            calculation: self.calculation,
            slip: self.slip,
            changes_story: self.changes_story,
            answer: None,
            earlier: self.earlier,
        })
    }
}
