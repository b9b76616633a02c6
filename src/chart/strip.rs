//! Distribution: one strip an indicator, from zero to the highest region, one tick a region, the heavy tick the median.

use super::place::{Rect, place_labels, text_width};
use super::sentence::{column_years, value_words};
use super::spec::{NumberCell, NumberRow, Numbers};
use super::{Anchor, ChartSpec, ChartWords, ColumnData, Item, MarkForm, Paint, Point};

/// Height of one strip with its head and the names of the regions in focus.
const ROW: f64 = 82.0;
/// From the top of a row to its line.
const LINE: f64 = 46.0;

/// Draws the columns below each other, each on its own scale.
pub fn strips(columns: &[ColumnData], width: f64, words: &ChartWords) -> ChartSpec {
    let mut spec = ChartSpec {
        width,
        height: ROW * columns.len() as f64,
        halo: true,
        title: match columns {
            [only] => only.title.clone(),
            _ => ChartWords::say(words.strips_title, &[("n", &columns.len().to_string())]),
        },
        sentence: words.strips_sentence.to_owned(),
        notes: columns.iter().flat_map(|column| column_years(column, &column.items.iter().collect::<Vec<_>>())).collect(),
        numbers: numbers(columns, words),
        ..ChartSpec::default()
    };
    for (index, data) in columns.iter().enumerate() {
        strip(&mut spec, data, ROW * index as f64);
    }
    spec
}

fn strip(spec: &mut ChartSpec, data: &ColumnData, top: f64) {
    let (left, right, y) = (6.0, spec.width - 6.0, top + LINE);
    spec.bold_label((0.0, top + 14.0), Anchor::Start, Paint::Ink, &data.label);
    let (n, of) = (data.ranked().len().to_string(), data.of.to_string());
    let unit = ChartWords::say(data.words.stated_of, &[("unit", &data.unit_words), ("n", &n), ("of", &of)]);
    let beside = text_width(&data.label, true) + 8.0;
    let place = if beside + text_width(&unit, false) <= spec.width { (beside, top + 14.0) } else { (0.0, top + 29.0) };
    spec.label(place, Anchor::Start, Paint::Ink3, unit);
    spec.line((left, y), (right, y), Paint::Control, 1.0);
    let values = || data.items.iter().map(|item| item.value);
    let (low, high) = (values().fold(0.0, f64::min), values().fold(0.0, f64::max));
    if high <= low {
        spec.label((left, y + 18.0), Anchor::Start, Paint::Ink3, data.words.not_stated);
        return;
    }
    let place = |value: f64| left + (value - low) / (high - low) * (right - left);
    let mut items: Vec<&Item> = data.items.iter().collect();
    items.sort_by(|a, b| a.value.total_cmp(&b.value));
    for item in &items {
        spec.mark((place(item.value), y), MarkForm::Tick, 5.0, Paint::Control);
    }
    if let Some((median, _)) = data.median {
        spec.line((place(median), y - 8.0), (place(median), y + 8.0), Paint::Ink2, 2.0);
    }
    for item in items.iter().filter(|item| item.pinned) {
        spec.mark((place(item.value), y), MarkForm::Disc, 5.0, Paint::Accent);
    }
    points(spec, data, &items, (&place, y));
    names(spec, data, &items, (&place, y));
}

/// One box a region, at least 12 px wide and as high as the strip.
fn points(spec: &mut ChartSpec, data: &ColumnData, items: &[&Item], (place, y): (&dyn Fn(f64) -> f64, f64)) {
    let counted = data.ranked().len();
    for item in items {
        spec.points.push(Point {
            x: place(item.value) - 6.0,
            y: y - 12.0,
            width: 12.0,
            height: 24.0,
            name: ChartWords::say(data.words.named, &[("what", &data.label), ("name", &item.name)]),
            value: value_words(item, data, counted),
            quantity: Some(item.quantity),
            report: 0,
            section: item.section,
        });
    }
}

/// Names under the line: the regions in focus first, then the highest, the lowest and the median, as far as there is room.
fn names(spec: &mut ChartSpec, data: &ColumnData, items: &[&Item], (place, y): (&dyn Fn(f64) -> f64, f64)) {
    let mut wanted: Vec<(f64, String, bool)> = Vec::new();
    let named = |item: &Item| (place(item.value), format!("{} {}", item.name, item.text), item.pinned);
    wanted.extend(items.iter().filter(|i| i.pinned).map(|i| named(i)));
    wanted.extend(items.last().filter(|i| !i.pinned).map(|i| named(i)));
    wanted.extend(items.first().filter(|i| !i.pinned && items.len() > 1).map(|i| named(i)));
    wanted
        .extend(data.median.as_ref().map(|(median, text)| (place(*median), ChartWords::say(data.words.median, &[("value", text)]), false)));
    let bounds = Rect { left: 0.0, top: y + 3.0, right: spec.width, bottom: y + 28.0 };
    // A label's place is sought straight below the line only: the line itself is kept clear by standing outside the bounds.
    let labels: Vec<(f64, f64, &str, bool)> = wanted.iter().map(|(x, text, pinned)| (*x, y, text.as_str(), *pinned)).collect();
    for label in place_labels(&labels, 5.0, bounds) {
        let Some((_, text, pinned)) = wanted.get(label.index) else { continue };
        let at = (label.x, y + 23.0);
        if *pinned {
            spec.bold_label(at, label.anchor, Paint::Accent, text);
        } else {
            spec.label(at, label.anchor, Paint::Ink3, text);
        }
    }
}

fn numbers(columns: &[ColumnData], words: &ChartWords) -> Numbers {
    let mut names: Vec<&str> = Vec::new();
    for item in columns.iter().flat_map(|data| &data.items) {
        if !names.contains(&item.name.as_str()) {
            names.push(&item.name);
        }
    }
    let cell = |data: &ColumnData, name: &str| {
        data.items.iter().find(|i| i.name == name).map(|i| NumberCell::read(&i.text, i.quantity)).unwrap_or_default()
    };
    let row = |name: &str| NumberRow { name: name.to_owned(), cells: columns.iter().map(|data| cell(data, name)).collect() };
    let mut head = vec![words.region.to_owned()];
    head.extend(columns.iter().map(|data| words.head(&data.label, &data.unit_words)));
    Numbers { head, rows: names.into_iter().map(row).collect() }
}

#[cfg(test)]
mod tests {
    use super::super::Shape;
    use super::super::sentence::tests::example_data;
    use super::super::words::EN;
    use super::*;

    #[test]
    fn each_region_that_states_it_has_one_tick() {
        let spec = strips(&example_data(&["fund.fiscal", "fund.central"]), 500.0, &EN);
        let ticks: Vec<(f64, f64)> = spec
            .shapes
            .iter()
            .filter_map(|s| if let Shape::Mark { x, y, form: MarkForm::Tick, .. } = s { Some((*x, *y)) } else { None })
            .collect();
        assert_eq!(ticks.len(), 5 + 3);
        assert!((ticks[4].0 - 494.0).abs() < 1e-9, "the highest region stands at the end of its strip");
        assert!((ticks[7].0 - 494.0).abs() < 1e-9, "each strip has its own scale");
        assert_eq!(spec.points.len(), 8);
    }

    #[test]
    fn the_region_in_focus_is_named() {
        let spec = strips(&example_data(&["fund.fiscal"]), 500.0, &EN);
        let bold: Vec<&str> = spec
            .shapes
            .iter()
            .filter_map(|s| if let Shape::Label { bold: true, text, .. } = s { Some(text.as_str()) } else { None })
            .collect();
        assert_eq!(bold, ["fund.fiscal", "Liaoning 573.80"]);
        assert_eq!(spec.title, "fund.fiscal, 2012");
    }

    #[test]
    fn a_column_without_values_says_so() {
        let data = ColumnData { items: Vec::new(), median: None, ..example_data(&["fund.fiscal"])[0].clone() };
        let spec = strips(&[data], 500.0, &EN);
        assert!(spec.shapes.iter().any(|s| matches!(s, Shape::Label { text, .. } if text == "not stated")));
        assert!(spec.points.is_empty());
    }

    #[test]
    fn the_table_holds_every_region_once() {
        let spec = strips(&example_data(&["fund.fiscal", "fund.central"]), 500.0, &EN);
        assert_eq!(spec.numbers.head.len(), 3);
        assert_eq!(spec.numbers.rows.len(), 5);
        assert_eq!(spec.numbers.rows.iter().filter(|row| row.cells[1] == NumberCell::default()).count(), 2);
    }
}
