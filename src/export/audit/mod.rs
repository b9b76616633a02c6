//! The audit as files of its own: which report, under which settings, when, what was counted and found, and how far to trust it.
//!
//! From an analysis with its findings to a table (CSV), to data (JSON) and to a page that needs nothing else (HTML). All three say the same.

mod csv;
mod html;
mod json;
mod page_style;

pub use csv::audit_csv;
pub use html::audit_html;
pub use json::audit_json;

use crate::analysis::{Analysis, Answer, Finding, Quantity, Tally, Verdict};
use crate::audit::rules::{self, Rule};
use crate::audit::{Settings, rules::RULES};
use crate::text::Span;
use crate::wording::{Language, Sentence, page, section_name};
use std::collections::BTreeMap;

/// An audit, with what one needs to make it again.
#[derive(Debug, Clone, Copy)]
pub struct AuditRun<'a> {
    /// The report with its findings.
    pub analysis: &'a Analysis,
    /// How last digits were taken.
    pub settings: Settings,
    /// The day it was made, "2026-11-24"; nothing here reads a clock.
    pub date: &'a str,
    /// The report of the year before that it was held against, if any.
    pub earlier: Option<EarlierRun<'a>>,
    /// The language of the page; table and data have English heads, and sentences as the findings have them.
    pub language: Language,
}

/// What was found against an earlier report.
#[derive(Debug, Clone, Copy)]
pub struct EarlierRun<'a> {
    /// The earlier report.
    pub analysis: &'a Analysis,
    /// Findings about the later one; each names a figure of the earlier.
    pub findings: &'a [Finding],
}

impl<'a> AuditRun<'a> {
    /// Every finding, the report's own first.
    fn findings(&self) -> impl Iterator<Item = &'a Finding> {
        let earlier = self.earlier.map(|earlier| earlier.findings).unwrap_or_default();
        self.analysis.findings.iter().chain(earlier)
    }

    /// Verdicts of the report's own audit and of that against the earlier report, by rule; a rule that found nothing to check is left out.
    fn by_rule(&self) -> Vec<(&'static Rule, Tally)> {
        let mut found: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
        for finding in self.findings() {
            found.entry(&finding.rule).or_default().push(finding);
        }
        RULES.iter().filter_map(|rule| Some((*rule, Tally::of(found.remove(rule.id)?)))).collect()
    }

    /// A sentence of the page.
    fn say(&self, sentence: &Sentence, values: &[(&str, &str)]) -> String {
        sentence.say(self.language, values)
    }

    /// One without values.
    fn plain(&self, sentence: &'static Sentence) -> &'static str {
        sentence.of(self.language)
    }

    fn verdict(&self, verdict: Verdict) -> &'static str {
        self.plain(match verdict {
            Verdict::Consistent => &page::ADDS_UP,
            Verdict::Rounding => &page::ADDS_UP_ROUNDED,
            Verdict::Inconsistent => &page::DOES_NOT_ADD_UP,
            Verdict::Unchecked => &page::CANNOT_BE_CHECKED,
        })
    }

    fn answer(&self, answer: Answer) -> &'static str {
        self.plain(match answer {
            Answer::Misread => &page::ANSWER_MISREAD,
            Answer::Explained => &page::ANSWER_EXPLAINED,
            Answer::Confirmed => &page::ANSWER_CONFIRMED,
        })
    }

    /// What a section is called on the page.
    fn name(&self, section: u32) -> &'a str {
        section_name(self.analysis, section, self.language)
    }

    /// What the section of a finding is called in tables, which are English.
    fn region(&self, finding: &Finding) -> &'a str {
        section_name(self.analysis, finding.section, Language::English)
    }

    /// The earlier report's figure that a finding names.
    fn former(&self, finding: &Finding) -> Option<(&'a Analysis, &'a Quantity)> {
        let earlier = self.earlier?.analysis;
        Some((earlier, earlier.quantities.get(finding.earlier? as usize)?))
    }
}

/// The figures of a finding, the questioned one first.
fn figures<'a>(analysis: &'a Analysis, finding: &Finding) -> Vec<&'a Quantity> {
    finding.quantities.iter().filter_map(|id| analysis.quantities.get(*id as usize)).collect()
}

/// The sentences that its figures stand in, each once.
fn sentences(figures: &[&Quantity]) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    for figure in figures {
        if !spans.contains(&figure.sentence) {
            spans.push(figure.sentence);
        }
    }
    spans
}

/// Words on one line.
fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How far a finding's two ranges lie apart, in base units; zero where they meet, absent where one is not known.
fn gap(finding: &Finding) -> Option<rust_decimal::Decimal> {
    let (stated, implied) = (finding.stated?, finding.computed?);
    Some((implied.low.0 - stated.high.0).max(stated.low.0 - implied.high.0).max(rust_decimal::Decimal::ZERO).normalize())
}

/// The definition of a finding's rule.
fn definition(finding: &Finding) -> (&'static str, &'static str) {
    rules::rule(&finding.rule).map_or(("", ""), |rule| (rule.label, rule.definition))
}

/// The findings of a verdict, without those that the reader calls misread.
fn of_verdict(findings: &[Finding], verdict: Verdict) -> impl Iterator<Item = &Finding> {
    findings.iter().filter(move |finding| finding.verdict == verdict && !finding.is_dismissed())
}
