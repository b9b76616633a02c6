//! What all views share: the open reports, the place in them, settings and messages. Provided once as a context by the root; it lives as
//! long as the page, so its signals may be read after an await.

use super::browser;
use super::corrections::windows::Windows;
use super::places::Places;
use super::report::Report;
use super::route::{Location, View};
use super::store::Kept;
use super::strings::{Language, Strings};
use crate::review::Journal;
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

const THEME: &str = "provenance.theme";
const LANGUAGE: &str = "provenance.language";
const SINGLE_KEYS: &str = "provenance.single-keys";

/// Light, dark, or as the system has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the system.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// The next of the three, in the order that the button goes through.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::System => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::System,
        }
    }

    fn id(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// How a change of place enters the history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// A new entry: "back" returns to the place before.
    Push,
    /// Replaces the entry, for what changes while one types or steps.
    Replace,
}

/// What reading is doing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Reading {
    /// Nothing.
    #[default]
    Idle,
    /// A file is being read.
    Busy {
        /// Its name.
        name: String,
        /// How far that has come.
        stage: Stage,
    },
    /// Files that came together gave no report.
    Failed(Vec<Failure>),
}

/// What is being done with a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stage {
    /// It has just been taken up.
    Begun,
    /// The text is read out of a document.
    Document,
    /// Its sections are read.
    Sections(Progress),
}

/// How far reading has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// Sections read so far.
    pub done: u32,
    /// Sections in all.
    pub total: u32,
    /// Region read last.
    pub region: String,
}

/// Why a file gave no report: what the message says and what it offers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// File name.
    pub name: String,
    /// What happened.
    pub cause: Cause,
    /// For the reader to pass on: words of the browser or the program, never of the file.
    pub details: String,
}

/// What went wrong with a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// The reader refused it.
    Refused(crate::ingest::ReadError),
    /// The browser could not read it from the disk.
    Unreadable,
    /// It was read, and no figure is in it.
    NoFigures,
    /// The worker's program stopped.
    Crashed,
    /// The worker gave no sign for too long.
    Late,
    /// Page and worker are of different builds.
    Mismatch,
    /// The bundled sample could not be fetched.
    Sample,
    /// A project file that cannot be read.
    ProjectBroken,
    /// A project file of a later version.
    ProjectNewer,
    /// A project file without its report, while no report is open.
    ProjectAlone,
}

/// Words of the text that the reader takes for a figure.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Adding {
    /// The words.
    pub words: String,
    /// Their first byte in the report's text, where it is known.
    pub at: Option<u32>,
}

/// A link that was made for one report and that another one was opened for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misfit {
    /// The place that the link names.
    pub link: Location,
    /// Key of the report that was opened.
    pub opened: String,
}

/// The shared state. Copy: pass it by value.
#[derive(Debug, Clone, Copy)]
pub struct AppState {
    /// All open reports, in the order in which they were opened.
    pub reports: RwSignal<Vec<Arc<Report>>>,
    /// Where the reader is. Change it with [`AppState::go`], so that the address follows.
    pub location: RwSignal<Location>,
    /// The report that the place belongs to.
    pub report: Memo<Option<Arc<Report>>>,
    /// The selected figure, if it is one of the open report.
    pub figure: Memo<Option<u32>>,
    /// Where each place of the history was left.
    pub places: Places,
    /// The theme.
    pub theme: RwSignal<Theme>,
    /// The language of the interface.
    pub language: RwSignal<Language>,
    /// Whether single-key shortcuts are on.
    pub single_keys: RwSignal<bool>,
    /// What reading is doing.
    pub reading: RwSignal<Reading>,
    /// Said by the polite live region, and shown for a moment.
    pub message: RwSignal<String>,
    /// Said by the live region only: what the page shows anyway.
    pub whisper: RwSignal<String>,
    /// Whether the list of shortcuts is open.
    pub help_open: RwSignal<bool>,
    /// Raised when a view has put more of the text into the document, so that the selection marks it, too.
    pub rendered: RwSignal<u32>,
    /// Whether the page stays where it is at the next selection: the figure was chosen outside the running text.
    pub stays: StoredValue<bool>,
    /// What the reader has corrected, by the report's key.
    pub journals: RwSignal<BTreeMap<String, Journal>>,
    /// What this window and others share of that.
    pub windows: StoredValue<Windows, LocalStorage>,
    /// The reports that this browser keeps, the one opened last first.
    pub kept: RwSignal<Vec<Kept>>,
    /// Keys of open reports that wait to be read again. The root hands them to the intake.
    pub stale: RwSignal<Vec<String>>,
    /// The words that are about to be added as a figure; the dialog is open while there are any.
    pub adding: RwSignal<Option<Adding>>,
    /// A link that the report opened for it does not fit, until the reader has read about it.
    pub misfit: RwSignal<Option<Misfit>>,
    /// The link that opened the evidence, to give the focus back to.
    pub opener: StoredValue<Option<web_sys::HtmlElement>, LocalStorage>,
}

impl AppState {
    /// The state at the start of the page: settings as kept, the place as the address has it.
    pub fn new(location: Location) -> Self {
        let reports: RwSignal<Vec<Arc<Report>>> = RwSignal::new(Vec::new());
        let location = RwSignal::new(location);
        let report = Memo::new(move |_| {
            let file = location.with(|l| l.file.clone());
            reports.with(|all| match file {
                Some(file) => all.iter().find(|report| report.file_key() == file).cloned(),
                None => all.last().cloned(),
            })
        });
        let figure = Memo::new(move |_| {
            let start = location.with(|l| l.figure)?;
            report.with(|report| report.as_ref().and_then(|r| r.figure_at(start)))
        });
        Self {
            reports,
            location,
            report,
            figure,
            places: Places::new(),
            theme: RwSignal::new(kept_theme()),
            language: RwSignal::new(kept_language()),
            single_keys: RwSignal::new(browser::setting(SINGLE_KEYS).is_none_or(|value| value != "off")),
            reading: RwSignal::new(Reading::Idle),
            message: RwSignal::new(String::new()),
            whisper: RwSignal::new(String::new()),
            help_open: RwSignal::new(false),
            rendered: RwSignal::new(0),
            stays: StoredValue::new(false),
            journals: RwSignal::new(BTreeMap::new()),
            windows: StoredValue::new_local(Windows::default()),
            kept: RwSignal::new(Vec::new()),
            stale: RwSignal::new(Vec::new()),
            adding: RwSignal::new(None),
            misfit: RwSignal::new(None),
            opener: StoredValue::new_local(None),
        }
    }

    /// The words of the current language. Not tracked: the root renders everything anew when the language changes.
    pub fn strings(self) -> &'static Strings {
        self.language.get_untracked().strings()
    }

    /// Goes to a place and writes it into the address.
    pub fn go(self, to: Location, step: Step) {
        if self.location.with_untracked(|here| *here == to) {
            return;
        }
        if let Some(history) = browser::window().and_then(|w| w.history().ok()) {
            let address = to.format();
            let _ = match step {
                Step::Push => {
                    let is_other = self.location.with_untracked(|here| here.view != to.view);
                    history.push_state_with_url(&self.places.push(is_other), "", Some(&address))
                }
                Step::Replace => history.replace_state_with_url(&self.places.stay(), "", Some(&address)),
            };
        }
        self.location.set(to);
    }

    /// Takes up the place that the address has, after "back", "forward" or a link.
    pub fn follow_address(self) {
        let fragment = browser::window().and_then(|w| w.location().hash().ok()).unwrap_or_default();
        // A link inside the page ("#main") is not ours.
        if !fragment.is_empty() && !fragment.starts_with("#/") {
            return;
        }
        let there = Location::parse(&fragment);
        self.places.arrive(self.location.with_untracked(|here| here.view != there.view));
        if self.location.with_untracked(|here| *here != there) {
            self.location.set(there);
        }
    }

    /// The address of a view of the open report, for `href`.
    pub fn href(self, view: View) -> String {
        self.location.with_untracked(|here| here.to(view)).format()
    }

    /// The address of a figure in its region's text, for `href`; it works in a new tab, too.
    pub fn figure_href(self, report: &Report, id: u32) -> String {
        let figure = report.quantity(id);
        let key = figure.map(|q| report.region_key(q.section).to_owned()).unwrap_or_default();
        let mut to = self.location.with_untracked(|here| here.to(View::Region(key))).with_figure(figure.map(|q| q.start));
        to.file = Some(report.file_key());
        to.format()
    }

    /// Selects a figure in the view that is open, so that its evidence shows; `None` closes the evidence.
    pub fn select(self, figure: Option<u32>, step: Step) {
        let start = figure.and_then(|id| self.report.with_untracked(|report| report.as_ref()?.quantity(id).map(|q| q.start)));
        self.go(self.location.get_untracked().with_figure(start), step);
    }

    /// A parameter of the view, as a signal.
    pub fn param(self, name: &'static str) -> Memo<Option<String>> {
        Memo::new(move |_| self.location.with(|l| l.param(name).map(str::to_owned)))
    }

    /// Sets a parameter of the view, or takes it out.
    pub fn set_param(self, name: &str, value: Option<&str>, step: Step) {
        self.go(self.location.get_untracked().with_param(name, value), step);
    }

    /// Says to assistive technology what the page shows anyway.
    pub fn whisper(self, words: impl Into<String>) {
        self.whisper.set(words.into());
    }

    /// Says something in the live region, and shows it for a moment.
    pub fn announce(self, words: impl Into<String>) {
        self.message.set(words.into());
    }

    /// Sets and keeps the theme.
    pub fn set_theme(self, theme: Theme) {
        self.theme.set(theme);
        browser::keep_setting(THEME, theme.id());
    }

    /// Sets and keeps the language.
    pub fn set_language(self, language: Language) {
        browser::keep_setting(LANGUAGE, language.tag());
        self.language.set(language);
    }

    /// Sets and keeps whether single-key shortcuts are on.
    pub fn set_single_keys(self, on: bool) {
        browser::keep_setting(SINGLE_KEYS, if on { "on" } else { "off" });
        self.single_keys.set(on);
    }

    /// Adds a report, or puts it in the place of the same file's earlier reading, and shows it at `to`.
    pub fn open(self, report: Report, to: Option<Location>) {
        let key = report.file_key();
        let report = Arc::new(report);
        super::selection::keep_place(self, &key);
        let renamed = self.report.get_untracked().filter(|shown| shown.file_key() == key).and_then(|before| self.renamed(&before, &report));
        self.reports.update(|all| match all.iter_mut().find(|known| known.file_key() == key) {
            Some(known) => *known = report,
            None => all.push(report),
        });
        if let Some(mut to) = to {
            to.file = Some(key);
            self.go(to, Step::Push);
        } else if let Some(to) = renamed {
            self.go(to, Step::Replace);
        }
    }

    /// The place of the region that is open, where another reading of its report names it otherwise.
    fn renamed(self, before: &Report, now: &Report) -> Option<Location> {
        let here = self.location.get_untracked();
        let View::Region(key) = &here.view else { return None };
        let heading = before.section_by_key(key)?.heading;
        let section = now.analysis.sections.iter().find(|section| section.heading == heading)?;
        let name = now.region_key(section.id);
        (name != key).then(|| here.to(View::Region(name.to_owned())).with_figure(here.figure))
    }

    /// Has an open report read once more, with what the reader has set, defined and corrected.
    pub fn read_again(self, key: &str) {
        self.stale.update(|keys| keys.push(key.to_owned()));
    }

    /// Closes a report and leaves its views.
    pub fn close(self, key: &str) {
        self.reports.update(|all| all.retain(|report| report.file_key() != key));
        let next = self.reports.with_untracked(|all| all.last().map(|report| report.file_key()));
        let mut to = Location::of(if next.is_some() { View::Overview } else { View::Start });
        to.file = next;
        self.go(to, Step::Push);
    }
}

fn kept_theme() -> Theme {
    match browser::setting(THEME).as_deref() {
        Some("light") => Theme::Light,
        Some("dark") => Theme::Dark,
        _ => Theme::System,
    }
}

fn kept_language() -> Language {
    let kept = browser::setting(LANGUAGE);
    let preferred = || browser::window().and_then(|w| w.navigator().language());
    kept.or_else(preferred).map_or(Language::English, |tag| Language::from_tag(&tag))
}

/// The shared state, from the context that the root provides.
pub fn use_app() -> AppState {
    use_context().unwrap_or_else(|| AppState::new(Location::default()))
}
