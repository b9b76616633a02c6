//! One fact in the sections of two regions: what one says that it gave to the other, and what the other says that it got.
//!
//! From figures whose sentence names another section's region, to findings `two_sections`. Both sentences must name the other region; the
//! same distinctive number is a repeat, nearly the same words with another number are said to differ.

use super::draft::Draft;
use super::judge::{Judged, Reading};
use super::page::Page;
use super::words;
use super::{rules, slip};
use crate::analysis::{Kind, Quantity, RegionKind, Section, Unit, Verdict};
use crate::language::Word;
use crate::text::WordKey;
use crate::wording::audit as say;
use rustc_hash::{FxHashMap, FxHashSet};

/// Content words that two sentences must have in common to speak of one thing.
const FEWEST_WORDS: usize = 3;

/// A number needs so many digits before its zeros to be known again.
const FEWEST_DIGITS: usize = 3;

/// Figures of a pair of regions to compare at most: what one section says of another is a few sentences.
const MOST: usize = 32;

/// The sections of two regions, the earlier first.
type Pair = (u32, u32);

/// Figures that the first says of the second, and the second of the first.
type Sides = (Vec<usize>, Vec<usize>);

/// Compares what each two sections say of each other.
pub(super) fn check(page: &Page, sections: &[Section], out: &mut Vec<Draft>) {
    let mut names = Names::of(sections, page.distinct_words());
    let mut mentions: FxHashMap<Pair, Sides> = FxHashMap::default();
    for sentence in &page.sentences {
        let Some(section) = page.get(sentence.start).map(|q| q.section) else { continue };
        for other in names.in_words(page, sentence.start, section) {
            let both = mentions.entry((section.min(other), section.max(other))).or_default();
            let side = if section < other { &mut both.0 } else { &mut both.1 };
            side.extend(sentence.clone().filter(|id| page.get(*id).is_some_and(is_fact)).take(MOST.saturating_sub(side.len())));
        }
    }
    let mut pairs: Vec<(Pair, Sides)> = mentions.into_iter().collect();
    pairs.sort_by_key(|(pair, _)| *pair);
    for (_, (first, second)) in pairs {
        out.extend(first.iter().filter_map(|id| compare(page, *id, &second)));
    }
}

fn is_fact(q: &Quantity) -> bool {
    q.kind == Kind::Level
        && q.per.is_none()
        && q.amount.one().is_some()
        && (q.unit.is_currency() || matches!(q.unit, Unit::People | Unit::Count))
}

/// A figure of one section against those of the other: the same number, or else the one figure that is said with nearly the same words.
fn compare(page: &Page, id: usize, others: &[usize]) -> Option<Draft> {
    let comparable = |other: &&usize| match (page.get(id), page.get(**other)) {
        (Some(a), Some(b)) => a.unit == b.unit && a.year == b.year && page.noun(id) == page.noun(**other),
        _ => false,
    };
    let candidates: Vec<usize> = others.iter().filter(comparable).copied().collect();
    let equal = |other: &&usize| page.printed(id).zip(page.printed(**other)).is_some_and(|(a, b)| a.meets(b));
    if let Some(same) = candidates.iter().find(equal).filter(|same| digits(page, id).min(digits(page, **same)) >= FEWEST_DIGITS) {
        return told(page, id, *same);
    }
    let alike = |other: &usize| {
        let names = [page.name(id), page.name(*other)];
        let (common, most) = page.clause(id).common_apart_from(page.clause(*other), names);
        common >= FEWEST_WORDS && common + 1 >= most
    };
    match candidates.into_iter().filter(alike).collect::<Vec<_>>().as_slice() {
        [only] => told(page, id, *only),
        _ => None,
    }
}

fn told(page: &Page, first: usize, second: usize) -> Option<Draft> {
    let judged = Judged::new(page, second, &|read: Reading| Some((read(second)?, read(first)?)))?;
    let (a, b) = (page.get(first)?, page.get(second)?);
    let note = match judged.verdict {
        Verdict::Inconsistent => page.say(&say::SECTIONS_DIFFER, &[("one", &page.show.figure(a)), ("other", &page.show.figure(b))]),
        _ => page.say(&say::SECTIONS_AGREE, &[]),
    };
    let possible = (judged.verdict == Verdict::Inconsistent).then(|| slip::of_digits(page.show, b, judged.computed)).flatten();
    let calculation = page.say(&say::PAIR, &[("one", &page.show.figure(a)), ("other", &page.show.like(judged.stated.point, b))]);
    Some(Draft::judged(&rules::TWO_SECTIONS, judged, vec![second, first], note).calculation(calculation).slip(possible))
}

/// Digits between the zeros at both ends of a printed number.
fn digits(page: &Page, id: usize) -> usize {
    page.get(id).map_or(0, |q| q.text.chars().filter(char::is_ascii_digit).collect::<String>().trim_matches('0').len())
}

/// A region's name, with the sections that have it, in order: several, where a file holds several reports.
type Name<'a> = (&'a str, Vec<u32>);

/// Of the sections of one name the nearest are meant, so many on each side.
const NEAREST: usize = 1;

/// The names of the regions, by the word that begins each.
struct Names<'a> {
    by_word: FxHashMap<&'a str, Vec<Name<'a>>>,
    /// Those words, whatever their case.
    firsts: FxHashSet<WordKey>,
    /// By the number of a word of the report: whether it may be one of them. Most are none.
    begin: Vec<Option<bool>>,
}

impl<'a> Names<'a> {
    fn of(sections: &'a [Section], words: usize) -> Self {
        let mut names: FxHashMap<&str, Vec<Name>> = FxHashMap::default();
        for section in sections.iter().filter(|section| section.region.kind != RegionKind::Whole) {
            let name = section.region.name.as_str();
            if let Some(first) = words::words(name).next() {
                let alike = names.entry(first).or_default();
                match alike.iter_mut().find(|(known, _)| *known == name) {
                    Some((_, ids)) => ids.push(section.id),
                    None => alike.push((name, vec![section.id])),
                }
            }
        }
        Self { firsts: names.keys().filter_map(|first| WordKey::new(first)).collect(), begin: vec![None; words], by_word: names }
    }

    /// The sections of other regions that the sentence of a figure names.
    fn in_words(&mut self, page: &Page, id: usize, section: u32) -> Vec<u32> {
        let mut found: Vec<u32> = Vec::new();
        for word in page.words_of_sentence(id).iter().filter(|word| word.capital) {
            if !self.may_begin(page, word) {
                continue;
            }
            let printed = word.span.of(page.text);
            for (name, sections) in self.by_word.get(printed).into_iter().flatten() {
                let at = sections.partition_point(|s| *s < section);
                let near = sections.get(at.saturating_sub(NEAREST)..sections.len().min(at + NEAREST)).unwrap_or_default();
                let known = near.iter().any(|s| *s == section || found.contains(s));
                if !known && words::find_word(page.sentence(id), name).is_some() {
                    found.extend(near);
                }
            }
        }
        found
    }

    fn may_begin(&mut self, page: &Page, word: &Word) -> bool {
        let firsts = &self.firsts;
        // A word so long that it has no key is looked at.
        let begins = || WordKey::of(page.text, word.span).is_none_or(|key| firsts.contains(&key));
        self.begin.get_mut(word.number as usize).is_none_or(|known| *known.get_or_insert_with(begins))
    }
}
