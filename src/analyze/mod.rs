//! The pipeline: from a decoded report to its analysis, station by station.

mod reader;

use crate::analysis::{Analysis, Document, Section};
use crate::audit::{Settings, audit};
use crate::flow::flows;
use crate::indicator::{Teller, Told, UserIndicator, add_quotients};
use crate::ingest::SourceText;
use crate::language::{Numbering, ReadText, english};
use crate::outline::outline;
use crate::review::{Entry, apply_to_figures, apply_to_findings, apply_to_table, as_corrected};
use crate::wording::{Language, region_name};
use reader::Reader;
use serde::{Deserialize, Serialize};

/// What a reader may set before the analysis.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Options {
    /// The year that the report is about; read from the text when absent.
    pub year: Option<i32>,
    /// How the audit reads last digits.
    pub audit: Settings,
    /// Indicators that the reader has defined.
    pub user_indicators: Vec<UserIndicator>,
    /// The reader's corrections, in the order in which they were made.
    pub corrections: Vec<Entry>,
    /// The language of what the analysis says in sentences; not that of the report.
    #[serde(default)]
    pub language: Language,
}

impl Options {
    /// As JSON, for the way to the worker.
    pub fn to_json(&self) -> String {
        // Plain data with string keys: nothing in it that JSON could refuse.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// What [`Options::to_json`] wrote; the defaults where it is empty.
    ///
    /// # Errors
    /// Where it is something else, with the parser's words.
    pub fn from_json(json: &str) -> Result<Self, String> {
        if json.is_empty() {
            return Ok(Self::default());
        }
        serde_json::from_str(json).map_err(|error| error.to_string())
    }
}

/// How far the analysis has come: after the sections that are read at once.
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
    let mut reader = Reader::new(text, &outline, year);
    // Figures that the reader corrects are told once they are corrected.
    let mut teller = options.corrections.is_empty().then(|| Teller::new(text, &outline.sections, year));
    let total = outline.sections.len() as u32;
    for sections in outline.sections.chunk_by(|a, b| stretch(a) == stretch(b)) {
        reader.read(sections, teller.as_mut());
        if let Some(last) = sections.last() {
            progress(Progress { done: last.id + 1, total, region: region_name(&last.region, options.language).to_owned() });
        }
    }
    let (quantities, exclusions, transcript, tables) = reader.finish();
    let mut analysis = Analysis {
        document: describe(source, year),
        sections: outline.sections,
        topics: outline.topics,
        quantities,
        exclusions,
        furniture: outline.furniture,
        ..Analysis::default()
    };
    apply_to_figures(text, &mut analysis, &options.corrections);
    let teller = teller.unwrap_or_else(|| read_again(text, &analysis));
    teller.tell(text, &mut analysis, options);
    apply_to_table(text, &mut analysis, &options.corrections, options.language);
    add_quotients(&mut analysis, &options.user_indicators, options.language);
    analysis.flows = flows(text, &transcript, &analysis);
    analysis.findings = audit(text, &transcript, &tables, &as_corrected(&analysis), options.audit, options.language);
    apply_to_findings(text, &mut analysis, &options.corrections);
    analysis
}

/// Which of the stretches of a report a section begins in: the sections of one are read at once, so that the code of the stations is fetched once for
/// them.
fn stretch(section: &Section) -> u32 {
    section.prose().start / AT_ONCE
}

/// Bytes of a stretch. The more is read at once the better, but what is held grows with it (docs/speed.md).
const AT_ONCE: u32 = 500_000;

/// Notes what the figures of a finished analysis state, from their words.
fn read_again(text: &str, analysis: &Analysis) -> Teller {
    let mut teller = Teller::new(text, &analysis.sections, analysis.document.year);
    let mut numbering = Numbering::of_report(english(), text);
    for section in &analysis.sections {
        let read = ReadText::numbered(text, section.prose(), &mut numbering);
        let figures = reader::of_section(&analysis.quantities, section.id, |q| q.section);
        let topics = reader::of_section(&analysis.topics, section.id, |t| t.section);
        teller.read(&Told { section, topics, read: &read, figures }, &mut numbering);
    }
    teller
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
