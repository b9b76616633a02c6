//! The plain data that all stations speak: the analysis of one report, as the schema `provenance.analysis/1` has it.
//!
//! No rule lives here, only types, their words in JSON and small accessors.

mod amount;
mod document;
mod finding;
mod flow;
mod indicator;
mod offsets;
mod quantity;
mod review;
mod unit;

pub use amount::{Amount, Number, significant_digits, without_zeros};
pub use document::{Analysis, Credit, Document, Exclusion, Generator, Region, RegionKind, Section, Topic};
pub use finding::{Bounds, Finding, Tally, Verdict};
pub use flow::{Direction, Flow};
pub use indicator::{Aggregation, Cell, Indicator, Origin};
pub use offsets::to_utf16;
pub use quantity::{Kind, Modifier, Problem, Quantity, Scope};
pub use review::{Answer, Answered, Lost, Outcome, Reviewed};
pub use unit::Unit;

/// The name and number of the JSON schema; a renamed field would raise the number.
pub const SCHEMA: &str = "provenance.analysis/1";
