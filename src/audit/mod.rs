//! The audit: checks the report's figures against each other, by ranges of the printed precision.
//!
//! From the finished analysis (quantities with their links, and the text around them), to findings: what was compared, how it
//! stands, and a sentence that says so. The principle: agreement may be sought among several readings of a sentence, a
//! disagreement is said only where the text itself ties the figures together.

mod across;
mod alike;
mod apart;
mod average;
mod brief;
mod columns;
mod conflict;
mod content;
mod cue;
mod direction;
mod draft;
mod earlier;
mod form;
mod former;
mod fulfilment;
mod gaps;
mod growth;
mod house;
mod household;
mod impossible;
mod interval;
mod judge;
mod levels;
mod links;
mod list;
mod magnitude;
mod near;
mod nouns;
mod outcome;
mod page;
mod part;
mod parts_growth;
mod person_times;
mod plan;
mod reference;
mod regions;
mod repeat;
mod rough;
mod round_each;
pub mod rules;
mod segments;
mod share;
mod share_goal;
mod shares;
mod show;
mod slip;
mod step;
mod sum;
mod tables;
mod twice;
mod two_sections;
mod whole_number;
mod words;
mod years;

pub use earlier::{against_earlier, is_earlier};

use crate::analysis::{Analysis, Finding};
use crate::language::Transcript;
use crate::table::Table;
use crate::wording::Language;
use draft::Draft;
use interval::LastDigit;
use page::Page;
use serde::{Deserialize, Serialize};

/// What a reader may set for the audit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Settings {
    /// Whether last digits may have been cut off instead of rounded.
    pub truncation: bool,
}

impl Settings {
    /// How last digits are taken, in a few words.
    pub fn digits(self) -> &'static str {
        if self.truncation { "rounded or cut off" } else { "rounded" }
    }
}

/// Checks the figures of a report, whose words are `transcript` and whose tables are known, and says what it finds in a language. Linear in the
/// number of figures, given sections of bounded density.
pub fn audit(
    text: &str,
    transcript: &Transcript,
    tables: &[Table],
    analysis: &Analysis,
    settings: Settings,
    language: Language,
) -> Vec<Finding> {
    let last = if settings.truncation { LastDigit::RoundedOrCut } else { LastDigit::Rounded };
    let page = Page::new(text, transcript, analysis, last, language);
    let mut drafts: Vec<Draft> = Vec::new();
    sum::check(&page, &mut drafts);
    share::check(&page, &mut drafts);
    shares::check(&page, &mut drafts);
    whole_number::check(&page, &mut drafts);
    growth::check(&page, &mut drafts);
    direction::check(&page, &mut drafts);
    average::check(&page, &mut drafts);
    round_each::check(&page, &mut drafts);
    household::check(&page, &mut drafts);
    house::check(&page, &mut drafts);
    person_times::check(&page, &mut drafts);
    outcome::check(&page, &mut drafts);
    fulfilment::check(&page, &mut drafts);
    levels::check(&page, &mut drafts);
    two_sections::check(&page, &analysis.sections, &mut drafts);
    magnitude::check(&page, &analysis.cells, &mut drafts);
    regions::check(&page, analysis, &mut drafts);
    list::check(&page, &mut drafts);
    columns::check(&page, &mut drafts);
    segments::check(&page, &mut drafts);
    repeat::check(&page, &mut drafts);
    conflict::check(&page, &mut drafts);
    reference::check(&page, &mut drafts);
    twice::check(&page, &mut drafts);
    plan::check(&page, &mut drafts);
    across::check(&page, &mut drafts);
    form::check(&page, &mut drafts);
    impossible::check(&page, &mut drafts);
    years::check(&page, analysis.document.year, &mut drafts);
    near::check(&page, &mut drafts);
    shares::without_repetition(&mut drafts);
    tables::check(&page, tables, &mut drafts);
    drafts.sort_by_cached_key(|d| d.quantities().iter().copied().min());
    drafts.into_iter().enumerate().filter_map(|(id, draft)| draft.finish(&page, u32::try_from(id).ok()?)).collect()
}
