//! Scatter: two indicators of the regions that state both, each point with its name where there is room.

use super::axis::Axis;
use super::place::{Rect, place_labels, text_width};
use super::sentence::{column_years, questioned_note, questioned_words};
use super::spec::{NumberCell, NumberRow, Numbers};
use super::{Anchor, Certainty, ChartSpec, ChartWords, ColumnData, Item, MarkForm, Paint, Point};
use crate::compare::rank_correlation;

/// Half the size of a point.
const RADIUS: f64 = 4.0;
/// Room above and below the plot.
const HEAD: f64 = 30.0;
const FOOT: f64 = 44.0;
/// Least room at the right of the plot.
const RIGHT: f64 = 14.0;

/// Draws two columns against each other.
pub fn scatter(across: &ColumnData, up: &ColumnData, width: f64, height: f64) -> ChartSpec {
    let words = across.words;
    let pairs = pairs(across, up);
    let (xs, ys): (Vec<f64>, Vec<f64>) = pairs.iter().map(|(x, y)| (x.value, y.value)).unzip();
    let vertical = Axis::new(&ys, (height - FOOT, HEAD - (height - FOOT)), 5, false, true).rounded_up();
    let left = vertical.ticks.iter().map(|(_, label)| text_width(label, false)).fold(0.0, f64::max) + 10.0;
    let across_to = |right: f64| Axis::new(&xs, (left, width - left - right), ((width - left) / 75.0) as usize, false, true).rounded_up();
    // The last tick's label stands half beyond the plot.
    let beyond = across_to(RIGHT).ticks.last().map_or(0.0, |(_, label)| text_width(label, false) / 2.0);
    let right = RIGHT.max(beyond + 1.0);
    let horizontal = across_to(right);
    let mut spec = ChartSpec {
        width,
        height,
        halo: true,
        title: title(across, up),
        sentence: sentence(across, up, &pairs),
        missing: missing(across, up),
        missing_words: words.missing_either,
        notes: notes(&pairs, (across, up)),
        numbers: numbers(across, up, &pairs),
        ..ChartSpec::default()
    };
    grid(&mut spec, (&horizontal, &vertical), (left, width - right));
    axis_title(&mut spec, (across, &horizontal), (up, &vertical));
    let mut order: Vec<&(&Item, &Item)> = pairs.iter().collect();
    // The regions in focus choose their label's place first, then those at the edges, which readers look for.
    order.sort_by(|a, b| (b.0.pinned, b.1.value).partial_cmp(&(a.0.pinned, a.1.value)).unwrap_or(std::cmp::Ordering::Equal));
    points(&mut spec, &order, (&horizontal, &vertical), (across, up));
    spec
}

/// Both names; two that are called the same are told by their units.
fn title(across: &ColumnData, up: &ColumnData) -> String {
    let words = across.words;
    let same = across.label == up.label && across.unit_words != up.unit_words;
    let named = |label: &str, data: &ColumnData| if same { words.head(label, &data.unit_words) } else { label.to_owned() };
    ChartWords::say(words.pair_title, &[("across", &named(&across.label, across)), ("up", &named(&lower_first(&up.label), up))])
}

/// Items of both columns that belong to the same section.
fn pairs<'d>(across: &'d ColumnData, up: &'d ColumnData) -> Vec<(&'d Item, &'d Item)> {
    let other = |item: &Item| up.items.iter().find(|candidate| candidate.section == item.section);
    across.items.iter().filter_map(|x| other(x).map(|y| (x, y))).collect()
}

fn sentence(across: &ColumnData, up: &ColumnData, pairs: &[(&Item, &Item)]) -> String {
    let (n, of) = (pairs.len().to_string(), across.of.max(up.of).to_string());
    let values: Vec<(f64, f64)> = pairs.iter().map(|(x, y)| (x.value, y.value)).collect();
    match rank_correlation(&values) {
        Some(rho) => {
            let rho = format!("{rho:.2}").replace('-', "\u{2212}");
            ChartWords::say(across.words.pair_correlation, &[("n", &n), ("of", &of), ("rho", &rho)])
        }
        None => ChartWords::say(across.words.pair_sentence, &[("n", &n), ("of", &of)]),
    }
}

/// Regions that state one of the two only, or none.
fn missing(across: &ColumnData, up: &ColumnData) -> Vec<String> {
    let mut names = across.not_stated.clone();
    names.extend(up.not_stated.iter().filter(|name| !across.not_stated.contains(name)).cloned());
    names
}

fn certainty(pair: &(&Item, &Item)) -> Certainty {
    match (pair.0.certainty, pair.1.certainty) {
        (Certainty::Partial, _) | (_, Certainty::Partial) => Certainty::Partial,
        (Certainty::Approximate, _) | (_, Certainty::Approximate) => Certainty::Approximate,
        (Certainty::Exact, Certainty::Exact) => Certainty::Exact,
    }
}

/// Whether one of the two values does not add up.
fn is_questioned(pair: &(&Item, &Item)) -> bool {
    pair.0.questioned || pair.1.questioned
}

fn notes(pairs: &[(&Item, &Item)], (across, up): (&ColumnData, &ColumnData)) -> Vec<String> {
    let words = across.words;
    let occurs = |wanted| pairs.iter().any(|pair| certainty(pair) == wanted);
    let mut notes = Vec::new();
    if occurs(Certainty::Approximate) {
        notes.push(words.diamonds.to_owned());
    }
    if occurs(Certainty::Partial) {
        notes.push(words.triangles.to_owned());
    }
    notes.extend(questioned_note(pairs.iter().filter(|pair| is_questioned(pair)).map(|pair| pair.0.name.clone()), words));
    let (xs, ys): (Vec<&Item>, Vec<&Item>) = pairs.iter().copied().unzip();
    notes.extend([(across, xs), (up, ys)].iter().flat_map(|(column, items)| column_years(column, items)));
    notes
}

fn grid(spec: &mut ChartSpec, (horizontal, vertical): (&Axis, &Axis), (left, right): (f64, f64)) {
    let bottom = spec.height - FOOT;
    for (value, label) in &vertical.ticks {
        let y = vertical.place(*value);
        spec.line((left, y), (right, y), Paint::Rule, 1.0);
        spec.label((left - 7.0, y + 4.0), Anchor::End, Paint::Ink3, label);
    }
    for (value, label) in &horizontal.ticks {
        let x = horizontal.place(*value);
        spec.line((x, HEAD), (x, bottom), Paint::Rule, 1.0);
        spec.label((x, bottom + 16.0), Anchor::Middle, Paint::Ink3, label);
    }
    spec.line((left, bottom), (right, bottom), Paint::Ink2, 1.0);
}

fn axis_title(spec: &mut ChartSpec, (across, horizontal): (&ColumnData, &Axis), (up, vertical): (&ColumnData, &Axis)) {
    let words = |data: &ColumnData, axis: &Axis| {
        let unit = ChartWords::say("{word} {unit}", &[("word", axis.word(data.words)), ("unit", &data.unit_words)]);
        data.words.head(&data.label, unit.trim())
    };
    spec.label((0.0, 12.0), Anchor::Start, Paint::Ink2, format!("\u{2191} {}", words(up, vertical)));
    let right = (spec.width - RIGHT, spec.height - 8.0);
    spec.label(right, Anchor::End, Paint::Ink2, format!("{} \u{2192}", words(across, horizontal)));
}

fn stated(item: &Item, column: &ColumnData) -> String {
    questioned_words(format!("{} {}", item.text, column.unit_words), item.questioned, column.words)
}

fn points(spec: &mut ChartSpec, order: &[&(&Item, &Item)], axes: (&Axis, &Axis), columns: (&ColumnData, &ColumnData)) {
    let at = |(x, y): &(&Item, &Item)| (axes.0.place(x.value), axes.1.place(y.value));
    let bounds = Rect { left: 0.0, top: 16.0, right: spec.width, bottom: spec.height - FOOT + 2.0 };
    let labels: Vec<(f64, f64, &str, bool)> =
        order.iter().map(|pair| (at(pair).0, at(pair).1, pair.0.name.as_str(), pair.0.pinned)).collect();
    for pair in order {
        let pinned = pair.0.pinned;
        let (form, paint) = (form(certainty(pair), pinned), if pinned { Paint::Accent } else { Paint::Ink2 });
        if is_questioned(pair) {
            spec.question(at(pair));
        } else {
            spec.mark(at(pair), form, RADIUS + f64::from(u8::from(pinned)), paint);
        }
        let (x, y) = at(pair);
        spec.points.push(Point {
            x: x - 12.0,
            y: y - 12.0,
            width: 24.0,
            height: 24.0,
            name: pair.0.name.clone(),
            value: [stated(pair.0, columns.0), columns.0.words.apart.to_owned(), stated(pair.1, columns.1)].concat(),
            quantity: Some(pair.1.quantity),
            report: 0,
            section: pair.0.section,
        });
    }
    for label in place_labels(&labels, RADIUS + 1.0, bounds) {
        let Some((.., name, pinned)) = labels.get(label.index) else { continue };
        let place = (label.x, label.y);
        if *pinned {
            spec.bold_label(place, label.anchor, Paint::Accent, *name);
        } else {
            spec.label(place, label.anchor, Paint::Ink2, *name);
        }
    }
    // The keyboard goes from left to right.
    spec.points.sort_by(|a, b| a.x.total_cmp(&b.x));
}

fn form(certainty: Certainty, pinned: bool) -> MarkForm {
    match certainty {
        Certainty::Approximate => MarkForm::Diamond,
        Certainty::Partial => MarkForm::Triangle,
        Certainty::Exact if pinned => MarkForm::Disc,
        Certainty::Exact => MarkForm::Ring,
    }
}

fn numbers(across: &ColumnData, up: &ColumnData, pairs: &[(&Item, &Item)]) -> Numbers {
    let head = |data: &ColumnData| data.words.head(&data.label, &data.unit_words);
    let cell = |item: &Item| NumberCell::read(&item.text, item.quantity);
    Numbers {
        head: vec![across.words.region.to_owned(), head(across), head(up)],
        rows: pairs.iter().map(|(x, y)| NumberRow { name: x.name.clone(), cells: vec![cell(x), cell(y)] }).collect(),
    }
}

/// A label inside a sentence: its first letter small, unless the word is an abbreviation.
fn lower_first(label: &str) -> String {
    let mut letters = label.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() => first.to_lowercase().chain(letters).collect(),
        _ => label.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::Shape;
    use super::super::sentence::tests::example_data;
    use super::*;

    fn chart() -> ChartSpec {
        let data = example_data(&["fund.fiscal", "fund.central"]);
        scatter(&data[0], &data[1], 440.0, 400.0)
    }

    #[test]
    fn two_of_one_name_are_told_by_their_units() {
        let mut data = example_data(&["fund.fiscal", "fund.central"]);
        data[1].label = data[0].label.clone();
        data[1].unit_words = "%".to_owned();
        let title = scatter(&data[0], &data[1], 440.0, 400.0).title;
        assert!(title.contains("million yuan and ") && title.ends_with('%'), "{title}");
    }

    #[test]
    fn only_regions_that_state_both_are_drawn() {
        let spec = chart();
        let names: Vec<&str> = spec.points.iter().map(|p| p.name.as_str()).collect();
        assert_eq!(names, ["Liaoning", "Hebei", "Shanxi"]);
        assert_eq!(spec.sentence, "3 of 6 regions state both.");
        assert_eq!(spec.missing, ["Jilin", "Shaanxi", "Sichuan"]);
    }

    #[test]
    fn a_pair_with_a_value_that_does_not_add_up_bears_the_sign() {
        let mut data = example_data(&["fund.fiscal", "fund.central"]);
        data[1].items.iter_mut().find(|item| item.name == "Liaoning").unwrap().questioned = true;
        let spec = scatter(&data[0], &data[1], 440.0, 400.0);
        assert_eq!(spec.signs(), 1);
        let value = &spec.points.iter().find(|point| point.name == "Liaoning").unwrap().value;
        assert_eq!(value, "573.80 million yuan; 40.69 million yuan, does not add up");
        assert!(spec.notes.contains(&"Diamond with \u{2260}: does not add up, as read (Liaoning).".to_owned()), "{:?}", spec.notes);
    }

    #[test]
    fn the_region_in_focus_is_a_disc() {
        let discs = chart().shapes.iter().filter(|s| matches!(s, Shape::Mark { form: MarkForm::Disc, .. })).count();
        assert_eq!(discs, 1);
    }

    #[test]
    fn a_higher_value_stands_higher() {
        let spec = chart();
        let y = |name: &str| spec.points.iter().find(|p| p.name == name).map(|p| p.y).unwrap();
        assert!(y("Shanxi") < y("Hebei") && y("Hebei") < y("Liaoning"));
    }

    #[test]
    fn uncertain_values_have_forms_of_their_own() {
        let mut data = example_data(&["fund.fiscal", "fund.central"]);
        data[0].items[0].certainty = Certainty::Approximate;
        data[1].items[1].certainty = Certainty::Partial;
        let spec = scatter(&data[0], &data[1], 440.0, 400.0);
        let forms: Vec<MarkForm> =
            spec.shapes.iter().filter_map(|s| if let Shape::Mark { form, .. } = s { Some(*form) } else { None }).collect();
        assert_eq!(forms.iter().filter(|f| **f == MarkForm::Ring).count(), 1);
        assert!(forms.contains(&MarkForm::Diamond) && forms.contains(&MarkForm::Triangle));
        assert_eq!(spec.notes.len(), 2);
        data[1].items[0].other_year = Some(2011);
        let notes = scatter(&data[0], &data[1], 440.0, 400.0).notes;
        assert_eq!(notes.last().unwrap(), &format!("fund.central: {} gives 2011.", data[1].items[0].name));
    }

    #[test]
    fn labels_read_well_inside_a_sentence() {
        assert_eq!(lower_first("People lifted out of poverty"), "people lifted out of poverty");
        assert_eq!(lower_first("GDP"), "GDP");
    }
}
