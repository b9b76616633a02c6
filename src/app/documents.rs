//! What the page asks of the document worker: from the bytes of a document to the text inside. The worker is started for a document and let go
//! after it, since its memory holds the whole of it.

use super::client::{Client, Ending, Question, buffer, silent};
use super::state::Cause;
use crate::ingest::Original;
use crate::protocol::{Answer, Request};
use std::rc::Rc;

/// The `meta` element that names the worker's script.
const SCRIPT: &str = "provenance-reader";

/// A document that was read.
#[derive(Clone)]
pub(super) struct Document {
    pub(super) original: Original,
    /// Its text, in UTF-8.
    pub(super) text: Rc<[u8]>,
}

/// The client. Clones share one worker; one document at a time.
#[derive(Clone)]
pub(super) struct Documents {
    client: Client,
}

impl Default for Documents {
    fn default() -> Self {
        Self { client: Client::new(SCRIPT) }
    }
}

impl Documents {
    /// Reads the text out of a document. `on_end` is called exactly once, unless the request is cancelled.
    pub(super) fn read(&self, name: String, bytes: &[u8], on_end: impl FnOnce(Result<Document, Ending>) + 'static) {
        let request = Box::new(move |id| Request::Extract { id, name });
        let question = Question { request, bytes: buffer(bytes), once: true, on_progress: silent() };
        self.client.ask(
            question,
            Box::new(move |reply| {
                on_end(match reply {
                    Ok((Answer::Extracted { original, .. }, text)) => Ok(Document { original, text: text.into() }),
                    Ok(_) => Err((Cause::Mismatch, String::new())),
                    Err(ending) => Err(ending),
                });
            }),
        );
    }

    /// Gives up the document that is being read.
    pub(super) fn cancel(&self) {
        self.client.cancel();
    }
}
