//! Indicators of reports of any kind: phrases that recur with the same unit in several sections.
//!
//! From figures that no catalogue names to indicators with their candidates. Phrases are taken by the number of sections that they
//! stand in, so that variants of one phrase ("confirmed malaria cases", "malaria cases") fall under what they share; a phrase under
//! which a section has several different figures ("villages") is too wide and leaves them to narrower ones.

use super::choose::Candidate;
use super::naming::{self, capitalised, in_small_letters, slug, unit_slug};
use super::phrase::{Descriptions, Paragraphs, Stretch, tells_move};
use super::phrase_tree::{Key, Named, Phrase, phrases};
use super::word::{BARE, is_adjective, tells_duration};
use crate::analysis::{Aggregation, Analysis, Indicator, Kind, Origin, Quantity, RegionKind, Scope, Unit};
use crate::outline::is_area_word;
use crate::text::lowered;
use crate::wording::{Language, table as say};
use rustc_hash::FxHashMap;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// A phrase has to stand in this many sections, in two of a report that has two or three regions.
const SECTIONS: usize = 3;
/// ... and in one of so many sections of a long report.
const SHARE_OF_SECTIONS: usize = 4;
/// A phrase is one indicator if its sections have fewer different figures than this on average.
const FIGURES_A_SECTION: (usize, usize) = (4, 3);
/// ... or, if three quarters of all sections have it, fewer than this; the first of them counts.
const FIGURES_A_SECTION_IF_WIDE: (usize, usize) = (2, 1);
/// The label is the longest phrase that this share of the sections has.
const LABEL_SHARE: (usize, usize) = (3, 5);
/// At most this many indicators, the most widespread first.
const MOST: usize = 100;

/// The rule by which a cell of a table is part of its total: one of many, of which each is of something else than the region.
const CELL_OF_TOTAL: &str = "table_total";

/// A discovered indicator with the figures that may fill its cells, by section.
pub(super) struct Discovery {
    pub(super) indicator: Indicator,
    pub(super) candidates: BTreeMap<u32, Vec<Candidate>>,
    /// Where it stands among the others.
    pub(super) place: Place,
}

/// What orders indicators: levels before growth and shares, totals before parts, many regions before few, then as the text has them.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    relative: bool,
    part: bool,
    sections: Reverse<usize>,
    first: Option<u32>,
}

impl Place {
    /// The same for another number of sections, from another first figure on.
    pub(super) fn restated(&self, sections: usize, first: Option<u32>) -> Self {
        Self { sections: Reverse(sections), first, ..self.clone() }
    }

    /// That of an indicator with these figures in so many sections.
    pub(super) fn of<'a>(figures: impl Iterator<Item = &'a Quantity> + Clone, shares: bool, sections: usize) -> Self {
        let parts = figures.clone().filter(|quantity| quantity.of.is_some()).count();
        Self {
            relative: shares || figures.clone().all(tells_move),
            part: parts * 2 > figures.clone().count(),
            sections: Reverse(sections),
            first: figures.map(|quantity| quantity.id).min(),
        }
    }
}

/// Finds the indicators of a report, in their order.
pub(super) fn discover(text: &str, analysis: &Analysis, language: Language) -> Vec<Discovery> {
    let regions = analysis.sections.iter().filter(|s| s.region.kind != RegionKind::Whole).count();
    let least = if regions == 2 || regions == 3 { 2 } else { SECTIONS.max(analysis.sections.len() / SHARE_OF_SECTIONS) };
    if regions < 2 && analysis.sections.len() < SECTIONS {
        return Vec::new();
    }
    let figures = nameable_figures(text, analysis);
    let described_by = |quantity| [Some(quantity), base(analysis, quantity)].into_iter().flatten();
    let paragraphs = Paragraphs::of(figures.iter().copied().flat_map(described_by).map(|q| q.what.as_str()));
    let mut descriptions = Descriptions::new(&paragraphs);
    let mut stretch = |quantity| described_by(quantity).find_map(|q| descriptions.read(q));
    let described: Vec<(&Quantity, Stretch)> = figures.iter().filter_map(|q| Some((*q, stretch(*q)?))).collect();
    let name = |(quantity, stretch)| Named { quantity, words: descriptions.words(stretch), taken: false };
    let mut named: Vec<Named> = described.into_iter().map(name).collect();
    let phrases = phrases(&named, least);
    let mut found = Vec::new();
    for (key, phrase) in &phrases {
        if found.len() == MOST {
            break;
        }
        let members: Vec<(usize, Range<usize>)> =
            phrase.members.iter().filter(|(i, _)| named.get(*i).is_some_and(|n| !n.taken)).cloned().collect();
        if !is_indicator(&named, &members, key, least, analysis.sections.len()) || !keeps_its_topic(analysis, &named, &members) {
            continue;
        }
        if sections_of(&named, &members) < SECTIONS && !compares_both(analysis, &named, &members, key) {
            continue;
        }
        let (label_stems, label) = label(analysis, &named, key, &members, &phrases);
        if strays(&named, &members, key, &label_stems) {
            continue;
        }
        let discovery = discovery(analysis, &named, key, &members, (&label_stems, label), language);
        if says_nothing(&discovery.indicator.label, &named, &members) {
            continue;
        }
        found.push(discovery);
        for (i, _) in members {
            if let Some(n) = named.get_mut(i) {
                n.taken = true;
            }
        }
    }
    found.sort_by(|a, b| a.place.cmp(&b.place));
    found
}

/// Figures that may state an indicator: of the report's year, of the whole region, a part only where it counts things of its own, a change only
/// where it says of what, no earlier value ("from 71%").
fn nameable_figures<'a>(text: &str, analysis: &'a Analysis) -> Vec<&'a Quantity> {
    let fits = |q: &&Quantity| {
        let alone = matches!(q.kind, Kind::Level | Kind::Average | Kind::Ratio | Kind::Share | Kind::Growth) || tells_move(q);
        let now = q.year.is_none() || analysis.document.year.is_none() || q.year == analysis.document.year;
        let before = || text.get(..q.start as usize).unwrap_or_default().trim_end();
        let earlier = || before().ends_with("from");
        // "640 shops, of which 12% ...": named after all shops, it would say nothing of the 12%.
        let of_whole = || {
            q.kind == Kind::Share
                && ["of whom", "of which", "of them"].iter().any(|of| before().ends_with(of))
                && base(analysis, q).is_some_and(|whole| q.what.strip_prefix("share of ").is_some_and(|of| of == whole.what))
        };
        alone
            && now
            && q.indicator.is_none()
            && (q.of.is_none() || q.noun.is_some() && q.unit.is_counted() && q.of_rule.as_deref() != Some(CELL_OF_TOTAL))
            && q.scope == Scope::Region
            && (!q.unit.is_time() || tells_duration(&q.what))
            && q.amount.bounds().is_some()
            && !earlier()
            && !of_whole()
    };
    analysis.quantities.iter().filter(fits).collect()
}

/// The figure that another one qualifies.
fn base<'a>(analysis: &'a Analysis, quantity: &Quantity) -> Option<&'a Quantity> {
    analysis.quantities.get(quantity.base? as usize)
}

/// Whether figures share one word of a longer name, and some of them have it in another one: public spending on "education" among enrolment
/// rates in primary "education". The longer name is an indicator of its own.
fn strays(named: &[Named], members: &[(usize, Range<usize>)], key: &Key, label: &[u32]) -> bool {
    let other = |figure: &Named| {
        let (of_label, own) = figure.words.content_in(label);
        of_label * 2 < own
    };
    key.2.len() == 1 && key.0.is_relative() && label.len() > 1 && members.iter().filter_map(|(i, _)| named.get(*i)).any(other)
}

/// Whether a label only repeats what is counted, where some of its figures say more: persons of any sort do not make one indicator; nor does
/// what things are like ("severe"), the heading over them ("vital statistics") or an area ("region").
fn says_nothing(label: &str, named: &[Named], members: &[(usize, Range<usize>)]) -> bool {
    let figures = || members.iter().filter_map(|(i, _)| named.get(*i)).map(|figure| figure.quantity);
    // "one hospital" stands in the plural elsewhere.
    let counts = |quantity: &Quantity| quantity.noun.as_deref().is_some_and(|noun| !noun.ends_with('s')) && quantity.unit.is_counted();
    if !label.contains(' ') && is_adjective(label) && figures().all(counts)
        || lowered(label, |label| label.ends_with("statistics") || is_area_word(label))
    {
        return true;
    }
    lowered(label, |label| BARE.contains(&label)) && figures().any(|quantity| !quantity.what.eq_ignore_ascii_case(label))
}

/// How many sections have some figures, which come in the order of the sections.
fn sections_of(named: &[Named], members: &[(usize, Range<usize>)]) -> usize {
    let mut last = None;
    let sections = members.iter().filter_map(|(i, _)| named.get(*i)).map(|n| n.quantity.section);
    sections.filter(|section| last.replace(*section) != Some(*section)).count()
}

/// Whether the figures under a phrase are one in a section, by and large, and differ between sections. A single word has to
/// stand in more of the sections: alone it says little.
fn is_indicator(named: &[Named], members: &[(usize, Range<usize>)], key: &Key, least: usize, sections: usize) -> bool {
    let stated = sections_of(named, members);
    let wide_enough = match (key.2.len(), key.0.is_counted()) {
        (1, true) => stated * 4 >= sections * 3,
        (1, false) => stated * 2 >= sections,
        _ => true,
    };
    if stated < least || !wide_enough {
        return false;
    }
    let figures: BTreeSet<_> =
        members.iter().filter_map(|(i, _)| named.get(*i)).map(|n| (n.quantity.section, n.quantity.amount.bounds())).collect();
    let (most, of) = if stated * 4 >= sections * 3 { FIGURES_A_SECTION_IF_WIDE } else { FIGURES_A_SECTION };
    let mut values = figures.iter().map(|(_, bounds)| bounds);
    let first = values.next();
    figures.len() * of <= stated * most && values.any(|value| Some(value) != first)
}

/// Whether figures that stand in two sections compare the two regions of a report, by more than a word that counts nothing ("what families spend").
fn compares_both(analysis: &Analysis, named: &[Named], members: &[(usize, Range<usize>)], key: &Key) -> bool {
    let section = |i: usize| named.get(i).and_then(|n| analysis.sections.get(n.quantity.section as usize));
    let regional = |(i, _): &&(usize, Range<usize>)| section(*i).is_some_and(|s| s.region.kind != RegionKind::Whole);
    let regional: Vec<(usize, Range<usize>)> = members.iter().filter(regional).cloned().collect();
    (key.2.len() > 1 || key.0.is_counted()) && sections_of(named, &regional) == 2
}

/// Whether most of the figures under a phrase stand under one topic, where the report has topics: an indicator keeps its place.
fn keeps_its_topic(analysis: &Analysis, named: &[Named], members: &[(usize, Range<usize>)]) -> bool {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for figure in members.iter().filter_map(|(i, _)| named.get(*i)) {
        if let Some(topic) = figure.quantity.topic.and_then(|t| analysis.topics.get(t as usize)) {
            *counts.entry(topic.programme.clone().unwrap_or_else(|| topic.title.to_lowercase())).or_default() += 1;
        }
    }
    let with_topic: usize = counts.values().sum();
    with_topic * 2 < members.len() || counts.into_values().max().is_none_or(|most| most * 5 >= with_topic * 3)
}

fn discovery(
    analysis: &Analysis,
    named: &[Named],
    key: &Key,
    members: &[(usize, Range<usize>)],
    (label_stems, label): (&[u32], String),
    language: Language,
) -> Discovery {
    let stated = sections_of(named, members);
    let mut candidates: BTreeMap<u32, Vec<Candidate>> = BTreeMap::new();
    for figure in members.iter().filter_map(|(i, _)| named.get(*i)) {
        let exact = figure.words.phrases().any(|range| figure.words.stems(range) == label_stems);
        // A total stands for itself before its parts do.
        let weight = 2 * i32::from(exact) + i32::from(figure.quantity.of.is_none());
        candidates.entry(figure.quantity.section).or_default().push(Candidate { quantity: figure.quantity.id, weight });
    }
    let (unit, per, _) = key;
    let shares = members.iter().filter_map(|(i, _)| named.get(*i)).all(|figure| figure.words.tell_share());
    let label = if shares { format!("share of {label}") } else { label };
    let label = per.filter(|per| !label.ends_with(per)).map_or(label.clone(), |per| format!("{label} per {per}"));
    let programme = programme(analysis, named, members);
    let indicator = Indicator { programme, ..discovered(analysis, &label, capitalised(&label), *unit, *per, stated, language) };
    let figures = members.iter().filter_map(|(i, _)| named.get(*i)).map(|figure| figure.quantity);
    let place = Place::of(figures, shares, candidates.len());
    Discovery { indicator, candidates, place }
}

/// An indicator that the report names itself, stated in so many sections.
pub(super) fn discovered(
    analysis: &Analysis,
    words: &str,
    label: String,
    unit: Unit,
    per: Option<&str>,
    stated: usize,
    language: Language,
) -> Indicator {
    let sections = analysis.sections.len().to_string();
    Indicator {
        id: format!("discovered.{}.{}", slug(words), unit_slug(unit)),
        definition: say::DISCOVERED.say(language, &[("label", words), ("stated", &stated.to_string()), ("sections", &sections)]),
        label,
        unit,
        origin: Origin::Discovered,
        programme: String::new(),
        aggregation: if unit.is_relative() || unit.is_time() || per.is_some() { Aggregation::Mean } else { Aggregation::Sum },
        per: None,
    }
}

/// The longest phrase around the shared one that most of the sections have, as stems and as first printed.
fn label(
    analysis: &Analysis,
    named: &[Named],
    key: &Key,
    members: &[(usize, Range<usize>)],
    phrases: &[(Key, Phrase)],
) -> (Box<[u32]>, String) {
    let (share, of) = LABEL_SHARE;
    let stated = sections_of(named, members);
    let around =
        phrases.iter().filter(|(other, _)| other.0 == key.0 && other.1 == key.1 && other.2.windows(key.2.len()).any(|w| w == &*key.2));
    // What another indicator has taken gives it no name: "boats" are not the "wooden boats" among them.
    let free = around.filter_map(|(other, phrase)| {
        let is_free = |(i, _): &&(usize, Range<usize>)| named.get(*i).is_some_and(|n| !n.taken);
        let free: Vec<(usize, Range<usize>)> = phrase.members.iter().filter(is_free).cloned().collect();
        (sections_of(named, &free) * of >= stated * share).then_some((other, free))
    });
    let longest = free.max_by_key(|(other, free)| (other.2.len(), free.len()));
    let (stems, first) = longest.map_or((&key.2, members.first().cloned()), |(other, free)| (&other.2, free.into_iter().next()));
    let printed = first.and_then(|(i, range)| named.get(i).map(|n| naming::printed(analysis, n.quantity, n.words, range)));
    (stems.clone(), in_small_letters(&printed.unwrap_or_default()))
}

/// The programme that most of its figures stand under.
fn programme(analysis: &Analysis, named: &[Named], members: &[(usize, Range<usize>)]) -> String {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for figure in members.iter().filter_map(|(i, _)| named.get(*i)) {
        let topic = figure.quantity.topic.and_then(|t| analysis.topics.get(t as usize));
        if let Some(programme) = topic.and_then(|t| t.programme.as_deref()) {
            *counts.entry(programme).or_default() += 1;
        }
    }
    let most = counts.into_iter().max_by_key(|(_, n)| *n).filter(|(_, n)| *n * 2 > members.len());
    most.map(|(programme, _)| programme.to_owned()).unwrap_or_default()
}

/// "49.3% of the population of 61.2 million": of two indicators with one name, the share is called so.
pub(super) fn name_shares(found: &mut [Discovery]) {
    let mut named: FxHashMap<String, usize> = FxHashMap::default();
    for discovery in &*found {
        *named.entry(discovery.indicator.label.clone()).or_default() += 1;
    }
    for indicator in found.iter_mut().map(|discovery| &mut discovery.indicator).filter(|indicator| indicator.unit == Unit::Percent) {
        if named.get(&indicator.label).is_some_and(|times| *times > 1) {
            indicator.label = capitalised(&format!("share of {}", in_small_letters(&indicator.label)));
        }
    }
}

/// Two indicators with the same words keep apart by a number.
pub(super) fn number_twins(found: &mut [Discovery]) {
    let mut seen: FxHashMap<String, usize> = FxHashMap::default();
    for discovery in found {
        let times = seen.entry(discovery.indicator.id.clone()).or_default();
        *times += 1;
        if *times > 1 {
            discovery.indicator.id = format!("{}.{times}", discovery.indicator.id);
        }
    }
}
