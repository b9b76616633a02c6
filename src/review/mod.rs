//! The reader's corrections: kept in a journal that can be undone, tied to the text by quotes, applied to every new reading.
//!
//! [`Change`] says what is corrected and [`Anchor`] where; the [`Journal`] keeps changes with undo and redo; [`project`] is the file that
//! holds them. [`apply_to_figures`], [`apply_to_table`] and [`apply_to_findings`] are stations of the pipeline: each stands behind the
//! station that makes what it corrects, so that tables and audit follow from corrected figures.

mod anchor;
mod change;
mod figures;
mod findings;
mod journal;
pub mod project;
mod table;
mod value;
mod wording;

pub use anchor::Anchor;
pub use change::{Change, Entry, Field};
pub use figures::apply_to_figures;
pub use findings::apply_to_findings;
pub use journal::{Journal, Step};
pub use table::apply_to_table;
pub use value::{Typed, typed_value};
pub use wording::as_corrected;
