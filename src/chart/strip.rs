//! Distribution: one strip an indicator, from zero to the highest region, one tick a region, the heavy tick the median.

use super::place::{Under, text_width};
use super::sentence::{column_years, questioned_note, value_words};
use super::spec::{NumberCell, NumberRow, Numbers};
use super::{Anchor, ChartSpec, ChartWords, ColumnData, Item, MarkForm, Paint, Point};

/// Height of one strip with its head, without the names under its line.
const ROW: f64 = 67.0;
/// From the top of a row to its line.
const LINE: f64 = 46.0;
/// From the line to the baseline of the first names under it, and from these to the next.
const NAMES: f64 = 23.0;
const LEADING: f64 = 15.0;
/// Room for the zero before the line.
const ZERO: f64 = 14.0;

/// Draws the columns below each other, each on its own scale.
pub fn strips(columns: &[ColumnData], width: f64, words: &ChartWords) -> ChartSpec {
    let mut spec = ChartSpec {
        width,
        halo: true,
        title: match columns {
            [only] => only.title.clone(),
            _ => ChartWords::say(words.strips_title, &[("n", &columns.len().to_string())]),
        },
        sentence: words.strips_sentence.to_owned(),
        missing: silent(columns),
        missing_words: words.missing,
        notes: notes(columns, words),
        numbers: numbers(columns, words),
        ..ChartSpec::default()
    };
    for data in columns {
        let lines = strip(&mut spec, data);
        spec.height += ROW + LEADING * lines as f64;
    }
    spec
}

/// Regions that state none of the columns.
fn silent(columns: &[ColumnData]) -> Vec<String> {
    let (first, others) = columns.split_first().map_or((&[][..], columns), |(first, others)| (&first.not_stated[..], others));
    first.iter().filter(|name| others.iter().all(|data| data.not_stated.contains(name))).cloned().collect()
}

/// Other years, what does not add up, and what is stated but not drawn, each with its column.
fn notes(columns: &[ColumnData], words: &ChartWords) -> Vec<String> {
    let named = |data: &ColumnData, what: &str| ChartWords::say(words.named, &[("what", &data.label), ("name", what)]);
    let mut notes: Vec<String> = columns.iter().flat_map(|data| column_years(data, &data.items.iter().collect::<Vec<_>>())).collect();
    let items = columns.iter().flat_map(|data| data.items.iter().map(move |item| (data, item)));
    notes.extend(questioned_note(items.filter(|(_, item)| item.questioned).map(|(data, item)| named(data, &item.name)), words));
    let left_out = columns.iter().flat_map(|data| data.left_out.iter().map(|left| named(data, left)));
    notes.extend(left_out.map(|what| ChartWords::say(words.not_drawn, &[("what", &what)])));
    notes
}

/// Draws one strip below those that are there; gives the number of lines of names under it.
fn strip(spec: &mut ChartSpec, data: &ColumnData) -> usize {
    let top = spec.height;
    let (left, right, y) = (ZERO, spec.width - 6.0, top + LINE);
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
        spec.label((left, y + NAMES), Anchor::Start, Paint::Ink3, data.words.not_stated);
        return 1;
    }
    let place = |value: f64| left + (value - low) / (high - low) * (right - left);
    let mut items: Vec<&Item> = data.items.iter().collect();
    items.sort_by(|a, b| a.value.total_cmp(&b.value));
    spec.line((place(0.0), y - 5.0), (place(0.0), y + 5.0), Paint::Ink2, 1.0);
    for item in &items {
        spec.mark((place(item.value), y), MarkForm::Tick, 5.0, Paint::Control);
    }
    if let Some((median, _)) = data.median {
        spec.line((place(median), y - 8.0), (place(median), y + 8.0), Paint::Ink2, 2.0);
    }
    for item in items.iter().filter(|item| item.pinned) {
        spec.mark((place(item.value), y), MarkForm::Disc, 5.0, Paint::Accent);
    }
    for item in items.iter().filter(|item| item.questioned) {
        spec.question((place(item.value), y));
    }
    points(spec, data, &items, (&place, y));
    let mut under = Under::new(spec.width);
    if low < 0.0 {
        name(spec, &mut under, (place(0.0), y), "0", false);
    } else {
        spec.label((left - 5.0, y + 4.0), Anchor::End, Paint::Ink3, "0");
    }
    names(spec, data, &items, (&place, y), &mut under);
    under.lines()
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

/// Names under the line: the regions in focus first, then the highest, the lowest and the median, in as many lines as keep them apart.
fn names(spec: &mut ChartSpec, data: &ColumnData, items: &[&Item], (place, y): (&dyn Fn(f64) -> f64, f64), under: &mut Under) {
    let mut wanted: Vec<(f64, String, bool)> = Vec::new();
    let named = |item: &Item| (item.value, format!("{} {}", item.name, item.text), item.pinned);
    wanted.extend(items.iter().filter(|i| i.pinned).map(|i| named(i)));
    wanted.extend(items.last().filter(|i| !i.pinned).map(|i| named(i)));
    wanted.extend(items.first().filter(|i| !i.pinned && items.len() > 1).map(|i| named(i)));
    wanted.extend(data.median.as_ref().map(|(median, text)| (*median, ChartWords::say(data.words.median, &[("value", text)]), false)));
    for (value, text, pinned) in wanted {
        name(spec, under, (place(value), y), &text, pinned);
    }
}

fn name(spec: &mut ChartSpec, under: &mut Under, (x, y): (f64, f64), text: &str, pinned: bool) {
    let (line, x, anchor) = under.place(x, text_width(text, pinned));
    let at = (x, y + NAMES + LEADING * line as f64);
    if pinned {
        spec.bold_label(at, anchor, Paint::Accent, text);
    } else {
        spec.label(at, anchor, Paint::Ink3, text);
    }
}

fn numbers(columns: &[ColumnData], words: &ChartWords) -> Numbers {
    let mut names: Vec<&str> = Vec::new();
    let stated = columns.iter().flat_map(|data| &data.items).map(|item| &item.name);
    for name in stated.chain(columns.iter().flat_map(|data| &data.not_stated)) {
        if !names.contains(&name.as_str()) {
            names.push(name);
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
    fn every_strip_names_its_ends_its_median_and_zero() {
        let columns = example_data(&["fund.fiscal", "fund.central"]);
        let mut one = columns[1].clone();
        // Median beside the lowest, far from the highest.
        for (item, value) in one.items.iter_mut().zip([4100.0, 60.0, 61.0]) {
            (item.value, item.text) = (value, value.to_string());
        }
        one.median = Some((61.0, "61".to_owned()));
        for width in [900.0, 240.0] {
            let spec = strips(&[columns[0].clone(), one.clone()], width, &EN);
            let label = |s: &Shape| if let Shape::Label { y, text, .. } = s { Some((*y, text.clone())) } else { None };
            let labels: Vec<(f64, String)> = spec.shapes.iter().filter_map(label).collect();
            let starting = |words: &str| labels.iter().filter(|(_, text)| text.starts_with(words)).count();
            assert_eq!((starting("median"), starting("0")), (2, 2), "{width}: {labels:?}");
            assert!(labels.iter().all(|(y, _)| *y < spec.height), "{width}");
        }
    }

    #[test]
    fn what_is_not_drawn_is_said_and_who_states_nothing_is_in_the_table() {
        let mut columns = example_data(&["fund.fiscal", "fund.central"]);
        columns[1].left_out = vec!["Zhejiang, \u{201c}62.100\u{201d}: malformed as printed".to_owned()];
        let spec = strips(&columns, 500.0, &EN);
        assert_eq!(spec.missing, ["Jilin"]);
        assert_eq!(spec.numbers.rows.last().map(|row| row.name.as_str()), Some("Jilin"));
        assert_eq!(spec.notes, ["Not drawn: fund.central: Zhejiang, \u{201c}62.100\u{201d}: malformed as printed."]);
    }

    #[test]
    fn a_value_that_does_not_add_up_bears_the_sign_and_its_column_is_said() {
        let mut columns = example_data(&["fund.fiscal", "fund.central"]);
        columns[1].items[0].questioned = true;
        let spec = strips(&columns, 500.0, &EN);
        assert_eq!(spec.signs(), 1);
        assert!(spec.points.iter().any(|point| point.name == "fund.central: Liaoning" && point.value.ends_with(", does not add up")));
        assert_eq!(spec.notes, ["Diamond with \u{2260}: does not add up, as read (fund.central: Liaoning)."]);
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
        assert_eq!(spec.numbers.rows.len(), 6);
        assert_eq!(spec.numbers.rows.iter().filter(|row| row.cells[1] == NumberCell::default()).count(), 3);
    }
}
