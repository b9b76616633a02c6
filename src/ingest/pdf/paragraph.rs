//! From rows to paragraphs.

use super::join::Words;
use super::word::Row;

/// A paragraph as it was set.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Paragraph {
    pub(super) text: String,
    pub(super) size: f32,
    pub(super) is_bold: bool,
    pub(super) lines: usize,
    /// Its first line begins farther right than its column.
    pub(super) is_indented: bool,
    /// The room left on its last line, and what its first word takes, in points.
    pub(super) room: f32,
    pub(super) first_word: f32,
}

/// The column that rows are set in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Frame {
    pub(super) left: f32,
    pub(super) right: f32,
    /// The usual distance of its lines, in parts of their size.
    pub(super) leading: f32,
    /// Whether the report indents the first lines of its paragraphs.
    pub(super) indents: bool,
}

/// Sizes that differ less are one.
const SAME_SIZE: f32 = 0.08;
/// A line this much farther right than the one before begins a paragraph.
const INDENT: f32 = 0.7;
/// A line of Chinese ends no more than so much of its size early.
const CHINESE: f32 = 3.0;
/// The space before a word and what a line may fall short of its column's end by, in parts of the size.
const SLACK: f32 = 0.7;
/// Lines this much farther apart than usual are of two paragraphs.
const GAP: f32 = 1.22;

/// The paragraphs of some rows of one column.
pub(super) fn paragraphs(rows: &[Row], frame: Frame, words: &Words) -> Vec<Paragraph> {
    let mut paragraphs: Vec<Vec<&Row>> = vec![];
    for (at, row) in rows.iter().enumerate() {
        let starts = at.checked_sub(1).and_then(|above| rows.get(above)).is_none_or(|above| {
            let first = paragraphs.last().and_then(|lines| lines.first()).copied().unwrap_or(above);
            begins(first, above, row, rows.get(at + 1), frame)
        });
        match paragraphs.last_mut() {
            Some(lines) if !starts => lines.push(row),
            _ => paragraphs.push(vec![row]),
        }
    }
    paragraphs.iter().filter_map(|lines| paragraph(lines, frame, words)).collect()
}

/// One paragraph of all the rows; none where there are none.
pub(super) fn whole(rows: &[Row], frame: Frame, words: &Words) -> Option<Paragraph> {
    paragraph(&rows.iter().collect::<Vec<_>>(), frame, words)
}

fn paragraph(lines: &[&Row], frame: Frame, words: &Words) -> Option<Paragraph> {
    let (first, last) = (lines.first()?, lines.last()?);
    let mut text = String::new();
    for line in lines {
        words.append(&mut text, &line.text());
    }
    Some(Paragraph {
        text,
        size: lines.iter().max_by_key(|line| line.words.len())?.size(),
        is_bold: lines.iter().all(|line| line.is_bold()),
        lines: lines.len(),
        is_indented: first.left() > frame.left + INDENT * first.size(),
        room: frame.right - last.right() - SLACK * last.size(),
        first_word: first_word(first),
    })
}

/// Whether a row begins a paragraph below the row above it. `first` is the first row of the paragraph so far, `next` the row that follows.
fn begins(first: &Row, above: &Row, row: &Row, next: Option<&Row>, frame: Frame) -> bool {
    let size = row.size().max(above.size());
    if (row.size() - above.size()).abs() > SAME_SIZE * size || row.is_bold() != above.is_bold() && changes_weight(above, row) {
        return true;
    }
    let step = row.base() - above.base();
    if step > GAP * frame.leading * size || step < 0.0 {
        return true;
    }
    if is_item(row, above) || has_leader(&above.text()) {
        return true;
    }
    if hangs(first, row) {
        return false;
    }
    let fits = would_fit(above, row, frame);
    let starts = fits || next.is_none_or(|next| next.left() < row.left() - INDENT * size / 2.0);
    let is_indented = row.left() > frame.left + INDENT * size;
    if is_indented && row.left() > above.left() + INDENT * size {
        return starts || frame.indents;
    }
    if is_indented && std::ptr::eq(first, above) && (row.left() - above.left()).abs() < 0.3 * size {
        // The row above is a paragraph of one line, or both are lines of a quotation.
        return frame.indents && (starts || is_closed(above)) || starts && is_closed(above);
    }
    fits && !is_large_pair(above, row, frame)
}

/// Whether a row goes on with an item of a list: it stands below the words behind the mark.
fn hangs(first: &Row, row: &Row) -> bool {
    is_marked(first) && first.words.get(1).is_some_and(|word| (word.left - row.left()).abs() < INDENT * row.size())
}

/// Whether a row ends as sentences and parts of lists do.
fn is_closed(row: &Row) -> bool {
    row.words.last().is_some_and(|last| last.text.ends_with(['.', ':', ';', '!', '?', '。', '；', '：', ')', ']', '）', ',']))
}

/// Bold lines are headings where all of the line is bold and nothing of the neighbour.
fn changes_weight(above: &Row, row: &Row) -> bool {
    let at_seam = |bold: bool, word: Option<&super::word::Word>| word.is_some_and(|word| word.is_bold == bold);
    if above.is_bold() { at_seam(false, row.words.first()) } else { at_seam(false, above.words.last()) }
}

/// Whether the first word of a row would have found room on the row above, so that this one was ended on purpose.
fn would_fit(above: &Row, row: &Row, frame: Frame) -> bool {
    above.right() + first_word(row) + SLACK * row.size() < frame.right
}

/// The width of a row's first word; Chinese may break behind most characters.
fn first_word(row: &Row) -> f32 {
    let word = row.words.first();
    let unspaced = word.is_some_and(|word| word.text.starts_with(super::normal::is_unspaced));
    if unspaced { CHINESE * row.size() } else { word.map_or(0.0, |word| word.right - word.left) }
}

/// Two lines of a heading that is centred or ragged: broken by hand, both far from the column's left end or both large.
fn is_large_pair(above: &Row, row: &Row, frame: Frame) -> bool {
    let middle = |row: &Row| f32::midpoint(row.left(), row.right());
    let centred = (middle(above) - middle(row)).abs() < 0.5 * row.size() && row.left() > frame.left + row.size();
    centred && (above.left() - row.left()).abs() > 0.5 * row.size()
}

/// Whether a row begins with the mark of a list.
fn is_marked(row: &Row) -> bool {
    row.words.first().is_some_and(|word| is_bullet(&word.text) || is_numbered(&word.text))
}

fn is_item(row: &Row, above: &Row) -> bool {
    let Some(word) = row.words.first() else { return false };
    // A dash or number at the beginning of a line may stand in a sentence.
    let is_sure = is_bullet(&word.text) && !word.text.starts_with(['-', '–', '—', '*']);
    is_sure || (is_marked(row) && is_closed(above))
}

/// Whether a line leads to a page number with dots, as in a table of contents.
pub(super) fn has_leader(line: &str) -> bool {
    line.contains(". . . .") || line.contains("....")
}

/// A list's mark: "•", "-", "▪" and what fonts of signs have in their place.
pub(super) fn is_bullet(word: &str) -> bool {
    let mut characters = word.chars();
    let first = characters.next();
    characters.next().is_none()
        && first.is_some_and(|c| {
            matches!(
                c,
                '•' | '‣'
                    | '◦'
                    | '▪'
                    | '▫'
                    | '■'
                    | '□'
                    | '●'
                    | '○'
                    | '·'
                    | '∙'
                    | '➢'
                    | '✓'
                    | '❖'
                    | '-'
                    | '–'
                    | '—'
                    | '*'
                    | '\u{fffd}'
            )
        })
}

/// "1.", "12)", "(3)", "(a)".
fn is_numbered(word: &str) -> bool {
    let opened = word.strip_prefix('(');
    let Some(inner) = opened.unwrap_or(word).strip_suffix(')').or_else(|| word.strip_suffix('.').filter(|_| opened.is_none())) else {
        return false;
    };
    let is_number = (1..=2).contains(&inner.len()) && inner.bytes().all(|byte| byte.is_ascii_digit());
    is_number || (opened.is_some() && inner.len() == 1 && inner.bytes().all(|byte| byte.is_ascii_lowercase()))
}
