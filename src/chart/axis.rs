//! Axes: round ticks, their labels, and the way from a value to a place.

use super::ChartWords;

/// One axis from a lowest to a highest value, over a length of pixels.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Axis {
    low: f64,
    high: f64,
    start: f64,
    length: f64,
    /// Values of the ticks with their labels.
    pub(super) ticks: Vec<(f64, String)>,
    /// What the labels leave out: their values are to be multiplied by it.
    divisor: f64,
}

impl Axis {
    /// An axis for `values`, from `start` over `length` pixels (negative for an axis that points up), with about `ticks` ticks. Zero is part
    /// of it when `from_zero`, or when the values lie close to it. A long number is shortened by a word only when `shorten`.
    pub(super) fn new(values: &[f64], (start, length): (f64, f64), ticks: usize, from_zero: bool, shorten: bool) -> Self {
        let highest = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let lowest = values.iter().copied().fold(f64::INFINITY, f64::min);
        let (mut low, mut high) = if lowest <= highest { (lowest, highest) } else { (0.0, 1.0) };
        if from_zero || low.abs().min(high.abs()) < 0.5 * low.abs().max(high.abs()) {
            (low, high) = (low.min(0.0), high.max(0.0));
        }
        if high <= low {
            high = low + low.abs().max(1.0);
        }
        // The smallest round step that gives no more than one tick more than asked for.
        let step = round_step((high - low) / (ticks.max(1) as f64 + 0.9));
        if low != 0.0 {
            low = (low / step).floor() * step;
        }
        let divisor = match step {
            step if shorten && step >= 1_000_000.0 => 1_000_000.0,
            step if shorten && step >= 10_000.0 => 1000.0,
            _ => 1.0,
        };
        let count = ((high - low) / step + 1e-9).floor() as usize;
        let ticks = (0..=count).map(|i| low + i as f64 * step).map(|value| (value, tick_label(value / divisor, step / divisor))).collect();
        Self { low, high, start, length, ticks, divisor }
    }

    /// The same axis, ending at its last tick or beyond: for charts whose marks need room at the end.
    pub(super) fn rounded_up(mut self) -> Self {
        if let [(first, _), (second, _), ..] = self.ticks.as_slice() {
            let step = second - first;
            let last = first + ((self.high - first) / step - 1e-9).ceil() * step;
            if last > self.high + step * 1e-6 {
                self.high = last;
                self.ticks.push((last, tick_label(last / self.divisor, step / self.divisor)));
            }
        }
        self
    }

    /// The word for what the labels leave out; empty where they are in full.
    pub(super) fn word(&self, words: &ChartWords) -> &'static str {
        if self.divisor >= 1_000_000.0 {
            words.million
        } else if self.divisor >= 1000.0 {
            words.thousand
        } else {
            ""
        }
    }

    /// Where a value stands.
    pub(super) fn place(&self, value: f64) -> f64 {
        self.start + (value - self.low) / (self.high - self.low) * self.length
    }
}

/// The smallest of 1, 2, 2.5 and 5 times a power of ten that is not below `least`.
pub(super) fn round_step(least: f64) -> f64 {
    if !least.is_finite() || least <= 0.0 {
        return 1.0;
    }
    let power = 10_f64.powf(least.log10().floor());
    let factor = [1.0, 2.0, 2.5, 5.0].into_iter().find(|factor| factor * power >= least * (1.0 - 1e-9)).unwrap_or(10.0);
    factor * power
}

/// A tick's value with as many digits after the point as its step needs, grouped by commas.
pub(super) fn tick_label(value: f64, step: f64) -> String {
    let mut decimals = 0;
    let mut scaled = step;
    while decimals < 6 && (scaled - scaled.round()).abs() > 1e-6 {
        scaled *= 10.0;
        decimals += 1;
    }
    if value.abs() < step * 1e-6 {
        return "0".to_owned();
    }
    let digits = format!("{:.decimals$}", value.abs());
    let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
    let mut out = String::new();
    if value < 0.0 {
        out.push('\u{2212}');
    }
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::words::EN;
    use super::*;

    fn labels(values: &[f64], from_zero: bool, shorten: bool) -> Vec<String> {
        Axis::new(values, (0.0, 100.0), 5, from_zero, shorten).ticks.into_iter().map(|(_, label)| label).collect()
    }

    #[test]
    fn ticks_are_round_and_start_at_zero() {
        assert_eq!(labels(&[45.0, 5299.0], true, false), ["0", "1,000", "2,000", "3,000", "4,000", "5,000"]);
        assert_eq!(labels(&[1.0, 9.0], true, false), ["0", "2", "4", "6", "8"]);
        assert_eq!(labels(&[0.1, 0.9], true, false), ["0", "0.2", "0.4", "0.6", "0.8"]);
    }

    #[test]
    fn negative_values_reach_below_zero() {
        assert_eq!(labels(&[-12.0, 30.0], true, false), ["\u{2212}20", "\u{2212}10", "0", "10", "20", "30"]);
    }

    #[test]
    fn values_far_from_zero_need_not_start_there() {
        assert_eq!(labels(&[81.0, 99.0], false, false), ["80", "85", "90", "95"]);
    }

    #[test]
    fn long_numbers_are_shortened_by_a_word() {
        let axis = Axis::new(&[0.0, 2_100_000.0], (0.0, 100.0), 4, true, true);
        assert_eq!((axis.word(&EN), axis.ticks.last().unwrap().1.as_str()), ("thousand", "2,000"));
        let axis = Axis::new(&[0.0, 8_100_000.0], (0.0, 100.0), 4, true, true);
        assert_eq!((axis.word(&EN), axis.ticks.last().unwrap().1.as_str()), ("million", "8"));
        let axis = Axis::new(&[0.0, 264_000.0], (0.0, 100.0), 4, true, true);
        assert_eq!((axis.word(&EN), axis.ticks.last().unwrap().1.as_str()), ("thousand", "200"));
    }

    #[test]
    fn places_run_from_start_to_end() {
        let axis = Axis::new(&[0.0, 50.0], (10.0, 200.0), 5, true, false);
        assert!((axis.place(0.0) - 10.0).abs() < 1e-9 && (axis.place(50.0) - 210.0).abs() < 1e-9);
        let up = Axis::new(&[0.0, 45.0], (200.0, -100.0), 5, true, false).rounded_up();
        assert!((up.place(50.0) - 100.0).abs() < 1e-9, "the axis ends at its last tick");
    }

    #[test]
    fn without_values_there_is_still_an_axis() {
        assert_eq!(labels(&[], true, false).first().map(String::as_str), Some("0"));
        assert_eq!(labels(&[7.0, 7.0], true, false).len(), 4);
    }
}
