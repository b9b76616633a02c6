//! Something to read: from what the reader gave, or what is kept, to a name and bytes.

use super::super::analyzer;
use super::super::bundle;
use super::super::client::{Ending, describe};
use super::super::documents::Document;
use super::super::route::SAMPLE;
use super::super::state::Cause;
use super::super::store;
use crate::analyze::Options;
use js_sys::Uint8Array;
use std::rc::Rc;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

/// File name of the bundled sample.
const SAMPLE_NAME: &str = "digest-2012.txt";

/// Bytes that are shared, not copied.
pub(super) type Bytes = Rc<[u8]>;

/// A file as reading takes it.
#[derive(Clone)]
pub(super) struct Source {
    pub(super) name: String,
    /// The file.
    pub(super) bytes: Bytes,
    /// The text inside, where it is a document.
    pub(super) document: Option<Document>,
}

impl Source {
    /// What analysing it takes.
    pub(super) fn order(self, options: Options) -> analyzer::Order {
        let Self { name, bytes, document } = self;
        match document {
            None => analyzer::Order { name, bytes, original: None, options },
            Some(Document { original, text }) => analyzer::Order { name, bytes: text, original: Some(original), options },
        }
    }
}

/// Something to read.
#[derive(Clone)]
pub(super) enum Input {
    /// A file of the reader's.
    File(File),
    /// Bytes that are at hand: pasted text, the report inside a project file.
    Given { name: String, bytes: Bytes },
    /// The bundled sample.
    Sample,
    /// A report that this browser keeps, by its key and name.
    Kept { key: String, name: String },
    /// An open report once more, with what the reader has changed since, by its key.
    Again { key: String, source: Source },
}

impl Input {
    /// Its file name.
    pub(super) fn name(&self) -> String {
        match self {
            Self::File(file) => file.name(),
            Self::Given { name, .. } | Self::Kept { name, .. } | Self::Again { source: Source { name, .. }, .. } => name.clone(),
            Self::Sample => SAMPLE_NAME.to_owned(),
        }
    }

    /// The key of its report, where it is known before reading.
    pub(super) fn known_key(&self) -> Option<String> {
        match self {
            Self::Kept { key, .. } | Self::Again { key, .. } => Some(key.clone()),
            Self::Sample => Some(SAMPLE.to_owned()),
            Self::File(_) | Self::Given { .. } => None,
        }
    }

    /// Its text, where it is a document that was read before.
    pub(super) fn document(&self) -> Option<Document> {
        match self {
            Self::Again { source, .. } => source.document.clone(),
            Self::File(_) | Self::Given { .. } | Self::Sample | Self::Kept { .. } => None,
        }
    }

    /// Its bytes.
    pub(super) async fn bytes(&self) -> Result<Bytes, Ending> {
        match self {
            Self::Given { bytes, .. } | Self::Again { source: Source { bytes, .. }, .. } => Ok(bytes.clone()),
            Self::Kept { key, .. } => match store::file(key).await {
                Ok(Some(bytes)) => Ok(bytes.into()),
                Ok(None) => Err((Cause::Unreadable, String::new())),
                Err(details) => Err((Cause::Unreadable, details)),
            },
            Self::File(file) => {
                let buffer = JsFuture::from(file.array_buffer()).await.map_err(|reason| (Cause::Unreadable, describe(&reason)))?;
                Ok(Uint8Array::new(&buffer).to_vec().into())
            }
            Self::Sample => bundle::fetch(bundle::SAMPLE).await.map(Into::into).map_err(|reason| (Cause::Sample, describe(&reason))),
        }
    }
}
