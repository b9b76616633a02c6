//! Tables: rows and columns against their totals, changes against the two years that they lie between.
//!
//! From the tables of the text and the figures in their cells, to findings "sum" and "growth". The rules of prose know nothing of rows and
//! columns: what they say of the figure of a cell is left out.

use super::draft::Draft;
use super::growth::quotient;
use super::judge::{Judged, Reading};
use super::page::Page;
use super::{rules, show, slip, sum};
use crate::analysis::{Kind, Unit, Verdict};
use crate::table::{Place, Step, Table, Value};
use crate::text::Span;
use crate::wording::audit as say;

/// Puts what the tables of a report say in the place of what the other rules say of their figures.
pub(super) fn check(page: &Page, tables: &[Table], out: &mut Vec<Draft>) {
    if tables.is_empty() {
        return;
    }
    let rows: Vec<Span> = tables.iter().flat_map(Table::lines).collect();
    let inside = |id: &usize| {
        page.get(*id).is_some_and(|q| rows.get(rows.partition_point(|row| row.end <= q.start)).is_some_and(|row| row.start <= q.start))
    };
    let of_prose = |draft: &Draft| {
        let odd = || matches!(draft.quantities(), [one] if page.get(*one).is_some_and(|q| !q.problems.is_empty()));
        draft.rule().id == rules::MAGNITUDE.id || odd() || !draft.quantities().iter().any(inside)
    };
    out.retain(of_prose);
    for table in tables {
        let value = |place: Place| value(page, table, place);
        let ids = |places: &[Place]| places.iter().filter_map(|place| figure(page, table, *place)).collect::<Vec<usize>>();
        for sum in table.sums(&value) {
            let total = figure(page, table, sum.total);
            out.extend(total.and_then(|total| sum::in_table(page, total, &ids(&sum.members))));
        }
        out.extend(table.steps(&value).into_iter().filter_map(|step| check_step(page, table, step)));
    }
}

/// The figure of a cell, if it has one alone.
fn figure(page: &Page, table: &Table, (row, column): Place) -> Option<usize> {
    let cell = table.cell(row, column)?;
    let id = page.quantities.partition_point(|q| q.start < cell.start);
    let inside = |id: usize| page.get(id).is_some_and(|q| q.end <= cell.end);
    (inside(id) && !inside(id + 1)).then_some(id)
}

fn value(page: &Page, table: &Table, place: Place) -> Option<Value> {
    let q = page.get(figure(page, table, place)?)?;
    let amount = q.amount.one()?;
    Some(Value {
        amount,
        printed: amount,
        precision: q.precision.unwrap_or_default(),
        unit: if q.unit.is_counted() { Unit::Count } else { q.unit },
        year: q.year,
        adds: !q.unit.is_relative() && q.per.is_none() && matches!(q.kind, Kind::Level | Kind::Target),
    })
}

/// A change against its two levels.
fn check_step(page: &Page, table: &Table, step: Step) -> Option<Draft> {
    let id = |place| figure(page, table, place);
    let (change, new, former) = (id(step.change)?, id(step.new)?, id(step.former)?);
    let stated = page.get(change)?;
    if step.relative != (stated.kind == Kind::Growth) {
        return None;
    }
    let relation = |read: Reading| {
        let (level, before) = (read(new)?, read(former)?);
        let moved = level.minus(before)?;
        let computed = if step.relative { quotient(moved, before)?.percent()? } else { moved };
        Some((read(change)?, computed))
    };
    let judged = Judged::new(page, change, &relation)?;
    let moved = page.show.number_like(judged.computed.point, stated);
    let (told, from) = (page.told(new), page.told(former));
    let rate = show::percent(judged.computed.point);
    let values = [("former", &*from), ("new", &*told), ("change", &*moved), ("rate", &*rate), ("stated", &page.told(change))];
    let note = match (judged.verdict, step.relative) {
        (Verdict::Inconsistent, true) => &say::RATE_OFF,
        (Verdict::Inconsistent, false) => &say::CHANGE_OFF,
        (Verdict::Rounding, true) => &say::RATE_ROUNDED,
        (_, true) => &say::RATE_FITS,
        (_, false) => &say::CHANGE_FITS,
    };
    let calculation =
        if step.relative { format!("{told} / {from} \u{2212} 1 = {rate}") } else { format!("{told} \u{2212} {from} = {moved}") };
    let slip = (judged.verdict == Verdict::Inconsistent).then(|| slip::of_digits(page.show, stated, judged.computed)).flatten();
    let draft = Draft::judged(&rules::GROWTH, judged, vec![change, new, former], page.say(note, &values));
    Some(draft.calculation(calculation).slip(slip))
}
