//! A part that is larger than its total: when that can be said, and how.

use super::draft::Draft;
use super::interval::Interval;
use super::judge::{Judged, Reading};
use super::page::Page;
use super::{rules, slip, words};
use crate::analysis::{Kind, Quantity, Unit, Verdict};
use crate::wording::audit as say;
use rust_decimal::Decimal;

/// Figures behind these words are of another time.
const BEFORE: &[&str] = &["earlier", "previous", "last year", "ago", "than"];

/// What a figure is said of that was told before, and has been corrected since: "57 (58 in the earlier report)".
const FORMERLY: &[&str] = &["earlier", "previous", "previously", "originally", "formerly", "reported", "provisional", "provisionally"];

/// Whether one can be too large a part of the other: it is not what the sentence arrives at ("the receipts, including the loan of 6 million,
/// were 88 million"), neither is a loss nor a bare number, and what is counted in words ("four states, namely A (2.45 lakh)")
/// is not measured in something else.
pub(super) fn comparable(page: &Page, total: usize, part: usize) -> bool {
    let (Some(whole), Some(member)) = (page.get(total), page.get(part)) else { return false };
    let positive = [whole, member].iter().all(|q| q.amount.middle().is_some_and(|v| !v.is_sign_negative()));
    let in_digits = |text: &str| text.contains(|c: char| c.is_ascii_digit());
    // "6.29 ... which 86": numbers that count nothing are labels as often as figures.
    let labels =
        whole.unit == Unit::Count && (whole.noun.is_none() && member.noun.is_none() || whole.amount.one().is_some_and(|v| !v.is_integer()));
    positive
        && !labels
        && of_one_thing(page, whole, member)
        && !against_plan(page, whole, member)
        && (in_digits(&whole.text) || !in_digits(&member.text))
        && !words::has_any(page.before(part), BEFORE)
        && !words::has_any(words::up_to(page.after(part), b",;.)"), FORMERLY)
        && !words::has_any(page.between(total, part), APART)
        && !matches!(words::last_word(page.before(part)), Some("were" | "was" | "is" | "are" | "being" | "to"))
        && !words::words(page.after(part)).take(3).any(|word| matches!(word, "remainder" | "rest"))
}

/// Whether total and part count the same thing and more than one of it: of 667 officers no 14,831 men are a part, whatever the sentence
/// seems to say, "the one company is divided into three" divides it, and stretches of time overlap.
fn of_one_thing(page: &Page, whole: &Quantity, member: &Quantity) -> bool {
    let (total, part) = (whole.id as usize, member.id as usize);
    let nouns = whole.noun.is_none() || member.noun.is_none() || page.noun(total) == page.noun(part);
    let several = whole.unit != Unit::Count || whole.amount.one().is_none_or(|v| v > Decimal::ONE);
    nouns && several && !whole.unit.is_time()
}

/// Whether the total is a budget, a plan or a target ("spent 14.2 million of its budget of 12.9 million"), or a share of more than all is told
/// of the part: such totals may be exceeded. A budget that lists what it is for ("a budget of 70 million, including 90 million for roads") may not.
fn against_plan(page: &Page, whole: &Quantity, member: &Quantity) -> bool {
    let (total, part) = (whole.id as usize, member.id as usize);
    let behind = || words::words(words::up_to(page.after(total), b",;.(")).take(BEHIND).any(|w| words::is_one_of(w, PLANNED));
    let named = || words::has_any(page.before(total), PLANNED) || behind();
    let used = || part < total || words::has_any(page.between(total, part), USED);
    let over = |id: &usize| page.get(*id).is_some_and(|q| q.unit == Unit::Percent && q.amount.one() > Some(Decimal::ONE_HUNDRED));
    whole.kind == Kind::Target && member.kind != Kind::Target || used() && named() || page.qualifiers(part).iter().any(over)
}

/// Words of what is planned.
const PLANNED: &[&str] = &[
    "budget",
    "budgeted",
    "plan",
    "planned",
    "target",
    "targeted",
    "goal",
    "allocation",
    "allocated",
    "appropriation",
    "appropriated",
    "estimate",
    "estimated",
    "forecast",
    "expected",
    "foreseen",
    "programmed",
    "quota",
    "ceiling",
];

/// Words behind a total in which it may be called so: "of the 84 million budget", "of the 4,000 people planned for".
const BEHIND: usize = 2;

/// What is done with a budget in front.
const USED: &[&str] = &["spent", "used", "disbursed", "expended", "absorbed", "executed"];

/// Words between a total and a larger part that tell what was had for it.
const APART: &[&str] = &["realized", "realised"];

/// "88 kept no ledger, 61 had no scales and 93 had both", "some sites had more than one fault": parts that hold the same things come to more than their
/// total without a slip.
pub(super) fn may_be_both(page: &Page, members: &[usize]) -> bool {
    let Some(last) = members.last().copied() else { return false };
    let end = page.get(last).map_or(0, |q| q.sentence.end);
    words::has_any(page.sentence(last), OVERLAPPING)
        || words::has_any(page.rest_of_topic(last, end.saturating_add(NEXT)), OVERLAPPING)
        || members.iter().any(|m| words::has_any(words::up_to(page.after(*m), b",;."), &["both"]))
}

/// "Of the 940 million programmed, 850 million (90.4%) was committed and 510 million (54.3%) spent": each member is printed with its own share of the
/// total, and together these pass a hundred: one holds the other.
pub(super) fn overlap(page: &Page, total: usize, members: &[usize]) -> bool {
    let share = |member: usize| {
        let of_member = page.qualifiers(member).iter().filter_map(|q| page.get(*q));
        let stated = of_member.filter(|q| q.kind == Kind::Share && q.unit == Unit::Percent).find_map(|q| q.amount.one())?;
        let made = page.printed(member)?.over(page.printed(total)?)?.percent()?.point;
        (stated - made).abs().le(&Decimal::ONE).then_some(stated)
    };
    let sum = || members.iter().map(|m| share(*m)).sum::<Option<Decimal>>();
    are_predicates(page, members) && sum().is_some_and(|sum| sum > Decimal::from(101))
}

/// "84,600 of the 94,000 pupils (90%) were dewormed, 61,100 (65%) had their eyes tested": what was done to them, not of which sort they are.
fn are_predicates(page: &Page, members: &[usize]) -> bool {
    let said = |member: &usize| {
        // Behind its share in a bracket, where it has one.
        let last = page.qualifiers(*member).iter().copied().max().unwrap_or(*member);
        let word = words::words(page.after(last)).next();
        word.is_some_and(|word| matches!(word, "were" | "was" | "had" | "have" | "has" | "are" | "received" | "got"))
    };
    members.len() == 2 || members.iter().skip(1).all(said)
}

/// What says that one thing is counted under several.
const OVERLAPPING: &[&str] = &[
    "more than one",
    "more than once",
    "overlap",
    "overlapping",
    "multiple",
    "mutually",
    "not exclusive",
    "several of these",
    "both groups",
];

/// Bytes of the next sentence that may say so.
const NEXT: u32 = 90;

/// The finding about a part that is larger than its total.
pub(super) fn larger(page: &Page, total: usize, part: usize) -> Draft {
    let relation = |read: Reading| Some((read(part)?, Interval { low: Some(Decimal::ZERO), ..read(total)? }));
    let (text, whole) = (page.told(part), page.told(total));
    let note = page.say(&say::PART_LARGER, &[("part", &text), ("whole", &whole)]);
    let slip = page
        .get(part)
        .zip(page.printed(total))
        .filter(|(p, t)| p.amount.one().is_some_and(|v| v > t.point * Decimal::from(8)))
        .and_then(|(p, t)| slip::of_digits(page.show, p, t));
    let draft = match Judged::new(page, part, &relation) {
        Some(judged) => Draft::judged(&rules::PART, judged, vec![part, total], note),
        None => Draft::new(&rules::PART, Verdict::Inconsistent, vec![part, total], note),
    };
    draft.calculation(format!("{text} > {whole}")).slip(slip)
}

/// Whether two digits of the total in each other's place would make several parts come to it, and to no more than a little beside it: for a list that
/// need not be whole, one digit in another's stead is too often chance.
pub(super) fn is_exchanged(page: &Page, whole: &Quantity, members: &[usize], judged: &Judged) -> bool {
    let near = judged.relative().is_some_and(|r| r <= NEAR_EXCHANGED);
    near && members.len() > 1 && slip::of_order(page.show, whole, judged.computed.point).is_some()
}

/// How far such a total may be off.
const NEAR_EXCHANGED: Decimal = Decimal::from_parts(15, 0, 0, false, 2);
