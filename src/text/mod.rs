//! Foundation: spans over the report's text, and its sentences. Depends on nothing else in the crate.

mod span;

pub use span::Span;
