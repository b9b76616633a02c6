//! `provenance indicators`: what can be compared across the regions of each report.

use crate::analysis::{Analysis, Origin};
use crate::compare::{Scale, indicator_choices, unit_words};
use std::io::{self, Write};

/// Writes the indicators that at least one region states, with unit, coverage and origin.
pub(super) fn write(analyses: &[Analysis], out: &mut dyn Write) -> io::Result<()> {
    for analysis in analyses {
        let choices = indicator_choices(analysis);
        writeln!(out, "{}: {} indicators", analysis.document.name, choices.len())?;
        for choice in choices {
            let coverage = format!("{} of {}", choice.stated, choice.of);
            writeln!(
                out,
                "  {:<36} {coverage:>10}  {} ({}), {}",
                choice.id,
                choice.label,
                unit_words(choice.unit, Scale::One, choice.noun.as_deref(), None),
                in_words(choice.origin)
            )?;
        }
    }
    Ok(())
}

fn in_words(origin: Origin) -> &'static str {
    match origin {
        Origin::Catalogue => "from the catalogue",
        Origin::Discovered => "found in the report",
        Origin::User => "defined by the user",
    }
}
