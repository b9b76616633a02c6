//! What a cell of a table prints: one figure, nothing, or words.

use crate::language::is_year;

/// The figure that is all a cell holds ("412,000", "-1.3", "48 900 000,00", "15.1 %").
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Printed<'t> {
    /// The digits with the marks and blanks inside them.
    pub(super) digits: &'t str,
    /// Whether a minus stands in front.
    pub(super) negative: bool,
    /// Whether any sign does.
    pub(super) signed: bool,
    /// Whether a sign of per cent stands behind.
    pub(super) percent: bool,
    /// Bytes from the beginning of the cell to the end of the figure.
    pub(super) len: usize,
}

/// Marks of notes behind a figure.
const NOTE_MARKS: [char; 8] = ['*', '†', '‡', '§', '¹', '²', '³', '_'];

/// The figure of a cell without blanks around it, if it holds nothing else.
pub(super) fn figure(cell: &str) -> Option<Printed<'_>> {
    let unsigned = cell.strip_prefix(['+', '-', '−', '–']).map(str::trim_start);
    let signed = unsigned.is_some();
    let rest = unsigned.unwrap_or(cell);
    let inside = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '\'' | '’' | '·') || c.is_whitespace();
    let digits = rest.get(..rest.find(|c| !inside(c)).unwrap_or(rest.len()))?.trim_end_matches(|c: char| !c.is_ascii_digit());
    if !digits.starts_with(|c: char| c.is_ascii_digit() || c == '.') || !blanks_part_groups(digits) {
        return None;
    }
    let behind = rest.get(digits.len()..)?;
    let (percent, notes) = behind.trim_start().strip_prefix('%').map_or((false, behind), |notes| (true, notes));
    let end = cell.len() - notes.len();
    notes.trim().chars().all(|c| NOTE_MARKS.contains(&c)).then(|| Printed {
        digits,
        negative: signed && !cell.starts_with('+'),
        signed,
        percent,
        len: end,
    })
}

/// Whether blanks inside digits stand in front of groups of three, so that the digits are one number.
fn blanks_part_groups(digits: &str) -> bool {
    let mut groups = digits.split(char::is_whitespace);
    let first = groups.next().map_or(0, str::len);
    let mut parted = false;
    let regular = groups.all(|group| {
        parted = true;
        group.split(['.', ',']).next().is_some_and(|whole| whole.len() == 3)
    });
    regular && (!parted || first <= 3)
}

/// Whether a cell prints a year and nothing else.
pub(super) fn is_year_alone(cell: &str) -> bool {
    is_year(cell)
}

/// Whether a cell says that there is no figure.
pub(super) fn is_empty(cell: &str) -> bool {
    matches!(cell, "" | "-" | "–" | "—" | "−" | "." | ".." | "..." | "…" | "*" | "x" | "X" | "n/a" | "N/A" | "na" | "NA" | "n.a." | "nil")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_holds_one_figure_or_none() {
        let read = |cell| figure(cell).map(|f| (f.digits, f.negative, f.signed, f.percent, f.len));
        assert_eq!(read("412,000"), Some(("412,000", false, false, false, 7)));
        assert_eq!(read("-1.3"), Some(("1.3", true, true, false, 4)));
        assert_eq!(read("+0.8 %"), Some(("0.8", false, true, true, 6)));
        assert_eq!(read("− 7*"), Some(("7", true, true, false, 5)));
        assert_eq!(read("48 900 000,00"), Some(("48 900 000,00", false, false, false, 13)));
        for words in ["12 35", "4 of 7", "1,204 (3%)", "5 km", "n/a", "", "-", "Grade 4", "12–15"] {
            assert_eq!(read(words), None, "{words}");
        }
        assert!(is_year_alone("2019") && !is_year_alone("2,019"));
    }
}
