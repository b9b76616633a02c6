//! The pipeline: from a decoded report to its analysis, station by station.

use crate::analysis::{Analysis, Document, Exclusion, Generator, Quantity, SCHEMA, Section, Topic, Unit};
use crate::audit::{Settings, audit};
use crate::indicator::{UserIndicator, tell};
use crate::ingest::SourceText;
use crate::language::{ReadText, english};
use crate::outline::outline;
use crate::quantity::{Figures, Mention, read_figures};
use crate::relation::{confidence, relate};
use crate::text::{Sentence, Span, sentences};

/// What a reader may set before the analysis.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Options {
    /// The year that the report is about; read from the text when absent.
    pub year: Option<i32>,
    /// How the audit reads last digits.
    pub audit: Settings,
    /// Indicators that the reader has defined.
    pub user_indicators: Vec<UserIndicator>,
}

/// How far the analysis has come: after each regional section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// Sections read so far.
    pub done: u32,
    /// Sections in all.
    pub total: u32,
    /// Name of the region that was just read.
    pub region: String,
}

/// Reads a whole report. Never fails: what cannot be read is flagged in the analysis. Linear in the length of the text.
pub fn analyze(source: &SourceText, options: &Options, progress: &mut dyn FnMut(Progress)) -> Analysis {
    let text = source.text.as_str();
    let outline = outline(text);
    let year = options.year.or_else(|| crate::text::report_year(text));
    let mut quantities = Vec::new();
    let mut exclusions = Vec::new();
    let total = outline.sections.len() as u32;
    for section in &outline.sections {
        let topics = topics_of(&outline.topics, section.id);
        read_section(text, section, topics, year, &mut quantities, &mut exclusions);
        progress(Progress { done: section.id + 1, total, region: section.region.name.clone() });
    }
    let mut analysis = Analysis {
        schema: SCHEMA.into(),
        generator: Generator::default(),
        document: describe(source, year),
        sections: outline.sections,
        topics: outline.topics,
        quantities,
        cells: Vec::new(),
        indicators: Vec::new(),
        findings: Vec::new(),
        exclusions,
        furniture: outline.furniture,
    };
    tell(text, &mut analysis, options);
    analysis.findings = audit(text, &analysis, options.audit);
    analysis
}

fn describe(source: &SourceText, year: Option<i32>) -> Document {
    Document {
        name: source.name.clone(),
        media_type: source.media_type.clone(),
        encoding: source.encoding.clone(),
        language: "en".to_owned(),
        bytes: source.bytes,
        sha256: source.sha256.clone(),
        year,
        text: source.text.clone(),
    }
}

/// The topics of one section; topics stand in the order of their sections.
fn topics_of(topics: &[Topic], section: u32) -> &[Topic] {
    let first = topics.partition_point(|t| t.section < section);
    let last = topics.partition_point(|t| t.section <= section);
    topics.get(first..last).unwrap_or_default()
}

/// Reads and relates the figures of one section and appends them.
fn read_section(
    text: &str,
    section: &Section,
    topics: &[Topic],
    year: Option<i32>,
    quantities: &mut Vec<Quantity>,
    exclusions: &mut Vec<Exclusion>,
) {
    let read = ReadText::new(text, Span { start: section.heading.end.max(section.start), end: section.end }, english());
    let breaks: Vec<u32> = topics.iter().map(|t| t.heading.end).collect();
    let sentences = sentences(text, &read.tokens, &breaks);
    let mut figures = Figures::default();
    for (number, sentence) in sentences.iter().enumerate() {
        read_figures(&read, sentence, number, &mut figures);
    }
    let headings: Vec<Span> = topics.iter().map(|t| t.heading).collect();
    relate(&read, &sentences, &headings, year, &mut figures.mentions);
    let offset = quantities.len() as u32;
    let mut topic = topics.iter().peekable();
    let mut current = None;
    for (i, mention) in figures.mentions.into_iter().enumerate() {
        while let Some(next) = topic.next_if(|t| t.start <= mention.span.start) {
            current = Some(next);
        }
        let topic = current.filter(|t| mention.span.end <= t.end).map(|t| t.id);
        quantities.push(quantity(&read, &sentences, mention, offset + i as u32, offset, section.id, topic));
    }
    exclusions.append(&mut figures.exclusions);
}

/// The finished quantity of a mention; links become ids of the whole analysis.
fn quantity(read: &ReadText, sentences: &[Sentence], mention: Mention, id: u32, offset: u32, section: u32, topic: Option<u32>) -> Quantity {
    let confidence = confidence(&mention);
    let noun = mention.noun.map(|n| read.str(n.head).to_owned()).or(mention.head);
    Quantity {
        id,
        section,
        topic,
        sentence: sentences.get(mention.sentence).map_or(mention.span, |s| s.span),
        start: mention.span.start,
        end: mention.span.end,
        text: mention.span.of(read.text).to_owned(),
        amount: mention.amount,
        unit: mention.unit.unwrap_or(Unit::Count),
        noun: noun.filter(|_| mention.unit.is_none_or(Unit::is_counted)),
        per: mention.per,
        modifier: mention.modifier,
        precision: mention.precision,
        what: mention.what,
        kind: mention.kind,
        year: mention.year,
        scope: mention.scope,
        of: mention.of.map(|(total, _)| offset + total as u32),
        of_rule: mention.of.map(|(_, rule)| rule.into()),
        base: mention.base.map(|(base, _)| offset + base as u32),
        base_rule: mention.base.map(|(_, rule)| rule.into()),
        indicator: None,
        problems: mention.problems,
        confidence,
    }
}
