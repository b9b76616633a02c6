//! From text to its outline: regional sections, topics, contributor lines and furniture.

use crate::analysis::{Section, Topic};
use crate::text::Span;

/// Sections, topics and furniture of one report, in the order of the text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Outline {
    /// Regional sections; never empty: a report without regions is one section.
    pub sections: Vec<Section>,
    /// Topics; each lies inside one section.
    pub topics: Vec<Topic>,
    /// Parts that belong to no section (site header, footer).
    pub furniture: Vec<Span>,
}
