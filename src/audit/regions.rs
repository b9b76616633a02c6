//! The report's own total against what its regions state: "In all, the four regions built 812 wells".
//!
//! From the cells of the whole analysis, to findings `regions`. Where the sum of the regions gives a total, that total is meant. A sum that
//! misses is said only where the text speaks of these regions together, or where one digit explains it: a report may cover some regions of a
//! country only, a head office spends money of its own, and partners that work in two regions are counted twice.

use super::brief::Trait;
use super::draft::Draft;
use super::judge::Judged;
use super::page::Page;
use super::sum::{judge_sum, off_by, with, written};
use super::{rules, slip, words};
use crate::analysis::{Aggregation, Analysis, Kind, RegionKind, Section, Unit, Verdict};
use crate::wording::audit as say;
use rust_decimal::Decimal;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;

/// So many regions must state an indicator.
const FEWEST: usize = 3;

/// A sum that misses by more was not meant to give the total.
const NEAR: f64 = 0.25;

/// Nor was one that misses by more where no digit explains it.
const UNEXPLAINED: Decimal = Decimal::from_parts(1, 0, 0, false, 1);

/// Totals of one indicator to compare at most.
const MOST_TOTALS: usize = 8;

/// The members of a longer sum are not written out.
const MOST_WRITTEN: usize = 12;

/// What an indicator has in a report: the figure of each region, and others that may be the total of them.
#[derive(Default)]
struct Column {
    parts: Vec<usize>,
    /// The numbers of the regions of `parts`.
    regions: FxHashSet<usize>,
    /// Whether a region states it in two sections, so that nothing can be added.
    twice: bool,
    totals: Vec<usize>,
}

/// Compares the totals of the report with its regions, indicator by indicator.
pub(super) fn check(page: &Page, analysis: &Analysis, out: &mut Vec<Draft>) {
    let regions = numbered(&analysis.sections);
    let count = regions.iter().flatten().max().map_or(0, |last| last + 1);
    if count < FEWEST {
        return;
    }
    let columns: Vec<Column> = columns(analysis, &regions).filter(|column| column.can_be_added(page, count)).collect();
    let general = |total: usize| page.get(total).and_then(|q| regions.get(q.section as usize)).is_some_and(Option::is_none);
    let mut found: Vec<(usize, Draft)> = Vec::new();
    // Sections of the whole report that state a sum of the regions: they speak of these regions.
    let mut sure: FxHashSet<u32> = FxHashSet::default();
    let mut open: Vec<(Vec<usize>, Column)> = Vec::new();
    for column in columns {
        let totals = column.near_totals(page);
        if let Some((total, draft)) = totals.iter().find_map(|t| Some((*t, agreement(page, &column.parts, *t)?))) {
            sure.extend(page.get(total).map(|q| q.section).filter(|_| general(total)));
            found.push((total, draft));
        } else if column.parts.len() == count {
            open.push((column.all_totals(page), column));
        }
    }
    for (totals, Column { parts, .. }) in open {
        let said = |total: usize| {
            let known = page.get(total).is_some_and(|q| sure.contains(&q.section));
            // In the section of a region "in all" is said of that region, if not of so many as there are.
            if general(total) { Said { known, ..Said::of(page, total, parts.len()) } } else { Said::of_number(page, total, parts.len()) }
        };
        found.extend(totals.into_iter().find_map(|total| Some((total, disagreement(page, &parts, total, said(total), general(total))?))));
    }
    found.sort_by_key(|(total, _)| *total);
    out.extend(found.into_iter().map(|(_, draft)| draft));
}

/// By section, the number of its region; none for what speaks of the whole report.
fn numbered(sections: &[Section]) -> Vec<Option<usize>> {
    let mut known: FxHashMap<&str, usize> = FxHashMap::default();
    let mut numbers = Vec::with_capacity(sections.len());
    for region in sections.iter().map(|section| &section.region) {
        let next = known.len();
        let name = region.code.as_deref().unwrap_or(&region.name);
        numbers.push((region.kind != RegionKind::Whole).then(|| *known.entry(name).or_insert(next)));
    }
    numbers
}

/// The columns of all indicators whose values add up.
fn columns(analysis: &Analysis, regions: &[Option<usize>]) -> impl Iterator<Item = Column> {
    let adds = analysis.indicators.iter().filter(|i| i.aggregation == Aggregation::Sum).map(|i| i.id.as_str());
    let mut columns: BTreeMap<&str, Column> = adds.map(|id| (id, Column::default())).collect();
    for cell in analysis.cells.iter().filter(|cell| cell.divided_by.is_none()) {
        let (Some(column), Some(region)) = (columns.get_mut(cell.indicator.as_str()), regions.get(cell.section as usize)) else { continue };
        let chosen = cell.quantity as usize;
        match region {
            Some(region) => {
                column.twice |= !column.regions.insert(*region);
                column.parts.push(chosen);
            }
            None => column.totals.push(chosen),
        }
        column.totals.extend(cell.alternatives.iter().map(|id| *id as usize));
    }
    columns.into_values()
}

impl Column {
    /// Whether nearly all of the regions state amounts of one kind.
    fn can_be_added(&self, page: &Page, count: usize) -> bool {
        let stated = self.parts.len();
        let nearly_all = stated + 1 >= count || stated * 10 >= count * 9;
        let Some(first) = self.parts.first().copied() else { return false };
        !self.totals.is_empty() && !self.twice && stated >= FEWEST && nearly_all && self.parts.iter().all(|part| alike(page, *part, first))
    }

    /// Its other figures that lie near the sum.
    fn near_totals(&self, page: &Page) -> Vec<usize> {
        let sum: f64 = self.parts.iter().map(|part| page.brief(*part).rough).sum();
        let near = |total: &usize| (page.brief(*total).rough / sum - 1.0).abs() <= NEAR;
        self.all_totals(page).into_iter().filter(near).collect()
    }

    /// Its other figures that are amounts of the same kind.
    fn all_totals(&self, page: &Page) -> Vec<usize> {
        let Some(first) = self.parts.first().copied() else { return Vec::new() };
        self.totals.iter().copied().filter(|total| alike(page, *total, first)).take(MOST_TOTALS).collect()
    }
}

/// Whether two figures are positive amounts of one kind, unit and year.
fn alike(page: &Page, one: usize, other: usize) -> bool {
    let (Some(a), Some(b)) = (page.get(one), page.get(other)) else { return false };
    let years = a.year.zip(b.year).is_none_or(|(a, b)| a == b);
    let amount = matches!(a.kind, Kind::Level | Kind::Target | Kind::Change) && page.brief(one).rough > 0.0;
    amount && years && a.kind == b.kind && a.unit == b.unit && a.per.is_none() && b.per.is_none()
}

/// The finding that the regions give a total. Two digits meet many sums.
fn agreement(page: &Page, parts: &[usize], total: usize) -> Option<Draft> {
    let judged = judge_sum(page, total, parts).filter(Judged::agrees_closely)?;
    let note = if judged.verdict == Verdict::Consistent { &say::REGIONS_FIT } else { &say::REGIONS_ROUNDED };
    (page.get(total)?.text.bytes().filter(u8::is_ascii_digit).count() > 2).then(|| draft(page, parts, total, judged, page.say(note, &[])))
}

/// The finding that they miss it, where that says something.
fn disagreement(page: &Page, parts: &[usize], total: usize, said: Said, general: bool) -> Option<Draft> {
    let judged = judge_sum(page, total, parts).filter(|j| j.verdict == Verdict::Inconsistent)?;
    let exact = |id: &usize| page.get(*id).is_some_and(|q| q.modifier.is_none());
    if !exact(&total) || !parts.iter().all(exact) {
        return None;
    }
    let whole = page.get(total)?;
    let less = judged.difference().is_sign_negative();
    let slip = slip::of_digits(page.show, whole, judged.computed);
    let smallest = parts.iter().filter_map(|part| page.get(*part)?.amount.one()).min()?;
    if general && is_misprint(page, total, said, &judged) {
        let note = off_by(page, if less { &say::REGIONS_LESS } else { &say::REGIONS_MORE }, whole, &judged);
        return Some(draft(page, parts, total, judged, note).slip(slip));
    }
    if judged.relative().is_none_or(|r| r > FAR) {
        return None;
    }
    let overlap = whole.unit == Unit::Count && !less;
    let near = !overlap && judged.difference().abs() < smallest && judged.relative().is_some_and(|r| r <= UNEXPLAINED);
    // A head office spends money of its own; and rounded amounts fit many digits.
    let explained = slip.is_some() && page.is(total, Trait::LONG | Trait::COUNTED);
    if !(said.regions && (near || slip.is_some()) || (said.together || said.known) && explained) {
        return None;
    }
    let note = off_by(page, if less { &say::REGIONS_LESS } else { &say::REGIONS_MORE }, whole, &judged);
    Some(draft(page, parts, total, judged, note).slip(slip))
}

/// Whether one digit of a total in a section on the whole report explains that it misses: where other totals of the section are sums of the
/// regions, or the total is told in so many digits that few sums meet them by chance.
fn is_misprint(page: &Page, total: usize, said: Said, judged: &Judged) -> bool {
    let Some(q) = page.get(total) else { return false };
    let digits = q.text.bytes().filter(u8::is_ascii_digit).count();
    let zeros = q.text.bytes().rev().filter(u8::is_ascii_digit).take_while(|b| *b == b'0').count();
    // A head office spends money of its own.
    let few = |fewest: usize| digits - zeros >= fewest;
    let sure = said.known && few(SHORT) || page.is(total, Trait::COUNTED) && (few(LONG) || said.together && few(SHORT));
    sure && slip::of_one_digit(page.show, q, judged.computed, SHORT).is_some()
}

/// Digits of a total that few sums meet by chance, and of one that words or other totals must speak for.
const LONG: usize = 4;
const SHORT: usize = 3;

/// How far a total may be from the sum of the regions without a digit that explains it.
const FAR: Decimal = Decimal::from_parts(25, 0, 0, false, 2);

fn draft(page: &Page, parts: &[usize], total: usize, judged: Judged, note: String) -> Draft {
    let sum = judged.computed.point;
    let calculation = if parts.len() <= MOST_WRITTEN {
        written(page, total, parts, sum)
    } else {
        let sum = page.get(total).map_or_else(String::new, |whole| page.show.like(sum, whole));
        page.say(&say::REGIONS_SUM, &[("n", &parts.len().to_string()), ("sum", &sum)])
    };
    Draft::judged(&rules::REGIONS, judged, with(total, parts), note).calculation(calculation)
}

/// What the text says of a total.
#[derive(Debug, Clone, Copy, Default)]
struct Said {
    /// It is of these regions: "the four regions", "in all districts together".
    regions: bool,
    /// It is of several things.
    together: bool,
    /// Other totals of its section are sums of these regions.
    known: bool,
}

impl Said {
    /// What its sentence says, of so many regions.
    fn of(page: &Page, total: usize, count: usize) -> Self {
        let sentence = page.sentence(total);
        let said = Self::of_number(page, total, count);
        let together = words::has_any(sentence, TOGETHER);
        Self { regions: said.regions || together && names_all(sentence), together, ..Self::default() }
    }

    /// Whether the number of the regions is told: "the four regions"; "this review covers four districts. Together they ..." tells it before.
    fn of_number(page: &Page, total: usize, count: usize) -> Self {
        let together = words::has_any(page.sentence(total), TOGETHER);
        let counted = page.around(total, 1, 0).any(|id| {
            let here = together || page.sentence_of(id) == page.sentence_of(total);
            let areas = || page.noun(id).is_some_and(|noun| AREAS.contains(&noun));
            here && areas() && page.get(id).is_some_and(|q| q.amount.one() == Some(Decimal::from(count)))
        });
        Self { regions: counted, ..Self::default() }
    }
}

/// "The regions", "all districts"; but not "14 counties" or "the northern districts", which may be some of them.
fn names_all(sentence: &str) -> bool {
    let area = |word: &str| word.ends_with('s') && AREAS.contains(&&*words::singular(word));
    let mut before = "";
    words::words(sentence).any(|word| {
        let leads = words::is_one_of(std::mem::replace(&mut before, word), &["the", "all", "these", "our"]);
        leads && area(word)
    })
}

/// Words of several things as one.
const TOGETHER: &[&str] = &["all", "total", "altogether", "together", "combined", "overall"];

/// What the regions of a report may be, in the singular: of the words for sorts of area those that a report is divided by, and what companies
/// call theirs.
const AREAS: &[&str] = &[
    "region",
    "district",
    "province",
    "county",
    "state",
    "country",
    "municipality",
    "city",
    "department",
    "governorate",
    "division",
    "territory",
    "prefecture",
    "zone",
    "canton",
    "commune",
    "segment",
    "area",
];
