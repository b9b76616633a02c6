//! Files to take away: from an analysis, a comparison table or a chart's numbers to CSV, XLSX, JSON and data packages.
//!
//! Every file carries the unit, the year and the source sentence of each value, the version of the program and the hash of the report. File
//! names are made of report, view and date; the date is given by the caller, for nothing here reads a clock.

mod audit;
mod clipboard;
mod csv;
mod html;
mod json;
mod name;
mod numbers;
mod package;
mod sheet;
mod stamp;
mod tidy;
mod wide;
mod xlsx;
mod zip;

pub use audit::{AuditRun, EarlierRun, audit_csv, audit_html, audit_json};
pub use clipboard::clipboard_table;
pub use html::html_report;
pub use json::json;
pub use name::file_name;
pub use numbers::numbers_csv;
pub use package::data_package;
pub use tidy::tidy_csv;
pub use wide::wide_csv;
pub use xlsx::xlsx;
#[cfg(test)]
pub(crate) use zip::zip;
