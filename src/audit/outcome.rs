//! Reach and outcome of one sentence: "covering 330,000 people, which lifted 148,000 people out of poverty"; rates of success; funds that were
//! allocated and used.
//!
//! From the figures of a sentence, to findings `outcome`.

use super::brief::{Brief, Trait};
use super::cue::Cue;
use super::draft::Draft;
use super::judge::{Judged, Reading};
use super::page::Page;
use super::words;
use super::{rules, show};
use crate::analysis::{Kind, Unit, Verdict};
use crate::wording::{Sentence, audit as say};

/// Figures between reach and outcome.
const REACH: usize = 3;

/// Behind or in front of those who got out of poverty.
const LIFTED: &[&str] = &["out of poverty", "shook off poverty", "shake off poverty"];

/// Behind or in front of those who found work.
const EMPLOYED: &[&str] = &["find jobs", "found jobs", "find employment", "find work", "were employed", "got jobs", "obtain jobs"];

/// Money that is there to be used, and money that has been.
const ALLOCATED: &[&str] = &["allocated", "in place", "received", "available"];
const USED: &[&str] = &["used", "spent", "disbursed"];

/// Checks reach and outcome, rates and funds, sentence by sentence.
pub(super) fn check(page: &Page, out: &mut Vec<Draft>) {
    for id in 0..page.quantities.len() {
        let ahead = id + 1..page.in_sentence(id).end.min(id + 1 + REACH);
        if page.said_before(id).intersects(Cue::COVERED | Cue::TAUGHT) {
            out.extend(ahead.clone().find_map(|outcome| people(page, id, outcome)));
        }
        out.extend(ahead.into_iter().next().and_then(|next| funds(page, id, next)));
        if page.said_before(id).contains(Cue::RATE) {
            out.extend(rate(page, id));
        }
    }
}

/// Those reached, and those of them for whom it worked.
fn people(page: &Page, reached: usize, outcome: usize) -> Option<Draft> {
    let (a, b) = (page.brief(reached), page.brief(outcome));
    let counted = |q: &Brief| {
        matches!(q.unit, Unit::People | Unit::Households) && q.kind == Kind::Level && !q.traits.intersects(Trait::PER | Trait::PART)
    };
    if a.unit != b.unit || !counted(a) || !counted(b) || page.between(reached, outcome).contains(';') {
        return None;
    }
    let said = page.said_before(reached);
    let (covered, taught) = (said.contains(Cue::COVERED), said.contains(Cue::TAUGHT));
    let around = format!("{} {}", page.before(outcome), clause(page.after(outcome)));
    let fits =
        covered && (words::has_any(&around, LIFTED) || words::has_any(&around, EMPLOYED)) || taught && words::has_any(&around, EMPLOYED);
    if !fits {
        return None;
    }
    // Teachers who were trained need not be those who found work.
    let same_people = page.noun(reached) == page.noun(outcome) || page.noun(reached).is_none() || page.noun(outcome).is_none();
    if !same_people && exceeds(page, outcome, reached) {
        return None;
    }
    within(page, outcome, reached, (&say::REACH_FITS, &say::REACH_OFF))
}

/// "funds of 1.083 billion yuan were used, 942.98 million yuan was actually allocated".
fn funds(page: &Page, first: usize, second: usize) -> Option<Draft> {
    let (a, b) = (page.brief(first), page.brief(second));
    let money = |of: &Brief| of.is(Trait::AMOUNT | Trait::MONEY) && !of.is(Trait::PER);
    if !money(a) || !money(b) || a.unit != b.unit {
        return None;
    }
    // The verb behind each of the two.
    let auxiliary = |id: usize| words::words(page.after(id)).next().is_some_and(|w| matches!(w, "was" | "were" | "had" | "has" | "have"));
    if !auxiliary(first) || !auxiliary(second) {
        return None;
    }
    let said = |id: usize, verbs: &[&str]| words::words(page.after(id)).take(3).skip(1).any(|w| verbs.contains(&w));
    let (used, allocated) = match (said(first, USED) && said(second, ALLOCATED), said(first, ALLOCATED) && said(second, USED)) {
        (true, _) => (first, second),
        (_, true) => (second, first),
        _ => return None,
    };
    within(page, used, allocated, (&say::FUNDS_FIT, &say::FUNDS_OFF))
}

/// A text up to its first comma.
fn clause(text: &str) -> &str {
    text.split([',', ';', '.']).next().unwrap_or("")
}

fn exceeds(page: &Page, a: usize, b: usize) -> bool {
    page.printed(a).zip(page.printed(b)).is_some_and(|(a, b)| a.exceeds(b))
}

/// `part` must not exceed `whole`.
fn within(page: &Page, part: usize, whole: usize, (good, bad): (&Sentence, &Sentence)) -> Option<Draft> {
    let exceeds = exceeds(page, part, whole);
    let verdict = if exceeds { Verdict::Inconsistent } else { Verdict::Consistent };
    let judged = Judged { verdict, ..Judged::new(page, part, &|read: Reading| Some((read(part)?, read(whole)?)))? };
    let (x, y) = (page.told(part), page.told(whole));
    let note = if exceeds { page.say(bad, &[("part", &x), ("whole", &y)]) } else { page.say(good, &[]) };
    let sign = if exceeds { ">" } else { "\u{2264}" };
    Some(Draft::judged(&rules::OUTCOME, judged, vec![part, whole], note).calculation(format!("{x} {sign} {y}")))
}

/// "8284 person-times, and more than 8,100 laborers were transferred. The transfer rate was 95%."
fn rate(page: &Page, id: usize) -> Option<Draft> {
    let q = page.get(id).filter(|q| q.unit == Unit::Percent && q.kind == Kind::Share && q.of.is_none())?;
    let before = page.before(id).to_lowercase();
    let named = before.rsplit([',', ';']).next().and_then(|clause| clause.rfind(" rate ").and_then(|at| clause.get(..at)))?;
    let stem: String = words::words(named).last()?.chars().take(STEM).collect();
    let counts: Vec<usize> = (page.around(id, 1, 0).start..id).filter(|c| is_people(page, *c)).collect();
    let [.., all, some] = counts.as_slice() else { return None };
    let told = words::words(page.before(*some)).chain(words::words(clause(page.after(*some)))).any(|w| w.to_lowercase().starts_with(&stem));
    let between = page.between(*all, *some);
    let joined =
        page.sentence_of(*all) == page.sentence_of(*some) && words::has_any(between, &["and"]) && words::words(between).count() <= NEAR;
    if stem.len() < STEM || !told || !joined || *some + 1 != id || page.printed(*some)?.exceeds(page.printed(*all)?) {
        return None;
    }
    let judged = Judged::new(page, id, &|read: Reading| Some((read(id)?, read(*some)?.over(read(*all)?)?.percent()?)))?;
    let computed = show::percent(judged.computed.point);
    let calculation = format!("{} / {} = {computed}", page.told(*some), page.told(*all));
    let note = match judged.verdict {
        Verdict::Inconsistent => page.say(&say::OUTCOME_OFF, &[("computed", &computed), ("stated", &page.show.figure(q))]),
        _ => page.say(&say::OUTCOME_FITS, &[]),
    };
    Some(Draft::judged(&rules::OUTCOME, judged, vec![id, *some, *all], note).calculation(calculation))
}

/// Words between two counts that are told in one breath.
const NEAR: usize = 12;

/// Letters by which a verb and its noun are known as one ("transfer", "transferred").
const STEM: usize = 6;

fn is_people(page: &Page, id: usize) -> bool {
    let q = page.get(id);
    q.is_some_and(|q| {
        q.per.is_none()
            && q.kind == Kind::Level
            && (matches!(q.unit, Unit::People | Unit::PersonTimes) || q.unit == Unit::Count && labor(page, id))
    })
}

fn labor(page: &Page, id: usize) -> bool {
    page.noun(id).is_some_and(|noun| matches!(noun, "labor" | "laborer" | "labour" | "worker" | "trainee" | "student" | "graduate"))
}
