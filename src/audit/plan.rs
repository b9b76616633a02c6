//! Plans overfulfilled: "6.2% beyond the plan" in one place and "completing 105.9% of the plan" in another.
//!
//! From percentages beside words of a plan, to findings "repeat".

use super::brief::Trait;
use super::content::Content;
use super::cue::Cue;
use super::draft::Draft;
use super::interval::Interval;
use super::judge::{Judged, Reading};
use super::page::Page;
use super::{rules, show};
use crate::analysis::Verdict;
use crate::wording::audit as say;
use rust_decimal::Decimal;

/// Percentages of a section to keep in mind.
const REMEMBERED: usize = 16;

/// Compares the two ways of saying it within each section.
pub(super) fn check(page: &Page, out: &mut Vec<Draft>) {
    let mut beyond: Vec<usize> = Vec::new();
    for id in page.with(Trait::PERCENT) {
        let Some(q) = page.get(id) else { continue };
        beyond.retain(|b| page.get(*b).is_some_and(|other| other.section == q.section));
        let value = q.amount.one().unwrap_or_default();
        if value < Decimal::ONE_HUNDRED && page.said_before(id).contains(Cue::BEYOND) || page.said_after(id).contains(Cue::BEYOND_PLAN) {
            beyond.push(id);
            beyond.drain(..beyond.len().saturating_sub(REMEMBERED));
        } else if value >= Decimal::ONE_HUNDRED && page.said_after(id).contains(Cue::GOAL) {
            out.extend(beyond.iter().find_map(|b| compare(page, *b, id)));
        }
    }
}

/// Words that any plan of these reports may be of.
const ANY_PLAN: &[&str] = &["people", "poor", "poverty", "alleviation", "fund", "antipoverty"];

/// What the figure in front of a percentage is of, without the words that any of them may have.
fn topic_words(page: &Page, id: usize) -> Content {
    let figure = (page.in_sentence(id).start..id).rev().find(|f| page.is_amount(*f));
    figure.map(|f| page.clause(f).clone().without(&Content::of_words(ANY_PLAN))).unwrap_or_default()
}

fn compare(page: &Page, beyond: usize, completed: usize) -> Option<Draft> {
    let same = topic_words(page, beyond).common(&topic_words(page, completed)) > 0;
    if !same || page.sentence_of(beyond) == page.sentence_of(completed) {
        return None;
    }
    let relation = |read: Reading| Some((read(completed)?, read(beyond)?.plus(Interval::exact(Decimal::ONE_HUNDRED))?));
    let judged = Judged::new(page, completed, &relation).filter(|j| j.difference().abs() <= Decimal::ONE)?;
    let (more, in_all) = (page.told(beyond), page.told(completed));
    let note = match judged.verdict {
        Verdict::Inconsistent => page.say(&say::PLAN_TWICE_OFF, &[("beyond", &more), ("completed", &in_all)]),
        _ => page.say(&say::PLAN_TWICE_FITS, &[]),
    };
    let calculation = format!("100% + {more} = {}", show::percent(judged.computed.point));
    Some(Draft::judged(&rules::REPEAT, judged, vec![completed, beyond], note).calculation(calculation))
}
