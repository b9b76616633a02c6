//! Files to take away: from an analysis, a comparison table or a chart's numbers to CSV and JSON.
//!
//! Every file carries the unit, the year and the source sentence of each value, the version of the program and the hash of the report. File
//! names are made of report, view and date; the date is given by the caller, for nothing here reads a clock.

mod clipboard;
mod csv;
mod findings;
mod json;
mod name;
mod numbers;
mod stamp;
mod tidy;
mod wide;

pub use clipboard::clipboard_table;
pub use findings::findings_csv;
pub use json::json;
pub use name::file_name;
pub use numbers::numbers_csv;
pub use tidy::tidy_csv;
pub use wide::wide_csv;
