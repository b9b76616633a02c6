//! Numbers of paragraphs and of the items of a list.

use super::exclude::Excluded;
use crate::language::{Class, ReadText};
use crate::text::{Token, TokenKind};

/// Tokens of a bracket in which a number may stand last.
const LONGEST_BRACKET: usize = 40;

/// "1. Repair of roads", "(2) training": the number of an item, at the beginning of a paragraph or alone in brackets.
pub(super) fn list_number(read: &ReadText, i: usize, begin: usize, end: usize) -> Option<Excluded> {
    let alone = i > 0 && read.is_mark(i - 1, '(') && read.is_mark(i + 1, ')');
    // "(112) The committee": of a long row.
    let long = read.str(i).len() == 3 && alone && opens_paragraph(read, i - 1, begin) && read.tokens.get(i + 2).is_some_and(|t| t.capital);
    if long {
        return Some(("list_number", i + 1));
    }
    if read.str(i).len() > 2 {
        return None;
    }
    // "Section 27(2)": glued to the number of a section.
    let glued = alone && i > 1 && read.tokens.get(i - 2).is_some_and(Token::is_digits) && !read.tokens.get(i - 1).is_some_and(|t| t.spaced);
    if glued && i > 2 && (read.word_is(i - 3, Class::LABEL) || i > 3 && read.is_mark(i - 3, '.') && read.word_is(i - 4, Class::LABEL)) {
        return Some(("label", i + 1));
    }
    let bracketed = alone
        && (i <= begin + 1
            || !read.is_word(i - 2) && !read.tokens.get(i - 2).is_some_and(Token::is_digits)
            || read.is_word(i + 2) && read.word_is(i - 2, Class::STOP));
    let pointed = opens_paragraph(read, i, begin)
        && (read.is_mark(i + 1, '.') || read.is_mark(i + 1, ')'))
        && !read.tokens.get(i + 1).is_some_and(|t| t.spaced);
    // "The works are as follows. 4. Schools.": nothing but the number between two full stops; "II.4 Roads", "A.1 Wells".
    let alone_in_sentence = i == begin && end == i + 2 && read.is_mark(i + 1, '.');
    let glued_to_part =
        (i == begin || i == begin + 2) && i > 1 && read.is_mark(i - 1, '.') && !read.tokens.get(i).is_some_and(|t| t.spaced) && {
            let part = read.str(i - 2);
            part.len() <= 4 && !part.is_empty() && part.bytes().all(|b| b.is_ascii_uppercase()) && opens_paragraph(read, i - 2, i - 2)
        };
    if alone_in_sentence || glued_to_part {
        return Some(("list_number", i + 1));
    }
    // "This includes: 1) loans; and 2) grants"
    let open = || (i.saturating_sub(LONGEST_BRACKET).max(begin)..i).rev().find(|t| read.is_mark(*t, '(') || read.is_mark(*t, ')'));
    let led = i > begin && (matches!(read.str(i - 1), ":" | ";" | ",") || read.word_is(i - 1, Class::AND));
    let half = led && read.is_mark(i + 1, ')') && read.is_word(i + 2) && open().is_none_or(|t| read.is_mark(t, ')'));
    (bracketed || pointed || half).then_some(("list_number", i + 1))
}

/// Whether a paragraph begins with token `i`, but for marks of headings, lists and emphasis in front of it ("### 2. Roads", "**3.**").
fn opens_paragraph(read: &ReadText, i: usize, begin: usize) -> bool {
    let marked = |t: usize| matches!(read.tokens.get(t).and_then(Token::mark), Some('#' | '*' | '_' | '>' | '-' | '•' | '§'));
    i < begin + 8 && (begin..i).all(marked) && (begin == 0 || read.is_break(begin - 1))
}

/// "6.24 Ground-level credit stood at", "12.6. Incomes have", "127. The fund", "12 The county spent": the number of a paragraph in front of its
/// first word.
pub(super) fn paragraph_number(read: &ReadText, i: usize, begin: usize, _: usize) -> Option<Excluded> {
    let (word, marked) = first_word(read, i)?;
    if !opens_paragraph(read, i, begin) {
        return None;
    }
    let parts = parts_of(read.str(i))?;
    let pointed = parts > 1 && !read.phrase_is(word, Class::UNIT | Class::SCALE | Class::MONTH);
    // "## 1 Executive summary"
    let heading = i > begin && read.is_mark(i - 1, '#') && read.str(i).len() <= 2;
    let plain = parts == 1 && (marked || heading || read.word_is(word, Class::DETERMINER | Class::PREPOSITION));
    (pointed || plain).then_some(("list_number", i + 1))
}

/// The first word of the paragraph whose number may be at token `i`: a capital, behind a blank; and whether a full stop or bracket closes the
/// number in front of it.
fn first_word(read: &ReadText, i: usize) -> Option<(usize, bool)> {
    let closed = (read.is_mark(i + 1, '.') || read.is_mark(i + 1, ')')) && !read.tokens.get(i + 1)?.spaced;
    let after = i + 1 + usize::from(closed);
    // "2.1 **Sanitation.**": the marks of emphasis; "3.2 “Free” care".
    let word = (after..after + 3).find(|t| !matches!(read.tokens.get(*t).and_then(Token::mark), Some('*' | '_' | '“' | '"')))?;
    (read.tokens.get(after)?.spaced && read.tokens.get(word)?.capital).then_some((word, closed))
}

/// How many parts the number of a paragraph has, none of more than three digits.
fn parts_of(number: &str) -> Option<usize> {
    let digits = |part: &str| (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    number.split('.').all(digits).then(|| number.split('.').count())
}

/// Numbers of paragraphs that only their row tells: "11 Farmers", "12 Schools", "13 Wells" at the beginnings of paragraphs one after the other.
#[derive(Debug, Default)]
pub(super) struct Paragraphs(Vec<usize>);

/// Fewest numbers of a row.
const ROW: usize = 3;

impl Paragraphs {
    /// Finds rows of numbers at the beginnings of paragraphs that go up by one.
    pub(super) fn of(read: &ReadText) -> Self {
        let breaks = read.tokens.iter().enumerate().filter(|(_, t)| t.kind == TokenKind::Break).map(|(at, _)| at + 1);
        let numbered = |at: usize| {
            let text = read.tokens.get(at).filter(|t| t.is_digits()).map(|_| read.str(at))?;
            let (word, _) = first_word(read, at)?;
            let (part, last) = text.rsplit_once('.').unwrap_or(("", text));
            let counted = read.phrase_is(word, Class::UNIT | Class::SCALE | Class::MONTH);
            (parts_of(text).is_some() && !counted).then_some((at, part, last.parse::<u16>().ok()?))
        };
        let starts: Vec<_> = std::iter::once(0).chain(breaks).filter_map(numbered).collect();
        let follows = |pair: &[(usize, &str, u16)]| matches!(pair, [(_, a, m), (_, b, n)] if a == b && *n == *m + 1);
        let mut marks = Vec::new();
        for row in starts.chunk_by(|a, b| follows(&[*a, *b])).filter(|row| row.len() >= ROW) {
            marks.extend(row.iter().map(|(at, _, _)| *at));
        }
        Self(marks)
    }

    /// Whether the number at token `i` is the number of a paragraph.
    pub(super) fn contains(&self, i: usize) -> bool {
        self.0.binary_search(&i).is_ok()
    }
}
