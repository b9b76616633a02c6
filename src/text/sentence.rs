//! Sentences over tokens. Report prose ends sentences with a mark, a paragraph end, or a mark that has lost its blank ("kind.In").

use super::{Span, Token, TokenKind};

/// A sentence as a half-open range of token indices, and as a span of the text without its surrounding blanks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence {
    /// First token.
    pub first: usize,
    /// Token after the last.
    pub last: usize,
    /// From the first token's first byte to the last token's end.
    pub span: Span,
    /// Whether a paragraph begins with it.
    pub opens_paragraph: bool,
}

/// No sentence of prose has more tokens; what goes on without a mark is cut, so that work on a sentence stays bounded.
const LONGEST: usize = 600;

/// Splits tokens into sentences; every token but paragraph breaks lies in exactly one.
///
/// `breaks` are offsets at which a sentence ends in any case (ends of headings), sorted.
pub fn sentences(text: &str, tokens: &[Token], breaks: &[u32]) -> Vec<Sentence> {
    let mut out = Vec::new();
    let mut first = 0;
    let mut opens_paragraph = true;
    let mut headings = breaks.iter().map(|b| tokens.partition_point(|t| t.span.start < *b)).peekable();
    let mut push = |from: usize, to: usize, opens: bool| {
        if let (Some(a), Some(b)) = (tokens.get(from), to.checked_sub(1).and_then(|i| tokens.get(i)))
            && from < to
        {
            out.push(Sentence { first: from, last: to, span: a.span.cover(b.span), opens_paragraph: opens });
        }
    };
    // The next token at which a sentence may end in any case.
    let mut stop = 0;
    let mut i = 0;
    while let Some(token) = tokens.get(i) {
        if i >= stop {
            if i >= first + LONGEST {
                push(first, i, opens_paragraph);
                (first, opens_paragraph) = (i, false);
            }
            let mut heading_ends = false;
            while headings.next_if(|h| *h <= i).is_some() {
                heading_ends = true;
            }
            if heading_ends && i > first {
                push(first, i, opens_paragraph);
                (first, opens_paragraph) = (i, true);
            }
            stop = headings.peek().map_or(first + LONGEST, |h| (first + LONGEST).min(*h)).min(tokens.len());
        }
        match token.kind {
            TokenKind::Break => {
                push(first, i, opens_paragraph);
                (first, opens_paragraph) = (i + 1, true);
            }
            TokenKind::Punct(mark) if ends_sentence(text, tokens, i, mark) => {
                let last = i + 1 + closing_marks(tokens, i + 1);
                if last > first {
                    push(first, last, opens_paragraph);
                    (first, opens_paragraph) = (last, false);
                }
            }
            _ => {}
        }
        // Words and digits end no sentence.
        let ahead = tokens.get(i + 1..stop).unwrap_or_default();
        let inner = ahead.iter().position(|t| !matches!(t.kind, TokenKind::Word | TokenKind::Digits)).unwrap_or(ahead.len());
        i += 1 + inner;
    }
    push(first, tokens.len(), opens_paragraph);
    out
}

/// How many closing quotes and brackets follow the sentence's end mark directly.
fn closing_marks(tokens: &[Token], from: usize) -> usize {
    // Stars end bold print: "**Roads.** The highway".
    let closes = |t: &Token| !t.spaced && matches!(t.mark(), Some('”' | '’' | '"' | ')' | '】' | '」' | '*'));
    tokens.get(from..).unwrap_or_default().iter().take_while(|t| closes(t)).count()
}

fn ends_sentence(text: &str, tokens: &[Token], i: usize, mark: char) -> bool {
    match mark {
        '。' | '！' | '？' | '!' | '?' => true,
        '.' => full_stop_ends(text, tokens, i),
        _ => false,
    }
}

/// A full stop ends a sentence unless it belongs to an abbreviation, an initial, or a word that goes on in lower case.
fn full_stop_ends(text: &str, tokens: &[Token], i: usize) -> bool {
    let before = i.checked_sub(1).and_then(|j| tokens.get(j));
    let Some(next) = tokens.get(i + 1) else { return true };
    // "S/. 74.9 million", "B/. 12": a sign for money.
    if before.is_some_and(|t| t.mark() == Some('/')) {
        return false;
    }
    // "Kshs . 451": print may part an abbreviation from its full stop.
    let parted = tokens.get(i).is_some_and(|t| t.spaced) && !next.is_digits();
    if let Some(word) = before.filter(|t| t.is_word() && !parted) {
        let word_text = word.span.of(text);
        let circa = word_text == "c" && word.spaced && (next.is_digits() || matches!(next.mark(), Some('£' | '$' | '€')));
        // "min. 30 days"; "for 30 min. 40 men" has minutes.
        let bound =
            matches!(word_text, "min" | "max" | "est") && next.is_digits() && !tokens.get(i.wrapping_sub(2)).is_some_and(Token::is_digits);
        if circa || bound || is_abbreviation(word_text, next) || word.span.len() == 1 && word.capital {
            return false;
        }
    }
    // "1s. 6d. a day": shillings and pence.
    let coin = before.is_some_and(|t| !t.spaced && matches!(t.span.of(text), "s" | "d"));
    if coin && i > 1 && tokens.get(i - 2).is_some_and(Token::is_digits) && !next.capital && next.kind != TokenKind::Break {
        return false;
    }
    // "Table XII.6": the number of a part.
    if next.is_digits() && !next.spaced && before.is_some_and(|t| is_roman(t.span.of(text))) {
        return false;
    }
    // "66.S per cent": a letter that a scanner has put for a decimal.
    if next.span.len() == 1 && !next.spaced && next.is_word() && before.is_some_and(Token::is_digits) {
        return false;
    }
    match next.kind {
        TokenKind::Word => next.capital || next.spaced && before.is_some_and(Token::is_digits),
        TokenKind::Digits | TokenKind::Break => true,
        TokenKind::Punct(c) => next.spaced || matches!(c, '“' | '"' | '(' | '”' | '’' | ')' | '【' | '*'),
    }
}

/// Abbreviations that are followed by more of their sentence. "etc." ends one when a capital follows.
fn is_abbreviation(word: &str, next: &Token) -> bool {
    match word {
        "No" | "Nos" | "no" | "tel" | "Tel" | "fax" | "Fax" | "ext" | "Ph" | "p" | "paras" | "para" => {
            next.is_digits() || next.mark().is_some()
        }
        "Rs" | "Mr" | "Mrs" | "Ms" | "Dr" | "St" | "vs" | "Fig" | "Vol" | "Art" | "approx" | "ca" | "cf" | "incl" | "excl" | "viz"
        | "resp" | "pp" | "e" | "i" | "g" => true,
        "Jan" | "Feb" | "Apr" | "Aug" | "Sep" | "Sept" | "Oct" | "Nov" | "Dec" | "Ksh" | "Kshs" | "KSh" | "KShs" | "Tsh" | "Tshs"
        | "TSh" | "TShs" | "Ush" | "Ushs" | "USh" | "UShs" | "Sh" | "Shs" | "Tk" | "Rp" | "Nu" | "NRs" | "SLRs" | "Frw" | "Birr" | "Bs"
        | "kr" | "Kr" | "SFr" | "Stg" | "fig" | "Figs" | "figs" | "Tab" | "tab" | "Chap" | "chap" | "Sect" | "sect" | "Sec" | "Eq"
        | "eq" | "Ref" | "ref" | "Refs" | "refs" | "vol" | "Para" | "Paras" | "Arts" | "arts" => next.is_digits(),
        "etc" | "al" | "Inc" | "Ltd" | "Co" => !next.capital,
        "ft" | "hrs" | "hr" | "yrs" => next.mark() == Some('(') || next.is_digits(),
        "kg" | "kgs" | "lb" | "lbs" | "cwt" | "oz" | "yds" | "mins" => next.mark() == Some('('),
        _ => false,
    }
}

/// Whether a word is a Roman number above one, in capitals.
pub fn is_roman(word: &str) -> bool {
    (2..=5).contains(&word.len()) && word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X' | b'L' | b'C'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::lex;

    fn split(text: &str) -> Vec<&str> {
        let tokens = lex(text, Span::new(0, text.len()));
        sentences(text, &tokens, &[]).iter().map(|s| s.span.of(text)).collect()
    }

    #[test]
    fn sentences_end_where_a_reader_ends_them() {
        assert_eq!(split("It paid 5.3 million. Then 4 more."), ["It paid 5.3 million.", "Then 4 more."]);
        assert_eq!(split("**Roads.** The road is long."), ["**Roads.**", "The road is long."]);
        assert_eq!(split("given in kind.1738 projects ran."), ["given in kind.", "1738 projects ran."]);
        assert_eq!(
            split("Under No. 5 of the U.S. code, Rs. 5 crore went, etc. to all."),
            ["Under No. 5 of the U.S. code, Rs. 5 crore went, etc. to all."]
        );
        assert_eq!(split("He said \"yes.\" Then left.\n\nNew"), ["He said \"yes.\"", "Then left.", "New"]);
    }
}
