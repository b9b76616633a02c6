//! Phrases that recur: a tree of stems in which each figure's phrases are ways from unit and denominator on.

use super::phrase::Words;
use crate::analysis::{Quantity, Unit};
use rustc_hash::FxHashMap;
use std::cmp::Reverse;
use std::ops::Range;

/// A figure with the words that name it.
pub(super) struct Named<'a> {
    pub(super) quantity: &'a Quantity,
    pub(super) words: Words<'a>,
    pub(super) taken: bool,
}

/// Unit, denominator and stems of a phrase.
pub(super) type Key<'a> = (Unit, Option<&'a str>, Box<[u32]>);

/// A phrase: the figures that have it, by their index, with the place of the phrase in their words.
#[derive(Default)]
pub(super) struct Phrase {
    pub(super) members: Vec<(usize, Range<usize>)>,
}

/// Phrases that stand in enough sections, most sections first, then the longer one.
pub(super) fn phrases<'a>(named: &[Named<'a>], least: usize) -> Vec<(Key<'a>, Phrase)> {
    let mut tree = PhraseTree { common: common_stems(named, least), ..PhraseTree::default() };
    let mut noted: Vec<Noted> = Vec::new();
    for (i, figure) in named.iter().enumerate() {
        tree.note(i, figure, &mut noted);
    }
    // Most phrases stand in one section: only of those in enough of them all places are kept.
    let mut wide: FxHashMap<usize, (Key, Phrase)> = FxHashMap::default();
    for Noted { figure: i, range, node } in noted {
        let Some(figure) = named.get(i).filter(|_| tree.sections(node) >= least) else { continue };
        let key = || (figure.quantity.unit, figure.quantity.per.as_deref(), figure.words.stems(range.clone()).into());
        wide.entry(node).or_insert_with(|| (key(), Phrase::default())).1.members.push((i, range));
    }
    let mut wide: Vec<(usize, (Key, Phrase))> = wide.into_iter().map(|(node, entry)| (tree.sections(node), entry)).collect();
    // "net enrolment rate in primary" is cut off from its "education".
    let cut = |i: usize, end: usize| named.get(i).is_some_and(|figure| figure.words.goes_on(end));
    wide.sort_by_key(|(sections, ((_, _, stems), phrase))| {
        let first = phrase.members.first();
        (Reverse(*sections), Reverse(stems.len()), first.map(|m| (m.0, cut(m.0, m.1.end), m.1.start)))
    });
    wide.into_iter().map(|(_, entry)| entry).collect()
}

/// By number, whether a stem stands in so many sections: no phrase stands in more than each of its stems does.
fn common_stems(named: &[Named], least: usize) -> Vec<bool> {
    let mut stems: Vec<Node> = Vec::new();
    for figure in named {
        let section = figure.quantity.section;
        for stem in figure.words.all().iter().map(|stem| *stem as usize) {
            if stems.len() <= stem {
                stems.resize(stem + 1, Node { sections: 0, last: section });
            }
            if let Some(node) = stems.get_mut(stem) {
                node.stand_in(section);
            }
        }
    }
    stems.iter().map(|stem| stem.sections >= least).collect()
}

/// Phrases as ways through a tree, from unit and denominator on stem by stem.
#[derive(Default)]
struct PhraseTree<'a> {
    roots: FxHashMap<(Unit, Option<&'a str>), usize>,
    /// From a node by a stem to the next.
    next: FxHashMap<(usize, u32), usize>,
    nodes: Vec<Node>,
    /// By number, whether a stem may be of a phrase that is looked for.
    common: Vec<bool>,
}

/// A phrase of a figure, with its end in the tree.
struct Noted {
    figure: usize,
    range: Range<usize>,
    node: usize,
}

/// The end of a phrase, or a stem.
#[derive(Clone, Copy)]
struct Node {
    /// How many sections have it.
    sections: usize,
    /// The last of them.
    last: u32,
}

impl Node {
    /// Notes that it stands in a section; sections come in their order.
    fn stand_in(&mut self, section: u32) {
        if self.sections == 0 || self.last != section {
            *self = Self { sections: self.sections + 1, last: section };
        }
    }
}

impl<'a> PhraseTree<'a> {
    /// Notes all phrases of a figure that may stand in enough sections; figures come in the order of their sections.
    fn note(&mut self, figure: usize, of: &Named<'a>, noted: &mut Vec<Noted>) {
        let (nodes, quantity, common) = (&mut self.nodes, of.quantity, &self.common);
        let is_common = |stem: &u32| common.get(*stem as usize).is_some_and(|common| *common);
        let mut new = || {
            nodes.push(Node { sections: 0, last: quantity.section });
            nodes.len() - 1
        };
        let root = *self.roots.entry((quantity.unit, quantity.per.as_deref())).or_insert_with(&mut new);
        // A phrase that begins where the last one did goes on from its end.
        let (mut from, mut to, mut node) = (0, 0, root);
        for range in of.words.phrases() {
            if !of.words.stems(range.clone()).iter().all(is_common) {
                continue;
            }
            if range.start != from || range.end < to {
                (from, to, node) = (range.start, range.start, root);
            }
            for stem in of.words.stems(to..range.end) {
                node = *self.next.entry((node, *stem)).or_insert_with(&mut new);
            }
            to = range.end;
            noted.push(Noted { figure, range, node });
        }
        for noted in noted.iter().rev().take_while(|noted| noted.figure == figure) {
            if let Some(node) = self.nodes.get_mut(noted.node) {
                node.stand_in(quantity.section);
            }
        }
    }

    fn sections(&self, node: usize) -> usize {
        self.nodes.get(node).map_or(0, |node| node.sections)
    }
}
