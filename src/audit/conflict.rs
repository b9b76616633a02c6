//! Repeats that disagree: the same thing stated with different values.
//!
//! From the words of each figure's clause, to findings "repeat". Three ways to be sure that the thing is the same: the clauses have the
//! same content words; one noun phrase is counted in full and another count of it is larger; or the same amount is
//! followed by different companions.

use super::alike::alike;
use super::average::A_TOTAL_OF;
use super::brief::{Brief, Trait};
use super::content::{Content, Shadow, reduce};
use super::cue::Cue;
use super::draft::Draft;
use super::page::Page;
use super::words;
use super::{gaps, rules, slip};
use crate::analysis::{Kind, Unit, Verdict};
use crate::text::{WordKey, lowered};
use crate::wording::audit as say;
use rust_decimal::Decimal;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::hash::Hash;
use std::ops::Range;

/// Looks for contradicting statements, section by section.
pub(super) fn check(page: &Page, out: &mut Vec<Draft>) {
    for section in page.sections() {
        same_claims(page, section.clone(), out);
        same_phrases(page, section.clone(), out);
        same_amount_other_companions(page, section, out);
    }
}

/// A claim needs so many content words to be told from others.
const FEWEST_WORDS: usize = 3;

type ClaimKey<'p> = (Unit, Option<i32>, Option<&'p str>, Content);

fn same_claims(page: &Page, section: Range<usize>, out: &mut Vec<Draft>) {
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for mut group in groups(page, with_equal_shadows(page, section).into_iter(), claim) {
        group.retain(|id| !states_aims(page, *id));
        let Some(first) = group.first().copied() else { continue };
        pairs.extend(group.into_iter().skip(1).filter(|other| differ(page, first, *other)).map(|other| (first, other)));
    }
    pairs.sort_by_key(|(first, _)| *first);
    let mut between: FxHashMap<(usize, usize), usize> = FxHashMap::default();
    let sentences = |(a, b): &(usize, usize)| (page.sentence_of(*a), page.sentence_of(*b));
    for pair in &pairs {
        *between.entry(sentences(pair)).or_default() += 1;
    }
    // Two sentences that differ in figure after figure are of one pattern and speak of two things.
    pairs.retain(|pair| between.get(&sentences(pair)) == Some(&1));
    out.extend(pairs.into_iter().filter_map(|(a, b)| differing(page, a, b)));
}

/// Figures that may make the same claim as another, by unit, year and the shadow of their words: few of them do.
fn with_equal_shadows(page: &Page, section: Range<usize>) -> Vec<usize> {
    let may_claim = |id: &usize| page.is(*id, Trait::AMOUNT | Trait::ONE) && page.brief(*id).kind != Kind::Target;
    let name: Shadow = page.name(section.start).iter().collect();
    let claim = |id: usize| {
        let q = page.get(id)?;
        let total = q.of.map(|total| total as usize).filter(|total| section.contains(total));
        let words = page.clause_shadow(id) | total.map(|total| page.clause_shadow(total)).unwrap_or_default();
        Some(((q.unit, q.year, words.without(name)), id))
    };
    alike(section.clone().filter(may_claim).filter_map(claim))
}

/// Figures with one key, where there are several, in the order of the first of them.
fn groups<'p, K: Eq + Hash>(
    page: &Page<'p>,
    ids: impl Iterator<Item = usize>,
    key: impl Fn(&Page<'p>, usize) -> Option<K>,
) -> Vec<Vec<usize>> {
    let mut firsts: FxHashMap<K, usize> = FxHashMap::default();
    // Most keys have one figure.
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for id in ids {
        let Some(key) = key(page, id) else { continue };
        let first = *firsts.entry(key).or_insert(id);
        if first != id {
            groups.entry(first).or_insert_with(|| vec![first]).push(id);
        }
    }
    groups.into_values().collect()
}

/// What a figure says, as a key: words of its clause, of its total and of its topic, unit and year.
fn claim<'p>(page: &Page<'p>, id: usize) -> Option<ClaimKey<'p>> {
    let q = page.get(id).filter(|q| q.amount.one().is_some() && q.kind != Kind::Target && !is_list_member(page, id))?;
    let mut content = page.clause(id).clone();
    if let Some(total) = q.of {
        content.extend(page.clause(total as usize).iter());
    }
    if content.len() < FEWEST_WORDS {
        return None;
    }
    content.extend(page.title(id).iter());
    Some((q.unit, q.year, q.per.as_deref(), content))
}

/// Whether the sentence of a figure speaks of what is to be reached.
fn states_aims(page: &Page, id: usize) -> bool {
    page.said_in_sentence(id).contains(Cue::AIMS)
}

/// Members of a list share their words with each other.
fn is_list_member(page: &Page, id: usize) -> bool {
    let before = page.before(id);
    let previous = id.checked_sub(1).is_some_and(|p| page.in_sentence(id).contains(&p));
    previous && words::words(before).all(|w| ["and", "or", "to"].iter().any(|joint| w.eq_ignore_ascii_case(joint)))
}

/// Whether two values differ and could still be one: within a factor of two, or by a slip of digits.
pub(super) fn differ(page: &Page, first: usize, second: usize) -> bool {
    let (Some(a), Some(b), Some(y)) = (page.printed(first), page.printed(second), page.get(second)) else { return false };
    let apart =
        page.sentence_of(first) != page.sentence_of(second) && lead(page, first) == lead(page, second) && same_subject(page, first, second);
    // "withdrew 469 million. Of this amount, 347 million was allocated": a part has the words of its total.
    let part_of = |a: usize, b: usize| page.get(a).and_then(|q| q.of).is_some_and(|total| total as usize == b);
    if part_of(first, second) || part_of(second, first) || other_time(page, first, second) {
        return false;
    }
    let of_one_size = a.point <= b.point * Decimal::TWO && b.point <= a.point * Decimal::TWO;
    apart
        && !is_part(page, first, second)
        && !is_part(page, second, first)
        && !a.meets(b)
        && !neighbours_differ(page, first, second)
        && (of_one_size || slip::of_digits(page.show, y, a).is_some())
}

/// Whether one figure is said to be a part of another.
fn is_part(page: &Page, part: usize, whole: usize) -> bool {
    page.get(part).and_then(|q| q.of).is_some_and(|of| of as usize == whole)
}

/// "in December 2021 was 52,859", "in December 2020 was 56,614": years are printed in front of both, and other ones.
fn other_time(page: &Page, first: usize, second: usize) -> bool {
    let year = |id: usize| {
        let said = page.sentence_before(id).split(|c: char| !c.is_ascii_alphanumeric());
        said.rev().find(|w| crate::language::is_year(w))
    };
    matches!((year(first), year(second)), (Some(a), Some(b)) if a != b)
}

/// Figures further on in a sentence speak of its subject: "105 provincial organs ..., and trained 62,708 people".
fn same_subject(page: &Page, first: usize, second: usize) -> bool {
    let opener = |id: usize| page.in_sentence(id).start;
    if opener(first) == first && opener(second) == second {
        return true;
    }
    let subject = |id: usize| {
        let opening = opener(id);
        let from = page.get(id).map_or(0, |q| q.sentence.start);
        let to = page.get(opening).map_or(from, |q| q.end);
        let mut words = Content::of(page.slice(from, to), page.name(id));
        words.extend(words::words(page.after(opening)).take(4).filter_map(reduce));
        words
    };
    opener(first) == first || opener(second) == second || subject(first) == subject(second)
}

/// "3,300 households and 13,700 people" and "1800 households and 6800 people": two groups, not one told twice.
fn neighbours_differ(page: &Page, first: usize, second: usize) -> bool {
    let neighbour = |id: usize| page.in_sentence(id).contains(&(id + 1)).then_some(id + 1).filter(|n| page.between(id, *n).len() <= 24);
    let (Some(a), Some(b)) = (neighbour(first), neighbour(second)) else { return false };
    let same_unit = page.get(a).map(|q| q.unit) == page.get(b).map(|q| q.unit);
    same_unit && matches!((page.printed(a), page.printed(b)), (Some(x), Some(y)) if !x.meets(y))
}

/// Content words of a sentence's first phrase, where it sets time or place ("In the spring semester of 2012, ...").
fn lead(page: &Page, id: usize) -> Content {
    let Some(q) = page.get(id) else { return Content::default() };
    let opening = page.in_sentence(id).start;
    let sentence = if opening == id { page.sentence(id) } else { page.sentence_before(opening) };
    let sentence = if page.get(opening).is_some_and(|o| o.sentence == q.sentence) { sentence } else { "" };
    let phrase = sentence.split(',').next().unwrap_or("");
    let sets = words::words(phrase).next().is_some_and(|w| words::SETTING.contains(&w.to_lowercase().as_str()));
    if sets && phrase.len() < 80 { Content::of(phrase, page.name(id)) } else { Content::default() }
}

pub(super) fn differing(page: &Page, first: usize, second: usize) -> Option<Draft> {
    let (a, b) = (page.printed(first)?, page.printed(second)?);
    let (x, y) = (page.get(first)?, page.get(second)?);
    let (one, other) = (page.show.figure(x), page.show.figure(y));
    let note = page.say(&say::DIFFERS, &[("one", &one), ("other", &other)]);
    let judged = super::judge::Judged { verdict: Verdict::Inconsistent, stated: b, computed: a };
    let draft = Draft::judged(&rules::REPEAT, judged, vec![second, first], note);
    let calculation = format!("{one} \u{2212} {other} = {}", page.show.like(a.point - b.point, x));
    Some(draft.calculation(calculation).slip(slip::of_digits(page.show, y, a)))
}

/// Counts of one noun phrase ("provincial key counties"): no count can be larger than the one that is said to be of all.
fn same_phrases(page: &Page, section: Range<usize>, out: &mut Vec<Draft>) {
    let may_be = |(_, q): &(usize, &Brief)| {
        q.unit == Unit::Count && matches!(q.kind, Kind::Level | Kind::Change) && q.is(Trait::ONE) && q.is_without(Trait::PER)
    };
    for group in groups(page, page.briefs(section).filter(may_be).map(|(id, _)| id), phrase) {
        let Some(whole) = group.iter().copied().find(|id| counts_all(page, *id)) else {
            out.extend(first_is_largest(page, &group));
            continue;
        };
        let elsewhere = group.iter().copied().filter(|id| page.sentence_of(*id) != page.sentence_of(whole));
        let (larger, within): (Vec<usize>, Vec<usize>) = elsewhere.partition(|id| exceeds(page, *id, whole));
        if !within.is_empty() {
            let ids = std::iter::once(whole).chain(within).collect();
            out.push(Draft::new(&rules::PART, Verdict::Consistent, ids, page.say(&say::COUNTS_WITHIN, &[])));
        }
        if let Some(larger) = larger.first().copied() {
            let (part, all) = (page.told(larger), page.told(whole));
            let note = page.say(&say::COUNT_OVER, &[("part", &part), ("whole", &all)]);
            let draft = Draft::new(&rules::REPEAT, Verdict::Inconsistent, vec![larger, whole], note);
            out.push(draft.calculation(format!("{part} > {all}")));
        }
    }
}

/// "70 contiguous poor counties" at first, then 65 and 66 of them.
fn first_is_largest(page: &Page, group: &[usize]) -> Option<Draft> {
    let (first, rest) = group.split_first()?;
    let largest = rest.iter().all(|id| exceeds(page, *first, *id));
    (largest && !rest.is_empty()).then(|| Draft::new(&rules::PART, Verdict::Consistent, group.to_vec(), page.say(&say::FIRST_LARGEST, &[])))
}

fn exceeds(page: &Page, a: usize, b: usize) -> bool {
    matches!((page.printed(a), page.printed(b)), (Some(a), Some(b)) if a.exceeds(b))
}

/// Words of a phrase at most.
const LONGEST_PHRASE: usize = 5;

/// The adjectives and the noun right behind the figure of a count, with at least one adjective that tells apart.
fn phrase(page: &Page, id: usize) -> Option<Vec<WordKey>> {
    let q = page.get(id)?;
    let places = || page.words_after(id).iter().filter(|w| w.mark == 0).map(|w| w.span).take(LONGEST_PHRASE);
    let words = || places().map(|place| place.of(page.text));
    // Most counts have their noun right behind, or an adjective between that tells nothing apart.
    let noun = q.noun.as_deref()?;
    match places().position(|place| place.len() == noun.len() && place.of(page.text).eq_ignore_ascii_case(noun)) {
        Some(0) => return None,
        Some(1) if !words().next().is_some_and(is_level) => return None,
        _ => {}
    }
    let noun = WordKey::whole(page.noun(id)?);
    let mut phrase: Vec<WordKey> = Vec::with_capacity(LONGEST_PHRASE);
    for word in words() {
        phrase.push(words::plain(word));
        if phrase.last() == Some(&noun) {
            break;
        }
    }
    let ends = phrase.last() == Some(&noun);
    (ends && (phrase.len() >= 3 || phrase.len() == 2 && words().next().is_some_and(is_level))).then_some(phrase)
}

/// Whether a word names a level of government.
fn is_level(word: &str) -> bool {
    lowered(word, |lower| words::LEVELS.contains(&&*words::singular(lower)))
}

/// Whether a count is of all there are: announced as a total, or a member of a list that adds up.
fn counts_all(page: &Page, id: usize) -> bool {
    let announced = page.led_by(id, A_TOTAL_OF) && !page.said_after(id).contains(Cue::CUMULATIVE);
    let total = page.get(id).and_then(|q| q.of).map(|t| t as usize);
    let in_full = |total: usize| {
        page.lists(total)
            .any(|list| list.len() > 1 && list.contains(&id) && super::sum::judge_sum(page, total, list).is_some_and(|j| j.agrees()))
    };
    announced || total.is_some_and(in_full)
}

/// "211 million ... covering 1109 households and 4547 people" and "211 million ... covering 2100 households and 7900 people".
fn same_amount_other_companions(page: &Page, section: Range<usize>, out: &mut Vec<Draft>) {
    let mut amounts: FxHashMap<(Unit, Decimal), usize> = FxHashMap::default();
    let is_sum = |(_, q): &(usize, &Brief)| q.is(Trait::AMOUNT | Trait::MONEY | Trait::ONE) && q.is_without(Trait::PER);
    for id in page.briefs(section).filter(is_sum).map(|(id, _)| id) {
        let Some(q) = page.get(id) else { continue };
        let Some(value) = q.amount.one() else { continue };
        let earlier = amounts.entry((q.unit, value)).or_insert(id);
        if page.sentence_of(*earlier) == page.sentence_of(id) {
            continue;
        }
        let topics = page.get(*earlier).map(|e| e.topic) == Some(q.topic);
        if topics && page.clause(*earlier).common(page.clause(id)) >= FEWEST_WORDS {
            out.extend(companions_differ(page, *earlier, id));
        }
    }
}

fn companions_differ(page: &Page, first: usize, second: usize) -> Option<Draft> {
    let pairs: Vec<(usize, usize)> = [Unit::Households, Unit::People]
        .into_iter()
        .filter_map(|unit| Some((companion(page, first, unit)?, companion(page, second, unit)?)))
        .collect();
    let differing: Vec<(usize, usize)> =
        pairs.iter().copied().filter(|(a, b)| matches!((page.printed(*a), page.printed(*b)), (Some(x), Some(y)) if !x.meets(y))).collect();
    if differing.len() < 2 {
        return None;
    }
    let list = |pick: fn(&(usize, usize)) -> usize| companions(page, differing.iter().map(pick));
    let note = page.say(&say::COMPANIONS_DIFFER, &[("amount", &page.told(first)), ("here", &list(|p| p.0)), ("there", &list(|p| p.1))]);
    let ids = [second, first].into_iter().chain(differing.iter().flat_map(|(a, b)| [*a, *b])).collect();
    Some(Draft::new(&rules::REPEAT, Verdict::Inconsistent, ids, note))
}

/// "1109 households and 4547 people".
fn companions(page: &Page, ids: impl Iterator<Item = usize>) -> String {
    let told: Vec<String> = ids.filter_map(|id| page.get(id)).map(|q| page.show.with_noun(q)).collect();
    told.join(say::AND.of(page.show.0))
}

/// The first figure of a unit behind an amount in its sentence.
fn companion(page: &Page, id: usize, unit: Unit) -> Option<usize> {
    (id + 1..page.in_sentence(id).end).find(|c| page.get(*c).is_some_and(|q| q.unit == unit && q.of.is_none()))
}

/// Where a part comes from or goes to: the content words behind it, or in front where none are ("social funds of 3 million").
pub(super) fn source_words(page: &Page, id: usize) -> Content {
    let content = page.content(gaps::up_to_end(page.words_after(id)), id);
    if content.is_empty() { page.content(gaps::behind_beginning(page.words_before(id)), id) } else { content }
}
