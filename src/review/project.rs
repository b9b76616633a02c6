//! The project file: a report's name and hash, the reader's journal and indicators, and the report itself where it is to travel along.
//!
//! JSON of the schema `provenance.project/1`. A file without the report is applied to the same report, opened from elsewhere, or by quotes to
//! another edition of it.

use super::Journal;
use crate::analysis::{Document, Generator};
use crate::indicator::UserIndicator;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;

/// Name of the file format; the number after the slash rises when a field changes its meaning.
const FORMAT: &str = "provenance.project";
const VERSION: u32 = 1;

/// The report that a project is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subject {
    /// File name.
    pub name: String,
    /// SHA-256 of the file, lower-case hex.
    pub sha256: String,
    /// Its bytes in base64, where the report travels along.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base64: Option<String>,
}

/// A project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Project {
    schema: String,
    generator: Generator,
    /// When it was written, ISO 8601.
    pub written: String,
    /// The report.
    pub report: Subject,
    /// What the reader has corrected.
    pub journal: Journal,
    /// Indicators that the reader has defined.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub indicators: Vec<UserIndicator>,
}

/// What tells a project from other files.
#[derive(Deserialize)]
struct Head {
    schema: String,
}

/// Why a file is no project that can be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProjectError {
    /// JSON that ends early or lacks a field, with the parser's words.
    Broken(String),
    /// Not a project at all.
    OtherFile,
    /// Written by a later version of this program.
    Newer(u32),
}

impl fmt::Display for ProjectError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Broken(detail) => write!(f, "This project file cannot be read: {detail}."),
            Self::OtherFile => write!(f, "This file is no project. Choose a file that was saved under Corrections."),
            Self::Newer(version) => {
                write!(
                    f,
                    "This project file has version {version}; this program reads version {VERSION}. Use a newer edition of the program."
                )
            }
        }
    }
}

impl std::error::Error for ProjectError {}

impl Project {
    /// A project of a report. `base64` are the file's bytes, if they are to travel along.
    pub fn new(document: &Document, written: String, journal: Journal, indicators: Vec<UserIndicator>, base64: Option<String>) -> Self {
        Self {
            schema: format!("{FORMAT}/{VERSION}"),
            generator: Generator::default(),
            written,
            report: Subject { name: document.name.clone(), sha256: document.sha256.clone(), base64 },
            journal,
            indicators,
        }
    }

    /// Gives the corrections the ids that the project's indicators have here.
    pub fn rename_indicators(&mut self, ids: &BTreeMap<String, String>) {
        if ids.iter().all(|(theirs, ours)| theirs == ours) {
            return;
        }
        self.journal.rename_indicators(ids);
    }

    /// The file.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Whether a file says of itself, in its first bytes, that it is a project.
    pub fn is_one(bytes: &[u8]) -> bool {
        let head = String::from_utf8_lossy(bytes.get(..200.min(bytes.len())).unwrap_or_default());
        head.trim_start_matches('\u{feff}').trim_start().starts_with('{') && head.contains(FORMAT)
    }

    /// Reads a file.
    ///
    /// # Errors
    /// When the file is broken, of another sort, or of a later version.
    pub fn from_json(file: &str) -> Result<Self, ProjectError> {
        let file = file.trim_start_matches('\u{feff}');
        let broken = |error: serde_json::Error| ProjectError::Broken(error.to_string());
        let Head { schema } =
            serde_json::from_str(file).map_err(|error| if error.is_data() { ProjectError::OtherFile } else { broken(error) })?;
        let version = schema.strip_prefix(FORMAT).and_then(|rest| rest.strip_prefix('/')).ok_or(ProjectError::OtherFile)?;
        match version.parse::<u32>() {
            Ok(VERSION) => serde_json::from_str(file).map_err(broken),
            Ok(newer) if newer > VERSION => Err(ProjectError::Newer(newer)),
            _ => Err(ProjectError::Broken(format!("\u{201c}{version}\u{201d} is no version"))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn project() -> Project {
        let document = Document { name: "report.txt".to_owned(), sha256: "5ba5".to_owned(), ..Document::default() };
        Project::new(&document, "2026-11-24T10:00:00+00:00".to_owned(), Journal::default(), Vec::new(), Some("UmVwb3J0".to_owned()))
    }

    #[test]
    fn a_project_survives_its_file() {
        let file = project().to_json();
        assert!(Project::is_one(file.as_bytes()));
        assert_eq!(Project::from_json(&file), Ok(project()));
    }

    #[test]
    fn other_files_are_told_apart() {
        assert_eq!(Project::from_json("{\"schema\":\"provenance.analysis/1\"}"), Err(ProjectError::OtherFile));
        assert_eq!(Project::from_json("[1]"), Err(ProjectError::OtherFile));
        let newer = project().to_json().replace("provenance.project/1", "provenance.project/7");
        assert_eq!(Project::from_json(&newer), Err(ProjectError::Newer(7)));
        let cut = &project().to_json()[..60];
        assert!(matches!(Project::from_json(cut), Err(ProjectError::Broken(_))));
        assert!(!Project::is_one(b"In 2012, Hebei spent 12 million yuan."));
    }
}
