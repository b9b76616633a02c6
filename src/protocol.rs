//! What page and workers say to each other. From the page's requests to the workers' answers; all sides compile this module, so that a
//! mismatch of versions is noticed at the first message instead of somewhere later.
//!
//! There are two workers: one analyses texts, the other is started when a document comes (Word, `OpenDocument`, PDF) and reads the text out of it.
//!
//! An envelope is a JavaScript object with a small `message` (one of the two enums here) and, where a file or an analysis travels, `bytes`: an
//! `ArrayBuffer` that is transferred, not copied. The analysis itself goes as bytes (see [`crate::parcel`]): many small values are slow to cross
//! one by one.

use crate::ingest::{Original, ReadError};
use serde::{Deserialize, Serialize};

/// Raised with every change of the messages.
pub const PROTOCOL: u32 = 6;

/// Name of the envelope's message field.
pub const MESSAGE: &str = "message";

/// Name of the envelope's bytes field.
pub const BYTES: &str = "bytes";

/// A text that is to be analysed, beside its bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// File name, without folders.
    pub name: String,
    /// What the reader has set, defined and corrected: [`crate::analyze::Options`] as JSON, for the reason given for the analysis.
    pub options: String,
    /// Of a document, what is known of its file: the bytes are then the text that was read out of it, in UTF-8. Else they are the file's.
    pub original: Option<Original>,
}

/// Page to worker.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Request {
    /// Read the file in the envelope's bytes.
    Analyze {
        /// Number of the request; every answer repeats it.
        id: u32,
        /// The file.
        file: Told,
    },
    /// Read two files and hold the first against the second. The envelope's bytes are both, one behind the other; the answer's analysis has
    /// the findings and nothing else.
    Earlier {
        /// Number of the request.
        id: u32,
        /// The later report.
        current: Told,
        /// The earlier one.
        earlier: Told,
        /// Bytes of the later report; those of the earlier one follow.
        length: u32,
    },
    /// Read the text out of the document in the envelope's bytes.
    Extract {
        /// Number of the request.
        id: u32,
        /// File name, without folders.
        name: String,
    },
}

impl Request {
    /// Number of the request.
    pub fn id(&self) -> u32 {
        match self {
            Self::Analyze { id, .. } | Self::Earlier { id, .. } | Self::Extract { id, .. } => *id,
        }
    }
}

/// Worker to page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Answer {
    /// The worker's program runs and listens. What was sent before is lost, so the page waits for this.
    Ready {
        /// [`PROTOCOL`] of the worker.
        protocol: u32,
        /// [`version`] of the worker.
        version: String,
    },
    /// More sections were read.
    Progress {
        /// Request that this belongs to.
        id: u32,
        /// Sections read so far.
        done: u32,
        /// Sections in all.
        total: u32,
        /// Region read last.
        region: String,
    },
    /// The analysis is in the envelope's bytes, packed.
    Done {
        /// Request that this answers.
        id: u32,
    },
    /// The document's text is in the envelope's bytes, in UTF-8.
    Extracted {
        /// Request that this answers.
        id: u32,
        /// What is known of the file.
        original: Original,
    },
    /// The file could not be read.
    Refused {
        /// Request that this answers.
        id: u32,
        /// Why: the page has words of its own for it, in its language.
        reason: ReadError,
    },
}

/// Version of this build: that of the crate.
pub fn version() -> &'static str {
    env!("CARGO_PKG_VERSION")
}
