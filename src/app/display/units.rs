//! The units of a report, to choose from.

use super::unit_label;
use crate::analysis::Unit;
use crate::app::report::Report;
use crate::app::strings::{Strings, fill, grouped};
use crate::compare::Scale;
use std::collections::BTreeMap;

/// The name of a unit; counted things have none of their own.
pub fn unit_name(unit: Unit, t: &Strings) -> String {
    if unit == Unit::Count { t.data.counted.to_owned() } else { unit_label(unit, Scale::One, None, None, t.language) }
}

/// Units that figures of the report have, the most frequent first.
fn by_use(report: &Report) -> Vec<(Unit, usize)> {
    let mut counts: BTreeMap<&str, (Unit, usize)> = BTreeMap::new();
    for quantity in &report.analysis.quantities {
        counts.entry(quantity.unit.code()).or_insert((quantity.unit, 0)).1 += 1;
    }
    let mut units: Vec<(Unit, usize)> = counts.into_values().collect();
    units.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
    units
}

/// Codes of the report's units with their names and counts, the most frequent first.
pub fn unit_options(report: &Report, t: &Strings) -> Vec<(String, String)> {
    let option = |(unit, n): (Unit, usize)| {
        (unit.code().to_owned(), fill(t.define.unit_option, &[("unit", &unit_name(unit, t)), ("n", &grouped(n))]))
    };
    by_use(report).into_iter().map(option).collect()
}

/// Codes and names of all units: those of the report first.
pub fn all_units(report: &Report, t: &Strings) -> Vec<(String, String)> {
    let mut units: Vec<Unit> = by_use(report).into_iter().map(|(unit, _)| unit).collect();
    for unit in Unit::named() {
        if !units.contains(&unit) {
            units.push(unit);
        }
    }
    units.into_iter().map(|unit| (unit.code().to_owned(), unit_name(unit, t))).collect()
}
