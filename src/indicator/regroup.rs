//! The rows that recurring phrases make, put right and added to by what is said around figures: one name of things ("cases") does not make one
//! indicator of those filed and those decided, and other words ("fires destroyed 1,584 hectares") do not make another.

use super::choose::{Candidate, order};
use super::common::most_common;
use super::discover::{Discovery, Place, discovered};
use super::likeness::{Row, Said, Seed, label, rows};
use super::naming::{capitalised, in_small_letters};
use super::word::{BARE, tells_duration};
use crate::analysis::{Analysis, Indicator, Kind, Quantity, RegionKind, Unit};
use crate::language::singular;
use crate::wording::Language;
use rustc_hash::FxHashSet;
use std::collections::BTreeMap;

/// Weight of the figure that fills a cell, above all that a phrase gives.
const CHOSEN: i32 = 10;

/// Words for amounts of anything, which name no row either.
const AMOUNTS: [&str; 5] = ["number", "share", "share of", "per cent", "percent"];

/// Puts the phrases' rows and the figures beside them into rows of what is alike.
pub(super) fn regroup(text: &str, analysis: &Analysis, found: Vec<Discovery>, language: Language) -> Vec<Discovery> {
    let regions = analysis.sections.iter().filter(|s| s.region.kind != RegionKind::Whole).count();
    if regions < 2 {
        return found;
    }
    let least = if regions <= 3 { 2 } else { regions.div_ceil(2).max(3) };
    let (seeds, kept): (Vec<Discovery>, Vec<Discovery>) = found.into_iter().partition(|discovery| can_move(analysis, discovery));
    let fixed: FxHashSet<u32> = kept.iter().flat_map(|discovery| discovery.candidates.values().flatten()).map(|c| c.quantity).collect();
    let figures: Vec<&Quantity> =
        analysis.quantities.iter().filter(|q| !fixed.contains(&q.id) && is_comparable(text, analysis, q)).collect();
    let said = Said::read(text, analysis);
    let known = seeds.iter().map(|discovery| {
        let cells = chosen(analysis, discovery);
        let anchored = is_clear(&figures, &discovery.indicator.label, &cells);
        Seed { cells, anchored }
    });
    let cells: Vec<Seed> = known.collect();
    let rows = rows(analysis, &said, &figures, &cells, least);
    let mut taken: FxHashSet<String> = BARE.iter().chain(&AMOUNTS).map(|name| (*name).to_owned()).collect();
    taken.extend(kept.iter().map(|discovery| discovery.indicator.label.to_lowercase()));
    let known =
        |row: &Row| row.seed.and_then(|seed| Some((seeds.get(seed)?, cells.get(seed)?))).filter(|(_, seed)| keeps(row, &seed.cells));
    taken.extend(rows.iter().filter_map(known).map(|(seed, _)| seed.indicator.label.to_lowercase()));
    let mut all = kept;
    for row in rows {
        let known = known(&row);
        let anchored = known.filter(|(_, seed)| seed.anchored).map(|(discovery, _)| discovery.indicator.label.clone());
        let known = known.map(|(discovery, _)| discovery);
        let name = anchored.unwrap_or_else(|| label(&said, &row, known.map(|seed| seed.indicator.label.as_str()), &taken));
        taken.insert(name.to_lowercase());
        let renamed = || named(analysis, &row, &name, language);
        let place = |place: &Place| place.restated(row.regions, row.cells.values().map(|figure| figure.id).min());
        all.extend(match known {
            Some(seed) if seed.indicator.label == name => Some(with_cells(seed, seed.indicator.clone(), &row, place(&seed.place))),
            Some(seed) => renamed().map(|named| with_cells(seed, named.indicator, &row, place(&seed.place))),
            None => renamed(),
        });
    }
    all.sort_by(|a, b| a.place.cmp(&b.place));
    all
}

/// Whether a phrase's row may be put right: rises and falls say themselves of what they are.
fn can_move(analysis: &Analysis, discovery: &Discovery) -> bool {
    let figures = discovery.candidates.values().flatten().filter_map(|c| analysis.quantities.get(c.quantity as usize));
    figures.into_iter().all(|figure| !matches!(figure.kind, Kind::Change | Kind::Growth))
}

/// A figure of the report's year that may speak for its whole region: what seems to be of a part or to be planned counts for less later.
fn is_comparable(text: &str, analysis: &Analysis, figure: &Quantity) -> bool {
    let now = figure.year.is_none() || analysis.document.year.is_none() || figure.year == analysis.document.year;
    let earlier = || text.get(..figure.start as usize).is_some_and(|before| before.trim_end().ends_with("from"));
    // "Dredging took 60 months" tells of one work; hours without power and days on patrol are measured.
    let calendar = matches!(figure.unit, Unit::Year | Unit::Month | Unit::Week);
    let time = || figure.kind == Kind::Average || figure.per.is_some() || tells_duration(&figure.what);
    matches!(figure.kind, Kind::Level | Kind::Average | Kind::Ratio | Kind::Share | Kind::Growth | Kind::Target)
        && (!calendar || time())
        && now
        && figure.indicator.is_none()
        && figure.amount.bounds().is_some()
        && !earlier()
}

/// The figure that fills each cell of a row.
fn chosen<'a>(analysis: &'a Analysis, discovery: &Discovery) -> BTreeMap<u32, &'a Quantity> {
    let best = |candidates: &Vec<Candidate>| {
        let mut candidates = candidates.clone();
        order(analysis, false, &mut candidates);
        candidates.first().and_then(|c| analysis.quantities.get(c.quantity as usize))
    };
    discovery.candidates.iter().filter_map(|(section, candidates)| Some((*section, best(candidates)?))).collect()
}

/// Whether nothing else in most of its sections has a row's name: of several that have it, the words around tell which is meant.
fn is_clear(figures: &[&Quantity], label: &str, cells: &BTreeMap<u32, &Quantity>) -> bool {
    let named = |figure: &Quantity| label.split(' ').all(|word| figure.what.to_lowercase().contains(&word.to_lowercase()));
    let counts_same = |one: &Quantity, other: &Quantity| {
        let noun = |figure: &Quantity| figure.noun.as_deref().map(singular);
        one.unit.is_counted() && noun(one).is_some() && noun(one) == noun(other)
    };
    let rival = |cell: &Quantity, other: &Quantity| {
        let comparable = other.id != cell.id && other.section == cell.section && other.unit == cell.unit && other.per == cell.per;
        comparable && other.of != Some(cell.id) && (named(other) || counts_same(cell, other))
    };
    let beside = |section: u32| {
        let start = figures.partition_point(|figure| figure.section < section);
        figures.get(start..).unwrap_or_default().iter().take_while(move |figure| figure.section == section)
    };
    let unclear = cells.values().filter(|cell| beside(cell.section).any(|other| rival(cell, other))).count();
    unclear * 2 < cells.len()
}

/// Whether a row has most of the cells that it began with.
fn keeps(row: &Row, cells: &BTreeMap<u32, &Quantity>) -> bool {
    let same = cells.iter().filter(|(section, figure)| row.cells.get(section).is_some_and(|own| own.id == figure.id)).count();
    same * 2 >= cells.len()
}

/// A phrase's row with the cells that it has now; what the phrase offered beside them can still be chosen.
fn with_cells(seed: &Discovery, indicator: Indicator, row: &Row, place: Place) -> Discovery {
    let cell = |(section, figure): (&u32, &&Quantity)| {
        let mut candidates = vec![Candidate { quantity: figure.id, weight: CHOSEN }];
        let others = seed.candidates.get(section).into_iter().flatten().filter(|c| c.quantity != figure.id);
        candidates.extend(others.copied());
        (*section, candidates)
    };
    Discovery { indicator, candidates: row.cells.iter().map(cell).collect(), place }
}

/// A row that no phrase has made, if it can be named.
fn named(analysis: &Analysis, row: &Row, name: &str, language: Language) -> Option<Discovery> {
    let label = Some(in_small_letters(name)).filter(|label| !label.is_empty())?;
    let figures = || row.cells.values().copied();
    let unit = most_common(figures().map(|figure| figure.unit))?;
    let per = most_common(figures().map(|figure| figure.per.clone())).flatten();
    let label = per
        .as_deref()
        .filter(|per| !label.ends_with(per) && !label.contains(" per "))
        .map_or(label.clone(), |per| format!("{label} per {per}"));
    let stated = row.cells.len();
    let indicator = discovered(analysis, &label, capitalised(&label), unit, per.as_deref(), stated, language);
    let candidates =
        row.cells.iter().map(|(section, figure)| (*section, vec![Candidate { quantity: figure.id, weight: CHOSEN }])).collect();
    Some(Discovery { indicator, candidates, place: Place::of(figures(), false, row.regions) })
}
