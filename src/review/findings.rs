//! Answers to findings. Stands behind the audit, whose findings have new numbers at every reading: a finding is known by its rule and by the
//! passages of its figures.

use super::figures::figure_of;
use super::{Anchor, Change, Entry};
use crate::analysis::{Analysis, Lost, Outcome};
use std::collections::BTreeSet;

/// Puts the reader's answers beside the findings, the latest for each, and adds an outcome for each answer to `Analysis::review`.
pub fn apply_to_findings(text: &str, analysis: &mut Analysis, entries: &[Entry]) {
    for entry in entries {
        let Change::Answer { rule, figures, answer } = &entry.change else { continue };
        let place = place_of(text, analysis, rule, figures);
        let quantity = figures.first().and_then(|at| figure_of(text, &analysis.quantities, at));
        let lost = match place.and_then(|place| analysis.findings.get_mut(place)) {
            Some(finding) => {
                finding.answer.clone_from(answer);
                None
            }
            None => Some(Lost::Finding),
        };
        analysis.review.push(Outcome { entry: entry.id, quantity, lost });
    }
}

/// The finding of a rule about just these figures.
fn place_of(text: &str, analysis: &Analysis, rule: &str, figures: &[Anchor]) -> Option<usize> {
    let ids: Vec<u32> = figures.iter().map(|at| figure_of(text, &analysis.quantities, at)).collect::<Option<_>>()?;
    let wanted: BTreeSet<u32> = ids.iter().copied().collect();
    analysis.findings.iter().position(|finding| {
        finding.rule == rule
            && finding.quantities.first() == ids.first()
            && finding.quantities.iter().copied().collect::<BTreeSet<_>>() == wanted
    })
}
