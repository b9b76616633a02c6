//! Corrections of figures and regions: from the figures as read to the figures as the reader has them. Stands between reading and naming.
//!
//! Figures that are added or taken out renumber the rest, so that ids stay places in the list and the list stays in the order of the text.

use super::{Anchor, Change, Entry, Field};
use crate::analysis::{Amount, Analysis, Exclusion, Lost, Outcome, Quantity, Region, RegionKind, Reviewed, Section, Unit};
use crate::language::{ReadText, english};
use crate::outline::gazetteer::find_region;
use crate::text::{Span, sentences};

/// The rule that links and exclusions made by the reader carry.
pub(super) const READER: &str = "reader";

/// Applies all corrections of regions and figures but those of their indicators, and adds an outcome for each to `Analysis::review`.
pub fn apply_to_figures(text: &str, analysis: &mut Analysis, entries: &[Entry]) {
    for entry in entries {
        let outcome = match &entry.change {
            Change::Region { section, name } => rename(text, analysis, section, name).map(|()| None),
            Change::Correct { at, fields } => correct(text, analysis, at, fields).map(Some),
            Change::Accept { at } => accept(text, analysis, at).map(Some),
            Change::Reject { at } => reject(text, analysis, at).map(|()| None),
            Change::Add { at, fields } => add(text, analysis, at, fields).map(Some),
            Change::Choose { .. } | Change::Answer { .. } => continue,
        };
        let (quantity, lost) = outcome.map_or_else(|lost| (None, Some(lost)), |quantity| (quantity, None));
        analysis.review.push(Outcome { entry: entry.id, quantity, lost });
    }
    link(text, analysis, entries);
    // Ids have moved with every figure that came or went: they are looked up once more at the end.
    for outcome in analysis.review.iter_mut().filter(|outcome| outcome.quantity.is_some()) {
        let entry = entries.iter().find(|entry| entry.id == outcome.entry);
        outcome.quantity = entry.and_then(|entry| figure_of(text, &analysis.quantities, entry.change.figure()?));
    }
}

/// The figure that stands at a passage: the one of just this span, or else the first that shares a byte with it.
pub(super) fn figure_at(quantities: &[Quantity], span: Span) -> Option<u32> {
    let first = quantities.partition_point(|q| q.end <= span.start);
    let sharing = || quantities.get(first..).unwrap_or_default().iter().take_while(|q| q.start < span.end);
    sharing().find(|q| q.span() == span).or_else(|| sharing().next()).map(|q| q.id)
}

/// The figure that an anchor names.
pub(super) fn figure_of(text: &str, quantities: &[Quantity], at: &Anchor) -> Option<u32> {
    figure_at(quantities, at.find(text)?)
}

/// The figure of an anchor, or why there is none.
pub(super) fn find_figure(text: &str, analysis: &Analysis, at: &Anchor) -> Result<u32, Lost> {
    let span = at.find(text).ok_or(Lost::Passage)?;
    figure_at(&analysis.quantities, span).ok_or(Lost::Figure)
}

/// The section whose heading an anchor names.
pub(super) fn find_section<'a>(text: &str, sections: &'a mut [Section], heading: &Anchor) -> Result<&'a mut Section, Lost> {
    let span = heading.find(text).ok_or(Lost::Passage)?;
    sections.iter_mut().find(|section| section.heading == span).ok_or(Lost::Passage)
}

fn rename(text: &str, analysis: &mut Analysis, heading: &Anchor, name: &str) -> Result<(), Lost> {
    let section = find_section(text, &mut analysis.sections, heading)?;
    // A name that is not known is that of a district.
    let unknown = || Region { name: name.trim().to_owned(), kind: RegionKind::District, code: None, local_name: None };
    section.region = find_region(name).unwrap_or_else(unknown);
    Ok(())
}

fn quantity(analysis: &mut Analysis, id: u32) -> Result<&mut Quantity, Lost> {
    analysis.quantities.get_mut(id as usize).ok_or(Lost::Figure)
}

fn correct(text: &str, analysis: &mut Analysis, at: &Anchor, fields: &[Field]) -> Result<u32, Lost> {
    let id = find_figure(text, analysis, at)?;
    let quantity = quantity(analysis, id)?;
    set(quantity, fields);
    // A figure of the reader's own stays one.
    if quantity.review != Some(Reviewed::Added) {
        quantity.review = Some(Reviewed::Corrected);
    }
    Ok(id)
}

fn accept(text: &str, analysis: &mut Analysis, at: &Anchor) -> Result<u32, Lost> {
    let id = find_figure(text, analysis, at)?;
    quantity(analysis, id)?.review.get_or_insert(Reviewed::Accepted);
    Ok(id)
}

fn reject(text: &str, analysis: &mut Analysis, at: &Anchor) -> Result<(), Lost> {
    let id = find_figure(text, analysis, at)?;
    let Quantity { start, end, .. } = *quantity(analysis, id)?;
    analysis.quantities.retain(|q| q.id != id);
    let place = analysis.exclusions.partition_point(|e| e.start <= start);
    analysis.exclusions.insert(place, Exclusion { start, end, rule: READER.into() });
    renumber(&mut analysis.quantities);
    Ok(())
}

fn add(text: &str, analysis: &mut Analysis, at: &Anchor, fields: &[Field]) -> Result<u32, Lost> {
    let span = at.find(text).filter(|span| !span.is_empty()).ok_or(Lost::Passage)?;
    if figure_at(&analysis.quantities, span).is_some() {
        return correct(text, analysis, at, fields);
    }
    let section = analysis.sections.iter().find(|s| s.start <= span.start && span.end <= s.end).ok_or(Lost::Passage)?;
    let topic = analysis.topics.iter().find(|t| t.section == section.id && t.start <= span.start && span.end <= t.end).map(|t| t.id);
    let mut added = Quantity {
        id: analysis.quantities.len() as u32,
        section: section.id,
        topic,
        sentence: sentence_of(text, section, span),
        start: span.start,
        end: span.end,
        text: span.of(text).to_owned(),
        amount: Amount::Unread,
        unit: Unit::Count,
        year: analysis.document.year,
        review: Some(Reviewed::Added),
        confidence: 1.0,
        ..Quantity::default()
    };
    set(&mut added, fields);
    let place = analysis.quantities.partition_point(|q| q.start < span.start);
    analysis.quantities.insert(place, added);
    analysis.exclusions.retain(|e| !Span { start: e.start, end: e.end }.overlaps(span));
    renumber(&mut analysis.quantities);
    u32::try_from(place).map_err(|_| Lost::Figure)
}

/// The sentence around a passage, as the reading cuts sentences.
fn sentence_of(text: &str, section: &Section, span: Span) -> Span {
    let read = ReadText::new(text, Span { start: section.start, end: section.end }, english());
    let all = sentences(text, &read.tokens, &[section.heading.end]);
    all.iter().map(|sentence| sentence.span).find(|sentence| sentence.overlaps(span)).map_or(span, |sentence| sentence.cover(span))
}

fn set(quantity: &mut Quantity, fields: &[Field]) {
    let named = |words: &String| Some(words.trim().to_owned()).filter(|words| !words.is_empty());
    for field in fields {
        match field {
            Field::Value { amount, precision } => {
                quantity.amount = *amount;
                quantity.precision = *precision;
                // What was odd was the printed form; the reader has said what it stands for.
                quantity.problems.clear();
            }
            Field::Unit(unit) => quantity.unit = *unit,
            Field::Noun(noun) => quantity.noun = named(noun),
            Field::Per(per) => quantity.per = named(per),
            Field::What(what) => what.trim().clone_into(&mut quantity.what),
            Field::Kind(kind) => quantity.kind = *kind,
            Field::Year(year) => quantity.year = *year,
            Field::Scope(scope) => quantity.scope = *scope,
            Field::Modifier(modifier) => quantity.modifier = *modifier,
            // Once all figures are in their places; once the table is made.
            Field::PartOf(_) | Field::Qualifies(_) | Field::Indicator(_) => {}
        }
    }
}

/// Makes ids places in the list again; links to figures that are gone are cut.
fn renumber(quantities: &mut [Quantity]) {
    let mut moved: Vec<Option<u32>> = vec![None; quantities.iter().map(|q| q.id as usize + 1).max().unwrap_or_default()];
    for (place, quantity) in quantities.iter().enumerate() {
        if let Some(entry) = moved.get_mut(quantity.id as usize) {
            *entry = Some(place as u32);
        }
    }
    let now = |id: u32| moved.get(id as usize).copied().flatten();
    for (place, quantity) in quantities.iter_mut().enumerate() {
        quantity.id = place as u32;
        relink(&mut quantity.of, &mut quantity.of_rule, now);
        relink(&mut quantity.base, &mut quantity.base_rule, now);
    }
}

fn relink(link: &mut Option<u32>, rule: &mut Option<std::borrow::Cow<'static, str>>, now: impl Fn(u32) -> Option<u32>) {
    *link = link.and_then(now);
    if link.is_none() {
        *rule = None;
    }
}

/// Sets the links that the reader has drawn or cut, once every figure has its id.
fn link(text: &str, analysis: &mut Analysis, entries: &[Entry]) {
    for (at, field) in entries.iter().flat_map(|entry| entry.change.fields()) {
        let (Field::PartOf(other) | Field::Qualifies(other)) = field else { continue };
        let Some(id) = figure_of(text, &analysis.quantities, at) else { continue };
        let other = other.as_ref().and_then(|other| figure_of(text, &analysis.quantities, other)).filter(|other| *other != id);
        let is_part = matches!(field, Field::PartOf(_));
        // A total that is a part of its own part would never end.
        let other = other.filter(|other| !is_part || !is_above(&analysis.quantities, id, *other));
        let Some(quantity) = analysis.quantities.get_mut(id as usize) else { continue };
        let rule = other.map(|_| READER.into());
        if is_part {
            (quantity.of, quantity.of_rule) = (other, rule);
        } else {
            (quantity.base, quantity.base_rule) = (other, rule);
        }
    }
}

/// Whether `id` is a total above `part`, over any number of levels.
fn is_above(quantities: &[Quantity], id: u32, part: u32) -> bool {
    let total = |of: u32| quantities.get(of as usize).and_then(|q| q.of);
    std::iter::successors(total(part), |of| total(*of)).take(quantities.len()).any(|of| of == id)
}
