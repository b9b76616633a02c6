//! `provenance audit`: the checks of each region, in words.

use crate::analysis::{Analysis, Finding, Verdict};
use crate::export::findings_csv;
use std::io::{self, Write};

/// Verdicts in the order in which a reader wants them.
const VERDICTS: [Verdict; 4] = [Verdict::Inconsistent, Verdict::Rounding, Verdict::Unchecked, Verdict::Consistent];

/// Whether something in the report does not add up.
pub(super) fn disagrees(analysis: &Analysis) -> bool {
    analysis.findings.iter().any(|finding| finding.verdict == Verdict::Inconsistent)
}

/// Writes one row for each check of all analyses.
pub(super) fn write_csv(analyses: &[Analysis], out: &mut dyn Write) -> io::Result<()> {
    super::tidy::write_under_one_header(analyses.iter().map(|analysis| findings_csv(analysis, (0..).take(analysis.findings.len()))), out)
}

/// Writes counts by verdict, then what does not add up, adds up only within rounding, or cannot be checked, region by region.
pub(super) fn write(analyses: &[Analysis], out: &mut dyn Write) -> io::Result<()> {
    for analysis in analyses {
        writeln!(out, "{}: {} checks", analysis.document.name, analysis.findings.len())?;
        for verdict in VERDICTS {
            let count = analysis.findings.iter().filter(|finding| finding.verdict == verdict).count();
            writeln!(out, "  {count:>5} {}", in_words(verdict, count))?;
        }
        let mut findings = analysis.findings.iter().peekable();
        for section in &analysis.sections {
            let own: Vec<&Finding> = std::iter::from_fn(|| findings.next_if(|finding| finding.section <= section.id)).collect();
            let told: Vec<&&Finding> = own.iter().filter(|finding| finding.verdict != Verdict::Consistent).collect();
            if !told.is_empty() {
                writeln!(out, "\n{}", section.region.name)?;
            }
            for finding in told {
                writeln!(out, "  {}: {}", in_words(finding.verdict, 1), finding.note)?;
                if !finding.calculation.is_empty() {
                    writeln!(out, "      {}", finding.calculation)?;
                }
                if let Some(slip) = &finding.slip {
                    writeln!(out, "      possibly: {slip}")?;
                }
            }
        }
    }
    Ok(())
}

fn in_words(verdict: Verdict, count: usize) -> &'static str {
    match (verdict, count) {
        (Verdict::Consistent, 1) => "adds up",
        (Verdict::Consistent, _) => "add up",
        (Verdict::Rounding, 1) => "adds up only within rounding",
        (Verdict::Rounding, _) => "add up only within rounding",
        (Verdict::Inconsistent, 1) => "does not add up",
        (Verdict::Inconsistent, _) => "do not add up",
        (Verdict::Unchecked, _) => "cannot be checked",
    }
}
