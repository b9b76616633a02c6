//! Counted lists: "five counties, namely A, B, C, D and E".
//!
//! From a count and the names behind it, to findings "list".

use super::brief::{Brief, Trait};
use super::cue::Cue;
use super::draft::Draft;
use super::page::Page;
use super::{rules, words};
use crate::analysis::{Unit, Verdict};
use crate::text::lowered;
use crate::wording::audit as say;
use rust_decimal::prelude::ToPrimitive as _;

/// Checks every small count that a list of names follows.
pub(super) fn check(page: &Page, out: &mut Vec<Draft>) {
    let is_small = |(_, q): &(usize, &Brief)| {
        matches!(q.unit, Unit::Count | Unit::People | Unit::Year)
            && q.precision == Some(0)
            && q.is_without(Trait::HEDGED | Trait::PER)
            && q.rough <= LONGEST as f64 + 1.0
    };
    for (id, _) in page.briefs(0..page.quantities.len()).filter(is_small) {
        out.extend(check_list(page, id));
    }
}

/// Longer lists are not counted by hand either.
const LONGEST: usize = 40;

fn check_list(page: &Page, id: usize) -> Option<Draft> {
    let q = page.get(id)?;
    let count = q.amount.one()?.to_usize().filter(|n| (2..=LONGEST).contains(n))?;
    let opens_list = || page.said_after(id).contains(Cue::NAMES) || page.words_after(id).iter().any(|word| word.mark == b':');
    if q.unit != Unit::Year && !opens_list() {
        return None;
    }
    let noun = q.noun.as_deref().unwrap_or("years");
    let rest = page.sentence_behind(id);
    if q.unit == Unit::Year
        && let Some(years) = years_behind(rest)
    {
        let fits = years == count || years + 1 == count;
        return fits.then(|| Draft::new(&rules::LIST, Verdict::Consistent, vec![id], page.say(&say::DURATION_FITS, &[])));
    }
    if !opens_list() {
        return None;
    }
    let (list, complete) = list_behind(rest, page.after(id).len(), noun, page.said_after(id))?;
    let names = names(list, noun);
    let open = !complete && names < count && list.split(['.', ';']).next().is_some_and(|l| words::has_any(l, &["etc"]));
    if names == count || open && names > 1 {
        let values = [("names", &*names.to_string()), ("count", &page.show.things(&count.to_string(), noun))];
        return Some(Draft::new(&rules::LIST, Verdict::Consistent, vec![id], page.say(&say::LIST_FITS, &values)));
    }
    let telling = complete && list.starts_with(char::is_uppercase) && names >= 2 && names.abs_diff(count) <= 2;
    telling.then(|| {
        let values = [("names", &*names.to_string()), ("count", &page.show.said_of(q, noun))];
        Draft::new(&rules::LIST, Verdict::Inconsistent, vec![id], page.say(&say::LIST_OFF, &values))
    })
}

/// "five years (2010-2014)": how many years lie between the two.
fn years_behind(rest: &str) -> Option<usize> {
    let inside = rest.trim_start().strip_prefix('(')?.split(')').next()?;
    let years: Vec<usize> =
        words::words(inside).flat_map(|w| w.split(['-', '\u{2013}'])).filter(|w| w.len() == 4).filter_map(|w| w.parse().ok()).collect();
    match years.as_slice() {
        [from, to] => to.checked_sub(*from).map(|n| n + 1),
        _ => None,
    }
}

/// Bytes between a count and the words that open its list, these included.
const LEAD: usize = 130;

/// The list of names that the words behind a count open, and whether it claims to be complete.
/// The words must stand in the first `reach` bytes: behind the next figure they belong to that.
fn list_behind<'t>(rest: &'t str, reach: usize, noun: &str, said: Cue) -> Option<(&'t str, bool)> {
    // Cues further behind open no list of this count; what is behind the last of them tells its end.
    let near = (0..=rest.len().min(LEAD + 4)).rev().find(|at| rest.is_char_boundary(*at))?;
    let rest_of_sentence = rest;
    let named_there = said.contains(Cue::NAMES);
    let rest = rest.get(..near)?;
    let find = |cue: &str| if named_there { words::find_word(rest, cue).map(|at| at + cue.len()) } else { None };
    let named = ["namely", "viz", "i.e."].iter().filter_map(|cue| Some((find(cue)?, true))).min();
    let included = find("including").map(|at| (at, false));
    let colon = rest.find(':').filter(|at| words::words(rest.get(..*at).unwrap_or("")).count() <= 3).map(|at| (at + 1, false));
    let (at, complete) = [named, included, colon].into_iter().flatten().min()?;
    let lead = rest.get(..at)?;
    let near = at <= reach
        && lead.len() <= LEAD
        && !lead.contains([';', '.'])
        && !words::words(lead).any(|w| w.starts_with(|c: char| c.is_ascii_digit()) && w.len() != 4);
    let noun_first = || {
        let noun = noun.to_lowercase();
        let noun = words::singular(&noun);
        words::words(lead).take(8).any(|w| lowered(w, |lower| words::singular(lower) == noun))
    };
    let list = rest_of_sentence.get(at..)?.trim_start_matches([' ', ',', ':', '(']);
    (near && noun_first()).then_some((list, complete))
}

/// How many capitalised names a list gives: parts between commas and "and", up to the first that is no name.
fn names(list: &str, noun: &str) -> usize {
    let mut number = 0;
    let capitals = list.trim_start().starts_with(char::is_uppercase);
    let noun = noun.to_lowercase();
    let kind = words::singular(&noun);
    for item in items(list) {
        let closes = item.last;
        let item = item.text.trim().trim_start_matches("the ");
        let is_name = !capitals && !item.is_empty()
            || item.chars().next().is_some_and(char::is_uppercase)
            || words::words(item).any(|w| lowered(w, |lower| words::singular(lower) == kind));
        if !is_name || words::words(item).take(3).any(|word| word.bytes().any(|b| b.is_ascii_digit())) {
            break;
        }
        number += 1;
        if closes {
            break;
        }
    }
    number
}

/// A member of a list.
struct Item<'t> {
    text: &'t str,
    /// Whether "and" announced it as the last.
    last: bool,
}

fn items(list: &str) -> Vec<Item<'_>> {
    let end = list.find(['.', ';', ')', '(', ':']).unwrap_or(list.len());
    let list = list.get(..end).unwrap_or(list);
    let mut out = Vec::new();
    for piece in list.split([',', '、']) {
        let trimmed = piece.trim();
        if let Some(rest) = trimmed.strip_prefix("and ") {
            out.push(Item { text: rest, last: true });
        } else if let Some((a, b)) = trimmed.split_once(" and ") {
            out.push(Item { text: a, last: false });
            out.push(Item { text: b, last: true });
        } else {
            out.push(Item { text: trimmed, last: false });
        }
    }
    out
}
