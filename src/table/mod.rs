//! Tables in the text of a report: which figure stands in which row and column, and what row and column say of it.
//!
//! From the text and its tokens, to mentions beside those of prose: [`grid`] finds tables by the form of lines and puts cells into columns,
//! [`cell`] reads what a cell prints, [`role`] tells totals and changes by their labels, [`label`] takes year, unit and name from headings and
//! labels, [`read`] makes mentions of all that, and [`sums`] says which cells come to a total or lead from one year to another. No rule of prose
//! sees the figures of a table, and a text without tables costs one look at it. The audit asks [`sums`] again; the page draws
//! [`printed_tables`].

mod cell;
mod grid;
mod label;
mod read;
mod role;
mod sums;

pub use grid::{Row, Table, printed_tables, tables};
pub(crate) use read::{TableReader, rows_as_sentences};
pub(crate) use sums::{Place, Step, Value};
