//! The message loops of the workers. From [`Request`]s of the page to [`Answer`]s.

#[cfg(feature = "worker")]
mod analysis;
#[cfg(feature = "reader")]
mod documents;

#[cfg(feature = "worker")]
pub use analysis::listen_for_reports;
#[cfg(feature = "reader")]
pub use documents::listen_for_documents;

use crate::ingest::ReadError;
use crate::protocol::{Answer, BYTES, MESSAGE, PROTOCOL, Request, version};
use js_sys::{ArrayBuffer, Reflect, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{DedicatedWorkerGlobalScope as Scope, MessageEvent};

/// What a request comes to: an answer with its bytes, or why there is none.
type Reply = Result<(Answer, Vec<u8>), ReadError>;

/// Listens for requests until the worker is terminated, and says so to the page. A request that is none of this worker's has no reply.
fn listen(reply: fn(&Scope, Request, Vec<u8>) -> Option<Reply>) {
    let Ok(scope) = js_sys::global().dyn_into::<Scope>() else { return };
    let listener = {
        let scope = scope.clone();
        Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| on_message(&scope, &event.data(), reply))
    };
    scope.set_onmessage(Some(listener.as_ref().unchecked_ref()));
    // The listener lives as long as the worker.
    listener.forget();
    answer(&scope, &Answer::Ready { protocol: PROTOCOL, version: version().to_owned() }, None);
}

fn on_message(scope: &Scope, envelope: &JsValue, reply: fn(&Scope, Request, Vec<u8>) -> Option<Reply>) {
    let message = Reflect::get(envelope, &MESSAGE.into()).unwrap_or_default();
    // Page and worker compile the same protocol, and the page has checked its number: what cannot be read is not from the page.
    let Ok(request) = serde_wasm_bindgen::from_value::<Request>(message) else { return };
    let bytes = Reflect::get(envelope, &BYTES.into()).ok().and_then(|value| value.dyn_into::<ArrayBuffer>().ok());
    let bytes = bytes.map(|buffer| Uint8Array::new(&buffer).to_vec()).unwrap_or_default();
    let id = request.id();
    match reply(scope, request, bytes) {
        Some(Ok((message, bytes))) => answer(scope, &message, Some(&Uint8Array::from(bytes.as_slice()).buffer())),
        Some(Err(reason)) => answer(scope, &Answer::Refused { id, reason }, None),
        None => {}
    }
}

fn answer(scope: &Scope, answer: &Answer, bytes: Option<&ArrayBuffer>) {
    let envelope = js_sys::Object::new();
    let set = |name: &str, value: &JsValue| Reflect::set(&envelope, &name.into(), value);
    let Ok(message) = serde_wasm_bindgen::to_value(answer) else { return };
    let _ = set(MESSAGE, &message);
    let _ = match bytes {
        Some(bytes) => {
            let _ = set(BYTES, bytes);
            scope.post_message_with_transfer(&envelope, &js_sys::Array::of1(bytes))
        }
        None => scope.post_message(&envelope),
    };
}
