//! The command line: from arguments and files to analyses on standard output and messages on standard error.
//!
//! A command is one line in [`arguments::COMMANDS`] and one function here. Exit status: 0 when all went well, 1 when a file could
//! not be read (the others were), 2 when the arguments do not make sense, 3 when an audit found figures that do not add up.

mod arguments;
mod audit;
mod date;
mod indicators;
mod input;
mod listing;
mod tidy;
mod wide;

use crate::analysis::Analysis;
use crate::analyze::{Options, analyze};
use crate::audit::{Settings, is_earlier};
use crate::review::project::Project;
use arguments::{Command, Format, Invocation, Verb};
use serde::Serialize;
use std::ffi::{OsStr, OsString};
use std::io::{self, BufWriter, ErrorKind, Read, Write};

const SUCCESS: u8 = 0;
const SOME_UNREAD: u8 = 1;
const USAGE: u8 = 2;
const DISAGREES: u8 = 3;

/// Runs the program and gives its exit status.
pub fn run(arguments: &[OsString], stdin: &mut dyn Read, stdout: &mut dyn Write, stderr: &mut dyn Write) -> u8 {
    let mut out = BufWriter::new(stdout);
    let status = match arguments::parse(arguments) {
        Ok(Invocation::Help) => out.write_all(arguments::HELP.as_bytes()).map(|()| SUCCESS),
        Ok(Invocation::Version) => writeln!(out, "provenance {}", env!("CARGO_PKG_VERSION")).map(|()| SUCCESS),
        Ok(Invocation::Run(command)) => execute(&command, stdin, &mut out, stderr),
        Err(message) => {
            report(stderr, &format!("{message}\nTry provenance --help."));
            Ok(USAGE)
        }
    };
    match status.and_then(|status| out.flush().map(|()| status)) {
        Ok(status) => status,
        // Whoever read the output has seen enough (`provenance ... | head`).
        Err(error) if error.kind() == ErrorKind::BrokenPipe => SUCCESS,
        Err(error) => {
            report(stderr, &format!("the output could not be written: {error}"));
            SOME_UNREAD
        }
    }
}

fn execute(command: &Command, stdin: &mut dyn Read, out: &mut dyn Write, stderr: &mut dyn Write) -> io::Result<u8> {
    let mut status = SUCCESS;
    let project = match command.project.as_ref().map(|path| input::project(path)).transpose() {
        Ok(project) => project,
        Err(message) => {
            report(stderr, &message);
            return Ok(SOME_UNREAD);
        }
    };
    let mut read = |path: &OsStr, year: Option<i32>, stderr: &mut dyn Write| match input::read(path, stdin) {
        Ok(source) => {
            let analysis = analyze(&source, &options(command, year, project.as_ref()), &mut |_| {});
            warn_of_lost(&analysis, stderr);
            Some(analysis)
        }
        Err(message) => {
            report(stderr, &message);
            status = SOME_UNREAD;
            None
        }
    };
    let earlier = command.earlier.as_ref().and_then(|path| read(path, None, stderr));
    let analyses: Vec<Analysis> = command.files.iter().filter_map(|path| read(path, command.year, stderr)).collect();
    if analyses.is_empty() {
        return Ok(status);
    }
    if command.verb == Verb::Audit {
        warn_of_others(&analyses, earlier.as_ref(), stderr);
        let disagrees = audit::write(command, &analyses, earlier.as_ref(), out)?;
        return Ok(if status == SUCCESS && disagrees { DISAGREES } else { status });
    }
    print(command, analyses, out)?;
    Ok(status)
}

/// What the reader has set, and what a project says.
fn options(command: &Command, year: Option<i32>, project: Option<&Project>) -> Options {
    let corrections = project.map(|project| project.journal.entries().into_iter().cloned().collect()).unwrap_or_default();
    let user_indicators = project.map(|project| project.indicators.clone()).unwrap_or_default();
    Options { year, audit: settings(command), user_indicators, corrections, language: command.language }
}

/// Tells how many corrections found no place.
fn warn_of_lost(analysis: &Analysis, stderr: &mut dyn Write) {
    let lost = analysis.review.iter().filter(|outcome| outcome.lost.is_some()).count();
    if lost > 0 {
        report(stderr, &format!("{}: {lost} of {} corrections could not be placed", analysis.document.name, analysis.review.len()));
    }
}

fn settings(command: &Command) -> Settings {
    Settings { truncation: command.truncation }
}

/// Names the reports that cannot be held against the earlier one.
fn warn_of_others(analyses: &[Analysis], earlier: Option<&Analysis>, stderr: &mut dyn Write) {
    let Some(earlier) = earlier else { return };
    for analysis in analyses.iter().filter(|analysis| !is_earlier(earlier, analysis)) {
        let (name, old) = (&analysis.document.name, &earlier.document.name);
        report(stderr, &format!("{old} is no earlier report of the same regions as {name}: {name} is audited alone"));
    }
}

fn print(command: &Command, analyses: Vec<Analysis>, out: &mut dyn Write) -> io::Result<()> {
    match (command.verb, command.format) {
        (Verb::Analyze, Format::Csv) => tidy::write(&analyses, out),
        (Verb::Analyze, Format::Table) => listing::write(&analyses, out),
        (Verb::Table, Format::Table) => wide::write_listing(&analyses, out),
        (Verb::Table, _) => wide::write_csv(&analyses, out),
        (Verb::Indicators, Format::Json) => print_json(command, &parts(&analyses, |analysis| &analysis.indicators), out),
        (Verb::Indicators, _) => indicators::write(&analyses, out),
        (Verb::Analyze | Verb::Audit, _) => print_json(command, &without_text(command, analyses), out),
    }
}

fn without_text(command: &Command, mut analyses: Vec<Analysis>) -> Vec<Analysis> {
    if !command.with_text {
        for analysis in &mut analyses {
            analysis.document.text.clear();
        }
    }
    analyses
}

fn parts<T>(analyses: &[Analysis], part: impl Fn(&Analysis) -> &T) -> Vec<&T> {
    analyses.iter().map(part).collect()
}

/// One file gives its object, as one calls it; several give an array even when only one could be read.
fn print_json<T: Serialize>(command: &Command, values: &[T], out: &mut dyn Write) -> io::Result<()> {
    match values {
        [only] if command.files.len() == 1 => serde_json::to_writer(&mut *out, only)?,
        several => serde_json::to_writer(&mut *out, several)?,
    }
    writeln!(out)
}

/// A message for the person at the terminal. When even that cannot be written there is nobody to tell.
fn report(stderr: &mut dyn Write, message: &str) {
    let _ = writeln!(stderr, "provenance: {message}");
}
