//! The form of a heading on a line of its own: from a line to its title, without marks, numbers and leaders.

use super::line::{Line, length};
use super::words;
use crate::text::{Span, lowered};

/// What marks a line as a heading, apart from its words. Headings of one rank share their mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Mark {
    /// Nothing but the line itself.
    Plain,
    /// All letters are capitals.
    Capitals,
    /// Numbered, with the depth of the number ("2.1" has 2).
    Number(u8),
    /// Bold from end to end.
    Bold,
    /// Markdown, with the number of `#`, or 1 and 2 for lines underlined with `=` and `-`.
    Level(u8),
}

/// A line that has the form of a heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Heading {
    /// The title: no marks, no number, no colon at the end.
    pub(super) title: Span,
    pub(super) mark: Mark,
    /// Every word that carries weight has a capital.
    pub(super) title_case: bool,
    /// A page number stands at the end, as in a table of contents.
    pub(super) page_number: bool,
}

const MOST_CHARS: usize = 140;
const MOST_WORDS: usize = 18;
/// With a full stop behind it, fewer.
const MOST_WORDS_CLOSED: usize = 8;

/// The heading that a line of `lines` is by its form, if any.
pub(super) fn heading_at(text: &str, lines: &[Line], at: usize) -> Option<Heading> {
    let of = |at: Option<usize>| at.and_then(|at| lines.get(at)).map_or("", |line| line.of(text));
    let (above, below) = (of(at.checked_sub(1)), of(at.checked_add(1)));
    heading(text, lines.get(at)?.span, below, above.is_empty() && below.is_empty())
}

/// The heading that the trimmed line at `span` is by its form, if any. `next` is the line below, for underlined headings; `alone` says
/// that blank lines stand around it, between which words may be a heading though a full stop closes them ("Trade and Industry.").
fn heading(text: &str, span: Span, next: &str, alone: bool) -> Option<Heading> {
    // Most lines of a report are paragraphs; they need no closer look.
    // No character has more than four bytes; the fifth is for line ends inside.
    if span.len() > MOST_CHARS * 5 {
        return None;
    }
    let line = span.of(text);
    let (inner, mark) = strip_marks(line, next);
    let (inner, page_number) = strip_page_number(inner);
    let title = inner.trim_end_matches([':', '：', '】']).trim_end();
    // Even without a stop at its end.
    if length(title) > MOST_CHARS + 1 {
        return None;
    }
    let title = without_stop(title, alone, mark).unwrap_or(title);
    if !has_title_form(title) {
        return None;
    }
    let title_case = words::is_title_case(title.split_whitespace());
    let mark = if mark == Mark::Plain && is_all_capitals(title) { Mark::Capitals } else { mark };
    let start = span.start as usize + offset_in(line, title);
    Some(Heading { title: Span::new(start, start + title.len()), mark, title_case, page_number })
}

/// A title without the full stop or comma that older print puts behind it ("NEW BRUNSWICK,", "**Railways.**", "Finances.").
fn without_stop(title: &str, alone: bool, mark: Mark) -> Option<&str> {
    let bare = title.strip_suffix(['.', ','])?;
    let last = bare.split_whitespace().next_back()?;
    let word = last.chars().filter(|c| c.is_alphabetic()).count() >= 3 && !last.contains('.');
    let short = || bare.split_whitespace().nth(MOST_WORDS_CLOSED).is_none();
    let heading = match mark {
        Mark::Plain if is_all_capitals(bare) => true,
        Mark::Plain => {
            alone && title.ends_with('.') && bare.split_whitespace().all(|word| words::is_small(word) || words::is_capital(word))
        }
        Mark::Bold | Mark::Number(_) => title.ends_with('.') && (mark == Mark::Bold || is_all_capitals(bare)),
        _ => false,
    };
    (heading && word && short()).then_some(bare)
}

fn offset_in(line: &str, part: &str) -> usize {
    (part.as_ptr() as usize).saturating_sub(line.as_ptr() as usize)
}

/// Takes off Markdown marks and numbering, in the order in which they nest.
fn strip_marks<'a>(line: &'a str, next: &str) -> (&'a str, Mark) {
    let hashes = line.bytes().take_while(|b| *b == b'#').count();
    let after = line.get(hashes..).unwrap_or_default();
    let mut mark = Mark::Plain;
    let mut inner = line;
    // "##2) Fells" lacks the blank that Markdown asks for; "#1" may be a number.
    let marked = after.starts_with(char::is_whitespace) || hashes > 1 && after.starts_with(char::is_alphanumeric);
    if (1..=6).contains(&hashes) && marked {
        mark = Mark::Level(hashes as u8);
        inner = after.trim().trim_end_matches('#').trim_end();
    } else if let Some(level) = underline_level(next) {
        mark = Mark::Level(level);
    }
    for bold in ["**", "__"] {
        if let Some(bolded) = inner.strip_prefix(bold).and_then(|rest| rest.strip_suffix(bold)) {
            inner = bolded.trim();
            mark = mark.max(Mark::Bold);
        }
    }
    let inner = inner.trim_start_matches('【');
    // "## 1 Executive summary": a line that is marked as a heading needs no stop behind its number.
    let inner = if matches!(mark, Mark::Level(_)) { strip_bare_number(inner).unwrap_or(inner) } else { inner };
    let (inner, depth) = strip_number(inner);
    if mark == Mark::Plain && depth > 0 {
        mark = Mark::Number(depth);
    }
    (inner, mark)
}

fn underline_level(next: &str) -> Option<u8> {
    let only = |c: char| next.len() >= 3 && next.chars().all(|x| x == c);
    if only('=') { Some(1) } else { only('-').then_some(2) }
}

/// Characters of a number in front of a dash at the most.
const LONGEST_NUMBER: usize = 8;

/// Takes off "1.", "2.1 ", "B.1 ", "(3)", "IV.", "A.", "IV—", "Chapter 3:", "Part II -"; the depth is the count of number parts, 0 for none.
fn strip_number(title: &str) -> (&str, u8) {
    let dash = title.char_indices().take(LONGEST_NUMBER).find(|(_, c)| matches!(c, '—' | '–'));
    let parts = dash.and_then(|(at, dash)| Some((title.get(..at)?.trim_end(), title.get(at + dash.len_utf8()..)?.trim_start())));
    if let Some((_, name)) = parts.filter(|(number, name)| is_number(number) && name.starts_with(char::is_alphabetic)) {
        return (name, 1);
    }
    let Some((first, rest)) = title.split_once(char::is_whitespace) else { return (title, 0) };
    if lowered(first, |first| matches!(first, "chapter" | "section" | "part" | "annex" | "appendix")) {
        let (number, tail) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
        let tail = tail.trim_start_matches(['-', '–', '—', ':']).trim_start();
        if is_number(number.trim_end_matches([':', '.', '-'])) && !tail.is_empty() {
            return (tail, 1);
        }
    }
    let number = first.trim_start_matches('(').trim_end_matches([')', '.', '、', ':']);
    let punctuated = first.len() > number.len() || number.contains('.');
    if punctuated && is_number(number) {
        let depth = number.split('.').filter(|part| !part.is_empty()).count();
        return (rest.trim_start(), depth.min(9) as u8);
    }
    (title, 0)
}

/// A title behind a section's number of one or two digits that nothing closes.
fn strip_bare_number(title: &str) -> Option<&str> {
    let (number, rest) = title.split_once(' ')?;
    let section = number.len() <= 2 && number.bytes().all(|b| b.is_ascii_digit()) && number != "0";
    (section && rest.starts_with(char::is_uppercase)).then_some(rest)
}

/// The heading that the words of `span` are by their form, if any.
pub(super) fn heading_of(text: &str, span: Span) -> Option<Heading> {
    heading(text, span, "", false)
}

fn is_number(word: &str) -> bool {
    let digits = !word.is_empty() && word.len() <= 8 && word.bytes().all(|b| b.is_ascii_digit() || b == b'.') && !word.starts_with('.');
    let roman = !word.is_empty() && word.len() <= 6 && word.bytes().all(|b| b"IVXLC".contains(&b));
    let letter = word.len() == 1 && word.bytes().all(|b| b.is_ascii_uppercase());
    let lettered = || {
        let (letter, number) = word.split_once('.').unwrap_or_default();
        letter.len() == 1
            && letter.bytes().all(|b| b.is_ascii_uppercase())
            && number.starts_with(|c: char| c.is_ascii_digit())
            && is_number(number)
    };
    digits || roman || letter || lettered()
}

/// Takes off the leader and page number of a line of a table of contents. A year is no page number.
fn strip_page_number(title: &str) -> (&str, bool) {
    let rest = title.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = title.len() - rest.len();
    let leader = rest.trim_end_matches(|c: char| matches!(c, '.' | '…' | '·' | '_' | '-') || c.is_whitespace());
    let led = rest.len() - leader.len();
    let wide = led >= 3 || rest.ends_with('\t');
    if digits > 0 && !leader.is_empty() && (wide || (digits <= 3 && led == 1 && rest.ends_with(' ') && !ends_numbered(leader))) {
        return (leader, true);
    }
    (title, false)
}

fn ends_numbered(title: &str) -> bool {
    title.split_whitespace().next_back().is_some_and(words::takes_number)
}

fn has_title_form(title: &str) -> bool {
    let Some(first) = title.chars().next() else { return false };
    let opens = first.is_alphanumeric() || matches!(first, '"' | '“' | '‘' | '\'' | '«');
    opens
        && !first.is_lowercase()
        && !title.ends_with(['.', ',', ';', '!', '。', '，', '；', '、', '|', '—', '–'])
        && title.contains(char::is_alphabetic)
        && title.split_whitespace().nth(MOST_WORDS).is_none()
        && length(title) <= MOST_CHARS
        && !title.contains(['|', '\t', '@', '©'])
        && !title.contains("://")
        && !has_inner_sentence(title)
}

/// "Funds rose. In 2012" is running text; "St. Lucia" and "No. 1" are not.
pub(super) fn has_inner_sentence(title: &str) -> bool {
    title.match_indices(". ").any(|(at, _)| {
        let before = title.get(..at).unwrap_or_default();
        let word = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        word.chars().count() > 3 && word.chars().any(char::is_lowercase)
    })
}

fn is_all_capitals(title: &str) -> bool {
    !title.contains(char::is_lowercase) && title.chars().filter(|c| c.is_uppercase()).nth(1).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Option<(&str, Mark, bool)> {
        heading(line, Span::new(0, line.len()), "", false).map(|found| (found.title.of(line), found.mark, found.page_number))
    }

    #[test]
    fn marks_and_numbers_come_off() {
        assert_eq!(read("## Punjab"), Some(("Punjab", Mark::Level(2), false)));
        assert_eq!(read("**Harlow Vale District**"), Some(("Harlow Vale District", Mark::Bold, false)));
        assert_eq!(read("## 2 Municipal results"), Some(("Municipal results", Mark::Level(2), false)));
        assert_eq!(read("## 4 regions compared"), Some(("4 regions compared", Mark::Level(2), false)));
        assert_eq!(read("1. Kenya"), Some(("Kenya", Mark::Number(1), false)));
        assert_eq!(read("2.1 Kenya:"), Some(("Kenya", Mark::Number(2), false)));
        assert_eq!(read("B.1 Kenya"), Some(("Kenya", Mark::Number(2), false)));
        assert_eq!(read("C.2.3. Kenya"), Some(("Kenya", Mark::Number(3), false)));
        assert_eq!(read("IV—Kenya"), Some(("Kenya", Mark::Number(1), false)));
        assert_eq!(read("4 – Kenya"), Some(("Kenya", Mark::Number(1), false)));
        assert_eq!(read("2014–2020"), None);
        assert_eq!(read("Chapter 3: Kenya"), Some(("Kenya", Mark::Number(1), false)));
        assert_eq!(read("KENYA"), Some(("KENYA", Mark::Capitals, false)));
        assert_eq!(heading("Kenya", Span::new(0, 5), "=====", false).map(|found| found.mark), Some(Mark::Level(1)));
    }

    #[test]
    fn a_full_stop_may_close_a_heading() {
        assert_eq!(read("MANITOBA."), Some(("MANITOBA", Mark::Capitals, false)));
        assert_eq!(read("NEW BRUNSWICK,"), Some(("NEW BRUNSWICK", Mark::Capitals, false)));
        assert_eq!(read("**Railways.**"), Some(("Railways", Mark::Bold, false)));
        let alone = |line: &str| heading(line, Span::new(0, line.len()), "", true).map(|found| found.title.of(line).to_owned());
        assert_eq!(alone("Trade and Industry.").as_deref(), Some("Trade and Industry"));
        for line in ["T. Liburd.", "Funds rose.", "The U.S.A.", "Sir Oliver,"] {
            assert_eq!(alone(line), None, "{line}");
        }
        assert_eq!(read("Trade and Industry."), None);
    }

    #[test]
    fn contents_lines_show_their_page_number() {
        assert_eq!(read("Kenya ........ 12"), Some(("Kenya", Mark::Plain, true)));
        assert_eq!(read("Kenya 12"), Some(("Kenya", Mark::Plain, true)));
        assert_eq!(read("Kenya 2012"), Some(("Kenya 2012", Mark::Plain, false)));
        assert_eq!(read("Phase 2"), Some(("Phase 2", Mark::Plain, false)));
    }

    #[test]
    fn sentences_lists_and_table_rows_are_no_headings() {
        for line in ["Funds rose in Kenya.", "- Kenya", "| Kenya | 12 |", "(Hebei Office)", "kenya", "In Kenya, funds rose;", "12.5", ""] {
            assert_eq!(read(line), None, "{line}");
        }
    }

    #[test]
    fn a_full_stop_after_an_abbreviation_is_no_sentence_end() {
        assert_eq!(read("St. Lucia").map(|found| found.0), Some("St. Lucia"));
        assert_eq!(read("Funds fell. In Kenya they rose"), None);
    }
}
