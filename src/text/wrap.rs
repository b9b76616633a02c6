//! Lines that were broken to fit a page or a terminal: to which width, and which of them are full.

use super::SOFT_HYPHEN;

/// No text is broken to less or more.
const WIDTHS: std::ops::RangeInclusive<usize> = 40..=130;
/// Fewer lines tell of no width.
const FEWEST_LINES: usize = 10;

/// The width to which the lines were broken, if they were: many are about as long as the longest. Blanks in front of a line count.
pub fn wrap_width<'t>(lines: impl Iterator<Item = &'t str>) -> Option<usize> {
    // Rows of tables are as wide as they are.
    let filled = lines.map(str::trim_end).filter(|line| !line.is_empty() && !line.starts_with('|'));
    let mut lengths: Vec<usize> = filled.map(|line| length(as_set(line))).collect();
    lengths.sort_unstable();
    // A few longer lines (addresses of web pages) do not matter.
    let width = *lengths.get(lengths.len() * 98 / 100)?;
    let full = lengths.iter().filter(|length| **length * 5 >= width * 4).count();
    (lengths.len() >= FEWEST_LINES && WIDTHS.contains(&width) && full * 10 >= lengths.len() * 3).then_some(width)
}

/// A line without the first part of a word that stood on the line before, up to a hyphen, when it was set.
fn as_set(line: &str) -> &str {
    match line.split_once(SOFT_HYPHEN) {
        Some((first, rest)) if !first.trim_start().contains(' ') => rest,
        _ => line,
    }
}

/// Whether `line` has no room for the word that begins `next`: whoever breaks a line puts into it what fits.
pub fn is_full(line: &str, next: &str, width: usize) -> bool {
    let word = next.split_whitespace().next().unwrap_or_default();
    !next.is_empty() && length(line.trim_end()) + 1 + length(word) > width
}

/// Characters of a line; of one that nobody broke, about as many.
fn length(line: &str) -> usize {
    // No character has more than four bytes.
    if line.len() > *WIDTHS.end() * 4 { line.len() } else { line.chars().count() }
}

/// The first line with words; with the lines that it was broken into where it is a long title.
pub fn title(text: &str) -> &str {
    let text = text.trim_start();
    let first = text.lines().next().unwrap_or_default().trim_end();
    let block = text.find("\n\n").or_else(|| text.find("\n\r\n")).and_then(|end| text.get(..end)).unwrap_or(text).trim_end();
    let broken = (*WIDTHS.start()..=*WIDTHS.end()).contains(&length(first)) && block.len() <= LONGEST_TITLE;
    if broken && !block.ends_with(['.', ';', ',', ':']) { block } else { first }
}

/// Bytes of a title at the most.
const LONGEST_TITLE: usize = 300;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_width_needs_many_full_lines() {
        let full = "The town laid new pipes in every street and paid";
        assert_eq!(wrap_width(std::iter::repeat_n(full, 12)), Some(full.len()));
        assert_eq!(wrap_width(std::iter::repeat_n(full, 3)), None);
        assert_eq!(wrap_width(std::iter::repeat_n("Kenya", 12)), None);
        // A word that was broken went over whole, and its line is longer than any was.
        let longer = std::iter::repeat_n("under\u{ad}took to lay new pipes in every street and paid for", 12);
        assert_eq!(wrap_width(longer), Some("took to lay new pipes in every street and paid for".len()));
        assert!(is_full(full, "for them", full.len()) && is_full("    The town laid new pipes in every street and", "paid", full.len()));
        assert!(!is_full("The town laid new pipes", "Roads", full.len()) && !is_full(full, "", full.len()));
    }

    #[test]
    fn a_title_may_be_broken() {
        let broken = "Roads, Bridges and Water Supply in the Twelve\nDistricts of the Vale";
        assert_eq!(title(&format!("\n{broken}\n\nIn 2012 the vale built roads.")), broken);
        assert_eq!(title("Annual Report\nIn 2012 the vale built roads\n\nMore."), "Annual Report");
        assert_eq!(title(""), "");
    }
}
