//! Printed digits to a decimal number.

use super::unit::{unit_after, unit_before};
use crate::language::{Class, ReadText};
use rust_decimal::Decimal;

/// A number as printed in digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Printed {
    /// Its value; `None` where the digits are no number ("207.15253.07").
    pub value: Option<Decimal>,
    /// Digits after the decimal point.
    pub decimals: u32,
    /// Whether the digits are grouped as no number is ("2.33,082").
    pub malformed: bool,
}

/// Reads the digits at token `i` in the format of their report.
pub(super) fn printed_at(read: &ReadText, i: usize) -> Printed {
    let text = read.str(i);
    let mut printed = match text.split_once(',').filter(|_| read.format.continental && read.phrase_is(i + 1, Class::SCALE)) {
        // "10,561 million tons" beside "0,48%"
        Some((whole, fraction)) if fraction.bytes().all(|b| b.is_ascii_digit()) => scan_printed(&format!("{whole}.{fraction}")),
        _ => scan_as(read.format.continental, text),
    };
    printed.malformed |= read.format.threes && is_indian(text);
    printed
}

/// Reads the digits of a number in one of the two formats that reports print.
pub(crate) fn scan_as(continental: bool, text: &str) -> Printed {
    if continental { scan_continental(text) } else { scan_printed(text) }
}

/// "from 68, 889 hectares", "Rs 1, 250 crore": a blank behind the comma of a number. No list and no day goes in front, and a measure or, behind a
/// sign of money, a scale word or nothing that is counted follows.
pub(super) fn parted_by_blank(read: &ReadText, i: usize) -> Option<Decimal> {
    let (whole, group) = (read.str(i), read.str(i + 2));
    let digits = |s: &str, lengths: std::ops::RangeInclusive<usize>| lengths.contains(&s.len()) && s.bytes().all(|b| b.is_ascii_digit());
    let comma = read.is_mark(i + 1, ',') && !read.tokens.get(i + 1)?.spaced;
    if !comma || !digits(whole, 1..=3) || !digits(group, 3..=3) || whole.starts_with('0') {
        return None;
    }
    let money = unit_before(read, i).is_some();
    let led = || {
        let lead = i.checked_sub(1);
        lead.is_some_and(|t| {
            read.word_is(
                t,
                Class::PREPOSITION | Class::FROM | Class::TO | Class::RISE | Class::VERB | Class::ABOUT | Class::OVER | Class::UNDER,
            )
        })
    };
    let measure = || unit_after(read, i + 3).is_some_and(|u| !u.unit.is_counted() && !u.unit.is_relative() && !u.unit.is_time());
    let spent = || read.phrase_is(i + 3, Class::SCALE) || super::labels::counts_nothing(read, i + 3);
    let one = if money { spent() } else { led() && measure() };
    one.then(|| format!("{whole}{group}").parse().ok()).flatten()
}

/// "1,62,450": groups of two digits in front of three.
fn is_indian(text: &str) -> bool {
    let mut groups = text.split(',').skip(1);
    groups.next().is_some_and(|group| group.len() == 2) && groups.next().is_some()
}

/// Reads digits in the format of the continent of Europe and of others: "222.617", "93,2", "1.234,50"; what it does not know is read as
/// [`scan_printed`] reads it.
fn scan_continental(text: &str) -> Printed {
    let (whole, fraction) = text.split_once(',').unwrap_or((text, ""));
    let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    let mut groups = whole.split(['.', ' ', '\u{a0}', '\u{202f}']);
    let first = groups.next().unwrap_or_default();
    let (mut grouped, mut regular) = (false, digits(first) && digits(fraction));
    for group in groups {
        regular &= (1..=3).contains(&first.len()) && !first.starts_with('0') && group.len() == 3 && digits(group);
        grouped = true;
    }
    // "1,250" alone may be English in a text that was put into it.
    let decimal = !fraction.is_empty() && (fraction.len() != 3 || grouped || first == "0");
    if !regular || !(decimal || grouped && fraction.is_empty()) {
        return scan_printed(text);
    }
    let mut clean: String = whole.bytes().filter(u8::is_ascii_digit).map(char::from).collect();
    if decimal {
        clean.push('.');
        clean.push_str(fraction);
    }
    Printed { value: clean.parse().ok(), decimals: fraction.len() as u32, malformed: false }
}

/// Reads a run of digits with the separators inside it.
///
/// Groups of three ("3,277", "1 234 567"), Indian groups ("12,34,567") and repeated full stops as group marks ("1.234.567") are
/// understood; one full stop is always the decimal point, and so is a comma with one or two digits behind it. Odd grouping is read by
/// leaving the marks out, and flagged.
pub fn scan_printed(text: &str) -> Printed {
    if let Some(printed) = plain(text) {
        return printed;
    }
    if text.contains('·') {
        return scan_printed(&text.replace('·', "."));
    }
    if let Some((whole, fraction)) = text.rsplit_once(['\'', '’']).filter(|(_, fraction)| fraction.len() < 3) {
        return scan_printed(&format!("{whole}.{fraction}"));
    }
    if let Some(printed) = doubled(text) {
        return printed;
    }
    if text.contains(is_wide) {
        return scan_printed(&text.chars().map(narrow).collect::<String>());
    }
    if let Some(printed) = decimal_comma(text) {
        return printed;
    }
    let points = text.matches('.').count();
    if points > 1 {
        return dotted(text);
    }
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let grouped = groups_are_regular(whole);
    let clean: String = text.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
    let decimals = fraction.chars().filter(char::is_ascii_digit).count() as u32;
    Printed { value: clean.parse().ok(), decimals, malformed: !grouped || fraction.contains(|c: char| !c.is_ascii_digit()) }
}

/// Reads nothing but digits, with one decimal point at the most: so most numbers are printed.
fn plain(text: &str) -> Option<Printed> {
    if !text.ends_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let (mut value, mut decimals, mut points) = (0_i64, 0, 0);
    for byte in text.bytes() {
        match byte {
            b'0'..=b'9' => {
                value = value.checked_mul(10)?.checked_add(i64::from(byte - b'0'))?;
                decimals += points;
            }
            b'.' if points == 0 => points = 1,
            _ => return None,
        }
    }
    let value = Decimal::try_new(value, decimals).ok()?;
    Some(Printed { value: Some(value), decimals, malformed: false })
}

/// "12..6", "24,.8", "1,,250": a mark printed twice is read as one, and flagged.
fn doubled(text: &str) -> Option<Printed> {
    let at = text.as_bytes().windows(2).position(|pair| pair.iter().all(|b| matches!(b, b'.' | b',')))?;
    let (whole, fraction) = (text.get(..at)?, text.get(at + 2..)?);
    let mark = if fraction.len() == 3 && text.get(at..at + 2) != Some("..") { ',' } else { '.' };
    Some(Printed { malformed: true, ..scan_printed(&format!("{whole}{mark}{fraction}")) })
}

/// Full-width digits and marks, as Chinese and Japanese print has them.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{ff10}'..='\u{ff19}' | '．' | '，')
}

/// The narrow form of a full-width digit or mark; the printed number holds nothing else.
fn narrow(c: char) -> char {
    let offset = c as u32 - if is_wide(c) { 0xfee0 } else { 0 };
    char::from_u32(offset).unwrap_or(c)
}

/// A comma in front of the last one or two digits, as continental print has it ("812,5", "402.350.000,00"): what it says is plain, but in
/// English print it is odd.
fn decimal_comma(text: &str) -> Option<Printed> {
    let (whole, fraction) = text.split_once(',')?;
    let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    if !(1..=2).contains(&fraction.len()) || !digits(fraction) {
        return None;
    }
    let mut groups = whole.split(['.', ' ', '\u{a0}', '\u{202f}']);
    let first = groups.next()?;
    if !(1..=3).contains(&first.len()) || !digits(first) || !groups.all(|g| g.len() == 3 && digits(g)) {
        return None;
    }
    let value = format!("{}.{fraction}", whole.replace(['.', ' ', '\u{a0}', '\u{202f}'], ""));
    Some(Printed { value: value.parse().ok(), decimals: fraction.len() as u32, malformed: true })
}

/// Several full stops: group marks when every group has three digits, else no number.
fn dotted(text: &str) -> Printed {
    let mut groups = text.split('.');
    let first = groups.next().unwrap_or_default();
    if (1..=3).contains(&first.len()) && groups.all(|g| g.len() == 3 && g.bytes().all(|b| b.is_ascii_digit())) {
        let clean: String = text.chars().filter(char::is_ascii_digit).collect();
        return Printed { value: clean.parse().ok(), decimals: 0, malformed: false };
    }
    Printed { value: None, decimals: 0, malformed: true }
}

fn groups_are_regular(whole: &str) -> bool {
    let mut groups = whole.split(|c: char| !c.is_ascii_digit()).map(str::len);
    let (Some(first), Some(last)) = (groups.next(), groups.next_back()) else { return true };
    let (western, indian) = groups.fold((true, true), |(western, indian), group| (western && group == 3, indian && group == 2));
    last == 3 && ((1..=3).contains(&first) && western || (1..=2).contains(&first) && indian)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_and_points() {
        for (text, value, malformed) in [
            ("8033", "8033", false),
            ("3,277", "3277", false),
            ("12,34,567", "1234567", false),
            ("1\u{202f}234", "1234", false),
            ("1.02683", "1.02683", false),
            ("1.234.567", "1234567", false),
            ("2.33,082", "2.33082", true),
            ("62,10", "62.10", true),
            ("402.350.000,00", "402350000.00", true),
            ("3 452,5", "3452.5", true),
        ] {
            let printed = scan_printed(text);
            assert_eq!(printed.value, Some(value.parse().unwrap()), "{text}");
            assert_eq!(printed.malformed, malformed, "{text}");
        }
        assert_eq!(scan_printed("207.15253.07").value, None);
    }

    #[test]
    fn continental_groups_and_commas() {
        for (text, value) in [
            ("222.617", "222617"),
            ("3.000", "3000"),
            ("93,2", "93.2"),
            ("1.234,50", "1234.50"),
            ("0,552", "0.552"),
            ("0.552", "0.552"),
            ("3.4", "3.4"),
            ("1,250", "1250"),
            ("892", "892"),
        ] {
            let printed = scan_continental(text);
            assert_eq!((printed.value, printed.malformed), (Some(value.parse().unwrap()), false), "{text}");
        }
    }
}
