//! The message loop of the analysis worker. From [`Request`]s of the page to [`Answer`]s; the work itself is that of [`crate::ingest`] and
//! [`crate::analyze`] and [`crate::audit`].

use crate::analysis::Analysis;
use crate::analyze::{Options, Progress, analyze};
use crate::audit::against_earlier;
use crate::ingest::read_with;
use crate::parcel::{pack, pack_findings};
use crate::protocol::{Answer, BYTES, MESSAGE, PROTOCOL, Refusal, Request, version};
use crate::web::decode;
use js_sys::{ArrayBuffer, Reflect, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Listens for requests until the worker is terminated, and says so to the page.
pub fn listen() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let listener = {
        let scope = scope.clone();
        Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| on_message(&scope, &event.data()))
    };
    scope.set_onmessage(Some(listener.as_ref().unchecked_ref()));
    // The listener lives as long as the worker.
    listener.forget();
    answer(&scope, &Answer::Ready { protocol: PROTOCOL, version: version().to_owned() }, None);
}

fn on_message(scope: &DedicatedWorkerGlobalScope, envelope: &JsValue) {
    let message = Reflect::get(envelope, &MESSAGE.into()).unwrap_or_default();
    // Page and worker compile the same protocol, and the page has checked its number: what cannot be read is not from the page.
    let Ok(request) = serde_wasm_bindgen::from_value::<Request>(message) else { return };
    let bytes = Reflect::get(envelope, &BYTES.into()).ok().and_then(|value| value.dyn_into::<ArrayBuffer>().ok());
    let bytes = bytes.map(|buffer| Uint8Array::new(&buffer).to_vec()).unwrap_or_default();
    let (id, parcel) = match request {
        Request::Analyze { id, name, options } => (id, read(scope, id, &name, &bytes, &options)),
        Request::Earlier { id, current, earlier, length } => (id, hold_against(&bytes, length as usize, &current, &earlier)),
    };
    match parcel {
        Ok(parcel) => {
            let buffer = Uint8Array::from(parcel.as_slice()).buffer();
            answer(scope, &Answer::Done { id }, Some(&buffer));
        }
        Err(reason) => answer(scope, &Answer::Refused { id, reason }, None),
    }
}

/// The analysis of a file, packed.
fn read(scope: &DedicatedWorkerGlobalScope, id: u32, name: &str, bytes: &[u8], options: &str) -> Result<Vec<u8>, Refusal> {
    let mut report = |progress: Progress| {
        let Progress { done, total, region } = progress;
        answer(scope, &Answer::Progress { id, done, total, region }, None);
    };
    let analysis = analysed(name, bytes, options, &mut report)?;
    // Shows in the browser's own profiler, and `./dev bench` tells the analysis from its packing by it.
    if let Some(performance) = scope.performance() {
        let _ = performance.mark("analysed");
    }
    Ok(pack(analysis))
}

/// What is found in the first of two files against the second, packed.
fn hold_against(bytes: &[u8], length: usize, current: &(String, String), earlier: &(String, String)) -> Result<Vec<u8>, Refusal> {
    let (bytes, former) = bytes.split_at_checked(length).ok_or(Refusal::Empty)?;
    let Options { audit, language, .. } = read_options(&current.1);
    let current = analysed(&current.0, bytes, &current.1, &mut |_| {})?;
    let earlier = analysed(&earlier.0, former, &earlier.1, &mut |_| {})?;
    Ok(pack_findings(against_earlier(&current, &earlier, audit, language, 0)))
}

fn analysed(name: &str, bytes: &[u8], options: &str, report: &mut dyn FnMut(Progress)) -> Result<Analysis, Refusal> {
    let source = read_with(name, bytes, &decode)?;
    Ok(analyze(&source, &read_options(options), report))
}

/// Written by the same build of the program. Should they be unreadable all the same, nothing is lost: the page keeps what they say.
fn read_options(options: &str) -> Options {
    Options::from_json(options).unwrap_or_default()
}

fn answer(scope: &DedicatedWorkerGlobalScope, answer: &Answer, bytes: Option<&ArrayBuffer>) {
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
