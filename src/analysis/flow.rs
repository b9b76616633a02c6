//! Money and people that the text says went from one region to another.

use super::Region;
use serde::{Deserialize, Serialize};

/// Which way a flow goes, as the section sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// From the other region to the section's.
    From,
    /// To the other region.
    To,
}

/// The figures of a section that went from or to one other region.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flow {
    /// Index of the section.
    pub section: u32,
    /// The other region.
    pub region: Region,
    /// Which way.
    pub direction: Direction,
    /// Ids of the figures, in the order of the text.
    pub quantities: Vec<u32>,
}
