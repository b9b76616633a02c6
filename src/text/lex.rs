//! The lexer: text to tokens in one linear pass, tolerant of run-on print ("Plan14 million", "for88.4%", "fundsIn 2012").

use super::bytes::lowercase_run;
use super::format::is_doubled;
use super::wrap::{is_full, wrap_width};
use super::{Span, Token, TokenKind};
use std::cell::OnceCell;

/// Splits `text[within]` into tokens. Spans are offsets into `text`.
pub fn lex(text: &str, within: Span) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(within.len() / 5);
    lex_into(text, within, &mut tokens);
    tokens
}

/// Splits `text[within]` into tokens as [`lex`] does, in the place of those that `tokens` holds.
pub fn lex_into(text: &str, within: Span, tokens: &mut Vec<Token>) {
    tokens.clear();
    let (start, end) = (within.start as usize, (within.end as usize).min(text.len()));
    if let Some(text) = text.get(..end).filter(|text| text.is_char_boundary(start)) {
        let mut lexer = Lexer { text, start, pos: start, tokens, spaced: true, width: OnceCell::new() };
        while lexer.step() {}
    }
}

struct Lexer<'t> {
    /// The text up to where the tokens end.
    text: &'t str,
    /// Where the tokens begin.
    start: usize,
    pos: usize,
    tokens: &'t mut Vec<Token>,
    spaced: bool,
    /// The width to which the lines were broken, once it was asked for.
    width: OnceCell<Option<usize>>,
}

/// What a token can be by its first byte.
enum First {
    Blank,
    Line,
    Digit,
    Letter,
    Mark,
    /// The first byte of a character that is not ASCII.
    Foreign,
}

fn first(byte: u8) -> First {
    match byte {
        b'\n' | b'\r' => First::Line,
        b' ' | b'\t' | 0x0b | 0x0c => First::Blank,
        b'0'..=b'9' => First::Digit,
        b'A'..=b'Z' | b'a'..=b'z' => First::Letter,
        0x80.. => First::Foreign,
        _ => First::Mark,
    }
}

impl Lexer<'_> {
    fn rest(&self) -> &str {
        self.text.get(self.pos..).unwrap_or_default()
    }

    #[inline]
    fn push(&mut self, len: usize, kind: TokenKind, capital: bool) {
        let span = Span::new(self.pos, self.pos + len);
        self.tokens.push(Token { span, kind, spaced: self.spaced, capital });
        self.pos += len;
        self.spaced = false;
    }

    #[inline]
    fn step(&mut self) -> bool {
        let Some(byte) = self.text.as_bytes().get(self.pos).copied() else { return false };
        match first(byte) {
            First::Blank => {
                self.pos += 1;
                self.spaced = true;
            }
            First::Letter => self.push(word_end(self.text, self.pos, byte) - self.pos, TokenKind::Word, byte.is_ascii_uppercase()),
            First::Digit => self.digits(),
            First::Mark if byte == b'.' && self.spaced && self.text.as_bytes().get(self.pos + 1).is_some_and(u8::is_ascii_digit) => {
                let len = 1 + self.rest().get(1..).map_or(0, scan_digits);
                self.push(len, TokenKind::Digits, false);
            }
            First::Mark => self.push(1, TokenKind::Punct(char::from(byte)), false),
            First::Line => self.line_break(),
            First::Foreign => return self.foreign(),
        }
        true
    }

    fn digits(&mut self) {
        let len = scan_digits(self.rest());
        // "35° 10'20": minutes of arc, no decimals.
        let len = if self.tokens.last().is_some_and(|t| t.is('°')) {
            self.rest().bytes().take(len).take_while(|b| *b != b'\'').count()
        } else {
            len
        };
        let money = self.behind_money();
        let len = if money || self.behind_small_word() { with_spaced_group(self.rest(), len, money) } else { len };
        self.push(len, TokenKind::Digits, false);
    }

    /// A token or blank that begins with no ASCII character.
    fn foreign(&mut self) -> bool {
        let rest = self.rest();
        let Some(first) = rest.chars().next() else { return false };
        if first.is_whitespace() || is_invisible(first) {
            self.pos += first.len_utf8();
            self.spaced |= !is_invisible(first);
        } else if is_wide_digit(first) {
            let len = rest.find(|c| !is_wide_digit(c) && !matches!(c, '．' | '，')).unwrap_or(rest.len());
            let digits = rest.get(..len).unwrap_or_default().trim_end_matches(['．', '，']).len();
            self.push(digits, TokenKind::Digits, false);
        } else if first.is_alphabetic() {
            self.push(scan_word(rest), TokenKind::Word, first.is_uppercase());
        } else {
            self.push(first.len_utf8(), TokenKind::Punct(first), false);
        }
        true
    }

    /// Whether the token before is a word in lower case, a mark or a comma behind a word, so that a number begins anew.
    fn behind_small_word(&self) -> bool {
        let Some(last) = self.tokens.last() else { return true };
        // A sentence, an item or a bracket begins with it.
        if last.kind == TokenKind::Break
            || last.is('(')
            || self.spaced && matches!(last.mark(), Some('.' | ';' | ':' | '–' | '—'))
            || last.is('/') && self.tokens.iter().rev().nth(1).is_some_and(Token::is_digits)
        {
            return true;
        }
        let comma = last.is(',');
        let word = self.tokens.len().checked_sub(1 + usize::from(comma)).and_then(|i| self.tokens.get(i));
        // "About 14 000 people came": a capital that only opens its sentence.
        let opens = || self.tokens.len() < 2 || self.tokens.iter().rev().nth(1).is_some_and(|t| t.kind == TokenKind::Break || t.is('.'));
        // "In 2018, 9 165 homes": a year behind a word, and no number of a list.
        let dated = |t: &Token| is_year(t.span.of(self.text)) && self.tokens.iter().rev().nth(2).is_some_and(Token::is_word);
        self.spaced && word.is_some_and(|t| t.is_word() && (comma || !t.capital || opens()) || comma && dated(t))
    }

    /// Whether a sign of money stands in front, or the letters of a code, in capitals ("R3 500", "USD 3 500").
    fn behind_money(&self) -> bool {
        let Some(before) = self.tokens.last() else { return false };
        match before.kind {
            TokenKind::Punct(mark) => matches!(mark, '$' | '€' | '£' | '¥' | '₹'),
            TokenKind::Word => {
                let word = before.span.of(self.text);
                before.span.len() <= 3 && word.bytes().all(|b| b.is_ascii_uppercase())
                    || matches!(word, "Rs" | "Ksh" | "KSh" | "Tsh" | "TSh")
            }
            TokenKind::Digits | TokenKind::Break => false,
        }
    }

    /// A line break ends a paragraph unless the text goes on as wrapped prose: the line before does not end a sentence and the next
    /// line begins, without indentation, in lower case or with a digit; or the lines were broken to a width and this one is full.
    fn line_break(&mut self) {
        let rest = self.text.get(self.pos..).unwrap_or_default();
        let len = rest.find(|c: char| !c.is_whitespace()).unwrap_or(rest.len());
        let (gap, after) = rest.split_at(len);
        let blank_line = gap.matches('\n').count() > 1 || gap.matches('\r').count() > 1 && !gap.contains('\n');
        let indented = gap.ends_with([' ', '\t', '\u{a0}', '\u{3000}']);
        let ended =
            self.tokens.last().and_then(Token::mark).is_some_and(|m| matches!(m, '.' | '!' | '?' | ':' | '。' | '！' | '？' | '”' | '"'));
        let goes_on = after.chars().next().is_some_and(|c| c.is_lowercase() || c.is_ascii_digit() || c == '(');
        let opens = || after.starts_with(|c: char| c.is_ascii_digit()) && opens_numbered(after) && self.is_heading();
        let next_item = || after.starts_with(|c: char| c.is_ascii_digit()) && self.is_next_item(after);
        let breaks = blank_line || indented || next_item() || ((ended || !goes_on || opens()) && !self.is_broken_to_width(after));
        if breaks && !self.tokens.last().is_none_or(|t| t.kind == TokenKind::Break) {
            self.push(0, TokenKind::Break, false);
        }
        self.pos += len;
        self.spaced = true;
    }

    /// "1. Repairs" above "2. New roads", "3) wells" above "4) pumps": whether the line that begins `after` is the next item of a list with numbers.
    fn is_next_item(&self, after: &str) -> bool {
        let begun = self.tokens.iter().rposition(|t| t.kind == TokenKind::Break).map_or(0, |at| at + 1);
        let Some((number, mark)) = self.tokens.get(begun).zip(self.tokens.get(begun + 1).and_then(Token::mark)) else { return false };
        let digits = after.bytes().take_while(u8::is_ascii_digit).count();
        let (own, rest) = after.split_at(digits);
        let marked = matches!(mark, '.' | ')') && rest.strip_prefix(mark).is_some_and(|rest| rest.starts_with([' ', '\t']));
        let value = |text: &str| text.parse::<u8>().ok();
        marked && value(number.span.of(self.text)).and_then(|n| n.checked_add(1)).is_some_and(|n| value(own) == Some(n))
    }

    /// Whether the line that ends here is a paragraph of its own so far and does not lead up to a number.
    fn is_heading(&self) -> bool {
        let begun = self.tokens.iter().rposition(|t| t.kind == TokenKind::Break).map_or(0, |at| at + 1);
        let Some((first, last)) = self.tokens.get(begun..).and_then(|line| Some((line.first()?, line.last()?))) else { return false };
        let one_line = !self.text.get(first.span.start as usize..self.pos).unwrap_or_default().contains(['\n', '\r']);
        let word = last.span.of(self.text);
        let leads = matches!(
            word,
            "of" | "to" | "by" | "from" | "at" | "in" | "was" | "is" | "were" | "are" | "and" | "than" | "about" | "over" | "the"
        ) || matches!(
            word,
            "reached" | "only" | "nearly" | "some" | "for" | "with" | "or" | "under" | "around" | "another" | "between"
        );
        let closed = last.is_word() || matches!(last.mark(), Some(')' | ']' | '\'' | '’' | '*' | '_'));
        one_line && closed && !leads
    }

    /// Whether the line that ends here had no room for the word that begins `after`, in a text whose lines were broken to a width.
    fn is_broken_to_width(&self, after: &str) -> bool {
        if after.starts_with(LINE_MARKS) {
            return false;
        }
        let width = *self.width.get_or_init(|| wrap_width(self.text.get(self.start..).unwrap_or_default().split(['\n', '\r'])));
        width.is_some_and(|width| {
            let above = self.text.get(..self.pos).unwrap_or_default();
            is_full(above.rsplit(['\n', '\r']).next().unwrap_or_default(), after, width)
        })
    }
}

/// "6.24 Credit", "12.6. India": the number of a paragraph, of several parts, in front of a capital.
fn opens_numbered(line: &str) -> bool {
    let number = line.split(|c: char| !c.is_ascii_digit() && c != '.').next().unwrap_or_default();
    let rest = line.get(number.len()..).unwrap_or_default();
    let word = rest.trim_start_matches([' ', '\t', '\u{a0}']);
    let parts = number.trim_end_matches('.').split('.');
    let numbered = parts.clone().count() > 1 && parts.clone().all(|part| (1..=3).contains(&part.len()));
    numbered && word.len() < rest.len() && word.starts_with(|c: char| c.is_uppercase() || matches!(c, '“' | '"'))
}

/// What opens a list item, a heading or a row of a table: a line of its own, however full the line above is.
const LINE_MARKS: [char; 9] = ['#', '|', '•', '·', '*', '=', '-', '–', '【'];

fn is_wide_digit(c: char) -> bool {
    matches!(c, '\u{ff10}'..='\u{ff19}')
}

/// Marks without width that print leaves behind: zero-width blanks, directional marks, soft hyphens.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

/// Bytes of the word at the start of `s`: letters and combining marks, ended where lower case meets a capital ("fundsIn").
pub fn scan_word(s: &str) -> usize {
    match s.as_bytes().first() {
        Some(first) if first.is_ascii_alphabetic() => word_end(s, 0, *first),
        _ => foreign_word_end(s, 0, false),
    }
}

/// Where the word ends that begins at byte `from` with the letter `first`.
#[inline]
fn word_end(s: &str, from: usize, first: u8) -> usize {
    let bytes = s.as_bytes();
    let mut lower = first.is_ascii_lowercase();
    let mut at = from + 1;
    loop {
        let run = lowercase_run(bytes.get(at..).unwrap_or_default());
        at += run;
        lower |= run > 0;
        match bytes.get(at) {
            Some(b'A'..=b'Z') if !lower => at += 1,
            Some(0x80..) => return foreign_word_end(s, at, lower),
            _ => return at,
        }
    }
}

/// Goes on with [`word_end`] at byte `from`, behind ASCII letters of which the last one is `lower`.
fn foreign_word_end(s: &str, from: usize, mut lower: bool) -> usize {
    for (at, c) in s.get(from..).unwrap_or_default().char_indices().map(|(at, c)| (at + from, c)) {
        if !c.is_alphabetic() && !is_combining(c) && c != SOFT_HYPHEN || lower && c.is_uppercase() {
            return at;
        }
        lower = c.is_lowercase();
    }
    s.len()
}

/// Where print may break a word; it is no letter, but goes on the word.
pub const SOFT_HYPHEN: char = '\u{ad}';

fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{200d}')
}

/// Bytes of the digit run at the start of `s`, separators between digits included.
pub fn scan_digits(s: &str) -> usize {
    let bytes = s.as_bytes();
    let digits = |from: usize| bytes.iter().skip(from).take_while(|b| b.is_ascii_digit()).count();
    let mut end = digits(0);
    loop {
        // Most numbers end here.
        if !bytes.get(end).is_some_and(|b| matches!(b, b',' | b'.' | b' ' | b'\'' | 0x80..)) {
            return end;
        }
        let rest = s.get(end..).unwrap_or_default();
        let Some(separator) = rest.chars().next() else { return end };
        let doubled = is_doubled(bytes, end);
        let width = if doubled { 2 } else { separator.len_utf8() };
        let group = digits(end + width);
        let joins = match separator {
            // "28·2": a decimal point as old print has it.
            ',' | '.' | '·' => group > 0,
            ' ' => spaced_groups(s, end),
            '\'' | '’' if group == 1 || group == 2 => raised_point(s, end, end + width + group),
            '\'' | '’' | '\u{a0}' | '\u{2009}' | '\u{202f}' => group == 3 && (1..=3).contains(&leading_group(s, end)),
            _ => false,
        };
        if !joins || year_before_number(s.get(..end).unwrap_or_default(), separator, group) {
            return end;
        }
        end += width + group;
    }
}

/// "68'56 per cent": an apostrophe for the raised point of old print, with digits up to `after`; no minutes, inches or years.
fn raised_point(s: &str, end: usize, after: usize) -> bool {
    let whole = s.get(..end).unwrap_or_default();
    let plain = !whole.contains(['.', '\'', '’']) && (whole.len() != 4 || whole.contains(','));
    plain
        && !s.get(after..).is_some_and(|rest| rest.starts_with(['"', '”', '″', '\'', '’', '′']) || rest.starts_with(char::is_alphanumeric))
}

/// "2 671 400": groups of three digits behind plain blanks, at least two of them, so that two numbers beside each other stay two.
fn spaced_groups(s: &str, end: usize) -> bool {
    let bytes = s.as_bytes();
    let group = |at: usize| {
        let digits = bytes.get(at + 1..at + 4).is_some_and(|g| g.iter().all(u8::is_ascii_digit));
        bytes.get(at) == Some(&b' ') && digits && !bytes.get(at + 4).is_some_and(u8::is_ascii_digit)
    };
    let led = || s.get(..end).is_some_and(|before| before.contains(' ')) || group(end + 4);
    group(end) && (1..=3).contains(&leading_group(s, end)) && s.get(..end).is_some_and(|b| !b.contains(['.', ','])) && led()
}

/// "in 4 510 of them": one group of three behind a plain blank goes on the number where a word or measure follows it; where `money` stands in front,
/// any mark may follow ("R3 500.").
fn with_spaced_group(s: &str, end: usize, money: bool) -> usize {
    let bytes = s.as_bytes();
    let leads = (1..=3).contains(&end) && (!s.starts_with('0')) && bytes.iter().take(end).all(u8::is_ascii_digit);
    let group = bytes.get(end) == Some(&b' ') && bytes.get(end + 1..end + 4).is_some_and(|g| g.iter().all(u8::is_ascii_digit));
    if !leads || !group {
        return end;
    }
    // "1 074.3 billion"
    let fraction = bytes.iter().skip(end + 5).take_while(|b| b.is_ascii_digit()).count();
    let fraction = if fraction > 0 && matches!(bytes.get(end + 4), Some(b'.' | b',')) { fraction + 1 } else { 0 };
    let after = end + 4 + fraction;
    let word = bytes.get(after) == Some(&b' ') && bytes.get(after + 1).is_some_and(u8::is_ascii_alphabetic);
    // "numbered 1 245 (", "came to 1 245.": a mark, and no more digits.
    let closed = matches!(bytes.get(after), Some(b',' | b'.' | b';' | b')' | b'/'))
        || bytes.get(after) == Some(&b' ') && bytes.get(after + 1) == Some(&b'(');
    // "raised by 2 400ha": a measure glued to it.
    let letters = s.get(after..).map_or(0, scan_word);
    let glued = matches!(s.get(after..after + letters), Some("ha" | "t" | "kg" | "km" | "m" | "mm" | "MT" | "MW"));
    let mark =
        (money || closed) && !bytes.get(after).is_some_and(u8::is_ascii_digit) && !bytes.get(after + 1).is_some_and(u8::is_ascii_digit);
    if word || mark || glued { after } else { end }
}

/// Length of the last group of digits before `end`.
fn leading_group(s: &str, end: usize) -> usize {
    s.as_bytes().get(..end).unwrap_or_default().iter().rev().take_while(|b| b.is_ascii_digit()).count()
}

/// "In 2012,346 households": a year, its comma, and the next number printed without the blank.
fn year_before_number(before: &str, separator: char, group: usize) -> bool {
    separator == ',' && group >= 1 && is_year(before)
}

fn is_year(digits: &str) -> bool {
    digits.len() == 4 && digits.starts_with(['1', '2']) && digits.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        lex(text, Span::new(0, text.len())).iter().map(|t| if t.kind == TokenKind::Break { "¶" } else { t.span.of(text) }).collect()
    }

    #[test]
    fn run_on_print_is_split() {
        assert_eq!(words("Rain Plan14 million"), ["Rain", "Plan", "14", "million"]);
        assert_eq!(words("fundsIn 2012,346 households"), ["funds", "In", "2012", ",", "346", "households"]);
        assert_eq!(words("kind.1738 projects for88.4%"), ["kind", ".", "1738", "projects", "for", "88.4", "%"]);
    }

    #[test]
    fn separators_belong_to_digits_only_between_digits() {
        assert_eq!(words("3,277, 2.33,082. 12,34,567"), ["3,277", ",", "2.33,082", ".", "12,34,567"]);
        assert_eq!(words("1\u{202f}234\u{a0}km"), ["1\u{202f}234", "km"]);
    }

    #[test]
    fn paragraphs_end_and_wrapped_lines_do_not() {
        assert_eq!(words("a total\nof 5.\nThen"), ["a", "total", "of", "5", ".", "¶", "Then"]);
        assert_eq!(words("Overview\r\n\r\nin"), ["Overview", "¶", "in"]);
        assert_eq!(words("rural roads\n6.24 Credit"), ["rural", "roads", "¶", "6.24", "Credit"]);
        assert_eq!(words("a loss of\n6.24 Euros"), ["a", "loss", "of", "6.24", "Euros"]);
    }

    #[test]
    fn lines_broken_to_a_width_go_on_with_a_capital_too() {
        let paragraph = "The town laid new pipes in the streets of Upper\nBrackenmoor in 2012 and paid for them with Rain\nPlan money. It also built a school in the north\nof the town.\n";
        let text = paragraph.repeat(4);
        let count = words(&text).iter().filter(|word| **word == "¶").count();
        assert_eq!(count, 4, "one at the end of each paragraph");
        assert_eq!(words("Upper\nBrackenmoor"), ["Upper", "¶", "Brackenmoor"], "no width is known");
    }
}
