//! Provenance reads a narrative report region by region, finds every figure, says what it measures and where it stands,
//! sets the regions side by side and checks the report's own arithmetic.
//!
//! # Stations
//! Data flows one way: bytes ([`ingest`]) -> text ([`text`]) -> sections and topics ([`outline`]) -> figures ([`quantity`], those of
//! tables [`table`]) -> links between them ([`relation`]) -> the table region x indicator ([`indicator`]) -> the audit ([`audit`]). What all of them
//! speak is the plain data in [`analysis`]; [`analyze`] is the pipeline. Tables across regions and reports ([`compare`]), charts,
//! exports and the page are built on the finished analysis alone.

pub mod analysis;
pub mod analyze;
#[cfg(feature = "api")]
pub mod api;
pub mod app;
pub mod audit;
pub mod chart;
#[cfg(feature = "cli")]
pub mod cli;
pub mod compare;
pub mod export;
pub mod flow;
pub mod indicator;
pub mod ingest;
pub mod language;
pub mod measured;
pub mod outline;
pub mod parcel;
pub mod protocol;
pub mod quantity;
pub mod relation;
pub mod review;
pub mod table;
pub mod text;
#[cfg(any(feature = "worker", feature = "api"))]
mod web;
pub mod wording;
#[cfg(any(feature = "worker", feature = "reader"))]
pub mod worker;
