//! Notes under the table: letters for what is special about single cells, and how the signs are to be read.

use super::model::Model;
use crate::analysis::Problem;
use crate::app::display::unit_label;
use crate::app::state::use_app;
use crate::app::strings::{Language, Strings, fill};
use crate::compare::{Entry, Mark, Scale, Shown, Table};
use leptos::prelude::*;

/// The marks that have a note, each with its letter, in the order of their first cell.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Letters(Vec<Mark>);

impl Letters {
    /// The letter of a cell's first mark that has one.
    pub(super) fn of(&self, entry: &Entry) -> Option<char> {
        let place = entry.marks.iter().find_map(|mark| self.0.iter().position(|known| known == mark))?;
        char::from_digit(10 + place as u32, 36)
    }
}

/// Letters for the cells that are shown.
pub(super) fn letters(table: &Table, shown: &Shown) -> Letters {
    let mut letters = Letters::default();
    for mark in shown.rows(table).flat_map(|row| row.entries.iter().flatten()).flat_map(|entry| &entry.marks) {
        if needs_note(mark) && !letters.0.contains(mark) {
            letters.0.push(*mark);
        }
    }
    letters
}

/// Malformed figures are quoted in their cell, hedges have a sign, alternatives a corner, findings a diamond; all others have a letter.
fn needs_note(mark: &Mark) -> bool {
    !matches!(mark, Mark::Hedge(_) | Mark::Alternatives(_) | Mark::DoesNotAddUp | Mark::Odd(Problem::Malformed))
}

fn note(mark: &Mark, t: &Strings) -> String {
    let unit = |unit, language: Language| unit_label(unit, Scale::One, None, None, language);
    match mark {
        Mark::OtherYear(year) => fill(t.compare.note_other_year, &[("year", &year.to_string())]),
        Mark::Part => t.compare.note_part.to_owned(),
        Mark::Target => t.compare.note_target.to_owned(),
        Mark::WholeReport => t.compare.note_whole_report.to_owned(),
        Mark::Range => t.compare.note_range.to_owned(),
        Mark::Odd(Problem::MissingScale) => t.compare.note_missing_scale.to_owned(),
        Mark::Odd(_) => t.compare.note_implausible.to_owned(),
        Mark::OtherUnit(other) => fill(t.compare.note_other_unit, &[("unit", &unit(*other, t.language))]),
        Mark::Converted(other) => fill(t.compare.note_converted, &[("unit", &unit(*other, t.language))]),
        Mark::Corrected => t.compare.note_corrected.to_owned(),
        Mark::Computed => t.compare.note_computed.to_owned(),
        Mark::Hedge(_) | Mark::Alternatives(_) | Mark::DoesNotAddUp => String::new(),
    }
}

/// All notes that the cells shown need.
#[component]
pub(super) fn Notes(model: Model) -> impl IntoView {
    let t = use_app().strings();
    move || {
        let shown = model.shown.get();
        let table = model.table.get();
        notes_of(&table, &shown, &letters(&table, &shown), t)
    }
}

/// The notes of the rows of a table that are shown.
pub(super) fn notes_of(table: &Table, shown: &Shown, letters: &Letters, t: &'static Strings) -> impl IntoView + use<> {
    let lettered = letters
        .0
        .iter()
        .enumerate()
        .map(|(place, mark)| view! { <p><sup>{char::from_digit(10 + place as u32, 36)}</sup> " " {note(mark, t)}</p> })
        .collect_view();
    let entries = || shown.rows(table).flat_map(|row| row.entries.iter().flatten());
    let unread: Vec<String> = entries().filter(|e| e.is_unread()).map(|e| format!("\u{201c}{}\u{201d}", e.printed)).collect();
    let malformed =
        (!unread.is_empty()).then(|| view! { <p>{fill(t.compare.note_malformed, &[("printed", &unread.join(t.marks.list))])}</p> });
    let signs = entries().any(|e| e.hedge().is_some()).then(|| view! { <p>{t.compare.note_signs}</p> });
    let corners = entries().any(|e| !e.alternatives.is_empty()).then(|| view! { <p>{t.compare.note_alternatives}</p> });
    view! {
        <div class="notes">
            {lettered} {malformed} {signs} {corners} <p>{t.compare.note_not_stated}</p>
        </div>
    }
}
