//! Where tables stand in a text, and their rows and cells, by places alone.
//!
//! Cells are parted by tabs (Markdown, text from spreadsheets), by bars (web pages, documents, PDF) or, where every row agrees, by columns of
//! blanks. What is no table of figures is left to the rules of prose.

use super::cell::{figure, is_empty, is_year_alone};
use super::role::Role;
use crate::text::{Span, count};

/// A table of figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Rows of its heading, from above; each has a cell for every column.
    pub(super) heads: Vec<Row>,
    /// Its other rows.
    pub(super) rows: Vec<Row>,
    /// What its columns are, the one of the labels included.
    pub(super) columns: Vec<Role>,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its line.
    pub(super) span: Span,
    /// Its cells without the blanks around them, the label first; empty ones where nothing is printed.
    pub(super) cells: Vec<Span>,
    /// Whether each cell stands under the heading of its column.
    pub(super) placed: bool,
    pub(super) role: Role,
}

/// What parts the cells of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Parting {
    Tabs,
    Bars,
    Blanks,
}

/// A longer cell lays out running text.
const LONGEST_CELL: usize = 200;
/// A longer line without cells is no heading of a group of rows.
const LONGEST_GROUP: usize = 60;
/// A table has no more columns.
const MOST_COLUMNS: usize = 60;
/// Rows of a heading, at most.
const MOST_HEADS: usize = 3;

impl Table {
    /// All its rows, those of the heading first.
    pub fn lines(&self) -> impl Iterator<Item = Span> {
        self.heads.iter().chain(&self.rows).map(|row| row.span)
    }

    /// The rows of its heading.
    pub fn heads(&self) -> &[Row] {
        &self.heads
    }

    /// Its other rows.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// How many columns it has.
    pub fn width(&self) -> usize {
        self.columns.len()
    }

    /// The place of a figure: row and column.
    pub(crate) fn cell(&self, row: usize, column: usize) -> Option<Span> {
        self.rows.get(row).filter(|row| row.placed)?.cells.get(column).copied().filter(|cell| !cell.is_empty())
    }
}

impl Row {
    /// Its line.
    pub fn span(&self) -> Span {
        self.span
    }

    /// Its cells, one for every column; `None` where it cannot be told which stands in which.
    pub fn cells(&self) -> Option<&[Span]> {
        self.placed.then_some(self.cells.as_slice())
    }

    /// Whether it is the heading of the rows that follow.
    pub fn is_group(&self) -> bool {
        self.role == Role::Group
    }

    /// Whether it states what others come to.
    pub fn is_total(&self) -> bool {
        self.role == Role::Total
    }
}

/// The tables of figures in a stretch of text. Linear in its length; a text without tabs, bars and wide gaps is only asked for these.
pub fn tables(text: &str, within: Span) -> Vec<Table> {
    find(text, within, false)
}

/// As [`tables`], with those of words alone: what is printed as a table, whatever is read of it.
pub fn printed_tables(text: &str, within: Span) -> Vec<Table> {
    find(text, within, true)
}

fn find(text: &str, within: Span, words_too: bool) -> Vec<Table> {
    let part = within.of(text);
    let mut tables = Vec::new();
    let marks = Marks::of(part);
    let parts = marks.tabs || marks.bars && part.contains(" | ") || part.contains("   ");
    if !parts {
        return tables;
    }
    let (mut block, mut kind): (Vec<Span>, _) = (Vec::new(), None);
    let mut lines = lines(part, within.start as usize).peekable();
    while let Some(line) = lines.next() {
        let printed = line.of(text);
        if is_rule(printed) {
            continue;
        }
        let parting = Parting::of(printed, marks);
        let goes_on = parting.is_some() && parting == kind;
        let mut group = || {
            let next = lines.peek().and_then(|next| Parting::of(next.of(text), marks));
            parting.is_none() && kind.is_some_and(|kind| kind != Parting::Blanks) && next == kind && is_group(printed)
        };
        if !(goes_on || kind.is_some() && group()) {
            tables.extend(kind.and_then(|kind| table(text, kind, &block, words_too)));
            block.clear();
            kind = parting;
        }
        if kind.is_some() {
            block.push(line);
        }
    }
    tables.extend(kind.and_then(|kind| table(text, kind, &block, words_too)));
    tables
}

fn lines(part: &str, offset: usize) -> impl Iterator<Item = Span> {
    let mut at = offset;
    part.split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        Span::new(start, start + line.trim_end_matches(['\n', '\r']).len())
    })
}

/// "|---|---:|", "=====": a line between rows.
fn is_rule(line: &str) -> bool {
    let marks = || line.bytes().filter(|b| matches!(b, b'-' | b'=' | b'_')).count();
    line.bytes().all(|b| matches!(b, b'-' | b'=' | b'_' | b'|' | b':' | b'+' | b' ' | b'\t')) && marks() > 2
}

/// A line without cells between rows: a row of one cell, which names those that follow.
fn is_group(line: &str) -> bool {
    let line = line.trim();
    !line.is_empty() && line.len() <= LONGEST_GROUP && !line.ends_with(['.', ';', ',']) && !line.starts_with('#')
}

/// The marks that stand anywhere in a text: its lines are asked for no others.
#[derive(Debug, Clone, Copy)]
struct Marks {
    tabs: bool,
    bars: bool,
}

impl Marks {
    fn of(text: &str) -> Self {
        // Most texts have neither.
        let any = count(text.as_bytes(), |b| b == b'\t' || b == b'|') > 0;
        Self { tabs: any && text.contains('\t'), bars: any && text.contains('|') }
    }
}

impl Parting {
    fn of(line: &str, marks: Marks) -> Option<Self> {
        let line = line.trim();
        let bars = || line.contains(" | ") || line.len() > 1 && line.starts_with('|') && line.ends_with('|');
        if marks.tabs && line.contains('\t') {
            Some(Self::Tabs)
        } else if marks.bars && bars() {
            Some(Self::Bars)
        } else {
            line.contains("  ").then_some(Self::Blanks)
        }
    }

    /// The cells of a line.
    fn cells(self, text: &str, line: Span) -> Vec<Span> {
        let printed = line.of(text);
        let cell = |from: usize, to: usize| trimmed(text, Span::new(line.start as usize + from, line.start as usize + to));
        let mut cells = Vec::new();
        let mut from = 0;
        let parts = |c: char| if self == Self::Tabs { c == '\t' } else { c == '|' };
        match self {
            Self::Tabs | Self::Bars => {
                for (at, mark) in printed.match_indices(parts) {
                    cells.push(cell(from, at));
                    from = at + mark.len();
                }
                cells.push(cell(from, printed.len()));
                // "| Oromia | 412 |": bars around the row.
                if self == Self::Bars && printed.trim_start().starts_with('|') {
                    cells.remove(0);
                    cells.truncate(cells.len() - usize::from(printed.trim_end().ends_with('|') && cells.len() > 1));
                }
            }
            Self::Blanks => {
                while let Some(gap) = printed.get(from..).and_then(|rest| rest.find("  ")).map(|at| at + from) {
                    cells.extend(Some(cell(from, gap)).filter(|cell| !cell.is_empty()));
                    from = gap + printed.get(gap..).map_or(2, |rest| rest.len() - rest.trim_start().len()).max(2);
                }
                cells.extend(Some(cell(from.min(printed.len()), printed.len())).filter(|cell| !cell.is_empty()));
            }
        }
        cells
    }
}

/// A place without the blanks and the marks of bold print around it.
fn trimmed(text: &str, span: Span) -> Span {
    let printed = span.of(text);
    let around = |c: char| c.is_whitespace() || c == '*' || c == '_';
    let start = printed.len() - printed.trim_start_matches(around).len();
    // Behind a figure a star is the mark of a note.
    let bold = start > 0 && printed.trim_start().starts_with(['*', '_']);
    let end = if bold { printed.trim_end_matches(around) } else { printed.trim_end() }.len();
    Span::new(span.start as usize + start.min(end), span.start as usize + end)
}

/// The table that some lines make, if they do.
fn table(text: &str, parting: Parting, lines: &[Span], words_too: bool) -> Option<Table> {
    if lines.len() < 2 {
        return None;
    }
    let raw: Vec<(Span, Vec<Span>)> = lines.iter().map(|line| (*line, parting.cells(text, *line))).collect();
    let heads = heads(text, &raw);
    let (above, body) = raw.split_at_checked(heads)?;
    let width = body.iter().map(|(_, cells)| cells.len()).max().filter(|width| (2..=MOST_COLUMNS).contains(width))?;
    let short = body.iter().all(|(_, cells)| cells.iter().all(|cell| cell.len() <= LONGEST_CELL));
    let holds = short && (holds_figures(text, body) || words_too && holds_words(body));
    if !holds || parting == Parting::Blanks && !is_certain(text, body, above, width) {
        return None;
    }
    let place = |(span, cells): &(Span, Vec<Span>)| {
        let row = |cells: Vec<Span>, placed| Row { span: *span, role: Role::of_row(text, &cells), cells, placed };
        match placed(text, cells, width, parting) {
            Some(cells) => row(cells, true),
            None => row(cells.clone(), false),
        }
    };
    let rows = body.iter().map(place).collect();
    let heads: Vec<Row> = above.iter().filter_map(|(span, cells)| head(text, *span, cells, width, parting)).collect();
    let columns = (0..width).map(|c| Role::of_column(text, heads.iter().filter_map(|row| row.cells.get(c).copied()))).collect();
    Some(Table { heads: spread_over(heads), rows, columns })
}

/// How many rows the heading has: the first, if it prints no figure but years, and those below without a label of their own.
fn heads(text: &str, raw: &[(Span, Vec<Span>)]) -> usize {
    let year = |cell: &Span| is_year_alone(cell.of(text));
    let without_figures = |cells: &[Span]| cells.len() > 1 && cells.iter().skip(1).all(|c| year(c) || figure(c.of(text)).is_none());
    let goes_on = |cells: &[Span]| cells.first().is_some_and(|cell| cell.is_empty()) || cells.iter().all(year);
    let mut heads = 0;
    for (at, (_, cells)) in raw.iter().enumerate().take(MOST_HEADS) {
        if !without_figures(cells) || at > 0 && !goes_on(cells) {
            break;
        }
        heads += 1;
    }
    // "Capital | Ashford", "Population | 184,320": names and what they have, without a heading.
    let words = |(_, cells): &(Span, Vec<Span>)| {
        cells.get(1).is_some_and(|cell| !is_empty(cell.of(text)) && !cell.of(text).bytes().any(|b| b.is_ascii_digit()))
    };
    let pairs = raw.iter().all(|(_, cells)| cells.len() < 3);
    if pairs && raw.iter().skip(heads).any(words) { 0 } else { heads }
}

/// Whether at least half of the cells beside labels print figures, or that there is none.
fn holds_figures(text: &str, body: &[(Span, Vec<Span>)]) -> bool {
    let (mut figures, mut like, mut all) = (0, 0, 0);
    for cell in body.iter().flat_map(|(_, cells)| cells.iter().skip(1)) {
        let printed = cell.of(text);
        if printed.is_empty() {
            continue;
        }
        all += 1;
        figures += usize::from(figure(printed).is_some());
        like += usize::from(is_empty(printed) || printed.len() <= 30 && printed.bytes().any(|b| b.is_ascii_digit()));
    }
    figures > 0 && like * 2 >= all
}

/// Whether every row but those of one cell has a label and more, so that tabs or bars do more than move a line in.
fn holds_words(body: &[(Span, Vec<Span>)]) -> bool {
    let (mut rows, mut labelled) = (0, 0);
    for (_, cells) in body.iter().filter(|(_, cells)| cells.iter().filter(|cell| !cell.is_empty()).count() > 1) {
        rows += 1;
        labelled += usize::from(cells.first().is_some_and(|label| !label.is_empty()));
    }
    rows > 1 && labelled == rows
}

/// Whether columns of blanks are beyond doubt: a heading, and rows of as many figures each.
fn is_certain(text: &str, body: &[(Span, Vec<Span>)], above: &[(Span, Vec<Span>)], width: usize) -> bool {
    let figures = |cells: &[Span]| cells.iter().skip(1).all(|c| is_empty(c.of(text)) || figure(c.of(text)).is_some());
    let labelled = |cells: &[Span]| cells.first().is_some_and(|label| figure(label.of(text)).is_none() || is_year_alone(label.of(text)));
    let regular = body.iter().all(|(_, cells)| cells.len() == width && labelled(cells) && figures(cells));
    let headed = above.iter().all(|(_, cells)| cells.len() == width || cells.len() + 1 == width);
    regular && headed && !above.is_empty() && body.len() > 1 && width > 2
}

/// The cells of a row, each in its column; `None` where that cannot be told.
fn placed(text: &str, cells: &[Span], width: usize, parting: Parting) -> Option<Vec<Span>> {
    let missing = width.checked_sub(cells.len())?;
    let end = cells.last().map_or(0, |cell| cell.end as usize);
    let none = Span::new(end, end);
    // A row without a label.
    let bare = missing == 1 && cells.first().is_some_and(|cell| figure(cell.of(text)).is_some());
    match (missing, parting) {
        (0, _) => Some(cells.to_vec()),
        (_, Parting::Bars) if bare => Some(std::iter::once(none).chain(cells.iter().copied()).collect()),
        (_, Parting::Tabs) => Some(cells.iter().copied().chain(std::iter::repeat_n(none, missing)).collect()),
        _ => None,
    }
}

/// A row of the heading, which may say nothing above the labels.
fn head(text: &str, span: Span, cells: &[Span], width: usize, parting: Parting) -> Option<Row> {
    let none = Span::new(span.start as usize, span.start as usize);
    let labels = |cell: &Span| Role::heads_labels(cell.of(text));
    // Nothing above the labels; or, where empty cells show that headings go over several columns, nothing behind the last one, either.
    let shifted = (cells.len() + 1 == width || cells.len() < width && cells.iter().any(|cell| cell.is_empty()))
        && parting != Parting::Tabs
        && !cells.first().is_some_and(labels);
    let cells = if cells.len() == width {
        cells.to_vec()
    } else if shifted {
        std::iter::once(none).chain(cells.iter().copied()).chain(std::iter::repeat(none)).take(width).collect()
    } else {
        placed(text, cells, width, parting)?
    };
    Some(Row { span, cells, placed: true, role: Role::Plain })
}

/// "Cases | | Deaths |" above "2021 | 2022 | 2021 | 2022": what heads several columns is said once.
fn spread_over(mut heads: Vec<Row>) -> Vec<Row> {
    let last = heads.len().saturating_sub(1);
    for row in heads.iter_mut().take(last) {
        let mut before = None;
        for cell in row.cells.iter_mut().skip(1) {
            match before {
                Some(said) if cell.is_empty() => *cell = said,
                _ => before = Some(*cell),
            }
        }
    }
    heads
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<Vec<Vec<&str>>> {
        let rows = |table: &Table| {
            let cells = |row: &Row| row.cells.iter().map(|cell| cell.of(text)).collect();
            table.heads.iter().chain(&table.rows).map(cells).collect()
        };
        tables(text, Span::new(0, text.len())).iter().map(rows).collect()
    }

    #[test]
    fn cells_stand_in_their_columns() {
        let bars = "Wells\n\nBoys | Girls | Total\nPrimary | 5 | 7 | 12\nLower | 3 | 4 | 7\n8 | 11 | 19\n\nText";
        let rows = [["", "Boys", "Girls", "Total"], ["Primary", "5", "7", "12"], ["Lower", "3", "4", "7"], ["", "8", "11", "19"]];
        assert_eq!(read(bars), [rows.map(Vec::from)]);
        let marked = "| **Item** | 2019 | 2020 |\n|---|--:|--:|\n| Cows* | 5 | |\n| **All** | 7 | 9 |";
        assert_eq!(read(marked), [[["Item", "2019", "2020"], ["Cows*", "5", ""], ["All", "7", "9"]].map(Vec::from)]);
        let spread = "\tCases\t\tDeaths\t\n\t2019\t2020\t2019\t2020\nKenya\t5\t6\t1\t2\n";
        let spanned = "Cases |  | Deaths\n2019 | 2020 | 2019 | 2020\nKenya | 5 | 6 | 1 | 2\n";
        assert_eq!(read(spanned)[0][0], ["", "Cases", "Cases", "Deaths", "Deaths"]);
        let found = read(spread);
        assert_eq!(found[0][0], ["", "Cases", "Cases", "Deaths", "Deaths"]);
        assert_eq!(found[0].len(), 3);
    }

    #[test]
    fn tables_of_words_are_printed_and_not_read() {
        let people = "Name | Office | Since\nAnn Lee | Head of Roads | May\nBo Fry | Head of Water | June";
        assert!(read(people).is_empty());
        let printed = printed_tables(people, Span::new(0, people.len()));
        assert_eq!(printed.iter().map(|table| (table.heads.len(), table.rows.len(), table.width())).collect::<Vec<_>>(), [(1, 2, 3)]);
        let moved_in = "\tThe town laid pipes.\n\tIt paid for them.\n";
        assert!(printed_tables(moved_in, Span::new(0, moved_in.len())).is_empty());
    }

    #[test]
    fn prose_and_lists_are_no_tables() {
        for text in [
            "It rose.  It fell\nby 5.  Then 7\nwere left.",
            "Home | About | News\nTeam | Jobs | Press",
            "Ann Lee | Head of Roads\nBo Fry | Head of Water",
            "One | 5",
            "Year   Wells\n2018      12\n2019      14",
            "",
        ] {
            assert!(read(text).is_empty(), "{text}");
        }
    }
}
