//! Those of a first step who take the next: "2,480 houses were sanctioned and 1,984 completed", "212 farmers applied and 57 were accepted", "tested
//! 4,310 people, and 212 were positive".
//!
//! From two figures of one thing in a sentence, whose verbs tell steps of one procedure, to a link from the later to the first. The thing stands once:
//! "built 12 bridges and repaired 5" tells of others, and so does a figure with a noun of its own.

use super::Context;
use super::beside::is_beside;
use crate::analysis::{Kind, Unit};
use crate::language::Class;
use crate::quantity::Mention;
use bitflags::bitflags;
use std::ops::Range;

bitflags! {
    /// Procedures whose steps are told one after the other.
    #[derive(Clone, Copy, PartialEq, Eq)]
    struct Course: u8 {
        /// What is applied for is granted.
        const APPLYING = 1;
        /// What is approved is carried out.
        const APPROVING = 2;
        /// Of those examined some are found to be something.
        const TESTING = 4;
        /// Complaints that come in are settled.
        const SETTLING = 8;
        /// Those taught pass.
        const LEARNING = 16;
        /// Those who fall ill recover or die.
        const ILLNESS = 32;
    }
}

/// Links figures of a later step to that of the first.
pub(super) fn link_stages(context: &Context, mentions: &mut [Mention]) {
    for i in 0..mentions.len() {
        let open = mentions.get(i).is_some_and(|m| m.of.is_none() && m.noun.is_none() && m.kind != Kind::Target && is_amount(m));
        if !open || context.previous(i).is_none() {
            continue;
        }
        let Some(later) = later_step(context, i).filter(|_| !is_beside(context, i)) else { continue };
        let first = first_step(context, mentions, i, later);
        if let Some(m) = mentions.get_mut(i).filter(|_| first.is_some()) {
            m.of = first.map(|first| (first, "stage"));
        }
    }
}

fn is_amount(m: &Mention) -> bool {
    m.stands_alone() && m.per.is_none() && m.unit.is_some_and(|u| u.is_counted() || u.is_currency())
}

/// Figures between the two: shares and times.
const BETWEEN: usize = 3;

/// The figure in front that counts the same things, and whose verb is a first step of the procedure.
fn first_step(context: &Context, mentions: &[Mention], i: usize, later: Course) -> Option<usize> {
    let this = mentions.get(i)?;
    let start = context.in_sentence(i).start;
    let aside = |m: &Mention| m.unit.is_some_and(|u| u.is_relative() || u.is_time());
    let before = (start..i).rev().take(BETWEEN + 1).find(|j| !mentions.get(*j).is_some_and(aside))?;
    let first = mentions.get(before).filter(|m| is_amount(m) && m.unit == this.unit && m.amount.bounds() > this.amount.bounds())?;
    let same = first.head == this.head && (first.noun.is_some() || this.unit.is_some_and(Unit::is_currency));
    let step = |range: Range<usize>| range.clone().any(|t| first_of(context.read.str(t)).intersects(later));
    (same && !is_beside(context, before) && (step(context.near(before)) || step(context.behind(before)))).then_some(before)
}

/// The procedure of which the verb of figure `i` tells a later step: right behind it ("57 were accepted"), or right in front ("and resolved 860").
fn later_step(context: &Context, i: usize) -> Option<Course> {
    let read = context.read;
    let end = context.end(i);
    let idle = |t: usize| read.word_is(t, Class::AUXILIARY) || matches!(read.str(t), "of" | "them" | "whom" | "these" | "been" | "later");
    let behind = (end..end + IDLE).find(|t| !idle(*t)).map(|t| later_of(read.str(t))).filter(|course| !course.is_empty());
    let active = || {
        let lead = context.lead(i).filter(|t| context.gap(i).contains(t))?;
        let joined = lead > 0 && read.word_is(lead - 1, Class::AND);
        Some(later_of(read.str(lead)).intersection(Course::SETTLING | Course::TESTING)).filter(|course| joined && !course.is_empty())
    };
    behind.or_else(active)
}

/// Words between a figure and its verb ("of them had been").
const IDLE: usize = 5;

/// The procedures that a verb begins.
fn first_of(word: &str) -> Course {
    match word {
        "applied" | "nominated" | "submitted" | "requested" | "applications" => Course::APPLYING,
        "approved" | "sanctioned" | "authorised" | "authorized" | "allotted" | "granted" | "awarded" | "contracted" | "signed" => {
            Course::APPROVING
        }
        "tested" | "screened" | "examined" | "sampled" | "inspected" | "surveyed" | "audited" | "checked" | "assessed" => Course::TESTING,
        "received" | "filed" | "lodged" | "complaints" | "petitions" | "appeals" => Course::SETTLING,
        "trained" | "enrolled" | "sat" | "attended" | "recruited" | "got" | "apprenticed" => Course::LEARNING,
        "admitted" => Course::LEARNING | Course::ILLNESS,
        "infected" | "hospitalised" | "hospitalized" | "diagnosed" | "ill" => Course::ILLNESS,
        _ => Course::empty(),
    }
}

/// The procedures of which a verb tells a later step.
fn later_of(word: &str) -> Course {
    match word {
        "accepted" | "selected" | "shortlisted" | "rejected" | "refused" | "successful" | "approved" | "granted" | "awarded"
        | "admitted" => Course::APPLYING,
        "completed" | "finished" => Course::APPROVING | Course::LEARNING,
        "built" | "disbursed" | "released" | "implemented" | "delivered" | "commissioned" => Course::APPROVING,
        "positive" | "infected" | "negative" | "diagnosed" | "contaminated" | "unsafe" | "referred" | "fined" | "failed" | "found"
        | "compliant" => Course::TESTING,
        "passed" => Course::TESTING | Course::LEARNING,
        "resolved" | "settled" | "solved" | "disposed" | "decided" | "upheld" | "dismissed" | "answered" => Course::SETTLING,
        "graduated" | "qualified" | "certified" | "placed" => Course::LEARNING,
        "died" | "recovered" | "discharged" | "cured" | "survived" => Course::ILLNESS,
        _ => Course::empty(),
    }
}
