//! Direction: what rises must end higher than it begins ("rose from 500 to 640"), what falls lower.
//!
//! From two levels of one thing and the verb that joins them, to findings `direction`. Where a change or rate is stated besides, `growth`
//! compares all three; here only a direction that cannot be is said again.

use super::cue::Cue;
use super::draft::Draft;
use super::page::Page;
use super::{rules, words};
use crate::analysis::{Quantity, Verdict};
use crate::wording::audit as say;

/// Verbs of rising and falling.
const RISES: &[&str] =
    &["rose", "rise", "rising", "increased", "increase", "increasing", "grew", "grown", "raised", "raise", "expanded", "climbed"];
const FALLS: &[&str] = &[
    "fell",
    "fall",
    "falling",
    "decreased",
    "decrease",
    "declined",
    "decline",
    "dropped",
    "drop",
    "reduced",
    "reduce",
    "lowered",
    "shrank",
];

/// Words of a movement that goes on.
const GOES_UP: &[&str] = &["upward trend", "continued to rise", "continued to grow", "continued to increase"];
const GOES_DOWN: &[&str] = &["downward trend", "continued to fall", "continued to decline", "continued to decrease"];

/// Words between the verb and "from", and between the two values.
const NEAR: usize = 8;

/// Checks every two neighbours of a sentence.
pub(super) fn check(page: &Page, out: &mut Vec<Draft>) {
    for later in 1..page.quantities.len() {
        out.extend(check_pair(page, later - 1, later));
    }
}

fn check_pair(page: &Page, earlier: usize, later: usize) -> Option<Draft> {
    let from = page.said_before(earlier).contains(Cue::FROM);
    if !from && !page.said_before(later).contains(Cue::GOES_ON) {
        return None;
    }
    let (a, b) = (page.get(earlier)?, page.get(later)?);
    if a.sentence != b.sentence || !alike(page, earlier, later) {
        return None;
    }
    let rises = from.then(|| from_to(page, earlier, later)).flatten().or_else(|| going_on(page, a, b, later))?;
    let (from, to) = (page.printed(earlier)?, page.printed(later)?);
    let against = if rises { from.exceeds(to) } else { to.exceeds(from) };
    let told_by_growth = !page.qualifiers(earlier).is_empty() || !page.qualifiers(later).is_empty();
    if !against && (told_by_growth || from.meets(to)) {
        return None;
    }
    let ids = vec![later, earlier];
    let (from, to) = (page.show.figure(a), page.show.figure(b));
    if !against {
        let (note, sign) = if rises { (&say::RISES, "<") } else { (&say::FALLS, ">") };
        let draft = Draft::new(&rules::DIRECTION, Verdict::Consistent, ids, page.say(note, &[]));
        return Some(draft.calculation(format!("{from} {sign} {to}")));
    }
    // "prices would drop from 3 to 5 percent", "taxes may be reduced from sixty to eighty millions": how far, not from where; odd print may hold
    // another value.
    let plain = a.text.bytes().all(|byte| byte.is_ascii_digit()) || a.text.bytes().all(|byte| byte.is_ascii_alphabetic());
    let bare = plain && (b.text.contains(' ') || !b.unit.is_counted());
    if bare || !a.problems.is_empty() || !b.problems.is_empty() {
        return None;
    }
    let (note, sign) = if rises { (&say::RISE_OFF, ">") } else { (&say::FALL_OFF, "<") };
    let note = page.say(note, &[("from", &from), ("to", &to)]);
    let calculation = format!("{from} {sign} {to}");
    let slip = page.say(&say::VALUES_SWAPPED, &[]);
    Some(Draft::new(&rules::DIRECTION, Verdict::Inconsistent, ids, note).calculation(calculation).slip(Some(slip)).changing_the_story())
}

/// Whether both are values of one thing.
fn alike(page: &Page, earlier: usize, later: usize) -> bool {
    let same = |a: &Quantity, b: &Quantity| a.unit == b.unit && a.per.is_none() == b.per.is_none() && a.modifier == b.modifier;
    let nouns = match (page.noun(earlier), page.noun(later)) {
        (Some(a), Some(b)) => a == b,
        _ => true,
    };
    nouns && page.get(earlier).zip(page.get(later)).is_some_and(|(a, b)| same(a, b))
}

/// "rose from A to B": whether it rises.
fn from_to(page: &Page, earlier: usize, later: usize) -> Option<bool> {
    let between = page.between(earlier, later);
    let joined = words::last_word(between) == Some("to")
        && words::words(between).take(NEAR + 1).count() <= NEAR
        && !between.contains([';', '.', ',']);
    let before = page.before(earlier);
    if !joined || words::last_word(before) != Some("from") {
        return None;
    }
    let verb = |word: &str| {
        let is = |verbs: &[&str]| verbs.iter().any(|verb| verb.eq_ignore_ascii_case(word));
        if is(RISES) { Some(true) } else { is(FALLS).then_some(false) }
    };
    words::backwards(before).skip(1).take(NEAR).find_map(verb)
}

/// "A in 2011; this year the rate continued the upward trend, reaching B".
fn going_on(page: &Page, a: &Quantity, b: &Quantity, later: usize) -> Option<bool> {
    let before = page.before(later);
    let then = b.year.map(|now| now - 1)?;
    let named = then.to_string();
    let follows = a.year == Some(then) || words::words(before).any(|word| word == named);
    let arrives = words::last_word(before).is_some_and(|word| matches!(word, "reaching" | "to" | "reached" | "at"));
    if !follows || !arrives {
        return None;
    }
    if words::has_any(before, GOES_UP) { Some(true) } else { words::has_any(before, GOES_DOWN).then_some(false) }
}
