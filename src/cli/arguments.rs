//! Arguments of the command line: from words to what is to be done, or a sentence that says what is amiss.

use crate::wording::Language;
use std::ffi::{OsStr, OsString};

/// What `--help` prints.
pub(super) const HELP: &str = "\
Provenance reads narrative reports region by region, finds every figure, says what it measures and where it stands.

Usage: provenance COMMAND FILE... [--format json|csv|html|table] [--no-text] [--year YYYY] [--language en|zh] [--earlier FILE] [--project FILE]

Commands:
  analyze      everything that was found: regions, topics, figures, cells, checks (json)
  table        the wide table, one row a region, columns for each indicator (csv)
  indicators   the indicators that were found, with how many regions state them (table)
  audit        whether the figures agree with each other (table)

FILE is plain text, Markdown or HTML; - reads standard input.

Options:
  --format json    analyze: schema provenance.analysis/1; audit: provenance.audit/1; indicators: its part of the analysis; an array
                   for several files
  --format csv     analyze: one row for each figure, with its sentence; table: one row a region; audit: one row a check
  --format html    audit: the report of the audit as one page that needs nothing else, for one file
  --format table   a listing to read; also called text
  --truncation     audit: last digits may have been cut off instead of rounded
  --earlier FILE   audit: the report of the year before, to hold last year's levels in this year's growth against
  --project FILE   the corrections and indicators of a project file that the page has saved; they are placed by their quotes
  --no-text        leave the report's text out of the JSON
  --language zh    what is said in sentences (findings, reasons, definitions) in Chinese, and the page of the audit; en is English
  --year YYYY      the year that the reports are about, instead of the one read from their text
  --help, --version

Exit status: 0, or 1 when a file could not be read (the others were), or 2 when the arguments make no sense,
or 3 from audit when something does not add up.
";

/// The commands by name, with the formats that each knows; the first is what it prints unasked.
const COMMANDS: &[(&str, Verb, &[Format])] = &[
    ("analyze", Verb::Analyze, &[Format::Json, Format::Csv, Format::Table]),
    ("table", Verb::Table, &[Format::Csv, Format::Table]),
    ("indicators", Verb::Indicators, &[Format::Table, Format::Json]),
    ("audit", Verb::Audit, &[Format::Table, Format::Json, Format::Csv, Format::Html]),
];

/// A parsed command line.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Invocation {
    Help,
    Version,
    Run(Command),
}

/// What of an analysis is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verb {
    /// All of it.
    Analyze,
    /// Regions by indicators.
    Table,
    /// The indicators found.
    Indicators,
    /// The checks.
    Audit,
}

/// What to do with which files.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Command {
    pub(super) verb: Verb,
    /// Paths; `-` is standard input.
    pub(super) files: Vec<OsString>,
    pub(super) format: Format,
    /// Whether JSON carries the report's text.
    pub(super) with_text: bool,
    pub(super) year: Option<i32>,
    /// Whether last digits may have been cut off.
    pub(super) truncation: bool,
    /// The language of what is said in sentences.
    pub(super) language: Language,
    /// The report of the year before.
    pub(super) earlier: Option<OsString>,
    /// A project file whose corrections and indicators apply.
    pub(super) project: Option<OsString>,
}

/// How the answer is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Json,
    Csv,
    Html,
    Table,
}

impl Format {
    const ALL: [Self; 4] = [Self::Json, Self::Csv, Self::Html, Self::Table];

    fn name(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Html => "html",
            Self::Table => "table",
        }
    }
}

/// Parses the arguments after the program's name.
pub(super) fn parse(arguments: &[OsString]) -> Result<Invocation, String> {
    let asked = |names: &[&str]| arguments.iter().take_while(|word| *word != "--").any(|word| names.iter().any(|name| word == name));
    if asked(&["--help", "-h"]) || arguments.first().is_some_and(|first| first == "help") {
        return Ok(Invocation::Help);
    }
    if asked(&["--version", "-V"]) {
        return Ok(Invocation::Version);
    }
    let (name, rest) = arguments.split_first().ok_or("no command given")?;
    let Some((_, verb, formats)) = COMMANDS.iter().find(|(known, ..)| name == known) else {
        return Err(format!("there is no command {}", name.display()));
    };
    let format = formats.first().copied().unwrap_or(Format::Json);
    let unasked = Command {
        verb: *verb,
        files: Vec::new(),
        format,
        with_text: true,
        year: None,
        truncation: false,
        language: Language::default(),
        earlier: None,
        project: None,
    };
    let command = options(rest, unasked)?;
    fits(&command, &name.display().to_string(), formats)?;
    Ok(Invocation::Run(command))
}

/// Whether the options go together.
fn fits(command: &Command, name: &str, formats: &[Format]) -> Result<(), String> {
    if !formats.contains(&command.format) {
        let known: Vec<&str> = formats.iter().map(|format| format.name()).collect();
        return Err(format!("{name} prints {}", known.join(" or ")));
    }
    if command.files.is_empty() {
        return Err(format!("{name} needs a file"));
    }
    if command.format == Format::Html && command.files.len() > 1 {
        return Err("html is the report on one file".to_owned());
    }
    if command.earlier.is_some() && command.verb != Verb::Audit {
        return Err(format!("{name} knows no --earlier"));
    }
    if command.files.iter().chain(&command.earlier).filter(|file| *file == "-").count() > 1 {
        return Err("standard input (-) can be read only once".to_owned());
    }
    Ok(())
}

fn options(arguments: &[OsString], mut command: Command) -> Result<Command, String> {
    let mut words = arguments.iter();
    while let Some(word) = words.next() {
        let (name, inline) = split_option(word);
        let mut value = || inline.clone().or_else(|| words.next().cloned()).ok_or_else(|| format!("{} needs a value", name.display()));
        match name.to_str() {
            Some("--") => {
                command.files.extend(words.by_ref().cloned());
            }
            Some("--format") => command.format = format(&value()?)?,
            Some("--earlier") => command.earlier = Some(value()?),
            Some("--project") => command.project = Some(value()?),
            Some("--language") => command.language = language(&value()?)?,
            Some("--year") => command.year = Some(year(&value()?)?),
            Some("--truncation") if inline.is_none() => command.truncation = true,
            Some("--no-text") if inline.is_none() => command.with_text = false,
            Some(text) if text.starts_with('-') && text != "-" => return Err(format!("there is no option {text}")),
            _ => command.files.push(word.clone()),
        }
    }
    Ok(command)
}

/// "--format=csv" is "--format" with a value.
fn split_option(word: &OsStr) -> (&OsStr, Option<OsString>) {
    match word.to_str().filter(|text| text.starts_with("--")).and_then(|text| text.split_once('=')) {
        Some((name, value)) => (OsStr::new(name), Some(value.into())),
        None => (word, None),
    }
}

fn format(value: &OsStr) -> Result<Format, String> {
    let known = Format::ALL.into_iter().find(|format| value == format.name()).or_else(|| (value == "text").then_some(Format::Table));
    known.ok_or_else(|| format!("there is no format {}: json, csv, html or table", value.display()))
}

fn language(value: &OsStr) -> Result<Language, String> {
    let tag = value.to_string_lossy().to_ascii_lowercase();
    let known = ["en", "zh"].into_iter().find(|known| tag == *known || tag.starts_with(&format!("{known}-")));
    known.map(Language::from_tag).ok_or_else(|| format!("there is no language {}: en or zh", value.display()))
}

fn year(value: &OsStr) -> Result<i32, String> {
    let year = value.to_str().and_then(|text| text.parse().ok()).filter(|year| (1000..=9999).contains(year));
    year.ok_or_else(|| format!("{} is no year", value.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Invocation, String> {
        let words: Vec<OsString> = line.split_whitespace().map(OsString::from).collect();
        parse(&words)
    }

    fn command(line: &str) -> Command {
        match parsed(line) {
            Ok(Invocation::Run(command)) => command,
            other => panic!("{line}: {other:?}"),
        }
    }

    #[test]
    fn options_and_files_come_in_any_order() {
        let expected = Command {
            verb: Verb::Analyze,
            files: vec!["a.txt".into(), "-".into()],
            format: Format::Csv,
            with_text: false,
            year: Some(2012),
            truncation: false,
            language: Language::Chinese,
            earlier: None,
            project: None,
        };
        assert_eq!(command("analyze a.txt --format csv --no-text - --year 2012 --language zh"), expected);
        assert_eq!(command("analyze --format=csv --language=zh-Hans --year=2012 --no-text a.txt -"), expected);
        assert_eq!(command("analyze -- --odd-name").files, ["--odd-name"]);
    }

    #[test]
    fn help_and_version_need_no_command() {
        for line in ["--help", "-h", "help", "analyze --help"] {
            assert_eq!(parsed(line), Ok(Invocation::Help));
        }
        assert_eq!(parsed("--version"), Ok(Invocation::Version));
    }

    #[test]
    fn each_command_has_its_own_format() {
        let unasked = |name: &str| (command(&format!("{name} a")).verb, command(&format!("{name} a")).format);
        assert_eq!(unasked("analyze"), (Verb::Analyze, Format::Json));
        assert_eq!(unasked("table"), (Verb::Table, Format::Csv));
        assert_eq!(unasked("indicators"), (Verb::Indicators, Format::Table));
        assert_eq!(unasked("audit"), (Verb::Audit, Format::Table));
        assert_eq!(command("audit a --format json").format, Format::Json);
        assert_eq!(command("audit a --format csv").format, Format::Csv);
        assert_eq!(command("audit a --format text --truncation").format, Format::Table);
        assert!(command("audit a --truncation").truncation);
        assert_eq!(command("audit b --earlier a --format html").earlier, Some("a".into()));
        assert_eq!(parsed("indicators a --format csv"), Err("indicators prints table or json".to_owned()));
    }

    #[test]
    fn what_makes_no_sense_is_said() {
        for (line, part) in [
            ("", "no command"),
            ("analyse a", "no command analyse"),
            ("analyze", "needs a file"),
            ("analyze a --format", "--format needs a value"),
            ("analyze a --format xml", "no format xml"),
            ("analyze a --year soon", "soon is no year"),
            ("analyze a --language fr", "no language fr"),
            ("analyze a --fast", "no option --fast"),
            ("analyze - -", "only once"),
            ("audit - --earlier -", "only once"),
            ("analyze a --earlier b", "no --earlier"),
            ("audit a b --format html", "one file"),
            ("table a --format html", "csv or table"),
        ] {
            let message = parsed(line).unwrap_err();
            assert!(message.contains(part), "{line}: {message}");
        }
    }
}
