//! A project file comes in: with its report it opens like any file, without it the corrections go to the report that they were made on, or by
//! their quotes to the open one.

use super::super::browser;
use super::super::corrections;
use super::super::definitions;
use super::super::report::Report;
use super::super::state::Cause;
use super::super::strings::fill;
use super::input::Input;
use super::{Intake, overview};
use crate::review::project::{Project, ProjectError};
use leptos::prelude::*;
use std::sync::Arc;

impl Intake {
    /// Takes a project file in.
    pub(super) async fn take_project(&self, name: &str, bytes: &[u8]) {
        match Project::from_json(&String::from_utf8_lossy(bytes)) {
            Ok(mut project) => {
                project.rename_indicators(&definitions::adopt(self.state, &project.indicators));
                let key = Report::key_of(&project.report.sha256);
                self.load_journal(&key).await;
                match project.report.base64.take() {
                    Some(base64) => self.open_with_report(name, &key, &project, &base64),
                    None => self.apply_to_open(name, &key, &project),
                }
            }
            Err(why) => {
                let (cause, details) = match why {
                    ProjectError::Broken(details) => (Cause::ProjectBroken, details),
                    ProjectError::OtherFile => (Cause::ProjectBroken, String::new()),
                    ProjectError::Newer(version) => (Cause::ProjectNewer, version.to_string()),
                };
                self.fail(name.to_owned(), cause, details);
            }
        }
    }

    fn open_with_report(&self, name: &str, key: &str, project: &Project, base64: &str) {
        let Some(bytes) = browser::from_base64(base64) else {
            self.fail(name.to_owned(), Cause::ProjectBroken, String::new());
            return;
        };
        self.import(name, key, project);
        self.add(Input::Given { name: project.report.name.clone(), bytes: bytes.into() }, Some(overview()));
        self.go_on();
    }

    /// Corrections without their report.
    fn apply_to_open(&self, name: &str, key: &str, project: &Project) {
        let is_own = |report: &Arc<Report>| report.analysis.document.sha256 == project.report.sha256;
        let own = self.state.reports.with_untracked(|all| all.iter().find(|report| is_own(report)).cloned());
        let kept = self.state.kept.with_untracked(|all| all.iter().find(|kept| kept.key == key).map(|kept| kept.name.clone()));
        match (own, kept, self.state.report.get_untracked()) {
            (Some(report), ..) => self.import_into(name, &report, project),
            (None, Some(file), _) => {
                self.import(name, key, project);
                self.add(Input::Kept { key: key.to_owned(), name: file }, Some(overview()));
            }
            (None, None, Some(open)) => self.import_into(name, &open, project),
            (None, None, None) => {
                self.fail(project.report.name.clone(), Cause::ProjectAlone, String::new());
                return;
            }
        }
        self.go_on();
    }

    fn import_into(&self, name: &str, report: &Report, project: &Project) {
        let n = self.import(name, &report.file_key(), project);
        let words = &self.state.strings().corrections;
        self.state.announce(fill(&words.imported.of(n), &[("name", name)]));
        corrections::keep(self.state, report);
        self.state.read_again(&report.file_key());
    }

    fn import(&self, name: &str, key: &str, project: &Project) -> usize {
        let import = |all: &mut std::collections::BTreeMap<String, crate::review::Journal>| {
            all.entry(key.to_owned()).or_default().import(name.to_owned(), &project.journal)
        };
        self.state.journals.try_update(import).unwrap_or_default()
    }

    /// The project itself is done with; what it asked for may be read.
    fn go_on(&self) {
        self.busy.set(false);
        self.state.reading.set(super::Reading::Idle);
        self.next();
    }
}
