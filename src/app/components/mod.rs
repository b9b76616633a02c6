//! Parts that more than one view shows. Each takes plain data or the open report, and decides nothing about how a value is written: that is
//! [`crate::app::display`].

mod add_figure;
mod answer;
mod blocks;
mod correct;
mod evidence;
mod evidence_parts;
mod figure;
mod frame;
mod help;
mod icon;
mod in_table;
mod marked;
mod misfit;
mod modal;
mod no_indicator;
mod pick;
mod reading;
mod rich;
mod running_text;
mod search;
mod strip;
mod take_along;
mod verdict;

pub use add_figure::{AddFigure, SelectionOffer};
pub use answer::FindingAnswer;
pub use blocks::{Blocks, Quote};
pub use correct::FigureForm;
pub use evidence::{EVIDENCE, EvidencePanel};
pub use figure::{CellValue, FigureLink};
pub use frame::{Banners, DocumentLine, Footer, Masthead};
pub use help::{HelpDialog, ShortcutRows};
pub use icon::{Icon, Sprite};
pub use marked::{MarkedText, Marks};
pub use no_indicator::NoIndicator;
pub use pick::{FilterBox, Pick};
pub use reading::{ReadingState, open_chooser};
pub use rich::rich;
pub use running_text::{KindLegend, SectionText, hiding_classes, topic_anchor};
pub use search::{SEARCH_FIELD, SearchBox, focus_field};
pub use strip::{IntervalScale, Strip, Which};
pub use take_along::{TakeAlong, single_size};
pub use verdict::{FindingHead, VerdictBadge, VerdictCounts, VerdictSign};

/// Id of the page's one file input.
pub(super) const FILE_INPUT: &str = "file-input";
