//! What the page asks of the analysis worker: from texts to an analysis. The worker itself is that of [`super::client`].

use super::browser;
use super::client::{Client, Ending, OnProgress, Question, Reply, buffer, silent};
use super::state::Cause;
use crate::analysis::Analysis;
use crate::analyze::Options;
use crate::ingest::Original;
use crate::parcel::Unpacking;
use crate::protocol::{Request, Told};
use std::cell::Cell;
use std::rc::Rc;

/// The `meta` element that names the worker's script.
const SCRIPT: &str = "provenance-worker";

/// How long the page unpacks at a stretch, in milliseconds.
const SLICE: f64 = 12.0;

type OnEnd = Box<dyn FnOnce(Result<Analysis, Ending>)>;

/// What is to be read, and how.
pub(super) struct Order {
    pub(super) name: String,
    /// The file, or the text that was read out of it.
    pub(super) bytes: Rc<[u8]>,
    /// Of a document, what is known of its file.
    pub(super) original: Option<Original>,
    pub(super) options: Options,
}

impl Order {
    fn told(self) -> Told {
        Told { name: self.name, options: self.options.to_json(), original: self.original }
    }
}

/// The client. Clones share one worker; one request at a time.
#[derive(Clone)]
pub(super) struct Analyzer {
    client: Client,
    /// Number of the last request; raised, too, when it is given up.
    turn: Rc<Cell<u32>>,
}

impl Default for Analyzer {
    fn default() -> Self {
        Self { client: Client::new(SCRIPT), turn: Rc::default() }
    }
}

impl Analyzer {
    /// Reads a file. `on_end` is called exactly once, unless the request is cancelled. A request that is under way is given up.
    pub(super) fn analyze(&self, order: Order, on_progress: OnProgress, on_end: OnEnd) {
        let bytes = buffer(&order.bytes);
        let request = Box::new(|id| Request::Analyze { id, file: order.told() });
        self.ask(Question { request, bytes, once: false, on_progress }, on_end);
    }

    /// Holds a report against an earlier one: the answer has the findings only. The worker is let go afterwards; else as for
    /// [`Self::analyze`].
    pub(super) fn hold_against(&self, current: Order, earlier: Order, on_end: OnEnd) {
        let length = current.bytes.len() as u32;
        let bytes = buffer(&[&*current.bytes, &*earlier.bytes].concat());
        let request = Box::new(move |id| Request::Earlier { id, current: current.told(), earlier: earlier.told(), length });
        self.ask(Question { request, bytes, once: true, on_progress: silent() }, on_end);
    }

    /// Gives up the request under way.
    pub(super) fn cancel(&self) {
        self.turn.set(self.turn.get() + 1);
        self.client.cancel();
    }

    fn ask(&self, question: Question, on_end: OnEnd) {
        self.turn.set(self.turn.get() + 1);
        let this = self.clone();
        self.client.ask(question, Box::new(move |reply| this.unpack(reply, on_end)));
    }

    /// Unpacks the analysis a little at a time, so that the page answers the reader meanwhile.
    fn unpack(&self, reply: Result<Reply, Ending>, on_end: OnEnd) {
        let bytes = match reply {
            Ok((_, bytes)) => bytes,
            Err(ending) => return on_end(Err(ending)),
        };
        let (this, turn) = (self.clone(), self.turn.get());
        wasm_bindgen_futures::spawn_local(async move {
            let mut unpacking = Unpacking::new(bytes);
            let result = loop {
                match step_for_a_while(&mut unpacking) {
                    Ok(true) => browser::turn().await,
                    Ok(false) => break unpacking.finish().ok_or_else(|| "nothing in it".to_owned()),
                    Err(details) => break Err(details),
                }
                // Given up meanwhile.
                if this.turn.get() != turn {
                    return;
                }
            };
            if result.is_err() {
                this.client.stop_worker();
            }
            on_end(result.map_err(|details| (Cause::Mismatch, details)));
        });
    }
}

/// Unpacks pieces until the slice of time is used up; whether there are more.
fn step_for_a_while(unpacking: &mut Unpacking) -> Result<bool, String> {
    let end = js_sys::Date::now() + SLICE;
    loop {
        if !unpacking.step()? {
            return Ok(false);
        }
        if js_sys::Date::now() >= end {
            return Ok(true);
        }
    }
}
