//! A report against the one of the year before: last year's level in this year's growth.
//!
//! From the cells of two analyses, to findings `earlier_report` about the later one.

use super::draft::Draft;
use super::former::is_former;
use super::growth::falls;
use super::interval::{Interval, LastDigit};
use super::judge::{Judged, Reading};
use super::page::Page;
use super::repeat::pair;
use super::{Settings, rules, show, slip, words};
use crate::analysis::{Analysis, Cell, Finding, Kind, Quantity, RegionKind, Unit, Verdict};
use crate::language::Transcript;
use crate::wording::{Language, audit as say};
use rustc_hash::{FxHashMap, FxHashSet};

/// Compares what a report says of the year before with what the earlier report stated. Regions are matched by code or name,
/// indicators by id; the findings are about `current`, numbered from `first_id` on. Linear in the number of cells.
pub fn against_earlier(current: &Analysis, earlier: &Analysis, settings: Settings, language: Language, first_id: u32) -> Vec<Finding> {
    let last = if settings.truncation { LastDigit::RoundedOrCut } else { LastDigit::Rounded };
    let transcript = Transcript::of(&current.document.text, &current.sections);
    let page = Page::new(&current.document.text, &transcript, current, last, language);
    let known: FxHashMap<(&str, &str), &Cell> =
        earlier.cells.iter().filter_map(|c| Some(((region(earlier, c.section)?, c.indicator.as_str()), c))).collect();
    let mut drafts = Vec::new();
    for cell in &current.cells {
        let before = region(current, cell.section).and_then(|r| known.get(&(r, cell.indicator.as_str())));
        let Some(former) =
            before.filter(|b| precedes(b, cell) && b.unit == cell.unit).and_then(|b| earlier.quantities.get(b.quantity as usize))
        else {
            continue;
        };
        compare(&page, cell.quantity as usize, former, &mut drafts);
    }
    (first_id..).zip(drafts).filter_map(|(id, draft)| draft.finish(&page, id)).collect()
}

/// Whether a report is an earlier one of the same kind: of a year before, and with a region in common.
pub fn is_earlier(earlier: &Analysis, current: &Analysis) -> bool {
    let before = matches!((earlier.document.year, current.document.year), (Some(a), Some(b)) if a < b);
    let known: FxHashSet<&str> = named(earlier).collect();
    before && named(current).any(|name| known.contains(name))
}

/// The regions of a report by code or name. One that is not parted by regions could be about anything.
fn named(analysis: &Analysis) -> impl Iterator<Item = &str> {
    analysis.sections.iter().filter(|s| s.region.kind != RegionKind::Whole).filter_map(|s| region(analysis, s.id))
}

fn region(analysis: &Analysis, section: u32) -> Option<&str> {
    let region = &analysis.sections.get(section as usize)?.region;
    Some(region.code.as_deref().unwrap_or(&region.name))
}

/// Whether a cell is of the year before another.
fn precedes(earlier: &Cell, later: &Cell) -> bool {
    matches!((earlier.year, later.year), (Some(a), Some(b)) if a + 1 == b)
}

/// The figures around `level` that speak of the year before, against what that year's report says.
fn compare(page: &Page, level: usize, former: &Quantity, out: &mut Vec<Draft>) {
    let Some(stated_then) = Interval::printed(former, page.last) else { return };
    for id in page.qualifiers(level).iter().copied() {
        let Some(q) = page.get(id) else { continue };
        match q.kind {
            Kind::Growth if q.unit == Unit::Percent => out.extend(rate(page, id, level, former, stated_then)),
            Kind::Change if page.get(level).map(|l| l.unit) == Some(q.unit) => out.extend(change(page, id, level, former, stated_then)),
            _ => {}
        }
    }
    for id in page.in_sentence(level).filter(|id| *id > level) {
        if is_former(page, id) && page.get(id).is_some_and(|q| q.unit == former.unit) && is_of_then(page, id, level, former.year) {
            out.extend(level_then(page, id, former, stated_then));
        }
    }
}

/// Whether a figure beside a level is of an earlier year: read so, or the year stands right behind it ("the 2.779 billion yuan of 2012").
fn is_of_then(page: &Page, id: usize, level: usize, then: Option<i32>) -> bool {
    let read = page.get(id).map(|q| q.year) != page.get(level).map(|l| l.year);
    let behind = then.map(|year| year.to_string());
    read || behind.is_some_and(|year| words::words(page.after(id)).take(2).any(|word| word == year))
}

/// "6.580 billion yuan, up 17.4% over 2012".
fn rate(page: &Page, id: usize, level: usize, former: &Quantity, then: Interval) -> Option<Draft> {
    let fall = falls(page, id);
    let relation = |read: Reading| {
        let new = read(level)?;
        let step = if fall { then.minus(new)? } else { new.minus(then)? };
        Some((read(id)?, step.over(then)?.percent()?))
    };
    let judged = Judged::new(page, id, &relation)?;
    let (new, stated) = (page.get(level)?, page.get(id)?);
    let (then, computed) = (page.show.figure(former), show::percent(judged.computed.point));
    let calculation = format!("{} / {then} \u{2212} 1 = {}{computed}", page.show.figure(new), if fall { "\u{2212}" } else { "" });
    let note = match judged.verdict {
        Verdict::Inconsistent => {
            let values = [("former", &*then), ("computed", &computed), ("stated", &page.show.figure(stated))];
            page.say(&say::EARLIER_RATE_OFF, &values)
        }
        _ => page.say(&say::EARLIER_RATE_FITS, &[("former", &then)]),
    };
    let possible = (judged.verdict == Verdict::Inconsistent).then(|| slip::of_digits(page.show, stated, judged.computed)).flatten();
    Some(Draft::judged(&rules::EARLIER, judged, vec![id, level], note).calculation(calculation).slip(possible).earlier(former.id))
}

/// "295 villages, 14 more than in 2012".
fn change(page: &Page, id: usize, level: usize, former: &Quantity, then: Interval) -> Option<Draft> {
    let fall = falls(page, id);
    let relation = |read: Reading| Some((read(id)?, if fall { then.minus(read(level)?)? } else { read(level)?.minus(then)? }));
    let judged = Judged::new(page, id, &relation)?;
    let (new, stated) = (page.get(level)?, page.get(id)?);
    let (a, b) = if fall { (former, new) } else { (new, former) };
    let (then, computed) = (page.show.figure(former), page.show.like(judged.computed.point, stated));
    let calculation = format!("{} \u{2212} {} = {computed}", page.show.figure(a), page.show.figure(b));
    let note = match judged.verdict {
        Verdict::Inconsistent => {
            let values = [("former", &*then), ("computed", &computed), ("stated", &page.show.figure(stated))];
            page.say(&say::EARLIER_CHANGE_OFF, &values)
        }
        _ => page.say(&say::EARLIER_CHANGE_FITS, &[("former", &then)]),
    };
    let possible = (judged.verdict == Verdict::Inconsistent).then(|| slip::of_digits(page.show, stated, judged.computed)).flatten();
    Some(Draft::judged(&rules::EARLIER, judged, vec![id, level], note).calculation(calculation).slip(possible).earlier(former.id))
}

/// "over the 2.779 billion yuan of 2012".
fn level_then(page: &Page, id: usize, former: &Quantity, then: Interval) -> Option<Draft> {
    let judged = Judged::new(page, id, &|read: Reading| Some((read(id)?, then)))?;
    let stated = page.get(id)?;
    let note = match judged.verdict {
        Verdict::Inconsistent => {
            page.say(&say::EARLIER_LEVEL_OFF, &[("former", &page.show.figure(former)), ("stated", &page.show.figure(stated))])
        }
        _ => page.say(&say::EARLIER_LEVEL_FITS, &[]),
    };
    let possible = (judged.verdict == Verdict::Inconsistent).then(|| slip::of_digits(page.show, stated, judged.computed)).flatten();
    Some(Draft::judged(&rules::EARLIER, judged, vec![id], note).calculation(pair(page, stated, former)).slip(possible).earlier(former.id))
}
