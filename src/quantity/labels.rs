//! Numbers that are names: of documents, laws, paragraphs and items, and behind labels.

use super::exclude::Excluded;
use crate::language::{Class, ReadText};
use crate::text::{Token, TokenKind, lowered};

/// Schools have no more years than this.
const LAST_SCHOOL_YEAR: u8 = 13;

/// "[2012] 3", "(2011) No. 15", "No.20124".
pub(super) fn document_number(read: &ReadText, i: usize, _: usize, _: usize) -> Option<Excluded> {
    let open = |j: usize| read.is_mark(j, '[') || read.is_mark(j, '〔') || read.is_mark(j, '﹝');
    let close = |j: usize| read.is_mark(j, ']') || read.is_mark(j, '〕') || read.is_mark(j, '﹞');
    if i > 0 && open(i - 1) && close(i + 1) {
        let number = (i + 2..i + 6).find(|j| read.tokens.get(*j).is_some_and(Token::is_digits));
        return Some(("document_number", number.map_or(i + 1, |j| j + 1)));
    }
    (i > 0 && close(i - 1)).then_some(("document_number", i + 1))
}

/// "Ordinances Nos. 1 of 1932 and 24 of 1937": laws by number and year.
pub(super) fn law_number(read: &ReadText, i: usize, begin: usize, _: usize) -> Option<Excluded> {
    let dated = read.str(i + 1) == "of" && read.word_is(i + 2, Class::YEAR) && read.str(i).len() <= 3;
    let listed = || i > begin + 1 && (read.word_is(i - 1, Class::AND) || read.is_mark(i - 1, ',')) && read.word_is(i - 2, Class::YEAR);
    let named = || i > begin && read.word_is(i - 1, Class::LABEL) && read.tokens.get(i - 1).is_some_and(|t| t.capital);
    (dated && (listed() || named())).then_some(("document_number", i + 3))
}

/// "No. 3", "Phase 2", "Highway 318", "Order No. 2019-117".
pub(super) fn label(read: &ReadText, i: usize, begin: usize, _: usize) -> Option<Excluded> {
    // "Figures 2.1 and 2.2"
    let mut first = i;
    while first > begin + 2
        && (read.word_is(first - 1, Class::AND) || read.is_mark(first - 1, ',') || read.is_mark(first - 1, '–'))
        && read.tokens.get(first - 2).is_some_and(Token::is_digits)
    {
        first -= 2;
    }
    let many = first == i || read.str(first.saturating_sub(1)).ends_with('s') && counts_nothing(read, i + 1);
    (first > begin && many && label_in_front(read, first)).then(|| ("label", chain_end(read, i)))
}

/// Whether neither a unit nor a word that may be counted follows.
pub(super) fn counts_nothing(read: &ReadText, i: usize) -> bool {
    !read.is_word(i) && !read.phrase_is(i, Class::UNIT) || read.word_is(i, Class::STOP)
}

/// The token after digits that are joined to those at `i` by hyphens or strokes without blanks ("04/21", "18-46-0").
pub(super) fn chain_end(read: &ReadText, i: usize) -> usize {
    let glued = |j: usize| read.tokens.get(j).is_some_and(|t| !t.spaced);
    let mut end = i + 1;
    while (read.is_mark(end, '-') || read.is_mark(end, '/'))
        && glued(end)
        && glued(end + 1)
        && read.tokens.get(end + 1).is_some_and(Token::is_digits)
    {
        end += 2;
    }
    end
}

pub(super) fn label_in_front(read: &ReadText, i: usize) -> bool {
    // "N° 005"
    if i > 1 && (read.is_mark(i - 1, '°') || read.is_mark(i - 1, 'º')) && matches!(read.str(i - 2), "N" | "n" | "No" | "no") {
        return true;
    }
    if read.is_mark(i - 1, '§') {
        return true;
    }
    let before = if read.is_mark(i - 1, '.') && i > 1 { i - 2 } else { i - 1 };
    if !read.word_is(before, Class::LABEL) {
        return false;
    }
    let word = read.str(before);
    let years_of_school = matches!(word, "Grade" | "Year" | "Form" | "grade" | "grades" | "Grades" | "Years" | "Class");
    if years_of_school && before + 1 == i && read.str(i).parse::<u8>().is_ok_and(|n| n <= LAST_SCHOOL_YEAR) {
        return true;
    }
    if matches!(word, "page" | "pages" | "tel" | "fax" | "fig" | "art") {
        return true;
    }
    // "Art. 7", "paras 12-15", "pp. 45-47", "(ext. 12)"
    let short =
        lowered(word, |word| matches!(word, "art" | "arts" | "sec" | "para" | "paras" | "pp" | "vol" | "ext" | "fig" | "figs" | "cap"));
    if short && counts_nothing(read, chain_end(read, i)) {
        return true;
    }
    // "under section 12", "see table 4": small, and counting nothing.
    let of_text = matches!(
        word,
        "paragraph" | "paragraphs" | "section" | "sections" | "article" | "articles" | "clause" | "clauses" | "chapter" | "table" | "annex"
    );
    if of_text && before + 1 == i && read.str(i).len() <= 4 && counts_nothing(read, i + 1) {
        return true;
    }
    // "a type 36 house", "in phase 2": a kind or step by its number, behind an article or preposition.
    let of_kind =
        matches!(word, "type" | "phase" | "stage" | "level" | "tier" | "round" | "lot" | "category" | "class" | "model" | "route" | "zone");
    let one = before > 0 && (matches!(read.str(before - 1), "a" | "an" | "the") || read.word_is(before - 1, Class::PREPOSITION));
    let counting = || {
        read.phrase_is(i + 1, Class::UNIT | Class::SCALE)
            || read.word_is(i + 1, Class::AUXILIARY | Class::VERB)
            || super::noun::noun_after(read, i + 1, i + 6).is_some_and(|(noun, _)| super::noun::is_plural(read, noun.head))
    };
    if of_kind && one && before + 1 == i && read.str(i).len() <= 3 && !read.str(i).contains('.') && !counting() {
        return true;
    }
    let number_sign = matches!(word, "No" | "Nos" | "NO" | "no") && read.is_mark(i - 1, '.') || matches!(word, "No" | "Nos");
    let capital = read.tokens.get(before).is_some_and(|t| t.capital) && before + 1 == i;
    number_sign || capital && !read.phrase_is(i + 1, Class::UNIT | Class::SCALE) && !counts_known_thing(read, i + 1)
}

/// Whether persons, households or places are counted right behind ("Grade 3 students" is not told from "Phase 30 villages" otherwise).
fn counts_known_thing(read: &ReadText, i: usize) -> bool {
    super::noun::noun_after(read, i, i + 5).is_some_and(|(n, _)| read.word_is(n.head, Class::PEOPLE | Class::HOUSEHOLDS | Class::PLACE))
}

/// Tokens of a bracket in which a number may stand last.
const LONGEST_BRACKET: usize = 40;

/// "1. Repair of roads", "(2) training": the number of an item, at the beginning of a paragraph or alone in brackets.
pub(super) fn list_number(read: &ReadText, i: usize, begin: usize, end: usize) -> Option<Excluded> {
    if read.str(i).len() > 2 {
        return None;
    }
    let alone = i > 0 && read.is_mark(i - 1, '(') && read.is_mark(i + 1, ')');
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
    i < begin + 8 && (begin..i).all(marked) && (begin == 0 || read.tokens.get(begin - 1).is_none_or(|t| t.kind == TokenKind::Break))
}

/// "6.24 Ground-level credit stood at", "12 The county spent": the number of a paragraph in front of its first word.
pub(super) fn paragraph_number(read: &ReadText, i: usize, begin: usize, _: usize) -> Option<Excluded> {
    // "2.1 **Sanitation.**": the marks of emphasis.
    let word = (i + 1..i + 4).find(|t| !matches!(read.tokens.get(*t).and_then(Token::mark), Some('*' | '_')))?;
    let apart = read.tokens.get(i + 1).is_some_and(|t| t.spaced);
    if !apart || !read.tokens.get(word).is_some_and(|t| t.capital) || !opens_paragraph(read, i, begin) {
        return None;
    }
    let parts = read.str(i).split('.').filter(|part| (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit())).count();
    let pointed = parts > 1 && parts == read.str(i).split('.').count() && !read.phrase_is(word, Class::UNIT | Class::SCALE | Class::MONTH);
    let plain = parts == 1 && read.str(i).len() <= 3 && read.word_is(word, Class::DETERMINER | Class::PREPOSITION);
    (pointed || plain).then_some(("list_number", i + 1))
}
