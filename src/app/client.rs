//! The client of a worker: from a request with bytes to its answer, by messages.
//!
//! The worker is started at the first request. What is sent before its program runs would be lost, so requests wait for `Ready`. A panic leaves a
//! worker's program unusable: any error ends the worker, and the next request starts a fresh one. Stopping is the same. Every request has a
//! number, so that a late answer of an earlier one is ignored, and a deadline that each sign of progress moves on.

use super::bundle;
use super::state::{Cause, Progress};
use crate::protocol::{Answer, BYTES, MESSAGE, PROTOCOL, Request, version};
use gloo_timers::callback::Timeout;
use js_sys::{ArrayBuffer, Reflect, Uint8Array};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{ErrorEvent, MessageEvent, Worker};

/// Longest silence of a worker before it is given up, in milliseconds.
const DEADLINE: u32 = 60_000;

/// How a request ended without an answer: why, and the browser's or program's own words.
pub(super) type Ending = (Cause, String);

/// The last answer to a request, with its bytes.
pub(super) type Reply = (Answer, Vec<u8>);

pub(super) type OnProgress = Box<dyn Fn(Progress)>;
pub(super) type OnEnd = Box<dyn FnOnce(Result<Reply, Ending>)>;

/// What a worker is asked.
pub(super) struct Question {
    /// The request, once its number is known.
    pub(super) request: Box<dyn FnOnce(u32) -> Request>,
    pub(super) bytes: ArrayBuffer,
    /// Whether the worker is let go after it: its memory holds whole reports.
    pub(super) once: bool,
    pub(super) on_progress: OnProgress,
}

/// One request under way.
struct Job {
    request: Request,
    /// Still here until the worker is ready.
    bytes: Option<ArrayBuffer>,
    once: bool,
    on_progress: OnProgress,
    on_end: OnEnd,
}

struct Running {
    worker: Worker,
    ready: bool,
    // Kept alive as long as the worker may call them.
    _listeners: Vec<Closure<dyn FnMut(web_sys::Event)>>,
}

#[derive(Default)]
struct Inner {
    running: Option<Running>,
    job: Option<Job>,
    deadline: Option<Timeout>,
    last_id: u32,
}

/// The client. Clones share one worker; one request at a time.
#[derive(Clone)]
pub(super) struct Client {
    /// The element of the page's head that names the worker's script.
    script: &'static str,
    inner: Rc<RefCell<Inner>>,
}

impl Client {
    /// The client of the worker whose script the page names in a `meta` element.
    pub(super) fn new(script: &'static str) -> Self {
        Self { script, inner: Rc::default() }
    }

    /// Asks the worker. `on_end` is called exactly once, unless the request is cancelled. A request that is under way is given up.
    pub(super) fn ask(&self, question: Question, on_end: OnEnd) {
        self.cancel();
        let Question { request, bytes, once, on_progress } = question;
        let id = {
            let mut inner = self.inner.borrow_mut();
            inner.last_id += 1;
            let request = request(inner.last_id);
            inner.job = Some(Job { request, bytes: Some(bytes), once, on_progress, on_end });
            inner.last_id
        };
        if let Err(reason) = self.ensure_worker() {
            self.end(id, Err((Cause::Crashed, describe(&reason))), true);
            return;
        }
        self.expect_sign(id);
        self.send_waiting();
    }

    /// Gives up the request under way, and the worker with it: its program cannot be interrupted otherwise.
    pub(super) fn cancel(&self) {
        let busy = self.inner.borrow_mut().job.take().is_some();
        if busy {
            self.stop_worker();
        }
    }

    /// Ends the worker; the next request starts a fresh one.
    pub(super) fn stop_worker(&self) {
        let stopped = {
            let mut inner = self.inner.borrow_mut();
            inner.deadline = None;
            inner.running.take()
        };
        if let Some(running) = stopped {
            running.worker.terminate();
            // This may be running inside one of the listeners: let it return before it is dropped.
            Timeout::new(0, move || drop(running)).forget();
        }
    }

    fn ensure_worker(&self) -> Result<(), JsValue> {
        if self.inner.borrow().running.is_some() {
            return Ok(());
        }
        let worker = Worker::new(&bundle::address(self.script)?)?;
        let listeners = ["message", "error", "messageerror"]
            .into_iter()
            .map(|event| {
                let this = self.clone();
                let listener = Closure::<dyn FnMut(web_sys::Event)>::new(move |event: web_sys::Event| this.on_event(&event));
                worker.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref()).map(|()| listener)
            })
            .collect::<Result<Vec<_>, _>>()?;
        self.inner.borrow_mut().running = Some(Running { worker, ready: false, _listeners: listeners });
        Ok(())
    }

    fn on_event(&self, event: &web_sys::Event) {
        if let Some(message) = event.dyn_ref::<MessageEvent>().filter(|_| event.type_() == "message") {
            self.on_message(&message.data());
            return;
        }
        // Handled here: the page's own listener would take it for a failure of the page.
        event.prevent_default();
        let details = event.dyn_ref::<ErrorEvent>().map_or_else(|| event.type_(), ErrorEvent::message);
        if let Some(id) = self.current_id() {
            self.end(id, Err((Cause::Crashed, details)), true);
        } else {
            self.stop_worker();
        }
    }

    fn on_message(&self, envelope: &JsValue) {
        let message = Reflect::get(envelope, &MESSAGE.into()).unwrap_or_default();
        match serde_wasm_bindgen::from_value::<Answer>(message) {
            Ok(Answer::Ready { protocol, version: theirs }) => self.on_ready(protocol, &theirs),
            Ok(Answer::Progress { id, done, total, region }) if Some(id) == self.current_id() => {
                self.expect_sign(id);
                if let Some(job) = &self.inner.borrow().job {
                    (job.on_progress)(Progress { done, total, region });
                }
            }
            Ok(Answer::Refused { id, reason }) if Some(id) == self.current_id() => {
                self.end(id, Err((Cause::Refused(reason), String::new())), false);
            }
            Ok(answer @ (Answer::Done { id } | Answer::Extracted { id, .. })) if Some(id) == self.current_id() => {
                let bytes = Reflect::get(envelope, &BYTES.into()).ok().and_then(|value| value.dyn_into::<ArrayBuffer>().ok());
                let bytes = bytes.map(|buffer| Uint8Array::new(&buffer).to_vec()).unwrap_or_default();
                self.end(id, Ok((answer, bytes)), false);
            }
            // An answer to a request that was given up.
            Ok(_) => {}
            Err(reason) => {
                if let Some(id) = self.current_id() {
                    self.end(id, Err((Cause::Mismatch, reason.to_string())), true);
                }
            }
        }
    }

    fn on_ready(&self, protocol: u32, theirs: &str) {
        if protocol != PROTOCOL || theirs != version() {
            let details = format!("page {} / {PROTOCOL}, worker {theirs} / {protocol}", version());
            if let Some(id) = self.current_id() {
                self.end(id, Err((Cause::Mismatch, details)), true);
            }
            return;
        }
        if let Some(running) = &mut self.inner.borrow_mut().running {
            running.ready = true;
        }
        self.send_waiting();
    }

    fn send_waiting(&self) {
        let mut inner = self.inner.borrow_mut();
        let Inner { running: Some(running), job: Some(job), .. } = &mut *inner else { return };
        if !running.ready {
            return;
        }
        let Some(bytes) = job.bytes.take() else { return };
        let sent = post(&running.worker, &job.request, &bytes);
        let id = job.request.id();
        drop(inner);
        if let Err(reason) = sent {
            self.end(id, Err((Cause::Crashed, describe(&reason))), true);
        }
    }

    /// (Re)starts the deadline of a request.
    fn expect_sign(&self, id: u32) {
        let this = self.clone();
        let deadline = Timeout::new(DEADLINE, move || {
            if this.current_id() == Some(id) {
                this.end(id, Err((Cause::Late, String::new())), true);
            }
        });
        let earlier = self.inner.borrow_mut().deadline.replace(deadline);
        drop(earlier);
    }

    fn current_id(&self) -> Option<u32> {
        self.inner.borrow().job.as_ref().map(|job| job.request.id())
    }

    fn end(&self, id: u32, result: Result<Reply, Ending>, restart: bool) {
        let job = {
            let mut inner = self.inner.borrow_mut();
            inner.deadline = None;
            inner.job.take_if(|job| job.request.id() == id)
        };
        if restart || job.as_ref().is_some_and(|job| job.once) {
            self.stop_worker();
        }
        if let Some(job) = job {
            (job.on_end)(result);
        }
    }
}

/// Nobody waits to hear how what is short gets on.
pub(super) fn silent() -> OnProgress {
    Box::new(|_| {})
}

pub(super) fn buffer(bytes: &[u8]) -> ArrayBuffer {
    Uint8Array::from(bytes).buffer()
}

fn post(worker: &Worker, request: &Request, bytes: &ArrayBuffer) -> Result<(), JsValue> {
    let envelope = js_sys::Object::new();
    Reflect::set(&envelope, &MESSAGE.into(), &serde_wasm_bindgen::to_value(request)?)?;
    Reflect::set(&envelope, &BYTES.into(), bytes)?;
    worker.post_message_with_transfer(&envelope, &js_sys::Array::of1(bytes))
}

/// The words of a JavaScript error.
pub(super) fn describe(reason: &JsValue) -> String {
    reason.dyn_ref::<js_sys::Error>().map_or_else(|| format!("{reason:?}"), |error| String::from(error.to_string()))
}
