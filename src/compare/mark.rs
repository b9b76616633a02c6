//! What a reader has to know of a value in the table, beside the number.

use super::convert::factor;
use super::table::Column;
use crate::analysis::{Amount, Cell, Kind, Modifier, Problem, Quantity, Reviewed, Scope, Unit};

/// What is special about a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Hedged in the text.
    Hedge(Modifier),
    /// Of another year than the report's; counted.
    OtherYear(i32),
    /// Of a part of the region; not counted.
    Part,
    /// Of the report as a whole, not of a region; not counted.
    WholeReport,
    /// Planned, not achieved; not counted.
    Target,
    /// Printed with both ends of a range; not counted.
    Range,
    /// Odd as printed; not counted.
    Odd(Problem),
    /// In a unit that the column's unit cannot be made from; not counted.
    OtherUnit(Unit),
    /// Stated in another unit and converted; counted.
    Converted(Unit),
    /// The indicator has other figures, too.
    Alternatives(usize),
    /// The audit found that the figure does not add up with others.
    DoesNotAddUp,
    /// The reader corrected the figure, added it, or chose it for the cell; counted.
    Corrected,
    /// Computed from two figures.
    Computed,
}

/// All that is special about a cell.
pub(super) fn marks(cell: &Cell, quantity: &Quantity, column: &Column, year: Option<i32>, questioned: &[u32]) -> Vec<Mark> {
    let mut marks = Vec::new();
    marks.extend(quantity.modifier.map(Mark::Hedge));
    if let (Some(stated), Some(report)) = (cell.year, year)
        && stated != report
    {
        marks.push(Mark::OtherYear(stated));
    }
    if quantity.scope == Scope::Part {
        marks.push(Mark::Part);
    }
    if quantity.kind == Kind::Target {
        marks.push(Mark::Target);
    }
    if matches!(cell.amount, Amount::Range(..)) {
        marks.push(Mark::Range);
    }
    marks.extend(quantity.problems.iter().copied().map(Mark::Odd));
    if cell.amount == Amount::Unread && quantity.problems.is_empty() {
        marks.push(Mark::Odd(Problem::Malformed));
    }
    if cell.unit != column.unit {
        marks.push(factor(cell.unit, column.unit).map_or(Mark::OtherUnit(cell.unit), |_| Mark::Converted(cell.unit)));
    }
    if !cell.alternatives.is_empty() {
        marks.push(Mark::Alternatives(cell.alternatives.len()));
    }
    if questioned.contains(&cell.quantity) {
        marks.push(Mark::DoesNotAddUp);
    }
    if cell.chosen_by.is_some() || matches!(quantity.review, Some(Reviewed::Corrected | Reviewed::Added)) {
        marks.push(Mark::Corrected);
    }
    if cell.divided_by.is_some() {
        marks.push(Mark::Computed);
    }
    marks
}
