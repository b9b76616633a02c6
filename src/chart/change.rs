//! Change between years: one line a region from the earlier value (ring) to the later (disc), for two or more reports.

use super::axis::Axis;
use super::data::reason_to_leave_out;
use super::place::text_width;
use super::sentence::{questioned_note, questioned_words};
use super::spec::{NumberCell, NumberRow, Numbers};
use super::{Anchor, ChartSpec, ChartWords, MarkForm, Paint, Point};
use crate::analysis::Verdict;
use crate::compare::{Entry, Mark, Panel, PanelRow, Scale};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

const HEAD: f64 = 40.0;
const PITCH: f64 = 24.0;

/// Draws the first and the last year of a panel.
pub fn change(panel: &Panel, width: f64, words: &ChartWords) -> ChartSpec {
    let latest = panel.reports.len().saturating_sub(1);
    let mut rows: Vec<(&PanelRow, &Entry, &Entry)> = panel.rows.iter().filter_map(both).collect();
    let value = |entry: &Entry| entry.counts.and_then(|v| panel.scale.position(v)).unwrap_or_default();
    rows.sort_by(|a, b| value(b.2).total_cmp(&value(a.2)));
    let values: Vec<f64> = rows.iter().flat_map(|(_, before, after)| [value(before), value(after)]).collect();
    let names = rows.iter().map(|(row, ..)| text_width(&row.name, false)).fold(0.0, f64::max).min(width * 0.36) + 8.0;
    let growth_width = 64.0;
    let length = (width - names - growth_width).max(40.0);
    let axis = Axis::new(&values, (names, length), (length / 80.0) as usize, true, true);
    let bottom = HEAD + PITCH * rows.len() as f64;
    let mut spec = ChartSpec {
        width,
        height: bottom + 4.0,
        halo: true,
        title: title(panel, words),
        sentence: sentence(panel, &rows, words),
        missing_words: words.missing_either,
        missing: panel.rows.iter().filter(|row| ends(row).is_none()).map(|row| row.name.clone()).collect(),
        notes: notes(panel, &rows, words),
        numbers: numbers(panel, words),
        ..ChartSpec::default()
    };
    head(&mut spec, panel, &axis, bottom, words);
    for (index, (row, before, after)) in rows.iter().enumerate() {
        let y = HEAD + PITCH * (index as f64 + 0.5);
        let (from, to) = (axis.place(value(before)), axis.place(value(after)));
        spec.line((from, y), (to, y), Paint::Rest, 2.0);
        spec.mark((from, y), MarkForm::Ring, 4.0, Paint::Ink2);
        spec.mark((to, y), MarkForm::Disc, 5.0, Paint::Accent);
        for (x, _) in [(from, before), (to, after)].into_iter().filter(|(_, entry)| entry.is_questioned()) {
            spec.question((x, y));
        }
        spec.label((names - 8.0, y + 4.0), Anchor::End, Paint::Ink2, &row.name);
        spec.label(
            (width, y + 4.0),
            Anchor::End,
            Paint::Ink2,
            change_words(row, panel.is_percent).unwrap_or_else(|| "\u{2013}".to_owned()),
        );
        for (x, entry, index) in [(from, before, 0), (to, after, latest)] {
            spec.points.push(Point {
                x: x - 12.0,
                y: y - 12.0,
                width: 24.0,
                height: 24.0,
                name: words.in_year(&row.name, &year(panel, index, words)),
                value: questioned_words(format!("{} {}", entry.text, panel.unit_words), entry.is_questioned(), words),
                quantity: Some(entry.quantity),
                report: index,
                section: row.sections.get(index).copied().flatten().unwrap_or_default(),
            });
        }
    }
    spec
}

/// A row with a first and a last value.
fn ends(row: &PanelRow) -> Option<(&PanelRow, &Entry, &Entry)> {
    Some((row, row.values.first()?.as_ref()?, row.values.last()?.as_ref()?))
}

/// A row whose first and last values can be compared.
fn both(row: &PanelRow) -> Option<(&PanelRow, &Entry, &Entry)> {
    row.change.as_ref()?;
    ends(row)
}

fn title(panel: &Panel, words: &ChartWords) -> String {
    let (first, last) = (year(panel, 0, words), year(panel, panel.reports.len().saturating_sub(1), words));
    ChartWords::say(words.years_title, &[("label", &panel.label), ("first", &first), ("last", &last)])
}

fn year(panel: &Panel, index: usize, words: &ChartWords) -> String {
    panel
        .reports
        .get(index)
        .and_then(|(_, year)| *year)
        .map_or_else(|| ChartWords::say(words.nth_report, &[("n", &(index + 1).to_string())]), |year| year.to_string())
}

fn percent(value: Decimal) -> String {
    format!("{}%", signed(crate::compare::figure(value.round_dp(1), Some(-1), Scale::One).text()))
}

/// With the sign of a rise in front.
fn signed(figure: String) -> String {
    let moved = figure.contains(|c: char| c.is_ascii_digit() && c != '0');
    if moved && !figure.starts_with('\u{2212}') { format!("+{figure}") } else { figure }
}

/// By how much a region's value moved: by so much per cent, or by so many points where it is per cent itself.
fn change_words(row: &PanelRow, in_points: bool) -> Option<String> {
    if in_points { row.change.as_ref().map(|change| signed(points(change.difference))) } else { growth_words(row) }
}

/// A difference of percentages with a tenth at least.
fn points(difference: Decimal) -> String {
    let tenths = difference.normalize().scale().clamp(1, 2);
    crate::compare::figure(difference.round_dp(tenths), i32::try_from(tenths).ok().map(|tenths| -tenths), Scale::One).text()
}

fn growth_words(row: &PanelRow) -> Option<String> {
    row.change.as_ref()?.growth.map(percent)
}

fn sentence(panel: &Panel, rows: &[(&PanelRow, &Entry, &Entry)], words: &ChartWords) -> String {
    let rising = rows.iter().filter(|(row, ..)| row.change.as_ref().is_some_and(|c| c.difference > Decimal::ZERO)).count();
    let falling = rows.iter().filter(|(row, ..)| row.change.as_ref().is_some_and(|c| c.difference < Decimal::ZERO)).count();
    let values = [
        ("unit", words.opening(&panel.unit_words, &panel.label)),
        ("n", rows.len().to_string()),
        ("of", panel.rows.len().to_string()),
        ("rose", rising.to_string()),
        ("fell", falling.to_string()),
    ];
    ChartWords::say(words.years_sentence, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
}

/// Values of other years than the reports', values that are not drawn, and stated growth that does not go with the two values.
fn notes(panel: &Panel, rows: &[(&PanelRow, &Entry, &Entry)], words: &ChartWords) -> Vec<String> {
    let mut notes = other_years(panel, rows, words);
    let left_out: Vec<String> =
        panel.rows.iter().filter(|row| row.change.is_none()).filter_map(|row| left_out(ends(row)?, words)).collect();
    notes.extend(left_out.iter().map(|what| ChartWords::say(words.not_drawn, &[("what", what)])));
    let stated = rows.iter().flat_map(|(row, before, after)| [(row, 0, before), (row, panel.reports.len().saturating_sub(1), after)]);
    let questioned = stated.filter(|(.., entry)| entry.is_questioned());
    notes.extend(questioned_note(questioned.map(|(row, index, _)| words.in_year(&row.name, &year(panel, index, words))), words));
    notes.extend(disagreeing(rows, words));
    notes
}

/// "Report of 2012, figure of 2011: Jiangxi."
fn other_years(panel: &Panel, rows: &[(&PanelRow, &Entry, &Entry)], words: &ChartWords) -> Vec<String> {
    let latest = panel.reports.len().saturating_sub(1);
    let mut names: BTreeMap<(usize, i32), Vec<&str>> = BTreeMap::new();
    for (row, before, after) in rows {
        for (index, entry) in [(0, before), (latest, after)] {
            if let Some(year) = entry.other_year() {
                names.entry((index, year)).or_default().push(&row.name);
            }
        }
    }
    let note = |((index, stated), regions): (&(usize, i32), &Vec<&str>)| {
        let values = [("of", year(panel, *index, words)), ("year", stated.to_string()), ("regions", words.list(regions))];
        ChartWords::say(words.year_in_report, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
    };
    names.iter().map(note).collect()
}

/// Why two values are not set against each other.
fn left_out((row, before, after): (&PanelRow, &Entry, &Entry), words: &ChartWords) -> Option<String> {
    for entry in [before, after] {
        let partial = entry.marks.contains(&Mark::Part).then_some(words.value_partial);
        let range = entry.marks.contains(&Mark::Range).then_some(words.value_approximate);
        if let Some(reason) = reason_to_leave_out(entry, words).or(partial).or(range) {
            let values = [("region", row.name.as_str()), ("printed", entry.printed.as_str()), ("reason", reason)];
            return Some(ChartWords::say(words.left_out, &values));
        }
    }
    let year = before.other_year().or(after.other_year())?.to_string();
    Some(ChartWords::say(words.both_of_year, &[("region", &row.name), ("year", &year)]))
}

/// Regions whose stated growth does not go with the two values.
fn disagreeing(rows: &[(&PanelRow, &Entry, &Entry)], words: &ChartWords) -> Option<String> {
    let disagreeing: Vec<String> = rows
        .iter()
        .filter_map(|(row, ..)| {
            let change = row.change.as_ref()?;
            let ((stated, _), growth) = (change.stated?, change.growth?);
            let values = [("region", row.name.as_str()), ("stated", &percent(stated)), ("computed", &percent(growth))];
            (change.verdict == Verdict::Inconsistent).then(|| ChartWords::say(words.growth_disagrees, &values))
        })
        .collect();
    (!disagreeing.is_empty()).then(|| ChartWords::say(words.does_not_add_up, &[("what", &words.list(&disagreeing))]))
}

fn head(spec: &mut ChartSpec, panel: &Panel, axis: &Axis, bottom: f64, words: &ChartWords) {
    let key = axis.place(0.0).max(0.0);
    spec.mark((key + 5.0, 8.0), MarkForm::Ring, 4.0, Paint::Ink2);
    let earlier = year(panel, 0, words);
    spec.label((key + 14.0, 12.0), Anchor::Start, Paint::Ink2, &earlier);
    let next = key + 14.0 + text_width(&earlier, false) + 18.0;
    spec.mark((next + 5.0, 8.0), MarkForm::Disc, 5.0, Paint::Accent);
    spec.label((next + 15.0, 12.0), Anchor::Start, Paint::Accent, year(panel, panel.reports.len().saturating_sub(1), words));
    spec.label((spec.width, 12.0), Anchor::End, Paint::Ink3, if panel.is_percent { words.points } else { words.growth });
    for (value, label) in &axis.ticks {
        let x = axis.place(*value);
        spec.line((x, HEAD - 4.0), (x, bottom), Paint::Rule, 1.0);
        spec.label((x, HEAD - 10.0), Anchor::Middle, Paint::Ink3, label);
    }
    spec.line((axis.place(0.0), HEAD - 4.0), (axis.place(0.0), bottom), Paint::Ink2, 1.0);
}

fn numbers(panel: &Panel, words: &ChartWords) -> Numbers {
    let mut head = vec![words.region.to_owned()];
    head.extend((0..panel.reports.len()).map(|index| words.head(&year(panel, index, words), &panel.unit_words)));
    let change = if panel.is_percent { words.points_computed } else { words.change_computed };
    head.push(change.to_owned());
    if !panel.is_percent {
        head.extend([words.growth_computed, words.growth_stated].map(str::to_owned));
    }
    let latest = panel.reports.len().saturating_sub(1);
    let cell = |(index, entry): (usize, &Option<Entry>)| {
        entry.as_ref().map(|entry| NumberCell::read(&entry.text, entry.quantity).in_report(index)).unwrap_or_default()
    };
    let row = |row: &PanelRow| {
        let mut cells: Vec<NumberCell> = row.values.iter().enumerate().map(cell).collect();
        let change = row.change.as_ref();
        let told =
            |difference| if panel.is_percent { points(difference) } else { crate::compare::figure(difference, None, panel.scale).text() };
        let difference = change.map(|c| signed(told(c.difference)));
        cells.push(difference.map_or_else(NumberCell::none, NumberCell::computed));
        if panel.is_percent {
            return NumberRow { name: row.name.clone(), cells };
        }
        cells.push(growth_words(row).map_or_else(NumberCell::none, NumberCell::computed));
        let stated = change.and_then(|c| c.stated).map(|(value, id)| NumberCell::read(percent(value), id).in_report(latest));
        cells.push(stated.unwrap_or_default());
        NumberRow { name: row.name.clone(), cells }
    };
    Numbers { head, rows: panel.rows.iter().map(row).collect() }
}

#[cfg(test)]
mod tests {
    use super::super::words::EN;
    use super::*;
    use crate::analysis::Analysis;
    use crate::compare::example::{self, Stated, money};
    use crate::compare::panel;

    fn two_years() -> Panel {
        let of = |year: i32, hebei: &str, jilin: Option<&str>| {
            let stated = |value: &str| Stated { year, ..money("fund.fiscal", value, 6) };
            let jilin: Vec<Stated> = jilin.into_iter().map(stated).collect();
            let mut analysis: Analysis = example::report(year, &[("Hebei", &[stated(hebei)]), ("Jilin", &jilin)]);
            analysis.document.sha256 = year.to_string();
            analysis
        };
        let (before, after) = (of(2011, "1000000000", Some("200000000")), of(2012, "1250000000", None));
        panel(&[&before, &after], "fund.fiscal", None, crate::wording::Language::English).unwrap()
    }

    #[test]
    fn both_years_are_drawn_and_the_growth_is_written() {
        let spec = change(&two_years(), 500.0, &EN);
        assert_eq!(spec.title, "fund.fiscal, 2011 and 2012");
        assert_eq!(spec.sentence, "Million yuan. 1 of 2 regions state both years: 1 rose, 0 fell.");
        assert_eq!(spec.points.len(), 2);
        assert!(spec.points[0].x < spec.points[1].x);
        let row: Vec<&str> = spec.numbers.rows[0].cells.iter().map(|c| c.text.as_str()).collect();
        assert_eq!(row, ["1,000", "1,250", "+250", "+25.0%", ""]);
    }

    #[test]
    fn percentages_move_by_points_not_by_per_cent_of_per_cent() {
        let mut panel = two_years();
        panel.is_percent = true;
        for row in &mut panel.rows {
            for (change, moved) in row.change.iter_mut().zip([Decimal::new(-20, 1)]) {
                change.difference = moved;
            }
        }
        let spec = change(&panel, 500.0, &EN);
        assert_eq!(spec.numbers.head[3..], ["Change in percentage points, computed"]);
        assert_eq!(spec.numbers.rows[0].cells[2].text, "\u{2212}2.0");
        let labels: Vec<&str> = spec
            .shapes
            .iter()
            .filter_map(|s| if let super::super::Shape::Label { text, .. } = s { Some(text.as_str()) } else { None })
            .collect();
        assert!(
            labels.contains(&"points") && labels.contains(&"\u{2212}2.0") && !labels.iter().any(|label| label.ends_with('%')),
            "{labels:?}"
        );
    }

    #[test]
    fn figures_of_other_years_are_said_and_two_of_one_year_not_drawn() {
        let stated = |year| [Stated { year, ..money("fund.fiscal", "1000000000", 6) }];
        let report = |year: i32, hebei: i32| {
            let mut analysis = example::report(year, &[("Hebei", &stated(hebei)), ("Jilin", &stated(2011))]);
            analysis.document.sha256 = year.to_string();
            analysis
        };
        let (before, after) = (report(2012, 2011), report(2013, 2013));
        let spec = change(&panel(&[&before, &after], "fund.fiscal", None, crate::wording::Language::English).unwrap(), 500.0, &EN);
        assert_eq!(spec.notes, ["Report of 2012, figure of 2011: Hebei.", "Not drawn: Jilin, both figures are of 2011."]);
        assert_eq!((spec.missing.len(), spec.points.len(), spec.points[0].report, spec.points[1].report), (0, 2, 0, 1));
        let read: Vec<(usize, Option<u32>)> = spec.numbers.rows[0].cells.iter().map(|cell| (cell.report, cell.quantity)).collect();
        assert_eq!(read[..2], [(0, Some(0)), (1, Some(0))], "each number with its own report");
    }

    #[test]
    fn a_region_with_one_year_only_is_listed_not_drawn() {
        let spec = change(&two_years(), 500.0, &EN);
        assert_eq!(spec.missing, ["Jilin"]);
        let row: Vec<&str> = spec.numbers.rows[1].cells.iter().map(|c| c.text.as_str()).collect();
        assert_eq!(row, ["200", "", "\u{2013}", "\u{2013}", ""]);
    }
}
