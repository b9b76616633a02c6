//! Corrections of the table: which indicator a figure states, and which figure fills a cell. Stands behind the naming of indicators.

use super::figures::{READER, find_figure, find_section};
use super::{Anchor, Change, Entry, Field};
use crate::analysis::{Analysis, Cell, Lost, Outcome};
use crate::indicator::catalogue_indicators;
use crate::wording::{Language, table as say};

/// Applies what the reader has said of indicators and cells, and adds an outcome for each chosen cell to `Analysis::review`.
pub fn apply_to_table(text: &str, analysis: &mut Analysis, entries: &[Entry], language: Language) {
    for entry in entries {
        for (at, field) in entry.change.fields() {
            let Field::Indicator(indicator) = field else { continue };
            let stated = find_figure(text, analysis, at).and_then(|id| state(analysis, id, indicator.as_deref(), language));
            if let (Err(lost), Some(outcome)) = (stated, analysis.review.iter_mut().find(|o| o.entry == entry.id)) {
                outcome.lost = Some(lost);
            }
        }
        if let Change::Choose { section, indicator, figure } = &entry.change {
            let place = (section, indicator.as_str());
            let chosen = choose(text, analysis, place, figure.as_ref(), language);
            let (quantity, lost) = chosen.map_or_else(|lost| (None, Some(lost)), |quantity| (quantity, None));
            analysis.review.push(Outcome { entry: entry.id, quantity, lost });
        }
    }
}

/// Makes a figure state an indicator, or none: it leaves the cell of its former one and fills that of its new one.
fn state(analysis: &mut Analysis, id: u32, indicator: Option<&str>, language: Language) -> Result<(), Lost> {
    if let Some(indicator) = indicator {
        ensure(analysis, indicator, language)?;
    }
    leave(analysis, id, indicator, language);
    let quantity = analysis.quantities.get_mut(id as usize).ok_or(Lost::Figure)?;
    quantity.indicator = indicator.map(str::to_owned);
    let section = quantity.section;
    if let Some(indicator) = indicator {
        fill(analysis, section, indicator, id, language);
    }
    Ok(())
}

/// Lists an indicator of the catalogue that the report did not state so far.
fn ensure(analysis: &mut Analysis, indicator: &str, language: Language) -> Result<(), Lost> {
    if !analysis.indicators.iter().any(|known| known.id == indicator) {
        let known = catalogue_indicators(language).find(|known| known.id == indicator).ok_or(Lost::Indicator)?;
        analysis.indicators.push(known.clone());
    }
    Ok(())
}

/// Takes a figure out of the cells of all indicators but `kept`. A cell that it filled goes to the next best figure, or becomes empty.
fn leave(analysis: &mut Analysis, id: u32, kept: Option<&str>, language: Language) {
    let quantities = &analysis.quantities;
    analysis.cells.retain_mut(|cell| {
        if Some(cell.indicator.as_str()) == kept {
            return true;
        }
        cell.alternatives.retain(|other| *other != id);
        if cell.quantity != id {
            return true;
        }
        let next = (!cell.alternatives.is_empty()).then(|| cell.alternatives.remove(0));
        let next = next.and_then(|next| quantities.get(next as usize));
        if let Some(next) = next {
            (cell.quantity, cell.amount, cell.unit, cell.year) = (next.id, next.amount, next.unit, next.year);
            say::NEXT_BEST.of(language).clone_into(&mut cell.reason);
        }
        next.is_some()
    });
}

/// Puts a figure into the cell of its section and indicator; what filled the cells of that pair becomes an alternative.
fn fill(analysis: &mut Analysis, section: u32, indicator: &str, id: u32, language: Language) {
    let is_pair = |cell: &Cell| cell.section == section && cell.indicator == indicator;
    let mut alternatives: Vec<u32> = Vec::new();
    for cell in analysis.cells.iter().filter(|cell| is_pair(cell)) {
        for other in std::iter::once(cell.quantity).chain(cell.alternatives.iter().copied()) {
            if other != id && !alternatives.contains(&other) {
                alternatives.push(other);
            }
        }
    }
    analysis.cells.retain(|cell| !is_pair(cell));
    let Some(quantity) = analysis.quantities.get_mut(id as usize) else { return };
    quantity.indicator = Some(indicator.to_owned());
    analysis.cells.push(Cell {
        section,
        indicator: indicator.to_owned(),
        year: quantity.year,
        amount: quantity.amount,
        unit: quantity.unit,
        quantity: id,
        alternatives,
        reason: say::BY_READER.of(language).to_owned(),
        chosen_by: Some(READER.into()),
        divided_by: None,
    });
}

/// Puts a figure, or none, into the cell of a section, named by its heading, and an indicator.
fn choose(
    text: &str,
    analysis: &mut Analysis,
    (heading, indicator): (&Anchor, &str),
    figure: Option<&Anchor>,
    language: Language,
) -> Result<Option<u32>, Lost> {
    let section = find_section(text, &mut analysis.sections, heading)?.id;
    ensure(analysis, indicator, language)?;
    if let Some(figure) = figure {
        let id = find_figure(text, analysis, figure)?;
        fill(analysis, section, indicator, id, language);
        return Ok(Some(id));
    }
    analysis.cells.retain(|cell| cell.section != section || cell.indicator != indicator);
    for quantity in analysis.quantities.iter_mut().filter(|q| q.section == section) {
        quantity.indicator.take_if(|stated| stated == indicator);
    }
    Ok(None)
}
