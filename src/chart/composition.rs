//! Composition: what a total is made of in each region, stacked in amounts or in shares.
//!
//! The parts are those that the report itself counts to the total ("of which"), by indicator. What a region's parts leave of its total is
//! drawn as not itemised; parts without a stated total are drawn in amounts only.

use super::axis::Axis;
use super::place::text_width;
use super::sentence::capitalised;
use super::spec::{NumberCell, NumberRow, Numbers};
use super::{Anchor, ChartSpec, ChartWords, Paint, Point};
use crate::analysis::{Analysis, Cell};
use crate::compare::{ColumnRequest, Entry, Row, Scale, Table, build_table, figure};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

/// More parts than colours are not drawn.
const PARTS: usize = 7;

/// Whether bars show amounts or shares.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Bars {
    /// Amounts on one scale.
    #[default]
    Amount,
    /// Shares of each region's total.
    Share,
}

/// A total with its parts, over the regions that state them.
#[derive(Debug, Clone, PartialEq)]
pub struct CompositionData {
    /// Name of the total with the year.
    pub title: String,
    /// Unit and scale in words.
    pub unit_words: String,
    /// Names of the parts, in the order they are stacked.
    pub parts: Vec<String>,
    /// Regions with at least one part.
    pub wholes: Vec<Whole>,
    /// Regions that state the total only.
    pub undivided: Vec<String>,
    /// Regions that state neither.
    pub not_stated: Vec<String>,
    scale: Scale,
    words: &'static ChartWords,
}

/// One region.
#[derive(Debug, Clone, PartialEq)]
pub struct Whole {
    /// Its section.
    pub section: u32,
    /// Its name.
    pub name: String,
    /// Whether the reader has pinned it.
    pub pinned: bool,
    /// The stated total, in base units, with its quantity and its text in the scale.
    pub total: Option<Part>,
    /// One for each of [`CompositionData::parts`].
    pub parts: Vec<Option<Part>>,
}

/// One stated amount.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// Value in base units.
    pub value: Decimal,
    /// Value in the scale, as text.
    pub text: String,
    /// Its quantity.
    pub quantity: u32,
}

impl Whole {
    fn sum(&self) -> Decimal {
        self.parts.iter().flatten().map(|part| part.value).sum()
    }

    /// What the bar stands for: the stated total, or the sum of the parts where that is larger or no total is stated.
    fn length(&self) -> Decimal {
        self.total.as_ref().map_or(Decimal::ZERO, |total| total.value).max(self.sum())
    }

    /// What the parts leave of the stated total.
    fn rest(&self) -> Option<Decimal> {
        let rest = self.total.as_ref()?.value - self.sum();
        (rest > Decimal::ZERO).then_some(rest)
    }
}

/// Ids of the indicators that can be taken apart, with the ids of their parts: those of which at least two others are stated parts in at
/// least two regions, or in the only one. The one that most regions take apart comes first.
pub fn wholes(analysis: &Analysis) -> Vec<(String, Vec<String>)> {
    let mut found: Vec<(String, Vec<String>, usize)> = Vec::new();
    for indicator in &analysis.indicators {
        let parts = parts_of(analysis, &indicator.id);
        let divided = parts.iter().map(|(_, regions)| *regions).max().unwrap_or_default();
        if parts.len() > 1 && divided >= analysis.sections.len().min(2) {
            found.push((indicator.id.clone(), parts.into_iter().map(|(id, _)| id).collect(), divided));
        }
    }
    found.sort_by_key(|(.., divided)| std::cmp::Reverse(*divided));
    found.into_iter().map(|(id, parts, _)| (id, parts)).collect()
}

/// Indicators whose chosen quantities are stated parts of the chosen quantity of `total`, with the number of regions where they are, in the
/// analysis' order of indicators.
fn parts_of(analysis: &Analysis, total: &str) -> Vec<(String, usize)> {
    let totals: Vec<&Cell> = analysis.cells.iter().filter(|cell| cell.indicator == total).collect();
    let is_part = |cell: &Cell| {
        let of = analysis.quantities.get(cell.quantity as usize).and_then(|q| q.of);
        cell.indicator != total && of.is_some_and(|of| totals.iter().any(|t| t.section == cell.section && t.quantity == of))
    };
    let count = |id: &str| analysis.cells.iter().filter(|cell| cell.indicator == id && is_part(cell)).count();
    analysis.indicators.iter().map(|i| (i.id.clone(), count(&i.id))).filter(|(_, n)| *n > 0).take(PARTS).collect()
}

/// The composition of one indicator; `parts` as [`wholes`] gives them. None where the analysis does not know the indicator.
pub fn composition_data(
    analysis: &Analysis,
    total: &str,
    parts: &[String],
    pins: &[u32],
    words: &'static ChartWords,
) -> Option<CompositionData> {
    let scale = build_table(analysis, &[ColumnRequest::usual(total)]).columns.first()?.scale;
    let request = |id: &str| ColumnRequest { indicator: id.to_owned(), scale: Some(scale) };
    let requests: Vec<ColumnRequest> = std::iter::once(total).chain(parts.iter().map(String::as_str)).map(request).collect();
    let table = build_table(analysis, &requests);
    let column = table.columns.first()?;
    let mut data = CompositionData {
        title: super::data::title(&column.label, table.year, words),
        unit_words: column.unit_words.clone(),
        parts: table.columns.iter().skip(1).map(|c| c.label.clone()).collect(),
        wholes: Vec::new(),
        undivided: Vec::new(),
        not_stated: Vec::new(),
        scale,
        words,
    };
    for row in &table.rows {
        let whole = whole(row, &table, pins.contains(&row.section));
        match (whole.parts.iter().any(Option::is_some), &whole.total) {
            (true, _) => data.wholes.push(whole),
            (false, Some(_)) => data.undivided.push(row.name.clone()),
            (false, None) => data.not_stated.push(row.name.clone()),
        }
    }
    Some(data)
}

fn whole(row: &Row, table: &Table, pinned: bool) -> Whole {
    let unit = table.columns.first().map(|c| c.unit);
    let part = |(entry, column): (&Option<Entry>, &crate::compare::Column)| {
        let entry = entry.as_ref().filter(|_| Some(column.unit) == unit)?;
        let value = entry.counts.filter(|value| !value.is_sign_negative())?;
        Some(Part { value, text: entry.text.clone(), quantity: entry.quantity })
    };
    let mut parts: Vec<Option<Part>> = row.entries.iter().zip(&table.columns).map(part).collect();
    let total = if parts.is_empty() { None } else { parts.remove(0) };
    Whole { section: row.section, name: row.name.clone(), pinned, total, parts }
}

/// Draws a composition, one bar a region, the longest first.
pub fn composition(data: &CompositionData, bars: Bars, width: f64, pitch: f64) -> ChartSpec {
    let mut wholes: Vec<&Whole> = data.wholes.iter().collect();
    wholes.sort_by_key(|whole| std::cmp::Reverse(whole.length()));
    let names = wholes.iter().map(|w| text_width(&w.name, w.pinned)).fold(0.0, f64::max).min(width * 0.36) + 8.0;
    let key = key_rows(data, width - names);
    let head = 20.0 * key.len() as f64 + 26.0;
    let ends = if bars == Bars::Amount { 64.0 } else { 4.0 };
    let length = (width - names - ends).max(40.0);
    let values: Vec<f64> = match bars {
        Bars::Amount => wholes.iter().filter_map(|w| data.scale.position(w.length())).collect(),
        Bars::Share => vec![0.0, 100.0],
    };
    let axis = Axis::new(&values, (names, length), (length / 80.0) as usize, true, false);
    let bottom = head + pitch * wholes.len() as f64;
    let mut spec = ChartSpec {
        width,
        height: bottom + 4.0,
        title: data.title.clone(),
        sentence: sentence(data, bars),
        not_stated: data.not_stated.clone(),
        notes: notes(data),
        numbers: numbers(data, &wholes),
        ..ChartSpec::default()
    };
    draw_key(&mut spec, &key, names);
    for (value, label) in &axis.ticks {
        let label = if bars == Bars::Share { format!("{label}%") } else { label.clone() };
        spec.line((axis.place(*value), head - 4.0), (axis.place(*value), bottom), Paint::Rule, 1.0);
        spec.label((axis.place(*value), head - 9.0), Anchor::Middle, Paint::Ink3, label);
    }
    for (index, whole) in wholes.iter().enumerate() {
        stack(&mut spec, data, whole, bars, (&axis, names, head + pitch * index as f64, pitch));
    }
    spec.line((axis.place(0.0), head - 4.0), (axis.place(0.0), bottom), Paint::Ink2, 1.0);
    spec
}

fn stack(spec: &mut ChartSpec, data: &CompositionData, whole: &Whole, bars: Bars, (axis, left, top, pitch): (&Axis, f64, f64, f64)) {
    let thickness = (pitch * 0.62).round();
    let y = top + ((pitch - thickness) / 2.0).floor();
    let baseline = top + pitch / 2.0 + 4.0;
    let place = |value: Decimal| {
        let position = match bars {
            Bars::Amount => data.scale.position(value),
            Bars::Share => share(value, whole.length()).and_then(|v| v.to_f64()),
        };
        axis.place(position.unwrap_or_default())
    };
    if whole.pinned {
        spec.bold_label((left - 8.0, baseline), Anchor::End, Paint::Accent, &whole.name);
    } else {
        spec.label((left - 8.0, baseline), Anchor::End, Paint::Ink2, &whole.name);
    }
    let mut reached = Decimal::ZERO;
    for (index, part) in whole.parts.iter().enumerate() {
        let (Some(part), Some(name)) = (part, data.parts.get(index)) else { continue };
        let (from, to) = (place(reached), place(reached + part.value));
        // A gap of 2 px parts the colours, as far as the part is wide enough to lose it.
        spec.fill((from, y), ((to - from - 2.0).max(1.0), thickness), Paint::Category(index as u8));
        reached += part.value;
        let of_total = share(part.value, whole.length()).map_or_else(String::new, |s| format!(", {}%", share_text(s)));
        spec.points.push(Point {
            x: from,
            y: top,
            width: (to - from).max(4.0),
            height: pitch,
            name: format!("{}: {name}", whole.name),
            value: format!("{} {}{of_total}", part.text, data.unit_words),
            quantity: Some(part.quantity),
            section: whole.section,
        });
    }
    if let Some(rest) = whole.rest() {
        let (from, to) = (place(reached), place(reached + rest));
        spec.outline((from, y), ((to - from).max(1.0), thickness), Paint::Control, true);
    }
    if bars == Bars::Amount {
        let end = place(whole.length()) + 5.0;
        let text = whole.total.as_ref().map_or(data.words.no_total, |total| &total.text);
        spec.label((end, baseline), Anchor::Start, if whole.total.is_some() { Paint::Ink2 } else { Paint::Ink3 }, text);
    }
}

fn share(value: Decimal, of: Decimal) -> Option<Decimal> {
    (!of.is_zero()).then(|| value / of * Decimal::ONE_HUNDRED)
}

/// Computed shares have one digit after the point.
fn share_text(share: Decimal) -> String {
    figure(share.round_dp(1), Some(-1), Scale::One).text()
}

/// The key above the bars: names of the parts, and of what is not itemised, in as many rows as they need. Each entry: left edge, part, name.
fn key_rows(data: &CompositionData, width: f64) -> Vec<Vec<(f64, Option<u8>, String)>> {
    let mut entries: Vec<(Option<u8>, String)> = data.parts.iter().enumerate().map(|(i, name)| (Some(i as u8), name.clone())).collect();
    if data.wholes.iter().any(|w| w.rest().is_some()) {
        entries.push((None, data.words.not_itemised.to_owned()));
    }
    let mut rows: Vec<Vec<(f64, Option<u8>, String)>> = vec![Vec::new()];
    let mut x = 0.0;
    for (part, name) in entries {
        let needed = 16.0 + text_width(&name, false);
        if x > 0.0 && x + needed > width {
            rows.push(Vec::new());
            x = 0.0;
        }
        if let Some(row) = rows.last_mut() {
            row.push((x, part, name));
        }
        x += needed + 16.0;
    }
    rows
}

fn draw_key(spec: &mut ChartSpec, rows: &[Vec<(f64, Option<u8>, String)>], left: f64) {
    for (index, row) in rows.iter().enumerate() {
        let y = 20.0 * index as f64;
        for (x, part, name) in row {
            match part {
                Some(part) => spec.fill((left + x, y + 2.0), (11.0, 11.0), Paint::Category(*part)),
                None => spec.outline((left + x, y + 2.0), (11.0, 11.0), Paint::Control, true),
            }
            spec.label((left + x + 16.0, y + 12.0), Anchor::Start, Paint::Ink2, name);
        }
    }
}

fn sentence(data: &CompositionData, bars: Bars) -> String {
    let all = data.wholes.len() + data.undivided.len() + data.not_stated.len();
    let unit = match bars {
        Bars::Amount => capitalised(&data.unit_words),
        Bars::Share => data.words.shares_of_total.to_owned(),
    };
    let values = [("unit", unit), ("n", data.wholes.len().to_string()), ("of", all.to_string())];
    ChartWords::say(data.words.parts_sentence, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
}

fn notes(data: &CompositionData) -> Vec<String> {
    let words = data.words;
    let mut notes = Vec::new();
    if !data.undivided.is_empty() {
        notes.push(ChartWords::say(words.only_total, &[("regions", &words.list(&data.undivided))]));
    }
    let beyond: Vec<&str> =
        data.wholes.iter().filter(|w| w.total.as_ref().is_some_and(|total| w.sum() > total.value)).map(|w| w.name.as_str()).collect();
    if !beyond.is_empty() {
        notes.push(ChartWords::say(words.parts_beyond, &[("regions", &words.list(&beyond))]));
    }
    if data.wholes.iter().any(|w| w.total.is_none()) {
        notes.push(words.without_total.to_owned());
    }
    notes
}

fn numbers(data: &CompositionData, wholes: &[&Whole]) -> Numbers {
    let mut head = vec![data.words.region.to_owned(), ChartWords::say(data.words.total, &[("unit", &data.unit_words)])];
    head.extend(data.parts.iter().cloned());
    head.push(capitalised(data.words.not_itemised));
    let cell = |part: &Option<Part>| part.as_ref().map(|p| NumberCell::read(&p.text, p.quantity)).unwrap_or_default();
    let row = |whole: &&Whole| {
        let mut cells = vec![cell(&whole.total)];
        cells.extend(whole.parts.iter().map(cell));
        let rest = whole.rest().map(|rest| NumberCell::computed(figure(rest, None, data.scale).text()));
        cells.push(rest.unwrap_or_default());
        NumberRow { name: whole.name.clone(), cells }
    };
    Numbers { head, rows: wholes.iter().map(row).collect() }
}

#[cfg(test)]
mod tests {
    use super::super::Shape;
    use super::*;
    use crate::compare::example;

    /// The example report, with the parts of each region linked to its total.
    fn report() -> Analysis {
        let mut analysis = example::funds();
        for (part, total) in [(1, 0), (2, 0), (4, 3), (5, 3), (6, 3), (8, 7)] {
            analysis.quantities[part].of = Some(total);
        }
        analysis
    }

    fn data() -> CompositionData {
        let analysis = report();
        let (total, parts) = wholes(&analysis).remove(0);
        composition_data(&analysis, &total, &parts, &[1], &super::super::words::EN).unwrap()
    }

    #[test]
    fn the_report_itself_says_what_can_be_taken_apart() {
        let parts = ["fund.central", "fund.provincial", "fund.local"].map(str::to_owned).to_vec();
        assert_eq!(wholes(&report()), [("fund.fiscal".to_owned(), parts)]);
        assert!(wholes(&example::funds()).is_empty(), "without links there is nothing to take apart");
    }

    #[test]
    fn regions_are_divided_undivided_or_silent() {
        let data = data();
        let names: Vec<&str> = data.wholes.iter().map(|w| w.name.as_str()).collect();
        assert_eq!(names, ["Hebei", "Liaoning", "Shanxi"]);
        assert_eq!(
            (data.undivided.as_slice(), data.not_stated.as_slice()),
            (["Shaanxi", "Sichuan"].map(str::to_owned).as_slice(), ["Jilin".to_owned()].as_slice())
        );
        assert_eq!(data.wholes[1].rest(), None, "40.69 + 252.3 + 280.81 = 573.80");
        assert_eq!(data.wholes[2].rest(), Some(511_000_000.into()));
    }

    #[test]
    fn shares_fill_the_whole_width() {
        let spec = composition(&data(), Bars::Share, 600.0, 24.0);
        let ends: Vec<f64> = spec.points.iter().filter(|p| p.name.starts_with("Liaoning")).map(|p| p.x + p.width).collect();
        assert_eq!(ends.len(), 3);
        assert!((ends[2] - 596.0).abs() < 0.5, "{ends:?}");
        assert!(spec.points.iter().any(|p| p.name == "Liaoning: fund.provincial" && p.value == "252.3 million yuan, 44.0%"));
    }

    #[test]
    fn amounts_are_on_one_scale_and_end_with_the_total() {
        let spec = composition(&data(), Bars::Amount, 600.0, 24.0);
        let width = |name: &str| spec.points.iter().find(|p| p.name == name).map(|p| p.width).unwrap();
        assert!((width("Shanxi: fund.central") / width("Hebei: fund.central") - 1035.0 / 847.07).abs() < 0.01);
        for total in ["1,546", "1,117", "573.80"] {
            assert!(spec.shapes.iter().any(|s| matches!(s, Shape::Label { text, .. } if text == total)), "{total}");
        }
        assert!(spec.notes.iter().any(|n| n == "State the total only: Shaanxi and Sichuan."));
        let shanxi = spec.numbers.rows.iter().find(|row| row.name == "Shanxi").unwrap();
        let texts: Vec<&str> = shanxi.cells.iter().map(|c| c.text.as_str()).collect();
        assert_eq!(texts, ["1,546", "1,035", "", "", "511"]);
    }

    #[test]
    fn parts_beyond_the_total_are_said() {
        let mut data = data();
        data.wholes[0].total = data.wholes[0].parts[0].clone();
        let notes = notes(&data);
        assert!(notes.iter().any(|n| n.contains("more than the stated total: Hebei")), "{notes:?}");
    }
}
