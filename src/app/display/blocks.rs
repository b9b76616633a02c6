//! A part of the report's text as it is laid out: paragraphs, headings, lists, rules and tables, each with its place in the text.
//!
//! Marks that only lay out ("# ", "- ", tabs and bars) are left out; what a figure stands in never is.

use super::grid::{Grid, grid};
use crate::app::report::Report;
use crate::table::printed_tables;
use crate::text::{SOFT_HYPHEN, Span, is_full, wrap_width};

/// What a part of a text is laid out as.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// Running text, over as many lines as it was broken into.
    Paragraph(Span),
    /// The words of a heading.
    Heading(Span),
    /// Items with marks that say nothing.
    Bullets(Vec<Span>),
    /// Items with their numbers, as printed.
    Numbers(Vec<Span>),
    /// A line drawn between parts.
    Rule,
    /// A table.
    Table(Grid),
}

/// Marks in front of the items of a list; a blank follows.
const BULLETS: [char; 10] = ['-', '–', '*', '•', '·', '▪', '■', '●', '◦', '‣'];
/// A shorter line was not broken because the next word had no room.
const SHORTEST_BROKEN: usize = 20;

/// The blocks of a part of `section`, whose lines tell to what width they were broken.
pub fn blocks(report: &Report, section: Span, part: Span) -> Vec<Block> {
    let text = report.analysis.document.text.as_str();
    let tables = printed_tables(text, part);
    let mut grids = tables.iter().filter_map(|table| grid(report, table)).peekable();
    let width = wrap_width(section.of(text).lines());
    let mut lines: Vec<Line> = Vec::new();
    let mut out = Vec::new();
    for line in Line::all(text, part) {
        while let Some((_, grid)) = grids.next_if(|(place, _)| place.end <= line.words.start) {
            layout(report, std::mem::take(&mut lines), &mut out);
            out.push(Block::Table(grid));
        }
        if grids.peek().is_some_and(|(place, _)| place.overlaps(line.words)) {
            continue;
        }
        match lines.last_mut() {
            Some(before) if before.goes_on(report, &line, width) => before.words.end = line.words.end,
            _ => lines.push(line),
        }
    }
    layout(report, lines, &mut out);
    out.extend(grids.map(|(_, grid)| Block::Table(grid)));
    out
}

/// The row of a table that a sentence is, below the heads of its columns. `None` for a sentence of prose.
pub fn row_of_table(report: &Report, sentence: Span) -> Option<Block> {
    let text = report.analysis.document.text.as_str();
    let tables = printed_tables(text, paragraph_around(text, sentence));
    let table = tables.iter().find(|table| table.lines().any(|line| line.overlaps(sentence)))?;
    let (_, mut grid) = grid(report, table)?;
    grid.rows.retain(|row| row.cells.iter().any(|cell| cell.words.overlaps(sentence)));
    (!grid.rows.is_empty()).then_some(Block::Table(grid))
}

/// The lines of a sentence and those around it, up to the next blank ones.
fn paragraph_around(text: &str, sentence: Span) -> Span {
    let (above, below) = (text.get(..sentence.start as usize).unwrap_or_default(), text.get(sentence.end as usize..).unwrap_or_default());
    Span::new(above.len() - reach(above.rsplit('\n')), sentence.end as usize + reach(below.split('\n')))
}

/// Bytes of what is left of a sentence's own line, and of the lines after it up to a blank one, each with its end.
fn reach<'t>(mut lines: impl Iterator<Item = &'t str>) -> usize {
    let own = lines.next().map_or(0, str::len);
    own + lines.take_while(|line| !line.trim().is_empty()).map(|line| line.len() + 1).sum::<usize>()
}

/// A line with words, or several that are one.
struct Line {
    words: Span,
    /// Whether nothing but a line end lies between it and the line before.
    is_next: bool,
    indented: bool,
}

impl Line {
    fn all(text: &str, part: Span) -> impl Iterator<Item = Self> {
        let (mut start, mut is_next) = (part.start as usize, false);
        part.of(text).split_inclusive('\n').filter_map(move |line| {
            let lead = line.len() - line.trim_start().len();
            let words = line.trim();
            let at = start + lead;
            start += line.len();
            let next = std::mem::replace(&mut is_next, !words.is_empty());
            (!words.is_empty()).then(|| Self { words: Span::new(at, at + words.len()), is_next: next, indented: lead > 0 })
        })
    }

    /// Whether the next line belongs to it: a figure goes over the end of the line, or the line was broken for want of room.
    fn goes_on(&self, report: &Report, next: &Self, width: Option<usize>) -> bool {
        if crosses(report, self.words.end) {
            return true;
        }
        let (line, words) = (report.text(self.words), report.text(next.words));
        let is_item = || bullet(words).is_some() || number(words).is_some();
        if !next.is_next || is_heading(line) || is_rule(line) || is_heading(words) || is_rule(words) || is_item() {
            return false;
        }
        let last = line.rsplit('\n').next().unwrap_or(line);
        // The further lines of an item are moved in as far as its words.
        if next.indented && !self.indented {
            return bullet(line).is_some() || number(line).is_some();
        }
        let full = width.is_some_and(|width| is_full(last, words, width));
        // A word that was broken went over whole.
        let broken = words.split_whitespace().next().is_some_and(|word| word.contains(SOFT_HYPHEN));
        let mid_sentence = || {
            last.chars().count() >= SHORTEST_BROKEN
                && !last.ends_with(['.', '!', '?', ':', ';', '。', '！', '？'])
                && words.starts_with(char::is_lowercase)
        };
        full || broken || mid_sentence()
    }
}

/// Whether a figure goes over an offset.
fn crosses(report: &Report, offset: u32) -> bool {
    report.figure_at(offset).and_then(|id| report.quantity(id)).is_some_and(|figure| figure.start < offset && offset < figure.end)
}

/// Tells headings, lists and paragraphs from each other.
fn layout(report: &Report, lines: Vec<Line>, out: &mut Vec<Block>) {
    let lines: Vec<Span> = lines.into_iter().map(|line| line.words).collect();
    let numbers: Vec<Option<u32>> = lines.iter().map(|line| number(report.text(*line))).collect();
    let follows = |at: usize, other: usize| {
        let number = |at: usize| numbers.get(at).copied().flatten();
        number(at).zip(number(other)).is_some_and(|(one, two)| two == one + 1)
    };
    let star = |at: Option<usize>| at.and_then(|at| lines.get(at)).is_some_and(|line| report.text(*line).starts_with("* "));
    for (at, line) in lines.iter().enumerate() {
        let words = report.text(*line);
        let before = at.checked_sub(1);
        // A single star is the mark of a note.
        let alone = words.starts_with("* ") && !star(before) && !star(Some(at + 1));
        if let Some(behind) = heading(words) {
            out.push(Block::Heading(Span { start: line.start + behind as u32, ..*line }));
        } else if is_rule(words) {
            out.push(Block::Rule);
        } else if let Some(behind) = bullet(words).filter(|_| !alone) {
            let item = Span { start: line.start + behind as u32, ..*line };
            match out.last_mut() {
                Some(Block::Bullets(items)) => items.push(item),
                _ => out.push(Block::Bullets(vec![item])),
            }
        } else if before.is_some_and(|before| follows(before, at)) || follows(at, at + 1) {
            match out.last_mut() {
                Some(Block::Numbers(items)) if before.is_some_and(|before| follows(before, at)) => items.push(*line),
                _ => out.push(Block::Numbers(vec![*line])),
            }
        } else {
            out.push(Block::Paragraph(*line));
        }
    }
}

/// "## Coverage": where the words of a heading begin.
fn heading(line: &str) -> Option<usize> {
    let words = line.trim_start_matches('#');
    let marks = line.len() - words.len();
    ((1..=6).contains(&marks) && words.starts_with(' ')).then(|| line.len() - words.trim_start().len())
}

fn is_heading(line: &str) -> bool {
    heading(line).is_some()
}

/// "=====", "-----": a line between parts.
fn is_rule(line: &str) -> bool {
    line.len() > 2 && line.starts_with(['=', '-', '_', '*']) && line.bytes().all(|mark| line.as_bytes().first() == Some(&mark))
}

/// "- 12 wells": where the words of an item begin.
fn bullet(line: &str) -> Option<usize> {
    let words = line.strip_prefix(BULLETS)?;
    words.starts_with([' ', '\t', '\u{a0}']).then(|| line.len() - words.trim_start().len()).filter(|behind| *behind < line.len())
}

/// "3. dug", "(3) dug", "c) dug": which item of a list a line is.
fn number(line: &str) -> Option<u32> {
    let open = line.strip_prefix('(').unwrap_or(line);
    let (mark, rest) = open.split_once(['.', ')'])?;
    let letter = || mark.bytes().next().filter(|b| mark.len() == 1 && b.is_ascii_lowercase()).map(|b| u32::from(b - b'a') + 1);
    let digits = mark.len() <= 3 && mark.bytes().all(|b| b.is_ascii_digit());
    rest.starts_with([' ', '\t', '\u{a0}']).then(|| if digits { mark.parse().ok() } else { letter() }).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Quantity;
    use crate::app::display::grid::Cell;
    use crate::app::report::tests::{liaoning, quantity};

    /// A report of this text with these figures.
    fn report_of(text: &str, figures: &[&str]) -> Report {
        let mut analysis = liaoning().analysis.clone();
        analysis.document.text = text.to_owned();
        analysis.quantities = figures
            .iter()
            .enumerate()
            .map(|(id, words)| {
                let start = text.find(words).unwrap() as u32;
                Quantity { id: id as u32, start, end: start + words.len() as u32, text: (*words).to_owned(), ..quantity() }
            })
            .collect();
        Report::new(analysis, false)
    }

    /// The blocks of all of a report in short.
    fn laid_out(text: &str, figures: &[&str]) -> Vec<String> {
        let report = report_of(text, figures);
        let whole = Span::new(0, text.len());
        let all = |items: &[Span]| items.iter().map(|item| report.text(*item)).collect::<Vec<_>>().join("|");
        blocks(&report, whole, whole)
            .iter()
            .map(|block| match block {
                Block::Paragraph(words) => format!("p {}", report.text(*words)),
                Block::Heading(words) => format!("h {}", report.text(*words)),
                Block::Bullets(items) => format!("ul {}", all(items)),
                Block::Numbers(items) => format!("ol {}", all(items)),
                Block::Rule => "rule".to_owned(),
                Block::Table(grid) => format!("table {}", grid.rows.len()),
            })
            .collect()
    }

    #[test]
    fn headings_lists_and_tables_are_told_apart() {
        let text = "# Wells 2020\n=====\nIntro.\n- 12 wells\n  in the north\n- 3 mills\n\nPlace\tWells\nMarsh\t12\nFenn\t3\nAfter.\n\
                    1. dug\n2. built\n\n7. A heading\n* Provisional.\n";
        assert_eq!(
            laid_out(text, &[]),
            [
                "h Wells 2020",
                "rule",
                "p Intro.",
                "ul 12 wells\n  in the north|3 mills",
                "table 2",
                "p After.",
                "ol 1. dug|2. built",
                "p 7. A heading",
                "p * Provisional.",
            ]
        );
    }

    #[test]
    fn a_row_stands_below_the_heads_of_its_table() {
        let text =
            "It has wells.\r\n\r\n| Place | Wells | Mills |\r\n|---|---|---|\r\n| Marsh | 12 | 3 |\r\n| Fenn | 5 | 4 |\r\n\r\nAfter.\r\n";
        let report = report_of(text, &["12", "5"]);
        let row = |words: &str| {
            let start = text.find(words).unwrap();
            row_of_table(&report, Span::new(start, start + words.len()))
        };
        let Some(Block::Table(grid)) = row("| Fenn | 5 | 4 |") else { panic!("no table") };
        let words = |cells: &[Cell]| cells.iter().map(|cell| report.text(cell.words)).collect::<Vec<_>>();
        assert_eq!(grid.heads.iter().map(|cells| words(cells)).collect::<Vec<_>>(), [["Place", "Wells", "Mills"]]);
        assert_eq!(grid.rows.iter().map(|row| words(&row.cells)).collect::<Vec<_>>(), [["Fenn", "5", "4"]]);
        assert_eq!(row("It has wells."), None);
        assert_eq!(row("After."), None);
    }

    #[test]
    fn a_table_may_open_or_close_the_part() {
        let table = "Place\tWells\nMarsh\t12\nFenn\t3\n";
        assert_eq!(laid_out(table, &[]), ["table 2"]);
        assert_eq!(laid_out(&format!("{table}\nText.\n\n{table}"), &[]), ["table 2", "p Text.", "table 2"]);
    }

    #[test]
    fn lines_that_were_broken_are_one_paragraph() {
        let broken = "The town laid new pipes in every street and\npaid for them.\nRoads\n";
        assert_eq!(laid_out(broken, &[]), ["p The town laid new pipes in every street and\npaid for them.", "p Roads"]);
        assert_eq!(laid_out("Being an\nin\u{ad}crease.\n", &[]), ["p Being an\nin\u{ad}crease."]);
        let figure = "It paid 12\nmillion yuan.\n";
        assert_eq!(laid_out(figure, &[]), ["p It paid 12", "p million yuan."]);
        assert_eq!(laid_out(figure, &["12\nmillion yuan"]), ["p It paid 12\nmillion yuan."]);
        let full = "The town laid new pipes in every street of\nBrackenmoor and paid for it with the sum of\nUpper Fenn.\n".repeat(5);
        assert_eq!(laid_out(&full, &[]).len(), 5);
    }
}
