//! How a report prints its numbers: with a point for thousands and a comma for decimals, and in groups of how many digits.

use super::bytes::find_between;
use super::lex::scan_digits;

/// What the numbers of a whole report say of each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct NumberFormat {
    /// A point parts thousands and a comma decimals ("1.250 houses", "93,2 percent").
    pub continental: bool,
    /// Digits stand in groups of three throughout, so that an Indian group ("1,62,450") is a slip.
    pub threes: bool,
}

/// Fewest numbers that show a format.
const FEWEST: usize = 3;

/// A format must have so many numbers for each that speaks against it: labels ("Table 3.4") and slips do.
const MARGIN: usize = 4;

/// After so many numbers that say something the rest of the report is not asked.
const ENOUGH: usize = 128;

/// Numbers of a report that say how it prints them.
#[derive(Default)]
struct Evidence {
    continental: usize,
    english: usize,
    threes: usize,
    indian: usize,
}

impl NumberFormat {
    /// The format of a report. A number that both formats know ("1.250") says nothing.
    pub fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut evidence = Evidence::default();
        let mut at = 0;
        while let Some(first) = find_between(bytes, at, b'0', b'9') {
            let len = text.get(first..).map_or(0, scan_digits).max(1);
            at = first + len;
            if len > 2 && !(scaled(bytes.get(at..).unwrap_or_default()) && text.as_bytes().get(at.saturating_sub(4)) == Some(&b',')) {
                evidence.weigh(text.get(first..at).unwrap_or_default());
            }
            if evidence.continental + evidence.english >= ENOUGH {
                break;
            }
        }
        let clear = |many: usize, few: usize| many >= FEWEST && many >= few.saturating_mul(MARGIN);
        Self { continental: clear(evidence.continental, evidence.english), threes: clear(evidence.threes, evidence.indian) }
    }
}

impl Evidence {
    fn weigh(&mut self, number: &str) {
        let (points, commas) = (count(number, b'.'), count(number, b','));
        if points + commas == 0 || !number.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b',')) {
            return;
        }
        let zero_led = number.starts_with("0.") || number.starts_with("0,");
        match (points, commas) {
            (1, 0) => {
                let (whole, fraction) = number.split_once('.').unwrap_or_default();
                self.english += usize::from(fraction.len() != 3 || whole.len() > 3 || zero_led);
            }
            (0, 1) => {
                let fraction = number.split_once(',').map_or(0, |(_, fraction)| fraction.len());
                self.continental += usize::from(fraction != 3 || zero_led);
                self.english += usize::from(fraction == 3 && !zero_led);
                self.threes += usize::from(number.len() == 7);
            }
            (0, _) if in_groups(number, ',', |len| len == 3) => {
                self.english += 1;
                self.threes += 1;
            }
            (0, _) if in_groups(number, ',', |len| len == 2) => {
                self.english += 1;
                self.indian += 1;
            }
            (_, 0) => self.continental += usize::from(in_groups(number, '.', |len| len == 3)),
            (1, _) => self.english += usize::from(number.find('.') > number.rfind(',')),
            (_, 1) => self.continental += usize::from(number.find(',') > number.rfind('.')),
            _ => {}
        }
    }
}

/// Whether a word for millions follows: "10,561 million tons" may mean ten million.
fn scaled(behind: &[u8]) -> bool {
    behind.starts_with(b" million") || behind.starts_with(b" billion")
}

fn count(number: &str, mark: u8) -> usize {
    number.bytes().filter(|b| *b == mark).count()
}

/// Whether the last group has three digits, those before it but for the first have as many as `inner` asks, and the first has no more.
fn in_groups(number: &str, mark: char, inner: impl Fn(usize) -> bool) -> bool {
    let mut groups = number.split(mark).map(str::len);
    let (Some(first), Some(last)) = (groups.next(), groups.next_back()) else { return false };
    last == 3 && (1..=3).contains(&first) && groups.all(inner)
}

/// "12..6 million", "24,.8 percent": a mark printed twice inside a number, but not behind a year.
pub(super) fn is_doubled(bytes: &[u8], end: usize) -> bool {
    let mark = |at: usize| bytes.get(at).is_some_and(|b| matches!(b, b'.' | b','));
    mark(end)
        && mark(end + 1)
        && bytes.get(end + 2).is_some_and(u8::is_ascii_digit)
        && !(end == 4 && matches!(bytes.first(), Some(b'1' | b'2')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_needs_clear_evidence() {
        let format = |text: &str| {
            let format = NumberFormat::of(text);
            (format.continental, format.threes)
        };
        assert_eq!(format("1.250 houses, 93,2 percent, 4,5 km, 0,552 and 1.234.567 euros; see Table 3.4"), (true, false));
        assert_eq!(format("1,250 houses, 93.2 percent, 4.5 km and 12,3 tons"), (false, false));
        assert_eq!(format("93,2 percent and 4,5 km"), (false, false));
        assert_eq!(format("3,5 and 4,5 and 5,5 against 3.5 and 4.5"), (false, false));
        assert_eq!(format("124,900 and 118,400 and 1,234,567, but 1,62,450"), (false, false));
        assert_eq!(format("124,900 and 118,400, 322,000 and 1,234,567, but 1,62,450"), (false, true));
        assert_eq!(format("10,561 million tons, 0,48%, 50 690 tons, 4,59 t/ha, 5,221 million and 1,31%"), (true, false));
        assert_eq!(format("1,24,900 and 1,18,400 and 3,220"), (false, false));
    }
}
