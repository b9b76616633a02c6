//! Rows of figures that state the same of several regions, whatever the words: "198 fires destroyed 1,584 hectares", "9,261 hectares burned", "with a
//! burnt area of 522 hectares".
//!
//! From the figures of a report and the rows that recurring phrases make of them ([`super::discover`]) to rows of one figure a region. What is said
//! around a figure is a vector of stems ([`words`]), rare ones weigh more; figures of one unit whose vectors point the same way stand in one row
//! ([`rows`]), the best first, each figure in one row at most. A row is named by the figure that says most of what all say ([`label`]).

mod group;
mod label;
mod order;
mod rows;
mod stem;
mod vector;
mod words;

pub(super) use label::label;
pub(super) use rows::{Row, Seed, rows};
pub(super) use words::Said;
