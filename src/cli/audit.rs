//! `provenance audit`: the checks of each report, in words or as files, perhaps against the report of the year before.

use super::arguments::{Command, Format};
use super::date::today;
use crate::analysis::{Analysis, Finding, Tally, Verdict};
use crate::audit::{against_earlier, is_earlier};
use crate::export::{AuditRun, EarlierRun, audit_csv, audit_html, audit_json};
use std::io::{self, Write};

/// A report with what was found against the earlier one.
struct Held<'a> {
    analysis: &'a Analysis,
    against: Option<(&'a Analysis, Vec<Finding>)>,
}

/// Writes the audit of all reports in the format asked for. Whether something does not add up.
pub(super) fn write(command: &Command, analyses: &[Analysis], earlier: Option<&Analysis>, out: &mut dyn Write) -> io::Result<bool> {
    let held: Vec<Held> = analyses.iter().map(|analysis| hold(analysis, earlier, command)).collect();
    let date = today();
    let runs: Vec<AuditRun> = held.iter().map(|held| held.run(command, &date)).collect();
    match command.format {
        Format::Csv => super::tidy::write_under_one_header(runs.iter().map(|run| audit_csv(run, |_| true)), out)?,
        Format::Html => runs.iter().try_for_each(|run| out.write_all(audit_html(run, &run.analysis.document.name).as_bytes()))?,
        Format::Json => write_json(command, &runs, out)?,
        Format::Table => held.iter().try_for_each(|held| held.list(out))?,
    }
    Ok(held.iter().flat_map(Held::findings).any(|finding| finding.verdict == Verdict::Inconsistent))
}

/// One file gives its object, several an array, as for the other commands.
fn write_json(command: &Command, runs: &[AuditRun], out: &mut dyn Write) -> io::Result<()> {
    let texts: Vec<String> = runs.iter().map(audit_json).collect::<Result<_, _>>()?;
    match texts.as_slice() {
        [only] if command.files.len() == 1 => writeln!(out, "{only}"),
        several => writeln!(out, "[{}]", several.join(",\n")),
    }
}

/// Holds a report against an earlier one, where it is one of the same kind.
fn hold<'a>(analysis: &'a Analysis, earlier: Option<&'a Analysis>, command: &Command) -> Held<'a> {
    let first = u32::try_from(analysis.findings.len()).unwrap_or(u32::MAX);
    let earlier = earlier.filter(|earlier| is_earlier(earlier, analysis));
    let settings = super::settings(command);
    Held { analysis, against: earlier.map(|earlier| (earlier, against_earlier(analysis, earlier, settings, command.language, first))) }
}

impl Held<'_> {
    fn run<'a>(&'a self, command: &Command, date: &'a str) -> AuditRun<'a> {
        let earlier = self.against.as_ref().map(|(analysis, findings)| EarlierRun { analysis, findings });
        AuditRun { analysis: self.analysis, settings: super::settings(command), date, earlier, language: command.language }
    }

    fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.analysis.findings.iter().chain(self.against.iter().flat_map(|(_, findings)| findings))
    }

    /// Counts by verdict, then what does not add up, adds up only within rounding, or cannot be checked, region by region.
    fn list(&self, out: &mut dyn Write) -> io::Result<()> {
        let analysis = self.analysis;
        let counts = |findings: &[Finding], out: &mut dyn Write| {
            let tally = Tally::of(findings);
            Verdict::BY_WEIGHT.into_iter().try_for_each(|verdict| {
                let count = tally.count(verdict);
                writeln!(out, "  {count:>5} {}", in_words(verdict, count))
            })
        };
        writeln!(out, "{}: {} checks", analysis.document.name, analysis.findings.len())?;
        counts(&analysis.findings, out)?;
        list_by_region(analysis, &analysis.findings, out)?;
        if let Some((earlier, findings)) = &self.against {
            writeln!(out, "\nagainst {}: {} checks", earlier.document.name, findings.len())?;
            counts(findings, out)?;
            list_by_region(analysis, findings, out)?;
        }
        Ok(())
    }
}

fn list_by_region(analysis: &Analysis, findings: &[Finding], out: &mut dyn Write) -> io::Result<()> {
    for section in &analysis.sections {
        let told = findings.iter().filter(|finding| finding.section == section.id && finding.verdict != Verdict::Consistent);
        for (place, finding) in told.enumerate() {
            if place == 0 {
                writeln!(out, "\n{}", section.region.name)?;
            }
            let story = if finding.changes_story { ", changes the story" } else { "" };
            writeln!(out, "  {}{story}: {}", finding.verdict.words(), finding.note)?;
            if !finding.calculation.is_empty() {
                writeln!(out, "      {}", finding.calculation)?;
            }
            if let Some(slip) = &finding.slip {
                writeln!(out, "      possibly: {slip}")?;
            }
        }
    }
    Ok(())
}

fn in_words(verdict: Verdict, count: usize) -> &'static str {
    match (verdict, count) {
        (_, 1) | (Verdict::Unchecked, _) => verdict.words(),
        (Verdict::Consistent, _) => "add up",
        (Verdict::Rounding, _) => "add up only within rounding",
        (Verdict::Inconsistent, _) => "do not add up",
    }
}
