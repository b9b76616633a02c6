//! Ranking: one bar a region, the highest first, with the median behind the bars.

use super::axis::{Axis, tick_label};
use super::place::text_width;
use super::sentence::{notes, spread, value_words};
use super::spec::{NumberCell, NumberRow, Numbers, SIGN};
use super::{Anchor, Certainty, ChartSpec, ChartWords, ColumnData, Item, Paint, Point};

/// Height of the axis above the bars.
const HEAD: f64 = 22.0;
/// Share of the width that names may take.
const NAMES: f64 = 0.36;

/// Draws a column as a ranking, `width` pixels wide, with `pitch` pixels from bar to bar.
pub fn ranking(data: &ColumnData, width: f64, pitch: f64) -> ChartSpec {
    let mut items: Vec<&Item> = data.items.iter().collect();
    items.sort_by(|a, b| b.value.total_cmp(&a.value));
    let values: Vec<f64> = items.iter().map(|item| item.value).collect();
    let widest = |texts: &mut dyn Iterator<Item = f64>| texts.fold(0.0, f64::max);
    let names = widest(&mut items.iter().map(|i| text_width(&i.name, i.pinned))).min(width * NAMES) + 8.0;
    let labels = widest(&mut items.iter().map(|i| label_width(i))) + 8.0;
    let length = (width - names - labels).max(40.0);
    // The axis counts in the unit of the labels at the bars, which stand as stated: there are as many ticks as have room for such numbers.
    let largest = values.iter().map(|value| value.abs()).fold(0.0, f64::max);
    let tick = text_width(&tick_label(largest, 1.0), false) + 10.0;
    let axis = Axis::new(&values, (names, length), (length / 90.0).min(length / tick - 0.9) as usize, true, false);
    let bottom = HEAD + pitch * items.len() as f64;
    let mut spec = ChartSpec {
        width,
        height: bottom + 4.0,
        halo: true,
        title: data.title.clone(),
        sentence: spread(data),
        missing: data.not_stated.clone(),
        missing_words: data.words.missing,
        notes: notes(data, data.words.outlined_bars, data.words.dashed_bars),
        numbers: numbers(&items, data),
        ..ChartSpec::default()
    };
    grid(&mut spec, &axis, bottom);
    if let Some((median, _)) = data.median {
        spec.dashes((axis.place(median), HEAD - 4.0), (axis.place(median), bottom), Paint::Ink);
    }
    let counted = data.ranked().len();
    for (index, item) in items.iter().enumerate() {
        let top = HEAD + pitch * index as f64;
        bar(&mut spec, item, &axis, (names, top), pitch);
        spec.points.push(Point {
            x: 0.0,
            y: top,
            width,
            height: pitch,
            name: item.name.clone(),
            value: value_words(item, data, counted),
            quantity: Some(item.quantity),
            report: 0,
            section: item.section,
        });
    }
    spec.line((axis.place(0.0), HEAD - 4.0), (axis.place(0.0), bottom), Paint::Ink2, 1.0);
    if let Some((median, text)) = &data.median
        && items.len() > 2
    {
        let label = ChartWords::say(data.words.median, &[("value", text)]);
        median_label(&mut spec, &items, &axis, pitch, (*median, label));
    }
    spec
}

fn grid(spec: &mut ChartSpec, axis: &Axis, bottom: f64) {
    for (value, label) in &axis.ticks {
        let x = axis.place(*value);
        spec.line((x, HEAD - 4.0), (x, bottom), Paint::Rule, 1.0);
        spec.label((x, HEAD - 10.0), Anchor::Middle, Paint::Ink3, label);
    }
}

fn bar(spec: &mut ChartSpec, item: &Item, axis: &Axis, (left, top): (f64, f64), pitch: f64) {
    let thickness = (pitch * 0.62).round();
    let y = top + ((pitch - thickness) / 2.0).floor();
    let (zero, end) = (axis.place(0.0), axis.place(item.value));
    let paint = if item.pinned { Paint::Accent } else { Paint::Rest };
    let (place, size) = ((zero.min(end), y), ((end - zero).abs().max(1.0), thickness));
    match item.certainty {
        Certainty::Exact => spec.fill(place, size, paint),
        Certainty::Approximate => spec.outline(place, size, paint, false),
        Certainty::Partial => spec.outline(place, size, paint, true),
    }
    let baseline = top + pitch / 2.0 + 4.0;
    let ahead = zero.max(end) + 5.0;
    // No line runs through a number.
    spec.fill((ahead - 2.0, baseline - 11.0), (label_width(item) + 4.0, 14.0), Paint::Ground);
    if item.questioned {
        spec.question((ahead + label_width(item) - SIGN / 2.0, baseline - 4.0));
    }
    if item.pinned {
        spec.bold_label((left - 8.0, baseline), Anchor::End, Paint::Accent, fitted(&item.name, left - 8.0, true));
        spec.bold_label((ahead, baseline), Anchor::Start, Paint::Accent, &item.text);
    } else {
        spec.label((left - 8.0, baseline), Anchor::End, Paint::Ink2, fitted(&item.name, left - 8.0, false));
        spec.label((ahead, baseline), Anchor::Start, Paint::Ink2, &item.text);
    }
}

/// Width of what stands behind a bar: its value and, where it does not add up, the sign of that.
fn label_width(item: &Item) -> f64 {
    text_width(&item.text, item.pinned) + if item.questioned { SIGN + 4.0 } else { 0.0 }
}

/// A name that fits into the room for it, cut where it has to be; the table under the chart and the tooltip have it whole.
fn fitted(name: &str, room: f64, bold: bool) -> String {
    // The room was made for the longest name: half a pixel for rounding.
    if text_width(name, bold) <= room + 0.5 {
        return name.to_owned();
    }
    let mut cut = name.to_owned();
    while cut.pop().is_some() && text_width(&cut, bold) + text_width("…", bold) > room {}
    cut.trim_end_matches([' ', ',']).to_owned() + "…"
}

/// Names the median beside its line, at the lowest bar that leaves room for it.
fn median_label(spec: &mut ChartSpec, items: &[&Item], axis: &Axis, pitch: f64, (median, label): (f64, String)) {
    let x = axis.place(median) + 4.0;
    let is_free = |item: &Item| axis.place(item.value.max(0.0)) + 5.0 + label_width(item) < x - 4.0;
    let free = items.iter().rposition(|item| is_free(item));
    if let Some(row) = free {
        let baseline = HEAD + pitch * row as f64 + pitch / 2.0 + 4.0;
        spec.label((x, baseline), Anchor::Start, Paint::Ink2, label);
    }
}

fn numbers(items: &[&Item], data: &ColumnData) -> Numbers {
    let row = |item: &&Item| NumberRow { name: item.name.clone(), cells: vec![NumberCell::read(&item.text, item.quantity)] };
    let missing = |name: &String| NumberRow { name: name.clone(), cells: vec![NumberCell::default()] };
    Numbers {
        head: vec![data.words.region.to_owned(), data.words.head(&data.label, &data.unit_words)],
        rows: items.iter().map(row).chain(data.not_stated.iter().map(missing)).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::Shape;
    use super::super::sentence::tests::example_data;
    use super::*;

    fn chart() -> ChartSpec {
        ranking(&example_data(&["fund.fiscal"])[0], 440.0, 20.0)
    }

    #[test]
    fn a_name_is_cut_to_its_room() {
        let name = "Department of Infrastructure and Regional Development";
        let cut = fitted(name, 120.0, false);
        assert!(cut.ends_with('…') && name.starts_with(cut.trim_end_matches('…')) && text_width(&cut, false) <= 120.5, "{cut}");
        assert_eq!(fitted("Victoria", text_width("Victoria", false), false), "Victoria");
    }

    #[test]
    fn the_highest_comes_first_and_the_missing_are_named_not_drawn() {
        let spec = chart();
        let names: Vec<&str> = spec.points.iter().map(|p| p.name.as_str()).collect();
        assert_eq!(names, ["Sichuan", "Shaanxi", "Shanxi", "Hebei", "Liaoning"]);
        assert_eq!(spec.missing, ["Jilin"]);
        assert_eq!(spec.numbers.rows.len(), 6);
        assert_eq!(spec.numbers.rows[5].cells, [NumberCell::default()]);
    }

    #[test]
    fn bars_are_as_long_as_their_values() {
        let spec = chart();
        let lengths: Vec<f64> = spec
            .shapes
            .iter()
            .filter_map(|s| if let Shape::Fill { width, paint: Paint::Rest | Paint::Accent, .. } = s { Some(*width) } else { None })
            .collect();
        assert_eq!(lengths.len(), 5);
        assert!((lengths[0] / lengths[4] - 5299.0 / 573.8).abs() < 0.01);
    }

    #[test]
    fn nothing_is_drawn_outside() {
        let spec = chart();
        for shape in &spec.shapes {
            match shape {
                Shape::Fill { x, y, width, height, .. } => {
                    assert!(*x >= 0.0 && x + width <= spec.width && *y >= 0.0 && y + height <= spec.height);
                }
                Shape::Label { x, y, anchor: Anchor::Start, text, .. } => {
                    assert!(x + text_width(text, false) <= spec.width + 1.0 && *y <= spec.height, "{text}");
                }
                _ => {}
            }
        }
    }

    #[test]
    fn the_axis_counts_in_the_unit_of_the_labels_and_its_numbers_stand_apart() {
        let mut data = example_data(&["fund.fiscal"])[0].clone();
        for (item, value) in data.items.iter_mut().zip([2_100_000.0, 1_690_500.0, 805_000.0, 322_000.0, 45_000.0]) {
            (item.value, item.text) = (value, tick_label(value, 1.0));
        }
        for (width, count) in [(760.0, 5), (358.0, 3)] {
            let spec = ranking(&data, width, 20.0);
            let tick = |s: &Shape| match s {
                Shape::Label { x, paint: Paint::Ink3, text, .. } => Some((*x, text.clone())),
                _ => None,
            };
            let (places, words): (Vec<f64>, Vec<String>) = spec.shapes.iter().filter_map(tick).unzip();
            assert_eq!((words.len(), words[0].as_str(), words[count - 1].as_str()), (count, "0", "2,000,000"));
            assert!(places.windows(2).all(|pair| pair[1] - pair[0] > text_width("2,000,000", false) + 8.0), "{places:?}");
        }
    }

    #[test]
    fn approximate_bars_are_hollow_and_partial_ones_dashed() {
        let mut data = example_data(&["fund.fiscal"])[0].clone();
        data.items[0].certainty = Certainty::Approximate;
        data.items[1].certainty = Certainty::Partial;
        let spec = ranking(&data, 440.0, 20.0);
        let dashes: Vec<bool> =
            spec.shapes.iter().filter_map(|s| if let Shape::Outline { dashed, .. } = s { Some(*dashed) } else { None }).collect();
        assert_eq!(dashes, [true, false]);
    }

    #[test]
    fn a_value_that_does_not_add_up_bears_the_sign_and_the_words() {
        let mut data = example_data(&["fund.fiscal"])[0].clone();
        data.items.iter_mut().find(|item| item.name == "Sichuan").unwrap().questioned = true;
        let spec = ranking(&data, 440.0, 20.0);
        assert_eq!(spec.signs(), 1);
        assert!(spec.points[0].value.ends_with(", does not add up"), "{}", spec.points[0].value);
        assert_eq!(spec.notes, ["Diamond with \u{2260}: does not add up, as read (Sichuan)."]);
    }

    #[test]
    fn an_empty_ranking_still_says_so() {
        let data = ColumnData { items: Vec::new(), median: None, ..example_data(&["fund.fiscal"])[0].clone() };
        let spec = ranking(&data, 440.0, 20.0);
        assert!(spec.points.is_empty() && spec.sentence.contains("None of 6"));
    }
}
