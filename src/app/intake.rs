//! How a report comes in: chosen, dropped, pasted, the sample, kept by this browser, or read once more with the reader's corrections. From
//! files to open reports, one after another.
//!
//! Nothing is lost on the way: what is open stays open until the next report has arrived, and a file that gives none becomes a message.

mod failed;
mod input;
mod link;
mod project;
mod tab;

use self::failed::Failures;
use self::input::{Bytes, Input, Source};
use super::analyzer::{self, Analyzer};
use super::auditor;
use super::browser;
use super::client::Ending;
use super::corrections;
use super::definitions;
use super::documents::Documents;
use super::report::Report;
use super::route::{Location, SAMPLE, View};
use super::selection;
use super::state::{AppState, Cause, Reading, Stage};
use super::store;
use super::strings::fill;
use crate::analysis::Analysis;
use crate::analyze::Options;
use crate::ingest;
use crate::review::project::Project;
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DataTransfer, FileList};

/// Id of the button of the start that chooses files.
pub(super) const CHOOSE: &str = "choose-files";

/// What to read, and where its report is shown; without a place the reader stays where he is.
#[derive(Clone)]
struct Order {
    input: Input,
    to: Option<Location>,
}

/// The ways in. Clones share one queue and the workers; provided as a context.
#[derive(Clone)]
pub(super) struct Intake {
    state: AppState,
    analyzer: Analyzer,
    documents: Documents,
    waiting: Rc<RefCell<VecDeque<Order>>>,
    last: Rc<RefCell<Option<Order>>>,
    failed: Rc<RefCell<Failures>>,
    busy: Rc<Cell<bool>>,
    /// How often reading was stopped: what was begun before the last time is no longer wanted.
    stops: Rc<Cell<u32>>,
    sources: Rc<RefCell<BTreeMap<String, Source>>>,
}

/// A clonable handle that may live in the context: it never leaves the page's thread.
pub(super) type IntakeHandle = StoredValue<Intake, LocalStorage>;

/// The intake, from the context that the root provides.
pub(super) fn use_intake() -> Intake {
    use_context::<IntakeHandle>().map_or_else(|| Intake::new(super::state::use_app()), |handle| handle.get_value())
}

impl Intake {
    pub(super) fn new(state: AppState) -> Self {
        Self {
            state,
            analyzer: Analyzer::default(),
            documents: Documents::default(),
            waiting: Rc::default(),
            last: Rc::default(),
            failed: Rc::default(),
            busy: Rc::default(),
            stops: Rc::default(),
            sources: Rc::default(),
        }
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

    /// Reads pasted text; a link is followed.
    pub(super) fn text(&self, text: String) {
        if let Some(place) = Location::of_link(&text) {
            self.follow(place);
            return;
        }
        let name = self.state.strings().start.pasted_name.to_owned();
        self.add(Input::Given { name, bytes: text.into_bytes().into() }, Some(overview()));
        self.next();
    }

    /// Reads the bundled sample and shows it at `to`.
    pub(super) fn sample(&self, mut to: Location) {
        to.file = Some(SAMPLE.to_owned());
        self.add(Input::Sample, Some(to));
        self.next();
    }

    /// Reads a report that this browser keeps, and shows its overview.
    pub(super) fn kept(&self, key: String, name: String) {
        self.add(Input::Kept { key, name }, Some(overview()));
        self.next();
    }

    /// Reads an open report once more, with what the reader has changed since. Once is enough where this waits already.
    pub(super) fn read_again(&self, key: &str) {
        let waits = self.waiting.borrow().iter().any(|order| matches!(&order.input, Input::Again { key: other, .. } if other == key));
        let source = self.sources.borrow().get(key).cloned();
        if let Some(source) = source.filter(|_| !waits) {
            self.add(Input::Again { key: key.to_owned(), source }, None);
            self.next();
        }
    }

    /// What reading an open report takes.
    pub(super) fn order_of(&self, key: &str) -> Option<analyzer::Order> {
        let source = self.sources.borrow().get(key).cloned()?;
        Some(source.order(self.options(Some(key))))
    }

    /// The bytes of an open report's file.
    pub(super) fn bytes_of(&self, key: &str) -> Option<Bytes> {
        self.sources.borrow().get(key).map(|source| source.bytes.clone())
    }

    /// Stops reading, and drops what waits.
    pub(super) fn stop(&self) {
        self.waiting.borrow_mut().clear();
        self.forget_failures();
        self.documents.cancel();
        self.analyzer.cancel();
        self.busy.set(false);
        self.stops.set(self.stops.get() + 1);
        self.state.reading.set(Reading::Idle);
        self.state.announce(self.state.strings().start.stopped);
        // The button is gone with the reading.
        browser::after_render(|| [CHOOSE, "main"].into_iter().for_each(browser::refocus));
    }

    /// Reads again what was open in this tab, and what the address names, so that a reload shows the same view.
    pub(super) fn restore(&self) {
        let this = self.clone();
        spawn_local(async move {
            corrections::list_kept(this.state).await;
            this.read_kept(&tab::open());
        });
    }

    /// Closes a report. This browser goes on keeping it.
    pub(super) fn close(&self, report: &Report) {
        let key = report.file_key();
        self.sources.borrow_mut().remove(&key);
        tab::remember(|open| open.retain(|other| *other != key));
        self.state.close(&key);
        self.state.announce(fill(self.state.strings().shell.closed, &[("name", &report.analysis.document.name)]));
    }

    fn add(&self, input: Input, to: Option<Location>) {
        self.waiting.borrow_mut().push_back(Order { input, to });
    }

    /// Begins with the next input, unless one is being read.
    fn next(&self) {
        if self.busy.get() {
            return;
        }
        let Some(order) = self.waiting.borrow_mut().pop_front() else {
            self.tell();
            return;
        };
        self.busy.set(true);
        let name = order.input.name();
        // What is read again stays in sight meanwhile: it takes a moment only.
        if !matches!(order.input, Input::Again { .. }) {
            *self.last.borrow_mut() = Some(order.clone());
            self.state.reading.set(Reading::Busy { name: name.clone(), stage: Stage::Begun });
        }
        let (this, stops) = (self.clone(), self.stops.get());
        spawn_local(async move {
            let bytes = order.input.bytes().await;
            if this.stops.get() != stops {
                return;
            }
            match bytes {
                Ok(bytes) if Project::is_one(&bytes) => this.take_project(&name, &bytes).await,
                Ok(bytes) => this.read_document(order, name, bytes),
                Err((cause, details)) => this.fail(name, cause, details),
            }
        });
    }

    /// Reads the text out of a document, unless it is at hand; other files are analysed as they are.
    fn read_document(&self, order: Order, name: String, bytes: Bytes) {
        let document = order.input.document();
        if document.is_some() || ingest::format_of(&bytes).is_none() {
            self.read(order, Source { name, bytes, document });
            return;
        }
        self.state.reading.set(Reading::Busy { name: name.clone(), stage: Stage::Document });
        let (this, kept) = (self.clone(), bytes.clone());
        self.documents.read(name.clone(), &bytes, move |document| match document {
            Ok(document) => this.read(order, Source { name, bytes: kept, document: Some(document) }),
            Err((cause, details)) => this.fail(name, cause, details),
        });
    }

    /// Analyses a file, with what the reader had corrected in it before where its key is known by now.
    fn read(&self, order: Order, source: Source) {
        let key = order.input.known_key().or_else(|| Some(Report::key_of(&source.document.as_ref()?.original.sha256)));
        let (this, stops) = (self.clone(), self.stops.get());
        spawn_local(async move {
            if let Some(key) = &key {
                this.load_journal(key).await;
            }
            if this.stops.get() == stops {
                this.analyze(order, source, key);
            }
        });
    }

    /// Brings in what the reader had corrected in a report before, unless it is here already. Whether there is anything.
    async fn load_journal(&self, key: &str) -> bool {
        if !self.state.journals.with_untracked(|all| all.contains_key(key))
            && let Ok(Some(kept)) = store::project(key).await
        {
            corrections::in_store(self.state, key, Some(kept.journal.clone()));
            self.state.journals.update(|all| {
                all.entry(key.to_owned()).or_insert(kept.journal);
            });
        }
        self.state.journals.with_untracked(|all| all.get(key).is_some_and(|journal| !journal.entries().is_empty()))
    }

    /// What the reader has set, defined and corrected.
    fn options(&self, key: Option<&str>) -> Options {
        let corrections = self.state.journals.with_untracked(|all| {
            key.and_then(|key| all.get(key)).map(|journal| journal.entries().into_iter().cloned().collect()).unwrap_or_default()
        });
        let audit = self.state.location.with_untracked(Location::audit_settings);
        Options { audit, user_indicators: definitions::kept(), corrections, language: self.state.strings().language, ..Options::default() }
    }

    fn analyze(&self, order: Order, source: Source, key: Option<String>) {
        let options = self.options(key.as_deref());
        let (corrected, settings, language) = (!options.corrections.is_empty(), options.audit, options.language);
        let quiet = matches!(order.input, Input::Again { .. });
        let name = source.name.clone();
        let on_progress = {
            let (state, name) = (self.state, name.clone());
            Box::new(move |progress| {
                if !quiet {
                    state.reading.set(Reading::Busy { name: name.clone(), stage: Stage::Sections(progress) });
                }
            })
        };
        let on_end = {
            let (this, source) = (self.clone(), source.clone());
            Box::new(move |result: Result<Analysis, Ending>| match result {
                Ok(analysis) if analysis.quantities.is_empty() && !corrected => this.fail(name, Cause::NoFigures, String::new()),
                Ok(analysis) => spawn_local(async move {
                    // Unpacking, looking through and showing are three turns: the page answers in between.
                    browser::turn().await;
                    let mut report = Report::new(analysis, key.as_deref() == Some(SAMPLE));
                    (report.audited, report.language) = (settings, language);
                    browser::turn().await;
                    this.arrive(report, order, source, key).await;
                }),
                Err((cause, details)) => {
                    if quiet {
                        auditor::put_back(this.state);
                    }
                    this.fail(name, cause, details);
                }
            })
        };
        self.analyzer.analyze(source.order(options), on_progress, on_end);
    }

    /// An analysis is here: corrections of an earlier visit go in first, then the report opens.
    async fn arrive(&self, report: Report, order: Order, source: Source, key: Option<String>) {
        let own = report.file_key();
        if key.is_none() && self.load_journal(&own).await {
            self.analyze(order, source, Some(own));
            return;
        }
        let is_new = !matches!(order.input, Input::Again { .. });
        if !is_new && !self.sources.borrow().contains_key(&own) {
            // Closed meanwhile.
            self.busy.set(false);
            self.next();
            return;
        }
        self.sources.borrow_mut().insert(own.clone(), source.clone());
        if is_new {
            self.greet(&report);
            self.remember(&report, &source.bytes);
            self.state.reading.set(Reading::Idle);
        }
        let held = (!is_new).then(|| selection::held(self.state)).flatten();
        let place = self.place_for(&report, order.to);
        self.state.open(report, place);
        if let Some(held) = held {
            selection::hold_again(self.state, held);
        }
        self.busy.set(false);
        self.next();
    }

    fn greet(&self, report: &Report) {
        let t = self.state.strings();
        let analysis = &report.analysis;
        self.state.whisper(fill(
            t.shell.opened,
            &[
                ("name", &analysis.document.name),
                ("sections", &t.words.sections.of(analysis.regions())),
                ("figures", &t.words.figures.of(analysis.quantities.len())),
            ],
        ));
    }

    /// Keeps a report in this browser. The sample is beside the page anyway: only its corrections are kept, once there are any.
    fn remember(&self, report: &Report, bytes: &Bytes) {
        if report.is_sample {
            return;
        }
        let (key, bytes, state) = (report.file_key(), bytes.clone(), self.state);
        tab::remember(|open| open.push(key.clone()));
        corrections::keep(state, report);
        spawn_local(async move {
            if store::keep_file(&key, &bytes).await.is_err() {
                state.announce(state.strings().corrections.not_kept);
            }
        });
    }
}

fn overview() -> Location {
    Location::of(View::Overview)
}
