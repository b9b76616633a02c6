//! How a report comes in: chosen, dropped, pasted, the sample, or kept by this tab over a reload. From files to open reports, one after another.
//!
//! Nothing is lost on the way: what is open stays open until the next report has arrived, and a file that gives none becomes a message.

use super::analyzer::{Analyzer, Ending, describe};
use super::browser;
use super::report::Report;
use super::route::{Location, SAMPLE, View};
use super::state::{AppState, Cause, Failure, Reading};
use super::strings::fill;
use crate::analysis::Analysis;
use js_sys::{ArrayBuffer, Uint8Array};
use leptos::prelude::*;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DataTransfer, File, FileList};

/// The bundled sample, beside the page.
const SAMPLE_FILE: &str = "samples/digest-2012.txt";

/// Names of what the tab keeps: one entry a file, its key after the colon.
const KEPT: &str = "provenance.file:";

/// Largest file that the tab keeps over a reload; browsers give a tab about five megabytes.
const LARGEST_KEPT: u32 = 4_000_000;

/// Something to read.
#[derive(Clone)]
enum Input {
    File(File),
    Text { name: String, text: String },
    Sample,
    Kept { name: String, bytes: Vec<u8> },
}

/// What to read, and where its report is shown; `None` leaves the reader where he is.
type Order = (Input, Option<Location>);

/// The ways in. Clones share one queue and one worker; provided as a context.
#[derive(Clone)]
pub(super) struct Intake {
    state: AppState,
    analyzer: Analyzer,
    waiting: Rc<RefCell<VecDeque<Order>>>,
    last: Rc<RefCell<Option<Order>>>,
}

/// A clonable handle that may live in the context: it never leaves the page's thread.
pub(super) type IntakeHandle = StoredValue<Intake, LocalStorage>;

/// The intake, from the context that the root provides.
pub(super) fn use_intake() -> Intake {
    use_context::<IntakeHandle>().map_or_else(|| Intake::new(super::state::use_app()), |handle| handle.get_value())
}

impl Intake {
    pub(super) fn new(state: AppState) -> Self {
        Self { state, analyzer: Analyzer::default(), waiting: Rc::default(), last: Rc::default() }
    }

    /// Reads the files of a list, in its order.
    pub(super) fn files(&self, list: Option<FileList>) {
        let Some(list) = list else { return };
        for index in 0..list.length() {
            if let Some(file) = list.get(index) {
                self.add(Input::File(file), Some(overview()));
            }
        }
        self.next();
    }

    /// Reads what was dropped or pasted: files, or else text. Whether there was any.
    pub(super) fn transfer(&self, data: Option<DataTransfer>) -> bool {
        let Some(data) = data else { return false };
        if data.files().is_some_and(|files| files.length() > 0) {
            self.files(data.files());
            return true;
        }
        let text = data.get_data("text/plain").unwrap_or_default();
        if text.trim().is_empty() {
            return false;
        }
        self.text(text);
        true
    }

    /// Reads pasted text.
    pub(super) fn text(&self, text: String) {
        let name = self.state.strings().start.pasted_name.to_owned();
        self.add(Input::Text { name, text }, Some(overview()));
        self.next();
    }

    /// Reads the bundled sample and shows it at `to`.
    pub(super) fn sample(&self, mut to: Location) {
        to.file = Some(SAMPLE.to_owned());
        self.add(Input::Sample, Some(to));
        self.next();
    }

    /// Reads again what failed last.
    pub(super) fn again(&self) {
        let last = self.last.borrow().clone();
        if let Some(input) = last {
            self.waiting.borrow_mut().push_front(input);
            self.state.reading.set(Reading::Idle);
            self.next();
        }
    }

    /// Stops reading, and drops what waits.
    pub(super) fn stop(&self) {
        self.waiting.borrow_mut().clear();
        self.analyzer.cancel();
        self.state.reading.set(Reading::Idle);
        self.state.announce(self.state.strings().start.stopped);
    }

    /// Reads again what the tab kept, and the sample where the address names it, so that a reload shows the same view.
    pub(super) fn restore(&self) {
        for (name, bytes) in kept_files() {
            self.add(Input::Kept { name, bytes }, None);
        }
        if self.state.location.with_untracked(|place| place.file.as_deref() == Some(SAMPLE)) {
            self.add(Input::Sample, None);
        }
        self.next();
    }

    /// Forgets a report, here and in what the tab keeps.
    pub(super) fn forget(&self, report: &Report) {
        if let Some(storage) = browser::session_storage() {
            let _ = storage.remove_item(&format!("{KEPT}{}", report.file_key()));
        }
        self.state.forget(&report.file_key());
        self.state.announce(fill(self.state.strings().shell.forgotten, &[("name", &report.analysis.document.name)]));
    }

    fn add(&self, input: Input, to: Option<Location>) {
        self.waiting.borrow_mut().push_back((input, to));
    }

    /// Begins with the next input, unless one is being read.
    fn next(&self) {
        if matches!(self.state.reading.get_untracked(), Reading::Busy { .. }) {
            return;
        }
        let Some((input, to)) = self.waiting.borrow_mut().pop_front() else { return };
        *self.last.borrow_mut() = Some((input.clone(), to.clone()));
        let name = input_name(&input);
        self.state.reading.set(Reading::Busy { name: name.clone(), progress: None });
        let this = self.clone();
        spawn_local(async move {
            match bytes_of(&input).await {
                Ok(bytes) => this.analyze(name, bytes, matches!(input, Input::Sample), to),
                Err((cause, details)) => this.fail(name, cause, details),
            }
        });
    }

    fn analyze(&self, name: String, bytes: Vec<u8>, is_sample: bool, to: Option<Location>) {
        let buffer: ArrayBuffer = Uint8Array::from(bytes.as_slice()).buffer();
        let on_progress = {
            let (state, name) = (self.state, name.clone());
            Box::new(move |progress| state.reading.set(Reading::Busy { name: name.clone(), progress: Some(progress) }))
        };
        let on_end = {
            let (this, name) = (self.clone(), name.clone());
            Box::new(move |result: Result<Analysis, Ending>| match result {
                Ok(analysis) if analysis.quantities.is_empty() => this.fail(name, Cause::NoFigures, String::new()),
                Ok(analysis) => this.arrive(Report::new(analysis, is_sample), &bytes, to),
                Err((cause, details)) => this.fail(name, cause, details),
            })
        };
        self.analyzer.analyze(name, buffer, on_progress, on_end);
    }

    fn arrive(&self, report: Report, bytes: &[u8], to: Option<Location>) {
        let t = self.state.strings();
        let analysis = &report.analysis;
        self.state.whisper(fill(
            t.shell.opened,
            &[
                ("name", &analysis.document.name),
                ("sections", &t.words.sections.of(analysis.sections.len())),
                ("figures", &t.words.figures.of(analysis.quantities.len())),
            ],
        ));
        if !report.is_sample {
            keep(&report, bytes);
        }
        self.state.reading.set(Reading::Idle);
        // A link that waited for this very file: its view, not the overview.
        let awaited =
            self.state.location.with_untracked(|here| here.view.needs_report() && here.file.as_deref() == Some(&report.file_key()));
        let was_open = self.state.report.with_untracked(Option::is_some);
        self.state.open(report, to.filter(|_| was_open || !awaited));
        self.next();
    }

    fn fail(&self, name: String, cause: Cause, details: String) {
        self.state.reading.set(Reading::Failed(Failure { name, cause, details }));
        // The others are read all the same; the message stays until one of them has arrived or the reader acts on it.
        if !self.waiting.borrow().is_empty() {
            let this = self.clone();
            self.state.announce(self.state.strings().start.nothing_changed);
            gloo_timers::callback::Timeout::new(0, move || this.next()).forget();
        }
    }
}

fn overview() -> Location {
    Location::of(View::Overview)
}

fn input_name(input: &Input) -> String {
    match input {
        Input::File(file) => file.name(),
        Input::Text { name, .. } | Input::Kept { name, .. } => name.clone(),
        Input::Sample => SAMPLE_FILE.rsplit('/').next().unwrap_or(SAMPLE_FILE).to_owned(),
    }
}

async fn bytes_of(input: &Input) -> Result<Vec<u8>, Ending> {
    match input {
        Input::Text { text, .. } => Ok(text.clone().into_bytes()),
        Input::Kept { bytes, .. } => Ok(bytes.clone()),
        Input::File(file) => {
            let buffer = JsFuture::from(file.array_buffer()).await.map_err(|reason| (Cause::Unreadable, describe(&reason)))?;
            Ok(Uint8Array::new(&buffer).to_vec())
        }
        Input::Sample => fetch_sample().await.map_err(|reason| (Cause::Sample, describe(&reason))),
    }
}

/// The sample, from beside the page: a relative address, whatever the page's own is.
async fn fetch_sample() -> Result<Vec<u8>, JsValue> {
    let document = browser::document().ok_or(JsValue::NULL)?;
    let base = document.base_uri()?.ok_or(JsValue::NULL)?;
    let address = web_sys::Url::new_with_base(SAMPLE_FILE, &base)?.href();
    let window = browser::window().ok_or(JsValue::NULL)?;
    let response: web_sys::Response = JsFuture::from(window.fetch_with_str(&address)).await?.dyn_into()?;
    if !response.ok() {
        return Err(JsValue::from_str(&format!("status {}", response.status())));
    }
    let buffer = JsFuture::from(response.array_buffer()?).await?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// Keeps a file for this tab, so that a reload finds it. One letter a byte: storage holds only text.
fn keep(report: &Report, bytes: &[u8]) {
    if bytes.len() > LARGEST_KEPT as usize {
        return;
    }
    let Some(storage) = browser::session_storage() else { return };
    let content: String = bytes.iter().map(|byte| char::from(*byte)).collect();
    // Full storage refuses: then a reload asks for the file.
    let _ = storage.set_item(&format!("{KEPT}{}", report.file_key()), &format!("{}\n{content}", report.analysis.document.name));
}

fn kept_files() -> Vec<(String, Vec<u8>)> {
    let Some(storage) = browser::session_storage() else { return Vec::new() };
    let names = (0..storage.length().unwrap_or(0)).filter_map(|index| storage.key(index).ok().flatten());
    let entries = names.filter(|name| name.starts_with(KEPT)).filter_map(|name| storage.get_item(&name).ok().flatten());
    entries
        .filter_map(|entry| {
            let (name, content) = entry.split_once('\n')?;
            let bytes: Option<Vec<u8>> = content.chars().map(|letter| u8::try_from(u32::from(letter)).ok()).collect();
            Some((name.to_owned(), bytes?))
        })
        .collect()
}
