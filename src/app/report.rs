//! A report that is open in the page: its analysis, with the look-ups that the views need.
//!
//! From an [`Analysis`] to the same data by section, by figure and by indicator. Built once when the report arrives and shared from then on.

mod title;

pub use crate::analysis::Tally;
use crate::analysis::{Analysis, Cell, Finding, Indicator, Quantity, Section, Topic, Verdict};
use crate::audit::Settings;
use crate::compare::{Rank, rank_of, statistics};
use crate::text::Span;
use crate::wording::Language;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// How many figures of a hash name a file in links.
const HASH_DIGITS: usize = 12;

/// The values of one indicator over the regions, and where one region stands among them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Stated values that can be read, ascending.
    pub values: Vec<Decimal>,
    /// Their median; absent where nothing is stated.
    pub median: Option<Decimal>,
    /// The region's value, if it states one.
    pub own: Option<Decimal>,
    /// The region's place, if it states one.
    pub rank: Option<Rank>,
}

/// An analysis with look-ups.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// The analysis itself, text included.
    pub analysis: Analysis,
    /// How the audit took last digits.
    pub audited: Settings,
    /// The language that its findings, reasons and definitions are said in.
    pub language: Language,
    /// Whether this is the bundled sample.
    pub is_sample: bool,
    quantities_in: BTreeMap<u32, Vec<u32>>,
    topics_in: BTreeMap<u32, Vec<u32>>,
    findings_in: BTreeMap<u32, Vec<u32>>,
    findings_about: BTreeMap<u32, Vec<u32>>,
    parts: BTreeMap<u32, Vec<u32>>,
    qualifiers: BTreeMap<u32, Vec<u32>>,
    /// By indicator, then by section: places in `Analysis::cells`.
    cells: BTreeMap<String, BTreeMap<u32, Vec<usize>>>,
    keys: Vec<String>,
}

/// The place of a verdict among those on one figure, the gravest first.
fn weight(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Inconsistent => 0,
        Verdict::Rounding => 1,
        Verdict::Consistent => 2,
        Verdict::Unchecked => 3,
    }
}

fn push(map: &mut BTreeMap<u32, Vec<u32>>, key: u32, value: u32) {
    map.entry(key).or_default().push(value);
}

fn ids(map: &BTreeMap<u32, Vec<u32>>, key: u32) -> &[u32] {
    map.get(&key).map(Vec::as_slice).unwrap_or_default()
}

impl Report {
    /// Indexes an analysis.
    pub fn new(analysis: Analysis, is_sample: bool) -> Self {
        let mut report = Self {
            keys: region_keys(&analysis.sections),
            analysis,
            audited: Settings::default(),
            language: Language::default(),
            is_sample,
            quantities_in: BTreeMap::new(),
            topics_in: BTreeMap::new(),
            findings_in: BTreeMap::new(),
            findings_about: BTreeMap::new(),
            parts: BTreeMap::new(),
            qualifiers: BTreeMap::new(),
            cells: BTreeMap::new(),
        };
        for quantity in &report.analysis.quantities {
            push(&mut report.quantities_in, quantity.section, quantity.id);
            if let Some(total) = quantity.of {
                push(&mut report.parts, total, quantity.id);
            }
            if let Some(base) = quantity.base {
                push(&mut report.qualifiers, base, quantity.id);
            }
        }
        for topic in &report.analysis.topics {
            push(&mut report.topics_in, topic.section, topic.id);
        }
        report.index_findings();
        report.index_cells();
        report
    }

    fn index_findings(&mut self) {
        for finding in &self.analysis.findings {
            push(&mut self.findings_in, finding.section, finding.id);
            for quantity in &finding.quantities {
                push(&mut self.findings_about, *quantity, finding.id);
            }
        }
    }

    fn index_cells(&mut self) {
        for (index, cell) in self.analysis.cells.iter().enumerate() {
            self.cells.entry(cell.indicator.clone()).or_default().entry(cell.section).or_default().push(index);
        }
        let year = self.analysis.document.year;
        for cells in self.cells.values_mut().flat_map(BTreeMap::values_mut) {
            // The report's own year first, then the latest one.
            cells.sort_by_key(|index| {
                let cell_year = self.analysis.cells.get(*index).and_then(|cell| cell.year);
                (cell_year.is_some() && cell_year != year, std::cmp::Reverse(cell_year))
            });
        }
    }

    /// What names the report in links: "sample", or the first digits of its hash.
    pub fn file_key(&self) -> String {
        if self.is_sample { super::route::SAMPLE.to_owned() } else { Self::key_of(&self.analysis.document.sha256) }
    }

    /// The key of a file that is not the sample, by its hash.
    pub fn key_of(sha256: &str) -> String {
        sha256.chars().take(HASH_DIGITS).collect()
    }

    /// The section of an id.
    pub fn section(&self, id: u32) -> Option<&Section> {
        self.analysis.sections.get(id as usize)
    }

    /// The sections that speak for a region each; in a report without regions, the one that there is.
    pub fn regions(&self) -> impl Iterator<Item = &Section> {
        self.analysis.sections.iter().filter(|section| !self.analysis.is_general(section.id))
    }

    /// The sections beside them that speak of the report as a whole.
    pub fn general(&self) -> impl Iterator<Item = &Section> {
        self.analysis.sections.iter().filter(|section| self.analysis.is_general(section.id))
    }

    /// The topic of an id.
    pub fn topic(&self, id: u32) -> Option<&Topic> {
        self.analysis.topics.get(id as usize)
    }

    /// The figure of an id.
    pub fn quantity(&self, id: u32) -> Option<&Quantity> {
        self.analysis.quantities.get(id as usize)
    }

    /// The figure whose first byte stands at an offset, or that covers it.
    pub fn figure_at(&self, offset: u32) -> Option<u32> {
        let index = self.analysis.quantities.partition_point(|q| q.end <= offset);
        self.analysis.quantities.get(index).filter(|q| q.start <= offset).map(|q| q.id)
    }

    /// The finding of an id.
    pub fn finding(&self, id: u32) -> Option<&Finding> {
        self.analysis.findings.get(id as usize)
    }

    /// The indicator of an id.
    pub fn indicator(&self, id: &str) -> Option<&Indicator> {
        self.analysis.indicators.iter().find(|indicator| indicator.id == id)
    }

    /// What names a region in links: its code, or its name in lower case where it has none; numbered where two sections share it.
    pub fn region_key(&self, section: u32) -> &str {
        self.keys.get(section as usize).map(String::as_str).unwrap_or_default()
    }

    /// The section that a region key names.
    pub fn section_by_key(&self, key: &str) -> Option<&Section> {
        let index = self.keys.iter().position(|known| known == key)?;
        self.analysis.sections.get(index)
    }

    /// Figures of a section, in the order of the text.
    pub fn quantities_in(&self, section: u32) -> impl Iterator<Item = &Quantity> {
        ids(&self.quantities_in, section).iter().filter_map(|id| self.quantity(*id))
    }

    /// How many figures a section has.
    pub fn figure_count(&self, section: u32) -> usize {
        ids(&self.quantities_in, section).len()
    }

    /// Place of a figure among those of its section, from 1.
    pub fn figure_place(&self, quantity: &Quantity) -> usize {
        1 + ids(&self.quantities_in, quantity.section).iter().take_while(|id| **id != quantity.id).count()
    }

    /// Topics of a section, in the order of the text.
    pub fn topics_in(&self, section: u32) -> impl Iterator<Item = &Topic> {
        ids(&self.topics_in, section).iter().filter_map(|id| self.topic(*id))
    }

    /// Findings of a section.
    pub fn findings_in(&self, section: u32) -> impl Iterator<Item = &Finding> {
        ids(&self.findings_in, section).iter().filter_map(|id| self.finding(*id))
    }

    /// Findings that a figure takes part in.
    pub fn findings_about(&self, quantity: u32) -> impl Iterator<Item = &Finding> {
        ids(&self.findings_about, quantity).iter().filter_map(|id| self.finding(*id))
    }

    /// The finding that weighs most on a figure: one that does not add up before one within rounding, before the others.
    pub fn gravest_finding(&self, quantity: u32) -> Option<&Finding> {
        self.findings_about(quantity).filter(|finding| !finding.is_dismissed()).min_by_key(|finding| weight(finding.verdict))
    }

    /// Whether a figure is the questioned one of a finding that does not add up, so that a diamond follows it in the text.
    pub fn is_questioned(&self, quantity: u32) -> bool {
        self.findings_about(quantity)
            .any(|f| f.verdict == Verdict::Inconsistent && !f.is_dismissed() && f.quantities.first() == Some(&quantity))
    }

    /// How a figure stands in a list of figures: that it does not add up only where it is the questioned one, since all the others of that
    /// finding may be right; else the gravest of the other verdicts.
    pub fn verdict_of(&self, quantity: u32) -> Option<Verdict> {
        if self.is_questioned(quantity) {
            return Some(Verdict::Inconsistent);
        }
        let others = self.findings_about(quantity).filter(|f| f.verdict != Verdict::Inconsistent && !f.is_dismissed());
        others.map(|finding| finding.verdict).min_by_key(|verdict| weight(*verdict))
    }

    /// Stated parts of a total, in the order of the text.
    pub fn parts_of(&self, total: u32) -> impl Iterator<Item = &Quantity> {
        ids(&self.parts, total).iter().filter_map(|id| self.quantity(*id))
    }

    /// Changes, growth, shares and averages that qualify a figure.
    pub fn qualifiers_of(&self, base: u32) -> impl Iterator<Item = &Quantity> {
        ids(&self.qualifiers, base).iter().filter_map(|id| self.quantity(*id))
    }

    /// The cell of a region and an indicator: that of the report's year, or else the latest.
    pub fn cell(&self, section: u32, indicator: &str) -> Option<&Cell> {
        let index = self.cells.get(indicator)?.get(&section)?.first()?;
        self.analysis.cells.get(*index)
    }

    /// The cell that a figure was chosen for.
    pub fn cell_of(&self, quantity: u32) -> Option<&Cell> {
        self.analysis.cells.iter().find(|cell| cell.quantity == quantity)
    }

    /// One cell of each region that states an indicator, in the order of the sections.
    pub fn column(&self, indicator: &str) -> impl Iterator<Item = &Cell> {
        let cells = self.cells.get(indicator).into_iter().flatten().filter(|(section, _)| !self.analysis.is_general(**section));
        cells.filter_map(|(_, indices)| self.analysis.cells.get(*indices.first()?))
    }

    /// How many regions state an indicator.
    pub fn stated_by(&self, indicator: &str) -> usize {
        self.column(indicator).count()
    }

    /// Where a region stands among those that state an indicator. Values that cannot be read have no place.
    pub fn standing(&self, section: u32, indicator: &str) -> Standing {
        let mut values: Vec<Decimal> = self.column(indicator).filter_map(|cell| cell.amount.middle()).collect();
        values.sort_unstable();
        let own = self.cell(section, indicator).and_then(|cell| cell.amount.middle());
        let general = self.analysis.is_general(section);
        Standing {
            median: statistics(&values, values.len(), false).median,
            rank: own.filter(|_| !general).map(|value| rank_of(value, &values)),
            own,
            values,
        }
    }

    /// The verdicts of the whole report.
    pub fn tally(&self) -> Tally {
        Tally::of(&self.analysis.findings)
    }

    /// The verdicts of one section.
    pub fn tally_in(&self, section: u32) -> Tally {
        Tally::of(self.findings_in(section))
    }

    /// The language that the report is written in, for the `lang` of its own words.
    pub fn written_in(&self) -> String {
        self.analysis.document.language.clone()
    }

    /// A part of the report's text; empty where the offsets do not fit it.
    pub fn text(&self, span: Span) -> &str {
        span.of(&self.analysis.document.text)
    }

    /// The title of the report, with its year where the title itself has none.
    pub fn title(&self) -> String {
        let title = title::bare_title(&self.analysis);
        match self.analysis.document.year.map(|year| year.to_string()) {
            Some(year) if !names_year(&title, &year) => format!("{title}, {year}"),
            _ => title,
        }
    }
}

/// Whether a title names the year, be it as the second of two ("2011/12").
fn names_year(title: &str, year: &str) -> bool {
    let short = year.get(2..).unwrap_or(year);
    title.contains(year) || ['/', '-', '\u{2013}'].iter().any(|mark| title.contains(&format!("{mark}{short}")))
}

fn region_keys(sections: &[Section]) -> Vec<String> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    sections
        .iter()
        .map(|section| {
            let key = section.region.code.clone().unwrap_or_else(|| section.region.name.to_lowercase().replace([' ', '/'], "-"));
            let times = seen.entry(key.clone()).or_default();
            *times += 1;
            if *times == 1 { key } else { format!("{key}~{times}") }
        })
        .collect()
}

#[cfg(test)]
pub(crate) mod tests;
