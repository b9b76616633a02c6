//! Footnotes: small print at the foot of a page or column that begins with a mark.

use super::word::Row;

/// Footnotes are at most so much of the text's size.
const SMALLER: f32 = 0.93;

/// Parts the rows of a block into its text and the footnotes at its foot.
pub(super) fn part(mut rows: Vec<Row>, body: f32) -> (Vec<Row>, Vec<Row>) {
    let small = rows.iter().rev().take_while(|row| row.size() <= SMALLER * body).count();
    let from = rows.len() - small;
    let Some(first) = rows.iter().skip(from).position(begins) else { return (rows, vec![]) };
    let notes = rows.split_off(from + first);
    (rows, notes)
}

/// The rows of each note.
pub(super) fn each(rows: &[Row]) -> impl Iterator<Item = &[Row]> {
    rows.chunk_by(|_, next| !begins(next))
}

/// Whether a row begins with a note's mark.
fn begins(row: &Row) -> bool {
    let text = row.words.first().map(|word| word.text.as_str()).unwrap_or_default();
    let rest = text.trim_start_matches(|c: char| matches!(c, '⁰'..='⁹' | '¹' | '²' | '³' | '*' | '†' | '‡' | '§' | 'ᵃ' | 'ᵇ' | 'ᶜ'));
    if rest.len() < text.len() {
        return true;
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let after = text.get(digits..).unwrap_or_default();
    (1..=3).contains(&digits) && (after.is_empty() || matches!(after, "." | ")") || after.starts_with(char::is_alphabetic))
}
