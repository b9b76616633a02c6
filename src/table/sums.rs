//! What the figures of a table say of each other: cells that come to a total, and changes between two years.
//!
//! From the values of cells, to sums and steps that hold, and those that nearly do beside others that hold. Arithmetic has the word: a row
//! called "Total" whose column holds averages is no sum, and nothing is said of it.

use super::Table;
use super::role::Role;
use crate::analysis::Unit;
use rust_decimal::Decimal;
use std::ops::Range;

/// A cell by row and column.
pub(crate) type Place = (usize, usize);

/// The value of a cell, as far as sums ask for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Value {
    pub(crate) amount: Decimal,
    /// The number as printed, without the scale of its column or row.
    pub(crate) printed: Decimal,
    /// The decimal exponent of its last digit.
    pub(crate) precision: i32,
    pub(crate) unit: Unit,
    pub(crate) year: Option<i32>,
    /// Whether amounts of its kind may be added: no rate and no share.
    pub(crate) adds: bool,
}

/// A total with the cells that it sums.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sum {
    pub(crate) total: Place,
    pub(crate) members: Vec<Place>,
    /// Whether it is that of a row.
    pub(crate) across: bool,
}

/// A change with the levels that it leads to and from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Step {
    pub(crate) change: Place,
    pub(crate) new: Place,
    pub(crate) former: Place,
    /// Whether it is one in per cent.
    pub(crate) relative: bool,
}

/// How far a stated total may be from its parts where no other total of the table speaks for it, in thousandths.
const NEARLY: u32 = 5;

/// A total has at most so many rows above or below it.
const MOST_MEMBERS: usize = 1000;

/// How a total stands to its members.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fit {
    Holds,
    Nearly,
    Off,
}

impl Table {
    /// The sums of a table: those that hold, and those that do not beside others that do.
    pub(crate) fn sums(&self, value: &dyn Fn(Place) -> Option<Value>) -> Vec<Sum> {
        let mut sums = Vec::new();
        for row in (0..self.rows.len()).filter(|row| self.role(*row) == Role::Total) {
            let members = self.members_of_row(row);
            let column = |c: usize| (c, members.clone().filter(|r| self.role(*r) == Role::Plain).map(|r| (r, c)).collect());
            let lines = (1..self.columns.len()).filter(|c| matches!(self.column(*c), Role::Plain | Role::Total)).map(column);
            held(lines.map(|(c, members)| Sum { total: (row, c), members, across: false }), value, &mut sums);
        }
        for total in (1..self.columns.len()).filter(|c| self.column(*c) == Role::Total) {
            let members = self.members_of_column(total);
            let rows = (0..self.rows.len()).filter(|row| matches!(self.role(*row), Role::Plain | Role::Total));
            let line = |row: usize| Sum { total: (row, total), members: members.clone().map(|c| (row, c)).collect(), across: true };
            held(rows.map(line), value, &mut sums);
        }
        sums
    }

    /// The changes of a table, each with its two levels: of the last two years in front of it, or whichever former year most of them fit.
    pub(crate) fn steps(&self, value: &dyn Fn(Place) -> Option<Value>) -> Vec<Step> {
        let mut steps = Vec::new();
        let mut first = 1;
        for change in (1..self.columns.len()).filter(|c| self.column(*c) == Role::Change) {
            let year = |c: usize| (0..self.rows.len()).find_map(|row| value((row, c))).and_then(|v| v.year);
            let mut levels: Vec<(i32, usize)> =
                (first..change).filter(|c| self.column(*c) == Role::Plain).filter_map(|c| Some((year(c)?, c))).collect();
            levels.sort_unstable();
            levels.dedup_by_key(|(year, _)| *year);
            // A second change of the same years stands right behind the first.
            if change > first {
                first = if self.columns.get(change + 1) == Some(&Role::Change) { first } else { change + 1 };
            }
            let Some(((_, new), formers)) = levels.split_last() else { continue };
            let all = |former: usize, relative: bool| {
                let step = move |row| Step { change: (row, change), new: (row, *new), former: (row, former), relative };
                (0..self.rows.len()).map(step)
            };
            let ways = formers.iter().rev().flat_map(|(_, former)| [(*former, false), (*former, true)]);
            let fitting = |(former, relative): (usize, bool)| all(former, relative).filter(|step| agrees(*step, value)).count();
            // Of ways that fit alike the first: the latest year, and a difference.
            let best = ways.map(|way| (fitting(way), way)).reduce(|best, next| if next.0 > best.0 { next } else { best });
            let Some((fits, (former, relative))) = best else { continue };
            let stated =
                all(former, relative).filter(|step| [step.change, step.new, step.former].into_iter().all(|at| value(at).is_some()));
            let stated: Vec<Step> = stated.collect();
            if fits * 2 >= stated.len() && fits > 0 {
                steps.extend(stated);
            }
        }
        steps
    }

    fn role(&self, row: usize) -> Role {
        self.rows.get(row).map(|row| row.role).unwrap_or_default()
    }

    fn column(&self, column: usize) -> Role {
        self.columns.get(column).copied().unwrap_or_default()
    }

    /// The rows above a total up to the one before it or the heading of their group, or where there are none those below it.
    fn members_of_row(&self, total: usize) -> Range<usize> {
        let ends = |row: &usize| matches!(self.role(*row), Role::Total | Role::Group);
        let (first, last) = (total.saturating_sub(MOST_MEMBERS), self.rows.len().min(total + MOST_MEMBERS));
        let above = (first..total).rev().find(ends).map_or(first, |row| row + 1);
        let below = (total + 1..last).find(ends).unwrap_or(last);
        match (above..total).len() {
            // The total of totals.
            0 if total > 0 => first..total,
            0 => total + 1..below,
            _ => above..total,
        }
    }

    /// The columns in front of a total, or where there are none those behind it.
    fn members_of_column(&self, total: usize) -> Range<usize> {
        let member = |c: &usize| self.column(*c) == Role::Plain;
        let front = (1..total).rev().take_while(member).last().unwrap_or(total);
        let behind = (total + 1..self.columns.len()).take_while(member).last().map_or(total + 1, |c| c + 1);
        if front < total { front..total } else { total + 1..behind }
    }
}

/// Keeps those sums of one line of totals that hold, and where as many hold as do not, or one nearly does, those that do not.
fn held(lines: impl Iterator<Item = Sum>, value: &dyn Fn(Place) -> Option<Value>, sums: &mut Vec<Sum>) {
    let mut lines: Vec<(Sum, Fit)> = lines.filter_map(|sum| fit(sum, value)).collect();
    let holding = lines.iter().filter(|(_, fit)| *fit == Fit::Holds).count();
    let sure = holding > 0 && holding * 2 >= lines.len();
    lines.retain(|(_, fit)| sure || *fit != Fit::Off);
    sums.extend(lines.into_iter().map(|(sum, _)| sum));
}

/// How a total stands to its members, those without a figure left out; `None` where it is no sum.
fn fit(mut sum: Sum, value: &dyn Fn(Place) -> Option<Value>) -> Option<(Sum, Fit)> {
    let total = value(sum.total).filter(|total| total.adds)?;
    let alike = |at: &Place| value(*at).filter(|member| member.adds && member.unit == total.unit);
    sum.members.retain(|at| alike(at).is_some());
    let members: Vec<Value> = sum.members.iter().filter_map(alike).collect();
    let largest = members.iter().map(|member| member.amount.abs()).max()?;
    // An average is not larger than all that it is of.
    if members.len() < 2
        || total.amount.abs() < largest
        || total.amount.abs() == largest && members.iter().filter(|m| !m.amount.is_zero()).count() > 1
    {
        return None;
    }
    let mut added = Decimal::ZERO;
    for member in &members {
        added = added.checked_add(member.amount)?;
    }
    let gap = added.checked_sub(total.amount)?.abs();
    let close = || Some(gap.checked_mul(Decimal::ONE_THOUSAND)? <= total.amount.abs().checked_mul(Decimal::from(NEARLY))?);
    let near = members.len() > 2 && (close()? || is_one_digit_off(&total, added));
    let fit = if gap <= slack(members.iter().chain([&total]))? {
        Fit::Holds
    } else if near {
        Fit::Nearly
    } else {
        Fit::Off
    };
    Some((sum, fit))
}

/// Whether a total and a sum have the same digits but for one, or for two neighbours in each other's place.
fn is_one_digit_off(total: &Value, sum: Decimal) -> bool {
    let digits = |amount: Decimal| {
        let grain = half(total.precision)?.checked_mul(Decimal::TWO)?;
        Some(amount.abs().checked_div(grain)?.round().normalize().to_string().into_bytes())
    };
    let (Some(stated), Some(added)) = (digits(total.amount), digits(sum)) else { return false };
    let off: Vec<usize> = stated.iter().zip(&added).enumerate().filter(|(_, (a, b))| a != b).map(|(at, _)| at).collect();
    let swapped = |a: usize, b: usize| a + 1 == b && stated.get(a) == added.get(b) && stated.get(b) == added.get(a);
    let few = match off[..] {
        [_] => true,
        [a, b] => swapped(a, b),
        _ => false,
    };
    few && stated.len() == added.len() && stated.len() >= LONG
}

/// Digits of a total that few sums meet by chance.
const LONG: usize = 4;

/// How far rounding may set a sum apart from its total: half a last digit for each figure with decimals or round thousands.
fn slack<'v>(values: impl Iterator<Item = &'v Value>) -> Option<Decimal> {
    let mut slack = Decimal::ZERO;
    for value in values.filter(|value| value.precision != 0) {
        slack = slack.checked_add(half(value.precision)?)?;
    }
    Some(slack)
}

/// Half of a last digit.
fn half(precision: i32) -> Option<Decimal> {
    match u32::try_from(precision) {
        Ok(power) => (0..power).try_fold(Decimal::new(5, 1), |half, _| half.checked_mul(Decimal::TEN)),
        Err(_) => Decimal::try_new(5, precision.unsigned_abs() + 1).ok(),
    }
}

/// Whether a change leads from one level to the other.
fn agrees(step: Step, value: &dyn Fn(Place) -> Option<Value>) -> bool {
    let agrees = || {
        let (change, new, former) = (value(step.change)?, value(step.new)?, value(step.former)?);
        let moved = new.amount.checked_sub(former.amount)?;
        let levels = slack([&new, &former].into_iter())?;
        if !step.relative {
            let alike = change.unit == new.unit || change.unit == Unit::PercentagePoint && new.unit == Unit::Percent;
            let gap = moved.checked_sub(change.amount)?.abs();
            return Some(alike && gap <= levels.checked_add(slack([&change].into_iter())?)?);
        }
        let rate = moved.checked_div(former.amount)?.checked_mul(Decimal::ONE_HUNDRED)?;
        let digits = change.printed.scale();
        let grain = half(-i32::try_from(digits).ok()?)?;
        let rough = levels.checked_div(former.amount.abs())?.checked_mul(Decimal::ONE_HUNDRED)?;
        Some(rate.checked_sub(change.printed)?.abs() <= grain.checked_add(rough)?)
    };
    agrees().unwrap_or(false)
}
