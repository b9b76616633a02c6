//! Files of the command line: from a path to a decoded report, or a message that names the file.

use crate::ingest::{self, SourceText};
use crate::review::project::Project;
use std::ffi::OsStr;
use std::io::{ErrorKind, Read};
use std::path::Path;

/// Reads a file, or standard input for `-`.
pub(super) fn read(path: &OsStr, stdin: &mut dyn Read) -> Result<SourceText, String> {
    let from_stdin = path == "-";
    let shown = if from_stdin { "standard input".to_owned() } else { path.display().to_string() };
    let bytes = if from_stdin { read_all(stdin) } else { std::fs::read(path) };
    let bytes = bytes.map_err(|error| format!("{shown}: {}", in_words(&error)))?;
    let name = if from_stdin { "stdin".into() } else { Path::new(path).file_name().unwrap_or(path).to_string_lossy() };
    ingest::read(&name, &bytes).map_err(|refusal| format!("{shown}: {refusal}"))
}

/// Reads a project file.
pub(super) fn project(path: &OsStr) -> Result<Project, String> {
    let file = std::fs::read_to_string(path).map_err(|error| format!("{}: {}", path.display(), in_words(&error)))?;
    Project::from_json(&file).map_err(|error| format!("{}: {error}", path.display()))
}

fn read_all(stdin: &mut dyn Read) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    stdin.read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn in_words(error: &std::io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "there is no such file".to_owned(),
        ErrorKind::PermissionDenied => "you may not read this file".to_owned(),
        ErrorKind::IsADirectory => "this is a folder; name the files in it".to_owned(),
        _ => error.to_string(),
    }
}
