//! References back: "the 9.8 million bed nets" where 8.9 million were named before.
//!
//! From figures with a definite article, to findings "repeat": another figure with the same words behind it must have the same value,
//! or differ by more than a slip of digits.

use super::draft::Draft;
use super::page::Page;
use super::repeat::pair;
use super::words;
use super::{rules, slip};
use crate::analysis::{Unit, Verdict};
use crate::text::WordKey;
use crate::wording::audit as say;
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;

/// Figures of one phrase to compare with, two of a value at most.
const MOST_VALUES: usize = 8;

/// Collects figures by the words behind them, then looks at those with "the" in front.
pub(super) fn check(page: &Page, out: &mut Vec<Draft>) {
    page.sections().for_each(|section| check_section(page, section, out));
}

fn check_section(page: &Page, section: Range<usize>, out: &mut Vec<Draft>) {
    let definite = section.clone().filter(|id| page.is_amount(*id) && is_definite(page, *id));
    let definite: Vec<(usize, Phrase)> = definite.filter_map(|id| Some((id, phrase(page, id)?))).collect();
    if definite.is_empty() {
        return;
    }
    // Only what is referred to in this way need be known: most figures have another unit or another letter behind them.
    let mut phrases: FxHashMap<Phrase, Vec<usize>> = definite.iter().map(|(_, key)| (*key, Vec::new())).collect();
    let sorts: FxHashSet<_> = definite.iter().filter_map(|(id, _)| sort(page, *id)).collect();
    let may_be_meant = |id: &usize| page.is_amount(*id) && sort(page, *id).is_some_and(|sort| sorts.contains(&sort));
    let value = |o: usize| page.get(o).and_then(|q| q.amount.one());
    for id in section.filter(may_be_meant) {
        let Some(known) = phrase(page, id).and_then(|key| phrases.get_mut(&key)) else { continue };
        if known.len() < MOST_VALUES && known.iter().filter(|o| value(**o) == value(id)).count() < 2 {
            known.push(id);
        }
    }
    for (id, key) in definite {
        out.extend(compare(page, id, phrases.get(&key).map_or(&[], Vec::as_slice)));
    }
}

/// Unit and first letter of a figure's phrase; letters that are not of ASCII are not told apart.
fn sort(page: &Page, id: usize) -> Option<(Unit, Option<u8>)> {
    let letter = clause(page, id).next()?.bytes().next().filter(u8::is_ascii);
    Some((page.brief(id).unit, letter.map(|letter| letter.to_ascii_lowercase())))
}

/// Whether "the" stands right in front of a figure.
fn is_definite(page: &Page, id: usize) -> bool {
    page.words_before(id).last().is_some_and(|word| word.span.len() == 3 && word.span.of(page.text).eq_ignore_ascii_case("the"))
}

/// Unit, and two or three words behind a figure, the noun included.
type Phrase = (Unit, [Option<WordKey>; LONGEST]);

/// Words of a phrase.
const LONGEST: usize = 3;

/// The words that may be of the phrase behind a figure.
fn clause<'a>(page: &Page<'a>, id: usize) -> impl Iterator<Item = &'a str> {
    let text = page.text;
    let words = page.words_after(id).iter().take_while(|w| !matches!(w.mark, b',' | b';' | b'.' | b'('));
    words.filter(|w| w.mark == 0).map(move |w| w.span.of(text)).filter(|w| *w != "of")
}

fn phrase(page: &Page, id: usize) -> Option<Phrase> {
    let q = page.get(id).filter(|q| q.amount.one().is_some_and(|v| v.is_integer() || !q.unit.is_counted()) && q.per.is_none())?;
    let noun = page.noun(id).map(WordKey::whole);
    let mut phrase = [None; LONGEST];
    let mut closed = noun.is_none();
    for (place, word) in phrase.iter_mut().zip(clause(page, id)) {
        let word = words::plain(word);
        *place = Some(word);
        closed |= Some(word) == noun;
        if Some(word) == noun {
            break;
        }
    }
    (closed && phrase.get(1).is_some_and(Option::is_some)).then_some((q.unit, phrase))
}

fn compare(page: &Page, id: usize, group: &[usize]) -> Option<Draft> {
    let own = page.printed(id)?;
    let others: Vec<usize> = group.iter().copied().filter(|o| page.sentence_of(*o) != page.sentence_of(id)).collect();
    if others.iter().any(|o| page.printed(*o).is_none_or(|x| x.meets(own))) {
        return None;
    }
    let (first, rest) = others.split_first()?;
    let value = |o: &usize| page.get(*o).and_then(|q| q.amount.one());
    let one_value = rest.iter().all(|o| value(o) == value(first));
    let (q, other) = (page.get(id)?, page.get(*first)?);
    let slip = slip::of_digits(page.show, q, page.printed(*first)?)
        .or_else(|| slip::of_order(page.show, q, other.amount.one()?))
        .filter(|_| one_value)?;
    let note = page.say(&say::REFERS_BACK, &[("stated", &page.show.figure(q)), ("other", &page.show.figure(other))]);
    Some(Draft::new(&rules::REPEAT, Verdict::Inconsistent, vec![id, *first], note).calculation(pair(page, q, other)).slip(Some(slip)))
}
