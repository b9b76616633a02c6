//! Composition: what a total is made of in each region, stacked in amounts or in shares.
//!
//! What a region's parts leave of its total is drawn as not itemised; parts without a stated total are drawn in amounts only.

use super::axis::Axis;
use super::parts::{CompositionData, Part, Whole};
use super::place::text_width;
use super::sentence::{capitalised, other_years, questioned_note, questioned_words};
use super::spec::{NumberCell, NumberRow, Numbers, SIGN};
use super::{Anchor, ChartSpec, ChartWords, Paint, Point};
use crate::compare::{Scale, figure};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

/// Whether bars show amounts or shares.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Bars {
    /// Amounts on one scale.
    #[default]
    Amount,
    /// Shares of each region's total.
    Share,
}

/// Draws a composition, one bar a region, the longest first.
pub fn composition(data: &CompositionData, bars: Bars, width: f64, pitch: f64) -> ChartSpec {
    let mut wholes: Vec<&Whole> = data.wholes.iter().collect();
    wholes.sort_by_key(|whole| std::cmp::Reverse(whole.length()));
    let numbers = numbers(data, &wholes);
    wholes.retain(|whole| bars == Bars::Amount || has_shares(whole));
    let names = wholes.iter().map(|w| text_width(&w.name, w.pinned)).fold(0.0, f64::max).min(width * 0.36) + 8.0;
    let key = key_rows(data, width - names);
    let head = 20.0 * key.len() as f64 + 26.0;
    let sign = if wholes.iter().any(|w| w.total.as_ref().is_some_and(|total| total.questioned)) { SIGN + 4.0 } else { 0.0 };
    let ends = if bars == Bars::Amount { 64.0 + sign } else { 20.0 };
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
        halo: true,
        title: data.title.clone(),
        sentence: sentence(data, bars),
        missing: data.not_stated.clone(),
        missing_words: data.words.missing,
        notes: notes(data, bars),
        numbers,
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
        let of_total = share(part.value, whole.length()).map_or_else(String::new, |s| format!("{}{}%", data.words.between, share_text(s)));
        if part.questioned {
            spec.question((from.midpoint(to), baseline - 4.0));
        }
        spec.points.push(Point {
            x: from,
            y: top,
            width: (to - from).max(4.0),
            height: pitch,
            name: ChartWords::say(data.words.named, &[("what", &whole.name), ("name", name)]),
            value: questioned_words(format!("{} {}{of_total}", part.text, data.unit_words), part.questioned, data.words),
            quantity: Some(part.quantity),
            report: 0,
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
        if whole.total.as_ref().is_some_and(|total| total.questioned) {
            spec.question((end + text_width(text, false) + 4.0 + SIGN / 2.0, baseline - 4.0));
        }
        spec.label((end, baseline), Anchor::Start, if whole.total.is_some() { Paint::Ink2 } else { Paint::Ink3 }, text);
    }
}

/// One part without a total has no share of anything.
fn has_shares(whole: &Whole) -> bool {
    whole.total.is_some() || whole.parts.iter().flatten().count() > 1
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
    let unit = match bars {
        Bars::Amount => &data.unit_words,
        Bars::Share => data.words.shares_of_total,
    };
    let values = [("unit", data.words.opening(unit, &data.title)), ("n", data.wholes.len().to_string()), ("of", data.of.to_string())];
    ChartWords::say(data.words.parts_sentence, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
}

/// The total and the parts of a region that do not add up.
fn questioned(data: &CompositionData, whole: &Whole) -> Vec<String> {
    let named = |name: &String| ChartWords::say(data.words.named, &[("what", &whole.name), ("name", name)]);
    let total = whole.total.iter().filter(|total| total.questioned).map(|_| whole.name.clone());
    let stated = |(part, name): (&Option<Part>, &String)| part.as_ref().filter(|part| part.questioned).map(|_| named(name));
    total.chain(whole.parts.iter().zip(&data.parts).filter_map(stated)).collect()
}

fn notes(data: &CompositionData, bars: Bars) -> Vec<String> {
    let words = data.words;
    let mut notes = Vec::new();
    if !data.undivided.is_empty() {
        notes.push(ChartWords::say(words.only_total, &[("regions", &words.list(&data.undivided))]));
    }
    let stated =
        |whole: &Whole| whole.total.iter().chain(whole.parts.iter().flatten()).filter_map(|part| part.other_year).collect::<Vec<_>>();
    let years: Vec<(&str, i32)> = data.wholes.iter().flat_map(|w| stated(w).into_iter().map(|year| (w.name.as_str(), year))).collect();
    notes.extend(other_years(&years, words));
    notes.extend(questioned_note(data.wholes.iter().flat_map(|whole| questioned(data, whole)), words));
    if !data.apart.is_empty() {
        notes.push(ChartWords::say(words.parts_apart, &[("what", &data.apart.join(words.apart))]));
    }
    let single: Vec<&str> = data.wholes.iter().filter(|w| bars == Bars::Share && !has_shares(w)).map(|w| w.name.as_str()).collect();
    if !single.is_empty() {
        notes.push(ChartWords::say(words.no_share, &[("regions", &words.list(&single))]));
    }
    let beyond: Vec<&str> = data.wholes.iter().filter(|w| w.is_beyond_total()).map(|w| w.name.as_str()).collect();
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
        let is_apart = |index: usize| whole.apart.get(index).is_some_and(Option::is_some);
        cells.extend(whole.parts.iter().enumerate().map(|(index, part)| if is_apart(index) { NumberCell::none() } else { cell(part) }));
        let rest = whole.rest().map(|rest| NumberCell::computed(figure(rest, None, data.scale).text()));
        cells.push(rest.unwrap_or_else(NumberCell::none));
        NumberRow { name: whole.name.clone(), cells }
    };
    Numbers { head, rows: wholes.iter().map(row).collect() }
}

#[cfg(test)]
mod tests {
    use super::super::Shape;
    use super::super::parts::tests::data;
    use super::*;

    #[test]
    fn shares_fill_the_whole_width() {
        let spec = composition(&data(), Bars::Share, 600.0, 24.0);
        let ends: Vec<f64> = spec.points.iter().filter(|p| p.name.starts_with("Liaoning")).map(|p| p.x + p.width).collect();
        assert_eq!(ends.len(), 3);
        assert!((ends[2] - 580.0).abs() < 0.5, "{ends:?}");
        assert!(spec.points.iter().any(|p| p.name == "Liaoning: fund.provincial" && p.value == "252.3 million yuan, 44.0%"));
    }

    #[test]
    fn totals_and_parts_that_do_not_add_up_bear_the_sign() {
        let mut data = data();
        let liaoning = data.wholes.iter_mut().find(|whole| whole.name == "Liaoning").unwrap();
        liaoning.total.iter_mut().chain(liaoning.parts[1].iter_mut()).for_each(|part| part.questioned = true);
        let spec = composition(&data, Bars::Amount, 600.0, 24.0);
        assert_eq!(spec.signs(), 2);
        assert!(
            spec.notes.contains(&"Diamond with \u{2260}: does not add up, as read (Liaoning and Liaoning: fund.provincial).".to_owned())
        );
        assert!(spec.points.iter().any(|p| p.name == "Liaoning: fund.provincial" && p.value.ends_with("44.0%, does not add up")));
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
    fn one_part_without_a_total_is_drawn_as_an_amount_and_has_no_share() {
        let mut data = data();
        data.wholes[2].total = None;
        let drawn = |bars| composition(&data, bars, 600.0, 24.0);
        let has_point = |spec: &ChartSpec| spec.points.iter().any(|point| point.name.starts_with("Shanxi"));
        let (amounts, shares) = (drawn(Bars::Amount), drawn(Bars::Share));
        assert!(has_point(&amounts) && !has_point(&shares));
        assert!(shares.notes.iter().any(|note| note == "One part and no total, so no share: Shanxi."), "{:?}", shares.notes);
        assert_eq!(shares.numbers.rows.len(), 3, "the table has it all the same");
    }

    #[test]
    fn figures_of_other_years_are_said_once_a_region() {
        let mut data = data();
        let whole = &mut data.wholes[1];
        whole.total.iter_mut().chain(whole.parts.iter_mut().flatten()).for_each(|part| part.other_year = Some(2011));
        assert!(notes(&data, Bars::Amount).contains(&"Liaoning gives 2011.".to_owned()));
    }

    #[test]
    fn parts_beyond_the_total_are_said() {
        let mut data = data();
        data.wholes[0].total = data.wholes[0].parts[0].clone();
        let notes = notes(&data, Bars::Amount);
        assert!(notes.iter().any(|n| n.contains("more than the stated total: Hebei")), "{notes:?}");
    }
}
