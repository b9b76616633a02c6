//! Rates and steps between two levels whose places are told: "from 149 to 158, up 8.0 per cent", "2,210 crashes, 5.4 per cent more than in 2021
//! (2,096)".
//!
//! From changes that nothing has judged, to findings "growth".

use super::super::draft::Draft;
use super::super::growth::check_between;
use super::super::page::Page;
use super::super::step::Step;
use super::super::words;
use super::{in_front, is_exact};
use crate::analysis::{Kind, Unit};
use rustc_hash::FxHashSet;

/// Checks every rate and step that is still open.
pub(super) fn check(page: &Page, judged: &FxHashSet<usize>, out: &mut Vec<Draft>) {
    for (id, q) in page.briefs(0..page.quantities.len()) {
        if matches!(q.kind, Kind::Growth | Kind::Change | Kind::Gap | Kind::Share) && !judged.contains(&id) && is_exact(page, id) {
            let certain = from_to(page, id).or_else(|| than_in_bracket(page, id).map(|step| (step, None)));
            let likely = || held_against(page, id).or_else(|| dated_pair(page, id)).or_else(|| led_from(page, id));
            let step = certain.or_else(|| likely().map(|step| (step, Some(2))));
            out.extend(step.filter(|(step, _)| fits(page, id, *step)).and_then(|(step, fewest)| check_between(page, id, step, fewest)));
        }
    }
}

/// Whether two levels are of one unit that the change may be of, and so near each other that one may have become the other.
fn fits(page: &Page, id: usize, step: Step) -> bool {
    let (new, former, change) = (page.brief(step.new), page.brief(step.former), page.brief(id));
    let level = |id: usize| is_exact(page, id) && matches!(page.brief(id).kind, Kind::Level | Kind::Average | Kind::Share | Kind::Target);
    let unit = change.unit == Unit::Percent && new.unit != Unit::Percent
        || change.unit == Unit::PercentagePoint && new.unit == Unit::Percent
        || change.unit == new.unit
        || change.unit.is_counted() && new.unit.is_counted();
    let counted = new.unit.is_counted() && former.unit.is_counted();
    level(step.new)
        && level(step.former)
        && (new.unit == former.unit || counted)
        && unit
        && !new.unit.is_time()
        && step.is_within(page, NEAR)
}

/// So many times one level may be the other.
const NEAR: i64 = 20;

/// "from 149 to 158, up 8.0 per cent", "from 428 to 336, or by 21.5%", "from 6,830 to 8,490 (24%)", "to 19.86 from 19.10 in 2018 (4.0 percent)".
fn from_to(page: &Page, id: usize) -> Option<(Step, Option<usize>)> {
    let last = in_front(page, id)?;
    let first = in_front(page, last)?;
    let pair = |from: usize, to: usize| page.led_by(from, &["from"]) && page.led_by(to, &["to"]);
    let (former, new) = if pair(last, first) { (last, first) } else { (first, last) };
    if !pair(former, new) || words::words(page.between(first, last)).count() > PAIR {
        return None;
    }
    let between = page.between(last, id);
    let bracket = between.trim_end().trim_end_matches('+').strip_suffix('(');
    let alone = bracket.is_some_and(|noun| words::words(noun).count() <= TAIL && !noun.contains([',', ';', '(']));
    if alone && page.after(id).trim_start().starts_with(')') {
        return Some((Step { former, new, tied: true }, Some(2)));
    }
    let tail = words::behind(between, b",(");
    let moved = words::words(tail).any(|word| words::is_one_of(word, words::RISE) || words::is_one_of(word, words::FALL));
    let or = words::words(tail).next().is_some_and(|word| word == "or");
    let near = words::words(tail).count() <= TAIL && !between.contains([';', ':']) && between.matches(',').count() <= 1;
    let plain =
        !words::has_any(between, &["and", "while", "but", "whereas", "with", "since", "average", "annual", "yearly", "compound", "real"]);
    // "up 8.0 per cent on the plan": since another level.
    let since = page.after(id).trim_start().starts_with("of ") || words::has_any(words::up_to(page.after(id), b",;."), LEVELS);
    (near && plain && (moved || or) && !since).then_some((Step { former, new, tied: true }, None))
}

/// Words behind a rate that name a level of their own.
const LEVELS: &[&str] = &[
    "than",
    "from",
    "since",
    "above",
    "below",
    "on",
    "over",
    "year",
    "annually",
    "per",
    "real",
    "constant",
    "adjusted",
    "seasonally",
    "comparable",
];

/// Words between two levels, and from the new one to the rate.
const PAIR: usize = 6;
const TAIL: usize = 6;

/// "2,210 crashes, 5.4 per cent more than in 2021 (2,096)".
fn than_in_bracket(page: &Page, id: usize) -> Option<Step> {
    let (new, former) = (in_front(page, id)?, id + 1);
    if !page.in_sentence(id).contains(&former) {
        return None;
    }
    let between = page.between(id, former);
    let said = between.trim_end().strip_suffix('(')?;
    let mut behind = words::words(said).skip_while(|word| words::is_one_of(word, &["or"]));
    let more = behind.next().is_some_and(|word| words::is_one_of(word, MORE));
    let than = behind.next().is_some_and(|word| words::is_one_of(word, &["than"]));
    let dated = words::words(said).any(|word| is_year(word) || words::is_one_of(word, &["year", "then", "before", "earlier"]));
    let closed = page.after(former).trim_start().starts_with(')');
    let apart = page.between(new, id);
    let near = words::words(apart).count() <= APART && apart.contains(',') && !apart.contains([';', '(', ':']);
    (more && than && dated && closed && near && !said.contains([',', ';', '('])).then_some(Step { former, new, tied: true })
}

/// "57,250 households, down 4% from 59,640", "3,290 starts were 2.4% short of the 3,370 planned", "3,120 billion, down 7.6% on 2018 (3,376 billion)".
fn held_against(page: &Page, id: usize) -> Option<Step> {
    let (new, former) = (in_front(page, id)?, id + 1);
    if !page.in_sentence(id).contains(&former) {
        return None;
    }
    let between = page.between(id, former).trim();
    let (said, bracket) = between.strip_suffix('(').map_or((between, false), |said| (said, true));
    let mut words = words::words(said);
    let first = words.next()?;
    let held = words::is_one_of(first, AGAINST)
        || (words::is_one_of(first, MORE) || matches!(first, "short" | "ahead" | "up" | "down"))
            && words.next().is_some_and(|word| matches!(word, "than" | "of" | "on"));
    let dated = || words::words(said).any(|word| is_year(word) || words::is_one_of(word, &["year", "then", "before", "earlier"]));
    let closed = !bracket || dated() && page.after(former).trim_start().starts_with(')');
    let plain =
        !said.contains([',', ';', ':', '(', '.', ')']) && words::words(said).count() <= HELD && !words::has_any(said, &["and", "or", "to"]);
    let apart = page.between(new, id);
    let near =
        words::words(apart).count() <= APART && !apart.contains([';', '(', ':', '.']) && !words::has_any(apart, &["and", "while", "but"]);
    (held && closed && plain && near).then_some(Step { former, new, tied: true })
}

/// Words behind a rate that lead to what it is held against.
const AGAINST: &[&str] = &["from", "on", "over", "above", "below", "under"];

/// Words of "short of the revised annual target of".
const HELD: usize = 7;

const MORE: &[&str] = &["more", "fewer", "less", "higher", "lower"];

/// Words between a level and the rate behind it: "people died on the roads,".
const APART: usize = 8;

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit()) && (word.starts_with("19") || word.starts_with("20"))
}

/// Whether two levels of one thing are of different years, the first of the earlier one.
fn follow(page: &Page, former: usize, new: usize) -> bool {
    let year = |id: usize| page.get(id).and_then(|q| q.year);
    let noun = page.noun(former).zip(page.noun(new)).is_none_or(|(a, b)| a == b);
    noun && year(former).zip(year(new)).is_some_and(|(then, now)| then < now)
}

/// "came to 18,400 (16,000 in 2019), an increase of 15 per cent", "In 2019 it was 16,000; in 2020 it was 18,400, a rise of 15 per cent".
fn dated_pair(page: &Page, id: usize) -> Option<Step> {
    let last = in_front(page, id)?;
    let first = in_front(page, last)?;
    let between = page.between(last, id);
    let tail = words::behind(between, b",");
    let moved = words::words(tail).any(|word| words::is_one_of(word, words::RISE) || words::is_one_of(word, words::FALL));
    let near =
        words::words(tail).count() <= TAIL && between.contains(',') && !words::has_any(tail, &["and", "while", "but", "average", "annual"]);
    let since = words::has_any(words::up_to(page.after(id), b",;."), LEVELS);
    let bracket = page.between(first, last).trim_end().ends_with('(') && between.contains(')');
    let (former, new) = if bracket { (last, first) } else { (first, last) };
    let apart = bracket || page.between(first, last).contains([';', ',']) && !between.contains(['(', ')', ';']);
    (moved && near && !since && apart && follow(page, former, new)).then_some(Step { former, new, tied: true })
}

/// "Having stood at 16,000 in 2019, admissions rose by 15 per cent to 18,400": the former level is the one in front, and nothing but "to" leads on.
fn led_from(page: &Page, id: usize) -> Option<Step> {
    let (former, new) = (in_front(page, id)?, id + 1);
    if !page.in_sentence(id).contains(&new) || !words::words(page.between(id, new)).eq(["to"]) {
        return None;
    }
    let between = page.between(former, id);
    let moved = words::words(between).any(|word| words::is_one_of(word, words::RISE) || words::is_one_of(word, words::FALL));
    let plain =
        between.contains(',') && !between.contains([';', '(', ':']) && !words::has_any(between, &["and", "while", "but", "whereas"]);
    let alone = page.in_sentence(id).start == former;
    (moved && plain && alone && follow(page, former, new)).then_some(Step { former, new, tied: true })
}
