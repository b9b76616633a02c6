//! Domain values in words: numbers, units, verdicts, kinds, strips, tiles, pieces of text. Pure functions from an analysis and a language to
//! what a component shows; no component decides how a value is written.

mod blocks;
mod choice;
mod corrections;
mod divided;
mod draft;
mod findings;
mod grid;
mod key_figures;
mod number;
mod pieces;
mod printed;
mod quotes;
mod search;
mod strip;
mod units;
mod words;

pub use crate::compare::{is_said, unit_label};
pub use blocks::{Block, blocks, row_of_table};
pub use choice::{ahead, card_rows, default_headline, headline_six, programmes};
pub use corrections::{answer_button, answer_words, entry_words, lost_words, own_values};
pub use divided::{Division, divisions, is_source, part_names, printed_share};
pub use draft::{Bad, Draft, KINDS, MODIFIERS, SCOPES};
pub use findings::{FindingChoice, FindingOrder, count_in_region, counts_by_rule, shown_findings};
pub use grid::{Cell, Grid, Line};
pub use key_figures::{KeyFigure, key_figures};
pub use number::{Shown, amount_in_full, cell_value, derived, labelled_value, printed_range, range_words, ranges, share_of};
pub use pieces::{Piece, behind_heading, paragraphs, pieces};
pub use printed::{Headline, headline, headline_of};
pub use quotes::{Quoted, quotes};
pub use search::{Found, Results, around, places, search};
pub use strip::{IntervalPair, StripMarks, interval_pair, strip_marks};
pub use units::{all_units, unit_name, unit_options};
pub use words::{
    KindGroup, indicator_label, kind_word, modifier_word, other_name, problem_word, rank_words, region_name, regions_words, scope_word,
    section_name, verdict_class, verdict_count_word, verdict_icon, verdict_id, verdict_word,
};
