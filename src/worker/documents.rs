//! The worker that reads the text out of documents. It is a program of its own, so that nobody loads the readers of formats that he does not open,
//! and so that a file on which one of them fails takes nothing else with it.

use super::{Reply, Scope, listen};
use crate::ingest::{SourceText, read_document};
use crate::protocol::{Answer, Request};

/// Listens for requests until the worker is terminated.
pub fn listen_for_documents() {
    listen(on_request);
}

fn on_request(_: &Scope, request: Request, bytes: Vec<u8>) -> Option<Reply> {
    let Request::Extract { id, name } = request else { return None };
    let extracted = read_document(&name, &bytes).map(SourceText::into_original);
    Some(extracted.map(|(original, text)| (Answer::Extracted { id, original }, text.into_bytes())))
}
